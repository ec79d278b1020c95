# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts that several families share: rods, many pieces alike, painted skins, hulls, mudguards, springs, stitches, balls with grooves, pierced sheets."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import Builder, box, discard, extrude, from_geometry, join, lathe, loft, move, rotate, shade, smooth_path, solidify, sweep
from diorama_stage.kit.arrays import lay
from diorama_stage.kit.build import vertices
from diorama_stage.materials.nodes import linear


def rod(a, c, radius: float, *, sides: int = 16) -> bpy.types.Object:
    """A straight round bar between two points, metres."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    return sweep([a, (a + c) / 2, c], radius, sides=sides)


def add_rod(b: Builder, slot: str, a, c, radius: float, part: str | None = None, sides: int = 16) -> bpy.types.Object:
    """A `rod`, added to the prop."""
    return b.add(rod(a, c, radius, sides=sides), slot, part)


def frame_bars(width: float, height: float, bar: float, deep: float, *, bevel: float = 0.004) -> list[bpy.types.Object]:
    """The four bars of an upright frame around (0, 0, height / 2), its outside `width` by `height`, each `bar` wide and `deep` thick."""
    rows = [box(width, deep, bar, bevel=bevel, at=(0, 0, z)) for z in (0.0, height - bar)]
    sides = [box(bar, deep * 0.98, height - 2 * bar + 0.002, bevel=bevel, at=(x, 0, bar - 0.001)) for x in (-(width - bar) / 2, (width - bar) / 2)]
    return rows + sides


def tint(object: bpy.types.Object, shade, *, dull=None) -> bpy.types.Object:
    """Paint the vertices: `shade` takes their positions (n, 3) and gives factors (n,) or (n, 3) on the material's colour (scene-linear); `dull` gives the share (n,) of the gloss they lack."""
    factors = np.asarray(shade(vertices(object).astype(float)), dtype=np.float32)
    rgba = np.ones((len(object.data.vertices), 4), np.float32)
    rgba[:, :3] = factors[:, None] if factors.ndim == 1 else factors
    if dull is not None:
        rgba[:, 3] = 1 - np.clip(dull(vertices(object).astype(float)), 0, 1)
    layer = object.data.color_attributes.get("Tint") or object.data.color_attributes.new("Tint", "FLOAT_COLOR", "POINT")
    layer.data.foreach_set("color", rgba.ravel())
    return object


def toward(base: str, other: str, share) -> np.ndarray:
    """Factors (n, 3) for `tint` that lead the colour `base` (#rrggbb) to `other` by `share` (n,), 0 to 1."""
    a, c = np.array(linear(base)[:3]), np.array(linear(other)[:3])
    share = np.clip(np.asarray(share, float), 0, 1)[:, None]
    return (a * (1 - share) + c * share) / np.maximum(a, 1e-3)


def stitches(path, length: float, radius: float, *, gap: float = 0.5, across=None) -> bpy.types.Object:
    """A row of thread stitches along a path (n, 3), each `length` metres, `gap` of it apart; `across` (n, 3) are their directions, if not along."""
    path = np.asarray(path, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    at = lambda s, rows: np.array([np.interp(s, along, rows[:, k]) for k in range(3)])  # noqa: E731
    made = []
    for s in np.arange(length * 0.5, along[-1] - length * 0.4, length * (1 + gap)):
        if across is None:
            a, c = at(s - length / 2, path), at(s + length / 2, path)
        else:
            d = at(s, np.asarray(across, float)) * length / 2
            a, c = at(s, path) - d, at(s, path) + d
        made.append(sweep([a, a * 0.7 + c * 0.3, a * 0.3 + c * 0.7, c], np.array([0.5, 1, 1, 0.5]) * radius, sides=6))
    return join(made)


def grooved(radius: float, curves, width: float, depth: float, *, levels: int = 2) -> bpy.types.Object:
    """A ball with grooves of `width` and `depth` metres along curves of unit vectors; its mesh is finer near them."""
    import bmesh
    from scipy.spatial import cKDTree

    tree = cKDTree(np.concatenate([np.asarray(c) for c in curves]) * radius)
    work = bmesh.new()
    bmesh.ops.create_icosphere(work, subdivisions=6, radius=radius)
    for k in range(levels):
        near = tree.query(np.array([v.co for v in work.verts]))[0] < width * (1.6, 0.8, 0.7)[k] + 0.01 * radius
        work.verts.index_update()
        edges = [e for e in work.edges if near[e.verts[0].index] and near[e.verts[1].index]]
        bmesh.ops.subdivide_edges(work, edges=edges, cuts=1, use_grid_fill=True)
        bmesh.ops.triangulate(work, faces=work.faces)
    co = np.array([v.co for v in work.verts])
    co /= np.linalg.norm(co, axis=1, keepdims=True)
    d = tree.query(co * radius)[0] / (width / 2)
    down = np.where(d < 0.7, 1.0, 0.5 + 0.5 * np.cos(np.pi * np.clip((d - 0.7) / 0.6, 0, 1)))
    for v, p in zip(work.verts, co * (radius - depth * down)[:, None], strict=True):
        v.co = p
    mesh = bpy.data.meshes.new("ball")
    work.to_mesh(mesh)
    work.free()
    mesh.shade_smooth()
    made = bpy.data.objects.new("ball", mesh)
    bpy.context.scene.collection.objects.link(made)
    return made


def band(radius: float, curve, width: float, *, closed: bool = True) -> bpy.types.Object:
    """A flat ribbon of `width` metres on a ball, along a curve of unit vectors."""
    curve = np.asarray(curve, float)
    along = np.roll(curve, -1, axis=0) - np.roll(curve, 1, axis=0) if closed else np.gradient(curve, axis=0)
    side = np.cross(curve, along)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    n, rows = len(curve), (-1.0, -0.5, 0.0, 0.5, 1.0)
    verts = [p * radius for w in rows for p in _unit(curve + side * w * width / 2 / radius)]
    last = n if closed else n - 1
    faces = [(r * n + i, r * n + (i + 1) % n, (r + 1) * n + (i + 1) % n, (r + 1) * n + i) for r in range(len(rows) - 1) for i in range(last)]
    return from_geometry("band", verts, faces, smooth=180)


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def pile(object: bpy.types.Object, count: int, length: float, width: float, *, seed: int = 0, lay=(0.0, 0.0, -0.35)) -> bpy.types.Object:
    """A pile of `count` hairs (three triangles each) on a skin, `length` and `width` metres, leaning along `lay`; they shade as the skin under them does."""
    rng = np.random.default_rng(seed)
    mesh = object.data
    mesh.calc_loop_triangles()
    corners, flat = np.empty(len(mesh.loop_triangles) * 3, np.int32), vertices(object).astype(float)
    mesh.loop_triangles.foreach_get("vertices", corners)
    normals = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("normal", normals)
    corners, normals = corners.reshape(-1, 3), normals.reshape(-1, 3).astype(float)
    area = np.linalg.norm(np.cross(flat[corners[:, 1]] - flat[corners[:, 0]], flat[corners[:, 2]] - flat[corners[:, 0]]), axis=1)
    pick = corners[rng.choice(len(corners), count, p=area / area.sum())]
    share = rng.dirichlet((1, 1, 1), count)[:, :, None]
    root, n = (flat[pick] * share).sum(axis=1), _unit((normals[pick] * share).sum(axis=1))
    way = _unit(n + np.asarray(lay) + rng.normal(0, 0.35, (count, 3)))
    side = _unit(np.cross(way, rng.normal(0, 1, (count, 3)))) * width / 2
    third = np.cross(way, side)
    tip = root + way * (length * rng.uniform(0.55, 1.1, (count, 1)))
    # Three-sided, open at the root: a flat hair would be black from behind, where a path tracer turns its normal over.
    feet = [root - n * length * 0.1 + side * math.cos(a) + third * math.sin(a) for a in (0, 2 * math.pi / 3, 4 * math.pi / 3)]
    verts = np.stack([*feet, tip], axis=1).reshape(-1, 3)
    faces = (np.arange(count)[:, None, None] * 4 + np.array([(0, 1, 3), (1, 2, 3), (2, 0, 3)])).reshape(-1, 3)
    made = from_geometry("pile", verts, faces, smooth=180)
    hairs = made.data
    soft = np.stack([_unit(2.2 * n + _unit(f - root)) for f in feet] + [_unit(2.2 * n + way)], axis=1).reshape(-1, 3)
    hairs.normals_split_custom_set_from_vertices(soft.tolist())
    return made


def rods(ends, radius: float, *, sides: int = 8) -> bpy.types.Object:
    """Many straight round bars as one object: `ends` (n, 2, 3), metres. Spokes, railings, rigging: bars made one by one would take seconds."""
    ends = np.asarray(ends, float)
    way = _unit(ends[:, 1] - ends[:, 0])
    side = _unit(np.cross(way, np.where(np.abs(way[:, 2:]) > 0.9, (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))))
    third = np.cross(way, side)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = radius * (np.cos(turn)[None, :, None] * side[:, None] + np.sin(turn)[None, :, None] * third[:, None])
    points = np.concatenate([ends[:, :1] + ring, ends[:, 1:] + ring], axis=1)
    round_ = [(k, (k + 1) % sides, sides + (k + 1) % sides, sides + k) for k in range(sides)]
    caps = [tuple(range(sides))[::-1], tuple(range(sides, 2 * sides))]
    return repeated(points, [*round_, *caps], smooth=50)


def copies(piece: bpy.types.Object, matrices, *, smooth: float = 40.0) -> bpy.types.Object:
    """The piece at each of many places (n, 4, 4), as one object; the piece itself is consumed."""
    matrices = np.asarray(matrices, float)
    flat = np.concatenate([vertices(piece).astype(float), np.ones((len(piece.data.vertices), 1))], axis=1)
    faces = [tuple(p.vertices) for p in piece.data.polygons]
    discard(piece)
    return repeated(np.einsum("nij,mj->nmi", matrices, flat)[:, :, :3], faces, smooth=smooth)


def repeated(points: np.ndarray, faces, *, smooth: float | None = 40.0, tones=None) -> bpy.types.Object:
    """One object of many pieces alike: `points` (n, m, 3), the `faces` of one piece; `tones` (n,) paints each piece (see `tint`). By whole arrays."""
    n, m, _ = points.shape
    sizes = np.array([len(f) for f in faces], np.int32)
    one = np.concatenate([np.asarray(f, np.int32) for f in faces])
    corners = (np.arange(n, dtype=np.int32)[:, None] * m + one).ravel()
    starts = np.concatenate([[0], np.cumsum(np.tile(sizes, n))[:-1]]).astype(np.int32)
    mesh = bpy.data.meshes.new("pieces")
    lay(mesh, points, corners, starts)
    mesh.update(calc_edges=True)
    made = shade(bpy.data.objects.new("pieces", mesh), smooth)
    bpy.context.scene.collection.objects.link(made)
    return made if tones is None else tint(made, lambda _: np.repeat(np.asarray(tones, float), m))


def hull(rows, *, rings: int = 40, sides: int = 40) -> bpy.types.Object:
    """A body along x through stations (x, z, half width, up, down, exponent), smooth between them: tanks, saddles, cowls. Sections are superellipses."""
    rows = smooth_path(np.asarray(rows, float), rings)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    power = lambda v, e: np.sign(v) * np.abs(v) ** (2 / e)  # noqa: E731
    skin = [np.stack([np.full(sides, x), w * power(c, e), z + np.where(s > 0, up, down) * power(s, e)], axis=1) for x, z, w, up, down, e in rows]
    return loft(skin, smooth=50)


def mudguard(x: float, z: float, radius: float, start: float, end: float, half: float, *, drop: float = 0.3, thick: float = 0.002) -> bpy.types.Object:
    """A strip of sheet bent around a wheel's axle (x, z) in the x–z plane, from `start` to `end` degrees, `half` as wide each way, its sides `drop` times that lower."""
    angles, u = np.radians(np.linspace(start, end, 44)), np.linspace(-1, 1, 13)
    r = radius - half * drop * np.abs(u) ** 2.4
    points = np.stack([x + r * np.cos(angles)[:, None], np.broadcast_to(half * np.sign(u) * np.abs(u) ** 0.85, (44, 13)), z + r * np.sin(angles)[:, None]], axis=2)
    faces = [(i * 13 + j, i * 13 + j + 1, (i + 1) * 13 + j + 1, (i + 1) * 13 + j) for i in range(43) for j in range(12)]
    return solidify(from_geometry("mudguard", points.reshape(-1, 3), faces, smooth=180), thick)


def coil(a, c, radius: float, wire: float, turns: int) -> bpy.types.Object:
    """A spring of `turns` turns between two points."""
    a, c = np.asarray(a, float), np.asarray(c, float)
    way = _unit(c - a)
    side = _unit(np.cross(way, (0.0, 1.0, 0.0) if abs(way[1]) < 0.9 else (1.0, 0.0, 0.0)))
    third, t = np.cross(way, side), np.linspace(0, 1, turns * 14)[:, None]
    turn = 2 * np.pi * turns * t
    return sweep(a + (c - a) * t + radius * (np.cos(turn) * side + np.sin(turn) * third), wire, sides=6)


def slab(outline, depth: float, *, y: float = 0.0, bevel: float = 0.002, segments: int = 3) -> bpy.types.Object:
    """An upright outline of (x, z), either way round, made `depth` thick along y about `y`, metres: cheeks, jibs, cabs, plates."""
    rim = np.asarray(outline, float)
    after = np.roll(rim, -1, axis=0)
    rim = rim if float(np.sum(rim[:, 0] * after[:, 1] - after[:, 0] * rim[:, 1])) > 0 else rim[::-1]
    return move(rotate(extrude([tuple(p) for p in rim], depth, bevel=bevel, segments=segments), 90), 0, y + depth / 2, 0)


def turned(profile, at=(0.0, 0.0, 0.0), axis: str = "y", *, segments: int = 40, smooth: float = 40.0) -> bpy.types.Object:
    """A lathe that lies: its profile of (radius, along) runs from `at` towards the lens (`y`, that is -Y) or to the right (`x`)."""
    made = lathe(profile, segments=segments, smooth=smooth)
    return move(rotate(made, 90) if axis == "y" else rotate(made, 0, 90), *at)


def pierced(place, rows: int, columns: int, share: float, thickness: float, *, only=None) -> bpy.types.Object:
    """A sheet with a round hole in each of its cells: colanders, graters, grilles.

    `place` takes (n, 2) shares 0 … 1 along columns and rows to points (n, 3), metres; a hole is `share` of its cell across; `only(u, v)` tells which have one.
    """
    turn = np.radians(np.arange(8) * 45.0)
    way = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rim = 0.5 + 0.5 * way / np.abs(way).max(axis=1, keepdims=True)
    cell, points, faces = np.concatenate([rim, 0.5 + 0.5 * share * way]), [], []
    for r in range(rows):
        for c in range(columns):
            base = len(points) * 16
            points.append((cell + (c, r)) / (columns, rows))
            faces += [(base + k, base + (k + 1) % 8, base + 8 + (k + 1) % 8, base + 8 + k) for k in range(8)]
            if only is not None and not only((c + 0.5) / columns, (r + 0.5) / rows):
                faces.append(tuple(base + 8 + k for k in range(8)))
    made = from_geometry("pierced", place(np.concatenate(points)), faces, smooth=60)
    return solidify(welded(made), thickness, offset=0.0)


def welded(object: bpy.types.Object, within: float = 1e-5) -> bpy.types.Object:
    """Vertices nearer to one another than `within` metres become one."""
    import bmesh

    work = bmesh.new()
    work.from_mesh(object.data)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=within)
    work.to_mesh(object.data)
    work.free()
    return shade(object, 60)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Fruit from warm places: watermelon, pineapple, kiwi, pomegranate, mango, coconut; whole, or cut where that is asked for."""

from __future__ import annotations

import math

import bmesh
import numpy as np

from diorama_stage.kit import Builder, Spec, discard, displace, ellipsoid, field, from_geometry, lathe, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, frames, grid_faces, leaf, unit
from diorama_stage.kit.parts import copies, pile, tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.nature import blooms
from diorama_stage.props.registry import prop

CUT = ("halved", "cut", "open", "opened", "split", "sliced")


def is_cut(spec: Spec) -> bool:
    return spec.has(*CUT) or spec.is_a("half")


def stirred(body, change):
    """Move the vertices: `change` takes positions (n, 3) and gives new ones."""
    set_points(body.data, change(vertices(body).astype(float)))
    return body


def cut_away(body, axis: int, side: int):
    """Take away what lies on one `side` of an axis; the shell stays open there."""
    work, way = bmesh.new(), [0.0, 0.0, 0.0]
    way[axis] = float(side)
    work.from_mesh(body.data)
    bmesh.ops.bisect_plane(work, geom=[*work.verts, *work.edges, *work.faces], plane_co=(0, 0, 0), plane_no=way, clear_outer=True)
    work.to_mesh(body.data)
    work.free()
    body.data.update()
    return body


def disc(radius: float, *, rings: int = 40, around: int = 120, squash: float = 1.0, dome: float = 0.0):
    """A round cut face in x and y at z = 0, finely divided for its tints; `dome` metres swell its middle."""
    far, a = np.meshgrid(np.linspace(0.004, 1, rings), np.linspace(0, 2 * math.pi, around, endpoint=False), indexing="ij")
    at = np.stack([radius * far * np.cos(a), radius * squash * far * np.sin(a), dome * (1 - far**2)], axis=-1)
    return from_geometry("face", at.reshape(-1, 3), grid_faces(rings, around, closed=True)[:, ::-1], smooth=180)


@prop("watermelon")
def watermelon(spec: Spec, b: Builder) -> None:
    """Whole, pale green with jagged dark bands; halved, its red face to the front; or a wedge on its rind."""
    wedge = spec.has("sliced") or spec.is_a("slice", "wedge")
    r = b.vary(0.118, 0.05)
    b.slot("body", "apple_skin", "#7f9d58", finish=("satin",))
    n = 11
    rind = lambda a, u, p: np.clip(
        (np.cos(n * a + 0.9 * np.sin(9 * u + 2) + 1.6 * field(p, r * 0.22, seed=spec.seed) + 0.8 * field(p, r * 0.07, seed=spec.seed + 1)) + 0.05) * 3.2 * np.cos(u) ** 0.4, 0, 1
    )
    if wedge or is_cut(spec):
        b.slot("flesh", "cheese", "#cf2430", role="fixed", finish=("satin",))
        b.slot("seeds", "lacquer", "#1d120d", role="fixed")
        made = _wedge(b, spec, r, math.radians(64) if wedge else math.pi, rind)
        turn = b.rng.uniform(-26, 26)
        for o in made:
            rotate(rotate(o, 0 if wedge else 62), 0, 0, turn)
        grounded(*made)
        return
    body = ellipsoid(r * 1.2, r, r, segments=180)
    tint(body, lambda p: toward("#7f9d58", "#1d3a1b", rind(np.arctan2(p[:, 2], p[:, 1]), np.arcsin(np.clip(p[:, 0] / (r * 1.2), -1, 1)), p)) * (1 + 0.1 * field(p, 0.02, seed=3)[:, None]))
    made = [b.add(displace(body, r * 0.02, r, seed=spec.seed), "body")]
    b.slot("stem", "bark", "#7a7a45", role="fixed")
    stem = smooth_path([(r * 1.19, 0, 0), (r * 1.26, 0, 0.004), (r * 1.33, 0.006, 0.012), (r * 1.36, 0.016, 0.024), (r * 1.33, 0.026, 0.028)], 24)
    made.append(b.add(sweep(stem, np.linspace(0.0042, 0.0026, 24), sides=10), "stem"))
    turn = b.rng.uniform(20, 60)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


def _wedge(b: Builder, spec: Spec, r: float, open_: float, rind) -> list:
    """The part of a melon between two cuts through its long axis, which lies along x; its rind below."""
    rows, columns = 90, 56
    u, a = np.meshgrid(np.linspace(-math.pi / 2 + 0.004, math.pi / 2 - 0.004, rows), -math.pi / 2 + np.linspace(-open_ / 2, open_ / 2, columns), indexing="ij")
    long = 1.12
    skin = np.stack([r * long * np.sin(u), r * np.cos(u) * np.cos(a), r * np.cos(u) * np.sin(a)], axis=-1).reshape(-1, 3)
    body = from_geometry("rind", skin, grid_faces(rows, columns)[:, ::-1], smooth=180)
    tint(body, lambda p: toward("#7f9d58", "#1d3a1b", rind(a.ravel(), u.ravel(), p)))
    made = [b.add(body, "body")]
    rng = np.random.default_rng(spec.seed)
    for side in (-1, 1):
        c = -math.pi / 2 + side * open_ / 2
        v, w = np.array((0, math.cos(c), math.sin(c))), np.array((0, -math.sin(c), math.cos(c))) * side
        t, q = np.meshgrid(np.linspace(0.0, 1, 60), np.linspace(-math.pi / 2, math.pi / 2, 110), indexing="ij")
        flat = r * t * long * np.sin(q), r * t * np.cos(q)
        at = (flat[0][..., None] * np.array((1.0, 0, 0)) + flat[1][..., None] * v).reshape(-1, 3)
        depth = (1 - t.ravel()) * r
        grain = field(at, 0.006, seed=spec.seed + 5) * 0.06 + 0.08 * field(at, 0.02, seed=spec.seed + 6)
        at = at + w * (0.0002 * field(at, 0.005, seed=4) * np.clip(depth / 0.01, 0, 1))[:, None]
        face = from_geometry("flesh", at, grid_faces(60, 110) if side > 0 else grid_faces(60, 110)[:, ::-1], smooth=180)
        red = np.clip((depth - 0.0105) / 0.009, 0, 1)[:, None]
        green = np.clip(1 - (depth - 0.0012) / 0.003, 0, 1)[:, None]
        pale = toward("#cf2430", "#eef0d2", np.ones(len(at)))
        leafy = toward("#cf2430", "#86a35c", np.ones(len(at)))
        tone = (1 - red) * ((1 - green) * pale + green * leafy) + red * (1 + grain[:, None] + toward("#cf2430", "#f2a9a0", 0.25 * np.exp(-(((depth - 0.016) / 0.008) ** 2))) - 1)
        made.append(b.add(tint(face, lambda _, tone=tone: tone), "flesh"))
        pips = Growth()
        bead = ellipsoid(0.0046, 0.0029, 0.0016, segments=16)
        shape = (vertices(bead).astype(float), np.array([f for p in bead.data.polygons for f in ([p.vertices[:3]] if len(p.vertices) == 3 else [p.vertices[:3], (p.vertices[0], *p.vertices[2:])])]))
        discard(bead)
        count = 26
        q = np.linspace(-1.25, 1.25, count) + rng.normal(0, 0.03, count)
        t = rng.choice((0.6, 0.7, 0.44), count) + rng.normal(0, 0.025, count)
        place = np.stack([r * t * long * np.sin(q), r * t * np.cos(q)], axis=1)
        keep = place[:, 1] > 0.014
        place, q = place[keep], q[keep]
        at = place[:, :1] * np.array((1.0, 0, 0)) + place[:, 1:] * v + w * 0.0006
        along = np.sin(q)[:, None] * np.array((1.0, 0, 0)) + np.cos(q)[:, None] * v
        pips.copies(shape, at, frames(along, w), rng.uniform(0.8, 1.1, len(at)))
        made.append(b.add(pips.object("seeds"), "seeds"))
    return made


@prop("pineapple")
def pineapple(spec: Spec, b: Builder) -> None:
    """Golden eyes in crossing spirals, each with a dry tip, and a crown of stiff grey-green leaves."""
    h, r = b.vary(0.165, 0.06), b.vary(0.056, 0.05)
    b.slot("body", "citrus_skin", "#c98a2b", finish=("satin",))
    b.slot("crown", "leaf", "#5f7f52", role="fixed", params={"thin": 0.08})
    b.slot("tips", "straw", "#8a6a3c", role="fixed")
    outline = smooth_path([(0.0, 0.0), (0.55 * r, 0.0), (0.86 * r, 0.02), (r, h * 0.3), (0.99 * r, h * 0.55), (0.86 * r, h * 0.84), (0.55 * r, h * 0.97), (0.3 * r, h)], 220)
    body = lathe([*map(tuple, outline), (0, h)], segments=260, smooth=180)
    n1, n2 = 8, 13
    k1, k2 = 2 * math.pi * 3.2 / h, 2 * math.pi * 5.2 / h
    p = vertices(body).astype(float)
    a, z = np.arctan2(p[:, 1], p[:, 0]), p[:, 2]
    one, two = 0.5 + 0.5 * np.cos(n1 * a + k1 * z), 0.5 + 0.5 * np.cos(n2 * a - k2 * z)
    eye = (one * two) ** 0.55
    out = np.stack([np.cos(a), np.sin(a), 0 * a], axis=1)
    p += out * (0.0052 * (eye - 0.6) - 0.0016 * np.exp(-(((1 - one * two) / 0.05) ** 2)))[:, None] * np.clip(np.hypot(p[:, 0], p[:, 1]) / (0.5 * r), 0, 1)[:, None]
    set_points(body.data, p)
    ripe = np.clip(z / h + 0.25 * field(p, 0.05, seed=spec.seed), 0, 1)
    tone = toward("#c98a2b", "#33401d", np.clip(1.15 - 1.35 * eye, 0, 1)) * toward("#c98a2b", "#8c8a35", 0.55 * ripe) * (1 + 0.12 * field(p, 0.006, seed=2))[:, None]
    tone = tone * (1 - 0.45 * np.exp(-(((1 - one * two) / 0.1) ** 2))[:, None])
    b.add(tint(body, lambda _: tone), "body")
    spikes = Growth()
    shape = leaf(0.55, fold=0.2, curl=0.5, rows=4, base=0.6)
    for i in range(-60, 60):
        for j in range(-60, 60):
            # An eye is where both spirals are at a crest: n1 a + k1 z = 2 pi i and n2 a - k2 z = 2 pi j.
            zz = 2 * math.pi * (n2 * i - n1 * j) / (n2 * k1 + n1 * k2)
            aa = (2 * math.pi * i - k1 * zz) / n1
            if 0.012 < zz < h * 0.94 and -math.pi <= aa < math.pi:
                rr = float(np.interp(zz, outline[:, 1], outline[:, 0])) + 0.001
                o = np.array((math.cos(aa), math.sin(aa), 0))
                spikes.copies(shape, [o * rr + (0, 0, zz - 0.0008)], frames([o * 0.45 + (0, 0, 1.0)], o), 0.0085 * b.rng.uniform(0.7, 1.15), b.rng.uniform(0.6, 1.1))
    b.add(spikes.object("tips"), "tips")
    crown = Growth()
    blade = leaf(0.13, fold=0.3, curl=0.12, rows=12, columns=5, base=0.35, point=1.6)
    many = 58
    for k in range(many):
        u = k / (many - 1)
        c = k * blooms.GOLDEN
        o = np.array((math.cos(c), math.sin(c), 0))
        length = 0.07 + 0.075 * u**0.7 * b.rng.uniform(0.9, 1.1)
        rise = 0.25 + 1.9 * u**1.1
        foot = o * r * 0.26 * (1 - u) + (0, 0, h - 0.004 + 0.04 * u)
        crown.copies(blade, [foot], frames([o + (0, 0, rise)], -o * rise + (0, 0, 1.0)), length, np.array([(1.0, 1.0, 1.0)]) * b.rng.uniform(0.72, 1.15) * np.array((1.0 + 0.2 * u, 1.0, 0.95)))
    b.add(crown.object("crown"), "crown", "leaves")
    b.footprint = "round"


@prop("kiwi")
def kiwi(spec: Spec, b: Builder) -> None:
    """A brown furry egg; or its half, face up to the front: bright green rays and black seeds about a white core."""
    long, r = b.vary(0.034, 0.06), b.vary(0.0255, 0.05)
    b.slot("body", "mushroom", "#7d5f38", finish=("matte",))
    b.slot("fuzz", "straw", "#9a7744", role="fixed")
    body = displace(ellipsoid(long, r, r * 0.95, segments=72), r * 0.05, r, seed=spec.seed)
    if not (is_cut(spec) or spec.has("sliced") or spec.is_a("slice")):
        stirred(body, lambda p: p * (1 - 0.03 * np.exp(-(((np.abs(p[:, 0]) - long) / 0.003) ** 2)))[:, None])
        tint(body, lambda p: (0.95 + 0.16 * field(p, 0.006, seed=spec.seed)) * (1 - 0.5 * np.exp(-(((p[:, 0] - long) / 0.003) ** 2))))
        made = [b.add(body, "body"), b.add(pile(body, 9000, 0.0024, 0.00016, seed=spec.seed, lay=(0.5, 0, -0.2)), "fuzz")]
        turn = b.rng.uniform(-40, 40)
        for o in made:
            rotate(o, 0, 0, turn)
        grounded(*made)
        b.footprint = "round"
        return
    b.slot("flesh", "cheese", "#8fb53a", role="fixed", finish=("satin",))
    b.slot("seeds", "lacquer", "#17130d", role="fixed")
    cut_away(rotate(body, 0, 90, 0), 2, 1)
    face = displace(disc(r * 1.0, dome=0.0006), 0.0002, 0.003, seed=spec.seed)

    def rays(p):
        far, a = np.hypot(p[:, 0], p[:, 1]) / r, np.arctan2(p[:, 1], p[:, 0])
        core = np.clip(1.25 - far / (0.2 + 0.03 * np.sin(5 * a)), 0, 1)
        ray = (0.5 + 0.5 * np.cos(a * 34 + field(p, 0.008, seed=1))) * np.exp(-(((far - 0.4) / 0.22) ** 2))
        light = np.clip(core + 0.35 * ray + 0.22 * np.clip((far - 0.6) / 0.3, 0, 1), 0, 1)
        return (
            toward("#8fb53a", "#f1f0cd", light)
            * (1 - 0.4 * np.clip(1 - np.abs(far - 0.42) / 0.17, 0, 1)[:, None] * np.array((1.0, 0.55, 1.0)))
            * (1 - 0.3 * np.clip((far - 0.94) / 0.05, 0, 1))[:, None]
        )

    made = [b.add(tint(body, lambda p: 0.95 + 0.16 * field(p, 0.006, seed=spec.seed)), "body"), b.add(tint(face, rays), "flesh")]
    rng, pips = np.random.default_rng(spec.seed), Growth()
    n = 44
    a, far = np.arange(n) * 2 * math.pi / n * 1.0 + rng.normal(0, 0.03, n), r * (0.36 + 0.1 * (np.arange(n) % 3) / 2 + rng.normal(0, 0.018, n))
    shape = (np.array([(1, 0, 0.1), (-1, 0, 0.1), (0, 0.55, 0.1), (0, -0.55, 0.1), (0, 0, 0.5)]), np.array([(0, 2, 4), (2, 1, 4), (1, 3, 4), (3, 0, 4)]))
    at = np.stack([far * np.cos(a), far * np.sin(a), np.full(n, 0.0007)], axis=1)
    pips.copies(shape, at, frames(np.stack([np.cos(a), np.sin(a), 0 * a], axis=1)), 0.00135)
    made.append(b.add(pips.object("seeds"), "seeds"))
    turn = b.rng.uniform(-30, 30)
    for o in made:
        rotate(rotate(o, 34), 0, 0, turn)
    grounded(*made)  # no round footprint: its cut face looks to the front


@prop("pomegranate")
def pomegranate(spec: Spec, b: Builder) -> None:
    """A leathery red globe, faintly six-sided, with a crown; or half of one, packed with seeds like glass."""
    r = b.vary(0.044, 0.06)
    b.slot("body", "apple_skin", b.choose("#a3262b", "#b03a32", "#96202a"), finish=("satin",))
    cut = is_cut(spec)
    outline = [(0, -0.95), (0.35, -0.92), (0.75, -0.68), (1.0, -0.08), (0.93, 0.42), (0.66, 0.78), (0.36, 0.93), (0.27, 1.02), (0.25, 1.12), (0.29, 1.24)]
    inner = [(0.24, 1.22), (0.2, 1.08), (0.1, 1.0), (0, 0.98)]
    body = lathe(np.concatenate([smooth_path(outline, 90), smooth_path(inner, 24)]) * r, segments=144, smooth=180)
    p = vertices(body).astype(float)
    a, u = np.arctan2(p[:, 1], p[:, 0]), p[:, 2] / r
    crown = np.clip((u - 1.0) / 0.24, 0, 1)
    p[:, :2] *= (1 + 0.02 * np.cos(6 * a) * np.clip(1 - np.abs(u), 0, 1) + 0.3 * crown**2 * (0.4 + np.cos(6 * a + 0.2)))[:, None]
    p[:, 2] -= crown * r * 0.16 * (1 - np.cos(6 * a + 0.2))
    set_points(body.data, p)
    displace(body, r * 0.03, r * 0.8, seed=spec.seed)
    tone = lambda p: (
        (1 + np.clip(0.5 * field(p, r * 0.8, seed=spec.seed + 1) + 0.25, 0, 1)[:, None] * np.array((0.45, 2.1, 0.6)))
        * (1 - np.clip((field(p, r * 0.1, seed=spec.seed + 2) - 1.0) * 2, 0, 0.5)[:, None])
        * (1 + 0.5 * np.clip(p[:, 2:] / r - 1, 0, 1) * np.array((0.2, 1.6, 1.2)))
    )
    tint(body, tone)
    if not cut:
        made = [b.add(body, "body")]
        tilt, turn = b.rng.uniform(15, 50), b.rng.uniform(-60, 60)
    else:
        cut_away(body, 1, -1)
        b.slot("pith", "cheese", "#ecdcae", role="fixed")
        b.slot("arils", "wax", "#8f0f22", role="fixed", finish=("glossy",))
        pith = rotate(disc(r * 0.94), 90)
        made = [b.add(body, "body"), b.add(tint(pith, lambda p: 0.92 + 0.12 * field(p, 0.01, seed=1)), "pith")]
        rng, seeds = np.random.default_rng(spec.seed), []
        for x in np.arange(-0.85, 0.86, 0.128):
            for z in np.arange(-0.85, 0.86, 0.128):
                x1, z1 = x + rng.normal(0, 0.025), z + rng.normal(0, 0.025)
                far, q = math.hypot(x1, z1), math.atan2(z1, x1)
                wall = abs(math.sin(3 * q + 0.3)) * far
                if far < 0.84 and far > 0.1 and wall > 0.075:
                    seeds.append((x1 * r, -0.0005 - 0.0016 * rng.random(), z1 * r, rng.uniform(0, 6.3)))
        seeds = np.array(seeds)
        bead = displace(ellipsoid(0.0036, 0.0029, 0.0031, segments=14), 0.0004, 0.003, seed=1)
        turns = np.zeros((len(seeds), 4, 4))
        turns[:, 3, 3] = 1
        turns[:, :3, :3] = frames(np.stack([np.cos(seeds[:, 3]), 0 * seeds[:, 3], np.sin(seeds[:, 3])], axis=1), (0, -1.0, 0))
        turns[:, :3, 3] = seeds[:, :3]
        made.append(b.add(tint(copies(bead, turns, smooth=180), lambda p: 1 + 0.35 * field(p, 0.006, seed=3)), "arils"))
        tilt, turn = -34, b.rng.uniform(-20, 20)
    for o in made:
        rotate(rotate(o, tilt, 0, 0), 0, 0, turn)
    grounded(*made)
    b.footprint = "box" if cut else "round"


@prop("mango")
def mango(spec: Spec, b: Builder) -> None:
    """A lopsided oval, blushing from green through yellow to red."""
    L = b.vary(0.056, 0.06)
    b.slot("body", "tomato_skin", "#e2a02f", finish=("satin",))
    b.slot("stem", "bark", "#5a4326", role="fixed")
    body = ellipsoid(L, L * 0.72, L * 0.66, segments=120)
    bent = lambda p: np.column_stack([p[:, 0], p[:, 1] + 0.16 * L * (p[:, 0] / L) ** 2 - 0.1 * L * np.exp(-(((p[:, 0] - 0.9 * L) / (0.3 * L)) ** 2)), p[:, 2] * (1 + 0.12 * p[:, 0] / L)])
    displace(stirred(body, bent), L * 0.03, L, seed=spec.seed)
    side = b.rng.uniform(0, 6.3)

    def ripe(p):
        red = np.clip(0.3 + 0.7 * np.cos(np.arctan2(p[:, 2], p[:, 1]) - side) + 0.45 * p[:, 0] / L + 0.3 * field(p, L * 0.8, seed=spec.seed), 0, 1)
        green = np.clip(-0.2 - 0.8 * p[:, 0] / L + 0.3 * field(p, L * 0.6, seed=spec.seed + 1), 0, 0.8)
        dots = np.clip((field(p, 0.0022, seed=spec.seed + 2) - 1.0) * 2.5, 0, 1)[:, None]
        return toward("#e2a02f", "#b5352a", red) * toward("#e2a02f", "#6f8a34", green) * (1 - 0.25 * dots)

    made = [b.add(tint(body, ripe), "body")]
    root = np.array((L * 0.985, 0.06 * L, 0))
    made.append(b.add(sweep([root - (0.003, 0, 0), root + (0.001, 0, 0), root + (0.004, 0, 0.001), root + (0.007, 0, 0.003)], [0.0028, 0.0022, 0.0016, 0.0019], sides=10), "stem"))
    turn = b.rng.uniform(20, 70)
    for o in made:
        rotate(rotate(o, b.spec.seed % 3 * 14 - 14, 0, 0), 0, 0, turn)
    grounded(*made)
    b.footprint = "round"


@prop("coconut")
def coconut(spec: Spec, b: Builder) -> None:
    """A brown nut in coarse fibres, three dark eyes at its end; or half of one, white inside."""
    r, cut = b.vary(0.056, 0.05), is_cut(spec)
    b.slot("body", "mushroom", "#5f4129", finish=("matte",))
    b.slot("fibre", "straw", "#7d5a36", role="fixed")
    body = ellipsoid(r, r, r * 1.06, segments=110)
    displace(displace(body, r * 0.05, r * 0.9, seed=spec.seed), r * 0.02, r * 0.12, seed=1)
    fibre = lambda p: 0.95 + 0.3 * np.sin(np.arctan2(p[:, 1], p[:, 0]) * 46 + 3 * field(p, r * 0.3, seed=spec.seed)) * np.clip(np.hypot(p[:, 0], p[:, 1]) / r, 0, 1) + 0.18 * field(p, r * 0.3, seed=2)
    if cut:
        cut_away(body, 2, 1)
        b.slot("flesh", "cheese", "#f4f0e4", role="fixed")
        inside = [(r * 0.955, 0.0004), (r * 0.93, 0.0012), (r * 0.76, 0.001), *[(r * 0.745 * math.cos(t), -r * 0.78 * math.sin(t)) for t in np.linspace(0.04, math.pi / 2 - 0.001, 30)]]
        flesh = displace(lathe(inside[::-1], segments=110, smooth=60), 0.0006, 0.01, seed=spec.seed)
        made = [b.add(tint(body, fibre), "body"), b.add(flesh, "flesh"), b.add(pile(body, 1500, 0.008, 0.0004, seed=spec.seed, lay=(0, 0, 0.9)), "fibre")]
        tilt = 40
    else:
        b.slot("eyes", "rubber", "#23150d", role="fixed")
        made = [b.add(tint(body, fibre), "body"), b.add(pile(body, 4200, 0.011, 0.0004, seed=spec.seed, lay=(0.0, 0.1, 1.6)), "fibre")]
        for k in range(3):
            a = 2.094 * k + 0.4
            at = unit((0.3 * math.cos(a), 0.3 * math.sin(a), 1.0)) * r * 1.035
            made.append(b.add(ellipsoid(r * 0.105, r * 0.105, r * 0.05, at=tuple(at), segments=24), "eyes"))
        tilt = 68
    turn = b.rng.uniform(-30, 30)
    for o in made:
        rotate(rotate(o, tilt), 0, 0, turn)
    grounded(*made)
    b.footprint = "box" if cut else "round"

# SPDX-License-Identifier: GPL-3.0-or-later
"""`.glb`: the set as any glTF viewer shows it, every look baked.

shapes (what is seen, how large) → looks taken apart → plan (pixels, vertex colours, one colour) → pages baked → materials → meshes → lamps, sky, camera → file
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bpy
import numpy as np
from mathutils import Matrix

from diorama_stage.export import air, bake, channels, gather, maps, punctual, surroundings
from diorama_stage.export.bake import Plan
from diorama_stage.export.channels import Look
from diorama_stage.export.gltf import INDICES, VERTICES, Glb, round_all, y_up
from diorama_stage.export.gltf_materials import Surfaces
from diorama_stage.render import exact
from diorama_stage.render.haze import Air

VARIED = 0.012
"""Standard deviation of a channel from which a picture tells more than its mean."""
CROWD = 100
"""Places of one mesh, from which they are told as instances (EXT_mesh_gpu_instancing) instead of nodes."""
SKY_SEEN = 0.0005
"""Share of the frame in which the sky must be seen to be made a dome."""


def save(path: Path, matrix: np.ndarray, through: Air | None, tell: Callable[[float, str], None]) -> None:
    """Write the open scene. `matrix` (3, 3): exposure and white balance, folded into all light; `through`: the air. The scene is taken apart."""
    scene = bpy.context.scene
    tell(0.0, "light from all around")
    around = _Around(scene, matrix)
    tell(0.1, "gathering meshes")
    materials = [m for m in bpy.data.materials if m.users]
    names = channels.attributes_of(materials)
    shapes = gather.gather(scene, names)
    used = sorted({m.name: m for s in shapes for m in s.materials}.items())
    looks = [channels.take_apart(m) for _, m in used] + [channels.take_apart(bpy.data.materials.new("plain"))]
    frame = gather.Frame.of(scene)
    tell(0.2, "unwrapping")
    plans = bake.plan(shapes, {name: k for k, (name, _) in enumerate(used)}, frame)
    pages = bake.place(plans, {k for k, look in enumerate(looks) if not (isinstance(look.surface.alpha, float) and look.surface.alpha > 0.98)})
    veil = air.veil(through, around.sky, -frame.axes[2])
    baked = bake.bake(plans, looks, pages, names, veil, lambda done, text: tell(0.3 + 0.5 * done, text))
    tell(0.85, "writing")
    glb = Glb()
    writer = _Writer(glb, Surfaces(glb, matrix), looks, baked, matrix)
    nodes = [writer.nodes(p) for p in plans]
    far = max([float(np.linalg.norm(s.world(s.points) - frame.eye, axis=1).max()) for s in shapes], default=100.0)
    near = min([frame.focal / s.scale for s in shapes if s.scale], default=1.0)
    roots = _grouped(glb, plans, nodes)
    roots += around.write(glb, 1.3 * far)
    roots += punctual.lights(glb, scene, matrix, around.centre, around.sun)
    roots.append(punctual.camera(glb, scene, max(0.25 * near, 0.01), 2 * far))
    glb.tree["scenes"], glb.tree["scene"] = [{"name": "set", "nodes": roots, **around.extras}], 0
    glb.write(path)


def _grouped(glb: Glb, plans: list[Plan], nodes: list[list[int]]) -> list[int]:
    """Top nodes: the parts of a thing under its name, then those of the set."""
    groups: dict[str, list[int]] = {}
    for p, made in zip(plans, nodes, strict=True):
        groups.setdefault(p.shape.group, []).extend(made)
    loose = groups.pop("", [])
    return [glb.add("nodes", {"name": name, "children": parts}) for name, parts in groups.items()] + loose


class _Around:
    """Light from all around, read before the scene is taken apart."""

    def __init__(self, scene: bpy.types.Scene, matrix: np.ndarray):
        subjects = [o for o in scene.objects if o.type == "MESH" and o.pass_index > 0]
        corners = [np.array(o.matrix_world @ punctual._vector(*c)) for o in subjects for c in o.bound_box]
        self.centre = np.mean(corners, axis=0) if corners else np.array((0.0, 0.0, 0.5))
        self.sun = surroundings.sun(scene.world)
        seen = float(np.isinf(exact(0.25).depth).mean())
        self.sky = self._without_sun(surroundings.sky(scene.world))
        self.dome = np.maximum(self.sky @ matrix.T, 0) if seen > SKY_SEEN else None
        self.probe = np.maximum(self._without_sun(surroundings.probe(scene, self.centre, subjects)) @ matrix.T, 0)
        self.extras: dict = {}

    def _without_sun(self, light: np.ndarray) -> np.ndarray:
        return light if self.sun is None else surroundings.without_sun(light, self.sun[0])

    def write(self, glb: Glb, radius: float) -> list[int]:
        """The dome, where the sky is seen, and the probe as the scene's extras. Returns nodes."""
        texture, strength = _picture(glb, np.roll(self.probe, -self.probe.shape[1] // 4, axis=1), "environment", 0.998)  # +x in the middle, as three.js has it
        self.extras = {"extras": {"environment": {"texture": texture, "strength": strength, "projection": "equirectangular"}}}
        return [] if self.dome is None else [_dome(glb, self.dome, radius, self.centre)]


def _picture(glb: Glb, light: np.ndarray, name: str, most: float) -> tuple[int, float]:
    """Light as a texture, and the radiance that its white stands for."""
    strength = max(float(np.quantile(light.max(axis=-1), most)), 1e-4)
    return glb.texture(*maps.encode(maps.srgb(light / strength), 92), name), round(strength, 5)


def _dome(glb: Glb, light: np.ndarray, radius: float, centre: np.ndarray) -> int:
    """A sphere around everything, seen from inside, that shines as the sky does."""
    texture, strength = _picture(glb, light, "sky", 0.995)
    u, v = np.meshgrid(np.linspace(0, 1, 65), np.linspace(0, 1, 33))
    across, up = (u - 0.5) * 2 * np.pi, (0.5 - v) * np.pi
    way = np.stack([np.sin(across) * np.cos(up), np.cos(across) * np.cos(up), np.sin(up)], axis=-1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(32), np.arange(64), indexing="ij")
    a = (i * 65 + j).ravel()
    faces = np.concatenate([np.stack([a, a + 66, a + 1], axis=1), np.stack([a, a + 65, a + 66], axis=1)])  # fronts inward
    whole = np.concatenate([i.ravel() > 0, i.ravel() < 31])  # at the poles half of each quad has no area
    points = (centre + radius * way).astype(np.float32)
    attributes = {
        "POSITION": glb.accessor(y_up(points), VERTICES, bounds=True), "NORMAL": glb.accessor(y_up(-way).astype(np.float32), VERTICES),
        "TEXCOORD_0": glb.accessor(np.stack([u, v], axis=-1).reshape(-1, 2).astype(np.float32), VERTICES),
    }  # fmt: skip
    glb.uses("KHR_materials_emissive_strength")
    material = glb.add("materials", {
        "name": "sky", "pbrMetallicRoughness": {"baseColorFactor": [0, 0, 0, 1], "metallicFactor": 0, "roughnessFactor": 1}, "emissiveFactor": [1, 1, 1], "emissiveTexture": {"index": texture},
        "extensions": {"KHR_materials_emissive_strength": {"emissiveStrength": strength}},
    })  # fmt: skip
    indices = glb.accessor(faces[whole].astype(np.uint32).ravel(), INDICES)
    mesh = glb.add("meshes", {"name": "sky", "primitives": [{"attributes": attributes, "indices": indices, "material": material}]})
    return glb.add("nodes", {"name": "sky", "mesh": mesh})


class _Writer:
    """Meshes and their materials."""

    def __init__(self, glb: Glb, surfaces: Surfaces, looks: list[Look], pages: list[dict[str, np.ndarray]], matrix: np.ndarray):
        self.glb, self.surfaces, self.looks, self.matrix = glb, surfaces, looks, matrix
        self.pages = [maps.fill(page) for page in pages]
        self._textures: dict[int, dict] = {}

    def _page(self, number: int, page: dict[str, np.ndarray]) -> dict:
        """Textures that all looks of a page share."""
        out, texture = {}, lambda pixels, name, quality=90: self.glb.texture(*maps.encode(pixels, quality), f"{name} {number}")
        base, alpha = maps.srgb(page["base"]), page["arm"][..., :1]
        if page["seen"].any() and alpha[page["seen"]].min() < 0.98:
            base = np.concatenate([base, maps.data(alpha)], axis=2)
        out["base"] = texture(base, "colour")
        out["arm"] = texture(maps.data(np.stack([np.ones_like(page["arm"][..., 0]), page["arm"][..., 1], page["arm"][..., 2]], axis=-1)), "roughness and metal", 88)
        normal = maps.normals(page)
        if normal is not None:
            out["normal"] = texture(maps.data(normal / 2 + 0.5), "normal", 92)
        return out

    def nodes(self, p: Plan) -> list[int]:
        """The plan's mesh in all its places."""
        alone = len(p.shape.places) == 1
        mesh = self._mesh(p, alone)
        name = p.shape.name
        if alone:
            return [self.glb.add("nodes", {"name": name, "mesh": mesh})]
        parts = [_parts(m) for m in p.shape.places]
        if len(parts) < CROWD:
            return [self.glb.add("nodes", {"name": name, "mesh": mesh, "translation": round_all(t), "rotation": round_all(r), "scale": round_all(s)}) for t, r, s in parts]
        self.glb.uses("EXT_mesh_gpu_instancing")
        stacked = {name: self.glb.accessor(np.array([part[k] for part in parts], np.float32)) for k, name in enumerate(("TRANSLATION", "ROTATION", "SCALE"))}
        return [self.glb.add("nodes", {"name": name, "mesh": mesh, "extensions": {"EXT_mesh_gpu_instancing": {"attributes": stacked}}})]

    def _mesh(self, p: Plan, alone: bool) -> int:
        shape = p.shape
        corners, normals = shape.points[shape.triangles], shape.normals
        if alone:
            matrix = shape.places[0]
            corners = corners @ matrix[:3, :3].T + matrix[:3, 3]
            normals = bake._unit(normals @ np.linalg.inv(matrix[:3, :3]))
            if np.linalg.det(matrix[:3, :3]) < 0:
                corners, normals = corners[:, ::-1], normals[:, ::-1]
        flip = slice(None, None, -1) if alone and np.linalg.det(shape.places[0][:3, :3]) < 0 else slice(None)
        volume, closed, thickness = _solid(shape)
        uv = None if p.uv is None else (p.uv / self.pages[p.page]["seen"].shape[0])[:, flip]
        colours = None if p.colours is None else p.colours[:, flip]
        primitives = []
        for n in np.unique(p.looks):
            mine = p.looks == n
            textured = uv is not None and self._is_varied(p, int(n))
            material = self._material(p, int(n), mine, textured, thickness if closed else 0.0, closed and volume > 0)
            with_normal = "normalTexture" in self.glb.tree["materials"][material]
            primitives.append(_primitive(self.glb, corners[mine], normals[mine], uv[mine] if textured else None, None if colours is None else colours[mine], with_normal) | {"material": material})
        return self.glb.add("meshes", {"name": shape.name, "primitives": primitives})

    def _is_varied(self, p: Plan, n: int) -> bool:
        return max(p.spread[n][k] for k in ("base", "glow", "arm")) > VARIED or not isinstance(self.looks[n].surface.height, float)

    def _material(self, p: Plan, n: int, mine: np.ndarray, textured: bool, thickness: float, closed: bool) -> int:
        if textured and p.page not in self._textures:
            self._textures[p.page] = self._page(p.page, self.pages[p.page])
        textures = dict(self._textures[p.page]) if textured else None
        if textures and isinstance(self.looks[n].surface.height, float):
            textures.pop("normal", None)
        if textures:
            textures |= self._block(p, n)
        return self.surfaces.material(self.looks[n], p.means[n], thickness=thickness, closed=closed, coloured=p.colours is not None, textures=textures)

    def _block(self, p: Plan, n: int) -> dict:
        """What is the block's own: how its alpha is to be taken, and its glow."""
        page = self.pages[p.page]
        low, high = np.floor(p.uv.min(axis=(0, 1))).astype(int), np.ceil(p.uv.max(axis=(0, 1))).astype(int) + 1
        block = {k: v[low[1] : high[1], low[0] : high[0]] for k, v in page.items()}
        seen = block["seen"]
        alpha = block["arm"][..., 0][seen]
        out: dict = {"alpha": "OPAQUE" if not len(alpha) or alpha.min() > 0.98 else "MASK" if ((alpha < 0.15) | (alpha > 0.85)).mean() > 0.85 else "BLEND"}
        if p.spread[n]["glow"] > VARIED:
            out |= self._glow(p, page)
        return out

    def _glow(self, p: Plan, page: dict) -> dict:
        """The glow of a page, normalised by the block's brightest."""
        light = np.maximum(page["glow"] @ self.matrix.T, 0)
        low, high = np.floor(p.uv.min(axis=(0, 1))).astype(int), np.ceil(p.uv.max(axis=(0, 1))).astype(int) + 1
        mine = light[low[1] : high[1], low[0] : high[0]]
        strength = max(float(np.quantile(mine.max(axis=-1), 0.998)), 1e-3)
        texture = np.zeros_like(light)
        texture[low[1] : high[1], low[0] : high[0]] = mine / strength
        return {"glow": self.glb.texture(*maps.encode(maps.srgb(texture), 90), f"glow of {p.shape.name}"), "strength": strength}


def _solid(shape) -> tuple[float, bool, float]:
    """Signed volume, whether the mesh is closed, and its mean chord (Cauchy: four times volume to surface), metres."""
    a, b, c = (shape.points[shape.triangles[:, k]] for k in range(3))
    volume = float((a * np.cross(b, c)).sum() / 6)
    edges = np.sort(np.stack([shape.triangles, np.roll(shape.triangles, -1, axis=1)], axis=2), axis=2).reshape(-1, 2)
    count = np.unique(edges, axis=0, return_counts=True)[1]
    return volume, bool((count == 2).mean() > 0.999), float(4 * abs(volume) / max(shape.areas().sum(), 1e-12)) * shape.stretch


def _parts(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Translation, rotation (x, y, z, w) and scale of a matrix in glTF's axes."""
    at, turn, size = Matrix(matrix).decompose()
    return y_up(np.array(at)), np.array((turn.x, turn.z, -turn.y, turn.w)), np.array((size.x, size.z, size.y))


def _primitive(glb: Glb, corners: np.ndarray, normals: np.ndarray, uv, colours, tangents: bool) -> dict:
    """Triangles as indexed vertices, those that are alike in everything joined."""
    rows = [corners.reshape(-1, 3), normals.reshape(-1, 3)]
    rows += [uv.reshape(-1, 2)] if uv is not None else []
    rows += [colours.reshape(-1, 3)] if colours is not None else []
    table = np.concatenate(rows, axis=1).astype(np.float32)
    keys = np.round(table, 5)
    _, first, back = np.unique(np.ascontiguousarray(keys).view(np.dtype((np.void, keys.shape[1] * 4))).ravel(), return_index=True, return_inverse=True)
    vertices, faces = table[first], back.reshape(-1, 3)
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])]
    normal = vertices[:, 3:6] / np.linalg.norm(vertices[:, 3:6], axis=1, keepdims=True)
    attributes = {"POSITION": glb.accessor(y_up(vertices[:, :3]), VERTICES, bounds=True), "NORMAL": glb.accessor(y_up(normal), VERTICES)}
    if uv is not None:
        attributes["TEXCOORD_0"] = glb.accessor(vertices[:, 6:8], VERTICES)
        if tangents:
            attributes["TANGENT"] = glb.accessor(_tangents(vertices[:, :3], normal, vertices[:, 6:8], faces), VERTICES)
    if colours is not None:
        linear = np.ones((len(vertices), 4), np.float32)
        linear[:, :3] = np.clip(vertices[:, -3:], 0, 1)
        attributes["COLOR_0"] = glb.accessor(np.rint(linear * 65535).astype(np.uint16), VERTICES, normalized=True)
    indices = faces.astype(np.uint16 if len(vertices) < 65535 else np.uint32).ravel()
    return {"attributes": attributes, "indices": glb.accessor(indices, INDICES)}


def _tangents(points: np.ndarray, normals: np.ndarray, uv: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """(n, 4) of tangents along u and the side of the bitangent (Lengyel 2001), v up as normal maps have it, in glTF's axes."""
    d1, d2 = points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]
    (u1, v1), (u2, v2) = (uv[faces[:, 1]] - uv[faces[:, 0]]).T, (uv[faces[:, 2]] - uv[faces[:, 0]]).T
    v1, v2 = -v1, -v2
    area = u1 * v2 - u2 * v1
    weight = np.sign(area)[:, None]
    along, up = (d1 * v2[:, None] - d2 * v1[:, None]) * weight, (d2 * u1[:, None] - d1 * u2[:, None]) * weight
    t, b = np.zeros_like(points), np.zeros_like(points)
    for k in range(3):
        np.add.at(t, faces[:, k], along)
        np.add.at(b, faces[:, k], up)
    t -= normals * (t * normals).sum(axis=1, keepdims=True)
    size = np.linalg.norm(t, axis=1, keepdims=True)
    spare = np.cross(normals, np.where(np.abs(normals[:, 2:]) < 0.9, (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)))
    t = np.where(size > 1e-12, t / np.maximum(size, 1e-20), spare / np.linalg.norm(spare, axis=1, keepdims=True))
    side = np.where((np.cross(normals, t) * b).sum(axis=1) < 0, -1.0, 1.0)
    return np.concatenate([y_up(t), side[:, None]], axis=1).astype(np.float32)

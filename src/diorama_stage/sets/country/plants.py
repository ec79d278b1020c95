# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants and stones to scatter: tufts of grass, flowers, ferns, bushes, broad-leaved trees, rocks. Each stands on z = 0 about the origin."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import join
from diorama_stage.kit.mesher import Mesher, _cube, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.ground import noise
from diorama_stage.sets.rooms.furnishings import foliage

GREENS = {"spring": "#5f7b38", "summer": "#5b6c38", "autumn": "#857846", "winter": "#76704f"}
LEAVES = {
    "spring": ("#6a8a40", "#7a964a"), "summer": ("#48642f", "#586f3a"), "autumn": ("#a9662a", "#b58d3c", "#8a4729", "#85803f"), "winter": ("#6a5a40",),
}  # fmt: skip


HUES = ((1.0, 1.0, 1.0), (1.18, 1.06, 0.8), (0.78, 0.92, 0.98), (1.9, 1.4, 1.7))
"""Of blades, beside the grass's own colour: yellower, bluer, and dry."""
SHARES = (0.4, 0.24, 0.18, 0.18)


def blades(rng, count: int, spread: float, height: float, width: float, *, lean: float = 0.5, segments: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Curved blades as strips: vertices, faces, tints."""
    a, r = rng.uniform(0, 2 * np.pi, count), spread * np.sqrt(rng.random(count))
    base = np.stack([r * np.cos(a), r * np.sin(a), np.zeros(count)], axis=1)
    tall = height * rng.uniform(0.45, 1.0, count)
    turn = rng.uniform(0, 2 * np.pi, count)
    bend = lean * tall * rng.uniform(0.2, 1.2, count)
    t = np.linspace(0, 1, segments + 1)
    out = np.stack([np.cos(turn), np.sin(turn), np.zeros(count)], axis=1)
    side = np.stack([-np.sin(turn), np.cos(turn), np.zeros(count)], axis=1)
    centre = base[:, None] + out[:, None] * (bend[:, None] * t**2)[..., None] + np.array((0, 0, 1.0)) * (tall[:, None] * (t - 0.18 * t**3))[..., None]
    half = width * (1 - t**1.5) + width * 0.05
    left, right = centre - side[:, None] * half[:, None], centre + side[:, None] * half[:, None]
    vertices = np.stack([left, right], axis=2).reshape(-1, 3)
    n, k = count, segments + 1
    i, j = np.meshgrid(np.arange(n), np.arange(segments), indexing="ij")
    a0 = (i * k + j) * 2
    faces = np.stack([a0, a0 + 1, a0 + 3, a0 + 2], axis=-1).reshape(-1, 4)
    tone = rng.uniform(0.65, 1.2, count)[:, None, None] * (0.45 + 0.55 * t)[None, :, None]
    hue = np.array(HUES)[rng.choice(len(HUES), count, p=SHARES)][:, None]
    tint = tone * (hue + (np.array((1.6, 1.25, 1.3)) - hue) * (0.45 * rng.random(count)[:, None] * t[None] ** 3)[..., None])
    return vertices, faces, np.repeat(tint, 2, axis=1).reshape(-1, 3)


STRAW = np.array((0.36, 0.27, 0.16))
"""Reflectance of dry stalks and ears."""


def heads(rng, count: int, spread: float, height: float, colour: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Stalks above the grass that end in ears: vertices, faces, tints."""
    vertices, faces, _ = blades(rng, count, spread, height, 0.0011, lean=0.3, segments=2)
    tops = (vertices.reshape(count, 6, 3)[:, 4] + vertices.reshape(count, 6, 3)[:, 5]) / 2
    grains = 9
    along = np.linspace(0, 1, grains)
    lean = rng.normal(0, 0.18, (count, 1, 2)) * along[None, :, None]
    ear = height * rng.uniform(0.12, 0.24, count)
    at = np.repeat(tops[:, None], grains, axis=1)
    at[..., 2] += (along[None] - 0.75) * ear[:, None]
    at[..., :2] += lean * ear[:, None, None] * 2
    more, quads, _ = leaves_at(rng, at.reshape(-1, 3), height * 0.026)
    straw = STRAW / np.maximum(np.array(linear(colour)[:3]), 0.02) * rng.uniform(0.45, 1.1, (count, 1))
    tints = np.concatenate([np.repeat(straw * 0.7, 6, axis=0), np.repeat(straw, grains * 4, axis=0)])
    return np.concatenate([vertices, more]), np.concatenate([faces, quads + len(vertices)]), tints


def grass(seed: int, colour: str, *, height: float = 0.25, spread: float = 0.12, count: int = 60, width: float = 0.0028, variants: int = 3, lean: float = 0.5, seeding: float = 0.0) -> list[bpy.types.Object]:
    """Tufts; `seeding`: stalks with ears, as a share of the blades, in two tufts of three."""
    rng = np.random.default_rng(seed)
    paint = foliage(colour, rough=0.6, shine=0.2)
    made = []
    for k in range(variants):
        vertices, faces, tints = blades(rng, count, spread, height * (0.75, 1.0, 0.9)[k % 3], width, lean=lean * (1.3, 0.9, 1.0)[k % 3])
        if seeding and k % 3:
            more, quads, straw = heads(rng, max(2, int(count * seeding)), spread, height * 1.45, colour)
            vertices, faces, tints = np.concatenate([vertices, more]), np.concatenate([faces, quads + len(vertices)]), np.concatenate([tints, straw])
        made.append(mesh("grass", vertices, faces, smooth=True, material=paint, colours=tints))
    return made


def flowers(seed: int, colours: tuple[str, ...], *, height: float = 0.3, size: float = 0.02) -> list[bpy.types.Object]:
    """Stems with open blossoms: petals around a yellow heart; one variant per colour."""
    rng = np.random.default_rng(seed)
    made = []
    paint = foliage("#ffffff", rough=0.7, shine=0.1)
    for colour in colours:
        m = Mesher()
        petals = np.array(linear(colour)[:3])
        for _ in range(4):
            x, y = rng.uniform(-0.08, 0.08, 2)
            h = height * rng.uniform(0.7, 1.05)
            tip = np.array((x + rng.uniform(-0.04, 0.04), y + rng.uniform(-0.04, 0.04), h))
            m.tube([(x, y, 0), ((x + tip[0]) / 2, (y + tip[1]) / 2, h * 0.55), tip], 0.0014, sides=4, tint=(0.1, 0.18, 0.04))
            lean = rng.uniform(-0.5, 0.5, 2)
            n = int(rng.integers(5, 9))
            s = size * rng.uniform(0.7, 1.2)
            up = np.array((lean[0], lean[1], 1.0))
            up /= np.linalg.norm(up)
            u = np.cross(up, (0, 1, 0.1))
            u /= np.linalg.norm(u)
            v = np.cross(up, u)
            for k in range(n):
                p, w = 2 * math.pi * k / n, math.pi / n * 0.95
                ray = lambda q: u * math.cos(q) + v * math.sin(q)  # noqa: E731
                m.add([tip, tip + ray(p - w) * s * 0.65 + up * s * 0.15, tip + ray(p) * s + up * s * 0.1, tip + ray(p + w) * s * 0.65 + up * s * 0.15], [(0, 1, 2, 3)], tint=petals * rng.uniform(0.85, 1.1))
            m.soft(*(tip[0] + s * np.array((-0.22, 0.22))), *(tip[1] + s * np.array((-0.22, 0.22))), tip[2], tip[2] + s * 0.25, s * 0.2, steps=1, tint=(0.75, 0.45, 0.05))
        made.append(m.object("flower", paint))
    return made


def fern(seed: int, *, size: float = 0.6, fronds: int = 11, colour: str = "#47602e") -> bpy.types.Object:
    """Arching fronds with rows of leaflets that shorten to the tip."""
    rng, m = np.random.default_rng(seed), Mesher()
    for k in range(fronds):
        a = 2 * math.pi * k / fronds + rng.uniform(-0.2, 0.2)
        length, rise = size * rng.uniform(0.7, 1.1), rng.uniform(0.5, 0.9)
        out, side = np.array((math.cos(a), math.sin(a), 0)), np.array((-math.sin(a), math.cos(a), 0))
        t = np.linspace(0, 1, 22)
        spine = out * (length * t)[:, None] + np.array((0, 0, 1.0)) * (length * rise * (t - 0.9 * t**2.2))[:, None]
        tone = rng.uniform(0.7, 1.15)
        for i in range(2, 21):
            reach = length * 0.24 * (1 - t[i]) ** 0.7 * min(1, t[i] * 5)
            w = length * 0.02
            along = spine[i + 1] - spine[i - 1]
            along /= np.linalg.norm(along)
            for s in (-1, 1):
                tip = spine[i] + s * side * reach + along * reach * 0.35 - (0, 0, reach * 0.25)
                middle = (spine[i] + tip) / 2
                m.add([spine[i], middle + along * w, tip, middle - along * w], [(0, 1, 2, 3)], tint=(tone,) * 3)
    return m.object("fern", foliage(colour, rough=0.6, shine=0.2))


def leaves_at(rng, points: np.ndarray, size: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Diamond leaves of random direction at points (n, 3): vertices, faces, tints."""
    n = len(points)
    along = rng.normal(size=(n, 3)) + (0, 0, -0.25)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, rng.normal(size=(n, 3)))
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    s = size * rng.uniform(0.6, 1.25, (n, 1))
    vertices = np.stack([points, points + along * s * 0.5 + side * s * 0.3, points + along * s, points + along * s * 0.5 - side * s * 0.3], axis=1).reshape(-1, 3)
    faces = np.arange(4 * n).reshape(n, 4)
    return vertices, faces, np.repeat(rng.uniform(0.65, 1.2, (n, 1)) * np.ones(3), 4, axis=0)


def broadleaf(seed: int, *, height: float = 9.0, leaves: int = 9000, colour: str = "#44702f", leaf: float = 0.16, trunk: float = 0.3, bare: float = 0.3, spread: float = 0.36, bark: str = "#5b4c3d") -> bpy.types.Object:
    """A tree whose branches fork to clusters of leaves. `bare`: share of the height without branches; leaves = 0: a winter tree."""
    rng, wood = np.random.default_rng(seed), Mesher()
    tips: list[np.ndarray] = []

    def grow(start: np.ndarray, way: np.ndarray, length: float, radius: float, depth: int) -> None:
        bend = rng.normal(size=3) * 0.14
        t = np.linspace(0, 1, 5)[:, None]
        path = start + way * length * t + bend * length * t**2
        wood.tube(path, np.linspace(radius, radius * 0.62, 5), sides=max(4, 9 - 2 * depth))
        if depth >= 2:
            tips.extend(path[2:])
        if depth == 4:
            return
        forks = int(rng.integers(3, 5)) if depth else 6
        for k in range(forks):
            a = 2 * math.pi * (k + rng.uniform(-0.3, 0.3)) / forks
            wide = rng.uniform(0.45, 0.95) if depth else rng.uniform(0.5, 1.1)
            side = np.array((math.cos(a), math.sin(a), 0.0))
            new = way * (1 - wide * 0.45) + side * wide + (0, 0, 0.22)
            new /= np.linalg.norm(new)
            at = path[-1] if depth else path[0] + (path[-1] - path[0]) * rng.uniform(0.62, 1.0)
            grow(at, new, length * rng.uniform(0.55, 0.75) * (spread / 0.36 if depth == 0 else 1), radius * 0.58, depth + 1)

    flare = Mesher()
    grow(np.zeros(3), np.array((rng.uniform(-0.05, 0.05), rng.uniform(-0.05, 0.05), 1.0)), height * (bare + 0.16), trunk, 0)
    flare.tube([(0, 0, -0.3), (0, 0, 0.15), (0, 0, 0.7)], [trunk * 1.7, trunk * 1.25, trunk], sides=9)
    made = wood.object("tree", barks(bark), smooth=True)

    parts = [made, flare.object("foot", made.data.materials[0], smooth=True)]
    if leaves:
        centres = np.array(tips)
        chosen = centres[rng.integers(0, len(centres), leaves)] + rng.normal(size=(leaves, 3)) * height * 0.035
        vertices, faces, tints = leaves_at(rng, chosen, leaf)
        inner = 1 - 0.35 * np.exp(-((np.hypot(vertices[:, 0], vertices[:, 1]) / (height * 0.16)) ** 2))
        crown = mesh("crown", vertices, faces, material=foliage(colour), colours=tints * inner[:, None])
        return together(parts + [crown])
    return join(parts)


def together(objects: list[bpy.types.Object]) -> bpy.types.Object:
    """One object of several meshes that keeps each one's material and tint."""
    first = objects[0]
    with bpy.context.temp_override(active_object=first, selected_editable_objects=objects, object=first):
        bpy.ops.object.join()
    return first


def bush(seed: int, *, size: float = 1.2, leaves: int = 3500, colour: str = "#466e33", leaf: float = 0.07, blossoms: str | None = None) -> bpy.types.Object:
    """A rounded shrub: leaves on the skin of overlapping balls."""
    rng = np.random.default_rng(seed)
    balls = [(rng.uniform(-0.35, 0.35) * size, rng.uniform(-0.35, 0.35) * size, size * rng.uniform(0.25, 0.5), size * rng.uniform(0.25, 0.42)) for _ in range(7)]
    which = rng.integers(0, len(balls), leaves)
    way = rng.normal(size=(leaves, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    centre = np.array([b[:3] for b in balls])[which]
    points = centre + way * np.array([b[3] for b in balls])[which][:, None] * rng.uniform(0.75, 1.05, (leaves, 1))
    points = points[points[:, 2] > 0.01]
    vertices, faces, tints = leaves_at(rng, points, leaf)
    if blossoms:
        bright = np.repeat(rng.random(len(points)) < 0.16, 4)
        tints[bright] = np.array(linear(blossoms)[:3]) / np.maximum(np.array(linear(colour)[:3]), 0.02)
    tints = tints * (0.45 + 0.55 * np.clip(vertices[:, 2] / (size * 0.6), 0, 1))[:, None]
    return mesh("bush", vertices, faces, material=foliage(colour), colours=tints)


def barks(colour: str) -> bpy.types.Material:
    t = Tree("bark")
    long = t.scaled(t.position(), (1, 1, 0.22))
    plates = t.noise(9, detail=7, roughness=0.65, vector=long)
    tone = t.ramp(plates, [(0.3, "#241d17"), (0.55, colour), (0.75, "#8b7c69")])
    moss = t.span(t.noise(1.6, detail=3), 0.55, 0.7, 0.0, 0.35)
    return t.surface(t.principled(t.mix(moss, tone, "#55602f"), 0.9, normal=t.bump(plates, 0.03)))


def rock(seed: int, *, rough: float = 0.35, detail: int = 26, flat: float = 0.7, round: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """A stone of about unit size: vertices and faces. `round` 1: a pebble; 0: broken."""
    rng = np.random.default_rng(seed)

    vertices, faces = _cube(1, detail)
    p = np.clip(vertices, -1, 1) + 0.0
    p /= np.linalg.norm(p, axis=1, keepdims=True)
    if round < 1:  # planes cut off the ball, as fractures do
        for _ in range(int(14 * (1 - round))):
            n = rng.normal(size=3)
            n /= np.linalg.norm(n)
            d = rng.uniform(0.55, 0.85)
            over = np.maximum(p @ n - d, 0)
            p = p - over[:, None] * n * 0.92
    bump = noise.fbm(p[:, 0] * 1.6 + p[:, 2] * 1.1, p[:, 1] * 1.6 - p[:, 2] * 0.9, 5, seed=seed)
    p = p * (1 + rough * 0.5 * bump)[:, None]
    return p * (1, rng.uniform(0.65, 1.0), flat * rng.uniform(0.7, 1.1)), faces


def stones(seed: int, material: bpy.types.Material, *, variants: int = 5, round: float = 1.0, detail: int = 8, sink: float = 0.3) -> list[bpy.types.Object]:
    """Pebbles or rocks of about 2 m (scale them down), sunk into the ground by a share of their height."""
    made = []
    rng = np.random.default_rng(seed)
    for k in range(variants):
        vertices, faces = rock(seed * 31 + k, round=round, detail=detail, rough=0.12 if round > 0.6 else 0.35, flat=0.6)
        vertices[:, 2] += -vertices[:, 2].min() * (1 - sink)
        made.append(mesh("stone", vertices, faces, smooth=True, material=material, colours=np.broadcast_to(rng.uniform(0.55, 1.1) * np.array((1, rng.uniform(0.93, 1.0), rng.uniform(0.85, 1.0))), vertices.shape)))
    return made

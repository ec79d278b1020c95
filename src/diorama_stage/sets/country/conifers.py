# SPDX-License-Identifier: GPL-3.0-or-later
"""Spruces and pines to scatter, from thousands on far slopes to trunks beside the lens; fallen logs. Each stands on z = 0 about the origin."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.country.plants import together
from diorama_stage.sets.rooms.furnishings import foliage

WHITE = 0.8
"""Reflectance of snow on a bough."""


def sprays(rng, root: np.ndarray, out: np.ndarray, reach: np.ndarray, droop: np.ndarray, lift: np.ndarray, twigs: int, wide: float = 0.4) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Boughs (n) as flat sprays of `twigs` twigs on either side: vertices, faces, tone and share of the way out for each vertex. `root`, `out` (n, 3): foot and level way of each."""
    n = len(root)
    side = np.stack([-out[:, 1], out[:, 0], np.zeros(n)], axis=1)
    s = np.repeat(np.linspace(0.1, 1.0, twigs), 2)[None] + rng.uniform(-0.03, 0.03, (n, twigs * 2))
    hand = np.tile([1.0, -1.0], twigs)[None]
    up = np.array((0, 0, 1.0))
    spine = root[:, None] + out[:, None] * (reach[:, None] * s)[..., None] + up * (reach[:, None] * (-droop[:, None] * s + lift[:, None] * s**2))[..., None]
    length = reach[:, None] * wide * (1.08 - 0.75 * s) * rng.uniform(0.6, 1.25, s.shape) + 0.02 * reach.max()
    way = out[:, None] * 0.75 + side[:, None] * (hand * rng.uniform(0.55, 1.0, s.shape))[..., None] + up * rng.normal(-0.22, 0.3, s.shape)[..., None]
    way /= np.linalg.norm(way, axis=-1, keepdims=True)
    across = np.cross(way, up + rng.normal(0, 0.45, way.shape))
    across /= np.maximum(np.linalg.norm(across, axis=-1, keepdims=True), 1e-6)
    w, tip = (length * 0.17)[..., None], spine + way * length[..., None]
    middle = spine + way * (length * 0.45)[..., None]
    vertices = np.stack([spine, middle + across * w, tip, middle - across * w], axis=2).reshape(-1, 3)
    faces = np.arange(len(vertices)).reshape(-1, 4)
    tone = np.repeat((0.5 + 0.6 * s) * rng.uniform(0.75, 1.2, s.shape), 4, axis=1).reshape(-1)
    return vertices, faces, tone, np.repeat(s, 4, axis=1).reshape(-1)


def _green(rng, tone: np.ndarray, colour: str, snow: float) -> np.ndarray:
    """Tints of needles: bluish and yellowish ones; `snow`: the share of twigs that carry it."""
    tint = tone[:, None] * np.repeat(rng.normal(1, 0.06, (len(tone) // 4, 3)), 4, axis=0)
    if snow:
        laden = np.repeat(rng.random(len(tone) // 4) < snow, 4)
        tint[laden] = WHITE * (0.75 + 0.25 * np.clip(tone[laden], 0, 1))[:, None] / np.maximum(np.array(linear(colour)[:3]), 0.004)
    return tint


def conifer(seed: int, *, height: float = 14.0, fine: bool = True, colour: str = "#2c4430", snow: float = 0.0, slim: float = 1.0) -> bpy.types.Object:
    """A spruce: boughs that droop below and rise at the top, longer where there was light. Coarse ones are for thousands, far away."""
    rng = np.random.default_rng(seed)
    whorls, boughs, twigs = (30, 9, 9) if fine else (15, 6, 4)
    n = whorls * boughs
    t = np.clip(0.06 + 0.93 * (np.repeat(np.arange(whorls), boughs) + rng.uniform(0, 1, n)) / whorls, 0, 0.99)
    angle = rng.uniform(0, 2 * np.pi, n)
    lopsided = 1 + 0.18 * np.cos(angle - rng.uniform(0, 6.28)) + 0.16 * np.sin(t * rng.uniform(9, 16) + rng.uniform(0, 6))
    reach = height * (0.19 * slim * (1 - t) ** 0.8 * rng.uniform(0.62, 1.12, n) * lopsided + 0.012)
    out = np.stack([np.cos(angle), np.sin(angle), np.zeros(n)], axis=1)
    root = np.stack([np.zeros(n), np.zeros(n), height * t], axis=1)
    vertices, faces, tone, share = sprays(rng, root, out, reach, 0.65 - 0.75 * t, 0.3 * np.ones(n), twigs, 0.42 if fine else 0.62)
    inner = (0.62 + 0.38 * np.clip(vertices[:, 2] / height, 0, 1)) * (0.7 + 0.3 * share)
    crown = mesh("conifer", vertices, faces, material=foliage(colour, rough=0.75, shine=0.12), colours=_green(rng, tone * inner, colour, snow))
    stem = Mesher()
    grey = np.array((0.09, 0.07, 0.055)) / np.maximum(np.array(linear(colour)[:3]), 0.01)
    stem.tube([(0, 0, -0.5), (0, 0, height * 0.5), (0, 0, height * 0.985)], [height * 0.016, height * 0.011, 0.01], sides=6 if fine else 4, tint=grey)
    return together([crown, stem.object("stem", crown.data.materials[0])])


def barks(colour: str = "#5d5045", *, warm: str = "#8a6a50", scale: float = 1.0) -> bpy.types.Material:
    """Plates of bark between dark upright fissures; moss on one side low down, lichen."""
    t = Tree("pine bark")
    p = t.position()
    bent = t.node("Mix", {0: 0.09, 4: p, 5: t.noise(2.5 * scale, detail=4, out="Color")}, data_type="VECTOR").outputs[1]
    crack = t.span(t.cells(13 * scale, feature="DISTANCE_TO_EDGE", vector=t.scaled(bent, (1, 1, 0.27))), 0.0, 0.2)
    plate = t.xyz(t.cells(13 * scale, out="Color", vector=t.scaled(bent, (1, 1, 0.27))))[0]
    flakes = t.noise(38 * scale, detail=6, roughness=0.65, vector=t.scaled(p, (1, 1, 0.4)))
    tone = t.mix(plate, colour, warm)
    tone = t.mix(0.55, tone, t.ramp(flakes, [(0.3, "#2a241f"), (0.7, "#b3a594")]), blend="OVERLAY")
    tone = t.mix(t.span(t.noise(1.7, detail=6), 0.55, 0.66, 0.0, 0.6), tone, "#7d8472")
    tone = t.mix(crack, "#1d1814", tone)
    x, _, _ = t.xyz(t.normal())
    _, _, z = t.xyz(p)
    mossy = t.math("MULTIPLY", t.span(x, -0.2, 0.7), t.math("MULTIPLY", t.span(t.math("ADD", z, t.noise(2.5, detail=4)), 2.4, 0.4), t.span(t.noise(5, detail=5), 0.42, 0.6)))
    tone = t.mix(t.math("MULTIPLY", mossy, 0.85), tone, "#4a5426")
    height = t.math("ADD", crack, t.math("MULTIPLY", flakes, 0.5))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(height, 0.022 / scale), Specular_IOR_Level=0.12))


def trunk(rng, tall: float, radius: float, *, dead: int = 26, bare: float = 0.6) -> Mesher:
    """A tapered stem that sways a little, with a flare of roots, stubs and dead boughs below `bare` of its height."""
    wood = Mesher()
    t = np.concatenate([[0, 0.004, 0.012, 0.03], np.linspace(0.06, 1, 12)])
    path = np.stack([0.012 * tall * np.sin(t * 2.6 + rng.uniform(0, 6)), 0.012 * tall * np.cos(t * 2.1 + rng.uniform(0, 6)), tall * t], axis=1)
    path[:, :2] -= path[0, :2]
    path[0, 2] = -0.3
    flare = np.concatenate([[1.75, 1.5, 1.25, 1.08], 1.0 - 0.82 * np.linspace(0.0, 1, 12) ** 1.15])
    wood.tube(path, radius * flare, sides=14)
    for k in range(5):
        a = 2 * math.pi * k / 5 + rng.uniform(-0.3, 0.3)
        c, s = math.cos(a), math.sin(a)
        wood.tube([(c * radius * 0.7, s * radius * 0.7, radius * 1.6), (c * radius * 1.5, s * radius * 1.5, radius * 0.35), (c * radius * 2.9, s * radius * 2.9, -0.1)], [radius * 0.5, radius * 0.42, radius * 0.2], sides=6)
    for _ in range(dead):
        z = tall * rng.uniform(0.12, bare)
        a, reach = rng.uniform(0, 2 * math.pi), rng.uniform(0.25, 1.1) * (0.4 + 1.6 * z / tall) * radius / 0.2
        c, s, dip = math.cos(a), math.sin(a), rng.uniform(-0.35, 0.25)
        at = np.array((np.interp(z, path[:, 2], path[:, 0]), np.interp(z, path[:, 2], path[:, 1]), z))
        bend = rng.uniform(-0.3, 0.3)
        wood.tube([at, at + np.array((c, s, dip)) * reach * 0.5, at + np.array((c - bend * s, s + bend * c, dip * 1.6)) * reach], [0.024, 0.015, 0.004], sides=5)
    return wood


def pine(seed: int, *, tall: float = 22.0, radius: float = 0.24, bark: bpy.types.Material | None = None, colour: str = "#34472f", snow: float = 0.0, bare: float = 0.5) -> bpy.types.Object:
    """A tree of the closed wood: a long bare trunk with dead stubs, a crown that begins high."""
    rng = np.random.default_rng(seed)
    stem = trunk(rng, tall, radius, bare=bare + 0.08).object("pine", bark or barks(), smooth=True)
    n = 150
    t = np.sort(bare + (0.98 - bare) * rng.random(n))
    u = (t - bare) / (1 - bare)
    angle = np.arange(n) * 2.4 + rng.uniform(-0.6, 0.6, n)
    out = np.stack([np.cos(angle), np.sin(angle), np.zeros(n)], axis=1)
    root = np.stack([np.zeros(n), np.zeros(n), tall * t], axis=1)
    reach = tall * (0.15 * np.minimum(1, 0.45 + 2.2 * u) * (1 - u) ** 0.6 * rng.uniform(0.5, 1.15, n) + 0.01)
    vertices, faces, tone, share = sprays(rng, root, out, reach, 0.5 - 0.7 * u, 0.25 * np.ones(n), 13, 0.42)
    crown = mesh("crown", vertices, faces, material=foliage(colour, rough=0.75, shine=0.12), colours=_green(rng, tone * (0.65 + 0.35 * share), colour, snow))
    return together([stem, crown])


def log(seed: int, bark: bpy.types.Material) -> bpy.types.Object:
    """A fallen trunk, about six metres, half sunk, with stubs."""
    rng, wood = np.random.default_rng(seed), Mesher()
    t = np.linspace(0, 1, 12)
    path = np.stack([6.0 * t - 3, 0.18 * np.sin(t * 4 + rng.uniform(0, 6)), 0.1 + 0.0 * t], axis=1)
    radii = 0.2 - 0.1 * t
    radii[0] *= 0.9
    wood.tube(np.vstack([path[0] - (0.01, 0, 0), path, path[-1] + (0.01, 0, 0)]), np.concatenate([[0.02], radii, [0.02]]), sides=14)
    for _ in range(12):
        k = rng.integers(1, 11)
        way = np.array((rng.uniform(-0.3, 0.5), rng.normal(), abs(rng.normal()) + 0.2)) * rng.uniform(0.15, 0.55)
        wood.tube([path[k], path[k] + way * 0.6, path[k] + way], [0.03, 0.02, 0.006], sides=5)
    return wood.object("log", bark, smooth=True)

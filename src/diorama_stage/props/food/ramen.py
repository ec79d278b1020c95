# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in a bowl of ramen: combed noodles in broth with drops of fat, a halved egg, rolled pork, fish cake, bamboo shoots, spring onion, seaweed."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, box, displace, ellipsoid, field, from_geometry, lathe, move, rotate
from diorama_stage.kit.growth import grid_faces, unit
from diorama_stage.kit.parts import copies, repeated, tint, toward

PORK, FAT, SEARED = "#b98468", "#ecd8c0", "#5f3320"


def noodle_soup(b: Builder, radius: float, z: float) -> None:
    """All of it on broth of `radius` at height z, metres: the tall things behind, what has a face turned to the camera."""
    _fat(b, radius, z)
    _noodles(b, radius, z)
    _seaweed(b, radius, z)
    _eggs(b, radius, z)
    _pork(b, radius, z)
    _fish_cake(b, radius, z)
    _bamboo(b, radius, z)
    _onion(b, radius, z)


def _scatter(rng, places, size, turn: float = 25.0) -> np.ndarray:
    """Matrices (n, 4, 4): at places (n, 3), sizes (n,), turned any way about Z and up to `turn` degrees off it."""
    n = len(places)
    a, t, w = rng.uniform(0, 2 * np.pi, n), np.radians(rng.uniform(0, turn, n)), rng.uniform(0, 2 * np.pi, n)
    axis = np.stack([np.cos(w), np.sin(w), 0 * w], axis=1)
    k = np.zeros((n, 3, 3))
    k[:, 0, 2], k[:, 1, 2], k[:, 2, 0], k[:, 2, 1] = axis[:, 1], -axis[:, 0], -axis[:, 1], axis[:, 0]
    lean = np.eye(3) + np.sin(t)[:, None, None] * k + (1 - np.cos(t))[:, None, None] * k @ k
    spin = np.zeros((n, 3, 3))
    spin[:, 0, 0], spin[:, 0, 1], spin[:, 1, 0], spin[:, 1, 1], spin[:, 2, 2] = np.cos(a), -np.sin(a), np.sin(a), np.cos(a), 1
    out = np.repeat(np.eye(4)[None], n, axis=0)
    out[:, :3, :3], out[:, :3, 3] = lean @ spin * np.asarray(size, float)[:, None, None], places
    return out


def _fat(b: Builder, radius: float, z: float) -> None:
    b.slot("fat", "liquid", "#d8a23c", role="fixed", finish=("glossy",))
    rng = np.random.default_rng(b.spec.seed + 5)
    n = 150
    a, r = rng.uniform(0, 2 * np.pi, n), radius * np.sqrt(rng.uniform(0.3, 0.97, n))
    drop = ellipsoid(0.0024, 0.0024, 0.0003, segments=20)
    b.add(copies(drop, _scatter(rng, np.stack([r * np.cos(a), r * np.sin(a), np.full(n, z)], axis=1), rng.uniform(0.15, 1.0, n) ** 1.4, 0), smooth=180), "fat")


def _noodles(b: Builder, radius: float, z: float) -> None:
    """Bundles laid in folds, strand beside strand, as they slide from the strainer."""
    b.slot("noodles", "wax", "#e8c274", role="fixed", finish=("satin",))
    rng = np.random.default_rng(b.spec.seed + 3)
    u, paths = np.linspace(-1, 1, 44), []
    for k in range(10):
        a, bend, shift, wave, phase = math.pi * k * 0.37 + rng.uniform(-0.3, 0.3), rng.uniform(0.3, 0.8) * (-1) ** k, rng.uniform(-0.45, 0.45), rng.uniform(0.1, 0.2), rng.uniform(0, 6)
        along, across = np.array((math.cos(a), math.sin(a))), np.array((-math.sin(a), math.cos(a)))
        for j in range(12):
            off = shift + 0.024 * (j - 5.5) + rng.uniform(-0.014, 0.014)
            reach = math.sqrt(max(0.12, 0.7 - off * off)) * rng.uniform(0.75, 1.0)
            flat = radius * ((u * reach)[:, None] * along + (off + bend * (u * u - 0.4) + wave * np.sin((4.6 + 0.05 * j) * u + phase + 0.06 * j))[:, None] * across)
            far = np.hypot(*flat.T) / radius
            flat *= np.minimum(1, 0.93 / np.maximum(far, 0.01))[:, None]  # the bowl's wall turns them back
            high = 0.0125 * np.clip(1 - far**2, -0.3, 1) + 0.0038 * np.sin(4.1 * u + k) + rng.uniform(-0.0025, 0.0025) - 0.011 * np.abs(u) ** 5
            paths.append(np.column_stack([flat, z + high]))
    b.add(_tubes(np.array(paths), 0.00135), "noodles")


def _tubes(paths: np.ndarray, radius: float, sides: int = 7):
    """Many strands (n, m, 3) that run about level, as one mesh, by whole arrays: swept one by one they would take half a second."""
    along = unit(np.gradient(paths, axis=1))
    side = unit(np.cross(along, (0.0, 0.0, 1.0)))
    up, t = np.cross(side, along), np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = paths[:, :, None] + radius * (np.cos(t)[:, None] * side[:, :, None] + np.sin(t)[:, None] * up[:, :, None])
    return repeated(rings.reshape(len(paths), -1, 3), grid_faces(paths.shape[1], sides, closed=True), smooth=180)


def _seaweed(b: Builder, radius: float, z: float) -> None:
    """Two sheets that stand against the rim, still crisp: ruffled, not flat."""
    b.slot("nori", "seaweed", role="fixed")
    u, v = np.meshgrid(np.linspace(-1, 1, 24), np.linspace(0, 1, 24))
    for k, turn in enumerate((24.0, 3.0)):
        flat = np.stack([0.026 * u, 0.004 * u**2 + 0.0016 * np.sin(4 * u + 3 * v + k), 0.07 * v], axis=-1).reshape(-1, 3)
        sheet = move(rotate(from_geometry("nori", flat, grid_faces(24, 24), smooth=180), -24), 0, radius * (0.6 + 0.07 * k), z - 0.022)
        b.add(rotate(sheet, 0, 0, turn), "nori")


def _eggs(b: Builder, radius: float, z: float) -> None:
    """Halves of an egg steeped in soy: tan outside, the cut faces up and to the camera, the yolk still soft."""
    b.slot("egg", "egg_white", "#f3ead8", role="fixed")
    b.slot("yolk", "egg_white", "#df7a14", role="fixed", finish=("glossy",))
    for k, (x, y) in enumerate(((0.5, 0.1), (0.3, 0.42))):
        half = ellipsoid(0.0245, 0.019, 0.019, segments=72)
        for v in half.data.vertices:
            v.co.z = -0.0012 * math.log1p(math.exp(min(-v.co.z / 0.0012, 40)))
            v.co.y *= 1 - 0.11 * v.co.x / 0.0245
        half = tint(half, lambda p: toward("#f3ead8", "#b98a52", np.clip((-p[:, 2] - 0.0012) / 0.0016, 0, 1) * (0.85 + 0.3 * field(p, 0.012, seed=4))))
        yolk = tint(ellipsoid(0.0128, 0.0113, 0.0016, at=(0.0035, 0, -0.0004), segments=48), lambda p: toward("#df7a14", "#f0a83a", np.clip((np.hypot(p[:, 0] - 0.0035, p[:, 1]) / 0.0122 - 0.72) * 3.2, 0, 1)))
        for piece, slot in ((half, "egg"), (yolk, "yolk")):
            b.add(move(rotate(rotate(piece, 0, 0, 60 * k - 20), 26, -8), radius * x, radius * y, z + 0.0155), slot)


def _disc(radius: float, thick: float, scallop: float = 0.0):
    """A slice: a round plate, fine enough to be painted; `scallop` waves its edge."""
    rows = [(radius * t, thick) for t in np.linspace(0, 0.97, 40)]
    made = lathe([*rows, (radius, thick * 0.8), (radius, thick * 0.2), (radius * 0.97, 0), (0, 0)], segments=120, smooth=60)
    for v in made.data.vertices:
        r, a = math.hypot(v.co.x, v.co.y), math.atan2(v.co.y, v.co.x)
        k = 1 + scallop * math.cos(11 * a) * (r / radius) ** 4
        v.co.x, v.co.y = v.co.x * k, v.co.y * k
    return made


def _pork(b: Builder, radius: float, z: float) -> None:
    """Slices of belly rolled up before it was braised: meat and fat wind around each other, the rim brown."""
    b.slot("pork", "seared", PORK, role="fixed")
    size = min(0.034, radius * 0.34)

    def marbled(p):
        r, a = np.hypot(p[:, 0], p[:, 1]) / size, np.arctan2(p[:, 1], p[:, 0])
        wind = r * 2.4 - a / (2 * np.pi) + 0.16 * field(p, 0.016, seed=b.spec.seed)
        fat = np.clip((np.abs((wind % 1) - 0.5) - 0.3) / 0.08, 0, 1) * np.clip(r * 4, 0, 1)
        grain = 1 + 0.16 * field(p, 0.0035, seed=2)
        rim = np.clip((r - 0.9) / 0.08, 0, 1)[:, None]
        return (toward(PORK, FAT, fat) * grain[:, None]) * (1 - rim) + toward(PORK, SEARED, np.ones(len(p))) * rim

    for k, (x, y, lean) in enumerate(((-0.52, 0.08, 24), (-0.3, -0.3, 19))):
        slice_ = displace(tint(_disc(size, 0.0055), marbled), 0.0016, 0.018, seed=k)
        b.add(move(rotate(rotate(slice_, 0, 0, 70 * k), lean, -10 + 8 * k), radius * x, radius * y, z + 0.012), "pork")


def _fish_cake(b: Builder, radius: float, z: float) -> None:
    """Narutomaki: a white slice with a toothed rim and a pink whirl."""
    b.slot("fish_cake", "egg_white", "#f2eee6", role="fixed")

    def whirl(p):
        r, a = np.hypot(p[:, 0], p[:, 1]) / 0.0165, np.arctan2(p[:, 1], p[:, 0])
        line = np.clip(1.6 - np.abs(((r * 2.1 - a / (2 * np.pi)) % 1) - 0.5) / 0.09, 0, 1) * np.clip((0.72 - r) * 12, 0, 1)
        return toward("#f2eee6", "#d9577a", line)

    b.add(move(rotate(tint(_disc(0.0165, 0.0045, 0.06), whirl), 30, 10), radius * 0.34, -radius * 0.34, z + 0.0135), "fish_cake")


def _bamboo(b: Builder, radius: float, z: float) -> None:
    b.slot("bamboo", "seared", "#b98a4c", role="fixed")
    for k in range(5):
        strip = displace(box(0.042, 0.0085, 0.003, bevel=0.001), 0.0008, 0.012, seed=k)
        b.add(move(rotate(strip, b.rng.uniform(-14, 14), 8, 66 + 7 * k), -radius * 0.18 + 0.0095 * k, radius * 0.42, z + 0.0125 + 0.001 * k), "bamboo")


def _onion(b: Builder, radius: float, z: float) -> None:
    """Rings of spring onion, a heap in the middle and some strayed; the white of the stalk among the green."""
    rng = np.random.default_rng(b.spec.seed + 9)
    for slot, colour, n in (("onion", "#5f9a34", 54), ("onion_pale", "#c3d79a", 30)):
        b.slot(slot, "leaf", colour, role="fixed")
        a, r = rng.uniform(0, 2 * np.pi, n), radius * np.abs(rng.normal(0, 0.2, n))
        at = np.stack([radius * 0.06 + r * np.cos(a), radius * 0.02 + r * np.sin(a), z + 0.0145 + 0.008 * np.exp(-((r / (radius * 0.16)) ** 2)) - 0.012 * (r / radius) ** 2], axis=1)
        ring = lathe([(0.0024, 0), (0.0037, 0), (0.0037, 0.0022), (0.0024, 0.0022), (0.0024, 0)], segments=18)
        b.add(copies(ring, _scatter(rng, at, rng.uniform(0.65, 1.15, n), 75), smooth=40), slot)

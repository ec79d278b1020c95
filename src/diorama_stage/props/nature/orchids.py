# SPDX-License-Identifier: GPL-3.0-or-later
"""An orchid in its pot, and a dandelion: its clock of seeds, or its yellow head."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, lathe, rounded_profile, smooth_path
from diorama_stage.kit.growth import Growth, frames, grid_faces, leaf, unit, upon
from diorama_stage.props.nature.blooms import GOLDEN, Head, rays
from diorama_stage.props.nature.flowers import above_rim, pose, show, slots, stands
from diorama_stage.props.registry import prop


def _petal(growth: Growth, angle: float, length: float, width: float, *, lift: float, blunt: float, shade) -> None:
    """A petal from the origin in the plane across Z, at `angle` radians, its tip lifted; `blunt` 0 (an ellipse) to 1 (broad shoulders)."""
    t, s = np.linspace(0, 1, 14)[:, None], np.linspace(-1, 1, 13)[None, :]
    half = width / 2 * np.sin(np.pi * np.clip(t, 0.02, 1) ** (0.8 - 0.28 * blunt)) ** (0.75 - 0.2 * blunt)
    x, y = length * t * (1 - 0.05 * s**2), half * s
    z = length * (lift * np.sin(np.pi * t * 0.9) + 0.1 * s**2 * t) + 0.012 * length * np.sin(6 * s + 4 * t)
    c, d = math.cos(angle), math.sin(angle)
    growth.sheet(np.stack([x * c - y * d, x * d + y * c, z + 0 * s], axis=-1), shade(t, s), 0.0006)


def _moth(size: float, rng) -> Head:
    """A moth orchid's bloom facing Z, its top towards +Y: three sepals, two broad petals over them, a lip with side lobes and a column."""
    petals, lip, heart = Growth(), Growth(), Growth()
    veins = lambda t, s: (1 - 0.14 * np.abs(np.cos(7 * s)) ** 4 * (1 - t * 0.6)) * (0.72 + 0.28 * t**0.5)  # noqa: E731
    for a, f in ((math.pi / 2, 1.0), (math.pi * 7 / 6, 0.98), (math.pi * 11 / 6, 0.98)):
        _petal(petals, a + rng.uniform(-0.05, 0.05), size * f, size * 0.62, lift=-0.05, blunt=0.0, shade=veins)
    for a in (0.12, math.pi - 0.12):
        _petal(petals, a + rng.uniform(-0.05, 0.05), size * 1.06, size * 1.22, lift=0.09, blunt=1.0, shade=veins)
    dark = lambda t, s: 0.75 + 0.35 * t + 0 * s  # noqa: E731
    _petal(lip, -math.pi / 2, size * 0.5, size * 0.34, lift=0.42, blunt=0.2, shade=dark)
    for a in (-0.55, math.pi + 0.55):
        _petal(lip, a, size * 0.3, size * 0.24, lift=0.75, blunt=0.5, shade=dark)
    for s in (-1, 1):
        lip.tube(
            [(0, -size * 0.46, size * 0.1), (s * size * 0.06, -size * 0.56, size * 0.16), (s * size * 0.1, -size * 0.5, size * 0.24)],
            np.array((0.012, 0.009, 0.004)) * size,
            6,
        )
    heart.tube(
        [(0, 0, 0), (0, -0.02 * size, 0.12 * size), (0, -0.06 * size, 0.2 * size), (0, -0.07 * size, 0.22 * size)],
        np.array((0.06, 0.075, 0.07, 0.02)) * size,
        10,
        (1.0, 0.95, 0.8),
    )
    for s in (-1, 1):
        heart.tube(
            [(s * 0.05 * size, -0.12 * size, 0.08 * size), (s * 0.05 * size, -0.16 * size, 0.15 * size), (s * 0.05 * size, -0.18 * size, 0.17 * size)],
            np.array((0.04, 0.045, 0.01)) * size,
            8,
            (0.95, 0.62, 0.06),
        )
    return {"petals": petals, "lip": lip, "heart": heart}


def _strap(green: Growth, turn: float, length: float, lift: float) -> None:
    """A thick tongue of a leaf from the middle of the pot, arching over its rim."""
    t, s = np.linspace(0, 1, 18)[:, None], np.linspace(-1, 1, 9)[None, :]
    half = 0.034 * np.sin(np.pi * np.clip(0.16 + 0.84 * t, 0, 1) ** 0.85) ** 0.7 * (1 - 0.1 * t)
    out = length * t * (1 - 0.12 * t)
    z = lift * np.sin(2.1 * t) - 0.07 * t**2.5 + 0.35 * half * np.abs(s) ** 1.4
    c, d = math.cos(turn), math.sin(turn)
    y = half * s
    green.sheet(
        np.stack([out * c - y * d, out * d + y * c, 0.125 + z], axis=-1), (0.8 + 0.2 * np.abs(s) + 0 * t) * (1 - 0.25 * np.exp(-((s / 0.06) ** 2))), 0.0022
    )


@prop("orchid")
def orchid(spec: Spec, b: Builder) -> None:
    """A moth orchid: strap leaves over bark in a pot, one arching spray of blooms and buds."""
    slots(b, b.choose("#f3eef0", "#d66aa8", "#b8479a", "#efe6c8"))
    b.slot("lip", "petal", b.choose("#a81c6a", "#b8243f", "#c9861c"), role="fixed")
    b.slot("pot", "ceramic", b.choose("#f1efe9", "#8fa3a0", "#3b3d40"), role="trim", finish=("glossy",))
    b.slot("bark", "bark", "#5a3d26", role="fixed")
    b.add(
        lathe(
            rounded_profile([(0, 0), (0.046, 0), (0.062, 0.118), (0.065, 0.12), (0.065, 0.127), (0.059, 0.127), (0.056, 0.112), (0, 0.112)], 0.002), segments=72
        ),
        "pot",
    )
    b.add(displace(displace(ellipsoid(0.056, 0.056, 0.016, at=(0, 0, 0.112), segments=72), 0.007, 0.014, seed=spec.seed), 0.003, 0.005, seed=1), "bark")
    green = Growth()
    for k in range(5):
        _strap(green, math.pi * k + 0.35 * k + b.rng.uniform(-0.2, 0.2), b.rng.uniform(0.13, 0.19), b.rng.uniform(0.02, 0.05))
    side = b.choose(-1, 1)
    path = smooth_path(
        [
            (0, 0, 0.12),
            (-side * 0.012, 0.005, 0.25),
            (-side * 0.008, 0, 0.38),
            (side * 0.05, -0.012, 0.475),
            (side * 0.14, -0.03, 0.49),
            (side * 0.21, -0.045, 0.455),
        ],
        60,
    )
    green.tube(path, np.linspace(0.0032, 0.0017, 60), 8, (1.0, 0.8, 0.7))
    heads: Head = {"petals": Growth(), "lip": Growth(), "heart": Growth()}
    for j, i in enumerate((27, 33, 38, 43, 47, 51)):
        out = np.array((side * 0.15 * (-1) ** j, -1.0, 0.25 * (-1) ** j + 0.05))
        at = path[i] + unit(out) * 0.022 + (0, 0, -0.012 + 0.024 * (j % 2))
        green.tube([path[i], (path[i] + at) / 2 + (0, 0, 0.004), at], 0.0012, 6, (1.0, 0.9, 0.8))
        up = np.array((side * 0.25 * b.rng.uniform(-1, 1), 0, 1.0))
        z = unit(out + (side * 0.1, 0, -0.25))
        x = unit(np.cross(up, z))
        axes = np.stack([x, np.cross(z, x), z], axis=-1)
        for name, part in _moth(b.vary(0.046 - 0.0024 * j, 0.05), b.rng).items():
            heads[name].put(part, at, axes)
    for i, r in ((54, 0.0075), (57, 0.006), (59, 0.0045)):
        green.tube(
            [path[i] + (0, 0, -0.002), path[i] + (0, -r * 0.5, -r), path[i] + (0, -r, -2 * r), path[i] + (0, -r, -2.6 * r)],
            np.array((0.25, 1, 0.9, 0.1)) * r,
            10,
            (1.5, 1.3, 1.1),
        )
    show(b, {"green": green, **heads})
    b.footprint = "round"


def _clock(size: float, rng) -> Head:
    """A dandelion's seed head, radius `size` metres: parachutes of fine hairs on stalks from a pitted heart."""
    hairs, heart, green = Growth(), Growth(), Growth()
    count, rays_ = 150, 15
    k = np.arange(count) + 0.5
    z, a = 1 - 1.86 * k / count, k * GOLDEN
    ways = np.stack([np.sqrt(1 - z * z) * np.cos(a), np.sqrt(1 - z * z) * np.sin(a), z], axis=1)
    middle = np.array((0.0, 0.0, size * 0.55))
    for way in ways:
        far = size * rng.uniform(0.68, 0.76)
        heart.tube(
            [middle + way * size * 0.14, middle + way * size * 0.24, middle + way * size * 0.34], np.array((0.012, 0.024, 0.008)) * size, 5, (0.22, 0.12, 0.05)
        )
        heart.tube([middle + way * size * 0.33, middle + way * far], 0.0035 * size, 3, (0.7, 0.66, 0.55))
        frame = upon(way, rng.uniform(0, 6))
        for j in range(rays_):
            q = 2 * math.pi * j / rays_
            tip = frame @ np.array((math.cos(q) * 0.24, math.sin(q) * 0.24, rng.uniform(0.13, 0.27))) * size
            hairs.tube(
                [middle + way * far, middle + way * far + tip * 0.5 + way * size * 0.01, middle + way * far + tip], np.array((0.0044, 0.0038, 0.0028)) * size, 3
            )
    t = np.linspace(-1, 1, 10)
    heart.tube(middle + np.stack([0 * t, 0 * t, 0.14 * size * t], axis=1), 0.14 * size * np.sqrt(np.maximum(1 - t * t, 0.001)), 16, (0.5, 0.45, 0.25))
    shape = leaf(0.3, fold=0.2, curl=0.3, point=2.0)
    q = np.linspace(0, 2 * math.pi, 12, endpoint=False)
    green.copies(shape, np.tile(middle - (0, 0, 0.1 * size), (12, 1)), frames(np.stack([np.cos(q), np.sin(q), np.full(12, -1.4)], axis=1)), size * 0.5)
    green.tube([(0, 0, -0.004), (0, 0, size * 0.3), middle - (0, 0, size * 0.1)], np.array((0.05, 0.05, 0.1)) * size, 10, (1.1, 1.0, 0.8))
    return {"petals": hairs, "heart": heart, "green": green}


def _yellow(size: float, rng) -> Head:
    """The head in bloom: hundreds of narrow yellow strips, flat outside, still upright in the middle."""
    petals, green = Growth(), Growth()
    for ring in range(7):
        u = ring / 6
        rays(
            petals,
            rng,
            30 - 3 * ring,
            size * 0.06,
            size * (1 - 0.5 * u),
            size * 0.11,
            0.08 + 1.2 * u**1.2,
            z=size * 0.02 * ring,
            phase=0.4 * ring,
            arch=0.15,
            cup=0.3,
            notch=0.5,
            jitter=0.08,
        )
    shape = leaf(0.3, fold=0.2, curl=0.4, point=2.0)
    q = np.linspace(0, 2 * math.pi, 14, endpoint=False)
    green.copies(shape, np.tile((0, 0, -0.003), (14, 1)), frames(np.stack([np.cos(q), np.sin(q), np.full(14, -0.5)], axis=1)), size * 0.6)
    green.tube(np.array([(0, 0, -0.012), (0, 0, -0.006), (0, 0, 0.0)]), np.array((0.1, 0.24, 0.3)) * size, 12)
    return {"petals": petals, "heart": Growth(), "green": green}


def _toothed() -> tuple[np.ndarray, np.ndarray]:
    """A dandelion's leaf of length 1 along +X: lobes that point back to its foot."""
    t, s = np.linspace(0, 1, 61)[:, None], np.linspace(-1, 1, 7)[None, :]
    lobe = ((t * 7.5) % 1.0) ** 0.7
    half = 0.17 * np.clip(np.sin(np.pi * t**1.6), 0.02, 1) ** 0.7 * (0.3 + 0.7 * lobe * (t < 0.86) + 0.6 * (t >= 0.86))
    x = t - 0.35 * half * np.abs(s) * (t < 0.86)
    z = 0.25 * half * np.abs(s) - 0.2 * t**2
    return np.stack([x, s * half, z], axis=-1).reshape(-1, 3), grid_faces(61, 7)


@prop("dandelion")
def dandelion(spec: Spec, b: Builder) -> None:
    """Gone to seed, or in bloom where the words say so: a hollow stem, jagged leaves at its foot."""
    flower = spec.is_a("flower")
    slots(b, "#f2b90c" if flower else "#f4f3ee")
    head = _yellow(0.022, b.rng) if flower else _clock(0.028, b.rng)
    parts, path, standing = pose(spec, b, head, b.vary(0.24 if stands(spec) else 0.2), up=(0.12, -0.5, 1.0), down=(-0.3, -0.6, 0.6), bow=0.015)
    green = parts["green"]
    green.tube(path, np.linspace(0.0026, 0.0021, len(path)), 10, (1.35, 1.15, 1.0))
    shape = _toothed()
    for k, i in enumerate(above_rim(spec, path, (1, 1, 2, 2))):
        a = 1.7 * k + b.rng.uniform(0, 0.6)
        out = (math.cos(a), math.sin(a), 0.6) if standing else (0.5 * (-1) ** k, (-1) ** k * 0.8, 0.25)
        green.copies(shape, [path[i]], frames([out], (0, -0.2, 1)), b.vary(0.1, 0.2))
    show(b, parts)

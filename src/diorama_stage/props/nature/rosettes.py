# SPDX-License-Identifier: GPL-3.0-or-later
"""Small plants for pots: an echeveria, a geranium, lavender, a bonsai."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, bezier
from diorama_stage.kit.growth import Growth, frames, grid_faces, leaf, unit, upon
from diorama_stage.props.nature import blooms
from diorama_stage.props.nature.grass import ear


def spoon(rows: int = 13, around: int = 12) -> tuple[np.ndarray, np.ndarray]:
    """A fat leaf of length 1 along +X: broad and cupped, thick, with a short point."""
    t, a = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * math.pi, around, endpoint=False)[None, :]
    half = np.interp(t, [0, 0.15, 0.45, 0.7, 0.86, 0.94, 1], [0.13, 0.17, 0.28, 0.335, 0.26, 0.13, 0.01])
    thick = np.interp(t, [0, 0.3, 0.7, 0.92, 1], [0.08, 0.1, 0.095, 0.05, 0.008])
    y = half * np.cos(a)
    z = thick * np.sin(a) * np.where(np.sin(a) > 0, 0.35, 1.0) + 0.75 * y**2 + 0.16 * t**2.4
    return np.stack([np.broadcast_to(t, y.shape), y, z], axis=-1).reshape(-1, 3), grid_faces(rows, around, closed=True)[:, ::-1]


def echeveria(b: Builder, green: Growth, soil: float) -> None:
    """A rosette of fat blue-green leaves, upright in the heart and flat outside, their tips flushed with pink; a small one beside it."""
    verts, faces = spoon()
    flush = np.clip((verts[:, 0] - 0.82) / 0.18, 0, 1)[:, None] * np.array((1.6, -0.1, 0.15)) + np.clip((np.abs(verts[:, 1]) - 0.24) / 0.1, 0, 1)[:, None] * np.array((0.5, 0.0, 0.05))
    for at, size, count in ((np.array((-0.008, 0.0, soil + 0.006)), b.vary(0.062), 46), (np.array((0.047, -0.03, soil + 0.002)), b.vary(0.028), 28)):
        for k in range(count):
            u = (k + 0.5) / count
            a = k * blooms.GOLDEN + b.rng.uniform(-0.06, 0.06)
            out = np.array((math.cos(a), math.sin(a), 0.0))
            rise = math.radians(84 - 74 * u**0.75)
            way = out * math.cos(rise) + (0, 0, math.sin(rise))
            up = -out * math.sin(rise) + (0, 0, math.cos(rise))
            foot = at + out * size * 0.1 * u + (0, 0, size * 0.34 * (1 - u))
            length = size * np.interp(u, [0, 0.3, 0.8, 1], [0.42, 0.78, 1.0, 0.95]) * b.rng.uniform(0.94, 1.05)
            tone = (1.12 - 0.22 * u + b.rng.uniform(-0.05, 0.05)) * (1 + flush) * (0.86 + 0.2 * np.clip(verts[:, :1], 0, 1))
            green.add(verts * length @ frames([way], up)[0].T + foot, faces, tone)


def scalloped(rows: int = 9, columns: int = 33) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A geranium's leaf of length 1 along +X: a round fan with a wavy edge and a darker band. Vertices, faces, tints."""
    r, a = np.linspace(0.02, 1, rows)[:, None], np.radians(np.linspace(-160, 160, columns))[None, :]
    rim = 0.5 * (1 + 0.07 * np.cos(9 * a)) * r
    x, y = 0.42 + rim * np.cos(a) - 0.08 * (1 - r), rim * np.sin(a)
    z = 0.1 * r**2 * np.cos(9 * a) * 0.5 + 0.16 * r**2 - 0.05 * (x - 0.4)
    band = 1 - 0.35 * np.exp(-(((r - 0.62) / 0.13) ** 2)) * np.ones_like(a)
    return np.stack([x, y, np.broadcast_to(z, x.shape)], axis=-1).reshape(-1, 3), grid_faces(rows, columns), np.repeat(band.reshape(-1, 1), 3, axis=1)


def geranium(b: Builder, green: Growth, soil: float) -> None:
    """Round zoned leaves on long stalks, balls of red flowers above them."""
    b.slot("petals", "petal", b.choose("#c01c28", "#d3486a", "#c01c28"), params={"thin": 0.2})
    petals = Growth()
    verts, faces, band = scalloped()
    for k in range(62):
        u = (k + 0.5) / 62
        a, far = k * blooms.GOLDEN, 0.145 * math.sqrt(u) * b.rng.uniform(0.85, 1.1)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        tip = out * far + (0, 0, soil + 0.19 - 0.14 * u**1.5 + b.rng.uniform(-0.015, 0.02))
        green.tube(bezier(out * far * 0.2 + (0, 0, soil - 0.005), out * far * 0.3 + (0, 0, soil + 0.08), tip - (0, 0, 0.03) - out * 0.01, tip, 10), np.linspace(0.0022, 0.0013, 10), 6, 1.3)
        tilt = out * (0.7 + 0.5 * u) + (b.rng.uniform(-0.3, 0.3), b.rng.uniform(-0.3, 0.3), 0.2 - 0.5 * u)
        size = b.vary(0.062 - 0.012 * (1 - u), 0.18)
        green.add(verts * size @ frames([tilt], out * 0.35 + (0, 0, 1.0))[0].T + tip - unit(tilt) * size * 0.4, faces, band * b.rng.uniform(0.7, 1.2))
    floret = Growth()
    for k in range(5):
        a = 2 * math.pi * k / 5
        floret.copies(leaf(0.95, fold=-0.12, curl=0.12, rows=5, columns=3, base=1.3, point=0.0), [(0, 0, 0)], frames([(math.cos(a), math.sin(a), 0.25)]), 0.0115)
    for k in range(7):
        a, far = k * blooms.GOLDEN + 0.6, 0.1 * math.sqrt((k + 0.3) / 7)
        top = np.array((far * math.cos(a), far * math.sin(a), soil + 0.245 - 0.4 * far + b.rng.uniform(-0.02, 0.015)))
        green.tube(bezier((far * 0.3 * math.cos(a), far * 0.3 * math.sin(a), soil), top * (0.5, 0.5, 0.6), top - (0, 0, 0.05), top, 14), np.linspace(0.0022, 0.0017, 14), 6, 1.2)
        n = b.choose(16, 22, 26)
        for j in range(n):
            q, z = j * blooms.GOLDEN, 1 - 1.55 * (j + 0.5) / n
            way = np.array((math.sqrt(1 - z * z) * math.cos(q), math.sqrt(1 - z * z) * math.sin(q), z))
            at = top + way * 0.026 * b.rng.uniform(0.9, 1.1)
            green.tube([top, (top + at) / 2, at], 0.0005, 4, 1.2)
            petals.put(floret, at, upon(way, b.rng.uniform(0, 6)), b.rng.uniform(0.9, 1.15), b.rng.uniform(0.8, 1.15))
    b.add(petals.object("petals"), "petals")


def lavender(b: Builder, green: Growth, soil: float) -> None:
    """A tuft of narrow grey leaves, purple spikes on thin stalks."""
    b.slot("petals", "petal", "#7a5cb0", role="fixed", params={"thin": 0.15})
    spikes, rng = Growth(), np.random.default_rng(b.rng.randrange(2**31))
    blade = leaf(0.075, fold=0.3, curl=0.25, rows=6, base=0.5)
    for k in range(34):
        a, d = k * blooms.GOLDEN, 0.05 * math.sqrt((k + 0.5) / 34)
        out = np.array((math.cos(a), math.sin(a), 0.0))
        high, lean = rng.uniform(0.2, 0.3), d * rng.uniform(1.2, 2.4)
        path = bezier(
            out * d + (0, 0, soil - 0.004), out * (d + lean * 0.3) + (0, 0, soil + high * 0.5), out * (d + lean * 0.7) + (0, 0, soil + high * 0.8), out * (d + lean) + (0, 0, soil + high), 22
        )
        green.tube(path, np.linspace(0.0012, 0.0008, 22), 5, 1.1)
        if k % 3:
            ear(spikes, path, rng, False, False, True)
        n = 16
        i = rng.integers(0, 12, n)
        side = np.array([upon((0, 0, 1.0), q)[:, 0] for q in rng.uniform(0, 6.3, n)])
        green.copies(blade, path[i], frames(side * 0.5 + (0, 0, 1.0), side), 0.05 * rng.uniform(0.6, 1.1, n), rng.uniform(0.75, 1.2, n))
    b.add(spikes.object("petals"), "petals")


def bonsai(b: Builder, green: Growth, soil: float) -> None:
    """A little old tree: a bent, tapering trunk with a spread foot, a few level branches, each with a flat cloud of fine leaves."""
    b.slot("trunk", "bark", "#6a5442", role="fixed")
    wood = Growth()
    s = b.choose(-1, 1)
    trunk = bezier((0.0, 0, soil - 0.012), (0.085 * s, 0.01, soil + 0.07), (-0.1 * s, 0.0, soil + 0.13), (0.025 * s, 0.0, soil + 0.255), 50)
    ring = np.linspace(0, 2 * math.pi, 22, endpoint=False)
    section = np.stack([np.cos(ring), np.sin(ring)], axis=1) * (1 + 0.1 * np.cos(5 * ring) + 0.06 * np.cos(9 * ring + 1))[:, None]
    wood.tube(trunk, np.interp(np.linspace(0, 1, 50), [0, 0.06, 0.16, 0.6, 1], [0.036, 0.026, 0.019, 0.012, 0.005]), section=section)
    for k in range(6):
        a = k * 1.05 + 0.3
        out = np.array((math.cos(a), math.sin(a), 0.0))
        wood.tube(bezier((0, 0, soil + 0.02), out * 0.02 + (0, 0, soil + 0.012), out * 0.035 + (0, 0, soil + 0.004), out * b.vary(0.058) + (0, 0, soil - 0.006), 12), np.linspace(0.014, 0.003, 12), 9)
    shape = leaf(0.6, fold=0.15, curl=0.2, rows=3, base=0.8)
    rng = np.random.default_rng(b.rng.randrange(2**31))
    pads = [(0.42, 0.115 * s, 0.02, 0.058), (0.55, -0.12 * s, 0.01, 0.062), (0.7, 0.075 * s, -0.035, 0.046), (0.82, -0.055 * s, -0.02, 0.046), (1.0, 0.0, 0.0, 0.05)]
    for at, dx, dy, r in pads:
        foot = trunk[min(int(at * 49), 49)]
        centre = foot + (dx, dy, 0.022 if at < 1 else 0.01)
        path = bezier(foot, foot + (dx * 0.3, dy * 0.3, 0.022), centre - (dx * 0.3, dy * 0.3, 0.012), centre - (0, 0, 0.006), 18)
        wood.tube(path, np.linspace(0.0062, 0.003, 18), 9)
        for _ in range(5):
            a = rng.uniform(0, 6.3)
            tip = centre + np.array((math.cos(a) * r * 0.8, math.sin(a) * r * 0.7, 0.006))
            wood.tube([path[-4], (path[-4] + tip) / 2 + (0, 0, 0.004), tip], np.array((0.0022, 0.0015, 0.0008)), 6)
        n = int(900 * (r / 0.05) ** 2)
        d = unit(rng.normal(0, 1, (n, 3)))
        far = rng.uniform(0.55, 1.0, n) ** 0.4
        lump = 1 + 0.18 * np.sin(5 * np.arctan2(d[:, 1], d[:, 0]) + at * 9) + 0.1 * np.sin(9 * d[:, 0] + 7 * d[:, 1])
        place = centre + d * (far * lump)[:, None] * (r, r * 0.85, r * 0.4)
        place[:, 2] = np.maximum(place[:, 2], centre[2] - 0.006 - 0.006 * rng.random(n))
        axes = frames(d * (1, 1, 0.4) + rng.normal(0, 0.5, (n, 3)), d * (0.5, 0.5, 1) + (0, 0, 0.9))
        light = 0.62 + 0.55 * np.clip((place[:, 2] - centre[2]) / (0.4 * r) + 0.2, 0, 1)
        green.copies(shape, place, axes, 0.0105 * rng.uniform(0.7, 1.2, n), light * rng.uniform(0.8, 1.15, n))
    b.add(wood.object("trunk"), "trunk")

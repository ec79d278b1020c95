# SPDX-License-Identifier: GPL-3.0-or-later
"""Hot dogs."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, field, loft, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import copies, tint
from diorama_stage.props.food.bakery import browned
from diorama_stage.props.registry import prop


def capsule(L: float, r: float, bend: float, *, blunt: float = 2.6, sides: int = 32):
    """A sausage shape along x, L metres long with its tips, bent upwards at its ends by `bend` metres; about the height z = 0."""
    t = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 60))
    path = np.stack([t * L / 2, 0 * t, bend * t * t], axis=1)
    return sweep(path, np.maximum(r * (1 - np.abs(t) ** (L / r * blunt / 2)) ** 0.5, r * 0.02), sides=sides, smooth=180)


RADIUS, HEIGHT = 0.0128, 0.0335
"""The sausage's radius and the height of its middle in the bun, metres."""
CRUST = [(0, 0), (0.017, 0.0002), (0.0265, 0.004), (0.0325, 0.0135), (0.0338, 0.0235), (0.0318, 0.0335), (0.027, 0.0405), (0.0215, 0.0428), (0.0168, 0.0415), (0.0143, 0.0385)]
"""Half of the bun's section (y, z) from the middle of its underside, up its side, to the lip of the cut."""


def _bun(L: float, seed: int):
    """Crust and crumb: a bun cut from above, its halves pushed apart by the sausage, joined underneath."""
    side = smooth_path(CRUST, 40)
    turn = np.radians(np.linspace(20, -90, 26))
    groove = np.stack([(RADIUS + 0.0006) * np.cos(turn), HEIGHT + (RADIUS + 0.0006) * np.sin(turn)], axis=1)
    half = np.concatenate([side, groove[1:]])
    ring = np.concatenate([half[:-1], half[:0:-1] * (-1, 1)])
    t = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 90))
    x = t * L / 2
    end = np.clip(1 - np.abs(t) ** 7, 0, 1) ** 0.42 * 0.97 + 0.03
    along = np.stack([x, 0 * x, 0 * x], axis=1)
    gape = 1 + 0.07 * field(along, L * 0.5, seed=seed) * end
    points = np.empty((len(t), len(ring), 3))
    points[..., 0] = x[:, None]
    points[..., 1] = ring[:, 0] * end[:, None] * np.where(ring[:, 1] > 0.02, gape[:, None], 1)
    points[..., 2] = 0.021 + (ring[:, 1] - 0.021) * end[:, None]
    crust = displace(displace(loft(points, smooth=180), 0.0018, 0.04, seed=seed), 0.0004, 0.006, seed=seed + 1)
    inner = np.concatenate([groove, groove[-2::-1] * (-1, 1)])
    crumb = np.empty((len(t), len(inner), 3))
    crumb[..., 0] = x[:, None] * 0.985
    crumb[..., 1] = inner[:, 0] * (end * gape)[:, None] * 0.95
    crumb[..., 2] = 0.0218 + (inner[:, 1] - 0.021) * end[:, None] * 0.96
    return crust, displace(loft(crumb, closed_ends=False, smooth=180), 0.0008, 0.005, seed=seed)


def _over(L: float, x, y):
    """Height of the sausage's skin at (x, y)."""
    return HEIGHT + 0.006 * (2 * x / (L * 1.14)) ** 2 + np.sqrt(np.maximum(RADIUS**2 - y * y, 0))


def _zigzag(L: float, wide: float, phase: float, waves: float, radius: float):
    """Sauce squeezed from a bottle, to and fro over the sausage: thicker where the hand turned."""
    x = np.linspace(-0.45, 0.45, 320) * L
    u = x / L * 2 * np.pi * waves + phase
    y = wide * np.sin(u) / (0.75 + 0.25 * np.abs(np.sin(u)))
    drift = x + 0.0015 * np.sin(2.3 * u)
    thick = radius * (1 + 0.22 * np.sin(u) ** 4 + 0.1 * np.sin(x * 420)) * np.clip(0.25 + 60 * (0.45 - np.abs(x / L)), 0, 1)
    return sweep(np.stack([drift, y, _over(L, x, y) + radius * 0.5], axis=1), thick, sides=14, smooth=180)


@prop("hot_dog")
def hot_dog(spec: Spec, b: Builder) -> None:
    """A frankfurter with grill marks in a soft bun, mustard to and fro over it, roasted onions; it lies a little on its side, as the sauce must be seen."""
    L = b.vary(0.158, 0.04)
    b.slot("bun", "bread_crust", "#d9a25c", finish=("satin",))
    b.slot("crumb", "bread_crumb", "#f0dcae", role="fixed")
    b.slot("sausage", "tomato_skin", b.choose("#94492c", "#8a4128"), role="fixed")
    b.slot("mustard", "icing", "#dda51c", role="fixed", finish=("glossy",))
    b.slot("onions", "fried", "#b9772f", role="fixed")
    crust, crumb = _bun(L, spec.seed)
    b.add(browned(crust, "#d9a25c", 0.004, 0.05, dark="#8a4a18", pale="#ecd09a", seed=spec.seed), "bun")
    b.add(crumb, "crumb")
    frank = displace(displace(capsule(L * 1.14, RADIUS, 0.006, sides=48), 0.0008, 0.03, seed=spec.seed), 0.00025, 0.004, seed=7)

    def grilled(p):
        bars = np.exp(-((((p[:, 0] / 0.019 + 0.3 * p[:, 1] / RADIUS) % 1 - 0.5) / 0.11) ** 2)) * np.clip(p[:, 2] / RADIUS + 0.5, 0, 1)
        return 1 + 0.16 * field(p, 0.02, seed=spec.seed) - 0.55 * bars * np.clip(0.8 + field(p, 0.012, seed=3), 0, 1) - 0.3 * np.clip(np.abs(p[:, 0]) / (L * 0.57) - 0.93, 0, 1) * 14

    b.add(move(tint(frank, lambda p: np.clip(grilled(p), 0.2, 1.2)), 0, 0, HEIGHT), "sausage")
    b.add(_zigzag(L, 0.0092, 0.4, 6.5, 0.0026), "mustard")
    rng = np.random.default_rng(spec.seed)
    n = 46
    x, y = rng.uniform(-0.4, 0.4, n) * L, rng.choice((-1, 1), n) * rng.uniform(0.004, 0.0125, n)
    places = np.repeat(np.eye(4)[None], n, axis=0)
    q, _ = np.linalg.qr(rng.normal(size=(n, 3, 3)))
    places[:, :3, :3] = q * rng.uniform(0.6, 1.3, (n, 1, 1))
    places[:, :3, 3] = np.stack([x, y, np.maximum(_over(L, x, np.clip(y, -0.0115, 0.0115)) + 0.001, HEIGHT + 0.0055)], axis=1)
    b.add(copies(displace(box(0.0052, 0.0022, 0.0016, bevel=0.0005), 0.0006, 0.002), places, smooth=180), "onions")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, 17, 0, 14)

# SPDX-License-Identifier: GPL-3.0-or-later
"""From the sea: shells (a scallop's fan, a whelk's spiral), an oyster on the half shell, a branch of coral."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, from_geometry, move, rotate, sphere
from diorama_stage.kit.growth import Growth, grid_faces
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.props.registry import prop


@prop("seashell")
def seashell(spec: Spec, b: Builder) -> None:
    """A scallop's ribbed fan or a whelk's spiral: by the noun, or by the seed."""
    fan = spec.is_a("fan") or not spec.is_a("spiral") and b.choose(True, False)
    base, band = b.choose(("#e6b79a", "#b4583e"), ("#eadcc4", "#a5704a"), ("#e9c6b8", "#c2706a"))
    b.slot("body", "porcelain", base, finish=("satin",))
    _scallop(spec, b, base, band) if fan else _whelk(spec, b, base, band)


def _scallop(spec: Spec, b: Builder, base: str, band: str) -> None:
    """A fan of twenty ribs from its hinge, two ears beside it, growth bands across; it lies on its rim."""
    R, ribs = b.vary(0.042, 0.1), 19
    t, s = np.linspace(0, 1, 70)[:, None], np.linspace(-1, 1, 400)[None, :]
    a = s * math.radians(74)
    reach = R * (1 - 0.07 * s**4 + 0.012 * np.cos(ribs * math.pi * s)) * t
    rib = np.cos(ribs * math.pi * s)
    z = (
        R * 0.42 * np.sin(math.pi * np.clip(t * 0.78 + 0.16, 0, 1)) * (1 - 0.55 * np.abs(s) ** 2.6)
        - R * 0.1
        + R * 0.022 * rib * t**0.8 * (1 - 0.6 * np.abs(s) ** 6)
    )
    grid = np.stack([reach * np.sin(a), -reach * np.cos(a) * 1.04 + R * 0.55 + 0 * s, z], axis=-1)
    steps = 0.5 + 0.5 * np.sin(17 * t**1.4 + 0.5 * np.sin(9 * s)) + 0.25 * np.sin(43 * t)
    share = np.clip(0.2 + 0.55 * steps * t + 0.18 * rib * t, 0, 1)
    tones = toward(base, band, share.ravel()).reshape(grid.shape)
    painted = Growth().sheet(grid, tones, 0.0011)
    made = [b.add(painted.object("shell"), "body")]
    ears = Growth()
    for side in (-1, 1):
        u, v = np.linspace(0, 1, 12)[:, None], np.linspace(0, 1, 16)[None, :]
        x = side * R * (0.03 + 0.36 * u * (1 - 0.25 * v))
        y = R * (0.56 - 0.3 * v * (0.45 + 0.55 * u)) + 0 * u
        ears.sheet(
            np.stack([x + 0 * v, y, R * (0.13 - 0.1 * u + 0.012 * np.cos(26 * u)) + 0 * v], axis=-1),
            toward(base, band, np.full(12 * 16, 0.35)).reshape(12, 16, 3),
            0.001,
        )
    made.append(b.add(ears.object("ears"), "body", "ears"))
    turn = b.rng.uniform(-25, 25)
    for o in made:
        rotate(o, 12, 0, turn)
    grounded(*made)


def _whelk(spec: Spec, b: Builder, base: str, band: str) -> None:
    """Whorls that widen by a constant share each turn about one axis (Raup's coiling), knobs on their shoulders, a flared mouth that is rosy within."""
    size = b.vary(0.05, 0.12)
    b.slot("mouth", "porcelain", b.choose("#e8a07c", "#e48f86", "#f0c39a"), role="fixed", finish=("glossy",))
    turns, growth = 5.6, 0.082
    n, m = 420, 44
    th = np.linspace(0, 2 * math.pi * turns, n)[:, None]
    phi = np.linspace(0, 2 * math.pi, m, endpoint=False)[None, :]
    s = np.exp(growth * (th - th[-1]))
    knob = 1 + 0.17 * np.exp(-((((phi - 0.75 + math.pi) % (2 * math.pi) - math.pi) / 0.35) ** 2)) * np.maximum(np.cos(4.5 * th), 0) ** 2
    lip = 1 + 0.22 * np.clip((th - th[-1] + 0.5) / 0.5, 0, 1) ** 2 * np.clip(0.4 + np.cos(phi), 0, 1.4)
    wide, tall = 0.3 * knob * lip, 0.34 + 0.6 * np.clip(-np.sin(phi), 0, 1) ** 1.5
    r = s * (0.27 + wide * np.cos(phi))
    z = -1.28 * s + s * tall * np.sin(phi) * (0.84 + 0.16 * lip)
    grid = np.stack([r * np.cos(th), r * np.sin(th), z + 0 * th], axis=-1) * size
    fine = 1 + 0.006 * np.cos(phi * 22)
    grid[..., :2] *= fine[..., None]
    spots = np.clip(
        0.35
        + 0.5 * np.cos(phi * 3 + 0.4)
        + 0.4 * np.sin(th * 7 + 2 * np.sin(phi * 2))
        + 0.3 * field(grid.reshape(-1, 3), size * 0.2, seed=spec.seed).reshape(n, m),
        0,
        1,
    )
    faces = grid_faces(n, m, closed=True)
    shell = Growth().add(grid.reshape(-1, 3), faces, toward(base, band, spots.ravel() * 0.85))
    inside = grid[-60:]
    middle = inside.mean(axis=1, keepdims=True)
    made = [
        b.add(shell.object("shell"), "body"),
        b.add(Growth().add((middle + (inside - middle) * 0.95).reshape(-1, 3), grid_faces(60, m, closed=True)[:, ::-1]).object("mouth"), "mouth"),
    ]
    rim = np.concatenate([grid[-1], (middle[-1] + (inside[-1] - middle[-1]) * 0.95)])
    k = np.arange(m)
    made.append(b.add(from_geometry("lip", rim, np.stack([k, (k + 1) % m, (k + 1) % m + m, k + m], axis=1), smooth=180), "mouth"))
    mouth = math.degrees(float(th[-1, 0])) % 360
    turn = b.rng.uniform(-115, -60)
    for o in made:
        rotate(o, 0, 0, -mouth - 8)  # its mouth to +X
        rotate(rotate(o, 0, -62, 0), 0, 0, turn)
    grounded(*made)


@prop("oyster")
def oyster(spec: Spec, b: Builder) -> None:
    """On the half shell: a rough, leafy cup, nacre within, the wet grey body in its liquor; a pearl in it where the words say so."""
    b.slot("shell", "stone", "#8d8578")
    b.slot("nacre", "pearl", "#e9e4da", role="fixed")
    b.slot("flesh", "egg_white", "#d3c6ac", role="fixed", finish=("wet",))
    n, m = 34, 150
    t, a = np.linspace(0.02, 1, n)[:, None], np.linspace(0, 2 * math.pi, m, endpoint=False)[None, :]
    outline = (
        0.036 * (1 + 0.06 * np.cos(3 * a + b.rng.uniform(0, 6)) + 0.03 * np.cos(7 * a + 1) + 0.02 * np.cos(13 * a)) * (1 + 0.2 * np.cos(a - math.pi / 2) ** 3)
    )
    x, y = outline * t * np.cos(a) * 0.86, outline * t * np.sin(a) * 1.22
    rim = 0.0022 * np.sin(5 * a + 1) + 0.0012 * np.sin(11 * a)
    z = 0.015 * t**2.4 + rim * t**3
    inside = np.stack([x, y, z + 0.0018], axis=-1).reshape(-1, 3)
    leafy = 0.0026 * (1 - ((t * 7 + 0.25 * np.sin(4 * a)) % 1.0)) * t
    outside = np.stack([x * 1.05, y * 1.05, z - 0.001 - leafy - 0.003 * (1 - t)], axis=-1).reshape(-1, 3)
    faces = grid_faces(n, m, closed=True)
    k = np.arange(m) + (n - 1) * m
    ring = np.stack([k, np.roll(k, -1), np.roll(k, -1) + n * m, k + n * m], axis=1)
    rough = Growth().add(np.concatenate([inside, outside]), np.concatenate([faces[:, ::-1] + n * m, ring]))

    def share(p):
        return (
            toward("#8d8578", "#4a4640", 0.45 + 0.6 * field(p, 0.008, seed=spec.seed) + 0.3 * field(p, 0.0025, seed=1))
            * (1 + 0.2 * field(p, 0.02, seed=3))[:, None]
        )

    made = [b.add(displace(tint(rough.object("shell"), share), 0.0016, 0.006, seed=spec.seed), "shell")]
    cup = from_geometry("nacre", inside + (0, 0, 0.0004), faces, smooth=180)
    made.append(
        b.add(
            tint(
                cup,
                lambda p: toward(
                    "#e9e4da",
                    "#8f93a8",
                    0.2 + 0.55 * field(p, 0.012, seed=spec.seed) + 0.7 * np.exp(-(((p[:, 0] - 0.006) ** 2 + (p[:, 1] + 0.018) ** 2) / 0.00006)),
                ),
            ),
            "nacre",
        )
    )
    body = Clay([
        Part(np.array([(-0.004, -0.022, 0.01, 0.013), (0.003, 0.002, 0.0105, 0.018), (0.0, 0.024, 0.0105, 0.012)]), 0.008, thin=np.array((0, 0, 0.5))),
        Part(np.array([(-0.016, -0.008, 0.01, 0.009), (-0.017, 0.014, 0.01, 0.008)]), 0.008, thin=np.array((0, 0, 0.55))),
    ], 0.0011).skin(3)  # fmt: skip
    meat = from_geometry("flesh", *body, smooth=180)
    made.append(
        b.add(
            tint(
                displace(meat, 0.0007, 0.007, seed=spec.seed + 2),
                lambda p: toward(
                    "#d3c6ac", "#6f675a", 0.1 + 1.1 * np.clip((np.hypot(p[:, 0] / 0.017, p[:, 1] / 0.028) - 0.86) * 4, 0, 1) + 0.35 * field(p, 0.006, seed=4)
                ),
            ),
            "flesh",
        )
    )
    if spec.is_a("pearl"):
        b.slot("pearl", "pearl", "#f3ece2", role="fixed")
        made.append(b.add(sphere(0.0062, at=(0.003, -0.008, 0.0225), segments=48), "pearl"))
    turn = b.rng.uniform(20, 60)
    for o in made:
        rotate(o, 8, 0, turn)
    grounded(*made)


def _branch(parts: list[Part], rng, at: np.ndarray, way: np.ndarray, length: float, radius: float, depth: int) -> None:
    """A limb that bends towards the light and forks."""
    tip = at + way * length
    bend = (at + tip) / 2 + np.array([rng.gauss(0, 1) for _ in range(3)]) * length * 0.07
    parts.append(Part(np.array([(*at, radius), (*bend, radius * 0.9), (*tip, radius * 0.8)]), radius * 0.9))
    if depth == 0:
        parts.append(Part(np.array([(*tip, radius * 0.95), (*(tip + way * radius * 0.4), radius * 0.9)]), radius))
        return
    for _ in range(2 if rng.random() < 0.72 else 3):
        side = np.array([rng.gauss(0, 1), rng.gauss(0, 1) * 0.55, rng.gauss(0, 0.4)])
        turned = way + 0.62 * side / np.linalg.norm(side) + np.array((0, 0, 0.22))
        _branch(parts, rng, tip, turned / np.linalg.norm(turned), length * rng.uniform(0.66, 0.9), radius * 0.8, depth - 1)


@prop("coral")
def coral(spec: Spec, b: Builder) -> None:
    """A branching coral on its foot of rock: forked limbs with pale, budded tips."""
    base = b.choose("#d9482f", "#d8607a", "#e07a3a")
    b.slot("body", "clay", base)
    b.slot("rock", "stone", "#8b857a", role="trim")
    parts: list[Part] = []
    for k in range(4):
        a = 1.6 * k + b.rng.uniform(-0.3, 0.3)
        way = np.array((0.6 * math.cos(a), 0.42 * math.sin(a), 1.0))
        _branch(parts, b.rng, np.array((0.008 * math.cos(a), 0.006 * math.sin(a), 0.004)), way / np.linalg.norm(way), 0.042, 0.0078, 3)
    points, quads = Clay(parts, 0.0017).skin(2)
    bumps = field(points, 0.0042, seed=spec.seed, octaves=1)
    tips = Growth().add(points, quads)
    body = displace(tips.object("coral"), 0.0011, 0.003, seed=spec.seed)
    ends = np.array([p.points[-1, :3] for p in parts if len(p.points) == 2])
    away = np.linalg.norm(points[:, None] - ends[None], axis=2).min(axis=1)
    tone = toward(base, "#f4d8c8", np.clip(1 - away / 0.016, 0, 1) * 0.75) * (0.94 + 0.14 * bumps)[:, None]
    made = [b.add(tint(body, lambda _: tone), "body")]
    rock = displace(displace(ellipsoid(0.034, 0.027, 0.016, at=(0, 0, 0.0), segments=64), 0.008, 0.03, seed=spec.seed), 0.002, 0.008, seed=2)
    made.append(b.add(rock, "rock"))
    grounded(made[1])
    move(made[0], 0, 0, 0.02)

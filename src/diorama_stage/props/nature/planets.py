# SPDX-License-Identifier: GPL-3.0-or-later
"""Worlds as seen from space: banded giants, one with rings, the red planet, the Earth under clouds, the cratered Moon."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, from_geometry, move, rotate
from diorama_stage.kit.parts import tint, toward
from diorama_stage.props.desk.world_map import land
from diorama_stage.props.registry import prop

R = 1.0
TILTS = {"saturn": 24.0, "earth": 23.4, "mars": 25.0, "jupiter": 3.0, "planet": 15.0, "moon_globe": 5.0}


def ball(columns: int = 512, rows: int = 256):
    """A ball about the origin, its poles on z; unit positions, longitude and latitude of its vertices (radians)."""
    lon, lat = (a.ravel() for a in np.meshgrid(np.arange(columns) * 2 * np.pi / columns, np.linspace(-np.pi / 2 + 1e-3, np.pi / 2 - 1e-3, rows + 1)))
    p = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    faces = [
        (j * columns + i, j * columns + (i + 1) % columns, (j + 1) * columns + (i + 1) % columns, (j + 1) * columns + i)
        for j in range(rows)
        for i in range(columns)
    ]
    return p, lon, lat, faces


def wide(p: np.ndarray, scale: float, octaves: int, seed: int) -> np.ndarray:
    """Noise on the ball without a seam, about -1 to 1: random plane waves that bend one another, octave by octave."""
    rng = np.random.default_rng(seed)
    total, bent = np.zeros(len(p)), p
    for k in range(octaves):
        waves = rng.normal(0, 1, (7, 3))
        waves *= scale * 1.9**k * rng.uniform(0.7, 1.4, (7, 1)) / np.linalg.norm(waves, axis=1, keepdims=True)
        own = np.sin(2 * bent @ waves.T + rng.uniform(0, 6.28, 7)).sum(axis=1) / 3.5
        total += 0.52**k * own
        bent = bent + 0.22 / (scale * 1.9**k) * np.stack([own, np.roll(own, 1), -own], axis=1)
    return total * 0.6


@prop("planet", "saturn", "jupiter", "mars", "earth", "moon_globe")
def planet(spec: Spec, b: Builder) -> None:
    base = {
        "planet": b.choose("#6f8fb8", "#b8875a", "#7a9a8a"),
        "saturn": "#cdb583",
        "jupiter": "#c9a37c",
        "mars": "#b5623a",
        "earth": "#1d4f86",
        "moon_globe": "#a9a6a0",
    }[spec.kind]
    b.slot("body", "clay" if spec.kind in ("mars", "moon_globe") else "paper", base)
    p, lon, lat, faces = ball()
    seed = int(b.rng.integers(1 << 30)) if hasattr(b.rng, "integers") else int(b.rng.random() * (1 << 30))
    relief = 1 + {"mars": 0.006, "moon_globe": 0.008}.get(spec.kind, 0.0) * wide(p, 5, 5, seed)
    made = tint(from_geometry("world", p * relief[:, None] * R, faces, smooth=180), lambda _: PAINTS.get(spec.kind, banded)(base, p, lon, lat, seed))
    tilt = TILTS[spec.kind]
    b.add(move(rotate(made, tilt * 0.6, tilt, 0), 0, 0, R * 1.6 if spec.kind == "saturn" else R), "body", "body")
    if spec.kind == "saturn":
        b.slot("rings", "paper", "#c8b48c", role="trim")
        b.add(move(rotate(rings(seed), tilt * 0.6, tilt, 0), 0, 0, R * 1.6), "rings", "rings")
    b.footprint = "round"


def rings(seed: int):
    """Flat rings with gaps, lighter and darker lanes."""
    n = 256
    lanes = np.linspace(1.28, 2.3, 46)
    rng = np.random.default_rng(seed)
    parts_v, parts_f, tones = [], [], []
    for k, (r0, r1) in enumerate(zip(lanes, lanes[1:], strict=False)):
        if 1.96 < (r0 + r1) / 2 < 2.05:  # Cassini's division
            continue
        a = np.arange(n) * 2 * np.pi / n
        at = len(parts_v)
        for z in (0.004, -0.004):
            for r in (r0, r1 - 0.002):
                parts_v += [(R * r * np.cos(t), R * r * np.sin(t), z) for t in a]
        for i in range(n):
            j = (i + 1) % n
            parts_f += [(at + i, at + n + i, at + n + j, at + j), (at + 2 * n + j, at + 3 * n + j, at + 3 * n + i, at + 2 * n + i)]
        tones += [(0.45 + 0.5 * np.sin(np.pi * np.clip((k - 2) / 42, 0, 1)) ** 0.5) * rng.uniform(0.75, 1.15)] * (4 * n)
    return tint(from_geometry("rings", parts_v, parts_f, smooth=None), lambda _: np.array(tones))


def banded(base: str, p, lon, lat, seed: int) -> np.ndarray:
    """Belts and zones whose borders curl; storms."""
    z = np.sin(lat) + 0.025 * wide(p * (1, 1, 3), 4, 5, seed)
    belt = 0.5 + 0.5 * np.sin(z * 17 + 2.2 * np.sin(z * 7 + seed % 7))
    fine = 0.5 + 0.5 * np.sin(z * 63 + 3 * wide(p * (1, 1, 4), 3, 4, seed + 5))
    return toward(base, "#f2e8d5", 0.75 * belt) * (0.82 + 0.25 * fine)[:, None]


def stormy(base: str, p, lon, lat, seed: int) -> np.ndarray:
    """Jupiter: strong brown belts, and the great red spot."""
    shade = banded(base, p, lon, lat, seed)
    z = np.sin(lat) + 0.03 * wide(p * (1, 1, 3), 5, 5, seed)
    dark = np.exp(-(((np.abs(z) - 0.24) / 0.09) ** 2))
    shade = shade * (1 - dark)[:, None] + toward(base, "#8a4f2e", np.ones(len(z))) * dark[:, None]
    spot = np.exp(-((((lon - 4.6) / 0.2) ** 2 + ((lat + 0.37) / 0.11) ** 2) ** 2))
    return shade * (1 - spot)[:, None] + toward(base, "#b5482c", np.ones(len(z))) * spot[:, None]


def rusty(base: str, p, lon, lat, seed: int) -> np.ndarray:
    """Mars: dark plains, pale dust, white caps."""
    dark = np.clip(0.5 + 1.3 * wide(p, 1.6, 6, seed), 0, 1)
    ice = np.clip((np.abs(lat) - 1.27 + 0.1 * wide(p, 4, 4, seed + 3)) / 0.06, 0, 1)
    shade = toward(base, "#5c3524", 0.75 * dark) * (1 + 0.3 * wide(p, 6, 5, seed + 7))[:, None]
    return shade * (1 - ice)[:, None] + toward(base, "#eeeae4", np.ones(len(ice))) * ice[:, None]


def blue(base: str, p, lon, lat, seed: int) -> np.ndarray:
    """The Earth: continents, deserts, ice, and clouds in swirls."""
    dlon, dlat = np.degrees((lon + np.pi) % (2 * np.pi) - np.pi), np.degrees(lat)
    ashore = land(dlon, dlat)
    wobble = 6 * np.sin(dlon / 7 + 2 * np.sin(dlat / 9))
    dry = np.exp(-(((np.abs(dlat) - 24 + 0.4 * wobble) / 11) ** 2))
    ice = np.clip((np.abs(dlat) - 68 + 0.5 * wobble) / 7, 0, 1)
    one = np.ones(len(dry))
    soil = toward(base, "#41602f", one) * (1 - dry)[:, None] + toward(base, "#b59660", one) * dry[:, None]
    shade = (1 - ashore)[:, None] + soil * ashore[:, None]
    white = np.maximum(ice, np.clip((wide(p + 0.25 * wide(p, 2.5, 3, seed + 4)[:, None], 3.2, 7, seed) + 0.02) / 0.22, 0, 1))
    return shade * (1 - white)[:, None] + toward(base, "#f2f5f7", one) * white[:, None]


def cratered(base: str, p, lon, lat, seed: int) -> np.ndarray:
    """The Moon: dark seas, bright highlands, craters with pale rims."""
    rng = np.random.default_rng(seed)
    shade = 1 - 0.42 * np.clip(1.6 * wide(p, 1.3, 5, seed) + 0.25, 0, 1) + 0.12 * wide(p, 9, 4, seed + 2)
    centres = rng.normal(0, 1, (420, 3))
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    for c, r in zip(centres, 0.012 + 0.11 * rng.random(420) ** 4, strict=True):
        d = np.arccos(np.clip(p @ c, -1, 1)) / r
        near = d < 1.6
        shade[near] += 0.25 * np.exp(-(((d[near] - 1) / 0.16) ** 2)) - 0.16 * np.exp(-((d[near] / 0.75) ** 4))
    return np.clip(shade, 0.3, 1.4)


PAINTS = {"jupiter": stormy, "mars": rusty, "earth": blue, "moon_globe": cratered}

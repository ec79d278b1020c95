# SPDX-License-Identifier: GPL-3.0-or-later
"""Skyscrapers: a tower of stone piers that steps back as it rises, or one of glass. No two panes hang alike, so that what they mirror is broken up."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder
from diorama_stage.kit.parts import copies, repeated, tint
from diorama_stage.props.registry import prop

FLOOR = 3.6
"""Metres from floor to floor."""
STEPPED = ((38, 30, 0, 22), (30, 25, 22, 61), (25, 21, 61, 112), (18, 15, 112, 130), (10, 9, 130, 141))
GLASS = ((30, 30, 0, 9), (28, 28, 9, 140))
"""Masses of a tower: width, depth, from, to; metres."""
ROOMS = (("#ffb866", 0.25), ("#ffd9a0", 0.7), ("#fff0dc", 1.3), ("#ffc67a", 0.45))
"""Lamps behind lit panes: colour and strength; a corridor, an office, one with its blinds half down."""


def _bars(rows: list) -> np.ndarray:
    """Matrices that make a unit box (it stands on its origin) into boxes (x, y, z of their underside's middle; sizes)."""
    rows = np.asarray(rows, float)
    out = np.zeros((len(rows), 4, 4))
    out[:, 0, 0], out[:, 1, 1], out[:, 2, 2], out[:, 3, 3] = rows[:, 3], rows[:, 4], rows[:, 5], 1
    out[:, :3, 3] = rows[:, :3]
    return out


def _blocks(rows: list):
    return copies(box(1, 1, 1, bevel=0.012, segments=1), _bars(rows))


def _panes(rng, masses, bay: float, sill: float, back: float):
    """A pane for each bay of each floor: corners (n, 4, 3), outwards."""
    out = []
    for w, d, low, high in masses:
        for (nx, ny), along, off in (((0, -1), w, d / 2), ((0, 1), w, d / 2), ((1, 0), d, w / 2), ((-1, 0), d, w / 2)):
            bays, floors = max(round(along / bay), 1), max(round((high - low) / FLOOR), 1)
            across, tall = along / bays, (high - low) / floors
            i, j = np.meshgrid(np.arange(bays), np.arange(floors), indexing="ij")
            s, z = -along / 2 + (i.ravel() + 0.5) * across, low + j.ravel() * tall + sill
            corners = np.array([(-0.5, 0), (0.5, 0), (0.5, 1), (-0.5, 1)])
            run = s[:, None] + corners[None, :, 0] * across
            rise = z[:, None] + corners[None, :, 1] * (tall - sill)
            deep = off - back + rng.normal(0, 0.006, (len(s), 4))
            out.append(np.stack([-ny * run + nx * deep, nx * run + ny * deep, rise], axis=2))
    return np.concatenate(out)


@prop("skyscraper")
def skyscraper(spec: Spec, b: Builder) -> None:
    stepped = spec.is_a("empire") or not spec.is_a("glass") and b.rng.random() < 0.5
    masses = STEPPED if stepped else GLASS
    bay, sill, back = (2.1, 1.25, 0.75) if stepped else (1.5, 0.9, 0.1)
    b.slot("walls", *(("stone", b.choose("#b5a88f", "#a39c90", "#8f7a66")) if stepped else ("aluminium", b.choose("#6f7a82", "#3f464c"))))
    b.slot("glass", "lacquer", b.choose("#1f2b33", "#22313a") if stepped else b.choose("#1f3a44", "#24384a", "#2f4240"), role="fixed")
    b.slot("roof", "concrete", "#6d6a66", role="trim")
    b.slot("spire", "steel", "#b9bec2", role="trim")
    rng = np.random.default_rng(spec.seed)
    panes = _panes(rng, masses, bay, sill, back)
    shining = rng.random(len(panes)) < (0.26 if spec.has("lit") else 0.0)
    blinds = np.where(rng.random(len(panes)) < 0.1, 2.2, rng.uniform(0.8, 1.15, len(panes)))
    b.add(repeated(panes[~shining], [(0, 1, 2, 3)], smooth=None, tones=blinds[~shining]), "glass", "windows")
    rooms = np.where(shining, rng.integers(0, len(ROOMS), len(panes)), -1)
    for k, (colour, strength) in enumerate(ROOMS if shining.any() else ()):
        b.slot(f"lit {k}", "emission", colour, role="fixed", params={"strength": strength})
        b.add(repeated(panes[rooms == k], [(0, 1, 2, 3)], smooth=None), f"lit {k}", "windows")
    walls, sills, roofs = [], [], []
    for w, d, low, high in masses:
        tall = high - low
        roofs.append((0, 0, low, w - 2 * back - 0.3, d - 2 * back - 0.3, tall))
        floors = max(round(tall / FLOOR), 1)
        for k in range(floors + 1):
            z, thick = low + k * tall / floors, 1.1 if k == floors else sill
            into = 0.72 * back  # the sills lie behind the piers, which run up without a break
            sills += [(0, y, z, w - 2 * into, 0.3, thick) for y in (-d / 2 + into + 0.1, d / 2 - into - 0.1)]
            sills += [(x, 0, z, 0.3, d - 2 * into, thick) for x in (-w / 2 + into + 0.1, w / 2 - into - 0.1)]
        for along, off, turn in ((w, d / 2, 0), (d, w / 2, 1)):
            n = max(round(along / bay), 1)
            wide, deep = (0.72, 0.95) if stepped else (0.12, 0.25)
            for k in range(n + 1):
                s = -along / 2 + along * k / n
                strong = 1.5 if stepped and k in (0, n) else 1.0
                for side in (-1, 1):
                    at = (s, side * (off - deep / 2 + 0.12)) if not turn else (side * (off - deep / 2 + 0.12), s)
                    size = (wide * strong, deep) if not turn else (deep, wide * strong)
                    walls.append((*at, low, *size, tall + (1.4 if stepped else 0.6)))
    b.add(_blocks(walls), "walls")
    b.add(tint(_blocks(sills), lambda p: np.full(len(p), 0.62)), "walls", "sills")
    w, d, _, top = masses[-1]
    roofs += [(-w * 0.2, 0, top, w * 0.3, d * 0.4, 3.2), (w * 0.22, d * 0.15, top, w * 0.25, d * 0.25, 2.2)]
    b.add(_blocks(roofs), "roof")
    if stepped:
        b.add(cylinder(2.2, 6, top=1.2, at=(0, 0, top), segments=24), "spire")
        b.add(cylinder(0.4, 20, top=0.06, at=(0, 0, top + 6), segments=16), "spire")
    else:
        b.add(cylinder(0.18, 12, top=0.05, at=(-w * 0.25, 0, top + 3), segments=12), "spire")

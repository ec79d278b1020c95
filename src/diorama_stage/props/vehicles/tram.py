# SPDX-License-Identifier: GPL-3.0-or-later
"""A tram."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, label_plane, loft, move, rotate
from diorama_stage.kit.parts import rods, slab, turned
from diorama_stage.props.registry import prop

HALF, WIDE = 6.2, 1.12
"""Half the length and half the width of the car body, metres."""


def plan(inset: float = 0.0, bow: float = 0.55) -> np.ndarray:
    """The car from above, counter-clockwise: straight sides, bowed ends."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 16)
    x, y = (HALF - bow) + (bow - inset) * np.cos(t) ** 0.8, (WIDE - inset) * np.sin(t)
    return np.concatenate([np.column_stack([x, y]), np.column_stack([-x, -y])])


@prop("tram")
def tram(spec: Spec, b: Builder) -> None:
    """A car of the old kind with bowed ends: a painted body, a cream band of windows, a clerestory roof with the bow that takes the current, one lamp."""
    b.slot("body", "paint", b.choose("#a3231d", "#1f5b3c", "#d9a521", "#24508a"), finish=("glossy",))
    b.slot("band", "paint", "#ece3c8", role="trim", finish=("glossy",))
    b.slot("roof", "paint", "#8f918c", role="trim")
    b.slot("glass", "lacquer", "#1a2126", role="fixed")
    b.slot("dark", "cast_iron", "#232426", role="fixed")
    b.slot(
        "lamp", *(("emission", "#ffe7b0") if spec.has("lit") else ("chrome", None)), role="fixed", **({"params": {"strength": 8.0}} if spec.has("lit") else {})
    )
    low, sill, head, top = 0.62, 1.62, 2.5, 2.86
    b.add(extrude(plan(), sill - low, bevel=0.02, at=(0, 0, low)), "body")
    b.add(extrude(plan(0.03), head - sill, bevel=0, at=(0, 0, sill)), "glass", "windows")
    b.add(extrude(plan(), top - head, bevel=0.02, at=(0, 0, head)), "band")
    b.add(extrude(plan(-0.012), 0.09, bevel=0.01, at=(0, 0, sill - 0.05)), "band")
    posts = [
        box(0.11 if k % 2 else 0.16, 0.04, head - sill, bevel=0.01, at=(x, s * (WIDE - 0.012), sill))
        for s in (-1, 1)
        for k, x in enumerate(np.linspace(-HALF + 0.55, HALF - 0.55, 13))
    ]
    rim = plan()
    posts += [cylinder(0.06, head - sill, bevel=0.01, at=(*rim[k], sill)) for k in (4, 11, 20, 27)]
    b.add(join(posts), "band", "pillars")
    shell = []
    for z, k in ((top, 1.015), (top + 0.08, 1.0), (top + 0.2, 0.86), (top + 0.27, 0.6), (top + 0.3, 0.3)):
        shell.append(np.column_stack([plan()[:, 0] * (1 - (1 - k) * 0.1), plan()[:, 1] * k, np.full(32, z)]))
    b.add(loft(shell, smooth=60), "roof")
    b.add(box(HALF * 1.35, 0.9, 0.2, bevel=0.06, at=(0, 0, top + 0.22)), "roof", "clerestory")
    _doors(b, low, head)
    _under(b, low)
    _bow(b, top + 0.42)
    for s in (-1, 1):
        lamp = rotate(turned([(0, 0), (0.14, 0), (0.15, 0.06), (0.12, 0.1), (0, 0.1)], axis="x"), 0, 0, 0 if s > 0 else 180)
        b.add(move(lamp, s * (HALF - 0.02), 0, 1.25), "lamp")
    text = spec.labels[0] if spec.labels else {"text": b.choose("28 PRAZA", "5 CITY", "11 HARBOUR"), "style": "bold", "colour": {"hex": "#f4e9c8"}}
    b.slot("sign", "printed", role="fixed", label=text, params={"paper": "#111214"})
    for s in (-1, 1):
        b.add(move(rotate(box(1.0, 0.08, 0.3, bevel=0.015, at=(0, 0, -0.15)), 0, 0, 90), s * (HALF - 0.03), 0, head + 0.2), "dark", "sign")
        b.add(move(rotate(label_plane(0.94, 0.25), 0, 0, 90 * s), s * (HALF + 0.02), 0, head + 0.2), "sign")
        b.add(move(rotate(label_plane(1.8, 0.25), 0, 0, 0 if s < 0 else 180), 0, s * (WIDE + 0.012), head + 0.19), "sign")


def _doors(b: Builder, low: float, head: float) -> None:
    """Two leaves at each end of each side, with their panes."""
    for s in (-1, 1):
        for x in (-HALF + 1.05, HALF - 1.05):
            b.add(box(0.98, 0.03, head - low - 0.02, bevel=0.01, at=(x, s * (WIDE - 0.005), low + 0.02)), "dark", "doors")
            for d in (-0.23, 0.23):
                b.add(box(0.42, 0.03, head - low - 0.1, bevel=0.02, at=(x + d, s * (WIDE + 0.006), low + 0.06)), "band", "doors")
                b.add(box(0.3, 0.03, 1.05, bevel=0.03, at=(x + d, s * (WIDE + 0.012), low + 0.75)), "glass", "doors")
            b.add(box(1.0, 0.3, 0.06, bevel=0.01, at=(x, s * (WIDE + 0.02), low - 0.2)), "dark", "steps")


def _under(b: Builder, low: float) -> None:
    """Wheels in their truck, the frames and the fenders that hang before them."""
    for x in (-2.9, -1.5, 1.5, 2.9):
        for s in (-1, 1):
            b.add(turned([(0, -0.06), (0.33, -0.06), (0.36, -0.04), (0.36, 0.0), (0.33, 0.03), (0.1, 0.05), (0, 0.06)], (x, s * 0.72, 0.36)), "dark", "wheels")
    for s in (-1, 1):
        for x in (-2.2, 2.2):
            b.add(slab([(x - 1.2, 0.3), (x + 1.2, 0.3), (x + 1.05, 0.55), (x - 1.05, 0.55)], 0.12, y=s * 0.84, bevel=0.02), "dark", "truck")
        b.add(box(0.5, 1.9, 0.2, bevel=0.04, at=(s * (HALF - 0.35), 0, 0.28)), "dark", "fender")
    b.add(box(2 * HALF - 1.4, 1.9, 0.22, bevel=0.03, at=(0, 0, low - 0.2)), "dark", "frame")


def _bow(b: Builder, z: float) -> None:
    """A pantograph: two folded frames and the collector across them."""
    bars = []
    for s in (-1, 1):
        bars += [((s * 0.75, t * 0.55, z), (s * 1.3, t * 0.4, z + 0.62)) for t in (-1, 1)] + [
            ((s * 1.3, t * 0.4, z + 0.62), (s * 0.12, t * 0.36, z + 1.2)) for t in (-1, 1)
        ]
        bars += [((s * 1.3, -0.4, z + 0.62), (s * 1.3, 0.4, z + 0.62)), ((s * 0.12, -0.75, z + 1.2), (s * 0.12, 0.75, z + 1.2))]
    b.add(rods(bars, 0.028, sides=8), "dark", "pantograph")
    b.add(join([box(0.34, 0.34, 0.12, bevel=0.03, at=(x, y, z - 0.06)) for x in (-0.75, 0.75) for y in (-0.5, 0.5)]), "dark", "pantograph")

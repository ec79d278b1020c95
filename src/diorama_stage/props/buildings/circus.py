# SPDX-License-Identifier: GPL-3.0-or-later
"""The circus: its big top, and its ring."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, sphere, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import rods, slab
from diorama_stage.props.registry import prop

GORES = 24


def _slots(b: Builder) -> None:
    b.slot("red", "canvas", b.choose("#b3202a", "#a81d24"), params={"thin": 0.15})
    b.slot("white", "canvas", "#f0e8d6", role="trim", params={"thin": 0.15})


@prop("circus_tent")
def circus_tent(spec: Spec, b: Builder) -> None:
    """A round tent in stripes: a roof that sags from the king pole to the eaves, a scalloped valance with bulbs, walls, a drawn-back entrance, flags, guys."""
    _slots(b)
    b.slot("poles", "wood", "#7d5a38", role="trim")
    b.slot("rope", "burlap", "#c9b68d", role="fixed")
    b.slot("gold", "paint", "#d9a93a", role="fixed")
    b.slot("inside", "fabric", "#2a1012", role="fixed")
    lit = spec.has("lit")
    b.slot("bulbs", "emission" if lit else "glass", "#ffcf80" if lit else "#f6e8c8", role="fixed", params={"strength": 14.0} if lit else {})
    r, eave, top = 11.0, 3.6, 11.0
    sheets = {"red": Growth(), "white": Growth()}
    for k in range(GORES):
        _gore(sheets["red" if k % 2 else "white"], k, r, eave, top)
    _cupola(sheets, top)
    for name, growth in sheets.items():
        b.add(growth.object(name), name, "stripes")
    ring = [(r * math.cos(a), r * math.sin(a)) for a in np.linspace(0, 2 * np.pi, GORES, endpoint=False)]
    b.add(
        join(
            [
                sphere(0.085, at=(x * 1.008, y * 1.008, eave + 0.02), segments=10)
                for x, y in [(r * math.cos(a), r * math.sin(a)) for a in np.linspace(0, 2 * np.pi, 96, endpoint=False)]
            ]
        ),
        "bulbs",
    )
    b.add(rods([((x, y, 0), (x, y, eave + 0.35)) for x, y in ring], 0.06), "poles")
    b.add(rods([((x * 1.0, y * 1.0, eave), (x * 1.3, y * 1.3, 0)) for x, y in ring], 0.02), "rope", "guys")
    b.add(rods([((x * 1.3, y * 1.3, -0.1), (x * 1.315, y * 1.315, 0.35)) for x, y in ring], 0.05), "poles", "pegs")
    _flags(b, ring, eave, top)
    _entrance(b, r, eave)


def _gore(growth: Growth, k: int, r: float, eave: float, top: float) -> None:
    """One gore: roof, valance and wall, its cloth sagging between the seams; the entrance's walls are left out."""
    a0, a1 = (k - 0.5) * 2 * math.pi / GORES - math.pi / 2, (k + 0.5) * 2 * math.pi / GORES - math.pi / 2
    s, t = np.linspace(0, 1, 9)[None, :], np.linspace(0, 1, 24)[:, None]
    a, sag = a0 + (a1 - a0) * s, 4 * s * (1 - s)
    out = r + (0.9 - r) * t
    z = eave + (top - 0.9 - eave) * t**1.35 - 0.16 * sag * (1 - t) * t * 4 * 0.5
    growth.sheet(np.stack(np.broadcast_arrays(out * np.cos(a), out * np.sin(a), z), axis=-1), 1.0, 0.01)
    v = np.linspace(0, 1, 6)[:, None]
    drop = eave - v * (0.32 + 0.3 * np.sqrt(sag))
    growth.sheet(np.stack(np.broadcast_arrays((r + 0.06 + 0.03 * v) * np.cos(a), (r + 0.06 + 0.03 * v) * np.sin(a), drop), axis=-1), 0.96, 0.01)
    if k in (0, 1, GORES - 1):
        return
    fold = 0.07 * np.cos(s * 2 * np.pi * 3) * (1 - 0.6 * v)
    growth.sheet(np.stack(np.broadcast_arrays((r - 0.1 + fold) * np.cos(a), (r - 0.1 + fold) * np.sin(a), eave * (1 - v)), axis=-1), 0.92, 0.01)


def _cupola(sheets: dict, top: float) -> None:
    """A small drum with a roof of its own at the king pole's head."""
    for k in range(GORES):
        a = (np.linspace(k - 0.5, k + 0.5, 4)[None, :]) * 2 * math.pi / GORES - math.pi / 2
        out, z = np.array([0.9, 0.9, 1.15, 0.5, 0.05])[:, None], np.array([top - 0.95, top - 0.25, top - 0.3, top + 0.45, top + 0.95])[:, None]
        sheets["white" if k % 2 else "red"].sheet(np.stack(np.broadcast_arrays(out * np.cos(a), out * np.sin(a), z), axis=-1), 1.0, 0.01)


def _flags(b: Builder, ring, eave: float, top: float) -> None:
    """A pennant on the king pole and one over every second eave pole, all blown the same way."""
    made = {"red": [], "gold": []}
    ends = [((0, 0, top + 0.8), (0, 0, top + 2.9))]
    for k, (x, y) in enumerate([(0.0, 0.0), *ring[::2]]):
        z, long, tall = (top + 2.85, 1.9, 0.95) if k == 0 else (eave + 1.35, 0.75, 0.4)
        if k:
            ends.append(((x, y, eave + 0.2), (x, y, eave + 1.4)))
        u, v = np.linspace(0, 1, 14)[:, None], np.linspace(-1, 1, 5)[None, :]
        grid = np.stack(
            np.broadcast_arrays(x + long * u, y + 0.16 * long * np.sin(u * 7 + k) * u, z - tall / 2 - 0.1 * long * u + v * tall / 2 * (1 - u)), axis=-1
        )
        made["red" if k == 0 or k % 2 else "gold"].append(grid)
    for name, grids in made.items():
        growth = Growth()
        for grid in grids:
            growth.sheet(grid, 1.0, 0.006)
        b.add(growth.object("flags"), name, "flags")
    b.add(rods(ends, 0.035), "poles", "flagpoles")


def _entrance(b: Builder, r: float, eave: float) -> None:
    """A dark way in under a gilded board, curtains gathered to either side, a strip of carpet."""
    half = r * math.sin(1.5 * 2 * math.pi / GORES)
    y = -r * math.cos(1.5 * 2 * math.pi / GORES)
    b.add(box(2 * half, 0.05, eave, bevel=0, at=(0, y + 1.6, 0)), "inside")
    u, v = np.linspace(0, 1, 22)[:, None], np.linspace(0, 1, 30)[None, :]
    for name, side in (("red", -1), ("red", 1)):
        gather = np.interp(1 - u, [0, 0.4, 0.55, 1], [0.36, 0.22, 0.34, 0.95])
        x = side * (half - v * half * gather)
        fold = 0.11 * np.sin(v * 2 * np.pi * 6)
        b.add(Growth().sheet(np.stack(np.broadcast_arrays(x, y - 0.1 + fold, eave * (1 - u)), axis=-1), 1.0, 0.01).object("curtain"), name, "curtains")
    board = [
        (-half * 0.92, eave - 0.25),
        (half * 0.92, eave - 0.25),
        (half * 0.92, eave + 0.5),
        (half * 0.4, eave + 0.75),
        (0, eave + 1.25),
        (-half * 0.4, eave + 0.75),
        (-half * 0.92, eave + 0.5),
    ]
    b.add(slab(board, 0.12, y=-r - 0.28, bevel=0.03), "red", "board")
    rim = np.array([*board, board[0]])
    b.add(
        join(
            [
                sweep([(x, -r - 0.35, z), ((x + x2) / 2, -r - 0.35, (z + z2) / 2), (x2, -r - 0.35, z2)], 0.06)
                for (x, z), (x2, z2) in zip(rim, rim[1:], strict=False)
            ]
        ),
        "gold",
    )
    b.add(move(_star(0.38, 0.08), 0, -r - 0.36, eave + 0.45), "gold", "star")
    b.add(box(1.8, 3.5, 0.02, bevel=0.005, at=(0, -r - 1.0, 0)), "red", "carpet")


def _star(r: float, thick: float):
    rim = [(r * (1 if k % 2 == 0 else 0.42) * math.sin(k * math.pi / 5), r * (1 if k % 2 == 0 else 0.42) * math.cos(k * math.pi / 5)) for k in range(10)]
    return slab(rim, thick, bevel=0.01)


@prop("circus_ring")
def circus_ring(spec: Spec, b: Builder) -> None:
    """Thirteen metres across: sawdust raked in circles within a padded kerb in red and white, gilded stars on it, a gap at the back."""
    _slots(b)
    b.slot("gold", "paint", "#d9a93a", role="fixed")
    b.slot("sawdust", "sand", "#c9a877", role="trim")
    r, count = 6.3, 26
    rows = [(0, 0.03), *[(x, 0.03 + 0.008 * math.sin(x * 16)) for x in np.linspace(0.2, r, 160)], (r, 0)]
    b.add(lathe(rows, segments=128, smooth=60), "sawdust")
    parts: dict[str, list] = {"red": [], "white": [], "gold": []}
    for k in range(count):
        a = 2 * math.pi * (k + 0.5) / count - math.pi / 2
        if abs((a - math.pi / 2 + math.pi) % (2 * math.pi) - math.pi) < 0.14:
            continue
        degrees = math.degrees(a) + 90
        place = lambda o, a=a, degrees=degrees, out=r + 0.2: move(rotate(o, 0, 0, degrees), out * math.cos(a), out * math.sin(a), 0)  # noqa: E731
        name = "red" if k % 2 else "white"
        parts[name].append(place(box(1.52, 0.4, 0.42, bevel=0.02)))
        parts["white" if k % 2 else "red"].append(place(box(1.55, 0.5, 0.09, bevel=0.04, segments=5, at=(0, 0, 0.41))))
        parts["gold"].append(place(move(_star(0.13, 0.03), 0, 0.2, 0.22)))
        parts["gold"].append(place(move(_star(0.13, 0.03), 0, -0.2, 0.22)))
    for name, made in parts.items():
        b.add(join(made), name, {"gold": "stars"}.get(name, "kerb"))
    b.add(join([cylinder(0.09, 0.6, bevel=0.02, at=(s * 1.0, r + 0.15, 0)) for s in (-1, 1)]), "gold", "posts")
    b.support("inside", -3.4, 3.4, -3.4, 3.4, 0.035, round=True)
    b.footprint = "round"

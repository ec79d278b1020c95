# SPDX-License-Identifier: GPL-3.0-or-later
"""A Rubik's cube and a domino."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate
from diorama_stage.props.registry import prop

FACES = {"white": "#eceae2", "yellow": "#e8c81e", "red": "#b5202a", "orange": "#e2661c", "blue": "#2148a0", "green": "#2a8a45"}
TURNS = {"white": (0, 0, 0), "yellow": (180, 0, 0), "red": (90, 0, 0), "orange": (-90, 0, 0), "blue": (0, 90, 0), "green": (0, -90, 0)}


@prop("rubiks_cube")
def rubiks_cube(spec: Spec, b: Builder) -> None:
    """Three by three by three: 26 small cubes with a sticker on each outer face, mixed as it lies on a desk or, where the words say so, solved."""
    s, gap = 0.019, 0.0003
    b.slot("body", "plastic", "#121314")
    small = [
        box(s - gap, s - gap, s - gap, bevel=0.0012, at=((x - 1) * s, (y - 1) * s, z * s))
        for x in range(3)
        for y in range(3)
        for z in range(3)
        if (x, y, z) != (1, 1, 1)
    ]
    b.add(join(small), "body")
    every = [name for name in FACES for _ in range(9)]
    if not spec.has("solved"):
        b.rng.shuffle(every)
    stickers: dict[str, list] = {}
    for k, colour in enumerate(every):
        side, (row, column) = list(FACES)[k // 9], divmod(k % 9, 3)
        made = move(box(s * 0.84, s * 0.84, 0.0006, bevel=0.0003), (column - 1) * s, (row - 1) * s, 1.5 * s - 0.0001)
        stickers.setdefault(colour, []).append(move(rotate(made, *TURNS[side]), 0, 0, 1.5 * s))
    for colour, made in stickers.items():
        b.slot(colour, "plastic", FACES[colour], role="fixed")
        b.add(join(made), colour, "stickers")


@prop("domino")
def domino(spec: Spec, b: Builder) -> None:
    """One tile of ivory colour, its pips drilled and black, a groove across its middle."""
    b.slot("body", "ivory", "#ece4d0")
    b.slot("pips", "plastic", "#1a1818", role="fixed")
    long, wide, thick = 0.048, 0.024, 0.008
    b.add(box(long, wide, thick, bevel=0.0016), "body")
    spots = {0: [], 1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)], 4: [(-1, -1), (1, 1), (-1, 1), (1, -1)]}
    spots |= {5: [*spots[4], (0, 0)], 6: [*spots[4], (-1, 0), (1, 0)]}
    pips = [box(0.0007, wide * 0.84, 0.0003, bevel=0.0, at=(0, 0, thick - 0.0001))]
    for s in (-1, 1):
        for x, y in spots[b.choose(1, 2, 3, 4, 5, 6)]:
            pips.append(cylinder(0.0019, 0.0003, bevel=0.0, segments=24, at=(s * long / 4 + x * 0.0068, y * 0.0066, thick - 0.0001)))
    b.add(join(pips), "pips")

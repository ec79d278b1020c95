# SPDX-License-Identifier: GPL-3.0-or-later
"""Dice and playing cards."""

from __future__ import annotations

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    ellipsoid,
    extrude,
    from_geometry,
    join,
    move,
    rotate,
    rounded_rectangle,
)
from diorama_stage.props.registry import prop

PIPS = {1: ((0, 0),), 2: ((-1, -1), (1, 1)), 3: ((-1, -1), (0, 0), (1, 1)), 4: ((-1, -1), (1, -1), (-1, 1), (1, 1)), 5: ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, 0)), 6: ((-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1))}


@prop("dice")
def dice(spec: Spec, b: Builder) -> None:
    """One die: round corners, pips, opposite faces that make seven. How many there are the scene says."""
    b.slot("body", "plastic", b.choose("#f2ede1", "#b3261e", "#1d1d1f"), finish=("glossy",))
    b.slot("pips", "lacquer", "#141414" if b._slots["body"].colour == "#f2ede1" else "#f2ede1", role="fixed")
    a = 0.016
    one, marks = box(a, a, a, bevel=0.0026, segments=5, at=(0, 0, -a / 2)), []
    for number, turn in ((1, (0, 0, 0)), (6, (180, 0, 0)), (2, (90, 0, 0)), (5, (-90, 0, 0)), (3, (0, 90, 0)), (4, (0, -90, 0))):
        for x, y in PIPS[number]:
            marks.append(rotate(ellipsoid(0.00145, 0.00145, 0.0003, segments=16, at=(x * 0.0042, y * 0.0042, a / 2)), *turn))
    roll, yaw = b.choose((0, 0, 0), (90, 0, 0), (0, 90, 0), (180, 0, 0), (-90, 0, 0)), b.rng.uniform(0, 90)
    for o, slot in ((one, "body"), (join(marks), "pips")):
        b.add(move(rotate(rotate(o, *roll), 0, 0, yaw), 0, 0, a / 2), slot)


@prop("playing_cards")
def playing_cards(spec: Spec, b: Builder) -> None:
    """A hand of cards fanned on the table, over the rest of the pack."""
    b.slot("paper", "paper", "#f6f3ec")
    b.slot("back", "printed", role="fixed", params={"picture": "card_back", "paper": "#f6f3ec"})
    w, h = 0.063, 0.088
    card = rounded_rectangle(w, h, 0.0035, 5)
    uv = [(0.5 + x / w, 0.5 + y / h) for x, y in card]
    single = spec.is_a("playing_card") and not spec.is_a("cards")
    count = 1 if single else 5
    if not single:
        b.add(move(rotate(extrude(card, 0.014, bevel=0.0003), 0, 0, 8), 0.085, 0.03, 0), "paper", "pack")
        b.add(move(rotate(from_geometry("back", [(x, y, 0.01425) for x, y in card], [tuple(range(len(card)))], uvs=uv), 0, 0, 8), 0.085, 0.03, 0), "back", "pack")
    for k in range(count):
        turn = (k - (count - 1) / 2) * -13
        slot = b.slot(f"face{k}", "printed", role="fixed", params={"picture": "card", "paper": "#f6f3ec", "number": k, "gloss": True})
        for o, name in ((extrude(card, 0.0004, bevel=0), "paper"), (from_geometry("face", [(x, y, 0.00045) for x, y in card], [tuple(range(len(card)))], uvs=uv), slot)):
            b.add(move(rotate(move(o, 0, 0.11, 0.0006 * k), 0, 0, turn), -0.04, -0.12, 0), name, "cards")

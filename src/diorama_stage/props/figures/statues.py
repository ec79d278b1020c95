# SPDX-License-Identifier: GPL-3.0-or-later
"""Statues: a robed figure on a plinth, a bust on its socle, a hand."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, lathe
from diorama_stage.kit.mesh import move, scale
from diorama_stage.kit.sculpt import clay
from diorama_stage.props.figures.model import Model, skinned
from diorama_stage.props.figures.people import Person, pieces
from diorama_stage.props.figures.skeletons import CM, book, frame, parts
from diorama_stage.props.figures.to_mesh import cast
from diorama_stage.props.registry import prop

PLINTH = 0.5
SOCLE = 0.2
LARGE = {"head": 2.6, "hand": 7.0}
"""Parts of a body are asked for as a share of a statue's size: how much larger than life they are here, to come out right."""


@prop("statue")
def statue(spec: Spec, b: Builder) -> None:
    b.slot("body", "statuary_marble")
    factor = next((f for part, f in LARGE.items() if spec.is_a(part)), 1.0)
    if factor > 3:
        _hand(spec, b)
    elif factor > 1 or spec.is_a("bust"):
        _bust(spec, b)
    else:
        _robed(spec, b)
    for group in b._parts.values():
        for o in group:
            scale(o, factor)
    b.lean = None


def _stone(b: Builder, model: Model, up: float) -> None:
    b.add(move(cast("body", model), 0, 0, up), "body")


def _robed(spec: Spec, b: Builder) -> None:
    who = Person("woman", "robed", "bun", child=False, casual=True)
    for models in pieces(who, spec.seed % 997, toned=False).values():
        for model in models:
            _stone(b, model, PLINTH)
    b.slot("plinth", "marble", "#cfcac0", role="trim")
    for half, low, high in ((0.31, 0.0, 0.07), (0.27, 0.07, PLINTH - 0.05), (0.3, PLINTH - 0.05, PLINTH)):
        b.add(move(box(2 * half, 2 * half, high - low, bevel=0.008), 0, 0, low), "plinth")


def _bust(spec: Spec, b: Builder) -> None:
    every = book("people")
    man = spec.random().random() < 0.5
    at = frame([0, -2, 50 + 100 * SOCLE, 0, 0, 0])
    for rows, cell in ((every["head"]["rows"] + every["head"]["man" if man else "woman"], 0.3), (every["hair"]["short" if man else "bun"], 0.36), (every["bust"]["rows"], 0.55)):
        _stone(b, skinned(clay(parts(rows, at), cell * CM), cell * CM, spec.seed % 997, toned=False), 0.0)
    b.slot("plinth", "marble", "#cfcac0", role="trim")
    profile = [(0.11, 0), (0.11, 0.025), (0.1, 0.035), (0.07, 0.06), (0.055, 0.1), (0.06, 0.14), (0.085, 0.165), (0.085, SOCLE), (0.07, SOCLE + 0.06), (0, SOCLE + 0.06)]
    b.add(move(lathe(profile, segments=64), 0, 0.02, 0), "plinth")


def _hand(spec: Spec, b: Builder) -> None:
    rows = [{"limb": [[0, 0.2, 12, 3.4], [0, 0, 5, 2.9], [0, 0, 0, 2.7]], "thin": [0.8, 0, 0], "k": 2}, *book("people")["hand"]["rows"]]
    made = skinned(clay(parts(rows, frame([0, 0, 17, 180, 0, 70])), 0.2 * CM, floor=0.05), 0.2 * CM, spec.seed % 997)
    _stone(b, made, 0.0)
    b.slot("plinth", "marble", "#2b2a2c", role="trim")
    b.add(box(0.11, 0.11, 0.055, bevel=0.003), "plinth")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of animals that no sculptor's table has: the living body, without its hair and colours, as a thing of one material."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_catalogue import thing
from diorama_catalogue.named import Names, shown_by
from diorama_stage.animals import creatures, kinds
from diorama_stage.animals.beast import Wish
from diorama_stage.animals.built import finish, usual_pose
from diorama_stage.kit import Built, Slot
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices

PLANS = frozenset(("others", "fishes", "reptiles"))
"""Plans of bodies of which one stands in badly for another as a sculpture: an octopus is no snake."""


def modelled(called: Names, figure: str) -> str | None:
    """The kind whose body a figure has, where the figure that its record names shows another one; None where it shows its own."""
    kind, shown = called.beast and called.beast.called, shown_by(figure)
    return kind if kind is not None and kind != shown and kind in kinds.tables() and kinds.kind(kind)["plan"] in PLANS else None


def model(kind: str, figure: str, seed: int) -> Built:
    """The body of a kind, as long as the figure `figure` is."""
    made = creatures.creature(Wish(kind, usual_pose(kinds.kind(kind), 1, np.random.default_rng(seed)), seed))
    for o in made.strands:
        bpy.data.objects.remove(o)
    made.strands = []
    built = finish(made, figure, exact=True, tilt=kinds.kind(kind).get("tilt", 0.0))
    factor = thing(figure).size / float(max(built.high - built.low))
    for o in built.objects:
        set_points(o.data, vertices(o) * factor)
        for name in [a.name for a in o.data.color_attributes]:
            o.data.color_attributes.remove(o.data.color_attributes[name])
    built.low, built.high = built.low * factor, built.high * factor
    built.marks, built.head, built.supports = {}, None, []
    for part, objects in built.parts.items():
        for o in objects:
            o["slot"] = "eyes" if part == "eyes" else "body"
    built.slots = {"body": Slot("clay"), "eyes": Slot("lacquer", "#0d0b0a", role="fixed")}
    return built

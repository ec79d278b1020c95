# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals as an animalier models them: each species a table of limbs and masses, in the pose that the words tell."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, sphere
from diorama_stage.kit.mesh import move
from diorama_stage.props.figures.cast import cast, medium
from diorama_stage.props.figures.model import model, species
from diorama_stage.props.registry import prop

ANIMALS = {
    "figure_cat": "felines", "figure_lion": "felines", "figure_tiger": "felines", "figure_leopard": "felines",
    "figure_dog": "canines", "figure_wolf": "canines", "figure_fox": "canines",
    "figure_horse": "hoofed", "figure_zebra": "hoofed", "figure_cow": "hoofed", "figure_sheep": "hoofed", "figure_pig": "hoofed", "figure_deer": "hoofed", "figure_giraffe": "hoofed",
    "figure_elephant": "hoofed",
    "figure_bear": "bears", "figure_panda": "bears", "figure_rabbit": "bears", "figure_squirrel": "bears", "figure_mouse": "bears",
    "figure_frog": "waters", "figure_fish": "waters", "figure_turtle": "waters",
    "figure_bird": "birds", "figure_owl": "birds", "figure_duck": "birds", "figure_chicken": "birds", "figure_penguin": "birds",
}  # fmt: skip
"""Each species' table."""


POSES = (("lying",), ("sitting", "seated"), ("running", "jumping"), ("walking",), ("flying",), ("standing",))
"""Poses, and the words that ask for them."""


@prop(*ANIMALS)
def animal(spec: Spec, b: Builder) -> None:
    name = spec.kind.removeprefix("figure_")
    table = ANIMALS[spec.kind]
    made = model(table, name, pose(spec, species(table, name)), spec.seed % 997)
    b.slot("body", **medium(spec, b, species(table, name)["media"]))
    b.slot("eyes", "lacquer", "#0d0b0a", role="fixed")
    b.add(cast("body", made), "body")
    if made.more:
        b.slot("beak", "lacquer", "#c98a2c" if name in ("duck", "penguin", "chicken") else "#3a332c", role="fixed")
        b.slot("legs", "clay", "#c98a3c" if name in ("duck", "penguin", "chicken") else "#4a4038", role="fixed")
        b.slot("comb", "clay", "#a8291f", role="fixed")
        for piece, skin in made.more.items():
            b.add(cast(piece, skin), piece)
    for middle, radius in made.eyes:
        b.add(move(sphere(radius, segments=24), *middle), "eyes")


def pose(spec: Spec, poses: dict) -> str:
    """The pose told by the words, as far as the species has it; the first of its table otherwise."""
    told = [words[0] for words in POSES if spec.has(*words)]
    have = [p for p in poses if isinstance(poses[p], dict) and "body" in poses[p]]
    return next((p for p in told if p in have), have[0])

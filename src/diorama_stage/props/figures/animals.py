# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals as an animalier models them: each species a table of limbs and masses, in the pose that the words tell."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, sphere
from diorama_stage.kit.mesh import move
from diorama_stage.props.figures.model import model, species
from diorama_stage.props.figures.to_mesh import cast, medium
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


POSES = {"lying": ("lying",), "sitting": ("sitting", "seated"), "running": ("running", "jumping"), "walking": ("walking",), "flying": ("flying",), "standing": ("standing",)}
"""Poses, and the words that ask for them."""
YELLOW = ("duck", "penguin", "chicken")
"""Whose beak and legs are yellow."""
PIECES = {
    "beak": (("lacquer", "#3a332c"), ("lacquer", "#c98a2c")),
    "legs": (("clay", "#4a4038"), ("clay", "#c98a3c")),
    "comb": (("clay", "#a8291f"), ("clay", "#a8291f")),
}
"""What is of another material than the body: of most, and of the yellow ones."""


@prop(*ANIMALS)
def animal(spec: Spec, b: Builder) -> None:
    name = spec.kind.removeprefix("figure_")
    table = ANIMALS[spec.kind]
    made = model(table, name, pose(spec, species(table, name)), spec.seed % 997)
    b.slot("body", **medium(spec, b, species(table, name)["media"]))
    b.slot("eyes", "lacquer", "#0d0b0a", role="fixed")
    b.add(cast("body", made), "body")
    for piece, skin in made.more.items():
        b.slot(piece, *PIECES[piece][name in YELLOW], role="fixed")
        b.add(cast(piece, skin), piece)
    for middle, radius in made.eyes:
        b.add(move(sphere(radius, segments=24), *middle), "eyes")


def pose(spec: Spec, poses: dict) -> str:
    """The pose that is asked for, of those that the species has; of several the first of its table, and so where none is."""
    have = [p for p in poses if isinstance(poses[p], dict) and "body" in poses[p]]
    return next((p for p in have if len(have) > 1 and spec.has(*POSES[p])), have[0])

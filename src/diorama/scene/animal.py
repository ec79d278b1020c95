"""Animals: which species and breed, how old, with what coat, doing what. What is None or empty is left to the engine, settled by the seed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model, unit
from diorama.scene.look import Colour
from diorama.scene.person import Eyes, Garment, Gaze

AnimalPosture = Literal[
    "standing", "walking", "trotting", "running", "leaping", "sitting", "lying", "sleeping", "curled_up", "stretching", "crouching", "rearing", "swimming", "diving", "flying",
    "gliding", "perching", "hanging", "climbing", "begging", "on_its_back", "floating_on_its_back",
]  # fmt: skip
AnimalDeed = Literal[
    "grazing", "drinking", "eating", "hunting", "chasing", "fighting", "playing", "nuzzling", "grooming", "carrying", "holding", "roaring", "barking", "howling", "singing",
    "yawning", "digging", "feeding", "pulling", "riding", "watching", "following",
]  # fmt: skip


class Coat(Model):
    """Fur, feathers, scales or skin."""

    colours: tuple[Colour, ...] = Field(default=(), max_length=4)
    """Asked colours, the ground first; a colour that no such animal has is painted all the same ("a blue lion")."""
    mane: Colour | None = None
    """Of the mane, where it is told from the rest."""
    marking: Literal[
        "plain", "tabby", "calico", "tortoiseshell", "tuxedo", "pointed", "bicolour", "spotted", "striped", "rosettes", "patches", "brindle", "merle", "saddle", "mask", "dappled", "piebald",
    ] | None = None  # fmt: skip
    length: Literal["hairless", "short", "medium", "long"] | None = None
    texture: Literal["smooth", "fluffy", "curly", "wiry", "shaggy", "wet", "matted"] | None = None


class Behaviour(Model):
    """Something done, to or with the subjects named in `objects` (their ids)."""

    deed: AnimalDeed
    objects: tuple[str, ...] = Field(default=(), max_length=4)


class AnimalTraits(Model):
    """What makes this animal this one."""

    species: str = ""
    """A key of the catalogue of animals (cat, dog, horse, robin …)."""
    breed: str | None = None
    """A key of the species' breeds (labrador, siamese …)."""
    age: Literal["newborn", "young", "adult", "old"] = "adult"
    sex: Literal["female", "male"] | None = None
    build: Literal["thin", "average", "fat"] = "average"
    coat: Coat = Coat()
    eye_colour: Colour | None = None
    eyes: Eyes | None = None
    mouth: Literal["closed", "open", "tongue_out"] | None = None
    ears: Literal["upright", "forward", "back", "floppy"] | None = None
    gaze: Gaze | str | None = None
    """Where it looks: at the lens, away, down … or the id of a subject."""
    wears: tuple[Garment, ...] = Field(default=(), max_length=8)
    posture: AnimalPosture | None = None
    deeds: tuple[Behaviour, ...] = Field(default=(), max_length=4)
    formation: Literal["row"] | None = None
    """How several are by one another: "row", side by side where they stand, one behind the other where they walk; None: as they happen to be."""
    turned: float | None = Field(default=None, ge=-180, le=180, json_schema_extra=unit("degrees"))
    """Degrees that the body is turned from the lens: 0 faces it, 90 shows its left side, 180 its back; None is the photographer's choice."""

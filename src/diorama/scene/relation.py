"""Relations: how the things in the picture stand to each other."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model

RelationKind = Literal[
    "on", "in", "under", "above", "beside", "left_of", "right_of", "behind", "in_front_of", "between", "around", "against",
    "leaning_on", "hanging_from", "stacked_on", "filled_with", "facing", "near", "with", "holding", "wearing", "riding", "covering",
]  # fmt: skip

BodyPart = Literal[
    "head", "shoulder", "back", "chest", "under_arm", "arm", "neck", "lap", "hip", "mouth", "ear", "hands", "left_hand", "right_hand",
]  # fmt: skip

SIDES = ("background", "left", "right", "centre", "foreground")
"""Places of the picture, whatever is there."""
PLACES = ("ground", "wall", "window", "windowsill", "sky", "ceiling", "water", *SIDES)
"""Names besides subject ids that a relation may point to: parts of the setting and of the frame."""


class Relation(Model):
    """`subject` stands in relation `kind` to each of `objects` (two for `between`). Left and right are the camera's."""

    subject: str
    kind: RelationKind
    objects: tuple[str, ...] = Field(min_length=1, max_length=8)
    """Ids of subjects or names of `PLACES`; its own, where several of one subject are stacked on or face each other."""
    part: BodyPart | None = None
    """Where on the body of whoever holds, has or bears it: a basket on the head, an axe on the shoulder, a cup in the left hand; None: wherever it fits."""

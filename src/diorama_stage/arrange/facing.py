# SPDX-License-Identifier: GPL-3.0-or-later
"""Who faces another is turned to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

import numpy as np

from diorama_stage.arrange.data import Constraint, Placement
from diorama_stage.arrange.score import Body

Placed = TypeVar("Placed", Body, Placement)


def turned_to(placed: dict[str, Placed], ties: list[Constraint], kept: Collection[str]) -> dict[str, Placed]:
    """The same places (metres), each that faces another turned to it (degrees about the vertical), but for those that are `kept` as they are."""
    out = dict(placed)
    for tie in ties:
        own, other = out.get(tie.item), out.get(tie.objects[0])
        if tie.kind == "facing" and own is not None and other is not None and tie.item not in kept:
            out[tie.item] = replace(own, yaw=float(np.degrees(np.arctan2(other.x - own.x, own.y - other.y))))
    return out

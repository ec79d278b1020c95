# SPDX-License-Identifier: GPL-3.0-or-later
"""An animal of any plan."""

from __future__ import annotations

from diorama_stage.animals import beast, kinds
from diorama_stage.animals.beast import Made, Wish

PLANS = {"paws": beast.beast, "hooves": beast.beast}


def creature(wish: Wish) -> Made:
    return PLANS[kinds.kind(wish.kind)["plan"]](wish)

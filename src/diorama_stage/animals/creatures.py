# SPDX-License-Identifier: GPL-3.0-or-later
"""An animal of any plan."""

from __future__ import annotations

from diorama_stage.animals import beast, bird, fish, invertebrates, kinds
from diorama_stage.animals.beast import Made, Wish

PLANS = {"paws": beast.beast, "hooves": beast.beast, "birds": bird.bird, "reptiles": beast.beast, "fishes": fish.fish, "others": invertebrates.body}


def creature(wish: Wish) -> Made:
    return PLANS[kinds.kind(wish.kind)["plan"]](wish)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair, brows, lashes and beards."""

from __future__ import annotations

from collections.abc import Iterator

import bpy
import numpy as np

from diorama_stage.people import cards
from diorama_stage.people.pack import fitted, folder
from diorama_stage.people.who import Who

CARDS = {"buzz": "short04", "short": "short02", "chin": "bob01", "shoulder": "bob02", "long": "long01", "very_long": "long01"}


def grown(who: Who, verts: np.ndarray, posed: np.ndarray, matrices: np.ndarray, head: np.ndarray, near: bool, worn: set[str]) -> Iterator[tuple[bpy.types.Object, bool]]:
    """Hair objects, and whether each is of strands (curves)."""
    for name in ("eyebrow001", "Eyelashes01", CARDS.get(who.hair.length)):
        if name:
            thing = fitted(name)
            picture = sorted(p.name for p in (folder() / "textures").glob(name + "__*"))[0]
            yield cards.hair_cards(thing, cards.carried(thing, verts, matrices), picture, who.hair.colour), False


def moved(object: bpy.types.Object, shift: np.ndarray, spin: np.ndarray) -> None:
    """Move strands by `shift` and turn them by `spin` (3, 3)."""
    data = object.data.attributes["position"].data
    flat = np.empty(len(data) * 3, np.float32)
    data.foreach_get("vector", flat)
    data.foreach_set("vector", ((flat.reshape(-1, 3) + shift) @ spin.T).astype(np.float32).ravel())

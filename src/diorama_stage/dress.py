# SPDX-License-Identifier: GPL-3.0-or-later
"""Dress a prop: each slot's usual look, changed by what the scene asks of the thing and of its parts."""

from __future__ import annotations

from diorama_stage.kit import Built, Slot
from diorama_stage.materials import Look, material

PLAIN: dict = {"colours": (), "material": None, "pattern": None, "finish": ()}


def look_of(slot: Slot, surface: dict, *, size: float, seed: int) -> Look:
    """The look of a slot under an asked surface (`scene.Surface` as data; colours as names and hex)."""
    asked = [c["hex"] for c in surface["colours"]]
    other = surface["material"] is not None and surface["material"] != slot.material
    own = () if other else tuple(c for c in (slot.colour,) if c)
    return Look(
        material=surface["material"] or slot.material,
        colours=tuple(asked) or own,
        pattern=surface["pattern"] or (None if asked or other else slot.pattern),
        finish=tuple(surface["finish"]) or (() if other else slot.finish),
        label=slot.label,
        params=() if other else tuple(sorted(slot.params.items())),
        size=size,
        seed=seed,
    )


def dress(built: Built, surface: dict | None = None, parts: dict[str, dict] | None = None, *, seed: int = 0) -> None:
    """Give every object of the prop its material. `parts` maps part or slot names to surfaces of their own."""
    surface, parts = surface or PLAIN, parts or {}
    size = float(max(built.high - built.low))
    for part, objects in built.parts.items():
        for object in objects:
            name = object["slot"]
            slot = built.slots[name]
            asked = parts.get(part) or parts.get(name) or (surface if slot.role == "main" else PLAIN)
            object.data.materials.clear()
            object.data.materials.append(material(look_of(slot, asked, size=size, seed=seed)))

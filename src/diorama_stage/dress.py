# SPDX-License-Identifier: GPL-3.0-or-later
"""Dress a prop: each slot's usual look, changed by what the scene asks of the thing and of its parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.kit import Built, Slot
from diorama_stage.kit.arrays import corners
from diorama_stage.kit.build import vertices
from diorama_stage.materials import Look, material
from diorama_stage.materials.coats import coat_of
from diorama_stage.materials.make import LIBRARY
from diorama_stage.materials.textures import CLOTH, SHEETED
from diorama_stage.scene_view import Surface

PLAIN: Surface = {"colours": [], "material": None, "pattern": None, "finish": [], "coatings": []}

COVERS = frozenset(("snow_covered", "dusty", "wet", "mossy"))
"""Finishes that lie on all of a thing, not on its main part alone."""
PAINTED = frozenset(("paint", "lacquer", "foil"))
"""Beside metals, what rusts through: it is on iron as a rule."""
AGED = frozenset(("old", "vintage", "weathered", "worn"))
"""Finishes that come over a part's own: what is old and glossy was glossy."""
UNCOVERED = frozenset(("printed", "screen", "emission", "liquid"))
OPAQUE = "lacquer"
"""What wood is painted with."""
CLEAR = "glass"
"""What a thing is of that is said to be transparent and no more; cloth lets light through as it is."""
SEEN_THROUGH = frozenset(("glass", "frosted_glass", "ice", "crystal"))
"""What a thing is made of through and through: nothing opaque is left inside a suitcase of glass."""
INSIDE = frozenset(("inside", "lining", "interior", "seats", "gap", "wells", "underside"))
"""Slots that are hardly seen from outside."""
FINE = 0.03
"""Of its surface, a slot that is no larger adds nothing to what the thing is made of."""
MOST = 0.7
"""Of its surface, how much of a thing shows the material or pattern that was asked for."""


def look_of(slot: Slot, surface: Surface, *, size: float, seed: int, shade: float = 0.0) -> Look:
    """The look of a slot under an asked surface (`scene.Surface` as data; colours as names and hex), by a `shade` (a share) lighter or darker."""
    asked = [c["hex"] for c in surface["colours"]]
    if surface["material"] is None and _family(slot.material) == "wood" and any(c["name"].startswith("#") for c in surface["colours"]):
        surface = {**surface, "material": OPAQUE, "finish": surface["finish"] or ["satin"]}  # no stain comes out as it is told to the digit
    if surface["material"] is None and "translucent" in surface["finish"] and _family(slot.material) not in CLOTH:
        surface = {**surface, "material": CLEAR, "finish": [f for f in surface["finish"] if f != "translucent"]}  # a transparent guitar is no brown one
    other = surface["material"] is not None and surface["material"] != slot.material
    own = () if other else tuple(c for c in (slot.colour,) if c)
    return Look(
        material="wicker" if other and surface["material"] == "rattan" else surface["material"] or slot.material,  # what is not built of canes is woven of them
        colours=tuple(shaded(colour, shade) for colour in tuple(asked) or own),
        pattern=surface["pattern"] or (None if asked or other else slot.pattern),
        finish=(() if other or set(surface["finish"]) - AGED else slot.finish) + tuple(surface["finish"]),
        label=slot.label,
        params=tuple(sorted((k, v) for k, v in slot.params.items() if not other or k == "wall")),  # a wall stays as thick, whatever it is made of
        size=size,
        seed=seed,
    )


def shaded(colour: str, shade: float) -> str:
    """A hex colour, lighter or darker by a share, and a little warmer or cooler with it."""
    if not shade:
        return colour
    rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(min(max(c * (1 + shade * warmth), 0), 255)):02x}" for c, warmth in zip(rgb, (1.2, 1.0, 0.7), strict=True))


def reached(built: Built, surface: Surface) -> set[str]:
    """Slots that an asked surface covers: the main ones; of a material that this kind of thing has nowhere (a car of wood), as many more, the largest first,
    as most of the thing takes; all, of what is seen through."""
    main = {name for name, slot in built.slots.items() if slot.role == "main"}
    bare = {name for name, slot in built.slots.items() if slot.material not in UNCOVERED}
    if surface["material"] in SEEN_THROUGH or "translucent" in surface["finish"]:
        return main | bare
    if surface["material"] is None or _family(surface["material"]) in {_family(built.slots[name].material) for name in bare}:
        return main
    areas = {name: area for name, area in _areas(built).items() if name not in INSIDE}
    least = FINE * sum(areas.values())  # a clock's hands stay what they are, and are seen on its face
    others = [name for name in bare - main if areas.get(name, 0.0) > least and built.slots[name].material not in SEEN_THROUGH]
    for name in sorted(others, key=lambda n: (built.slots[n].role != "trim", -areas[n])):
        if sum(areas.get(n, 0.0) for n in main) >= MOST * sum(areas.values()):
            break
        main.add(name)
    return main


def coated(built: Built, slot: Slot, name: str) -> bool:
    """True of a slot that a coating comes onto: of a vessel with something in it, what is in it."""
    filled = Tag.FILLABLE in thing(built.kind).tags and any(s.role == "fixed" for s in built.slots.values())
    return slot.material not in UNCOVERED and name not in INSIDE and not (filled and slot.role != "fixed")


def corrodes(slot: Slot) -> bool:
    """True of a part that rusts where its thing does: of metal or painted, whatever its role."""
    return slot.material in PAINTED or LIBRARY.get(slot.material, {}).get("shader", {}).get("Metallic", 0.0) > 0.5


def _family(material: str) -> str:
    return LIBRARY.get(material, {}).get("texture", material)


def _areas(built: Built) -> dict[str, float]:
    """Square metres of surface by slot."""
    out: dict[str, float] = {}
    for object in (o for group in built.parts.values() for o in group):
        each = np.empty(len(object.data.polygons))
        object.data.polygons.foreach_get("area", each)
        out[object["slot"]] = out.get(object["slot"], 0.0) + float(each.sum())
    return out


def dress(built: Built, surface: Surface | None = None, parts: dict[str, Surface] | None = None, *, seed: int = 0, shade: float = 0.0) -> None:
    """Give every object of the prop its material, all of it by a `shade` lighter or darker. `parts` maps part or slot names to surfaces of their own."""
    surface, parts = surface or PLAIN, parts or {}
    size, covered = float(max(built.high - built.low)), reached(built, surface)
    for part, objects in built.parts.items():
        for object in objects:
            name = object["slot"]
            slot = built.slots[name]
            asked = parts.get(part) or parts.get(name) or (surface if name in covered else PLAIN)
            look = look_of(slot, asked, size=size, seed=seed, shade=shade)
            if asked is not surface and slot.material not in UNCOVERED:
                covers = [w for w in surface["finish"] if w not in look.finish and (w in COVERS or w == "rusty" and corrodes(slot))]
                look = replace(look, finish=(*look.finish, *covers))
            if slot.material in ("printed", "screen"):
                look = replace(look, params=(*look.params, ("aspect", round(aspect_of(object), 3)), ("under", _under(built, surface))))
            elif "Tint" in object.data.color_attributes:
                look = replace(look, params=(*look.params, ("tint", True)))
            if coated(built, slot, name):
                coats = [*asked.get("coatings", ()), *(surface.get("coatings", ()) if asked is not surface else ())]
                look = replace(look, coats=tuple(coat_of(one, float(built.low[2]), float(built.high[2])) for one in coats))
            threaded = look.pattern or "knitted" in look.finish or LIBRARY.get(look.material, {}).get("texture") in SHEETED
            if LIBRARY.get(look.material, {}).get("texture") == "knit" and built.kind.startswith("figure_"):
                look = replace(look, params=(*look.params, ("stitch", float(np.clip(size / STITCHES, *YARN)))))
            if threaded and (radius := round_of(object)):
                look = replace(look, params=(*look.params, ("round", radius)))
            if LIBRARY.get(look.material, {}).get("texture") == "wood":  # boards are cut along the grain
                look = replace(look, params=(*look.params, ("along", "xyz"[int(np.ptp(vertices(object), axis=0).argmax())])))
            object.data.materials.clear()
            object.data.materials.append(material(look))


STITCHES, YARN = 24, (0.009, 0.03)
"""How many columns of stitches a knitted figure is high: toys are of thick yarn; the least and the greatest width of one, metres."""


def round_of(object) -> float:
    """The radius of what is turned about its own upright axis (a vase, a ball), to a tenth of a millimetre; 0 for anything else."""
    x, y = np.abs(vertices(object)[:, :2]).T
    radius = float(np.hypot(x, y).max())
    return round(radius, 4) if radius < 1.04 * min(x.max(), y.max()) else 0.0


def aspect_of(object) -> float:
    """Width to height of a printed patch: lengths along the UV axes."""
    mesh = object.data
    if not mesh.uv_layers:
        return 1.6
    uv = np.empty(len(mesh.loops) * 2, np.float32)
    mesh.uv_layers[0].uv.foreach_get("vector", uv)
    uv, points = uv.reshape(-1, 2), vertices(object)[corners(mesh)]
    low = uv[:, 1] < 0.02
    row = points[low][np.argsort(uv[low, 0])]
    side = uv[:, 0] < 0.02
    column = points[side][np.argsort(uv[side, 1])]
    width, height = (float(np.linalg.norm(np.diff(p, axis=0), axis=1).sum()) for p in (row, column))
    return float(np.clip(width / max(height, 1e-6), 0.1, 12))


def _under(built: Built, surface: Surface) -> str:
    """The colour that clear print lies on."""
    if surface["colours"]:
        return surface["colours"][0]["hex"]
    if surface["material"] in ("glass", "frosted_glass", "marble", "paper", "porcelain", "snow", "ice", "canvas", "cotton", "linen", "straw"):
        return "#f0ece2"
    return next((s.colour for s in built.slots.values() if s.role == "main" and s.colour), "#f0ece2")

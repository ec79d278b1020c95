# SPDX-License-Identifier: GPL-3.0-or-later
"""What clothes are made of: colour and pattern as asked, folds by the asset's own maps, the weave as relief."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import bpy
import numpy as np

from diorama_catalogue.named import names
from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people import prints
from diorama_stage.people.garments import TABLE, Worn, key_of
from diorama_stage.people.looks import OUTFITS
from diorama_stage.people.mesh import image, pixels
from diorama_stage.people.pack import folder
from diorama_stage.people.patterned import patterned
from diorama_stage.people.skin import TONES
from diorama_stage.people.who import Who

STUFF = {
    # roughness, sheen, threads a metre, relief, lumps
    "jersey": (0.85, 0.14, 1800, 0.18, 0.9), "cotton": (0.8, 0.09, 1900, 0.22, 0.8), "knit": (0.95, 0.28, 300, 0.8, 0.8), "canvas": (0.82, 0.1, 900, 0.45, 0.8), "wool": (0.9, 0.22, 1500, 0.22, 0.6),
    "denim": (0.85, 0.15, 1000, 0.6, 0.8), "linen": (0.85, 0.12, 1000, 0.55, 1.2), "silk": (0.32, 0.2, 2500, 0.08, 0.6), "leather": (0.42, 0.0, 260, 0.35, 0.6), "felt": (0.97, 0.35, 700, 0.4, 0.5),
    "plastic": (0.25, 0.0, 0, 0.0, 0.0), "gold": (0.18, 0.0, 0, 0.0, 0.0), "silver": (0.2, 0.0, 0, 0.0, 0.0), "velvet": (0.8, 1.0, 900, 0.2, 0.4), "satin": (0.28, 0.2, 2500, 0.06, 0.6),
    "steel": (0.3, 0.0, 0, 0.0, 0.0), "mail": (0.42, 0.0, 150, 1.0, 0.0), "shell": (0.32, 0.0, 0, 0.0, 0.0), "lacquer": (0.22, 0.0, 0, 0.0, 0.0),
    "fur": (1.0, 0.4, 0, 0.0, 0.4),
    "spandex": (0.5, 0.3, 2400, 0.05, 0.12),
}  # fmt: skip


BASE_HEIGHT = 1.666
"""Of the base mesh, metres."""
REFLECTING = (0.62, 0.64, 0.6, 1)
BAND, SLEEVES, BRACES = 0.022, (0.31, 0.4), (0.085, 0.118)
"""Half the height of a reflecting band; where sleeves have one and braces lie, by their distance from the middle: metres on the base mesh."""
SLEEVED, ARMHOLE = frozenset(("top", "outer")), 0.17
"""What has sleeves, and how far from the middle they are set in: metres on the base mesh."""
THICK = {"knit": 0.0045, "wool": 0.0036, "felt": 0.0036, "velvet": 0.003, "denim": 0.003, "leather": 0.003, "canvas": 0.003}
HEM = 0.016
"""How far an edge is turned in, metres."""
KNITTED = {"knit": (0.045, 0.0048), "jersey": (0.02, 0.0026)}
"""Stuffs whose edges are ribbed: how wide the band is, how far apart the ribs are, metres."""
FINENESS = {
    "silk": 34.0, "satin": 32.0, "cotton": 27.0, "linen": 28.0, "denim": 27.0, "jersey": 21.0, "wool": 17.0, "knit": 13.0,
    "felt": 12.0, "leather": 25.0,
}  # fmt: skip
"""Folds of cloth that is pressed together, a metre: the limper it is, the finer."""
ALONG, WRINKLE = 0.34, 0.009
"""How much more slowly folds change along themselves than across; how high they stand, metres."""
CREASE = 0.014
"""How high a crease stands, metres."""
YARNS = {
    "denim": (0.36, 0.0022, 0.03, 0.16), "linen": (0.25, 0.003, 0.02, 0.0), "wool": (0.3, 0.0035, 0.006, 0.0), "knit": (0.3, 0.0045, 0.007, 0.0),
    "canvas": (0.25, 0.0025, 0.014, 0.06),
}  # fmt: skip
"""Stuffs of uneven yarn: how uneven (0 to 1), how wide and how long a streak is, metres, how much of the dye is rubbed off folds."""
SHADED = (0.5, 0.49, 0.5, 1)
"""What of its colour cloth shows at the bottom of a fold."""
BUTTON, APART, BUTTONED = 0.0056, 0.082, (0.875, 1.335)
"""How large buttons are (half), how far apart, and between which heights over the soles a shirt has them, metres on the base mesh."""
NACRE = (0.5, 0.48, 0.44, 1)
GILT = (0.9, 0.52, 0.13, 1)
METALS = frozenset(("gold", "silver", "steel", "mail"))
HEMMED, UNHEMMED = frozenset(("top", "bottom", "whole", "outer")), METALS | {"felt", "plastic", "spandex"}


def asked_colour(worn: Worn, who: Who) -> str:
    """The colour that is asked for, or one of the garment's usual ones."""
    colours = (worn.asked.get("surface") or {}).get("colours") or ()
    like = worn.row.get("like", worn.key)
    own = OUTFITS["dyed"].get((worn.asked.get("surface") or {}).get("material") or "", TABLE[like]["colours"])
    if colours:
        return colours[0]["hex"]
    told_apart = [hex for hex in own if apart(hex, TONES[who.tone]) > FLESH]
    return who.random(f"colour {like}").choice(told_apart or own)


FLESH = 62.0
"""How far from the skin's colour cloth is at least where no word tells its colour, in steps of 255: from farther off nearer ones look like no cloth."""


def apart(hex: str, other: str) -> float:
    """The distance of two colours, `#rrggbb`, in steps of 255."""
    return float(np.linalg.norm([int(hex[i : i + 2], 16) - int(other[i : i + 2], 16) for i in (1, 3, 5)]))


def stuff_of(worn: Worn) -> str:
    """The material that is asked for, or the garment's usual one."""
    return (worn.asked.get("surface") or {}).get("material") or worn.row["material"]


def thickness(worn: Worn) -> float:
    """How thick its edges are, metres: turned in, cloth lies twice."""
    return THICK.get(stuff_of(worn), 0.0022)


def cloth(worn: Worn, who: Who, at_rest: np.ndarray) -> bpy.types.Material:
    """The material of a garment whose vertices at rest are `at_rest` (n, 3), metres."""
    surface = worn.asked.get("surface") or {}
    made = bpy.data.materials.new(worn.key)
    made.use_nodes = True
    n = Nodes(made.node_tree)
    stuff = stuff_of(worn)
    rough, sheen, threads, relief, lumps = STUFF.get(stuff, STUFF.get(worn.row["material"], STUFF["cotton"]))
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    uv = n.node("ShaderNodeUVMap").outputs[0]
    hexes = tuple(c["hex"] for c in surface.get("colours") or ()) or (asked_colour(worn, who),)
    colour = linear(hexes[0])
    if surface.get("pattern"):
        colour = patterned(n, rest, colour, hexes, surface["pattern"], who.height / BASE_HEIGHT, who.seed % 1000)
    if worn.row.get("bands"):
        colour = _banded(n, rest, colour, worn.row["bands"], who.height / BASE_HEIGHT)
    maps = _maps(worn.thing.name)
    colour, alpha = _painted(n, worn, who, uv, colour)
    wear = n.noise(rest, 14.0, detail=4)
    colour = n.mix(n.math("MULTIPLY", n.step(wear, 0.35, 0.75), 0.14), colour, n.mix(1.0, colour, (0.72, 0.72, 0.74, 1), "MULTIPLY"))
    buttons = _buttons(n, rest, who.height / BASE_HEIGHT) if worn.row.get("buttons") else None
    if buttons is not None:
        colour = n.mix(buttons, colour, n.mix(0.6, colour, NACRE))
    labels = list(worn.asked.get("labels") or ())
    colour, cover = prints.laid(n, rest, colour, hexes, labels, prints.field(worn.place, at_rest)) if labels else (colour, None)
    folds = _folded(n, worn, rest, stuff) if lumps else ()
    if stuff in YARNS:
        colour = _spun(n, rest, colour, stuff, folds)
    for _, valley, _, _ in folds:
        colour = n.mix(valley, colour, n.mix(1.0, colour, SHADED, "MULTIPLY"))
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": colour, "Roughness": rough})
    shader.inputs["Sheen Weight"].default_value, shader.inputs["Sheen Roughness"].default_value = sheen, 0.5
    shader.inputs["Specular IOR Level"].default_value = 0.25 if rough > 0.6 else 0.5
    shader.inputs["Metallic"].default_value = float(stuff in METALS)
    if sheen:
        n.link(n.node("ShaderNodeGamma", {"Color": colour, "Gamma": 0.7}).outputs[0], shader.inputs["Sheen Tint"])
    if alpha is not None:
        n.link(alpha, shader.inputs["Alpha"])
    normal = _relief(n, worn, maps, uv, rest, (stuff, threads, relief, lumps), folds)
    if worn.place in HEMMED and stuff not in UNHEMMED:
        normal = _hemmed(n, stuff, normal)
    if worn.place in SLEEVED and stuff not in METALS:
        normal = _sewn(n, rest, who.height / BASE_HEIGHT, normal)
    normal = _stitched(n, worn, rest, cover, normal)
    if buttons is not None:
        normal = _bumped(n, buttons, normal, 1.0, 0.002)
    if normal is not None:
        n.link(normal, shader.inputs["Normal"])
    lens = worn.place == "eyes" and alpha is not None and not _shaded(worn)
    n.output(_glazed(n, shader, alpha).outputs[0] if lens else shader.outputs[0])
    return made


def _painted(n: Nodes, worn: Worn, who: Who, uv, colour) -> tuple:
    """The cloth's colour with what the asset's picture paints on it; where that is seen through, or None."""
    diffuse = _maps(worn.thing.name).get("diffuse")
    if not diffuse:
        return colour, None
    painted = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(diffuse))
    alpha = painted.outputs["Alpha"] if _holes(diffuse) else None
    if worn.row.get("suit"):
        colour = _suited(n, painted.outputs["Color"], colour)
        if tie := _tie(who):
            colour = _tied(n, uv, painted.outputs["Color"], colour, tie, worn.row["painted_tie"])
    elif share := worn.row.get("painted", 0.0):
        shade = n.math("MULTIPLY", n.node("ShaderNodeRGBToBW", {0: painted.outputs["Color"]}).outputs[0], 1.0 / _level(diffuse))
        shade = n.math("ADD", 1 - share, n.math("MULTIPLY", shade, share))
        colour = n.mix(1.0, colour, n.node("ShaderNodeCombineColor", {0: shade, 1: shade, 2: shade}).outputs[0], "MULTIPLY")
    return colour, alpha


def _relief(n: Nodes, worn: Worn, maps: dict, uv, rest, of: tuple[str, float, float, float], folds: tuple):
    """The surface's direction: the asset's own relief, a suit's seams, soft lumps, the weave; None where it is smooth.

    `of`: stuff, threads a metre, relief, lumps; `folds`: those of `_folded`.
    """
    stuff, threads, relief, lumps = of
    normal = None
    if maps.get("normal"):
        normal = n.node(
            "ShaderNodeNormalMap",
            {"Color": n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(maps["normal"], colour=False)).outputs["Color"], "Strength": 1.0},
        ).outputs[0]
    if worn.row.get("suit") and maps.get("diffuse"):  # lapels, pockets and seams are drawn dark: there the cloth dips
        painted = n.node("ShaderNodeTexImage", {"Vector": uv}, image=image(maps["diffuse"])).outputs["Color"]
        drawn = n.step(n.node("ShaderNodeRGBToBW", {0: painted}).outputs[0], 0.006, 0.022)
        normal = n.node("ShaderNodeBump", {"Height": drawn, "Strength": 0.7, "Distance": 0.003}).outputs[0]
    if lumps:
        soft = n.noise(n.stretch(rest, 1.0, 1.0, 0.55), 11.0, detail=1)
        normal = _bumped(n, soft, normal, 0.5 * lumps, 0.016)
        for height, _, strength, high in folds:
            normal = _bumped(n, height, normal, strength * (lumps if high == CREASE else 1.0), high)
    if threads:
        (weave,) = n.group(f"weave {stuff} {threads}", (rest,), lambda inner, at: (_weave(inner, at, threads, stuff),), shared=True)
        normal = _bumped(n, weave, normal, relief, 0.35 / threads)
    return normal


def _spun(n: Nodes, rest, colour, stuff: str, folds: tuple):
    """The colour of cloth whose yarns differ: streaks of thick and thin ones; dye rubbed off where folds stand out."""
    uneven, wide, long, worn = YARNS[stuff]
    streak = n.noise(n.stretch(rest, 1.0, 1.0, wide / long), 1.0 / wide, detail=2, roughness=0.6)
    colour = n.mix(n.math("MULTIPLY", n.step(streak, 0.62, 0.38), uneven), colour, n.mix(1.0, colour, (0.42, 0.42, 0.46, 1), "MULTIPLY"))
    for height, *_ in folds if worn else ():
        rubbed = n.math("MULTIPLY", n.math("MINIMUM", height, 1.0), n.step(n.noise(rest, 60.0, detail=3), 0.35, 0.6))
        colour = n.mix(n.math("MULTIPLY", rubbed, worn), colour, n.mix(0.45, colour, (0.62, 0.66, 0.72, 1)))
    return colour


def _folded(n: Nodes, worn: Worn, rest, stuff: str) -> tuple:
    """Folds that are finer than the mesh, each as its height, how deep in its valleys a place is (0 to 1), how strongly and how high it stands (metres).

    Relief alone turns the surface and keeps no light off: under a sky that is bright all over a fold is seen by the shade of its valleys.
    """
    creases, low = n.group("creases", (rest,), _creases, shared=True)
    out = ((creases, low, 0.2, CREASE),)
    if worn.place in HEMMED:
        fine = FINENESS.get(stuff, 25.0)
        wrinkles, low = n.group(f"wrinkles {fine:g}", (rest,), lambda inner, at: _wrinkles(inner, at, fine), shared=True)
        out = (*out, (wrinkles, low, 0.75, WRINKLE))
    return out


def _creases(n: Nodes, rest):
    """Soft folds that run slantwise from the middle, in some places and not in others, as cloth keeps them from being worn: heights and valleys."""
    bent = n.node("ShaderNodeVectorMath", {0: rest, 1: n.stretch(_vector(n, rest, 7.0), 0.06, 0.06, 0.06)}, operation="ADD").outputs[0]
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: bent}).outputs
    other = n.math("MULTIPLY", n.math("GREATER_THAN", x, 0.0), 3.0)  # left and right slant alike and are not alike
    x = n.math("ADD", n.math("ABSOLUTE", x), other)
    across, along = n.math("ADD", x, n.math("MULTIPLY", z, 0.75)), n.math("SUBTRACT", z, n.math("MULTIPLY", x, 0.75))
    fold = n.noise(n.node("ShaderNodeCombineXYZ", {0: across, 1: y, 2: n.math("MULTIPLY", along, 0.3)}).outputs[0], 26.0, detail=1, roughness=0.4)
    some = n.step(n.noise(rest, 5.0, detail=1), 0.4, 0.66)
    return n.math("MULTIPLY", n.step(fold, 0.3, 0.75), some), n.math("MULTIPLY", n.math("MULTIPLY", n.step(fold, 0.5, 0.28), some), 0.6)


def _wrinkles(n: Nodes, rest, fineness: float):
    """Folds across the way in which cloth is pressed together (`wrinkles.field`), so many a metre: heights and valleys."""
    xx, yy, zz = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Pressed").outputs["Vector"]}).outputs
    yz, xz, xy = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Sheared").outputs["Vector"]}).outputs
    deep = n.math("ADD", n.math("ADD", xx, yy), zz)
    swayed = n.node("ShaderNodeVectorMath", {0: rest, 1: n.stretch(_vector(n, rest, 6.0), 0.08, 0.08, 0.08)}, operation="ADD").outputs[0]
    joined = lambda row: n.node("ShaderNodeCombineXYZ", dict(enumerate(row))).outputs[0]  # noqa: E731
    rows = [n.node("ShaderNodeVectorMath", {0: joined(row), 1: swayed}, operation="DOT_PRODUCT") for row in ((xx, xy, xz), (xy, yy, yz), (xz, yz, zz))]
    across = joined(row.outputs["Value"] for row in rows)
    even = n.math("DIVIDE", 1 - ALONG, n.math("MAXIMUM", deep, 0.02))
    across = n.node("ShaderNodeVectorMath", {0: across}, operation="SCALE")
    n.link(even, across.inputs["Scale"])
    place = n.node("ShaderNodeVectorMath", {0: n.stretch(swayed, ALONG, ALONG, ALONG), 1: across.outputs[0]}, operation="ADD").outputs[0]
    large, small = n.noise(place, fineness, detail=1, roughness=0.4), n.noise(place, fineness * 2.3, detail=1, roughness=0.4)
    fold = n.math("ADD", n.step(large, 0.4, 0.68), n.math("MULTIPLY", n.step(small, 0.45, 0.7), 0.2))
    some = n.math("ADD", 0.3, n.math("MULTIPLY", n.step(n.noise(rest, 6.5, detail=1), 0.42, 0.58), 0.7))  # folds come in groups
    deep = n.math("MULTIPLY", some, n.step(deep, 0.03, 0.7))
    return n.math("MULTIPLY", fold, deep), n.math("MULTIPLY", n.step(large, 0.52, 0.34), deep)


def _vector(n: Nodes, place, scale: float):
    """A noise in three directions, each about 0."""
    noise = n.node("ShaderNodeTexNoise", {"Vector": place, "Scale": scale, "Detail": 1.0})
    return n.node("ShaderNodeVectorMath", {0: noise.outputs["Color"], 1: (0.5, 0.5, 0.5)}, operation="SUBTRACT").outputs[0]


def _hemmed(n: Nodes, stuff: str, normal):
    """How an edge is finished, by the distance from it (attribute `Hem`, metres): knitted stuff has a ribbed band, woven stuff is turned in and stitched."""
    away = n.node("ShaderNodeAttribute", attribute_name="Hem").outputs["Fac"]
    if stuff in KNITTED:
        x, y, _ = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]}).outputs
        wide, pitch = KNITTED[stuff]
        rib = n.math("SINE", n.math("MULTIPLY", n.math("ARCTAN2", x, n.math("MULTIPLY", y, -1.0)), 0.09 * 6.283 / pitch))
        band = n.step(away, wide, wide * 0.94)
        height = n.math("MULTIPLY", band, n.math("ADD", 1.0, n.math("MULTIPLY", rib, 0.35)))
        return _bumped(n, height, normal, 0.9, pitch * 0.5)
    fold = n.step(away, HEM, HEM * 0.9)
    seam = n.step(n.math("ABSOLUTE", n.math("SUBTRACT", away, HEM * 0.8)), 0.0012, 0.0)
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    pucker = n.math("MULTIPLY", n.step(away, HEM * 1.6, HEM * 0.5), n.noise(rest, 110.0, detail=1))
    return _bumped(n, n.math("ADD", n.math("SUBTRACT", fold, seam), n.math("MULTIPLY", pucker, 0.8)), normal, 0.9, 0.0012)


SUNGLASSES = "sunglasses"


def _shaded(worn: Worn) -> bool:
    """True of sunglasses."""
    return SUNGLASSES in (names(worn.asked).thing, worn.asked["garment"])


COATED = (0.007, 0.2)
"""The share of light that a coated lens mirrors, seen from straight before it, and how much more from the side."""


def _glazed(n: Nodes, frame: bpy.types.Node, alpha) -> bpy.types.Node:
    """Glasses: where the picture is half seen through there is clear glass, coated as they are: the eyes are seen, not the sky in it."""
    n.tree.links.remove(frame.inputs["Alpha"].links[0])
    aside = n.math("POWER", n.node("ShaderNodeLayerWeight", {"Blend": 0.35}).outputs["Facing"], 2.0)
    share = n.math("ADD", COATED[0], n.math("MULTIPLY", aside, COATED[1]))
    mirror = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.02})
    clear = n.node("ShaderNodeMixShader", {0: share, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: mirror.outputs[0]})
    return n.node("ShaderNodeMixShader", {0: n.math("GREATER_THAN", alpha, 0.8), 1: clear.outputs[0], 2: frame.outputs[0]})


def _banded(n: Nodes, rest, colour, heights: list[float], tall: float):
    """Reflecting bands round trunk or legs at `heights`, on the sleeves, and from the upper of two over the shoulders."""
    x, _, z = n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs
    x = n.math("DIVIDE", n.math("ABSOLUTE", x), tall)
    z = n.math("DIVIDE", z, tall)
    within = lambda v, low, high: n.math("MULTIPLY", n.math("GREATER_THAN", v, low), n.math("LESS_THAN", v, high))  # noqa: E731
    on = n.value(0.0)
    for height in heights:
        on = n.math("MAXIMUM", on, n.math("MULTIPLY", within(z, height - BAND, height + BAND), n.math("LESS_THAN", x, SLEEVES[0] - 0.04)))
    if max(heights) > 0:
        on = n.math("MAXIMUM", on, within(x, SLEEVES[0], SLEEVES[0] + 2 * BAND))
        on = n.math("MAXIMUM", on, n.math("MULTIPLY", within(x, *BRACES), n.math("GREATER_THAN", z, max(heights))))
    return n.mix(on, colour, REFLECTING)


def _sewn(n: Nodes, rest, tall: float, normal):
    """The seam that sets a sleeve into its armhole: a groove between two soft rolls."""
    x = n.math("DIVIDE", n.math("ABSOLUTE", n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs[0]), tall)
    off = n.math("ABSOLUTE", n.math("SUBTRACT", x, ARMHOLE))
    height = n.math("ADD", n.step(off, 0.0, 0.0022), n.math("MULTIPLY", n.step(off, 0.009, 0.003), 0.6))
    return _bumped(n, height, normal, 0.9, 0.0016)


def _buttons(n: Nodes, rest, tall: float):
    """A row of buttons down the front: 1 on them; the thread in their middle lies deep."""
    x, y, z = (n.math("DIVIDE", part, tall) for part in n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs)
    row = n.math("MULTIPLY", n.math("SUBTRACT", n.math("FRACT", n.math("DIVIDE", n.math("SUBTRACT", z, BUTTONED[0]), APART)), 0.5), APART)
    off = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", row, row)))
    disc = n.math("SUBTRACT", n.step(off, BUTTON, BUTTON * 0.8), n.math("MULTIPLY", n.step(off, BUTTON * 0.35, BUTTON * 0.2), 0.6))
    there = n.math("MULTIPLY", n.math("GREATER_THAN", z, BUTTONED[0]), n.math("LESS_THAN", z, BUTTONED[1]))
    return n.math("MULTIPLY", n.math("MULTIPLY", disc, there), n.math("LESS_THAN", y, 0.0))


def _stitched(n: Nodes, worn: Worn, rest, cover, normal):
    """Words of thread stand up from the cloth where they `cover` it."""
    if cover is None or not prints.threaded(list(worn.asked["labels"]), tuple(worn.asked.get("styles") or ())):
        return normal
    stitches = n.math("ADD", 0.7, n.math("MULTIPLY", 0.3, _weave(n, rest, prints.STITCHES, "denim")))
    return _bumped(n, n.math("MULTIPLY", cover, stitches), normal, 1.0, 0.0015)


def _bumped(n: Nodes, height, normal, strength: float, distance: float):
    """A relief over what is there already: its normal."""
    bump = n.node("ShaderNodeBump", {"Height": height, "Strength": strength, "Distance": distance})
    if normal is not None:
        n.link(normal, bump.inputs["Normal"])
    return bump.outputs[0]


def _weave(n: Nodes, rest, threads: float, stuff: str):
    if stuff in ("leather", "mail"):
        return n.cells(rest, threads * 2, "DISTANCE_TO_EDGE")
    if stuff == "knit":  # columns of stitches
        return _stitches(n, rest, threads)
    one = n.node(
        "ShaderNodeTexWave", {"Vector": rest, "Scale": threads / 6.283, "Distortion": 0.8}, bands_direction="DIAGONAL" if stuff == "denim" else "X"
    ).outputs["Fac"]
    other = n.node("ShaderNodeTexWave", {"Vector": rest, "Scale": threads / 6.283, "Distortion": 0.8}, bands_direction="Z").outputs["Fac"]
    return n.math("ADD", one, other)


def _stitches(n: Nodes, rest, threads: float):
    """Stocking stitch: columns of V, `threads` of them a metre round the body (by the angle about it, so that they run down its sides too)."""
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs
    sway = n.math("MULTIPLY", n.math("SUBTRACT", n.noise(rest, 9.0, detail=1), 0.5), 0.006)
    about = n.math("MULTIPLY", n.math("ARCTAN2", x, n.math("SUBTRACT", -0.03, y)), 0.12)
    on_arm = n.math("GREATER_THAN", n.math("ABSOLUTE", x), ARMHOLE)
    apart = n.math("ADD", x, n.math("MULTIPLY", y, 0.6))
    round_ = n.math("ADD", n.math("ADD", about, n.math("MULTIPLY", on_arm, n.math("SUBTRACT", apart, about))), sway)
    column = n.math("ABSOLUTE", n.math("SUBTRACT", n.math("FRACT", n.math("MULTIPLY", round_, threads)), 0.5))  # 0 in the middle of a column
    row = n.math("ADD", n.math("MULTIPLY", n.math("ADD", z, sway), threads * 1.25), n.math("MULTIPLY", column, 1.5))
    loop = n.math("ABSOLUTE", n.math("SUBTRACT", n.math("FRACT", row), 0.5))
    return n.math("MULTIPLY", n.step(loop, 0.5, 0.12), n.math("MULTIPLY", n.step(column, 0.5, 0.36), n.step(column, 0.0, 0.1)))


def _suited(n: Nodes, painted, colour):
    """A suit's picture shows shirt and tie too: its dark, grey cloth takes the colour, the rest stays."""
    hsv = n.node("ShaderNodeSeparateColor", {0: painted}, mode="HSV").outputs
    clothy = n.math("MULTIPLY", n.step(hsv[2], 0.16, 0.06), n.step(hsv[1], 0.5, 0.35))
    shade = n.math("MINIMUM", n.math("POWER", n.math("MULTIPLY", hsv[2], 43.2), 1.3), 1.25)  # 1 where the cloth is plain: 0.0232
    return n.mix(
        clothy, painted, n.mix(0.85, colour, n.mix(1.0, colour, n.node("ShaderNodeCombineColor", {0: shade, 1: shade, 2: shade}).outputs[0], "MULTIPLY"))
    )


def _tie(who: Who) -> str | None:
    """The colour of the tie that is asked for."""
    asked = next((g for g in who.wears if "of" in TABLE.get(key_of(g["garment"]) or "", {})), None)
    colours = ((asked or {}).get("surface") or {}).get("colours") or ()
    return colours[0]["hex"] if colours else None


def _tied(n: Nodes, uv, painted, colour, tie: str, box: tuple[float, float, float, float]):
    """A suit's colour with its tie in another: what is not grey in the `box` of its picture, its pale stripes hardly paler."""
    x, y, _ = n.node("ShaderNodeSeparateXYZ", {0: uv}).outputs
    within = lambda v, low, high: n.math("MULTIPLY", n.math("GREATER_THAN", v, low), n.math("LESS_THAN", v, high))  # noqa: E731
    hsv = n.node("ShaderNodeSeparateColor", {0: painted}, mode="HSV").outputs
    mask = n.math("MULTIPLY", n.math("MULTIPLY", within(x, box[0], box[2]), within(y, box[1], box[3])), n.step(hsv[1], 0.06, 0.16))
    shade = n.math("ADD", 0.8, n.math("MULTIPLY", hsv[2], 0.6))
    return n.mix(mask, colour, n.mix(1.0, linear(tie), n.node("ShaderNodeCombineColor", {0: shade, 1: shade, 2: shade}).outputs[0], "MULTIPLY"))


def visor(clear: bool) -> bpy.types.Material:
    """A space helmet's window: clear where the face is to be seen, else gilt."""
    made = bpy.data.materials.new("visor")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    mirror = n.node("ShaderNodeBsdfGlossy", {"Color": (1, 1, 1, 1) if clear else GILT, "Roughness": 0.02})
    if not clear:
        n.output(mirror.outputs[0])
        return made
    share = n.math("ADD", 0.03, n.math("MULTIPLY", n.node("ShaderNodeLayerWeight", {"Blend": 0.3}).outputs["Facing"], 0.3))
    n.output(n.node("ShaderNodeMixShader", {0: share, 1: n.node("ShaderNodeBsdfTransparent").outputs[0], 2: mirror.outputs[0]}).outputs[0])
    return made


@lru_cache(maxsize=64)
def _maps(name: str) -> dict:
    """The pictures of an asset by what they hold."""
    out = {}
    for path in sorted((folder() / "textures").glob(f"{name}__*")):
        low = path.name.partition("__")[2].lower()
        kind = "normal" if "norm" in low or "nrm" in low else "ao" if "_ao" in low else "other" if "displac" in low else "diffuse"
        out.setdefault(kind, path)
    return out


@lru_cache(maxsize=64)
def _level(path: Path) -> float:
    """Mean luminance (linear) of a picture where it is opaque."""
    px = pixels(path, "RGBA") / 255
    lit = px[..., :3][px[..., 3] > 0.5]
    return float(np.median((lit**2.2) @ (0.2126, 0.7152, 0.0722))) or 0.2


@lru_cache(maxsize=64)
def _holes(path: Path) -> bool:
    """True where a picture is meant to be seen through in places."""
    return float((pixels(path, "RGBA")[..., 3] < 128).mean()) > 0.02


def plain(hex: str) -> bpy.types.Material:
    """The base layer: jersey of one colour."""
    made = bpy.data.materials.new("base layer")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": linear(hex), "Roughness": 0.85, "Sheen Weight": 0.2})
    n.link(n.node("ShaderNodeBump", {"Height": _weave(n, rest, 1400, "jersey"), "Strength": 0.25, "Distance": 0.0003}).outputs[0], shader.inputs["Normal"])
    n.output(shader.outputs[0])
    return made

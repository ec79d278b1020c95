# SPDX-License-Identifier: GPL-3.0-or-later
"""Materials of the land: turf, rock, forested slopes, sand, snow, gravel, water. Coloured by slope, height and noise at world position."""

from __future__ import annotations

import bpy

from diorama_stage.kit.nodes import Socket, Tree


def steepness(t: Tree) -> Socket:
    """1 on level ground, 0 on walls."""
    return t.xyz(t.normal())[2]


def turf(colour: str, *, dry: str = "#8f8450", soil: str = "#4a3d2b", bare: float = 0.3) -> bpy.types.Material:
    """The ground under grass: patches of greener, drier and bare."""
    t = Tree("turf")
    patches = t.noise(0.35, detail=6)
    fine = t.noise(24, detail=5, roughness=0.7)
    tone = t.mix(t.span(patches, 0.4, 0.65), colour, dry)
    tone = t.mix(t.span(fine, 0.55, 0.75, 0.0, bare), tone, soil)
    tone = t.mix(0.35, tone, t.ramp(fine, [(0.3, "#20240f"), (0.7, "#a9a868")]), blend="OVERLAY")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(fine, 0.03), Specular_IOR_Level=0.2))


def alpine(*, treeline: float, snowline: float, grass: str = "#55602f", forest: str = "#24371f", rock: str = "#6f6a63", autumn: bool = False, shore: float | None = None) -> bpy.types.Material:
    """Mountain country: woods below, meadows, scree and rock on steep ground, snow on high ledges. Heights in metres."""
    t = Tree("alpine")
    _, _, z = t.xyz(t.position())
    slope = steepness(t)
    broad, fine = t.noise(0.004, detail=8), t.noise(0.05, detail=8, roughness=0.65)
    crown = t.cells(0.14)
    wood = t.mix(t.span(crown, 0.0, 0.75), "#3d5a2c" if not autumn else "#a8702a", forest if not autumn else "#5a3d1c")
    wood = t.mix(t.span(t.noise(0.012, detail=6), 0.52, 0.62), wood, grass)
    line = t.math("ADD", z, t.math("MULTIPLY", t.math("SUBTRACT", broad, 0.5), 500.0))
    ground = t.mix(t.span(line, treeline - 90, treeline + 60), wood, t.mix(t.span(fine, 0.4, 0.6), "#7b7550", grass))
    strata = t.noise(0.03, detail=10, roughness=0.7, vector=t.scaled(t.position(), (1, 1, 3.5)))
    stone = t.mix(t.span(strata, 0.3, 0.7), "#3f3c39", rock)
    tone = t.mix(t.span(slope, 0.83, 0.7), ground, stone)
    tone = t.mix(t.math("MULTIPLY", t.span(line, treeline + 100, treeline + 420), 0.85), tone, stone)
    rough = t.math("ADD", slope, t.math("MULTIPLY", t.math("SUBTRACT", strata, 0.5), 0.5))  # snow holds on ledges and in gullies: a ragged edge
    ledge = t.math("MULTIPLY", t.span(rough, 0.5, 0.72), t.span(line, snowline - 160, snowline + 240))
    tone = t.mix(ledge, tone, "#e8edf3")
    if shore is not None:
        tone = t.mix(t.span(z, shore + 2.2, shore + 0.5), tone, t.mix(t.noise(3, detail=6), "#4d4a43", "#857f74"))
    height = t.math("ADD", t.math("MULTIPLY", crown, t.span(slope, 0.7, 0.8)), strata)
    return t.surface(t.principled(tone, 0.92, normal=t.bump(height, 6.0, strength=0.8), Specular_IOR_Level=0.15))


def rocky(colour: str = "#7a746b", dark: str = "#3c3833", *, scale: float = 1.0, lichen: float = 0.3, tinted: bool = False, wet: float = 0.0, snowed: bool = False) -> bpy.types.Material:
    """Bare rock with strata, cracks and lichen; `snowed`: snow on what faces up."""
    t = Tree("rock")
    strata = t.noise(1.4 * scale, detail=12, roughness=0.68, vector=t.scaled(t.position(), (1, 1, 2.4)))
    cracks = t.cells(1.1 * scale, feature="DISTANCE_TO_EDGE", vector=t.scaled(t.position(), (1, 1, 1.6)))
    tone = t.ramp(strata, [(0.28, dark), (0.5, colour), (0.75, "#a8a196")])
    tone = t.mix(t.math("MULTIPLY", t.span(t.noise(4 * scale, detail=5), 0.58, 0.68), lichen), tone, "#a59a5a")
    tone = t.mix(t.span(cracks, 0.03, 0.0, 0.0, 0.7), tone, dark)
    if tinted:
        tone = t.mix(1.0, tone, t.attribute("Tint"), blend="MULTIPLY")
    height = t.math("ADD", strata, t.math("MULTIPLY", t.span(cracks, 0.0, 0.06), 0.25))
    if snowed:
        tone = t.mix(t.span(t.math("ADD", steepness(t), t.math("MULTIPLY", strata, 0.3)), 0.55, 0.75), tone, "#e6ebf1")
    return t.surface(t.principled(tone, 0.85 - 0.5 * wet, normal=t.bump(height, 0.12 / scale)))


def pebble(wet: float = 0.0) -> bpy.types.Material:
    """Water-worn stones: an even tone each, faint veins."""
    t = Tree("pebble")
    tone = t.ramp(t.random(), [(0.0, "#5d5850"), (0.16, "#85827c"), (0.32, "#6f6a66"), (0.46, "#8b7a68"), (0.56, "#a19e98"), (0.68, "#55585c"), (0.78, "#6c7470"), (0.87, "#7a5f50"), (0.94, "#c4c0b6"), (1.0, "#3f4144")], interpolation="CONSTANT")
    speck = t.noise(40, detail=6, roughness=0.7)
    tone = t.mix(0.35, tone, t.ramp(speck, [(0.35, "#26241f"), (0.65, "#d8d3c8")]), blend="OVERLAY")
    return t.surface(t.principled(t.mix(wet * 0.6, tone, "#1e1d1b", blend="MULTIPLY"), 0.7 - 0.5 * wet, normal=t.bump(speck, 0.004)))


def gravel(colour: str = "#77726a") -> bpy.types.Material:
    t = Tree("gravel")
    stones = t.cells(28)
    shade = t.cells(28, out="Color")
    tone = t.mix(0.45, t.mix(t.noise(1.5, detail=5), colour, "#5c564c"), shade, blend="SOFT_LIGHT")
    tone = t.node("HueSaturation", {"Saturation": 0.5, "Color": tone}).outputs[0]
    tone = t.mix(t.span(stones, 0.3, 0.65), tone, "#332f29")
    return t.surface(t.principled(tone, 0.85, normal=t.bump(t.span(stones, 0.7, 0.0), 0.02)))


STONES = [
    (0.0, "#6a655e"), (0.18, "#8d8a84"), (0.36, "#77706a"), (0.5, "#9a8a76"), (0.62, "#b3b0aa"), (0.74, "#5f6367"), (0.84, "#7d6556"), (0.93, "#cfcbc2"),
]  # fmt: skip
"""Tones of stones on a beach, by chance."""


def shingle(*, wet_z: float) -> bpy.types.Material:
    """Pebbles side by side, each rounded and of a tone of its own, sand between; dark and shining below `wet_z`."""
    t = Tree("shingle")
    warped = t.node("Mix", {0: 0.05, 4: t.position(), 5: t.noise(9, detail=3, out="Color")}, data_type="VECTOR").outputs[1]
    pick, height, tone = t.span(t.noise(0.9, detail=4), 0.4, 0.6), None, None
    for scale in (17.0, 34.0):
        dome = t.span(t.cells(scale, vector=warped), 0.62, 0.05)
        hue = t.xyz(t.cells(scale, out="Color", vector=warped))[0]
        own = t.mix(t.span(dome, 0.28, 0.08), t.ramp(hue, STONES, interpolation="CONSTANT"), "#4b4338")
        tone = own if tone is None else t.mix(pick, tone, own)
        large, small = t.math("SUBTRACT", 1.0, pick), t.math("MULTIPLY", pick, 0.55)
        height = dome if height is None else t.math("ADD", t.math("MULTIPLY", large, height), t.math("MULTIPLY", small, dome))
    tone = t.mix(0.3, tone, t.ramp(t.noise(60, detail=6, roughness=0.7), [(0.35, "#26241f"), (0.65, "#e0dbd0")]), blend="OVERLAY")
    _, _, z = t.xyz(t.position())
    damp = t.span(t.math("ADD", z, t.math("MULTIPLY", t.math("SUBTRACT", t.noise(0.35, detail=4), 0.5), 0.16)), wet_z + 0.2, wet_z + 0.05)
    tone = t.mix(damp, tone, t.mix(1.0, tone, "#6f6a62", blend="MULTIPLY"))
    return t.surface(t.principled(tone, t.math("SUBTRACT", 0.78, t.math("MULTIPLY", damp, 0.5)), normal=t.bump(height, 0.022)))


def sand(colour: str = "#c8ab7c", *, ripples: float = 0.0, wet_z: float | None = None, ripple_scale: float = 9.0) -> bpy.types.Material:
    """Sand: grains, soft footworn hollows; wind ripples; dark, smooth and mirroring below `wet_z`."""
    t = Tree("sand")
    grain, broad, worn = t.noise(900, detail=2), t.noise(2.2, detail=5), t.noise(17, detail=8, roughness=0.66)
    tone = t.mix(t.span(broad, 0.35, 0.65, 0.0, 0.5), colour, t.mix(1.0, colour, "#cdbca2", blend="MULTIPLY"))
    tone = t.mix(t.span(worn, 0.42, 0.7, 0.0, 0.5), tone, t.mix(1.0, tone, "#a8937a", blend="MULTIPLY"))
    tone = t.mix(t.span(t.noise(62, detail=5, roughness=0.7), 0.5, 0.72, 0.0, 0.35), tone, t.mix(1.0, tone, "#9c8668", blend="MULTIPLY"))
    chips = t.math("MULTIPLY", t.span(t.cells(120), 0.16, 0.08), t.math("GREATER_THAN", t.xyz(t.cells(120, out="Color"))[0], 0.82))  # broken shell, dark grit
    tone = t.mix(t.math("MULTIPLY", chips, 0.7), tone, t.ramp(t.xyz(t.cells(120, out="Color"))[1], [(0.45, "#5c4a36"), (0.55, "#efe6d6")]))
    tone = t.mix(0.3, tone, t.ramp(grain, [(0.35, "#3b2f22"), (0.65, "#f4ead6")]), blend="SOFT_LIGHT")
    rough_ = t.math("ADD", t.math("MULTIPLY", worn, 0.34), t.math("MULTIPLY", grain, 0.03))
    normal = t.bump(t.math("ADD", broad, rough_), 0.08 if not ripples else 0.03)
    if ripples:
        wave = t.node("TexWave", {"Vector": t.position(), "Scale": ripple_scale * 0.3, "Distortion": 5.0, "Detail": 3.0, "Detail Scale": 0.7, "Detail Roughness": 0.6}, bands_direction="Y", wave_profile="SIN").outputs[1]
        normal = t.bump(wave, 0.016 * ripples, normal=normal)
        tone = t.mix(t.math("MULTIPLY", t.span(wave, 0.35, 0.0), 0.22), tone, t.mix(1.0, tone, "#b08a68", blend="MULTIPLY"))
    rough = 0.9
    if wet_z is not None:
        _, _, z = t.xyz(t.position())
        z = t.math("ADD", z, t.math("MULTIPLY", t.math("SUBTRACT", t.noise(0.35, detail=4), 0.5), 0.16))
        damp, soaked = t.span(z, wet_z + 0.22, wet_z + 0.06), t.span(z, wet_z + 0.12, wet_z + 0.02)
        tone = t.mix(damp, tone, t.mix(1.0, tone, "#7d7468", blend="MULTIPLY"))
        rough = t.math("SUBTRACT", 0.9, t.math("ADD", t.math("MULTIPLY", damp, 0.35), t.math("MULTIPLY", soaked, 0.45)))
        normal = t.node("Mix", {0: t.math("MULTIPLY", damp, 0.85), 4: normal, 5: t.normal()}, data_type="VECTOR").outputs[1]
    return t.surface(t.principled(tone, rough, normal=normal, Specular_IOR_Level=0.5))


def snow() -> bpy.types.Material:
    """Snow: bluish light inside, crystals that glint."""
    t = Tree("snow")
    broad, crust, fine = t.noise(0.6, detail=7), t.noise(8, detail=8, roughness=0.62), t.noise(160, detail=3)
    normal = t.bump(t.math("ADD", t.math("MULTIPLY", broad, 2.0), t.math("MULTIPLY_ADD", crust, 0.4, t.math("MULTIPLY", fine, 0.05))), 0.06)
    glint = t.span(t.cells(700, out="Color"), 0.93, 0.97, 0.55, 0.12)
    return t.surface(t.principled(t.mix(broad, "#dfe6ee", "#eff2f5"), glint, normal=normal, Subsurface_Weight=0.3, Subsurface_Radius=(0.3, 0.5, 0.8), Subsurface_Scale=0.05))


def trodden_snow() -> bpy.types.Material:
    """Snow that has been walked on: packed in hollows the size of shoes, grey where grit shows through."""
    t = Tree("trodden snow")
    warped = t.node("Mix", {0: 0.06, 4: t.position(), 5: t.noise(6, detail=3, out="Color")}, data_type="VECTOR").outputs[1]
    steps, broad, fine = t.cells(3.6, vector=t.scaled(warped, (1.5, 0.75, 1.0))), t.noise(1.4, detail=6), t.noise(70, detail=4)
    packed = t.span(steps, 0.36, 0.2)
    tone = t.mix(t.math("MULTIPLY", packed, 0.75), t.mix(broad, "#d8e0e8", "#eceff2"), "#aab4bd")
    tone = t.mix(t.math("MULTIPLY", t.span(t.noise(9, detail=6, roughness=0.7), 0.54, 0.66), 0.45), tone, "#83786a")
    height = t.math("ADD", t.math("MULTIPLY", packed, -1.0), t.math("ADD", broad, t.math("MULTIPLY", fine, 0.12)))
    return t.surface(t.principled(tone, 0.8, normal=t.bump(height, 0.09), Subsurface_Weight=0.2, Subsurface_Radius=(0.3, 0.5, 0.8), Subsurface_Scale=0.04))


def slush(lane: float) -> bpy.types.Material:
    """A road under snow that is driven on: four wheel tracks to wet asphalt, slush beside them, dirty snow at the kerbs. `lane`: half its width, metres."""
    t = Tree("slush")
    x, _, _ = t.xyz(t.position())
    ragged = t.math("MULTIPLY", t.math("SUBTRACT", t.noise(0.5, detail=6, roughness=0.62, vector=t.scaled(t.position(), (1, 0.35, 1))), 0.5), 0.5)
    aside = t.math("ADD", t.math("ABSOLUTE", x), ragged)
    nearest = t.math("MINIMUM", *[t.math("ABSOLUTE", t.math("SUBTRACT", aside, lane * share)) for share in (0.24, 0.68)])
    lumps = t.noise(11, detail=8, roughness=0.66)
    bare = t.math("MULTIPLY", t.span(nearest, 0.3, 0.12), t.span(lumps, 0.62, 0.45, 0.45, 1.0))
    wet = t.span(nearest, 0.62, 0.3)
    snowy = t.mix(t.noise(1.4, detail=6), "#cfd5da", "#e9edf0")
    tone = t.mix(t.math("MULTIPLY", wet, t.span(lumps, 0.36, 0.6, 0.6, 1.0)), snowy, "#8f9090")
    tone = t.mix(t.math("MULTIPLY", t.span(t.noise(7, detail=6, roughness=0.7), 0.52, 0.66), 0.4), tone, "#6f685e")
    tone = t.mix(bare, tone, "#2b2c2e")
    height = t.math("SUBTRACT", lumps, t.math("ADD", t.math("MULTIPLY", wet, 0.5), bare))
    return t.surface(t.principled(tone, t.math("SUBTRACT", 0.82, t.math("MULTIPLY", wet, 0.5)), normal=t.bump(height, 0.06)))


def water(*, ripple: float = 0.004, scale: float = 1.2, deep: str = "#0a2a33", shallow: str | None = None, calm: float = 1.0, near: tuple[float, float] = (0.0, 0.0), rough: float = 0.02) -> bpy.types.Material:
    """Open water: mirrors by Fresnel over a dark body colour; ripples of `ripple` metres fade with distance so that far water stays a smooth sheen."""
    t = Tree("water")
    p = t.position()
    small = t.noise(scale * 3.0, detail=4, vector=t.scaled(p, (1, 1.9, 1)))
    large = t.noise(scale * 0.7, detail=3, vector=t.scaled(p, (1, 2.2, 1)))
    distance = t.node("CameraData").outputs["View Distance"]
    fade = t.span(distance, 20, 900, 1.0, 0.35, smooth=False)
    lanes = t.span(t.noise(0.012, detail=4, vector=t.scaled(p, (0.35, 1, 1))), 0.42, 0.62, calm, 1.0)
    height = t.math("ADD", small, t.math("MULTIPLY", large, 1.2))
    normal = t.node("Bump", {"Strength": t.math("MULTIPLY", fade, lanes), "Distance": ripple, "Height": height}).outputs[0]
    body = deep
    if shallow:
        body = t.mix(t.span(distance, near[0], near[1]), shallow, deep)
    diffuse = t.node("BsdfDiffuse", {0: body, "Normal": normal}).outputs[0]
    shine = t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": t.span(distance, 30, 3000, rough, rough + 0.1, smooth=False), "Normal": normal}).outputs[0]
    return t.surface(t.blend(t.node("Fresnel", {0: 1.33, 1: normal}).outputs[0], diffuse, shine))


def dunes_and_mesas():
    """Rippled sand on the flat, banded red rock on walls."""
    t = Tree("desert")
    x, y, z = t.xyz(t.position())
    distance = t.node("CameraData").outputs["View Distance"]
    wave = t.node("TexWave", {"Vector": t.scaled(t.position(), (1, 1, 0.2)), "Scale": 2.6, "Distortion": 6.0, "Detail": 3.0, "Detail Scale": 0.6, "Detail Roughness": 0.6}, bands_direction="Y").outputs[1]
    broad, grain = t.noise(0.05, detail=6), t.noise(700, detail=2)
    tone = t.mix(t.span(broad, 0.35, 0.65), "#cf9d62", "#d9ae74")
    tone = t.mix(0.25, tone, t.ramp(grain, [(0.35, "#4a3722"), (0.65, "#fff3dc")]), blend="SOFT_LIGHT")
    tone = t.mix(t.math("MULTIPLY", t.span(wave, 0.3, 0.0), 0.2), tone, "#a87848")
    near = t.span(distance, 60, 5)
    normal = t.node("Bump", {"Strength": near, "Distance": 0.018, "Height": wave}).outputs[0]
    normal = t.bump(grain, 0.001, normal=normal)
    level = t.math("ADD", t.math("MULTIPLY", z, 0.05), t.math("MULTIPLY", t.noise(0.01, detail=4), 1.2))
    strata = t.noise(1.4, detail=5, vector=t.combine(0.0, 0.0, level))
    rock = t.ramp(strata, [(0.3, "#6e3420"), (0.45, "#a2542f"), (0.58, "#c17a4c"), (0.7, "#8c4428")])
    wall = t.math("MULTIPLY", t.span(steepness(t), 0.86, 0.74), t.span(z, 22, 40))
    return t.surface(t.principled(t.mix(wall, tone, rock), 0.95, normal=normal, Specular_IOR_Level=0.1))

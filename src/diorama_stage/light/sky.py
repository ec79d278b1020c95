# SPDX-License-Identifier: GPL-3.0-or-later
"""The world around the set: a physical sky by the hour (Nishita et al. 1993, as Cycles has it), clouds, overcast, dusk, night, or a room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.light import overhead
from diorama_stage.light.clouds import flat, over, streaks
from diorama_stage.light.colour import kelvin_rgb, towards
from diorama_stage.scene_view import Environment, Lighting

SUNRISE, SUNSET, HIGHEST = 6.2, 18.6, 52.0
OPEN = frozenset(("cliff", "sea", "beach", "lake", "sky", "mountains", "desert", "city_skyline", "meadow", "savannah", "snow_field", "rooftop"))
"""Settings with much sky: a low sun without an asked place stands before the lens."""
ASSUMED = 60.0
"""Degrees from the axis at which a key light stands whose side only is known."""


def sun_elevation(hour: float) -> float:
    """Degrees above the horizon on an equinox day at middle latitude; below zero at night."""
    return HIGHEST * float(np.sin(np.pi * (hour - SUNRISE) / (SUNSET - SUNRISE))) if SUNRISE - 2 <= hour <= SUNSET + 2 else -30.0


@dataclass(frozen=True)
class Sky:
    """What the world's light is like. Directions are world unit vectors to the sun."""

    kind: str
    """day, overcast, dusk, night, room, space, airless, mars, strange, water"""
    sun: tuple[float, float, float]
    elevation: float
    softness: float
    """Angular size of the sun, degrees: 0.5 clear, more through haze."""
    clouds: float
    """Cloud cover, 0 to 1."""
    storm: bool = False
    """The cover is torn and dark."""
    haze: float = 0.0
    """Of the air, 0 to 1: the sky is pale low down."""
    aurora: bool = False
    """Northern lights, of a night."""
    overhead: frozenset[str] = frozenset()
    """Features of the scene that are drawn over the sky: a rainbow, a meteor, a comet."""
    camera_azimuth: float = 0.0
    strength: float = 1.0
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


def sky(environment: Environment, lighting: Lighting, *, indoor: bool, camera_azimuth: float = 0.0) -> Sky:
    """Choose the sky from the hour, the weather and the asked direction of sun or moon; what is to be seen in it comes over it."""
    chosen = _sky(environment, lighting, indoor=indoor, camera_azimuth=camera_azimuth)
    dark = chosen.kind in ("night", "dusk", "space", "airless")
    bow = {overhead.RAINBOW} if chosen.kind in ("day", "overcast") else set()
    seen = frozenset(environment["features"]) & ((overhead.SEEN_AT_NIGHT if dark else frozenset()) | bow)
    return replace(chosen, overhead=seen, camera_azimuth=camera_azimuth) if seen else chosen


def _sky(environment: Environment, lighting: Lighting, *, indoor: bool, camera_azimuth: float) -> Sky:
    hour, weather = lighting["hour"], environment["weather"]
    elevation = sun_elevation(hour)
    asked = next((x for x in lighting["lights"] if x["source"] in ("sun", "skylight", "moon") or (not indoor and x["role"] in ("key", "back", "rim"))), None)
    foggy = weather in ("fog", "mist")
    ahead = environment["setting"] in OPEN and abs(hour - 12) >= 5 or environment["setting"] == "forest" and foggy
    azimuth = asked["azimuth"] if asked else (158.0 if ahead else -62.0 if hour < 13 else 58.0)
    if ahead and asked and asked["role"] == "key" and abs(azimuth) == ASSUMED and asked["elevation"] < 16:
        azimuth = np.sign(azimuth) * 136.0
    soft = {"hard": 0.53, "medium": 0.8, "soft": 5.0, "diffused": 14.0, "dappled": 0.53}[asked["quality"]] if asked else 0.6
    if asked and asked["source"] == "sun" and elevation > -2:
        elevation = asked["elevation"]
    if asked and lighting["shadow"] == "long":
        elevation = min(max(elevation, 4.0), 13.0)
    if asked and asked["elevation"] >= 75 and elevation > 20:
        elevation = 78.0
    if foggy and not indoor and -8 < elevation < 4 and lighting["time"] in ("dawn", "sunrise", "sunset", "golden_hour"):
        elevation = 4.0  # fog at dawn glows: the sun is behind it
    if overhead.RAINBOW in environment["features"] and elevation > -2:
        azimuth = azimuth if asked and abs(azimuth) < 30 else overhead.BOW_SUN[0]
        elevation = min(max(elevation, overhead.BOW_SUN[1]), overhead.HIGHEST)
    sun = tuple(float(v) for v in towards(azimuth, max(elevation, 1.5), camera_azimuth))
    if environment["setting"] == "planet_surface":
        aloft = max(elevation, 8.0) if lighting["time"] not in ("dusk", "blue_hour", "night") else 3.0
        return Sky("mars" if "mars" in environment["place"] else "strange", tuple(float(v) for v in towards(azimuth, aloft, camera_azimuth)), aloft, 0.6, 0.0)
    if environment["setting"] in ("space", "moon_surface"):
        aside = tuple(float(v) for v in towards(asked["azimuth"] if asked else -70.0, asked["elevation"] if asked else 24.0, camera_azimuth))
        return Sky("space" if environment["setting"] == "space" or "stars" in environment["features"] else "airless", aside, 30.0, 0.5, 0.0)
    if environment["setting"] == "underwater":
        return Sky("water", tuple(float(v) for v in towards(-25.0, 68.0, camera_azimuth)), 60.0, 2.0, 0.0)
    if indoor:
        return Sky("room", sun, elevation, soft, 0.0)
    aurora = "aurora" in environment["features"]
    if elevation < -9 or lighting["time"] == "night" or aurora and elevation < 0:  # dusk hides northern lights
        return Sky("night", sun, elevation, soft, 0.3 if weather not in ("clear", "snow") else 0.0, aurora=aurora)
    if weather in ("fog", "mist") and environment["haze"] < 0.5 and 0 < elevation < 25:  # a low sun comes through
        return Sky("day", sun, elevation, min(max(soft, 1.2), 1.8), 0.2, haze=environment["haze"])
    if weather in ("overcast", "rain", "storm", "snow", "fog", "mist"):
        return Sky("overcast" if elevation > -2 else "dusk", sun, elevation, soft, 1.0, storm=weather == "storm")
    if elevation < -0.6:
        return Sky("dusk", sun, elevation, soft, 0.35)
    clouds = 0.55 if weather == "partly_cloudy" or "clouds" in environment["features"] else 0.4 if elevation < 12 else 0.3 if environment["setting"] in OPEN else 0.15
    return Sky("day", sun, elevation, soft + (3.0 if weather in ("haze", "dust") else 0), clouds, haze=environment["haze"])


class _Nodes:
    """A small hand for wiring nodes: `n.math("ADD", a, b)` returns an output socket."""

    def __init__(self, tree: bpy.types.NodeTree):
        self.tree = tree

    def node(self, kind: str, inputs: dict | None = None, **settings) -> bpy.types.Node:
        node = self.tree.nodes.new(kind)
        for name, value in settings.items():
            setattr(node, name, value)
        for key, value in (inputs or {}).items():
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[key])
            else:
                node.inputs[key].default_value = value
        return node

    def math(self, operation: str, *values, clamp: bool = False):
        return self.node("ShaderNodeMath", dict(enumerate(values)), operation=operation, use_clamp=clamp).outputs[0]

    def mix(self, factor, a, b, blend: str = "MIX"):
        return self.node("ShaderNodeMix", {0: factor, 6: a, 7: b}, data_type="RGBA", blend_type=blend).outputs[2]

    def step(self, value, low: float, high: float):
        """Smooth step of value from `low` to `high`, 0 to 1."""
        node = self.node("ShaderNodeMapRange", {"Value": value, "From Min": low, "From Max": high}, interpolation_type="SMOOTHSTEP")
        return node.outputs["Result"]

    def ramp(self, value, *stops: tuple[float, tuple[float, float, float]]):
        node = self.node("ShaderNodeValToRGB", {0: value})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position, element.color = position, (*colour, 1)
        return node.outputs[0]


def build(chosen: Sky) -> None:
    """Make it Blender's world."""
    scene = bpy.context.scene
    world = bpy.data.worlds.new("sky")
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes.clear()
    world.cycles.sampling_method = "MANUAL"
    world.cycles.sample_map_resolution = 512
    n = _Nodes(world.node_tree)
    colour, strength = KINDS[chosen.kind](n, chosen)
    colour = overhead.add(n, _direction(n), colour, chosen.overhead, chosen.sun, chosen.camera_azimuth)
    background = n.node("ShaderNodeBackground", {"Color": colour, "Strength": strength * chosen.strength})
    output = n.node("ShaderNodeOutputWorld")
    n.tree.links.new(background.outputs[0], output.inputs[0])


def _direction(n: _Nodes):
    return n.node("ShaderNodeTexCoord").outputs["Generated"]


def _split(n: _Nodes, vector):
    return n.node("ShaderNodeSeparateXYZ", {0: vector}).outputs


def _near_sun(n: _Nodes, vector, sun, width: float):
    """1 towards the sun, falling off over `width` (in cosine)."""
    dot = n.node("ShaderNodeVectorMath", {0: vector, 1: sun}, operation="DOT_PRODUCT").outputs["Value"]
    return n.step(dot, 1 - width, 1.0)


def _day(n: _Nodes, s: Sky):
    texture = n.node("ShaderNodeTexSky", sky_type="NISHITA", sun_disc=True)
    texture.sun_elevation = float(np.radians(max(s.elevation, 1.2)))
    texture.sun_rotation = float(np.arctan2(s.sun[0], s.sun[1]))
    texture.sun_size = float(np.radians(s.softness))
    texture.sun_intensity = 0.9 if s.elevation > 12 else 0.4
    texture.air_density, texture.dust_density, texture.ozone_density = 1.0, 1.4 if s.elevation < 12 else 0.8, 2.0
    colour = texture.outputs[0]
    colour = n.mix(1.0, colour, (1.02, 0.95, 1.08, 1), "MULTIPLY")  # the model's sky is greenish beside photographs
    vector = _direction(n)
    low = float(np.clip((13 - s.elevation) / 8.5, 0, 1))
    angle = n.node("ShaderNodeVectorMath", {0: vector, 1: s.sun}, operation="DOT_PRODUCT").outputs["Value"]
    disc = n.step(angle, float(np.cos(np.radians(0.8 + s.softness / 2))), float(np.cos(np.radians(0.2 + s.softness / 2))))
    if low > 0:
        colour = n.mix(0.85 * low, colour, _afterglow(n, vector, s.sun))
        colour = n.mix(disc, colour, texture.outputs[0])
    if s.clouds > 0:
        colour = over(n, colour, vector, s.sun, cover=s.clouds, low=low, clear=disc)
    if s.haze > 0:
        grey = n.node("ShaderNodeRGBToBW", {0: colour}).outputs[0]
        late = float(np.clip((24 - s.elevation) / 14, 0, 1))
        ahead = n.math("MULTIPLY", _near_sun(n, vector, (s.sun[0], s.sun[1], 0.0), 1.6), late)
        hue = n.mix(ahead, (1.0 - 0.08 * late, 1.0, 1.0 + 0.08 * late, 1), (1.7, 1.08, 0.6, 1))
        pale = n.mix(1.0, n.node("ShaderNodeCombineColor", {0: grey, 1: grey, 2: grey}).outputs[0], hue, "MULTIPLY")
        thick = n.math("MULTIPLY_ADD", n.step(_split(n, vector)[2], 0.4, 0.0), 0.7, 0.3)
        colour = n.mix(n.math("MULTIPLY", n.math("MULTIPLY", thick, min(0.9, 2.2 * s.haze)), n.math("SUBTRACT", 1.0, disc)), colour, pale)
    return _without_disc(n, colour, disc, angle), 0.25


def _without_disc(n: _Nodes, colour, disc, angle):
    """What lets rays through to the sky (far things in thick air, mirrored) shows no sun behind it.

    Of rays that look only: a thing behind a clear sheet (a mug's print) is lit by the sun all the same.
    """
    path = n.node("ShaderNodeLightPath")
    looking = n.math("MAXIMUM", path.outputs["Is Camera Ray"], path.outputs["Is Glossy Ray"])
    through = n.math("MULTIPLY", n.math("MINIMUM", path.outputs["Transparent Depth"], 1.0), looking)
    near = n.math("MAXIMUM", disc, n.step(angle, 0.985, 0.999))
    return n.mix(n.math("MULTIPLY", through, near), colour, (2.5, 1.9, 1.3, 1))


def _afterglow(n: _Nodes, vector, sun):
    """Colours of a low sun that single scattering leaves out: gold low, rose above, violet-blue overhead; stronger on the sun's side, opposite a rosy belt above blue."""
    z = _split(n, vector)[2]
    height = n.step(z, -0.12, 0.95)
    warm = n.ramp(height, (0.0, (5.6, 2.2, 0.55)), (0.09, (5.4, 2.2, 0.75)), (0.2, (3.7, 1.8, 1.45)), (0.36, (2.0, 1.3, 1.55)), (0.62, (0.62, 0.78, 1.3)), (1.0, (0.3, 0.5, 1.1)))
    away = n.ramp(height, (0.0, (0.85, 0.8, 1.1)), (0.12, (1.15, 0.85, 1.05)), (0.3, (0.95, 0.85, 1.2)), (0.6, (0.45, 0.62, 1.15)), (1.0, (0.26, 0.44, 1.0)))
    ahead = n.math("POWER", _near_sun(n, vector, (sun[0], sun[1], 0.0), 1.5), 1.4)
    near = n.math("POWER", _near_sun(n, vector, sun, 0.16), 2.0)
    return n.mix(near, n.mix(ahead, away, warm), (9.2, 4.5, 1.4, 1))


def _overcast(n: _Nodes, s: Sky):
    """The CIE overcast sky, zenith three times as bright as the horizon, with soft structure."""
    vector = _direction(n)
    z = _split(n, vector)[2]
    base = n.ramp(n.step(z, -0.05, 1.0), (0.0, (0.52, 0.55, 0.6)), (0.25, (0.62, 0.65, 0.7)), (1.0, (1.25, 1.28, 1.33)))
    dim = float(np.clip((s.elevation + 4) / 16, 0.25, 1.0))
    if 0 < s.elevation < 24:  # a low sun warms the cloud or fog before it
        base = n.mix(n.math("MULTIPLY", _near_sun(n, vector, s.sun, 0.9), 0.75), base, (1.9, 1.5, 1.08, 1))
    if s.storm:
        return _torn(n, vector, z, base), dim
    return n.mix(n.math("MULTIPLY", n.step(flat(n, vector, 0.7), 0.3, 0.75), 0.4), base, (0.42, 0.44, 0.48, 1)), dim


def _torn(n: _Nodes, vector, z, base):
    """Storm clouds: slate-dark masses with ragged lower edges, paler rifts between them, a light strip left over the horizon."""
    masses, rags = flat(n, vector, 0.42), flat(n, vector, 1.5)
    thick = n.step(n.math("ADD", masses, n.math("MULTIPLY", n.math("SUBTRACT", rags, 0.5), 0.42)), 0.36, 0.6)
    dark = n.mix(n.step(rags, 0.3, 0.7), (0.085, 0.1, 0.125, 1), (0.24, 0.265, 0.3, 1))
    rift = n.mix(n.step(rags, 0.35, 0.65), (0.5, 0.53, 0.57, 1), (0.95, 0.97, 1.0, 1))
    cover = n.mix(thick, rift, dark)
    return n.mix(n.step(z, 0.015, 0.16), n.mix(0.5, base, (0.55, 0.57, 0.58, 1)), cover)


def _dusk(n: _Nodes, s: Sky):
    """Blue hour: a luminous gradient from pale at the horizon to deep blue above, a last warm glow over where the sun went down."""
    vector = _direction(n)
    height = n.step(_split(n, vector)[2], -0.05, 0.9)
    cold = n.ramp(height, (0.0, (0.24, 0.31, 0.46)), (0.1, (0.2, 0.28, 0.48)), (0.3, (0.1, 0.17, 0.4)), (1.0, (0.022, 0.055, 0.2)))
    depth = float(np.clip((s.elevation + 11) / 8, 0.45, 1.0))
    warm = n.ramp(height, (0.0, (1.05, 0.42, 0.2)), (0.05, (0.95, 0.44, 0.27)), (0.13, (0.52, 0.35, 0.4)), (0.3, (0.14, 0.19, 0.4)), (1.0, (0.024, 0.06, 0.2)))
    side = n.math("MULTIPLY", n.math("POWER", _near_sun(n, vector, (s.sun[0], s.sun[1], 0.0), 1.2), 1.6), depth)
    sky = n.mix(side, cold, warm)
    veils = n.math("MULTIPLY", n.step(streaks(n, vector), 0.48, 0.75), n.math("MULTIPLY", n.step(_split(n, vector)[2], 0.01, 0.1), 0.55))
    return n.mix(veils, sky, n.mix(side, (0.13, 0.14, 0.26, 1), (0.75, 0.3, 0.26, 1))), 0.55


def _night(n: _Nodes, s: Sky):
    """A dark sky that is paler low down; stars, gathered in a pale band."""
    vector = _direction(n)
    z = _split(n, vector)[2]
    base = n.ramp(n.step(z, -0.05, 0.9), (0.0, (0.026, 0.028, 0.042)), (0.2, (0.010, 0.014, 0.029)), (1.0, (0.0035, 0.006, 0.017)))
    base = _stars(n, vector, base, n.step(z, 0.0, 0.25)) if s.clouds == 0 else base
    return (_aurora(n, vector, n.mix(1.0, base, (DIMMED, DIMMED, DIMMED, 1), "MULTIPLY")) if s.aurora else base), 1.0


CURTAINS = ((0.2, 0.16, 0.0, 1.0), (0.34, 0.24, 4.7, 0.8), (0.52, 0.3, 9.1, 0.5))
"""Of each curtain of an aurora: height of its lower edge (sine), how far it fades upwards, where in the noise it is drawn from, brightness."""
OXYGEN = ((0.0, (0.1, 1.0, 0.28)), (0.45, (0.04, 0.8, 0.36)), (0.75, (0.25, 0.22, 0.7)), (1.0, (0.5, 0.06, 0.45)))
"""Its colours from the lower edge up."""
DIMMED = 0.3
"""Of the night sky, what an exposure for the aurora leaves."""
RAYS = 0.06
"""Radiance of the brightest green; the sky behind has a hundredth."""


def _aurora(n: _Nodes, vector, base):
    """Northern lights: folded curtains of upright rays with a sharp lower edge, green low down (100 km up), rose and violet where they fade (above 200 km)."""
    x, y, z = _split(n, vector)
    flat_ = n.node("ShaderNodeVectorMath", {0: n.node("ShaderNodeCombineXYZ", {0: x, 1: y}).outputs[0]}, operation="NORMALIZE").outputs[0]

    def along(scale: float, at: float, detail: float = 2.0):
        moved = n.node("ShaderNodeVectorMath", {0: flat_, 1: (at, -at, at)}, operation="ADD").outputs[0]
        return n.node("ShaderNodeTexNoise", {"Vector": moved, "Scale": scale, "Detail": detail, "Roughness": 0.6}).outputs[0]

    for edge, fade, at, gain in CURTAINS:
        broad, fine = (n.math("SUBTRACT", along(scale, at + more), 0.5) for scale, more in ((1.7, 0.0), (9.0, 1.0)))
        folds = n.math("ADD", n.math("MULTIPLY", broad, 0.55), n.math("MULTIPLY", fine, 0.12))
        over_edge = n.math("SUBTRACT", z, n.math("ADD", folds, edge))
        body = n.math("EXPONENT", n.math("MULTIPLY", n.math("MAXIMUM", over_edge, 0.0), -2.6 / fade))
        body = n.math("MULTIPLY", body, n.step(over_edge, -0.012, 0.02))
        rays = n.math("ADD", 0.4, n.math("MULTIPLY", n.step(along(22.0, at + 2.0, 3.0), 0.36, 0.72), 0.8))
        patches = n.math("POWER", n.step(along(1.3, at + 3.0), 0.38, 0.66), 1.5)
        light = n.math("MULTIPLY", n.math("MULTIPLY", n.math("MULTIPLY", body, rays), patches), gain * RAYS)
        hue = n.ramp(n.step(over_edge, 0.0, 1.1 * fade), *OXYGEN)
        base = n.mix(1.0, base, n.mix(1.0, hue, n.node("ShaderNodeCombineColor", {0: light, 1: light, 2: light}).outputs[0], "MULTIPLY"), "ADD")
    return base


DISC = 0.6
"""Radius of a star's disc, pixels."""
SPREAD = 2.4
"""How a star's brightness falls as few pixels draw it larger than it is: the power of its size (2: all its light is kept; a lens open for the night burns it out)."""


def _pixel() -> float:
    """What one pixel of the picture sees, radians; 0 where there is no camera."""
    scene = bpy.context.scene
    return scene.camera.data.angle / max(scene.render.resolution_x, scene.render.resolution_y) if scene.camera else 0.0


def _stars(n: _Nodes, vector, base, seen):
    """Stars of many magnitudes, few of them bright, and the pale band; `seen`: how much of them the air lets through.

    A lens and a sensor draw a point as a disc of a pixel or two: stars are no smaller than that, and those too many for the picture's pixels are not drawn.
    """
    pixel = _pixel()
    across = n.node("ShaderNodeVectorMath", {0: vector, 1: (0.62, -0.35, 0.7)}, operation="DOT_PRODUCT").outputs["Value"]
    band = n.math("EXPONENT", n.math("MULTIPLY", n.math("MULTIPLY", across, across), -22.0))
    dust = n.node("ShaderNodeTexNoise", {"Vector": vector, "Scale": 9.0, "Detail": 8.0, "Roughness": 0.66}).outputs[0]
    band = n.math("MULTIPLY", n.math("MULTIPLY", band, n.step(dust, 0.36, 0.68)), seen)
    base = n.mix(n.math("MULTIPLY", band, 0.3), base, (0.05, 0.056, 0.075, 1))
    # the many are faint points, the few bright ones hardly larger
    for scale, size, gain, rare in ((210.0, 0.075, 13.0, 5.0), (120.0, 0.055, 26.0, 8.0), (60.0, 0.042, 70.0, 13.0)):
        if pixel * scale > 0.25:
            continue
        seen_as = max(size, DISC * pixel * scale)
        gain, size = gain * (size / seen_as) ** SPREAD, seen_as
        cells = n.node("ShaderNodeTexVoronoi", {"Vector": vector, "Scale": scale})
        magnitude = n.math("MULTIPLY", n.math("POWER", _split(n, cells.outputs["Color"])[0], rare), gain)
        light = n.math("MULTIPLY", n.math("MULTIPLY", n.step(cells.outputs["Distance"], size, 0.0), magnitude), seen)
        tint = n.mix(_split(n, cells.outputs["Color"])[1], (1.0, 0.86, 0.7, 1), (0.75, 0.86, 1.0, 1))
        base = n.mix(1.0, base, n.mix(1.0, tint, n.node("ShaderNodeCombineColor", {0: light, 1: light, 2: light}).outputs[0], "MULTIPLY"), "ADD")
    return base


def _space(n: _Nodes, s: Sky):
    """No air: black, and stars all round."""
    black = n.node("ShaderNodeRGB")
    black.outputs[0].default_value = (0.0012, 0.0013, 0.0018, 1)
    return _stars(n, _direction(n), black.outputs[0], 1.0), 0.8


def _airless(n: _Nodes, s: Sky):
    """The moon's sky by day: black, its stars too faint beside the sunlit ground."""
    black = n.node("ShaderNodeRGB")
    black.outputs[0].default_value = (0.0015, 0.0015, 0.0017, 1)
    return black.outputs[0], 1.0


def _mars(n: _Nodes, s: Sky):
    """Dust in thin air: butterscotch low, brown above, bluish about the sun."""
    vector = _direction(n)
    base = n.ramp(n.step(_split(n, vector)[2], -0.05, 0.9), (0.0, (0.86, 0.56, 0.34)), (0.25, (0.62, 0.39, 0.24)), (1.0, (0.24, 0.15, 0.1)))
    return n.mix(n.math("POWER", _near_sun(n, vector, s.sun, 0.12), 2.0), base, (1.3, 1.35, 1.5, 1)), 0.9


def _strange(n: _Nodes, s: Sky):
    """Another star's air: rose low, teal and violet above, veils of cloud."""
    vector = _direction(n)
    height = n.step(_split(n, vector)[2], -0.05, 0.95)
    base = n.ramp(height, (0.0, (1.0, 0.46, 0.42)), (0.16, (0.62, 0.3, 0.48)), (0.5, (0.14, 0.19, 0.4)), (1.0, (0.03, 0.07, 0.2)))
    veils = n.math("MULTIPLY", n.step(streaks(n, vector), 0.46, 0.72), 0.5)
    return n.mix(veils, base, (0.85, 0.5, 0.55, 1)), 0.9


def _water(n: _Nodes, s: Sky):
    """Daylight below the sea's surface: bright overhead, blue all round, dark below."""
    z = _split(n, _direction(n))[2]
    return n.ramp(n.step(z, -0.7, 1.0), (0.0, (0.004, 0.03, 0.05)), (0.33, (0.03, 0.2, 0.3)), (0.55, (0.06, 0.34, 0.46)), (1.0, (0.5, 1.3, 1.45))), 1.0


def _room(n: _Nodes, s: Sky):
    """What surrounds an indoor set: a room as a panorama, for reflections and a little fill."""
    folder = Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "studiolights" / "world"
    panorama = n.node("ShaderNodeTexEnvironment", {"Vector": n.node("ShaderNodeMapping", {"Vector": _direction(n), "Rotation": (0, 0, 2.1)}).outputs[0]})
    panorama.image = bpy.data.images.load(str(folder / "interior.exr"), check_existing=True)
    grey = n.node("ShaderNodeRGBToBW", {0: panorama.outputs[0]}).outputs[0]
    neutral = n.mix(0.8, panorama.outputs[0], grey)
    return n.mix(1.0, neutral, (*s.tint, 1), "MULTIPLY"), 0.5


KINDS = {
    "day": _day, "overcast": _overcast, "dusk": _dusk, "night": _night, "space": _space, "airless": _airless, "mars": _mars, "strange": _strange,
    "water": _water, "room": _room,
}  # fmt: skip
"""Each kind of sky: its colour and strength."""

__all__ = ["Sky", "build", "kelvin_rgb", "sky", "sun_elevation"]

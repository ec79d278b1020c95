# SPDX-License-Identifier: GPL-3.0-or-later
"""The world around the set: a physical sky by the hour (Nishita et al. 1993, as Cycles has it), clouds, overcast, dusk, night, or a room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.light.colour import kelvin_rgb, towards

SUNRISE, SUNSET, HIGHEST = 6.2, 18.6, 52.0


def sun_elevation(hour: float) -> float:
    """Degrees above the horizon on an equinox day at middle latitude; below zero at night."""
    return HIGHEST * float(np.sin(np.pi * (hour - SUNRISE) / (SUNSET - SUNRISE))) if SUNRISE - 2 <= hour <= SUNSET + 2 else -30.0


@dataclass(frozen=True)
class Sky:
    """What the world's light is like. Directions are world unit vectors to the sun."""

    kind: str
    """day, overcast, dusk, night, room"""
    sun: tuple[float, float, float]
    elevation: float
    softness: float
    """Angular size of the sun, degrees: 0.5 clear, more through haze."""
    clouds: float
    """Cloud cover, 0 to 1."""
    strength: float = 1.0
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


def sky(environment: dict, lighting: dict, *, indoor: bool, camera_azimuth: float = 0.0) -> Sky:
    """Choose the sky from the hour, the weather and the asked direction of sun or moon."""
    hour, weather = lighting["hour"], environment["weather"]
    elevation = sun_elevation(hour)
    asked = next((x for x in lighting["lights"] if x["source"] in ("sun", "skylight", "moon") or (not indoor and x["role"] in ("key", "back", "rim"))), None)
    ahead = environment["setting"] in ("cliff", "sea", "beach", "lake", "sky", "mountains", "desert", "city_skyline") and abs(hour - 12) >= 5
    azimuth = asked["azimuth"] if asked else (158.0 if ahead else -62.0 if hour < 13 else 58.0)
    soft = {"hard": 0.53, "medium": 0.8, "soft": 5.0, "diffused": 14.0, "dappled": 0.53}[asked["quality"]] if asked else 0.6
    if asked and asked["source"] == "sun" and elevation > -2:
        elevation = asked["elevation"]
    if asked and lighting["shadow"] == "long":
        elevation = min(max(elevation, 4.0), 13.0)
    if asked and asked["elevation"] >= 75 and elevation > 20:
        elevation = 78.0
    sun = tuple(float(v) for v in towards(azimuth, max(elevation, 1.5), camera_azimuth))
    if indoor:
        return Sky("room", sun, elevation, soft, 0.0)
    if elevation < -9 or lighting["time"] == "night":
        return Sky("night", sun, elevation, soft, 0.3 if weather != "clear" else 0.0)
    if weather in ("fog", "mist") and environment["haze"] < 0.5 and 0 < elevation < 25:  # a low sun comes through
        return Sky("day", sun, elevation, max(soft, 10.0), 0.2)
    if weather in ("overcast", "rain", "storm", "snow", "fog", "mist"):
        return Sky("overcast" if elevation > -2 else "dusk", sun, elevation, soft, 1.0)
    if elevation < -0.6:
        return Sky("dusk", sun, elevation, soft, 0.35)
    clouds = 0.5 if weather == "partly_cloudy" or "clouds" in environment["features"] else 0.34 if elevation < 12 else 0.12
    return Sky("day", sun, elevation, soft + (3.0 if weather in ("haze", "dust") else 0), clouds)


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
    colour, strength = {"day": _day, "overcast": _overcast, "dusk": _dusk, "night": _night, "room": _room}[chosen.kind](n, chosen)
    background = n.node("ShaderNodeBackground", {"Color": colour, "Strength": strength * chosen.strength})
    output = n.node("ShaderNodeOutputWorld")
    n.tree.links.new(background.outputs[0], output.inputs[0])


def _direction(n: _Nodes):
    return n.node("ShaderNodeTexCoord").outputs["Generated"]


def _split(n: _Nodes, vector):
    return n.node("ShaderNodeSeparateXYZ", {0: vector}).outputs


def _cover(n: _Nodes, vector, clouds: float):
    """Cloud cover in a direction, 0 to 1: fractal noise on a plane overhead, thinning towards the horizon."""
    x, y, z = _split(n, vector)
    height = n.math("ADD", n.math("MAXIMUM", z, 0.0), 0.09)
    flat = n.node("ShaderNodeCombineXYZ", {0: n.math("DIVIDE", x, height), 1: n.math("DIVIDE", n.math("MULTIPLY", y, 1.6), height), 2: 3.7}).outputs[0]
    noise = n.node("ShaderNodeTexNoise", {"Vector": flat, "Scale": 0.75, "Detail": 9.0, "Roughness": 0.58, "Distortion": 0.35}).outputs[0]
    low = 0.66 - 0.34 * clouds
    return n.math("MULTIPLY", n.step(noise, low, low + 0.2), n.step(z, 0.005, 0.1))


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
    vector = _direction(n)
    low = float(np.clip((11 - s.elevation) / 9, 0, 1))
    if low > 0:
        colour = n.mix(0.8 * low, colour, _afterglow(n, vector, s.sun))
        sun = n.node("ShaderNodeVectorMath", {0: vector, 1: s.sun}, operation="DOT_PRODUCT").outputs["Value"]
        colour = n.mix(n.step(sun, float(np.cos(np.radians(1.1))), float(np.cos(np.radians(0.5)))), colour, texture.outputs[0])
    if s.clouds > 0:
        cover = n.math("MULTIPLY", _cover(n, vector, s.clouds), 0.9)
        lit = _blend((12.0, 11.8, 11.5), (7.5, 2.1, 0.75), low)
        shade = _blend((6.4, 6.8, 7.4), (1.5, 0.55, 0.75), low)
        bright = n.mix(_near_sun(n, vector, s.sun, 0.9), (*shade, 1), (*lit, 1))
        colour = n.mix(cover, colour, bright)
    return colour, 0.25


def _afterglow(n: _Nodes, vector, sun):
    """Colours of a low sun that single scattering leaves out: orange low, pink above, violet-blue overhead; stronger on the sun's side."""
    z = _split(n, vector)[2]
    ramp = n.ramp(
        n.step(z, -0.12, 0.95), (0.0, (5.2, 1.5, 0.3)), (0.1, (4.6, 1.45, 0.45)), (0.24, (2.9, 1.15, 0.95)), (0.42, (1.25, 0.85, 1.25)), (1.0, (0.3, 0.5, 1.15))
    )
    ahead = _near_sun(n, vector, (sun[0], sun[1], 0.0), 1.9)
    gain = n.math("ADD", 0.32, n.math("MULTIPLY", n.math("POWER", ahead, 1.6), 0.9))
    return n.mix(1.0, ramp, n.node("ShaderNodeCombineColor", {0: gain, 1: gain, 2: gain}).outputs[0], "MULTIPLY")


def _overcast(n: _Nodes, s: Sky):
    """The CIE overcast sky, zenith three times as bright as the horizon, with soft structure."""
    vector = _direction(n)
    z = _split(n, vector)[2]
    base = n.ramp(n.step(z, -0.05, 1.0), (0.0, (0.52, 0.55, 0.6)), (0.25, (0.62, 0.65, 0.7)), (1.0, (1.25, 1.28, 1.33)))
    cover = _cover(n, vector, 0.75)
    dim = float(np.clip((s.elevation + 4) / 16, 0.25, 1.0))
    if 0 < s.elevation < 24:  # a low sun warms the cloud or fog before it
        base = n.mix(n.math("MULTIPLY", _near_sun(n, vector, s.sun, 0.9), 0.75), base, (1.9, 1.5, 1.08, 1))
    return n.mix(n.math("MULTIPLY", cover, 0.3), base, (0.42, 0.44, 0.48, 1)), dim


def _dusk(n: _Nodes, s: Sky):
    """Blue hour: deep blue above, a last warm glow over where the sun went down."""
    vector = _direction(n)
    z = _split(n, vector)[2]
    base = n.ramp(n.step(z, -0.05, 0.9), (0.0, (0.16, 0.2, 0.36)), (0.18, (0.1, 0.16, 0.38)), (1.0, (0.02, 0.05, 0.19)))
    glow = n.math("MULTIPLY", _near_sun(n, vector, (s.sun[0], s.sun[1], 0.02), 0.75), n.step(z, 0.16, -0.02))
    lit = n.mix(n.math("MULTIPLY", glow, 0.7), base, (0.5, 0.26, 0.17, 1))
    return n.mix(n.math("MULTIPLY", _cover(n, vector, s.clouds), 0.5), lit, (0.07, 0.08, 0.15, 1)), 0.55


def _night(n: _Nodes, s: Sky):
    vector = _direction(n)
    z = _split(n, vector)[2]
    base = n.ramp(n.step(z, -0.05, 0.9), (0.0, (0.024, 0.024, 0.034)), (0.2, (0.010, 0.013, 0.026)), (1.0, (0.0035, 0.006, 0.016)))
    if s.clouds == 0:
        stars = n.node("ShaderNodeTexVoronoi", {"Vector": vector, "Scale": 190.0}).outputs["Distance"]
        base = n.mix(n.step(stars, 0.05, 0.0), base, (0.5, 0.52, 0.6, 1))
    return base, 1.0


def _room(n: _Nodes, s: Sky):
    """What surrounds an indoor set: a room as a panorama, for reflections and a little fill."""
    folder = Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "studiolights" / "world"
    panorama = n.node("ShaderNodeTexEnvironment", {"Vector": n.node("ShaderNodeMapping", {"Vector": _direction(n), "Rotation": (0, 0, 2.1)}).outputs[0]})
    panorama.image = bpy.data.images.load(str(folder / "interior.exr"), check_existing=True)
    grey = n.node("ShaderNodeRGBToBW", {0: panorama.outputs[0]}).outputs[0]
    neutral = n.mix(0.8, panorama.outputs[0], grey)
    return n.mix(1.0, neutral, (*s.tint, 1), "MULTIPLY"), 0.5


def _blend(a, b, t: float):
    return tuple(x + (y - x) * t for x, y in zip(a, b, strict=True))


__all__ = ["Sky", "build", "kelvin_rgb", "sky", "sun_elevation"]

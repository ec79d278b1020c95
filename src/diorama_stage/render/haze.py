# SPDX-License-Identifier: GPL-3.0-or-later
"""Aerial perspective: light scattered into the line of sight veils what is far (Koschmieder's law, 1924).

In a landscape part of the haze lies low: its density falls off with height, so that fog fills the valley and hills rise out of it, and it lies in banks.
Every material tells how much light comes through the air to where a ray hits it (an arbitrary output variable of Cycles), so that edges are as smooth as
the picture's; what mirrors show fades into the sky behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

CONTRAST = 3.912
"""Koschmieder: at the visibility distance 2 % of the contrast is left, -ln 0.02."""
FOG = 0.62
"""Reflectance that fog is exposed for: light grey."""
LAYER = 38.0
"""Scale height of low fog, metres."""
LOW = 0.7
"""Share of a landscape's haze that lies low."""
CLEAR_DAY = 0.1
"""Haze of a clear day: hills at ten kilometres are pale."""
BEFORE_SKY = (0.63, 0.73, 0.88)
"""How haze compares with the sky low behind it: without the sun's halo in it, dimmer and less warm (by eye, beside the haze that `scattered` gives)."""
ALOFT = 1e5
"""Metres; above all that is built."""
DISSOLVE = 0.12
"""Haze from which mirrored things fade."""
SEA = np.array((0.16, 0.036, 0.028))
"""Extinction of clear ocean water per metre in red, green and blue."""
CLEAR_TO = 5.0
"""Metres to which colours hold in the sea; of what is farther a picture is made in clearer water."""
PASS = "air"


@dataclass(frozen=True)
class Air:
    """The air between lens and things: haze 0 (clear) to 1 (dense fog); the share of it that lies low and the level it lies on, metres; the way to the sun; the colour of its light."""

    haze: float
    low: float
    base: float
    eye: tuple[float, float, float]
    sun: tuple[float, float, float]
    elevation: float
    water: float = 0.0
    """Not air but water is between lens and things: how thick it is against clear ocean water; 0: it is air."""

    @property
    def is_clear(self) -> bool:
        return self.haze <= 0.02

    @property
    def density(self) -> np.ndarray:
        """Extinction per metre in red, green and blue: clear air scatters blue light most, fog all alike."""
        if self.water:
            return SEA * self.water
        alike = float(np.clip((self.haze - 0.1) / 0.45, 0, 1))
        return CONTRAST / visibility(self.haze) * (np.array((0.7, 1.0, 1.5)) * (1 - alike) + alike)


def air(haze: float, *, horizon: bool, base: float, eye, sun, elevation: float, setting: str = "", away: float = 1.0) -> Air:
    """The air of a picture; outdoors to the horizon there is always some, beyond it none, and below the sea there is water, as clear as what is `away` metres off needs to keep its colours."""
    if setting in ("space", "moon_surface"):
        return Air(0.0, 0.0, base, tuple(eye), tuple(sun), elevation)
    if setting == "underwater":
        return Air(DISSOLVE, 0.0, base, tuple(eye), tuple(sun), elevation, water=min(1.0, CLEAR_TO / max(away, 0.1)))
    if not horizon:  # among trees and houses all is near: fog is thicker there, or it would not be seen
        haze = 1 - (1 - haze) ** 2
    least = CLEAR_DAY * (1.5 if elevation < 14 else 1.0) if horizon else 0.0
    return Air(max(haze, least), LOW * float(np.clip((haze - 0.15) / 0.2, 0, 1)) if horizon else 0.0, base, tuple(eye), tuple(sun), elevation)


def visibility(haze: float) -> float:
    """Metres of meteorological visibility for haze 0 (clear, 60 km) to 1 (dense fog, 45 m)."""
    return float(60_000 * (45 / 60_000) ** np.clip(haze, 0, 1))


def prepare(through: Air) -> None:
    """Let every material tell the transmittance of the air before it; mirrored things dissolve in the sky behind them."""
    if through.is_clear:
        return
    aov = bpy.context.view_layer.aovs.add()
    aov.name, aov.type = PASS, "COLOR"
    group = _transmittance(through)
    for material in bpy.data.materials:
        tree = material.node_tree
        if not material.use_nodes or tree is None:
            continue
        clear = tree.nodes.new("ShaderNodeGroup")
        clear.node_tree = group
        out = tree.nodes.new("ShaderNodeOutputAOV")
        out.aov_name = PASS
        tree.links.new(clear.outputs["Air"], out.inputs["Color"])
        if through.haze > DISSOLVE:
            _dissolve(material, clear.outputs["Mirrored"])


def _dissolve(material: bpy.types.Material, share) -> None:
    """Seen in water or glass, the surface lets the share that the air takes through, straight to the sky."""
    tree = material.node_tree
    sink = next((n for n in tree.nodes if n.bl_idname == "ShaderNodeOutputMaterial" and n.inputs["Surface"].is_linked), None)
    if sink is None:
        return
    mix, gone = tree.nodes.new("ShaderNodeMixShader"), tree.nodes.new("ShaderNodeBsdfRayPortal")
    gone.inputs["Color"].default_value = (*BEFORE_SKY, 1.0)
    aloft = tree.nodes.new("ShaderNodeCombineXYZ")  # straight to the sky: hills behind hills would take more of it, each in its turn
    aloft.inputs["Z"].default_value = ALOFT
    tree.links.new(aloft.outputs[0], gone.inputs["Position"])
    tree.links.new(share, mix.inputs[0])
    tree.links.new(sink.inputs["Surface"].links[0].from_socket, mix.inputs[1])
    tree.links.new(gone.outputs[0], mix.inputs[2])
    tree.links.new(mix.outputs[0], sink.inputs["Surface"])
    material.use_transparent_shadow = False


def _transmittance(through: Air) -> bpy.types.NodeTree:
    """Nodes: "Air", exp of minus the density along the ray from the lens, part even, part falling off with height and in banks; "Mirrored", what the air takes from a mirrored ray."""
    tree = bpy.data.node_groups.new("air", "ShaderNodeTree")
    for name, kind in (("Air", "NodeSocketColor"), ("Mirrored", "NodeSocketFloat")):
        tree.interface.new_socket(name, in_out="OUTPUT", socket_type=kind)
    new, link = tree.nodes.new, tree.links.new

    def put(node, inputs):
        for k, v in enumerate(inputs):
            if isinstance(v, bpy.types.NodeSocket):
                link(v, node.inputs[k])
            else:
                node.inputs[k].default_value = v
        return node.outputs[0]

    def math(operation: str, *values):
        node = new("ShaderNodeMath")
        node.operation = operation
        return put(node, values)

    position = new("ShaderNodeNewGeometry").outputs["Position"]
    split = new("ShaderNodeSeparateXYZ")
    link(position, split.inputs[0])
    z = math("MAXIMUM", math("SUBTRACT", split.outputs[2], through.base), 0.0)
    rays = new("ShaderNodeLightPath")
    eye = max(through.eye[2] - through.base, 0.0)

    def along(distance, start: float):
        """Metres of air along the ray as thick as at the level of the low fog: even share, low share."""
        first, last = math("MINIMUM", z, start), math("MAXIMUM", z, start)
        span = math("MAXIMUM", math("SUBTRACT", last, first), 0.1 * LAYER)
        fade = lambda height: math("EXPONENT", math("MULTIPLY", height, -1 / LAYER))  # noqa: E731
        thin = math("DIVIDE", math("SUBTRACT", fade(first), fade(math("ADD", first, span))), math("MULTIPLY", span, 1 / LAYER))
        banks = new("ShaderNodeTexNoise")
        scaled = new("ShaderNodeVectorMath")
        scaled.operation = "MULTIPLY"
        put(scaled, (position, (1 / 420, 1 / 420, 1 / 34)))
        link(scaled.outputs[0], banks.inputs["Vector"])
        banks.inputs["Scale"].default_value, banks.inputs["Detail"].default_value = 1.0, 4.0
        thick = math("MULTIPLY_ADD", banks.outputs[0], 2.2, -0.1)
        low = math("MULTIPLY", math("MULTIPLY", thin, thick), through.low)
        return math("MULTIPLY", distance, math("ADD", low, 1 - through.low))

    seen = along(new("ShaderNodeCameraData").outputs["View Distance"], eye)
    colour = new("ShaderNodeCombineColor")
    for k, density in enumerate(through.density):
        link(math("EXPONENT", math("MULTIPLY", seen, -float(density))), colour.inputs[k])
    mirrored = along(rays.outputs["Ray Length"], 0.0)
    taken = math("SUBTRACT", 1.0, math("EXPONENT", math("MULTIPLY", mirrored, -float(through.density[1]))))
    sink = new("NodeGroupOutput")
    link(colour.outputs[0], sink.inputs["Air"])
    link(math("MULTIPLY", taken, rays.outputs["Is Glossy Ray"]), sink.inputs["Mirrored"])
    return tree


def directions(shot, width: int, height: int) -> np.ndarray:
    """Unit vectors of the rays through the pixels, (height, width, 3) float32."""
    right, up, forward = shot.axes()
    x = (np.arange(width) + 0.5) / width * 2 - 1
    y = 1 - (np.arange(height) + 0.5) / height * 2
    tx, ty = np.tan(np.radians(shot.fov_x / 2)), np.tan(np.radians(shot.fov_y / 2))
    rays = forward[None, None] + (x * tx)[None, :, None] * right + (y * ty)[:, None, None] * up
    return (rays / np.linalg.norm(rays, axis=-1, keepdims=True)).astype(np.float32)


def once(seen: np.ndarray) -> np.ndarray:
    """What surfaces told of the air (h, w, 4), each pixel once: through a clear sheet (ink on a crate) the sheet told and what is behind it told again."""
    return seen / np.maximum(seen[..., 3:4], 1.0)


def veil(picture: np.ndarray, seen: np.ndarray, albedo: np.ndarray, rays: np.ndarray, through: Air) -> np.ndarray:
    """The picture (h, w, 3 linear) through the air. `seen` (h, w, 4): light that comes through from surfaces in red, green and blue, and the share of the pixel that they cover."""
    share = seen[..., 3:4]
    behind = _spread(picture, np.where(share < 0.003, 1.0, 0.0)) if (share < 0.003).any() else np.zeros_like(picture)
    light = scattered(picture, seen, albedo, rays, through)
    beyond = np.minimum((1 - share) * behind, picture)  # shares are noisy, the picture is not: more than it holds were specks on blurred leaves
    things = picture - beyond
    clear = seen[..., :3] / np.maximum(share, 1e-4)
    above = _overhead(rays, through)[..., None]
    sky = _greyed(np.where(share < 0.003, picture, beyond), through)
    return (things * clear + light * np.maximum(share - seen[..., :3], 0) + sky * above + light * (1 - share) * (1 - above)).astype(np.float32)


def veiled_albedo(albedo: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """What the meter should take as reflectance where air is in the way: bright, as fog is."""
    clear = seen[..., :3] + (1 - seen[..., 3:4])
    return np.where(albedo > 0.001, albedo * clear + FOG * (1 - clear), albedo)


def _overhead(rays: np.ndarray, through: Air) -> np.ndarray:
    """Share of the sky's light that comes through haze (h, w): the sky is as bright as haze low down, so only thick air shows."""
    rise = np.maximum(rays[..., 2], 0.02)
    depth = CONTRAST / visibility(through.haze) * LAYER * through.low / rise
    return (1 - 0.85 * float(np.clip((through.haze - 0.25) / 0.75, 0, 1)) ** 0.7) * np.exp(-depth)


def scattered(picture: np.ndarray, seen: np.ndarray, albedo: np.ndarray, rays: np.ndarray, through: Air) -> np.ndarray:
    """The light that the air sends to the lens (h, w, 3): the sky's, low down and in this direction; without sky in the picture, what falls on far things. Brighter and warmer before the sun."""
    sky = seen[..., 3] < 0.003
    if sky.mean() > 0.01:
        limit = np.quantile(picture[sky].mean(axis=-1), 0.85)
        dimmed = picture * np.minimum(1, limit / np.maximum(picture.mean(axis=-1, keepdims=True), 1e-9))
        weight = sky * np.exp(-np.clip(rays[..., 2], 0, 1) * 9.0)
        light = _columns((dimmed * weight[..., None]).sum(axis=0), weight.sum(axis=0))[None]
    else:
        light = _falling(picture, seen, albedo)[None, None]
    return _greyed(light, through) * _glow(rays, through)


def _greyed(light: np.ndarray, through: Air) -> np.ndarray:
    """Fog by night is lit by lamps of all kinds: grey, not the sky's blue."""
    night = 0.85 * float(np.clip((-4 - through.elevation) / 4, 0, 1)) * float(np.clip((through.haze - 0.2) / 0.3, 0, 1))
    return light * (1 - night) + light.mean(axis=-1, keepdims=True) * night


def _columns(total: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Mean colour by column (w, 3), smooth across an eighth of the frame."""
    w = len(weight)
    x = np.arange(w)
    kernel = np.exp(-(((x[:, None] - x[None]) / (w / 8)) ** 2))
    return (kernel @ total) / np.maximum(kernel @ weight, 1e-9)[:, None]


def _falling(picture: np.ndarray, seen: np.ndarray, albedo: np.ndarray) -> np.ndarray:
    lit = (albedo.min(axis=-1) > 0.02) & (seen[..., 3] > 0.99)
    if not lit.any():
        return picture.mean(axis=(0, 1))
    through = seen[..., 1]
    far = lit & (through <= np.quantile(through[lit], 0.5))
    falling = np.quantile(picture[far] / np.maximum(albedo[far], 0.02), 0.6, axis=0)
    return 0.55 * (0.6 * falling + 0.4 * falling.mean() * np.array([0.92, 1.0, 1.1]))


def _glow(rays: np.ndarray, through: Air) -> np.ndarray:
    """Droplets scatter forwards (Henyey and Greenstein 1941): haze before the sun is brighter, and warm when the sun is low."""
    strength = float(np.clip((through.haze - 0.05) / 0.4, 0, 1)) * float(np.clip((through.elevation + 6) / 10, 0, 1))
    if strength == 0:
        return np.ones((1, 1, 1), np.float32)
    ahead = (rays @ np.asarray(through.sun, np.float32))[..., None]
    phase = sum(0.5 * ((1 - g) ** 2 / (1 + g * g - 2 * g * ahead)) ** 1.5 for g in (0.72, 0.4))
    low = float(np.clip((22 - through.elevation) / 18, 0, 1))
    return 1 + strength * phase * (np.array((1.5, 1.2, 0.85)) * low + np.array((0.8, 0.8, 0.8)) * (1 - low)).astype(np.float32)


def _spread(picture: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The picture where `weight` is 1, spread smoothly to where it is 0: a pyramid of weighted means, coarse ones fill what finer ones lack."""
    colour, weight = picture * weight, weight.astype(np.float32)
    h, w = weight.shape[:2]
    if max(h, w) <= 2 or weight.min() > 0:
        return colour / np.maximum(weight, 1e-6)
    pad = ((0, h % 2), (0, w % 2), (0, 0))
    fold = lambda a: np.pad(a, pad, mode="edge").reshape((h + 1) // 2, 2, (w + 1) // 2, 2, -1).mean(axis=(1, 3))  # noqa: E731
    colour2, weight2 = fold(colour), fold(weight)
    coarse = _spread(colour2 / np.maximum(weight2, 1e-6), np.minimum(weight2 * 4, 1.0))
    up = np.repeat(np.repeat(coarse, 2, axis=0), 2, axis=1)[:h, :w]
    return colour + up * (1 - weight)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Strands: curves that Cycles draws as hair, and the principled hair shader in the asked colour."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear


def curves(
    name: str,
    groups: list[np.ndarray],
    radius: float,
    rng: np.random.Generator,
    material: bpy.types.Material,
    lock: np.ndarray | None = None,
    pointed: bool = False,
    fine: np.ndarray | None = None,
) -> bpy.types.Object:
    """An object of strands: `groups` of points (n, k, 3), `radius` at the root in metres, by `fine` (strands,) less.

    Tips taper, strands differ; `pointed` ones taper all along.
    `shade`, 0 to 1 a strand, and `lock` (strands,), which those of one lock share, are for the shader.
    """
    data = bpy.data.hair_curves.new(name)
    counts = [g.shape[1] for g in groups for _ in range(len(g))]
    data.add_curves(counts)
    points = np.concatenate([g.reshape(-1, 3) for g in groups])
    data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(points, np.float32).ravel())
    thick, start = [], 0
    for g in groups:
        n, k = g.shape[:2]
        taper = np.linspace(1.0, 0.12, k) ** 0.8 if pointed else np.concatenate([np.ones(max(k - 3, 1)), np.linspace(0.85, 0.25, min(3, k - 1))])[:k]
        share = fine[start : start + n] if fine is not None else 1.0
        start += n
        thick.append(((radius * rng.uniform(0.8, 1.2, n) * share)[:, None] * taper[None]).ravel())
    data.attributes.new("radius", "FLOAT", "POINT").data.foreach_set("value", np.concatenate(thick).astype(np.float32))
    data.attributes.new("shade", "FLOAT", "CURVE").data.foreach_set("value", rng.random(len(counts)).astype(np.float32))
    data.attributes.new("lock", "FLOAT", "CURVE").data.foreach_set("value", np.asarray(lock if lock is not None else np.full(len(counts), 0.5), np.float32))
    data.materials.append(material)
    object = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(object)
    return object


def hair_shader(colour: str, *, grey: float = 0.0, roughness: float = 0.32, dyed: str | None = None, white: float = 0.42) -> bpy.types.Material:
    """Hair of a colour (`#rrggbb`), strand by strand a little lighter or darker; the share `grey` of the strands without pigment, as light as `white`."""
    made = bpy.data.materials.new("hair")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    shade = n.node("ShaderNodeAttribute", attribute_name="shade", attribute_type="GEOMETRY").outputs["Fac"]
    own = [max(c, 0.0012) for c in linear(colour)[:3]]
    level = float(np.dot(own, (0.2126, 0.7152, 0.0722)))
    fair = fairness(colour)
    seen = lambda plain, pale: tuple(a + (b - a) * fair for a, b in zip(plain, pale, strict=True))  # noqa: E731
    warm = [1 + (part - 1) * fair * tinted(colour) for part in FAIR_PIGMENT]
    base = [SEEN_OF_IT * level**1.15 * (c / level) ** _hue(level) * w for c, w in zip(own, warm, strict=True)]  # from strand to strand light deepens both again
    wide = float(np.interp(level, (0.012, 0.1), (1.0, 0.0)))  # dark hair is told apart by what differs from strand to strand, or it is one mass
    dark = tuple(c * (0.55 - 0.2 * wide + 0.2 * fair) for c in base) + (1,)
    light = tuple(min(c * (1.5 + 1.1 * wide - 0.25 * fair) + 0.002 + 0.001 * wide, 0.95) for c in base) + (1,)
    own = n.mix(n.math("FRACT", n.math("MULTIPLY", shade, 7.13)), dark, light)
    lock = n.node("ShaderNodeAttribute", attribute_name="lock", attribute_type="GEOMETRY").outputs["Fac"]  # locks differ from each other, as strands do
    own = n.mix(n.math("MULTIPLY", n.step(lock, 0.45, 0.1), 0.8), own, n.mix(1.0, own, (*seen((0.45, 0.42, 0.4), (0.76, 0.7, 0.62)), 1), "MULTIPLY"))
    own = n.mix(n.math("MULTIPLY", n.step(lock, 0.55, 0.9), 0.7), own, n.mix(1.0, own, (*seen((1.9, 1.72, 1.5), (1.25, 1.21, 1.12)), 1), "MULTIPLY"))
    if grey > 0:
        own = n.mix(n.math("LESS_THAN", shade, grey), own, (white, 0.976 * white, 0.94 * white, 1))
    if dyed:
        own = n.mix(n.math("LESS_THAN", n.math("FRACT", n.math("MULTIPLY", shade, 3.7)), 0.3), own, linear(dyed))
    along = n.node("ShaderNodeHairInfo").outputs["Intercept"]
    own = n.mix(n.math("MULTIPLY", n.step(along, 0.3, 0.0), 0.55), own, n.mix(1.0, own, (0.4, 0.38, 0.36, 1), "MULTIPLY"))
    own = n.mix(n.math("MULTIPLY", n.step(along, 0.55, 1.0), 0.45), own, n.mix(1.0, own, (1.5, 1.36, 1.2, 1), "MULTIPLY"))  # tips are bleached
    other = n.math("FRACT", n.math("ADD", n.math("MULTIPLY", shade, 5.31), n.math("MULTIPLY", lock, 3.0)))
    shine = n.math("MULTIPLY", roughness, n.math("ADD", 1 - 0.56 * wide, n.math("MULTIPLY", other, 0.5 * wide)))
    index = n.math("ADD", _index(level) - 0.06 * wide, n.math("MULTIPLY", n.math("POWER", other, 2.0), 0.3 * wide))
    shader = n.node("ShaderNodeBsdfHairPrincipled", {"Color": own, "Roughness": shine, "Radial Roughness": 0.42, "Coat": 0.0, "IOR": index})
    shader.parametrization = "COLOR"
    n.output(shader.outputs[0])
    return made


SEEN_OF_IT = 0.62
"""What a strand is coloured by, of the colour that a head of hair is to have: strands shade one another and pass light on, in every light of a room too."""
PIGMENTED = (0.08, 0.35)
"""Saturation (linear) up to which hair has no pigment, and from which on it is wholly coloured."""
FAIR, FAIR_PIGMENT = (0.1, 0.35), (0.8, 0.67, 0.55)
"""Lightness (linear) from which on hair is fair, and at which wholly; what the little pigment of fair hair takes of red, green and blue.

Without it straw-coloured strands come out lemon under the sky, and locks that differ as those of dark hair do are bands.
"""


def fairness(colour: str) -> float:
    """How fair hair of a colour (`#rrggbb`) is: 0 of dark hair, 1 of wholly fair."""
    return float(np.interp(np.dot(linear(colour)[:3], (0.2126, 0.7152, 0.0722)), FAIR, (0.0, 1.0)))


def tinted(colour: str) -> float:
    """How much pigment hair of a colour (`#rrggbb`) has, 0 of white and grey to 1: what is white has none, and with it was taken for blond."""
    own = linear(colour)[:3]
    return float(np.interp((max(own) - min(own)) / max(max(own), 1e-3), PIGMENTED, (0.0, 1.0)))


def _hue(level: float) -> float:
    """How much of its hue hair keeps, by its lightness: of fair hair, through which light goes far, little, or it comes out yellow."""
    return float(np.interp(level, (0.05, 0.3), (0.82, 0.5)))


def _index(level: float) -> float:
    """The refractive index by the hair's lightness (linear, 0 to 1).

    What strands mirror is white: at the true 1.55 dark hair came out ash-grey under a wide sky, where photographs have it nearly black.
    """
    return float(np.interp(level, (0.01, 0.15), (1.35, 1.45)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thing was poured, drizzled, dusted or splashed with, over whatever it is of: a layer of its own colour, gloss and thickness.

What flows is a pattern of where it is from above alone, so that it lies in pools or strands on what faces up and runs straight down the sides,
as far as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from diorama_catalogue import coatings
from diorama_stage.materials.finishes import Worked
from diorama_stage.materials.look import Coat
from diorama_stage.materials.nodes import linear
from diorama_stage.scene_view import Coating

THICK = {"poured": 0.016, "drizzled": 0.022, "dusted": 0.0, "splashed": 0.006, "beaded": 0.012}
"""Of the thing's largest length, how thick a layer is."""


def coat_of(coating: Coating, low: float, high: float) -> Coat:
    """The layer on a thing between two heights of its own frame, metres."""
    made, told = coatings()[coating["of"]], coating["colour"]
    return Coat(told["hex"] if told else made.colour, coating["manner"], made.gloss, made.clear, low, high)


def coat(w: Worked, layer: Coat) -> None:
    """Lay it over the surface that is being worked."""
    n, lies = w.n, LAID[layer.manner](w, layer)
    shown = linear(layer.colour)
    through = n.mix(1.0, w.colour, shown, "MULTIPLY")
    w.colour = n.mix(lies, w.colour, n.mix(layer.clear, shown, through))
    w.roughness = n.math("ADD", n.math("MULTIPLY", w.roughness, n.math("SUBTRACT", 1.0, lies)), n.math("MULTIPLY", lies, layer.gloss))
    for name in ("Metallic", "Transmission Weight"):
        if w.has(name):
            n.link(n.math("MULTIPLY", n.math("SUBTRACT", 1.0, lies), w.has(name)), w.shader.inputs[name])
    if thick := THICK[layer.manner] * w.size:
        bare = n.math("MULTIPLY", w.height, w.relief * w.strength) if w.height is not None else 0.0
        w.embossed(n.math("ADD", n.math("MULTIPLY", lies, thick), n.math("MULTIPLY", bare, n.math("SUBTRACT", 1.0, lies))), 1.0, 1.0)


def _down(w: Worked, layer: Coat) -> Any:
    """How far down the thing, 0 (its top) … 1 (its foot)."""
    z = w.n.node("ShaderNodeSeparateXYZ", {0: w.n.node("ShaderNodeTexCoord").outputs["Object"]}).outputs[2]
    return w.n.math("DIVIDE", w.n.math("SUBTRACT", layer.high, z), max(layer.high - layer.low, 1e-4))


def _plan(w: Worked) -> Any:
    """Where from above: the place without its height."""
    return w.n.stretch(w.place, 1.0, 1.0, 0.0)


def _poured(w: Worked, layer: Coat) -> Any:
    """A pool on the top; tongues of it down the sides."""
    n, plan = w.n, _plan(w)
    tongues = n.step(n.noise(plan, 9.0 / w.size, detail=1.0), 0.36, 0.72)
    reach = n.math("ADD", n.math("ADD", 0.1, n.math("MULTIPLY", tongues, 0.72)), n.math("MULTIPLY", n.math("MAXIMUM", w.up(), 0.0), 0.25))
    return n.step(n.math("SUBTRACT", reach, _down(w, layer)), 0.0, 0.05)


def _drizzled(w: Worked, layer: Coat) -> Any:
    """Strands to and fro over the top; where one comes over the edge it runs down."""
    n, plan = w.n, _plan(w)
    lies = {"Vector": plan, "Scale": 2.1 / w.size, "Distortion": 3.4, "Detail": 1.0, "Detail Scale": 1.6}
    strand = n.step(n.node("ShaderNodeTexWave", lies, wave_type="BANDS", bands_direction="DIAGONAL").outputs["Fac"], 0.76, 0.88)
    reach = n.math("ADD", 0.12, n.math("MULTIPLY", n.noise(plan, 11.0 / w.size, detail=1.0), 0.9))
    return n.math("MULTIPLY", strand, n.step(n.math("SUBTRACT", reach, _down(w, layer)), 0.0, 0.04))


def _dusted(w: Worked, layer: Coat) -> Any:
    """Powder on what faces up: dense where it fell, single grains at its border."""
    n = w.n
    fell = n.math("MULTIPLY", n.step(w.up(), 0.0, 0.75), n.step(n.noise(w.place, 5.0 / w.size, detail=3.0), 0.3, 0.62))
    grains = n.noise(w.place, 420.0 / w.size, detail=2.0)
    return n.step(n.math("ADD", n.math("MULTIPLY", fell, 0.62), n.math("MULTIPLY", grains, 0.75)), 0.6, 0.78)


def _splashed(w: Worked, layer: Coat) -> Any:
    """Smears and spots, more of them low down."""
    n = w.n
    spots = n.noise(w.place, 7.0 / w.size, detail=9.0, roughness=0.68)
    return n.step(n.math("ADD", spots, n.math("MULTIPLY", n.math("SUBTRACT", _down(w, layer), 0.5), 0.22)), 0.47, 0.53)


def _beaded(w: Worked, layer: Coat) -> Any:
    """Drops of two sizes, each a little dome; between them it is bare."""
    n, size = w.n, max(w.size, 0.04)
    domes = 0.0
    for scale, share in ((26.0 / size, 0.34), (58.0 / size, 0.3)):
        near = n.cells(w.place, scale)
        some = n.node("ShaderNodeSeparateColor", {0: n.cells(w.place, scale, output="Color")}).outputs[0]
        reach = n.math("MULTIPLY", n.step(some, 0.25, 0.9), share)
        domes = n.math("MAXIMUM", domes, n.step(n.math("SUBTRACT", reach, near), 0.0, 0.16))
    return domes


LAID: dict[str, Callable[[Worked, Coat], Any]] = {"poured": _poured, "drizzled": _drizzled, "dusted": _dusted, "splashed": _splashed, "beaded": _beaded}

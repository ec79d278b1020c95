# SPDX-License-Identifier: GPL-3.0-or-later
"""Finishes: what each word of a look (matte, wet, rusty, cracked …) changes of a surface. Other words change nothing (the reading told of them)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from diorama_stage.materials.look import Look
from diorama_stage.materials.metals import METALS
from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.materials.weaves import fur, knit


@dataclass
class Worked:
    """A surface that is being worked: sockets or values for what the shader gets."""

    n: Nodes
    place: Any
    """Where on the thing, metres."""
    shader: Any
    look: Look
    colour: Any
    roughness: Any
    """0 … 1."""
    height: Any
    """Of the relief, 0 … 1; None: there is none."""
    strength: float
    """Of the relief, 0 … 1."""
    relief: float
    """Metres that its whole height is."""

    @property
    def size(self) -> float:
        """Metres; a small thing is worked as one of 5 cm."""
        return max(self.look.size, 0.05)

    def rougher(self, least: Any) -> None:
        self.roughness = self.n.math("MAXIMUM", self.roughness, least)

    def smoother(self, most: Any) -> None:
        self.roughness = self.n.math("MINIMUM", self.roughness, most)

    def embossed(self, height: Any, strength: float, relief: float) -> None:
        self.height, self.strength, self.relief = height, strength, relief

    def give(self, name: str, value: float) -> None:
        self.shader.inputs[name].default_value = value

    def has(self, name: str) -> float:
        return self.shader.inputs[name].default_value

    def up(self) -> Any:
        """How far the surface faces up, -1 … 1."""
        return self.n.node("ShaderNodeSeparateXYZ", {0: self.n.node("ShaderNodeNewGeometry").outputs["Normal"]}).outputs[2]


def finish(worked: Worked) -> None:
    """Change the surface as its look's finish words ask, in their order."""
    for word in worked.look.finish:
        if word in FINISHES:
            FINISHES[word](worked)


def _matte(w: Worked) -> None:
    w.rougher(0.68)
    w.give("Coat Weight", 0.0)


def _rough(w: Worked) -> None:
    w.rougher(0.68)
    w.embossed(w.n.noise(w.place, 9.0 / w.size, detail=8, roughness=0.7), 0.7, 0.02 * w.size)
    w.give("Coat Weight", 0.0)


def _glossy(w: Worked) -> None:
    w.smoother(0.12)
    w.give("Coat Weight", max(w.has("Coat Weight"), 0.5))


def _satin(w: Worked) -> None:
    w.rougher(0.26)
    w.smoother(0.4)


def _frosted(w: Worked) -> None:
    w.rougher(0.4)


def _brushed(w: Worked) -> None:
    w.embossed(METALS["brushed"](w.n, w.place, (0.5, 0.5, 0.5, 1), w.look, {})[1], 0.3, 0.0002)


def _wet(w: Worked) -> None:
    w.smoother(0.08)
    w.colour = w.n.mix(1.0, w.colour, (0.62, 0.62, 0.64, 1), "MULTIPLY")
    w.give("Coat Weight", 1.0)
    w.give("Coat Roughness", 0.03)


def _dusty(w: Worked) -> None:
    n, up = w.n, w.up()
    dust = n.math("MULTIPLY", n.step(up, -0.2, 0.9), n.step(n.noise(w.place, 40.0, detail=6), 0.25, 0.6))
    w.colour = n.mix(n.math("MULTIPLY", dust, 0.62), w.colour, (0.5, 0.46, 0.4, 1))
    w.rougher(n.math("MULTIPLY", dust, 0.9))


def _snow_covered(w: Worked) -> None:
    """Snow on what faces up, its edge broken by where it has slid; what hangs over or stands upright stays bare."""
    n, up = w.n, w.up()
    lies = n.step(n.math("ADD", up, n.math("MULTIPLY", n.math("SUBTRACT", n.noise(w.place, 5.0, detail=5), 0.5), 0.7)), 0.3, 0.46)
    drift = n.noise(w.place, 14.0, detail=5)
    bare = n.math("MULTIPLY", w.height, w.relief * w.strength) if w.height is not None else 0.0
    deep = n.math("MULTIPLY", lies, n.math("ADD", 0.012, n.math("MULTIPLY", drift, 0.014)))
    raised = n.math("ADD", deep, n.math("MULTIPLY", bare, n.math("SUBTRACT", 1.0, lies)))
    w.colour = n.mix(lies, w.colour, n.mix(drift, (0.74, 0.79, 0.86, 1), (0.86, 0.89, 0.93, 1)))
    w.rougher(n.math("MULTIPLY", lies, 0.85))
    w.embossed(raised, 1.0, 1.0)
    w.give("Coat Weight", 0.0)


def _mossy(w: Worked) -> None:
    """Moss in cushions on what faces up and in patches down its sides, deeper where it is old; what overhangs stays bare."""
    n, up = w.n, w.up()
    spread = n.noise(w.place, 2.4 / w.size, detail=8, roughness=0.65)
    cushion = n.noise(w.place, 46.0, detail=6, roughness=0.7)
    lies = n.step(n.math("ADD", n.math("MULTIPLY", up, 0.3), n.math("ADD", spread, n.math("MULTIPLY", n.math("SUBTRACT", cushion, 0.5), 0.35))), 0.46, 0.62)
    green = n.mix(cushion, (0.018, 0.036, 0.006, 1), (0.16, 0.2, 0.035, 1))
    w.colour = n.mix(lies, w.colour, n.mix(n.step(spread, 0.5, 0.8), green, (0.12, 0.11, 0.03, 1)))
    w.rougher(lies)
    bare = n.math("MULTIPLY", w.height, w.relief * w.strength) if w.height is not None else 0.0
    grown = n.math("MULTIPLY", lies, n.math("ADD", 0.004, n.math("MULTIPLY", cushion, 0.012)))
    w.embossed(n.math("ADD", grown, n.math("MULTIPLY", bare, n.math("SUBTRACT", 1.0, lies))), 1.0, 1.0)
    w.give("Coat Weight", 0.0)


def _aged(share: float) -> Callable[[Worked], None]:
    """Patches where the surface is worn: the less of it the higher `share` (0 … 1)."""

    def work(w: Worked) -> None:
        n = w.n
        patch = n.step(n.noise(w.place, 3.2 / w.size, detail=9, roughness=0.68), share, share + 0.06)
        w.colour = n.mix(n.math("MULTIPLY", patch, 0.6), w.colour, n.mix(1.0, w.colour, (0.55, 0.5, 0.45, 1), "MULTIPLY"))
        w.rougher(n.math("MULTIPLY", patch, 0.8))

    return work


def _kept(years: float) -> Callable[[Worked], None]:
    """What was kept for long (`years`: 0 … 1 of a century): browner and duller, grime in its corners, gloss worn off in patches, scratched."""

    def work(w: Worked) -> None:
        n, size = w.n, w.size
        faded = n.mix(0.22 * years, n.mix(years, w.colour, (0.86, 0.74, 0.56, 1), "MULTIPLY"), (0.2, 0.15, 0.1, 1))
        patch = n.step(n.noise(w.place, 3.2 / size, detail=9, roughness=0.68), 0.5, 0.62)
        worn = n.mix(n.math("MULTIPLY", patch, 0.5 * years), faded, n.mix(1.0, faded, (0.5, 0.43, 0.36, 1), "MULTIPLY"))
        corners = n.node("ShaderNodeAmbientOcclusion", {"Distance": 0.16 * size}, samples=3, only_local=True).outputs["AO"]
        grime = n.math("MULTIPLY", n.step(corners, 0.85, 0.4), n.step(n.noise(w.place, 14.0 / size, detail=6), 0.25, 0.6))
        scratches = n.step(n.noise(n.stretch(w.place, 0.06, 1.0, 1.0), 60.0 / size, detail=3, roughness=0.6), 0.66, 0.7)
        dirty = n.mix(n.math("MULTIPLY", grime, 0.8 * years), worn, (0.035, 0.024, 0.014, 1))
        w.colour = n.mix(n.math("MULTIPLY", scratches, 0.45 * years), dirty, (0.42, 0.36, 0.28, 1))
        w.rougher(n.math("MAXIMUM", n.math("MULTIPLY", n.math("MAXIMUM", patch, grime), 0.7 * years), 0.34 * years))
        w.give("Coat Weight", min(w.has("Coat Weight"), 1.0 - 0.75 * years))

    return work


def _rusty(w: Worked) -> None:
    """Rust in most places: old brown crust, orange powder at its rims and in the pits, runs below; faded islands of paint or bare metal are left."""
    n, size = w.n, w.size
    runs = n.noise(n.stretch(w.place, 1.0, 1.0, 0.22), 9.0 / size, detail=6)
    spread = n.math("ADD", n.math("MULTIPLY", n.noise(w.place, 2.6 / size, detail=9, roughness=0.7), 0.72), n.math("MULTIPLY", runs, 0.34))
    crust, rim = n.step(spread, 0.44, 0.5), n.step(spread, 0.37, 0.45)
    pits, grain = n.step(n.noise(w.place, 34.0 / size, detail=7, roughness=0.72), 0.53, 0.6), n.noise(w.place, 140.0 / size, detail=6, roughness=0.7)
    old = n.mix(grain, (0.06, 0.022, 0.012, 1), (0.2, 0.062, 0.018, 1))
    fresh = n.mix(grain, (0.3, 0.085, 0.014, 1), (0.46, 0.17, 0.035, 1))
    rust = n.mix(n.math("MULTIPLY", crust, n.step(grain, 0.66, 0.4)), fresh, old)
    there = n.math("MAXIMUM", rim, n.math("MULTIPLY", pits, 0.8))
    faded = n.mix(0.28, w.colour, (0.3, 0.24, 0.19, 1))
    w.colour = n.mix(there, faded, rust)
    w.rougher(n.math("ADD", 0.5, n.math("MULTIPLY", there, 0.42)))
    metal = w.has("Metallic")
    if metal:
        n.link(n.math("MULTIPLY", n.math("SUBTRACT", 1.0, there), metal), w.shader.inputs["Metallic"])
    flakes = n.math("ADD", n.math("MULTIPLY", there, 0.5), n.math("MULTIPLY", n.math("MULTIPLY", grain, there), 0.5))
    w.embossed(flakes, 0.8, min(0.006 * size, 0.0016))
    w.give("Coat Weight", 0.0)


def _cracked(w: Worked) -> None:
    n, wander = w.n, w.n.node("ShaderNodeTexNoise", {"Vector": w.place, "Scale": 9.0 / w.size, "Detail": 4.0}).outputs["Color"]
    bent = n.node("ShaderNodeVectorMath", {0: wander, 1: (0.1 * w.size,) * 3, 2: w.place}, operation="MULTIPLY_ADD").outputs[0]
    cracks = n.cells(bent, 4.0 / w.size, "DISTANCE_TO_EDGE")
    w.embossed(n.step(cracks, 0.0, 0.025), 0.9, 0.006 * w.size)
    clear = w.has("Transmission Weight") > 0.5  # a crack in glass is a mirror: pale, not dark
    w.colour = n.mix(n.step(cracks, 0.015, 0.0), w.colour, (0.95, 0.97, 0.97, 1) if clear else (0.03, 0.025, 0.02, 1))


def _hammered(w: Worked) -> None:
    blows = w.n.cells(w.place, max(14.0 / w.size, 25.0), "SMOOTH_F1")
    w.embossed(w.n.math("POWER", blows, 2.0), 1.0, min(0.016 * w.size, 0.006))


def _ribbed(w: Worked) -> None:
    n = w.n
    x, y, _ = n.node("ShaderNodeSeparateXYZ", {0: n.node("ShaderNodeTexCoord").outputs["Object"]}).outputs
    w.embossed(n.math("ABSOLUTE", n.math("SINE", n.math("MULTIPLY", n.math("ARCTAN2", y, x), 18.0))), 1.0, 0.02 * w.size)


def _carved(w: Worked) -> None:
    n = w.n
    line = n.math("ABSOLUTE", n.math("SUBTRACT", n.noise(w.place, 7.0 / w.size, detail=1, distortion=2.0), 0.5))
    w.embossed(n.step(line, 0.0, 0.06), 1.0, 0.006 * w.size)


def _soft(texture: Callable[..., tuple[Any, Any, float]]) -> Callable[[Worked], None]:
    """Covered by a texture of cloth or fur in the look's own colour."""

    def work(w: Worked) -> None:
        base = linear(w.look.colours[0]) if w.look.colours else (0.4, 0.35, 0.3, 1)
        w.colour, height, strength = texture(w.n, w.place, base, w.look, {})
        w.embossed(height, strength, 0.003)
        w.give("Sheen Weight", 0.7)
        w.rougher(0.9)

    return work


def _sparkling(w: Worked) -> None:
    glitter = w.n.node("ShaderNodeRGBToBW", {0: w.n.cells(w.place, 900.0, output="Color")}).outputs[0]
    w.give("Metallic", 0.6)
    w.roughness = w.n.math("MULTIPLY", glitter, 0.5)
    w.height, w.strength = glitter, 0.6


def _translucent(w: Worked) -> None:
    w.give("Metallic", 0.0)  # light passes no metal
    w.give("Transmission Weight", max(w.has("Transmission Weight"), 0.7))


def _glowing(w: Worked) -> None:
    """Light of its own in its own colour, paler where it is looked at square on."""
    n = w.n
    square = n.math("SUBTRACT", 1.0, n.node("ShaderNodeLayerWeight", {"Blend": 0.4}).outputs["Facing"])
    n.link(n.mix(n.math("MULTIPLY", square, 0.35), w.colour, (1.0, 0.95, 0.85, 1)), w.shader.inputs["Emission Color"])
    n.link(n.math("ADD", 1.2, n.math("MULTIPLY", square, 4.5)), w.shader.inputs["Emission Strength"])


def _bumpy(w: Worked) -> None:
    w.embossed(w.n.noise(w.place, 6.0 / w.size, detail=2), 1.0, 0.03 * w.size)


FINISHES: dict[str, Callable[[Worked], None]] = {
    "matte": _matte, "rough": _rough, **dict.fromkeys(("glossy", "shiny", "polished"), _glossy), **dict.fromkeys(("satin", "smooth"), _satin),
    "frosted": _frosted, "brushed": _brushed, "wet": _wet, "dusty": _dusty, "snow_covered": _snow_covered, "mossy": _mossy,
    **dict.fromkeys(("rusty", "rusted"), _rusty), "weathered": _aged(0.56), "worn": _aged(0.58),
    "old": _kept(1.0), "vintage": _kept(0.5), "distressed": _aged(0.64), "cracked": _cracked, "hammered": _hammered, "ribbed": _ribbed, "carved": _carved,
    "knitted": _soft(knit), **dict.fromkeys(("fluffy", "fuzzy", "furry"), _soft(fur)), **dict.fromkeys(("sparkling", "glittery"), _sparkling),
    "translucent": _translucent, "bumpy": _bumpy, "glowing": _glowing,
}  # fmt: skip

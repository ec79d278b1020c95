# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps that hang from a ceiling: pendant lamps (an enamelled dome, a glass globe, a cloth drum) and chandeliers of brass and cut glass. Their cord runs up out of the picture."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, cylinder, join, lathe, move, rotate, rounded_profile, scale, smooth_path, sphere, sweep, torus
from diorama_stage.kit.build import vertices
from diorama_stage.kit.mesh import discard
from diorama_stage.kit.parts import add_rod, repeated, rod
from diorama_stage.props.lights.lamps import OFF, bulb, cloth_slots, shade
from diorama_stage.props.registry import prop

DROP = 4.0
"""Metres of cord over a lamp: through any ceiling."""


@prop("pendant_lamp")
def pendant_lamp(spec: Spec, b: Builder) -> None:
    form = "drum" if spec.is_a("drum") or spec.material in ("linen", "cotton", "fabric") else "globe" if spec.material == "glass" or spec.is_a("globe") else b.choose("dome", "dome", "globe", "drum")
    b.slot("cord", "rubber", "#1b1b1c", role="fixed")
    {"dome": _dome, "globe": _globe, "drum": _drum}[form](spec, b)
    b.footprint = "round"


def cord(b: Builder, z: float, seen: float = 0.32) -> None:
    """A cord from z upwards, a little of it within the picture, a strain relief where it enters the lamp."""
    add_rod(b, "cord", (0, 0, z - 0.01), (0, 0, z + seen), 0.0032, "cord", 12)
    b.add(rod((0, 0, z + seen), (0, 0, z + DROP), 0.0032, sides=12), "cord", beyond=True)
    b.add(cylinder(0.0055, 0.02, bevel=0.002, top=0.004, at=(0, 0, z - 0.002)), "cord")


def _dome(spec: Spec, b: Builder) -> None:
    """A spun dome, enamelled, white inside, with a rolled rim and a cast neck."""
    b.slot("shade", "paint", b.choose("#20282a", "#2f4a44", "#8c2f27", "#d8d2c2", "#c08a2c"), finish=("satin",))
    b.slot("inside", "lacquer", "#f0ece1", role="fixed")
    b.slot("fitting", "brass", "#a98a4c", role="trim")
    r, tall = b.vary(0.19, 0.08), b.vary(0.16, 0.1)
    outline = smooth_path([(0.03, tall), (0.062, tall * 0.94), (r * 0.7, tall * 0.62), (r * 0.93, tall * 0.27), (r, 0.004)], 60)
    inner = [(max(x - 0.0022, 0.001), z - 0.0015) for x, z in outline]
    b.add(lathe([(0, tall - 0.001), *outline], segments=128, smooth=60), "shade")
    b.add(lathe([(0, tall - 0.004), *inner], segments=128, smooth=60), "inside", "shade")
    b.add(torus(r - 0.0008, 0.0028, at=(0, 0, 0.003), segments=128, sides=14), "shade", "rim")
    neck = [(0, tall - 0.002), (0.034, tall - 0.002), (0.036, tall + 0.006), (0.029, tall + 0.012), (0.027, tall + 0.055), (0.022, tall + 0.062), (0.011, tall + 0.068), (0.009, tall + 0.084), (0, tall + 0.084)]
    b.add(lathe(rounded_profile(neck, 0.0025), segments=64), "fitting", "neck")
    b.add(cylinder(0.016, 0.045, bevel=0.002, at=(0, 0, tall - 0.05)), "fitting", "socket")
    bulb(spec, b, 0, 0, tall - 0.04, 14.0, radius=0.032, down=True)
    cord(b, tall + 0.082)


def _globe(spec: Spec, b: Builder) -> None:
    """A ball of opal glass that is lit all over, under a brass cap."""
    off = spec.has(*OFF)
    b.slot("shade", "frosted_glass", "#f4efe4", params={} if off else {"glow": True}, finish=("glossy",))
    b.slot("fitting", "brass", "#b08d45", role="trim")
    r = b.vary(0.14, 0.1)
    angle = np.linspace(-math.pi / 2, math.pi / 2 - 0.26, 60)
    b.add(lathe([(max(r * math.cos(a), 0), r * math.sin(a)) for a in angle], segments=112, smooth=180), "shade")
    top = r * math.sin(angle[-1])
    cap = [(0, top - 0.004), (r * 0.3, top - 0.004), (r * 0.31, top + 0.004), (r * 0.26, top + 0.014), (0.016, top + 0.022), (0.012, top + 0.06), (0.007, top + 0.068), (0, top + 0.068)]
    b.add(lathe(rounded_profile(cap, 0.0025), segments=72), "fitting", "cap")
    if not off:
        b.slot("bulb", "emission", "#ffdcae", role="fixed", params={"strength": 6.0})
        b.add(sphere(r * 0.5, segments=40), "bulb")
        b.emitters.append(Emitter(0, 0, -r * 1.25, 0.1, 2700, 12.0))
    cord(b, top + 0.066)


def _drum(spec: Spec, b: Builder) -> None:
    """A drum of cloth on rings, open below."""
    cloth = b.choose("#efe6d2", "#d9cfbd", "#5f6a6e")
    cloth_slots(spec, b, cloth)
    b.slot("shade", "linen", cloth, params={} if spec.has(*OFF) else {"glow": True})
    r, tall = b.vary(0.2, 0.1), b.vary(0.2, 0.1)
    shade(spec, b, 0, tall, r, r * 0.97)
    b.add(cylinder(0.017, 0.07, bevel=0.003, at=(0, 0, tall - 0.075)), "fitting", "socket")
    bulb(spec, b, 0, 0, tall - 0.07, 12.0, down=True)
    cord(b, tall - 0.006)


@prop("chandelier")
def chandelier(spec: Spec, b: Builder) -> None:
    """Arms in two tiers on a turned stem, each with a pan and a candle; strings and drops of cut glass, a ball below."""
    b.slot("body", "brass", "#b8923f")
    b.slot("crystal", "crystal", "#ffffff", role="fixed")
    b.slot("candle", "wax", "#efe8d6", role="fixed")
    off = spec.has(*OFF)
    b.slot("flame", *(("frosted_glass", "#f4f1ea") if off else ("emission", "#ffcf8a")), role="fixed", params={} if off else {"strength": 22.0})
    stem = [(0, 0), (0.012, 0.002), (0.02, 0.02), (0.012, 0.036), (0.03, 0.05), (0.055, 0.075), (0.06, 0.1), (0.045, 0.13), (0.02, 0.15), (0.026, 0.165), (0.02, 0.18), (0.016, 0.26), (0.034, 0.3), (0.04, 0.33), (0.026, 0.37),
            (0.014, 0.4), (0.024, 0.415), (0.014, 0.43), (0.01, 0.52), (0.022, 0.545), (0.012, 0.57), (0, 0.575)]  # fmt: skip
    b.add(lathe([(max(r, 0), z) for r, z in smooth_path(stem, 160)], segments=56), "body", "stem")
    b.add(sphere(0.032, at=(0, 0, -0.03), segments=14), "crystal", "ball")
    tiers = ((8, 0.36, 0.1, 0.0), (4, 0.2, 0.315, math.pi / 8))
    for count, reach, root, turn in tiers:
        arms, pans, candles, flames = _arm(reach, root)
        for piece, slot, part in ((arms, "body", "arms"), (pans, "body", "pans"), (candles, "candle", "candles"), (flames, "flame", "bulbs")):
            b.add(_around(piece, count, turn), slot, part)
        tips = [(reach * math.cos(turn + k * 2 * math.pi / count), reach * math.sin(turn + k * 2 * math.pi / count), root + 0.055) for k in range(count)]
        b.add(_glass(tips, (0, 0, 0.5 if count == 8 else 0.54), b), "crystal", "drops")
    if not off:
        b.emitters.append(Emitter(0, 0, 0.34, 0.22, 2600, 30.0))
    links = [move(rotate(scale(torus(0.011, 0.0026, segments=20, sides=8), 1.5, 1, 1), 90 if k % 2 else 0, 90), 0, 0, 0.585 + 0.0275 * k) for k in range(16)]
    b.add(join(links), "body", "chain")
    b.add(rod((0, 0, 1.0), (0, 0, DROP), 0.003, sides=10), "body", "chain", beyond=True)
    b.footprint = "round"


def _arm(reach: float, root: float):
    """One arm along +x as an S, its pan, its candle and its bulb, shaped as a flame."""
    path = smooth_path([(0.035, 0, root), (0.1, 0, root - 0.045), (reach * 0.62, 0, root - 0.075), (reach * 0.94, 0, root - 0.035), (reach, 0, root + 0.045)], 44)
    curl = smooth_path([(reach * 0.3, 0, root - 0.062), (reach * 0.36, 0, root - 0.01), (reach * 0.5, 0, root + 0.0), (reach * 0.52, 0, root - 0.03), (reach * 0.44, 0, root - 0.034)], 24)
    arm = join([sweep(path, np.interp(np.linspace(0, 1, 44), [0, 0.4, 1], [0.0095, 0.0065, 0.006]), sides=12), sweep(curl, 0.0034, sides=8)])
    z = root + 0.045
    pan = lathe(rounded_profile([(0, z - 0.006), (0.008, z - 0.004), (0.03, z + 0.004), (0.046, z + 0.014), (0.0475, z + 0.0155), (0.0445, z + 0.0165), (0.016, z + 0.008), (0.016, z + 0.024), (0.0185, z + 0.027), (0, z + 0.027)], 0.001, 2), segments=36)
    candle = lathe(rounded_profile([(0, z + 0.024), (0.0125, z + 0.024), (0.0125, z + 0.118), (0.0085, z + 0.122), (0, z + 0.122)], 0.0015, 2), segments=24)
    flame = lathe([(max(r, 0), q + z + 0.12) for r, q in smooth_path([(0.0065, 0), (0.0085, 0.008), (0.0165, 0.03), (0.013, 0.052), (0.0045, 0.076), (0, 0.084)], 22)], segments=20, smooth=180)
    return arm, move(pan, reach, 0, 0), move(candle, reach, 0, 0), move(flame, reach, 0, 0)


def _around(piece, count: int, turn: float):
    """The piece `count` times about the stem."""
    points, faces = vertices(piece).astype(float), [tuple(p.vertices) for p in piece.data.polygons]
    places = []
    for k in range(count):
        c, s = math.cos(turn + k * 2 * math.pi / count), math.sin(turn + k * 2 * math.pi / count)
        places.append(np.column_stack([c * points[:, 0] - s * points[:, 1], s * points[:, 0] + c * points[:, 1], points[:, 2]]))
    discard(piece)
    return repeated(np.array(places), faces)


def _glass(tips, top, b: Builder):
    """Strings of cut beads from arm to arm and up to the stem, and a pear-shaped drop under each pan."""
    bead, drop = _cut([(0, -1), (0.72, -0.6), (1, 0), (0.72, 0.6), (0, 1)], 6), _cut([(0, -1), (0.34, -0.78), (0.5, -0.45), (0.2, 0.4), (0, 1)], 6)
    beads, drops = [], []
    for k, tip in enumerate(tips):
        a, c = np.array(tip), np.array(tips[(k + 1) % len(tips)])
        drops += [(a + (0.044 * math.cos(t), 0.044 * math.sin(t), -0.02), 0.02) for t in np.arange(5) * 2 * math.pi / 5]
        for end, sag in ((c, 0.09), (np.array(top, float), 0.1)):
            far = np.linalg.norm(end - a)
            t = np.linspace(0, 1, max(int(far * 1.1 / 0.0135), 4))[1:-1]
            line = a + (end - a) * t[:, None] - np.outer(sag * 4 * t * (1 - t), (0, 0, 1))
            beads += [(p, 0.0066) for p in line]
            drops += [(line[len(t) // 2] - (0, 0, 0.034), 0.026)] if end is c else []
    made = []
    for (points, faces), places in ((bead, beads), (drop, drops)):
        turned = [rotated(points, b.rng.uniform(0, 6.28)) * size + np.asarray(at) for at, size in places]
        made.append(repeated(np.array(turned), faces, smooth=None))
    return join(made)


def rotated(points: np.ndarray, a: float) -> np.ndarray:
    return np.column_stack([math.cos(a) * points[:, 0] - math.sin(a) * points[:, 1], math.sin(a) * points[:, 0] + math.cos(a) * points[:, 1], points[:, 2]])


def _cut(profile, sides: int):
    """A faceted glass about its own axis, flat faces: points and faces."""
    made = lathe(profile, segments=sides, smooth=0)
    points, faces = vertices(made).astype(float), [tuple(p.vertices) for p in made.data.polygons]
    discard(made)
    return points, faces

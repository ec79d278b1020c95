# SPDX-License-Identifier: GPL-3.0-or-later
"""Lights that are carried: an electric torch, a burning one, an oil lamp."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Emitter, Spec, box, join, lathe, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.parts import turned
from diorama_stage.props.lights.candles import flame
from diorama_stage.props.lights.fires import tongue
from diorama_stage.props.registry import prop

OFF = ("unlit", "off")


@prop("flashlight")
def flashlight(spec: Spec, b: Builder) -> None:
    """An electric torch that lies, its lamp to the left: a knurled barrel, a switch, a flared head with reflector and glass."""
    b.slot("body", *b.choose(("aluminium", "#3a3d41"), ("aluminium", "#26282b"), ("plastic", "#d9a01c"), ("plastic", "#b3261e")), finish=("satin",))
    b.slot("metal", "chrome", role="trim")
    b.slot("dark", "rubber", "#1b1c1d", role="fixed")
    b.slot("glass", "glass", role="fixed")
    lit = not spec.has(*OFF)
    b.slot("bulb", *(("emission", "#fff0cc") if lit else ("frosted_glass", "#f4f1ea")), role="fixed", **({"params": {"strength": 60.0}} if lit else {}))
    z = 0.028
    ridges = [(0.0145 + 0.0005 * (k % 2), -0.005 + 0.0022 * k) for k in range(48)]
    barrel = [(0, -0.016), (0.013, -0.016), (0.0155, -0.012), (0.0155, -0.006), *ridges, (0.0155, 0.104), (0.0155, 0.112), (0.017, 0.116)]
    head = [(0.019, 0.126), (0.026, 0.142), (0.0272, 0.15), (0.0272, 0.168), (0.0255, 0.171), (0.0235, 0.171), (0.0235, 0.166), (0.006, 0.142), (0, 0.142)]
    made = [(lathe([*barrel, *head], segments=72, smooth=35), "body", "barrel")]
    made.append((lathe([(0.0268, 0.152), (0.0277, 0.153), (0.0277, 0.166), (0.0268, 0.167), (0.0268, 0.152)], segments=72), "metal", "bezel"))
    made.append(
        (
            lathe(
                [(0.0235, 0.167), (0.014, 0.147), (0.005, 0.143), (0.0045, 0.1445), (0.013, 0.148), (0.0232, 0.1675), (0.0235, 0.167)], segments=64, smooth=60
            ),
            "metal",
            "reflector",
        )
    )
    made.append((lathe([(0, 0.1675), (0.0234, 0.1675), (0.0234, 0.169), (0, 0.169)], segments=64), "glass", "lens"))
    made.append((lathe([(0, 0.143), (0.004, 0.145), (0.005, 0.151), (0.003, 0.156), (0, 0.157)], segments=32, smooth=180), "bulb", "bulb"))
    for o, slot, part in made:
        b.add(move(rotate(o, 0, -90, 0), 0.08, 0, z), slot, part)
    b.add(move(box(0.03, 0.012, 0.006, bevel=0.002), -0.02, -0.002, z + 0.0135), "dark", "switch")
    loop = smooth_path(
        [(0.094, 0, z), (0.11, 0.02, 0.004), (0.15, 0.03, 0.0022), (0.17, 0.0, 0.0022), (0.14, -0.02, 0.0022), (0.105, -0.005, 0.008), (0.094, 0, z)], 60
    )
    b.add(sweep(loop, 0.0018, sides=8), "dark", "strap")
    turn = b.rng.uniform(16, 34)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, turn)
    if lit:
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        b.emitters.append(Emitter(-0.1 * c, -0.1 * s, z, 0.018, 3600, 2.5))


@prop("flaming_torch")
def flaming_torch(spec: Spec, b: Builder) -> None:
    """A torch that burns: a wooden staff, an iron basket about wrapped cloth, tongues of flame."""
    b.slot("staff", "wood", b.choose("#6b4a2c", "#5a3d24"))
    b.slot("iron", "cast_iron", "#26272a", role="trim")
    b.slot("cloth", "burlap", "#2b2119", role="fixed")
    b.add(lathe(smooth_path([(0, 0), (0.011, 0.0), (0.013, 0.02), (0.0155, 0.3), (0.0185, 0.56), (0, 0.57)], 40), segments=24, smooth=60), "staff")
    wraps = [(0.026 + 0.006 * math.sin(math.pi * t) + 0.0028 * math.sin(t * 60), 0.5 + 0.12 * t) for t in np.linspace(0, 1, 90)]
    b.add(lathe([(0, 0.5), *wraps, (0, 0.62)], segments=48, smooth=60), "cloth")
    for z, r in ((0.49, 0.024), (0.545, 0.037), (0.61, 0.046)):
        b.add(torus(r, 0.0032, at=(0, 0, z), segments=48, sides=10), "iron", "basket")
    bars = [
        rotate(sweep(smooth_path([(0.02, 0, 0.46), (0.026, 0, 0.5), (0.038, 0, 0.55), (0.047, 0, 0.625)], 20), 0.0035, sides=8), 0, 0, 60 * k) for k in range(6)
    ]
    b.add(join(bars), "iron", "basket")
    b.add(join([torus(0.0165, 0.003, at=(0, 0, z), segments=32, sides=8) for z in (0.2, 0.21, 0.22)]), "iron", "rings")
    if not spec.has(*OFF):
        b.slot("flame", "emission", "#ffffff", role="fixed", params={"flame": True, "strength": 3.0})
        for k in range(9):
            a, far = 2.4 * k, 0.03 * math.sqrt(k / 9)
            tongue(b, far * math.cos(a), far * math.sin(a), 0.58, (0.4 - 0.2 * k / 9) * b.rng.uniform(0.85, 1.15), 0.05 - 0.0015 * k, 0.45, a)
        b.emitters.append(Emitter(0, 0, 0.72, 0.06, 1900, 12.0))
    b.footprint = "round"


@prop("oil_lamp")
def oil_lamp(spec: Spec, b: Builder) -> None:
    """A paraffin lamp: a brass font on its foot, a burner with a wheel for the wick, a tall glass chimney with the flame in it; or an old one with a spout."""
    b.slot("body", "brass", b.choose(None, None, "#a97f3c"))
    if spec.is_a("aladdin"):
        _spouted(spec, b)
        return
    b.slot("glass", "glass", role="fixed")
    b.slot("wick", "cotton", "#d9d0ba", role="fixed")
    foot = [(0, 0), (0.062, 0), (0.064, 0.006), (0.05, 0.014), (0.024, 0.028), (0.016, 0.045), (0.02, 0.06), (0.014, 0.075), (0.024, 0.088)]
    font = [(0.06, 0.105), (0.068, 0.128), (0.066, 0.148), (0.046, 0.168), (0.026, 0.178), (0.024, 0.186), (0, 0.186)]
    b.add(lathe(smooth_path([*foot[1:], *font[:-1]], 90), segments=80, smooth=60), "body", "font")
    burner = rounded_profile([(0, 0.184), (0.025, 0.184), (0.027, 0.192), (0.022, 0.2), (0.031, 0.206), (0.033, 0.216), (0.029, 0.222), (0, 0.222)], 0.0015)
    b.add(lathe(burner, segments=64), "body", "burner")
    b.add(
        join(
            [
                box(0.0012, 0.005, 0.018, bevel=0.0004, at=(0.034 * math.cos(a), 0.034 * math.sin(a), 0.214))
                for a in np.linspace(0, 2 * math.pi, 8, endpoint=False)
            ]
        ),
        "body",
        "prongs",
    )
    b.add(turned([(0, 0), (0.0022, 0), (0.0022, 0.03), (0.009, 0.031), (0.009, 0.034), (0, 0.034)], (0.02, 0, 0.197), "x"), "body", "wheel")
    wall = smooth_path([(0.029, 0.218), (0.03, 0.226), (0.041, 0.262), (0.039, 0.285), (0.026, 0.33), (0.023, 0.4), (0.025, 0.42)], 60)
    inner = [(float(r) - 0.0016, float(z)) for r, z in wall[::-1]]
    b.add(lathe([*[tuple(p) for p in wall], *inner, tuple(wall[0])], segments=80, smooth=60), "glass", "chimney")
    b.add(box(0.016, 0.003, 0.012, bevel=0.0008, at=(0, 0, 0.22)), "wick")
    if not spec.has(*OFF):
        flame(b, 0, 0, 0.238, 0.048, 1.4)
    grip = smooth_path([(-0.066, 0, 0.145), (-0.1, 0, 0.152), (-0.11, 0, 0.13), (-0.096, 0, 0.108), (-0.06, 0, 0.108)], 40)
    b.add(sweep(grip, 0.0042, sides=14), "body", "handle")
    b.footprint = "round"


def _spouted(spec: Spec, b: Builder) -> None:
    """The lamp of the tales: a low bowl with a long spout to the left, a lid with a knob, a curled handle."""
    bowl = [(0.03, 0.0), (0.034, 0.004), (0.018, 0.016), (0.02, 0.024), (0.058, 0.038), (0.066, 0.052), (0.056, 0.068), (0.03, 0.078), (0.024, 0.082)]
    b.add(lathe([(0, 0), *[tuple(p) for p in smooth_path(bowl, 60)], (0, 0.082)], segments=72, smooth=60), "body", "bowl")
    lid = [(0.025, 0.081), (0.024, 0.086), (0.01, 0.1), (0.006, 0.106), (0.009, 0.114), (0.004, 0.122), (0.0, 0.126)]
    b.add(lathe([(0, 0.08), *[tuple(p) for p in smooth_path(lid, 40)]], segments=56, smooth=60), "body", "lid")
    spout = smooth_path([(-0.035, 0, 0.05), (-0.08, 0, 0.056), (-0.12, 0, 0.074), (-0.15, 0, 0.088)], 40)
    b.add(sweep(spout, np.interp(np.linspace(0, 1, 40), [0, 0.35, 0.85, 1], [0.03, 0.018, 0.0105, 0.014]), sides=24), "body", "spout")
    curl = [(0.05, 0, 0.062), (0.085, 0, 0.088), (0.115, 0, 0.082), (0.115, 0, 0.052), (0.09, 0, 0.04), (0.056, 0, 0.044)]
    b.add(sweep(smooth_path(curl, 60), 0.0052, sides=14), "body", "handle")

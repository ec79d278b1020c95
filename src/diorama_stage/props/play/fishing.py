# SPDX-License-Identifier: GPL-3.0-or-later
"""What fish are caught with: a rod with its reel, a landing net, a crab trap."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, ellipsoid, join, lathe, move, rotate, rounded_profile, smooth_path, sweep, torus
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, rods
from diorama_stage.props.registry import prop


@prop("fishing_rod")
def fishing_rod(spec: Spec, b: Builder) -> None:
    """A spinning rod: a cork grip with the reel under it, a tapering blank with rings, the line through them to a red and white float with a hook."""
    b.slot("blank", "lacquer", b.choose("#2a1d14", "#15181c", "#5a1f1a"), finish=("glossy",))
    b.slot("grip", "cork", "#c49a66", role="trim")
    b.slot("metal", "chrome", role="fixed")
    b.slot("reel", "aluminium", "#2c2f33", role="trim")
    b.slot("line", "plastic", "#e6efe9", role="fixed")
    b.slot("red", "paint", "#cc2a22", role="fixed")
    b.slot("white", "paint", "#f4f2ec", role="fixed")
    long = 1.55
    t = np.linspace(0, 1, 50)
    blank = np.stack([0.12 * t**3.5, 0 * t, 0.28 + (long - 0.28) * t], axis=1)
    b.add(sweep(blank, np.interp(t, [0, 1], [0.0105, 0.0032]), sides=14), "blank")
    cork = [(0.001, 0), (0.014, 0.0), (0.0165, 0.02), (0.0155, 0.12), (0.0125, 0.2), (0.0125, 0.3), (0.016, 0.36), (0.011, 0.44), (0.001, 0.45)]
    b.add(lathe([tuple(p) for p in smooth_path(cork, 60)], segments=32, smooth=60), "grip")
    b.add(lathe(rounded_profile([(0, -0.015), (0.0165, -0.015), (0.0165, 0.004), (0, 0.004)], 0.003), segments=32), "reel", "butt")
    b.add(join([torus(0.0135, 0.0025, at=(0, 0, z), segments=32, sides=8) for z in (0.21, 0.29)]), "metal", "seat")
    _reel(b)
    line = [(0.075, 0, 0.27)]
    for u, size in ((0.14, 0.016), (0.34, 0.011), (0.54, 0.008), (0.74, 0.006), (0.9, 0.005), (1.0, 0.004)):
        p = np.array([np.interp(u, t, blank[:, k]) for k in range(3)])
        out = p + (size + 0.007, 0, 0)
        b.add(move(torus(size, 0.0011, segments=28, sides=8), *out), "metal", "rings")
        b.add(box(0.005, 0.003, 0.02, bevel=0.001, at=(p[0] + 0.003, 0, p[2] - 0.01)), "metal", "rings")
        line.append(tuple(out))
    end = np.array(line[-1])
    drop = [end + (0.05, 0, -0.06), end + (0.06, 0, -0.45)]
    b.add(sweep(np.array([*line]), 0.0011, sides=5), "line")
    b.add(sweep(smooth_path([end, *drop], 30), 0.0011, sides=5), "line")
    float_ = drop[-1]
    b.add(move(lathe([(0, 0), (0.012, 0.006), (0.017, 0.02), (0.0, 0.02)], segments=32, smooth=60), *float_), "white", "float")
    b.add(move(lathe([(0, 0.02), (0.017, 0.02), (0.013, 0.034), (0.002, 0.042), (0.0015, 0.07), (0, 0.07)], segments=32, smooth=60), *float_), "red", "float")
    hook = smooth_path([(0, 0, 0), (0, 0, -0.05), (0.006, 0, -0.062), (0.013, 0, -0.056), (0.013, 0, -0.046)], 24) + float_
    b.add(sweep(hook, 0.0009, sides=8), "metal", "hook")
    b.lean = "back"
    if not spec.has("leaning", "upright", "standing"):
        lying(b, b.rng.uniform(-24, -14))


def _reel(b: Builder) -> None:
    """A spinning reel that hangs before the grip: foot, body, spool wound with line, bail, crank."""
    add_rod(b, "reel", (0.01, 0, 0.25), (0.06, 0, 0.25), 0.006, "reel")
    b.add(move(ellipsoid(0.024, 0.018, 0.032, segments=32), 0.075, 0, 0.24), "reel")
    b.add(
        move(
            lathe(
                rounded_profile([(0, 0), (0.026, 0), (0.026, 0.012), (0.018, 0.014), (0.018, 0.04), (0.023, 0.042), (0.023, 0.048), (0, 0.05)], 0.002),
                segments=40,
            ),
            0.075,
            0,
            0.262,
        ),
        "reel",
        "spool",
    )
    b.add(move(lathe([(0.016, 0.276), (0.0205, 0.277), (0.0205, 0.302), (0.016, 0.303)], segments=40), 0.075, 0, 0), "line", "spool")
    b.add(
        sweep(smooth_path([(0.05, 0, 0.27), (0.045, 0.012, 0.32), (0.075, 0.03, 0.33), (0.105, 0.012, 0.32), (0.1, 0, 0.27)], 30), 0.0016, sides=8),
        "metal",
        "bail",
    )
    add_rod(b, "metal", (0.075, -0.015, 0.24), (0.075, -0.045, 0.24), 0.004, "crank")
    add_rod(b, "metal", (0.075, -0.045, 0.24), (0.11, -0.05, 0.215), 0.0035, "crank")
    b.add(ellipsoid(0.009, 0.013, 0.009, at=(0.112, -0.062, 0.214), segments=20), "grip", "crank")


def netting(place, rows: int, columns: int, thick: float, closed: bool = True):
    """Diamond meshes over a surface: `place(u, v)` takes shares round (or across) and down to a point."""
    bars = []
    last = columns if closed else columns - 1
    for r in range(rows):
        for c in range(last):
            for s in (0.5, -0.5):
                a, d = (c + 0.5 * (r % 2)) / columns, (c + 0.5 * (r % 2) + s) / columns
                bars.append((place(a, r / rows), place(d, (r + 1) / rows)))
    return rods(bars, thick, sides=5)


@prop("fishing_net")
def fishing_net(spec: Spec, b: Builder) -> None:
    """A landing net that lies: a hoop of ash with its handle to the right, a deep bag of knotted mesh fallen to one side."""
    b.slot("hoop", "oak", b.choose("#9a6a3a", "#7a4f2a"))
    b.slot("net", "cotton", b.choose("#3f6f5a", "#2f5f7f", "#d9d3c0"), role="trim")
    b.slot("cork", "cork", "#c49a66", role="fixed")
    a = np.linspace(0, 2 * np.pi, 90)
    rx, ry, z = 0.26, 0.2, 0.016
    b.add(sweep(np.stack([rx * np.cos(a), ry * np.sin(a), np.full(90, z)], axis=1), 0.0095, sides=14), "hoop")
    handle = smooth_path([(0.25, 0, z), (0.34, 0, z), (0.6, 0, z + 0.004), (0.72, 0, z)], 40)
    b.add(sweep(handle, np.interp(np.linspace(0, 1, 40), [0, 0.2, 0.8, 1], [0.0125, 0.011, 0.0155, 0.013]), sides=18), "hoop", "handle")
    b.add(lathe([(0, 0), (0.017, 0), (0.018, 0.05), (0.016, 0.1), (0, 0.1)], segments=28), "cork", "grip")
    move(rotate(b._parts["grip"][-1], 0, 90, 0), 0.62, 0, z + 0.002)
    b.add(sweep(smooth_path([(0.72, 0, z), (0.78, 0.03, 0.004), (0.76, 0.07, 0.003), (0.72, 0.05, 0.003)], 30), 0.0025, sides=8), "net", "cord")

    def place(u: float, v: float):
        t = 2 * np.pi * u
        shrink = math.cos(v * 1.35) ** 0.75
        x, y = rx * shrink * math.cos(t), ry * shrink * math.sin(t)
        fall = 0.34 * v
        return np.array(
            (
                x * (1 - 0.3 * v) - 0.1 * v,
                y + fall * -0.75 - 0.02 * math.sin(3 * t) * v,
                max(0.005, z + 0.03 * math.sin(5 * t + 3 * v) * v + 0.12 * math.sin(v * 2.6) * (0.4 - 0.6 * math.sin(t))),
            )
        )

    b.add(netting(place, 17, 52, 0.0021), "net")


@prop("crab_trap")
def crab_trap(spec: Spec, b: Builder) -> None:
    """A lobster pot: a slatted half-barrel on a flat floor, netting at its ends with a funnel, a coil of rope and a striped float beside it."""
    b.slot("slats", "wood", b.choose("#9a8a70", "#a3825a", "#8d8577"))
    b.slot("net", "cotton", b.choose("#2f7f6a", "#d2622a", "#3f6fa0"), role="trim")
    b.slot("rope", "burlap", "#c2a05f", role="fixed")
    b.slot("float", "paint", b.choose("#e0641c", "#d23a2a", "#e0b21c"), role="fixed")
    b.slot("band", "paint", "#f2efe6", role="fixed")
    half, r, n = 0.4, 0.23, 9
    slats = []
    for k in range(n):
        t = math.pi * k / (n - 1)
        slat = box(2 * half, 0.036, 0.012, bevel=0.003, at=(0, 0, -0.006))
        slats.append(move(rotate(slat, math.degrees(t) - 90, 0, 0), b.rng.uniform(-0.006, 0.006), -r * math.cos(t), 0.03 + r * math.sin(t) * 1.08))
    slats += [box(2 * half, 0.05, 0.014, bevel=0.003, at=(0, y, 0)) for y in np.linspace(-0.2, 0.2, 6)]
    for x in (-half + 0.02, 0, half - 0.02):
        hoop = np.array([(x, -0.215 * math.cos(t), 0.03 + 0.232 * math.sin(t)) for t in np.linspace(0, math.pi, 30)])
        slats += [sweep(hoop, 0.0105, sides=10), box(0.04, 0.47, 0.03, bevel=0.004, at=(x, 0, 0.01))]
    b.add(join(slats), "slats")
    for s in (-1, 1):
        b.add(netting(_funnel(s, half), 6, 22, 0.0022), "net")
        b.add(move(rotate(torus(0.055, 0.005, segments=32, sides=8), 0, 90), s * (half - 0.16), 0, 0.14), "slats", "eyes")
    turns = np.linspace(0, 1, 360)
    far = 0.1 + 0.022 * np.sin(turns * 40)
    coil = np.stack([0.02 + far * np.cos(turns * 2 * np.pi * 5), -0.4 + far * 0.8 * np.sin(turns * 2 * np.pi * 5), 0.008 + 0.055 * turns], axis=1)
    b.add(sweep(coil, 0.0075, sides=8), "rope")
    b.add(sweep(smooth_path([(0.1, -0.4, 0.05), (0.2, -0.34, 0.02), (0.28, -0.26, 0.06), (half - 0.02, -0.2, 0.08)], 30), 0.0075, sides=8), "rope")
    buoy = [(0, -0.12), (0.05, -0.115), (0.058, -0.09), (0.058, 0.04), (0.04, 0.1), (0.016, 0.115), (0.016, 0.17), (0, 0.17)]
    b.add(move(rotate(lathe(rounded_profile(buoy, 0.01), segments=40), 0, 82, -24), -0.26, -0.36, 0.06), "float")
    b.add(move(rotate(lathe([(0.0585, -0.05), (0.0592, -0.05), (0.0592, 0.0), (0.0585, 0.0)], segments=40), 0, 82, -24), -0.26, -0.36, 0.06), "band", "float")


def _funnel(s: int, half: float):
    """The netting of one end: from the rim inwards to the eye that the crab goes in by."""

    def place(u: float, v: float) -> np.ndarray:
        y, z = -math.cos(2 * math.pi * u), math.sin(2 * math.pi * u)
        rim = np.array((s * (half - 0.01), 0.2 * y, max(0.04, 0.13 + 0.12 * z)))
        return rim + (np.array((s * (half - 0.16), 0.055 * y, 0.14 + 0.055 * z)) - rim) * v

    return place

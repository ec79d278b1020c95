# SPDX-License-Identifier: GPL-3.0-or-later
"""Machines of the last century: a typewriter, a wireless, a record player."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    extrude,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.materials.legends import TYPED
from diorama_stage.props.music.records import record, record_slots
from diorama_stage.props.registry import prop


@prop("typewriter")
def typewriter(spec: Spec, b: Builder) -> None:
    """A portable: round keys on levers in four steps, a basket of type bars, a carriage with its roller, knobs, lever and a sheet of paper."""
    old = spec.has("vintage", "antique")  # before the thirties they were black
    b.slot("body", "lacquer", b.choose("#17181a", "#22261f") if old else b.choose("#1c2b2a", "#24262a", "#6f8f8a", "#8e2b22"))
    b.slot("metal", "steel", "#b9bbbd", role="trim")
    b.slot("keys", "plastic", "#171717", role="fixed", finish=("glossy",))
    b.slot("rubber", "rubber", "#161616", role="fixed")
    b.slot("paper", "paper", "#f3efe4", role="fixed")
    b.slot("typed", "printed", role="fixed", params={"picture": "typed", "paper": "#f3efe4"})
    w, d = 0.3, 0.31
    stations = ((-d / 2, 0.022), (-d / 2 + 0.02, 0.03), (-0.02, 0.055), (0.0, 0.094), (0.03, 0.108), (d / 2 - 0.02, 0.1), (d / 2, 0.085))
    rings = []
    for y, z in stations:
        section = rounded_rectangle(w, z - 0.012, min(0.012, (z - 0.012) * 0.45), 5)
        rings.append(np.column_stack([section[:, 0], np.full(len(section), y), section[:, 1] + 0.012 + (z - 0.012) / 2]))
    b.add(loft(rings, smooth=40), "body")
    for x in (-0.12, 0.12):
        for y in (-0.12, 0.12):
            b.add(cylinder(0.012, 0.016, bevel=0.003, at=(x, y, 0)), "rubber", "feet")
    _keys(b)
    fan = [sweep([(0.0, 0.035, 0.112), (0.035 * math.sin(a), 0.035 - 0.03 * math.cos(a), 0.104), (0.075 * math.sin(a), 0.035 - 0.058 * math.cos(a), 0.1)], 0.0011, sides=5) for a in np.linspace(-1.25, 1.25, 40)]
    b.add(join(fan), "metal", "type bars")
    b.add(move(extrude([(0.085 * math.sin(a), -0.066 * math.cos(a)) for a in np.linspace(-1.4, 1.4, 40)], 0.003, bevel=0), 0, 0.035, 0.0955), "rubber", "basket")
    for s in (-1, 1):
        b.add(cylinder(0.032, 0.012, bevel=0.003, at=(s * 0.095, 0.03, 0.1)), "body", "ribbon")
        b.add(cylinder(0.006, 0.018, bevel=0.002, at=(s * 0.095, 0.03, 0.104)), "metal", "ribbon")
    _carriage(b)


def _keys(b: Builder) -> None:
    """Keys with their letters under a metal rim."""
    b.slot("letters", "printed", role="fixed", params={"picture": "letters", "transparent": True})
    rims, caps, levers, plates = [], [], [], []
    for row, line in enumerate(TYPED):
        y, z, shift = -0.042 - row * 0.024, 0.083 - row * 0.0125, (row % 2) * 0.004
        for k in range(len(line)):
            x = (k - (len(line) - 1) / 2) * 0.0225 + shift
            caps.append(cylinder(0.0074, 0.004, bevel=0.001, segments=28, at=(x, y, z)))
            rims.append(torus(0.0075, 0.0008, at=(x, y, z + 0.0036), segments=28, sides=6))
            levers.append(sweep([(x, y, z), (x, y + 0.01, z - 0.012), (x, y + 0.05, z - 0.02)], 0.0013, sides=5))
        corners = [(shift + i * 0.0225 * 5.5, y + j * 0.012, z + 0.00415) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        low, high = 1 - (row + 1) / 4, 1 - row / 4
        plates.append(from_geometry("letters", corners, [(0, 1, 2, 3)], uvs=[(0, low), (1, low), (1, high), (0, high)]))
    b.add(join(plates), "letters")
    for objects, slot in ((caps, "keys"), (rims, "metal"), (levers, "metal")):
        b.add(join(objects), slot, "keys")
    b.add(box(0.14, 0.012, 0.006, bevel=0.003, at=(0, -0.14, 0.034)), "keys", "space bar")


def _carriage(b: Builder) -> None:
    y, z, half = 0.062, 0.132, 0.165
    lay = lambda o: move(rotate(o, 0, 90), 0, y, z)  # noqa: E731
    b.add(move(lay(cylinder(0.0185, 2 * half - 0.03, bevel=0.001)), -half + 0.015, 0, 0), "rubber", "roller")
    for s in (-1, 1):
        b.add(move(lay(lathe(rounded_profile([(0, 0), (0.016, 0), (0.0185, 0.004), (0.0185, 0.016), (0.015, 0.02), (0, 0.02)], 0.002), segments=40)), s * (half + 0.012) - 0.01, 0, 0), "keys", "knobs")
        b.add(box(0.008, 0.06, 0.05, bevel=0.003, at=(s * (half - 0.008), y, z - 0.03)), "body", "carriage")
    b.add(box(2 * half - 0.02, 0.03, 0.012, bevel=0.003, at=(0, y + 0.025, z - 0.026)), "metal", "carriage")
    add_rod(b, "metal", (-half + 0.02, y - 0.012, z + 0.024), (half - 0.02, y - 0.012, z + 0.024), 0.0022, "bail")
    for x in (-0.06, 0.06):
        b.add(move(rotate(cylinder(0.006, 0.012, bevel=0.0015), 0, 90), x - 0.006, y - 0.012, z + 0.024), "rubber", "bail")
    b.add(sweep(smooth_path([(-half, y, z + 0.005), (-half - 0.012, y - 0.02, z + 0.02), (-half - 0.02, y - 0.06, z + 0.022)], 20), 0.0038, sides=12, flat=0.5), "metal", "lever")
    t = np.linspace(-2.4, 1.45, 24)
    bend = [(y - 0.0192 * math.cos(a), z + 0.0192 * math.sin(a)) for a in t]
    path = [*bend, *[(y + 0.004 + 0.03 * k, z + 0.02 + 0.15 * k - 0.01 * k * k) for k in np.linspace(0.08, 1, 14)]]
    wide = 0.105
    verts = [(s * wide, p[0], p[1]) for s in (-1, 1) for p in path]
    n = len(path)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(np.array(path), axis=0), axis=1))])
    b.add(from_geometry("paper", verts, [(i, n + i, n + i + 1, i + 1) for i in range(n - 1)], smooth=180), "paper", "paper")
    front = [(s * wide * 0.99, p[0] - 0.0005, p[1]) for s in (-1, 1) for p in path]
    uv = [(u, a / along[-1]) for u in (0, 1) for a in along]
    b.add(from_geometry("typed", front, [(i, n + i, n + i + 1, i + 1) for i in range(n - 1)], smooth=180, uvs=uv), "typed", "paper")


@prop("radio")
def radio(spec: Spec, b: Builder) -> None:
    """A wireless of veneer with a cloth grille, a lit dial and two knobs; asked to be modern, a small portable with a handle."""
    portable = (spec.has("modern", "portable") or spec.is_a("portable")) and not spec.has("vintage", "antique")
    w, d, h = (0.26, 0.085, 0.17) if portable else (0.4, 0.2, 0.25)
    b.slot("body", "leather" if portable else b.choose("walnut", "oak"), b.choose("#7a4a2c", "#24413c", "#b33f2e") if portable else None)
    b.slot("front", "plastic", "#e8decb" if portable else "#2a2019", role="fixed")
    b.slot("cloth", "canvas", "#c2a878" if not portable else "#d8d2c6", role="fixed")
    b.slot("metal", "brass", role="trim")
    b.slot("knobs", "plastic", "#e9dec4" if not portable else "#2a2a2c", role="fixed", finish=("glossy",))
    b.slot("dial", "printed", role="fixed", params={"picture": "tuning", "paper": "#efe2bf"})
    y = -d / 2
    b.add(move(rotate(extrude(rounded_rectangle(w, h, 0.03 if portable else 0.045, 12), d, bevel=0.006), 90), 0, d / 2, h / 2), "body")
    b.add(move(rotate(extrude(rounded_rectangle(w - 0.03, h - 0.03, 0.022 if portable else 0.034, 12), 0.004, bevel=0.0015), 90), 0, y + 0.002, h / 2), "front")
    gw, gx = (w * 0.5, -w * 0.19) if portable else (w - 0.07, 0)
    gh, gz = (h - 0.06, h / 2) if portable else (h * 0.46, h * 0.63)
    b.add(move(rotate(extrude(rounded_rectangle(gw, gh, 0.015, 8), 0.003, bevel=0.001), 90), gx, y - 0.0015, gz), "cloth", "grille")
    for k in range(5 if not portable else 9):
        z = gz - gh / 2 + gh * (k + 0.5) / (5 if not portable else 9)
        b.add(box(gw - 0.008, 0.004, 0.003, bevel=0.0012, at=(gx, y - 0.0055, z - 0.0015)), "metal", "bars")
    dw, dx, dz = (w * 0.3, w * 0.27, h * 0.68) if portable else (w * 0.46, 0, h * 0.235)
    tall = 0.045
    b.add(box(dw + 0.012, 0.006, tall + 0.012, bevel=0.002, at=(dx, y - 0.003, dz - tall / 2 - 0.006)), "metal", "dial")
    b.add(from_geometry("dial", [(dx + i * dw / 2, y - 0.0066, dz + j * tall / 2) for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))], [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)]), "dial")
    b.add(box(0.0012, 0.001, tall - 0.004, bevel=0, at=(dx + dw * b.rng.uniform(-0.3, 0.3), y - 0.0074, dz - tall / 2 + 0.002)), "knobs", "needle")
    spots = ((w * 0.27, h * 0.3, 0.024),) if portable else ((-w * 0.36, h * 0.235, 0.026), (w * 0.36, h * 0.235, 0.026))
    for x, z, r in spots:
        knob = lathe(rounded_profile([(0, 0.022), (r * 0.72, 0.022), (r * 0.84, 0.018), (r * 0.88, 0.004), (r, 0.003), (r, 0), (0, 0)], 0.002), segments=48)
        b.add(move(rotate(knob, 90), x, y - 0.002, z), "knobs", "knobs")
        b.add(move(rotate(torus(r * 0.62, 0.001, segments=48, sides=8), 90), x, y - 0.0242, z), "metal", "knobs")
    if portable:
        b.add(sweep(smooth_path([(-w * 0.42, 0, h * 0.92), (-w * 0.42, 0, h + 0.03), (-w * 0.36, 0, h + 0.045), (w * 0.36, 0, h + 0.045), (w * 0.42, 0, h + 0.03), (w * 0.42, 0, h * 0.92)], 50), 0.0065, sides=14, flat=1.5), "body", "handle")
        add_rod(b, "metal", (w * 0.36, d * 0.3, h - 0.01), (w * 0.62, d * 0.3, h + 0.24), 0.0022, "aerial")
    else:
        for x in (-w * 0.36, w * 0.36):
            b.add(box(0.05, d * 0.8, 0.014, bevel=0.004, at=(x, 0, -0.01)), "front", "feet")
        b.support("top", -w * 0.38, w * 0.38, -d * 0.4, d * 0.4, h)


@prop("record_player")
def record_player(spec: Spec, b: Builder) -> None:
    """A turntable on a wooden plinth: a platter, a record with its label, a balanced tone arm."""
    b.slot("body", b.choose("walnut", "oak"))
    b.slot("metal", "aluminium", "#c3c5c6", role="trim")
    record_slots(b)
    b.slot("rubber", "rubber", "#161617", role="fixed")
    w, d, h = 0.44, 0.36, 0.09
    b.add(box(w, d, h, bevel=0.006, segments=4, at=(0, 0, 0.016)), "body")
    for x in (-0.17, 0.17):
        for y in (-0.13, 0.13):
            b.add(cylinder(0.024, 0.017, bevel=0.004, at=(x, y, 0)), "rubber", "feet")
    top, cx = h + 0.016, -0.05
    b.add(cylinder(0.155, 0.02, bevel=0.003, segments=128, at=(cx, 0, top + 0.003)), "metal", "platter")
    b.add(cylinder(0.149, 0.003, bevel=0.001, segments=96, at=(cx, 0, top + 0.022)), "rubber", "mat")
    for o, slot in record(b):
        b.add(move(o, cx, 0, top + 0.0252), slot, "record")
    b.add(cylinder(0.0032, 0.018, bevel=0.001, at=(cx, 0, top + 0.02)), "metal", "spindle")
    px, py = 0.168, 0.115
    post = lathe(rounded_profile([(0, 0), (0.032, 0), (0.032, 0.006), (0.018, 0.01), (0.016, 0.03), (0, 0.03)], 0.002), segments=48)
    b.add(move(post, px, py, top), "metal", "arm")
    z = top + 0.044
    arm = smooth_path([(px + 0.006, py + 0.05, z), (px, py, z), (px - 0.004, py - 0.1, z + 0.002), (px - 0.02, py - 0.175, z - 0.001), (px - 0.062, py - 0.222, z - 0.01)], 44)
    b.add(sweep(arm, 0.0042, sides=14), "metal", "arm")
    b.add(move(rotate(cylinder(0.0165, 0.03, bevel=0.003), 90, 0, 7), px + 0.009, py + 0.072, z), "rubber", "counterweight")
    b.add(cylinder(0.011, 0.018, bevel=0.002, at=(px, py, top + 0.028)), "rubber", "arm")
    b.add(move(rotate(box(0.015, 0.034, 0.006, bevel=0.002), 0, 0, -44), px - 0.07, py - 0.23, z - 0.016), "rubber", "head")
    add_rod(b, "metal", (px - 0.068, py - 0.232, z - 0.014), (px - 0.075, py - 0.236, top + 0.0275), 0.0012, "needle", 8)
    for k, y in enumerate((-0.13, -0.09)):
        b.add(cylinder(0.014 if not k else 0.008, 0.012, bevel=0.002, at=(0.185, y, top)), "metal", "knobs")

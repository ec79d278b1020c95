# SPDX-License-Identifier: GPL-3.0-or-later
"""Guitars and violins."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    extrude,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    scale,
    smooth_path,
    sweep,
    torus,
)
from diorama_stage.kit.parts import add_rod
from diorama_stage.kit.seams import Skin, oval, sheet
from diorama_stage.props.registry import prop

GUITAR = [(0, 0), (0.06, 0.002), (0.125, 0.018), (0.172, 0.06), (0.19, 0.13), (0.176, 0.2), (0.142, 0.255), (0.122, 0.295), (0.119, 0.32), (0.127, 0.362), (0.139, 0.405), (0.132, 0.45), (0.1, 0.48), (0.05, 0.4915), (0, 0.493)]
"""Half the outline of a guitar's body from its end up: half width, height, metres."""
VIOLIN = [(0, 0), (0.03, 0.001), (0.068, 0.012), (0.095, 0.04), (0.1035, 0.075), (0.099, 0.105), (0.094, 0.117), (0.1, 0.126), (0.085, 0.133), (0.066, 0.153), (0.057, 0.18), (0.06, 0.205), (0.072, 0.224), (0.088, 0.233), (0.08, 0.241), (0.0825, 0.255), (0.084, 0.285), (0.075, 0.325), (0.052, 0.348), (0.022, 0.3555), (0, 0.356)]
"""Half the outline of a violin's body, with the four corners of its waist."""


def outline_of(half, count: int) -> np.ndarray:
    """The whole outline (n, 2), counter-clockwise seen from the front, from half of it."""
    right = smooth_path(half, count)
    return np.concatenate([right, right[::-1][1:-1] * (-1, 1)])


def inward(outline: np.ndarray, by: float) -> np.ndarray:
    """The outline moved in by so many metres."""
    along = np.roll(outline, -1, axis=0) - np.roll(outline, 1, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    return outline + normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9) * by


def plate(outline: np.ndarray, y: float, arch: float, *, rim: float = 0.0, edge: float = 0.003, front: bool = True) -> bpy.types.Object:
    """A belly or back over the outline at depth y, arched by `arch` metres above its rim, which stands over the ribs by `rim`; it looks to -Y, or to +Y."""
    middle = np.array((0.0, outline[:, 1].mean()))
    out = -1 if front else 1
    big = inward(outline, -rim)
    rings = [np.column_stack([big[:, 0], np.full(len(big), y), big[:, 1]]), np.column_stack([big[:, 0], np.full(len(big), y + out * edge * 0.7), big[:, 1]])]
    low = inward(outline, edge - rim)
    rings.append(np.column_stack([low[:, 0], np.full(len(low), y + out * edge), low[:, 1]]))
    for t in (0.06, 0.13, 0.22, 0.34, 0.48, 0.62, 0.76, 0.88, 0.96, 0.995):
        at = low + (np.column_stack([0 * low[:, 0], 0.35 * middle[1] + 0.65 * low[:, 1]]) - low) * t
        rise = arch * (0.5 - 0.5 * math.cos(math.pi * min(t * 1.25, 1.0))) - (0.0006 if arch and t < 0.1 else 0)
        rings.append(np.column_stack([at[:, 0], np.full(len(at), y + out * (edge + rise)), at[:, 1]]))
    points = np.stack(rings)
    return sheet(points[:, ::-1] if not front else points, closed=True, smooth=50)


def ribs(outline: np.ndarray, y0: float, y1: float) -> bpy.types.Object:
    """The sides of a body between two depths."""
    return sheet(np.stack([np.column_stack([outline[:, 0], np.full(len(outline), y), outline[:, 1]]) for y in (y1, y0)]), closed=True, smooth=40)


def tuner(b: Builder, at, side: int) -> None:
    """A machine head of a guitar: its post with wound string in front, its shaft and pearl button at the side."""
    x, y, z = at
    b.add(move(rotate(cylinder(0.0032, 0.016, bevel=0.0008, segments=20), 90), x, y, z), "metal", "pegs")
    b.add(move(rotate(torus(0.0038, 0.0008, segments=24, sides=8), 90), x, y - 0.008, z), "metal", "pegs")
    add_rod(b, "metal", (x, y + 0.021, z), (x + side * 0.024, y + 0.021, z), 0.002, "pegs", 10)
    b.add(ellipsoid(0.0075, 0.0035, 0.0062, at=(x + side * 0.03, y + 0.021, z), segments=24), "pearl", "pegs")


@prop("guitar")
def guitar(spec: Spec, b: Builder) -> None:
    """A steel-strung guitar: a spruce top with a rosette and bound edges, dark sides, a fretted neck to its pegs."""
    fretted(b, spec.is_a("electric"), 6)


@prop("ukulele")
def ukulele(spec: Spec, b: Builder) -> None:
    """A small guitar of plain wood with four strings of nylon."""
    fretted(b, False, 4)
    for objects in b._parts.values():
        for o in objects:
            scale(o, 0.56, 0.62, 0.55)


def fretted(b: Builder, electric: bool, count: int) -> None:
    """A guitar's body, neck and head with `count` strings."""
    b.slot("top", *(("lacquer", b.choose("#b3241c", "#1c3d6b", "#e9dcb8", "#171718")) if electric else ("wood", b.choose("#d6a765", "#c48c4c", "#d6a765"))), **({} if electric else {"finish": ("glossy",)}))
    b.slot("sides", "walnut", "#4a2c1b", role="trim", finish=("glossy",))
    b.slot("neck", "wood", "#7d5031", role="fixed")
    b.slot("dark", "dark_wood", "#241912", role="fixed")
    b.slot("binding", "plastic", "#efe6d0", role="fixed")
    b.slot("metal", "steel", role="fixed")
    b.slot("pearl", "pearl", role="fixed")
    electric_body(b) if electric else hollow_body(b, count)
    front = -0.021 if electric else -0.0505
    nut, low = 0.492 + 0.36, 0.335 if electric else 0.352
    width = lambda z: np.interp(z, [0.35, nut], [0.0285, 0.0215])  # noqa: E731
    rows = np.linspace(0.33 if electric else 0.45, nut, 14)
    back = [[(-width(z), front, z), (-width(z) * 0.9, front + 0.011, z), (-width(z) * 0.5, front + 0.0185, z), (0, front + 0.0205, z), (width(z) * 0.5, front + 0.0185, z), (width(z) * 0.9, front + 0.011, z), (width(z), front, z)] for z in rows]
    b.add(loft([ring[::-1] for ring in back], smooth=50), "neck", "neck")
    board = [[(sx * width(z), y, z) for sx, y in ((-1, front), (1, front), (1, front - 0.0045), (0.5, front - 0.0062), (-0.5, front - 0.0062), (-1, front - 0.0045))] for z in np.linspace(low, nut, 12)]
    b.add(loft(board, smooth=40), "dark", "fingerboard")
    long = nut - 0.135
    where = [nut - long * (1 - 2 ** (-k / 12)) for k in range(1, 21)]
    for z in where:
        if z > low + 0.004:
            b.add(sweep([(u * width(z), front - 0.0066 + 0.0014 * u * u, z) for u in np.linspace(-0.98, 0.98, 7)], 0.00075, sides=8), "metal", "frets")
    for k, z in enumerate([nut, *where]):
        if k in (3, 5, 7, 9, 12, 15) and z > low + 0.02:
            middle = (z + [nut, *where][k - 1]) / 2
            for x in ((-0.009, 0.009) if k == 12 else (0,)):
                b.add(move(rotate(cylinder(0.0032, 0.0008, bevel=0.0002, segments=24), 90), x, front - 0.0057, middle), "pearl", "dots")
    b.add(box(0.044, 0.01, 0.005, bevel=0.0012, at=(0, front - 0.002, nut)), "pearl", "nut")
    tilt = 13
    headstock = [(-0.023, 0), (0.023, 0), (0.036, 0.035), (0.0385, 0.17), (0.02, 0.183), (0, 0.178), (-0.02, 0.183), (-0.0385, 0.17), (-0.036, 0.035)]
    for thick, y, slot in ((0.013, 0.0135, "neck"), (0.0018, 0.0018, "dark")):
        b.add(move(rotate(move(rotate(extrude(headstock, thick, bevel=0.0012), 90), 0, y, 0), -tilt), 0, front + 0.002, nut + 0.002), slot, "head")
    lean = lambda z: front + 0.002 + math.tan(math.radians(tilt)) * (z - nut)  # noqa: E731
    half_way, apart = count // 2, 0.045 if count == 6 else 0.075
    for i in range(count):
        x = (i - (count - 1) / 2) * 0.0072 * 5 / (count - 1)
        bridge = (x * 1.45, front - 0.0095, 0.135)
        row = i if i < half_way else count - 1 - i
        post = ((-1 if i < half_way else 1) * 0.022, lean(nut + 0.05 + apart * row) - 0.008, nut + 0.05 + apart * row)
        radius = np.interp(i, [0, count - 1], [0.00062, 0.0003])
        add_rod(b, "metal", bridge, (x, front - 0.0078, nut + 0.002), radius, "strings", 6)
        add_rod(b, "metal", (x, front - 0.0078, nut + 0.002), post, radius, "strings", 6)
        tuner(b, (post[0], post[1] + 0.006, post[2]), -1 if i < half_way else 1)
    b.lean = "back"


def hollow_body(b: Builder, count: int = 6) -> None:
    """An acoustic guitar's body, its front at y = -0.0505."""
    outline = outline_of(GUITAR, 90)
    b.add(ribs(outline, -0.047, 0.047), "sides", "body")
    b.add(plate(outline, 0.046, 0.006, front=False), "sides", "body")
    b.add(plate(outline, -0.046, 0.0015, edge=0.003), "top", "body")
    for y, by in ((-0.0475, 0.0), (0.0475, 0.0)):
        loop = np.column_stack([outline[:, 0], np.full(len(outline), y), outline[:, 1]])
        b.add(sweep(np.concatenate([loop, loop[:1]]), 0.0021, sides=8), "binding", "binding")
    hole = 0.31
    b.slot("inside", "plastic", "#0a0705", role="fixed", finish=("matte",))
    b.add(move(rotate(cylinder(0.0505, 0.0008, bevel=0, segments=72), 90), 0, -0.0506, hole), "inside", "sound hole")
    for r, w, slot in ((0.0515, 0.001, "dark"), (0.056, 0.0016, "dark"), (0.0585, 0.0006, "binding"), (0.0615, 0.0016, "dark"), (0.0535, 0.0006, "binding")):
        b.add(move(rotate(lathe([(r - w, 0), (r - w, 0.0004), (r + w, 0.0004), (r + w, 0)], segments=96), 90), 0, -0.0507, hole), slot, "rosette")
    guard = [(0.05 * math.cos(a) * 1.06, hole + 0.05 * math.sin(a) * 1.06) for a in np.linspace(math.radians(15), math.radians(-80), 16)] + [(0.02, 0.235), (0.055, 0.195), (0.092, 0.2), (0.102, 0.235), (0.09, 0.28), (0.07, 0.315)]
    b.add(move(rotate(extrude(guard[::-1], 0.0006, bevel=0), 90), 0, -0.0504, 0), "dark", "pickguard")
    bridge = [(-0.088, 0.114), (-0.06, 0.11), (-0.03, 0.108), (0.03, 0.108), (0.06, 0.11), (0.088, 0.114), (0.088, 0.124), (0.05, 0.132), (0.03, 0.144), (-0.03, 0.144), (-0.05, 0.132), (-0.088, 0.124)]
    b.add(move(rotate(extrude(bridge, 0.0075, bevel=0.0018), 90), 0, -0.05, 0), "dark", "bridge")
    b.add(box(0.072, 0.004, 0.0028, bevel=0.0008, at=(0, -0.0588, 0.1335)), "pearl", "saddle")
    for i in range(count):
        b.add(move(rotate(lathe([(0, 0), (0.0026, 0), (0.0028, 0.0012), (0.0018, 0.0026), (0, 0.003)], segments=20), 90), (i - (count - 1) / 2) * 0.0105 * 5 / (count - 1), -0.0574, 0.118), "binding", "pins")


def electric_body(b: Builder) -> None:
    """A solid body with two horns, pickups, knobs and a bridge, its front at y = -0.021."""
    right = [(0, 0.005), (0.07, 0.0), (0.14, 0.025), (0.165, 0.085), (0.15, 0.15), (0.125, 0.2), (0.118, 0.24), (0.128, 0.29), (0.145, 0.34), (0.14, 0.365), (0.122, 0.372), (0.1, 0.345), (0.065, 0.325), (0.034, 0.345), (0.03, 0.37)]
    left = [(-0.03, 0.37), (-0.034, 0.36), (-0.06, 0.355), (-0.09, 0.385), (-0.115, 0.425), (-0.14, 0.43), (-0.155, 0.41), (-0.148, 0.35), (-0.124, 0.28), (-0.12, 0.23), (-0.135, 0.18), (-0.165, 0.11), (-0.165, 0.06), (-0.14, 0.02), (-0.07, 0.0), (0, 0.005)]
    outline = np.concatenate([smooth_path(right, 60), smooth_path(left, 70)[1:-1]])
    b.add(rotate(move(extrude(outline, 0.042, bevel=0.007, segments=5), 0, 0, -0.021), 90), "top", "body")
    guard = inward(outline, 0.014)[[k for k in range(len(outline)) if 12 < k < 58]]
    guard = np.concatenate([guard, [(-0.028, 0.36), (-0.06, 0.33), (-0.07, 0.25), (-0.055, 0.15), (0.02, 0.1)]])
    b.add(move(rotate(extrude(guard, 0.0016, bevel=0.0004), 90), 0, -0.0208, 0), "binding", "pickguard")
    for z in (0.19, 0.245, 0.305):
        b.add(box(0.078, 0.008, 0.018, bevel=0.003, at=(0, -0.0235, z)), "dark", "pickups")
    b.add(box(0.082, 0.008, 0.044, bevel=0.002, at=(0, -0.024, 0.112)), "metal", "bridge")
    for k, (x, z) in enumerate(((0.085, 0.15), (0.105, 0.115), (0.115, 0.08))):
        b.add(move(rotate(lathe(rounded_profile([(0, 0), (0.011, 0), (0.0085, 0.009), (0.0075, 0.014), (0, 0.014)], 0.001), segments=32), 90), x, -0.022, z), "metal", "knobs")


@prop("violin")
def violin(spec: Spec, b: Builder) -> None:
    """An arched, varnished body with four corners and purfling, a black fingerboard, a scroll."""
    varnish = b.choose("#7a3212", "#6a260e", "#8a4418")
    b.slot("top", "wood", varnish, finish=("glossy",))
    b.slot("sides", "wood", varnish, finish=("glossy",))
    b.slot("dark", "dark_wood", "#16110e", role="fixed", finish=("glossy",))
    b.slot("metal", "steel", role="fixed")
    b.slot("pale", "pine", "#cfa468", role="fixed")
    outline = outline_of(VIOLIN, 130)
    b.add(ribs(outline, -0.0155, 0.0155), "sides", "body")
    b.add(plate(outline, 0.0148, 0.012, rim=0.0028, edge=0.0035, front=False), "sides", "body")
    belly = b.add(plate(outline, -0.0148, 0.013, rim=0.0028, edge=0.0035), "top", "body")
    line = inward(outline, 0.0016)
    purfling = np.column_stack([line[:, 0], np.full(len(line), -0.0183), line[:, 1]])
    b.add(sweep(np.concatenate([purfling, purfling[:1]]), 0.0006, sides=6), "dark", "purfling")
    skin = Skin(belly)
    for s in (-1, 1):
        t = np.linspace(0, 1, 40)
        x, z = 0.031 + 0.013 * (0.5 - t) * 1.3 + 0.0075 * np.sin(2 * math.pi * t), 0.158 + 0.074 * t
        wide = 0.0017 * np.sin(math.pi * np.clip(t, 0.12, 0.88)) + 0.0004
        path, _ = skin.cast(np.column_stack([s * x, np.full(40, -0.1), z]), (0, 1, 0), lift=-0.0001)
        b.add(sweep(path, wide, sides=8, flat=1.0), "dark", "f-holes")
        for k, r in ((0, 0.0032), (-1, 0.0026)):
            b.add(ellipsoid(r, 0.0007, r, at=tuple(path[k] + (s * (0.0018 if k else -0.0018), 0, 0)), segments=24), "dark", "f-holes")
    crown, nut, foot = -0.031, 0.356 + 0.13, 0.265
    y_of = lambda z: np.interp(z, [foot, 0.356, nut], [crown - 0.0165, crown - 0.006, crown + 0.0035])  # noqa: E731
    half = lambda z: np.interp(z, [foot, nut], [0.021, 0.012])  # noqa: E731
    board = [[(half(z) * math.sin(a), y_of(z) - 0.0042 * math.cos(a) + 0.0042, z) for a in np.linspace(-math.pi / 2, math.pi / 2, 11)] + [(half(z) * 0.96, y_of(z) + 0.0085, z), (-half(z) * 0.96, y_of(z) + 0.0085, z)] for z in np.linspace(foot, nut, 16)]
    b.add(loft(board, smooth=50), "dark", "fingerboard")
    neck = [[(half(z) * 0.97 * math.cos(a), y_of(z) + 0.008 + np.interp(z, [0.35, 0.375, nut], [0.036, 0.0155, 0.0125]) * math.sin(a), z) for a in np.linspace(0, math.pi, 12)] for z in (0.35, 0.356, 0.364, 0.375, 0.4, 0.43, 0.46, nut, nut + 0.006)]
    b.add(loft(neck, smooth=60), "sides", "neck")
    y0 = float(y_of(nut)) + 0.008
    pegbox = smooth_path([(0, y0, nut), (0, y0 + 0.004, nut + 0.03), (0, y0 + 0.013, nut + 0.058), (0, y0 + 0.022, nut + 0.072)], 20)
    b.add(sweep(pegbox, np.linspace(0.0118, 0.0085, 20), section=oval(4.5, 24) * (1.0, 1.0)), "sides", "pegbox")
    turns = np.linspace(0, 1, 70)
    a = -0.4 * math.pi + turns * 4.4 * math.pi
    r = 0.0165 * (1 - turns) ** 1.1 + 0.0022
    centre = np.array((0, y0 + 0.0105, nut + 0.087))
    scroll = np.column_stack([0 * a, centre[1] + r * np.cos(a), centre[2] + r * np.sin(a)])
    for s in (-1, 1):
        b.add(sweep(scroll + np.column_stack([s * (0.0035 + 0.0095 * turns), 0 * a, 0 * a]), np.linspace(0.0062, 0.0034, 70), sides=12), "sides", "scroll")
    b.add(move(rotate(cylinder(0.0135, 0.012, bevel=0.003, segments=40), 0, 90), -0.006, centre[1], centre[2]), "sides", "scroll")
    for k, (z, s) in enumerate(((nut + 0.014, 1), (nut + 0.027, -1), (nut + 0.039, 1), (nut + 0.051, -1))):
        y = float(np.interp(z, pegbox[:, 2], pegbox[:, 1]))
        add_rod(b, "dark", (-s * 0.014, y, z), (s * 0.026, y, z), 0.0034, "pegs", 16)
        b.add(ellipsoid(0.0105, 0.0038, 0.0085, at=(s * 0.035, y, z), segments=28), "dark", "pegs")
    bridge_z = 0.195
    profile = [(-0.021, 0), (-0.011, 0), (-0.009, 0.008), (0.009, 0.008), (0.011, 0), (0.021, 0), (0.0195, 0.012), (0.0205, 0.024), (0.012, 0.031), (0, 0.033), (-0.012, 0.031), (-0.0205, 0.024), (-0.0195, 0.012)]
    b.add(move(rotate(extrude(profile, 0.0032, bevel=0.0008), 180), 0, crown + 0.002, bridge_z), "pale", "bridge")
    b.add(sweep(smooth_path([(0, crown - 0.006, 0.045), (0, crown - 0.0095, 0.09), (0, crown - 0.0115, 0.145)], 20), np.linspace(0.0115, 0.0195, 20), sides=24, flat=0.24), "dark", "tailpiece")
    b.add(lathe(rounded_profile([(0, -0.007), (0.005, -0.006), (0.006, 0.0), (0, 0.0015)], 0.001), segments=24), "dark", "button")
    rest = [(0.012, crown + 0.004, -0.001), (0.04, crown - 0.0015, 0.006), (0.07, crown + 0.001, 0.03), (0.08, crown + 0.004, 0.05)]
    b.add(sweep(smooth_path(rest, 24), 0.019 * np.clip(np.sin(np.linspace(0.3, math.pi - 0.3, 24)) * 1.1, 0.2, 1), sides=24, flat=0.3), "dark", "chin rest")
    for i in range(4):
        x = (i - 1.5) * 0.0105
        over = (x * 1.05, crown - 0.0315 + 0.0011 * (i - 1.5) ** 2, bridge_z - 0.0016)
        add_rod(b, "metal", (x * 0.8, crown - 0.0145, 0.14), over, 0.0003, "strings", 6)
        add_rod(b, "metal", over, (x * 0.5, float(y_of(nut)) - 0.0012, nut), 0.0003, "strings", 6)
        add_rod(b, "metal", (x * 0.5, float(y_of(nut)) - 0.0012, nut), (x * 0.35, y0 - 0.002, nut + 0.018 + 0.01 * i), 0.0003, "strings", 6)
    b.lean = "back"

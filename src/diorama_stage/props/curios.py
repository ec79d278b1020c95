# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things of a desk and a cabinet: an hourglass, a magnifying glass, a compass, dice, playing cards, a skull."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, boolean, cylinder, ellipsoid, extrude, from_geometry, join, lathe, move, remesh, rotate, rounded_profile, rounded_rectangle, smooth_path, subdivide, sweep, torus
from diorama_stage.props.parts import add_rod
from diorama_stage.props.registry import prop


@prop("hourglass")
def hourglass(spec: Spec, b: Builder) -> None:
    """Two bulbs of glass between turned plates, sand in both and a thread of it falling."""
    b.slot("frame", b.choose("walnut", "oak", "brass"))
    b.slot("glass", "glass", role="fixed")
    b.slot("sand", "plaster", b.choose("#d9b98a", "#c98f5a", "#e6dcc8"), role="trim")
    h, r = 0.2, 0.04
    for z, flip in ((0, 1), (h, -1)):
        plate = lathe(rounded_profile([(0, 0), (0.058, 0), (0.06, 0.005), (0.054, 0.009), (0.05, 0.012), (0.046, 0.016), (0, 0.016)], 0.003), segments=72)
        b.add(move(rotate(plate, 0 if flip > 0 else 180), 0, 0, z), "frame", "plates")
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        t = np.linspace(0, 1, 40)
        path = np.column_stack([np.full(40, 0.05 * math.cos(a)), np.full(40, 0.05 * math.sin(a)), 0.014 + (h - 0.028) * t])
        b.add(sweep(path, 0.0038 + 0.0022 * np.sin(math.pi * t) ** 2 + 0.0018 * np.exp(-(((t - 0.5) / 0.02) ** 2)), sides=18), "frame", "posts")
    half = [(0.03, 0.017), (r, 0.035), (r, 0.055), (0.026, 0.079), (0.008, 0.094), (0.0032, 0.1)]
    outer = smooth_path([*half, *[(x, h - z) for x, z in reversed(half[:-1])]], 80)
    inner = [(max(x - 0.0016, 0.0018), z) for x, z in outer]
    b.add(lathe([*outer, *inner[::-1], outer[0]], segments=72, smooth=70), "glass")
    wall = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.0022  # noqa: E731
    low = [(0, 0.018), *((wall(z), z) for z in np.linspace(0.02, 0.038, 12)), (0.018, 0.05), (0, 0.06)]
    high = [(0, 0.102), *((max(wall(z), 0.0012), z) for z in np.linspace(0.104, 0.138, 20)), (0.018, 0.133), (0, 0.124)]
    for profile in (low, high):
        b.add(lathe(profile, segments=56, smooth=60), "sand")
    add_rod(b, "sand", (0, 0, 0.058), (0, 0, 0.103), 0.0007, sides=8)
    b.footprint = "round"


@prop("magnifying_glass")
def magnifying_glass(spec: Spec, b: Builder) -> None:
    """Lying on its rim and handle: a lens in a brass ring, a turned handle with a ferrule."""
    b.slot("handle", b.choose("walnut", "dark_wood", "lacquer"), b.choose(None, None, "#1a1a1a"))
    b.slot("metal", b.choose("brass", "brass", "steel"), role="trim")
    b.slot("lens", "glass", role="fixed")
    r = 0.042
    b.add(lathe(rounded_profile([(r - 0.003, -0.005), (r + 0.0022, -0.005), (r + 0.003, 0), (r + 0.0022, 0.005), (r - 0.003, 0.005), (r - 0.0022, 0), (r - 0.003, -0.005)], 0.0008), segments=96), "metal", "ring")
    x = np.linspace(0, r - 0.0018, 22)
    dome = 0.0045 * (1 - (x / r) ** 2)
    b.add(lathe([*zip(x * 0 + x, -dome - 0.0005, strict=True), *zip(x[::-1], dome[::-1] + 0.0005, strict=True)], segments=96, smooth=60), "lens")
    profile = [(0, 0), (0.0058, 0), (0.0062, 0.004), (0.0062, 0.016), (0.0046, 0.019), (0.0052, 0.024)]
    b.add(move(rotate(lathe(rounded_profile([*profile, (0, 0.024)], 0.001), segments=40), 0, 90), r + 0.001, 0, 0), "metal", "ferrule")
    grip = smooth_path([(0.0052, 0.023), (0.0078, 0.04), (0.0088, 0.07), (0.0075, 0.1), (0.0092, 0.116), (0.006, 0.124), (0, 0.126)], 50)
    b.add(move(rotate(lathe([(0, 0.023), *grip], segments=40, smooth=70), 0, 90), r + 0.001, 0, 0), "handle")


@prop("compass")
def compass(spec: Spec, b: Builder) -> None:
    """A pocket compass of brass, its lid open behind: a printed rose, a two-coloured needle under glass."""
    b.slot("body", "brass")
    b.slot("rose", "printed", role="fixed", params={"picture": "rose", "paper": "#efe6d0"})
    b.slot("north", "lacquer", "#b3261e", role="fixed")
    b.slot("south", "steel", "#2c3440", role="fixed")
    b.slot("glass", "glass", role="fixed")
    r = 0.03
    b.add(lathe(rounded_profile([(0, 0), (r - 0.003, 0), (r, 0.003), (r, 0.011), (r - 0.0012, 0.0128), (r - 0.0035, 0.0128), (r - 0.004, 0.009), (0, 0.009)], 0.0008), segments=96), "body")
    ring = [((r - 0.004) * math.cos(t), (r - 0.004) * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 72, endpoint=False)]
    b.add(from_geometry("rose", [(x, y, 0.0093) for x, y in ring], [tuple(range(72))], uvs=[(0.5 + x / (2 * r - 0.008), 0.5 + y / (2 * r - 0.008)) for x, y in ring]), "rose")
    turn = b.rng.uniform(-50, 50)
    for s, slot in ((1, "north"), (-1, "south")):
        blade = extrude([(-0.0026, 0), (0.0026, 0), (0, 0.0215)], 0.0005, bevel=0.0001)
        b.add(rotate(move(blade, 0, 0, 0.0102), 0, 0, turn + (0 if s > 0 else 180)), slot, "needle")
    b.add(lathe(rounded_profile([(0, 0.0095), (0.0022, 0.0095), (0.0016, 0.0115), (0, 0.0118)], 0.0003), segments=24), "body", "pivot")
    b.add(lathe([(0, 0.0124), (r - 0.0042, 0.0118), (r - 0.0042, 0.0123), (0, 0.0129)], segments=72, smooth=60), "glass")
    lid = lathe(rounded_profile([(0, 0.0032), (r - 0.006, 0.003), (r - 0.001, 0.0015), (r, 0), (r - 0.001, -0.0005), (r - 0.002, 0.0008), (r - 0.007, 0.0022), (0, 0.0024)], 0.0006), segments=96)
    b.add(move(rotate(move(lid, 0, r, 0), 102), 0, r + 0.0015, 0.0125), "body", "lid")
    b.add(move(rotate(cylinder(0.0018, 0.012, bevel=0.0004), 0, 90), -0.006, r + 0.0012, 0.0118), "body", "hinge")
    b.add(move(rotate(cylinder(0.003, 0.006, bevel=0.001), 90), 0, -r, 0.0065), "body", "crown")
    b.add(move(torus(0.0062, 0.0011, segments=40, sides=10), 0, -r - 0.0118, 0.0062), "body", "ring")


PIPS = {1: ((0, 0),), 2: ((-1, -1), (1, 1)), 3: ((-1, -1), (0, 0), (1, 1)), 4: ((-1, -1), (1, -1), (-1, 1), (1, 1)), 5: ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, 0)), 6: ((-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1))}


@prop("dice")
def dice(spec: Spec, b: Builder) -> None:
    """One die: round corners, pips, opposite faces that make seven. How many there are the scene says."""
    b.slot("body", "plastic", b.choose("#f2ede1", "#b3261e", "#1d1d1f"), finish=("glossy",))
    b.slot("pips", "lacquer", "#141414" if b._slots["body"].colour == "#f2ede1" else "#f2ede1", role="fixed")
    a = 0.016
    one, marks = box(a, a, a, bevel=0.0026, segments=5, at=(0, 0, -a / 2)), []
    for number, turn in ((1, (0, 0, 0)), (6, (180, 0, 0)), (2, (90, 0, 0)), (5, (-90, 0, 0)), (3, (0, 90, 0)), (4, (0, -90, 0))):
        for x, y in PIPS[number]:
            marks.append(rotate(ellipsoid(0.00145, 0.00145, 0.0003, segments=16, at=(x * 0.0042, y * 0.0042, a / 2)), *turn))
    roll, yaw = b.choose((0, 0, 0), (90, 0, 0), (0, 90, 0), (180, 0, 0), (-90, 0, 0)), b.rng.uniform(0, 90)
    for o, slot in ((one, "body"), (join(marks), "pips")):
        b.add(move(rotate(rotate(o, *roll), 0, 0, yaw), 0, 0, a / 2), slot)


@prop("playing_cards")
def playing_cards(spec: Spec, b: Builder) -> None:
    """A hand of cards fanned on the table, over the rest of the pack."""
    b.slot("paper", "paper", "#f6f3ec")
    b.slot("back", "printed", role="fixed", params={"picture": "card_back", "paper": "#f6f3ec"})
    w, h = 0.063, 0.088
    card = rounded_rectangle(w, h, 0.0035, 5)
    uv = [(0.5 + x / w, 0.5 + y / h) for x, y in card]
    single = spec.named("playing card") and not spec.named("cards")
    count = 1 if single else 5
    if not single:
        b.add(move(rotate(extrude(card, 0.014, bevel=0.0003), 0, 0, 8), 0.085, 0.03, 0), "paper", "pack")
        b.add(move(rotate(from_geometry("back", [(x, y, 0.01425) for x, y in card], [tuple(range(len(card)))], uvs=uv), 0, 0, 8), 0.085, 0.03, 0), "back", "pack")
    for k in range(count):
        turn = (k - (count - 1) / 2) * -13
        slot = b.slot(f"face{k}", "printed", role="fixed", params={"picture": "card", "paper": "#f6f3ec", "number": k, "gloss": True})
        for o, name in ((extrude(card, 0.0004, bevel=0), "paper"), (from_geometry("face", [(x, y, 0.00045) for x, y in card], [tuple(range(len(card)))], uvs=uv), slot)):
            b.add(move(rotate(move(o, 0, 0.11, 0.0006 * k), 0, 0, turn), -0.04, -0.12, 0), name, "cards")


@prop("skull")
def skull(spec: Spec, b: Builder) -> None:
    """A human skull: a long vault, hollow eyes and nose, cheekbones, two rows of teeth."""
    b.slot("body", "bone", "#dccfb2")
    b.slot("teeth", "bone", "#e9e0c8", role="trim")
    vault = [ellipsoid(0.069, 0.086, 0.066, at=(0, 0.026, 0.125)), ellipsoid(0.06, 0.05, 0.05, at=(0, -0.028, 0.122)), ellipsoid(0.05, 0.06, 0.045, at=(0, 0.03, 0.085)),
             ellipsoid(0.043, 0.03, 0.04, at=(0, -0.045, 0.09)), ellipsoid(0.036, 0.026, 0.028, at=(0, -0.052, 0.056)), ellipsoid(0.032, 0.03, 0.02, at=(0, -0.045, 0.052))]  # fmt: skip
    for s in (-1, 1):
        vault += [ellipsoid(0.019, 0.012, 0.0125, at=(s * 0.047, -0.053, 0.086)), sweep(smooth_path([(s * 0.045, -0.056, 0.085), (s * 0.064, -0.034, 0.084), (s * 0.066, 0.0, 0.085)], 16), 0.0062, sides=12)]
        vault.append(sweep(smooth_path([(s * 0.006, -0.075, 0.113), (s * 0.028, -0.073, 0.12), (s * 0.048, -0.058, 0.112), (s * 0.053, -0.05, 0.095)], 20), 0.0085, sides=12))
        vault.append(ellipsoid(0.012, 0.014, 0.02, at=(s * 0.054, 0.03, 0.07)))
        vault.append(sweep(smooth_path([(s * 0.052, 0.002, 0.08), (s * 0.05, -0.004, 0.05), (s * 0.044, -0.016, 0.022), (s * 0.026, -0.05, 0.014), (0, -0.064, 0.014)], 40), np.linspace(0.009, 0.0125, 40), sides=14))
    vault.append(ellipsoid(0.0085, 0.016, 0.01, at=(0, -0.074, 0.103)))
    vault.append(ellipsoid(0.02, 0.012, 0.016, at=(0, -0.058, 0.016)))
    whole = remesh(join(vault), 0.0026, smooth=5)
    for s in (-1, 1):
        whole = boolean(whole, move(rotate(ellipsoid(0.0195, 0.03, 0.0172, segments=40), 0, 12 * s), s * 0.0268, -0.072, 0.099))
        whole = boolean(whole, move(rotate(ellipsoid(0.0066, 0.022, 0.0155, segments=32), 0, -16 * s), s * 0.0056, -0.078, 0.0735))
    b.add(remesh(whole, 0.0017, smooth=4), "body")
    for row, (z, tall, deep) in enumerate(((0.0405, 0.0125, 0.0755), (0.0275, 0.0115, 0.0725))):
        for k in range(-6, 7):
            a = (k + 0.5 * row) * 0.2
            wide = 0.0068 if abs(k) < 2 else 0.0058
            x, y = 0.031 * math.sin(a), -deep + 0.034 * (1 - math.cos(a)) * 1.25
            tooth = subdivide(box(wide, 0.0065, tall, bevel=0.0018, segments=2, at=(0, 0, -tall / 2)), 1)
            b.add(move(rotate(tooth, 0, 0, math.degrees(a)), x, y, z), "teeth")

# SPDX-License-Identifier: GPL-3.0-or-later
"""From cupboards and halls: a doormat, a spice rack, goggles, a hoop, a piggy bank, matches, glass of a laboratory, a syringe, a megaphone, a till, a dagger,
a windmill for a child."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, extrude, join, label_plane, lathe, loft, move, rotate, rounded_profile, rounded_rectangle
from diorama_stage.kit import smooth_path, sphere, sweep, torus
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.lie import lying
from diorama_stage.kit.parts import add_rod, pile, slab
from diorama_stage.kit.seams import oval, sheet
from diorama_stage.props.registry import prop


@prop("doormat")
def doormat(spec: Spec, b: Builder) -> None:
    """A mat of coir before a door: stiff short bristles, a border, a word where one is asked."""
    b.slot("body", "carpet", b.choose("#a07a48", "#94703f"))
    b.slot("border", "rubber", "#2a241d", role="trim")
    w, d = 0.75, 0.45
    base = extrude(rounded_rectangle(w, d, 0.012), 0.013, bevel=0.003)
    b.add(extrude(rounded_rectangle(w + 0.024, d + 0.024, 0.018), 0.009, bevel=0.003), "border")
    b.add(base, "body")
    b.add(pile(base, 42000, 0.009, 0.0016, seed=spec.seed, lay=(0.1, -0.1, 0.4)), "body", "bristles")
    for label in spec.labels[:1]:
        b.slot(
            "text",
            "printed",
            role="fixed",
            label={
                "style": "stencil",
                **{k: v for k, v in label.items() if v and v != "sans"},
                "text": label["text"],
                "colour": label.get("colour") or "#2a1d12",
            },
            params={"transparent": True},
        )
        b.add(move(rotate(label_plane(w * 0.78, d * 0.5), -90), 0, 0, 0.0205), "text")


@prop("spice_rack")
def spice_rack(spec: Spec, b: Builder) -> None:
    """A rack of wood with three shelves of small jars, a spice of its own colour in each, lids and labels."""
    b.slot("body", b.choose("oak", "walnut", "pine"))
    b.slot("glass", "glass", role="fixed")
    b.slot("lids", b.choose("steel", "cork", "paint"), "#2a2c2e", role="trim")
    b.slot("labels", "paper", "#f4f0e4", role="fixed")
    w, d, high = 0.42, 0.085, 0.15
    b.add(
        join(
            [box(0.014, d, 3 * high + 0.03, bevel=0.003, at=(s * w / 2, 0, 0)) for s in (-1, 1)]
            + [box(w, 0.006, 3 * high + 0.03, bevel=0.002, at=(0, d / 2 - 0.003, 0))]
        ),
        "body",
    )
    shades = ("#b3361c", "#d99a12", "#8a4a24", "#5a6a2c", "#2b2320", "#c9a45a", "#7d1d22", "#dfcfae", "#6b3a1c", "#98a34e", "#d2661c", "#3f2a1c")
    glass, lids, labels = [], [], []
    for row in range(3):
        z = 0.012 + high * row
        b.add(box(w, d, 0.012, bevel=0.002, at=(0, 0, z - 0.012)), "body", "shelves")
        b.add(box(w, 0.006, 0.024, bevel=0.002, at=(0, -d / 2 + 0.003, z + 0.004)), "body", "rails")
        for k in range(7):
            x = (k - 3) * 0.056
            shape = [
                (0, 0.001),
                (0.021, 0.001),
                (0.0235, 0.004),
                (0.0235, 0.066),
                (0.019, 0.074),
                (0.019, 0.08),
                (0.0178, 0.08),
                (0.0178, 0.073),
                (0.0222, 0.065),
                (0.0222, 0.004),
                (0, 0.003),
            ]
            glass.append(move(lathe(shape, segments=32), x, 0.002, z))
            lids.append(cylinder(0.0208, 0.018, bevel=0.002, segments=32, at=(x, 0.002, z + 0.078)))
            labels.append(box(0.022, 0.0006, 0.02, bevel=0, at=(x, -0.0222, z + 0.024)))
            name = f"spice {(row * 7 + k) % 12}"
            if name not in b._slots:
                b.slot(name, "soil", shades[(row * 7 + k) % 12], role="fixed")
            b.add(cylinder(0.0216, 0.05 + 0.004 * ((k * 5 + row) % 4), bevel=0.002, segments=28, at=(x, 0.002, z + 0.0045)), name, "spices")
    b.add(join(glass), "glass", "jars")
    b.add(join(lids), "lids")
    b.add(join(labels), "labels")
    b.mount = 1.35


@prop("goggles")
def goggles(spec: Spec, b: Builder) -> None:
    """Ski goggles: one curved mirror lens in a broad frame with foam behind, a wide
    strap. Swimming goggles: two small cups on a thin strap. Laid on their strap."""
    swim = spec.is_a("swim")
    b.slot("frame", "plastic", b.choose("#1b1c1f", "#f1f0ea", "#c9343a", "#1f5fa3"))
    b.slot("lens", "plastic", b.choose("#d9722a", "#3f6fb5", "#8f3fa5") if not swim else "#3a5f7a", role="trim", finish=("glossy",))
    b.slot("strap", "fabric" if not swim else "rubber", b.choose("#23262a", "#8a1f24", "#1f4f7a"), role="trim")
    if swim:
        for s in (-1, 1):
            cup = [
                np.column_stack([s * 0.034 + oval(2.6, 40)[:, 0] * 0.027 * g, np.full(40, y), 0.024 + oval(2.6, 40)[:, 1] * 0.0195 * g])
                for y, g in ((0.006, 1.0), (-0.004, 0.96), (-0.014, 0.86), (-0.016, 0.8))
            ]
            b.add(loft(cup, smooth=40), "lens", "lenses")
            rim = np.column_stack([s * 0.034 + oval(2.6, 60)[:, 0] * 0.0275, np.full(60, 0.006), 0.024 + oval(2.6, 60)[:, 1] * 0.02])
            b.add(sweep(np.vstack([rim, rim[:2]]), 0.0036, sides=10), "frame")
        b.add(sweep([(-0.009, 0.0, 0.024), (0, -0.003, 0.026), (0.009, 0.0, 0.024)], 0.003, sides=10), "frame", "bridge")
        wide, size = 0.062, 0.012
    else:
        a = np.linspace(0, 2 * np.pi, 120, endpoint=False)
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.55 * 0.085
        nose = 0.014 * np.exp(-((x / 0.02) ** 2)) * (np.sin(a) < 0)
        z = np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.6 * 0.042 + nose
        face = lambda q: np.column_stack([x * q, 0.11 - np.sqrt(0.118**2 - (x * q) ** 2), 0.05 + z * q])  # noqa: E731
        line = face(1.0)
        grid = np.stack([face(q) - (0, 0.005 * (1 - q**2), 0) for q in np.linspace(0.02, 0.96, 20)])
        b.add(sheet(grid, 0.002, closed=True), "lens", "lenses")
        b.add(sweep(np.vstack([line, line[:2]]), 0.0075, sides=12), "frame")
        b.slot("foam", "foam", "#1c1d1f", role="fixed")
        b.add(sweep(np.vstack([line, line[:2]]) * (0.96, 1, 0.95) + (0, 0.016, 0.0025), 0.009, sides=10), "foam")
        wide, size = 0.086, 0.038
    t = np.linspace(0, 1, 60)
    band = np.column_stack(
        [
            wide * np.cos(np.pi * t) * (1 + 0.08 * np.sin(np.pi * t)),
            0.012 + (0.125 if not swim else 0.1) * np.sin(np.pi * t) ** 0.8,
            np.full(60, 0.05 if not swim else 0.024),
        ]
    )
    grid = np.stack([band + (0, 0, z) for z in np.linspace(-size / 2, size / 2, 6)])
    b.add(sheet(grid, 0.0022), "strap")


@prop("hula_hoop")
def hula_hoop(spec: Spec, b: Builder) -> None:
    """A hoop of plastic tube wound with a bright stripe; it lies, leans, or stands."""
    b.slot("body", "plastic", b.choose("#d9346a", "#2f8fd0", "#f2b01e", "#3fae5a"), finish=("glossy",))
    b.slot("stripe", "plastic", "#f4f2ec", role="trim", finish=("glossy",))
    r, tube = 0.45, 0.0125
    hoop = torus(r, tube, segments=120, sides=16)
    a = np.linspace(0, 2 * np.pi, 900)
    turns = 18
    c, s = np.cos(turns * a), np.sin(turns * a)
    line = np.column_stack([(r + (tube + 0.0004) * c) * np.cos(a), (r + (tube + 0.0004) * c) * np.sin(a), (tube + 0.0004) * s])
    wound = sweep(line, 0.0055, sides=8, flat=0.2)
    for o, slot in ((hoop, "body"), (wound, "stripe")):
        if spec.has("upright", "standing", "leaning"):
            rotate(o, 90)
        b.add(o, slot)
    b.lean = "back"


@prop("piggy_bank")
def piggy_bank(spec: Spec, b: Builder) -> None:
    """A pig of glazed earthenware with a slot in its back: a round body on four stumps, a snout with nostrils, ears, a curled tail, flowers or none."""
    b.slot("body", "porcelain", b.choose("#e8a3ad", "#e8a3ad", "#f0d8c8", "#8fb6c4"))
    b.slot("dark", "paint", "#2a1d1c", role="fixed", finish=("glossy",))
    made = [ellipsoid(0.085, 0.062, 0.06, at=(0, 0, 0.078), segments=56), ellipsoid(0.045, 0.045, 0.042, at=(-0.062, 0, 0.093), segments=40)]
    snout = lathe(rounded_profile([(0, 0), (0.022, 0), (0.021, 0.024), (0, 0.026)], 0.004), segments=36)
    made.append(move(rotate(snout, 0, -90), -0.095, 0, 0.088))
    for x in (-0.048, 0.05):
        for y in (-0.034, 0.034):
            made.append(cylinder(0.018, 0.05, bevel=0.005, at=(x, y, 0), top=0.022))
    for s in (-1, 1):
        ear = [
            np.column_stack([oval(2, 20)[:, 0] * 0.015 * w, oval(2, 20)[:, 1] * 0.005 * w, np.full(20, z)])
            for z, w in ((0, 1.0), (0.014, 0.95), (0.026, 0.5), (0.031, 0.08))
        ]
        made.append(move(rotate(loft(ear, smooth=60), 0, -24, s * 28), -0.058, s * 0.026, 0.122))
    t = np.linspace(0, 1, 50)
    curl = np.column_stack([0.083 + 0.022 * t, 0.009 * np.sin(11 * t), 0.085 + 0.012 * t + 0.009 * np.cos(11 * t)])
    made.append(sweep(curl, np.interp(t, [0, 1], [0.005, 0.002]), sides=10))
    b.add(join(made), "body")
    dark = [sphere(0.0052, at=(-0.094, s * 0.023, 0.108), segments=16) for s in (-1, 1)]
    dark += [ellipsoid(0.002, 0.0035, 0.005, at=(-0.121, s * 0.0085, 0.088), segments=14) for s in (-1, 1)]
    dark.append(box(0.036, 0.005, 0.004, bevel=0.001, at=(0.0, 0, 0.1358)))
    b.add(join(dark), "dark", "eyes and slot")
    for o in [o for group in b._parts.values() for o in group]:
        rotate(o, 0, 0, 38)


@prop("matches")
def matches(spec: Spec, b: Builder) -> None:
    """A box of matches half open, heads in rows within, two matches before it; a single match lies, its head burning where it is lit."""
    b.slot("wood", "pine", "#e2c08c", role="trim")
    b.slot("heads", "paint", b.choose("#a8201e", "#6a2a1c"), role="main", finish=("matte",))

    def match(x: float, y: float, z: float, turn: float, tilt: float = 0.0) -> None:
        stick, head = box(0.043, 0.0021, 0.0021, bevel=0.0002, at=(0, 0, -0.001)), ellipsoid(0.0028, 0.0018, 0.0018, at=(0.0222, 0, 0), segments=16)
        for o, slot in ((stick, "wood"), (head, "heads")):
            b.add(move(rotate(o, 0, tilt, turn), x, y, z), slot, "matches")

    if spec.is_a("single"):
        match(0, 0, 0.0018, 20)
        if spec.has("lit", "burning"):
            from diorama_stage.kit import Emitter

            b.slot("flame", "emission", "#ffb04a", role="fixed")
            flame = lathe([(0, 0), (0.0032, 0.004), (0.0036, 0.008), (0.002, 0.016), (0, 0.026)], segments=24, smooth=180)
            b.add(move(flame, 0.021, 0.0077, 0.002), "flame")
            b.emitters.append(Emitter(0.021, 0.0077, 0.012, 0.004, 1900, 0.4))
        return
    b.slot("box", "cardboard", b.choose("#2f5f9f", "#b3342c", "#d9a92e"), role="trim")
    b.slot("strip", "paint", "#4a2a24", role="fixed", finish=("rough",))
    w, d, h, t = 0.056, 0.036, 0.016, 0.0007
    sleeve = [box(w, d, t, bevel=0, at=(0, 0, z)) for z in (0, h - t)] + [box(w, t, h, bevel=0, at=(0, s * (d / 2), 0)) for s in (-1, 1)]
    b.add(join(sleeve), "box")
    b.add(join([box(w - 0.002, 0.0004, h - 0.003, bevel=0, at=(0, s * (d / 2 + 0.0005), 0.0015)) for s in (-1, 1)]), "strip")
    out = 0.026
    tray = [
        box(w, d - 0.003, t, bevel=0, at=(out, 0, 0.001)),
        *[box(w, t, h - 0.004, bevel=0, at=(out, s * (d / 2 - 0.002), 0.001)) for s in (-1, 1)],
        *[box(t, d - 0.004, h - 0.004, bevel=0, at=(out + s * w / 2, 0, 0.001)) for s in (-1, 1)],
    ]
    b.slot("tray", "cardboard", "#e6dcc8", role="fixed")
    b.add(join(tray), "tray")
    for layer in range(3):
        for k in range(11):
            match(out + 0.003, -0.0135 + 0.0027 * k, 0.004 + 0.0026 * layer, b.rng.uniform(-1.5, 1.5))
    match(-0.005, -0.032, 0.0018, 16)
    match(0.03, -0.041, 0.0018, -22)
    for label in spec.labels[:1]:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#f4f1e6"}, params={"transparent": True})
        b.add(move(rotate(label_plane(w * 0.86, d * 0.6), -90), 0, 0, h + 0.0002), "text")


@prop("lab_glass")
def lab_glass(spec: Spec, b: Builder) -> None:
    """Glass of a laboratory: a conical flask, a beaker with its spout and marks, or tubes in their stand, each part full of a coloured liquid."""
    b.slot("glass", "glass", role="fixed")
    b.slot("liquid", "liquid", b.choose("#2f7fd0", "#3fae5a", "#d9488f", "#e0a81c"))
    if spec.is_a("tubes"):
        b.slot("stand", "pine", "#c9a06a", role="trim")
        count = 5
        b.add(
            join(
                [box(0.2, 0.05, 0.012, bevel=0.002, at=(0, 0, z)) for z in (0, 0.07)]
                + [box(0.012, 0.05, 0.08, bevel=0.002, at=(s * 0.094, 0, 0)) for s in (-1, 1)]
            ),
            "stand",
        )
        tube = [
            (0, 0),
            (0.005, 0.001),
            (0.0075, 0.005),
            (0.008, 0.01),
            (0.008, 0.13),
            (0.0095, 0.133),
            (0.0085, 0.134),
            (0.007, 0.13),
            (0.007, 0.01),
            (0.004, 0.0025),
            (0, 0.0015),
        ]
        b.add(join([move(lathe(tube, segments=32), (k - 2) * 0.034, 0, 0.013) for k in range(count)]), "glass")
        for k, colour in enumerate(("#d9343a", "#e9a01e", "#3fae5a", "#2f7fd0", "#8f4fc0")):
            b.slot(f"liquid {k}", "liquid", colour, role="fixed")
            level = 0.05 + 0.012 * ((k * 3) % 5)
            fill = lathe([(0, 0.002), (0.004, 0.003), (0.0068, 0.01), (0.0068, level), (0, level - 0.001)], segments=28)
            b.add(move(fill, (k - 2) * 0.034, 0, 0.013), f"liquid {k}", "liquids")
        return
    b.slot("marks", "paint", "#f4f4f0", role="fixed", finish=("matte",))
    if spec.is_a("beaker"):
        r, h, level = 0.042, 0.115, 0.066
        wall = [
            (0, 0),
            (r - 0.004, 0),
            (r, 0.005),
            (r, h - 0.004),
            (r + 0.003, h),
            (r + 0.001, h + 0.001),
            (r - 0.0022, h - 0.004),
            (r - 0.0022, 0.006),
            (r - 0.006, 0.002),
            (0, 0.002),
        ]
        inner = [(0, 0.0022), (r - 0.006, 0.0022), (r - 0.0023, 0.006), (r - 0.0023, level), (0, level - 0.0004)]
        at = lambda z: r  # noqa: E731
    else:
        r, h, level = 0.056, 0.15, 0.05
        wall = [
            (0, 0),
            (r - 0.004, 0),
            (r, 0.006),
            (r * 0.94, 0.02),
            (0.02, 0.1),
            (0.017, 0.112),
            (0.017, 0.142),
            (0.0205, h),
            (0.0185, h + 0.001),
            (0.015, 0.142),
            (0.015, 0.112),
            (0.018, 0.099),
            (r * 0.94 - 0.002, 0.0195),
            (r - 0.005, 0.004),
            (0, 0.002),
        ]
        inner = [
            (0, 0.0022),
            (r - 0.0055, 0.0042),
            (r * 0.94 - 0.0024, 0.0196),
            (np.interp(level, [0.02, 0.1], [r * 0.94, 0.02]) - 0.0024, level),
            (0, level - 0.0004),
        ]
        at = lambda z: float(np.interp(z, [0.02, 0.1], [r * 0.94, 0.02]))  # noqa: E731
    b.add(lathe(wall, segments=80, smooth=50), "glass")
    b.add(lathe(inner, segments=72), "liquid")
    marks = []
    for k in range(6):
        z = 0.026 + 0.012 * k
        t = np.radians(np.linspace(-90, -90 + (24 if k % 2 else 38), 12))
        marks.append(sweep(np.column_stack([(at(z) + 0.0004) * np.cos(t), (at(z) + 0.0004) * np.sin(t), np.full(12, z)]), 0.0005, sides=6))
    b.add(join(marks), "marks")
    b.footprint = "round"


@prop("syringe")
def syringe(spec: Spec, b: Builder) -> None:
    """A syringe that lies: a clear barrel with marks, liquid before its plunger, finger flanges, a fine needle in its hub."""
    b.slot("barrel", "glass", role="fixed")
    b.slot("plunger", "plastic", b.choose("#f1f1ee", "#3f7fc0", "#3fae8a"))
    b.slot("dark", "rubber", "#1a1b1d", role="fixed")
    b.slot("needle", "steel", role="fixed")
    b.slot("liquid", "liquid", "#8fc4d9", role="fixed")
    b.add(
        lathe([(0, 0.034), (0.002, 0.034), (0.002, 0.04), (0.0078, 0.044), (0.0078, 0.118), (0.0068, 0.118), (0.0068, 0.045), (0, 0.042)], segments=40),
        "barrel",
    )
    b.add(extrude(rounded_rectangle(0.034, 0.012, 0.005), 0.0018, bevel=0.0006, at=(0, 0, 0.117)), "barrel", "flange")
    b.add(lathe([(0, 0.0432), (0.0066, 0.046), (0.0066, 0.085), (0, 0.085)], segments=36), "liquid")
    b.add(lathe(rounded_profile([(0, 0.0852), (0.0066, 0.0862), (0.0066, 0.094), (0, 0.094)], 0.0008), segments=36), "dark", "stopper")
    b.add(
        join(
            [
                box(0.011, 0.0022, 0.062, bevel=0.0004, at=(0, 0, 0.094)),
                box(0.0022, 0.011, 0.062, bevel=0.0004, at=(0, 0, 0.094)),
                cylinder(0.0105, 0.0022, bevel=0.0008, at=(0, 0, 0.156)),
            ]
        ),
        "plunger",
    )
    b.add(lathe([(0, 0.026), (0.0016, 0.026), (0.0034, 0.034), (0.0034, 0.038), (0, 0.038)], segments=28), "plunger", "hub")
    b.add(lathe([(0, 0), (0.0004, 0.002), (0.0005, 0.027), (0, 0.027)], segments=12), "needle")
    b.add(join([torus(0.0079, 0.00028, at=(0, 0, 0.052 + 0.006 * k), segments=36, sides=6) for k in range(10)]), "dark", "marks")
    lying(b, b.rng.uniform(10, 35))


@prop("megaphone")
def megaphone(spec: Spec, b: Builder) -> None:
    """A loud hailer: a flared horn, a drum behind it, a pistol grip with its switch, a strap."""
    b.slot("body", "plastic", b.choose("#f2f0ea", "#c62f2a", "#e0a81c"))
    b.slot("dark", "plastic", "#1b1c1e", role="trim")
    horn = smooth_path([(0.035, 0), (0.04, 0.06), (0.06, 0.14), (0.1, 0.2), (0.112, 0.21)], 40)
    skin = [tuple(p) for p in horn] + [(r - 0.003, z - 0.001) for r, z in horn[::-1]]
    b.add(move(rotate(lathe(skin, segments=72, smooth=60), 0, -90), 0, 0, 0.2), "body", "horn")
    b.add(move(rotate(torus(0.112, 0.005, segments=72, sides=10), 0, 90), -0.21, 0, 0.2), "dark", "rim")
    drum = [(0, 0.01), (0.052, 0.01), (0.058, 0.0), (0.058, -0.09), (0.05, -0.1), (0, -0.1)]
    b.add(move(rotate(lathe(rounded_profile(drum, 0.006), segments=56), 0, -90), 0, 0, 0.2), "dark", "drum")
    b.add(
        move(rotate(lathe(rounded_profile([(0, -0.02), (0.02, -0.02), (0.03, 0.08), (0.022, 0.1), (0, 0.12)], 0.006), segments=36), 0, -90), -0.02, 0, 0.2),
        "dark",
        "cone",
    )
    grip = [(0.02, 0.15), (0.06, 0.15), (0.085, 0.02), (0.045, 0.02)]
    b.add(slab(grip, 0.032, bevel=0.01), "body", "grip")
    b.add(slab([(0.014, 0.13), (0.024, 0.13), (0.032, 0.085), (0.024, 0.085)], 0.016, bevel=0.003), "dark", "trigger")
    strap = smooth_path([(0.08, 0.0, 0.15), (0.15, -0.03, 0.1), (0.14, -0.06, 0.01), (0.08, -0.07, 0.006), (0.065, -0.02, 0.03)], 40)
    b.add(sweep(strap, 0.005, sides=10, flat=0.4), "dark", "strap")


@prop("cash_register")
def cash_register(spec: Spec, b: Builder) -> None:
    """A till of old in chased brass with round keys in rows, a marble ledge, a drawer, figures in its window; a modern one is a screen over a drawer."""
    if spec.is_a("modern"):
        b.slot("body", "plastic", "#2b2d30")
        b.slot("glass", "plastic", "#101113", role="fixed", finish=("glossy",))
        b.slot("screen", "screen", "#3f6fa5", role="fixed")
        b.slot("paper", "paper", "#f6f4ee", role="fixed")
        b.add(box(0.42, 0.42, 0.1, bevel=0.008), "body", "drawer")
        b.add(box(0.4, 0.006, 0.075, bevel=0.002, at=(0, -0.212, 0.012)), "body", "drawer")
        b.add(box(0.1, 0.14, 0.1, bevel=0.01, at=(0.14, 0.08, 0.1)), "body", "printer")
        b.add(move(rotate(box(0.06, 0.001, 0.1, bevel=0), 12), 0.14, 0.05, 0.2), "paper", "receipt")
        b.add(box(0.06, 0.04, 0.18, bevel=0.01, at=(-0.06, 0.1, 0.1)), "body", "stand")
        tilt = lambda o: move(rotate(o, -20), -0.06, 0.04, 0.17)  # noqa: E731
        b.add(tilt(box(0.34, 0.022, 0.23, bevel=0.006)), "body", "panel")
        b.add(tilt(box(0.315, 0.001, 0.205, bevel=0, at=(0, -0.0115, 0.0125))), "screen")
        b.add(
            tilt(join([box(0.045, 0.001, 0.034, bevel=0, at=(-0.115 + 0.056 * i, -0.0125, 0.03 + 0.045 * j)) for i in range(4) for j in range(3)])),
            "paper",
            "buttons",
        )
        b.add(tilt(box(0.07, 0.001, 0.16, bevel=0, at=(0.115, -0.0125, 0.03))), "glass")
        return
    b.slot("body", "brass", "#a9803a")
    b.slot("wood", "walnut", role="trim")
    b.slot("marble", "marble", "#efece4", role="fixed")
    b.slot("keys", "ivory", "#f2ecd8", role="fixed")
    b.slot("dark", "paint", "#16130f", role="fixed")
    w = 0.44
    b.add(box(w + 0.04, 0.42, 0.1, bevel=0.01), "wood", "drawer")
    b.add(join([box(w, 0.008, 0.075, bevel=0.003, at=(0, -0.212, 0.012)), sphere(0.012, at=(0, -0.226, 0.05), segments=20)]), "body", "drawer front")
    b.add(box(w + 0.02, 0.12, 0.014, bevel=0.004, at=(0, -0.14, 0.1)), "marble", "ledge")
    case = [(-0.08, 0.1), (-0.08, 0.15), (0.0, 0.27), (0.03, 0.34), (0.1, 0.38), (0.17, 0.36), (0.19, 0.1)]
    b.add(rotate(slab(case, w - 0.02, bevel=0.014), 0, 0, 90), "body")
    b.add(box(w, 0.13, 0.14, bevel=0.016, at=(0, 0.12, 0.36)), "body", "top")
    b.add(box(w - 0.09, 0.006, 0.07, bevel=0.001, at=(0, 0.053, 0.395)), "dark", "window")
    for x, text in ((-0.1, "1"), (0.0, "9"), (0.1, "5")):
        b.slot(f"figure {text}", "printed", role="fixed", label={"text": text, "style": "slab", "colour": "#1a1a1c", "paper": "#f6f2e6"})
        b.add(label_plane(0.05, 0.056, at=(x, 0.0485, 0.43)), f"figure {text}", "figures")
    for j in range(5):
        for i in range(7):
            t = (j + 0.5) / 5
            y, z = -0.078 + 0.085 * t - 0.012, 0.155 + 0.115 * t
            key = [cylinder(0.0035, 0.022, bevel=0, segments=10), cylinder(0.0125, 0.004, bevel=0.001, at=(0, 0, 0.02), segments=24)]
            for o, slot in zip(key, ("body", "keys"), strict=True):
                b.add(move(rotate(o, 56), (i - 3) * 0.049, y, z), slot, "keys")
    crest = [(x, 0.5 + 0.05 * math.cos(x / 0.2 * math.pi / 2) ** 2) for x in np.linspace(-0.2, 0.2, 24)]
    b.add(slab([(-0.2, 0.49), *crest, (0.2, 0.49)], 0.02, y=0.12, bevel=0.004), "body", "crest")
    for s in (-1, 1):
        roll = sweep(
            np.array([(s * (w / 2 - 0.002), 0.1 + 0.05 * math.cos(a) * (1 - a / 9), 0.25 + 0.05 * math.sin(a) * (1 - a / 9)) for a in np.linspace(0, 7, 50)]),
            0.005,
            sides=8,
        )
        b.add(roll, "body", "scrolls")
    add_rod(b, "body", (w / 2, 0.06, 0.25), (w / 2 + 0.07, 0.06, 0.25), 0.007, "crank")
    add_rod(b, "body", (w / 2 + 0.065, 0.06, 0.25), (w / 2 + 0.065, -0.03, 0.2), 0.006, "crank")
    b.add(ellipsoid(0.03, 0.012, 0.012, at=(w / 2 + 0.085, -0.03, 0.2), segments=24), "wood", "crank")


@prop("dagger")
def dagger(spec: Spec, b: Builder) -> None:
    """A dagger: a short double-edged blade, a curved guard, a wire-bound grip, a pommel with a stone. A katana: long, one-edged, bowed, with its round
    guard and wrapped hilt."""
    b.slot("body", "steel")
    katana = spec.is_a("katana")
    if katana:
        b.slot("guard", "bronze", "#4a3a26", role="trim")
        b.slot("grip", "fabric", b.choose("#16171a", "#3a1a1c", "#1f2f4a"), role="trim")
        rings = []
        for t in np.linspace(0, 1, 60):
            z, bow = 0.27 + 0.72 * t, 0.05 * t**2
            wide = 0.015 * (1 - 0.22 * t) * min(1.0, (1 - t) * 16 + 0.05)
            rings.append(
                [
                    (bow - wide, 0, z),
                    (bow - wide * 0.2, -0.003, z),
                    (bow + wide * 0.85, -0.0034, z),
                    (bow + wide, 0, z),
                    (bow + wide * 0.85, 0.0034, z),
                    (bow - wide * 0.2, 0.003, z),
                ]
            )
        b.add(loft(rings, smooth=20), "body", "blade")
        b.add(cylinder(0.038, 0.005, bevel=0.001, at=(0, 0, 0.262)), "guard")
        rows = [(0.0155 + 0.0018 * abs(math.sin(k * 0.55)), 0.01 + 0.0025 * k) for k in range(100)]
        b.add(lathe([(0, 0.008), *rows, (0, 0.262)], segments=24, squash=0.72), "grip")
        b.add(ellipsoid(0.017, 0.013, 0.01, at=(0, 0, 0.008), segments=24), "guard", "pommel")
        half = 90
    else:
        b.slot("guard", b.choose("brass", "gold", "silver"), role="trim")
        b.slot("grip", "leather", b.choose("#2a1a14", "#4a1f22"), role="trim")
        b.slot("stone", "crystal", b.choose("#a8182a", "#1f4fa8", "#1f8a4a"), role="fixed")
        rings = []
        for t in np.linspace(0, 1, 40):
            z, w, d = 0.135 + 0.215 * t, 0.0165 * (1 - 0.55 * t) * min(1.0, (1 - t) * 6 + 0.02), 0.0028 * (1 - 0.6 * t)
            rings.append([(-w, 0, z), (0, -d, z), (w, 0, z), (0, d, z)])
        b.add(loft(rings, smooth=15), "body", "blade")
        guard = smooth_path([(-0.055, 0, 0.148), (-0.03, 0, 0.132), (0.03, 0, 0.132), (0.055, 0, 0.148)], 40)
        b.add(join([sweep(guard, 0.0062, sides=14), *[sphere(0.0085, at=(x, 0, 0.15), segments=18) for x in (-0.055, 0.055)]]), "guard")
        rows = [(0.0105 + 0.002 * math.sin(k / 40 * math.pi) + 0.0008 * (k % 2), 0.03 + 0.0025 * k) for k in range(41)]
        b.add(lathe([(0, 0.03), *rows, (0, 0.132)], segments=28, squash=0.8), "grip")
        b.add(sphere(0.0165, at=(0, 0, 0.018), segments=28), "guard", "pommel")
        b.add(ellipsoid(0.0085, 0.004, 0.0085, at=(0, -0.015, 0.018), segments=20), "stone")
        half = 70
    if not spec.has("upright", "standing"):
        for o in [o for group in b._parts.values() for o in group]:
            rotate(o, 0, 0, -half)
        lying(b, b.rng.uniform(-14, 14))


@prop("pinwheel")
def pinwheel(spec: Spec, b: Builder) -> None:
    """A child's windmill: four folded vanes of two colours on a pin, a stick."""
    b.slot("body", "paper", b.choose("#d9343a", "#2f7fd0", "#e9b01e", "#3fae5a"))
    b.slot("back", "paper", b.choose("#f2b01e", "#f4f2ec", "#6fc4e0"), role="trim")
    b.slot("stick", "pine", "#d8b07a", role="trim")
    b.slot("pin", "brass", role="fixed")
    z0, r = 0.36, 0.115
    vanes, folds = Growth(), Growth()
    for k in range(4):
        a0 = math.pi / 2 * k + 0.3
        t, s = np.linspace(0, 1, 18)[:, None], np.linspace(0, 1, 10)[None, :]
        corner, other = np.array((math.cos(a0), math.sin(a0))) * r, np.array((math.cos(a0 + math.pi / 2), math.sin(a0 + math.pi / 2))) * r
        flat = corner[None, None] * (t * (1 - s))[..., None] + other[None, None] * (t * s * 0.0)[..., None]
        bend = np.pi * 0.86 * s
        side = other / r
        out = 0.034 * t * np.sin(np.clip(bend, 0, np.pi)) ** 0.9
        across = 0.085 * t * (1 - np.cos(bend)) / 2
        grid = np.stack([flat[..., 0] + across * side[0], -0.012 - out, flat[..., 1] + across * side[1] + z0], axis=-1)
        vanes.sheet(grid, 1.0, 0.0004)
        folds.sheet(grid + (0, 0.0007, 0), 1.0, 0.0003)
    b.add(vanes.object("vanes"), "body", "vanes")
    b.add(folds.object("backs"), "back")
    b.add(cylinder(0.0045, z0 + 0.02, bevel=0.001), "stick")
    b.add(move(rotate(cylinder(0.008, 0.006, bevel=0.002), 90), 0, -0.026, z0), "pin")
    add_rod(b, "pin", (0, -0.03, z0), (0, 0.006, z0), 0.0012, "pin", 8)

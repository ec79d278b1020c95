# SPDX-License-Identifier: GPL-3.0-or-later
"""From cupboards and halls: a doormat, a spice rack, a piggy bank, matches."""

from __future__ import annotations


import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, ellipsoid, extrude, join, label_plane, lathe, loft, move, rotate, rounded_profile, rounded_rectangle
from diorama_stage.kit import sphere, sweep
from diorama_stage.kit.parts import pile
from diorama_stage.kit.seams import oval
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

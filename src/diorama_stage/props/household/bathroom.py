# SPDX-License-Identifier: GPL-3.0-or-later
"""What a bathroom shelf and wall hold: tissues in their box, nail polish, toothpaste, a shower."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    join,
    label_plane,
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
from diorama_stage.kit.parts import add_rod, rods, turned
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop


@prop("tissue_box")
def tissue_box(spec: Spec, b: Builder) -> None:
    """A printed carton with an oval opening, a sheet drawn halfway out of it in soft folds."""
    b.slot("box", "cardboard", b.choose("#7fa7c4", "#d8a7a1", "#8fb59a", "#d9c38c"), pattern=b.choose(None, "floral", "dots"), finish=("satin",))
    b.slot("tissue", "paper", "#f7f6f3", role="trim", finish=("matte",))
    b.slot("inside", "paper", "#5c6468", role="fixed")
    x, y, z = (0.23, 0.12, 0.075) if b.choose(True, False) else (0.115, 0.115, 0.125)
    b.add(box(x, y, z, bevel=0.0018), "box")
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    half = min(x * 0.36, 0.075), 0.026
    b.add(loft([np.stack([half[0] * np.cos(t), half[1] * np.sin(t), np.full(48, h)], axis=1) for h in (z - 0.001, z + 0.0006)], smooth=30), "inside", "slot")
    u, v = np.meshgrid(np.linspace(-1, 1, 90), np.linspace(0, 1, 50))
    rng = np.random.default_rng(spec.seed)
    a, c = rng.uniform(0, 6.28, 2)
    spread = 0.2 + 0.8 * v**0.8
    fold = np.sin(u * 7 + a) * 0.016 * (1 - 0.35 * v) + np.sin(u * 15 + c + 2 * v) * 0.005
    px = u * (0.032 + 0.05 * spread) + 0.01 * np.sin(4 * v + a)
    pz = z - 0.004 + v * (0.085 - 0.03 * u**2) - 0.02 * np.abs(u) ** 3 * v + 0.008 * np.sin(u * 4 + c) * v
    b.add(sheet(np.stack([px, fold + 0.02 * v * u, pz], axis=-1), 0.0004), "tissue")


@prop("nail_polish")
def nail_polish(spec: Spec, b: Builder) -> None:
    """A small square bottle of lacquer with thick walls and a tall black cap."""
    b.slot("polish", "lacquer", b.choose("#b5122a", "#d4436f", "#7a1f4f", "#e08a6a", "#2b3f7a"), finish=("glossy",))
    b.slot("glass", "glass", role="fixed")
    b.slot("cap", "plastic", b.choose("#131314", "#131314", "#e9e4da"), role="trim", finish=("glossy",))

    def rings(rows, r: float) -> list[np.ndarray]:
        return [np.column_stack([rounded_rectangle(w, d, r), np.full(32, h)]) for h, w, d in rows]

    b.add(
        loft(rings([(0, 0.027, 0.021), (0.002, 0.029, 0.023), (0.03, 0.029, 0.023), (0.036, 0.024, 0.019), (0.0385, 0.014, 0.014)], 0.005), smooth=50),
        "glass",
        "bottle",
    )
    b.add(loft(rings([(0.004, 0.023, 0.0175), (0.029, 0.0245, 0.019), (0.0335, 0.02, 0.0155)], 0.004), smooth=50), "polish")
    b.add(lathe([(0, 0.038), (0.0068, 0.038), (0.0068, 0.042), (0, 0.042)], segments=40), "cap", "neck")
    b.add(lathe(rounded_profile([(0, 0.0415), (0.0085, 0.0415), (0.0088, 0.044), (0.0068, 0.078), (0.0055, 0.0805), (0, 0.081)], 0.0012), segments=56), "cap")
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(label_plane(0.022, 0.012, at=(0, -0.0118, 0.018)), "label")


@prop("toothpaste")
def toothpaste(spec: Spec, b: Builder) -> None:
    """A tube that lies: flat and crimped at one end, round at the other, its cap off and a stripe of paste before it."""
    b.slot("tube", "plastic", b.choose("#f2f3f3", "#e9f1f5"), finish=("glossy",))
    b.slot("band", "plastic", b.choose("#c6232b", "#1f5fa8", "#1f8a6a"), role="trim", finish=("glossy",))
    b.slot("paste", "icing", "#eef7f5", role="fixed")
    b.slot("stripe", "icing", "#3aa6a0", role="fixed")
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rows = []
    for x, w, h in (
        (-0.085, 0.027, 0.0012),
        (-0.074, 0.027, 0.0014),
        (-0.04, 0.0252, 0.0085),
        (0.0, 0.0225, 0.0145),
        (0.05, 0.0195, 0.0178),
        (0.062, 0.0185, 0.0182),
    ):
        rows.append(np.stack([np.full(48, x), w * np.cos(t), 0.0185 + h * np.sin(t) - (0.0183 - h) * 0.93], axis=1))
    b.add(loft(rows[1:], smooth=60), "tube")
    b.add(loft(rows[:2], smooth=60), "band", "crimp")
    b.add(loft([r * (1, 1.004, 1) + (0, 0, 0.0003) for r in rows[2:4]], smooth=60), "band")
    neck = [(0, 0), (0.0185, 0), (0.017, 0.004), (0.0085, 0.008), (0.0075, 0.009), (0.0075, 0.018), (0.005, 0.018), (0, 0.017)]
    b.add(turned(rounded_profile(neck, 0.001), (0.061, 0, 0.0197), "x"), "tube", "nozzle")
    label = spec.labels[0] if spec.labels else {"text": b.choose("FRESH MINT", "WHITE & CLEAN", "DENTA"), "style": "bold", "colour": {"hex": "#16456f"}}
    b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
    plane = rotate(label_plane(0.06, 0.02), -60)
    b.add(move(plane, 0.028, -0.0145, 0.0262), "label")
    b.add(
        move(rotate(lathe(rounded_profile([(0, 0), (0.0125, 0), (0.011, 0.022), (0, 0.022)], 0.0015), segments=24, smooth=20), 0, 90, 28), 0.1, -0.042, 0.0125),
        "band",
        "cap",
    )
    worm = smooth_path([(0.08, 0, 0.02), (0.088, -0.001, 0.017), (0.1, -0.004, 0.006), (0.118, -0.006, 0.0045), (0.136, -0.001, 0.0045)], 60)
    b.add(sweep(worm, np.interp(np.linspace(0, 1, 60), [0, 0.9, 1], [0.0045, 0.0048, 0.0012]), sides=18), "paste")
    for d in (-0.0026, 0.0026):
        b.add(sweep(worm[4:-4] + (0.0004, d, 0.0028), 0.0013, sides=8), "stripe", "paste")


@prop("shower")
def shower(spec: Spec, b: Builder) -> None:
    """A shower before its tiled wall: a riser with a broad rose, a mixer with two handles, a hand shower on its hose, a tray below; running, it rains."""
    b.slot("metal", "chrome")
    b.slot("tiles", "tile", "#e8ebea", role="trim")
    b.slot("tray", "ceramic", "#f3f3f1", role="trim")
    b.slot("dark", "rubber", "#2a2c2e", role="fixed")
    wall = 0.44
    b.add(box(0.92, 0.06, 2.3, bevel=0.004, at=(0, wall + 0.03, 0)), "tiles", "wall")
    b.add(box(0.9, 0.88, 0.1, bevel=0.02, at=(0, 0, 0)), "tray")
    b.add(cylinder(0.05, 0.006, at=(0, 0, 0.098)), "metal", "drain")
    pipe = smooth_path(
        [(0, wall - 0.05, 1.0), (0, wall - 0.05, 1.9), (0, wall - 0.08, 2.08), (0, wall - 0.2, 2.14), (0, 0.06, 2.14), (0, 0.03, 2.1), (0, 0.03, 2.06)], 80
    )
    b.add(sweep(pipe, 0.0125, sides=18), "metal", "riser")
    b.add(lathe(rounded_profile([(0, 2.02), (0.12, 2.02), (0.122, 2.028), (0.03, 2.05), (0.018, 2.07), (0, 2.07)], 0.003), segments=64), "metal", "rose")
    move(b._parts["rose"][-1], 0, 0.03, 0)
    holes = [(r * np.cos(a), 0.03 + r * np.sin(a)) for r, n in ((0.03, 8), (0.06, 14), (0.095, 22)) for a in np.linspace(0, 2 * np.pi, n, endpoint=False)]
    b.add(join([cylinder(0.004, 0.004, bevel=0.0008, segments=12, at=(x, y, 2.017)) for x, y in holes]), "dark", "rose")
    add_rod(b, "metal", (-0.13, wall - 0.06, 1.02), (0.13, wall - 0.06, 1.02), 0.024, "mixer", 24)
    for s in (-1, 1):
        add_rod(b, "metal", (s * 0.1, wall - 0.06, 1.02), (s * 0.1, wall, 1.02), 0.03, "mixer", 24)
        tap = turned(rounded_profile([(0, 0), (0.028, 0), (0.026, 0.05), (0, 0.052)], 0.005), axis="x")
        b.add(move(rotate(tap, 0, 0, 0 if s > 0 else 180), s * 0.13, wall - 0.06, 1.02), "metal", "handles")
    hose = smooth_path(
        [
            (0.02, wall - 0.07, 1.0),
            (0.04, wall - 0.12, 0.7),
            (0.13, wall - 0.12, 0.55),
            (0.2, wall - 0.1, 0.8),
            (0.17, wall - 0.1, 1.3),
            (0.1, wall - 0.1, 1.5),
        ],
        120,
    )
    b.add(sweep(hose, 0.008 + 0.0006 * np.sin(np.arange(120) * 2.1), sides=12), "metal", "hose")
    add_rod(b, "metal", (0.1, wall - 0.1, 1.49), (0.04, wall - 0.16, 1.68), 0.014, "hand shower", 18)
    b.add(move(rotate(cylinder(0.045, 0.022, bevel=0.006), 60, 0, -20), 0.03, wall - 0.18, 1.69), "metal", "hand shower")
    b.add(torus(0.02, 0.007, at=(0.06, wall - 0.1, 1.55)), "metal", "bracket")
    if spec.has("running"):
        b.slot("water", "water", role="fixed")
        rng = np.random.default_rng(spec.seed)
        drops = []
        for x, y in holes:
            for k in range(10):
                far, z = 1 + k * 0.05, 2.0 - k * 0.19 - rng.uniform(0, 0.1)
                drops.append(((x * far, y * far, z), (x * (far + 0.02), y * (far + 0.02), z - 0.1)))
        b.add(rods(drops, 0.0013, sides=5), "water")

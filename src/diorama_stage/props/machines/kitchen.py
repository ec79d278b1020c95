# SPDX-License-Identifier: GPL-3.0-or-later
"""Large appliances: refrigerators, ovens, microwaves."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


def slots(b: Builder, material: str, colour: str | None) -> None:
    b.slot("body", material, colour)
    b.slot("metal", "brushed_steel", "#c4c6c7", role="trim")
    b.slot("glass", "lacquer", "#0b0c0e", role="fixed")
    b.slot("dark", "plastic", "#18191b", role="fixed")


def bar_handle(b: Builder, a, c, y: float, radius: float = 0.009) -> None:
    """A straight bar from (x, z) to (x, z) on two posts, `y` its depth before the door at y0 = y + 0.045."""
    a, c = np.array((a[0], y, a[1])), np.array((c[0], y, c[1]))
    add_rod(b, "metal", a, c, radius, "handle", 24)
    for t in (0.08, 0.92):
        p = a + (c - a) * t
        add_rod(b, "metal", p, p + (0, 0.05, 0), radius * 0.75, "handle", 16)


@prop("refrigerator")
def refrigerator(spec: Spec, b: Builder) -> None:
    """One with round shoulders and a latch, in enamel, or a plain one of steel; the freezer above or below."""
    retro = not spec.is_a("modern") and spec.material not in ("steel", "brushed_steel") and b.choose(True, True, False)
    slots(b, *(("paint", b.choose("#e6e4de", "#b9c9c4", "#d8d3c6", "#c7563f")) if retro else ("brushed_steel", None)))
    b.slot("chrome", "chrome", role="trim")
    b.slot("gasket", "rubber", "#5c5d5e" if retro else "#1c1d1e", role="fixed")
    w, d, h = 0.66, 0.62, 1.74
    soft, split = (0.055, 1.2) if retro else (0.006, 0.68)
    b.add(box(w, d - 0.07, h - 0.05, bevel=soft, segments=8, at=(0, 0.035, 0.05)), "body")
    b.add(box(w - 0.03, d - 0.1, 0.05, bevel=0.004, at=(0, 0.04, 0.01)), "dark", "plinth")
    gap, front = 0.006, -d / 2
    for z0, z1 in ((0.065, split - gap / 2), (split + gap / 2, h - 0.004)):
        b.add(box(w - 0.02, 0.014, z1 - z0 - 0.02, bevel=0.004, at=(0, front + 0.066, z0 + 0.01)), "gasket", "gasket")
        b.add(box(w, 0.062, z1 - z0, bevel=soft * 0.62, segments=8, at=(0, front + 0.031, z0)), "body", "doors")
    if retro:
        for z, up in ((split - 0.16, -1), (split + 0.14, 1)):
            path = [(w / 2 - 0.07, front + 0.004, z - 0.075), (w / 2 - 0.07, front - 0.036, z - 0.055), (w / 2 - 0.07, front - 0.042, z), (w / 2 - 0.07, front - 0.036, z + 0.055), (w / 2 - 0.07, front + 0.004, z + 0.075)]
            b.add(sweep(smooth_path(path, 40), np.interp(np.linspace(0, 1, 40), [0, 0.12, 0.5, 0.88, 1], [0.014, 0.009, 0.011, 0.009, 0.014]), sides=20, flat=1.35), "chrome", "handles")
        b.add(box(0.19, 0.006, 0.022, bevel=0.0028, at=(-0.05, front - 0.002, h - 0.2)), "chrome", "badge")
        for z in (0.12, split - 0.02, split + 0.02, h - 0.06):
            b.add(cylinder(0.009, 0.05, bevel=0.003, segments=24, at=(-w / 2 - 0.001, front + 0.06, z - 0.025)), "chrome", "hinges")
    else:
        bar_handle(b, (w / 2 - 0.055, split + 0.05), (w / 2 - 0.055, split + 0.62), front - 0.045)
        bar_handle(b, (w / 2 - 0.055, split - 0.4), (w / 2 - 0.055, split - 0.05), front - 0.045)
    for x in (-0.27, 0.27):
        for y in (-0.2, 0.25):
            b.add(cylinder(0.02, 0.014, bevel=0.002, segments=24, at=(x, y, 0)), "dark", "feet")
    b.support("top", -w / 2 + 0.06, w / 2 - 0.06, -d / 2 + 0.12, d / 2 - 0.06, h)


@prop("microwave")
def microwave(spec: Spec, b: Builder) -> None:
    slots(b, *b.choose(("brushed_steel", None), ("brushed_steel", None), ("paint", "#dcdad3"), ("paint", "#1d1e20")))
    b.slot("mesh", "plastic", "#2c2d2f", role="fixed", finish=("matte",))
    b.slot("marks", "plastic", "#b9babb", role="fixed")
    w, d, h, foot = 0.49, 0.36, 0.275, 0.012
    front, door = -d / 2, 0.365
    left = -w / 2 + door / 2
    b.add(box(w, d - 0.02, h, bevel=0.006, segments=4, at=(0, 0.01, foot)), "body")
    b.add(box(door - 0.002, 0.024, h - 0.004, bevel=0.004, at=(left, front + 0.01, foot + 0.002)), "body", "door")
    b.add(box(door - 0.052, 0.003, h - 0.062, bevel=0.001, at=(left - 0.006, front - 0.003, foot + 0.031)), "glass", "window")
    b.add(box(w - door - 0.001, 0.024, h - 0.004, bevel=0.004, at=(w / 2 - (w - door) / 2, front + 0.01, foot + 0.002)), "glass", "panel")
    panel = w / 2 - (w - door) / 2
    b.slot("time", "printed", role="fixed", label={"text": "12:30", "style": "sans", "colour": {"hex": "#9fe8ff"}}, params={"transparent": True})
    b.add(label_plane(0.075, 0.026, at=(panel, front - 0.0026, foot + h - 0.045)), "time", "display")
    keys = []
    for r in range(5):
        for c in range(3):
            keys.append(box(0.024, 0.002, 0.013, bevel=0.0008, at=(panel + (c - 1) * 0.031, front - 0.0024, foot + h - 0.092 - 0.021 * r)))
    b.add(join(keys), "mesh", "buttons")
    b.add(join([box(0.008, 0.0006, 0.0012, bevel=0, at=(panel + (c - 1) * 0.031, front - 0.0036, foot + h - 0.0862 - 0.021 * r)) for r in range(5) for c in range(3)]), "marks", "buttons")
    b.add(box(0.088, 0.004, 0.026, bevel=0.002, at=(panel, front - 0.003, foot + 0.016)), "metal", "buttons")
    bar_handle(b, (left + door / 2 - 0.021, foot + 0.035), (left + door / 2 - 0.021, foot + h - 0.035), front - 0.036, 0.0075)
    b.add(join([box(0.0012, 0.035, 0.0022, bevel=0.0003, at=(s * (w / 2 + 0.0001), 0.06, foot + 0.14 + 0.008 * k)) for k in range(9) for s in (-1, 1)]), "dark", "vents")
    for x in (-0.2, 0.2):
        for y in (-0.12, 0.14):
            b.add(cylinder(0.014, foot + 0.002, bevel=0.002, segments=24, at=(x, y, 0)), "dark", "feet")
    b.support("top", -w / 2 + 0.03, w / 2 - 0.03, -d / 2 + 0.04, d / 2 - 0.03, h + foot)


@prop("oven")
def oven(spec: Spec, b: Builder) -> None:
    """A gas range: knobs, a door with a window and a bar, a drawer, a hob of four burners under cast-iron grates."""
    slots(b, *b.choose(("brushed_steel", None), ("brushed_steel", None), ("paint", "#e7e3d8")))
    b.slot("iron", "cast_iron", "#1d1e20", role="fixed")
    w, d, h = 0.6, 0.6, 0.88
    front = -d / 2
    b.add(box(w, d - 0.05, h - 0.06, bevel=0.004, at=(0, 0.025, 0.05)), "body")
    b.add(box(w - 0.06, d - 0.1, 0.05, bevel=0.003, at=(0, 0.03, 0)), "dark", "plinth")
    b.add(box(w - 0.004, 0.045, 0.14, bevel=0.005, at=(0, front + 0.024, 0.055)), "body", "drawer")
    b.add(box(w - 0.004, 0.05, 0.5, bevel=0.006, at=(0, front + 0.022, 0.2)), "body", "door")
    b.add(box(w * 0.74, 0.004, 0.29, bevel=0.0015, at=(0, front - 0.0045, 0.26)), "glass", "window")
    bar_handle(b, (-w * 0.41, 0.655), (w * 0.41, 0.655), front - 0.046, 0.011)
    b.add(box(w - 0.004, 0.052, 0.125, bevel=0.008, at=(0, front + 0.022, 0.71)), "body", "fascia")
    for x in (-0.23, -0.14, 0.0, 0.14, 0.23):
        r = 0.021 if x else 0.025
        b.add(move(rotate(lathe(rounded_profile([(0, 0), (r * 1.25, 0), (r * 1.25, 0.004), (r, 0.006), (r * 0.88, 0.026), (0, 0.028)], 0.0015), segments=40), 90), x, front - 0.003, 0.772), "metal", "knobs")
        b.add(move(rotate(box(0.0022, 0.0012, r * 0.8, bevel=0.0003, at=(0, 0, 0)), 0, b.choose(0, 0, -40, 60)), x, front - 0.0312, 0.772), "dark", "knobs")
    top = h - 0.01
    b.add(box(w + 0.002, d - 0.02, 0.02, bevel=0.005, at=(0, 0.01, top - 0.014)), "body", "hob")
    b.add(box(w - 0.05, d - 0.1, 0.003, bevel=0.001, at=(0, 0.005, top + 0.005)), "glass", "hob")
    for x, y, r in ((-0.145, -0.13, 0.042), (0.145, -0.13, 0.03), (-0.145, 0.14, 0.03), (0.145, 0.14, 0.036)):
        b.add(move(lathe(rounded_profile([(0, 0), (r * 1.1, 0), (r * 1.05, 0.009), (r * 0.8, 0.011), (r * 0.82, 0.017), (r * 0.6, 0.019), (0, 0.0195)], 0.0012), segments=48), x, y, top + 0.007), "iron", "burners")
        for k in range(4):
            c, s = math.cos(k * math.pi / 2 + math.pi / 4), math.sin(k * math.pi / 2 + math.pi / 4)
            path = [(x + c * 0.15 * 0.86, y + s * 0.15 * 0.86, top + 0.008), (x + c * 0.15 * 0.84, y + s * 0.15 * 0.84, top + 0.03), (x + c * 0.02, y + s * 0.02, top + 0.032)]
            b.add(sweep(smooth_path(path, 12), 0.0052, sides=10), "iron", "grates")
    for s in (-1, 1):
        loop = [(s * 0.145 + 0.132 * math.copysign(abs(math.cos(t)) ** 0.35, math.cos(t)), 0.005 + 0.262 * math.copysign(abs(math.sin(t)) ** 0.35, math.sin(t)), top + 0.022) for t in np.linspace(0, 2 * math.pi, 61)]
        b.add(sweep(loop, 0.0055, sides=10), "iron", "grates")
    b.support("hob", -0.24, 0.24, -0.24, 0.24, top + 0.036)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What shows a picture: telephones of today, televisions and monitors."""

from __future__ import annotations

from diorama_stage.kit import Builder, Emitter, Spec, box, cylinder, extrude, label_plane, move, rotate, rounded_rectangle, smooth_path, sweep, torus
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.registry import prop


@prop("phone")
def phone(spec: Spec, b: Builder) -> None:
    """A telephone of glass and metal, lying face up; face down it shows its cameras."""
    w, h, t = 0.0716, 0.1476, 0.0078
    b.slot("body", "aluminium", b.choose("#3a3c40", "#c9c6bf", "#27313f"))
    b.slot("glass", "lacquer", "#050506", role="fixed")
    b.slot("seams", "rubber", "#55565a", role="fixed")
    b.slot("screen", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "lock_screen"})
    made = [(extrude(rounded_rectangle(w, h, 0.0115, 12), t, bevel=0.0016, segments=4), "body", "frame")]
    made.append((extrude(rounded_rectangle(w - 0.0018, h - 0.0018, 0.0108, 12), 0.0006, bevel=0.00025, at=(0, 0, t - 0.0004)), "glass", "glass"))
    if not spec.has("off"):
        made.append((move(rotate(label_plane(w - 0.0058, h - 0.0058), -90), 0, 0, t + 0.00026), "screen", None))
    made.append((extrude(rounded_rectangle(0.019, 0.0056, 0.0027, 8), 0.0001, bevel=0, at=(0, h / 2 - 0.0085, t + 0.0003)), "glass", "island"))
    for x, y, long in ((-1, 0.03, 0.012), (-1, 0.014, 0.012), (-1, 0.046, 0.006), (1, 0.026, 0.017)):
        made.append((box(0.0012, long, 0.0026, bevel=0.0005, at=(x * w / 2, y, t / 2 - 0.0013)), "body", "buttons"))
    for y in (-0.055, 0.055):
        made.append((box(w + 0.00012, 0.0009, t * 0.72, bevel=0, at=(0, y, t * 0.14)), "seams", "seams"))
    made += _cameras(w, h)
    if spec.has("face_down", "upside_down"):
        made = [(rotate(o, 0, 180), slot, part) for o, slot, part in made]
    for o, slot, part in made:
        b.add(o, slot, part)
    b.lean = "back"


def _cameras(w: float, h: float) -> list:
    """The raised square at the back with three lenses and a lamp."""
    x, y = w / 2 - 0.0215, h / 2 - 0.0215
    made = [(extrude(rounded_rectangle(0.035, 0.035, 0.009, 10), 0.0014, bevel=0.0005, at=(x, y, -0.0013)), "body", "cameras")]
    for dx, dy in ((-0.0085, 0.0085), (-0.0085, -0.0085), (0.0085, 0.0)):
        made.append((cylinder(0.0067, 0.0018, bevel=0.0003, at=(x + dx, y + dy, -0.0028)), "body", "cameras"))
        made.append((cylinder(0.0055, 0.0003, bevel=0.0001, at=(x + dx, y + dy, -0.003)), "glass", "lenses"))
        made.append((torus(0.0029, 0.0003, at=(x + dx, y + dy, -0.003), segments=32, sides=6), "seams", "lenses"))
    return made


@prop("television")
def television(spec: Spec, b: Builder) -> None:
    """A flat set with hardly any rim, on two feet; a vintage one is a box of walnut with a domed tube, knobs and legs."""
    if spec.has("vintage", "old", "retro", "antique", "crt") or spec.is_a("crt"):
        _tube_set(spec, b)
        return
    w, h, t, up = 1.1, 0.63, 0.026, 0.075
    b.slot("body", "plastic", "#17181a", finish=("satin",))
    b.slot("metal", "brushed_steel", "#3c3d40", role="trim")
    b.slot("glass", "lacquer", "#060607", role="fixed")
    b.add(box(w, t, h, bevel=0.004, at=(0, 0, up)), "body")
    b.add(box(w * 0.7, 0.035, h * 0.45, bevel=0.012, at=(0, t / 2 + 0.012, up + 0.03)), "body", "back")
    b.add(box(w - 0.003, 0.002, h - 0.003, bevel=0.0008, at=(0, -t / 2, up + 0.0015)), "glass", "glass")
    b.add(box(w, 0.006, 0.012, bevel=0.001, at=(0, -t / 2 + 0.001, up)), "metal", "chin")
    _lit(spec, b, w - 0.02, h - 0.032, -t / 2 - 0.0014, up + h / 2 + 0.004, "landscape", 4.0)
    for x in (-w * 0.36, w * 0.36):
        for y in (-0.11, 0.11):
            b.add(sweep(smooth_path([(x, 0, up + 0.01), (x, y * 0.3, up * 0.55), (x, y, 0.006)], 16), 0.006, sides=12, flat=1.6), "metal", "feet")
    b.support("top", -w / 2, w / 2, -t / 2, t / 2, up + h)


def _tube_set(spec: Spec, b: Builder) -> None:
    w, d, h, up = 0.6, 0.38, 0.44, 0.22
    b.slot("body", b.choose("walnut", "oak"))
    b.slot("panel", "plastic", "#2b2723", role="fixed")
    b.slot("bezel", "plastic", "#d9cfb8", role="fixed")
    b.slot("metal", "brass", role="trim")
    b.add(box(w, d, h, bevel=0.02, segments=5, at=(0, 0, up)), "body")
    b.add(move(rotate(extrude(rounded_rectangle(w - 0.05, h - 0.05, 0.02), 0.012, bevel=0.003), 90), 0, -d / 2 + 0.008, up + h / 2), "panel")
    tube = (-0.06, up + h / 2)
    b.add(move(rotate(extrude(rounded_rectangle(0.4, 0.33, 0.06, 12), 0.018, bevel=0.006), 90), tube[0], -d / 2 + 0.004, tube[1]), "bezel")
    _lit(spec, b, 0.345, 0.275, -d / 2 - 0.0146, tube[1], "landscape", 1.2, x=tube[0])
    for k, (z, r) in enumerate(((0.1, 0.026), (0.03, 0.026), (-0.03, 0.012), (-0.06, 0.012))):
        b.add(move(rotate(cylinder(r, 0.022, bevel=0.003, top=r * 0.86), 90), 0.205, -d / 2 + 0.002, tube[1] + z), "bezel", "knobs")
        if k < 2:
            b.add(move(rotate(torus(r * 1.14, 0.0022), 90), 0.205, -d / 2 - 0.003, tube[1] + z), "metal", "rings")
    for k in range(7):
        b.add(box(0.09, 0.004, 0.004, bevel=0.001, at=(0.205, -d / 2 - 0.005, tube[1] - 0.09 - 0.011 * k)), "bezel", "grille")
    for x in (-1, 1):
        for y in (-1, 1):
            add_rod(b, "body", (x * w * 0.38, y * d * 0.34, up + 0.01), (x * w * 0.44, y * d * 0.44, 0), 0.013, "legs")
        add_rod(b, "metal", (0.01 * x, 0, up + h), (0.16 * x, 0.02, up + h + 0.3), 0.0022, "aerial")
    b.add(cylinder(0.03, 0.016, bevel=0.006, at=(0, 0, up + h)), "panel", "aerial")
    b.support("top", -w / 2 + 0.03, -0.05, -d / 2 + 0.03, d / 2 - 0.03, up + h)


@prop("monitor")
def monitor(spec: Spec, b: Builder) -> None:
    """A computer's display on a metal stand."""
    w, h, t, up = 0.61, 0.365, 0.016, 0.13
    b.slot("body", "aluminium", b.choose("#c4c5c6", "#3a3c3f"))
    b.slot("glass", "lacquer", "#060607", role="fixed")
    b.add(move(rotate(extrude(rounded_rectangle(w, h, 0.008), t, bevel=0.003), 90), 0, t / 2, up + h / 2), "body")
    b.add(move(rotate(extrude(rounded_rectangle(w - 0.003, h - 0.003, 0.007), 0.002, bevel=0.0006), 90), 0, -t / 2 + 0.0012, up + h / 2), "glass", "glass")
    _lit(spec, b, w - 0.022, h - 0.022, -t / 2 - 0.0012, up + h / 2, "desktop", 1.5)
    b.add(extrude(rounded_rectangle(0.2, 0.17, 0.012), 0.006, bevel=0.0015, at=(0, 0.045, 0)), "body", "stand")
    b.add(move(rotate(box(0.1, 0.008, 0.31, bevel=0.0025), -9), 0, 0.085, 0.004), "body", "stand")
    b.add(box(0.1, 0.035, 0.06, bevel=0.004, at=(0, 0.022, up + h * 0.38)), "body", "hinge")


def _lit(spec: Spec, b: Builder, w: float, h: float, y: float, z: float, picture: str, watts: float, *, x: float = 0.0) -> None:
    """The picture on the glass, and the light it gives; nothing where it is off."""
    if spec.has("off"):
        return
    b.slot("screen", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": picture})
    b.add(label_plane(w, h, at=(x, y, z)), "screen")
    b.emitters.append(Emitter(x, y - 0.2, z, w * 0.3, 7000, watts))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a bathroom and before product photographers: pump bottles, droppers, jars of cream, tubes, lipstick."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    box,
    cylinder,
    field,
    from_geometry,
    join,
    label_arc,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sweep,
)
from diorama_stage.kit.growth import grid_faces
from diorama_stage.props.registry import prop

PRINTS = {
    "toothpaste": "FRESH\nMINT", "hand": "HAND\nCREAM", "paint": "OIL\nCOLOUR", "face": "FACE\nCREAM", "moisturiser": "DAILY\nMOISTURE", "shampoo": "SHAMPOO", "conditioner": "CONDITIONER",
    "lotion": "BODY\nLOTION", "wash": "WASH", "soap": "HAND\nSOAP", "sunscreen": "SUN\nSPF 50", "sanitizer": "SANITIZER",
}  # fmt: skip
"""What is printed on a thing nobody gave a text: what it is, by what it was asked by. A product without any print looks like a model of one."""


def _print(spec: Spec) -> dict | None:
    """The label asked for, or what the thing's own word says."""
    if spec.labels:
        return spec.labels[0]
    text = next((text for name, text in PRINTS.items() if spec.is_a(name)), None)
    return {"text": text, "style": "sans", "colour": None} if text else None


def _labelled(spec: Spec, b: Builder, r: float, z0: float, z1: float, *, degrees: float = 100) -> None:
    """The label, printed on the front: not so wide that its ends turn out of sight."""
    label = _print(spec)
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_arc(r, z0, z1, degrees), "label")


@prop("pump_bottle")
def pump_bottle(spec: Spec, b: Builder) -> None:
    """A round bottle with a lotion pump."""
    r, h = b.vary(0.031, 0.06), b.vary(0.125, 0.06)
    b.slot("body", "plastic", b.choose("#e9e4da", "#d9c3b0", "#b8c4b4", "#8a5a22"))
    b.slot("pump", "plastic", b.choose("#f2f0ea", "#1d1d1d"), role="trim")
    corner = b.choose(0.004, 0.009, 0.016)
    outline = rounded_profile([(0, 0), (r, 0), (r, h), (0.0145, h + 0.004), (0.0145, h + 0.009), (0, h + 0.009)], corner)
    b.add(lathe(outline, segments=96), "body")
    z = h + 0.007
    b.add(lathe(rounded_profile([(0, z), (0.0168, z), (0.0168, z + 0.017), (0.0152, z + 0.019), (0.0062, z + 0.0195), (0.0058, z + 0.026), (0, z + 0.026)], 0.0008), segments=72), "pump")
    ribs = [rotate(box(0.0012, 0.0006, 0.0135, bevel=0.0002, at=(0, -0.0169, z + 0.0085)), 0, 0, 360 * k / 48) for k in range(48)]
    b.add(join(ribs), "pump")
    b.add(cylinder(0.0034, 0.018, bevel=0.0004, segments=32, at=(0, 0, z + 0.024)), "pump")
    top = z + 0.041
    b.add(lathe(rounded_profile([(0, top), (0.0098, top), (0.0105, top + 0.004), (0.0095, top + 0.0115), (0, top + 0.0125)], 0.0012), segments=56), "pump", "head")
    spout = smooth_path([(-0.004, 0, top + 0.007), (0.016, 0, top + 0.0078), (0.027, 0, top + 0.0062), (0.0315, 0, top + 0.001)], 24)
    turn = b.choose(-30, 25, 150)
    b.add(rotate(sweep(spout, np.linspace(0.0048, 0.0034, 24), sides=20), 0, 0, turn), "pump", "head")
    _labelled(spec, b, r, h * 0.34, h * 0.7)
    b.footprint = "round"


@prop("dropper_bottle")
def dropper_bottle(spec: Spec, b: Builder) -> None:
    """A glass bottle of serum: its pipette seen through the wall, a ribbed collar, a rubber bulb."""
    r, h = b.vary(0.0165, 0.05), b.vary(0.062, 0.05)
    b.slot("body", "glass", b.choose("#9a5a1e", "#dfe8e2", "#3f6b4a"), params={"wall": 0.002})
    b.slot("collar", "plastic", b.choose("#1d1d1d", "#efece4", "#b9945a"), role="trim")
    b.slot("bulb", "rubber", b.choose("#e9e5dc", "#1b1b1b"), role="fixed")
    b.slot("contents", "liquid", role="fixed", params={"of": "oil" if spec.contents is None else spec.contents, "closed": True})
    wall = 0.0016
    out = [(0, 0), *rounded_profile([(r, 0), (r, h), (0.0085, h + 0.006), (0.0085, h + 0.012)], 0.004), (0.0068, h + 0.012)]
    inner = rounded_profile([(0.0068, h + 0.006), (r - wall, h - 0.001), (r - wall, 0.0045)], 0.003)
    b.add(lathe([*out, *inner, (0, 0.0045)], segments=80), "body")
    level = h * 0.72
    b.add(lathe([(0, 0.0043), *rounded_profile([(r - wall + 0.0002, 0.0043), (r - wall + 0.0002, level)], 0.0025), (0, level)], segments=72), "contents")
    z = h + 0.009
    b.add(lathe(rounded_profile([(0.0, z + 0.001), (0.0105, z), (0.0108, z + 0.013), (0.0072, z + 0.0145), (0, z + 0.0145)], 0.0006), segments=72), "collar")
    b.add(join([rotate(box(0.0009, 0.0005, 0.011, bevel=0.0002, at=(0, -0.0108, z + 0.0066)), 0, 0, 360 * k / 40) for k in range(40)]), "collar")
    bulb = smooth_path([(0.0062, z + 0.013), (0.0064, z + 0.018), (0.0078, z + 0.024), (0.0074, z + 0.034), (0.0045, z + 0.0392), (0, z + 0.0402)], 40)
    b.add(lathe([(0, z + 0.013), *map(tuple, bulb)], segments=56, smooth=180), "bulb", "dropper")
    b.slot("pipette", "glass", "#f2f4f2", role="fixed")
    b.add(lathe(rounded_profile([(0, 0.012), (0.0012, 0.012), (0.0029, 0.024), (0.0029, z)], 0.0008), segments=32), "pipette")
    _labelled(spec, b, r, h * 0.2, h * 0.72)
    b.footprint = "round"


@prop("lipstick")
def lipstick(spec: Spec, b: Builder) -> None:
    """Open: the bullet twisted up, cut at a slant; its cap beside it, the hollow end towards the camera."""
    b.slot("body", "wax", b.choose("#a3142a", "#b8425a", "#8a3a34"))
    case, colour = b.choose(("lacquer", "#141416"), ("gold", None), ("lacquer", "#efe9e0"), ("lacquer", "#141416"))
    b.slot("case", case, colour, role="trim")
    b.slot("ring", "steel" if case == "gold" else "gold", role="fixed")
    b.add(lathe(rounded_profile([(0, 0), (0.0098, 0), (0.0098, 0.027), (0.0092, 0.027), (0.0092, 0.0278), (0.0098, 0.0278), (0.0098, 0.032), (0, 0.032)], 0.0006), segments=96), "case")
    b.add(lathe(rounded_profile([(0, 0.031), (0.0086, 0.031), (0.0086, 0.05), (0.0072, 0.05), (0.0066, 0.0475), (0.0066, 0.044), (0, 0.044)], 0.0005), segments=96), "ring")
    bullet = lathe(rounded_profile([(0, 0.043), (0.0061, 0.043), *[(0.0061, z) for z in np.linspace(0.06, 0.074, 18)], (0, 0.074)], 0.0012), segments=96)
    for v in bullet.data.vertices:
        if v.co.z > 0.0595:
            v.co.z = min(v.co.z, 0.0715 + 0.9 * v.co.x - 4 * v.co.y * v.co.y)
    b.add(bullet, "body")
    if not spec.has("closed"):
        cap = lathe(rounded_profile([(0, 0), (0.0102, 0), (0.0102, 0.043), (0.0089, 0.043), (0.0089, 0.003), (0, 0.003)], 0.0009), segments=96)
        hoop = lathe([(0.0089, 0.043), *rounded_profile([(0.0104, 0.0425), (0.0104, 0.048), (0.009, 0.048), (0.009, 0.043)], 0.0004), (0.0089, 0.043)], segments=96)
        turn = b.choose(-58, -44)
        for piece, slot in ((cap, "case"), (hoop, "ring")):
            b.add(move(rotate(piece, 0, 90, turn), 0.019, 0.004, 0.0104), slot, "cap")


@prop("cosmetics_jar")
def cosmetics_jar(spec: Spec, b: Builder) -> None:
    """A heavy jar of cream: a thick wall of glass with a white cup in it, a wide lid with a metal hoop. Open: the lid leans on it, the cream drawn up to a peak."""
    r, h = b.vary(0.034, 0.05), b.vary(0.042, 0.08)
    b.slot("body", *b.choose(("frosted_glass", None), ("glass", "#f2f6f4"), ("frosted_glass", "#e6d2c4")), params={"wall": 0.004})
    b.slot("cup", "plastic", "#f3f0ea", role="fixed", finish=("glossy",))
    b.slot("lid", *b.choose(("lacquer", "#f1eee7"), ("lacquer", "#1b1b1d"), ("gold", None), ("oak", None)), role="trim")
    b.slot("hoop", "gold" if b._slots["lid"].material != "gold" else "steel", role="fixed")
    b.slot("contents", "icing", "#f7f1e6", role="fixed", finish=("satin",))
    wall, floor, neck = 0.0042, 0.0085, r * 0.88
    shell = [(0, 0), *rounded_profile([(r * 0.9, 0), (r, 0.003), (r, h), (neck, h + 0.0022), (neck, h + 0.004), (r - wall, h + 0.004), (r - wall, floor), (0, floor)], 0.0026, 7)]
    b.add(lathe(shell, segments=112), "body")
    within = r - wall - 0.0002
    top = h + 0.0062
    b.add(lathe(rounded_profile([(0, floor + 0.0003), (within, floor + 0.0003), (within, top), (within - 0.0016, top), (within - 0.0016, floor + 0.003), (0, floor + 0.003)], 0.0008), segments=96), "cup", "body")
    z = h + 0.003
    lid = lathe(rounded_profile([(0, z), (r * 0.99, z), (r * 0.99, z + 0.0165), (0, z + 0.0168)], 0.0022, 7), segments=112)
    hoop = lathe(rounded_profile([(r * 0.9, z - 0.0002), (r * 0.998, z - 0.0002), (r * 0.998, z + 0.0026), (r * 0.9, z + 0.0026)], 0.0004), segments=112)
    if spec.has("open"):
        side = b.choose(-1, 1)
        for piece, slot in ((lid, "lid"), (hoop, "hoop")):  # on its rim, its top leaning on the jar
            b.add(move(rotate(move(piece, 0, 0, -z), 0, side * 68.0, 0), side * (r + 0.0085), -0.004, r * 0.93), slot, "lid")
        b.add(_swirl(within - 0.0014, top - 0.004, b.choose(-1, 1)), "contents")
    else:
        b.add(lid, "lid")
        b.add(hoop, "hoop", "lid")
    b.interior = Interior(within - 0.0016, floor + 0.003, top)
    _labelled(spec, b, r, h * 0.3, h * 0.76, degrees=90)
    b.footprint = "round"


def _swirl(radius: float, z: float, hand: int):
    """Cream in its cup: a groove that winds in from the wall and a peak that fell over."""
    far, a = np.meshgrid(np.linspace(0.0, 1, 64), np.linspace(0, 2 * np.pi, 128, endpoint=False), indexing="ij")
    rise = 0.0024 * np.sin(2 * np.pi * 2.1 * far**0.8 + hand * a) * np.sin(np.pi * np.clip(far, 0, 1)) ** 0.6 + 0.0105 * np.exp(-((far / 0.17) ** 1.5)) + 0.003 * (1 - far**2)
    drawn = 0.0035 * np.exp(-((far / 0.12) ** 2))  # the peak leans where the spatula left it
    at = np.stack([radius * far * np.cos(a) + drawn, radius * far * np.sin(a) - drawn * 0.4, z + rise], axis=-1).reshape(-1, 3)
    return from_geometry("cream", at, grid_faces(64, 128, closed=True), smooth=180)


@prop("tube")
def tube(spec: Spec, b: Builder) -> None:
    """A squeezed tube on its cap: round at the shoulder, pressed flat at the fold (half its girth wide), the fold ribbed by the hot jaws that closed it."""
    r, low, high = b.vary(0.0172, 0.05), 0.027, b.vary(0.142, 0.05)
    paint = spec.is_a("paint")
    b.slot("body", "aluminium" if paint else "plastic", None if paint else b.choose("#f0ece4", "#e9e6df", "#dfe6e0"), finish=() if paint else ("satin",))
    b.slot("cap", *b.choose(("plastic", "#f4f2ee"), ("plastic", "#1d1d1f"), ("gold", None)), role="trim", finish=("satin",))
    b.slot("band", "paint" if paint else "plastic", b.choose("#2f6f8f", "#3f7d5c", "#c2513e", "#d9a14a", "#7d5a86"), role="fixed", finish=("satin",))
    rows = np.concatenate([np.linspace(0, 0.93, 42), np.linspace(0.94, 1.0, 10)])
    a = np.linspace(0, 2 * np.pi, 200, endpoint=False)

    def skin(k, a, lift: float = 0.0):
        """Points of the wall at heights `k` (0 the shoulder, 1 the fold) and angles `a`, `lift` metres above it."""
        k, a = np.broadcast_arrays(k, a)
        flat = np.clip(k / 0.93, 0, 1) ** 1.25
        wide, thick = r * (1 + (np.pi / 2 - 1) * flat), r * (1 - flat) ** 0.9 + 0.0009
        power = 1 - 0.35 * np.clip((k - 0.9) / 0.06, 0, 1)  # the fold is a strip, no longer an oval
        x, y = wide * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** power, np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power
        at = np.stack([x, 0 * x, low + (high - low) * k], axis=-1)
        dent = 0.0022 * field(at.reshape(-1, 3), 0.055, seed=spec.seed).reshape(k.shape) * np.sin(np.pi * np.clip(k / 0.93, 0, 1)) ** 2  # it was held: both walls give way
        ribs = 0.00028 * np.sin(at[..., 2] * 2 * np.pi / 0.0016) * np.clip((k - 0.935) / 0.01, 0, 1)
        at[..., 1] = y * (thick + dent + ribs + lift)
        at[..., 0] += np.cos(a) * lift
        return at

    b.add(loft(skin(rows[:, None], a[None])), "body")
    shoulder = [(0, low - 0.004), *rounded_profile([(r * 0.62, low - 0.004), (r * 0.985, low - 0.001), (r + 0.0008, low + 0.0006), (r * 0.9, low + 0.002)], 0.001), (0, low + 0.002)]
    b.add(lathe(shoulder, segments=96), "body", "shoulder")
    cap = r * (0.5 if paint else 0.93)
    b.add(lathe(rounded_profile([(0, 0), (cap * 0.94, 0), (cap, low - 0.0045), (cap * 0.97, low - 0.0035), (0, low - 0.0035)], 0.0011), segments=96), "cap")
    grooves = [rotate(box(0.0011, 0.0007, low * 0.62, bevel=0.0003, at=(0, -cap * 0.975, low * 0.12)), 0, 0, 360 * k / 56) for k in range(56)]
    b.add(join(grooves), "cap")
    k0, k1 = b.choose((0.06, 0.16), (0.0, 0.3), (0.1, 0.13))
    b.add(loft(skin(np.linspace(k0, k1, 8)[:, None], a[None], 0.00015), closed_ends=False), "band", "band")
    label = _print(spec)
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        u, v = np.meshgrid(np.linspace(0, 1, 25), np.linspace(0, 1, 21))
        at = skin(0.4 + 0.3 * v, np.radians(-90 + (u - 0.5) * 88), 0.0003)
        b.add(from_geometry("label", at.reshape(-1, 3), grid_faces(21, 25), smooth=180, uvs=np.stack([u, v], axis=-1).reshape(-1, 2)), "label")

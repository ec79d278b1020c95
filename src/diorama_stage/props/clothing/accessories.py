# SPDX-License-Identifier: GPL-3.0-or-later
"""Small clothes: a scarf, a glove, a tie, a bow tie."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, join, loft, move, remesh, rotate, scale, smooth_path, sphere, sweep
from diorama_stage.kit.parts import tint
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import Skin, body, oval, ribbon, sheet, thread
from diorama_stage.props.registry import prop


def bands(object, direction, width: float, dark: float = 0.35):
    """Paint bands across a thing: every `width` metres along `direction` a darker and a thin lighter one."""
    way = np.asarray(direction, float) / np.linalg.norm(direction)

    def shade(p):
        t = np.mod(p @ way / width, 1.0)
        return np.where(t < 0.42, 1.0, np.where(t < 0.84, dark, 1.9))

    return tint(object, shade)


@prop("bowtie")
def bowtie(spec: Spec, b: Builder) -> None:
    """Tied, standing on its wings, its band in a ring behind it."""
    b.slot("body", "silk", b.choose("#14151a", "#8f1f2a", "#1f3560"), role="main")
    w, h = b.vary(0.06, 0.06), 0.031
    made = []
    for s in (-1, 1):
        for front in (-1, 1):
            t = np.linspace(0, 1, 30)
            rows = []
            for k in t:
                tall = h * np.interp(k, [0, 0.2, 0.75, 1], [0.34, 0.55, 0.98, 1.0])
                z = np.linspace(-1, 1, 25)
                bulge = (0.0125 * np.sin(np.pi * min(k * 0.93 + 0.03, 1)) ** 0.7 + 0.002) * front
                crease = 0.0045 * np.exp(-((z / 0.22) ** 2)) * (1 - k) ** 0.8 + 0.002 * np.cos(3 * np.pi * z) * (1 - k) * (0.5 + 0.5 * k)
                y = bulge * (1 - 0.25 * z**2) - front * crease * 1.4
                rows.append(np.column_stack([np.full(25, s * (0.006 + k * w)), y, z * tall]))
            made.append(b.add(sheet(np.array(rows), 0.0016, smooth=60), "body", "wings"))
    knot = loft([np.column_stack([oval(3.2, 40)[:, 0] * a, oval(3.2, 40)[:, 1] * c - 0.001, np.full(40, z)]) for z, a, c in ((-0.016, 0.0075, 0.009), (-0.0145, 0.009, 0.0115), (-0.007, 0.0085, 0.0128), (0, 0.0082, 0.0132), (0.007, 0.0085, 0.0128), (0.0145, 0.009, 0.0115), (0.016, 0.0075, 0.009))], smooth=50)
    made.append(b.add(knot, "body", "knot"))
    a = np.linspace(-np.pi / 2 + 0.1, 1.5 * np.pi - 0.1, 70)
    band = np.column_stack([0.062 * np.cos(a), 0.066 + 0.06 * np.sin(a), -0.022 * (0.5 + 0.5 * np.sin(a)) - 0.002])
    made.append(b.add(ribbon(band, (0, 0, 1), 0.017, 0.0018), "body", "band"))
    grounded(*made)


@prop("tie")
def tie(spec: Spec, b: Builder) -> None:
    """Knotted, lying with its point to the front; hung by the loop where that is asked for."""
    b.slot("body", "silk", b.choose("#23406e", "#8a2230", "#2f4f3c", "#4a3a6a"))
    striped = b.choose(True, True, False)
    hung = spec.has("hanging", "hung")
    made = []
    long = 0.5
    # Built upright about x = 0 with the knot's top at z = 0 and the front to -Y, then laid down.
    n = 70
    z = np.linspace(-0.045, -long, n)
    half = np.interp(z, [-long, -0.47, -0.455, -0.3, -0.1, -0.045], [0.0012, 0.026, 0.044, 0.036, 0.023, 0.0165])
    u = np.linspace(-1, 1, 25)
    dimple = 0.004 * np.exp(-(((z + 0.045) / 0.05) ** 2))
    blade = np.array([np.column_stack([w * u, -0.0065 * (1 - u**4) + d * np.exp(-((u / 0.25) ** 2)) * 2 - 0.004 * np.exp(-(((q + 0.045) / 0.03) ** 2)), np.full(25, q)]) for q, w, d in zip(z, half, dimple, strict=True)])
    made.append(b.add(sheet(blade, 0.003, smooth=60), "body", "blade"))
    z = np.linspace(-0.045, -0.43, 40)
    half = np.interp(z, [-0.43, -0.415, -0.3, -0.045], [0.001, 0.016, 0.0155, 0.012])
    tail = np.array([np.column_stack([w * u[::3] + 0.016 * (q / -0.43) ** 1.5, np.full(9, 0.0045), np.full(9, q)]) for q, w in zip(z, half, strict=True)])
    made.append(b.add(sheet(tail, 0.0026, smooth=60), "body", "tail"))
    shape = [(-0.05, 0.0155, 0.0095), (-0.047, 0.0175, 0.012), (-0.03, 0.0215, 0.0135), (-0.012, 0.0255, 0.0135), (-0.003, 0.0265, 0.012), (0.0, 0.024, 0.009)]
    knot = loft([np.column_stack([oval(2.8, 48) * (a, c), np.full(48, k) + 0.003 * np.abs(oval(2.8, 48)[:, 0]) ** 2]) for k, a, c in shape], smooth=60)
    made.append(b.add(knot, "body", "knot"))
    loop = smooth_path([(-0.014, 0, -0.012), (-0.045, 0.004, 0.022), (-0.07, 0.006, 0.07), (-0.052, 0.008, 0.118), (0, 0.008, 0.136), (0.052, 0.008, 0.118), (0.07, 0.006, 0.07), (0.045, 0.004, 0.022), (0.014, 0, -0.012)], 90)
    made.append(b.add(ribbon(loop, (0, 1, 0) if hung else (loop - (0, 0, 0.065)) * (1, 0, 1) + (0, 0.02, 0), 0.03 if hung else 0.026, 0.004), "body", "loop"))
    if striped:
        for o, way in zip(made, ((1, 0, 1), (1, 0, 1), (-1, 0, 1), (1, 0, 1)), strict=True):
            bands(o, way, 0.04)
    if hung:
        b.hang = (0, 0.008, 0.134)
        return
    for o in made:
        rotate(move(rotate(o, -90), 0, 0.15, 0), 0, 0, 16)
    grounded(*made)


@prop("scarf")
def scarf(spec: Spec, b: Builder) -> None:
    """Wound in a loose ring that lies, its two fringed ends laid over it to the front; over a peg where it hangs."""
    silk = spec.material in ("silk", "satin") or spec.has("silk", "silk scarf")
    b.slot("body", "silk" if silk else "wool", b.choose("#a3312c", "#46618a", "#c9a45c", "#5f6b4a"))
    bold = b.choose(True, True, False) and not silk
    if spec.has("hanging", "hung"):
        _hung_scarf(b, silk, bold)
        return
    t = np.linspace(0, 2 * np.pi, 181)[:-1]
    rng = np.random.default_rng(spec.seed)
    p = rng.uniform(0, 6.28, 8)
    for turn, (radius, thick, z) in enumerate(((0.118, 0.047, 0.043), (0.105, 0.043, 0.098))):
        rings = []
        for a in t:
            centre = np.array(((radius + 0.008 * np.sin(2 * a + p[turn])) * np.cos(a) * 1.12, (radius + 0.008 * np.sin(3 * a + p[2 + turn])) * np.sin(a), z + 0.008 * np.sin(2 * a + p[4 + turn]) + (0.006 * np.sin(a))))
            q = np.linspace(0, 2 * np.pi, 60, endpoint=False)
            crease = 1 + 0.1 * np.sin(5 * q + 2.1 * np.sin(a + p[6]) + p[turn]) + 0.075 * np.sin(8 * q - 3 * np.sin(2 * a + p[7])) + 0.04 * np.sin(13 * q + 4 * a)
            out = np.array((np.cos(a), np.sin(a), 0))
            rings.append(centre + (thick * crease * np.cos(q) * 1.1)[:, None] * out + (thick * 0.92 * crease * np.sin(q))[:, None] * (0, 0, 1))
        b.add(sheet(np.array([*rings, rings[0]]), closed=True), "body", "loop")
    for s, shift, out in ((-1, -0.085, 0.02), (1, 0.055, -0.03)):
        path = smooth_path([(shift * 0.5, 0.02 - 0.05, 0.09), (shift * 0.7, -0.07, 0.147), (shift * 0.9, -0.13, 0.142), (shift, -0.168, 0.1), (shift * 1.15 + s * 0.01, -0.19, 0.045), (shift * 1.3, -0.235, 0.013), (shift * 1.5 + s * 0.01, -0.36 + out, 0.009)], 90)
        _end(b, path, silk, bold, p[0] + s, wide=0.062)


def _end(b: Builder, path: np.ndarray, silk: bool, bold: bool, phase: float, *, wide: float) -> None:
    """One end of the scarf along a path: gathered at first, then flat; bands of another tone across it, and a fringe."""
    n = len(path)
    k = np.linspace(0, 1, n)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.cross(along, np.cross((1, 0, 0), along))
    across = np.tile((1.0, 0, 0), (n, 1)) - along * along[:, :1]
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    up = np.cross(across, along)
    up *= np.sign(up[n // 3] @ (0, -0.5, 1.0)) or 1
    u = np.linspace(-1, 1, 41)
    half = wide * np.interp(k, [0, 0.25, 0.7, 1], [0.62, 0.72, 1.0, 1.06])
    deep = np.interp(k, [0, 0.4, 0.8, 1], [0.011, 0.009, 0.004, 0.003])
    wave = np.sin(7.5 * u[None, :] + phase + 1.2 * np.sin(4 * k)[:, None]) + 0.5 * np.sin(13 * u[None, :] + 3 * k[:, None])
    grid = path[:, None, :] + (half[:, None] * u)[..., None] * across[:, None, :] + (deep[:, None] * wave)[..., None] * up[:, None, :]
    grid[..., 2] = np.maximum(grid[..., 2], 0.003)
    cloth = sheet(grid, 0.0022 if silk else 0.006, smooth=70)
    if bold:
        share = np.tile(np.repeat(k, 41), len(cloth.data.vertices) // (n * 41) + 1)[: len(cloth.data.vertices)]
        tint(cloth, lambda _: np.where((share > 0.72) & (share < 0.8) | (share > 0.84) & (share < 0.92), 2.2, 1.0))
    b.add(cloth, "body", "ends")
    tassels = []
    for q in range(0, 41, 2):
        a = grid[-1, q]
        way = along[-1] + across[-1] * 0.16 * np.sin(2.3 * q + phase)
        for d in (-0.002, 0.002):
            line = [a + across[-1] * d, a + way * 0.018 + across[-1] * d + (0, 0, 0.001), a + way * 0.068 + across[-1] * d * 2 - (0, 0, max(a[2] - 0.0025, 0) if path[-1, 2] < 0.1 else 0)]
            tassels.append(sweep(smooth_path(line, 6), 0.0011 if silk else 0.0018, sides=5))
    b.add(join(tassels), "body", "fringe")


def _hung_scarf(b: Builder, silk: bool, bold: bool) -> None:
    """Over a peg: gathered at the top, its two ends hanging to different heights."""
    for s, long in ((-1, 0.62), (1, 0.7)):
        path = smooth_path([(0, 0.0, 0.0), (s * 0.02, -0.012 + 0.01 * s, -0.006), (s * 0.045, -0.014, -0.07), (s * 0.07, -0.012, -0.3), (s * 0.078, -0.012, -long)], 90)
        _hang_end(b, path, silk, bold, 1.0 + s)
    b.hang = (0, 0, 0.0)


def _hang_end(b: Builder, path: np.ndarray, silk: bool, bold: bool, phase: float) -> None:
    lift = -float(path[:, 2].min()) + 0.08
    _end(b, path + (0, 0, lift), silk, bold, phase, wide=0.075)
    for part in ("ends", "fringe"):
        move(b._parts[part][-1], 0, 0, -lift)


FINGERS = (  # root x, length, radius, lean outwards in degrees; from the little finger to the first
    (-0.034, 0.062, 0.0098, -13), (-0.0115, 0.078, 0.0108, -4), (0.0115, 0.084, 0.0112, 3), (0.034, 0.075, 0.011, 10),
)  # fmt: skip


@prop("glove")
def glove(spec: Spec, b: Builder) -> None:
    """A glove that stands on its cuff, filled out as by a hand, its back to the front; of wool with a ribbed cuff; a mitten where that is asked for."""
    wool = spec.material in ("wool", "knit", "felt") or spec.has("knitted", "winter") or spec.is_a("mitten")
    rubber = spec.material in ("rubber", "plastic") or spec.has("rubber", "rubber glove")
    b.slot("body", "wool" if wool else "rubber" if rubber else "leather", b.choose("#a3382f", "#3d5a7a", "#c2a15a") if wool else "#e0b81f" if rubber else b.choose("#5a3520", "#221d1b", "#7a4a2a"))
    b.slot("thread", "cotton", b._slots["body"].colour if wool else "#2a1a10", role="main" if wool else "fixed")
    parts = [_palm(), *_digits(spec)]
    hand = remesh(join(parts), 0.0026, smooth=7)
    for v in hand.data.vertices:  # creases where the fingers bend, and soft hollows
        x, y, z = v.co
        v.co.y += 0.0008 * np.sin(z * 420 + 3 * np.sin(x * 90)) * (z > 0.1) + 0.0012 * np.sin(z * 170 + x * 60) * (z < 0.1)
    b.add(hand, "body", "hand")
    skin = Skin(hand)
    if wool:
        q = np.linspace(0, 2 * np.pi, 240, endpoint=False)
        rows = [np.column_stack([(a + 0.0014 * np.cos(40 * q)) * np.cos(q), (c + 0.0014 * np.cos(40 * q)) * np.sin(q), np.full(240, z)]) for z, a, c in ((0.0, 0.0375, 0.0245), (0.002, 0.0395, 0.0265), (0.03, 0.0365, 0.0245), (0.058, 0.037, 0.0235), (0.062, 0.036, 0.0225))]
        b.add(sheet(np.array(rows), 0.002, closed=True), "body", "cuff")
    else:
        ends = (0, 1, 2)
        for k in ends:  # the three lines of the back
            x = (-0.021, 0.0, 0.021)[k]
            line = [(x * (1 + 0.25 * t), -1, 0.085 + 0.052 * t) for t in np.linspace(0, 1, 24)]
            at, _ = skin.cast(line, (0, 1, 0), 0.0002)
            b.add(sweep(at, 0.0011, sides=8), "body", "lines")
            b.add(thread(at + (0, -0.0012, 0), 0.003, 0.0004), "thread", "stitches")
        q = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        flare = 1.12 if rubber else 1.0
        rows = [np.column_stack([a * np.cos(q), c * np.sin(q), np.full(96, z)]) for z, a, c in ((0.055, 0.033, 0.0195), (0.03, 0.0365, 0.0235), (0.002, 0.041 * flare, 0.028 * flare), (0.0, 0.0405 * flare, 0.0275 * flare))]
        b.add(sheet(np.array(rows), 0.0024, closed=True), "body", "cuff")
        b.add(sweep(np.vstack([rows[2], rows[2][:2]]), 0.0018 if not rubber else 0.003, sides=8), "body", "edge")
        if not rubber:
            hem = np.vstack([rows[2], rows[2][:1]]) * (1.035, 1.05, 1) + (0, 0, 0.006)
            b.add(thread(hem, 0.0035, 0.0005), "thread", "stitches")
            strap = [(0.039 * np.cos(a), 0.0275 * np.sin(a), 0.032) for a in np.linspace(np.pi * 1.02, np.pi * 1.98, 30)]
            b.add(ribbon(np.array(strap), (0, 0, 1), 0.014, 0.003), "body", "strap")
            b.add(rotate_button(), "thread", "button")
    for objects in b._parts.values():
        for o in objects:
            rotate(o, -5, 0, 10)
    grounded(*[o for objects in b._parts.values() for o in objects])


def rotate_button():
    """The snap of the wrist strap."""
    return move(scale(sphere(0.0052, segments=24), 1, 0.5, 1), 0.012, -0.0275, 0.032)


def _palm():
    """The hand from the wrist to the roots of the fingers, upright, its back to -Y."""
    shape = [(0.04, 0.029, 0.017, 0.0, 2.2), (0.05, 0.031, 0.0175, 0, 2.2), (0.075, 0.038, 0.018, 0, 2.4), (0.11, 0.0435, 0.0165, 0, 2.6), (0.135, 0.0455, 0.0145, 0, 2.8), (0.147, 0.044, 0.0125, 0, 2.8), (0.152, 0.04, 0.01, 0, 2.6)]
    return body(shape, steps=40, count=64)


def _digits(spec: Spec) -> list:
    """Fingers, a little bent, and the thumb; of a mitten, one bag for all four."""
    made = []
    thumb = smooth_path([(0.028, 0.004, 0.072), (0.05, 0.0, 0.094), (0.066, -0.005, 0.118), (0.0735, -0.01, 0.142)], 24)
    made.append(sweep(thumb, np.interp(np.linspace(0, 1, 24), [0, 0.35, 0.85, 1], [0.018, 0.0145, 0.0118, 0.0095]), sides=20))
    made.append(sphere(0.0098, at=tuple(thumb[-1]), segments=24))
    if spec.is_a("mitten"):
        bag = [(0.135, 0.044, 0.0155, 0, 2.6), (0.17, 0.0435, 0.017, -0.002, 2.5), (0.2, 0.037, 0.016, -0.006, 2.3), (0.218, 0.024, 0.0125, -0.009, 2.2), (0.2255, 0.01, 0.006, -0.01, 2.0)]
        return [*made, body(bag, steps=36, count=56)]
    for x, long, r, lean in FINGERS:
        a = np.radians(lean)
        root = np.array((x * 0.96, 0.0, 0.138))
        way = np.array((np.sin(a), 0, np.cos(a)))
        path = smooth_path([root - way * 0.012, root + way * long * 0.35 + (0, -0.001, 0), root + way * long * 0.7 + (0, -0.0045, 0), root + way * long * 0.97 + (0, -0.011, 0)], 24)
        made.append(sweep(path, np.interp(np.linspace(0, 1, 24), [0, 0.5, 0.9, 1], [r * 1.06, r, r * 0.88, r * 0.8]), sides=20))
        made.append(sphere(r * 0.81, at=tuple(path[-1]), segments=24))
    return made

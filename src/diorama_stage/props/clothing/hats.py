# SPDX-License-Identifier: GPL-3.0-or-later
"""Hats: a felt hat, a straw hat, a cowboy hat, a top hat, a baseball cap, helmets."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    cylinder,
    displace,
    ellipsoid,
    join,
    label_arc,
    move,
    rotate,
    scale,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.parts import pile
from diorama_stage.kit.seams import Skin, eased, sheet, stand_on, thread
from diorama_stage.props.registry import prop

TURN = np.linspace(0, 2 * np.pi, 96, endpoint=False)


def hat_form(crown, brim, *, ratio: float = 0.82, dent=None, lift=None, rows: int = 44):
    """A hat's outside as a grid of points (rows, 96, 3), from its top to the edge of its brim; the front is -Y, and longer than it is wide.

    crown: stations (share of the way down, half length, height); brim: width, metres; `ratio` width to length.
    `dent(x, y)` lowers the top; `lift(angle, share)` raises the brim.
    """
    c = eased(crown, rows)
    grid = []
    for _, half, z in c:
        x, y = half * ratio * np.cos(TURN), half * np.sin(TURN)
        drop = dent(x, y, z) if dent else np.zeros_like(x)
        grid.append(np.column_stack([x, y, z - drop]))
    foot = c[-1][1]
    for share in np.linspace(0, 1, 20)[1:]:
        out = foot + brim * share
        x, y = (foot * ratio + brim * share) * np.cos(TURN), out * np.sin(TURN)
        grid.append(np.column_stack([x, y, c[-1][2] + (lift(TURN, share) if lift else 0 * x)]))
    return np.array(grid)


def band(crown, ratio: float, low: float, high: float, thickness: float):
    """A ribbon around the crown between two heights."""
    c = eased(crown, 60)[::-1]
    rows = []
    for z in np.linspace(low, high, 7):
        half = np.interp(z, c[:, 2], c[:, 1]) + thickness
        rows.append(np.column_stack([half * ratio * np.cos(TURN), half * np.sin(TURN), np.full(96, z)]))
    return sheet(np.array(rows), thickness, closed=True, smooth=60)


def bow(width: float, height: float):
    """A flat hat bow about the origin, facing +x: two loops and a knot."""
    made = []
    for s in (-1, 1):
        rows = [[(0.002 + 0.002 * np.sin(3.1 * t), s * width * t, z * height / 2 * (0.5 + 0.5 * t**0.6)) for z in np.linspace(-1, 1, 7)] for t in np.linspace(0.04, 1, 10)]
        made.append(sheet(np.array(rows), 0.0018, smooth=50))
    knot = ellipsoid(0.004, width * 0.2, height * 0.4, at=(0.002, 0, 0), segments=20)
    return join([*made, knot])


@prop("hat")
def hat(spec: Spec, b: Builder) -> None:
    """A fedora; of straw, a panama."""
    straw = spec.material == "straw" or spec.has("straw") or spec.is_a("straw", "sun_hat")
    wide = 0.085 if spec.is_a("sun_hat", "sombrero") else 0.062
    b.slot("body", "straw" if straw else "felt", "#d9bf86" if straw else b.choose("#6d6a66", "#4a3a2c", "#2b2c30", "#7d5a3c"))
    b.slot("band", "silk", "#1b1a1c" if straw or b._slots["body"].colour != "#2b2c30" else "#5a1f22", role="trim")
    ratio, top = 0.8, b.vary(0.128, 0.04)
    crown = [(0, 0.004, top), (0.15, 0.05, top * 0.995), (0.28, 0.079, top * 0.95), (0.4, 0.0885, top * 0.82), (0.7, 0.096, top * 0.36), (1, 0.1, 0.006)]

    def dent(x, y, z):
        """A crease along the top, and a pinch on either side of the front."""
        high = np.clip((z - top * 0.45) / (top * 0.5), 0, 1)
        crease = 0.03 * np.exp(-((x / 0.02) ** 2)) * np.clip(1.1 - (y / 0.095) ** 4, 0, 1) * high
        return crease + 0.012 * high * np.clip(y / 0.09, -1, 1)

    def lift(a, share):
        side, back = np.abs(np.cos(a)) ** 3, np.clip(np.sin(a), 0, 1) ** 2
        return share**1.6 * (0.016 * side + 0.016 * back - 0.009 * np.clip(-np.sin(a), 0, 1) ** 2)

    grid = hat_form(crown, wide, ratio=ratio, dent=dent, lift=lift)
    high = np.clip((grid[:, :, 2] - top * 0.4) / (top * 0.5), 0, 1)
    for s in (-1, 1):  # the pinch
        near = np.exp(-(((grid[:, :, 0] - s * 0.058) / 0.022) ** 2) - ((grid[:, :, 1] + 0.058) / 0.03) ** 2) * high
        grid[:, :, 0] -= s * 0.02 * near
        grid[:, :, 1] += 0.012 * near
    made = sheet(grid, 0.003, closed=True)
    b.add(displace(made, 0.0012, 0.05, seed=spec.seed), "body")
    b.add(sweep(np.vstack([grid[-1], grid[-1][:1]]), 0.0022, sides=8), "band" if not straw else "body", "edge")
    b.add(band(crown, ratio, 0.007, 0.042, 0.0024), "band")
    side = bow(0.03, 0.03)
    b.add(move(rotate(side, 0, -6, 0), 0.1 * ratio + 0.0025, 0.0, 0.025), "band")
    b.footprint = "round"


@prop("cowboy_hat")
def cowboy_hat(spec: Spec, b: Builder) -> None:
    b.slot("body", "felt", b.choose("#7a5636", "#b08a5c", "#3a2d24"))
    b.slot("band", "leather", "#3a2315", role="trim")
    b.slot("metal", "silver", role="fixed")
    ratio, top = 0.8, b.vary(0.145, 0.04)
    crown = [(0, 0.004, top), (0.15, 0.052, top * 0.998), (0.28, 0.08, top * 0.96), (0.4, 0.089, top * 0.84), (0.7, 0.096, top * 0.36), (1, 0.101, 0.006)]

    def dent(x, y, z):
        high = np.clip((z - top * 0.5) / (top * 0.45), 0, 1)
        middle = 0.026 * np.exp(-((x / 0.014) ** 2))
        sides = 0.02 * (np.exp(-(((x - 0.046) / 0.016) ** 2)) + np.exp(-(((x + 0.046) / 0.016) ** 2))) * np.exp(-(((y + 0.02) / 0.06) ** 2))
        return high * (middle * np.clip(1.05 - (y / 0.1) ** 4, 0, 1) + sides + 0.02 * np.clip(-y / 0.09 - 0.1, 0, 1) ** 2)

    def lift(a, share):
        return share**1.5 * (0.085 * np.abs(np.cos(a)) ** 2.4 - 0.014 * np.abs(np.sin(a)) ** 3)

    grid = hat_form(crown, 0.1, ratio=ratio, dent=dent, lift=lift)
    share = np.clip(np.arange(len(grid)) - 44, 0, None)[:, None] / 19
    grid[:, :, 0] *= 1 - 0.2 * share * np.abs(np.cos(TURN))  # the sides of the brim roll up and in
    grid[:, :, 1] *= 1 - 0.02 * share
    b.add(displace(sheet(grid, 0.0032, closed=True), 0.0012, 0.06, seed=spec.seed), "body")
    b.add(sweep(np.vstack([grid[-1], grid[-1][:1]]), 0.0026, sides=8), "band", "edge")
    b.add(band(crown, ratio, 0.008, 0.026, 0.0022), "band")
    for x in np.linspace(-0.9, 0.9, 7):
        a = -np.pi / 2 + x
        half = np.interp(0.017, [0.006, top * 0.36], [0.101, 0.096]) + 0.0042
        o = scale(sphere(0.005, segments=18), 1, 1, 0.4)
        b.add(move(rotate(rotate(o, 90), 0, 0, np.degrees(x)), half * ratio * np.cos(a), half * np.sin(a), 0.017), "metal", "studs")
    b.footprint = "round"


@prop("top_hat")
def top_hat(spec: Spec, b: Builder) -> None:
    b.slot("body", "silk", "#141416", finish=("glossy",))
    b.slot("band", "silk", b.choose("#33343a", "#2b1f24", "#4a4c54"), role="trim")
    ratio, top = 0.82, b.vary(0.15, 0.05)
    edge = 0.006
    crown = [(0, 0.002, top), (0.2, 0.06, top), (0.3, 0.1 - edge, top - 0.0002), (0.325, 0.1, top - edge), (0.6, 0.0945, top * 0.5), (0.85, 0.0945, top * 0.16), (1, 0.098, 0.006)]

    def lift(a, share):
        return share**1.7 * (0.022 * np.abs(np.cos(a)) ** 2.2 - 0.007 * np.abs(np.sin(a)) ** 2)

    grid = hat_form(crown, 0.05, ratio=ratio, lift=lift, rows=70)
    b.add(displace(sheet(grid, 0.003, closed=True, smooth=50), 0.0004, 0.07, seed=spec.seed), "body")
    b.add(sweep(np.vstack([grid[-1], grid[-1][:1]]), 0.0032, sides=10), "band", "edge")
    b.add(band(crown, ratio, 0.008, 0.046, 0.0022), "band")
    b.add(move(bow(0.02, 0.036), 0.0968 * ratio + 0.003, 0.0, 0.027), "band")
    b.footprint = "round"


@prop("cap")
def cap(spec: Spec, b: Builder) -> None:
    """A baseball cap; of wool or knitted, a beanie."""
    if spec.material in ("wool", "knit") or spec.is_a("beanie", "bobble"):
        _beanie(spec, b)
        return
    b.slot("body", "cotton", b.choose("#1f3f73", "#a8241f", "#26282b", "#2f5b3a"))
    b.slot("thread", "fabric", "#e2ddd2", role="fixed")
    a, c, h = 0.083, 0.1, b.vary(0.118, 0.03)
    t = np.linspace(0, 1, 30)
    rows = []
    for s in t:  # from the rim up to the button
        round_ = np.cos(s * np.pi / 2) ** 0.8
        front = np.clip(-np.sin(TURN), 0, 1) ** 2
        out = round_ * (1 - 0.02 * s) + 0.06 * front * np.sin(np.pi * s) * (1 - 0.3 * s)
        out = out * (1 - 0.012 * np.exp(-((np.mod(TURN + np.pi / 6, np.pi / 3) - np.pi / 6) ** 2) / 0.003) * np.sin(np.pi * s) ** 0.5)
        rows.append(np.column_stack([a * out * np.cos(TURN), c * out * np.sin(TURN), np.full(96, h * np.sin(s * np.pi / 2) ** 0.9)]))
    dome = displace(sheet(np.array(rows), 0.0018, closed=True), 0.0016, 0.06, seed=spec.seed)
    b.add(dome, "body")
    skin = Skin(dome)
    b.add(scale(sphere(0.0085, at=(0, 0, 0), segments=24), 1, 1, 0.6), "body", "button")
    move(b._parts["button"][0], 0, 0, h + 0.0005)
    for k in range(6):
        line = np.array(rows)[1:-1, k * 16]
        at, _ = skin.nearest(line * 1.02, 0.0004)
        b.add(sweep(at, 0.0009, sides=6), "body", "seams")
        hole = skin.nearest([np.array(rows)[19, (k * 16 + 8) % 96]], 0.0006)
        b.add(stand_on(torus(0.0034, 0.0011, segments=20, sides=8), hole[0][0], hole[1][0]), "thread", "eyelets")
    _bill(b, a, c)
    rim = np.array([(a * 1.001 * np.cos(x), c * 1.001 * np.sin(x), 0.012) for x in TURN])
    b.add(thread(skin.nearest(np.vstack([rim, rim[:1]]), 0.0006)[0], 0.0035, 0.0004), "body", "stitches")
    label = spec.labels[0] if spec.labels else None
    if label:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_arc(c * 1.07, 0.0, 0.045, 62, top_radius=c * 0.97), 0), 0, 0.002, 0.032), "label")


def _bill(b: Builder, a: float, c: float) -> None:
    """The peak: it leaves the front of the rim, bends down at its sides, and is stitched in rows."""
    reach, u = 0.076, np.sin(np.linspace(-1, 1, 61) * np.pi / 2)
    angle = u * np.radians(66)
    root = np.column_stack([a * np.sin(angle) * 0.99, -c * np.cos(angle) * 1.03, np.full(61, 0.004)])
    rows = []
    near = np.cos(u * np.pi / 2) ** 0.5  # nothing at the sides, where the peak runs into the rim
    for s in np.linspace(0, 1, 18):
        x = root[:, 0] * (1 + 0.05 * s * near)
        bend = 0.03 * (x / a) ** 2 * s * near + 0.012 * s * s * near
        rows.append(np.column_stack([x, root[:, 1] - reach * s * near, root[:, 2] + 0.012 + 0.008 * s * near - bend]))
    rows = np.array(rows)
    b.add(sheet(rows, 0.0034, smooth=60), "body", "bill")
    b.add(sweep(rows[-1], 0.0024, sides=8), "body", "bill")
    for k in (3, 6, 9, 12, 15):
        b.add(thread(rows[k][2:-2] + (0, 0, 0.0019), 0.0032, 0.00045), "thread", "stitches")


def _beanie(spec: Spec, b: Builder) -> None:
    """A ribbed knitted hat with a turned-up brim and, by its seed, a bobble."""
    b.slot("body", "knit", b.choose("#8f2f2a", "#d8d2c4", "#34506b", "#c58b2c"))
    h, r, ribs = 0.2, 0.088, 44
    turn = np.linspace(0, 2 * np.pi, ribs * 8, endpoint=False)
    wave = 0.0022 * np.cos(ribs * turn)
    profile = smooth_path([(r * 1.07, 0.004), (r * 1.1, 0.02), (r * 1.09, 0.058), (r * 1.04, 0.066), (r * 1.0, 0.063), (r * 1.03, 0.09), (r * 0.98, 0.125), (r * 0.72, 0.17), (r * 0.3, 0.194), (0.003, h)], 60)
    rows = [np.column_stack([(q + wave * min(q / r, 1)) * np.cos(turn), (q + wave * min(q / r, 1)) * 1.08 * np.sin(turn), np.full(len(turn), z)]) for q, z in profile]
    b.add(displace(sheet(np.array(rows), closed=True), 0.006, 0.06, seed=spec.seed), "body")
    if b.choose(True, False) or spec.is_a("bobble"):
        b.slot("bobble", "wool", "#e6e0d2", role="trim")
        ball = b.add(displace(sphere(0.032, at=(0, 0, h + 0.022), segments=40), 0.006, 0.012, seed=4), "bobble")
        b.add(pile(ball, 5000, 0.011, 0.0011, seed=spec.seed, lay=(0, 0, 0)), "bobble")
    b.footprint = "round"


@prop("helmet")
def helmet(spec: Spec, b: Builder) -> None:
    """A motorcycle helmet with its visor down; a builder's hard hat or an astronaut's helmet where that is asked for."""
    if spec.has("construction", "safety", "industrial") or spec.is_a("hard_hat"):
        _hard_hat(spec, b)
        return
    if spec.is_a("space"):
        _space_helmet(b)
        return
    b.slot("body", "paint", b.choose("#b3211c", "#1d2a44", "#e6e3dc", "#1b1b1d"))
    b.slot("visor", "lacquer", "#0c0f14", role="fixed")
    b.slot("trim", "rubber", "#141415", role="fixed")
    b.slot("stripe", "paint", "#17181a" if b._slots["body"].colour != "#1b1b1d" else "#d9a21f", role="trim")
    b.slot("lining", "fabric", "#2a2a2c", role="fixed")
    stations = np.array([(0.0, 0.095, 0.125, -0.004, 2.3), (0.03, 0.114, 0.15, -0.01, 2.35), (0.075, 0.127, 0.163, -0.011, 2.3), (0.13, 0.131, 0.16, -0.004, 2.2), (0.18, 0.125, 0.146, 0.002, 2.15), (0.22, 0.104, 0.12, 0.006, 2.1), (0.247, 0.07, 0.082, 0.009, 2.0), (0.2595, 0.034, 0.04, 0.011, 2.0), (0.262, 0.003, 0.003, 0.012, 2)])

    def at(angle, z, lift=0.0):
        """A point of the shell at an angle from the front (radians, rising to the left of the wearer) and a height."""
        a, d, y, p = (np.interp(z, smooth[:, 0], smooth[:, k]) for k in (1, 2, 3, 4))
        s, c = np.sin(angle), -np.cos(angle)
        r = (np.abs(s) ** p + np.abs(c) ** p) ** (-1 / p)
        return np.stack([(a + lift) * r * s, y + (d + lift) * r * c, z + 0 * s], axis=-1)

    smooth = eased(stations, 200)
    ends = np.concatenate([stations[0, 0] + (stations[-1, 0]) * np.sin(np.linspace(0, np.pi / 2, 60))])
    rows = [at(np.linspace(-np.pi, np.pi, 128, endpoint=False), z) for z in ends]
    inside = [rows[0] * (0.9, 0.93, 1) + (0, 0, 0.008), rows[0] * (0.85, 0.88, 1) + (0, 0, 0.04)]
    b.add(sheet(np.array([*rows]), closed=True), "body")
    b.add(sheet(np.array([rows[0] * (0.995, 0.995, 1), *inside]), closed=True), "lining")
    b.add(sweep(np.vstack([rows[0], rows[0][:1]]), 0.005, sides=10), "trim", "rim")
    u, v = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(-1, 1, 25))
    for wide, tall, lift, slot in ((1.27, 0.053, 0.0012, "trim"), (1.22, 0.048, 0.0055, "visor")):
        reach = (1 - np.abs(u) ** 3.2) ** (1 / 2.2)
        z = 0.14 + v * tall * (0.2 + 0.8 * reach) + 0.012 * (1 - np.abs(u) ** 2) - 0.004
        grid = at(u * wide, z, lift)
        if slot == "visor":
            fall = np.clip(np.minimum(1 - np.abs(v), (1 - np.abs(u)) * 8) / 0.12, 0, 1) ** 0.5
            grid = at(u * wide, z, 0) * (1 - fall[..., None]) + grid * fall[..., None]
        b.add(sheet(grid, 0.0 if slot == "visor" else 0.002), slot, "visor")
    for s in (-1, 1):
        point = at(np.array([s * 1.25]), 0.137, 0.003)[0]
        knob = cylinder(0.021, 0.008, bevel=0.003, segments=40)
        b.add(move(rotate(knob, 0, 90 * s, s * -14), *point), "trim", "hinge")
        for k in range(3):
            angle = s * np.linspace(0.24, 0.5, 10)
            b.add(sweep(at(angle, 0.052 - 0.011 * k, 0.0006), 0.0028, sides=8), "trim", "vents")
    x = np.linspace(-0.028, 0.028, 9)
    skin = Skin(*b._parts["body"])
    if b.choose(True, True, False):
        for k in (-1, 1):
            arc = [[(k * 0.035 + q * 0.42, 0.16 * np.cos(t), 0.11 + 0.16 * np.sin(t)) for q in x] for t in np.linspace(0.18, 2.42, 60)]
            near, _ = skin.nearest(np.array(arc).reshape(-1, 3), 0.0007)
            b.add(sheet(near.reshape(60, 9, 3)), "stripe", "stripes")
    vent = skin.cast([(q, -1, 0.222) for q in np.linspace(-0.02, 0.02, 9)], (0, 1, 0), 0.001)[0]
    b.add(sweep(vent, 0.005, sides=10, flat=0.7), "trim", "vents")
    b.footprint = "round"


def _space_helmet(b: Builder) -> None:
    """A white shell on its neck ring, a gilded visor in front, an earpiece at each side, a lamp on each temple."""
    b.slot("body", "paint", "#e9e7e2")
    b.slot("visor", "gold", "#c8902f", role="fixed", finish=("polished",))
    b.slot("trim", "steel", "#b9bbbd", role="fixed")
    b.slot("stripe", "paint", "#b3261f", role="trim")
    b.slot("lining", "rubber", "#1a1b1d", role="fixed")
    a, low, middle = 0.162, 0.03, 0.172

    def at(angle, up, lift):
        """A point over the shell at an angle from the front and an elevation, radians, `lift` metres off it."""
        r = a + lift
        return np.stack([0.94 * r * np.cos(up) * np.sin(angle), -r * np.cos(up) * np.cos(angle), middle + 0.98 * r * np.sin(up)], axis=-1)

    rise = np.linspace(np.arcsin((low - middle) / a), np.pi / 2 - 1e-3, 60)
    b.add(sheet(np.array([at(TURN, np.full(96, e), 0.0) for e in rise]), 0.004, closed=True), "body")
    u, v = np.meshgrid(np.linspace(-1, 1, 81), np.linspace(-1, 1, 49))
    reach = (1 - np.abs(u) ** 3.0) ** (1 / 2.6)
    wide, tall = 1.22, 0.66
    edge = np.linspace(0, 2 * np.pi, 160)
    c, s = np.cos(edge), np.sin(edge)
    outline = np.sign(c) * np.abs(c) ** (2 / 3.0) * wide, np.sign(s) * np.abs(s) ** (2 / 2.6) * tall + 0.02
    bulge = 0.006 + 0.012 * (1 - np.abs(u) ** 4) * (1 - np.abs(v) ** 4)
    b.add(sheet(at(u * wide, v * tall * reach + 0.02, bulge)), "visor", "visor")
    b.add(sweep(at(*outline, 0.006), 0.0065, sides=12), "lining", "rim")
    b.add(sweep(at(outline[0] * 1.045, (outline[1] - 0.02) * 1.07 + 0.02, 0.003), 0.009, sides=12), "body", "rim")
    for s_ in (-1, 1):
        pod = cylinder(0.034, 0.02, bevel=0.006, segments=48)
        b.add(move(rotate(pod, 0, 90 * s_, 0), *at(s_ * 1.57, -0.12, 0.002)), "trim", "hinge")
        lamp = cylinder(0.017, 0.03, bevel=0.004, segments=36)
        b.add(move(rotate(lamp, 90, 0, 0), *at(s_ * 1.25, 0.72, 0.008)), "trim", "lamp")
    for k in (-1, 1):
        b.add(sweep(at(np.full(40, np.pi), np.linspace(0.1, 1.35, 40), 0.001) + (k * 0.02, 0, 0), 0.004, sides=8), "stripe", "stripes")
    for z, r in ((0.03, 0.093), (0.014, 0.1), (0.003, 0.1)):
        b.add(move(torus(r, 0.0085), 0, 0, z), "trim", "ring")
    b.footprint = "round"


def _hard_hat(spec: Spec, b: Builder) -> None:
    """A dome with ridges along its top and a short peak."""
    b.slot("body", "plastic", b.choose("#e8b21c", "#e8b21c", "#d9621c", "#e9e7e0"), finish=("glossy",))
    b.slot("lining", "fabric", "#3a3a3c", role="fixed")
    a, c, h = 0.105, 0.13, 0.135
    rows = []
    for s in np.linspace(0, 1, 50):
        r = np.cos(s * np.pi / 2) ** 0.75
        x, y = a * r * np.cos(TURN), c * r * np.sin(TURN)
        ridge = sum(0.007 * np.exp(-(((x - k) / 0.007) ** 2)) for k in (-0.03, 0.0, 0.03)) * np.sin(s * np.pi / 2) ** 0.7 * np.clip(1.3 - (y / c) ** 4 * 1.2, 0, 1)
        rows.append(np.column_stack([x, y, h * np.sin(s * np.pi / 2) ** 0.85 + ridge]))
    front = np.clip(-np.sin(TURN), 0, 1) ** 1.5
    brim = [np.column_stack([(a + 0.014 * k) * np.cos(TURN), (c + 0.014 * k) * np.sin(TURN) - 0.042 * front * k, 0.0 * TURN - 0.008 * front * k - 0.003 * k]) for k in np.linspace(1, 0, 10)[:-1]]
    b.add(sheet(np.array([*brim, *rows]), 0.0035, closed=True, smooth=50), "body")
    b.add(sweep(np.vstack([brim[0], brim[0][:1]]), 0.0036, sides=10), "body", "rim")
    inner = [np.column_stack([a * 0.93 * np.cos(TURN), c * 0.93 * np.sin(TURN), 0 * TURN + z]) for z in (0.002, 0.03)]
    b.add(sheet(np.array(inner), 0.003, closed=True), "lining")
    if spec.labels:
        b.slot("label", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        b.add(move(label_arc(c * 1.03, 0.0, 0.035, 32, top_radius=c * 0.985), 0, -0.001, 0.03), "label")
    b.footprint = "round"

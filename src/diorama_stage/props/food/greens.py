# SPDX-License-Identifier: GPL-3.0-or-later
"""Corn, cucumbers, aubergines, chillies, heads of lettuce and cabbage."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.parts import copies, tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.food.tropical import disc
from diorama_stage.props.nature import blooms
from diorama_stage.props.registry import prop


def bent(body, path_x):
    """Bend an upright body: `path_x` takes heights (n,) and gives how far aside they go, metres."""
    p = vertices(body).astype(float)
    p[:, 0] += path_x(p[:, 2])
    set_points(body.data, p)
    return body


@prop("corn")
def corn(spec: Spec, b: Builder) -> None:
    """An ear of maize, lying: rows of yellow kernels, its husk pulled back and its silk brown."""
    long, r, rows = b.vary(0.17, 0.05), b.vary(0.0225, 0.05), b.choose(14, 16)
    b.slot("body", "wax", "#eebc35", finish=("satin",))
    b.slot("husk", "leaf", "#9db560", role="fixed", params={"thin": 0.25})
    b.slot("silk", "straw", "#a9793e", role="fixed")
    kernel = displace(ellipsoid(1, 1, 1, segments=12), 0.12, 0.9, seed=1)
    n = 42
    t = (np.arange(n) + 0.5) / n
    radius = r * np.interp(t, [0, 0.08, 0.5, 0.86, 0.96, 1], [0.86, 0.97, 1, 0.78, 0.5, 0.28])
    places, tones = [], []
    for k in range(rows):
        a = 2 * math.pi * k / rows
        for i in range(n):
            wob = b.rng.uniform(-0.02, 0.02)
            out = np.array((math.cos(a + wob), math.sin(a + wob), 0.0))
            side = np.array((-out[1], out[0], 0.0))
            m = np.eye(4)
            wide = math.pi * radius[i] / rows * 1.04
            m[:3, 0], m[:3, 1], m[:3, 2] = side * wide, np.array((0, 0, long / n * 0.56)), out * wide * 1.25
            m[:3, 3] = out * (radius[i] - wide * 0.62) + (0, 0, long * (t[i] + (0.25 / n if k % 2 else -0.25 / n)))
            places.append(m)
            tones.append(b.rng.uniform(0.86, 1.12))
    ear = copies(kernel, np.array(places), smooth=180)
    each = len(ear.data.vertices) // len(tones)
    tint(ear, lambda p: np.repeat(np.array(tones), each)[:, None] * toward("#eebc35", "#f6e3a0", np.clip(1.1 - p[:, 2] / (0.16 * long), 0, 0.6) + np.clip((p[:, 2] / long - 0.9) * 6, 0, 0.7)))
    made = [b.add(ear, "body"), b.add(lathe([(0, 0), (r * 0.72, 0.002), (r * 0.8, long * 0.5), (r * 0.5, long * 0.9), (0, long * 0.98)], segments=40, smooth=180), "body", "core")]
    husk = Growth()
    for k in range(7):
        a = k * blooms.GOLDEN + 0.4
        out = np.array((math.cos(a), math.sin(a), 0.0))
        side = np.array((-out[1], out[0], 0.0))
        length, open_ = long * b.rng.uniform(0.75, 1.05), (0.25 + 0.12 * k) * b.rng.uniform(0.8, 1.2)
        u, s = np.linspace(0, 1, 24)[:, None], np.linspace(-1, 1, 11)[None, :]
        wide = r * 1.5 * np.interp(u, [0, 0.15, 0.5, 0.85, 1], [0.55, 0.95, 1.0, 0.5, 0.04])
        far = r * 0.75 + open_ * length * u**1.5 * 0.62 + 0.003
        up = -0.016 + length * (u * 0.86 - 0.3 * open_ * u**2) + 0.0 * s
        curve = np.cos(np.clip(s * wide / (r * 1.1), -1.5, 1.5))
        grid = (far * curve + 0 * s)[..., None] * out + (wide * s)[..., None] * side + up[..., None] * np.array((0, 0, 1.0))
        grid = grid + (0.0012 * np.sin(s * 14 + k))[..., None] * out
        ribs = 1 + 0.12 * np.cos(s * 26) + 0.25 * (u - 0.4)
        husk.sheet(grid, np.broadcast_to(ribs * b.rng.uniform(0.85, 1.15), (24, 11)), 0.0005)
    made.append(b.add(husk.object("husk"), "husk"))
    made.append(b.add(lathe(smooth_path([(0, -0.045), (0.0085, -0.045), (0.0078, -0.03), (0.0115, -0.012), (r * 0.7, 0.0), (0, 0.004)], 30), segments=32, smooth=180), "husk", "stalk"))
    hair = []
    for _ in range(46):
        a = b.rng.uniform(0, 6.3)
        foot = np.array((0.003 * math.cos(a), 0.003 * math.sin(a), long * 0.97))
        tip = foot + (b.rng.uniform(-0.022, 0.022), b.rng.uniform(-0.022, 0.022), b.rng.uniform(0.012, 0.045))
        hair.append(sweep(smooth_path([foot, (foot + tip) / 2 + (b.rng.uniform(-0.008, 0.008), b.rng.uniform(-0.008, 0.008), 0.006), tip], 8), 0.0003, sides=4))
    made.append(b.add(join(hair), "silk"))
    turn = b.rng.uniform(200, 235)
    for o in made:
        move(o, 0, 0, -long / 2)
        rotate(rotate(rotate(o, 0, 0, b.spec.seed * 40 % 360), 0, 88, 0), 0, 0, turn)
    laid(made[0], made[2:])
    grounded(*made)


def laid(body, soft) -> None:
    """What is soft and hangs lower than the body does lie flat beside it."""
    low = float(vertices(body)[:, 2].min())
    for o in soft:
        q = vertices(o).astype(float)
        q[:, 2] = np.where(q[:, 2] < low, low + 0.0006 + 0.12 * (low - q[:, 2]), q[:, 2])
        set_points(o.data, q)


@prop("cucumber")
def cucumber(spec: Spec, b: Builder) -> None:
    """Dark green and a little bent, with pale streaks at its end, low ribs and warts; or three slices."""
    L, r = b.vary(0.105, 0.06), b.vary(0.021, 0.05)
    b.slot("body", "apple_skin", "#2f5a2a", finish=("satin",))
    if spec.has("sliced") or spec.is_a("slice"):
        return _slices(b, r)
    t = np.linspace(-1, 1, 130)
    body = lathe(np.stack([r * np.clip(1 - np.abs(t) ** 7, 0, 1) ** 0.5 * (1 - 0.08 * t), L * t], axis=1), segments=120, smooth=180)
    rng = np.random.default_rng(spec.seed)
    p = vertices(body).astype(float)
    a = np.arctan2(p[:, 1], p[:, 0])
    p[:, :2] *= (1 + 0.02 * np.cos(9 * a + 0.3 * np.sin(p[:, 2] * 40)))[:, None]
    warts = np.zeros(len(p))
    for _ in range(90):
        c, z = rng.uniform(0, 6.283), rng.uniform(-0.85, 0.85) * L
        d = np.hypot(((a - c + math.pi) % (2 * math.pi) - math.pi) * r, p[:, 2] - z)
        warts = np.maximum(warts, np.exp(-((d / 0.0016) ** 2)))
    p[:, :2] *= (1 + 0.045 * warts)[:, None]
    set_points(body.data, p)
    pale = np.clip((p[:, 2] / L - 0.1) * 1.1, 0, 1) * (0.5 + 0.5 * np.cos(10 * a + field(p, 0.03, seed=spec.seed))) * 0.75
    tone = toward("#2f5a2a", "#b5c46a", pale) * (0.95 + 0.15 * field(p, 0.012, seed=2))[:, None] * (1 + 0.5 * warts)[:, None]
    bent(displace(tint(body, lambda _: tone), r * 0.05, r * 2, seed=spec.seed), lambda z: 0.1 * L * (z / L) ** 2 * b.vary(1, 0.5))
    b.slot("stem", "plant_stem", "#7c9a4a", role="fixed")
    stem = move(sweep([(0, 0, 0), (0.001, 0, 0.006), (0.003, 0, 0.011)], [0.0042, 0.003, 0.0034], sides=10), 0.095 * L, 0, L * 0.985)
    made = [b.add(body, "body"), b.add(rotate(stem, 0, 0, 0), "stem")]
    turn = b.rng.uniform(15, 45)
    for o in made:
        rotate(rotate(rotate(o, 0, 0, 90), 90), 0, 0, turn + 90)
    grounded(*made)


def _slices(b: Builder, r: float) -> None:
    """Three rounds that lean on each other: green skin, pale flesh, three fields of seeds."""
    b.slot("flesh", "cheese", "#dbe6b4", role="fixed", finish=("satin",))
    made, h = [], 0.0045
    for k in range(3):
        rim = lathe([(r * 0.9, 0), (r, 0.0004), (r, h - 0.0004), (r * 0.9, h)], segments=72, smooth=60)
        under, face = disc(r * 0.985, rings=24, around=90), move(disc(r * 0.985, rings=36, around=110), 0, 0, h)

        def seeded(p):
            far, a = np.hypot(p[:, 0], p[:, 1]) / r, np.arctan2(p[:, 1], p[:, 0])
            jelly = np.clip(1 - np.abs(far - 0.36) / 0.24, 0, 1) * np.clip(np.abs(np.sin(1.5 * a)) * 2.2 - 0.5, 0, 1)
            seeds = np.clip((np.cos(a * 27) - 0.3) * 1.4, 0, 1) * np.exp(-(((far - 0.4) / 0.09) ** 2)) * np.clip(jelly * 2, 0, 1)
            edge = np.clip((far - 0.9) / 0.1, 0, 1)
            return toward("#dbe6b4", "#a9c173", 0.6 * jelly) * toward("#dbe6b4", "#f6f2d8", 0.9 * seeds) * toward("#dbe6b4", "#7fa548", edge)

        group = [b.add(rim, "body"), b.add(tint(under, seeded), "flesh"), b.add(tint(face, seeded), "flesh")]
        for o in group:
            move(rotate(o, 0, (0, -11, -13)[k], 40 * k), (-0.02, 0.004, 0.024)[k], (0.006, -0.012, -0.006)[k], (0, 0.0042, 0.0068)[k])
        made += group
    grounded(*made)


@prop("eggplant")
def eggplant(spec: Spec, b: Builder) -> None:
    """An aubergine, lying: a glossy dark purple club with a green calyx and stalk."""
    L, r = b.vary(0.19, 0.07), b.vary(0.04, 0.07)
    b.slot("body", "tomato_skin", "#24102c")
    b.slot("calyx", "plant_stem", "#66803f", role="fixed")
    outline = smooth_path([(0, 0), (0.45, 0.012), (0.85, 0.1), (1.0, 0.27), (0.92, 0.48), (0.68, 0.72), (0.52, 0.9), (0.4, 0.985), (0, 1.0)], 110) * (r, L)
    body = displace(lathe(outline, segments=110, smooth=180), r * 0.05, r * 1.4, seed=spec.seed)
    bend = b.rng.uniform(0.06, 0.16)
    lean = lambda z: bend * L * (z / L - 0.35) ** 2 * 1.3
    bent(body, lean)
    tint(body, lambda p: (1 + 0.25 * field(p, 0.05, seed=spec.seed))[:, None] * toward("#24102c", "#7a4a72", np.clip((p[:, 2] / L - 0.9) * 6, 0, 0.8)))
    cap = lathe(smooth_path([(0.0, 1.012), (0.3, 1.0), (0.47, 0.965), (0.58, 0.9), (0.66, 0.8), (0.62, 0.8)], 60) * (r, L) + (0.0014, 0), segments=120, smooth=180)
    p = vertices(cap).astype(float)
    a = np.arctan2(p[:, 1], p[:, 0])
    down = np.clip((0.965 * L - p[:, 2]) / (0.165 * L), 0, 1)
    point = np.abs(np.cos(2.5 * a)) ** 1.5
    p[:, 2] += down * (1 - point) * 0.13 * L
    p[:, :2] *= np.where(
        down > 0, np.interp(p[:, 2] / L, [0.8, 0.9, 0.965, 1.0], [0.66, 0.575, 0.48, 0.36]) * r / np.maximum(np.hypot(p[:, 0], p[:, 1]), 1e-6) * 1.03 * (1 + 0.06 * down * point), 1.0
    )[:, None]
    set_points(cap.data, p)
    bent(cap, lean)
    stalk = sweep(
        smooth_path([(lean(L), 0, L * 0.99), (lean(L) + 0.003, 0, L * 1.06), (lean(L) + 0.012, 0.002, L * 1.14), (lean(L) + 0.016, 0.003, L * 1.16)], 24),
        np.interp(np.linspace(0, 1, 24), [0, 0.15, 0.6, 1], [0.012, 0.0068, 0.0056, 0.0068]),
        sides=14,
    )
    made = [b.add(body, "body"), b.add(cap, "calyx"), b.add(displace(stalk, 0.0005, 0.006), "calyx", "stalk")]
    turn = b.rng.uniform(-55, -20)
    for o in made:
        rotate(rotate(move(o, 0, 0, -L / 2), 0, 92, 0), 0, 0, turn)
    grounded(*made)


@prop("chilli")
def chilli(spec: Spec, b: Builder) -> None:
    """A long pointed pod, curved, with a green stalk."""
    fat = spec.is_a("jalapeno")
    L, r = (b.vary(0.065), 0.0125) if fat else (b.vary(0.1, 0.12), b.vary(0.0088, 0.1))
    b.slot("body", "lacquer", "#3f7d2c" if fat or spec.is_a("green") else b.choose("#b3141a", "#c01d1a"))
    b.slot("stem", "plant_stem", "#5f8a35", role="fixed")
    t = np.linspace(0, 1, 60)
    turn, hook = b.rng.uniform(0.12, 0.3), b.rng.uniform(-0.1, 0.2)
    path = np.stack([L * t, L * turn * (t - 0.1) ** 2 - L * hook * np.clip(t - 0.7, 0, 1) ** 2, 0.12 * L * np.clip(t - 0.75, 0, 1) ** 1.5], axis=1)
    radius = r * np.interp(t, [0, 0.02, 0.08, 0.25, 0.6, 0.9, 1], [0.55, 0.85, 1.0, 0.98, 0.72, 0.28, 0.03] if not fat else [0.55, 0.85, 1.0, 1.05, 0.95, 0.55, 0.05])
    body = displace(displace(sweep(path, radius, sides=36), r * 0.16, r * 2.2, seed=spec.seed), r * 0.03, r * 0.5, seed=1)
    cap = sweep([(-0.0026, path[0, 1], 0), (-0.0008, path[0, 1], 0), (0.0018, path[0, 1], 0), (0.0034, path[0, 1], 0)], np.array([0.34, 0.62, 0.86, 0.9]) * r, sides=24)
    stalk = sweep(
        smooth_path([(-0.001, path[0, 1], 0), (-0.012, path[0, 1] + 0.001, 0.001), (-0.026, path[0, 1] + 0.006, 0.005), (-0.034, path[0, 1] + 0.011, 0.008)], 24),
        np.interp(np.linspace(0, 1, 24), [0, 0.2, 0.8, 1], [0.0028, 0.0019, 0.0018, 0.0026]),
        sides=10,
    )
    made = [b.add(tint(body, lambda p: 1 + 0.15 * field(p, 0.01, seed=spec.seed)), "body"), b.add(cap, "stem", "calyx"), b.add(stalk, "stem")]
    around = b.rng.uniform(-40, 40) + (180 if b.choose(True, False) else 0)
    for o in made:
        rotate(move(o, -L / 2 + 0.012, 0, 0), 0, 0, around)
    grounded(*made)


def head_leaf(out: Growth, turn: float, r: float, opened: float, frill: float, rng, tone: float, pale: float) -> None:
    """A leaf that grows from below and lies around a ball of radius `r`, or leans away from it (`opened` 0 to 1); its edge waves by `frill` metres."""
    rows, columns = 44, 57
    t, s = np.linspace(0, 1, rows)[:, None], np.linspace(-1, 1, columns)[None, :]
    shape = np.interp(t, [0, 0.12, 0.35, 0.65, 0.85, 0.95, 1], [0.2, 0.42, 0.9, 1.0, 0.8, 0.52, 0.16])
    across = s * shape * (1.18 - 0.25 * opened)
    polar = (0.12 + t * (2.45 - 0.95 * opened)) * (1 - 0.05 * np.abs(s) ** 2)
    rim = np.clip(np.maximum(np.abs(s) ** 3 * np.clip(3 * t, 0, 1), t**5), 0, 1)
    phase = rng.uniform(0, 6.3)
    wave = np.sin(8 * t + 5 * s + phase) * 0.6 + np.sin(23 * t + 4 * np.sign(s) + 2 * phase) * (np.abs(s) > 0.3) + np.sin(19 * s + phase) * t**3
    far = r * (1 + 0.05 * rim + opened * (0.2 * t + 0.75 * t**2.2)) + frill * rim * wave + 0.02 * r * np.cos(26 * t * (1 - 0.4 * np.abs(s))) * (1 - rim) * np.clip(np.abs(s) * 4, 0, 1)
    o = np.array((math.cos(turn), math.sin(turn), 0.0))
    side = np.array((-o[1], o[0], 0.0))
    up = np.array((0.0, 0.0, 1.0))
    grid = (far * np.cos(across) * np.sin(polar))[..., None] * o + (far * np.sin(across))[..., None] * side - (far * np.cos(across) * np.cos(polar))[..., None] * up
    rib = np.exp(-((s / (0.085 * (1.12 - t))) ** 2))
    branch = np.clip(np.cos(19 * (t - 0.5 * np.abs(s)) + 0.6 * np.sin(9 * s + phase)) - 0.83, 0, 1) * 6 * np.clip(1.2 - t, 0, 1)
    net = 0.5 + 0.5 * np.sin(61 * t + 3 * np.sin(31 * s)) * np.sin(47 * s + 3 * np.sin(29 * t + phase))
    light = np.clip(np.maximum(rib, 0.65 * np.clip(branch, 0, 1)) * (1.1 - 0.6 * t), 0, 1) + 0.35 * np.clip(0.3 - t, 0, 1) / 0.3
    out.sheet(grid, tone * (0.86 + 0.2 * net * (1 - light)) * (1 + (pale - 1) * light), 0.0009)


@prop("cabbage", "lettuce")
def cabbage(spec: Spec, b: Builder) -> None:
    """A head of leaves wrapped in each other: tight, veined and waxy (cabbage), or open and frilled (lettuce)."""
    loose = spec.kind == "lettuce"
    red = spec.is_a("red") or not loose and any(int(c[1:3], 16) > 1.6 * max(int(c[3:5], 16), 1) for c in spec.colours)
    r = b.vary(0.078 if not loose else 0.058, 0.06)
    b.slot("leaves", "leaf", "#5b2a4e" if red else "#86ad4f" if not loose else "#6ea332", finish=("satin",), params={"thin": 0.1 if not loose else 0.3}, role="fixed" if red else "main")
    b.slot("stump", "cheese", "#dfe3b8", role="fixed")
    out, count, pale = Growth(), 11 if not loose else 19, 2.4 if red else 1.75
    for k in range(count):
        u = k / (count - 1)
        opened = (max(u - 0.72, 0) / 0.28) ** 1.2 * 0.75 if not loose else 0.12 + 0.86 * u
        head_leaf(
            out,
            k * blooms.GOLDEN + b.rng.uniform(-0.25, 0.25),
            r * (0.93 + 0.09 * u),
            opened,
            (0.0022 + 0.006 * opened) if not loose else 0.0045 + 0.006 * u,
            b.rng,
            (1.18 - 0.3 * u) if not loose else 1.55 - 0.75 * u,
            pale,
        )
    made = [
        b.add(out.object("leaves"), "leaves"),
        b.add(move(lathe(smooth_path([(0, -0.004), (0.015, -0.004), (0.017, 0.006), (0.024, 0.02), (0, 0.03)], 20), segments=32, smooth=180), 0, 0, -r), "stump"),
    ]
    tilt, turn = b.rng.uniform(4, 22) * (0.4 if loose else 1), b.rng.uniform(0, 360)
    for o in made:
        rotate(o, tilt, 0, turn)
    laid(made[1], made[:1])
    grounded(*made)
    b.footprint = "round"

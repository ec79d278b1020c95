# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut stalks and twigs: lavender, rosemary, thyme, eucalyptus, olive, wheat, pampas. They lie, and stand in a vase. Wreaths of them; feathers; rose petals."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, bezier, move, rotate
from diorama_stage.kit.growth import Growth, frames, grid_faces, leaf, unit, upon
from diorama_stage.props.nature import blooms
from diorama_stage.props.nature.flowers import bow, stands
from diorama_stage.props.nature.grass import ear
from diorama_stage.props.registry import prop

PLANTS = {
    "lavender": (0.3, 7, "#7d9270", ("ears", "petal", "#7a5cb0")), "rosemary": (0.2, 1, "#557048", None), "thyme": (0.15, 3, "#6d8450", None),
    "wheat": (0.4, 4, "#c2a050", ("ears", "straw", "#d2ab57")), "pampas": (0.75, 1, "#b59f72", ("ears", "straw", "#dccbab")),
    "olive": (0.34, 1, "#6f7d55", ("fruit", "grape_skin", "#3b3a22")), "eucalyptus": (0.38, 1, "#7f9a88", None),
}  # fmt: skip
"""Length in metres, stalks in one, its green, what it bears (slot, material, colour)."""


def course(spec: Spec, b: Builder, length: float, k: int, many: int) -> np.ndarray:
    """Path (40, 3) of stalk `k` of `many`: upright from the origin, or lying with its tip to the left, a little arched off the ground."""
    spread = (k - (many - 1) / 2) / max(many - 1, 1) * b.rng.uniform(0.4, 0.55)
    length *= b.rng.uniform(0.9, 1.08)
    if stands(spec):
        lean = b.rng.uniform(0.05, 0.16) * length
        a = b.rng.uniform(0, 6.3)
        tip = np.array((math.cos(a) * lean + spread * length, math.sin(a) * lean, length))
        return bezier((0, 0, 0), (0, 0, length * 0.4), tip * (0.4, 0.4, 0.75), tip, 40)
    bow = b.rng.uniform(-0.07, 0.07) * length
    z = 0.004 + 0.004 * k
    foot, tip = np.array((length * 0.5, -spread * length * 0.25, z)), np.array((-length * 0.5, spread * length, z + 0.01))
    return bezier(foot, (length * 0.2, bow, z + 0.006), (-length * 0.15, bow + spread * length * 0.4, z + 0.004), tip, 40)


@prop("sprig")
def sprig(spec: Spec, b: Builder) -> None:
    name = next((n for n in PLANTS if spec.is_a(n)), None) or b.choose("rosemary", "eucalyptus")
    length, many, colour, bears = PLANTS[name]
    many = 1 if spec.is_a("stalk") else many * 3 if spec.has("vased") else many
    b.slot("leaves", "leaf", colour, params={"thin": 0.2})
    b.slot("stalk", "plant_stem", "#7a5f40" if name in ("rosemary", "olive", "eucalyptus", "thyme") else colour, role="fixed")
    if bears:
        b.slot(bears[0], bears[1], bears[2], role="fixed", **({"params": {"thin": 0.15}} if bears[0] == "ears" else {}))
    green, wood, fruit = Growth(), Growth(), Growth()
    for k in range(many):
        dressed(name, green, wood, fruit, course(spec, b, b.vary(length, 0.08), k, many), b)
    for growth, slot in ((green, "leaves"), (wood, "stalk"), (fruit, bears[0] if bears else None)):
        if growth.count:
            if not stands(spec):
                growth.verts = [np.maximum(rows, (-np.inf, -np.inf, 0.0004)) for rows in growth.verts]  # what hangs below the ground lies on it
            b.add(growth.object(slot), slot)
    if stands(spec):  # what alights does so at its top
        points = np.concatenate(fruit.verts if fruit.count else green.verts)
        x, y, z = map(float, points[points[:, 2].argmax()])
        b.support("tip", x - 0.005, x + 0.005, y - 0.005, y + 0.005, z - 0.004, round=True, headroom=0.12)
    if not stands(spec):
        for group in b._parts.values():
            for o in group:
                rotate(o, 0, 0, b.spec.seed % 5 * 9 - 10)


def dressed(name: str, green: Growth, wood: Growth, fruit: Growth, path: np.ndarray, b: Builder) -> None:
    """Leaves, ears and fruit along a stalk."""
    along = unit(np.gradient(path, axis=0))
    rng = np.random.default_rng(b.rng.randrange(2**31))
    thick = {"lavender": 0.0011, "wheat": 0.0019, "pampas": 0.0028, "thyme": 0.0008}.get(name, 0.0019)
    wood.tube(path, np.linspace(1.15, 0.5, 40) * thick, 7, np.linspace(0.85, 1.2, 40)[:, None] * np.ones(3))
    if name in ("lavender", "wheat", "pampas"):
        plume(fruit, path, along[-1], rng) if name == "pampas" else spike(fruit, path, along[-1], rng) if name == "wheat" else ear(fruit, path, rng, False, False, True)
        blade = leaf(0.09 if name != "lavender" else 0.1, fold=0.3, curl=0.5, rows=12, base=0.5)
        places, size = ((4, 7, 10, 13), 0.045) if name == "lavender" else ((12, 22), 0.13)
        for i in places:
            for s in (-1, 1)[: 2 if name == "lavender" else 1]:
                out = unit(np.cross(along[i], rng.normal(0, 1, 3)))
                green.copies(blade, [path[i]], frames([along[i] * 0.8 + s * out * 0.5], out), size * rng.uniform(0.7, 1.2), rng.uniform(0.8, 1.15))
        return
    if name == "eucalyptus":
        coin = leaf(0.86, fold=0.06, curl=0.14, rows=10, columns=7, base=0.62, point=0.2)
        for i in range(3, 40):
            around = upon(along[i], (i % 2) * math.pi / 2 + rng.normal(0, 0.25))
            size = np.interp(i, [3, 14, 39], [0.034, 0.039, 0.012]) * rng.uniform(0.85, 1.12)
            for s in (-1, 1):
                way = around[:, 0] * s + along[i] * 0.45
                tone = np.array((1.0, 1.0, 1.0)) * rng.uniform(0.8, 1.18)
                green.copies(coin, [path[i] + unit(way) * 0.004], frames([way], along[i] + (0, 0, 0.4)), size, [tone])
                wood.tube([path[i], path[i] + unit(way) * 0.005], 0.0006, 5)
        return
    if name == "olive":
        blade = leaf(0.2, fold=0.12, curl=0.12, rows=8, columns=5, base=0.75, point=1.2)
        for i in range(4, 40, 2):
            around = upon(along[i], (i // 2 % 2) * math.pi / 2 + rng.normal(0, 0.3))
            for s in (-1, 1):
                way = around[:, 0] * s + along[i] * 0.75
                green.copies(blade, [path[i]], frames([way], along[i] + (0, 0, 0.6)), np.interp(i, [4, 20, 39], [0.05, 0.062, 0.035]) * rng.uniform(0.8, 1.15), rng.uniform(0.75, 1.2))
        t, a = np.linspace(0, math.pi, 12), np.linspace(0, 2 * math.pi, 14, endpoint=False)
        for i in (9, 14, 19, 25, 30):
            out = upon(along[i], rng.uniform(0, 6))[:, 0] * (1, 1, 0.4)
            at = path[i] + unit(out) * 0.016 + (0, 0, 0.006)
            wood.tube([path[i], at - unit(out) * 0.004], 0.0006, 5)
            axis = upon(unit(out))
            grid = np.stack([0.0068 * np.sin(t)[:, None] * np.cos(a), 0.0068 * np.sin(t)[:, None] * np.sin(a), (0.0095 * np.cos(t))[:, None] + 0 * a], axis=-1) @ axis.T + at
            fruit.add(grid, grid_faces(12, 14, closed=True), rng.uniform(0.8, 1.6))
        return
    needle = leaf(0.1 if name == "rosemary" else 0.42, fold=0.35 if name == "rosemary" else 0.1, curl=0.2, rows=5, base=0.45)
    n = 190 if name == "rosemary" else 46
    i = np.linspace(3, 39, n)
    at = np.stack([np.interp(i, np.arange(40), path[:, k]) for k in range(3)], axis=1)
    way = np.stack([np.interp(i, np.arange(40), along[:, k]) for k in range(3)], axis=1)
    spin = np.cumsum(np.full(n, 2.4)) + rng.normal(0, 0.3, n)
    axes = [upon(w, a) for w, a in zip(way, spin, strict=True)]
    out = np.array([m[:, 0] for m in axes])
    lift = np.interp(i, [3, 30, 39], [0.6, 1.0, 2.6])[:, None]
    size = (0.024 if name == "rosemary" else 0.0085) * np.interp(i, [3, 10, 32, 39], [0.7, 1.0, 1.0, 0.6]) * rng.uniform(0.75, 1.15, n)
    green.copies(needle, at, frames(out + way * lift, way), size, rng.uniform(0.7, 1.25, n))
    if name == "rosemary":
        for j in (14, 20, 27):
            side = unit(upon(along[j], rng.uniform(0, 6))[:, 0] * (1, 1, 0.3) + along[j] * 1.2)
            twig = path[j] + side * np.linspace(0, 0.05, 12)[:, None]
            wood.tube(twig, 0.0012, 6)
            spin = np.arange(60) * 2.4
            spots = path[j] + side * np.linspace(0.004, 0.05, 60)[:, None]
            out = np.array([upon(side, a)[:, 0] for a in spin])
            green.copies(needle, spots, frames(out + side * np.interp(np.arange(60), [0, 45, 59], [0.8, 1.0, 2.8])[:, None], side), 0.019 * rng.uniform(0.7, 1.1, 60), rng.uniform(0.8, 1.3, 60))


def spike(ears: Growth, path: np.ndarray, along: np.ndarray, rng) -> None:
    """An ear of wheat: grains in two crossed rows, a long beard to each, the ear nodding with its weight."""
    n = 40
    t = np.linspace(0, 1, n)
    droop = (0.0, 0.0, -0.02)
    at = path[-1] + along * (t * 0.095)[:, None] + np.outer(t**2, droop)
    axes = upon(along)
    a = np.arange(n) * math.pi + np.where(np.arange(n) // 2 % 2, 0.45, -0.45)
    out = np.cos(a)[:, None] * axes[:, 0] + np.sin(a)[:, None] * axes[:, 1]
    size = 0.0165 * np.interp(t, [0, 0.15, 0.7, 1], [0.65, 1, 1, 0.6]) * rng.uniform(0.9, 1.1, n)
    ears.copies(leaf(0.5, fold=0.6, curl=-0.12, rows=5, columns=5, base=0.6), at + out * 0.0012, frames(out * 0.5 + along, out), size, rng.uniform(0.75, 1.15, n))
    ears.copies(leaf(0.012, rows=3, curl=0.06), at + out * 0.003, frames(out * 0.22 + along + rng.normal(0, 0.04, (n, 3)), out), 0.1 * rng.uniform(0.7, 1.05, n), rng.uniform(0.9, 1.25, n))


def plume(ears: Growth, path: np.ndarray, along: np.ndarray, rng) -> None:
    """A plume of pampas: a thousand silky hairs that hang to one side."""
    n = 2200
    t = rng.random(n)
    at = path[-1] - along * 0.03 + along * (t * 0.3)[:, None] + np.outer(t**2, unit(along * (1, 1, 0) + 1e-6) * 0.05)
    out = unit(rng.normal(0, 1, (n, 3)))
    size = 0.095 * np.interp(t, [0, 0.2, 0.6, 1], [0.6, 1.0, 0.85, 0.35]) * rng.uniform(0.6, 1.1, n)
    ears.copies(leaf(0.03, rows=4, curl=0.35), at, frames(out * 0.62 + along * 0.75, out), size, rng.uniform(0.75, 1.15, n))


@prop("wreath")
def wreath(spec: Spec, b: Builder) -> None:
    """A ring of fir twigs with red berries and a bow, or of leaves and flowers; it hangs on a door or a wall."""
    R = garland(spec, b, (0.0, 0.0, 0.0), "main")
    b.hang = (0.0, 0.0, R)
    b.lean = "back"


def garland(spec: Spec, b: Builder, middle, role: str) -> float:
    """The parts of a wreath about `middle`, upright, its face to -Y; returns its radius."""
    fir = spec.is_a("christmas") or not spec.is_a("flower")
    R, r = b.vary(0.18, 0.05), 0.034
    b.slot("leaves", "leaf", "#3d6b3a" if fir else "#6f8a5c", role=role, params={"thin": 0.15})
    b.slot("wood", "bark", "#5a4330", role="fixed")
    green, wood, red, petals, ribbon = Growth(), Growth(), Growth(), Growth(), Growth()
    rng = np.random.default_rng(spec.seed)
    a = np.linspace(0, 2 * math.pi, 60)
    wood.tube(np.stack([R * np.cos(a), np.zeros(60), R * np.sin(a)], axis=1), 0.009, 8)
    twigs = 300 if fir else 200
    shape = leaf(0.1, fold=0.3, rows=2, base=0.4) if fir else leaf(0.4, fold=0.12, curl=0.2, rows=7, columns=5)
    for k in range(twigs):
        t, q = 2 * math.pi * (k + rng.uniform(-0.4, 0.4)) / twigs, rng.uniform(0, 2 * math.pi)
        radial, around = np.array((math.cos(t), 0, math.sin(t))), np.array((-math.sin(t), 0, math.cos(t)))
        out = radial * math.cos(q) + np.array((0, -1.0, 0)) * abs(math.sin(q)) * 0.9 - np.array((0, 0.1, 0))
        foot = radial * R + out * 0.006
        way = unit(around * 1.1 + out * rng.uniform(0.5, 1.0))
        if fir:
            n = 40
            s = np.linspace(0, 1, n)
            twig = foot + way * (s * rng.uniform(0.06, 0.085))[:, None]
            wood.tube(twig[::6], 0.0011, 5)
            side = np.array([upon(way, x)[:, 0] for x in np.arange(n) * 2.4])
            green.copies(shape, twig, frames(side + way * 0.9, way), 0.021 * rng.uniform(0.8, 1.15, n) * np.interp(s, [0, 0.8, 1], [1, 1, 0.7]), rng.uniform(0.7, 1.3) * rng.uniform(0.9, 1.1, n))
        else:
            green.copies(shape, [foot], frames([way], out), 0.052 * rng.uniform(0.7, 1.15), rng.uniform(0.7, 1.25))
    if fir:
        b.slot("berries", "lacquer", "#a8161c", role="fixed")
        u, v = np.linspace(0.05, math.pi - 0.05, 9), np.linspace(0, 2 * math.pi, 12, endpoint=False)
        ball = np.stack([np.sin(u)[:, None] * np.cos(v), np.sin(u)[:, None] * np.sin(v), np.cos(u)[:, None] + 0 * v], axis=-1).reshape(-1, 3)
        for k in range(11):
            t = 2 * math.pi * (k + 0.5) / 11 + rng.normal(0, 0.08)
            for _ in range(3):
                at = np.array((R * math.cos(t), -r - 0.008, R * math.sin(t))) + rng.normal(0, 0.008, 3) * (1, 0.4, 1)
                red.add(ball * 0.0062 * rng.uniform(0.85, 1.1) + at, grid_faces(9, 12, closed=True))
        b.slot("ribbon", "satin", "#a3171f", role="trim")
        bow(ribbon, np.array((0, -r - 0.012, -R)), 0.062)
    else:
        b.slot("petals", "petal", b.choose("#e7c9c6", "#f0e8dc", "#c9a4c4"), role="fixed", params={"thin": 0.22})
        b.slot("heart", "petal", "#ffffff", role="fixed")
        b.slot("green", "leaf", "#4d7a35", role="fixed")
        hearts, cups = Growth(), Growth()
        for k in range(9):
            t = 2.2 + 0.36 * k + rng.normal(0, 0.06)
            head = blooms.rose(b.rng, 0.021 * rng.uniform(0.7, 1.1), 0.8, count=14, detail=(8, 8)) if k % 2 else blooms.daisy(b.rng, 0.019)
            at = np.array((R * math.cos(t), -r * 0.9, R * math.sin(t))) + rng.normal(0, 0.008, 3)
            turn = upon((0.35 * rng.normal(), -1.0, 0.3 + 0.3 * rng.normal()), rng.uniform(0, 6))
            petals.put(head["petals"], at, turn)
            hearts.put(head["heart"], at, turn) if "heart" in head else None
            cups.put(head["green"], at, turn) if "green" in head else None
        for growth, slot in ((hearts, "heart"), (cups, "green")):
            if growth.count:
                b.add(move(growth.object(slot), *middle), slot, "wreath")
    for growth, slot in ((green, "leaves"), (wood, "wood"), (red, "berries"), (petals, "petals"), (ribbon, "ribbon")):
        if growth.count:
            b.add(move(growth.object(slot), *middle), slot, "wreath")
    return R


@prop("feather")
def feather(spec: Spec, b: Builder) -> None:
    """A flight feather, lying on its curve: a pale quill, two vanes of barbs split here and there, down at its foot."""
    b.slot("vane", "petal", b.choose("#efece6", "#d8d0c4", "#5a4a3e"), params={"thin": 0.3})
    b.slot("quill", "bone", "#e9e2d0", role="fixed")
    L = b.vary(0.17, 0.1)
    rng = np.random.default_rng(spec.seed)
    t = np.linspace(0, 1, 60)
    spine = np.stack([L * (t - 0.5), 0.09 * L * np.sin(t * 2.2) - 0.05 * L, 0.004 + 0.11 * L * (t - 0.35) ** 2], axis=1)
    vane, quill = Growth(), Growth()
    quill.tube(spine, np.interp(t, [0, 0.2, 1], [0.0013, 0.0014, 0.0002]), 8)
    n = 170
    u = np.linspace(0.16, 0.995, n)
    at = np.stack([np.interp(u, t, spine[:, k]) for k in range(3)], axis=1)
    along = unit(np.stack([np.interp(u, t, np.gradient(spine[:, k])) for k in range(3)], axis=1))
    side = unit(np.cross((0, 0, 1.0), along))
    for s, wide in ((1, 0.13), (-1, 0.085)):
        split = sum(np.exp(-(((u - c) / 0.012) ** 2)) for c in rng.uniform(0.3, 0.9, 3))
        far = L * 1.25 * wide * np.interp(u, [0.16, 0.26, 0.6, 0.9, 1], [0.75, 1, 0.95, 0.66, 0.12])
        fluff = np.clip((0.27 - u) / 0.11, 0, 1)
        lean = 0.75 + 0.5 * split * rng.choice((-1, 1))
        q = np.linspace(0, 1, 7)
        for k in range(n):
            wild = rng.normal(0, 0.22, 3) * fluff[k]
            way = unit(side[k] * s + along[k] * lean[k] + wild)
            path = (
                at[k]
                + way * (q * far[k] * rng.uniform(0.93, 1.04))[:, None]
                + along[k] * (q**2 * far[k] * 0.28)[:, None]
                + (0, 0, 1.0) * (far[k] * (0.1 * q - 0.22 * q**2) + abs(rng.normal(0, 0.012)) * fluff[k] * q)[:, None]
            )
            half = along[k] * (L / n * 0.62 * (1 - 0.6 * fluff[k])) * np.linspace(1, 0.5, 7)[:, None]
            bar = 1 - 0.12 * (0.5 + 0.5 * math.sin(u[k] * 90 + s)) - 0.12 * rng.random()
            vane.sheet(np.stack([path - half, path + half], axis=1), np.full((7, 2), bar))
    b.add(vane.object("vane"), "vane")
    b.add(quill.object("quill"), "quill")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, -24)


@prop("petal")
def petal(spec: Spec, b: Builder) -> None:
    """One rose petal, fallen: a shallow cup with a rolled rim, pale at its foot."""
    b.slot("petals", "petal", b.choose("#b01c30", "#b01c30", "#d67f8e"), params={"thin": 0.25})
    L = b.vary(0.036, 0.15)
    r, q = np.linspace(0.02, 1, 22)[:, None], np.linspace(-math.pi, math.pi, 73)[None, :]
    rim = 1 - 0.05 * np.exp(-((q / 0.22) ** 2)) + 0.015 * np.sin(7 * q + b.rng.uniform(0, 6))
    x, y = 0.5 * L * r * rim * np.cos(q), 0.48 * L * r * rim * np.sin(q) * (1 + 0.26 * np.cos(q))
    t, s = x / L + 0.5, y / (0.5 * L)
    phase, roll = b.rng.uniform(0, 6), b.rng.uniform(0.5, 1.2)
    z = 0.2 * L * s**2 + 0.42 * L * (t - 0.45) ** 2 - roll * 0.1 * L * np.clip((r - 0.82) / 0.18, 0, 1) ** 2 * np.clip(np.cos(q), 0, 1) + 0.012 * L * np.sin(5 * s + phase + 3 * t)
    tone = np.interp(t, [0, 0.14, 0.4, 1], [2.4, 1.25, 0.95, 1.0]) * (1 + 0.05 * np.sin(30 * s / (0.3 + t)))
    a, tip = b.rng.uniform(0, 6.3), b.rng.uniform(-0.12, 0.12)
    grid = np.stack([x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a), z + tip * y], axis=-1)
    b.add(Growth().sheet(grid, np.broadcast_to(tone, z.shape), 0.0004).object("petals"), "petals")
    b.footprint = "round"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Bicycles: a roadster with mudguards and lamp, a racer with drop handlebars, a mountain bike. They ride towards +x, so that the chain looks to the front."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, lathe, move, rotate, rounded_profile, smooth_path, sweep
from diorama_stage.kit.parts import add_rod, coil, copies, hull, mudguard, rod, rods, tint
from diorama_stage.props.registry import prop


class Plan(NamedTuple):
    """Where a bicycle's parts are, metres, in the plane y = 0."""

    radius: float
    tyre: float
    rear: float = -0.51
    front: float = 0.53
    crank: tuple[float, float] = (-0.075, 0.285)
    seat: tuple[float, float] = (-0.235, 0.8)
    head: tuple[float, float] = (0.325, 0.86)
    crown: tuple[float, float] = (0.37, 0.71)


SIDE = -0.048
"""How far from the middle the chain runs, to the front."""


@prop("bicycle")
def bicycle(spec: Spec, b: Builder) -> None:
    racer, mountain = spec.is_a("road_bike"), spec.is_a("mountain")
    b.slot("frame", "paint", "#b3261e")
    b.slot("tyres", "rubber", "#1d1c1b", role="fixed")
    b.slot("metal", "chrome", "#c8c8c6", role="trim")
    b.slot("steel", "steel", "#8d8d8a", role="fixed")
    b.slot("leather", "leather", b.choose("#6b4226", "#7a4a28", "#3a2a20") if not mountain else "#1e1d1d", role="trim")
    b.slot("dark", "rubber", "#161616", role="fixed")
    b.slot("gold", "brass", "#b08a45", role="fixed")
    b.slot("glass", "glass", role="fixed")
    b.slot("red", "lacquer", "#a3161a", role="fixed")
    plan = Plan(0.336, 0.0125 if racer else 0.0275 if mountain else 0.0185)
    for x in (plan.rear, plan.front):
        wheel(b, x, plan.radius, plan.tyre, knobs=mountain)
    frame(b, plan)
    drive(b, plan)
    saddle(b, plan, sprung=not racer and not mountain)
    (drops if racer else bars)(b, plan, flat=mountain)
    if not racer and not mountain:
        roadster(b, plan)
    b.lean = "side"


def spoked(b: Builder, x: float, rim: float, flange: float, half: float, wire: float, count: int, slot: str, cross: float = 65.0, z: float | None = None) -> None:
    """Laced spokes: each leaves its hub flange as a tangent, every second on the other side, and meets the rim `rim` metres out."""
    a = 2 * np.pi * np.arange(count) / count
    lay = np.where(np.arange(count) // 2 % 2, 1, -1) * math.radians(cross)
    side = np.where(np.arange(count) % 2, 1.0, -1.0)
    z = rim if z is None else z
    inner = np.stack([x + flange * np.cos(a + lay), half * side, z + flange * np.sin(a + lay)], axis=1)
    outer = np.stack([x + rim * np.cos(a), 0.003 * side, z + rim * np.sin(a)], axis=1)
    b.add(rods(np.stack([inner, outer], axis=1), wire, sides=6), slot, "spokes")
    nipple = outer + (inner - outer) * (0.012 / np.linalg.norm(inner - outer, axis=1, keepdims=True)) * max(wire / 0.001, 1)
    b.add(rods(np.stack([outer, nipple], axis=1), wire * 1.8, sides=6), slot, "spokes")


def wheel(b: Builder, x: float, r: float, tyre: float, *, knobs: bool = False) -> None:
    place = lambda o: move(rotate(o, 90), x, 0, r)  # noqa: E731
    mid, t = r - tyre, np.linspace(0.0, 2 * np.pi, 45)
    ribs = 1 + 0.035 * np.where(np.abs(t - np.pi) > np.pi * 0.72, np.cos(t * 14) ** 2, 0)  # fine grooves along the tread
    b.add(place(lathe(np.stack([mid + tyre * np.cos(t) * ribs, tyre * np.sin(t) * 0.96 * ribs], axis=1), segments=96, smooth=50)), "tyres")
    if knobs:
        knob = box(0.014, 0.011, 0.006, bevel=0.0015, segments=1)
        places = []
        for k in range(60):
            for y, turn in ((-0.6, -0.75), (0.0, 0.0), (0.6, 0.75)):
                a = 2 * np.pi * (k + 0.5 * (y == 0)) / 60
                spin, lean = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]]), np.array([[1, 0, 0], [0, np.cos(turn), np.sin(turn)], [0, -np.sin(turn), np.cos(turn)]])
                m = np.eye(4)
                m[:3, :3], m[:3, 3] = spin @ lean, np.array((x, 0, r)) + spin @ np.array((0, y * tyre, mid + tyre * np.cos(turn) - 0.001))
                places.append(m)
        b.add(copies(knob, places), "tyres")
    rim = [(mid - tyre * 0.55, -tyre * 0.62), (mid - tyre * 0.2, -tyre * 0.72), (mid - tyre * 0.2, tyre * 0.72), (mid - tyre * 0.55, tyre * 0.62), (mid - tyre * 1.05, tyre * 0.22), (mid - tyre * 1.05, -tyre * 0.22)]
    b.add(place(lathe(rounded_profile([*rim, rim[0]], 0.002), segments=96, smooth=50)), "metal", "rims")
    spoked(b, x, mid - tyre * 0.9, 0.022, 0.03, 0.0009, 36, "metal", z=r)
    hub = [(0, -0.052), (0.006, -0.052), (0.007, -0.034), (0.024, -0.032), (0.024, -0.028), (0.013, -0.022), (0.011, 0.0), (0.013, 0.022), (0.024, 0.028), (0.024, 0.032), (0.007, 0.034), (0.006, 0.052), (0, 0.052)]
    b.add(place(lathe(rounded_profile(hub, 0.0015, 3), segments=36)), "metal", "hubs")
    for s in (-1, 1):
        b.add(place(cylinder(0.0085, 0.008, bevel=0.001, segments=6, at=(0, 0, 0.058 * s - 0.004))), "steel", "nuts")
    b.add(rod((x + (mid - tyre) * 0.6, 0, r - (mid - tyre) * 0.8), (x + (mid - tyre * 3) * 0.6, 0, r - (mid - tyre * 3) * 0.8), 0.0026, sides=8), "steel", "valves")


def frame(b: Builder, p: Plan) -> None:
    """Tubes brazed into lugs, the fork, and the rear triangle; a gilded head badge and seat bolt."""
    at = lambda q, y=0.0: np.array((q[0], y, q[1]))  # noqa: E731
    on = lambda a, c, t: np.asarray(a) * (1 - t) + np.asarray(c) * t  # noqa: E731
    crank, seat, head, crown = at(p.crank), at(p.seat), at(p.head), at(p.crown)
    axis = (crown - head) / np.linalg.norm(crown - head)
    top, low = head + axis * 0.035, crown - axis * 0.035
    back = on(crank, seat, 0.965)
    tubes = ((crank, seat, 0.0145), (back, top, 0.0132), (crank, low, 0.0148))
    for a, c, r in tubes:
        add_rod(b, "frame", a, c, r, sides=20)
        for q, other in ((a, c), (c, a)):
            inner = on(q, other, 0.09)
            b.add(sweep([q, on(q, inner, 0.6), on(q, inner, 0.92), inner], np.array((1.13, 1.13, 1.11, 1.01)) * r, sides=20), "frame", "lugs")
    add_rod(b, "frame", head - axis * 0.012, crown + axis * 0.012, 0.0175, sides=24)
    for q in (head - axis * 0.014, crown + axis * 0.014):
        add_rod(b, "metal", q, q - axis * 0.014, 0.0205, "headset", 24)
    b.add(move(rotate(cylinder(0.021, 0.072, bevel=0.002, segments=32), 90), p.crank[0], 0.036, p.crank[1]), "frame", "bracket")
    badge = on(head, crown, 0.42) + np.array((0.0175, 0, 0.002))
    b.add(move(rotate(rotate(box(0.02, 0.003, 0.03, bevel=0.0014), 0, 0, 90), 0, 16), *badge), "gold", "badge")
    for s in (-1, 1):
        hub = np.array((p.rear, 0.056 * s, p.radius))
        add_rod(b, "frame", back + (0, 0.012 * s, -0.012), hub + (0.008, -0.004 * s, 0.012), 0.0072)
        b.add(sweep(smooth_path([crank + (0, 0.02 * s, 0), crank + (-0.08, 0.032 * s, 0.006), hub + (0.02, -0.004 * s, -0.002)], 16), np.linspace(0.0105, 0.0075, 16), sides=16), "frame")
        b.add(move(rotate(box(0.05, 0.006, 0.036, bevel=0.003, at=(0, 0, -0.018)), 0, 18), *hub + (0.008, -0.006 * s, 0.002)), "frame", "dropouts")
        tip = np.array((p.front, 0.052 * s, p.radius))
        blade = smooth_path([crown + (0.012, 0.03 * s, 0.004), on(crown, tip, 0.35) + (0.004, 0.012 * s, 0), on(crown, tip, 0.72) + (-0.012, 0.014 * s, 0), tip], 30)
        b.add(sweep(blade, np.linspace(0.0135, 0.0075, 30), flat=0.8, sides=16), "frame", "fork")
    b.add(move(box(0.05, 0.086, 0.026, bevel=0.008, at=(0, 0, -0.012)), *crown + axis * 0.03 + (0.012, 0, 0)), "frame", "crown")
    add_rod(b, "metal", on(crank, seat, 0.9), on(crank, seat, 1.17), 0.0125, "seat post", 20)
    b.add(move(rotate(cylinder(0.005, 0.034, bevel=0.001, segments=12), 90), seat[0] - 0.016, 0.017, seat[2] - 0.008), "metal", "seat bolt")


def drive(b: Builder, p: Plan) -> None:
    """Chainring with its arms, cranks, pedals with rubber blocks, sprocket, and a chain link by link."""
    x, z = p.crank
    ring, cog = 0.09, 0.037
    teeth = 44
    disc = lathe([(ring - 0.016, -0.0015), (ring, -0.0015), (ring, 0.0015), (ring - 0.016, 0.0015), (ring - 0.016, -0.0015)], segments=88)
    arms = [rotate(box(ring - 0.014, 0.012, 0.003, bevel=0.001, at=((ring - 0.014) / 2 + 0.006, 0, -0.0015)), 0, 0, 72 * k) for k in range(5)]
    band = copies(box(0.006, 0.0045, 0.002, bevel=0, at=(0, 0, -0.001)), [_spin(2 * math.pi * k / teeth, ring + 0.001) for k in range(teeth)])
    b.add(move(rotate(join([disc, band, *arms]), 90), x, SIDE, z), "metal", "chainring")
    b.add(move(rotate(lathe([(0.012, -0.002), (cog, -0.002), (cog, 0.002), (0.012, 0.002)], segments=48), 90), p.rear, SIDE, p.radius), "steel", "sprocket")
    links(b, (x, z), ring, (p.rear, p.radius), cog)
    lie = b.rng.uniform(-0.9, -0.35)
    for s in (-1, 1):
        a = lie if s < 0 else lie + math.pi
        end = (x + 0.168 * math.cos(a), z + 0.168 * math.sin(a))
        y = (-SIDE + 0.014) * s
        b.add(sweep([(x, y, z), (x * 0.6 + end[0] * 0.4, y + 0.004 * s, z * 0.6 + end[1] * 0.4), (end[0], y + 0.008 * s, end[1])], np.array((0.0125, 0.009, 0.0105)), flat=0.7, sides=16), "metal", "cranks")
        b.add(move(rotate(cylinder(0.016, 0.02, bevel=0.003, segments=28), 90), x, y + 0.01, z), "metal", "cranks")
        pedal(b, end, y + 0.012 * s, s)


def _spin(a: float, r: float) -> np.ndarray:
    """Turned by `a` about z and pushed out by `r`."""
    m = np.eye(4)
    m[:2, :2], m[:2, 3] = ((math.cos(a), -math.sin(a)), (math.sin(a), math.cos(a))), (r * math.cos(a), r * math.sin(a))
    return m


def pedal(b: Builder, end: tuple[float, float], y: float, s: int) -> None:
    x, z = end
    b.add(rod((x, y, z), (x, y + 0.1 * s, z), 0.006, sides=10), "steel", "pedals")
    for u in (0.01, 0.088):
        b.add(box(0.074, 0.005, 0.02, bevel=0.002, at=(x, y + u * s, z - 0.01)), "metal", "pedals")
    for dx in (-0.026, 0.026):
        b.add(box(0.023, 0.07, 0.021, bevel=0.004, at=(x + dx, y + 0.049 * s, z - 0.0105)), "dark", "pedals")
        ribs = [box(0.02, 0.003, 0.0024, bevel=0, at=(x + dx, y + (0.02 + 0.01 * k) * s, z + e)) for k in range(7) for e in (0.0095, -0.0118)]
        b.add(join(ribs), "dark", "pedals")
        b.add(box(0.006, 0.002, 0.009, bevel=0, at=(x + dx + 0.0115 * (1 if dx > 0 else -1), y + 0.05 * s, z - 0.0045)), "gold", "reflectors")


def links(b: Builder, big: tuple[float, float], r1: float, small: tuple[float, float], r2: float) -> None:
    """A roller chain: outer and inner plates in turn, along both tangents and around both wheels."""
    d = np.array(big) - np.array(small)
    base, spread = math.atan2(d[1], d[0]), math.acos((r1 - r2) / np.linalg.norm(d))
    around = lambda c, r, a0, a1, n: [(c[0] + r * math.cos(t), c[1] + r * math.sin(t)) for t in np.linspace(a0, a1, n)]  # noqa: E731
    # Over the small wheel's back and the big wheel's front; the tangents join them.
    path = around(big, r1, base - math.pi + spread, base + math.pi - spread, 60)
    path += around(small, r2, base + math.pi - spread, base + math.pi + spread, 24)
    path = np.array([*path, path[0]])
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    count = int(run[-1] / 0.0127) // 2 * 2
    s = np.arange(count + 1) * run[-1] / count
    pins = np.stack([np.interp(s, run, path[:, k]) for k in (0, 1)], axis=1)
    plate = extrude([(0.0063 * u + 0.0042 * math.cos(t), 0.0042 * math.sin(t)) for u, t in [(1, t) for t in np.linspace(-1.4, 1.4, 5)] + [(-1, t + math.pi) for t in np.linspace(-1.4, 1.4, 5)]], 0.001, bevel=0)
    places = []
    for k, (p, q) in enumerate(zip(pins, pins[1:], strict=False)):
        (x, z), a = (p + q) / 2, math.atan2(q[1] - p[1], q[0] - p[0])
        for y in ((-0.0042, 0.0032) if k % 2 else (-0.0028, 0.0018)):
            places.append([(math.cos(a), -math.sin(a), 0, x), (0, 0, 1, SIDE + y), (math.sin(a), math.cos(a), 0, z), (0, 0, 0, 1)])
    b.add(copies(plate, places), "steel", "chain")
    ends = np.stack([np.stack([pins[:-1, 0], np.full(count, SIDE - 0.004), pins[:-1, 1]], axis=1), np.stack([pins[:-1, 0], np.full(count, SIDE + 0.004), pins[:-1, 1]], axis=1)], axis=1)
    b.add(rods(ends, 0.0034, sides=8), "steel", "chain")


def saddle(b: Builder, p: Plan, *, sprung: bool) -> None:
    """A leather saddle stretched over a nose and two wings, with rivets; on springs, or on rails."""
    x, z = p.seat[0] - 0.05, p.seat[1] + 0.155
    rows = [(-0.145, 0.004, 0.02, 0.012, 0.02, 2.2), (-0.138, 0.008, 0.07, 0.016, 0.04, 2.4), (-0.105, 0.01, 0.086, 0.018, 0.05, 2.6), (-0.04, 0.006, 0.068, 0.017, 0.045, 2.6), (0.03, 0.0, 0.036, 0.015, 0.036, 2.4), (0.09, 0.0, 0.023, 0.014, 0.032, 2.3), (0.128, 0.002, 0.018, 0.013, 0.028, 2.2), (0.14, -0.002, 0.008, 0.006, 0.016, 2.0)]
    top = hull([(x + r[0], z + r[1], *r[2:]) for r in rows], rings=48, sides=44)
    for v in top.data.vertices:  # the underside is hollow
        v.co.z = max(v.co.z, z - 0.012 - 0.028 * min(abs(v.co.y) / 0.05, 1.0))
    b.add(tint(top, lambda q: 1.0 - 0.25 * np.clip((np.abs(q[:, 1]) - 0.02) / 0.06, 0, 1)), "leather", "saddle")
    dots = [cylinder(0.0045, 0.003, bevel=0.001, segments=12, at=(x - 0.126 + 0.03 * (abs(y) > 0.05), y, z + 0.021 - 9 * y * y * 0.5)) for y in (-0.045, -0.015, 0.015, 0.045)]
    b.add(join(dots), "gold", "rivets")
    for s in (-1, 1):
        b.add(sweep(smooth_path([(x - 0.11, 0.05 * s, z - 0.035), (x - 0.02, 0.022 * s, z - 0.045), (x + 0.05, 0.02 * s, z - 0.042), (x + 0.115, 0.006 * s, z - 0.016)], 30), 0.0035, sides=8), "metal", "rails")
        if sprung:
            b.add(coil((x - 0.11, 0.055 * s, z - 0.028), (x - 0.11, 0.05 * s, z - 0.09), 0.014, 0.0026, 5), "metal", "springs")
            b.add(rod((x - 0.115, 0.05 * s, z - 0.092), (x + 0.02, 0.012 * s, z - 0.07), 0.0035, sides=8), "metal", "springs")
    b.add(move(rotate(cylinder(0.016, 0.04, bevel=0.003, segments=24), 90), p.seat[0] - 0.032, 0.02, z - 0.05), "metal", "clamp")


def stem(b: Builder, p: Plan) -> np.ndarray:
    """The quill stem; returns where it holds the handlebar."""
    head, crown = np.array(p.head), np.array(p.crown)
    up = (head - crown) / np.linalg.norm(head - crown)
    a, c = head + up * 0.012, head + up * 0.1
    add_rod(b, "metal", (a[0], 0, a[1]), (c[0], 0, c[1]), 0.011, "stem", 20)
    hold = np.array((c[0] + 0.055, 0.0, c[1] + 0.0))
    b.add(sweep(smooth_path([(c[0] - 0.004, 0, c[1] - 0.01), (c[0] + 0.012, 0, c[1] + 0.002), hold], 12), 0.0115, sides=18), "metal", "stem")
    b.add(move(rotate(cylinder(0.0175, 0.036, bevel=0.002, segments=28), 90), hold[0], 0.018, hold[2]), "metal", "stem")
    return hold


def lever(b: Builder, at: np.ndarray, back: np.ndarray, s: int) -> None:
    """A brake lever under the grip, and its clamp."""
    b.add(sweep(smooth_path([at, at + (0.012, 0.006 * s, -0.024), at + back * 0.6 + (0.006, 0.006 * s, -0.036), at + back + (0, 0, -0.03)], 20), np.linspace(0.006, 0.0038, 20), flat=0.6, sides=10), "metal", "levers")
    b.add(move(box(0.026, 0.024, 0.03, bevel=0.006, at=(0, 0, -0.02)), *at), "metal", "levers")


def bars(b: Builder, p: Plan, *, flat: bool) -> None:
    hold = stem(b, p)
    for s in (-1, 1):
        if flat:
            path = smooth_path([hold, hold + (0, 0.1 * s, 0), hold + (-0.012, 0.2 * s, 0.012), hold + (-0.045, 0.33 * s, 0.016)], 40)
        else:
            path = smooth_path([hold, hold + (0.02, 0.05 * s, 0.004), hold + (0.035, 0.13 * s, 0.03), hold + (0.012, 0.225 * s, 0.05), hold + (-0.09, 0.275 * s, 0.042), hold + (-0.2, 0.285 * s, 0.03)], 60)
        b.add(sweep(path, 0.011, sides=18), "metal", "handlebar")
        n = len(path)
        tail = path[int(n * 0.74) :]
        bulge = 0.0155 + 0.0012 * np.sin(np.linspace(0, 3 * math.pi, len(tail))) ** 2
        b.add(sweep(tail, bulge, sides=20), "dark" if flat else "leather", "grips")
        lever(b, path[int(n * 0.7)], path[-1] - path[int(n * 0.7)], s)
        grip = path[int(n * 0.7)]
        end = np.array((p.front - 0.03, 0.0, p.radius * 2 + 0.05)) if s > 0 else np.array((p.seat[0] + 0.06, 0.012, p.seat[1] - 0.04))
        mid = [grip + (0.05, -0.02 * s, -0.01), hold + (0.11, 0.06 * s, -0.01)] + ([np.array((p.head[0] + 0.05, 0.02, p.head[1] - 0.06))] if s < 0 else [])
        b.add(sweep(smooth_path([grip + (0.012, 0, -0.012), *mid, end], 40), 0.0026, sides=7), "dark", "cables")
    for x, z in ((p.front - 0.035, p.radius * 2 + 0.02), (p.rear + 0.06, p.radius * 2 + 0.012)):
        caliper(b, x, z)


def caliper(b: Builder, x: float, z: float) -> None:
    """Two arms around the rim with rubber blocks."""
    for s in (-1, 1):
        b.add(sweep(smooth_path([(x, 0.004 * s, z + 0.02), (x, 0.036 * s, z + 0.006), (x, 0.034 * s, z - 0.045)], 16), np.linspace(0.0065, 0.005, 16), flat=0.7, sides=10), "metal", "brakes")
        b.add(box(0.045, 0.011, 0.011, bevel=0.003, at=(x, 0.024 * s, z - 0.054)), "dark", "brakes")


def drops(b: Builder, p: Plan, *, flat: bool) -> None:
    hold = stem(b, p)
    for s in (-1, 1):
        y = 0.205 * s
        path = smooth_path([hold, hold + (0, 0.12 * s, 0), hold + (0.012, y * 0.95, 0), hold + (0.075, y, -0.008), hold + (0.1, y, -0.05), hold + (0.075, y * 1.02, -0.11), hold + (0.01, y * 1.03, -0.135), hold + (-0.05, y * 1.04, -0.138)], 70)
        b.add(sweep(path, 0.0122, sides=18), "metal", "handlebar")
        tape = path[22:]
        b.add(sweep(tape, 0.0148 + 0.0007 * np.sin(np.arange(len(tape)) * 1.3), sides=18), "leather", "grips")
        hood = hold + (0.085, y, -0.006)
        b.add(sweep(smooth_path([hood + (-0.02, 0, -0.01), hood + (0.02, 0, 0.012), hood + (0.045, 0, 0.02)], 14), np.interp(np.linspace(0, 1, 14), [0, 0.7, 1], [0.016, 0.0145, 0.008]), sides=16), "dark", "hoods")
        b.add(sweep(smooth_path([hood + (0.03, 0, 0.004), hood + (0.05, 0, -0.04), hood + (0.035, 0, -0.1)], 20), np.linspace(0.0065, 0.004, 20), flat=0.6, sides=10), "metal", "levers")
    for x, z in ((p.front - 0.035, p.radius * 2 + 0.01), (p.rear + 0.06, p.radius * 2 + 0.004)):
        caliper(b, x, z)


def roadster(b: Builder, p: Plan) -> None:
    """What an everyday bicycle carries: mudguards with stays, chain guard, lamp, bell, rear reflector and a carrier."""
    r = p.radius
    for x, start, end in ((p.front, 28, 168), (p.rear, 8, 172)):
        b.add(mudguard(x, r, r + 0.02, start if x > 0 else 180 - end, end if x > 0 else 180 - start, 0.03, drop=0.75), "frame", "fenders")
        for a in ((40, 150) if x > 0 else (120, 165)):
            a = math.radians(a)
            b.add(rods([[(x, 0.05 * s, r), (x + (r + 0.008) * math.cos(a), 0.026 * s, r + (r + 0.008) * math.sin(a))] for s in (-1, 1)], 0.0022, sides=8), "metal", "stays")
    (x, z), y = p.crank, SIDE - 0.012
    d = math.atan2(r - z, p.rear - x)
    n = np.array((math.sin(d), -math.cos(d)))  # above the chain's upper run
    at = lambda along, above: (x + math.cos(d) * along + n[0] * above, z + math.sin(d) * along + n[1] * above)  # noqa: E731
    upper = [at(-0.085, 0.03), at(-0.07, 0.068), at(-0.02, 0.098), at(0.06, 0.097), at(0.2, 0.08), at(0.36, 0.064), at(0.4, 0.056)]
    lower = [at(0.4, 0.034), at(0.3, 0.035), at(0.2, 0.036), at(0.1, 0.046), at(0.05, 0.052), at(0.0, 0.05), at(-0.05, 0.03)]
    outline = [*smooth_path(upper, 40), *smooth_path(lower, 40)]
    b.add(move(rotate(extrude([(u, v) for u, v in outline][::-1], 0.003, bevel=0.0012, segments=2), 90), 0, y, 0), "frame", "chain guard")
    b.add(move(rotate(extrude([at(0.06, 0.075), at(0.33, 0.054), at(0.33, 0.058), at(0.06, 0.08)], 0.001, bevel=0), 90), 0, y - 0.003, 0), "gold", "lining")
    head = np.array((p.head[0] + 0.07, 0.0, p.head[1] + 0.0))
    shell = [(0, 0), (0.022, 0.004), (0.036, 0.022), (0.042, 0.05), (0.044, 0.056), (0.04, 0.058)]
    b.add(move(rotate(lathe(rounded_profile(shell, 0.004), segments=44), 0, 90), *head), "metal", "lamp")
    b.add(move(rotate(lathe([(0, 0.062), (0.02, 0.061), (0.036, 0.057), (0.039, 0.055), (0, 0.055)], segments=40), 0, 90), *head), "glass", "lamp")
    b.add(move(rotate(lathe([(0.0, 0.02), (0.02, 0.028), (0.036, 0.052)], segments=40), 0, 90), *head), "metal", "lamp")
    add_rod(b, "metal", head + (0.03, 0, -0.03), np.array((p.crown[0] + 0.015, 0, p.crown[1] + 0.03)), 0.0055, "lamp", 8)
    bell = np.array((p.head[0] + 0.055, -0.1, p.head[1] + 0.145))
    b.add(move(lathe(rounded_profile([(0.027, 0), (0.028, 0.004), (0.024, 0.018), (0.012, 0.027), (0, 0.029)], 0.004), segments=40), *bell), "metal", "bell")
    b.add(move(rotate(cylinder(0.02, 0.014, bevel=0.004, segments=32), 0, -90), p.rear - (r + 0.015) * math.cos(math.radians(22)), 0, r + (r + 0.02) * math.sin(math.radians(22))), "red", "reflector")
    carrier(b, p)
    porter(b, p)


def porter(b: Builder, p: Plan) -> None:
    """A rack over the front wheel, on which a basket rides before the handlebar."""
    z, x0, x1 = p.radius * 2 + 0.06, p.head[0] + 0.06, p.head[0] + 0.34
    loop = [(x0, -0.11), (x1 - 0.03, -0.12), (x1, -0.09), (x1, 0.09), (x1 - 0.03, 0.12), (x0, 0.11), (x0, -0.11)]
    b.add(sweep(smooth_path([(x, y, z) for x, y in loop], 60), 0.0045, sides=8), "metal", "carrier")
    b.add(rods([[(x, -0.112, z), (x, 0.112, z)] for x in np.linspace(x0 + 0.05, x1 - 0.03, 4)], 0.0035), "metal", "carrier")
    b.add(rods([[(x1 - 0.06, 0.118 * s, z), (p.front, 0.062 * s, p.radius)] for s in (-1, 1)], 0.0038), "metal", "carrier")
    b.support("front rack", x0, x1, -0.12, 0.12, z + 0.005, headroom=1.0)


def carrier(b: Builder, p: Plan) -> None:
    """A rack of bent steel rod over the rear wheel."""
    z, x0, x1 = p.radius * 2 + 0.052, p.rear - 0.18, p.rear + 0.17
    loop = [(x1, -0.055), (x0 + 0.03, -0.06), (x0, -0.035), (x0, 0.035), (x0 + 0.03, 0.06), (x1, 0.055)]
    b.add(sweep(smooth_path([(x, y, z) for x, y in loop], 50), 0.0045, sides=8), "metal", "carrier")
    b.add(rods([[(x, -0.057, z), (x, 0.057, z)] for x in np.linspace(x0 + 0.05, x1 - 0.01, 4)] + [[(x0 + 0.01, y, z), (x1, y, z)] for y in (-0.018, 0.018)], 0.0035), "metal", "carrier")
    b.add(rods([[(p.rear - 0.06, 0.059 * s, z), (p.rear, 0.062 * s, p.radius)] for s in (-1, 1)] + [[(x1, 0.05 * s, z), (p.seat[0] + 0.025, 0.012 * s, p.seat[1] - 0.07)] for s in (-1, 1)], 0.0038), "metal", "carrier")
    b.add(coil((x1 - 0.012, -0.02, z + 0.012), (x1 - 0.012, 0.02, z + 0.012), 0.008, 0.0018, 6), "metal", "carrier")

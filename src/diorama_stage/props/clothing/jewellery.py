# SPDX-License-Identifier: GPL-3.0-or-later
"""Worn on the face, the hand and the neck: glasses, sunglasses, a ring, a necklace, a wrist watch."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    extrude,
    from_geometry,
    join,
    label_plane,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    scale,
    smooth_path,
    sphere,
    sweep,
    torus,
)  # fmt: skip
from diorama_stage.kit.parts import rod
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import Skin, body, oval, ribbon, sheet, thread
from diorama_stage.props.registry import prop


def lens_outline(shape: str, count: int = 90) -> np.ndarray:
    """The edge of a lens (count, 2), metres, its middle at the origin, its outer side towards +x."""
    power = {"round": 2.0, "square": 2.9, "aviator": 2.2}[shape]
    p = oval(power, count) * {"round": (0.0235, 0.0225), "square": (0.0265, 0.0215), "aviator": (0.0285, 0.0255)}[shape]
    high = p[:, 1] / 0.02
    if shape == "square":  # wider above, its outer upper corner drawn up
        p[:, 0] *= 1 + 0.11 * high
        p[:, 1] += 0.0026 * np.clip(p[:, 0] / 0.026, -0.3, 1) * np.clip(high, 0, 1)
    if shape == "aviator":  # a drop: narrower and towards the outer side below
        p[:, 0] = p[:, 0] * (1 + 0.14 * np.clip(high, -1, 0.5)) + 0.003 * np.clip(-high, 0, 1)
    return p


@prop("glasses", "sunglasses")
def glasses(spec: Spec, b: Builder) -> None:
    """Open, standing on their rims and the tips of their arms."""
    sun = spec.kind == "sunglasses"
    shape = b.choose("square", "square", "aviator") if sun else b.choose("round", "square", "round")
    wire = shape == "aviator" or spec.material in ("gold", "silver", "steel", "brass") or not sun and b.choose(True, False, False)
    b.slot("frame", "brass" if wire else "plastic", "#c7a35a" if wire else b.choose("#161617", "#5a3018", "#1f2c3a") if not sun else "#151516", finish=("glossy",))
    b.slot("metal", "steel", "#b9bbbd", role="fixed")
    b.slot("lenses", "glass", "#2d2a27" if sun else "#f7fbfa", role="fixed")
    b.slot("pads", "rubber", "#2a2624" if wire else "#161617", role="fixed")
    line, gap = lens_outline(shape), 0.0355 if shape == "aviator" else 0.034
    top = float(line[:, 1].max())
    low = -float(line[:, 1].min()) + (0.0012 if wire else 0.0024)
    wrap = lambda x: 0.05 * np.abs(x) ** 1.7  # noqa: E731  how far the front bends back at x
    for s in (1, -1):
        x = s * (line[:, 0] + gap)
        ring = np.column_stack([x, wrap(x), line[:, 1] + low])
        loop = np.vstack([ring, ring[:2]])
        section = oval(2 if wire else 3.5, 14) * ((0.0011, 0.0011) if wire else (0.0026, 0.0019))
        b.add(sweep(loop, 1.0, section=section), "frame", "rims")
        b.add(loft([ring + (0, 0.0002 + k, 0) for k in (0, 0.0014)]), "lenses", "lenses")
        _arm(b, s, gap, wire, top + low, wrap)
        pad = smooth_path([(s * 0.0105, 0.001, low + 0.001), (s * 0.009, 0.006, low), (s * 0.0085, 0.008, low - 0.004)], 10)
        b.add(sweep(pad, 0.0007, sides=6), "metal", "pads")
        b.add(move(scale(sphere(1, segments=16), 0.0018, 0.0034, 0.0062), s * 0.0088, 0.0075, low - 0.004), "pads", "pads")
    inner = gap - float(line[:, 0].max()) * 0.98
    for z, k in ((low + 0.006, 1.0), (low + top * 0.8, 1.5)) if wire else ((low + 0.006, 1.0),):
        bridge = smooth_path([(-inner * k, wrap(inner), z - 0.001), (-inner * 0.5, -0.0015, z + 0.0028), (0, -0.002, z + 0.0035), (inner * 0.5, -0.0015, z + 0.0028), (inner * k, wrap(inner), z - 0.001)], 24)
        b.add(sweep(bridge, 0.0012 if wire else 0.0026, sides=12), "frame", "bridge")


def _arm(b: Builder, s: int, gap: float, wire: bool, top: float, wrap) -> None:
    """One arm: from the rim's outer upper corner back, and down behind the ear to the ground; its hinge."""
    x = s * (gap + 0.0265)
    z = top - 0.0075
    y = float(wrap(x))
    b.add(move(box(0.006, 0.009, 0.006 if wire else 0.009, bevel=0.0012), x + s * 0.002, y + 0.002, z - 0.004), "frame", "hinges")
    b.add(move(rotate(cylinder(0.0012, 0.006, bevel=0.0003, segments=16), 0), x + s * 0.0005, y + 0.0075, z - 0.003), "metal", "hinges")
    path = smooth_path([(x + s * 0.003, y + 0.004, z), (x + s * 0.004, 0.05, z - 0.001), (x + s * 0.002, 0.095, z - 0.007), (x - s * 0.002, 0.12, z - 0.019), (x - s * 0.004, 0.142, 0.0036)], 50)
    if wire:
        b.add(sweep(path[:36], 0.0011, sides=10), "frame", "arms")
        b.add(sweep(path[33:], np.interp(np.linspace(0, 1, 17), [0, 0.2, 0.9, 1], [0.0014, 0.0026, 0.0028, 0.0015]), sides=12), "pads", "tips")
    else:
        t = np.linspace(0, 1, 50)
        b.add(ribbon(path, (0, 0.2, 1), np.interp(t, [0, 0.15, 0.6, 0.9, 1], [0.0095, 0.007, 0.005, 0.0068, 0.003]), 0.0034), "frame", "arms")
        b.add(move(rotate(cylinder(0.0011, 0.0012, bevel=0.0004, segments=16), 90), x + s * 0.001, y - 0.0016, z + 0.001), "metal", "rivets")


def brilliant(radius: float):
    """A round brilliant-cut stone, its table up, its girdle at z = 0; flat facets."""
    def ring(n, r, z, shift=0.0):
        return [(r * math.cos(2 * math.pi * (k + shift) / n), r * math.sin(2 * math.pi * (k + shift) / n), z) for k in range(n)]

    verts = ring(8, radius * 0.56, radius * 0.34, 0.5) + ring(8, radius * 0.8, radius * 0.19) + ring(16, radius, radius * 0.03, 0.5) + ring(16, radius, -radius * 0.03, 0.5) + [(0, 0, -radius * 0.86)]
    faces = [tuple(range(8))]
    for k in range(8):
        j = (k + 1) % 8
        faces.append((k, j, 8 + j))
        faces += [(k, 8 + j, 16 + (2 * k + 1) % 16), (k, 16 + (2 * k + 1) % 16, 16 + 2 * k), (k, 16 + 2 * k, 8 + k), (8 + j, 16 + (2 * k + 2) % 16, 16 + (2 * k + 1) % 16)]
    faces += [(16 + k, 16 + (k + 1) % 16, 32 + (k + 1) % 16, 32 + k) for k in range(16)]
    faces += [(32 + k, 32 + (k + 1) % 16, 48) for k in range(16)]
    return from_geometry("stone", verts, faces, smooth=None)


@prop("ring")
def ring(spec: Spec, b: Builder) -> None:
    """A ring with a stone in claws, standing on its band, a little turned; a plain wedding band where that is asked for."""
    b.slot("body", "gold", "#e2b04a")
    b.slot("stone", "crystal", "#f7fafa" if spec.is_a("diamond") else b.choose("#f7fafa", "#b3122b", "#1c3fae", "#0f7a48"), role="fixed")
    r, plain = 0.0092, spec.has("plain", "wedding", "minimalist", "simple", "band")
    turn = np.linspace(0, 2 * np.pi, 97)
    wide = 0.0022 if plain else 0.0011
    section = oval(2.6, 16)
    rings = []
    for t in turn[:-1]:
        up = np.clip(np.sin(t), 0, 1) ** 4
        w, thick = wide * (1 - (0 if plain else 0.25) * up), 0.0009
        out = np.array((np.cos(t), 0, np.sin(t)))
        rings.append([out * (r + thick * p) + (0, w * q, 0) for p, q in section])
    made = [b.add(sheet(np.array([*rings, rings[0]]), closed=True), "body", "band")]
    if not plain:
        size, z = b.vary(0.0043, 0.08), r + 0.0044
        made.append(b.add(move(brilliant(size), 0, 0, z), "stone", "gem"))
        for k in range(6):
            a = k * math.pi / 3 + 0.3
            c, s = math.cos(a), math.sin(a)
            claw = smooth_path([(0.0008 * c, 0.0008 * s, r - 0.0002), (size * 0.75 * c, size * 0.75 * s, z - 0.0015), (size * 1.05 * c, size * 1.05 * s, z), (size * 0.88 * c, size * 0.88 * s, z + 0.0011)], 14)
            made.append(b.add(sweep(claw, 0.00032, sides=8), "body", "claws"))
            made.append(b.add(sphere(0.00046, at=tuple(claw[-1]), segments=12), "body", "claws"))
        made.append(b.add(move(torus(size * 0.62, 0.0003, segments=40, sides=8), 0, 0, z - 0.0018), "body", "claws"))
    for o in made:
        rotate(o, 17, 0, 28)
    grounded(*made)


@prop("necklace")
def necklace(spec: Spec, b: Builder) -> None:
    """A string of pearls on a small velvet bust; a chain with a pendant where metal is asked for; laid in a curve where it lies."""
    chain = spec.material in ("gold", "silver", "brass", "copper", "steel") or spec.has("chain", "gold chain") or spec.is_a("chain")
    b.slot("body", "gold" if chain else "pearl", None if chain else b.choose("#ece6dd", "#ece6dd", "#e6d3c8"))
    b.slot("clasp", "gold", "#d9b25c", role="fixed")
    if spec.has("lying", "rolled", "loose", "draped"):
        t = np.linspace(0, 1, 400)
        a = 0.55 + t * 2 * np.pi * 1.07
        r = 0.075 * (1 + 0.16 * np.sin(2 * a + 1) + 0.07 * np.sin(3 * a)) + 0.03 * np.clip(t - 0.93, 0, 1) / 0.07
        path = np.column_stack([r * 1.35 * np.cos(a), r * np.sin(a), np.zeros(400)])
        made = _string(b, path, chain, flat=True)
        grounded(*made)
        return
    b.slot("bust", "velvet", "#23242a", role="fixed")
    form = [(0, 0.05, 0.045, 0.01, 2.2), (0.004, 0.056, 0.05, 0.01, 2.2), (0.02, 0.06, 0.048, 0.008, 2.2), (0.07, 0.082, 0.05, 0.006, 2.3), (0.11, 0.1, 0.047, 0.014, 2.3), (0.132, 0.1, 0.042, 0.022, 2.2)]
    form += [(0.148, 0.082, 0.038, 0.027, 2.1), (0.162, 0.052, 0.034, 0.031, 2.0), (0.18, 0.034, 0.031, 0.032, 2.0), (0.215, 0.029, 0.029, 0.03, 2.0), (0.24, 0.03, 0.03, 0.028, 2.0), (0.2425, 0.0275, 0.0275, 0.028, 2)]
    bust = b.add(body(form, steps=80, count=80), "bust")
    skin = Skin(bust)
    drop = b.vary(0.075 if chain else 0.062, 0.1)
    points = []
    for a in np.linspace(-np.pi, np.pi, 241)[:-1]:  # a = 0 is the front
        z = 0.168 - drop * ((1 + math.cos(a)) / 2) ** 2.2
        way = np.array((math.sin(a), -math.cos(a), 0))
        at, _ = skin.cast([np.array((0, 0.03, z)) + way * 0.3], -way)
        points.append(at[0])
    path = np.array([*points, points[0]])
    _string(b, path, chain, skin=skin)
    b.footprint = "round"


def _string(b: Builder, path: np.ndarray, chain: bool, *, skin: Skin | None = None, flat: bool = False) -> list:
    """Beads (largest at the middle of the path) or links along a path on a surface, a clasp at its ends, and for a chain a pendant."""
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    at = lambda s: np.array([np.interp(s, along, path[:, k]) for k in range(3)])  # noqa: E731
    total, s, made, beads = along[-1], 0.004, [], []
    while s < total - 0.004:
        share = 1 - abs(2 * s / total - 1)
        r = 0.0023 if chain else 0.0038 + 0.0021 * share
        p, q = at(s), at(s + 0.001)
        normal = np.array((0, 0, 1.0)) if skin is None else skin.nearest([p])[1][0]
        if chain:
            link = scale(torus(r, 0.0006, segments=16, sides=6), 1.5, 1, 1)
            way = q - p
            tilt = 90 if len(beads) % 2 else 25
            beads.append(move(rotate(rotate(link, tilt), 0, -math.degrees(math.asin(np.clip(way[2] / max(np.linalg.norm(way), 1e-9), -1, 1))), math.degrees(math.atan2(way[1], way[0]))), *(p + normal * r * 0.9)))
            s += r * 2.2
        else:
            beads.append(sphere(r * b.rng.uniform(0.985, 1.015), at=tuple(p + normal * r), segments=20))
            s += 2.03 * r
    made.append(b.add(join(beads), "body", "links" if chain else "pearls"))
    end = at(0.0)
    made.append(b.add(sphere(0.0032, at=tuple(end + ((0, 0, 0.003) if skin is None else skin.nearest([end])[1][0] * 0.003)), segments=20), "clasp"))
    if chain:
        p = at(total / 2)
        n = np.array((0, 0, 1.0)) if skin is None else skin.nearest([p])[1][0]
        b.slot("gem", "crystal", b.choose("#b3122b", "#1c3fae", "#0f7a48", "#f7fafa"), role="fixed")
        drop = p + n * 0.003 + ((0, -0.011, 0) if flat else (0, -0.001, -0.012))
        stone = brilliant(0.008)
        if not flat:
            rotate(stone, 78)
        made.append(b.add(move(stone, *drop), "gem"))
        rim = torus(0.0083, 0.0009, segments=40, sides=8)
        if not flat:
            rotate(rim, 78)
        made += [b.add(move(rim, *drop), "body", "pendant"), b.add(rod(p + n * 0.002, drop + (drop - p) * -0.45, 0.0009), "body", "pendant")]
    return made


METALS = frozenset(("steel", "brushed_steel", "gold", "silver", "chrome"))


@prop("watch")
def watch(spec: Spec, b: Builder) -> None:
    """A wrist watch, its strap closed and standing, the dial to the front; it shows eight and a half minutes past ten."""
    metal, asked = spec.material in METALS, spec.of("strap")
    links = asked in METALS if asked else metal or b.choose(True, False, False)
    dark = b.choose(True, False)
    b.slot("case", "steel" if metal or links or b.choose(True, False) else "gold", role="main" if metal or links else "trim")
    b.slot("strap", "steel" if links else "leather", None if links else b.choose("#5a331b", "#1d1b1a", "#7a4f2c"))
    b.slot("dial", "plastic" if dark else "paper", b.choose("#101318", "#13233d", "#12302a") if dark else "#f1ede2", role="fixed")
    b.slot("marks", "plastic" if dark else "lacquer", "#e8e6e0" if dark else "#17181a", role="fixed")
    b.slot("second", "lacquer", "#b3261e", role="fixed")
    b.slot("crystal", "glass", "#fbfdfd", role="fixed")
    b.slot("thread", "cotton", "#d8c3a0", role="fixed")
    made = _case(b, 0.0205)
    made += _dial(b, spec, 0.0175)
    tilt, front = -16.0, -0.0265
    c, d = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    for o, slot, part in made:
        b.add(move(rotate(o, 90 + tilt), 0, front * c, front * d), slot, part)
    a = np.linspace(np.radians(141), np.radians(-141), 90)  # from the upper lugs round the back to the lower ones
    y, z = 0.002 + 0.0275 * np.cos(a), 0.0315 * np.sin(a)
    loop = np.column_stack([0 * a, y * c - z * d, y * d + z * c])
    (_bracelet if links else _leather_strap)(b, loop)
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, 14)


def _case(b: Builder, r: float) -> list:
    """Case, bezel, lugs and crown, facing up; the dial's plane is at z = 0.0035."""
    made = [(lathe(rounded_profile([(0, -0.004), (r * 0.86, -0.004), (r * 0.98, -0.002), (r * 0.98, 0.003), (r, 0.0035), (r * 0.97, 0.0058), (r * 0.885, 0.0066), (r * 0.865, 0.004), (r * 0.86, 0.003), (0, 0.003)], 0.0006), segments=96), "case", "case")]
    made.append((cylinder(r * 0.872, 0.0006, bevel=0.0002, segments=72, at=(0, 0, 0.0058)), "crystal", "crystal"))
    for sx in (-1, 1):
        for sy in (-1, 1):
            horn = smooth_path([(sx * 0.0115, sy * (r - 0.006), 0.001), (sx * 0.0115, sy * (r - 0.0002), 0.0006), (sx * 0.0115, sy * (r + 0.0024), -0.003)], 14)
            made.append((ribbon(horn, (1, 0, 0), np.linspace(0.0042, 0.003, 14), 0.0034), "case", "lugs"))
    crown = lathe(rounded_profile([(0, 0), (0.0016, 0), (0.0016, 0.001), (0.0029, 0.0014), (0.0029, 0.0044), (0.002, 0.0048), (0, 0.0048)], 0.0003), segments=36)
    for v in crown.data.vertices:
        ang = math.atan2(v.co.y, v.co.x)
        k = 1 + (0.05 * math.cos(18 * ang) if 0.0012 < v.co.z < 0.0044 else 0)
        v.co.x, v.co.y = v.co.x * k, v.co.y * k
    made.append((move(rotate(crown, 0, 90), r * 0.965, 0, 0.0005), "case", "crown"))
    return made


def _dial(b: Builder, spec: Spec, r: float) -> list:
    """The dial with its marks, and hands at 10:08:34; 12 is towards +y, 3 towards +x."""
    made = [(cylinder(r * 1.01, 0.0006, bevel=0.0001, segments=80, at=(0, 0, 0.003)), "dial", "dial")]
    bars = []
    for k in range(60):
        big = k % 5 == 0
        long, wide = (r * 0.17, r * 0.05) if big else (r * 0.055, r * 0.014)
        for shift in ((-0.045, 0.045) if k == 0 else (0,)):
            bar = box(wide, long, 0.00045 if big else 0.0001, bevel=0.0001 if big else 0, segments=1, at=(shift * r, r * 0.95 - long / 2, 0.0036))
            bars.append(rotate(bar, 0, 0, -6 * k))
    made.append((join(bars), "marks", "marks"))
    minutes, hours = 8 + 34 / 60, 10 + (8 + 34 / 60) / 60
    for angle, long, wide, z, slot in ((30 * hours, 0.52, 0.085, 0.0042, "marks"), (6 * minutes, 0.8, 0.065, 0.0047, "marks"), (6 * 34, 0.86, 0.018, 0.0052, "second")):
        tail = -0.14 if slot == "marks" else -0.24
        hand = extrude([(-wide / 2 * r, tail * r), (wide / 2 * r, tail * r), (wide / 2 * r, (long - 0.1) * r), (0, long * r), (-wide / 2 * r, (long - 0.1) * r)], 0.0002, bevel=0)
        made.append((move(rotate(hand, 0, 0, -angle), 0, 0, z), slot, "hands"))
    made.append((cylinder(r * 0.055, 0.0022, bevel=0.0003, segments=24, at=(0, 0, 0.0036)), "marks", "hands"))
    for label in spec.labels[:1]:
        b.slot("name", "printed", role="fixed", label={**label, "colour": label.get("colour") or {"hex": b._slots["marks"].colour}}, params={"transparent": True})
        made.append((move(rotate(label_plane(r * 0.62, r * 0.16), -90), 0, r * 0.4, 0.0041), "name", "name"))
    return made


def _leather_strap(b: Builder, loop: np.ndarray) -> None:
    """A padded strap with stitched edges and a buckle at the back."""
    t = np.linspace(0, 1, len(loop))
    b.add(ribbon(loop, (1, 0, 0), np.interp(t, [0, 0.4, 0.6, 1], [0.0195, 0.0175, 0.0175, 0.0195]), 0.0034), "strap", "strap")
    away = loop - loop.mean(axis=0)
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    for s in (-1, 1):
        edge = loop + away * 0.0018 + np.column_stack([s * (np.interp(t, [0, 0.4, 0.6, 1], [0.0195, 0.0175, 0.0175, 0.0195]) / 2 - 0.0017), np.zeros(len(t)), np.zeros(len(t))])
        b.add(thread(edge, 0.0018, 0.0002), "thread", "stitches")
    for k, wide in ((38, 0.019), (56, 0.019)):
        b.add(ribbon(loop[k : k + 4] + away[k : k + 4] * 0.0022, (1, 0, 0), wide, 0.0022), "strap", "keepers")
    at = loop[47] + away[47] * 0.003
    b.add(move(box(0.022, 0.002, 0.012, bevel=0.0008), at[0], at[1], at[2] - 0.006), "case", "buckle")


def _bracelet(b: Builder, loop: np.ndarray) -> None:
    """Three rows of steel links."""
    links = []
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(loop, axis=0), axis=1))])
    n = int(along[-1] / 0.0062)
    for k in range(n):
        s = along[-1] * (k + 0.5) / n
        p, q = (np.array([np.interp(s + d, along, loop[:, i]) for i in range(3)]) for d in (-0.001, 0.001))
        turn = math.degrees(math.atan2(q[2] - p[2], q[1] - p[1]))
        for x, wide, shift in ((-0.0067, 0.0058, 0), (0.0067, 0.0058, 0), (0, 0.0066, 0.5)):
            c = p + (q - p) * (0.5 + shift * along[-1] / n / 0.002 * 1.0)
            links.append(move(rotate(box(wide, 0.0058, 0.0029, bevel=0.0006, segments=2, at=(0, 0, -0.00145)), turn), x, c[1], c[2]))
    b.add(join(links), "strap", "strap")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Boats: a clinker-built rowing boat, a fishing boat with its wheelhouse, a sloop under sail. The bow is towards -x."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, join, lathe, move, rotate, solidify, sweep, torus
from diorama_stage.kit.parts import rod, rods, tint
from diorama_stage.props.registry import prop

SOLE = 0.17
"""Height of a boat's inner floor, metres: above the water it floats in (see `cast.DRAFT`)."""


@prop("boat", "sailboat")
def boat(spec: Spec, b: Builder) -> None:
    b.slot("wood", "oak", role="trim")
    b.slot("metal", "steel", "#8d9296", role="fixed")
    if spec.kind == "sailboat":
        sloop(b)
    elif spec.is_a("fishing"):
        fishing(b)
    else:
        rowing(b)


class Hull:
    """The lines of a hull: half breadth, sheer and keel along t (0 the bow, 1 the stern), and sections between keel (s = 0) and gunwale (s = 1)."""

    def __init__(self, long: float, beam: float, sheer: tuple[float, float, float], *, transom: float, rake: float, full: float = 0.62):
        self.long, self.beam, self.sheer, self.transom, self.rake, self.full = long, beam, sheer, transom, rake, full

    def half(self, t):
        t = np.asarray(t, float)
        fore = np.clip(1 - np.abs(1 - t / 0.56) ** 2.2, 0, 1)
        aft = 1 - (1 - self.transom) * np.clip((t - 0.56) / 0.44, 0, 1) ** 2
        return np.maximum(self.beam / 2 * np.where(t < 0.56, fore, aft), 0.012)

    def rim(self, t):
        bow, middle, stern = self.sheer
        t = np.asarray(t, float)
        return middle + (bow - middle) * np.clip(1 - t / 0.62, 0, 1) ** 2 + (stern - middle) * np.clip((t - 0.55) / 0.45, 0, 1) ** 2

    def keel(self, t):
        return self.rim(0.5) * (0.42 * np.clip(1 - np.asarray(t) / 0.2, 0, 1) ** 2.2 + 0.22 * np.clip((np.asarray(t) - 0.72) / 0.28, 0, 1) ** 1.8)

    def at(self, t, s, out=0.0):
        """Points of the port half (+y)."""
        t, s = np.broadcast_arrays(np.asarray(t, float), np.asarray(s, float))
        a, k, r, h = s * np.pi / 2, self.keel(t), self.rim(t), self.half(t)
        y, z = h * np.sin(a) ** self.full, r - (r - k) * np.cos(a) ** 0.85
        x = self.long * (t - 0.5) - self.rake * np.clip(1 - t / 0.4, 0, 1) ** 2 * s
        return np.stack([x, y + out * np.clip(np.sin(a) ** 0.5 + 0.15, 0, 1), z - out * np.cos(a)], axis=-1)


def sheet(points: np.ndarray, *, smooth: float = 30.0):
    """A skin over a grid of points (n, m, 3), and its mirror image in y, as one object."""
    n, m, _ = points.shape
    faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(n - 1) for j in range(m - 1)]
    other = points * (1, -1, 1)
    verts = np.concatenate([points.reshape(-1, 3), other.reshape(-1, 3)])
    return from_geometry("skin", verts, [f[::-1] for f in faces] + [tuple(n * m + k for k in f) for f in faces], smooth=smooth)


def planking(hull: Hull, strakes: int, lap: float, *, inside: float | None = None):
    """The outside: strakes whose lower edges lap over the one below (a smooth skin where `lap` is 0); or the inside of the same planks, `inside` metres in."""
    s, out = [], []
    for k in range(strakes):
        a, c = k / strakes, (k + 1) / strakes
        s += [a, a + 1e-4, (a + c) / 2, c - 1e-4]
        out += [0.0 if k == 0 else lap * 0.1, lap, lap * 0.55, lap * 0.1]
    s[-1] = 1.0
    points = hull.at((np.linspace(0, 1, 61) ** 1.15)[:, None], np.array(s)[None], np.array(out)[None] if inside is None else -inside)
    points[..., 1] = np.maximum(points[..., 1], 0)
    return sheet(points, smooth=28 if lap and inside is None else 60)


def transom(hull: Hull, thick: float, inset: float = 0.0):
    """The board that closes the stern."""
    s = np.linspace(0, 1, 15)
    edge = hull.at(1.0, s, inset)
    outline = [(-y, z) for _, y, z in edge[::-1]] + [(y, z) for _, y, z in edge[1:]]
    board = extrude(outline, thick, bevel=0.004, segments=1)
    return move(rotate(rotate(board, 90), 0, 0, 90), hull.long / 2 - thick * 0.2, 0, 0)


def rowing(b: Builder) -> None:
    look = b.choose("varnish", "white", "blue", "green", "red")
    b.slot("hull", *(("oak", "#8a5a30") if look == "varnish" else ("paint", {"white": "#e6e1d4", "blue": "#2c5a80", "green": "#33584a", "red": "#8e2a22"}[look])), finish=("satin",))
    b.slot("inside", *(("oak", "#93683c") if look in ("varnish", "white") else ("paint", "#d9d2bf")), role="trim")
    hull = Hull(3.6, 1.42, (0.86, 0.52, 0.62), transom=0.56, rake=0.16)
    skin = planking(hull, 8, 0.017)
    b.add(tint(skin, lambda p: 0.78 + 0.22 * np.clip((p[:, 2] - 0.05) / 0.25, 0, 1) + 0.03 * np.sin(p[:, 0] * 23 + np.floor(p[:, 2] * 14) * 2.4)), "hull")
    b.add(planking(hull, 8, 0.017, inside=0.016), "inside")
    b.add(transom(hull, 0.03), "hull", "transom")
    fittings(b, hull)
    oars(b, hull)


def fittings(b: Builder, hull: Hull) -> None:
    """Ribs, bottom boards, thwarts with their knees, gunwales, stem, keel, rowlocks."""
    ribs = []
    for t in np.linspace(0.1, 0.95, 15):
        side = hull.at(t, np.linspace(0.06, 0.98, 12), -0.024)
        ribs.append(sweep([*(side[::-1] * (1, -1, 1)), *side], 0.014, sides=6))
    b.add(join(ribs), "inside", "ribs")
    for x, t0, t1 in ((-0.36, 0.24, 0.86), (-0.18, 0.16, 0.92), (0, 0.13, 0.95), (0.18, 0.16, 0.92), (0.36, 0.24, 0.86)):
        b.add(box(hull.long * (t1 - t0), 0.155, 0.018, bevel=0.004, segments=1, at=(hull.long * ((t0 + t1) / 2 - 0.5), x, SOLE)), "wood", "boards")
    for t, deep in ((0.24, 0.22), (0.5, 0.24), (0.72, 0.24), (0.94, 0.36)):
        level = 0.37
        x, wide = hull.long * (t - 0.5), 2 * float(np.interp(level, hull.at(t, np.linspace(0, 1, 40))[:, 2], hull.at(t, np.linspace(0, 1, 40))[:, 1])) - 0.03
        b.add(box(deep, wide, 0.032, bevel=0.008, at=(x, 0, level)), "wood", "seats")
        for s in (-1, 1):
            b.add(move(rotate(extrude([(0, 0), (0.0, 0.13), (-0.16, 0)], 0.03, bevel=0.004, segments=1), 90, 0, 90 * s), x + 0.015 * s, s * (wide / 2 + 0.005), level + 0.03), "wood", "knees")
    t = np.linspace(0.0, 1, 40)
    for s in (-1, 1):
        edge = hull.at(t, 1.0, 0.004) * (1, s, 1)
        b.add(sweep(edge + (0, 0, 0.004), 0.026, sides=10), "wood", "gunwale")
        b.add(sweep(hull.at(t, 0.875, 0.014) * (1, s, 1), 0.012, sides=6), "wood", "rubbing strake")
    stem = hull.at(0.0, np.linspace(0.0, 1, 14))
    stem[:, 1] = 0
    b.add(sweep([*(stem + (-0.01, 0, 0)), stem[-1] + (-0.02, 0, 0.07)], 0.03, sides=10), "wood", "stem")
    keel = hull.at(np.linspace(0.0, 1, 24), 0.0)
    keel[:, 1] = 0
    b.add(sweep(keel, 0.022, sides=8), "wood", "keel")
    b.add(move(rotate(torus(0.03, 0.007, segments=24, sides=8), 90), -hull.long / 2 - 0.2, 0, 0.66), "metal", "ring")


def oars(b: Builder, hull: Hull) -> None:
    """Two oars in their rowlocks, trailing aft, their blades above the water."""
    for s in (-1, 1):
        y, z = float(hull.half(0.6)) * s, float(hull.rim(0.6))
        pivot = np.array((hull.long * 0.1, y, z + 0.06))
        hold = np.array((-0.3, 0.22 * s, z + 0.23))
        way = (pivot - hold) / np.linalg.norm(pivot - hold)
        neck = pivot + way * 0.72
        b.add(sweep([hold, hold + way * 0.14, hold + way * 0.16, pivot, neck], [0.017, 0.017, 0.025, 0.024, 0.019], sides=12), "wood", "oars")
        b.add(sweep([neck - way * 0.02, neck + way * 0.14, neck + way * 0.34, neck + way * 0.56, neck + way * 0.6], [0.02, 0.045, 0.07, 0.078, 0.06], sides=14, flat=0.16), "wood", "oars")
        turn = np.linspace(-0.25, math.pi + 0.25, 14)
        b.add(sweep([(pivot[0] - 0.045 * math.cos(q), y, z + 0.085 - 0.045 * math.sin(q)) for q in turn], 0.008, sides=8), "metal", "rowlocks")
        b.add(rod((pivot[0], y, z), (pivot[0], y, z + 0.045), 0.009), "metal", "rowlocks")


def fishing(b: Builder) -> None:
    """A small inshore boat: high bow, working deck aft, wheelhouse forward, mast and derrick, crates, buoys, fenders."""
    b.slot("hull", "paint", b.choose("#27557a", "#8e2a22", "#2f6350", "#dcd6c6"))
    b.slot("band", "paint", "#ece7da", role="trim")
    b.slot("bottom", "paint", "#6e2a22", role="fixed")
    b.slot("house", "paint", "#e8e4d8", role="trim")
    b.slot("glass", "lacquer", "#1a2226", role="fixed")
    b.slot("tyres", "rubber", "#1b1b1b", role="fixed")
    b.slot("buoys", "plastic", "#d9531e", role="fixed")
    b.slot("net", "fabric", "#2f6a5c", role="fixed")
    hull = Hull(8.0, 2.7, (2.15, 1.05, 1.3), transom=0.78, rake=0.7, full=0.5)
    b.add(tint(planking(hull, 10, 0.012), lambda p: np.where(p[:, 2:3] < 0.3, np.array([[0.55, 0.45, 0.42]]), np.array([[1.0, 1.0, 1.0]])) * (0.93 + 0.07 * np.sin(p[:, :1] * 5.3))), "hull")
    b.add(transom(hull, 0.06), "hull", "transom")
    t = np.linspace(0.01, 1, 50)
    b.add(sheet(hull.at(t[:, None], np.linspace(0.3, 1, 16)[None], -0.05), smooth=60), "band", "bulwark")
    deck = hull.at(t, 0.55, -0.03)
    b.add(sheet(np.stack([deck * (1, 0, 1), deck], axis=1)), "wood", "deck")
    for s in (-1, 1):
        b.add(sweep(hull.at(t, 1.0, 0.01) * (1, s, 1), 0.055, sides=10), "wood", "gunwale")
        b.add(sweep(hull.at(t, 0.84, 0.03) * (1, s, 1), 0.04, sides=8), "band", "rubbing strake")
        for q in (0.42, 0.6, 0.78):
            p = hull.at(q, 0.86, 0.1) * (1, s, 1)
            b.add(move(rotate(torus(0.2, 0.085, segments=28, sides=12), 90), p[0], p[1] + 0.04 * s, p[2] - 0.22), "tyres", "fenders")
    wheelhouse(b, -1.25, 0.62)
    rigging(b, hull)
    for x, y, colour in ((1.9, -0.55, "band"), (1.9, 0.1, "buoys"), (2.45, -0.45, "buoys")):
        b.add(box(0.5, 0.6, 0.3, bevel=0.02, segments=2, at=(x, y, 0.62)), colour, "crates")
    for x, y, z in ((2.6, 0.7, 0.9), (2.9, 0.55, 0.85), (2.75, 0.75, 1.15)):
        b.add(move(lathe([(0.19 * math.sin(q), 0.2 - 0.2 * math.cos(q)) for q in np.linspace(0, math.pi, 13)], segments=24, smooth=180), x, y, z - 0.2), "buoys")
    coil_ = [(3.1 + (0.34 - 0.006 * k) * math.cos(k * 0.9), -0.35 + (0.34 - 0.006 * k) * math.sin(k * 0.9), 0.66 + 0.006 * k) for k in range(44)]
    b.add(sweep(coil_, 0.035, sides=6), "net", "rope")


def wheelhouse(b: Builder, x: float, z: float) -> None:
    """A house with raked windows all round, a roof that overhangs, a lamp and an aerial."""
    low, wide, long, tall = z, 1.55, 1.7, 2.05
    side = [(-long / 2, 0), (long / 2, 0), (long / 2, tall), (-long / 2 - 0.22, tall)]
    b.add(move(rotate(extrude(side, wide, bevel=0.04), 90), x, wide / 2, low), "house", "wheelhouse")
    b.add(box(long + 0.6, wide + 0.3, 0.1, bevel=0.04, at=(x - 0.12, 0, low + tall)), "band", "roof")
    for s in (-1, 1):
        for u in (-0.42, 0.35):
            b.add(box(0.58, 0.03, 0.55, bevel=0.01, at=(x + u, s * (wide / 2 + 0.002), low + 1.2)), "glass", "windows")
            b.add(join([box(0.68, 0.05, 0.05, bevel=0.01, segments=1, at=(x + u, s * wide / 2, low + h)) for h in (1.15, 1.75)] + [box(0.05, 0.05, 0.62, bevel=0.01, segments=1, at=(x + u + e, s * wide / 2, low + 1.15)) for e in (-0.32, 0.32)]), "wood", "frames")
    lean = -math.degrees(math.atan2(0.22, tall))
    for y in (-0.5, 0.0, 0.5):
        b.add(move(rotate(box(0.03, 0.42, 0.55, bevel=0.01), 0, lean), x - long / 2 - 0.135, y, low + 1.2), "glass", "windows")
    b.add(box(0.05, 0.62, 1.6, bevel=0.01, at=(x + long / 2 + 0.005, 0.3, low + 0.1)), "wood", "door")
    b.add(rods([((x + 0.3, 0.5, low + tall), (x + 0.3, 0.5, low + tall + 1.6)), ((x, -0.4, low + tall), (x, -0.4, low + tall + 0.35))], 0.018), "metal", "aerial")
    b.add(move(lathe([(0, 0), (0.11, 0.02), (0.11, 0.18), (0, 0.2)], segments=20), x, -0.4, low + tall + 0.33), "band", "lamp")


def rigging(b: Builder, hull: Hull) -> None:
    """The mast behind the house, its stays, a derrick over the deck; a rail around the bow."""
    foot, head = (0.0, 0, 0.6), (0.0, 0, 5.2)
    b.add(rod(foot, head, 0.06), "wood", "mast")
    b.add(rod((0.05, 0, 2.0), (2.9, 0, 3.5), 0.045), "wood", "derrick")
    stays = [(head, (-4.35, 0, 2.2)), (head, (2.9, 0, 3.5)), ((2.9, 0, 3.5), (2.9, 0, 1.6)), *[(head, (0.2, s * 1.28, 1.15)) for s in (-1, 1)], *[(head, (0.7, s * 1.28, 1.15)) for s in (-1, 1)]]
    b.add(rods(stays, 0.012, sides=6), "metal", "stays")
    t = np.linspace(0.0, 0.36, 9)
    for s in (-1, 1):
        edge = hull.at(t, 1.0, -0.04) * (1, s, 1)
        b.add(rods([(p, p + (0, 0, 0.5)) for p in edge], 0.018), "metal", "rail")
        b.add(sweep(edge + (0, 0, 0.5), 0.02, sides=8), "metal", "rail")


def sloop(b: Builder) -> None:
    """A cruising sloop: deck, coachroof with ports, cockpit, mast with spreaders, shrouds, a full main and jib."""
    b.slot("hull", "paint", b.choose("#eeebe2", "#eeebe2", "#1f3a5c", "#7c211d"))
    b.slot("band", "paint", "#1f3450", role="fixed")
    b.slot("sail", "canvas", "#f3efe4", role="trim")
    b.slot("glass", "lacquer", "#151a1e", role="fixed")
    b.slot("cabin", "paint", "#f1eee6", role="fixed")
    hull = Hull(7.0, 2.3, (1.12, 0.86, 0.88), transom=0.62, rake=0.75, full=0.55)
    b.add(planking(hull, 6, 0.0), "hull")
    b.add(transom(hull, 0.05), "hull", "transom")
    t = np.linspace(0.0, 1, 50)
    deck = hull.at(t, 0.93, -0.01)
    b.add(sheet(np.stack([deck * (1, 0, 1) + (0, 0, 0.05), deck], axis=1)), "wood", "deck")
    for s in (-1, 1):
        b.add(sweep(hull.at(t, 1.0) * (1, s, 1), 0.03, sides=8), "wood", "gunwale")
        b.add(sweep(hull.at(t, 0.84, 0.006) * (1, s, 1), 0.018, sides=6), "band", "stripe")
        edge = hull.at(np.linspace(0.02, 0.97, 11), 1.0, -0.05) * (1, s, 1)
        b.add(rods([(p, p + (0, 0, 0.5)) for p in edge], 0.012), "metal", "rail")
        for h in (0.27, 0.5):
            b.add(sweep(edge + (0, 0, h), 0.007, sides=6), "metal", "rail")
    house = extrude([(-1.5, -0.3), (-0.8, -0.62), (1.05, -0.66), (1.05, 0.66), (-0.8, 0.62), (-1.5, 0.3)], 0.36, bevel=0.09)
    b.add(move(house, 0, 0, 0.84), "cabin", "cabin")
    for s in (-1, 1):
        b.add(join([move(rotate(box(0.42, 0.03, 0.13, bevel=0.012), 0, 0, 1.2 * s), x, s * 0.652, 0.98) for x in (-0.45, 0.15, 0.75)]), "glass", "windows")
    b.add(box(1.7, 0.9, 0.05, bevel=0.01, at=(2.1, 0, 0.9)), "cabin", "cockpit")
    b.add(join([box(1.7, 0.1, 0.24, bevel=0.03, at=(2.1, 0.5 * s, 0.88)) for s in (-1, 1)]), "wood", "coaming")
    b.add(rod((3.2, 0, 0.95), (2.3, 0.1, 1.25), 0.025), "wood", "tiller")
    sails(b, hull)


def sails(b: Builder, hull: Hull) -> None:
    mast, head, foot = -0.75, 9.6, 1.75
    b.add(rod((mast, 0, 0.9), (mast, 0, head + 0.15), 0.055), "metal", "mast")
    swing = math.radians(14)
    clew = (mast + 3.5 * math.cos(swing), -3.5 * math.sin(swing), foot)
    b.add(rod((mast, 0, foot - 0.06), (clew[0] + 0.1, clew[1], foot - 0.06), 0.045), "metal", "boom")
    bow = (-hull.long / 2 - 0.68, 0, 1.2)
    lines = [((mast, 0, head), bow), ((mast, 0, head), (hull.long / 2, 0, 0.95)), ((clew[0], clew[1], foot - 0.1), (2.3, 0, 1.15))]
    for s in (-1, 1):
        lines += [((mast, 0, 5.6), (mast, 0.62 * s, 5.65)), ((mast, 0, head - 0.3), (mast, 0.62 * s, 5.65)), ((mast, 0.62 * s, 5.65), (mast + 0.1, 1.1 * s, 0.9)), ((mast, 0, 5.5), (mast + 0.5, 1.1 * s, 0.9))]
    b.add(rods(lines, 0.01, sides=6), "metal", "rigging")
    cloth(b, np.array((mast + 0.07, 0, foot)), np.array((mast + 0.07, 0, head)), np.array(clew), roach=0.34, belly=0.42)
    luff = np.array(bow), np.array((mast - 0.1, 0, 8.7))
    cloth(b, luff[0] * 0.97 + luff[1] * 0.03, luff[0] * 0.04 + luff[1] * 0.96, np.array((mast + 0.75, -0.85, 1.6)), roach=-0.12, belly=0.4)


def cloth(b: Builder, tack: np.ndarray, head: np.ndarray, clew: np.ndarray, *, roach: float, belly: float) -> None:
    """A triangular sail that the wind fills: broad panels with seams, a rounded leech, battens where it has a roach."""
    n, m = 91, 25
    v, u = np.linspace(0, 1, n)[:, None, None], np.linspace(0, 1, m)[None, :, None]
    luff, leech = tack + (head - tack) * v, clew + (head + (0.1, 0, 0) - clew) * v
    leech = leech + np.array((1.0, 0, 0)) * roach * np.sin(np.pi * v)
    points = luff + (leech - luff) * u
    chord = np.linalg.norm(leech - luff, axis=2, keepdims=True)
    points[..., 1:2] -= belly * chord / chord.max() * np.sin(np.pi * u**0.75) * (0.55 + 0.45 * np.sin(np.pi * np.clip(v * 1.1, 0, 1)))
    faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(n - 1) for j in range(m - 1)]
    sail = from_geometry("sail", points.reshape(-1, 3), faces, smooth=180)
    row = np.repeat(np.arange(n), m)
    edge = np.tile(np.arange(m), n)
    tint(sail, lambda p: np.where((row % 10 == 5) | (edge == 0) | (edge == m - 1), 0.8, 1.0) * (0.985 + 0.015 * np.sin(p[:, 2] * 3 + p[:, 0] * 4)))
    b.add(solidify(sail, 0.006), "sail", "sail")
    if roach > 0:
        battens = [sweep(points[k, j:] + (0, -0.012, 0), 0.012, sides=6) for k, j in ((25, 15), (45, 14), (64, 12), (80, 6))]
        b.add(join(battens), "cabin", "battens")

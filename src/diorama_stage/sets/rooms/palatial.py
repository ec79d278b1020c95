# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of halls of state: a ballroom's pilasters, tall windows, mirrors and gilding; a great hall's stone arches, banners, torches and throne; chandeliers."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room, outside, place
from diorama_stage.sets.rooms.worship import ashlar, pointed
from diorama_stage.sets.works import Works, clear_of

BAY = 2.6
"""Metres from one pilaster to the next."""
ALOFT = 3.4
"""Metres above the floor below which no chandelier hangs."""


def _gilt():
    return plain("#c99a3c", 0.26, metal=1.0)


def _silvered():
    """The back of a mirror: even, and almost without blur."""
    t = Tree("mirror")
    return t.surface(t.principled("#dfe3e4", 0.01, metal=1.0))


def _round(width: float, count: int = 19) -> np.ndarray:
    """Half a circle from (0, 0) to (width, 0), (count, 2), metres."""
    a = np.linspace(np.pi, 0, count)
    return np.stack([width / 2 * (1 + np.cos(a)), width / 2 * np.sin(a)], axis=1)


def _bays(room: Room, side: str) -> np.ndarray:
    """Middles of the bays of a wall, metres along it."""
    if side == "back":
        count = max(3, int(2 * room.half / BAY) | 1)
        return (np.arange(count) - count // 2) * (2 * room.half / count)
    return np.arange(room.back - BAY / 2, room.near, -BAY)


def pilasters(site: Site, room: Room) -> None:
    """White pilasters with gilt capitals, a cornice and a panelled base on all three walls."""
    w = Works(site, pilasters=lambda: plain("#f1ece0", 0.45), gilt=_gilt, panels=lambda: plain("#e6ddca", 0.5))
    high = room.top - room.floor
    for side in ("back", "left", "right"):
        bays = _bays(room, side)
        wide = abs(float(bays[1] - bays[0]))
        for u in (*(bays - wide / 2), float(bays[-1]) + wide / 2):
            for low, top, half, out in ((0.0, 0.55, 0.26, 0.2), (0.55, high - 1.0, 0.19, 0.14), (high - 0.62, high - 0.5, 0.27, 0.22)):
                _slab(w.pilasters, room, side, u - half, u + half, low, top, out)
            _slab(w.gilt, room, side, u - 0.22, u + 0.22, high - 1.0, high - 0.62, 0.18)
            _slab(w.gilt, room, side, u - 0.2, u + 0.2, 0.55, 0.62, 0.16)
        start, end = (-room.half, room.half) if side == "back" else (room.near, room.back)
        _slab(w.pilasters, room, side, start, end, high - 0.5, high - 0.32, 0.3)
        _slab(w.gilt, room, side, start, end, high - 0.32, high - 0.26, 0.36)
        _slab(w.pilasters, room, side, start, end, high - 0.26, high, 0.44)
        _slab(w.panels, room, side, start, end, 0.0, 0.5, 0.05)
        for u in bays:
            _frame(w.gilt, room, side, float(u), wide - 0.75, 0.1, 0.42, 0.055)
    w.finish()


def _slab(m: Mesher, room: Room, side: str, u0: float, u1: float, z0: float, z1: float, out: float) -> None:
    """A block that stands out of a wall by `out` metres."""
    a, b = place(room, side, u0, out, z0), place(room, side, u1, -0.02, z1)
    m.soft(min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]), a[2], b[2], min(0.012, out / 4))


def _frame(m: Mesher, room: Room, side: str, u: float, wide: float, low: float, high: float, out: float) -> None:
    """A thin moulding about a panel."""
    for a, b, c, d in (
        (-wide / 2, wide / 2, low, low + 0.03),
        (-wide / 2, wide / 2, high - 0.03, high),
        (-wide / 2, -wide / 2 + 0.03, low, high),
        (wide / 2 - 0.03, wide / 2, low, high),
    ):
        _slab(m, room, side, u + a, u + b, c, d, out)


def arched_windows(site: Site, room: Room) -> None:
    """Tall windows with round heads on the left, mirrors of the same shape facing them, and both in turn on the back wall; gilt about each, curtains beside."""
    w = Works(
        site,
        gilt=_gilt,
        bars=lambda: plain("#efe9dc", 0.4),
        curtains=lambda: standard("velvet", site.hue("curtains", "#7d1f2c"), size=1.5),
        mirrors=_silvered,
    )
    high = min(room.top - room.floor - 1.4, 4.6)
    for side in ("back", "left", "right"):
        for k, u in enumerate(_bays(room, side)):
            glazed = side == "left" or side == "back" and k % 2 == 1
            _opening(site, room, w, side, float(u), 1.5, high, glazed)
    w.finish(smooth=frozenset(("curtains", "gilt")))


def _opening(site: Site, room: Room, w: Works, side: str, u: float, wide: float, high: float, glazed: bool) -> None:
    """A window that shows what is outside, or a mirror, with a round head, from 0.62 m to `high` above the floor."""
    low, spring = 0.62, high - wide / 2
    arch = _round(wide) + (-wide / 2, spring)
    outline = [(-wide / 2, low), *arch, (wide / 2, low)]
    edge = [place(room, side, u + a, 0.05, h) for a, h in outline]
    w.gilt.tube([*edge, edge[0]], 0.05, sides=8)
    middle = place(room, side, u, 0.03, (low + spring) / 2)
    if not glazed:
        fan = [place(room, side, u + a, 0.03, h) for a, h in outline]
        w.mirrors.add([middle, *fan], [(0, k + 1, (k + 1) % len(fan) + 1) if side == "right" else (0, (k + 1) % len(fan) + 1, k + 1) for k in range(len(fan))])
        return
    outside(site, [place(room, side, u + a, 0.02, h) for a, h in ((-wide / 2, low), (wide / 2, low), (wide / 2, spring), (-wide / 2, spring))], "garden")
    for k in range(len(arch) // 2):  # the round head, in level strips
        strip = (arch[k], arch[-1 - k], arch[-2 - k], arch[k + 1])
        outside(site, [place(room, side, u + a, 0.02, h) for a, h in strip], "garden")
    for a in (-wide / 6, wide / 6):
        _bar(w.bars, room, side, u + a, u + a, low, spring + wide / 2 - 0.06)
    for h in np.arange(low, spring + 0.05, (spring - low) / 4):
        _bar(w.bars, room, side, u - wide / 2, u + wide / 2, h, h)
    for s in (-1, 1):
        folds = [(s * (wide / 2 + 0.02 + 0.05 * k), 0.12 + 0.03 * (k % 2)) for k in range(5)]
        for a, out in folds:
            w.curtains.tube([place(room, side, u + a, out, high - 0.05), place(room, side, u + a, out, 0.06)], 0.045, sides=8)
    normal = {"back": (0.0, -1.0, 0.0), "left": (1.0, 0.0, 0.0), "right": (-1.0, 0.0, 0.0)}[side]
    site.window(place(room, side, u, 0.12, (low + high) / 2), normal, wide, high - low)


def _bar(m: Mesher, room: Room, side: str, u0: float, u1: float, z0: float, z1: float) -> None:
    m.tube([place(room, side, u0, 0.045, z0), place(room, side, u1, 0.045, z1)], 0.022, sides=6)


def chandeliers(site: Site, room: Room) -> None:
    """A row of chandeliers down the middle, where none is told: rings of candles, arms and strings of crystal on a rod."""
    if "chandelier" in site.things:
        return
    w = Works(
        site,
        brass=_gilt,
        crystal=lambda: plain("#eef2f4", 0.06),
        candles=lambda: plain("#f4ead2", 0.5),
        flames=lambda: site.glow(glowing("#ffcf86", 26.0), "practical"),
    )
    hang = max(room.floor + ALOFT, room.top - 2.0)
    for y in np.arange(room.back - 3.0, room.near + 1.0, -4.2):
        chandelier(w, 0.0, float(y), hang, room.top, 0.8)
        site.lamp(0.0, float(y), hang + 0.35, radius=0.35, kelvin=2700, watts=60.0)
    w.finish(smooth=frozenset(("brass", "crystal", "candles", "flames")))


def chandelier(w: Works, x: float, y: float, low: float, top: float, radius: float) -> None:
    """Two rings of candles about a stem, its lowest point at `low`, hung from `top`."""
    w.brass.tube([(x, y, low + 0.1), (x, y, low + 0.35), (x, y, low + 0.75), (x, y, low + 0.95)], [0.05, 0.1, 0.05, 0.02], sides=14)
    w.brass.tube([(x, y, low + 0.95), (x, y, top)], 0.012, sides=6)
    for ring, (share, up, count) in enumerate(((1.0, 0.32, 14), (0.58, 0.66, 8))):
        for k in range(count):
            a = 2 * np.pi * (k + 0.5 * ring) / count
            ex, ey = x + radius * share * np.cos(a), y + radius * share * np.sin(a)
            w.brass.tube([(x, y, low + up), (x + 0.55 * (ex - x), y + 0.55 * (ey - y), low + up - 0.14), (ex, ey, low + up)], 0.012, sides=6)
            w.brass.tube([(ex, ey, low + up), (ex, ey, low + up + 0.03)], [0.015, 0.045], sides=10)
            w.candles.tube([(ex, ey, low + up + 0.03), (ex, ey, low + up + 0.15)], 0.013, sides=8)
            w.flames.tube([(ex, ey, low + up + 0.155), (ex, ey, low + up + 0.18), (ex, ey, low + up + 0.22)], [0.006, 0.014, 0.002], sides=6)
            for t in np.linspace(0.12, 0.95, 6):
                sag = 0.2 * 4 * t * (1 - t)
                at = (x + t * (ex - x), y + t * (ey - y), low + up + 0.1 - sag)
                w.crystal.soft(at[0] - 0.011, at[0] + 0.011, at[1] - 0.011, at[1] + 0.011, at[2] - 0.03, at[2], 0.009, steps=1)
            w.crystal.tube([(ex, ey, low + up - 0.02), (ex, ey, low + up - 0.1)], [0.012, 0.002], sides=6)


def stone_hall(site: Site, room: Room) -> None:
    """Walls of squared stone, columns along both sides with pointed arches between them, and beams of dark oak overhead."""
    w = Works(site, columns=ashlar, arches=ashlar, stone_walls=ashlar, roof_beams=lambda: standard("walnut", "#4a3120", size=3.0, finish=("worn",)))
    z, high, x = room.floor, room.top - room.floor, room.half - 1.1
    for side in ("back", "left", "right"):
        start, end = (-room.half, room.half) if side == "back" else (room.near, room.back)
        _slab(w.stone_walls, room, side, start, end, 0.0, high, 0.04)
    ys = np.arange(room.back - 1.4, room.near - 3.0, -3.0)
    spring = 0.52 * high
    for s in (-1, 1):
        for y in ys:
            for a, b, r in (
                (0.0, 0.3, 0.42),
                (0.3, 0.42, 0.36),
                (0.42, spring - 0.35, 0.27),
                (spring - 0.35, spring - 0.1, 0.36),
                (spring - 0.1, spring, 0.44),
            ):
                w.columns.tube([(s * x, y, z + a), (s * x, y, z + b)], r, sides=20)
        for y0 in ys[:-1]:
            arch = pointed(3.0, 0.3 * high)
            for (a0, h0), (a1, h1) in zip(arch, arch[1:], strict=False):
                for dx in (-0.22, 0.22):
                    w.arches.quad(
                        (s * x + dx, y0 - a0, z + spring + h0),
                        (s * x + dx, y0 - a1, z + spring + h1),
                        (s * x + dx, y0 - a1, room.top),
                        (s * x + dx, y0 - a0, room.top),
                    )
                w.arches.quad(
                    (s * x - 0.22, y0 - a0, z + spring + h0),
                    (s * x - 0.22, y0 - a1, z + spring + h1),
                    (s * x + 0.22, y0 - a1, z + spring + h1),
                    (s * x + 0.22, y0 - a0, z + spring + h0),
                )
    for y in np.arange(room.back - 0.6, room.near, -1.5):
        w.roof_beams.soft(-room.half, room.half, y - 0.14, y + 0.14, room.top - 0.34, room.top - 0.01, 0.02)
    w.finish(smooth=frozenset(("columns",)))


def torches(site: Site, room: Room) -> None:
    """A burning torch in an iron ring on each second column, and long banners on the back wall."""
    w = Works(
        site,
        iron=lambda: plain("#26221e", 0.5, metal=0.8),
        torches=lambda: standard("oak", "#5b3d26", size=1.0),
        flames=lambda: site.glow(glowing("#ff9a3a", 22.0), "practical"),
        banners=lambda: plain("#ffffff", 0.85, tinted=True, bump=0.001),
        gilt=_gilt,
    )
    x, z = room.half - 1.1, room.floor + 2.3
    for k, y in enumerate(np.arange(room.back - 1.4, room.near, -3.0)):
        for s in (-1, 1):
            fx = s * (x - 0.42)
            w.iron.tube([(s * (x - 0.2), y, z - 0.1), (fx, y, z - 0.05), (fx, y, z + 0.05)], 0.02, sides=8)
            w.torches.tube([(fx + s * 0.06, y, z - 0.35), (fx, y, z + 0.12)], [0.025, 0.045], sides=10)
            for f in range(3):
                a = 2.1 * f + k
                w.flames.tube(
                    [
                        (fx, y, z + 0.1),
                        (fx + 0.04 * np.cos(a), y + 0.04 * np.sin(a), z + 0.24),
                        (fx + 0.02 * np.cos(a), y + 0.02 * np.sin(a), z + 0.42 - 0.05 * f),
                    ],
                    [0.035, 0.045, 0.003],
                    sides=8,
                )
            site.lamp(fx - s * 0.1, float(y), z + 0.35, radius=0.12, kelvin=2000, watts=26.0)
    red, blue = linear(site.hue("banners", "#7a1420"))[:3], linear("#1e2f5c")[:3]
    high = room.top - room.floor
    for k, u in enumerate((-3.4, -1.9, 1.9, 3.4)):
        if abs(u) + 0.5 < room.half:
            low, top = room.floor + 0.34 * high, room.floor + 0.86 * high
            _banner(w.banners, u, room.back - 0.1, low, top, red if k % 3 == 0 else blue)
            w.gilt.tube([(u - 0.62, room.back - 0.1, top), (u + 0.62, room.back - 0.1, top)], 0.025, sides=8)
    w.finish(smooth=frozenset(("iron", "torches", "flames")))


def _banner(m: Mesher, u: float, y: float, low: float, top: float, tone) -> None:
    """A hanging cloth with two points, in shallow folds."""
    xs = np.linspace(-0.5, 0.5, 9)
    for a, b in zip(xs, xs[1:], strict=False):
        ya, yb = (y - 0.03 * np.cos(8 * np.pi * c) for c in (a, b))
        la, lb = (low + 0.45 * abs(abs(c) - 0.25) for c in (a, b))
        m.quad((u + a, ya, la), (u + b, yb, lb), (u + b, yb, top), (u + a, ya, top), tint=tone)


def throne(site: Site, room: Room) -> None:
    """A high carved seat in red and gold on three steps before the back wall, and a long red carpet that leads to it; no seat where a throne is told."""
    w = Works(
        site,
        dais=ashlar,
        gilt=_gilt,
        velvet=lambda: standard("velvet", "#7a1420", size=1.0),
        carpet=lambda: standard("carpet", "#7a1420", size=2.0),
        carpet_edge=lambda: plain("#b98c35", 0.7),
    )
    z, back = room.floor, room.back
    for k in range(3):
        w.dais.soft(-2.2 + 0.3 * k, 2.2 - 0.3 * k, back - 2.6 + 0.4 * k, back - 0.06, z, z + 0.16 * (k + 1), 0.015)
    w.carpet.soft(-0.75, 0.75, room.near, back - 2.6, z, z + 0.012, 0.004)
    for s in (-0.72, 0.66):
        w.carpet_edge.soft(s, s + 0.06, room.near, back - 2.6, z + 0.002, z + 0.014, 0.002)
    if "throne" not in site.things and not site.taken(0.0, 0.6):
        seat(w, 0.0, back - 1.15, z + 0.48)
    w.finish(smooth=frozenset(("gilt", "velvet")))


def seat(w: Works, x: float, y: float, z: float) -> None:
    """A throne 1.9 m high that faces -y."""
    for sx in (-0.4, 0.4):
        w.gilt.soft(x + sx - 0.05, x + sx + 0.05, y - 0.42, y - 0.32, z, z + 0.72, 0.015)
        w.gilt.soft(x + sx - 0.06, x + sx + 0.06, y + 0.3, y + 0.42, z, z + 1.75, 0.02)
        w.gilt.soft(x + sx - 0.065, x + sx + 0.065, y - 0.46, y + 0.32, z + 0.68, z + 0.76, 0.02)
        w.gilt.tube([(x + sx, y + 0.36, z + 1.75), (x + sx, y + 0.36, z + 1.82), (x + sx, y + 0.36, z + 1.95)], [0.03, 0.07, 0.005], sides=12)
    w.gilt.soft(x - 0.42, x + 0.42, y - 0.42, y + 0.36, z + 0.36, z + 0.44, 0.02)
    w.velvet.soft(x - 0.36, x + 0.36, y - 0.38, y + 0.28, z + 0.44, z + 0.54, 0.05, steps=3, bulge=0.02)
    w.gilt.soft(x - 0.36, x + 0.36, y + 0.31, y + 0.41, z + 0.44, z + 1.62, 0.02)
    w.velvet.soft(x - 0.28, x + 0.28, y + 0.24, y + 0.32, z + 0.62, z + 1.5, 0.04, steps=3, bulge=0.02)
    arch = _round(0.8)
    w.gilt.tube([(x - 0.4 + a, y + 0.36, z + 1.6 + 0.8 * h) for a, h in arch], 0.05, sides=10)
    w.gilt.tube([(x, y + 0.36, z + 1.9), (x, y + 0.36, z + 2.0), (x, y + 0.36, z + 2.16)], [0.05, 0.09, 0.006], sides=14)


def long_tables(site: Site, room: Room) -> None:
    """Tables of oak with benches along both sides of a great hall, where nobody stands."""
    w = Works(site, tables=lambda: standard("oak", "#6b4526", size=2.0, finish=("worn",)), pewter=lambda: plain("#8f9092", 0.3, metal=1.0))
    spots = [(s * (room.half - 2.6), y, 90.0) for s in (-1, 1) for y in np.arange(room.back - 5.2, room.near, -3.4)]
    for x, y, turn in clear_of(site, spots, 1.9):
        w.at(x, y, room.floor, turn)
        w.tables.soft(-1.5, 1.5, -0.4, 0.4, 0.7, 0.77, 0.015)
        for s in (-1.2, 1.2):
            w.tables.soft(s - 0.05, s + 0.05, -0.34, 0.34, 0.0, 0.7, 0.02)
        for side in (-0.75, 0.75):
            w.tables.soft(-1.4, 1.4, side - 0.14, side + 0.14, 0.42, 0.46, 0.012)
            for s in (-1.1, 1.1):
                w.tables.soft(s - 0.04, s + 0.04, side - 0.12, side + 0.12, 0.0, 0.42, 0.012)
        for k in range(5):
            u = -1.1 + 0.55 * k
            w.pewter.tube(
                [(u, 0.2 * (-1) ** k, 0.77), (u, 0.2 * (-1) ** k, 0.8), (u, 0.2 * (-1) ** k, 0.86), (u, 0.2 * (-1) ** k, 0.95)],
                [0.05, 0.015, 0.02, 0.045],
                sides=14,
            )
    w.finish(smooth=frozenset(("pewter",)))

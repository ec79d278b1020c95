# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a temple hall of the East: red columns and bracketed beams, a gilded altar with its statue, lanterns, banners, cushions, a burner with incense."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import linear
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of

NAVE, BAY = 2.9, 3.2
"""Metres: from the middle to the columns; from one to the next."""


def red_columns(site: Site, room: Room) -> None:
    """Lacquered columns on stone drums carry painted beams and a coffered ceiling."""
    w = Works(
        site,
        columns=lambda: standard("lacquer", "#8f1f18", size=1.0, finish=("worn",)),
        drums=lambda: standard("stone", "#8d877c", size=1.0),
        beams=lambda: plain("#ffffff", 0.45, tinted=True),
        coffers=lambda: plain("#3a1a12", 0.6),
        gilt=lambda: plain("#c79a3a", 0.3, metal=1.0),
    )
    z, top = room.floor, room.top
    ys = np.arange(room.back - 1.3, room.near - BAY, -BAY)
    blue, green, red = (linear(c)[:3] for c in ("#1f3f6e", "#2a6a55", "#7a1d16"))
    for y in ys:
        for s in (-1, 1):
            x = s * NAVE
            w.drums.tube([(x, y, z), (x, y, z + 0.08), (x, y, z + 0.2), (x, y, z + 0.24)], [0.34, 0.36, 0.33, 0.25], sides=28)
            w.columns.tube([(x, y, z + 0.22), (x, y, z + 2.0), (x, y, top - 0.9)], [0.22, 0.215, 0.2], sides=28)
            w.gilt.tube([(x, y, top - 1.25), (x, y, top - 1.1)], 0.215, sides=28)
            for k in range(3):
                reach, h = 0.3 + 0.2 * k, top - 0.9 + 0.16 * k
                w.beams.soft(x - reach, x + reach, y - 0.1, y + 0.1, h, h + 0.12, 0.02, tint=(blue, green, red)[k])
                w.beams.soft(x - 0.1, x + 0.1, y - reach, y + reach, h, h + 0.12, 0.02, tint=(green, red, blue)[k])
        w.beams.soft(-room.half, room.half, y - 0.13, y + 0.13, top - 0.44, top - 0.08, 0.03, tint=green)
        w.gilt.box(-room.half, room.half, y - 0.135, y - 0.13, top - 0.29, top - 0.25)
    for s in (-1, 1):
        w.beams.soft(s * NAVE - 0.13, s * NAVE + 0.13, room.near, room.back, top - 0.44, top - 0.1, 0.03, tint=blue)
    for x in np.arange(-room.half, room.half, 0.72):
        w.coffers.box(x - 0.04, x + 0.04, room.near, room.back, top - 0.1, top)
    for y in np.arange(room.near, room.back, 0.72):
        w.coffers.box(-room.half, room.half, y - 0.04, y + 0.04, top - 0.1, top)
    w.finish(smooth=frozenset(("columns", "drums", "gilt")))


def altar(site: Site, room: Room) -> None:
    """A tiered altar: a seated figure of gilt before a halo, candles, bowls of fruit, flowers; a bronze burner on legs before it."""
    z, y = room.floor, room.back - 1.7
    w = Works(
        site,
        altar=lambda: standard("lacquer", "#6a1712", size=1.5),
        gilt=lambda: plain("#d0a240", 0.28, metal=1.0),
        cloth=lambda: plain("#c98a1f", 0.8, bump=0.001),
        candles=lambda: plain("#b3231c", 0.5),
        flames=lambda: site.glow(glowing("#ffc46a", 30.0), "practical"),
        fruit=lambda: plain("#ffffff", 0.5, tinted=True),
        halo=lambda: plain("#b5852c", 0.35, metal=1.0),
        panel=lambda: plain("#4a120e", 0.5),
    )
    w.panel.soft(-2.1, 2.1, room.back - 0.12, room.back - 0.04, z + 0.5, room.top - 0.9, 0.03)
    for wide, low, high, out in ((2.3, 0.0, 0.55, 0.9), (1.7, 0.55, 1.0, 0.5), (1.0, 1.0, 1.35, 0.25)):
        w.altar.soft(-wide, wide, y - out, room.back - 0.15, z + low, z + high, 0.03)
        w.gilt.soft(-wide - 0.02, wide + 0.02, y - out - 0.02, room.back - 0.15, z + high - 0.05, z + high, 0.015)
        w.cloth.box(-wide * 0.6, wide * 0.6, y - out - 0.012, y - out - 0.004, z + low + 0.12, z + high - 0.05)
    figure(w, 0.0, y + 0.35, z + 1.35)
    for s in (-1, 1):
        for u, h in ((1.45, 0.55), (1.95, 0.55), (0.8, 1.0)):
            x, base, front = s * u, z + h, y - (0.62 if h < 0.9 else 0.3)
            w.gilt.tube([(x, front, base), (x, front, base + 0.03), (x, front, base + 0.14), (x, front, base + 0.16)], [0.07, 0.02, 0.025, 0.05], sides=16)
            w.candles.tube([(x, front, base + 0.16), (x, front, base + 0.46)], [0.024, 0.021], sides=12)
            w.flames.tube([(x, front, base + 0.47), (x, front, base + 0.5), (x, front, base + 0.545)], [0.006, 0.012, 0.002], sides=8)
        for k in range(6):
            a = k * 1.05
            w.fruit.soft(
                s * 0.5 + 0.06 * np.cos(a) - 0.04,
                s * 0.5 + 0.06 * np.cos(a) + 0.04,
                y - 0.72 + 0.06 * np.sin(a) - 0.04,
                y - 0.72 + 0.06 * np.sin(a) + 0.04,
                z + 0.6 + 0.07 * (k > 4),
                z + 0.68 + 0.07 * (k > 4),
                0.039,
                steps=3,
                tint=linear("#d9782a" if s < 0 else "#b5352a")[:3],
            )
        w.gilt.tube([(s * 0.5, y - 0.72, z + 0.55), (s * 0.5, y - 0.72, z + 0.57), (s * 0.5, y - 0.72, z + 0.61)], [0.06, 0.05, 0.14], sides=20)
    w.finish(smooth=frozenset(("gilt", "candles", "flames", "fruit", "halo")))
    site.lamp(0.0, y - 0.9, z + 1.4, radius=0.3, kelvin=2200, watts=26.0)
    burner(site, y - 1.9, z)


def figure(w: Works, x: float, y: float, z: float) -> None:
    """One who sits with crossed legs on a lotus, hands in the lap, before a flaming halo."""
    for ring, (count, r, h) in enumerate(((14, 0.5, 0.0), (12, 0.42, 0.1))):
        for k in range(count):
            a = 2 * np.pi * (k + 0.5 * ring) / count
            c, s = np.cos(a), np.sin(a)
            w.gilt.tube(
                [
                    (x + (r - 0.12) * c, y + 0.6 * (r - 0.12) * s, z + h),
                    (x + r * c, y + 0.6 * r * s, z + h + 0.05),
                    (x + r * 1.03 * c, y + 0.6 * r * s, z + h + 0.15),
                ],
                [0.06, 0.085, 0.012],
                sides=10,
            )
    w.gilt.tube([(x, y, z + 0.02), (x, y, z + 0.2)], 0.34, sides=28)
    for s in (-1, 1):
        w.gilt.tube(
            [(x + s * 0.08, y - 0.02, z + 0.3), (x + s * 0.36, y - 0.1, z + 0.29), (x + s * 0.3, y - 0.27, z + 0.27), (x - s * 0.06, y - 0.3, z + 0.27)],
            [0.13, 0.115, 0.1, 0.055],
            sides=16,
        )
        w.gilt.tube(
            [(x + s * 0.2, y + 0.02, z + 0.83), (x + s * 0.31, y - 0.02, z + 0.6), (x + s * 0.25, y - 0.2, z + 0.45), (x + s * 0.02, y - 0.29, z + 0.4)],
            [0.095, 0.08, 0.065, 0.05],
            sides=16,
        )
        w.gilt.tube(
            [(x + s * 0.118, y - 0.01, z + 1.12), (x + s * 0.128, y - 0.01, z + 1.05), (x + s * 0.12, y - 0.01, z + 0.99)], [0.02, 0.026, 0.016], sides=10
        )
    w.gilt.tube(
        [(x, y, z + 0.24), (x, y - 0.02, z + 0.45), (x, y, z + 0.66), (x, y + 0.01, z + 0.82), (x, y, z + 0.9), (x, y, z + 0.95)],
        [0.27, 0.2, 0.215, 0.235, 0.12, 0.07],
        sides=24,
    )
    w.gilt.tube(
        [(x, y, z + 0.94), (x, y - 0.012, z + 1.0), (x, y - 0.012, z + 1.08), (x, y, z + 1.16), (x, y, z + 1.23), (x, y, z + 1.25)],
        [0.06, 0.105, 0.12, 0.115, 0.075, 0.06],
        sides=24,
    )
    w.gilt.tube([(x, y, z + 1.23), (x, y, z + 1.28), (x, y, z + 1.32)], [0.06, 0.055, 0.012], sides=16)
    t = np.linspace(0, 2 * np.pi, 60)
    for r, thick in ((0.42, 0.03), (0.26, 0.02)):
        w.halo.tube(np.stack([x + r * np.cos(t), np.full(60, y + 0.2), z + 0.95 + 1.12 * r * np.sin(t)], axis=1), thick, sides=8)
    for k in range(26):
        a = 2 * np.pi * k / 26
        w.halo.tube(
            [
                (x + 0.42 * np.cos(a), y + 0.2, z + 0.95 + 0.47 * np.sin(a)),
                (x + 0.5 * np.cos(a + 0.06), y + 0.2, z + 0.95 + 0.56 * np.sin(a + 0.06)),
                (x + 0.56 * np.cos(a), y + 0.2, z + 0.95 + 0.63 * np.sin(a)),
            ],
            [0.035, 0.028, 0.004],
            sides=6,
        )


def burner(site: Site, y: float, z: float) -> None:
    """A bronze bowl on three legs with sand and sticks of incense."""
    for x, yy, _ in clear_of(site, [(0.0, y, 0.0), (1.3, y + 0.2, 0.0)], 0.35)[:1]:
        bowl = [(0, 0.42), (0.24, 0.44), (0.34, 0.58), (0.33, 0.72), (0.38, 0.8), (0.38, 0.83), (0.33, 0.82), (0.3, 0.76), (0, 0.76)]
        site.add(lathe(bowl, (x, yy, z), standard("bronze", "#6b5433", size=0.8), segments=48, name="burner"))
        legs, sticks = Mesher(), Mesher()
        for a in np.radians((90, 210, 330)):
            c, s = np.cos(a), np.sin(a)
            legs.tube(
                [(x + 0.22 * c, yy + 0.22 * s, z + 0.5), (x + 0.3 * c, yy + 0.3 * s, z + 0.25), (x + 0.27 * c, yy + 0.27 * s, z)],
                [0.06, 0.045, 0.055],
                sides=12,
            )
        for _ in range(9):
            a, r = site.rng.uniform(0, 6.28), site.rng.uniform(0.02, 0.2)
            sticks.tube([(x + r * np.cos(a), yy + r * np.sin(a), z + 0.76), (x + r * 1.2 * np.cos(a), yy + r * 1.2 * np.sin(a), z + 1.06)], 0.004, sides=5)
        site.add(legs.object("burner legs", standard("bronze", "#6b5433", size=0.8), smooth=True), sticks.object("incense", plain("#7a3b24", 0.8)))


def lanterns(site: Site, room: Room) -> None:
    """Lit lanterns of red silk from the beams, long banners beside the altar, cushions in rows on the floor."""
    w = Works(
        site,
        silk=lambda: site.glow(glowing("#d8361f", 2.0), "practical"),
        caps=lambda: plain("#b78a35", 0.35, metal=1.0),
        banners=lambda: plain("#ffffff", 0.8, tinted=True),
        cushions=lambda: plain("#b57a22", 0.9, bump=0.001),
    )
    t = np.linspace(0, np.pi, 11)
    for y in np.arange(room.back - 2.9, room.near + 1, -BAY):
        for s in (-1, 1):
            x, z = s * 1.75, room.top - 1.55
            w.silk.tube([(x, y, z - 0.3 * np.cos(a)) for a in t], [max(0.33 * np.sin(a), 0.08) for a in t], sides=24)
            for h in (-0.33, 0.27):
                w.caps.tube([(x, y, z + h), (x, y, z + h + 0.06)], 0.1, sides=20)
            w.caps.tube([(x, y, z + 0.33), (x, y, room.top - 0.4)], 0.012, sides=6)
            for k in range(7):
                w.caps.tube([(x + 0.06 * np.cos(k), y + 0.06 * np.sin(k), z - 0.33), (x + 0.07 * np.cos(k), y + 0.07 * np.sin(k), z - 0.62)], 0.006, sides=4)
            site.lamp(x, float(y), z - 0.5, radius=0.3, kelvin=2300, watts=22.0)
    for s in (-1, 1):
        for k, tone in enumerate(("#a8281c", "#c9941f")):
            x = s * (1.25 + 0.55 * k)
            w.banners.box(x - 0.2, x + 0.2, room.back - 2.6, room.back - 2.59, room.floor + 2.0, room.top - 0.7, tint=linear(tone)[:3])
    rows = [(x, y, 0.0) for y in (site.plan.back_y + 1.2, site.plan.back_y + 2.2) for x in (-1.5, -0.5, 0.5, 1.5)]
    for x, y, _ in clear_of(site, rows, 0.35):
        w.at(x, y, room.floor)
        w.cushions.soft(-0.27, 0.27, -0.27, 0.27, 0.0, 0.13, 0.055, steps=3, bulge=0.02)
    w.finish(smooth=frozenset(("silk", "caps", "cushions")))

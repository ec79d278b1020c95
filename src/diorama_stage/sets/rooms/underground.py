# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of an underground station: a tiled vault, the platform's edge, signs."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glass, glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of


def tiled_vault(site: Site, room: Room) -> None:
    """An underground station: platform, the track's trench, a wall of white tiles with a coloured band, a vault of tiles over all."""
    z, near, far = room.floor, room.near, room.back + 22
    edge = max(1.7, 0.6 * site.plan.half_x + 0.9)
    wall = edge + 4.2
    left = -max(3.4, site.plan.half_x + 1.2)
    tiles = lambda: white_tiles(z)  # noqa: E731
    w = Works(
        site,
        platform=lambda: standard("concrete", "#8f8c86", size=4.0),
        station_tiles=tiles,
        trench=lambda: plain("#2a2826", 0.9, bump=0.01),
        rails=lambda: plain("#8f8a84", 0.3, metal=1.0),
        lamps=lambda: site.glow(glowing("#f2f4ff", 9.0), "practical"),
    )
    w.platform.box(left - 0.2, edge, near, far, z - 1.2, z)
    w.trench.box(edge, wall, near, far, z - 1.4, z - 1.15)
    for x in (edge + 1.1, edge + 2.53):
        w.rails.box(x - 0.035, x + 0.035, near, far, z - 1.15, z - 1.0)
    for y in np.arange(near, far, 0.65):
        w.trench.box(edge + 0.7, edge + 2.95, y, y + 0.25, z - 1.17, z - 1.12)
    t = np.linspace(0, np.pi, 41)
    middle, half, rise = (left + wall) / 2, (wall - left) / 2, 2.6
    ring = [(middle - half * np.cos(a), z + 1.9 + rise * np.sin(a)) for a in t]
    outline = [(left, z - 0.1), *ring, (wall, z - 1.4)]
    for (x0, h0), (x1, h1) in zip(outline, outline[1:], strict=False):
        w.station_tiles.quad((x0, far, h0), (x0, near, h0), (x1, near, h1), (x1, far, h1))
    for y in np.arange(near + 0.6, far, 2.3):
        w.lamps.box(edge - 0.55, edge - 0.4, y, y + 1.6, z + 4.1, z + 4.14)
    for y in np.arange(near + 1.5, min(far, 22), 4.6):
        site.lamp(edge - 0.5, float(y), z + 3.9, radius=0.3, kelvin=4300, watts=70.0)
    w.finish()
    mouth = Mesher()
    mouth.box(left, wall, far, far + 0.2, z - 1.4, z + 5)
    site.add(mouth.object("tunnel mouth", plain("#0b0a0a", 0.95)))


def white_tiles(z: float):
    """Glazed tiles, a coloured band at the height of the eye, grime at the foot and the joints."""
    t = Tree("station tiles")
    x, y, h = t.xyz(t.position())
    node = t.node(
        "TexBrick",
        {
            "Vector": t.combine(y, t.math("ADD", h, t.math("MULTIPLY", x, 0.4)), 0.0),
            "Scale": 1.0,
            "Mortar Size": 0.004,
            "Brick Width": 0.24,
            "Row Height": 0.12,
            "Color1": "#e4e2da",
            "Color2": "#d3d0c6",
            "Mortar": "#7d7a72",
        },
    )
    level = t.math("SUBTRACT", h, z)
    band = t.math("MULTIPLY", t.span(level, 1.62, 1.64), t.span(level, 1.98, 1.96))
    tone = t.mix(band, node.outputs[0], t.mix(1.0, "#1f5a86", node.outputs[0], blend="MULTIPLY"))
    grime = t.math("MULTIPLY", t.span(t.noise(0.9, detail=7), 0.42, 0.7), 0.45)
    tone = t.mix(t.math("MAXIMUM", grime, t.span(level, 0.5, -0.8)), tone, "#6a6256")
    return t.surface(t.principled(tone, 0.16, normal=t.bump(t.math("SUBTRACT", 1.0, node.outputs[1]), 0.003)))


def platform_edge(site: Site, room: Room) -> None:
    """A worn yellow strip and a pale coping along the edge, benches and bins against the wall."""
    z, edge = room.floor, max(1.7, 0.6 * site.plan.half_x + 0.9)
    left = -max(3.4, site.plan.half_x + 1.2)
    w = Works(
        site,
        edge_strip=lambda: plain("#d0a91f", 0.6, bump=0.002),
        coping=lambda: plain("#cfcbc2", 0.6),
        benches=lambda: standard("oak", "#7a5a38", size=1.5),
        iron=lambda: plain("#2b2f31", 0.5),
        bins=lambda: plain("#3f5a4a", 0.5),
    )
    w.edge_strip.box(edge - 0.75, edge - 0.4, room.near, room.back + 22, z, z + 0.006)
    w.coping.box(edge - 0.3, edge + 0.04, room.near, room.back + 22, z - 0.12, z + 0.004)
    for k, (x, y, _) in enumerate(clear_of(site, [(left + 0.5, y, 0.0) for y in np.arange(room.near + 2, 30, 5.0)], 0.4)):
        w.at(x, y, z, 90.0)
        if k % 3 == 2:
            w.bins.tube([(0, 0, 0), (0, 0, 0.9)], 0.24, sides=18)
            continue
        for j in range(4):
            w.benches.soft(-0.85, 0.85, -0.22 + 0.11 * j, -0.13 + 0.11 * j, 0.42, 0.45, 0.006, steps=1)
        for s in (-0.7, 0.64):
            w.iron.soft(s, s + 0.06, -0.2, 0.2, 0.0, 0.42, 0.006)
    w.finish()


def subway_signs(site: Site, room: Room) -> None:
    """Station signs and posters along the wall of the platform, a clock and a hanging sign over it, a train far down."""
    z, left = room.floor, -max(3.4, site.plan.half_x + 1.2)
    edge = max(1.7, 0.6 * site.plan.half_x + 0.9)
    rng = site.rng
    w = Works(
        site,
        posters=lambda: plain("#ffffff", 0.35, tinted=True),
        frames=lambda: plain("#2a2d2f", 0.4),
        hanging_sign=lambda: plain("#16324a", 0.4),
        sign_marks=lambda: site.glow(glowing("#f4f4ea", 1.5), "practical"),
        train=lambda: plain("#c9ccce", 0.3, metal=0.7),
        headlights=lambda: site.glow(glowing("#fff6dc", 40.0), "practical"),
        cab=glass,
    )
    for side, x in ((1, left + 0.02), (-1, edge + 4.16)):
        for y in np.arange(room.near + 1.0, 34, 3.1):
            a, h = 0.75, z + (0.62 if side > 0 else 0.4)
            tone = linear(rng.choice(("#b3372c", "#2f6fb0", "#d9a03a", "#3f7a5a", "#e6e0d0", "#6a3f86")))[:3]
            w.frames.box(x, x + side * 0.03, y - a, y + a, h, h + 1.0)
            w.posters.box(x + side * 0.03, x + side * 0.034, y - a + 0.05, y + a - 0.05, h + 0.05, h + 0.95, tint=tone)
            w.posters.box(x + side * 0.034, x + side * 0.036, y - 0.45, y + 0.2, h + 0.3, h + 0.75, tint=linear("#efe9dc")[:3])
    y = site.plan.back_y + 2.6
    w.hanging_sign.soft(-1.2, 1.2, y, y + 0.12, z + 2.55, z + 2.95, 0.02)
    for k in range(5):
        w.sign_marks.box(-0.9 + 0.36 * k, -0.68 + 0.36 * k - 0.05 * (k % 2), y - 0.004, y, z + 2.68, z + 2.82)
    for s in (-1, 1):
        w.hanging_sign.tube([(s, y + 0.06, z + 2.95), (s, y + 0.06, z + 4.4)], 0.02, sides=6)
    ty, tx = room.back + 6, edge + 1.82
    w.train.soft(tx - 1.4, tx + 1.4, ty, ty + 14, z - 0.9, z + 2.5, 0.2, steps=3)
    w.cab.quad((tx - 1.05, ty - 0.02, z + 1.0), (tx + 1.05, ty - 0.02, z + 1.0), (tx + 1.05, ty - 0.02, z + 2.1), (tx - 1.05, ty - 0.02, z + 2.1))
    w.frames.box(tx - 1.05, tx + 1.05, ty - 0.015, ty, z + 1.0, z + 2.1)
    for s in (-0.95, 0.95):
        w.headlights.tube([(tx + s, ty - 0.03, z + 0.2), (tx + s, ty, z + 0.2)], 0.12, sides=14)
    w.finish(smooth=frozenset(("train",)))

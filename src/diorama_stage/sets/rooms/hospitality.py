# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a hotel's lobby (reception desk, keys, columns, seats), of a laundromat (rows of machines, benches) and of a club (dance floor, beams, a desk)."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, again, clear_of, prop, put


def reception(site: Site, room: Room) -> None:
    """A long counter of dark wood with a stone top before a lit panel of pigeonholes with keys, a lamp and a bell on it."""
    w = Works(
        site,
        counter=lambda: standard("walnut", "#4d2f1d", size=2.0),
        counter_top=lambda: standard("black_marble", size=2.0),
        pigeonholes=lambda: standard("walnut", "#6b4428", size=2.0),
        brass=lambda: plain("#b98c3a", 0.25, metal=1.0),
        glow=lambda: site.glow(glowing("#ffd9a0", 3.0), "practical"),
        shades=lambda: site.glow(glowing("#ffdca8", 2.2), "practical"),
        papers=lambda: plain("#ece7da", 0.8),
    )
    z, back, half = room.floor, room.back, min(3.0, room.half - 0.8)
    y = back - 1.75
    if "desk" not in site.things and "counter" not in site.things:
        w.counter.soft(-half, half, y - 0.4, y + 0.3, z, z + 1.08, 0.02)
        w.brass.box(-half - 0.004, half + 0.004, y - 0.408, y - 0.4, z + 0.1, z + 0.13)
        for u in np.arange(-half + 0.2, half - 0.4, 0.75):
            w.brass.box(u, u + 0.015, y - 0.406, y - 0.4, z + 0.2, z + 0.98)
        w.counter_top.soft(-half - 0.06, half + 0.06, y - 0.47, y + 0.34, z + 1.08, z + 1.13, 0.015)
        for u in (-half + 0.45, half - 0.45):
            w.brass.tube([(u, y, z + 1.13), (u, y, z + 1.15), (u, y, z + 1.45)], [0.11, 0.02, 0.015], sides=16)
            w.shades.tube([(u, y, z + 1.42), (u, y, z + 1.66)], [0.19, 0.11], sides=20)
            site.lamp(u, y - 0.1, z + 1.75, radius=0.12, kelvin=2600, watts=9.0)
        w.brass.tube(
            [(0.5, y - 0.15, z + 1.13), (0.5, y - 0.15, z + 1.14), (0.5, y - 0.15, z + 1.19), (0.5, y - 0.15, z + 1.205)], [0.07, 0.065, 0.04, 0.008], sides=18
        )
        w.papers.soft(-0.7, -0.35, y - 0.22, y + 0.02, z + 1.13, z + 1.15, 0.004)
    w.pigeonholes.soft(-half + 0.3, half - 0.3, back - 0.24, back - 0.16, z + 1.2, z + 2.7, 0.012)
    w.pigeonholes.soft(-half + 0.24, half - 0.24, back - 0.46, back - 0.06, z, z + 1.2, 0.015)
    w.brass.box(-half + 0.24, half - 0.24, back - 0.468, back - 0.46, z + 1.08, z + 1.11)
    w.glow.box(-half + 0.3, half - 0.3, back - 0.05, back - 0.04, z + 2.74, z + 2.8)
    for i, u in enumerate(np.arange(-half + 0.5, half - 0.6, 0.3)):
        w.pigeonholes.soft(u - 0.012, u + 0.012, back - 0.42, back - 0.2, z + 1.24, z + 2.66, 0.004)
        for j in range(4):
            h = z + 1.24 + 0.36 * j
            w.pigeonholes.soft(u, u + 0.3, back - 0.42, back - 0.2, h, h + 0.018, 0.004)
            if (3 * i + 5 * j + site.seed) % 4:
                w.brass.tube([(u + 0.15, back - 0.42, h + 0.3), (u + 0.15, back - 0.44, h + 0.2)], 0.006, sides=5)
                w.brass.soft(u + 0.125, u + 0.175, back - 0.45, back - 0.435, h + 0.1, h + 0.2, 0.008)
    w.finish(smooth=frozenset(("brass", "shades")))


def lounge(site: Site, room: Room) -> None:
    """Round columns with gilt collars, armchairs on a rug, potted palms, a ring of lamps under the ceiling."""
    w = Works(
        site,
        columns=lambda: standard("marble", "#e4dccd", size=2.0),
        gilt=lambda: plain("#b98c3a", 0.25, metal=1.0),
        rug=lambda: standard("carpet", "#5d2a2a", size=2.0),
        rings=lambda: site.glow(glowing("#ffe3b4", 7.0), "practical"),
    )
    z, top = room.floor, room.top
    spots = [(s * (room.half - 1.5), y, 0.0) for s in (-1, 1) for y in np.arange(room.back - 2.8, room.near, -3.6)]
    for x, y, _ in clear_of(site, spots, 0.9):
        w.columns.tube([(x, y, z), (x, y, z + 0.3)], 0.42, sides=28)
        w.columns.tube([(x, y, z + 0.3), (x, y, top - 0.4)], 0.3, sides=28)
        for h in (0.32, top - z - 0.42):
            w.gilt.tube([(x, y, z + h), (x, y, z + h + 0.09)], 0.33, sides=28)
        w.columns.tube([(x, y, top - 0.32), (x, y, top)], [0.34, 0.46], sides=28)
    if "chandelier" not in site.things:
        for y in np.arange(room.back - 4.0, room.near + 1.0, -4.4):
            for radius, drop in ((0.9, 0.7), (0.6, 1.0)):
                a = np.linspace(0, 2 * np.pi, 40)
                w.rings.tube(np.stack([radius * np.cos(a), y + radius * np.sin(a), np.full(40, top - drop)], axis=1), 0.025, sides=8)
                for k in range(3):
                    p = (radius * np.cos(2.1 * k), y + radius * np.sin(2.1 * k))
                    w.gilt.tube([(*p, top - drop), (0.0, y, top)], 0.006, sides=4)
            site.lamp(0.0, float(y), top - 1.1, radius=0.5, kelvin=2900, watts=75.0)
    w.finish(smooth=frozenset(("columns", "gilt")))
    places = [(s * 2.6, y, -s * 70.0) for s in (-1, 1) for y in (room.back - 4.6, room.back - 6.6)]
    if "armchair" not in site.things:
        for k, (x, y, turn) in enumerate(clear_of(site, places, 1.0)):
            put(site, prop("armchair", site.seed), x, y, z, turn + 6.0 * k)
    for k, (x, y, _) in enumerate(clear_of(site, [(s * (room.half - 0.7), room.back - 0.8, 0.0) for s in (-1, 1)], 0.6)):
        put(site, prop("potted_plant", site.seed + k), x, y, z, 40.0 * k, 1.5)


def washers(site: Site, room: Room) -> None:
    """Washing machines side by side along the back wall and one side, a second row above the first, numbered doors, a shelf over them."""
    first = prop("washing_machine", site.seed)
    low, high = _reach(first)
    wide, tall, deep = high[0] - low[0] + 0.02, high[2] - low[2], high[1] - low[1]
    z, y = room.floor + 0.1, room.back - 0.12 - high[1]
    xs = [x for x in np.arange(-room.half + 0.5 * wide + 0.9, room.half - 0.5 * wide, wide) if not site.taken(float(x), wide / 2)]
    made = None
    for row in range(2):
        for x in xs:
            made = put(site, first, float(x), y, z - low[2]) if made is None else again(site, made, float(x), y, z - low[2] + row * (tall + 0.02))
    if made is not None:
        for v in np.arange(room.back - deep - 1.1, room.near + 0.5, -wide):
            for row in range(2):
                again(site, made, -room.half + 0.12 + high[1], float(v), z - low[2] + row * (tall + 0.02), 90.0)
    w = Works(
        site,
        plinth=lambda: plain("#3b3f42", 0.6),
        fascia=lambda: plain(site.hue("walls", "#2f7f8c"), 0.4),
        lettering=lambda: site.glow(glowing("#bff2ff", 2.4), "sign"),
    )
    w.plinth.soft(-room.half, room.half, room.back - deep - 0.1, room.back, room.floor, z, 0.01)
    w.plinth.soft(-room.half, -room.half + deep + 0.1, room.near, room.back, room.floor, z, 0.01)
    top = z + 2 * (tall + 0.02)
    w.fascia.soft(-room.half, room.half, room.back - deep, room.back, top + 0.02, top + 0.42, 0.01)
    w.lettering.box(-room.half, room.half, room.back - deep - 0.012, room.back - deep - 0.004, top + 0.1, top + 0.13)
    w.finish()


def _reach(whole: bpy.types.Object) -> tuple[np.ndarray, np.ndarray]:
    """Least and greatest corner of a prop as it was built, metres."""
    bpy.context.view_layer.update()
    points = np.array([(whole.matrix_world @ v.co)[:] for v in whole.data.vertices])
    return points.min(axis=0), points.max(axis=0)


def folding(site: Site, room: Room) -> None:
    """A table to fold things on, plastic chairs in a row, wire baskets on wheels, a machine for soap on the right wall."""
    w = Works(
        site,
        folding_table=lambda: plain("#d9dad6", 0.4),
        legs=lambda: plain("#a9adaf", 0.3, metal=1.0),
        chairs=lambda: plain(site.hue("chairs", "#d2622e"), 0.35),
        baskets=lambda: plain("#c3c7c9", 0.25, metal=1.0),
        soap=lambda: plain("#e4e6e4", 0.4),
        front=lambda: plain("#2c5f9e", 0.3),
    )
    z, right = room.floor, room.half
    for x, y, _ in clear_of(site, [(right - 0.5, room.back - 2.6, 0.0)], 0.7):
        w.folding_table.soft(x - 0.42, x + 0.42, y - 1.0, y + 1.0, z + 0.86, z + 0.9, 0.01)
        for dx in (-0.36, 0.36):
            for dy in (-0.92, 0.92):
                w.legs.tube([(x + dx, y + dy, z), (x + dx, y + dy, z + 0.86)], 0.02, sides=8)
    if not site.things & tagged(Tag.SEAT):
        for x, y, _ in clear_of(site, [(right - 0.4, room.back - 4.4 - 0.62 * k, 0.0) for k in range(4)], 0.4):
            w.chairs.soft(x - 0.24, x + 0.22, y - 0.25, y + 0.25, z + 0.42, z + 0.46, 0.02, steps=2)
            w.chairs.soft(x + 0.2, x + 0.25, y - 0.25, y + 0.25, z + 0.46, z + 0.86, 0.02, steps=2)
            for dx in (-0.18, 0.18):
                w.legs.tube([(x + dx, y, z), (x + dx, y, z + 0.42)], 0.018, sides=8)
    for x, y, _ in clear_of(site, [(1.7, room.back - 1.7, 0.0), (-1.4, room.back - 1.8, 0.0)], 0.5):
        for h, half in ((0.42, 0.27), (0.56, 0.3), (0.72, 0.33)):
            w.baskets.tube(
                [
                    (x - half, y - 0.24, z + h),
                    (x + half, y - 0.24, z + h),
                    (x + half, y + 0.24, z + h),
                    (x - half, y + 0.24, z + h),
                    (x - half, y - 0.24, z + h),
                ],
                0.007,
                sides=6,
            )
        for u in np.linspace(-0.27, 0.27, 9):
            for v in (-0.24, 0.24):
                w.baskets.tube([(x + u, y + v, z + 0.42), (x + 1.2 * u, y + v, z + 0.72)], 0.004, sides=4)
        for dx in (-0.24, 0.24):
            for dy in (-0.2, 0.2):
                w.baskets.tube([(x + dx, y + dy, z + 0.05), (x + dx, y + dy, z + 0.42)], 0.01, sides=6)
    w.soap.soft(right - 0.34, right, room.back - 1.4, room.back - 0.9, z + 1.0, z + 1.75, 0.015)
    w.front.soft(right - 0.35, right - 0.33, room.back - 1.34, room.back - 0.96, z + 1.2, z + 1.68, 0.006)
    w.finish(smooth=frozenset(("legs", "baskets")))


def dance_floor(site: Site, room: Room) -> None:
    """A floor of squares that glow in changing colours, beams of light from the truss above, a disc jockey's desk on a stage, loudspeakers."""
    w = Works(
        site,
        desk=lambda: plain("#15161a", 0.35),
        speakers=lambda: plain("#101114", 0.6),
        cones=lambda: plain("#24262b", 0.35),
        truss=lambda: plain("#6d7176", 0.3, metal=1.0),
        lamps=lambda: plain("#17181b", 0.4),
        pink=lambda: site.glow(glowing("#ff3fa4", 9.0), "practical"),
        cyan=lambda: site.glow(glowing("#32d6ff", 9.0), "practical"),
        violet=lambda: site.glow(glowing("#7a4bff", 9.0), "practical"),
    )
    z, back, top = room.floor, room.back, room.top
    w.desk.soft(-2.6, 2.6, back - 2.2, back, z, z + 0.5, 0.02)
    w.desk.soft(-1.1, 1.1, back - 1.9, back - 1.2, z + 0.5, z + 1.5, 0.02)
    for u in (-0.55, 0.55):
        w.cones.tube([(u, back - 1.55, z + 1.5), (u, back - 1.55, z + 1.54)], 0.22, sides=28)
    w.pink.box(-1.05, 1.05, back - 1.912, back - 1.902, z + 0.62, z + 0.66)
    w.cyan.box(-1.05, 1.05, back - 1.912, back - 1.902, z + 1.36, z + 1.4)
    for s in (-1, 1):
        for level in range(2):
            h, x = z + 0.5 + 0.95 * level, s * 2.05
            w.speakers.soft(x - 0.42, x + 0.42, back - 1.3, back - 0.5, h, h + 0.93, 0.02)
            for r, dh in ((0.3, 0.36), (0.14, 0.76)):
                w.cones.tube([(x, back - 1.31, h + dh), (x, back - 1.3, h + dh)], r, sides=24)
    tones = (w.pink, w.cyan, w.violet)
    for k, y in enumerate((back - 2.6, back - 5.4)):
        for dz in (0.0, 0.3):
            w.truss.tube([(-room.half, y, top - 0.5 - dz), (room.half, y, top - 0.5 - dz)], 0.03, sides=8)
        for j, x in enumerate(np.linspace(-room.half + 0.8, room.half - 0.8, 6)):
            w.lamps.tube([(x, y, top - 0.85), (x, y - 0.12, top - 1.1)], [0.09, 0.12], sides=14)
            tones[(j + k) % 3].tube([(x, y - 0.12, top - 1.1), (x, y - 0.125, top - 1.11)], 0.1, sides=14)
    for k, x in enumerate(np.linspace(-room.half + 0.6, room.half - 0.6, 7)):
        tones[k % 3].box(x - 0.03, x + 0.03, back - 0.05, back - 0.04, z + 0.7, top - 0.4)
    w.finish(smooth=frozenset(("cones", "lamps", "truss")))
    floor = [
        (-room.half + 0.6, room.near, z + 0.012),
        (room.half - 0.6, room.near, z + 0.012),
        (room.half - 0.6, back - 2.3, z + 0.012),
        (-room.half + 0.6, back - 2.3, z + 0.012),
    ]
    site.add(mesh("dance floor", floor, [(0, 1, 2, 3)], material=site.glow(_squares(), "practical")))
    for k, kelvin in enumerate((1800, 9000, 12000, 2000)):
        site.lamp(-3.0 + 2.0 * k, back - 3.6, top - 1.2, radius=0.25, kelvin=kelvin, watts=34.0)


def _squares() -> bpy.types.Material:
    """Squares of 0.6 m, each lit in a colour of its own, dark joints between them."""
    t = Tree("lit squares")
    x, y, _ = t.xyz(t.position())
    u, v = t.math("MULTIPLY", x, 1 / 0.6), t.math("MULTIPLY", y, 1 / 0.6)
    cell = t.combine(t.math("FLOOR", u), t.math("FLOOR", v), 3.0)
    own = t.xyz(t.node("TexWhiteNoise", {"Vector": cell}, noise_dimensions="3D").outputs["Color"])
    hue = t.ramp(own[0], [(0.0, "#ff2f8e"), (0.3, "#7a3bff"), (0.55, "#1fb8ff"), (0.8, "#ff7a1f")], interpolation="CONSTANT")
    edges = [t.math("MULTIPLY", t.span(t.math("FRACT", a), 0.02, 0.05), t.span(t.math("FRACT", a), 0.98, 0.95)) for a in (u, v)]
    lit = t.math("MULTIPLY", t.math("MULTIPLY", edges[0], edges[1]), t.math("MULTIPLY_ADD", own[1], 0.9, 0.25))
    return t.surface(t.sum(t.emission(hue, lit), t.principled("#0c0c10", 0.12)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a classroom and of a laboratory."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glass, plain, standard
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of, grid_of


def blackboard(site: Site, room: Room) -> None:
    """A long board on the back wall with what was written and wiped, a ledge with chalk, the teacher's desk under it."""
    cx, half, _, _ = site.view.frame(room.back)
    x = float(np.clip(cx, -room.half + 2.0, room.half - 2.0))
    wide = min(2.1, room.half - 0.5)
    z = room.floor
    w = Works(
        site,
        blackboard=chalked,
        board_frame=lambda: standard("oak", size=2.0),
        teachers_desk=lambda: standard("oak", "#8a6a46", size=1.6),
        chalk=lambda: plain("#e9e6dc", 0.9),
    )
    w.blackboard.quad(
        (x - wide, room.back - 0.05, z + 0.95),
        (x + wide, room.back - 0.05, z + 0.95),
        (x + wide, room.back - 0.05, z + 2.25),
        (x - wide, room.back - 0.05, z + 2.25),
    )
    for a, b, c, d in (
        (-wide - 0.07, wide + 0.07, 0.88, 0.95),
        (-wide - 0.07, wide + 0.07, 2.25, 2.32),
        (-wide - 0.07, -wide, 0.88, 2.32),
        (wide, wide + 0.07, 0.88, 2.32),
    ):
        w.board_frame.soft(x + a, x + b, room.back - 0.08, room.back, z + c, z + d, 0.008)
    w.board_frame.soft(x - wide, x + wide, room.back - 0.16, room.back, z + 0.86, z + 0.885, 0.006)
    for _ in range(7):
        u = x + site.rng.uniform(-wide, wide) * 0.9
        w.chalk.tube([(u, room.back - 0.11, z + 0.893), (u + 0.06, room.back - 0.1, z + 0.893)], 0.006, sides=8)
    side = -1 if x > 0 else 1
    for at in clear_of(site, [(x + side * 1.25, room.back - 1.0, 0.0)], 0.5):
        w.at(at[0], at[1], z)
        w.teachers_desk.soft(-0.7, 0.7, -0.35, 0.35, 0.72, 0.76, 0.006)
        w.teachers_desk.soft(-0.66, 0.66, -0.32, -0.29, 0.18, 0.72, 0.004)
        for s in (-0.64, 0.58):
            w.teachers_desk.soft(s, s + 0.06, -0.3, 0.3, 0.0, 0.72, 0.004)
    w.finish()


def chalked():
    """Slate green with wiped chalk, rows of handwriting and a drawn triangle."""
    t = Tree("blackboard")
    u, v, _ = t.xyz(t.uv())
    wiped = t.noise(3.0, detail=6, vector=t.scaled(t.uv(), (2.6, 6.0, 1)))
    tone = t.mix(t.span(wiped, 0.42, 0.72, 0.0, 0.5), "#20352b", "#5f7567")
    row = t.math("FRACT", t.math("MULTIPLY", v, 8.0))
    line = t.math("MULTIPLY", t.span(row, 0.3, 0.36), t.span(row, 0.68, 0.6))
    script = t.noise(1.0, detail=2, vector=t.scaled(t.uv(), (95.0, 26.0, 1)))
    stroke = t.span(t.math("ABSOLUTE", t.math("SUBTRACT", script, 0.5)), 0.05, 0.02)
    words = t.math("GREATER_THAN", t.noise(1.0, detail=0, vector=t.scaled(t.uv(), (20.0, 8.0, 1))), 0.42)
    left = t.math("MULTIPLY", t.math("MULTIPLY", t.span(u, 0.05, 0.06), t.span(u, 0.58, 0.5)), t.math("MULTIPLY", t.span(v, 0.9, 0.88), t.span(v, 0.22, 0.25)))
    chalk = t.math("MULTIPLY", t.math("MULTIPLY", line, stroke), t.math("MULTIPLY", words, left))
    for a, b, c in ((0.0, 1.0, 0.3), (0.9, 0.75, 0.91), (-0.9, 0.75, -0.35)):
        away = t.math("ABSOLUTE", t.math("SUBTRACT", t.math("ADD", t.math("MULTIPLY", u, a), t.math("MULTIPLY", v, b)), c))
        inside = t.math(
            "MULTIPLY", t.math("MULTIPLY", t.span(u, 0.66, 0.665), t.span(u, 0.95, 0.945)), t.math("MULTIPLY", t.span(v, 0.285, 0.29), t.span(v, 0.76, 0.75))
        )
        chalk = t.math("MAXIMUM", chalk, t.math("MULTIPLY", t.span(away, 0.012, 0.004), inside))
    return t.surface(t.principled(t.mix(t.math("MULTIPLY", chalk, 0.85), tone, "#e8ebe2"), 0.85))


def desks(site: Site, room: Room) -> None:
    """School desks with their chairs in rows before the board, one here and there askew."""
    w = Works(
        site,
        desks=lambda: standard("oak", "#b98f5a", size=1.2, finish=("worn",)),
        desk_frames=lambda: plain("#3d4648", 0.4, metal=0.6),
        chairs=lambda: standard("oak", "#a5793f", size=0.6),
        books=lambda: plain("#ffffff", 0.6, tinted=True),
    )
    spots = grid_of(np.arange(-room.half + 0.9, room.half - 0.5, 1.45), np.arange(room.near + 0.9, room.back - 2.2, 1.35))
    for x, y, _ in clear_of(site, spots, 0.35):
        w.at(x + site.rng.uniform(-0.06, 0.06), y + site.rng.uniform(-0.05, 0.05), room.floor, site.rng.uniform(-5, 5))
        school_desk(site, w)
    w.finish(smooth=frozenset(("desks", "chairs")))


def school_desk(site: Site, w: Works) -> None:
    """A desk whose user looks to +Y, and the chair behind it."""
    w.desks.soft(-0.36, 0.36, -0.22, 0.26, 0.7, 0.725, 0.008)
    w.desks.soft(-0.33, 0.33, -0.18, 0.22, 0.58, 0.595, 0.004)
    for s in (-0.33, 0.33):
        w.desk_frames.tube([(s, -0.2, 0.0), (s, -0.16, 0.7)], 0.015, sides=8)
        w.desk_frames.tube([(s, 0.24, 0.0), (s, 0.2, 0.7)], 0.015, sides=8)
    w.chairs.soft(-0.19, 0.19, -0.66, -0.3, 0.43, 0.45, 0.01)
    w.chairs.soft(-0.19, 0.19, -0.7, -0.68, 0.62, 0.82, 0.01)
    for s in (-0.17, 0.17):
        w.desk_frames.tube([(s, -0.32, 0.0), (s, -0.33, 0.43)], 0.012, sides=6)
        w.desk_frames.tube([(s, -0.7, 0.0), (s, -0.66, 0.43), (s, -0.69, 0.82)], 0.012, sides=6)
    for k in range(site.rng.randint(0, 3)):
        tone = linear(site.rng.choice(("#8f2f2a", "#2f5a7a", "#d9b04a", "#e6e1d5", "#3f6b4a")))[:3]
        w.books.box(-0.28 + 0.2 * k, -0.1 + 0.2 * k, -0.1, 0.14, 0.725, 0.725 + site.rng.uniform(0.008, 0.035), tint=tone)


def pinned(site: Site, room: Room) -> None:
    """Children's sheets, a map and a clock on the walls, a shelf of books."""
    rng, sheets, z = site.rng, Mesher(), room.floor
    for k in range(16):
        y, h = room.back - 0.6 - 0.34 * (k % 8), 1.35 + 0.36 * (k // 8)
        tone = linear(rng.choice(("#e9e4d6", "#d9a04a", "#8fb0c9", "#c96a5a", "#a9c48a", "#e6d27a")))[:3]
        wide = rng.uniform(0.1, 0.14)
        sheets.box(room.half - 0.012, room.half - 0.004, y - wide, y + wide, z + h, z + h + rng.uniform(0.22, 0.3), tint=tone)
    site.add(sheets.object("pinned sheets", plain("#ffffff", 0.8, tinted=True)))
    cx = site.view.frame(room.back)[0]
    side = 1 if cx < 0 else -1
    furniture.bookcase(site, float(np.clip(cx + side * 3.0, -room.half + 0.7, room.half - 0.7)), room.back - 0.33, z, width=1.2, height=1.15, full=0.85)
    site.add(lathe([(0, 0), (0.17, 0), (0.17, 0.04), (0, 0.045)], (0, 0, 0), plain("#f1efe8", 0.4), name="clock"))
    clock = site.dressing.objects[-1]
    clock.rotation_euler, clock.location = (np.pi / 2, 0, 0), (cx, room.back - 0.01, z + 2.62)


def benches(site: Site, room: Room) -> None:
    """White benches with drawers and reagent shelves in rows, one along the back wall; stools."""
    w = Works(
        site,
        lab_benches=lambda: plain("#d9dcdb", 0.4),
        worktops=lambda: plain("#2c3033", 0.3),
        steel=lambda: plain("#aeb3b5", 0.25, metal=1.0),
        seats=lambda: plain("#1f2224", 0.5),
    )
    z = room.floor
    spots = [(0.0, room.back - 0.4, 0.0), *[(s * (room.half - 1.1), y, 90.0) for s in (-1, 1) for y in np.arange(room.near + 1.8, room.back - 1.6, 2.6)]]
    for k, (x, y, turn) in enumerate(spots if not site.things else [spots[0], *clear_of(site, spots[1:], 0.5)]):
        w.at(x, y, z, turn)
        long = room.half - 0.1 if k == 0 else 1.15
        bench(w, long)
    w.finish(smooth=frozenset(("steel",)))


def bench(w: Works, half: float) -> None:
    w.lab_benches.box(-half, half, -0.3, 0.3, 0.08, 0.88)
    w.worktops.soft(-half - 0.02, half + 0.02, -0.36, 0.36, 0.88, 0.92, 0.006)
    n = max(2, round(half / 0.3))
    for k in range(n):
        a = -half + 2 * half * k / n
        for lo, hi in ((0.12, 0.62), (0.64, 0.85)):
            w.lab_benches.soft(a + 0.01, a + 2 * half / n - 0.01, -0.32, -0.3, lo, hi, 0.003, steps=1)
            w.steel.soft(a + half / n - 0.06, a + half / n + 0.06, -0.345, -0.325, hi - 0.06, hi - 0.045, 0.004)
    w.steel.tube([(half * 0.5, 0.2, 0.92), (half * 0.5, 0.2, 1.2), (half * 0.5, 0.1, 1.27), (half * 0.5, 0.02, 1.2)], 0.012, sides=8)


FLASKS = {
    "round": [(0, 0), (0.05, 0.002), (0.078, 0.05), (0.062, 0.1), (0.022, 0.13), (0.022, 0.2), (0.026, 0.202), (0.024, 0.2)],
    "cone": [(0, 0), (0.07, 0.002), (0.066, 0.02), (0.022, 0.13), (0.022, 0.17), (0.026, 0.172), (0.024, 0.17)],
    "beaker": [(0, 0), (0.045, 0.002), (0.045, 0.11), (0.049, 0.112), (0.043, 0.11)],
    "cylinder": [(0, 0), (0.04, 0.004), (0.04, 0.01), (0.018, 0.014), (0.018, 0.28), (0.022, 0.285), (0.017, 0.28)],
}
LIQUIDS = ("#2f7fb8", "#3fae5a", "#d97a1f", "#c23a6a", "#7a4fc0", "#e0c030", None, None)


def glassware(site: Site, room: Room) -> None:
    """Flasks, beakers and cylinders with coloured liquids, bottles on shelves, a microscope, test tubes in a rack."""
    rng, z = site.rng, room.floor + 0.92
    cx, half, _, _ = site.view.frame(room.back)
    pane = glass()
    x = max(-room.half + 0.3, cx - 1.1 * half)
    while x < min(room.half - 0.3, cx + 1.1 * half):
        name = rng.choice(tuple(FLASKS))
        y = room.back - rng.uniform(0.2, 0.6)
        vessel = FLASKS[name]
        site.add(lathe(vessel, (x, y, z), pane, segments=24, name="glassware"))
        hue = rng.choice(LIQUIDS)
        if hue:
            top = max(h for _, h in vessel) * rng.uniform(0.3, 0.6)
            inner = [(max(r - 0.003, 0.0), h + 0.002) for r, h in vessel if h <= top and r > 0.015]
            site.add(lathe([(0, 0.003), *inner, (0, inner[-1][1])], (x, y, z), plain(hue, 0.1), segments=24, name="liquid"))
        x += rng.uniform(0.14, 0.34)
    w = Works(site, reagent_shelves=lambda: plain("#c9cccb", 0.4), reagents=lambda: plain("#ffffff", 0.25, tinted=True))
    for h in (0.5, 0.86):
        w.reagent_shelves.soft(-room.half + 0.2, room.half - 0.2, room.back - 0.24, room.back, z + h, z + h + 0.02, 0.003)
        u = -room.half + 0.3
        while u < room.half - 0.3:
            tall, r = rng.uniform(0.12, 0.24), rng.uniform(0.03, 0.05)
            tone = linear(rng.choice(("#4a2a14", "#5a3418", "#e6e4dc", "#e6e4dc", "#2f5a7a", "#d0d5d6")))[:3]
            w.reagents.tube(
                [(u, room.back - 0.12, z + h + 0.02), (u, room.back - 0.12, z + h + 0.02 + tall * 0.75), (u, room.back - 0.12, z + h + 0.02 + tall)],
                [r, r, r * 0.45],
                sides=12,
                tint=tone,
            )
            u += 2 * r + rng.uniform(0.01, 0.07)
    w.finish(smooth=frozenset(("reagents",)))


def fume_hood(site: Site, room: Room) -> None:
    """A fume hood at the side of the back wall: a lit chamber behind a sash, a duct to the ceiling."""
    cx, half, _, _ = site.view.frame(room.back)
    x = float(np.clip(cx + (0.72 * half if site.seed % 2 else -0.72 * half), -room.half + 1.0, room.half - 1.0))
    y, z = room.back - 0.85, room.floor
    w = Works(site, fume_hood=lambda: plain("#e3e6e6", 0.35), sash=glass, duct=lambda: plain("#b4b8ba", 0.3, metal=1.0))
    w.fume_hood.box(x - 0.8, x + 0.8, y, room.back, z, z + 0.9)
    for a, b in ((x - 0.8, x - 0.72), (x + 0.72, x + 0.8)):
        w.fume_hood.box(a, b, y, room.back, z + 0.9, z + 2.3)
    w.fume_hood.box(x - 0.8, x + 0.8, y, room.back, z + 1.95, z + 2.4)
    w.sash.quad((x - 0.72, y + 0.02, z + 1.3), (x + 0.72, y + 0.02, z + 1.3), (x + 0.72, y + 0.02, z + 1.95), (x - 0.72, y + 0.02, z + 1.95))
    w.duct.tube([(x, room.back - 0.4, z + 2.4), (x, room.back - 0.4, room.top)], 0.16, sides=20)
    w.finish(smooth=frozenset(("duct",)))

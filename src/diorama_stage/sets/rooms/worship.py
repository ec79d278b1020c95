# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a church: a nave of columns and pointed arches under a vault, pews, a chancel with its altar and coloured windows."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import glowing, plain, standard
from diorama_stage.sets.rooms.shell import Room
from diorama_stage.sets.works import Works, clear_of, grid_of

AISLE, BAY, SPRING = 3.1, 3.4, 4.6
"""Metres: from the middle to the columns, between columns along the nave, the height at which arches begin."""


def ashlar() -> bpy.types.Material:
    """Blocks of pale stone, worn and darkened in places."""
    t = Tree("ashlar")
    x, y, z = t.xyz(t.position())
    node = t.node(
        "TexBrick",
        {
            "Vector": t.combine(t.math("ADD", x, y), z, 0.0),
            "Scale": 1.0,
            "Mortar Size": 0.006,
            "Brick Width": 0.74,
            "Row Height": 0.36,
            "Color1": "#c6baa2",
            "Color2": "#aea189",
            "Mortar": "#857a68",
        },
    )
    fine, stain = t.noise(9, detail=8, roughness=0.7), t.noise(0.6, detail=6)
    tone = t.mix(0.25, node.outputs[0], t.ramp(fine, [(0.3, "#4a4236"), (0.7, "#f0e8d8")]), blend="OVERLAY")
    tone = t.mix(t.span(stain, 0.5, 0.72, 0.0, 0.55), tone, "#6f6555")
    return t.surface(t.principled(tone, 0.9, normal=t.bump(t.math("SUBTRACT", fine, node.outputs[1]), 0.012)))


def pointed(width: float, rise: float, count: int = 25) -> np.ndarray:
    """A pointed arch from (0, 0) to (width, 0): two arcs that meet at the top. (count, 2), metres."""
    u = np.linspace(-1, 1, count)
    return np.stack([width * (u + 1) / 2, rise * (1 - np.abs(u) ** 1.75)], axis=1)


def nave(site: Site, room: Room) -> None:
    """Columns on both sides with arches between them, aisles behind, ribs and webs of a pointed vault overhead."""
    w = Works(site, columns=ashlar, arches=ashlar, ribs=ashlar)
    z, top = room.floor, room.top - 0.2
    ys = np.arange(room.back - 1.2, room.near - BAY, -BAY)
    for s in (-1, 1):
        x = s * AISLE
        for y in ys:
            for a, b, r in ((0.0, 0.35, 0.48), (0.35, 0.5, 0.4), (0.5, SPRING - 0.45, 0.3), (SPRING - 0.45, SPRING - 0.1, 0.42), (SPRING - 0.1, SPRING, 0.5)):
                w.columns.tube([(x, y, z + a), (x, y, z + b)], r, sides=20)
            w.ribs.tube([(x - s * 0.32, y, z + SPRING), (x - s * 0.32, y, z + top - z - 2.6)], 0.09, sides=10)
        for y0 in ys[:-1]:
            arch = pointed(BAY - 0.7, 2.3)
            for (a0, h0), (a1, h1) in zip(arch, arch[1:], strict=False):
                p, q = y0 - 0.35 - a0, y0 - 0.35 - a1
                w.arches.add(
                    [
                        (x, p, z + SPRING + h0),
                        (x, q, z + SPRING + h1),
                        (x, q, top - 2.2),
                        (x, p, top - 2.2),
                        (x - s * 0.3, p, z + SPRING + h0),
                        (x - s * 0.3, q, z + SPRING + h1),
                        (x - s * 0.3, q, top - 2.2),
                        (x - s * 0.3, p, top - 2.2),
                    ],
                    [(4, 5, 6, 7), (0, 1, 5, 4), (3, 2, 1, 0)],
                )
            w.arches.box(x, x - s * 0.3, y0 + 0.35, y0 - 0.35, z + SPRING, top - 2.2)
    vault = pointed(2 * AISLE - 0.6, 2.6, 33)
    for y in ys:
        w.ribs.tube([(-AISLE + 0.3 + a, y, top - 2.4 + 0.9 * h) for a, h in vault], 0.13, sides=8)
    for y0, y1 in zip(ys, ys[1:], strict=False):
        for flip in (1, -1):
            w.ribs.tube([(flip * (-AISLE + 0.3 + a), y0 + (y1 - y0) * a / (2 * AISLE - 0.6), top - 2.4 + 0.9 * h) for a, h in vault], 0.08, sides=6)
    for (a0, h0), (a1, h1) in zip(vault, vault[1:], strict=False):
        w.arches.quad(
            (-AISLE + 0.3 + a0, room.near, top - 2.3 + 0.9 * h0),
            (-AISLE + 0.3 + a1, room.near, top - 2.3 + 0.9 * h1),
            (-AISLE + 0.3 + a1, room.back, top - 2.3 + 0.9 * h1),
            (-AISLE + 0.3 + a0, room.back, top - 2.3 + 0.9 * h0),
        )
    w.finish(smooth=frozenset(("columns", "ribs")))
    for y in np.arange(room.near + 1.5, room.back - 2, 4.5):
        site.lamp(0.0, float(y), z + 5.2, radius=0.5, kelvin=2900, watts=60.0)


def pews(site: Site, room: Room) -> None:
    """Oak benches on both sides of the middle aisle, all the way to the chancel."""
    w = Works(site, pews=lambda: standard("oak", "#6b4526", size=2.0, finish=("worn",)))
    xs, ys = (-1.72, 1.72), np.arange(room.near + 0.4, room.back - 4.6, 0.98)
    for x, y, _ in clear_of(site, grid_of(xs, ys), 0.2):
        w.at(x, y, room.floor)
        w.pews.soft(-0.85, 0.85, -0.42, 0.0, 0.42, 0.46, 0.01)
        w.pews.soft(-0.85, 0.85, -0.46, -0.42, 0.1, 0.92, 0.012)
        w.pews.soft(-0.87, 0.87, -0.48, -0.4, 0.9, 0.95, 0.015)
        w.pews.soft(-0.85, 0.85, -0.6, -0.48, 0.7, 0.73, 0.006)
        for s in (-0.86, 0.82):
            w.pews.soft(s, s + 0.045, -0.5, 0.06, 0.0, 1.02, 0.02, steps=2)
    w.finish(smooth=frozenset(("pews",)))


def chancel(site: Site, room: Room) -> None:
    """Steps, an altar under a white cloth with candles and a cross, three tall windows of coloured glass behind, lower ones in the aisles."""
    z, back = room.floor, room.back
    w = Works(
        site,
        steps=ashlar,
        altar=ashlar,
        altar_cloth=lambda: plain("#e9e5da", 0.9, bump=0.001),
        brass=lambda: plain("#b8934a", 0.25, metal=1.0),
        flames=lambda: site.glow(glowing("#ffc46a", 30.0), "practical"),
        candles=lambda: plain("#efe6d0", 0.5),
    )
    for k in range(3):
        w.steps.soft(-AISLE + 0.1, AISLE - 0.1, back - 3.6 + 0.36 * k, back, z, z + 0.15 * (k + 1), 0.012)
    h = z + 0.45
    w.altar.soft(-1.1, 1.1, back - 1.6, back - 0.9, h, h + 0.95, 0.03)
    w.altar_cloth.soft(-1.18, 1.18, back - 1.66, back - 0.86, h + 0.93, h + 0.975, 0.012)
    w.altar_cloth.box(-0.7, 0.7, back - 1.67, back - 1.655, h + 0.35, h + 0.95)
    w.brass.soft(-0.03, 0.03, back - 1.1, back - 1.06, h + 0.97, h + 1.75, 0.006)
    w.brass.soft(-0.2, 0.2, back - 1.1, back - 1.06, h + 1.45, h + 1.51, 0.006)
    for s in (-0.85, -0.6, 0.6, 0.85):
        w.brass.tube([(s, back - 1.2, h + 0.97), (s, back - 1.2, h + 1.02), (s, back - 1.2, h + 1.2)], [0.07, 0.018, 0.03], sides=12)
        w.candles.tube([(s, back - 1.2, h + 1.2), (s, back - 1.2, h + 1.46)], 0.02, sides=10)
        w.flames.tube([(s, back - 1.2, h + 1.47), (s, back - 1.2, h + 1.5), (s, back - 1.2, h + 1.54)], [0.006, 0.011, 0.002], sides=8)
    site.lamp(0.0, back - 1.6, h + 1.6, radius=0.2, kelvin=2100, watts=6.0)
    w.finish(smooth=frozenset(("brass", "candles", "flames")))
    pane = stained(site)
    for x, wide, low, tall in ((0.0, 1.7, 3.0, 5.0), (-2.05, 1.15, 3.0, 3.9), (2.05, 1.15, 3.0, 3.9)):
        lancet(site, "back", x, wide, z + low, tall, room, pane)
    for s, side in ((-1, "left"), (1, "right")):
        del s
        for y in np.arange(back - 3.0, room.near + 1, -BAY):
            lancet(site, side, float(y), 1.3, z + 1.7, 3.4, room, pane)
    site.add(
        lathe(
            [(0, 0), (0.32, 0), (0.3, 0.08), (0.12, 0.14), (0.12, 0.75), (0.36, 0.85), (0.4, 1.0), (0.36, 1.0), (0.3, 0.9), (0, 0.88)],
            (-AISLE + 0.9, back - 4.4, z),
            ashlar(),
            name="font",
        )
    )


def lancet(site: Site, side: str, u: float, wide: float, low: float, tall: float, room: Room, pane: bpy.types.Material) -> None:
    """A pointed window before a wall, its stone frame and mullion; the light that falls through it."""
    arch = pointed(wide, tall * 0.34)
    outline = np.concatenate([[(0.0, -tall * 0.66)], arch, [(wide, -tall * 0.66)]]) + (-wide / 2, low - room.floor + tall * 0.66)

    def on_wall(a: float, h: float, out: float) -> tuple[float, float, float]:
        z = room.floor + h
        return {"back": (u + a, room.back - out, z), "left": (-room.half + out, u + a, z), "right": (room.half - out, u - a, z)}[side]

    n = len(outline)
    points = [on_wall(a, h, 0.05) for a, h in outline] + [on_wall(0.0, outline[:, 1].mean(), 0.05)]
    uvs = np.concatenate([(outline - outline.min(axis=0)), [[wide / 2, outline[:, 1].mean() - outline[:, 1].min()]]])
    faces = np.array([(k, (k + 1) % n, n) for k in range(n)])
    site.add(mesh("stained glass", points, faces, uvs=uvs, material=pane))
    frame = Mesher()
    frame.tube([on_wall(a, h, 0.08) for a, h in outline], 0.075, sides=6)
    frame.tube([on_wall(0.0, outline[:, 1].min(), 0.07), on_wall(0.0, outline[:, 1].max() - 0.1, 0.07)], 0.03, sides=5)
    site.add(frame.object("window stone", ashlar(), smooth=True))
    if side != "back":
        normal = (1.0, 0.0, -0.2) if side == "left" else (-1.0, 0.0, -0.2)
        site.window(on_wall(0.0, float(outline[:, 1].mean()), 0.25), normal, wide, tall)


def stained(site: Site) -> bpy.types.Material:
    """Coloured glass in lead: small panes of deep hues, a bright border, a figure of paler ones in the middle; it shines by day."""
    t = Tree("stained glass")
    u, v, _ = t.xyz(t.uv())
    bent = t.node("Mix", {0: 0.1, 4: t.uv(), 5: t.noise(4, detail=2, vector=t.uv(), out="Color")}, data_type="VECTOR").outputs[1]
    cell, lead = t.cells(6.5, vector=bent, out="Color"), t.cells(6.5, vector=bent, feature="DISTANCE_TO_EDGE")
    hue = t.xyz(cell)[0]
    tone = t.ramp(
        hue,
        [(0.0, "#123a8f"), (0.22, "#8f1420"), (0.4, "#1f6fb0"), (0.55, "#c98a12"), (0.68, "#2c7a3a"), (0.8, "#5a1f7a"), (0.92, "#e6d9a8")],
        interpolation="CONSTANT",
    )
    ring = t.span(t.math("ABSOLUTE", t.math("SUBTRACT", t.math("FRACT", t.math("MULTIPLY", v, 0.8)), 0.5)), 0.3, 0.24)
    tone = t.mix(t.math("MULTIPLY", ring, 0.4), tone, "#f0d890")
    bars = t.math("MAXIMUM", t.span(lead, 0.035, 0.015), t.span(t.math("FRACT", t.math("MULTIPLY", v, 2.2)), 0.03, 0.0))
    return site.glow(t.surface(t.emission(t.mix(bars, tone, "#060606"), 1.6)), "daylight")

# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies behind a shop's panes: a shallow room with its trade in it. Far more of it is seen than lights it, so its things shine a little of themselves, as if the lamps reached them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import bpy
import numpy as np

from diorama_stage.kit.mesher import BOX_FACES, Mesher
from diorama_stage.kit.nodes import Tree

Trade = Callable[..., None]
"""Fills a shop's room: mesher, x0, x1, the panes' y, the back's y, floor, top, chances."""

DEEP = 2.1
"""How far the room reaches behind the pane, metres."""
CLOTH = ((0.03, 0.035, 0.05), (0.42, 0.39, 0.34), (0.3, 0.06, 0.05), (0.06, 0.1, 0.18), (0.5, 0.42, 0.3), (0.12, 0.14, 0.1), (0.55, 0.53, 0.5), (0.2, 0.12, 0.08), (0.35, 0.22, 0.2))
GOODS = ((0.45, 0.12, 0.06), (0.1, 0.16, 0.25), (0.5, 0.42, 0.28), (0.12, 0.2, 0.12), (0.6, 0.57, 0.5), (0.3, 0.2, 0.1), (0.5, 0.3, 0.08), (0.08, 0.08, 0.09))
BLOOM = ((0.6, 0.08, 0.12), (0.65, 0.6, 0.5), (0.6, 0.35, 0.05), (0.4, 0.12, 0.4), (0.7, 0.35, 0.4))
WALLS = ((0.5, 0.44, 0.36), (0.56, 0.53, 0.48), (0.2, 0.23, 0.21), (0.4, 0.3, 0.22), (0.26, 0.2, 0.17))


def goods(strength: float) -> bpy.types.Material:
    """Tinted things under shop lamps: from above more than from the side."""
    t = Tree("shop goods")
    tint = t.attribute("Tint")
    up = t.span(t.xyz(t.normal())[2], -0.6, 1.0, 0.42, 1.2)
    uneven = t.span(t.noise(1.6, detail=2), 0.3, 0.7, 0.7, 1.25)
    light = t.emission(t.mix(1.0, tint, "#ffe2bd", blend="MULTIPLY"), t.math("MULTIPLY", t.math("MULTIPLY", up, uneven), strength))
    made = t.surface(t.sum(t.principled(tint, 0.6, Specular_IOR_Level=0.3), light) if strength else t.principled(tint, 0.6, Specular_IOR_Level=0.3))
    made.cycles.emission_sampling = "NONE"  # the lamps are sampled; these thousands of faces would only cost time
    return made


def room(
    m: Mesher, lamps: Mesher, x0: float, x1: float, y: float, top: float, rng: Random, *, lit: bool, far: bool = False, trade: Trade | None = None
) -> None:
    """The room behind a front from x0 to x1, its panes at y, up to `top`: shell, lamps, and one trade's things; `far`: what is left of them from afar."""
    back, low = y + DEEP, 0.12
    paint = np.array(rng.choice(WALLS))
    bright, dim = paint * 1.15, paint * 0.5
    floor = np.array(rng.choice(((0.22, 0.14, 0.08), (0.3, 0.28, 0.25), (0.12, 0.11, 0.1))))
    face(m, (x0, back, low), (x1, back, low), (x1, back, top), (x0, back, top), (dim, dim, bright, bright))
    for x in (x0, x1):
        face(m, (x, y, low), (x, back, low), (x, back, top), (x, y, top), (dim * 0.7, dim, bright, dim))
    face(m, (x0, y, low), (x1, y, low), (x1, back, low), (x0, back, low), (floor, floor, floor * 0.7, floor * 0.7))
    face(m, (x0, y, top), (x1, y, top), (x1, back, top), (x0, back, top), (paint * 0.5,) * 4)
    if lit:
        for k in range(max(2, round((x1 - x0) / 1.4))):
            x = x0 + (x1 - x0) * (k + 0.5) / max(2, round((x1 - x0) / 1.4))
            for yy in (y + 0.6, back - 0.5):
                lamps.quad((x - 0.09, yy + 0.09, top - 0.02), (x + 0.09, yy + 0.09, top - 0.02), (x + 0.09, yy - 0.09, top - 0.02), (x - 0.09, yy - 0.09, top - 0.02))
    (afar if far else trade or rng.choice(TRADES))(m, x0 + 0.15, x1 - 0.15, y + 0.1, back, low, top, rng)


def face(m: Mesher, a, b, c, d, tints) -> None:
    m.add([a, b, c, d], [(0, 1, 2, 3)], tint=np.array(tints))


def block(m: Mesher, x0, x1, y0, y1, z0, z1, tint) -> None:
    """A box, darker towards its foot."""
    low, high = np.array((x0, y0, z0)), np.array((x1, y1, z1))
    corners = low + np.array([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)]) * (high - low)
    m.add(corners, BOX_FACES, tint=np.asarray(tint) * np.where(corners[:, 2:] > z0, 1.0, 0.72))


def shelves(m: Mesher, x0, x1, back, levels, rng: Random, fill: Callable, wood=(0.3, 0.2, 0.12)) -> None:
    """Boards along the back wall; `fill(u, z)` puts one thing at u and returns its width."""
    for z in levels:
        block(m, x0, x1, back - 0.36, back - 0.01, z - 0.03, z, wood)
        u = x0 + 0.06
        while u < x1 - 0.25:
            u += fill(u, z) + rng.uniform(0.0, 0.05)


def pot(m: Mesher, x, y, z, wide, tall, tint, rng: Random) -> None:
    """A vessel: a tube of changing width."""
    shape = rng.choice(((0.7, 1.0, 0.95, 0.45, 0.5), (0.6, 0.8, 1.0, 1.0, 0.9), (1.0, 1.0, 1.0, 0.4, 0.35), (0.5, 0.9, 1.0, 0.7, 0.6)))
    m.tube([(x, y, z + tall * k / 4) for k in range(5)], [wide / 2 * s for s in shape], sides=8, tint=tint)


def clothes(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Dummies in the window, a rail of coats, folded wool on boards."""
    def pile(u, level):
        w, tall = rng.uniform(0.26, 0.34), rng.randint(2, 5)
        for k in range(tall):
            block(m, u, u + w, back - 0.33, back - 0.05, level + 0.045 * k, level + 0.045 * k + 0.04, rng.choice(CLOTH))
        return w + 0.08

    shelves(m, x0, x1, back, (z + 1.75, z + 2.2), rng, pile)
    m.tube([(x0 + 0.2, back - 0.4, z + 1.5), (x1 - 0.2, back - 0.4, z + 1.5)], 0.015, tint=(0.05, 0.05, 0.05))
    u = x0 + 0.25
    while u < x1 - 0.3:
        w, tall = rng.uniform(0.03, 0.09), rng.uniform(0.75, 1.15)
        block(m, u, u + w, back - 0.62, back - 0.18, z + 1.45 - tall, z + 1.45, rng.choice(CLOTH))
        u += w + rng.uniform(0.0, 0.05)
    u = x0 + rng.uniform(0.4, 0.7)
    while u < x1 - 0.3:
        dummy(m, u, y + rng.uniform(0.3, 0.5), z + 0.42, rng.choice(CLOTH), rng.choice(CLOTH), rng)
        u += rng.uniform(0.75, 1.2)
    block(m, x0, x1, y + 0.02, y + 0.85, z, z + 0.42, (0.35, 0.31, 0.26))


def dummy(m: Mesher, x, y, z, coat, skirt, rng: Random) -> None:
    """A dressed dummy: legs, a coat that flares, sleeves, neck, an egg for a head."""
    flare = rng.uniform(0.16, 0.24)
    for s in (-0.07, 0.07):
        m.tube([(x + s, y, z), (x + s, y, z + 0.75)], [0.035, 0.06], sides=6, tint=(0.5, 0.45, 0.4))
    m.tube([(x, y, z + h) for h in (0.45, 0.75, 0.98)], [flare, 0.17, 0.13], sides=9, tint=skirt)
    m.tube([(x, y, z + h) for h in (0.85, 1.0, 1.2, 1.38, 1.44)], [0.17, 0.135, 0.17, 0.19, 0.06], sides=9, tint=coat)
    for s in (-1, 1):
        m.tube([(x + s * 0.19, y, z + 1.36), (x + s * 0.26, y + 0.01, z + 1.08), (x + s * 0.22, y - 0.09, z + 0.86)], [0.06, 0.05, 0.035], sides=6, tint=coat)
    m.tube([(x, y, z + h) for h in (1.42, 1.5, 1.54, 1.62, 1.7, 1.73)], [0.05, 0.05, 0.075, 0.095, 0.07, 0.01], sides=8, tint=(0.55, 0.5, 0.44))


def bookshop(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Spines to the ceiling, and a table of covers that lean in the window."""
    def spine(u, level):
        w = rng.uniform(0.02, 0.055)
        block(m, u, u + w, back - 0.3, back - 0.06, level, level + rng.uniform(0.2, 0.31), rng.choice(GOODS + CLOTH))
        return w - rng.uniform(0.0, 0.05) * (rng.random() < 0.9)

    shelves(m, x0, x1, back, np.arange(z + 0.3, top - 0.45, 0.38), rng, spine)
    block(m, x0 + 0.05, x1 - 0.05, y + 0.05, y + 0.7, z, z + 0.55, (0.28, 0.19, 0.12))
    u = x0 + 0.15
    while u < x1 - 0.35:
        w, tall, tint = rng.uniform(0.15, 0.24), rng.uniform(0.2, 0.32), np.array(rng.choice(GOODS))
        lean, level = y + rng.uniform(0.15, 0.4), z + 0.55
        face(m, (u, lean, level), (u + w, lean, level), (u + w, lean + 0.09, level + tall), (u, lean + 0.09, level + tall), (tint,) * 4)
        face(m, (u + 0.03, lean + 0.02, level + tall * 0.55), (u + w - 0.03, lean + 0.02, level + tall * 0.55), (u + w - 0.03, lean + 0.055, level + tall * 0.8), (u + 0.03, lean + 0.055, level + tall * 0.8), ((0.6, 0.57, 0.5),) * 4)
        if rng.random() < 0.5:
            for k in range(rng.randint(2, 6)):
                block(m, u, u + w, y + 0.42, y + 0.62, level + 0.03 * k, level + 0.03 * k + 0.027, rng.choice(GOODS))
        u += w + rng.uniform(0.05, 0.2)


def florist(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Buckets of cut flowers in steps, plants hung from the ceiling."""
    for row, (out, level) in enumerate(((0.25, 0.35), (0.7, 0.7), (1.2, 1.05))):
        block(m, x0, x1, y + out - 0.2, y + out + 0.25, z, z + level, (0.25, 0.18, 0.12))
        u = x0 + 0.2
        while u < x1 - 0.1:
            m.tube([(u, y + out, z + level), (u, y + out, z + level + 0.26)], [0.075, 0.1], sides=8, tint=(0.3, 0.31, 0.31))
            bunch(m, u, y + out, z + level + 0.38, 0.19, rng.choice(BLOOM), rng)
            u += rng.uniform(0.26, 0.42)
        del row
    u = x0 + 0.3
    while u < x1:
        bunch(m, u, back - 0.5, top - rng.uniform(0.35, 0.7), 0.3, None, rng)
        u += rng.uniform(0.5, 0.9)


def bunch(m: Mesher, x, y, z, size, bloom, rng: Random) -> None:
    """Leaves as many small faces every which way, blossoms on top."""
    g = np.random.default_rng(rng.getrandbits(32))
    n = 46
    at = g.normal(0, size * 0.42, (n, 3)) + (x, y, z)
    a, b = g.normal(0, size * 0.2, (n, 3)), g.normal(0, size * 0.2, (n, 3))
    corners = np.stack([at - a, at - b, at + a, at + b], axis=1).reshape(-1, 3)
    tint = np.array((0.06, 0.13, 0.035)) * g.uniform(0.5, 1.6, (n, 1))
    if bloom is not None:
        high = at[:, 2] > z
        tint[high] = np.array(bloom) * g.uniform(0.6, 1.2, (high.sum(), 1))
    m.add(corners, np.arange(4 * n).reshape(n, 4), tint=np.repeat(tint, 4, axis=0))


def pantry(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """A delicatessen: jars and bottles on boards, a counter, lamps over it, a slate."""
    def jar(u, level):
        w, tall = rng.uniform(0.06, 0.13), rng.uniform(0.12, 0.32)
        tint = rng.choice(GOODS)
        for k in range(rng.randint(1, 3)):
            pot(m, u + w * (k + 0.5), back - 0.18, level, w * 0.95, tall, tint, rng)
        return w * (k + 1) + 0.03

    shelves(m, x0, x1, back, np.arange(z + 1.15, top - 0.35, 0.42), rng, jar)
    block(m, x0 + 0.2, x1 - 0.5, y + 0.95, y + 1.3, z, z + 1.0, (0.2, 0.14, 0.1))
    block(m, x0 + 0.15, x1 - 0.45, y + 0.9, y + 1.35, z + 1.0, z + 1.05, (0.5, 0.47, 0.42))
    u = x0 + 0.35
    while u < x1 - 0.6:
        pot(m, u, y + 1.1, z + 1.05, rng.uniform(0.1, 0.25), rng.uniform(0.12, 0.3), rng.choice(GOODS), rng)
        u += rng.uniform(0.25, 0.5)
    for k in range(3):
        u = x0 + (x1 - x0) * (k + 0.5) / 3
        m.tube([(u, y + 1.0, top), (u, y + 1.0, z + 1.98)], 0.008, tint=(0.02, 0.02, 0.02))
        m.tube([(u, y + 1.0, z + 2.0), (u, y + 1.0, z + 1.9), (u, y + 1.0, z + 1.8)], [0.02, 0.1, 0.15], sides=10, tint=(0.04, 0.05, 0.05))
        m.tube([(u, y + 1.0, z + 1.84), (u, y + 1.0, z + 1.77)], [0.06, 0.05], sides=8, tint=(9.0, 6.5, 3.8))
    cafe_seats(m, x0, x1, y, z, rng)


def cafe_seats(m: Mesher, x0, x1, y, z, rng: Random) -> None:
    u = x0 + 0.45
    while u < x1 - 0.3:
        m.tube([(u, y + 0.42, z), (u, y + 0.42, z + 0.72)], 0.025, tint=(0.03, 0.03, 0.03))
        m.tube([(u, y + 0.42, z + 0.72), (u, y + 0.42, z + 0.745), (u, y + 0.42, z + 0.746)], [0.3, 0.3, 0.001], sides=14, tint=(0.4, 0.36, 0.3))
        pot(m, u + 0.06, y + 0.4, z + 0.745, 0.08, 0.09, (0.6, 0.58, 0.53), rng)
        for s in (-0.52, 0.52):
            block(m, u + s - 0.18, u + s + 0.18, y + 0.24, y + 0.6, z + 0.43, z + 0.46, (0.24, 0.14, 0.08))
            e = u + s * 1.33
            for yy in (0.26, 0.58):
                m.tube([(e, y + yy, z), (e, y + yy, z + 0.88)], 0.014, sides=5, tint=(0.1, 0.06, 0.04))
                m.tube([(u + s * 0.7, y + yy, z), (u + s * 0.7, y + yy, z + 0.44)], 0.014, sides=5, tint=(0.1, 0.06, 0.04))
            block(m, e - 0.01, e + 0.01, y + 0.26, y + 0.58, z + 0.7, z + 0.86, (0.24, 0.14, 0.08))
        u += rng.uniform(1.6, 2.1)


def household(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Lamps, vessels, boxes, pictures and a chair."""
    def thing(u, level):
        w = rng.uniform(0.12, 0.3)
        if rng.random() < 0.35:
            block(m, u, u + w, back - 0.3, back - 0.08, level, level + rng.uniform(0.1, 0.3), rng.choice(GOODS))
        else:
            pot(m, u + w / 2, back - 0.18, level, w, rng.uniform(0.14, 0.36), rng.choice(GOODS), rng)
        return w + 0.06

    shelves(m, x0, (x0 + x1) / 2, back, np.arange(z + 0.6, top - 0.4, 0.46), rng, thing)
    for k in range(3):
        u, w, h = (x0 + x1) / 2 + 0.3 + 0.62 * k, rng.uniform(0.35, 0.5), rng.uniform(0.4, 0.6)
        if u + w < x1:
            block(m, u, u + w, back - 0.04, back - 0.01, z + 1.3, z + 1.3 + h, (0.06, 0.05, 0.04))
            face(m, (u + 0.05, back - 0.045, z + 1.35), (u + w - 0.05, back - 0.045, z + 1.35), (u + w - 0.05, back - 0.045, z + 1.25 + h), (u + 0.05, back - 0.045, z + 1.25 + h), [rng.choice(GOODS) for _ in range(4)])
    chair = rng.choice(CLOTH)
    u = x1 - 1.1
    for a, b, p, q, low, high in ((0, 0.75, 0.4, 1.05, 0.15, 0.42), (0, 0.75, 0.95, 1.12, 0.15, 0.85), (-0.1, 0.05, 0.4, 1.1, 0.15, 0.62), (0.7, 0.85, 0.4, 1.1, 0.15, 0.62)):
        m.soft(u + a, u + b, y + p, y + q, z + low, z + high, 0.06, steps=1, tint=chair)
    u = x0 + 0.35
    while u < x1 - 1.4:
        block(m, u - 0.2, u + 0.2, y + 0.25, y + 0.65, z, z + rng.choice((0.45, 0.6, 0.8)), (0.5, 0.46, 0.4))
        if rng.random() < 0.5:
            pot(m, u, y + 0.45, z + 0.8, 0.2, 0.3, rng.choice(GOODS), rng)
            m.tube([(u, y + 0.45, z + 1.12), (u, y + 0.45, z + 1.36)], [0.19, 0.13], sides=12, tint=(2.6, 1.9, 1.15))
        else:
            pot(m, u, y + 0.45, z + 0.7, 0.24, rng.uniform(0.3, 0.6), rng.choice(GOODS), rng)
        u += rng.uniform(0.6, 0.9)


def afar(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Blotches of wares at two depths: no more is seen of a shop far down the street."""
    for out, high, count in ((back - 0.3, top - 0.5, 12), (y + 0.4, z + 1.5, 6)):
        for _ in range(count):
            u, level = rng.uniform(x0, x1 - 0.4), rng.uniform(z + 0.3, high)
            block(m, u, u + rng.uniform(0.1, 0.4), out, out + 0.2, level, level + rng.uniform(0.1, 0.4), rng.choice(GOODS + CLOTH))


CRUSTS = ((0.42, 0.2, 0.06), (0.5, 0.27, 0.09), (0.32, 0.14, 0.045), (0.58, 0.36, 0.16))


def baker(m: Mesher, x0, x1, y, back, z, top, rng: Random) -> None:
    """Loaves on sloping boards along the back wall, a counter with baskets before them."""
    def loaf(u, level):
        tint = np.array(rng.choice(CRUSTS)) * rng.uniform(0.85, 1.15)
        if rng.random() < 0.5:
            w = rng.uniform(0.2, 0.3)
            m.soft(u, u + w, back - 0.34, back - 0.08, level, level + rng.uniform(0.11, 0.15), 0.055, steps=3, tint=tint)
        else:
            w = rng.uniform(0.07, 0.09)
            m.soft(u, u + w, back - 0.4, back - 0.02, level, level + 0.06, 0.03, steps=2, tint=tint)
        return w + 0.015

    shelves(m, x0, x1, back, np.arange(z + 0.95, top - 0.4, 0.42), rng, loaf)
    block(m, x0 + 0.2, x1 - 0.6, y + 1.05, y + 1.45, z, z + 0.92, (0.26, 0.17, 0.1))
    block(m, x0 + 0.15, x1 - 0.55, y + 1.0, y + 1.5, z + 0.92, z + 0.96, (0.5, 0.46, 0.4))
    u = x0 + 0.35
    while u < x1 - 1.1:
        m.tube([(u + 0.2, y + 1.22, z + 0.96), (u + 0.2, y + 1.22, z + 1.1)], [0.16, 0.21], sides=14, tint=(0.3, 0.19, 0.09))
        for k in range(7):
            a = k * 0.9
            x, v = u + 0.2 + 0.1 * np.cos(a), y + 1.22 + 0.1 * np.sin(a)
            m.soft(x - 0.05, x + 0.05, v - 0.05, v + 0.05, z + 1.07, z + 1.16, 0.045, steps=2, tint=np.array(rng.choice(CRUSTS)))
        u += rng.uniform(0.5, 0.65)


TRADES = (clothes, clothes, bookshop, florist, pantry, household)

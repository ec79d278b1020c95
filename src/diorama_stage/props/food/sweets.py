# SPDX-License-Identifier: GPL-3.0-or-later
"""Pies, brownies, pretzels, gingerbread men, crackers, chocolate bars, ice lollies, cinnamon sticks, toast."""

from __future__ import annotations

import math

import bmesh
import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.kit import (
    Builder,
    Spec,
    arc,
    box,
    displace,
    ellipsoid,
    extrude,
    field,
    from_geometry,
    join,
    lathe,
    loft,
    move,
    rotate,
    rounded_profile,
    rounded_rectangle,
    smooth_path,
    subdivide,
    sweep,
)
from diorama_stage.kit.growth import grid_faces
from diorama_stage.kit.parts import copies, tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.props.food.bakery import browned
from diorama_stage.props.registry import prop


@prop("pie")
def pie(spec: Spec, b: Builder) -> None:
    """A fruit pie in its tin: a lattice of pastry over red or golden fruit, a crimped rim; or a piece cut from it."""
    r, h = b.vary(0.115, 0.04), 0.036
    apple = spec.is_a("apple") or (not spec.is_a("cherry") and b.choose(True, False))
    b.slot("body", "pastry", "#c98a3f")
    b.slot("filling", "icing", "#d9a13a" if apple else "#7d1523", role="fixed", finish=("glossy",))
    piece = spec.has("sliced")
    b.slot("tin", "aluminium", "#b9bcbd", role="fixed")
    if not piece:
        b.add(lathe(rounded_profile([(0, 0), (r * 0.78, 0), (r * 1.0, h - 0.002), (r * 1.06, h), (r * 1.06, h + 0.001), (r * 0.98, h), (r * 0.77, 0.001), (0, 0.001)], 0.001), segments=120), "tin")
    fill = displace(
        lathe(smooth_path([(0, h + 0.002), (r * 0.5, h + 0.0015), (r * 0.96, h - 0.004), (r * 0.9, h - 0.01), (0, h - 0.01)], 60)[::-1], segments=120, smooth=180), 0.004, 0.014, seed=spec.seed
    )
    b.add(tint(fill, lambda p: 1 + 0.35 * field(p, 0.012, seed=spec.seed + 1)), "filling")
    strips = []
    for way in (0, 1):
        for k in range(-3, 4):
            c = k * r * 0.27 + b.rng.uniform(-0.001, 0.001)
            half = math.sqrt(max((r * 0.98) ** 2 - c * c, 0))
            if half < 0.02:
                continue
            n = 46
            s = np.linspace(-half, half, n)
            over = np.cos((s / (r * 0.27) + k + way) * math.pi)
            z = h + 0.0045 + 0.0022 * over - 0.004 * (np.hypot(s, c) / r) ** 4
            section = np.array([(-1, -0.12), (-0.92, 0.16), (-0.5, 0.25), (0.5, 0.25), (0.92, 0.16), (1, -0.12), (0.5, -0.2), (-0.5, -0.2)]) * 0.0098
            across, up = c + section[None, :, 0] + 0 * s[:, None], z[:, None] + section[None, :, 1]
            along = np.broadcast_to(s[:, None], across.shape)
            strips.append(loft(np.stack([along, across, up] if way == 0 else [-across, along, up], axis=-1), smooth=70))
    n = 46
    a = np.linspace(0, 2 * math.pi, n * 8, endpoint=False)
    crimp = 0.5 + 0.5 * np.cos(n * a)
    rings = []
    for q in np.linspace(0, 2 * math.pi, 20, endpoint=False):
        rr = r * 1.005 + 0.0105 * math.cos(q) * (0.85 + 0.25 * crimp)
        z = h + 0.0052 + 0.0062 * math.sin(q) * (0.7 + 0.6 * crimp)
        rings.append(np.stack([rr * np.cos(a), rr * np.sin(a), z + 0.001 * np.sin(5 * a)], axis=1))
    crust = loft([*rings, rings[0]], closed_ends=False, smooth=180)
    pastry = join([crust, *strips])
    displace(displace(pastry, 0.0012, 0.03, seed=spec.seed), 0.0005, 0.005, seed=1)
    b.add(browned(pastry, "#c98a3f", h - 0.006, h + 0.015, dark="#8a4a18", pale="#e7c284", seed=spec.seed), "body")
    if piece:
        return _piece(b, r, h)
    b.support("top", -r * 0.7, r * 0.7, -r * 0.7, r * 0.7, h + 0.006, round=True)
    b.footprint = "round"


def _piece(b: Builder, r: float, h: float) -> None:
    """What lies between two cuts of the pie: the crust below, fruit that bulges at the cuts."""
    half = math.radians(25)
    crust = displace(lathe(rounded_profile([(0, 0), (r * 0.78, 0), (r * 0.985, h), (r * 0.94, h), (r * 0.75, 0.0042), (0, 0.0042)], 0.001), segments=240), 0.0004, 0.006)
    b.add(browned(crust, "#c98a3f", -0.02, h, seed=b.spec.seed), "body")
    body = lathe([(0, 0.004), (r * 0.75, 0.004), (r * 0.935, h - 0.004), (0, h - 0.001)], segments=240)
    b.add(body, "filling")
    for group in b._parts.values():
        for o in group:
            for side in (-1, 1):
                slit(o, (math.sin(half) * -1, side * math.cos(half), 0.0), o is body)
    fruit = displace(displace(subdivide(body, 3, simple=True), 0.0035, 0.011, seed=b.spec.seed), 0.0012, 0.004, seed=2)
    tint(fruit, lambda p: 1 + 0.4 * field(p, 0.009, seed=b.spec.seed))
    for group in b._parts.values():
        for o in group:
            rotate(move(o, -r * 0.55, 0, 0), 0, 0, 118)


def slit(object, way, fill: bool) -> None:
    """Take away what lies beyond a plane through the axis; close the cut where the body is solid."""
    work = bmesh.new()
    work.from_mesh(object.data)
    cut = bmesh.ops.bisect_plane(work, geom=[*work.verts, *work.edges, *work.faces], plane_co=(0, 0, 0), plane_no=way, clear_outer=True)["geom_cut"]
    edges = [e for e in cut if isinstance(e, bmesh.types.BMEdge)]
    if fill:
        bmesh.ops.contextual_create(work, geom=edges)
    else:
        bmesh.ops.holes_fill(work, edges=edges, sides=0)
    work.to_mesh(object.data)
    work.free()
    object.data.update()


@prop("brownie")
def brownie(spec: Spec, b: Builder) -> None:
    """A square cut from the tray: a thin shiny crackled top on a dark moist crumb, nuts in it."""
    x, z = b.vary(0.058, 0.05), b.vary(0.03, 0.08)
    b.slot("body", "cake_crumb", "#3b1d10")
    b.slot("top", "charred", "#6a3d22", role="fixed", finish=("satin",))
    b.slot("nuts", "pastry", "#b98a52", role="fixed")
    body = displace(displace(subdivide(box(x, x * 0.95, z, bevel=0.0022, segments=2), 4, simple=True), 0.0022, 0.02, seed=spec.seed), 0.0012, 0.004, seed=1)
    b.add(tint(body, lambda p: 1 + 0.25 * field(p, 0.006, seed=2)), "body")
    n = 70
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, n), np.linspace(-0.5, 0.5, n), indexing="ij")
    flat = np.stack([u * x * 1.012, v * x * 0.962, np.zeros_like(u)], axis=-1).reshape(-1, 3)
    lift = 0.0012 * field(flat, 0.012, seed=spec.seed)
    rng = np.random.default_rng(spec.seed)
    d, _ = cKDTree(np.column_stack([rng.uniform(-x / 2, x / 2, (34, 2)), np.zeros(34)])).query(flat, k=2)
    crack = np.exp(-(((d[:, 1] - d[:, 0]) / 0.0007) ** 2)) * (field(flat, 0.02, seed=5) > -0.2)
    edge = np.clip((np.maximum(np.abs(u), np.abs(v)).ravel() - 0.46) / 0.04, 0, 1)
    flat[:, 2] = z + 0.0011 + lift - 0.0012 * crack - 0.0022 * edge**2
    top = from_geometry("top", flat, grid_faces(n, n), smooth=50)
    b.add(tint(top, lambda p: (1 + 0.18 * field(p, 0.01, seed=3)) * (1 - 0.6 * crack)), "top")
    nuts = [
        move(
            rotate(displace(ellipsoid(0.0055, 0.004, 0.003, segments=16), 0.001, 0.003, seed=k), rng.uniform(-30, 30), rng.uniform(-30, 30), rng.uniform(0, 360)),
            *(np.array((rng.uniform(-0.4, 0.4) * x, rng.uniform(-0.4, 0.4) * x, z + 0.0012))),
        )
        for k in range(5)
    ]
    b.add(join(nuts), "nuts")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, 20)


@prop("pretzel")
def pretzel(spec: Spec, b: Builder) -> None:
    """A soft pretzel, lying: a thick bow whose arms cross twice, dark brown, split pale at the belly, with coarse salt."""
    b.slot("body", "bread_crust", "#7d3d16", finish=("satin",))
    b.slot("salt", "paper", "#f4f2ec", role="fixed")
    w = b.vary(0.068, 0.05)
    half = [(0, -0.62), (0.42, -0.56), (0.86, -0.2), (0.96, 0.28), (0.7, 0.64), (0.36, 0.6), (0.1, 0.3), (-0.06, 0.02), (-0.26, -0.26), (-0.46, -0.47)]
    path = smooth_path([*[(-x, y) for x, y in half[:0:-1]], *half], 220)
    t = np.linspace(-1, 1, 220)
    lift = 0.0095 + 0.0105 * np.exp(-(((np.abs(t) - 0.8) / 0.1) ** 2)) * (t > 0) + 0.006 * np.exp(-(((np.abs(t) - 0.985) / 0.06) ** 2))
    p = np.stack([path[:, 0] * w, path[:, 1] * w, lift], axis=1)
    thick = np.interp(np.abs(t), [0, 0.2, 0.5, 0.9, 1], [0.0135, 0.013, 0.0105, 0.0078, 0.0062])
    dough = displace(sweep(p, thick, sides=40, smooth=180), 0.0012, 0.02, seed=spec.seed)
    split = lambda q: np.clip(1 - np.abs(q[:, 1] + 0.585 * w + 0.0016 * field(q, 0.01, seed=3)) / 0.0042, 0, 1) * np.clip(1.25 - np.abs(q[:, 0]) / (0.36 * w), 0, 1) * (q[:, 2] > 0.013)

    def baked(q):
        heat = np.clip((q[:, 2] - 0.004) / 0.02 + 0.3 * field(q, 0.02, seed=spec.seed), 0, 1)
        return toward("#7d3d16", "#b9722e", 0.75 * (1 - heat)) * toward("#7d3d16", "#ecd09a", np.clip(2.2 * split(q), 0, 1))

    b.add(tint(dough, baked), "body")
    rng = np.random.default_rng(spec.seed)
    i = rng.integers(20, 200, 120)
    i = i[(np.abs(t[i]) < 0.7)][:64]
    q = rng.uniform(-0.9, 0.9, len(i))
    along = np.gradient(p, axis=0)
    side = np.cross(along, (0, 0, 1.0))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    at = p[i] + side[i] * (thick[i] * np.sin(q))[:, None] + np.outer(thick[i] * np.cos(q), (0, 0, 1.0))
    m = np.zeros((len(i), 4, 4))
    m[:, 3, 3] = 1
    turn, _ = np.linalg.qr(rng.normal(size=(len(i), 3, 3)))
    m[:, :3, :3] = turn * rng.uniform(0.0009, 0.0021, (len(i), 1, 1))
    m[:, :3, 3] = at
    b.add(copies(box(1.5, 1.2, 1.2, bevel=0.2, segments=1, at=(0, 0, -0.6)), m, smooth=30), "salt")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, 12)


@prop("gingerbread_man")
def gingerbread_man(spec: Spec, b: Builder) -> None:
    """A flat brown biscuit cut as a man, with eyes, a smile, buttons and cuffs of white icing. It lies."""
    b.slot("body", "bread_crust", "#9c5c28", finish=("matte",))
    b.slot("icing", "icing", "#f7f2ea", role="fixed")
    b.slot("buttons", "lacquer", b.choose("#b3201f", "#2f7d3a"), role="fixed")
    H = 0.12
    half = [
        (0, 0.5),
        (0.1, 0.485),
        (0.165, 0.4),
        (0.15, 0.29),
        (0.085, 0.225),
        (0.12, 0.2),
        (0.26, 0.2),
        (0.37, 0.185),
        (0.415, 0.125),
        (0.37, 0.06),
        (0.25, 0.05),
        (0.165, 0.04),
        (0.155, -0.06),
        (0.18, -0.2),
        (0.235, -0.36),
        (0.225, -0.455),
        (0.14, -0.485),
        (0.07, -0.43),
        (0.03, -0.28),
        (0, -0.225),
    ]
    right = smooth_path(half, 110) * H
    outline = np.concatenate([right[::-1], (right * (-1, 1))[1:-1]])
    h = 0.0085
    body = displace(displace(extrude([tuple(p) for p in outline], h, bevel=0.0034, segments=5), 0.0008, 0.02, seed=spec.seed), 0.0002, 0.003, seed=1)
    b.add(tint(body, lambda p: (1 + 0.14 * field(p, 0.012, seed=spec.seed)) * (1 - 0.28 * np.clip(1 - p[:, 2] / h, 0, 1))), "body")
    z = h + 0.0004
    line = lambda pts, r=0.00125: sweep(smooth_path([(x * H, y * H, z + 0.0006 * math.sin(9 * x + 7 * y)) for x, y in pts], 40), r * (1 + 0.12 * np.sin(np.arange(40) * 1.3)), sides=10, flat=0.75)
    wiggle = lambda a, c, k=5: [
        (
            a[0] + (c[0] - a[0]) * t + 0.016 * math.sin(k * math.pi * t * 2) * (c[1] - a[1]) / math.dist(a, c),
            a[1] + (c[1] - a[1]) * t - 0.016 * math.sin(k * math.pi * t * 2) * (c[0] - a[0]) / math.dist(a, c),
        )
        for t in np.linspace(0, 1, 24)
    ]
    icing = [line([(-0.075, 0.325), (-0.04, 0.295), (0.0, 0.285), (0.04, 0.295), (0.075, 0.325)])]
    icing += [line(wiggle((s * 0.335, 0.175), (s * 0.335, 0.065), 2)) for s in (-1, 1)]
    icing += [line(wiggle((s * 0.06, -0.385), (s * 0.225, -0.375), 2)) for s in (-1, 1)]
    icing += [move(ellipsoid(0.0022, 0.0022, 0.0014, segments=16), s * 0.052 * H, 0.385 * H, z) for s in (-1, 1)]
    b.add(join(icing), "icing")
    b.add(join([move(ellipsoid(0.0034, 0.0034, 0.0022, segments=20), b.rng.uniform(-0.0006, 0.0006), y * H, z) for y in (0.13, 0.03, -0.07)]), "buttons")
    for group in b._parts.values():
        for o in group:
            rotate(o, 0, 0, b.spec.seed % 5 * 9 - 14)


@prop("cracker")
def cracker(spec: Spec, b: Builder) -> None:
    """A square cracker, pricked in rows, browned at its blisters and rim."""
    b.slot("body", "bread_crust", "#dbae68", finish=("matte",))
    x, h, n = b.vary(0.052, 0.03), 0.0042, 72
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, n), np.linspace(-0.5, 0.5, n), indexing="ij")
    rim = np.clip((np.maximum(np.abs(u), np.abs(v)).ravel() - 0.44) / 0.06, 0, 1)
    edge = 0.0007 * (np.sin(u * 96) * (np.abs(v) > 0.46) + np.sin(v * 96) * (np.abs(u) > 0.46))
    pricks = sum(np.exp(-(((u - i * 0.16) ** 2 + (v - j * 0.16) ** 2) / 0.024**2)) for i in range(-2, 3) for j in range(-2, 3) if (i + j) % 2 == 0).ravel()
    at = np.stack([u * (x + edge), v * (x + edge), np.zeros_like(u)], axis=-1).reshape(-1, 3)
    puff = field(at, 0.011, seed=spec.seed)
    z = 0.0005 * puff - 0.0014 * pricks - 0.001 * rim**2
    top, low = at + np.outer(h + z, (0, 0, 1.0)), at + np.outer(np.maximum(0.4 * z, 0), (0, 0, 1.0))
    index = np.arange(n * n).reshape(n, n)
    loop = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    side = np.stack([loop, np.roll(loop, -1), np.roll(loop, -1) + n * n, loop + n * n], axis=1)
    body = from_geometry("cracker", np.concatenate([top, low]), np.concatenate([grid_faces(n, n), grid_faces(n, n)[:, ::-1] + n * n, side]), smooth=50)
    brown = np.tile(np.clip(0.5 * puff + 0.2 + 0.45 * rim, 0, 0.75), 2)
    tint(body, lambda _: toward("#dbae68", "#8f4f1c", brown) * (1 - 0.7 * np.tile(pricks, 2))[:, None])
    grounded(rotate(b.add(body, "body"), 0, 0, b.rng.uniform(-25, 25)))


@prop("chocolate_bar")
def chocolate_bar(spec: Spec, b: Builder) -> None:
    """A bar of moulded pieces half out of its foil, two pieces broken off beside it; white where white chocolate is asked for."""
    white, milk = spec.is_a("white"), spec.is_a("milk")
    b.slot("body", "chocolate", "#efe0be" if white else "#5a3420" if milk else b.choose("#29150d", "#331a10"), finish=("satin",))
    b.slot("foil", "foil", "#d3c69a" if b.choose(True, False) else "#cfd1d2", role="fixed")
    w, d, h = 0.0185, 0.0245, 0.0072

    def pieces(places):
        return join([move(moulded(w, d, h), i * w, j * d, 0) for i, j in places])

    cols, rows = 4, 6
    where = [(i - (cols - 1) / 2, j - 1.0) for i in range(cols) for j in range(rows - 2) if not (j == 0 and i >= 2)]
    bar = b.add(pieces(where), "body")
    bits = b.add(rotate(pieces([(-0.5, 0), (0.5, 0)]), 0, 0, 38), "body", "pieces")
    move(bits, w * 1.4, -d * 2.15, 0)
    n, m = 60, 44
    u, v = np.meshgrid(np.linspace(0, 2 * math.pi, n), np.linspace(0, 1, m), indexing="ij")
    c, s = np.cos(u), np.sin(u)
    e = lambda q: np.sign(q) * np.abs(q) ** 0.3
    x, z = (w * cols / 2 + 0.0016) * e(c), h * 0.56 + (h * 0.56 + 0.0012) * e(s)
    y = d * 0.95 + v * d * 2.1 + 0.004 * np.sin(5 * u) * (1 - v) ** 2 + 0.0025 * np.sin(13 * u + 1) * (1 - v) ** 2
    flat = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    crumple = field(flat, 0.006, seed=spec.seed)
    open_ = np.clip(1 - v.ravel() / 0.16, 0, 1)
    flat[:, 2] += 0.0006 * crumple + open_ * 0.004 * np.clip(flat[:, 2] / h - 0.5, 0, 1) * (1 + np.sin(7 * u.ravel()))
    flat[:, 0] += 0.0005 * crumple
    foil = b.add(from_geometry("foil", flat, grid_faces(n, m)[:, ::-1], smooth=25), "foil")
    for o in (bar, bits, foil):
        rotate(move(o, 0, -d * 0.6, 0), 0, 0, 24)
    grounded(bar, bits, foil)


def moulded(w: float, d: float, h: float):
    """A moulded piece: a pillow with bevelled flanks and a smaller raised field."""
    low = rounded_rectangle(w * 0.995, d * 0.995, 0.0006, 4)
    mid = rounded_rectangle(w * 0.9, d * 0.92, 0.0012, 4)
    high = rounded_rectangle(w * 0.74, d * 0.8, 0.0016, 4)
    ring = lambda r, z: np.column_stack([r, np.full(len(r), z)])
    return loft([ring(low, 0.0), ring(low, h * 0.42), ring(mid, h * 0.47), ring(high, h * 0.94), ring(high * 0.96, h)], smooth=30)


@prop("popsicle")
def popsicle(spec: Spec, b: Builder) -> None:
    """An ice lolly: a rounded bar with two grooves on a flat wooden stick, frosted, lying; a bite gone from its corner where it is bitten."""
    b.slot("body", "wax", b.choose("#e0485a", "#f09a2e", "#d9365a", "#8fbf3f"), finish=("satin",))
    b.slot("stick", "pine", "#dcb983", role="fixed")
    w, h, t = 0.046, 0.088, 0.0205
    rows = []
    for u in np.linspace(0, 1, 80):
        z = h * u
        cap = math.sqrt(max(1 - max((u - 0.74) / 0.262, 0) ** 2.3, 0.0)) if u > 0.74 else 1.0
        foot = math.sqrt(max(1 - max((0.035 - u) / 0.035, 0) ** 2, 0.0)) * 0.12 + 0.88
        a = np.linspace(0, 2 * math.pi, 120, endpoint=False)
        e = lambda q, k: np.sign(q) * np.abs(q) ** k
        x, y = w / 2 * (0.93 + 0.07 * (1 - u)) * cap * foot * e(np.cos(a), 0.45), t / 2 * (0.55 + 0.45 * cap) * foot * e(np.sin(a), 0.5)
        groove = sum(np.exp(-(((x / w - s) / 0.055) ** 2)) for s in (-0.19, 0.19)) * np.clip((0.82 - u) * 9, 0, 1) * np.clip((u - 0.08) * 14, 0, 1)
        y = y * (1 - 0.22 * groove)
        rows.append(np.stack([x, y, np.full(120, z)], axis=1))
    body = displace(displace(loft(rows, smooth=180), 0.0007, 0.012, seed=spec.seed), 0.00018, 0.0016, seed=1)
    frost = lambda p: (1 + 0.2 * np.clip(field(p, 0.01, seed=spec.seed), 0, 1) + 0.12 * np.clip(field(p, 0.0025, seed=2), 0, 1))[:, None] * np.array((1.0, 1.25, 1.3))
    stick = rotate(extrude([(x, y) for x, y in np.concatenate([arc(0.0052, 180, 360, 16, (0, -0.042)), [(0.0052, 0.02), (-0.0052, 0.02)]])], 0.0022, bevel=0.0008, at=(0, 0, -0.0011)), 90)
    made = [b.add(tint(body, frost), "body"), b.add(stick, "stick")]
    for o in made:
        rotate(rotate(move(o, 0, 0, -0.02), -90 + 1.5), 0, 0, b.rng.uniform(130, 160))
    grounded(*made)


@prop("cinnamon_stick")
def cinnamon_stick(spec: Spec, b: Builder) -> None:
    """A quill of bark rolled in from both sides; three of them together, tied where a bundle is asked for."""
    b.slot("body", "mushroom", "#9a5a2e", finish=("matte",))
    bundle = spec.is_a("bundle")
    places = [(-0.011, 0, 0), (0.009, 0, 0), (-0.001, 0.0, 0.0145)] if bundle else [(0, 0, 0)]
    made = []
    for k, (x, y, z) in enumerate(places):
        L, r = b.vary(0.088, 0.06), b.vary(0.0078, 0.08)
        n = 110
        u = np.linspace(-1, 1, n)
        q = np.abs(u)
        turn = 2.5 * math.pi * q
        far = r * (0.62 - 0.52 * q)
        cx = np.sign(u) * r * 0.48
        line = np.stack([cx - far * np.sin(turn) * np.sign(u), far * np.cos(turn)], axis=1)
        thick = 0.00085
        tangent = np.gradient(line, axis=0)
        normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1) / np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
        section = np.concatenate([line + normal * thick, (line - normal * thick)[::-1]])
        rings = [np.column_stack([section[:, 0], np.full(len(section), s), section[:, 1]]) for s in np.linspace(-L / 2, L / 2, 40)]
        stick = loft(rings, smooth=50)
        displace(displace(stick, 0.0012, 0.03, seed=spec.seed + k), 0.0003, 0.003, seed=k)
        tint(stick, lambda p, L=L: (1 + 0.2 * np.sin(p[:, 0] * 2600 + 3 * field(p, 0.01, seed=1)) * 0.6 + 0.25 * field(p * (1, 0.2, 1), 0.004, seed=2)) * (1 - 0.25 * (np.abs(p[:, 1]) > 0.485 * L)))
        made.append(b.add(move(rotate(stick, 0, b.rng.uniform(0, 360) if not bundle else 120 * k, (0, 4, -3)[k]), x, y, z), "body"))
    if bundle:
        b.slot("twine", "burlap", "#c4a676", role="fixed")
        ring = [(0.0205 * math.cos(a), 0.001 * math.sin(9 * a), 0.0055 + 0.0172 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 60)]
        made.append(b.add(join([sweep([(x, y + dy, z) for x, y, z in ring], 0.0008, sides=6) for dy in (-0.002, 0, 0.002)]), "twine"))
    for o in made:
        rotate(o, 0, 0, b.spec.seed % 4 * 12 - 48)
    grounded(*made)


@prop("toast")
def toast(spec: Spec, b: Builder) -> None:
    """A slice of tin bread, browned: a dark crust with two shoulders, a face toasted darker towards its middle."""
    b.slot("body", "bread_crumb", "#c98d48")
    b.slot("crust", "bread_crust", "#8a4f1f", role="fixed")
    w, t = b.vary(0.052, 0.04), 0.0125
    half = smooth_path([(0, 0.93), (0.5, 0.97), (0.86, 0.92), (1.02, 0.72), (0.98, 0.5), (0.9, 0.36), (0.92, 0.0), (0.92, -0.72), (0.84, -0.86), (0.5, -0.88), (0, -0.88)], 120) * w
    outline = np.concatenate([half, (half * (-1, 1))[-2:0:-1]])[::-1]
    crust = displace(extrude([tuple(p) for p in outline], t, bevel=0.0022, segments=4), 0.0009, 0.015, seed=spec.seed)
    made = [b.add(tint(crust, lambda p: 1 + 0.3 * field(p, 0.012, seed=spec.seed)), "crust")]
    far = np.linspace(0.004, 0.965, 56)
    for z, up in ((t, 1), (0.0, -1)):
        grid = far[:, None, None] * outline[None, :, :]
        at = np.concatenate([grid, np.zeros((*grid.shape[:2], 1))], axis=-1).reshape(-1, 3)
        pores = field(at, 0.0026, seed=spec.seed + 1) - 0.6
        at[:, 2] = z + up * (0.0006 - 0.0011 * np.clip(pores, 0, 1) - 0.0012 * np.clip((np.repeat(far, len(outline)) - 0.9) / 0.065, 0, 1) ** 2)
        heat = np.clip(0.62 - 0.75 * np.repeat(far, len(outline)) ** 2.2 + 0.35 * field(at, 0.022, seed=spec.seed + 2) + 0.18 * field(at, 0.003, seed=3), 0, 1)
        face = from_geometry("face", at, grid_faces(56, len(outline), closed=True)[:, ::-up], smooth=180)
        made.append(b.add(tint(face, lambda _, heat=heat: toward("#c98d48", "#f0d7a4", np.clip(0.75 - 1.5 * heat, 0, 1)) * toward("#c98d48", "#8a4a1c", np.clip(heat - 0.35, 0, 1) * 1.1)), "body"))
    turn = b.rng.uniform(-25, 25)
    for o in made:
        rotate(o, 0, 0, turn)
    b.support("top", -w * 0.8, w * 0.8, -w * 0.8, w * 0.8, t)

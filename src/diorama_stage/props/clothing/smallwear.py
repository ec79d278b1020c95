# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things to wear: a sock, a slipper, a belt, a bracelet, earrings."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, displace, ellipsoid, extrude, from_geometry, join, lathe, move, rotate, smooth_path, sphere, sweep, torus
from diorama_stage.kit.parts import pile, rod, tint
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.seams import ribbon, sheet, thread
from diorama_stage.props.clothing.shoe_last import outline
from diorama_stage.props.registry import prop

LEG = [(0.0, 0.2), (-0.002, 0.14), (-0.004, 0.08), (0.002, 0.035), (0.03, 0.004), (0.075, -0.004), (0.125, -0.008), (0.16, -0.012)]
"""The middle line of a sock lying on its side, from the cuff to the toe: x, y, metres."""


@prop("sock")
def sock(spec: Spec, b: Builder) -> None:
    """Knitted, lying flat: a ribbed cuff, a turned heel and toe of another colour, rings round its leg."""
    base = b.choose("#4a6a9c", "#9c3a3a", "#5a7d4f", "#d8cdb4", "#6a5a8a")
    accent = b.choose("#e9e2d0", "#2c3442", "#d9a23a")
    b.slot("body", "knit", base)
    b.slot("accent", "knit", accent, role="trim")
    path = smooth_path(np.column_stack([LEG, np.zeros(len(LEG))]), 150)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    u = run / run[-1]
    wide = np.interp(u, [0, 0.1, 0.35, 0.52, 0.62, 0.75, 0.9, 0.97, 1], [0.043, 0.041, 0.042, 0.05, 0.047, 0.042, 0.04, 0.029, 0.004])
    q = np.linspace(0, 2 * math.pi, 120, endpoint=False)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.column_stack([-along[:, 1], along[:, 0], 0 * u])
    section = np.column_stack([np.sign(np.cos(q)) * np.abs(np.cos(q)) ** 0.75, np.sign(np.sin(q)) * np.abs(np.sin(q)) ** 0.8])
    ribs = 1 + 0.1 * np.cos(34 * q)[None, :] * (u < 0.17)[:, None]
    thick = 0.0105 * np.interp(u, [0, 0.5, 0.95, 1], [0.9, 1.15, 0.9, 0.2])
    rings = (
        path[:, None]
        + (wide[:, None] * section[None, :, 0])[..., None] * side[:, None]
        + np.stack([0 * ribs, 0 * ribs, thick[:, None] * section[None, :, 1] * ribs], axis=-1)
    )
    rings += (0.0022 * np.sin(9 * u)[:, None] * np.cos(3 * q)[None, :])[..., None] * (0, 0, 1)
    heel = rings[:, :, 0] + rings[:, :, 1]
    toes = (u > 0.87)[:, None] & (heel > -9)
    corner = np.hypot(rings[:, :, 0] + 0.035, rings[:, :, 1] + 0.03) < 0.052
    striped = ((u > 0.2) & (u < 0.48) & (((u - 0.2) / 0.07) % 1 < 0.5))[:, None] & (heel > -9)
    worn = toes | corner | striped
    made = []
    n, m = worn.shape
    faces = [(i * m + j, i * m + (j + 1) % m, (i + 1) * m + (j + 1) % m, (i + 1) * m + j) for i in range(n - 1) for j in range(m)]
    flags = [bool(worn[i, j]) for i in range(n - 1) for j in range(m)]
    for name, want in (("body", False), ("accent", True)):
        part = [f for f, flag in zip(faces, flags, strict=True) if flag == want]
        made.append(b.add(from_geometry("sock", rings.reshape(-1, 3), part, smooth=180), name))
    turn = b.rng.uniform(-50, -20)
    for o in made:
        rotate(displace(o, 0.0012, 0.03, seed=spec.seed), 0, 0, turn)
    grounded(*made)


@prop("slipper")
def slipper(spec: Spec, b: Builder) -> None:
    """Backless and warm: a felt upper over the toes, fleece within and round its edge, a rubber sole."""
    base = b.choose("#7a5a3c", "#8a8f98", "#a8455a", "#4f6a7d", "#b08a5a")
    b.slot("body", "suede", base)
    b.slot("lining", "plush", "#efe8da", role="trim")
    b.slot("sole", "rubber", "#2c2a28", role="fixed")
    L, made = 0.275, []
    edge = outline(L, width=1.12)
    made.append(b.add(extrude([tuple(p) for p in edge], 0.013, bevel=0.004), "sole"))
    inner = (edge - edge.mean(axis=0)) * 0.97 + edge.mean(axis=0)
    bed = extrude([tuple(p) for p in inner], 0.012, bevel=0.005, at=(0, 0, 0.011))
    made.append(b.add(bed, "lining", "footbed"))
    x = np.linspace(0.47, 0.996, 40) * L
    left = np.array([edge[(np.abs(edge[:, 0] - v) < 0.004)][:, 1].max() for v in x])
    right = np.array([edge[(np.abs(edge[:, 0] - v) < 0.004)][:, 1].min() for v in x])
    high = 0.066 * np.sqrt(np.maximum(1 - np.clip((x / L - 0.47) / 0.53, 0, 1) ** 2.6, 0.0)) + 0.003
    q = np.linspace(0, math.pi, 41)
    rows = []
    for v, a, c, h in zip(x, left, right, high, strict=True):
        rows.append(
            np.column_stack(
                [
                    np.full(41, v) + 0.012 * np.sin(q) * (v < 0.6 * L) * (0.6 * L - v) / (0.13 * L),
                    (a + c) / 2 + (a - c) / 2 * 1.03 * np.sign(np.cos(q)) * np.abs(np.cos(q)) ** 0.8,
                    0.008 + h * np.sin(q) ** 0.75,
                ]
            )
        )
    grid = np.stack(rows)
    upper = displace(sheet(grid, 0.0045, smooth=60), 0.0012, 0.03, seed=spec.seed)
    made.append(b.add(upper, "body"))
    middle = grid.mean(axis=1, keepdims=True)
    made.append(b.add(sheet(middle + (grid - middle) * 0.93, 0.004), "lining"))
    cuff = sweep(grid[0] + (-0.004, 0, 0.001), 0.0095 * (1 + 0.06 * np.sin(np.linspace(0, 40, 41))), sides=18)
    fluffy = displace(cuff, 0.0022, 0.008, seed=spec.seed)
    made += [
        b.add(fluffy, "lining", "cuff"),
        b.add(pile(fluffy, 5200, 0.006, 0.0006, seed=spec.seed), "lining", "cuff"),
        b.add(pile(bed, 5200, 0.005, 0.0006, seed=3), "lining", "footbed"),
    ]
    b.slot("stitches", "cotton", "#d8cdb8", role="fixed")
    made.append(b.add(thread(grid[9] * (1, 1.0, 1.0) + (0, 0, 0.0026), 0.005, 0.0006), "stitches"))
    for o in made:
        rotate(move(o, -L / 2, 0, 0), 0, 0, -125)
    grounded(*made)


@prop("belt")
def belt(spec: Spec, b: Builder) -> None:
    """Coiled on its edge: a leather strap with stitched edges, its buckle at the end, five holes."""
    b.slot("body", "leather", b.choose("#5a3420", "#2a1c14", "#7a4a28", "#1b1a19"))
    b.slot("buckle", "brass", b.choose("#c9a24a", "#b8b9bb"), role="trim", finish=("polished",))
    b.slot("stitches", "cotton", "#d8c49a", role="fixed")
    b.slot("holes", "soil", "#0c0806", role="fixed")
    wide, turns_ = 0.036, 3.3
    a = np.linspace(0, 2 * math.pi * turns_, 300)
    r = 0.033 + 0.0052 * a / (2 * math.pi) + 0.0022 * np.sin(a * 0.9 + 1)
    coil = np.column_stack([r * np.cos(a), r * np.sin(a), np.full(300, wide / 2)])
    way = coil[-1] - coil[-2]
    way /= np.linalg.norm(way)
    out = np.array((way[1], -way[0], 0.0))
    tail = np.array([coil[-1] + way * s + out * 0.1 * s * s * 4 for s in np.linspace(0.004, 0.1, 40)])
    path = np.concatenate([coil, tail])
    made = [b.add(ribbon(path, (0, 0, 1), wide, 0.0034), "body")]
    for z in (-1, 1):
        made.append(b.add(thread(path + (0, 0, z * (wide / 2 - 0.0035)), 0.0036, 0.0019), "stitches"))
    end, along = path[-1], path[-1] - path[-4]
    along /= np.linalg.norm(along)
    across = np.array((along[1], -along[0], 0.0))
    corner = lambda s, z: end + along * s + np.array((0, 0, z))  # noqa: E731
    frame = [
        corner(0.002, -0.024),
        corner(0.03, -0.024),
        corner(0.034, -0.02),
        corner(0.034, 0.02),
        corner(0.03, 0.024),
        corner(0.002, 0.024),
        corner(-0.002, 0.02),
        corner(-0.002, -0.02),
        corner(0.002, -0.024),
    ]
    made.append(b.add(sweep(np.array(frame), 0.0034, sides=14), "buckle"))
    made.append(
        b.add(
            sweep(np.array([corner(0, 0) - across * 0.002, corner(0.016, 0) - across * 0.0045, corner(0.0355, 0) - across * 0.002]), 0.0023, sides=10),
            "buckle",
            "prong",
        )
    )
    made.append(b.add(ribbon(np.array([end - along * 0.02 + across * v for v in (-0.004, 0.0, 0.004)]), (0, 0, 1), wide + 0.006, 0.007), "body", "keeper"))
    for k in range(5):
        i = 30 + 9 * k
        normal = np.array((math.cos(a[i]), math.sin(a[i]), 0.0))
        made.append(b.add(rod(path[i] - normal * 0.0021, path[i] + normal * 0.0021, 0.0019, sides=12), "holes"))
    turn = math.degrees(math.atan2(-along[0], -along[1])) + 118 + b.rng.uniform(-12, 12)
    for o in made:
        rotate(o, 0, 0, turn)
    grounded(*made)


@prop("bracelet")
def bracelet(spec: Spec, b: Builder) -> None:
    """A chain of links with small charms; a plain bangle, or polished beads, where the words say so."""
    R = 0.032
    b.footprint = "round"
    if spec.is_a("bangle"):
        b.slot("body", "gold", "#d8ac4a", finish=("polished",))
        ring = torus(R, 0.0036, at=(0, 0, 0.0036), segments=120, sides=24)
        groove = lambda p: 1 - 0.25 * np.exp(-((((np.arctan2(p[:, 1], p[:, 0]) * 16 / math.pi + p[:, 2] * 160) % 1 - 0.5) / 0.12) ** 2))  # noqa: E731
        b.add(tint(ring, groove), "body")
        return
    if spec.is_a("beads"):
        b.slot("body", "jade", b.choose("#3f8a6a", "#7a4a8a", "#2f6f9c", "#8a3a3a"))
        b.slot("metal", "gold", "#d8ac4a", role="fixed")
        for k in range(24):
            t = 2 * math.pi * k / 24
            gold = k % 8 == 0
            r = 0.0041 if not gold else 0.0036
            b.add(sphere(r, at=(R * math.cos(t), R * math.sin(t), 0.0041), segments=32), "metal" if gold else "body")
        return
    b.slot("body", "gold", "#d8ac4a", finish=("polished",))
    b.slot("gem", "crystal", b.choose("#c2203a", "#2f5fc0", "#2f9a5a", "#e9f1f6"), role="fixed")
    links, n = [], 34
    for k in range(n):
        t = 2 * math.pi * k / n
        link = sweep(np.column_stack([0.0044 * np.cos(q := np.linspace(0, 2 * math.pi, 33)), 0.0026 * np.sin(q), 0 * q]), 0.00085, sides=10)
        links.append(move(rotate(link, 90 if k % 2 else 8, 0, math.degrees(t) + 90), R * math.cos(t), R * math.sin(t), 0.0032))
    b.add(join(links), "body", "links")
    for k in range(7):
        t = 2 * math.pi * (k + 0.5) / 7
        way = np.array((math.cos(t), math.sin(t), 0.0))
        at = way * (R + 0.0085) + (0, 0, 0.0028)
        b.add(move(rotate(torus(0.002, 0.0005, segments=24, sides=8), 90, 0, math.degrees(t)), *(way * (R + 0.0038) + (0, 0, 0.003))), "body", "charms")
        shape = k % 3
        if shape == 0:
            b.add(ellipsoid(0.0034, 0.0034, 0.0027, at=tuple(at), segments=8), "gem", "charms")
            b.add(move(torus(0.0034, 0.0006, segments=28, sides=8), *(at - (0, 0, 0.0004))), "body", "charms")
        else:
            heart = (
                [
                    (0.0038 * math.sin(q) ** 3, 0.0033 * math.cos(q) - 0.0013 * math.cos(2 * q) - 0.0005 * math.cos(3 * q))
                    for q in np.linspace(0, 2 * math.pi, 30, endpoint=False)
                ]
                if shape == 1
                else [
                    ((0.0042 if i % 2 == 0 else 0.002) * math.sin(math.pi * i / 5), (0.0042 if i % 2 == 0 else 0.002) * math.cos(math.pi * i / 5))
                    for i in range(10)
                ]
            )
            b.add(move(rotate(extrude(heart[::-1], 0.0018, bevel=0.0006, at=(0, 0, 0)), 0, 0, math.degrees(t) + 90), at[0], at[1], 0.0012), "body", "charms")


@prop("earrings")
def earrings(spec: Spec, b: Builder) -> None:
    """A pair on a small stand: hooks of gold wire, a set stud, a faceted drop below it."""
    b.slot("body", "gold", "#d8ac4a", finish=("polished",))
    b.slot("gem", "crystal", b.choose("#2f5fc0", "#c2203a", "#2f9a5a", "#8a4ac0", "#e9f1f6"), role="fixed")
    b.slot("stand", "velvet", b.choose("#23242a", "#4a2436", "#e4dccb"), role="fixed")
    b.add(box(0.062, 0.034, 0.007, bevel=0.002), "stand")
    b.add(rod((0, 0.004, 0.005), (0, 0.004, 0.078), 0.0038), "stand")
    b.add(rod((-0.026, 0.004, 0.078), (0.026, 0.004, 0.078), 0.0034), "stand")
    hoops = spec.is_a("hoop")
    for s in (-1, 1):
        x, top = s * 0.019, 0.0795
        hook = smooth_path([(x, 0.0125, 0.068), (x, 0.0115, 0.08), (x, 0.004, 0.0835), (x, -0.002, 0.079), (x, -0.0025, 0.0685)], 40)
        b.add(sweep(hook, 0.0006, sides=10), "body", "hooks")
        if hoops:
            b.add(move(rotate(torus(0.0125, 0.0012, segments=72, sides=14), 90), x, -0.003, top - 0.0235), "body")
            continue
        b.add(
            move(rotate(lathe([(0, -0.0012), (0.0042, -0.0012), (0.0046, 0.0), (0.004, 0.0012), (0, 0.0012)], segments=36), 90), x, -0.0025, 0.0655),
            "body",
            "settings",
        )
        b.add(move(rotate(lathe([(0, 0.0028), (0.0022, 0.0024), (0.0036, 0.0008), (0, 0.0004)], segments=8, smooth=None), 90), x, -0.0025, 0.0655), "gem")
        b.add(move(rotate(torus(0.0014, 0.0004, segments=24, sides=8), 0, 90), x, -0.0025, 0.0603), "body", "settings")
        drop = lathe([(0, 0.0), (0.0034, 0.0022), (0.0056, 0.0066), (0.0038, 0.013), (0.0014, 0.0176), (0, 0.018)], segments=8, smooth=None)
        b.add(move(drop, x, -0.0025, 0.0405), "gem")
        b.add(move(lathe([(0.0016, 0.0168), (0.0022, 0.0176), (0.0012, 0.019), (0, 0.0194)], segments=24), x, -0.0025, 0.0405), "body", "settings")

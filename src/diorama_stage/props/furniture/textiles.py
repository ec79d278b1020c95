# SPDX-License-Identifier: GPL-3.0-or-later
"""Cloth of the house: rugs knotted in colours, blankets spread or folded, curtains on their rod."""

from __future__ import annotations

import math

import numpy as np
from mathutils import Vector, noise

from diorama_stage.kit import Builder, Spec, bevel, box, from_geometry, join, lathe, move, rotate, solidify, sphere, sweep, torus
from diorama_stage.kit.parts import pile, rod
from diorama_stage.props.registry import prop


def lie(x: float, y: float, seed: int, height: float, size: float) -> float:
    """How high cloth lies above the floor at (x, y), metres: smooth waves of `height`, `size` metres across."""
    return height * max(noise.fractal(Vector((x / size + seed * 7.3, y / size, seed * 1.7)), 1.0, 2.0, 3) + 0.35, 0)


def fringe(xs, y: float, out: float, z: float, rng, length: float):
    """Loose threads along a hem: one flat strand at each of `xs`, lying towards `out` (the sign of y)."""
    verts, faces = [], []
    for x in xs:
        bend, far = rng.uniform(-0.35, 0.35), length * rng.uniform(0.8, 1.1)
        k = len(verts)
        for t, w in ((0, 0.0016), (0.5, 0.0018), (1.0, 0.0024)):
            cx, cy = x + bend * far * t * t, y + out * far * t
            verts += [(cx - w, cy, z * (1 - t) + 0.001), (cx, cy, z * (1 - t) + 0.0032), (cx + w, cy, z * (1 - t) + 0.001)]
        faces += [(k + 3 * i + j, k + 3 * i + j + 1, k + 3 * i + j + 4, k + 3 * i + j + 3) for i in range(2) for j in range(2)]
    return from_geometry("fringe", verts, faces, smooth=80)


def knots(u: np.ndarray, v: np.ndarray, long: float, wide: float) -> np.ndarray:
    """The design of a knotted rug: 0 field, 1 dark, 2 light, 3 gold, by place from its middle (u along, v across, metres)."""
    out = np.zeros(u.shape, int)
    edge = np.minimum(long / 2 - np.abs(u), wide / 2 - np.abs(v))
    along = np.where(long / 2 - np.abs(u) < wide / 2 - np.abs(v), v, u)
    petals = np.abs(np.sin(u * 21)) + np.abs(np.sin(v * 21))
    out[petals > 1.86] = 3
    out[(np.abs(np.sin(u * 10.5 + v * 10.5)) < 0.07) & (np.abs(np.sin(u * 10.5 - v * 10.5)) > 0.5)] = 1
    a, r = np.arctan2(v, u * wide / long), np.hypot(v / wide, u / long) * 2
    lobes = r * (1 + 0.09 * np.cos(8 * a) + 0.04 * np.cos(16 * a))
    for limit, colour in ((0.56, 2), (0.535, 1), (0.4, 2), (0.38, 0), (0.25, 3), (0.22, 1), (0.11, 2), (0.07, 0)):
        out[lobes < limit] = colour
    ring = (lobes > 0.415) & (lobes < 0.52) & (np.cos(16 * a) > 0.55)
    out[ring] = 3
    inner = (lobes > 0.265) & (lobes < 0.365) & (np.cos(12 * a) > 0.3)
    out[inner] = 2
    corner = np.hypot(np.abs(u) - long / 2 + 0.17, np.abs(v) - wide / 2 + 0.17)
    out[corner < 0.27] = 1
    out[(corner < 0.24) & (np.sin(corner * 60 + 3 * np.arctan2(np.abs(v), np.abs(u)) * 4) > 0.3)] = 3
    for limit, colour in ((0.19, 2), (0.18, 1), (0.05, 2), (0.04, 0), (0.012, 1)):
        out[edge < limit] = colour
    flower = (edge > 0.062) & (edge < 0.168)
    bloom = np.hypot(((along + 0.06) % 0.12 - 0.06), edge - 0.115)
    out[flower & (bloom < 0.046)] = 0
    out[flower & (bloom < 0.028)] = 2
    out[flower & (bloom < 0.012)] = 3
    leaf = np.hypot((along % 0.12 - 0.06) * 0.7, edge - 0.115)
    out[flower & (leaf < 0.013)] = 3
    return out


@prop("rug")
def rug(spec: Spec, b: Builder) -> None:
    long, wide, thick = 2.0, b.vary(1.3, 0.04), 0.011
    round_ = spec.shaped("round", "circular", "oval")
    if round_:
        long = wide = 1.6
    shaggy = spec.material in ("fur", "plush") or spec.has("fluffy", "shaggy", "fuzzy", "furry")
    knotted = spec.material is None and not shaggy and not spec.has("plain", "simple")
    b.slot("field", "carpet", b.choose("#8f2a26", "#7d2f2b", "#27466b"))
    for name, colour in (("border", "#1d2740"), ("motifs", "#ddcfae"), ("ornaments", b.choose("#b98a45", "#a8743c"))):
        b.slot(name, "carpet", colour, role="trim")
    b.slot("fringe", "cotton", "#ded3b8", role="trim")
    nu, nv = (280, 182) if not round_ else (220, 220)
    u, v = np.meshgrid((np.arange(nu) + 0.5) / nu * long - long / 2, (np.arange(nv) + 0.5) / nv * wide - wide / 2, indexing="ij")
    if not knotted:
        edge = wide / 2 - np.hypot(u, v) if round_ else np.minimum(long / 2 - np.abs(u), wide / 2 - np.abs(v))
        design = np.where((edge > 0.05) & (edge < 0.085) & (not shaggy), 2, 0)
    elif round_:
        r = np.hypot(u, v)
        design = knots(r * 1.0 - 0.0, np.abs(((np.arctan2(v, u) / math.pi * 8) % 1) - 0.5) * 0.5 * r, 1.6, 9.0)
        design = np.where(r > 0.775, 1, design)
    else:
        design = knots(u, v, long, wide)
    inside = np.hypot(u, v) < wide / 2 if round_ else np.ones_like(u, bool)
    gx, gy = np.linspace(-long / 2, long / 2, nu + 1), np.linspace(-wide / 2, wide / 2, nv + 1)
    lift = np.array([[lie(x, y, spec.seed, 0.0045, 0.5) for y in gy[::6]] for x in gx[::6]])
    top = np.array([np.interp(gy, gy[::6], row) for row in lift])
    top = np.array([np.interp(gx, gx[::6], column) for column in top.T]).T + thick
    for code, slot in enumerate(("field", "border", "motifs", "ornaments")):
        i, j = np.nonzero((design == code) & inside)
        if not len(i):
            continue
        ids = np.stack([i * (nv + 1) + j, (i + 1) * (nv + 1) + j, (i + 1) * (nv + 1) + j + 1, i * (nv + 1) + j + 1], axis=1)
        used, faces = np.unique(ids, return_inverse=True)
        a, c = used // (nv + 1), used % (nv + 1)
        made = b.add(from_geometry("knots", np.stack([gx[a], gy[c], top[a, c]], axis=1), faces.reshape(-1, 4), smooth=60), slot)
        if shaggy and slot == "field":
            b.add(pile(made, 24000, 0.032, 0.014, seed=spec.seed, lay=(0.5, -0.4, -0.3)), "field", "pile")
    if round_:
        b.add(
            lathe([(wide / 2 - 0.004, 0), (wide / 2 + 0.003, 0.004), (wide / 2, thick * 0.9), (wide / 2 - 0.012, thick + 0.0015)], segments=160),
            "field",
            "edge",
        )
        b.footprint = "round"
    else:
        b.add(box(long - 0.002, wide - 0.002, thick - 0.0005, bevel=0.004), "field", "edge")
        ends = [rotate(fringe(np.arange(-wide / 2 + 0.006, wide / 2, 0.0095), -long / 2, -1, thick * 0.6, b.rng, 0.06), 0, 0, s) for s in (90, -90)]
        b.add(join(ends), "fringe")
    b.support("top", -long * 0.45, long * 0.45, -wide * 0.42, wide * 0.42, thick + 0.003, round=round_)


@prop("blanket")
def blanket(spec: Spec, b: Builder) -> None:
    wool = b.choose("wool", "cotton", "wool")
    b.slot("body", wool, b.choose("#a63d33", "#3f5f7f", "#c9a46a", "#5f7a5a"), pattern=b.choose("plaid", "plaid", None, "checks"))
    if spec.has("folded"):
        folded(spec, b)
        return
    b.slot("fringe", "wool", "#e2d8c2", role="trim")
    W, L, n, m = 1.5, 1.2, 120, 100
    verts = []
    for i in range(n + 1):
        for j in range(m + 1):
            x, y = (i / n - 0.5) * W, (j / m - 0.5) * L
            edge = 1 - min(1, 2 * min(W / 2 - abs(x), L / 2 - abs(y)) / 0.25)
            wave = 0.5 - abs(noise.noise(Vector((x * 2.2 + 0.6 * y + spec.seed, y * 2.9 - 0.4 * x, spec.seed * 0.7))))
            ridge = max(wave - 0.36, 0) * 0.24 * (0.4 + 0.6 * abs(math.sin(1.7 * x + 2.3 * y + spec.seed)))
            dx, dy = 0.02 * noise.noise(Vector((y * 3, spec.seed, 0.5))), 0.02 * noise.noise(Vector((x * 3, spec.seed, 4.5)))
            z = 0.004 + ridge + lie(x, y, spec.seed, 0.007, 0.22) + 0.004 * edge * (1 + math.sin(13 * (x - y) + spec.seed))
            verts.append((x + dx, y + dy, z))
    turn_back(verts, W, L, 0.3)
    faces = [(i * (m + 1) + j, (i + 1) * (m + 1) + j, (i + 1) * (m + 1) + j + 1, i * (m + 1) + j + 1) for i in range(n) for j in range(m)]
    b.add(solidify(from_geometry("blanket", verts, faces, smooth=180), 0.0055, offset=1.0), "body")
    ends = [
        rotate(fringe(np.arange(-L / 2 + 0.01, L / 2 - (0.32 if s > 0 else 0.0), 0.011), -W / 2, -1, 0.006, b.rng, 0.055), 0, 0, s) for s in (90, -90)
    ]
    b.add(join(ends), "fringe")
    b.support("top", -W * 0.3, W * 0.3, -L * 0.3, L * 0.3, 0.011)


def turn_back(verts: list, W: float, L: float, size: float) -> None:
    """Turn the front right corner of a sheet back over itself, along the line at 45 degrees `size` metres from the corner."""
    line = W / 2 + L / 2 - size
    for k, (x, y, z) in enumerate(verts):
        past = (x - y - line) / math.sqrt(2)
        if past > 0:
            r = 0.012
            around = min(past / r, math.pi)
            far = max(past - math.pi * r, 0)
            step = r * math.sin(around) - far - past
            verts[k] = (x + step / math.sqrt(2), y - step / math.sqrt(2), z + r * (1 - math.cos(around)) + 0.003)


def folded(spec: Spec, b: Builder) -> None:
    """Folded to a parcel, the folds towards the front."""
    W, D, t, layers = 0.46, 0.34, 0.026, 4
    path = []
    for k in range(layers):
        z, back = (k + 0.5) * t, k % 2
        row = np.linspace(-D / 2, D / 2, 24)[:: -1 if back else 1]
        path += [(y * (1 - 0.012 * k), z) for y in row]
        if k < layers - 1:
            side = -1 if back else 1
            path += [
                (side * (D / 2 * (1 - 0.012 * k) + t / 2 * math.sin(a)), z + t / 2 - t / 2 * math.cos(a)) for a in np.linspace(0.3, math.pi - 0.3, 7)
            ]
    n, m = 44, len(path)
    verts = []
    for i in range(n + 1):
        x = (i / n - 0.5) * W
        for y, z in path:
            sag = 0.006 * noise.noise(Vector((x * 6, y * 6, spec.seed + z * 20)))
            end = 0.01 * noise.noise(Vector((z * 60, spec.seed, 3.1 * (x > 0)))) * abs(2 * x / W) ** 3
            drop = 0.35 * t * (abs(2 * x / W) ** 8 + 0.5 * abs(2 * y / D) ** 10) * z / (layers * t)
            verts.append((x + math.copysign(end, x), y + sag * 0.6, z + sag - drop))
    faces = [(i * m + j, (i + 1) * m + j, (i + 1) * m + j + 1, i * m + j + 1) for i in range(n) for j in range(m - 1)]
    b.add(bevel(solidify(from_geometry("blanket", verts, faces, smooth=180), t * 0.8, offset=0.0), 0.006, 3, angle=60), "body")
    b.support("top", -W * 0.4, W * 0.4, -D * 0.38, D * 0.38, layers * t)


@prop("curtain")
def curtain(spec: Spec, b: Builder) -> None:
    H, half, tied = 2.25, 0.95, b.rng.random() < 0.55 and not spec.has("closed", "drawn")
    reach = half * (1.0 if spec.has("closed", "drawn") else 0.66)
    b.slot("body", b.choose("linen", "velvet", "cotton"), b.choose("#b9a78a", "#7f2a2f", "#5f7a86", "#d9cfba"))
    b.slot("rod", b.choose("brass", "walnut", "cast_iron"), role="trim")
    for s in (-1, 1):
        n, m, pleats = 260, 60, 9
        phase = b.rng.uniform(0, 6)
        verts = []
        for j in range(m + 1):
            v = j / m
            z = 0.006 + (H - 0.05) * v
            tie = math.exp(-(((z - 0.92) / (0.34 if z > 0.92 else 0.6)) ** 2)) if tied else 0.0
            wide = reach * (1 - 0.68 * tie) * (1 + 0.03 * math.sin(3 * v + phase))
            deep = (0.02 + 0.034 * (1 - v) ** 0.6) * (1 + 0.5 * tie)
            for i in range(n + 1):
                u = i / n
                a = 2 * math.pi * pleats * (u + 0.012 * math.sin(5 * v + 9 * u + phase)) + 0.5 * math.sin(4 * u + phase) * (1 - v)
                y = deep * (math.sin(a) + 0.22 * math.sin(2 * a + phase)) + 0.008 * math.sin(2.3 * a / 9 + 3 * v)
                swell = tie * 0.05 * math.sin(math.pi * u)
                verts.append((s * (half - wide * u - 0.01 * math.sin(2 * a) * deep * 20), y - swell, z - 0.05 * tie * u))
        faces = [(j * (n + 1) + i, j * (n + 1) + i + 1, (j + 1) * (n + 1) + i + 1, (j + 1) * (n + 1) + i) for j in range(m) for i in range(n)]
        b.add(from_geometry("panel", verts, faces, smooth=180), "body", "panels")
        for k in range(pleats):
            b.add(rotate(torus(0.02, 0.0032, segments=28, sides=8), 0, 90), "rod", "rings")
            move(b._parts["rings"][-1], s * (half - reach * (k + 0.5) / pleats), 0, H - 0.025)
        if tied:
            x = s * (half - reach * 0.155)
            band = [
                (x + reach * 0.185 * math.cos(a), -0.012 + 0.088 * math.sin(a), 0.885 - s * 0.022 * math.cos(a))
                for a in np.linspace(0, 2 * math.pi, 48)
            ]
            b.add(
                sweep(band, 0.034, section=[(0.2 * math.cos(a), math.sin(a)) for a in np.linspace(0, 2 * math.pi, 14, endpoint=False)]),
                "body",
                "ties",
            )
        b.add(sphere(0.034, at=(s * (half + 0.12), 0, H), segments=32), "rod", "finials")
        b.add(torus(0.016, 0.006, segments=28, sides=10), "rod", "finials")
        move(rotate(b._parts["finials"][-1], 0, 90), s * (half + 0.086), 0, H)
        b.add(rod((s * (half + 0.03), 0, H), (s * (half + 0.03), 0.1, H), 0.008), "rod", "brackets")
    b.add(rod((-half - 0.1, 0, H), (half + 0.1, 0, H), 0.013), "rod")
    b.hang = (0, 0.1, H)

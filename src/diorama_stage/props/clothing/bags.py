# SPDX-License-Identifier: GPL-3.0-or-later
"""Bags: a backpack (a day pack with zips, or a rucksack with a flap), a handbag, a wallet."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Interior,
    Spec,
    bevel,
    boolean,
    box,
    cylinder,
    displace,
    extrude,
    from_geometry,
    join,
    move,
    rotate,
    rounded_profile,
    smooth_path,
    sphere,
    sweep,
    torus,
)
from diorama_stage.kit.parts import rod
from diorama_stage.kit.seams import Skin, body, ribbon, sheet, thread
from diorama_stage.props.registry import prop

FRONT = (0, 1, 0)
"""Rays towards the back: what is laid on a front is cast this way."""


def buckle(width: float, height: float, wire: float):
    """A rectangular buckle with its tongue, facing -Y, about the origin."""
    a, c = width / 2, height / 2
    frame = [(-a, 0, 0), (-a, 0, c), (a, 0, c), (a, 0, -c), (-a, 0, -c), (-a, 0, 0)]
    corners = np.array([(x, 0, z) for x, z in rounded_profile([(p[0], p[2]) for p in frame], wire * 1.5)])
    return join([sweep(corners, wire, sides=8), rod((-a, -wire * 0.6, 0), (a * 0.9, -wire, 0), wire * 0.8, sides=8)])


def zip_run(skin: Skin, points, width: float):
    """A zip along points cast on a front: its tape, and its teeth."""
    at, normals = skin.cast(points, FRONT, 0.0004)
    across = np.cross(np.gradient(at, axis=0), normals)
    return ribbon(at, across, width, 0.0016), thread(at + normals * 0.0012, 0.0012, 0.0009, gap=0.9, across=across)


def puller(at, length: float, slack: float = 8.0):
    """A zip's slider with a cord that hangs from it."""
    x, y, z = at
    slider = box(0.008, 0.006, 0.013, bevel=0.002, at=(x, y - 0.002, z - 0.006))
    cord = smooth_path([(x, y - 0.005, z), (x + 0.002, y - 0.006, z - length * 0.5), (x + 0.001, y - 0.004, z - length)], 10)
    return slider, join([sweep(cord, 0.0014, sides=6), rod(cord[-1] + (0, 0, 0.012), cord[-1], 0.0028, sides=8)])


@prop("backpack")
def backpack(spec: Spec, b: Builder) -> None:
    classic = spec.has("vintage", "antique", "rustic", "elegant") or spec.material in ("leather", "suede") or b.choose(True, False)
    b.slot("body", spec.material or "canvas", b.choose("#8a6f3c", "#59633f", "#7c4a2a") if classic else b.choose("#2c4a6b", "#b7452f", "#39424a", "#2f6b5c"))
    b.slot("trim", "leather" if classic else "fabric", "#5b3820" if classic else "#22252a", role="trim")
    b.slot("metal", "brass" if classic else "plastic", "#b08d45" if classic else "#17181a", role="fixed")
    w, d, h = b.vary(0.15, 0.05), 0.085, b.vary(0.43, 0.04)
    shape = [(0, w * 0.82, d * 0.8, 0, 4.5), (0.012, w * 0.96, d * 0.96, 0, 4.0), (h * 0.3, w * 1.02, d * 1.06, -0.006, 3.4), (h * 0.62, w, d, 0, 3.2)]
    shape += [(h * 0.85, w * 0.88, d * 0.84, 0.008, 3.0), (h * 0.95, w * 0.7, d * 0.62, 0.016, 2.7), (h * 0.99, w * 0.45, d * 0.36, 0.024, 2.4), (h, w * 0.12, d * 0.1, 0.026, 2.2)]
    sack = b.add(displace(body(shape, steps=70, count=96), 0.006, 0.11, seed=spec.seed), "body")
    skin = Skin(sack)
    pocket = _pocket(b, spec, w, h, skin)
    (_flap if classic else _zips)(b, w, h, skin, pocket)
    for s in (-1, 1):
        side = body([(0.02, 0.012, 0.045, 0, 2.5), (0.05, 0.026, 0.056, 0, 2.6), (h * 0.3, 0.022, 0.056, 0, 2.6), (h * 0.36, 0.012, 0.05, 0, 2.6)], steps=16, count=40)
        b.add(displace(move(side, s * (w * 1.0), 0.005, 0), 0.004, 0.05, seed=spec.seed + 1), "body", "pockets")
        rim = [(s * (w * 1.0 + 0.013 * np.cos(a)), 0.005 + 0.051 * np.sin(a), h * 0.36) for a in np.linspace(-1.9, 1.9, 20) * s]
        b.add(sweep(rim, 0.0035, sides=8), "trim", "piping")
        strap = smooth_path([(s * 0.035, d * 0.4, h * 0.95), (s * 0.06, d + 0.015, h * 0.985), (s * 0.095, d + 0.065, h * 0.8), (s * 0.125, d + 0.06, h * 0.45), (s * 0.135, d + 0.02, h * 0.18), (s * w * 0.86, d * 0.8, 0.04)], 40)
        b.add(ribbon(strap, (1, 0.0, 0.0), np.interp(np.linspace(0, 1, 40), [0, 0.55, 0.7, 1], [0.06, 0.062, 0.026, 0.024]), 0.011), "trim" if classic else "body", "straps")
    loop = smooth_path([(-0.04, 0.03, h * 0.965), (-0.038, 0.03, h + 0.02), (-0.018, 0.03, h + 0.038), (0.018, 0.03, h + 0.038), (0.038, 0.03, h + 0.02), (0.04, 0.03, h * 0.965)], 30)
    b.add(ribbon(loop, (0, 1, 0), 0.022, 0.006), "trim", "handle")
    b.hang = (0, 0.03, h + 0.036)
    b.lean = "back"


def _pocket(b: Builder, spec: Spec, w: float, h: float, skin: Skin) -> Skin:
    """The large pocket of the front; its surface."""
    front = float(skin.cast([(0, -1, h * 0.25)], FRONT)[0][0][1])
    a, top = w * 0.76, h * 0.5
    shape = [(0.018, a * 0.86, 0.026, 0, 4.0), (0.03, a * 0.98, 0.04, -0.004, 3.4), (top * 0.5, a, 0.048, -0.008, 3.0), (top * 0.85, a * 0.97, 0.04, -0.002, 3.0), (top * 0.97, a * 0.88, 0.025, 0.006, 3), (top, a * 0.7, 0.012, 0.01, 3)]
    made = displace(body(shape, steps=44, count=72), 0.005, 0.07, seed=spec.seed + 5)
    return Skin(b.add(move(made, 0, front + 0.012, 0), "body", "pocket"))


def _zips(b: Builder, w: float, h: float, skin: Skin, pocket: Skin) -> None:
    """A day pack: a zip in an arc over the top, another across the pocket, a small patch."""
    t = np.linspace(np.radians(-8), np.radians(188), 90)
    arch = [(w * 0.84 * np.cos(a), -1, h * 0.56 + h * 0.3 * np.sin(a)) for a in t]
    t = np.linspace(-1, 1, 60)
    across = [(w * 0.62 * x, -1, h * 0.385 + 0.012 * (1 - x * x)) for x in t]
    for skin_, line, at in ((skin, arch, 22), (pocket, across, 4)):
        tape, teeth = zip_run(skin_, line, 0.013)
        b.add(tape, "trim", "zip")
        b.add(teeth, "metal", "zip")
        slider, cord = puller(skin_.cast(line, FRONT, 0.003)[0][at], 0.045)
        b.add(slider, "metal", "zip")
        b.add(cord, "trim", "zip")
    x, z = np.linspace(-0.026, 0.026, 5), np.linspace(h * 0.63, h * 0.69, 5)
    b.add(bevel(skin.patch([[(i, -1, k) for i in x] for k in z], FRONT, 0.003), 0.0008, 2, angle=60), "trim", "patch")


def _flap(b: Builder, w: float, h: float, skin: Skin, pocket: Skin) -> None:
    """A rucksack: a flap from the back over the top and down the front, held by two straps with buckles."""
    lid = body([(0, w * 0.93, 0.088, 0.004, 3.4), (0.02, w * 0.985, 0.098, 0.002, 3.2), (h * 0.25, w * 0.93, 0.09, 0.006, 3.0), (h * 0.36, w * 0.78, 0.068, 0.014, 2.8), (h * 0.415, w * 0.5, 0.042, 0.022, 2.5), (h * 0.428, w * 0.15, 0.012, 0.026, 2.2)], steps=40, count=96)
    for v in lid.data.vertices:  # the flap's edge hangs lower at the front than at the back
        v.co.z += h * 0.6 - max(0.0, -v.co.y / 0.09) * 0.05 * (1 - v.co.z / (h * 0.43)) * (1 - 0.5 * (v.co.x / w) ** 4)
    b.add(displace(lid, 0.005, 0.09, seed=3), "body", "flap")
    lid = Skin(lid)
    rim = np.linspace(-w * 0.84, w * 0.84, 50)
    for lift in (0.006, 0.013):
        at, _ = lid.cast([(x, -1, h * 0.6 - 0.043 + lift + 0.022 * (x / w) ** 4) for x in rim], FRONT, 0.0006)
        b.add(sweep(at, 0.0028, sides=8) if lift < 0.01 else thread(at, 0.004, 0.0007), "trim", "piping")
    for s in (-1, 1):
        x = s * w * 0.46
        top, _ = lid.cast([(x, -1, z) for z in np.linspace(h * 0.86, h * 0.57, 14)], FRONT, 0.003)
        end, _ = pocket.cast([(x, -1, z) for z in np.linspace(h * 0.44, h * 0.12, 12)], FRONT, 0.003)
        line = smooth_path([*top[::3], top[-1], *end[::3], end[-1]], 50)
        b.add(ribbon(line, (1, 0, 0), 0.024, 0.0042), "trim", "straps")
        at = end[4]
        b.add(move(rotate(buckle(0.036, 0.03, 0.0022), -4), at[0], at[1] - 0.006, at[2]), "metal", "buckles")
        for z in (end[8], end[10]):
            b.add(move(rotate(torus(0.0018, 0.0007, segments=14, sides=6), 90), z[0], z[1] - 0.0026, z[2]), "metal", "eyelets")
        b.add(ribbon([at + (0, -0.004, -0.024), at + (0, -0.0045, -0.028), at + (0, -0.004, -0.034)], (1, 0, 0), 0.031, 0.003), "trim", "keepers")


@prop("handbag")
def handbag(spec: Spec, b: Builder) -> None:
    full = spec.has("filled")  # what is in it looks out of it
    tote = full or spec.is_a("tote") or spec.material in ("canvas", "cotton", "paper", "linen", "straw")
    b.slot("body", "leather", b.choose("#8c3b2a", "#20201f", "#b07a45", "#5a2438"), finish=() if tote else ("glossy",))
    b.slot("trim", "leather", "#4a2a1a" if tote else b._slots["body"].colour, role="trim" if tote else "main")
    b.slot("metal", "brass", "#caa04c", role="fixed")
    w, d, h = (0.17, 0.11 if full else 0.06, 0.24 if full else 0.3) if tote else (b.vary(0.15, 0.05), 0.062, b.vary(0.2, 0.05))
    if tote:
        shape = [(0, w * 0.86, d, 0, 5), (0.008, w * 0.9, d * 1.04, 0, 4.5), (h * 0.5, w * 0.95, d * 0.8, 0, 3.2), (h * 0.94, w, d * 0.5, 0, 2.6), (h, w * 1.005, d * 0.5, 0, 2.6), (h + 0.0005, w * 0.98, d * 0.44, 0, 2.6)]
    else:
        shape = [(0, w * 0.93, d * 0.94, 0, 5), (0.008, w * 0.985, d * 1.0, 0, 4.6), (h * 0.4, w, d, 0, 4.2), (h * 0.75, w * 0.93, d * 0.72, 0, 3.8), (h * 0.94, w * 0.86, d * 0.4, 0, 3.4), (h, w * 0.83, d * 0.3, 0, 3)]
    hull = b.add(displace(body(shape, steps=60, count=112), 0.0035 if not tote else 0.008, 0.12, seed=spec.seed), "body")
    skin = Skin(hull)
    if tote:
        floor = h * (0.72 if full else 0.55)
        hollow = body([(floor, w * 0.9, d * 0.55, 0, 2.8), (h * 0.94, w * 0.965, d * 0.44, 0, 2.6), (h * 1.05, w * 1.0, d * 0.44, 0, 2.6)], steps=12, count=80)
        boolean(hull, hollow)
        b.interior = Interior(d * 0.44, floor, h * 0.94, half_x=w * 0.9, half_y=d * 0.44)
    else:
        skin = _clasped_flap(b, w, d, h, skin)
    top = h + (0.23 if tote else 0.13)
    for s in (-1, 1):
        x, y = (w * 0.42, s * d * 0.44) if tote else (w * 0.46, s * d * 0.42)
        foot = h * 0.78
        lean = y * (1.5 if s < 0 else 0.6)
        loop = smooth_path([(-x, 1.25 * y, foot), (-x * 0.99, 1.2 * y, h + 0.01), (-x * 0.93, lean, h + (top - h) * 0.6), (-x * 0.5, lean, top - 0.012), (0, lean, top), (x * 0.5, lean, top - 0.012), (x * 0.93, lean, h + (top - h) * 0.6), (x * 0.99, 1.2 * y, h + 0.01), (x, 1.25 * y, foot)], 90)
        b.add(sweep(loop, 0.0062, sides=14), "trim", "handles")
        for k in (-1, 1):
            way = (0, -s, 0)
            tab = skin.patch([[(k * x + u, s, z) for u in np.linspace(-0.014, 0.014, 6)] for z in np.linspace(h * 0.62, h * 0.82, 8)], way, 0.003)
            b.add(bevel(tab, 0.0008, 2, angle=60), "trim", "handles")
            at, normal = skin.cast([(k * x, s, h * 0.68)], way, 0.003)
            b.add(sphere(0.0045, at=tuple(at[0]), segments=16), "metal", "studs")
            at, _ = skin.cast([(k * x, s, h * 0.8)], way, 0.006)
            b.add(move(rotate(torus(0.011, 0.0022, segments=36, sides=10), 90), *at[0]), "metal", "rings")
    rows = np.linspace(0.012, h * 0.985, 40)
    for k in (-1, 1):
        at, normals = skin.cast([(2 * k, 0, z) for z in rows], (-k, 0, 0), 0.0004)
        b.add(sweep(at, 0.0028, sides=8), "trim", "piping")
    for x in (-0.8, 0.8):
        for y in (-0.7, 0.7):
            b.add(sphere(0.006, at=(x * w, y * d, 0.0), segments=16), "metal", "feet")
    for label in spec.labels[:1]:
        b.slot("label", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(_printed(skin, 0.74 * w, h * 0.2, h * (0.72 if tote else 0.42)), "label")
    b.hang = (0, 0, top)


def _printed(skin: Skin, half: float, z0: float, z1: float):
    """Words on the front of a bag, laid on its cloth: `half` their half width, from z0 to z1, in metres."""
    across, rows = np.linspace(-half, half, 25), np.linspace(z0, z1, 13)
    at, _ = skin.cast([(x, -1.0, z) for z in rows for x in across], FRONT, 0.0006)
    n = len(across)
    faces = [(k * n + i, k * n + i + 1, (k + 1) * n + i + 1, (k + 1) * n + i) for k in range(len(rows) - 1) for i in range(n - 1)]
    uvs = [(i / (n - 1), k / (len(rows) - 1)) for k in range(len(rows)) for i in range(n)]
    return from_geometry("label", at, faces, smooth=180, uvs=uvs)


def _clasped_flap(b: Builder, w: float, d: float, h: float, skin: Skin) -> Skin:
    """A flap over the top, its edge curved, stitched, and held by a clasp; the surface of it and the bag."""
    u = np.linspace(-1, 1, 41)
    rows = []
    for k in np.linspace(0, 1, 26):
        low = h * (0.47 + 0.16 * np.abs(u) ** 2.2)
        z = h * 0.985 * (1 - k) + low * k
        x = u * w * (0.8 + 0.05 * k)
        rows.append(np.column_stack([x, np.full(41, -1.0), z]))
    grid = np.array(rows)
    at, normals = skin.cast(grid.reshape(-1, 3), FRONT, 0.0016)
    if len(at) != grid.shape[0] * 41:
        raise ValueError("the flap is wider than the bag")
    face = at.reshape(grid.shape)
    lip = np.array([[(x, y, z + 0.003) for x, y, z in face[0]], [(x, y * 0.5, z + 0.008) for x, y, z in face[0]], [(x, 0.008, z + 0.009) for x, y, z in face[0]], [(x, 0.02, z + 0.004) for x, y, z in face[0]]])
    flap = b.add(sheet(np.concatenate([lip[::-1], face]), 0.0034, smooth=50), "body", "flap")
    edge = face[-1] + normals.reshape(grid.shape)[-1] * 0.0018
    side = [face[::-1, k] + normals.reshape(grid.shape)[::-1, k] * 0.0018 for k in (1, -2)]
    inset = np.concatenate([side[0][::-1][3:-2], edge[2:-2] + (0, 0, 0.006), side[1][2:-3]])
    b.add(thread(inset, 0.0042, 0.0006), "trim", "stitches")
    at, _ = skin.cast([(0, -1, h * 0.5)], FRONT, 0.004)
    plate = rotate(extrude([(0.018 * np.cos(a), 0.015 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 40, endpoint=False)], 0.004, bevel=0.0012), 90)
    b.add(move(plate, at[0][0], at[0][1] + 0.001, at[0][2]), "metal", "clasp")
    b.add(move(rotate(cylinder(0.0062, 0.007, bevel=0.0015, segments=30), 90), at[0][0], at[0][1] - 0.002, at[0][2]), "metal", "clasp")
    return Skin(flap, *b._parts["body"])


@prop("wallet")
def wallet(spec: Spec, b: Builder) -> None:
    """A billfold that stands open on its edges, its inside to the front; closed, it lies with its notes showing."""
    closed = spec.has("closed", "folded", "lying")
    b.slot("body", "leather", b.choose("#5a3520", "#2a2320", "#7a4a26"))
    b.slot("thread", "fabric", "#c9a777", role="fixed")
    b.slot("notes", "paper", "#9fb08c", role="fixed")
    for name, colour in (("card", "#2f5f95"), ("card2", "#b9903f"), ("card3", "#8f2f37"), ("card4", "#dedad0")):
        b.slot(name, "plastic", colour, role="fixed")
    w, h = 0.112, 0.09
    if closed:
        _shut(b, w, h)
        return
    lean = 0.546  # each half stands this much (radians) in front of a straight line
    for s in (-1, 1):
        for o, slot, part in _half(s, w, h):
            b.add(move(rotate(o, 0, 0, -s * np.degrees(lean)), 0, 0.03, 0), slot, part)
    spine = [(x, 0.031 - 0.05 * abs(x), h / 2) for x in np.linspace(-0.008, 0.008, 9)]
    b.add(ribbon(spine, (0, 0, 1), h, 0.0022), "body", "spine")
    end = np.array((np.cos(lean), -np.sin(lean))) * w * 0.93
    corners = rounded_profile([(-end[0], end[1]), (0, 0), tuple(end)], 0.003, 9)
    flat = np.array([p + (q - p) * t for p, q in zip(np.array(corners), np.array(corners[1:]), strict=False) for t in (0, 0.25, 0.5, 0.75)])
    for k, up in enumerate((0.009, 0.006)):
        b.add(ribbon(np.column_stack([flat * (1 - 0.03 * k), np.full(len(flat), h / 2 + up)]) + (0, 0.0335 - 0.0008 * k, 0), (0, 0, 1), h * 0.9, 0.0005), "notes", "notes")


def _shut(b: Builder, w: float, h: float) -> None:
    """The wallet folded and lying, its fold to the left, notes and cards a little out of its open side."""
    outline = rounded_outline(w, h, 0.007)
    for z, tilt in ((0, 0), (0.0105, -3.5)):
        plate = extrude(outline, 0.0045, bevel=0.0014)
        line = np.array(rounded_outline(w - 0.007, h - 0.007, 0.005))
        line = np.column_stack([np.vstack([line, line[:1]]), np.full(len(line) + 1, 0.0047)])
        for o, slot, part in ((plate, "body", "body"), (thread(line, 0.0032, 0.00045), "thread", "stitches")):
            b.add(rotate(move(rotate(move(o, w / 2, 0, 0), 0, tilt, 0), -w / 2, 0, z), 0, 0, 24), slot, part)
    fold = [(-w / 2 + 0.004 - 0.0075 * np.sin(a), 0, 0.0078 - 0.0062 * np.cos(a)) for a in np.linspace(0, np.pi, 14)]
    b.add(rotate(ribbon(fold, (0, 1, 0), h * 0.97, 0.0032), 0, 0, 24), "body", "spine")
    for k, (slot, x, y, long) in enumerate((("card", 0.012, 0.002, 0.0856), ("notes", 0.004, -0.008, 0.118), ("card2", 0.016, -0.004, 0.0856), ("notes", 0.008, -0.005, 0.118))):
        o = move(extrude(rounded_outline(long, 0.054 if long < 0.1 else 0.07, 0.003 if long < 0.1 else 0.001), 0.0007, bevel=0.0002), x, y, 0)
        b.add(rotate(move(rotate(o, 0, -1.4), 0, 0, 0.0062 + 0.0013 * k), 0, 0, 24 + (k - 1.5) * 1.5), slot, "cards" if long < 0.1 else "notes")


def _half(s: int, w: float, h: float) -> list:
    """One half of the billfold: built flat in x, z with its inside to -Y and its fold at x = 0; (object, slot, part) each."""
    mid = s * (w / 2 + 0.004)
    plate = rotate(extrude(rounded_outline(w, h, 0.007), 0.0032, bevel=0.0007), 90)
    out = [(move(plate, mid, 0.0045, h / 2), "body", "body")]
    line = np.array(rounded_outline(w - 0.007, h - 0.007, 0.005))
    line = np.vstack([line, line[:1]])
    for y in (0.0048, 0.0007):
        out.append((thread(np.column_stack([line[:, 0] + mid, np.full(len(line), y), line[:, 1] + h / 2]), 0.0032, 0.00045), "thread", "stitches"))
    for k, top in enumerate((0.074, 0.06, 0.046)):
        y = 0.001 - 0.0015 * k
        if (s, k) != (1, 1):
            card = move(rotate(extrude(rounded_outline(0.0856, 0.05, 0.004), 0.0008, bevel=0.0003), 90), mid, y, top - 0.016)
            slot = {(-1, 0): "card", (-1, 1): "card4", (-1, 2): "card3", (1, 0): "card2", (1, 2): "card"}[(s, k)]
            out.append((card, slot, "cards"))
        pocket = move(rotate(extrude(rounded_outline(w - 0.004, top - 0.008, 0.003), 0.0011, bevel=0.0004), 90), mid, y - 0.0004, (top - 0.008) / 2 + 0.003)
        out.append((pocket, "body", "pockets"))
    return out


def rounded_outline(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """A rectangle of full lengths x, y about the origin with round corners, counter-clockwise."""
    corners = ((1, -1, -90), (1, 1, 0), (-1, 1, 90), (-1, -1, 180))
    return [(sx * (x / 2 - radius) + radius * np.cos(t), sy * (y / 2 - radius) + radius * np.sin(t)) for sx, sy, a in corners for t in np.radians(np.linspace(a, a + 90, 6))]

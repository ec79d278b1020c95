# SPDX-License-Identifier: GPL-3.0-or-later
"""Books and notebooks, closed and open: leaves that can be counted at the edge, boards that overhang them, a rounded spine with its joints."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, extrude, from_geometry, label_plane, move, rotate, rounded_rectangle, smooth_path, sweep, torus
from diorama_stage.kit.mesh import join
from diorama_stage.kit.parts import tint
from diorama_stage.kit.seams import ribbon, sheet
from diorama_stage.props.registry import prop

PAPER = "#efe8d8"
ALONG = np.linspace(-1, 1, 9)
"""Rows of an open book's leaves from head to tail, of half their length: long faces that lie one on another at a slant make each ray try dozens of them."""


@prop("book", "notebook")
def book(spec: Spec, b: Builder) -> None:
    bound = spec.kind == "book"
    w, d, t = (b.vary(0.14), b.vary(0.205), b.vary(0.026, 0.25)) if bound else (b.vary(0.135, 0.04), b.vary(0.205, 0.04), b.vary(0.015, 0.15))
    b.slot("cover", "linen" if bound else "leather", b.choose("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b", "#262c3a", "#6b4a34") if bound else b.choose("#1d1d1f", "#24304a", "#7a4f30", "#3e4a3c"))
    b.slot("pages", "paper", PAPER, role="fixed")
    if spec.has("open"):
        opened(spec, b, w, d, t)
    elif bound and not spec.is_a("paperback"):
        hardback(b, w, d, t)
    elif bound:
        paperback(b, w, d, t)
    else:
        soft_cover(spec, b, w, d, t)
    if spec.has("open"):
        return
    b.support("cover", -w / 2, w / 2, -d / 2, d / 2, t)
    for label in spec.labels[:1]:
        b.slot("title", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_plane(w * 0.8, d * 0.4), -90), 0, 0, t + 0.0004), "title")


def leaves(b: Builder, w: float, d: float, z0: float, z1: float, *, swell: float = 0.0, corner: float = 0.0005) -> None:
    """The block of leaves from z0 to z1, in layers none of which lies quite on another; `swell` rounds the back out and the fore-edge in, metres."""
    count = int(min(max((z1 - z0) / 0.0005, 8), 56))
    outline = rounded_rectangle(w, d, corner, 4)
    layers = []
    for k in range(count):
        u = 2 * (k + 0.5) / count - 1
        shift = np.array((-swell * (1 - u * u) + b.rng.gauss(0, 0.00008), b.rng.gauss(0, 0.00007)))
        level = np.array([z0 + (z1 - z0) * (k + q) / count for q in (0.06, 0.94)])
        rings = np.stack([np.column_stack([outline + shift, np.full(len(outline), z)]) for z in level])
        one = sheet(rings, closed=True, smooth=40)
        layers.append(tint(one, lambda p, f=b.rng.uniform(0.8, 1.03) * (0.9 + 0.1 * u * u): np.full(len(p), f)))
    inner = box(w - 0.0012, d - 0.0012, z1 - z0, bevel=0, at=(-swell * 0.6, 0, z0))
    layers.append(tint(inner, lambda p: np.full(len(p), 0.72)))
    b.add(join(layers), "pages", "pages")


def case(outline, d: float):
    """A cover from its section (x, z), counter-clockwise, as long as `d` from front to back."""
    return move(rotate(extrude(outline, d, bevel=0.0007, segments=3), 90), 0, d / 2, 0)


def hardback(b: Builder, w: float, d: float, t: float) -> None:
    """Boards of 2.6 mm, grooved at the joint, a back that is rounded with its leaves; head and tail bands, and gilt on some."""
    board, over, swell = 0.0026, 0.0032, min(0.16 * t, 0.005)
    leaves(b, w - 0.002, d, board, t - board, swell=swell)
    u = np.linspace(1, -1, 17)
    back = -w / 2 - 0.0012 - swell * 1.15 * (1 - u**2)
    spine = list(zip(back, t / 2 + u * (t / 2 - 0.0008), strict=True))
    inner = list(zip(back + 0.0013, t / 2 + u * (t / 2 - 0.0022), strict=True))
    edge, groove = w / 2 + over, -w / 2 + 0.006
    top = [(edge, t), (groove + 0.0035, t), (groove + 0.0012, t - 0.0011), (groove - 0.0012, t - 0.0013), (-w / 2 + 0.001, t - 0.0002)]
    under = [(edge, t - board), (groove + 0.0035, t - board), (-w / 2 + 0.001, t - 0.0018)]
    flip = lambda rows: [(x, t - z) for x, z in rows]  # noqa: E731
    section = [*top, *spine[1:-1], *reversed(flip(top)), *flip(under), *inner[::-1][1:-1], *reversed(under)]
    b.add(case(section, d + 2 * over), "cover", "cover")
    b.slot("band", "silk", b.choose("#c9b98f", "#8f2f2a", "#2f4a6b"), role="fixed", pattern=None)
    for s in (-1, 1):
        b.add(sweep([(x + 0.0018, s * (d / 2 + 0.0005), z) for x, z in spine[2:-2]], 0.0011, sides=10), "band", "bands")
    if b.choose(True, False, False):
        b.slot("ribbon", "silk", b.choose("#8f2f2a", "#b08a3c", "#2f4a6b"), role="fixed")
        x = b.rng.uniform(-0.2, 0.1) * w
        b.add(ribbon(smooth_path([(x, -d / 2 + 0.01, t * 0.55), (x, -d / 2 - 0.001, t * 0.55), (x + 0.001, -d / 2 - 0.006, t * 0.42), (x + 0.003, -d / 2 - 0.014, t * 0.22)], 20), (1, 0, 0), 0.005, 0.0003), "ribbon", "ribbon")
    if b.choose(True, True, False):
        gilt(b, w, d, t, spine, not b.spec.labels)


def gilt(b: Builder, w: float, d: float, t: float, spine, front: bool) -> None:
    """Rules stamped in gold: bands across the back, and a frame on the front board where no title is asked for."""
    b.slot("gilt", "gold", "#c9a450", role="fixed", finish=("worn",))
    for y in (-0.41, -0.39, 0.24, 0.26, 0.39, 0.41):
        b.add(ribbon([(x - 0.00012, y * d, z) for x, z in spine[3:-3]], (0, 1, 0), 0.0009, 0.0002), "gilt", "gilt")
    if front:
        for inset, wide in ((0.012, 0.0011), (0.0145, 0.0005)):
            loop = rounded_rectangle(w - 2 * inset, d - 2 * inset, 0.0008, 4) + (0.004, 0)
            b.add(ribbon(np.column_stack([np.concatenate([loop, loop[:2]]), np.full(len(loop) + 2, t + 0.00004)]), np.column_stack([_out(np.concatenate([loop, loop[:2]])), np.zeros(len(loop) + 2)]), wide, 0.00016), "gilt", "gilt")


def _out(loop: np.ndarray) -> np.ndarray:
    """Directions across a loop (n, 2)."""
    along = np.gradient(loop, axis=0)
    return np.stack([along[:, 1], -along[:, 0]], axis=1)


def paperback(b: Builder, w: float, d: float, t: float) -> None:
    """Leaves glued to a square back in a cover of card, cut flush, its front corner lifted a little by being read."""
    leaves(b, w - 0.0004, d - 0.0004, 0.0005, t - 0.0008)
    x, y = np.linspace(-w / 2 + 0.004, w / 2, 16)[:, None], np.linspace(-d / 2, d / 2, 16)[None, :]
    lift = b.rng.uniform(0.0015, 0.004) * np.clip((x / w + 0.5) + (0.5 - y / d) - 0.9, 0, None) ** 2
    b.add(sheet(np.stack([x + 0 * y, y + 0 * x, t - 0.0003 + lift], axis=-1), 0.0005, smooth=60), "cover", "cover")
    b.add(box(w, d, 0.0005, bevel=0.0001), "cover", "cover")
    section = smooth_path([(-w / 2 + 0.0045, t - 0.0003), (-w / 2 + 0.0008, t - 0.0004), (-w / 2 - 0.0002, t - 0.0014), (-w / 2 - 0.0004, t / 2), (-w / 2 - 0.0002, 0.0012), (-w / 2 + 0.0008, 0.0002), (-w / 2 + 0.0045, 0.0002)], 24)
    b.add(sheet(np.stack([[(x, s * d / 2, z) for s in (-1, 1)] for x, z in section]), 0.0006, smooth=60), "cover", "spine")


def soft_cover(spec: Spec, b: Builder, w: float, d: float, t: float) -> None:
    """A notebook: round corners, a band of elastic and a ribbon, or rings of wire along its side."""
    wired = spec.is_a("spiral") or (not spec.is_a("journal") and b.choose(False, False, True))
    leaves(b, w - 0.004, d - 0.005, 0.0012, t - 0.0012, corner=0.007)
    for z in (0, t - 0.0014):
        b.add(move(extrude(rounded_rectangle(w, d, 0.0085, 8), 0.0014, bevel=0.0006), 0, 0, z), "cover", "cover")
    if wired:
        b.slot("wire", "steel", "#2b2c2e", role="fixed")
        rings = [move(rotate(torus(t * 0.62, 0.0007, segments=28, sides=8), 90, 0, b.rng.uniform(-3, 3)), -w / 2 + 0.0015, y, t / 2) for y in np.arange(-d / 2 + 0.012, d / 2 - 0.01, 0.0085)]
        b.add(join(rings), "wire", "rings")
        return
    turn = smooth_path([(-w / 2 + 0.006, t), (-w / 2 + 0.0012, t - 0.0008), (-w / 2 - 0.0006, t / 2), (-w / 2 + 0.0012, 0.0008), (-w / 2 + 0.006, 0)], 20)
    b.add(sheet(np.stack([[(x, s * (d / 2 - 0.004), z) for s in (-1, 1)] for x, z in turn]), 0.0012, smooth=60), "cover", "spine")
    b.slot("elastic", "fabric", b.choose("#151516", "#151516", "#6b1f1c"), role="fixed")
    x = w / 2 - 0.016
    b.add(ribbon([(x, y, z) for y, z in rounded_loop(d + 0.0012, t + 0.0012)], (1, 0, 0), 0.006, 0.0008), "elastic", "elastic")
    b.add(ribbon(smooth_path([(0.01, -d / 2 + 0.01, t / 2), (0.01, -d / 2 - 0.002, t * 0.45), (0.013, -d / 2 - 0.014, 0.0015)], 16), (1, 0, 0), 0.0055, 0.0003), "elastic", "ribbon")


def rounded_loop(y: float, z: float) -> np.ndarray:
    """A closed loop (n, 2) about a closed cover, its lowest points at 0."""
    loop = rounded_rectangle(y, z, min(z * 0.3, 0.003), 5)[:, :2] + (0, z / 2 - 0.0006)
    return np.concatenate([loop, loop[:2]])


def opened(spec: Spec, b: Builder, w: float, d: float, t: float) -> None:
    """Two halves that arch out of the gutter, their leaves slanting at the fore-edge, print on top, and a leaf or two that do not lie down."""
    ruled = spec.kind == "notebook"
    b.slot("print", "printed", role="fixed", params={"picture": "ruled" if ruled else "page", "paper": PAPER})
    share = b.rng.uniform(0.35, 0.65)
    for side, thick in ((-1, t * share), (1, t * (1 - share))):
        x = np.linspace(0.0, 1.0, 26)
        arch = 0.35 * np.exp(-((x / 0.4) ** 2)) + 0.65 * (1 - 0.12 * x)
        top = 0.0035 + (0.0035 + thick) * arch * (1 - np.exp(-x / 0.05)) + 0.0012
        count = int(np.clip(thick / 0.0005, 8, 34))
        layers = []
        for k in range(count):
            reach = w * 0.975 + 0.3 * thick * (0.5 - (k + 0.5) / count) + b.rng.gauss(0, 0.00012)
            dy, f = b.rng.gauss(0, 0.0001), b.rng.uniform(0.8, 1.03)
            low, high = (0.0033 + (top - 0.0033) * (k + q) / count for q in (0.04, 0.96))
            line = np.concatenate([np.column_stack([x * reach, low]), np.column_stack([x * reach, high])[::-1]])
            rows = np.stack([np.column_stack([side * line[:, 0], np.full(len(line), s * d / 2 + dy), line[:, 1]]) for s in side * ALONG])
            layers.append(tint(sheet(rows, closed=True, smooth=40), lambda p, f=f: np.full(len(p), f)))
            layers.append(tint(_ends(x * reach, low, high, side, d / 2 + 0.00001), lambda p, f=f: np.full(len(p), f * 0.97)))
        b.add(join(layers), "pages", "pages")
        reach = w * 0.975 - 0.13 * thick
        printed_leaf(b, side, x * reach, top + 0.0003, d)
        b.add(move(extrude(rounded_rectangle(w * 1.03, d * 1.03, 0.008 if ruled else 0.0012, 6), 0.0026, bevel=0.0009), side * w * 0.518, 0, 0.0002), "cover", "cover")
        if b.choose(True, False):
            rise = b.rng.uniform(0.006, 0.016)
            printed_leaf(b, side, x * w * 0.962, top + 0.0005 + rise * np.sin(np.pi * np.clip(x, 0, 1) * 0.62) ** 1.6 * (0.4 + 0.6 * x), d)
    b.add(sheet(np.stack([[(u * 0.02, s * d * 0.515, 0.0016 - 0.0012 * (1 - u * u)) for s in (-1, 1)] for u in np.linspace(-1, 1, 9)]), 0.0018, smooth=80), "cover", "spine")


def printed_leaf(b: Builder, side: int, x: np.ndarray, z: np.ndarray, d: float) -> None:
    """One printed page over a line (x, z) from the gutter out."""
    m, half = len(x), d / 2 - 0.0003
    verts = [(side * a, -half, c) for a, c in zip(x, z, strict=True)] + [(side * a, half, c) for a, c in zip(x, z, strict=True)]
    along = np.linspace(0, 1, m) if side > 0 else np.linspace(1, 0, m)
    uvs = [(u, v) for v in (0, 1) for u in along]
    faces = [(i, i + 1, m + i + 1, m + i) if side > 0 else (i + 1, i, m + i, m + i + 1) for i in range(m - 1)]
    b.add(from_geometry("print", verts, faces, smooth=180, uvs=uvs), "print", "pages")


def _ends(x: np.ndarray, low: np.ndarray, high: np.ndarray, side: int, half: float):
    """The head and tail edges of one layer of leaves."""
    m = len(x)
    verts = [(side * a, s * half, c) for s in (-1, 1) for row in (low, high) for a, c in zip(x, row, strict=True)]
    faces = []
    for k, s in enumerate((-1, 1)):
        o = 2 * m * k
        quads = [(o + i, o + i + 1, o + m + i + 1, o + m + i) for i in range(m - 1)]
        faces += quads if s * side < 0 else [q[::-1] for q in quads]
    return from_geometry("ends", verts, faces, smooth=40)

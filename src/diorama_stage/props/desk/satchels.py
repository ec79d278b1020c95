# SPDX-License-Identifier: GPL-3.0-or-later
"""A briefcase, a steamer trunk, a tablet, a calendar, a stretched canvas, book ends."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, label_plane, move, rotate, rounded_rectangle, smooth_path, sphere, sweep
from diorama_stage.kit.parts import frame_bars, slab
from diorama_stage.kit.seams import thread
from diorama_stage.props.registry import prop


@prop("briefcase")
def briefcase(spec: Spec, b: Builder) -> None:
    """A slim case of leather that stands: a flap over its front with two locks, a handle on top, stitched edges; open, its lid is up and papers lie in it."""
    b.slot("body", "leather", b.choose("#5a3420", "#7a4a28", "#1d1b1a", "#43261a"))
    b.slot("thread", "cotton", "#cdb48a", role="fixed")
    b.slot("metal", "brass", "#b08d48", role="trim")
    w, d, h = 0.44, 0.1, 0.31
    if spec.has("open"):
        b.slot("lining", "fabric", "#b89a72", role="fixed")
        b.slot("papers", "paper", "#f3efe4", role="fixed")
        tray = [
            box(w, h, 0.008, bevel=0.003),
            *[box(w, 0.012, 0.065, bevel=0.004, at=(0, s * (h / 2 - 0.006), 0)) for s in (-1, 1)],
            *[box(0.012, h, 0.065, bevel=0.004, at=(s * (w / 2 - 0.006), 0, 0)) for s in (-1, 1)],
        ]
        b.add(join(tray), "body")
        b.add(box(w - 0.03, h - 0.03, 0.003, bevel=0, at=(0, 0, 0.008)), "lining")
        lid = [
            box(w, 0.008, h, bevel=0.003, at=(0, 0.035, 0)),
            *[box(0.012, 0.04, h, bevel=0.004, at=(s * (w / 2 - 0.006), 0.018, 0)) for s in (-1, 1)],
            box(w, 0.04, 0.012, bevel=0.004, at=(0, 0.018, h - 0.012)),
        ]
        b.add(move(rotate(join(lid), -14), 0, h / 2 - 0.004, 0.066), "body", "lid")
        b.add(move(rotate(box(w - 0.03, 0.002, h - 0.03, bevel=0, at=(0, 0.03, 0.012)), -14), 0, h / 2 - 0.004, 0.066), "lining")
        b.add(
            join(
                [
                    move(rotate(box(0.21, 0.28, 0.001, bevel=0), 0, 0, a), x, -0.0, 0.013 + 0.002 * k)
                    for k, (x, a) in enumerate(((-0.09, 3), (0.08, -4), (-0.06, -2), (0.1, 6)))
                ]
            ),
            "papers",
        )
        grip = smooth_path([(-0.06, -h / 2 - 0.004, 0.035), (-0.05, -h / 2 - 0.04, 0.035), (0.05, -h / 2 - 0.04, 0.035), (0.06, -h / 2 - 0.004, 0.035)], 40)
        b.add(sweep(grip, 0.0085, sides=16), "body", "handle")
        b.add(join([box(0.034, 0.006, 0.02, bevel=0.002, at=(x, -h / 2 - 0.003, 0.03)) for x in (-0.14, 0.14)]), "metal", "locks")
        b.support("inside", -0.16, 0.16, -0.1, 0.1, 0.022)
        return
    body = extrude(rounded_rectangle(w, h, 0.018, 8), d, bevel=0.012)
    b.add(move(rotate(body, 90), 0, d / 2, h / 2), "body")
    flap = [(-w / 2 - 0.002, h + 0.001), (-w / 2 - 0.002, 0.13), (-w / 2 + 0.03, 0.1), (w / 2 - 0.03, 0.1), (w / 2 + 0.002, 0.13), (w / 2 + 0.002, h + 0.001)]
    b.add(slab(flap, 0.006, y=-d / 2 - 0.002, bevel=0.002), "body", "flap")
    b.add(box(w + 0.004, d + 0.002, 0.005, bevel=0.002, at=(0, 0, h - 0.001)), "body", "flap")
    edge = np.array(
        [
            (-w / 2 + 0.008, h - 0.004),
            (-w / 2 + 0.008, 0.134),
            (-w / 2 + 0.034, 0.109),
            (w / 2 - 0.034, 0.109),
            (w / 2 - 0.008, 0.134),
            (w / 2 - 0.008, h - 0.004),
        ]
    )
    far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))])
    s = np.linspace(0, far[-1], 300)
    line = np.column_stack([np.interp(s, far, edge[:, 0]), np.full(300, -d / 2 - 0.0056), np.interp(s, far, edge[:, 1])])
    b.add(thread(line, 0.0045, 0.0006, gap=0.6), "thread", "stitches")
    for x in (-0.12, 0.12):
        b.add(box(0.036, 0.008, 0.05, bevel=0.003, at=(x, -d / 2 - 0.007, 0.085)), "metal", "locks")
        b.add(
            join([box(0.02, 0.006, 0.014, bevel=0.002, at=(x, -d / 2 - 0.013, 0.1)), sphere(0.003, at=(x, -d / 2 - 0.012, 0.124), segments=12)]),
            "metal",
            "locks",
        )
        b.add(box(0.03, 0.03, 0.008, bevel=0.002, at=(x * 0.6, 0, h + 0.002)), "metal", "brackets")
    grip = smooth_path([(-0.075, 0, h + 0.006), (-0.066, 0, h + 0.042), (0.066, 0, h + 0.042), (0.075, 0, h + 0.006)], 50)
    b.add(sweep(grip, np.interp(np.linspace(0, 1, 50), [0, 0.2, 0.8, 1], [0.006, 0.0105, 0.0105, 0.006]), sides=18), "body", "handle")
    b.support("top", -0.05, 0.05, -0.04, 0.04, h + 0.004)


@prop("steamer_trunk")
def steamer_trunk(spec: Spec, b: Builder) -> None:
    """A traveller's trunk: canvas over wood, slats of beech about it, brass corners, a lock and two clasps, leather handles; its lid up where it is open."""
    b.slot("body", "leather", b.choose("#4a3a2a", "#2f3a34", "#5a2d22", "#3a4250"), finish=("matte",))
    b.slot("slats", "oak", "#a8793f", role="trim")
    b.slot("metal", "brass", "#a98a45", role="trim")
    b.slot("leather", "leather", "#4a2c1a", role="fixed")
    w, d, low, lid = 0.92, 0.5, 0.36, 0.14
    open_ = spec.has("open", "filled")

    def shell(z: float, tall: float, top: bool) -> list[tuple]:
        made = [(box(w, d, tall, bevel=0.008, at=(0, 0, z)), "body", "lid" if top else "body")]
        bars: list = []
        bars += [box(0.05, d + 0.02, tall + (0.01 if top else 0), bevel=0.005, at=(x, 0, z)) for x in (-w * 0.28, w * 0.28)]
        bars += [box(w + 0.018, 0.016, 0.045, bevel=0.004, at=(0, s * (d / 2), z + tall * 0.45)) for s in (-1, 1)]
        made.append((join(bars), "slats", "slats"))
        edges = [box(w + 0.012, 0.03, 0.022, bevel=0.003, at=(0, s * (d / 2 - 0.008), z + (0 if not top else tall - 0.018))) for s in (-1, 1)]
        edges += [
            box(0.05, 0.05, 0.05, bevel=0.012, at=(x * (w / 2 - 0.018), y * (d / 2 - 0.018), z + (tall - 0.045 if top else -0.005)))
            for x in (-1, 1)
            for y in (-1, 1)
        ]
        made.append((join(edges), "metal", "corners"))
        return made

    for o, slot, part in shell(0.006, low, False):
        b.add(o, slot, part)
    for o, slot, part in shell(0.0, lid, True):
        if open_:
            o = move(rotate(move(o, 0, -d / 2, 0), -98), 0, d / 2, low + 0.01)
        else:
            o = move(o, 0, 0, low + 0.008)
        b.add(o, slot, part)
    if open_:
        b.slot("lining", "cotton", "#d9cbb0", role="fixed")
        b.add(box(w - 0.05, d - 0.05, 0.004, bevel=0, at=(0, 0, low + 0.004)), "lining")
        b.support("inside", -0.36, 0.36, -0.18, 0.18, low + 0.009)
    else:
        b.add(box(0.08, 0.014, 0.09, bevel=0.004, at=(0, -d / 2 - 0.008, low - 0.05)), "metal", "lock")
        b.support("top", -0.4, 0.4, -0.2, 0.2, low + lid + 0.02)
    b.add(join([box(0.05, 0.014, 0.1, bevel=0.004, at=(x, -d / 2 - 0.01, low - 0.06)) for x in (-0.36, 0.36)]), "metal", "clasps")
    for s in (-1, 1):
        loop = smooth_path([(s * w / 2, -0.09, 0.23), (s * (w / 2 + 0.045), -0.06, 0.2), (s * (w / 2 + 0.045), 0.06, 0.2), (s * w / 2, 0.09, 0.23)], 30)
        b.add(sweep(loop, 0.013, sides=14, flat=0.6), "leather", "handles")


@prop("tablet")
def tablet(spec: Spec, b: Builder) -> None:
    """A tablet computer: a slab of glass and metal with an even rim, its screen lit with a page of icons; it lies, or leans."""
    b.slot("body", "aluminium", b.choose("#b9bcc0", "#3a3c40", "#d8c3b4"))
    b.slot("glass", "plastic", "#0b0c0e", role="fixed", finish=("glossy",))
    w, h, t = 0.25, 0.178, 0.0065
    made = [
        (extrude(rounded_rectangle(w, h, 0.014, 10), t, bevel=0.002), "body", "body"),
        (extrude(rounded_rectangle(w - 0.003, h - 0.003, 0.0126, 10), 0.0006, bevel=0, at=(0, 0, t)), "glass", "glass"),
    ]
    if not spec.has("off"):
        b.slot("screen", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "desktop"})
        made.append((move(rotate(label_plane(w - 0.022, h - 0.022), -90), 0, 0, t + 0.0009), "screen", "screen"))
    for o, slot, part in made:
        if spec.has("leaning", "upright", "standing"):
            move(rotate(o, 90), 0, 0, h / 2)
        b.add(o, slot, part)
    b.lean = "back"


@prop("calendar")
def calendar(spec: Spec, b: Builder) -> None:
    """A wall calendar on a spiral: a picture above, a month of numbered squares below with one ringed in red; a desk one stands as a tent."""
    b.slot("paper", "paper", "#f7f4ec")
    b.slot("wire", "steel", "#2a2c2e", role="fixed")
    b.slot("print", "printed", role="fixed", params={"picture": "landscape"})
    b.slot("ink", "paint", "#23262a", role="fixed", finish=("matte",))
    b.slot("red", "paint", "#c62828", role="fixed", finish=("matte",))
    month = {
        "text": spec.labels[0]["text"] if spec.labels else "MAY",
        "style": spec.labels[0].get("style", "slab") if spec.labels else "slab",
        "colour": "#23262a",
    }
    b.slot("text", "printed", role="fixed", label=month, params={"transparent": True})
    desk = spec.is_a("desk")
    w, h = (0.22, 0.17) if desk else (0.3, 0.46)
    split = 0.0 if desk else h * 0.5
    page = [(box(w, 0.001, h, bevel=0), "paper", "pages"), (box(w, 0.0015, h, bevel=0, at=(0.001, 0.002, -0.003)), "paper", "pages")]
    if not desk:
        page.append((label_plane(w - 0.02, h * 0.46, at=(0, -0.0009, h * 0.74)), "print", "picture"))
    low = h - 0.035 if desk else split - 0.03
    page.append((label_plane(w * 0.5, 0.026, at=(0, -0.001, low + 0.004)), "text", "month"))
    cw, ch = (w - 0.03) / 7, (low - 0.035) / 5
    lines = [box(w - 0.03, 0.0006, 0.0007, bevel=0, at=(0, -0.0009, 0.012 + ch * k)) for k in range(6)]
    lines += [box(0.0007, 0.0006, 5 * ch, bevel=0, at=(-w / 2 + 0.015 + cw * k, -0.0009, 0.012)) for k in range(8)]
    for k in range(31):
        i, j = (k + 2) % 7, (k + 2) // 7
        x, z = -w / 2 + 0.015 + cw * (i + 0.3), 0.012 + ch * (4.62 - j)
        lines += [box(cw * 0.1, 0.0006, ch * 0.22, bevel=0, at=(x + dx, -0.001, z)) for dx in ((0,) if k < 9 else (-cw * 0.08, cw * 0.1))]
    page.append((join(lines), "ink", "days"))
    a = np.linspace(0, 2 * np.pi, 33)
    ring = np.column_stack([-w / 2 + 0.015 + cw * 3.5 + cw * 0.46 * np.cos(a), np.full(33, -0.0012), 0.012 + ch * 2.5 + ch * 0.46 * np.sin(a)])
    page.append((sweep(ring, 0.0011, sides=6), "red", "ring"))
    coils = [
        move(rotate(sweep(np.column_stack([0 * a, 0.006 * np.cos(a), 0.006 * np.sin(a)]), 0.0009, sides=6), 0), x, 0.003, h)
        for x in np.linspace(-w / 2 + 0.02, w / 2 - 0.02, 22)
    ]
    page.append((join(coils), "wire", "spiral"))
    for o, slot, part in page:
        if desk:
            move(rotate(o, -24), 0, 0, 0)
        b.add(o, slot, part)
    if desk:
        b.add(move(rotate(box(w, 0.002, h, bevel=0), 24), 0, 2 * h * math.sin(math.radians(24)), 0), "paper", "back")
    else:
        b.lean, b.mount = "back", 1.4


@prop("canvas_board")
def canvas_board(spec: Spec, b: Builder) -> None:
    """A painter's canvas on its stretcher, primed and blank, folded at the corners; the bars and their wedges show behind. It leans, or hangs."""
    b.slot("canvas", "canvas", "#f1ece0")
    b.slot("wood", "pine", "#d3aa72", role="trim")
    b.slot("nails", "steel", "#8d8f90", role="fixed")
    w, h, d = 0.6, 0.75, 0.02
    b.add(box(w, 0.004, h, bevel=0.0018, at=(0, -d / 2, 0)), "canvas")
    b.add(
        join(
            [box(w, d, 0.003, bevel=0.001, at=(0, 0, z)) for z in (0, h - 0.003)]
            + [box(0.003, d, h, bevel=0.001, at=(s * (w / 2 - 0.0015), 0, 0)) for s in (-1, 1)]
        ),
        "canvas",
        "sides",
    )
    bars = frame_bars(w - 0.008, h - 0.008, 0.045, d - 0.003, bevel=0.002)
    b.add(move(join([*bars, box(w - 0.08, d - 0.006, 0.04, bevel=0.002, at=(0, 0, h / 2 - 0.02))]), 0, 0.002, 0.004), "wood", "stretcher")
    b.add(
        join(
            [
                move(rotate(cylinder(0.0022, 0.001, bevel=0.0003, segments=10), 0, 90 * s), s * (w / 2 + 0.0002), 0.0, z)
                for s in (-1, 1)
                for z in np.linspace(0.06, h - 0.06, 9)
            ]
        ),
        "nails",
    )
    b.lean, b.mount = "back", 1.2


@prop("book_end")
def book_end(spec: Spec, b: Builder) -> None:
    """A pair of book ends: an upright plate with a foot, a heavy half arch of stone or brass before each."""
    b.slot("body", *b.choose(("marble", "#ece8e0"), ("brass", "#b08d48"), ("oak", "#a8793f")))
    b.slot("plate", "iron", "#232425", role="trim")
    for s in (-1, 1):
        b.add(join([box(0.004, 0.12, 0.17, bevel=0.001, at=(s * 0.09, 0, 0)), box(0.09, 0.12, 0.003, bevel=0.001, at=(s * 0.05, 0, 0))]), "plate")
        quarter = [(0.0, 0.0), *[(0.11 * math.cos(a), 0.15 * math.sin(a)) for a in np.linspace(0, math.pi / 2, 20)]]
        b.add(slab([(s * (0.094 + x), z) for x, z in quarter], 0.1, bevel=0.006), "body")
    b.support("between", -0.08, 0.08, -0.05, 0.05, 0.004)

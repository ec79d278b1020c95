# SPDX-License-Identifier: GPL-3.0-or-later
"""What is nothing but its page: sheets and cards, and boards, screens, banners and plaques, each as large as what is set on it."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, displace, from_geometry, label_plane, move, rotate, subdivide
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.desk.stationery import curled
from diorama_stage.props.registry import prop

A4 = (0.21, 0.297)
CARD = 1.5
"""A standing card is so many times as large as the label on a jar."""
PANEL, POST, POSTED = 1.4, 0.95, 25.0
"""A panel on a post is so many times as large as its page; metres to its lower edge; degrees by which it leans back."""
PINNED = 0.4
"""Of its curl, what a sheet keeps that hangs on a wall."""
LEANING = 20.0
"""Degrees by which its face leans back."""


def extent(spec: Spec, usual: tuple[float, float], longest: float) -> tuple[float, float]:
    """Width and height in metres of the page that is on it; `usual` without one. No side is longer than `longest`."""
    page = spec.labels[0].get("page") if spec.labels else None
    w, h = (page["data"]["w"] / 1000, page["data"]["h"] / 1000) if page else usual
    shrunk = min(1.0, longest / max(w, h))
    return w * shrunk, h * shrunk


def _print(spec: Spec, b: Builder, picture: str, **params) -> None:
    b.slot("print", "printed", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": picture, **params})


@prop("printed_sheet")
def printed_sheet(spec: Spec, b: Builder) -> None:
    """A sheet or card of paper, a little curled, printed to its edges."""
    w, h = extent(spec, A4, 0.6)
    b.slot("paper", "paper", "#f6f3ec")
    _print(spec, b, "typed")
    page = spec.labels[0].get("page", {}).get("data", {}) if spec.labels else {}
    mounted = spec.has("mounted")
    if page.get("post"):
        return _mounted(b, w * PANEL, h * PANEL) if mounted else _on_post(b, w * PANEL, h * PANEL)
    if page.get("stands"):
        return _card(b, w * CARD, h * CARD)
    curl = b.rng.uniform(0.01, 0.025) * min(w, 0.3) * (PINNED if mounted else 1.0)
    b.add(curled(w, h, curl, 0.0), "paper")
    b.add(curled(w - 0.0006, h - 0.0006, curl, 0.0002, whole=w), "print")


def _mounted(b: Builder, w: float, h: float) -> None:
    """A panel flat on a wall."""
    b.add(box(w, 0.008, h, bevel=0.001), "paper")
    b.add(label_plane(w - 0.001, h - 0.001, at=(0, -0.0046, h / 2)), "print")
    b.lean, b.hang = "back", (0, 0, h)


def _on_post(b: Builder, w: float, h: float) -> None:
    """A panel on a post with a foot, as high as one reads it, its face leaning back."""
    b.slot("post", "steel", "#2d2f32", role="trim")
    run, rise = h * np.sin(np.radians(POSTED)), h * np.cos(np.radians(POSTED))
    b.add(cylinder(0.15, 0.012, bevel=0.003), "post", "foot")
    add_rod(b, "post", (0, 0.02, 0.01), (0, 0.02 + run / 2, POST + rise / 2), 0.016)
    b.add(move(rotate(box(w, 0.01, h, bevel=0.001), -POSTED), 0, 0, POST), "paper")
    b.add(move(rotate(label_plane(w - 0.001, h - 0.001, at=(0, -0.0056, h / 2)), -POSTED), 0, 0, POST), "print")


def _card(b: Builder, w: float, h: float) -> None:
    """A folded card that stands by what it tells of, its face leaning back."""
    run = h * np.sin(np.radians(LEANING))
    for side in (-1, 1):
        b.add(move(rotate(box(w, 0.0006, h, bevel=0), side * LEANING), 0, side * run, 0), "paper")
    b.add(move(rotate(label_plane(w - 0.001, h - 0.001, at=(0, -0.0006, h / 2)), -LEANING), 0, -run, 0), "print")


@prop("whiteboard")
def whiteboard(spec: Spec, b: Builder) -> None:
    w, h = extent(spec, (1.2, 0.8), 2.4)
    b.slot("board", "lacquer", "#f4f5f4")
    b.slot("frame", "brushed_steel", "#b9bcbe", role="trim")
    b.slot("tray", "brushed_steel", "#a9acae", role="fixed")
    _print(spec, b, "page", transparent=True)
    b.add(box(w, 0.012, h, bevel=0.001), "board")
    for sx in (-1, 1):
        b.add(box(0.018, 0.022, h + 0.036, bevel=0.003, at=(sx * (w / 2 + 0.009), 0, -0.018)), "frame")
    for z in (-0.018, h):
        b.add(box(w, 0.022, 0.018, bevel=0.003, at=(0, 0, z)), "frame")
    b.add(box(w * 0.4, 0.06, 0.008, bevel=0.002, at=(0, -0.036, -0.014)), "tray", "tray")
    if spec.labels:
        b.add(label_plane(w * 0.97, h * 0.96, at=(0, -0.0066, h / 2)), "print")
    b.lean, b.hang = "back", (0, 0, h)


@prop("projection_screen")
def projection_screen(spec: Spec, b: Builder) -> None:
    """A pull-down screen with the light of a projector on it."""
    w, h = extent(spec, (2.0, 1.125), 2.4)
    big = max(1.0, 1.8 / w)
    w, h = w * big, h * big
    b.slot("cloth", "fabric", "#e9eae8")
    b.slot("housing", "plastic", "#dcdcd8", role="trim")
    b.slot("print", "screen", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "desktop"})
    b.add(box(w + 0.1, 0.003, h + 0.1, bevel=0.0004), "cloth")
    b.add(move(rotate(cylinder(0.045, w + 0.2, bevel=0.006), 0, 90), -(w + 0.2) / 2, 0.01, h + 0.14), "housing")
    b.add(box(w + 0.1, 0.02, 0.03, bevel=0.006, at=(0, 0, -0.02)), "housing", "housing")
    b.add(label_plane(w, h, at=(0, -0.0022, h / 2 + 0.05)), "print")
    b.hang = (0, 0, h + 0.18)


@prop("billboard")
def billboard(spec: Spec, b: Builder) -> None:
    """A printed hoarding on two steel posts."""
    w, h = extent(spec, (6.0, 3.0), 6.0)
    foot = max(0.9, h * 0.75)
    b.slot("board", "steel", "#8d9194")
    b.slot("frame", "steel", "#4a4f53", role="trim")
    b.slot("posts", "steel", "#5a6064", role="fixed")
    _print(spec, b, "landscape")
    b.add(box(w, 0.08, h, bevel=0.01, at=(0, 0, foot)), "board")
    for z in (foot - 0.06, foot + h - 0.04):
        b.add(box(w + 0.16, 0.14, 0.1, bevel=0.012, at=(0, 0, z)), "frame")
    for sx in (-1, 1):
        b.add(box(0.1, 0.14, h + 0.12, bevel=0.012, at=(sx * (w / 2 + 0.03), 0, foot - 0.06)), "frame")
        add_rod(b, "posts", (sx * w * 0.28, 0.16, 0), (sx * w * 0.28, 0.16, foot + h * 0.8), max(0.06, w * 0.018))
    b.add(label_plane(w - 0.02, h - 0.02, at=(0, -0.0412, foot + h / 2)), "print")


@prop("banner")
def banner(spec: Spec, b: Builder) -> None:
    """Printed cloth with eyelets, hung by cords from its upper corners."""
    w, h = extent(spec, (2.4, 0.7), 2.4)
    b.slot("cloth", "canvas", "#f2efe8")
    b.slot("rings", "brass", "#b9a368", role="fixed")
    b.slot("cords", "cotton", "#cfc4ad", role="trim")
    _print(spec, b, "abstract")
    for wide, high, off, name in ((w, h, 0.0, "cloth"), (w - 0.004, h - 0.004, -0.0036, "print")):  # sheets alike: neither comes through the other
        b.add(displace(subdivide(label_plane(wide, high, at=(0, off, h / 2)), 4, simple=True), 0.006, 0.9, seed=spec.seed), name)
    for sx in (-1, 1):
        b.add(move(rotate(cylinder(0.018, 0.008, bevel=0.002), 90), sx * (w / 2 - 0.04), 0.003, h - 0.04), "rings")
        add_rod(b, "cords", (sx * (w / 2 - 0.04), -0.002, h - 0.04), (sx * (w / 2 + 0.1), -0.002, h + 0.14), 0.004)
    b.hang = (0, 0, h + 0.1)


@prop("plaque")
def plaque(spec: Spec, b: Builder) -> None:
    """A cast plate with words cut into it, screwed to what it is on."""
    w, h = extent(spec, (0.3, 0.2), 0.6)
    b.slot("plate", "brass", "#b08a4a")
    b.slot("screws", "brass", "#8d6c36", role="trim")
    _print(spec, b, "page", transparent=True, under="#b08a4a")
    b.add(box(w, 0.008, h, bevel=0.002), "plate")
    for sx in (-1, 1):
        for z in (0.02, h - 0.02):
            b.add(move(rotate(cylinder(0.006, 0.004, bevel=0.0015), 90), sx * (w / 2 - 0.02), -0.004, z), "screws")
    if spec.labels:
        b.add(label_plane(w * 0.84, h * 0.88, at=(0, -0.0043, h / 2)), "print")
    b.lean, b.hang = "back", (0, 0, h)


WAVES, FALLS = 1.5, 0.012
"""Waves of a ribbon that stands on its edge, and how deep they are, metres."""


@prop("ribbon")
def ribbon(spec: Spec, b: Builder) -> None:
    """A band on its edge, in a slight wave, its ends cut to swallow tails; what it says runs along its front."""
    text = spec.labels[0].get("text", "") if spec.labels else ""
    h = 0.055
    w = float(np.clip(0.62 * h * max(len(text) * 0.5, 6), 0.3, 0.8))
    b.slot("band", "silk", b.choose("#b3122b", "#1f4f8c", "#0f6a4a"))
    u = np.linspace(0, 1, 49)
    x, y = (u - 0.5) * w, FALLS * np.sin(u * 2 * np.pi * WAVES)
    b.add(_strip(x, y, h, 0.0, "band", notch=0.6 * h), "band", "band")
    if spec.labels:
        b.slot("print", "printed", role="fixed", label=spec.labels[0], params={"transparent": True})
        inner = slice(4, 45)
        b.add(_strip(x[inner], y[inner] - 0.0008, 0.84 * h, 0.08 * h, "print"), "print", "print")
    b.lean = "back"


def _strip(x: np.ndarray, y: np.ndarray, h: float, foot: float, name: str, notch: float = 0.0):
    """An upright band along a line on the ground, (n,) each; `notch`: how deep its ends are cut in, metres."""
    n = len(x)
    rows = np.array([foot, foot + h / 2, foot + h])
    points = np.array([(x[i], y[i], z) for z in rows for i in range(n)])
    for end, way in ((0, 1), (n - 1, -1)):
        points[n + end, 0] += way * min(notch, 0.9 * abs(x[1] - x[0]))
    faces = [(r * n + i, r * n + i + 1, (r + 1) * n + i + 1, (r + 1) * n + i) for r in range(2) for i in range(n - 1)]
    span = float(x[-1] - x[0])
    uvs = [((px - x[0]) / span, (pz - foot) / h) for px, _, pz in points]
    return from_geometry(name, points, faces, smooth=80, uvs=uvs)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Books and notebooks, pens and pencils, printed photographs."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    from_geometry,
    label_plane,
    move,
    rotate,
    solidify,
)
from diorama_stage.props.registry import prop


@prop("book", "notebook")
def book(spec: Spec, b: Builder) -> None:
    w, d, t = b.vary(0.14), b.vary(0.205), b.vary(0.024, 0.2)
    b.slot("cover", "linen", b.choose("#7a2f2a", "#2d4a5e", "#3c5a44", "#b79a5b"))
    b.slot("pages", "paper", "#efe8d8", role="fixed")
    if spec.has("open"):
        for side in (-1, 1):
            x = np.linspace(0.002, w * 0.98, 24)
            z = 0.004 + t * 0.55 * np.exp(-((x / (w * 0.42)) ** 2) * 0.9) * (1 - np.exp(-x / 0.012)) + 0.007
            top = [(side * a, c) for a, c in zip(x, z, strict=True)]
            outline = [(side * 0.002, 0.004), *top, (side * w * 0.98, 0.004)]
            points = [(a, c) for a, c in (outline if side < 0 else outline[::-1])]
            n = len(points)
            verts = [(a, -d / 2, c) for a, c in points] + [(a, d / 2, c) for a, c in points]
            faces = [tuple(range(n)), tuple(reversed(range(n, 2 * n)))] + [(i, n + i, n + (i + 1) % n, (i + 1) % n) for i in range(n)]
            b.add(from_geometry("pages", verts, faces, smooth=30), "pages")
            sheet = [(side * a, -d / 2 + 0.001, c + 0.0004) for a, c in zip(x, z, strict=True)] + [(side * a, d / 2 - 0.001, c + 0.0004) for a, c in zip(x, z, strict=True)]
            m = len(x)
            uv = [((i / (m - 1)) if side > 0 else 1 - i / (m - 1), 0) for i in range(m)] + [((i / (m - 1)) if side > 0 else 1 - i / (m - 1), 1) for i in range(m)]
            faces = [(i, i + 1, m + i + 1, m + i) if side > 0 else (i + 1, i, m + i, m + i + 1) for i in range(m - 1)]
            b.slot("print", "printed", role="fixed", params={"picture": "page", "paper": "#efe8d8"})
            b.add(from_geometry("print", sheet, faces, smooth=180, uvs=uv), "print", "pages")
            b.add(box(w * 1.03, d * 1.03, 0.003, bevel=0.001, at=(side * w * 0.515, 0, 0)), "cover")
        return
    b.add(box(w, d, t - 0.006, bevel=0.001, at=(-0.003, 0, 0.003)), "pages")
    for z in (0, t - 0.003):
        b.add(box(w + 0.004, d + 0.008, 0.003, bevel=0.0012, at=(0, 0, z)), "cover")
    spine = box(0.003, d + 0.008, t, bevel=0.0013, at=(-w / 2 - 0.002, 0, 0))
    b.add(spine, "cover", "spine")
    b.support("cover", -w / 2, w / 2, -d / 2, d / 2, t)
    for label in spec.labels[:1]:
        b.slot("title", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(move(rotate(label_plane(w * 0.8, d * 0.4), -90), 0, 0, t + 0.0004), "title")


@prop("pen", "pencil")
def pen(spec: Spec, b: Builder) -> None:
    b.slot("body", "plastic", "#26282b" if spec.kind == "pen" else "#d9a520")
    b.slot("tip", "steel" if spec.kind == "pen" else "wood", "#b5b7b8" if spec.kind == "pen" else "#d2b48c", role="trim")
    b.add(move(rotate(cylinder(0.0045, 0.125, bevel=0.0018), 0, 90), -0.06, 0, 0.0045), "body")
    b.add(move(rotate(cylinder(0.0043, 0.018, top=0.0007, bevel=0.0003), 0, 90), 0.0648, 0, 0.0045), "tip")


@prop("photograph")
def photograph(spec: Spec, b: Builder) -> None:
    """One print with a white rim, a little curled; an instant picture has its broad foot. How many there are the scene says."""
    b.slot("paper", "paper", "#f1eee6")
    instant = spec.named("polaroid", "instant")
    w, h, rim, foot = (0.088, 0.107, 0.0045, 0.0225) if instant else (0.152, 0.102, 0.0045, 0.0045)
    curl = b.rng.uniform(0.002, 0.006)
    b.slot("print", "printed", role="fixed", label=spec.labels[0] if spec.labels else None, params={"picture": "photo", "gloss": True})
    b.add(_curled(w, h, curl, 0.0), "paper")
    b.add(_curled(w - 2 * rim, h - rim - foot, curl, 0.0002, shift=(foot - rim) / 2, whole=w), "print", "picture")


def _curled(w: float, h: float, curl: float, lift: float, *, shift: float = 0.0, whole: float | None = None):
    """A leaf that bends up towards its left and right ends by `curl`, with UV; `whole` is the width over which it bends."""
    x, y = np.linspace(-w / 2, w / 2, 13), np.array((-h / 2 + shift, h / 2 + shift))
    z = curl * (2 * x / (whole or w)) ** 4 + lift
    verts = [(a, b, c) for b in y for a, c in zip(x, z, strict=True)]
    uv = [(k / 12, row) for row in (0, 1) for k in range(13)]
    made = from_geometry("leaf", verts, [(i, i + 1, 14 + i, 13 + i) for i in range(12)], smooth=180, uvs=uv)
    return made if whole else solidify(made, 0.0003)

# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each subject is seen: its whole silhouette, less what other subjects cover and what lies outside the frame."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import binary_closing

from diorama_stage.kit.build import vertices
from diorama_stage.lens import Shot

DENSE = 6000
"""Polygons; a mesh with more has faces smaller than a pixel of the quick look: its vertices and face middles are splatted instead of drawn."""


FINE = 3
"""Silhouettes are drawn this many times finer than the quick look, so that thin things (chair legs) are not drawn thicker than they are."""


def _drawn(objects, shot: Shot, width: int, height: int) -> np.ndarray:
    """Where the objects would be seen, (3 h, 3 w) bool, the frame in the middle."""
    canvas = Image.new("1", (width * 3, height * 3))
    draw = ImageDraw.Draw(canvas)
    splats = np.zeros((height * 3 // FINE, width * 3 // FINE), bool)
    for o in objects:
        matrix = np.asarray(o.matrix_world)
        points = vertices(o)
        if len(o.data.polygons) > DENSE:
            middles = np.empty(len(o.data.polygons) * 3, np.float32)
            o.data.polygons.foreach_get("center", middles)
            points = np.concatenate([points, middles.reshape(-1, 3)])
        seen = shot.project(points @ matrix[:3, :3].T + matrix[:3, 3])
        x, y = (seen[:, 0] * 0.5 + 1.5) * width, (1.5 - seen[:, 1] * 0.5) * height
        if len(o.data.polygons) > DENSE:
            inside = (seen[:, 2] > 0) & (x >= 0) & (y >= 0) & (x < width * 3) & (y < height * 3)
            splats[y[inside].astype(int) // FINE, x[inside].astype(int) // FINE] = True
            continue
        for face in o.data.polygons:
            ids = list(face.vertices)
            if (seen[ids, 2] > 0).all():
                draw.polygon([(x[i], y[i]) for i in ids], fill=1)
    if splats.any():
        splats = binary_closing(splats, iterations=2)
    return np.asarray(canvas) | splats.repeat(FINE, axis=0).repeat(FINE, axis=1)


def coverage(actors, ids: np.ndarray, shot: Shot) -> list[tuple[float, float]]:
    """Of each actor's silhouette: the share seen, and the share within the frame. `ids`: (h, w) pass indices.

    Parts of a thing behind other parts of itself do not count as hidden; parts outside the frame do.
    """
    height, width = ids.shape
    out = []
    for a in actors:
        whole = _drawn(a.built.objects, shot, width * FINE, height * FINE)
        framed = whole[height * FINE : 2 * height * FINE, width * FINE : 2 * width * FINE]
        fellows = [b.index for b in actors if b.subject == a.subject] if a.piled else [a.index]
        others = ((ids != 0) & ~np.isin(ids, fellows)).repeat(FINE, axis=0).repeat(FINE, axis=1)
        area = max(int(whole.sum()), 1)
        out.append((float((framed & ~others).sum()) / area, float(framed.sum()) / area))
    return out


def shares(actors, ids: np.ndarray, shot: Shot) -> dict[str, float]:
    """Visible share of each subject, 0 to 1: the least of its instances."""
    return least(actors, [share for share, _ in coverage(actors, ids, shot)])


def least(actors, each: list[float]) -> dict[str, float]:
    """By subject, the least of its instances."""
    out: dict[str, float] = {}
    for a, share in zip(actors, each, strict=True):
        out[a.subject] = min(out.get(a.subject, 1.0), share)
    return out

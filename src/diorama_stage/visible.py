# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each subject is seen: pixels of its ids against its whole silhouette."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import binary_closing

from diorama_stage.kit.build import vertices
from diorama_stage.lens import Shot

DENSE = 6000
"""Polygons; a mesh with more has faces smaller than a pixel of the quick look: its vertices and face middles are splatted instead of drawn."""


def silhouette(objects, shot: Shot, width: int, height: int) -> np.ndarray:
    """Where the objects would be seen if nothing stood in front, (h, w) bool, on a canvas three frames wide so that what lies outside counts."""
    canvas = Image.new("1", (width * 3, height * 3))
    draw = ImageDraw.Draw(canvas)
    splats = np.zeros((height * 3, width * 3), bool)
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
            splats[y[inside].astype(int), x[inside].astype(int)] = True
            continue
        for face in o.data.polygons:
            ids = list(face.vertices)
            if (seen[ids, 2] > 0).all():
                draw.polygon([(x[i], y[i]) for i in ids], fill=1, outline=1)
    return np.asarray(canvas) | binary_closing(splats, iterations=2)


def shares(actors, ids: np.ndarray, shot: Shot) -> dict[str, float]:
    """Visible share of each subject, 0 to 1: the least of its instances. `ids`: (h, w) pass indices.

    Parts of a thing behind other parts of itself do not count as hidden; parts outside the frame do.
    """
    height, width = ids.shape
    out: dict[str, float] = {}
    for a in actors:
        whole = int(silhouette(a.built.objects, shot, width, height).sum())
        share = min(int((ids == a.index).sum()) / max(whole, 1), 1.0)
        out[a.subject] = min(out.get(a.subject, 1.0), share)
    return out

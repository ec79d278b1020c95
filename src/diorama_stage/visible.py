# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each subject is seen: pixels of its ids against its whole silhouette."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from diorama_stage.kit.build import vertices
from diorama_stage.lens import Shot

MOST = 6000
"""Polygons drawn a prop for its silhouette; denser ones are drawn in a stride."""


def silhouette(objects, shot: Shot, width: int, height: int) -> np.ndarray:
    """Where the objects would be seen if nothing stood in front, (h, w) bool, on a canvas three frames wide so that what lies outside counts."""
    canvas = Image.new("1", (width * 3, height * 3))
    draw = ImageDraw.Draw(canvas)
    for o in objects:
        matrix = np.asarray(o.matrix_world)
        seen = shot.project(vertices(o) @ matrix[:3, :3].T + matrix[:3, 3])
        x = (seen[:, 0] * 0.5 + 1.5) * width
        y = (1.5 - seen[:, 1] * 0.5) * height
        faces = o.data.polygons
        stride = max(len(faces) // MOST, 1)
        for face in faces[::stride] if stride > 1 else faces:
            ids = list(face.vertices)
            if (seen[ids, 2] > 0).all():
                draw.polygon([(x[i], y[i]) for i in ids], fill=1, outline=1)
    return np.asarray(canvas)


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

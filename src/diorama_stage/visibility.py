# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each subject is seen: its whole silhouette, less what other subjects cover and what lies outside the frame."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import binary_closing

from diorama_stage.kit.arrays import corners as around
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
    dots: list[np.ndarray] = []  # corners of faces that are smaller than a pixel
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
        at = np.stack([x, y], axis=1)
        for corners in _faces(o.data):
            faces = at[corners[(seen[corners, 2] > 0).all(axis=1)]]
            low, high = faces.min(axis=1), faces.max(axis=1)
            within = ((high >= 0) & (low < (width * 3, height * 3))).all(axis=1)
            fine = (high - low < 1).all(axis=1)
            dots.append(faces[within & fine].reshape(-1, 2))
            for face in faces[within & ~fine].reshape(-1, 2 * corners.shape[1]).tolist():
                draw.polygon(face, fill=1)
    drawn = np.array(canvas)
    x, y = np.concatenate(dots).astype(int).T if dots else np.empty((2, 0), int)
    inside = (x >= 0) & (y >= 0) & (x < width * 3) & (y < height * 3)
    drawn[y[inside], x[inside]] = True
    if splats.any():
        splats = binary_closing(splats, iterations=2)
    return drawn | splats.repeat(FINE, axis=0).repeat(FINE, axis=1)


def _faces(mesh) -> Iterator[np.ndarray]:
    """The vertices of a mesh's faces, (n, k) int, those with the same number k of corners together."""
    starts, counts = np.empty((2, len(mesh.polygons)), np.int32)
    mesh.polygons.foreach_get("loop_start", starts)
    mesh.polygons.foreach_get("loop_total", counts)
    vertices = around(mesh)
    for k in np.unique(counts):
        yield vertices[starts[counts == k, None] + np.arange(k)]


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

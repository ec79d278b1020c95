# SPDX-License-Identifier: GPL-3.0-or-later
"""A cut-out picture as a relief: its outline swells as a cushion does, so that light, shadow and reflection have something to fall on.

Where it stands it is as deep as above, as if it went on below, with a level foot. Heights go with the square root of the distance to the outline, which makes
of a circle's cut-out half a ball (after "Teddy", Igarashi, Matsuoka, Tanaka 1999).
"""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np
from scipy.ndimage import binary_fill_holes, distance_transform_edt, gaussian_filter

from diorama_stage.kit.mesh import from_geometry
from diorama_stage.own.files import BadFile

GRID = 220
"""Points along the longer side."""
SWELL = 0.55
"""Of the greatest distance to the outline, how far the middle stands out: less than a ball, as most things are flatter than deep."""
FOOT = 0.1
"""Of the longer side, how far above its lowest point the outline still belongs to what it stands on."""
LEAST = 0.5
"""Coverage that counts as part of the thing."""


def relief(path: Path) -> bpy.types.Object:
    """The picture's thing, 1 long along its longer side, seen from -y, standing on z = 0. Raises BadFile where all of it is transparent."""
    image = bpy.data.images.load(str(path))
    image.pack()
    width, height = image.size
    pixels = np.empty(width * height * 4, np.float32)
    image.pixels.foreach_get(pixels)
    alpha = pixels.reshape(height, width, 4)[..., 3]
    rows, columns = np.flatnonzero((alpha > LEAST).any(axis=1)), np.flatnonzero((alpha > LEAST).any(axis=0))
    if not len(rows):
        raise BadFile("all of the picture is transparent")
    low, high = (columns[0], rows[0]), (columns[-1] + 1, rows[-1] + 1)
    x, z, covered, step = _grid(alpha, low, high)
    foot = _foot(covered)
    out = _heights(covered, foot) * step
    x, z = _level(x, foot), _level(z, foot)
    front, back = np.stack([x, -out, z], axis=-1), np.stack([x, out, z], axis=-1)
    points = np.concatenate([front.reshape(-1, 3), back.reshape(-1, 3)])
    longest = max(high[0] - low[0], high[1] - low[1])
    uv = np.stack([points[:, 0] / width, points[:, 2] / height], axis=1)
    points = (points - (sum((low[0], high[0])) / 2, 0, low[1])) / longest
    object = from_geometry("cutout", points, _faces(covered), smooth=180.0, uvs=uv)
    object.data.materials.append(_material(image))
    return object


def _grid(alpha: np.ndarray, low: tuple[int, int], high: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Points over the thing's rectangle (pixels), with a margin of one; which of them lie on it."""
    step = max(high[0] - low[0], high[1] - low[1]) / GRID
    across = np.arange(low[0] - step, high[0] + 2 * step, step)
    up = np.arange(low[1] - step, high[1] + 2 * step, step)
    x, z = np.meshgrid(across, up)
    row, column = np.rint(z).astype(int).clip(0, alpha.shape[0] - 1), np.rint(x).astype(int).clip(0, alpha.shape[1] - 1)
    covered = alpha[row, column] > 0.02
    covered[[0, -1]] = False
    covered[:, [0, -1]] = False
    return x, z, covered, step


def _foot(covered: np.ndarray) -> np.ndarray:
    """(columns,): the lowest row of each column that stands on the ground, -1 of the others."""
    any = covered.any(axis=0)
    lowest = np.where(any, covered.argmax(axis=0), covered.shape[0])
    return np.where(any & (lowest <= lowest.min() + FOOT * GRID), lowest, -1)


def _heights(covered: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """How far each point stands out, in steps of the grid."""
    rows, columns = int(covered.shape[0]), int(covered.shape[1])
    whole = np.concatenate([np.zeros((max(rows, columns), columns), bool), covered])
    below = np.arange(len(whole))[:, None] < len(whole) - rows + foot
    inside = distance_transform_edt(binary_fill_holes(whole | (below & (foot >= 0))))
    deep = max(float(np.max(inside[-rows:])), 1e-6)
    return gaussian_filter(SWELL * np.sqrt(np.maximum(inside * (2 * deep - inside), 0)), 1.5)[-rows:] * covered


def _level(values: np.ndarray, foot: np.ndarray) -> np.ndarray:
    """Coordinates with what lies below each foot, and beside it, drawn up to it: a level face closes the foot, in the picture's own colours there."""
    beside = np.maximum(np.roll(foot, 1), np.roll(foot, -1))  # the margins' columns bear nothing
    ground = np.where(foot >= 0, foot, np.maximum(beside, foot[foot >= 0].min()))
    row = np.maximum(np.arange(len(values))[:, None], ground)
    return np.take_along_axis(values, row, axis=0)


def _faces(covered: np.ndarray) -> np.ndarray:
    """Front and back, (n, 4), where all four corners of a cell, or some of them, lie on the thing."""
    rows, columns = covered.shape
    at = np.arange(rows * columns).reshape(rows, columns)
    cells = covered[:-1, :-1] | covered[1:, :-1] | covered[:-1, 1:] | covered[1:, 1:]
    front = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], axis=-1)[cells]
    return np.concatenate([front, front[:, ::-1] + rows * columns])


def _material(image: bpy.types.Image) -> bpy.types.Material:
    """The picture's colours on a half-matt ground; nothing where it is transparent."""
    made = bpy.data.materials.new("cutout")
    made.use_nodes = True
    nodes, links = made.node_tree.nodes, made.node_tree.links
    shader = nodes["Principled BSDF"]
    texture = nodes.new("ShaderNodeTexImage")
    texture.image, texture.extension = image, "CLIP"
    shader.inputs["Roughness"].default_value = 0.5
    links.new(texture.outputs["Color"], shader.inputs["Base Color"])
    links.new(texture.outputs["Alpha"], shader.inputs["Alpha"])
    return made

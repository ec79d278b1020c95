# SPDX-License-Identifier: GPL-3.0-or-later
"""Wings of beasts: feathered as a horse of fable's, of skin between long fingers as a dragon's or a bat's."""

from __future__ import annotations

from functools import partial

import bpy
import numpy as np

from diorama_stage.animals import kinds, surface
from diorama_stage.animals.flesh import chain
from diorama_stage.animals.plumage import ARM, Vanes, spread, unit
from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.sculpt import Clay


def feathered(root: np.ndarray, turn: np.ndarray, width: float, span: float, colour: np.ndarray, scale: float, rng, seed: int) -> list[bpy.types.Object]:
    """A pair of raised wings. `root`: the middle between the shoulders, units; `width` to each side."""
    vanes, parts = Vanes(), []
    own = {"covert": colour, "greater": colour * 0.97, "secondary": colour * 0.94, "primary": colour * 0.9, "under": colour}
    form = kinds.wing({"span": span, "bent": [-36, -4, -24], "arm_thick": span / 190})
    for side in (1, -1):
        joints = spread(vanes, root + turn[:, 0] * side * width, turn, side, form, own, 42, rng)
        parts.append(chain(joints, np.array(ARM) * span / 190, scale, 2))
    p, q, c, uv = vanes.arrays()
    made = mesh("feathers", p * scale, q, smooth=True, colours=c, uvs=uv)
    made.data.materials.append(surface.vane(seed))
    return [made, _skin("arms", *Clay(parts, 1.3 * scale).skin(), colour, scale, "hide", seed)]


def membrane(
    root: np.ndarray,
    turn: np.ndarray,
    width: float,
    span: float,
    colour: np.ndarray,
    sail: np.ndarray,
    scale: float,
    seed: int,
    *,
    lift: float = 34,
    thick: float = 1.0,
) -> list[bpy.types.Object]:
    """A pair of wings of skin: arm, four fingers, a sail between them that hollows at its edge."""
    points, quads, bones, count = [], [], [], 0
    for side in (1, -1):
        out, back, up = turn[:, 0] * side, turn[:, 1], turn[:, 2]
        way = partial(_way, out, back, up)
        shoulder = root + out * width
        elbow = shoulder + way(-22, lift * 1.1) * span * 0.24
        wrist = elbow + way(26, lift * 1.2) * span * 0.3
        ends = [wrist + way(a, lift * r) * span * n for a, r, n in ((-8, 0.5, 0.56), (-36, 0.2, 0.56), (-62, -0.1, 0.52), (-84, -0.4, 0.44))]
        hip = root + out * width * 0.8 + back * span * 0.42 - up * span * 0.03
        bones.append(chain([shoulder, elbow, wrist], np.array([5.5, 4, 3]) * thick * span / 190, scale, 1.5))
        bones += [chain([wrist, (wrist + e) / 2 + up * span * 0.015, e], np.array([2.4, 1.8, 0.6]) * thick * span / 190, scale, 1) for e in ends]
        spokes = [*[(wrist, e) for e in ends], (elbow, hip + (ends[-1] - hip) * 0.34), (shoulder, hip)]
        rows, steps = 9, 9
        for (a0, a1), (b0, b1) in zip(spokes[:-1], spokes[1:], strict=True):
            u, v = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, steps), indexing="ij")
            hollow = 1 - 0.3 * (4 * v * (1 - v)) * u**1.5
            a, b = a0 + (a1 - a0) * (u * hollow)[..., None], b0 + (b1 - b0) * (u * hollow)[..., None]
            p = a + (b - a) * v[..., None] - up * (span * 0.03 * np.sin(np.pi * v) * u)[..., None]
            points.append(p.reshape(-1, 3))
            i, j = np.meshgrid(np.arange(rows - 1), np.arange(steps - 1), indexing="ij")
            k = (i * steps + j).ravel() + count
            quads.append(np.stack([k, k + 1, k + steps + 1, k + steps], axis=1))
            count += rows * steps
    p = np.concatenate(points)
    return [
        _skin("sail", p * scale, np.concatenate(quads), sail, scale, "hide", seed),
        _skin("fingers", *Clay(bones, max(0.9 * thick * span / 190, span / 240) * scale).skin(), colour, scale, "hide", seed),
    ]


def _way(out: np.ndarray, back: np.ndarray, up: np.ndarray, forward: float, rise: float) -> np.ndarray:
    """A direction `forward` of straight out and `rise` above it, degrees."""
    f, r = np.radians(forward), np.radians(rise)
    return unit(out * np.cos(f) * np.cos(r) - back * np.sin(f) + up * np.sin(r))


def _skin(name: str, points: np.ndarray, quads: np.ndarray, colour: np.ndarray, scale: float, kind: str, seed: int) -> bpy.types.Object:
    made = mesh(name, points, quads, smooth=True, colours=np.repeat(np.asarray(colour)[None], len(points), axis=0))
    made.data.attributes.new("Rest", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", (points / scale).astype(np.float32).ravel())
    made.data.attributes.new("Bare", "FLOAT", "POINT").data.foreach_set("value", np.ones(len(points), np.float32))
    made.data.materials.append(surface.skin(kind, 100 * scale, seed))
    return made

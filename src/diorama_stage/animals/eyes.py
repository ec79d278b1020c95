# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals' eyes: the iris fills what the lids leave open; the pupil is round, a slit or a bar; over it a wet cornea."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.people.eyes import Ball, cornea, eye

PUPILS = {"round": (0.46, 0.46), "slit": (0.25, 0.78), "bar": (0.68, 0.26), "large": (0.8, 0.8)}
"""Half width and height of the pupil by the iris."""


def eyes(balls: list[tuple[np.ndarray, float]], ahead: list[np.ndarray], iris: str, pupil: str) -> list[bpy.types.Object]:
    """Both eyes. `balls`: middle and radius, metres; `ahead`: where each looks."""
    ball, clear = iris_material(iris, pupil), cornea()
    out = []
    for k, ((middle, radius), aim) in enumerate(zip(balls, ahead, strict=True)):
        out += eye(Ball(np.asarray(middle), radius), np.asarray(aim), ball, clear, f"eye {k}")
    return out


SUNK = 0.7
"""Radii of the ball from its middle out to the skin, at most: more, and the head closes over it."""


def seated(balls: list[tuple[np.ndarray, float]], ahead: list[np.ndarray], skin: np.ndarray) -> list[tuple[np.ndarray, float]]:
    """The balls, each moved out along where it looks as far as `skin` (n, 3) would cover it."""
    out = []
    for (middle, radius), aim in zip(balls, ahead, strict=True):
        aim = np.asarray(aim) / np.linalg.norm(aim)
        apart = skin - middle
        along = apart @ aim
        before = (np.linalg.norm(apart - along[:, None] * aim, axis=1) < 0.5 * radius) & (abs(along) < 3 * radius)
        deep = along[before].max() / radius - SUNK if before.any() else 0.0
        out.append((middle + aim * radius * max(deep, 0.0), radius))
    return out


LIDS = (36.0, -30.0, 4.0)
"""How far the upper and the lower lid are open, degrees from the middle of the ball, and how much higher the outer corner is."""
CORNER, THICK, ACROSS, DEEP = 74.0, 1.09, 33, 12
"""Where the corners are, degrees from the middle; a lid's outside by the ball's radius; vertices across a lid and into its depth."""


def lids(middle: np.ndarray, radius: float, aim: np.ndarray, up: np.ndarray, side: float, open_: tuple[float, float, float] = LIDS):
    """Both lids over a ball: vertices (n, 3), quads (m, 4) and how near each vertex is to a lid's edge, 0 to 1 (n,).

    `side`: 1 for the left eye, whose outer corner is on the +x of its head. Edges meet at the corners and arch between them; the ball shows there alone.
    """
    ahead = aim / np.linalg.norm(aim)
    top = up - ahead * float(up @ ahead)
    top /= np.linalg.norm(top)
    frame = np.stack([np.cross(top, -ahead), ahead, top], axis=1)
    s = np.linspace(-1, 1, ACROSS)
    arch = (1 - s**2) ** 0.7
    tilt = open_[2] * np.where(s * side > 0, abs(s), -0.6 * abs(s))
    v = np.array([0.0, 0.0, 0.03, 0.07, *np.linspace(0.16, 1.0, DEEP - 4)])
    out = np.array([0.99, 1.05, THICK, *np.linspace(THICK, 0.9, DEEP - 3)])
    k, j = (a.ravel() for a in np.meshgrid(np.arange(DEEP - 1), np.arange(ACROSS - 1), indexing="ij"))
    quads = np.stack([k * ACROSS + j, (k + 1) * ACROSS + j, (k + 1) * ACROSS + j + 1, k * ACROSS + j + 1], axis=1)
    verts, faces, edges = [], [], []
    for n, (edge, pole) in enumerate(((open_[0] * arch + tilt, 82.0), (open_[1] * arch + tilt, -82.0))):
        high = np.radians(edge[None, :] + (pole - edge)[None, :] * v[:, None])
        round_ = np.radians(CORNER * s)[None, :] * np.ones_like(high)
        d = np.stack([np.sin(round_) * np.cos(high), np.cos(round_) * np.cos(high), np.sin(high)], axis=-1) * out[:, None, None]
        verts.append(middle + radius * d.reshape(-1, 3) @ frame.T)
        faces.append((quads if n == 0 else quads[:, ::-1]) + n * DEEP * ACROSS)
        edges.append(np.repeat(np.clip(1 - v / 0.3, 0, 1), ACROSS))
    return np.concatenate(verts), np.concatenate(faces), np.concatenate(edges)


def iris_material(iris: str, pupil: str) -> bpy.types.Material:
    made = bpy.data.materials.new("iris")
    made.use_nodes = True
    n = Nodes(made.node_tree)
    rest = n.node("ShaderNodeAttribute", attribute_name="Rest").outputs["Vector"]
    x, y, z = n.node("ShaderNodeSeparateXYZ", {0: rest}).outputs
    r = n.math("DIVIDE", n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", z, z))), 0.62)
    wide, high = PUPILS[pupil]
    hole = n.math("SQRT", n.math("ADD", n.math("POWER", n.math("DIVIDE", x, wide * 0.62), 2.0), n.math("POWER", n.math("DIVIDE", z, high * 0.62), 2.0)))
    angle = n.math("ARCTAN2", z, x)
    at = n.node(
        "ShaderNodeCombineXYZ",
        {0: n.math("MULTIPLY", n.math("COSINE", angle), 7.0), 1: n.math("MULTIPLY", n.math("SINE", angle), 7.0), 2: n.math("MULTIPLY", r, 1.6)},
    ).outputs[0]
    spokes = n.noise(at, 2.4, detail=5, roughness=0.6)
    base = linear(iris)
    pale, deep = tuple(min(c * 1.4 + 0.012, 1) for c in base[:3]) + (1,), tuple(c * 0.5 for c in base[:3]) + (1,)
    colour = n.mix(n.step(spokes, 0.34, 0.68), deep, pale)
    colour = n.mix(n.step(r, 0.8, 1.05), colour, tuple(c * 0.1 for c in base[:3]) + (1,))
    colour = n.mix(n.step(hole, 1.06, 0.94), colour, (0.002, 0.002, 0.002, 1))
    lid = n.math("MULTIPLY", n.step(z, 0.02, 0.5), 0.62)  # the upper lid and its lashes keep the sky off
    colour = n.mix(lid, colour, n.mix(1.0, colour, (0.12, 0.11, 0.1, 1), "MULTIPLY"))
    white = n.math("MAXIMUM", n.step(r, 1.25, 1.5), n.math("SUBTRACT", 1.0, n.math("LESS_THAN", y, 0.0)))
    colour = n.mix(white, colour, (0.12, 0.08, 0.06, 1))
    n.output(n.node("ShaderNodeBsdfPrincipled", {"Base Color": colour, "Roughness": 0.45, "Specular IOR Level": 0.2}).outputs[0])
    return made

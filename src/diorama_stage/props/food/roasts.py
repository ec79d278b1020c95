# SPDX-License-Identifier: GPL-3.0-or-later
"""From the oven: a roast chicken or turkey, a glazed ham."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, displace, ellipsoid, field, from_geometry, join, lathe, rotate, scale, smooth_path
from diorama_stage.kit.arrays import set_points
from diorama_stage.kit.build import vertices
from diorama_stage.kit.growth import Growth, frames, leaf
from diorama_stage.kit.parts import tint, toward
from diorama_stage.kit.rest import grounded
from diorama_stage.kit.sculpt import Clay, Part
from diorama_stage.props.registry import prop
from diorama_stage.props.tableware.fillings import bead


def _bird() -> list[Part]:
    """A trussed bird on its back, its legs towards +X."""
    at = lambda *rows: np.array(rows, float)  # noqa: E731
    parts = [
        Part(at((-0.06, 0, 0.055, 0.05), (0.0, 0, 0.06, 0.062), (0.06, 0, 0.05, 0.05)), 0.03),
        Part(at((-0.055, 0.022, 0.085, 0.032), (0.0, 0.026, 0.098, 0.036), (0.045, 0.018, 0.085, 0.028)), 0.022),
        Part(at((-0.055, -0.022, 0.085, 0.032), (0.0, -0.026, 0.098, 0.036), (0.045, -0.018, 0.085, 0.028)), 0.022),
    ]
    for s in (-1, 1):
        parts.append(Part(at((0.01, s * 0.055, 0.045, 0.03), (0.05, s * 0.06, 0.06, 0.033), (0.075, s * 0.05, 0.075, 0.026)), 0.012))
        parts.append(Part(at((0.07, s * 0.052, 0.075, 0.027), (0.108, s * 0.036, 0.082, 0.021), (0.15, s * 0.02, 0.092, 0.0095)), 0.008))
        parts.append(Part(at((-0.05, s * 0.055, 0.065, 0.019), (-0.02, s * 0.076, 0.05, 0.0165), (0.012, s * 0.074, 0.04, 0.014)), 0.009))
        parts.append(Part(at((0.012, s * 0.074, 0.04, 0.013), (-0.025, s * 0.083, 0.034, 0.0115), (-0.055, s * 0.073, 0.036, 0.006)), 0.006))
    return parts


@prop("roast_chicken", "roast_turkey")
def roast_chicken(spec: Spec, b: Builder) -> None:
    """Golden skin, darker on the breast and where it stands out; crossed drumsticks with bare bone ends, tucked wings, sprigs of herbs beside it."""
    base, turkey = "#c07a2e", spec.kind == "roast_turkey"
    b.slot("body", "pastry", base, finish=("glossy",))
    b.slot("bones", "bone", "#e6d8bc", role="fixed")
    b.slot("herbs", "leaf", "#46702c", role="fixed")
    points, quads = Clay(_bird(), 0.003).skin(3)
    skin = displace(displace(from_geometry("bird", points, quads, smooth=180), 0.003, 0.02, seed=spec.seed), 0.0009, 0.005, seed=2)

    def roasted(p):
        heat = (
            0.25
            + 0.5 * np.clip((p[:, 2] - 0.05) / 0.08, 0, 1)
            + 0.4 * field(p, 0.035, seed=spec.seed)
            + 0.25 * field(p, 0.009, seed=3)
            + 0.4 * np.clip(p[:, 0] - 0.09, 0, 1) * 18
        )
        return np.where(heat[:, None] > 0.4, toward(base, "#5a2a0e", (heat - 0.4) * 0.75), toward(base, "#e4b060", (0.4 - heat) * 1.1))

    made = [b.add(tint(skin, roasted), "body")]
    knobs = [
        ellipsoid(0.0095, 0.0075, 0.0075, at=(0.158 + dx, s * 0.017 + dy, 0.0945 + dz), segments=24)
        for s in (-1, 1)
        for dx, dy, dz in ((0.0, 0, 0), (0.006, 0.005, 0.002), (0.006, -0.005, -0.002))
    ]
    made.append(b.add(join(knobs), "bones"))
    herbs, needle = Growth(), leaf(0.16, fold=0.3, curl=0.15, rows=4, point=1.5)
    for x, y, turn in ((-0.07, -0.085, 0.2), (0.02, -0.1, -0.3), (-0.085, 0.05, 2.6), (0.07, 0.085, 2.8)):
        way = np.array((math.cos(turn), math.sin(turn), 0.0))
        stem = np.array((x, y, 0.004)) + way * np.linspace(0, 0.07, 16)[:, None] + (0, 0, 0.006) * np.sin(np.linspace(0, 3, 16))[:, None]
        herbs.tube(stem, 0.0012, 5, (0.9, 0.7, 0.5))
        for k in range(46):
            p = stem[k % 16]
            out = np.array((b.rng.gauss(0, 1), b.rng.gauss(0, 1), abs(b.rng.gauss(0, 0.8)))) + way * 1.2
            herbs.copies(needle, [p], frames([out]), 0.015, b.rng.uniform(0.7, 1.3))
    herbs.verts = [np.maximum(v, (-np.inf, -np.inf, 0.0005)) for v in herbs.verts]
    low = float(vertices(skin)[:, 2].min())
    made.append(b.add(herbs.object("herbs"), "herbs"))
    for o in made[:2]:
        for v in o.data.vertices:
            v.co.z -= low
    turn = b.rng.uniform(-8, 14)
    for o in made:
        rotate(scale(o, 1.6 if turkey else 1.0), 0, 0, turn)


HAM = [(0.0, 0.0), (0.056, 0.0), (0.074, 0.006), (0.085, 0.04), (0.086, 0.08), (0.074, 0.125), (0.046, 0.168), (0.026, 0.195), (0.02, 0.215), (0, 0.216)]
"""Half a ham's outline from the cut face to the shank: radius, distance, metres."""


@prop("ham")
def ham(spec: Spec, b: Builder) -> None:
    """A glazed leg, its fat scored in diamonds with a clove in each, the cut face pink about the bone."""
    base = "#a5521f"
    b.slot("body", "pastry", base, finish=("glossy",))
    b.slot("meat", "sliced_fish", "#d9847c", role="fixed", finish=("satin",))
    b.slot("cloves", "bark", "#2a170c", role="fixed")
    b.slot("bone", "bone", "#e8dcc2", role="fixed")
    outline = smooth_path(HAM, 170)
    skin = rotate(lathe(outline, segments=220, smooth=180), 0, 90)
    at = vertices(skin).astype(float)
    at[:, 2] *= 0.86
    u, q = at[:, 0] / 0.026, np.arctan2(at[:, 2] / 0.86, at[:, 1]) * 3.4
    groove = np.maximum(np.exp(-((((u + q) % 1 - 0.5) / 0.1) ** 2)), np.exp(-((((u - q) % 1 - 0.5) / 0.1) ** 2)))
    groove *= np.clip((at[:, 0] - 0.006) / 0.01, 0, 1) * np.clip((0.185 - at[:, 0]) / 0.02, 0, 1)
    at[:, 1:] *= (1 - 0.055 * groove)[:, None]
    set_points(skin.data, at)
    glaze = 0.4 + 0.45 * field(at, 0.05, seed=spec.seed) + 0.25 * field(at, 0.012, seed=2)
    tone = np.where(groove[:, None] > 0.4, toward(base, "#e0b080", groove * 0.75), toward(base, "#4f1f0a", glaze * 0.8))
    made = [b.add(tint(skin, lambda _: tone), "body")]
    t, a = np.linspace(0.0, 1, 60)[:, None], np.linspace(0, 2 * math.pi, 120)[None, :]
    face = np.stack([-0.0012 - 0.004 * (1 - t**2) + 0 * a, 0.0735 * t * np.cos(a), 0.0735 * 0.86 * t * np.sin(a)], axis=-1)
    p = face.reshape(-1, 3)
    fat = np.clip((np.hypot(p[:, 1], p[:, 2] / 0.86) / 0.0735 - 0.86 + 0.04 * field(p, 0.03, seed=1)) / 0.03, 0, 1)
    seam = np.exp(-((field(p, 0.05, seed=spec.seed + 5) / 0.07) ** 2)) * 0.7
    shade = toward("#d9847c", "#f4e6d4", np.clip(fat + seam * (1 - fat), 0, 1)) * (1 + 0.16 * field(p, 0.012, seed=4))[:, None]
    made.append(b.add(tint(Growth().sheet(face, 1.0).object("face"), lambda _: shade), "meat"))
    made.append(b.add(rotate(lathe([(0, -0.0085), (0.009, -0.0085), (0.0135, -0.0075), (0.0135, 0.0), (0, 0.0)], segments=40, smooth=50), 0, 90), "bone"))
    made.append(
        b.add(
            displace(
                rotate(lathe(smooth_path([(0, 0.212), (0.013, 0.212), (0.0125, 0.225), (0.016, 0.236), (0.012, 0.243), (0, 0.244)], 40), segments=32), 0, 90),
                0.002,
                0.012,
            ),
            "bone",
        )
    )
    made.append(b.add(_cloves(outline), "cloves"))
    turn = b.rng.uniform(22, 40)
    for o in made:
        rotate(rotate(o, 0, 4, 0), 0, 0, turn)
    grounded(*made)


def _cloves(outline: np.ndarray):
    """A clove's head in the middle of each diamond of the scored skin."""
    heads = Growth()
    at = []
    for i in range(-16, 17):
        for j in range(-16, 17):
            u, q = (i + j) / 2, (i - j) / 2
            x, angle = u * 0.026, q / 3.4
            if 0.012 < x < 0.17 and -0.4 < angle < math.pi + 0.4 and abs(q) < 12:
                r = float(np.interp(x, outline[:, 1], outline[:, 0]))
                at.append((x, r * math.cos(angle), 0.86 * r * math.sin(angle)))
    heads.copies(bead(6, 8), at, np.repeat(np.eye(3)[None], len(at), 0), 0.0021)
    return heads.object("cloves")

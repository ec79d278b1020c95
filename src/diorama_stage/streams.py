# SPDX-License-Identifier: GPL-3.0-or-later
"""What is poured, while it falls: from the spout of what is tipped into what is under it, or from above the frame onto what something is poured over.

actors, scene → a thin body of the liquid for each, which exact passes leave out (`airy`).
"""

from __future__ import annotations

from collections.abc import Iterator

import bpy
import numpy as np

from diorama_catalogue import coatings, liquids
from diorama_stage.arrange.load import spout
from diorama_stage.kit import sweep
from diorama_stage.materials import Look, material
from diorama_stage.scene_view import Scene, Staged

ABOVE = 0.6
"""Metres over what it falls onto, where nothing that is tipped is in the picture."""
THICK, THIN = 0.0048, 0.0026
"""Its radius at the spout and where it lands, metres."""
THROWN = 0.3
"""Of its fall, how far it comes forward of the spout, at most."""
MIDDLE = 0.2
"""Of a thing's half width, what counts as its middle."""


def flow(actors: list, scene: Scene) -> list[bpy.types.Object]:
    """Everything that is being poured."""
    subjects = {s["id"]: s for s in scene["subjects"]}
    made = []
    for source, target in _pairs(actors, scene):
        liquid = _liquid(subjects[target.subject]) or (_liquid(subjects[source.subject]) if source is not None else None) or "water"
        made.append(_stream(None if source is None else _spout(source), _landing(target), liquid))
    return made


def _pairs(actors: list, scene: Scene) -> Iterator[tuple]:
    """What is tipped (None: it is out of the picture) and what is under it."""
    by_subject = {a.subject: a for a in reversed(actors)}
    tipped = [(r["subject"], r["objects"][0]) for r in scene["relations"] if r["kind"] == "above" and _has(scene, r["subject"], "pouring")]
    for source, target in (*tipped, *(s["pours"] for s in scene["subjects"] if "pours" in s)):
        if source in by_subject and target in by_subject:
            yield by_subject[source], by_subject[target]
    under = {target for _, target in tipped}
    yield from ((None, a) for a in by_subject.values() if a.subject not in under and _has(scene, a.subject, "poured_onto"))


def _has(scene: Scene, id: str, state: str) -> bool:
    return any(s["id"] == id and state in s.get("states", ()) for s in scene["subjects"])


def _liquid(subject: Staged) -> str | None:
    """What is in it or was poured over it last."""
    over = subject.get("surface", {}).get("coatings") or ()
    return over[-1]["of"] if over else subject.get("contents")


def _world(actor) -> np.ndarray:
    """Its points, (n, 3)."""
    return actor.measures.points() @ actor.matrix[:3, :3].T + actor.matrix[:3, 3]


def _spout(actor) -> np.ndarray:
    """Where it runs out: of its points, the one farthest to the side that it is tipped to."""
    lean = actor.matrix[:2, 2] / max(float(np.linalg.norm(actor.matrix[:2, 2])), 1e-6)
    points = _world(actor)
    along = np.column_stack([points[:, :2] @ lean, points[:, 1], points[:, 2]])
    return points[int(np.flatnonzero((along == spout(along)).all(axis=1))[0])]


def _landing(actor) -> np.ndarray:
    """The middle of what is in a vessel, or the top of what lies there at its middle."""
    inside, points = actor.measures.interior, _world(actor)
    if inside is not None:
        f, level = actor.measures.factors, inside.level if inside.level is not None else inside.z0 + 0.6 * (inside.z1 - inside.z0)
        return actor.matrix[:3, :3] @ np.array([inside.x * f[0], inside.y * f[1], level * f[2]]) + actor.matrix[:3, 3]
    middle = (points.min(axis=0) + points.max(axis=0))[:2] / 2
    near = points[np.linalg.norm(points[:, :2] - middle, axis=1) < max(MIDDLE * float(np.ptp(points[:, 0])) / 2, 0.01)]
    return np.array([*middle, (near if len(near) else points)[:, 2].max()])


def _stream(spout: np.ndarray | None, landing: np.ndarray, liquid: str) -> bpy.types.Object:
    """A body that thins as it falls (the same flow, faster), along a parabola from a spout or straight from above."""
    start = landing + (0, 0, ABOVE) if spout is None else spout
    t = np.linspace(0, 1, 24)
    across = (landing - start) * (1, 1, 0)
    fall = max(float(start[2] - landing[2]), 1e-3)
    reach = across * min(1.0, THROWN * fall / max(float(np.linalg.norm(across)), 1e-6)) if spout is not None else across
    path = start + t[:, None] * reach - np.column_stack([0 * t, 0 * t, fall * t**2])
    made = sweep(path, THICK + (THIN - THICK) * t**0.5, sides=12, smooth=180, name="stream")
    made["airy"] = True
    made.data.materials.append(material(_look(liquid)))
    return made


def _look(liquid: str) -> Look:
    if liquid in liquids():
        return Look("liquid", params=(("of", liquid),), size=0.02)
    return Look("icing", colours=(coatings()[liquid].colour,) if liquid in coatings() else (), finish=("glossy",), size=0.02)

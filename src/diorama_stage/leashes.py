# SPDX-License-Identifier: GPL-3.0-or-later
"""The cords of leashes: from the ring of an animal's collar to the hand that holds it, or down to the ground where nobody does. Metres, the world."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.actors import Actor, world_points
from diorama_stage.animals.worn import worn_forms
from diorama_stage.kit.build import vertices
from diorama_stage.kit.measures import Body
from diorama_stage.kit.mesher import Mesher
from diorama_stage.people.cloth import plain
from diorama_stage.people.tending import LEASH
from diorama_stage.scene_view import Scene

THICK, HELD = 0.006, 0.008
"""Half the width of the cord, and of its loop about the hand."""
SLACK = 0.16
"""How far it sags, as a share of its length."""
REACH = 3.0
"""How long a leash is at most: who stands farther away does not hold it."""
TRAILS = 1.1
"""How long one is that nobody holds."""


def draw(actors: list[Actor], scene: Scene) -> None:
    """The cord of each leash that is worn, as an object of the animal that wears it."""
    for actor in actors:
        parts = actor.built.parts
        collar = next((parts[name] for name, form in worn_forms(parts).items() if form == LEASH), None)
        if collar is None:
            continue
        strap, ring = collar
        start = world_points(ring).mean(axis=0)
        hand = _hand(actor, actors, scene, start)
        path = _hanging(start, hand) if hand is not None else _trailing(start, np.asarray(actor.built.root.matrix_world)[:3, 0])
        _add(actor, path, hand, strap.data.materials[0])
    for subject in scene["subjects"]:
        held, how = subject.get("on_hands") or ("", "")
        if "flies" in subject:
            _line(next(a for a in actors if a.subject == subject["id"]), next((a for a in actors if a.subject == subject["flies"]), None))
        if how == "pulls":
            _rope(next(a for a in actors if a.subject == subject["id"]), next(a for a in actors if a.subject == held))
    bpy.context.view_layer.update()


LINE = 0.0016
"""Half the width of the line that something flies on, metres: it is seen, and no cord."""


def _line(person: Actor, kite: Actor | None) -> None:
    """From the hand of who flies something to it."""
    if kite is None:
        return
    points, hand = world_points(kite.built.parts["bridle"][0] if "bridle" in kite.built.parts else kite.built.objects[0]), person.mark("right_grip")
    at = points[int(np.linalg.norm(points - hand, axis=1).argmin())]
    path = hand + (at - hand) * np.linspace(0, 1, 33)[:, None]
    path[:, 2] -= 0.04 * float(np.linalg.norm(at - hand)) * (4 * np.linspace(0, 1, 33) * np.linspace(1, 0, 33))
    _add(person, path, None, plain("#e8e4da"), LINE)


TIED = 0.32
"""How high a rope is tied to what is pulled, metres, at most."""


def _rope(person: Actor, pulled: Actor) -> None:
    """From the hand of who pulls something to its front."""
    low, high = pulled.measures.low, pulled.measures.high
    own = np.array([high[0], (low[1] + high[1]) / 2, min(TIED, 0.6 * high[2]), 1.0])
    near = pulled.points()
    at = near[int(np.linalg.norm(near - (pulled.matrix @ own)[:3], axis=1).argmin())]
    hand = person.mark("right_grip")
    _add(person, np.linspace(hand, at, 24), hand, plain("#8a7350"))


def _hand(animal: Actor, actors: list[Actor], scene: Scene, start: np.ndarray) -> np.ndarray | None:
    """Where the hand is that holds it: of who leads the animal, else of the nearest within reach; None where there is nobody."""
    leads = {s["id"] for s in scene["subjects"] if s.get("leads") == animal.subject}
    people = [a for a in actors if "right_grip" in a.built.marks and (a.subject in leads or not leads)]
    near = sorted((float(np.linalg.norm(a.mark("right_grip") - start)), k) for k, a in enumerate(people))
    return people[near[0][1]].mark("right_grip") if near and near[0][0] < REACH else None


def _hanging(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A slack cord between two points, (n, 3), above the ground."""
    t = np.linspace(0, 1, 33)[:, None]
    line = a + (b - a) * t
    line[:, 2] = np.maximum(line[:, 2] - SLACK * float(np.linalg.norm(b - a)) * (4 * t * (1 - t))[:, 0], np.minimum(line[:, 2], 2 * THICK))
    return line


def _trailing(a: np.ndarray, aside: np.ndarray) -> np.ndarray:
    """A cord that falls to the ground and lies on it beside the animal, (n, 3)."""
    t = np.linspace(0, 1, 33)[:, None]
    way = np.array([aside[0], aside[1], 0.0]) / max(float(np.hypot(aside[0], aside[1])), 1e-6)
    bend = np.array([-way[1], way[0], 0.0])
    line = a + way * TRAILS * t**1.6 + bend * 0.18 * np.sin(5.0 * t) * t
    line[:, 2] = np.maximum(a[2] * (1 - t[:, 0] / 0.45), 2 * THICK)
    return line


def _add(actor: Actor, path: np.ndarray, hand: np.ndarray | None, material: bpy.types.Material, thick: float = THICK) -> None:
    made = Mesher()
    made.tube(path, thick, sides=8)
    if hand is not None:  # the loop that the fingers are closed round
        a = np.linspace(0, 2 * np.pi, 25)
        made.tube(hand + np.stack([0.035 * np.cos(a), 0.02 * np.sin(a), 0.045 * np.sin(a) - 0.03], axis=1), HELD, sides=8)
    cord = made.object("leash", material, smooth=True)
    root = actor.built.root
    cord.data.transform(root.matrix_world.inverted())
    cord.parent = root
    cord.pass_index = actor.index
    actor.wears(Body(cord.name, vertices(cord)), "leash")
    actor.built.objects.append(cord)
    actor.built.parts["leash"] = [cord]

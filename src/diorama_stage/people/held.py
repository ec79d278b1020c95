# SPDX-License-Identifier: GPL-3.0-or-later
"""What both hands hold: where it is in the chest's frame, and the hands on it. Pure.

Things played have a row in `poses.toml` (`held`) and a gesture of their name.
What is carried is as wide as it is: the hands go to its sides, flat things lie on them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.people import pose

WIDE = 0.1
"""Half the width from which on a thing is carried with both hands, metres."""
REACH = 0.3
"""Half the width up to which hands reach its sides, metres."""
HUGGED = 0.6
"""Metres: what is no longer and soft is hugged in the arms."""
LEAF = 0.17
"""Half the width up to which a sheet is held in one hand, metres."""
FLAT = 0.09
"""Height up to which a thing lies on the hands, metres."""
BELLY, LOW = 0.17, -0.33
"""How far before the chest's joint the near side of what is carried is, and how high its foot, statures (see pose)."""
MOUTH, LIPS = 0.036, 0.012
"""How high the mouth is over the chin, and how far before it the lips are, statures."""
ON_LAP = (0.0, -0.03, 0.1)
"""How much farther forward and higher what is played is on who sits."""


@dataclass(frozen=True)
class Pipe:
    """What is blown into: its mouthpiece, the way from there to its other end, how long that is, and where each hand is on it. Its own frame, metres."""

    mouth: tuple[float, float, float]
    way: tuple[float, float, float]
    left: tuple[float, float, float]
    right: tuple[float, float, float]


def pipe(kind: str, measures) -> Pipe | None:
    """How what is blown into is built; None of all else."""
    row = pose.TABLE["wind"].get(kind)
    if row is None:
        return None
    points = np.concatenate([measures.points(), measures.form])
    middle = points.mean(axis=0)
    way = np.linalg.svd((points - middle)[:: max(1, len(points) // 1500)], full_matrices=False)[2][0]
    mouth = measures.points(row["mouth"]).mean(axis=0) if row["mouth"] in measures.parts else points[int((points @ way).argmin())]
    way = way if (middle - mouth) @ way > 0 else -way
    long = float(((points - mouth) @ way).max())
    on = lambda share: tuple(map(float, points[int(np.linalg.norm(points - mouth - way * share * long, axis=1).argmin())]))  # noqa: E731
    return Pipe(tuple(map(float, mouth)), tuple(map(float, way)), on(row["hands"][0]), on(row["hands"][1]))


SLICE = 0.05
"""Of a shaft, how long a piece about a hand is taken for where it is there, metres."""


def shaft(kind: str, measures) -> tuple[tuple[float, float, float], ...]:
    """Where hands are on a long tool that stands on the ground: no two are bent alike. () of all others."""
    row = pose.TABLE["tool"].get(kind, {})
    if "ground" not in row or "handle" not in measures.parts:
        return ()
    axis, points, out = 2 if row.get("upright") else 0, measures.points("handle"), []
    for at in (row["grip"], row["left"]):
        near = points[np.abs(points[:, axis] - at[axis]) < SLICE]
        out.append(tuple(map(float, near.mean(axis=0))) if len(near) > 3 else tuple(at))
    return tuple(out)


def blown(load: Load, solver: pose.Solver) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Of a pipe at the mouth: its origin, where its z and its front (-y) point, (3, 3), and where the hands are on it, in the world."""
    row, made, chest = pose.TABLE["wind"][load.kind], load.pipe, solver.world("spine01")
    way, top = chest.apply(row["along"]), chest.apply(row["top"])
    here, there = _axes(np.array(made.way), np.array([0.0, 0.0, 1.0])), _axes(way, top)
    turn = there @ here.T
    mouth = solver.where("jaw", "tail") + solver.world("head").apply((0.0, -LIPS * solver.scale, MOUTH * solver.scale))
    origin = mouth - turn @ np.array(made.mouth)
    hands = {side: origin + turn @ np.array(getattr(made, side)) for side in ("left", "right")}
    return np.stack([origin, turn @ (0.0, 0.0, 1.0), turn @ (0.0, -1.0, 0.0)]), hands


def _axes(along: np.ndarray, top: np.ndarray) -> np.ndarray:
    """Columns: `along`, what of `top` is across it, and the third way."""
    x = along / np.linalg.norm(along)
    top = top if abs(x @ top) < 0.95 * np.linalg.norm(top) else np.array([0.0, 1.0, 0.0])
    y = top - x * (x @ top)
    y = y / np.linalg.norm(y)
    return np.stack([x, y, np.cross(x, y)], axis=1)


@dataclass(frozen=True)
class Load:
    """A thing that both hands hold."""

    kind: str
    """Of the catalogue."""
    half_x: float
    half_y: float
    height: float
    """Metres."""
    cradled: bool = False
    """It is a living animal, or a soft toy, held against the chest."""
    pipe: Pipe | None = None
    """Of what is blown into, how it is built."""
    shaft: tuple[tuple[float, float, float], ...] = ()
    """Of a long tool that stands on the ground, where the right and the left hand are on it, its own frame, metres."""

    @property
    def played(self) -> bool:
        return self.kind in pose.TABLE["held"]

    @property
    def guided(self) -> bool:
        return self.kind in pose.TABLE["tool"]


@dataclass(frozen=True)
class Held:
    """Where a load is in the chest's frame: its origin (statures), where its z and its front (-y) point."""

    at: tuple[float, float, float]
    along: tuple[float, float, float] = (0.0, 0.0, 1.0)
    face: tuple[float, float, float] = (0.0, -1.0, 0.0)


def taken(chosen: pose.Pose, load: Load, scale: float, sits: bool) -> tuple[pose.Pose, Held]:
    """The pose with the hands on the load, and where that is. `scale`: metres of a stature."""
    if load.played:
        row = pose.TABLE["held"][load.kind]
        up = np.array(ON_LAP) * sits
        out = pose.with_gesture(chosen, load.kind)
        out = replace(out, **{s: replace(getattr(out, s), at=tuple(np.array(getattr(out, s).at) + up)) for s in ("left", "right")})
        along, face = (np.array(row[key]) / np.linalg.norm(row[key]) for key in ("along", "face"))
        face = face - along * (along @ face)
        start = np.array(row["at"]) + up - along * row.get("point", 0.0) / scale
        return out, Held(tuple(start), tuple(along), tuple(face / np.linalg.norm(face)))
    x, y, high = load.half_x / scale, load.half_y / scale, load.height / scale
    if load.cradled:
        return _cradled(chosen, x, y, high)
    at = (0.0, -(BELLY + y), LOW)
    if load.height < FLAT:
        hand = pose.Hand((x - 0.03, at[1] + 0.07, LOW - 0.035), "chest", (1.0, 0.5, -0.8), (-0.45, -0.9, 0.05), (0.0, 0.0, 1.0), "flat")
    else:
        hand = pose.Hand((x + 0.03, at[1] + 0.05, LOW + min(high * 0.3, 0.1)), "chest", (1.0, 0.4, -0.6), (-0.12, -1.0, -0.22), (-1.0, 0.0, 0.25), "carry")
    return replace(chosen, left=hand, right=hand), Held(at)


CHEST, UNDER = 0.1, -0.22
"""How far before the chest's joint the back of an animal is that somebody holds in their arms, and how high its rump, statures."""
HALF_TURNED = (-0.45, -0.89, 0.0)
"""Where such an animal faces, in the chest's frame."""


def _cradled(chosen: pose.Pose, x: float, y: float, high: float) -> tuple[pose.Pose, Held]:
    """An animal in the arms: the left forearm under its rump from before, the right hand about its shoulders."""
    deep = min(max(x, y), 0.14)
    near, rump = -(CHEST + 2 * deep), UNDER - max(high - 0.3, 0.0)
    under = pose.Hand((-0.07, near + 0.02, rump - 0.03), "chest", (0.8, 0.5, -0.8), (-1.0, -0.1, 0.06), (0.0, 0.5, 1.0), "relaxed")
    over = pose.Hand((0.075, near + 0.4 * deep, rump + min(0.3 * high, 0.1)), "chest", (1.0, 0.3, -0.6), (-0.85, -0.1, 0.4), (-0.3, 0.9, 0.0), "relaxed")
    return replace(chosen, left=under, right=over), Held((0.0, -(CHEST + deep), rump), face=HALF_TURNED)


def guided(load: Load, solver: pose.Solver, tip: np.ndarray | None = None) -> np.ndarray:
    """A tool in the hand that does something with it: its origin, where its z and its front (-y) point, (3, 3), in the world.

    `tip`: what it is led to, (3,)."""
    row = pose.TABLE["tool"][load.kind]
    right, left = solver.grasp("R"), solver.grasp("L")
    at = (right + left) / 2 if row["by"] == "both" else right
    chest = solver.world("spine01")
    goal = {
        "mouth": lambda: solver.where("jaw", "tail") + solver.world("head").apply((0.0, 0.0, MOUTH * solver.scale)),
        "left_hand": lambda: left,
    }.get(row.get("to", ""))
    lead = tip - at if tip is not None else goal() - at if goal else chest.apply(row["lead"])
    lead = lead / np.linalg.norm(lead) * row.get("sense", 1.0)
    top = chest.apply(row["top"])
    top = top - lead * (lead @ top)
    top = top / np.linalg.norm(top)
    along, face = (lead, -top) if row.get("upright") else (top, np.cross(lead, top))
    back = -face
    turn = np.stack([np.cross(back, along), back, along], axis=1)
    return np.stack([at - turn @ np.array(load.shaft[0] if load.shaft else row["grip"]), along, face])


def bow(contact: np.ndarray, hand: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ends of a violin's bow, (3,) each: from beyond the hand over the strings."""
    way = (contact - hand) / np.linalg.norm(contact - hand)
    return hand - way * 0.035, hand + way * 0.7

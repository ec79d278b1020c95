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
FLAT = 0.09
"""Height up to which a thing lies on the hands, metres."""
BELLY, LOW = 0.17, -0.33
"""How far before the chest's joint the near side of what is carried is, and how high its foot, statures (see pose)."""
MOUTH = 0.036
"""How high the mouth is over the chin, statures."""
ON_LAP = (0.0, -0.03, 0.1)
"""How much farther forward and higher what is played is on who sits."""


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
    """It is a living animal, held against the chest."""

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


def guided(kind: str, solver: pose.Solver) -> np.ndarray:
    """A tool in the hand that does something with it: its origin, where its z and its front (-y) point, (3, 3), in the world."""
    row = pose.TABLE["tool"][kind]
    right, left = solver.grasp("R"), solver.grasp("L")
    at = (right + left) / 2 if row["by"] == "both" else right
    chest = solver.world("spine01")
    goal = {
        "mouth": lambda: solver.where("jaw", "tail") + solver.world("head").apply((0.0, 0.0, MOUTH * solver.scale)),
        "left_hand": lambda: left,
    }.get(row.get("to", ""))
    lead = goal() - at if goal else chest.apply(row["lead"])
    lead = lead / np.linalg.norm(lead) * row.get("sense", 1.0)
    top = chest.apply(row["top"])
    top = top - lead * (lead @ top)
    top = top / np.linalg.norm(top)
    along, face = (lead, -top) if row.get("upright") else (top, np.cross(lead, top))
    back = -face
    turn = np.stack([np.cross(back, along), back, along], axis=1)
    return np.stack([at - turn @ np.array(row["grip"]), along, face])


def bow(contact: np.ndarray, hand: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ends of a violin's bow, (3,) each: from beyond the hand over the strings."""
    way = (contact - hand) / np.linalg.norm(contact - hand)
    return hand - way * 0.035, hand + way * 0.7

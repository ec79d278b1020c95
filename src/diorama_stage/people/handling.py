# SPDX-License-Identifier: GPL-3.0-or-later
"""The pose of who has their hands on something (`hands_on`, `gripping`), and where both stand. Pure; metres."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_stage.arrange import Placement
from diorama_stage.people import gripping, pose
from diorama_stage.people.gripping import facing as _facing
from diorama_stage.people.gripping import mark as _mark
from diorama_stage.people.who import Who

REACH, SHOULDERS = 0.5, 1.38
"""How far an arm that is hardly bent reaches; how high the shoulders are: statures."""
KNEELS = 0.68
"""How high hands are, statures, under which who stands nowhere else kneels."""
KNEELING = 0.42
"""How much lower the shoulders of who kneels are, statures."""
BRUSH = 0.22
"""How far before what a tool touches the hand that guides it is, metres."""


def _stance(high: float, posture: str | None) -> tuple[str, float, float]:
    """The pose for hands so `high` (statures), how far the back is bent, degrees, and how much lower the shoulders are for it."""
    kneels = posture in ("kneeling", "crouching") or high < KNEELS and posture != "upright"
    drop = KNEELING if kneels else 0.0
    want = float(np.clip((SHOULDERS - drop - 0.3) - high, 0.0, 0.5))  # shoulders are over what hands do, by a forearm
    bent = float(np.clip(8.0 + 105.0 * want, 6.0, 48.0))
    return ("kneeling" if kneels else "standing"), bent, drop + 0.52 * (1 - np.cos(np.radians(bent)))


SEATED = 0.5
"""How much lower the shoulders of who sits are than those of who stands, less the seat, statures."""
PEN = (0.015, 0.03, 0.035)
"""Where the fingers that guide a pen are from its tip, metres: aside, back, up."""


def handling(who: Who, grips: dict, *, tool: bool, table: bool = False, seat: float | None = None) -> pose.Pose:
    """Hands on what `grips` tell: standing, stooping, on the knees or on a `seat` (metres), as high as that is.

    With a `tool` in the right hand, that hand is before it."""
    scale = who.height / 1.7
    points = {side: np.array(grips[f"touch {side}"]) for side in ("left", "right") if f"touch {side}" in grips}
    middle = np.mean(list(points.values()), axis=0)
    high = float(middle[2]) / scale
    name, bent, lower = _stance(high, "upright" if table or "handed" in grips else who.posture)
    ahead_by = 0.5 * float(np.sin(np.radians(bent)))
    level = SHOULDERS - lower - high
    most = 0.36 if "handed" in grips else 0.44
    reach = float(np.clip(np.sqrt(max((0.9 * REACH) ** 2 - level**2, 0.05)), 0.26, most)) + 0.8 * ahead_by
    ahead = np.array(grips["ahead"])
    across = np.array([-ahead[1], ahead[0]])
    out = replace(pose.named(name), bend=(bent, 0.0, 2.0), head=(0.0, 0.0, 0.0))
    if seat is not None:
        out, reach = replace(pose.named("sitting"), seat=seat, tilt=(0.0, 0.0, 0.0), bend=(14.0, 0.0, 1.0), head=(0.0, 0.0, 0.0)), 0.42
    for side, at in points.items():
        way = (at - middle)[:2]
        x, y, z = float(way @ across), -(reach * scale) - float(way @ ahead), float(at[2])
        guided = tool and side == "right"
        x, y, z = (x, y + BRUSH, z) if guided and not table else (x + 0.02, y + 0.1, z + 0.07) if guided else (x, y, z)
        over = high < 0.62 or table or seat is not None
        fingers = (-0.25, -1.0, -0.55) if over else (-0.3, -0.9, 0.35)
        palm = (-0.9, 0.1, -0.4) if guided else (-0.35, -0.25, -1.0) if over else (-0.75, -0.65, -0.2)
        hand = pose.Hand((x, y, z), "world", (0.8, 0.5, -0.7), fingers, palm, "carry" if not guided else "pinch" if table else "hold")
        out = replace(out, **{side: hand})
    return out


def targets(chosen: pose.Pose, grips: dict, *, tool: bool, table: bool = False) -> dict[str, np.ndarray]:
    """Of a pose of `handling`, the points that hands and the tip of a tool touch, and where the fingers that guide it are (`grasp`).

    In the figure's frame, (3,) each."""
    out = {side: np.array(getattr(chosen, side).at) for side in ("left", "right") if f"touch {side}" in grips}
    if tool and "right" in out:
        out["tool"] = out.pop("right") - ((0.02, 0.1, 0.07) if table else (0.0, BRUSH, 0.0))
        out["grasp"] = out["tool"] + (PEN if table else (0.0, 0.6 * BRUSH, 0.0))
    return out


# ── where both stand ──


ON_NECK = (0.09, 0.05)
"""How far behind the joint of the neck, and over it, the hips of a child on somebody's shoulders are, metres."""


def beside(person, host, how: str, at: Placement) -> dict[str, Placement]:
    """Where somebody stands so that their hands meet what they are on, and that: a thing at `at` is turned so that it is before them."""
    if how == "shouldered":
        neck = _mark(host.measures, "neck") - np.array([*_facing(host.measures), 0.0]) * ON_NECK[0] + (0, 0, ON_NECK[1])
        away = neck - _mark(person.measures, "hip")
        return {host.id: at, person.id: Placement(person.id, at.x + float(away[0]), at.y + float(away[1]), at.z + float(away[2]), host=host.id)}
    if how in ("aims", "waters"):
        return {host.id: at, person.id: _before(person, host, at, how)}
    if how == "pulls":
        return _behind(person, host, at)
    grips, marks = gripping.GRIPS[how](host.measures), person.measures.marks
    between = _angle(_facing(person.measures)) - _angle(np.array(grips["ahead"]))
    alive = "hip" in host.measures.marks  # somebody stays as they sit; a thing is turned to who is at it
    yaw, own = (at.yaw, at.yaw - between) if alive else (between, 0.0)
    met = [(np.array(grips[f"touch {side}"])[:2], marks[mark][:2]) for side, mark in _met(grips, marks)]
    away = np.mean([_turned(there, yaw) - _turned(here, own) for there, here in met], axis=0)
    return {host.id: replace(at, yaw=yaw), person.id: Placement(person.id, at.x + float(away[0]), at.y + float(away[1]), 0.0, yaw=own)}


def _angle(way: np.ndarray) -> float:
    return float(np.degrees(np.arctan2(way[1], way[0])))


def _turned(at: np.ndarray, yaw: float) -> np.ndarray:
    a = np.radians(yaw)
    return np.array([np.cos(a) * at[0] - np.sin(a) * at[1], np.sin(a) * at[0] + np.cos(a) * at[1]])


AIMED = (0.75, 0.9)
"""How far from what they photograph somebody stands: metres, and by its larger side."""


POURS = 0.4
"""How far before the hand the rose of a watering can is, metres."""


def _before(person, host, at: Placement, how: str) -> Placement:
    """Turned to something, some way off it; or with a can over it."""
    own, (wide, deep, _) = _facing(person.measures), gripping.seen(host.measures)["away"]
    low, high = host.measures.low, host.measures.high
    middle = np.array([low[0] + high[0], low[1] + high[1]]) / 2
    off = own * (AIMED[0] + AIMED[1] * max(wide, deep) / 2 + 0.25)
    if how == "waters":
        off = person.measures.marks["right_grip"][:2] + own * max(POURS, 0.3 + 0.25 * max(wide, deep))
    return Placement(person.id, at.x + float(middle[0] - off[0]), at.y + float(middle[1] - off[1]), 0.0)


TOWED = 0.55
"""How far behind the hand the front of what is pulled is, metres."""


def _behind(person, host, at: Placement) -> dict[str, Placement]:
    """What is pulled goes behind who pulls it, its front (+x) to them."""
    own, m = _facing(person.measures), person.measures.marks
    front = m["right_grip"][:2] - own * TOWED - own * float(host.measures.high[0])
    pulled = replace(at, x=at.x + float(front[0]), y=at.y + float(front[1]), yaw=_angle(own))
    return {person.id: Placement(person.id, at.x, at.y, 0.0), host.id: pulled}


def _met(grips: dict, marks: dict) -> list[tuple[str, str]]:
    """Which points of what is handled meet which marks of the hands' owner."""
    pairs = (("left", "touch_left"), ("right", "touch_right"), ("right", "touch_tool"))
    return [(side, mark) for side, mark in pairs if f"touch {side}" in grips and mark in marks]


def fingered(person, at: Placement, what, top: float, grips: dict) -> Placement:
    """Where what somebody at a table works at lies: between their hands, which are where `grips` tell."""
    marks = person.measures.marks
    yaw = _angle(_facing(person.measures)) - _angle(np.array(grips["ahead"]))
    met = [(np.array(grips[f"touch {side}"])[:2], marks[mark][:2]) for side, mark in _met(grips, marks)]
    away = np.mean([here - _turned(there, yaw) for there, here in met], axis=0)
    return Placement(what.id, at.x + float(away[0]), at.y + float(away[1]), top, yaw=yaw)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Where hands go on what they are on (`hands_on`): on a thing's end, its keys, somebody's hair. Pure on measures.

Points are metres, in the frame of what is handled; `ahead` is the way from the hands' owner to it, (x, y).
"""

from __future__ import annotations

import numpy as np

from diorama_stage.people.hands_on import LINES, PATIENT, TURNED

BAND = 0.14
"""Of a thing's height, how far from the height that is worked at points on it are taken."""
MIDST = 0.45
"""How far from the middle of a thing points are taken, metres: not at the mirrors of a car."""
APART = 0.13
"""How far from the middle each hand is, metres, where there is room."""


def _pair(points: np.ndarray, ahead: np.ndarray, high: float) -> dict:
    """Two points on a surface as near as may be to who comes `ahead` to it, about as high as `high`: one for each hand."""
    across = np.array([-ahead[1], ahead[0]])  # to the left of who looks ahead
    tall = float(np.ptp(points[:, 2]))
    band = points[np.abs(points[:, 2] - high) < BAND * tall + 0.03]
    band = band if len(band) > 3 else points[np.argsort(np.abs(points[:, 2] - high))[:12]]
    aside = band[:, :2] @ across
    inner = np.abs(aside - (aside.min() + aside.max()) / 2) < MIDST
    band = band[inner] if inner.sum() > 3 else band
    near = band[:, :2] @ ahead
    front = band[near < near.min() + 0.1]
    aside = front[:, :2] @ across
    middle = float((aside.min() + aside.max()) / 2)
    half = min(float(np.ptp(aside)) / 2, APART)
    out = {"ahead": tuple(map(float, ahead))}
    for side, sign in (("left", 1), ("right", -1)):
        drop = 0.09 * sign if half < 0.06 else 0.0  # on what is slender one hand is over the other
        cost = np.abs(aside - middle - sign * half) + np.abs(front[:, 2] - high + drop) + 0.5 * (front[:, :2] @ ahead - near.min())
        out[f"touch {side}"] = tuple(map(float, front[int(cost.argmin())]))
    return out


def _surface(built) -> np.ndarray:
    """Points of a thing's meshes and strewn over them, (n, 3)."""
    return np.concatenate([built.points(), built.form])


def end(built) -> dict:
    """Of what is worked at from its end (+x)."""
    return _pair(_surface(built), np.array([-1.0, 0.0]), float(np.clip(0.5 * built.high[2], 0.1, 1.15)))


def face(built) -> dict:
    """Of what is worked at from before it (-y)."""
    return _pair(_surface(built), np.array([0.0, 1.0]), float(np.clip(0.75 * built.high[2], 0.1, 1.2)))


def sides(built) -> dict:
    """Of what lies on a table before somebody: to its left and right, seen from behind it."""
    points = built.points()
    low, high = points.min(axis=0), points.max(axis=0)
    level = float(0.55 * high[2]) if high[2] > 0.07 else float(high[2])
    out = {"ahead": (0.0, -1.0)}
    for side, sign in (("left", 1), ("right", -1)):  # who is behind it has its +x at the left hand
        x = float(np.clip(high[0] if sign > 0 else low[0], -0.24, 0.24))
        cost = np.abs(points[:, 0] - x) + np.abs(points[:, 2] - level) + 0.4 * np.abs(points[:, 1] - 0.3 * high[1])
        out[f"touch {side}"] = tuple(map(float, points[int(cost.argmin())]))
    return out


def lines(built) -> dict:
    """Of what is written or typed on, its foot to who does it (-y): beside each other on its nearer half."""
    points = built.points()
    low, high = points.min(axis=0), points.max(axis=0)
    middle, wide, deep = (low[0] + high[0]) / 2, float(high[0] - low[0]), float(high[1] - low[1])
    out = {"ahead": (0.0, 1.0)}
    for side, sign in (("left", -1), ("right", 1)):
        at = np.array([middle + sign * min(0.085, 0.32 * wide), low[1] + 0.36 * deep])
        near = np.linalg.norm(points[:, :2] - at, axis=1)
        top = points[near < near.min() + 0.03]
        out[f"touch {side}"] = tuple(map(float, top[int(top[:, 2].argmax())] if high[2] - low[2] < 0.1 else points[int((near + 0.3 * points[:, 2]).argmin())]))
    return out


def on_table(subject: dict, built) -> dict:
    """Where the hands go on what somebody at a table has under them."""
    return lines(built) if any(a["deed"] in LINES for a in subject.get("actions") or ()) else sides(built)


def keys(built) -> dict:
    """On the keys, from before them (-y)."""
    points = built.points("keys") if "keys" in built.parts else built.points("bars")
    x, front = float(points[:, 0].mean()), float(points[:, 1].min() + 0.35 * np.ptp(points[:, 1]))
    out = {"ahead": (0.0, 1.0)}
    for side, sign in (("left", -1), ("right", 1)):
        cost = np.abs(points[:, 0] - x - sign * 0.17) + np.abs(points[:, 1] - front) - 0.5 * points[:, 2]
        out[f"touch {side}"] = tuple(map(float, points[int(cost.argmin())]))
    return out


def drums(built) -> dict:
    """On the drums before the stool."""
    stool, heads = built.points("stool"), built.points("heads")
    seat, top = stool.mean(axis=0), float(stool[:, 2].max())
    ahead = heads.mean(axis=0)[:2] - seat[:2]
    ahead = ahead / np.linalg.norm(ahead)
    across = np.array([-ahead[1], ahead[0]])
    out = {"ahead": tuple(map(float, ahead)), "seat": top}
    for side, sign in (("left", 1), ("right", -1)):
        at = seat[:2] + ahead * 0.48 + across * sign * 0.2
        cost = np.linalg.norm(heads[:, :2] - at, axis=1) + 0.6 * np.abs(heads[:, 2] - top - 0.2)
        out[f"touch {side}"] = tuple(map(float, heads[int(cost.argmin())]))
    return out


def seen(built) -> dict:
    """Of what is photographed, its middle."""
    return {"away": (float(built.high[0] - built.low[0]), float(built.high[1] - built.low[1]), float(built.high[2]))}


def mark(built, name: str) -> np.ndarray:
    return np.asarray(built.marks[name], float)


def facing(built) -> np.ndarray:
    """The way that somebody's hips face, (2,)."""
    side = built.marks["left_thigh"] - built.marks["right_thigh"]
    return np.array([side[1], -side[0]]) / max(float(np.hypot(side[0], side[1])), 1e-6)


def _nearest(built, at: np.ndarray) -> tuple[float, float, float]:
    points = built.points()
    return tuple(map(float, points[int(np.linalg.norm(points - at, axis=1).argmin())]))


def hair(built) -> dict:
    """From behind, on both sides of the crown of who sits."""
    crown, left, right = (mark(built, n) for n in ("crown", "left_ear", "right_ear"))
    ahead = facing(built)
    back = -np.array([*ahead, 0.0]) * 0.05
    return {
        "ahead": tuple(map(float, ahead)),
        "touch left": _nearest(built, 0.45 * crown + 0.55 * left + back + (0, 0, 0.05)),
        "touch right": _nearest(built, 0.6 * crown + 0.4 * right + back + (0, 0, 0.05)),
    }


def _toward(built, how: str) -> np.ndarray:
    """The way to who is treated, or who gives, of who is turned to them as `TURNED` tells, (2,)."""
    a = -np.radians(TURNED[how] - PATIENT.get(how, -TURNED[how]))
    f = facing(built)
    return np.array([f[0] * np.cos(a) - f[1] * np.sin(a), f[0] * np.sin(a) + f[1] * np.cos(a)])


def arm(built) -> dict:
    """On the left forearm that is held out, from its side."""
    elbow, wrist = mark(built, "left_elbow"), mark(built, "left_wrist")
    return {
        "ahead": tuple(map(float, _toward(built, "arm"))),
        "touch right": _nearest(built, wrist + (0, 0, 0.04)),
        "touch left": _nearest(built, 0.5 * wrist + 0.5 * elbow + (0, 0, 0.04)),
    }


def mouth(built) -> dict:
    """One hand at the mouth of who sits, the other on the shoulder, from their front."""
    chin, nose, shoulder = (mark(built, n) for n in ("chin", "nose", "right_shoulder"))
    there = {"touch right": _nearest(built, 0.6 * chin + 0.4 * nose), "touch left": _nearest(built, shoulder + (0, 0, 0.05))}
    return {"ahead": tuple(map(float, _toward(built, "face"))), **there}


def handed(built) -> dict:
    """At what somebody hands over: a hand before theirs, or one at each side of what both of theirs hold."""
    two = "load_at" in built.marks
    at = mark(built, "both_hands") if two else mark(built, "right_grip")
    ahead = -_toward(built, "takes")
    across = np.array([-ahead[1], ahead[0], 0.0])
    beyond = at + np.array([*ahead, 0.0]) * (0.14 if two else 0.075)
    wide = 0.5 * float(np.linalg.norm(mark(built, "left_hand") - mark(built, "right_hand"))) if two else 0.0
    out = {"handed": True, "ahead": tuple(map(float, -ahead)), "touch right": tuple(map(float, beyond + across * wide - (0, 0, 0.02 * (not two))))}
    return out | ({"touch left": tuple(map(float, beyond - across * wide))} if two else {})


GRIPS = {"works_on": end, "works_before": face, "hair": hair, "arm": arm, "face": mouth, "takes": handed, "keys": keys, "drums": drums}
GRIPS |= dict.fromkeys(("aims", "waters", "pulls"), seen)
"""Where the hands go, by how somebody is at it."""

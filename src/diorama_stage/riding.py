# SPDX-License-Identifier: GPL-3.0-or-later
"""Animals that are ridden, ride, sit on a shoulder: who is at what, and where that is sat on and held. Pure on the scene; places are in metres.

scene ─staged─▶ scene (`subject["at"]` of animals; what ridden ones have on) … cast … ─placed─▶ where an animal is that is at something
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue.animals import tack as tack_of
from diorama_catalogue.named import clothing, form_of
from diorama_stage.animals import tack
from diorama_stage.arrange import Placement
from diorama_stage.dress import PLAIN
from diorama_stage.people.bearing import on_lap

HEADING = 78.0
"""Degrees that a ridden animal is turned: a bicycle's front is along x, an animal's towards the lens."""
BIKE = -12.0
SINKS = 0.08
"""How far below the seat of their pose who rides reaches, at most, metres: what hangs lower is a skirt."""
HANDS, FEET = (0.36, 0.07, 0.2), (tack.STIRRUP[0], 0.05, tack.STIRRUP[1] + tack.THICK["saddle"] + SINKS / 2)
"""Of who rides an animal: hands before the seat, to each side and over it; feet before it, off the flank and below it (in the stirrups), metres."""


def staged(scene: dict) -> dict:
    """The scene with `at` told of animals that ride or sit on somebody's shoulder, and with what ridden animals have on."""
    subjects = {s["id"]: s for s in scene["subjects"]}
    told, relations, extra = dict(subjects), [], []
    for r in scene["relations"]:
        who, what = subjects.get(r["subject"]), next((subjects[o] for o in r["objects"] if o in subjects), None)
        if who is None or what is None or r["kind"] not in ("riding", "on"):
            relations.append(r)
            continue
        if r["kind"] == "riding" and what.get("living") and what["id"] not in [s for s, _ in extra]:
            extra += [(what["id"], garment) for garment in tack_of(what["living"].kind)]
        if r["kind"] == "riding" and who.get("living"):
            told[who["id"]] = {**who, "at": (what["id"], "rides"), "living": replace(who["living"], pose="riding")}
        elif r["kind"] == "on" and who.get("living") and what.get("kind") == "person" and who["count"] == what["count"] == 1 and not _laid(who, what, r):
            told[who["id"]] = {**who, "at": (what["id"], "shoulder")}
        else:
            relations.append(r)
    on = {(r["subject"], form_of(s)) for r in relations if r["kind"] == "wearing" for o in r["objects"] if (s := subjects.get(o))}
    garments = [made for who, g in extra if (who, form_of(made := _garment(who, g))) not in on]
    relations += [{"subject": who, "kind": "wearing", "objects": [made["id"]]} for made in garments for who in (made["id"].rpartition("_")[0],)]
    return {**scene, "subjects": [*told.values(), *garments], "relations": relations}


def _laid(who: dict, what: dict, told: dict) -> bool:
    return on_lap(who, what, told.get("part"))


def _garment(who: str, key: str) -> dict:
    return {
        "id": f"{who}_{key}", "kind": "object", "noun": key, "names": clothing(key), "count": 1, "implied": True, "thing": "shirt", "variants": [], "surface": PLAIN,
        "parts": [], "size": {"scale": 1.0, "height": 1.0, "width": 1.0, "depth": 1.0}, "shape": None, "states": [], "styles": [],
        "contents": None, "depicts": [], "labels": [],
    }  # fmt: skip


def ridden(id: str, scene: dict) -> bool:
    return any(s.get("at") == (id, "rides") for s in scene["subjects"])


def astride(built) -> dict[str, tuple[float, float, float]]:
    """Where an animal bears who rides it, and where their hands and feet are; front along +x, left +y. What has no back of its own is sat on in its middle."""
    m = built.marks
    if "seat" in m:
        seat, half = m["seat"], float(np.linalg.norm((m["left_flank"] - m["seat"])[:2]))
    else:
        x, y = (built.low[:2] + built.high[:2]) / 2
        seat, half = np.array([x, y, max((s.z for s in built.supports), default=float(built.high[2]))]), 0.35 * float(built.high[0] - built.low[0])
    ahead = lambda p: (float(-p[1]), float(p[0]), float(p[2]))  # noqa: E731
    out = {"saddle": ahead(seat)}
    for side, sign in (("left", 1.0), ("right", -1.0)):
        out[f"hand {side}"] = ahead(seat + (sign * HANDS[1], -HANDS[0], HANDS[2]))
        out[f"foot {side}"] = ahead(_foot(m, seat, sign, half))
    out |= {f"saddle {k}": ahead(m[f"seat_{k}"]) for k in (2, 3) if f"seat_{k}" in m}
    return out


def _foot(marks: dict, seat: np.ndarray, sign: float, half: float) -> np.ndarray:
    """In the stirrup beside the flank; of a back that is too broad for legs to hang down, on it."""
    if "left_rest" in marks and marks["left_rest"][2] > seat[2] - FEET[2]:
        return (marks["left_rest"] + (0, 0, 0.03)) * (sign, 1, 1)
    return seat + (sign * (half + FEET[1]), -FEET[0], -FEET[2])


def placed(guest, held, at: np.ndarray, yaw: float) -> Placement:
    """An animal whose rump is at a point of the world, turned by `yaw` degrees."""
    m = guest.measures.marks
    own = m.get("rump", np.array([0.0, 0.0, float(guest.measures.low[2])]))
    a = np.radians(yaw)
    x, y = np.cos(a) * own[0] - np.sin(a) * own[1], np.sin(a) * own[0] + np.cos(a) * own[1]
    return Placement(guest.id, float(at[0] - x), float(at[1] - y), float(at[2] - own[2]), yaw=yaw, host=held.id)


def underside(built, at: np.ndarray, around: float = 0.06) -> float:
    """Height of what somebody sits with, in their frame: the lowest of all within `around` metres of a point, seen from above."""
    points = built.points()
    near = points[np.hypot(*(points[:, :2] - at[:2]).T) < around]
    return float(near[:, 2].min()) if len(near) else float(built.seat)


def on_shoulder(guest, person) -> Placement:
    """Feet on top of the left shoulder, facing as the person does."""
    m = person.measures.marks
    at = m["left_shoulder"]
    points = person.measures.without("eyes")
    near = points[np.hypot(*(points[:, :2] - at[:2]).T) < 0.025]
    near = near[near[:, 2] < m["chin"][2] + 0.05]
    top = float(near[:, 2].max()) if len(near) else float(at[2])
    facing = np.degrees(np.arctan2(m["nose"][0] - m["neck"][0], -(m["nose"][1] - m["neck"][1])))
    return Placement(guest.id, float(at[0]), float(at[1]), top, yaw=float(facing), host=person.id)

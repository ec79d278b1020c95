# SPDX-License-Identifier: GPL-3.0-or-later
"""What a body bears: the top of the head, and the lap of who sits. Where on somebody a thing is that the words put on them.

scene ─at_ease─▶ scene (who has a cat on them sits) … cast … ─surfaces─▶ supports of the built person, which arranging fills as those of furniture
"""

from __future__ import annotations

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.animals import kinds
from diorama_stage.kit import Built
from diorama_stage.kit.build import Support, vertices
from diorama_stage.people.tending import tall

HEAD, LAP = "head", "lap"
CROWN, OPEN = 0.07, 4.0
"""Half the width of the top of a head; headroom over head and lap, metres."""
ALONG, WITHIN = 0.5, 0.8
"""How far from the hips towards the knees the middle of a lap is; its half width, by half the distance of the outsides of the knees."""
THIGH = 0.08
"""Half the thickness of a thigh, metres."""
PERCHING = "birds"
"""The plan of animals that sit on a shoulder, also of who sits."""
SMALL = 0.2
"""To the withers, metres: what is no taller sits on a shoulder too."""


UPRIGHT = frozenset(("standing", "walking", "running", "dancing", "jumping", "leaning", "lying"))
"""Postures of who has no lap."""


def on_lap(guest: dict, who: dict, part: str | None = None) -> bool:
    """True of what lies on a lap and not on a head or a shoulder: a cat; a laptop of who sits; no bird and no hat. `part`: where the words have it."""
    if part is not None:
        return part == LAP
    if who.get("posture") in UPRIGHT or guest.get("kind") == "person":
        return False
    if guest.get("living"):
        return kinds.kind(guest["living"].kind)["plan"] != PERCHING and tall(guest["living"]) > SMALL
    return who.get("posture") is not None and Tag.WORN not in thing(guest["thing"]).tags


def at_ease(scene: dict) -> dict:
    """The scene in which who has an animal on them that is too large for a shoulder sits, where the words tell no posture.

    What is on a part of them that bears nothing here (a bag round the neck) is in their hands."""
    subjects = {s["id"]: s for s in scene["subjects"]}
    scene = {**scene, "relations": [_in_hand(r, subjects) for r in scene["relations"]]}
    borne = [(r, o) for r in scene["relations"] if r["kind"] == "on" and r["subject"] in subjects for o in r["objects"] if o in subjects]
    free = lambda who: who.get("kind") == "person" and not who.get("posture")  # noqa: E731
    laden = {o for r, o in borne if free(subjects[o]) and on_lap(subjects[r["subject"]], subjects[o], r.get("part"))}
    return {**scene, "subjects": [{**s, "posture": "sitting"} if s["id"] in laden else s for s in scene["subjects"]]}


def _in_hand(told: dict, subjects: dict[str, dict]) -> dict:
    thing_, who = subjects.get(told["subject"]), subjects.get(told["objects"][0], {})
    elsewhere = told["kind"] == "on" and told.get("part") not in (None, HEAD, LAP)
    if not elsewhere or thing_ is None or thing_.get("living") or thing_.get("kind") == "person" or who.get("kind") != "person":
        return told
    return {**told, "subject": told["objects"][0], "kind": "holding", "objects": [told["subject"]]}


def surfaces(built: Built) -> list[Support]:
    """The top of the head; the lap of who sits. The figure's frame, metres."""
    m, points = built.marks, np.concatenate([vertices(o) for o in built.objects])
    out = [_disc(HEAD, points, m["crown"], CROWN, -np.inf)]
    if built.seat or abs(float(m["left_knee"][2] - m["left_thigh"][2])) < 0.5 * float(np.linalg.norm(m["left_knee"] - m["left_thigh"])):
        hips, knees = (m["left_thigh"] + m["right_thigh"]) / 2, (m["left_knee"] + m["right_knee"]) / 2
        wide = float(np.linalg.norm((m["left_knee"] - m["right_knee"])[:2])) / 2 + THIGH
        out.append(_disc(LAP, points, hips + ALONG * (knees - hips), WITHIN * wide, float(max(hips[2], knees[2])) + 2.2 * THIGH))
    return out


def _disc(name: str, points: np.ndarray, at: np.ndarray, radius: float, below: float) -> Support:
    """A round level about a point, as high as the highest of the body near it that is no higher than `below` (-inf: no limit)."""
    near = points[np.hypot(*(points[:, :2] - at[:2]).T) < 0.6 * radius]
    if np.isfinite(below):
        near = near[near[:, 2] < below]
    x, y = float(at[0]), float(at[1])
    z = float(near[:, 2].max()) if len(near) else float(at[2])
    return Support(name, x - radius, x + radius, y - radius, y + radius, z, True, OPEN)

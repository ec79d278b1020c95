# SPDX-License-Identifier: GPL-3.0-or-later
"""Are animals read and posed as asked: `python -m bench.fidelity.living`. Prints every case that fails, and shares by what is asked; makes no picture.

kind     the kind that is built (`living.toml` names none where a figure of a material is asked)
pose     of four-footed ones by the joints of their skeleton (`POSED`), of others the pose they take
tie      a relation to a thing of the catalogue, in the scene as the stage gets it
deed     what is done, and to whom (`hunting rabbit`)
mane     its colour where one is told of it, "" where none is
young    that it is a young one; row: that several are in a row
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bench.fidelity.tally import tally
from diorama.errors import DioramaError
from diorama.language import read
from diorama_stage.animals import kinds, rig
from diorama_stage.animals.kinds import able
from diorama_stage.figures import as_figures

CASES = Path(__file__).with_name("living.toml")


class Joints:
    """Heights over the ground as shares of the withers standing, and angles in degrees, of a four-footed animal in a pose."""

    def __init__(self, kind: str, pose: str):
        shape = kinds.kind(kind)
        self.over = bool(kinds.taken(kind, pose).get("turned_over"))
        still, posed = rig.quadruped(shape, {}), rig.quadruped(shape, kinds.poses()[able(pose or "standing", shape)])
        tall = rig.withers(still, shape)
        (hip, a), (shoulder, b) = posed.line(0.0), posed.line(1.0)
        self.hip, self.shoulder = float(hip[2]) / tall, float(shoulder[2]) / tall
        self.lean = float(np.degrees(np.arctan2(shoulder[2] - hip[2], np.linalg.norm((shoulder - hip)[:2]))))
        self.bend = float(np.degrees(np.arccos(np.clip(a[:, 1] @ b[:, 1], -1, 1))))
        self.head = float(posed.points["head"][2]) / tall
        self.gaze = float(np.degrees(np.arcsin(-posed.head[2, 1])))
        self.feet = [float(posed.points[leg][-1][2]) / tall for leg in rig.LEGS]
        self.sole = shape.get("sole", 3.0) / tall


POSED = {
    "stands": lambda j: abs(j.lean) < 20 and j.hip > 0.5 and min(j.feet) < j.sole + 0.03,
    "sits": lambda j: 30 < j.lean < 65 and j.hip < 0.35 and max(j.feet[:2]) < j.sole + 0.06,
    "lies": lambda j: j.hip < 0.5 and j.shoulder < 0.5 and j.bend < 60,
    "curled": lambda j: j.hip < 0.45 and j.bend > 60,
    "rears": lambda j: j.lean > 40 and min(j.feet[:2]) > 0.3,
    "grazes": lambda j: j.head < 0.55 and j.hip > 0.5,
    "browses": lambda j: j.head > 1.2 and j.hip > 0.5,
    "aloft": lambda j: min(j.feet) > 0.02 and j.hip > 0.5,
    "on_its_back": lambda j: j.over and max(j.feet) < j.hip + 0.3,
    "howls": lambda j: j.gaze > 40,
}
"""What joints of a posture are like; heights in shares of the withers."""


def shortfalls(case: dict) -> list[tuple[str, str | None]]:
    """Each thing asked with None, or what was found instead."""
    try:
        told = read(case["prompt"]).scene.model_dump(mode="json")
        scene = as_figures(told)
    except DioramaError as wrong:
        return [("reading", str(wrong))]
    subjects = scene["subjects"]
    if "material" in case:
        found = next((s["surface"]["material"] for s in subjects if s["thing"].startswith("figure_") and not s.get("living")), None)
        return [("material", None if found == case["material"] else f"{found}")]
    alive = [s for s in subjects if s.get("living") and s["living"].kind == case["kind"]]
    if not alive:
        return [("kind", ", ".join(s["living"].kind if s.get("living") else s.get("thing", s["noun"]) for s in subjects))]
    one = alive[0]
    out: list[tuple[str, str | None]] = [("kind", None if one["living"].exact else "a relative stands in"), ("count", None)]
    if one["count"] != case["count"]:
        out[1] = ("count", str(one["count"]))
    if "pose" in case:
        out.append(("pose", _posed(case["pose"], one["living"])))
    if "colour" in case:
        names = [c["name"] for c in one["surface"]["colours"]]
        out.append(("colour", None if case["colour"] in names and one["living"].colours else f"{names}"))
    if "mane" in case:
        named = next(((s.get("coat") or {}).get("mane") or {} for s in told["subjects"] if s["id"] == one["id"]), {})
        held = case["mane"] == named.get("name", "") and one["living"].mane == named.get("hex")
        out.append(("mane", None if held else f"{named.get('name')}, built {one['living'].mane}"))
    if "deed" in case:
        nouns = {s["id"]: s["noun"] for s in subjects}
        done = {" ".join([d["deed"], *(nouns[o] for o in d["objects"])]) for d in one.get("deeds", ())}
        done |= {d["deed"] for d in one.get("deeds", ())}
        out.append(("action", None if case["deed"] in done else f"{sorted(done)}"))
    for what, holds in (("young", one["living"].young), ("row", one["living"].in_row)):
        if what in case:
            out.append((what, None if holds else "not told"))
    if "tie" in case:
        found = _ties(scene, one["id"])
        out.append(("relation", None if case["tie"] in found else f"{sorted(found)}"))
    return out


def _posed(asked: str, animal) -> str | None:
    if asked in POSED:
        joints = Joints(animal.kind, animal.pose)
        return None if POSED[asked](joints) else f"{animal.pose or 'standing'}: {vars(joints)}"
    return None if animal.pose == asked else animal.pose or "nothing"


def _ties(scene: dict, animal: str) -> set[str]:
    """What the animal is to others, as `kind thing`; `ridden` where somebody rides it."""
    named = {s["id"]: "person" if s.get("kind") == "person" else s.get("thing") or s["noun"] for s in scene["subjects"]}
    nouns = {s["id"]: s["noun"].replace(" ", "_") for s in scene["subjects"]}
    out = set()
    for r in scene["relations"]:
        if r["subject"] == animal:
            out |= {f"{r['kind']} {names[o]}" for o in r["objects"] for names in (named, nouns) if o in names}
        if animal in r["objects"]:
            out |= {"ridden"} if r["kind"] == "riding" else {f"holding {named.get(r['subject'])}"} if r["kind"] == "held_by" else set()
    mine = next(s for s in scene["subjects"] if s["id"] == animal)
    if any(a.get("deed") == "riding" and animal in a.get("objects", ()) for s in scene["subjects"] for a in s.get("actions") or ()):
        out.add("ridden")
    return out | {f"{r['kind']} {named.get(o, o)}" for r in scene["relations"] if r["subject"] == mine["id"] for o in r["objects"]}


if __name__ == "__main__":
    tally(CASES, shortfalls)

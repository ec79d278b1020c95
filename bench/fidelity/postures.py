# SPDX-License-Identifier: GPL-3.0-or-later
"""Postures of animals on what bears them, without words: `python -m bench.fidelity.postures [--sample 80] [--seed 1]`. Makes no picture.

Of every posture × kind × support (`postures.toml`) some are drawn by the seed, set out as the stage does before it takes a picture, and measured:

contact  its skin is within a centimetre of what it is on (a twentieth of its own length, where that is less), and not sunk into the ground
side     it is seen from where its outline tells it: from the side or three quarters, neither from straight ahead, behind nor above
large    it takes a fifth of the frame's side, at least
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import bpy  # noqa: F401  # brings mathutils
import numpy as np
from mathutils import Vector
from rich.console import Console

from bench.fidelity.arranged import quiet
from diorama.engines.stage.engine import wordless
from diorama.scene import load
from diorama_catalogue import thing
from diorama_stage.actors import Actor, world_points
from diorama_stage.compose import set_out
from diorama_stage.composed import Composed
from diorama_stage.contact import mesh_tree
from diorama_stage.props import registry

TABLE = Path(__file__).with_name("postures.toml")
TOUCH, OF_ITS_LENGTH, SUNK = 0.01, 0.05, 0.03
"""Metres that skin and support may be apart; the same by the animal's length; how deep in the ground it may be, by its length."""
TELLING = (14.0, 130.0)
"""Degrees between where it heads and the lens."""
HOLLOW = (30.0, 170.0)
"""The same of who is curled up, with the face in the hollow."""
STEEP = 42.0
"""Degrees that the lens looks down, at most."""
LARGE = 0.2
"""Of the frame's side."""
INDOORS = frozenset(("furniture",))


@dataclass(frozen=True)
class Case:
    """One scene of the product."""

    kind: str
    posture: str
    support: str

    @property
    def told(self) -> str:
        return f"{self.kind} {self.posture.removeprefix('deed:')}, {self.support.replace(':', ' ')}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=80, help="how many are drawn; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="only kinds whose name holds one of these words, by commas")
    given = parser.parse_args()
    cases = [c for c in every() if not given.kinds or any(w in c.kind for w in given.kinds.split(","))]
    if given.sample and given.sample < len(cases):
        cases = sorted(random.Random(given.seed).sample(cases, given.sample), key=lambda c: c.told)
    console, begin, held = Console(), time.perf_counter(), {"contact": 0, "side": 0, "large": 0}
    registry.load()
    for case in cases:
        found = measured(case, given.seed)
        for what, wrong in found.items():
            held[what] += wrong is None
        faults = ", ".join(f"{what}: {wrong}" for what, wrong in found.items() if wrong is not None)
        if faults:
            console.print(f"[red]{faults}[/]  [dim]{case.told}[/]", highlight=False)
    for what, many in held.items():
        console.print(f"{what:8} {many} of {len(cases)}", highlight=False)
    console.print(f"{time.perf_counter() - begin:.0f} s", highlight=False)


def every() -> list[Case]:
    """The whole product, in the order of the table."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["group"]
    return list(dict.fromkeys(Case(k, p, s) for row in rows for k in row["kinds"] for p in row["postures"] for s in row["supports"]))


def scene_of(case: Case):
    """The scene that a case is, without words."""
    deed = case.posture.removeprefix("deed:") if case.posture.startswith("deed:") else None
    doing = {"deeds": [{"deed": deed, "objects": []}]} if deed else {"posture": case.posture}
    animal = {"id": "s1", "kind": "animal", "noun": case.kind.replace("_", " "), "species": case.kind, "count": 1, **doing}
    subjects, relations = [animal], []
    how, _, name = case.support.rpartition(":")
    setting = "meadow"
    if case.support != "ground":
        subjects.append({"id": "s2", "kind": "object", "noun": name, "thing": name, "count": 1})
        relations.append({"subject": "s1", "kind": how or "on", "objects": ["s2"]})
        setting = "living_room" if thing(name).category in INDOORS else setting
    told = {"version": 2, "subjects": subjects, "relations": relations, "environment": {"setting": setting}}
    return load({**told, "lighting": {"time": "morning", "hour": 9.0}, "camera": {"focal_length": 135.0, "framing": "medium"}})


def measured(case: Case, seed: int) -> dict[str, str | None]:
    """Each thing asked with None, or what was found instead."""
    with quiet():
        _, made = set_out(wordless(scene_of(case)), seed=seed, width=320, height=240)
    actor = next(a for a in made.actors if a.subject == "s1")
    skin = np.concatenate([world_points(o) for o in actor.built.objects])
    bearer = next((a for a in made.actors if a.subject == "s2"), None)
    return {"contact": _apart(skin, bearer), "side": _aside(actor, skin, made, curled=case.posture == "curled_up"), "large": _large(skin, made)}


def _apart(skin: np.ndarray, bearer: Actor | None) -> str | None:
    """How far the skin is from what bears it, where that is too far."""
    long = float(np.ptp(skin, axis=0).max())
    near = min(TOUCH, OF_ITS_LENGTH * long)
    if bearer is None:
        low = float(skin[:, 2].min())
        return None if -SUNK * long <= low <= near else f"{1000 * low:+.0f} mm"
    tree = mesh_tree(bearer)
    thin = skin[np.argsort(skin[:, 2])[: max(len(skin) // 2, 1)]]
    apart = min((tree.find_nearest(Vector(p))[3] or 0.0) for p in thin[:: max(len(thin) // 3000, 1)].tolist())
    return None if apart <= near else f"{1000 * apart:.0f} mm"


def _aside(actor: Actor, skin: np.ndarray, made: Composed, *, curled: bool) -> str | None:
    """From where it is seen, where that does not tell it."""
    heading = actor.matrix[:3, :3] @ np.array([0, -1.0, 0])
    to_lens = np.asarray(made.shot.eye) - (skin.min(axis=0) + skin.max(axis=0)) / 2
    flat = lambda v: v[:2] / max(float(np.linalg.norm(v[:2])), 1e-9)  # noqa: E731
    off = float(np.degrees(np.arccos(np.clip(flat(heading) @ flat(to_lens), -1, 1))))
    steep = float(np.degrees(np.arctan2(to_lens[2], np.linalg.norm(to_lens[:2]))))
    if steep > STEEP:
        return f"{steep:.0f} degrees from above"
    least, most = HOLLOW if curled else TELLING
    return None if least <= off <= most else f"{off:.0f} degrees off its heading"


def _large(skin: np.ndarray, made: Composed) -> str | None:
    seen = made.shot.project(skin)[:, :2]
    share = float(np.ptp(seen, axis=0).max()) / 2
    return None if share >= LARGE else f"{share:.2f} of the frame"


if __name__ == "__main__":
    main()

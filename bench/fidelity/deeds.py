"""What people do with things and to others, without words: `python -m bench.fidelity.deeds [--seed 1] [--sample 120] [--deeds WORD]`.

Every deed that a scene can tell × what it is done with × who × setting × lens (`deeds.toml`). Of that product `--sample` scenes are drawn by the
seed, as many of each deed, set out as the stage does before it takes a picture, and measured (`done.py`):
the thing or tool is there, hands are on it, it is turned and placed as it is used, the eyes are on the work, hands and thing are
seen, nobody floats. Odd things and other lenses are drawn for seeds from 101 on, which are held out from mending.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bpy  # noqa: F401  # brings mathutils
from rich.console import Console

from bench.fidelity import done
from bench.fidelity.arranged import quiet
from bench.fidelity.judging import judge
from bench.fidelity.placed import PEOPLE, rates
from diorama.engines.stage.engine import wordless
from diorama.scene import Scene, load
from diorama_catalogue import thing, tools
from diorama_stage.compose import set_out
from diorama_stage.composed import Composed
from diorama_stage.contact import floating
from diorama_stage.props import registry

WHO = ("man", "woman", "boy", "girl", "old_man", "old_woman")
AGED = {"old_man": {"age": 74.0, "sex": "male"}, "old_woman": {"age": 72.0, "sex": "female"}}
NEAR_BY = 1.1
"""Metres: with what is longer the whole figure is seen."""


@dataclass(frozen=True)
class Case:
    """One scene of the product."""

    row: dict
    thing: str
    extra: str
    who: str
    setting: str
    azimuth: float
    seed: int

    @property
    def told(self) -> str:
        return f"{self.who} {self.row['deed']} {self.thing}{' ' + self.extra if self.extra else ''}, {self.setting} {self.azimuth:+.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which sample; seeds from 101 on are held out")
    parser.add_argument("--sample", type=int, default=120)
    parser.add_argument("--deeds", default="", help="deeds whose name holds one of these words, by commas")
    parser.add_argument("--things", default="", help="the same of what it is done with")
    parser.add_argument("--sheet", type=Path, help="make pictures of all, on sheets of twelve: FILE-1.png …")
    parser.add_argument("--json", type=Path, help="add the rows to this file, a line of JSON each")
    given = parser.parse_args()
    table = tomllib.loads(Path(__file__).with_name("deeds.toml").read_text("utf-8"))
    cases = sampled(table, given.seed, given.sample)
    cases = [c for c in cases if holds(given.deeds, c.row["deed"]) and holds(given.things, c.thing)]
    console, begin = Console(), time.perf_counter()
    registry.load()
    rows = judge(cases, judged, lambda row: row["told"], given.json, console)
    console.print(rates(rows, "deed"))
    right = sum(not row["wrong"] for row in rows)
    console.print(f"{right} of {len(rows)} look as they are told ({right / max(len(rows), 1):.1%}), {time.perf_counter() - begin:.0f} s")
    if given.sheet:
        sheets(cases, given.sheet)


def holds(words: str, name: str) -> bool:
    return not words or any(w in name for w in words.split(","))


def sheets(cases: list[Case], file: Path) -> None:
    """Small pictures, numbered and without a word, twelve a sheet."""
    from bench.fidelity.sheet import pictured

    for k in range(0, len(cases), 12):
        rows = [(scene_of(case), case.seed, str(k + n)) for n, case in enumerate(cases[k : k + 12], 1)]
        pictured(rows, across=4, tile=(288, 288)).save(f"{file}-{k // 12 + 1}.png")


def sampled(table: dict, seed: int, size: int) -> list[Case]:
    """`size` scenes, as many of each deed; of one seed always the same."""
    rows, out = table["deed"], []
    each, more = divmod(size, len(rows))
    held = seed > 100
    for n, row in enumerate(rows):
        rng = random.Random(f"{seed}:{row['deed']}")
        things = row["odd"] if held else row["with"]
        order = rng.sample(things, len(things))
        for k in range(each + (n < more)):
            name, _, extra = order[k % len(order)].partition("+")
            where = row["settings"]
            setting = rng.choice(table["settings"][where] if isinstance(where, str) else where)
            lens = rng.choice((-35.0, 0.0, 30.0)) if held else 0.0
            out.append((k, Case(row, name, extra, rng.choice(WHO), setting, lens, seed * 1000 + k)))
    return [case for _, case in sorted(out, key=lambda kc: kc[0])]


def person(id: str, who: str, **more) -> dict:
    return {"id": id, "kind": "person", "noun": who.removeprefix("old_"), **(PEOPLE | AGED)[who], **more}


def scene_of(case: Case) -> Scene:
    """The scene that a case is, without words."""
    row, deed = case.row, case.row["deed"]
    doer = person("s1", case.who, **({"role": row["role"]} if "role" in row else {}), **({"posture": row["posture"]} if "posture" in row else {}))
    subjects, relations = [doer], []
    objects = []
    if case.thing:
        kind, _, who = case.thing.partition(":")
        made = {"id": "s2", "kind": "object", "noun": kind.replace("_", " "), "thing": kind, "count": 1}
        other = person("s2", who) if kind == "person" else {"id": "s2", "kind": kind, "noun": who, "species": who, "count": 1} if who else made
        subjects.append(other)
        objects = ["s2"]
    if case.extra:
        subjects.append({"id": "s3", "kind": "object", "noun": case.extra.replace("_", " "), "thing": case.extra, "count": 1})
    relation = row.get("relation", "near")
    if objects:
        relations.append({"subject": "s1", "kind": relation, "objects": ["s3"] if case.extra else objects})
    if deed in TOLD_AS:
        TOLD_AS[deed](doer, relations)
    else:
        doer["actions"] = [{"deed": deed, "objects": ["s3", "s2"] if case.extra else objects}]
    if relation == "riding":
        doer["posture"] = "riding"
    longest = max((thing(s["thing"]).size for s in subjects if s["kind"] == "object"), default=1.0)
    near = longest <= NEAR_BY and doer.get("posture") is None and deed not in WHOLE
    camera = {"framing": "medium" if near else "full", "angle": "eye_level", "azimuth": case.azimuth}
    light = {"time": "morning", "hour": 9.0}
    return load({"version": 2, "subjects": subjects, "relations": relations, "environment": {"setting": case.setting}, "lighting": light, "camera": camera})


WHOLE = frozenset(("kicking", "sweeping", "digging", "chopping", "tying_shoes", "riding", "driving", "throwing", "catching", "pushing", "pulling", "working"))
"""What is done with the whole body."""


def _bearing(doer: dict, relations: list[dict]) -> None:
    relations[:] = [{"subject": "s2", "kind": "on", "objects": ["s1"]}]


TOLD_AS = {"bearing": _bearing}
"""Deeds that the scene tells in another way."""


def judged(case: Case) -> dict:
    """A case and all that is wrong in it."""
    row = {"deed": case.row["deed"], "told": case.told, "seed": case.seed, "wrong": []}
    try:
        scene = scene_of(case)
        with quiet():
            _, made = set_out(wordless(scene), seed=case.seed, width=320, height=320)
    except Exception as wrong:  # a scene that nothing can be made of is a fault of the case or of the stage: told, not hidden
        return {**row, "wrong": [f"no picture: {type(wrong).__name__} {wrong}"]}
    return {**row, "wrong": list(wrongs(case, made))}


def wrongs(case: Case, made: Composed) -> Iterator[str]:
    """All that is wrong: presence, contact, and what is done (`done.py`)."""
    of = lambda id: next((a for a in made.actors if a.subject == id), None)  # noqa: E731
    partner = of("s2") if case.thing.startswith(("person:", "animal:")) else None
    what = of("s3") if case.extra else None if partner else of("s2")
    usual = tools().get(case.row["deed"], ())
    tool = next((a for a in made.actors if a.item.kind in usual), None) or _held(made, what)
    if case.row.get("on") == "tool" and tool is None and case.thing in usual:
        tool = what
    for id, faults in made.faults.items():
        yield f"{id.split('.')[0]} {' '.join(faults)}"
    if lost := floating(made.actors, made.placements, made.asked):
        yield f"{' '.join(sorted(lost))} floats"
    yield from done.wrongs(done.Doer(of("s1"), made.shot, what, tool, partner), case.row)


def _held(made: Composed, what) -> object | None:
    """What is in the doer's hand and is not what it is done to: a knife, a pitcher."""
    hosts = {p.item: p.host for p in made.placements}
    return next((a for a in made.actors if (hosts.get(a.id) or "").split(".")[0] == "s1" and a is not what), None)


if __name__ == "__main__":
    main()

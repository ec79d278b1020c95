"""Where things are to each other, without words: `python -m bench.fidelity.placed [--seed 1] [--sample 300] [--frames WORD] [--sheet FILE] [--json FILE]`.

`placed.toml` names every kind of a class × a relation × what bears or is beside it × settings. Of that product `--sample` scenes are drawn by the seed, as
many of each frame, built and arranged as the stage does before it takes a picture, and measured on their meshes and in the quick look: is each present
(the contract of presence), does nothing float, is the relation true in space and in the frame (`truths.py`), does nothing stand through another. Rates by
frame, support and kind; `--sheet` makes small pictures of the worst.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bpy  # noqa: F401  # brings mathutils
import numpy as np
from mathutils import Vector
from rich.console import Console
from rich.table import Table

from bench.fidelity import truths
from bench.fidelity.arranged import quiet
from bench.fidelity.judging import judge
from diorama.engines.stage.engine import wordless
from diorama.scene import Scene, load
from diorama_catalogue import thing, things
from diorama_stage.compose import set_out
from diorama_stage.composed import Composed
from diorama_stage.contact import cloud, floating, mesh_tree
from diorama_stage.props import registry

WORN_THROUGH = frozenset(("holding", "riding", "wearing"))
"""Relations in which hands, clothes and seats give way to one another."""
DEEP = 0.012, 0.05
"""Metres, and of the smaller one's size: what is deeper in another stands through it."""
THROUGH = 0.03
"""Of its points, how many are as deep."""
PEOPLE = {n: {"age": age, "sex": sex} for n, age, sex in (("man", 35.0, "male"), ("woman", 35.0, "female"), ("boy", 9.0, "male"), ("girl", 9.0, "female"))}
LIGHT = {"time": "morning", "hour": 9.0}


@dataclass(frozen=True)
class Case:
    """One scene of the product: its frame, and who is in which part of it."""

    frame: dict
    a: str
    b: str | None
    c: str | None
    setting: str
    posture: str
    seed: int

    @property
    def told(self) -> str:
        other = self.b or self.frame.get("place", "")
        more = f" & {self.c}" if self.c else ""
        return f"{self.a} {self.posture} {self.frame['relation']} {other}{more}, {self.setting}".replace("  ", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which sample; seeds from 101 are held out from mending")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--frames", default="", help="frames whose name holds one of these words, by commas")
    parser.add_argument("--sheet", type=Path, help="make pictures of the worst, on one sheet")
    parser.add_argument("--worst", type=int, default=20)
    parser.add_argument("--json", type=Path, help="add the rows to this file, a line of JSON each")
    given = parser.parse_args()
    table = tomllib.loads(Path(__file__).with_name("placed.toml").read_text("utf-8"))
    cases = sampled(table, given.seed, given.sample, [w for w in given.frames.split(",") if w])
    console, begin = Console(), time.perf_counter()
    registry.load()
    rows = judge(cases, judged, lambda row: f"{row['frame']}: {row['told']}", given.json, console)
    for by in ("frame", "support", "kind"):
        console.print(rates(rows, by))
    right = sum(not row["wrong"] for row in rows)
    console.print(f"{right} of {len(rows)} wholly as told ({right / max(len(rows), 1):.1%}), {time.perf_counter() - begin:.0f} s")
    if given.sheet:
        from bench.fidelity.sheet import pictured

        worst = sorted((r for r in zip(cases, rows, strict=True) if r[1]["wrong"]), key=lambda r: -len(r[1]["wrong"]))[: given.worst]
        pictured([(scene_of(case), case.seed, f"{row['told']}\n{'; '.join(row['wrong'])}") for case, row in worst]).save(given.sheet)


def members(name: str | list, classes: dict) -> list[str]:
    """Who is of a class: names, `@` and another class, or those records of the catalogue that a filter lets through."""
    if isinstance(name, str):
        return members(classes[name], classes)
    if isinstance(name, dict):
        low, high = name["size"]
        kept = (t for t in things().values() if t.category in name["categories"] and low <= t.size <= high and not set(name["without"]) & t.tags)
        return [t.key for t in kept]
    return [one for entry in name for one in (members(entry[1:], classes) if entry.startswith("@") else [entry])]


def sampled(table: dict, seed: int, size: int, words: list[str]) -> list[Case]:
    """`size` scenes of the product, as many of each frame, one of each after the other; of one seed always the same, whichever frames are taken."""
    frames = table["frame"]
    each, more = divmod(size, len(frames))
    out = []
    for n, frame in enumerate(frames):
        rng = random.Random(f"{seed}:{frame['name']}")
        for k in range(each + (n < more)):
            a, b, c = (rng.choice(members(frame[p], table["classes"])) if p in frame else None for p in ("a", "b" if "b" in frame else "with", "c"))
            where = frame["settings"]
            setting = rng.choice(table["settings"][where] if isinstance(where, str) else where)
            case = Case(frame, a, b, c, setting, rng.choice(frame.get("postures", [""])), seed * 1000 + k)
            if not words or any(w in frame["name"] for w in words):
                out.append((k, case))
    return [case for _, case in sorted(out, key=lambda kc: kc[0])]


def subject(id: str, name: str, *, count: int = 1, posture: str = "", states: tuple = ()) -> dict:
    """A subject of a scene."""
    kind, _, who = name.partition(":")
    if who:
        own = PEOPLE[who] if kind == "person" else {"species": who}
        row = {"formation": "row"} if states and kind == "animal" else {}
        return {"id": id, "kind": kind, "noun": who, "count": count, **own, **row, **({"posture": posture} if posture else {})}
    return {"id": id, "kind": "object", "noun": name.replace("_", " "), "thing": name, "count": count, "states": list(states)}


def scene_of(case: Case) -> Scene:
    """The scene that a case is, without words."""
    f = case.frame
    subjects = [subject("s1", case.a, count=f.get("count", 1), posture=case.posture, states=tuple(f.get("states", ())))]
    relations = []
    if case.b:
        subjects.append(subject("s2", case.b, posture=f.get("b_posture", "")))
    if case.c:
        subjects.append(subject("s3", case.c))
    ends = [f["place"]] if "place" in f else ["s2", "s3"] if f["relation"] == "between" else ["s2"]
    relations.append({"subject": "s1", "kind": f["relation"], "objects": ends})
    if f["relation"] in ("holding", "riding"):
        subjects[0]["actions"] = [{"deed": f["relation"], "objects": ["s2"]}]
        subjects[0] |= {"posture": "riding"} if f["relation"] == "riding" else {}
    if also := f.get("also"):
        relations.append({"subject": "s3", "kind": "on", "objects": ["s2"]} if also == "on" else {"subject": "s2", "kind": "beside", "objects": ["s3"]})
    if f.get("extra") == "wall":
        relations.append({"subject": "s1", "kind": "on", "objects": ["wall"]})
    longest = max(_long(s) for s in subjects)
    camera = {"framing": "medium" if longest < 1.0 else "full", "angle": "slightly_high" if longest < 0.9 else "eye_level"}
    return load({"version": 2, "subjects": subjects, "relations": relations, "environment": {"setting": case.setting}, "lighting": LIGHT, "camera": camera})


def _long(s: dict) -> float:
    return thing(s["thing"]).size if s["kind"] == "object" else 1.6 if s["kind"] == "person" else 0.5


def judged(case: Case) -> dict:
    """A case and all that is wrong in it."""
    support = case.b or case.frame.get("place", "")
    row = {"frame": case.frame["name"], "told": case.told, "seed": case.seed, "kind": _kind(case.a), "support": support, "wrong": []}
    try:
        scene = scene_of(case)
        with quiet():
            _, made = set_out(wordless(scene), seed=case.seed, width=320, height=214)
    except Exception as wrong:  # a scene that nothing can be made of is a fault of the case or of the stage: told, not hidden
        return {**row, "wrong": [f"no picture: {type(wrong).__name__} {wrong}"]}
    return {**row, "wrong": list(wrongs(case, made))}


def _kind(name: str) -> str:
    kind, _, who = name.partition(":")
    return kind if who else thing(name).category


def wrongs(case: Case, made: Composed) -> Iterator[str]:
    """All that is wrong: presence, contact, the relation, what stands through another."""
    trees, bodies = {a.id: mesh_tree(a) for a in made.actors}, {}
    lost = floating(made.actors, made.placements, made.asked)
    seen = {s.instance: s for s in made.presence}
    for a in made.actors:
        s, points = seen[a.id], cloud(a)
        depth = float(made.shot.project(((points.min(axis=0) + points.max(axis=0)) / 2)[None])[0, 2])
        bodies[a.id] = truths.Body(a.id, points, s.frame, s.area, depth, _posture(case, a), a.id in lost)
    for id, faults in made.faults.items():
        yield f"{id.split('.')[0]} {' '.join(faults)}"
    if lost:
        yield f"{' '.join(sorted(lost))} floats"
    yield from _told(case, made, bodies, trees)
    yield from _through(made, bodies, trees)


def _posture(case: Case, actor) -> str:
    return "" if actor.subject != "s1" else "sitting" if actor.item.seat else case.posture


def _told(case: Case, made: Composed, bodies: dict, trees: dict) -> Iterator[str]:
    wall = made.plan.wall_y if made.spread.wall is None else made.spread.wall
    here = truths.Here(lambda a, b: _apart(a, b, trees), lambda a, b: _over(a, trees[b.id]), wall, made.plan.water_z or 0.0)
    of = lambda id: [b for b in bodies.values() if b.id.split(".")[0] == id]  # noqa: E731
    f = case.frame
    mine, ends = of("s1"), of("s2") + (of("s3") if f["relation"] == "between" else [])
    own = f["relation"] + (f" {f['place']}" if "place" in f else "")
    for name in f.get("truths", [own]):
        if name in truths.TOGETHER:
            yield from truths.TOGETHER[name](mine, ends, here)
        elif name in truths.EACH:
            yield from dict.fromkeys(w for a in mine for w in truths.EACH[name](a, ends, here))
    if f.get("also") == "on":
        yield from (f"the other {w}" for a in of("s3") for w in truths.on(a, ends, here))
    elif f.get("also") == "beside_host":
        yield from (f"its support {w}" for w in truths.beside(ends[0], of("s3"), here))


def _apart(a: truths.Body, b: truths.Body, trees: dict) -> float:
    """Least distance between two surfaces, metres; 0 where they cut into each other."""
    if trees[a.id].overlap(trees[b.id]):
        return 0.0
    return min(min(tree.find_nearest(Vector(p))[3] for p in body.points) for body, tree in ((a, trees[b.id]), (b, trees[a.id])))


def _over(a: truths.Body, below) -> float:
    """Of a body's points, the share that has another straight below; of who neither sits nor lies, of what it stands with."""
    low = a.points[:, 2].min() + truths.FOOT * (a.points[:, 2].max() - a.points[:, 2].min())
    foot = a.points if a.posture in ("sitting", "lying", "sleeping") else a.points[a.points[:, 2] <= low]
    rays = [below.ray_cast(Vector((x, y, z + 0.03)), Vector((0, 0, -1)))[0] for x, y, z in foot[::3]]
    return float(np.mean([hit is not None for hit in rays]))


WAYS = [Vector(v) for v in ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1))]


def _through(made: Composed, bodies: dict, trees: dict) -> Iterator[str]:
    """Pairs of which one stands through the other."""
    soft = {frozenset((t.item, o)) for t in made.asked if t.kind in WORN_THROUGH for o in t.objects}
    soft |= {frozenset((a.id, b.id)) for a in made.actors for b in made.actors if a.item.fits == b.id}
    ids = list(bodies)
    for k, one in enumerate(ids):
        for other in ids[k + 1 :]:
            if frozenset((one, other)) in soft or not trees[one].overlap(trees[other]):
                continue
            deep = max(_deep(bodies[one], bodies[other], trees[other]), _deep(bodies[other], bodies[one], trees[one]))
            if deep > THROUGH:
                yield f"{one} and {other} through each other ({deep:.0%})"


def _deep(a: truths.Body, b: truths.Body, solid) -> float:
    """Of a body's points, the share that is deep in another: shut in by its inner sides all around."""
    least = max(DEEP[0], DEEP[1] * min(a.size, b.size))
    deep = 0
    near = a.points[((a.points > b.low) & (a.points < b.high)).all(axis=1)]
    for p in map(Vector, near):
        deep += solid.find_nearest(p)[3] > least and all(_inner(solid, p, way) for way in WAYS)
    return deep / len(a.points)


def _inner(solid, p: Vector, way: Vector) -> bool:
    _, normal, _, _ = solid.ray_cast(p, way)
    return normal is not None and normal.dot(way) > 0


def rates(rows: list[dict], by: str) -> Table:
    """How many are wholly as told, the worst first."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(not row["wrong"])
    table = Table(by, "right", "of", "share", box=None)
    for name, right in sorted(groups.items(), key=lambda g: (np.mean(g[1]), -len(g[1]))):
        table.add_row(name, str(sum(right)), str(len(right)), f"{np.mean(right):.0%}")
    return table


if __name__ == "__main__":
    main()

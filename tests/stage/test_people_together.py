"""Who is with somebody, or at play, as it is settled of them in the scene; how they sit and where they look. Nothing is built."""

from __future__ import annotations

import pytest

from diorama.scene import load
from diorama_stage.people import as_things, together
from diorama_stage.people.doing import Stand, chosen_pose, looking, seated_ways
from diorama_stage.people.who import settle


def told(step, *subjects: dict, relations: tuple = (), framing: str = "full") -> dict[str, dict]:
    """The subjects after one step, by id."""
    place = {"environment": {"setting": "meadow"}, "lighting": {"time": "morning", "hour": 9.0}, "camera": {"framing": framing}}
    scene = load({"version": 2, "subjects": list(subjects), "relations": list(relations), **place})
    return {s["id"]: s for s in step(as_things(scene.model_dump(mode="json")))["subjects"]}


def person(id: str, deed: str = "", *objects: str, **more) -> dict:
    return {"id": id, "kind": "person", "noun": "man", "actions": [{"deed": deed, "objects": list(objects)}] if deed else [], **more}


def thing(id: str, kind: str) -> dict:
    return {"id": id, "kind": "object", "noun": kind, "thing": kind}


def tie(subject: str, kind: str, other: str) -> dict:
    return {"subject": subject, "kind": kind, "objects": [other]}


def test_who_pushes_somebody_on_a_swing_is_behind_them() -> None:
    found = told(together.swung, person("a", "pushing", "b"), person("b"), thing("c", "swing"), relations=(tie("b", "on", "c"),))
    assert found["a"]["swings"] == "c" and found["b"]["gestures"] == ("on_chains",)
    found = told(together.swung, person("a", "pushing", "b"), person("b"), thing("c", "bench"), relations=(tie("b", "on", "c"),))
    assert "swings" not in found["a"] and not found["b"]["gestures"]


@pytest.mark.parametrize(("kind", "flies"), [("kite", True), ("balloon", False)])
def test_a_kite_is_held_by_its_line(kind: str, flies: bool) -> None:
    found = told(together.flown, person("a"), thing("b", kind), relations=(tie("b", "above", "a"),))
    assert ("flies" in found["a"]) is flies


@pytest.mark.parametrize(
    ("others", "relations", "framing", "turned_to_each_other"),
    [
        ((person("b"),), (tie("a", "with", "b"),), "full", True),
        ((person("b"),), (tie("a", "with", "b"),), "close_up", False),
        ((person("b"),), (tie("a", "behind", "b"),), "full", False),
        ((person("b", gaze="lens"),), (), "full", False),
        ((person("b"), person("c")), (), "full", False),
    ],
)
def test_two_of_whom_no_more_is_told_are_turned_to_each_other(others: tuple, relations: tuple, framing: str, turned_to_each_other: bool) -> None:
    found = told(together.in_company, person("a"), *others, relations=relations, framing=framing)
    assert [found[id].get("company") for id in "ab"] == ([(0,), (1,)] if turned_to_each_other else [None, None])


def gaze(person: dict, seeds: range) -> list[float]:
    """How far the head is bent forward, degrees."""
    who = [settle(person, seed) for seed in seeds]
    return [looking(w, chosen_pose(w, Stand()), 0.0, Stand())[0].head[0] for w in who]


def test_who_is_busy_looks_at_the_work_and_who_poses_at_the_lens() -> None:
    busy = {"age": 30, "actions": [{"deed": "feeding", "objects": []}]}
    assert min(gaze(busy, range(8))) > max(gaze({"age": 30}, range(8)))
    assert {settle(busy, seed).expression for seed in range(30)}.isdisjoint({"smile"})
    assert "smile" in {settle({"age": 30}, seed).expression for seed in range(30)}


def test_people_sit_in_many_ways_and_in_a_skirt_with_the_knees_together() -> None:
    ways = {seated_ways(settle({"age": 30, "posture": "sitting", "sex": "male"}, seed)) for seed in range(40)}
    assert len(ways) == 5
    skirted = {"age": 30, "sex": "female", "posture": "sitting", "wears": [{"garment": "skirt"}]}
    assert {seated_ways(settle(skirted, seed)) for seed in range(40)} == {"upright", "ankles_crossed", "legs_crossed"}
    assert "legs_crossed" not in {seated_ways(settle({"age": 7, "posture": "sitting"}, seed)) for seed in range(40)}

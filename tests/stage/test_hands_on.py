"""Who has their hands on a thing or on somebody: what is settled of them in the scene, how they stand for it, and where. Nothing is built."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from diorama.scene import load
from diorama_stage.arrange import Placement
from diorama_stage.people import as_things, handling, hands_on, pose


def told(*subjects: dict, relations: tuple = (), setting: str = "garden") -> dict[str, dict]:
    """The scene of these subjects after `hands_on.staged`, by id."""
    place = {"environment": {"setting": setting}, "lighting": {"time": "morning", "hour": 9.0}, "camera": {"framing": "full"}}
    scene = load({"version": 2, "subjects": list(subjects), "relations": list(relations), **place})
    staged = hands_on.staged(as_things(scene.model_dump(mode="json")))
    return {s["id"]: s for s in staged["subjects"]}


def person(id: str, deed: str = "", *objects: str, **more) -> dict:
    actions = [{"deed": deed, "objects": list(objects)}] if deed else []
    return {"id": id, "kind": "person", "noun": "man", "actions": actions, **more}


def thing(id: str, kind: str) -> dict:
    return {"id": id, "kind": "object", "noun": kind, "thing": kind}


@pytest.mark.parametrize(
    ("doer", "others", "relations", "how"),
    [
        (person("a", "working", "b"), (thing("b", "bicycle"),), (), ("b", "works_on")),
        (person("a", "working", "b"), (thing("b", "bicycle"),), ({"subject": "a", "kind": "holding", "objects": ["b"]},), None),
        (person("a", "working", "b", posture="lying"), (thing("b", "bicycle"),), (), None),
        (person("a", "painting", "b"), (thing("b", "fence"),), (), ("b", "works_before")),
        (person("a", "painting", "b"), (thing("b", "easel"),), (), None),
        (person("a", "brushing_hair", "b"), (person("b"),), (), ("b", "hair")),
        (person("a", "brushing_hair"), (person("b"),), (), None),
        (person("a", "tending", "b"), (person("b"),), (), ("b", "arm")),
        (person("a", "feeding", "b"), (person("b", age=6.0),), (), ("b", "face")),
        (person("a", "feeding", "b"), (person("b", age=1.0),), (), None),
        (person("a", "playing", "b"), (thing("b", "piano"),), (), ("b", "keys")),
        (person("a", "playing", "b"), (thing("b", "guitar"),), (), None),
        (person("a", "photographing", "b"), (thing("b", "flower"),), (), ("b", "aims")),
        (person("a", "pulling", "b"), (thing("b", "sled"),), (), ("b", "pulls")),
        (person("a", "pulling", "b"), (thing("b", "rope"),), (), None),
        (person("a", age=5.0), (person("b"),), ({"subject": "a", "kind": "on", "objects": ["b"]},), ("b", "shouldered")),
        (person("a", age=30.0), (person("b"),), ({"subject": "a", "kind": "on", "objects": ["b"]},), None),
    ],
)
def test_who_has_their_hands_on_what(doer: dict, others: tuple, relations: tuple, how: tuple | None) -> None:
    assert told(doer, *others, relations=relations)["a"].get("on_hands") == how


def test_what_is_given_is_held_out_and_taken() -> None:
    found = told(person("a", "giving", "c", "b"), person("b", age=6.0), thing("c", "flower"))
    assert found["b"]["on_hands"] == ("a", "takes") and found["a"]["gestures"] == ("offering_down",)
    assert "on_hands" not in told(person("a", "holding", "c"), person("b"), thing("c", "flower"))["b"]


def test_small_things_are_worked_at_on_a_table_indoors_and_on_the_ground_outside() -> None:
    assert told(person("a", "working", "b"), thing("b", "vase"), setting="workshop")["a"]["fingers"] == "b"
    assert told(person("a", "working", "b"), thing("b", "vase"))["a"]["on_hands"] == ("b", "works_on")


def test_low_things_are_knelt_to() -> None:
    who = SimpleNamespace(height=1.7, posture="standing")
    grips = lambda z: {"ahead": (-1.0, 0.0), "touch left": (0.5, -0.1, z), "touch right": (0.5, 0.1, z)}  # noqa: E731
    low, high = (handling.handling(who, grips(z), tool=False) for z in (0.4, 1.1))
    assert (low.name, high.name) == ("kneeling", "standing") and low.left.at[2] == pytest.approx(0.4)


def test_hands_meet_what_they_are_on() -> None:
    """A thing is turned so that its end is before who works at it; somebody else is not."""
    marks = {
        "left_thigh": (0.1, 0.0, 0.9), "right_thigh": (-0.1, 0.0, 0.9), "hip": (0.0, 0.0, 0.9),
        "touch_left": (0.13, -0.5, 0.6), "touch_right": (-0.13, -0.5, 0.6),
    }  # fmt: skip
    doer = SimpleNamespace(id="a", measures=SimpleNamespace(marks={k: np.array(v) for k, v in marks.items()}))
    points = np.array([(x, y, z) for x in (-0.4, 0.4) for y in (-0.3, 0.0, 0.3) for z in (0.0, 0.45, 0.6, 1.2)])
    box = SimpleNamespace(marks={}, points=lambda: points, form=points, high=points.max(axis=0), low=points.min(axis=0))
    out = handling.beside(doer, SimpleNamespace(id="b", measures=box), "works_on", Placement("b", 0.0, 0.0, 0.0))
    a = np.radians(out["b"].yaw)
    near = np.array([0.4 * np.cos(a), 0.4 * np.sin(a)])  # the middle of the end
    assert near == pytest.approx([out["a"].x, out["a"].y - 0.5], abs=0.2) and out["b"].yaw != 0.0


def test_a_pose_mirrored_twice_is_itself() -> None:
    for name in ("standing", "walking", "dancing"):
        own = pose.named(name)
        assert pose.mirrored(own) != own and pose.mirrored(pose.mirrored(own)) == own

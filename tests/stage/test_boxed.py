"""Subjects in boxes of the frame: where they are moved, measured through the lens. Pure: outlines of boxes stand for what is built."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from diorama.scene import Camera, Object
from diorama_stage.arrange import Item, Placement
from diorama_stage.boxed import beyond, boxed
from diorama_stage.lens import corners, frame

THIRD, CORNER = (0.0, 0.0, 0.3333, 1.0), (0.5, 0.5, 1.0, 1.0)


def actor(id, half, height, at):
    item = Item(f"{id}.0", id, "mug", half, half, height)
    points = corners(np.array([-half, -half, 0]) + at, np.array([half, half, height]) + at)
    return SimpleNamespace(id=f"{id}.0", subject=id, item=item, outline=lambda above=-np.inf: points, measures=SimpleNamespace(marks={}))


def scene(boxes, **camera):
    subjects = [Object(id=id, noun="mug", thing="mug", within=box).model_dump() for id, box in boxes.items()]
    return {"subjects": subjects, "relations": [], "camera": Camera(**camera).model_dump(), "layout": None}


def settled(boxes, sizes, places=None, hosts=None, asked=(), low=-np.inf, above=0.0, **camera):
    """What is seen of each thing, (left, top, right, bottom) shares of the frame, and the moves. `above`: metres from which on the first shot holds them."""
    of = scene(boxes, **camera)
    places = places or {id: (0.3 * k, 0.0, 0.0) for k, id in enumerate(boxes)}
    actors = [actor(id, *sizes[id], np.array(places[id])) for id in boxes]
    placements = [Placement(a.id, *places[a.subject], host=(hosts or {}).get(a.subject)) for a in actors]
    spans = [(np.min(a.outline(), axis=0) + (0, 0, above), np.max(a.outline(), axis=0)) for a in actors]
    shot = frame(of["camera"], spans, 1.5)
    found = boxed(of, actors, placements, list(asked), shot, set(), low)
    if found is None:
        return None
    after, shot = found
    seen = {}
    for a, before, p in zip(actors, placements, after, strict=True):
        points = shot.project(a.outline() + np.subtract((p.x, p.y, p.z), (before.x, before.y, before.z)))[:, :2]
        low, high = points.min(axis=0), points.max(axis=0)
        seen[a.subject] = ((low[0] + 1) / 2, (1 - high[1]) / 2, (high[0] + 1) / 2, (1 - low[1]) / 2)
    return seen, {p.item: p for p in after}


@pytest.mark.parametrize("angle", ["eye_level", "slightly_high", "high", "overhead"])
@pytest.mark.parametrize("focal", [24, 50, 135])
def test_two_things_come_into_their_boxes(angle, focal):
    boxes = {"a": THIRD, "b": CORNER if angle != "eye_level" else (0.5, 0.2, 1.0, 1.0)}
    seen, _ = settled(boxes, {"a": (0.04, 0.1), "b": (0.1, 0.08)}, angle=angle, focal_length=focal)
    assert max(beyond(box, seen[id]) for id, box in boxes.items()) < 0.01, seen
    assert seen["b"][2] - seen["b"][0] > 0.1, "no farther away than it must be"


def test_people_at_eye_level_are_seen_down_to_their_feet():
    boxes = {"a": THIRD, "b": (0.6667, 0.0, 1.0, 1.0)}
    seen, _ = settled(boxes, {"a": (0.25, 1.7), "b": (0.28, 1.8)}, low=0.3, above=0.9, angle="eye_level", framing="medium")
    assert max(beyond(box, seen[id]) for id, box in boxes.items()) < 0.01, seen


def test_without_a_box_nothing_moves():
    assert settled({"a": None, "b": None}, {"a": (0.04, 0.1), "b": (0.1, 0.08)}) is None


def test_what_has_no_box_stands_where_it_hides_nothing():
    seen, _ = settled({"a": THIRD, "b": None}, {"a": (0.04, 0.1), "b": (0.05, 0.1)})
    (left, _, right, _), other = seen["a"], seen["b"]
    assert right < other[0] or other[2] < left, seen
    assert min(other) > -0.01 and max(other) < 1.01


def test_on_a_table_things_move_on_it_and_it_comes_along():
    boxes = {"t": None, "a": THIRD, "b": CORNER}
    sizes = {"t": (0.6, 0.7), "a": (0.04, 0.1), "b": (0.09, 0.08)}
    seen, placed = settled(boxes, sizes, {"t": (0, 0, 0), "a": (-0.1, 0, 0.7), "b": (0.1, 0, 0.7)}, {"a": "t.0", "b": "t.0"}, angle="high")
    assert max(beyond(boxes[id], seen[id]) for id in "ab") < 0.01, seen
    for id in "ab":
        assert abs(placed[f"{id}.0"].x - placed["t.0"].x) < 0.6 and abs(placed[f"{id}.0"].y - placed["t.0"].y) < 0.6 and placed[f"{id}.0"].z == 0.7


def test_what_is_told_to_stand_by_a_thing_comes_along():
    from diorama_stage.arrange import Constraint

    before = {"a": (0.0, 0, 0), "b": (0.15, 0, 0)}
    _, placed = settled({"a": (0.6667, 0, 1, 1), "b": None}, {"a": (0.04, 0.1), "b": (0.04, 0.1)}, before, asked=[Constraint("b.0", "right_of", ("a.0",))])
    assert placed["b.0"].x - placed["a.0"].x == pytest.approx(0.15, abs=1e-4)


def test_a_view_that_was_kept_stays_and_only_what_is_told_moves():
    of = scene({"a": THIRD, "b": None})
    shot = frame(of["camera"], [(np.array([-0.2, -0.1, 0]), np.array([0.2, 0.1, 0.1]))], 1.5)
    of["layout"] = {"viewpoint": {"eye": list(shot.eye)}}
    actors = [actor("a", 0.03, 0.08, np.zeros(3)), actor("b", 0.03, 0.08, np.array([0.15, 0, 0]))]
    placements = [Placement("a.0", 0, 0, 0), Placement("b.0", 0.15, 0, 0)]
    after, same = boxed(of, actors, placements, [], shot, {"b.0"})
    assert same == shot and after[1] == placements[1] and after[0].x < -0.05
    assert boxed(of, actors, placements, [], shot, {"a.0", "b.0"}) is None


def test_a_box_above_the_horizon_cannot_be_had_and_is_measured_so():
    seen, _ = settled({"a": (0.0, 0.0, 0.3, 0.15), "b": None}, {"a": (0.05, 0.1), "b": (0.05, 0.1)}, low=0.03, angle="low")
    assert beyond((0.0, 0.0, 0.3, 0.15), seen["a"]) > 0.02


def test_in_a_view_that_was_kept_it_keeps_clear_of_what_stays_in_its_box():
    of = scene({"a": THIRD, "b": None}, angle="high")
    shot = frame(of["camera"], [(np.array([-0.3, -0.2, 0]), np.array([0.3, 0.2, 0.1]))], 1.5)
    of["layout"] = {"viewpoint": {"eye": list(shot.eye)}}
    alone = [actor("a", 0.03, 0.08, np.zeros(3))]
    (free,), _ = boxed(of, alone, [Placement("a.0", 0, 0, 0)], [], shot, set())
    stays = np.array([free.x, free.y - 0.02, 0.0])  # right where it would go
    actors = [*alone, actor("b", 0.03, 0.06, stays)]
    after, _ = boxed(of, actors, [Placement("a.0", 0, 0, 0), Placement("b.0", *stays)], [], shot, {"b.0"})
    assert max(abs(after[0].x - stays[0]), abs(after[0].y - stays[1])) > 0.06 - 1e-3, "beside it, not in it"
    seen = [shot.project(a.outline() + move)[:, :2] for a, move in zip(actors, ((after[0].x, after[0].y, 0), (0, 0, 0)), strict=True)]
    low, high = seen[0].min(axis=0), seen[0].max(axis=0)
    assert beyond(THIRD, ((low[0] + 1) / 2, (1 - high[1]) / 2, (high[0] + 1) / 2, (1 - low[1]) / 2)) < 0.02
    both = np.minimum(high, seen[1].max(axis=0)) - np.maximum(low, seen[1].min(axis=0))
    assert not (both > 0.02).all(), "and hides nothing of it"


def test_in_a_view_that_was_kept_it_stays_on_the_ground_that_was_built():
    of = scene({"a": (0.0, 0.0, 1.0, 0.5)}, angle="slightly_high")
    shot = frame(of["camera"], [(np.array([-0.3, -0.2, 0]), np.array([0.3, 0.2, 0.1]))], 1.5)
    of["layout"] = {"viewpoint": {"eye": list(shot.eye)}}
    actors, placements = [actor("a", 0.1, 0.08, np.zeros(3))], [Placement("a.0", 0, 0, 0)]
    (far,), _ = boxed(of, actors, placements, [], shot, set())
    (held,), _ = boxed(of, actors, placements, [], shot, set(), ground=(-0.5, -0.3, 0.5, 0.35))
    assert far.y + 0.1 > 0.35 + 0.05 and held.y + 0.1 == pytest.approx(0.35, abs=1e-4), (far.y, held.y)

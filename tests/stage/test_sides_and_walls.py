"""Between two things is a side for each; furniture that stands with its back to a wall has one behind it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.language import read
from diorama.recipe import Request, resolve
from diorama_stage.arranging import BY_WINDOW, GAP, _walled
from diorama_stage.sets import plan

pytestmark = pytest.mark.stage


def environment(setting: str) -> dict:
    return read("a red mug").scene.environment.model_copy(update={"setting": setting, "ground_shape": None}).model_dump(mode="json")


def room(kinds: dict[str, tuple[float, float]], setting: str = "bedroom", *, windowed: bool = False):
    """The plan of a room, its wall drawn up to things by kind: from y to y, metres."""
    actors = [SimpleNamespace(id=kind, item=SimpleNamespace(kind=kind)) for kind in kinds]
    boxes = {kind: (np.array((-0.5, front, 0.0)), np.array((0.5, back, 1.0))) for kind, (front, back) in kinds.items()}
    usual = plan(environment(setting), 1.2)
    return usual, _walled(usual, actors, boxes, windowed=windowed)


def test_a_bed_has_a_wall_behind_its_head():
    usual, drawn = room({"bed": (-1.0, 1.1), "chair": (-0.6, 0.2)})
    assert drawn.wall_y == pytest.approx(1.1 + GAP)
    assert drawn.back_y <= drawn.wall_y < usual.wall_y


@pytest.mark.parametrize("kinds", [{"chair": (-0.5, 0.5)}, {"bed": (-1.0, 1.1), "chair": (1.3, 1.9)}])
def test_the_wall_stays_where_nothing_needs_it_or_something_stands_behind(kinds):
    usual, drawn = room(kinds)
    assert drawn == usual


def test_a_window_that_the_words_tell_of_is_near():
    usual, drawn = room({"armchair": (-0.5, 0.5)}, "living_room", windowed=True)
    assert drawn.wall_y == pytest.approx(0.5 + BY_WINDOW) and drawn.wall_y < usual.wall_y
    assert room({"armchair": (-0.5, 0.5)}, "meadow", windowed=True)[1].wall_y is None


def test_a_sofa_is_near_the_wall_of_its_room_and_a_chair_need_not_be():
    usual, drawn = room({"couch": (-0.5, 0.5)}, "living_room")
    assert 0.5 < drawn.wall_y < 1.2 < usual.wall_y
    assert room({"stool": (-0.5, 0.5)}, "living_room")[1] == usual


def test_in_a_bathroom_the_tub_is_near_the_wall_and_a_dog_need_not_be():
    usual, drawn = room({"bathtub": (-0.5, 0.5)}, "bathroom")
    assert 0.5 < drawn.wall_y < 1.5 < usual.wall_y
    assert room({"figure_dog": (-0.5, 0.5)}, "bathroom")[1] == usual


def test_out_of_doors_there_is_no_wall_to_draw_up():
    usual, drawn = room({"bed": (-1.0, 1.1)}, "meadow")
    assert drawn == usual


def test_what_is_between_two_things_has_one_on_either_side():
    request = Request(prompt="a glass vase between two brass candlesticks on an oak table", width=192, height=128, seed=3, quality="draft")
    recipe = resolve(request, read(request.prompt).scene, engine_version="1", options={"samples": 1, "threshold": 1.0, "preview": False})
    engine = StageEngine()
    try:
        outcome = engine.make(Job(recipe))
    finally:
        engine.close()
    places = outcome.scene.layout.places
    vase = places["s1.0"].x
    left, right = sorted((places["s2.0"].x, places["s2.1"].x))
    assert left < vase < right and min(vase - left, right - vase) > 0.06

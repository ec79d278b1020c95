"""Boxes told beside the words: of all subjects, and of each its own; what is no box, and what is not there, is said. The judge measures them."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.contracts import Outcome
from diorama.errors import RequestError
from diorama.recipe import Request, resolve
from diorama.scene import Object, Place, Layout
from diorama.scene.carry import carried
from diorama.studio import Settings, Studio, words
from diorama.studio.framing import boxed
from diorama.studio.judging import judged


@pytest.fixture
def two(scene):
    subjects = (Object(id="s1", noun="tea cup", thing="cup"), Object(id="s2", noun="bowl", thing="bowl"))
    return scene.model_copy(update={"subjects": subjects, "relations": (), "layout": None})


def test_a_box_is_of_the_thing_that_is_named_by_noun_or_kind_or_id(two):
    made = boxed(two, {"Tea  cup": (0, 0, 0.3, 1), "s2": (0.5, 0.5, 1, 1)})
    assert [one.within for one in made.subjects] == [(0, 0, 0.3, 1), (0.5, 0.5, 1, 1)]
    assert boxed(two, {"cup": (0, 0, 0.3, 1)}).subjects[0].within == (0, 0, 0.3, 1) and boxed(two, {}) is two


@pytest.mark.parametrize(
    ("boxes", "says"), [({"plate": (0, 0, 1, 1)}, "called .plate"), ({"bowl": (0.5, 0, 0.55, 1)}, "no box"), ({"bowl": (0.9, 0, 0.1, 1)}, "no box")],
)
def test_what_cannot_be_is_said(two, boxes, says):
    with pytest.raises(RequestError, match=says):
        boxed(two, boxes)


def test_words_and_numbers_are_boxes(tmp_path):
    assert words.box("the left third") == (0, 0, 0.3333, 1) and words.box("0.5,0,1,1") == (0.5, 0, 1, 1)
    with pytest.raises(RequestError, match="no part of the frame"):
        words.box("over there")
    with Studio(Settings(home=tmp_path, engine="null")) as studio:
        request = Request(prompt="a mug and a vase in the right third", seed=1, engine="null", boxes={"mug": (0, 0, 0.4, 1)})
        (recipe,) = studio.recipes(request, studio.read(request))
    assert next(one.within for one in recipe.scene.subjects if one.noun == "mug") == (0, 0, 0.4, 1)


def test_the_judge_measures_each_in_its_own(two):
    told = boxed(two, {"cup": (0, 0, 0.5, 1), "bowl": (0.5, 0, 1, 1)})
    ids = np.zeros((64, 96), np.int32)
    ids[20:50, 5:40], ids[20:50, 30:80] = 1, 2
    rows = [{"id": f"s{k}", "instance": f"s{k}.0", "index": k, "low": [k, 0, 0], "high": [k + 0.5, 1, 1]} for k in (1, 2)]
    recipe = resolve(Request(prompt="", scene=told, width=96, height=64, seed=1, engine="null"), told, engine_version="1")
    outcome = Outcome.of(np.full((64, 96, 3), 128, np.uint8), passes={"ids": ids}, report={"subjects": rows, "visible": {}})
    verdicts = {one.claim.subject: one for one in judged(outcome.picture, recipe, outcome).verdicts if one.claim.kind == "within"}
    assert verdicts["s1"].holds is True and verdicts["s2"].holds is False and "19%" in verdicts["s2"].seen


def test_another_box_moves_its_thing_and_nothing_else(two):
    before = two.model_copy(update={"layout": Layout(places={"s1.0": Place(x=0, y=0), "s2.0": Place(x=1, y=0)})})
    kept = carried(before, boxed(before, {"cup": (0, 0, 0.3, 1)}))
    assert set(kept.places) == {"s2.0"}


def test_in_a_wider_frame_a_box_is_where_it_was(two):
    from diorama.scene.layout import Viewpoint
    from diorama.studio.extend import wider

    view = Viewpoint(eye=(0, -1, 0.5), target=(0, 0, 0))
    scene = boxed(two, {"cup": (0, 0, 0.5, 1), "bowl": (0.5, 0.5, 0.7, 0.7)}).model_copy(update={"layout": Layout(viewpoint=view)})
    recipe = resolve(Request(prompt="", scene=scene, width=96, height=64, seed=1, engine="null"), scene, engine_version="1")
    cup, bowl = wider(recipe, 32, 64, 0, 64).scene.subjects
    assert cup.within == pytest.approx((32 / 192, 0, 80 / 192, 0.5), abs=1e-4) and bowl.within == pytest.approx((80 / 192, 0.25, 99.2 / 192, 0.35), abs=1e-4)
    assert wider(recipe, 96, 96, 32, 32).scene.subjects[1].within is None, "too narrow there for a box"

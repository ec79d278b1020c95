"""What the stage settled is in the recipe: the same recipe gives the same pixels, and an edit leaves alone what it is not about. Renders small."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.language import read
from diorama.recipe import Request, resolve
from diorama.scene import carried, load

pytestmark = pytest.mark.stage


@pytest.fixture(scope="module")
def engine():
    made = StageEngine()
    yield made
    made.close()


@pytest.fixture(scope="module")
def first(engine):
    request = Request(prompt="a red mug and two lemons on an oak table", width=192, height=128, seed=5, quality="draft")
    recipe = resolve(request, read(request.prompt).scene, engine_version="1", options={"samples": 8, "threshold": 0.1, "preview": False})
    return recipe, engine.make(Job(recipe, passes=True))


def test_the_settled_recipe_gives_the_same_pixels(engine, first):
    recipe, outcome = first
    again = engine.make(Job(recipe.with_scene(outcome.scene)))
    assert again.scene == outcome.scene
    assert np.array_equal(again.picture, outcome.picture)


def test_a_thing_that_is_added_moves_nothing_else(engine, first):
    recipe, outcome = first
    data = outcome.scene.model_dump(mode="json")
    data["subjects"].append({"id": "added", "noun": "apple", "thing": "apple"})
    after = load({**data, "layout": None})
    after = after.model_copy(update={"layout": carried(outcome.scene, after)})
    more = engine.make(Job(recipe.with_scene(after), passes=True))
    old = {name: p for name, p in more.scene.layout.places.items() if name != "added.0"}
    assert old == outcome.scene.layout.places
    assert more.scene.layout.viewpoint == outcome.scene.layout.viewpoint
    index = next(s["index"] for s in more.report["subjects"] if s["id"] == "added")
    new = more.passes["ids"] == index
    assert new.any()
    assert np.array_equal(more.passes["ids"][~new], outcome.passes["ids"][~new])
    assert np.allclose(more.passes["depth"][~new], outcome.passes["depth"][~new])

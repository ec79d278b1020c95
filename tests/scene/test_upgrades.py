"""Scenes of version 1, and the recipes inside pictures made with them, still open. The files were made by the Diorama before version 2."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from diorama.errors import SceneError
from diorama.image.codecs import read_metadata
from diorama.recipe import load as load_recipe
from diorama.scene import Object, load, schema

FOLDER = Path(__file__).parent.parent / "data" / "scene_1"


@pytest.mark.parametrize("name", ["desk.json", "pagoda.json"])
def test_an_old_scene_opens_as_one_of_today(name):
    text = (FOLDER / name).read_text()
    assert json.loads(text)["version"] == 1
    scene = load(text)
    jsonschema.Draft202012Validator(schema()).validate(json.loads(scene.to_json()))
    assert load(scene.to_json()) == scene and scene.version == 2


def test_texts_among_the_attributes_become_fields():
    _, mug, *_ = load((FOLDER / "desk.json").read_text()).subjects
    assert isinstance(mug, Object) and mug.kind == "object"
    assert (mug.contents, mug.styles) == ("coffee", ("vintage",))
    bouquet = {"id": "s1", "noun": "bouquet", "thing": "bouquet", "attributes": ["of:tulip", "fresh", "of:rose"]}
    (flowers,) = load({"version": 1, "subjects": [bouquet], "environment": {"setting": "studio"}, "lighting": {"time": "noon", "hour": 12}}).subjects
    assert (flowers.depicts, flowers.styles, flowers.contents) == (("tulip", "rose"), ("fresh",), None)


@pytest.mark.parametrize(("name", "contents"), [("mug.jpg", "cappuccino"), ("sailor.png", None)])
def test_the_recipe_inside_an_old_picture_opens_and_keeps_what_was_settled(name, contents):
    recipe = load_recipe(read_metadata(FOLDER / name)["recipe"])
    assert recipe.scene.version == 2 and recipe.scene.subjects[0].contents == contents
    assert recipe.scene.layout.places and recipe.scene.layout.viewpoint
    assert load_recipe(recipe.to_json()) == recipe


def test_a_scene_from_the_future_is_refused():
    with pytest.raises(SceneError, match="unknown version 3"):
        load({"version": 3})

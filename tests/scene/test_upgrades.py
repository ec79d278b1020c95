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
    assert recipe.scene.subjects[0].kind == ("person" if name == "sailor.png" else "object")
    assert load_recipe(recipe.to_json()) == recipe


def of_version_1(**subject):
    around = {"environment": {"setting": "studio"}, "lighting": {"time": "noon", "hour": 12}}
    return load({"version": 1, "subjects": [{"id": "s1", "thing": "doll_person", **subject}], **around}).subjects[0]


def test_a_figure_whose_words_tell_who_it_was_becomes_a_person():
    red = {"surface": {"colours": [{"name": "red", "hex": "#b3261e"}]}}
    parts = [{"name": "hair", **red}, {"name": "shirt", **red}]
    woman = of_version_1(noun="old woman", attributes=["smiling", "curly"], states=["sitting"], parts=parts, count=2)
    assert (woman.kind, woman.count, woman.age, woman.sex, woman.expression, woman.posture, woman.role) == ("person", 2, 72, "female", "smile", "sitting", None)
    assert woman.hair.texture == "curly" and woman.hair.colour.hex == "#86431a", "hair's red, not paint's"
    assert [(g.garment, g.surface.colours[0].name) for g in woman.wears] == [("shirt", "red")]
    chef = of_version_1(noun="35-year-old chef", attributes=["bearded", "freckled"])
    assert (chef.age, chef.role, chef.facial_hair.beard, chef.skin.details) == (35, "chef", "full", ("freckles",))
    assert of_version_1(noun="man in his late 40s").age == 48 and of_version_1(noun="soldier").age is None
    assert of_version_1(noun="bronze statue").thing == "statue"


def test_a_scene_from_the_future_is_refused():
    with pytest.raises(SceneError, match="unknown version 3"):
        load({"version": 3})

"""Pictures to go by are part of the recipe: named by their digests, weighed, and never mixed up. Older recipes still open."""

from __future__ import annotations

from pathlib import Path

import pytest

from diorama.errors import RequestError
from diorama.history import History
from diorama.image import read_metadata
from diorama.recipe import VERSION, Input, digest_of, load, parse, resolve
from diorama.recipe.recipe import canonical

OLD = Path(__file__).with_name("old")
ONE, TWO = "1" * 64, "2" * 64


def made(scene, *inputs: dict):
    return resolve(parse({"prompt": "a mug", "seed": 1, "width": 96, "height": 64, "inputs": inputs}), scene, engine_version="1")


def test_another_picture_or_another_weight_is_another_recipe(scene):
    variants = [
        made(scene), made(scene, {"kind": "reference", "sha256": ONE}), made(scene, {"kind": "reference", "sha256": TWO}), made(scene, {"kind": "style", "sha256": ONE}),
        made(scene, {"kind": "reference", "sha256": ONE, "strength": 0.5}), made(scene, {"kind": "reference", "sha256": ONE, "end": 0.5}),
        made(scene, {"kind": "reference", "sha256": ONE, "region": (0, 0, 0.5, 1)}),
        made(scene, {"kind": "reference", "sha256": ONE}, {"kind": "reference", "sha256": TWO}), made(scene, {"kind": "reference", "sha256": TWO}, {"kind": "reference", "sha256": ONE}),
    ]  # fmt: skip
    assert len({recipe.digest for recipe in variants}) == len(variants)
    assert all(load(recipe.to_json()) == recipe for recipe in variants)


@pytest.mark.parametrize(
    ("inputs", "where"),
    [
        ([{"kind": "reference", "sha256": "abc"}], "inputs.0.sha256"), ([{"kind": "photo", "sha256": ONE}], "inputs.0.kind"),
        ([{"kind": "pose", "sha256": ONE, "strength": 3}], "inputs.0.strength"), ([{"kind": "pose", "sha256": ONE, "start": 0.5, "end": 0.5}], "inputs.0"),
        ([{"kind": "style", "sha256": ONE, "region": (0.5, 0, 0.5, 1)}], "inputs.0"), ([{"kind": "style", "sha256": ONE, "region": (0, 0, 1, 1.5)}], "inputs.0"),
        ([{"kind": "mask", "sha256": ONE}], "inputs"), ([{"kind": "source", "sha256": ONE}, {"kind": "source", "sha256": TWO}], "inputs"),
        ([{"kind": "reference", "sha256": ONE}] * 33, "inputs"),
    ],
)  # fmt: skip
def test_what_no_engine_could_heed_is_refused_with_its_place(inputs, where):
    with pytest.raises(RequestError) as wrong:
        parse({"prompt": "a mug", "inputs": inputs})
    assert wrong.value.where == where


@pytest.mark.parametrize("name", ["version-1.png", "version-1-stage.png"])
def test_pictures_of_the_first_version_still_open(name):
    found = read_metadata(OLD / name)["recipe"]
    assert found["version"] == 1
    recipe = load(found)
    assert recipe.version == VERSION and recipe.inputs == () and recipe.seed == 7 and recipe.prompt.startswith("A red mug on an oak table")
    assert [subject.thing for subject in recipe.scene.subjects][:1] == ["mug"]
    assert load(recipe.to_json()) == recipe


def test_a_history_knows_an_old_picture_by_the_digest_it_was_kept_under(tmp_path):
    found = read_metadata(OLD / "version-1.png")["recipe"]
    with History(tmp_path) as history:
        entry = history.append(OLD / "version-1.png", load(found))
        with history.connections.writing() as connection:  # as the first version wrote it
            connection.execute("UPDATE entries SET recipe = ?, recipe_digest = ?", (canonical(found), digest_of(found)))
        assert [one.id for one in history.made_by(digest_of(found))] == [entry.id]
        assert history.get(entry.id).recipe == load(found)


def test_an_input_says_where_and_how_much_it_holds():
    told = {"kind": "depth", "sha256": ONE, "strength": 1.0, "start": 0.0, "end": 1.0, "region": None, "subject": None}
    assert Input(kind="depth", sha256=ONE).model_dump() == told

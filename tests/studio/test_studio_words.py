"""One door for words: readings, edits and variations as the engine can show them, whichever way they come in."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from diorama.errors import RequestError, UnknownEntry
from diorama.image import Metadata, encode
from diorama.recipe import parse
from diorama.scene import Edit
from diorama.server.auth import Owner
from diorama.server.state import AppState
from diorama.server.params import Edit as EditForm
from diorama.server.refinements import Refine, refine
from diorama.server.uploads import open_uploads, orders_of_edit
from diorama.studio import Settings, Studio, refined, source, undo
from diorama.studio.words import count, kinds, layers, put, read

ME = Owner(name="local")


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="stage")) as opened:
        yield opened


def recipe_of(studio, prompt, **more):
    request = parse({"prompt": prompt, "width": 96, "height": 64, "seed": 5, "engine": "stage", **more})
    return studio.recipes(request, studio.read(request))[0]


def parts(scene) -> list[str]:
    return [part.name for part in scene.subjects[0].parts]


def test_a_lid_that_is_a_cap_is_one_by_every_door(studio):
    """A perfume bottle has a cap: a gold lid that only one door knows of would be drawn by none."""
    recipe = recipe_of(studio, "a perfume bottle on a marble table")
    house = AppState(studio.settings, studio, None, None, closed=False)
    by_studio = studio.edit(recipe.scene, "give it a gold lid").scene
    by_native = refine(Refine(scene=recipe.scene.model_dump(mode="json"), words="give it a gold lid"), house, ME).scene
    file = encode(np.zeros((64, 96, 3), np.uint8), metadata=Metadata(prompt=recipe.prompt, recipe=recipe.to_json(), seed=5, width=96, height=64))
    orders, _ = orders_of_edit(house, ME, EditForm(prompt="give it a gold lid"), open_uploads(house, [file], None))
    assert parts(by_studio) == parts(by_native) == parts(orders[0].recipe.scene) == ["cap"]


def test_an_engine_that_paints_gets_the_words_as_they_are(studio):
    prompt = "a perfume bottle with a gold lid"
    painted, built = (studio.read(parse({"prompt": prompt, "engine": engine})) for engine in ("fake", "null"))
    assert (parts(painted.scene), parts(built.scene)) == (["lid"], ["cap"])
    assert parts(studio.edit(read("a perfume bottle").scene, "give it a gold lid", engine="fake").scene) == ["lid"]


def test_words_that_ask_for_a_film_become_options_where_films_are_made(studio):
    prompt = "a slow orbit around a red mug on a table"
    made = recipe_of(studio, prompt, engine="stage")
    assert (made.options["move"], made.options["seconds"]) == ("orbit", 5.0)
    assert recipe_of(studio, prompt, options={"move": "dolly_in", "seconds": 2.0}).options | {"samples": 0, "threshold": 0} == {
        "move": "dolly_in", "seconds": 2.0, "samples": 0, "threshold": 0,
    }  # fmt: skip
    assert recipe_of(studio, prompt, options={"move": "none"}).options.keys() & {"seconds", "amount"} == set()
    null = studio.read(parse({"prompt": prompt, "engine": "null"}))
    assert null.filmed is None and [one.code for one in null.diagnostics if "film" in one.code] == ["no-film"]
    assert "move" not in recipe_of(studio, prompt, engine="null").options


@pytest.mark.parametrize(
    ("options", "where"),
    [
        ({"move": "orbit", "seconds": 60.0, "fps": 60.0}, "options.seconds"), ({"move": "orbit", "seconds": 61.0}, "options.seconds"),
        ({"move": "orbit", "seconds": float("nan")}, "options.seconds"), ({"move": "orbit", "fps": float("inf")}, "options.fps"),
        ({"move": "dolly_in", "amount": 2.0}, "options.amount"), ({"move": "daylight", "hours": 12.0}, "options.hours"), ({"move": "fly"}, "options.move"),
    ],
)  # fmt: skip
def test_a_film_that_cannot_be_is_refused_when_it_is_ordered_in_words_of_no_door(studio, options, where):
    with pytest.raises(RequestError) as told:
        recipe_of(studio, "a red mug on a table", options=options)
    assert told.value.where == where and told.value.hint and "GET" not in told.value.hint and "boolean" not in str(told.value)


def test_refine_keeps_everything_else_and_undo_leads_back_exactly(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as studio:
        first = studio.make(recipe_of(studio, "a red mug on a table", engine="null"), tmp_path / "a.png")
        change = refined(studio, source(studio, "last"), "make the mug blue")
        assert {c.path[:2] for c in change.refinement.edit.changes} == {("subjects", 0)}
        assert (change.recipe.seed, change.recipe.width, change.recipe.quality, change.recipe.options) == (5, 96, "standard", {})
        second = studio.make(change.recipe, tmp_path / "b.png", parent=change.parent, edit=change.edit)
        assert second.entry.parent == first.entry.id
        back = undo(studio, "last", tmp_path / "c.png")
        assert back.recipe.scene == first.recipe.scene and back.picture == first.entry.picture
        assert (tmp_path / "c.png").read_bytes() == first.path.read_bytes()
        with pytest.raises(RequestError, match="not made from another"):
            undo(studio, "last")


def test_a_file_is_known_again_by_its_recipe(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as studio:
        made = studio.make(recipe_of(studio, "a red mug", engine="null"), tmp_path / "a.png")
        assert source(studio, str(tmp_path / "a.png")).entry.id == made.entry.id
        with pytest.raises(UnknownEntry):
            source(studio, hashlib.sha256(b"").hexdigest())


def test_values_by_hand_are_told_in_words():
    before = read("a red mug on a table, window light from the left").scene
    made = put(before, {"camera.f_number": 8.0})
    assert made.scene.camera.f_number == 8.0 and [line.layer for line in made.diff] == ["camera"]
    assert isinstance(made.edit, Edit) and [c.path for c in made.edit.changes] == [("camera", "f_number")]


def test_variations_differ_in_their_layer_only(studio):
    before = read("a red mug on a table, window light from the left").scene
    made = studio.vary(before, "light", 3)
    assert len({one.scene.to_json() for one in made}) == 3
    assert all(one.scene.subjects == before.subjects and one.scene.camera == before.camera for one in made)
    assert "light" in layers()


def test_words_are_counted_and_listed():
    assert count("a red mug, please") == 5
    assert {"mug", "table"} <= set(kinds()["thing"]) and "oak" in kinds()["material"]

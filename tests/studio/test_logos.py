"""A mark of somebody's own on a thing: which thing bears it, by option or by words; what is not clear is asked; it stays through edits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from diorama.engines.stage.assets import with_assets
from diorama.engines.stage.pages import with_pages
from diorama.contracts import Job
from diorama.errors import EngineRefused, RequestError
from diorama.image import encode, open_picture
from diorama.recipe import Input, Request
from diorama.scene import Label
from diorama.studio import Settings, Studio, logos
from diorama.studio.inputs import keep


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home")) as made:
        yield made


@pytest.fixture
def mark() -> bytes:
    """A red bar on nothing, in a corner of its sheet."""
    picture = np.zeros((60, 100, 4), np.uint8)
    picture[10:30, 20:80] = (200, 20, 20, 255)
    return encode(picture)


def recipe_of(studio, words, *files):
    inputs = tuple(keep(studio.history.inputs, [("logo", data)])[0].model_copy(update={"subject": name}) for name, data in files)
    request = Request(prompt=words, seed=1, width=96, height=64, inputs=inputs)
    reading = studio.read(request)
    (recipe,) = studio.recipes(request, reading)
    return recipe, reading


@pytest.mark.parametrize(
    ("words", "name", "noun"),
    [
        ("a white mug with my logo on it", None, "mug"), ("a bottle with our logo on the label and a spoon", None, "bottle"),
        ("a mug and a bottle", "bottle", "bottle"), ("a mug on a table", None, "mug"),
    ],
)  # fmt: skip
def test_it_is_on_what_is_named_or_told_of(studio, mark, words, name, noun):
    recipe, reading = recipe_of(studio, words, (name, mark))
    bearing = [s.noun for s in recipe.scene.subjects if any(label.picture for label in getattr(s, "labels", ()))]
    assert bearing == [noun] and not [s for s in recipe.scene.subjects if s.noun == "logo"]
    assert not [p for p in reading.phrases if p.status == "stand-in"] and not [d for d in reading.diagnostics if d.code == "stand-in"]
    assert [one.kind for one in recipe.inputs] == ["logo"]


@pytest.mark.parametrize(
    ("words", "name", "says"),
    [("a mug and a bottle", None, "several things"), ("a mug", "plate", "nothing called 'plate'"), ("a misty valley at dawn", None, "nothing in the picture")],
)
def test_what_is_not_clear_is_asked(studio, mark, words, name, says):
    with pytest.raises(RequestError, match=says):
        recipe_of(studio, words, (name, mark))


def test_an_engine_that_places_no_logos_says_so(studio, mark):
    (one,) = keep(studio.history.inputs, [("logo", mark)])
    request = Request(prompt="a mug", seed=1, width=96, height=64, engine="null", inputs=(one,))
    with pytest.raises(EngineRefused, match="logo"):
        studio.recipes(request, studio.read(request))


def test_the_worker_gets_it_trimmed_with_the_words_beside_it(studio, mark, tmp_path):
    recipe, _ = recipe_of(studio, 'a box that says "FRESH"', (None, mark))
    job = studio.job(recipe)
    lowered = with_assets(with_pages(recipe.scene.model_dump(mode="json"), recipe.scene), job, str(tmp_path))
    (label,) = next(s for s in lowered["subjects"] if s["noun"] == "box")["labels"]
    assert label["text"] == "FRESH" and label["drawn"]["aspect"] == 3
    trimmed = open_picture(Path(label["drawn"]["file"]).read_bytes())
    assert trimmed.shape == (20, 60, 4) and (trimmed == (200, 20, 20, 255)).all()
    with pytest.raises(RequestError, match="not given"):
        with_assets(with_pages(recipe.scene.model_dump(mode="json"), recipe.scene), Job(recipe.model_copy(update={"inputs": ()})), str(tmp_path))


def test_an_edit_keeps_it_and_a_scene_without_it_does_not_bring_it(studio, mark):
    recipe, _ = recipe_of(studio, "a white mug on a table", (None, mark))
    blue = studio.edit(recipe.scene, "make the mug blue").scene
    assert [one.kind for one in logos.named(blue, recipe.inputs)] == ["logo"]
    plain = blue.model_copy(update={"subjects": tuple(s.model_copy(update={"labels": ()}) for s in blue.subjects)})
    assert logos.named(plain, recipe.inputs) == ()
    assert logos.named(blue, ()) == (Input(kind="logo", sha256=recipe.inputs[0].sha256, subject=blue.subjects[0].id),)


def test_a_label_has_a_text_or_a_picture():
    assert Label(text="A").picture is None
    for data in ({}, {"text": "A", "picture": "a" * 64}):
        with pytest.raises(ValueError, match="a text, or a picture"):
            Label.model_validate(data)


def test_on_a_patch_it_keeps_its_colours_and_proportions(tmp_path):
    from diorama_stage.materials import logo

    path = tmp_path / "mark.png"
    Image.fromarray(np.full((40, 120, 4), (15, 122, 92, 255), np.uint8)).save(path)
    for aspect, below in ((0.5, None), (1.0, None), (3.0, None), (1.0, lambda shape: Image.new("RGBA", (round(100 * shape), 100), (0, 0, 0, 255)))):
        patch = np.asarray(logo.with_logo({"file": str(path), "aspect": 3.0}, aspect, ground=(255, 255, 255, 0), measure=0.8, below=below))
        green = (patch == (15, 122, 92, 255)).all(axis=-1)
        rows, columns = np.flatnonzero(green.any(axis=1)), np.flatnonzero(green.any(axis=0))
        wide, high = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
        assert green.sum() == wide * high and abs(wide / high - 3) < 0.03, (aspect, wide, high)
        assert below is None or rows[-1] < 0.56 * patch.shape[0] and (patch[-5, 5] == (0, 0, 0, 255)).all()

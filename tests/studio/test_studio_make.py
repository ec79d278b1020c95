"""Making pictures: from words, from a scene, from another picture; with passes; nothing half-written, nothing kept of what failed."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from diorama.contracts import Job
from diorama.errors import ContentRefused, EngineRefused, OutputError, RequestError
from diorama.image import encode, open_picture, read_metadata
from diorama.recipe import parse
from diorama.studio import Settings, Studio, contact_sheet, metered, series
from diorama.studio.inputs import decode, keep

BRIEF = {"engine": "null", "width": 96, "height": 64, "seed": 5}


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as opened:
        yield opened


def recipe_of(studio, prompt="a red mug on a table", **more):
    request = parse({"prompt": prompt, **BRIEF, **more})
    return studio.recipes(request, studio.read(request))[0]


def test_the_file_the_history_and_the_recipe_agree(studio, tmp_path):
    made = studio.make(recipe_of(studio), tmp_path / "a.png")
    told = read_metadata(tmp_path / "a.png")
    assert told["recipe"] == json.loads(made.recipe.to_json()) and told["seed"] == 5
    assert made.entry.recipe == made.recipe == studio.like(tmp_path / "a.png")
    assert made.entry.path.read_bytes() == (tmp_path / "a.png").read_bytes()
    assert np.array_equal(open_picture(made.path), made.outcome.picture)


def test_the_same_recipe_makes_the_same_file(studio, tmp_path):
    one, two = (studio.make(recipe_of(studio), tmp_path / name) for name in ("a.png", "b.png"))
    assert one.path.read_bytes() == two.path.read_bytes() and one.recipe.digest == two.recipe.digest


@pytest.mark.parametrize(("more", "asked"), [({}, False), ({"listen": print}, True), ({"listen": print, "previews": False}, False)])
def test_pictures_on_the_way_are_asked_for_where_somebody_looks_at_them(studio, tmp_path, monkeypatch, more, asked):
    engine, seen = studio.engine("null"), []
    make = engine.make
    monkeypatch.setattr(engine, "make", lambda job, *rest: seen.append(job.previews) or make(job, *rest))
    studio.make(recipe_of(studio), tmp_path / "a.png", **more)
    assert seen == [asked]


def test_passes_are_left_as_files_that_name_what_is_where(studio, tmp_path):
    made = studio.make(recipe_of(studio, "a red mug and a blue cube on a table"), tmp_path / "a.png", passes=tmp_path / "passes")
    table = json.loads((tmp_path / "passes/ids.json").read_text("utf-8"))["subjects"]
    ids = np.asarray(Image.open(tmp_path / "passes/ids.png"))
    assert {row["thing"] for row in table} >= {"mug", "cube"}
    for row in table:
        mask = np.asarray(Image.open(tmp_path / f"passes/masks/{row['id']}.png")) > 0
        assert row["pixels"] == (ids == row["index"]).sum() > 0 and mask[ids == row["index"]].all()
    depth = decode("depth", (tmp_path / "passes/depth.exr").read_bytes())
    assert depth.shape == (64, 96) and depth[ids > 0].max() == 1.0 and np.isinf(depth[ids == 0]).all()
    assert set(made.files) == {path for path in (tmp_path / "passes").rglob("*") if path.is_file()}


def test_what_is_refused_leaves_nothing_behind(studio, tmp_path):
    with pytest.raises(ContentRefused):
        studio.make(recipe_of(studio, "a mug, refuse-this-prompt"), tmp_path / "a.png")
    assert not (tmp_path / "a.png").exists() and studio.history.count() == 0


@pytest.mark.parametrize(("name", "kind"), [("nowhere/a.png", OutputError), ("a.tiff", RequestError), ("", OutputError)])
def test_a_place_that_cannot_be_written_is_told_before_the_work(studio, tmp_path, name, kind, monkeypatch):
    monkeypatch.setattr(studio, "render", lambda *_, **__: pytest.fail("it began to work"))
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(kind):
        studio.make(recipe_of(studio), tmp_path / (name or "folder.png"))


def test_one_check_for_whoever_asks(studio):
    with pytest.raises(RequestError, match="there is no option 'samples'") as wrong:
        recipe_of(studio, options={"samples": 8})
    assert wrong.value.where == "options.samples" and wrong.value.hint == "there are: seconds, parts"
    with pytest.raises(RequestError) as wrong:
        recipe_of(studio, options={"seconds": 601})
    assert wrong.value.where == "options.seconds"
    with pytest.raises(EngineRefused, match="takes no pose"):
        recipe_of(studio, inputs=[{"kind": "pose", "sha256": "0" * 64}])
    with pytest.raises(RequestError, match="words, and there are none"):
        studio.check(Job(recipe_of(studio, engine="fake", width=64).model_copy(update={"prompt": ""})))
    with pytest.raises(RequestError) as wrong:
        recipe_of(studio, engine="fake", width=100, height=100)
    assert wrong.value.where == "width" and "96x96 is nearest" in wrong.value.hint


def test_sizes_that_are_left_open_are_the_engines_own(studio):
    request = parse({"prompt": "a mug", "engine": "fake", "long_side": 1000, "seed": 1})
    (recipe,) = studio.recipes(request, studio.read(request))
    assert recipe.width % 32 == recipe.height % 32 == 0 and abs(recipe.width - 1000) <= 32
    assert recipe.scene.camera.aspect[0] * recipe.height == recipe.scene.camera.aspect[1] * recipe.width


def test_a_quote_costs_nothing_and_tells_what_will(studio):
    assert studio.quote(recipe_of(studio)) is None
    before = studio.engine("fake").service.bills()
    quote = studio.quote(recipe_of(studio, engine="fake", options={"price": 0.5}))
    assert (quote.high, quote.currency) == (0.5, "XTS")
    assert studio.engine("fake").service.bills() == before


def test_a_mask_that_does_not_fit_its_source_is_told(studio):
    files = [("source", encode(np.zeros((64, 96, 3), np.uint8))), ("mask", encode(np.zeros((32, 96, 3), np.uint8)))]
    inputs = keep(studio.history.inputs, files)
    with pytest.raises(RequestError, match="96x32 pixels, the picture 96x64"):
        studio.render(recipe_of(studio, inputs=[one.model_dump() for one in inputs]))


def test_a_series_shares_its_light_and_measures_alike(studio, tmp_path):
    planned = series(studio, "a {subject} on white marble, softbox from the left", ["mug", " vase ", ""], parse({"prompt": "x", **BRIEF}))
    (one, first), (two, second) = planned
    assert [reading.scene.subjects[0].thing for reading in (one, two)] == ["mug", "vase"]
    assert first.scene.environment == second.scene.environment and first.scene.camera.model_copy(update={"focus": None}) == second.scene.camera.model_copy(update={"focus": None})
    assert first.seed == second.seed and metered(second, first.scene) == second, "nothing is metered yet"
    with pytest.raises(RequestError, match="no {subject}"):
        series(studio, "a mug", ["mug"], parse({"prompt": "x", **BRIEF}))


def test_a_sheet_holds_every_picture():
    pictures = [(np.full((40, 60, 3), 50 * k, np.uint8), f"number {k}") for k in range(1, 5)]
    sheet = contact_sheet(pictures, columns=2, cell=60)
    assert all((sheet == 50 * k).all(axis=-1).sum() >= 40 * 60 for k in range(1, 5))

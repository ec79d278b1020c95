"""From words to the history through a service: the command line and the server, with what it cost, and video that is played from where it is kept."""

from __future__ import annotations

import json
import time

import pytest

from diorama.errors import EngineQuota
from diorama.history import History
from diorama.jobs import Order, Queue
from diorama.recipe import Input, Request
from diorama.studio import Settings, Studio
from services.desk import KEY, Reply, once

fal = pytest.mark.parametrize("desk", ["fal"], indirect=True)
bfl = pytest.mark.parametrize("desk", ["bfl"], indirect=True)


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null", keep_passes=False)) as made:
        yield made


def recipes(studio, prompt: str, engine: str, **more):
    request = Request(prompt=prompt, seed=7, engine=engine, **more)
    return studio.recipes(request, studio.read(request))


def done(queue: Queue, id: str, seconds: float = 20):
    end = time.monotonic() + seconds
    while (job := queue.get(id)).state not in ("done", "failed", "cancelled"):
        assert time.monotonic() < end, job
        time.sleep(0.02)
    return job


@fal
def test_a_picture_by_the_name_of_a_model_with_its_cost_and_its_origin(desk, studio, tmp_path):
    (recipe,) = recipes(studio, "A mug beside a flux capacitor", "seedream-4.5")
    made = studio.make(recipe, tmp_path / "mug.png")
    assert made.entry.engine == "seedream-4.5" and made.entry.spent[0].amount == 0.04 and made.entry.spent[0].currency == "USD"
    assert made.entry.provenance["service"] == "fal" and made.entry.provenance["cost"] == "by the price list of 2026-11-28"
    assert KEY not in made.entry.recipe_json and KEY not in (tmp_path / "mug.png").read_bytes().decode("latin-1")
    assert KEY.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()), "the key is nowhere in the home"
    assert b"trainedAlgorithmicMedia" in (tmp_path / "mug.png").read_bytes()


@fal
def test_words_that_the_stage_cannot_show_go_as_they_are(desk, studio, tmp_path):
    (recipe,) = recipes(studio, "melancholy, in the manner of nobody", "flux-2", width=512, height=512)
    assert studio.make(recipe, tmp_path / "a.png").recipe.prompt == "melancholy, in the manner of nobody"
    assert next(call for call in desk.calls if call.method == "POST").json["prompt"] == "melancholy, in the manner of nobody"


@fal
def test_a_video_is_kept_with_a_card_that_stands_for_it_and_travels_in_archives(desk, studio, tmp_path):
    (recipe,) = recipes(studio, "a-video of a mug", "fal:somebody/text-to-video", width=640, height=384, options={"duration": "5"})
    made = studio.make(recipe, tmp_path / "clip.png")
    assert [file.name for file in made.files] == ["clip.mp4"]
    kept = studio.history.get(made.entry.id).files[0]
    assert kept.type == "video/mp4" and studio.history.inputs.get(kept.sha256) == (tmp_path / "clip.mp4").read_bytes()
    studio.history.export_zip(tmp_path / "all.zip")
    with History(tmp_path / "other") as other:
        assert other.import_zip(tmp_path / "all.zip") == 1
        assert other.inputs.get(other.get("last").files[0].sha256) == (tmp_path / "clip.mp4").read_bytes()


@bfl
def test_the_queue_makes_it_tells_its_place_and_keeps_what_it_cost(desk, studio):
    queue = Queue(studio)
    queue.start()
    try:
        (recipe,) = recipes(studio, "a mug", "flux-2-pro", width=512, height=512)
        job = queue.submit([Order(recipe=recipe)], "local")[0]
        found = done(queue, job.id)
        assert found.state == "done" and studio.history.of_job(job.id).spent[0].amount == 0.03, found
        assert len(desk.billed) == 1
    finally:
        queue.stop()


@fal
def test_an_order_that_nobody_knows_of_is_not_sent_again(desk, studio):
    queue = Queue(studio)
    queue.start()
    try:
        desk.trouble.append(once("^/fal-ai", Reply(hang_up=True)))
        (recipe,) = recipes(studio, "a mug", "flux-2", width=512, height=512)
        found = done(queue, queue.submit([Order(recipe=recipe)], "local")[0].id)
        assert found.state == "failed" and "may have been made and paid" in found.error.message
        assert len([call for call in desk.calls if call.method == "POST"]) == 1
    finally:
        queue.stop()


@fal
def test_a_busy_service_is_asked_again_and_paid_once(desk, studio):
    queue = Queue(studio)
    queue.start()
    try:
        desk.trouble.append(once("^/fal-ai", Reply(429, {"detail": "slow down"}, {"retry-after": "0.1"})))
        (recipe,) = recipes(studio, "a mug", "flux-2", width=512, height=512)
        assert done(queue, queue.submit([Order(recipe=recipe)], "local")[0].id).state == "done"
        assert len(desk.billed) == 1
    finally:
        queue.stop()


@pytest.mark.parametrize("desk", ["replicate"], indirect=True)
def test_under_a_budget_nothing_is_ordered_whose_price_nobody_knows(desk, tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null", keep_passes=False, budget=5)) as studio:
        queue = Queue(studio)
        (recipe,) = recipes(studio, "a mug", "replicate", width=1024, height=1024)
        with pytest.raises(EngineQuota, match="not known before"):
            queue.submit([Order(recipe=recipe)], "local")
        queue.stop()
    assert not desk.billed


def test_a_recipe_with_pictures_says_which_and_never_where_they_go(studio, scene):
    recipe = Request(prompt="x", scene=scene, engine="fal", inputs=(Input(kind="source", sha256="0" * 64),))
    assert "http" not in json.dumps(recipe.model_dump(mode="json"))

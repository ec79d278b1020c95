"""One conformance suite for every engine: what `contracts` promises, each engine keeps. The null engine runs it always, the stage in its tier."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from diorama.contracts import Cancel, Engine, Job, Preview, Progress, engine, names
from diorama.errors import Cancelled, EngineRefused, EngineUnavailable, SceneError
from diorama.recipe import Request, resolve

ENGINES = ["null", pytest.param("stage", marks=pytest.mark.stage)]


@pytest.fixture(scope="module", params=ENGINES)
def maker(request):
    made = engine(request.param)
    yield made
    made.close()


@pytest.fixture
def job(maker, scene):
    recipe = resolve(Request(prompt="a mug and a cube", width=96, height=64, seed=7, quality="draft", engine=maker.capabilities().name), scene, engine_version="test")
    return Job(recipe.model_copy(update={"options": {**recipe.options, "samples": 2}}))


def with_(job: Job, **changes) -> Job:
    return Job(**{**{name: getattr(job, name) for name in ("recipe", "references", "mask", "depth", "passes", "export")}, **changes})


def test_built_in_engines_come_through_the_same_door_as_any_other():
    assert {"null", "stage"} <= set(names())
    with pytest.raises(EngineUnavailable, match="there are: null, stage|null"):
        engine("nonesuch")


def test_it_is_an_engine_and_names_itself(maker):
    assert isinstance(maker, Engine)
    assert maker.capabilities().name in names()
    assert maker.capabilities().source_type


def test_it_makes_a_picture_of_the_asked_size(maker, job):
    picture = maker.make(job).picture
    assert picture.shape == (64, 96, 3) and picture.dtype == np.uint8


def test_progress_only_grows_and_previews_come_in_order(maker, job):
    heard = []
    maker.make(job, heard.append)
    done = [e.done for e in heard if isinstance(e, Progress)]
    assert done == sorted(done) and done[-1] == 1.0
    previews = [e for e in heard if isinstance(e, Preview)]
    if maker.capabilities().previews:
        assert [p.index for p in previews] == list(range(len(previews))) and previews
        assert all(p.picture.dtype == np.uint8 and p.picture.ndim == 3 for p in previews)


def test_the_same_recipe_gives_the_same_pixels(maker, job):
    if not maker.capabilities().deterministic:
        pytest.skip("does not promise it")
    assert np.array_equal(maker.make(job).picture, maker.make(job).picture)


def test_another_seed_gives_another_picture(maker, job):
    other = with_(job, recipe=job.recipe.model_copy(update={"seed": 8}))
    assert not np.array_equal(maker.make(job).picture, maker.make(other).picture)


def test_exact_passes_come_when_asked(maker, job):
    outcome = maker.make(with_(job, passes=True))
    for name in ("ids", "depth", "normal"):
        assert outcome.passes[name].shape[:2] == (64, 96)
    assert outcome.passes["ids"].dtype == np.int32
    assert not maker.make(job).passes


def test_cancelled_before_it_starts(maker, job):
    cancel = Cancel()
    cancel.now()
    with pytest.raises(Cancelled):
        maker.make(job, cancel=cancel)


def test_cancelled_on_the_way_it_stops_and_works_again(maker, job):
    cancel = Cancel()
    with pytest.raises(Cancelled):
        maker.make(job, lambda event: cancel.now() if isinstance(event, Preview) else None, cancel)
    assert maker.make(job).picture.shape == (64, 96, 3)


def test_what_it_does_not_take_it_refuses_rather_than_ignores(maker, job):
    takes = maker.capabilities().takes
    extras = {"references": (np.zeros((8, 8, 3), np.uint8),), "mask": np.ones((64, 96), bool), "depth": np.ones((64, 96), np.float32)}
    for name, value in extras.items():
        if name not in takes:
            with pytest.raises(EngineRefused):
                maker.make(with_(job, **{name: value}))
        else:
            maker.make(with_(job, **{name: value}))


def test_several_threads_may_ask_at_once(maker, job):
    pictures = [None, None]

    def ask(k):
        pictures[k] = maker.make(job).picture

    threads = [threading.Thread(target=ask, args=(k,)) for k in range(2)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert all(p is not None and p.shape == (64, 96, 3) for p in pictures)


def test_closed_it_starts_anew(maker, job):
    maker.close()
    assert maker.make(job).picture.shape == (64, 96, 3)


def test_the_null_engine_can_refuse(scene):
    recipe = resolve(Request(prompt="refuse-this-prompt", width=64, height=64, engine="null"), scene, engine_version="test")
    with pytest.raises(EngineRefused) as refused:
        engine("null").make(Job(recipe))
    assert refused.value.where == "prompt" and refused.value.exit_code == 4


@pytest.mark.stage
def test_a_thing_that_no_prop_builds_is_named(scene):
    unknown = scene.model_copy(update={"subjects": (scene.subjects[0].model_copy(update={"thing": "flux_capacitor"}),), "relations": ()})
    stage = engine("stage")
    recipe = resolve(Request(prompt="a flux capacitor", width=64, height=64), unknown, engine_version="test")
    try:
        with pytest.raises(SceneError, match="flux_capacitor"):
            stage.make(Job(recipe))
    finally:
        stage.close()

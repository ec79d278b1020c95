"""One conformance suite for every engine: what `contracts` promises, each engine keeps. The null engine and the hosted ones, with a fake of
their service each, run it always, the stage in its tier."""

from __future__ import annotations

import threading
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given as given_sizes
from hypothesis import strategies as st

from diorama.contracts import Cancel, Capabilities, Engine, Job, Options, Partial, Preview, Progress, Queued, Warned, check, checked, engine, names, nearest
from diorama.contracts.sizes import breach
from diorama.engines.hosted.services import SERVICES
from diorama.errors import Cancelled, EngineRefused, EngineUnavailable, RequestError, SceneError
from diorama.recipe import INPUT_KINDS, Input, Request, resolve

FACE = files("font_source_serif_pro") / "files" / "SourceSerifPro-Semibold.ttf"
"""A face of letters that a package carries."""

ENGINES = ["null", "fake", "painter", "darkroom", pytest.param("stage", marks=pytest.mark.stage), *SERVICES]


@pytest.fixture(scope="module", params=ENGINES)
def maker(request, tmp_path_factory):
    if request.param in SERVICES:
        request.getfixturevalue("desks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIORAMA_FAKE_SERVICE", str(tmp_path_factory.mktemp("service")))
        made = engine(request.param)
        yield made
        made.close()


@pytest.fixture
def size(maker):
    """A small one that it makes."""
    return nearest(maker.capabilities(), 96, 64)


@pytest.fixture
def job(maker, scene, size):
    able = maker.capabilities()
    request = Request(prompt="a mug and a cube", width=size[0], height=size[1], seed=7, quality="draft", engine=able.name)
    recipe = resolve(request, scene, engine_version="test")
    made = Job(recipe.model_copy(update={"options": {"samples": 2} if "samples" in maker.options.model_fields else {}}))
    return with_source(made) if works_on_pictures(maker) else made


def works_on_pictures(maker: Engine) -> bool:
    """It works on a picture that is there, and hears no words."""
    return maker.capabilities().speaks == ("picture",)


TRIED = {"darkroom": {"operation": "erase"}}
"""The options by which an engine that works on pictures is tried: what it does with a source and a mask."""


def with_source(job: Job) -> Job:
    """The job on a picture with a grain, half of which may change."""
    width, height = job.recipe.width, job.recipe.height
    made = given(job, "source", "mask")
    grain = np.random.default_rng(5).integers(60, 180, (height, width, 3)).astype(np.uint8)
    return replace(made, recipe=made.recipe.model_copy(update={"options": TRIED[job.recipe.engine]}), pictures=(grain, made.pictures[1]))


def fits(maker, picture: np.ndarray, size: tuple[int, int]) -> bool:
    """It has the size; or the shape, where the engine promises no more."""
    if maker.capabilities().shape_only:
        return abs(picture.shape[1] / picture.shape[0] * size[1] / size[0] - 1) < 0.03
    return picture.shape == (size[1], size[0], 3)


def given(job: Job, *kinds: str) -> Job:
    """The job going by a picture of each of these kinds, as `contracts.Given` tells."""
    width, height = job.recipe.width, job.recipe.height
    pixels = {"mask": np.arange(width) > np.full((height, 1), width // 2), "depth": np.tile(np.linspace(1, 4, width, dtype=np.float32), (height, 1))}
    pictures = tuple(pixels.get(kind, np.full((height, width, 3), 40 * (k + 1), np.uint8)) for k, kind in enumerate(kinds))
    inputs = tuple(Input(kind=kind, sha256=f"{k:064x}") for k, kind in enumerate(kinds))
    return replace(job, recipe=job.recipe.model_copy(update={"inputs": inputs}), pictures=pictures)


def test_built_in_engines_come_through_the_same_door_as_any_other():
    assert {"darkroom", "fake", "null", "painter", "stage"} <= set(names())
    with pytest.raises(EngineUnavailable, match="there are: .*fake.*null.*painter.*stage"):
        engine("nonesuch")


def test_it_is_an_engine_and_names_itself(maker):
    assert isinstance(maker, Engine)
    assert maker.capabilities().name in names()
    assert maker.capabilities().source_type or works_on_pictures(maker), "what works on a picture keeps the type that the picture has"


def test_it_makes_a_picture_of_the_asked_size(maker, job, size):
    heard = []
    picture = maker.make(job, heard.append).picture
    assert fits(maker, picture, size) and picture.dtype == np.uint8
    assert (picture.shape[:2] == size[::-1]) or "size_differs" in [one.code for one in heard if isinstance(one, Warned)]


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
    other = replace(job, recipe=job.recipe.model_copy(update={"seed": 8}))
    assert not np.array_equal(maker.make(job).picture, maker.make(other).picture)


def test_exact_passes_come_when_asked(maker, job):
    if "ids" not in maker.capabilities().gives:
        with pytest.raises(EngineRefused):
            maker.make(replace(job, passes=True))
        return
    outcome = maker.make(replace(job, passes=True))
    for name in ("ids", "depth", "normal"):
        assert outcome.passes[name].shape[:2] == (64, 96)
    assert outcome.passes["ids"].dtype == np.int32
    assert not maker.make(job).passes


def test_cancelled_before_it_starts(maker, job):
    cancel = Cancel()
    cancel.now()
    with pytest.raises(Cancelled):
        maker.make(job, cancel=cancel)


def test_cancelled_on_the_way_it_stops_and_works_again(maker, job, size):
    able = maker.capabilities()
    news = Preview | Partial if able.previews and "network" not in able.needs else Queued | Progress
    cancel = Cancel()
    with pytest.raises(Cancelled):
        maker.make(job, lambda event: cancel.now() if isinstance(event, news) else None, cancel)
    assert fits(maker, maker.make(job).picture, size)


@pytest.mark.parametrize("kind", [kind for kind in INPUT_KINDS if kind not in ("mask", "object", "font", "logo")])
def test_what_it_takes_is_seen_in_the_picture_and_what_it_does_not_take_is_refused(maker, job, kind):
    asked = given(job, kind)
    if kind not in maker.capabilities().takes:
        with pytest.raises(EngineRefused):
            maker.make(asked)
    elif works_on_pictures(maker):
        pytest.skip(f"it never works without a source; a {kind} goes along with one for some of its operations")
    else:
        assert not np.array_equal(maker.make(asked).picture, maker.make(job).picture), f"a {kind} makes a difference"


@pytest.mark.parametrize("kind", ["object", "font"])
def test_a_file_is_taken_or_refused(maker, job, size, kind):
    file = np.frombuffer(FACE.read_bytes() if kind == "font" else b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", np.uint8)
    inputs = (*job.recipe.inputs, Input(kind=kind, sha256="a" * 64))
    asked = replace(job, recipe=job.recipe.model_copy(update={"inputs": inputs}), pictures=(*job.pictures, file))
    if kind in maker.capabilities().takes:
        assert fits(maker, maker.make(asked).picture, size)
    else:
        with pytest.raises(EngineRefused, match=kind):
            maker.make(asked)


def test_outside_the_mask_the_source_stays_as_it_is(maker, job):
    asked = job if works_on_pictures(maker) else given(job, "source", "mask")
    if "mask" not in maker.capabilities().takes:
        with pytest.raises(EngineRefused):
            maker.make(asked)
        return
    picture, source, mask = maker.make(asked).picture, asked.first("source"), asked.first("mask")
    assert np.array_equal(picture[~mask], source[~mask]) and not np.array_equal(picture[mask], source[mask])


def test_its_own_options_are_a_model_and_its_presets_are_legal(maker, job):
    for preset in maker.capabilities().defaults.values():
        assert checked(maker.options, preset) == preset
    assert maker.options() and maker.options.model_json_schema()["additionalProperties"] is False
    with pytest.raises(RequestError, match="nonesuch") as wrong:
        maker.make(replace(job, recipe=job.recipe.model_copy(update={"options": {"nonesuch": 1}})))
    assert wrong.value.where == "options.nonesuch"


def test_a_quote_is_given_where_it_costs_and_the_price_is_known(maker, job):
    quote = maker.quote(job)
    assert quote is None or (maker.capabilities().costs and 0 < quote.low <= quote.high and quote.source)


def test_several_threads_may_ask_at_once(maker, job, size):
    pictures = [None, None]

    def ask(k):
        pictures[k] = maker.make(job).picture

    threads = [threading.Thread(target=ask, args=(k,)) for k in range(2)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    assert all(p is not None and fits(maker, p, size) for p in pictures)


def test_closed_it_starts_anew(maker, job, size):
    maker.close()
    assert fits(maker, maker.make(job).picture, size)


LISTED = Capabilities(name="listed", version="1", title="", licence="", speaks=("prompt",), sizes=((1024, 1024), (1536, 1024), (1024, 1536)))
STEPPED = LISTED.model_copy(update={"sizes": None, "multiple_of": 16, "most": 3840, "min_pixels": 655_360, "max_pixels": 8_294_400, "widest": 3.0})
SHAPED = LISTED.model_copy(update={"sizes": None, "aspects": ((1, 1), (16, 9)), "most": 2048})


@pytest.mark.parametrize(
    ("able", "size", "near"),
    [
        (LISTED, (1536, 1024), (1536, 1024)), (LISTED, (300, 200), (1536, 1024)), (LISTED, (4000, 4096), (1024, 1024)), (LISTED, (100, 180), (1024, 1536)),
        (STEPPED, (1024, 1024), (1024, 1024)), (STEPPED, (1000, 1000), (1008, 1008)), (STEPPED, (64, 64), (816, 816)), (STEPPED, (4096, 1024), (3536, 1184)),
        (SHAPED, (1600, 1000), (1686, 948)), (SHAPED, (4096, 4096), (2048, 2048)),
    ],
)  # fmt: skip
def test_the_nearest_size_keeps_the_shape_first(able, size, near):
    found = nearest(able, *size)
    assert breach(able, *found) is None
    assert abs(found[0] - near[0]) <= 16 and abs(found[1] - near[1]) <= 16


@given_sizes(st.integers(64, 4096), st.integers(64, 4096), st.sampled_from([LISTED, STEPPED, SHAPED]))
def test_the_nearest_size_is_always_one_that_it_makes(width, height, able):
    assert breach(able, *nearest(able, width, height)) is None


def test_one_check_says_what_is_wrong_before_anything_is_made(scene):
    recipe = resolve(Request(prompt="a mug", width=1000, height=1000, seed=1, engine="listed"), scene, engine_version="1")
    with pytest.raises(RequestError, match="1000x1000") as wrong:
        check(Job(recipe), LISTED)
    assert wrong.value.where == "size" and "1024x1024 is nearest" in wrong.value.hint
    right = recipe.model_copy(update={"width": 1024, "height": 1024})
    check(Job(right), LISTED)
    for job, able, kind, where in (
        (Job(right.model_copy(update={"prompt": ""})), LISTED, RequestError, "prompt"), (Job(right, passes=True), LISTED, EngineRefused, "passes"),
        (Job(right, lights=True), LISTED, EngineRefused, "engine"), (Job(right.model_copy(update={"options": {"a": 1}})), LISTED, RequestError, "options.a"),
        (
            Job(right.model_copy(update={"inputs": (Input(kind="reference", sha256="0" * 64),) * 3})),
            LISTED.model_copy(update={"takes": ("reference",), "most_references": 2}), EngineRefused, "image",
        ),
    ):  # fmt: skip
        with pytest.raises(kind) as wrong:
            check(job, able, Options)
        assert wrong.value.where == where and wrong.value.hint


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

"""A painter led by the scene: what it is asked, what of the stage stays in the picture, and how it is noticed that something drifted. No model, no Blender."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from diorama import contracts
from diorama.contracts import Cancel, Job, Local, Outcome, Preview, Progress, Warned
from diorama.engines.guided import Guided, drift, laid, leads
from diorama.engines.guided.caption import caption, own_words, stand, tags
from diorama.engines.guided.options import Led
from diorama.engines.guided.takes import photographed, without
from diorama.engines.null import NullEngine
from diorama.engines.painter import PainterEngine
from diorama.errors import Cancelled, EngineRefused, RequestError
from diorama.recipe import Input, Request, resolve
from diorama.scene import Animal, Camera, Colour, Environment, Label, Light, Lighting, Object, Person, Relation, Scene, Surface
from diorama.scene.person import Action, Garment, Hair
from diorama.studio.words import unheeded

RED, GREEN = Colour(name="red", hex="#c62828"), Colour(name="green", hex="#2e7d32")
TABLE = Scene(
    subjects=(
        Object(id="s1", noun="mug", thing="mug", surface=Surface(colours=(RED,)), labels=(Label(text="Aqua"),)),
        Object(id="s2", noun="apple", thing="apple", count=2, surface=Surface(colours=(GREEN,))),
    ),
    environment=Environment(setting="tabletop", ground_shape="table", ground=Surface(material="walnut")),
    lighting=Lighting(time="morning", hour=9.0, lights=(Light(id="l1", source="window", azimuth=-75, elevation=25, quality="soft"),)),
    camera=Camera(focal_length=85, f_number=1.8),
)  # fmt: skip


class Asked(PainterEngine):
    """Remembers what it was asked."""

    def __init__(self, **able):
        self.jobs, self.able = [], able

    def capabilities(self):
        return super().capabilities().model_copy(update=self.able)

    def make(self, job, listen=contracts.nobody, cancel=None):
        self.jobs.append(job)
        return super().make(job, listen, cancel)


class Lit(NullEngine):
    """A stage without Blender that also gives light: things cast a shadow to the right."""

    def capabilities(self):
        return super().capabilities().model_copy(update={"gives": ("ids", "depth", "normal", "linear")})

    def make(self, job, listen=contracts.nobody, cancel=None):
        outcome = super().make(job, listen, cancel)
        linear = np.full((*outcome.picture.shape[:2], 3), 0.5, np.float32)
        thing = outcome.passes["ids"] > 0
        linear[np.roll(thing, 20, axis=1) & ~thing] = 0.1
        return replace(outcome, passes={**outcome.passes, "linear": linear})


def guided(painter=None, stage=None):
    made = {"painter": painter or Asked(), "stage": stage or NullEngine()}
    return Guided("painter", made.__getitem__)


def job(scene=TABLE, prompt="a red mug and two green apples", seed=1, inputs=(), pictures=(), **options):
    request = Request(prompt=prompt, engine="painter+scene", width=384, height=256, seed=seed, options=options, inputs=inputs)
    return Job(resolve(request, scene, engine_version="1"), pictures)


def warnings(engine, asked):
    heard = []
    engine.make(asked, heard.append)
    return [event.text for event in heard if isinstance(event, Warned)]


def test_any_engine_is_led_under_a_name_that_says_so():
    engine = contracts.engine("painter+scene", {"painter": PainterEngine(), "stage": NullEngine()}.__getitem__)
    assert contracts.led("painter", "scene") == engine.capabilities().name == "painter+scene"
    assert contracts.known("painter+scene") and not contracts.known("painter+elsewhere") and not contracts.known("nonesuch+scene")
    assert contracts.known("seedream-4.5+scene"), "models by their names too"
    assert engine.capabilities().speaks == ("scene",) and {"ids", "depth"} <= set(engine.capabilities().gives)
    assert {"hold", "drift"} <= set(engine.options.model_fields), "its own options and the painter's"


def test_the_painter_is_asked_with_depth_outlines_and_words_and_never_with_the_scene_alone():
    painter = Asked()
    outcome = guided(painter).make(job(photographed="none"))
    (asked,) = painter.jobs
    assert asked.recipe.engine == "painter" and [one.kind for one in asked.recipe.inputs] == ["depth", "segmentation", "edges"]
    assert asked.first("depth").dtype == np.float32 and asked.first("depth").shape == (256, 384)
    assert "Two green apples" in asked.recipe.prompt and "85mm lens" in asked.recipe.prompt
    assert outcome.report["led_by"] == ["depth", "segmentation", "edges"] and outcome.revised_prompt == asked.recipe.prompt
    assert outcome.provenance["led_by_depth"] == asked.recipe.inputs[0].sha256


@pytest.mark.parametrize(
    ("takes", "led_by"),
    [
        (("depth",), ("depth",)), (("edges", "reference"), ("edges",)), (("source", "mask"), ("source",)), (("reference",), ("reference",)),
        (("depth", "edges"), ("depth", "edges")),
    ],
)  # fmt: skip
def test_what_leads_it_is_what_it_takes(takes, led_by):
    painter = Asked(takes=takes)
    guided(painter).make(job(photographed="none"))
    assert tuple(one.kind for one in painter.jobs[0].recipe.inputs) == led_by
    assert painter.jobs[0].recipe.prompt.startswith("Turn this rendering") == (led_by[0] in ("source", "reference")), "likenesses come with an instruction"


def test_a_painter_that_takes_no_pictures_cannot_be_led():
    with pytest.raises(EngineRefused, match="takes no pictures"):
        guided(Asked(takes=())).make(job())
    with pytest.raises(EngineRefused, match="takes no edges") as refused:
        guided(Asked(takes=("depth",))).make(job(lead="edges"))
    assert refused.value.where == "options.lead"


def test_what_builds_the_scene_itself_or_hears_no_words_cannot_be_led():
    for speaks in (("scene",), ("picture",)):
        with pytest.raises(EngineRefused, match="no pictures from words"):
            guided(Asked(speaks=speaks)).make(job())


def test_references_that_came_with_the_request_are_handed_on():
    painter = Asked()
    mine = np.full((64, 64, 3), 200, np.uint8)
    guided(painter).make(job(inputs=(Input(kind="reference", sha256="0" * 64),), pictures=(mine,)))
    assert painter.jobs[0].first("reference") is mine


# ── drift ──


def test_what_is_painted_as_the_scene_has_it_has_not_drifted():
    assert warnings(guided(), job(photographed="none")) == []


def test_what_moved_is_told_with_its_way():
    told = warnings(guided(), job(photographed="none", drift=0.05))
    assert told == [f"the {name} stands 5% to the right of where the scene has it" for name in ("mug", "apple 1", "apple 2")]


def test_a_thing_that_was_forgotten_is_missed():
    told = warnings(guided(), job(photographed="none", forget=3))
    assert len(told) == 1 and told[0].startswith("no ")


def test_a_colour_that_was_not_heeded_is_told():
    assert any("mug is not in the colour" in text for text in warnings(guided(), job(photographed="none", bleach=True)))


def test_it_is_painted_again_until_nothing_drifts_and_the_best_is_kept():
    painter = Asked()
    assert warnings(guided(painter), job(photographed="none", drift=0.05, steady_from=3, attempts=4, seed=1)) == []
    assert [asked.recipe.seed for asked in painter.jobs] == [1, 2, 3]


def test_how_often_it_was_painted_and_by_which_seed_is_reported():
    report = guided(Asked()).make(job(photographed="none", drift=0.05, steady_from=3, attempts=4, seed=1)).report
    assert (report["attempts"], report["painted_by_seed"]) == (3, 3)


def test_a_picture_that_is_there_is_held_against_its_scene_without_painting():
    painter = Asked()
    engine = guided(painter)
    made = engine.make(job(photographed="none", forget=3))
    again = engine.held(made.picture, job(photographed="none", forget=3))
    assert again.report["drift"] == made.report["drift"] and len(painter.jobs) == 1


def test_what_costs_is_never_painted_twice_by_itself():
    with pytest.raises(EngineRefused, match="costs money"):
        guided(Asked(costs=True)).make(job(attempts=2))


def test_the_judge_finds_nothing_wrong_with_a_drawn_disc_and_misses_one_that_is_not_there():
    y, x = np.mgrid[:200, :300]
    disc = (y - 100) ** 2 + (x - 150) ** 2 < 40**2
    ids, seen = disc.astype(np.int32), [{"id": "s1", "instance": "s1.0", "index": 1}]
    picture = np.where(disc[..., None], np.uint8([200, 40, 40]), np.uint8([90, 90, 100])).astype(np.uint8)
    judge = lambda p: drift.drifted(p, ids, seen, {"s1": "ball"}, {"s1": "#c62828"})[0].finding  # noqa: E731
    assert judge(picture) == "there" and judge(np.full_like(picture, 90)) == "missing"
    assert judge(np.roll(picture, 24, axis=1)) == "moved" and judge(picture[..., ::-1]) == "colour"


# ── what stays photographed ──


def test_labels_stay_photographed_and_the_painter_is_asked_for_the_rest_only():
    painter = Asked()
    outcome = guided(painter, Lit()).make(job())
    assert outcome.report["photographed"] == ["s1"] and outcome.report["shadows"] == "the stage's"
    assert "mug" not in painter.jobs[0].recipe.prompt and "apples" in painter.jobs[0].recipe.prompt
    assert len(np.unique(painter.jobs[0].first("segmentation").reshape(-1, 3), axis=0)) == 3, "two apples and the set"


def test_its_shadow_is_laid_on_the_painted_ground():
    painter = Asked()
    engine = guided(painter, Lit())
    outcome = engine.make(replace(job(), passes=True))
    plain = painter.make(painter.jobs[0]).picture.astype(int)
    thing = np.isin(outcome.passes["ids"], [1])
    beside = np.roll(thing, 20, axis=1) & ~np.isin(outcome.passes["ids"], [0, 1, 2, 3], invert=True) & ~thing
    far = np.zeros_like(thing)
    far[:40] = True
    assert outcome.picture[beside].mean() < 0.7 * plain[beside].mean() and np.array_equal(outcome.picture[far], plain[far])


def test_a_thing_that_others_stand_on_is_not_taken_away_from_under_them():
    stacked = TABLE.model_copy(update={"relations": (Relation(subject="s2", kind="on", objects=("s1",)),)})
    assert without(stacked, frozenset({"s1"})) is None and [s.id for s in without(stacked, frozenset({"s2"})).subjects] == ["s1"]
    painter = Asked()
    outcome = guided(painter).make(job(stacked))
    assert outcome.report["shadows"] == "the painter's" and "mug" in painter.jobs[0].recipe.prompt


@pytest.mark.parametrize(("asked", "ids"), [("none", set()), ("labelled", {"s1"}), ("objects", {"s1", "s2"}), ("apple", {"s2"}), ("mug, s2", {"s1", "s2"})])
def test_what_stays_is_chosen_by_name_or_kind(asked, ids):
    assert photographed(TABLE, asked) == ids


def test_a_name_that_nothing_has_is_an_error():
    with pytest.raises(RequestError, match="'teapot'") as wrong:
        photographed(TABLE, "teapot")
    assert wrong.value.where == "options.photographed" and "mug" in wrong.value.hint


def test_light_that_nothing_changes_leaves_the_ground_alone():
    light = np.random.default_rng(1).uniform(0.1, 1, (60, 80, 3))
    painted = np.random.default_rng(2).integers(0, 255, (60, 80, 3)).astype(np.uint8)
    assert np.allclose(laid.shade(light, light), 1)
    assert np.array_equal(laid.lay(painted, painted, np.zeros((60, 80), bool), laid.shade(light, light)), painted)


def test_outside_the_mask_the_picture_that_was_stays():
    source = np.random.default_rng(3).integers(0, 255, (256, 384, 3)).astype(np.uint8)
    mask = np.zeros((256, 384), bool)
    mask[100:200, 100:200] = True
    inputs = (Input(kind="source", sha256="1" * 64), Input(kind="mask", sha256="2" * 64))
    picture = guided().make(job(inputs=inputs, pictures=(source, mask))).picture
    assert np.array_equal(picture[~mask], source[~mask]) and not np.array_equal(picture[mask], source[mask])


# ── people hold their place ──


def test_the_form_of_the_living_is_left_to_the_painter_and_that_of_things_is_exact():
    scene = TABLE.model_copy(update={"subjects": (Person(id="p1", noun="woman"), Object(id="s2", noun="box", thing="box"))})
    painter = Asked()
    guided(painter).make(job(scene, "a woman and a box", photographed="none"))
    guided(painter).make(job(scene, "a woman and a box", photographed="none", loose=False))
    soft, exact = (asked.first("depth") for asked in painter.jobs)
    outcome = NullEngine().make(replace(job(scene), recipe=job(scene).recipe.model_copy(update={"engine": "null"}), passes=True))
    ids = outcome.passes["ids"]
    assert not np.array_equal(soft[ids == 1], exact[ids == 1]) and np.array_equal(soft[ids == 2], exact[ids == 2])


def test_outlines_run_between_things_and_colours_tell_them_apart():
    ids = np.zeros((40, 60), np.int32)
    ids[10:30, 10:25], ids[10:30, 25:40] = 1, 2
    outcome = Outcome.of(np.zeros((40, 60, 3), np.uint8), passes={"ids": ids, "depth": np.ones((40, 60), np.float32)})
    lines = leads.edges(outcome, np.zeros((40, 60), bool))[..., 0]
    assert lines[20, 24] == 255 and lines[20, 15] == 0
    assert len(np.unique(leads.segmentation(outcome, lines).reshape(-1, 3), axis=0)) == 3
    assert leads.chosen(PainterEngine().capabilities(), Led()) == ("depth", "pose", "segmentation", "edges")


class Posed(NullEngine):
    """A stage whose first subject is a person with joints: a shoulder and an elbow before all else, a nose behind the head."""

    def make(self, job, listen=contracts.nobody, cancel=None):
        outcome = super().make(job, listen, cancel)
        joints = {"neck": (0.5, 0.2, 0.1), "right_shoulder": (0.4, 0.25, 0.1), "right_elbow": (0.35, 0.45, 0.1), "nose": (0.5, 0.15, 1000.0)}
        report = {**outcome.report, "subjects": [{**one, **({"joints": joints} if k == 0 else {})} for k, one in enumerate(outcome.report["subjects"])]}
        return replace(outcome, report=report, passes={**outcome.passes, "depth": np.ones_like(outcome.passes["depth"])})


def test_a_pose_leads_as_the_skeleton_that_the_lens_sees():
    painter = Asked(takes=("pose", "depth"))
    guided(painter, Posed()).make(job(photographed="none", lead="pose"))
    (asked,) = painter.jobs
    assert [one.kind for one in asked.recipe.inputs] == ["pose"]
    picture = asked.first("pose")
    assert picture.shape == (256, 384, 3) and picture[64, 153].tolist() == [255, 170, 0], "the right shoulder, in its colour"
    assert not picture[30:42, 186:198].any(), "the nose is hidden, so it is not drawn"


def test_no_pose_leads_where_nobody_has_joints():
    painter = Asked(takes=("pose", "depth", "edges"))
    guided(painter).make(job(photographed="none"))
    assert [one.kind for one in painter.jobs[0].recipe.inputs] == ["depth", "edges"], "depth leads, and nobody says that a pose did"
    with pytest.raises(EngineRefused, match="no person with joints"):
        guided(painter).make(job(photographed="none", lead="pose"))


# ── words ──


def test_a_scene_in_a_long_caption():
    woman = Person(
        id="p1", noun="woman", age=70, sex="female", hair=Hair(length="long", texture="curly", colour=Colour(name="grey", hex="#888888")), expression="smile",
        posture="sitting",
        wears=(Garment(garment="coat", surface=Surface(colours=(RED,), material="wool")),), actions=(Action(deed="reading", objects=("b1",)),), gaze="down",
    )  # fmt: skip
    dog = Animal(id="a1", noun="dog", species="dog", breed="labrador", age="young", posture="sleeping")
    scene = Scene(
        subjects=(woman, Object(id="b1", noun="book", thing="book"), dog), environment=Environment(setting="park", season="autumn", weather="fog"),
        lighting=Lighting(time="golden_hour", hour=18, lights=(Light(id="l1", source="sun", azimuth=160, elevation=8, kelvin=3000),)),
        camera=Camera(framing="full", focal_length=50),
    )  # fmt: skip
    told = caption(scene, "caption", [{"id": "a1", "frame": (0.7, 0.6, 0.9, 0.9)}])
    for words in (
        "An elderly woman, with long curly grey hair, smile expression, wearing a red wool coat, sitting, reading the book, looking down.",
        "A young labrador dog, sleeping, on the right.",
        "A full shot, in a park, fog, autumn.", "Warm light of the sun from behind, low; golden hour.", "50mm lens at f/5.6",
    ):  # fmt: skip
        assert words in told, told


def test_where_each_subject_lies_is_told_in_a_models_own_form():
    seen = [{"id": "s1", "frame": (0.1, 0.4, 0.3, 0.8)}, {"id": "s1", "frame": (0.5, 0.4, 0.7, 1.02)}, {"id": "nobody", "frame": (0, 0, 1, 1)}]
    two = TABLE.model_copy(update={"subjects": (Object(id="s1", noun="mug", thing="mug", count=2), *TABLE.subjects[1:])})
    told = caption(two, "boxes", seen)
    listed = json.loads(told[told.index("[{") :])
    assert [one["bbox"] for one in listed] == [[400, 100, 800, 300], [400, 500, 1000, 700]], "top, left, bottom, right in thousandths"
    assert {one["desc"] for one in listed} == {"a mug"} and len({one["id"] for one in listed}) == 2
    assert told.startswith("A ") and "[{" not in caption(two, "caption", seen)


def test_ideograms_own_json_has_every_element_with_its_box_its_colour_and_its_lettering():
    seen = [{"id": "s1", "frame": (0.1, 0.4, 0.3, 0.8)}, {"id": "s2", "frame": (0.5, 0.4, 0.6, 0.5)}, {"id": "s2", "frame": (0.7, 0.4, 0.8, 1.02)}]
    told = json.loads(caption(TABLE, "elements", seen))
    assert list(told) == ["high_level_description", "style_description", "compositional_deconstruction"], "in the order that it was trained on"
    mug, text, *apples = told["compositional_deconstruction"]["elements"]
    assert mug["bbox"] == [400, 100, 800, 300] and mug["color_palette"] == ["#C62828"] and text["text"] == "Aqua"
    assert [one["bbox"] for one in apples] == [[400, 500, 500, 600], [400, 700, 1000, 800]]
    assert "walnut" in told["compositional_deconstruction"]["background"] and told["style_description"]["medium"] == "photograph"


def test_fibos_own_json_has_each_thing_with_its_place_its_size_and_its_colour():
    seen = [{"id": "s1", "frame": (0.1, 0.4, 0.3, 0.8)}, {"id": "s2", "frame": (0.5, 0.4, 0.6, 0.5)}, {"id": "s2", "frame": (0.7, 0.4, 0.8, 1.02)}]
    told = json.loads(caption(TABLE, "structured", seen))
    mug, *apples = told["objects"]
    assert (mug["location"], mug["relative_size"], mug["colors"]) == ("on the left", "medium", [{"red": 198, "green": 40, "blue": 40, "name": "red"}])
    assert "Aqua" in mug["description"] and [one["location"] for one in apples] == ["in the middle", "on the right"]
    assert "walnut" in told["background_setting"] and told["photographic_characteristics"]["lens_focal_length"] == "85mm"


def test_a_model_that_takes_boxes_and_no_pictures_is_led_by_words_alone():
    painter = Asked(takes=(), prompt_form="elements")
    outcome = guided(painter).make(job(photographed="none"))
    (asked,) = painter.jobs
    assert not asked.recipe.inputs and outcome.report["led_by"] == []
    assert len(json.loads(asked.recipe.prompt)["compositional_deconstruction"]["elements"]) >= 3
    with pytest.raises(EngineRefused, match="takes no boxes"):
        guided(Asked(takes=("depth",))).make(job(photographed="none", lead="words"))


def test_a_scene_in_tags_is_never_longer_than_a_text_encoder_reads():
    many = TABLE.model_copy(update={"subjects": tuple(Object(id=f"s{k}", noun=f"thing number {k}", thing="mug") for k in range(40))})
    assert len(tags(many).split()) <= 60 and tags(TABLE).startswith("photograph, a red mug")


@pytest.mark.parametrize(
    ("frames", "words"),
    [
        ([(0.1, 0.4, 0.3, 0.8)], "on the left"), ([(0.4, 0.0, 0.6, 0.2)], "in the middle near the top"),
        ([(0.05, 0.4, 0.2, 0.8), (0.7, 0.4, 0.9, 0.8)], "side by side across the frame"), ([], ""),
    ],
)  # fmt: skip
def test_a_place_in_the_frame_in_words(frames, words):
    assert stand(frames) == words


def test_words_that_no_scene_can_hold_are_told_all_the_same():
    prompt = "A mug and a glorbish apple"
    words = lambda prompt, whole: own_words(prompt, partial(unheeded, prompt), whole=whole)  # noqa: E731
    assert words(prompt, True) == prompt, "nothing was refined: the words themselves"
    assert words(prompt, False) == "In the manner of these words: glorbish"
    assert words(f"{prompt}\nmake the mug blue", True) == "In the manner of these words: glorbish", "what was refined is in the scene"
    assert words("", True) == words("a red mug\nmake it blue", True) == ""


# ── the contract ──


def test_progress_only_grows_previews_are_counted_and_it_can_be_cancelled():
    heard = []
    guided().make(job(), heard.append)
    done = [event.done for event in heard if isinstance(event, Progress)]
    assert done == sorted(done) and done[-1] == 1.0
    assert [event.index for event in heard if isinstance(event, Preview)] == list(range(sum(isinstance(e, Preview) for e in heard)))
    cancel = Cancel()
    with pytest.raises(Cancelled):
        guided().make(job(), lambda event: cancel.now() if isinstance(event, Preview) else None, cancel)


def test_the_same_recipe_gives_the_same_pixels():
    assert np.array_equal(guided().make(job()).picture, guided().make(job()).picture)


def test_what_the_painter_costs_is_quoted_and_what_it_was_ordered_is_fetched():
    class Paid(Asked):
        quote = lambda self, job: contracts.Quote(low=1, high=1, currency="XTS")  # noqa: E731

        def resume(self, remote_id, job, listen=contracts.nobody, cancel=None):
            return replace(PainterEngine.make(self, job, listen, cancel), provenance={"remote_id": remote_id})

    engine = guided(Paid())
    assert engine.quote(job()).low == 1 and isinstance(PainterEngine(), Local)
    assert engine.resume("r1", job()).provenance["remote_id"] == "r1"

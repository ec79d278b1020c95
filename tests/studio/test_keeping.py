"""A refinement of a led picture repaints what the words change, and keeps the rest pixel for pixel. The null engine stands on the stage."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.engines.guided.compare import changed
from diorama.contracts import Outcome, Warned
from diorama.engines.null import NullEngine
from diorama.image import encode, open_picture
from diorama.recipe import Input, Request, resolve
from diorama.scene import Camera, Environment, Layout, Lighting, Object, Scene, Viewpoint
from diorama.studio import Settings, Studio
from diorama.studio.difference import difference
from diorama.studio.keeping import held
from diorama.studio.refine import recipe_of
from diorama.studio.untouched import laid


class Stage(NullEngine):
    """On which bottles stand higher than jars."""

    def _subjects(self, job):
        tall = {s.id for s in job.recipe.scene.subjects if s.noun == "bottle"}
        return [{**one, "frame": [one["frame"][0], 0.2, *one["frame"][2:]]} if one["id"] in tall else one for one in super()._subjects(job)]


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home")) as made:
        made._engines["stage"] = Stage()
        yield made


def things(*nouns: str) -> Scene:
    subjects = tuple(Object(id=f"s{k}", noun=noun, thing="mug") for k, noun in enumerate(nouns))
    return Scene(subjects=subjects, environment=Environment(setting="tabletop"), lighting=Lighting(time="noon", hour=12), camera=Camera())


def made(studio, tmp_path, scene, parent=None, name="a.png"):
    if parent is None:
        request = Request(prompt="two mugs", scene=scene, width=384, height=256, seed=5, engine="painter+scene")
        recipe = studio.recipes(request, None)[0]
    else:
        recipe = recipe_of(studio, parent.entry.recipe, scene, "another")
    return studio.make(recipe, tmp_path / name, parent=parent.entry.id if parent else None, edit={"words": "another"} if parent else None)


def test_what_a_refinement_does_not_touch_stays_pixel_for_pixel(studio, tmp_path):
    first = made(studio, tmp_path, things("mug", "cup", "jar"))
    moved = things("mug", "cup", "jar")
    moved = moved.model_copy(update={"subjects": (*moved.subjects[:2], Object(id="s9", noun="bottle", thing="mug"))})
    second = made(studio, tmp_path, moved, first, "b.png")
    a, b = (open_picture(one.path.read_bytes()) for one in (first, second))
    mask = next(one for one in second.recipe.inputs if one.kind == "mask")
    may = open_picture(studio.history.inputs.get(mask.sha256))[..., 0] > 127
    assert 0 < may.mean() < 0.6
    assert np.array_equal(a[~may], b[~may]) and not np.array_equal(a[may], b[may])


def test_where_everything_changes_it_is_painted_anew(studio, tmp_path):
    first = made(studio, tmp_path, things("mug"))
    second = made(studio, tmp_path, things("mug", "cup", "jar", "pot", "vase"), first, "b.png")
    masks = [one for one in second.recipe.inputs if one.kind == "mask"]
    assert not masks or open_picture(studio.history.inputs.get(masks[0].sha256))[..., 0].mean() < 0.6 * 255


def test_a_third_picture_goes_by_the_second_not_by_the_first(studio, tmp_path):
    first = made(studio, tmp_path, things("mug", "cup"))
    second = made(studio, tmp_path, things("mug"), first, "b.png")
    third = made(studio, tmp_path, things("mug", "jar"), second, "c.png")
    sources = [one.sha256 for one in third.recipe.inputs if one.kind == "source"]
    assert len(sources) <= 1 and not set(sources) & {one.sha256 for one in second.recipe.inputs}


def test_another_thing_other_light_or_another_place_is_a_change_and_noise_is_none():
    ids, depth, light = np.zeros((60, 90), np.int32), np.full((60, 90), 2.0, np.float32), np.full((60, 90, 3), 0.4, np.float32)
    noise = light * np.random.default_rng(1).uniform(0.9, 1.1, light.shape).astype(np.float32)

    def outcome(**passes):
        return Outcome.of(np.zeros((60, 90, 3), np.uint8), passes={"ids": ids, "depth": depth, "linear": light, **passes})

    other, near, dark = ids.copy(), depth.copy(), light.copy()
    other[20:40, 20:40], near[20:40, 20:40], dark[20:40, 20:40] = 1, 1.5, 0.2
    assert not changed(outcome(), outcome(linear=noise)).any()
    for after in (outcome(ids=other), outcome(depth=near), outcome(linear=dark)):
        mask = changed(outcome(), after)
        assert mask[30, 30] and not mask[5, 80]


# ── what is photographed again ──


@pytest.fixture
def view(scene):
    """A noisy photograph, and the same view with a thing recoloured, other noise, and a soft shadow that is another."""
    rng = np.random.default_rng(3)
    plain = np.full((120, 180, 3), 140.0)
    before, after = plain + rng.normal(0, 0.4, plain.shape), plain + rng.normal(0, 0.4, plain.shape)
    before[40:80, 60:100], after[40:80, 60:100] = (180, 60, 50), (50, 80, 180)
    after[80:90, 60:120] -= 30
    told = scene.model_copy(update={"layout": Layout(viewpoint=Viewpoint(eye=(0, -1, 1), target=(0, 0, 0)), exposure=1.0)})
    recipe = resolve(Request(scene=told, width=180, height=120, seed=1, engine="stage"), told, engine_version="1")
    return recipe, *(np.rint(one).clip(0, 255).astype(np.uint8) for one in (before, after))


def test_of_a_view_photographed_again_what_no_eye_tells_apart_stays_to_the_bit(studio, view):
    recipe, before, after = view
    parent = studio.history.append(encode(before), recipe)
    made, outcome = held(studio.history, Stage(), recipe, Outcome.of(after), parent.id)
    changed = (outcome.picture != before).any(axis=2)
    assert (before != after).any(axis=2).mean() > 0.5, "noise alone changes most of it"
    near = np.zeros((120, 180), bool)
    near[35:95, 55:125] = True
    assert not changed[~near].any() and np.array_equal(outcome.picture[42:78, 62:98], after[42:78, 62:98])
    assert [one.kind for one in made.inputs] == ["kept"]
    again = laid(Outcome.of(after), made, studio.history.inputs)
    assert np.array_equal(again.picture, outcome.picture), "and it can be repeated"
    assert difference(before, outcome.picture, ("mug",), near).stray == 0 < difference(before, after, ("mug",), near).stray


@pytest.mark.parametrize("other", [{"seed": 2}, {"quality": "final"}, {"width": 182}, {"options": {"samples": 3}}])
def test_another_photograph_keeps_nothing(studio, view, other):
    recipe, before, after = view
    parent = studio.history.append(encode(before), recipe)
    made = recipe.model_copy(update=other)
    assert held(studio.history, Stage(), made, Outcome.of(after), parent.id)[0] is made


def test_a_light_that_changes_all_of_it_is_photographed_throughout(studio, view):
    recipe, before, _ = view
    parent = studio.history.append(encode(before), recipe)
    made, outcome = held(studio.history, Stage(), recipe, Outcome.of(before // 2), parent.id)
    assert made is recipe and np.array_equal(outcome.picture, before // 2)


def test_without_the_older_picture_all_of_it_is_photographed_and_that_is_said(studio, view):
    recipe, *_ = view
    lost = recipe.model_copy(update={"inputs": (Input(kind="kept", sha256="0" * 64),)})
    heard = []
    rendered = studio.render(lost, listen=heard.append)
    assert rendered.recipe.inputs == () and [one.code for one in heard if isinstance(one, Warned)] == ["kept_missing"]

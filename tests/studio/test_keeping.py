"""A refinement of a led picture repaints what the words change, and keeps the rest pixel for pixel. The null engine stands on the stage."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.engines.guided.compare import changed
from diorama.contracts import Outcome
from diorama.engines.null import NullEngine
from diorama.image import open_picture
from diorama.recipe import Request
from diorama.scene import Camera, Environment, Lighting, Object, Scene
from diorama.studio import Settings, Studio
from diorama.studio.refine import recipe_of


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

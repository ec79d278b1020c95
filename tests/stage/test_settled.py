"""What the stage settled is in the recipe: the same recipe gives the same pixels, and an edit leaves alone what it is not about. Renders small."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import binary_dilation, binary_erosion

from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.image.inlay import inlay
from diorama.language import read
from diorama.recipe import Request, resolve
from diorama.scene import carried, load
from diorama.scene.layout import moved
from diorama.studio import Change, Relight, applied, relight
from diorama.studio.extend import wider
from diorama.studio.relight import table_of

pytestmark = pytest.mark.stage


@pytest.fixture(scope="module")
def engine():
    made = StageEngine()
    yield made
    made.close()


@pytest.fixture(scope="module")
def first(engine):
    request = Request(prompt="a red mug and two lemons on an oak table", width=192, height=128, seed=5, quality="draft")
    recipe = resolve(request, read(request.prompt).scene, engine_version="1", options={"samples": 8, "threshold": 0.1, "preview": False})
    return recipe, engine.make(Job(recipe, passes=True))


def test_the_settled_recipe_gives_the_same_pixels(engine, first):
    recipe, outcome = first
    again = engine.make(Job(recipe.with_scene(outcome.scene)))
    assert again.scene == outcome.scene
    assert np.array_equal(again.picture, outcome.picture)


def test_a_thing_that_is_added_moves_nothing_else(engine, first):
    recipe, outcome = first
    data = outcome.scene.model_dump(mode="json")
    data["subjects"].append({"id": "added", "noun": "apple", "thing": "apple"})
    after = load({**data, "layout": None})
    after = after.model_copy(update={"layout": carried(outcome.scene, after)})
    more = engine.make(Job(recipe.with_scene(after), passes=True))
    old = {name: p for name, p in more.scene.layout.places.items() if name != "added.0"}
    assert old == outcome.scene.layout.places
    assert more.scene.layout.viewpoint == outcome.scene.layout.viewpoint
    index = next(s["index"] for s in more.report["subjects"] if s["id"] == "added")
    new = more.passes["ids"] == index
    assert new.any()
    assert np.array_equal(more.passes["ids"][~new], outcome.passes["ids"][~new])
    assert np.allclose(more.passes["depth"][~new], outcome.passes["depth"][~new])


def test_lights_add_up_and_relighting_equals_a_new_render_within_noise(engine):
    """The relit picture is as near to a render under the new light as two renders with other noise are to each other."""
    request = Request(prompt="a white vase on a table, window light from the left, a lit candle beside it", width=96, height=64, seed=3)
    recipe = resolve(request, read(request.prompt).scene, engine_version="1", options={"samples": 48, "threshold": 0.01, "preview": False})
    outcome = engine.make(Job(recipe, passes=True, lights=True))
    parts = sum(light for name, light in outcome.passes.items() if name.startswith("light:"))
    linear = outcome.passes["linear"]
    assert np.abs(parts - linear).mean() < 0.05 * linear.mean()

    wish = Relight(lights={"l1": Change(strength=0.25, kelvin=3000), "sky": Change(strength=0.5)})
    table = table_of(recipe, outcome)
    relit = relight(table, wish).astype(float)
    rendered = engine.make(Job(recipe.with_scene(applied(table.scene, wish)))).picture.astype(float)
    unchanged = outcome.picture.astype(float)
    assert np.abs(relit - rendered).mean() < 4.0
    assert np.abs(unchanged - rendered).mean() > 3 * np.abs(relit - rendered).mean()


def arranged(recipe):
    """The same where only what stands where is asked: one sample shows it as well."""
    return recipe.model_copy(update={"options": {**recipe.options, "samples": 1}})


def test_a_thing_moved_onto_another_goes_beside_it_and_the_camera_stays(engine, first):
    recipe, outcome = first
    scene = outcome.scene
    mug = scene.layout.places["s1.0"]
    after = scene.model_copy(update={"layout": moved(scene.layout, "s2.0", x=mug.x, y=mug.y)})
    there = engine.make(Job(arranged(recipe.with_scene(after)))).scene.layout
    assert there.viewpoint == scene.layout.viewpoint
    assert {n: p for n, p in there.places.items() if n != "s2.0"} == {n: p for n, p in scene.layout.places.items() if n != "s2.0"}
    assert 0.03 < np.hypot(there.places["s2.0"].x - mug.x, there.places["s2.0"].y - mug.y) < 0.2
    assert there.places["s2.0"].moved is None


def test_what_is_made_larger_stays_where_it_was_and_the_camera_too(engine, first):
    recipe, outcome = first
    data = outcome.scene.model_dump(mode="json")
    data["subjects"][0]["size"]["scale"] = 1.3
    after = load({**data, "layout": None})
    after = after.model_copy(update={"layout": carried(outcome.scene, after)})
    there = engine.make(Job(arranged(recipe.with_scene(after)))).scene.layout
    old = outcome.scene.layout
    assert there.viewpoint == old.viewpoint
    assert np.hypot(there.places["s1.0"].x - old.places["s1.0"].x, there.places["s1.0"].y - old.places["s1.0"].y) < 0.05


def test_the_room_behind_a_table_stays_when_a_thing_is_added_or_the_lamps_are_lit(engine, first):
    recipe, outcome = first
    room = outcome.scene.layout.room
    assert room is not None
    data = outcome.scene.model_dump(mode="json")
    data["subjects"].append({"id": "added", "noun": "typewriter", "thing": "typewriter"})
    data["lighting"] |= {"time": "night", "hour": 23.0}
    after = load({**data, "layout": None})
    after = after.model_copy(update={"layout": carried(outcome.scene, after)})
    assert engine.make(Job(arranged(recipe.with_scene(after)))).scene.layout.room == room


# ── the darkroom's photographs ──


def test_subjects_are_cut_out_with_soft_edges_in_the_same_light(engine, first):
    recipe, outcome = first
    ids, settled = outcome.passes["ids"], recipe.with_scene(outcome.scene)
    cut = engine.make(Job(settled.model_copy(update={"options": {**recipe.options, "background": "none"}}))).picture
    alpha, inside = cut[..., 3], binary_erosion(ids > 0, iterations=3)
    assert alpha[inside].min() > 250 and alpha[~binary_dilation(ids > 0, iterations=5)].max() == 0
    assert np.abs(cut[..., :3][inside].astype(int) - outcome.picture[inside]).mean() < 6
    shadowed = engine.make(Job(settled.model_copy(update={"options": {**recipe.options, "background": "shadow"}}))).picture
    assert shadowed[..., 3][~binary_dilation(ids > 0, iterations=5)].max() > 60


def test_a_wider_frame_shows_the_old_one_in_its_place(engine, first):
    recipe, outcome = first
    wide = engine.make(Job(wider(recipe.with_scene(outcome.scene), left=0, right=64, top=32, bottom=0)))
    within = wide.picture[32:, :192].astype(int)
    assert np.median(np.abs(within - outcome.picture)) < 8
    together = inlay(wide.picture, outcome.picture, 32, 0)
    assert np.array_equal(together[32:, :192], outcome.picture)


def test_what_came_near_the_lens_is_taken_again_from_its_layout_with_the_same_lens_and_focus():
    from diorama.engines.stage.engine import wordless
    from diorama.language import read
    from diorama.scene import Layout
    from diorama_stage.compose import set_out
    from diorama_stage.layout import written

    scene = read("a thimble and a chair").scene
    _, made = set_out(wordless(scene), seed=1, width=96, height=64)
    assert made.own_lens and not made.faults
    settled = scene.model_copy(update={"layout": Layout.model_validate(written(made.placements, made.shot, made.spread, own_lens=True))})
    _, again = set_out(wordless(settled), seed=1, width=96, height=64)
    assert again.shot == made.shot and again.placements == made.placements

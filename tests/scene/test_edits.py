"""Edits are data: they lead from one scene to another, back again, and join."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diorama.errors import SceneError
from diorama.scene import Camera, Colour, Environment, Lighting, Object, Scene, Surface, apply, diff

COLOURS = {"red": "#b3261e", "blue": "#2450a8"}
subjects = st.builds(
    lambda thing, count, colour: (thing, count, colour), st.sampled_from(["mug", "book", "vase"]), st.integers(1, 5), st.sampled_from(sorted(COLOURS))
)  # fmt: skip


def built(rows, focal) -> Scene:
    made = tuple(
        Object(id=f"s{k}", noun=t, thing=t, count=n, surface=Surface(colours=(Colour(name=c, hex=COLOURS[c]),))) for k, (t, n, c) in enumerate(rows)
    )  # fmt: skip
    return Scene(subjects=made, environment=Environment(setting="studio"), lighting=Lighting(time="noon", hour=12), camera=Camera(focal_length=focal))


scenes = st.builds(built, st.lists(subjects, max_size=4), st.sampled_from([35.0, 50.0, 85.0]))


@given(scenes, scenes)
def test_an_edit_leads_there_and_back(before, after):
    edit = diff(before, after)
    assert apply(before, edit) == after
    assert apply(after, edit.inverse()) == before


@given(scenes, scenes, scenes)
def test_two_edits_join_into_one(a, b, c):
    same_shape = len(a.subjects) == len(b.subjects) == len(c.subjects)
    if same_shape:
        assert apply(a, diff(a, b).then(diff(b, c))) == c


@given(scenes)
def test_no_change_is_an_empty_edit(scene):
    assert not diff(scene, scene).changes


def test_only_what_differs_is_named(scene):
    warmer = scene.model_copy(update={"camera": scene.camera.model_copy(update={"f_number": 8.0})})
    (change,) = diff(scene, warmer).changes
    assert change.path == ("camera", "f_number") and (change.before, change.after) == ("2.8", "8.0")


def test_an_edit_of_another_scene_is_refused(scene):
    other = scene.model_copy(update={"camera": scene.camera.model_copy(update={"f_number": 8.0})})
    edit = diff(other, scene)
    with pytest.raises(SceneError, match="another scene"):
        apply(scene, edit)

"""Prompts in fields: a label governs what stands after it."""

import pytest

from diorama.language import read
from diorama.language.syntax.labelled import fields


def near(words: str) -> set[tuple[str, str]]:
    scene = read(words).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    return {(nouns[r.subject], r.objects[0]) for r in scene.relations if r.kind == "near"}


def test_none_of_something_is_none_of_it_and_is_said():
    reading = read("text: none, people: no, subject: a vase of tulips")
    assert [s.noun for s in reading.scene.subjects] == ["vase", "tulip"]
    assert [d.code for d in reading.diagnostics if "people" in d.message] == ["left-out"]
    assert any(s.kind == "person" for s in read("people: two women, subject: a vase of tulips").scene.subjects)


def test_background_and_foreground_are_parts_of_the_frame():
    words = "foreground: a wet dog; background: a lighthouse; sky: stormy"
    assert near(words) == {("dog", "foreground"), ("lighthouse", "background")}
    assert read(words).scene.environment.weather == "storm"


def test_a_pose_goes_on_about_who_was_told_of():
    woman = read("Main subject: woman in a green coat. Pose: sitting on a bench, reading. Style: film photo.").scene.subjects[0]
    assert woman.posture == "sitting" and [a.deed for a in woman.actions] == ["reading"]


def test_a_surface_is_what_it_stands_on_and_not_its_own():
    scene = read("product: a leather wallet; surface: grey concrete; lighting: hard side light").scene
    assert scene.subjects[0].surface.material == "leather" and scene.environment.ground.material == "concrete"


@pytest.mark.parametrize("words", ["Subject: a fox. Camera: wide, low angle.", "subject: a fox | camera: wide"])
def test_a_wide_camera_is_a_wide_shot(words):
    assert read(words).scene.camera.framing == "wide"


def test_labels_in_brackets_part_what_they_stand_between():
    scene = read("[Subject] an old sailor [Setting] harbour [Lighting] overcast").scene
    assert [s.noun for s in scene.subjects] == ["sailor"]
    assert (scene.environment.setting, scene.environment.weather) == ("harbour", "overcast")


def test_one_colon_makes_no_fields():
    assert fields("background: a barn") == ()
    assert [f.name for f in fields("subject: a fox; background: a barn")] == ["subject", "background"]

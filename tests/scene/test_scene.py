"""Scenes are frozen data: they round-trip, forbid what they do not know, and say where they are wrong."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diorama.errors import SceneError
from diorama.scene import Environment, Lighting, Object, Relation, Scene, findings, load, schema


def test_a_scene_survives_its_own_json(scene):
    assert load(scene.to_json()) == scene


def test_equal_scenes_are_equal_texts(scene):
    assert load(scene.to_json(indent=2)).to_json() == scene.to_json()


def test_the_published_schema_accepts_what_scenes_write_and_rejects_what_they_refuse(scene):
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(scene.to_json()))
    wrong = json.loads(scene.to_json()) | {"subjekts": []}
    assert not validator.is_valid(wrong)


@pytest.mark.parametrize(
    ("change", "where", "says"),
    [
        ({"subjekts": []}, "subjekts", "did you mean"),
        ({"camera": {"focal_lenght": 50}}, "camera.focal_lenght", "did you mean"),
        ({"surplus": 1}, "surplus", "allowed: camera, "),  # nothing like it: no guess
        ({"camera": {"f_number": 0.1}}, "camera.f_number", "greater than or equal to 0.7"),
        ({"environment": {"setting": "moonbase"}}, "environment.setting", "'studio'"),
        ({"lighting": {"time": "teatime", "hour": 17}}, "lighting.time", "golden_hour"),
        ({"version": 99}, "version", "versions 1 to 2"),
        ({"relations": [{"subject": "s1", "kind": "on", "objects": ["s9"]}]}, "relations.0.objects", "s9"),
        ({"camera": {"focus": "s9"}}, "camera.focus", "s9"),
        ({"camera": {"aspect": [1, 20]}}, "camera.aspect", "1:20"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(scene, change, where, says):
    with pytest.raises(SceneError) as wrong:
        load({**json.loads(scene.to_json()), **change})
    assert wrong.value.where == where
    assert says in str(wrong.value)


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "null", b"\xff\xfe"])
def test_what_is_no_scene_is_refused_in_one_sentence(text):
    with pytest.raises(SceneError) as wrong:
        load(text)
    assert wrong.value.where == "scene"


def test_things_cannot_rest_on_each_other_in_a_circle(scene):
    circle = tuple(Relation(subject=a, kind="on", objects=(b,)) for a, b in (("s1", "s2"), ("s2", "s1")))
    assert any("rest on itself" in message for _, message in findings(scene.model_copy(update={"relations": circle})))


@given(st.integers(1, 100), st.sampled_from(["mug", "boat"]), st.floats(0.05, 20))
def test_any_count_and_size_within_range_round_trips(count, thing, size):
    scene = Scene(
        subjects=(Object(id="s1", noun=thing, thing=thing, count=count, size={"scale": size}),),
        environment=Environment(setting="studio"), lighting=Lighting(time="noon", hour=12),
    )  # fmt: skip
    assert load(scene.to_json()) == scene


def test_people_and_animals_are_subjects_told_apart_by_kind(scene):
    data = json.loads(scene.to_json())
    data["subjects"] += [
        {"kind": "person", "id": "ann", "noun": "woman", "age": 70, "posture": "sitting", "actions": [{"deed": "petting", "objects": ["cat"]}]},
        {"kind": "animal", "id": "cat", "noun": "cat", "species": "cat", "coat": {"marking": "tabby"}},
    ]
    made = load(data)
    assert [s.kind for s in made.subjects[-2:]] == ["person", "animal"] and made.subject("ann").age == 70 and made.subject("cat").thing == "cat"
    jsonschema.Draft202012Validator(schema()).validate(json.loads(made.to_json()))


@pytest.mark.parametrize(
    ("subject", "where", "says"),
    [
        ({"kind": "person", "id": "ann", "noun": "woman", "agee": 7}, "subjects.0.agee", "did you mean 'age'"),
        ({"kind": "ghost", "id": "ann", "noun": "ghost"}, "subjects.0.kind", "object, person, animal"),
        ({"kind": "person", "id": "ann", "noun": "woman", "actions": [{"deed": "hugging", "objects": ["bob"]}]}, "subjects.0.actions.0.objects", "no subject 'bob'"),
    ],
)
def test_a_wrong_person_is_named(scene, subject, where, says):
    with pytest.raises(SceneError) as caught:
        load({**json.loads(scene.to_json()), "subjects": [subject], "relations": []})
    assert caught.value.where == where and says in f"{caught.value} {caught.value.hint}"


def test_every_quantity_says_its_unit():
    numbers = [
        f"{name}.{field}" for name, model in schema()["$defs"].items() for field, kind in model.get("properties", {}).items()
        if '"type": "number"' in json.dumps(kind) and "unit" not in kind
    ]  # fmt: skip
    assert not numbers


def test_lists_within_lists_are_no_scene():
    with pytest.raises(SceneError, match="deeper than any scene goes"):
        load("[" * 100_000)

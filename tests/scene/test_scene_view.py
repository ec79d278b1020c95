"""The worker knows the scene's form as types, and changes nothing of a scene in place."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from diorama_stage.frozen import FrozenScene, frozen

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/scene_view.py"
SCENE = {"environment": {"setting": "studio", "features": ["window"]}, "subjects": [{"id": "mug", "states": ["steaming"]}]}


def test_the_types_are_those_of_the_schema():
    spec = importlib.util.spec_from_file_location("scene_view", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.TARGET.read_text("utf-8") == script.written(), "the scene's fields changed: run `python scripts/scene_view.py`"


def test_a_frozen_scene_is_the_same_scene():
    assert frozen(SCENE) == SCENE and frozen(frozen(SCENE)) == SCENE


@pytest.mark.parametrize(
    "change",
    [
        lambda scene: scene.update(subjects=[]),
        lambda scene: scene["environment"].pop("setting"),
        lambda scene: scene["environment"]["features"].append("clouds"),
        lambda scene: scene["subjects"][0]["states"].__iadd__(["full"]),
        lambda scene: scene["subjects"][0].__setitem__("id", "cup"),
        lambda scene: scene["subjects"].sort(),
    ],
)
def test_nothing_in_it_can_be_changed(change):
    with pytest.raises(FrozenScene, match="make another"):
        change(frozen(SCENE))


def test_another_is_made_of_it():
    before = frozen(SCENE)
    after = {**before, "environment": before["environment"] | {"setting": "street"}, "subjects": [*before["subjects"], {"id": "spoon"}]}
    assert (after["environment"]["setting"], len(after["subjects"])) == ("street", 2) and before == SCENE

"""The setting stands around the subjects, not in front of them: what the quick look saw is in the picture. Exact ids, small."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.language import read
from diorama.recipe import Request, resolve

pytestmark = pytest.mark.stage


@pytest.fixture(scope="module")
def engine():
    made = StageEngine()
    yield made
    made.close()


@pytest.mark.parametrize("prompt", [
    "a rowing boat on a calm lake", "a sailboat on the sea", "a red car in the desert", "a truck on a mountain road", "a white car on a country road",
    "a boat on a beach", "an oak tree in a snowy field", "a bicycle in a forest", "a chair in a meadow", "a yellow rubber duck on a lake",
])  # fmt: skip
def test_nothing_of_the_setting_hides_the_subject(engine, prompt):
    request = Request(prompt=prompt, width=160, height=108, seed=7)
    recipe = resolve(request, read(prompt).scene, engine_version="1", options={"samples": 1, "threshold": 1.0, "preview": False})
    outcome = engine.make(Job(recipe, passes=True))
    subject = outcome.report["subjects"][0]
    seen = outcome.passes["ids"] == subject["index"]
    rows = np.flatnonzero(seen.any(axis=1))
    assert seen.sum() > 60, "the subject is not in the picture"
    boxes = np.array([subject["low"], subject["high"]])
    eye = np.array(outcome.report["camera"]["eye"])
    assert eye[2] > 0.05
    assert rows[-1] < 107 and rows[0] > 0, "the subject runs out of the frame"
    near = float(np.linalg.norm(np.clip(eye, boxes[0], boxes[1]) - eye))
    nearer = outcome.passes["depth"][: rows[-1]] < 0.5 * near
    assert nearer.mean() < 0.15, "something of the setting stands close before the lens"


@pytest.mark.parametrize(("prompt", "least"), [("three stacked books on a table", 3), ("a stack of pancakes", 4)])
def test_a_stack_stands_one_upon_the_other(engine, prompt, least):
    request = Request(prompt=prompt, width=96, height=64, seed=7)
    recipe = resolve(request, read(prompt).scene, engine_version="1", options={"samples": 1, "threshold": 1.0, "preview": False})
    outcome = engine.make(Job(recipe))
    places = sorted((p.z for name, p in outcome.scene.layout.places.items() if name.startswith("s1.")))
    assert len(places) == least
    assert all(b > a + 0.004 for a, b in zip(places, places[1:], strict=False))


def test_a_bouquet_stands_in_its_vase(engine):
    request = Request(prompt="a bouquet of sunflowers in a vase", width=96, height=64, seed=7)
    recipe = resolve(request, read(request.prompt).scene, engine_version="1", options={"samples": 1, "threshold": 1.0, "preview": False})
    outcome = engine.make(Job(recipe))
    low = {s["thing"]: s for s in outcome.report["subjects"]}
    assert low["bouquet"]["low"][2] < 0.6 * low["vase"]["high"][2]

# SPDX-License-Identifier: GPL-3.0-or-later
"""What people have with them is in their hands, what is blown drifts from the mouth, and clothes go with the weather."""

from __future__ import annotations

import json

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

from diorama.language import read  # noqa: E402
from diorama_stage.figures import as_figures  # noqa: E402
from diorama_stage.people import as_things, company, places  # noqa: E402
from diorama_stage.people.climate import climate  # noqa: E402
from diorama_stage.people.garments import wardrobe  # noqa: E402
from diorama_stage.people.who import settle  # noqa: E402


def staged(prompt: str) -> dict:
    return company.staged(as_things(as_figures(json.loads(read(prompt).scene.model_dump_json()))))


def built(prompt: str, seed: int = 3):
    """The scene, its actors by id and where those are that have a place of their own."""
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    clear()
    scene = staged(prompt)
    actors = cast(scene, seed)
    return scene, {a.id: a for a in actors}, places.places(scene, actors)


WITH = [
    ("A nurse with a clipboard standing in a hospital corridor", {"clipboard"}),
    ("A woman with shopping bags walking down a street", {"shopping_bag"}),
    ("A boy with a bicycle", set()),
    ("A man with a dog", set()),
    ("A clipboard beside a nurse", set()),
]


@pytest.mark.parametrize(("prompt", "held"), WITH)
def test_what_somebody_is_with_is_in_their_hands_where_it_fits_them(prompt, held):
    """A nurse's clipboard lay on the floor, shopping bags stood in the street."""
    scene = staged(prompt)
    kinds = {s["id"]: s["thing"] for s in scene["subjects"]}
    assert {kinds[o] for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]} == held


@pytest.mark.parametrize(("prompt", "both"), [("A woman carrying two shopping bags", True), ("A man with a suitcase at a station", False)])
def test_what_has_a_handle_hangs_at_the_side(prompt, both):
    """Hands held suitcases before the chest."""
    _, actors, _ = built(prompt)
    m = next(a for a in actors.values() if a.measures.marks).measures.marks
    low = {side: bool(m[f"{side}_grip"][2] < m["hip"][2] + 0.05 and m[f"{side}_grip"][2] < m[f"{side}_elbow"][2] - 0.15) for side in ("left", "right")}
    assert low["right"]
    assert np.linalg.norm(m["right_grip"] - m["hip"]) < 0.5
    if both:
        assert low["left"]


def test_soap_bubbles_drift_from_the_mouth_of_who_blows_them_and_lie_beside_who_does_not():
    """They lay on the ground before her."""
    scene, actors, at = built("A girl blowing soap bubbles in a park")
    girl = next(a for a in actors.values() if a.measures.marks)
    bubbles = [a for a in actors.values() if a.item.kind == "soap_bubble"]
    mouth = girl.measures.marks["chin"]
    assert bubbles and all(at[b.id].z > mouth[2] - 0.2 for b in bubbles)
    ahead = (girl.measures.marks["nose"] - girl.measures.marks["neck"])[:2]
    assert all((np.array([at[b.id].x, at[b.id].y]) - mouth[:2]) @ ahead > 0 for b in bubbles)
    held = {o for r in scene["relations"] if r["kind"] == "holding" for o in r["objects"]}
    assert [a.item.kind for a in actors.values() if a.subject in held] == ["bubble_wand"]
    assert not any(s.get("blows") for s in staged("A girl beside soap bubbles")["subjects"])


CLIMATES = [
    ("A woman walking down a snowy street", "cold"),
    ("A man in a forest in winter", "cold"),
    ("A man in a kitchen in winter", ""),
    ("A woman in a street in the rain", "wet"),
    ("Two boys on a beach in summer", "shore"),
    ("Two boys on a beach in winter", "cold"),
    ("A girl in a meadow in summer", "hot"),
    ("A girl in a meadow", ""),
]


@pytest.mark.parametrize(("prompt", "told"), CLIMATES)
def test_the_place_tells_the_weather_that_people_are_dressed_for(prompt, told):
    assert climate(json.loads(read(prompt).scene.model_dump_json())) == told


@pytest.mark.parametrize("person", [{"sex": "female"}, {"sex": "male"}, {"sex": "female", "age": 7}, {"sex": "male", "age": 78}])
def test_nobody_is_out_in_the_snow_in_a_t_shirt_nor_on_a_beach_in_a_coat(person):
    for seed in range(12):
        cold, shore = ({w.place: w.key for w in wardrobe(settle({**person, "climate": c}, seed))} for c in ("cold", "shore"))
        assert "outer" in cold and cold["feet"] in ("boots", "ankle_boots", "work_boots") and cold["bottom"] not in ("shorts", "skirt")
        assert "outer" not in shore and "neck" not in shore and "feet" not in shore


def test_what_is_asked_to_be_worn_is_worn_in_any_weather():
    told = {"garment": "dress", "surface": {"colours": [], "material": None, "pattern": None, "finish": []}, "styles": []}
    for seed in range(6):
        worn = {w.place: w.key for w in wardrobe(settle({"sex": "female", "climate": "cold", "wears": [told]}, seed))}
        assert worn["whole"] == "dress" and not {"outer", "neck", "head"} & set(worn)


def test_the_picture_goes_near_to_food_on_the_worktop_and_cuts_no_head():
    """A cook's head was above the frame: the pancakes were small."""
    from diorama.language import stand_in
    from diorama_stage.compose import compose

    made = compose(stand_in(read("A cook flipping pancakes in a small kitchen, morning light")).scene.model_dump(mode="json"), seed=5, width=200, height=200)
    cook = next(a for a in made.actors if a.measures.marks)
    seen = made.shot.project(np.stack([cook.mark("crown"), cook.mark("chin")]))
    assert np.abs(seen[:, :2]).max() < 1.0

"""Things where people would put them: beside what stands on a cupboard, on the pavement, over a river, on rails."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from diorama.language import read
from diorama_stage.arrange import Constraint
from diorama_stage.constraints import _on_the_same
from diorama_stage.sets.plan import plan
from diorama_stage.staging import staged


def actor(id: str, half: float, height: float):
    return SimpleNamespace(id=id, item=SimpleNamespace(id=id, half_x=half, half_y=half, height=height))


FRIDGE, OVEN, BANANA = actor("fridge", 0.35, 1.7), actor("oven", 0.22, 0.3), actor("banana", 0.09, 0.04)
PLATE, CHAIR = actor("plate", 0.13, 0.02), actor("chair", 0.25, 0.9)


@pytest.mark.parametrize(
    ("on", "beside", "also"),
    [
        (("oven", "fridge"), ("banana", "oven"), True),  # a small thing beside what stands on a cupboard lies there too
        (("banana", "plate"), ("oven", "banana"), False),  # a plate is no furniture
        (("oven", "fridge"), ("chair", "oven"), False),  # a chair stays on the floor
    ],
)
def test_what_is_beside_a_load_shares_its_furniture(on, beside, also):
    ties = [Constraint(on[0], "on", (on[1],)), Constraint(beside[0], "right_of", (beside[1],))]
    out = _on_the_same(ties, [FRIDGE, OVEN, BANANA, PLATE, CHAIR])
    assert (Constraint(beside[0], "on", (on[1],)) in out) == also


@pytest.mark.parametrize(
    ("prompt", "setting", "place"),
    [
        ("a waterfall in a forest", "river", "waterfall"), ("a wooden bridge over a stream", "river", "stream"), ("a treasure chest in a cave", "cave", None),
        ("a ball on a playground", "playground", None), ("an airplane on a runway", "airfield", None),
        ("a treasure chest at the bottom of the sea", "underwater", None),
        ("Saturn in outer space", "space", None), ("a yellow submarine underwater", "underwater", None),
    ],
)  # fmt: skip
def test_places_are_themselves(prompt, setting, place):
    reading = read(prompt)
    environment = reading.scene.environment
    assert environment.setting == setting
    assert place is None or place in environment.place
    assert not [p.text for p in reading.phrases if p.status == "stand-in"]
    assert plan(environment.model_dump(mode="json"), 0.3).setting == setting


def test_a_bridge_over_a_river_hangs_in_no_air():
    scene = read("a stone bridge over a river").scene.model_dump(mode="json")
    assert any(r["kind"] == "above" for r in scene["relations"])
    assert not [r for r in staged(scene)["relations"] if r["kind"] == "above"]

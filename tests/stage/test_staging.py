"""The scene as a photographer sets it up before anything is built: where signs hang, and how much sky is seen."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama_stage.lens import UNDER_SKY

pytestmark = pytest.mark.stage


def staged(prompt: str) -> dict:
    from diorama_stage.staging import staged

    return staged(read(prompt).scene.model_dump(mode="json"))


@pytest.mark.parametrize(("prompt", "setting", "relations"), [
    ("Neon signs over shop fronts on a rainy street at night", "shop_front", [("on", "wall")]),
    ("A narrow street with neon signs, wet asphalt", "shop_front", [("on", "wall")]),
    ('A neon sign that says "BAR" on a city street at night', "street", [("above", "ground")]),
    ("A red neon sign on a brick wall", "brick_wall", [("on", "wall")]),
])  # fmt: skip
def test_neon_hangs_on_a_house_front_and_never_stands_on_the_road(prompt, setting, relations):
    scene = staged(prompt)
    assert scene["environment"]["setting"] == setting
    assert [(r["kind"], *r["objects"]) for r in scene["relations"]] == relations


def test_several_neon_signs_say_different_things_in_different_colours():
    from diorama_stage.actors import build
    from diorama_stage.cast import cast
    from diorama_stage.compose import clear

    clear()
    actors = cast(staged("Three neon signs over shop fronts at night"), 11)
    build(actors)
    looks = {repr(a.built.slots["tubes"]) + str(a.built.polygons) for a in actors}
    assert len(looks) == 3


def test_stars_that_are_asked_for_have_room_above_the_subject_unless_the_frame_is_told():
    assert staged("A red tent by a lake under the stars")["camera"]["composition"] == UNDER_SKY
    assert staged("A red tent by a lake at noon")["camera"]["composition"] != UNDER_SKY
    assert staged("A red tent by a lake under the stars, rule of thirds")["camera"]["composition"] == "rule_of_thirds"

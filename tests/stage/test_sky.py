"""Which sky an hour, a weather and a place have."""

from __future__ import annotations

import pytest

from diorama.language import read

pytestmark = pytest.mark.stage


@pytest.mark.parametrize(
    ("prompt", "kind", "aurora"),
    [
        ("A cabin by a lake under northern lights", "night", True),
        ("A cabin by a lake under northern lights at dusk", "night", True),
        ("A cabin by a lake at dusk", "dusk", False),
        ("A cabin by a lake on a starry night", "night", False),
        ("A cabin by a lake at noon", "day", False),
    ],
)
def test_an_aurora_is_seen_where_it_is_asked_for_and_dark(prompt, kind, aurora):
    from diorama_stage.light.sky import sky

    scene = read(prompt).scene.model_dump(mode="python")
    chosen = sky(scene["environment"], scene["lighting"], indoor=False)
    assert (chosen.kind, chosen.aurora) == (kind, aurora)


@pytest.mark.parametrize(
    ("role", "source", "leading"),
    [
        ("key", "softbox", True), ("key", "window", True), ("rim", "softbox", True),
        ("back", "spotlight", True), ("back", "window", False), ("fill", "softbox", False),
    ],
)
def test_a_rooms_daylight_gives_way_to_a_light_that_outlines_and_not_to_itself(role, source, leading):
    from diorama_stage.light import leads

    light = read("A mug on wet slate, rim light").scene.model_dump(mode="python")["lighting"]["lights"][0]
    assert leads(light) and leads({**light, "role": role, "source": source}) == leading


@pytest.mark.parametrize(
    ("prompt", "kind", "overhead"),
    [
        ("A red tractor on a farm with a rainbow over the valley", "day", {"rainbow_in_sky"}),
        ("A tent by a mountain lake under a shooting star", "night", {"shooting_star"}),
        ("A comet above the mountains at night", "night", {"comet"}),
        ("A tent by a mountain lake at noon and a shooting star", "day", set()),
        ("A rainbow umbrella in a meadow", "day", set()),
    ],
)
def test_rainbows_are_seen_by_day_and_meteors_by_night(prompt, kind, overhead):
    from diorama_stage.light.sky import sky

    scene = read(prompt).scene.model_dump(mode="python")
    chosen = sky(scene["environment"], scene["lighting"], indoor=False)
    assert (chosen.kind, set(chosen.overhead)) == (kind, overhead)


def test_a_rainbows_sun_is_behind_the_camera_and_low_enough_for_a_bow():
    from diorama_stage.light.sky import sky

    scene = read("A rainbow over the valley at noon").scene.model_dump(mode="python")
    chosen = sky(scene["environment"], scene["lighting"], indoor=False)
    assert chosen.sun[1] < 0 and 0 < chosen.elevation < 42

"""The plans of settings: pure, so tested without Blender."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diorama.scene.environment import INDOORS, Environment, SettingKind
from diorama.scene.look import Colour, Surface
from diorama_catalogue import settings
from diorama_stage.sets.plan import KINDS, RAISED, plan

SETTINGS = get_args(SettingKind)


def environment(setting: str, **more) -> dict:
    return Environment(setting=setting, **more).model_dump(mode="json")


def test_every_setting_of_the_scene_has_a_plan_and_says_what_it_shows():
    assert set(KINDS) == set(SETTINGS) == set(settings())


@pytest.mark.parametrize("setting", SETTINGS)
def test_indoors_agrees_with_the_scene(setting):
    assert plan(environment(setting), 0.3).indoor == (setting in INDOORS)


@given(st.sampled_from(SETTINGS), st.sampled_from(["table", "floor", "seamless", "terrain", "water", "shelf", "sill"]), st.floats(0, 4))
def test_the_subjects_fit_on_the_main_surface(setting, shape, extent):
    made = plan(environment(setting) | {"ground_shape": shape}, extent)
    assert made.half_x >= extent
    assert -made.front_y >= extent
    assert made.back_y >= extent
    assert made.wall_y is None or made.wall_y > extent
    assert made.camera_low > 0


@given(st.sampled_from(SETTINGS), st.sampled_from(["table", "floor", "seamless", "terrain", "water", "shelf", "sill"]), st.floats(0, 4))
def test_a_raised_surface_has_a_floor_below_and_a_level_one_is_the_floor(setting, shape, extent):
    made = plan(environment(setting) | {"ground_shape": shape}, extent)
    assert made.table == (made.shape in RAISED)
    assert (made.floor_z < -0.5) if made.table else (made.floor_z == 0)
    assert made.ceiling_z is None or made.ceiling_z > made.floor_z + 2


@given(st.sampled_from(SETTINGS), st.floats(0, 3), st.floats(0, 3))
def test_a_larger_group_never_gets_a_smaller_place(setting, a, b):
    small, large = plan(environment(setting), min(a, b)), plan(environment(setting), max(a, b))
    assert large.half_x >= small.half_x
    assert large.back_y - large.front_y >= small.back_y - small.front_y


@pytest.mark.parametrize(("setting", "shape"), [("tabletop", "table"), ("windowsill", "sill"), ("studio", "seamless"), ("sea", "terrain"), ("kitchen", "floor")])
def test_a_setting_keeps_the_surface_that_makes_it(setting, shape):
    assert plan(environment(setting), 0.1).shape == shape


def test_a_table_can_stand_in_any_room_and_outdoors_but_not_in_the_sky():
    for setting in ("cafe", "garden", "street", "kitchen", "beach"):
        assert plan(environment(setting, ground_shape="table"), 0.1).table
    for setting in ("sky", "sea"):
        assert not plan(environment(setting, ground_shape="table"), 0.1).table


def test_water_lies_below_the_shore_even_under_a_table():
    for setting in ("lake", "beach", "cliff", "city_skyline"):
        for shape in ("terrain", "table"):
            made = plan(environment(setting, ground_shape=shape), 0.2)
            assert made.water_z < made.floor_z


def test_an_asked_backdrop_brings_a_wall_close_behind_a_table():
    asked = Surface(colours=(Colour(name="white", hex="#ffffff"),))
    assert plan(environment("tabletop"), 0.1).wall_y is None
    assert plan(environment("tabletop", ground_shape="table", backdrop=asked), 0.1).wall_y > 0.1


def test_things_can_lean_on_the_brick_wall():
    made = plan(environment("brick_wall"), 0.9)
    assert 0.9 < made.wall_y < 1.6


def test_an_unknown_setting_is_an_error():
    with pytest.raises(KeyError):
        plan({"setting": "moon"}, 0.1)


def test_what_floats_stands_on_the_water_with_the_lens_above_it():
    for setting in ("lake", "sea"):
        made = plan(environment(setting) | {"ground_shape": "water"}, 2.0)
        assert (made.shape, made.water_z, made.surface) == ("water", 0.0, "water")
        assert made.camera_low > 0.5
    assert plan(environment("kitchen") | {"ground_shape": "water"}, 0.2).shape == "floor"

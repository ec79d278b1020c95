"""Light on people: their hair takes it and keeps it off, a reflector fills their shadows out of doors, coated glasses show the eyes."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.language import read
from diorama.scene import Environment, Lighting
from diorama_stage.light.luminaires import light_scene
from diorama_stage.light.sky import sky
from diorama_stage.people.doing import Stand, chosen_pose, idle_hands
from diorama_stage.people.who import settle

OUTDOORS = {"setting": "street", "weather": "clear"}


def lamps(lighting: dict, subjects=(), *, indoor: bool, faces: bool = True) -> dict:
    """The lamps of a scene by name."""
    import bpy

    from diorama_stage.compose import clear

    clear()
    told = Lighting.model_validate({"time": "morning", "hour": 9.0, **lighting}).model_dump()
    around = Environment.model_validate(OUTDOORS if not indoor else {"setting": "plain_room"}).model_dump()
    chosen = sky(around, told, indoor=indoor, camera_azimuth=0.0)
    light_scene(chosen, told, centre=np.zeros(3), extent=1.0, indoor=indoor, studio=False, subjects=subjects, faces=faces)
    return {o.name: o for o in bpy.data.objects if o.type == "LIGHT"}


@pytest.mark.stage
@pytest.mark.parametrize(
    ("lighting", "indoor", "faces", "fills"),
    [
        ({}, False, True, True),
        ({}, False, False, False),
        ({}, True, True, False),
        ({"mood": "low_key"}, False, True, False),
        ({"lights": [{"id": "l1", "source": "sun", "role": "back"}]}, False, True, False),
    ],
)
def test_a_reflector_fills_faces_out_of_doors_where_no_word_wants_their_shadows(lighting, indoor, faces, fills):
    assert ("reflector" in lamps(lighting, indoor=indoor, faces=faces)) == fills


@pytest.mark.stage
def test_a_told_light_is_filled_less():
    told = {"lights": [{"id": "l1", "source": "sun", "role": "key", "quality": "hard"}]}
    assert lamps(told, indoor=False)["reflector"].data.energy < lamps({}, indoor=False)["reflector"].data.energy


@pytest.mark.stage
def test_hair_takes_the_rooms_key_light_and_casts_its_shadow():
    import bpy

    from diorama_stage.compose import compose

    scene = read("A portrait of a woman with long hair, soft window light from the left").scene.model_dump(mode="json")
    (actor,) = compose(scene, seed=7, width=64, height=80).actors
    keys = [o for o in bpy.data.objects if o.type == "LIGHT" and o.light_linking.blocker_collection]
    assert actor.built.strands and keys
    for key in keys:
        assert {o.name for o in actor.built.strands} <= {o.name for o in key.light_linking.blocker_collection.objects}


def test_who_does_nothing_stands_in_one_of_many_ways_and_who_does_something_does_it():
    ways = {idle_hands(settle({"age": 30}, seed)) for seed in range(40)}
    assert {"at_sides", "hand_in_pocket", "arms_crossed"} <= ways
    assert {idle_hands(settle({"age": 5}, seed)) for seed in range(40)}.isdisjoint({"arms_crossed", "hand_in_pocket", "hands_in_pockets"})
    assert {idle_hands(settle({"role": "knight"}, seed)) for seed in range(20)} == {"at_sides"}
    dressed = {"age": 30, "sex": "female", "wears": [{"garment": "dress"}]}
    assert "hand_in_pocket" not in {idle_hands(settle(dressed, seed)) for seed in range(40)}
    waving = [chosen_pose(settle({"age": 30, "gestures": ["waving"]}, seed), Stand()).right for seed in range(6)]
    assert len(set(waving)) == 1
    left = {chosen_pose(settle({"age": 30}, seed), Stand()).left for seed in range(20)}
    assert len(left) > 3


def test_white_and_grey_hair_have_no_pigment_and_blond_hair_has():
    from diorama_stage.people.strands import fairness, tinted

    for white in ("#f2f0ec", "#8a8a88"):
        assert tinted(white) == 0.0
    assert tinted("#d8b878") == tinted("#6a452c") == 1.0
    assert fairness("#f2f0ec") == 1.0

"""Relighting: a weighted sum of light passes, developed again. The null engine gives an even share of light from each."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.recipe import Request
from diorama.studio import Change, LightTable, Relight, Settings, Studio, applied, relight

PROMPT = "a mug on a table, window light from the left, a warm rim light from behind"


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path, engine="null")) as made:
        yield made


@pytest.fixture
def entry(studio, tmp_path):
    request = Request(prompt=PROMPT, engine="null", width=96, height=64, seed=1)
    return studio.make(studio.recipes(request, studio.read(request))[0], tmp_path / "a.png").entry


def test_without_a_wish_the_lights_add_up_to_the_picture(studio, entry):
    table = studio.lights(entry)
    assert np.allclose(table.light.sum(axis=0), 0.18, atol=1e-3)
    assert {light.id for light in entry.recipe.scene.lighting.lights} < set(table.names)


def test_the_table_is_kept_and_opened_again(studio, entry):
    first = studio.lights(entry)
    again = studio.lights(entry)
    assert again.names == first.names
    assert again.scene == first.scene
    assert np.allclose(again.light, first.light, atol=1e-3)
    assert isinstance(again, LightTable)


def test_a_light_out_makes_it_darker_and_a_warm_one_redder(studio, entry):
    table = studio.lights(entry)
    plain = relight(table, Relight()).mean(axis=(0, 1))
    darker = relight(table, Relight(lights={"sky": Change(strength=0)})).mean(axis=(0, 1))
    warm = relight(table, Relight(lights={"l1": Change(kelvin=2800)})).mean(axis=(0, 1))
    assert (darker < plain).all()
    assert warm[0] > plain[0] and warm[2] < plain[2]


def test_stops_and_balance_are_the_cameras(studio, entry):
    table = studio.lights(entry)
    plain = relight(table, Relight()).mean()
    assert relight(table, Relight(stops=1)).mean() > plain
    cold = relight(table, Relight(white_balance=3200)).mean(axis=(0, 1))
    assert cold[2] > cold[0]


def test_an_unknown_light_is_named_with_those_there_are(studio, entry):
    with pytest.raises(RequestError, match="no light 'moonbeam'") as wrong:
        relight(studio.lights(entry), Relight(lights={"moonbeam": Change()}))
    assert "sky" in wrong.value.hint


def test_a_wish_is_written_into_the_scene(entry):
    before = entry.recipe.scene
    after = applied(before, Relight(lights={"l1": Change(strength=0.5, kelvin=3000), "sky": Change(strength=2)}))
    assert after.lighting.lights[0].strength == before.lighting.lights[0].strength * 0.5
    assert after.lighting.lights[0].kelvin == 3000
    assert after.lighting.levels == {"sky": 2}
    assert after.lighting.lights[1:] == before.lighting.lights[1:]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Things that fell over, or are said to lie, lie: as long as they were high, on the ground, with nothing in them."""

import pytest

pytest.importorskip("bpy")

from diorama.language import read
from diorama_stage.actors import build
from diorama_stage.cast import cast

pytestmark = pytest.mark.stage


def built(prompt: str):
    actors = cast(read(prompt).scene.model_dump(mode="json"), seed=3)
    build(actors)
    return actors[0].built


@pytest.mark.parametrize(
    ("standing", "lying"),
    [
        ("A wine bottle on a table", "A wine bottle lying on its side on a table"),
        ("A wooden chair in a room", "A fallen wooden chair in a room"),
        ("A violin", "A violin on a table"),
        ("A vase on a table", "A vase lying on a table"),
    ],
)
def test_it_lies_as_long_as_it_stood_high(standing, lying):
    up, down = built(standing), built(lying)
    high, sizes = up.high[2] - up.low[2], down.high - down.low
    assert sizes[2] < high
    assert max(sizes[:2]) == pytest.approx(high, rel=0.25)  # what lies on its back is turned a little from the line of sight
    assert down.low[2] == pytest.approx(0, abs=1e-6)
    assert not down.supports and down.interior is None


def test_what_lies_already_is_not_turned():
    assert (built("A fork lying on a table").high == built("A fork on a table").high).all()


def test_a_stack_of_suitcases_lies_flat_and_bears_what_is_on_it():
    flat = built("A stack of three suitcases topped with a straw hat")
    sizes = flat.high - flat.low
    assert sizes[2] == min(sizes)
    assert flat.supports[0].z == pytest.approx(flat.high[2])


def test_things_of_different_sizes_are():
    heights = [a.measures.high[2] for a in cast(read("Three white candles of different heights").scene.model_dump(mode="json"), seed=3)]
    assert len({round(float(h), 3) for h in heights}) == 3


def test_the_light_of_a_fallen_lamp_lies_with_it():
    lamp = built("A brass table lamp lying on its side on a table, switched on")
    assert lamp.emitters and all(-0.02 <= e.z <= lamp.high[2] + 0.02 and abs(e.x) <= lamp.high[0] + 0.02 for e in lamp.emitters)

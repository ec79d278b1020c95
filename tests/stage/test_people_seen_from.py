"""A lens that is told to be behind somebody sees their back."""

import pytest

pytest.importorskip("bpy")

from diorama_stage.people.doing import Stand, body_turn
from diorama_stage.people.who import settle


@pytest.mark.parametrize(("lens", "least", "most"), [(0.0, -24.0, 24.0), (180.0, 160.0, 200.0), (90.0, 70.0, 110.0)])
def test_nobody_turns_round_to_a_lens_that_was_put_behind_them(lens, least, most):
    turns = [body_turn(settle({}, seed), Stand(lens=lens)) for seed in range(12)]
    assert all(least <= t <= most for t in turns), turns

"""Eyes between their lids: the upper lid covers part of the iris, and no white shows below it in a calm face."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

SEEDS = range(6)


def margins(turned: bool, **traits) -> np.ndarray:
    """Mean distances, millimetres, from the iris's middle up to the upper lid and down to the lower one, and the iris's radius. `turned`: as eyes stand."""
    from diorama_stage.people import eyes, hair
    from diorama_stage.people.build import shape
    from diorama_stage.people.who import settle

    out = []
    for seed in SEEDS:
        _, rest, _ = shape(settle({**traits, "expression": "neutral"}, seed))
        for side in "lr":
            ball, upper, lower = eyes.ball(rest, side), hair.lid(side, 2, rest, 0.0), hair.lid(side, 1, rest, 0.0)
            at = ball.centre[2] + (ball.radius * np.sin(eyes.level(ball, upper, lower)) if turned else 0.0)
            high, low = (np.interp(ball.centre[0], *zip(*sorted((p[0], p[2]) for p in lid), strict=True)) for lid in (upper, lower))
            out.append((high - at, at - low, eyes.iris_of(ball) * ball.radius))
    return 1000 * np.mean(out, axis=0)


@pytest.mark.parametrize("traits", [{"age": 30, "sex": "female"}, {"age": 30, "sex": "male"}, {"age": 75, "sex": "male"}, {"age": 75, "sex": "female"}])
def test_an_iris_stands_between_its_lids_of_either_sex_and_at_any_age(traits):
    upper, lower, iris = margins(True, **traits)
    assert 3.3 < upper < iris - 0.5, "the upper lid covers some of it (measured: 4 to 5 mm over its middle)"
    assert upper < lower < iris + 0.8, "and hardly any white shows below"


def test_without_it_the_eyes_of_old_men_stared():
    upper, lower, iris = margins(False, age=75, sex="male")
    assert upper < 2.0 and lower > iris + 1.0

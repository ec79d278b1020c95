"""What things cover, by what Cycles tells of objects: those of one thing add up, the set is nobody, the most comes first."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage


def bits(value: int) -> np.ndarray:
    return np.full((2, 3), value, np.uint32).view(np.float32)


def share(value: float) -> np.ndarray:
    return np.full((2, 3), value, np.float32)


def test_objects_of_one_thing_add_up_and_the_most_comes_first():
    from diorama_stage.render.covering import RANKS, by_things

    ranks = [(bits(11), share(0.4)), (bits(99), share(0.3)), (bits(12), share(0.2)), (bits(21), share(0.1))]
    found = by_things(ranks, {11: 1, 12: 2, 21: 2})
    assert found.shape == (2, 3, 2 * RANKS)
    assert found[0, 0].tolist() == pytest.approx([1, 0.4, 2, 0.3, 0, 0, 0, 0])
    found = by_things([*ranks, (bits(12), share(0.2))], {11: 1, 12: 2, 21: 2})
    assert found[1, 2].tolist() == pytest.approx([2, 0.5, 1, 0.4, 0, 0, 0, 0])

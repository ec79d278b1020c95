"""What is shown on the way to a picture: each preview better than the one before, all of them together a trifle beside the picture."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.stage


def test_what_takes_long_sharpens_on_its_way():
    from diorama_stage.service import previews

    assert previews(480, 8) == [(256 / 480, 2)], "a draft is there soon"
    for side, samples in ((768, 32), (1024, 32), (2048, 16), (2048, 64), (4096, 8)):
        first, second = previews(side, samples)
        assert first[0] < second[0] and first[1] <= second[1]
        assert second[0] ** 2 * second[1] <= samples / 64 + 1e-9
    assert previews(64, 128) == [(1.0, 2)], "never larger than the picture"

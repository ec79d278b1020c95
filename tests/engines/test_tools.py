"""One conformance suite for every tool, by its kind: what `contracts.tools` promises, each keeps."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from diorama.contracts import Cancel, tool, tool_names, tools
from diorama.contracts.tools import Claim, Evidence, Judge, Tool, Upscaler
from diorama.errors import Cancelled, EngineUnavailable, RequestError

STEPS = np.repeat(np.repeat(np.arange(0, 256, 32, dtype=np.uint8)[None, :, None], 6, axis=0), 3, axis=2)


def test_tools_come_by_entry_points_and_are_listed_by_kind():
    assert "resample" in tool_names()
    assert "resample" in [one.capabilities().name for one in tools("upscale")]
    with pytest.raises(EngineUnavailable, match="no tool 'nonesuch'"):
        tool("nonesuch")


@pytest.mark.parametrize("name", tool_names())
def test_it_is_a_tool_and_names_itself(name):
    one = tool(name)
    assert isinstance(one, Tool) and one.capabilities().name == name and one.capabilities().title
    one.close()


PICTURE = np.kron(STEPS, np.ones((2, 2, 1), np.uint8))
"""Small: a network takes its time for each pixel."""


@cache
def _larger(one: Upscaler, factor: float) -> np.ndarray | str:
    """The picture by a factor, made once; what the tool says that it lacks, where it lacks something."""
    try:
        return one.upscale(PICTURE, factor).picture
    except EngineUnavailable as missing:
        return str(missing)


def _factors(one: Upscaler) -> tuple[float, ...]:
    return one.capabilities().factors or (4.0, 1.5, 2.0)


@pytest.mark.parametrize("one", tools("upscale"), ids=lambda one: one.capabilities().name)
class TestUpscaling:
    @pytest.fixture(autouse=True)
    def there(self, one: Upscaler):
        """What needs weights is tried where they are."""
        if "weights" in one.capabilities().needs and isinstance(missing := _larger(one, _factors(one)[0]), str):
            pytest.skip(missing)

    def test_the_size_is_the_factors(self, one: Upscaler):
        for factor in _factors(one):
            assert _larger(one, factor).shape == (round(len(PICTURE) * factor), round(len(PICTURE[0]) * factor), 3)

    def test_it_is_the_same_picture(self, one: Upscaler):
        factor = _factors(one)[0]
        back = _larger(one, factor).astype(float)[:: round(factor), :: round(factor)][: PICTURE.shape[0], : PICTURE.shape[1]]
        assert np.abs(back - PICTURE).mean() < 8

    def test_what_cannot_be_is_refused(self, one: Upscaler):
        for factor in (1.0, 0.5, 5000.0):
            with pytest.raises(RequestError):
                one.upscale(STEPS, factor)

    def test_cancelled_it_stops(self, one: Upscaler):
        cancel = Cancel()
        cancel.now()
        with pytest.raises(Cancelled):
            one.upscale(STEPS, 2.0, cancel=cancel)


@pytest.mark.parametrize("one", tools("judge"), ids=lambda one: one.capabilities().name)
def test_a_judge_has_a_verdict_for_each_claim_in_order(one: Judge):
    claims = [Claim(kind="present", subject="s1"), Claim(kind="count", subject="s1", value=2)]
    verdicts = one.judge(STEPS, claims, Evidence())
    assert [verdict.claim for verdict in verdicts] == claims

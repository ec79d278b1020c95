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


@cache
def _missing(one: Upscaler) -> str | None:
    """What a tool says that it lacks; asked once, for it takes a second."""
    try:
        one.upscale(STEPS, 2.0)
    except EngineUnavailable as missing:
        return str(missing)
    return None


@pytest.mark.parametrize("one", tools("upscale"), ids=lambda one: one.capabilities().name)
class TestUpscaling:
    @pytest.fixture(autouse=True)
    def there(self, one: Upscaler):
        """What needs weights is tried where they are."""
        if "weights" in one.capabilities().needs and (missing := _missing(one)):
            pytest.skip(missing)

    def test_the_size_is_the_factors(self, one: Upscaler):
        for factor in one.capabilities().factors or (1.5, 2.0, 4.0):
            assert one.upscale(STEPS, factor).picture.shape == (round(6 * factor), round(8 * factor), 3)

    def test_it_is_the_same_picture(self, one: Upscaler):
        factor = (one.capabilities().factors or (4.0,))[0]
        picture = np.kron(STEPS, np.ones((8, 8, 1), np.uint8))
        larger = one.upscale(picture, factor).picture.astype(float)
        back = larger[:: round(factor), :: round(factor)][: picture.shape[0], : picture.shape[1]]
        assert np.abs(back - picture).mean() < 8

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

"""The reading is held to a floor: what was read well stays so. The measure itself: `python -m bench.facts`."""

from __future__ import annotations

from bench.facts import briefs


def test_short_prompts_read_as_before_or_as_was_reviewed():
    found, _, total = briefs.differences()
    assert total > 1500
    assert len(found) <= 0.005 * total, "\n\n".join(briefs.told(d) for d in found[:20])

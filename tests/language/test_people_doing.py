"""What people do to what they have on, before a camera of their own, and with what a plural after a noun is taken for a verb."""

from __future__ import annotations

import pytest

from diorama.language import read

ROWS = [
    ("A man tying his shoelaces on a park bench", ["tying_shoes"], ["bench"]),
    ("A man tying a rope", ["working"], ["rope"]),
    ("A woman taking a selfie on a beach", ["taking_selfie"], []),
    ("A woman taking a photo of a dog", ["photographing"], ["dog"]),
    ("A girl blowing soap bubbles in a park", ["blowing"], ["soap_bubble"]),
    ("A ballet dancer caught in mid-leap", [], []),
    ("A boy catching a ball", ["catching"], ["ball"]),
]


@pytest.mark.parametrize(("prompt", "deeds", "things"), ROWS)
def test_what_people_do_is_read(prompt, deeds, things):
    people = [s for s in read(prompt).scene.subjects if s.kind == "person"]
    others = [getattr(s, "thing", None) or getattr(s, "species", "") for s in read(prompt).scene.subjects if s.kind != "person"]
    assert [a.deed for p in people for a in p.actions] == deeds
    assert len(others) == len(things) and all(t in o for t, o in zip(things, others, strict=True))

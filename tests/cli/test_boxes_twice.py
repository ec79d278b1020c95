"""A box is given to a thing once."""

from __future__ import annotations

import pytest

from diorama.cli.make import boxes
from diorama.errors import RequestError


def test_two_boxes_for_one_thing_are_refused() -> None:
    assert set(boxes(["mug=left third", "bowl=right third"])) == {"mug", "bowl"}
    with pytest.raises(RequestError, match="two boxes for 'mug'"):
        boxes(["mug=left third", "mug=right third"])

"""A file that is no scene is refused in one line, however deep it goes."""

from __future__ import annotations

import pytest

from diorama.errors import SceneError
from diorama.scene import load


def test_lists_within_lists_are_no_scene() -> None:
    with pytest.raises(SceneError, match="deeper than any scene goes"):
        load("[" * 100_000)

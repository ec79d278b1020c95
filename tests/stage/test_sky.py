"""Which sky an hour, a weather and a place have."""

from __future__ import annotations

import pytest

from diorama.language import read

pytestmark = pytest.mark.stage


@pytest.mark.parametrize(
    ("prompt", "kind", "aurora"),
    [
        ("A cabin by a lake under northern lights", "night", True),
        ("A cabin by a lake under northern lights at dusk", "night", True),
        ("A cabin by a lake at dusk", "dusk", False),
        ("A cabin by a lake on a starry night", "night", False),
        ("A cabin by a lake at noon", "day", False),
    ],
)
def test_an_aurora_is_seen_where_it_is_asked_for_and_dark(prompt, kind, aurora):
    from diorama_stage.light.sky import sky

    scene = read(prompt).scene.model_dump(mode="python")
    chosen = sky(scene["environment"], scene["lighting"], indoor=False)
    assert (chosen.kind, chosen.aurora) == (kind, aurora)

"""Heads are taken once more, finer, and laid into the picture: where, at which cost, and that nothing else changes."""

from __future__ import annotations

from types import SimpleNamespace

import bpy
import numpy as np
import pytest

from diorama.scene import Camera
from diorama_stage.heads import LEAST, SHARE, again, finer, heads
from diorama_stage.lens import frame

SIDE = 120


def lens(framing: str = "full", tall: float = 1.8):
    box = (np.array([-0.3, -0.2, 0.0]), np.array([0.3, 0.2, tall]))
    return frame(Camera(focal_length=50, framing=framing, composition="centred").model_dump(), [box], 1.0)


def somebody(turned: bool = False, aside: float = 0.0):
    side = -1.0 if turned else 1.0
    marks = {
        "left_eye": (0.031 * side + aside, -0.09 * side, 1.68),
        "right_eye": (-0.031 * side + aside, -0.09 * side, 1.68),
        "chin": (aside, -0.09 * side, 1.57),
        "crown": (aside, 0, 1.79),
    }
    return SimpleNamespace(index=3, built=SimpleNamespace(marks=marks), mark=lambda name: np.array(marks[name]))


def whole(side: int = SIDE) -> dict[str, np.ndarray]:
    """The passes of a picture where somebody is all there is."""
    grey = np.full((side, side, 4), 0.5, np.float32)
    return {"Combined": grey.copy(), "Noisy Image": grey.copy(), "light:l1": grey.copy(), "Depth": np.ones((side, side)), "IndexOB": np.full((side, side), 3.0)}


@pytest.fixture
def taken():
    """Taking white pictures of what Blender's border frames, and how many samples each was to have."""
    render = bpy.context.scene.render
    render.resolution_x = render.resolution_y = SIDE
    asked: list[tuple[int, int]] = []

    def take(samples: int) -> dict[str, np.ndarray]:
        wide = int(render.border_max_x * render.resolution_x) - int(render.border_min_x * render.resolution_x)
        high = int(render.border_max_y * render.resolution_y) - int(render.border_min_y * render.resolution_y)
        asked.append((samples, wide * high))
        return {name: np.ones((high, wide, 4), np.float32) for name in ("Combined", "Noisy Image", "light:l1")}

    return take, asked


def test_only_the_round_of_a_head_is_laid_in_and_costs_no_more_than_its_share(taken):
    take, asked = taken
    passes, shot = whole(), lens()
    assert again(passes, [somebody()], shot, 8, take) == 1
    new = passes["Combined"][..., 0]
    (head,) = heads([somebody()], shot, np.full((SIDE, SIDE), 3))
    y, x = np.nonzero(new != 0.5)
    assert len(y) and np.hypot(x + 0.5 - head.x, y + 0.5 - head.y).max() < 1.3 * head.half
    assert new[int(head.y), int(head.x)] == 1.0
    assert np.array_equal(passes["light:l1"], passes["Combined"]) and (passes["Depth"] == 1).all()
    assert sum(samples * pixels for samples, pixels in asked) <= SHARE * 8 * SIDE**2
    assert bpy.context.scene.render.resolution_x == SIDE and not bpy.context.scene.render.use_border


def test_backs_dots_and_who_is_hidden_are_not_taken_again(taken):
    take, asked = taken
    assert again(whole(), [somebody(turned=True)], lens(), 8, take) == 0
    hidden = whole() | {"IndexOB": np.full((SIDE, SIDE), 7.0)}
    assert again(hidden, [somebody()], lens(), 8, take) == 0
    small = whole(40)
    assert 2 * heads([somebody()], lens(), np.full((SIDE, SIDE), 3))[0].half > LEAST
    assert again(small, [somebody()], lens("establishing"), 8, take) == 0 and not asked


def test_the_finer_picture_is_the_better_the_smaller_the_head_and_none_where_there_is_enough():
    ids = np.full((400, 400), 3)
    (near,), (far,) = heads([somebody()], lens("full", 1.9), ids), heads([somebody()], lens("wide", 4.0), ids)
    of = lambda head, samples: finer(head, (400, 400), samples, SHARE * samples * 400**2)  # noqa: E731
    each = lambda head: (of(head, 8) or (1, 1))[0] ** 2 * (of(head, 8) or (1, 1))[1]  # noqa: E731
    assert far.half < near.half and each(far) >= each(near) > 1
    assert of(far, 8)[0] > 1
    assert finer(far, (400, 400), 8, 10.0) is None, "no samples are left"


def test_two_heads_share_what_may_be_spent(taken):
    take, asked = taken
    both = [somebody(aside=-0.15), somebody(aside=0.15)]
    assert again(whole(), both, lens(), 8, take) >= 1
    assert sum(samples * pixels for samples, pixels in asked) <= SHARE * 8 * SIDE**2
    assert asked == sorted(asked, key=lambda one: one[0]), "never fewer samples after more"

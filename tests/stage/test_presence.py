"""The contract of presence: what is asked for is in the frame, large, sharp and in view, or it is said. No Blender here."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from diorama.engines.stage.presence import unread, warnings
from diorama.language import read
from diorama_stage import lens
from diorama_stage.arrange import Item, Placement, Constraint
from diorama_stage.arrange.foreground import Near, foreground
from diorama_stage.arrange.raised import raised
from diorama_stage.nearer import sharp
from diorama_stage.presence import LEAST_AREA, LEAST_SIDE, Seen, confusion, sunken

WELL = Seen("s1.0", "s1", 0.9, 1.0, 0.3, 0.3, 0.05, 0.001)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"width": 0.04, "height": 0.04}, "small"), ({"area": LEAST_AREA / 4}, "small"), ({"width": 0.07, "height": 0.07, "area": LEAST_AREA / 2}, "small"),
        ({"share": 0.4}, "hidden"), ({"inside": 0.3, "share": 0.3}, "out_of_frame"),
        ({"blur": 0.1}, "blurred"), ({"sunk": 0.5}, "sunk"),
    ],
)  # fmt: skip
def test_each_way_of_not_being_present_is_found(changes, fault):
    assert WELL.faults(0.6) == ()
    assert fault in replace(WELL, **changes).faults(0.6)


def test_the_words_excuse_what_is_far_and_what_they_hide():
    assert replace(WELL, width=0.04, height=0.04).faults(0.6, small=True) == ()
    assert replace(WELL, share=0.2).faults(0.14) == ()


@pytest.mark.parametrize(("needed", "partial", "cut"), [(0.6, False, True), (0.6, True, False), (0.4, False, False)])
def test_what_nothing_excuses_lies_in_the_frame_whole(needed, partial, cut):
    assert ("out_of_frame" in replace(WELL, inside=0.7).faults(needed, partial=partial)) == cut


def test_a_nail_that_lies_aslant_is_named_by_its_length():
    assert replace(WELL, width=0.13, height=0.09, area=0.0013).faults(0.6) == ()


def test_a_spoon_is_named_by_its_length():
    thin = replace(WELL, width=0.3, height=0.03, area=0.004)
    assert thin.faults(0.6) == () and "small" in replace(thin, width=0.1).faults(0.6)


def test_what_grass_covers_is_measured_against_what_was_in_view_before():
    assert sunken([WELL], [replace(WELL, area=0.02)])[0].sunk == pytest.approx(0.6)


def _shot(**changes) -> lens.Shot:
    return replace(lens.Shot((0, -3, 1), (0, 0, 1), 0.0, 50.0, 2.8, 3.0, 0.0, 0.0, *lens.field_of_view(50.0, 1.5)), **changes)


def test_blur_is_the_circle_of_confusion_of_a_thin_lens():
    """50 mm at f/2.8, focused at 3 m: infinity is drawn as a disc of f² / (N (s − f)), 0.303 mm on a frame 24 mm high."""
    assert confusion(_shot(), 3.0) == 0
    assert confusion(_shot(), 1e6) == pytest.approx(50**2 / 2.8 / (3000 - 50) / 24, rel=1e-3)
    assert confusion(_shot(f_number=None), 0.1) == 0


def test_both_are_sharp_by_aperture_but_a_wide_one_that_was_asked_for_stays():
    both = sharp(_shot(), 1.0, 12.0)
    assert max(confusion(both, 1.0), confusion(both, 12.0)) <= 0.0121 and both.f_number > 2.8
    assert sharp(_shot(f_number=1.8), 1.0, 12.0).f_number == 1.8


BUS = lens.corners((-5.0, -2.0, 0.0), (5.0, 2.0, 3.0))


@pytest.mark.parametrize("side", ["left", "right", ""])
@pytest.mark.parametrize("count", [1, 6])
def test_small_things_stand_near_the_lens_on_their_side_and_large_enough(side, count):
    near = [Near(f"kettle.{k}", 0.12, 0.2, 0.2, side) for k in range(count)]
    fov = lens.field_of_view(35.0, 1.5)
    staged = foreground(near, BUS, fov, seed=3)
    shot = lens.Shot(staged.eye, staged.target, 0.0, 35.0, 8.0, staged.nearest, 0.0, 0.0, *fov)
    far = shot.project(BUS)
    assert np.abs(far[:, :2]).max() < 1 and np.ptp(far[:, 0]) > 0.6, "the bus is whole and large"
    for x, y in staged.places.values():
        seen = shot.project(lens.corners((x - 0.12, y - 0.12, 0.0), (x + 0.12, y + 0.12, 0.2)))
        assert np.abs(seen[:, :2]).max() < 1, "in the frame"
        assert min(np.ptp(seen[:, 0]) * 1.5, np.ptp(seen[:, 1])) / 2 > LEAST_SIDE, "and large enough"
        if side:
            assert (seen[:, 0].max() < far[:, 0].min() + 0.05) if side == "left" else (seen[:, 0].min() > far[:, 0].max() - 0.05)


def test_what_has_no_room_below_it_is_raised_and_a_table_is_not():
    box = np.array([(x, y, z) for x in np.linspace(-1, 1, 21) for y in np.linspace(-0.4, 0.4, 9) for z in (0.0, 0.4)])
    legs = np.abs(box[:, 0]) > 0.8
    table = np.where((legs | (box[:, 2] > 0))[:, None], box, box + (0, 0, 0.38))
    ball = Item("ball.0", "ball", "ball", 0.1, 0.1, 0.2, round=True)
    placed = [Placement("over.0", 0, 0, 0), Placement("ball.0", 0.1, 0, 0)]
    for form, height in ((box, 0.212), (table, 0.0)):
        over = Item("over.0", "over", "crate", 1.0, 0.4, 0.4, form=form)
        up, ground = raised([over, ball], [Constraint("ball.0", "under", ("over.0",))], placed)
        assert up.z == pytest.approx(height) and ground.z == 0


def test_things_of_like_size_are_not_parted():
    assert foreground([Near("horse.0", 1.0, 2.0, 2.0)], BUS, lens.field_of_view(50.0, 1.5)) is None


def test_what_could_not_be_had_is_said():
    scene = read("a pear behind a teapot").scene
    pear, teapot = (next(s.id for s in scene.subjects if s.thing == t) for t in ("pear", "teapot"))
    rows = [{"id": pear, "faults": ["hidden", "small"], **replace(WELL, share=0.31).told()}, {"id": teapot, "faults": [], **WELL.told()}]
    told = [w.text for w in warnings({"presence": rows}, scene)]
    assert len(told) == 1 and told[0].startswith("the pear is only 31% in view")


def test_what_cannot_be_read_is_told_with_the_size_from_which_it_could_be():
    scene = read('a mug that says "SLOW" beside a sign that reads "OPEN"').scene
    mug, sign = (next(s for s in scene.subjects if any(label.text == text for label in s.labels)) for text in ("SLOW", "OPEN"))
    small = [w.text for w in unread({"letters": {mug.id: 4.0, sign.id: 12.0}}, scene, 640)]
    assert len(small) == 1 and small[0].startswith("the smallest letters on the mug are 4 pixels high") and "--size 1600" in small[0]
    assert not list(unread({"letters": {mug.id: 4.0 * 2.5, sign.id: 12.0}}, scene, 1600))
    unseen = [w.code for w in unread({"letters": {mug.id: 10.0}}, scene, 640)]
    assert unseen == ["letters_unseen"]
    assert "--size" not in next(iter(unread({"letters": {mug.id: 0.2, sign.id: 12.0}}, scene, 640))).text

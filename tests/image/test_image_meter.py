import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.image import meter
from diorama.image.meter import KEY


def flat(level: float) -> np.ndarray:
    return np.full((60, 90, 3), level, np.float32)


@pytest.mark.parametrize("level", [1e-4, 0.18, 3.0, 5000.0])
def test_even_light_goes_to_middle_grey(level):
    assert level * 2 ** meter(flat(level)) == pytest.approx(0.18, rel=1e-3)


@pytest.mark.parametrize("mood", KEY)
def test_moods_lie_where_they_are_said_to(mood):
    assert meter(flat(0.18), mood=mood) == pytest.approx(KEY[mood], abs=1e-3)


def test_subjects_weigh_more_than_the_frame():
    light = flat(0.01)
    light[20:40, 30:60] = 0.5
    mask = np.zeros((60, 90), bool)
    mask[20:40, 30:60] = True
    with_mask, without = meter(light, subjects=mask), meter(light)
    assert without > with_mask + 1
    assert 0.5 * 2**with_mask < 1.5


def test_black_behind_the_subject_does_not_burn_it():
    light = flat(0.0)
    light[20:40, 30:60] = 0.5
    assert 0.5 * 2 ** meter(light) < 4


def test_a_small_lamp_changes_little_and_a_bright_sky_holds_exposure_back():
    lamp = flat(0.18)
    lamp[0:2, 0:2] = 1000.0
    assert meter(lamp) == pytest.approx(0, abs=0.1)
    backlit = flat(0.18)
    backlit[:15] = 20.0
    held = meter(backlit)
    assert held < -1


def test_darkness_and_wrong_masks():
    assert meter(flat(0.0)) == 0.0
    assert meter(flat(0.18), subjects=np.zeros((60, 90), bool)) == pytest.approx(0, abs=1e-3)
    with pytest.raises(RequestError, match="mask"):
        meter(flat(0.18), subjects=np.ones((10, 10), bool))

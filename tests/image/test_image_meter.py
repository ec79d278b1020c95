import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.image import meter
from diorama.image.meter import KEY
from diorama.image.photograph import held, settle, tones
from diorama.scene import Scene


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
    back = meter(backlit)
    assert back < -1


def test_darkness_and_wrong_masks():
    assert meter(flat(0.0)) == 0.0
    assert meter(flat(0.18), subjects=np.zeros((60, 90), bool)) == pytest.approx(0, abs=1e-3)
    with pytest.raises(RequestError, match="mask"):
        meter(flat(0.18), subjects=np.ones((10, 10), bool))


def seen(low: float, high: float) -> np.ndarray:
    """Metering of a picture whose light runs evenly, in stops, from `low` to `high`."""
    light = np.exp2(np.linspace(np.log2(low), np.log2(high), 64 * 64)).reshape(64, 64, 1).astype(np.float32)
    return np.concatenate([np.repeat(light, 3, axis=2), np.full((64, 64, 3), 0.4, np.float32), np.zeros((64, 64, 2), np.float32)], axis=2)


def test_flat_light_is_spread_and_fog_is_left_as_it_is():
    clear, foggy = (Scene.model_validate({"environment": {"setting": "meadow", "haze": haze}, "lighting": {"time": "noon", "hour": 12}}) for haze in (0.0, 0.6))
    assert tones(seen(0.06, 0.3), 0.0, clear)[0] == pytest.approx(0.03) and tones(seen(0.06, 0.3), 0.0, clear)[1] > 1.15
    assert tones(seen(0.06, 0.3), 0.0, foggy) == (0.0, 1.0)
    black, contrast = tones(seen(0.001, 4.0), 0.0, clear)
    assert black < 0.002 and contrast == 1.0


def test_tones_are_metered_once():
    """What has its exposure keeps its tones, those of an older picture (none) too; what has none is metered."""
    bare = Scene.model_validate({"environment": {"setting": "meadow"}, "lighting": {"time": "noon", "hour": 12}})
    first = settle(bare, seen(0.06, 0.3), {}).layout
    assert first.black > 0 and first.contrast > 1
    again = settle(bare.model_copy(update={"layout": first}), seen(0.001, 4.0), {}).layout
    assert (again.black, again.contrast) == (first.black, first.contrast)
    older = bare.model_copy(update={"layout": first.model_copy(update={"black": None, "contrast": None})})
    assert settle(older, seen(0.06, 0.3), {}).layout.black is None


def test_a_bright_frame_is_held_and_a_middling_one_is_not():
    white, middling = (held(np.full((32, 32, 8), level, np.float32), 0.0) for level in (0.72, 0.2))
    assert middling == 0.0 < 0.4 < white <= 0.5


def test_lanterns_in_a_dark_street_leave_the_street_to_be_seen():
    from diorama.studio.words import read

    metering = np.zeros((60, 90, 8), np.float32)
    metering[..., :3], metering[..., 3:6] = 0.004, 0.3  # a street lit by its lamps
    metering[20:30, 40:60, :3], metering[20:30, 40:60, 3:6], metering[20:30, 40:60, 6] = 0.6, 0.05, 1.0
    stops = {}
    for prompt in ("paper lanterns hanging over a street at night", "red apples on a street at night"):
        stops[prompt.split()[0]] = settle(read(prompt).scene, metering, {}).layout.exposure
    assert stops["paper"] > stops["red"] + 1  # no lantern is worth a black street
    assert 0.6 * 2 ** stops["paper"] <= 0.18 * 2**5.01

"""Noise is tested as noise: by its statistics, with the tolerance that the number of samples gives."""

import numpy as np
import pytest

from diorama.image import Development, develop, grain, run, stocks
from diorama.scene import Film


def shown(stock: str, level: float, side: int = 256, seed: int = 0) -> np.ndarray:
    light = np.full((side, side, 3), level, np.float32)
    return develop(light, Film(stock=stock, vignette=0), exposure_stops=0.0, seed=seed).astype(float)


@pytest.mark.parametrize("size", [6.0, 15.0, 60.0])
def test_the_field_has_unit_variance(size):
    field = grain.field(512, 512, size, 1, 3)
    clump = max(1.0, 4 * np.pi * ((size / (36000 / 512)) ** 2 + grain.SCANNER**2))
    tolerance = 5 * np.sqrt(2 * clump / (512 * 512))
    np.testing.assert_allclose(field.var(axis=(1, 2)), 1, atol=tolerance)
    np.testing.assert_allclose(field.mean(axis=(1, 2)), 0, atol=5 * np.sqrt(clump) / 512)


def test_same_seed_same_grain_and_other_seeds_share_nothing():
    one, same, other = (grain.field(300, 200, 8.0, seed, 1)[0] for seed in (5, 5, 6))
    np.testing.assert_array_equal(one, same)
    assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 5 / np.sqrt(one.size) * 2


def test_grain_follows_density():
    """Strongest in the middle, little in blacks and whites."""
    black, middle, white = (shown("tri_x_400", level)[..., 0].std() for level in (0.0005, 0.18, 30.0))
    assert middle > 2 * white and middle > 2 * black


def test_grain_is_of_the_frame_not_of_the_pixel():
    """A picture of twice the side, averaged down, shows the same strength of grain: Selwyn's law."""
    size, rms = 11.0, 17.0
    pitch = 36000 / 512
    small = grain.field(512, 512, size, 1, 1)[0] * grain.strength(rms, size, pitch)
    large = grain.field(1024, 1024, size, 2, 1)[0] * grain.strength(rms, size, pitch / 2)
    down = large.reshape(512, 2, 512, 2).mean((1, 3))
    # both pass a scanner: the large one's blur is half as wide on the frame, so they agree only to about a third
    assert down.std() == pytest.approx(small.std(), rel=0.35)
    assert large.std() > small.std()


def test_coarse_stocks_show_more_grain_than_fine_ones():
    noise = {key: shown(key, 0.18)[..., 1].std() for key in ("digital", "ektar_100", "portra_400", "portra_800", "tri_x_400", "ilford_delta_3200")}
    order = sorted(noise, key=noise.__getitem__)
    assert order == ["digital", "ektar_100", "portra_400", "portra_800", "tri_x_400", "ilford_delta_3200"]
    assert noise["digital"] < 0.8


def test_grain_does_not_change_the_tone():
    for key, stock in stocks().items():
        if stock.rms:
            quiet, loud = (shown(key, 0.18, seed=s).mean((0, 1)) for s in (1, 2))
            np.testing.assert_allclose(quiet, loud, atol=0.6, err_msg=key)


def test_grain_asked_for_is_added():
    light = np.full((256, 256, 3), 0.18, np.float32)
    deviations = [develop(light, Film(grain=g, vignette=0), exposure_stops=0.0).std() for g in (0, 0.3, 1.0)]
    assert deviations[0] < 0.8 < deviations[1] < deviations[2]


def test_grain_in_colour_is_mostly_of_light_and_a_little_of_colour():
    picture = shown("portra_800", 0.18)
    together = np.corrcoef(picture.reshape(-1, 3).T)
    assert (together[np.triu_indices(3, 1)] > 0.6).all() and (together[np.triu_indices(3, 1)] < 0.9).all()


def test_a_sensor_is_noisier_the_faster_it_is_and_most_in_the_light_tones():
    show = lambda level, speed: run(np.full((256, 256, 3), level, np.float32), Development(film=Film(vignette=0), speed=speed)).astype(float)  # noqa: E731
    none, day, night = (show(0.18, speed)[..., 1].std() for speed in (0.0, 200.0, 3200.0))
    assert none < 0.55 < 0.7 < day < 1.3 and 2.5 < night < 4.0
    black, middle, white = (show(level, 3200.0)[..., 1].std() for level in (0.0005, 0.25, 20.0))
    assert middle > 2 * black and middle > 1.5 * white
    np.testing.assert_allclose(show(0.18, 3200.0).mean((0, 1)), show(0.18, 0.0).mean((0, 1)), atol=5 * night / 256 + 0.1)

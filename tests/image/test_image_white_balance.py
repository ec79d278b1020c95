import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.image.measure import cct
from diorama.image.white_balance import balance, kelvin_to_rgb, kelvin_to_xy, planck_xy, warm


def test_black_body_at_illuminant_a():
    np.testing.assert_allclose(planck_xy(2855.5), (0.4476, 0.4075), atol=0.0015)


@pytest.mark.parametrize(("kelvin", "xy"), [(5000, (0.3457, 0.3585)), (5500, (0.3324, 0.3474)), (6500, (0.3127, 0.3290)), (7500, (0.2990, 0.3149))])
def test_daylight_is_that_of_the_cie(kelvin, xy):
    np.testing.assert_allclose(kelvin_to_xy(kelvin), xy, atol=2e-4)


@pytest.mark.parametrize("kelvin", [2200, 2856, 3200, 4000, 4500, 5000, 6500, 9000])
def test_mccamy_reads_back_the_temperature(kelvin):
    assert cct(kelvin_to_xy(kelvin)) == pytest.approx(kelvin, rel=0.02)


@pytest.mark.parametrize("kelvin", [2000, 3200, 4500, 5500, 6500, 12000])
@pytest.mark.parametrize("tint", [0, 20])
def test_balancing_makes_that_light_neutral(kelvin, tint):
    seen = balance(kelvin, tint) @ kelvin_to_rgb(kelvin, tint)
    np.testing.assert_allclose(seen / seen[1], 1, atol=0.003)


def test_6500_changes_nothing():
    np.testing.assert_allclose(balance(6500), np.eye(3), atol=1e-9)


def test_half_way_leaves_half_of_the_warmth():
    lamp = kelvin_to_rgb(3000)
    none, half, full = (matrix @ lamp for matrix in (balance(3000, amount=0.0), balance(3000, amount=0.5), balance(3000)))
    assert none[0] / none[2] > half[0] / half[2] > full[0] / full[2]


def test_directions_of_warmth_and_tint():
    assert kelvin_to_rgb(3000)[0] > kelvin_to_rgb(3000)[2] and kelvin_to_rgb(10000)[2] > kelvin_to_rgb(10000)[0]
    warmed = warm(1.0) @ np.ones(3)
    assert warmed[0] > 1 > warmed[2]
    magenta = kelvin_to_rgb(5500, 60)
    assert magenta[1] < kelvin_to_rgb(5500)[1] + 1e-9 and magenta[0] + magenta[2] > kelvin_to_rgb(5500)[0] + kelvin_to_rgb(5500)[2]


def test_out_of_range_is_said():
    with pytest.raises(RequestError, match="kelvin"):
        balance(500)

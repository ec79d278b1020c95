import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from diorama.errors import RequestError
from diorama.image import kelvin_to_rgb
from diorama.image.colour import to_encoded
from diorama.image.measure import illuminant_cct, lab_quantiles, light_direction, mean_lab, sharpness


def ball(side: int = 120) -> tuple[np.ndarray, np.ndarray]:
    """Normals of a sphere in the camera's frame, and its mask."""
    y, x = np.mgrid[1 : -1 : side * 1j, -1 : 1 : side * 1j] * 1.1
    inside = x * x + y * y < 1
    z = np.sqrt(np.where(inside, 1 - x * x - y * y, 0))
    return np.stack([x, y, z], -1), inside


@pytest.mark.parametrize(("azimuth", "elevation"), [(0, 0), (-45, 40), (90, 10), (-120, 25), (30, 75)])
def test_light_is_found_where_it_is(azimuth, elevation):
    normals, mask = ball()
    a, e = np.radians([azimuth, elevation])
    light = np.array([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)])
    noise = np.random.default_rng(1).normal(0, 0.02, mask.shape)
    found = light_direction(0.8 * np.maximum(normals @ light, 0) + 0.1 + noise, normals, mask)
    assert np.degrees(np.arccos(found.vector @ light)) < 4
    assert found.fit > 0.8
    assert np.linalg.norm(found.vector) == pytest.approx(1)
    if elevation < 70:
        assert found.azimuth == pytest.approx(azimuth, abs=5) and found.elevation == pytest.approx(elevation, abs=5)
    assert found.ambient == pytest.approx(0.1 / 0.9, abs=0.03)


def test_glints_do_not_turn_the_light():
    normals, mask = ball()
    light = np.array([-0.6, 0.6, 0.529])
    y = np.maximum(normals @ light, 0) + 0.1
    y[40:43, 40:43] = 50
    assert np.degrees(np.arccos(np.clip(light_direction(y, normals, mask).vector @ light / np.linalg.norm(light), -1, 1))) < 4


def test_even_light_has_no_direction():
    normals, mask = ball()
    with pytest.raises(RequestError, match="direction"):
        light_direction(np.ones(mask.shape), normals, mask)
    with pytest.raises(RequestError, match="few"):
        light_direction(np.ones(mask.shape), normals, np.zeros_like(mask))


def test_mean_lab_sees_only_the_mask():
    picture = np.zeros((20, 20, 3), np.uint8)
    picture[5:10, 5:10] = (255, 0, 0)
    mask = np.zeros((20, 20), bool)
    mask[5:10, 5:10] = True
    np.testing.assert_allclose(mean_lab(picture, mask), [53.24, 80.09, 67.20], atol=0.03)
    np.testing.assert_allclose(lab_quantiles(picture, mask)[1], mean_lab(picture, mask), atol=1e-9)
    with pytest.raises(RequestError, match="empty"):
        mean_lab(picture, np.zeros((20, 20), bool))


def test_sharpness_falls_with_blur_and_not_with_contrast_or_for_want_of_texture():
    disc = (np.hypot(*np.mgrid[-40:40, -40:40]) < 25).astype(float)
    planes = {"sharp": gaussian_filter(disc, 0.8), "soft": gaussian_filter(disc, 3.0)}
    planes["faint"] = 0.4 + 0.3 * planes["sharp"]
    found = {name: sharpness(np.repeat(plane[..., None], 3, -1)) for name, plane in planes.items()}
    assert found["faint"] == pytest.approx(found["sharp"], rel=1e-6)
    assert found["soft"] < found["sharp"] / 2
    with pytest.raises(RequestError, match="too few edges"):
        sharpness(np.full((80, 80, 3), 0.5))


@pytest.mark.parametrize("kelvin", [2700, 4000, 5500, 6500, 8000])
def test_a_grey_thing_tells_the_lights_temperature(kelvin):
    rgb = kelvin_to_rgb(kelvin) * 0.3
    picture = (to_encoded(np.broadcast_to(rgb, (16, 16, 3))) * 255).round().astype(np.uint8)
    assert illuminant_cct(picture) == pytest.approx(kelvin, rel=0.04)
    assert illuminant_cct(np.broadcast_to(rgb, (16, 16, 3)), linear=True) == pytest.approx(kelvin, rel=0.03)

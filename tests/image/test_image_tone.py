import importlib.util
from pathlib import Path

import numpy as np
import pytest

from diorama.image import tone
from diorama.image.colour import RGB_TO_XYZ, xy_to_xyz


def planes(rgb: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(np.asarray(rgb, np.float32).reshape(-1, 3).T[:, None, :])


def test_middle_grey_stays_where_it_is():
    np.testing.assert_allclose(tone.agx(planes([[0.18] * 3])).ravel(), 0.18, atol=2e-3)


def test_greys_stay_grey_and_rise():
    ramp = tone.agx(planes(np.repeat(0.18 * 2.0 ** np.linspace(-9.5, 6, 200), 3)))[:, 0]
    np.testing.assert_allclose(ramp - ramp.mean(0), 0, atol=2e-6)
    assert (np.diff(ramp[0]) > 0).all()
    assert ramp[0, 0] < 1e-3 and ramp[0, -1] > 0.95


def test_all_light_is_shown_within_range():
    rng = np.random.default_rng(3)
    wild = rng.normal(0, 1, (3, 64, 64)) * np.exp2(rng.uniform(-14, 14, (3, 64, 64)))
    shown = tone.agx(wild.astype(np.float32))
    assert np.isfinite(shown).all() and shown.min() >= 0 and shown.max() <= 1


def test_strong_light_fades_towards_white():
    dim, bright = (tone.agx(planes([[2.0**ev, 0.02 * 2.0**ev, 0.02 * 2.0**ev]]))[:, 0, 0] for ev in (-2, 6))
    assert np.ptp(bright) / bright.max() < np.ptp(dim) / dim.max()


def test_a_steeper_slope_turns_about_middle_grey():
    soft, hard = (tone.grey(np.array([0.02, 0.18, 1.0], np.float32), slope) for slope in (2.0, 3.2))
    assert hard[0] < soft[0] and hard[2] > soft[2] and hard[1] == pytest.approx(soft[1], abs=2e-3)


@pytest.mark.stage
def test_it_is_the_agx_that_blender_shows():
    """Against the table in Blender's data: FilmLight E-Gamut in log2 over 25 stops → display codes to the power 1/2.4."""
    found = importlib.util.find_spec("bpy")
    if found is None:
        pytest.skip("Blender is not installed")
    path = next(Path(found.origin).parent.glob("*/datafiles/colormanagement/luts/AgX_Base_sRGB.cube"))
    lines = path.read_text().splitlines()
    side = next(int(line.split()[1]) for line in lines if line.startswith("LUT_3D_SIZE"))
    table = np.array([[float(x) for x in line.split()] for line in lines if line[:1] in "-0123456789" and line]).reshape(side, side, side, 3)
    b, g, r = np.meshgrid(*[np.arange(side) / (side - 1)] * 3, indexing="ij")
    primaries = np.column_stack([xy_to_xyz(xy) for xy in ((0.8, 0.3177), (0.18, 0.9), (0.065, -0.0805))])
    egamut_to_xyz = primaries * np.linalg.solve(primaries, xy_to_xyz((0.3127, 0.3290)))
    light = 2.0 ** (np.stack([r, g, b], -1) * 25 + tone.LOG2_MIN) @ (np.linalg.inv(RGB_TO_XYZ) @ egamut_to_xyz).T
    inside = (light >= 0).all(-1)
    assert inside.sum() > 3000
    shown = tone.agx(planes(light[inside]))[:, 0].T ** (1 / 2.4)
    wrong = np.abs(shown - table[inside])
    assert wrong.mean() < 1e-3 and np.quantile(wrong, 0.98) < 8e-3

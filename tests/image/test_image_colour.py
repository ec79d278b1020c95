import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diorama.errors import RequestError
from diorama.image import colour

SHARMA = """
50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""
"""Table 1 of Sharma, Wu and Dalal (2005): two Lab colours and their CIEDE2000 difference."""


def test_ciede2000_gives_the_published_differences():
    table = np.array([[float(x) for x in line.split()] for line in SHARMA.strip().splitlines()])
    assert table.shape == (34, 7)
    np.testing.assert_allclose(colour.ciede2000(table[:, :3], table[:, 3:6]), table[:, 6], atol=6e-5)
    np.testing.assert_allclose(colour.ciede2000(table[:, 3:6], table[:, :3]), table[:, 6], atol=6e-5)


def test_every_srgb_code_survives_linear_light():
    codes = np.arange(256) / 255
    np.testing.assert_allclose(colour.to_encoded(colour.to_linear(codes)) * 255, np.arange(256), atol=1e-6)
    assert colour.to_linear(np.array(0.5)) == pytest.approx(0.21404, abs=1e-5)


@given(st.tuples(*[st.floats(0.001, 1)] * 3), st.sampled_from(["D65", "D50"]))
def test_lab_and_back(rgb, white):
    np.testing.assert_allclose(colour.lab_to_linear(colour.linear_to_lab(np.array(rgb), white), white), rgb, atol=1e-9)


@pytest.mark.parametrize("white", ["D65", "D50"])
def test_white_is_neutral_under_either_white(white):
    np.testing.assert_allclose(colour.linear_to_lab(np.ones(3), white), [100, 0, 0], atol=1e-9)


def test_known_lab_of_srgb_red():
    np.testing.assert_allclose(colour.encoded_to_lab(np.array([255, 0, 0], np.uint8)), [53.24, 80.09, 67.20], atol=0.03)
    np.testing.assert_allclose(colour.encoded_to_lab(np.array([255, 0, 0], np.uint8), "D50"), [54.29, 80.81, 69.89], atol=0.05)


def test_hex():
    assert colour.format_hex(colour.parse_hex("#c0ffee")) == "#c0ffee"
    assert colour.format_hex(colour.parse_hex("F80")) == "#ff8800"
    for wrong in ("#12345", "red", "#12345g", ""):
        with pytest.raises(RequestError, match="hex"):
            colour.parse_hex(wrong)

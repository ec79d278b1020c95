"""White balance: the colour of a light by its temperature, and the matrix that makes that light look neutral."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from diorama.errors import RequestError
from diorama.image.colour import RGB_TO_XYZ, XYZ_TO_RGB, adaptation, xy_to_xyz

NEUTRAL = 6500.0
"""Kelvin that leave linear Rec.709 as it is (D65)."""
KELVIN_RANGE = (1000.0, 40000.0)

WAVELENGTHS = np.arange(360.0, 831.0, 5.0)
"""Nanometres."""

_LOBES = {
    "x": ((1.056, 599.8, 37.9, 31.0), (0.362, 442.0, 16.0, 26.7), (-0.065, 501.1, 20.4, 26.2)),
    "y": ((0.821, 568.8, 46.9, 40.5), (0.286, 530.9, 16.3, 31.1)),
    "z": ((1.217, 437.0, 11.8, 36.0), (0.681, 459.0, 26.0, 13.8)),
}
"""Amplitude, centre and the widths below and above it: the multi-lobe fit of Wyman, Sloan and Shirley,
"Simple Analytic Approximations to the CIE XYZ Color Matching Functions", JCGT 2(2), 2013."""


def _observer() -> np.ndarray:
    """CIE 1931 colour matching functions at `WAVELENGTHS`, 3xN."""
    rows = []
    for lobes in _LOBES.values():
        row = np.zeros_like(WAVELENGTHS)
        for amplitude, centre, below, above in lobes:
            off = (WAVELENGTHS - centre) / np.where(WAVELENGTHS < centre, below, above)
            row += amplitude * np.exp(-0.5 * off**2)
        rows.append(row)
    return np.array(rows)


@lru_cache(maxsize=256)
def planck_xy(kelvin: float) -> tuple[float, float]:
    """Chromaticity of a black body: Planck's law under the CIE 1931 observer."""
    metres = WAVELENGTHS * 1e-9
    radiance = metres**-5 / np.expm1(1.438776877e-2 / (metres * kelvin))
    xyz = _observer() @ (radiance / radiance.max())
    return float(xyz[0] / xyz.sum()), float(xyz[1] / xyz.sum())


@lru_cache(maxsize=256)
def daylight_xy(kelvin: float) -> tuple[float, float]:
    """Chromaticity of CIE daylight at a *nominal* temperature (6500 gives D65), CIE 15:2004 equations 3.3 and 3.4."""
    t = kelvin * 1.4388 / 1.4380  # the series was defined with an older constant of radiation
    if t <= 7000:
        x = -4.6070e9 / t**3 + 2.9678e6 / t**2 + 0.09911e3 / t + 0.244063
    else:
        x = -2.0064e9 / t**3 + 1.9018e6 / t**2 + 0.24748e3 / t + 0.237040
    return x, -3.0 * x * x + 2.870 * x - 0.275


def kelvin_to_xy(kelvin: float, tint: float = 0.0) -> tuple[float, float]:
    """Chromaticity of a light: a black body to 4000 K, daylight from 5000 K, blended in mired between.

    `tint` moves it across the locus, -150 (green) to +150 (magenta): 3000 steps to a unit of CIE 1960 uv.
    Raises RequestError.
    """
    if not KELVIN_RANGE[0] <= kelvin <= KELVIN_RANGE[1]:
        raise RequestError(f"{kelvin:g} K is out of range", where="kelvin", hint=f"{KELVIN_RANGE[0]:g} to {KELVIN_RANGE[1]:g}")
    day = float(np.clip((1e6 / 4000 - 1e6 / kelvin) / (1e6 / 4000 - 1e6 / 5000), 0.0, 1.0))
    glow = planck_xy(kelvin) if day < 1 else (0.0, 0.0)
    sky = daylight_xy(kelvin) if day > 0 else (0.0, 0.0)
    xy = (glow[0] * (1 - day) + sky[0] * day, glow[1] * (1 - day) + sky[1] * day)
    return _across_locus(xy, kelvin, tint) if tint else xy


def _across_locus(xy: tuple[float, float], kelvin: float, tint: float) -> tuple[float, float]:
    def uv(point: tuple[float, float]) -> np.ndarray:
        x, y = point
        return np.array([4 * x, 6 * y]) / (-2 * x + 12 * y + 3)

    along = uv(planck_xy(kelvin * 1.01)) - uv(planck_xy(kelvin * 0.99))
    across = np.array([-along[1], along[0]]) / np.linalg.norm(along)
    across *= np.sign(across[1])  # upwards in v is towards green
    u, v = uv(xy) - across * tint / 3000.0
    return float(3 * u / (2 * u - 8 * v + 4)), float(2 * v / (2 * u - 8 * v + 4))


def kelvin_to_rgb(kelvin: float, tint: float = 0.0) -> np.ndarray:
    """Linear Rec.709 of a light of that temperature, scaled to luminance 1. Below about 1900 K blue is negative: clipped to 0."""
    rgb = np.maximum(XYZ_TO_RGB @ xy_to_xyz(kelvin_to_xy(kelvin, tint)), 0.0)
    return rgb / (RGB_TO_XYZ[1] @ rgb)


def balance(kelvin: float, tint: float = 0.0, amount: float = 1.0) -> np.ndarray:
    """The 3x3 matrix on linear Rec.709 under which light of `kelvin` looks neutral (Bradford).

    `amount` 0..1 adapts partly, as a photographer who leaves some warmth in an evening picture.
    """
    if amount != 1.0:
        kelvin = 1e6 / (1e6 / NEUTRAL + (1e6 / kelvin - 1e6 / NEUTRAL) * amount)
    change = adaptation(kelvin_to_xy(kelvin, tint), kelvin_to_xy(NEUTRAL))
    return XYZ_TO_RGB @ change @ RGB_TO_XYZ


def warm(warmth: float) -> np.ndarray:
    """A finish on top of white balance: -1 cold, +1 warm; ±90 mired, three quarters of an 85 filter."""
    return balance(1e6 / (1e6 / NEUTRAL - 90.0 * warmth)) if warmth else np.eye(3)

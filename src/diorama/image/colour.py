"""Colour spaces: sRGB codes ↔ linear Rec.709 ↔ CIE XYZ ↔ CIE Lab, and how far two colours are apart.

Arrays end in an axis of three. "Encoded" is sRGB as displayed (0..1, D65); "linear" is Rec.709 light (unbounded, D65).
Lab is relative to D65 unless `white="D50"` is asked for, as ICC and print work use it (adapted by Bradford).
"""

from __future__ import annotations

import re
from typing import Literal

import numpy as np

from diorama.errors import RequestError

Array = np.ndarray
White = Literal["D65", "D50"]

D65_XY = (0.3127, 0.3290)
D50_XY = (0.3457, 0.3585)

RGB_TO_XYZ = np.array(
    [[0.4123907993, 0.3575843394, 0.1804807884], [0.2126390059, 0.7151686788, 0.0721923154], [0.0193308187, 0.1191947798, 0.9505321522]]
)
"""Linear Rec.709 to XYZ (D65, Y of white = 1): IEC 61966-2-1 primaries."""
XYZ_TO_RGB = np.linalg.inv(RGB_TO_XYZ)
LUMA = RGB_TO_XYZ[1].astype(np.float32)
"""Weights of luminance in linear Rec.709."""

BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
"""XYZ to the sharpened cone space of Lam (1985), as used in ICC.1:2022 annex E."""


def to_linear(encoded: Array) -> Array:
    """sRGB codes 0..1 to linear light (IEC 61966-2-1)."""
    encoded = np.asarray(encoded)
    return np.where(encoded <= 0.04045, encoded / 12.92, ((np.maximum(encoded, 0.0) + 0.055) / 1.055) ** 2.4)


def to_encoded(linear: Array) -> Array:
    """Linear light to sRGB codes 0..1; clips what a display cannot show."""
    linear = np.clip(linear, 0.0, 1.0)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)


def luminance(linear: Array) -> Array:
    """Relative luminance Y of linear Rec.709, HxWx3 to HxW."""
    return linear @ LUMA.astype(linear.dtype)


def xy_to_xyz(xy: tuple[float, float]) -> Array:
    """XYZ of a chromaticity at Y = 1."""
    x, y = xy
    return np.array([x / y, 1.0, (1.0 - x - y) / y])


def adaptation(source: tuple[float, float], target: tuple[float, float]) -> Array:
    """The Bradford matrix that takes XYZ seen under the white `source` to XYZ seen under the white `target`."""
    cones = (BRADFORD @ xy_to_xyz(target)) / (BRADFORD @ xy_to_xyz(source))
    return np.linalg.inv(BRADFORD) @ (cones[:, None] * BRADFORD)


def _to_white(white: White) -> tuple[Array, Array]:
    """The white's XYZ, and linear Rec.709 → XYZ relative to it."""
    if white == "D65":
        return RGB_TO_XYZ @ np.ones(3), RGB_TO_XYZ
    matrix = adaptation(D65_XY, D50_XY) @ RGB_TO_XYZ
    return matrix @ np.ones(3), matrix


def linear_to_lab(linear: Array, white: White = "D65") -> Array:
    """CIE 1976 L*a*b* of linear Rec.709 (CIE 15:2004)."""
    reference, matrix = _to_white(white)
    t = (np.asarray(linear, np.float64) @ matrix.T) / reference
    f = np.where(t > (6 / 29) ** 3, np.cbrt(t), t / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def lab_to_linear(lab: Array, white: White = "D65") -> Array:
    """The inverse of `linear_to_lab`; may leave 0..1 for colours a display cannot show."""
    reference, matrix = _to_white(white)
    lab = np.asarray(lab, np.float64)
    fy = (lab[..., 0] + 16) / 116
    f = np.stack([fy + lab[..., 1] / 500, fy, fy - lab[..., 2] / 200], -1)
    t = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    return (t * reference) @ np.linalg.inv(matrix).T


def encoded_to_lab(encoded: Array, white: White = "D65") -> Array:
    """Lab of sRGB codes: 0..1, or 0..255 where the array is of integers."""
    encoded = np.asarray(encoded)
    if encoded.dtype.kind in "ui":
        encoded = encoded / 255.0
    return linear_to_lab(to_linear(encoded), white)


def parse_hex(text: str) -> Array:
    """`#rrggbb` or `#rgb` to sRGB codes 0..1. Raises RequestError."""
    match = re.fullmatch(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", text.strip())
    if not match:
        raise RequestError(f"{text!r} is not a hex colour", where="colour", hint="write it as #rrggbb")
    digits = match[1] if len(match[1]) == 6 else "".join(d * 2 for d in match[1])
    return np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)]) / 255.0


def format_hex(encoded: Array) -> str:
    """sRGB codes 0..1 to `#rrggbb`."""
    return "#" + "".join(f"{int(round(float(c) * 255)):02x}" for c in np.clip(encoded, 0, 1))


def ciede2000(lab1: Array, lab2: Array) -> Array:
    """CIEDE2000 colour difference, k_L = k_C = k_H = 1.

    Equations 2 to 22 of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes,
    Supplementary Test Data, and Mathematical Observations", Color Research and Application 30(1), 2005.
    """
    l1, a1, b1 = np.moveaxis(np.asarray(lab1, np.float64), -1, 0)
    l2, a2, b2 = np.moveaxis(np.asarray(lab2, np.float64), -1, 0)
    mean_c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - np.sqrt(mean_c7 / (mean_c7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = c1 * c2 == 0

    turn = np.round(h2 - h1, 10)  # hues exactly opposite must not fall to either side by rounding: the formula leaps there
    dh = np.where(grey, 0.0, turn - 360 * (turn > 180) + 360 * (turn < -180))
    dl, dc, dH = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(dh / 2))

    total = h1 + h2
    wrapped = np.where(total < 360, total + 360, total - 360)
    mean_h = np.where(grey, total, np.where(np.abs(turn) <= 180, total, wrapped) / 2)
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    rad = np.radians
    t = 1 - 0.17 * np.cos(rad(mean_h - 30)) + 0.24 * np.cos(rad(2 * mean_h))
    t += 0.32 * np.cos(rad(3 * mean_h + 6)) - 0.20 * np.cos(rad(4 * mean_h - 63))
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = -np.sin(2 * rad(30 * np.exp(-(((mean_h - 275) / 25) ** 2)))) * 2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    dl, dc, dH = dl / s_l, dc / s_c, dH / s_h
    return np.sqrt(np.maximum(dl**2 + dc**2 + dH**2 + rotation * dc * dH, 0.0))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours of light: colour temperature to linear Rec.709, and directions in the camera's frame to the world's."""

from __future__ import annotations

import numpy as np


def kelvin_rgb(kelvin: float) -> tuple[float, float, float]:
    """Linear Rec.709 of a black body, scaled to luminance 1.

    Chromaticity by the cubic fit of Kim et al. (US patent 7024034, 2002), valid 1667 to 25000 K. Flames are taken as 2200 K: below that, Rec.709 holds
    hardly any blue and surfaces multiplied by such light come out pink when the picture is balanced.
    """
    t = float(np.clip(kelvin, 2200, 25000))
    if t <= 4000:
        x = -0.2661239e9 / t**3 - 0.2343589e6 / t**2 + 0.8776956e3 / t + 0.179910
    else:
        x = -3.0258469e9 / t**3 + 2.1070379e6 / t**2 + 0.2226347e3 / t + 0.240390
    if t <= 2222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif t <= 4000:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    xyz = np.array([x / y, 1.0, (1 - x - y) / y])
    to_rgb = np.array([[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]])
    rgb = np.maximum(to_rgb @ xyz, 0.0)
    return tuple(float(c) for c in rgb)


def towards(azimuth: float, elevation: float, camera_azimuth: float = 0.0) -> np.ndarray:
    """Unit vector from the subject to a light, in the world. Azimuth in the camera's frame: 0 from behind the camera (-Y), 90 from the right (+X)."""
    a, e = np.radians(azimuth + camera_azimuth), np.radians(elevation)
    return np.array([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])


def hex_rgb(hex: str) -> tuple[float, float, float]:
    """sRGB `#rrggbb` to linear."""
    channels = [int(hex[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)

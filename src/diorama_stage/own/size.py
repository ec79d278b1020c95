# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a file's thing is. Files tell lengths without their unit, or in the wrong one: the unit is the one in which
the thing is about as large as such things are."""

from __future__ import annotations

UNITS = {"m": 1.0, "mm": 0.001, "cm": 0.01, "in": 0.0254}
"""Metres, in the order in which files have them."""
NEAR = 3.0
"""A thing is believed to be up to so many times as large, or as small, as its kind usually is."""


def scale(longest: float, usual: float) -> tuple[float, str]:
    """The factor that makes a length of a file metres, and its unit; a factor that makes it as large as usual, and "", where no unit does.

    >>> scale(210, 0.3)
    (0.001, 'mm')
    """
    for unit, metres in UNITS.items():
        if 1 / NEAR <= longest * metres / usual <= NEAR:
            return metres, unit
    return usual / longest, ""

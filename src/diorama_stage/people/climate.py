# SPDX-License-Identifier: GPL-3.0-or-later
"""For which weather people are dressed of whose clothes the words tell nothing. Pure on the scene."""

from __future__ import annotations

from diorama_catalogue import SettingTag, places

SNOWY = frozenset(("snow", "snow_covered", "snowy", "ice", "frozen", "frosty"))
"""Words for a place where it is cold."""
WET = frozenset(("rain", "storm"))
COLD_PLACES, SHORES = frozenset(("snow_field",)), frozenset(("beach", "pool"))
BEYOND = frozenset(("space", "moon_surface", "planet_surface", "underwater", "studio", "tabletop", "windowsill"))
"""Settings that have no weather, or are no place."""


def climate(scene: dict) -> str:
    """What it is to be out of doors there: cold, wet, shore or hot; "" indoors, where there is no weather and where the words tell of nothing particular.

    `scene`: as data; a row of `[climate]` in `outfits.toml` goes by each.
    """
    environment = scene["environment"]
    setting, weather, season = environment["setting"], environment.get("weather"), environment.get("season")
    if setting in places(SettingTag.INDOORS) | BEYOND:
        return ""
    if weather == "snow" or season == "winter" or setting in COLD_PLACES or SNOWY & set(environment.get("place") or ()):
        return "cold"
    if weather in WET:
        return "wet"
    if setting in SHORES and season in (None, "summer") and weather in ("clear", "partly_cloudy", None):
        return "shore"
    return "hot" if season == "summer" else ""

"""Environment: where the picture is taken, in what weather."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diorama.scene.base import Model, unit
from diorama.scene.look import Part, Surface
from diorama_catalogue import SettingTag, places

SettingKind = Literal[
    "studio", "tabletop", "kitchen", "cafe", "living_room", "bedroom", "bathroom", "office", "library", "workshop", "windowsill", "plain_room", "brick_wall",
    "street", "shop_front", "railway_platform", "garden", "park", "meadow", "forest", "beach", "sea", "cliff", "lake", "desert", "mountains", "snow_field",
    "city_skyline", "rooftop", "sky", "river", "cave", "space", "underwater", "playground", "airfield", "savannah",
    "classroom", "laboratory", "hospital_room", "theatre", "church_interior", "supermarket", "bakery", "gym",
    "sports_hall", "museum", "factory", "warehouse", "garage", "subway",
    "greenhouse", "canal", "city_river", "harbour", "jungle", "moon_surface", "planet_surface", "sports_field", "parking_lot", "pool", "courtyard", "ruins",
    "lecture_hall", "airport_hall", "temple_interior", "porch", "driveway", "village", "carriage",
    "ballroom", "great_hall", "hotel_lobby", "laundromat", "nightclub", "barn_interior", "cellar",
]  # fmt: skip
INDOORS = places(SettingTag.INDOORS)

Weather = Literal["clear", "partly_cloudy", "overcast", "rain", "storm", "snow", "fog", "mist", "haze", "dust"]


class Environment(Model):
    setting: SettingKind
    words: str = ""
    """The prompt's own words for the place ("Big Sur, California"); for people's eyes: no engine need read them."""
    place: tuple[str, ...] = ()
    """What these words name of what the catalogue declares for the setting: cobbles, paris, pine, jetty, unpaved …"""
    ground: Surface = Surface()
    """Table top, floor or ground, where asked for (walnut, white marble, linen, wet asphalt)."""
    ground_shape: Literal["table", "floor", "seamless", "terrain", "shelf", "sill"] = "floor"
    backdrop: Surface = Surface()
    """Wall, seamless paper or backdrop."""
    features: tuple[str, ...] = ()
    """What else is to be seen of the place: window, rain_on_window, curtains, hills, mountains, lake, clouds, stars, moon, waves, trees, flowers, buildings, shelves, books, puddles …"""
    fittings: tuple[Part, ...] = ()
    """What the place has of its own and how it is to look, where that is asked for: the curtains of a room, the tables of a café."""
    weather: Weather = "clear"
    haze: float = Field(default=0.0, ge=0, le=1, json_schema_extra=unit("1"))
    """How much the air veils the distance: 0 clear, 0.3 slight haze, 1 dense fog."""
    wetness: float = Field(default=0.0, ge=0, le=1, json_schema_extra=unit("1"))
    """0 dry, 1 rain-wet ground with puddles."""
    season: Literal["spring", "summer", "autumn", "winter"] | None = None

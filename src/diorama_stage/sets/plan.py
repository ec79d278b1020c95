# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a setting: where things may stand, what is below and behind, before anything is built. Pure: no Blender here.

environment (JSON) + extent of the arranged subjects → Plan. Arrangement, lens and light read it; the builder keeps to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from diorama_stage.scene_view import Environment, Surface


@dataclass(frozen=True)
class Plan:
    """The main surface is z = 0; the camera is at -Y and looks towards +Y; the origin is the middle of the subjects. Metres."""

    setting: str
    half_x: float
    """Things may stand at |x| ≤ half_x."""
    front_y: float
    back_y: float
    """Things may stand at front_y ≤ y ≤ back_y."""
    wall_y: float | None
    """A wall that things can lean on or hang from stands at this y > 0; None: there is none."""
    indoor: bool
    sky: bool
    """The world's sky is seen and lights the scene."""
    floor_z: float
    """Height of the floor below a table, shelf or sill; 0 where the surface is the floor."""
    camera_low: float
    """The camera must stay above this z."""
    table: bool
    """The main surface is a table top (or counter), a shelf or a sill, raised above the floor."""
    shape: str
    """table, floor, seamless, terrain, water, shelf or sill."""
    surface: str
    """The main surface's usual material, where the description asks for none."""
    water_z: float | None = None
    """Level of the water in the picture; None: no water."""
    horizon: bool = False
    """The picture reaches to the horizon (kilometres)."""
    ceiling_z: float | None = None
    """Height of the ceiling, where there is one."""
    reach: float = 6.0
    """How far from the subjects the camera can usefully stand, metres."""
    lens: float = 50.0
    """A focal length that suits the setting where none is asked for, millimetres."""
    camera_z: float | None = None
    """A camera height that suits a picture of the place itself; None: as the subjects ask."""
    hung: tuple[float, float, float, float] | None = None
    """A sign that hangs free over the ground: x low and high, y, z of its top."""


@dataclass(frozen=True)
class Kind:
    """What a setting is like before extent and description are known. Distances in metres, beyond the subjects' extent."""

    shape: str
    surface: str
    half_x: float
    front: float
    back: float
    wall: float | None = None
    indoor: bool = False
    sky: bool = True
    ceiling: float | None = None
    water: float | None = None
    horizon: bool = False
    reach: float = 40.0
    lens: float = 50.0
    camera_z: float | None = None


def _room(surface: str, *, wall: float = 2.6, half_x: float = 1.8, ceiling: float = 2.7, lens: float = 35.0, reach: float = 8.0) -> Kind:
    return Kind("floor", surface, half_x, 1.2, 1.4, wall, indoor=True, sky=False, ceiling=ceiling, reach=reach, lens=lens, camera_z=1.35)


KINDS: dict[str, Kind] = {
    "studio": Kind("seamless", "paper", 1.5, 1.0, 0.8, indoor=True, sky=False, reach=20.0, lens=85.0),
    "tabletop": Kind("table", "oak", 0.55, 0.3, 0.28, indoor=True, sky=False, reach=3.0, lens=85.0),
    "kitchen": _room("tile"),
    "cafe": _room("oak", wall=4.6),
    "living_room": _room("oak", wall=2.6),
    "bedroom": _room("oak", wall=2.7),
    "bathroom": _room("tile", wall=2.2),
    "office": _room("carpet", wall=3.4),
    "library": _room("oak", wall=3.6, ceiling=3.4),
    "workshop": _room("concrete", wall=2.6, ceiling=3.2),
    "windowsill": Kind("sill", "oak", 0.6, 0.12, 0.1, indoor=True, sky=False, reach=3.0, lens=70.0),
    "plain_room": _room("oak", wall=1.9, half_x=2.0),
    "brick_wall": Kind("floor", "concrete", 3.0, 1.6, 0.3, 0.35, reach=14.0, lens=50.0, camera_z=1.2),
    "street": Kind("floor", "asphalt", 2.6, 3.0, 5.0, lens=50.0, camera_z=1.5),
    "shop_front": Kind("floor", "stone", 2.4, 1.6, 0.4, 0.6, reach=14.0, lens=40.0, camera_z=1.5),
    "railway_platform": Kind("floor", "concrete", 1.5, 3.0, 5.0, lens=50.0, camera_z=1.55),
    "garden": Kind("terrain", "grass", 2.0, 1.5, 1.2, lens=50.0, camera_z=1.3),
    "park": Kind("terrain", "grass", 3.0, 2.5, 3.0, horizon=True, lens=50.0, camera_z=1.5),
    "meadow": Kind("terrain", "grass", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=1.2),
    "savannah": Kind("terrain", "soil", 4.0, 3.0, 4.0, horizon=True, lens=50.0, camera_z=1.5),
    "forest": Kind("terrain", "soil", 1.8, 2.0, 2.2, lens=35.0, camera_z=1.4),
    "beach": Kind("terrain", "sand", 3.0, 2.5, 2.5, water=-0.25, horizon=True, lens=35.0, camera_z=1.5),
    "sea": Kind("terrain", "water", 6.0, 4.0, 8.0, water=0.0, horizon=True, lens=50.0, camera_z=2.0),
    "cliff": Kind("terrain", "grass", 1.6, 1.5, 0.9, water=-78.0, horizon=True, lens=28.0, camera_z=1.6),
    "lake": Kind("terrain", "gravel", 2.2, 1.8, 0.9, water=-0.16, horizon=True, lens=28.0, camera_z=1.5),
    "desert": Kind("terrain", "sand", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=1.6),
    "mountains": Kind("terrain", "stone", 2.2, 1.8, 1.2, horizon=True, lens=35.0, camera_z=1.7),
    "snow_field": Kind("terrain", "snow", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=1.5),
    "city_skyline": Kind("floor", "concrete", 2.5, 2.0, 1.2, water=-9.0, horizon=True, lens=50.0, camera_z=1.7),
    "rooftop": Kind("floor", "concrete", 2.5, 2.0, 1.5, horizon=True, lens=35.0, camera_z=1.6),
    "river": Kind("terrain", "gravel", 2.0, 1.8, 0.8, water=-0.3, horizon=True, lens=28.0, camera_z=1.5),
    "cave": Kind("floor", "stone", 2.4, 2.0, 2.0, indoor=True, sky=False, reach=8.0, lens=28.0, camera_z=1.4),
    "playground": Kind("terrain", "grass", 3.0, 2.5, 2.0, horizon=True, lens=35.0, camera_z=1.5),
    "airfield": Kind("floor", "asphalt", 6.0, 4.0, 6.0, horizon=True, reach=120.0, lens=50.0, camera_z=1.7),
    "classroom": _room("oak", wall=3.6, half_x=1.8, ceiling=3.1),
    "laboratory": _room("tile", wall=2.8, ceiling=3.0),
    "hospital_room": _room("tile", wall=3.1, ceiling=2.8),
    "theatre": _room("oak", wall=4.4, half_x=2.4, ceiling=8.0, reach=16.0),
    "church_interior": _room("stone", wall=11.0, half_x=1.5, ceiling=11.0, reach=16.0),
    "supermarket": _room("tile", wall=8.0, half_x=1.4, ceiling=3.6),
    "bakery": _room("tile", wall=2.6, ceiling=3.0),
    "gym": _room("felt", wall=4.2, ceiling=3.6),
    "sports_hall": _room("oak", wall=8.0, half_x=2.4, ceiling=7.5, reach=16.0),
    "museum": _room("oak", wall=4.4, half_x=2.2, ceiling=4.6, reach=12.0),
    "factory": _room("concrete", wall=15.0, half_x=2.4, ceiling=9.0, reach=20.0),
    "warehouse": _room("concrete", wall=18.0, half_x=2.2, ceiling=9.0, reach=20.0),
    "garage": _room("concrete", wall=2.6, half_x=2.4, ceiling=3.0, reach=10.0),
    "lecture_hall": _room("oak", wall=11.5, half_x=2.4, ceiling=6.4, reach=14.0),
    "airport_hall": _room("terrazzo", wall=20.0, half_x=2.6, ceiling=8.0, reach=18.0),
    "temple_interior": _room("stone", wall=8.0, half_x=1.6, ceiling=5.4, reach=13.0),
    "ballroom": _room("oak", wall=9.0, half_x=2.4, ceiling=6.6, reach=14.0),
    "great_hall": _room("stone", wall=9.0, half_x=2.0, ceiling=7.0, reach=14.0),
    "hotel_lobby": _room("marble", wall=7.0, half_x=2.2, ceiling=4.6, reach=12.0),
    "laundromat": _room("tile", wall=3.6, half_x=1.6, ceiling=3.0),
    "nightclub": _room("concrete", wall=7.0, half_x=2.2, ceiling=4.4, reach=11.0),
    "barn_interior": _room("soil", wall=7.0, half_x=2.4, ceiling=6.0, reach=12.0),
    "cellar": _room("stone", wall=5.0, half_x=1.2, ceiling=2.9, lens=28.0),
    "porch": Kind("floor", "oak", 2.2, 1.3, 0.35, 0.75, reach=10.0, lens=40.0, camera_z=1.25),
    "driveway": Kind("floor", "concrete", 2.6, 2.6, 2.6, lens=40.0, camera_z=1.5),
    "village": Kind("terrain", "grass", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=2.4),
    "subway": _room("concrete", wall=20.0, half_x=1.6, ceiling=5.0, reach=14.0),
    "carriage": Kind("floor", "rubber", 0.3, 1.0, 1.2, None, indoor=True, sky=False, ceiling=2.28, reach=6.0, lens=28.0, camera_z=1.4),
    "greenhouse": Kind("floor", "gravel", 1.3, 1.4, 7.5, lens=35.0, camera_z=1.45),
    "canal": Kind("floor", "stone", 1.8, 1.8, 3.0, water=-1.1, lens=35.0, camera_z=1.7),
    "city_river": Kind("floor", "stone", 2.2, 1.8, 3.0, water=-2.6, lens=35.0, camera_z=1.8),
    "harbour": Kind("floor", "stone", 2.4, 1.8, 1.0, water=-1.2, horizon=True, lens=35.0, camera_z=1.8),
    "jungle": Kind("terrain", "soil", 1.8, 2.0, 2.0, lens=35.0, camera_z=1.4),
    "moon_surface": Kind("terrain", "stone", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=1.6),
    "planet_surface": Kind("terrain", "soil", 4.0, 3.0, 4.0, horizon=True, lens=35.0, camera_z=1.6),
    "sports_field": Kind("floor", "grass", 3.0, 2.5, 3.0, horizon=True, lens=50.0, camera_z=1.5),
    "parking_lot": Kind("floor", "asphalt", 3.0, 3.0, 3.5, horizon=True, lens=40.0, camera_z=1.6),
    "pool": Kind("floor", "stone", 2.2, 1.8, 0.7, water=-0.14, lens=35.0, camera_z=1.6),
    "courtyard": Kind("floor", "stone", 2.6, 2.4, 2.6, lens=35.0, camera_z=1.6),
    "ruins": Kind("terrain", "grass", 2.4, 2.2, 2.2, horizon=True, lens=35.0, camera_z=1.5),
    "underwater": Kind("terrain", "sand", 3.0, 2.5, 3.0, lens=28.0, camera_z=1.3),
    "space": Kind("terrain", "cloud", 30.0, 30.0, 60.0, horizon=True, reach=400.0, lens=50.0, camera_z=20.0),
    "sky": Kind("terrain", "cloud", 30.0, 30.0, 60.0, horizon=True, reach=200.0, lens=50.0, camera_z=20.0),
}

TABLE_HEIGHT = 0.75
SHELF_HEIGHT = 1.25
SILL_HEIGHT = 0.9
DISPLAY_HEIGHT = 0.7
"""Of the board behind a shop's pane."""
WORKTOP_HEIGHT = 0.91
RAISED = frozenset(("table", "shelf", "sill"))


OVERLOOKED = {"sunflowers": 1.9, "maize": 2.7, "vines": 2.6, "rape": 1.7}
"""Metres: what grows tall is photographed from above it."""


def _over(environment: Environment) -> float:
    grown = {*environment["features"], *environment["place"]}
    return max((height for crop, height in OVERLOOKED.items() if crop in grown), default=0.0)


def plan(environment: Environment, extent: float) -> Plan:
    """The plan for an environment (`scene.Environment` as JSON). `extent`: radius of the arranged subjects, metres; 0 if there are none."""
    setting = environment["setting"]
    kind = KINDS[setting]
    shape = _shape(kind, environment)
    raised = shape in RAISED
    room = max(extent, 0.0)
    half_x, front, back, wall = max(kind.half_x, room * 1.25 + 0.2), room + kind.front, room + kind.back, kind.wall
    if raised:
        half_x, front, back = max(0.55, room * 1.3 + 0.12), max(0.3, room * 1.15 + 0.08), max(0.28, room * 1.1 + 0.08)
    wall_y = None if wall is None or shape == "seamless" else room + wall
    if shape == "shelf":
        front, back = max(0.14, room * 1.05 + 0.02), max(0.14, room * 1.05)
        wall_y = back + 0.005
    elif shape == "sill":
        front, back, wall_y = max(0.12, room * 1.05 + 0.03), max(0.1, room + 0.05), None
    elif raised and wall is not None:
        wall_y = None if setting != "brick_wall" else back + 0.1  # a table stands free in its room: nothing on it reaches the room's wall
    backed = not environment.get("backdrop") or _plain(environment["backdrop"])
    if setting in ("tabletop", "studio") and not backed and shape != "seamless":
        wall_y = back + 0.45  # an asked backdrop stands close behind the table
    return Plan(
        setting=setting, half_x=half_x, front_y=-front, back_y=back, wall_y=wall_y, indoor=kind.indoor, sky=kind.sky,
        floor_z=_floor(setting, shape), camera_low=0.04 if raised or kind.indoor else 0.9 if shape == "water" and room > 0.7 else 0.12, table=raised, shape=shape,
        surface=_surface(kind, shape), water_z=None if kind.water is None else 0.0 if shape == "water" else kind.water + _floor(setting, shape) * (setting != "sea"), horizon=kind.horizon,
        ceiling_z=None if kind.ceiling is None else kind.ceiling + _floor(setting, shape), reach=max(kind.reach, room * 12), lens=kind.lens,
        camera_z=max(_over(environment), kind.camera_z) if kind.camera_z else None,
    )  # fmt: skip


def _shape(kind: Kind, environment: Environment) -> str:
    """The shape of the main surface: what was asked, where the setting can have it."""
    asked = environment.get("ground_shape") or kind.shape
    setting = environment["setting"]
    if asked == "water" and kind.water is not None:
        return "water"
    if setting == "windowsill":
        return "sill"
    if setting == "tabletop":
        return asked if asked in ("table", "seamless", "shelf") else "table"
    if setting == "studio":
        return asked if asked in ("table", "shelf") else "seamless"
    if asked == "sill" and setting == "shop_front":
        return "sill"
    if asked == "sill" or setting in ("sky", "sea"):
        return kind.shape
    return asked if asked in ("table", "shelf") and (asked == "table" or kind.indoor or setting == "brick_wall") else kind.shape


def _floor(setting: str, shape: str) -> float:
    if shape == "table":
        return -WORKTOP_HEIGHT if setting in ("kitchen", "workshop", "bathroom") else -TABLE_HEIGHT
    if setting == "shop_front" and shape == "sill":
        return -DISPLAY_HEIGHT
    return -SHELF_HEIGHT if shape == "shelf" else -SILL_HEIGHT if shape == "sill" else 0.0


def _surface(kind: Kind, shape: str) -> str:
    if shape in RAISED and kind.shape not in RAISED:
        return "oak"
    if shape == "water":
        return "water"
    return kind.surface


def _plain(surface: Surface) -> bool:
    """True where a surface (JSON) asks for nothing."""
    return not (surface.get("colours") or surface.get("material") or surface.get("pattern") or surface.get("finish"))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the builders of settings are given (View, Site) and give back (Dressing)."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field

import bpy
from mathutils import Matrix

from diorama_stage.scene_view import Environment, Surface
from diorama_stage.sets.plan import Plan


@dataclass
class View:
    """Where the camera is, so that backgrounds fill the frame and lie at believable depth. Metres; fields of view in radians."""

    eye: tuple[float, float, float]
    forward: tuple[float, float, float]
    fov_x: float
    fov_y: float
    subject_distance: float

    @property
    def yaw(self) -> float:
        """Radians that the camera is turned to the left from looking along +Y."""
        return math.atan2(-self.forward[0], self.forward[1])

    def turned(self, angle: float) -> View:
        """The same view in a frame turned by `angle` radians about Z."""
        c, s = math.cos(-angle), math.sin(-angle)
        turn = lambda v: (v[0] * c - v[1] * s, v[0] * s + v[1] * c, v[2])  # noqa: E731
        return View(turn(self.eye), turn(self.forward), self.fov_x, self.fov_y, self.subject_distance)

    def frame(self, y: float) -> tuple[float, float, float, float]:
        """What the frame shows of the upright plane at depth y: (middle x, half width, middle z, half height). Metres."""
        fx, fy, fz = self.forward
        level = max(math.hypot(fx, fy), 1e-3)
        away = max(y - self.eye[1], 0.05)
        reach = away / max(fy, 0.15)
        z = self.eye[2] + max(fz, -0.98) / level * away
        return self.eye[0] + fx * reach, away * math.tan(self.fov_x / 2), z, away * math.tan(self.fov_y / 2)

    def near_floor(self, z: float) -> float | None:
        """Horizontal distance from the eye at which the lower edge of the frame meets the level z; None: never."""
        pitch = math.asin(max(-1.0, min(1.0, self.forward[2]))) - self.fov_y / 2
        drop = self.eye[2] - z
        return None if pitch >= -0.01 or drop <= 0 else drop / math.tan(-pitch) if pitch > -math.pi / 2 + 0.01 else 0.0


@dataclass(frozen=True)
class Practical:
    """A lamp that belongs to the place. Its visible bulb or shade is among the objects; `watts` is radiant power."""

    x: float
    y: float
    z: float
    radius: float
    kelvin: float
    watts: float
    kind: str = "lamp"


@dataclass(frozen=True)
class Window:
    """An opening that daylight comes through; `normal` points into the room."""

    centre: tuple[float, float, float]
    normal: tuple[float, float, float]
    width: float
    height: float


@dataclass(frozen=True)
class Glow:
    """A material that gives light of itself: the view outside a window, a lamp's shade, a lit pane. Its node named "gain" (a value) scales it.

    kind: daylight (what is seen through a window), practical (lamps of the place), window (lit panes of houses), sign.
    """

    material: bpy.types.Material
    kind: str

    def gain(self, value: float) -> None:
        self.material.node_tree.nodes["gain"].outputs[0].default_value = value


GIVEN_WAY = 0.45
"""Share of its brightness that a view through a window keeps beside a light that was asked for."""


@dataclass
class Dressing:
    """A built setting."""

    objects: list[bpy.types.Object] = field(default_factory=list)
    practicals: list[Practical] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)
    glows: list[Glow] = field(default_factory=list)
    room: str | None = None
    """Which room was built behind a table top."""
    lit_all_over: bool = False
    """Lamps, windows and signs stand along all of it: none is much nearer to a point than others, or stronger."""

    def give_way(self) -> None:
        """Let a light that was asked for lead: what is seen through windows is seen, but lights nothing, and shines less in what mirrors it."""
        daylight = [glow for glow in self.glows if glow.kind == "daylight"]
        for glow in daylight:
            glow.gain(GIVEN_WAY * glow.material.node_tree.nodes["gain"].outputs[0].default_value)
        for o in self.objects:
            if o.type == "MESH" and o.data.materials and any(o.data.materials[0] == glow.material for glow in daylight):
                o.visible_diffuse = False


@dataclass(frozen=True)
class Spot:
    """Where a thing stands on the ground that must be seen down to its foot: its middle, half its width, its height, metres."""

    x: float
    y: float
    half: float
    height: float


@dataclass
class Site:
    """All that a builder of a setting works from, and the dressing it fills. Builders work in the set's own frame; `turn` is applied at the end."""

    plan: Plan
    environment: Environment
    view: View
    seed: int
    time: str
    hour: float
    extent: float
    mood: str = "natural"
    things: frozenset[str] = frozenset()
    """Kinds of the subjects."""
    room: str | None = None
    """The room behind the table top that an earlier picture of this scene had."""
    dressing: Dressing = field(default_factory=Dressing)
    ways: list = field(default_factory=list)
    """Roads: each tells for points (n, 2) which lie on it."""
    spots: tuple[Spot, ...] = ()
    tall: float = 0.0
    """How high the subjects reach, metres above the main surface."""
    backed: tuple[tuple[float, float], ...] = ()
    """Where subjects stand against the back wall: from x to x, metres."""
    standing: tuple[tuple[float, float, float, float, float], ...] = ()
    """What of the subjects stands on the floor: x0, x1, y0, y1 and its height, metres."""

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.plan.setting}:{self.seed}")
        self.features = frozenset(self.environment.get("features", ()))
        self.place = frozenset(self.environment.get("place", ()))
        self.wet = max(float(self.environment.get("wetness", 0.0)), {"rain": 0.7, "storm": 0.8}.get(self.environment.get("weather", "clear"), 0.0))
        self.snowy = self.environment.get("weather") == "snow" or self.environment.get("season") == "winter" and "snow" in self.features
        self.snowed = self.snowy or self.has("snow")
        """True where the words tell of snow on the ground; a park in winter need not lie under it."""

    @property
    def dark(self) -> bool:
        """True from dusk to dawn: lamps and windows are lit."""
        return self.hour < 6.3 or self.hour > 18.7

    @property
    def hours(self) -> str:
        """day, dusk (also dawn) or night: what glows is set against it."""
        return "night" if self.hour < 5 or self.hour > 19.4 else "dusk" if self.dark else "day"

    def has(self, *features: str) -> bool:
        """True where any of the features is asked for, or named by the place's own words (as the catalogue declares them for the setting)."""
        return any(feature in self.features or feature in self.place for feature in features)

    def taken(self, x: float, half: float) -> bool:
        """True where something stands against the back wall already, between x ± half, metres."""
        return any(low < x + half and x - half < high for low, high in self.backed)

    def fitting(self, name: str) -> Surface | None:
        """How something that the place has of its own is asked to look; None where the words say nothing of it."""
        return next((one["surface"] for one in self.environment["fittings"] if one["name"] == name), None)

    def hue(self, name: str, usual: str) -> str:
        """The first colour asked of a fitting, as hex."""
        surface = self.fitting(name)
        return surface["colours"][0]["hex"] if surface and surface["colours"] else usual

    def add(self, *objects: bpy.types.Object) -> None:
        self.dressing.objects.extend(objects)

    def glow(self, material: bpy.types.Material, kind: str) -> bpy.types.Material:
        """Note a material that gives light (once)."""
        if all(g.material != material for g in self.dressing.glows):
            self.dressing.glows.append(Glow(material, kind))
        return material

    def lamp(self, x: float, y: float, z: float, *, radius: float = 0.05, kelvin: float = 2800, watts: float = 8.0, kind: str = "lamp") -> None:
        self.dressing.practicals.append(Practical(x, y, z, radius, kelvin, watts, kind))

    def window(self, centre, normal, width: float, height: float) -> None:
        self.dressing.windows.append(Window(tuple(centre), tuple(normal), width, height))

    def turn(self, angle: float) -> None:
        """Turn all that was built about Z, radians."""
        if not angle:
            return
        matrix = Matrix.Rotation(angle, 4, "Z")
        moved = set(self.dressing.objects)
        for o in self.dressing.objects:
            if o.parent not in moved:
                o.matrix_world = matrix @ o.matrix_world
        c, s = math.cos(angle), math.sin(angle)
        turn = lambda v: (v[0] * c - v[1] * s, v[0] * s + v[1] * c, v[2])  # noqa: E731
        self.dressing.practicals = [Practical(*turn((p.x, p.y, p.z)), p.radius, p.kelvin, p.watts, p.kind) for p in self.dressing.practicals]
        self.dressing.windows = [Window(turn(w.centre), turn(w.normal), w.width, w.height) for w in self.dressing.windows]

# SPDX-License-Identifier: GPL-3.0-or-later
"""What placement works on: items with their measures, ties between them, the ground, and placements. Metres and degrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np


@dataclass(frozen=True)
class SupportSurface:
    """A level place for things, in the frame of a prop or an item: a rectangle (its inscribed ellipse if `round`) at height z, with headroom above.

    On one named `inside` stands what is in the thing, and nothing that is on it.
    """

    name: str
    x0: float
    x1: float
    y0: float
    y1: float
    z: float
    round: bool = False
    headroom: float = 10.0


@dataclass(frozen=True)
class Cavity:
    """The inside of a vessel (its frame): radius at the rim, floor and rim heights."""

    radius: float
    z0: float
    z1: float
    x: float = 0.0
    y: float = 0.0
    level: float | None = None
    """Height of the liquid in it; None: there is none."""


@dataclass(frozen=True)
class Relief:
    """What is met from straight above: heights over square cells of `step` metres.

    Rows run along y from `y0`, columns along x from `x0`; -inf where there is nothing.
    """

    x0: float
    y0: float
    step: float
    heights: np.ndarray

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Heights at points of the same frame."""
        row, column = np.floor((y - self.y0) / self.step).astype(int), np.floor((x - self.x0) / self.step).astype(int)
        known = (row >= 0) & (row < self.heights.shape[0]) & (column >= 0) & (column < self.heights.shape[1])
        return np.where(known, self.heights[np.where(known, row, 0), np.where(known, column, 0)], -np.inf)


@dataclass(frozen=True)
class Item:
    """One thing: half lengths and height after its size factors; the origin is the middle of its underside."""

    id: str
    subject: str
    kind: str
    half_x: float
    half_y: float
    height: float
    round: bool = False
    levels: tuple[SupportSurface, ...] = ()
    hollow: Cavity | None = None
    lean: str | None = None
    hang: float | None = None
    """Height of the point it hangs from."""
    rolls: bool = False
    """Near-spherical (fruit, balls): packs like balls in a vessel."""
    implied: bool = False
    stem: bool = False
    """A cut flower or a bunch of them: stands in a vessel, however wide its head."""
    seat: float = 0.0
    """Height of what it rests with above its lowest point: a sitter's legs hang down, metres."""
    draft: float = 0.0
    """How deep it sinks where it floats, metres."""
    mount: float | None = None
    """Height of its underside where it hangs on a wall, metres; None: at the height of the eye."""
    labelled: bool = False
    """It bears words that are to be read: it faces the lens."""
    row: bool = False
    """It and its fellows stand in a row, as the words say."""
    circle: bool = False
    """It and its fellows stand in a circle, as the words say."""
    heap: bool = False
    """It is one of a pile of round things."""
    corded: bool = False
    """It is one of a pile of long round things, its length along x."""
    hand: tuple[float, float, float] | None = None
    """Where it holds things, its frame."""
    other: tuple[float, float, float] | None = None
    """And in its other hand; None: on the other side, as `hand` is."""
    presents: float = 0.0
    """Degrees that it tilts flat things which it holds towards its face."""
    tips: bool = False
    """It is poured from, and nobody holds it."""
    pours: float = 0.0
    """Degrees that it tips what it holds to its left (a spout is at -x of what has one)."""
    bears: tuple[float, ...] | None = None
    """Of what both its hands hold: where the origin is (its frame), and its turns about z, x and y, degrees."""
    fits: str | None = None
    """The item that it is made to and worn by: it is where that is, origin on origin."""
    grasps: bool = False
    """Its hand is closed round what it holds: the middle of that lies at `hand`."""
    seizes: float | None = None
    """Of an animal: degrees between its own length and that of what it has in its jaws or claws; None: it has neither."""
    turned: float | None = None
    """Degrees that it is turned about the vertical, where that is settled; None: as a stylist would."""
    form: np.ndarray | None = field(default=None, compare=False, repr=False)
    """Points on its surface, (n, 3), its frame; None: as its measures tell."""
    relief: Callable[[], Relief] | None = field(default=None, compare=False, repr=False)
    """Gives what its load comes to rest on, its frame; None: as its form tells. Asked only of what bears something."""

    span: tuple[float, float, float, float] | None = None
    """Of a thing whose origin is not in the middle of its footprint: that middle (x, y) in its frame, and the true half lengths; None: the origin is."""

    @property
    def standing(self) -> Item:
        """As it takes ground: with its true half lengths."""
        return self if self.span is None else replace(self, half_x=self.span[2], half_y=self.span[3])

    @property
    def radius(self) -> float:
        return max(self.half_x, self.half_y) if self.round else (self.half_x**2 + self.half_y**2) ** 0.5


@dataclass(frozen=True)
class Constraint:
    """A relation between items (ids), or to a place of the setting (`ground`, `wall`, `sky` …)."""

    item: str
    kind: str
    objects: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """The main surface at z = 0: x within ±half_x, y from front_y to back_y; a wall at `wall_y` where there is one."""

    half_x: float = 10.0
    front_y: float = -10.0
    back_y: float = 10.0
    wall_y: float | None = None
    overhead: bool = False
    """Seen from straight above (flat lay): spread in x and y alike, nothing hides anything."""
    tilt: float = 18.0
    """Degrees that the camera looks down."""
    aspect: float = 1.5
    water: bool = False
    """The main surface is water: what stands on it floats."""
    soft: bool = False
    """The main surface is open ground: rocks lie in it, not on it."""
    lamps: float = 1.4
    """How high above it lamps hang from the ceiling."""
    heading: float | None = None
    """Degrees between what drives here and the picture's plane: 0 along a road that crosses it, 60 in a street; None: a three-quarter view."""


@dataclass(frozen=True)
class Placement:
    """Where an item's origin is, its turn about Z (degrees, counter-clockwise from above), its tilt about its own x and y axes."""

    item: str
    x: float
    y: float
    z: float
    yaw: float = 0.0
    tilt_x: float = 0.0
    tilt_y: float = 0.0
    host: str | None = None
    """The item it rests in or on; None: the ground or the wall."""

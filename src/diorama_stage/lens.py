# SPDX-License-Identifier: GPL-3.0-or-later
"""The lens: where the camera stands and looks so that the subjects fill the frame as the framing asks. Pure; `mount` alone touches Blender."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from diorama_stage.scene_view import Camera

FILL = {"macro": 0.9, "close_up": 0.9, "medium_close": 0.86, "medium": 0.84, "full": 0.82, "wide": 0.6, "establishing": 0.26}
"""Share of the frame (its tighter way) that the subjects span."""
FLAT_LAY = 0.95
"""The same for things seen from straight above: they fill the frame."""

TILT = {"eye_level": 5.0, "low": -6.0, "worms_eye": -22.0, "slightly_high": 16.0, "high": 38.0, "overhead": 89.9, "aerial": 52.0}
"""Degrees that the camera looks down at table-top things."""

EYE_HEIGHT = 1.5
"""Metres; large things are photographed standing."""
CHEST_HEIGHT = 1.2
"""Metres; at eye level the lens is no lower than this before large things, so that what stands on a table is seen on it."""


@dataclass(frozen=True)
class Shot:
    """The camera: metres, degrees. `eye` and `target` in world coordinates."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    roll: float
    focal_length: float
    f_number: float | None
    """None: everything sharp."""
    focus_distance: float
    shift_x: float
    shift_y: float
    fov_x: float
    fov_y: float
    built_for: tuple[float, float] | None = None
    """The angles that the surroundings are built for; None: `fov_x` and `fov_y`."""

    @property
    def surrounded(self) -> tuple[float, float]:
        """Horizontal and vertical angle that the surroundings are built for, degrees."""
        return self.built_for or (self.fov_x, self.fov_y)

    @property
    def forward(self) -> np.ndarray:
        d = np.asarray(self.target) - np.asarray(self.eye)
        return d / np.linalg.norm(d)

    def axes(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Right, up, forward: unit vectors."""
        f = self.forward
        right = np.cross(f, (0, 0, 1.0))
        right = right / np.linalg.norm(right) if np.linalg.norm(right) > 1e-6 else np.array([1.0, 0, 0])
        up = np.cross(right, f)
        a = np.radians(self.roll)
        return right * np.cos(a) + up * np.sin(a), up * np.cos(a) - right * np.sin(a), f

    def project(self, points: np.ndarray) -> np.ndarray:
        """World points (n, 3) to frame coordinates (n, 3): x right and y up, each -1 to 1 at the frame's edges, and depth in metres."""
        right, up, forward = self.axes()
        d = np.asarray(points, dtype=float) - np.asarray(self.eye)
        depth = d @ forward
        safe = np.maximum(depth, 1e-6)
        away = shifted(self)
        x = d @ right / safe / np.tan(np.radians(self.fov_x / 2)) - away[0]
        y = d @ up / safe / np.tan(np.radians(self.fov_y / 2)) - away[1]
        return np.stack([x, y, depth], axis=1)


def _long(shot: Shot) -> tuple[float, float]:
    """Blender's shift is in units of the frame's long side; these turn it into units of each side."""
    tx, ty = np.tan(np.radians(shot.fov_x / 2)), np.tan(np.radians(shot.fov_y / 2))
    return max(tx, ty) / tx, max(tx, ty) / ty


def shifted(shot: Shot) -> tuple[float, float]:
    """How far right and up of the frame's middle the lens's axis was moved away from, in half frames."""
    x, y = _long(shot)
    return 2 * shot.shift_x * x, 2 * shot.shift_y * y


def raised_by(shot: Shot, up: float) -> Shot:
    """The shot with the lens shifted up by a share of the half frame: what is seen stands so much lower in it."""
    return replace(shot, shift_y=shot.shift_y + up / (2 * _long(shot)[1]))


def field_of_view(focal_length: float, aspect: float) -> tuple[float, float]:
    """Horizontal and vertical angle, degrees, of a frame whose long side is 36 mm."""
    wide, high = (36.0, 36.0 / aspect) if aspect >= 1 else (36.0 * aspect, 36.0)
    return tuple(float(np.degrees(2 * np.arctan(side / 2 / focal_length))) for side in (wide, high))


def corners(low, high) -> np.ndarray:
    """The eight corners of a box, (8, 3)."""
    return np.array([(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])], dtype=float)


def frame(camera: Camera, boxes: list[tuple[np.ndarray, np.ndarray]], aspect: float, *, points: np.ndarray | None = None, focus_box=None, camera_low: float = -np.inf, eye: tuple | None = None, lift: float = 0.0) -> Shot:
    """Stand the camera so that all boxes (world, low and high corners), or the points on what is in them, lie within the framing's share of the frame.

    `lift` looks down by so many degrees more. Without boxes the camera stands at `eye` (or the origin at eye height) and looks out to +Y.
    """
    focal, shape = camera["focal_length"], aspect
    fov_x, fov_y = field_of_view(focal, shape)
    f_number = None if camera["deep_focus"] else camera["f_number"]
    if not boxes:
        stand = np.asarray(eye if eye is not None else (0.0, 0.0, EYE_HEIGHT))
        pitch = {"low": 2.0, "worms_eye": 20.0, "high": -14.0, "aerial": -35.0, "overhead": -60.0}.get(camera["angle"], -2.0)
        ahead = np.array([np.sin(np.radians(camera["azimuth"])), np.cos(np.radians(camera["azimuth"])), np.tan(np.radians(pitch))])
        return Shot(tuple(stand), tuple(stand + ahead * 50), camera["roll"], focal, f_number, 80.0, 0.0, 0.0, fov_x, fov_y)
    low = np.min([b[0] for b in boxes], axis=0)
    high = np.max([b[1] for b in boxes], axis=0)
    points = np.concatenate([corners(*b) for b in boxes]) if points is None else points
    target = (low + high) / 2
    fill = FLAT_LAY if camera["angle"] == "overhead" and camera["framing"] == "medium" else FILL[camera["framing"]]
    part = _of_subjects(camera)
    tilt = TILT[camera["angle"]] + lift
    size = float(np.linalg.norm(high - low))
    for _ in range(3):  # the tilt of large things depends on the distance, and the other way round
        distance = _distance(points, target, tilt, camera, fov_x, fov_y, focal, fill * part[:2], size)
        if camera["angle"] in ("slightly_high", "eye_level") and high[2] > 0.7:
            tilt = float(np.degrees(np.arctan2(EYE_HEIGHT - target[2], distance))) if camera["angle"] == "slightly_high" else float(np.degrees(np.arctan2(max(CHEST_HEIGHT - target[2], 0.0), distance)))
            tilt = float(np.clip(tilt, -8, 28 if camera["angle"] == "slightly_high" else 16)) + lift
        target = _centred(points, target, distance, tilt, camera, fov_x, fov_y, focal)
    distance = _distance(points, target, tilt, camera, fov_x, fov_y, focal, fill * part[:2], size)
    eye = _eye(target, distance, tilt, camera["azimuth"])
    if eye[2] < camera_low:
        eye = (eye[0], eye[1], camera_low)
    focus = focus_box or boxes[0]
    shot = Shot(tuple(eye), tuple(target), camera["roll"], focal, f_number, 1.0, 0.0, 0.0, fov_x, fov_y)
    shift = _onto(shot, part[2:]) if part[2:].any() else _compose(camera["composition"])
    return replace(shot, focus_distance=depth_of(shot, focus), **shift)


def depth_of(shot: Shot, box) -> float:
    """The distance to focus on for a box, metres: a little behind its nearest corner."""
    near = shot.project(corners(*box))[:, 2]
    return max(float(near.min() + 0.3 * (near.max() - near.min())), 0.02)


def _eye(target, distance: float, tilt: float, azimuth: float) -> tuple[float, float, float]:
    a, t = np.radians(azimuth), np.radians(tilt)
    return (target[0] + distance * np.sin(a) * np.cos(t), target[1] - distance * np.cos(a) * np.cos(t), target[2] + distance * np.sin(t))


def _centred(points, target, distance, tilt, camera, fov_x, fov_y, focal) -> np.ndarray:
    """The target moved to where the middle of all points is seen: near things take more of the frame than their boxes tell."""
    shot = Shot(_eye(target, distance, tilt, camera["azimuth"]), tuple(target), 0.0, focal, None, 1, 0, 0, fov_x, fov_y)
    seen = shot.project(points)
    if seen[:, 2].min() <= 0.02:
        return np.asarray(target)
    across, along = (seen[:, :2].min(axis=0) + seen[:, :2].max(axis=0)) / 2
    right, up, _ = shot.axes()
    return np.asarray(target) + distance * (right * across * np.tan(np.radians(fov_x / 2)) + up * along * np.tan(np.radians(fov_y / 2)))


def _distance(points, target, tilt, camera, fov_x, fov_y, focal, fill, size) -> float:
    """The least distance at which all points lie within `fill` of the frame, by bisection."""
    near, far = size * 0.2 + 0.01, size * 400 + 1
    for _ in range(48):
        middle = (near * far) ** 0.5
        shot = Shot(_eye(target, middle, tilt, camera["azimuth"]), tuple(target), camera["roll"], focal, None, 1, 0, 0, fov_x, fov_y)
        seen = shot.project(points)
        inside = seen[:, 2].min() > 0.02 and (np.abs(seen[:, :2]) <= fill).all()
        near, far = (near, middle) if inside else (middle, far)
    return far


SPACE, CORNER = 0.42, 0.3
"""Of the frame that is left free at a side; of a corner, beside and above what it is cut from."""


THIRDS = {"rule_of_thirds": -1 / 3, "left": -1 / 3, "right": 1 / 3}
"""Compositions whose subjects stand on a line of the thirds: how far right of the middle it is, the frame being -1 to 1."""


def _of_subjects(camera: Camera) -> np.ndarray:
    """Half width, half height, and middle (right, up) of the part of the frame where subjects may be; the frame is -1 to 1."""
    if camera["within"] is not None:
        left, top, right, bottom = camera["within"]
        return np.array([right - left, bottom - top, left + right - 1, 1 - top - bottom])
    if camera["space"] is None and camera["composition"] in THIRDS:
        middle = THIRDS[camera["composition"]]
        return np.array([1 - abs(middle), 1, middle, 0])
    return _left_to_subjects(camera["space"])


def _left_to_subjects(space: str | None) -> np.ndarray:
    """The same, where a side or a corner is left free."""
    across = -1 if "right" in (space or "") else 1 if "left" in (space or "") else 0
    up = -1 if "top" in (space or "") else 1 if "bottom" in (space or "") else 0
    wide, high = (CORNER / 2, SPACE) if across and up else (SPACE, SPACE)
    return np.array([1 - wide * abs(across), 1 - high * abs(up), wide * across, high * up])


def _onto(shot: Shot, middle: np.ndarray) -> dict[str, float]:
    """The lens shift that brings the middle of the view to a place of the frame (right, up; -1 to 1)."""
    x, y = _long(shot)
    return {"shift_x": float(-middle[0] / (2 * x)), "shift_y": float(-middle[1] / (2 * y))}


UNDER_SKY = "under_sky"
"""A composition of the stage's own: the subjects low in the frame, for the stars above them."""


def _compose(composition: str) -> dict[str, float]:
    """Lens shift, in units of the long side, for where the subjects sit in the frame (positive shift moves them left and down)."""
    return {
        "negative_space": {"shift_x": -0.14, "shift_y": 0.0}, "balanced": {"shift_x": 0.02, "shift_y": 0.01},
        UNDER_SKY: {"shift_x": 0.04, "shift_y": 0.15},
    }.get(composition, {"shift_x": 0.0, "shift_y": 0.0})  # fmt: skip


def mount(shot: Shot) -> None:
    """Put the shot's camera into Blender's scene."""
    import bpy
    from mathutils import Matrix

    data = bpy.data.cameras.new("camera")
    data.sensor_width, data.sensor_height, data.sensor_fit = 36.0, 36.0, "AUTO"
    data.lens = shot.focal_length
    data.shift_x, data.shift_y = shot.shift_x, shot.shift_y
    data.clip_start, data.clip_end = 0.005, 50_000.0
    data.dof.use_dof = shot.f_number is not None
    data.dof.focus_distance = shot.focus_distance
    data.dof.aperture_fstop = shot.f_number or 64.0
    data.dof.aperture_blades = 9
    data.dof.aperture_rotation = 0.2
    right, up, forward = shot.axes()
    camera = bpy.data.objects.new("camera", data)
    camera.matrix_world = Matrix([(right[i], up[i], -forward[i], shot.eye[i]) for i in range(3)] + [(0, 0, 0, 1)])
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera

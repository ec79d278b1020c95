"""Exact passes as the pictures that ControlNets were taught on."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

JOINTS = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow", "left_wrist", "right_hip", "right_knee", "right_ankle",
    "left_hip", "left_knee", "left_ankle", "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip
"""The 18 of OpenPose's COCO model, in its order. Z. Cao et al., "OpenPose", TPAMI 2019."""
LIMBS = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12), (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
COLOURS = np.array([
    (255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0), (0, 255, 0), (0, 255, 85), (0, 255, 170), (0, 255, 255),
    (0, 170, 255), (0, 85, 255), (0, 0, 255), (85, 0, 255), (170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85),
], np.float32)  # fmt: skip
"""Of the joints and, in the same order, of the limbs: a network reads which is which by these."""
DIM = 0.6
"""Limbs are this much darker than joints."""


def depth_picture(metres: np.ndarray) -> np.ndarray:
    """Metres float (h, w), infinite where nothing is → uint8 (h, w, 3): inverse depth, near white, as depth ControlNets were taught."""
    near = np.where(np.isfinite(metres), 1 / np.maximum(metres, 1e-6), 0)
    seen = near[near > 0]
    low, high = (np.quantile(seen, (0.01, 0.99)) if seen.size else (0.0, 1.0))
    shade = np.where(near > 0, 0.04 + 0.96 * np.clip((near - low) / max(high - low, 1e-9), 0, 1), 0)
    return np.repeat((shade * 255).astype(np.uint8)[..., None], 3, axis=2)


def shown(kind: str, pixels: np.ndarray) -> np.ndarray:
    """What is sent for an input of this kind, uint8 (h, w, 3): depth as a picture, all others as they are."""
    return depth_picture(pixels) if kind == "depth" else pixels


def pose_picture(people: list[dict[str, tuple[float, float]]], width: int, height: int) -> np.ndarray:
    """Skeletons on black, uint8 (h, w, 3). `people`: joints by name (JOINTS), each x, y in pixels; those that are not seen are left out."""
    picture = np.zeros((height, width, 3), np.float32)
    thick = max(1.5, max(width, height) / 128)
    y, x = np.mgrid[:height, :width].astype(np.float32) + 0.5
    for joints in people:
        at = [joints.get(name) for name in JOINTS]
        for k, (a, b) in enumerate(LIMBS):
            if (p := at[a]) is not None and (q := at[b]) is not None:
                _blend(picture, _limb(x, y, np.array(p), np.array(q), thick), COLOURS[k] * DIM)
        for k, p in enumerate(at):
            if p is not None:
                _blend(picture, np.clip(thick + 0.5 - np.hypot(x - p[0], y - p[1]), 0, 1), COLOURS[k])
    return picture.round().astype(np.uint8)


def _limb(x: np.ndarray, y: np.ndarray, p: np.ndarray, q: np.ndarray, thick: float) -> np.ndarray:
    """How much of each pixel an ellipse between two joints covers, 0..1."""
    middle, (dx, dy) = (p + q) / 2, q - p
    half = max(float(np.hypot(dx, dy)) / 2, thick)
    along = ((x - middle[0]) * dx + (y - middle[1]) * dy) / max(float(np.hypot(dx, dy)), 1e-6)
    across = ((y - middle[1]) * dx - (x - middle[0]) * dy) / max(float(np.hypot(dx, dy)), 1e-6)
    return np.clip((1 - np.sqrt((along / half) ** 2 + (across / thick) ** 2)) * thick + 0.5, 0, 1)


def _blend(picture: np.ndarray, share: np.ndarray, colour: np.ndarray) -> None:
    picture += share[..., None] * (colour - picture)


def visible(
    people: list[dict[str, tuple[float, float, float]]], metres: np.ndarray, *, face: float = 0.1, body: float = 0.4
) -> list[dict[str, tuple[float, float]]]:
    """The joints that the lens sees, in pixels. Given: x, y in shares of the frame from the upper left, and metres from the lens; `metres`: the depth pass.
    A joint lies in the flesh, so what is nearer hides it only from `face` or `body` metres on: noses and eyes of those who look away are left out."""
    height, width = metres.shape
    nearest = ndimage.minimum_filter(metres, 3)
    out = []
    for joints in people:
        seen = {}
        for name, (x, y, away) in joints.items():
            if 0 <= x < 1 and 0 <= y < 1 and away > 0:
                hidden = away - float(nearest[int(y * height), int(x * width)])
                if hidden < (face if name in ("nose", "left_eye", "right_eye", "left_ear", "right_ear") else body):
                    seen[name] = (x * width, y * height)
        if len(seen) > 1:
            out.append(seen)
    return out

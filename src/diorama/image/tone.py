"""The view transform: scene light of any strength → display light 0..1, by AgX.

Rec.709 → Rec.2020 → inset (highlights may fade to white) → log2 of 16.5 stops → sigmoid → hue kept in part from before the curve
→ outset → Rec.709.

AgX is Troy Sobotka's (github.com/sobotka/AgX, SB2383-Configuration-Generation); the numbers here are those of the variant by
Eary Chow that Blender 4 and 5 show, written from its published description and checked against Blender's table in the tests.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from diorama.image.colour import LUMA

LOG2_MIN, LOG2_MAX = -12.47393, 4.026069
"""Exposure range in log2 of scene light: 10 stops below middle grey (0.18) to 6.5 above."""
MIDDLE_GREY = 0.18
SLOPE = 2.4
TOE_POWER = SHOULDER_POWER = 1.5
DISPLAY_POWER = 2.4
HUE_FROM_SCENE = 0.6
"""How much of the hue before the curve is kept; a per-channel curve alone would turn orange flames yellow."""

REC709_TO_REC2020 = np.array(
    [[0.6274038959, 0.3292830384, 0.0433130657], [0.0690972894, 0.9195403951, 0.0113623156], [0.0163914389, 0.0880133079, 0.8955952532]]
)
REC2020_TO_REC709 = np.linalg.inv(REC709_TO_REC2020)
INSET = np.array(
    [
        [0.856627153315983, 0.0951212405381588, 0.0482516061458583],
        [0.137318972929847, 0.761241990602591, 0.101439036467562],
        [0.11189821299995, 0.0767994186031903, 0.811302368396859],
    ]
)
OUTSET = np.linalg.inv(
    np.array(
        [
            [0.899796955911611, 0.0871996192028351, 0.013003424885555],
            [0.11142098895748, 0.875575586156966, 0.0130034248855548],
            [0.11142098895748, 0.0871996192028349, 0.801379391839686],
        ]
    )
)
TO_LOG_SPACE = (INSET @ REC709_TO_REC2020).astype(np.float32)
FROM_LOG_SPACE = (REC2020_TO_REC709 @ OUTSET).astype(np.float32)

STEPS = 8192
"""Entries of the curve's table: 1/500 stop each, a tenth of an 8-bit code."""


def sigmoid(x: np.ndarray, slope: float = SLOPE) -> np.ndarray:
    """The curve: normalised log2 exposure 0..1 → display code 0..1 (to the power 1/2.4), of steepness `slope` at middle grey."""
    pivot_x = -10.0 / -16.5
    pivot_y = MIDDLE_GREY ** (1 / DISPLAY_POWER)

    def scale(x_pivot: float, y_pivot: float, power: float) -> float:
        return ((slope * x_pivot) ** -power * ((slope * (x_pivot / y_pivot)) ** power - 1)) ** (-1 / power)

    def side(reach: float, power: float) -> np.ndarray:
        term = slope * (x - pivot_x) / reach
        return reach * term / (1 + np.abs(term) ** power) ** (1 / power) + pivot_y

    toe = side(scale(pivot_x, pivot_y, TOE_POWER), TOE_POWER)
    shoulder = side(scale(1 - pivot_x, 1 - pivot_y, SHOULDER_POWER), SHOULDER_POWER)
    return np.where(x < pivot_x, toe, shoulder)


@lru_cache(maxsize=16)
def _curve(slope: float) -> np.ndarray:
    """Display light for each step of the log range."""
    return (np.clip(sigmoid(np.linspace(0, 1, STEPS), slope), 0, 1) ** DISPLAY_POWER).astype(np.float32)


def agx(planes: np.ndarray, slope: float = SLOPE) -> np.ndarray:
    """Linear Rec.709 scene light, 3xHxW float32, to display light 0..1 of the same shape. Greys stay grey."""
    shape = planes.shape
    light = TO_LOG_SPACE @ planes.reshape(3, -1)
    shown = grey(light, slope)
    _keep_hue(light, shown)
    return fit_gamut(FROM_LOG_SPACE @ shown).reshape(shape)


def grey(light: np.ndarray, slope: float = SLOPE) -> np.ndarray:
    """The curve alone, for neutral light: any shape of float32, to display light 0..1. Raises `light` to the curve's foot in place."""
    np.maximum(light, np.float32(2.0**LOG2_MIN), out=light)
    steps = np.log2(light)
    steps -= np.float32(LOG2_MIN)
    steps *= np.float32((STEPS - 1) / (LOG2_MAX - LOG2_MIN))
    steps += np.float32(0.5)
    return _curve(slope).take(steps.astype(np.int32), mode="clip")


def _keep_hue(before: np.ndarray, after: np.ndarray) -> None:
    """Move the middle channel of `after` (3xN, in place) so that its hue lies between its own and that of `before`.

    The curve keeps the order of the channels, so hue, in the sense of HSV, is only where the middle one lies between the others.
    """
    low0, high0 = _extent(before)
    low, high = _extent(after)
    where = before.sum(0)
    where -= high0
    where -= low0
    where -= low0  # the middle channel over the lowest …
    high0 -= low0
    np.maximum(high0, np.float32(1e-12), out=high0)
    where /= high0  # … as a share of the whole span: the hue within its sector
    where *= high - low
    where += low
    middle = after.sum(0)
    middle -= high
    middle -= low
    where -= middle
    where *= np.float32(HUE_FROM_SCENE)
    for channel in after:
        channel += where * ((channel > low) & (channel < high))


def _extent(planes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    r, g, b = planes
    low, high = np.minimum(r, g), np.maximum(r, g)
    return np.minimum(low, b, out=low), np.maximum(high, b, out=high)


def fit_gamut(planes: np.ndarray) -> np.ndarray:
    """Bring 3xN display light into 0..1: mix what is negative with its own luminance just enough, then clip the top."""
    low = planes.min(0)
    out = low < 0
    if out.any():
        colour = planes[:, out]
        grey = np.maximum(LUMA @ colour, 0)
        colour = grey + (colour - grey) * (grey / (grey - low[out]))
        planes[:, out] = colour
    return np.clip(planes, 0, 1, out=planes)

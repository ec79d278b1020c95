"""What a digital camera leaves in a picture: the sensor's noise, and the sharpening that its developer adds.

Noise: photons come as they like (Poisson), so its deviation in linear light goes with the root of the light (Foi et al., "Practical Poissonian-Gaussian
Noise Modeling and Fitting for Single-Image Raw-Data", IEEE TIP 17(10), 2008); through a tone curve it is most visible in the mid-tones below white and
goes out in blacks and whites. A little of it differs between the channels. Sharpening: an unsharp mask on lightness, held small at strong edges.
"""

from __future__ import annotations

import numpy as np

from diorama.image import grain
from diorama.image.colour import LUMA

FINE = 1.0
"""Micrometres: grains of this size are finer than any pixel, so that the noise is that of the pixels."""
AT_BASE, BASE = 0.8 / 255, 200.0
"""Standard deviation of the display code (0..1), where it is strongest, at that speed (ISO)."""
PEAK = 0.497
"""Of `code ** 0.5 * (1 - 0.6 * code)`."""
RADIUS = 0.8
"""Pixels: of what is sharpened."""
MOST = 0.05
"""Display code: the most that sharpening adds or takes."""
MARGIN = 4
"""Rows that sharpening looks at on either side."""


def noise(width: int, height: int, seed: int, speed: float) -> np.ndarray:
    """The sensor's noise, 3 x height x width float32 of unit variance; empty at speed 0."""
    return grain.field(width, height, FINE, seed ^ 0x5DEECE66D, 3) if speed else np.empty((0, height, width), np.float32)


def apply(codes: np.ndarray, field: np.ndarray, speed: float) -> None:
    """Add the noise of a sensor of that speed (ISO) to display codes, 3xHxW 0..1, in place. One plane of codes is a picture without colours."""
    amplitude = np.float32(AT_BASE * (speed / BASE) ** 0.5 / PEAK)
    for channel, plane in enumerate(codes):
        own = field[0] if len(codes) == 1 else np.tensordot(np.array(grain.MIX[channel], np.float32), field, 1)
        code = np.clip(plane, 0, 1)
        plane += amplitude * np.sqrt(code) * (1 - np.float32(0.6) * code) * own


def around(band: slice, height: int) -> slice:
    """The rows that sharpening a band needs, in a picture of that height."""
    return slice(max(band.start - MARGIN, 0), min(band.stop + MARGIN, height))


def sharpened(codes: np.ndarray, amount: float) -> np.ndarray:
    """Display codes, CxHxW 0..1, with `amount` of their fine detail once more."""
    from scipy.ndimage import gaussian_filter  # only developing needs it: a tenth of a second of each command's start

    y = np.tensordot(LUMA, codes, 1) if len(codes) == 3 else codes[0]
    detail = y - gaussian_filter(y, RADIUS, mode="nearest", truncate=3.0)
    return codes + np.clip(np.float32(amount) * detail, -MOST, MOST)

"""Vignette: the fall of light towards the corners."""

from __future__ import annotations

import numpy as np

from diorama.image.raster import FRAME_MM

PUPIL_MM = 40.0
"""Nearest that a reflex camera lets the exit pupil come: wide lenses are built retrofocus and fall off less than their focal length says."""
FULL_NATURAL = 0.25
"""Strength of vignette from which the lens's own fall-off shows in full; 0 is a corrected lens."""


def vignette(width: int, height: int, strength: float, focal_length: float = 50.0) -> np.ndarray:
    """Factor on the light for each pixel, float32 HxW, 1 at the centre.

    The natural part is the cosine-fourth law (Reiss, "The cos4 law of illumination", JOSA 35, 1945); the artistic part darkens
    the corners by as much as three quarters at strength 1.
    """
    x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) * np.float32(FRAME_MM / max(width, height))
    y = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) * np.float32(FRAME_MM / max(width, height))
    r2 = (x * x)[None, :] + (y * y)[:, None]
    pupil = np.float32(max(focal_length, PUPIL_MM))
    share = np.float32(min(1.0, strength / FULL_NATURAL))
    corner2 = np.float32(x[0] * x[0] + y[0] * y[0])
    natural = 1.0 / (1.0 + r2 / (pupil * pupil)) ** 2  # cos⁴ of the angle under which the pupil sees the pixel
    reach = r2 / max(corner2, np.float32(1e-9))
    return (1.0 - share + share * natural) * (1.0 - np.float32(0.75 * strength) * reach * np.sqrt(reach))

"""Light that goes astray: bloom in the lens, halation in the film. Both are wide, so they are computed on a small picture.

Bloom: a small share of all light is scattered by the glass; none is added. Halation: light that passes the emulsion is thrown back
by the film base and exposes it again around highlights, the red-sensitive layer (the deepest) first; a remjet layer stops most of it.
"""

from __future__ import annotations

import numpy as np

from diorama.image.colour import LUMA
from diorama.image.raster import FRAME_MM, resize

SMALL = 512
"""Long side, in pixels, on which glow is computed."""
HIGHLIGHT = 1.6
"""Exposed light (0.18 is middle grey) from which halation starts: 3 stops above middle grey."""
BRIGHTEST = 48.0
"""Brighter light glows no more than this, so that one firefly or the sun's disc does not veil the picture."""
BLOOM = 0.025
"""Share of light that a clean lens scatters."""
BLOOM_SPREAD = ((0.6, 0.12), (0.3, 0.55), (0.1, 2.4))
"""Share and standard deviation in mm on the frame: narrow core, aureole, veil."""
HALATION = 0.55
"""Share of a highlight's light that comes back at halation 1."""
HALATION_SPREAD = ((0.65, 0.16), (0.35, 0.48))
"""The base is 0.1 to 0.2 mm thick: total reflection returns about twice that aside, and again further out."""


def shrink(exposed: np.ndarray) -> np.ndarray:
    """HxWx3 exposed light to a small copy for `glow`, 3xhxw."""
    height, width = exposed.shape[:2]
    scale = min(1.0, SMALL / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.stack([resize(exposed[..., c], *size) for c in range(3)])


def glow(small: np.ndarray, halation: float, colour: tuple[float, float, float], bloom: float = BLOOM) -> np.ndarray:
    """Light to add to (1 - bloom) of the picture: 3xhxw, from the small copy."""
    light = np.clip(small, 0.0, BRIGHTEST)
    pixels_per_mm = max(light.shape[1:]) / FRAME_MM
    out = np.zeros_like(light)
    for share, mm in BLOOM_SPREAD:
        for channel in range(3):
            out[channel] += np.float32(bloom * share) * _blur(light[channel], mm * pixels_per_mm)
    if halation > 0:
        y = np.tensordot(LUMA, light, 1)
        excess = np.maximum(y - np.float32(HIGHLIGHT), 0)
        excess = excess / (1 + excess / np.float32(12))
        ring = sum(np.float32(share) * _blur(excess, mm * pixels_per_mm) for share, mm in HALATION_SPREAD)
        for channel in range(3):
            out[channel] += np.float32(HALATION * halation * colour[channel]) * ring
    return out


def _blur(plane: np.ndarray, sigma: float) -> np.ndarray:
    """Gaussian blur; a wide one on a quarter of the size, where it looks the same and costs a hundredth."""
    from scipy.ndimage import gaussian_filter  # only developing needs it

    height, width = plane.shape
    if sigma > 12 and min(height, width) >= 16:
        coarse = _blur(resize(plane, width // 4, height // 4), sigma / 4)
        return resize(coarse, width, height)
    return gaussian_filter(plane, sigma, mode="nearest", truncate=3.0)

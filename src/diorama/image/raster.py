"""Scene-linear pictures: float32 HxWx3, Rec.709 primaries, D65, any exposure; the checks and the resizing all passes share."""

from __future__ import annotations

import numpy as np
from PIL import Image

from diorama.errors import RequestError

FRAME_MM = 36.0
"""The long side of the frame, whatever the aspect (as `scene.Camera` has it)."""
CEILING = 1e6
"""Brightest light kept; the disc of the sun is about 1e5 times a lit white wall."""


def as_linear(pixels: np.ndarray) -> np.ndarray:
    """HxWx3 float32 of HxWx3 or HxWx4 linear light: an alpha channel is dropped, NaN is black and infinity `CEILING` (renderers leave single such pixels).

    Raises RequestError for another shape.
    """
    pixels = np.asarray(pixels)
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
        raise RequestError(f"scene-linear light is an array of height x width x 3, not {pixels.shape}", where="linear")
    if pixels.dtype.kind != "f":
        raise RequestError(f"scene-linear light is of floats, not {pixels.dtype}", where="linear", hint="decode sRGB with colour.to_linear")
    pixels = pixels[..., :3].astype(np.float32, copy=False)
    if not np.isfinite(pixels.sum()):
        pixels = np.nan_to_num(pixels, nan=0.0, posinf=CEILING, neginf=0.0)
    return pixels


def as_mask(mask: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """A mask (bool, or 0..1) as float32 weights of the picture's height and width. Raises RequestError."""
    weights = np.asarray(mask, np.float32)
    if weights.shape != shape:
        raise RequestError(f"the mask is {weights.shape}, the picture {shape}", where="mask")
    return weights


def resize(plane: np.ndarray, width: int, height: int) -> np.ndarray:
    """One float32 plane at another size: averaged where it shrinks, bilinear where it grows."""
    shrinks = width < plane.shape[1]
    filter = Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR
    return np.asarray(Image.fromarray(np.ascontiguousarray(plane, np.float32)).resize((width, height), filter))


def micrometres_per_pixel(width: int, height: int) -> float:
    """The pitch of the pixels on the frame."""
    return FRAME_MM * 1000.0 / max(width, height)

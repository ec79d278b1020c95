"""Measurements on pictures: what colour a thing has, how sharp it is, what colour the light is and whence it comes.

Pictures are sRGB (uint8 HxWx3, or codes 0..1) unless said otherwise; masks are HxW, bool or 0..1 weights.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from diorama.errors import RequestError
from diorama.image.colour import LUMA, RGB_TO_XYZ, encoded_to_lab, to_linear
from diorama.image.raster import as_mask

FEWEST_PIXELS = 16
EDGE_REACH = 9  # pixels: the window in which an edge is looked for
EDGE_HEIGHT = 0.08  # codes 0..1: less is grain


def mean_lab(picture: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    """Mean CIE Lab (D65), L* 0..100, of the masked pixels: 3 numbers. `picture`: HxWx3 uint8 sRGB; `mask`: HxW, bool or 0..1."""
    weights = _weights(picture, mask)
    chosen = weights > 0
    return np.average(encoded_to_lab(picture[chosen]), axis=0, weights=weights[chosen])


def lab_quantiles(picture: np.ndarray, mask: np.ndarray | None = None, quantiles: tuple[float, ...] = (0.1, 0.5, 0.9)) -> np.ndarray:
    """Quantiles of L*, a* and b* over the mask (weights above a half), Qx3: one row for each quantile. The median forgives highlights and shadows."""
    return np.quantile(encoded_to_lab(picture[_weights(picture, mask) > 0.5]), quantiles, axis=0)


def sharpness(picture: np.ndarray, mask: np.ndarray | None = None) -> float:
    """Slope of the edges over their height, at the upper quartile of the edges inside the mask: about 0.5 sharp, 0.15 out of focus.

    `picture`: HxWx3 uint8 sRGB; `mask`: HxW, bool or 0..1.

    The slope of an edge falls with its blur width and, divided by its height, does not know its contrast (Marziliano et al., "Perceptual
    blur and ringing metrics", 2004, measure the same width along rows). Only the crests of the slope are asked, so a plain thing is judged
    by its outline and not called soft for having no texture: the mask should hold the outline.
    Raises RequestError.
    """
    from scipy.ndimage import maximum_filter, minimum_filter  # not every command's start should take a tenth of a second for it

    luma = _luma_codes(picture)
    height = maximum_filter(luma, EDGE_REACH) - minimum_filter(luma, EDGE_REACH)
    slope = np.hypot(*np.gradient(luma))
    crests = (slope >= maximum_filter(slope, 3)) & (height > EDGE_HEIGHT) & (slope > height / EDGE_REACH)
    edges = crests & (_weights(picture, mask) > 0.5)
    if edges.sum() < FEWEST_PIXELS:
        raise RequestError("too few edges to measure sharpness", where="mask", hint=f"{FEWEST_PIXELS} pixels on an edge at least")
    return float(np.quantile(slope[edges] / height[edges], 0.75))


def cct(xy: tuple[float, float]) -> float:
    """Correlated colour temperature of a chromaticity: McCamy, Color Research and Application 17(2), 1992; good from 2000 to 12500 K."""
    x, y = xy
    n = (x - 0.3320) / (0.1858 - y)
    return 449.0 * n**3 + 3525.0 * n**2 + 6823.3 * n + 5520.33


def illuminant_cct(picture: np.ndarray, mask: np.ndarray | None = None, *, linear: bool = False, norm: float = 6.0) -> float:
    """Correlated colour temperature of the light, estimated from the picture (or from a neutral thing in the mask).

    Kelvin. `picture`: HxWx3, uint8 sRGB or linear float; `mask`: HxW, bool or 0..1.

    Shades of grey: the Minkowski mean of each channel (Finlayson and Trezzi, "Shades of Gray and Colour Constancy", CIC 2004).
    `linear`: the picture is linear light rather than sRGB.
    Raises RequestError.
    """
    weights = _weights(picture, mask)
    light = np.asarray(picture, np.float64)[..., :3] if linear else _linear(picture)
    chosen = weights > 0
    mean = np.average(np.maximum(light[chosen], 0) ** norm, axis=0, weights=weights[chosen]) ** (1 / norm)
    xyz = RGB_TO_XYZ @ mean
    if xyz.sum() <= 0:
        raise RequestError("no light to measure", where="mask")
    return cct((xyz[0] / xyz.sum(), xyz[1] / xyz.sum()))


class LightDirection(NamedTuple):
    """Whence the light comes: camera frame, x right, y up, z towards the camera."""

    vector: np.ndarray
    """Unit length, from the thing to the light."""
    ambient: float
    """Share of the light at full incidence that comes from everywhere."""
    fit: float
    """Share of the variance explained, 0..1; below about a half the direction means little."""

    @property
    def azimuth(self) -> float:
        """Degrees as in `scene.Light`: 0 from behind the camera, +90 from the right, ±180 from behind the subject."""
        return math.degrees(math.atan2(self.vector[0], self.vector[2]))

    @property
    def elevation(self) -> float:
        """Degrees: 90 from above."""
        return math.degrees(math.asin(float(np.clip(self.vector[1], -1, 1))))


def _fitted(y: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What brightness (p,) is fitted to, (p, 4), from normals (p, 3), and the solution (4,): the light's vector and the ambient."""
    design = np.column_stack([n, np.ones(len(y))])
    return design, np.linalg.lstsq(design, y, rcond=None)[0]


def light_direction(luminance: np.ndarray, normals: np.ndarray, mask: np.ndarray | None = None) -> LightDirection:
    """Fit `luminance ≈ max(0, n·l) + ambient` by least squares over the masked pixels.

    `luminance`: linear, HxW; `normals`: unit, HxWx3, camera frame (x right, y up, z towards the camera). Which pixels are turned
    from the light is not known before the light is: so the linear fit is repeated, each time with those that the last one says.
    Glints (the brightest hundredth) are clipped.
    Raises RequestError.
    """
    height, width = luminance.shape
    weights = np.ones((height, width), np.float32) if mask is None else as_mask(mask, (height, width))
    chosen = weights > 0.5
    y, n = luminance[chosen].astype(np.float64), normals[chosen].astype(np.float64)
    if len(y) < FEWEST_PIXELS:
        raise RequestError("too few pixels to tell the light's direction", where="mask", hint=f"{FEWEST_PIXELS} at least")
    y = np.minimum(y, np.quantile(y, 0.99))
    lit = np.ones(len(y), bool)
    design, solution = _fitted(y, n)
    for _ in range(31):
        now = n @ solution[:3] > 0
        if (now == lit).all() or now.sum() < FEWEST_PIXELS // 2:
            break
        lit = now
        design, solution = _fitted(y, n * lit[:, None])
    strength = float(np.linalg.norm(solution[:3]))
    if strength < 1e-9:
        raise RequestError("the light has no direction there", where="mask")
    rest = y - design @ solution
    fit = 1 - float(rest.var() / max(y.var(), 1e-18))
    return LightDirection(solution[:3] / strength, float(max(solution[3], 0) / (strength + max(solution[3], 0))), max(fit, 0.0))


def _weights(picture: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
    height, width = picture.shape[:2]
    weights = np.ones((height, width), np.float32) if mask is None else as_mask(mask, (height, width))
    if not (weights > 0.5).any():
        raise RequestError("the mask is empty", where="mask")
    return weights


def _linear(picture: np.ndarray) -> np.ndarray:
    codes = np.asarray(picture)[..., :3]
    return to_linear(codes / 255.0 if codes.dtype.kind in "ui" else codes)


def _luma_codes(picture: np.ndarray) -> np.ndarray:
    codes = np.asarray(picture)[..., :3]
    return (codes / 255.0 if codes.dtype.kind in "ui" else codes) @ LUMA.astype(np.float64)

# SPDX-License-Identifier: GPL-3.0-or-later
"""From a page's channels to pictures: sRGB colour, roughness and metal, a tangent-space normal from the relief; gaps filled so that no edge shows."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt, gaussian_filter

JPEG, PNG = "image/jpeg", "image/png"
FLAT = 0.004
"""Slope under which a page has no relief worth a picture."""

STEEPEST = 0.8
"""Slope of the steepest relief: what is finer than a texel must not turn into spikes."""
SMOOTH = 0.8
"""Texels over which relief is evened: what is finer than two of them is roughness, not shape."""


def fill(page: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Every pixel that nothing lies on takes the nearest one's channels."""
    seen = page["seen"]
    if not seen.any():
        return page
    rows, columns = distance_transform_edt(~seen, return_distances=False, return_indices=True)
    return {name: values if name == "seen" else values[rows, columns] for name, values in page.items()}


def normals(page: dict[str, np.ndarray]) -> np.ndarray | None:
    """Tangent-space normals (h, w, 3) of the page's relief, up is up in the picture; None where it is flat.

    The surface gradient of the height h by the first fundamental form: grad h = (P_u (G h_u - F h_v) + P_v (E h_v - F h_u)) / (E G - F²).
    """
    seen = page["seen"]
    height = _smooth(page["tch"][..., 2], seen)[..., None]
    across, up = (_slope(np.concatenate([page["x_position"], height], axis=2), seen, axis) for axis in (1, 0))
    up = -up
    pu, hu, pv, hv = across[..., :3], across[..., 3], up[..., :3], up[..., 3]
    e, f, g = (pu * pu).sum(-1), (pu * pv).sum(-1), (pv * pv).sum(-1)
    area = np.maximum(e * g - f * f, 1e-18)
    gradient = (pu * (g * hu - f * hv)[..., None] + pv * (e * hv - f * hu)[..., None]) / area[..., None]
    steep = np.linalg.norm(gradient, axis=-1, keepdims=True)
    gradient = np.where(seen[..., None], gradient * np.minimum(1, STEEPEST / np.maximum(steep, 1e-9)), 0)
    if np.quantile(steep[seen], 0.98) < FLAT:
        return None
    normal = _unit(page["x_normal"])
    tangent = _unit(pu - normal * (pu * normal).sum(-1, keepdims=True))
    side = np.cross(normal, tangent)
    side *= np.where((side * pv).sum(-1, keepdims=True) < 0, -1, 1)
    bent = _unit(normal - gradient)
    out = np.stack([(bent * axis).sum(-1) for axis in (tangent, side, normal)], axis=-1)
    out[~seen] = 0, 0, 1
    return out


def _smooth(height: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """The height evened among pixels that are seen."""
    weight = gaussian_filter(seen.astype(np.float32), SMOOTH)
    return gaussian_filter(np.where(seen, height, 0), SMOOTH) / np.maximum(weight, 1e-6)


def _slope(values: np.ndarray, seen: np.ndarray, axis: int) -> np.ndarray:
    """Change a pixel along an axis, from whichever neighbours there are."""
    there = np.roll(seen, -1, axis) & seen
    step = (np.roll(values, -1, axis) - values) * there[..., None]
    back, behind = np.roll(step, 1, axis), np.roll(there, 1, axis)
    return (step + back) / np.maximum(there.astype(np.float32) + behind, 1)[..., None]


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)


def srgb(linear: np.ndarray) -> np.ndarray:
    """Linear 0..1 to sRGB bytes."""
    c = np.clip(linear, 0, 1)
    return np.rint(255 * np.where(c <= 0.0031308, c * 12.92, 1.055 * c ** (1 / 2.4) - 0.055)).astype(np.uint8)


def data(values: np.ndarray) -> np.ndarray:
    return np.rint(255 * np.clip(values, 0, 1)).astype(np.uint8)


def encode(pixels: np.ndarray, quality: int = 90) -> tuple[bytes, str]:
    """(h, w, 3) bytes as JPEG without subsampling of colour, (h, w, 4) as PNG; with the MIME type."""
    file = io.BytesIO()
    if pixels.shape[2] == 4:
        Image.fromarray(pixels).save(file, "PNG", optimize=True)
        return file.getvalue(), PNG
    Image.fromarray(pixels).save(file, "JPEG", quality=quality, subsampling=0, optimize=True)
    return file.getvalue(), JPEG

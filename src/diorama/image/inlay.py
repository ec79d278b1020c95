"""An older picture laid into a wider one of the same view: its own pixels stay, and what is around them takes on their brightness and colour."""

from __future__ import annotations

import numpy as np

from diorama.errors import RequestError

SMOOTH = 0.04
"""Of the smaller picture's shorter side: over which the difference of the two is told from their detail."""
MOST_GAIN = 1.6
"""Pictures that differ by more are not of one view."""
RIM = 3
"""Pixels inside the old frame along which the two must agree."""
MOST_STEP = 14.0
"""Of 255: the median difference along the rim above which the seam is seen."""


def inlay(wide: np.ndarray, old: np.ndarray, top: int, left: int) -> np.ndarray:
    """`wide`, `old`: uint8 sRGB (h, w, 3); the older one's upper left corner in the wide one, pixels. Returns uint8 like `wide`, with `old` in it exactly.

    Around it the wide picture is multiplied by what the two differ by along the edge (vignetting, bloom), worn off nowhere: there is no seam.
    Raises RequestError where the older one does not lie within the wide one, or shows something else.
    """
    from scipy.ndimage import binary_erosion, distance_transform_edt  # a tenth of a second, which not every command's start should take

    rows, columns = slice(top, top + old.shape[0]), slice(left, left + old.shape[1])
    if min(top, left) < 0 or wide[rows, columns].shape != old.shape:
        raise RequestError("the older picture does not lie within the wider one", where="inlay", hint="left and top are pixels of the wider one")
    sigma = SMOOTH * min(old.shape[:2])
    gain = _smooth(old, sigma) / _smooth(wide[rows, columns], sigma)
    if np.median(gain) > MOST_GAIN or np.median(gain) < 1 / MOST_GAIN:
        raise RequestError("the wider picture shows something else", where="inlay", hint="both have to be taken from the same place in the same light")
    within = np.zeros(wide.shape[:2], bool)
    within[rows, columns] = True
    laid = wide.astype(int)
    laid[rows, columns] = old
    rim = within & np.logical_not(binary_erosion(within, iterations=RIM, border_value=1))
    step = float(np.median(np.abs(wide.astype(int)[rim] - laid[rim])))
    if step > MOST_STEP:
        told = f"the surroundings differ where the old frame ends (by {step:.0f} of 255): the seam would be seen"
        raise RequestError(told, where="inlay", hint="widen the frame in words instead: \"from further away\"")
    nearest = np.asarray(distance_transform_edt(~within, return_distances=False, return_indices=True))
    field = gain[nearest[0] - top, nearest[1] - left]
    out = np.rint(np.clip(wide * field, 0, 255)).astype(np.uint8)
    out[rows, columns] = old
    return out


def _smooth(picture: np.ndarray, sigma: float) -> np.ndarray:
    """float32 (h, w, 3), 1 and more."""
    from scipy.ndimage import gaussian_filter

    return np.stack([gaussian_filter(picture[..., c].astype(np.float32), sigma, mode="nearest") for c in range(3)], -1) + 1

"""Removal of small things: the hole is filled with patches of the rest (PatchMatch: Barnes, Shechtman, Finkelstein, Goldman, 2009)."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import binary_dilation, find_objects
from scipy.spatial import KDTree

from diorama.engines.darkroom import wide
from diorama.errors import RequestError
from diorama.image.colour import encoded_to_lab

MOST_SHARE = 0.6
"""Of the picture that may go: there has to be something to copy from."""
AROUND = 3.0
"""How far around the hole patches are looked for, in the hole's own sizes."""
LEAST_AROUND = 96
"""Pixels."""
RING, MOST_COLOURS, STRANGE = 8, 2000, 12.0
"""Pixels around the hole whose colours belong there; how many of them are compared; how far (CIE Lab) a colour is from all of them to be another thing's."""
FRINGE = 2
"""Pixels beyond the mask that are not copied from: the edge of what goes bleeds into them."""


def erase(picture: np.ndarray, mask: np.ndarray, *, patch: int = 7, seed: int = 0) -> np.ndarray:
    """`picture`: uint8 sRGB (h, w, 3); `mask`: bool (h, w), True where something goes; `patch`: side of a patch, pixels. Returns uint8 (h, w, 3).

    Outside the mask not one pixel changes. Raises RequestError where the mask covers more than 60 % of the picture.
    """
    if mask.mean() > MOST_SHARE:
        hint = f"{MOST_SHARE:.0%} at most: mark one small thing, or take an engine that paints"
        raise RequestError(f"{mask.mean():.0%} of the picture would go", where="mask", hint=hint)
    out = picture.copy()
    box = _around(mask)
    out[box] = _filled(picture[box], mask[box], patch, seed)
    out[~mask] = picture[~mask]
    return out


def _around(mask: np.ndarray) -> tuple[slice, slice]:
    """The part of the picture that is looked through."""
    rows, columns = find_objects(mask.astype(np.int8))[0]
    reach = round(max(AROUND * max(rows.stop - rows.start, columns.stop - columns.start), LEAST_AROUND))
    return tuple(slice(max(one.start - reach, 0), one.stop + reach) for one in (rows, columns))  # type: ignore[return-value]


def _filled(picture: np.ndarray, mask: np.ndarray, patch: int, seed: int) -> np.ndarray:
    import patchmatch

    if not patchmatch.patchmatch_available:
        raise RequestError("small things cannot be removed here: PatchMatch does not load", where="operation", hint="an engine that takes masks can")
    patchmatch.set_random_seed(seed % 2**31)
    hole = np.asarray(binary_dilation(mask, iterations=FRINGE))
    strange = _strange(picture, hole, patch)[..., None].astype(np.uint8) * 255

    def patches(of: np.ndarray, gone: np.ndarray) -> np.ndarray:
        return np.asarray(patchmatch.inpaint(np.ascontiguousarray(of), gone[..., None].astype(np.uint8) * 255, global_mask=strange, patch_size=patch | 1))

    return wide.filled(picture, hole, patch, patches) if wide.is_wide(hole, patch) else patches(picture, hole)


def _strange(picture: np.ndarray, hole: np.ndarray, patch: int) -> np.ndarray:
    """bool (h, w): what has a colour that is nowhere around the hole: another thing, of which no copy belongs there. Nothing, where little else is left."""
    around = _wider(hole, RING) & ~hole
    lab = encoded_to_lab(picture.astype(np.float32) / 255)
    near = lab[around][:: max(1, int(around.sum()) // MOST_COLOURS)]
    if not len(near):
        return np.zeros(hole.shape, bool)
    away = np.asarray(KDTree(near).query(lab)[0])
    strange = _wider(away > STRANGE, patch // 2) & ~_wider(hole, patch // 2)
    return strange if (~strange & ~hole).sum() >= hole.sum() else np.zeros(hole.shape, bool)


def _wider(mask: np.ndarray, by: int) -> np.ndarray:
    return np.asarray(binary_dilation(mask, iterations=by))

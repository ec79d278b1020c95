"""Claims about the frame: what is left free, what keeps away from its edges, what is cut off, and how cleanly it is photographed.

space PLACE          no subject, and next to no detail, where words are to go: left, right, top, bottom, or a corner such as top_left
within [THING] L,T,R,B   the subjects (one of them) lie in the box, 3 % of the frame more or less
thirds SIDE      the middle of the subjects is on the left or right line of the thirds, 6 % of the width more or less
margin SHARE         no subject comes nearer to an edge than so much of the shorter side
whole [THING]        no more than 2 % of its outline lies on the frame's edge (of each subject, without a thing)
absent THING         nothing of the name is seen
palette [THING] #hex CIEDE2000 of its own colour's median to the colour at most 5; without a thing, of one of the subjects, or of a fiftieth of the picture
sharp [THING]        its edges (those of all subjects) are steep: 0.2 of their height a pixel or more
noise                standard deviation of the grain at most 4 of 255 (Immerkær 1996)
level                the camera is rolled by no more than 1°
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from scipy.ndimage import binary_dilation, convolve, gaussian_filter

from diorama.errors import RequestError
from diorama.image.colour import ciede2000, encoded_to_lab, linear_to_lab, parse_hex
from diorama.image.measure import sharpness
from diorama.tools.shown import CannotTell, Fails, Shown

SIDE, CORNER = 0.36, (0.45, 0.36)
"""Of the frame that has to be free: at a side; of a corner its width and height."""
TAKEN, BUSY = 0.02, 12.0
"""Share of the free part that subjects may cover; what its detail may stray by, of 255."""
LINES = 40
"""Of the free part's longer side: what varies over less than that is detail, which letters would be read against."""
BEYOND, OFF_LINE = 0.03, 0.06
"""Shares of the frame: how far things may reach out of their box, and their middle may be off a line of the thirds."""
CUT = 0.02
CARRIES = 5.0
PART = 0.02
CLEAR = 0.002
"""Of light: what reflects less has no colour of its own (glass, metal)."""
STEEP = 0.2
GRAIN = 4.0
ROLLED = 1.0
LAPLACIAN = np.array([(1, -2, 1), (-2, 4, -2), (1, -2, 1)], np.float32)


def free_part(place: str, height: int, width: int) -> tuple[slice, slice]:
    """Rows and columns that are to be free."""
    corner = "_" in place
    across, down = CORNER if corner else (SIDE, SIDE)
    columns = slice(0, round(across * width)) if "left" in place else slice(width - round(across * width), width) if "right" in place else slice(0, width)
    rows = slice(0, round(down * height)) if "top" in place else slice(height - round(down * height), height) if "bottom" in place else slice(0, height)
    return rows, columns


def space(e: Shown, place: str) -> None:
    at = free_part(place, *e.outcome.picture.shape[:2])
    taken = float(e.told()[at].mean())
    if taken > TAKEN:
        raise Fails(f"things take {taken:.0%} of what should be free")
    luma = e.outcome.picture[at].astype(np.float32) @ np.array((0.2126, 0.7152, 0.0722), np.float32)
    detail = float((luma - gaussian_filter(luma, max(luma.shape) / LINES)).std())
    if detail > BUSY:
        raise Fails(f"it is busy there: detail of {detail:.0f} of 255")


def within(e: Shown, *said: str) -> None:
    *names, box = said
    left, top, right, bottom = (float(side) for side in box.split(","))
    seen = _extent(e.need(names[0]) if names else e.told())
    over = max(left - seen[0], top - seen[1], seen[2] - right, seen[3] - bottom)
    if over > BEYOND:
        raise Fails(f"things reach {over:.0%} of the frame beyond it")


def thirds(e: Shown, side: str) -> None:
    left, _, right, _ = _extent(e.told())
    middle, line = (left + right) / 2, 2 / 3 if side == "right" else 1 / 3
    if abs(middle - line) > OFF_LINE:
        raise Fails(f"the middle of things is at {middle:.0%} of the width, not at {line:.0%}")


def _extent(mask: np.ndarray) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a mask, shares of the frame."""
    if not mask.any():
        raise Fails("none of the things is seen")
    (rows, columns), (high, wide) = np.nonzero(mask), mask.shape
    return columns.min() / wide, rows.min() / high, (columns.max() + 1) / wide, (rows.max() + 1) / high


def margin(e: Shown, share: str) -> None:
    mask = e.told()
    reach = round(float(share) * min(mask.shape))
    if reach and (near := float(mask.sum() - mask[reach:-reach, reach:-reach].sum())):
        raise Fails(f"{near:.0f} pixels of things lie within {float(share):.0%} of the edge")


def whole(e: Shown, name: str | None = None) -> None:
    masks = [(name, e.need(name))] if name else [(s.noun, e.mask(s.id)) for s in e.recipe.scene.subjects if not s.implied]
    for noun, mask in masks:
        around = binary_dilation(np.pad(mask, 1)) & ~np.pad(mask, 1)
        edge = around.copy()
        edge[1:-1, 1:-1] = False
        if around.any() and (cut := float(edge.sum() / around.sum())) > CUT:
            raise Fails(f"{noun}: {cut:.0%} of its outline is the frame's edge")


def absent(e: Shown, name: str) -> None:
    if (pixels := int(e.mask(name).sum())) > 0:
        raise Fails(f"{pixels} pixels of it")


def palette(e: Shown, *said: str) -> None:
    *names, asked = said
    name = next(iter(names), None)
    target = encoded_to_lab(np.asarray(parse_hex(asked)))
    own = e.outcome.passes["colour"]
    masks = [e.need(name)] if name else [e.mask(s.id) for s in e.recipe.scene.subjects]
    if name and float((own[masks[0]].max(axis=-1) < CLEAR).mean()) > 0.5:
        raise CannotTell("most of it is clear or mirrors: its colour is that of the light through it, or of what is around it")
    apart = [_apart(np.median(own[mask], axis=0), target) for mask in masks if mask.any()]
    if name is None:
        seen = ciede2000(encoded_to_lab(e.outcome.picture[::2, ::2].astype(np.float32) / 255), target)
        apart.append(float(np.quantile(seen, PART)))
    if not apart or min(apart) > CARRIES:
        raise Fails(f"CIEDE2000 {min(apart, default=math.inf):.1f}")


def _apart(colour: np.ndarray, target: np.ndarray) -> float:
    return float(ciede2000(linear_to_lab(np.clip(colour, 0, 1)), target))


def sharp(e: Shown, name: str | None = None) -> None:
    mask = binary_dilation(e.need(name) if name else e.told(), iterations=2)
    try:
        found = sharpness(e.outcome.picture, mask)
    except RequestError as wrong:
        raise Fails(wrong.message) from wrong
    if found < STEEP:
        raise Fails(f"its edges rise by {found:.2f} of their height a pixel")


def noise(e: Shown) -> None:
    """Immerkær, "Fast noise variance estimation", Computer Vision and Image Understanding 64(2), 1996; of flat parts alone, so that texture is not grain."""
    luma = e.outcome.picture.astype(np.float32) @ np.array((0.2126, 0.7152, 0.0722), np.float32)
    rough = np.abs(convolve(luma, LAPLACIAN))
    slope = np.hypot(*np.gradient(gaussian_filter(luma, 2)))
    flat = slope <= np.quantile(slope, 0.5)
    found = math.sqrt(math.pi / 2) / 6 * float(rough[flat].mean())
    if found > GRAIN:
        raise Fails(f"grain of {found:.1f} of 255")


def level(e: Shown) -> None:
    if "camera" not in e.outcome.report:
        raise CannotTell("how the camera was held is not known")
    axes = np.asarray(e.outcome.report["camera"]["axes"])
    roll = math.degrees(math.asin(float(np.clip(axes[0][2], -1, 1))))
    if abs(roll) > ROLLED:
        raise Fails(f"rolled by {roll:.1f}°")


CHECKERS: dict[str, Callable[..., None]] = {
    "space": space, "within": within, "thirds": thirds,
    "margin": margin, "whole": whole, "absent": absent, "palette": palette, "sharp": sharp, "noise": noise, "level": level,
}  # fmt: skip

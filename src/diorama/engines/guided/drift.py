"""What is not where the scene put it: each instance's outline is looked for in the painted picture, and its colour where one was asked.

No model that recognises things is used: a strong outline of the right form at the right place counts as the thing; one too many elsewhere is not found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
from scipy import ndimage

from diorama.image.colour import encoded_to_lab, parse_hex

SMALLEST = 0.0008
"""Of the frame: what is smaller is not judged."""
REACH = 0.35
"""Of the instance's size: how far around its place it is looked for."""
TOLERATED = 0.08
"""Of the instance's size: an outline that lies no farther off is in its place."""
SHARE = 0.5
"""Of its outline that must be drawn for the thing to be there."""
FOREIGN = 75.0
"""Degrees of hue (CIELAB) beyond which a colour is another one."""

Finding = Literal["there", "moved", "missing", "colour", "unjudged"]


class Verdict(NamedTuple):
    instance: str
    finding: Finding
    text: str
    """For people; empty where all is well."""


def drifted(
    painted: np.ndarray, ids: np.ndarray, seen: Sequence[dict[str, Any]], nouns: Mapping[str, str], colours: Mapping[str, str]
) -> tuple[Verdict, ...]:  # fmt: skip
    """A verdict on each instance. `painted` uint8 sRGB (h, w, 3); `ids` int32 (h, w); `seen`: the stage's report on instances; `nouns` and `colours` (hex) by
    subject id."""
    lab = encoded_to_lab(painted / 255.0)
    drawn = _drawn(lab)
    counts = {id: sum(one["id"] == id for one in seen) for id in nouns}
    out: list[Verdict] = []
    for one in seen:
        if one["id"] not in nouns or "index" not in one:
            continue
        number = f" {int(str(one['instance']).rsplit('.', 1)[-1]) + 1}" if counts[one["id"]] > 1 else ""
        out.append(_judge(lab, drawn, ids == one["index"], str(one["instance"]), f"{nouns[one['id']]}{number}", colours.get(one["id"])))
    return tuple(out)


def _judge(lab: np.ndarray, drawn: np.ndarray, mask: np.ndarray, instance: str, name: str, colour: str | None) -> Verdict:
    outline = _outline(mask)
    if mask.mean() < SMALLEST or len(outline) < 12:
        return Verdict(instance, "unjudged", "")
    rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
    size = float(np.hypot(rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1))
    (dy, dx), here, best = _best(drawn, outline, size)
    if max(here, best) < SHARE:
        return Verdict(instance, "missing", f"no {name} is to be seen where the scene has it")
    if here < SHARE or (np.hypot(dx, dy) > TOLERATED * size and best > here + 0.2):
        return Verdict(instance, "moved", f"the {name} stands {_way(dx / mask.shape[1], dy / mask.shape[0])} of where the scene has it")
    if colour is not None and _foreign(lab[np.asarray(ndimage.binary_erosion(mask, iterations=2), bool), :], colour):
        return Verdict(instance, "colour", f"the {name} is not in the colour that was asked for")
    return Verdict(instance, "there", "")


def _drawn(lab: np.ndarray) -> np.ndarray:
    """bool (h, w): where an outline runs, or next to it: a step of at least 4 in CIELAB that stands out from its surroundings."""
    smooth = np.stack([ndimage.gaussian_filter(lab[..., k], 1.0) for k in range(3)], axis=2)
    step = np.sqrt(sum(ndimage.sobel(smooth[..., k], axis) ** 2 for k in range(3) for axis in (0, 1))) / 4
    around = ndimage.uniform_filter(step, max(9, round(0.05 * max(step.shape))))
    lines = (step > 2.0) & (step > 1.4 * around)
    return ndimage.binary_dilation(lines, iterations=max(1, round(0.003 * max(step.shape))))


def _outline(mask: np.ndarray) -> np.ndarray:
    """int (n, 2): pixels of the mask that touch its outside, not along the frame's edge."""
    inner = np.asarray(ndimage.binary_erosion(mask, border_value=1), bool)
    return np.argwhere(mask & ~inner)


def _best(drawn: np.ndarray, outline: np.ndarray, size: float) -> tuple[tuple[int, int], float, float]:
    """Where the outline fits best: offset in pixels (down, right), the share drawn without one, and with it."""
    reach, step = REACH * size, max(1, round(0.025 * size))
    offsets = [(dy, dx) for dy in np.arange(-reach, reach + 1, step).astype(int) for dx in np.arange(-reach, reach + 1, step).astype(int)]
    here = _share(drawn, outline, 0, 0)
    shares = [_share(drawn, outline, dy, dx) for dy, dx in offsets]
    k = int(np.argmax(shares))
    return offsets[k], here, shares[k]


def _share(drawn: np.ndarray, outline: np.ndarray, dy: int, dx: int) -> float:
    y, x = outline[:, 0] + dy, outline[:, 1] + dx
    inside = (y >= 0) & (x >= 0) & (y < drawn.shape[0]) & (x < drawn.shape[1])
    return float(drawn[y[inside], x[inside]].sum() / len(outline))


def _foreign(lab: np.ndarray, colour: str) -> bool:
    """Whether the colour is of another hue than asked; greys have none, and are not judged."""
    if not len(lab):
        return False
    asked, found = encoded_to_lab(parse_hex(colour)), np.median(lab, axis=0)
    if np.hypot(*asked[1:]) < 25:
        return False
    if np.hypot(*found[1:]) < 8:
        return True
    apart = np.degrees(np.arctan2(asked[2], asked[1]) - np.arctan2(found[2], found[1]))
    return bool(abs((apart + 180) % 360 - 180) > FOREIGN)


def _way(dx: float, dy: float) -> str:
    """Shares of the frame in words: "12 % to the right"."""
    across = f"{abs(dx):.0%} to the {'right' if dx > 0 else 'left'}" if abs(dx) >= abs(dy) / 2 else ""
    down = f"{abs(dy):.0%} {'below' if dy > 0 else 'above'}" if abs(dy) >= abs(dx) / 2 else ""
    return " and ".join(filter(None, (across, down)))

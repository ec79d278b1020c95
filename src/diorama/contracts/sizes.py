"""Sizes that an engine makes: whether one is among them, and which is nearest."""

from __future__ import annotations

import math

from diorama.contracts.capabilities import Capabilities

SHAPE_TOLERANCE = 0.02
"""Of the ratio: rounding to whole pixels changes it."""


def breach(able: Capabilities, width: int, height: int) -> tuple[str, str] | None:
    """What is wrong with a size (width or height or size; what is allowed); None where the engine makes it."""
    if able.sizes is not None:
        return None if (width, height) in able.sizes else ("size", ", ".join(f"{w}x{h}" for w, h in able.sizes))
    for name, side in (("width", width), ("height", height)):
        if not able.least <= side <= able.most:
            return name, f"{able.least} to {able.most} pixels"
        if side % able.multiple_of:
            return name, f"a multiple of {able.multiple_of}"
    if able.max_pixels is not None and width * height > able.max_pixels:
        return "size", f"{able.max_pixels:,} pixels in all at most"
    if able.min_pixels is not None and width * height < able.min_pixels:
        return "size", f"{able.min_pixels:,} pixels in all at least"
    if able.widest is not None and max(width, height) > able.widest * min(width, height):
        return "size", f"{able.widest:g}:1 at most"
    if able.aspects is not None and not any(abs(width / height / (w / h) - 1) <= SHAPE_TOLERANCE for w, h in able.aspects):
        return "size", "one of the shapes " + ", ".join(f"{w}:{h}" for w, h in able.aspects)
    return None


def nearest(able: Capabilities, width: int, height: int) -> tuple[int, int]:
    """The size that the engine makes, nearest to this one in shape first, then in pixels. Where it makes the size itself: that.

    >>> nearest(Capabilities(name="x", version="1", title="", licence="", sizes=((1024, 1024), (1536, 1024))), 900, 600)
    (1536, 1024)
    """
    if breach(able, width, height) is None:
        return width, height
    if able.sizes is not None:
        return min(able.sizes, key=lambda size: (_apart(size, (width, height)), abs(math.log(size[0] * size[1] / (width * height)))))
    ratio = width / height
    if able.aspects is not None:
        shape = min(able.aspects, key=lambda size: _apart(size, (width, height)))
        ratio = shape[0] / shape[1]
    if able.widest is not None:
        ratio = min(max(ratio, 1 / able.widest), able.widest)
    return _scaled(able, ratio, width * height)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> float:
    return round(abs(math.log(one[0] / one[1] * other[1] / other[0])), 3)


def _scaled(able: Capabilities, ratio: float, pixels: float) -> tuple[int, int]:
    """Sides of this ratio, of about so many pixels, within the engine's limits."""
    pixels = min(max(pixels, able.min_pixels or 0), able.max_pixels or math.inf)
    height = math.sqrt(pixels / ratio)
    scale = max(1.0, able.least / min(height, height * ratio))
    scale = min(scale, able.most / max(height, height * ratio))
    sides = [_stepped(able, side * scale) for side in (height * ratio, height)]
    step = able.multiple_of
    while able.max_pixels is not None and sides[0] * sides[1] > able.max_pixels:
        sides[sides.index(max(sides))] -= step
    while able.min_pixels is not None and sides[0] * sides[1] < able.min_pixels:
        sides[sides.index(min(sides))] += step
    while able.widest is not None and max(sides) > able.widest * min(sides):
        sides[sides.index(max(sides))] -= step
    return sides[0], sides[1]


def _stepped(able: Capabilities, side: float) -> int:
    step = able.multiple_of
    low, high = math.ceil(able.least / step) * step, able.most // step * step
    return min(max(round(side / step) * step, low), high)

"""Selections on a picture: what a hand marks (boxes, lassos, brush strokes, clicks) becomes a mask of how much each pixel may change.

boxes, lassos, strokes, clicks, a mask of one's own → their union → inverted → softened at its edge
"""

from __future__ import annotations

from typing import Annotated

import numpy as np
from PIL import Image, ImageDraw
from pydantic import Field

from diorama.errors import RequestError
from diorama.image.colour import ciede2000, encoded_to_lab
from diorama.recipe.inputs import Box
from diorama.scene.base import Model
from diorama.studio.inputs import STAYS

MOST_MARKS, MOST_POINTS = 64, 4096
WIDEST_FEATHER = 512
"""Pixels."""
Share = Annotated[float, Field(ge=0, le=1)]
Point = tuple[Share, Share]
"""Across and down, shares of the frame."""


class Stroke(Model):
    """A brush drawn along points."""

    points: tuple[Point, ...] = Field(min_length=1, max_length=MOST_POINTS)
    size: float = Field(0.05, gt=0, le=1)
    """The brush's diameter, a share of the picture's long side."""


class Selection(Model):
    """What is marked. Everything but the feather and the tolerance is measured in shares of the frame."""

    boxes: tuple[Box, ...] = Field((), max_length=MOST_MARKS)
    """left, top, right, bottom."""
    lassos: tuple[Annotated[tuple[Point, ...], Field(min_length=3, max_length=MOST_POINTS)], ...] = Field((), max_length=MOST_MARKS)
    strokes: tuple[Stroke, ...] = Field((), max_length=MOST_MARKS)
    clicks: tuple[Point, ...] = Field((), max_length=MOST_MARKS)
    """Each marks what is of one colour with it and joins it."""
    tolerance: float = Field(12.0, ge=0, le=100)
    """CIEDE2000 up to which a click takes a colour for its own."""
    invert: bool = False
    feather: float = Field(0.0, ge=0, le=WIDEST_FEATHER)
    """Pixels over which the edge is soft."""

    def changes(self, picture: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
        """How much each pixel of the picture (uint8 sRGB, h × w × 3) may change, uint8 (h, w). `mask`: marked besides, of the same kind.

        Raises RequestError for a box that is none, a mask of another size, and where nothing, not one pixel, is marked.
        """
        height, width = picture.shape[:2]
        if mask is not None and mask.shape != (height, width):
            raise RequestError(f"the mask has {mask.shape[1]}x{mask.shape[0]} pixels, the picture {width}x{height}", where="mask", hint="they must agree")
        marked = np.zeros((height, width), np.uint8) if mask is None else mask
        for one in (self._boxes(width, height), self._drawn(width, height), *(similar(picture, at, self.tolerance) for at in self.clicks)):
            marked = np.maximum(marked, np.where(one, 255, 0).astype(np.uint8))
        if self.invert:
            marked = 255 - marked
        if self.feather:
            from scipy.ndimage import gaussian_filter  # a tenth of a second, which not every command's start should take

            marked = np.rint(gaussian_filter(marked.astype(np.float32), self.feather / 2, mode="nearest")).astype(np.uint8)
        marked = np.where(marked > STAYS, marked, 0).astype(np.uint8)
        if not marked.any():
            raise RequestError("nothing is marked", where="mask", hint="a box, a lasso, a stroke or a click; or a mask, white where it may change")
        return marked

    def _boxes(self, width: int, height: int) -> np.ndarray:
        marked = np.zeros((height, width), bool)
        for box in self.boxes:
            left, top, right, bottom = box
            if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
                raise RequestError(f"{left:g},{top:g},{right:g},{bottom:g} is no box", where="box", hint="left, top, right, bottom as shares of the frame")
            marked[round(top * height) : round(bottom * height), round(left * width) : round(right * width)] = True
        return marked

    def _drawn(self, width: int, height: int) -> np.ndarray:
        sheet = Image.new("1", (width, height))
        pen = ImageDraw.Draw(sheet)
        for lasso in self.lassos:
            pen.polygon([(x * width, y * height) for x, y in lasso], fill=1)
        for stroke in self.strokes:
            points = [(x * width, y * height) for x, y in stroke.points]
            across = max(1.0, stroke.size * max(width, height))
            pen.line(points, fill=1, width=round(across), joint="curve")
            for x, y in points:
                pen.ellipse((x - across / 2, y - across / 2, x + across / 2, y + across / 2), fill=1)
        return np.asarray(sheet)


def similar(picture: np.ndarray, at: Point, tolerance: float) -> np.ndarray:
    """bool (h, w): the pixels that join the one at a point (shares of the frame) and are within `tolerance` (CIEDE2000) of its colour."""
    from scipy.ndimage import label

    height, width = picture.shape[:2]
    row, column = min(int(at[1] * height), height - 1), min(int(at[0] * width), width - 1)
    lab = encoded_to_lab(picture.astype(np.float32) / 255)
    near = ciede2000(lab, lab[row, column]) <= tolerance
    areas = np.asarray(label(near)[0])  # type: ignore[index]
    return areas == areas[row, column]

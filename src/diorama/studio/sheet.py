"""Contact sheets: pictures in a grid, each with a line of words below it, as photographers lay out a film."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from diorama.errors import RequestError
from diorama.image.codecs import shrink_picture

PAPER, INK = (24, 24, 24), (214, 212, 206)
MOST = 400
SMALLEST_CELL, LARGEST_CELL = 48, 2048
"""Pixels."""


def contact_sheet(pictures: Sequence[tuple[np.ndarray, str]], *, columns: int | None = None, cell: int = 360) -> np.ndarray:
    """Pictures (uint8 sRGB) with their labels as one picture. `cell`: the long side of each, pixels; `columns`: by default for a sheet half again as wide as high.

    Raises RequestError for no pictures, too many, or a sheet that is too large.
    """
    if not 1 <= len(pictures) <= MOST:
        raise RequestError(f"{len(pictures)} pictures are not allowed", where="pictures", hint=f"1 to {MOST}")
    if not SMALLEST_CELL <= cell <= LARGEST_CELL:
        raise RequestError(f"{cell} pixels are not allowed", where="cell", hint=f"{SMALLEST_CELL} to {LARGEST_CELL}")
    small = [shrink_picture(p[..., :3], cell) if max(p.shape[:2]) > cell else p[..., :3] for p, _ in pictures]
    wide, high = max(p.shape[1] for p in small), max(p.shape[0] for p in small)
    across = columns or math.ceil(math.sqrt(1.5 * len(small) * high / wide))
    across = min(across, len(small))
    gap, line = max(6, cell // 30), max(12, cell // 18)
    down = math.ceil(len(small) / across)
    size = (across * (wide + gap) + gap, down * (high + line + 2 * gap) + gap)
    if max(size) > 16_384:
        raise RequestError(f"the sheet would be {size[0]}×{size[1]} pixels", where="cell", hint="fewer pictures, more columns or a smaller --cell")
    sheet = Image.new("RGB", size, PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=line * 0.72)
    for k, (picture, (_, label)) in enumerate(zip(small, pictures, strict=True)):
        x, y = gap + k % across * (wide + gap), gap + k // across * (high + line + 2 * gap)
        sheet.paste(Image.fromarray(picture), (x + (wide - picture.shape[1]) // 2, y + (high - picture.shape[0]) // 2))
        draw.text((x, y + high + gap // 2), fitted(label, font, wide), fill=INK, font=font)
    return np.asarray(sheet)


def fitted(label: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    """One line that fits, with an ellipsis where it was cut."""
    text = " ".join(label.split())
    if font.getlength(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(text[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"

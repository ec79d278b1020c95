# SPDX-License-Identifier: GPL-3.0-or-later
"""Square pictures in rows, as one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from PIL import Image


def write(out: str, items: Iterable[Any], shot: Callable[[Any], Image.Image], columns: int, px: int) -> None:
    """Take a picture of each item, `px` pixels a side, and lay them out. What Cycles prints on the way is left out."""
    quiet = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    pictures = [shot(item) for item in items]
    os.dup2(quiet, 1)
    columns = min(columns, len(pictures))
    sheet = Image.new("RGB", (columns * px, -(-len(pictures) // columns) * px))
    for i, picture in enumerate(pictures):
        sheet.paste(picture, (i % columns * px, i // columns * px))
    sheet.save(out)
    print(out)

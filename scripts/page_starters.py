"""Write the small pictures that the page begins with: web/src/starters/*.webp, from docs/gallery. bench/gallery.py calls it when the gallery is made anew."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs/gallery"
STARTERS = ROOT / "web/src/starters"
SIZE = (640, 427)
MOST_BYTES = 26_000
"""For each: all of them together are fetched before anything is made."""


def names() -> list[str]:
    """Those that lib/starters.ts imports."""
    return re.findall(r"'\.\./starters/(\w[\w-]*)\.webp'", (ROOT / "web/src/lib/starters.ts").read_text(encoding="utf-8"))


def write() -> None:
    STARTERS.mkdir(exist_ok=True)
    for name in names():
        with Image.open(GALLERY / f"{name}.jpg") as picture:
            small = cropped(picture.convert("RGB"))
        target = STARTERS / f"{name}.webp"
        for quality in range(82, 30, -4):
            small.save(target, quality=quality, method=6)
            if target.stat().st_size <= MOST_BYTES:
                break


def cropped(picture: Image.Image) -> Image.Image:
    """The middle of it, in the shape of all of them."""
    width, height = picture.size
    scale = max(SIZE[0] / width, SIZE[1] / height)
    across, down = SIZE[0] / scale, SIZE[1] / scale
    left, top = (width - across) / 2, (height - down) / 2
    return picture.resize(SIZE, Image.Resampling.LANCZOS, box=(left, top, left + across, top + down))


if __name__ == "__main__":
    write()

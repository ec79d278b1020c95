# SPDX-License-Identifier: GPL-3.0-or-later
"""The legends of keyboards, a computer's and a typewriter's, on a clear ground that is laid over their keys."""

from __future__ import annotations

from PIL import Image, ImageDraw

from diorama_stage.materials.lettering import face

ROWS = (  # legends with their widths in keys, from the back row to the front
    (("esc", 1), *((f"F{k}", 1) for k in range(1, 13)), ("del", 2)),
    (*((c, 1) for c in "`1234567890-="), ("back", 2)),
    (("tab", 1.5), *((c, 1) for c in "QWERTYUIOP[]"), ("\\", 1.5)),
    (("caps", 1.75), *((c, 1) for c in "ASDFGHJKL;'"), ("enter", 2.25)),
    (("shift", 2.25), *((c, 1) for c in "ZXCVBNM,./"), ("shift", 2.75)),
    (("ctrl", 1.25), ("fn", 1.25), ("alt", 1.25), ("", 6.25), ("alt", 1.25), ("<", 1.25), ("^", 1.25), (">", 1.25)),
)
ACROSS = 15
"""Keys' widths in a row."""


def legends(size, ink: str) -> Image.Image:
    """All legends over the whole field of keys, w × h pixels."""
    w, h = size[0] * 2, size[1] * 2  # small letters need the pixels
    image = Image.new("RGBA", (w, h), (*(int(ink[i : i + 2], 16) for i in (1, 3, 5)), 0))
    d, step = ImageDraw.Draw(image), w / ACROSS
    for row, keys in enumerate(ROWS):
        x, y = 0.0, (row + 0.5) * h / len(ROWS)
        for legend, wide in keys:
            small = len(legend) > 1
            font = face("sans", int(step * (0.22 if small else 0.34)))
            at = x + step * (0.2 if small and wide > 1 else wide / 2)
            d.text((at, y), legend, font=font, fill=ink, anchor="lm" if small and wide > 1 else "mm")
            x += wide * step
    return image


TYPED = ("1234567890-", "QWERTYUIOP", "ASDFGHJKL;", "ZXCVBNM,.")
"""A typewriter's rows, from the back."""


def letters(size, ink: str = "#efe9d9") -> Image.Image:
    """A typewriter's letters, each row centred in a quarter of the height, eleven keys to the width."""
    w, h = size
    image = Image.new("RGBA", size, (*(int(ink[i : i + 2], 16) for i in (1, 3, 5)), 0))
    d, font = ImageDraw.Draw(image), face("sans", int(w / 11 * 0.36))
    for row, line in enumerate(TYPED):
        for k, letter in enumerate(line):
            d.text((w * (0.5 + (k - (len(line) - 1) / 2) / 11), h * (row + 0.5) / 4), letter, font=font, fill=ink, anchor="mm")
    return image

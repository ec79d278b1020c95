# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures within the picture: book pages, prints, screens, drawn by program."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

LONG = 768


def picture(kind: str, aspect: float, seed: int) -> Image.Image:
    """An RGB picture of the patch's aspect. Raises KeyError for an unknown kind."""
    size = (LONG, round(LONG / aspect)) if aspect >= 1 else (round(LONG * aspect), LONG)
    return DRAWERS[kind](size, random.Random(f"{kind}:{seed}")).convert("RGBA")


def _page(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (240, 233, 217))
    d = ImageDraw.Draw(image)
    w, h = size
    y, left, right = int(h * 0.1), int(w * 0.12), int(w * 0.88)
    line = max(h // 34, 8)
    while y < h * 0.9:
        x = left + (line * 2 if rng.random() < 0.14 else 0)
        end = right if rng.random() > 0.14 else rng.randint(left + w // 4, right)
        while x < end:
            word = rng.randint(line, line * 4)
            d.rectangle((x, y, min(x + word, end), y + line * 0.36), fill=(92, 86, 80))
            x += word + line * 0.5
        y += line
    return image.filter(ImageFilter.GaussianBlur(0.8))


def _newsprint(size, rng) -> Image.Image:
    image = _page(size, rng)
    d = ImageDraw.Draw(image)
    d.rectangle((size[0] * 0.08, size[1] * 0.05, size[0] * 0.92, size[1] * 0.16), fill=(50, 48, 46))
    image.paste(_landscape((size[0] // 3, size[1] // 4), rng).convert("L").convert("RGB"), (size[0] // 8, size[1] // 4))
    return image


def _gradient(size, top, bottom) -> np.ndarray:
    t = np.linspace(0, 1, size[1])[:, None, None]
    return np.broadcast_to(np.asarray(top) * (1 - t) + np.asarray(bottom) * t, (size[1], size[0], 3)).copy()


def _landscape(size, rng) -> Image.Image:
    w, h = size
    sky = rng.choice([((98, 150, 205), (236, 226, 204)), ((70, 90, 140), (246, 190, 140)), ((150, 180, 200), (235, 240, 242))])
    rgb = _gradient(size, *sky)
    x = np.arange(w)
    for k, tone in enumerate(((128, 146, 166), (86, 112, 118), (58, 84, 66), (40, 56, 38))):
        ridge = h * (0.45 + 0.13 * k) + sum(h * 0.09 / (j + 1) * np.sin(x / w * (2 + 3 * j) * 3.1 + rng.uniform(0, 6)) for j in range(4))
        mask = np.arange(h)[:, None] > ridge[None, :]
        rgb[mask] = np.asarray(tone) * rng.uniform(0.9, 1.1)
    return Image.fromarray(rgb.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.2))


def _portrait(size, rng) -> Image.Image:
    w, h = size
    image = Image.fromarray(_gradient(size, (150, 156, 150), (90, 96, 98)).astype(np.uint8))
    d = ImageDraw.Draw(image)
    tone = rng.choice([(214, 168, 138), (150, 104, 78), (232, 190, 160)])
    d.ellipse((w * 0.26, h * 0.62, w * 0.74, h * 1.4), fill=rng.choice([(52, 66, 96), (150, 60, 52), (70, 70, 70)]))
    d.rectangle((w * 0.45, h * 0.5, w * 0.55, h * 0.7), fill=tuple(int(c * 0.85) for c in tone))
    d.ellipse((w * 0.37, h * 0.16, w * 0.63, h * 0.6), fill=(58, 40, 28))
    d.ellipse((w * 0.4, h * 0.22, w * 0.6, h * 0.6), fill=tone)
    return image.filter(ImageFilter.GaussianBlur(5))


def _abstract(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (232, 224, 208))
    d = ImageDraw.Draw(image)
    for _ in range(9):
        x, y, r = rng.uniform(0, size[0]), rng.uniform(0, size[1]), rng.uniform(0.08, 0.3) * size[0]
        fill = rng.choice([(196, 78, 54), (38, 66, 92), (222, 170, 74), (70, 96, 80), (40, 38, 36), (214, 190, 170)])
        (d.ellipse if rng.random() < 0.6 else d.rectangle)((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=fill)
    return image


def _desktop(size, rng) -> Image.Image:
    image = _landscape(size, rng)
    d = ImageDraw.Draw(image)
    w, h = size
    d.rectangle((0, 0, w, h * 0.035), fill=(236, 236, 238))
    d.rounded_rectangle((w * 0.16, h * 0.13, w * 0.72, h * 0.8), 12, fill=(250, 250, 250))
    d.rounded_rectangle((w * 0.16, h * 0.13, w * 0.72, h * 0.19), 12, fill=(226, 227, 230))
    for k, c in enumerate(((237, 96, 86), (245, 190, 60), (98, 197, 84))):
        d.ellipse((w * (0.175 + 0.018 * k), h * 0.15, w * (0.187 + 0.018 * k), h * 0.17), fill=c)
    image.paste(_abstract((int(w * 0.22), int(h * 0.26)), rng), (int(w * 0.19), int(h * 0.24)))
    for k in range(12):
        d.rectangle((w * 0.44, h * (0.25 + 0.04 * k), w * rng.uniform(0.55, 0.69), h * (0.262 + 0.04 * k)), fill=(130, 134, 140))
    d.rounded_rectangle((w * 0.3, h * 0.9, w * 0.7, h * 0.985), 14, fill=(240, 240, 242))
    for k in range(8):
        d.rounded_rectangle((w * (0.315 + 0.047 * k), h * 0.912, w * (0.35 + 0.047 * k), h * 0.972), 8, fill=rng.choice([(60, 130, 220), (240, 150, 60), (90, 180, 110), (220, 80, 90), (120, 100, 200)]))
    return image


def _code(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (30, 32, 40))
    d = ImageDraw.Draw(image)
    for row in range(30):
        x = size[0] * (0.06 + 0.03 * rng.randint(0, 3))
        for _ in range(rng.randint(0, 6)):
            word = rng.uniform(0.02, 0.12) * size[0]
            d.rectangle((x, size[1] * (0.05 + 0.03 * row), x + word, size[1] * (0.062 + 0.03 * row)), fill=rng.choice([(198, 120, 221), (152, 195, 121), (97, 175, 239), (171, 178, 191)]))
            x += word + size[0] * 0.012
    return image


def _map(size, rng) -> Image.Image:
    from diorama_stage.materials.patterns import DRAWERS as PATTERNS

    return PATTERNS["map"]().resize(size)


def _keys(size, rng) -> Image.Image:
    image = Image.new("RGB", size, (38, 38, 40))
    d = ImageDraw.Draw(image)
    for row in range(5):
        for k in range(14):
            d.rounded_rectangle((size[0] * (0.01 + k * 0.07), size[1] * (0.03 + row * 0.19), size[0] * (0.07 + k * 0.07), size[1] * (0.2 + row * 0.19)), 5, fill=(24, 24, 26))
    return image


DRAWERS = {
    "page": _page, "newsprint": _newsprint, "landscape": _landscape, "film_still": _landscape, "portrait": _portrait, "abstract": _abstract, "desktop": _desktop,
    "code": _code, "map": _map, "keys": _keys,
}  # fmt: skip

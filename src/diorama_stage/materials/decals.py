# SPDX-License-Identifier: GPL-3.0-or-later
"""Stickers, drawn by program: round ones, badges and cut shapes with a white rim, on nothing (RGBA)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
from PIL import Image, ImageDraw

Tone = tuple[int, int, int]
PALETTES: tuple[tuple[Tone, Tone, Tone, Tone], ...] = (
    ((232, 93, 58), (247, 190, 87), (38, 84, 124), (250, 240, 220)), ((30, 110, 100), (240, 200, 90), (214, 72, 60), (246, 240, 226)),
    ((58, 62, 120), (238, 130, 150), (250, 214, 120), (244, 240, 236)), ((205, 60, 70), (80, 160, 190), (245, 220, 160), (40, 44, 52)),
)  # fmt: skip
SIDE = 384
"""Pixels a side."""


def star(x: float, y: float, r: float, points: int = 5, inner: float = 0.42) -> list[tuple[float, float]]:
    a = -np.pi / 2 + np.pi * np.arange(2 * points) / points
    q = np.where(np.arange(2 * points) % 2, r * inner, r)
    return [(x + b * np.cos(t), y + b * np.sin(t)) for t, b in zip(a, q, strict=True)]


def heart(x: float, y: float, r: float) -> list[tuple[float, float]]:
    t = np.linspace(0, 2 * np.pi, 80)
    return [(x + r * 0.062 * 16 * np.sin(a) ** 3, y - r * 0.062 * (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a))) for a in t]


def disc(d: ImageDraw.ImageDraw, x: float, y: float, r: float, fill) -> None:
    d.ellipse((x - r, y - r, x + r, y + r), fill=fill)


def _sunset(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    warm, pale, deep, paper = tones
    disc(d, s / 2, s / 2, s * 0.48, paper)
    disc(d, s / 2, s / 2, s * 0.43, warm)
    disc(d, s / 2, s * 0.52, s * 0.2, pale)
    for k in range(5):
        y = s * (0.56 + 0.075 * k)
        half = s * np.sqrt(max(0.43**2 - ((y + s * 0.02) / s - 0.5) ** 2, 0.0))
        d.rectangle((s / 2 - half, y, s / 2 + half, y + s * 0.04), fill=deep)


def _peaks(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    warm, pale, deep, paper = tones
    d.rounded_rectangle((s * 0.04, s * 0.14, s * 0.96, s * 0.86), s * 0.1, fill=paper)
    d.rounded_rectangle((s * 0.08, s * 0.18, s * 0.92, s * 0.82), s * 0.07, fill=pale)
    disc(d, s * 0.7, s * 0.36, s * 0.09, warm)
    d.polygon([(s * 0.1, s * 0.8), (s * 0.4, s * 0.3), (s * 0.68, s * 0.8)], fill=deep)
    d.polygon([(s * 0.32, s * 0.435), (s * 0.4, s * 0.3), (s * 0.475, s * 0.435), (s * 0.42, s * 0.41), (s * 0.39, s * 0.46)], fill=paper)
    d.polygon([(s * 0.45, s * 0.8), (s * 0.7, s * 0.46), (s * 0.9, s * 0.8)], fill=tuple(int(c * 0.7) for c in deep))


def _heart(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    d.polygon(heart(s / 2, s * 0.48, s * 0.46), fill=tones[3])
    d.polygon(heart(s / 2, s * 0.48, s * 0.39), fill=tones[0])
    disc(d, s * 0.32, s * 0.34, s * 0.05, tuple(min(255, c + 60) for c in tones[0]))


def _star(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    d.polygon(star(s / 2, s * 0.53, s * 0.5, inner=0.5), fill=tones[3])
    d.polygon(star(s / 2, s * 0.53, s * 0.4, inner=0.48), fill=tones[1])


def _smile(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    disc(d, s / 2, s / 2, s * 0.48, (250, 248, 240))
    disc(d, s / 2, s / 2, s * 0.43, (247, 205, 70))
    for x in (0.36, 0.64):
        d.ellipse((s * (x - 0.045), s * 0.32, s * (x + 0.045), s * 0.48), fill=(40, 36, 30))
    d.arc((s * 0.26, s * 0.3, s * 0.74, s * 0.76), 20, 160, fill=(40, 36, 30), width=int(s * 0.04))


def _rainbow(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    d.pieslice((s * 0.02, s * 0.16, s * 0.98, s * 1.12), 180, 360, fill=(250, 248, 242))
    for k, tone in enumerate(((214, 66, 60), (240, 150, 60), (246, 210, 90), (90, 168, 110), (70, 120, 190))):
        e = 0.06 + 0.065 * k
        d.pieslice((s * e, s * (0.16 + e - 0.02), s * (1 - e), s * (1.12 - e)), 180, 360, fill=tone)
    d.pieslice((s * 0.39, s * 0.53, s * 0.61, s * 0.75), 180, 360, fill=(250, 248, 242))
    for x in (0.12, 0.26, 0.74, 0.88):
        disc(d, s * x, s * 0.66, s * 0.1, (250, 248, 242))


def _flower(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    for r, fill in ((0.2, tones[3]), (0.165, tones[0])):
        for k in range(6):
            a = np.pi * k / 3
            disc(d, s / 2 + s * 0.26 * np.cos(a), s / 2 + s * 0.26 * np.sin(a), s * r, fill)
        disc(d, s / 2, s / 2, s * 0.2, fill)
    disc(d, s / 2, s / 2, s * 0.12, tones[1])


def _compass(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    warm, pale, deep, paper = tones
    disc(d, s / 2, s / 2, s * 0.48, deep)
    disc(d, s / 2, s / 2, s * 0.42, paper)
    d.polygon(star(s / 2, s / 2, s * 0.24, 8, 0.4), fill=pale)
    d.polygon(star(s / 2, s / 2, s * 0.38, 4, 0.2), fill=warm)
    disc(d, s / 2, s / 2, s * 0.05, deep)


def _bolt(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    shape = [(0.56, 0.04), (0.2, 0.55), (0.45, 0.55), (0.36, 0.96), (0.8, 0.4), (0.54, 0.4), (0.68, 0.04)]
    outline = [(s * x, s * y) for x, y in shape]
    d.line([*outline, outline[0], outline[1]], fill=(250, 248, 242), width=int(s * 0.11), joint="curve")
    d.polygon(outline, fill=tones[1])


def _wave(d: ImageDraw.ImageDraw, s: float, tones, rng: Random) -> None:
    warm, pale, deep, paper = tones
    d.rounded_rectangle((s * 0.02, s * 0.24, s * 0.98, s * 0.76), s * 0.24, fill=paper)
    d.rounded_rectangle((s * 0.06, s * 0.28, s * 0.94, s * 0.72), s * 0.2, fill=warm)
    for k, tone in enumerate((pale, paper, deep)):
        x = np.linspace(0.14, 0.86, 40)
        y = 0.4 + 0.1 * k + 0.035 * np.sin(x * 26 + k)
        d.line([(s * a, s * b) for a, b in zip(x, y, strict=True)], fill=tone, width=int(s * 0.05), joint="curve")


DESIGNS: tuple[Callable[..., None], ...] = (_sunset, _heart, _peaks, _star, _smile, _compass, _rainbow, _flower, _bolt, _wave)


def sticker(design: int) -> Callable[[tuple[int, int], Random], Image.Image]:
    """A drawer of one design, in colours by chance, a little worn at its rim."""

    def draw(_: tuple[int, int], rng: Random) -> Image.Image:
        image = Image.new("RGBA", (2 * SIDE, 2 * SIDE), (0, 0, 0, 0))
        DESIGNS[design](ImageDraw.Draw(image), float(2 * SIDE), rng.choice(PALETTES), rng)
        image = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
        a = np.asarray(image).astype(float)
        grain = np.random.default_rng(rng.getrandbits(32)).normal(0, 4, a.shape[:2])[..., None]
        a[..., :3] = np.clip(a[..., :3] + grain, 0, 255)
        return Image.fromarray(a.astype(np.uint8), "RGBA")

    return draw


STICKERS = {f"sticker_{k}": sticker(k) for k in range(len(DESIGNS))}

"""A contact sheet of every film stock on a synthetic chart: what to look at after touching `film_stocks.toml`.

    python bench/film_stocks.py [sheet.png] [--side 320] [--light pictures.npy ...]

The chart holds skies, hills, skins, glossy and matte balls, lamps, a colour chart, a ramp of 14 stops and all hues. `--light` adds
scene-linear arrays (HxWx3, Rec.709), such as the `linear` pass of a picture.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from diorama.image import develop, meter, stocks
from diorama.image.colour import parse_hex, to_linear
from diorama.image.raster import resize
from diorama.scene import Film

PATCHES = """735244 c29682 627a9d 576c43 8580b1 67bdaa d67e2c 505ba6 c15a63 5e3c6c 9dbc40 e0a32e
383d96 469449 af363c e7c71f bb5695 0885a1 f3f3f2 c8c8c8 a0a0a0 7a7a79 555555 343434""".split()
BALLS = (
    (0.12, (0.75, 0.52, 0.42), 0.5), (0.34, (0.28, 0.15, 0.09), 0.6), (0.56, (0.6, 0.03, 0.02), 20.0), (0.78, (0.8, 0.8, 0.8), 4.0),
)  # fmt: skip
"""Place, albedo and gloss: pale skin, dark skin, red lacquer, white china."""


def chart(side: int) -> np.ndarray:
    """Scene light, side x side."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    light = np.stack([0.2 + 0.8 * y, 0.34 + 0.72 * y, 0.68 + 0.16 * y], -1)
    sun = (x - 0.78) ** 2 + (y - 0.12) ** 2
    light += (np.exp(-sun / 0.0007) * 60 + np.exp(-sun / 0.02) * 1.2)[..., None] * np.array([1, 0.85, 0.6])
    texture = 1 + 0.2 * np.random.default_rng(1).standard_normal((side, side, 1))
    for base, colour, seed in ((0.30, (0.30, 0.38, 0.50), 2), (0.36, (0.12, 0.20, 0.17), 3), (0.42, (0.05, 0.11, 0.03), 4)):
        phases = np.random.default_rng(seed).random(6)
        ridge = base + 0.025 * sum(np.sin(2 * np.pi * (1.7 * k * x + phases[k - 1])) / k for k in range(1, 7))
        light = np.where((y > ridge)[..., None], np.array(colour) * texture, light)
    table = np.array([0.22, 0.12, 0.06]) * (1 + 0.25 * np.sin(60 * y + 3 * np.sin(9 * x)))[..., None] * (1.6 - x)[..., None]
    light = np.where((y > 0.5)[..., None], table, light)
    for centre, albedo, gloss in BALLS:
        light = _ball(light, x - centre, y - 0.62, np.array(albedo), gloss)
    for centre in (0.90, 0.95):
        light += (np.exp(-((x - centre) ** 2 + (y - 0.55) ** 2) / 8e-5) * 40)[..., None] * np.array([1, 0.75, 0.4])
    _strips(light, side)
    return light.astype(np.float32)


def _ball(light: np.ndarray, x: np.ndarray, y: np.ndarray, albedo: np.ndarray, gloss: float, radius: float = 0.1) -> np.ndarray:
    inside = x * x + y * y < radius * radius
    normal = np.stack([x / radius, -y / radius, np.sqrt(np.maximum(0, 1 - (x * x + y * y) / radius**2))], -1)
    sun = np.array([-0.593, 0.593, 0.544])
    half = (sun + [0, 0, 1]) / np.linalg.norm(sun + [0, 0, 1])
    shaded = albedo * (np.maximum(0, normal @ sun) * 1.2 + 0.06)[..., None] + (np.maximum(0, normal @ half) ** 120 * gloss)[..., None]
    return np.where(inside[..., None], shaded, light)


def _strips(light: np.ndarray, side: int) -> None:
    """Colour patches, a ramp of grey and all hues, over the bottom of the chart."""
    for i, code in enumerate(PATCHES):
        top, left = int((0.76 + 0.07 * (i // 12)) * side), int((0.02 + 0.08 * (i % 12)) * side)
        light[top : top + int(0.065 * side), left : left + int(0.074 * side)] = to_linear(parse_hex(code))
    top, bottom = int(0.92 * side), int(0.96 * side)
    light[top:bottom] = (0.18 * 2.0 ** np.linspace(-8, 6, side))[None, :, None]
    hue = np.linspace(0, 6, side)
    light[bottom:] = np.clip(np.stack([np.abs(hue - 3) - 1, 2 - np.abs(hue - 2), 2 - np.abs(hue - 4)], -1), 0, 1)[None]


def square(light: np.ndarray, side: int) -> np.ndarray:
    """The middle of a picture at the sheet's size."""
    height, width = light.shape[:2]
    edge = min(height, width)
    middle = light[(height - edge) // 2 :, (width - edge) // 2 :][:edge, :edge]
    return np.stack([resize(middle[..., c], side, side) for c in range(3)], -1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sheet", nargs="?", type=Path, default=Path("film_stocks.png"))
    options.add_argument("--side", type=int, default=320)
    options.add_argument("--light", nargs="*", type=Path, default=[])
    chosen = options.parse_args()
    lights = [chart(chosen.side), *(square(np.load(path), chosen.side) for path in chosen.light)]
    columns = max(1, 4 // len(lights))
    cells = []
    for name in stocks():
        row = Image.fromarray(np.concatenate([develop(light, Film(stock=name), exposure_stops=meter(light)) for light in lights], axis=1))
        ImageDraw.Draw(row).text((6, 4), name, fill="white")
        cells.append(row)
    width, height = cells[0].size
    sheet = Image.new("RGB", (width * columns, height * -(-len(cells) // columns)))
    for i, cell in enumerate(cells):
        sheet.paste(cell, (i % columns * width, i // columns * height))
    sheet.save(chosen.sheet)
    print(chosen.sheet)


if __name__ == "__main__":
    main()

"""Small pictures of scenes on one sheet, each with what is wrong in it below. Made in this process, roughly exposed: to look at where things are."""

from __future__ import annotations

import textwrap

import numpy as np
from PIL import Image, ImageDraw

from bench.fidelity.arranged import quiet
from diorama.engines.stage.engine import wordless
from diorama.scene import Scene
from diorama_stage.compose import compose
from diorama_stage.render.picture import render

TILE, TEXT, ACROSS = (288, 192), 46, 5
"""Pixels of a picture; of what is told below it; pictures in a row."""
SAMPLES, BRIGHT = 6, 0.55
"""Samples of a picture; what its median comes to, of white."""


def pictured(scenes: list[tuple[Scene, int, str]], across: int = ACROSS, tile: tuple[int, int] = TILE) -> Image.Image:
    """A sheet of scenes (each with its seed and what is told of it), in their order, `across` in a row, each of `tile` pixels."""
    rows = -(-max(len(scenes), 1) // across)
    out = Image.new("RGB", (across * tile[0], rows * (tile[1] + TEXT)), "white")
    pen = ImageDraw.Draw(out)
    for k, (scene, seed, told) in enumerate(scenes):
        x, y = k % across * tile[0], k // across * (tile[1] + TEXT)
        try:
            out.paste(photographed(scene, seed, tile), (x, y))
        except Exception as wrong:  # the sheet shows it where its picture would be
            told = f"{told}\n{type(wrong).__name__} {wrong}"
        lines = [line for part in told.split("\n") for line in textwrap.wrap(part, 47)]
        pen.text((x + 3, y + tile[1] + 2), "\n".join(lines[:4]), fill="black", spacing=0)
    return out


def photographed(scene: Scene, seed: int, tile: tuple[int, int] = TILE) -> Image.Image:
    """One small picture with its place about it."""
    with quiet():
        compose(wordless(scene), seed=seed, width=tile[0], height=tile[1])
        light = render(SAMPLES, 0.3)["Combined"][..., :3]
    bright = light * BRIGHT**2.2 / max(float(np.median(light.mean(axis=2))), 1e-6)
    bright = bright / (1 + 0.25 * bright)
    return Image.fromarray((np.clip(bright, 0, 1) ** (1 / 2.2) * 255).astype(np.uint8))

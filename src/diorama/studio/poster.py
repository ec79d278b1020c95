"""What comes as a file and not as a picture (video, sound, a drawing): a card that stands for it, and its name beside the card's."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from diorama.contracts import File
from diorama.image.files import Content
from diorama.recipe import Recipe

SUFFIXES = {
    "video/mp4": ".mp4", "video/webm": ".webm", "audio/mpeg": ".mp3", "audio/wav": ".wav", "audio/ogg": ".ogg", "audio/flac": ".flac", "audio/mp4": ".m4a",
    "image/svg+xml": ".svg", "application/pdf": ".pdf", "image/tiff": ".tif", "image/x-exr": ".exr",
    "image/vnd.adobe.photoshop": ".psd", "image/webp": ".webp", "image/gif": ".gif", "application/zip": ".zip",
    "image/png": ".png", "application/json": ".json",
}  # fmt: skip


def poster(files: Sequence[File], recipe: Recipe) -> np.ndarray:
    """A card that says what the files are, and the words they were made from. uint8 sRGB (h, w, 3), of the recipe's shape, at most 1024 pixels."""
    scale = min(1.0, 1024 / max(recipe.width, recipe.height))
    width, height = round(recipe.width * scale), round(recipe.height * scale)
    card = Image.new("RGB", (width, height), (38, 38, 40))
    size = max(10, width // 28)
    kinds = ", ".join(f"{one.kind} ({one.size / 1e6:.1f} MB)" for one in files)
    text = f"{kinds}\n\n" + "\n".join(textwrap.wrap(recipe.prompt, max(8, int(width / size * 1.6)))[:8])
    ImageDraw.Draw(card).text((size, size), text, fill=(225, 225, 220), font=ImageFont.load_default(size))
    return np.asarray(card)


def beside(output: Path, files: Sequence[File]) -> list[tuple[Path, Content]]:
    """Where each file goes beside a picture's own name, and what is written there."""
    several = len(files) > 1
    named = [(f"{output.stem}{f'-{k + 1}' if several else ''}{SUFFIXES.get(one.type, '.bin')}", one) for k, one in enumerate(files)]
    names = [f"{output.stem}-{one.name}" if name == output.name else name for name, one in named]
    return [(output.with_name(name), one.data if one.path is None else one.write) for name, one in zip(names, files, strict=True)]

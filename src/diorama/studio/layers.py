"""A picture of the stage's in layers, for image editors: the whole, the shadows, the things, each as it was photographed."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from diorama.contracts import Cancel, Listen, nobody, part
from diorama.image import files
from diorama.studio.darkroom import Picture, backed
from diorama.studio.make import Studio

LAYERS = (("picture", "scene"), ("shadows", "only_shadow"), ("things", "none"))
"""Name of each layer, the lowest first, and what is behind the subjects in it. Things over shadows over any other ground is the cut-out."""


def write(studio: Studio, of: Picture, path: Path, *, force: bool = False, listen: Listen = nobody, cancel: Cancel | None = None) -> Path:
    """Write a PSD (RGB, 8 bits): three photographs, so three times the picture's time. Raises RequestError as `cut_out` does, OutputError."""
    from psd_tools import PSDImage  # only here: half a second to load

    recipes = [(name, backed(studio, of, background)) for name, background in LAYERS]
    psd = PSDImage.new("RGB", (recipes[0][1].width, recipes[0][1].height))
    for k, (name, recipe) in enumerate(recipes):
        photograph = studio.render(recipe, listen=part(listen, k, len(recipes), name), cancel=cancel).outcome.picture
        psd.create_pixel_layer(Image.fromarray(photograph), name=name)
    out = io.BytesIO()
    psd.save(out)
    return files.write(path, out.getvalue(), force=force)

"""Pixels: scene light is metered, developed on a film stock, measured, and saved as a picture that carries its recipe.

linear light (float32 HxWx3, Rec.709) → meter → develop → sRGB bytes (uint8 HxWx3) → codecs;   photograph: the same for a scene, settings and all
"""

from diorama.image.codecs import encode, open_picture, read_metadata, save
from diorama.image.develop import Development, develop, exposure_matrix, run
from diorama.image.film import Stock, stock, stocks
from diorama.image.metadata import Metadata
from diorama.image.meter import meter
from diorama.image.white_balance import kelvin_to_rgb

__all__ = [
    "Development", "Metadata", "Stock", "develop", "encode", "exposure_matrix", "kelvin_to_rgb", "meter", "open_picture", "read_metadata", "run", "save",
    "stock", "stocks",
]  # fmt: skip

"""A picture of the stage's in layers, for image editors and compositors: the things alone are the picture, the file of all layers lies beside it."""

from __future__ import annotations

from diorama.errors import RequestError
from diorama.studio.darkroom import Picture, Worked, backed, worked
from diorama.studio.make import Studio

KINDS = {".psd": "psd", ".tif": "tiff", ".tiff": "tiff", ".exr": "exr"}
"""What a file's name asks for."""


def layered(studio: Studio, of: Picture, kind: str) -> Worked:
    """`kind`: psd, tiff (picture, shadows, things) or exr (light, depth, Cryptomatte). Three photographs, so three times the picture's time.

    Raises RequestError for a picture that no engine here has a scene of, and for one whose engine makes no layers.
    """
    recipe = backed(studio, of, "none")
    if "layers" not in studio.able(recipe.engine).gives:
        raise RequestError(f"{recipe.engine} makes no layers", where="picture", hint="the stage's pictures come in layers")
    recipe = recipe.model_copy(update={"options": {**recipe.options, "layers": kind}})
    return worked(studio, recipe, of, {"operation": "layers", "file": kind})

"""What other programs write into their pictures, each read into words, negative words, size, seed and model.

An importer is a function from the texts of a file to `Told`, or None where the file is not of its program.
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.image.metadata.importers import a1111, comfyui, drawthings, easydiffusion, fooocus, invokeai, midjourney, novelai, swarmui
from diorama.image.metadata.importers.told import Told
from diorama.image.metadata.texts import Texts

IMPORTERS: tuple[Callable[[Texts], Told | None], ...] = (
    swarmui.read, fooocus.read, a1111.read, novelai.read, invokeai.read, comfyui.read, midjourney.read, drawthings.read, easydiffusion.read,
)  # fmt: skip
"""Those before are trusted more: a graph has to be followed, a text says it."""


def read(texts: Texts) -> tuple[Told, ...]:
    """What each program that wrote into the file says, the most trusted first."""
    return tuple(told for importer in IMPORTERS if (told := importer(texts)) is not None)


__all__ = ["IMPORTERS", "Told", "read"]

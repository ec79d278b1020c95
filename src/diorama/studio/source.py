"""The picture that somebody means: the newest, one of the history, or a file; and which picture of ours a file is.

A file tells its recipe itself. Where another program saved it anew and dropped that, its pixels are looked for in the history.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diorama import image
from diorama.errors import RequestError
from diorama.history import Entry, History
from diorama.recipe import Recipe, digest_of, load


@dataclass(frozen=True)
class Source:
    """What made a picture."""

    recipe: Recipe
    entry: Entry | None
    """The picture in the history; None where only its file is known."""


def recognise(history: History, picture: Path | bytes, owner: str | None = None) -> Source | None:
    """What made a picture file (of an owner, or anybody); None where it tells nothing and no picture of the history has its pixels.

    Raises RequestError for what is no picture, and for a recipe that this Diorama does not read.
    """
    found = image.read_metadata(picture).get("recipe")
    if isinstance(found, dict):
        recipe = load(found)
        known = [entry for entry in history.made_by(digest_of(found)) if owner in (None, entry.owner)]
        return Source(recipe, known[-1] if known else None)
    entry = history.of_pixels(image.open_picture(picture), owner)
    return None if entry is None else Source(entry.recipe, entry)


def recognised(history: History, picture: Path) -> Source:
    """The same for a file that has to be ours. Raises RequestError where it is not."""
    found = recognise(history, picture)
    if found is None:
        hint = "pictures that Diorama made carry one; one that another program saved anew is known only if the history has the same pixels"
        raise RequestError("there is no Diorama recipe in this picture", where=str(picture), hint=hint)
    return found

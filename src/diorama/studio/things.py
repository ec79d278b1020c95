"""Where the things of a picture are, pixel for pixel: from its exact passes, taken anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diorama.contracts import Cancel, Listen, Outcome, nobody
from diorama.errors import RequestError
from diorama.image import open_picture
from diorama.studio.darkroom import Picture
from diorama.studio.make import Studio
from diorama.studio.standing import measured

def passes_of(studio: Studio, of: Picture, *, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
    """Exact passes of a picture that is there, and what its engine reports. Raises RequestError for a picture of which the scene is not known."""
    recipe = of.source.recipe if of.source else None
    if recipe is None or "ids" not in studio.able(recipe.engine).gives:
        raise RequestError("what this picture should show is not known", where="picture", hint="a picture of the stage's carries its scene")
    return measured(studio.engine(recipe.engine), studio.job(recipe.anew(), passes=True), open_picture(of.data), listen, cancel or Cancel())


def mask_of(studio: Studio, of: Picture, names: Sequence[str]) -> np.ndarray:
    """uint8 (h, w): 255 on the things of these names (nouns or ids). Raises RequestError for a name that nothing in the picture has."""
    recipe = of.source.recipe if of.source else None
    nouns = {subject.id: subject.noun for subject in recipe.scene.subjects} if recipe else {}
    wanted = {name: {id for id, noun in nouns.items() if name in (id, noun)} for name in names}
    if unknown := [name for name, ids in wanted.items() if not ids]:
        there = ", ".join(dict.fromkeys(nouns.values())) or "nothing that is known"
        raise RequestError(f"there is no {unknown[0]!r} in this picture", where="thing", hint=f"there is {there}")
    outcome, ids = passes_of(studio, of), set().union(*wanted.values())
    indices = [row["index"] for row in outcome.report.get("subjects", ()) if row["id"] in ids]
    return np.where(np.isin(outcome.passes["ids"], indices), 255, 0).astype(np.uint8)

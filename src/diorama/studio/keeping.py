"""Keeping: of the picture that another comes from, what the change does not touch stays as it is, pixel for pixel."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from diorama.contracts import Cancel, Compares, Engine
from diorama.history import History
from diorama.recipe import Input, Recipe

MOST = 0.6
"""Of the picture: where more changes than this, it is made anew."""


def keeping(history: History, engine: Engine, recipe: Recipe, parent: str | None, cancel: Cancel) -> Recipe:
    """The recipe that goes by its parent's picture and a mask of what may change. As it is: where the engine cannot tell, the parent was made otherwise
    or in another size, the recipe has a source of its own, or nearly all changes."""
    if parent is None or not isinstance(engine, Compares):
        return recipe
    entry = history.get(parent)
    before = entry.recipe
    inherited = [one for one in before.inputs if one.kind in ("source", "mask")]
    recipe = recipe.model_copy(update={"inputs": tuple(one for one in recipe.inputs if one not in inherited)})
    if any(one.kind == "source" for one in recipe.inputs):
        return recipe
    if before.engine != recipe.engine or (before.width, before.height) != (recipe.width, recipe.height) or before.options != recipe.options:
        return recipe
    mask = engine.changed(before, recipe, cancel)
    if not mask.any() or mask.mean() > MOST:
        return recipe
    source = Input(kind="source", sha256=history.inputs.keep(history.read(entry)))
    return recipe.model_copy(update={"inputs": (*recipe.inputs, source, Input(kind="mask", sha256=history.inputs.keep(_png(mask))))})


def _png(mask: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(mask.astype(np.uint8) * 255).save(file, format="PNG")
    return file.getvalue()

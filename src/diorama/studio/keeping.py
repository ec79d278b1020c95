"""Keeping: of the picture that another comes from, what the change does not touch stays as it is, pixel for pixel.

keeping   before it is made, where the engine can tell what changes: the older picture and a mask of what may
held      after it is made, where the same view was photographed again: what an eye does not tell apart stays the older picture's, to the last bit
"""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from PIL import Image

from diorama.contracts import Cancel, Compares, Engine, Media, Outcome
from diorama.history import History
from diorama.image import encode, open_picture
from diorama.image.colour import ciede2000, encoded_to_lab
from diorama.recipe import Input, Recipe
from diorama.studio.untouched import composited

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
    if any(one.kind in ("source", "judged") for one in recipe.inputs):
        return recipe
    if before.engine != recipe.engine or (before.width, before.height) != (recipe.width, recipe.height) or before.options != recipe.options:
        return recipe
    mask = engine.changed(before, recipe, cancel)
    if not mask.any() or mask.mean() > MOST:
        return recipe
    source = Input(kind="source", sha256=history.inputs.keep(history.read(entry)))
    return recipe.model_copy(update={"inputs": (*recipe.inputs, source, Input(kind="mask", sha256=history.inputs.keep(_png(mask))))})


FELT, TOLD = 1.0, 2.3
"""CIEDE2000, of colours blurred a little: from where on a change counts as part of one that is told (`difference.SEEN`)."""
BLUR, EDGE = 0.003, 0.01
"""Of the long side: how far colours are blurred so that noise is no change, and over how much what changes goes over into what stays."""


def held(history: History, engine: Engine, made: Recipe, outcome: Outcome, parent: str | None) -> tuple[Recipe, Outcome]:
    """Of a view that was photographed again with something changed in it: the recipe with the older frame where nothing of that is seen, and the picture with it.

    As they are where the recipe goes by an older frame or source already, where camera, light metering or film are others, and where nearly all changes.
    """
    if parent is None or "scene" not in engine.capabilities().speaks or any(one.kind in ("kept", "source", "judged") for one in made.inputs):
        return made, outcome
    entry = history.get(parent)
    if not _one_view(entry.recipe, made) or (before := open_picture(history.read(entry))).shape != outcome.picture.shape or before.shape[2] != 3:
        return made, outcome
    changes = changing(before, outcome.picture)
    if (changes > 0).mean() > MOST:
        return made, outcome
    kept = Input(kind="kept", sha256=history.inputs.keep(encode(np.dstack([before, 255 - changes]))))
    picture = Media(composited(before, outcome.picture, changes))
    return made.model_copy(update={"inputs": (*made.inputs, kept)}), replace(outcome, media=(picture, *outcome.media[1:]))


def _one_view(before: Recipe, after: Recipe) -> bool:
    """Whether both are one photograph, but for what is in it."""
    alike = ("engine", "engine_version", "diorama", "width", "height", "quality", "seed", "options")
    if any(getattr(before, name) != getattr(after, name) for name in alike):
        return False
    one, other = before.scene, after.scene
    if one.layout is None or other.layout is None or one.film != other.film or one.camera != other.camera:
        return False
    return all(getattr(one.layout, name) == getattr(other.layout, name) for name in ("viewpoint", "exposure", "white_balance", "black", "contrast"))


def changing(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """uint8 (h, w): how much of the newer picture (both uint8 sRGB, h × w × 3) is seen to be another, 0 where an eye tells no difference."""
    from scipy.ndimage import distance_transform_edt, gaussian_filter, label  # a tenth of a second, which not every command's start should take

    side = max(before.shape[:2])
    blur = max(1.0, side * BLUR)
    blurred = (gaussian_filter(one.astype(np.float32) / 255, (blur, blur, 0)) for one in (before, after))
    moved = ciede2000(*(encoded_to_lab(one) for one in blurred))
    parts: np.ndarray = label(moved > FELT)[0]  # type: ignore[index]
    told = np.unique(parts[moved > TOLD])
    within = np.isin(parts, told[told > 0])
    if not within.any():
        return np.zeros(before.shape[:2], np.uint8)
    away = np.asarray(distance_transform_edt(~within)) / max(1.0, side * EDGE)
    return np.rint(255 * np.clip(1 - away, 0, 1)).astype(np.uint8)


def _png(mask: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(mask.astype(np.uint8) * 255).save(file, format="PNG")
    return file.getvalue()

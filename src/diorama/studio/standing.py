"""A picture that stands: it is there and stays as it is; what its scene measures (exact passes, the report) is taken anew, fast, for a judge or a mask."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama.contracts import Cancel, Engine, Holds, Job, Listen, Media, Outcome, Preview, Progress
from diorama.history.inputs import Inputs
from diorama.image.codecs import shrink_picture
from diorama.recipe import Input, Recipe

QUICK = {"samples": 1, "preview": False, "background": "scene", "layers": "", "move": "none"}
"""Options with which an engine takes exact passes fast, where it has them."""
SHOWN = 768
"""Pixels of the preview's long side."""


def standing(inputs: Inputs, recipe: Recipe, data: bytes) -> Recipe:
    """The recipe of which the picture in this file was made, as one that takes its passes only."""
    recipe = recipe.anew()
    return recipe.model_copy(update={"inputs": (*recipe.inputs, Input(kind="judged", sha256=inputs.keep(data)))})


def stands(recipe: Recipe) -> Input | None:
    """The picture that stays; None where one is made."""
    return next((one for one in recipe.inputs if one.kind == "judged"), None)


def measured(engine: Engine, job: Job, picture: np.ndarray, listen: Listen, cancel: Cancel) -> Outcome:
    """`picture`: uint8 sRGB (h, w, 3 or 4), made of the job's recipe. It comes out as it is, with exact passes and the engine's report."""
    cancel.check()
    listen(Progress("passes", 0.0, "measuring what is in it"))
    listen(Preview(shrink_picture(picture, SHOWN), 0))
    if isinstance(engine, Holds):  # to make it again would be to paint, and may be to pay, again
        outcome = engine.held(picture[..., :3], job, cancel)
    else:
        quick = {name: value for name, value in QUICK.items() if name in engine.options.model_fields}
        recipe = job.recipe.model_copy(update={"options": {**job.recipe.options, **quick}})
        outcome = engine.make(replace(job, recipe=recipe), listen, cancel)
    cancel.check()
    listen(Progress("done", 1.0, ""))
    return replace(outcome, media=(Media(picture),), files=(), scene=None, seed=None)

"""Easy Diffusion: a text chunk for each setting in PNG, elsewhere one JSON object; by its programs' names, or as its page labels them."""

from __future__ import annotations

import re

from diorama.image.metadata.importers.told import Told, obj, told_by, words
from diorama.image.metadata.texts import Texts

MODEL = "use_stable_diffusion_model"
LABELS = {"prompt": "Prompt", "negative_prompt": "Negative Prompt", "width": "Width", "height": "Height", "seed": "Seed", "model": "Stable Diffusion model"}


def read(texts: Texts) -> Told | None:
    for data in (texts.named, obj(texts.parameters)):
        for names in ({"model": MODEL}, LABELS):
            if names["model"] in data:
                model = words(re.split(r"[\\/]", str(data[names["model"]]))[-1])
                return told_by("Easy Diffusion", dict(data), names, model=model)
    return None

"""A picture in layers: the same set photographed several times, each time with something else behind its subjects, in one file beside the picture.

psd, tiff   the whole, the shadows, the things: things over shadows over any other ground is the cut-out
exr         scene-linear light, depth, and Cryptomatte: any thing picked with soft edges
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, get_args

import numpy as np

from diorama.contracts import Cancel, File, Job, Listen, Outcome, Preview, part
from diorama.engines.stage.pieces import boxes
from diorama.image import cryptomatte
from diorama.image.layered import exr, psd, tiff
from diorama.recipe.request import LARGEST_SIDE

Layers = Literal["", "psd", "tiff", "exr"]
KINDS: tuple[str, ...] = get_args(Layers)[1:]
TYPES = {"psd": "image/vnd.adobe.photoshop", "tiff": "image/tiff", "exr": "image/x-exr"}
SHOTS = (("picture", "scene"), ("shadows", "only_shadow"), ("things", "none"))
"""Name of each layer, the lowest first, and what is behind the subjects in it."""
FINER = 4
"""How many times finer than the picture the ids are taken whose coverage is told, at most."""

Make = Callable[[Job, Listen, Cancel], Outcome]


def layered(make: Make, job: Job, kind: str, listen: Listen, cancel: Cancel) -> Outcome:
    """The things alone, as the last of the layers is, with the file of all beside them. `make` makes each."""
    data, things = (_linear if kind == "exr" else _photographs)(make, job, kind, listen, cancel)
    return replace(things, files=(*things.files, File(f"layers.{kind}", TYPES[kind], data)))


def shot(job: Job, background: str, times: int = 1, *, passes: bool | None = None, **options: Any) -> Job:
    """The job for one layer: without layers of its own."""
    recipe = job.recipe
    plain = {**recipe.options, "background": background, "layers": "", **options}
    size = {"width": recipe.width * times, "height": recipe.height * times}
    return replace(job, recipe=recipe.model_copy(update={"options": plain, **size}), passes=job.passes if passes is None else passes)


def _photographs(make: Make, job: Job, kind: str, listen: Listen, cancel: Cancel) -> tuple[bytes, Outcome]:
    """Three photographs, so three times a picture's time."""
    made = []
    for k, (name, behind) in enumerate(SHOTS):
        made.append((name, make(shot(job, behind), part(listen, k, len(SHOTS), name), cancel)))
        listen(Preview(made[-1][1].picture, k))
    return (psd if kind == "psd" else tiff)([(name, one.picture) for name, one in made]), made[-1][1]


def _linear(make: Make, job: Job, kind: str, listen: Listen, cancel: Cancel) -> tuple[bytes, Outcome]:
    """Coverage has the lens's blur where the picture is made whole; of one that is made in pieces it is of sharp edges."""
    if not boxes(job.recipe.width, job.recipe.height):
        return _measured(make, job, listen, cancel)
    times = max(1, min(FINER, LARGEST_SIDE // max(job.recipe.width, job.recipe.height)))
    light = make(shot(job, "scene", passes=True), part(listen, 0, 3, "light"), cancel)
    listen(Preview(light.picture, 0))
    ids = make(shot(job, "scene", times, passes=True, samples=1, preview=False), part(listen, 1, 3, "what is where"), cancel)
    things = make(shot(job, "none"), part(listen, 2, 3, "things"), cancel)
    names = _names(ids)
    return _file(light, cryptomatte.channels(ids.passes["ids"], names, times), names), things


def _measured(make: Make, job: Job, listen: Listen, cancel: Cancel) -> tuple[bytes, Outcome]:
    light = make(shot(job, "scene", passes=True, coverage=True), part(listen, 0, 2, "light"), cancel)
    listen(Preview(light.picture, 0))
    things, names = make(shot(job, "none"), part(listen, 1, 2, "things"), cancel), _names(light)
    return _file(light, cryptomatte.blurred(light.passes["coverage"], names), names), things


def _names(outcome: Outcome) -> dict[int, str]:
    return {row["index"]: row["instance"] for row in outcome.report["subjects"] if "index" in row}


def _file(light: Outcome, channels: dict[str, np.ndarray], names: dict[int, str]) -> bytes:
    linear = light.passes["linear"].astype(np.float16)
    planes = {"R": linear[..., 0], "G": linear[..., 1], "B": linear[..., 2], "Z": light.passes["depth"].astype(np.float32)}
    return exr({**planes, **channels}, cryptomatte.header(names))

"""One check at submission, for all doors: what the engine would refuse later is said now, before anything is made or paid."""

from __future__ import annotations

from diorama.contracts.capabilities import Capabilities
from diorama.contracts.job import Job
from diorama.contracts.options import Options, checked
from diorama.contracts.sizes import breach, nearest
from diorama.errors import EngineRefused, RequestError

OTHERS = "choose an engine that does: GET /api/engines, or `diorama engines`"


def check(job: Job, able: Capabilities, options: type[Options] = Options) -> None:
    """Raises RequestError for words, sizes and options that the engine does not know, EngineRefused for what it does not take or give."""
    _size(job, able)
    _words(job, able)
    _inputs(job, able)
    _wanted(job, able)
    checked(options, job.recipe.options)


def _size(job: Job, able: Capabilities) -> None:
    width, height = job.recipe.width, job.recipe.height
    wrong = breach(able, width, height)
    if wrong is not None:
        where, allowed = wrong
        near = "x".join(map(str, nearest(able, width, height)))
        shown = f"{width}x{height}" if where == "size" else f"{width if where == 'width' else height} pixels"
        raise RequestError(f"{shown} is not what {able.name} makes", where=where, hint=f"{allowed}; {near} is nearest")


def _words(job: Job, able: Capabilities) -> None:
    if "prompt" in able.speaks and "scene" not in able.speaks and not job.recipe.prompt.strip():
        raise RequestError(f"{able.name} makes its pictures from words, and there are none", where="prompt", hint="describe the picture, or " + OTHERS)


def _inputs(job: Job, able: Capabilities) -> None:
    for given in job.recipe.inputs:
        if given.kind not in able.takes:
            where = "mask" if given.kind == "mask" else "image"
            plural = given.kind if given.kind in ("edges", "depth", "segmentation") else f"{given.kind}s"
            message = f"{able.name} makes its pictures from {' or '.join(able.speaks)}s and takes no {plural}"
            raise EngineRefused(message, where=where, hint=OTHERS)
    references = sum(given.kind in ("reference", "style", "source") for given in job.recipe.inputs)
    if references > able.most_references:
        raise EngineRefused(f"{able.name} takes {able.most_references} pictures at most, these are {references}", where="image", hint="send fewer")
    leads = sum(given.kind in ("depth", "edges", "pose", "normal", "segmentation") for given in job.recipe.inputs)
    if leads > able.most_leads:
        raise EngineRefused(f"{able.name} is led by {able.most_leads} at a time, these are {leads}", where="image", hint="send fewer")


def _wanted(job: Job, able: Capabilities) -> None:
    if job.export and "export" not in able.gives:
        raise EngineRefused(f"{able.name} has no scene of its own to export", where="export", hint="use the stage")
    if job.lights and "lights" not in able.gives:
        raise EngineRefused(f"pictures of {able.name} cannot be lit anew", where="engine", hint="the stage's can")
    if job.passes and not {"ids", "depth", "normal"} & set(able.gives):
        raise EngineRefused(f"{able.name} gives no exact passes", where="passes", hint=OTHERS)

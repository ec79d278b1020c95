"""A job as what a pipeline is asked: which of a model's pipelines, with which arguments."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from diorama.contracts import Given, Job
from diorama.engines.diffusion.families import Family
from diorama.engines.diffusion.options import DiffusionOptions
from diorama.errors import EngineRefused
from diorama.image import control
from diorama.recipe import InputKind

LEADS: tuple[InputKind, ...] = ("depth", "edges", "normal", "segmentation", "pose")
REPAINTED = 1.0
"""Strength under a mask, where none is asked for."""
CHANGED = 0.6
"""Of a source without one."""


class Asked(NamedTuple):
    pipeline: str
    """A key of the family's pipelines."""
    arguments: dict[str, Any]

    @property
    def led(self) -> bool:
        return self.pipeline.startswith("control")


def asked(model: Family, job: Job) -> Asked:
    """What is handed to the pipeline, but for generator and callback. Raises EngineRefused for what cannot go together."""
    options = DiffusionOptions.model_validate(job.recipe.options)
    leads = job.given(*LEADS)
    edits = "mask" if job.given("mask") else "source" if job.given("source") else ""
    references = job.given("reference")
    pipeline = _pipeline(model, bool(leads), edits, bool(references))
    size = job.recipe.width, job.recipe.height
    arguments = {**_usual(model, options, job), **_edits(model, pipeline, job, size, options), **_led(model, leads, size, edits)}
    arguments["num_inference_steps"] = max(arguments["num_inference_steps"], math.ceil(1 / arguments.get("strength", 1.0)))
    return Asked(pipeline, arguments)


def _pipeline(model: Family, led: bool, edits: str, references: bool) -> str:
    name = "_".join(filter(None, ("control" if led else "", edits))) or ("reference" if references else "text")
    if led and references:
        raise EngineRefused(f"{model.name} is led either by the scene or by references", where="image", hint="leave out one of them")
    if name == "source" and name not in model.pipelines and "reference" in model.pipelines:
        name = "reference"
    if name == "mask" and references and "image_reference" not in _FURTHER.get(model.pipelines.get("mask", ""), ()):
        raise EngineRefused(f"{model.name} takes no references beside a mask", where="image", hint="leave out one of them")
    if name not in model.pipelines:
        what = {"text": "words alone", "reference": "references"}.get(name, name.replace("control", "a depth map or its like").replace("_", " and a "))
        raise EngineRefused(f"{model.name} makes no pictures from {what}", where="image", hint=f"it takes {', '.join(model.takes)}")
    return name


_FURTHER = {"Flux2KleinInpaintPipeline": ("image_reference",)}
"""Arguments that only some pipelines have."""


def _usual(model: Family, options: DiffusionOptions, job: Job) -> dict[str, Any]:
    (argument, usual), = model.guidance.items()
    out: dict[str, Any] = {
        "prompt": job.recipe.prompt, "width": job.recipe.width, "height": job.recipe.height, "num_inference_steps": options.steps or model.steps,
        argument: usual if options.guidance is None else options.guidance,
    }  # fmt: skip
    if model.negative:
        out["negative_prompt"] = options.negative if options.negative is not None else model.negative
    elif options.negative:
        raise EngineRefused(f"{model.name} takes no words for what is not to be seen", where="options.negative", hint="say what is to be seen")
    if model.tokens > 77:
        out["max_sequence_length"] = model.tokens
    return out


def _edits(model: Family, pipeline: str, job: Job, size: tuple[int, int], options: DiffusionOptions) -> dict[str, Any]:
    strength = options.strength if "strength" in job.recipe.options else None
    source, mask = job.first("source"), job.first("mask")
    references = [_picture(one.pixels) for one in job.given("reference")]
    if pipeline == "reference":
        return {"image": [*([_picture(source)] if source is not None else []), *references]}
    if source is None:
        return {}
    if mask is None:
        return {"image": _picture(source, size), "strength": strength or CHANGED}
    white = Image.fromarray(mask.astype(np.uint8) * 255).resize(size, Image.Resampling.NEAREST)
    more = {"image_reference": references} if references and "image_reference" in _FURTHER.get(model.pipelines[pipeline], ()) else {}
    much = {} if pipeline in model.whole else {"strength": strength or REPAINTED}
    return {"image": _picture(source, size), "mask_image": white, **much, **more}


def _led(model: Family, leads: tuple[Given, ...], size: tuple[int, int], edits: str) -> dict[str, Any]:
    """What leads it: one picture, or several with their kinds for a union that takes them together."""
    if not leads or model.control is None:
        return {}
    pictures, scales = [shown(one).resize(size, Image.Resampling.BILINEAR) for one in leads], [one.input.strength for one in leads]
    name, first = "control_image", leads[0].input
    if not model.control.modes:
        if len(leads) > 1:
            rest = ", ".join(one.input.kind for one in leads[1:])
            raise EngineRefused(f"{model.name} is led by one picture at a time", where="image", hint=f"leave out {rest}")
        out: dict[str, Any] = {name: pictures[0], "controlnet_conditioning_scale": scales[0]}
        if model.name == "qwen-image":
            out |= {"control_guidance_start": first.start, "control_guidance_end": first.end}
        return out
    return {
        name: pictures, "control_mode": [model.control.modes[one.input.kind] for one in leads], "controlnet_conditioning_scale": scales,
        "control_guidance_start": min(one.input.start for one in leads), "control_guidance_end": max(one.input.end for one in leads),
    }  # fmt: skip


def shown(one: Given) -> Image.Image:
    """A picture as ControlNets were taught."""
    return _picture(control.shown(one.input.kind, one.pixels))


def _picture(pixels: np.ndarray, size: tuple[int, int] | None = None) -> Image.Image:
    made = Image.fromarray(np.ascontiguousarray(pixels))
    return made if size is None or made.size == size else made.resize(size, Image.Resampling.LANCZOS)

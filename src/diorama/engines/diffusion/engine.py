"""The engine's contract over local models."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Job, Listen, Local, Outcome, Preview, Progress, Warned, check, nobody
from diorama.engines.diffusion.asked import LEADS, Asked, asked
from diorama.engines.diffusion.families import Family, family
from diorama.engines.diffusion.libraries import library, present
from diorama.engines.diffusion.options import DiffusionOptions
from diorama.engines.diffusion.pipes import Pipes
from diorama.engines.diffusion.plan import Plan, machine, plan
from diorama.engines.diffusion.weights import folder, held, needed
from diorama.errors import EngineError
from diorama.recipe import InputKind

LOADED, STEPPED = 0.25, 0.95
"""Shares of the whole at which the model is loaded and the last step is done."""
TINY = 0.05
"""Of what a model's weights weigh: what is smaller is a model made small for trials."""


class DiffusionEngine(Local):
    """One model. It stays loaded until `close`, or until a picture asks for another way of loading it."""

    options = DiffusionOptions

    def __init__(self, model: str):
        self.model: Family = family(model)
        self._pipes: Pipes | None = None
        self._turn = threading.Lock()

    def capabilities(self) -> Capabilities:
        model = self.model
        return Capabilities(
            name=model.name, version=__version__, title=model.title, licence=model.licence, needs=("weights",), takes=model.takes,
            prompt_form=model.prompt_form, most_references=max(model.references, 1),
            most_leads=4 if model.control and model.control.modes else 1, repaints_led="control_mask" in model.pipelines, previews=True, cancels=True,
            least=256, most=model.most, multiple_of=model.multiple_of, max_pixels=model.max_pixels, source_type="trainedAlgorithmicMedia",
        )  # fmt: skip

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        cancel = cancel or Cancel()
        check(job, self.capabilities(), self.options)
        ask = asked(self.model, job)
        self.ready([one.kind for one in job.recipe.inputs])
        with self._turn:
            cancel.check()
            listen(Progress("load", 0.0, f"loading {self.model.name}"))
            pipes = self._loaded(job, ask)
            pipe = pipes.get(ask.pipeline, job.recipe.width * job.recipe.height)
            _warn_of_cut(self.model, pipe, job.recipe.prompt, listen)
            picture = _made(pipe, pipes, ask, job, listen, cancel)
        listen(Progress("done", 1.0, ""))
        report = {
            "model": self.model.name, "pipeline": type(pipe).__name__, "placement": pipes.plan.placement, "device": pipes.plan.device,
            "steps": ask.arguments["num_inference_steps"], "previews": "a tiny decoder" if pipes.decodes else "a linear look",
        }  # fmt: skip
        here = held(self.model.name)
        provenance = {"model": self.model.repo, "revision": here.revision if here else "", "licence": self.model.licence}
        return Outcome.of(_kept(picture, job), report=report, provenance=provenance)

    def ready(self, given: Sequence[InputKind] = ()) -> None:
        """Raises EngineUnavailable where the libraries or the weights are not here."""
        present(*self.model.libraries)
        needed(self.model)
        if any(kind in LEADS for kind in given):
            needed(self.model, "control")

    def close(self) -> None:
        with self._turn:
            self._pipes = None
            _free()

    def _loaded(self, job: Job, ask: Asked) -> Pipes:
        """The model, loaded as the options ask; raises EngineError where it does not fit."""
        options = DiffusionOptions.model_validate(job.recipe.options)
        if self._pipes is not None and _same(self._pipes.plan, options):
            return self._pipes
        self._pipes = None
        _free()
        size = sum(path.stat().st_size for path in folder(self.model.name).rglob("*.safetensors")) / 1e9
        how = plan(self.model, machine(options.device), options, led=ask.led, tiny=size < TINY * self.model.gigabytes)
        self._pipes = Pipes(self.model, how)
        return self._pipes


def _same(there: Plan, options: DiffusionOptions) -> bool:
    return options.memory in ("auto", there.placement) and options.device in ("auto", there.device)


def _made(pipe: Any, pipes: Pipes, ask: Asked, job: Job, listen: Listen, cancel: Cancel) -> np.ndarray:
    """uint8 sRGB (h, w, 3). A seed is drawn on the processor, so that every card has the same noise."""
    torch = library("torch")
    recipe, options = job.recipe, DiffusionOptions.model_validate(job.recipe.options)
    total = max(1, round(ask.arguments["num_inference_steps"] * ask.arguments.get("strength", 1.0)))

    def step(_: Any, index: int, __: Any, values: dict[str, Any]) -> dict[str, Any]:
        cancel.check()
        done = min(1.0, (index + 1) / total)
        listen(Progress("paint", LOADED + (STEPPED - LOADED) * done, f"step {index + 1} of {total}"))
        if options.preview and index + 1 < total:
            listen(Preview(pipes.look.picture(values["latents"], recipe.width, recipe.height), index))
        return {}

    listen(Progress("paint", LOADED, f"{pipes.plan.text}; {total} steps"))
    try:
        made = pipe(**ask.arguments, generator=torch.Generator("cpu").manual_seed(recipe.seed), callback_on_step_end=step, output_type="np")
    except (torch.cuda.OutOfMemoryError, MemoryError):
        raise EngineError(f"{pipes.model.name} ran out of memory", hint="a smaller size, or --set memory=offloaded, quantised or streamed") from None
    finally:
        pipe.maybe_free_model_hooks()
    cancel.check()
    return np.clip(np.round(np.nan_to_num(made.images[0]) * 255), 0, 255).astype(np.uint8)


def _kept(picture: np.ndarray, job: Job) -> np.ndarray:
    """The picture in the asked size; outside a mask the source as it is."""
    size = job.recipe.width, job.recipe.height
    if picture.shape[:2] != size[::-1]:
        picture = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))
    source, mask = job.first("source"), job.first("mask")
    if source is None or mask is None:
        return picture
    below = np.asarray(Image.fromarray(source).resize(size, Image.Resampling.LANCZOS)) if source.shape[:2] != size[::-1] else source
    may = np.asarray(Image.fromarray(mask.astype(np.uint8)).resize(size, Image.Resampling.NEAREST)).astype(bool)
    return np.where(may[..., None], picture, below)


def _warn_of_cut(model: Family, pipe: Any, prompt: str, listen: Listen) -> None:
    """Text encoders drop what they have no room for without a word."""
    read = len(pipe.tokenizer(prompt, truncation=False, verbose=False).input_ids)
    if read > model.tokens:
        listen(Warned("prompt_cut", f"{model.name} reads the first {model.tokens} tokens of this prompt's {read}: what comes last is not heeded"))


def _free() -> None:
    import gc
    import sys

    gc.collect()
    torch: Any = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()

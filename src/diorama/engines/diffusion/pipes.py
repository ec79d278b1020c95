"""Pipelines of one model, loaded once from its folder; they share their parts."""

from __future__ import annotations

import inspect
from typing import Any

from diorama.engines.diffusion.families import Family
from diorama.engines.diffusion.libraries import library
from diorama.engines.diffusion.plan import Plan
from diorama.engines.diffusion.preview import Decoded, Look, fit
from diorama.engines.diffusion.weights import held, needed

LARGE = 1_600_000
"""Pixels beyond which decoding goes tile by tile."""


class Pipes:
    def __init__(self, model: Family, plan: Plan):
        """Loads the model. Raises EngineUnavailable where its weights are not here."""
        self.model, self.plan = model, plan
        self._base: Any = _load(model, plan)
        self._placed: Any = None
        self._key = ""
        self._control: Any = None
        self.look: Look | Decoded = _decoder(model, plan) if held(model.name, "decoder") else fit(self._base, model.latents)

    @property
    def decodes(self) -> bool:
        """Previews are decoded."""
        return isinstance(self.look, Decoded)

    def get(self, key: str, pixels: int) -> Any:
        """The pipeline for what is given (a key of the family's), where it is to compute."""
        if key != self._key:
            if self._placed is not None and self.plan.placement != "whole":
                self._placed.remove_all_hooks()
            self._placed, self._key = _place(self._made(key), self.plan), key
        vae = self._placed.vae
        if hasattr(vae, "enable_tiling"):
            (vae.enable_tiling if pixels > LARGE else vae.disable_tiling)()
        return self._placed

    def _made(self, key: str) -> Any:
        """Another pipeline of the same parts."""
        kind = getattr(library("diffusers"), self.model.pipelines[key])
        if isinstance(self._base, kind) and type(self._base) is kind:
            return self._base
        there = dict(self._base.components)
        if key.startswith("control"):
            there["controlnet"] = self._control = self._control or _load_control(self.model, self.plan)
        wanted = inspect.signature(kind.__init__).parameters
        known = {name: self._base.config[name] for name in wanted if name in self._base.config and name not in there}
        made = kind(**{name: part for name, part in there.items() if name in wanted}, **known)
        made.set_progress_bar_config(disable=True)
        return made


def _load(model: Family, plan: Plan) -> Any:
    diffusers, torch = library("diffusers"), library("torch")
    folder = needed(model)
    first = model.pipelines.get("text") or next(iter(model.pipelines.values()))
    more: dict[str, Any] = {}
    if plan.placement == "quantised":
        parts = [name for name in model.billions if name != "vae"]
        quantised = {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4", "bnb_4bit_compute_dtype": getattr(torch, plan.dtype)}
        config = diffusers.PipelineQuantizationConfig
        more["quantization_config"] = config(quant_backend="bitsandbytes_4bit", quant_kwargs=quantised, components_to_quantize=parts)
    if model.variant and any(folder.rglob(f"*.{model.variant}.safetensors")):
        more["variant"] = model.variant
    pipe = getattr(diffusers, first).from_pretrained(folder, dtype=getattr(torch, plan.dtype), use_safetensors=True, local_files_only=True, **more)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _load_control(model: Family, plan: Plan) -> Any:
    assert model.control is not None
    torch, kind = library("torch"), getattr(library("diffusers"), model.control.model)
    return kind.from_pretrained(needed(model, "control"), dtype=getattr(torch, plan.dtype), use_safetensors=True, local_files_only=True)


def _decoder(model: Family, plan: Plan) -> Decoded:
    diffusers, torch = library("diffusers"), library("torch")
    there = needed(model, "decoder")
    return Decoded(diffusers.AutoencoderTiny.from_pretrained(there, dtype=getattr(torch, plan.dtype), use_safetensors=True, local_files_only=True).eval())


def _place(pipe: Any, plan: Plan) -> Any:
    match plan.placement:
        case "whole":
            pipe.to(plan.device)
        case "offloaded" | "quantised":
            pipe.enable_model_cpu_offload(device=plan.device)
        case "streamed":
            pipe.enable_sequential_cpu_offload(device=plan.device)
    return pipe

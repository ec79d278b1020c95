"""Local diffusion: open models on this machine's card or processor, through diffusers. Needs the extra `diorama[diffusion]` and a model's weights.

job → asked (which pipeline, with what) → plan (where it fits) → pipes (loaded, placed) → steps, each seen and stoppable → picture

families  models as data: pipelines, steps, guidance, sizes, licence, memory      engine   the contract; one engine for each family
weights   folders of weights that are here; fetch: pulled, resumed, checked       plan     card, processor, offloaded or quantised
pipes     pipelines of one model that share their parts                          asked    a job as a pipeline's arguments
preview   a look at latents: a tiny decoder, or a linear map

Nothing here imports torch before a picture is made.
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.engines.diffusion.engine import DiffusionEngine


def _of(name: str) -> Callable[[], DiffusionEngine]:
    return lambda: DiffusionEngine(name)


z_image, flux2_klein, qwen_image, qwen_image_edit, sdxl = map(_of, ("z-image", "flux2-klein", "qwen-image", "qwen-image-edit", "sdxl"))

__all__ = ["DiffusionEngine", "flux2_klein", "qwen_image", "qwen_image_edit", "sdxl", "z_image"]

"""Models that run here, as data (`families.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from diorama.contracts.capabilities import PromptForm
from diorama.errors import RequestError
from diorama.recipe import InputKind
from diorama.scene.base import Model

Shape = Literal["plain", "flux2", "qwen"]
"""How latents are laid out while they are made: (b, c, h, w); packed and normed; packed."""


class Control(Model):
    """What leads a model by depth, edges, …: weights of their own."""

    repo: str
    licence: str
    model: str
    """The class of diffusers."""
    takes: tuple[InputKind, ...]
    modes: dict[InputKind, int] = {}
    """Numbers of kinds, for models that take several at once; without them it takes one."""
    billions: float


class Decoder(Model):
    """A tiny decoder of the same latents (AutoencoderTiny of diffusers): previews as pictures, where it was pulled."""

    repo: str
    licence: str
    billions: float


class Family(Model):
    name: str
    title: str
    repo: str
    licence: str
    steps: int
    guidance: dict[str, float]
    """The pipeline's argument and its usual value."""
    negative: str = ""
    """What is kept out where nothing else is said; empty: it takes no such words."""
    prompt_form: PromptForm
    multiple_of: int
    most: int
    max_pixels: int
    tokens: int
    """Of the prompt, that its text encoder reads."""
    variant: str | None = None
    """Of the weights' files, where there are several."""
    billions: dict[str, float]
    latents: Shape
    references: int = 0
    pipelines: dict[str, str]
    """By what is given: text, source, mask, reference, control, control_source, control_mask."""
    libraries: tuple[str, ...] = ()
    """That it needs besides those of the extra's core."""
    whole: tuple[str, ...] = ()
    """Of the pipelines those that repaint wholly: they take no strength."""
    control: Control | None = None
    decoder: Decoder | None = None

    @property
    def takes(self) -> tuple[InputKind, ...]:
        edits: tuple[InputKind, ...] = ("source",) if {"source", "reference"} & set(self.pipelines) else ()
        edits = ("source", "mask") if "mask" in self.pipelines else edits
        return (*edits, *(("reference",) if self.references else ()), *(self.control.takes if self.control else ()))

    @property
    def gigabytes(self) -> float:
        """Of the parts at half precision, without what leads it."""
        return 2 * sum(self.billions.values())


@lru_cache(maxsize=1)
def families() -> dict[str, Family]:
    data = tomllib.loads(files("diorama.engines.diffusion").joinpath("families.toml").read_text(encoding="utf-8"))
    return {name: Family.model_validate({"name": name, **values}) for name, values in data.items()}


def family(name: str) -> Family:
    """Raises RequestError for an unknown one."""
    found = families().get(name)
    if found is None:
        raise RequestError(f"there is no local model {name!r}", where="model", hint="there are: " + ", ".join(families()))
    return found

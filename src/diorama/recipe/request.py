"""A request: what a person or program asks for. Whatever is None is decided by `resolve`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, ValidationError, model_validator

from diorama.errors import RequestError
from diorama.recipe.inputs import MOST_INPUTS, Input
from diorama.scene import Scene
from diorama.scene.base import Model
from diorama.scene.camera import Box

Quality = Literal["draft", "standard", "final"]
QUALITIES: tuple[str, ...] = get_args(Quality)
OPTION = bool | int | float | str
"""A value of an engine's option."""

SMALLEST_SIDE, LARGEST_SIDE = 64, 4096
"""Pixels, of what is asked for in words."""
LARGEST_MADE = 16_384
"""Pixels a side of any picture: of what is taken in and enlarged too."""
MOST_PICTURES = 32
LARGEST_SEED = 2**32 - 1
LONGEST_PROMPT = 32_000
"""Characters."""


class Request(Model):
    prompt: str | None = None
    scene: Scene | None = None
    """Given instead of a prompt, or with it where the prompt has been read already."""
    width: int | None = None
    height: int | None = None
    """Pixels; one alone gives the other by the aspect."""
    long_side: int | None = None
    """Pixels of the longer side, instead."""
    aspect: tuple[int, int] | None = None
    """Width to height; None is the camera's."""
    megapixels: float | None = None
    quality: Quality = "standard"
    seed: int | None = None
    """0 to 2³² - 1; None draws one."""
    engine: str = "stage"
    options: dict[str, OPTION] = {}
    """The engine's own options; it knows which are legal."""
    inputs: tuple[Input, ...] = ()
    """Pictures to go by."""
    palette: tuple[Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")], ...] = ()
    """Colours that things without one of their own carry, in order."""
    within: Box | None = None
    """Where in the frame the subjects are, whatever the words say."""
    boxes: dict[str, Box] = {}
    """Where in the frame single subjects are, by their nouns, whatever the words say."""
    count: int = 1
    """Pictures of the same scene that differ by their seed."""

    @model_validator(mode="after")
    def _check(self) -> Request:
        for field, value, allowed in findings(self):
            raise RequestError(f"{value} is not allowed", where=field, hint=allowed)
        return self


Finding = tuple[str, str, str]
"""Field, value, what is allowed."""


def has_content(request: Request) -> Iterator[Finding]:
    if request.scene is None and not (request.prompt or "").strip():
        yield "prompt", "an empty prompt", "describe the picture, or give a scene"
    if len(request.prompt or "") > LONGEST_PROMPT:
        yield "prompt", f"a prompt of {len(request.prompt or ''):,} characters", f"{LONGEST_PROMPT:,} at most"


def sizes(request: Request) -> Iterator[Finding]:
    for field, value in (("width", request.width), ("height", request.height), ("long_side", request.long_side)):
        if value is not None and not SMALLEST_SIDE <= value <= LARGEST_SIDE:
            yield field, f"{value}", f"{SMALLEST_SIDE} to {LARGEST_SIDE} pixels"
    if request.aspect is not None:
        width, height = request.aspect
        if width <= 0 or height <= 0 or not 1 / 6 <= width / height <= 6:
            yield "aspect", f"{width}:{height}", "between 1:6 and 6:1"
    if request.megapixels is not None and not 0.004 <= request.megapixels <= 17:
        yield "megapixels", f"{request.megapixels:g}", "0.004 to 17"


def one_way_of_size(request: Request) -> Iterator[Finding]:
    both = request.width is not None and request.height is not None
    if both and request.aspect is not None:
        yield "aspect", "an aspect beside both width and height", "give two of the three"
    if request.megapixels is not None and (request.width is not None or request.height is not None):
        yield "megapixels", "a number of megapixels beside width or height", "give one or the other"
    if request.long_side is not None and any(value is not None for value in (request.width, request.height, request.megapixels)):
        yield "long_side", "a long side beside another size", "give one or the other"


def seed_and_count(request: Request) -> Iterator[Finding]:
    if request.seed is not None and not 0 <= request.seed <= LARGEST_SEED:
        yield "seed", f"{request.seed}", f"0 to {LARGEST_SEED}"
    if not 1 <= request.count <= MOST_PICTURES:
        yield "count", f"{request.count}", f"1 to {MOST_PICTURES}"


def names(request: Request) -> Iterator[Finding]:
    if not request.engine.strip():
        yield "engine", "an empty name", "the name of an installed engine, such as stage"
    for name in request.options:
        if not name.isidentifier():
            yield f"options.{name}", f"the name {name!r}", "letters, digits and underscores"


def inputs_in_reason(request: Request) -> Iterator[Finding]:
    if len(request.inputs) > MOST_INPUTS:
        yield "inputs", f"{len(request.inputs)} pictures to go by", f"{MOST_INPUTS} at most"
    kinds = [given.kind for given in request.inputs]
    for one in ("source", "mask"):
        if kinds.count(one) > 1:
            yield "inputs", f"{kinds.count(one)} inputs of the kind {one}", "one at most"
    if "mask" in kinds and "source" not in kinds:
        yield "inputs", "a mask without a source", "the picture that is to be changed where the mask is white"


RULES: tuple[Callable[[Request], Iterator[Finding]], ...] = (has_content, sizes, one_way_of_size, seed_and_count, names, inputs_in_reason)


def findings(request: Request) -> list[Finding]:
    """All breaches of the rules."""
    return [finding for rule in RULES for finding in rule(request)]


def parse(data: dict[str, Any]) -> Request:
    """A request from JSON data. Raises RequestError that names the wrong field, its value and what is allowed."""
    try:
        return Request.model_validate(data)
    except ValidationError as wrong:
        raise as_request_error(wrong) from None


def as_request_error(wrong: ValidationError) -> RequestError:
    first = wrong.errors()[0]
    where = ".".join(str(step) for step in first["loc"]) or "request"
    if first["type"] == "extra_forbidden":
        return RequestError("no such field", where=where, hint="remove it or correct its name")
    if first["loc"][:1] == ("options",) and len(first["loc"]) > 2:  # none of the kinds that an option's value may be
        return RequestError(f"{first['input']!r:.80} is no value", where=".".join(map(str, first["loc"][:2])), hint="a finite number, a text, true or false")
    hint = "allowed: " + first.get("ctx", {})["expected"] if first["type"] == "literal_error" else None
    return RequestError(f"{first['input']!r:.80}: {first['msg']}", where=where, hint=hint)

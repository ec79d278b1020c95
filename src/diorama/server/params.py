"""What OpenAI's Images API takes, with our extensions at top level (as `extra_body` sends them): checked, and turned into a request of ours.

An unknown parameter is an error that names it; one that we cannot honour says so instead of being ignored.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import ConfigDict, Field, field_validator, model_validator

from diorama import contracts
from diorama.image.codecs import Format
from diorama.recipe.request import LARGEST_SEED, LONGEST_PROMPT, OPTION, Quality
from diorama.scene.base import Model
from diorama.server.state import AppState
from diorama.server.errors import Refusal
from diorama.server.readings import ASPECT
from diorama.server.strict import whole_numbers

QUALITIES: dict[str, Quality] = {"low": "draft", "medium": "standard", "high": "final", "xhigh": "final", "max": "final", "auto": "standard", "standard": "standard", "hd": "final"}
STANDS_FOR_DEFAULT = ("gpt-image", "chatgpt-image", "dall-e", "diorama")
"""Models of OpenAI's that programs have written down: they get the default engine."""


NOT_HERE = {
    "svg": "pictures are made of pixels here: leave it out", "frame_count": "one picture, nothing moves: leave it out", "frame_duration_ms": "one picture, nothing moves: leave it out",
    "markup": "say in the prompt what is to change, and where; a mask says it too, for engines that take one",
}  # fmt: skip
"""What OpenAI's API has and this one has not, with what to do."""
DEFAULT_COMPRESSION = 92


def engine_named(name: str, app_state: AppState) -> str:
    """The engine that a model's name means. Raises Refusal for an unknown one."""
    if name.startswith(STANDS_FOR_DEFAULT):  # before models of that name: programs that have it written down do not mean to be billed
        return app_state.settings.engine
    if contracts.known(name):
        return name
    raise Refusal(404, f"there is no model {name[:80]!r}", param="model", code="model_not_found", hint="GET /v1/models lists them")


class Params(Model):
    """What generations and edits have in common."""

    prompt: str = Field(min_length=1, max_length=LONGEST_PROMPT, pattern=r"\S")
    model: str | None = Field(None, max_length=200, description="An engine; gpt-image-* and the like stand for the default one")
    n: int | None = Field(None, ge=1, le=10)
    stream: bool | None = None
    partial_images: int | None = Field(None, ge=0, le=3, description="Previews in the stream, while there are any")
    background: Literal["opaque", "transparent", "auto"] | None = None
    moderation: Literal["low", "auto"] | None = Field(None, description="Taken; the stage refuses nothing")
    output_format: Literal["png", "jpeg", "webp", "gif", "svg"] | None = None
    output_compression: int | None = Field(None, ge=0, le=100, description="Quality of JPEG and WebP")
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto", "standard", "hd"] | None = None
    size: str | None = Field(None, pattern=r"^(auto|[1-9]\d{1,3}x[1-9]\d{1,3})$", examples=["1024x1024", "auto"])
    user: str | None = Field(None, max_length=1000, description="Taken, and not kept")
    safety_identifier: str | None = Field(None, max_length=1000, description="Taken, and not kept")
    complexity: Literal["low", "medium", "high"] | None = Field(None, description="Taken; how much a picture costs is said by `quality`")
    svg: Any = Field(None, description="Not made here")
    frame_count: Any = Field(None, description="Not made here")
    frame_duration_ms: Any = Field(None, description="Not made here")
    markup: Any = Field(None, description="Not taken here")
    response_format: Literal["b64_json", "url"] | None = Field(None, description="Without it, as OpenAI did: a URL for dall-e names, base64 for all others")
    seed: int | None = Field(None, ge=0, le=LARGEST_SEED, description="Extension: of the first picture; others count up")
    aspect: str | None = Field(None, pattern=ASPECT, description="Extension: shape of the frame", examples=["16:9"])
    engine: str | None = Field(None, max_length=200, description="Extension: before `model`")
    preset: Quality | None = Field(None, description="Extension: before `quality`")
    options: dict[str, OPTION] | None = Field(None, description="Extension: the engine's own options")

    _whole = model_validator(mode="before")(whole_numbers)

    @property
    def format(self) -> Format:
        return "png" if self.output_format in (None, "gif", "svg") else self.output_format

    @property
    def compression(self) -> int:
        """Quality of JPEG and WebP, 1 to 100."""
        return DEFAULT_COMPRESSION if self.output_compression is None else max(1, self.output_compression)

    @property
    def as_url(self) -> bool:
        return (self.response_format or ("url" if (self.model or "").startswith("dall-e") else "b64_json")) == "url"

    def check(self) -> None:
        """Refuse what cannot be honoured."""
        if self.background == "transparent" and self.format == "jpeg":
            raise Refusal(400, "JPEG holds no transparency", param="output_format", code="unsupported_value", hint="png or webp")
        if self.output_format in ("gif", "svg"):
            raise Refusal(400, f"no {self.output_format} is made here", param="output_format", code="unsupported_value", hint="png, jpeg or webp")
        if self.output_compression not in (None, 100) and self.format == "png":
            raise Refusal(400, "PNG has no quality to choose", param="output_compression", code="unsupported_value", hint="output_format jpeg or webp")
        for name, instead in NOT_HERE.items():
            if getattr(self, name) is not None:
                raise Refusal(400, f"{name} is not supported", param=name, code="unsupported_value", hint=instead)
        if self.size not in (None, "auto") and self.aspect:
            raise Refusal(400, "an aspect beside a size", param="aspect", hint="give one of the two")

    def fields(self, app_state: AppState) -> dict[str, Any]:
        """As fields of a request."""
        width, height = (None, None) if self.size in (None, "auto") else (int(side) for side in self.size.split("x"))
        return {
            "prompt": self.prompt, "width": width, "height": height, "aspect": tuple(int(side) for side in self.aspect.split(":")) if self.aspect else None,
            "quality": self.preset or QUALITIES[self.quality or "auto"], "seed": self.seed, "count": self.n or 1, "engine": self.engine_of(app_state),
            "options": self._options(app_state),
        }  # fmt: skip

    def _options(self, app_state: AppState) -> dict[str, OPTION] | None:
        """With those that leave the background transparent, where that is asked for. Raises Refusal where the engine cannot."""
        if self.background != "transparent":
            return self.options
        able = app_state.studio.able(self.engine_of(app_state))
        if not able.transparent:
            raise Refusal(400, f"{able.name} leaves no background transparent", param="background", code="unsupported_value", hint="the stage does")
        return {**able.transparent, **(self.options or {})}

    def engine_of(self, app_state: AppState) -> str:
        """The engine that is meant. Raises Refusal for an unknown one."""
        if self.engine is None:
            return engine_named(self.model or app_state.settings.engine, app_state)
        if contracts.known(self.engine):
            return self.engine
        raise Refusal(404, f"there is no engine {self.engine[:80]!r}", param="engine", code="model_not_found", hint="GET /v1/models lists them")


class Generation(Params):
    model_config = ConfigDict(strict=True)

    style: Literal["natural", "vivid"] | None = Field(None, description="vivid is added to the prompt")
    scene: dict[str, Any] | None = Field(None, description="Extension: a scene instead of what the prompt reads as")

    def fields(self, app_state: AppState) -> dict[str, Any]:
        words = f"{self.prompt.rstrip(' .,')}, vivid colors" if self.style == "vivid" else self.prompt
        return {**super().fields(app_state), "scene": self.scene, "prompt": words}


class Edit(Params):
    """The fields of an edit's form, without its files."""

    input_fidelity: Literal["high", "low"] | None = Field(None, description="Taken; what is not named stays as it is, always")

    @field_validator("options", mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        """In a form, data is JSON text."""
        return json.loads(value) if isinstance(value, str) else value

"""Any server that speaks OpenAI's Images API: another Diorama, LocalAI, … DIORAMA_COMPATIBLE_URL says where (with its /v1); a key only if it asks for one.

stable-diffusion.cpp's `sd-server` reads five fields and drops the rest without a word; all else goes inside the prompt, between <sd_cpp_extra_args> marks
that it takes out, and its masks are white where they may change. https://github.com/leejet/stable-diffusion.cpp/tree/master/examples/server
"""

from __future__ import annotations

import json
import re
from typing import Any, Literal

import numpy as np
from pydantic import Field

from diorama.contracts import Capabilities, Job, Options, find_key
from diorama.engines.hosted.http import Http
from diorama.engines.hosted.openai import OpenAI
from diorama.engines.hosted.pictures import white_edits
from diorama.engines.hosted.service import Facts
from diorama.errors import EngineUnavailable


class CompatibleOptions(Options):
    model: str = Field("", max_length=200, description="Which of the server's models; none: its usual one. GET /v1/models there lists them")
    quality: str | None = Field(None, max_length=20, description="In the server's own words")
    partial_images: int = Field(0, ge=0, le=3, description="Previews on the way, where the server streams")
    server: Literal["openai", "sd-server"] = Field("openai", description="Whose manners: OpenAI's, or those of stable-diffusion.cpp's sd-server")
    steps: int | None = Field(None, ge=1, le=200, description="sd-server: steps of the making")
    negative: str = Field("", max_length=2000, description="sd-server: what is not to be seen")


MARKS = re.compile(r"</?sd_cpp_extra_args>")


class Compatible(OpenAI):
    facts = Facts("compatible", "a server that speaks OpenAI's API", "DIORAMA_COMPATIBLE_KEY", "", "compatible")
    options = CompatibleOptions
    costs = False
    limits = {"least": 64, "most": 4096}
    defaults = {}

    def capabilities(self) -> Capabilities:
        return super().capabilities().model_copy(update={"needs": ("network",)})

    def key(self) -> str:
        return find_key(self.capabilities()) or "none"

    def http(self) -> Http:
        if not self.home:
            raise EngineUnavailable("nobody has said where the server is", where="engine", hint="DIORAMA_COMPATIBLE_URL=http://localhost:8080/v1")
        return super().http()

    asks = ("models", "it answers")

    def body(self, job: Job) -> dict[str, Any]:
        """With the seed, an extension that Diorama and LocalAI know."""
        options = CompatibleOptions.model_validate(job.recipe.options)
        body = super().body(job) | {"seed": job.recipe.seed}
        for ours in ("server", "steps", "negative"):
            body.pop(ours, None)
        if options.server == "sd-server":
            more: dict[str, Any] = {"seed": job.recipe.seed % 2**31, "negative_prompt": options.negative}
            more |= {"sample_params": {"sample_steps": options.steps}} if options.steps else {}
            words = f"{MARKS.sub('', job.recipe.prompt)}<sd_cpp_extra_args>{json.dumps(more)}</sd_cpp_extra_args>"
            return {"prompt": words, "n": 1, "size": body["size"], "output_format": "png"}
        named = body.pop("model") if self.offer.model == "compatible" else self.offer.model
        asked = str(job.recipe.options.get("model") or "") or ("" if named == "compatible" else named)
        body.pop("output_format")
        return body | ({"model": asked} if asked else {})

    def mask_file(self, mask: np.ndarray, job: Job) -> bytes:
        return white_edits(mask) if job.recipe.options.get("server") == "sd-server" else super().mask_file(mask, job)

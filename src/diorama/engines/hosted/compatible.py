"""Any server that speaks OpenAI's Images API: another Diorama, LocalAI, … DIORAMA_COMPATIBLE_URL says where (with its /v1); a key only if it asks for one."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from diorama.contracts import Capabilities, Job, Options, find_key
from diorama.engines.hosted.http import Http
from diorama.engines.hosted.openai import OpenAI
from diorama.engines.hosted.service import Facts
from diorama.errors import EngineUnavailable


class CompatibleOptions(Options):
    model: str = Field("", max_length=200, description="Which of the server's models; none: its usual one. GET /v1/models there lists them")
    quality: str | None = Field(None, max_length=20, description="In the server's own words")
    partial_images: int = Field(0, ge=0, le=3, description="Previews on the way, where the server streams")


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
        body = super().body(job) | {"seed": job.recipe.seed}
        named = body.pop("model") if self.offer.model == "compatible" else self.offer.model
        asked = str(job.recipe.options.get("model") or "") or ("" if named == "compatible" else named)
        body.pop("output_format")
        return body | ({"model": asked} if asked else {})

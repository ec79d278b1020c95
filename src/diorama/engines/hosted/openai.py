"""OpenAI's Images API: pictures from words, edits with references and a mask, partial pictures as they come. https://platform.openai.com/docs/api-reference/images

Never an address, always the picture itself, so an order whose answer is lost is lost: it is told as such. A mask is transparent where it may change.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from pydantic import Field

from diorama.contracts import Job, Listen, Options, Partial, nobody
from diorama.engines.hosted.http import Wrong
from diorama.engines.hosted.pictures import clear_edits, decoded, given_pictures, of_data_url, png
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import RefusedAt


class OpenAIOptions(Options):
    quality: Literal["auto", "low", "medium", "high", "xhigh", "max"] = Field(
        "auto", description="How well it is made; costs grow with it. xhigh and max: gpt-image-2.5 and newer"
    )
    partial_images: int = Field(0, ge=0, le=3, description="Pictures on the way; each is paid too")
    moderation: Literal["auto", "low"] = Field("auto", description="How strictly content is refused")
    background: Literal["auto", "opaque"] = "auto"
    complexity: Literal["low", "medium", "high"] | None = Field(None, description="gpt-image-2.5 and newer")


class OpenAI(Service):
    facts = Facts("openai", "OpenAI", "OPENAI_API_KEY", "https://api.openai.com/v1", "gpt-image-2", cancelled_costs="all")
    asks = ("models", "it answers, and the key is accepted")
    options = OpenAIOptions
    takes = ("reference", "style", "source", "mask")
    most_references = 16
    limits = {"least": 256, "most": 3840, "multiple_of": 16, "min_pixels": 655_360, "max_pixels": 8_294_400, "widest": 3.0}
    defaults = {"draft": {"quality": "low"}, "standard": {"quality": "medium"}, "final": {"quality": "high"}}

    def answers(self, job: Job) -> bool:
        return True

    def body(self, job: Job) -> dict[str, Any]:
        options = self.options.model_validate(job.recipe.options).model_dump(exclude_none=True)
        body = {"model": self.model(job), "prompt": job.recipe.prompt, "n": 1, "size": f"{job.recipe.width}x{job.recipe.height}", "output_format": "png"}
        partials = options.pop("partial_images", 0)
        return body | options | ({"stream": True, "partial_images": partials} if partials else {})

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        body, pictures, mask = self.body(job), given_pictures(job), job.first("mask")
        sent: dict[str, Any] = {"json": body}
        if pictures:
            files = [("image[]", (f"{k}.png", png(one), "image/png")) for k, one in enumerate(pictures)]
            if mask is not None:
                files.append(("mask", ("mask.png", self.mask_file(mask, job), "image/png")))
            sent = {"data": {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in body.items()}, "files": files}
        answer: dict[str, Any] = {}
        for event in self.http().stream("images/edits" if pictures else "images/generations", **sent):
            if "error" in event:
                raise self.refusal(Wrong(400, event, None, True), self.key())
            if str(event.get("type", "")).endswith(".partial_image"):
                tell(Partial(decoded(of_data_url(event["b64_json"])[0]), event.get("partial_image_index", 0)))
            else:
                answer = event
        return self.understood(answer)

    def mask_file(self, mask: np.ndarray, job: Job) -> bytes:
        """As the server reads it. `mask`: bool (h, w), True where it may change."""
        return clear_edits(mask)

    def understood(self, answer: dict[str, Any]) -> Answer:
        """The last event of a stream, or the one answer there is."""
        found = answer.get("data") or [answer]
        usage = answer.get("usage") or {}
        details = usage.get("input_tokens_details") or {}
        tokens = {"text": details.get("text_tokens", 0), "image": details.get("image_tokens", 0), "output": usage.get("output_tokens", 0)} if usage else {}
        results = [one.get("b64_json") or one.get("url") for one in found]
        return Answer([one for one in results if one], revised=found[0].get("revised_prompt"), tokens=tokens)

    def refused(self, wrong: Wrong, told: str) -> tuple[str, RefusedAt] | None:
        error = wrong.body.get("error") if isinstance(wrong.body, dict) else None
        if isinstance(error, dict) and error.get("code") in ("moderation_blocked", "content_policy_violation"):
            return str(error["code"]), "input" if str(error.get("param", "")).startswith("image") else "prompt"
        return super().refused(wrong, told)

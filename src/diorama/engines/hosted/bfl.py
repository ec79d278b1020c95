"""Black Forest Labs: FLUX. https://docs.bfl.ai

The order's answer names where to look, on another host of theirs. What is refused comes as HTTP 200 with a status; the picture's address lives ten minutes.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from pydantic import Field

from diorama.contracts import Capabilities, Job, Options, Outcome, Status
from diorama.engines.hosted.forms import nearest_ratio
from diorama.engines.hosted.pictures import given_pictures, png, white_edits
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import ContentRefused, EngineError, EngineRefused


class BFLOptions(Options):
    safety_tolerance: int = Field(2, ge=0, le=6, description="0 is the strictest")
    prompt_upsampling: bool = Field(False, description="Let it rewrite the words")
    steps: int | None = Field(None, ge=1, le=50, description="Of flex and fill")
    guidance: float | None = Field(None, ge=1.5, le=100, description="Of flex and fill")


class BFL(Service):
    facts = Facts("bfl", "Black Forest Labs", "BFL_API_KEY", "https://api.bfl.ai/v1", "flux-2-pro", cancelled_costs="all")
    options = BFLOptions
    takes = ("reference", "style", "source")
    most_references = 8
    limits = {"least": 256, "most": 2048, "multiple_of": 32, "max_pixels": 4_194_304}

    def capabilities(self) -> Capabilities:
        able = super().capabilities()
        return able.model_copy(update={"prompt_form": "boxes"}) if "flux-3" in self.offer.model else able

    def headers(self, key: str) -> dict[str, str]:
        return {"x-key": key}

    asks = ("credits", "it answers, and the key is accepted")

    def submit(self, job: Job) -> str:
        recipe = job.recipe
        body: dict[str, Any] = {"prompt": recipe.prompt, "seed": recipe.seed % 2**31, "output_format": "png"}
        body |= {name: value for name, value in BFLOptions.model_validate(recipe.options).model_dump().items() if value is not None}
        pictures = [base64.b64encode(png(one)).decode() for one in given_pictures(job)]
        mask = job.first("mask")
        if mask is not None:  # the fill models, which make the size of the picture that they are given
            body |= {"image": pictures[0], "mask": base64.b64encode(white_edits(mask)).decode()}
        else:
            shaped = any(word in self.offer.model for word in ("kontext", "ultra"))  # those take a shape instead
            body |= {"aspect_ratio": nearest_ratio(recipe.width, recipe.height, [])} if shaped else {"width": recipe.width, "height": recipe.height}
            body |= {"input_image" if k == 0 else f"input_image_{k + 1}": one for k, one in enumerate(pictures)}
        answer = self.http().order(self.model(job), json=body)
        if not answer.get("polling_url"):
            raise EngineError("Black Forest Labs took the order and does not say where it is", hint="it may be paid: look there")
        return json.dumps({"poll": answer["polling_url"], "id": answer.get("id", ""), "cost": answer.get("cost")})

    def status(self, remote_id: str) -> Status:
        found = self._look(remote_id)
        return Status(found["status"] == "Ready", found.get("progress") or 0.0, str(found["status"]).lower())

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        named, result = json.loads(remote_id), self._look(remote_id).get("result") or {}
        cost = named["cost"]
        return self.outcome(
            Answer(
                [result["sample"]] if "sample" in result else [], seed=result.get("seed"), reference=named["id"], spent=None if cost is None else cost / 100
            ),
            job,
        )

    def _look(self, remote_id: str) -> dict[str, Any]:
        found = self.http().look(json.loads(remote_id)["poll"])
        state = str(found.get("status", ""))
        if state in ("Request Moderated", "Content Moderated"):
            stage = "prompt" if state.startswith("Request") else "picture"
            raise ContentRefused(
                f"Black Forest Labs refuses it: {state}", category=", ".join((found.get("details") or {}).get("Moderation Reasons", [])) or state, stage=stage
            )
        if state == "Task not found":
            raise EngineRefused("Black Forest Labs knows no such order", hint="it was ordered too long ago, or with another key")
        if state in ("Error", "Failed"):
            raise EngineError(
                f"Black Forest Labs could not make it: {self.told(found.get('details') or found.get('result'))}", hint="try again: it is a new order"
            )
        return found

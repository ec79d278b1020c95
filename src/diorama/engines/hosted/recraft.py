"""Recraft: design, drawings, photographs. https://www.recraft.ai/docs/api-reference

The model is always named; addresses of results live about a day; a thousand of its units are a dollar. A mask is white where it may change.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from diorama.contracts import Job, Listen, Options, nobody
from diorama.engines.hosted.forms import as_object
from diorama.engines.hosted.pictures import data_url, given_pictures, png, white_edits
from diorama.engines.hosted.service import Answer, Facts, Service

UNITS = 1000
"""For a US dollar."""


class RecraftOptions(Options):
    controls: str = Field("{}", description='Colours and the like, as one JSON object: {"colors": [{"rgb": [255, 142, 60]}]}')
    strength: float = Field(0.5, ge=0, le=1, description="How far a picture may change that is worked over as a whole")


class Recraft(Service):
    facts = Facts("recraft", "Recraft", "RECRAFT_API_TOKEN", "https://external.api.recraft.ai/v1", "recraft-v4.1", cancelled_costs="all")
    asks = ("users/me", "it answers, and the key is accepted")
    options = RecraftOptions
    takes = ("source", "mask")
    most_references = 1

    def answers(self, job: Job) -> bool:
        return True

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        options = RecraftOptions.model_validate(job.recipe.options)
        body: dict[str, Any] = {"prompt": job.recipe.prompt, "model": self.model(job), "n": 1, "response_format": "url"}
        if controls := as_object(options.controls, "options.controls"):
            body["controls"] = controls
        pictures, mask = [data_url(png(one)) for one in given_pictures(job)], job.first("mask")
        if mask is not None:
            path, body = "images/inpaint", body | {"image": pictures[0], "mask": data_url(white_edits(mask))}
        elif pictures:
            path, body = "images/imageToImage", body | {"image": pictures[0], "strength": options.strength}
        else:
            path, body = "images/generations", body | {"size": f"{job.recipe.width}x{job.recipe.height}"}
        answer = self.http().order(path, json=body)
        found = [one for one in answer.get("data") or [] if one.get("url")]
        credits = answer.get("credits")
        return Answer(
            [one["url"] for one in found],
            revised=found[0].get("revised_prompt") if found else None,
            reference=str(found[0].get("image_id", "")) if found else "",
            spent=None if credits is None else credits / UNITS,
        )

"""OpenRouter's Image API: many makers behind one form, with what it cost in the answer. https://openrouter.ai/docs/features/multimodal/image-generation

The size in pixels is sent alone: beside a shape or a resolution that says otherwise it is an error. There are no masks.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from diorama.contracts import Job, Listen, Options, Quote, nobody
from diorama.engines.hosted.forms import as_object
from diorama.engines.hosted.pictures import data_url, given_pictures, png
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import DioramaError


class OpenRouterOptions(Options):
    quality: Literal["auto", "low", "medium", "high", "xhigh", "max"] | None = Field(None, description="Where the model has one")
    provider: str = Field("{}", description='Routing and the provider\'s own parameters, as one JSON object: {"options": {…}}')


class OpenRouter(Service):
    facts = Facts("openrouter", "OpenRouter", "OPENROUTER_API_KEY", "https://openrouter.ai/api/v1", "seedream-4.5", cancelled_costs="all")
    asks = ("key", "it answers, and the key is accepted")
    options = OpenRouterOptions
    takes = ("reference", "style", "source")
    most_references = 14

    def answers(self, job: Job) -> bool:
        return True

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        recipe = job.recipe
        options = OpenRouterOptions.model_validate(recipe.options)
        body: dict[str, Any] = {
            "model": self.model(job),
            "prompt": recipe.prompt,
            "size": f"{recipe.width}x{recipe.height}",
            "seed": recipe.seed % 2**31,
            "n": 1,
        }
        references = [{"type": "image_url", "image_url": {"url": data_url(png(one))}} for one in given_pictures(job)]
        body |= {"input_references": references} if references else {}
        body |= {"quality": options.quality} if options.quality else {}
        provider = as_object(options.provider, "options.provider")
        answer = self.http().order("images", json=body | ({"provider": provider} if provider else {}))
        usage = answer.get("usage") or {}
        return Answer([one["b64_json"] for one in answer.get("data") or [] if one.get("b64_json")], spent=usage.get("cost"))

    def quote(self, job: Job) -> Quote | None:
        """From the service's own list of prices, asked now; from the kept one where it does not answer."""
        try:
            found = self.http().look(f"images/models/{self.model(job)}/endpoints")
            prices = [price for one in found.get("endpoints") or found["data"]["endpoints"] if (price := _of_picture(one["pricing"], job)) is not None]
        except (DioramaError, KeyError, TypeError):
            prices = []
        if not prices:
            return super().quote(job)
        return Quote(low=min(prices), high=max(prices), currency="USD", source="OpenRouter's price list")


def _of_picture(pricing: list[dict[str, Any]], job: Job) -> float | None:
    """USD for a picture and what is sent for it; None where it is counted in what nobody knows before (tokens)."""
    sent, total, known = len(given_pictures(job)), 0.0, False
    for line in pricing:
        times = {"output_image": 1, "input_image": sent, "input_reference": sent}.get(line["billable"], 0)
        if times and line["unit"] == "token":
            return None
        total += times * line["cost_usd"] * (job.recipe.width * job.recipe.height / 1e6 if line["unit"] == "megapixel" else 1)
        known |= line["billable"] == "output_image"
    return total if known and total > 0 else None

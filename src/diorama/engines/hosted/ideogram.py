"""Ideogram: pictures with lettering. https://developer.ideogram.ai

Version 4 works in jobs (`async`) and quotes its price for nothing (`dry_run`). Masks: the 3.0 endpoint alone, which answers with the picture; black may change.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from diorama.contracts import Job, Listen, Options, Outcome, Quote, Status, nobody
from diorama.engines.hosted.forms import nearest_ratio
from diorama.engines.hosted.http import Http
from diorama.engines.hosted.pictures import black_edits, given_pictures, png
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import ContentRefused, DioramaError, EngineError

SHAPES = ("1:3", "3:1", "1:2", "2:1", "9:16", "16:9", "10:16", "16:10", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "1:1")
SPEEDS = {"low": "TURBO", "medium": "DEFAULT", "high": "QUALITY"}
"""What the 3.0 endpoint calls it."""


class IdeogramOptions(Options):
    quality: Literal["low", "medium", "high"] = Field("medium", description="Costs grow with it")
    magic_prompt: Literal["auto", "on", "off"] = Field("off", description="Let it rewrite the words")


class Ideogram(Service):
    facts = Facts("ideogram", "Ideogram", "IDEOGRAM_API_KEY", "https://api.ideogram.ai", "ideogram-4.6", cancelled_costs="all")
    options = IdeogramOptions
    takes = ("reference", "source", "mask")
    most_references = 4
    limits = {"least": 512, "most": 3072, "shape_only": True, "aspects": tuple((int(a), int(b)) for a, _, b in (shape.partition(":") for shape in SHAPES))}
    defaults = {"draft": {"quality": "low"}, "standard": {"quality": "medium"}, "final": {"quality": "high"}}

    def headers(self, key: str) -> dict[str, str]:
        return {"api-key": key}

    def answers(self, job: Job) -> bool:
        return job.first("mask") is not None

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        """An edit with a mask, by 3.0."""
        mask = job.first("mask")
        assert mask is not None
        options = IdeogramOptions.model_validate(job.recipe.options)
        fields = {
            "prompt": job.recipe.prompt,
            "seed": str(job.recipe.seed % 2**31),
            "magic_prompt": options.magic_prompt.upper(),
            "rendering_speed": SPEEDS[options.quality],
        }
        files = {"image": ("0.png", png(given_pictures(job)[0]), "image/png"), "mask": ("mask.png", black_edits(mask), "image/png")}
        return _understood(self.http().order("v1/ideogram-v3/edit", data=fields, files=files), job, {"model": "ideogram-v3 edit"})

    def submit(self, job: Job) -> str:
        answer = self._order(self.http(), job, {"async": "true"})
        if not answer.get("generation_id"):
            raise EngineError("Ideogram took the order and gives no name for it", hint="it may be paid: look there")
        return str(answer["generation_id"])

    def status(self, remote_id: str) -> Status:
        if remote_id.startswith("{"):
            return super().status(remote_id)
        found = self.http().look(f"v2/generations/{remote_id}")
        state = str(found.get("status", "")).lower()
        if state in ("failed", "error", "canceled", "cancelled"):
            raise EngineError(f"Ideogram could not make it: {self.told(found)}", hint="try again: it is a new order")
        return Status(bool(found.get("data")) or state in ("completed", "succeeded", "complete"), text=state)

    def fetch(self, remote_id: str, job: Job) -> Outcome:
        if remote_id.startswith("{"):
            return super().fetch(remote_id, job)
        found = self.http().look(f"v2/generations/{remote_id}")
        return self.outcome(_understood(found, job), job)

    def quote(self, job: Job) -> Quote | None:
        """Asked of the service, which makes and bills nothing for it; from the kept price where it does not answer."""
        if self.answers(job):
            return super().quote(job)
        try:
            found = self._order(self.http(), job, {}, {"dry_run": "true"})
            low = found["usd_micros"] / 1e6
            return Quote(
                low=low,
                high=max(low, found.get("upper_bound_usd_micros", 0) / 1e6),
                currency="USD",
                source=f"Ideogram's own quote ({found.get('qualifier', 'exact')})",
            )
        except (DioramaError, KeyError, TypeError):
            return super().quote(job)

    def check(self) -> str:
        found = self.http().order("v2/image/generate/ideogram-4-6", json={"prompt": "a mug"}, params={"dry_run": "true"})
        return f"it answers, the key is accepted, and a picture would cost {found.get('usd_micros', 0) / 1e6:.2f} USD; nothing was made or billed"

    def _order(self, http: Http, job: Job, more: dict[str, str], query: dict[str, str] | None = None) -> dict[str, Any]:
        recipe = job.recipe
        shape = nearest_ratio(recipe.width, recipe.height, list(SHAPES)).replace(":", "x")
        fields = {
            "prompt": recipe.prompt,
            "seed": str(recipe.seed % 2**31),
            "aspect_ratio": shape,
            "resolution": "1k" if recipe.width * recipe.height < 2e6 else "2k",
        }
        fields |= IdeogramOptions.model_validate(recipe.options).model_dump() | more
        files = [("images", (f"{k}.png", png(one), "image/png")) for k, one in enumerate(given_pictures(job))]
        parts = [(name, (None, value)) for name, value in fields.items()]  # multipart also where no file is sent
        return http.order(f"v2/image/generate/{self.model(job)}", files=[*parts, *files], params=query or {})


def _understood(found: dict[str, Any], job: Job, told: dict[str, str] | None = None) -> Answer:
    data = found.get("data") or []
    safe = [one for one in data if one.get("is_image_safe", True) and one.get("url")]
    if data and not safe:
        raise ContentRefused(
            "Ideogram does not hand over what it made: it counts as unsafe", category="is_image_safe", stage="picture", hint="say it otherwise"
        )
    first = safe[0] if safe else {}
    words = first.get("prompt")
    seed = first.get("seed") if first.get("seed") != job.recipe.seed % 2**31 else None
    return Answer(
        [one["url"] for one in safe],
        seed=seed,
        revised=words if words != job.recipe.prompt else None,
        reference=str(found.get("generation_id", "")),
        told=told or {},
    )

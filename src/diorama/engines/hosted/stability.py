"""Stability AI: Stable Image and Stable Diffusion 3.5. https://platform.stability.ai/docs/api-reference

Shapes instead of sizes. What is filtered comes as HTTP 200 with a finish reason, what is moderated as 403. A mask is white where it may change.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from diorama.contracts import Job, Listen, Options, nobody
from diorama.engines.hosted.forms import as_object, nearest_ratio
from diorama.engines.hosted.http import Wrong
from diorama.engines.hosted.pictures import given_pictures, png, white_edits
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import ContentRefused, RefusedAt

SHAPES = ("1:1", "16:9", "9:16", "3:2", "2:3", "5:4", "4:5", "21:9", "9:21")
STYLES = Literal[
    "3d-model",
    "analog-film",
    "anime",
    "cinematic",
    "comic-book",
    "digital-art",
    "enhance",
    "fantasy-art",
    "isometric",
    "line-art",
    "low-poly",
    "modeling-compound",
    "neon-punk",
    "origami",
    "photographic",
    "pixel-art",
    "tile-texture",
]


class StabilityOptions(Options):
    negative_prompt: str = Field("", max_length=10_000, description="What is not to be seen")
    style_preset: STYLES | None = None
    input: str = Field("{}", description="What tools need besides, as one JSON object: {\"search_prompt\": \"the mug\"}, {\"left\": 200}")
    strength: float = Field(0.6, ge=0, le=1, description="How far a picture may change that is worked over as a whole")


class Stability(Service):
    facts = Facts("stability", "Stability AI", "STABILITY_API_KEY", "https://api.stability.ai", "stable-image-core", cancelled_costs="all")
    asks = ("v1/user/balance", "it answers, and the key is accepted")
    options = StabilityOptions
    takes = ("source", "mask")
    most_references = 1
    limits = {"least": 512, "most": 2048, "shape_only": True, "aspects": tuple((int(a), int(b)) for a, _, b in (shape.partition(":") for shape in SHAPES))}

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Bearer {key}", "accept": "application/json"}

    def answers(self, job: Job) -> bool:
        return True

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        recipe, pictures, mask = job.recipe, given_pictures(job), job.first("mask")
        options = StabilityOptions.model_validate(recipe.options)
        fields: dict[str, Any] = {"prompt": recipe.prompt, "seed": recipe.seed % (2**32 - 1), "output_format": "png"}
        fields |= {name: value for name, value in (("negative_prompt", options.negative_prompt), ("style_preset", options.style_preset)) if value}
        path, _, model = self.model(job).partition(":")  # sd3:sd3.5-large
        files: list[tuple[str, Any]] = []
        fields |= as_object(options.input)
        if "/" in path:  # a tool: erase, upscale, structure, …
            files = [("image", ("0.png", png(pictures[0]), "image/png"))] if pictures else []
            files += [("mask", ("mask.png", white_edits(mask), "image/png"))] if mask is not None else []
        elif mask is not None:
            path = "edit/inpaint"
            files = [("image", ("0.png", png(pictures[0]), "image/png")), ("mask", ("mask.png", white_edits(mask), "image/png"))]
        else:
            path = f"generate/{path}"
            fields |= {"model": model} if model else {}
            if pictures:
                fields |= {"strength": options.strength} | ({"mode": "image-to-image"} if model else {})
                files = [("image", ("0.png", png(pictures[0]), "image/png"))]
            else:
                fields["aspect_ratio"] = nearest_ratio(recipe.width, recipe.height, list(SHAPES))
        answer = self.http().order(f"v2beta/stable-image/{path}", files=[*((name, (None, str(value))) for name, value in fields.items()), *files])
        if answer.get("finish_reason") == "CONTENT_FILTERED":
            raise ContentRefused(
                "Stability AI blurred what it made: it counts as unsafe", category="CONTENT_FILTERED", stage="picture", hint="say it otherwise"
            )
        return Answer([answer["image"]] if answer.get("image") else [], seed=answer.get("seed"))

    def refused(self, wrong: Wrong, told: str) -> tuple[str, RefusedAt] | None:
        if isinstance(wrong.body, dict) and wrong.body.get("name") == "content_moderation":
            return "content_moderation", "prompt"
        return super().refused(wrong, told)

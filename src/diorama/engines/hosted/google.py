"""Google's Gemini API: pictures by `generateContent`. https://ai.google.dev/gemini-api/docs/image-generation

Shapes and three resolutions instead of sizes; no masks. What it refuses comes as HTTP 200 without a picture: a block of the prompt, or a finish reason.
"""

from __future__ import annotations

import base64
from typing import Any

from pydantic import Field

from diorama.contracts import Job, Listen, Options, nobody
from diorama.engines.hosted.forms import nearest_ratio
from diorama.engines.hosted.pictures import given_pictures, png
from diorama.engines.hosted.service import Answer, Facts, Service
from diorama.errors import ContentRefused, EngineError

SHAPES = ("1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9")
RESOLUTIONS = ((1.6e6, "1K"), (7e6, "2K"), (float("inf"), "4K"))
"""Pixels up to which each is the nearest."""
UNSAFE = ("SAFETY", "PROHIBITED", "RECITATION", "BLOCKLIST", "SPII")


class GoogleOptions(Options):
    thinking: str | None = Field(None, pattern="^(minimal|low|medium|high)$", description="How long it thinks before it paints, where the model does")


class Google(Service):
    facts = Facts(
        "google", "Google Gemini", "GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta", "gemini-3.1-flash-image", cancelled_costs="all"
    )
    asks = ("models", "it answers, and the key is accepted")
    options = GoogleOptions
    takes = ("reference", "style", "source")
    most_references = 14
    limits = {"least": 512, "most": 4096, "shape_only": True, "aspects": tuple((int(a), int(b)) for a, _, b in (shape.partition(":") for shape in SHAPES))}

    def headers(self, key: str) -> dict[str, str]:
        return {"x-goog-api-key": key}

    def answers(self, job: Job) -> bool:
        return True

    def ask(self, job: Job, tell: Listen = nobody) -> Answer:
        recipe = job.recipe
        parts: list[dict[str, Any]] = [{"text": recipe.prompt}]
        parts += [{"inlineData": {"mimeType": "image/png", "data": base64.b64encode(png(one)).decode()}} for one in given_pictures(job)]
        size = next(name for most, name in RESOLUTIONS if recipe.width * recipe.height <= most)
        shaped = {"aspectRatio": nearest_ratio(recipe.width, recipe.height, list(SHAPES)), "imageSize": size}
        config: dict[str, Any] = {"responseModalities": ["IMAGE"], "imageConfig": shaped, "seed": recipe.seed % 2**31}
        if thinking := recipe.options.get("thinking"):
            config["thinkingConfig"] = {"thinkingLevel": str(thinking).upper()}
        answer = self.http().order(
            f"models/{self.model(job)}:generateContent", json={"contents": [{"role": "user", "parts": parts}], "generationConfig": config}
        )
        return self.understood(answer)

    def understood(self, answer: dict[str, Any]) -> Answer:
        blocked = (answer.get("promptFeedback") or {}).get("blockReason")
        if blocked:
            raise ContentRefused(f"Google refuses the words: {blocked}", category=blocked, stage="prompt", hint="say it otherwise")
        candidate = (answer.get("candidates") or [{}])[0]
        parts = (candidate.get("content") or {}).get("parts") or []
        pictures = [part["inlineData"]["data"] for part in parts if "inlineData" in part and not part.get("thought")]
        if not pictures:
            reason = str(candidate.get("finishReason", "no reason given"))
            words = " ".join(part["text"] for part in parts if "text" in part)[:300] or candidate.get("finishMessage", "")
            told = f"Google made no picture: {reason}" + (f" ({words})" if words else "")
            if any(word in reason for word in UNSAFE):
                raise ContentRefused(told, category=reason, stage="picture", hint="say it otherwise")
            raise EngineError(told, hint="it may have been paid; ask for a picture in so many words")
        usage = answer.get("usageMetadata") or {}
        tokens = {"text": usage.get("promptTokenCount", 0), "output": usage.get("candidatesTokenCount", 0)} if usage else {}
        return Answer(pictures[-1:], tokens=tokens, reference=str(answer.get("responseId", "")))

"""Writes src/diorama/models/listed.toml: models and prices as a public list has them. `python scripts/list_models.py PRICES.json VERSION DAY`

PRICES.json: `model_prices_and_context_window_backup.json` of the wheel `litellm` (MIT), whose version and day are written beside each fact. Only facts are
taken: name, provider, price, what goes in and comes out. Models of known.toml are left out where they are had from the same service.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

MODELS = Path(__file__).resolve().parents[1] / "src/diorama/models"
KINDS = {"image_generation": "image", "image_edit": "edit", "video_generation": "video", "audio_speech": "audio"}
SERVICES = {
    "fal_ai": "fal",
    "gemini": "google",
    "black_forest_labs": "bfl",
    "vertex_ai": "vertex-ai",
    "vertex_ai-video-models": "vertex-ai",
    "vertex_ai-language-models": "vertex-ai",
    "dashscope": "alibaba",
    "qwencloud": "qwencloud",
    "qwen_ai_platform": "qwen",
    "aws_polly": "amazon-polly",
    "fireworks_ai": "fireworks",
    "runwayml": "runway",
}
LEFT_OUT = {"azure", "azure_ai", "aiml", "nscale", "databricks", "bedrock"}
"""Who sells what others make, under names of their own regions or accounts."""
MAKERS = {
    "wan": "Alibaba Wan",
    "happyhorse": "Alibaba",
    "qwen": "Alibaba Qwen",
    "flux": "Black Forest Labs",
    "seedream": "ByteDance",
    "seedance": "ByteDance",
    "dreamina": "ByteDance",
    "doubao": "ByteDance",
    "gpt": "OpenAI",
    "chatgpt": "OpenAI",
    "sora": "OpenAI",
    "gemini": "Google",
    "nano-banana": "Google",
    "imagen": "Google",
    "veo": "Google",
    "lyria": "Google",
    "chirp": "Google",
    "virtual-try-on": "Google",
    "eleven": "ElevenLabs",
    "grok": "xAI",
    "recraft": "Recraft",
    "ideogram": "Ideogram",
    "sd3": "Stability AI",
    "stable-": "Stability AI",
    "stability": "Stability AI",
    "polly": "Amazon",
    "gen4": "Runway",
    "aleph": "Runway",
    "hailuo": "MiniMax",
    "minimax": "MiniMax",
    "speech-0": "MiniMax",
    "speech-2": "MiniMax",
    "h3": "MiniMax",
    "luma": "Luma",
    "bria": "Bria",
    "muse": "Meta",
    "voxtral": "Mistral",
    "orpheus": "Canopy Labs",
    "trellis": "Microsoft",
    "playground": "Playground",
    "ssd-1b": "Segmind",
    "tts": "OpenAI",
}
TOOLS = {
    "inpaint": "edit/inpaint",
    "outpaint": "edit/outpaint",
    "erase": "edit/erase",
    "search-and-replace": "edit/search-and-replace",
    "search-and-recolor": "edit/search-and-recolor",
    "remove-background": "edit/remove-background",
    "sketch": "control/sketch",
    "structure": "control/structure",
    "style": "control/style",
    "style-transfer": "control/style-transfer",
    "fast": "upscale/fast",
    "conservative": "upscale/conservative",
    "stable-image-core": "core",
    "stable-image-ultra": "ultra",
}
"""Stability AI's paths."""
DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$|-\d{6,8}$|-latest$|-1106$")


def listed(prices: dict[str, Any], version: str, day: str) -> dict[str, dict[str, Any]]:
    """Cards by name."""
    offers = [offer for card in tomllib.loads((MODELS / "known.toml").read_text()).values() for offer in card.get("offers", [])]
    known = {(offer["service"], model) for offer in offers for model in (offer["model"], offer.get("edit"))}
    cards: dict[str, dict[str, Any]] = {}
    for key, facts in prices.items():
        kind, provider = KINDS.get(facts.get("mode", "")), facts.get("litellm_provider", "")
        if kind is None or provider in LEFT_OUT or "-x-" in key or (facts.get("deprecation_date") or "9999") <= day or "trellis" in key:
            continue
        service, model = SERVICES.get(provider, provider), key.removeprefix(provider + "/").removeprefix("gemini/").removeprefix("vertex_ai/")
        if re.match(r"(low|medium|high|standard|hd|xhigh|max|auto)/", model) or DATED.search(model) or (service == "fal" and "/" not in model):
            continue
        if service == "stability":
            model = TOOLS.get(model, f"sd3:{model}" if model.startswith("sd3.5") else "")
        if not model or (service, model) in known:
            continue
        offer = {"service": service, "model": model} | ({"price": price} if (price := price_of(facts, version, day)) else {})
        name = named(service, model)
        card = cards.setdefault(name, {"title": titled(name), "maker": maker_of(name + " " + model), "kinds": [kind_of(kind, model)], "offers": []})
        if service not in [one["service"] for one in card["offers"]]:
            card["offers"].append(offer)
    return cards


def price_of(facts: dict[str, Any], version: str, day: str) -> dict[str, Any] | None:
    for field, per in (
        ("output_cost_per_image", "picture"),
        ("output_cost_per_second", "second"),
        ("output_cost_per_video_per_second", "second"),
        ("input_cost_per_image", "picture"),
        ("input_cost_per_character", "1000 characters"),
        ("output_cost_per_image_token", "1000000 tokens"),
        ("output_cost_per_audio_token", "1000000 tokens"),
    ):
        if facts.get(field):
            times = {"1000 characters": 1e3, "1000000 tokens": 1e6}.get(per, 1)
            all_of = [
                value
                for name, value in facts.items()
                if name.startswith(field) and isinstance(value, float | int) and not re.search("batch|token", name[len(field) :])
            ]
            least, most = round(min(all_of) * times, 6), round(max(all_of) * times, 6)
            return {"amount": least, **({"most": most} if most > least else {}), "per": per, "as_of": day, "source": f"litellm {version}"}
    return None


def named(service: str, model: str) -> str:
    last = model.removeprefix("fal-ai/").removeprefix("accounts/fireworks/models/").replace(":", "-")
    if service == "stability":
        last = (
            "stability-" + last.removeprefix("edit/").removeprefix("control/").removeprefix("upscale/").removeprefix("sd3-")
            if not last.startswith("sd3")
            else last.removeprefix("sd3-")
        )
    last = f"polly-{last}" if service == "amazon-polly" else last
    return re.sub(r"[^a-z0-9.]+", "-", last.lower()).strip("-.")


def titled(name: str) -> str:
    return " ".join(word if any(c.isdigit() for c in word) else word.capitalize() for word in name.split("-"))


def maker_of(words: str) -> str:
    return next((maker for start, maker in MAKERS.items() if re.search(rf"(^|[\s/_-]){re.escape(start)}", words.lower())), "not known")


def kind_of(kind: str, model: str) -> str:
    if "upscale" in model:
        return "upscale"
    return "edit" if kind == "image" and re.search(r"edit|kontext|fill|expand|try-on|/depth", model) else kind


def written(cards: dict[str, dict[str, Any]]) -> str:
    """As TOML: one card a table, one offer a line."""

    def value(one: Any) -> str:
        if isinstance(one, dict):
            return "{ " + ", ".join(f"{name} = {value(part)}" for name, part in one.items()) + " }"
        return json.dumps(one, ensure_ascii=False)

    lines = ["# Written by scripts/list_models.py: models and prices as a public list has them on the day beside each. Not checked one by one.", ""]
    for name, card in sorted(cards.items()):
        lines.append(f'["{name}"]')
        lines += [f"{field} = {value(card[field])}" for field in ("title", "maker", "kinds")]
        lines += ["offers = [", *(f"  {value(offer)}," for offer in card["offers"]), "]", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    source, version, day = sys.argv[1:4]
    found = listed(json.loads(Path(source).read_text()), version, day)
    (MODELS / "listed.toml").write_text(written(found), encoding="utf-8")
    print(f"{len(found)} models")

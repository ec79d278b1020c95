"""Writes of src/diorama/models apps.toml, named.toml and forms.json: models that run by a form which a package has, those forms, which packages name what.

`python scripts/check_models.py FOLDER DAY`. FOLDER holds unpacked packages, each in a folder `NAME@VERSION` (a scope's `/` as `+`): wheels and npm
archives as their registries have them. Only facts are taken: whether a name stands there as a text of its own, and names, types and choices of inputs.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import list_models
from list_models import maker_of, titled

list_models.MAKERS = {"kling": "Kuaishou", "hailuo": "MiniMax", "ltx": "Lightricks", "pika": "Pika", "pixverse": "PixVerse", "vidu": "Shengshu",
           "moonvalley": "Moonvalley",
           "hunyuan": "Tencent", "topaz": "Topaz Labs", "clarity": "Clarity AI", "seedvr": "ByteDance", "aura-sr": "fal", "kokoro": "hexgrad",
           "chatterbox": "Resemble AI", "dia-tts": "Nari Labs", "sonauto": "Sonauto", "ace-step": "ACE Studio", "stable-audio": "Stability AI",
           "z-image": "Alibaba Tongyi", "hidream": "HiDream", "omnigen": "BAAI", "sdxl": "Stability AI", "lyria2": "Google",
           "esrgan": "Xintao Wang et al.", "ccsr": "Sun et al.", "birefnet": "Zheng et al.", "iclight": "Zhang et al.", "mmaudio": "Sony",
           } | list_models.MAKERS  # fmt: skip

MODELS = Path(__file__).resolve().parents[1] / "src/diorama/models"
PACKAGES = {
    "openai": ("openai", "@ai-sdk/openai"),
    "fal": ("@fal-ai/client", "@ai-sdk/fal", "@tanstack/ai-fal"),
    "replicate": ("@ai-sdk/replicate",),
    "openrouter": ("openrouter",),
    "google": ("google-genai", "@ai-sdk/google"),
    "vertex-ai": ("google-genai", "@ai-sdk/google-vertex"),
    "bfl": ("@ai-sdk/black-forest-labs",),
    "xai": ("xai-sdk", "@ai-sdk/xai"),
    "runway": ("runwayml",),
    "elevenlabs": ("elevenlabs", "@ai-sdk/elevenlabs"),
    "fireworks": ("@ai-sdk/fireworks",),
    "groq": ("groq", "genai-prices"),
    "mistral": ("mistralai", "@ai-sdk/mistral"),
    "alibaba": ("dashscope", "@ai-sdk/alibaba"),
    "qwen": ("dashscope", "@ai-sdk/alibaba"),
    "qwencloud": ("dashscope", "@ai-sdk/alibaba"),
    "amazon-polly": ("@aws-sdk/client-polly",),
}
"""Packages that may name a service's models, the service's own before those of others."""
READ = (".py", ".ts", ".mts", ".md", ".json")
FORMS = "@fal-ai/client"
APPS = {
    "upscale": """fal-ai/topaz/upscale/image fal-ai/clarity-upscaler clarityai/crystal-upscaler fal-ai/seedvr/upscale/image fal-ai/aura-sr fal-ai/esrgan
        fal-ai/ccsr fal-ai/recraft/upscale/crisp fal-ai/recraft/upscale/creative fal-ai/ideogram/upscale bria/upscale/creative fal-ai/topaz/upscale/video
        fal-ai/seedvr/upscale/video""",
    "edit": """fal-ai/birefnet/v2 fal-ai/iclight-v2 fal-ai/hidream-e1-1 fal-ai/wan/v2.7/edit fal-ai/z-image/turbo/inpaint fal-ai/z-image/turbo/image-to-image
        fal-ai/bria/eraser fal-ai/bria/genfill fal-ai/bria/product-shot""",
    "image": """fal-ai/z-image/turbo fal-ai/z-image/turbo/controlnet fal-ai/sdxl-controlnet-union fal-ai/hidream-i1-full fal-ai/wan/v2.7/text-to-image
        fal-ai/omnigen-v2 fal-ai/luma-photon fal-ai/vidu/q2/text-to-image xai/grok-imagine-image""",
    "video": """fal-ai/kling-video/v3/pro/text-to-video fal-ai/kling-video/v3/pro/image-to-video fal-ai/kling-video/o3/pro/reference-to-video
        fal-ai/minimax/hailuo-2.3/pro/text-to-video fal-ai/minimax/hailuo-2.3/pro/image-to-video fal-ai/ltx-2.3/text-to-video fal-ai/ltx-2.3/image-to-video
        fal-ai/luma-dream-machine/ray-2 fal-ai/pika/v2.2/text-to-video fal-ai/pixverse/v5.6/text-to-video fal-ai/sora-2/text-to-video
        fal-ai/sora-2/image-to-video fal-ai/veo3.1 fal-ai/veo3.1/image-to-video fal-ai/vidu/q3/text-to-video fal-ai/wan/v2.7/text-to-video
        fal-ai/wan/v2.7/image-to-video xai/grok-imagine-video/text-to-video moonvalley/marey/t2v fal-ai/hunyuan-video-v1.5/text-to-video""",
    "audio": """fal-ai/elevenlabs/tts/eleven-v3 fal-ai/elevenlabs/sound-effects/v2 fal-ai/elevenlabs/music fal-ai/stable-audio-25/text-to-audio
        fal-ai/ace-step/prompt-to-audio fal-ai/minimax-music/v2 fal-ai/mmaudio-v2/text-to-audio fal-ai/lyria2 fal-ai/kokoro/american-english
        fal-ai/chatterbox/text-to-speech fal-ai/dia-tts sonauto/v2/text-to-music""",
}
"""Apps that have a row of their own, by kind."""
FIELD = re.compile(
    r"(?:/\*\*(?P<told>(?:(?!\*/)[\s\S])*)\*/\s*)?"
    r"^    (?P<name>[A-Za-z_]\w*)(?P<open>\?)?: (?P<type>[^\n]*(?:\n    {4,}[^\n]*|\n    \}[^\n]*)*);$",
    re.M,
)
USUAL = re.compile(r"Default value: `(.*?)`", re.S)


def packages(folder: Path) -> dict[str, tuple[str, str]]:
    """Version and text of each package by name."""
    found = {}
    for place in sorted(folder.iterdir()):
        name, _, version = place.name.replace("+", "/").rpartition("@")
        files = [file for file in sorted(place.resolve().rglob("*")) if file.suffix in READ and file.is_file()]
        found[name] = version, "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    return found


def offers() -> list[tuple[str, str]]:
    """Service and model of all offers, those for changing pictures too."""
    tables = [tomllib.loads((MODELS / name).read_text(encoding="utf-8")) for name in ("known.toml", "apps.toml", "listed.toml")]
    all_of = [offer for table in tables for card in table.values() for offer in card.get("offers", ())]
    return sorted({(offer["service"], model) for offer in all_of for model in (offer["model"], offer.get("edit")) if model})


def named(there: dict[str, tuple[str, str]], day: str) -> dict[str, Any]:
    """For each service: what was looked through, and by whom each model is named."""
    out: dict[str, Any] = {}
    for service, model in offers():
        looked = [name for name in PACKAGES.get(service, ()) if name in there]
        table = out.setdefault(service, {"looked": [f"{name} {there[name][0]}" for name in looked], "as_of": day, "models": {}})
        text = re.compile(rf"""(["'`]){re.escape(model)}\1""")
        if by := [f"{name} {there[name][0]}" for name in looked if text.search(there[name][1])]:
            table["models"][model] = by
    return out


def forms(text: str, wanted: set[str]) -> dict[str, Any]:
    """The inputs of apps as JSON schemas, from TypeScript's types: names, types, choices, defaults, which must be given."""
    types = dict(re.findall(r"^export type (\w+) = (\{\n[\s\S]*?\n\}|[^{\n]+);$", text, re.M))
    inputs = dict(re.findall(r'^    "([^"]+)": \{\n        input: (\w+);', text, re.M))
    return {app: form_of(types, inputs[app]) for app in sorted(wanted & set(inputs))}


def form_of(types: dict[str, str], name: str) -> dict[str, Any]:
    body = types.get(name, "{}")
    parts = [part.strip() for part in body.split("&")] if not body.startswith("{") else [body]
    properties: dict[str, Any] = {}
    required: list[str] = []
    for part in parts:
        if not part.startswith("{"):
            inner = form_of(types, part) if part in types else {"properties": {}}
            properties |= inner["properties"]
            required += inner.get("required", [])
            continue
        for field in FIELD.finditer(part):
            schema = schema_of(types, field["type"])
            if usual := USUAL.search(field["told"] or ""):
                schema |= default_of(usual[1])
            properties[field["name"]] = schema
            required += [] if field["open"] else [field["name"]]
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def schema_of(types: dict[str, str], written: str) -> dict[str, Any]:
    written = " ".join(written.split())
    choices = re.findall(r'"([^"]*)"', written)
    rest = [one.strip() for one in re.sub(r'"[^"]*"', "", written).split("|") if one.strip()]
    if written.startswith(("Array<", "{")) or any(one.startswith("Array<") for one in rest):
        return {"type": "array" if "Array<" in written else "object"}
    plain = [one for one in rest if one in ("string", "number", "boolean")]
    if choices and not rest:
        return {"type": "string", "enum": choices}
    if choices and not plain:
        return {"anyOf": [{"type": "object"}, {"type": "string", "enum": choices}]}
    if plain:
        return {"type": plain[0]}
    alias = types.get(rest[0], "") if rest else ""
    return schema_of(types, alias) if alias and not alias.startswith("{") else {"type": "object"}


def rows(there: set[str]) -> str:
    """apps.toml: a row for each of APPS that the package has and that no other row has."""
    known = tomllib.loads((MODELS / "known.toml").read_text(encoding="utf-8")) | tomllib.loads((MODELS / "listed.toml").read_text(encoding="utf-8"))
    had = {offer["model"] for card in known.values() for offer in card.get("offers", ())}
    lines = ["# Written by scripts/check_models.py: apps of fal by the forms that its own package has of them (forms.json). Their prices are not known here."]
    for kind, apps in APPS.items():
        for app in apps.split():
            if app not in there:
                raise SystemExit(f"{app} is not in {FORMS}")
            name = named_as(app)
            if app in had or name in known:
                continue
            lines += ["", f'["{name}"]', f'title = "{titled(name)}"', f'maker = "{maker_of(name)}"', f'kinds = ["{kind}"]']
            lines += [f'offers = [{{ service = "fal", model = "{app}" }}]']
    return "\n".join(lines) + "\n"


def named_as(app: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", app.removeprefix("fal-ai/").lower()).strip("-")


def default_of(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return {"default": value} if isinstance(value, str | int | float | bool) else {}


def written(table: dict[str, Any]) -> str:
    lines = ["# Written by scripts/check_models.py: which packages name a service's models. A model that none of those looked through names, has no row here."]
    for service, facts in sorted(table.items()):
        lines += ["", f"[{service}]", f"looked = {json.dumps(facts['looked'])}", f"as_of = {json.dumps(facts['as_of'])}", f"[{service}.models]"]
        lines += [f"{json.dumps(model)} = {json.dumps(by)}" for model, by in sorted(facts["models"].items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    there, day = packages(Path(sys.argv[1])), sys.argv[2]
    version, text = there[FORMS]
    (MODELS / "apps.toml").write_text(rows(set(re.findall(r'^    "([^"]+)": \{$', text, re.M))), encoding="utf-8")
    (MODELS / "named.toml").write_text(written(named(there, day)), encoding="utf-8")
    kept = {"source": f"{FORMS} {version}", "as_of": day, "fal": forms(text, {model for service, model in offers() if service == "fal"})}
    (MODELS / "forms.json").write_text(json.dumps(kept, separators=(",", ":"), sort_keys=True).replace('},"', '},\n"') + "\n", encoding="utf-8")
    print(f"{len(offers())} offers; {len(kept['fal'])} forms")

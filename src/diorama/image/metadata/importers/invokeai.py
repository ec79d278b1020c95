"""InvokeAI in its three forms: `invokeai_metadata` (3 and later), `sd-metadata` (2), `Dream` (1). The older two have negative words in [brackets]."""

from __future__ import annotations

import re
from typing import Any

from diorama.image.metadata.data import loads
from diorama.image.metadata.importers.told import Told, name, obj, side, whole, words
from diorama.image.metadata.texts import Texts

SAID = ("positive_prompt", "negative_prompt", "width", "height", "seed", "model")
DREAM = {"s": "steps", "S": "seed", "W": "width", "H": "height", "C": "cfg_scale", "A": "sampler"}
"""Options of the old command line."""


def read(texts: Texts) -> Told | None:
    return _third(texts) or _second(texts) or _first(texts)


def _third(texts: Texts) -> Told | None:
    data = obj(texts.named.get("invokeai_metadata", ""))
    if not data:
        return None
    raw: dict[str, Any] = {"invokeai": data}
    workflow = loads(texts.named.get("invokeai_workflow", ""))
    if workflow is not None:
        raw["invokeai_workflow"] = workflow
    more = {key: value for key, value in data.items() if key not in SAID}
    return Told(
        tool="InvokeAI", prompt=words(data.get("positive_prompt")), negative_prompt=words(data.get("negative_prompt")), width=side(data.get("width")),
        height=side(data.get("height")), seed=whole(data.get("seed")), model=name(data.get("model")), more={**more, **raw},
    )  # fmt: skip


def _second(texts: Texts) -> Told | None:
    data = obj(texts.named.get("sd-metadata", ""))
    image = data.get("image")
    if not isinstance(image, dict):
        return None
    said = image.get("prompt")
    parts = [one.get("prompt") if isinstance(one, dict) else one for one in (said if isinstance(said, list) else [said])]
    prompt, negative = _brackets(words(parts) or "")
    model = name(data.get("model_weights")) or name(data.get("model"))
    more = {key: image[key] for key in ("steps", "cfg_scale", "sampler") if key in image}
    return Told(
        tool="InvokeAI", prompt=prompt, negative_prompt=negative, width=side(image.get("width")), height=side(image.get("height")), seed=whole(image.get("seed")),
        model=model, more={**more, "invokeai": data},
    )  # fmt: skip


def _first(texts: Texts) -> Told | None:
    found = re.match(r'\s*"(.*)"((?:\s+-\w.*)?)\s*$', texts.named.get("Dream", ""), re.S)
    if not found:
        return None
    options = {DREAM[key]: value for key, value in re.findall(r"(?<!\S)-(\w)\s*(\S+)", found[2]) if key in DREAM}
    prompt, negative = _brackets(found[1])
    more = {key: options[key] for key in ("steps", "cfg_scale", "sampler") if key in options}
    return Told(tool="InvokeAI", prompt=prompt, negative_prompt=negative, width=side(options.get("width")), height=side(options.get("height")), seed=whole(options.get("seed")), more=more)


def _brackets(text: str) -> tuple[str, str | None]:
    """Words, and those in brackets."""
    negative = [part.strip(" ,") for part in re.findall(r"\[([^\[\]]*)\]", text)]
    return re.sub(r"\s*\[[^\[\]]*\]", "", text).strip(" ,"), ", ".join(part for part in negative if part) or None

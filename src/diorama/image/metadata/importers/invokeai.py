"""InvokeAI in its three forms: `invokeai_metadata` (3 and later), `sd-metadata` (2), `Dream` (1). The older two have negative words in [brackets]."""

from __future__ import annotations

import re
from typing import Any

from diorama.image.metadata.data import loads
from diorama.image.metadata.importers.told import Told, name, obj, told_by, words
from diorama.image.metadata.texts import Texts

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
    return told_by("InvokeAI", data, {"prompt": "positive_prompt"}, more=raw)


def _second(texts: Texts) -> Told | None:
    data = obj(texts.named.get("sd-metadata", ""))
    image = data.get("image")
    if not isinstance(image, dict):
        return None
    said = image.get("prompt")
    parts = [one.get("prompt") if isinstance(one, dict) else one for one in (said if isinstance(said, list) else [said])]
    prompt, negative = _brackets(words(parts) or "")
    model = name(data.get("model_weights")) or name(data.get("model"))
    return told_by("InvokeAI", image, prompt=prompt, negative_prompt=negative, model=model, more={"invokeai": data})


def _first(texts: Texts) -> Told | None:
    found = re.match(r'\s*"(.*)"((?:\s+-\w.*)?)\s*$', texts.named.get("Dream", ""), re.S)
    if not found:
        return None
    options = {DREAM[key]: value for key, value in re.findall(r"(?<!\S)-(\w)\s*(\S+)", found[2]) if key in DREAM}
    prompt, negative = _brackets(found[1])
    return told_by("InvokeAI", options, prompt=prompt, negative_prompt=negative)


def _brackets(text: str) -> tuple[str, str | None]:
    """Words, and those in brackets."""
    negative = [part.strip(" ,") for part in re.findall(r"\[([^\[\]]*)\]", text)]
    return re.sub(r"\s*\[[^\[\]]*\]", "", text).strip(" ,"), ", ".join(part for part in negative if part) or None

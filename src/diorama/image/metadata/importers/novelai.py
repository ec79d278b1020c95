"""NovelAI: text chunks with the settings as JSON in `Comment`, the same as one object in EXIF, or hidden in the picture's transparency."""

from __future__ import annotations

from typing import Any

from diorama.image.metadata.importers.told import Told, obj, told_by, words
from diorama.image.metadata.texts import Texts


def read(texts: Texts) -> Told | None:
    named = texts.named if "Comment" in texts.named else obj(texts.parameters)
    data = named.get("Comment")
    settings = data if isinstance(data, dict) else obj(data) if isinstance(data, str) else {}
    if named.get("Software") != "NovelAI" and not {"uc", "sampler"} <= set(settings):
        return None
    prompt = _caption(settings.get("v4_prompt")) or words(settings.get("prompt")) or words(named.get("Description"))
    negative = _caption(settings.get("v4_negative_prompt")) or words(settings.get("uc"))
    model = words(named.get("Source"))
    return told_by("NovelAI", settings, {"negative_prompt": "uc"}, prompt=prompt, negative_prompt=negative, model=model, more={"novelai": settings})


def _caption(data: Any) -> str | None:
    """The words of version 4: of the whole, then of each character."""
    caption = data.get("caption") if isinstance(data, dict) else None
    if not isinstance(caption, dict):
        return None
    characters = caption.get("char_captions")
    parts = [caption.get("base_caption"), *(one.get("char_caption") for one in (characters if isinstance(characters, list) else ()) if isinstance(one, dict))]
    return words(parts)

"""SwarmUI: one JSON object with `sui_image_params`, where A1111 has its text; in old files in EXIF's Model."""

from __future__ import annotations

from diorama.image.metadata import exif
from diorama.image.metadata.importers.told import Told, obj, told_by
from diorama.image.metadata.texts import Texts


def read(texts: Texts) -> Told | None:
    for text in (texts.parameters, texts.exif.get(exif.MODEL, "")):
        data = obj(text)
        params = data.get("sui_image_params")
        if isinstance(params, dict):
            return told_by("SwarmUI", params, {"negative_prompt": "negativeprompt"}, more={"swarmui": data})
    return None

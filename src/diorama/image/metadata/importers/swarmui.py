"""SwarmUI: one JSON object with `sui_image_params`, where A1111 has its text; in old files in EXIF's Model."""

from __future__ import annotations

from diorama.image.metadata import exif
from diorama.image.metadata.importers.told import Told, name, obj, side, whole, words
from diorama.image.metadata.texts import Texts

SAID = ("prompt", "negativeprompt", "width", "height", "seed", "model")


def read(texts: Texts) -> Told | None:
    for text in (texts.parameters, texts.exif.get(exif.MODEL, "")):
        data = obj(text)
        params = data.get("sui_image_params")
        if isinstance(params, dict):
            more = {key: value for key, value in params.items() if key not in SAID}
            return Told(
                tool="SwarmUI", prompt=words(params.get("prompt")), negative_prompt=words(params.get("negativeprompt")), width=side(params.get("width")),
                height=side(params.get("height")), seed=whole(params.get("seed")), model=name(params.get("model")), more={**more, "swarmui": data},
            )  # fmt: skip
    return None

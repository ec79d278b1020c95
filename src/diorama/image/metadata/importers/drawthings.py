"""Draw Things: one JSON object in XMP's UserComment; `c` are the words, `uc` the negative ones."""

from __future__ import annotations

from diorama.image.metadata import xmp
from diorama.image.metadata.importers.told import Told, obj, side, told_by
from diorama.image.metadata.texts import Texts

COMMENT = "{http://ns.adobe.com/exif/1.0/}UserComment"


def read(texts: Texts) -> Told | None:
    data = obj(texts.xmp.get(COMMENT, ""))
    if "c" not in data or texts.xmp.get(xmp.TOOL) != "Draw Things":
        return None
    width, _, height = str(data.get("size", "")).partition("x")
    return told_by("Draw Things", data, {"prompt": "c", "negative_prompt": "uc"}, width=side(width), height=side(height), more={"drawthings": data})

"""Fooocus: one JSON object where A1111 has its text, with its scheme beside it; before 2.2 in a comment."""

from __future__ import annotations

import re
from typing import Any

from diorama.image.metadata.importers.told import Told, obj, side, told_by, words
from diorama.image.metadata.texts import Texts


def read(texts: Texts) -> Told | None:
    for text in (texts.parameters, texts.named.get("Comment", ""), texts.named.get("comment", "")):
        data = obj(text)
        if "base_model" in data and "prompt" in data:
            return told_by(words(data.get("version")) or "Fooocus", data, {"model": "base_model"}, **_size(data), more={"fooocus": data})
    return None


def _size(data: dict[str, Any]) -> dict[str, int | None]:
    """`resolution` is "(1152, 896)"."""
    found = re.fullmatch(r"\D*(\d{1,6})\D+(\d{1,6})\D*", str(data.get("resolution", "")))
    return {"width": side(found[1]), "height": side(found[2])} if found else {}

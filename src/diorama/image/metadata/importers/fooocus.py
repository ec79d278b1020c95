"""Fooocus: one JSON object where A1111 has its text, with its scheme beside it; before 2.2 in a comment."""

from __future__ import annotations

import re
from typing import Any

from diorama.image.metadata.importers.told import Told, name, obj, side, whole, words
from diorama.image.metadata.texts import Texts

SAID = ("prompt", "negative_prompt", "resolution", "width", "height", "seed", "base_model")


def read(texts: Texts) -> Told | None:
    for text in (texts.parameters, texts.named.get("Comment", ""), texts.named.get("comment", "")):
        data = obj(text)
        if "base_model" in data and "prompt" in data:
            width, height = _size(data)
            more = {key: value for key, value in data.items() if key not in SAID}
            return Told(
                tool=words(data.get("version")) or "Fooocus", prompt=words(data["prompt"]), negative_prompt=words(data.get("negative_prompt")), width=width, height=height,
                seed=whole(data.get("seed")), model=name(data["base_model"]), more={**more, "fooocus": data},
            )  # fmt: skip
    return None


def _size(data: dict[str, Any]) -> tuple[int | None, int | None]:
    """`resolution` is "(1152, 896)"."""
    found = re.fullmatch(r"\D*(\d{1,6})\D+(\d{1,6})\D*", str(data.get("resolution", "")))
    return (side(found[1]), side(found[2])) if found else (side(data.get("width")), side(data.get("height")))

"""What one program says of a picture, and the values that such programs write."""

from __future__ import annotations

import re
from typing import Any

from diorama.image.metadata.data import loads
from diorama.scene.base import Model


class Told(Model):
    """What is None or empty was not said."""

    tool: str | None = None
    prompt: str | None = None
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    seed: int | None = None
    model: str | None = None
    more: dict[str, Any] = {}
    """What else it says, by its own names (JSON data)."""

    def data(self) -> dict[str, Any]:
        """As one flat dictionary, with `size` as "512x768"."""
        size = f"{self.width}x{self.height}" if self.width and self.height else None
        fields = {"tool": self.tool, "prompt": self.prompt, "negative_prompt": self.negative_prompt or None, "seed": self.seed, "size": size, "model": self.model}
        said = {key: value for key, value in fields.items() if value is not None}
        return {**said, **self.more, **said}


FIELDS = {"prompt": "prompt", "negative_prompt": "negative_prompt", "width": "width", "height": "height", "seed": "seed", "model": "model"}
"""By what names a program's object says what everybody says; programs that have others replace them."""


def told_by(tool: str, data: dict[str, Any], names: dict[str, str] | None = None, **given: Any) -> Told:
    """What an object of settings says; `given` are fields read elsewhere, and `more` what is added to the settings that are left."""
    named = FIELDS | (names or {})
    read = {"prompt": words, "negative_prompt": words, "width": side, "height": side, "seed": whole, "model": name}
    said = {field: read[field](data.get(key)) for field, key in named.items()}
    left = {key: value for key, value in data.items() if key not in named.values()}
    fields: dict[str, Any] = {"tool": tool, **said, **given, "more": {**left, **given.get("more", {})}}
    return Told(**fields)


def obj(text: str) -> dict[str, Any]:
    """A JSON object; empty where it is none."""
    data = loads(text) if text.lstrip().startswith("{") else None
    return data if isinstance(data, dict) else {}


def words(value: Any) -> str | None:
    """Text out of a value that should be one, or a list of them."""
    if isinstance(value, list | tuple):
        parts = [part for part in map(words, value) if part]
        return "\n".join(parts) or None
    return value.strip() or None if isinstance(value, str) else None


def whole(value: Any) -> int | None:
    """A whole number out of a number or text; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"\s*\d{1,20}(?:\.0*)?\s*", value):
        return int(value.split(".")[0])
    return value if isinstance(value, int) else None


def side(value: Any) -> int | None:
    """A whole number of pixels."""
    pixels = whole(value)
    return pixels if pixels and 0 < pixels < 1_000_000 else None


def name(value: Any) -> str | None:
    """The name of a model, out of text or of an object that describes it."""
    if isinstance(value, dict):
        return next((found for key in ("name", "model_name", "key") if (found := words(value.get(key)))), None)
    return words(value) if isinstance(value, str) else None

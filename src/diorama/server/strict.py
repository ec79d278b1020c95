"""The base of what requests bring as JSON: nothing is guessed from another type, and an unknown field is an error."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, model_validator

from diorama.scene.base import Model


def whole_numbers(data: Any) -> Any:
    """JSON has one kind of number: 1.0 is 1."""
    if not isinstance(data, dict):
        return data
    return {key: int(value) if isinstance(value, float) and value.is_integer() else value for key, value in data.items()}


class StrictModel(Model):
    model_config = ConfigDict(strict=True)

    _whole = model_validator(mode="before")(whole_numbers)

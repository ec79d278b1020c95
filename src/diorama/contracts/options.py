"""An engine's own options, as a model: what they are called, what they may be, what each is for. Unknown ones are errors."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from diorama.errors import RequestError
from diorama.recipe import OPTION
from diorama.scene.base import Model


class Options(Model):
    """None at all; engines that have some derive from it. Every field has a default."""


def checked(model: type[Options], options: Mapping[str, OPTION]) -> dict[str, OPTION]:
    """The options that were given, as the model has them. Raises RequestError with the name of the wrong one and what is allowed."""
    try:
        return model.model_validate(dict(options)).model_dump(exclude_unset=True)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        where = f"options.{name}" if name else "options"
        if first["type"] == "extra_forbidden":
            there = ", ".join(model.model_fields) or "none"
            raise RequestError(f"there is no option {name!r}", where=where, hint=f"there are: {there}") from None
        raise RequestError(f"{first['input']!r:.80}: {first['msg']}", where=where, hint=_allowed(model, name)) from None


def _allowed(model: type[Options], name: str) -> str | None:
    """What an option may be, in words: what it is for, and its bounds."""
    if name not in model.model_fields:
        return None
    told = model.model_json_schema()["properties"][name]
    kinds = [kind for kind in told.get("anyOf", [told]) if kind.get("type") != "null"]
    bounds = {"exclusiveMinimum": "above {}", "minimum": "from {}", "exclusiveMaximum": "below {}", "maximum": "to {}"}
    said = [text.format(f"{kind[key]:g}") for kind in kinds for key, text in bounds.items() if key in kind]
    return ": ".join(filter(None, (told.get("description"), " ".join(said)))) or None

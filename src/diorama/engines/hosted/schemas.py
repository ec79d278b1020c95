"""JSON schemas of models: read, and made into an engine's options."""

from __future__ import annotations

import keyword
from collections.abc import Set
from typing import Any, Literal

from pydantic import Field, create_model

from diorama.contracts import Options

PLAIN: dict[str, Any] = {"string": str, "number": float, "integer": int, "boolean": bool}
NEVER = {"sync_mode", "webhook", "webhook_events_filter", "num_images", "num_outputs", "n", "enable_websocket"}
"""Inputs that decide how many pictures come, or how they are sent: that is settled here."""


def properties_of(schema: dict[str, Any] | None) -> dict[str, dict[str, Any]]:
    """The inputs of a schema by name, each with what it refers to put in."""
    if not schema:
        return {}
    definitions = schema.get("$defs") or schema.get("definitions") or {}
    return {name: _whole(one, definitions) for name, one in (schema.get("properties") or {}).items() if isinstance(one, dict)}


def options_of(schema: dict[str, Any], leave: Set[str], base: type[Options] = Options) -> type[Options]:
    """The inputs of a schema, but for those left out, as options: plain values as they are, lists and objects as JSON text. All may be left open."""
    fields: dict[str, Any] = {}
    for name, one in properties_of(schema).items():
        if name not in leave | NEVER and name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("_"):
            kind, limits = _kind(one)
            fields[name] = (kind | None, Field(default=None, description=str(one.get("description", ""))[:300] or None, **limits))
    return create_model("ModelOptions", __base__=base, **fields)


def _kind(one: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    several = [one, *one.get("anyOf", ()), *one.get("allOf", ()), *one.get("oneOf", ())]
    values = [value for part in several for value in part.get("enum", ()) if isinstance(value, str | int | bool)]
    if values:
        return Literal[tuple(values)], {}
    several = [{**part, "type": next((one for one in part["type"] if one != "null"), None)} if isinstance(part.get("type"), list) else part for part in several]
    found = next((part for part in several if part.get("type") in PLAIN), None)
    if found is None:
        return str, {"json_schema_extra": {"contentMediaType": "application/json"}}
    kind = str(found["type"])
    if kind not in ("number", "integer"):
        return PLAIN[kind], {}
    return PLAIN[kind], {ours: found[theirs] for ours, theirs in (("ge", "minimum"), ("le", "maximum")) if isinstance(found.get(theirs), int | float)}


def _whole(one: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """With `$ref`s, wherever they point in the document, replaced."""
    one = dict(one)
    name = str(one.pop("$ref", "")).rpartition("/")[2]
    if name:
        one = {**definitions.get(name, {}), **one}
    for way in ("anyOf", "allOf", "oneOf"):
        if way in one:
            one[way] = [{**definitions.get(str(part.get("$ref", "")).rpartition("/")[2], {}), **part} for part in one[way]]
    return one

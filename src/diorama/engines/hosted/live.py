"""Schemas of models from their services, kept for a week; without a key or a network, the kept one, however old, else the catalogue's, or none."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from diorama.errors import DioramaError
from diorama.image.files import write_whole
from diorama.models import Offer, form

FRESH = 7 * 24 * 3600.0


def schema_of(offer: Offer) -> dict[str, Any] | None:
    """The JSON schema of a model's inputs as it was last read, else as the catalogue has it (marked `x-snapshot`); None where nobody has it."""
    path = _path(offer.service, offer.model)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        snapshot = form(offer.service, offer.model)
        return None if snapshot is None else {**snapshot, "x-snapshot": True}


def keep(offer: Offer, schema: dict[str, Any]) -> None:
    write_whole(_path(offer.service, offer.model), json.dumps(schema).encode())


def read(offer: Offer, ask: Callable[[str], Any]) -> dict[str, Any] | None:
    """The schema of a model's inputs, asked of its service and kept; the kept one where it does not answer. `ask`: GET with the key, as JSON."""
    if fresh(offer):
        return schema_of(offer)
    try:
        found = READERS[offer.service](offer.model, ask)
    except (DioramaError, KeyError, TypeError, ValueError, StopIteration):
        return schema_of(offer)
    keep(offer, found)
    return found


def _replicate(model: str, ask: Callable[[str], Any]) -> dict[str, Any]:
    """`latest_version.openapi_schema`, or that of the version that is named."""
    name, _, version = model.partition(":")
    found = ask(f"models/{name}/versions/{version}")["openapi_schema"] if version else ask(f"models/{name}")["latest_version"]["openapi_schema"]
    schemas = found["components"]["schemas"]
    return {**schemas["Input"], "definitions": {one: part for one, part in schemas.items() if one not in ("Input", "Output")}}


def _fal(model: str, ask: Callable[[str], Any]) -> dict[str, Any]:
    """The OpenAPI document of an app: what is posted to it."""
    found = ask(f"api/openapi/queue/openapi.json?endpoint_id={model}")
    schemas = found["components"]["schemas"]
    posted = next(path["post"] for path in found["paths"].values() if "post" in path)
    reference = posted["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    return {**schemas[reference], "definitions": {one: part for one, part in schemas.items() if one != reference}}


def _openrouter(model: str, ask: Callable[[str], Any]) -> dict[str, Any]:
    """`supported_parameters`, as a schema."""
    found = next(one for one in ask("images/models")["data"] if one["id"] == model)
    kinds = {"boolean": {"type": "boolean"}, "range": {"type": "number"}, "enum": {"type": "string"}}
    properties = {}
    for name, told in found["supported_parameters"].items():
        more = {theirs: told[ours] for ours, theirs in (("min", "minimum"), ("max", "maximum"), ("values", "enum")) if ours in told}
        properties[name] = {**kinds.get(told.get("type"), {"type": "string"}), **more}
    return {"type": "object", "properties": properties}


READERS: dict[str, Callable[[str, Callable[[str], Any]], dict[str, Any]]] = {"replicate": _replicate, "fal": _fal, "openrouter": _openrouter}


def fresh(offer: Offer) -> bool:
    path = _path(offer.service, offer.model)
    return path.exists() and time.time() - path.stat().st_mtime < FRESH


def _path(service: str, model: str) -> Path:
    return user_cache_path("diorama") / "schemas" / service / (hashlib.sha256(model.encode()).hexdigest()[:24] + ".json")

"""Schemas of models from their services, kept for a week; without a key or a network, the kept one, however old, or none."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from diorama.image.files import write_whole
from diorama.models import Offer

FRESH = 7 * 24 * 3600.0


def schema_of(offer: Offer) -> dict[str, Any] | None:
    """The JSON schema of a model's inputs as it was last read; None where nobody has read it."""
    path = _path(offer.service, offer.model)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def keep(offer: Offer, schema: dict[str, Any]) -> None:
    write_whole(_path(offer.service, offer.model), json.dumps(schema).encode())


def fresh(offer: Offer) -> bool:
    path = _path(offer.service, offer.model)
    return path.exists() and time.time() - path.stat().st_mtime < FRESH


def _path(service: str, model: str) -> Path:
    return user_cache_path("diorama") / "schemas" / service / (hashlib.sha256(model.encode()).hexdigest()[:24] + ".json")

"""JSON that others wrote, as data that any program can read again."""

from __future__ import annotations

import json
import math
from typing import Any


def loads(text: str) -> Any:
    """JSON as data that can be written again: NaN and infinities (which Python programs write) become null. None where it is no JSON."""
    try:
        return sound(json.loads(text)) if text else None
    except (ValueError, RecursionError):
        return None


def sound(data: Any) -> Any:
    """JSON data without numbers and half characters that JSON cannot hold."""
    if isinstance(data, float):
        return data if math.isfinite(data) else None
    if isinstance(data, str):
        return data.encode("utf-8", "replace").decode()
    if isinstance(data, dict):
        return {sound(str(key)): sound(value) for key, value in data.items()}
    return [sound(item) for item in data] if isinstance(data, list | tuple) else data

"""What the server signs and knows again: a sign-in that has begun. Links have their own (`links.py`)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from diorama.server.secret import key_of
from diorama.server.state import AppState


def signed(app_state: AppState, use: str, facts: dict[str, Any]) -> str:
    """Facts for one use, signed with this server's key: text that `opened` reads."""
    told = base64.urlsafe_b64encode(json.dumps(facts).encode()).decode().rstrip("=")  # a cookie with = in it is quoted
    return f"{told}.{_mark(app_state, use, told)}"


def opened(app_state: AppState, use: str, text: str | None) -> dict[str, Any] | None:
    """What was signed for this use; None where it was not."""
    told, _, mark = (text or "").rpartition(".")
    if not told or not hmac.compare_digest(mark.encode(), _mark(app_state, use, told).encode()):
        return None
    return json.loads(base64.urlsafe_b64decode(told + "=" * (-len(told) % 4)))


def _mark(app_state: AppState, use: str, told: str) -> str:
    return hmac.new(key_of(app_state), f"{use}\n{told}".encode(), hashlib.sha256).hexdigest()

"""What the server signs and knows again: a session in a cookie, a sign-in that has begun.

A session is what was found at sign-in, signed: every server of a database knows it, and it ends by itself. Changing the key of links ends all.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any

from diorama.errors import RequestError
from diorama.server.auth import Owner
from diorama.server.secret import key_of
from diorama.server.state import AppState

SESSION = "ses_"
"""What a cookie begins with that is no token, but what a provider of identities said."""


def owner_of(app_state: AppState, cookie: str) -> Owner | None:
    """Whose session a cookie is; None: nobody's, or it has ended."""
    facts = opened(app_state, "session", cookie.removeprefix(SESSION))
    if facts is None or facts["until"] < time.time() or app_state.settings.oidc_issuer is None:
        return None
    try:
        team = app_state.tokens.team(facts["team"])
    except RequestError:  # the team is gone, and its limits with it: who it was for signs in again
        return None
    return Owner(name=facts["name"], shown=facts["shown"], admin=facts["admin"], team=team)


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

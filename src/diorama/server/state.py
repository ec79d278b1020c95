"""What every route works with: settings, studio, queue, tokens, and what is kept while the server runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Request

from diorama.jobs import Queue
from diorama.server.auth import Tokens
from diorama.server.metrics import Metrics
from diorama.studio import Settings, Studio


@dataclass
class AppState:
    settings: Settings
    studio: Studio
    queue: Queue
    tokens: Tokens
    closed: bool
    """Ask everybody for a token."""
    metrics: Metrics = field(default_factory=Metrics)
    stopping: bool = False
    key: bytes | None = field(default=None, repr=False)
    """By which it signs: `secret.key_of`."""
    provider: Any = field(default=None, repr=False)
    """Of identities: `oidc.Provider`, once somebody signs in with it."""


def of(request: Request) -> AppState:
    return request.app.state.app_state


AppStateOf = Annotated[AppState, Depends(of)]

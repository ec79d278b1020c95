"""/api/audit: who changed what, for admins. Left out of the OpenAPI document: it is for whoever keeps the server running."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from diorama.jobs.audit import Line
from diorama.scene.base import Model
from diorama.server.context import AdminOf
from diorama.server.state import AppStateOf

router = APIRouter(prefix="/api/audit", include_in_schema=False)


class Lines(Model):
    lines: tuple[Line, ...]
    next: int | None
    """The id to go on before, where there may be more."""


@router.get("")
def list_lines(
    app_state: AppStateOf, _: AdminOf, who: Annotated[str | None, Query(max_length=40)] = None, before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Lines:  # fmt: skip
    """Newest first."""
    lines = tuple(app_state.queue.audit.list(who, before, limit))
    return Lines(lines=lines, next=lines[-1].id if len(lines) == limit else None)

"""/healthz, /readyz, /metrics: for whoever keeps it running."""

from __future__ import annotations

import shutil

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from diorama import __version__
from diorama.errors import DioramaError
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.state import AppStateOf

router = APIRouter(tags=["operation"])

LEAST_ROOM = 200_000_000
"""Bytes of free disk below which it is not ready: a picture could not be kept."""


class Health(Model):
    ok: bool
    version: str = __version__


class Ready(Model):
    ok: bool
    checks: dict[str, str]
    """What was looked at: "ok", or what is wrong."""


@router.get("/healthz", operation_id="health")
async def health() -> Health:
    """The process answers."""
    return Health(ok=True)


@router.get("/readyz", operation_id="ready", responses={503: {"model": Ready, "description": "Not ready: `checks` says why"}})
def ready(app_state: AppStateOf) -> Ready:
    """It can make pictures and keep them."""
    checks = {"server": "stopping" if app_state.stopping else "ok", "worker": "ok" if app_state.queue.worker.alive else "not running"}
    checks["disk"] = "ok" if shutil.disk_usage(app_state.settings.home).free > LEAST_ROOM else "nearly full"
    engine = lambda: app_state.studio.engine(app_state.settings.engine)  # noqa: E731
    for name, look in (("jobs", app_state.queue.store.counts), ("history", app_state.studio.history.count), ("engine", engine)):
        try:
            look()
            checks[name] = "ok"
        except DioramaError as wrong:
            checks[name] = wrong.message
    ok = all(state == "ok" for state in checks.values())
    told = Ready(ok=ok, checks=checks)
    return told if ok else JSONResponse(told.model_dump(), 503)  # type: ignore[return-value]


@router.get("/metrics", operation_id="metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}, "description": "Prometheus text"}})
def metrics(app_state: AppStateOf, _: OwnerOf) -> Response:
    return Response(app_state.metrics.text(), media_type="text/plain; version=0.0.4")

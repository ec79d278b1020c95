"""/api/workers: what workers on other machines ask and bring (`diorama worker`), and who they are. Left out of the OpenAPI document: both ends are ours.

A worker's token opens these doors and no others; nobody else's token opens them. A file is given out only to who holds a job that goes by it.
"""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Header, Path, Query, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError

from diorama.errors import RequestError
from diorama.jobs.remote import Beat, Brought, Failed, Goes, Known, Name, Offer, Taken, Told
from diorama.scene.base import Model
from diorama.server.auth import Owner
from diorama.server.context import AdminOf, worker
from diorama.server.state import AppStateOf
from diorama.server.errors import Refusal
from diorama.server.jobs import Id
from diorama.server.sse import listening

router = APIRouter(prefix="/api/workers", include_in_schema=False)

LONGEST_WAIT = 25.0
"""Seconds for which an asking worker is kept on the line."""
LOOK = 0.5
"""Seconds after which it is looked whether the worker is still there, and whether a job kept for another is to be waited for no longer."""
LARGEST_PREVIEW = 4 << 20
"""Bytes."""
MOST_FILES = 16
WorkerOf = Annotated[Owner, Depends(worker)]
Claim = Annotated[str, Header(alias="x-diorama-claim", pattern=r"^[0-9a-f]{32}$")]
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


class Workers(Model):
    workers: list[Known]


@router.post("/take", response_model=None)
async def take(
    offer: Offer, app_state: AppStateOf, who: WorkerOf, request: Request, wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0.0,
) -> Taken | Response:
    """The next job; 204 where there is none for so long; 410 where the worker is to go home."""
    remote = app_state.queue.remote
    end = time.monotonic() + wait
    if await run_in_threadpool(remote.seen, offer):
        raise Refusal(410, "this worker takes no more jobs", code="draining", hint="POST /api/workers/NAME/resume")
    remote.asks(offer.worker)
    with listening(app_state.queue, owner=f"worker:{offer.worker}") as ear:
        try:
            while True:
                left = 0.0 if remote.gone(offer.worker) else end - time.monotonic()
                taken = None if remote.gone(offer.worker) else await run_in_threadpool(remote.take, offer, max(0.0, left))
                if taken is not None or left <= 0 or ear.closed or app_state.stopping:
                    break
                await ear.changes(min(left, LOOK))
            if taken is not None and await request.is_disconnected():
                await run_in_threadpool(remote.release, taken.id, taken.claim)
                taken = None
        finally:
            await run_in_threadpool(remote.leave, offer.worker)
    return Response(status_code=204) if taken is None else taken


class Leaving(Model):
    worker: Name


@router.post("/jobs/none", status_code=204)
def leave(leaving: Leaving, app_state: AppStateOf, _: WorkerOf) -> None:
    """It takes no more: what asks in its name is answered at once."""
    app_state.queue.remote.goes(leaving.worker)


@router.get("")
def list_workers(app_state: AppStateOf, _: AdminOf) -> Workers:
    return Workers(workers=list(app_state.queue.remote.workers()))


@router.post("/{name}/drain", status_code=204)
def drain(name: str, app_state: AppStateOf, who: AdminOf) -> None:
    """It finishes what it has and goes home."""
    app_state.queue.remote.drain(name)


@router.post("/{name}/resume", status_code=204)
def resume(name: str, app_state: AppStateOf, who: AdminOf) -> None:
    app_state.queue.remote.drain(name, False)


@router.post("/jobs/{id}/beat")
def beat(id: Id, beat: Beat, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> Goes:
    return app_state.queue.remote.beat(id, claim, beat)


@router.post("/jobs/{id}/told", status_code=204)
def told(id: Id, told: Told, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> None:
    app_state.queue.remote.told(id, claim, told)


@router.put("/jobs/{id}/previews/{index}", status_code=204)
async def preview(id: Id, index: Annotated[int, Path(ge=0, le=10_000)], claim: Claim, app_state: AppStateOf, _: WorkerOf, request: Request) -> None:
    data = await request.body()
    if len(data) > LARGEST_PREVIEW:
        raise Refusal(413, "the preview is too large", hint=f"{LARGEST_PREVIEW >> 20} MiB at most")
    await run_in_threadpool(app_state.queue.remote.preview, id, claim, index, data)


@router.get("/jobs/{id}/inputs/{digest}")
def get_input(id: Id, digest: Digest, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> Response:
    return Response(app_state.queue.remote.input(id, claim, digest), media_type="application/octet-stream")


def _brought(text: str) -> Brought:
    try:
        return Brought.model_validate_json(text)
    except ValidationError as wrong:
        raise RequestError(f"what comes with the picture cannot be read: {wrong.errors()[0]['msg']}", where="brought") from None


class Kept(Model):
    picture: str


@router.post("/jobs/{id}/picture")
def bring(
    id: Id, claim: Claim, app_state: AppStateOf, _: WorkerOf, brought: Annotated[str, Form(max_length=8_000_000)], picture: Annotated[UploadFile, File()],
    passes: Annotated[UploadFile | None, File()] = None, files: Annotated[list[UploadFile] | None, File(max_length=MOST_FILES)] = None,
    inputs: Annotated[list[UploadFile] | None, File(max_length=MOST_FILES)] = None,
) -> Kept:  # fmt: skip
    """The picture, kept once: brought again, the answer is the same."""
    facts = _brought(brought)
    read = [one.file.read() for one in files or ()]
    given = [one.file.read() for one in inputs or ()]
    entry = app_state.queue.remote.finish(id, claim, facts, picture.file.read(), None if passes is None else passes.file.read(), read, given)
    return Kept(picture=entry.id)


class Surveyed(Model):
    """What a job's pieces have in common."""

    recipe: str


@router.post("/jobs/{id}/pieces", status_code=204)
def divide(id: Id, surveyed: Surveyed, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> None:
    """The job is settled, and made in pieces from now on."""
    app_state.queue.remote.divide(id, claim, surveyed.recipe)


@router.post("/jobs/{id}/piece", status_code=204)
def bring_piece(id: Id, claim: Claim, app_state: AppStateOf, _: WorkerOf, file: Annotated[UploadFile, File()]) -> None:
    """A piece, which is all that is wanted of this job."""
    app_state.queue.remote.piece(id, claim, file.file.read())


@router.post("/jobs/{id}/beside")
def bring_beside(
    id: Id, claim: Claim, app_state: AppStateOf, _: WorkerOf, brought: Annotated[str, Form(max_length=8_000_000)], picture: Annotated[UploadFile, File()],
) -> Kept:  # fmt: skip
    """A picture that was made for the job and is not the best of them."""
    return Kept(picture=app_state.queue.remote.beside(id, claim, _brought(brought), picture.file.read()).id)


@router.post("/jobs/{id}/failed", status_code=204)
def failed(id: Id, failed: Failed, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> None:
    app_state.queue.remote.failed(id, claim, failed)


@router.post("/jobs/{id}/release", status_code=204)
def release(id: Id, claim: Claim, app_state: AppStateOf, _: WorkerOf) -> None:
    app_state.queue.remote.release(id, claim)

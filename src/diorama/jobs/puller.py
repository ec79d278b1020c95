"""A worker on another machine: takes jobs from a server over HTTP, makes them with the engines that are here, brings the pictures back.

No disk is shared: what a job goes by is fetched, what is made is sent, while the next one is being made: a slot is never more than one picture behind. A lost
line is waited out; where the lease runs out meanwhile another makes the picture, and what this one brings too late is refused.
"""

from __future__ import annotations

import io
import logging
import os
import platform
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import numpy as np

from diorama import contracts, telemetry
from diorama.contracts import Cancel, Event
from diorama.errors import Cancelled, DioramaError, EngineUnreachable, JobConflict, RequestError
from diorama.image import encode
from diorama.jobs.keep import KEPT_PASSES
from diorama.jobs.remote import Beat, Brought, Failed, Goes, Offer, Taken, Told, report_of
from diorama.recipe import Recipe, load
from diorama.studio import Rendered, Settings, Studio
from diorama.studio import pieces as in_pieces
from diorama.studio.trial import tried

WAIT = 20.0
"""Seconds for which the server keeps an asking worker on the line."""
BEAT = 1.0
"""Seconds between signs of life: a cancelled job is stopped within so long."""
AGAIN = (0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds between tries to reach the server; the last one goes on."""
PREVIEW_SIDE = 768

T = TypeVar("T")
log = logging.getLogger("diorama.worker")


class Line:
    """The server, as a worker asks it."""

    def __init__(self, server: str, token: str | None, *, insecure: bool = False):
        """Raises RequestError for an address that is none, or that others on the way could read."""
        try:
            parts = urlsplit(server)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RequestError("not the address of a server", where="server", hint="https://studio.example")
        if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1") and not insecure:
            raise RequestError(
                "the token would go over the network in the clear", where="server", hint="use https://, or --insecure inside a network of your own"
            )
        headers = {"authorization": f"Bearer {token}"} if token else {}
        self.http = httpx.Client(base_url=server.rstrip("/"), headers=headers, timeout=httpx.Timeout(60, connect=10))

    def ask(self, method: str, path: str, *, claim: str = "", give_up: Callable[[], bool] = lambda: False, **more: Any) -> httpx.Response:
        """An answer, whatever it takes: while the server cannot be reached or is overcharged it is asked again, until `give_up`. Raises JobConflict for what
        is not this worker's any more, Cancelled for giving up, RequestError for what the server refuses."""
        headers = {"x-diorama-claim": claim} if claim else {}
        if trace := telemetry.traceparent():
            headers[telemetry.HEADER] = trace
        for tries in range(1_000_000):
            try:
                answer = self.http.request(method, "/api/workers" + path, headers=headers, **more)
            except httpx.TransportError as wrong:
                problem = str(wrong) or type(wrong).__name__
            else:
                if answer.status_code < 400 or answer.status_code == 410:
                    return answer
                if answer.status_code in (404, 409):
                    raise JobConflict(_message(answer), where=path)
                if answer.status_code not in (408, 425, 429) and answer.status_code < 500:
                    raise RequestError(
                        f"the server refuses: {_message(answer)}",
                        where=str(answer.status_code),
                        hint="`diorama token add NAME --worker` makes a worker's token",
                    )
                problem = f"{answer.status_code} {_message(answer)}"
            if tries == 2:
                log.warning("the server cannot be reached: %s", problem)
            pause = time.monotonic() + AGAIN[min(tries, len(AGAIN) - 1)]
            while time.monotonic() < pause:
                if give_up():
                    raise Cancelled("the server could not be reached")
                time.sleep(0.05)
        raise EngineUnreachable("the server could not be reached")


def _message(answer: httpx.Response) -> str:
    with suppress(ValueError, KeyError, TypeError):
        return str(answer.json()["error"]["message"])
    return answer.reason_phrase


@dataclass
class _Running:
    taken: Taken
    cancel: Cancel
    beat: Beat
    lost: bool = False


class Puller:
    """`slots` jobs at a time, until `stop`."""

    def __init__(self, line: Line, settings: Settings, engines: tuple[str, ...], *, name: str | None = None, slots: int = 1):
        self._line, self._engines, self._slots = line, engines, slots
        self.name = name or f"{socket.gethostname()}-{os.getpid()}".replace("_", "-")
        self._folder = tempfile.TemporaryDirectory(prefix="diorama-worker-")
        self._studio = Studio(settings.model_copy(update={"home": Path(self._folder.name), "database": None, "bucket": None}))
        self._stopping = threading.Event()
        self._running: dict[str, _Running] = {}
        self._warm: set[str] = set()
        self.made = 0

    def _leave(self) -> None:
        """Tell the server not to wait for work in this worker's name. Told again each second: a slot may have asked for work just before."""
        with suppress(httpx.HTTPError):
            self._line.http.post("/api/workers/jobs/none", json={"worker": self.name}, timeout=5)

    def run(self) -> None:
        """Until told to stop, or sent home by the server."""
        threads = [threading.Thread(target=self._slot, name=f"diorama-slot-{k}", daemon=True) for k in range(self._slots)]
        watch = threading.Thread(target=self._watch, name="diorama-beat", daemon=True)
        for thread in (*threads, watch):
            thread.start()
        for thread in threads:
            while thread.is_alive():
                thread.join(0.2)
                if self._stopping.is_set():
                    self._leave()
                    thread.join(1.0)
        self._stopping.set()
        watch.join(5)
        self._line.http.close()
        self._studio.close()
        self._folder.cleanup()

    def stop(self) -> None:
        """Take no more; what is being made is finished."""
        self._stopping.set()

    def abandon(self) -> None:
        """Stop what is being made, too: another makes it."""
        self._stopping.set()
        for one in list(self._running.values()):
            one.cancel.now(keep=True)

    @property
    def stopping(self) -> bool:
        return self._stopping.is_set()

    def offer(self) -> Offer:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        return Offer(
            worker=self.name, engines=self._engines, warm=tuple(sorted(self._warm)), cores=os.cpu_count() or 0, memory=memory, gpus=gpus(), slots=self._slots
        )

    def _slot(self) -> None:
        bringing: threading.Thread | None = None
        while not self._stopping.is_set():
            try:
                answer = self._line.ask("POST", "/take", params={"wait": WAIT}, json=self.offer().model_dump(mode="json"), give_up=self._stopping.is_set)
                if answer.status_code == 410:
                    log.info("the server sends this worker home")
                    self._stopping.set()
                elif answer.status_code == 200:
                    bring = self._make(Taken.model_validate_json(answer.content))
                    if bringing is not None:
                        bringing.join()
                    bringing = threading.Thread(target=bring, name=f"{threading.current_thread().name}-brings", daemon=True)
                    bringing.start()
            except Cancelled:
                break
            except RequestError as wrong:
                log.error("%s", wrong)
                self._stopping.set()
            except Exception:
                log.exception("a job could not be made; going on")
                time.sleep(1)
        if bringing is not None:
            bringing.join()
        self._studio.history.close()

    def _make(self, taken: Taken) -> Callable[[], None]:
        """Make a job's picture; what brings it, then."""
        one, start = _Running(taken, Cancel(), Beat()), time.perf_counter()
        self._running[taken.id] = one
        with telemetry.of_job(taken.id), telemetry.span("job", "consumer", parent=taken.trace, diorama_job=taken.id, diorama_worker=self.name):
            rendered, trace = self._tried(one, partial(self._made, one)), telemetry.traceparent()

        def bring() -> None:
            with telemetry.of_job(taken.id), telemetry.span("bring", parent=trace, diorama_job=taken.id):
                if rendered is not None and self._tried(one, partial(self._bring, taken, rendered)):
                    self.made += 1
                    log.info("made", extra={"job": taken.id, "seconds": round(time.perf_counter() - start, 3)})
            self._running.pop(taken.id, None)
            self._studio.history.close()

        return bring

    def _tried(self, one: _Running, work: Callable[[], T]) -> T | None:
        """What comes of it; None where nothing does, and then the server knows."""
        taken = one.taken
        try:
            return work()
        except JobConflict:
            log.info("the job is not ours any more", extra={"job": taken.id})
        except Cancelled:
            if not one.lost:
                with suppress(DioramaError):
                    self._line.ask("POST", f"/jobs/{taken.id}/release", claim=taken.claim, give_up=lambda: True)
        except Exception as wrong:
            self._fail(taken, wrong)
        return None

    def _made(self, one: _Running) -> Rendered | bytes | None:
        """The picture; a piece's file; None where the job is now in pieces."""
        taken = one.taken
        recipe, kept = load(taken.recipe), self._studio.history.inputs
        for digest in {given.sha256 for given in recipe.inputs}:
            if not kept.is_whole(digest):
                kept.keep(self._fetch(taken, digest))
        ear = _Ear(self._line, one, self._stopping)
        if taken.piece is not None:
            passes = taken.passes and "ids" in self._studio.able(recipe.engine).gives
            data = in_pieces.piece(self._studio, recipe, taken.piece, passes=passes, listen=ear, cancel=one.cancel)
            self._warm.add(recipe.engine)
            return data
        if taken.divides and in_pieces.pieces(self._studio, recipe):
            settled = in_pieces.survey(self._studio, recipe, ear, one.cancel)
            self._warm.add(recipe.engine)
            self._line.ask("POST", f"/jobs/{taken.id}/pieces", claim=taken.claim, json={"recipe": settled.to_json()})
            return None
        return self._render(one, recipe)

    def _render(self, one: _Running, recipe: Recipe) -> Rendered:
        taken = one.taken
        parent = None
        if taken.parent is not None and taken.parent_recipe and taken.parent_picture and self._keeps(recipe.engine):
            parent = self._studio.history.append(self._fetch(taken, taken.parent_picture), load(taken.parent_recipe)).id
        able = self._studio.engine(recipe.engine).capabilities()
        with telemetry.span(f"engine {able.name}", diorama_engine=recipe.engine) as span:
            rendered = self._studio.render(
                recipe, passes=taken.passes and "ids" in able.gives, token=taken.id, remote_id=taken.remote or None, parent=parent,
                pieces=[self._fetch(taken, digest) for digest in taken.pieces], listen=_Ear(self._line, one, self._stopping, span), cancel=one.cancel,
            )  # fmt: skip
        self._warm.add(recipe.engine)
        return self._judged(one, rendered, able, parent)

    def _keeps(self, name: str) -> bool:
        """Whether pictures of the engine keep of their parent what does not change."""
        engine = self._studio.engine(name)
        return isinstance(engine, contracts.Compares) or "scene" in engine.capabilities().speaks

    def _judged(self, one: _Running, first: Rendered, able: contracts.Capabilities, parent: str | None) -> Rendered:
        """The best of what is made, with its score; the server has the others. As it is, and said in the log, where judging it went wrong."""
        taken = one.taken
        if taken.trial is None or first.outcome.files or not (taken.asked or first.outcome.passes and not able.pretends):
            return first
        again = partial(self._studio.render, passes="ids" in able.gives, parent=parent, listen=_Ear(self._line, one, self._stopping), cancel=one.cancel)
        try:
            best, others = tried(first, taken.trial, able, again)
        except Cancelled:
            raise
        except Exception:
            if taken.trial.told:
                raise
            log.exception("not judged", extra={"job": taken.id})
            return first
        for other in others:
            files = [("picture", ("picture.png", other.encode("png"), "image/png"))]
            self._line.ask("POST", f"/jobs/{taken.id}/beside", claim=taken.claim, data={"brought": _brought(other).model_dump_json()}, files=files)
        return best

    def _fetch(self, taken: Taken, digest: str) -> bytes:
        return self._line.ask("GET", f"/jobs/{taken.id}/inputs/{digest}", claim=taken.claim).content

    def _bring(self, taken: Taken, rendered: Rendered | bytes) -> bool:
        if isinstance(rendered, bytes):
            self._line.ask("POST", f"/jobs/{taken.id}/piece", claim=taken.claim, files={"file": ("piece", rendered, "application/octet-stream")})
            return True
        outcome = rendered.outcome
        brought = _brought(rendered).model_copy(update={"files": tuple((one.name, one.type) for one in outcome.files)})
        files: list[tuple[str, Any]] = [("picture", ("picture.png", rendered.encode("png"), "image/png"))]
        passes = {name: array for name, array in outcome.passes.items() if name in KEPT_PASSES}
        if passes:
            data = io.BytesIO()
            np.savez_compressed(data, **passes)
            files.append(("passes", ("passes.npz", data.getvalue(), "application/octet-stream")))
        files += [("files", (one.name, one.data if one.path is None else one.path.open("rb"), one.type)) for one in outcome.files]
        asked = {one.sha256 for one in load(taken.recipe).inputs}
        for one in rendered.recipe.inputs:  # what the engine goes by besides: the picture that is kept, and where it may change
            if one.sha256 not in asked:
                files.append(("inputs", (one.sha256, self._studio.history.inputs.get(one.sha256), "application/octet-stream")))
        self._line.ask("POST", f"/jobs/{taken.id}/picture", claim=taken.claim, data={"brought": brought.model_dump_json()}, files=files)
        return True

    def _fail(self, taken: Taken, wrong: Exception) -> None:
        log.warning("failed: %s", wrong, extra={"job": taken.id}, exc_info=not isinstance(wrong, DioramaError))
        if isinstance(wrong, DioramaError):
            failed = Failed(
                error=type(wrong).__name__, message=wrong.message[:4000], where=wrong.where, hint=wrong.hint, retry_after=getattr(wrong, "retry_after", None)
            )
        else:
            failed = Failed(error="EngineError", message=f"something went wrong in the worker {self.name}", hint="its log says more")
        with suppress(JobConflict):
            self._line.ask("POST", f"/jobs/{taken.id}/failed", claim=taken.claim, json=failed.model_dump(mode="json"))

    def _watch(self) -> None:
        """Signs of life for what is being made; what the server does not want any more is stopped."""
        while self._running or not self._stopping.is_set():
            for one in list(self._running.values()):
                with suppress(httpx.HTTPError, ValueError):
                    answer = self._line.http.post(
                        f"/api/workers/jobs/{one.taken.id}/beat",
                        json=one.beat.model_dump(mode="json"),
                        headers={"x-diorama-claim": one.taken.claim},
                        timeout=10,
                    )  # fmt: skip
                    if answer.status_code == 200 and not Goes.model_validate_json(answer.content).on and one.taken.id in self._running:
                        one.lost = True
                        one.cancel.now()
            time.sleep(BEAT)


def _brought(rendered: Rendered) -> Brought:
    outcome = rendered.outcome
    return Brought(
        recipe=rendered.recipe.to_json(), seconds=rendered.seconds, spent=outcome.spent, provenance=outcome.provenance, report=report_of(outcome),
    )  # fmt: skip


class _Ear:
    """Sends on what an engine tells."""

    def __init__(self, line: Line, one: _Running, stopping: threading.Event, span: telemetry.Span = telemetry.NO_SPAN):
        self._line, self._one, self._stopping, self._span = line, one, stopping, span
        self._shown = 0

    def __call__(self, event: Event) -> None:
        match event:
            case contracts.Progress(stage, done, text):
                if stage != self._one.beat.stage:
                    self._span.add_event(stage)
                self._one.beat = Beat(progress=min(1.0, max(0.0, done)), stage=stage[:200], text=text[:500])
            case contracts.Queued():
                self._one.beat = Beat(stage="queued", text="waiting at the service")
            case contracts.Preview(picture) | contracts.Partial(picture):
                self._preview(np.asarray(picture))
            case contracts.Sending():
                self._tell(Told(kind="sending"))
            case contracts.Submitted(remote_id):
                self._tell(Told(kind="submitted", remote_id=remote_id))
            case contracts.Spent():
                self._tell(Told(kind="spent", spent=event))
            case contracts.Warned(code, text):
                self._tell(Told(kind="warned", code=code[:100], text=text[:2000]))

    def _tell(self, told: Told) -> None:
        """Returns once it is written down there."""
        self._line.ask("POST", f"/jobs/{self._one.taken.id}/told", claim=self._one.taken.claim, json=told.model_dump(mode="json"))

    def _preview(self, picture: np.ndarray) -> None:
        step = max(1, max(picture.shape[:2]) // PREVIEW_SIDE)
        data = encode(np.ascontiguousarray(picture[::step, ::step]), "jpeg", quality=85)
        path = f"/api/workers/jobs/{self._one.taken.id}/previews/{self._shown}"
        with suppress(httpx.HTTPError):  # one that is lost is no loss
            self._line.http.put(path, content=data, headers={"x-diorama-claim": self._one.taken.claim}, timeout=10)
        self._shown += 1


def gpus() -> tuple[str, ...]:
    """Names of this machine's GPUs, as far as its drivers tell."""
    found = sorted(Path("/proc/driver/nvidia/gpus").glob("*/information"))
    names = [line.split(":", 1)[1].strip() for path in found for line in path.read_text().splitlines() if line.startswith("Model")]
    return tuple(names) or (("Apple GPU",) if platform.system() == "Darwin" and platform.machine() == "arm64" else ())

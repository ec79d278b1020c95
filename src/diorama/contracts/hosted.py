"""What services that work in jobs have in common: submit once, look how far it is, fetch, withdraw. An engine says how each is done; the order is kept here.

make    Sending → submit → Submitted(remote id) → follow            resume   follow
follow  status until done (through lost connections) → fetch
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from diorama.contracts.cancel import Cancel
from diorama.contracts.capabilities import Capabilities
from diorama.contracts.engine import Listen, nobody
from diorama.contracts.events import Partial, Progress, Queued, Sending, Submitted
from diorama.contracts.job import Job
from diorama.contracts.money import Quote
from diorama.contracts.options import Options
from diorama.contracts.outcome import Outcome
from diorama.errors import DioramaError, EngineBusy, EngineTimeout, EngineUnreachable


@dataclass(frozen=True)
class Status:
    """How far a submitted picture is. What failed is raised, not returned."""

    finished: bool
    done: float = 0.0
    """0 to 1."""
    text: str = ""
    position: int | None = None
    """How many come first, while it waits."""
    eta: float | None = None
    """Seconds."""
    partial: np.ndarray | None = None
    """uint8 sRGB (h, w, 3)"""


class Hosted(ABC):
    """A service that takes orders, tells how far they are, and hands over what came of them."""

    options: type[Options] = Options
    beat = 1.0
    """Seconds between two looks, at first; they grow apart to `slowest`."""
    slowest = 5.0
    patience = 900.0
    """Seconds without any news after which it counts as lost (`EngineTimeout`)."""

    @abstractmethod
    def capabilities(self) -> Capabilities: ...

    @abstractmethod
    def quote(self, job: Job) -> Quote | None: ...

    @abstractmethod
    def submit(self, job: Job) -> str:
        """Order the picture, once: no silent second try after anything was sent. Returns its remote id.

        Raises EngineUnreachable or EngineBusy only where certainly nothing was ordered; EngineTimeout where that is not certain.
        """

    @abstractmethod
    def status(self, remote_id: str) -> Status:
        """Raises ContentRefused, EngineRefused or EngineError for one that failed; EngineUnreachable, EngineBusy: look again later."""

    @abstractmethod
    def fetch(self, remote_id: str, job: Job) -> Outcome: ...

    @abstractmethod
    def withdraw(self, remote_id: str) -> None:
        """Ask the service to stop; what fails here is nobody's business."""

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        cancel = cancel or Cancel()
        cancel.check()
        listen(Sending())
        remote_id = self.submit(job)
        listen(Submitted(remote_id))
        return self._follow(remote_id, job, listen, cancel)

    def resume(self, remote_id: str, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        return self._follow(remote_id, job, listen, cancel or Cancel())

    def close(self) -> None:
        return None  # nothing is kept open

    def _follow(self, remote_id: str, job: Job, listen: Listen, cancel: Cancel) -> Outcome:
        forget = cancel.on(lambda: None if cancel.keeps else self._withdraw(remote_id))
        try:
            self._await(remote_id, listen, cancel)
            outcome = self._fetched(remote_id, job, cancel)
        finally:
            forget()
        for spent in outcome.spent:
            listen(spent)
        listen(Progress("done", 1.0))
        return outcome

    def _await(self, remote_id: str, listen: Listen, cancel: Cancel) -> None:
        news, beat, partials, told = time.monotonic(), self.beat, 0, 0.0
        while True:
            cancel.check()
            wait = beat
            try:
                status = self.status(remote_id)
            except (EngineUnreachable, EngineBusy) as gone:
                if time.monotonic() - news > self.patience:
                    raise EngineTimeout("the service does not answer any more", hint="what was ordered is fetched when it does: try the job again") from gone
                wait = max(beat, getattr(gone, "retry_after", None) or 0.0)
            else:
                news = time.monotonic()
                if status.finished:
                    return
                if status.partial is not None:
                    listen(Partial(status.partial, partials))
                    partials += 1
                told = max(told, status.done)
                listen(Queued(status.position, status.eta) if status.position is not None else Progress("remote", told, status.text))
            cancel.rest(min(wait, self.patience))
            beat = min(beat * 1.3, self.slowest)

    def _fetched(self, remote_id: str, job: Job, cancel: Cancel) -> Outcome:
        """The result; a lost connection costs patience, not the picture."""
        since = time.monotonic()
        while True:
            cancel.check()
            try:
                return self.fetch(remote_id, job)
            except (EngineUnreachable, EngineBusy) as gone:
                if time.monotonic() - since > self.patience:
                    raise EngineTimeout("the picture is made and cannot be fetched", hint="try the job again: it is not ordered anew") from gone
                cancel.rest(min(max(self.beat, getattr(gone, "retry_after", None) or 0.0), self.patience))

    def _withdraw(self, remote_id: str) -> None:
        try:
            self.withdraw(remote_id)
        except DioramaError:
            return

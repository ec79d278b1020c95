"""The tree of errors. Every error says what is wrong, where, and what would help.

DioramaError
├── InputError            exit 2   what was asked for cannot be done as written
│   ├── PromptError                  empty, too long, not text
│   ├── SceneError                   a scene that is not legal; `where` is a path in it
│   └── RequestError                 sizes, formats, names, options
├── OutputError           exit 3   a file or folder cannot be written or read
├── EngineError           exit 4   the engine failed
│   ├── EngineUnavailable            not installed
│   │   └── EngineUnknown    exit 2   no engine, tool or way of that name
│   ├── EngineUnreachable            no connection: nothing was sent                            retry
│   ├── EngineBusy                   too much is asked of it now; `retry_after` seconds         retry
│   ├── EngineAuth                   no key, or one that is not accepted
│   ├── EngineQuota                  nothing left to spend there, or here
│   ├── EngineTimeout                it was asked and did not answer; it may have been paid     pending
│   ├── OutcomeUnknown               we were lost while asking; it may have been paid
│   ├── EngineRefused                the engine declined this request
│   │   └── ContentRefused           for what is in it: `category`, `stage`
│   └── WorkerLost                   the worker crashed or hung more often than allowed
├── HistoryError          exit 5   the history is damaged
│   ├── UnknownEntry                 no such entry or board
│   └── PictureLost                  an entry whose picture's file is gone or damaged
├── JobError              exit 6   the queue
│   ├── UnknownJob
│   ├── JobConflict                  not in the state for it
│   ├── KeyReused                    an idempotency key that was used for something else
│   ├── QueueFull                    too many wait already
│   └── QuotaUsed                    an owner has had their share
└── Cancelled             exit 130 a person or program stopped it

`retry`: the same request may be sent again as it is; nothing was spent on it. `pending`: what was asked for may still come: it is asked for by its
remote id and never ordered anew.
"""

from __future__ import annotations

from typing import Literal


class DioramaError(Exception):
    """Base of all errors Diorama raises on purpose.

    `where` names the place (a path in the scene, a span of the prompt, a file); `hint` what would help.
    """

    exit_code = 1
    retry = False
    """The same may be asked again as it is: nothing was spent on it."""

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None):
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        help_ = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{help_}"

    def as_dict(self) -> dict[str, str | None]:
        """The error as JSON-ready data: kind, message, where, hint."""
        return {"error": type(self).__name__, "message": self.message, "where": self.where, "hint": self.hint}


class InputError(DioramaError):
    exit_code = 2


class PromptError(InputError):
    pass


class SceneError(InputError):
    pass


class RequestError(InputError):
    pass


class OutputError(DioramaError):
    exit_code = 3


class EngineError(DioramaError):
    exit_code = 4
    pending = False
    """What was asked for may still come."""


class EngineUnavailable(EngineError):
    pass


class EngineUnknown(EngineUnavailable):
    exit_code = 2


class EngineUnreachable(EngineError):
    retry = True


class EngineBusy(EngineError):
    """`retry_after`: seconds to wait, where the service says so."""

    retry = True

    def __init__(self, message: str, *, retry_after: float | None = None, where: str | None = None, hint: str | None = None):
        super().__init__(message, where=where, hint=hint)
        self.retry_after = retry_after


class EngineAuth(EngineError):
    pass


class EngineQuota(EngineError):
    pass


class EngineTimeout(EngineError):
    pending = True


class OutcomeUnknown(EngineError):
    pass


class EngineRefused(EngineError):
    pass


RefusedAt = Literal["prompt", "input", "picture"]
"""What a service looked at when it refused: the words, a picture that was sent, the picture that came of it."""


class ContentRefused(EngineRefused):
    """`category`: what it was taken for, in the service's own word; `stage`: what was looked at."""

    def __init__(self, message: str, *, category: str | None = None, stage: RefusedAt = "prompt", hint: str | None = None):
        super().__init__(message, where={"prompt": "prompt", "input": "image", "picture": None}[stage], hint=hint)
        self.category = category
        self.stage = stage


class WorkerLost(EngineError):
    pass


class HistoryError(DioramaError):
    exit_code = 5


class UnknownEntry(HistoryError):
    pass


class PictureLost(HistoryError):
    pass


class JobError(DioramaError):
    exit_code = 6


class UnknownJob(JobError):
    pass


class JobConflict(JobError):
    pass


class KeyReused(JobError):
    pass


class QueueFull(JobError):
    pass


class QuotaUsed(JobError):
    pass


class Cancelled(DioramaError):
    exit_code = 130

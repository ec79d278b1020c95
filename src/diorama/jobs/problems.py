"""Errors as data for whoever asked: type, param and code as OpenAI names them, with our hint."""

from __future__ import annotations

from diorama.errors import (
    Cancelled, ContentRefused, DioramaError, EngineAuth, EngineBusy, EngineQuota, EngineRefused, EngineTimeout,
    EngineUnavailable, EngineUnknown, EngineUnreachable, HistoryError, InputError,
    JobConflict, KeyReused, OutcomeUnknown, OutputError, PictureLost, QueueFull, QuotaUsed, UnknownEntry, UnknownJob,
)  # fmt: skip
from diorama.jobs.job import Problem

KINDS: tuple[tuple[type[DioramaError], int, str, str | None], ...] = (
    (UnknownJob, 404, "invalid_request_error", "not_found"),
    (UnknownEntry, 404, "invalid_request_error", "not_found"),
    (PictureLost, 410, "invalid_request_error", "picture_lost"),
    (JobConflict, 409, "invalid_request_error", "conflict"),
    (KeyReused, 422, "invalid_request_error", "idempotency_key_reused"),
    (QueueFull, 429, "rate_limit_error", "queue_full"),
    (QuotaUsed, 429, "insufficient_quota", "insufficient_quota"),
    (InputError, 400, "invalid_request_error", None),
    (ContentRefused, 400, "invalid_request_error", "moderation_blocked"),
    (EngineRefused, 400, "invalid_request_error", "engine_refused"),
    (EngineQuota, 402, "insufficient_quota", "engine_quota"),
    (EngineAuth, 503, "server_error", "engine_auth"),
    (EngineBusy, 503, "server_error", "engine_busy"),
    (EngineUnreachable, 503, "server_error", "engine_unreachable"),
    (EngineTimeout, 504, "server_error", "engine_timeout"),
    (OutcomeUnknown, 500, "server_error", "outcome_unknown"),
    (EngineUnknown, 400, "invalid_request_error", "engine_unknown"),
    (EngineUnavailable, 503, "server_error", "engine_unavailable"),
    (Cancelled, 409, "invalid_request_error", "job_cancelled"),
    (OutputError, 507, "server_error", "storage"),
    (HistoryError, 500, "server_error", "history"),
    (DioramaError, 500, "server_error", "engine_failed"),
)
"""Error, HTTP status, type, code: the first that fits."""


def status_of(wrong: DioramaError) -> int:
    return next(status for kind, status, _, _ in KINDS if isinstance(wrong, kind))


def problem_of(wrong: BaseException) -> Problem:
    """What is told of an error. Of one that is not ours, nothing but that it happened: the log has the rest."""
    if not isinstance(wrong, DioramaError):
        return Problem(message="something went wrong in the server", type="server_error", code="internal", hint="the log says more, under this request's id")
    type_, code = next((type_, code) for kind, _, type_, code in KINDS if isinstance(wrong, kind))
    where = None if type_ == "server_error" else wrong.where  # paths of this machine are nobody's business
    hint = "whoever runs the server gives it one: `diorama engines` says how" if isinstance(wrong, EngineAuth) else wrong.hint
    return Problem(message=wrong.message, type=type_, param=where, code=code, hint=hint, retry=wrong.retry, retry_after=getattr(wrong, "retry_after", None))


def status_of_problem(problem: Problem) -> int:
    """The HTTP status of a problem that was written down."""
    known = {code: status for _, status, _, code in KINDS if code}
    return known.get(problem.code or "", 400 if problem.type == "invalid_request_error" else 500)

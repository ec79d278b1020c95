"""Every failure in one shape, as OpenAI's SDK reads it: {"error": {message, type, param, code, hint}}.

DioramaError, a wrong body, an unknown path, a surprise → Problem → JSON with the right status
"""

from __future__ import annotations

import logging
import math
import re
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from diorama.errors import DioramaError
from diorama.jobs.job import Problem
from diorama.jobs.problems import problem_of, status_of
from diorama.scene.base import Model

log = logging.getLogger("diorama.server")

TYPES = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
CODES = {401: "invalid_api_key", 403: "forbidden", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "unsupported_media_type"}


class Refusal(HTTPException):
    """The server's own no, where no error of the house fits."""

    def __init__(self, status: int, message: str, *, param: str | None = None, code: str | None = None, hint: str | None = None, headers: dict[str, str] | None = None):
        super().__init__(status, message, headers)
        type_ = TYPES.get(status, "invalid_request_error" if status < 500 else "server_error")
        self.problem = Problem(message=message, type=type_, param=param, code=code or CODES.get(status), hint=hint)


class Failure(Model):
    """The body of every answer that is not a success."""

    error: Problem


FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"model": Failure, "description": text}
    for status, text in {
        400: "The request is wrong: `param` says where, `hint` what would help", 401: "A valid token is needed", 403: "Not allowed",
        404: "There is no such thing", 409: "Not in the state for it", 410: "It was cancelled, or the picture's file is lost", 413: "Too large", 415: "Not the kind of body that is read here", 422: "The idempotency key was used for another request",
        429: "Too much is waiting, or the quota is used up", 500: "The server or an engine failed", 503: "Not now", 504: "It takes longer: the same body asked again waits for the same picture", 507: "The disk is full",
    }.items()
}  # fmt: skip
"""What any route may answer, for the OpenAPI document."""


AGAIN = {"queue_full": "5", "stopping": "5", "still_working": "1"}
"""Codes of problems that pass, with the seconds after which one should ask again."""


SOON = 2
"""Seconds, where it is not said after how many one may ask again."""


def told_whole(problem: Problem) -> Problem:
    """The problem with place and help in its message: OpenAI's SDKs show nothing else."""
    named = problem.param and re.search(rf"(?<!\w){re.escape(problem.param)}(?!\w)", problem.message)
    place = f"{problem.param}: " if problem.param and not named else ""
    return problem.model_copy(update={"message": f"{place}{problem.message}{f' ({problem.hint})' if problem.hint else ''}"})


def answer(problem: Problem, status: int, path: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """SDKs try again after 409, 429 and 5xx; we tell them not to where it would not help or would make a second picture."""
    headers = dict(headers or {})
    if path.startswith("/v1/"):
        problem = told_whole(problem)
    if problem.code in AGAIN:
        headers |= {"retry-after": AGAIN[problem.code], "x-should-retry": "true"}
    elif status >= 409:
        headers.setdefault("x-should-retry", "true" if problem.retry else "false")
        if problem.retry:
            headers.setdefault("retry-after", str(math.ceil(problem.retry_after or SOON)))
    return JSONResponse({"error": problem.model_dump()}, status, headers)


def install(app: FastAPI) -> None:
    """Have every failure of the app answered so."""

    @app.exception_handler(DioramaError)
    async def ours(request: Request, wrong: DioramaError) -> JSONResponse:
        if status_of(wrong) >= 500:
            log.error("%s", wrong, exc_info=wrong)
        return answer(problem_of(wrong), status_of(wrong), request.url.path)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, wrong: RequestValidationError) -> JSONResponse:
        return answer(_problem_of_body(wrong), 400, request.url.path)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, wrong: HTTPException) -> JSONResponse:
        problem = wrong.problem if isinstance(wrong, Refusal) else Refusal(wrong.status_code, str(wrong.detail)).problem
        if wrong.status_code == 404 and not isinstance(wrong, Refusal):
            problem = problem.model_copy(update={"message": f"there is nothing at {request.url.path}", "hint": "/api/openapi.json lists what there is"})
        return answer(problem, wrong.status_code, request.url.path, dict(wrong.headers or {}))

    @app.exception_handler(405)
    async def wrong_method(request: Request, wrong: HTTPException) -> JSONResponse:
        scope = {**request.scope, "path_params": {}}
        known = {method for method in METHODS if any(route.matches({**scope, "method": method})[0] == Match.FULL for route in app.router.routes)}
        problem = Refusal(405, f"{request.method} does nothing at {request.url.path}", hint="/api/openapi.json lists what there is").problem
        return answer(problem, 405, request.url.path, {"allow": ", ".join(sorted(known | ({"HEAD"} if "GET" in known else set())))})

    @app.exception_handler(Exception)
    async def surprise(request: Request, wrong: Exception) -> JSONResponse:
        return answer(problem_of(wrong), 500, request.url.path)


def _problem_of_body(wrong: RequestValidationError) -> Problem:
    first = wrong.errors()[0]
    if first["type"] == "json_invalid":
        told = f"the body is not JSON: {first['ctx']['error']} at character {first['loc'][-1]}"
        return Problem(message=told, type="invalid_request_error", param="body", code="invalid_json")
    place = [str(step) for step in first["loc"] if step not in ("body", "query", "path", "header")]
    where = ".".join(place) or "body"
    if first["type"] == "extra_forbidden":
        return Problem(message="no such field", type="invalid_request_error", param=where, code="unknown_parameter", hint="remove it or correct its name")
    if first["type"] == "missing":
        return Problem(message=f"{where} is missing", type="invalid_request_error", param=where, code="missing_required_parameter")
    shown = first.get("input")
    told = first["msg"] if isinstance(shown, dict | list) else f"{str(shown)[:80]!r}: {first['msg']}"
    return Problem(message=told, type="invalid_request_error", param=where, code="invalid_value")

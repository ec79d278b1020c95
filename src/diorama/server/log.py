"""Structured lines: one a request, one a job's step; as text for people or as JSON for machines. Every line knows its request's or its job's id."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar

from diorama import telemetry

request_id: ContextVar[str] = ContextVar("request_id", default="")
CUT = "returned without completing response"
"""uvicorn's word for an answer that was cut off on purpose; we say why ourselves."""
PLAIN = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {"message", "asctime", "taskName", "color_message"}


class Lines(logging.Formatter):
    """time level logger message key=value …, or the same as JSON."""

    def __init__(self, form: str):
        super().__init__()
        self._json = form == "json"

    def format(self, record: logging.LogRecord) -> str:
        facts = {key: value for key, value in record.__dict__.items() if key not in PLAIN}
        if request_id.get():
            facts.setdefault("request", request_id.get())
        if telemetry.job.get():
            facts.setdefault("job", telemetry.job.get())
        if record.exc_info:
            facts["trace"] = self.formatException(record.exc_info)
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03d}"
        if self._json:
            line = {"time": moment, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage(), **facts}
            return json.dumps(line, ensure_ascii=False, default=str)
        trace = facts.pop("trace", None)
        text = " ".join([moment, f"{record.levelname.lower():<7}", one_line(record.getMessage()), *(f"{key}={one_line(str(value))}" for key, value in facts.items())])
        return f"{text}\n{trace}" if trace else text


def one_line(text: str) -> str:
    """Without line breaks and control characters: what a client sends forges no lines."""
    return "".join(c if c.isprintable() else " " for c in text)


class Stderr(logging.Handler):
    """Writes to what is the standard error at the time."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except Exception:  # as every handler of the library's: a log that cannot be written stops nothing
            self.handleError(record)


def install(form: str, level: str) -> None:
    """Send the house's log and uvicorn's to the standard error."""
    handler = Stderr()
    handler.setFormatter(Lines(form))
    for name in ("diorama", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level.upper() if name == "diorama" else "WARNING")
    logging.getLogger("uvicorn.error").addFilter(lambda record: CUT not in record.getMessage())

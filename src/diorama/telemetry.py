"""Traces from the click to the engine, in OpenTelemetry's words (the extra `otel`); and which job a line of the log is of.

request → job → worker → engine: each a span within the one before, in whatever process. What carries a trace over is a `traceparent` (W3C Trace Context):
in a request's header, beside a job while it waits, with a job that a worker takes.

Nothing is recorded before `begin`, which asks for OTEL_EXPORTER_OTLP_ENDPOINT, or before `record_to`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal, Protocol

Kind = Literal["server", "client", "producer", "consumer", "internal"]
HEADER = "traceparent"
WHERE = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

job: ContextVar[str] = ContextVar("job", default="")
"""The job that is being made."""
log = logging.getLogger("diorama.telemetry")
_provider: Any = None


class Span(Protocol):
    """What of OpenTelemetry's spans is used here."""

    def set_attribute(self, key: str, value: Any) -> None: ...
    def add_event(self, name: str, attributes: Any = None) -> None: ...


class _NoSpan:
    def set_attribute(self, key: str, value: Any) -> None: ...
    def add_event(self, name: str, attributes: Any = None) -> None: ...


NO_SPAN: Span = _NoSpan()


def begin(service: str) -> None:
    """Send spans to where OTEL_EXPORTER_OTLP_ENDPOINT says, as `service`; without it nothing is recorded."""
    if _provider is not None or not any(os.environ.get(name) for name in WHERE):
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        log.warning("%s is set, but traces need libraries that are not here: pip install 'diorama[otel]'", WHERE[0])
        return
    record_to(BatchSpanProcessor(OTLPSpanExporter()), service)


def record_to(processor: Any, service: str = "diorama") -> None:
    """Give all spans to an OpenTelemetry SpanProcessor."""
    global _provider
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider

    _provider = TracerProvider(resource=Resource.create({"service.name": os.environ.get("OTEL_SERVICE_NAME", service)}), shutdown_on_exit=False)
    _provider.add_span_processor(processor)


def end() -> None:
    """Send what is left; nothing is recorded any more."""
    global _provider
    provider, _provider = _provider, None
    if provider is not None:
        provider.shutdown()


@contextmanager
def span(name: str, kind: Kind = "internal", *, parent: str | None = None, **attributes: Any) -> Iterator[Span]:
    """What happens meanwhile, as a span: within `parent` (a traceparent) where one is given, else within the span that is open here."""
    if _provider is None:
        yield NO_SPAN
        return
    from opentelemetry.trace import SpanKind
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    around = TraceContextTextMapPropagator().extract({HEADER: parent}) if parent else None
    told = {key.replace("_", "."): value for key, value in attributes.items() if value is not None}
    with _provider.get_tracer("diorama").start_as_current_span(name, around, SpanKind[kind.upper()], told) as opened:
        yield opened


def traceparent() -> str | None:
    """The open span, as it travels; None where none is recorded."""
    if _provider is None:
        return None
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return carrier.get(HEADER)


@contextmanager
def of_job(id: str) -> Iterator[None]:
    """Lines of the log are of this job meanwhile."""
    mark = job.set(id)
    try:
        yield
    finally:
        job.reset(mark)

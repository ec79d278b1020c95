"""For whoever keeps it running: metrics by lane, the audit log, lines of the log that name their job, traces from the click to the engine."""

from __future__ import annotations

import json
import logging
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from diorama import telemetry
from diorama.jobs.puller import Line, Puller
from diorama.server.auth import Tokens
from diorama.server.log import Lines
from diorama.studio import Settings


@pytest.fixture(params=["sqlite", "postgres"])
def closed(request, run_server, tmp_path):
    """A server that asks for tokens: an admin's and a person's are in its clients."""
    more = {} if request.param == "sqlite" else {"database": request.getfixturevalue("postgres")}
    tokens = Tokens(tmp_path / "tokens.json")
    secrets = {"boss": tokens.add("boss", admin=True), "ann": tokens.add("ann")}
    with run_server(tmp_path / "home", require_token=True, token_file=tmp_path / "tokens.json", **more) as made:
        made.boss = {"authorization": f"Bearer {secrets['boss']}"}
        made.http.headers["authorization"] = f"Bearer {secrets['ann']}"
        yield made


def numbers(server, **more) -> dict[str, float]:
    text = server.http.get("/metrics", **more).text
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in text.splitlines() if not line.startswith("#")}


def test_metrics_tell_of_each_lane(closed):
    closed.make("a red mug")
    closed.http.post("/api/queue", json={"paused": True}, headers=closed.boss)
    waits = closed.http.post("/api/jobs", json={"prompt": "a mug", "size": 96, "n": 2}).json()["jobs"]
    seen = numbers(closed)
    assert seen['diorama_lane_jobs{engine="null",state="queued"}'] == 2 and seen['diorama_lane_oldest_seconds{engine="null",state="queued"}'] >= 0
    assert seen['diorama_lane_pictures_total{engine="null"}'] == 1 and seen['diorama_lane_seconds_total{engine="null"}'] > 0
    assert seen['diorama_lane_failed_total{engine="null"}'] == 0 and seen["diorama_pictures_made"] == 1
    for job in waits:
        closed.http.post(f"/api/jobs/{job['id']}/cancel")


def audited(server, many: int) -> list[dict]:
    """The audit log, once it has so many lines."""
    end = time.monotonic() + 60
    while len(lines := server.http.get("/api/audit", headers=server.boss).json()["lines"]) < many:
        assert time.monotonic() < end, lines
        time.sleep(0.02)
    return lines


def test_the_audit_log_says_who_changed_what_and_who_was_not_let(closed):
    made = closed.make("a red mug")["picture"]
    closed.http.get("/api/pictures")
    closed.http.patch(f"/api/pictures/{made}", json={"starred": True}, headers={"x-request-id": "mine"})
    closed.http.post("/api/queue", json={"paused": True})
    closed.http.post("/api/jobs", json={}, headers={"authorization": "Bearer wrong"})
    told = audited(closed, 4)  # a line is written once its answer is sent: two may change places
    assert sorted((line["who"], line["action"], line["status"]) for line in told) == [
        ("", "POST /api/jobs", 401), ("ann", f"PATCH /api/pictures/{made}", 200), ("ann", "POST /api/jobs", 202), ("ann", "POST /api/queue", 403),
    ]  # fmt: skip
    (mine,) = [line for line in told if line["request"] == "mine"]
    assert mine["action"].startswith("PATCH") and mine["client"] == "127.0.0.1"
    anns = [line for line in told if line["who"] == "ann"]
    page = closed.http.get("/api/audit?limit=1&who=ann", headers=closed.boss).json()
    assert page["lines"] == anns[:1]
    assert closed.http.get(f"/api/audit?limit=1&who=ann&before={page['next']}", headers=closed.boss).json()["lines"] == anns[1:2]
    assert closed.http.get("/api/audit").status_code == 403


def test_lines_of_the_log_name_their_job():
    record = logging.LogRecord("diorama.engine", logging.INFO, "", 0, "warming up", (), None)
    with telemetry.of_job("job_1"):
        assert json.loads(Lines("json").format(record))["job"] == "job_1" and "job=job_1" in Lines("text").format(record)
    assert "job" not in json.loads(Lines("json").format(record))


# ── traces ──


@pytest.fixture
def collector(monkeypatch):
    """A server that takes traces as a collector of OpenTelemetry does (OTLP over HTTP): the spans that it was sent."""
    pytest.importorskip("opentelemetry.sdk")
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    spans = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self):
            sent = ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"])))
            spans.extend(span for resource in sent.resource_spans for scope in resource.scope_spans for span in scope.spans)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    yield spans
    telemetry.end()
    server.shutdown()
    thread.join()
    server.server_close()


def line_of(spans, name: str) -> list[str]:
    """The names of a span and of all that it lies in, from the outermost."""
    by_id = {span.span_id: span for span in spans}
    span, names = next(span for span in spans if span.name == name), []
    while span is not None:
        names.insert(0, span.name)
        span = by_id.get(span.parent_span_id)
    return names


CLICK = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
"""A traceparent, of W3C's own example."""


def test_one_trace_goes_from_the_click_to_the_engine(collector, run_server, tmp_path):
    telemetry.begin("diorama")
    with run_server(tmp_path) as server:
        job = server.http.post("/api/jobs", json={"prompt": "a mug", "size": 96}, headers={"traceparent": CLICK}).json()["jobs"][0]["id"]
        server.until(job, "done")
    telemetry.end()
    assert line_of(collector, "engine null") == ["POST /api/jobs", "job", "engine null"]
    trace = [span for span in collector if span.trace_id.hex() == CLICK.split("-")[1]]
    assert {span.name for span in trace} >= {"POST /api/jobs", "job", "engine null"}
    engine = next(span for span in trace if span.name == "engine null")
    assert len(engine.events) > 0, "each stage of the work is told"
    facts = {one.key: one.value for span in trace for one in span.attributes}
    assert facts["diorama.job"].string_value == job and facts["http.response.status_code"].int_value == 202


def test_a_worker_elsewhere_goes_on_with_the_trace(collector, run_server, tmp_path):
    telemetry.begin("diorama")
    tokens = Tokens(tmp_path / "tokens.json")
    farm, ann = tokens.add("farm", worker=True), tokens.add("ann")
    with run_server(tmp_path / "home", makes=False, require_token=True, token_file=tmp_path / "tokens.json") as server:
        server.http.headers["authorization"] = f"Bearer {ann}"
        puller = Puller(Line(server.address, farm), Settings(home=tmp_path / "w", engine="null"), ("null",), name="w1")
        thread = threading.Thread(target=puller.run, daemon=True)
        thread.start()
        job = server.http.post("/api/jobs", json={"prompt": "a mug", "size": 96}, headers={"traceparent": CLICK}).json()["jobs"][0]["id"]
        server.until(job, "done")
        puller.abandon()
        thread.join(60)
    telemetry.end()
    assert line_of(collector, "engine null") == ["POST /api/jobs", "job", "engine null"]
    assert line_of(collector, f"POST /api/workers/jobs/{job}/picture") == ["POST /api/jobs", "job", "bring", f"POST /api/workers/jobs/{job}/picture"]


def test_without_a_collector_nothing_is_recorded(monkeypatch):
    monkeypatch.delenv("OTEL_EXPORTER_OTLP_ENDPOINT", raising=False)
    telemetry.begin("diorama")
    with telemetry.span("job") as span:
        span.set_attribute("a", 1)
        assert telemetry.traceparent() is None

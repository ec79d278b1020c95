"""What Prometheus reads at /metrics: requests, pictures, the queue, who listens, the process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from diorama import __version__
from diorama.jobs import Queue
from diorama.jobs.making import Served
from diorama.server.auth import Tokens

BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)
"""Seconds."""


class Metrics:
    """A registry of its own, so that one process may hold several servers."""

    def __init__(self):
        self.registry = CollectorRegistry()
        self._requests = Counter("diorama_requests", "Requests answered", ("method", "route", "status"), registry=self.registry)
        self._seconds = Histogram("diorama_request_seconds", "Seconds until the last byte was sent", ("route",), buckets=BUCKETS, registry=self.registry)
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)

    def watch(self, queue: Queue, tokens: Tokens, currency: str) -> None:
        self.registry.register(_OfQueue(queue))  # type: ignore[arg-type]
        self.registry.register(_OfTeams(queue, tokens, currency))  # type: ignore[arg-type]

    def request(self, scope: MutableMapping[str, Any], status: int, seconds: float) -> None:
        """One request was answered. Paths are counted by their route, so that ids make no new series."""
        route = getattr(scope.get("route"), "path", "other")
        self._requests.labels(scope["method"] if scope["method"].isalpha() and len(scope["method"]) < 8 else "other", route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        return generate_latest(self.registry)


class _OfQueue:
    def __init__(self, queue: Queue):
        self._queue = queue

    def collect(self) -> Iterable[Metric]:
        jobs = GaugeMetricFamily("diorama_jobs", "Jobs by state", labels=("state",))
        for state, count in self._queue.store.counts().items():
            jobs.add_metric((state,), count)
        yield jobs
        yield from self._lanes()
        yield GaugeMetricFamily("diorama_queue_paused", "1 while the queue is paused", float(self._queue.store.paused))
        yield GaugeMetricFamily("diorama_pictures_made", "Pictures made since the start", float(self._queue.worker.made))
        yield GaugeMetricFamily("diorama_worker_alive", "1 while the worker runs", float(self._queue.worker.alive))
        yield GaugeMetricFamily("diorama_listeners", "Open streams", float(self._queue.hub.listening))
        yield from _done(self._queue.worker.making.lanes)
        info = GaugeMetricFamily("diorama_info", "Version", labels=("version",))
        info.add_metric((__version__,), 1.0)
        yield info

    def _lanes(self) -> Iterable[Metric]:
        """The queue by engine, of all servers that share it."""
        jobs = GaugeMetricFamily("diorama_lane_jobs", "Jobs of an engine by state", labels=("engine", "state"))
        oldest = GaugeMetricFamily("diorama_lane_oldest_seconds", "How long ago the oldest of them was asked for", labels=("engine", "state"))
        for engine, state, count, since in self._queue.store.lanes():
            jobs.add_metric((engine, state), count)
            oldest.add_metric((engine, state), (datetime.now(UTC) - datetime.fromisoformat(since)).total_seconds())
        yield jobs
        yield oldest


class _OfTeams:
    def __init__(self, queue: Queue, tokens: Tokens, currency: str):
        self._queue, self._tokens, self._currency = queue, tokens, currency

    def collect(self) -> Iterable[Metric]:
        """What teams have had of what they may have, in 24 hours, on all servers that share the queue."""
        made = GaugeMetricFamily("diorama_team_pictures", "Pictures that a team asked for in 24 hours", labels=("team",))
        quota = GaugeMetricFamily("diorama_team_quota", "Pictures that it may ask for", labels=("team",))
        spent = GaugeMetricFamily("diorama_team_spent", "Money that its pictures cost in 24 hours", labels=("team", "currency"))
        budget = GaugeMetricFamily("diorama_team_budget", "Money that they may cost", labels=("team", "currency"))
        for team in self._tokens.teams():
            made.add_metric((team.name,), self._queue.store.team_made(team.name))
            spent.add_metric((team.name, self._currency), self._queue.store.team_spent(team.name, self._currency))
            if team.quota is not None:
                quota.add_metric((team.name,), team.quota)
            if team.budget is not None:
                budget.add_metric((team.name, self._currency), team.budget)
        yield from (made, quota, spent, budget)


def _done(lanes: Mapping[str, Served]) -> Iterable[Metric]:
    """What this server made, or was brought, by engine."""
    made = CounterMetricFamily("diorama_lane_pictures", "Pictures made since the start", labels=("engine",))
    failed = CounterMetricFamily("diorama_lane_failed", "Jobs that failed for good since the start", labels=("engine",))
    seconds = CounterMetricFamily("diorama_lane_seconds", "Seconds that those made took", labels=("engine",))
    for engine, served in dict(lanes).items():
        made.add_metric((engine,), served.made)
        failed.add_metric((engine,), served.failed)
        seconds.add_metric((engine,), served.seconds)
    yield from (made, failed, seconds)

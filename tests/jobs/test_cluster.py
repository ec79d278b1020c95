"""A real Ray on this machine: jobs go on when what makes them dies."""

from __future__ import annotations

import importlib.util
import time
from collections import Counter

import pytest

from diorama.history import Wanted
from diorama.jobs import Order, Queue
from diorama.recipe import Request, resolve
from diorama.studio import Settings, Studio

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray (the extra `ray`) is not installed"),
    pytest.mark.filterwarnings("ignore"),
]
JOBS = 8


def test_none_lost_none_doubled_when_a_process_of_the_cluster_dies(tmp_path, scene, monkeypatch):
    """`python -m bench.scale nodes` kills whole nodes, many times."""
    import ray

    from diorama.jobs import cluster

    monkeypatch.setattr(cluster.Cluster, "width", lambda *_: 2)
    studio = Studio(Settings(home=tmp_path, engine="null", keep_passes=False, cluster="local"))
    queue = Queue(studio)
    queue.start()
    shown = Counter()
    real = queue.previews.add
    monkeypatch.setattr(queue.previews, "add", lambda job, *more: (shown.update([job]), real(job, *more)))
    try:
        options = {"seconds": 0.2}
        for k in range(JOBS):
            request = Request(prompt=f"a mug, number {k}", seed=k, width=64, height=64, engine="null", options=options)
            queue.submit([Order(recipe=resolve(request, scene, engine_version="1", options=options))], f"owner {k % 3}")
        end = time.monotonic() + 400
        while queue.store.counts()["queued"] > JOBS // 2 and time.monotonic() < end:
            time.sleep(0.05)
        ray.kill(queue.worker.making.cluster.seats.actors[0])
        while any(queue.store.counts().values()) and time.monotonic() < end:
            time.sleep(0.05)
        states = Counter(job.state for owner in range(3) for job in queue.list(f"owner {owner}"))
        assert states == {"done": JOBS}
        assert len(shown) == JOBS, "previews reach the server from the nodes"
        assert Counter(entry.prompt for entry in studio.history.find(Wanted(limit=1000))) == Counter(f"a mug, number {k}" for k in range(JOBS))
    finally:
        queue.stop()
        studio.close()

"""A picture in pieces on a real Ray of this machine: its strips are made on nodes, one that dies costs its strip, and the whole is one entry."""

from __future__ import annotations

import importlib.util
import time

import pytest

from diorama.history import Wanted
from diorama.jobs import Order, Queue
from diorama.recipe import Request, resolve
from diorama.studio import Settings, Studio

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray (the extra `ray`) is not installed"),
    pytest.mark.filterwarnings("ignore"),
]


def test_pieces_are_made_on_nodes_and_one_that_dies_costs_its_piece(tmp_path, scene, monkeypatch):
    import ray

    from diorama.jobs import cluster

    monkeypatch.setattr(cluster.Cluster, "width", lambda *_: 2)
    studio = Studio(Settings(home=tmp_path, engine="null", cluster="local"))
    queue = Queue(studio)
    queue.start()
    try:
        options = {"seconds": 0.5, "parts": 6}
        request = Request(prompt="a mug", seed=1, width=64, height=96, engine="null", options=options)
        (job,) = queue.submit([Order(recipe=resolve(request, scene, engine_version="1", options=options))], "ann")
        end = time.monotonic() + 300
        while not any(row["state"] == "done" for row in queue.store.pieces_of(job.id)) and time.monotonic() < end:
            time.sleep(0.05)
        ray.kill(queue.worker.making.cluster.seats.actors[0])
        while queue.get(job.id).state not in ("done", "failed") and time.monotonic() < end:
            time.sleep(0.05)
        assert queue.get(job.id).state == "done", queue.get(job.id).error
        assert [row["state"] for row in queue.store.pieces_of(job.id)] == ["done"] * 6
        (entry,) = studio.history.find(Wanted(limit=10))
        assert entry.job == job.id and (entry.width, entry.height) == (64, 96)
    finally:
        queue.stop()
        studio.close()

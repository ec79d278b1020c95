"""A picture on trial through a real Ray: its tries are made on the cluster, judged where their passes arrive, the best is delivered and the others are kept."""

from __future__ import annotations

import importlib.util
import time

import pytest

from diorama.history import Wanted
from diorama.jobs import Order, Queue
from diorama.recipe import Request, resolve
from diorama.studio import Settings, Studio
from diorama.studio.rubric import Rubric
from diorama.studio.trial import Trial

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray (the extra `ray`) is not installed"),
    pytest.mark.filterwarnings("ignore"),
]


def until_done(queue: Queue, owner: str):
    end = time.monotonic() + 300
    while any(queue.store.counts().values()) and time.monotonic() < end:
        time.sleep(0.05)
    return queue.list(owner)


def test_tries_are_made_on_the_cluster_judged_and_the_best_is_delivered(tmp_path, scene, monkeypatch):
    from diorama.jobs import cluster

    made_there = []
    real = cluster.Cluster.render
    monkeypatch.setattr(cluster.Cluster, "render", lambda self, task, **more: made_there.append(task.recipe.seed) or real(self, task, **more))
    studio = Studio(Settings(home=tmp_path, engine="null", keep_passes=False, cluster="local"))
    queue = Queue(studio)
    queue.start()
    try:
        request = Request(prompt="a mug", seed=7, width=96, height=64, engine="null")
        recipe = resolve(request, scene, engine_version="1")
        queue.submit([Order(recipe=recipe, trial=Trial(tries=3, rubric=Rubric(rules=("no mug",))))], "best of")
        queue.submit([Order(recipe=recipe, trial=Trial(rubric=Rubric(rules=("nothing is cut off", "no elephant"), least=0.5)))], "passes")
        (hard,), (easy,) = until_done(queue, "best of"), until_done(queue, "passes")
        assert (hard.state, easy.state) == ("done", "done")
        assert sorted(made_there) == [7, 7, 8, 9, 10], "three tries and one more with what was wrong; the other passed at once"
        kept = {entry.id: entry for entry in studio.history.find(Wanted(limit=100))}
        assert len(kept) == 5 and all("score" in entry.provenance for entry in kept.values())
        failed = [entry for entry in kept.values() if "no mug" in entry.provenance.get("failed", "")]
        assert len(failed) == 4 and hard.picture in {entry.id for entry in failed}
        assert float(kept[hard.picture].provenance["score"]) == max(float(entry.provenance["score"]) for entry in failed)
        assert "no mug" not in kept[easy.picture].provenance.get("failed", "")
    finally:
        queue.stop()
        studio.close()

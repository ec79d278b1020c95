"""The stage's pictures and films in pieces, beside the same made whole: by two workers over HTTP of which one is
killed, and on a Ray of two nodes of which one is lost.

Small pictures that count as large (`small.py`). What is told of each: how many pieces, who made them, how far the whole is from what one process makes of its
recipe (levels of 255; a film's frames ought to be the same to the bit).
"""

from __future__ import annotations

import io
import signal
import subprocess
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from PIL import Image

from bench.scale.serving import served, started
from bench.scale.small import small
from diorama.contracts import Job
from diorama.engines.stage import StageEngine
from diorama.history import Entry, History
from diorama.image import open_picture
from diorama.jobs import Order, Queue
from diorama.jobs.store import Store
from diorama.recipe import parse
from diorama.studio import Settings, Studio

PROMPT = "a red mug beside a green pear on a wooden table"
STILL = {"quality": "draft", "seed": 5, "engine": "stage", "options": {"samples": 4}}
FILM = {"quality": "draft", "seed": 5, "engine": "stage", "options": {"samples": 2, "move": "orbit", "amount": 20.0, "seconds": 1.5, "fps": 6.0, "clip": "zip"}}
ASKED = {"picture": (STILL, (192, 144)), "film": (FILM, (96, 72))}
WAIT = 600.0


def over_http() -> None:
    """Two `diorama worker --server`, one killed once it has a piece."""
    for what in ASKED:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), "bench.scale.small") as (address, token, person, _):
            running = {f"w{k}": started(address, token, f"w{k}", engine="stage", program="bench.scale.small") for k in range(2)}
            with httpx.Client(base_url=address, headers={"authorization": f"Bearer {person}"}, timeout=60) as client:
                _ordered_over_http(what, client, running)
            for one in running.values():
                one.terminate()
                one.wait(60)
            tell(what, Path(folder))


def _ordered_over_http(what: str, client: httpx.Client, running: dict[str, subprocess.Popen]) -> None:
    body, (width, height) = ASKED[what]
    until(lambda: len(client.get("/api/workers").json()["workers"]) == len(running))
    answer = client.post("/api/jobs", json={"prompt": PROMPT, "size": max(width, height), "aspect": f"{width}:{height}", **body})
    assert answer.status_code == 202, answer.text
    at = f"/api/jobs/{answer.json()['jobs'][0]['id']}"
    until(lambda: "parts are made" in (client.get(at).json().get("text") or ""))
    busy = next(one["offer"]["worker"] for one in client.get("/api/workers").json()["workers"] if one["running"])
    running[busy].send_signal(signal.SIGKILL)
    until(lambda: client.get(at).json()["state"] in ("done", "failed"))
    print(f"{what} over HTTP: {client.get(at).json()['state']}, {busy} killed", flush=True)


def on_ray() -> None:
    """A local Ray of two nodes of one processor each, one of them lost once a piece is made."""
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    alive = [cluster.add_node(num_cpus=1) for _ in range(2)]
    for what in ASKED:
        with tempfile.TemporaryDirectory() as folder:
            _ordered_on_ray(what, Path(folder), cluster, alive)
            tell(what, Path(folder))
    cluster.shutdown()


def _ordered_on_ray(what: str, home: Path, cluster: Any, alive: list[Any]) -> None:
    body, (width, height) = ASKED[what]
    settings = Settings(home=home, engine="stage", keep_passes=True).model_copy(update={"cluster": cluster.address})
    with small(), Studio(settings) as studio:
        jobs = Queue(studio)
        jobs.start()
        request = parse({"prompt": PROMPT, "long_side": max(width, height), "aspect": (width, height), **body})
        (job,) = jobs.submit([Order(recipe=studio.recipes(request, studio.read(request))[0])], "ann")
        until(lambda: any(row["state"] == "done" for row in jobs.store.pieces_of(job.id)))
        cluster.remove_node(alive.pop(0), allow_graceful=False)
        alive.append(cluster.add_node(num_cpus=1))
        until(lambda: jobs.get(job.id).state in ("done", "failed"))
        print(f"{what} on Ray: {jobs.get(job.id).state} {jobs.get(job.id).error or ''}, one node of two lost", flush=True)
        jobs.stop()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


def tell(what: str, home: Path) -> None:
    """What came of the one job in a home."""
    store = Store(home / "jobs.sqlite")
    with History(home) as opened:
        (entry,) = opened.list()
        rows = store.pieces_of(entry.job or "")
        made = Counter(row["worker"] for row in rows)
        print(f"  {len(rows)} pieces by {dict(made)}, tries {[row['attempts'] for row in rows]}; one entry", flush=True)
        ours = open_picture(opened.read(entry))[..., :3].astype(int)
        films = [frames(opened.inputs.get(one.sha256)) for one in entry.files if one.type == "application/zip"]
    store.end()
    _compare(what, entry, ours, films)


def _compare(what: str, entry: Entry, ours: np.ndarray, films: list[np.ndarray]) -> None:
    engine = StageEngine()
    whole = engine.make(Job(entry.recipe))
    engine.close()
    off = np.abs(ours - whole.picture[..., :3].astype(int))
    if what == "film":
        theirs = frames(whole.files[0].data)
        same = bool(np.array_equal(films[0], theirs))
        print(f"  {len(theirs)} frames, the same to the bit: {same}; the middle one is off by {off.max()} at most", flush=True)
    else:
        print(f"  off by {off.mean():.3f} on the mean, {off.max()} at most, {100 * (off.max(axis=2) > 2).mean():.2f} % of pixels by more than 2", flush=True)


def frames(data: bytes) -> np.ndarray:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return np.stack([np.asarray(Image.open(io.BytesIO(file.read(name))).convert("RGB")) for name in sorted(file.namelist()) if name.endswith(".png")])

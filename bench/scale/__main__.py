"""The figures of docs/scale.md, a part at a time: `python -m bench.scale PART [--many N]`.

workers     1, 2, 4, 8 null workers of a second's work each, over HTTP: share of linear
scheduler   jobs a second through submit, take, done with nothing made, on both stores
history     a million entries on both stores: pages, searches, filters
listeners   1,000 clients on one server's event stream: until all have heard of one change
idle        what a server, and a server with workers asking, cost in CPU while nothing happens
kills       worker processes killed at random (--kills 50 over --many 500 jobs)
nodes       the same with the nodes of a local Ray
autoscaling Ray's own autoscaler: nodes come as jobs wait, and go (autoscaling.py)
aims        all of the above that have an aim, as ratios against it (aims.py)
large       peak memory of a picture of 4096 x 4096 in tiles (large.py)
pieces      the stage's tiles and ranges of frames over HTTP and on a local Ray, beside the whole (pieces.py)
simulation  10,000 workers and a day, by arithmetic on these figures (simulate.py)
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import httpx
import psutil

from bench.history import counted, questions, timed
from bench.scale import pieces, simulate
from bench.scale.aims import Figure, report
from bench.scale.autoscaling import autoscaling
from bench.scale.database import server as database_server
from bench.scale.fair import Fair, of_file
from bench.scale.filled import in_postgres, in_sqlite
from bench.scale.large import large
from bench.scale.serving import served, started
from diorama.history import Facets, History, Wanted
from diorama.jobs import Order
from diorama.jobs.store import Store
from diorama.language import read
from diorama.recipe import Recipe, Request, resolve
from diorama.server.auth import Tokens


OWNERS = ("amy", "bob", "cleo", "dan", "eve")
IDLE = 1.0
"""Per cent of a core that a server may use while nothing happens; ours: the issue wants it measured."""


def recipe(seed: int = 1, seconds: float = 0.0) -> Recipe:
    options = {"seconds": seconds}
    request = Request(prompt=f"a red violin, number {seed}", seed=seed, engine="null", width=64, height=64, options=options)
    return resolve(request, read("a red violin").scene, engine_version="1", options=options)


def order(client: httpx.Client, count: int, seconds: float) -> None:
    for first in range(0, count, 10):
        body = {"prompt": f"a red violin, number {first}", "size": 96, "seed": first, "n": min(10, count - first), "options": {"seconds": seconds}}
        answer = client.post("/api/jobs", json=body)
        assert answer.status_code == 202, answer.text


def queue(client: httpx.Client) -> dict:
    return client.get("/api/queue").json()


def workers(many: int) -> list[Figure]:
    told: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (address, token, person, _):
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {person}"}, timeout=60) as client:
            order(client, 100, 0.0)
            for count in (1, 2, 4, 8):
                running = [started(address, token, f"bench-{count}-{k}") for k in range(count)]
                while queue(client)["queued"] + queue(client)["running"]:
                    time.sleep(0.2)
                while sum(one["offer"]["worker"].startswith(f"bench-{count}-") for one in client.get("/api/workers").json()["workers"]) < count:
                    time.sleep(0.2)
                jobs = count * many
                start = time.monotonic()
                order(client, jobs, 1.0)
                while queue(client)["queued"] + queue(client)["running"]:
                    time.sleep(0.02)
                took = time.monotonic() - start
                told.append(Figure(f"{count} null workers, share of linear", jobs / took / count, 0.95, "", False))
                print(f"{count} workers: {jobs} jobs of 1 s in {took:.2f} s: {jobs / took:.2f} a second, {jobs / took / count:.3f} of linear", flush=True)
                for one in running:
                    one.terminate()
                for one in running:
                    one.wait(60)
                order(client, count * 10, 0.0)
    return told


def scheduler(many: int) -> list[Figure]:
    def turn(store, name: str) -> float:
        made = Order(recipe=recipe())
        start = time.monotonic()
        for k in range(many // 10):
            store.submit([made] * 10, f"owner {k % 20}")
        submitted = time.monotonic() - start
        threads = [threading.Thread(target=drain, args=(store,)) for _ in range(2)]
        start = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.monotonic() - start
        whole = took + submitted
        print(f"{name}: {many / submitted:,.0f} jobs/s written down (tens), {many / took:,.0f} taken and done, {many / whole:,.0f} in all", flush=True)
        return (took + submitted) / many

    def drain(store) -> None:
        store.relax()
        while task := store.take(5, "null", worker="w", lease=30):
            store.done(task.id, f"{hash(task.id) & ((1 << 256) - 1):064x}", claim=task.claim)
        store.close()

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "jobs.sqlite")
        told = [Figure("scheduler, SQLite", 1 / turn(store, "SQLite"), 200, "jobs/s", False)]
        store.end()
    from diorama.jobs.shared import SharedStore

    with database_server() as address:
        store = SharedStore(address)
        told.append(Figure("scheduler, PostgreSQL", 1 / turn(store, "PostgreSQL"), 200, "jobs/s", False))
        store.end()
    return told


def history(many: int) -> list[Figure]:
    told: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder, database_server(fsync=False) as address:
        for name, database in (("SQLite", None), ("PostgreSQL", address)):
            fill(Path(folder), database, many)
            with History(folder, database) as opened:
                print(f"{name}, {opened.count():,} entries", flush=True)
                slowest, asked = ask(opened, many)
                told.append(Figure(f"{name}, {many:,} entries, slowest ({asked})"[:52], slowest * 1000, 50, "ms", True))
    return told


def ask(opened: History, many: int) -> tuple[float, str]:
    """Seconds of what took longest, and what that was."""
    times: dict[str, float] = {}
    asked = [(name, opened.find, wanted) for name, _, wanted in questions(many)] + [(name, opened.facets, wanted) for name, wanted in counted()]
    for name, door, wanted in asked:
        door(wanted)
        used = processor_time()
        times[name] = seconds = timed(door, wanted)
        used = (processor_time() - used) / 31
        found = door(wanted)
        count = found.total if isinstance(found, Facets) else len(found)
        print(f"  {name:<40} {seconds * 1000:8.2f} ms, of a processor {used * 1000:8.2f}   {count} found", flush=True)
    last = max(times, key=lambda name: times[name])
    print(f"  slowest: {last}, {times[last] * 1000:.1f} ms; load {os.getloadavg()[0]:.1f}", flush=True)
    return times[last], last


def processor_time() -> float:
    """Seconds that this process has used, and PostgreSQL's backends: what is left of a figure where others use the machine too."""
    backends = [one for one in psutil.process_iter(["cmdline"]) if "postgres: diorama postgres" in " ".join(one.info["cmdline"] or ())]
    return time.process_time() + sum(sum(one.cpu_times()[:2]) for one in backends)


def fill(home: Path, database: str | None, many: int) -> None:
    made, start = recipe(), time.monotonic()
    if database is None:
        in_sqlite(home, many, made.to_json(), made.digest)
    else:
        in_postgres(database, many, made.to_json(), made.digest)
    print(f"filled in {time.monotonic() - start:.0f} s", flush=True)
    start = time.monotonic()
    with History(home, database) as opened:
        if database is not None:
            opened.connections.get().execute("VACUUM ANALYZE")
    print(f"brought up to date in {time.monotonic() - start:.0f} s", flush=True)


def listeners(many: int) -> list[Figure]:
    async def listen(address: str, person: str, at: list[float], ready: asyncio.Semaphore) -> None:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=address, headers={"authorization": f"Bearer {person}"}, timeout=None, limits=limits) as client:
            async with client.stream("GET", "/api/events") as answer:
                async for line in answer.aiter_lines():
                    if line.startswith("event: queue"):
                        ready.release()
                    if line.startswith("event: job"):
                        at.append(time.monotonic())
                        return

    async def all_(address: str, person: str) -> tuple[list[float], float]:
        at: list[float] = []
        ready = asyncio.Semaphore(0)
        tasks = [asyncio.create_task(listen(address, person, at, ready)) for _ in range(many)]
        for _ in range(many):
            await ready.acquire()
        start = time.monotonic()
        async with httpx.AsyncClient(base_url=address, headers={"authorization": f"Bearer {person}"}, timeout=60) as client:
            await client.post("/api/jobs", json={"prompt": "a mug", "size": 96})
        await asyncio.wait(tasks, timeout=120)
        return at, start

    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (address, _, person, process):
        at, start = asyncio.run(all_(address, person))
        late = sorted(one - start for one in at)
        memory = psutil.Process(process.pid).memory_info().rss >> 20
        first, middle, last = late[0], late[len(late) // 2], late[-1]
        print(f"{len(at)} of {many} listeners heard: first {first:.2f} s, median {middle:.2f} s, last {last:.2f} s; {memory} MiB", flush=True)
    return [Figure(f"listeners of {many:,} that heard", len(at), many, "", False)]


def idle(many: int) -> list[Figure]:
    used = 0.0
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (address, token, person, process):
        for count in (0, 4):
            running = [started(address, token, f"idle-{k}") for k in range(count)]
            admin = {"authorization": f"Bearer {person}"}
            while len(httpx.get(f"{address}/api/workers", headers=admin, timeout=60).json()["workers"]) < count:
                time.sleep(0.5)
            time.sleep(10)
            before = sum(psutil.Process(process.pid).cpu_times()[:2])
            own = [sum(psutil.Process(one.pid).cpu_times()[:2]) for one in running]
            time.sleep(many)
            used = sum(psutil.Process(process.pid).cpu_times()[:2]) - before
            theirs = [sum(psutil.Process(one.pid).cpu_times()[:2]) - had for one, had in zip(running, own, strict=True)]
            told = f", each worker {100 * sum(theirs) / len(theirs) / many:.2f} %" if theirs else ""
            print(f"idle, {count} workers: the server uses {100 * used / many:.2f} % of a core{told}", flush=True)
            for one in running:
                one.terminate()
                one.wait(60)
    return [Figure("idle server with four workers that ask", 100 * used / many, IDLE, "% of a core", True)]


def aims(entries: int) -> None:
    """Every part that has an aim, and their figures as ratios."""
    report({
        "workers": lambda: workers(10), "scheduler": lambda: scheduler(2000), "listeners": lambda: listeners(1000), "idle": lambda: idle(20),
        "history": lambda: history(entries),
    })  # fmt: skip


def kills(many: int, times: int) -> None:
    chance = random.Random(20261128)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (address, token, person, _):
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {person}"}, timeout=60) as client:
            client.post("/api/queue", json={"paused": True})
            tokens = Tokens(Path(folder) / "tokens.json")
            for name in OWNERS:
                with httpx.Client(base_url=address, headers={"authorization": f"Bearer {tokens.add(name)}"}, timeout=60) as one:
                    order(one, many // len(OWNERS), 1.5)  # so long that fifty kills fall among them
            even = of_file(Path(folder))
            even.look()
            client.post("/api/queue", json={"paused": False})
            running = [started(address, token, f"victim-{k}", slots=4) for k in range(2)]
            for number in range(times):
                until = time.monotonic() + chance.uniform(0.5, 6)
                while time.monotonic() < until:
                    even.look()
                    time.sleep(0.1)
                left = queue(client)
                if left["queued"] + left["running"] == 0:
                    print(f"done after {number} kills")
                    break
                victim = running.pop(chance.randrange(len(running)))
                victim.send_signal(signal.SIGKILL)
                victim.wait()
                running.append(started(address, token, f"again-{number}", slots=4))
            while (left := queue(client))["queued"] + left["running"]:
                even.look()
                time.sleep(0.2)
            even.tell()
            for one in running:
                one.terminate()
                one.wait(60)
        with History(folder) as opened:
            tell(opened, many)


def tell(opened: History, many: int) -> None:
    """Whether each job has exactly one picture."""
    entries = [entry for before in pages(opened) for entry in before]
    jobs = Counter(entry.job for entry in entries)
    doubled = sum(count > 1 for count in jobs.values())
    print(f"{many} jobs: {len(jobs)} have a picture, {doubled} have more than one, {len(opened.verify())} damaged", flush=True)


def pages(opened: History):
    before = 2**62
    while page := opened.find(Wanted(before=before, limit=1000)):
        yield page
        before = page[-1].seq


def nodes(many: int, times: int) -> None:
    from ray.cluster_utils import Cluster

    from diorama.jobs import Queue
    from diorama.studio import Settings, Studio

    chance = random.Random(20261128)
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    alive = [cluster.add_node(num_cpus=2) for _ in range(2)]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), engine="null", keep_passes=False, max_queue=100_000, max_queue_each=100_000)
        studio = Studio(settings.model_copy(update={"cluster": cluster.address}))
        jobs = Queue(studio)
        jobs.start()
        jobs.store.pause(True)
        for k in range(many):
            jobs.submit([Order(recipe=recipe(k, 0.2))], f"owner {k % 5}")
        even = Fair(jobs.store.database)
        even.look()
        jobs.pause(False)
        killed = 0
        while any(jobs.store.counts().values()):
            until = time.monotonic() + chance.uniform(0.5, 3)
            while time.monotonic() < until:
                even.look()
                time.sleep(0.05)
            if killed < times:
                cluster.remove_node(alive.pop(chance.randrange(len(alive))), allow_graceful=False)
                alive.append(cluster.add_node(num_cpus=2))
                killed += 1
        print(f"{killed} nodes killed")
        even.tell()
        tell(studio.history, many)
        jobs.stop()
        studio.close()
    cluster.shutdown()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = ("workers", "scheduler", "history", "listeners", "idle", "kills", "nodes", "autoscaling", "pieces", "large", "aims", "simulation")
    parser.add_argument("part", choices=parts)
    parser.add_argument("--many", type=int, help="jobs, entries, listeners or seconds")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--per-job", type=float, default=1 / 400, help="seconds of the scheduler a job, for the simulation")
    given = parser.parse_args()
    usual = {"workers": 10, "scheduler": 2000, "history": 1_000_000, "listeners": 1000, "idle": 30, "kills": 500, "nodes": 500}
    many = given.many or usual.get(given.part, 0)
    match given.part:
        case "kills":
            kills(many, given.kills)
        case "nodes":
            nodes(many, given.kills)
        case "autoscaling":
            autoscaling(given.many or 24, lambda jobs, count: [jobs.submit([Order(recipe=recipe(k, 4.0))], f"owner {k % 3}") for k in range(count)])
        case "pieces":
            pieces.over_http()
            pieces.on_ray()
        case "large":
            large(given.many or 4096)
        case "aims":
            aims(given.many or 1_000_000)
        case "simulation":
            simulate.report(given.per_job)
        case name:
            {"workers": workers, "scheduler": scheduler, "history": history, "listeners": listeners, "idle": idle}[name](many)


if __name__ == "__main__":
    main()

"""Processes to be killed: each orders pictures under keys of its own, one by one, and makes them; the next one goes on."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from diorama.engines.fake import FakeEngine
from diorama.jobs import Order, Queue, keep, making, worker
from diorama.language import read
from diorama.recipe import parse
from diorama.studio import Settings, Studio


def main() -> None:
    """Everything is imported once; each line of the input is a life: HOME COUNT CRASH MILLISECONDS (until it is killed; 0: never) ENGINE."""
    for line in sys.stdin:
        home, count, crash, lifetime, engine = line.rstrip("\n").split("|")
        child = os.fork()
        if child == 0:
            live(Path(home), int(count), crash, engine)
            os._exit(0)
        if int(lifetime):
            time.sleep(int(lifetime) / 1000)
            os.kill(child, signal.SIGKILL)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def live(home: Path, count: int, crash: str, engine: str) -> None:
    """`engine`: null; fake, a service that knows no tokens; or keyed, one that does."""
    studio = Studio(Settings(home=home, engine="null", keep_passes=crash == "before-renaming-passes"))
    if engine != "null":
        studio._engines["fake"] = FakeEngine(home / "service", keyed=engine == "keyed")
    options = {} if engine == "null" else {"seconds": 0.05}
    queue = Queue(studio)
    worker.MOST_ATTEMPTS = 1000  # each of these lives is cut off for a reason that is not in the job
    set_trap(home, crash, studio, queue)
    queue.start()
    for k in range(count):
        request = parse({"prompt": f"a red mug, number {k}", "engine": "null" if engine == "null" else "fake", "width": 64, "height": 64, "seed": k, "options": options})
        (recipe,) = studio.recipes(request, studio.read(request))
        queue.submit([Order(recipe=recipe)], f"owner {k % 3}", key=f"key {k}", content=str(k))
    while any(queue.store.counts().values()):
        time.sleep(0.01)
    queue.stop()


def set_trap(home: Path, crash: str, studio: Studio, queue: Queue) -> None:
    """Let the process end itself at one point, once: a file remembers that it did."""

    def before(owner, name):
        real = getattr(owner, name)

        def crashing(*args, **kwargs):
            if not (home / "died").exists():
                (home / "died").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        setattr(owner, name, crashing)

    service = studio.engine("fake").service
    traps = {
        "before-sending": (service, "order"), "before-submitted": (queue.store, "submitted"), "while-it-works": (studio.engine("fake"), "status"),
        "before-fetching": (studio.engine("fake"), "fetch"), "before-keeping": (making, "keep"), "before-renaming-passes": (keep, "settle"), "before-done": (queue.store, "done"), "after-taking": (studio, "render"),
    }  # fmt: skip
    if crash in traps:
        before(*traps[crash])


if __name__ == "__main__":
    read("a mug")
    Studio(Settings(home=Path("/nonexistent"), engine="null")).engine("null")
    main()

"""Ray as what makes the pictures: actors on the cluster's nodes, seats, each with an engine warm in it (the extra `ray`).

A lane is as wide as the cluster has room for now, and one wider, so that Ray's autoscaler sees that more is wanted; who has come first gets the next seat that
is free (`seats.py`). A node or process that is lost costs the try: the same job is made at another seat, wherever there is room. What is kept is kept here, once,
under the job's id. Engines that cost are asked from here: what they say must be written down before they go on, and they need no machine.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal

from diorama.contracts import Cancel, Capabilities, Event, Listen, Piece, Progress
from diorama.errors import Cancelled, DioramaError, EngineUnreachable, RequestError, WorkerLost
from diorama.jobs.seats import Seats
from diorama.jobs.store import Task
from diorama.recipe import Recipe
from diorama.studio import Rendered, Studio
from diorama.studio import pieces as in_pieces

try:
    import ray
    from ray.exceptions import RayError, RayTaskError
except ImportError as missing:
    raise RequestError("a cluster needs Ray", where="cluster", hint="pip install 'diorama[ray]'") from missing

TRIES = 5
"""Actors that may be lost while they make one picture before it has failed: what kills them may be in it."""
STARTS = 20
"""Actors that may be lost before they have begun it: no fault of the picture's, but with every node gone there would be no end."""
AGAIN, LONGEST = 1.0, 16.0
"""Seconds to the second actor, each next twice as long: for a while Ray may not know that a node is gone, and puts the next one there too."""
LOOK = 0.2
"""Seconds between looks whether a job was cancelled."""
WIDEST = 256

log = logging.getLogger("diorama.jobs")


@dataclass(frozen=True)
class Parcel:
    """A job as it travels: its recipe, and the files that it goes by."""

    recipe: str
    token: str
    inputs: tuple[bytes, ...]
    parent: tuple[bytes, str] | None
    """The picture it comes from and that one's recipe."""
    passes: bool
    what: Literal["picture", "survey", "piece"] = "picture"
    piece: Piece | None = None
    pieces: tuple[bytes, ...] = ()
    """What the picture is joined of."""


@dataclass(frozen=True)
class Brought:
    """What came of it: the picture, the settled recipe of a survey, a piece's file, or what the engine raised (it is no fault of the node); and files that the
    recipe goes by besides those that were sent."""

    told: Rendered | Recipe | bytes | DioramaError
    inputs: tuple[bytes, ...] = ()


class Seat:
    """An engine's place on a node. Runs there; Ray keeps the process, and the engine in it, between jobs."""

    def __init__(self, settings: dict[str, Any]):
        import tempfile
        from pathlib import Path

        from diorama.studio import Settings

        self._folder = tempfile.TemporaryDirectory(prefix="diorama-seat-")
        self._studio = Studio(Settings.model_validate({**settings, "home": Path(self._folder.name), "database": None, "bucket": None, "cluster": None}))

    def there(self) -> bool:
        """It is."""
        return True

    def make(self, parcel: Parcel) -> Iterator[Event | Brought]:
        """What the engine tells while it works, then what came of it."""
        told: queue.SimpleQueue[Event | Brought | Exception] = queue.SimpleQueue()

        def work() -> None:
            try:
                told.put(self._made(parcel, told.put))
            except Exception as wrong:
                told.put(wrong)

        yield Progress("cluster", 0.0, "on a node")  # from here on, what is lost may be the picture's doing
        threading.Thread(target=work, daemon=True).start()
        while not isinstance(one := told.get(), Brought):
            if isinstance(one, Exception):
                raise one
            if not isinstance(one, Progress) or told.empty():  # of progress only the newest
                yield one
        yield one

    def _made(self, parcel: Parcel, listen: Listen) -> Brought:
        from diorama.recipe import load

        recipe, history = load(parcel.recipe), self._studio.history
        sent = {history.inputs.keep(data) for data in parcel.inputs}
        try:
            parent = None if parcel.parent is None else history.append(parcel.parent[0], load(parcel.parent[1])).id
            if parcel.what == "survey":
                return Brought(in_pieces.survey(self._studio, recipe, listen))
            if parcel.piece is not None:
                return Brought(in_pieces.piece(self._studio, recipe, parcel.piece, passes=parcel.passes, listen=listen))
            rendered = self._studio.render(recipe, passes=parcel.passes, token=parcel.token, parent=parent, pieces=parcel.pieces, listen=listen)
        except DioramaError as wrong:
            return Brought(wrong)
        more = tuple(history.inputs.get(one.sha256) for one in rendered.recipe.inputs if one.sha256 not in sent)
        outcome = replace(rendered.outcome, files=tuple(one.loaded() for one in rendered.outcome.files))
        return Brought(Rendered(rendered.recipe, outcome, rendered.seconds, rendered.source_type), more)


class Cluster:
    """`address`: ray://host:10001, auto (the cluster of this machine), or local (one of its own, for as long as this process lives)."""

    def __init__(self, address: str, studio: Studio):
        self._studio = studio
        self._own = threading.local()
        self.seats = Seats(self._started, ray.kill)
        try:
            dashboard = False if address == "local" else None
            ray.init(
                address=address, namespace="diorama", log_to_driver=False, logging_level=logging.WARNING, ignore_reinit_error=True, include_dashboard=dashboard
            )
        except (ConnectionError, RuntimeError, ValueError) as wrong:
            raise EngineUnreachable(f"the cluster cannot be reached: {str(wrong).splitlines()[0]}", where="cluster", hint="`ray status` tells of it") from None

    def takes(self, able: Capabilities) -> bool:
        """Whether an engine's jobs go to the cluster."""
        return not able.costs

    def width(self, engine: str, able: Capabilities) -> int:
        """Jobs at a time: what the nodes have room for, and one that waits."""
        have, need = ray.cluster_resources(), resources(engine, able)
        room = min(have.get({"num_cpus": "CPU", "num_gpus": "GPU"}.get(name, name), 0.0) / amount for name, amount in _flat(need).items())
        return max(1, min(WIDEST, int(room) + 1))

    def render(self, task: Task, *, passes: bool, listen: Listen, cancel: Cancel, pieces: Sequence[bytes] = ()) -> Rendered:
        """Have a node make the picture, or join it. Raises what the engine raised there, Cancelled, WorkerLost after too many lost nodes."""
        brought = self._asked(task, replace(self._parcel(task, passes), pieces=tuple(pieces)), listen, cancel)
        told = brought.told
        assert isinstance(told, Rendered), "a picture was asked for"
        for data in brought.inputs:
            self._studio.history.inputs.keep(data)
        return Rendered(told.recipe, told.outcome, told.seconds, told.source_type, self._studio.signer(told.recipe, told.source_type))

    def survey(self, task: Task, *, listen: Listen, cancel: Cancel) -> Recipe:
        """Have a node settle what pieces have in common. Raises as `render`."""
        told = self._asked(task, replace(self._parcel(task, False), what="survey"), listen, cancel).told
        assert isinstance(told, Recipe), "a survey was asked for"
        return told

    def piece(self, task: Task, *, passes: bool, listen: Listen, cancel: Cancel) -> bytes:
        """Have a node make a piece: its file. Raises as `render`."""
        told = self._asked(task, replace(self._parcel(task, passes), what="piece", piece=task.piece), listen, cancel).told
        assert isinstance(told, bytes), "a piece was asked for"
        return told

    def _asked(self, task: Task, parcel: Parcel, listen: Listen, cancel: Cancel) -> Brought:
        able = self._studio.able(task.recipe.engine)
        lost = {True: 0, False: 0}
        while lost[True] < TRIES and lost[False] < STARTS:
            self._own.begun = False
            try:
                brought = self._made(task.recipe.engine, able, parcel, listen, cancel)
            except RayTaskError as wrong:
                raise WorkerLost(f"the node failed: {wrong.cause!r:.300}", hint="its log says more") from wrong
            except RayError as wrong:
                self._leave()
                lost[self._own.begun] += 1
                log.warning("a node was lost: %s", type(wrong).__name__, extra={"job": task.id, "tries": sum(lost.values())})
                cancel.rest(min(LONGEST, AGAIN * 2 ** (sum(lost.values()) - 1)))
                continue
            if isinstance(brought.told, DioramaError):
                raise brought.told
            return brought
        told = f"{sum(lost.values())} nodes were lost over this picture, {lost[True]} of them while they made it"
        raise WorkerLost(told, hint="try a smaller picture; the nodes' logs may say more")

    def _made(self, engine: str, able: Capabilities, parcel: Parcel, listen: Listen, cancel: Cancel) -> Brought:
        listen(Progress("cluster", 0.0, "on its way to a node"))
        seat = self._own.seat = self.seats.take(engine, able, cancel)
        made = seat.actor.make.options(num_returns="streaming").remote(parcel)
        while True:
            ready, _ = ray.wait([made], timeout=LOOK)
            if ready:
                one: Any = ray.get(next(made))
                self._own.begun = True
                if isinstance(one, Brought):
                    self._own.seat = None
                    self.seats.give_back(seat)
                    return one
                listen(one)
            try:
                cancel.check()
            except Cancelled:
                self._leave()  # the engine stops with its process
                raise

    def _started(self, engine: str, able: Capabilities) -> tuple[Any, Callable[[], bool]]:
        """A new seat's actor, and what tells whether it is there (it raises RayError where it never will be)."""
        settings = self._studio.settings.model_dump(mode="json", exclude={"home", "database", "bucket", "cluster", "token_file"})
        actor: Any = ray.remote(Seat).options(max_restarts=0, max_task_retries=0, **resources(engine, able)).remote(settings)
        sat = actor.there.remote()

        def there() -> bool:
            if not ray.wait([sat], timeout=0)[0]:
                return False
            ray.get(sat)
            return True

        return actor, there

    def _leave(self) -> None:
        """End the seat at which this thread's job was: it is lost, or what is made there is not wanted any more."""
        seat = getattr(self._own, "seat", None)
        self._own.seat = None
        if seat is not None:
            self.seats.end(seat)

    def rest(self, engine: str) -> None:
        """Nothing waits: seats that nobody needs are free for others, and Ray may take their nodes away."""
        self.seats.clear(engine)

    def close(self) -> None:
        self.seats.close()
        with suppress(Exception):
            ray.shutdown()

    def _parcel(self, task: Task, passes: bool) -> Parcel:
        history = self._studio.history
        parent = None
        if task.parent is not None:
            entry = history.get(task.parent)
            parent = (history.read(entry), entry.recipe_json)
        return Parcel(task.recipe.to_json(), task.id, tuple(history.inputs.get(one.sha256) for one in task.recipe.inputs), parent, passes)


def resources(engine: str, able: Capabilities) -> dict[str, Any]:
    """What a seat takes of a node, in Ray's words.

    Where nodes say which models they have (`ray start --resources '{"model:z-image": 1}'`), only those are asked."""
    need: dict[str, Any] = {"num_cpus": 1}
    if "gpu" in able.needs:
        need["num_gpus"] = 1
    if f"model:{engine}" in ray.cluster_resources():
        need["resources"] = {f"model:{engine}": 0.001}
    return need


def _flat(need: dict[str, Any]) -> dict[str, float]:
    return {name: amount for name, amount in need.items() if name != "resources"} | need.get("resources", {})

"""From what is asked for to complete orders: the reading, the recipes, what they come from. Both APIs go through here."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from diorama import scene as scenes
from diorama.errors import JobError, RequestError, UnknownEntry
from diorama.history import Entry
from diorama.jobs import Job, Order
from diorama.jobs.asks import Ask
from diorama.jobs.store import Team
from diorama.recipe import Input, InputKind, Recipe, Request, parse
from diorama.server.auth import Owner
from diorama.server.state import AppState
from diorama.server.recipes import picture
from diorama.studio import words
from diorama.studio.inputs import keep
from diorama.studio.words import Diagnostic

log = logging.getLogger("diorama.server")


def shape(text: str | None) -> tuple[int, int] | None:
    """ "16:9" as two numbers."""
    if text is None:
        return None
    across, _, down = text.partition(":")
    return int(across), int(down)


def request_of(app_state: AppState, data: dict[str, Any]) -> Request:
    """A request from its fields; what is None is left open."""
    given = {key: value for key, value in data.items() if value is not None}
    if "scene" in given:
        given["scene"] = scenes.load(given["scene"])
    return parse({"engine": app_state.settings.engine, **given})


def recipes(app_state: AppState, request: Request, *, films: bool = True) -> tuple[Sequence[Recipe], Sequence[Diagnostic]]:
    """Read and resolve: one recipe a picture, and what the reader has to say. `films`: whether who asks can take one."""
    reading = app_state.studio.read(request)
    if reading and not films:
        reading = words.unfilmed(reading, "the Images API")
    return app_state.studio.recipes(request, reading), reading.diagnostics if reading else ()


def again(entry: Entry, seed: int | None, count: int) -> Sequence[Recipe]:
    """The recipe of a picture: exactly (once), or with other seeds."""
    recipe = entry.recipe
    if seed is None and count == 1:
        return (recipe,)
    first = recipe.seed + 1 if seed is None else seed
    return tuple(recipe.with_seed((first + k) % 2**32) for k in range(count))


def entry_of(app_state: AppState, who: Owner, id: str, where: str | None = None) -> Entry:
    """An owner's entry; another's is as unknown as none."""
    if len(id) == 64:
        try:
            entry = app_state.studio.history.get(id)
        except UnknownEntry:
            pass
        else:
            if entry.owner == who.name and entry.id == id:
                return entry
    raise UnknownEntry("there is no such picture", where=where or id)


def given(app_state: AppState, who: Owner, source: str | None, references: Sequence[str], mask: str | None = None) -> list[tuple[InputKind, bytes]]:
    """Pictures that a recipe goes by, each the id of one of the owner's or a data URL, as files. Raises RequestError for what is no picture, UnknownEntry."""
    named: list[tuple[InputKind, str, str]] = [("source", source, "source")] if source else []
    if mask:
        named.append(("mask", mask, "mask"))
    for k, text in enumerate(references):
        named.append(("reference", text, f"references.{k}"))
    return [(kind, _file(app_state, who, text, where)) for kind, text, where in named]


def logos(app_state: AppState, who: Owner, given: Mapping[str, str] | None) -> tuple[Input, ...]:
    """Marks by the noun of what bears each, each the id of one of the owner's pictures or a data URL. Raises as `given`."""
    files = [(name, _file(app_state, who, text, f"logos.{name}")) for name, text in (given or {}).items()]
    kept = keep(app_state.studio.history.inputs, [("logo", data) for _, data in files])
    return tuple(one.model_copy(update={"subject": name.strip() or None}) for one, (name, _) in zip(kept, files, strict=True))


def _file(app_state: AppState, who: Owner, text: str, where: str) -> bytes:
    """The file of a picture of the owner's history, or of a data URL: looked at before anything of it is decoded."""
    if not text.startswith("data:"):
        return app_state.studio.history.read(entry_of(app_state, who, text, where))
    data = unpacked(text.partition(",")[2], where, hint="data:image/png;base64,…")
    picture(app_state, data, where)
    return data


def unpacked(text: str, where: str, hint: str = "the file's bytes as base64") -> bytes:
    """A file that was sent as base64. Raises RequestError."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise RequestError("this is no base64", where=where, hint=hint) from None


def objects(app_state: AppState, sent: Mapping[str, str] | None) -> tuple[Input, ...]:
    """Files that were sent for things of the prompt, as what a recipe goes by. Raises RequestError for one that is not here."""
    own = tuple(Input(kind="object", sha256=sha256, subject=noun) for noun, sha256 in (sent or {}).items())
    for one in own:
        if not app_state.studio.history.inputs.is_whole(one.sha256):
            raise RequestError("no such file was sent", where=f"objects.{one.subject}", hint="send it to POST /api/objects first")
    return own


def submit(app_state: AppState, who: Owner, orders: Sequence[Order], key: str | None, content: Any) -> Sequence[Job]:
    """Write the orders down. `content`: what was asked, as JSON data: the key stands for it."""
    jobs = app_state.queue.submit(orders, who.name, key=key, content=_digest(content), **limits(who))
    log.info("ordered", extra={"owner": who.name, "jobs": " ".join(job.id for job in jobs)})
    return jobs


def ask(app_state: AppState, who: Owner, orders: Sequence[Order], content: Any, repeats: bool) -> tuple[Sequence[Job], Ask]:
    """Write the orders down for somebody who waits for the answer; or join the ask that this one repeats. `repeats`: the caller says that it does.
    The ask has one caller more: see `Asks.present`."""
    told, asks, opened = _digest(content), app_state.queue.asks, []
    joined = asks.join(who.name, told, repeats)
    if joined is not None:
        return [app_state.queue.get(id, who.name) for id in joined.jobs], joined
    try:
        jobs = app_state.queue.submit(orders, who.name, **limits(who), beside=asks.opening(who.name, told, opened))
    except JobError:
        asks.forget_answers(who.name, told)
        raise
    log.info("ordered", extra={"owner": who.name, "jobs": " ".join(job.id for job in jobs)})
    return jobs, opened[0]


def limits(who: Owner) -> dict[str, Any]:
    """What holds for an owner's orders, as `Queue.submit` takes it."""
    team = who.team
    return {"quota": who.quota, "allowance": who.budget, "team": team and Team(team.name, team.quota), "team_allowance": team and team.budget}


def _digest(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def idempotency(key: str | None) -> str | None:
    """A key that can be kept. Raises RequestError."""
    if key is not None and not (1 <= len(key) <= 255 and key.isprintable()):
        raise RequestError("not a key", where="idempotency-key", hint="1 to 255 characters")
    return key

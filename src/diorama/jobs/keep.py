"""Keeping what a job made, exactly once. docs/decisions/0005-jobs.md tells why this order holds through any crash.

passes → HOME/passes/.<job> → entry of the history (carries the job's id; the same id is never kept twice) → passes renamed after the entry → job done
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from diorama.contracts import Spent
from diorama.history import Entry
from diorama.image.files import write_whole
from diorama.jobs.store import Task
from diorama.studio import Rendered, Studio
from diorama.studio import passes as pass_files

KEPT_PASSES = ("ids", "depth")


def keep(studio: Studio, task: Task, rendered: Rendered, data: bytes, spent: Sequence[Spent] = ()) -> Entry:
    """The picture's entry; the one that is there, where the job had made its picture before a crash. `spent`: all that was paid for it."""
    passes = {name: array for name, array in rendered.outcome.passes.items() if name in KEPT_PASSES}
    if passes:
        folder = waiting(studio, task.id)
        shutil.rmtree(folder, ignore_errors=True)
        pass_files.write(folder, replace(rendered.outcome, passes=passes), rendered.recipe.prompt)
    outcome = rendered.outcome
    entry = studio.history.append(
        data, rendered.recipe, parent=task.parent, edit=task.edit, seconds=rendered.seconds, owner=task.owner, job=task.id,
        spent=spent, provenance=outcome.provenance, attached=outcome.files,
    )  # fmt: skip
    settle(studio, task.id, entry.id)
    return entry


def beside(studio: Studio, task: Task, rendered: Rendered, data: bytes) -> Entry:
    """A picture that was made for a job and is not the one that is delivered: an entry of its own."""
    outcome = rendered.outcome
    return studio.history.append(
        data, rendered.recipe, parent=task.parent, edit=task.edit, seconds=rendered.seconds, owner=task.owner,
        spent=outcome.spent, provenance=outcome.provenance, attached=outcome.files,
    )  # fmt: skip


def settle(studio: Studio, job: str, entry: str) -> None:
    """Name the job's passes after its entry; into the bucket with them where there is one."""
    folder, final, place = waiting(studio, job), _folder(studio, entry), studio.history.place
    if folder.is_dir() and not final.exists():
        for path in folder.rglob("*"):
            name = f"passes/{entry}/{path.relative_to(folder).as_posix()}"
            if path.is_file() and place.path(name) is None:
                place.write(name, path.read_bytes())
        folder.rename(final)


def waiting(studio: Studio, job: str) -> Path:
    return studio.settings.home / "passes" / f".{job}"


def passes_of(studio: Studio, entry: str) -> Path:
    """The folder of a picture's passes, fetched from the bucket where they lie there; there is none where the engine gave none."""
    folder, place = _folder(studio, entry), studio.history.place
    if place.path("passes") is None and not folder.exists():
        fetched = folder.with_name(f".{entry}.{secrets.token_hex(4)}")
        for kept in place.names(f"passes/{entry}"):
            write_whole(fetched / kept.name.removeprefix(f"passes/{entry}/"), place.read(kept.name))
        if fetched.exists():
            try:
                fetched.rename(folder)
            except OSError:  # somebody else has fetched them meanwhile
                shutil.rmtree(fetched, ignore_errors=True)
    return folder


def _folder(studio: Studio, entry: str) -> Path:
    return studio.settings.home / "passes" / entry

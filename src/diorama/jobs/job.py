"""What a job is: an order, and what has become of it. Frozen data."""

from __future__ import annotations

from typing import Any, Literal, get_args

from diorama.recipe import Recipe
from diorama.scene.base import Model

State = Literal["queued", "running", "done", "failed", "cancelled"]
STATES: tuple[str, ...] = get_args(State)
ENDED: tuple[State, ...] = ("done", "failed", "cancelled")


class Order(Model):
    """One picture that is asked for: complete, with nothing left to decide. What its recipe goes by is kept already (`History.inputs`)."""

    recipe: Recipe
    parent: str | None = None
    """The entry of the history that it comes from."""
    edit: Any = None
    """What was changed from there, as JSON data."""


class Problem(Model):
    """Why a job failed, in the words that errors have everywhere."""

    message: str
    type: str
    param: str | None = None
    code: str | None = None
    hint: str | None = None


class Job(Model):
    """A job as it is told to its owner. `position` counts the jobs that come before it, of all owners, while it waits."""

    id: str
    owner: str
    state: State
    position: int | None = None
    progress: float = 0.0
    """0 to 1."""
    stage: str = ""
    text: str = ""
    preview: int | None = None
    """Index of the newest preview."""
    picture: str | None = None
    """The id of its entry in the history, once done."""
    error: Problem | None = None
    prompt: str
    created: str
    """UTC, ISO 8601, to the millisecond."""
    started: str | None = None
    ended: str | None = None
    attempts: int = 0
    seed: int
    width: int
    height: int
    quality: str
    engine: str
    parent: str | None = None
    event: int
    """The id of its last change that is written down; event ids only grow."""

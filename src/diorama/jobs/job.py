"""What a job is: an order, and what has become of it. Frozen data."""

from __future__ import annotations

from typing import Any, Literal, get_args

from diorama.contracts import Quote, Spent
from diorama.recipe import Recipe
from diorama.scene.base import Model
from diorama.studio.trial import Trial

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
    trial: Trial | None = None
    """What is asked of it before it is delivered; None: what the settings say."""
    quote: Quote | None = None
    """What it will cost; the queue asks for it where it is left out."""


class Problem(Model):
    """Why a job failed, in the words that errors have everywhere."""

    message: str
    type: str
    param: str | None = None
    code: str | None = None
    hint: str | None = None
    retry: bool = False
    """It may be asked for again as it is: nothing was spent on it."""
    retry_after: float | None = None
    """Seconds to wait before that."""


class Warning(Model):
    """Something about the picture is not as it was asked for."""

    code: str
    text: str


class Job(Model):
    """A job as it is told to its owner. `position` counts the jobs that come before it at its engine, of all owners, while it waits."""

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
    ready: str | None = None
    """It is tried again then, UTC, where its engine was busy."""
    submitted: bool = False
    """A service has it: it is fetched, whatever happens here, and never ordered twice."""
    quote: Quote | None = None
    spent: tuple[Spent, ...] = ()
    """What was paid for it."""
    warnings: tuple[Warning, ...] = ()
    seed: int
    width: int
    height: int
    quality: str
    engine: str
    parent: str | None = None
    event: int
    """The id of its last change that is written down; event ids only grow."""

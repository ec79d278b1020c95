"""What the history says about one picture."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import Field

from diorama.contracts import Spent
from diorama.recipe import Recipe, load
from diorama.scene.base import Model

HEX = r"^[0-9a-f]{64}$"


class Attached(Model):
    """A file that came with a picture: video, sound, a drawing. It lies beside the pictures that recipes go by."""

    name: str = Field(max_length=100)
    type: str = Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$")
    """Its media type."""
    sha256: str = Field(pattern=HEX)
    size: int
    """Bytes."""


class Entry(Model):
    """One picture: what made it, from what, and where its file is. Everything but star, note, trash, owner, job, cost and pixels is sealed by the id."""

    seq: int
    """Place in the order of arrival, from 1."""
    id: str = Field(pattern=HEX)
    parent: str | None
    """The id of the entry that it was refined or varied from."""
    edit: Any = None
    """What was asked to change (JSON), where there is a parent."""
    created: str
    """UTC, ISO 8601, to the millisecond."""
    prompt: str
    engine: str
    seed: int
    recipe_json: str
    recipe_digest: str
    seconds: float
    """What it took to make."""
    picture: str = Field(pattern=HEX)
    """SHA-256 of the file."""
    format: Literal["png", "jpeg", "webp"]
    size: int
    """Bytes."""
    width: int
    height: int
    path: Path | None
    """Of the file, on this machine's disk; None where pictures lie in a bucket."""
    starred: bool = False
    note: str = ""
    trashed: str | None = None
    """When it was removed, UTC; None where it was not."""
    owner: str = "local"
    """Whose it is: the name of a token, or "local"."""
    job: str | None = None
    """The job that made it; no two entries have the same."""
    spent: tuple[Spent, ...] = ()
    """What it cost; empty where it cost nothing."""
    provenance: dict[str, str] = {}
    """Where it comes from, of a service's picture: service, model, remote_id."""
    files: tuple[Attached, ...] = ()
    """What came with the picture; the picture is then a still of it, or a card that stands for it."""
    pixels: str | None = None
    """Digest of the decoded pixels; None where nobody has looked yet."""

    @property
    def recipe(self) -> Recipe:
        return load(self.recipe_json)


class Damage(Model):
    """One thing that `verify` found wrong."""

    kind: Literal["missing", "damaged", "altered", "database"]
    """A file is gone; a file's bytes changed; an entry's data changed; the database itself is broken."""
    entry: str | None
    place: str
    """A path, or an object's address."""
    message: str


class Exported(NamedTuple):
    count: int
    """Pictures in the archive."""
    lost: tuple[str, ...]
    """Ids of entries whose pictures' files are gone or damaged: the archive has what made them, without the picture."""


def entry_id(*, parent: str | None, edit: Any, created: str, recipe_digest: str, seconds: float, picture: str) -> str:
    """The id: SHA-256 over all that must not change."""
    sealed = {"parent": parent, "edit": edit, "created": created, "recipe": recipe_digest, "seconds": seconds, "picture": picture}
    return hashlib.sha256(json.dumps(sealed, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()).hexdigest()

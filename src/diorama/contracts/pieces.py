"""Pictures in pieces: what is too large for one worker is made as boxes of its frame, a film as ranges of its frames, each of them anywhere.

recipe → pieces (none: it is made whole) → survey: the scene settled, metered once → piece … → joined: one outcome
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from diorama.contracts.cancel import Cancel
from diorama.contracts.engine import Listen
from diorama.contracts.job import Job
from diorama.contracts.outcome import Outcome
from diorama.scene import Scene
from diorama.scene.base import Model


class Piece(Model):
    """A part of a picture: one of the two."""

    box: tuple[int, int, int, int] | None = None
    """Left, top, right, bottom: pixels of the whole picture. All boxes of a picture together cover it, and none overlaps another."""
    frames: tuple[int, int] | None = None
    """The first frame, and the one after the last, from 0."""

    @property
    def told(self) -> str:
        """Which part it is, for people."""
        if self.frames is not None:
            return f"frames {self.frames[0] + 1} to {self.frames[1]}"
        left, top, right, bottom = self.box or (0, 0, 0, 0)
        return f"the part from {left}, {top} to {right}, {bottom}"


class Survey(Model):
    """What is settled once for all pieces."""

    scene: Scene
    """With its layout: places, viewpoint, exposure, white balance."""
    report: dict[str, Any] = {}


@runtime_checkable
class Divides(Protocol):
    """An engine that can make pictures in pieces."""

    def pieces(self, job: Job) -> tuple[Piece, ...]:
        """How a picture is divided; none: it is made whole. Quick. Raises RequestError for what cannot be made, EngineUnavailable for what lacks something
        here: every order is looked at so."""
        ...

    def survey(self, job: Job, listen: Listen = ..., cancel: Cancel | None = ...) -> Survey:
        """Build and meter the scene once, with a quick look at it. Raises as `Engine.make`."""
        ...

    def piece(self, job: Job, piece: Piece, listen: Listen = ..., cancel: Cancel | None = ...) -> bytes:
        """A piece of a job whose scene is settled, as a file for `joined`. Raises as `Engine.make`."""
        ...

    def joined(self, job: Job, pieces: Sequence[bytes], listen: Listen = ..., cancel: Cancel | None = ...) -> Outcome:
        """The picture of all its pieces, in the order of `pieces(job)`."""
        ...

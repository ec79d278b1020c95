"""What is heard of a picture while it is made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama.contracts.money import Spent


@dataclass(frozen=True)
class Queued:
    """It waits at the service. `position`: how many come first; `eta`: seconds; None where that is not told."""

    position: int | None = None
    eta: float | None = None

    @property
    def told(self) -> str:
        """Its place in line, for people."""
        first = {None: "", 0: ", next in line", 1: ", one comes first"}.get(self.position, f", {self.position} come first")
        return f"waiting at the service{first}" + (f", about {self.eta:.0f} s" if self.eta else "")


@dataclass(frozen=True)
class Sending:
    """It is about to be submitted to a service: from here on it may have to be paid. Who listens writes it down before returning."""


@dataclass(frozen=True)
class Submitted:
    """The service has it, under this name. Who listens writes it down before returning."""

    remote_id: str


@dataclass(frozen=True)
class Progress:
    stage: str
    done: float
    """0 to 1 of the whole."""
    text: str = ""


@dataclass(frozen=True)
class Preview:
    """A rough look. `picture`: uint8 sRGB (h, w, 3), of any size."""

    picture: np.ndarray
    index: int
    """From 0; later ones are better."""


@dataclass(frozen=True)
class Partial:
    """A picture that a service sends, and may count, before the whole one. uint8 sRGB (h, w, 3)."""

    picture: np.ndarray
    index: int


@dataclass(frozen=True)
class Warned:
    """Something is not as it was asked for: `code` for programs (size_lowered, prompt_revised, …), `text` for people."""

    code: str
    text: str


Event = Queued | Sending | Submitted | Progress | Preview | Partial | Warned | Spent

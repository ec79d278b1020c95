"""What a reading is: the scene, which words set what, and what is to be said about the rest. Frozen data."""

from __future__ import annotations

from typing import Literal

from diorama.scene import Scene
from diorama.scene.base import Model

Layer = Literal["subject", "environment", "lighting", "camera", "film", "none"]
Status = Literal["applied", "stand-in", "assumed", "not_understood", "no_effect"]
Severity = Literal["error", "warning", "note", "help"]
Genre = Literal["portrait", "landscape", "product", "still_life", "interior", "street", "architecture", "wildlife", "vehicle"]

Move = Literal["orbit", "dolly_in", "dolly_out", "pan_left", "pan_right", "crane_up", "crane_down", "daylight"]

LAYERS: tuple[str, ...] = ("subject", "environment", "lighting", "camera")
"""The four layers a complete prompt has; film is a finish on top."""


class Phrase(Model):
    """Some words of the prompt and what they did to the scene."""

    start: int
    end: int
    """Offsets in the prompt, in characters; `prompt[start:end] == text`."""
    text: str
    layer: Layer
    effect: tuple[str, ...] = ()
    """Scene paths with values, each true of the scene: `subjects.s1.surface.material=stoneware`."""
    status: Status = "applied"


class Diagnostic(Model):
    """Something the reader is told, as a compiler would."""

    severity: Severity
    code: str
    """Kebab-case and stable: `unknown-word`, `stand-in`, `assumed-setting` …"""
    span: tuple[int, int] | None = None
    message: str
    help: str = ""
    """What would help, with an example."""


SEVERITIES = ("error", "warning", "note", "help")


USUAL = 5
WEIGHT = {
    "nothing-seen": 0, "not-english": 0, "not-a-photograph": 1, "conflicting-times": 1, "conflicting-styles": 1, "second-setting": 1, "too-many-subjects": 1, "cannot-leave-out": 1, "stand-in": 2, "too-many": 2, "count-of-zero": 2,
    "unknown-word": 3, "not-shown": 3, "no-relation": 3, "left-out": 2, "spelling": 2, "alternative": 2, "assumed-kind": 3, "assumed-sign": 3, "assumed-setting": 4, "no-effect": 6, "overruled": 4,
}  # fmt: skip
"""How much of the picture what is said concerns: less is more."""


def ordered(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Errors first, then warnings, notes, help; of these what concerns most of the picture first, then by place."""
    return sorted(diagnostics, key=lambda d: (SEVERITIES.index(d.severity), WEIGHT.get(d.code, USUAL), d.span is None, d.span or (0, 0)))


class Filmed(Model):
    """What the words ask of a film, as engines that make films take it among their options."""

    move: Move
    seconds: float
    fps: float | None = None
    amount: float | None = None
    """Degrees of a turn."""
    hours: float | None = None
    """Of daylight, where the hour goes on."""

    def options(self) -> dict[str, float | str]:
        return self.model_dump(exclude_none=True)


class Reading(Model):
    """A prompt as it was understood."""

    prompt: str
    scene: Scene
    phrases: tuple[Phrase, ...]
    """In order of the prompt; no two overlap. Every content word lies in one."""
    diagnostics: tuple[Diagnostic, ...]
    genre: Genre
    layers: tuple[Layer, ...]
    """Which of the four layers the words gave."""
    filmed: Filmed | None = None
    """The film that the words ask for; None: a picture."""

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity."""
        return tuple(d for d in self.diagnostics if d.severity == severity)

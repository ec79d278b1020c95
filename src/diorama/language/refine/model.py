"""What a refinement is: the new scene, the edit that leads there and back, and what is to be said. Frozen data."""

from __future__ import annotations

from diorama.language.model import Diagnostic, Layer, Phrase
from diorama.scene import Edit, Scene
from diorama.scene.base import Model


class Line(Model):
    """One change in plain language."""

    path: str
    """Where: `subjects.s1.surface.colours`, `lighting.kelvin`, `relations`, `layout.places.s1.0`."""
    layer: Layer
    before: str
    """What it was, in words; empty for what is new."""
    after: str
    """What it is, in words; empty for what is gone."""
    text: str
    """The whole as one line: "mug: colour white → red"."""


class Refinement(Model):
    """Some words about a picture as they were understood."""

    words: str
    scene: Scene
    """The scene as it is to be; equal to the one before where nothing could be applied."""
    edit: Edit
    """What changed, as data: `edit.inverse()` undoes it."""
    diff: tuple[Line, ...]
    """What changed, for people."""
    phrases: tuple[Phrase, ...]
    """Which words did what, in order, without overlap. An effect `path=value` is true of the new scene; `path=` says that it is gone."""
    diagnostics: tuple[Diagnostic, ...]

    def of(self, severity: str) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity."""
        return tuple(d for d in self.diagnostics if d.severity == severity)

"""Stage D, by the arrangement alone: how many pixels high each carrier's smallest letters are, and from which size of picture on they have ten.

Needs Blender (`bpy`). Each prompt is read, its pages are set, its things are placed and the camera is; nothing is rendered.
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.text.prompts import Prompt
from diorama.engines.stage.engine import wordless
from diorama.engines.stage.pages import with_pages
from diorama.engines.stage.presence import readable_from
from diorama.language import read

SEED = 7


@dataclass(frozen=True)
class Height:
    """The x-height, pixels, of the smallest letters on one carrier at the size asked."""

    prompt: Prompt
    noun: str
    pixels: float
    strings: int

    def enough(self, size: int) -> int:
        """Pixels of the picture's long side from which these letters are read with ease."""
        return readable_from(size, max(self.pixels, 0.05))


def heights(prompt: Prompt, long_side: int) -> list[Height]:
    """One row a carrier of the picture; a carrier that is not in it has 0 pixels."""
    from diorama_stage.compose import set_out
    from diorama_stage.legible import smallest
    from diorama_stage.props import registry

    registry.load()
    scene = read(prompt.words).scene
    width, height = scene.camera.aspect
    long = long_side / max(width, height)
    _, made = set_out(with_pages(wordless(scene), scene), seed=SEED, width=round(width * long), height=round(height * long))
    found = smallest(made.actors, made.shot)
    counted = {s.id: len(getattr(s, "labels", ())) + sum(len(one.labels) for one in getattr(s, "wears", ())) for s in scene.subjects}
    return [Height(prompt, s.noun, found.get(s.id, 0.0), counted[s.id]) for s in scene.subjects if counted[s.id]]

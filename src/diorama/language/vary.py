"""Variations: scenes that differ from one in a single layer. Each is a refinement, so all else is kept and each difference is told.

scene + layer → `variations.toml` → refine → those that differ, in order
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from diorama.errors import RequestError
from diorama.language.refine import Refinement, refine
from diorama.scene import Edit, Scene


@lru_cache(maxsize=1)
def layers() -> dict[str, dict[str, list[str]]]:
    """Layer → words of its variations, and the places that they may change."""
    return tomllib.loads(files("diorama.language").joinpath("variations.toml").read_text("utf-8"))


def vary(scene: Scene, layer: str, n: int = 4, of: str = "") -> tuple[Refinement, ...]:
    """The first `n` variations that change something, each in its own way. `of`: what colours and materials are put onto ("the mug").

    Raises RequestError for a layer that there is none of, and for more variations than there are.
    """
    if layer not in layers():
        raise RequestError(f"{layer!r} is no layer that can be varied", where="layer", hint="one of " + ", ".join(layers()))
    made: list[Refinement] = []
    for words in layers()[layer]["words"]:
        if len(made) == n:
            break
        one = refine(scene, words.replace(" it ", f" {of} ", 1) if of else words)
        if _counts(scene, one, layer) and all(one.scene != other.scene for other in made):
            made.append(one)
    if len(made) < n:
        raise RequestError(f"{n} variations of {layer} are asked for, {len(made)} are possible here", where="n", hint="fewer, or another layer: " + ", ".join(layers()))
    return tuple(made)


def _counts(scene: Scene, made: Refinement, layer: str) -> bool:
    """True for a variation that was understood, changes something, and nothing beside its layer."""
    if len(made.scene.subjects) != len(scene.subjects):
        return False
    allowed = layers()[layer]["changes"]
    return bool(made.edit.changes) and not made.of("error") and not made.of("warning") and not outside(made.edit, allowed)


def outside(edit: Edit, allowed: list[str]) -> list[str]:
    """Places that an edit changes and should not: the layout, which an engine settles, aside."""
    paths = [".".join(map(str, c.path)) for c in edit.changes]
    return [p for p in paths if not p.startswith("layout") and not any(p == a or p.startswith(f"{a}.") for a in allowed)]

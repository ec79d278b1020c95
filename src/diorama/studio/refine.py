"""Refine: a picture that was made, and words about it, become the recipe of another; every change can be taken back.

picture or entry → source (recipe, entry) → refined (scene, edit, diff) → recipe: same seed, size, quality and options → Studio.make → history (parent, edit)
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diorama
from diorama.contracts import Job
from diorama.errors import RequestError
from diorama.history import Entry
from diorama.image import files
from diorama.image.codecs import READABLE, format_of
from diorama.recipe import Recipe, Request
from diorama.recipe.resolve import size
from diorama.scene import Edit, Scene, diff
from diorama.studio.make import Studio
from diorama.studio.output import writable
from diorama.studio.source import Source, recognised
from diorama.studio.words import Refinement


@dataclass(frozen=True)
class Refined:
    refinement: Refinement
    recipe: Recipe
    """Of the picture to be made."""
    source: Source

    @property
    def parent(self) -> str | None:
        return self.source.entry.id if self.source.entry else None

    @property
    def edit(self) -> dict[str, Any]:
        """As the history keeps it; what an engine settles is added when the picture is made."""
        return {"words": self.refinement.words, "changes": changes(self.source.recipe.scene, self.recipe.scene)}


def source(studio: Studio, ref: str) -> Source:
    """The picture meant by `last`, an id of the history or its beginning, or a file of Diorama's."""
    path = Path(ref)
    if path.suffix.lower() in READABLE:
        return recognised(studio.history, path)
    entry = studio.history.get(ref)
    return Source(entry.recipe, entry)


def refined(studio: Studio, origin: Source, words: str) -> Refined:
    """What the words make of a picture. Nothing is rendered. Raises PromptError for what is no text."""
    able = studio.engine(origin.recipe.engine).capabilities()
    if "scene" not in able.speaks:
        if able.speaks == ("picture",):
            told, hint = "only the pixels of this picture are known, no scene that words could change", "`diorama inpaint`, `erase` or `background` change a marked part"
        else:
            told, hint = f"the engine {able.name!r} makes pictures from words, not from scenes", "refine a picture of the stage's, or describe the picture anew"
        raise RequestError(told, where="engine", hint=hint)
    made = studio.edit(origin.recipe.scene, words, engine=able.name)
    return Refined(made, recipe_of(studio, origin.recipe, made.scene, words), origin)


def recipe_of(studio: Studio, parent: Recipe, scene: Scene, words: str = "") -> Recipe:
    """The parent's recipe with another scene: same seed, quality, options and long side; the frame takes the scene's shape."""
    able = studio.engine(parent.engine).capabilities()
    width, height = parent.width, parent.height
    if scene.camera.aspect != parent.scene.camera.aspect:
        width, height = size(Request(scene=scene, long_side=max(width, height)), scene.camera.aspect)
    prompt = "\n".join(t for t in (parent.prompt, words) if t)
    made = parent.anew().model_copy(
        update={"scene": scene, "prompt": prompt, "width": width, "height": height, "engine_version": able.version, "diorama": diorama.__version__}
    )  # fmt: skip
    studio.check(Job(made))
    return made


def changes(before: Scene, after: Scene) -> list[dict[str, Any]]:
    """The changes between two scenes as JSON data."""
    return diff(before, after).model_dump(mode="json")["changes"]


# ── taking back ──


def shown(studio: Studio, entry: Entry) -> Entry:
    """The entry whose picture this one shows: itself, or what it went back to."""
    edit = entry.edit if isinstance(entry.edit, dict) else {}
    return studio.history.get(edit["shows"]) if "shows" in edit else entry


def undo(studio: Studio, ref: str, output: Path | None = None, *, force: bool = False) -> Entry:
    """Go back to the picture that this one was made from: it is the newest entry again. Nothing is rendered, nothing is lost.

    Raises RequestError where the picture was not made from another.
    """
    entry = studio.history.get(ref)
    here = shown(studio, entry)
    if here.parent is None:
        raise RequestError("this picture was not made from another", where=ref, hint="`diorama history list` shows them all")
    target = shown(studio, studio.history.get(here.parent))
    back = Edit.model_validate({"changes": changes(target.recipe.scene, here.recipe.scene)}).inverse()
    if output is not None:
        writable(output, force=force)
        files.write(output, studio.converted(target, format_of(output)), force=force)
    edit = {"undo": here.id, "shows": target.id, "changes": back.model_dump(mode="json")["changes"]}
    return studio.history.append(studio.history.read(target), target.recipe, parent=entry.id, edit=edit)

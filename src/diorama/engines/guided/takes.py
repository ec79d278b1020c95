"""The stage's part: the scene photographed with its exact passes, and the same set without what stays photographed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from diorama.contracts import Cancel, Engine, Job, Listen, Outcome
from diorama.engines.guided.options import Led
from diorama.errors import RequestError
from diorama.recipe import Recipe
from diorama.scene import Object, Scene

RESTING = frozenset(("on", "in", "stacked_on", "hanging_from", "leaning_on", "holding", "wearing", "riding", "covering", "filled_with"))
"""Relations whose other end cannot be taken away."""


@dataclass(frozen=True)
class Take:
    whole: Outcome
    """The scene as it is, with passes."""
    kept: frozenset[str]
    """Ids of subjects that stay photographed."""
    plate: Outcome | None
    """Without them; None: nothing stays, or it cannot be taken away from under the rest."""

    @property
    def scene(self) -> Scene:
        assert self.whole.scene is not None
        return self.whole.scene

    @property
    def led(self) -> Outcome:
        """What the painter is led by."""
        return self.plate or self.whole

    @property
    def painted(self) -> tuple[str, ...]:
        """Ids of the subjects that the painter paints."""
        return tuple(s.id for s in self.scene.subjects if s.id not in self.kept)

    def mask(self, ids: frozenset[str] | set[str], outcome: Outcome | None = None) -> np.ndarray:
        """bool (h, w): where these subjects are seen."""
        seen = outcome or self.whole
        return np.isin(seen.passes["ids"], [one["index"] for one in seen.report.get("subjects", ()) if one["id"] in ids])


def take(stage: Engine, job: Job, options: Led, likeness: bool, listen: Listen, cancel: Cancel) -> Take:
    """Photograph the scene. Fast where only its passes are gone by; in the recipe's quality where something stays as it is, or the picture itself leads."""
    kept = photographed(job.recipe.scene, options.photographed)
    recipe = stage_recipe(stage, job.recipe, fast=not kept and not likeness)
    own = tuple(one.pixels for one in job.given("object"))
    shot = replace(job, recipe=recipe, pictures=own, passes=True, lights=False, token="")
    whole = stage.make(shot, listen, cancel)
    scene = whole.scene or recipe.scene
    rest = without(scene, kept) if kept else None
    plate = replace(stage.make(replace(shot, recipe=recipe.with_scene(rest)), listen, cancel), scene=rest) if rest is not None else None
    return Take(replace(whole, scene=scene), kept, plate)


def stage_recipe(stage: Engine, recipe: Recipe, *, fast: bool) -> Recipe:
    """The recipe for the stage itself: of the inputs it takes the files that subjects are."""
    able = stage.capabilities()
    quality = "draft" if fast else recipe.quality
    options = {**able.defaults.get(quality, {}), **({"preview": False} if "preview" in stage.options.model_fields else {})}
    own = tuple(one for one in recipe.inputs if one.kind == "object")
    return recipe.model_copy(update={"engine": able.name, "engine_version": able.version, "quality": quality, "options": options, "inputs": own})


def built(recipe: Recipe) -> Recipe:
    """The recipe with what the catalogue has in the place of files of somebody's."""
    subjects = tuple(s.model_copy(update={"asset": None}) if isinstance(s, Object) else s for s in recipe.scene.subjects)
    return recipe.model_copy(update={"scene": recipe.scene.model_copy(update={"subjects": subjects}), "inputs": ()})


def photographed(scene: Scene, asked: str) -> frozenset[str]:
    """Ids of what stays as the stage photographed it. Raises RequestError for a name that nothing has."""
    things = [s for s in scene.subjects if isinstance(s, Object)]
    kinds = {"": (), "none": (), "labelled": (s for s in things if s.labels or s.asset), "objects": (s for s in things if not s.implied)}
    if asked.strip().lower() in kinds:
        return frozenset(s.id for s in kinds[asked.strip().lower()])
    out: set[str] = set()
    for name in (part.strip().lower() for part in asked.split(",")):
        found = {s.id for s in scene.subjects if name in (s.id, s.noun.lower())}
        if not found:
            there = ", ".join(s.noun or s.id for s in scene.subjects)
            raise RequestError(f"nothing in the picture is called {name!r}", where="options.photographed", hint=f"labelled, objects, none, or: {there}")
        out |= found
    return frozenset(out)


def without(scene: Scene, ids: frozenset[str]) -> Scene | None:
    """The scene with these subjects taken away and all else where it stands; None where something rests on one, is done with it or lit by it."""
    rest = [s for s in scene.subjects if s.id not in ids]
    held = {one for s in rest for deed in (*getattr(s, "actions", ()), *getattr(s, "deeds", ())) for one in deed.objects}
    lit = {light.subject for light in scene.lighting.lights}
    borne = {one for r in scene.relations if r.subject not in ids and r.kind in RESTING for one in r.objects}
    hosts = {(place.host or "").split(".")[0] for name, place in (scene.layout.places if scene.layout else {}).items() if name.split(".")[0] not in ids}
    if ids & (held | lit | borne | hosts):
        return None
    relations = tuple(r for r in scene.relations if r.subject not in ids and not ids & set(r.objects))
    layout = scene.layout.model_copy(update={"places": {n: p for n, p in scene.layout.places.items() if n.split(".")[0] not in ids}}) if scene.layout else None
    camera = scene.camera.model_copy(update={"focus": None}) if scene.camera.focus in ids else scene.camera
    return scene.model_copy(update={"subjects": tuple(rest), "relations": relations, "layout": layout, "camera": camera})

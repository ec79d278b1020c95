"""The led painter as an engine: everything that the painter is, with a scene to go by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from diorama.contracts import (
    Cancel, Capabilities, Engine, Event, Job, Listen, Outcome, Partial, Preview, Progress, Quote, Readies, Warned, check, checked, led, nobody,
)  # fmt: skip
from diorama.engines.guided import compare, drift, laid, leads
from diorama.engines.guided.caption import AS_JSON, INSTRUCTION, boxes, caption, own_words
from diorama.engines.guided.options import Led, with_own
from diorama.engines.guided.takes import Take, built, stage_recipe, take
from diorama.errors import EngineRefused
from diorama.image.raster import resize
from diorama.recipe import InputKind, Recipe
from diorama.scene import Object, Scene

WAY = "scene"
STAGED, PAINTED = 0.3, 0.96
"""Shares of the whole at which the stage and the painter are done."""
SEAM = 0.008
"""Of the long side: how wide new and old fade into each other."""
EXACT = ("ids", "depth", "normal", "linear", "albedo")
BESIDES: tuple[InputKind, ...] = ("reference", "style")
"""Pictures that are handed on to the painter as they are."""
LIKENESSES = ("source", "reference")
"""Leads that show the stage's picture itself: it is then made in the recipe's quality, and the words say what to make of it."""
REPAINTED: tuple[InputKind, ...] = ("source", "mask")
"""Handed on to one that repaints while it is led; for others the picture that was is laid over the new one outside the mask."""


@dataclass(frozen=True)
class Painting:
    asked: Job
    picture: np.ndarray
    outcome: Outcome
    verdicts: tuple[drift.Verdict, ...]

    @property
    def faults(self) -> tuple[drift.Verdict, ...]:
        return tuple(v for v in self.verdicts if v.text)


class Guided:
    """The engine `painter` with the stage before it. `open` gives engines by name; both stay theirs who opened them."""

    def __init__(self, painter: str, open: Callable[[str], Engine], stage: str = "stage"):
        self._painter, self._stage = open(painter), open(stage)
        self.options = with_own(self._painter.options)

    def capabilities(self) -> Capabilities:
        of = self._painter.capabilities()
        stage = self._stage.capabilities()
        trained = of.source_type == "trainedAlgorithmicMedia"
        return of.model_copy(update={
            "name": led(of.name, WAY), "title": f"{of.title}, over the stage's exact scene", "speaks": ("scene",), "previews": True,
            "gives": tuple(p for p in stage.gives if p in EXACT),
            "takes": (*(kind for kind in of.takes if kind in BESIDES), "source", "mask", *(kind for kind in stage.takes if kind == "object")),
            "needs_key": of.needs_key or (of.name if "key" in of.needs else None),
            "deterministic": of.deterministic and stage.deterministic, "least": max(of.least, stage.least), "most": min(of.most, stage.most),
            "source_type": "compositeWithTrainedAlgorithmicMedia" if trained else of.source_type,
        })  # fmt: skip

    def quote(self, job: Job) -> Quote | None:
        return self._painter.quote(replace(job, recipe=self._recipe(job.recipe, job.recipe.prompt), pictures=(), passes=False))

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        return self._make(job, listen, cancel or Cancel(), self._painter.make)

    def resume(self, remote_id: str, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        """The stage photographs the same again; what the painter was asked is fetched."""
        return self._make(job, listen, cancel or Cancel(), lambda asked, hear, stop: self._painter.resume(remote_id, asked, hear, stop), attempts=1)

    def ready(self, given: Sequence[InputKind] = ()) -> None:
        """What the painter needs to be led, is here. Raises EngineUnavailable."""
        if isinstance(self._painter, Readies):
            self._painter.ready((*given, *leads.chosen(self._painter.capabilities(), Led.model_validate({}))))

    def changed(self, before: Recipe, after: Recipe, cancel: Cancel | None = None) -> np.ndarray:
        """Where the scenes of two recipes differ in the picture, bool (height, width): both are photographed fast, with what the catalogue builds in place of
        files of somebody's."""
        recipes = [built(stage_recipe(self._stage, one, fast=True)) for one in (before, after)]
        shots = [self._stage.make(Job(recipe, passes=True), cancel=cancel) for recipe in recipes]
        return compare.changed(*shots)

    def held(self, picture: np.ndarray, job: Job, cancel: Cancel | None = None) -> Outcome:
        """A picture that is there, uint8 sRGB (h, w, 3), held against the job's scene: the stage's passes and report, and what drifted. Nothing is painted."""
        options = Led.model_validate({k: v for k, v in job.recipe.options.items() if k in Led.model_fields})
        shot = take(self._stage, job, options, False, nobody, cancel or Cancel())
        fitted = _fitted(picture, *shot.whole.picture.shape[:2])
        report = {**shot.whole.report, "drift": [v._asdict() for v in _held_against(fitted, shot)]}
        return Outcome.of(fitted, passes=shot.whole.passes, report=report, scene=shot.scene)

    def close(self) -> None:
        self._painter.close()
        self._stage.close()

    def _make(self, job: Job, listen: Listen, cancel: Cancel, paint: Callable[[Job, Listen, Cancel], Outcome], attempts: int | None = None) -> Outcome:
        able = self.capabilities()
        check(job, able, self.options)
        options = Led.model_validate({k: v for k, v in job.recipe.options.items() if k in Led.model_fields and k not in self._painter.options.model_fields})
        if able.costs and options.attempts > 1:
            raise EngineRefused(f"{able.name} costs money: it paints once an order", where="options.attempts", hint="order again where something drifted")
        kinds = leads.chosen(self._painter.capabilities(), options)
        hear = _Ear(listen)
        likeness = bool(kinds) and kinds[0] in LIKENESSES
        shot = take(self._stage, job, options, likeness, hear.part(0.0, STAGED), cancel)
        cancel.check()
        kinds = leads.heeded(kinds, self._painter.capabilities(), shot.led)
        hear.show(shot.whole.picture)
        tries: list[Painting] = []
        while len(tries) < (attempts or options.attempts) and (not tries or tries[-1].faults):
            asked = self._asked(job, shot, kinds, options, len(tries))
            tries.append(self._painted(job, shot, asked, paint(asked, hear.part(STAGED, PAINTED), cancel)))
        best = min(tries, key=lambda one: len(one.faults))  # of equals the first
        for fault in best.faults:
            listen(Warned("drifted", fault.text))
        listen(Progress("done", 1.0, ""))
        return self._outcome(job, shot, best, len(tries))

    def _asked(self, job: Job, shot: Take, kinds: tuple[InputKind, ...], options: Led, attempt: int) -> Job:
        """What the painter is asked: words in its form, the stage's pictures, and those that came with the request."""
        loose = shot.mask(_living(shot.scene), shot.led) if options.loose else np.zeros(shot.led.picture.shape[:2], bool)
        able = self._painter.capabilities()
        besides: list[InputKind] = [kind for kind in (*BESIDES, *(REPAINTED if able.repaints_led else ())) if kind in able.takes]
        pictures = [*leads.leads(shot.led, kinds, options, loose), *(job.given(*besides) if besides else ())]
        scene = shot.led.scene or shot.scene
        likeness = bool(kinds) and kinds[0] in LIKENESSES
        form = "instruction" if likeness and able.prompt_form not in AS_JSON else able.prompt_form
        words = own_words(job.recipe.prompt, job.unheeded, whole=shot.plate is None)
        seen = shot.led.report.get("subjects", ())
        told = caption(scene, form, seen, f"{INSTRUCTION} {words}" if likeness and form in AS_JSON else words)
        if form == "instruction" and able.prompt_form == "boxes":
            told = f"{told} {boxes(scene, seen)}"
        recipe = self._recipe(job.recipe, told, seed=(job.recipe.seed + attempt) % 2**32)
        recipe = recipe.model_copy(update={"inputs": tuple(one[0] for one in pictures)})
        return Job(recipe, tuple(one[1] for one in pictures), token=job.token)

    def _recipe(self, recipe: Recipe, words: str, seed: int | None = None) -> Recipe:
        able = self._painter.capabilities()
        own = {name: value for name, value in recipe.options.items() if name in self._painter.options.model_fields}
        return recipe.model_copy(update={
            "engine": able.name, "engine_version": able.version, "prompt": words, "options": checked(self._painter.options, own), "inputs": (),
            "seed": recipe.seed if seed is None else seed,
        })  # fmt: skip

    def _painted(self, job: Job, shot: Take, asked: Job, outcome: Outcome) -> Painting:
        """What came from the painter, with what stays photographed in it, held against the scene."""
        size = shot.whole.picture.shape[:2]
        picture = _fitted(outcome.picture, *size)
        verdicts = _held_against(picture, shot)
        if shot.kept:
            shade = laid.shade(shot.whole.passes["linear"], shot.plate.passes["linear"]) if shot.plate and "linear" in shot.plate.passes else None
            picture = laid.lay(picture, shot.whole.picture, shot.mask(shot.kept), shade)
        source, mask = job.first("source"), job.first("mask")
        if source is not None and mask is not None:
            picture = _mended(picture, _fitted(source, *size), _fitted_mask(mask, *size))
        return Painting(asked, picture, outcome, verdicts)

    def _outcome(self, job: Job, shot: Take, best: Painting, tries: int) -> Outcome:
        asked = best.asked
        report = {
            **shot.whole.report, "attempts": tries, "painted_by_seed": asked.recipe.seed, "prompt": asked.recipe.prompt,
            "led_by": [one.kind for one in asked.recipe.inputs], "photographed": sorted(shot.kept),
            "shadows": "the stage's" if shot.plate else "the painter's", "drift": [v._asdict() for v in best.verdicts], "painter": best.outcome.report,
        }  # fmt: skip
        passes = dict(shot.whole.passes) if job.passes else {}
        provenance = {**best.outcome.provenance, **{f"led_by_{one.kind}": one.sha256 for one in asked.recipe.inputs}}
        words = best.outcome.revised_prompt or asked.recipe.prompt
        return Outcome.of(best.picture, passes=passes, report=report, scene=shot.scene, revised_prompt=words, spent=best.outcome.spent, provenance=provenance)


def _held_against(picture: np.ndarray, shot: Take) -> tuple[drift.Verdict, ...]:
    """A verdict on each instance that was painted; the picture is without what stays photographed, or with it."""
    colours = {s.id: s.surface.colours[0].hex for s in shot.scene.subjects if isinstance(s, Object) and s.surface.colours and s.surface.pattern is None}
    nouns = {s.id: s.noun or s.thing for s in shot.scene.subjects if s.id in shot.painted and not s.implied}
    return drift.drifted(picture, shot.led.passes["ids"], shot.led.report.get("subjects", ()), nouns, colours)


def _living(scene: Scene) -> set[str]:
    """Ids of people and animals."""
    return {s.id for s in scene.subjects if not isinstance(s, Object)}


def _mended(picture: np.ndarray, source: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The new picture inside the mask, fading into the old one along its inner border; outside the old one exactly."""
    depth = np.asarray(ndimage.distance_transform_edt(mask), np.float32)
    inside = np.clip(depth / max(2.0, SEAM * max(mask.shape)), 0, 1)[..., None]
    return np.where(mask[..., None], np.round(source * (1 - inside) + picture * inside), source).astype(np.uint8)


def _fitted(picture: np.ndarray, height: int, width: int) -> np.ndarray:
    if picture.shape[:2] == (height, width):
        return picture
    planes = [resize(picture[..., k].astype(np.float32), width, height) for k in range(3)]
    return np.clip(np.round(np.stack(planes, axis=2)), 0, 255).astype(np.uint8)


def _fitted_mask(mask: np.ndarray, height: int, width: int) -> np.ndarray:
    return mask if mask.shape == (height, width) else resize(mask.astype(np.float32), width, height) > 0.5


class _Ear:
    """Hears stage and painter one after the other, and tells it as one making."""

    def __init__(self, listen: Listen):
        self._listen = listen
        self._done, self._shown = 0.0, 0

    def part(self, low: float, high: float) -> Listen:
        def hear(event: Event) -> None:
            match event:
                case Progress(stage, done, text):
                    self._done = max(self._done, low + (high - low) * done)
                    self._listen(Progress(stage, self._done, text))
                case Preview(picture) | Partial(picture):
                    self.show(picture, Partial if isinstance(event, Partial) else Preview)
                case _:
                    self._listen(event)

        return hear

    def show(self, picture: np.ndarray, kind: type[Preview] | type[Partial] = Preview) -> None:
        self._listen(kind(picture, self._shown))
        self._shown += 1

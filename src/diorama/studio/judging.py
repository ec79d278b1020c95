"""Judged before delivery: what the scene claims is looked for on the picture. Of several tries the best is delivered, and the others are kept.

scene → claims;  picture + passes + claims ──judge (a tool)──▶ verdicts → score
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diorama import contracts
from diorama.contracts import Cancel, Capabilities, File, Listen, Outcome, nobody, part
from diorama.contracts.tools import Evidence, Judge, Verdict
from diorama.errors import EngineUnknown
from diorama.history import Entry
from diorama.image import files, open_picture
from diorama.image.codecs import format_of
from diorama.recipe import Recipe
from diorama.recipe.request import LARGEST_SEED
from diorama.scene import Camera
from diorama.studio.claiming import claims_of
from diorama.studio.darkroom import Picture, Worked, recipe_of, worked
from diorama.studio.make import Made, Rendered, Studio
from diorama.studio.output import writable
from diorama.studio.rubric import Asked, Rubric, asked, claims_in
from diorama.studio.standing import standing

JUDGE = "checks"
FILE = "judgement.json"
"""Beside a picture that was judged: the score, and each verdict with what was seen."""
PLACED = frozenset(("missing", "moved"))
WRONG = {"present": frozenset(("missing",)), "count": PLACED, "colour": frozenset(("missing", "colour")), "text": frozenset[str](), "exposed": frozenset[str]()}
"""Findings in a painted picture that make a claim of this kind false; of places: `PLACED`."""


class Ruled(NamedTuple):
    """A rule of a rubric, and whether it holds; None: nobody can tell, `seen` says why."""

    say: str
    must: bool
    holds: bool | None
    seen: str


class Judged(NamedTuple):
    """What a judge found. `score`: the share of what could be told that holds, 0 to 1; 1 where nothing could."""

    score: float
    verdicts: tuple[Verdict, ...]
    rules: tuple[Ruled, ...] = ()
    """Of a rubric."""
    least: float = 1.0

    @property
    def untold(self) -> tuple[Ruled, ...]:
        """Rules that nobody could tell: they are in no score, and nothing passes by them."""
        return tuple(one for one in self.rules if one.holds is None)

    @property
    def failed(self) -> tuple[Verdict, ...]:
        return tuple(one for one in self.verdicts if one.holds is False)

    @property
    def passes(self) -> bool:
        """Whether it is delivered: by the rubric where there is one, else where nothing was found wrong."""
        if not self.rules:
            return not self.failed
        told = [one.holds for one in self.rules if one.holds is not None]
        return bool(told) and sum(told) / len(told) >= self.least and all(one.holds for one in self.rules if one.must)

    @property
    def wrong(self) -> tuple[str, ...]:
        """What was found wrong, a line each."""
        rules = (f"{one.say}: {one.seen}" for one in self.rules if one.holds is False)
        return (*rules, *(f"{one.claim.kind.replace('_', ' ')} {one.claim.subject or ''}: {one.seen}" for one in self.failed))

    def provenance(self) -> dict[str, str]:
        """What the history keeps of it beside the picture."""
        return {"score": f"{self.score:.2f}", **({"failed": "; ".join(self.wrong)[:1000]} if self.wrong else {})}


def judge_of(name: str) -> Judge:
    """The judge of this name. Raises EngineUnknown for another kind of tool, or none."""
    tool = contracts.tool(name)
    if tool.capabilities().kind != "judge":
        raise EngineUnknown(f"{name!r} is no judge", hint="there are: " + ", ".join(one.capabilities().name for one in contracts.tools("judge")))
    return tool  # type: ignore[return-value]


def judged(picture: np.ndarray, recipe: Recipe, outcome: Outcome, *, by: str = JUDGE, rubric: Rubric | None = None) -> Judged:
    """`picture`: uint8 sRGB (h, w, 3), of the recipe; `outcome`: its passes and report; `rubric`: what is asked of it besides its own words."""
    judge, rules = judge_of(by), () if rubric is None else asked(rubric)
    evidence = Evidence(recipe=recipe, report=outcome.report, passes=outcome.passes)
    try:
        verdicts = judge.judge(picture, claims_of(recipe.scene), evidence)
        ruled = tuple(_ruled(one, judge.judge(picture, one.claims, evidence)) for one in rules)
    finally:
        judge.close()
    verdicts = painted(verdicts, outcome.report.get("drift", ()))
    told = [one.holds for one in (*verdicts, *ruled) if one.holds is not None]
    return Judged(sum(told) / len(told) if told else 1.0, verdicts, ruled, 1.0 if rubric is None else rubric.least)


def _ruled(rule: Asked, verdicts: Sequence[Verdict]) -> Ruled:
    """A rule holds where all that it asks for does."""
    if rule.why:
        return Ruled(rule.rule.say, rule.rule.must, None, rule.why)
    told = [one.holds for one in verdicts]
    holds = False if False in told else None if None in told else True
    return Ruled(rule.rule.say, rule.rule.must, holds, "; ".join(dict.fromkeys(one.seen for one in verdicts if one.holds is not True and one.seen)))


def painted(verdicts: Sequence[Verdict], drift: Sequence[Mapping[str, Any]]) -> tuple[Verdict, ...]:
    """Verdicts on a picture that was painted over the scene: its passes tell where things should be, `drift` (instance, finding, text) whether they are."""
    of: dict[str, list[Mapping[str, Any]]] = {}
    for one in drift:
        if one["finding"] != "unjudged":
            of.setdefault(str(one["instance"]).rpartition(".")[0], []).append(one)
    return tuple(_painted(one, [found for name in (one.claim.subject, one.claim.object) for found in of.get(name or "", ())]) for one in verdicts)


def _painted(verdict: Verdict, found: Sequence[Mapping[str, Any]]) -> Verdict:
    wrong = WRONG.get(verdict.claim.kind, PLACED)
    faults = [one for one in found if one["finding"] in wrong]
    if verdict.claim.kind == "present":
        faults = faults if len(faults) == len(found) else []
    if faults:
        return verdict.model_copy(update={"holds": False, "seen": "; ".join(one["text"] for one in faults)})
    return verdict.model_copy(update={"holds": True, "seen": ""}) if found and verdict.claim.kind == "colour" else verdict


def to_judge(studio: Studio, of: Picture, rubric: Rubric | None = None) -> Worked:
    """A picture that is there, to be judged: it stays as it is. Where an engine here knows its scene, its exact passes are taken anew, which takes as long
    as a small picture; of any other, what its pixels alone tell is measured."""
    edit: dict[str, Any] = {"operation": "judge"} | ({} if rubric is None else {"rubric": rubric.model_dump(mode="json")})
    recipe, inputs = of.source.recipe if of.source else None, studio.history.inputs
    if recipe is not None and "ids" in studio.able(recipe.engine).gives:
        return worked(studio, standing(inputs, recipe, of.data), of, edit)
    height, width = open_picture(of.data).shape[:2]
    return worked(studio, standing(inputs, recipe_of(inputs, of, "keep", (width, height), {}), of.data), of, edit)


def kept_of(rendered: Rendered, found: Judged) -> Rendered:
    """With all that was found in a file beside it, and its score."""
    file = File(FILE, "application/json", json.dumps(data(found), ensure_ascii=False).encode())
    return scored(replace(rendered, outcome=replace(rendered.outcome, files=(*rendered.outcome.files, file))), found)


def data(found: Judged) -> dict[str, Any]:
    """What was found, as JSON data."""
    verdicts = [one.model_dump(mode="json") for one in found.verdicts]
    return {"score": round(found.score, 4), "passes": found.passes, "verdicts": verdicts, "rules": [one._asdict() for one in found.rules]}


def judge_picture(
    studio: Studio, of: Picture, *, by: str = JUDGE, rubric: Rubric | None = None, listen: Listen = nobody, cancel: Cancel | None = None,
) -> tuple[Judged, Entry]:  # fmt: skip
    """Judge a picture that is there, and keep what was found: an entry whose parent is the picture's. Raises as `to_judge`."""
    asked = to_judge(studio, of, rubric)
    studio.history.check_writable()
    rendered = studio.render(asked.recipe, passes="ids" in studio.able(asked.recipe.engine).gives, listen=listen, cancel=cancel)
    found = judged(rendered.outcome.picture, rendered.recipe, rendered.outcome, by=by, rubric=rubric)
    kept = kept_of(rendered, found)
    entry = studio.history.append(
        kept.encode(), kept.recipe, parent=asked.parent, edit=asked.edit, seconds=kept.seconds,
        provenance=kept.outcome.provenance, attached=kept.outcome.files,
    )  # fmt: skip
    return found, entry


class Best(NamedTuple):
    """What came of several tries at the same words."""

    made: Made
    """The best, written to its file."""
    judged: Judged
    others: tuple[tuple[Entry, Judged], ...]
    """The others, in the history, the better first."""


WIDER = {"macro": "close_up", "close_up": "medium_close", "medium_close": "medium", "medium": "full", "full": "wide", "wide": "wide", "establishing": "establishing"}
CROWDED = frozenset(("space", "margin", "whole", "present"))
"""Claims that fail where the frame is too narrow for what is in it."""


def another(recipe: Recipe, found: Judged, able: Capabilities) -> Recipe:
    """A second try at what was found wrong: of a scene, arranged anew, and framed wider where it did not fit; to who goes by words, told what was wrong."""
    made = recipe.with_seed((recipe.seed + 1) % LARGEST_SEED)
    if "scene" not in able.speaks:
        return made.model_copy(update={"prompt": recipe.prompt + "\n" + "; ".join(f"not again: {one}" for one in found.wrong)})
    asked = (claim.kind for one in found.rules if one.holds is False for claim in claims_in(one.say))
    if not CROWDED & {*(one.claim.kind for one in found.failed), *asked}:
        return made
    camera = made.scene.camera
    framing = {"framing": WIDER[camera.framing]}
    return made.with_scene(made.scene.model_copy(update={"camera": Camera.model_validate({**camera.model_dump(), **framing})}))


def best_of(
    studio: Studio, recipes: Sequence[Recipe], output: Path, *, by: str = JUDGE, rubric: Rubric | None = None, second: bool = False, force: bool = False, listen: Listen = nobody, cancel: Cancel | None = None,
) -> Best:  # fmt: skip
    """Make every recipe's picture, judge each, write the best to `output`. All are kept in the history. Over a scene it ends where nothing is wrong.
    `second`: where what comes does not pass, one more is made with what was wrong as the hint. Raises as `Studio.make` does.
    None is shown on the way."""
    format_of(output)
    writable(output, force=force)
    studio.history.check_writable()
    tries: list[tuple[Judged, Entry, Rendered, bytes]] = []
    wanted = list(recipes)
    for k in itertools.count():
        if k == len(wanted):
            if k > len(recipes) or not second or any(one[0].passes for one in tries):
                break
            wanted.append(another(wanted[-1], tries[-1][0], studio.able(wanted[-1].engine)))
        recipe = wanted[k]
        rendered = studio.render(recipe, passes=True, previews=False, listen=part(listen, k, len(wanted), f"{k + 1} of {len(wanted)}"), cancel=cancel)
        data = rendered.encode(format_of(output))
        come = rendered.outcome
        found = judged(come.picture, rendered.recipe, come, by=by, rubric=rubric)
        entry = studio.history.append(
            data, rendered.recipe, seconds=rendered.seconds, spent=come.spent, provenance={**come.provenance, **found.provenance()}, attached=come.files,
        )  # fmt: skip
        tries.append((found, entry, rendered, data))
        if "drift" in come.report and not tries[-1][0].failed:
            break
    tries.sort(key=lambda one: (not one[0].passes, -one[0].score))  # stable: of equals the first
    score, entry, rendered, data = tries[0]
    path = files.write(output, data, force=force)
    made = Made(path, entry, rendered.recipe, rendered.outcome, sum(one[2].seconds for one in tries))
    return Best(made, score, tuple((one[1], one[0]) for one in tries[1:]))


def scored(rendered: Rendered, found: Judged) -> Rendered:
    """With what was found beside it, for the history."""
    return replace(rendered, outcome=replace(rendered.outcome, provenance={**rendered.outcome.provenance, **found.provenance()}))

"""Judged before delivery: what the scene claims is looked for on the picture. Of several tries the best is delivered, and the others are kept.

scene → claims;  picture + passes + claims ──judge (a tool)──▶ verdicts → score
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diorama import contracts
from diorama.contracts import Cancel, Listen, Outcome, nobody, part
from diorama.contracts.tools import Claim, Evidence, Judge, Verdict
from diorama.errors import EngineUnavailable
from diorama.history import Entry
from diorama.image import files, open_picture
from diorama.image.codecs import format_of
from diorama.recipe import Recipe
from diorama.scene import Scene
from diorama.scene.subject import Subject
from diorama.studio.darkroom import Picture
from diorama.studio.make import Made, Rendered, Studio
from diorama.studio.output import writable
from diorama.studio.things import passes_of

JUDGE = "checks"
MEASURED_PLACES = ("on", "in", "left_of", "right_of", "above", "behind", "in_front_of")
"""Relations that are measured as they are called."""
SEE_THROUGH = frozenset(("glass", "crystal", "clear_plastic", "ice", "water", "acrylic"))
SHINING = frozenset(("gold", "silver", "brass", "copper", "chrome", "steel", "bronze", "mirror"))
MOST_COUNTED = 20
PLACED = frozenset(("missing", "moved"))
WRONG = {"present": frozenset(("missing",)), "count": PLACED, "colour": frozenset(("missing", "colour")), "text": frozenset[str](), "exposed": frozenset[str]()}
"""Findings in a painted picture that make a claim of this kind false; of places: `PLACED`."""


class Judged(NamedTuple):
    """What a judge found. `score`: the share of what could be told that holds, 0 to 1; 1 where nothing could."""

    score: float
    verdicts: tuple[Verdict, ...]

    @property
    def failed(self) -> tuple[Verdict, ...]:
        return tuple(one for one in self.verdicts if one.holds is False)


def claims_of(scene: Scene) -> tuple[Claim, ...]:
    """What a picture of the scene should show, as far as it can be measured."""
    return (*(claim for subject in scene.subjects for claim in _of_subject(subject)), *_of_places(scene), Claim(kind="exposed"))


def _of_subject(subject: Subject) -> Iterator[Claim]:
    yield Claim(kind="present", subject=subject.id)
    if subject.count <= MOST_COUNTED:
        yield Claim(kind="count", subject=subject.id, value=subject.count)
    colour = _colour(subject)
    if colour is not None:
        yield Claim(kind="colour", subject=subject.id, value=colour)
    for label in getattr(subject, "labels", ()):
        if label.text.strip():
            yield Claim(kind="text", value=label.text)


def _colour(subject: Subject) -> str | None:
    """The one colour that most of it should have; None where it has none, several, a pattern, or shows what is behind or around it."""
    surface = subject.surface
    if subject.kind == "person" or len(surface.colours) != 1 or surface.pattern is not None:
        return None
    return None if surface.material in SEE_THROUGH | SHINING else surface.colours[0].hex


def _of_places(scene: Scene) -> Iterator[Claim]:
    ids = {subject.id for subject in scene.subjects}
    for relation in scene.relations:
        if relation.kind in MEASURED_PLACES and len(relation.objects) == 1 and relation.objects[0] in ids - {relation.subject}:
            yield Claim(kind=relation.kind, subject=relation.subject, object=relation.objects[0])


def judge_of(name: str) -> Judge:
    """The judge of this name. Raises EngineUnavailable for another kind of tool, or none."""
    tool = contracts.tool(name)
    if tool.capabilities().kind != "judge":
        raise EngineUnavailable(f"{name!r} is no judge", hint="there are: " + ", ".join(one.capabilities().name for one in contracts.tools("judge")))
    return tool  # type: ignore[return-value]


def judged(picture: np.ndarray, recipe: Recipe, outcome: Outcome, *, by: str = JUDGE) -> Judged:
    """`picture`: uint8 sRGB (h, w, 3), of the recipe; `outcome`: its passes and report."""
    judge = judge_of(by)
    try:
        verdicts = judge.judge(picture, claims_of(recipe.scene), Evidence(recipe=recipe, report=outcome.report, passes=outcome.passes))
    finally:
        judge.close()
    verdicts = painted(verdicts, outcome.report.get("drift", ()))
    told = [one.holds for one in verdicts if one.holds is not None]
    return Judged(sum(told) / len(told) if told else 1.0, verdicts)


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


def judge_picture(studio: Studio, of: Picture, *, by: str = JUDGE, listen: Listen = nobody, cancel: Cancel | None = None) -> Judged:
    """Judge a picture that is there: its exact passes are taken again. Raises RequestError for a picture of which the scene is not known."""
    passes = passes_of(studio, of, listen=listen, cancel=cancel)
    assert of.source is not None  # what has no recipe has no passes
    return judged(open_picture(of.data), of.source.recipe, passes, by=by)


class Best(NamedTuple):
    """What came of several tries at the same words."""

    made: Made
    """The best, written to its file."""
    judged: Judged
    others: tuple[tuple[Entry, Judged], ...]
    """The others, in the history, the better first."""


def best_of(
    studio: Studio, recipes: Sequence[Recipe], output: Path, *, by: str = JUDGE, force: bool = False, listen: Listen = nobody, cancel: Cancel | None = None,
) -> Best:  # fmt: skip
    """Make every recipe's picture, judge each, write the best to `output`. All are kept in the history. Over a scene it ends where nothing is wrong. Raises as
    `Studio.make` does."""
    format_of(output)
    writable(output, force=force)
    studio.history.check_writable()
    tries: list[tuple[Judged, Entry, Rendered, bytes]] = []
    for k, recipe in enumerate(recipes):
        rendered = studio.render(recipe, passes=True, listen=part(listen, k, len(recipes), f"{k + 1} of {len(recipes)}"), cancel=cancel)
        data = rendered.encode(format_of(output))
        come = rendered.outcome
        entry = studio.history.append(
            data, rendered.recipe, seconds=rendered.seconds, spent=come.spent, provenance=come.provenance, attached=come.files,
        )  # fmt: skip
        tries.append((judged(rendered.outcome.picture, rendered.recipe, rendered.outcome, by=by), entry, rendered, data))
        if "drift" in come.report and not tries[-1][0].failed:
            break
    tries.sort(key=lambda one: -one[0].score)  # stable: of equals the first
    score, entry, rendered, data = tries[0]
    path = files.write(output, data, force=force)
    made = Made(path, entry, rendered.recipe, rendered.outcome, sum(one[2].seconds for one in tries))
    return Best(made, score, tuple((one[1], one[0]) for one in tries[1:]))

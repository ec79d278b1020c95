"""A picture on trial before it is delivered: judged, made again where that was asked for, the best delivered and the others kept.

first picture ──judge──▶ passes: delivered;  more tries, or one more with what was wrong as the hint ──▶ the best, and the others
"""

from __future__ import annotations

from collections.abc import Callable

from pydantic import Field

from diorama.contracts import Capabilities
from diorama.recipe import Recipe
from diorama.recipe.request import LARGEST_SEED, MOST_PICTURES
from diorama.scene.base import Model
from diorama.studio import judging
from diorama.studio.judging import Judged, another, kept_of, scored
from diorama.studio.make import Rendered
from diorama.studio.rubric import Rubric

Render = Callable[[Recipe], Rendered]
"""Makes one more picture, with its passes."""


class Trial(Model):
    """What is asked of a picture before it is delivered."""

    tries: int = Field(1, ge=1, le=MOST_PICTURES)
    """Pictures that are made, with seeds that count up; the best is delivered."""
    rubric: Rubric | None = None
    again: bool = True
    """One more is made with what was wrong as the hint, where none of them passes."""
    told: bool = False
    """All that was found is kept beside the picture, as a file (`judging.FILE`); where it cannot be judged, that is an error."""


def usual(setting: str, *, refined: bool) -> Trial | None:
    """What the setting `judge` (off, score, again) asks of every picture; `refined`: of one that comes from another, which is scored only."""
    return None if setting == "off" else Trial(tries=1, again=setting == "again" and not refined)


def tried(first: Rendered, trial: Trial, able: Capabilities, render: Render) -> tuple[Rendered, tuple[Rendered, ...]]:
    """The best picture and the others, the better first, each with its score and reasons beside it. By an engine that costs there is but the first."""
    made = [_judged(first, trial)]
    if able.costs:
        return made[0][1], ()
    for k in range(1, trial.tries):
        made.append(_judged(render(first.recipe.anew().with_seed((first.recipe.seed + k) % LARGEST_SEED)), trial))
    if trial.again and not any(found.passes for found, _ in made):
        found, last = made[-1]
        made.append(_judged(render(another(last.recipe, found, able)), trial))
    made.sort(key=lambda one: (not one[0].passes, -one[0].score))  # stable: of equals the first
    return made[0][1], tuple(one for _, one in made[1:])


def _judged(rendered: Rendered, trial: Trial) -> tuple[Judged, Rendered]:
    found = judging.judged(rendered.outcome.picture, rendered.recipe, rendered.outcome, rubric=trial.rubric)
    return found, (kept_of if trial.told else scored)(rendered, found)

"""/api/judgements: a picture held against its own words, and against rules in words."""

from __future__ import annotations

import threading
from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from diorama.contracts.tools import Verdict
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.orders import entry_of
from diorama.server.pictures import HEX
from diorama.server.state import AppStateOf
from diorama.server.strict import StrictModel
from diorama.studio import judging
from diorama.studio.darkroom import Picture
from diorama.studio.rubric import Rubric, Rule
from diorama.studio.source import Source

router = APIRouter(prefix="/api/judgements", tags=["pictures"])

MOST_RULES = 100

_one_at_a_time = threading.Lock()


class Wish(StrictModel):
    picture: str = Field(pattern=HEX)
    rules: list[Annotated[str, Field(min_length=1, max_length=500)]] = Field([], max_length=MOST_RULES, description="nothing is cut off; the bottle is #b5651d")
    must: list[Annotated[str, Field(min_length=1, max_length=500)]] = Field([], max_length=MOST_RULES, description="The same, each of which has to hold")
    least: float = Field(1.0, ge=0, le=1, description="The share of the rules that has to hold")


class RuleTold(Model):
    say: str
    must: bool
    holds: bool | None
    """None: nobody can tell; `seen` says why."""
    seen: str


class Judgement(Model):
    score: float
    """The share of what could be told that holds, 0 to 1."""
    passes: bool
    verdicts: tuple[Verdict, ...]
    rules: tuple[RuleTold, ...]


@router.post("", operation_id="judge")
def judge(wish: Wish, app_state: AppStateOf, who: OwnerOf) -> Judgement:
    """Judge one of your pictures. Its exact passes are taken again, which takes as long as a small picture."""
    entry = entry_of(app_state, who, wish.picture, "picture")
    of = Picture(app_state.studio.history.read(entry), Source(entry.recipe, entry))
    rules = (*(Rule(say=one) for one in wish.rules), *(Rule(say=one, must=True) for one in wish.must))
    with _one_at_a_time:
        found = judging.judge_picture(app_state.studio, of, rubric=Rubric(rules=rules, least=wish.least) if rules else None)
    told = tuple(RuleTold(**one._asdict()) for one in found.rules)
    return Judgement(score=round(found.score, 4), passes=found.passes, verdicts=found.verdicts, rules=told)

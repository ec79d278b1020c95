"""/api/judgements: a picture held against its own words, and against rules in words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Path
from pydantic import Field

from diorama.contracts.tools import Verdict
from diorama.errors import UnknownEntry
from diorama.jobs import Order
from diorama.scene.base import Model
from diorama.server.context import OwnerOf
from diorama.server.jobs import Jobs
from diorama.server.orders import entry_of, idempotency, submit
from diorama.server.pictures import HEX
from diorama.server.state import AppStateOf
from diorama.server.strict import StrictModel
from diorama.studio import judging
from diorama.studio.darkroom import Picture
from diorama.studio.rubric import Rubric, Rule
from diorama.studio.source import Source
from diorama.studio.trial import Trial

router = APIRouter(prefix="/api/judgements", tags=["pictures"])

MOST_RULES = 100


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


@router.post("", status_code=202, operation_id="judge")
def judge(wish: Wish, app_state: AppStateOf, who: OwnerOf, idempotency_key: Annotated[str | None, Header(max_length=255)] = None) -> Jobs:
    """Judge one of your pictures: a job, whose picture is the same, with what was found (`GET /api/judgements/{picture}`). Where its scene is known, its exact
    passes are taken again, which takes as long as a small picture."""
    entry = entry_of(app_state, who, wish.picture, "picture")
    of = Picture(app_state.studio.history.read(entry), Source(entry.recipe, entry))
    rules = (*(Rule(say=one) for one in wish.rules), *(Rule(say=one, must=True) for one in wish.must))
    rubric = Rubric(rules=rules, least=wish.least) if rules else None
    asked = judging.to_judge(app_state.studio, of, rubric)
    order = Order(recipe=asked.recipe, parent=entry.id, edit=asked.edit, trial=Trial(tries=1, rubric=rubric, again=False, told=True))
    return Jobs(jobs=list(submit(app_state, who, [order], idempotency(idempotency_key), wish.model_dump(mode="json"))))


@router.get("/{picture}", operation_id="getJudgement")
def judgement(picture: Annotated[str, Path(pattern=HEX)], app_state: AppStateOf, who: OwnerOf) -> Judgement:
    """What was found on a picture that was judged."""
    entry = entry_of(app_state, who, picture, "picture")
    kept = next((one for one in entry.files if one.name == judging.FILE), None)
    if kept is None:
        raise UnknownEntry("this picture was not judged so", where="picture", hint="POST /api/judgements; its job's picture has what was found")
    return Judgement.model_validate_json(app_state.studio.history.inputs.get(kept.sha256))

"""/api/darkroom: what is done to a picture that is there. Each operation is a job; its picture is an entry with its parent."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Header
from pydantic import Field

from diorama.jobs import Order
from diorama.server import orders
from diorama.server.context import OwnerOf
from diorama.server.state import AppState, AppStateOf
from diorama.server.errors import Refusal
from diorama.server.jobs import Jobs
from diorama.server.strict import StrictModel
from diorama.studio import darkroom
from diorama.studio.darkroom import Picture, Worked
from diorama.studio.source import Source

router = APIRouter(prefix="/api/darkroom", tags=["darkroom"])

HEX = r"^[0-9a-f]{64}$"
MOST_BOXES = 64
Frame = Annotated[list[Annotated[float, Field(ge=0, le=1)]], Field(min_length=4, max_length=4)]


class Work(StrictModel):
    """What is to be done. `boxes`: left, top, right, bottom as shares of the frame."""

    picture: str = Field(pattern=HEX)
    operation: Literal["enlarge", "cutout", "erase", "crop"]
    times: float = Field(2.0, gt=1, le=8, description="enlarge")
    by: str | None = Field(None, max_length=64, description="enlarge: an upscaler; without it the stage's pictures are photographed again")
    shadow: bool = Field(True, description="cutout: with the shadows that the things cast")
    boxes: list[Frame] = Field([], max_length=MOST_BOXES, description="erase: what goes; crop: the one that stays")


@router.post("", status_code=202, operation_id="work")
def work(wish: Work, app_state: AppStateOf, who: OwnerOf, idempotency_key: Annotated[str | None, Header(max_length=255)] = None) -> Jobs:
    """Enlarge, cut out, erase, crop. The same `Idempotency-Key` answers with the same job."""
    entry = orders.entry_of(app_state, who, wish.picture, "picture")
    made = _worked(app_state, Picture(app_state.studio.history.read(entry), Source(entry.recipe, entry)), wish)
    order = Order(recipe=made.recipe, parent=entry.id, edit=made.edit)
    return Jobs(jobs=list(orders.submit(app_state, who, [order], orders.idempotency(idempotency_key), wish.model_dump(mode="json"))))


def _worked(app_state: AppState, of: Picture, wish: Work) -> Worked:
    if wish.operation == "enlarge":
        return darkroom.enlarged(app_state.studio, of, wish.times, wish.by)
    if wish.operation == "cutout":
        return darkroom.cut_out(app_state.studio, of, shadow=wish.shadow)
    if not wish.boxes or (wish.operation == "crop" and len(wish.boxes) > 1):
        raise Refusal(400, "no box, or more than one", param="boxes", hint="[[0.4, 0.5, 0.6, 0.8]]: left, top, right, bottom as shares of the frame")
    boxes = [(left, top, right, bottom) for left, top, right, bottom in wish.boxes]
    if wish.operation == "erase":
        return darkroom.erased(app_state.studio, of, darkroom.boxes_mask(of, boxes))
    return darkroom.cropped(app_state.studio, of, boxes[0])

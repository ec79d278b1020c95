"""The base of all scene data: frozen, unknown fields forbidden."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def unit(name: str) -> JsonDict:
    """What a number is measured in, for the published schema: metres, millimetres, degrees, kelvin, stops, hours, years; "1" for ratios and shares."""
    return {"unit": name}


Box = tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]]
NARROWEST = 0.1
"""Share of the frame's width and height that a box has at least."""


def _is_a_box(box: Box) -> Box:
    if min(box[2] - box[0], box[3] - box[1]) < NARROWEST - 1e-6:
        raise ValueError(f"a box is left, top, right, bottom as shares of the frame, {NARROWEST:g} wide and high at least: 0.5,0,1,1")
    return box


Framed = Annotated[Box, AfterValidator(_is_a_box)]
"""A box of the frame in which something is to be seen: left, top, right, bottom as shares of it from its top left."""

"""The base of all scene data: frozen, unknown fields forbidden."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.config import JsonDict


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def unit(name: str) -> JsonDict:
    """What a number is measured in, for the published schema: metres, millimetres, degrees, kelvin, stops, hours, years; "1" for ratios and shares."""
    return {"unit": name}

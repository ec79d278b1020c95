"""Film stocks: what each does to light, read from `film_stocks.toml`; and the curves that a stock and a scene's wishes make together."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from diorama.errors import SceneError
from diorama.image.colour import LUMA, to_encoded
from diorama.image.tone import SLOPE
from diorama.scene import Film
from diorama.scene.base import Model

Triple = tuple[float, float, float]
Tint = Annotated[Triple, Field(description="added to the display codes of red, green and blue")]
IDENTITY: tuple[Triple, Triple, Triple] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


class Stock(Model):
    """One film stock. Codes are display codes 0..1."""

    name: str
    kind: Literal["digital", "negative", "slide", "monochrome", "instant"]
    look: str
    """What it does to a picture, in a photographer's words."""
    aliases: tuple[str, ...] = ()
    native_kelvin: float = Field(6500, ge=2000, le=10000)
    """The light that it shows as neutral where no white balance is set."""
    exposure: float = Field(0.0, ge=-2, le=2)
    """Stops by which photographers over- or underexpose it."""
    slope: float = Field(SLOPE, ge=1.5, le=4.5)
    """Contrast at middle grey: steepness of the tone curve (AgX's own is 2.4)."""
    matrix: tuple[Triple, Triple, Triple] = IDENTITY
    """Crosstalk of the dye layers on linear light: rows sum to 1, so greys stay grey."""
    weights: Triple | None = None
    """Spectral sensitivity of a black-and-white film: shares of red, green and blue."""
    saturation: float = Field(1.0, ge=0, le=2)
    lift: Tint = (0, 0, 0)
    """Codes of the deepest black: base fog."""
    shadows: Tint = (0, 0, 0)
    """Tint strongest at code 1/3."""
    highlights: Tint = (0, 0, 0)
    """Tint strongest at code 2/3."""
    white: Triple = (1, 1, 1)
    """Codes of the brightest white: the paper."""
    rms: float = Field(0.0, ge=0, le=60)
    """Diffuse rms granularity (x1000)."""
    grain_size: float = Field(8.0, ge=1, le=60)
    """Micrometres: standard deviation of a grain clump."""
    halation: float = Field(0.0, ge=0, le=1)
    halation_colour: Triple = (1.0, 0.28, 0.06)


@lru_cache(maxsize=1)
def stocks() -> dict[str, Stock]:
    """All stocks by key."""
    data = tomllib.loads(files("diorama.image").joinpath("film_stocks.toml").read_text("utf-8"))
    return {key: Stock(**values) for key, values in data.items()}


def stock(name: str) -> Stock:
    """The stock of that key or alias. Raises SceneError."""
    table = stocks()
    if name in table:
        return table[name]
    for candidate in table.values():
        if name in candidate.aliases:
            return candidate
    raise SceneError(f"no film stock {name!r}", where="film.stock", hint="one of " + ", ".join(table))


def contrast_slope(base: float, contrast: float) -> float:
    """Steepness for a wish of contrast 0..2 (1 leaves the stock's own)."""
    flattest = 1.4
    return base * contrast if contrast >= 1 else flattest + (base - flattest) * contrast


SEPIA_SHADOWS: Triple = (0.055, 0.005, -0.06)
SEPIA_HIGHLIGHTS: Triple = (0.045, 0.005, -0.075)
TABLE = 1 << 16
"""Entries of a curve's table over display light 0..1."""


@lru_cache(maxsize=32)
def curves(stock_: Stock, film: Film) -> np.ndarray:
    """Three tables, 3 x TABLE float32: display light 0..1 → display code with the stock's black, tints and paper white."""
    code = to_encoded(np.linspace(0, 1, TABLE))
    in_shadows = 6.75 * code * (1 - code) ** 2
    in_highlights = 6.75 * code**2 * (1 - code)
    sepia = float(film.sepia)
    out = []
    for c in range(3):
        shadows = stock_.shadows[c] * (not film.sepia) + SEPIA_SHADOWS[c] * sepia
        highlights = stock_.highlights[c] * (not film.sepia) + SEPIA_HIGHLIGHTS[c] * sepia
        toned = code + shadows * in_shadows + highlights * in_highlights
        black = stock_.lift[c] + 0.13 * film.fade
        white = stock_.white[c] - 0.05 * film.fade
        out.append(black + (white - black) * toned)
    return np.clip(out, 0, 1).astype(np.float32)


def grey_weights(stock_: Stock, film: Film) -> np.ndarray | None:
    """Shares of red, green and blue that make the grey of a black-and-white picture; None for a picture in colour."""
    if stock_.weights is not None:
        return np.array(stock_.weights, np.float32)
    return LUMA if film.monochrome or film.sepia or film.saturation == 0 else None


def saturation(stock_: Stock, film: Film) -> float:
    """Factor on the distance of a display colour from its grey."""
    return stock_.saturation * film.saturation * (1 - 0.25 * film.fade)

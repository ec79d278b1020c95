"""Development: scene-linear light → a photograph of 8-bit sRGB.

exposure → white balance → vignette → bloom and halation → black → the stock's colours → tone curve (AgX) → the stock's black, tints and
saturation → sharpening → grain or the sensor's noise → 8 bits with dither. All that decides the result is in a `Development`; equal ones give equal pixels.

The picture is worked in bands of rows that fit a processor's cache; only glow (on a small copy) and grain see the whole.
"""

from __future__ import annotations

import numpy as np
from pydantic import Field

from diorama.image import film as stock_data
from diorama.image import grain, halation, sensor, tone
from diorama.image.colour import LUMA
from diorama.image.raster import as_linear, micrometres_per_pixel, resize
from diorama.image.vignette import vignette
from diorama.image.white_balance import balance, warm
from diorama.scene import Film
from diorama.scene.base import Model

BAND = 48
"""Rows worked at a time."""
TOE = 0.06
"""Share of its light that what is darker than the black keeps: shadows end softly."""
PALER = 0.6
"""A steeper curve makes colours stronger, too; this much of it is taken back."""
EXTRA_GRAIN_RMS = 42.0
"""Granularity that `film.grain` = 1 adds."""


class Development(Model):
    """Everything that decides how light becomes a photograph."""

    film: Film = Film()
    exposure_stops: float = Field(default=0.0, ge=-40, le=40)
    """Metered (`meter.meter`); the film's own wish, `film.exposure`, comes on top."""
    kelvin: float | None = Field(default=6500.0, ge=1000, le=40000)
    """The light that is to look neutral. 6500 leaves the light as it is; None takes what the stock is balanced for."""
    tint: float = Field(default=0.0, ge=-150, le=150)
    focal_length: float = Field(default=50.0, ge=4, le=2000)
    """Millimetres on the 36 mm frame, for the fall-off of light."""
    black: float = Field(default=0.0, ge=0, le=0.1)
    """Exposed light (0.18 is middle grey) that comes out black: what lens and air veil everything with; middle grey stays."""
    contrast: float = Field(default=1.0, ge=1, le=2)
    """Steepness of the tone curve, by the stock's own."""
    sharpness: float = Field(default=0.0, ge=0, le=2)
    """How much of its fine detail is added to a picture once more."""
    speed: float = Field(default=0.0, ge=0, le=102400)
    """Of the sensor (ISO), whose noise a picture has; 0: none."""
    seed: int = Field(default=0, ge=0, le=2**64 - 1)
    """Of the grain and the dither."""


def develop(
    linear: np.ndarray, film: Film, *, exposure_stops: float, kelvin: float | None = 6500.0, focal_length: float = 50.0, seed: int = 0
) -> np.ndarray:
    """Develop HxWx3 float scene-linear light (Rec.709) to HxWx3 uint8 sRGB. The arguments are the fields of `Development`."""
    return run(linear, Development(film=film, exposure_stops=exposure_stops, kelvin=kelvin, focal_length=focal_length, seed=seed))


def run(linear: np.ndarray, development: Development) -> np.ndarray:
    """Develop HxWx3 float scene-linear light as the record says: HxWx3 uint8 sRGB."""
    linear = as_linear(linear)
    height, width = linear.shape[:2]
    film = development.film
    stock = stock_data.stock(film.stock)
    weights = stock_data.grey_weights(stock, film)

    to_exposed = exposure_matrix(development)
    shade = vignette(width, height, film.vignette, development.focal_length)
    small = halation.shrink(linear)
    small = np.tensordot(to_exposed, small, 1) * resize(shade, small.shape[2], small.shape[1])
    colour = stock.halation_colour if weights is None else (1.0, 1.0, 1.0)
    strays = halation.glow(small, min(1.0, stock.halation + film.halation), colour)
    glow = np.stack([resize(plane, width, height) for plane in strays])

    noise, amplitude = _grain(stock, film, width, height, development.seed)
    taken = sensor.noise(width, height, development.seed, development.speed)
    tables = stock_data.curves(stock, film)
    slope = stock_data.contrast_slope(stock.slope, film.contrast) * development.contrast
    matrix = np.array(stock.matrix, np.float32)
    saturation = stock_data.saturation(stock, film) / development.contrast**PALER
    dither = np.random.PCG64(development.seed ^ 0x9E3779B97F4A7C15)

    out = np.empty((height, width, 3), np.uint8)
    for top in range(0, height, BAND):
        band = slice(top, min(top + BAND, height))
        around = sensor.around(band, height) if development.sharpness else band
        light = _exposed(linear[around], to_exposed, shade[around], glow[:, around])
        _blacken(light, development.black)
        if weights is None:
            shown = tone.agx((matrix @ light.reshape(3, -1)).reshape(light.shape), slope)
            codes = _saturate(_print(shown, tables), saturation)
        else:
            codes = _print(tone.grey(np.tensordot(weights, light, 1), slope)[None], tables[:1] if _is_neutral(tables) else tables)
        if development.sharpness:
            codes = sensor.sharpened(codes, development.sharpness)[:, band.start - around.start :][:, : band.stop - band.start]
        if amplitude > 0:
            grain.apply(codes, noise[:, band], amplitude)
        if development.speed:
            sensor.apply(codes, taken[:, band], development.speed)
        out[band] = _quantise(codes, dither)
    return out


def exposure_matrix(development: Development) -> np.ndarray:
    """Exposure, white balance and the finish's warmth as one 3x3 matrix on linear light."""
    stock = stock_data.stock(development.film.stock)
    stops = development.exposure_stops + development.film.exposure + stock.exposure
    kelvin = stock.native_kelvin if development.kelvin is None else development.kelvin
    return (2.0**stops * warm(development.film.warmth) @ balance(kelvin, development.tint)).astype(np.float32)


def _exposed(linear: np.ndarray, matrix: np.ndarray, shade: np.ndarray, glow: np.ndarray) -> np.ndarray:
    """A band of light as it meets the film: 3xhxW."""
    height, width = shade.shape
    light = (matrix @ linear.reshape(-1, 3).T).reshape(3, height, width)
    light *= shade * np.float32(1 - halation.BLOOM)
    light += glow
    return light


def _blacken(light: np.ndarray, black: float) -> None:
    """Take the black from a band of exposed light, 3xhxW, in place: by lightness, so that hues stay, and so that middle grey stays where it is."""
    if not black:
        return
    y = np.maximum(np.tensordot(LUMA, light, 1), np.float32(1e-9))
    left = np.sqrt(np.maximum(y - np.float32(black), 0) ** 2 + (np.float32(TOE) * y) ** 2)
    light *= left / y * np.float32(tone.MIDDLE_GREY / (tone.MIDDLE_GREY - black))


def _grain(stock: stock_data.Stock, film: Film, width: int, height: int, seed: int) -> tuple[np.ndarray, float]:
    """The grain's field and its strength; an empty field where there is none."""
    rms = stock.rms + EXTRA_GRAIN_RMS * film.grain
    if rms == 0:
        return np.empty((0, height, width), np.float32), 0.0
    size = stock.grain_size * (1 + 0.6 * film.grain)
    layers = 3 if stock_data.grey_weights(stock, film) is None else 1
    return grain.field(width, height, size, seed, layers), grain.strength(rms, size, micrometres_per_pixel(width, height))


def _print(shown: np.ndarray, tables: np.ndarray) -> np.ndarray:
    """Display light to display codes through each channel's table; one plane in may become three out (a toned print)."""
    steps = (shown * np.float32(stock_data.TABLE - 1) + np.float32(0.5)).astype(np.int32)
    return np.stack([table.take(steps[min(c, len(steps) - 1)], mode="clip") for c, table in enumerate(tables)])


def _is_neutral(tables: np.ndarray) -> bool:
    return bool((tables[0] == tables[1]).all() and (tables[0] == tables[2]).all())


def _saturate(codes: np.ndarray, factor: float) -> np.ndarray:
    """Move colours from their grey; those already strong are pushed less, so that nothing clips flat."""
    if factor == 1.0:
        return codes
    grey = np.tensordot(LUMA, codes, 1)
    amount: np.ndarray | np.float32 = np.float32(factor)
    if factor > 1.0:
        amount = 1 + np.float32(factor - 1) * (1 - (codes.max(0) - codes.min(0)))
    codes -= grey
    codes *= amount
    codes += grey
    return codes


def _quantise(codes: np.ndarray, source: np.random.PCG64) -> np.ndarray:
    """CxhxW codes to hxWx3 bytes, with uniform dither one code wide: the mean of many pixels is exact, so smooth skies show no bands
    (Lipshitz, Wannamaker and Vanderkooy, "Quantization and Dither: A Theoretical Survey", JAES 40(5), 1992), and flat white stays flat.
    """
    count = codes.shape[1] * codes.shape[2]
    coins = source.random_raw(-(-count // 8)).view(np.uint8)[:count].reshape(codes.shape[1:])
    codes *= 255
    codes += coins.astype(np.float32) * np.float32(1 / 256) + np.float32(0.5 / 256)
    np.clip(codes, 0, 255, out=codes)
    height, width = codes.shape[1:]
    out = np.empty((height, width, 3), np.uint8)
    for c in range(3):
        out[..., c] = codes[min(c, len(codes) - 1)]
    return out

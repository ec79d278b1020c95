"""Resolving: a request and its scene become recipes with nothing left open."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable

import diorama
from diorama.errors import RequestError
from diorama.recipe.recipe import Recipe
from diorama.recipe.request import LARGEST_SEED, LARGEST_SIDE, OPTION, SMALLEST_SIDE, Request
from diorama.scene import Scene, check

LONG_SIDE = 1024
"""Pixels, where no size is asked for."""


Fit = Callable[[int, int], tuple[int, int]]
"""The size that an engine makes, nearest to a size in pixels."""


def resolve(
    request: Request, scene: Scene | None = None, *, engine_version: str, options: dict[str, OPTION] | None = None, fit: Fit | None = None
) -> Recipe:  # fmt: skip
    """The recipe of the request's first picture.

    `scene` is what was read from the prompt (the request's own where it holds one); `options` are the engine's defaults, which the
    request's override; `fit` chooses among the engine's sizes where the request does not give both sides. The frame takes the shape of the size.
    """
    return _recipe(request, scene, engine_version, options, fit, draw_seed() if request.seed is None else request.seed)


def resolve_all(
    request: Request, scene: Scene | None = None, *, engine_version: str, options: dict[str, OPTION] | None = None, fit: Fit | None = None
) -> tuple[Recipe, ...]:  # fmt: skip
    """One recipe for each of `request.count` pictures: seeds count up from the first."""
    first = draw_seed() if request.seed is None else request.seed
    return tuple(_recipe(request, scene, engine_version, options, fit, (first + i) % (LARGEST_SEED + 1)) for i in range(request.count))


def draw_seed() -> int:
    """A random seed."""
    return secrets.randbelow(LARGEST_SEED + 1)


def _recipe(request: Request, scene: Scene | None, engine_version: str, options: dict[str, OPTION] | None, fit: Fit | None, seed: int) -> Recipe:
    scene = scene or request.scene
    if scene is None:
        raise RequestError("no scene", where="scene", hint="read the prompt first")
    check(scene)
    width, height = size(request, scene.camera.aspect)
    if fit is not None and (request.width is None or request.height is None):
        width, height = fit(width, height)
    return Recipe(
        prompt=request.prompt or "", scene=_framed(scene, width, height), engine=request.engine, engine_version=engine_version,
        diorama=diorama.__version__, width=width, height=height, quality=request.quality, seed=seed, options={**(options or {}), **request.options},
        inputs=request.inputs,
    )  # fmt: skip


def size(request: Request, camera_aspect: tuple[int, int]) -> tuple[int, int]:
    """Width and height in pixels. What is derived is even; what was given is kept."""
    aspect_width, aspect_height = request.aspect or camera_aspect
    ratio = aspect_width / aspect_height
    if request.width is not None and request.height is not None:
        return request.width, request.height
    if request.width is not None:
        return request.width, _side("width", request.width, request.width / ratio, ratio)
    if request.height is not None:
        return _side("height", request.height, request.height * ratio, ratio), request.height
    if request.megapixels is not None:
        height = math.sqrt(request.megapixels * 1e6 / ratio)
        return _side("megapixels", request.megapixels, height * ratio, ratio), _side("megapixels", request.megapixels, height, ratio)
    long = request.long_side or LONG_SIDE
    short = _side("long_side", long, long * min(ratio, 1 / ratio), ratio)
    return (long, short) if ratio >= 1 else (short, long)


def even(side: float) -> int:
    return max(2, 2 * round(side / 2))


def _side(field: str, value: float, side: float, ratio: float) -> int:
    pixels = even(side)
    if not SMALLEST_SIDE <= pixels <= LARGEST_SIDE:
        allowed = f"{SMALLEST_SIDE} to {LARGEST_SIDE} pixels a side"
        raise RequestError(f"{value:g} makes a side of {pixels} pixels at {ratio:.3g}:1", where=field, hint=allowed)
    return pixels


def _framed(scene: Scene, width: int, height: int) -> Scene:
    """The scene with the frame's shape that the size has, so that recipe and scene never disagree."""
    old_width, old_height = scene.camera.aspect
    if abs(math.log(width / height * old_height / old_width)) < 2 / min(width, height):  # the same but for rounding to pixels
        return scene
    divisor = math.gcd(width, height)
    camera = scene.camera.model_copy(update={"aspect": (width // divisor, height // divisor)})
    framed = scene.model_copy(update={"camera": camera})
    check(framed)
    return framed

"""A wider frame round a picture of the stage's: photographed again from the same place, the old picture's own pixels kept.

recipe → the same viewpoint and focus with a shorter lens, shifted, so that the old frame lies within the new one pixel for pixel → both laid together
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from pydantic import ValidationError

from diorama.errors import RequestError
from diorama.image.codecs import encode, open_picture
from diorama.recipe import Input, Recipe
from diorama.recipe.request import LARGEST_SIDE
from diorama.scene import Camera, Scene
from diorama.scene.camera import NARROWEST, Box
from diorama.scene.layout import Viewpoint
from diorama.studio.darkroom import Picture, Worked, worked
from diorama.studio.make import Studio


class Margins(NamedTuple):
    """What is added at each side, as shares of the old frame's width (left, right) and height (top, bottom); 0 and more."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


def to_aspect(size: tuple[int, int], width: int, height: int) -> Margins:
    """The margins that give a frame of a size (width, height) another shape, evenly on both sides."""
    ratio = width / height * size[1] / size[0]
    return Margins(left=(ratio - 1) / 2, right=(ratio - 1) / 2) if ratio >= 1 else Margins(top=(1 / ratio - 1) / 2, bottom=(1 / ratio - 1) / 2)


def extended(studio: Studio, of: Picture, margins: Margins) -> Worked:
    """The wider view, photographed, with the old picture laid into it. Raises RequestError for an unknown viewpoint, a frame too large."""
    recipe = of.source.recipe if of.source else None
    if recipe is None or recipe.scene.layout is None or recipe.scene.layout.viewpoint is None or "scene" not in studio.able(recipe.engine).speaks:
        hint = "extending without an engine that paints needs a picture of the stage's; --by names one that paints"
        raise RequestError("where this picture was taken from is not known", where="picture", hint=hint)
    left, right, top, bottom = pixels(margins, recipe.width, recipe.height)
    wide = wider(recipe.anew(), left, right, top, bottom)
    old = open_picture(of.data)[..., :3]
    frame = np.zeros((wide.height, wide.width, 4), np.uint8)
    frame[top : top + recipe.height, left : left + recipe.width] = np.dstack([old, np.full(old.shape[:2], 255, np.uint8)])
    kept = Input(kind="kept", sha256=studio.history.inputs.keep(encode(frame)))
    edit = {"operation": "extend", "left": left, "right": right, "top": top, "bottom": bottom}
    return worked(studio, wide.model_copy(update={"inputs": (*wide.inputs, kept)}), of, edit)


def pixels(margins: Margins, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, right, top, bottom in pixels. Raises RequestError where nothing is added."""
    left, right, top, bottom = (round(share * side) for share, side in zip(margins, (width, width, height, height), strict=True))
    if min(left, right, top, bottom) < 0 or not any((left, right, top, bottom)):
        raise RequestError("nothing is added", where="margins", hint="--right 30% adds three tenths of the width at the right")
    return left, right, top, bottom


def wider(recipe: Recipe, left: int, right: int, top: int, bottom: int) -> Recipe:
    """The same view with more around it, pixels. The lens gets shorter as the frame gets larger, so that a pixel spans the same angle; its pupil stays.

    Raises RequestError.
    """
    width, height = recipe.width + left + right, recipe.height + top + bottom
    if max(width, height) > LARGEST_SIDE or not 1 / 6 <= width / height <= 6:
        raise RequestError(f"a frame of {width}x{height} pixels", where="margins", hint=f"{LARGEST_SIDE} pixels a side at most, and between 1:6 and 6:1")
    scene = recipe.scene
    assert scene.layout is not None and scene.layout.viewpoint is not None
    before, after = max(recipe.width, recipe.height), max(width, height)
    view = scene.layout.viewpoint
    shift_x, shift_y = (view.shift_x * before + (right - left) / 2) / after, (view.shift_y * before + (top - bottom) / 2) / after
    fov = view.fov or angles(recipe.width, recipe.height, view.focal_length or scene.camera.focal_length)
    view = view.model_copy(update={"shift_x": shift_x, "shift_y": shift_y, "fov": fov, **_own_lens(view, before / after)})
    layout = scene.layout.model_copy(update={"viewpoint": view})
    seen = _lens(scene, before / after, width, height).model_copy(update={"layout": layout})
    boxed = _boxes_in(seen, lambda box: _moved(box, (recipe.width, recipe.height), (width, height), (left, top)))
    return recipe.model_copy(update={"width": width, "height": height, "scene": boxed})


def _boxes_in(scene: Scene, moved: Callable[[Box], Box | None]) -> Scene:
    """The scene with its boxes of the frame as they are in another frame."""
    subjects = tuple(s if s.within is None else s.model_copy(update={"within": moved(s.within)}) for s in scene.subjects)
    within = None if scene.camera.within is None else moved(scene.camera.within)
    return scene.model_copy(update={"subjects": subjects, "camera": scene.camera.model_copy(update={"within": within})})


def _moved(box: Box, old: tuple[int, int], new: tuple[int, int], start: tuple[int, int]) -> Box | None:
    """A box of a frame of a size (width, height) in a larger one, in which the older begins at (left, top); None where it is too narrow there for one."""
    at = [round((box[k] * old[k % 2] + start[k % 2]) / new[k % 2], 5) for k in range(4)]
    return None if min(at[2] - at[0], at[3] - at[1]) < NARROWEST - 1e-6 else (at[0], at[1], at[2], at[3])


def _own_lens(view: Viewpoint, shorter: float) -> dict[str, float]:
    """The lens that the viewpoint has instead of the camera's, where it has one, made shorter."""
    return {name: value * shorter for name in ("focal_length", "f_number") if (value := getattr(view, name)) is not None}


def angles(width: int, height: int, focal_length: float) -> tuple[float, float]:
    """Horizontal and vertical field of view, degrees, of a frame whose long side is 36 mm."""
    wide, high = (math.degrees(2 * math.atan(18.0 * side / max(width, height) / focal_length)) for side in (width, height))
    return wide, high


def _lens(scene: Scene, shorter: float, width: int, height: int) -> Scene:
    divisor = math.gcd(width, height)
    lens = {"focal_length": scene.camera.focal_length * shorter, "f_number": scene.camera.f_number * shorter}
    try:
        camera = Camera.model_validate({**scene.camera.model_dump(), **lens, "aspect": (width // divisor, height // divisor)})
    except ValidationError:
        raise RequestError("there is no lens that wide", where="margins", hint="add less at the sides") from None
    return scene.model_copy(update={"camera": camera})

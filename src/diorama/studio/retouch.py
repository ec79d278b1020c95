"""Work on a marked part of a picture, ours or anybody's. What is not marked stays as it is, pixel for pixel, whichever engine does the work.

erased       what is marked gives way to what is around it: by patches of the picture, or by an engine that changes pictures
painted      an engine that changes pictures makes it anew, by words
backgrounded another picture, or a colour, comes in its place; `set_before` has an engine paint it
outpainted   the frame grows, and an engine that changes pictures, or patches of the picture, fill what is new
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import ImageColor

import diorama
from diorama.contracts import Capabilities, nearest
from diorama.errors import EngineRefused, RequestError
from diorama.image.codecs import encode, open_picture
from diorama.image.metadata import Metadata, SourceType
from diorama.recipe import Input, Recipe
from diorama.recipe.inputs import Box
from diorama.recipe.request import LARGEST_MADE
from diorama.studio.darkroom import Picture, Worked, recipe_of, upright, worked
from diorama.studio.extend import Margins, pixels
from diorama.studio.make import Studio, metadata_of, told_source

PATCHES = "patches"
"""The name, in an engine's place, of filling by patches of the picture itself."""
CONTEXT, LEAST_CONTEXT = 0.5, 64
"""Around a mark that an engine is shown: a share of its longer side, and pixels."""

EMPTY = "only what is behind and around it: the surface and the background go on, with nothing there"
"""What an engine is told to paint where something is to go."""


def erased(studio: Studio, of: Picture, changes: np.ndarray, by: str = PATCHES, words: str = "", seed: int | None = None) -> Worked:
    """`changes`: uint8 (h, w), as `Selection.changes` gives it of the picture. `by`: `patches`, or an engine that changes pictures, which is told in `words`
    what is seen there then. Raises as `painted`."""
    if by == PATCHES:
        return _in_darkroom(studio, of, changes, "erase", {"operation": "erase"})
    return _painted(studio, of, changes, words.strip() or EMPTY, by, seed, {"operation": "erase", "by": by, "share": _share(changes)})


def set_before(studio: Studio, of: Picture, changes: np.ndarray, words: str, engine: str, seed: int | None = None) -> Worked:
    """Another background behind what stays, painted by an engine that changes pictures. Raises as `painted`."""
    return _painted(studio, of, changes, words, engine, seed, {"operation": "background", "words": words, "by": engine, "share": _share(changes)})


def backgrounded(studio: Studio, of: Picture, changes: np.ndarray, behind: bytes | str, relight: float | None = None) -> Worked:
    """`behind`: a picture's file, which is cropped to cover the frame, or a colour such as #e8e4dc. `relight`: what stays loses what its edge holds of the old
    background, and goes over into the new one's light, 0 to 1; None: it keeps every pixel. Raises RequestError for what is neither picture nor colour."""
    if isinstance(behind, str):
        file = _typed(np.broadcast_to(np.array(_rgb(behind), np.uint8), (64, 64, 3)), "algorithmicMedia")
    else:
        file = _typed(open_picture(behind)[..., :3], told_source(behind))
    reference = Input(kind="reference", sha256=studio.history.inputs.keep(file))
    if relight is None:
        return _in_darkroom(studio, of, changes, "background", {"operation": "background"}, (reference,))
    if not 0 <= relight <= 1:
        raise RequestError(f"{relight:g} is out of range", where="relight", hint="0 (as it was) to 1 (in the new light)")
    size: tuple[int, int] = (changes.shape[1], changes.shape[0])
    matte = _mask(studio, changes).model_copy(update={"kind": "segmentation"})
    recipe = recipe_of(studio.history.inputs, of, "compose", size, {"relight": float(relight)}, more=(matte, reference))
    return worked(studio, recipe, of, {"operation": "background", "relight": relight, "share": _share(changes)})


def _typed(picture: np.ndarray, kind: SourceType | None) -> bytes:
    """A PNG that tells what its file told of where the picture comes from."""
    height, width = picture.shape[:2]
    told = None if kind is None else Metadata(width=width, height=height, seed=0, model="diorama-darkroom", sampler=None, steps=None, source_type=kind)
    return encode(picture, metadata=told)


def painted(studio: Studio, of: Picture, changes: np.ndarray, words: str, engine: str, seed: int | None = None) -> Worked:
    """The marked part, made anew by an engine that changes pictures. Raises EngineRefused for one that does not, RequestError where there are no words."""
    return _painted(studio, of, changes, words, engine, seed, {"operation": "inpaint", "words": words, "share": _share(changes)})


def outpainted(studio: Studio, of: Picture, margins: Margins, words: str, engine: str, seed: int | None = None) -> Worked:
    """A wider frame round a picture of which only the pixels are known. `engine`: one that changes pictures, or `patches`. Raises as `painted`."""
    old = upright(of)
    left, right, top, bottom = pixels(margins, old.shape[1], old.shape[0])
    height, width = old.shape[0] + top + bottom, old.shape[1] + left + right
    if max(width, height) > LARGEST_MADE:
        raise RequestError(f"a frame of {width}x{height} pixels", where="margins", hint=f"{LARGEST_MADE} pixels a side at most")
    wide = np.pad(old, ((top, bottom), (left, right), (0, 0)), mode="edge")
    changes = np.full((height, width), 255, np.uint8)
    changes[top : top + old.shape[0], left : left + old.shape[1]] = 0
    known = of.source.recipe if of.source else None
    of = of._replace(data=encode(wide, metadata=None if known is None else metadata_of(known, told_source(of.data))))
    edit = {"operation": "extend", "left": left, "right": right, "top": top, "bottom": bottom, "by": engine}
    if engine == PATCHES:
        return _in_darkroom(studio, of, changes, "erase", edit)
    return _painted(studio, of, changes, words, engine, seed, {**edit, "words": words})


def _painted(studio: Studio, of: Picture, changes: np.ndarray, words: str, engine: str, seed: int | None, edit: dict[str, Any]) -> Worked:
    able = studio.able(engine)
    _changes_pictures(able)
    if not words.strip():
        raise RequestError("what is to be seen there is not said", where="words", hint="a few words: \"a wooden bowl of lemons\"")
    region, (width, height) = window(changes, able)
    known = of.source.recipe if of.source else None
    base = recipe_of(studio.history.inputs, of, "keep", (width, height), {})
    recipe = Recipe(
        prompt=words, scene=base.scene, engine=engine, engine_version=able.version, diorama=diorama.__version__, width=width, height=height,
        quality="standard", seed=seed if seed is not None else (known.seed if known else 0), options=dict(able.defaults.get("standard", {})),
        inputs=tuple(one.model_copy(update={"region": region}) for one in (*base.inputs, _mask(studio, changes))),
    )  # fmt: skip
    return worked(studio, recipe, of, edit)


def window(changes: np.ndarray, able: Capabilities) -> tuple[Box, tuple[int, int]]:
    """The part of the picture (shares of the frame) that an engine is given so that it sees what is around the mark, and the size (width, height) that it makes
    of it: of a large picture it works on what matters, with all its pixels.

    Raises RequestError where the engine makes no shape that holds what is marked.
    """
    from scipy.ndimage import find_objects  # a tenth of a second, which not every command's start should take

    height, width = changes.shape
    rows, columns = find_objects((changes > 0).astype(np.int8))[0]
    around = max(CONTEXT * max(rows.stop - rows.start, columns.stop - columns.start), LEAST_CONTEXT)
    wide = min(columns.stop - columns.start + 2 * around, width)
    high = min(rows.stop - rows.start + 2 * around, height)
    size = nearest(able, round(wide), round(high))
    ratio = size[0] / size[1]
    wide, high = max(wide, high * ratio), max(high, wide / ratio)
    shrink = min(1.0, width / wide, height / high)
    wide, high = round(wide * shrink), round(high * shrink)
    if wide < columns.stop - columns.start or high < rows.stop - rows.start:
        told = f"{able.name} makes no picture of a shape that holds what is marked: {size[0]}x{size[1]} is nearest"
        raise RequestError(told, where="mask", hint="mark less, crop the picture first, or choose another engine")
    left, top = _start(columns, wide, width), _start(rows, high, height)
    return (left / width, top / height, (left + wide) / width, (top + high) / height), size


def _start(marked: slice, length: int, most: int) -> int:
    """Where a window of a length begins that has the mark in its middle, as far as the picture allows."""
    return min(max((marked.start + marked.stop - length) // 2, 0), most - length)


def _changes_pictures(able: Capabilities) -> None:
    if "source" not in able.takes or "prompt" not in able.speaks:
        hint = "such as openai, fal, flux2-klein; `diorama engines` tells which take a source. Without one: `diorama erase`, `diorama background`"
        raise EngineRefused(f"{able.name} does not change pictures by words", where="engine", hint=hint)


def _in_darkroom(studio: Studio, of: Picture, changes: np.ndarray, operation: str, edit: dict[str, Any], more: tuple[Input, ...] = ()) -> Worked:
    size = (changes.shape[1], changes.shape[0])
    recipe = recipe_of(studio.history.inputs, of, operation, size, {}, more=(_mask(studio, changes), *more))
    return worked(studio, recipe, of, edit | {"share": _share(changes)})


def _mask(studio: Studio, changes: np.ndarray) -> Input:
    return Input(kind="mask", sha256=studio.history.inputs.keep(encode(np.repeat(changes[..., None], 3, axis=2))))


def _share(changes: np.ndarray) -> float:
    return round(float((changes > 0).mean()), 4)


def _rgb(colour: str) -> tuple[int, ...]:
    try:
        return ImageColor.getrgb(colour)[:3]
    except ValueError:
        raise RequestError(f"{colour[:40]!r} is no colour", where="with", hint="such as #e8e4dc, white, or a picture's file") from None

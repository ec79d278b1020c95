"""What must not change does not: whatever an engine makes of a picture and a mask, the rest of the picture is laid back over it, pixel for pixel.

recipe → what the engine is told of it (`told`; of a source with a region only that part: `parts`) → engine → its picture with the untouched pixels of the
older one (`laid`)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from diorama.contracts import Capabilities, Media, Outcome
from diorama.errors import RequestError
from diorama.history.inputs import Inputs
from diorama.image import open_picture
from diorama.image.inlay import inlay
from diorama.recipe import Input, Recipe
from diorama.recipe.inputs import Box
from diorama.studio.inputs import weights

SAME_SHAPE = 0.03
"""By how much the shape of what comes may differ from the source's: engines that choose sizes themselves are brought back to it."""


def told(recipe: Recipe, able: Capabilities) -> Recipe:
    """The recipe as its engine is told it: without the older frame, which is laid over what it makes, or the picture that stays; and where it changes pictures but takes no mask, without
    the mask, which is heeded here."""
    ours = {"kept", "judged"} | ({"mask"} if "source" in able.takes and "mask" not in able.takes else set())
    return recipe.model_copy(update={"inputs": tuple(one for one in recipe.inputs if one.kind not in ours)})


def parts(recipe: Recipe, pictures: Sequence[np.ndarray]) -> tuple[np.ndarray, ...]:
    """The pixels of the recipe's inputs as its engine is given them: of a source and mask with a region only what lies in it."""
    return tuple(_part(one, picture) if one.kind in ("source", "mask") else picture for one, picture in zip(recipe.inputs, pictures, strict=True))


def _part(one: Input, picture: np.ndarray) -> np.ndarray:
    return picture if one.region is None else np.ascontiguousarray(picture[_window(one.region, picture)])


def _window(region: Box, picture: np.ndarray) -> tuple[slice, slice]:
    height, width = picture.shape[:2]
    left, top, right, bottom = region
    return slice(round(top * height), round(bottom * height)), slice(round(left * width), round(right * width))


def laid(outcome: Outcome, recipe: Recipe, inputs: Inputs) -> Outcome:
    """The outcome with what stays of `kept`, or of the source outside its mask. As it is where the recipe has neither, and where a clip came.

    Raises RequestError where what came has another shape than the region it was made for.
    """
    of = {one.kind: one for one in reversed(recipe.inputs)}
    if not outcome.media or outcome.media[0].fps is not None or not ("kept" in of or {"source", "mask"} <= of.keys()):
        return outcome
    made = outcome.picture
    if "kept" in of:
        return _with(outcome, _framed(made, open_picture(inputs.get(of["kept"].sha256))))
    source, changes = open_picture(inputs.get(of["source"].sha256))[..., :3], weights(inputs.get(of["mask"].sha256))
    region = of["source"].region
    if region is None:
        return _with(outcome, composited(source, made, changes)) if _of_one_shape(source, made) else outcome  # somebody asked for another shape
    whole, at = source.copy(), _window(region, source)
    whole[at] = composited(source[at], made, changes[at])
    return _with(outcome, whole)


def _with(outcome: Outcome, picture: np.ndarray) -> Outcome:
    return replace(outcome, media=(Media(picture), *outcome.media[1:]))


def _of_one_shape(one: np.ndarray, other: np.ndarray) -> bool:
    return abs(one.shape[1] / one.shape[0] * other.shape[0] / other.shape[1] - 1) <= SAME_SHAPE


def composited(source: np.ndarray, made: np.ndarray, changes: np.ndarray) -> np.ndarray:
    """`source`: uint8 sRGB (h, w, 3); `made`: the same, of any size and that shape, or with transparency; `changes`: uint8 (h, w), how much may change.

    Raises RequestError for another shape.
    """
    if made.shape[:2] != source.shape[:2]:
        (height, width), (high, wide) = source.shape[:2], made.shape[:2]
        if not _of_one_shape(source, made):
            told = f"what came has {wide}x{high} pixels, which is another shape than {width}x{height}"
            raise RequestError(told, where="source", hint="crop the picture to a shape that the engine makes, or choose another engine")
        made = np.asarray(Image.fromarray(made).resize((width, height), Image.Resampling.LANCZOS))
    whole, changed = source.copy(), changes > 0
    share = changes[changed][:, None].astype(np.float32) / 255
    whole[changed] = np.rint(source[changed] * (1 - share) + made[changed][:, :3] * share).astype(np.uint8)
    return whole


def _framed(made: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """`kept`: uint8 sRGB with transparency (h, w, 4): a whole rectangle of it is a frame that is laid in, and its seam closed; else as opaque as it is."""
    if kept.shape[:2] != made.shape[:2] or kept.shape[2] != 4:
        raise RequestError("the older frame does not lie within this one", where="kept", hint="a PNG of the picture's size, transparent around the frame")
    rows, columns = (np.flatnonzero(kept[..., 3].any(axis=axis)) for axis in (1, 0))
    top, left = int(rows[0]), int(columns[0])
    if (kept[top : rows[-1] + 1, left : columns[-1] + 1, 3] < 255).any():
        return composited(kept[..., :3], made, 255 - kept[..., 3])
    return inlay(made, kept[top : rows[-1] + 1, left : columns[-1] + 1, :3], top, left)

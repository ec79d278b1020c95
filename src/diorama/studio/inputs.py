"""Inputs decoded: files that a recipe names by digest become the arrays that engines are given."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import OpenEXR

from diorama.errors import OutputError, RequestError
from diorama.history.inputs import Inputs
from diorama.image import open_picture
from diorama.image.profiles import cmyk
from diorama.recipe import Input, InputKind, Recipe
from diorama.recipe.objects import CUTOUTS, format_of
from diorama.typeset import brand

EXR = b"\x76\x2f\x31\x01"
"""How an OpenEXR file begins."""

STAYS = 8
"""Of 255: up to this a mask is black."""
OPAQUE, NOTHING = 250, 127
"""Coverage (0 to 255) from which on a pixel lets nothing through, and up to which it is no part of a thing."""


def keep(inputs: Inputs, files: Sequence[tuple[InputKind, bytes]]) -> tuple[Input, ...]:
    """Keep files, each as what kind of input; what a request says of them. Raises RequestError for what is no picture."""
    for kind, data in files:
        decode(kind, data)
    return tuple(Input(kind=kind, sha256=inputs.keep(data)) for kind, data in files)


def lettered(inputs: Inputs, font: Path | None) -> tuple[Input, ...]:
    """A face of one's own, from a file, kept. Raises OutputError for one that cannot be read, RequestError that tells which file is no font."""
    if font is None:
        return ()
    try:
        return keep(inputs, [("font", font.read_bytes())])
    except OSError as wrong:
        raise OutputError(f"cannot be read: {wrong.strerror}", where=str(font)) from None
    except RequestError as wrong:
        raise RequestError(wrong.message, where=str(font), hint=wrong.hint) from None


def pixels(inputs: Inputs, recipe: Recipe) -> tuple[np.ndarray, ...]:
    """The recipe's inputs in their order, as `contracts.Given` tells. Raises HistoryError where a file is gone, RequestError where mask and source disagree."""
    found = tuple(decode(one.kind, inputs.get(one.sha256)) for one in recipe.inputs)
    of = {one.kind: array for one, array in zip(recipe.inputs, found, strict=True)}
    if "mask" in of and "source" in of and of["mask"].shape[:2] != of["source"].shape[:2]:
        (mask_height, mask_width), (height, width) = of["mask"].shape[:2], of["source"].shape[:2]
        raise RequestError(f"the mask has {mask_width}x{mask_height} pixels, the picture {width}x{height}", where="mask", hint="they must agree")
    return found


def decode(kind: InputKind, data: bytes) -> np.ndarray:
    """object, profile, font, logo: the file's bytes, uint8 (n,); mask: bool (h, w), True where it may change at all; kept, judged: as the file is, with its transparency;
    depth: float32 (h, w), metres of an OpenEXR file's channel Z, else relative with near white; others: uint8 sRGB (h, w, 3)."""
    if kind == "object":
        return _object(data)
    if kind == "logo":
        open_picture(data)
        return np.frombuffer(data, np.uint8)
    if kind == "profile":
        cmyk(data)
        return np.frombuffer(data, np.uint8)
    if kind == "font":
        brand.opened(data)
        return np.frombuffer(data, np.uint8)
    if kind == "depth":
        return _metres(data) if data[:4] == EXR else _relative(open_picture(data))
    if kind == "mask":
        return weights(data) > 0
    picture = open_picture(data)
    return picture if kind in ("kept", "judged") else picture[..., :3]


def weights(data: bytes) -> np.ndarray:
    """A mask's file as how much each pixel may change, uint8 (h, w): 255 wholly, 0 not by one bit. What is nearly black (JPEG's noise) is black."""
    grey = open_picture(data)[..., 0]
    return np.where(grey > STAYS, grey, 0).astype(np.uint8)


def _object(data: bytes) -> np.ndarray:
    """Raises RequestError for what is no 3D file and no picture with transparency."""
    if format_of(data) in CUTOUTS:
        picture = open_picture(data)
        covered = picture[..., 3] if picture.shape[2] == 4 else np.full(1, 255, np.uint8)
        if covered.min() >= OPAQUE:
            raise RequestError("nothing in this picture is transparent", where="object", hint="cut it out first, or give a 3D file")
        if covered.max() <= NOTHING:
            raise RequestError("all of this picture is transparent", where="object", hint="give one with something on it")
    return np.frombuffer(data, np.uint8)


def _relative(picture: np.ndarray) -> np.ndarray:
    """Inverse depth as a picture shows it: white is 1, black infinitely far."""
    near = picture[..., 0].astype(np.float32) / 255
    return np.where(near > 0, 1 / np.maximum(near, 1e-6), np.inf).astype(np.float32)


def _metres(data: bytes) -> np.ndarray:
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:  # OpenEXR reads files only
        path = Path(folder) / "depth.exr"
        path.write_bytes(data)
        try:
            with OpenEXR.File(str(path)) as file:
                return np.asarray(file.channels()["Z"].pixels, np.float32)
        except (KeyError, ValueError, RuntimeError, OSError):
            raise RequestError("an OpenEXR file without a channel Z", where="depth", hint="`diorama make --passes` writes depth.exr") from None

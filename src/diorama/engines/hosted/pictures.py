"""Pictures as services take and give them: files, data URLs, masks of either polarity."""

from __future__ import annotations

import base64
import binascii
import io

import numpy as np
from PIL import Image

from diorama.contracts import Job
from diorama.errors import EngineError, RequestError
from diorama.image import open_picture


def png(pixels: np.ndarray) -> bytes:
    """uint8 (h, w), (h, w, 3) or (h, w, 4) as a PNG file."""
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG", compress_level=3)
    return file.getvalue()


def data_url(data: bytes, type: str = "image/png") -> str:
    return f"data:{type};base64,{base64.b64encode(data).decode()}"


def of_data_url(text: str) -> tuple[bytes, str]:
    """The bytes and the media type of a data URL, or of plain base64 (no type). Raises EngineError."""
    head, _, data = text.rpartition(",")
    try:
        return base64.b64decode(data, validate=True), head.removeprefix("data:").partition(";")[0]
    except (ValueError, binascii.Error):
        raise EngineError("the service sent a picture that is no base64") from None


def decoded(data: bytes) -> np.ndarray:
    """A picture file as uint8 sRGB (h, w, 3). Raises EngineError for what is none."""
    try:
        return np.ascontiguousarray(open_picture(data)[..., :3])
    except RequestError as wrong:
        raise EngineError(f"the service sent what is no picture: {wrong.message}", hint="it was made, and probably paid: look there") from None


def white_edits(mask: np.ndarray) -> bytes:
    """bool (h, w), True where it may change → a grey PNG, white there: fal, Recraft, Stability, Replicate, diffusers."""
    return png(np.where(mask, 255, 0).astype(np.uint8))


def black_edits(mask: np.ndarray) -> bytes:
    """The same with black where it may change: Ideogram 3.0."""
    return white_edits(~mask)


def clear_edits(mask: np.ndarray) -> bytes:
    """The same as an RGBA PNG, transparent where it may change: OpenAI."""
    alpha = np.where(mask, 0, 255).astype(np.uint8)
    return png(np.dstack([np.zeros((*mask.shape, 3), np.uint8), alpha]))


def given_pictures(job: Job) -> list[np.ndarray]:
    """The pictures of a job, uint8 sRGB: the one to be changed first, then references and styles."""
    return [one.pixels for kind in ("source", "reference", "style") for one in job.given(kind)]


def kept_outside(job: Job, picture: np.ndarray) -> np.ndarray:
    """What came of an edit with a mask, with the source's own pixels wherever the mask forbids changes. uint8 (h, w, 3)."""
    source, mask = job.first("source"), job.first("mask")
    if source is None or mask is None:
        return picture
    size = (picture.shape[1], picture.shape[0])
    below = np.asarray(Image.fromarray(source).resize(size, Image.Resampling.LANCZOS)) if source.shape != picture.shape else source
    may = np.asarray(Image.fromarray(mask.astype(np.uint8) * 255).resize(size, Image.Resampling.NEAREST)) > 127
    return np.where(may[..., None], picture, below)

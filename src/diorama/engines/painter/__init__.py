"""The fake painter: paints what depth and segmentation tell, plainly, and can be told to drift. For tests and trials of what leads a model.

Each colour of the segmentation becomes a flat thing, shaded by depth, over a ground that comes of the words and the seed; edges and normals are drawn
over it; references lie small in the corner. `drift` shifts it all to the right, `forget` leaves out the nth colour, `bleach` takes all colour away.
"""

from __future__ import annotations

import zlib

import numpy as np
from pydantic import Field
from scipy import ndimage

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Job, Listen, Local, Options, Outcome, Preview, Progress, check, nobody
from diorama.image.raster import resize

STEPS = 4


class PainterOptions(Options):
    drift: float = Field(default=0.0, ge=-0.5, le=0.5, description="Everything is painted this share of the width to the right")
    forget: int = Field(default=0, ge=0, le=64, description="The thing that is left out, counted from 1; 0: none")
    bleach: bool = Field(default=False, description="Without colour")
    steady_from: int = Field(default=0, ge=0, description="Seeds from here on do not drift or forget")


class PainterEngine(Local):
    options = PainterOptions

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="painter", version=__version__, title="Paints flat colours over depth and segmentation; no photograph", licence="Apache-2.0",
            takes=("depth", "segmentation", "edges", "normal", "pose", "source", "mask", "reference"), pretends=True, previews=True, cancels=True, deterministic=True,
            most_leads=4, repaints_led=True, least=64, most=4096, source_type="trainedAlgorithmicMedia",
        )  # fmt: skip

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        cancel = cancel or Cancel()
        check(job, self.capabilities(), self.options)
        options = PainterOptions.model_validate(job.recipe.options)
        picture = _paint(job, options)
        for step in range(STEPS):
            cancel.check()
            listen(Progress("paint", step / STEPS, f"step {step + 1} of {STEPS}"))
            if step < STEPS - 1:
                listen(Preview(picture // np.uint8(2 ** (STEPS - 1 - step)), step))
        cancel.check()
        listen(Progress("paint", 1.0, "done"))
        return Outcome.of(picture, provenance={"model": "painter"})

    def close(self) -> None:
        pass


def _paint(job: Job, options: PainterOptions) -> np.ndarray:
    """uint8 sRGB (h, w, 3)."""
    recipe = job.recipe
    height, width = recipe.height, recipe.width
    rng = np.random.default_rng([zlib.crc32(recipe.prompt.encode()), recipe.seed])
    below = rng.uniform(70, 150, 3)
    canvas = below + np.linspace(-25, 25, height)[:, None, None] + np.zeros((1, width, 1))
    source, mask = job.first("source"), job.first("mask")
    if source is not None:
        canvas = canvas * 0.3 + 0.7 * _fit(source, height, width)
    ground, hidden = canvas, np.zeros((height, width), bool)
    for one in job.given("segmentation"):
        canvas, hidden = _things(canvas, _fit(one.pixels, height, width, exact=True), 0 if _steady(job, options) else options.forget)
    for one in job.given("depth"):
        near = np.where(np.isfinite(one.pixels), 1 / np.maximum(one.pixels, 1e-6), 0)
        near = resize((near / max(float(near.max()), 1e-9)).astype(np.float32), width, height)
        canvas = canvas * (0.7 + 0.3 * near[..., None])
    for one in job.given("edges", "normal"):
        canvas = canvas * (1 - 0.4 * _fit(one.pixels, height, width) / 255)
    for one in job.given("pose"):
        bones = _fit(one.pixels, height, width)
        canvas = np.where(bones.max(axis=2, keepdims=True) > 0, 0.3 * canvas + 0.7 * bones, canvas)
    canvas = np.where(hidden[..., None], ground * 0.7, canvas)
    if options.bleach:
        canvas = np.repeat(canvas.mean(axis=2, keepdims=True), 3, axis=2)
    if options.drift and not _steady(job, options):
        canvas = np.roll(canvas, round(options.drift * width), axis=1)
    for k, one in enumerate(job.given("reference")):
        side = max(8, width // 8)
        canvas[-side:, k * side : (k + 1) * side] = _fit(one.pixels, side, side)[:, : max(0, width - k * side)]
    picture = np.clip(canvas, 0, 255).astype(np.uint8)
    if source is not None and mask is not None:
        may = _fit(mask[..., None].repeat(3, 2) * np.uint8(255), height, width, exact=True) > 127
        picture = np.where(may, picture, _fit(source, height, width).astype(np.uint8))
    return picture


def _steady(job: Job, options: PainterOptions) -> bool:
    return bool(options.steady_from) and job.recipe.seed >= options.steady_from


def _things(canvas: np.ndarray, segments: np.ndarray, forget: int) -> tuple[np.ndarray, np.ndarray]:
    """The canvas with a flat thing for each colour; and where one is that is to be forgotten, bool (h, w)."""
    flat = (segments.astype(np.int64) << np.array([16, 8, 0])).sum(axis=2)
    colours = [colour for colour in np.unique(flat) if colour]
    hidden = flat == colours[forget - 1] if 0 < forget <= len(colours) else np.zeros(flat.shape, bool)
    return np.where(flat[..., None] > 0, segments, canvas), ndimage.binary_dilation(hidden, iterations=2)


def _fit(picture: np.ndarray, height: int, width: int, *, exact: bool = False) -> np.ndarray:
    """Another size, float (h, w, 3); `exact`: without new colours."""
    if picture.shape[:2] == (height, width):
        return picture
    if exact:
        rows, columns = np.arange(height) * picture.shape[0] // height, np.arange(width) * picture.shape[1] // width
        return picture[rows][:, columns]
    return np.stack([resize(picture[..., k].astype(np.float32), width, height) for k in range(3)], axis=2)

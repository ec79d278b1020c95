"""The darkroom as an engine: the same jobs, progress, cancelling, recipes and history as for pictures from words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PIL import Image, ImageOps

from diorama import __version__, contracts
from diorama.contracts import Cancel, Capabilities, File, Job, Listen, Local, Outcome, Preview, Progress, Scratch, Warned, check, nobody
from diorama.contracts.tools import Strips, Upscaler
from diorama.engines.darkroom.compose import composed
from diorama.engines.darkroom.erase import erase
from diorama.image.inlay import inlay
from diorama.recipe.request import LARGEST_MADE
from diorama.engines.darkroom.options import DarkroomOptions, Operation
from diorama.engines.darkroom.printing import printed
from diorama.errors import EngineUnknown, RequestError
from diorama.image import large
from diorama.image.codecs import shrink_picture
from diorama.image.metadata import Metadata

SHOWN = 768
"""Pixels of the preview's long side: the picture that is worked on, until the work is done."""
LARGE = "large.png"
"""The file beside its proof."""
Work = Callable[[np.ndarray, Job, DarkroomOptions, Listen, Cancel], Outcome]


class DarkroomEngine(Local):
    """Needs no key, no weights and no GPU."""

    options = DarkroomOptions

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="darkroom", version=__version__, title="Works on a picture that is there: keeps, enlarges, cleans, crops it",
            licence="Apache-2.0", speaks=("picture",),
            takes=("source", "mask", "reference", "segmentation", "profile"), gives=("export",), cancels=True, previews=True, deterministic=True,
            least=1, most=LARGEST_MADE, source_type=None,
        )  # fmt: skip

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        """Raises RequestError where there is no source, or its size and the recipe's disagree."""
        check(job, self.capabilities(), self.options)
        options = DarkroomOptions.model_validate(job.recipe.options)
        source = job.first("source")
        if source is None:
            raise RequestError("there is no picture to work on", where="inputs", hint="give one of the kind `source`")
        cancel = cancel or Cancel()
        cancel.check()
        listen(Progress("darkroom", 0.0, ""))
        listen(Preview(shrink_picture(source, SHOWN), 0))
        outcome = WORK[options.operation](source, job, options, listen, cancel)
        cancel.check()
        listen(Progress("done", 1.0, ""))
        made, wanted = outcome.picture.shape[:2], (job.recipe.height, job.recipe.width)
        if made != wanted and "written" not in outcome.report:
            told = f"this makes {made[1]}x{made[0]} pixels, not {wanted[1]}x{wanted[0]}"
            raise RequestError(told, where="size", hint="the recipe's size is that of what comes out")
        return outcome

    def close(self) -> None:
        """Nothing is kept open."""


def _keep(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    return Outcome.of(source)


def _enlarge(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    tool = upscaler(options.tool)
    try:
        if job.export or options.large:
            return _into_file(source, job, options, tool, listen, cancel)
        made = tool.upscale(source, options.factor, recipe=job.recipe, listen=listen, cancel=cancel)
        return replace(made, report={**made.report, "invents": tool.capabilities().invents})
    finally:
        tool.close()


def _into_file(source: np.ndarray, job: Job, options: DarkroomOptions, tool: Upscaler, listen: Listen, cancel: Cancel) -> Outcome:
    """Larger than is held in memory: into a PNG of its own, strip by strip: where it was asked for, else beside the picture, which is its proof."""
    height, width = source.shape[:2]
    size = round(width * options.factor), round(height * options.factor)
    if not isinstance(tool, Strips):
        raise RequestError(f"{options.tool!r} makes pictures whole, and {size[0]}x{size[1]} is too large for that", where="tool", hint="realesrgan or resample")
    told = Metadata(prompt=job.recipe.prompt, recipe=job.recipe.to_json(), width=size[0], height=size[1], seed=job.recipe.seed, steps=None, source_type=None)
    scratch = None if job.export else Scratch("diorama-large-")
    path, invents = scratch.path / LARGE if scratch else next(iter(job.export)), tool.capabilities().invents
    proof = large.save(path, *size, tool.strips(source, options.factor, listen=listen, cancel=cancel), told)
    report = {"invents": invents, "written": {"width": size[0], "height": size[1], "bytes": path.stat().st_size}}
    return Outcome.of(proof, files=(File(LARGE, "image/png", path=path, holds=scratch),) if scratch else (), report=report)


def upscaler(name: str) -> Upscaler:
    """The upscaler of this name. Raises EngineUnknown for another kind of tool, or none."""
    tool = contracts.tool(name)
    if tool.capabilities().kind != "upscale":
        there = ", ".join(one.capabilities().name for one in contracts.tools("upscale"))
        raise EngineUnknown(f"{name!r} is no upscaler", hint=f"there are: {there}")
    return tool  # type: ignore[return-value]


MUCH = 0.2
"""Share of the picture from which on what is filled in from its edge looks it."""


def _erase(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    mask = job.first("mask")
    if mask is None or not mask.any():
        raise RequestError("nothing is marked", where="mask", hint="a mask of the picture's size, white where something is to go")
    if (share := float(mask.mean())) > MUCH:
        listen(Warned("wide_hole", f"{share:.0%} of the picture goes, and nobody knows what was behind it: an engine that paints (--by) does better"))
    listen(Progress("erase", 0.1, "looking for what belongs there"))
    return Outcome.of(erase(source, mask, patch=options.patch, seed=job.recipe.seed))


def _crop(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    height, width = source.shape[:2]
    left, top = round(options.left * width), round(options.top * height)
    return Outcome.of(np.ascontiguousarray(source[top : top + job.recipe.height, left : left + job.recipe.width]))


def _inlay(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    old = job.first("reference")
    if old is None:
        raise RequestError("there is no picture to lay into it", where="inputs", hint="give one of the kind `reference`")
    return Outcome.of(inlay(source, old, round(options.top * source.shape[0]), round(options.left * source.shape[1])))


def _background(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    behind = job.first("reference")
    mask = job.first("mask")
    if behind is None or mask is None:
        hint = "give a `reference`, and a `mask` that is white where it comes"
        raise RequestError("there is nothing to lay behind, or it is not said where", where="inputs", hint=hint)
    fitted = ImageOps.fit(Image.fromarray(behind), (source.shape[1], source.shape[0]), Image.Resampling.LANCZOS)
    return Outcome.of(np.where(mask[..., None], np.asarray(fitted), source))


def _compose(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    behind, matte = job.first("reference"), job.first("segmentation")
    if behind is None or matte is None:
        raise RequestError("there is nothing to lay behind, or no matte", where="inputs", hint="a `reference`, and a `segmentation`: white where it comes")
    fitted = ImageOps.fit(Image.fromarray(behind), (source.shape[1], source.shape[0]), Image.Resampling.LANCZOS)
    listen(Progress("compose", 0.3, "into the light of the new background"))
    if options.relight > 0:
        listen(Warned("relit_roughly", "the light on what stays is guessed: colour, brightness and side follow the new background, and its shadow is drawn"))
    return Outcome.of(composed(source, matte[..., 0], np.asarray(fitted), options.relight))


WORK: dict[Operation, Work] = {
    "keep": _keep, "enlarge": _enlarge, "erase": _erase, "crop": _crop, "inlay": _inlay, "background": _background, "compose": _compose, "print": printed,
}

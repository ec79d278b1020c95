"""A picture as a file for the press; the picture that is kept of it is its proof: what will be seen on paper."""

from __future__ import annotations

from typing import get_args

import numpy as np

from diorama.contracts import Cancel, File, Job, Listen, Outcome, Progress, Warned
from diorama.engines.darkroom.options import DarkroomOptions
from diorama.image.codecs import shrink_picture
from diorama.image.metadata import Metadata, SourceType
from diorama.image.metadata.xmp import packet
from diorama.image.press import CHANGED, Sheet, changed, fitted, proof, separated, tiff
from diorama.image.press_pdf import pdf

COARSE = 0.75
"""Of the dots an inch: with fewer pixels of its own, a picture looks soft on paper."""


def printed(source: np.ndarray, job: Job, options: DarkroomOptions, listen: Listen, cancel: Cancel) -> Outcome:
    """Raises RequestError for four inks without a profile, and a sheet of too many pixels."""
    sheet = Sheet(options.wide, options.high, options.bleed, options.dpi)
    listen(Progress("print", 0.1, "fitting it to the sheet"))
    fit = fitted(source, sheet)
    cancel.check()
    listen(Progress("print", 0.3, "into the colours of the press"))
    profile = job.first("profile")
    made = separated(fit.picture, options.space, None if profile is None else profile.tobytes())
    cancel.check()
    seen = proof(made)
    apart, share = changed(fit.picture, seen)
    _told(listen, fit.own_dpi, options.dpi, share)
    listen(Progress("print", 0.6, "writing the file"))
    if options.file == "tiff":
        file = File("print.tif", "image/tiff", tiff(made, options.dpi, _packet(job, options)))
    else:
        file = File("print.pdf", "application/pdf", pdf(made, sheet, marks=options.marks, title=job.recipe.prompt[:200], source_type=_source_type(options)))
    cancel.check()
    report = {
        "own_dpi": round(fit.own_dpi, 1), "cut": round(fit.cut, 4), "pixels": list(sheet.pixels), "colour_change": round(apart, 2), "changed": round(share, 4),
    }  # fmt: skip
    return Outcome.of(_of_size(seen, job.recipe.width, job.recipe.height), files=(file,), report=report)


def _source_type(options: DarkroomOptions) -> SourceType | None:
    return next((kind for kind in get_args(SourceType) if kind == options.source_type), None)


def _packet(job: Job, options: DarkroomOptions) -> bytes:
    """Words, recipe and kind of the picture, for a file that has no other place for them."""
    told = job.recipe
    kind = _source_type(options)
    return packet(Metadata(
        prompt=told.prompt, recipe=told.to_json(), width=told.width, height=told.height, seed=told.seed, steps=None, source_type=kind,
    ))  # fmt: skip


def _told(listen: Listen, own: float, dpi: float, share: float) -> None:
    if own < COARSE * dpi:
        listen(Warned("few_pixels", f"the picture has {own:.0f} pixels an inch at this size, not {dpi:.0f}: enlarge it {dpi / own:.1f} times first"))
    if share > 0.02:
        listen(Warned("out_of_gamut", f"{share:.0%} of it prints in a colour that differs to the eye (ΔE00 over {CHANGED:g}): these inks make no brighter one"))


def _of_size(picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """The proof, as large as the recipe says: never more than the sheet."""
    return shrink_picture(picture, max(width, height))[:height, :width]

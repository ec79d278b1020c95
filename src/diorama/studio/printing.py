"""A picture for the press: its sheet by name or in millimetres, its file beside the proof that the history keeps."""

from __future__ import annotations

import re

from diorama.errors import RequestError
from diorama.image.press import Sheet
from diorama.recipe import OPTION, Input
from diorama.studio.darkroom import Picture, Worked, recipe_of, upright, worked
from diorama.studio.inputs import keep
from diorama.studio.make import Studio, told_source

PAPERS = {
    "a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420), "a4": (210, 297), "a5": (148, 210), "a6": (105, 148), "b1": (707, 1000),
    "b2": (500, 707), "b3": (353, 500), "letter": (215.9, 279.4), "tabloid": (279.4, 431.8), "postcard": (105, 148), "business card": (85, 55),
}  # fmt: skip
"""Millimetres, width and height upright: ISO 216; ANSI/ASME Y14.1; DIN and usual card sizes."""
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, '"': 25.4}
LONGEST_PROOF = 2048
"""Pixels."""
SIDE, BLEED, DPI = (10.0, 3000.0), (0.0, 50.0), (36.0, 2400.0)
"""What a sheet can be: the length of a side and the bleed, millimetres; dots an inch."""
WITH_PROFILE = "`profile` is a file that the printer has, such as PSOcoated_v3.icc (eci.org); without one the space is srgb or adobe"


def paper(text: str, wide: bool) -> tuple[float, float]:
    """Width and height in millimetres, from `a3` or `210x297mm`. A named one lies on its side where the picture is `wide`. Raises RequestError."""
    name = text.strip().lower()
    if name in PAPERS:
        width, height = PAPERS[name]
        return (max(width, height), min(width, height)) if wide else (min(width, height), max(width, height))
    found = re.fullmatch(r'(\d{1,4}(?:\.\d+)?)\s*[x×]\s*(\d{1,4}(?:\.\d+)?)\s*(mm|cm|in|")?', name)
    if not found:
        raise RequestError(f"{text!r} is no paper", where="paper", hint="one of " + ", ".join(PAPERS) + "; or such as 210x297mm, 18x24in")
    unit = UNITS[found[3] or "mm"]
    return float(found[1]) * unit, float(found[2]) * unit


def printed(
    studio: Studio, of: Picture, size: tuple[float, float], *, file: str = "pdf", space: str = "srgb", profile: bytes | None = None, bleed: float = 0.0,
    dpi: float = 300.0, marks: bool = False,
) -> Worked:  # fmt: skip
    """`size`: trimmed, millimetres. Raises RequestError for four inks without a profile, a profile that is none, a sheet of too many pixels."""
    upright(of)
    if space == "cmyk" and profile is None:
        raise RequestError("four inks of no known kind: which ones is told by an ICC profile", where="profile", hint=WITH_PROFILE)
    if marks and file == "tiff":
        raise RequestError("a TIFF has no crop marks", where="marks", hint="a PDF has, beside its trim and bleed boxes")
    for name, value, (low, high) in (("paper", size[0], SIDE), ("paper", size[1], SIDE), ("bleed", bleed, BLEED), ("dpi", dpi, DPI)):
        if not low <= value <= high:  # nan neither
            raise RequestError(f"{value:g} is out of range", where=name, hint=f"{low:g} to {high:g}" + (" mm" if name != "dpi" else " dots an inch"))
    sheet = Sheet(*size, bleed, dpi)
    width, height = sheet.pixels
    scale = min(1.0, LONGEST_PROOF / max(width, height))
    options: dict[str, OPTION] = {
        "file": file, "space": space, "wide": float(size[0]), "high": float(size[1]), "bleed": float(bleed), "dpi": float(dpi), "marks": marks,
        **({"source_type": kind} if (kind := told_source(of.data)) else {}),
    }  # fmt: skip
    more: tuple[Input, ...] = () if profile is None else keep(studio.history.inputs, [("profile", profile)])
    recipe = recipe_of(studio.history.inputs, of, "print", (max(1, round(width * scale)), max(1, round(height * scale))), options, more=more)
    return worked(studio, recipe, of, {"operation": "print", **options})

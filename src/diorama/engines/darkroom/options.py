"""What the darkroom may be told."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from diorama.contracts import Options

Operation = Literal["keep", "enlarge", "erase", "crop", "inlay", "background", "compose", "print"]
OPERATIONS: tuple[str, ...] = get_args(Operation)
LARGEST_PATCH = 15
MOST_MM, MOST_BLEED = 3000.0, 50.0
"""Millimetres."""


class DarkroomOptions(Options):
    operation: Operation = Field(
        default="keep",
        description="keep the source, enlarge it, erase what the mask covers, crop it, lay the reference into it, or where the mask is white; "
        "compose what is kept with it; print it",
    )  # fmt: skip
    factor: float = Field(default=2.0, gt=1, le=8, description="enlarge: how many times")
    tool: str = Field(default="resample", description="enlarge: which upscaler: resample (smooth) or realesrgan (guesses detail)")
    large: bool = Field(default=False, description="enlarge: into a PNG beside the picture, up to 16384 pixels a side; the picture is its proof")
    patch: int = Field(default=7, ge=3, le=LARGEST_PATCH, description="erase: side of the patches that are copied, pixels, odd")
    left: float = Field(default=0.0, ge=0, lt=1, description="crop, inlay: the left edge, as a share of the width")
    top: float = Field(default=0.0, ge=0, lt=1, description="crop, inlay: the upper edge, as a share of the height")
    relight: float = Field(default=0.0, ge=0, le=1, description="compose: how far what is kept goes over into the new background's light")
    file: Literal["pdf", "tiff"] = Field(default="pdf", description="print: PDF (PDF/X-4 where it is in four inks) or TIFF")
    space: Literal["srgb", "adobe", "cmyk"] = Field(default="srgb", description="print: sRGB, Adobe RGB (1998), or the inks of the profile that is given")
    wide: float = Field(default=210.0, gt=0, le=MOST_MM, description="print: trimmed, millimetres")
    high: float = Field(default=297.0, gt=0, le=MOST_MM, description="print: trimmed, millimetres")
    bleed: float = Field(default=0.0, ge=0, le=MOST_BLEED, description="print: beyond the trim, millimetres")
    dpi: float = Field(default=300.0, ge=36, le=2400, description="print: dots an inch")
    marks: bool = Field(default=False, description="print: crop marks, in a PDF")
    source_type: str = Field(default="", pattern=r"^[A-Za-z]{0,60}$", description="print: IPTC's digital source type of the picture, where it is known")

"""What the darkroom may be told."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from diorama.contracts import Options

Operation = Literal["keep", "enlarge", "erase", "crop", "inlay", "background"]
OPERATIONS: tuple[str, ...] = get_args(Operation)
LARGEST_PATCH = 15


class DarkroomOptions(Options):
    operation: Operation = Field(
        default="keep", description="keep the source, enlarge it, erase what the mask covers, crop it, lay the reference into it, or where the mask is white",
    )  # fmt: skip
    factor: float = Field(default=2.0, gt=1, le=8, description="enlarge: how many times")
    tool: str = Field(default="resample", description="enlarge: which upscaler: resample (smooth) or realesrgan (guesses detail)")
    patch: int = Field(default=7, ge=3, le=LARGEST_PATCH, description="erase: side of the patches that are copied, pixels, odd")
    left: float = Field(default=0.0, ge=0, lt=1, description="crop, inlay: the left edge, as a share of the width")
    top: float = Field(default=0.0, ge=0, lt=1, description="crop, inlay: the upper edge, as a share of the height")

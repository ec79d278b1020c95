"""Larger by resampling: no key, no weights, no detail that was not there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image

from diorama import __version__
from diorama.contracts import Cancel, Listen, Outcome, Progress, nobody
from diorama.contracts.tools import ToolCapabilities
from diorama.errors import RequestError
from diorama.image.codecs import LARGEST_SIDE
from diorama.recipe import Recipe

STRIP, LAP = 64, 8
"""Rows of the picture that become one strip, and beyond it."""


class Resample:
    """Lanczos (Duchon, "Lanczos filtering in one and two dimensions", 1979), as Pillow has it."""

    def capabilities(self) -> ToolCapabilities:
        return ToolCapabilities(
            kind="upscale", name="resample", version=__version__, title="Larger by Lanczos resampling: smooth, with no new detail", licence="Apache-2.0", deterministic=True,
        )  # fmt: skip

    def upscale(self, picture: np.ndarray, factor: float, *, recipe: Recipe | None = None, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        """`picture`: uint8 sRGB (h, w, 3); `factor` over 1. Raises RequestError for sides over 8192 pixels."""
        height, width = picture.shape[:2]
        size = round(width * factor), round(height * factor)
        if factor <= 1 or max(size) > LARGEST_SIDE:
            raise RequestError(f"{factor:g} times {width}x{height} is not made", where="factor", hint=f"over 1, and {LARGEST_SIDE} pixels a side at most")
        (cancel or Cancel()).check()
        larger = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))
        listen(Progress("resample", 1.0))
        return Outcome.of(larger)

    def strips(self, picture: np.ndarray, factor: float, *, listen: Listen = nobody, cancel: Cancel | None = None) -> Iterator[np.ndarray]:
        """The same, strip by strip: each with rows beyond it that the filter reaches, which are cut off again."""
        height, width = picture.shape[:2]
        size = round(width * factor), round(height * factor)
        image, cancel = Image.fromarray(picture), cancel or Cancel()
        for top in range(0, height, STRIP):
            cancel.check()
            listen(Progress("resample", top / height, f"row {top} of {height}"))
            low, high = max(top - LAP, 0), min(top + STRIP + LAP, height)
            rows = [round(row * size[1] / height) for row in (low, top, min(top + STRIP, height), high)]
            made = np.asarray(image.crop((0, low, width, high)).resize((size[0], rows[3] - rows[0]), Image.Resampling.LANCZOS))
            yield made[rows[1] - rows[0] : rows[2] - rows[0]]

    def close(self) -> None:
        """Nothing is kept open."""

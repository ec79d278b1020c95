"""Quality presets: most samples a pixel and the noise at which a pixel is done. Chosen by measured error: docs/decisions/0007-presets.md."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    samples: int
    threshold: float


PRESETS: dict[str, Quality] = {"draft": Quality(8, 0.2), "standard": Quality(32, 0.06), "final": Quality(128, 0.025)}

FULL = 1024
"""Pixels: pictures up to this long are sampled as their preset says."""
LEAST = 16
"""Samples a pixel that a larger picture keeps (or as many as were asked for): with 8 the error was seen to grow (docs/decisions/0046)."""


def samples(asked: int, side: int) -> int:
    """Samples a pixel of a picture `side` pixels long: beyond `FULL` the fewer the longer it is, for what a surface or a shadow's edge gets is spread over more pixels.

    The area that one pixel of a 1024-pixel picture shows still gets the more samples, the larger the picture is. Beyond `FULL` they are a power of two:
    blue noise lays out any other number worse (22 are seen to be hardly better than 16: docs/decisions/0100).
    """
    if side <= FULL:
        return asked
    return min(asked, max(2 ** round(math.log2(asked * FULL / side)), LEAST))

"""Quality presets: most samples a pixel and the noise at which a pixel is done. Chosen by measured error: docs/decisions/0007-presets.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    samples: int
    threshold: float


PRESETS: dict[str, Quality] = {"draft": Quality(8, 0.2), "standard": Quality(32, 0.06), "final": Quality(128, 0.025)}

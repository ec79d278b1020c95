"""Quality presets: most samples a pixel and the noise at which a pixel is done. Chosen by `bench/quality.py` (error against a long reference)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Quality:
    samples: int
    threshold: float


PRESETS: dict[str, Quality] = {"draft": Quality(16, 0.1), "standard": Quality(64, 0.04), "final": Quality(256, 0.015)}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaving the stage: the composed scene as a file for other tools. `.blend` is the set itself; `.glb` a copy with every look baked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from diorama_stage.export import blend
from diorama_stage.render.haze import Air

SUFFIXES = (".blend", ".glb")
Tell = Callable[[float, str], None]


@dataclass(frozen=True)
class Develop:
    """How the picture was developed, for viewers that have no darkroom: scene-linear light times `matrix` is right at exposure 0."""

    stops: float
    kelvin: float
    matrix: np.ndarray
    """(3, 3), linear Rec.709: exposure and white balance."""


def write(paths: list[Path], develop: Develop, air: Air | None = None, tell: Tell = lambda *_: None) -> None:
    """Write every path from the open scene, `air` before it; `.blend` first, since baking for `.glb` takes the scene apart. Raises ValueError for another suffix."""
    for path in paths:
        if path.suffix not in SUFFIXES:
            raise ValueError(f"cannot export {path.suffix!r}: .blend or .glb")
    for path in sorted(paths, key=lambda p: SUFFIXES.index(p.suffix)):
        if path.suffix == ".blend":
            tell(0.0, "packing the set")
            blend.save(path, develop.stops, develop.kelvin)
        else:
            from diorama_stage.export import glb

            glb.save(path, develop.matrix, air, tell)

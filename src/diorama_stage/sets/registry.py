# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of settings: a name, and the function that builds it. Modules register by decorator; `load` imports them all."""

from __future__ import annotations

import importlib
import math
import pkgutil
from collections.abc import Callable

from diorama_stage.sets.dressing import Dressing, Site, View
from diorama_stage.sets.plan import Plan

Maker = Callable[[Site], None]
SETS: dict[str, Maker] = {}
TURNED = math.radians(60)
"""A camera that walked further around than this looks at the set's back; then the set turns with it (unless something leans on its wall)."""


def setting(*kinds: str) -> Callable[[Maker], Maker]:
    """Register a builder for one or several settings (it can look at `site.plan.setting`)."""

    def register(maker: Maker) -> Maker:
        for kind in kinds:
            if kind in SETS:
                raise ValueError(f"setting {kind!r} is registered twice")
            SETS[kind] = maker
        return maker

    return register


def load() -> dict[str, Maker]:
    """Import every module of this package, once."""
    package = importlib.import_module("diorama_stage.sets")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name != "sheet":
            importlib.import_module(f"diorama_stage.sets.{module.name}")
    return SETS


def build(plan: Plan, environment: dict, view: View, *, seed: int, time: str, hour: float, extent: float) -> Dressing:
    """Build the setting of a plan around the subjects. Raises KeyError for an unknown setting."""
    yaw = view.yaw
    turn = yaw if abs(yaw) > TURNED and plan.wall_y is None else 0.0
    site = Site(plan, environment, view.turned(turn), seed, time, hour, extent)
    load()[plan.setting](site)
    site.turn(turn)
    for o in site.dressing.objects:
        o["set"] = plan.setting
    return site.dressing

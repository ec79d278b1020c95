# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of settings: a name, and the function that builds it. Modules register by decorator; `load` imports them all."""

from __future__ import annotations

import functools
import importlib
import math
import pkgutil
from collections.abc import Callable

from diorama_stage.scene_view import Environment
from diorama_stage.sets.dressing import Dressing, Site, Spot, View
from diorama_stage.sets.plan import Plan

Maker = Callable[[Site], None]
SETS: dict[str, Maker] = {}
TURNED = math.radians(60)
"""A camera that walked further around than this looks at the set's back; then the set turns with it (unless something leans on its wall)."""

GAINS = {"daylight": {"day": 3.2, "dusk": 0.8, "night": 0.0}, "practical": {"day": 1.6, "dusk": 1.1, "night": 0.7}, "window": {"day": 1.0, "dusk": 0.6, "night": 0.35}, "sign": {"day": 1.0, "dusk": 0.5, "night": 0.3}}
"""How bright what glows is by kind and part of the day; a white thing in the key light of a room has a radiance of about three."""
OUTDOORS = {"day": 2.0, "dusk": 0.5, "night": 1.0}
"""The same outdoors: beside the sun; beside the last light; beside street lamps."""


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
    """The makers of all settings; every module of this package is imported."""
    _import()
    return SETS


@functools.cache
def _import() -> None:
    package = importlib.import_module("diorama_stage.sets")
    for module in pkgutil.walk_packages(package.__path__, "diorama_stage.sets."):
        importlib.import_module(module.name)


def build(plan: Plan, environment: Environment, view: View, *, seed: int, time: str, hour: float, extent: float, mood: str = "natural", things: frozenset[str] = frozenset(), room: str | None = None, covers: tuple[tuple[float, float, float, float], ...] = (), spots: tuple[Spot, ...] = (), tall: float = 0.0, backed: tuple[tuple[float, float], ...] = (), standing: tuple[tuple[float, float, float, float, float], ...] = ()) -> Dressing:
    """Build the setting of a plan around the subjects, `things` by their kinds; behind a table top, the `room` that an earlier picture had; `covers`: ground (x0, x1, y0, y1) on which nothing grows; `spots`: things that grass does not hide; `tall`: how high the subjects reach, metres; `backed`: where along the back wall they stand; `standing`: the boxes of those on the floor (see `Site`). Raises KeyError for an unknown setting."""
    yaw = view.yaw
    turn = yaw if abs(yaw) > TURNED and plan.wall_y is None else 0.0
    site = Site(plan, environment, view.turned(turn), seed, time, hour, extent, mood, things, room, tall=tall, backed=backed, standing=standing)
    if turn == 0:
        site.spots = spots
        site.ways += [lambda p, c=c: (p[:, 0] > c[0]) & (p[:, 0] < c[1]) & (p[:, 1] > c[2]) & (p[:, 1] < c[3]) for c in covers]
    load()[plan.setting](site)
    site.turn(turn)
    for glow in site.dressing.glows:
        glow.gain(GAINS[glow.kind][site.hours] * (1.0 if plan.indoor else OUTDOORS[site.hours]))
    for o in site.dressing.objects:
        o["set"] = plan.setting
    return site.dressing

# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabletop: a table in a quiet room that lies far enough behind to melt away, placed after what the frame shows."""

from __future__ import annotations

from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface, shelf
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.backgrounds import behind
from diorama_stage.sets.rooms.shell import Opening, room_of, shell
from diorama_stage.sets.rooms.studio import hung, seamless

TONES = ("#c9c0b2", "#b9b8b0", "#a9aea6", "#cbbfae", "#9ea3a3", "#bfae9b")
"""Wall paints that flatter most things: warm greys, clay, sage."""


@setting("tabletop")
def tabletop(site: Site) -> None:
    plan = site.plan
    if plan.shape == "seamless":
        seamless(site)
        return
    if plan.shape == "shelf":
        room = room_of(site, back=plan.wall_y)
        shell(site, room, colour=site.rng.choice(TONES), floor="oak", openings=(Opening("left", -0.6, 1.5),))
        shelf(site)
        return
    raise_surface(site)
    if not _plain(site.environment.get("backdrop") or {}):
        hung(site, plan.wall_y or plan.back_y + 0.6)
        return
    behind(site)

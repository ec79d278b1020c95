# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain room: a bare painted wall that things can stand before, boards, light from a window at the side."""

from __future__ import annotations

from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.surfaces import raise_surface
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.shell import Opening, room_of, shell


@setting("plain_room")
def plain_room(site: Site) -> None:
    plan = site.plan
    room = room_of(site, half=2.8, back=plan.wall_y if plan.wall_y is not None else plan.back_y + 1.1)
    seen = (Opening("back", site.rng.choice((-1, 1)) * 0.75, 1.3, z0=0.6, z1=2.25),) if site.has("window") else ()
    shell(site, room, colour=site.rng.choice(("#d6d0c6", "#c6c4bd", "#cfc3b3")), floor="oak", openings=(Opening("left", -0.9, 1.7, z0=0.7, z1=2.3), *seen))
    if plan.table:
        raise_surface(site)

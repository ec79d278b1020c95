# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain room: a painted wall that things can stand before, boards, light from a window at the side.

Unless it is to be bare, a few things at its edges tell that somebody lives there.
"""

from __future__ import annotations

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms.homes import aside, sunward
from diorama_stage.sets.rooms.shell import Opening, Room, asks, room_of, shell

COLOURS = ("#d6d0c6", "#c6c4bd", "#cfc3b3", "#b9bdb3", "#c8bfb4")
BY_RAIN = 0.6
"""How near behind the subject the wall is whose window shows rain, metres: from farther off drops are lost out of focus."""
LINEN = ("#ddd6ca", "#c9c2b2", "#b9bcb4")


@setting("plain_room")
def plain_room(site: Site) -> None:
    plan, rng = site.plan, site.rng
    wet = site.has("rain_on_window", "raindrops")
    back = plan.wall_y if plan.wall_y is not None else plan.back_y + 1.4
    room = room_of(site, half=2.8, back=min(back, plan.back_y + BY_RAIN) if wet else back)
    side, colour = rng.choice((-1, 1)), rng.choice(COLOURS)
    free = plan.wall_y is None or plan.wall_y > plan.back_y + 0.2
    bare = site.has("bare") or asks(site.environment["backdrop"])
    seen = wet or site.has("window") or not bare and free
    glow = aside(site, side * (0.4 if wet else 0.72), room.back, least=0.5 if wet else 0.95, most=2.0)
    openings = (Opening("back", glow, 1.6 if wet else 1.3, z0=0.55, z1=2.3, panes=(2, 3)),) if seen else ()
    shell(site, room, colour=colour, floor="oak", openings=(Opening("left", sunward(site, room.back, -0.9), 1.7, z0=0.7, z1=2.3), *openings))
    if plan.table:
        raise_surface(site)
    if bare:
        return
    _rail(site, room)
    linen = rng.choice(LINEN)
    if openings:
        edge = openings[0].width / 2 - 0.1
        for a, b in ((glow - edge - 0.5, glow - edge), (glow + edge, glow + edge + 0.5)):
            furniture.curtain(site, room, "back", a, b, 2.45, colour=linen, sheer=False)
    other = aside(site, -side * 0.66, room.back, least=1.0, most=2.1)
    if rng.random() < 0.5 or not free:
        furniture.plant(
            site,
            other,
            room.back - 0.42,
            plan.floor_z,
            height=rng.uniform(1.2, 1.6),
            pot=rng.choice(("#b5643c", "#c8beb0", "#5f6b70")),
            kind=rng.choice(("broad", "strap")),
        )
    else:
        level = furniture.sideboard(site, other, room.back - 0.45, plan.floor_z, width=1.1, height=0.74, wood=rng.choice(("oak", "walnut")))
        furniture.table_lamp(site, other - side * 0.3, room.back - 0.24, level, height=0.5, on=site.dark)
        furniture.vase(site, other + side * 0.2, room.back - 0.24, level, height=0.27, colour=rng.choice(("#d8cfc0", "#7d5a44", "#5c6f6a")))
        furniture.picture(site, other, room.back, plan.floor_z + 1.55, width=0.62, height=0.8, frame=rng.choice(("#b39a6a", "#e6e2da", "#2a2622")))


def _rail(site: Site, room: Room) -> None:
    """A moulding along the walls at the height of a chair's back."""
    rail = Mesher()
    z = room.floor + 0.92
    rail.soft(-room.half, room.half, room.back - 0.02, room.back, z, z + 0.045, 0.008)
    for s in (-1, 1):
        rail.soft(s * room.half, s * (room.half - 0.02), room.near, room.back, z, z + 0.045, 0.008)
    site.add(rail.object("rail", plain("#e6e2da", 0.35)))

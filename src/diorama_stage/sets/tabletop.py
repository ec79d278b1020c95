# SPDX-License-Identifier: GPL-3.0-or-later
"""The tabletop: a table in a quiet room that lies far enough behind to melt away, placed after what the frame shows."""

from __future__ import annotations

from diorama_stage.sets import furniture
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import Opening, room_of, shell
from diorama_stage.sets.studio import hung, seamless
from diorama_stage.sets.tables import raise_surface, shelf

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
    quiet_room(site)


def quiet_room(site: Site) -> None:
    """A wall with a window's glow to one side, a sideboard with a lamp and a plant to the other."""
    plan, rng = site.plan, site.rng
    back = plan.back_y + max(2.5, 5 * site.extent)
    room = room_of(site, half=2.9, back=back)
    cx, half, _, _ = site.view.frame(back)
    side = rng.choice((-1, 1))
    glow = cx + side * max(min(half * 0.62, 1.7), 0.5)
    openings = (
        Opening("left", -0.4, 1.6, view="garden"),
        Opening("back", glow, 1.1, z0=0.55, z1=2.3, view="garden", panes=(2, 3)),
    )
    shell(site, room, colour=rng.choice(TONES), floor="oak", openings=openings)
    furniture.curtain(site, room, "back", glow - 0.95, glow - 0.55, 2.45)
    furniture.curtain(site, room, "back", glow + 0.55, glow + 0.95, 2.45)
    other = cx - side * max(min(half * 0.5, 1.5), 0.75)
    level = furniture.sideboard(site, other, back - 0.47, plan.floor_z, width=1.5)
    furniture.table_lamp(site, other + 0.4 * side, back - 0.25, level, on=site.dark or rng.random() < 0.5 or "lamp" in site.features)
    furniture.vase(site, other - 0.1 * side, back - 0.28, level, colour=rng.choice(("#c8beb0", "#7d5a44", "#46545a")))
    furniture.plant(site, other - 0.55 * side, back - 0.25, level, height=0.55)
    furniture.picture(site, other, back, plan.floor_z + 1.5, width=0.6, height=0.8)
    furniture.plant(site, glow + side * 1.0, back - 0.6, plan.floor_z, height=1.5)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms of work, learning, worship, sport and trade: a shell and the parts that make each one known, from one table.

A part is a function of the site and the room that adds what it stands for; it keeps clear of the subjects and of the sight line to them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import glowing, plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import (
    barns,
    care,
    cellars,
    gym_fittings,
    hospitality,
    industry,
    learning,
    lecture,
    palatial,
    shrine,
    terminal,
    theatre,
    trade,
    underground,
    worship,
)
from diorama_stage.sets.rooms.homes import depth_of
from diorama_stage.sets.rooms.shell import Opening, Room, room_of, shell

Part = Callable[[Site, Room], None]


@dataclass(frozen=True)
class Hall:
    """A room's shell and what is in it. Metres."""

    half: float
    beyond: float
    """From the subjects to the back wall, where they stand on a table."""
    height: float
    walls: str
    floor: str
    parts: tuple[Part, ...]
    windows: tuple[Opening, ...] = ()
    frames: str = "#dcd8cf"
    panels: float = 2.4
    """Gap between lamps under the ceiling; 0: there are none."""
    kelvin: float = 4300
    ceiling: bool = True


def _windows(
    count: int,
    *,
    side: str = "left",
    z0: float = 0.9,
    z1: float = 2.4,
    width: float = 1.5,
    view: str = "garden",
    first: float = -1.0,
    panes: tuple[int, int] = (2, 2),
) -> tuple[Opening, ...]:
    """A row of windows in a side wall, at distances from the subjects."""
    return tuple(Opening(side, first + 1.4 * width * k, width, z0, z1, view, panes) for k in range(count))


HALLS = {
    "classroom": Hall(3.9, 3.6, 3.1, "#cfc9b4", "oak", (learning.blackboard, learning.desks, learning.pinned), _windows(3)),
    "laboratory": Hall(
        3.8, 3.6, 3.0, "#d7dcdc", "tile", (learning.benches, learning.glassware, learning.fume_hood), _windows(2, z0=1.1), frames="#c9cdcf", kelvin=5000
    ),
    "hospital_room": Hall(3.0, 2.8, 2.8, "#c6d3cd", "tile", (care.headwall, care.ward_beds, care.curtains), _windows(2), kelvin=4600),
    "theatre": Hall(7.0, 7.0, 8.0, "#2a1a18", "oak", (theatre.stage_curtains, theatre.auditorium, theatre.spots), panels=0.0, ceiling=False),
    "church_interior": Hall(6.4, 11.0, 11.0, "#b9ae9a", "stone", (worship.nave, worship.pews, worship.chancel), panels=0.0, kelvin=2700),
    "supermarket": Hall(5.2, 9.0, 3.6, "#d9d9d4", "tile", (trade.aisle, trade.chilled, trade.aisle_signs), panels=2.0, kelvin=4000),
    "bakery": Hall(3.4, 2.8, 3.0, "#cdbb9c", "tile", (trade.bread_shelves, trade.oven, trade.floury_table), _windows(1, view="city"), panels=0.0, kelvin=2900),
    "gym": Hall(6.0, 5.4, 3.6, "#b9bab8", "felt", (gym_fittings.mirror_wall, gym_fittings.racks, gym_fittings.machines), panels=2.2, kelvin=4500),
    "sports_hall": Hall(
        9.0,
        11.0,
        7.5,
        "#c9b48e",
        "oak",
        (gym_fittings.court_lines, gym_fittings.wall_bars, gym_fittings.baskets),
        _windows(4, z0=4.4, z1=6.4, width=2.4, first=-3),
        kelvin=4500,
        panels=3.6,
    ),
    "museum": Hall(6.0, 6.5, 4.6, "#e2dfd8", "oak", (trade.paintings, trade.plinths, trade.rope), panels=2.6, kelvin=3600),
    "factory": Hall(
        11.0,
        20.0,
        9.0,
        "#8d9290",
        "concrete",
        (industry.trusses, industry.plant_machines, industry.pipes),
        _windows(5, z0=4.2, z1=7.4, width=3.2, first=-3, panes=(4, 4)),
        frames="#3c4244",
        panels=4.2,
        kelvin=4700,
    ),
    "warehouse": Hall(9.0, 22.0, 9.0, "#9b9e9c", "concrete", (industry.trusses, industry.pallet_racks, industry.yellow_lines), frames="#3c4244", panels=4.2, kelvin=4500),
    "garage": Hall(4.2, 3.4, 3.0, "#b4b0a6", "concrete", (trade.roll_door, trade.tyres, trade.tool_wall), _windows(1, z0=1.3, z1=2.2), panels=2.4, kelvin=4200),
    "greenhouse": Hall(3.6, 9.0, 3.6, "#c9cfc4", "gravel", (care.glass_house, care.plant_benches, care.hanging_pots), panels=0.0, ceiling=False),
    "lecture_hall": Hall(8.4, 11.0, 6.4, "#8f8578", "oak", (lecture.tiers, lecture.panelling, lecture.lectern), panels=3.0, kelvin=4000),
    "airport_hall": Hall(
        13.0,
        20.0,
        8.0,
        "#d4d7d8",
        "terrazzo",
        (terminal.airliner, terminal.columns, terminal.seating, terminal.flights),
        (Opening("back", 0.0, 24.0, 0.25, 6.6, "hills", (11, 3)),),
        frames="#9aa0a3",
        panels=0.0,
        kelvin=4600,
    ),
    "temple_interior": Hall(5.6, 8.0, 5.4, "#7a4a34", "stone", (shrine.red_columns, shrine.altar, shrine.lanterns), panels=0.0, kelvin=2500),
    "ballroom": Hall(7.0, 10.0, 6.6, "#efe6d2", "oak", (palatial.pilasters, palatial.arched_windows, palatial.chandeliers), panels=0.0),
    "great_hall": Hall(
        6.2, 10.0, 7.0, "#9a8d78", "stone", (palatial.stone_hall, palatial.torches, palatial.throne, palatial.long_tables), panels=0.0
    ),
    "hotel_lobby": Hall(
        6.0,
        8.0,
        4.6,
        "#d9cbb2",
        "marble",
        (hospitality.reception, hospitality.lounge),
        _windows(2, z0=0.4, z1=3.2, width=1.8, view="city"),
        panels=0.0,
    ),
    "laundromat": Hall(3.6, 4.4, 3.0, "#dfe4e2", "tile", (hospitality.washers, hospitality.folding), panels=1.9, kelvin=4800),
    "nightclub": Hall(5.6, 8.0, 4.4, "#17161c", "concrete", (hospitality.dance_floor,), panels=0.0),
    "barn_interior": Hall(5.4, 8.0, 6.0, "#6d5238", "soil", (barns.board_walls, barns.posts, barns.loft, barns.straw), panels=0.0, ceiling=False),
    "cellar": Hall(2.9, 6.0, 2.9, "#7a6a58", "stone", (cellars.barrel_vault, cellars.casks, cellars.bars), panels=0.0),
    "subway": Hall(7.5, 26.0, 5.2, "#d8d5cb", "tile", (underground.tiled_vault, underground.platform_edge, underground.subway_signs), panels=0.0, kelvin=4200),
}
"""What each such room is like."""


@setting(*HALLS)
def hall(site: Site) -> None:
    """The shell, its lamps, and its parts."""
    spec = HALLS[site.plan.setting]
    back = depth_of(site, spec.beyond)
    room = room_of(site, half=spec.half, back=back, height=spec.height)
    own = site.plan.setting in ("greenhouse", "subway", "barn_interior")
    if not own:
        openings = tuple(w for w in spec.windows if w.side == "back" or room.near + w.width < w.u < back - w.width / 2)
        shell(site, room, colour=spec.walls, floor=spec.floor, openings=openings, ceiling=spec.ceiling, frames=spec.frames)
    if spec.panels:
        panels(site, room, spec)
    for part in spec.parts:
        part(site, room)
    if site.plan.table:
        raise_surface(site)


def panels(site: Site, room: Room, spec: Hall) -> None:
    """Rows of lamps under the ceiling, lit."""
    glow, frame = Mesher(), Mesher()
    lamps = 0
    for y in np.arange(room.near + 1.2, room.back - 0.6, spec.panels):
        for x in np.arange(-room.half + spec.panels / 2, room.half, spec.panels):
            glow.box(x - 0.58, x + 0.58, y - 0.14, y + 0.14, room.top - 0.045, room.top - 0.03)
            frame.box(x - 0.62, x + 0.62, y - 0.18, y + 0.18, room.top - 0.03, room.top - 0.002)
            if lamps < 14 and abs(x) < 3.2:
                site.lamp(float(x), float(y), room.top - 0.2, radius=0.35, kelvin=spec.kelvin, watts=10.0 + 2.6 * (room.top - room.floor) ** 1.5)
                lamps += 1
    site.add(
        glow.object("ceiling lamps", site.glow(glowing("#fbf4e6" if spec.kelvin < 4400 else "#f3f6ff", 5.5), "practical")),
        frame.object("lamp frames", plain("#c9c8c4", 0.5)),
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms: floor, three walls with openings, ceiling; windows with frames, panes, and a view outside. The camera's side stays open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.scene_view import Surface
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import WOODS, asked, boards, glass, glowing, plain, wall
from diorama_stage.sets.rooms import hearth, rain
from diorama_stage.sets.rooms.litter import litter
from diorama_stage.sets.rooms.outlook import asked_view, distant

THICK = 0.24


@dataclass(frozen=True)
class Opening:
    """A window in a wall: `side` back, left or right; `u` its middle along the wall (x of the back wall, y of the others), from z0 (above the floor) to z1."""

    side: str
    u: float
    width: float
    z0: float = 0.85
    z1: float = 2.25
    view: str = "garden"
    panes: tuple[int, int] = (2, 2)


@dataclass(frozen=True)
class Room:
    """The shell of a room: half width, depth of the back wall, where it begins before the lens, floor and ceiling levels."""

    half: float
    back: float
    near: float
    floor: float
    top: float


def room_of(site: Site, *, half: float = 2.6, back: float | None = None, height: float = 2.7) -> Room:
    """A room that holds the subjects and the camera."""
    plan, view = site.plan, site.view
    back = back if back is not None else plan.wall_y if plan.wall_y is not None else plan.back_y + 2.2
    half = max(half, plan.half_x + 0.5, abs(view.eye[0]) + 0.7)
    top = plan.floor_z + max(height, site.tall * 1.1 + 0.3)
    return Room(half, back, min(-2.6, view.eye[1] - 0.6), plan.floor_z, max(top, view.eye[2] + 0.5))


def shell(site: Site, room: Room, *, colour: str, floor: str, openings: tuple[Opening, ...] = (), ceiling: bool = True, frames: str = "#e6e2da") -> None:
    """Floor, walls with their windows, skirting and ceiling."""
    plan, environment = site.plan, site.environment
    ground = None if plan.table else environment.get("ground")
    paint = _floor(ground, floor, site.seed)
    width, depth = 2 * room.half, room.back - room.near
    slab = [(-room.half, room.near, room.floor), (room.half, room.near, room.floor), (room.half, room.back, room.floor), (-room.half, room.back, room.floor)]
    site.add(mesh("floor", slab, [(0, 1, 2, 3)], uvs=[(0, 0), (width / 4, 0), (width / 4, depth / 4), (0, depth / 4)], material=paint))
    painted = asked(environment.get("backdrop"), "plaster", colour, size=3.0, seed=site.seed) if asks(environment.get("backdrop")) else wall(colour)
    walls, skirting = Mesher(), Mesher()
    for side in ("back", "left", "right"):
        holes = [o for o in openings if o.side == side]
        _wall(walls, room, side, holes)
        _skirting(skirting, room, side)
        for hole in holes:
            _window(site, room, hole, frames)
    site.add(walls.object("walls", painted), skirting.object("skirting", plain(frames, 0.35)))
    if ceiling:
        lid = Mesher()
        lid.box(-room.half - THICK, room.half + THICK, room.near, room.back + THICK, room.top, room.top + 0.1)
        site.add(lid.object("ceiling", wall("#e4e1da")))
    if site.has("cluttered") and not plan.table:
        litter(site, room.half, room.near, room.back, room.floor)
    if site.has("beams"):
        _beams(site, room)
    if site.has("string_lights"):
        _string_lights(site, room)
    if site.has("fireplace") and plan.setting != "living_room":  # which has a place of its own for it
        windows = [(o.u - o.width / 2, o.u + o.width / 2) for o in openings if o.side == "back"]
        hearth.against(site, room.back, room.floor, room.top, room.half, windows, colour)


def _beams(site: Site, room: Room) -> None:
    """Beams of timber under the ceiling, from wall to wall."""
    wood, thick = Mesher(), 0.17
    y = room.near + 0.4
    while y < room.back - 0.4:
        wood.soft(-room.half, room.half, y, y + 0.16, room.top - thick, room.top - 0.001, 0.012, steps=2)
        y += 0.95
    wood.soft(-room.half, room.half, room.back - 0.1, room.back, room.top - 1.1 * thick, room.top - 0.001, 0.012, steps=2)
    site.add(wood.object("beams", asked(site.fitting("beams"), "walnut", "#5b3d26", size=3.0, seed=site.seed, finish=("worn",)), smooth=True))


def _string_lights(site: Site, room: Room) -> None:
    """Small warm bulbs on a wire that hangs in bows along the back wall, 2.3 m above the floor or just under the ceiling."""
    wire, bulbs = Mesher(), Mesher()
    level, y = min(room.floor + 2.3, room.top - 0.15), room.back - 0.035
    for k in range(max(3, round(2 * room.half / 0.9))):
        x0 = -room.half + 0.1 + 0.9 * k
        u = np.linspace(0, 1, 10)
        path = np.stack([x0 + 0.9 * u, np.full(10, y), level - 0.5 * u * (1 - u)], axis=1)
        wire.tube(path, 0.0035, sides=4)
        for p in path[:-1]:
            bulbs.soft(p[0] - 0.011, p[0] + 0.011, p[1] - 0.011, p[1] + 0.011, p[2] - 0.03, p[2] - 0.006, 0.01, steps=2)
        site.lamp(x0 + 0.45, y - 0.08, level - 0.15, radius=0.05, kelvin=2400, watts=1.2, kind="string_lights")
    site.add(wire.object("wire", plain("#2b2a26", 0.6)), bulbs.object("bulbs", site.glow(glowing("#ffc070", 18.0), "practical"), smooth=True))


def _floor(ground: Surface | None, usual: str, seed: int) -> bpy.types.Material:
    """What the floor is asked to be; wood is laid in boards."""
    wood = (ground and ground["material"]) or usual
    if wood not in WOODS or ground and ground["pattern"]:
        return asked(ground, usual, size=4.0, seed=seed)
    return boards(wood, *(c["hex"] for c in ground["colours"]), seed=seed, finish=tuple(ground["finish"])) if ground else boards(wood, seed=seed)


def asks(surface: Surface | None) -> bool:
    return surface is not None and bool(surface["material"] or surface["colours"] or surface["pattern"])


def place(room: Room, side: str, u: float, out: float, z: float) -> tuple[float, float, float]:
    """World position of a point on a wall: `u` along it, `out` into the room, z above the floor."""
    z += room.floor
    return {"back": (u, room.back - out, z), "left": (-room.half + out, u, z), "right": (room.half - out, u, z)}[side]


def _slab(m: Mesher, room: Room, side: str, u0, u1, z0, z1, out0=0.0, out1=-THICK, **more) -> None:
    a, b = place(room, side, u0, out0, z0), place(room, side, u1, out1, z1)
    m.box(a[0], b[0], a[1], b[1], a[2], b[2], **more)


def _span(room: Room, side: str) -> tuple[float, float]:
    return (-room.half, room.half) if side == "back" else (room.near, room.back + THICK)


def _wall(m: Mesher, room: Room, side: str, holes: list[Opening]) -> None:
    """Panels around the openings, in order along the wall."""
    start, end = _span(room, side)
    height = room.top - room.floor
    for hole in sorted(holes, key=lambda o: o.u):
        left, right = hole.u - hole.width / 2, hole.u + hole.width / 2
        _slab(m, room, side, start, left, 0, height)
        _slab(m, room, side, left, right, 0, hole.z0)
        _slab(m, room, side, left, right, hole.z1, height)
        start = right
    _slab(m, room, side, start, end, 0, height)


def _skirting(m: Mesher, room: Room, side: str) -> None:
    start, end = _span(room, side)
    _slab(m, room, side, start, end, 0, 0.09, 0.016, 0.0)


def _window(site: Site, room: Room, hole: Opening, frames: str) -> None:
    """Frame, glazing bars, pane, sill, and what is seen outside."""
    bars, w, h = Mesher(), hole.width, hole.z1 - hole.z0
    left, right, rail, inset = hole.u - w / 2, hole.u + w / 2, 0.055, -0.1
    for a, b in ((left, left + rail), (right - rail, right)):
        _slab(bars, room, hole.side, a, b, hole.z0, hole.z1, inset, inset - 0.06)
    for a, b in ((hole.z0, hole.z0 + rail), (hole.z1 - rail, hole.z1)):
        _slab(bars, room, hole.side, left, right, a, b, inset, inset - 0.06)
    for i in range(1, hole.panes[0]):
        u = left + w * i / hole.panes[0]
        _slab(bars, room, hole.side, u - 0.022, u + 0.022, hole.z0, hole.z1, inset - 0.005, inset - 0.055)
    for i in range(1, hole.panes[1]):
        z = hole.z0 + h * i / hole.panes[1]
        _slab(bars, room, hole.side, left, right, z - 0.014, z + 0.014, inset - 0.01, inset - 0.05)
    _slab(bars, room, hole.side, left - 0.05, right + 0.05, hole.z0 - 0.03, hole.z0, 0.05, inset)
    corners = [place(room, hole.side, u, inset - 0.03, z) for u, z in ((left, hole.z0), (right, hole.z0), (right, hole.z1), (left, hole.z1))]
    site.add(bars.object("window frame", plain(frames, 0.35)), mesh("pane", corners, [(0, 1, 2, 3)], material=glass()))
    if rain.wets(site):
        rain.on_pane(site, corners, salt=2000 + round(100 * hole.u))
    outside(site, [place(room, hole.side, hole.u + a * w * 2.2, -1.6, hole.z0 + h / 2 + b * h * 1.9) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))], hole.view)
    normal = {"back": (0.0, -1.0, 0.0), "left": (1.0, 0.0, 0.0), "right": (-1.0, 0.0, 0.0)}[hole.side]
    site.window(place(room, hole.side, hole.u, inset, hole.z0 + h / 2), normal, w, h)


VIEWS = {"city": ("city.exr", 0.55, 2.4), "court": ("courtyard.exr", 0.3, 2.2)}
"""Panorama, where its middle is cut (0..1), brightness."""


def outside(site: Site, corners, view: str, *, grey: bool = False) -> None:
    """A card outside a window that shows a piece of a panorama; at night a dark one with distant lights."""
    view, grey = asked_view(site) or view, grey or site.environment.get("weather") in GREY
    if site.dark:
        card = site.glow(_dusk(site) if site.hours == "dusk" else _night(), "window")
    elif view == "garden":
        card = site.glow(_garden(site), "daylight")
    elif view in VIEWS:
        card = site.glow(_panorama(site, *VIEWS[view], grey=grey), "daylight")
    else:
        card = site.glow(distant(site, view, sum(c[1] for c in corners) / len(corners), grey=grey), "daylight")
    made = mesh("outside", corners, [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)], material=card)
    made.visible_shadow = False
    site.add(made)


GREY = frozenset(("rain", "storm", "overcast", "fog", "mist", "snow"))
"""Weather that takes the colour out of what a window shows."""


def _panorama(site: Site, name: str, middle: float, strength: float, *, grey: bool) -> bpy.types.Material:
    """A part of one of Blender's panoramas, 50° wide and somewhat above the horizon, as light; paler and cooler on a grey day."""
    t = Tree(f"outside {name} {site.environment.get('season')}")
    image = bpy.data.images.load(str(Path(bpy.utils.resource_path("LOCAL")) / "datafiles" / "studiolights" / "world" / name), check_existing=True)
    where = t.scaled(t.uv(), (0.16, 0.3, 1), (middle, 0.42, 0))
    picture = t.node("TexImage", {0: where}, image=image).outputs[0]
    light = t.mix(0.25, _in_season(t, site, picture), "#e8eef6")
    if grey:
        light = t.mix(0.45, t.node("HueSaturation", {"Saturation": 0.45, "Value": 0.7, "Color": light}).outputs[0], "#8fa0ae")
    return t.surface(t.emission(light, strength * (0.6 if grey else 1.0)))


CROWNS = {
    "spring": ("#243416", "#6b8432", "#c6c66a"), "summer": ("#1b2810", "#56682a", "#b4b55c"), "autumn": ("#3d2413", "#a8591f", "#e0a843"), "winter": ("#55585c", "#a9b0b8", "#f0f4f8"),
}  # fmt: skip
"""Foliage outside a window by season: its shade, its leaves, leaves the sun shines through; in winter bare twigs with snow on them."""
SNOWED = ("#cfd6de", "#f4f6f9")
"""Snow on a lawn, in the shade and in the light."""


def _in_season(t: Tree, site: Site, picture):
    """A picture's greens as they are in the season: what is green by its colour, as leaves of the season, as dark and bright as it was."""
    season = site.environment.get("season")
    if season in (None, "summer"):
        return picture
    r, g, b = t.xyz(picture)
    green = t.math("SUBTRACT", g, t.math("MAXIMUM", r, b))
    share = t.span(t.math("DIVIDE", green, t.math("MAXIMUM", g, 0.01)), 0.0, 0.12)
    return t.mix(share, picture, t.ramp(g, [(0.02, CROWNS[season][0]), (0.12, CROWNS[season][1]), (0.4, CROWNS[season][2])]))


def _garden(site: Site) -> bpy.types.Material:
    """A garden seen through a window: lawn, crowns of leaves with the sky between them. By world position, so that leaves keep their size."""
    grey = site.environment.get("weather") in GREY or "rain_on_window" in site.features
    shade, leaf, bright = CROWNS[site.environment.get("season") or "summer"]
    t = Tree("garden outside")
    x, y, z = t.xyz(t.position())
    along = t.math("ADD", x, y)
    flat = t.combine(along, z, site.seed % 97 * 1.7)
    lump = t.noise(0.9, detail=3, vector=flat)
    leaves = t.cells(13, vector=flat)
    lit = t.math("ADD", t.math("MULTIPLY", t.noise(3.2, detail=5, vector=flat), 0.75), t.math("MULTIPLY", t.span(leaves, 0.6, 0.0), 0.3))
    crown = t.ramp(lit, [(0.3, shade), (0.52, leaf), (0.72, bright)])
    level = t.math("SUBTRACT", z, site.plan.floor_z + 1.0)
    gaps = t.math("ADD", t.noise(2.1, detail=6, roughness=0.65, vector=flat), t.math("MULTIPLY", level, 0.15))
    open_sky = t.math("MULTIPLY", t.span(gaps, 0.56, 0.66), t.span(level, -0.1, 0.6))
    sky = "#c3ccd4" if grey else "#f2f5f8"
    lawns = SNOWED if site.environment.get("season") == "winter" else (leaf, bright)
    lawn = t.mix(t.noise(5, detail=4, vector=t.combine(along, t.math("MULTIPLY", z, 5.0), 0.0)), *lawns)
    picture = t.mix(t.span(t.math("ADD", level, t.math("MULTIPLY", lump, 0.8)), 0.15, -0.1), crown, lawn)
    picture = t.mix(t.math("MULTIPLY", t.span(lump, 0.62, 0.4), 0.5), picture, shade)
    if grey:
        picture = t.mix(0.3, t.node("HueSaturation", {"Saturation": 0.6, "Color": picture}).outputs[0], "#7d8a94")
    else:  # the air of a bright day, and a lens open for the room, wash the greens out
        picture = t.mix(0.08, picture, "#efe4c8")
    glint = t.math("MULTIPLY", t.span(t.cells(5.5, vector=flat), 0.16, 0.1), t.span(t.noise(1.3, detail=2, vector=flat), 0.48, 0.62))  # sun on leaves: discs, to a fast lens
    strength = t.math("ADD", 1.1 if grey else 0.85, t.math("MULTIPLY", open_sky, 1.2 if grey else 3.2))
    strength = strength if grey else t.math("MULTIPLY_ADD", glint, 5.0, strength)
    return t.surface(t.emission(t.mix(open_sky, picture, sky), t.math("MULTIPLY", strength, 0.75 if grey else 1.0)))


def _night() -> bpy.types.Material:
    t = Tree("outside at night")
    x, y, z = t.xyz(t.position())
    flat = t.combine(t.math("ADD", x, y), z, 2.3)
    lights, own = t.cells(3.1, vector=flat), t.xyz(t.cells(3.1, out="Color", vector=flat))
    spots = t.math("MULTIPLY", t.span(lights, 0.13, 0.09), t.span(own[1], 0.1, 1.0, 0.0, 9.0))
    hue = t.ramp(own[0], [(0.0, "#ff9a40"), (0.45, "#ffc880"), (0.75, "#fff0d8"), (1.0, "#86b4ff")])
    return t.surface(t.sum(t.emission(hue, spots), t.node("Emission", {0: "#0d1626", 1: 0.25}).outputs[0]))


def _dusk(site: Site) -> bpy.types.Material:
    """The blue hour through a window: a sky with the last glow low in it, houses with some rooms lit, trees before them. By world position, a street away."""
    t = Tree("outside at dusk")
    x, y, z = t.xyz(t.position())
    along = t.math("ADD", t.math("ADD", x, y), site.seed % 83 * 1.7)
    level = t.math("SUBTRACT", z, site.plan.floor_z + 1.25)
    cloud = t.noise(0.9, detail=5, vector=t.combine(along, t.math("MULTIPLY", level, 3.5), 4.1))
    sky = t.ramp(t.math("ADD", t.span(level, -0.2, 2.2, smooth=False), t.math("MULTIPLY", t.math("SUBTRACT", cloud, 0.5), 0.35)), [(0.0, "#d9a184"), (0.16, "#b99aa6"), (0.4, "#7c8fbf"), (1.0, "#34559a")])
    picture = t.mix(t.math("MULTIPLY", t.span(cloud, 0.5, 0.72), 0.35), sky, "#59668c")
    strength = t.math("MULTIPLY_ADD", level, -0.12, 1.25)
    house = t.math("FLOOR", t.math("MULTIPLY", along, 0.62))
    own = t.xyz(t.node("TexWhiteNoise", {"Vector": t.combine(house, 0.0, site.seed % 31)}, noise_dimensions="3D").outputs["Color"])
    wall = t.span(t.math("SUBTRACT", level, t.math("MULTIPLY_ADD", own[0], 0.75, 0.05)), 0.015, -0.015)
    column, row = t.math("MULTIPLY", along, 3.1), t.math("MULTIPLY", level, 2.2)
    pane = t.combine(t.math("FLOOR", column), t.math("FLOOR", row), 7.0)
    lit = t.xyz(t.node("TexWhiteNoise", {"Vector": pane}, noise_dimensions="3D").outputs["Color"])
    inside = [t.math("MULTIPLY", t.span(t.math("FRACT", a), low, low + 0.02), t.span(t.math("FRACT", a), high, high - 0.02)) for a, low, high in ((column, 0.28, 0.68), (row, 0.25, 0.75))]
    window = t.math("MULTIPLY", t.math("MULTIPLY", inside[0], inside[1]), wall)
    on = t.math("MULTIPLY", window, t.span(lit[0], 0.62, 0.64))
    picture = t.mix(wall, picture, t.mix(own[1], "#232838", "#3a3438"))
    picture = t.mix(window, picture, "#1a2030")
    picture = t.mix(on, picture, t.mix(lit[1], "#ffb45e", "#ffd9a0"))
    crown = t.noise(1.1, detail=9, roughness=0.68, vector=t.combine(along, t.math("MULTIPLY", level, 1.2), 1.3))
    tree = t.span(t.math("SUBTRACT", level, t.math("MULTIPLY_ADD", t.math("SUBTRACT", crown, 0.5), 3.2, -0.02)), 0.02, -0.02)
    picture = t.mix(tree, picture, "#10171c")
    strength = t.math("MULTIPLY", strength, t.math("MULTIPLY_ADD", t.math("MULTIPLY", on, t.math("SUBTRACT", 1.0, tree)), t.math("MULTIPLY_ADD", lit[2], 1.6, 0.8), 1.0))
    return t.surface(t.emission(picture, strength))

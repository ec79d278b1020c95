# SPDX-License-Identifier: GPL-3.0-or-later
"""Streets: a road between rows of houses, with kerbs, lamps, trees, parked cars and a far end; a shop front seen from the pavement."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.woods import lantern
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.earth import slush, trodden_snow
from diorama_stage.sets.ground.scatter import scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import asked, boards, glowing, plain, standard, wall
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms import furnishings as furniture
from diorama_stage.sets.rooms.homes import ware
from diorama_stage.sets.town.facades import Fronts, house, row, style_of
from diorama_stage.sets.town.shop_window import shop_window, trade_of, traded
from diorama_stage.sets.town.traffic import cars, stalls
from diorama_stage.sets.town.walls import asphalt, paving


def flat(site: Site, name: str, x0: float, x1: float, y0: float, y1: float, z: float, material) -> None:
    site.add(mesh(name, [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], [(0, 1, 2, 3)], material=material))


def ground_of(site: Site, usual):
    """The asked ground, where one is asked for and it is not a table's."""
    ground = site.environment.get("ground") or {}
    if site.plan.table or _plain(ground) or ground.get("material") == "asphalt":
        return usual
    if ground.get("material") in ("stone", "concrete", "granite", "slate") or ground.get("material") is None:
        return paving(site, wet=site.wet, slab=(0.22, 0.12) if site.has("cobbles", "cobblestones") else (0.6, 0.4))
    return asked(ground, "asphalt", size=4.0, seed=site.seed)


@setting("street")
def street(site: Site) -> None:
    """A street that runs away from the camera."""
    plan, view, rng = site.plan, site.view, site.rng
    z, style = plan.floor_z, style_of(site)
    cobbled = site.has("cobbles", "cobblestones", "old_town", "market")
    old = cobbled and not site.has("market")
    lane = max(2.4 if old else 3.4, plan.half_x + (0.0 if old else 0.8), site.extent * 0.7 + 1.5)
    kerbside = on_pavement(site)
    walk = 4.4 if kerbside else 0.9 if old else 2.7
    near, far = min(view.eye[1] - 6, -12.0), 118.0
    road = paving(site, colour="#6f6a63", slab=(0.2, 0.11), wet=site.wet) if cobbled else asphalt(site.wet)
    flat(site, "road", -lane, lane, near, far, z, slush(lane) if site.snowed else ground_of(site, road))
    slabs = trodden_snow() if site.snowed else paving(site, wet=site.wet)
    kerb = Mesher()
    for s in (-1, 1):
        a, b = sorted((s * (lane + 0.15), s * (lane + walk + 0.5)))
        flat(site, "pavement", a, b, near, far, z + 0.12, slabs)
        y = near
        while y < far:
            a, b = sorted((s * lane, s * (lane + 0.15)))
            kerb.soft(a, b, y, y + 0.99, z - 0.1, z + 0.125, 0.015, steps=1)
            y += 1.0
    site.add(kerb.object("kerb", paving(site, colour="#8f8b84", slab=(1.0, 3.0), wet=site.wet)))
    fronts = Fronts(site)
    for s in (-1, 1):
        row(fronts, s * (lane + walk), near - 2, far, z, s, style, shops=0.45 if old else 0.75)
    x = -(lane + walk + 6)
    while x < lane + walk + 6:
        width = rng.uniform(7, 10)
        house(fronts, x, far + 6, z, 0.0, width, style, storeys=style.storeys[1])
        x += width
    fronts.finish()
    if not cobbled and not site.snowed:
        markings(site, near, far, z)
    lamps(site, lane + 0.45, z, style_named(site))
    start = plan.back_y + max(4.0, 1.5 * site.extent)
    if site.has("market"):
        stalls(site, lane - 1.3, z, plan.back_y + 1.4)
    elif not site.has("empty") and not old:
        cars(site, lane - 1.0, z, start)
    if site.has("trees") or (style.balconies > 0.5 and not cobbled):
        street_trees(site, lane + 0.9, z, start)
    if site.has("string_lights"):
        garland(site, lane + walk, z)
    site.dressing.lit_all_over = not site.has("market", "string_lights")
    if plan.hung:
        bracket(site, lane + walk)
    if kerbside:
        side = -1 if view.eye[0] > 0.3 else 1  # the houses on the side away from the lens
        aside(site, -side * (lane + 0.45 + site.extent), -0.12)
    if plan.table:
        raise_surface(site)


def on_pavement(site: Site) -> bool:
    """True where what is in the picture stands on the pavement, near the kerb: nobody puts a hydrant or a suitcase on the carriageway."""
    if site.plan.table or site.plan.hung or not site.things or site.extent > 1.6 or site.has("road", "carriageway", "market"):
        return False
    return not any(Tag.DRIVEN in thing(kind).tags or Tag.VEHICLE in thing(kind).tags for kind in site.things)


def aside(site: Site, x: float, z: float = 0.0) -> None:
    """All that was built, moved by `x` and `z` metres."""
    for o in site.dressing.objects:
        if o.parent is None:
            o.location.x += x
            o.location.z += z
    site.dressing.practicals = [replace(p, x=p.x + x, z=p.z + z) for p in site.dressing.practicals]


def bracket(site: Site, front: float) -> None:
    """The street moved aside, so that a sign that hangs over it juts out from the right-hand houses on a bracket, the road running on beside it."""
    low, high, y, top = site.plan.hung
    wall = high + 1.7  # clear of the awnings between
    aside(site, wall - front)
    arm = Mesher()
    for z in (top + 0.09, top - 0.16):
        arm.tube([(wall + 0.05, y + 0.03, z), (high - 0.02 if z < top else low + 0.1, y + 0.03, z)], 0.022, sides=8)
    arm.tube([(wall + 0.05, y + 0.03, top + 0.75), (low + (high - low) * 0.4, y + 0.03, top + 0.09)], 0.012, sides=6)
    for z in (top + 0.75, top + 0.09, top - 0.16):
        arm.soft(wall - 0.01, wall + 0.03, y - 0.06, y + 0.12, z - 0.09, z + 0.09, 0.01)
    for x in (low + 0.15, high - 0.15):
        arm.tube([(x, y + 0.02, top - 0.02), (x, y + 0.03, top + 0.09)], 0.012, sides=6)
    site.add(arm.object("bracket", plain("#17191a", 0.5), smooth=True))


def style_named(site: Site) -> str:
    return "lantern" if site.has("paris", "london", "vintage", "cobbles", "cobblestones") else "modern"


def markings(site: Site, near: float, far: float, z: float) -> None:
    """Worn white dashes on the middle of the road, beyond the subjects."""
    paint = Mesher()
    y = site.plan.back_y + 2.5
    while y < far:
        paint.box(-0.06, 0.06, y, y + 2.2, z, z + 0.004)
        y += 5.5
    site.add(paint.object("markings", plain("#b9b5aa", 0.7, bump=0.002)))


def lamps(site: Site, x: float, z: float, kind: str) -> None:
    """Street lamps along both kerbs; lit when it is dark."""
    y = site.plan.back_y + 2.0 + 2 * site.extent
    k = 0
    while y < 95:
        s = -1 if k % 2 else 1
        if kind == "lantern":
            lantern(site, s * x, y, z + 0.12, height=3.9)
        else:
            post = Mesher()
            post.tube([(s * x, y, z), (s * x, y, z + 6.4), (s * (x - 0.3), y, z + 7.0), (s * (x - 1.5), y, z + 7.25)], [0.07, 0.05, 0.045, 0.035], sides=8)
            post.soft(s * (x - 2.1), s * (x - 1.4), y - 0.13, y + 0.13, z + 7.2, z + 7.3, 0.03)
            site.add(post.object("lamp post", plain("#2b3033", 0.45), smooth=True))
            if site.dark:
                head = Mesher()
                head.soft(s * (x - 2.05), s * (x - 1.5), y - 0.1, y + 0.1, z + 7.16, z + 7.2, 0.01)
                site.add(head.object("lamp", site.glow(glowing("#ffb76b", 40.0), "practical"), smooth=True))
                if k < 8:
                    site.lamp(s * (x - 1.75), y, z + 7.1, radius=0.25, kelvin=2500, watts=140.0, kind="street_lamp")
        y += 8.5 + k * 0.7
        k += 1


def street_trees(site: Site, x: float, z: float, start: float) -> None:
    season = site.environment.get("season") or "summer"
    leaves = plants.LEAVES[season]
    kinds = [plants.broadleaf(site.seed + k, height=8.5, leaves=0 if season == "winter" else 7000, colour=leaves[k % len(leaves)], leaf=0.22, trunk=0.16, bare=0.3, spread=0.38) for k in range(2)]
    ys = np.arange(start + 2, 100, 9.0)
    points = np.array([(s * x, y, z + 0.12) for y in ys for s in (-1, 1)])
    scatter(site, kinds, points, np.random.default_rng(4).uniform(0.85, 1.1, len(points)), salt=5, tilt=0.03, name="trees")


def garland(site: Site, x: float, z: float) -> None:
    """Strings of bulbs across the street."""
    glow = site.glow(glowing("#ffc070", 25.0), "practical")
    wire = Mesher()
    bulbs = Mesher()
    for y in np.arange(site.plan.back_y + 3, 60, 4.5):
        u = np.linspace(-1, 1, 21)
        path = np.stack([u * x, np.full(21, y), z + 4.6 - 0.9 * (1 - u**2)], axis=1)
        wire.tube(path, 0.008, sides=4)
        for p in path[1:-1]:
            bulbs.soft(p[0] - 0.035, p[0] + 0.035, p[1] - 0.035, p[1] + 0.035, p[2] - 0.1, p[2] - 0.02, 0.033, steps=2)
    site.add(wire.object("wires", plain("#111111", 0.7)), bulbs.object("bulbs", glow, smooth=True))


@setting("shop_front")
def shop_front(site: Site) -> None:
    """A shop seen square on from the pavement."""
    if site.plan.shape == "sill":
        shop_window(site)
        return
    plan, rng = site.plan, site.rng
    z, style = plan.floor_z, style_of(site)
    y = plan.wall_y if plan.wall_y is not None else plan.back_y + 1.2
    near = min(site.view.eye[1] - 4, -10.0)
    slabs = paving(site, wet=site.wet)
    flat(site, "pavement", -20, 20, max(near, -6.0), y + 0.4, z, ground_of(site, slabs))
    if near < -6.0:
        flat(site, "road", -20, 20, near, -6.0, z - 0.12, asphalt(site.wet))
    fronts = Fronts(site)
    left, right = -3.6, 3.6
    house(fronts, left, y, z, 0.0, right - left, style, shop=True, open_shop=True, signed=plan.hung is not None)
    if trade := trade_of(site):
        traded(site, 3.5, y + 0.3, z, z + 3.1, trade)
    else:
        shop_room(site, y + 0.36, z)
    for _ in range(2):
        w = rng.uniform(6, 9)
        house(fronts, left - w, y, z, 0.0, w, style, shop=True)
        left -= w
        w = rng.uniform(6, 9)
        house(fronts, right, y, z, 0.0, w, style, shop=True)
        right += w
    fronts.finish()
    if site.dark:
        for k in (-2.0, 0.0, 2.0):
            site.lamp(k, y - 0.5, z + 2.6, radius=0.4, kelvin=2900, watts=25.0, kind="lamp")
    for s in (-1, 1):
        tub(site, s * (plan.half_x * 0.8 + 0.5), y - 0.35, z)
    if plan.table:
        raise_surface(site)


def shop_room(site: Site, y: float, z: float) -> None:
    """The lit room behind the shop's panes: shelves of wares, a table with a display, hanging lamps, a plank floor."""
    rng, deep, tall = site.rng, 3.2, 3.1
    shell, boards_m = Mesher(), Mesher()
    for x0, x1, y0, y1 in ((-3.6, -3.5, y, y + deep), (3.5, 3.6, y, y + deep), (-3.6, 3.6, y + deep, y + deep + 0.1)):
        shell.box(x0, x1, y0, y1, z, z + tall)
    shell.box(-3.6, 3.6, y, y + deep, z + tall, z + tall + 0.1)
    flat(site, "shop floor", -3.6, 3.6, y - 0.1, y + deep, z + 0.12, boards("wood"))
    for h in (0.5, 0.98, 1.46, 1.94):
        boards_m.soft(-3.3, 3.3, y + deep - 0.34, y + deep, z + h, z + h + 0.03, 0.003, steps=1)
        u = -3.2
        while u < 3.2:
            if rng.random() < 0.3:
                w = rng.uniform(0.3, 0.6)
                covers = Mesher()
                furniture.books(site, covers, u, min(u + w, 3.25), y + deep - 0.28, z + h + 0.03, 0.34)
                if covers:
                    site.add(covers.object("books", plain("#ffffff", 0.6, tinted=True)))
                u += w + 0.08
            else:
                ware(site, u, y + deep - 0.18, z + h + 0.03)
                u += rng.uniform(0.15, 0.26)
    boards_m.soft(-2.8, 1.1, y + 0.25, y + 0.85, z + 0.72, z + 0.76, 0.004)
    for x in (-2.7, 0.95):
        for yy in (y + 0.3, y + 0.74):
            boards_m.box(x, x + 0.06, yy, yy + 0.06, z, z + 0.72)
    u = -2.65
    while u < 1.0:
        ware(site, u, y + rng.uniform(0.4, 0.7), z + 0.76)
        u += rng.uniform(0.2, 0.36)
    furniture.plant(site, -3.0, y + 0.45, z + 0.12, height=1.5)
    site.add(shell.object("shop walls", wall("#d6c8b0")), boards_m.object("shop shelves", standard("oak", size=3.0), smooth=True))
    for x in (-2.1, -0.4, 1.3, 2.7):
        furniture.pendant(site, x, y + 1.1, z + 2.35, z + tall, radius=0.14, on=True)
        site.lamp(x, y + 1.5, z + 2.2, radius=0.15, kelvin=2800 if site.dark else 3500, watts=60.0 if site.dark else 160.0)


def tub(site: Site, x: float, y: float, z: float) -> None:
    """A clipped bay tree in a tub."""
    site.add(lathe([(0, 0), (0.17, 0), (0.21, 0.36), (0.19, 0.36), (0.18, 0.32), (0, 0.32)], (x, y, z), plain("#3a3d3e", 0.6)))
    trunk = Mesher()
    trunk.tube([(x, y, z + 0.3), (x, y, z + 1.0)], 0.02)
    made = plants.bush(site.seed, size=0.55, leaves=2600, leaf=0.045, colour="#3c5f30")
    made.location = (x, y, z + 0.85)
    site.add(trunk.object("stem", plants.barks("#5b4c3d")), made)


# SPDX-License-Identifier: GPL-3.0-or-later
"""Level grounds with lines on them: courts and pitches with their goals and stands, a car park, a swimming pool and its deck."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.materials import Look, material
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import lawn
from diorama_stage.sets.country.jungle import palm
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.scatter import generator, keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.gym_fittings import hoop
from diorama_stage.sets.town.facades import Fronts, house, style_of
from diorama_stage.sets.town.skyline import blocks
from diorama_stage.sets.town.street import flat
from diorama_stage.sets.town.traffic import MODELS, PAINTS, model, stand
from diorama_stage.sets.town.walls import asphalt, paving
from diorama_stage.sets.works import Works, clear_of

Line = tuple[float, float, float, float]
"""x0, y0, x1, y1 on the ground."""


@dataclass(frozen=True)
class Field:
    """A ground for a game: its colours and its lines about the subjects, goals at `goal` metres behind them."""

    surface: str
    colour: str
    beyond: str | None
    lines: tuple[Line, ...]
    rings: tuple[tuple[float, float, float, float, float], ...] = ()
    """x, y, radius, from and to in turns."""
    goal: float = 9.0
    wide: float = 0.06
    line: str = "#eceae2"


def _box(x: float, y0: float, y1: float) -> tuple[Line, ...]:
    return ((-x, y0, -x, y1), (x, y0, x, y1), (-x, y1, x, y1))


FIELDS = {
    "basketball": Field(
        "hard",
        "#9c4a33",
        "#3b6a58",
        (*_box(7.5, -20, 7.0), *_box(2.45, 1.2, 7.0), (-2.45, 1.2, 2.45, 1.2)),
        ((0, 1.2, 1.8, 0.5, 1.0), (0, 5.4, 6.4, 0.5, 1.0)),
        goal=5.8,
    ),
    "tennis": Field(
        "hard", "#2f5f8f", "#3f7a52", (*_box(5.5, -18, 17), *_box(4.1, -18, 17), (0, 5.2, 0, 11.5), (-4.1, 11.5, 4.1, 11.5), (-4.1, -1.2, 4.1, -1.2)), goal=5.2
    ),
    "football": Field(
        "turf",
        "#4a7a34",
        None,
        (*_box(34, -70, 18), *_box(20.2, 1.5, 18), (-20.2, 1.5, 20.2, 1.5), *_box(9.2, 12.5, 18), (-9.2, 12.5, 9.2, 12.5)),
        ((0, 7, 9.1, 0.58, 0.92),),
        goal=18.0,
        wide=0.12,
    ),
    "athletics": Field("hard", "#a8452f", "#4a7a34", tuple((x, -40, x, 90) for x in np.arange(-4.27, 4.3, 1.22)), goal=0.0),
}


def game_of(site: Site) -> str:
    return next((game for game in FIELDS if site.has(game)), "football")


@setting("sports_field")
def sports_field(site: Site) -> None:
    """A court or pitch with its lines, what stands on it, and stands of seats or trees and a fence round it."""
    plan, game = site.plan, game_of(site)
    field = FIELDS[game]
    z, start = plan.floor_z, plan.back_y
    turf = field.surface == "turf"
    ground(site, lambda x, y: np.full(np.shape(x), z - 0.03), mown("#4f7236"), far=900, rings=140, columns=120)
    half, near, far = (40.0 if turf else 11.0), min(site.view.eye[1] - 20, -30.0), start + (24.0 if turf else field.goal + 9)
    flat(site, "field", -half, half, near, far, z, mown(field.colour, stripes=True) if turf else hard(field.beyond or field.colour, site.wet))
    if not turf:
        side = max(abs(x) for line in field.lines for x in line[::2]) + 0.06
        deep = max(line[3] for line in field.lines) + start
        flat(site, "court", -side, side, near, min(deep, far), z + 0.004, hard(field.colour, site.wet))
    marks(site, field, start, z + 0.008)
    if turf:
        lawn(site, lambda x, y: np.full(np.shape(x), z), field.colour, tall=0.035, count=9000, far=26, salt=14, count_tuft=50)
    goals(site, game, start + field.goal, z)
    if site.has("stadium") or game == "athletics":
        stands(site, start + (26 if turf else 14 if game != "athletics" else 34), z, half + 4)
    else:
        fence(site, far, half, z)
        trees(site, far + 6, z)
        blocks(site, z, near=120, far=420, rise=16, count=40, salt=7)
    if plan.table:
        raise_surface(site)


def marks(site: Site, field: Field, start: float, z: float) -> None:
    """The lines, painted: worn here and there."""
    m, w = Mesher(), field.wide / 2
    for x0, y0, x1, y1 in field.lines:
        m.box(min(x0, x1) - w, max(x0, x1) + w, min(y0, y1) + start - w, max(y0, y1) + start + w, z - 0.003, z)
    for x, y, r, a, b in field.rings:
        t = np.linspace(2 * np.pi * a, 2 * np.pi * b, 90)
        rim = [np.stack([x + q * np.cos(t), y + start + q * np.sin(t), np.full(90, z)], axis=1) for q in (r - w, r + w)]
        m.add(np.concatenate(rim), np.array([(k, k + 90, k + 91, k + 1) for k in range(89)]))
    t = Tree("painted line")
    worn = t.math("MULTIPLY", t.span(t.noise(18, detail=7, roughness=0.75), 0.5, 0.66), 0.55)
    t.surface(t.principled(t.mix(worn, field.line, field.colour), 0.7))
    site.add(m.object("lines", t.material))


def hard(colour: str, wet: float) -> bpy.types.Material:
    """An acrylic court: grain, scuffs, stains, hair cracks."""
    t = Tree("court")
    grain, broad = t.noise(160, detail=4, roughness=0.7), t.noise(0.5, detail=7, roughness=0.62)
    tone = t.mix(t.span(broad, 0.42, 0.68, 0.0, 0.5), colour, t.mix(0.5, colour, "#b9b2a4"))
    tone = t.mix(t.span(t.noise(1.7, detail=8), 0.55, 0.75, 0.0, 0.5), tone, t.mix(0.6, colour, "#2a2622"))
    tone = t.mix(0.25, tone, t.ramp(grain, [(0.3, "#202020"), (0.7, "#e0e0e0")]), blend="SOFT_LIGHT")
    warped = t.node("Mix", {0: 0.15, 4: t.position(), 5: t.noise(2.5, detail=6, out="Color")}, data_type="VECTOR").outputs[1]
    crack = t.span(t.cells(0.28, feature="DISTANCE_TO_EDGE", vector=warped), 0.006, 0.001)
    tone = t.mix(t.math("MULTIPLY", crack, t.span(t.noise(0.4), 0.45, 0.6)), tone, "#1f1c1a")
    return t.surface(t.principled(tone, 0.85 - 0.5 * min(wet, 1.0), normal=t.bump(grain, 0.002)))


def mown(colour: str, *, stripes: bool = False) -> bpy.types.Material:
    """Turf: blades, bald and yellow patches, mown in lighter and darker bands."""
    t = Tree("mown turf")
    fine, patch = t.noise(55, detail=6, roughness=0.75), t.noise(0.35, detail=7, roughness=0.6)
    tone = t.mix(t.span(patch, 0.52, 0.74, 0.0, 0.6), colour, "#8a8348")
    if stripes:
        _, y, _ = t.xyz(t.position())
        band = t.math("GREATER_THAN", t.math("FRACT", t.math("MULTIPLY", y, 0.09)), 0.5)
        tone = t.mix(t.math("MULTIPLY", band, 0.28), tone, t.mix(1.0, tone, "#dfe8c0", blend="MULTIPLY"))
    tone = t.mix(0.6, tone, t.ramp(fine, [(0.3, "#22300f"), (0.7, "#b9c480")]), blend="OVERLAY")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(fine, 0.02), Specular_IOR_Level=0.1))


def goals(site: Site, game: str, y: float, z: float) -> None:
    """What the game is played at: a goal with its net, a basket on a post, a net across."""
    w = Works(
        site,
        goal=lambda: plain("#eeeeea", 0.35),
        net=lambda: plain("#e4e4de", 0.8),
        backboard=lambda: plain("#eceae4", 0.35),
        hoop=lambda: plain("#d9531e", 0.4),
        post=lambda: plain("#2f3538", 0.5, metal=0.4),
    )
    if game == "football" and "goal" not in site.things:
        soccer_goal(w.at(0.0, y, z))
    elif game == "basketball":
        hoop(site, w, 0.0, y, z)
        w.post.tube([(0, 1.4, 0.0), (0, 1.4, 2.7), (0, 0.05, 3.3)], 0.08, sides=12)
    elif game == "tennis":
        w.at(0.0, y, z)
        for s in (-6.4, 6.4):
            w.post.tube([(s, 0, 0), (s, 0, 1.07)], 0.04, sides=10)
        sag = lambda x: 0.914 + 0.156 * (x / 6.4) ** 2  # noqa: E731
        for x in np.arange(-6.4, 6.35, 0.09):
            w.post.tube([(x, 0, 0.03), (x, 0, sag(x))], 0.0025, sides=3)
        for f in np.linspace(0.05, 0.95, 16):
            w.post.tube([(-6.4, 0, f * sag(-6.4)), (0, 0, f * sag(0)), (6.4, 0, f * sag(6.4))], 0.0025, sides=3)
        w.goal.tube([(-6.4, 0, sag(-6.4)), (-3, 0, sag(-3)), (0, 0, sag(0)), (3, 0, sag(3)), (6.4, 0, sag(6.4))], 0.03, sides=6)
        w.goal.box(-0.03, 0.03, -0.01, 0.01, 0, 0.9)
    w.finish(smooth=frozenset(("goal", "hoop")))


def soccer_goal(w: Works) -> None:
    """7.32 by 2.44 m, its net on stays behind."""
    a, h, d = 3.66, 2.44, 1.9
    w.goal.tube([(-a, 0, 0), (-a, 0, h), (a, 0, h), (a, 0, 0)], 0.06, sides=12)
    for s in (-a, a):
        w.goal.tube([(s, 0, h), (s, 0.9, h), (s, d, 0)], 0.025, sides=6)
    for x in np.arange(-a, a + 0.01, 0.2):
        w.net.tube([(x, 0, h), (x, 0.9, h - 0.03), (x, d, 0)], 0.006, sides=3)
    for f in np.linspace(0, 1, 14):
        w.net.tube([(-a, 0.9 + (d - 0.9) * f, h * (1 - f)), (a, 0.9 + (d - 0.9) * f, h * (1 - f))], 0.006, sides=3)
        for s in (-a, a):
            w.net.tube([(s, 0, h * (1 - f)), (s, 0.9 + (d - 0.9) * f, h * (1 - f))], 0.006, sides=3)


def stands(site: Site, y0: float, z: float, half: float) -> None:
    """Tiers of seats behind and at both sides, people in most of them, a roof on pillars, floodlights."""
    rng = generator(site, 91)
    w = Works(
        site,
        terraces=lambda: plain("#8f9196", 0.8, bump=0.002),
        seats=lambda: plain("#ffffff", 0.5, tinted=True),
        crowd=lambda: plain("#ffffff", 0.8, tinted=True),
        roof=lambda: plain("#d7dadb", 0.4, metal=0.3),
        boards=lambda: plain("#ffffff", 0.4, tinted=True),
        floodlights=lambda: site.glow(_flood(), "practical"),
    )
    hue = np.array(linear(("#1f4f9e", "#b3261e", "#2f7a4a")[site.seed % 3])[:3])
    for x, y, turn, long in ((0.0, y0, 0.0, half + 14), (-half, y0 - 34, 90.0, 40.0), (half, y0 - 34, -90.0, 40.0)):
        w.at(x, y, z, turn)
        for k in range(0, int(2 * long / 4)):
            tone = linear(("#e8e4da", "#1f4f9e", "#c9302c", "#e0b01b", "#2f7a4a")[int(rng.integers(5))])[:3]
            w.boards.box(-long + 4 * k, -long + 4 * k + 3.95, -1.2, -1.1, 0.0, 0.9, tint=tone)
        for row in range(17):
            b, h = 0.85 * row, 1.0 + 0.46 * row
            w.terraces.box(-long, long, b, b + 0.86, 0.0, h)
            n = int(2 * long / 0.62)
            for k in range(n):
                u = -long + 0.62 * k + 0.3
                w.seats.box(u - 0.22, u + 0.22, b + 0.45, b + 0.52, h + 0.3, h + 0.75, tint=hue)
                if rng.random() < 0.78:
                    tone, s = rng.random(3) * rng.uniform(0.15, 0.9), rng.uniform(0.9, 1.08)
                    w.crowd.soft(u - 0.2 * s, u + 0.2 * s, b + 0.2, b + 0.46, h + 0.35, h + 0.95 * s, 0.09, steps=1, tint=tone)
                    w.crowd.soft(u - 0.09, u + 0.09, b + 0.24, b + 0.42, h + 0.97 * s, h + 1.2 * s, 0.08, steps=1, tint=(0.5, 0.33, 0.24))
        w.roof.box(-long, long, 3.0, 17.0, 12.6, 12.9)
        for k in np.arange(-long, long + 1, 9.0):
            w.roof.tube([(k, 15.2, 0.0), (k, 15.2, 12.6)], 0.22, sides=8)
        for k in (-0.7, 0.0, 0.7):
            w.floodlights.box(long * k - 2.2, long * k + 2.2, 2.9, 2.98, 12.1, 12.5)
    w.finish()


def _flood():
    t = Tree("floodlight")
    return t.surface(t.emission("#f4f7ff", 14.0))


def fence(site: Site, y: float, half: float, z: float) -> None:
    """Wire mesh on posts behind the court and along its sides."""
    posts, wire = Mesher(), Mesher()
    runs = [((-half, y), (half, y)), ((-half, y), (-half, y - 40)), ((half, y), (half, y - 40))]
    for (x0, y0), (x1, y1) in runs:
        n = max(2, int(np.hypot(x1 - x0, y1 - y0) / 2.6))
        for k in range(n + 1):
            x, yy = x0 + (x1 - x0) * k / n, y0 + (y1 - y0) * k / n
            posts.tube([(x, yy, z), (x, yy, z + 3.0)], 0.03, sides=6)
        wire.quad((x0, y0, z), (x1, y1, z), (x1, y1, z + 3.0), (x0, y0, z + 3.0))
    t = Tree("wire mesh")
    x, yy, h = t.xyz(t.position())
    u = t.math("ADD", x, yy)
    cross = [t.math("LESS_THAN", t.math("FRACT", t.math("MULTIPLY", t.math(op, u, h), 11.0)), 0.1) for op in ("ADD", "SUBTRACT")]
    there = t.math("MAXIMUM", *cross)
    t.surface(t.blend(there, t.node("BsdfTransparent", {0: "#ffffff"}).outputs[0], t.principled("#3f5a4c", 0.5)))
    site.add(posts.object("fence posts", plain("#3c4a44", 0.5)), wire.object("fence", t.material))


def trees(site: Site, y: float, z: float, half: float = 46.0) -> None:
    season = site.environment.get("season") or "summer"
    leaves = plants.LEAVES[season]
    kinds = [
        plants.broadleaf(
            site.seed + k, height=11, leaves=0 if season == "winter" else 7000, colour=leaves[k % len(leaves)], leaf=0.28, trunk=0.26, bare=0.2, spread=0.46
        )
        for k in range(3)
    ]
    rng = generator(site, 17)
    points = np.array([(x + rng.normal(0, 1.2), y + rng.uniform(0, 9), z) for x in np.arange(-half, half, 5.2)])
    scatter(site, kinds, points, rng.uniform(0.7, 1.25, len(points)), salt=17, tilt=0.03, name="trees")


@setting("parking_lot")
def parking_lot(site: Site) -> None:
    """Worn asphalt with painted bays, rows of parked cars, lamps, islands with trees, shops and blocks behind."""
    plan, rng = site.plan, site.rng
    z = plan.floor_z
    near, start = min(site.view.eye[1] - 20, -30.0), plan.back_y + 4.0 + site.extent
    flat(site, "asphalt", -160, 160, near - 60, start + 95, z, asphalt(site.wet, colour="#4d4b48"))
    lines = Mesher()
    rows = [start + 2.5 + 15.5 * k for k in range(4)]
    for row, y in enumerate([0.0, *rows]):
        span = 2.7 if row else max(2.7, 2.1 * min(plan.half_x, 1.6) + 0.3)
        for k in range(-16, 17):
            x = (k + 0.5) * span
            lines.box(x - 0.05, x + 0.05, y - 2.6, y + 2.6, z + 0.002, z + 0.005)
    t = Tree("bay line")
    worn = t.span(t.noise(9, detail=8, roughness=0.75), 0.44, 0.6)
    t.surface(t.principled(t.mix(worn, "#d3d0c6", "#5a5753"), 0.75))
    site.add(lines.object("bays", t.material))
    _park(site, [model(shape, site.seed + k) for k, shape in enumerate(MODELS)], rows, z)
    for k, y in enumerate(rows[:-1]):
        for x in (-17.5 + 3 * k, 15.0 + 2 * k):
            lamp_post(site, x, y + 7.6, z)
    fronts, x = Fronts(site), -70.0
    style = style_of(site)
    while x < 70:
        width = rng.uniform(8, 13)
        house(fronts, x, start + 78, z, 0.0, width, style, shop=True, storeys=rng.randint(1, 3))
        x += width
    fronts.finish()
    trees(site, start + 66, z, 60)
    if plan.table:
        raise_surface(site)


def _park(site: Site, models: list, rows: Iterable[float], z: float) -> None:
    """Cars in most bays, nose in or out, none where the subjects and the sight line are."""
    for y in rows:
        for k in range(-11, 12):
            x = 2.7 * k
            if site.rng.random() < 0.62 and keep_clear(site, np.array([[x, y]]), 2.8)[0]:
                stand(
                    site,
                    site.rng.choice(models),
                    x + site.rng.uniform(-0.2, 0.2),
                    y + site.rng.uniform(-0.3, 0.3),
                    z,
                    90.0 * (1 if site.rng.random() < 0.7 else -1),
                    {"paint": material(Look("paint", (site.rng.choice(PAINTS),), size=4.5))},
                )


def lamp_post(site: Site, x: float, y: float, z: float) -> None:
    if not keep_clear(site, np.array([[x, y]]), 1.0)[0]:
        return
    post = Mesher()
    post.tube([(x, y, z), (x, y, z + 7.5)], 0.09, sides=10)
    post.soft(x - 1.1, x + 1.1, y - 0.12, y + 0.12, z + 7.45, z + 7.58, 0.03)
    post.box(x - 0.3, x + 0.3, y - 0.3, y + 0.3, z, z + 0.7)
    site.add(post.object("lamp post", plain("#53585a", 0.5, metal=0.4), smooth=False))
    if site.dark:
        site.lamp(x, y, z + 7.3, radius=0.3, kelvin=3600, watts=160.0, kind="street_lamp")


@setting("pool")
def pool(site: Site) -> None:
    """A swimming pool: clear water over blue tiles, a pale deck, loungers and parasols, a hedge and palms behind. What floats is on the water."""
    plan = site.plan
    afloat = plan.shape == "water"
    z = (plan.water_z or 0.0) + 0.14 if afloat else plan.floor_z
    level = z - 0.14
    edge = site.view.eye[1] - 3.0 if afloat else plan.back_y + 0.35
    half, long = max(6.5, 1.4 * site.extent), 15.0
    far = edge + long + (site.extent if afloat else 0)
    basin(site, -half, half, edge, far, z, level)
    deck = paving(site, colour="#c9c0b0", slab=(0.6, 0.6), wet=0.15)
    near = min(site.view.eye[1] - 6, edge - 6)
    for name, (x0, x1, y0, y1) in {
        "deck": (-40, 40, near, edge),
        "far deck": (-40, 40, far, far + 5),
        "left deck": (-40, -half, edge, far),
        "right deck": (half, 40, edge, far),
    }.items():
        flat(site, name, x0, x1, y0, y1, z, deck)
    coping = Mesher()
    for x0, x1, y0, y1 in (
        (-half - 0.3, half + 0.3, edge - 0.3, edge + 0.03),
        (-half - 0.3, half + 0.3, far - 0.03, far + 0.3),
        (-half - 0.3, -half + 0.03, edge, far),
        (half - 0.03, half + 0.3, edge, far),
    ):
        coping.soft(x0, x1, y0, y1, z - 0.05, z + 0.025, 0.012)
    site.add(coping.object("coping", standard("stone", "#ddd6c8", size=2.0)))
    ladder(site, half, edge, far, z)
    loungers(site, half, far, z)
    dug = lambda x, y: (np.abs(x) < half + 1.0) & (y > edge - 1.0) & (y < far + 1.0)  # noqa: E731
    ground(site, lambda x, y: np.where(dug(x, y), z - 3.0, z - 0.06), mown("#557a3a"), far=400, rings=160, columns=120)
    hedge_and_palms(site, far + 5.5, z)
    if plan.table:
        raise_surface(site)


def basin(site: Site, x0: float, x1: float, y0: float, y1: float, z: float, level: float) -> None:
    """Tiled floor and walls, lane lines on the floor, the water over them."""
    w = Works(site, pool_tiles=pool_tiles, lane_lines=lambda: plain("#14305a", 0.3))
    deep = level - 1.5
    w.pool_tiles.quad((x0, y0, deep), (x1, y0, deep), (x1, y1, deep), (x0, y1, deep))
    w.pool_tiles.quad((x0, y1, deep), (x1, y1, deep), (x1, y1, z), (x0, y1, z))
    w.pool_tiles.quad((x1, y0, deep), (x0, y0, deep), (x0, y0, z), (x1, y0, z))
    w.pool_tiles.quad((x0, y0, deep), (x0, y1, deep), (x0, y1, z), (x0, y0, z))
    w.pool_tiles.quad((x1, y1, deep), (x1, y0, deep), (x1, y0, z), (x1, y1, z))
    for x in np.arange(x0 + 2.2, x1 - 1, 2.4):
        w.lane_lines.box(x - 0.12, x + 0.12, y0 + 1, y1 - 1, deep, deep + 0.004)
    w.finish()
    site.add(mesh("water", [(x0, y0, level), (x1, y0, level), (x1, y1, level), (x0, y1, level)], [(0, 1, 2, 3)], material=clear_water()))


def pool_tiles() -> bpy.types.Material:
    """Small blue tiles of slightly different tones, and the net of light that the surface throws on them."""
    t = Tree("pool tiles")
    x, y, z = t.xyz(t.position())
    node = t.node(
        "TexBrick",
        {
            "Vector": t.combine(x, t.math("ADD", y, z), 0.0),
            "Scale": 1.0,
            "Mortar Size": 0.006,
            "Brick Width": 0.15,
            "Row Height": 0.15,
            "Color1": "#6fc0d8",
            "Color2": "#4fa6c9",
            "Mortar": "#c6e4ea",
        },
        offset=0.0,
    )
    bent = t.node("Mix", {0: 0.35, 4: t.position(), 5: t.noise(1.1, detail=2, out="Color")}, data_type="VECTOR").outputs[1]
    net = t.cells(1.5, feature="DISTANCE_TO_EDGE", vector=t.scaled(bent, (1, 1, 0)))
    light = t.span(net, 0.09, 0.0)
    return t.surface(t.principled(t.mix(t.math("MULTIPLY", light, 0.55), node.outputs[0], "#f4ffff"), 0.35))


def clear_water() -> bpy.types.Material:
    """Clear water: lets light through with a blue tinge, mirrors by Fresnel, ripples softly."""
    t = Tree("pool water")
    p = t.position()
    height = t.math("ADD", t.noise(1.4, detail=3, vector=t.scaled(p, (1, 1.4, 1))), t.math("MULTIPLY", t.noise(4.5, detail=2), 0.3))
    normal = t.node("Bump", {"Strength": 1.0, "Distance": 0.02, "Height": height}).outputs[0]
    bent = t.node("BsdfRefraction", {"Color": "#dff6fa", "Roughness": 0.0, "IOR": 1.1, "Normal": normal}).outputs[0]
    through = t.blend(t.node("LightPath").outputs["Is Shadow Ray"], bent, t.node("BsdfTransparent", {0: "#e6f8fb"}).outputs[0])
    gloss = t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": 0.01, "Normal": normal}).outputs[0]
    return t.surface(t.blend(t.node("Fresnel", {0: 1.33, 1: normal}).outputs[0], through, gloss))


def ladder(site: Site, half: float, edge: float, far: float, z: float) -> None:
    """Steel rails bent over the edge at the side."""
    rails = Mesher()
    x, y = (half if site.seed % 2 else -half), min(edge + 4.0, far - 2)
    s = -np.sign(x)
    for yy in (y - 0.25, y + 0.25):
        rails.tube(
            [(x - s * 0.55, yy, z), (x - s * 0.5, yy, z + 0.65), (x - s * 0.2, yy, z + 0.85), (x + s * 0.1, yy, z + 0.6), (x + s * 0.12, yy, z - 1.2)],
            0.022,
            sides=10,
        )
    for h in (-0.35, -0.65, -0.95):
        rails.tube([(x + s * 0.12, y - 0.25, z + h), (x + s * 0.12, y + 0.25, z + h)], 0.022, sides=8)
    site.add(rails.object("pool ladder", plain("#c9ced0", 0.15, metal=1.0), smooth=True))


def loungers(site: Site, half: float, far: float, z: float) -> None:
    """Loungers in twos under parasols on the far deck and at the sides."""
    w = Works(
        site,
        loungers=lambda: plain("#efece4", 0.6),
        cushions=lambda: plain("#ffffff", 0.9, tinted=True, bump=0.001),
        parasols=lambda: plain("#ffffff", 0.9, tinted=True),
        poles=lambda: standard("oak", size=1.0),
    )
    spots = [(x, far + 1.9, 0.0) for x in (-8.4, -4.2, 0.0, 4.2, 8.4)] + [(s * (half + 1.9), far - y, -90.0 * s) for s in (-1, 1) for y in (3.0, 7.0)]
    hues = [linear(c)[:3] for c in ("#2f7fa6", "#e6e0d2", "#d9a441", "#c9573f")]
    for k, (x, y, turn) in enumerate(clear_of(site, spots, 0.8)):
        w.at(x, y, z, turn)
        for a in (-0.75, 0.75):
            w.loungers.soft(a - 0.33, a + 0.33, -1.0, 0.45, 0.28, 0.33, 0.02)
            w.cushions.soft(a - 0.31, a + 0.31, -0.98, 0.42, 0.33, 0.4, 0.03, steps=3, tint=hues[k % 4])
            w.cushions.add([(a - 0.31, 0.42, 0.36), (a + 0.31, 0.42, 0.36), (a + 0.31, 0.95, 0.82), (a - 0.31, 0.95, 0.82)], [(0, 1, 2, 3)], tint=hues[k % 4])
            for sx in (-0.28, 0.28):
                for sy in (-0.9, 0.4):
                    w.loungers.box(a + sx - 0.02, a + sx + 0.02, sy - 0.02, sy + 0.02, 0.0, 0.3)
        w.poles.tube([(0, 0.5, 0), (0, 0.5, 2.45)], 0.025, sides=8)
        for j in range(8):
            p, q = 2 * np.pi * j / 8, 2 * np.pi * (j + 1) / 8
            w.parasols.add(
                [(0, 0.5, 2.5), (1.35 * np.cos(p), 0.5 + 1.35 * np.sin(p), 2.08), (1.35 * np.cos(q), 0.5 + 1.35 * np.sin(q), 2.08), (0, 0.5, 2.5)],
                [(0, 1, 2, 3)],
                tint=hues[1] if j % 2 else hues[k % 4],
            )
    w.finish(smooth=frozenset(("cushions",)))


def hedge_and_palms(site: Site, y: float, z: float) -> None:
    """A hedge behind the deck, palms and flowering shrubs before it, trees beyond."""
    rng = generator(site, 77)
    hedge = [plants.bush(site.seed + k, size=1.9, leaves=2600, leaf=0.07, colour="#3f6030") for k in range(2)]
    points = np.array([(x, y + rng.uniform(-0.1, 0.1), z) for x in np.arange(-34, 34, 0.85)])
    scatter(site, hedge, points, rng.uniform(0.8, 1.1, len(points)), salt=78, name="hedge")
    spots = np.array([(-11.5, y - 0.9, z), (-6.3, y - 0.7, z), (5.6, y - 0.8, z), (10.8, y - 0.9, z), (17.0, y - 0.6, z), (-18.0, y - 0.7, z)])
    scatter(site, [palm(site.seed + k, tall=(4.6, 6.0)[k]) for k in range(2)], spots, rng.uniform(0.8, 1.15, len(spots)), salt=79, name="palms")
    trees(site, y + 4, z)

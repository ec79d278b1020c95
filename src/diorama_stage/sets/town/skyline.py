# SPDX-License-Identifier: GPL-3.0-or-later
"""The city from afar and from above: skyline over water, rooftop; and the sky above the clouds."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree, linear
from diorama_stage.kit.turned import lathe
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.landscapes import fields, snowy_land
from diorama_stage.sets.country.woods import lantern
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground, polar, sheet
from diorama_stage.sets.ground.noise import fbm, perlin, smooth
from diorama_stage.sets.ground.scatter import generator
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.paint import asked, glowing, plain
from diorama_stage.sets.plan import _plain
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.furnishings import ball
from diorama_stage.sets.town.street import flat
from diorama_stage.sets.town.walls import brickwork, paving


def curtain_wall(site: Site):
    """A tower's skin by world position: storeys and bays of glass in a tinted grid; many panes lit when it is dark."""
    t = Tree("towers")
    x, y, z = t.xyz(t.position())
    tint = t.attribute("Tint")
    along = t.math("ADD", x, y)
    bay, storey = t.math("DIVIDE", along, 3.0), t.math("DIVIDE", z, 3.6)
    u, v = t.math("FRACT", bay), t.math("FRACT", storey)
    inside = t.math("MULTIPLY", t.math("MULTIPLY", t.math("GREATER_THAN", u, 0.14), t.math("LESS_THAN", u, 0.88)), t.math("MULTIPLY", t.math("GREATER_THAN", v, 0.24), t.math("LESS_THAN", v, 0.9)))
    upright = t.math("LESS_THAN", t.math("ABSOLUTE", t.xyz(t.normal())[2]), 0.5)
    window = t.math("MULTIPLY", inside, upright)
    cell = t.combine(t.math("FLOOR", bay), t.math("FLOOR", storey), t.math("MULTIPLY", t.xyz(tint)[0], 977.0))
    chance = t.node("TexWhiteNoise", {0: cell}, noise_dimensions="3D")
    pane = t.principled(t.mix(t.span(chance.outputs[0], 0, 1), "#1c262e", "#4a5a66"), 0.08, Specular_IOR_Level=0.8)
    stain = t.mix(t.span(t.noise(0.06, detail=6), 0.4, 0.7, 0.0, 0.3), tint, "#6a665f")
    tower = t.blend(window, t.principled(stain, 0.8), pane)
    crowd = t.math("MULTIPLY", t.span(t.noise(0.02, detail=3), 0.35, 0.65), 0.3)  # floors and offices that work late lie together
    lit = t.math("MULTIPLY", window, t.math("GREATER_THAN", t.math("ADD", chance.outputs[0], crowd), 0.93 if site.dark else 1.24))
    hue = t.ramp(t.xyz(chance.outputs[1])[0], [(0.0, "#ff9a3c"), (0.5, "#ffc070"), (0.8, "#ffdfb0"), (1.0, "#a8c8ff")])
    glow = t.emission(hue, t.math("MULTIPLY", lit, t.span(t.xyz(chance.outputs[1])[1], 0, 1, 0.2, 1.3)))
    return site.glow(t.surface(t.sum(tower, glow)), "window")


STONES = ("#b5aa98", "#8f8578", "#9a6a52", "#a9adb0", "#7d858c", "#c9c2b4", "#6a7078", "#8a4f3c")


def tower(m: Mesher, rng, x: float, y: float, z: float, wide: float, deep: float, tall: float) -> None:
    """A building of one to three setbacks with a top: plant room, mast or spire."""
    tint = np.array(linear(STONES[int(rng.integers(0, len(STONES)))])[:3]) * rng.uniform(0.7, 1.15)
    level, w, d = 0.0, wide, deep
    steps = int(rng.integers(1, 4)) if tall > 45 else 1
    for k in range(steps):
        top = tall * (0.58 + 0.42 * (k + 1) / steps) if steps > 1 else tall
        m.box(x - w / 2, x + w / 2, y - d / 2, y + d / 2, z + level, z + top, tint=tint)
        level, w, d = top, w * rng.uniform(0.62, 0.85), d * rng.uniform(0.62, 0.85)
    m.box(x - w * 0.3, x + w * 0.3, y - d * 0.3, y + d * 0.3, z + level, z + level + rng.uniform(3, 7), tint=tint * 0.7)
    if tall > 110 and rng.random() < 0.4:
        m.tube([(x, y, z + level), (x, y, z + level + tall * 0.22)], [w * 0.08, 0.3], sides=6, tint=tint)


def blocks(site: Site, base: float, *, near: float, far: float, rise: float, count: int, salt: int, hole=None) -> None:
    """A city of blocks on streets, taller towards a centre ahead; in the frame's spread."""
    rng, m = generator(site, salt), Mesher()
    yaw, half = site.view.yaw, site.view.fov_x / 2 + 0.25
    made = 0
    for _ in range(count * 3):
        r = near * (far / near) ** rng.random()
        a = rng.uniform(-half, half) + yaw
        x, y = -r * np.sin(a), r * np.cos(a)
        x, y = round(x / 42) * 42 + rng.uniform(-5, 5), round(y / 42) * 42 + rng.uniform(-5, 5)
        if hole is not None and hole(x, y):
            continue
        centre = np.exp(-((np.hypot(x - 0.1 * far, y - 0.55 * far) / (0.35 * far)) ** 2))
        centre = max(centre, 0.85 * np.exp(-((np.hypot(x + 0.28 * far, y - 0.5 * far) / (0.16 * far)) ** 2)))
        tall = rng.uniform(14, 38) + rise * centre * rng.uniform(0.15, 1.0) ** 1.6
        tower(m, rng, x, y, base, rng.uniform(18, 34), rng.uniform(18, 34), tall)
        made += 1
        if made >= count:
            break
    site.add(m.object("city", curtain_wall(site)))


@setting("city_skyline")
def city_skyline(site: Site) -> None:
    """Towers across a river, from a promenade with a parapet."""
    plan = site.plan
    z, water = plan.floor_z, plan.water_z
    edge = plan.back_y + 1.4
    ground = site.environment.get("ground") or {}
    paint = paving(site, wet=site.wet, slab=(0.8, 0.8)) if _plain(ground) or plan.table else asked(ground, "concrete", size=4)
    near = min(site.view.eye[1] - 6, -10.0)
    flat(site, "promenade", -60, 60, near, edge, z, paint)
    rail, posts = Mesher(), Mesher()
    rail.soft(-60, 60, edge - 0.3, edge, z, z + 0.3, 0.02)
    for h in (0.62, 0.84, 1.06):
        posts.tube([(-60, edge - 0.15, z + h), (60, edge - 0.15, z + h)], 0.03 if h > 1 else 0.014, sides=8)
    for x in np.arange(-30, 30.1, 1.5):
        posts.tube([(x, edge - 0.15, z + 0.3), (x, edge - 0.15, z + 1.06)], 0.022, sides=8)
    site.add(rail.object("kerb", paving(site, colour="#9a958b", slab=(1.2, 2))), posts.object("railing", plain("#23282a", 0.4), smooth=True))
    _, half, _, _ = site.view.frame(edge)
    for x in np.arange(-2, 3) * max(5.0, 0.62 * half) + 0.31 * half:
        lantern(site, float(x), edge - 0.75, z, height=2.8)
    quay = Mesher()
    quay.box(-300, 300, edge - 0.02, edge, water - 3, z)
    site.add(quay.object("quay", earth.rocky("#7a746b", scale=2)))
    sheet(site, water, earth.water(ripple=0.03, scale=0.35, deep="#10242c", calm=0.6, rough=0.04))
    shore = 900.0
    bank = Mesher()
    bank.box(-9000, 9000, shore, shore + 9000, water - 2, water + 4, tint=(0.3, 0.3, 0.28))
    site.add(bank.object("far bank", plain("#5a5a52", 0.8)))
    blocks(site, water + 4, near=shore + 30, far=3600, rise=210, count=620, salt=101, hole=lambda x, y: y < shore + 25)
    bridge(site, water, shore)
    if plan.table:
        raise_surface(site)


def bridge(site: Site, water: float, shore: float) -> None:
    """A suspension bridge to one side."""
    m = Mesher()
    x0 = -330.0
    deck = water + 26
    m.box(x0 - 8, x0 + 8, -100, shore + 200, deck, deck + 3, tint=(0.35, 0.36, 0.38))
    towers = (160.0, 740.0)
    for y in towers:
        for s in (-7, 7):
            m.box(x0 + s - 2, x0 + s + 2, y - 3, y + 3, water - 3, deck + 78, tint=(0.4, 0.38, 0.36))
        for h in (25, 52, 76):
            m.box(x0 - 7, x0 + 7, y - 2, y + 2, deck + h, deck + h + 3, tint=(0.4, 0.38, 0.36))
    for s in (-7, 7):
        ys = np.linspace(towers[0], towers[1], 60)
        u = (ys - towers[0]) / (towers[1] - towers[0]) * 2 - 1
        m.tube(np.stack([np.full(60, x0 + s), ys, deck + 6 + 72 * u**2], axis=1), 0.6, sides=5, tint=(0.3, 0.3, 0.3))
        m.tube([(x0 + s, towers[0], deck + 78), (x0 + s, -100, deck + 4)], 0.6, sides=5, tint=(0.3, 0.3, 0.3))
        for y, z in zip(ys[1:-1:2], (deck + 6 + 72 * u**2)[1:-1:2], strict=True):
            m.box(x0 + s - 0.15, x0 + s + 0.15, y - 0.15, y + 0.15, deck, z, tint=(0.3, 0.3, 0.3))
    site.add(m.object("bridge", plain("#8a8f94", 0.6, tinted=True)))


@setting("rooftop")
def rooftop(site: Site) -> None:
    """A flat roof with a brick parapet, vents and a water tank, among a city's towers."""
    plan = site.plan
    z = plan.floor_z
    edge, wide = plan.back_y + 3.4, max(7.0, plan.half_x + 3.5)
    ground = site.environment.get("ground") or {}
    paint = paving(site, colour="#8a867e", slab=(1.0, 1.0), wet=site.wet) if _plain(ground) or plan.table else asked(ground, "concrete", size=5)
    near = min(site.view.eye[1] - 4, -8.0)
    flat(site, "roof", -wide, wide, near, edge, z, paint)
    brickwork(site, -wide, wide, edge, z, z + 0.72)
    cap = Mesher()
    cap.soft(-wide - 0.1, wide + 0.1, edge - 0.06, edge + 0.46, z + 0.72, z + 0.8, 0.015)
    for s in (-1, 1):
        cap.box(s * wide, s * (wide + 0.4), near, edge + 0.4, z, z + 0.78)
    site.add(cap.object("coping", paving(site, colour="#a39d92", slab=(1.1, 3))))
    vents(site, wide, edge, z)
    if site.dark:
        bulkheads(site, wide, edge, z)
    blocks(site, z - 62, near=45, far=2400, rise=170, count=560, salt=102, hole=lambda x, y: np.hypot(x, y - 2) < 42)
    streets = Mesher()
    streets.box(-6000, 6000, -6000, 6000, z - 64, z - 62)
    site.add(streets.object("streets below", plain("#4a4a48", 0.9)))
    if site.has("string_lights"):
        bulbs, wire = Mesher(), Mesher()
        for k in range(3):
            y = plan.back_y + 0.6 + 0.9 * k
            u = np.linspace(-1, 1, 19)
            path = np.stack([u * (wide - 0.5), np.full(19, y), z + 2.7 - 0.35 * (1 - u**2)], axis=1)
            wire.tube(path, 0.006, sides=4)
            for p in path[1:-1]:
                bulbs.soft(p[0] - 0.03, p[0] + 0.03, p[1] - 0.03, p[1] + 0.03, p[2] - 0.09, p[2] - 0.02, 0.029, steps=2)
        for s in (-1, 1):
            wire.tube([(s * (wide - 0.5), plan.back_y + 1.5, z), (s * (wide - 0.5), plan.back_y + 1.5, z + 2.8)], 0.03, sides=8)
        site.add(bulbs.object("bulbs", site.glow(glowing("#ffc070", 22.0), "practical"), smooth=True), wire.object("wires", plain("#161616", 0.6)))
        for k in range(3):
            site.lamp(-2.5 + 2.5 * k, plan.back_y + 1.5, z + 2.3, radius=0.3, kelvin=2500, watts=14.0, kind="string_lights")
    if plan.table:
        raise_surface(site)


def bulkheads(site: Site, wide: float, edge: float, z: float) -> None:
    """Caged lamps low on the parapet, that the roof is crossed by."""
    cage, glow = Mesher(), site.glow(glowing("#ffc683", 14.0), "practical")
    for x in np.arange(-1, 2) * wide * 0.42 + 0.7:
        cage.soft(x - 0.13, x + 0.13, edge - 0.03, edge, z + 0.42, z + 0.58, 0.02)
        for k in (-0.06, 0.0, 0.06):
            cage.tube([(x + k, edge - 0.03, z + 0.42), (x + k, edge - 0.13, z + 0.46), (x + k, edge - 0.13, z + 0.54), (x + k, edge - 0.03, z + 0.58)], 0.005, sides=4)
        site.add(ball(x, edge - 0.06, z + 0.5, 0.055, glow))
        site.lamp(float(x), edge - 0.2, z + 0.55, radius=0.06, kelvin=2800, watts=16.0)
    site.add(cage.object("bulkhead lamps", plain("#2a2c2d", 0.5)))


def vents(site: Site, wide: float, edge: float, z: float) -> None:
    """Air conditioners, a duct, pipes, and a timber water tank on legs on the next roof."""
    box, fins, dark = Mesher(), Mesher(), Mesher()
    for k in range(2):
        x = -wide + 1.3 + 1.5 * k
        box.soft(x - 0.6, x + 0.6, edge - 1.3, edge - 0.5, z + 0.15, z + 1.1, 0.02)
        for i in range(9):
            fins.box(x - 0.52, x + 0.52, edge - 1.315, edge - 1.3, z + 0.28 + 0.08 * i, z + 0.31 + 0.08 * i)
        dark.box(x - 0.55, x + 0.55, edge - 1.2, edge - 0.6, z, z + 0.15)
    box.soft(wide - 2.4, wide - 0.4, edge - 1.2, edge - 0.7, z + 0.3, z + 0.75, 0.02)
    site.add(box.object("air conditioners", plain("#a9acaa", 0.45, metal=0.4, bump=0.001), smooth=True), fins.object("grilles", plain("#5d6162", 0.5)), dark.object("plinths", plain("#3a3a38", 0.8)))
    for x in (wide - 3.2, wide - 3.7):
        site.add(lathe([(0, 0), (0.09, 0), (0.09, 0.8), (0.16, 0.82), (0.16, 0.95), (0.0, 1.02)], (x, edge - 0.9, z), plain("#8f9294", 0.4, metal=0.7), segments=16))
    tx, ty = 13.0, edge + 22
    site.add(lathe([(0, 0), (2.0, 0), (2.0, 3.6), (2.15, 3.6), (0.1, 5.0), (0, 5.0)], (tx, ty, z + 3.2), plain("#6b5038", 0.8, bump=0.02), segments=28))
    legs = Mesher()
    for a in np.arange(4) * np.pi / 2 + 0.6:
        legs.tube([(tx + 1.7 * np.cos(a), ty + 1.7 * np.sin(a), z - 3), (tx + 1.5 * np.cos(a), ty + 1.5 * np.sin(a), z + 3.2)], 0.12, sides=6)
    legs.box(tx - 9, tx + 9, ty - 6, ty + 9, z - 62, z - 3)
    site.add(legs.object("next roof", plain("#7d5a48", 0.85)))


def billow(x, y, octaves: int, *, seed: int) -> np.ndarray:
    """Rounded heads with sharp clefts between them, 0..1: the sum of |noise|, as cumulus swells; detail gathers on the heads."""
    total, amplitude, norm, weight = 0.0, 1.0, 0.0, 1.0
    x, y = x + 0.25 * fbm(x, y, 2, seed=seed + 50), y + 0.25 * fbm(x, y, 2, seed=seed + 60)
    for octave in range(octaves):
        head = np.abs(perlin(x, y, seed=seed + octave)) ** 0.8
        total = total + amplitude * head * weight
        weight = np.clip(0.35 + head, 0, 1)
        norm += amplitude
        amplitude *= 0.42
        x, y = x * 1.62 - y * 1.21 + 7.1, x * 1.21 + y * 1.62 + 3.3
    return total / norm * 1.6


def country(site: Site) -> None:
    """Fields, woods and far hills a long way down."""
    seed, floor = site.seed, -55.0 - 3.0 * site.extent

    def height(x, y):
        r = np.hypot(x, y)
        return floor + 26 * fbm(x / 500, y / 500, 4, seed=seed + 2) + 420 * smooth(0.1, 0.7, fbm(x / 2600, y / 2600, 5, seed=seed + 3)) * smooth(1500, 5200, r)

    green = plants.GREENS[site.environment.get("season") or "summer"]
    ground(site, height, snowy_land() if site.snowed else fields(green), far=24000, rings=420, columns=360)


@setting("sky")
def open_sky(site: Site) -> None:
    """Above a sea of clouds that reaches to the horizon, or under a clear sky high over open country; the subjects hang in the air."""
    if site.has("clear"):
        country(site)
        return
    floor = -26.0 - 1.5 * site.extent
    x, y = polar(site, near=3.0, far=40000.0, rings=620, columns=560)
    seed = site.seed
    r = np.hypot(x, y)
    far = smooth(300, 2500, r)
    lumps = billow(x / 170, y / 170, 4, seed=seed + 1)
    heads = billow(x / 900, y / 900, 6, seed=seed + 2) * smooth(-0.1, 0.5, fbm(x / 2600, y / 2600, 3, seed=seed + 4))
    z = floor - 34 + 34 * lumps * (1 - 0.4 * far) + 420 * heads * far
    rows, across = x.shape
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(across - 1), indexing="ij")
    a = i * across + j
    t = Tree("cloud tops")
    soft = t.noise(0.05, detail=8, roughness=0.6)
    normal = t.bump(soft, 2.5, strength=0.6)
    white = t.node("BsdfDiffuse", {0: "#f0f1f3", "Normal": normal, "Roughness": 1.0}).outputs[0]
    glow = t.node("BsdfTranslucent", {0: "#eef0f4", "Normal": normal}).outputs[0]
    paint = t.surface(t.blend(0.5, white, glow))
    site.add(mesh("clouds", np.stack([x, y, z], axis=-1).reshape(-1, 3), np.stack([a, a + across, a + across + 1, a + 1], axis=-1).reshape(-1, 4), smooth=True, material=paint))

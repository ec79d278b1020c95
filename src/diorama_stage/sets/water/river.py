# SPDX-License-Identifier: GPL-3.0-or-later
"""Running water: a river in a wooded valley, a stream between boulders, a waterfall over a rock face into its pool."""

from __future__ import annotations

import math

import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.conifers import conifer
from diorama_stage.sets.country.cover import at, boulders, lawn, lifted, pebbles, snow_lies, woods
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground, polar
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.registry import setting

FALL = 9.5
"""Height of the rock face, metres."""


class Course:
    """Where the water runs: its middle line, its width, and how far a point lies from its edge. Metres."""

    def __init__(self, site: Site):
        plan, seed = site.plan, site.seed
        self.seed, self.z = seed, plan.water_z
        self.under = bool(tagged(Tag.SPANS) & site.things)
        self.afloat = plan.shape == "water"
        small = site.has("stream")
        self.falls = site.has("waterfall")
        self.width = 2.6 if small else 4.0 if self.falls else 9.0
        if self.afloat:
            self.width = max(14.0, 5 * site.extent)
        elif self.under:
            self.width = (0.62 if small else 0.9) * site.extent
        self.side = 1 if seed % 2 else -1
        beside = plan.half_x * 0.75 + self.width / 2 + 0.35 if site.things else 0.3 * self.width  # nothing stands here: the water is what is looked at
        self.apart = 0.0 if self.afloat or self.under else beside
        self.fall_y = self._fall_at(site)

    @staticmethod
    def _fall_at(site: Site) -> float:
        """How far the rock face stands, so that the whole fall is in the frame."""
        up = max(math.tan(site.view.fov_y / 2) + site.view.forward[2], 0.18)
        return max(site.plan.back_y + 9, site.view.eye[1] + (FALL - site.view.eye[2] + 1.2) / up)

    def middle(self, y):
        """x of the middle line: beside what stands here, then winding across the view into the distance."""
        if self.falls and not self.afloat and not self.under:
            return self.side * self.apart * (1 - smooth(3, self.fall_y - 2, y)) + 0.6 * np.sin(y / 4.0) * smooth(2, 6, y) * smooth(
                self.fall_y, self.fall_y - 6, y
            )
        run = smooth(2, 40, np.abs(y))
        return self.side * (
            self.apart * np.cos(np.pi * np.clip(y, -30, 60) / 46.0) * (1 - 0.35 * run)
            + 16 * np.sin((y - 12) / 33.0) * smooth(12, 70, y) * np.clip(y / 90, 0.4, 3.0)
        )

    def inland(self, x, y):
        """Metres from the water's edge, positive on land."""
        wide = self.width * (1 + 0.25 * smooth(20, 120, y)) * (1 + 0.12 * fbm(y / 9, y * 0 + 3, 2, seed=self.seed))
        d = np.abs(x - self.middle(y)) - wide / 2
        if self.falls:
            pool = np.hypot(x, (y - self.fall_y + 2.2) * 1.15) - (5.2 if not self.afloat else 9.0)
            d = np.minimum(d, pool)
        return d + 0.4 * fbm(x / 2.2, y / 2.2, 3, seed=self.seed + 3) * smooth(-1.5, 0.5, d + 0.8)


@setting("river")
def river(site: Site) -> None:
    """A river, a stream or a waterfall, seen from its bank; what floats is on it, and a bridge crosses it."""
    plan, seed = site.plan, site.seed
    course = Course(site)
    snowed, autumn = snow_lies(site), site.environment.get("season") == "autumn"
    small = course.width < 5

    def height(x, y):
        d = course.inland(x, y)
        r = np.hypot(x, y)
        bed = np.maximum(d * 0.3, -0.9)
        bank = np.minimum(d * (0.34 if small else 0.2), 0.3 - plan.water_z if course.under else 0.55) + 0.9 * smooth(3, 16, d) * fbm(
            x / 9, y / 9, 4, seed=seed + 1
        )
        valley = (36 * smooth(14, 120, d) + 130 * smooth(90, 420, d)) * (0.75 + 0.5 * fbm(x / 110, y / 110, 4, seed=seed + 2)) * smooth(12, 70, r)
        far = ridged(x / 1700, y / 1300 + 5, 6, seed=seed + 6) * 420 * smooth(500, 1900, r) * smooth(0, 300, y)
        return plan.water_z + np.where(d < 0, bed, bank + valley + far) + 0.05 * fbm(x * 1.3, y * 1.3, 4, seed=seed + 5)

    made = height if course.afloat or course.under else lifted(site, height)
    shore = earth.alpine(treeline=900, snowline=120 if snowed else 5000, grass="#5a652f", autumn=autumn, shore=plan.water_z)
    ground(site, made, _bank(plan.water_z) if not snowed else shore, far=5200, rings=560, columns=420)
    surface(site, course)
    _trees(site, made, course, snowed, autumn)
    if course.falls:
        rock_face(site, course)
    pebbles(site, made, earth.pebble(0.25), count=5200, size=(0.01, 0.07), where=lambda x, y: course.inland(x, y) < 1.6)
    boulders(site, made, course.inland, count=46, material=mossy_rock(), size=(0.14, 0.75 if not small else 0.55))
    if not snowed:
        green = plants.GREENS[site.environment.get("season") or "summer"]
        lawn(
            site,
            made,
            green,
            tall=0.24,
            count=9000,
            far=45,
            salt=15,
            seeding=0.03,
            where=lambda x, y: (course.inland(x, y) > 0.7) & (fbm(x / 3, y / 3, 2, seed=seed + 12) > -0.15),
        )
        points = cone(site, 420, 2.0, 30, salt=16, power=0.5)
        points = points[keep_clear(site, points, 0.2) & (course.inland(points[:, 0], points[:, 1]) > 0.9)][:90]
        scatter(
            site,
            [plants.fern(seed + k) for k in range(2)],
            at(made, points),
            generator(site, 16).uniform(0.5, 1.2, len(points)),
            salt=16,
            tilt=0.15,
            name="ferns",
        )


def _bank(level: float):
    """Soil and turf that turn to wet gravel and stones at the water; wooded slopes far off."""
    t = Tree("bank")
    _, _, z = t.xyz(t.position())
    distance = t.node("CameraData").outputs["View Distance"]
    fine, broad = t.noise(9, detail=7, roughness=0.7), t.noise(0.4, detail=5)
    turf = t.mix(t.span(broad, 0.4, 0.62), "#586331", "#6d6a3a")
    turf = t.mix(0.6, turf, t.ramp(fine, [(0.3, "#20240f"), (0.7, "#b3ad74")]), blend="OVERLAY")
    shade = t.cells(17, out="Color")
    gravel = t.node("HueSaturation", {"Saturation": 0.35, "Color": t.mix(0.6, "#716a5e", shade, blend="SOFT_LIGHT")}).outputs[0]
    edge = t.math("ADD", z, t.math("MULTIPLY", t.math("SUBTRACT", t.noise(1.7, detail=4), 0.5), 0.22))
    near = t.mix(
        t.span(edge, level + 0.3, level + 0.14), turf, t.mix(t.span(edge, level + 0.1, level + 0.0), gravel, t.mix(1.0, gravel, "#6d675c", blend="MULTIPLY"))
    )
    crowns = t.mix(t.span(t.cells(0.12), 0.0, 0.75), "#4d6a33", "#21331b")
    tone = t.mix(t.span(distance, 120, 420), near, crowns)
    return t.surface(t.principled(tone, 0.9, normal=t.bump(t.math("ADD", fine, t.math("MULTIPLY", t.cells(17), 0.4)), 0.03), Specular_IOR_Level=0.2))


def mossy_rock():
    """Dark wet rock, moss on what faces up."""
    t = Tree("river rock")
    strata = t.noise(2.2, detail=11, roughness=0.68, vector=t.scaled(t.position(), (1, 1, 2.2)))
    stone = t.mix(1.0, t.ramp(strata, [(0.3, "#2c2a27"), (0.52, "#6b655c"), (0.74, "#98907f")]), t.attribute("Tint"), blend="MULTIPLY")
    top = t.math("MULTIPLY", t.span(earth.steepness(t), 0.3, 0.75), t.span(t.noise(1.6, detail=6), 0.46, 0.6))
    tone = t.mix(top, stone, t.mix(t.noise(50, detail=3), "#38481c", "#6a7d36"))
    return t.surface(t.principled(tone, 0.72, normal=t.bump(strata, 0.08)))


def surface(site: Site, course: Course) -> None:
    """The water: mirror over brown-green depth, ripples that run with it, foam where it is fast and where the fall comes down (attribute "Tint" red)."""
    x, y = polar(site, near=0.4, far=1600, rings=420, columns=320)
    d = course.inland(x, y)
    r = np.hypot(x, y)
    rush = smooth(0.18, 0.5, fbm(x / 1.1, y / 3.4, 4, seed=course.seed + 7)) * smooth(0.1, -0.5, d) * smooth(70, 12, r) * (0.75 if course.width < 6 else 0.3)
    if course.afloat:
        rush = rush * 0.25
    if course.falls:
        plunge = np.hypot(x, (y - course.fall_y + 0.9) * 1.3)
        rush = np.maximum(
            rush, np.exp(-((plunge / 2.6) ** 2)) + 0.5 * np.exp(-((plunge / 5.0) ** 2)) * smooth(-0.1, 0.3, fbm(x / 0.9, y / 0.9, 3, seed=course.seed + 8))
        )
    vertices, faces = grid(x, y, np.full(x.shape, course.z))
    faces = faces[:, ::-1] if _downwards(vertices, faces) else faces
    tint = np.repeat(np.clip(rush, 0, 1).reshape(-1, 1), 3, axis=1)
    site.add(mesh("water", vertices, faces, smooth=True, material=running_water(0.008 if course.width < 6 else 0.004), colours=tint))


def _downwards(vertices, faces) -> bool:
    a, b, c = (np.asarray(vertices)[np.asarray(faces)[0, k]] for k in range(3))
    return float(np.cross(b - a, c - a)[2]) < 0


def running_water(ripple: float):
    t = Tree("running water")
    p = t.position()
    height = t.math(
        "ADD", t.noise(2.2, detail=5, vector=t.scaled(p, (1.5, 0.6, 1))), t.math("MULTIPLY", t.noise(0.6, detail=3, vector=t.scaled(p, (1.4, 0.6, 1))), 1.3)
    )
    distance = t.node("CameraData").outputs["View Distance"]
    normal = t.node("Bump", {"Strength": t.span(distance, 15, 400, 1.0, 0.4, smooth=False), "Distance": ripple * 4, "Height": height}).outputs[0]
    body = t.mix(t.span(distance, 3, 18), "#3f4634", "#16302c")
    white = t.xyz(t.attribute("Tint"))[0]
    froth = t.math(
        "MULTIPLY",
        white,
        t.math("ADD", t.span(t.noise(5, detail=7, roughness=0.75, vector=t.scaled(p, (1.3, 0.6, 1))), 0.4, 0.62), t.math("MULTIPLY", white, 0.5)),
        clamp=True,
    )
    sea = t.blend(
        t.node("Fresnel", {0: 1.33, 1: normal}).outputs[0],
        t.node("BsdfDiffuse", {0: body, "Normal": normal}).outputs[0],
        t.node("BsdfGlossy", {"Color": "#ffffff", "Roughness": 0.05, "Normal": normal}).outputs[0],
    )
    return t.surface(t.blend(froth, sea, t.node("BsdfDiffuse", {0: "#e8eef0"}).outputs[0]))


def _trees(site: Site, made, course: Course, snowed: bool, autumn: bool) -> None:
    """Broad-leaved trees and spruces along both banks, woods on the slopes."""
    seed = site.seed
    top = course.fall_y - 3 if course.falls else 1e9
    points = cone(site, 420, 7, 90, salt=61, power=0.8, margin=0.35)
    keep = keep_clear(site, points, 2.2) & (course.inland(points[:, 0], points[:, 1]) > 2.0) & ((points[:, 1] < top) | (np.abs(points[:, 0]) > 14))
    points = points[keep][:80]
    rng = generator(site, 61)
    leaves = plants.LEAVES["winter" if snowed else "autumn" if autumn else site.environment.get("season") or "summer"]
    kinds = [
        plants.broadleaf(seed + k, height=12, leaves=0 if snowed else 7000, colour=leaves[k % len(leaves)], leaf=0.3, trunk=0.24, bare=0.28, spread=0.4)
        for k in range(3)
    ]
    kinds += [conifer(seed + k, height=13, colour="#2f4a30", snow=0.5 * snowed) for k in range(2)]
    scatter(site, kinds, at(made, points), rng.uniform(0.6, 1.2, len(points)), salt=61, tilt=0.03, name="trees")
    woods(
        site,
        made,
        count=7000,
        near=70,
        far=900,
        size=(8, 17),
        salt=33,
        snow=0.5 * snowed,
        leafy=not snowed,
        where=lambda x, y, z: (course.inland(x, y) > 5) & ((y < top) | (np.abs(x) > 30) | (y > top + 30)),
    )


def rock_face(site: Site, course: Course) -> None:
    """A crescent of rock in ledges, the water that falls over its notch in the middle, mist at its foot, trees on its top."""
    seed, foot, y0 = site.seed, course.z - 0.6, course.fall_y
    u, v = np.meshgrid(np.linspace(-1, 1, 420), np.linspace(0, 1, 200))
    x = 46 * np.sign(u) * np.abs(u) ** 1.35
    notch = np.exp(-((x / 1.9) ** 2))
    top = FALL + 2.4 * fbm(x / 9, x * 0 + 2, 4, seed=seed) + 3.5 * smooth(5, 24, np.abs(x)) - 1.3 * notch
    z = foot + (top - foot) * v
    ledges = np.floor(z / 1.15 + 0.5 * fbm(x / 6, z / 6, 2, seed=seed + 1)) * 0.22
    crags = 1.9 * (ridged(x / 4.5, z / 6, 5, seed=seed + 2) - 0.5) + 0.45 * fbm(x / 0.8, z / 0.6, 4, seed=seed + 3)
    y = y0 - 0.011 * x**2 - crags * (1 - 0.75 * notch) + ledges + 0.22 * z + 1.1 * notch * v
    vertices, faces = grid(x, y, z)
    site.add(mesh("rock face", vertices, faces, smooth=True, material=mossy_rock(), colours=np.full((x.size, 3), 0.62)))
    lip_y = float(y0 + 1.1 + 0.22 * FALL + np.floor(FALL / 1.15) * 0.22)
    plateau_x, back = np.meshgrid(np.linspace(-46, 46, 160), np.linspace(0, 1, 40))
    rim = np.interp(plateau_x, x[-1], z[-1])
    rim_y = np.interp(plateau_x, x[-1], y[-1])
    flat_vertices, flat_faces = grid(plateau_x, rim_y + 0.02 + 60 * back**1.5, rim + 6 * back * (0.4 + fbm(plateau_x / 12, back * 5, 3, seed=seed + 4)))
    site.add(mesh("above the fall", flat_vertices, flat_faces, smooth=True, material=earth.turf("#4f5a2c")))
    for k in range(3):
        site.add(_curtain(seed + k, course, lip_y, k))
    points = np.array(
        [
            (px, np.interp(px, x[-1], y[-1]) + 0.6 + 7 * j, np.interp(px, x[-1], z[-1]) + 0.5 * j)
            for j in range(4)
            for px in np.arange(-44 + 1.3 * j, 44, 3.1)
            if abs(px) > 2.6
        ]
    )
    rng = generator(site, 71)
    points[:, :2] += rng.normal(0, 0.7, (len(points), 2))
    kinds = [plants.broadleaf(seed + k, height=8, leaves=4200, colour="#4f6b34", leaf=0.26, trunk=0.18, bare=0.2, spread=0.45) for k in range(2)] + [
        conifer(seed, height=9, colour="#2f4a30")
    ]
    scatter(site, kinds, points, rng.uniform(0.5, 1.15, len(points)), salt=71, tilt=0.05, name="trees above")
    mist(site, y0 - 1.0, course.z)


def _curtain(seed: int, course: Course, lip_y: float, k: int):
    """One sheet of the fall: over the lip, out from the rock, wider and more torn on the way down."""
    u, v = np.meshgrid(np.linspace(-1, 1, 60), np.linspace(0, 1, 120))
    drop = np.clip((v - 0.12) / 0.88, 0, 1)
    half = 1.25 + 0.55 * drop + 0.14 * k
    x = u * half + 0.1 * fbm(u * 3 + k, v * 2, 3, seed=seed)
    z = np.where(v < 0.12, FALL - 1.3 + 0.15, FALL - 1.15 - (FALL - 1.15 - course.z) * drop**1.15)
    y = (
        np.where(v < 0.12, lip_y + 2.4 * (0.12 - v) / 0.12 * 1.0, lip_y - (lip_y - course.fall_y + 1.5) * drop**0.55)
        - 0.12 * k
        + 0.1 * fbm(u * 6, v * 5 + k, 3, seed=seed + 5)
    )
    vertices, faces = grid(x, y, z)
    uv = np.stack([u * half, v * 9], axis=-1).reshape(-1, 2)
    t = Tree("falling water")
    streaks = t.noise(1.0, detail=8, roughness=0.68, vector=t.scaled(t.uv(), (5.0, 0.22, 1), (k * 3.7, 0, 0)))
    clots = t.noise(1.0, detail=6, roughness=0.7, vector=t.scaled(t.uv(), (3.2, 0.9, 1), (0, k * 5.1, 0)))
    across = t.math("ABSOLUTE", t.xyz(t.uv())[0])
    edge = t.span(across, 1.75, 0.9)
    dense = t.math("MULTIPLY", t.span(t.math("ADD", streaks, t.math("MULTIPLY", clots, 0.35)), 0.48, 0.78), edge, clamp=True)
    white = t.node("BsdfDiffuse", {0: "#eef3f5"}).outputs[0]
    through = t.node("BsdfDiffuse", {0: "#eef3f5", "Normal": t.combine(0.0, -0.3, 1.0)}).outputs[0]
    material = t.surface(t.blend(dense, t.node("BsdfTransparent", {0: "#ffffff"}).outputs[0], t.blend(0.6, white, through)))
    return mesh("fall", vertices, faces, smooth=True, uvs=uv, material=material)


def mist(site: Site, y: float, z: float) -> None:
    """Spray at the foot of the fall: soft veils that face the lens."""
    rng = np.random.default_rng(site.seed + 9)
    for _ in range(7):
        w, h = rng.uniform(2.2, 4.0), rng.uniform(0.9, 2.4)
        cx, cy = rng.uniform(-1.8, 1.8), y - rng.uniform(0.2, 1.8)
        vertices = [(cx - w, cy, z), (cx + w, cy, z), (cx + w, cy, z + h), (cx - w, cy, z + h)]
        t = Tree("spray")
        ux, uy, _ = t.xyz(t.uv())
        fade = t.math("MULTIPLY", t.span(t.math("ABSOLUTE", t.math("SUBTRACT", ux, 0.5)), 0.5, 0.05), t.span(uy, 1.0, 0.1))
        cloud = t.math("MULTIPLY", fade, t.span(t.noise(1.1, detail=5), 0.3, 0.75, 0.0, 0.34))
        light = t.emission("#eef3f6", 0.3)  # droplets have no side to be lit from: they are as bright as the sky
        paint = site.glow(t.surface(t.blend(cloud, t.node("BsdfTransparent", {0: "#ffffff"}).outputs[0], light)), "daylight")
        o = mesh("spray", vertices, [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)], material=paint)
        o.visible_shadow = o.visible_diffuse = False
        site.add(o)

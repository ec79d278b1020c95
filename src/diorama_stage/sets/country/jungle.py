# SPDX-License-Identifier: GPL-3.0-or-later
"""A wet tropical wood: palms, tree ferns and broad leaves in layers, hanging vines, roots and rotting litter under tall trunks, mist between."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lifted
from diorama_stage.sets.country.woods import spaced
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.ground.scatter import cone, generator, headroom, keep_clear, scatter
from diorama_stage.sets.registry import setting
from diorama_stage.sets.rooms.furnishings import foliage, leaf

GREENS = ("#3a6b2a", "#4f7f30", "#2c5a2c", "#5f8a38")


@setting("jungle")
def jungle(site: Site) -> None:
    seed, rng = site.seed, generator(site, 3)

    def height(x, y):
        r = np.hypot(x, y)
        return 0.14 * fbm(x / 1.4, y / 1.4, 4, seed=seed) * smooth(0.5, 3, r) + 1.6 * fbm(x / 14, y / 14, 4, seed=seed + 1) * smooth(3, 18, r)

    made = lifted(site, height)
    ground(site, made, litter(), far=240, rings=340, columns=340)
    trunks = cone(site, 900, 4.5, 110, salt=61, power=0.85, margin=0.35)
    trunks = spaced(trunks[keep_clear(site, trunks, 1.6)], 3.4)[:130]
    tall = [
        plants.broadleaf(seed + k, height=24, leaves=6500, colour=GREENS[k], leaf=0.42, trunk=0.42, bare=0.55, spread=0.24, bark="#6b6152") for k in range(2)
    ] + [vined(seed + k) for k in range(2)]
    scatter(site, tall, at(made, trunks), rng.uniform(0.7, 1.2, len(trunks)), salt=61, tilt=0.05, name="trees")
    layer(
        site,
        made,
        [palm(seed + k, tall=(3.2, 6.5, 1.2)[k]) for k in range(3)],
        "palms",
        count=420,
        near=4.0,
        far=55,
        gap=1.9,
        most=90,
        salt=62,
        size=(0.6, 1.3),
    )
    layer(
        site,
        made,
        [broad(seed + k, size=(1.5, 1.0, 2.2)[k], split=k == 1) for k in range(3)],
        "broad leaves",
        count=1300,
        near=1.6,
        far=34,
        gap=0.62,
        most=420,
        salt=63,
        size=(0.45, 1.2),
    )
    layer(
        site,
        made,
        [plants.fern(seed + k, size=0.9, fronds=13) for k in range(3)],
        "ferns",
        count=1500,
        near=1.2,
        far=30,
        gap=0.45,
        most=520,
        salt=64,
        size=(0.4, 1.3),
    )
    layer(
        site,
        made,
        [plants.bush(seed + 9 + k, size=1.9, leaves=1500, leaf=0.15, colour=GREENS[k]) for k in range(3)],
        "undergrowth",
        count=800,
        near=9,
        far=90,
        gap=1.3,
        most=300,
        salt=65,
        size=(0.6, 1.6),
    )
    lianas(site, made)


def layer(
    site: Site,
    made,
    kinds: list[bpy.types.Object],
    name: str,
    *,
    count: int,
    near: float,
    far: float,
    gap: float,
    most: int,
    salt: int,
    size: tuple[float, float],
) -> None:
    """Plants of one height: crowded where the ground is damp, never before the subjects."""
    points = cone(site, count, near, far, salt=salt, power=0.6, margin=0.3)
    points = points[fbm(points[:, 0] / 4, points[:, 1] / 4, 3, seed=site.seed + salt) > -0.28]
    room = headroom(site, points)
    scale = generator(site, salt).uniform(*size, len(points))
    tall = max(float(o.dimensions.z) for o in kinds)
    wide = scale * max(float(max(o.dimensions.x, o.dimensions.y)) for o in kinds) / 2
    fits = ((scale * tall < room) | keep_clear(site, points, 0.15)) & (off_sight(site, points) > 0.75 * wide)
    points, scale = points[fits], scale[fits]
    order = spaced(points, gap)[:most]
    kept = {tuple(p): s for p, s in zip(points.tolist(), scale.tolist(), strict=True)}
    sizes = np.array([kept[tuple(p)] for p in order.tolist()])
    scatter(site, kinds, at(made, order), sizes, salt=salt, tilt=0.14, name=name)


def off_sight(site: Site, points: np.ndarray) -> np.ndarray:
    """Metres from each point to the strip between lens and subjects, and to the subjects."""
    ex, ey, _ = site.view.eye
    along = np.clip((points[:, 0] * ex + points[:, 1] * ey) / max(ex * ex + ey * ey, 1e-9), 0, 1)
    return np.hypot(points[:, 0] - along * ex, points[:, 1] - along * ey) - site.extent * np.clip(1 - along, 0.35, 1)


def palm(seed: int, *, tall: float) -> bpy.types.Object:
    """A feather palm: a ringed trunk that bends, arching fronds of narrow leaflets. Metres."""
    rng = np.random.default_rng(seed)
    trunk, crown = Mesher(), Mesher()
    t = np.linspace(0, 1, 16)
    bend = rng.normal(0, 0.1, 2)
    stem = np.stack([bend[0] * tall * t**2, bend[1] * tall * t**2, tall * t], axis=1)
    trunk.tube(stem, 0.085 * (1.25 - 0.4 * t) * (1 + 0.1 * (np.arange(16) % 2)), sides=10)
    top = stem[-1]
    for k in range(15):
        a, lift, long = 2 * math.pi * k / 15 * 2.4 + rng.uniform(-0.2, 0.2), rng.uniform(0.1, 1.15), rng.uniform(1.5, 2.3)
        u = np.linspace(0, 1, 20)
        out, side = np.array((math.cos(a), math.sin(a), 0)), np.array((-math.sin(a), math.cos(a), 0))
        spine = (
            top
            + out * (long * u * math.cos(lift * 0.6))[:, None]
            + np.array((0, 0, 1.0)) * (long * (math.sin(lift) * u - (0.35 + 0.5 * math.cos(lift)) * u**2))[:, None]
        )
        crown.tube(spine, 0.018 * (1.05 - u), sides=4, tint=(0.9, 1.0, 0.6))
        for i in range(2, 20):
            reach, tone = 0.5 * math.sin(math.pi * min(u[i] + 0.12, 1.0)) ** 0.6, rng.uniform(0.65, 1.2)
            ahead = (spine[i] - spine[i - 1]) / np.linalg.norm(spine[i] - spine[i - 1])
            for s in (-1, 1):
                tip = spine[i] + s * side * reach + ahead * reach * 0.5 - (0, 0, 0.45 * reach)
                mid = (spine[i] + tip) / 2 + (0, 0, 0.06 * reach)
                crown.add([spine[i], mid + ahead * 0.022, tip, mid - ahead * 0.022], [(0, 1, 2, 3)], tint=(tone, tone, tone))
    return plants.together([trunk.object("palm", plants.barks("#7a6b55"), smooth=True), crown.object("palm", foliage("#4f7a33", rough=0.45, shine=0.4))])


def broad(seed: int, *, size: float, split: bool) -> bpy.types.Object:
    """A clump of large leaves on stalks, as of banana or elephant's ear; `split` ones are torn between their veins."""
    rng, m = np.random.default_rng(seed), Mesher()
    for k in range(9):
        a, rise = 2 * math.pi * k / 9 * 1.6 + rng.uniform(-0.3, 0.3), size * rng.uniform(0.45, 1.0)
        out, side = np.array((math.cos(a), math.sin(a), 0)), np.array((-math.sin(a), math.cos(a), 0))
        root = out * rng.uniform(0.0, 0.1) * size
        neck = root + out * 0.3 * rise + (0, 0, rise * 0.8)
        m.tube([root, root + out * 0.08 * rise + (0, 0, rise * 0.45), neck], [0.02 * size, 0.015 * size, 0.01 * size], sides=6, tint=(0.8, 1.0, 0.55))
        u = np.linspace(0, 1, 12)
        long, tone = size * rng.uniform(0.5, 0.8), rng.uniform(0.7, 1.2)
        spine = neck + out * (long * u)[:, None] + np.array((0, 0, 1.0)) * (long * (0.3 * u - 0.75 * u**2))[:, None]
        half = 0.24 * long * np.sin(np.pi * np.clip(u * 0.96 + 0.04, 0, 1)) ** 0.7
        if split:
            half = half * (0.55 + 0.45 * (np.arange(12) % 2))
        for s in (-1, 1):
            edge = spine + s * side * half[:, None] - np.array((0, 0, 0.18)) * half[:, None] + np.array((0, 0, 0.02)) * np.sin(9 * u)[:, None] * size
            strip = np.stack([spine, edge], axis=1).reshape(-1, 3)
            faces = np.array([(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(11)])
            m.add(strip, faces, tint=(tone, tone, tone * 0.9))
    return m.object("broad leaves", foliage(GREENS[seed % 4], rough=0.32, shine=0.5), smooth=True)


def vined(seed: int) -> bpy.types.Object:
    """A great trunk on buttress roots, climbed by leaves."""
    rng = np.random.default_rng(seed)
    trunk, leaves = Mesher(), Mesher()
    t = np.linspace(0, 1, 14)
    trunk.tube(np.stack([0.3 * np.sin(2 * t), 0.2 * np.sin(3 * t + 1), 26 * t], axis=1), 0.5 * (1 - 0.45 * t), sides=14)
    for k in range(6):
        a = 2 * math.pi * k / 6 + rng.uniform(-0.3, 0.3)
        reach, rise = rng.uniform(1.1, 1.9), rng.uniform(1.6, 3.0)
        out, side = np.array((math.cos(a), math.sin(a), 0)), np.array((-math.sin(a), math.cos(a), 0)) * 0.07
        u = np.linspace(0, 1, 9)
        top = out * (0.35 + reach * u)[:, None] + np.array((0, 0, 1.0)) * (rise * (1 - u) ** 2.2)[:, None]
        foot = out * (0.35 + reach * u)[:, None] - np.array((0, 0, 0.2))
        for s in (-1, 1):
            wall = np.stack([foot + s * side, top + s * side * 0.4], axis=1).reshape(-1, 3)
            trunk.add(wall, np.array([(2 * i, 2 * i + 2, 2 * i + 3, 2 * i + 1) if s > 0 else (2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(8)]))
    for _ in range(130):
        a, z = rng.uniform(0, 2 * math.pi), rng.uniform(0.6, 11)
        base = np.array((0.47 * math.cos(a), 0.47 * math.sin(a), z))
        leaf(leaves, base, base + np.array((0.34 * math.cos(a), 0.34 * math.sin(a), -rng.uniform(0.05, 0.3))), 0.11, droop=0.15, rng=rng)
    return plants.together([trunk.object("trunk", plants.barks("#6d6456"), smooth=True), leaves.object("climber", foliage("#3f6f2c"))])


def lianas(site: Site, made) -> None:
    """Vines that hang in loops from far above, beside and behind the subjects; some with leaves."""
    rng, rope, green = generator(site, 71), Mesher(), Mesher()
    points = cone(site, 200, 4.5, 26, salt=71, power=0.7, margin=0.1)
    points = spaced(points[keep_clear(site, points, 0.5)], 1.6)[:34]
    for x, y in points:
        u = np.linspace(0, 1, 22)
        foot = float(made(np.array([x]), np.array([y]))[0])
        dx, dy, low = rng.normal(0, 1.6), rng.normal(0, 1.0), rng.uniform(0.0, 4.5)
        sag = rng.uniform(0, 6) * (rng.random() < 0.45)
        path = np.stack([x + dx * u + 0.08 * np.sin(9 * u), y + dy * u, foot + low + (11 - low) * u**1.3 - sag * u * (1 - u) * 2], axis=1)
        rope.tube(path, rng.uniform(0.012, 0.04), sides=6)
        if rng.random() < 0.6:
            for p in path[::2]:
                a = rng.uniform(0, 2 * math.pi)
                leaf(green, p, p + np.array((0.22 * math.cos(a), 0.22 * math.sin(a), -0.1)), 0.06, droop=0.1, rng=rng)
    if rope:
        site.add(rope.object("vines", plants.barks("#5a4e3a"), smooth=True))
    if green:
        site.add(green.object("vine leaves", foliage("#4a7a30")))


def litter() -> bpy.types.Material:
    """Dark wet soil, rotting leaves, moss."""
    t = Tree("jungle floor")
    flakes, hue = t.cells(14), t.cells(14, out="Color")
    tone = t.ramp(t.xyz(hue)[0], [(0.0, "#33241a"), (0.3, "#5a4028"), (0.55, "#3d2d1c"), (0.78, "#6e5530"), (1.0, "#2a2416")])
    tone = t.mix(t.span(flakes, 0.35, 0.62), tone, "#17110c")
    tone = t.mix(t.span(t.noise(0.9, detail=6), 0.52, 0.62), tone, t.mix(t.noise(40, detail=3), "#2c4019", "#4d6a2a"))
    return t.surface(t.principled(tone, 0.7, normal=t.bump(t.span(flakes, 0.6, 0.0), 0.03)))

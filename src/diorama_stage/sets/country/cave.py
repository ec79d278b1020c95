# SPDX-License-Identifier: GPL-3.0-or-later
"""A cave: a hall of rock with dripstone, boulders and pools, daylight at its far mouth and through a hole in its roof."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import level
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.ground.tops import raise_surface
from diorama_stage.sets.registry import setting


@setting("cave")
def cave(site: Site) -> None:
    plan, seed, eye = site.plan, site.seed, site.view.eye
    z0 = plan.floor_z
    wide = max(5.0, abs(eye[0]) + 3.0, plan.half_x + 2.6)
    near, far = eye[1] - 5.0, plan.back_y + 15.0
    high = max(4.6, 0.85 * wide)
    rock = wet_rock()
    xs, ys = np.linspace(-wide - 2, wide + 2, 220), np.linspace(near, far + 6, 300)
    x, y = np.meshgrid(xs, ys)
    hump = 0.16 * fbm(x / 1.4, y / 1.4, 5, seed=seed) + 0.7 * smooth(0.55, 1.0, np.abs(x) / wide) + 0.25 * fbm(x / 5, y / 5, 3, seed=seed + 1)
    vertices, faces = grid(x, y, z0 + hump * level(site, x, y) - 0.02 * (1 - level(site, x, y)))
    site.add(mesh("cave floor", vertices, faces, smooth=True, material=cave_floor()))
    walls(site, wide, high, near, far, z0, rock)
    dripstone(site, wide, high, far, z0, rock)
    points = cone(site, 420, 1.6, far - eye[1], salt=41, power=0.6, margin=0.2)
    points = points[
        keep_clear(site, points, 0.25) & (np.abs(points[:, 0]) < wide - 0.3) & ((np.abs(points[:, 0]) > 0.45 * wide) | (points[:, 1] > plan.back_y + 2))
    ][:80]
    rng = generator(site, 41)
    sizes = 0.06 + 0.55 * rng.random(len(points)) ** 2.4
    scatter(
        site,
        plants.stones(seed + 5, rock, round=0.3, detail=20),
        np.column_stack([points, np.full(len(points), z0)]),
        sizes,
        salt=41,
        tilt=0.4,
        name="boulders",
    )
    mouth(site, far, high, z0)
    site.window((0.15 * wide, plan.back_y + 1.0, z0 + high + 0.2), (0.0, -0.25, -1.0), 1.7, 1.7)
    if plan.table:
        raise_surface(site)


def walls(site: Site, wide: float, high: float, near: float, far: float, z0: float, rock) -> None:
    """The hall as a vault whose sides bulge and recede, narrower towards its mouth, closed behind the lens."""
    seed = site.seed
    u, v = np.meshgrid(np.linspace(0, 1, 260), np.linspace(0, 1, 420))
    y = near + (far + 1.5 - near) * v
    a = np.pi * (1.12 * u - 0.06)
    taper = 1 - 0.55 * smooth(0.6, 1.0, v)
    taper = taper * (1 - smooth(0.05, 0.0, v))
    rough = (
        0.55 * (ridged(np.cos(a) * wide / 2.4, y / 2.4 + np.sin(a) * 3, 6, seed=seed + 2) - 0.4)
        + 0.4 * fbm(np.cos(a) * wide / 5 + 9, y / 4 + np.sin(a) * 2, 4, seed=seed + 3)
        + 0.07 * fbm(np.cos(a) * wide / 0.5, y / 0.5 + 7 * np.sin(a), 4, seed=seed + 4)
    )
    grow = taper * (1 - 0.16 * rough)
    bend = 1.4 * np.sin((y - near) / 9.0) * smooth(site.plan.back_y, far, y)
    x = bend + wide * np.cos(a) * grow
    z = z0 - 0.1 + high * np.sin(a) * grow
    vertices, faces = grid(x, y, z)
    site.add(mesh("cave walls", vertices, faces[:, ::-1], smooth=True, material=rock))


def wet_rock():
    """Limestone: ochre and grey bands, dark seams, a wet sheen in streaks that run down."""
    t = Tree("cave rock")
    p = t.position()
    bands = t.noise(0.9, detail=11, roughness=0.66, vector=t.scaled(p, (1, 1, 2.6)))
    tone = t.ramp(bands, [(0.3, "#2f2a25"), (0.46, "#6a5d4e"), (0.58, "#8f7f69"), (0.72, "#5d5347")])
    tone = t.mix(t.span(t.noise(0.35, detail=5), 0.5, 0.7), tone, t.mix(1.0, tone, "#b08a5c", blend="MULTIPLY"))
    runs = t.span(t.noise(1.6, detail=6, vector=t.scaled(p, (1.6, 1.6, 0.3))), 0.5, 0.66)
    tone = t.mix(t.math("MULTIPLY", runs, 0.55), tone, "#1f1c19")
    cracks = t.cells(1.1, feature="DISTANCE_TO_EDGE", vector=t.scaled(p, (1, 1, 1.5)))
    height = t.math(
        "ADD", bands, t.math("ADD", t.math("MULTIPLY", t.noise(9, detail=8, roughness=0.7), 0.25), t.math("MULTIPLY", t.span(cracks, 0.0, 0.05), 0.2))
    )
    return t.surface(t.principled(tone, t.mix(runs, "#d8d8d8", "#4a4a4a"), normal=t.bump(height, 0.12)))


def cave_floor():
    """Trodden clay and rubble, dark; shallow pools that mirror in its hollows."""
    t = Tree("cave floor")
    stones = t.cells(9)
    clay = t.mix(t.noise(2.0, detail=7), "#3b3129", "#6f6152")
    tone = t.mix(t.span(stones, 0.12, 0.4), t.mix(0.5, clay, t.cells(9, out="Color"), blend="SOFT_LIGHT"), clay)
    pool = t.span(t.noise(0.45, detail=3), 0.6, 0.63)
    tone = t.mix(pool, tone, "#15130f")
    rough = t.mix(pool, "#d0d0d0", "#060606")
    height = t.math("MULTIPLY", t.math("ADD", t.span(stones, 0.5, 0.0), t.noise(20, detail=6)), t.math("SUBTRACT", 1.0, pool))
    return t.surface(t.principled(tone, rough, normal=t.bump(height, 0.03)))


def dripstone(site: Site, wide: float, high: float, far: float, z0: float, rock) -> None:
    """Stalactites under the roof, stalagmites below some of them, a pillar where two have met."""
    rng = np.random.default_rng([site.seed, 17])
    made = Mesher()
    for _ in range(110):
        x, y = rng.uniform(-0.86, 0.86) * wide, rng.uniform(site.view.eye[1] + 1.5, far - 1)
        roof = z0 + high * np.sqrt(max(1 - (x / wide) ** 2, 0.05)) + 0.25
        long = rng.uniform(0.25, 1.0) ** 2 * 0.55 * high
        kept = abs(x) < site.plan.half_x + 0.5 and site.view.eye[1] - 0.5 < y < site.plan.back_y + 0.8
        long = min(long, 0.5) if kept else long
        cone_(made, rng, (x, y, roof), -long, 0.05 + 0.13 * long)
        if not kept and rng.random() < 0.4:
            cone_(made, rng, (x, y, z0 - 0.1), 0.55 * long + 0.1, 0.09 + 0.2 * long)
    site.add(made.object("dripstone", rock, smooth=True))


def cone_(made: Mesher, rng, foot, long: float, radius: float) -> None:
    """A drop of stone that tapers from its foot, with swellings."""
    t = np.linspace(0, 1, 14)
    path = np.stack([foot[0] + 0.03 * np.sin(5 * t + rng.uniform(0, 6)) * abs(long), foot[1] + 0 * t, foot[2] + long * t], axis=1)
    swell = 1 + 0.16 * np.sin(rng.uniform(14, 22) * t + rng.uniform(0, 6))
    made.tube(path, radius * (1 - t) ** 0.8 * swell + 0.012, sides=12)


def mouth(site: Site, far: float, high: float, z0: float) -> None:
    """Beyond the mouth: bright air, foliage against it."""
    t = Tree("daylight")
    _, uy, _ = t.xyz(t.uv())
    leaves = t.span(t.math("ADD", t.noise(2.2, detail=8, roughness=0.7), t.math("MULTIPLY", uy, 0.5)), 0.62, 0.78)
    tone = t.mix(leaves, t.mix(t.noise(3, detail=4), "#3d5a2a", "#86a04e"), "#eef4f4")
    paint = site.glow(t.surface(t.emission(tone, t.span(leaves, 0.0, 1.0, 1.2, 5.0))), "daylight")
    y, w, h = far + 5.0, 9.0, high * 1.3
    site.add(
        mesh(
            "outside", [(-w, y, z0 - 1), (w, y, z0 - 1), (w, y, z0 + h), (-w, y, z0 + h)], [(0, 1, 2, 3)], uvs=[(0, 0), (1, 0), (1, 1), (0, 1)], material=paint
        )
    )
    site.window((0.0, far + 1.0, z0 + 0.4 * high), (0.0, -1.0, 0.0), 3.0, 2.4)

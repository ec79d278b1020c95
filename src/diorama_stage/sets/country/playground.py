# SPDX-License-Identifier: GPL-3.0-or-later
"""A playground: a lawn under trees, a bed of wood chips in a wooden border, on it a swing, a slide, a seesaw and what else children climb on."""

from __future__ import annotations

import numpy as np
from mathutils import Matrix

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lawn, lifted, woods
from diorama_stage.sets.country.woods import bench, spaced
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.ground.scatter import cone, generator, keep_clear, scatter
from diorama_stage.sets.paint import plain, standard
from diorama_stage.sets.registry import setting
from diorama_stage.sets.works import prop

PIECES = ("swing", "slide", "seesaw", "climbing_frame")
"""What stands there, less what is a subject itself."""


@setting("playground")
def playground(site: Site) -> None:
    plan, seed = site.plan, site.seed
    season = site.environment.get("season") or "summer"
    z = plan.floor_z
    near, far = min(plan.front_y - 3, site.view.eye[1] - 1.5), plan.back_y + 13.0
    half = max(11.0, plan.half_x + 7)

    def height(x, y):
        r = np.hypot(x, y)
        return 0.03 * fbm(x / 2, y / 2, 3, seed=seed) + 1.4 * fbm(x / 45, y / 45, 3, seed=seed + 1) * smooth(24, 90, r) + 10 * smooth(180, 600, r)

    made = lifted(site, height)
    inside = lambda x, y: (np.abs(x) < half) & (y > near) & (y < far)  # noqa: E731
    ground(site, made, earth.turf(plants.GREENS[season]), far=1500, rings=300, columns=300)
    site.add(mesh("chips", *_sheet(site, half, near, far, z), smooth=True, material=_chips()))
    border = Mesher()
    for x0, x1, y0, y1 in ((-half - 0.12, -half, near, far), (half, half + 0.12, near, far), (-half - 0.12, half + 0.12, far, far + 0.12)):
        border.soft(x0, x1, y0, y1, z - 0.1, z + 0.2, 0.02)
    site.add(border.object("border", standard("wood", "#8a6a48", size=3.0, finish=("weathered",)), smooth=True))
    lawn(site, made, plants.GREENS[season], tall=0.07, count=9000, far=45, salt=14, count_tuft=50, where=lambda x, y: ~inside(x, y))
    _pieces(site, z)
    leaves = plants.LEAVES[season]
    points = cone(site, 500, 15, 120, salt=71, power=0.8, margin=0.3)
    points = spaced(points[keep_clear(site, points, 2.5) & ~((np.abs(points[:, 0]) < half + 2) & (points[:, 1] < far + 2))], 6.5)[:46]
    kinds = [
        plants.broadleaf(
            seed + k, height=12, leaves=0 if season == "winter" else 9000, colour=leaves[k % len(leaves)], leaf=0.3, trunk=0.3, bare=0.16, spread=0.5
        )
        for k in range(3)
    ]
    scatter(site, kinds, at(made, points), generator(site, 7).uniform(0.7, 1.25, len(points)), salt=71, tilt=0.02, name="trees")
    woods(site, made, count=500, near=130, far=420, size=(9, 15), salt=35, leafy=True)
    bench(site, -half + 1.5, far - 2.0, z, turn=0.6)


def _sheet(site: Site, half: float, near: float, far: float, z: float):
    xs, ys = np.linspace(-half, half, 120), np.linspace(near, far, 160)
    x, y = np.meshgrid(xs, ys)
    level = smooth(site.extent, site.extent + 1.2, np.hypot(x, y))
    i, j = np.meshgrid(np.arange(159), np.arange(119), indexing="ij")
    a = i * 120 + j
    faces = np.stack([a, a + 1, a + 121, a + 120], axis=-1).reshape(-1, 4)
    return np.stack([x, y, z + 0.012 + 0.05 * level * (0.6 + fbm(x / 1.3, y / 1.3, 4, seed=site.seed))], axis=-1).reshape(-1, 3), faces


def _chips():
    """Wood chips: flat splinters of many browns, scuffed darker where feet drag."""
    t = Tree("wood chips")
    turned = t.node("Mix", {0: 0.35, 4: t.position(), 5: t.noise(11, detail=2, out="Color")}, data_type="VECTOR").outputs[1]
    flakes, hue = t.cells(34, vector=t.scaled(turned, (1, 2.1, 1))), t.cells(34, out="Color", vector=t.scaled(turned, (1, 2.1, 1)))
    tone = t.ramp(t.xyz(hue)[0], [(0.0, "#6d4f34"), (0.3, "#a3805a"), (0.55, "#876546"), (0.8, "#bd9d76"), (1.0, "#5a4330")], interpolation="CONSTANT")
    tone = t.mix(t.span(flakes, 0.28, 0.6), tone, "#33261a")
    tone = t.mix(t.span(t.noise(0.7, detail=5), 0.5, 0.7, 0.0, 0.5), tone, "#5b4a39")
    return t.surface(t.principled(tone, 0.95, normal=t.bump(t.span(flakes, 0.6, 0.0), 0.02), Specular_IOR_Level=0.15))


def _pieces(site: Site, z: float) -> None:
    """The pieces in a loose arc behind the subjects, each turned a little another way."""
    kinds = [k for k in PIECES if k not in site.things]
    start = site.plan.back_y + 2.6
    spots = [(-3.6, 2.6, 18), (3.4, 2.2, -28), (0.2, 6.2, 8), (-6.6, 6.8, 40), (6.4, 6.6, -12)]
    for k, kind in enumerate(kinds):
        x, y, turn = spots[k]
        if kind == "climbing_frame":
            dome(site, x, start + y, z)
            continue
        whole = prop(kind, site.seed + k)
        whole.matrix_world = Matrix.Translation((x, start + y, z)) @ Matrix.Rotation(np.radians(turn), 4, "Z") @ whole.matrix_world
        site.add(whole)


def dome(site: Site, x: float, y: float, z: float, radius: float = 1.5) -> None:
    """A climbing dome of bent tubes: meridians, rings, and diagonals between."""
    bars = Mesher((x, y, z, 0.0))
    rows = [(radius * np.cos(e), 1.25 * radius * np.sin(e)) for e in np.radians((0, 24, 48, 70))]
    count = 10
    point = lambda k, r: (r[0] * np.cos(2 * np.pi * k / count), r[0] * np.sin(2 * np.pi * k / count), r[1])  # noqa: E731
    for i, row in enumerate(rows):
        if i:
            bars.tube([point(k, row) for k in np.linspace(0, count, 41)], 0.021, sides=8)
        for k in range(count):
            shift = 0.5 * (i % 2)
            if i + 1 < len(rows):
                for d in (-0.5, 0.5):
                    bars.tube([point(k + shift, row), point(k + shift + d, rows[i + 1])], 0.021, sides=8)
    site.add(bars.object("climbing frame", plain(("#c8342a", "#2d6aa3", "#d9a423")[site.seed % 3], 0.35), smooth=True))

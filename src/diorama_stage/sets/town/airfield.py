# SPDX-License-Identifier: GPL-3.0-or-later
"""A runway across the picture: worn asphalt with its markings and tyre marks, grass, far off a terminal, hangars and a tower."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import woods
from diorama_stage.sets.country.landscapes import fields
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.paint import glowing, plain
from diorama_stage.sets.registry import setting


@setting("airfield")
def airfield(site: Site) -> None:
    seed = site.seed
    half = max(20.0, 1.15 * site.extent)
    near = min(-half, site.view.eye[1] - 8)

    def height(x, y):
        r = np.hypot(x, y)
        return (
            -0.12
            + 5 * fbm(x / 300, y / 300, 3, seed=seed) * smooth(250, 900, r)
            + 260 * ridged(x / 2600, y / 2600, 6, seed=seed + 3, sharp=1.2) * smooth(1200, 4800, r) * smooth(0, 500, y)
        )

    ground(site, height, fields(plants.GREENS[site.environment.get("season") or "summer"]), far=13000, rings=360, columns=300)
    site.add(mesh("runway", [(-1500, near, 0), (1500, near, 0), (1500, half, 0), (-1500, half, 0)], [(0, 1, 2, 3)], material=worn_asphalt(site.wet)))
    paint = Mesher()
    for x in np.arange(-600, 600, 50.0):
        paint.box(x, x + 30, -0.45, 0.45, 0, 0.006)
    for y in (half - 2.0, -half + 2.0):
        paint.box(-1500, 1500, y - 0.45, y + 0.45, 0, 0.006)
    site.add(paint.object("markings", plain("#d6d3c8", 0.7, bump=0.002)))
    lights = Mesher()
    for x in np.arange(-600, 600, 30.0):
        lights.soft(x - 0.1, x + 0.1, half + 0.9, half + 1.1, 0, 0.35, 0.03)
    site.add(lights.object("edge lights", site.glow(glowing("#ffd9a0", 8.0), "practical") if site.dark else plain("#d8b23a", 0.4), smooth=True))
    buildings(site, half + 190)
    woods(
        site,
        height,
        count=2200,
        near=320,
        far=2200,
        size=(6, 14),
        salt=35,
        leafy=True,
        where=lambda x, y, z: (y > half + 330) & (fbm(x / 160, y / 160, 3, seed=seed + 9) > 0.05),
    )


def worn_asphalt(wet: float):
    """Grey asphalt: sealed cracks, patches, black rubber along the middle where wheels touch down."""
    t = Tree("runway")
    _, y, _ = t.xyz(t.position())
    grain, broad = t.noise(45, detail=4), t.noise(0.15, detail=6)
    tone = t.mix(t.span(broad, 0.35, 0.65), "#5c5b58", "#737069")
    rubber = t.math(
        "MULTIPLY", t.span(t.math("ABSOLUTE", y), 7.0, 2.0), t.span(t.noise(0.5, detail=6, vector=t.scaled(t.position(), (0.05, 1.4, 1))), 0.36, 0.6)
    )
    tone = t.mix(t.math("MULTIPLY", rubber, 0.7), tone, "#1e1d1c")
    seam = t.cells(
        0.13,
        feature="DISTANCE_TO_EDGE",
        vector=t.node("Mix", {0: 0.06, 4: t.position(), 5: t.noise(1.0, detail=3, out="Color")}, data_type="VECTOR").outputs[1],
    )
    tone = t.mix(t.span(seam, 0.012, 0.004), tone, "#191817")
    tone = t.mix(0.4, tone, t.ramp(grain, [(0.35, "#2a2927"), (0.65, "#b9b5ab")]), blend="OVERLAY")
    return t.surface(t.principled(tone, 0.9 - 0.6 * wet, normal=t.bump(grain, 0.004)))


def buildings(site: Site, y: float) -> None:
    """A long glazed terminal, two hangars with curved roofs, a control tower."""
    pale, dark, panes = Mesher(), Mesher(), Mesher()
    pale.box(-130, 60, y, y + 40, 0, 4.5)
    panes.box(-128, 58, y - 0.2, y, 4.5, 13)
    pale.box(-132, 62, y - 3, y + 42, 13, 14.2)
    for x in np.arange(-128, 58, 6.2):
        dark.box(x, x + 0.4, y - 0.5, y - 0.2, 4.5, 13)
    for x0 in (95.0, 150.0):
        a = np.linspace(0, np.pi, 17)
        for k in range(16):
            u0, u1 = x0 + 24 - 24 * np.cos(a[k]), x0 + 24 - 24 * np.cos(a[k + 1])
            z0, z1 = 6 + 9 * np.sin(a[k]), 6 + 9 * np.sin(a[k + 1])
            pale.add([(u0, y, z0), (u1, y, z1), (u1, y + 45, z1), (u0, y + 45, z0)], [(0, 1, 2, 3)])
            pale.add([(u0, y, 0), (u1, y, 0), (u1, y, z1), (u0, y, z0)], [(0, 1, 2, 3)])
        dark.box(x0 + 6, x0 + 42, y - 0.2, y, 0, 9)
    x = 75.0
    pale.tube([(x, y - 10, 0), (x, y - 10, 26)], [3.4, 2.6], sides=20)
    panes.tube([(x, y - 10, 26), (x, y - 10, 30.5)], [4.4, 6.2], sides=12)
    pale.tube([(x, y - 10, 30.5), (x, y - 10, 31.4)], [6.6, 6.6], sides=12)
    dark.tube([(x, y - 10, 31), (x, y - 10, 38)], 0.15, sides=6)
    glass = site.glow(glowing("#ffd9a0", 2.0), "window") if site.dark else plain("#3c4d58", 0.12)
    site.add(pale.object("buildings", plain("#c9c7c0", 0.6)), dark.object("frames", plain("#4a4f53", 0.6)), panes.object("glazing", glass))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Beyond the air: stars all round, and a planet's limb below what hangs there, unless planets are the subject themselves."""

from __future__ import annotations

import numpy as np

from diorama_catalogue import Tag, tagged
from diorama_stage.kit.mesher import grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.registry import setting


@setting("space")
def space(site: Site) -> None:
    """The sky is the world's own (stars); here comes only the planet."""
    if site.things & tagged(Tag.CELESTIAL):
        return
    reach = max(site.view.subject_distance, 2.0)
    radius = 160 * reach
    forward = np.array(site.view.forward)
    across = np.array((forward[1], -forward[0], 0.0))
    across /= max(np.linalg.norm(across), 1e-6)
    down = np.cross(forward, across)
    down *= -1 if down[2] > 0 else 1
    tilt = site.view.fov_y / 2
    away = 1.9 * radius
    middle = np.array(site.view.eye) + forward * away * np.cos(0.52 + tilt) + down * away * np.sin(0.52 + 0.45 * tilt) + across * 0.35 * radius
    lon, lat = np.meshgrid(np.linspace(0, 2 * np.pi, 257), np.linspace(-np.pi / 2, np.pi / 2, 129))
    ball = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    for name, size, paint in (("planet", 1.0, seas(middle, radius)), ("air", 1.022, _rim())):
        p = middle + radius * size * ball
        vertices, faces = grid(p[..., 0], p[..., 1], p[..., 2])
        site.add(mesh(name, vertices, faces, smooth=True, material=paint))


def seas(middle, radius: float):
    """Oceans, continents and cloud bands in weather-like swirls."""
    t = Tree("planet")
    p = t.scaled(t.position(), 1 / radius, tuple(-middle / radius))
    land = t.span(t.noise(1.7, detail=9, roughness=0.6, vector=p), 0.52, 0.56)
    ground = t.mix(t.noise(4, detail=8, vector=p), "#4f6a35", "#a88a5a")
    tone = t.mix(land, "#123f78", ground)
    swirl = t.node("Mix", {0: 0.16, 4: p, 5: t.noise(3.2, detail=3, vector=p, out="Color")}, data_type="VECTOR").outputs[1]
    clouds = t.span(t.noise(3.4, detail=10, roughness=0.66, vector=t.scaled(swirl, (1, 1, 1.7))), 0.5, 0.68)
    return t.surface(t.principled(t.mix(clouds, tone, "#f3f6f8"), t.mix(land, "#606060", "#e0e0e0"), Specular_IOR_Level=0.3))


def _rim():
    """The blue line of air along the limb."""
    t = Tree("rim of air")
    facing = t.node("LayerWeight", {0: 0.5}).outputs["Facing"]
    rim = t.math("MULTIPLY", t.span(facing, 0.72, 0.97), t.span(facing, 1.0, 0.975))
    return t.surface(
        t.blend(t.math("MULTIPLY", rim, 0.8), t.node("BsdfTransparent", {0: "#ffffff"}).outputs[0], t.node("BsdfDiffuse", {0: "#6fb6ff"}).outputs[0])
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""Ground that is not the Earth's: the moon under a black sky with the Earth in it, red and strange planets under skies of their own."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit.mesher import grid, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lifted
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone, generator, headroom, keep_clear, scatter
from diorama_stage.sets.registry import setting
from diorama_stage.sets.space import seas

FAR = 26000.0
"""Metres: how far off discs in the sky are built."""


@setting("moon_surface")
def moon(site: Site) -> None:
    """Grey dust pocked with craters of all sizes, stones, rounded mountains under a black sky; the Earth over them."""
    made = lifted(site, cratered(site, 260.0))
    ground(site, made, dust("#5d5b58", "#8d8a85", "#3c3b39"), far=9000, rings=620, columns=460)
    strewn(site, made, stone("#6b6967", "#a3a09b"))
    disc(site, "earth", 0.5, 2.6 if not site.has("earth") else 3.6, lambda middle, radius: seas(middle, radius))


@setting("planet_surface")
def planet(site: Site) -> None:
    """Red dust and rock as on Mars, or a world nobody has seen: spires of stone, strange colours, moons in its sky."""
    strange = not site.has("mars")
    craters = cratered(site, 120.0)
    seed = site.seed

    def height(x, y):
        r = np.hypot(x, y)
        mesas = smooth(0.1, 0.16, fbm(x / 900, y / 900, 5, seed=seed + 12)) * 120 * smooth(900, 2600, r)
        spires = ridged(x / 300, y / 300, 5, seed=seed + 9) ** 4 * 90 * smooth(200, 900, r) * strange
        return 0.5 * craters(x, y) + 0.35 * fbm(x / 7, y / 7, 4, seed=seed + 2) * smooth(3, 12, r) + (mesas + spires) * smooth(-50, 300, y)

    made = lifted(site, height)
    soil = ("#4b3a5c", "#7d6a86", "#241d33") if strange else ("#8a4626", "#b9713f", "#4d2513")
    ground(site, made, dust(*soil, banded=True), far=12000, rings=600, columns=460)
    strewn(site, made, stone(*(("#3d3450", "#8f7d9c") if strange else ("#6b3a24", "#b07a54"))))
    if strange or site.has("moon"):
        for k, (share, size) in enumerate(((-0.45, 5.5), (0.42, 1.8))):
            disc(site, "moon", share, size, lambda middle, radius, k=k: barren(radius, k), up=0.72 + 0.16 * k)


def cratered(site: Site, broad: float):
    """Heights of a surface that was struck: bowls with raised rims, many small and few large, and rounded mountains far off. Pure in x, y (metres)."""
    rng = np.random.default_rng([site.seed, 31])
    n = 420
    radius = 0.5 * (broad / 0.5) ** (rng.random(n) ** 2.6)
    spread = 14 + 5.5 * radius + 500 * rng.random(n) * (radius / broad) ** 0.35
    turn = rng.uniform(-0.75, 0.75, n) + site.view.yaw
    cx, cy = site.view.eye[0] - spread * np.sin(turn), site.view.eye[1] + spread * np.cos(turn)

    def height(x, y):
        z = 0.1 * fbm(x / 2.5, y / 2.5, 5, seed=site.seed) + 0.9 * fbm(x / 40, y / 40, 4, seed=site.seed + 1) * smooth(5, 40, np.hypot(x, y))
        for k in range(n):
            near = (np.abs(x - cx[k]) < 2 * radius[k]) & (np.abs(y - cy[k]) < 2 * radius[k])
            if near.any():
                s = np.hypot(x[near] - cx[k], y[near] - cy[k]) / radius[k]
                bowl = np.where(s < 1, 0.24 * (s**2 - 1) + 0.055, 0.055 * np.exp(-((np.maximum(s - 1, 0) / 0.3) ** 1.4)))
                z[near] += radius[k] * bowl * smooth(2.0, 1.5, s)
        r = np.hypot(x, y)
        return z + (ridged(x / 2600, y / 2600, 3, seed=site.seed + 5) * 210 + 110 * fbm(x / 1500, y / 1500, 3, seed=site.seed + 6)) * smooth(
            1200, 5200, r
        ) * smooth(0, 800, y)

    return lambda x, y: height(np.asarray(x, dtype=float), np.asarray(y, dtype=float))


def dust(colour: str, pale: str, dark: str, *, banded: bool = False) -> bpy.types.Material:
    """Fine dust, darker where it was stirred, grains and pits; `banded`: layered rock where it is steep."""
    t = Tree("dust")
    p = t.position()
    grain, broad, patches = t.noise(240, detail=4, roughness=0.7), t.noise(0.09, detail=7), t.noise(2.2, detail=8, roughness=0.65)
    tone = t.mix(t.span(broad, 0.36, 0.64), colour, pale)
    tone = t.mix(t.span(patches, 0.5, 0.68, 0.0, 0.45), tone, dark)
    tone = t.mix(0.35, tone, t.ramp(grain, [(0.3, "#1b1b1b"), (0.7, "#e4e4e4")]), blend="SOFT_LIGHT")
    if banded:
        _, _, z = t.xyz(p)
        level = t.math("ADD", t.math("MULTIPLY", z, 0.07), t.math("MULTIPLY", t.noise(0.012, detail=4), 1.1))
        rock = t.ramp(t.noise(1.5, detail=5, vector=t.combine(0.0, 0.0, level)), [(0.32, dark), (0.5, colour), (0.6, pale), (0.72, dark)])
        up = t.xyz(t.node("NewGeometry").outputs["Normal"])[2]
        tone = t.mix(t.span(up, 0.88, 0.7), tone, rock)
    pits = t.span(t.cells(6.0), 0.22, 0.05)
    height = t.math("ADD", t.math("MULTIPLY", patches, 1.0), t.math("ADD", t.math("MULTIPLY", grain, 0.06), t.math("MULTIPLY", pits, -0.25)))
    return t.surface(t.principled(tone, 0.98, normal=t.bump(height, 0.06), Specular_IOR_Level=0.05))


def stone(dark: str, pale: str) -> bpy.types.Material:
    t = Tree("stone")
    rough = t.noise(5, detail=10, roughness=0.7)
    return t.surface(t.principled(t.mix(rough, dark, pale), 0.95, normal=t.bump(rough, 0.05), Specular_IOR_Level=0.1))


def strewn(site: Site, made, paint: bpy.types.Material) -> None:
    """Stones of all sizes, half sunk."""
    points = cone(site, 1500, 1.2, 140, salt=43, power=0.55)
    rng = generator(site, 43)
    size = 0.03 * (1.1 / 0.03) ** (rng.random(len(points)) ** 3.2)
    size = np.minimum(size, headroom(site, points))
    kept = (size > 0.015) & (keep_clear(site, points, 0.2) | (size < 0.06))
    scatter(site, plants.stones(site.seed + 43, paint, round=0.25, detail=18), at(made, points[kept]), size[kept], salt=43, tilt=0.5, name="rocks")


def disc(site: Site, name: str, share: float, degrees: float, paint, up: float = 0.8) -> None:
    """A ball in the sky of `degrees` across: `share` of the frame's half width from its middle, `up` of the way from the horizon to its upper edge."""
    cx, half, cz, tall = site.view.frame(FAR)
    if site.seed % 2:
        share = -share
    radius = FAR * np.radians(degrees) / 2
    level = site.view.eye[2]
    top = max(cz + tall - 1.6 * radius, level + 1.5 * radius)
    middle = np.array((cx + share * half, FAR, level + max(up * (top - level), 1.4 * radius)))
    lon, lat = np.meshgrid(np.linspace(0, 2 * np.pi, 129), np.linspace(-np.pi / 2, np.pi / 2, 65))
    ball = middle + radius * np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    vertices, faces = grid(ball[..., 0], ball[..., 1], ball[..., 2])
    site.add(mesh(name, vertices, faces, smooth=True, material=paint(middle, radius)))


def barren(radius: float, k: int) -> bpy.types.Material:
    """A moon: plains and bright craters."""
    t = Tree("moon")
    p = t.scaled(t.position(), 1 / radius, (3.1 * k, 0, 0))
    tone = t.mix(t.span(t.noise(1.3, detail=8, vector=p), 0.42, 0.6), ("#8f8a86", "#b08a6a")[k % 2], ("#c9c5bd", "#d9c3a5")[k % 2])
    return t.surface(t.principled(t.mix(t.span(t.cells(5, vector=p), 0.12, 0.05), tone, "#e8e4dc"), 1.0, Specular_IOR_Level=0.0))

# SPDX-License-Identifier: GPL-3.0-or-later
"""A volcano: a cone of ash with a crater and a thin plume; erupting, with a fountain of fire, streams of lava, and a column of ash lit from below."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import Mesher
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lifted
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import Height, ground
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.ground.scatter import cone as spread
from diorama_stage.sets.ground.scatter import generator, keep_clear, scatter

TALL, WIDE, CRATER = 900.0, 760.0, 95.0
"""Metres: how high the cone rises, over what distance it falls to a third, how wide its mouth is."""
AWAY = 3700.0
"""From the subjects to its middle."""


def volcano(site: Site) -> None:
    """The land about it, the cone, and what comes out of it."""
    seed, top = site.seed, np.array((-180.0 if site.seed % 2 else 220.0, site.plan.back_y + AWAY))

    def height(x, y):
        r, d = np.hypot(x, y), np.hypot(x - top[0], y - top[1])
        a = np.arctan2(y - top[1], x - top[0])
        gullies = 1 + 0.05 * np.sin(17 * a + 3 * fbm(x / 300, y / 300, 3, seed=seed)) * smooth(120, 500, d)
        rise = TALL * (np.exp(-d / WIDE * gullies) * 1.12 - 0.12 * np.exp(-((d / 300) ** 2)))
        rise -= 150 * (1 - smooth(CRATER * 0.55, CRATER * 1.15, d)) - 26 * fbm(x / 130, y / 130, 5, seed=seed + 1) * smooth(60, 400, d)
        near = 0.25 * fbm(x / 6, y / 6, 5, seed=seed + 2) + 5 * fbm(x / 60, y / 60, 4, seed=seed + 3) * smooth(15, 120, r)
        return near + rise * smooth(150, 1100, r) + 120 * ridged(x / 1500, y / 1500, 6, seed=seed + 4) * smooth(1200, 4000, r) * smooth(500, 1200, d)

    made = lifted(site, height)
    hot = site.has("erupting")
    ground(site, made, ash(site, top, hot), far=16000, rings=640, columns=520)
    _stones(site, made)
    summit = float(made(np.array([top[0] + CRATER]), np.array([top[1]]))[0])
    plume(site, top, summit - 30, hot)
    if hot:
        fountain(site, top, summit - 90)
        site.lamp(float(top[0]), float(top[1]) - 60, summit + 190, radius=90.0, kelvin=1700, watts=4.5e7 if site.dark else 8e6)


def ash(site: Site, top: np.ndarray, hot: bool):
    """Dark ash and rust-red scoria, grey at the foot with scrub; streams of lava down the gullies."""
    t = Tree("ash")
    x, y, _ = t.xyz(t.position())
    dx, dy = t.math("SUBTRACT", x, float(top[0])), t.math("SUBTRACT", y, float(top[1]))
    d = t.math("SQRT", t.math("ADD", t.math("MULTIPLY", dx, dx), t.math("MULTIPLY", dy, dy)))
    broad, fine = t.noise(0.008, detail=9, roughness=0.62), t.noise(1.1, detail=10, roughness=0.7)
    tone = t.ramp(broad, [(0.32, "#1d1a19"), (0.46, "#3a332f"), (0.56, "#4b3a31"), (0.66, "#5a3428"), (0.78, "#37322f")])
    scrub = t.math("MULTIPLY", t.span(d, 1000, 1900), t.span(t.noise(0.05, detail=8, roughness=0.7), 0.44, 0.58))
    tone = t.mix(scrub, tone, t.mix(fine, "#2f3a20", "#5b6137"))
    tone = t.mix(0.5, tone, t.ramp(fine, [(0.3, "#141210"), (0.7, "#b3a89c")]), blend="OVERLAY")
    shader = t.principled(tone, 0.95, normal=t.bump(t.math("ADD", fine, t.math("MULTIPLY", broad, 3.0)), 0.4), Specular_IOR_Level=0.15)
    if not hot:
        return t.surface(shader)
    angle = t.node("Math", {0: dy, 1: dx}, operation="ARCTAN2").outputs[0]
    wander = t.math("MULTIPLY", t.math("SUBTRACT", t.noise(0.006, detail=5), 0.5), 1.1)
    stream = t.math("ABSOLUTE", t.math("SINE", t.math("MULTIPLY", t.math("ADD", angle, wander), 3.5)))
    band = t.math("MULTIPLY", t.span(stream, 0.1, 0.02), t.span(d, 900, 300, smooth=False))
    mouth = t.span(d, CRATER * 1.15, CRATER * 0.7)
    crust = t.span(t.noise(0.09, detail=8, roughness=0.7), 0.6, 0.42)
    heat = t.math("MAXIMUM", t.math("MULTIPLY", band, crust), mouth)
    glow = t.emission(
        t.ramp(heat, [(0.0, "#3a0500"), (0.4, "#c21d02"), (0.75, "#ff5a0c"), (1.0, "#ffc04a")]), t.math("MULTIPLY", heat, 26.0 if site.dark else 9.0)
    )
    return t.surface(t.sum(shader, glow))


def _stones(site: Site, made: Height) -> None:
    rng = generator(site, 46)
    points = spread(site, 420, 1.8, 70, salt=46, power=0.6)
    points = points[keep_clear(site, points, 0.3)][:190]
    rock = earth.rocky("#4a4440", "#1f1c1b", scale=2, tinted=True, lichen=0.1)
    scatter(
        site,
        plants.stones(site.seed + 46, rock, round=0.2, detail=22),
        at(made, points),
        rng.uniform(0.05, 0.7, len(points)),
        salt=46,
        tilt=0.4,
        name="lava rocks",
    )


def puffs(m: Mesher, rng, path: np.ndarray, radius: np.ndarray, count: int) -> None:
    """Billows along a path: lumpy balls, smaller ones on larger ones."""
    shapes = [plants.rock(int(rng.integers(1 << 16)), rough=0.32, detail=30, flat=1.0, round=0.75) for _ in range(4)]
    for k in range(count):
        u = rng.random() ** 0.9
        at_ = np.array([np.interp(u, np.linspace(0, 1, len(path)), path[:, c]) for c in range(3)])
        r = float(np.interp(u, np.linspace(0, 1, len(radius)), radius))
        away = rng.normal(size=3)
        away /= np.linalg.norm(away)
        v, f = shapes[k % 4]
        m.add(np.asarray(v) * r * rng.uniform(0.34, 0.62) + at_ + away * r * rng.uniform(0.3, 0.75), np.asarray(f), tint=np.ones(3) * rng.uniform(0.8, 1.12))


def plume(site: Site, top: np.ndarray, z: float, hot: bool) -> None:
    """The column over the crater, which leans with the wind and widens; of ash where it erupts, else a thin white one."""
    rng, m = generator(site, 47), Mesher()
    s = 1.0 if site.seed % 2 else -1.0
    u = np.linspace(0, 1, 12)
    high, lean, wide = (1500.0, 700.0, 330.0) if hot else (420.0, 420.0, 85.0)
    path = np.stack([top[0] + s * lean * u**1.7, np.full(12, top[1]), z + high * u**0.85], axis=1)
    puffs(m, rng, path, wide * (0.2 + 0.8 * u**0.7), 240 if hot else 60)
    t = Tree("plume")
    _, _, h = t.xyz(t.position())
    lump = t.noise(0.012 if hot else 0.03, detail=9, roughness=0.62)
    tone = t.mix(lump, "#3d3835" if hot else "#c9c9c8", "#8d8580" if hot else "#ececec")
    shader = t.principled(t.mix(1.0, tone, t.attribute("Tint"), blend="MULTIPLY"), 1.0, normal=t.bump(lump, 9.0), Specular_IOR_Level=0.0)
    if hot:
        lit = t.math("MULTIPLY", t.span(h, z + 620, z + 20), t.span(lump, 0.36, 0.66, 0.3, 1.0))
        shader = t.sum(
            shader, t.emission(t.ramp(lit, [(0.0, "#300a04"), (0.5, "#a82a08"), (1.0, "#ff7a22")]), t.math("MULTIPLY", lit, 1.5 if site.dark else 0.5))
        )
    site.add(m.object("plume", t.surface(shader), smooth=True))


def fountain(site: Site, top: np.ndarray, z: float) -> None:
    """Gouts of lava thrown up, each drawn out along its arc."""
    rng, m = generator(site, 48), Mesher()
    for _ in range(260):
        a, speed = rng.uniform(0, 2 * np.pi), rng.uniform(35, 78)
        out, t0 = rng.uniform(2, 17) * rng.random(), rng.uniform(1.0, 11.0)
        t = t0 + np.linspace(0, 0.45, 4)
        arc = np.stack([top[0] + out * t * np.cos(a), top[1] + out * t * np.sin(a), z + 60 + speed * t - 4.9 * t**2], axis=1)
        if arc[-1, 2] > z:
            m.tube(arc, np.array([0.3, 1.0, 0.9, 0.25]) * rng.uniform(1.2, 4.2), sides=6)
    paint = Tree("fountain")
    heat = paint.noise(0.05, detail=3)
    made = m.object(
        "fountain", paint.surface(paint.emission(paint.ramp(heat, [(0.35, "#ff3a06"), (0.65, "#ffb03a")]), 40.0 if site.dark else 14.0)), smooth=True
    )
    site.add(made)

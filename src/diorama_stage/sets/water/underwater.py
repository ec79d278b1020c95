# SPDX-License-Identifier: GPL-3.0-or-later
"""Below the surface of a clear sea: rippled sand, rocks and corals, weed, a school of small fish far off, light that dances through the waves."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit.mesher import Mesher, mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.country import plants
from diorama_stage.sets.country.cover import at, lifted
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.ground.scatter import cone, generator, headroom, keep_clear, scatter
from diorama_stage.sets.paint import plain
from diorama_stage.sets.registry import setting

CORALS = ("#c9604a", "#d99a52", "#b46a8c", "#c7b24e", "#8f74b0", "#cf8a6f")


@setting("underwater")
def underwater(site: Site) -> None:
    seed = site.seed

    def height(x, y):
        r = np.hypot(x, y)
        return (
            0.05 * fbm(x / 1.2, y / 0.5, 3, seed=seed)
            + 0.5 * fbm(x / 6, y / 6, 4, seed=seed + 1) * smooth(2, 9, r)
            + 3.2 * smooth(0.05, 0.6, fbm(x / 16, y / 16, 4, seed=seed + 2)) * smooth(7, 18, r)
        )

    made = lifted(site, height)
    ground(site, made, earth.sand("#cdbd94", ripples=1.0, ripple_scale=5.0), far=220, rings=320, columns=300)
    rng = generator(site, 81)
    points = cone(site, 420, 2.2, 34, salt=81, power=0.7)
    reef = fbm(points[:, 0] / 4, points[:, 1] / 4, 3, seed=seed + 6) > -0.05
    points = points[keep_clear(site, points, 0.35) & reef][:150]
    sizes = np.minimum(rng.uniform(0.14, 0.75, len(points)), np.maximum(headroom(site, points), 0.05))
    scatter(site, plants.stones(seed + 3, _reef_rock(), round=0.5, detail=22), at(made, points), sizes, salt=81, tilt=0.3, name="rocks")
    _corals(site, made, points)
    _weed(site, made)
    _fish(site)
    _dancing_light(site)


def _reef_rock():
    t = Tree("reef rock")
    grown = t.noise(5, detail=8, roughness=0.7)
    tone = t.ramp(grown, [(0.32, "#3a3a34"), (0.48, "#7a6f5c"), (0.58, "#8a5a52"), (0.7, "#a59a6a")])
    return t.surface(t.principled(tone, 0.95, normal=t.bump(grown, 0.06)))


def _corals(site: Site, made, rocks: np.ndarray) -> None:
    """Branching and fan corals, and rounded brain corals, between and on the rocks."""
    rng = generator(site, 82)
    kinds = []
    for k, hue in enumerate(CORALS[:4]):
        m = Mesher()
        stack = [((0.0, 0.0, 0.0), (0.0, 0.0, 1.0), 0.32, 0.04, 0)]
        while stack:
            foot, along, long, thick, depth = stack.pop()
            along = np.asarray(along)
            tip = np.asarray(foot) + along * long
            m.tube([foot, (np.asarray(foot) + tip) / 2 + rng.normal(0, 0.012, 3), tip], [thick, thick * 0.88, thick * 0.74], sides=7)
            if depth < 3:
                for _ in range(3):
                    turn = along + rng.normal(0, 0.5 + 0.25 * (k % 2), 3) * (1.0, 1.0 if k % 2 else 0.25, 0.5)
                    turn[2] = abs(turn[2]) + 0.15
                    stack.append((tip, turn / np.linalg.norm(turn), long * 0.66, thick * 0.7, depth + 1))
        kinds.append(m.object("coral", plain(hue, 0.85, bump=0.01), smooth=True))
    points = cone(site, 700, 2.0, 22, salt=83, power=0.6)
    near = (
        np.min(np.hypot(points[:, None, 0] - rocks[None, :, 0], points[:, None, 1] - rocks[None, :, 1]), axis=1) < 0.9
        if len(rocks)
        else np.zeros(len(points), bool)
    )
    points = points[near & keep_clear(site, points, 0.2)][:120]
    scatter(
        site, kinds, at(made, points), np.minimum(rng.uniform(0.5, 1.3, len(points)), np.maximum(headroom(site, points), 0.1)), salt=83, tilt=0.3, name="corals"
    )
    points = points[::2] + rng.normal(0, 0.4, (len(points[::2]), 2))
    scatter(
        site,
        plants.stones(site.seed + 9, plain("#b58d5a", 0.9, bump=0.03), round=1.0, detail=18),
        at(made, points),
        rng.uniform(0.08, 0.24, len(points)),
        salt=84,
        tilt=0.2,
        name="brain corals",
    )


def _weed(site: Site, made) -> None:
    """Ribbons of weed that lean with the swell."""
    rng = generator(site, 85)
    kinds = []
    for k in range(3):
        m = Mesher()
        for _ in range(16):
            a, r = rng.uniform(0, 2 * math.pi), 0.12 * math.sqrt(rng.random())
            long = rng.uniform(0.35, 0.95)
            t = np.linspace(0, 1, 13)
            lean = 0.35 * t**1.4 + 0.05 * np.sin(7 * t + rng.uniform(0, 6))
            mid = np.stack([r * math.cos(a) + lean * long, r * math.sin(a) + 0.06 * np.sin(5 * t + a), long * t], axis=1)
            half = 0.018 * (1 - t**3) + 0.002
            side = np.stack([np.sin(a + 2 * t), np.cos(a + 2 * t), 0 * t], axis=1) * half[:, None]
            both = np.stack([mid - side, mid + side], axis=1).reshape(-1, 3)
            i = np.arange(12) * 2
            m.add(both, np.stack([i, i + 1, i + 3, i + 2], axis=-1))
        kinds.append(m.object("weed", plants.foliage(("#4d6b2a", "#6d7a2c", "#3f5f3a")[k])))
    points = cone(site, 500, 1.8, 26, salt=86, power=0.6)
    points = points[keep_clear(site, points, 0.2) & (fbm(points[:, 0] / 3, points[:, 1] / 3, 2, seed=site.seed + 11) > 0.08)][:110]
    scatter(
        site, kinds, at(made, points), np.minimum(rng.uniform(0.5, 1.5, len(points)), np.maximum(headroom(site, points), 0.1)), salt=86, tilt=0.08, name="weed"
    )


def _fish(site: Site) -> None:
    """A school that turns together, beside and behind the subjects."""
    rng = generator(site, 87)
    body = Mesher()
    t = np.linspace(0, 1, 12)
    rows = np.stack([0.5 - t, 0 * t, 0 * t], axis=1)
    tall, wide = 0.17 * np.sin(np.pi * np.clip(t * 0.92 + 0.05, 0, 1)) ** 0.8, 0.06 * np.sin(np.pi * np.clip(t * 0.95 + 0.04, 0, 1)) ** 0.8
    a = np.linspace(0, 2 * np.pi, 11)[:-1]
    skin = np.array([[(x, w * math.cos(b), h * math.sin(b)) for b in a] for (x, _, _), w, h in zip(rows, wide, tall, strict=True)])
    i, j = np.meshgrid(np.arange(11), np.arange(10), indexing="ij")
    q = i * 10 + j
    body.add(skin.reshape(-1, 3), np.stack([q, i * 10 + (j + 1) % 10, (i + 1) * 10 + (j + 1) % 10, q + 10], axis=-1).reshape(-1, 4))
    body.add([(-0.42, 0, 0), (-0.72, 0, 0.2), (-0.62, 0, 0.0), (-0.72, 0, -0.2)], [(0, 1, 2, 3)])
    whole = body.object("fish", plain("#9fb6c4", 0.25, metal=0.5), smooth=True)
    count = 46
    centre = np.array((site.view.eye[0] * 0.3 + (3.2 if site.seed % 2 else -3.2), site.plan.back_y + 6.0, 2.6))
    places = centre + rng.normal(0, 1, (count, 3)) * (1.9, 1.6, 0.6)
    scatter(site, [whole], places, rng.uniform(0.14, 0.24, count), salt=87, tilt=0.12, name="school")


def _dancing_light(site: Site) -> None:
    """Caustics: the waves gather the sun's light in bright lines. A sheet overhead that only light meets, brighter along the borders of drifting cells."""
    t = Tree("caustics")
    p = t.node("Mix", {0: 0.18, 4: t.position(), 5: t.noise(1.3, detail=3, out="Color")}, data_type="VECTOR").outputs[1]
    lines = t.cells(1.15, feature="DISTANCE_TO_EDGE", vector=p)
    finer = t.cells(2.3, feature="DISTANCE_TO_EDGE", vector=t.scaled(p, 1.0, (3.1, 1.7, 0)))
    gain = t.math("ADD", t.math("MULTIPLY", t.span(lines, 0.13, 0.0), 2.4), t.math("ADD", t.math("MULTIPLY", t.span(finer, 0.1, 0.0), 0.9), 0.45))
    sheet = mesh(
        "caustics",
        [(-60, -60, 5.5), (60, -60, 5.5), (60, 60, 5.5), (-60, 60, 5.5)],
        [(0, 1, 2, 3)],
        material=t.surface(t.node("BsdfTransparent", {0: t.combine(gain, gain, gain)}).outputs[0]),
    )
    for ray in ("camera", "diffuse", "glossy", "transmission", "volume_scatter"):
        setattr(sheet, f"visible_{ray}", False)
    site.add(sheet)

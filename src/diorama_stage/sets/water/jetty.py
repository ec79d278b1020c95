# SPDX-License-Identifier: GPL-3.0-or-later
"""A wooden jetty: planks across two beams, from under the lens past the subjects and out over the water, on posts."""

from __future__ import annotations

from diorama_stage.kit.mesher import Mesher
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.paint import asked, standard

PLANK, GAP, THICK = 0.14, 0.009, 0.035
"""Metres."""

def jetty(site: Site, *, out: float = 7.0, frame: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> None:
    """Its top is the main surface, z = 0, unless the `frame` (x, y, z, degrees) puts it elsewhere."""
    plan, rng = site.plan, site.rng
    half = max(0.85, plan.half_x * 0.45 + 0.3) if not any(frame) else 0.95
    near, far = site.view.eye[1] - 1.5, plan.back_y + out
    planks, posts = Mesher(frame), Mesher(frame)
    y = near
    while y < far:
        wide = PLANK * rng.uniform(0.94, 1.05)
        tone = rng.uniform(0.72, 1.08)
        planks.soft(-half - rng.uniform(0, 0.03), half + rng.uniform(0, 0.03), y, y + wide, -THICK, -rng.uniform(0, 0.003), 0.004, steps=1, tint=(tone, tone * rng.uniform(0.97, 1.0), tone * rng.uniform(0.94, 1.0)))
        y += wide + GAP
    for s in (-1, 1):
        posts.box(s * (half - 0.12) - 0.05, s * (half - 0.12) + 0.05, near, far, -0.17, -THICK)
        y = plan.back_y + 0.4
        while y < far + 0.1:
            x, r, top = s * (half + 0.07), rng.uniform(0.065, 0.08), rng.uniform(0.22, 0.5)
            posts.tube([(x, y, -2.2), (x, y, top - 0.02), (x, y, top)], (r, r * 0.96, r * 0.8), sides=14)
            y += 2.1
    wood = asked(site.environment.get("ground"), "wood", size=1.4, seed=site.seed, tint=True) if (site.environment.get("ground") or {}).get("colours") else standard("wood", "#8d8071", size=1.4, tint=True)
    site.add(planks.object("planks", wood, smooth=True), posts.object("posts", standard("wood", "#6f6254", size=0.8), smooth=True))

# SPDX-License-Identifier: GPL-3.0-or-later
"""A lake between hills or mountains."""

from __future__ import annotations

import numpy as np

from diorama_stage.sets.country.cover import boulders, lawn, lifted, pebbles, snow_lies, woods
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground import earth
from diorama_stage.sets.ground.land import ground, sheet
from diorama_stage.sets.ground.noise import fbm, ridged, smooth
from diorama_stage.sets.registry import setting
from diorama_stage.sets.water.jetty import jetty

SPURS = ((1, 120, 26, 26, 1.5), (-1, 215, 62, 62, 1.3), (1, 430, 74, 120, 1.15), (-1, 760, 40, 215, 1.1), (1, 1090, 150, 330, 1.0))
"""Wooded spurs that run out into a lake from either side, one behind the other: side, distance, how far its tip lies from the middle, height, how pointed. Metres."""


@setting("lake")
def lake(site: Site) -> None:
    """A mountain lake: pebbled shore, mirror water, wooded spurs one behind the other, high peaks behind. What floats is far out, with the shore behind the lens."""
    plan, seed = site.plan, site.seed

    afloat = plan.shape == "water"
    planked = not afloat and not plan.table and site.has("jetty")
    shore = site.view.eye[1] - 90 if afloat else site.view.eye[1] - 2 if planked else plan.back_y + 0.9
    rx, ry = 460.0, 620.0
    tall = 1500.0 if site.has("hills") else 2500.0
    flip = 1 if seed % 2 else -1

    def spur(k, x, y):
        side, away, tip, _, point = SPURS[k]
        bend = 26 * fbm(x / 150 + 7 * k, y / 150, 3, seed=seed + k) + 5 * fbm(x / 30, y / 30, 3, seed=seed + k)
        return side * flip * x - tip - point * np.abs(y - shore - away * (1 + 0.1 * np.sin(seed + k))) + bend

    def inland(x, y):
        """Metres from the water's edge, positive on land."""
        s = np.hypot(x / rx, (y - shore - ry) / ry) - 1
        far = smooth(15, 120, np.hypot(x, y - shore))
        d = s * 430 + 46 * far * fbm(x / 150, y / 150, 5, seed=seed) + 0.35 * fbm(x / 1.7, y / 1.7, 3, seed=seed + 3)
        for k in range(1 if afloat else 0, len(SPURS)):
            d = np.maximum(d, spur(k, x, y))
        return d

    def height(x, y):
        d = inland(x, y)
        r = np.hypot(x, y)
        front = smooth(-60, 240, y)
        bank = np.where(d < 0, np.maximum(d * 0.07, -14), np.minimum(d * 0.075, 1.2) + np.maximum(d - 16, 0) * 0.05 * front)
        hills = fbm(x / 700 + 3, y / 420, 5, seed=seed + 1) * 90 * smooth(0, 500, d) + 75 * smooth(80, 900, d)
        for k, (_, _, _, high, _) in enumerate(SPURS):
            out = np.maximum(spur(k, x, y), 0)
            hills = np.maximum(hills, high * (1 - np.exp(-out / (1.5 * high))) * (1 + 0.3 * fbm(x / 130, y / 130, 5, seed=seed + 20 + k)) * smooth(40, 110, y - shore))
        behind = ridged(x / 2100, y / 1500 + 5, 6, seed=seed + 6) * 620 * smooth(1300, 3600, r)
        peaks = ridged(x / 5200 + 0.3 * fbm(x / 3000, y / 3000, 3, seed=seed), y / 5200, 7, seed=seed + 2) ** 1.25 * tall * smooth(3500, 9500, r)
        return plan.water_z + bank + (hills + behind + peaks) * front + 0.03 * fbm(x * 1.5, y * 1.5, 4, seed=seed + 5) * (d > -3)

    made = height if afloat or planked else lifted(site, height)
    autumn, snowed = site.environment.get("season") == "autumn", snow_lies(site)
    ground(site, made, earth.alpine(treeline=620, snowline=250 if snowed else 1150, autumn=autumn, shore=plan.water_z), far=14000, rings=600, columns=440)
    restless = site.environment.get("weather") in ("storm", "rain") or site.has("waves")
    sheet(site, plan.water_z, earth.water(ripple=0.004 if restless else 0.0011, scale=1.4, deep="#0b2430", shallow="#31423a", near=(2, 12), calm=0.5 if restless else 0.2))
    colour = "#5a5420" if autumn else "#2a3e2d"
    ashore = lambda x, y, z: (inland(x, y) > 2.5) & (z < 560) & (fbm(x / 90, y / 90, 3, seed=seed + 8) > -0.35)  # noqa: E731
    woods(site, made, count=3600, near=45, far=480, size=(5, 19), salt=30, colour=colour, snow=0.4 * snowed, where=ashore)
    woods(site, made, count=15000, near=480, far=3600, size=(9, 20), salt=31, colour=colour, snow=0.4 * snowed, where=ashore)
    if planked:
        jetty(site)
    elif afloat and site.has("jetty"):
        jetty(site, out=3.0, frame=(site.extent + 1.7, 0.0, plan.water_z + 0.55, -4.0))
    if afloat or planked:
        return
    pebbles(site, made, earth.pebble(0.15), count=9000, size=(0.01, 0.06))
    boulders(site, made, inland, count=22)
    lawn(site, made, "#6b6f44", tall=0.3, count=2600, far=40, salt=15, seeding=0.04, where=lambda x, y: (inland(x, y) > 1.6) & (np.abs(x) > plan.half_x * 0.6 + 0.4) | (np.abs(inland(x, y)) < 0.7) & (fbm(x / 1.5, y / 1.5, 2, seed=seed + 12) > 0.35))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads and paths over open land. With something on it the road crosses the picture; without, it winds away from the lens."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit.mesher import mesh
from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site
from diorama_stage.sets.ground.earth import dunes_and_mesas, gravel, trodden_snow
from diorama_stage.sets.ground.land import Height
from diorama_stage.sets.ground.noise import fbm, smooth
from diorama_stage.sets.paint import plain
from diorama_stage.sets.town.walls import asphalt

RISE = 0.05
"""Metres by which its top lies above the bed cut for it."""
SHOULDER = 6.0
"""Metres beside it within which the land comes to the road's height."""


class Road:
    """A ribbon along a curve: `across` the picture (y as a function of x) or away from the lens (x as a function of y)."""

    def __init__(self, site: Site, height: Height):
        self.paved, self.foot = not site.has("unpaved", "footpath"), site.has("footpath")
        self.half = 0.7 if self.foot else 3.4 if self.paved else 1.9
        self.across = (site.extent > 1.0 or site.plan.setting == "cliff") and not self.foot
        self._seed, self._start = site.seed, site.plan.back_y
        base = -40.0 if not self.across else -700.0
        self.along = np.concatenate([np.arange(base, 80.0, 0.25 if self.foot else 1.0), 80.0 * 1.02 ** np.arange(140)]) + (0 if self.across else site.view.eye[1])
        x, y = self._point(self.along)
        level = height(x, y)
        for _ in range(3):  # what a road builder does: no bumps
            level = np.convolve(np.pad(level, 6, mode="edge"), np.ones(13) / 13, mode="valid")
        near = smooth(site.extent + 3, site.extent + 16, np.abs(self.along))
        self.level = level * near + site.plan.floor_z * (1 - near) if self.across or site.extent > 0 else level

    def _centre(self, s: np.ndarray) -> np.ndarray:
        """The other coordinate of the middle of the road at `s`."""
        if self.across:
            bend = np.maximum(np.abs(s) - 14, 0)
            return 0.004 * bend**1.75 * np.where(s > 0, 1, 0.25) + 3 * fbm(s / 60, s * 0 + 2, 2, seed=self._seed) * smooth(12, 60, np.abs(s))
        away = np.maximum(s, 0)
        return (9 * np.sin(away / 33 + self._seed % 7) - 9 * np.sin(self._seed % 7)) * smooth(4, 60, away) + 60 * fbm(away / 190, away * 0 + 4, 3, seed=self._seed) * smooth(50, 400, away)

    def _point(self, s: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        c = self._centre(s)
        return (s, c) if self.across else (c, s)

    def off(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Metres from the middle of the road."""
        s, other = (x, y) if self.across else (y, x)
        slope = (self._centre(s + 0.5) - self._centre(s - 0.5))
        return np.abs(other - self._centre(s)) / np.hypot(1, slope)

    def cut(self, height: Height) -> Height:
        """The land with the road's bed in it, a hand below the ribbon."""

        def made(x, y):
            s = x if self.across else y
            away = self.off(x, y)
            bed = np.interp(s, self.along, self.level) - RISE
            share = np.maximum(smooth(self.half + 0.3, self.half + SHOULDER, away), smooth(self.along[-1] - 40, self.along[-1], np.abs(s)))
            return bed * (1 - share) + height(x, y) * share

        return made

    def build(self, site: Site) -> None:
        x, y = self._point(self.along)
        tangent = np.stack([np.gradient(x), np.gradient(y)], axis=-1)
        tangent /= np.linalg.norm(tangent, axis=-1, keepdims=True)
        side = np.stack([-tangent[:, 1], tangent[:, 0]], axis=-1)
        ragged = [0.0 if self.paved else 0.25 * self.half * fbm(self.along / 2.2, self.along * 0 + k, 3, seed=self._seed) for k in (1, 2)]
        if self.foot:  # feet wear no straight edge
            ragged = [r + 0.2 * self.half * fbm(self.along / 0.7, self.along * 0 + k, 3, seed=self._seed + 3) for k, r in enumerate(ragged)]
        lift = np.minimum(0.02 + 0.0006 * np.hypot(x, y), 0.5)
        self._ribbon(site, x, y, side, -self.half - ragged[0], self.half + ragged[1], 0.0, lift, trodden_snow() if site.snowed else asphalt(site.wet) if self.paved else _humus() if self.foot and site.plan.setting == "forest" else _dirt())
        if self.paved:
            paint = plain("#d8d6cf", 0.7)
            for a, b in ((-self.half + 0.22, -self.half + 0.34), (self.half - 0.34, self.half - 0.22)):
                self._ribbon(site, x, y, side, a, b, 0.004, lift, paint)
            drift = _verge(site.plan.setting)  # sand and grit that lie over the edges
            for k, side_ in enumerate((-1, 1)):
                reach = 0.14 + 0.3 * np.maximum(fbm(self.along / 3.1, self.along * 0 + 9 * k, 4, seed=self._seed + 5), -0.2)
                spill = 0.5 * fbm(self.along / 4.3, self.along * 0 + 5 * k, 3, seed=self._seed + 8)
                rows = [(side_ * (self.half - reach), 0.002), (side_ * (self.half + 0.5 + spill), 0.0), (side_ * (self.half + 2.6 + spill), -0.16)]  # runs out under the land, so that no edge shows
                for (a, from_), (b, to) in zip(rows, rows[1:], strict=False):
                    ends = ((a, from_), (b, to))[::side_]
                    self._ribbon(site, x, y, side, ends[0][0], ends[1][0], (ends[0][1], ends[1][1]), lift, drift)
            self._dashes(site, plain("#d9b13c" if site.plan.setting == "desert" else "#d8d6cf", 0.7))

    def _ribbon(self, site: Site, x, y, side, left, right, above: float | tuple[float, float], lift, material) -> None:
        centre, z = np.stack([x, y], axis=-1), self.level + lift - lift.min()
        rows = [np.column_stack([centre + side * (np.broadcast_to(o, len(x))[:, None]), z + up]) for o, up in zip((left, right), np.broadcast_to(above, 2), strict=True)]
        n = len(x)
        i = np.arange(n - 1)
        site.add(mesh("road", np.concatenate(rows), np.stack([i, i + 1, i + 1 + n, i + n], axis=-1)[:, :: -1 if not self.across else 1], smooth=True, material=material))

    def _dashes(self, site: Site, paint) -> None:
        starts = np.arange(self.along[0] + 2, min(self.along[-1], 400), 9.0)
        vertices, faces = [], []
        for s in starts:
            t = np.linspace(s, s + 3.2, 4)
            x, y = self._point(t)
            z = np.interp(t, self.along, self.level) + 0.006 + np.minimum(0.0006 * np.hypot(x, y), 0.5)
            across = np.array([0, 0.06, 0]) if self.across else np.array([0.06, 0, 0])
            p, base = np.column_stack([x, y, z]), len(vertices)
            vertices += [*(p - across), *(p + across)]
            faces += [(base + k, base + k + 1, base + k + 5, base + k + 4) for k in range(3)]
        site.add(mesh("road line", vertices, faces, material=paint))


def _dirt():
    """Packed earth: dusty where it is trodden, small stones."""
    t = Tree("dirt")
    broad, fine, stones = t.noise(0.9, detail=7), t.noise(30, detail=6, roughness=0.7), t.cells(26)
    tone = t.mix(t.span(broad, 0.35, 0.65), "#7a6547", "#a38c66")
    tone = t.mix(0.4, tone, t.ramp(fine, [(0.3, "#3a2f20"), (0.7, "#d9c7a2")]), blend="OVERLAY")
    pebble = t.math("MULTIPLY", t.span(stones, 0.3, 0.2), t.span(t.noise(1.7, detail=4), 0.5, 0.62))
    tone = t.mix(pebble, tone, "#9a948a")
    height = t.math("ADD", t.math("MULTIPLY", broad, 2.0), t.math("ADD", t.math("MULTIPLY", fine, 0.25), t.math("MULTIPLY", pebble, 0.5)))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(height, 0.03), Specular_IOR_Level=0.15))


def _humus():
    """A path under trees: dark earth, paler where feet have packed it, crumbs of leaves trodden in, stones that show."""
    t = Tree("humus")
    broad, fine, flakes, stones = t.noise(1.3, detail=7, roughness=0.6), t.noise(38, detail=7, roughness=0.72), t.cells(34), t.cells(11)
    tone = t.mix(t.span(broad, 0.4, 0.62), "#3b2c1f", "#6b543c")
    tone = t.mix(0.6, tone, t.ramp(fine, [(0.3, "#1a130c"), (0.7, "#b39a78")]), blend="OVERLAY")
    crumb = t.math("MULTIPLY", t.span(flakes, 0.34, 0.26), t.span(t.noise(2.6, detail=5), 0.44, 0.56))
    tone = t.mix(crumb, tone, t.ramp(t.xyz(t.cells(34, out="Color"))[0], [(0.0, "#4d3520"), (0.4, "#7a5530"), (0.75, "#94703f")], interpolation="CONSTANT"))
    pebble = t.math("MULTIPLY", t.span(stones, 0.3, 0.22), t.span(t.noise(1.9, detail=4), 0.56, 0.6))
    tone = t.mix(pebble, tone, t.mix(fine, "#5f5a53", "#8d877d"))
    height = t.math("ADD", t.math("MULTIPLY", broad, 2.0), t.math("ADD", t.math("MULTIPLY", fine, 0.5), t.math("ADD", t.math("MULTIPLY", crumb, 0.3), pebble)))
    return t.surface(t.principled(tone, 0.95, normal=t.bump(height, 0.04), Specular_IOR_Level=0.12))


def _verge(setting: str):
    """What lies beside a paved road: the desert's own sand, blown over its edge; gravel with dead grass."""
    if setting == "desert":
        return dunes_and_mesas()
    return gravel({"snow_field": "#c9ced4"}.get(setting, "#7a705e"))


def lay(site: Site, height: Height) -> Height:
    """Lay a road where one is asked for; returns the land with its bed. Plants and stones keep off it."""
    if not site.has("road", "track", "footpath"):
        return height
    road = Road(site, height)
    road.build(site)
    site.ways.append(lambda points: road.off(points[:, 0], points[:, 1]) < road.half + (0.25 if road.half > 1 else 0.1))
    return road.cut(height)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A shoemaker's last: the outside of a shoe as a skin stretched from the rim of its opening to the outline of its sole.

outline and rim (closed curves, one parameter u round both) → meridians from rim to sole (s from 0 to 1) → a grid, on which panels, seams and laces are laid.

Built with the toe towards +X, its outer side +Y; `settle` turns it so that the toe looks left and a little to the camera.
"""

from __future__ import annotations

import bpy
import numpy as np
from scipy.interpolate import CubicSpline, PchipInterpolator, RectBivariateSpline

from diorama_stage.kit import Builder, move, rotate, scale
from diorama_stage.kit.build import vertices
from diorama_stage.kit.curves import bezier
from diorama_stage.kit.rest import grounded

FOOT = [
    (1.0, -0.015), (0.975, 0.06), (0.92, 0.112), (0.83, 0.15), (0.72, 0.165), (0.6, 0.157), (0.45, 0.13), (0.3, 0.117), (0.18, 0.116), (0.08, 0.1), (0.022, 0.058),
    (0.0, 0.0), (0.022, -0.055), (0.08, -0.092), (0.18, -0.1), (0.3, -0.088), (0.45, -0.085), (0.6, -0.118), (0.72, -0.146), (0.83, -0.142), (0.92, -0.115), (0.975, -0.075),
]  # fmt: skip
"""The outline of a sole, length 1, heel at the origin, from the toe along the outer side to the heel and back; a left shoe."""


def outline(length: float, *, width: float = 1.0, point: float = 0.0, count: int = 160) -> np.ndarray:
    """The sole's outline (count, 2), evenly spaced, metres; `point` draws the toe out to a point (0 round to 1)."""
    knots = np.array([*FOOT, FOOT[0]])
    fore = np.clip((knots[:, 0] - 0.7) / 0.3, 0, 1)
    knots[:, 1] = knots[:, 1] * width * (1 - point * 0.45 * fore) - point * 0.012 * fore
    knots[:, 0] += point * 0.06 * fore**2
    t = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    dense = CubicSpline(t, knots, bc_type="periodic")(np.linspace(0, t[-1], 2000))
    t = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    even = np.linspace(0, t[-1], count, endpoint=False)
    return np.column_stack([np.interp(even, t, dense[:, 0]), np.interp(even, t, dense[:, 1])]) * length


def outset(curve: np.ndarray, by: float) -> np.ndarray:
    """A closed level curve (n, 2), counter-clockwise, moved outwards by so many metres."""
    along = np.roll(curve, -1, axis=0) - np.roll(curve, 1, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    return curve + by * np.column_stack([along[:, 1], -along[:, 0]])


class Last:
    """The skin of a shoe. u runs round it (0 toe, 0.25 outer side, 0.5 heel, 0.75 inner side), s from the rim (0) to the sole (1).

    rim: (x of its front, x of its back, half width, height at front, sides, back), metres; `sole` and `bulge` give z of the sole's edge and of the fullest place
    by x; `toe` is the height of the toe box; `throat` and `fall` how far forward and down the instep first goes (shares of the way to the sole).
    """

    ROWS = 48

    def __init__(self, length: float, rim, *, width: float = 1.0, point: float = 0.0, floor: float = 0.012, heel: float = 0.0, spring: float = 0.008, toe: float = 0.05, throat: float = 0.5, fall: float = 0.4, waist: float = 0.0, count: int = 160):
        self.length, self.floor, self.heel, self.spring = length, floor, heel, spring
        self.edge = outline(length, width=width, point=point, count=count)
        front, back, half, high, side, rear = rim
        n = count
        u = np.linspace(0, 1, n, endpoint=False)
        # The forefoot fans out from the narrow front of the rim: little of the rim's turn serves much of the sole's edge.
        turn = PchipInterpolator([0, 0.13, 0.25, 0.36, 0.44, 0.5], np.radians([0, 28, 62, 115, 155, 180]))
        a = np.where(u <= 0.5, turn(np.minimum(u, 0.5)), 2 * np.pi - turn(np.minimum(1 - u, 0.5)))
        c, s = np.cos(a), np.sin(a)
        x = (front + back) / 2 + (front - back) / 2 * np.sign(c) * np.abs(c) ** 0.9
        shift = np.interp(x, [0, length * 0.3, length], [0.002, 0.004, 0.0]) * length / 0.29
        z = side + (high - side) * np.clip(c, 0, 1) ** 1.6 + (rear - side) * np.clip(-c, 0, 1) ** 1.8
        self.rim = np.column_stack([x, half * np.sign(s) * np.abs(s) ** 0.9 * (1 - 0.25 * np.clip(c, 0, 1)) + shift, z])
        foot = np.column_stack([self.edge, floor + self.rise(self.edge[:, 0])])
        self.grid = self._meridians(foot, toe, throat, fall, waist)
        self._fit()

    def rise(self, x) -> np.ndarray:
        """How far the sole's underside is lifted at x: the heel's height, falling to nothing at the ball, and the toe's spring."""
        t = np.asarray(x, float) / self.length
        fall = PchipInterpolator([-0.1, 0.0, 0.25, 0.42, 0.62, 0.75, 1.2], [1, 1, 1, 0.62, 0.06, 0, 0])(t)
        return self.heel * fall + self.spring * np.clip((t - 0.66) / 0.34, 0, 1.3) ** 2

    def _meridians(self, foot: np.ndarray, toe: float, throat: float, fall: float, waist: float) -> np.ndarray:
        out = np.column_stack([outset(self.edge, 1.0) - self.edge, np.zeros(len(foot))])
        t = self.edge[:, 0] / self.length
        rows = []
        for r, f, o, where in zip(self.rim, foot, out, t, strict=True):
            fore = float(np.clip((where - 0.42) / 0.4, 0, 1))
            across = f - r
            flat = np.array((across[0], across[1], 0.0))
            run = np.linalg.norm(flat)
            drop = r[2] - f[2]
            up = toe * fore + drop * 0.42 * (1 - fore)
            first = r + flat * (throat * fore + 0.15 * (1 - fore)) - (0, 0, drop * (fall + 0.06 * run / 0.1) * fore + drop * 0.34 * (1 - fore)) - o * waist * (1 - fore)
            second = f + (0, 0, up) + o * (0.006 * fore + 0.006 * (1 - fore))
            rows.append(bezier(r, first, second, f, self.ROWS))
        return np.array(rows).transpose(1, 0, 2)  # (rows, around, 3)

    def _fit(self) -> None:
        """Interpolators of places and normals over u and s; u wraps."""
        g = self.grid
        du = np.roll(g, -1, axis=1) - np.roll(g, 1, axis=1)
        ds = np.gradient(g, axis=0)
        normal = np.cross(du, ds)
        normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-12)
        middle = g[-1].mean(axis=0)
        if np.sum(normal[len(g) // 2] * (g[len(g) // 2] - middle)) < 0:
            normal = -normal
        self.normal = normal
        n = g.shape[1]
        wrap = lambda a: np.concatenate([a[:, -8:], a, a[:, :8]], axis=1)  # noqa: E731
        axes = (np.linspace(0, 1, len(g)), np.arange(-8, n + 8) / n)
        fit = lambda a: [RectBivariateSpline(*axes, wrap(a)[:, :, k]) for k in range(3)]  # noqa: E731
        self._place, self._normal = fit(g), fit(normal)

    def at(self, u, s, lift: float = 0.0) -> np.ndarray:
        """Places on the skin, `lift` metres above it; u and s broadcast."""
        u, s = np.broadcast_arrays(np.asarray(u, float), np.asarray(s, float))
        s, u = np.clip(s, 0, 1), np.mod(u, 1.0)
        return np.stack([place.ev(s, u) + lift * normal.ev(s, u) for place, normal in zip(self._place, self._normal, strict=True)], axis=-1)

    def beside(self, s, y) -> np.ndarray:
        """u of the places at s that lie `y` metres from the middle line of the instep (outer side positive)."""
        s, y = np.broadcast_arrays(np.asarray(s, float), np.asarray(y, float))
        u = np.linspace(-0.24, 0.24, 241)
        out = np.empty(s.shape)
        for i in np.ndindex(s.shape):
            out[i] = np.interp(y[i], self.at(u, s[i])[:, 1], u)
        return out

    def level(self, u, x) -> np.ndarray:
        """s of the places on the meridians u that lie at x (on the forefoot, where x rises with s); 1 where the sole comes first."""
        s = np.linspace(0, 1, 120)
        u, x = np.broadcast_arrays(np.asarray(u, float), np.asarray(x, float))
        return np.array([np.interp(k, np.maximum.accumulate(self.at(v, s)[:, 0]), s) for v, k in zip(u.ravel(), x.ravel(), strict=True)]).reshape(u.shape)

    def height(self, u, z) -> np.ndarray:
        """s of the places on the meridians u that lie at height z (on the shaft of a boot, where z falls with s)."""
        s = np.linspace(0, 1, 120)
        u, z = np.broadcast_arrays(np.asarray(u, float), np.asarray(z, float))
        return np.array([np.interp(-k, np.maximum.accumulate(-self.at(v, s)[:, 2]), s) for v, k in zip(u.ravel(), z.ravel(), strict=True)]).reshape(u.shape)

    def panel(self, u0, u1, s0, s1, lift: float, *, nu: int = 40, ns: int = 16) -> np.ndarray:
        """A grid of places over a piece: u from u0 to u1, and at each s from s0(q) to s1(q), q from 0 to 1 along it (numbers or functions)."""
        q = np.linspace(0, 1, nu)
        low, high = (np.array([f(k) for k in q]) if callable(f) else np.full(nu, float(f)) for f in (s0, s1))
        s = low + (high - low) * np.linspace(0, 1, ns)[:, None]
        return self.at(np.broadcast_to(u0 + (u1 - u0) * q, s.shape), s, lift)

    def lining(self, wall: float, depth: float) -> np.ndarray:
        """The inside, from the rim down: rows of places, to be skinned as a closed sheet and shut by an insole."""
        middle = self.rim.mean(axis=0)
        rows = [self.rim]
        for k, share in ((0.35, 0.35), (0.9, 1.0), (1.0, 1.25), (1.0, 2.0)):
            inward = (self.rim - middle) * (1, 1, 0)
            inward /= np.maximum(np.linalg.norm(inward, axis=1, keepdims=True), 1e-9)
            rows.append(self.rim - inward * wall * k - (0, 0, depth * (share - 0.35) / 1.65) + (0, 0, wall * 0.35 * (share == 0.35)))
        return np.array(rows)


def settle(b: Builder, turn: float = 200.0) -> None:
    """Turn the finished shoe from the last's frame to the prop's: toe to the left and towards the camera, its middle at the origin, on the ground.

    Asked for as a pair, the other foot's shoe stands beside it, a little ahead.
    """
    if b.spec.has("pair"):
        for part, objects in list(b._parts.items()):
            for o in list(objects):
                other = bpy.data.objects.new(o.name, o.data.copy())
                bpy.context.scene.collection.objects.link(other)
                b.add(move(scale(other, 1, -1, 1), 0.035, -0.135, 0), o["slot"], part)
    objects = [o for group in b._parts.values() for o in group]
    points = np.concatenate([vertices(o) for o in objects])
    x, y, _ = (points.min(axis=0) + points.max(axis=0)) / 2
    for o in objects:
        rotate(move(o, -float(x), -float(y), 0), 0, 0, turn)
    grounded(*objects)

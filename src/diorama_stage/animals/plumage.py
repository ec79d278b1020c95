# SPDX-License-Identifier: GPL-3.0-or-later
"""Feathers as curved leaves in rows: folded and spread wings, fans of tails, trains. Pure (numpy)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.spatial import cKDTree

ACROSS = 5
"""Vertices across a feather."""
ARM = (7.0, 4.6, 3.4, 1.8)
"""Radii of a wing's flesh at shoulder, elbow, wrist and the tip of the hand, units."""
RIM = 0.3
"""How much darker a vane is at its edges, where the next one shades it: rows are told from a shell by that."""


@dataclass
class Vanes:
    """Feathers gathered as one mesh."""

    points: list[np.ndarray] = field(default_factory=list)
    colours: list[np.ndarray] = field(default_factory=list)
    uvs: list[np.ndarray] = field(default_factory=list)
    quads: list[np.ndarray] = field(default_factory=list)
    count: int = 0

    def add(self, path: np.ndarray, side: np.ndarray, wide: float, colour: np.ndarray, *, tip: float = 0.5, cup: float = 0.12) -> None:
        """A feather along `path` (k, 3) with its vane along `side` (k, 3); `wide` in all; `colour` (k, 3); `tip`: 0 pointed to 1 square."""
        self.many(path[None], side[None], np.array([wide]), colour[None], tip=tip, cup=cup)

    def many(self, path: np.ndarray, side: np.ndarray, wide: np.ndarray, colour: np.ndarray, *, tip: float = 0.5, cup: float = 0.12, slot=0.0) -> None:
        """n feathers at once: paths, sides and colours (n, k, 3), widths (n,); `slot` (n,): how much narrower their outer halves are."""
        n, k = path.shape[:2]
        t, s = np.linspace(0, 1, k), np.linspace(-1, 1, ACROSS)
        w = np.clip(t / 0.14, 0.12, 1) ** 0.6 * (np.clip((1 - t) / (0.42 - 0.34 * tip), 0, 1) ** 0.5) * (0.82 + 0.18 * np.sin(np.pi * t))
        up = unit(np.cross(side, np.gradient(path, axis=1)))
        half = 0.5 * wide[:, None] * w * (1 - np.broadcast_to(slot, (n,))[:, None] * np.clip((t - 0.38) / 0.14, 0, 1))
        grid = path[:, :, None] + side[:, :, None] * (half[..., None] * s)[..., None] - up[:, :, None] * (cup * half[..., None] * s**2)[..., None]
        across = 1 - 0.2 * (abs(s) < 0.2) - RIM * (abs(s) > 0.9)
        i, j = np.meshgrid(np.arange(k - 1), np.arange(ACROSS - 1), indexing="ij")
        a = (i * ACROSS + j).ravel()[None] + (self.count + np.arange(n) * k * ACROSS)[:, None]
        self.points.append(grid.reshape(-1, 3))
        self.colours.append((colour[:, :, None] * across[None, None, :, None]).reshape(-1, 3))
        self.uvs.append(np.tile(np.stack(np.meshgrid(t, s, indexing="ij"), axis=-1).reshape(-1, 2), (n, 1)))
        self.quads.append(np.stack([a, a + 1, a + ACROSS + 1, a + ACROSS], axis=-1).reshape(-1, 4))
        self.count += n * k * ACROSS

    def arrays(self):
        return np.concatenate(self.points), np.concatenate(self.quads), np.concatenate(self.colours), np.concatenate(self.uvs)


def unit(v: np.ndarray) -> np.ndarray:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


def tinted(colour, rng: np.random.Generator, k: int, edge=None, bars: int = 0, dark=None, tipped=None) -> np.ndarray:
    """A feather's colours along it: its own tone, a pale or dark edge at the tip, bars across."""
    t = np.linspace(0, 1, k)[:, None]
    out = np.asarray(colour)[None] * rng.normal(1, 0.08) * (0.84 + 0.22 * t)
    if bars:
        out = out + (np.asarray(dark)[None] - out) * (np.sin(t * bars * 2 * np.pi) > 0.15) * 0.75
    if edge is not None:
        out = out + (np.asarray(edge)[None] - out) * np.clip((t - 0.86) / 0.1, 0, 1) * 0.55
    if tipped is not None:
        out = out + (np.asarray(tipped)[None] - out) * np.clip((t - 0.6) / 0.12, 0, 1)
    return np.clip(out, 0, 1)


def apart(points: np.ndarray, least: float, rng: np.random.Generator) -> np.ndarray:
    """Indices of points (n, 3), no two of them nearer than about `least`: one of each cell of a grid, those beside a chosen one left out."""
    order = rng.permutation(len(points))
    tree = cKDTree(points[order])
    free = np.ones(len(order), bool)
    for k in range(len(order)):
        if free[k]:
            free[tree.query_ball_point(points[order[k]], least)] = False
            free[k] = True
    return order[free]


def contour(vanes: Vanes, points, normals, flow, share: np.ndarray, colours, size: float, rng: np.random.Generator) -> None:
    """The small feathers of the body, `size` units apart, each over the root of the next behind it.

    points, normals, flow, colours (n, 3) of the skin; `share` (n,): how long they are there, none below 0.25.
    """
    may = np.flatnonzero(share > 0.25)
    if not len(may):
        return
    k, t = may[apart(points[may], size, rng)], np.linspace(0, 1, 5)
    n = len(k)
    way = unit(flow[k] - normals[k] * (flow[k] * normals[k]).sum(axis=1, keepdims=True) + rng.normal(0, 0.09, (n, 3)))
    long = 2.5 * size * share[k] * rng.uniform(0.85, 1.1, n)
    straight = points[k][:, None] + way[:, None] * (long[:, None] * t)[..., None]
    near = cKDTree(points).query(straight.reshape(-1, 3))[1].reshape(n, 5)
    normal = unit(normals[near])
    path = straight - normal * ((straight - points[near]) * normal).sum(axis=-1, keepdims=True) + normal * (0.1 + 0.17 * size * t**0.8)[None, :, None]
    side = unit(np.cross(np.gradient(path, axis=1), normal))
    tone = colours[k][:, None] * (rng.normal(1, 0.09, n)[:, None] * (0.8 + 0.26 * t))[..., None]
    edge = np.clip(1.45 * colours[k] + 0.012, 0, 1)[:, None]
    tone = tone + (edge - tone) * (np.clip((t - 0.7) / 0.2, 0, 1) * 0.6)[None, :, None]
    vanes.many(path, side, 1.5 * size * (0.5 + 0.5 * share[k]), np.clip(tone, 0, 1), tip=0.25, cup=0.2)


def fan(vanes: Vanes, root: np.ndarray, back: np.ndarray, side: np.ndarray, up: np.ndarray, t: dict, spread: float, colour, rng, **look) -> None:
    """A tail: feathers side by side, the middle ones uppermost; it is a roof whose sides hang by `tent` of what they are out."""
    n, tent = t.get("feathers", 10), t.get("tent", 0.3)
    for k in sorted(range(n), key=lambda k: -abs(k - (n - 1) / 2)):
        s = (k / (n - 1) - 0.5) * 2
        a = np.radians(s * spread / 2)
        aside = unit(side - up * tent * np.sign(s))
        way = back * np.cos(a) + aside * np.sin(a)
        long = t["length"] * (1 - t.get("round", 0.1) * s**2 + t.get("fork", 0.0) * s**2)
        u = np.linspace(0, 1, 8)[:, None]
        sag = t.get("arch", 0.0) * long * u**2
        path = root + aside * s * t["wide"] * 0.32 + way * long * u + up * (sag + (1 - abs(s)) * 0.6)
        across = np.repeat(unit(aside * np.cos(a) - back * np.sin(a) * 0.6)[None], 8, axis=0)
        vanes.add(path, across, t["wide"], tinted(colour, rng, 8, **look), tip=t.get("tip", 0.75))


def outline(form: dict, u: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Angles from the back of a closed wing's upper and lower edge at u (0 its bend, 1 its tip), degrees."""
    upper, lower = (np.array(form[edge], float).T for edge in ("upper", "lower"))
    return np.interp(u, *upper), np.interp(u, *lower)


def folded(vanes: Vanes, surface, w: dict, form: dict, colours: dict, rng, **look) -> None:
    """A closed wing on each flank, of the rows of its `form` (`kinds/wings.toml`): primaries lowest, secondaries and tertials over them, coverts over
    their roots, scapulars from the back over all. `surface(s, angle, side)`: points on the body and its outward normals (…, 3); s: 1 breast
    to 0 rump, beyond goes on behind."""
    t = np.linspace(0, 1, 9)
    for side in (1, -1):
        for name, n, *ends, over, tip in form["rows"]:
            f = np.linspace(0, 1, n)
            u0, v0, u1, v1 = ((a + (b - a) * f)[:, None] for a, b in ends)
            u0, u1 = u0 + rng.normal(0, 0.006, (n, 1)), u1 + rng.normal(0, 0.012, (n, 1))
            u, v = u0 + (u1 - u0) * t, v0 + (v1 - v0) * t**0.8
            upper, lower = outline(form, u)
            at, normal = surface(form["bend"] - u * w["length"] / 100, upper + (lower - upper) * v, side)
            raised = (form["rise"] + over * w.get("lift", 0.5) * 2 + 0.5 * (1 - f))[:, None] * np.interp(u, [0, 0.1, 0.4, 0.8, 1.1], [0.6, 1, 1.1, 1.9, 2.4])
            path = at + normal * raised[..., None]
            across = unit(np.cross(np.gradient(path, axis=1), normal))
            gap = np.linalg.norm(np.diff(path[:, 4], axis=0), axis=1)
            wide = np.clip(2.3 * gap.mean(), 0.28 * w["wide"], 1.5 * w["wide"]) * np.ones(n)
            tone = np.stack([tinted(_of(colours, name, v_), rng, 9, **look) for v_ in f])
            vanes.many(path, unit(across - 0.22 * side * normal), wide, tone, tip=tip)


def _of(colours: dict, name: str, f: float) -> np.ndarray:
    """The colour of a feather of a row: the middle secondaries of some are a mirror."""
    return colours["speculum"] if name == "secondary" and 0.25 < f < 0.75 and "speculum" in colours else colours[name]


def spread(vanes: Vanes, shoulder: np.ndarray, turn: np.ndarray, side: int, w: dict, colours: dict, lift: float, rng, **look) -> np.ndarray:
    """A wing held out, of a type with its form (`kinds/wings.toml`): primaries fan from the hand, secondaries hang from the arm, rows of coverts
    lie over their roots, above and below. `lift`: degrees that the arm rises. Returns the arm's joints (4, 3)."""
    return _Wing(shoulder, turn, side, w, lift).laid(vanes, colours, rng, look)


class _Wing:
    """One wing's bones and the planes that its feathers lie in."""

    def __init__(self, shoulder: np.ndarray, turn: np.ndarray, side: int, w: dict, lift: float):
        self.w, self.side, self.span = w, side, w["span"]
        self.out, self.back, self.up = turn[:, 0] * side, turn[:, 1], turn[:, 2]
        self.rises = np.array([1.1, 1.0, 0.45]) * lift
        """Of upper arm, forearm and hand."""
        joints = [shoulder]
        for share, forward, rise in zip(w["arm"], w["bent"], self.rises, strict=True):
            joints.append(joints[-1] + self.way(forward, rise) * share * self.span)
        self.joints = np.array(joints)

    def way(self, forward, rise) -> np.ndarray:
        """Directions `forward` of straight out in the plane of the wing that rises by `rise`, degrees; (3,) or (n, 3)."""
        f, r = np.radians(np.asarray(forward, float))[..., None], np.radians(np.asarray(rise, float))[..., None]
        return (self.out * np.cos(r) + self.up * np.sin(r)) * np.cos(f) - self.back * np.sin(f)

    def at(self, u: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Places on the arm at u (0 shoulder, 1 elbow, 2 wrist, 3 tip of the hand), (n, 3); the normals of the wing there; how much it rises."""
        u = np.clip(u, 0, 3)
        p = np.stack([np.interp(u, np.arange(4), self.joints[:, c]) for c in range(3)], axis=1)
        rise = np.interp(u, [0.5, 1.5, 2.5], self.rises)
        r = np.radians(rise)[:, None]
        return p, self.up * np.cos(r) - self.out * np.sin(r), rise

    def laid(self, vanes: Vanes, colours: dict, rng, look: dict) -> np.ndarray:
        w, span = self.w, self.span
        n, m = w["primaries"], w["secondaries"]
        hand, arm = np.linspace(0, 1, n), np.linspace(0, 1, m)
        long = np.interp(hand, np.linspace(0, 1, len(w["profile"])), w["profile"]) * span
        fan = np.interp(hand, [0, 1], w["fan"])
        apart = np.radians(abs(w["fan"][1] - w["fan"][0])) / (n - 1) * 0.5 * long + w["arm"][2] * span / n
        self.row(
            vanes, 2 + hand, fan, long, 1.75 * apart, ["primary"] * n, colours, rng, look, over=-0.3, bend=w["bow"] * hand**1.5, slot=w["slot"] * _late(hand)
        )
        root = np.interp(arm, [0, 1], [0.25, 1.97])
        spacing = (w["arm"][0] * 0.75 + w["arm"][1]) * span / m
        reach = w["chord"] * span * (1 + 0.06 * np.cos(2 * np.pi * arm)) * np.interp(arm, [0, 0.25, 1], [0.8, 1, 1])
        self.row(
            vanes,
            root,
            np.interp(arm, [0, 1], [-92, w["fan"][0] - 2]),
            reach,
            2.1 * spacing,
            ["secondary"] * m,
            colours,
            rng,
            look,
            over=0.5,
            bend=-0.05,
            tip=0.75,
        )
        for row in w["coverts"]:
            self.coverts(vanes, *row, colours, rng, look)
        self.alula(vanes, colours, rng, look)
        return self.joints

    def coverts(self, vanes: Vanes, name: str, n: int, share: float, over: float, ahead: float, colours: dict, rng, look: dict) -> None:
        """A row of `n` along the arm, `share` of the secondaries long, `over` the wing and `ahead` of the bones by so many of the arm's radii."""
        w = self.w
        u = np.linspace(0.02, 3.0, n)
        angle = np.interp(u, [0, 1, 2, 3], [-92, -90, w["fan"][0] - 2, 0.6 * w["fan"][1] - 12])
        thick = np.interp(u, np.arange(4), ARM) * w.get("arm_thick", 1.0)
        long = w["chord"] * self.span * share * np.interp(u, [0, 2, 3], [1, 0.9, 0.72]) * rng.uniform(0.93, 1.07, n)
        wide = 2.4 * sum(w["arm"]) * self.span / n
        kind = name if over >= 0 else "under"
        self.row(vanes, u, angle, long, wide, [kind] * n, colours, rng, look if over >= 0 else {}, over=over * thick, ahead=ahead * thick, bend=-0.06, tip=0.55)

    def alula(self, vanes: Vanes, colours: dict, rng, look: dict) -> None:
        """The thumb's three feathers, at the bend of the wing."""
        w, n = self.w, 3
        angle = w["fan"][1] - np.array([34.0, 26.0, 18.0])
        self.row(
            vanes,
            np.full(n, 2.05),
            angle,
            0.17 * self.span * np.array([0.7, 0.85, 1.0]),
            0.045 * self.span,
            ["greater"] * n,
            colours,
            rng,
            look,
            over=2.4,
            bend=0,
        )

    def row(self, vanes: Vanes, u, angle, long, wide, names, colours, rng, look, *, over, bend, ahead=0.0, slot=0.0, tip=None) -> None:
        """n feathers side by side, from the arm at `u` along `angle`, all (n,) or one for all."""
        n, t = len(u), np.linspace(0, 1, 9)
        each = lambda v: np.broadcast_to(np.asarray(v, float), (n,))  # noqa: E731
        root, normal, rise = self.at(u)
        root = root - self.back * each(ahead)[:, None]
        way = self.way(angle + rng.normal(0, 0.6, n), rise)
        long, over, bend = each(long), each(over), each(bend)
        path = root[:, None] + way[:, None] * (long[:, None] * t)[..., None]
        path = path + normal[:, None] * (over[:, None] * (1 - 0.4 * t) + (bend * long)[:, None] * t**2 - 0.12 * np.arange(n)[:, None])[..., None]
        across = unit(np.cross(way, normal)) * self.side
        colour = np.stack([tinted(_of(colours, name, k / max(n - 1, 1)), rng, 9, **look) for k, name in enumerate(names)])
        vanes.many(
            path,
            np.repeat(across[:, None], 9, axis=1),
            each(wide),
            colour,
            tip=self.w["tip"] if tip is None else tip,
            cup=0.12 * np.sign(over.mean()),
            slot=each(slot),
        )


def _late(share: np.ndarray) -> np.ndarray:
    """Of the outer part of a row more than of the inner."""
    return np.clip((share - 0.3) / 0.35, 0, 1)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Garments that no package carries, cut on the base body and tied to it, so that they fit every body and follow every pose.

name ─CUTS─▶ points and faces on the base body ─tied─▶ `pack.Fitted`. Pure (numpy); metres on the base mesh (soles at -0.82, crown at 0.85, facing -y).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy.spatial import ConvexHull, cKDTree

from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import Fitted, base

Cloth = tuple[np.ndarray, np.ndarray]
"""Points (n, 3) and faces (m, 4)."""
NECK, WAIST, WRIST = 0.59, 0.148, (0.431, -0.176, 0.245)
CUTS: dict[str, Callable[[], Fitted]] = {}


def cut(function: Callable[[], Fitted]) -> Callable[[], Fitted]:
    """Registers a cut under its function's name."""
    CUTS[function.__name__] = lru_cache(maxsize=1)(function)
    return CUTS[function.__name__]


@lru_cache(maxsize=1)
def _limbs() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The body's own vertices; how far each hangs on the arms; on the head (19158,)."""
    b = base()
    own = np.zeros(len(b.verts), bool)
    own[b.groups["body"]] = True
    share = lambda names: np.asarray(b.weights[:, [k for k, n in enumerate(b.bones) if n.startswith(names)]].sum(axis=1)).ravel()  # noqa: E731
    return (
        own,
        share(("upperarm", "lowerarm", "wrist", "finger", "metacarpal")),
        share(("head", "jaw", "oculi", "oris", "temporalis", "levator", "orbicularis")),
    )


@lru_cache(maxsize=1)
def _trunk() -> np.ndarray:
    """Vertices of what cloth hangs from: the trunk, and under the hips a skirt."""
    b = base()
    own, arms, _ = _limbs()
    skirt = np.zeros(len(b.verts), bool)
    skirt[np.unique(b.skirt)] = True
    z = b.verts[:, 2]
    return np.flatnonzero((own & (arms < 0.3) & (z > 0.02) & (z < 0.66)) | (skirt & (z < 0.06)))


@lru_cache(maxsize=1024)
def girth(height: float) -> tuple[np.ndarray, np.ndarray]:
    """The trunk's outline at a height: middle (2,) and the hull's corners (k, 2)."""
    p = base().verts[_trunk()]
    near = p[np.abs(p[:, 2] - height) < 0.02][:, :2]
    hull = near[ConvexHull(near).vertices]
    return np.array([0.0, (hull[:, 1].min() + hull[:, 1].max()) / 2]), hull


def around(height: float, angle: np.ndarray, off: float) -> np.ndarray:
    """Points (n, 3) on the trunk's outline `off` metres out; `angle`: radians from the front, positive to the figure's left (+x)."""
    middle, hull = girth(round(height, 3))
    way = np.stack([np.sin(angle), -np.cos(angle)], axis=1)
    a, e = hull - middle, np.roll(hull, -1, axis=0) - hull
    cross = lambda u, v: u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]  # noqa: E731
    bottom = cross(way[:, None], e[None])
    bottom = np.where(np.abs(bottom) < 1e-9, 1e-9, bottom)
    t, s = cross(a, e)[None] / bottom, cross(a[None], way[:, None]) / bottom
    far = np.where((s > -1e-6) & (s < 1 + 1e-6) & (t > 0), t, 0).max(axis=1)
    return np.concatenate([middle + way * (far + off)[:, None], np.full((len(angle), 1), height)], axis=1)


def grid(points: np.ndarray, *, closed: bool = False) -> Cloth:
    """A sheet of rows and columns (r, c, 3); `closed`: the last column meets the first."""
    r, c = points.shape[:2]
    i, j = np.meshgrid(np.arange(r - 1), np.arange(c if closed else c - 1), indexing="ij")
    k = (j + 1) % c
    faces = np.stack([i * c + j, i * c + k, (i + 1) * c + k, (i + 1) * c + j], axis=-1).reshape(-1, 4)
    return points.reshape(-1, 3), faces.astype(np.int32)


def tube(line: np.ndarray, wide: np.ndarray, high: np.ndarray, up: np.ndarray, *, sides: int = 12, closed: bool = False) -> Cloth:
    """A tube along a line (n, 3), of half width and half height (n,); `up` (3,) or (n, 3): which way its height goes."""
    along = np.gradient(line, axis=0) if not closed else np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0)
    along = along / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    side = np.cross(along, np.broadcast_to(up, line.shape))
    side = side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    top = np.cross(side, along)
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = side[:, None] * (np.cos(a)[None] * wide[:, None])[..., None] + top[:, None] * (np.sin(a)[None] * high[:, None])[..., None]
    points = line[:, None] + ring
    return grid(np.concatenate([points, points[:1]]) if closed else points, closed=True)


def box(middle: tuple, half: tuple, *, round_: float = 3.0, n: int = 9) -> Cloth:
    """A rounded box (a superellipsoid of power 2 · `round_`)."""
    u, v = np.meshgrid(np.linspace(1e-3, np.pi - 1e-3, n), np.linspace(0, 2 * np.pi, 2 * n, endpoint=False), indexing="ij")
    s = lambda x: np.sign(x) * np.abs(x) ** (1 / round_)  # noqa: E731
    p = np.stack([s(np.sin(u)) * s(np.cos(v)), s(np.sin(u)) * s(np.sin(v)), s(np.cos(u))], axis=-1)
    return grid(np.array(middle) + p * np.array(half), closed=True)


def outward(cloth: Cloth) -> Cloth:
    """The cloth with its faces turned away from its middle."""
    points, faces = cloth
    a, b, c, d = (points[faces[:, k]] for k in range(4))
    out = np.einsum("ij,ij->", np.cross(c - a, d - b), (a + b + c + d) / 4 - points.mean(axis=0))
    return cloth if out >= 0 else (points, faces[:, ::-1])


def joined(*pieces: Cloth) -> Cloth:
    pieces = tuple(outward(piece) for piece in pieces)
    at = np.cumsum([0, *(len(p) for p, _ in pieces[:-1])])
    return np.concatenate([p for p, _ in pieces]), np.concatenate([f + k for (_, f), k in zip(pieces, at, strict=True)])


def turned(line: np.ndarray) -> np.ndarray:
    """The same at the figure's other side."""
    return line * (-1, 1, 1)


def tied(name: str, cloth: Cloth, *, to: np.ndarray | None = None, stiff: np.ndarray | None = None) -> Fitted:
    """A cloth that goes with the nearest vertices of the body (of those in `to`); where `stiff` (n,) bool, as one with the vertices nearest to its middle."""
    points, faces = cloth
    rows = np.flatnonzero(_limbs()[0]) if to is None else to
    verts = base().verts
    tree = cKDTree(verts[rows])
    ref = rows[tree.query(points, k=3)[1]]
    if stiff is not None and stiff.any():
        ref[stiff] = _spread(verts, rows, points[stiff])
    weight = np.full(ref.shape, 1 / 3)
    offset = points - verts[ref].mean(axis=1)
    uv = np.stack([np.arctan2(points[:, 0], -points[:, 1]) / (2 * np.pi) + 0.5, points[:, 2] + 0.82], axis=1)
    return Fitted(name, ref, weight, offset, faces, faces, uv, np.zeros(0, int))


def _spread(verts: np.ndarray, rows: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Three vertices near the middle of points and as far apart as the points are wide: what is tied to them keeps its shape and grows with the body."""
    middle, wide = points.mean(axis=0), max(float(np.ptp(points, axis=0).max()) / 2, 0.015)
    off = np.linalg.norm(verts[rows] - middle, axis=1)
    near = rows[off < max(wide, float(np.sort(off)[min(40, len(off) - 1)]))]
    out = [near[np.argmin(np.linalg.norm(verts[near] - middle, axis=1))]]
    for _ in range(2):
        out.append(near[np.argmax(np.min([np.linalg.norm(verts[near] - verts[k], axis=1) for k in out], axis=0))])
    return np.array(out)


def shell(mask: np.ndarray, off: float) -> Cloth:
    """The body's faces whose corners are all in `mask` (19158,), `off` metres out."""
    b = base()
    faces = b.faces[mask[b.faces].all(axis=1)]
    used = np.unique(faces)
    lookup = np.zeros(len(b.verts), np.int32)
    lookup[used] = np.arange(len(used))
    return (b.verts + normals(b.verts, b.faces) * off)[used], lookup[faces]


def _panel(top: float, bottom: float, half: Callable[[np.ndarray], np.ndarray], off: float, rows: int, columns: int = 25) -> Cloth:
    """Cloth before the trunk from a height to another; `half`: heights → half its width as an angle, radians."""
    heights = np.linspace(top, bottom, rows)
    wide = half(heights)
    return grid(np.stack([around(float(z), np.linspace(-w, w, columns), off) for z, w in zip(heights, wide, strict=True)]))


def _band(heights: np.ndarray, high: float, off: float, n: int = 48) -> Cloth:
    """A flat band all round the trunk: `heights` (n,) by angle."""
    angle = np.linspace(-np.pi, np.pi, n, endpoint=False)
    z = np.broadcast_to(heights, (n,))
    rows = [np.stack([around(float(z[k] + d), angle[k : k + 1], off)[0] for k in range(n)]) for d in (high / 2, high / 6, -high / 6, -high / 2)]
    return grid(np.stack(rows), closed=True)


def _strap(path: np.ndarray, wide: float, off: float, *, n: int = 40, thick: float = 0.0022) -> Cloth:
    """A strap over the body along a path of rough points (k, 3), laid on the skin."""
    t = np.linspace(0, 1, n)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    line = np.stack([np.interp(t * length[-1], length, path[:, k]) for k in range(3)], axis=1)
    own, arms, _ = _limbs()
    rows = np.flatnonzero(own & (arms < 0.6))
    p, m = base().verts[rows], normals(base().verts, base().faces)[rows]
    for _ in range(3):
        at = cKDTree(p).query(line, k=6)[1]
        foot, out = p[at].mean(axis=1), m[at].mean(axis=1)
        out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        line = line + out * (off - np.einsum("ij,ij->i", line - foot, out))[:, None]
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return tube(line, np.full(n, wide / 2), np.full(n, thick), out, sides=8)


@cut
def apron() -> Fitted:
    """A bib apron: bib, skirt to the knee, neck strap and waist ties."""
    half = lambda z: np.interp(z, (-0.36, 0.02, 0.13, 0.155, 0.3, 0.4), (1.0, 1.2, 1.3, 1.15, 0.74, 0.62))  # noqa: E731
    sheet = _panel(0.405, -0.34, half, 0.012, 44)
    left = np.array(
        [around(0.4, np.array([0.6]), 0.012)[0], (0.088, -0.1, 0.47), (0.07, -0.06, 0.553), (0.052, 0.0, 0.585), (0.03, 0.035, 0.585), (0, 0.045, 0.583)]
    )
    neck = _strap(np.concatenate([left, turned(left[-2::-1])]), 0.026, 0.008)
    angle = np.linspace(1.1, 2 * np.pi - 1.1, 40)
    ties = grid(np.stack([around(0.15 + d, angle, 0.012) for d in (0.012, -0.012)]))
    knot = box((0.0, 0.09, 0.15), (0.02, 0.012, 0.014), n=6)
    s = np.linspace(0, 1, 10)
    ends = [grid(np.stack([np.stack([x * (0.6 + 1.2 * s) + e, 0.085 - 0.01 * s, 0.15 - 0.2 * s], axis=1) for e in (-0.009, 0.009)])) for x in (0.02, -0.02)]
    return tied("apron", joined(sheet, neck, ties, knot, *ends), to=np.union1d(_trunk(), np.flatnonzero(_limbs()[0] & (base().verts[:, 2] > 0.05))))


@cut
def bib() -> Fitted:
    """The upper part of dungarees: a bib from the waist to the chest, straps that go over the shoulders to the waist behind."""
    sheet = _panel(0.4, -0.06, lambda z: np.interp(z, (-0.06, 0.12, 0.2, 0.4), (1.5, 1.4, 0.9, 0.62)), 0.01, 44)  # over the hem of the shirt
    front = around(0.385, np.array([0.5]), 0.012)[0]
    ahead, behind = [(0.085, -0.135, 0.45), (0.1, -0.09, 0.54), (0.1, 0.0, 0.575)], [(0.095, 0.05, 0.53), (0.075, 0.05, 0.42), (0.055, 0.02, 0.3), (0.05, 0.06, 0.13)]
    line = np.array([front, *ahead, *behind])
    straps = [_strap(path, 0.034, 0.01) for path in (line, turned(line))]
    return tied("bib", joined(sheet, *straps), to=_trunk())


@cut
def belt() -> Fitted:
    """A belt with its buckle."""
    strap = _band(np.array(WAIST - 0.012), 0.036, 0.007)
    return tied("belt", strap)


@cut
def buckle() -> Fitted:
    front = around(WAIST - 0.012, np.array([0.0]), 0.011)[0]
    corners = np.array([(-0.024, 0, 0.021), (0.024, 0, 0.021), (0.024, 0, -0.021), (-0.024, 0, -0.021)])
    t = np.arange(32) / 8
    line = front + np.stack([np.interp(t, range(5), np.append(corners[:, k], corners[0, k])) for k in range(3)], axis=1)
    frame = tube(line, np.full(32, 0.0028), np.full(32, 0.0022), np.array([0, -1.0, 0]), sides=6, closed=True)
    return tied("buckle", frame, stiff=np.ones(len(frame[0]), bool))


@cut
def scarf() -> Fitted:
    """A scarf laid twice about the neck, its ends in front."""
    rng = np.random.default_rng(5)
    angle = np.linspace(0, 4 * np.pi, 110) + 2.6
    sag = 0.5 - 0.5 * np.cos(angle + np.pi)  # 1 in front
    out = 0.088 + 0.012 * np.linspace(0, 1, 110) + 0.022 * sag
    line = np.stack([np.sin(angle) * out, -0.024 - np.cos(angle) * (out + 0.004), 0.592 - 0.052 * sag + np.linspace(0.012, -0.012, 110)], axis=1)
    loops = tube(line, 0.024 + 0.004 * np.sin(angle * 1.7), 0.034 + 0.004 * np.sin(angle * 2.3 + 1), np.array([0, 0, 1.0]), sides=24)
    pieces = [_creased(loops, 24, rng)]
    for x, low in ((0.045, 0.2), (-0.02, 0.26)):
        z = np.linspace(0.53, low, 34)
        front = np.array([around(float(min(q, 0.5)), np.array([x * 5]), 0.0)[0][1] for q in z])
        front = np.minimum.accumulate(front)
        hang = np.stack([x + 0.02 * np.linspace(0, 1, 34) * np.sign(x), front - 0.03, z], axis=1)
        end = tube(hang, np.linspace(0.04, 0.06, 34), np.linspace(0.016, 0.009, 34), np.array([0, -1.0, 0]), sides=24)
        pieces.append(_creased(end, 24, rng))
    return tied("scarf", joined(*pieces), to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05) & (_limbs()[2] < 0.3) & (base().verts[:, 2] > 0.1)))


def _creased(cloth: Cloth, sides: int, rng: np.random.Generator) -> Cloth:
    """Long folds in a tube: each side of it lies higher or lower, changing slowly along it."""
    points, faces = cloth
    p = points.reshape(-1, sides, 3)
    middle = p.mean(axis=1, keepdims=True)
    wave = rng.normal(0, 1, (p.shape[0] // 9 + 3, sides))
    t = np.linspace(0, len(wave) - 1.001, p.shape[0])
    k, f = t.astype(int), (t % 1)[:, None]
    f = f * f * (3 - 2 * f)
    deep = wave[k] * (1 - f) + wave[k + 1] * f
    return (middle + (p - middle) * (1 + 0.15 * np.clip(deep, -1.6, 1.4))[..., None]).reshape(-1, 3), faces


@cut
def hood() -> Fitted:
    """A hood that lies on the back, with the pocket in front that a hoodie has."""
    a = np.linspace(-np.pi + 0.28, np.pi - 0.28, 56) + np.pi  # from the front round the back
    behind = 0.5 - 0.5 * np.cos(a)
    out = 0.078 + 0.032 * behind
    line = np.stack([np.sin(a) * out, -0.026 - np.cos(a) * (0.066 + 0.03 * behind), 0.556 + 0.03 * behind - 0.05 * (1 - behind) ** 2], axis=1)
    ring = tube(line, 0.012 + 0.03 * behind, 0.016 + 0.03 * behind, np.array([0, 0, 1.0]), sides=20)
    bag = box((0.0, 0.083, 0.525), (0.1, 0.03, 0.075), round_=1.6, n=12)
    pocket = _panel(0.255, 0.15, lambda z: np.interp(z, (0.15, 0.205, 0.255), (0.78, 0.74, 0.48)), 0.013, 12, 22)
    return tied(
        "hood",
        joined(_creased(ring, 20, np.random.default_rng(3)), bag, pocket),
        to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05) & (_limbs()[2] < 0.2) & (base().verts[:, 2] > 0.1)),
    )


@cut
def gloves() -> Fitted:
    b = base()
    hand = np.asarray(b.weights[:, [k for k, n in enumerate(b.bones) if n.startswith(("wrist", "finger", "metacarpal"))]].sum(axis=1)).ravel()
    return tied("gloves", shell(_limbs()[0] & (hand > 0.35), 0.0021))


def _cap_mask(height: float, slope: float = 0.1) -> np.ndarray:
    p = base().verts
    return _limbs()[0] & (p[:, 2] > height + slope * (p[:, 1] + 0.06) * -1) & (np.abs(p[:, 0]) < 0.2)


def _dome(height: float, off: float, slope: float, top: float = 0.0, full: float = 0.75) -> Cloth:
    """What covers the skull above a line that rises to the front by `slope`: an ellipsoid round it, `top` metres higher; `full`: 1 round, less is boxier."""
    skull = base().verts[_cap_mask(height, slope)]
    middle = np.array([0.0, (skull[:, 1].min() + skull[:, 1].max()) / 2, height])
    half = np.array([np.abs(skull[:, 0]).max(), np.ptp(skull[:, 1]) / 2, skull[:, 2].max() - height]) + off
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rows = []
    for s in np.linspace(0, 1, 14):
        r, z = np.cos(s * np.pi / 2 * 0.995) ** full, np.sin(s * np.pi / 2) ** 0.9
        p = np.stack([np.sin(a) * half[0] * r, -np.cos(a) * half[1] * r, np.full(48, z * (half[2] + top))], axis=1) + middle
        p[:, 2] += slope * -(p[:, 1] - middle[1]) * (1 - s)
        rows.append(p)
    return grid(np.stack(rows), closed=True)


def _on_head(name: str, cloth: Cloth) -> Fitted:
    return tied(name, cloth, to=np.flatnonzero(_limbs()[0] & (_limbs()[2] > 0.9) & (base().verts[:, 2] > 0.76)), stiff=np.ones(len(cloth[0]), bool))


@cut
def beanie() -> Fitted:
    dome = _dome(0.758, 0.006, 0.16, 0.012, 0.88)
    p = dome[0].reshape(-1, 48, 3)
    middle = p[0].mean(axis=0)
    roll = np.stack([middle + (p[0] - middle) * k + (0, 0, z) for k, z in ((1.0, 0.047), (1.022, 0.044), (1.034, 0.02), (1.022, -0.004), (0.985, -0.006))])
    return _on_head("beanie", joined(dome, grid(roll, closed=True)))


@cut
def baseball_cap() -> Fitted:
    dome = _dome(0.778, 0.012, 0.1, 0.004)
    ring = dome[0].reshape(-1, 48, 3)[0]
    a = np.linspace(-1.12, 1.12, 30)
    inner = np.stack([np.interp(a % (2 * np.pi), np.linspace(0, 2 * np.pi, 49), np.append(ring[:, k], ring[0, k])) for k in range(3)], axis=1)
    rows = [
        inner + np.stack([0 * a, -0.075 * s * np.cos(a * 1.35).clip(0) ** 0.6, -0.016 * s + 0.02 * s * (np.cos(a) - 1)], axis=1) for s in np.linspace(0, 1, 8)
    ]
    return _on_head("baseball_cap", joined(dome, grid(np.stack(rows))))


def _brimmed(dome: Cloth, out: Callable[[np.ndarray], np.ndarray], fall: float, thick: float = 0.0035) -> Cloth:
    """A dome with a brim all round: `out`: angle from the front, radians → how wide it is, metres."""
    ring = dome[0].reshape(-1, 48, 3)[0]
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    way = np.stack([np.sin(a), -np.cos(a), np.zeros(48)], axis=1) * out(np.minimum(a, 2 * np.pi - a))[:, None]
    rows = [ring + way * s - (0, 0, fall * s * s) for s in (0.0, 0.35, 0.7, 1.0)]
    rows += [rows[-1] - way * 0.02 - (0, 0, thick), ring + way * 0.35 - (0, 0, thick + fall * 0.12), ring - (0, 0, thick)]
    return joined(dome, grid(np.stack(rows), closed=True))


@cut
def hard_hat() -> Fitted:
    """A builder's helmet: a smooth dome with three ridges, a peak in front, a rim all round."""
    dome = _dome(0.775, 0.024, 0.1, 0.02)
    p = dome[0]
    across = np.abs(p[:, 0])
    high = np.clip((p[:, 2] - 0.8) / 0.05, 0, 1)
    p[:, 2] += (0.007 * np.exp(-((across / 0.009) ** 2)) + 0.005 * np.exp(-(((across - 0.034) / 0.006) ** 2))) * high
    return _on_head("hard_hat", _brimmed(dome, lambda a: 0.012 + 0.044 * np.clip(np.cos(a * 1.2), 0, 1) ** 0.7 * (a < 1.3), 0.012))


@cut
def fire_helmet() -> Fitted:
    """A firefighter's helmet: a ribbed dome, a shield in front, a brim that is longest behind."""
    dome = _dome(0.78, 0.026, 0.06, 0.024)
    p = dome[0]
    angle = np.arctan2(p[:, 0], -(p[:, 1] + 0.06))
    high = np.clip((p[:, 2] - 0.8) / 0.03, 0, 1) * np.clip((0.9 - p[:, 2]) / 0.03, 0, 1)
    p[:, 2] += 0.005 * np.clip(np.cos(angle * 4), 0, 1) ** 8 * high
    brimmed = _brimmed(dome, lambda a: 0.022 + 0.058 * np.clip((a - 1.6) / 1.5, 0, 1) + 0.014 * np.clip(1 - a / 0.9, 0, 1), 0.026)
    front = brimmed[0][brimmed[0][:, 2] > 0.79]
    face = front[np.argmin(front[:, 1])]
    u, v = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(0, 1, 9), indexing="ij")
    wide, deep, high = u * (0.034 - 0.012 * np.abs(v - 0.5)), 0.02 * v + 0.012 * u * u - 0.004, 0.075 * v - 0.012 * np.abs(u) * v
    shield = np.stack([wide, face[1] + deep, face[2] + high], axis=-1)
    return _on_head("fire_helmet", joined(brimmed, grid(shield)))


@cut
def toque() -> Fitted:
    """A cook's hat: a tall band, a full, pleated crown."""
    base_ = _dome(0.79, 0.009, 0.12)[0].reshape(-1, 48, 3)[0]
    middle = base_.mean(axis=0)
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rows = [middle + (base_ - middle) * k + (0, 0, z) for k, z in ((1.0, -0.004), (1.0, 0.03), (1.0, 0.075))]
    for k, z, pleat in ((1.1, 0.085, 0.03), (1.3, 0.115, 0.05), (1.36, 0.15, 0.05), (1.22, 0.178, 0.05), (0.7, 0.192, 0.02), (0.02, 0.186, 0.0)):
        rows.append(middle + (base_ - middle) * (k * (1 + pleat * np.sin(a * 11 + z * 30)))[:, None] + (0, 0.012 * z * 10, z))
    return _on_head("toque", grid(np.stack(rows), closed=True))


@cut
def crown() -> Fitted:
    ring = _dome(0.8, 0.004, 0.1)[0].reshape(-1, 48, 3)[0]
    middle = ring.mean(axis=0)
    a = np.arange(48)
    tips = 0.042 + 0.042 * np.abs((a % 6) - 3) / 3
    rows = [
        middle + (ring - middle) * k + np.stack([0 * a, 0 * a, z * np.ones(48)], axis=1)
        for k, z in ((1.0, 0.0), (1.03, 0.003), (1.0, 0.01), (1.05, 0.028), (1.17, tips))
    ]
    return _on_head("crown", grid(np.stack(rows), closed=True))

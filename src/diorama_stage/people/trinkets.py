# SPDX-License-Identifier: GPL-3.0-or-later
"""What is worn beside clothes and that no package carries: jewellery, headphones, a tie, a watch, bags. Metres on the base mesh, as in `tailor`."""

from __future__ import annotations

import numpy as np

from diorama_stage.people.pack import Fitted, base
from diorama_stage.people.tailor import Cloth, _limbs, _on_head, _strap, around, box, cut, grid, joined, tied, tube, turned


@cut
def necklace() -> Fitted:
    """A fine chain on the collar bones, a drop where it hangs lowest."""
    left = np.array([(0, 0.038, 0.585), (0.04, 0.02, 0.588), (0.064, -0.03, 0.57), (0.058, -0.075, 0.535), (0.03, -0.1, 0.5), (0, -0.11, 0.478)])
    chain = _strap(np.concatenate([left, turned(left[-2:0:-1]), left[:1]]), 0.0026, 0.0022, n=90, thick=0.0013)
    low = chain[0][np.argmin(chain[0][:, 2])]
    drop = box((low[0], low[1] - 0.002, low[2] - 0.007), (0.0045, 0.0028, 0.006), round_=1.0, n=8)
    return tied("necklace", joined(chain, drop), to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05)))


@cut
def earrings() -> Fitted:
    """Small hoops in the lobes."""
    b = base()
    p = b.verts
    lobe = np.flatnonzero(_limbs()[0] & (p[:, 0] > 0.074) & (p[:, 2] > 0.67) & (p[:, 2] < 0.72))
    at = p[lobe[np.argmin(p[lobe, 2])]] + (0.001, 0, 0.002)
    a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    ring = at + np.stack([0.002 * np.sin(a), 0.0095 * np.sin(a), 0.0095 * np.cos(a) - 0.0095], axis=1)
    hoop = tube(ring, np.full(28, 0.0011), np.full(28, 0.0011), np.array([1.0, 0, 0]), sides=6, closed=True)
    return tied("earrings", joined(hoop, (turned(hoop[0]), hoop[1][:, ::-1])), to=np.flatnonzero(_limbs()[0] & (_limbs()[2] > 0.5)))


def _cups(middle: tuple[float, float, float], half: tuple[float, float, float], inward: tuple[float, float, float]) -> tuple[Cloth, Cloth, Cloth, Cloth]:
    """The two cups of headphones, each with its cushion: where the left one is, its half sizes, and which way its cushion lies, metres."""
    cup = box(middle, half, round_=1.6, n=10)
    soft = box(tuple(np.add(middle, inward)), tuple(np.multiply(half, np.where(np.abs(inward) > 0, 0.6, 1.08))), round_=1.3, n=10)
    mirrored = ((turned(points), faces[:, ::-1]) for points, faces in (cup, soft))
    return (cup, soft, *mirrored)


@cut
def headphones() -> Fitted:
    """Cups over the ears, a padded band over the crown."""
    left = np.array([(0.099, -0.048, 0.765), (0.101, -0.05, 0.798), (0.092, -0.053, 0.836), (0.066, -0.056, 0.864), (0.034, -0.057, 0.876), (0, -0.058, 0.879)])
    line = _smooth(np.concatenate([left, turned(left[-2::-1])]), 60)
    pad = np.interp(np.abs(line[:, 0]), (0, 0.06, 0.085, 0.1), (0.016, 0.016, 0.011, 0.007))
    band = tube(line, pad, pad * 0.45, line - (0, -0.055, 0.75), sides=10)
    return _on_head("headphones", joined(band, *_cups((0.1, -0.048, 0.737), (0.016, 0.034, 0.042), (-0.012, 0, 0))))


@cut
def neck_headphones() -> Fitted:
    """The same taken off: the band behind the neck, the cups on the collar bones."""
    left = np.array([(0.062, -0.1, 0.575), (0.078, -0.07, 0.6), (0.083, -0.02, 0.612), (0.066, 0.035, 0.617), (0.035, 0.058, 0.62), (0, 0.064, 0.621)])
    line = _smooth(np.concatenate([left, turned(left[-2::-1])]), 60)
    pad = np.interp(line[:, 1], (-0.1, 0.0, 0.06), (0.006, 0.009, 0.013))
    band = tube(line, pad * 0.45, pad, np.array([0.0, 0.0, 1.0]), sides=10)
    cups = _cups((0.058, -0.128, 0.545), (0.034, 0.016, 0.042), (0, 0.012, 0))
    whole = joined(band, *cups)
    return tied("neck_headphones", whole, to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05)), stiff=np.ones(len(whole[0]), bool))


def _smooth(points: np.ndarray, n: int) -> np.ndarray:
    """A line of n points through rough ones (k, 3), its corners rounded."""
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    line = np.stack([np.interp(np.linspace(0, length[-1], n), length, points[:, k]) for k in range(3)], axis=1)
    for _ in range(4):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return line


@cut
def necktie() -> Fitted:
    """A tie: its knot where the collar closes, the blade before the buttons down to the belt. Its band lies under the collar."""
    z = np.concatenate([np.linspace(0.519, 0.2, 36), np.linspace(0.19, 0.15, 6)])
    front = np.minimum.accumulate(np.array([around(float(min(q, 0.5)), np.array([0.0]), 0.0)[0][1] for q in z]))
    half = np.interp(z, (0.15, 0.188, 0.28, 0.4, 0.519), (0.001, 0.035, 0.032, 0.025, 0.0125))
    across = np.linspace(-1, 1, 9)
    rows = [np.stack([w * across, y - 0.024 + 0.0035 * across**2, np.full(9, q)], axis=1) for q, y, w in zip(z, front, half, strict=True)]
    height = np.linspace(0.556, 0.513, 9)
    knot = tube(
        np.stack([0 * height, np.interp(height, (0.513, 0.556), (-0.128, -0.101)), height], axis=1),
        np.interp(height, (0.513, 0.519, 0.55, 0.556), (0.0105, 0.0125, 0.0195, 0.016)),
        np.full(9, 0.009),
        np.array([0, -1.0, 0.4]),
        sides=14,
    )
    middle = np.flatnonzero(_limbs()[0] & (_limbs()[2] < 0.5) & (np.abs(base().verts[:, 0]) < 0.012) & (base().verts[:, 1] < 0))
    return tied("necktie", joined(grid(np.stack(rows)), knot), to=middle)  # a bust makes it no wider


def _wrist() -> tuple[np.ndarray, np.ndarray, np.ndarray, float, float]:
    """Above the left hand: a point of the arm's axis, its way, the way to the hand's back, half the wrist's width and height."""
    b = base()
    heads = b.heads @ b.verts
    elbow, wrist, tip = (heads[b.bones.index(n)] for n in ("lowerarm02.L", "wrist.L", "finger3-1.L"))
    thumb, little = (heads[b.bones.index(n)] for n in ("finger2-1.L", "finger5-1.L"))
    along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    back = np.cross(tip - wrist, thumb - little)
    back = back - along * (back @ along)
    back /= np.linalg.norm(back)
    at = wrist - along * 0.028
    near = b.verts[_limbs()[0] & (np.abs((b.verts - at) @ along) < 0.008) & (np.linalg.norm(b.verts - at, axis=1) < 0.06)]
    at = at + ((near - at).min(axis=0) + (near - at).max(axis=0)) / 2 * (1 - np.abs(along))
    side = np.cross(along, back)
    return at, along, back, float(np.abs((near - at) @ side).max()), float(np.abs((near - at) @ back).max())


@cut
def watch() -> Fitted:
    at, along, back, wide, high = _wrist()
    side = np.cross(along, back)
    a = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    ring = at + np.sin(a)[:, None] * side * (wide + 0.003) + np.cos(a)[:, None] * back * (high + 0.003)
    strap = grid(np.stack([ring + along * d for d in (-0.01, -0.0035, 0.0035, 0.01)]), closed=True)
    return tied("watch", strap, to=_forearm(at, along))


@cut
def dial() -> Fitted:
    at, along, back, _, high = _wrist()
    side = np.cross(along, back)
    a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    round_ = np.cos(a)[:, None] * along + np.sin(a)[:, None] * side
    middle = at + back * (high + 0.003)
    rows = [middle + round_ * r + back * h for r, h in ((0.017, -0.003), (0.0185, 0.001), (0.0185, 0.004), (0.0165, 0.0058), (0.015, 0.0052), (0.001, 0.005))]
    cloth = grid(np.stack(rows), closed=True)
    return tied("dial", cloth, to=_forearm(at, along), stiff=np.ones(len(cloth[0]), bool))


def _forearm(at: np.ndarray, along: np.ndarray) -> np.ndarray:
    b = base()
    arm = np.asarray(b.weights[:, [b.bones.index("lowerarm02.L")]].sum(axis=1)).ravel()
    return np.flatnonzero(_limbs()[0] & (arm > 0.5) & (np.abs((b.verts - at) @ along) < 0.03))


@cut
def bracelet() -> Fitted:
    at, along, back, wide, high = _wrist()
    side = np.cross(along, back)
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    line = turned(at + along * 0.012 + np.sin(a)[:, None] * side * (wide + 0.003) + np.cos(a)[:, None] * back * (high + 0.003))
    way = along * (-1, 1, 1)
    rows = np.flatnonzero(_limbs()[0] & (np.linalg.norm(base().verts - line.mean(axis=0), axis=1) < 0.06))
    return tied("bracelet", tube(line, np.full(40, 0.0018), np.full(40, 0.0018), way, sides=8, closed=True), to=rows)


@cut
def bag() -> Fitted:
    """A bag at the left hip, its strap over the right shoulder."""
    body = box((0.215, 0.0, 0.0), (0.05, 0.14, 0.1), round_=3.5, n=12)
    flap = box((0.222, 0.0, 0.045), (0.052, 0.143, 0.062), round_=3.5, n=12)
    front = np.array(
        [
            (0.19, -0.09, 0.09),
            (0.12, -0.135, 0.2),
            (0.03, -0.15, 0.33),
            (-0.06, -0.12, 0.44),
            (-0.1, -0.06, 0.55),
            (-0.09, 0.0, 0.565),
            (-0.05, 0.055, 0.48),
            (0.05, 0.05, 0.32),
            (0.14, 0.05, 0.18),
            (0.19, 0.06, 0.09),
        ]
    )
    strap = _strap(front, 0.032, 0.014, n=60)
    stiff = np.r_[np.ones(len(body[0]) + len(flap[0]), bool), np.zeros(len(strap[0]), bool)]
    return tied("bag", joined(body, flap, strap), to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05)), stiff=stiff)


@cut
def backpack() -> Fitted:
    body = box((0.0, 0.155, 0.35), (0.15, 0.085, 0.2), round_=3.0, n=14)
    pocket = box((0.0, 0.235, 0.27), (0.11, 0.035, 0.09), round_=3.0, n=10)
    left = np.array([(0.09, 0.07, 0.52), (0.105, 0.0, 0.572), (0.115, -0.07, 0.52), (0.125, -0.125, 0.42), (0.15, -0.07, 0.3), (0.12, 0.05, 0.24)])
    straps = [_strap(p, 0.05, 0.012, n=44, thick=0.005) for p in (left, turned(left))]
    stiff = np.r_[np.ones(len(body[0]) + len(pocket[0]), bool), np.zeros(sum(len(s[0]) for s in straps), bool)]
    return tied("backpack", joined(body, pocket, *straps), to=np.flatnonzero(_limbs()[0] & (_limbs()[1] < 0.05)), stiff=stiff)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Costumes cut on the base body: suits that stand off it, gowns, capes, hoods, fur, and what belongs to them. Metres on the base mesh, as in `tailor`.

The body's own surface, let out and smoothed (`let_out`), gives suits and the bodices of gowns; skirts and capes are sheets about the trunk; hoods and helmets
are sheets about the head's hull (`about_head`). Plates and helmets: `armour`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
from scipy.sparse import coo_matrix, diags
from scipy.spatial import ConvexHull

from diorama_stage.people import tailor
from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import Fitted, base
from diorama_stage.people.tailor import Cloth, around, box, cut, grid, joined, tied, tube

HEAD = np.array([0.0, -0.055, 0.735])
"""The middle that helmets and hoods are drawn about."""
SKIRTS = 0.17
"""Height at which a gown's skirt begins, under its bodice."""
SMOOTHED = 8
"""Rounds of smoothing of the body under what stands off it."""
Amount = float | np.ndarray


@lru_cache(maxsize=64)
def share(*names: str) -> np.ndarray:
    """How far each vertex of the body hangs on the bones whose names begin so, (19158,), 0 to 1."""
    b = base()
    return np.asarray(b.weights[:, [k for k, n in enumerate(b.bones) if n.startswith(names)]].sum(axis=1)).ravel()


def own() -> np.ndarray:
    """The body's own vertices, (19158,) bool."""
    return tailor._limbs()[0]


@lru_cache(maxsize=1)
def ears() -> np.ndarray:
    """The vertices of the ears, (19158,) bool."""
    x, y, z = base().verts.T
    return own() & (np.abs(x) > np.where(z > 0.75, 0.07, 0.066)) & (y > -0.075) & (y < 0.03) & (z > 0.665) & (z < 0.772)


def joint(name: str) -> np.ndarray:
    """Where a bone begins, (3,)."""
    b = base()
    return (b.heads @ b.verts)[b.bones.index(name)]


def let_out(mask: np.ndarray, off: Amount, rounds: int = 12, loose: np.ndarray | None = None) -> Cloth:
    """The body's faces whose corners are all in `mask` (19158,), smoothed `rounds` times and everywhere at least `off` metres out, but where it is `loose`."""
    b = base()
    faces = b.faces[mask[b.faces].all(axis=1)]
    used = np.unique(faces)
    lookup = np.zeros(len(b.verts), np.int32)
    lookup[used] = np.arange(len(used))
    faces, n = lookup[faces], len(used)
    skin, out = b.verts[used], normals(b.verts, b.faces)[used]
    off = np.broadcast_to(off, (len(b.verts),))[used]
    free = np.zeros(n, bool) if loose is None else loose[used]
    i, j = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 3]], faces[:, [3, 0]]]).T
    links = coo_matrix((np.ones(2 * len(i)), (np.r_[i, j], np.r_[j, i])), shape=(n, n)).tocsr()
    mean = diags(1 / np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1)) @ links
    for _ in range(SMOOTHED if off.max() > 0.01 else 0):  # thick stuff shows no small shapes
        skin = 0.4 * skin + 0.6 * (mean @ skin)
        out = 0.4 * out + 0.6 * (mean @ out)
    out = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    points = skin + out * off[:, None]
    for _ in range(rounds):
        points = 0.4 * points + 0.6 * (mean @ points)
        lack = off - np.einsum("ij,ij->i", points - skin, out)
        points = points + out * np.where(free, 0.0, np.maximum(lack, 0.0))[:, None]
    return points, faces


@lru_cache(maxsize=1)
def _hull() -> np.ndarray:
    """The planes (k, 4) of the head's hull without its ears."""
    p = base().verts[own() & (tailor._limbs()[2] > 0.85) & ~ears()]
    return ConvexHull(p).equations


def about_head(turn: np.ndarray, rise: np.ndarray, off: Amount, *, round_: float = 0.0) -> np.ndarray:
    """Points (…, 3) `off` metres out of the head's hull.

    `turn`, `rise`: radians from the front to the figure's left, and up; `round_`: 1 a ball, 0 the head's own shape.
    """
    turn, rise = np.broadcast_arrays(turn, rise)
    way = np.stack([np.sin(turn) * np.cos(rise), -np.cos(turn) * np.cos(rise), np.sin(rise)], axis=-1)
    planes = _hull()
    fall = way @ planes[:, :3].T
    room = -(planes[:, :3] @ HEAD + planes[:, 3])
    far = np.where(fall > 1e-6, room / np.maximum(fall, 1e-6), np.inf).min(axis=-1)
    far = far * (1 - round_) + 0.118 * round_
    return HEAD + way * (far + off)[..., None]


def on_head(name: str, cloth: Cloth, hides: np.ndarray | None = None) -> Fitted:
    """What is stiff and goes with the head; `hides` (19158,): what of the body it covers."""
    verts, ref = base().verts, np.tile(_skull(), (len(cloth[0]), 1))
    offset = cloth[0] - verts[ref].mean(axis=1)
    uv = np.stack([np.arctan2(cloth[0][:, 0], -cloth[0][:, 1]) / (2 * np.pi) + 0.5, cloth[0][:, 2]], axis=1)
    return Fitted(name, ref, np.full(ref.shape, 1 / 3), offset, cloth[1], cloth[1], uv, np.zeros(0, int) if hides is None else np.flatnonzero(hides))


@lru_cache(maxsize=1)
def _skull() -> np.ndarray:
    """Three vertices as far apart as the skull is wide, deep and high: all that is on a head goes with these and fits each other."""
    rows = np.flatnonzero(own() & (tailor._limbs()[2] > 0.9) & ~ears())
    return np.array(
        [rows[np.argmin(np.linalg.norm(base().verts[rows] - at, axis=1))] for at in ((-0.06, -0.13, 0.79), (0.068, 0.015, 0.79), (0.0, -0.06, 0.85))]
    )


def sheet(points: np.ndarray, *, closed: bool = False) -> Cloth:
    """`grid` with its faces outward."""
    return tailor.outward(grid(points, closed=closed))


def sewn(name: str, *pieces: Fitted) -> Fitted:
    """Several as one garment."""
    at = np.cumsum([0, *(len(p.ref) for p in pieces[:-1])])
    faces = np.concatenate([p.faces + k for p, k in zip(pieces, at, strict=True)])
    gathered = [np.concatenate([getattr(p, field) for p in pieces]) for field in ("ref", "weight", "offset")]
    return Fitted(name, *gathered, faces, faces, np.concatenate([p.uv for p in pieces]), np.unique(np.concatenate([p.hidden for p in pieces])).astype(int))


def upper() -> np.ndarray:
    """Rows of the trunk's own vertices, neck and head left out."""
    return np.flatnonzero(own() & (tailor._limbs()[1] < 0.3) & (tailor._limbs()[2] < 0.2) & (base().verts[:, 2] > 0.05))


def worn_above(ankle: float = -0.745, neck: float = 0.583) -> np.ndarray:
    """The body between ankles and neck, hands left out: (19158,) bool."""
    z = base().verts[:, 2]
    return own() & (share("wrist", "finger", "metacarpal") < 0.5) & (z < neck) & (tailor._limbs()[2] < 0.3) & (z > ankle)


# Suits


@cut
def space_suit() -> Fitted:
    """A pressure suit: thick all over, thickest at thighs and upper arms, drawn in at knees, elbows and waist."""
    z = base().verts[:, 2]
    near = lambda *names: np.min([np.linalg.norm(base().verts - joint(n), axis=1) for n in names], axis=0)  # noqa: E731
    bend = np.clip(near("lowerarm01.L", "lowerarm01.R", "lowerleg01.L", "lowerleg01.R") / 0.07, 0.35, 1)
    waist = np.clip(np.abs(z - 0.15) / 0.06, 0.6, 1)
    off = 0.046 * bend * waist * np.where(z > 0.54, 0.5, 1.0)
    points, faces = let_out(worn_above(-0.72), off, 16)
    return tied("space_suit", (points, faces))


@cut
def bodysuit() -> Fitted:
    """A suit as tight as skin, from the neck to wrists and ankles."""
    return tied("bodysuit", let_out(worn_above(), 0.0034, 3))


@cut
def baggy_suit() -> Fitted:
    """A clown's one-piece suit: much too wide, gathered at wrists and ankles."""
    z, x = base().verts[:, 2], np.abs(base().verts[:, 0])
    ends = np.clip((0.425 - x) / 0.05, 0, 1) * np.clip((z + 0.73) / 0.1, 0, 1) * np.clip((0.585 - z) / 0.1, 0.3, 1)
    points, faces = let_out(worn_above(-0.77), 0.006 + 0.042 * ends, 18)
    return tied("baggy_suit", (points, faces))


@cut
def loose_suit() -> Fitted:
    """Jacket and trousers of one dark cloth, loose on arms and legs, drawn in at calves and wrists."""
    z, x = base().verts[:, 2], np.abs(base().verts[:, 0])
    ends = np.clip((0.42 - x) / 0.08, 0, 1) * np.clip((z + 0.62) / 0.16, 0, 1)
    return tied("loose_suit", let_out(worn_above(-0.7), 0.005 + 0.017 * ends, 12))


@cut
def trunks() -> Fitted:
    """Short trunks over a bodysuit."""
    z = base().verts[:, 2]
    mask = own() & (z > -0.03 + 0.45 * np.clip(np.abs(base().verts[:, 0]) - 0.03, 0, 0.3)) & (z < 0.135) & (tailor._limbs()[1] < 0.3)
    return tied("trunks", let_out(mask, 0.008, 5))


@cut
def sash() -> Fitted:
    """A broad cloth about the waist, its ends at the left hip."""
    band = tailor._band(np.array(tailor.WAIST - 0.005), 0.085, 0.02)
    s = np.linspace(0, 1, 14)
    start = around(0.13, np.array([1.1]), 0.028)[0]
    ends = []
    for lean, low in ((-0.2, 0.26), (0.35, 0.21)):
        line = start + np.stack([0.03 * s + 0.02 * lean * s, lean * 0.12 * s, -low * s], axis=1)
        ends.append(tube(line, np.linspace(0.016, 0.042, 14), np.linspace(0.008, 0.006, 14), np.array([1.0, -0.4, 0]), sides=12))
    return tied("sash", joined(band, box(tuple(start), (0.022, 0.026, 0.028), n=8), *ends), to=tailor._trunk())


@cut
def broad_belt() -> Fitted:
    """A broad belt over a coat."""
    return tied("broad_belt", tailor._band(np.array(tailor.WAIST), 0.062, 0.03), to=tailor._trunk())


@cut
def big_buckle() -> Fitted:
    front = around(tailor.WAIST, np.array([0.0]), 0.036)[0]
    t, corners = np.arange(40) / 10, np.array([(-0.04, 0, 0.04), (0.04, 0, 0.04), (0.04, 0, -0.04), (-0.04, 0, -0.04)])
    line = front + np.stack([np.interp(t, range(5), np.append(corners[:, k], corners[0, k])) for k in range(3)], axis=1)
    frame = tube(line, np.full(40, 0.006), np.full(40, 0.005), np.array([0, -1.0, 0]), sides=8, closed=True)
    return tied("big_buckle", frame, stiff=np.ones(len(frame[0]), bool), to=tailor._trunk())


@cut
def rope() -> Fitted:
    """A cord about the waist, its ends hanging from a knot."""
    a = np.linspace(-np.pi, np.pi, 72, endpoint=False)
    line = np.concatenate([around(0.15, a[k : k + 1], 0.03) for k in range(72)])
    loop = tube(line, np.full(72, 0.009), np.full(72, 0.009), np.array([0, 0, 1.0]), sides=8, closed=True)
    knot = around(0.145, np.array([0.35]), 0.04)[0]
    s = np.linspace(0, 1, 16)
    ends = [
        tube(knot + np.stack([x * s, -0.015 * s, -low * s], axis=1), np.full(16, 0.008), np.full(16, 0.008), np.array([0, -1.0, 0]), sides=8)
        for x, low in ((0.03, 0.34), (0.0, 0.29))
    ]
    return tied("rope", joined(loop, box(tuple(knot), (0.018, 0.014, 0.02), n=8), *ends), to=tailor._trunk())


# Gowns: a bodice with sleeves let out from the body, and a skirt about it.


def bodice(off: float, bell: float = 0.0, *, arms: float = 0.5, neck: float = 0.578) -> Cloth:
    """The upper part of a gown, `off` metres out; sleeves widen by `bell` from the elbow to the wrist."""
    v = base().verts
    elbow, wrist = joint("lowerarm01.L"), joint("wrist.L")
    along = np.clip(((v * np.where(v[:, :1] < 0, (-1, 1, 1), (1, 1, 1)) - elbow) @ (wrist - elbow)) / ((wrist - elbow) @ (wrist - elbow)), 0, 1)
    along = along * (tailor._limbs()[1] > 0.5)
    trunk = (tailor._limbs()[1] >= 0.3) | (v[:, 2] > 0.1)
    mask = worn_above(-9, neck) & trunk & (share("wrist", "finger", "metacarpal") < arms)
    return let_out(mask, off + bell * along**1.5, 10)


def skirt(bottom: float, off: float, flare: float, *, pleats: int = 13, deep: float = 0.022, open_: float = 0.0) -> Cloth:
    """The lower part: about trunk and legs down to `bottom`, standing off `flare` more at its hem, in `pleats`.

    It is open in front by `open_` radians to either side.
    """
    rng = np.random.default_rng(pleats)
    n, top, rows = 120, SKIRTS, 46
    angle = np.linspace(-np.pi, np.pi, n, endpoint=False) if open_ == 0 else np.linspace(open_, 2 * np.pi - open_, n)
    wave = sum(a * np.sin(angle * k + rng.uniform(0, 6.28)) for a, k in ((0.7, pleats), (0.3, pleats + 5), (0.3, pleats // 2)))
    wave = wave if open_ == 0 else wave * np.clip(np.minimum(angle - open_, 2 * np.pi - open_ - angle) / 0.25, 0, 1)
    sheet = []
    for z in np.linspace(top, bottom, rows):
        s = (top - z) / (top - bottom)
        line = around(float(z), angle, off + flare * s)
        middle = np.array([0, tailor.girth(round(float(z), 3))[0][1], z])
        way = line - middle
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        sheet.append(line + way * (deep * s**1.2 * wave)[:, None])
    sheet = np.array(sheet)
    sheet[1:-1] = (sheet[:-2] + 2 * sheet[1:-1] + sheet[2:]) / 4
    return tailor.outward(grid(sheet, closed=open_ == 0))


def gown(name: str, bottom: float, *, off: float = 0.014, flare: float = 0.05, bell: float = 0.0, deep: float = 0.022, pleats: int = 13) -> Fitted:
    top = tied(name, bodice(off, bell))
    low = tied(name, skirt(bottom, off + 0.002, flare, deep=deep, pleats=pleats), to=tailor._trunk())
    return sewn(name, top, low)


@cut
def robe_long() -> Fitted:
    """A robe to the ground with bell sleeves: wizards, monks, nuns, kings."""
    return gown("robe_long", -0.745, off=0.017, flare=0.05, bell=0.075, deep=0.026, pleats=14)


@cut
def robe_witch() -> Fitted:
    """A dress to the ankles, close above, wide below, its sleeves flared."""
    return gown("robe_witch", -0.7, off=0.007, flare=0.09, bell=0.05, deep=0.03, pleats=17)


@cut
def short_coat() -> Fitted:
    """A coat to mid-thigh, closed and thick: Father Christmas."""
    return gown("short_coat", -0.2, off=0.024, flare=0.035, bell=0.012, deep=0.008, pleats=9)


@cut
def short_tunic() -> Fitted:
    """A tunic to the knee."""
    return gown("short_tunic", -0.29, off=0.012, flare=0.03, bell=0.004, deep=0.016, pleats=12)


@cut
def frock_coat() -> Fitted:
    """A long coat worn open over what is under it, cuffs turned back: pirates."""
    points, faces = bodice(0.021, 0.02)
    middle = points[faces].mean(axis=1)
    front = (middle[:, 1] < -0.03) & (np.abs(middle[:, 0]) < np.interp(middle[:, 2], (0.1, 0.3, 0.5, 0.6), (0.075, 0.07, 0.055, 0.05))) & (middle[:, 2] > 0.05)
    top = tied("frock_coat", (points, faces[~front]))
    low = tied("frock_coat", skirt(-0.42, 0.024, 0.06, deep=0.014, pleats=10, open_=0.52), to=tailor._trunk())
    cuffs = []
    for side in (1, -1):
        elbow, wrist = joint("lowerarm01.L") * (side, 1, 1), joint("wrist.L") * (side, 1, 1)
        way = (wrist - elbow) / np.linalg.norm(wrist - elbow)
        t = np.array([-0.095, -0.09, -0.02, -0.012, -0.012, -0.02])
        wide = np.array([0.045, 0.066, 0.072, 0.07, 0.05, 0.04])
        cuffs.append(tube(wrist + way * t[:, None], wide, wide * 0.85, np.array([0, 0, 1.0]), sides=24))
    rows = np.flatnonzero(own() & (share("lowerarm") > 0.5))
    return sewn("frock_coat", top, low, tied("frock_coat", joined(*cuffs), to=rows))


# Capes, mantles, collars


@cut
def cape() -> Fitted:
    """A cape from the shoulders to the calves, falling behind."""
    rng = np.random.default_rng(8)
    n, rows = 61, 44
    u = np.linspace(-1, 1, n)
    wave = np.sin(u * 17 + 0.6) * 0.6 + np.sin(u * 29 + rng.uniform(0, 6)) * 0.3
    sheet = []
    for s in np.linspace(0, 1, rows):
        a = np.pi + u * np.interp(s, (0, 0.12, 0.3, 1), (2.45, 2.2, 1.62, 1.35))
        wide = np.interp(s, (0, 0.07, 0.16, 0.5, 1), (0.078, 0.15, 0.205, 0.25, 0.34))
        deep = np.interp(s, (0, 0.07, 0.16, 0.5, 1), (0.07, 0.095, 0.115, 0.17, 0.27))
        z = np.interp(s, (0, 0.07, 0.16, 1), (0.592, 0.575, 0.5, -0.56)) - 0.0 * u
        fold = 0.03 * np.clip((s - 0.08) / 0.9, 0, 1) ** 0.9 * wave
        x = np.sin(a) * (wide + fold)
        y = -np.cos(a) * (deep + fold) - 0.02
        low = np.clip(np.cos(a), 0, 1) * -0.05 * np.clip(s / 0.1, 0, 1)
        sheet.append(np.stack([x, y, z + low + 0 * x], axis=1))
    return tied("cape", tailor.outward(grid(np.array(sheet))), to=upper())


@cut
def fur_mantle() -> Fitted:
    """A fur about the shoulders, closed in front."""
    v = base().verts
    mask = (
        own()
        & (v[:, 2] > np.where(v[:, 1] > -0.02, 0.36, 0.43))
        & (v[:, 2] < 0.582)
        & (share("lowerarm", "wrist", "finger", "metacarpal") < 0.01)
        & (np.abs(v[:, 0]) < 0.245)
        & (tailor._limbs()[2] < 0.2)
    )
    return tied("fur_mantle", let_out(mask, 0.036, 14), to=np.flatnonzero(own() & (tailor._limbs()[2] < 0.2)))


def ring_about(height: float, wide: float, high: float, off: float, n: int = 64) -> Cloth:
    """A roll all round the trunk."""
    a = np.linspace(-np.pi, np.pi, n, endpoint=False)
    return tube(around(height, a, off), np.full(n, wide), np.full(n, high), np.array([0, 0, 1.0]), sides=10, closed=True)


def about_arm(side: int, up: float, half: float, wide: float, thick: float, *, off: float = 0.0, limb: tuple[str, str] = ("lowerarm01", "wrist")) -> Cloth:
    """A roll about a limb, `up` metres above its end, `wide` along it; its radius is `half` + `off`."""
    start, end = joint(f"{limb[0]}.L") * (side, 1, 1), joint(f"{limb[1]}.L") * (side, 1, 1)
    along = (end - start) / np.linalg.norm(end - start)
    one = np.cross(along, (0, 0, 1.0))
    one /= np.linalg.norm(one)
    a = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    line = end - along * up + (np.cos(a)[:, None] * one + np.sin(a)[:, None] * np.cross(along, one)) * (half + off)
    return tube(line, np.full(36, thick), np.full(36, wide), along, sides=10, closed=True)


@cut
def fur_trim() -> Fitted:
    """White fur at hem, front, collar and cuffs of a short coat."""
    hem = tied("fur_trim", ring_about(-0.19, 0.026, 0.036, 0.07, 90), to=tailor._trunk())
    z = np.linspace(0.53, -0.17, 50)
    front = np.concatenate([around(float(q), np.array([0.0]), np.interp(q, (-0.2, 0.17, 0.5), (0.072, 0.034, 0.032))) for q in z])
    strip = tied("fur_trim", tube(front, np.full(50, 0.028), np.full(50, 0.016), np.array([0, -1.0, 0]), sides=10), to=tailor._trunk())
    a = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    line = np.stack([np.sin(a) * 0.083, -0.025 - np.cos(a) * 0.083, 0.575 - 0.03 * np.cos(a)], axis=1)
    collar = tied("fur_trim", tube(line, np.full(48, 0.03), np.full(48, 0.026), np.array([0, 0, 1.0]), sides=12, closed=True), to=upper())
    cuffs = [
        tied("fur_trim", about_arm(side, 0.02, 0.05, 0.03, 0.018), to=np.flatnonzero(own() & (share("lowerarm") > 0.6) & (np.sign(base().verts[:, 0]) == side)))
        for side in (1, -1)
    ]
    return sewn("fur_trim", hem, strip, collar, *cuffs)


@cut
def ermine() -> Fitted:
    """A king's collar of fur, and the fur down the front of the robe."""
    return replace(fur_mantle(), name="ermine")


@cut
def ruff() -> Fitted:
    """A pleated collar that stands out all round the neck."""
    a = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    rows = []
    for s in np.linspace(0, 1, 7):
        wave = np.sin(a * 22) * 0.016 * s
        far = 0.068 + 0.105 * s
        rows.append(np.stack([np.sin(a) * far, -0.03 - np.cos(a) * far, 0.578 - 0.022 * s - 0.035 * s * np.cos(a) + wave], axis=1))
    low = [
        np.stack([np.sin(a) * f, -0.03 - np.cos(a) * f, 0.56 - 0.02 * s - 0.04 * s * np.cos(a) + np.sin(a * 19 + 1) * 0.016 * s], axis=1)
        for s, f in ((0.0, 0.07), (0.5, 0.14), (1.0, 0.2))
    ]
    return tied("ruff", joined(grid(np.array(rows), closed=True), grid(np.array(low), closed=True)), to=upper())


@cut
def pompoms() -> Fitted:
    """Three woolly balls down the front."""
    balls = []
    for z in (0.47, 0.35, 0.23):
        at = around(z, np.array([0.0]), 0.055)[0]
        ball = box(tuple(at), (0.034, 0.034, 0.034), round_=1.0, n=10)
        balls.append(tied("pompoms", ball, stiff=np.ones(len(ball[0]), bool), to=upper()))
    return sewn("pompoms", *balls)


@cut
def emblem() -> Fitted:
    """A shield on the chest of a hero's suit, a star on it cut out of another cloth."""
    corners = np.array([(-0.085, 0.05), (-0.05, 0.085), (0.05, 0.085), (0.085, 0.05), (0.0, -0.085)])
    return tied("emblem", _on_chest(corners, 0.0085), to=upper())


@cut
def star() -> Fitted:
    k = np.arange(10)
    r = np.where(k % 2, 0.021, 0.05)
    return tied("star", _on_chest(np.stack([np.sin(k * np.pi / 5) * r, np.cos(k * np.pi / 5) * r + 0.022], axis=1), 0.012), to=upper())


def _on_chest(corners: np.ndarray, off: float, height: float = 0.4) -> Cloth:
    """A flat shape laid on the chest, from its corners (n, 2) about its middle."""
    t = np.linspace(0, len(corners), 61)[:-1]
    closed = np.concatenate([corners, corners[:1]])
    rim = np.stack([np.interp(t, range(len(closed)), closed[:, k]) for k in range(2)], axis=1)
    rows = []
    for s in np.linspace(1, 0.001, 9):
        x, z = rim[:, 0] * s, height + rim[:, 1] * s
        rows.append(np.concatenate([around(float(q), np.array([np.arctan2(p, 0.115)]), off) for p, q in zip(x, z, strict=True)]))
    return tailor.outward(grid(np.array(rows), closed=True))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Hair, brows, lashes and beards, as strands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import bpy
import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree

from diorama_stage.people import groom, locks, tails
from diorama_stage.people.mesh import pixels
from diorama_stage.people.pack import base, fitted, texture
from diorama_stage.people.rig import follow
from diorama_stage.people.strands import curves, fairness, hair_shader
from diorama_stage.people.who import Who

STRANDS = {"shaved": 26000, "buzz": 34000, "short": 42000, "chin": 46000, "shoulder": 48000, "long": 48000, "very_long": 48000, "bald": 0}
BROW_SOFT = 0.018
"""How far brows spread past the painted ones, shares of the picture: those are drawn with a pencil."""
RISE = (0.14, 0.26)
"""How much brows rise from the nose to their bend, by the way out: those that are highest at the nose look worried, those that fall steeply to it frown."""
CHILDS_RISE = 0.35
"""How much of that the brows of children have: theirs lie nearly level, and steep ones frown."""
BUSHY = {True: 0.0011, False: 0.0015}
"""How far above and below the painted line hairs of a brow grow at its head, of women and men, metres: one drawn with a pencil is as thin as its line."""
SPARSE = ((50.0, 75.0), (1.0, 0.6))
"""Years, and how much of their brows women have: full and bushy ones made a man's face of an old woman's."""
GREYED_BROWS = 0.65
"""How grey brows are, by the hair."""
DARKEST_BROW = "#2b1f18"
"""The darkest that brows are: even under black hair they are brown against the light."""
FAIR_LASH = "#523823"
INWARD = 0.0045
"""How much nearer to the nose brows begin than the painted ones, metres."""
HAT = 0.768
"""Height on the base mesh at which hats sit, metres."""
BEARD_FADES = 0.018
"""Over what way a beard ends toward the cheeks, metres: nobody's ends at a line unless it is shaven there."""
UNDER = 0.35
"""How long a beard is beneath the jaw, by the rest of it: grown as long it hangs on the neck like a bib, and nobody lets it."""
THINS = 0.45
"""What of a man's hair is lost before its crown is bare."""
CROWN, CROWN_WIDE, CROWN_SOFT = np.array([0.0, -0.035, 0.865]), 0.115, 0.035
"""Where on the base mesh hair grows thin at last, how far about that, over what way that fades, metres."""
FINE = 0.00005
"""Radius of a strand seen from near, metres; from farther off fewer and thicker ones stand for several, about half a pixel wide."""


def grown(
    who: Who,
    verts: np.ndarray,
    calm: np.ndarray,
    posed: np.ndarray,
    matrices: np.ndarray,
    turn: np.ndarray,
    pixel: float,
    worn: set[str],
    clothes: list | None = None,
) -> Iterator[bpy.types.Object]:
    """Objects of strands.

    `verts` at rest with the face's expression, `calm` without it, `posed` in the pose, `turn` (4, 4) the head bone's; `pixel`: what one covers there, metres.
    """
    rng = np.random.default_rng(who.seed % 2**32)
    head = groom.head_of(posed, turn, verts, clothes or [])
    colour = who.hair.colour
    material = hair_shader(colour, grey=who.hair.grey, dyed=who.hair.streaks, white=0.24 + 0.18 * who.hair.grey)
    if who.hair.length != "bald":
        yield _scalp(who, head, material, pixel, rng, "head" in worn)
    dark = _darker(colour, 0.78) if who.hair.grey < 0.7 else "#5d5852"
    brows = hair_shader(dark, grey=who.hair.grey * GREYED_BROWS, roughness=0.45, white=0.24)
    coarse = float(np.clip(pixel * 0.2 / 0.00005, 1.0, 4.0))
    yield _brows(who, (verts, calm), matrices, brows, rng, coarse)
    yield _lashes(who, posed, matrices, coarse, hair_shader(_lash(who)), rng)
    if who.beard != "none" or who.moustache:
        yield _beard(who, head, coarse, hair_shader(who.beard_colour, grey=min(who.hair.grey * 1.1, 0.85), white=0.27), rng)


def _scalp(who: Who, head: groom.Head, material: bpy.types.Material, pixel: float, rng: np.random.Generator, hatted: bool) -> bpy.types.Object:
    styles = set(who.hair.styles)
    density = covered(who)
    if styles & {"undercut", "mohawk"}:
        p = base().verts
        density = density * np.clip(((0.03 if "mohawk" in styles else 0.055) - np.abs(p[:, 0])) / 0.008, 0.12, 1)
    cut = groom.cut_of(who)
    density = density * groom.beside_part(cut)
    if hatted:  # what lies under a hat is not seen, and would grow through it
        density = density * np.clip((HAT - base().verts[:, 2]) / 0.008, 0, 1)
        cut.volume, cut.flow, cut.out = cut.volume * 0.3, "over", False
    coarse = float(np.clip(pixel * 0.24 / FINE, 1.0, 6.0))
    count = int(STRANDS[who.hair.length] * coarse**-0.75 * (1.4 if cut.out else 1.0) * (groom.STEPS / locks.points(cut)) ** 0.6)
    paths, at = groom.guides(head, cut, rng, density, coarse)
    matted = "dreadlocks" in styles and not cut.tied
    strands, fine, lock = locks.ropes(head, paths, count, rng) if matted else locks.locks(head, cut, paths, at, density, count, rng)
    tied = _tied(head, cut, count // 3, rng)
    radius = FINE * coarse * (1.15 if who.hair.texture in ("coily", "curly") else 1.0)
    points = [
        strands,
        *(
            np.stack([t[:, i] for i in np.linspace(0, t.shape[1] - 1, strands.shape[1]).astype(int)], axis=1) if cut.tied in ("bun", "topknot", "updo") else t
            for t in tied
        ),
    ]
    fine = np.concatenate([fine, *(np.ones(len(t)) for t in tied)])
    return curves("hair", points, radius, rng, material, lock=np.concatenate([lock, *(rng.random(len(t)) for t in tied)]), fine=fine)


def covered(who: Who) -> np.ndarray:
    """How densely hair grows on each vertex of the base mesh, (19158,), 0 to 1, with what a man's years took of it."""
    styles, lost = set(who.hair.styles), loss(who)
    density = groom.scalp(round(max(min(1.3 * lost, 1.0), 0.9 if "receding" in styles else 0.0), 1))
    if "balding" in styles:
        return density * np.clip((0.795 - base().verts[:, 2]) / 0.02, 0, 1)
    bare = float(np.clip((lost - THINS) / (1 - THINS), 0, 1))
    if bare <= 0:
        return density
    p = base().verts - CROWN
    line = CROWN_WIDE * (0.45 + 0.75 * bare)
    return density * (1 - min(1.6 * bare, 0.96) * np.clip((line - np.linalg.norm(p * (1.0, 0.8, 1.0), axis=1)) / CROWN_SOFT, 0, 1))


def loss(who: Who) -> float:
    """How much of his hair a man has lost, 0 to 1: some keep it all, of half of those of seventy the crown is bare (Hamilton 1951; Norwood 1975)."""
    if who.female or who.hair_told and "receding" not in who.hair.styles:
        return 0.0
    return float(np.clip((who.age - 30) / 40, 0, 1)) * float(np.clip(1.35 * who.random("recede").random(), 0, 1))


def _tied(head: groom.Head, cut: groom.Cut, count: int, rng: np.random.Generator) -> list[np.ndarray]:
    """What hangs from the ties or is wound there."""
    goals = groom.tie_points(head, cut)
    if goals is None:
        return []
    row, out = groom.TABLE["tied"][cut.tied], []
    for k, tie in enumerate(goals):
        way = head.turn @ (np.array(row["out"], float) * ((-1 if k else 1), 1, 1))
        clear = lambda p: _clear(head, p)  # noqa: E731
        if cut.tied in ("bun", "topknot", "updo"):
            out.append(tails.bun(tie, way, head.size, count, rng, radius=0.036 if cut.tied == "updo" else 0.031))
        else:
            make = tails.plait if cut.tied.startswith("braid") else tails.tail
            out.append(make(tie, way, row["tail"] * head.size, head.size * (0.8 if cut.pair else 1.0), count // len(goals), rng, clear))
    return out


def _clear(head: groom.Head, p: np.ndarray) -> np.ndarray:
    """A point of a tail, off the neck and the back."""
    _, at = head.tree.query(p)
    lack = 0.02 - (p - head.outer[at]) @ head.outer_normals[at]
    return p + head.outer_normals[at] * np.clip(lack, 0, 0.02)


def _lash(who: Who) -> str:
    """The colour of lashes: of the fair they are brown, or they look painted."""
    if "eyeliner" in who.make_up or who.hair.colour < "#60":
        return "#1a120d"
    return FAIR_LASH if fairness(who.hair.colour) > 0.3 and not who.make_up else "#2a1c14"


def _darker(hex: str, by: float) -> str:
    """A colour of hair times `by`, for brows."""
    return "#" + "".join(f"{max(int(int(hex[i : i + 2], 16) * by), int(DARKEST_BROW[i : i + 2], 16)):02x}" for i in (1, 3, 5))


def _card(name: str, verts: np.ndarray, matrices: np.ndarray):
    thing = fitted(name)
    return thing, follow(thing.on(verts), thing.skin(base().weights), matrices)


def _sampled(
    thing, points: np.ndarray, calm: np.ndarray, alpha: np.ndarray, count: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points on a card where its picture is opaque: positions, normals, and where they are on the card of the `calm` face."""
    keep = thing.faces[:, 2] != thing.faces[:, 3]
    f, t = (
        np.concatenate([thing.faces[:, [0, 1, 2]], thing.faces[keep][:, [0, 2, 3]]]),
        np.concatenate([thing.loops[:, [0, 1, 2]], thing.loops[keep][:, [0, 2, 3]]]),
    )
    v = points[f]
    across = np.cross(v[:, 1] - v[:, 0], v[:, 2] - v[:, 0])
    area = np.linalg.norm(across, axis=1)
    at = np.searchsorted(np.cumsum(area), rng.random(count * 12) * area.sum()).clip(0, len(f) - 1)
    a, b = rng.random(len(at)), rng.random(len(at))
    a, b = np.where(a + b > 1, 1 - a, a), np.where(a + b > 1, 1 - b, b)
    bary = np.stack([1 - a - b, a, b], axis=1)[..., None]
    uv = (thing.uv[t[at]] * bary).sum(axis=1)
    rows, columns = (
        ((1 - uv[:, 1]) * (alpha.shape[0] - 1)).astype(int).clip(0, alpha.shape[0] - 1),
        (uv[:, 0] * (alpha.shape[1] - 1)).astype(int).clip(0, alpha.shape[1] - 1),
    )
    keep = np.flatnonzero(rng.random(len(at)) < (alpha[rows, columns] / 255.0) ** 1.3)[:count]
    return (points[f[at]] * bary).sum(axis=1)[keep], (across / np.maximum(area[:, None], 1e-12))[at][keep], (calm[f[at]] * bary).sum(axis=1)[keep]


def _brows(
    who: Who, faces: tuple[np.ndarray, np.ndarray], matrices: np.ndarray, material: bpy.types.Material, rng: np.random.Generator, coarse: float
) -> bpy.types.Object:
    """Brows of a face at rest, with its expression and without (`faces`): they are brought to a usual slope as the calm face has them, and go with it."""
    name = f"eyebrow{who.random('brow').choice((2, 4, 10, 12) if who.female else (2, 4, 9, 10, 12)):03d}"
    (thing, points), (_, calm) = (_card(name, verts, matrices) for verts in faces)
    alpha = pixels(texture(f"{name}__{name}.png"), "RGBA")[..., 3]
    alpha = gaussian_filter(alpha, alpha.shape[0] * (BROW_SOFT if who.age >= 14 else 0.6 * BROW_SOFT))
    alpha = np.clip(alpha / max(float(np.percentile(alpha[alpha > 8], 70)), 1.0), 0, 1) * 255
    sparse = float(np.interp(who.age, *SPARSE)) if who.female else 1.0
    count = int((2300 if not who.female else 1900) * (0.85 if who.age < 14 else 1.0) * sparse * coarse**-0.25)
    p, n, still = _sampled(thing, points, calm, alpha, count, rng)
    head = matrices[base().bones.index("head")]
    local, still = ((points - head[:3, 3]) @ head[:3, :3] for points in (p, still))
    out = np.sign(local[:, 0])
    x = np.abs(local[:, 0])
    share = (x - x.min()) / max(np.ptp(x), 1e-6)
    thin = rng.random(len(x)) > 0.5 * np.clip((share - 0.6) / 0.4, 0, 1) + 0.85 * np.clip((0.3 - share) / 0.3, 0, 1)  # brows thin out to both ends
    p, n, local, still, out, x, share = (a[thin] for a in (p, n, local, still, out, x, share))
    inner = share < 0.62
    lean = np.polyfit(np.abs(still[inner, 0]), still[inner, 2], 1)[0] - rng.uniform(*RISE) * (1.0 if who.age >= 14 else CHILDS_RISE)
    shear = np.zeros_like(local)
    shear[:, 2] = -lean * 0.85 * (x - np.median(x)) * np.where(share < 0.62, 1.0, 0.6)
    shear[:, 2] += rng.normal(0, BUSHY[who.female] * (0.5 if who.age < 14 else 1.0), len(p)) * (1.1 - 0.75 * share)
    shear[:, 0] = -out * INWARD * (1 - share) ** 2
    p, local = p + shear @ head[:3, :3].T, local + shear
    places = np.linspace(x.min(), x.max(), 32)
    level = np.interp(x, places, [np.median(local[np.argsort(np.abs(x - q))[:40], 2]) for q in places])
    above = np.clip((local[:, 2] - level) / 0.004, -1, 1)
    way = np.stack([out * (0.35 + 0.75 * share), -0.25 * np.ones(len(p)), 0.45 * (1 - share) - 0.35 * share - 0.5 * above * (share > 0.3)], axis=1)
    way = way @ head[:3, :3].T + rng.normal(0, 0.16, way.shape)
    facing = np.where((n @ head[:3, :3])[:, 1:2] > 0, -n, n)
    way = way - facing * np.einsum("ij,ij->i", way, facing)[:, None] + facing * 0.22
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    length = rng.uniform(0.005, 0.0095, len(p)) * (1.2 - 0.7 * share) * (0.85 if who.female else 1.0)
    s = np.linspace(0, 1, 5)
    bend = facing[:, None] * (-0.25 * s[None, :, None] ** 2)
    strands = p[:, None] - facing[:, None] * 0.0012 + (way[:, None] * s[None, :, None] + bend) * length[:, None, None]
    return curves("brows", [strands], 0.000055 * coarse**0.4, rng, material, pointed=True)


@lru_cache(maxsize=8)
def _lid_vertices(side: str, which: int, share: float) -> np.ndarray:
    """Rows (n, 3) of the body's vertices nearest to points along a lid, from the nose outward.

    `share`: 0 its inner edge, 0.4 its outer, of the way along the lashes' helper strips.
    """
    b = base()
    at = b.groups[f"helper-{side}-eyelashes-{which}"]
    rest = b.verts[at]
    eye = (b.heads @ b.verts)[b.bones.index(f"eye.{side.upper()}")]
    far = np.linalg.norm(rest - eye, axis=1)
    order = np.argsort(rest[:, 0] * (1 if side == "l" else -1))
    columns = np.array_split(order, max(len(order) // 5, 4))
    root, tip = (np.array([rest[c[pick(far[c])]] for c in columns]) for pick in (np.argmin, np.argmax))
    own = b.groups["body"]
    return own[cKDTree(b.verts[own]).query(root + (tip - root) * share, k=3)[1]]


def lid(side: str, which: int, points: np.ndarray, share: float) -> np.ndarray:
    """Points (n, 3) along the edge of a lid of the body `points`, from the nose outward, wherever an expression moves it. `which`: 1 the lower, 2 the upper."""
    line = points[_lid_vertices(side, which, share)].mean(axis=1)
    line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return line


def opening(points: np.ndarray, side: str) -> np.ndarray:
    """How far apart the lids of an eye are at places from its inner to its outer third, (6,) metres; below 0 they lie over each other."""
    upper, lower = (lid(side, which, points, 0.0) for which in (2, 1))
    long = float(np.linalg.norm(upper[-1] - upper[0]))
    at = np.linspace(0.3, 0.8, 6) * long
    high, low = (np.interp(at, (line - upper[0]) @ (upper[-1] - upper[0]) / long, line[:, 2]) for line in (upper, lower))
    return high - low


LASHES = {2: (46, 2.4, 0.0064), 1: (24, 1.5, 0.0031)}
"""Of the upper and the lower lid: tufts, lashes in each, length in metres."""


def _lashes(who: Who, posed: np.ndarray, matrices: np.ndarray, coarse: float, material: bpy.types.Material, rng: np.random.Generator) -> bpy.types.Object:
    """From the edge of the lids, in tufts of a few that close at their tips, longest at the outer third, bent off the eye and up."""
    s = np.linspace(0, 1, 7)[None, :, None]
    turn = matrices[base().bones.index("head")][:3, :3]
    out = []
    for side in "lr":
        eye = follow_eye(side, posed)
        for which, (tufts, each, long) in LASHES.items():
            root = lid(side, which, posed, 0.36)
            middle = 0.12 + 0.78 * (np.arange(tufts) + rng.uniform(0.2, 0.8, tufts)) / tufts
            of = np.repeat(np.arange(tufts), rng.poisson(each - 1, tufts) + 1)
            t = np.clip(middle[of] + rng.normal(0, 0.22 / tufts, len(of)), 0, 1)
            u = t * (len(root) - 1.001)
            j, f = u.astype(int), (u % 1)[:, None]
            r = root[j] * (1 - f) + root[j + 1] * f
            ahead = (r - eye) / np.linalg.norm(r - eye, axis=1, keepdims=True)
            span = root[-1] - root[0]
            fan = (middle[of] - 0.42)[:, None] * span / np.linalg.norm(span) * 0.55
            lean = rng.normal(0, 0.1, (tufts, 3))[of] + rng.normal(0, 0.05, ahead.shape)
            grown = np.interp(middle[of], (0, 0.25, 0.65, 0.85, 1), (0.45, 0.8, 1.0, 0.75, 0.4))
            long_ = long * (0.75 if who.age < 14 else 1.3 if who.make_up else 1.0 if who.female else 0.8)
            want = (long_ * (0.85 if who.age > 60 else 1.0) * grown * rng.uniform(0.7, 1.05, len(of)))[:, None]
            up = turn @ np.array([0, 0, 1.0 if which == 2 else -0.8])
            close = (middle[of] - t)[:, None] * span * (0.7 if which == 2 else 0.2)  # tufts of the lower lid, which point to the lens, would be dots
            out.append(r[:, None] + ((ahead + fan + lean - up * 0.15)[:, None] * s + up * (0.72 * s**1.9)) * want[:, None] * 0.9 + close[:, None] * s)
    return curves("lashes", [np.concatenate(out)], 0.00006 * coarse**0.35, rng, material, pointed=True)


def follow_eye(side: str, points: np.ndarray) -> np.ndarray:
    """The middle of an eyeball (3,) of the body `points`."""
    return points[base().groups[f"helper-{side}-eye"]].mean(axis=0)


def _beard(who: Who, head: groom.Head, coarse: float, material: bpy.types.Material, rng: np.random.Generator) -> bpy.types.Object:
    row = groom.TABLE["beard"].get(who.beard, groom.TABLE["beard"]["short"])
    density = beard_density(who)
    wide = (_smoothed(density, 1) > 0.01).astype(float)  # its edge lies between vertices
    p, n, rest = groom.roots(head, wide, int(row["count"] * (0.55 if who.beard == "none" else 1.7) * coarse**-0.6), rng)
    here = rng.random(len(p)) < bearded(who, rest)
    p, n, rest = p[here], n[here], rest[here]
    lip = np.clip((rest[:, 2] - 0.655) / 0.01, 0, 1)
    reach = row["reach"] * rng.uniform(0.7, 1.1, len(p)) * np.where(lip > 0.5, min(0.013 / row["reach"], 1.0), 1.0)
    cheek = np.clip((rest[:, 2] - 0.65) / 0.05, 0, 1) * np.clip((np.abs(rest[:, 0]) - 0.03) / 0.03, 0, 1)  # sideburns and cheeks are kept short
    reach = reach * (1 - (1 - min(0.007 / row["reach"], 1.0)) * cheek)
    if who.beard != "long":
        beneath = np.clip((0.634 - rest[:, 2]) / 0.014, 0, 1) * np.clip((rest[:, 1] + 0.14) / 0.03, 0, 1)
        reach = reach * (1 - (1 - UNDER) * beneath)
    own = base().groups["body"]
    thick = _smoothed(density)[own[cKDTree(base().verts[own]).query(rest)[1]]]
    thick = np.where(lip > 0.5, np.maximum(thick, 0.8 * bearded(who, rest)), thick)  # between nose and mouth it is narrow and thick
    reach = reach * np.clip(0.12 + 0.95 * thick**1.5, 0.12, 1.0)  # toward its edge a beard is short and thin
    down = head.turn @ np.array([0, -0.12, -1.0])
    side = head.turn @ np.array([1.0, 0, 0])
    way = down[None] + side[None] * (head.local(p)[:, :1] * 5)
    s = np.linspace(0, 1, 8)[None, :, None]
    long = np.clip(reach / 0.02, 0.15, 1)[:, None, None]
    d = n[:, None] * (0.75 - 0.6 * s * long) + way[:, None] * (0.45 + 0.9 * s) * (0.6 + 0.4 * long) + rng.normal(0, 0.13, (len(p), 1, 3))
    d /= np.linalg.norm(d, axis=2, keepdims=True)
    strands = p[:, None] - n[:, None] * 0.0004 + np.cumsum(d, axis=1) * (reach / 8)[:, None, None]
    if row["reach"] > 0.008:
        noise = np.cumsum(rng.normal(0, 1, strands.shape), axis=1) * 0.0006
        strands = strands + noise * s
    return curves("beard", [strands], row["radius"] * coarse**0.8, rng, material)


def _smoothed(density: np.ndarray, rounds: int = 2) -> np.ndarray:
    """A share on the base mesh's vertices (19158,), averaged with its neighbours'."""
    faces = base().faces
    for _ in range(rounds):
        total, count = np.zeros(len(density)), np.zeros(len(density))
        mean = density[faces].mean(axis=1)
        for k in range(4):
            np.add.at(total, faces[:, k], mean)
            np.add.at(count, faces[:, k], 1.0)
        density = total / np.maximum(count, 1)
    return density


def beard_density(who: Who) -> np.ndarray:
    """How densely a beard grows on each vertex of the base mesh, (19158,)."""
    b = base()
    own = np.zeros(len(b.verts), bool)
    own[b.groups["body"]] = True
    return np.where(own, bearded(who, b.verts), 0.0)


def bearded(who: Who, places: np.ndarray) -> np.ndarray:
    """How densely a beard and a moustache grow at places on the base mesh (n, 3): shares (n,)."""
    x, y, z = places.T
    x = np.abs(x)
    jaw = (
        np.clip((0.705 - 0.9 * np.maximum(0.055 - x, 0) - z) / 0.008, 0, 1)
        * np.clip((z - np.interp(y, (-0.13, -0.04), (0.595, 0.63))) / 0.01, 0, 1)
        * (y < -0.035)
        * (y > -0.2)
    )
    cheek = np.clip((np.interp(x, (0.02, 0.045, 0.075), (0.665, 0.676, 0.725)) - z) / BEARD_FADES + 0.3, 0, 1)
    lips = np.hypot(x / 0.027, (z - 0.6665) / 0.0085) < 1
    low, high = np.interp(x, (0.0, 0.02, 0.037), (0.6745, 0.672, 0.656)), np.interp(x, (0.0, 0.012, 0.04), (0.687, 0.685, 0.668))
    moustache = np.clip((0.037 - x) / 0.006, 0, 1) * np.clip((z - low) / 0.002, 0, 1) * np.clip((high - z) / 0.003, 0, 1) * (y < -0.11)
    beard = jaw * cheek
    if who.beard == "goatee":
        beard = beard * np.clip((0.03 - x) / 0.006, 0, 1)
    with_lip = who.moustache or who.beard in ("stubble", "short", "full", "long", "goatee")
    return np.maximum(beard * (who.beard != "none"), moustache * with_lip) * ~lips


def moved(object: bpy.types.Object, shift: np.ndarray, spin: np.ndarray) -> None:
    """Move strands by `shift` and turn them by `spin` (3, 3)."""
    data = object.data.attributes["position"].data
    flat = np.empty(len(data) * 3, np.float32)
    data.foreach_get("vector", flat)
    data.foreach_set("vector", ((flat.reshape(-1, 3) + shift) @ spin.T).astype(np.float32).ravel())

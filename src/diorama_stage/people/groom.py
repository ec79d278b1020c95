# SPDX-License-Identifier: GPL-3.0-or-later
"""The groom: guides that grow from the scalp, are combed, fall, and are kept out of head, neck and shoulders; what follows them: `locks`. Pure (numpy)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.people.mesh import normals
from diorama_stage.people.pack import base
from diorama_stage.people.who import Who

TABLE: dict = tomllib.loads(Path(__file__).with_name("styles.toml").read_text(encoding="utf-8"))
HAIRLINE = (
    (0, 0.781),
    (20, 0.783),
    (34, 0.779),
    (46, 0.764),
    (58, 0.747),
    (70, 0.734),
    (80, 0.718),
    (90, 0.735),
    (98, 0.752),
    (112, 0.705),
    (140, 0.676),
    (180, 0.664),
)
"""Angle about the head's upright from the front, degrees → height of the hairline on the base mesh, metres."""
MIDDLE = np.array([0.0, -0.06, 0.745])
"""The middle of the head on the base mesh."""
GUIDES, STEPS = 1500, 22
STRIDE = 0.007
"""How far a guide grows before it is combed anew and kept out of the head, metres."""


EDGE = ((0.0, 0.012, 0.034), (0.3, 0.55, 1.0))
"""Metres over the hairline, and how long hair that stands off all around is there: its edge is short and thin, or it sits on the brow like a helmet."""


def above(rest: np.ndarray) -> np.ndarray:
    """How far points of the base mesh (n, 3) lie above the hairline, metres."""
    q = rest - MIDDLE
    angle = np.degrees(np.arctan2(np.abs(q[:, 0]), -q[:, 1]))
    return rest[:, 2] - np.interp(angle, *zip(*HAIRLINE, strict=True)) + 0.006


@lru_cache(maxsize=11)
def scalp(recede: float = 0.0) -> np.ndarray:
    """How densely hair grows on each vertex of the base mesh, (19158,), 0 to 1; `recede` lifts the hairline at the temples."""
    b = base()
    p = b.verts - MIDDLE
    angle = np.degrees(np.arctan2(np.abs(p[:, 0]), -p[:, 1]))
    line = np.interp(angle, *zip(*HAIRLINE, strict=True)) + recede * 0.03 * np.exp(-(((angle - 38) / 22) ** 2)) + recede * 0.026 * np.exp(-((angle / 30) ** 2))
    line = line + 0.0018 * np.sin(angle * 0.31 + 9 * p[:, 0]) + 0.0015 * np.sin(angle * 0.83)
    above = np.clip((b.verts[:, 2] - line) / 0.013 + 0.5, 0, 1)
    ear = (np.abs(p[:, 0]) > 0.0765) & (b.verts[:, 2] < 0.752)
    own = np.zeros(len(p), bool)
    own[b.groups["body"]] = True
    return np.where(own & ~ear & (b.verts[:, 2] > 0.6), above, 0.0)


@dataclass
class Head:
    """What hair grows on and falls over, in the pose."""

    verts: np.ndarray
    normals: np.ndarray
    turn: np.ndarray
    """(3, 3): from the head's frame to the world."""
    middle: np.ndarray
    size: float
    """1 for the base mesh's head."""
    chin: float
    """World height of the chin."""
    tree: cKDTree
    outer: np.ndarray
    outer_normals: np.ndarray
    """What strands must stay out of: head, neck, shoulders, clothes there."""

    def local(self, p: np.ndarray) -> np.ndarray:
        return (p - self.middle) @ self.turn / self.size


def head_of(posed: np.ndarray, matrix: np.ndarray, at_rest: np.ndarray, clothes: list[tuple[np.ndarray, np.ndarray]]) -> Head:
    """`matrix` (4, 4): the head bone's; `at_rest` (19158, 3): the body before the pose; `clothes`: vertices and normals of what is worn above the waist."""
    b = base()
    n = normals(posed, b.faces)
    top = b.verts[:, 2] > 0.38
    own = np.zeros(len(posed), bool)
    own[b.groups["body"]] = True
    ear = (np.abs(b.verts[:, 0]) > 0.0765) & (b.verts[:, 2] > 0.66) & (b.verts[:, 2] < 0.78)  # hair goes over and behind ears, not round them
    outer, out_n = posed[own & top & ~ear], n[own & top & ~ear]
    for p, m in clothes:
        outer, out_n = np.concatenate([outer, p + m * 0.003]), np.concatenate([out_n, m])
    eyes = [b.bones.index("eye.L"), b.bones.index("eye.R")]
    skull = b.bones.index("head")
    size = float(
        np.linalg.norm((b.tails @ at_rest)[skull] - (b.heads @ at_rest)[skull]) / np.linalg.norm((b.tails @ b.verts)[skull] - (b.heads @ b.verts)[skull])
    )
    eye_rest = (b.heads @ at_rest)[eyes].mean(axis=0)
    middle = eye_rest + (MIDDLE - (b.heads @ b.verts)[eyes].mean(axis=0)) * size
    turn = matrix[:3, :3]
    chin = posed[b.groups["body"]][np.argmin(np.linalg.norm(b.verts[b.groups["body"]] - (0, -0.135, 0.612), axis=1))]
    return Head(posed, n, turn, turn @ middle + matrix[:3, 3], size, float(chin[2]), cKDTree(outer), outer, out_n)


def roots(head: Head, density: np.ndarray, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points on the skin where hair grows: positions (n, 3), normals, and places on the base mesh (n, 3)."""
    b = base()
    faces = b.faces[density[b.faces].min(axis=1) > 0.02]
    tri = np.concatenate([faces[:, [0, 1, 2]], faces[:, [0, 2, 3]]])
    tri = tri[tri[:, 1] != tri[:, 2]]
    v = head.verts[tri]
    area = np.linalg.norm(np.cross(v[:, 1] - v[:, 0], v[:, 2] - v[:, 0]), axis=1) * density[tri].mean(axis=1)
    at = np.searchsorted(np.cumsum(area), rng.random(int(count * 1.15)) * area.sum()).clip(0, len(tri) - 1)
    u, w = rng.random(len(at)), rng.random(len(at))
    u, w = np.where(u + w > 1, 1 - u, u), np.where(u + w > 1, 1 - w, w)
    bary = np.stack([1 - u - w, u, w], axis=1)[..., None]
    keep = rng.random(len(at)) < (density[tri[at]] * bary[..., 0]).sum(axis=1) ** 0.4
    pick = lambda a: (a[tri[at]] * bary).sum(axis=1)[keep][:count]  # noqa: E731
    n = pick(head.normals)
    return pick(head.verts), n / np.linalg.norm(n, axis=1, keepdims=True), pick(b.verts)


@dataclass
class Cut:
    """A cut of hair, with all settled."""

    reach: float
    sides: float
    stiff: float
    volume: float
    cut: float | None
    wave: float
    turn: float
    clump: float
    frizz: float
    part: float
    """Where hair parts, x in the head's frame; above 1: combed back, no parting."""
    fringe: bool
    gather: np.ndarray | None
    """Where all is drawn together, the head's frame."""
    tail: float
    """Length behind the gathering."""
    out: bool
    """Stands off all around (afro)."""
    wind: float
    flow: str = "over"
    """Where the front of short hair goes: over to one side, forward, up, back."""
    tied: str = ""
    """How it is tied: a row of the table, or loose."""
    pair: bool = False
    """Tied at both sides."""


CROPPED = frozenset(("undercut", "mohawk", "quiff", "slicked_back"))
"""Styles in which a woman's short hair is as short as a man's."""


def _kept(who: Who, styles: set[str]) -> str:
    """The row of the table of lengths that hair goes by: a woman's short hair covers the tops of her ears, a man's does not."""
    if who.hair.length == "short" and who.female and who.age >= 14 and not styles & CROPPED:
        return "pixie"
    return {"bald": "shaved"}.get(who.hair.length, who.hair.length)


def cut_of(who: Who) -> Cut:
    h, rng = who.hair, who.random("cut")
    styles = set(h.styles)
    row, texture = TABLE["length"][_kept(who, styles)], TABLE["texture"][h.texture]
    part = rng.choice((0.0, 0.028, -0.028, 0.034, -0.034))
    if "middle_parted" in styles:
        part = 0.0
    if "side_parted" in styles:
        part = rng.choice((0.038, -0.038))
    if "slicked_back" in styles or (
        h.length not in ("short", "buzz", "shaved") and not styles & {"middle_parted", "side_parted", "fringe"} and rng.random() < 0.05
    ):
        part = 2.0
    kind, row_ = next(((k, TABLE["tied"][k]) for k in TABLE["tied"] if k in styles), ("", None))
    gather, tail, pair = (np.array(row_["at"]), row_["tail"], row_["at"][0] != 0.0) if row_ else (None, 0.0, False)
    out = "afro" in styles or (h.texture == "coily" and h.length in ("short", "chin", "shoulder") and "dreadlocks" not in styles)
    reach = {"short": 0.045, "chin": 0.064, "shoulder": 0.09}.get(h.length, 0.08) if out else row["reach"]
    if "afro" in styles:
        reach = max(reach, 0.09)
    return Cut(
        reach * (1 + rng.uniform(-0.12, 0.08) - (0.2 * rng.random() if h.length == "short" else 0.0)), row["sides"], row["stiff"], row["volume"] * texture["lift"], None if out else row.get("cut"), texture["wave"], texture["turn"], texture["clump"], texture["frizz"],
        part, "fringe" in styles or (who.female and h.length in ("chin", "shoulder") and not styles and rng.random() < 0.22), gather, tail, out, 1.0 if "windblown" in styles else 0.0,
        "up" if styles & {"quiff", "undercut", "mohawk"} else "back" if "slicked_back" in styles else "over" if "side_parted" in styles else rng.choice(("over", "over", "forward", "up")) if who.age < 60 else rng.choice(("over", "back")),
        kind, pair,
    )  # fmt: skip


def parted(cut: Cut, local: np.ndarray) -> np.ndarray:
    """Which points of the head's frame (n, 3) are left of the parting (bool), which is no straight line: hair is parted by hand."""
    y = local[:, 1]
    return local[:, 0] > (cut.part if abs(cut.part) < 1 else 0.0) + 0.0022 * np.sin(y * 210 + 1.3) + 0.0014 * np.sin(y * 530)


def beside_part(cut: Cut) -> np.ndarray:
    """How much denser hair stands beside its parting, which hair from one side alone covers, on each vertex of the base mesh, (19158,)."""
    p = base().verts - MIDDLE
    if abs(cut.part) > 1 or cut.out or cut.gather is not None or cut.reach < 0.09:
        return np.ones(len(p))
    return 1 + 1.8 * np.exp(-(((p[:, 0] - cut.part) / 0.016) ** 2)) * np.clip((0.05 - p[:, 1]) / 0.03, 0, 1)


def guides(head: Head, cut: Cut, rng: np.random.Generator, density: np.ndarray, coarse: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Paths (n, STEPS, 3) in the world and their roots in the head's frame; fewer where strands are `coarse` times as thick."""
    p, n, rest = roots(head, density, int(GUIDES * coarse**-0.6), rng)
    local = head.local(p)
    count = len(p)
    top = np.clip((local[:, 2] - 0.0) / 0.06, 0, 1)
    nape = np.clip((local[:, 2] + 0.075) / 0.06, 0.3, 1) if cut.reach < 0.09 and not cut.out else 1.0
    reach = cut.reach * (cut.sides * nape + (1 - cut.sides) * top) * rng.uniform(0.9, 1.06, count)
    reach = reach * np.interp(above(rest), *EDGE) if cut.out else reach
    way = _along(_comb(local, cut, rng), local) @ head.turn.T
    stand = np.where(cut.out, 1.0, np.where(cut.reach < 0.09, 0.3 + 0.3 * top, 0.34 - 0.24 * top))[:, None]
    d = _unit(n * stand + way * (1.05 - stand))
    lay = (0.002 + cut.volume * (0.25 + 0.75 * rng.random(count)) * (0.9 - 0.3 * top if cut.reach >= 0.09 else 0.55 + 0.45 * top)) * head.size
    within = int(np.clip(np.ceil(cut.reach / (STEPS - 1) / STRIDE), 1, 4))
    path = [p.copy()]
    arrived = np.zeros(count, bool)
    goals = tie_points(head, cut)
    down = _unit(head.turn @ np.array([0, 0, -0.7]) + np.array([0, 0, -0.3]))  # of a bent head hair falls forward, but it clings
    for k in range(1, within * (STEPS - 1) + 1):
        s = k / (within * (STEPS - 1))
        here = head.local(p)
        step = (reach / (within * (STEPS - 1)))[:, None]
        if goals is not None:
            d, step, arrived = _gathered(goals, p, d, arrived, within, rng)
        elif cut.out:
            d = _unit(d + rng.normal(0, 0.12, d.shape) / within)
        else:
            pull = _along(_comb(here, cut, rng), here) @ head.turn.T
            fall = np.clip((s * reach - 0.018) / 0.06, 0, 1)[:, None] * (1 - cut.stiff)
            aim = pull * 0.42 * (1 - fall) + down * fall * 1.5 + _inward(here, head) * fall * 0.9 + np.array([0.5, 0.35, 0.1]) * cut.wind * s
            d = _unit(d * (0.6 + cut.stiff) + aim / within**0.5 + rng.normal(0, 0.035, d.shape))
        p = p + d * step
        p, d = _outside(head, p, d, lay * np.clip(s * 4, 0.15, 1) * _flat(here, cut))
        if goals is None and not cut.fringe and not cut.out:
            p = _off_face(head, p, cut, within)
        if k % within == 0:
            path.append(p.copy())
    out = np.stack(path, axis=1)
    if cut.cut is not None and cut.gather is None:
        out = _trimmed(out, head.chin - cut.cut * head.size + rng.normal(0, 0.011, count))
    if cut.fringe:
        front = (local[:, 1] < -0.03) & (np.abs(local[:, 0]) < 0.052)
        out[front] = _trimmed(out[front], 0.013 + rng.normal(0, 0.004, front.sum()), head.local(out[front].reshape(-1, 3))[:, 2].reshape(-1, STEPS))
    return out, local


def _flat(here: np.ndarray, cut: Cut) -> np.ndarray:
    """Hair lies flat beside its parting and gains thickness away from it, as more of it lies there; shares (n,)."""
    if abs(cut.part) > 1 or cut.out or cut.gather is not None or cut.reach < 0.09:
        return np.ones(len(here))
    before = np.clip((0.1 - here[:, 1]) / 0.06, 0, 1) * np.clip((here[:, 2] - 0.02) / 0.04, 0, 1)
    return 1 - before * (1 - np.clip(np.abs(here[:, 0] - cut.part) / 0.06, 0.14, 1))


def _inward(here: np.ndarray, head: Head) -> np.ndarray:
    """Below the ears hair closes on the neck, which carries it; unit vectors in the world, weaker near the axis."""
    low = np.clip((0.0 - here[:, 2]) / 0.05, 0, 1) * np.clip((here[:, 2] + 0.2) / 0.05, 0, 1)
    across = np.stack([-here[:, 0], np.clip(0.0 - here[:, 1], -0.05, 0.05) * 0.4, np.zeros(len(here))], axis=1)
    size = np.linalg.norm(across, axis=1, keepdims=True)
    return (across / np.maximum(size, 1e-6) * np.clip((size - 0.07) / 0.03, 0, 1) * low[:, None]) @ head.turn.T


def _comb(local: np.ndarray, cut: Cut, rng: np.random.Generator) -> np.ndarray:
    """Where hair is combed to at points of the head's frame, unit vectors (n, 3) of that frame."""
    x, y, z = local.T
    side = np.where(parted(cut, local), 1.0, -1.0)
    front = np.clip((-y - 0.01) / 0.07, 0, 1)
    if cut.part > 1 and cut.reach >= 0.09:
        low = np.clip((0.05 - z) / 0.05, 0, 1)
        way = np.stack([x * 4, 1.0 - 0.35 * low, 0.4 * front * (1 - low) - 0.25 - 0.6 * low], axis=1)
    elif cut.reach < 0.09:  # short: round the whorl of the crown, in front forward, over or up, down behind and at the sides
        lean = 1.0 if cut.part >= 0 else -1.0
        round_ = _unit(np.stack([x - 0.012 * lean, y - 0.05, np.zeros_like(x)], axis=1))
        top = np.clip((z - 0.04) / 0.03, 0, 1)
        fore = {"over": (-0.8 * lean, -0.25, 0.15), "forward": (-0.2 * lean, -0.9, -0.1), "up": (-0.25 * lean, 0.1, 1.0), "back": (0.15 * lean, 0.8, 0.5)}[
            cut.flow
        ]
        down = np.stack([0.15 * side, 0.2 - 0.25 * front, np.full_like(x, -1.0)], axis=1)
        ahead = np.clip(front * 1.3, 0, 1)[:, None]
        way = (round_ * (1 - ahead) + np.array(fore)[None] * ahead) * top[:, None] + down * (1 - top[:, None])
    elif cut.fringe:
        centre = front * np.clip(1 - np.abs(x) / 0.06, 0, 1)
        way = np.stack([side * (0.9 - 0.8 * centre), -0.5 * centre + 0.15, -0.3 - 0.5 * centre], axis=1)
    else:
        behind = np.clip((y + 0.02) / 0.06, 0, 1)
        top = np.clip((z - 0.035) / 0.04, 0, 1)
        from_part = np.clip(np.abs(x - (cut.part if abs(cut.part) < 1 else 0)) / 0.03, 0.25, 1)
        across = side * (1.0 - 0.3 * front * top) * (1 - (1 - from_part) * top) * (1 - behind) + behind * np.clip(x / 0.07, -0.6, 0.6)
        way = np.stack([across, 0.06 + 0.3 * front * top + 0.5 * behind, 0.4 * front * top * from_part - 0.45 * (1 - top) - 0.2 * behind], axis=1)
    return _unit(way)


def _along(way: np.ndarray, here: np.ndarray) -> np.ndarray:
    """Ways along the skull, which is nearly an ellipsoid about the head's middle: what leads off it is taken out but for a little lift in front."""
    up = _unit((here - (0.0, 0.012, 0.0)) * (1.0, 0.72, 0.8))
    off = np.einsum("ij,ij->i", way, up)
    lift = np.clip((-here[:, 1] - 0.05) / 0.04, 0, 1) * 0.35
    return _unit(way - up * (off * np.where(off > 0, 1 - lift, 1.0))[:, None])


def tie_points(head: Head, cut: Cut) -> np.ndarray | None:
    """Where hair is tied, (1 or 2, 3) in the world; None where it is loose. Two ties are one at each side."""
    if cut.gather is None:
        return None
    both = np.array([cut.gather]) if not cut.pair else np.array([cut.gather, cut.gather * (-1, 1, 1)])
    return head.middle + both * head.size @ head.turn.T


def _gathered(goals: np.ndarray, p, d, arrived, within: int, rng):
    """Drawn over the head to the nearest tie; there it ends."""
    away = goals[None] - p[:, None]
    away = away[np.arange(len(p)), np.linalg.norm(away, axis=2).argmin(axis=1)]
    far = np.linalg.norm(away, axis=1)
    arrived = arrived | (far < 0.01)
    d = _unit(_unit(away) + d * 0.25)
    step = np.minimum(np.maximum(far, 0.06) / (STEPS * within * 0.5), far)
    return d, np.where(arrived, 0.0, step)[:, None], arrived


def _outside(head: Head, p: np.ndarray, d: np.ndarray, lay: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points lifted to `lay` over the nearest skin or cloth; the way turned along it."""
    for _ in range(2):
        _, at = head.tree.query(p)
        n = head.outer_normals[at]
        lack = lay - np.einsum("ij,ij->i", p - head.outer[at], n)
        deep = lack > 0
        p = p + n * np.where(deep, np.minimum(lack, 0.03), 0.0)[:, None]
        into = np.minimum(np.einsum("ij,ij->i", d, n), 0.0)
        d = _unit(d - n * np.where(deep, into, 0.0)[:, None])
    return p, d


def _off_face(head: Head, p: np.ndarray, cut: Cut, within: int = 1) -> np.ndarray:
    """Hair does not hang into the face: what is before it goes to its sides."""
    here = head.local(p)
    width = np.interp(here[:, 2], (-0.16, -0.06, 0.0, 0.02, 0.036), (0.043, 0.052, 0.058, 0.054, 0.0))
    before = (here[:, 1] < -0.04) & (np.abs(here[:, 0]) < width) & (here[:, 2] > -0.17)
    side = np.where(here[:, 0] > (cut.part if abs(cut.part) < 1 else 0), 1.0, -1.0)
    here[before, 0] += (side * width - here[:, 0])[before] * 0.45 / within
    here[before, 1] += 0.006 / within
    return head.middle + here * head.size @ head.turn.T


def _trimmed(paths: np.ndarray, height: np.ndarray, heights: np.ndarray | None = None) -> np.ndarray:
    """Paths (n, k, 3) cut at their first point under `height` (n,), by their z or by `heights` (n, k), and spread anew over what is left."""
    out = paths.copy()
    k = paths.shape[1]
    under = (paths[:, :, 2] if heights is None else heights) < height[:, None]
    first = np.where(under.any(axis=1), under.argmax(axis=1), k - 1)
    for i in np.flatnonzero(first < k - 1):
        last = max(first[i], 2)
        at = np.linspace(0, last, k)
        j = np.minimum(at.astype(int), k - 2)
        f = (at - j)[:, None]
        out[i] = paths[i, j] * (1 - f) + paths[i, j + 1] * f
    return out


def _unit(v: np.ndarray) -> np.ndarray:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)

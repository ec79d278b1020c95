# SPDX-License-Identifier: GPL-3.0-or-later
"""Strands that follow the groom's guides: in locks and wisps, or matted to ropes. Pure (numpy)."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from diorama_stage.people.groom import STEPS, Cut, Head, _unit, above, parted, roots
from diorama_stage.people.tails import ended

TURN, MOST = 5.5, 56
"""Points that a strand has for each turn of its curl, and at most: with fewer a curl is a zigzag, or nothing."""
FINE_HAIR = 0.55
"""How thick new hair is, by grown hair; that at the hairline likewise."""
ROPES, ROPE, ROPE_POINTS = 92, 0.0052, 64
"""How many ropes matted hair is, how thick they are (half, metres), and the points of a strand in one."""
SWAY, ROPE_ENDS = 0.011, 0.72
"""How far a rope swings from the way that hair combed there would go, metres; how long the shortest is by the longest: no two hang alike."""
WISP = 13
"""Strands in a wisp: a millimetre or two that lies together, within a lock."""
TRESS = 7
"""Wisps in a tress, some 5 mm that hang together: what of hair is still told apart where a strand is far less than a pixel."""


def locks(
    head: Head, cut: Cut, paths: np.ndarray, guide_at: np.ndarray, density: np.ndarray, count: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Strands (n, k, 3): each follows its nearest guide and closes on the leader of its lock toward the tips, with the texture's waves; some stray.

    Beside them how thick each is, by a grown one (n,), and a number (n,), 0 to 1, that strands of one lock and of one wisp nearly share.
    """
    p, n, rest = roots(head, density, count, rng)
    thick = np.interp(above(rest), (0.0, 0.012, 0.03), (0.0, 0.6, 1.0))
    local = head.local(p)
    key = lambda q: np.c_[q, np.where((abs(cut.part) < 1) & parted(cut, q), 0.05, 0.0)]  # noqa: E731
    far, at = cKDTree(key(guide_at)).query(key(local), k=3)
    pull = 1 / (far + 0.002) ** 2
    pull[:, 0] *= 1 + 6 * cut.clump
    pull /= pull.sum(axis=1, keepdims=True)
    p, n, pull, paths = (a.astype(np.float32) for a in (p, n, pull, paths))  # what follows is for all strands: half as wide it is twice as fast
    shape = paths - paths[:, :1]
    k = paths.shape[1]
    s = np.linspace(0, 1, k, dtype=np.float32)
    mean = np.einsum("nj,njkd->nkd", pull, shape[at])
    offset = p - paths[at[:, 0], 0]
    close = (1 - cut.clump * s**0.8)[None, :, None]
    out = paths[at[:, 0], :1] + mean + offset[:, None] * close
    of = _leaders(guide_at, key, cut, rng)[at[:, 0]]
    drift = np.cumsum(_normal(rng, (len(paths), k, 3)), axis=1) * np.float32(0.0011) * s[None, :, None]
    joined = (0.12 + 0.5 * cut.clump) * (0.0 if cut.out else 1.0) * rng.uniform(0.5, 1.0, len(p)).astype(np.float32)
    out = out + (paths[of] + offset[:, None] * 0.35 - out) * (joined[:, None] * s[None] ** 1.4)[..., None] + drift[of]
    k = points(cut)
    out, s = _refined(out, k), np.linspace(0, 1, k, dtype=np.float32)
    tress, wisp = (_wisps(key(local), of, each, rng) for each in (TRESS * WISP, WISP))
    out = _gathered_in(
        out, p - p[tress], tress, s, rng, (0.1, 0.65) if cut.reach >= 0.09 else (0.0, 0.25), 0.4
    )  # of short hair what draws together bares the scalp
    out = _gathered_in(out, p - p[wisp], wisp, s, rng, (0.2, 0.95), 0.72)
    stray = rng.random(len(p)) < cut.frizz
    wild = rng.random(len(p)) < 0.012 + 0.06 * cut.frizz  # flyaways: they leave their lock soon and end anywhere
    loose = np.where(wild, 4.5, np.where(stray, 3.2, 1.0)).astype(np.float32)[:, None, None]
    length = np.linalg.norm(np.diff(out, axis=1), axis=2).sum(axis=1)
    along = length[:, None] * s[None]
    apart = 0.45 * (1 - 0.6 * cut.clump)  # strands of a ringlet turn together
    phase = (of * 2.399 + at[:, 0] % 7 * apart * 0.5 + rng.normal(0, apart, len(p))[wisp] + rng.normal(0, 0.3 * apart, len(p))).astype(np.float32)[:, None]
    swing = 2 * np.pi * along / (cut.turn * (1 + 0.25 * np.sin(of * 1.7))).astype(np.float32)[:, None] + phase
    one, two = _across(out)
    size = cut.wave * np.minimum(along / 0.03, 1.0)
    wave = (one * np.cos(swing)[..., None] + two * np.sin(swing)[..., None]) * size[..., None]
    noise = np.cumsum(_normal(rng, out.shape), axis=1) * (0.0009 * (STEPS / k) ** 0.5 * np.minimum(length / 0.1, 1.0))[:, None, None] * loose
    away = (
        n[:, None]
        * (0.008 * np.minimum(length / 0.2, 1.0) * rng.random(len(p)) * wild).astype(np.float32)[:, None, None]
        * np.sin(np.pi * np.minimum(s * 1.3, 1.0))[None, :, None]
    )
    out = out + wave + noise * s[None, :, None] ** 0.5 + away
    out[:, 0] = p - n * 0.001
    ends = rng.uniform(0.8, 1.0, len(paths))[of] * rng.uniform(0.86, 1.0, len(p)) ** 1.5
    keep = ends * np.where(stray | wild, rng.uniform(0.4, 1.0, len(p)), 1.0) * _fresh(thick, length, rng)
    fine = np.where(_new(keep, length), FINE_HAIR, 1.0) * (1 - (1 - FINE_HAIR) * np.clip(1 - thick, 0, 1))
    return ended(out, keep), fine, _told_apart(of, tress, wisp)


def ropes(head: Head, paths: np.ndarray, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Strands (n, k, 3) matted into ropes that follow some of the guides, how thick each is, (n,), and a number (n,) that those of a rope nearly share."""
    lead = paths[_apart(paths[:, 0], min(ROPES, len(paths)), rng)]
    k, each = ROPE_POINTS, max(count // len(lead), 40)
    s = np.linspace(0, 1, k)
    lead = ended(_swung(_refined(lead, k), SWAY * head.size, s, rng), rng.uniform(ROPE_ENDS, 1.0, len(lead)))
    one, two = _across(lead)
    of = np.repeat(np.arange(len(lead)), each)
    round_ = rng.uniform(0, 2 * np.pi, len(of))[:, None] + s[None] * rng.normal(9, 5, len(of))[:, None]
    bumps = 1 + 0.2 * np.sin(s[None] * 60 * rng.uniform(0.7, 1.3, len(lead))[:, None] + rng.uniform(0, 6, len(lead))[:, None])
    taper = np.interp(s, (0, 0.06, 0.9, 1), (1.35, 1, 0.85, 0.45))
    far = ROPE * head.size * taper * (rng.random(len(of)) ** 0.4)[:, None] * (bumps * rng.uniform(0.7, 1.25, len(lead))[:, None])[of]
    fuzz = np.cumsum(rng.normal(0, 0.0005, (len(of), k, 3)), axis=1) * (rng.random(len(of)) < 0.4)[:, None, None]
    out = lead[of] + one[of] * (np.cos(round_) * far)[..., None] + two[of] * (np.sin(round_) * far)[..., None] + fuzz
    return out, np.ones(len(of)), np.clip(rng.random(len(lead))[of] * 0.7 + 0.3 * rng.random(len(of)), 0, 1)


def _apart(points: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Rows (count,) of points (n, 3), each as far as can be from those before it: ropes whose roots are near each other would be one."""
    rows = [int(rng.integers(len(points)))]
    far = np.linalg.norm(points - points[rows[0]], axis=1)
    while len(rows) < count:
        rows.append(int(far.argmax()))
        far = np.minimum(far, np.linalg.norm(points - points[rows[-1]], axis=1))
    return np.array(rows)


def _swung(lead: np.ndarray, far: float, s: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Ways (n, k, 3) of ropes, each swinging its own way about where it would go, by `far` metres toward its end."""
    one, two = _across(lead)
    waves = [np.sin(s[None] * rng.uniform(3, 8, len(lead))[:, None] + rng.uniform(0, 2 * np.pi, len(lead))[:, None]) for _ in range(2)]
    grown = far * np.minimum(s / 0.5, 1.0)[None]
    return lead + one * (waves[0] * grown)[..., None] + two * (waves[1] * grown)[..., None]


def _normal(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Normal numbers, half as wide as they are drawn: the strands of a seed stay as they are."""
    return rng.normal(0, 1, shape).astype(np.float32)


def _told_apart(of: np.ndarray, tress: np.ndarray, wisp: np.ndarray) -> np.ndarray:
    """A number (n,), 0 to 1, that strands share the more, the nearer they hang together: for their shade."""
    each = sum(share * ((group * step) % 1.0) for group, share, step in ((of, 0.25, 0.6180339), (tress, 0.4, 0.5698403), (wisp, 0.35, 0.7548777)))
    return np.clip(0.5 + 1.35 * (each - 0.5), 0, 1)


def _wisps(at: np.ndarray, of: np.ndarray, each: int, rng: np.random.Generator) -> np.ndarray:
    """Of each strand the one that leads its wisp of `each`, (n,). `at` (n, 4): where it grows; `of` (n,): its lock, which a wisp does not leave."""
    leads = rng.choice(len(at), max(len(at) // each, 1), replace=False)
    key = np.c_[at, of * 0.6180339 % 1.0 * 0.02]
    return leads[cKDTree(key[leads]).query(key)[1]]


def _gathered_in(
    paths: np.ndarray, apart: np.ndarray, wisp: np.ndarray, s: np.ndarray, rng: np.random.Generator, held: tuple[float, float], closes: float
) -> np.ndarray:
    """Strands (n, k, 3) drawn toward the leaders of their wisps, which they join as far as each wisp holds together (`held`, least and most).

    `apart` (n, 3): from the leader's root; of that is left at the tips what does not close, `closes`."""
    hold = (rng.uniform(*held, len(paths))[wisp] * rng.uniform(0.7, 1.0, len(paths))).astype(paths.dtype)[:, None] * np.minimum(s / 0.35, 1.0)[None]
    goal = paths[wisp] + apart[:, None] * (1 - closes * s)[None, :, None]
    return paths + (goal - paths) * hold[..., None]


def points(cut: Cut) -> int:
    """How many points a strand of this cut needs."""
    return int(np.clip(np.ceil(TURN * cut.reach / cut.turn), STEPS, MOST))


def _refined(paths: np.ndarray, count: int) -> np.ndarray:
    """Paths (n, k, 3) with `count` points each, evenly between those they had."""
    at = np.linspace(0, paths.shape[1] - 1, count)
    j = np.minimum(at.astype(int), paths.shape[1] - 2)
    f = (at - j).astype(paths.dtype)[None, :, None]
    return paths[:, j] * (1 - f) + paths[:, j + 1] * f


def _fresh(thick: np.ndarray, length: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Shares (n,) of its length that hair has where it grows thinly: at the hairline much of it is new, a few millimetres to some centimetres."""
    new = rng.random(len(thick)) > 0.25 + 0.75 * thick
    return np.where(new, np.clip(rng.uniform(0.004, 0.045, len(thick)) / np.maximum(length, 1e-3), 0.03, 1.0), 1.0)


def _new(keep: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Which strands (n,) of which a share `keep` is there are but newly grown."""
    return keep * length < np.minimum(0.045, 0.6 * length)


def _leaders(guide_at: np.ndarray, key, cut: Cut, rng: np.random.Generator) -> np.ndarray:
    """Of each guide the one that leads its lock, (guides,): locks are some 2 cm wide, of curly hair narrower."""
    count = min(len(guide_at), int(150 + 240 * cut.clump))
    leads = rng.choice(len(guide_at), count, replace=False)
    return leads[cKDTree(key(guide_at[leads])).query(key(guide_at))[1]]


def _across(paths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two directions across each path, (n, k, 3)."""
    along = _unit(np.gradient(paths, axis=1))
    one = _unit(np.cross(along, np.array([0.31, 0.87, 0.37], along.dtype)))
    return one, np.cross(along, one)

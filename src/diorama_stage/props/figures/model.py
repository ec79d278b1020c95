# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure's skin from its table: the body in its pose, the head set on it, locks of hair, what is painted, and where its eyes are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_array
from scipy.spatial import cKDTree

from diorama_stage.kit import field
from diorama_stage.kit.sculpt import Clay, clay, normals
from diorama_stage.materials.nodes import linear
from diorama_stage.props.figures.skeletons import CM, STILL, book, frame, parts, place


@dataclass
class Model:
    points: np.ndarray
    quads: np.ndarray
    tint: np.ndarray
    """Factors on the body's colour, (n, 3)."""
    eyes: tuple = ()
    """Middle and radius."""
    more: dict[str, Model] | None = None
    """Pieces of other materials."""


def model(table: str, kind: str, pose: str, seed: int = 0) -> Model:
    animal = species(table, kind)
    stance = animal[pose]
    at = frame(stance["head"])
    made = skinned(_body(table, kind, pose), animal["cell"] * CM, seed, *np.array(animal.get("hand", (0.02, 1.5))) * CM)
    if "coat" in animal:
        COATS[animal["coat"][0]](made, *animal["coat"][1:], seed)
    x, y, z, r = animal["eyes"]
    made.more = {name: skinned(clay(parts(rows, frame_), animal["fine"] * CM, floor=0.0), animal["fine"] * CM, seed) for name, rows, frame_ in _pieces(animal, stance, at)}
    made.eyes = [(place([(s * x, y, z)], at)[0] * CM, r * at[2] * CM) for s in (1, -1)]
    return made


@lru_cache(maxsize=8)
def _body(table: str, kind: str, pose: str) -> Clay:
    """The clay of a body in a pose with its head on it: the same for each seed, which roughens its skin alone."""
    animal = species(table, kind)
    stance = animal[pose]
    at = frame(stance["head"])

    def marked(rows: list[dict]) -> list[dict]:
        told = [r for r in rows if not r.get("paint") or "mark" in animal]
        return [r | {"tone": animal["mark"]} if r.get("mark") and "mark" in animal else r for r in told]

    head = parts(marked(animal["head"]), at)
    every = parts(marked(stance["body"])) + parts(animal.get("mane", []), at) + head
    low, high = np.min([p.bounds()[0] for p in head], axis=0), np.max([p.bounds()[1] for p in head], axis=0)
    return clay(every, animal["cell"] * CM, [(low, high, animal["fine"] * CM)], floor=0.0 if stance.get("floor", True) else None)


def _pieces(animal: dict, stance: dict, at) -> list[tuple]:
    """What is of another material than the body: beak and comb on the head, bare legs."""
    told = [("beak", animal.get("beak"), at), ("comb", animal.get("comb"), at), ("legs", stance.get("legs"), STILL)]
    return [t for t in told if t[1]]


def species(table: str, kind: str) -> dict:
    """A species' table, on that of the one it is built like."""
    own = book(table)[kind]
    if "like" in own:
        own = species(table, own["like"]) | own
    return own


def paint(made: Model, colour: str, where: np.ndarray) -> None:
    """Another colour (as a share of white) where a field is above naught."""
    share = np.clip(where / 0.1, 0, 1)[:, None]
    made.tint *= 1 - share + share * np.array(linear(colour)[:3])


def patches(made: Model, colour: str, size: float, level: float, seed: int) -> None:
    paint(made, colour, field(made.points, size * CM, seed=seed, octaves=2) - level)


def stripes(made: Model, colour: str, width: float, share: float, seed: int) -> None:
    """Bands about the body, and about the legs below it."""
    y, z = made.points[:, 1], made.points[:, 2]
    high = np.clip((z / z.max() - 0.3) / 0.16, 0, 1)
    paint(made, colour, np.sin((y * high + z * (1 - high)) * 2 * np.pi / (width * CM) + 1.3 * field(made.points, 3 * width * CM, seed=5)) - 1 + 2 * share)


def nets(made: Model, colour: str, size: float, gap: float, seed: int) -> None:
    """Plates with light lines between them, fewer on shins and face."""
    rng = np.random.default_rng(seed)
    p, high = made.points, made.points[:, 2].max()
    middles = p[rng.choice(len(p), 900, replace=False)]
    kept = [middles[0]]
    for m in middles[1:]:
        if min(np.linalg.norm(m - k) for k in kept) > size * CM * (0.55 + 0.45 * (0.3 * high < m[2] < 0.62 * high)):
            kept.append(m)
    near, _ = cKDTree(np.array(kept)).query(p, k=2)
    paint(made, colour, np.minimum((near[:, 1] - near[:, 0]) / (size * CM) - gap, (p[:, 2] / high - 0.16) * 4))


COATS = {"patches": patches, "stripes": stripes, "nets": nets}
"""How a coat is marked."""


def skinned(made: Clay, cell: float, seed: int, depth: float = 0.0002, size: float = 0.015, toned: bool = True) -> Model:
    """Clay as a skin with locks of hair and tones. A modeller's hand leaves nothing perfectly even: swells `depth` high and `size` wide."""
    rest = made.surface
    tones = rest.tones if toned else np.ones_like(rest.points)
    swells = depth * field(rest.points, size, seed=seed) * (tones.min(axis=1) > 0.9)  # what has a tone of its own is bare: a sheep's face in its wool
    points = rest.points + rest.normals * (made.locks(seed) + swells)[:, None]
    return Model(points, rest.quads, tones * worn(points, rest.quads, rest.near, cell)[:, None])


def worn(points: np.ndarray, quads: np.ndarray, near: csr_array, cell: float) -> np.ndarray:
    """Dark in the hollows, bright where hands and cloths polish the ridges: what makes a sculpture's forms read."""
    soft = points
    for _ in range(4):
        soft = near @ soft
    height = ((points - soft) * normals(points, quads)).sum(axis=1) / cell
    for _ in range(2):
        height = near @ height
    return np.clip(1 + 1.1 * height, 0.35, 1.5)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A body by age, sex, build, height and ancestry, with a face of its own: sums of morphs of the base mesh.

The macro morphs and how they combine are MakeHuman's (`macro.json`): every named corner (female, child, maxweight …) has a share, a morph's share is the product of its corners'.
"""

from __future__ import annotations

import random
import tomllib
from itertools import product
from pathlib import Path

import numpy as np

from diorama_catalogue.statures import stature
from diorama_stage.people.pack import base, morph_names, morphed

TABLE: dict = tomllib.loads(Path(__file__).with_name("bodies.toml").read_text(encoding="utf-8"))
AGES = ((1.0, 0.0), (12.0, 0.1875), (25.0, 0.5), (50.0, 0.69), (72.0, 0.97), (90.0, 1.0))
"""Years → MakeHuman's age: its oldest body is one of seventy, not of ninety."""
SAGS = ((30.0, 0.0), (45.0, 0.3), (60.0, 0.65), (76.0, 1.0), (90.0, 1.2))
"""Years → how far a face has sagged, by the table."""
CHILDISH = ((1.0, 0.8), (3.0, 1.0), (8.0, 1.0), (12.0, 0.65), (15.0, 0.25), (18.0, 0.0))
"""Years → how far a face is a child's, by the table."""

NARROWER = ((1.0, 0.22), (4.0, 0.3), (11.0, 0.25), (15.0, 0.18), (20.0, 0.1))
"""Years → how much narrower a face is than the macro morphs have it."""
CHIN = (0.0, -0.145, 0.612)
"""The chin on the base mesh."""
BESIDE_EYES, BESIDE_EARS = 0.042, 0.08
"""Distances from the middle between which a face is drawn in, metres on the base mesh: the outer corners of the eyes, where ears begin."""

NECK, FROM_NECK = (0.5, 0.61), 0.09
"""Heights between which a neck takes part in the size of its head more and more, and half its width, metres on the base mesh."""
HEADS = ((1.0, 4.0, 8.0, 12.0, 16.0, 20.0), (0.165, 0.19, 0.205, 0.214, 0.218, 0.22), (0.167, 0.193, 0.208, 0.218, 0.23, 0.236))
"""Years → how high heads are from the chin to the crown, of women and of men, metres (Farkas 1994; Gordon and others 1989)."""
AS_OTHERS, DEPTH = 0.7, 0.98
"""How far a head goes toward the usual size (those of men of one ancestry were 2 cm too long); how long the base mesh's heads are by their height, nose and all."""
SKULL = (0.735, 0.79, 0.06)
"""Between which heights on the base mesh the skull widens, metres, and by how much: it is wider than the cheek bones (154 and 143 mm of men), the macros' is narrower."""


def shares(
    *, age: float, sex: float, muscle: float, weight: float, height: float = 0.5, proportions: float = 0.5, ancestry: dict[str, float]
) -> dict[str, float]:
    """Amounts of the macro morphs. `sex`, `muscle`, `weight`, `height`, `proportions`: 0 to 1; `ancestry`: shares of african, asian, caucasian."""
    a = float(np.interp(age, *zip(*AGES, strict=True)))
    corner = {
        "gender": {"female": 1 - sex, "male": sex},
        "age": _between(a, (("baby", 0.0), ("child", 0.1875), ("young", 0.5), ("old", 1.0))),
        "muscle": _between(muscle, (("minmuscle", 0.0), ("averagemuscle", 0.5), ("maxmuscle", 1.0))),
        "weight": _between(weight, (("minweight", 0.0), ("averageweight", 0.5), ("maxweight", 1.0))),
        "height": _between(height, (("minheight", 0.0), ("", 0.5), ("maxheight", 1.0))),
        "proportions": _between(proportions, (("uncommonproportions", 0.0), ("", 0.5), ("idealproportions", 1.0))),
        "race": ancestry,
    }
    out: dict[str, float] = {}
    known = morph_names()
    for folder, prefix, axes in (
        ("macrodetails", "", ("race", "gender", "age")), ("macrodetails", "universal-", ("gender", "age", "muscle", "weight")),
        ("macrodetails/height", "", ("gender", "age", "muscle", "weight", "height")), ("macrodetails/proportions", "", ("gender", "age", "muscle", "weight", "proportions")),
    ):  # fmt: skip
        for combined in product(*(corner[axis].items() for axis in axes)):
            share = float(np.prod([s for _, s in combined]))
            if share < 1e-4 or any(not name for name, _ in combined):
                continue
            name = f"{folder}/{prefix}{'-'.join(name for name, _ in combined)}"
            if name in known:
                out[name] = out.get(name, 0.0) + share
    return out


def _between(x: float, marks: tuple[tuple[str, float], ...]) -> dict[str, float]:
    """Shares of the two marks that x lies between."""
    for (low, a), (high, b) in zip(marks, marks[1:], strict=False):
        if x <= b:
            t = float(np.clip((x - a) / (b - a), 0, 1))
            return {low: 1 - t, high: t}
    return {marks[-1][0]: 1.0}


def features(rng: random.Random, *, strength: float = 1.0, female: float = 0.0, age: float = 30.0) -> dict[str, float]:
    """A face of its own: each pair of opposite morphs somewhere between them, left and right almost alike, and the asymmetry every face has.

    With the years (`age`) it sags, each face in some places more than in others.
    """
    out: dict[str, float] = {}
    for row in TABLE["feature"]:
        amount = float(np.clip(rng.gauss(row.get("mean", 0.0) + row.get("woman", 0.0) * female, row["spread"]), -1, 1)) * strength
        name = row["high"] if amount > 0 else row["low"]
        for side in ("l", "r") if "{s}" in name else ("",):
            out[name.replace("{s}", side)] = abs(amount) * (1 + rng.gauss(0, 0.12))
    for name, spread in TABLE["asymmetry"].items():
        out[f"asym/{name}-{rng.choice('lr')}"] = abs(rng.gauss(0, spread)) * strength
    for name, amount in TABLE["measured"].items():
        for side in "lr":
            key = name.replace("{s}", side)
            out[key] = out.get(key, 0.0) + amount
    for table, marks, low, high in (("young", CHILDISH, 0.85, 1.15), ("aged", SAGS, 0.6, 1.25), ("aged_woman", SAGS, 0.85, 1.15)):
        far = (female if table == "aged_woman" else 1.0) * float(np.interp(age, *zip(*marks, strict=True)))
        for name, amount in TABLE[table].items() if far else ():
            each = amount * far * rng.uniform(low, high)
            for side in ("l", "r") if "{s}" in name else ("",):
                key = name.replace("{s}", side)
                out[key] = out.get(key, 0.0) + each * (1 + rng.gauss(0, 0.1))
    return out


def body(amounts: dict[str, float], narrower: float = 0.0) -> np.ndarray:
    """The base mesh with all morphs, (19158, 3), standing on z = 0, middle at the origin; its face as much `narrower` as `narrowed` tells."""
    return grounded(narrowed(morphed(base().verts, amounts), narrower))


def narrower(age: float, female: bool) -> float:
    """How much narrower a face is than the macro morphs have it, by years and sex.

    Theirs are as wide at the cheek bones as at the skull (0.75 of the head's height at four years, 0.68 of a woman's); faces measure 0.6 to 0.65 (Farkas 1994).
    """
    return float(np.interp(age, *zip(*NARROWER, strict=True))) + (0.04 if female and age > 14 else 0.0)


def narrowed(verts: np.ndarray, by: float) -> np.ndarray:
    """A body (n, 3) of the base mesh with the sides of its face drawn in: what is beyond the eyes, by the share `by` of how far, ears and all."""
    at = base().verts
    beyond = np.clip(np.abs(at[:, 0]) - BESIDE_EYES, 0.0, BESIDE_EARS - BESIDE_EYES)
    face = np.interp(at[:, 2], (0.585, 0.635, 0.74, 0.82), (0.0, 1.0, 1.0, 0.0))
    return verts * np.stack([1 - by * face * beyond / np.maximum(np.abs(at[:, 0]), BESIDE_EYES), *np.ones((2, len(at)))], axis=1)


def headed(verts: np.ndarray, age: float, sex: float, height: float) -> np.ndarray:
    """A body (n, 3) of the base mesh with a head as large as its years, its sex (0 female, 1 male) and its height (metres) have it."""
    at = base().verts
    factor = 1 + SKULL[2] * _soft((at[:, 2] - SKULL[0]) / (SKULL[1] - SKULL[0])) * (np.abs(at[:, 0]) < FROM_NECK)
    verts = verts * np.stack([factor, *np.ones((2, len(at)))], axis=1)
    own = base().groups["body"]
    usual = np.interp(age, HEADS[0], HEADS[1]) * (1 - sex) + np.interp(age, HEADS[0], HEADS[2]) * sex
    usual *= (height / stature(age, sex)) ** 0.5  # the tall have larger heads, by less than they are taller
    chin = verts[own[np.linalg.norm(at[own] - CHIN, axis=1) < 0.012]][:, 2].min()
    mine = (verts[own][:, 2].max() - chin) * height / height_of(verts)
    long = np.ptp(verts[own[(at[own, 2] > NECK[1]) & (np.abs(at[own, 0]) < FROM_NECK)]][:, 1]) * height / height_of(verts)
    by = (usual / np.sqrt(mine * long / DEPTH)) ** AS_OTHERS - 1
    share = _soft((at[:, 2] - NECK[0]) / (NECK[1] - NECK[0])) * (np.abs(at[:, 0]) < np.where(at[:, 2] > NECK[1], np.inf, FROM_NECK))
    rows = own[(at[own, 2] > NECK[0]) & (at[own, 2] < NECK[1]) & (np.abs(at[own, 0]) < FROM_NECK)]
    foot = verts[rows].mean(axis=0)
    return verts + (verts - foot) * (by * share)[:, None]


def _soft(share: np.ndarray) -> np.ndarray:
    """0 to 1 without a kink."""
    share = np.clip(share, 0, 1)
    return share * share * (3 - 2 * share)


def grounded(verts: np.ndarray) -> np.ndarray:
    """Moved so that the lowest point of the body is at z = 0."""
    own = verts[base().groups["body"]]
    return verts - (0, 0, own[:, 2].min())


def height_of(verts: np.ndarray) -> float:
    own = verts[base().groups["body"]]
    return float(np.ptp(own[:, 2]))

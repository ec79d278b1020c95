# SPDX-License-Identifier: GPL-3.0-or-later
"""The pack of people as arrays: base body, morphs, fitted assets, textures. See `diorama.assets.pack` for the format."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from platformdirs import user_data_path
from scipy.sparse import csr_matrix

VERSION = 2


def folder() -> Path:
    """Where the pack is kept: DIORAMA_PEOPLE, or the user's data folder."""
    named = os.environ.get("DIORAMA_PEOPLE")
    return Path(named) if named else user_data_path("diorama") / "people"


def available() -> bool:
    """True where a pack of the right version is there."""
    try:
        return json.loads((folder() / "pack.json").read_text(encoding="utf-8"))["version"] == VERSION
    except (OSError, ValueError, KeyError):
        return False


@lru_cache(maxsize=1)
def credits() -> dict[str, dict]:
    """Licence and credit by asset ("clothes/Coat")."""
    return {c["asset"]: c for c in json.loads((folder() / "pack.json").read_text(encoding="utf-8"))["credits"]}


@dataclass(frozen=True)
class Base:
    """The base body, metres. `verts` (19158, 3); `faces`, `loops` (n, 4) of the body alone; `uv` (m, 2)."""

    verts: np.ndarray
    faces: np.ndarray
    loops: np.ndarray
    uv: np.ndarray
    tights: np.ndarray
    skirt: np.ndarray
    bones: tuple[str, ...]
    parents: np.ndarray
    heads: csr_matrix
    """Bone ends as means of vertices: (bones, vertices)."""
    tails: csr_matrix
    weights: csr_matrix
    """Skin weights: (vertices, bones)."""
    groups: dict[str, np.ndarray]
    private: np.ndarray
    """Vertices that no picture shows bare, by the package's own masks."""


@lru_cache(maxsize=1)
def base() -> Base:
    d = np.load(folder() / "body.npz")
    bones, count = tuple(map(str, d["bones"])), len(d["verts"])

    def mean(end: str) -> csr_matrix:
        at, of = d[f"{end}_at"], d[f"{end}_of"]
        return csr_matrix((np.repeat(1 / np.diff(at), np.diff(at)), of, at), shape=(len(bones), count))

    weights = csr_matrix((d["weight"].astype(float), d["weight_of"].astype(int), d["weight_at"]), shape=(count, len(bones)))
    groups = {k.removeprefix("group_"): d[k] for k in d.files if k.startswith("group_")}
    return Base(
        d["verts"].astype(float),
        d["faces"],
        d["loops"],
        d["uv"],
        d["tights"],
        d["skirt"],
        bones,
        d["parents"],
        mean("head"),
        mean("tail"),
        weights,
        groups,
        d["private"],
    )


@lru_cache(maxsize=1)
def _morphs():
    d = np.load(folder() / "targets.npz")
    return {str(n): k for k, n in enumerate(d["names"])}, d["at"], d["index"], d["delta"]


def morph_names() -> frozenset[str]:
    return frozenset(_morphs()[0])


def morphed(verts: np.ndarray, amounts: dict[str, float]) -> np.ndarray:
    """`verts` (19158, 3) with morphs added: name → amount (1 is the whole morph). Raises KeyError for a morph that the pack lacks."""
    names, at, index, delta = _morphs()
    out = verts.copy()
    for name, amount in amounts.items():
        if abs(amount) < 1e-4:
            continue
        k = names[name]
        rows = slice(at[k], at[k + 1])
        out[index[rows]] += delta[rows].astype(float) * (amount / 1000)
    return out


@dataclass(frozen=True)
class Fitted:
    """A thing fitted to the body: each vertex is a weighted mean of three of the body's, and an offset, metres."""

    name: str
    ref: np.ndarray
    weight: np.ndarray
    offset: np.ndarray
    faces: np.ndarray
    loops: np.ndarray
    uv: np.ndarray
    hidden: np.ndarray
    """Vertices of the body that it covers."""

    def on(self, verts: np.ndarray) -> np.ndarray:
        """Its vertices (n, 3) on a body (19158, 3); offsets grow with the body as it is where the thing lies."""
        scale = _stretch(verts, self.ref)
        return (verts[self.ref] * self.weight[..., None]).sum(axis=1) + self.offset * scale

    def skin(self, weights: csr_matrix) -> csr_matrix:
        """Skin weights of its vertices, by the body's: (n, bones)."""
        n = len(self.ref)
        pick = csr_matrix((np.abs(self.weight).ravel(), self.ref.ravel(), np.arange(0, 3 * n + 1, 3)), shape=(n, weights.shape[0]))
        out = pick @ weights
        total = np.asarray(out.sum(axis=1)).ravel()
        return csr_matrix((out.data / np.repeat(np.maximum(total, 1e-9), np.diff(out.indptr)), out.indices, out.indptr), shape=out.shape)


def _stretch(verts: np.ndarray, ref: np.ndarray) -> np.ndarray:
    """How much larger than the base body this one is over the vertices of `ref`, by axis (3,)."""
    used = np.unique(ref)
    was, now = np.ptp(base().verts[used], axis=0), np.ptp(verts[used], axis=0)
    return np.clip(now / np.maximum(was, 1e-3), 0.3, 1.4)


@lru_cache(maxsize=32)
def fitted(name: str) -> Fitted:
    d = np.load(folder() / "assets" / f"{name}.npz")
    return Fitted(name, d["ref"], d["weight"].astype(float), d["offset"].astype(float), d["faces"], d["loops"], d["uv"], d["hidden"])


def texture(name: str) -> Path:
    """The file of a texture ("mpfb_lips.jpg"). Raises FileNotFoundError where the pack lacks it."""
    path = folder() / "textures" / name
    if not path.exists():
        raise FileNotFoundError(path.name)
    return path

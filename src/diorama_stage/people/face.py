# SPDX-License-Identifier: GPL-3.0-or-later
"""Expression and gaze: face units of the asked expression, a little uneven as faces are, and lids that follow the eyes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np

from diorama_stage.people.pack import base, morph_names
from diorama_stage.people.who import Who

TABLE: dict = tomllib.loads(Path(__file__).with_name("expressions.toml").read_text(encoding="utf-8"))

SMILES = ((2.0, 8.0, 15.0), (0.45, 0.85, 1.0))
"""Years, and how much of a smile's unit a face takes: it is made for the mouths of the grown, and makes a toddler grin."""


def units(who: Who, aim: tuple[float, float] = (0.0, 0.0)) -> dict[str, float]:
    """Amounts of face units. `aim`: degrees that the eyes look to the figure's left and up."""
    out: dict[str, float] = {}
    rng = who.random("uneven")
    known = morph_names()
    small = float(np.interp(who.age, *SMILES))
    busy = next((a["deed"] for a in who.actions if a["deed"] in TABLE["deed"]), "")
    for table, key in (("deed", busy), ("expression", "neutral" if busy else who.expression), ("eyes", who.eyes)):
        for name, amount in TABLE[table].get(key, {}).items():
            if name in TABLE["unit"]:
                continue
            if "faceunits/" + name in known:
                out[name] = max(out.get(name, 0.0), amount)
                continue
            lean = rng.uniform(-0.08, 0.08)
            for side, sign in (("Left", 1), ("Right", -1)):
                much = amount * (1 + sign * lean) * (small if name == "mouthSmile" else 1.0)
                out[name + side] = max(out.get(name + side, 0.0), much)
    for side in ("Left", "Right"):
        down, up = np.clip(-aim[1] / 30, 0, 1), np.clip(aim[1] / 30, 0, 1)
        out["eyeLookDown" + side] = out.get("eyeLookDown" + side, 0.0) + float(down)
        out["eyeLookUp" + side] = out.get("eyeLookUp" + side, 0.0) + float(up)
    return {"faceunits/" + k: v for k, v in out.items() if v > 1e-3}


def moved(who: Who) -> np.ndarray:
    """How far the units of `[unit]`, which the package lacks, move each vertex of the base mesh in this person's expression: (19158, 3), metres."""
    at = base().verts
    out, side = np.zeros_like(at), np.sign(at[:, :1])
    for name, amount in TABLE["expression"].get(who.expression, {}).items():
        for spot in TABLE["unit"].get(name, ()):
            away = np.linalg.norm((np.abs(at[:, :1]), at[:, 1:2], at[:, 2:]) - np.array(spot["at"])[:, None, None], axis=(0, 2))
            way = np.broadcast_to(spot["move"], at.shape) * np.concatenate([side, np.ones((len(at), 2))], axis=1)
            out += amount * np.exp(-((away / spot["reach"]) ** 2))[:, None] * way
    return out

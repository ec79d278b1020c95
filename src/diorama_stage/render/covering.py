# SPDX-License-Identifier: GPL-3.0-or-later
"""What share of each pixel every thing covers, with the lens's blur: Cycles' Cryptomatte (by objects, accumulated with the picture's own samples) by things."""

from __future__ import annotations

import json
from pathlib import Path

import bpy
import numpy as np
import OpenEXR

RANKS, OBJECTS = 4, 8
"""Things that are told of each pixel, and objects that Cycles tells of it: a thing may be several."""
LAYER = "CryptoObject"


def want(yes: bool) -> None:
    """Have the next picture measure it, or not."""
    layer = bpy.context.view_layer
    layer.use_pass_cryptomatte_object = yes
    layer.pass_cryptomatte_depth = OBJECTS


def covering(path: Path) -> np.ndarray:
    """float32 (h, w, 2 · RANKS) of what Blender wrote: a thing's pass index and the share that it covers, 0 to 1, the most first; 0 and 0 for none."""
    with OpenEXR.File(str(path)) as file:
        names = json.loads(next(value for key, value in file.header().items() if str(key).endswith("/manifest")))
        planes = {name.split(".", 1)[-1]: np.asarray(one.pixels, np.float32) for name, one in file.channels().items() if f".{LAYER}" in name}
    known = {int(bits, 16): o.pass_index for name, bits in names.items() if (o := bpy.data.objects.get(name)) is not None and o.pass_index > 0}
    ranks = [(planes[f"{LAYER}{k // 2:02d}.{'rb'[k % 2]}"], planes[f"{LAYER}{k // 2:02d}.{'ga'[k % 2]}"]) for k in range(OBJECTS)]
    return by_things(ranks, known)


def by_things(ranks: list[tuple[np.ndarray, np.ndarray]], known: dict[int, int]) -> np.ndarray:
    """`ranks`: an object's id, as a float's bits, and its share, float32 (h, w) each; `known`: the thing's pass index of each id. As `covering`."""
    things: dict[int, np.ndarray] = {}
    for ids, share in ranks:
        bits = np.ascontiguousarray(ids).view(np.uint32)
        for id in np.unique(bits[share > 0]):
            if index := known.get(int(id), 0):
                things[index] = things.get(index, 0) + np.where(bits == id, share, np.float32(0))
    out = np.zeros((*ranks[0][0].shape, 2 * RANKS), np.float32)
    for index, more in things.items():
        which, share = np.float32(index), np.minimum(more, 1)
        for rank in range(RANKS):
            ahead = share > out[..., 2 * rank + 1]
            before = out[..., 2 * rank].copy(), out[..., 2 * rank + 1].copy()
            out[..., 2 * rank], out[..., 2 * rank + 1] = np.where(ahead, which, before[0]), np.where(ahead, share, before[1])
            which, share = np.where(ahead, before[0], which), np.where(ahead, before[1], share)
    return out

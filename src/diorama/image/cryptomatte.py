"""Cryptomatte (Friedman and Jones, "Fully automatic ID mattes with support for motion blur and transparency", SIGGRAPH 2015 posters; specification 1.2):
for each pixel, which things cover it and by how much, so that a compositor picks any of them with soft edges.

what each thing covers, measured with the picture's samples; or ids many times finer than the picture, of sharp edges → four ranks → OpenEXR channels
and a manifest of names
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping

import numpy as np

NAME = "CryptoObject"
RANKS = 4


def blurred(coverage: np.ndarray, names: Mapping[int, str]) -> dict[str, np.ndarray]:
    """`coverage`: float32 (h, w, 2 · RANKS): an index and the share that it covers, the most first. Channels as `channels` gives them."""
    planes: list[np.ndarray] = []
    for rank in range(RANKS):
        ids = np.zeros(coverage.shape[:2], np.float32)
        for index, name in names.items():
            ids[coverage[..., 2 * rank] == index] = as_float(hashed(name))
        planes += [ids, np.where(ids != 0, coverage[..., 2 * rank + 1], np.float32(0)).astype(np.float32)]
    return {f"{NAME}{k // 4:02d}.{'RGBA'[k % 4]}": plane for k, plane in enumerate(planes)}


def channels(ids: np.ndarray, names: Mapping[int, str], times: int) -> dict[str, np.ndarray]:
    """`ids`: int (h · times, w · times); `names`: what each index is called. Channels float32 (h, w): an id and its coverage, twice a layer."""
    height, width = ids.shape[0] // times, ids.shape[1] // times
    which = np.zeros((RANKS, height, width), np.float32)
    share = np.zeros((RANKS, height, width), np.float32)
    for index, name in names.items():
        new_share = (ids == index).reshape(height, times, width, times).mean(axis=(1, 3), dtype=np.float32)
        new_id = np.where(new_share > 0, np.float32(as_float(hashed(name))), np.float32(0))
        for rank in range(RANKS):
            more = new_share > share[rank]
            which[rank], new_id = np.where(more, new_id, which[rank]), np.where(more, which[rank], new_id)
            share[rank], new_share = np.where(more, new_share, share[rank]), np.where(more, share[rank], new_share)
    pairs = [plane for rank in range(RANKS) for plane in (which[rank], share[rank])]
    return {f"{NAME}{k // 4:02d}.{'RGBA'[k % 4]}": plane for k, plane in enumerate(pairs)}


def header(names: Mapping[int, str]) -> dict[str, str]:
    """The attributes of the EXR file that tell a reader what the channels are."""
    key = f"cryptomatte/{hashed(NAME):08x}"[: len("cryptomatte/") + 7]
    manifest = {name: f"{bits(as_float(hashed(name))):08x}" for name in names.values()}
    return {
        f"{key}/name": NAME, f"{key}/hash": "MurmurHash3_32", f"{key}/conversion": "uint32_to_float32",
        f"{key}/manifest": json.dumps(manifest, separators=(",", ":")),
    }  # fmt: skip


def as_float(value: int) -> float:
    """A hash as the float of the same bits, its exponent kept from 0 and 255: no denormal, infinity or NaN (specification, "uint32_to_float32")."""
    exponent = min(max(value >> 23 & 255, 1), 254)
    return struct.unpack("<f", struct.pack("<I", value & 0x807FFFFF | exponent << 23))[0]


def bits(value: float) -> int:
    return struct.unpack("<I", struct.pack("<f", value))[0]


def hashed(text: str) -> int:
    """MurmurHash3_x86_32 of the text's UTF-8, seed 0 (Appleby, 2011)."""
    data, h = text.encode(), 0
    for at in range(0, len(data) & ~3, 4):
        h ^= _mixed(int.from_bytes(data[at : at + 4], "little"))
        h = (_turned(h, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
    if len(data) & 3:
        h ^= _mixed(int.from_bytes(data[len(data) & ~3 :], "little"))
    h ^= len(data)
    h = (h ^ h >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    h = (h ^ h >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return h ^ h >> 16


def _mixed(k: int) -> int:
    return _turned(k * 0xCC9E2D51 & 0xFFFFFFFF, 15) * 0x1B873593 & 0xFFFFFFFF


def _turned(value: int, by: int) -> int:
    return (value << by | value >> (32 - by)) & 0xFFFFFFFF

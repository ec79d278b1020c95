# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing GLB: numpy arrays and encoded pictures become one binary file (glTF 2.0, ISO/IEC 12113)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np

KINDS = {np.dtype(np.float32): 5126, np.dtype(np.uint32): 5125, np.dtype(np.uint16): 5123, np.dtype(np.uint8): 5121}
SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}
VERTICES, INDICES = 34962, 34963


class Glb:
    """A file under construction; every `add` returns the index that others refer to it by."""

    def __init__(self):
        self.tree: dict = {"asset": {"version": "2.0", "generator": "Diorama"}}
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, kind: str, item: dict) -> int:
        """Append to one of the file's lists (nodes, meshes, materials, …)."""
        self.tree.setdefault(kind, []).append(item)
        return len(self.tree[kind]) - 1

    def uses(self, extension: str) -> None:
        used = self.tree.setdefault("extensionsUsed", [])
        if extension not in used:
            used.append(extension)

    def accessor(self, array: np.ndarray, target: int | None = None, *, bounds: bool = False, normalized: bool = False) -> int:
        """An array (n,) or (n, k) of float32, uint32, uint16 or uint8. `bounds` notes its extremes, as positions must."""
        array = np.ascontiguousarray(array)
        width = 1 if array.ndim == 1 else array.shape[1]
        item = {"bufferView": self._view(array.tobytes(), target), "componentType": KINDS[array.dtype], "count": len(array), "type": SHAPES[width]}
        if bounds:
            item |= {"min": array.min(axis=0).tolist(), "max": array.max(axis=0).tolist()}
        if normalized:
            item["normalized"] = True
        return self.add("accessors", item)

    def texture(self, data: bytes, mime: str, name: str) -> int:
        """A picture as a texture that repeats nowhere."""
        if not self.tree.get("samplers"):
            self.add("samplers", {"magFilter": 9729, "minFilter": 9987, "wrapS": 33071, "wrapT": 33071})
        image = self.add("images", {"bufferView": self._view(data, None), "mimeType": mime, "name": name})
        return self.add("textures", {"sampler": 0, "source": image, "name": name})

    def _view(self, data: bytes, target: int | None) -> int:
        item = {"buffer": 0, "byteOffset": self._length, "byteLength": len(data)}
        if target:
            item["target"] = target
        padded = data + b"\0" * (-len(data) % 4)
        self._parts.append(padded)
        self._length += len(padded)
        return self.add("bufferViews", item)

    def write(self, path: Path) -> None:
        """Write the file whole or not at all."""
        self.tree["buffers"] = [{"byteLength": self._length}]
        text = json.dumps(self.tree, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        part = path.with_name(f".{path.name}.part")
        try:
            with part.open("wb") as file:
                for word in (b"glTF", 2, 12 + 8 + len(text) + 8 + self._length, len(text), b"JSON"):
                    file.write(word if isinstance(word, bytes) else word.to_bytes(4, "little"))
                file.write(text + self._length.to_bytes(4, "little") + b"BIN\0")
                file.writelines(self._parts)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def y_up(vectors: np.ndarray) -> np.ndarray:
    """Blender's axes (z up) to glTF's (y up): (…, 3)."""
    return np.stack([vectors[..., 0], vectors[..., 2], -vectors[..., 1]], axis=-1)


def round_all(values, digits: int = 6) -> list[float]:
    return [round(float(v), digits) for v in values]

"""Exact passes as files: depth and normals as OpenEXR and as pictures to look at, ids and masks as PNG, and `ids.json` that names them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import OpenEXR
from PIL import Image

from diorama.contracts import Outcome
from diorama.errors import OutputError


def write(folder: Path, outcome: Outcome, prompt: str) -> list[Path]:
    """Write every pass of an outcome into `folder` (made if missing). Returns the files.

    depth.exr      float32 metres along the view axis, infinite where there is nothing; depth.png near white, far black
    normal.exr     float32, unit, world frame (X right in the picture, Y away, Z up at camera azimuth 0); normal.png as colours
    ids.png        16-bit pass indices, 0 is the set; masks/<subject>.png white where the subject is seen
    ids.json       for each index: subject id, thing, rectangle in the frame, visible share
    Raises OutputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return list(_files(folder, outcome, prompt))
    except OSError as wrong:
        raise OutputError(f"the passes cannot be written: {wrong.strerror or wrong}", where=str(folder), hint="choose a folder you may write to, with room left") from None


def _files(folder: Path, outcome: Outcome, prompt: str):
    passes = outcome.passes
    if "depth" in passes:
        yield _exr(folder / "depth.exr", {"Z": passes["depth"]})
        yield _png(folder / "depth.png", _shown(passes["depth"]))
    if "normal" in passes:
        n = passes["normal"]
        yield _exr(folder / "normal.exr", {"X": n[..., 0], "Y": n[..., 1], "Z": n[..., 2]})
        yield _png(folder / "normal.png", ((n * 0.5 + 0.5).clip(0, 1) * 255).astype(np.uint8))
    if "linear" in passes:
        rgb = passes["linear"]
        yield _exr(folder / "linear.exr", {"R": rgb[..., 0], "G": rgb[..., 1], "B": rgb[..., 2]})
    if "ids" in passes:
        yield from _ids(folder, outcome, prompt)


def _ids(folder: Path, outcome: Outcome, prompt: str):
    ids = outcome.passes["ids"]
    yield _png(folder / "ids.png", ids.astype(np.uint16))
    (folder / "masks").mkdir(exist_ok=True)
    visible = outcome.report.get("visible", {})
    table = []
    for subject in outcome.report.get("subjects", ()):
        if "index" not in subject:
            continue
        table.append({**subject, "pixels": int((ids == subject["index"]).sum()), "visible": visible.get(subject["id"])})
    for name in dict.fromkeys(row["id"] for row in table):
        indices = [row["index"] for row in table if row["id"] == name]
        yield _png(folder / "masks" / f"{name}.png", np.isin(ids, indices).astype(np.uint8) * 255)
    path = folder / "ids.json"
    path.write_text(json.dumps({"prompt": prompt, "camera": outcome.report.get("camera"), "subjects": table}, indent=2, ensure_ascii=False), encoding="utf-8")
    yield path


def _shown(depth: np.ndarray) -> np.ndarray:
    """Inverse depth as grey: near is white."""
    near = 1.0 / np.maximum(depth, 1e-6)
    top = np.quantile(near[np.isfinite(depth)], 0.995) if np.isfinite(depth).any() else 1.0
    return (np.clip(near / max(top, 1e-9), 0, 1) * 255).astype(np.uint8)


def _png(path: Path, array: np.ndarray) -> Path:
    Image.fromarray(array).save(path)
    return path


def _exr(path: Path, channels: dict[str, np.ndarray]) -> Path:
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
    with OpenEXR.File(header, {name: np.ascontiguousarray(a, dtype=np.float32) for name, a in channels.items()}) as file:
        file.write(str(path))
    return path

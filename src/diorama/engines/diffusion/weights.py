"""Weights that are on this machine: a folder for each model, complete or not there at all for whoever loads them.

<folder>/<model>/model/…   as the repository has it          <folder>/<model>/control/…   what leads it
<folder>/<model>/decoder/…   a tiny decoder, for previews
<folder>/<model>/PART.json     what was pulled: repository, revision, licence, each file's size and SHA-256
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path

from diorama.engines.diffusion.families import Family, families
from diorama.errors import EngineUnavailable, OutputError
from diorama.scene.base import Model

Part = Literal["model", "control", "decoder"]
PARTS: tuple[Part, ...] = ("model", "control", "decoder")
FLAGS: dict[Part, str] = {"model": "", "control": " --control", "decoder": " --previews"}
"""Of `diorama models pull`."""
FORBIDDEN = (".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle", ".msgpack", ".h5", ".onnx")
"""Files that can run programs when they are opened, or that are of no use here: never fetched, never loaded."""


class Held(Model):
    """A part that was pulled."""

    repo: str
    revision: str
    licence: str
    files: dict[str, str]
    """Path in the folder to SHA-256, or to the Git blob's SHA-1 for small files."""
    size: int
    """Bytes."""


def home() -> Path:
    """DIORAMA_WEIGHTS, else the user's data folder."""
    named = os.environ.get("DIORAMA_WEIGHTS")
    return Path(named) if named else user_data_path("diorama") / "weights"


def folder(model: str, part: Part = "model") -> Path:
    return home() / model / part


def note(model: str, part: Part = "model") -> Path:
    return home() / model / f"{part}.json"


def held(model: str, part: Part = "model") -> Held | None:
    """What was pulled; None where nothing, or not all, was. Raises OutputError."""
    try:
        return Held.model_validate(json.loads(note(model, part).read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        hint = f"diorama models remove {model}, and pull it again"
        raise OutputError("this note of what was pulled cannot be read", where=str(note(model, part)), hint=hint) from None


def needed(model: Family, part: Part = "model") -> Path:
    """The folder to load from. Raises EngineUnavailable that says how to fetch it, OutputError where a file in it must not be opened."""
    there = folder(model.name, part)
    if held(model.name, part) is None:
        what = {"model": model.name, "control": f"what leads {model.name} (its ControlNet)", "decoder": f"the tiny decoder of {model.name}"}[part]
        hint = f"diorama models pull {model.name}{FLAGS[part]}"
        raise EngineUnavailable(f"the weights of {what} are not here", where="engine", hint=hint)
    wrong = next((path for path in there.rglob("*") if path.suffix.lower() in FORBIDDEN), None)
    if wrong is not None:
        hint = "weights are .safetensors files; remove it"
        raise OutputError("this file can run programs when it is opened: nothing is loaded from here", where=str(wrong), hint=hint)
    return there


def all_held() -> list[tuple[str, Part, Held]]:
    return [(name, part, here) for name in families() for part in PARTS if (here := held(name, part)) is not None]


def remove(model: str) -> int:
    """Remove a model's weights, half-fetched ones too. Returns the bytes that are free again. Raises OutputError."""
    there = home() / model
    size = sum(path.stat().st_size for path in there.rglob("*") if path.is_file())
    try:
        for part in PARTS:
            note(model, part).unlink(missing_ok=True)  # first: what is half removed is not there
        if there.exists():
            shutil.rmtree(there)
    except OSError as wrong:
        raise OutputError(f"the weights cannot be removed: {wrong.strerror}", where=str(there)) from None
    return size

"""The stage as an engine: a job becomes a worker's request, the worker's linear light becomes a photograph."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Event, Job, Outcome, Preview, Progress
from diorama.engines.stage.quality import PRESETS
from diorama.engines.stage.worker import Worker
from diorama.errors import EngineRefused, OutputError
from diorama.image import develop, meter
from diorama.scene import Scene

STEPS = {"build": (0.0, 0.08), "arrange": (0.08, 0.12), "set": (0.12, 0.2), "render": (0.25, 0.97), "passes": (0.97, 0.99)}
"""The share of the whole that each step of the worker usually takes."""


class StageEngine:
    """One warm worker behind a queue."""

    def __init__(self):
        log = os.environ.get("DIORAMA_STAGE_LOG")
        self._worker = Worker(Path(log) if log else None)

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="stage", version=__version__, title="Blender's Cycles: builds the scene and photographs it; no key, no GPU, no weights",
            licence="GPL-3.0-or-later (worker)", speaks=("scene",), gives=("linear", "ids", "depth", "normal"), previews=True, cancels=True,
            deterministic=True, least=16, most=4096, source_type="algorithmicMedia",
        )  # fmt: skip

    @property
    def worker(self) -> Worker:
        """The worker, for tools that watch it (`diorama doctor`, benches)."""
        return self._worker

    def make(self, job: Job, listen: Callable[[Event], None] = lambda _: None, cancel: Cancel | None = None) -> Outcome:
        if job.references or job.mask is not None or job.depth is not None:
            raise EngineRefused("the stage builds its pictures from a scene; it takes no reference pictures, masks or depth maps")
        with _folder() as folder:
            hear = _Ear(job, listen)
            answer = self._worker.ask(_request(job, folder), hear, cancel or Cancel())
            arrays = {name: np.load(path) for name, path in answer["files"].items()}
        listen(Progress("develop", 0.99, "developing"))
        picture = photograph(arrays["linear"], job, arrays.get("ids"))
        listen(Progress("done", 1.0, ""))
        return Outcome(picture, arrays if job.passes else {}, answer["report"])

    def close(self) -> None:
        self._worker.close()


def _folder() -> tempfile.TemporaryDirectory:
    try:
        return tempfile.TemporaryDirectory(prefix="diorama-")
    except OSError as full:
        raise OutputError(f"no temporary folder can be made: {full.strerror}", hint="free some disk space or set TMPDIR") from None


def _request(job: Job, folder: str) -> dict:
    recipe = job.recipe
    preset = PRESETS[recipe.quality]
    return {
        "scene": recipe.scene.model_dump(mode="json"), "seed": recipe.seed, "width": recipe.width, "height": recipe.height,
        "samples": int(recipe.options.get("samples", preset.samples)), "threshold": float(recipe.options.get("threshold", preset.threshold)),
        "preview": bool(recipe.options.get("preview", True)), "passes": job.passes, "export": [str(p) for p in job.export], "folder": folder,
    }  # fmt: skip


class _Ear:
    """Turns the worker's messages into events."""

    def __init__(self, job: Job, listen: Callable[[Event], None]):
        self._job, self._listen = job, listen

    def __call__(self, message: dict) -> None:
        if message["kind"] == "progress":
            low, high = STEPS.get(message["stage"], (0.0, 0.0))
            self._listen(Progress(message["stage"], low + (high - low) * message["done"], message["text"]))
        elif message["kind"] == "preview":
            self._listen(Preview(photograph(np.load(message["file"]), self._job), message["index"]))


def photograph(linear: np.ndarray, job: Job, ids: np.ndarray | None = None) -> np.ndarray:
    """Meter and develop the stage's linear light for the scene's film and mood."""
    scene: Scene = job.recipe.scene
    stops = meter(linear, key=exposure_key(scene))
    return develop(linear, scene.film, exposure_stops=stops, focal_length=scene.camera.focal_length, seed=job.recipe.seed)


def exposure_key(scene: Scene) -> str:
    """What the picture's overall brightness should be like."""
    if scene.lighting.mood in ("high_key", "low_key"):
        return scene.lighting.mood
    if scene.lighting.mood in ("dramatic", "moody"):
        return "low_key"
    return "night" if scene.lighting.time in ("night", "dusk", "blue_hour", "evening") else "natural"

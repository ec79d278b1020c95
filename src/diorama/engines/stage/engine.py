"""The stage as an engine: a job becomes a worker's request, the worker's linear light becomes a photograph."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import Field

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Job, Listen, Local, Options, Outcome, Preview, Progress, check, nobody
from diorama.engines.stage.assets import with_assets
from diorama.engines.stage import quality
from diorama.engines.stage.quality import PRESETS
from diorama.engines.stage.pages import with_pages
from diorama.engines.stage.presence import warnings
from diorama.engines.stage.worker import Worker, scratch
from diorama.image import Development, exposure_matrix
from diorama.image.photograph import NEUTRAL, photograph, settle
from diorama.scene import Layout, Scene

STEPS = {"build": (0.0, 0.08), "arrange": (0.08, 0.12), "set": (0.12, 0.2), "render": (0.25, 0.97), "passes": (0.97, 0.99), "export": (0.2, 0.99)}
"""The share of the whole that each step of the worker usually takes."""

PICTURED = {True: 0.6, False: 0.2}
"""The share of the whole that the picture takes where exports follow: a whole one, and one only for metering."""
METERED = 256
"""Long side of a picture that is only taken for metering, pixels."""


class StageOptions(Options):
    samples: int | None = Field(default=None, ge=1, le=16_384, description="Most samples a pixel of a picture up to 1024 pixels long; a larger one takes in proportion fewer")
    threshold: float | None = Field(default=None, gt=0, le=1, description="The noise at which a pixel is done")
    preview: bool = Field(default=True, description="Show a rough picture before the whole one")
    background: Literal["scene", "shadow", "none", "only_shadow"] = Field(
        default="scene", description="shadow: the subjects and the shadows they cast, the rest transparent; none: the subjects alone; only_shadow: no subjects",
    )  # fmt: skip


class StageEngine(Local):
    """One warm worker behind a queue."""

    options = StageOptions

    def __init__(self):
        log = os.environ.get("DIORAMA_STAGE_LOG")
        self._worker = Worker(Path(log) if log else None)

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="stage", version=__version__, title="Blender's Cycles: builds the scene and photographs it; no key, no GPU, no weights",
            licence="GPL-3.0-or-later (worker)", speaks=("scene",), takes=("object",),
            gives=("linear", "ids", "depth", "normal", "albedo", "colour", "lights", "export"), previews=True, cancels=True,
            deterministic=True, least=64, most=4096, source_type="algorithmicMedia",
            transparent={"background": "shadow"},
            defaults={name: {"samples": preset.samples, "threshold": preset.threshold} for name, preset in PRESETS.items()},
        )  # fmt: skip

    @property
    def worker(self) -> Worker:
        """The worker, for tools that watch it (`diorama doctor`, benches)."""
        return self._worker

    def begin(self) -> None:
        self._worker.begin()

    def make(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        check(job, self.capabilities(), self.options)
        with scratch() as folder:
            request, cancel = _request(job, folder), cancel or Cancel()
            answer = self._worker.ask(request, _Ear(job, listen, 0.0, PICTURED[job.draw] if job.export else 1.0), cancel)
            arrays = {name: np.load(path) for name, path in answer["files"].items()}
            report = answer["report"]
            standing = report.pop("standing")
            settled = settle(job.recipe.scene, arrays.pop("metering"), report.pop("layout"))
            if job.export:
                told = self._worker.ask({**request, **_leaving(job, settled, folder), "standing": standing}, _Ear(job, listen, PICTURED[job.draw], 1.0), cancel)
                report["seconds"] |= told["report"]["seconds"]
        for warned in warnings(report, job.recipe.scene):
            listen(warned)
        listen(Progress("develop", 0.99, "developing"))
        picture = _over(photograph(arrays["linear"], settled, job.recipe.seed), arrays.pop("alpha", None))
        listen(Progress("done", 1.0, ""))
        wanted = {name: array for name, array in arrays.items() if job.passes or (job.lights and name.startswith("light:"))}
        return Outcome.of(picture, passes=wanted, report=report, scene=settled)

    def close(self) -> None:
        self._worker.close()


def _over(picture: np.ndarray, alpha: np.ndarray | None) -> np.ndarray:
    """The photograph (uint8 sRGB, h × w × 3) with its coverage, 0 to 1, as a fourth channel; what is covered nowhere is black."""
    if alpha is None:
        return picture
    return np.dstack([np.where(alpha[..., None] > 0, picture, 0), np.rint(alpha * 255)]).astype(np.uint8)


def wordless(scene: Scene) -> dict:
    """The scene as data without the prompt's own words for its place: the stage goes by what the catalogue says they name."""
    return scene.model_dump(mode="json", exclude={"environment": {"words"}})


def _request(job: Job, folder: str) -> dict:
    recipe, options = job.recipe, StageOptions.model_validate(job.recipe.options)
    preset, side = PRESETS[recipe.quality], max(recipe.width, recipe.height)
    return {
        "scene": _lowered(job, recipe.scene, folder), "seed": recipe.seed,
        "width": recipe.width, "height": recipe.height,
        "largest": side if job.draw else METERED, "samples": quality.samples(options.samples or preset.samples, side),
        "threshold": options.threshold or preset.threshold, "preview": job.draw and options.preview, "background": options.background if job.draw else "scene",
        "passes": job.passes, "lights": job.lights, "folder": folder,
    }  # fmt: skip


def _lowered(job: Job, scene: Scene, folder: str) -> dict:
    """The scene as the worker reads it."""
    return with_assets(with_pages(wordless(scene), scene), job, folder)


def _leaving(job: Job, settled: Scene, folder: str) -> dict:
    """What turns the picture's request into that of its exports: the settled scene, and how its light is developed for viewers without a darkroom."""
    layout = settled.layout or Layout()
    stops = layout.exposure or 0.0
    matrix = exposure_matrix(Development(film=settled.film, exposure_stops=stops, kelvin=layout.white_balance))
    develop = {"stops": stops + settled.film.exposure, "kelvin": layout.white_balance or NEUTRAL, "matrix": matrix.tolist()}
    return {"scene": _lowered(job, settled, folder), "export": [str(p.resolve()) for p in job.export], "develop": develop}


class _Ear:
    """Turns the worker's messages into events."""

    def __init__(self, job: Job, listen: Listen, low: float, high: float):
        self._job, self._listen, self._low, self._high = job, listen, low, high
        """Progress of this request is `low` to `high` of the job's."""

    def __call__(self, message: dict) -> None:
        if message["kind"] == "progress":
            low, high = STEPS.get(message["stage"], (0.0, 0.0))
            done = low + (high - low) * message["done"]
            self._listen(Progress(message["stage"], self._low + (self._high - self._low) * done, message["text"]))
        elif message["kind"] == "preview":
            self._listen(Preview(self._photograph(np.load(message["file"]), np.load(message["metering"])), message["index"]))

    def _photograph(self, linear: np.ndarray, metering: np.ndarray) -> np.ndarray:
        recipe = self._job.recipe
        return photograph(linear, settle(recipe.scene, metering, {}), recipe.seed)

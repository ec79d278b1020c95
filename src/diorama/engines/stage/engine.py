"""The stage as an engine: a job becomes a worker's request, the worker's linear light becomes a photograph."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Event, Job, Outcome, Preview, Progress
from diorama.engines.stage.quality import PRESETS
from diorama.engines.stage.worker import Worker, scratch
from diorama.errors import EngineRefused, RequestError
from diorama.image import Development, develop, exposure_matrix, meter
from diorama.image.colour import parse_hex
from diorama.image.measure import illuminant_cct
from diorama.scene import INDOORS, Layout, Scene

STEPS = {"build": (0.0, 0.08), "arrange": (0.08, 0.12), "set": (0.12, 0.2), "render": (0.25, 0.97), "passes": (0.97, 0.99), "export": (0.2, 0.99)}
"""The share of the whole that each step of the worker usually takes."""

PICTURED = {True: 0.6, False: 0.2}
"""The share of the whole that the picture takes where exports follow: a whole one, and one only for metering."""
METERED = 256
"""Long side of a picture that is only taken for metering, pixels."""

GREY = 0.18
MOST_STOPS = 24.0
"""A picture with no light at all stays black."""
SKY = 0.45
"""What the daylight sky is exposed for: well above middle grey."""
NEUTRAL = 6500.0
WARMEST = 85.0
"""Mireds that the picture may be warmer than what the light is balanced for: more is an orange veil that swallows every colour."""
LOWEST = 2750.0
"""Kelvin: no camera is set lower; a Bradford adaptation to flames turns red things pink."""
INCIDENT = 0.75
"""How far the exposure follows the falling light rather than the reflected."""


class StageEngine:
    """One warm worker behind a queue."""

    def __init__(self):
        log = os.environ.get("DIORAMA_STAGE_LOG")
        self._worker = Worker(Path(log) if log else None)

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="stage", version=__version__, title="Blender's Cycles: builds the scene and photographs it; no key, no GPU, no weights",
            licence="GPL-3.0-or-later (worker)", speaks=("scene",), gives=("linear", "ids", "depth", "normal", "albedo", "lights"), previews=True, cancels=True,
            deterministic=True, least=64, most=4096, source_type="algorithmicMedia",
            defaults={name: {"samples": preset.samples, "threshold": preset.threshold} for name, preset in PRESETS.items()},
        )  # fmt: skip

    @property
    def worker(self) -> Worker:
        """The worker, for tools that watch it (`diorama doctor`, benches)."""
        return self._worker

    def make(self, job: Job, listen: Callable[[Event], None] = lambda _: None, cancel: Cancel | None = None) -> Outcome:
        if job.references or job.mask is not None or job.depth is not None:
            raise EngineRefused("the stage builds its pictures from a scene; it takes no reference pictures, masks or depth maps")
        with scratch() as folder:
            request, cancel = _request(job, folder), cancel or Cancel()
            answer = self._worker.ask(request, _Ear(job, listen, 0.0, PICTURED[job.draw] if job.export else 1.0), cancel)
            arrays = {name: np.load(path) for name, path in answer["files"].items()}
            report = answer["report"]
            standing = report.pop("standing")
            settled = settle(job.recipe.scene, arrays.pop("metering"), report.pop("layout"))
            if job.export:
                told = self._worker.ask({**request, **_leaving(job, settled), "standing": standing}, _Ear(job, listen, PICTURED[job.draw], 1.0), cancel)
                report["seconds"] |= told["report"]["seconds"]
        listen(Progress("develop", 0.99, "developing"))
        picture = photograph(arrays["linear"], settled, job.recipe.seed)
        listen(Progress("done", 1.0, ""))
        wanted = {name: array for name, array in arrays.items() if job.passes or (job.lights and name.startswith("light:"))}
        return Outcome(picture, wanted, report, settled)

    def close(self) -> None:
        self._worker.close()


def _request(job: Job, folder: str) -> dict:
    recipe = job.recipe
    unknown = set(recipe.options) - {"samples", "threshold", "preview"}
    if unknown:
        raise RequestError(f"the stage has no option {sorted(unknown)[0]!r}", where=f"options.{sorted(unknown)[0]}", hint="samples, threshold, preview")
    preset = PRESETS[recipe.quality]
    return {
        "scene": recipe.scene.model_dump(mode="json"), "seed": recipe.seed, "width": recipe.width, "height": recipe.height,
        "largest": max(recipe.width, recipe.height) if job.draw else METERED,
        "samples": int(recipe.options.get("samples", preset.samples)), "threshold": float(recipe.options.get("threshold", preset.threshold)),
        "preview": job.draw and bool(recipe.options.get("preview", True)), "passes": job.passes, "lights": job.lights, "folder": folder,
    }  # fmt: skip


def _leaving(job: Job, settled: Scene) -> dict:
    """What turns the picture's request into that of its exports: the settled scene, and how its light is developed for viewers without a darkroom."""
    layout = settled.layout
    development = Development(film=settled.film, exposure_stops=layout.exposure, kelvin=layout.white_balance)
    matrix = exposure_matrix(development)
    develop = {"stops": layout.exposure + settled.film.exposure, "kelvin": layout.white_balance or NEUTRAL, "matrix": matrix.tolist()}
    return {"scene": settled.model_dump(mode="json"), "export": [str(p.resolve()) for p in job.export], "develop": develop}


class _Ear:
    """Turns the worker's messages into events."""

    def __init__(self, job: Job, listen: Callable[[Event], None], low: float, high: float):
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


OPEN_SKY = frozenset(("sea", "sky", "lake", "cliff", "beach", "desert", "meadow", "mountains", "snow_field", "city_skyline"))
"""Settings whose sky takes a large part of the frame."""


def settle(scene: Scene, metering: np.ndarray, layout: dict) -> Scene:
    """The scene with its layout: where everything stands, and what was metered; what the layout held already is kept."""
    kept = scene.layout or Layout()
    exposure = round(float(np.clip(expose(metering, mood(scene)), -MOST_STOPS, MOST_STOPS)), 4) if kept.exposure is None else kept.exposure
    kelvin = balance(metering, scene) if kept.white_balance is None else kept.white_balance
    return scene.model_copy(
        update={"layout": Layout.model_validate({**layout, "exposure": exposure, "white_balance": None if kelvin is None else round(kelvin, 1)})}
    )


def photograph(linear: np.ndarray, scene: Scene, seed: int) -> np.ndarray:
    """Develop the stage's linear light for a settled scene's film."""
    layout = scene.layout
    return develop(linear, scene.film, exposure_stops=layout.exposure, kelvin=layout.white_balance, focal_length=scene.camera.focal_length, seed=seed)


def expose(metering: np.ndarray, mood: str) -> float:
    """Stops, mostly as an incident-light meter finds them: the stage knows what is white and what is black, so a black camera stays black.

    `metering` (h, w, 7): light, albedo, subjects' mask. Where nothing reflects (sky, lamps) the light itself is metered.
    """
    light, albedo, mask = metering[..., :3], metering[..., 3:6].mean(axis=-1, keepdims=True), metering[..., 6]
    reflects = albedo > 0.002
    falling = light * GREY / np.where(reflects, np.clip(albedo, 0.03, 1.0), GREY if mood in ("night", "moody") else SKY)
    subjects = mask if mask.any() else reflects[..., 0] if reflects.any() else None
    return INCIDENT * meter(falling, subjects=subjects, mood=mood) + (1 - INCIDENT) * meter(light, subjects=subjects, mood=mood)


def balance(metering: np.ndarray, scene: Scene) -> float | None:
    """The colour temperature (K) the camera is set to. Like an eye, it goes only part of the way to the light there is: candle light stays warm,
    dusk stays blue, and what the words ask to be warm stays warmer. None: what the film stock is balanced for.
    """
    if scene.film.stock != "digital":
        return None if scene.film.stock == "cinestill_800t" else NEUTRAL
    light, albedo, mask = metering[..., :3], metering[..., 3:6], metering[..., 6]
    everywhere = albedo.min(axis=-1) > 0.02
    if everywhere.sum() < 40:
        return NEUTRAL
    subjects = everywhere & (mask > 0)
    falling = light / np.maximum(albedo, 0.02)
    around, found = (float(np.clip(illuminant_cct(falling, where, linear=True, norm=1.0), 1800, 15000)) for where in (everywhere, subjects if subjects.sum() > 40 else everywhere))
    share = _share(scene, found)
    asked = share * 1e6 / found + (1 - share) * 1e6 / NEUTRAL
    return max(float(1e6 / max(asked, 1e6 / min(found, around) - WARMEST)), LOWEST)


def _share(scene: Scene, found: float) -> float:
    """How far the balance goes to the light there is (K): hardly where its colour was asked for, nearly all the way in a studio."""
    if scene.lighting.kelvin or any(x.kelvin or x.colour for x in scene.lighting.lights):
        return 0.2
    if found > 4600 and (scene.environment.setting in ("studio", "tabletop") or scene.camera.angle == "overhead"):
        return 0.9
    if found < 4600:
        return 0.5
    return 0.6 if scene.environment.setting in INDOORS else 0.3


def mood(scene: Scene) -> str:
    """What the picture's overall brightness should be like, in the meter's words."""
    asked = scene.lighting.mood
    if asked != "natural":
        return asked
    backdrop = scene.environment.backdrop.colours
    tone = float(np.mean(parse_hex(backdrop[0].hex))) if backdrop else 0.5
    if tone < 0.2:
        return "low_key" if scene.lighting.lights and all(x.role in ("rim", "back") for x in scene.lighting.lights) else "dramatic"
    ground = scene.environment.ground.colours
    white = float(np.mean(parse_hex(ground[0].hex))) > 0.85 if ground else False
    if (tone > 0.85 and scene.environment.setting == "studio") or (white and scene.camera.angle == "overhead"):  # white paper is to come out white
        return "high_key"
    if scene.lighting.time in ("sunset", "sunrise") and (not scene.subjects or scene.environment.setting in OPEN_SKY):  # exposed for the colours of the sky
        return "dramatic"
    if scene.environment.weather == "storm" and scene.environment.setting not in INDOORS and scene.lighting.time not in ("night", "dusk", "blue_hour"):
        return "dramatic"
    return {"night": "night", "dusk": "moody", "blue_hour": "moody", "evening": "dramatic"}.get(scene.lighting.time, "natural")

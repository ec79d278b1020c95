"""The stage as an engine: a job becomes a worker's request, the worker's linear light becomes a photograph."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import Field

from diorama import __version__
from diorama.contracts import Cancel, Capabilities, Job, Listen, Local, Outcome, Piece, Preview, Progress, Survey, check, nobody, part
from diorama.engines.stage.assets import with_assets
from diorama.engines.stage import pieces as parts
from diorama.engines.stage import quality
from diorama.engines.stage.film import FilmOptions, film_of, told_film
from diorama.engines.stage.layered import Layers, layered
from diorama.engines.stage.quality import PRESETS
from diorama.engines.stage.pages import with_pages
from diorama.engines.stage.presence import unread, warnings
from diorama.engines.stage.worker import Worker, scratch
from diorama.image import Development, exposure_matrix
from diorama.errors import RequestError
from diorama.image.photograph import NEUTRAL, photograph, settle
from diorama.scene import Layout, Scene

STEPS = {"build": (0.0, 0.08), "arrange": (0.08, 0.12), "set": (0.12, 0.2), "render": (0.25, 0.97), "passes": (0.97, 0.99), "export": (0.2, 0.99)}
"""The share of the whole that each step of the worker usually takes."""

PICTURED = {True: 0.6, False: 0.2}
"""The share of the whole that the picture takes where exports follow: a whole one, and one only for metering."""
METERED = 256
"""Long side of a picture that is only taken for metering, pixels."""


class StageOptions(FilmOptions):
    samples: int | None = Field(default=None, ge=1, le=16_384, description="Most samples a pixel of a picture up to 1024 pixels long; a larger one takes in proportion fewer")
    threshold: float | None = Field(default=None, gt=0, le=1, description="The noise at which a pixel is done")
    preview: bool = Field(default=True, description="Show a rough picture before the whole one")
    background: Literal["scene", "shadow", "none", "only_shadow"] = Field(
        default="scene", description="shadow: the subjects and the shadows they cast, the rest transparent; none: the subjects alone; only_shadow: no subjects",
    )  # fmt: skip
    coverage: bool = Field(default=False, description="With the passes: what share of each pixel every thing covers, with the lens's blur")
    layers: Layers = Field(default="", description="A file of layers beside the picture: psd or tiff (whole, shadows, things), exr (light, depth, Cryptomatte)")


class StageEngine(Local):
    """One warm worker behind a queue."""

    options = StageOptions

    def __init__(self):
        log = os.environ.get("DIORAMA_STAGE_LOG")
        self._worker = Worker(Path(log) if log else None)

    def capabilities(self) -> Capabilities:
        return Capabilities(
            name="stage", version=__version__, title="Blender's Cycles: builds the scene and photographs it; no key, no GPU, no weights",
            licence="GPL-3.0-or-later (worker)", speaks=("scene",), takes=("object", "font", "logo"),
            gives=("linear", "ids", "depth", "normal", "albedo", "colour", "lights", "export", "layers"), previews=True, cancels=True,
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
        if kind := StageOptions.model_validate(job.recipe.options).layers:
            return layered(self.make, job, kind, listen, cancel or Cancel())
        if pieces := self.pieces(job):
            return self._in_turn(job, pieces, listen, cancel or Cancel())
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
        _tell_faults(report, job, listen)
        listen(Progress("develop", 0.99, "developing"))
        picture = _over(photograph(arrays["linear"], settled, job.recipe.seed), arrays.pop("alpha", None))
        listen(Progress("done", 1.0, ""))
        wanted = {name: array for name, array in arrays.items() if job.passes or (job.lights and name.startswith("light:"))}
        return Outcome.of(picture, passes=wanted, report=report, scene=settled)

    def close(self) -> None:
        self._worker.close()

    # ── in pieces ──

    def pieces(self, job: Job) -> tuple[Piece, ...]:
        """Ranges of a film; tiles of a picture that is too large to be made at once, and is no more than a picture."""
        recipe, options = job.recipe, StageOptions.model_validate(job.recipe.options)
        if (film := film_of(options, recipe.scene)) is not None:
            return parts.ranges(film.frames)
        plain = job.draw and not job.export and not job.lights and options.background == "scene" and not options.layers and not options.coverage
        return parts.boxes(recipe.width, recipe.height) if plain else ()

    def survey(self, job: Job, listen: Listen = nobody, cancel: Cancel | None = None) -> Survey:
        with scratch() as folder:
            request = {**_request(job, folder), "largest": METERED, "preview": False, "passes": False, "lights": False}
            film = film_of(StageOptions.model_validate(job.recipe.options), job.recipe.scene)
            answer = self._worker.ask({**request, "film_of": film and film.request(0, 0)}, _Ear(job, listen, 0.0, 1.0), cancel or Cancel())
            report, files = answer["report"], answer["files"]
            report.pop("standing")
            settled = settle(job.recipe.scene, np.load(files["metering"]), report.pop("layout"))
            listen(Preview(photograph(np.load(files["linear"]), settled, job.recipe.seed), 0))
        _tell_faults(report, job, listen)
        return Survey(scene=settled, report=report)

    def piece(self, job: Job, piece: Piece, listen: Listen = nobody, cancel: Cancel | None = None) -> bytes:
        stops = _stops(job)
        with scratch() as folder:
            request, hear = _request(job, folder), _Ear(job, listen, 0.0, 1.0)
            if (film := film_of(StageOptions.model_validate(job.recipe.options), job.recipe.scene)) is not None and piece.frames is not None:
                self._worker.ask({**request, "film": film.request(*piece.frames)}, hear, cancel or Cancel())
                return parts.packed_frames([hear.frames[number] for number in range(*piece.frames)])
            answer = self._worker.ask({**request, "box": piece.box, "overlap": parts.OVERLAP}, hear, cancel or Cancel())
            told = {**answer["report"], "box": piece.box}
            return parts.packed({name: np.load(path, mmap_mode="r") for name, path in answer["files"].items()}, told, stops)

    def joined(self, job: Job, pieces: Sequence[bytes], listen: Listen = nobody, cancel: Cancel | None = None) -> Outcome:
        stops, film = _stops(job), film_of(StageOptions.model_validate(job.recipe.options), job.recipe.scene)
        if film is not None:
            return told_film(film, [parts.unpacked_frames(one) for one in pieces], job.recipe, listen)
        with scratch() as folder:
            places = [Path(folder) / str(k) for k in range(len(pieces))]
            for place, one in zip(places, pieces, strict=True):
                place.mkdir()
                for name, array in parts.unpacked(one, stops):
                    np.save(place / f"{name}.npy", array)
            told = [parts.told_of(one) for one in pieces]  # each tells its box: servers and workers of other versions may divide otherwise
            request = {**_request(job, folder), "join": [str(place) for place in places], "told": told[0], "boxes": [one["box"] for one in told]}
            answer = self._worker.ask(request, _Ear(job, listen, 0.9, 1.0), cancel or Cancel())
            arrays = {name: np.load(path) for name, path in answer["files"].items()}
        report = answer["report"]
        settled = settle(job.recipe.scene, arrays.pop("metering"), report.pop("layout"))
        listen(Progress("develop", 0.99, "developing"))
        picture = photograph(arrays["linear"], settled, job.recipe.seed)
        return Outcome.of(picture, passes=arrays if job.passes else {}, report=report, scene=settled)

    def _in_turn(self, job: Job, pieces: Sequence[Piece], listen: Listen, cancel: Cancel) -> Outcome:
        """All pieces here, one after the other; those that are made lie on the disk meanwhile."""
        survey = self.survey(job, part(listen, 0, len(pieces) + 1, "a quick look"), cancel)
        settled = job.settled(survey.scene)
        with scratch() as folder:
            made = parts.Files(Path(folder))
            for k, piece in enumerate(pieces, 1):
                made.put(self.piece(settled, piece, part(listen, k, len(pieces) + 1, piece.told), cancel))
            outcome = self.joined(settled, made, listen, cancel)
        listen(Progress("done", 1.0, ""))
        return outcome


def _stops(job: Job) -> float:
    """The exposure that the survey metered. Raises RequestError where there was none."""
    exposure = job.recipe.scene.layout and job.recipe.scene.layout.exposure
    if exposure is None:
        raise RequestError("a part of a picture needs its exposure metered before", where="recipe.scene.layout", hint="make the whole picture")
    return exposure


def _over(picture: np.ndarray, alpha: np.ndarray | None) -> np.ndarray:
    """The photograph (uint8 sRGB, h × w × 3) with its coverage, 0 to 1, as a fourth channel; what is covered nowhere is black."""
    if alpha is None:
        return picture
    return np.dstack([np.where(alpha[..., None] > 0, picture, 0), np.rint(alpha * 255)]).astype(np.uint8)


def wordless(scene: Scene) -> dict:
    """The scene as data without the prompt's own words for its place: the stage goes by what the catalogue says they name."""
    return scene.model_dump(mode="json", exclude={"environment": {"words"}})


def _tell_faults(report: dict, job: Job, listen: Listen) -> None:
    """What the picture could not keep of what was asked for."""
    for warned in (*warnings(report, job.recipe.scene), *unread(report, job.recipe.scene, max(job.recipe.width, job.recipe.height))):
        listen(warned)


def _request(job: Job, folder: str) -> dict:
    recipe, options = job.recipe, StageOptions.model_validate(job.recipe.options)
    preset, side = PRESETS[recipe.quality], max(recipe.width, recipe.height)
    return {
        "scene": _lowered(job, recipe.scene, folder), "seed": recipe.seed,
        "width": recipe.width, "height": recipe.height,
        "largest": side if job.draw else METERED, "samples": quality.samples(options.samples or preset.samples, side),
        "threshold": options.threshold or preset.threshold, "preview": job.draw and job.previews and options.preview, "background": options.background if job.draw else "scene",
        "passes": job.passes, "lights": job.lights, "coverage": job.passes and options.coverage, "folder": folder,
    }  # fmt: skip


def _lowered(job: Job, scene: Scene, folder: str) -> dict:
    """The scene as the worker reads it."""
    font = job.first("font")
    return with_assets(with_pages(wordless(scene), scene, None if font is None else font.tobytes()), job, folder)


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
        self.frames: dict[int, np.ndarray] = {}
        """Of a film, developed, uint8 sRGB (h, w, 3) by number."""

    def __call__(self, message: dict) -> None:
        if message["kind"] == "progress":
            low, high = STEPS.get(message["stage"], (0.0, 0.0))
            done = low + (high - low) * message["done"]
            self._listen(Progress(message["stage"], self._low + (self._high - self._low) * done, message["text"]))
        elif message["kind"] == "frame":
            self._frame(message["number"], Path(message["file"]))
        elif message["kind"] == "preview":
            self._listen(Preview(self._photograph(np.load(message["file"]), np.load(message["metering"])), message["index"]))

    def _frame(self, number: int, file: Path) -> None:
        """A frame is developed as it comes, each with grain of its own; its light is let go."""
        recipe = self._job.recipe
        self.frames[number] = photograph(np.load(file), recipe.scene, recipe.seed + number)
        file.unlink()
        self._listen(Preview(self.frames[number], number + 1))

    def _photograph(self, linear: np.ndarray, metering: np.ndarray) -> np.ndarray:
        recipe = self._job.recipe
        return photograph(linear, settle(recipe.scene, metering, {}), recipe.seed)

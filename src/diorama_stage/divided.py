# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures in pieces: a rectangle of a frame, or a range of a film's frames, from a scene that is settled; and rectangles put together.

in   {… as in `worker`, "box": [l, t, r, b], "overlap"}            → files: the passes of the box, what the whole needs of each
     {… "join": [folders of such files], "boxes": [[l, t, r, b] …]} → files: linear, metering as of one whole picture
     {… "film": {"move", "amount", "hours", "frames", "first", "last"}} → message "frame" with a file of linear light for each, in order
What is built stands between requests: pieces of one picture or film that are made here one after another are built once.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bpy
import numpy as np

from diorama_stage import moves, service
from diorama_stage.compose import compose
from diorama_stage.composed import Composed
from diorama_stage.layout import written
from diorama_stage.lens import Shot, mount
from diorama_stage.render import exact, render
from diorama_stage.render.border import Box, within
from diorama_stage.render.fibres import kept
from diorama_stage.render.haze import PASS, Air, directions, once, veil, veiled_albedo

PASSES = {"Combined": "light", "Denoising Albedo": "albedo", "Noisy Image": "noisy", "IndexOB": "index", PASS: "air"}
EXACT = ("ids", "depth", "normal", "colour")


def serve(request: dict, send: Callable) -> dict:
    """Make the piece, or the whole of pieces. Answers as `service.serve` does."""
    if request.get("join") is not None:
        return _joined(request)
    work = _film if request.get("film") else _tile
    return work(request, send, partial(_tell, send))


def _tell(send: Callable, stage: str, done: float, text: str) -> None:
    send("progress", stage=stage, done=done, text=text)


def _standing(request: dict, scene: dict, tell: Callable) -> Composed:
    """The scene built: it stands already where the last request had the same."""
    key = json.dumps([scene, request["seed"], request["width"], request["height"]], sort_keys=True)
    if key not in service.standing:
        service.forget()
        service.standing[key] = compose(scene, seed=request["seed"], width=request["width"], height=request["height"], tell=tell)
    return service.standing[key]


def _tile(request: dict, send: Callable, tell: Callable) -> dict:
    """The passes of a box, without the margin that the denoiser saw beyond it."""
    composed = _standing(request, request["scene"], tell)
    box, folder = tuple(request["box"]), Path(request["folder"])
    size, hairy = (request["width"], request["height"]), _hairy(composed)
    seen = _wider(box, request["overlap"], size)
    crop = (slice(box[1] - seen[1], box[3] - seen[1]), slice(box[0] - seen[0], box[2] - seen[0]))
    with within(seen):
        passes = render(request["samples"], request["threshold"], listen=lambda done: tell("render", done, "taking a part of the picture"))
        service.sharpen(passes, composed.shot, request["width"])
        wanted = [name for name in PASSES if name in passes and (name != "Noisy Image" or hairy)]
        files = {PASSES[name]: service.save(folder, PASSES[name], _cut(passes[name], crop)) for name in wanted}
        if request.get("passes"):
            sharp = exact()
            files |= {f"exact-{name}": service.save(folder, f"exact-{name}", getattr(sharp, name)[crop]) for name in EXACT}
    whole = {"shot": dataclasses.asdict(composed.shot), "air": dataclasses.asdict(composed.air), "hairy": sorted(hairy), "report": _report(composed)}
    if composed.ids is not None:
        files["quick"] = service.save(folder, "quick", service.masks(composed))
    return {"files": files, "report": json.loads(json.dumps(whole, default=_plain))}


def _cut(array: np.ndarray, crop: tuple[slice, slice]) -> np.ndarray:
    return np.ascontiguousarray(array[crop] if array.ndim == 2 or array.shape[2] < 4 else array[crop][..., :4])


def _plain(value: object) -> object:
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


def _hairy(composed: Composed) -> set[int]:
    return {a.index for a in composed.actors if a.built.strands}


def _report(composed: Composed) -> dict:
    settled = written(composed.placements, composed.shot, composed.spread, composed.room, own_lens=composed.own_lens)
    return {**service.report_of(composed), "layout": settled, "seconds": composed.seconds}


def _wider(box: Box, margin: int, size: tuple[int, int]) -> Box:
    left, top, right, bottom = box
    return max(left - margin, 0), max(top - margin, 0), min(right + margin, size[0]), min(bottom + margin, size[1])


# ── the whole ──


def _joined(request: dict) -> dict:
    """The picture of its boxes: laid side by side, then what looks at the whole (hair's noise, the air) done once."""
    folder, size = Path(request["folder"]), (request["height"], request["width"])
    parts = [(Path(place), tuple(box)) for place, box in zip(request["join"], request["boxes"], strict=True)]
    told = request["told"]
    laid = partial(_laid, parts, size)
    light, albedo = laid("light")[..., :3], laid("albedo")[..., :3]
    if told["hairy"]:
        light = kept(light, laid("noisy")[..., :3], laid("index"), set(told["hairy"]))
    shot, through = Shot(**{k: _tuple(v) for k, v in told["shot"].items()}), Air(**{k: _tuple(v) for k, v in told["air"].items()})
    if not through.is_clear:
        seen = once(laid("air"))
        light = veil(light, seen, albedo, directions(shot, size[1], size[0]), through)
        albedo = veiled_albedo(albedo, seen)
    quick = np.load(parts[0][0] / "quick.npy") if (parts[0][0] / "quick.npy").exists() else None
    files = {"linear": service.save(folder, "linear", np.ascontiguousarray(light, np.float32))}
    files["metering"] = service.save(folder, "metering", service.metered(light, albedo, quick))
    report = dict(told["report"])
    if request.get("passes"):
        exact_ = {name: laid(f"exact-{name}") for name in EXACT}
        files |= {name: service.save(folder, name, array) for name, array in exact_.items()}
        files["albedo"] = service.save(folder, "albedo", albedo)
    return {"files": files, "report": report}


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _laid(parts: list[tuple[Path, Box]], size: tuple[int, int], name: str) -> np.ndarray:
    """One pass of all boxes side by side; counts stay whole numbers, all else is float32."""
    whole: np.ndarray | None = None
    for folder, (left, top, right, bottom) in parts:
        part = np.load(folder / f"{name}.npy", mmap_mode="r")
        if whole is None:
            whole = np.zeros((*size, *part.shape[2:]), part.dtype if part.dtype.kind in "iu" else np.float32)
        whole[top:bottom, left:right] = part
    assert whole is not None  # a picture has a part at least
    return whole


# ── films ──


def _film(request: dict, send: Callable, tell: Callable) -> dict:
    """A range of frames, each told of when it is there: built once where only the camera moves, anew for each where the light does.

    All have the picture's own seed: with one for each, what the denoiser leaves flickers (docs/decisions/0056).
    """
    film, folder, report = request["film"], Path(request["folder"]), {}
    numbers = range(film["first"], film["last"])
    for k, number in enumerate(numbers):
        t = number / max(film["frames"] - 1, 1)
        scene = _at_hour(request["scene"], film, t)
        composed = _standing(request, scene, tell if not report else lambda *_: None)
        report = report or _report(composed)  # now: what daylight is on is built anew
        shot = composed.shot if film["move"] == "daylight" else moves.at(composed.shot, film["move"], t, film.get("amount"))
        _stand(shot)
        hear = lambda done, k=k: tell("render", (k + done) / len(numbers), f"frame {k + 1} of {len(numbers)}")  # noqa: E731
        try:
            passes = render(request["samples"], request["threshold"], listen=hear)
        finally:
            _stand(composed.shot)  # whatever happens, what stands is seen as it was composed
        light, _ = service.through_air(passes, dataclasses.replace(composed, shot=shot))
        send("frame", number=number, file=service.save(folder, f"frame-{number}", light))
    return {"files": {}, "report": report}


def _at_hour(scene: dict, film: dict, t: float) -> dict:
    """The scene as the light is then, where it moves."""
    if film["move"] != "daylight":
        return scene
    hour = (scene["lighting"]["hour"] + film["hours"] * t) % 24
    return {**scene, "lighting": {**scene["lighting"], "hour": round(hour, 4)}}


def _stand(shot: Shot) -> None:
    """The camera moved to a shot of the film."""
    old = bpy.context.scene.camera
    mount(shot)
    bpy.data.objects.remove(old, do_unlink=True)

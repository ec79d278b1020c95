# SPDX-License-Identifier: GPL-3.0-or-later
"""One request of the stage, from scene to files: compose, preview, final picture, exact passes, exports."""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bpy
import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage import heads
from diorama_stage.compose import compose
from diorama_stage.composed import Composed
from diorama_stage.export import Develop, write
from diorama_stage.faces import faces
from diorama_stage.joints import joints
from diorama_stage.layout import written
from diorama_stage.legible import smallest
from diorama_stage.lens import Shot, corners
from diorama_stage.presence import QUICK, measured, sunken
from diorama_stage.props import registry
from diorama_stage.render import exact, lights, render
from diorama_stage.render.alone import alone, parted
from diorama_stage.render.detail import detailed, sharpness
from diorama_stage.render.fibres import kept
from diorama_stage.render.haze import PASS, directions, once, veil, veiled_albedo
from diorama_stage.render.picture import set_quality
from diorama_stage.render.settings import gpu
from diorama_stage.scene_view import Scene
from diorama_stage.visibility import shares

Passes = dict[str, np.ndarray]

PREVIEW = 256
"""Long side of the early preview, pixels."""
SHARPER = 32 * 640**2
"""Samples, all pixels together (of a square), from which the picture takes long enough for a second preview, of a 64th of the work: where it can, half its size and a sixteenth of its samples."""


def start() -> tuple[str, str]:
    """Warm up: load every prop family, find the device. Returns Blender's version and the device's kind."""
    registry.load()
    return bpy.app.version_string, gpu() or "CPU"


def serve(request: dict, send: Callable) -> dict:
    """Make the picture, or write the exports of one. Files go to `request["folder"]`; the answer names them and reports what was done."""
    if request.get("export"):
        return _export(request, send)
    folder, scene = Path(request["folder"]), request["scene"]
    width, height = request["width"], request["height"]
    tell = lambda stage, done, text: send("progress", stage=stage, done=done, text=text)  # noqa: E731
    forget()
    composed = compose(scene, seed=request["seed"], width=width, height=height, tell=tell, film=request.get("film_of"))
    seconds = composed.seconds
    haze = scene["environment"]["haze"]
    if request.get("preview", True):
        for index, (share, samples) in enumerate(previews(max(width, height), request["samples"])):
            _timed(seconds, f"preview {index}", partial(_preview, index, share, samples, composed, folder, send))
    tell("render", 0.0, "taking the picture")
    names = lights.prepare() if request.get("lights") else []
    share = min(request.get("largest", math.inf) / max(width, height), 1.0)
    background, files = request.get("background", "scene"), {}
    hear = lambda done: tell("render", done, "taking the picture")  # noqa: E731
    with alone(background):
        passes = _taken(request, composed, names, share, hear)
    hairy = {a.index for a in composed.actors if a.built.strands}
    if hairy and not names:
        passes["Combined"][..., :3] = kept(passes["Combined"][..., :3], passes["Noisy Image"][..., :3], passes["IndexOB"], hairy)
    if background != "scene":
        light, alpha = parted(passes["Combined"])
        passes["Combined"], files["alpha"] = light, save(folder, "alpha", alpha)
    else:
        _look(composed, passes, scene)
    picture, reflectance = through_air(passes, composed)
    files |= {"linear": save(folder, "linear", picture), "metering": save(folder, "metering", metering(picture, reflectance, composed))}
    report = {**report_of(composed), "layout": written(composed.placements, composed.shot, composed.spread, composed.room, own_lens=composed.own_lens)}
    if "Coverage" in passes:
        files["coverage"] = save(folder, "coverage", passes["Coverage"])
    if request.get("passes"):
        tell("passes", 1.0, "exact passes")
        seen = _timed(seconds, "passes", exact)
        for name in ("ids", "depth", "normal", "colour"):
            files[name] = save(folder, name, getattr(seen, name))
        files["albedo"] = save(folder, "albedo", passes["Denoising Albedo"][..., :3])
        report["visible"] = shares(composed.actors, seen.ids, composed.shot)
    if names:
        for name, light in _by_light(passes, names, composed).items():
            files[f"light:{name}"] = save(folder, f"light-{names.index(name)}", light)
        report["lights"] = lights.kelvins(names)
    standing[uuid.uuid4().hex] = composed
    return {"files": files, "report": {**report, "seconds": seconds, "haze": haze, "standing": next(iter(standing))}}


def _taken(request: dict, composed: Composed, names: list[str], share: float, hear: Callable[[float], None]) -> Passes:
    """The passes of the picture (one for each light too, if there are `names`), heads taken once more."""
    samples, threshold, seconds = request["samples"], request["threshold"], composed.seconds
    take = partial(lights.render_lights, names=names) if names else render
    more = {} if names else {"coverage": bool(request.get("coverage"))}
    passes = _timed(seconds, "render", lambda: take(samples, threshold, share=share, listen=hear, **more))
    if not names:  # of one picture for each light, all together are the picture
        sharpen(passes, composed.shot, passes["Depth"].shape[1])
    _timed(seconds, "heads", lambda: heads.again(passes, composed.actors, composed.shot, samples, lambda n: take(n, threshold)))
    return passes


def forget() -> None:
    """Whatever stands composed is about to be taken apart."""
    standing.clear()


standing: dict[str, Composed] = {}
"""The one scene that stands composed in Blender: a photographed one under a name of its own, one made in pieces (`divided`) under its request's text.
None while another is built or after it was taken apart."""


def _export(request: dict, send: Callable) -> dict:
    """Write the files of `request["export"]` from the scene that stands, or from the same composed again."""
    tell = lambda stage, done, text: send("progress", stage=stage, done=done, text=text)  # noqa: E731
    begin = time.perf_counter()
    composed = standing.get(request["standing"])
    if composed is None:
        forget()
        composed = compose(request["scene"], seed=request["seed"], width=request["width"], height=request["height"], tell=tell)
        set_quality(request["samples"], request["threshold"])
    forget()
    develop = request["develop"]
    write([Path(p) for p in request["export"]], Develop(develop["stops"], develop["kelvin"], np.array(develop["matrix"])), composed.air, lambda done, text: tell("export", done, text))
    return {"files": {}, "report": {"seconds": {"export": round(time.perf_counter() - begin, 3)}}}


def sharpen(passes: Passes, shot: Shot, width: int) -> None:
    """Give the picture the detail of surfaces back that its denoiser took, where the lens is sharp; `width` of the whole frame, pixels."""
    depth = passes["Depth"]
    sharp = sharpness(depth, focus=shot.focus_distance, f_number=shot.f_number, focal_length=shot.focal_length, width=width)
    noisy, albedo = passes["Noisy Image"][..., :3], passes["Denoising Albedo"][..., :3]
    passes["Combined"][..., :3] = detailed(passes["Combined"][..., :3], noisy, albedo, sharp)


def _look(composed: Composed, passes: dict, scene: Scene) -> None:
    """Measure the things once more in the finished picture, where grass, water and walls stand about them."""
    if not composed.actors:
        return
    stride = max(-(-max(passes["IndexOB"].shape[:2]) // QUICK), 1)
    ids, depth = np.rint(passes["IndexOB"][::stride, ::stride]).astype(np.int32), passes["Depth"][::stride, ::stride]
    seen = sunken(composed.presence, measured(composed.actors, ids, depth, composed.shot))
    composed.presence, composed.faults = seen, composed.wants.faults(seen)


def _timed(seconds: dict[str, float], name: str, work: Callable):
    begin = time.perf_counter()
    result = work()
    seconds[name] = round(time.perf_counter() - begin, 3)
    return result


def previews(side: int, samples: int) -> list[tuple[float, int]]:
    """What is shown on the way to a picture `side` pixels long, each better than the one before: its share of the size, its samples."""
    first = min(PREVIEW / side, 1.0)
    if samples * side**2 < SHARPER or first >= 0.4:
        return [(first, 2)]
    second = max(samples // 16, 2)
    return [(first, 2), (min(math.sqrt(samples / 64 / second), 0.5), second)]


def _preview(index: int, share: float, samples: int, composed: Composed, folder: Path, send: Callable) -> None:
    passes = render(samples, 0.5, share=share, fast=True)
    picture, reflectance = through_air(passes, composed)
    light = metering(picture, reflectance, composed)
    send("preview", index=index, file=save(folder, f"preview-{index}", picture), metering=save(folder, f"preview-metering-{index}", light))


def through_air(passes: dict, composed: Composed) -> tuple[np.ndarray, np.ndarray]:
    """The picture (linear) as it is seen through the air, and what a meter should take as reflectance, both (h, w, 3)."""
    picture, albedo = np.ascontiguousarray(passes["Combined"][..., :3]), passes["Denoising Albedo"][..., :3]
    if composed.air.is_clear:
        return picture, albedo
    seen = once(passes[PASS])
    return veil(picture, seen, albedo, _rays(composed, picture), composed.air), veiled_albedo(albedo, seen)


def _rays(composed: Composed, picture: np.ndarray) -> np.ndarray:
    return directions(composed.shot, picture.shape[1], picture.shape[0])


def _by_light(passes: dict, names: list[str], composed: Composed) -> dict[str, np.ndarray]:
    """The picture by light, seen through the air. The air's own light is shared among them as they share the whole picture, so that all add up."""
    parts = {name: passes[f"light:{name}"] for name in names}
    if composed.air.is_clear:
        return parts
    whole = np.ascontiguousarray(passes["Combined"][..., :3])
    veiled = through_air(passes, composed)[0]
    seen = once(passes[PASS])
    kept = np.minimum(veiled / np.maximum(whole, 1e-9), seen[..., :3] + 1 - seen[..., 3:4])
    air, total = veiled - whole * kept, np.maximum(sum(part.mean(axis=(0, 1)) for part in parts.values()), 1e-9)
    return {name: (part * kept + air * part.mean(axis=(0, 1)) / total).astype(np.float32) for name, part in parts.items()}


def metering(picture: np.ndarray, albedo: np.ndarray, composed: Composed) -> np.ndarray:
    """What a meter needs of the picture as it is composed; see `metered`."""
    return metered(picture, albedo, masks(composed))


def masks(composed: Composed) -> np.ndarray | None:
    """Where the quick look sees a subject, and where somebody's face, (h, w, 2) bool; None where there was no look."""
    if composed.ids is None:
        return None
    return np.stack([composed.ids > 0, faces(composed.actors, composed.shot, composed.ids)], axis=-1)


def metered(picture: np.ndarray, albedo: np.ndarray, seen: np.ndarray | None) -> np.ndarray:
    """What a meter needs, small: (h, w, 8) float32 of light (3), albedo (3), the subjects' mask (1) and the faces' (1), at most 256 pixels long.

    `seen`: `masks` of the quick look.
    """
    stride = max(-(-max(picture.shape[:2]) // 256), 1)
    light, small = picture[::stride, ::stride], albedo[::stride, ::stride, :3]
    mask = np.zeros((*light.shape[:2], 2), np.float32)
    if seen is not None:
        rows = np.arange(mask.shape[0]) * seen.shape[0] // mask.shape[0]
        columns = np.arange(mask.shape[1]) * seen.shape[1] // mask.shape[1]
        mask = seen[rows][:, columns].astype(np.float32)
    return np.concatenate([light, small, mask], axis=-1).astype(np.float32)


def save(folder: Path, name: str, array: np.ndarray) -> str:
    path = folder / f"{name}.npy"
    np.save(path, array)
    return str(path)


def report_of(composed: Composed) -> dict:
    shot = composed.shot
    return {
        "subjects": [
            {
                "id": a.subject, "instance": a.id, "index": a.index, "thing": a.built.kind, "polygons": a.built.polygons,
                "low": [round(float(v), 4) for v in a.box()[0]], "high": [round(float(v), 4) for v in a.box()[1]],
                "frame": _frame(a, shot), **({"joints": seen} if (seen := joints(a, shot)) else {}),
            }
            for a in composed.actors
        ],
        "visible": composed.seen,
        "presence": [{"id": s.subject, "instance": s.instance, **s.told(), "faults": list(composed.faults.get(s.instance, ()))} for s in composed.presence],
        "unkept": sorted({(t.item.split(".")[0], t.kind, t.objects[0].split(".")[0]) for t in composed.unkept}),
        "letters": {s: round(px, 1) for s, px in smallest(composed.actors, shot).items()},
        "arranged": composed.tries,
        "camera": {"eye": list(map(float, shot.eye)), "target": list(map(float, shot.target)), "fov": [shot.fov_x, shot.fov_y], "focus_distance": shot.focus_distance,
                   "f_number": shot.f_number, "focal_length": shot.focal_length, "axes": [axis.tolist() for axis in shot.axes()]},
        "credits": list({c["asset"]: c for a in composed.actors for c in a.built.credits}.values()),
        "stand_ins": [
            a.subject for a in composed.actors
            if a.built.stand_in or not a.built.marks and (Tag.HUMAN in thing(a.built.kind).tags or a.subject in composed.figures)
        ],
        "told": {a.subject: a.built.told for a in composed.actors if a.built.told},
        "left_out": {a.subject: a.built.left_out for a in composed.actors if a.built.left_out},
        "device": bpy.context.scene.cycles.device,
        "blender": bpy.app.version_string,
    }  # fmt: skip


def _frame(actor, shot) -> list[float]:
    """The instance's rectangle in the frame: x0, y0, x1, y1 from the upper left corner, shares of width and height."""
    seen = shot.project(corners(*actor.box()))
    x, y = seen[:, 0] * 0.5 + 0.5, 0.5 - seen[:, 1] * 0.5
    return [round(float(v), 4) for v in (x.min(), y.min(), x.max(), y.max())]

"""Passes as the pictures that painters go by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from diorama.contracts import Capabilities, Outcome
from diorama.engines.guided.options import Led
from diorama.errors import EngineRefused
from diorama.image import control
from diorama.image.colour import parse_hex
from diorama.recipe import Input, InputKind

ALSO: tuple[InputKind, ...] = ("pose", "segmentation", "edges")
"""What goes along with depth, where both are taken at once."""
ORDER: tuple[InputKind, ...] = ("depth", "edges", "segmentation", "normal", "source", "reference")
"""The first that a painter takes leads it: what is exact before what is only a likeness."""
PLACING = ("boxes", "elements")
"""Forms of words that tell where each subject lies."""
LOOSE = 0.012
"""Of the long side: how far the form of what is held loosely is softened."""


class LeadPicture(NamedTuple):
    input: Input
    pixels: np.ndarray
    """As `contracts.Given` tells."""


def chosen(able: Capabilities, options: Led) -> tuple[InputKind, ...]:
    """The kinds of pictures that this painter is led by. Raises EngineRefused for one that takes none."""
    if "prompt" not in able.speaks or "scene" in able.speaks:
        raise EngineRefused(f"{able.name} makes no pictures from words, so no scene can lead it", where="engine", hint="choose one that does")
    if options.lead == "words" or (options.lead == "auto" and able.prompt_form in PLACING and not set(ORDER) & set(able.takes)):
        if able.prompt_form not in PLACING:
            hint = "choose a picture of the stage"
            raise EngineRefused(f"{able.name} takes no boxes in its words, so words alone cannot lead it", where="options.lead", hint=hint)
        return ()
    if options.lead != "auto":
        if options.lead not in able.takes:
            raise EngineRefused(f"{able.name} takes no {options.lead} to be led by", where="options.lead", hint=f"it takes {', '.join(able.takes) or 'none'}")
        return (options.lead,)
    first: InputKind | None = next((kind for kind in ORDER if kind in able.takes), None)
    if first is None:
        hint = "choose one that takes depth, edges, a source or references"
        raise EngineRefused(f"{able.name} takes no pictures, so no scene can lead it", where="engine", hint=hint)
    also: list[InputKind] = [kind for kind in ALSO if first == "depth" and kind in able.takes]
    return (first, *also)


def heeded(kinds: tuple[InputKind, ...], able: Capabilities, outcome: Outcome) -> tuple[InputKind, ...]:
    """Of the kinds chosen those that this picture has, as many as the painter takes. Raises EngineRefused where none is left."""
    there: tuple[InputKind, ...] = tuple(kind for kind in kinds if kind != "pose" or people(outcome))
    if kinds and not there:
        raise EngineRefused("no person with joints is seen in the picture, so no pose can lead it", where="options.lead", hint="depth leads any scene")
    return there[: able.most_leads]


def people(outcome: Outcome) -> list[dict[str, tuple[float, float]]]:
    """The joints that are seen, of each person of the picture, in pixels."""
    told = [one["joints"] for one in outcome.report.get("subjects", ()) if one.get("joints")]
    return control.visible([{name: (at[0], at[1], at[2]) for name, at in joints.items()} for joints in told], outcome.passes["depth"]) if told else []


def pose(outcome: Outcome, _: np.ndarray) -> np.ndarray:
    """OpenPose's skeletons, uint8 (h, w, 3): of people, whose joints the stage knows; not of animals."""
    height, width = outcome.passes["depth"].shape
    return control.pose_picture(people(outcome), width, height)


def leads(outcome: Outcome, kinds: Iterable[InputKind], options: Led, loose: np.ndarray) -> tuple[LeadPicture, ...]:
    """The stage's outcome as inputs. `loose`: bool (h, w), where form is free."""
    made = {"depth": depth, "pose": pose, "edges": edges, "segmentation": segmentation, "normal": normal, "source": likeness, "reference": likeness}
    return tuple(_input(kind, made[kind](outcome, loose), options) for kind in kinds)


def depth(outcome: Outcome, loose: np.ndarray) -> np.ndarray:
    """Metres, float32; softened where the form is free, by inverse depth so that far grounds weigh little."""
    metres = outcome.passes["depth"]
    if not loose.any():
        return metres
    near = np.where(np.isfinite(metres), 1 / np.maximum(metres, 1e-6), 0)
    soft = ndimage.gaussian_filter(near, LOOSE * max(metres.shape))
    near = np.where(loose, soft, near)
    return np.where(near > 1e-6, 1 / np.maximum(near, 1e-6), np.inf).astype(np.float32)


def edges(outcome: Outcome, loose: np.ndarray) -> np.ndarray:
    """White outlines on black, uint8 (h, w, 3): where another thing begins, depth jumps or the surface turns."""
    ids, metres = outcome.passes["ids"], outcome.passes["depth"]
    near = np.where(np.isfinite(metres), 1 / np.maximum(metres, 1e-6), 0)
    jump = _steps(near[..., None]) > 0.06 * np.maximum(near, 1e-3)
    turn = np.zeros_like(jump)
    if "normal" in outcome.passes:  # a rough wall turns everywhere, an edge along a line
        turn = _steps(ndimage.gaussian_filter(outcome.passes["normal"], (1.2, 1.2, 0))) > 0.3
    lines = (_steps(ids[..., None]) > 0) | (_long(jump | turn) & ~loose)
    return np.repeat((lines * np.uint8(255))[..., None], 3, axis=2)


def _long(lines: np.ndarray) -> np.ndarray:
    """Without specks: lines shorter than a fiftieth of the long side."""
    marks = np.zeros(lines.shape, np.int32)
    ndimage.label(lines, np.ones((3, 3)), output=marks)
    return (np.bincount(marks.ravel()) >= max(lines.shape) / 50)[marks] & lines


def segmentation(outcome: Outcome, _: np.ndarray) -> np.ndarray:
    """A colour of its own for each instance, near the one that was asked for where one was; black for the set. uint8 (h, w, 3)."""
    ids = outcome.passes["ids"]
    colours = palette(int(ids.max()) + 1)
    asked = {s.id: parse_hex(s.surface.colours[0].hex) * 255 for s in outcome.scene.subjects if s.surface.colours} if outcome.scene else {}
    for one in outcome.report.get("subjects", ()):
        if one["id"] in asked and one.get("index", 0) < len(colours):
            colours[one["index"]] = np.clip(asked[one["id"]], 12, 243).astype(np.uint8) + np.uint8(one["index"] % 12)
    return colours[np.maximum(ids, 0)]


def palette(size: int) -> np.ndarray:
    """uint8 (size, 3): colours far apart, the golden ratio around the circle of hues; the first is black."""
    hue = (np.arange(size) * 0.618034) % 1
    channels = [np.clip(np.abs((hue + shift) % 1 * 6 - 3) - 1, 0, 1) for shift in (0, 2 / 3, 1 / 3)]
    colours = np.round(60 + 195 * np.stack(channels, axis=1)).astype(np.uint8)
    colours[0] = 0
    return colours


def normal(outcome: Outcome, _: np.ndarray) -> np.ndarray:
    """Directions as colours in the camera's frame (red right, green up, blue towards it), uint8 (h, w, 3)."""
    axes = outcome.report.get("camera", {}).get("axes")
    turned = outcome.passes["normal"] if axes is None else outcome.passes["normal"] @ np.asarray(axes, np.float32).T
    facing = turned * np.array([1, 1, -1], np.float32) if axes is not None else turned[..., [0, 2, 1]] * np.array([1, 1, -1], np.float32)
    return ((facing * 0.5 + 0.5).clip(0, 1) * 255).astype(np.uint8)


def likeness(outcome: Outcome, _: np.ndarray) -> np.ndarray:
    return outcome.picture


def digests(led: Iterable[LeadPicture]) -> Mapping[str, str]:
    return {one.input.kind: one.input.sha256 for one in led}


def _input(kind: InputKind, pixels: np.ndarray, options: Led) -> LeadPicture:
    sha256 = hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
    return LeadPicture(Input(kind=kind, sha256=sha256, strength=options.hold, end=options.release), pixels)


def _steps(field: np.ndarray) -> np.ndarray:
    """The largest difference to the neighbour on the right or below, float (h, w)."""
    field = field.astype(np.float32)
    across, down = np.zeros(field.shape[:2], np.float32), np.zeros(field.shape[:2], np.float32)
    across[:, :-1] = np.abs(np.diff(field, axis=1)).max(axis=2)
    down[:-1] = np.abs(np.diff(field, axis=0)).max(axis=2)
    return np.maximum(across, down)

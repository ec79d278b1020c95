"""The scene as JSON: the caption that Ideogram 4 was trained on, every element with its box and its colours; and Bria's FIBO, each with its place in words.

https://docs.ideogram.ai/prompting/json-prompting: keys in this order; `bbox` is top, left, bottom, right in thousandths of the frame; up to 16 colours of the
picture and 5 of an element, upper case.
FIBO's structured prompt, as @fal-ai/client 1.10.1 has its type; it knows bounding boxes too, in units that are told nowhere: they are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from diorama.engines.guided.clauses import phrase
from diorama.image.colour import parse_hex
from diorama.scene import Colour, Object, Scene

MOST_COLOURS, MOST_OF_ONE = 16, 5


def elements(scene: Scene, seen: Sequence[dict[str, Any]], told: str, background: str, light: str, lens: str, called: Callable[[str], str]) -> str:
    """One line of JSON. `told`: the whole in words; `background`, `light` and `lens`: phrases; `called`: a subject's name by its id."""
    subjects = {s.id: s for s in scene.subjects}
    listed: list[dict[str, Any]] = []
    for one in seen:
        subject = subjects.get(one["id"])
        if subject is None or "frame" not in one:
            continue
        box, colours = bbox(one["frame"]), [c.hex.upper() for c in subject.surface.colours[:MOST_OF_ONE]] if isinstance(subject, Object) else []
        palette = {"color_palette": colours} if colours else {}
        listed.append({"type": "obj", "bbox": box, "desc": phrase(subject.model_copy(update={"count": 1}), called), **palette})
        labels = subject.labels if isinstance(subject, Object) else ()
        listed += [{"type": "text", "bbox": box, "text": label.text, "desc": f"lettering on {called(subject.id)}"} for label in labels]
    shown = list(dict.fromkeys(colour for one in listed for colour in one.get("color_palette", ())))[:MOST_COLOURS]
    style = {"lighting": light, "photo": lens, "medium": "photograph", **({"color_palette": shown} if shown else {})}
    whole = {
        "high_level_description": told, "style_description": {"aesthetics": "a real photograph", **style},
        "compositional_deconstruction": {"background": background, "elements": listed},
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def structured(
    scene: Scene, seen: Sequence[dict[str, Any]], told: str, background: str, light: str, angle: str, called: Callable[[str], str], place: Callable[..., str],
) -> str:  # fmt: skip
    """One line of JSON, for FIBO. `angle`: of the camera, in words; `place`: a list of frames in words."""
    subjects, objects = {s.id: s for s in scene.subjects}, list[dict[str, Any]]()
    for one in seen:
        subject = subjects.get(one["id"])
        if subject is None or "frame" not in one:
            continue
        left, top, right, bottom = (float(share) for share in one["frame"])
        size = next(word for least, word in ((0.25, "large"), (0.05, "medium"), (0.0, "small")) if (right - left) * (bottom - top) >= least)
        tints = [_rgb(c) for c in subject.surface.colours[:MOST_OF_ONE]] if isinstance(subject, Object) else []
        words = {"description": phrase(subject.model_copy(update={"count": 1}), called), "location": place([one["frame"]]), "relative_size": size}
        objects.append({**words, "number_of_objects": 1, **({"colors": tints} if tints else {})})
    camera = scene.camera
    depth = "deep" if camera.deep_focus else "shallow" if camera.f_number <= 2.8 else "medium"
    photo = {"camera_angle": angle, "depth_of_field": depth, "lens_focal_length": f"{camera.focal_length:.0f}mm"}
    whole = {
        "short_description": told, "objects": objects, "background_setting": background, "lighting": {"conditions": light},
        "photographic_characteristics": photo, "style_medium": "photograph", "artistic_style": "realistic",
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _rgb(colour: Colour) -> dict[str, Any]:
    red, green, blue = (round(255 * share) for share in parse_hex(colour.hex))
    return {"red": red, "green": green, "blue": blue, "name": colour.name}


def bbox(frame: Sequence[float]) -> list[int]:
    """Top, left, bottom, right in thousandths, of left, top, right, bottom in shares."""
    left, top, right, bottom = (min(1000, max(0, round(1000 * float(share)))) for share in frame)
    return [top, left, bottom, right]

"""The scene as the JSON caption that Ideogram 4 was trained on: every element with its box and its colours.

https://docs.ideogram.ai/prompting/json-prompting: keys in this order; `bbox` is top, left, bottom, right in thousandths of the frame; up to 16 colours of the
picture and 5 of an element, upper case.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from diorama.engines.guided.clauses import phrase
from diorama.scene import Object, Scene

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


def bbox(frame: Sequence[float]) -> list[int]:
    """Top, left, bottom, right in thousandths, of left, top, right, bottom in shares."""
    left, top, right, bottom = (min(1000, max(0, round(1000 * float(share)))) for share in frame)
    return [top, left, bottom, right]

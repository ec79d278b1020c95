"""Where in the frame the subjects are, told beside the words: a box for all of them, or for each its own."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import TypeAdapter, ValidationError

from diorama.errors import RequestError
from diorama.scene import Camera, Scene
from diorama.scene.camera import NARROWEST, Box, Framed
from diorama.studio.own import subjects_called


def framed(scene: Scene, box: Box | None) -> Scene:
    """The scene with its subjects in the box. Raises RequestError for what is no box."""
    if box is None:
        return scene
    camera = Camera.model_validate({**scene.camera.model_dump(), "within": _held(box, "within")})
    return scene.model_copy(update={"camera": camera, "layout": None if scene.layout is None else scene.layout.model_copy(update={"viewpoint": None})})


def boxed(scene: Scene, boxes: Mapping[str, Box]) -> Scene:
    """The scene with single subjects in boxes of their own, by noun, thing or id. Raises RequestError for what is no box, and for what is not in the scene."""
    subjects = {one.id: one for one in scene.subjects}
    for name, box in boxes.items():
        held = subjects_called(scene.subjects, " ".join(name.split()))
        if not held:
            there = ", ".join(dict.fromkeys(one.noun for one in scene.subjects if not one.implied)) or "nothing"
            raise RequestError(f"nothing in the scene is called {name!r}", where="box", hint=f"there is: {there}")
        subjects |= {one.id: one.model_copy(update={"within": _held(box, "box")}) for one in held}
    return scene.model_copy(update={"subjects": tuple(subjects.values())}) if boxes else scene


def _held(box: Box, where: str) -> Box:
    try:
        return TypeAdapter(Framed).validate_python(box)
    except ValidationError as wrong:
        told = f"{box[0]:g},{box[1]:g},{box[2]:g},{box[3]:g} is no box"
        hint = f"left,top,right,bottom as shares of the frame, {NARROWEST:g} wide and high at least: 0.5,0,1,1"
        raise RequestError(told, where=where, hint=hint) from wrong

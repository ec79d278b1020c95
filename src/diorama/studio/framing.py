"""Where in the frame the subjects are, told beside the words: a box."""

from __future__ import annotations

from pydantic import ValidationError

from diorama.errors import RequestError
from diorama.scene import Camera, Scene
from diorama.scene.camera import NARROWEST, Box


def framed(scene: Scene, box: Box | None) -> Scene:
    """The scene with its subjects in the box. Raises RequestError for what is no box."""
    if box is None:
        return scene
    try:
        camera = Camera.model_validate({**scene.camera.model_dump(), "within": box})
    except ValidationError as wrong:
        told = f"{box[0]:g},{box[1]:g},{box[2]:g},{box[3]:g} is no box"
        hint = f"left,top,right,bottom as shares of the frame, {NARROWEST:g} wide and high at least: 0.5,0,1,1"
        raise RequestError(told, where="within", hint=hint) from wrong
    return scene.model_copy(update={"camera": camera, "layout": None if scene.layout is None else scene.layout.model_copy(update={"viewpoint": None})})

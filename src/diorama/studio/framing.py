"""Where in the frame the subjects are, told beside the words: a box."""

from __future__ import annotations

from pydantic import ValidationError

from diorama.recipe.request import as_request_error
from diorama.scene import Camera, Scene
from diorama.scene.camera import Box


def framed(scene: Scene, box: Box | None) -> Scene:
    """The scene with its subjects in the box. Raises RequestError for what is no box."""
    if box is None:
        return scene
    try:
        camera = Camera.model_validate({**scene.camera.model_dump(), "within": box})
    except ValidationError as wrong:
        raise as_request_error(wrong) from None
    return scene.model_copy(update={"camera": camera, "layout": None if scene.layout is None else scene.layout.model_copy(update={"viewpoint": None})})

"""Pictures that are sent to be changed: checked before anything is decoded, and turned into orders.

An engine that takes pictures gets them, with the mask as "white may change". The stage has no use for pixels: it needs the scene, which a
picture of Diorama's carries; the prompt is then a refinement of that scene.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from diorama.contracts import Capabilities, nearest
from diorama.errors import EngineRefused, RequestError
from diorama.image.codecs import Facts, encode, open_picture
from diorama.jobs import Order
from diorama.recipe import InputKind
from diorama.recipe.request import LARGEST_SIDE, SMALLEST_SIDE
from diorama.server import orders
from diorama.server.auth import Owner
from diorama.server.state import AppState
from diorama.server.params import Edit
from diorama.server.recipes import picture, source_of
from diorama.studio.inputs import keep
from diorama.studio.words import Diagnostic

MOST_PICTURES = 16


@dataclass(frozen=True)
class Uploads:
    images: tuple[bytes, ...]
    mask: bytes | None
    pictures: tuple[Facts, ...]

    @property
    def digests(self) -> list[str | None]:
        return [hashlib.sha256(data).hexdigest() if data else None for data in (*self.images, self.mask)]

    @staticmethod
    def document() -> dict[str, Any]:
        """The form, for the OpenAPI document."""
        schema = Edit.model_json_schema()
        file = {"type": "string", "format": "binary"}
        schema["properties"] |= {"image": {"type": "array", "items": file, "minItems": 1, "maxItems": MOST_PICTURES}, "mask": file}
        schema["required"] = ["prompt", "image"]
        return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


def open_uploads(app_state: AppState, images: Sequence[bytes], mask: bytes | None) -> Uploads:
    """Look at the headers of what was sent. Raises RequestError for what is no picture, or too large, or too many."""
    if not images:
        raise RequestError("a picture to change is missing", where="image")
    if len(images) > MOST_PICTURES:
        raise RequestError(f"{len(images)} pictures", where="image", hint=f"{MOST_PICTURES} at most")
    facts = tuple(picture(app_state, data, "image") for data in images)
    if sum(one.width * one.height for one in facts) > 2 * app_state.settings.max_pixels:
        raise RequestError("the pictures are too large together", where="image", hint=f"{2 * app_state.settings.max_pixels:,} pixels at most")
    if mask is not None:
        size = picture(app_state, mask, "mask")
        if (size.width, size.height) != (facts[0].width, facts[0].height):
            raise RequestError(f"the mask has {size.width}x{size.height} pixels, the picture {facts[0].width}x{facts[0].height}", where="mask", hint="they must agree")
    return Uploads(tuple(images), mask, facts)


def orders_of_edit(app_state: AppState, who: Owner, wish: Edit, sent: Uploads) -> tuple[list[Order], Sequence[Diagnostic]]:
    """Complete orders, and what is to be said of the words."""
    engine = wish.engine_of(app_state)
    able = app_state.studio.engine(engine).capabilities()
    known = source_of(app_state, who, sent.images[0])
    parent = app_state.studio.history.of_picture(hashlib.sha256(sent.images[0]).hexdigest(), who.name) or (known.entry if known else None)
    if "source" in able.takes or "reference" in able.takes:
        return _by_pixels(app_state, able, wish, sent, parent.id if parent else None)
    if sent.mask is not None:
        raise EngineRefused(f"{able.name} changes scenes, not pixels, and takes no mask", where="mask", hint="say what is to change: \"make the mug red\"")
    if known is None:
        hint = "send a picture of Diorama's that carries its scene, or has the very pixels of one in the history; or choose an engine that takes pictures: GET /api/engines"
        raise EngineRefused(f"{able.name} makes pictures from scenes, and there is none in this picture", where="image", hint=hint)
    if len(sent.images) > 1:
        raise EngineRefused(f"{able.name} changes one picture at a time", where="image")
    recipe = known.recipe
    refined = app_state.studio.edit(recipe.scene, wish.prompt, engine=engine)
    if refined.scene == recipe.scene:
        said = "; ".join(one.message for one in refined.diagnostics if one.severity in ("error", "warning"))
        raise RequestError("nothing in these words changes the scene", where="prompt", hint=said or "name a thing in the picture and what is to be different")
    fields = {**wish.fields(app_state), "prompt": recipe.prompt or None, "scene": refined.scene.model_dump(mode="json")}
    if wish.size in (None, "auto") and wish.aspect is None:
        fields |= {"width": recipe.width, "height": recipe.height}
    if wish.quality is None and wish.preset is None:
        fields["quality"] = recipe.quality
    if wish.seed is None:
        fields["seed"] = recipe.seed
    made = orders.recipes(app_state, orders.request_of(app_state, fields))[0]
    edit = {"words": wish.prompt, "changes": [change.model_dump(mode="json") for change in refined.edit.changes]}
    return [Order(recipe=one, parent=parent.id if parent else None, edit=edit) for one in made], refined.diagnostics


def _by_pixels(app_state: AppState, able: Capabilities, wish: Edit, sent: Uploads, parent: str | None) -> tuple[list[Order], Sequence[Diagnostic]]:
    fields = wish.fields(app_state)
    if wish.size in (None, "auto") and wish.aspect is None:
        fields |= own_size(sent.pictures[0], able)
    files = _files(able, sent)
    recipes, said = orders.recipes(app_state, orders.request_of(app_state, fields))  # what is wrong with the words is said before anything is kept
    inputs = keep(app_state.studio.history.inputs, files)
    made = [one.model_copy(update={"inputs": inputs}) for one in recipes]
    return [Order(recipe=one, parent=parent, edit={"words": wish.prompt}) for one in made], said


def _files(able: Capabilities, sent: Uploads) -> list[tuple[InputKind, bytes]]:
    """The first picture is what is to be changed, where the engine changes pictures; the others are gone by."""
    first: InputKind = "source" if "source" in able.takes else "reference"
    files: list[tuple[InputKind, bytes]] = [(first, sent.images[0]), *(("reference", data) for data in sent.images[1:])]
    return files if sent.mask is None else [*files, ("mask", editable(sent.mask))]


def own_size(picture: Facts, able: Capabilities) -> dict[str, int]:
    """The picture's own size; where the engine does not make it, the nearest."""
    limits = {"least": max(able.least, SMALLEST_SIDE), "most": min(able.most, LARGEST_SIDE)}
    width, height = nearest(able.model_copy(update=limits), picture.width, picture.height)
    return {"width": width, "height": height}


def editable(mask: bytes) -> bytes:
    """OpenAI's mask (alpha 0: may change) as ours (white: may change). Raises RequestError where it has no alpha."""
    pixels = open_picture(mask)
    if pixels.shape[2] != 4:
        raise RequestError("the mask has no transparent part", where="mask", hint="a PNG with alpha: transparent where it may change")
    white = np.where(pixels[..., 3:] == 0, 255, 0).astype(np.uint8)
    return encode(np.repeat(white, 3, axis=2))

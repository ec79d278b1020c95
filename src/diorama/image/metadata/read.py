"""What an opened picture says of its making, as data: ours, and what other programs wrote."""

from __future__ import annotations

from typing import Any

from PIL import Image

from diorama.image.metadata import importers, xmp
from diorama.image.metadata.data import loads
from diorama.image.metadata.model import SOURCE_TYPES
from diorama.image.metadata.texts import LARGEST_TEXT, Texts, texts


def parse(image: Image.Image) -> dict[str, Any]:
    """`recipe` (data), `source_type`, `tool`, `parameters` (text), and of whichever program made it `prompt`, `negative_prompt`, `seed`, `size`
    ("512x768"), `model` and what else it says, by its own names; the raw data of those that write JSON under the program's name (`invokeai`,
    `comfyui` …). Damaged parts are left out, never raised. It is JSON data: no NaN, no half characters.
    """
    said = texts(image)
    out: dict[str, Any] = {}
    for told in reversed(importers.read(said)):  # the first is trusted most
        out |= told.data()
    ours = _xmp(said)
    if "prompt" in ours and ("prompt" not in out or (said.parameters and out.get("tool") == ours.get("tool"))):
        out["prompt"] = ours["prompt"].strip()  # beside the same program's A1111 text: whole, and in no line taken for anything else
    out = {**{key: value for key, value in ours.items() if key != "prompt"}, **out}
    recipe = loads(said.named.get("diorama", "")) or loads(xmp.unpack_recipe(said.xmp.get(xmp.RECIPE, ""), LARGEST_TEXT))
    if isinstance(recipe, dict):
        out["recipe"] = recipe
    if said.parameters and "prompt" in out:
        out["parameters"] = said.parameters
    return out


def _xmp(said: Texts) -> dict[str, str]:
    source = said.xmp.get(xmp.SOURCE, "").removeprefix(SOURCE_TYPES)
    found = {"source_type": source, "tool": said.xmp.get(xmp.TOOL), "prompt": said.xmp.get(xmp.DESCRIPTION)}
    return {key: value for key, value in found.items() if value}

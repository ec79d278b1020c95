# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed matter: typeset labels and procedural pictures as image textures on UV patches."""

from __future__ import annotations

import hashlib
import json

import bpy
import numpy as np
from PIL import Image

from diorama_stage.materials.lettering import typeset
from diorama_stage.materials.logo import with_logo
from diorama_stage.materials.look import Look
from diorama_stage.materials.nodes import Nodes, linear
from diorama_stage.materials.pages import page_image
from diorama_stage.materials.pictures import picture


def printed(n: Nodes, look: Look, *, emission: float = 0.0) -> None:
    """Paper (or the bare thing) with print; with `emission` a lit screen."""
    params = dict(look.params)
    image = _image(look, params)
    texture = n.node("ShaderNodeTexImage", {"Vector": n.node("ShaderNodeTexCoord").outputs["UV"]}, extension="EXTEND")
    texture.image = image
    if emission:
        light = n.node("ShaderNodeEmission", {"Color": texture.outputs[0], "Strength": emission})
        glass = n.node("ShaderNodeBsdfPrincipled", {"Base Color": (0.01, 0.01, 0.012, 1), "Roughness": 0.15})
        n.output(n.node("ShaderNodeAddShader", {0: light.outputs[0], 1: glass.outputs[0]}).outputs[0])
        return
    shader = n.node("ShaderNodeBsdfPrincipled", {"Base Color": texture.outputs[0], "Roughness": 0.22 if params.get("gloss") else 0.42 if params.get("transparent") else 0.6})
    fibres = n.noise(n.place(look.seed), 900.0, detail=2)
    n.link(n.node("ShaderNodeBump", {"Height": fibres, "Strength": 0.12, "Distance": 0.0002}).outputs[0], shader.inputs["Normal"])
    out = shader.outputs[0]
    if params.get("transparent"):
        clear = n.node("ShaderNodeBsdfTransparent")
        cover = texture.outputs[1]
        if params.get("chalk"):  # chalk takes on the tops of the board's grain only
            cover = n.math("MULTIPLY", cover, n.math("ADD", 0.3, n.math("MULTIPLY", 0.7, n.step(n.noise(n.place(look.seed), 700.0, detail=4), 0.38, 0.55))))
        out = n.node("ShaderNodeMixShader", {0: cover, 1: clear.outputs[0], 2: out}).outputs[0]
    n.output(out)


def _image(look: Look, params: dict) -> bpy.types.Image:
    key = hashlib.sha256(json.dumps([look.label, params, look.colours, look.seed if "picture" in params else 0], sort_keys=True, default=str).encode()).hexdigest()[:20]
    found = bpy.data.images.get(f"print-{key}")
    if found:
        return found
    aspect = float(params.get("aspect", 1.6))
    paper = None if params.get("transparent") else str(params.get("paper", "#f0ece2"))
    if look.label and any(look.label.get(name) for name in ("drawn", "page", "text")):
        drawn = _set(look.label, aspect, paper, _ink(look, params), float(params.get("measure", 0.88)))
    else:
        drawn = picture(str(params.get("picture", "page")), aspect, look.seed + 101 * int(params.get("number", 0)))
    return _loaded(f"print-{key}", drawn)


def _set(label: dict, aspect: float, paper: str | None, ink: str, measure: float = 0.88) -> Image.Image:
    """A label as RGBA: its logo as given, its page or its line; without paper the letters are in the ink where they ask for no colour."""

    def words(shape: float) -> Image.Image:
        return page_image(label["page"], shape, ink=None if paper else ink) if label.get("page") else typeset(label, shape, paper=paper, ink=ink, measure=measure)

    if not label.get("drawn"):
        return words(aspect)
    ground = (*(int((paper or ink)[k : k + 2], 16) for k in (1, 3, 5)), 255 if paper else 0)
    return with_logo(label["drawn"], aspect, ground=ground, measure=max(measure, 0.6), below=words if label.get("text") else None)


def lettered(label: dict, aspect: float, ink: str) -> bpy.types.Image:
    """A label without paper, in one ink where it asks for none: RGBA, `aspect` its width to height."""
    key = hashlib.sha256(json.dumps([label, aspect, ink], sort_keys=True, default=str).encode()).hexdigest()[:20]
    found = bpy.data.images.get(f"letters-{key}")
    if found:
        return found
    return _loaded(f"letters-{key}", _set(label, aspect, None, ink))


def _loaded(name: str, drawn: Image.Image) -> bpy.types.Image:
    pixels = np.asarray(drawn.convert("RGBA"), dtype=np.float32)[::-1] / 255
    image = bpy.data.images.new(name, drawn.width, drawn.height, alpha=True)
    image.pixels.foreach_set(np.ascontiguousarray(pixels).ravel())
    image.pack()
    return image


def _ink(look: Look, params: dict) -> str:
    """The colour of the letters: as asked (by the words, or hex by the thing itself), else what is legible on the paper or on the thing itself."""
    asked = (look.label or {}).get("colour")
    if asked:
        return asked if isinstance(asked, str) else asked["hex"]
    paper = str(params.get("paper", "#f0ece2"))
    under = str(params.get("under", paper)) if params.get("transparent") else paper
    return legible_on(under)


def legible_on(colour: str) -> str:
    """Dark letters on what is light, pale ones on what is dark (hex)."""
    return "#1d1b19" if sum(linear(colour)[:3]) > 0.5 else "#efeae0"



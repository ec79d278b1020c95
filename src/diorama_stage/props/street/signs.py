# SPDX-License-Identifier: GPL-3.0-or-later
"""What is there to be looked at: posters, neon, and the furniture of streets."""

from __future__ import annotations

import math

import bpy
import numpy as np

from diorama_stage.kit import (
    Builder,
    Emitter,
    Spec,
    box,
    cylinder,
    ellipsoid,
    extrude,
    label_plane,
    move,
    rotate,
    sweep,
)
from diorama_stage.kit.build import vertices
from diorama_stage.kit.parts import add_rod
from diorama_stage.materials.lettering import thin_face
from diorama_stage.props.registry import prop


@prop("poster")
def sheet(spec: Spec, b: Builder) -> None:
    label = spec.labels[0] if spec.labels else None
    w, h = 0.6, 0.84
    b.slot("frame", "paper", "#efece4")
    b.add(box(w, 0.002, h, bevel=0.0005), "frame", "paper")
    front = -0.0012
    if label and label.get("page"):
        b.slot("print", "printed", role="fixed", label=label)
        b.add(label_plane(w - 0.004, h - 0.004, at=(0, front, h / 2)), "print")
    elif label:  # a picture over the words, as posters are set
        b.slot("picture", "printed", role="fixed", params={"picture": b.choose("abstract", "landscape")})
        b.slot("print", "printed", role="fixed", label=label, params={"transparent": True})
        b.add(label_plane(w * 0.88, h * 0.58, at=(0, front, h * 0.66)), "picture")
        b.add(label_plane(w * 0.92, h * 0.28, at=(0, front, h * 0.19)), "print")
    else:
        b.slot("print", "printed", role="fixed", params={"picture": b.choose("landscape", "abstract", "portrait")})
        b.add(label_plane(w - 0.06, h - 0.06, at=(0, front, h / 2)), "print")
    b.lean, b.hang = "back", (0, 0, h)


ADVERTISED = ("BAR", "OPEN", "HOTEL", "CAFE", "JAZZ", "DINER", "RAMEN", "PIZZA",
              "CINEMA", "TAVERN", "ARCADE", "NOODLES", "LOUNGE", "BILLIARDS", "RECORDS", "24 HOURS")
"""What neon says where no words are asked for."""
GASES = ("#ff3a2a", "#2ad4ff", "#ff4fb4", "#ffb02a", "#7dff5a", "#8a6bff")
"""Colours of gases and coated tubes."""
ON_FRONTS = 2.5
"""Metres from the ground to a sign on a house front."""


@prop("neon_sign")
def neon(spec: Spec, b: Builder) -> None:
    usual = b.choose(*ADVERTISED), b.choose(*GASES)
    text = spec.labels[0]["text"] if spec.labels else usual[0]
    colour = (spec.labels[0].get("colour") or {}).get("hex") if spec.labels else usual[1]
    colour = colour or GASES[0]
    b.slot("tubes", "emission", colour, params={"strength": 14.0})
    b.slot("board", "plastic", "#15151a", role="fixed")
    b.slot("wire", "rubber", "#111113", role="fixed")
    lines = text.split("\n") if "\n" in text or len(text) < 11 else _wrapped(text)
    made = [move(rotate(_tube(line), 90), 0, -0.05, 0.12 + (len(lines) - 1 - row) * 0.4) for row, line in enumerate(lines)]
    width = max(float(np.ptp(vertices(o)[:, 0])) if len(o.data.vertices) else 0.0 for o in made)
    h = len(lines) * 0.4 + 0.1
    for o in made:
        b.add(o, "tubes")
    b.add(box(width + 0.24, 0.03, h, bevel=0.008, at=(0, 0, 0)), "board")
    for x in (-width / 2 + 0.1, width / 2 - 0.1):
        add_rod(b, "wire", (x, 0, h), (x, 0, h + 0.1), 0.006)
    n = max(round(width / 0.7), 1)  # as wide as the sign: so wide it shines on a wet street
    b.emitters += [Emitter(width * ((k + 0.5) / n - 0.5), -0.55, 0.05, 0.2, 2200, 85.0, colour=colour) for k in range(n)]
    b.hang = (0, 0, h + 0.1)
    b.mount = ON_FRONTS if spec.has("fascia") else None


def _tube(line: str) -> bpy.types.Object:
    """A line of text as bent glass, lying flat: outlines of a face so thin that both edges of a stroke melt into one tube."""
    curve = bpy.data.curves.new("text", "FONT")
    curve.body, curve.size, curve.align_x, curve.fill_mode = line, 0.34, "CENTER", "NONE"
    curve.bevel_depth, curve.bevel_resolution, curve.resolution_u, curve.space_character = 0.0085, 3, 6, 1.12
    face = thin_face(line)
    if face:
        curve.font = face
    object = bpy.data.objects.new("text", curve)
    bpy.context.scene.collection.objects.link(object)
    bpy.context.view_layer.update()
    mesh = bpy.data.meshes.new_from_object(object.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(object)
    tube = bpy.data.objects.new("tubes", mesh)
    bpy.context.scene.collection.objects.link(tube)
    return tube


def _wrapped(text: str) -> list[str]:
    words, half = text.split(), len(text) / 2
    first: list[str] = []
    while words and len(" ".join([*first, words[0]])) <= half + 2:
        first.append(words.pop(0))
    return [line for line in (" ".join(first), " ".join(words)) if line]


@prop("stop_sign", "traffic_light")
def street(spec: Spec, b: Builder) -> None:
    b.slot("pole", "steel", role="trim")
    if spec.kind == "stop_sign":
        b.slot("plate", "paint", "#b01e1e")
        b.slot("rim", "paint", "#e9e6df", role="fixed")
        label = spec.labels[0] if spec.labels else {"text": "STOP", "style": "bold", "colour": {"hex": "#f2efe8"}}
        b.slot("print", "printed", role="fixed", label=label, params={"transparent": True})
        for r, d, slot in ((0.38, 0.0, "rim"), (0.362, 0.003, "plate")):
            ring = [(r * math.cos(math.pi / 8 + k * math.pi / 4), r * math.sin(math.pi / 8 + k * math.pi / 4)) for k in range(8)]
            b.add(move(rotate(extrude(ring, 0.004, bevel=0.0012), 90), 0, -0.03 - d, 2.15), slot)
        b.add(label_plane(0.6, 0.26, at=(0, -0.0388, 2.15)), "print")
        b.add(cylinder(0.03, 2.5, bevel=0.004), "pole")
        return
    b.slot("box", "paint", "#1f2422")
    b.add(cylinder(0.06, 2.6, bevel=0.01), "pole")
    b.add(box(0.34, 0.22, 0.95, bevel=0.03, at=(0, -0.02, 2.4)), "box")
    for k, (tone, lit) in enumerate((("#31c45a", 0.4), ("#f0b429", 0.4), ("#ff3b2e", 9.0))):
        b.slot(f"lens{k}", "emission", tone, role="fixed", params={"strength": lit})
        z = 2.55 + 0.29 * k
        b.add(ellipsoid(0.11, 0.03, 0.11, at=(0, -0.13, z)), f"lens{k}", "lamps")
        b.add(sweep([(0.125 * math.cos(t), -0.2, z + 0.125 * math.sin(t)) for t in np.linspace(-0.2, math.pi + 0.2, 30)], 0.012, sides=8), "box", "visors")

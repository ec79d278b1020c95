# SPDX-License-Identifier: GPL-3.0-or-later
"""Vinyl records."""

from __future__ import annotations

import bpy
import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, label_plane, lathe, move, rotate, torus
from diorama_stage.props.registry import prop


def record_slots(b: Builder) -> None:
    b.slot("vinyl", "lacquer", "#0c0c0d", role="fixed")
    b.slot("label", "paper", b.choose("#b3362b", "#e0c27a", "#2f4f6f"), role="fixed")


def record(b: Builder, hole: bool = False) -> list[tuple[bpy.types.Object, str]]:
    """A twelve-inch record lying on z = 0, and the slots of its pieces: grooves, gaps between the songs, a paper label."""
    grooves = []
    for r in np.linspace(0.052, 0.146, 48):
        grooves += [(r, 0.0021), (r + 0.0009, 0.00185)]
    disc = lathe([(0, 0), (0.1505, 0.0), (0.151, 0.001), (0.1498, 0.002), *reversed(grooves), (0.05, 0.0021), (0, 0.0021)], segments=160, smooth=25)
    made = [(disc, "vinyl"), (cylinder(0.05, 0.0004, bevel=0.0001, segments=72, at=(0, 0, 0.002)), "label"), (torus(0.034, 0.0003, at=(0, 0, 0.0025), segments=64, sides=6), "vinyl")]
    if hole:
        made.append((cylinder(0.0036, 0.0001, bevel=0, segments=32, at=(0, 0, 0.0024)), "vinyl"))
    return made


@prop("vinyl_record")
def vinyl_record(spec: Spec, b: Builder) -> None:
    """A record half out of its sleeve, lying: two sheets of card closed on three sides, a picture on the upper, an inner sleeve of paper."""
    side, z = 0.315, 0.0
    b.slot("sleeve", "cardboard", b.choose("#2d4a5e", "#b5552f", "#d8cdb4", "#33402f"))
    record_slots(b)
    b.slot("inner", "paper", "#efe9dc", role="fixed")
    label = spec.labels[0] if spec.labels else None
    b.slot("cover", "printed", role="fixed", label=label, params={} if label else {"picture": b.choose("abstract", "abstract", "landscape", "portrait"), "gloss": True})
    out, turn = b.vary(0.155, 0.1), b.rng.uniform(-10, 10)
    made = []
    for low in (z, z + 0.0034):
        card = box(side, side, 0.0008, bevel=0.0003, at=(0, 0, low))
        made.append((card, "sleeve", "sleeve"))
    for x, y, w, d in ((-side / 2 + 0.0008, 0, 0.0016, side), (0, side / 2 - 0.0008, side, 0.0016), (0, -side / 2 + 0.0008, side, 0.0016)):
        made.append((box(w, d, 0.0042, bevel=0.0008, at=(x, y, z)), "sleeve", "sleeve"))
    made.append((move(rotate(label_plane(side - 0.002, side - 0.002), -90), 0, 0, z + 0.0044), "cover", "picture"))
    for o, slot in record(b, hole=True):
        made.append((move(o, out, 0, z + 0.0009), slot, "record"))
    made.append((box(0.3, 0.3, 0.0003, bevel=0, at=(0.012, 0, z + 0.0031)), "inner", "inner sleeve"))
    for o, slot, part in made:
        b.add(rotate(move(o, -out / 2, 0, 0), 0, 0, turn), slot, part)

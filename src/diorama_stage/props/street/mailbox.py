# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes for letters: the one on a post by the drive, with its flag; the postal service's own on four feet."""

from __future__ import annotations

import math

from diorama_stage.kit import Builder, Spec, box, cylinder, extrude, join, move, rotate
from diorama_stage.kit.parts import rod
from diorama_stage.props.registry import prop


def arched(wide: float, tall: float, long: float, bevel: float):
    """A box whose top is half round, lying along x, standing on z = 0."""
    r = wide / 2
    outline = [(-r, 0), (r, 0), *((r * math.cos(a), tall - r + r * math.sin(a)) for a in (math.pi * k / 24 for k in range(25)))]
    return move(rotate(rotate(extrude(outline, long, bevel=bevel), 90), 0, 0, 90), -long / 2, 0, 0)


@prop("mailbox")
def mailbox(spec: Spec, b: Builder) -> None:
    b.slot("body", "paint", b.choose("#20262b", "#8f9396", "#2d4d73", "#7d1f1c"), finish=("satin",))
    b.slot("post", "wood", "#8a6a4a", role="trim", finish=("weathered",))
    b.slot("flag", "paint", "#b3261e", role="fixed")
    b.slot("metal", "steel", role="fixed")
    h = 1.02
    b.add(box(0.1, 0.1, h, bevel=0.006), "post")
    b.add(box(0.5, 0.14, 0.04, bevel=0.005, at=(0, 0, h)), "post", "shelf")
    b.add(move(rotate(box(0.06, 0.06, 0.42, bevel=0.005), 0, 42), -0.05, 0, h - 0.34), "post", "brace")
    b.add(move(arched(0.19, 0.24, 0.5, 0.004), 0, 0, h + 0.04), "body")
    b.add(move(arched(0.2, 0.246, 0.018, 0.006), -0.25, 0, h + 0.038), "body", "door")
    b.add(move(box(0.02, 0.05, 0.03, bevel=0.006), -0.275, 0, h + 0.24), "metal", "latch")
    b.add(
        join([box(0.018, 0.006, 0.2, bevel=0.001, at=(0.02, -0.102, h + 0.13)), box(0.09, 0.006, 0.06, bevel=0.002, at=(0.055, -0.102, h + 0.29))]),
        "flag",
        "flag",
    )
    b.add(rod((0.02, -0.1, h + 0.14), (0.02, -0.11, h + 0.14), 0.014), "metal", "pin")


@prop("postbox")
def postbox(spec: Spec, b: Builder) -> None:
    if spec.is_a("pillar"):
        b.slot("body", "paint", "#a81c1c", finish=("glossy",))
        b.slot("black", "paint", "#15181a", role="fixed")
        b.add(cylinder(0.3, 0.18, bevel=0.01, segments=64), "black", "foot")
        b.add(cylinder(0.265, 1.32, bevel=0.01, segments=64, at=(0, 0, 0.16)), "body")
        b.add(
            join([cylinder(0.31, 0.07, bevel=0.02, segments=64, at=(0, 0, 1.46)), cylinder(0.28, 0.1, bevel=0.03, segments=64, top=0.2, at=(0, 0, 1.52))]),
            "body",
            "cap",
        )
        b.add(box(0.26, 0.05, 0.05, bevel=0.01, at=(0, -0.252, 1.24)), "black", "slot")
        b.footprint = "round"
        return
    b.slot("body", "paint", "#1f3f7a", finish=("satin",))
    b.slot("metal", "steel", role="fixed")
    b.slot("white", "paint", "#e8e8e4", role="fixed")
    wide, deep, tall, foot = 0.5, 0.54, 1.2, 0.1
    for x in (-0.2, 0.2):
        for y in (-0.22, 0.22):
            b.add(box(0.05, 0.05, foot + 0.02, bevel=0.006, at=(x, y, 0)), "body", "feet")
    r = deep / 2
    outline = [(-r, foot), (r, foot), *((r * math.cos(a), tall - r + r * math.sin(a)) for a in (math.pi * k / 32 for k in range(33)))]
    b.add(move(rotate(rotate(extrude(outline, wide, bevel=0.008), 90), 0, 0, 90), -wide / 2, 0, 0), "body")
    b.add(move(rotate(box(0.42, 0.02, 0.24, bevel=0.008), -24), 0, -0.262, 0.93), "body", "door")
    b.add(move(rotate(box(0.2, 0.03, 0.02, bevel=0.006), 0), 0, -0.285, 1.0), "metal", "handle")
    b.add(box(0.3, 0.006, 0.1, bevel=0.001, at=(0, -0.272, 0.72)), "white", "plate")
    b.add(box(0.4, 0.012, 0.36, bevel=0.006, at=(0, -0.272, 0.22)), "body", "panel")
    b.add(cylinder(0.014, 0.01, at=(0.14, -0.285, 0.42)), "metal", "lock")

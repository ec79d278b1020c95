# SPDX-License-Identifier: GPL-3.0-or-later
"""What a window looks out on where the words say so: the sea, mountains. Seen at the height of the eye, by world position, as light."""

from __future__ import annotations

import bpy

from diorama_stage.kit.nodes import Tree
from diorama_stage.sets.dressing import Site

SEEN = {"waves": "sea", "lake": "sea", "mountains": "mountains", "hills": "mountains", "buildings": "city", "trees": "garden"}
"""A feature of the place → the view that shows it through a window."""


def asked_view(site: Site) -> str | None:
    """The view that the words ask for; None where they ask for none."""
    return next((view for feature, view in SEEN.items() if feature in site.features), None)


def distant(site: Site, view: str, depth: float, *, grey: bool) -> bpy.types.Material:
    """The sea or mountains on a card at a depth. Over a sill that one looks down on, the horizon lies within the frame all the same."""
    t = Tree(f"outside {view}")
    x, y, z = t.xyz(t.position())
    away = abs(depth - site.view.eye[1]) + 1.0
    middle, half = site.view.frame(depth)[2:]
    horizon = min(site.view.eye[2], middle + 0.15 * half) if site.plan.setting == "windowsill" else site.view.eye[2]
    fits = min(max((middle + half - horizon) / away * 0.85 / 0.3, 0.12), 1.0)  # a long lens sees little sky: the ranges stand farther off
    level = t.math("DIVIDE", t.math("SUBTRACT", z, horizon), away)  # 0 at the horizon
    along = t.math("DIVIDE", t.math("ADD", x, y), away)
    sky = t.ramp(t.span(level, 0.0, 0.45, smooth=False), [(0.0, "#dbe3e8" if grey else "#e3ecef"), (0.35, "#bcc7cf" if grey else "#b4cfe3"), (1.0, "#a3afb9" if grey else "#86b1d6")])
    cloud = t.noise(2.6, detail=5, roughness=0.6, vector=t.combine(along, t.math("MULTIPLY", level, 4.5), site.seed % 89 * 0.7))
    sky = t.mix(t.math("MULTIPLY", t.span(cloud, 0.5, 0.72), 0.75), sky, "#f3f5f6")
    picture = _water(t, along, level, sky, grey) if view == "sea" else _ridges(t, site, along, level, sky, grey, fits)
    return t.surface(t.emission(picture, 1.2 if grey else 2.1))


def _water(t: Tree, along, level, sky, grey: bool):
    """Water to a sharp horizon, paler far out; ripples that flatten with distance, the light on them."""
    depth = t.math("MAXIMUM", t.math("MULTIPLY", level, -1.0), 0.004)
    far = t.math("DIVIDE", 0.12, depth)  # distance on the water, by perspective
    ripple = t.noise(1.7, detail=6, roughness=0.65, vector=t.combine(t.math("MULTIPLY", along, t.math("MULTIPLY", far, 9.0)), t.math("MULTIPLY", far, 30.0), 0.0))
    deep, pale = ("#5b6b73", "#9aa7ae") if grey else ("#2f6d8c", "#8fb9cb")
    water = t.mix(t.span(level, -0.3, -0.005), deep, pale)
    water = t.mix(t.math("MULTIPLY", t.span(ripple, 0.56, 0.7), 0.5 if grey else 0.7), water, "#c3ccd1" if grey else "#dcebf0")
    water = t.mix(t.math("MULTIPLY", t.span(ripple, 0.46, 0.34), 0.5), water, "#48565d" if grey else "#1f5570")
    return t.mix(t.span(level, -0.003, 0.0), water, sky)


def _ridges(t: Tree, site: Site, along, level, sky, grey: bool, fits: float):
    """Three ranges behind one another, each nearer one lower and darker; snow on the farthest tops. `fits`: their size as a share of the usual."""
    picture = sky
    level, along = t.math("DIVIDE", level, fits), t.math("DIVIDE", along, fits)
    for k, (height, rough, colour) in enumerate(((0.19, 3.2, "#9db0c2"), (0.105, 4.6, "#6f8698"), (0.03, 7.0, "#4d6150"))):
        shape = t.noise(rough, detail=7, roughness=0.5, vector=t.combine(along, site.seed % 71 * 1.3 + k * 9.1, 0.0))
        if k < 2:  # crests, where a hill is round
            shape = t.math("SUBTRACT", 0.92, t.math("MULTIPLY", t.math("ABSOLUTE", t.math("SUBTRACT", shape, 0.5)), 2.6))
        top = t.math("MULTIPLY_ADD", t.math("SUBTRACT", shape, 0.5), height * 1.9, height)
        rock = t.noise(17, detail=6, roughness=0.65, vector=t.combine(along, t.math("MULTIPLY", level, 1.7), k * 3.0))
        body = t.mix(t.math("MULTIPLY", t.span(rock, 0.4, 0.65), 0.35), colour, "#2f3c42")
        if k == 0:
            snow = t.math("MULTIPLY", t.span(t.math("SUBTRACT", level, t.math("MULTIPLY", top, 0.62)), 0.0, 0.05), t.span(rock, 0.62, 0.45))
            body = t.mix(snow, body, "#e9eef2")
        body = t.mix(t.span(t.math("SUBTRACT", top, level), 0.02, 0.16 + 0.05 * k), body, t.mix(0.45, body, "#c7d2d9"))  # haze in the valleys
        if grey:
            body = t.mix(0.4, body, "#9aa5ac")
        picture = t.mix(t.span(t.math("SUBTRACT", top, level), -0.0015, 0.0015), picture, body)
    woods = t.span(t.noise(9, detail=6, roughness=0.6, vector=t.combine(along, t.math("MULTIPLY", level, 5.0), 4.0)), 0.42, 0.58)
    valley = t.mix(woods, t.mix(t.noise(30, detail=3, vector=t.combine(along, t.math("MULTIPLY", level, 6.0), 2.0)), "#5f7446", "#8c9a63"), "#33432f")
    valley = t.mix(t.span(level, -0.3, 0.0), valley, "#55654f")
    return t.mix(t.span(level, -0.005, -0.02), picture, valley)

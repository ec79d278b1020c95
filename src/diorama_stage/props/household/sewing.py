# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sewn and knitted with: reels of thread, buttons, needles with the work on them, balls of wool."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, boolean, cylinder, join, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.growth import Growth
from diorama_stage.kit.seams import sheet
from diorama_stage.props.registry import prop

WOOLS = ("#b23a3a", "#c98a2b", "#2f6f8f", "#7a4a7f", "#5b8a4a", "#d7c7a8", "#c76a85")
"""Colours that yarn and thread come in."""


@prop("thread_spool")
def thread_spool(spec: Spec, b: Builder) -> None:
    """A wooden reel wound full of thread, turn beside turn, its end run out on the table."""
    b.slot("thread", "cotton", b.choose("#b3222c", "#1f5f8b", "#2e7d4f", "#d8a021", "#6b3f86"), finish=("satin",))
    b.slot("spool", "oak", "#c79a63", role="trim")
    r, h, full = 0.0155, 0.042, b.vary(0.0138, 0.06)
    for z, way in ((0.0, 1), (h, -1)):
        rim = [(0.004, 0), (r, 0), (r, 0.0032), (0.009, 0.0082), (0.004, 0.0082)]
        b.add(lathe(rounded_profile([(x, z + way * t) for x, t in rim][::way], 0.0007), segments=64), "spool")
    b.add(cylinder(0.0085, h, bevel=0.0004), "spool")
    turns = np.linspace(0.0055, h - 0.0055, 260)
    ends = np.clip(np.minimum(turns - 0.0055, h - 0.0055 - turns) / 0.003, 0, 1)
    wound = full - 0.0034 * (1 - ends) + 0.00022 * np.abs(np.sin(np.arange(260) * math.pi / 10))
    b.add(lathe([(0.008, 0.005), *zip(wound, turns, strict=True), (0.008, h - 0.005)], segments=72, smooth=180), "thread")
    s = b.choose(-1, 1)
    loose = [(0, -full, 0.014), (s * 0.012, -full * 0.9, 0.006), (s * 0.024, -0.014, 0.0006), (s * 0.036, -0.02, 0.0005), (s * 0.044, -0.012, 0.0005)]
    b.add(sweep(smooth_path(loose, 48), 0.00045, sides=6), "thread", "end")
    b.footprint = "round"


@prop("button")
def button(spec: Spec, b: Builder) -> None:
    """A coat button: a raised rim about a dished face, four holes with the thread still in them."""
    b.slot("body", "plastic", b.choose("#27446b", "#8c1f2b", "#e3d6b8", "#2f5a3f", "#5a3a22"), finish=("glossy",))
    b.slot("thread", "cotton", "#e9e0cf", role="trim")
    r = 0.014
    face = [(0, 0.0026), (0.0072, 0.0027), (0.0092, 0.0034), (0.0108, 0.0046), (0.0126, 0.0048), (r, 0.0034), (r * 0.98, 0.001), (0.011, 0), (0, 0)][::-1]
    body = lathe(smooth_path([(x, z) for x, z in face], 60), segments=96, smooth=60)
    holes = [cylinder(0.00135, 0.02, bevel=0, segments=24, at=(x, y, -0.005)) for x in (-0.0026, 0.0026) for y in (-0.0026, 0.0026)]
    b.add(boolean(body, join(holes)), "body")
    for s in (-1, 1):
        path = smooth_path([(s * 0.0026, -0.0026, 0.0008), (s * 0.0025, -0.002, 0.0031), (s * 0.0025, 0.002, 0.0031), (s * 0.0026, 0.0026, 0.0008)], 20)
        b.add(join([sweep(path + (d, 0, 0), 0.00042, sides=8) for d in (-0.0005, 0.0004)]), "thread")
    b.footprint = "round"


@prop("knitting_needles")
def knitting_needles(spec: Spec, b: Builder) -> None:
    """Two needles with knobs, crossed, and a finished piece of stocking stitch that hangs from one of them."""
    b.slot("needles", "bamboo", b.choose("#d3ac6c", "#c79a58"), finish=("satin",))
    b.slot("knobs", "plastic", b.choose("#b2402f", "#2f5f7f", "#3a3a3c"), role="trim")
    b.slot("knitting", "knit", b.choose(*WOOLS), role="trim")
    for turn, z in ((-28, 0.008), (-118, 0.0165)):
        shaft = sweep([(0, 0, t) for t in (-0.115, -0.08, 0.07, 0.1, 0.122)], [0.0044, 0.0044, 0.0044, 0.003, 0.0008], sides=18)
        knob = lathe(rounded_profile([(0, -0.131), (0.0085, -0.129), (0.0092, -0.12), (0.005, -0.113), (0, -0.112)], 0.001), segments=32)
        for o, slot in ((shaft, "needles"), (knob, "knobs")):
            b.add(move(rotate(rotate(o, 0, 90, 0), 0, 0, turn), 0, 0, z), slot)
    u, v = np.meshgrid(np.linspace(-0.062, 0.062, 60), np.linspace(0, 0.13, 60))
    x, y = u, -v - 0.012
    wave = 0.003 * np.sin(u * 90) * v / 0.13 + 0.0015 * np.sin(v * 120 + u * 40)
    low = 0.0032 + np.abs(wave) + 0.014 * np.exp(-((v / 0.014) ** 2))
    work = sheet(np.stack([x, y, low], axis=-1), 0.003)
    b.add(rotate(work, 0, 0, -28), "knitting")
    loops = Growth()
    for k in np.linspace(-0.06, 0.06, 26):
        a = np.linspace(0, 2 * np.pi, 14)
        loops.tube(np.stack([k + 0 * a, -0.0095 + 0.0062 * np.cos(a), 0.0085 + 0.0062 * np.sin(a)], axis=1), 0.0017)
    b.add(rotate(loops.object("loops"), 0, 0, -28), "knitting", "stitches")


@prop("yarn_ball")
def yarn_ball(spec: Spec, b: Builder) -> None:
    """A ball wound from one strand: bundles of turns that cross one another every way, the end run out."""
    b.slot("body", "wool", b.choose(*WOOLS), finish=("matte",))
    r, rng = 0.045, np.random.default_rng(spec.seed + 5)
    b.add(sphere(r * 0.93, at=(0, 0, r), segments=40), "body")
    made, t = Growth(), np.linspace(0, 2 * np.pi, 56)
    for bundle in range(20):
        axis = rng.normal(size=3)
        axis /= np.linalg.norm(axis)
        side = np.cross(axis, (0.3, 0.5, 0.8))
        side /= np.linalg.norm(side)
        third = np.cross(axis, side)
        for k in np.arange(-3, 4):
            up = (k * 0.0046 + rng.normal(0, 0.0003)) / r
            flat = math.sqrt(max(1 - up**2, 0.01)) * r * (0.95 + 0.0036 * bundle)
            ring = (0, 0, r) + up * r * axis + flat * (np.cos(t)[:, None] * side + np.sin(t)[:, None] * third)
            made.tube(ring, 0.0024, sides=6, tint=float(rng.uniform(0.68, 1.12)))
    s = b.choose(-1, 1)
    end = [(s * 0.02, -0.02, 0.005), (s * 0.06, -0.045, 0.0018), (s * 0.09, -0.02, 0.0018), (s * 0.12, -0.03, 0.0018), (s * 0.13, -0.055, 0.0018)]
    made.tube(smooth_path(end, 60), 0.0018, sides=6)
    b.add(made.object("wound"), "body")
    b.footprint = "round"

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gym has: a barbell, a punching bag, a treadmill, a trampoline."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, smooth_path, sweep, torus
from diorama_stage.kit.parts import rods
from diorama_stage.props.play.swings import chain
from diorama_stage.props.registry import prop


@prop("barbell")
def barbell(spec: Spec, b: Builder) -> None:
    """A knurled bar on its plates: two large and a smaller one at each end, collars outside."""
    b.slot("plates", "rubber", b.choose("#1b1c1e", "#1b1c1e", "#a3221c"))
    b.slot("bar", "brushed_steel", role="trim")
    b.slot("hubs", "steel", "#b9bbbd", role="fixed")
    z = 0.225
    along = lambda o, x: move(rotate(o, 0, 90, 0), x, 0, z)  # noqa: E731
    b.add(
        join(
            [
                along(cylinder(0.014, 1.4, bevel=0.001), -0.7),
                *[along(cylinder(0.025, 0.42, bevel=0.002), x) for x in (-1.09, 0.67)],
                *[along(cylinder(0.038, 0.02, bevel=0.003), x) for x in (-0.69, 0.67)],
            ]
        ),
        "bar",
    )
    for s in (-1, 1):
        for k, (r, w) in enumerate(((0.225, 0.06), (0.225, 0.06), (0.16, 0.04))):
            ring = [(0.05, -w / 2), (r * 0.35, -w / 2), (r * 0.45, -w * 0.36), (r * 0.8, -w * 0.36), (r * 0.86, -w / 2), (r - 0.012, -w / 2), (r, -w * 0.3)]
            ring = [*ring, *[(x, -y) for x, y in ring[::-1]], ring[0]]
            x = s * (0.74 + 0.066 * k)
            b.add(along(lathe(ring, segments=72), x), "plates")
            b.add(
                along(
                    lathe(
                        [(0.026, -w / 2 - 0.002), (0.05, -w / 2 - 0.002), (0.05, w / 2 + 0.002), (0.026, w / 2 + 0.002), (0.026, -w / 2 - 0.002)], segments=32
                    ),
                    x,
                ),
                "hubs",
            )
        b.add(along(cylinder(0.04, 0.03, bevel=0.004), s * 0.925 - 0.015), "bar", "collars")


@prop("punching_bag")
def punching_bag(spec: Spec, b: Builder) -> None:
    """A heavy bag of leather on four chains, hung from a stand of steel tube."""
    b.slot("bag", "leather", b.choose("#8a1d1a", "#1c1a1a", "#6b3a20"))
    b.slot("bands", "rubber", "#e6e2d8", role="fixed")
    b.slot("chains", "chrome", role="fixed")
    b.slot("stand", "paint", "#26282b", role="trim")
    b.add(
        move(
            lathe(smooth_path([(0, 0.5), (0.15, 0.505), (0.178, 0.54), (0.182, 0.9), (0.178, 1.3), (0.17, 1.46), (0.1, 1.475), (0, 1.475)], 60), segments=64),
            0,
            0,
            0,
        ),
        "bag",
    )
    b.add(join([lathe([(0.181, z), (0.1845, z), (0.1845, z + 0.035), (0.181, z + 0.035)], segments=64) for z in (0.6, 1.34)]), "bands")
    b.add(
        join([chain((0.15 * np.cos(a), 0.15 * np.sin(a), 1.46), (0, 0, 1.82)) for a in np.arange(4) * np.pi / 2 + 0.6] + [chain((0, 0, 1.82), (0, 0, 2.04))]),
        "chains",
    )
    frame = [sweep(smooth_path([(0, 0, 2.06), (0, 0.35, 2.08), (0, 0.62, 2.0), (0, 0.68, 1.8), (0, 0.7, 0.03)], 60), 0.035, sides=14)]
    frame += [sweep([(s * 0.02, 0.7, 0.03), (s * 0.62, -0.35, 0.03)], 0.032, sides=12) for s in (-1, 1)] + [
        box(0.5, 0.06, 0.06, bevel=0.01, at=(0, 0.72, 0)),
        box(0.7, 0.05, 0.05, bevel=0.01, at=(0, 0.2, 0.006)),
    ]
    b.add(join(frame), "stand")


@prop("treadmill")
def treadmill(spec: Spec, b: Builder) -> None:
    """A belt between two side rails, two uprights with handles, a console with a display; one runs to the left."""
    b.slot("body", "plastic", "#2b2d30")
    b.slot("belt", "rubber", "#151617", role="fixed")
    b.slot("frame", "paint", b.choose("#b9bdc1", "#8f9498"), role="trim", finish=("satin",))
    b.slot("screen", "emission", "#7fc3ff", role="fixed", params={"strength": 1.6})
    b.slot("stop", "plastic", "#c0211d", role="fixed")
    b.add(box(1.4, 0.48, 0.03, bevel=0.012, at=(0.1, 0, 0.14)), "belt")
    b.add(join([box(1.55, 0.11, 0.07, bevel=0.02, at=(0.1, s * 0.3, 0.12)) for s in (-1, 1)]), "frame", "rails")
    b.add(
        join(
            [
                move(rotate(box(0.42, 0.7, 0.16, bevel=0.06), 0, 0, 0), -0.72, 0, 0.08),
                box(0.06, 0.66, 0.1, bevel=0.02, at=(0.86, 0, 0.06)),
                *[box(0.1, 0.08, 0.08, bevel=0.02, at=(x, y, 0)) for x in (-0.7, 0.75) for y in (-0.28, 0.28)],
            ]
        ),
        "body",
    )
    bars = [sweep(smooth_path([(-0.62, s * 0.36, 0.14), (-0.56, s * 0.36, 0.8), (-0.5, s * 0.36, 1.2)], 20), 0.035, sides=14) for s in (-1, 1)]
    b.add(join(bars), "frame", "uprights")
    b.add(
        join([sweep(smooth_path([(-0.5, s * 0.36, 1.02), (-0.3, s * 0.36, 1.0), (0.05, s * 0.36, 0.98)], 20), 0.022, sides=12) for s in (-1, 1)]),
        "body",
        "handles",
    )
    console = lambda o: move(rotate(o, 0, 32, 0), -0.55, 0, 1.2)  # noqa: E731
    b.add(console(box(0.32, 0.8, 0.06, bevel=0.025)), "body", "console")
    b.add(console(box(0.2, 0.38, 0.004, bevel=0.001, at=(-0.02, 0, 0.0595))), "screen")
    b.add(console(join([cylinder(0.022, 0.012, bevel=0.004, at=(0.11, y, 0.058)) for y in (0.0,)])), "stop")


@prop("trampoline")
def trampoline(spec: Spec, b: Builder) -> None:
    """A round sheet on springs in a ring of steel, a padded rim, legs like U's, a net on six poles."""
    b.slot("pad", "canvas", b.choose("#1f5fae", "#2f7d3f", "#3b3f9a"))
    b.slot("mat", "canvas", "#17181a", role="fixed")
    b.slot("frame", "steel", "#a8acae", role="fixed")
    b.slot("poles", "foam", "#24272b", role="fixed")
    b.slot("net", "cotton", "#1d2022", role="fixed")
    r, z = 1.5, 0.75
    b.add(lathe([(0, z - 0.02), (1.2, z), (1.2, z + 0.004), (0, z - 0.016)], segments=72), "mat")
    b.add(
        lathe(
            [(1.22, z + 0.01), (1.24, z + 0.03), (1.5, z + 0.035), (1.56, z + 0.02), (1.56, z - 0.03), (1.53, z - 0.03), (1.53, z + 0.0), (1.22, z + 0.01)],
            segments=72,
        ),
        "pad",
    )
    b.add(torus(r, 0.022, at=(0, 0, z - 0.02)), "frame")
    a = np.arange(6) * np.pi / 3 + 0.2
    at = lambda t, f, h: (f * np.cos(t), f * np.sin(t), h)  # noqa: E731
    b.add(
        join(
            [
                sweep(
                    smooth_path(
                        [
                            at(t - 0.2, r, z - 0.03),
                            at(t - 0.19, r + 0.02, 0.06),
                            at(t - 0.12, r + 0.02, 0.02),
                            at(t + 0.12, r + 0.02, 0.02),
                            at(t + 0.19, r + 0.02, 0.06),
                            at(t + 0.2, r, z - 0.03),
                        ],
                        40,
                    ),
                    0.02,
                    sides=10,
                )
                for t in a
            ]
        ),
        "frame",
        "legs",
    )
    top = z + 1.55
    b.add(join([sweep(smooth_path([at(t, r + 0.07, 0.3), at(t, r + 0.07, top - 0.25), at(t, r - 0.04, top)], 24), 0.034, sides=12) for t in a]), "poles")
    turn = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    net = [[at(t, r - 0.04, z + 0.03), at(t, r - 0.04, top - 0.02)] for t in turn]
    for h in np.linspace(z + 0.2, top - 0.02, 12):
        net += [[at(t, r - 0.04, h), at(t + np.pi / 60, r - 0.04, h)] for t in turn]
    b.add(rods(net, 0.0032, sides=4), "net")
    b.add(torus(r - 0.04, 0.012, at=(0, 0, top - 0.02), segments=72, sides=8), "frame", "hoop")
    b.support("mat", -0.9, 0.9, -0.9, 0.9, z - 0.01, round=True)
    b.footprint = "round"

# SPDX-License-Identifier: GPL-3.0-or-later
"""An accordion, and a xylophone with its mallets."""

from __future__ import annotations

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, move, rotate, sphere, sweep
from diorama_stage.kit.mesher import Mesher
from diorama_stage.props.registry import prop


@prop("accordion")
def accordion(spec: Spec, b: Builder) -> None:
    """A piano accordion, drawn out: pleated bellows between two boxes of pearly lacquer, keys to the left, buttons to the right, a chrome grille."""
    b.slot("body", "lacquer", b.choose("#a3161c", "#17181b", "#1d4f8f"))
    b.slot("bellows", "cardboard", "#221c1c", role="trim")
    b.slot("edges", "chrome", role="fixed")
    b.slot("white", "ivory", "#f2ecdc", role="fixed")
    b.slot("black", "lacquer", "#101012", role="fixed")
    b.slot("straps", "leather", "#1c1614", role="fixed")
    h, d = 0.4, 0.2
    b.add(join([box(0.09, d, h, bevel=0.025, at=(-0.16, 0, 0)), box(0.09, d, h, bevel=0.025, at=(0.22, 0, 0))]), "body")
    m, edges = Mesher(), []
    folds = 13
    for k in range(folds * 2):
        x0, x1 = -0.115 + 0.29 * k / (folds * 2), -0.115 + 0.29 * (k + 1) / (folds * 2)
        a, c = (0.0, 0.022) if k % 2 == 0 else (0.022, 0.0)
        ring = lambda x, i: np.array([  # noqa: E731
            (x, -d / 2 + i, 0.012 + i), (x, d / 2 - i, 0.012 + i), (x, d / 2 - i, h - 0.012 - i), (x, -d / 2 + i, h - 0.012 - i)
        ])
        m.add(np.concatenate([ring(x0, a), ring(x1, c)]), np.array([(j, (j + 1) % 4, 4 + (j + 1) % 4, 4 + j) for j in range(4)]))
        if k % 2 == 0:
            edges += [box(0.004, 0.006, 0.02, bevel=0.001, at=(x0, -d / 2 + 0.002, z)) for z in (0.012, h - 0.032)]
    b.add(m.object("bellows", None), "bellows")
    b.add(join([box(0.1, d + 0.004, 0.008, bevel=0.002, at=(x, 0, z)) for x in (-0.16, 0.22) for z in (0.03, h - 0.04)] + edges), "edges", "trim")
    keys = 17
    b.add(box(0.02, 0.06, h + 0.02, bevel=0.004, at=(-0.21, -d / 2 + 0.01, -0.01)), "body", "keyboard")
    b.add(join([box(0.07, 0.012, h / keys - 0.002, bevel=0.002, at=(-0.25, -d / 2 - 0.016, k * h / keys)) for k in range(keys)]), "white", "keys")
    b.add(
        join(
            [
                box(0.042, 0.014, h / keys * 0.55, bevel=0.002, at=(-0.236, -d / 2 - 0.026, (k + 0.72) * h / keys))
                for k in range(keys - 1)
                if k % 7 not in (2, 6)
            ]
        ),
        "black",
        "sharps",
    )
    b.add(
        join(
            [
                move(rotate(cylinder(0.006, 0.006, bevel=0.002), 90, 0, 0), 0.195 + 0.017 * i, -d / 2 - 0.001, 0.07 + 0.03 * k + 0.006 * i)
                for i in range(4)
                for k in range(9)
            ]
        ),
        "white",
        "buttons",
    )
    b.add(join([box(0.05, 0.004, 0.004, bevel=0.001, at=(-0.155, -d / 2 - 0.002, 0.06 + 0.022 * k)) for k in range(13)]), "edges", "grille")
    t = np.linspace(0, np.pi, 24)
    b.add(
        join(
            [
                sweep(np.stack([np.full(24, -0.16 + o), d / 2 + 0.09 * np.sin(t), h / 2 + 0.17 * np.cos(t)], axis=1), 0.014, sides=8, flat=0.3)
                for o in (-0.02, 0.36)
            ]
        ),
        "straps",
    )


@prop("xylophone")
def xylophone(spec: Spec, b: Builder) -> None:
    """Eight bars of many colours, each shorter than the last, on two rails of pine; two mallets lie across them."""
    colours = ("#d8342c", "#e8792a", "#edc02f", "#5fae45", "#2fa5a0", "#2f6fc0", "#5a45a8", "#c04a98")
    b.slot("rails", "pine", role="trim")
    b.slot("pins", "steel", "#b9bbbd", role="fixed")
    b.slot("sticks", "oak", role="fixed")
    b.slot("heads", "rubber", "#b3262e", role="fixed")
    b.slot("bars", "paint", spec.colours[0] if spec.colours else colours[0], finish=("glossy",))
    pins = []
    for k, colour in enumerate(colours):
        x, long = -0.161 + 0.046 * k, 0.24 - 0.0155 * k
        name = "bars" if k == 0 else b.slot(f"bar {k}", "paint", colour, role="main", finish=("glossy",))
        b.add(box(0.04, long, 0.012, bevel=0.003, at=(x, 0, 0.034)), name, "bars")
        pins += [cylinder(0.005, 0.005, bevel=0.002, at=(x, s * long * 0.32, 0.045)) for s in (-1, 1)]
    b.add(join(pins), "pins")
    rails = [move(rotate(box(0.4, 0.024, 0.034, bevel=0.004), 0, 0, -s * 5.2), 0, s * 0.06, 0) for s in (-1, 1)]
    b.add(join([*rails, box(0.02, 0.16, 0.03, bevel=0.004, at=(-0.195, 0, 0)), box(0.02, 0.1, 0.03, bevel=0.004, at=(0.195, 0, 0))]), "rails")
    for x0, y0, x1, y1 in ((-0.12, -0.1, 0.08, 0.03), (0.13, -0.12, -0.02, 0.04)):
        z = 0.0505 if x0 < 0 else 0.058
        b.add(sweep([(x0, y0, z), (x1, y1, z + 0.009)], 0.0035, sides=8), "sticks")
        b.add(sphere(0.013, at=(x1, y1, z + 0.009), segments=20), "heads")

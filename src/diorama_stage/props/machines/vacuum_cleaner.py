# SPDX-License-Identifier: GPL-3.0-or-later
"""A vacuum cleaner."""

from __future__ import annotations

from diorama_stage.kit import Builder, Spec, box, cylinder, join, lathe, move, rotate, smooth_path, sweep
from diorama_stage.kit.parts import hull
from diorama_stage.props.registry import prop


@prop("vacuum_cleaner")
def vacuum_cleaner(spec: Spec, b: Builder) -> None:
    """A canister on two big wheels, a ribbed hose that rises to a bent grip, a tube of steel down to a flat nozzle (left)."""
    b.slot("body", "plastic", b.choose("#b3262e", "#2a5f8f", "#3a7d4a", "#4a4d52"), finish=("glossy",))
    b.slot("dark", "plastic", "#1d1f21", role="trim")
    b.slot("tube", "chrome", role="fixed")
    b.add(
        hull(
            [
                (-0.2, 0.14, 0.05, 0.04, 0.06, 2.4),
                (-0.14, 0.14, 0.12, 0.1, 0.1, 2.6),
                (0.02, 0.15, 0.15, 0.14, 0.11, 2.8),
                (0.16, 0.15, 0.14, 0.12, 0.1, 2.8),
                (0.23, 0.15, 0.08, 0.06, 0.06, 2.4),
            ]
        ),
        "body",
    )
    disc = [(0, -0.02), (0.09, -0.02), (0.1, -0.01), (0.1, 0.01), (0.09, 0.02), (0.05, 0.024), (0, 0.024)]
    rest = [move(rotate(lathe(disc, segments=48), 90, 0, 0), 0.14, s * 0.15, 0.1) for s in (-1, 1)] + [
        cylinder(0.03, 0.05, bevel=0.01, at=(-0.13, 0, 0)),
        sweep(smooth_path([(-0.04, 0, 0.29), (-0.02, 0, 0.34), (0.1, 0, 0.34), (0.13, 0, 0.27)], 24), 0.014, sides=10),
    ]
    rest += [cylinder(0.018, 0.012, bevel=0.004, at=(0.02, -0.07, 0.275)), cylinder(0.036, 0.03, bevel=0.006, at=(-0.06, 0, 0.245))]
    b.add(join(rest), "dark", "wheels")
    path = smooth_path([(-0.06, 0, 0.27), (-0.1, 0.02, 0.5), (-0.02, 0.06, 0.78), (-0.12, 0.03, 1.0), (-0.3, 0.0, 0.98), (-0.36, 0.0, 0.88)], 150)
    ribs = [1 + 0.16 * (k % 3 == 0) for k in range(150)]
    b.add(sweep(path, [0.021 * r for r in ribs], sides=14, smooth=20), "dark", "hose")
    b.add(sweep([(-0.36, 0, 0.9), (-0.43, 0, 0.7)], 0.021, sides=14), "dark", "grip")
    b.add(sweep([(-0.42, 0, 0.73), (-0.64, 0, 0.07)], 0.016, sides=14), "tube")
    b.add(join([box(0.1, 0.29, 0.035, bevel=0.012, at=(-0.67, 0, 0)), sweep([(-0.63, 0, 0.1), (-0.66, 0, 0.02)], 0.022, sides=12)]), "dark", "nozzle")

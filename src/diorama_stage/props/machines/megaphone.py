# SPDX-License-Identifier: GPL-3.0-or-later
"""A megaphone."""

from __future__ import annotations



from diorama_stage.kit import Builder, Spec, lathe, move, rotate, rounded_profile
from diorama_stage.kit import smooth_path, sweep, torus
from diorama_stage.kit.parts import slab
from diorama_stage.props.registry import prop


@prop("megaphone")
def megaphone(spec: Spec, b: Builder) -> None:
    """A loud hailer: a flared horn, a drum behind it, a pistol grip with its switch, a strap."""
    b.slot("body", "plastic", b.choose("#f2f0ea", "#c62f2a", "#e0a81c"))
    b.slot("dark", "plastic", "#1b1c1e", role="trim")
    horn = smooth_path([(0.035, 0), (0.04, 0.06), (0.06, 0.14), (0.1, 0.2), (0.112, 0.21)], 40)
    skin = [tuple(p) for p in horn] + [(r - 0.003, z - 0.001) for r, z in horn[::-1]]
    b.add(move(rotate(lathe(skin, segments=72, smooth=60), 0, -90), 0, 0, 0.2), "body", "horn")
    b.add(move(rotate(torus(0.112, 0.005, segments=72, sides=10), 0, 90), -0.21, 0, 0.2), "dark", "rim")
    drum = [(0, 0.01), (0.052, 0.01), (0.058, 0.0), (0.058, -0.09), (0.05, -0.1), (0, -0.1)]
    b.add(move(rotate(lathe(rounded_profile(drum, 0.006), segments=56), 0, -90), 0, 0, 0.2), "dark", "drum")
    b.add(
        move(rotate(lathe(rounded_profile([(0, -0.02), (0.02, -0.02), (0.03, 0.08), (0.022, 0.1), (0, 0.12)], 0.006), segments=36), 0, -90), -0.02, 0, 0.2),
        "dark",
        "cone",
    )
    grip = [(0.02, 0.15), (0.06, 0.15), (0.085, 0.02), (0.045, 0.02)]
    b.add(slab(grip, 0.032, bevel=0.01), "body", "grip")
    b.add(slab([(0.014, 0.13), (0.024, 0.13), (0.032, 0.085), (0.024, 0.085)], 0.016, bevel=0.003), "dark", "trigger")
    strap = smooth_path([(0.08, 0.0, 0.15), (0.15, -0.03, 0.1), (0.14, -0.06, 0.01), (0.08, -0.07, 0.006), (0.065, -0.02, 0.03)], 40)
    b.add(sweep(strap, 0.005, sides=10, flat=0.4), "dark", "strap")

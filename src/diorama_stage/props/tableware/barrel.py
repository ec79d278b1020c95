# SPDX-License-Identifier: GPL-3.0-or-later
"""Barrels and oil drums."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import (
    Builder,
    Spec,
    box,
    cylinder,
    ellipsoid,
    from_geometry,
    in_hand,
    join,
    label_arc,
    label_lathe,
    lathe,
    move,
    rotate,
    rounded_profile,
)  # fmt: skip
from diorama_stage.kit.parts import tint
from diorama_stage.props.registry import prop


@prop("barrel")
def barrel(spec: Spec, b: Builder) -> None:
    H, R, r, n = b.vary(0.9, 0.03), 0.33, 0.27, 22
    metal = spec.material in ("steel", "brushed_steel", "iron", "aluminium", "plastic", "rust", "paint")
    if metal:
        drum(spec, b, spec.material)
        return
    b.slot("body", "oak", b.choose("#9a7044", "#8a6038", "#a67c4e"))
    b.slot("hoops", "iron", "#5d5c5a", role="trim", finish=("weathered",))
    b.slot("bung", "cork", role="fixed")
    out = lambda z: r + (R - r) * (1 - (2 * z / H - 1) ** 2)  # noqa: E731
    staves, zs = [], np.linspace(0, H, 25)
    for k in range(n):
        a0, a1 = 2 * math.pi * k / n, 2 * math.pi * (k + 1) / n
        shift = b.rng.uniform(-0.0015, 0.0015)
        verts, faces, m = [], [], 9
        for z in zs:
            for j in range(m):
                t = j / (m - 1)
                sunk = 0.0045 * (abs(2 * t - 1) ** 14)
                a = a0 + (a1 - a0) * t
                q = out(z) + shift - sunk
                verts.append((q * math.cos(a), q * math.sin(a), z))
        faces = [(i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j) for i in range(len(zs) - 1) for j in range(m - 1)]
        tone = b.rng.uniform(0.8, 1.12)
        furrow = np.tile([0.35 if j in (0, m - 1) else tone for j in range(m)], len(zs))
        staves.append(tint(from_geometry("stave", verts, faces, smooth=70), lambda _, f=furrow: f))
    b.add(join(staves), "body", "staves")
    for z, up in ((0.0, 1), (H, -1)):
        rim = [(out(z) - 0.004, z), (out(z) - 0.002, z), (out(z) - 0.022, z + 0.0005 * up), (out(z) - 0.024, z + 0.035 * up)]
        b.add(lathe(rim, segments=96), "body", "rim")
        planks = [
            box(
                0.0935,
                2 * math.sqrt(max((r - 0.02) ** 2 - (abs(x) - 0.0) ** 2, 0.0009)),
                0.012,
                bevel=0.002,
                at=(x, 0, z + up * 0.03 - (0.012 if up < 0 else 0)),
            )
            for x in np.linspace(-0.19, 0.19, 5)
        ]
        disc = cylinder(r - 0.021, 0.008, bevel=0, segments=80, at=(0, 0, z + up * 0.032 - (0.009 if up < 0 else 0)))
        b.add(join([rotate(o, 0, 0, 20) for o in planks] + [disc]), "body", "heads")
    for z0, tall in ((0.012, 0.042), (0.13, 0.036), (0.29, 0.036), (H - 0.326, 0.036), (H - 0.166, 0.036), (H - 0.054, 0.042)):
        a, c = out(z0) + 0.0015, out(z0 + tall) + 0.0015
        hoop = [(a - 0.004, z0), (a + 0.0025, z0), (c + 0.0025, z0 + tall), (c - 0.004, z0 + tall)]
        b.add(lathe(hoop, segments=110, smooth=30), "hoops")
        for dz in (0.3, 0.7):
            q = (a * (1 - dz) + c * dz) + 0.002
            b.add(ellipsoid(0.0065, 0.004, 0.0065, at=(-0.12, -math.sqrt(q * q - 0.0144), z0 + tall * dz), segments=14), "hoops", "rivets")
    for label in spec.labels[:1]:
        stencilled(b, label)
        b.add(label_lathe([(out(z), z) for z in np.linspace(0.3, H - 0.3, 9)], 0.338, H - 0.338, 84, lift=0.0024), "label")
    bung = rotate(cylinder(0.024, 0.03, top=0.021, bevel=0.004), 90)
    b.add(rotate(move(bung, 0, -R + 0.012, H / 2), 0, 0, 180 if spec.labels else 0), "bung")
    b.support("top", -r * 0.8, r * 0.8, -r * 0.8, r * 0.8, H - 0.03, round=True)
    b.footprint = "round"


def stencilled(b: Builder, label: dict) -> None:
    """The slot of what is painted on, by a stencil where no other hand is asked for."""
    b.slot("label", "printed", role="fixed", label=in_hand(label, "stencil"), params={"transparent": True})


def drum(spec: Spec, b: Builder, material: str) -> None:
    """A steel drum with rolling hoops."""
    H, R = 0.88, 0.29
    b.slot("body", material, "#2f5f8f" if material in ("paint", "plastic") else None)
    b.slot("bung", "steel", role="trim")
    side = [(0, 0.012), (R - 0.02, 0.012), (R - 0.008, 0.0), (R + 0.004, 0.0), (R + 0.004, 0.016), (R, 0.022)]
    for z in (H / 3, 2 * H / 3):
        side += [(R, z - 0.022), (R + 0.013, z - 0.006), (R + 0.013, z + 0.006), (R, z + 0.022)]
    side += [(R, H - 0.022), (R + 0.004, H - 0.016), (R + 0.004, H), (R - 0.008, H), (R - 0.016, H - 0.014), (0, H - 0.014)]
    b.add(lathe(rounded_profile(side, 0.006), segments=120), "body")
    for label in spec.labels[:1]:
        stencilled(b, label)
        b.add(label_arc(R, H / 3 + 0.03, 2 * H / 3 - 0.03, 96, lift=0.0012), "label")
    for x, q in ((-0.17, 0.032), (0.18, 0.019)):
        b.add(cylinder(q, 0.008, bevel=0.002, segments=6 if q > 0.03 else 28, at=(x, 0.02, H - 0.014)), "bung")
    b.support("top", -R * 0.85, R * 0.85, -R * 0.85, R * 0.85, H - 0.012, round=True)
    b.footprint = "round"

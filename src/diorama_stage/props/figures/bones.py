# SPDX-License-Identifier: GPL-3.0-or-later
"""A human skeleton, as it stands in a classroom."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, ellipsoid, join, move, smooth_path, sphere, sweep
from diorama_stage.kit.parts import add_rod
from diorama_stage.props.desk.skull import skull
from diorama_stage.props.registry import prop


@prop("skeleton")
def skeleton(spec: Spec, b: Builder) -> None:
    """A skull on a curved spine, twelve pairs of ribs to a breastbone, a pelvis, long bones with their knuckled ends, hands and feet of small bones;
    on a rod with a foot where it is told to stand in a classroom."""
    skull(spec, b)
    for o in [o for group in b._parts.values() for o in group]:
        move(o, 0, -0.005, 1.6)
    made = []
    spine = smooth_path([(0, 0.03, 0.98), (0, -0.01, 1.08), (0, 0.035, 1.25), (0, 0.05, 1.4), (0, 0.02, 1.52), (0, 0.02, 1.64)], 24)
    for k, p in enumerate(spine):
        size = 0.024 - 0.0005 * k
        made += [
            ellipsoid(size, size * 0.85, 0.0155, at=tuple(p), segments=18),
            ellipsoid(0.007, 0.022, 0.008, at=(p[0], p[1] + 0.032, p[2] - 0.008), segments=12),
        ]
        made += [ellipsoid(0.02, 0.007, 0.006, at=(s * 0.03, p[1] + 0.014, p[2]), segments=12) for s in (-1, 1)]
    for k in range(12):
        t = k / 11
        z = 1.5 - 0.28 * t
        back = float(np.interp(z, spine[:, 2], spine[:, 1])) + 0.02
        half = float(np.interp(t, [0, 0.25, 0.65, 1], [0.065, 0.115, 0.13, 0.095]))
        deep = float(np.interp(t, [0, 0.3, 0.7, 1], [0.09, 0.15, 0.165, 0.08]))
        fall = float(np.interp(t, [0, 0.5, 1], [0.035, 0.07, 0.06]))
        end = 1.0 if k < 7 else 0.93 if k < 10 else 0.5
        a = np.linspace(0.12, math.pi * end - (0.1 if k < 7 else 0.3), 40)
        for s in (-1, 1):
            rib = np.column_stack([s * half * np.sin(a), back - deep * (1 - np.cos(a)) / 2 * (1.0 if k < 10 else 0.8), z - fall * (1 - np.cos(a)) / 2 * 1.2])
            if k < 7:
                rib[-8:, 2] += np.linspace(0, 0.012, 8)
            made.append(sweep(rib, np.interp(np.linspace(0, 1, 40), [0, 0.5, 1], [0.0068, 0.0058, 0.005]), sides=8, flat=1.5))
    front = -0.115
    made.append(
        sweep(
            smooth_path([(0, front + 0.02, 1.46), (0, front, 1.4), (0, front - 0.012, 1.28)], 20),
            np.interp(np.linspace(0, 1, 20), [0, 0.2, 0.9, 1], [0.016, 0.02, 0.015, 0.006]),
            sides=12,
            flat=0.45,
        )
    )
    for s in (-1, 1):
        made.append(sweep(smooth_path([(s * 0.015, front + 0.02, 1.465), (s * 0.09, -0.07, 1.485), (s * 0.175, 0.0, 1.49)], 20), 0.008, sides=10))
        blade = [
            ellipsoid(0.048, 0.008, 0.075, at=(s * 0.115, 0.085, 1.39), segments=24),
            sweep([(s * 0.075, 0.09, 1.43), (s * 0.12, 0.1, 1.455), (s * 0.18, 0.03, 1.485)], 0.009, sides=10),
        ]
        made += blade
        made += _long((s * 0.185, 0.02, 1.46), (s * 0.215, 0.03, 1.16), 0.0125, 0.022)
        made += _long((s * 0.212, 0.028, 1.15), (s * 0.235, -0.015, 0.91), 0.0085, 0.013)
        made += _long((s * 0.226, 0.034, 1.15), (s * 0.25, 0.0, 0.91), 0.007, 0.011)
        made += _hand(s)
        hip = [
            ellipsoid(0.07, 0.02, 0.075, at=(s * 0.075, 0.03, 1.0), segments=28),
            sweep(
                smooth_path([(s * 0.03, 0.06, 1.01), (s * 0.1, 0.06, 1.055), (s * 0.145, -0.02, 1.03), (s * 0.11, -0.06, 0.95), (s * 0.02, -0.07, 0.905)], 40),
                0.0125,
                sides=12,
            ),
        ]
        hip.append(
            sweep(smooth_path([(s * 0.1, -0.02, 0.93), (s * 0.06, 0.02, 0.86), (s * 0.03, -0.04, 0.88), (s * 0.015, -0.068, 0.9)], 30), 0.0105, sides=12)
        )
        made += hip
        made.append(sphere(0.024, at=(s * 0.115, 0.0, 0.935), segments=20))
        made += _long((s * 0.15, 0.005, 0.92), (s * 0.1, 0.0, 0.51), 0.0145, 0.034)
        made.append(ellipsoid(0.021, 0.012, 0.023, at=(s * 0.1, -0.04, 0.5), segments=20))
        made += _long((s * 0.098, 0.0, 0.475), (s * 0.092, 0.015, 0.09), 0.0125, 0.028)
        made += _long((s * 0.128, 0.012, 0.455), (s * 0.118, 0.022, 0.08), 0.006, 0.011)
        made += _foot(s)
    made.append(ellipsoid(0.035, 0.014, 0.05, at=(0, 0.06, 0.98), segments=24))
    b.add(join(made), "body", "bones")
    if spec.has("standing", "upright") or spec.is_a("classroom"):
        b.slot("stand", "chrome", role="fixed")
        add_rod(b, "stand", (0, 0.12, 0.03), (0, 0.12, 1.0), 0.011)
        add_rod(b, "stand", (0, 0.12, 0.99), (0, 0.04, 0.99), 0.009)
        for k in range(5):
            a = 2 * math.pi * k / 5 + 0.3
            add_rod(b, "stand", (0, 0.12, 0.06), (0.28 * math.cos(a), 0.12 + 0.28 * math.sin(a), 0.03), 0.012)


def _long(top, foot, thin: float, knob: float) -> list:
    """A long bone between its two knuckled ends."""
    top, foot = np.asarray(top, float), np.asarray(foot, float)
    t = np.linspace(0, 1, 24)
    bow = np.sin(np.pi * t) * 0.012
    path = top + (foot - top) * t[:, None] + np.column_stack([0 * t, -bow, 0 * t])
    ends = [ellipsoid(knob * 0.55, knob * 0.62, knob * 0.5, at=tuple(p + (s * knob * 0.42, 0, 0)), segments=16) for p in (top, foot) for s in (-1, 1)]
    return [sweep(path, thin * np.interp(t, [0, 0.15, 0.5, 0.85, 1], [1.7, 1.1, 0.9, 1.1, 1.7]), sides=12), *ends]


def _hand(s: int) -> list:
    out = [
        ellipsoid(0.009, 0.009, 0.008, at=(s * (0.232 + 0.012 * (k % 4)), -0.012 + 0.005 * (k % 2), 0.895 - 0.012 * (k // 4)), segments=10) for k in range(8)
    ]
    for k in range(5):
        x, z, long = (0.225, 0.885, 0.7) if k == 0 else (0.235 + 0.014 * (k - 1), 0.875, 1.0 - 0.1 * abs(k - 2.3))
        lean = -0.3 if k == 0 else 0.03 * (k - 2)
        for length in (0.055 * long, 0.036 * long, 0.024 * long, 0.017 * long)[: 3 if k == 0 else 4]:
            a, c = (s * x, -0.016, z), (s * (x + lean * length), -0.018, z - length * 0.94)
            out.append(sweep([a, ((a[0] + c[0]) / 2, -0.018, (a[2] + c[2]) / 2), c], np.array([0.0052, 0.0034, 0.0048]), sides=8))
            x, z = x + lean * length, z - length
    return out


def _foot(s: int) -> list:
    x0 = s * 0.1
    out = [ellipsoid(0.022, 0.036, 0.022, at=(x0, 0.05, 0.03), segments=20), ellipsoid(0.024, 0.03, 0.018, at=(x0, 0.0, 0.062), segments=20)]
    out += [ellipsoid(0.012, 0.012, 0.011, at=(x0 + s * 0.014 * (k - 1), -0.035, 0.045), segments=12) for k in range(3)]
    for k in range(5):
        x, y, z = x0 + s * 0.013 * (k - 2) * 0.9, -0.04, 0.04
        for length, drop in ((0.062, 0.02), (0.026, 0.008), (0.016, 0.003), (0.012, 0.001))[: 3 if k == 0 else 4]:
            a, c = (x, y, z), (x + s * 0.06 * (k - 2) * length, y - length, z - drop)
            out.append(
                sweep(
                    [a, ((a[0] + c[0]) / 2, (a[1] + c[1]) / 2, (a[2] + c[2]) / 2 + 0.003), c],
                    np.array([0.007, 0.0045, 0.006]) * (1.35 if k == 0 else 1.0),
                    sides=8,
                )
            )
            x, y, z = c
    return out

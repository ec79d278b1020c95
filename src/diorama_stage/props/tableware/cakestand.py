# SPDX-License-Identifier: GPL-3.0-or-later
"""What cakes are shown on."""

from __future__ import annotations

import math

from diorama_stage.kit import Builder, Spec, lathe, rounded_profile, smooth_path
from diorama_stage.kit.build import vertices
from diorama_stage.props.registry import prop


@prop("cake_stand")
def cake_stand(spec: Spec, b: Builder) -> None:
    """A plate on a turned stem and a wide foot; its edge plain, turned up, or scalloped."""
    r, h = b.vary(0.14, 0.04), b.vary(0.115, 0.1)
    b.slot("body", "porcelain", b.choose("#f1eee8", "#f1eee8", "#d7e2dc", "#eadbd6"), params={"wall": 0.005})
    edge = b.choose("lip", "scallop", "plain")
    top = h
    rim = {
        "lip": [(r - 0.002, top + 0.011), (r - 0.006, top + 0.0112), (r - 0.0085, top + 0.001)],
        "plain": [(r, top + 0.0005), (r - 0.002, top + 0.001)],
        "scallop": [(r, top - 0.004), (r - 0.004, top + 0.001)],
    }[edge]
    under = [(r * 0.9, top - 0.005), (r - 0.003, top - (0.0045 if edge != "scallop" else 0.022))]
    stem = smooth_path(
        [(0.062, 0.004), (0.055, 0.009), (0.03, 0.022), (0.0155, 0.04), (0.0125, 0.055), (0.019, 0.063), (0.0195, 0.068), (0.0125, 0.076), (0.014, 0.09), (0.03, h - 0.012), (0.05, h - 0.0065)], 60
    )
    profile = [(0, 0.014), (0.03, 0.008), (0.058, 0.0), (0.064, 0.0), (0.0655, 0.0025), *map(tuple, stem), *under, *rim, (0, top + 0.0004)]
    body = lathe(rounded_profile(profile, 0.0014, 4), segments=176, smooth=50)
    if edge == "scallop":
        _scallops(body, r, top)
    b.add(body, "body")
    if spec.has("domed") or spec.is_a("dome"):
        b.slot("dome", "glass", "#eef4f2", role="fixed", params={"wall": 0.003})
        d = r * 0.9
        out = [(d, top + 0.001), *smooth_path([(d, top + 0.09), (d * 0.9, top + 0.135), (d * 0.55, top + 0.165), (0.014, top + 0.173)], 40).tolist()]
        b.add(
            lathe(
                [
                    *out,
                    (0.0085, top + 0.176),
                    (0.0165, top + 0.188),
                    (0.0165, top + 0.199),
                    (0.009, top + 0.205),
                    (0, top + 0.206),
                    (0, top + 0.17),
                    *[(max(x - 0.003, 0.0), z - 0.003) for x, z in out[::-1] if z > top + 0.004],
                    (d - 0.003, top + 0.001),
                    (d, top + 0.001),
                ],
                segments=112,
                smooth=50,
            ),
            "dome",
        )
    b.support("top", -r * 0.86, r * 0.86, -r * 0.86, r * 0.86, top + 0.001, round=True)
    b.footprint = "round"


def _scallops(body, r: float, top: float) -> None:
    """The hanging edge in waves, each with a fold above it."""
    p = vertices(body).astype(float)
    for v, (x, y, z) in zip(body.data.vertices, p, strict=True):
        out = min(max((math.hypot(x, y) / r - 0.9) / 0.1, 0), 1)
        if out > 0 and z > top - 0.03:
            wave = abs(math.sin(9 * math.atan2(y, x)))
            f = 1 + out * 0.022 * (wave - 0.5)
            v.co.x, v.co.y, v.co.z = x * f, y * f, z - out * 0.004 * wave * (z < top - 0.002)

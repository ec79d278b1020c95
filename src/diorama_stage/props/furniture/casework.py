# SPDX-License-Identifier: GPL-3.0-or-later
"""Cabinets and cases: a filing cabinet, a kitchen cabinet, a case of glass; a mattress, a child's high chair."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, cylinder, join, label_plane, lathe, move, rotate, rounded_profile, smooth_path, sphere, sweep
from diorama_stage.kit.parts import add_rod, frame_bars
from diorama_stage.kit.seams import stand_on
from diorama_stage.props.registry import prop


@prop("filing_cabinet")
def filing_cabinet(spec: Spec, b: Builder) -> None:
    """Four drawers of pressed steel, each with a handle and a card in its holder; one drawn out shows its hanging files."""
    b.slot("body", "paint", b.choose("#7f8a86", "#8d9094", "#c4beb0", "#4d5a55"), finish=("satin",))
    b.slot("metal", "chrome", role="fixed")
    b.slot("paper", "paper", "#f1ecdd", role="fixed")
    wide, deep, tall = 0.47, 0.62, 1.32
    b.add(box(wide, deep, tall, bevel=0.006), "body")
    high = (tall - 0.06) / 4
    for k in range(4):
        z, out = 0.04 + k * high, 0.0
        if k == 2 and spec.has("open"):
            b.slot("files", "cardboard", "#b99560", role="fixed")
            out = 0.3
            b.add(
                join([box(0.42, 0.003, high - 0.06 - 0.012 * (j % 3), bevel=0.0005, at=(0, -deep / 2 - 0.02 - 0.02 * j, z + 0.02)) for j in range(14)]), "files"
            )
            b.add(join([box(0.008, out, high * 0.6, bevel=0.001, at=(s * 0.216, -deep / 2 - out / 2, z + 0.012)) for s in (-1, 1)]), "body", "drawers")
        b.add(box(wide - 0.024, 0.022, high - 0.012, bevel=0.004, at=(0, -deep / 2 - 0.008 - out, z)), "body", "drawers")
        y = -deep / 2 - 0.02 - out
        grip = smooth_path(
            [(-0.06, y, z + high * 0.42), (-0.055, y - 0.028, z + high * 0.42), (0.055, y - 0.028, z + high * 0.42), (0.06, y, z + high * 0.42)], 40
        )
        b.add(sweep(grip, 0.0062, sides=12), "metal", "handles")
        b.add(join(frame_bars(0.1, 0.045, 0.005, 0.004, bevel=0.001)), "metal", "holders")
        move(b._parts["holders"][-1], 0, y - 0.001, z + high * 0.64)
        b.add(box(0.092, 0.002, 0.037, bevel=0, at=(0, y - 0.0005, z + high * 0.64 + 0.004)), "paper", "cards")
    b.add(move(rotate(cylinder(0.009, 0.008, bevel=0.002), 90), wide / 2 - 0.05, -deep / 2 - 0.018, tall - 0.055), "metal", "lock")
    b.support("top", -0.2, 0.2, -0.27, 0.27, tall)


@prop("cabinet")
def cabinet(spec: Spec, b: Builder) -> None:
    """A cabinet of two parts: panelled doors below, glazed doors above with shelves and crockery behind them; a kitchen's is a base of doors and drawers
    under a worktop."""
    b.slot("body", b.choose("paint", "oak", "walnut"), b.choose("#6f8579", "#e6e0d2", "#8d6a45"), finish=("satin",))
    b.slot("metal", b.choose("brass", "steel"), role="trim")
    b.slot("dark", "wood", "#2b2018", role="fixed")
    wide, deep, low = 1.0, 0.42, 0.82
    b.add(box(wide - 0.04, deep - 0.04, 0.08, bevel=0.002), "dark", "plinth")
    b.add(box(wide, deep, low - 0.08, bevel=0.004, at=(0, 0, 0.08)), "body")
    kitchen = spec.is_a("kitchen")
    for s in (-1, 1):
        x, top = s * wide / 4, low - (0.2 if kitchen else 0.03)
        _panel(b, x, -deep / 2, 0.1, wide / 2 - 0.016, top - 0.1)
        b.add(_knob((x - s * (wide / 4 - 0.04), -deep / 2 - 0.02, (0.1 + top) / 2 + 0.1)), "metal", "knobs")
        if kitchen:
            b.add(box(wide / 2 - 0.016, 0.02, 0.15, bevel=0.003, at=(x, -deep / 2 - 0.008, low - 0.175)), "body", "drawers")
            b.add(_knob((x, -deep / 2 - 0.02, low - 0.1)), "metal", "knobs")
    if kitchen:
        b.slot("top", b.choose("oak", "marble", "granite"), role="trim")
        b.add(box(wide + 0.02, deep + 0.04, 0.036, bevel=0.004, at=(0, -0.01, low)), "top")
        b.support("top", -0.45, 0.45, -0.19, 0.17, low + 0.036)
        return
    b.slot("glass", "glass", role="fixed")
    b.slot("crockery", "porcelain", b.choose("#f2efe6", "#d6dfe6"), role="fixed")
    b.add(box(wide + 0.04, deep + 0.03, 0.03, bevel=0.006, at=(0, -0.01, low)), "body", "ledge")
    z0, z1, back = low + 0.03, 1.86, deep / 2 - 0.02
    depth = 0.32
    b.add(box(wide, 0.02, z1 - z0, bevel=0.001, at=(0, back + 0.01, z0)), "body", "back")
    b.add(join([box(0.024, depth, z1 - z0, bevel=0.002, at=(s * (wide / 2 - 0.012), back - depth / 2, z0)) for s in (-1, 1)]), "body", "sides")
    b.add(join([box(wide - 0.02, depth - 0.02, 0.018, bevel=0.002, at=(0, back - depth / 2 + 0.01, z)) for z in (z0, z0 + 0.33, z0 + 0.66)]), "body", "shelves")
    b.add(box(wide + 0.06, depth + 0.05, 0.05, bevel=0.014, at=(0, back - depth / 2, z1)), "body", "cornice")
    for s in (-1, 1):
        door = [*frame_bars(wide / 2 - 0.006, z1 - z0 - 0.004, 0.045, 0.022), box(0.012, 0.016, z1 - z0 - 0.06, bevel=0.002, at=(0, 0, 0.03))]
        door += [box(wide / 2 - 0.06, 0.016, 0.012, bevel=0.002, at=(0, 0, z)) for z in (0.33, 0.66)]
        b.add(move(join(door), s * wide / 4, back - depth - 0.011, z0 + 0.002), "body", "doors")
        b.add(box(wide / 2 - 0.08, 0.003, z1 - z0 - 0.08, bevel=0, at=(s * wide / 4, back - depth - 0.011, z0 + 0.04)), "glass", "panes")
        b.add(_knob((s * 0.03, back - depth - 0.022, z0 + 0.5)), "metal", "knobs")
    made = []
    for row, z in enumerate((z0 + 0.018, z0 + 0.348, z0 + 0.678)):
        for k, x in enumerate(np.linspace(-0.38, 0.38, 5)):
            y = back - depth / 2
            if (row + k) % 3 == 0:
                made.append(
                    move(
                        rotate(lathe([(0, 0), (0.05, 0), (0.11, 0.014), (0.108, 0.02), (0.05, 0.008), (0, 0.008)], segments=48), 78), x, back - 0.03, z + 0.108
                    )
                )
            elif (row + k) % 3 == 1:
                made += [
                    move(lathe([(0, 0), (0.03, 0), (0.055, 0.03), (0.062, 0.055), (0.058, 0.055), (0.03, 0.008), (0, 0.008)], segments=40), x, y, z + 0.018 * j)
                    for j in range(4)
                ]
            else:
                made.append(
                    move(
                        lathe([(0, 0), (0.03, 0), (0.06, 0.05), (0.055, 0.09), (0.028, 0.12), (0.034, 0.15), (0.028, 0.15), (0, 0.14)], segments=40, smooth=60),
                        x,
                        y,
                        z,
                    )
                )
    b.add(join(made), "crockery")
    b.support("top", -0.42, 0.42, 0.0, 0.18, z1 + 0.05)


def _knob(at) -> object:
    return stand_on(
        lathe(rounded_profile([(0, 0), (0.006, 0), (0.005, 0.01), (0.0135, 0.018), (0.012, 0.026), (0, 0.028)], 0.002), segments=28), at, (0, -1, 0)
    )


def _panel(b: Builder, x: float, y: float, z: float, wide: float, tall: float) -> None:
    """A framed door with a sunk panel, its front at `y`."""
    door = [*frame_bars(wide, tall, 0.06, 0.022, bevel=0.003), box(wide - 0.11, 0.01, tall - 0.11, bevel=0.003, at=(0, 0.006, 0.055))]
    b.add(move(join(door), x, y - 0.008, z), "body", "doors")


@prop("display_case")
def display_case(spec: Spec, b: Builder) -> None:
    """A museum's case: a plinth with a case of glass on it, a padded floor within, a small card before what is shown."""
    b.slot("plinth", b.choose("paint", "walnut", "paint"), b.choose("#2b2d30", "#efece4", "#5f4630"), finish=("satin",))
    b.slot("glass", "glass", role="fixed")
    b.slot("edges", b.choose("brass", "steel"), role="trim")
    b.slot("cloth", "velvet", b.choose("#1f2a44", "#5a1a22", "#d9d3c4"), role="trim")
    b.slot("card", "paper", "#f5f2e8", role="fixed")
    half, low, tall = 0.33, 0.88, 0.62
    b.add(box(2 * half, 2 * half, low - 0.05, bevel=0.006), "plinth")
    b.add(box(2 * half + 0.03, 2 * half + 0.03, 0.05, bevel=0.008, at=(0, 0, low - 0.05)), "plinth", "plinth")
    b.add(box(2 * half - 0.06, 2 * half - 0.06, 0.02, bevel=0.008, at=(0, 0, low)), "cloth")
    t = 0.005
    panes = [box(2 * half - 0.01, t, tall, bevel=0, at=(0, s * (half - 0.012), low)) for s in (-1, 1)]
    panes += [box(t, 2 * half - 0.034, tall, bevel=0, at=(s * (half - 0.012), 0, low)) for s in (-1, 1)]
    b.add(join([*panes, box(2 * half - 0.014, 2 * half - 0.014, t, bevel=0, at=(0, 0, low + tall + 0.0005))]), "glass")
    bars = [box(0.012, 0.012, tall + 0.008, bevel=0.002, at=(x * (half - 0.008), y * (half - 0.008), low)) for x in (-1, 1) for y in (-1, 1)]
    for z in (low, low + tall + 0.002):
        bars += [box(2 * half - 0.004, 0.012, 0.012, bevel=0.002, at=(0, s * (half - 0.008), z)) for s in (-1, 1)]
        bars += [box(0.012, 2 * half - 0.004, 0.012, bevel=0.002, at=(s * (half - 0.008), 0, z)) for s in (-1, 1)]
    b.add(join(bars), "edges")
    card = move(rotate(box(0.12, 0.002, 0.06, bevel=0), -38), 0, -half + 0.1, low + 0.02)
    b.add(card, "card")
    for label in spec.labels:
        b.slot("text", "printed", role="fixed", label={**label, "colour": label.get("colour") or "#2a2622"}, params={"transparent": True})
        b.add(move(rotate(label_plane(0.11, 0.052, at=(0, -0.0016, 0.03)), -38), 0, -half + 0.1, low + 0.02), "text")
    b.support("inside", -half + 0.06, half - 0.06, -half + 0.12, half - 0.06, low + 0.02, headroom=tall - 0.03)


@prop("mattress")
def mattress(spec: Spec, b: Builder) -> None:
    """A bare mattress: a ticking stripe or white, piped edges, rows of tufts that dimple it, two handles at its side."""
    b.slot("body", "cotton", b.choose("#f0ede4", "#e6e2d6", "#dfe4ea"))
    b.slot("piping", "cotton", b.choose("#7f95ad", "#b8b2a2"), role="trim")
    long, wide, tall = 1.9, 1.0, 0.22
    u, v = np.meshgrid(np.linspace(-1, 1, 120), np.linspace(-1, 1, 64), indexing="ij")
    spots = np.array([(x, y) for x in np.linspace(-0.8, 0.8, 7) for y in np.linspace(-0.66, 0.66, 4)])
    away = np.min(np.hypot((u[..., None] - spots[:, 0]) * long / 2, (v[..., None] - spots[:, 1]) * wide / 2), axis=2)
    swell = 0.028 * np.minimum(1, away / 0.11) ** 1.3 * np.minimum(1, 12 * (1 - np.abs(u))) ** 0.5 * np.minimum(1, 8 * (1 - np.abs(v))) ** 0.5
    from diorama_stage.kit.seams import sheet

    b.add(sheet(np.stack([u * long / 2, v * wide / 2, tall - 0.012 + swell], axis=-1), 0.002), "body", "top")
    b.add(box(long, wide, tall - 0.008, bevel=0.03, segments=5), "body")
    edge = lambda z: np.vstack([[(sx * (long / 2 - 0.015), sy * (wide / 2 - 0.015), z)] for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))])  # noqa: E731
    b.add(join([sweep(np.vstack([edge(z)[k], edge(z)[k + 1]]), 0.008, sides=10) for z in (0.012, tall - 0.012) for k in range(4)]), "piping")
    b.add(join([sphere(0.012, at=(x * long / 2, y * wide / 2, tall - 0.012), segments=14) for x, y in spots]), "piping", "tufts")
    b.add(
        join(
            [
                sweep(smooth_path([(x - 0.08, -wide / 2, 0.13), (x, -wide / 2 - 0.025, 0.115), (x + 0.08, -wide / 2, 0.13)], 20), 0.012, sides=10, flat=0.4)
                for x in (-0.5, 0.5)
            ]
        ),
        "piping",
        "handles",
    )
    b.support("top", -0.85, 0.85, -0.42, 0.42, tall)


@prop("high_chair")
def high_chair(spec: Spec, b: Builder) -> None:
    """A child's chair on four long splayed legs, with a rest for the feet, a rounded back, a tray before it."""
    b.slot("frame", b.choose("oak", "paint", "pine"), b.choose("#c79a60", "#f0ece2"))
    b.slot("tray", "plastic", b.choose("#f2f0ea", "#9fc0c4", "#d8b8a8"), role="trim")
    b.slot("pad", "cotton", b.choose("#8fa89a", "#d9b25f", "#c98a8a"), role="trim")
    seat = 0.55
    for x in (-1, 1):
        for y in (-1, 1):
            add_rod(b, "frame", (x * 0.13, y * 0.12, seat), (x * 0.24, y * 0.25, 0), 0.016, "legs")
        add_rod(b, "frame", (x * 0.215, -0.22, 0.13), (x * 0.215, 0.22, 0.13), 0.011, "rails")
    add_rod(b, "frame", (-0.2, -0.2, 0.2), (0.2, -0.2, 0.2), 0.011, "rails")
    b.add(box(0.34, 0.11, 0.014, bevel=0.004, at=(0, -0.2, 0.24)), "frame", "foot rest")
    b.add(box(0.34, 0.32, 0.026, bevel=0.01, at=(0, 0, seat)), "frame", "seat")
    b.add(box(0.28, 0.26, 0.03, bevel=0.013, at=(0, 0, seat + 0.025)), "pad")
    for x in np.linspace(-0.13, 0.13, 5):
        add_rod(b, "frame", (x, 0.135, seat + 0.02), (x * 1.1, 0.19, seat + 0.38), 0.0085, "back")
    top = smooth_path([(-0.17, 0.175, seat + 0.36), (-0.1, 0.192, seat + 0.41), (0.1, 0.192, seat + 0.41), (0.17, 0.175, seat + 0.36)], 40)
    b.add(sweep(top, 0.02, sides=16), "frame", "back")
    for s in (-1, 1):
        arm = smooth_path([(s * 0.165, 0.165, seat + 0.2), (s * 0.19, 0.0, seat + 0.19), (s * 0.185, -0.17, seat + 0.18), (s * 0.165, -0.15, seat + 0.02)], 40)
        b.add(sweep(arm, 0.012, sides=14), "frame", "arms")
    outline = [
        (0.23 * math.copysign(abs(math.cos(a)) ** 0.6, math.cos(a)), 0.14 * math.copysign(abs(math.sin(a)) ** 0.6, math.sin(a)))
        for a in np.linspace(0, 2 * math.pi, 49)[:-1]
    ]
    from diorama_stage.kit import extrude

    b.add(extrude(outline, 0.016, bevel=0.005, at=(0, -0.2, seat + 0.2)), "tray")
    b.add(sweep(np.array([(x, y - 0.2, seat + 0.218) for x, y in [*outline, outline[0]]]), 0.008, sides=12), "tray", "rim")
    b.support("tray", -0.18, 0.18, -0.3, -0.1, seat + 0.216)
    b.support("seat", -0.1, 0.1, -0.1, 0.1, seat + 0.055)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A throne: carved, gilded, padded with velvet."""

from __future__ import annotations

import math

import numpy as np

from diorama_stage.kit import Builder, Spec, box, from_geometry, join, lathe, loft, move, smooth_path, solidify, sphere, sweep
from diorama_stage.kit.parts import slab
from diorama_stage.kit.seams import oval
from diorama_stage.props.registry import prop

SEAT = 0.5
"""Height of the seat's frame, metres."""


def volute(at, radius: float, turns: float, start: float, thick: float, *, way: int = 1):
    """A carved scroll in the x–z plane: a spiral from `start` degrees at its rim inwards, `radius` and `thick` metres, ending in an eye."""
    t = np.linspace(0, 1, int(40 * turns))
    a = math.radians(start) + way * 2 * math.pi * turns * t
    r = radius * (1 - 0.84 * t**0.85)
    path = np.stack([at[0] + r * np.cos(a), np.full(len(t), at[1]), at[2] + r * np.sin(a)], axis=1)
    return join([sweep(path, thick * (1 - 0.45 * t), sides=12), sphere(thick * 1.15, at=tuple(path[-1]), segments=14)])


def tufted(width: float, tall: float, deep: float, pitch: float):
    """An upright buttoned pad that faces the lens, its foot on z = 0, with bulges on a diamond lattice; and the places of its buttons (n, 3)."""
    nx, nz = 81, 101
    u, v = np.meshgrid(np.linspace(-1, 1, nx), np.linspace(0, 1, nz))
    x, z = u * width / 2, v * tall
    rows = int(tall / pitch)
    at = np.array([(c * pitch + (r % 2) * pitch / 2, (r + 0.5) * tall / rows) for r in range(rows) for c in range(-9, 9)])
    at = at[np.abs(at[:, 0]) < width / 2 - pitch * 0.3]
    near = np.sqrt(((x[..., None] - at[:, 0]) ** 2 + (z[..., None] - at[:, 1]) ** 2).min(axis=-1))
    rim = np.clip(np.minimum(1 - np.abs(u), np.minimum(v, 1 - v) * 2 * tall / width) / 0.18, 0, 1)
    y = -deep * (0.35 + 0.65 * np.clip(near / (pitch * 0.5), 0, 1) ** 0.8) * np.sqrt(rim)
    made = from_geometry("pad", np.stack([x, y, z], axis=-1).reshape(-1, 3), _quads(nz, nx), smooth=180)
    return made, np.column_stack([at[:, 0], np.full(len(at), -deep * 0.34), at[:, 1]])


def _quads(rows: int, columns: int) -> np.ndarray:
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    k = i * columns + j
    return np.stack([k, k + 1, k + columns + 1, k + columns], axis=-1).reshape(-1, 4)


@prop("throne")
def throne(spec: Spec, b: Builder) -> None:
    """A state chair: lion-footed legs, a carved apron, scrolled arms, a high buttoned back between turned posts under a crowned crest."""
    b.slot("frame", "gold_leaf", "#c9993f")
    b.slot("velvet", "velvet", b.choose("#86121d", "#7a1020", "#8f1a1a"), role="trim")
    b.slot("jewels", "crystal", "#a3142a", role="fixed")
    half, deep = 0.37, 0.31
    b.add(join([_leg(x * half, y * deep) for x in (-1, 1) for y in (-1, 1)]), "frame", "legs")
    b.add(join(_rails(half, deep)), "frame", "seat rail")
    cushion = [
        np.column_stack([oval(5, 72) * (half * k - 0.01, deep * k - 0.01), np.full(72, z)])
        for k, z in ((0.96, SEAT), (1.0, SEAT + 0.02), (1.0, SEAT + 0.055), (0.93, SEAT + 0.085), (0.6, SEAT + 0.105), (0.02, SEAT + 0.11))
    ]
    b.add(loft(cushion, smooth=60), "velvet", "cushion")
    _back(b, half, deep)
    _arms(b, half, deep)
    b.support("seat", -half + 0.08, half - 0.08, -deep + 0.04, deep - 0.12, SEAT + 0.105)


def _leg(x: float, y: float):
    """A cabriole leg on a claw and ball."""
    out, front = math.copysign(1, x), math.copysign(1, y)
    path = smooth_path(
        [
            (x - out * 0.03, y - front * 0.02, SEAT - 0.06),
            (x + out * 0.02, y + front * 0.02, SEAT - 0.13),
            (x + out * 0.005, y + front * 0.005, 0.2),
            (x - out * 0.012, y - front * 0.01, 0.1),
            (x + out * 0.012, y + front * 0.012, 0.055),
        ],
        40,
    )
    thick = np.interp(np.linspace(0, 1, 40), [0, 0.2, 0.6, 0.85, 1], [0.05, 0.058, 0.03, 0.024, 0.034])
    claws = [
        sweep(
            smooth_path(
                [(x, y, 0.075), (x + 0.045 * math.cos(a), y + 0.045 * math.sin(a), 0.055), (x + 0.052 * math.cos(a), y + 0.052 * math.sin(a), 0.012)], 12
            ),
            np.linspace(0.014, 0.006, 12),
            sides=8,
        )
        for a in np.arange(5) * 2 * math.pi / 5 - math.pi / 2
    ]
    return join([sweep(path, thick, sides=20), sphere(0.044, at=(x, y, 0.043), segments=24), *claws])


def _rails(half: float, deep: float) -> list:
    """The frame of the seat with beads along its upper edge, and a carved apron with scrolls in front."""
    made = [box(2 * half + 0.06, 2 * deep + 0.06, 0.085, bevel=0.014, at=(0, 0, SEAT - 0.085))]
    made += [sphere(0.0125, at=(x, -deep - 0.03, SEAT - 0.014), segments=12) for x in np.linspace(-half, half, 25)]
    made += [sphere(0.0125, at=(s * (half + 0.03), y, SEAT - 0.014), segments=12) for s in (-1, 1) for y in np.linspace(-deep, deep, 21)]
    made.append(
        slab(
            [(-0.26, SEAT - 0.08), (-0.2, SEAT - 0.12), (-0.1, SEAT - 0.125), (0, SEAT - 0.175), (0.1, SEAT - 0.125), (0.2, SEAT - 0.12), (0.26, SEAT - 0.08)],
            0.03,
            y=-deep - 0.012,
            bevel=0.008,
        )
    )
    for s in (-1, 1):
        made.append(volute((s * 0.075, -deep - 0.034, SEAT - 0.1), 0.042, 1.6, 90 + s * 60, 0.011, way=-s))
        made.append(volute((s * 0.19, -deep - 0.032, SEAT - 0.088), 0.034, 1.5, 90 - s * 60, 0.009, way=s))
    made += [sphere(0.026, at=(0, -deep - 0.03, SEAT - 0.125), segments=20)]
    return made


def _back(b: Builder, half: float, deep: float) -> None:
    """Two turned posts with finials, a moulded arch, the buttoned panel, and the crest: scrolls about a shell with a crown on it."""
    y, top = deep - 0.02, 1.42
    post = [
        (0, SEAT),
        (0.042, SEAT),
        (0.042, 0.66),
        (0.03, 0.68),
        (0.036, 0.7),
        (0.028, 0.74),
        (0.033, 1.05),
        (0.028, 1.3),
        (0.038, 1.33),
        (0.03, 1.36),
        (0.046, 1.4),
        (0.046, top + 0.03),
        (0.024, top + 0.05),
        (0.04, top + 0.1),
        (0.044, top + 0.13),
        (0.03, top + 0.17),
        (0.012, top + 0.19),
        (0.016, top + 0.205),
        (0, top + 0.22),
    ]
    b.add(join([move(lathe(post, segments=36), s * half, y, 0) for s in (-1, 1)]), "frame", "posts")
    wide, tall = 2 * half - 0.13, top - 0.66
    pad, buttons = tufted(wide, tall, 0.055, 0.125)
    b.add(move(solidify(pad, 0.02), 0, y - 0.02, 0.66), "velvet", "back")
    b.add(join([sphere(0.013, at=(x, y - 0.02 + yy - 0.004, 0.66 + z), segments=14) for x, yy, z in buttons]), "frame", "buttons")
    x0, z0, z1 = wide / 2 + 0.012, 0.65, top + 0.01
    rim = [
        sweep([(-x0, y - 0.03, z0), (0, y - 0.03, z0), (x0, y - 0.03, z0)], 0.021),
        *[sweep([(s * x0, y - 0.03, z0), (s * x0, y - 0.03, (z0 + z1) / 2), (s * x0, y - 0.03, z1)], 0.021) for s in (-1, 1)],
    ]
    rim += [sphere(0.011, at=(s * x0, y - 0.052, z), segments=10) for s in (-1, 1) for z in np.linspace(z0, z1, 24)]
    b.add(join([*rim, box(2 * half, 0.05, top - SEAT, bevel=0.01, at=(0, y + 0.02, SEAT))]), "frame", "moulding")
    t = np.linspace(0, math.pi, 40)
    arch = [(half * 0.94 * math.cos(a), top + 0.01 + 0.19 * math.sin(a) ** 0.8) for a in t]
    crest = [slab([*arch, (-half * 0.94, top - 0.02), (half * 0.94, top - 0.02)], 0.05, y=y, bevel=0.01)]
    crest.append(sweep([(x, y - 0.028, z) for x, z in arch], 0.018, sides=12))
    fan = [
        sweep(
            smooth_path(
                [
                    (0, y - 0.03, top + 0.035),
                    (0.055 * math.sin(a), y - 0.055, top + 0.035 + 0.055 * math.cos(a)),
                    (0.1 * math.sin(a), y - 0.04, top + 0.035 + 0.11 * math.cos(a)),
                ],
                14,
            ),
            np.linspace(0.006, 0.017, 14),
            sides=10,
        )
        for a in np.radians(np.linspace(-80, 80, 9))
    ]
    for s in (-1, 1):
        crest.append(volute((s * 0.19, y - 0.035, top + 0.075), 0.062, 1.8, 90 + s * 50, 0.014, way=-s))
        crest.append(volute((s * 0.285, y - 0.035, top + 0.035), 0.038, 1.5, 90 - s * 50, 0.01, way=s))
    b.add(join([*crest, *fan, sphere(0.022, at=(0, y - 0.045, top + 0.03), segments=16)]), "frame", "crest")
    _crown(b, y, top + 0.2)


def _crown(b: Builder, y: float, z: float) -> None:
    """A small crown on the crest, with stones."""
    ring = [(0.07, 0), (0.075, 0.012), (0.07, 0.05), (0.066, 0.05), (0.066, 0.0), (0.07, 0)]
    made, stones = [move(lathe(ring, segments=40), 0, y, z - 0.012)], []
    for a in np.arange(8) * math.pi / 4 - math.pi / 2:
        x, yy = 0.07 * math.cos(a), 0.07 * math.sin(a)
        made.append(sweep([(x, y + yy, z + 0.03), (x * 1.1, y + yy * 1.1, z + 0.06), (x * 1.18, y + yy * 1.18, z + 0.1)], [0.02, 0.012, 0.003], sides=10))
        made.append(sphere(0.0095, at=(x * 1.18, y + yy * 1.18, z + 0.104), segments=10))
        stones.append(sphere(0.0105, at=(x * 1.06, y + yy * 1.06, z + 0.016), segments=12))
    b.add(join(made), "frame", "crown")
    b.add(join(stones), "jewels", "jewels")


def _arms(b: Builder, half: float, deep: float) -> None:
    """Arms that curl under at the front over turned posts, with a pad of velvet."""
    for s in (-1, 1):
        x = s * (half + 0.005)
        path = smooth_path([(x, deep - 0.03, 0.82), (x, 0.05, 0.79), (x + s * 0.02, -deep + 0.07, 0.78), (x + s * 0.025, -deep - 0.01, 0.77)], 40)
        front = path[-1] - (0, 0, 0.055)
        a = np.linspace(math.pi / 2, math.pi / 2 + 2 * math.pi * 1.5, 46)[1:]
        r = np.linspace(0.055, 0.014, 45)
        curl = np.stack([np.full(45, front[0]), front[1] + r * np.cos(a), front[2] + r * np.sin(a)], axis=1)
        b.add(
            join(
                [sweep(np.vstack([path, curl]), np.r_[np.full(40, 0.03), np.linspace(0.028, 0.013, 45)], sides=16), sphere(0.021, at=tuple(front), segments=16)]
            ),
            "frame",
            "arms",
        )
        stay = [(0.03, SEAT), (0.034, 0.53), (0.022, 0.56), (0.032, 0.62), (0.036, 0.65), (0.022, 0.69), (0.026, 0.72), (0, 0.77)]
        b.add(move(lathe([(0, SEAT), *stay], segments=28), x, -deep + 0.06, 0), "frame", "arms")
        u = np.linspace(0, 1, 20)
        pad = smooth_path([(x, deep - 0.13, 0.835), (x, 0.05, 0.828), (x + s * 0.008, -deep + 0.17, 0.815)], 20)
        b.add(sweep(pad, 0.034 * np.sin(np.pi * np.clip(u, 0.04, 0.96)) ** 0.35, sides=18, flat=0.8), "velvet", "arm pads")

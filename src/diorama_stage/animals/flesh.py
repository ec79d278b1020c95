# SPDX-License-Identifier: GPL-3.0-or-later
"""Flesh on a skeleton: limbs, masses and muscles as parts of a distance field, in metres; and its skin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diorama_stage.animals.rig import Rig
from diorama_stage.kit.sculpt import Clay, Part, curve
from diorama_stage.props.figures.skeletons import parts as rows_of

CM = 0.01


@dataclass
class Skin:
    points: np.ndarray
    """(n, 3), metres, in the pose."""
    quads: np.ndarray


def chain(points, radii, scale: float, k: float, thin=None, steps: int = 5) -> Part:
    run = curve(np.c_[np.asarray(points, float), np.asarray(radii, float)], steps)
    return Part(run * scale, k=k * scale, thin=thin)


def at(rig: Rig, name: str, scale: float, factor: float = 1.0):
    """The frame of a bone for rows in units: place, turn, factor, all in centimetres."""
    bone = rig.bones[name]
    return bone.a * scale / CM, bone.turn, scale * factor / CM


def quadruped(rig: Rig, shape: dict, scale: float) -> list[Part]:
    """Parts of the body without the head."""
    thin = lambda turn, share: turn[:, 0] * share  # noqa: E731
    out = []
    rows = np.array(shape["trunk"], float)
    places = [rig.line(t) for t in rows[:, 0]]
    spine = [p + turn[:, 2] * dz for (p, turn), dz in zip(places, rows[:, 1], strict=True)]
    bent = abs(rig.line(0.0)[1][:, 0] @ rig.line(1.0)[1][:, 0]) < 0.9
    out.append(chain(spine, rows[:, 2], scale, 4, None if bent else thin(places[0][1], shape.get("narrow", 0.8))))
    n = shape["neck"]
    low, high = n["radii"]
    where = rig.points["neck"]
    tuck = rig.line(0.85)[0] + rig.line(0.85)[1][:, 2] * (rows[-2, 1] + 0.3 * low)
    out.append(
        chain(
            [tuck, *where],
            [low * 1.12, low, low * 0.7 + high * 0.3, (low + high) / 2, high * 0.75 + low * 0.25, high],
            scale,
            0.55 * low,
            rig.head[:, 0] * n.get("narrow", 0.8),
        )
    )
    for leg in ("fore_left", "fore_right", "hind_left", "hind_right"):
        out += _leg(rig, shape, leg, scale)
    t = shape["tail"]
    if t["length"] > 0:
        points = rig.points["tail"]
        radii = np.interp(np.linspace(0, 1, len(points)), np.linspace(0, 1, len(t["radii"])), t["radii"])
        out.append(chain(points, radii, scale, 0.8 * t["radii"][0], np.array([0, 0, t["flat"]]) if "flat" in t else None))
    return out + _scutes(rig, shape, scale)


def _scutes(rig: Rig, shape: dict, scale: float) -> list[Part]:
    """A ridge of horny points along back and tail."""
    tall = shape.get("scutes", 0)
    if not tall:
        return []
    rows = np.array(shape["trunk"], float)
    out = []
    for t in np.arange(1.0, -0.1, -0.085):
        p, turn = rig.line(t)
        top = p + turn[:, 2] * (np.interp(t, rows[:, 0], rows[:, 1]) + np.interp(t, rows[:, 0], rows[:, 2]) * 0.94)
        out.append(chain([top, top + turn[:, 2] * tall + turn[:, 1] * tall * 0.5], [tall * 0.5, tall * 0.12], scale, tall * 0.3, turn[:, 0] * 0.5))
    tail, radii = rig.points["tail"], shape["tail"]["radii"]
    for u in np.linspace(0.05, 0.95, 18):
        k = u * (len(tail) - 1)
        p = np.array([np.interp(k, np.arange(len(tail)), tail[:, c]) for c in range(3)])
        r = float(np.interp(u * (len(radii) - 1), np.arange(len(radii)), radii))
        h = tall * (1 - 0.6 * u)
        out.append(chain([p + [0, 0, r * 0.9], p + [0, 0.4 * h, r + h]], [h * 0.5, h * 0.12], scale, h * 0.3))
    return out


def _leg(rig: Rig, shape: dict, leg: str, scale: float) -> list[Part]:
    part = leg.split("_")[0]
    a, b, c, d, e = rig.points[leg]
    top = rig.points[leg + "_top"]
    r = shape[f"{part}_radii"]
    mid = lambda p, q, s: p + (q - p) * s  # noqa: E731
    if part == "fore":
        joints = [top, a, mid(a, b, 0.55), b, mid(b, c, 0.25), mid(b, c, 0.75), c, mid(c, d, 0.5), d]
        radii = [r[0] * 0.6, r[0], r[0] * 0.95, r[1] * 1.12, r[1], r[2] * 0.96, r[2] * 1.08, (r[2] + r[3]) * 0.43, r[3]]
        out = [chain(joints, radii, scale, 0.55 * r[0], steps=3), *_point(rig, f"{leg}_1", b, c, (r[1], 0.5, 0.16), shape, scale)]
    else:
        joints = [a, mid(a, b, 0.5), b, mid(b, c, 0.3), mid(b, c, 0.8), c, mid(c, d, 0.5), d]
        radii = [r[0], r[0] * 0.9, r[1] * 1.05, r[1] * 0.95, r[2] * 0.95, r[2] * 1.12, (r[2] + r[3]) * 0.43, r[3]]
        back = rig.bones["pelvis"].turn[:, 1]
        seat = a + back * r[0] * 0.75
        out = [
            chain(joints, radii, scale, 0.5 * r[0], steps=3),
            chain([top, seat, mid(b, c, 0.12) + back * r[1] * 0.5], [r[0] * 0.75, r[0] * 0.72, r[1] * 0.62], scale, 0.5 * r[0], steps=3),
            *_point(rig, f"{leg}_2", c, b, (r[2], 0.85, 0.3), shape, scale),
            *_hip(rig, leg, r[0], shape, scale),
        ]
    return out + FEET[shape["foot"]](d, e, r[3], shape, part, rig, leg, scale)


def _point(rig: Rig, bone: str, joint: np.ndarray, other: np.ndarray, form: tuple[float, float, float], shape: dict, scale: float) -> list[Part]:
    """The point of an elbow or a hock, behind the joint, and the sinew that runs from it towards `other`; columns have none.

    `form`: the limb's radius there, how far it stands out behind and how far the sinew runs, as shares.
    """
    if shape.get("column"):
        return []
    r, out, run = form
    back = rig.bones[bone].turn[:, 2]
    return [chain([joint + back * r * out, joint + (other - joint) * run + back * r * 0.6 * out], [0.55 * r, 0.45 * r], scale, 0.45 * r, steps=3)]


def _hip(rig: Rig, leg: str, r: float, shape: dict, scale: float) -> list[Part]:
    """The point of the hip bone under the skin, of kinds that show it (`bony`)."""
    bony = shape.get("bony", 0.25)
    if not bony:
        return []
    p, turn = rig.line(0.14)
    dz, round_ = (float(np.interp(0.14, *np.array(shape["trunk"], float)[:, [0, k]].T)) for k in (1, 2))
    side = 1.0 if leg.endswith("left") else -1.0
    place = p + turn @ np.array([side * 0.74 * round_ * shape.get("narrow", 0.8), 0, dz + 0.62 * round_])
    return [chain([place, place + turn[:, 1] * 0.3 * r], [0.3 * r * (0.6 + 0.4 * bony), 0.24 * r], scale, 0.4 * r, steps=3)]


def _paw(d, e, r, shape, part, rig, leg, scale) -> list[Part]:
    """A pad with four toes."""
    long = max(float(np.linalg.norm(e - d)), 1e-6)
    way = (e - d) / long
    side = rig.bones[f"{leg}_3"].turn[:, 0]
    w = shape.get("paw_wide", 1.25) * r
    h = shape.get("sole", 3.0)
    toe = 0.46 * w
    out = [chain([d, d + way * long * 0.5], [r * 1.02, h * 0.95], scale, 0.7 * r)]
    for k, s in enumerate((-0.78, -0.27, 0.27, 0.78)):
        reach = long * (0.86 if k in (0, 3) else 1.0)
        out.append(
            chain(
                [
                    d + way * long * 0.25 + side * w * s * 0.6,
                    d + way * reach * 0.8 + side * w * s,
                    d + way * reach + side * w * s - np.array([0, 0, toe * 0.25]),
                ],
                [toe, toe * 1.05, toe * 0.85],
                scale,
                0.28 * toe,
                steps=3,
            )
        )
    return out


def _hoof(d, e, r, shape, part, rig, leg, scale) -> list[Part]:
    way = (e - d) / max(float(np.linalg.norm(e - d)), 1e-6)
    wide = shape.get("hoof_wide", 1.7) * r
    mid = d + (e - d) * 0.5
    out = [chain([d, mid], [r * 1.05, r * 1.0], scale, 0.6 * r)]
    hoof = chain([mid, e + way * r * 0.2], [r * 1.15, wide], scale, 0.25 * r, way * 0.3)  # flat below, also where it is off the ground
    if shape.get("cloven"):
        side = rig.bones[f"{leg}_3"].turn[:, 0]
        claws = [[mid + side * s * r * 0.4, e + side * s * wide * 0.42 + way * r * 0.2] for s in (-1, 1)]
        return out + [chain(claw, [r * 0.75, wide * 0.62], scale, 0.2 * r, way * 0.4) for claw in claws]
    return [*out, hoof]


def _pad(d, e, r, shape, part, rig, leg, scale) -> list[Part]:
    """A column's round foot (elephant) or a flat sole (bear)."""
    if shape.get("column"):
        return [chain([d, e], [r, r * 1.12], scale, 0.5 * r)]
    return _paw(d, e, r, shape, part, rig, leg, scale)


FEET = {"paw": _paw, "hoof": _hoof, "pad": _pad}


def head(rig: Rig, shape: dict, rows: list[dict], eyes: list[float], scale: float) -> tuple[list[Part], list[tuple[np.ndarray, float]], tuple]:
    """Parts of the head, its eyes (middle, radius; metres) and its frame in centimetres."""
    probe = rows_of([r for r in rows if "horn" not in r])
    solid = [p for p in probe if not p.cut]
    low = min(p.bounds()[0][1] for p in solid) / CM
    high = max(p.bounds()[1][1] for p in solid) / CM
    h = shape["head"]
    factor = h["length"] * scale / CM / (h.get("rows_length") or (high - low))
    place = (rig.points["head"] * scale / CM, rig.head, factor)
    out = rows_of(rows, place)
    x, y, z, r = eyes
    balls = [((place[0] + rig.head @ np.array([s * x, y, z]) * factor) * CM, r * factor * CM) for s in (1, -1)]
    return out, balls, place


def skin(parts: list[Part], cell: float, fine: tuple | None, floor: bool = True) -> Skin:
    """One smooth skin over all parts. `fine`: (low, high, cell) of the head."""
    clay = Clay(parts, cell, [fine] if fine else [], floor=0.0 if floor else None)
    return Skin(*clay.skin())

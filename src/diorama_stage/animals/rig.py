# SPDX-License-Identifier: GPL-3.0-or-later
"""Skeletons of four-footed animals: joint angles of a pose on the proportions of a kind, standing on the ground. Pure (numpy).

Units: withers of the standing animal are about 100. x to the left, y behind, z up. Angles in degrees; a leg's are from straight down, forward positive.
A bone runs the way its hair lies: nose → neck → tail, shoulder → toe.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

STOOP = 22.0
"""How far shoulders come down at most for a mouth to reach the ground, units."""
LEGS = ("fore_left", "fore_right", "hind_left", "hind_right")


@dataclass
class Bone:
    a: np.ndarray
    b: np.ndarray
    turn: np.ndarray
    """Columns: its own x (left), y (the way of its hair), z (out of the back), (3, 3)."""
    radius: float


@dataclass
class Rig:
    bones: dict[str, Bone] = field(default_factory=dict)
    points: dict[str, np.ndarray] = field(default_factory=dict)
    """Joints and chains of joints by name."""

    def add(self, name: str, a, b, radius: float, side=(1.0, 0, 0)) -> Bone:
        self.bones[name] = Bone(np.asarray(a, float), np.asarray(b, float), framed(np.asarray(b, float) - a, side), radius)
        return self.bones[name]


def framed(way: np.ndarray, side) -> np.ndarray:
    """A frame whose y is `way` and whose x is as near `side` as can be."""
    y = way / max(float(np.linalg.norm(way)), 1e-9)
    x = np.asarray(side, float) - y * float(np.dot(side, y))
    x = x / max(float(np.linalg.norm(x)), 1e-9)
    return np.stack([x, y, np.cross(x, y)], axis=1)


def about_z(degrees: float) -> np.ndarray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])


def about_x(degrees: float) -> np.ndarray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1.0, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> np.ndarray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1.0, 0], [-s, 0, c]])


def quadruped(shape: dict, pose: dict) -> Rig:
    """The skeleton of a kind in a pose (see `poses.toml`)."""
    rig = Rig()
    angles = {leg: leg_angles(shape, pose, leg) for leg in LEGS}
    long = shape["length"] * pose.get("squeeze", 1.0)
    drops = {leg: _drop(shape, leg, angles[leg]) for leg in LEGS}
    low_s, low_h = (0.9 * (section(shape, t)[1] - section(shape, t)[0]) if pose.get("rests") else 0.0 for t in (0.95, 0.05))
    lift = pose.get("lift", 0.0)
    z_hip = max(max(drops["hind_left"], drops["hind_right"]), low_h) + lift + pose.get("hip_lift", 0.0)
    z_shoulder = max(max(drops["fore_left"], drops["fore_right"]), low_s) + lift
    if "reach" in pose:
        z_shoulder -= _lack(shape, z_shoulder, pose)
    if "pitch" in pose:
        z_shoulder = z_hip + long * np.sin(np.radians(pose["pitch"]))
    if "incline" in pose:  # a back that sits straightens, or rounds, to lean as far as that
        long = shape["length"] * float(np.clip((z_shoulder - z_hip) / np.sin(np.radians(pose["incline"])) / shape["length"], 0.8, 1.2))
    rise = float(np.clip(z_shoulder - z_hip, -0.94 * long, 0.94 * long))
    _trunk(rig, shape, pose, z_hip, rise, long)
    for leg in LEGS:
        _leg(rig, shape, pose, leg, angles[leg], drops[leg])
    _neck(rig, shape, pose)
    if pose.get("paws_to_mouth"):
        _raise_paws(rig, shape, pose)
    _tail(rig, shape, pose)
    return rig


MOUTH, PAWS_APART = np.array([0, -0.66, -0.2]), 0.11
"""Where what paws hold is bitten, in the head's frame, and how far from the middle each paw is, by the head's length."""
UPPER, LOWER, INWARD = np.arange(-70.0, 95, 5), np.arange(10.0, 200, 5), np.arange(-40.0, 25, 5)
"""Angles that a foreleg tries: its upper segment, its forearm, and how far it is splayed."""


def _raise_paws(rig: Rig, shape: dict, pose: dict) -> None:
    """Forelegs bent until both paws are at the mouth, or as near as they come: found among angles of the two long segments and the splay."""
    long = shape["head"]["length"]
    a, b, s = (v.ravel() for v in np.meshgrid(UPPER, LOWER, INWARD, indexing="ij"))
    for leg in LEGS[:2]:
        sign = 1.0 if leg.endswith("left") else -1.0
        goal = rig.points["head"] + rig.head @ (MOUTH * long + (sign * PAWS_APART * long, 0, 0))
        p, turn = rig.line(1.0)
        heading = turn if pose.get("limbs_follow") else np.stack([turn[:, 0], np.array([-turn[1, 0], turn[0, 0], 0]), (0, 0, 1.0)], axis=1)
        angles = np.stack([a, b, b + 8, b + 30], axis=1)
        splay = np.stack([s, shape.get("splay_back", -0.55) * s, 0 * s, 0 * s], axis=1)
        turned, aside = np.radians(angles), np.radians(splay) * sign
        way = np.stack([np.sin(aside), -np.sin(turned) * np.cos(aside), -np.cos(turned) * np.cos(aside)], axis=-1)
        root = p + turn[:, 0] * sign * shape["wide"][0] * pose.get("fore_spread", 1.0)
        ends = root + np.einsum("ij,nkj->nki", heading, way * np.array(shape["fore"])[None, :, None]).sum(axis=1)
        best = int(np.linalg.norm(ends - goal, axis=1).argmin())
        own = {k: v for k, v in pose.items() if k not in ("settle", "rests")} | {"fore_splay": float(s[best])}
        _leg(rig, shape, own, leg, list(angles[best]), 0.0)


def leg_angles(shape: dict, pose: dict, leg: str) -> list[float]:
    """Three segments' and the foot's angles: the stance's own plus the pose's, or the pose's alone where it says so (`fixed`)."""
    part = leg.split("_")[0]
    own = [*shape[f"{part}_stance"], shape.get(f"{part}_foot", shape.get("foot_angle", 80))]
    told = pose.get(leg) or pose.get(part) or [0, 0, 0, 0]
    told = [*told, 0][:4]
    if pose.get(f"{part}_fixed"):
        return [*told[:3], own[3] if not told[3] else told[3]]
    return [o + t for o, t in zip(own, told, strict=True)]


def _lengths(shape: dict, leg: str) -> list[float]:
    return shape[leg.split("_")[0]]


def _drop(shape: dict, leg: str, angles: list[float]) -> float:
    """How far below its root the sole is."""
    lengths = _lengths(shape, leg)
    splay = np.cos(np.radians(shape.get("splay", 0)))
    run = lengths[0] * np.cos(np.radians(angles[0])) * splay + sum(n * np.cos(np.radians(a)) for n, a in zip(lengths[1:3], angles[1:3], strict=True))
    return float(run + max(lengths[3] * np.cos(np.radians(angles[3])), 0) + shape.get("sole", 3.0))


def section(shape: dict, t: float) -> tuple[float, float]:
    """Height of the trunk's middle over its joints, and its radius, at t (0 hips, 1 shoulders)."""
    rows = np.array(shape["trunk"], float)
    return float(np.interp(t, rows[:, 0], rows[:, 1])), float(np.interp(t, rows[:, 0], rows[:, 2]))


def withers(rig: Rig, shape: dict) -> float:
    """Height of the back over the shoulders, units."""
    dz, r = section(shape, 0.9)
    return float(rig.line(0.9)[0][2] + dz + r)


def _trunk(rig: Rig, shape: dict, pose: dict, z_hip: float, rise: float, long: float) -> None:
    """Places along the back: `line(t)` for t from -0.3 to 1.3, bent sideways by `curl` and upwards by `arch`."""
    curl, arch = np.radians(pose.get("curl", 0.0)), pose.get("arch", 0.0)
    across = np.sqrt(max(long**2 - rise**2, 1.0))
    t = np.linspace(-0.4, 1.4, 181)
    heading = curl * np.clip(t, 0, 1)
    step = np.stack([np.sin(heading), -np.cos(heading)], axis=1) * across * (t[1] - t[0])
    xy = np.cumsum(step, axis=0)
    xy -= xy[np.argmin(abs(t))]
    z = z_hip + rise * t + arch * np.clip(4 * t * (1 - t), -0.5, 1)
    line = np.c_[xy, z]

    def at(s: float) -> tuple[np.ndarray, np.ndarray]:
        p = np.array([np.interp(s, t, line[:, k]) for k in range(3)])
        a, b = (np.array([np.interp(s + d, t, line[:, k]) for k in range(3)]) for d in (-0.04, 0.04))
        side = np.array([np.cos(curl * np.clip(s, 0, 1)), np.sin(curl * np.clip(s, 0, 1)), 0])
        return p, framed(a - b, side)

    rig.line = at
    rows = [(s, *at(s)) for s in (1.15, 0.75, 0.4, 0.05, -0.2)]
    for name, (s, p, turn), (e, q, _) in zip(("chest", "back", "loin", "pelvis"), rows[:-1], rows[1:], strict=True):
        dz, r = section(shape, (s + e) / 2)
        up = turn[:, 2] * dz
        bone = rig.add(name, p + up, q + up, r * 0.85)
        bone.turn = turn


def _leg(rig: Rig, shape: dict, pose: dict, leg: str, angles: list[float], drop: float) -> None:
    part, side = leg.split("_")
    sign = 1.0 if side == "left" else -1.0
    lengths = shape[part]
    p, turn = rig.line(1.0 if part == "fore" else 0.0)
    heading = np.stack([turn[:, 0], np.array([-turn[1, 0], turn[0, 0], 0]), (0, 0, 1.0)], axis=1)
    wide = shape["wide"][0 if part == "fore" else 1] * pose.get(f"{part}_spread", pose.get("spread", 1.0))
    root = p + turn[:, 0] * sign * wide
    if pose.get("pitch") is not None and part == "fore":
        heading = turn if pose.get("limbs_follow") else heading
    angles = list(angles)
    if pose.get("rests") or pose.get("settle") or "reach" in pose and part == "fore":
        angles = _settled(shape, leg, angles, float(root[2]))
    out = pose.get(f"{part}_splay", pose.get("splay", shape.get("splay", 0.0)))
    chain = [root]
    for k in range(4):
        a = np.radians(angles[k])
        s = np.radians([out, shape.get("splay_back", -0.55) * out, 0, 0][k]) * sign
        flat = np.array([0, -np.sin(a), -np.cos(a)])
        way = np.array([np.sin(s), flat[1] * np.cos(s), flat[2] * np.cos(s)])
        chain.append(chain[-1] + heading @ way * lengths[k])
    rig.points[leg] = np.array(chain)
    for k in range(4):
        rig.add(f"{leg}_{k}", chain[k], chain[k + 1], shape[f"{part}_radii"][k] * 0.9, turn[:, 0])
    if part == "fore":
        dz, r = section(shape, 0.9)
        top = p + turn @ np.array([sign * wide * 0.55, 0.11 * shape["length"], dz + 0.86 * r - 0.6 * shape["fore_radii"][0]])
        rig.points[leg + "_top"] = top
        rig.add(f"{leg}_s", top, root, shape["fore_radii"][0], turn[:, 0])
    else:
        rig.points[leg + "_top"] = p + turn @ np.array([sign * wide * 0.7, -0.06 * shape["length"], 0.1 * shape["length"]])


def _settled(shape: dict, leg: str, angles: list[float], height: float) -> list[float]:
    """The first segment turned until the sole is on the ground, or as near as it comes."""
    tries = [angles[0] + d for d in np.linspace(-75, 75, 151)]
    off = [abs(_drop(shape, leg, [a, *angles[1:]]) - height) + 0.02 * abs(a - angles[0]) for a in tries]
    return [tries[int(np.argmin(off))], *angles[1:]]


def _neck(rig: Rig, shape: dict, pose: dict) -> None:
    p, turn = rig.line(1.04)
    n = shape["neck"]
    base = p + turn @ np.array([0, 0, n["up"]])
    pitch = [v + pose.get("neck_by", 0.0) for v in n["pitch"]] if "neck" not in pose else [pose["neck"], pose["neck"]]
    turned = pose.get("turn", 0.0)
    flat = np.degrees(np.arctan2(turn[0, 0] * 0 + turn[1, 0], turn[0, 0]))
    head_pitch = pose["head"] if "head" in pose else n.get("head", -20) + pose.get("head_by", 0.0)
    if pose.get("reach") is not None:
        pitch = _reaching(shape, base, pose["reach"], head_pitch)
    chain, heading = [base], flat
    steps = 4
    for k in range(steps):
        s = k / (steps - 1)
        a = np.radians(pitch[0] + (pitch[1] - pitch[0]) * s)
        heading = flat + turned * (k + 1) / (steps + 1)
        chain.append(chain[-1] + about_z(heading) @ np.array([0, -np.cos(a), np.sin(a)]) * n["length"] / steps)
    rig.points["neck"] = np.array(chain)
    side = about_z(heading)[:, 0]
    rig.add("neck1", chain[2], chain[0], n["radii"][0] * 0.85, side)
    rig.add("neck2", chain[4], chain[2], n["radii"][1] * 0.85, side)
    turn_head = about_z(flat + turned) @ about_x(-head_pitch) @ about_y(pose.get("roll", 0.0))
    rig.points["head"] = chain[-1]
    long = shape["head"]["length"]
    rig.bones["head"] = Bone(
        chain[-1] + turn_head @ np.array([0, -0.62 * long, -0.06 * long]), chain[-1] + turn_head @ np.array([0, 0.1 * long, 0]), turn_head, 0.24 * long
    )
    rig.head = turn_head


def _lack(shape: dict, shoulder: float, pose: dict) -> float:
    """How far the shoulders have to come down for the mouth to reach as low as the pose asks, units."""
    lowest = shoulder + shape["neck"]["up"] - shape["neck"]["length"] - shape["head"]["length"] * (0.1 - 0.75 * np.sin(np.radians(pose["head"])))
    return float(np.clip(lowest - pose["reach"], 0.0, STOOP))


def _reaching(shape: dict, base: np.ndarray, height: float, head_pitch: float) -> list[float]:
    """Neck angles that bring the mouth to a height."""
    n, head = shape["neck"], shape["head"]["length"]
    tries = np.linspace(70, -85, 100)
    tips = [base[2] + n["length"] * np.sin(np.radians(a)) - 0.75 * head * np.sin(np.radians(-head_pitch)) - 0.1 * head for a in tries]
    best = float(tries[int(np.argmin([abs(t - height) for t in tips]))])
    return [best, best]


def _tail(rig: Rig, shape: dict, pose: dict) -> None:
    t = shape["tail"]
    p, turn = rig.line(-0.12)
    start = p + turn @ np.array([0, 0, t.get("up", 6)])
    curve = pose.get("tail", t["curve"]) if not t.get("own") else t["curve"]
    supple = 1.0 if pose.get("tail_round") else t.get("supple", 1.0)
    around = float(np.clip(pose["tail_turn"] * supple, -190, 190)) if "tail_turn" in pose else t.get("bend", 0.0)
    back = turn[:, 1]
    flat = np.degrees(np.arctan2(-back[0], back[1]))
    chain, steps = [start], len(curve)
    for k, a in enumerate(curve):
        a = np.radians(a)
        chain.append(
            chain[-1]
            + about_z(flat + around * min((k + 0.6) / steps * (1.5 if "tail_turn" in pose else 1.0), 1.0))
            @ np.array([0, np.cos(a), np.sin(a)])
            * t["length"]
            / steps
        )
    chain = np.array(chain)
    chain[:, 2] = np.maximum(chain[:, 2], t["radii"][-1])
    rig.points["tail"] = chain
    half = len(chain) // 2
    rig.add("tail1", chain[0], chain[half], t["radii"][0], turn[:, 0])
    rig.add("tail2", chain[half], chain[-1], t["radii"][-1], turn[:, 0])

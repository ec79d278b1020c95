# SPDX-License-Identifier: GPL-3.0-or-later
"""A pose: where the hips, hands and feet are and how the back and head are held; joints are solved from that (two-bone inverse kinematics). Pure.

Lengths are in statures of an adult (1 unit = the figure's height / 1.7 m); x is the figure's left, y its back, z up. Degrees.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.spatial.transform import Rotation, Slerp

from diorama_stage.people.rig import Skeleton, Turns, joint, posed

SPINE = (("spine05", 0.12), ("spine04", 0.2), ("spine03", 0.24), ("spine02", 0.24), ("spine01", 0.2))
NECK = (("neck01", 0.22), ("neck02", 0.22), ("neck03", 0.22), ("head", 0.34))
TABLE: dict = tomllib.loads(Path(__file__).with_name("poses.toml").read_text(encoding="utf-8"))


PALM = 0.3
"""Where in the palm a thing is held: the share of the way from knuckle to wrist."""
GATHERED, HELD_TOGETHER, APART = 0.7, 0.6, 2.0
"""How far fingers lie beside each other where the mesh has them splayed by 10 to 17 degrees, free and round a thing; the spread (degrees) from which on not."""
FINGER = 0.0085
"""Half the thickness of a finger of an adult, metres."""
FLESH = 0.01
"""How much thicker the palm is than a finger, metres."""


@dataclass(frozen=True)
class Hand:
    """A wrist's place, the way the elbow points, the way fingers point and the palm faces, and how the fingers are held."""

    at: tuple[float, float, float] = (0.2, -0.02, 0.0)
    of: str = "hip"
    """What `at` counts from: hip, shoulder, chest, ribs (the chest's, but forward from their front), head, chin, knee, ground;
    table (under the shoulder, on the table's top);
    world and saddle (metres, not mirrored)."""
    elbow: tuple[float, float, float] = (0.5, 1.0, -0.2)
    fingers: tuple[float, float, float] = (0.0, -0.1, -1.0)
    palm: tuple[float, float, float] = (-1.0, 0.0, 0.0)
    grip: str = "relaxed"


@dataclass(frozen=True)
class Foot:
    """An ankle's place over the ground, the way the toes and the knee point."""

    at: tuple[float, float, float] = (0.1, 0.0, 0.0)
    of: str = "ground"
    turn: float = 12.0
    """Degrees that the toes point outward."""
    pitch: float = 0.0
    """Degrees that the toes point down."""
    knee: tuple[float, float, float] = (0.12, -1.0, 0.0)


@dataclass(frozen=True)
class Pose:
    name: str = "standing"
    hips: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Shift of the hips from where they are at rest (z: from the greatest height at which both feet reach the ground)."""
    seat: float | None = None
    """Height of the seat, metres, for those who sit: the hips' height follows."""
    tilt: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Of the whole body at the hips: forward, to its left, turned to its left."""
    bend: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Of the back, likewise."""
    head: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Likewise, beyond what the back does."""
    left: Hand = Hand()
    right: Hand = Hand()
    left_foot: Foot = Foot()
    right_foot: Foot = Foot()
    shrug: float = 0.0


def named(name: str) -> Pose:
    """A pose of `poses.toml`. What a row leaves out is that of the row it is `like`. Raises KeyError."""
    row = TABLE["pose"][name]
    out = named(row["like"]) if "like" in row else Pose()
    return _filled(replace(out, name=name), row)


def _filled(pose: Pose, row: dict) -> Pose:
    changes: dict = {}
    for key, value in row.items():
        if key in ("left", "right", "left_foot", "right_foot"):
            changes[key] = replace(getattr(pose, key), **{k: tuple(v) if isinstance(v, list) else v for k, v in value.items()})
        elif key == "hands":
            changes |= {
                s: replace(changes.get(s, getattr(pose, s)), **{k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}) for s in ("left", "right")
            }
        elif key == "feet":
            changes |= {
                s: replace(changes.get(s, getattr(pose, s)), **{k: tuple(v) if isinstance(v, list) else v for k, v in value.items()})
                for s in ("left_foot", "right_foot")
            }
        elif key not in ("like", "posture"):
            changes[key] = tuple(value) if isinstance(value, list) else value
    return replace(pose, **changes)


def with_gesture(pose: Pose, gesture: str) -> Pose:
    """The pose with the arms of a gesture. Raises KeyError."""
    return _filled(pose, TABLE["gesture"][gesture])


def mirrored(pose: Pose) -> Pose:
    """The same pose with left and right exchanged."""
    turned = lambda v: (v[0], -v[1], -v[2])  # noqa: E731
    over = lambda hand: replace(hand, at=(-hand.at[0], *hand.at[1:])) if hand.of in ("world", "saddle") else hand  # noqa: E731
    x, y, z = pose.hips
    return replace(
        pose, hips=(-x, y, z), tilt=turned(pose.tilt), bend=turned(pose.bend), head=turned(pose.head), left=over(pose.right), right=over(pose.left),
        left_foot=pose.right_foot, right_foot=pose.left_foot,
    )  # fmt: skip


def euler(forward: float, left: float, turn: float) -> Rotation:
    """Lean forward, to the figure's left, turn to its left (degrees), about its own axes."""
    return Rotation.from_euler("ZYX", (turn, left, forward), degrees=True)


class Solver:
    """Turns of all bones for a pose of one skeleton."""

    def __init__(self, bones: Skeleton, scale: float, ground: np.ndarray | None = None):
        self.bones, self.scale = bones, scale
        self.turns: Turns = {}
        self.moved = np.zeros(3)
        self._matrices: np.ndarray | None = None
        self.saddle = np.zeros(3)
        """The middle of what is sat on, where the hips are over it."""
        self.holds: float | None = None
        """Half the width of what a hand is closed round, metres."""
        self.table = 0.74
        """Height of the table that hands lie on, metres."""
        self.ribs = 0.0
        """How far the front of the ribs is before the chest's joint, metres."""
        self.sole = 0.0
        """Height that shoes add under the feet, metres."""

    @property
    def matrices(self) -> np.ndarray:
        if self._matrices is None:
            self._matrices = posed(self.bones, self.turns, self.moved)
        return self._matrices

    def turn(self, name: str, rotation: Rotation) -> None:
        """Turn a bone about its head, relative to its parent."""
        self.turns[name] = rotation
        self._matrices = None

    def face(self, name: str, rotation: Rotation) -> None:
        """Give a bone an orientation in the world, whatever its parents do."""
        self.turn(name, self.world(self.bones.names[self.bones.parents[self.bones.at(name)]]).inv() * rotation)

    def world(self, name: str) -> Rotation:
        return Rotation.from_matrix(self.matrices[self.bones.at(name)][:3, :3])

    def where(self, name: str, end: str = "head") -> np.ndarray:
        return joint(self.bones, self.matrices, name, end)

    def rest(self, a: str, b: str) -> np.ndarray:
        """From the head of bone a to the head of bone b at rest, (3,)."""
        return self.bones.heads[self.bones.at(b)] - self.bones.heads[self.bones.at(a)]

    def solve(self, pose: Pose) -> np.ndarray:
        """World matrices (bones, 4, 4)."""
        self._trunk(pose)
        self._legs(pose)
        self._arms(pose)
        return self.matrices

    def _trunk(self, pose: Pose) -> None:
        s = self.scale
        self.turn("root", euler(*pose.tilt))
        for chain, angles in ((SPINE, pose.bend), (NECK, pose.head)):
            for name, share in chain:
                self.turn(name, euler(*(a * share for a in angles)))
        hip = (self.where("upperleg01.L") + self.where("upperleg01.R")) / 2
        rest = (self.bones.heads[self.bones.at("upperleg01.L")] + self.bones.heads[self.bones.at("upperleg01.R")]) / 2
        height = rest[2] + pose.hips[2] * s if pose.seat is None else pose.seat + pose.hips[2] * s
        self.saddle = np.array([0.0, rest[1], pose.seat or 0.0])
        self.moved = np.array([pose.hips[0] * s, pose.hips[1] * s + rest[1], height]) - hip
        self._matrices = None
        if pose.seat is None and pose.hips[2] == 0.0:
            self._settle(pose)

    def _settle(self, pose: Pose) -> None:
        """Lower the hips until both legs reach their feet, the longer-reaching one almost straight."""
        for _ in range(2):
            lack = -np.inf
            for side, foot in (("L", pose.left_foot), ("R", pose.right_foot)):
                hip, ankle = self.where(f"upperleg01.{side}"), self._ankle(side, foot)
                length = (
                    np.linalg.norm(self.rest(f"upperleg01.{side}", f"lowerleg01.{side}")) + np.linalg.norm(self.rest(f"lowerleg01.{side}", f"foot.{side}"))
                ) * 0.9965
                across = np.linalg.norm((hip - ankle)[:2])
                lack = max(lack, (hip - ankle)[2] - np.sqrt(max(length**2 - across**2, 1e-4)))
            self.moved = self.moved - (0, 0, lack)
            self._matrices = None

    def _ankle(self, side: str, foot: Foot) -> np.ndarray:
        sign = 1 if side == "L" else -1
        at = np.array([sign * foot.at[0], foot.at[1], foot.at[2]]) * self.scale
        lift = self.bones.heads[self.bones.at(f"foot.{side}")][2] + self.sole
        if foot.of == "saddle":
            return self.saddle + np.array(foot.at) + (0, 0, lift)
        if foot.of == "world":
            return np.array(foot.at) + (0, 0, lift)
        if foot.of == "hip":
            return self.where(f"upperleg01.{side}") + at
        return at + (0, 0, lift)

    def _legs(self, pose: Pose) -> None:
        for side, foot in (("L", pose.left_foot), ("R", pose.right_foot)):
            sign = 1 if side == "L" else -1
            ankle = self._ankle(side, foot)
            hint = np.array([sign * foot.knee[0], foot.knee[1], foot.knee[2]])
            self._limb(("upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot"), side, ankle, hint, np.array([1.0, 0, 0]))
            rest = self.bones.tails[self.bones.at(f"foot.{side}")] - self.bones.heads[self.bones.at(f"foot.{side}")]
            was = np.degrees(np.arctan2(rest[0], -rest[1]))
            self.face(f"foot.{side}", Rotation.from_euler("z", sign * foot.turn - was, degrees=True) * Rotation.from_euler("x", foot.pitch, degrees=True))

    def _limb(self, names: tuple[str, ...], side: str, target: np.ndarray, hint: np.ndarray, axis: np.ndarray) -> None:
        """Two bones bent so that the third's head comes to `target` (or as near as they reach), the joint between them toward `hint`.

        `axis`: the hinge at rest, (3,).
        """
        one, one_b, two, two_b, end = (f"{n}.{side}" for n in names)
        start = self.where(one)
        a, b = self.rest(one, two), self.rest(two, end)
        la, lb = float(np.linalg.norm(a)), float(np.linalg.norm(b))
        way = target - start
        reach = float(np.clip(np.linalg.norm(way), abs(la - lb) + 1e-3, (la + lb) * 0.9985))
        way = way / max(np.linalg.norm(way), 1e-9)
        out = hint - way * (hint @ way)
        out = out / max(np.linalg.norm(out), 1e-9)
        cos = np.clip((la**2 + reach**2 - lb**2) / (2 * la * reach), -1, 1)
        upper = way * cos + out * np.sqrt(1 - cos**2)
        lower = (start + way * reach - (start + upper * la)) / lb
        hinge = np.cross(way, out)
        before = _frame(a, axis if axis is not None else np.cross(a, b))
        after = _frame(
            upper, hinge if axis is None else -np.cross(way, out) if (np.cross(out, way) @ self.world("root").apply(axis)) > 0 else np.cross(way, out)
        )
        whole = Rotation.from_matrix(after @ before.T)
        if axis is None:
            whole = Rotation.from_matrix(_frame(upper, np.cross(upper, lower)) @ _frame(a, np.cross(a, b)).T)
        parent = self.world(self.bones.names[self.bones.parents[self.bones.at(one)]])
        swing = _least(parent.apply(a / la), upper) * parent
        self.face(one, Slerp([0, 1], Rotation.concatenate([swing, whole]))(0.5))
        self.face(one_b, whole)
        carried = whole.apply(b / lb)
        self.face(two, _least(carried, lower) * whole)

    def _anchor(self, hand: Hand, side: str) -> np.ndarray:
        s = self.scale
        sign = 1 if side == "L" else -1
        at = np.array([sign * hand.at[0], hand.at[1], hand.at[2]]) * s
        turn = (
            self.world("spine01")
            if hand.of in ("shoulder", "chest", "ribs")
            else self.world("head")
            if hand.of in ("head", "chin")
            else self.world("root")
            if hand.of == "hip"
            else Rotation.identity()
        )
        if hand.of == "saddle":
            return self.saddle + np.array(hand.at)
        if hand.of == "world":
            return np.array(hand.at)
        if hand.of == "ground":
            return at
        if hand.of == "table":
            return np.array([*self.where(f"upperarm01.{side}")[:2], self.table]) + at
        if hand.of == "knee":
            return self.where(f"lowerleg01.{side}") + at
        place = {
            "hip": lambda: self.where(f"upperleg01.{side}"),
            "shoulder": lambda: self.where(f"upperarm01.{side}"),
            "chest": lambda: self.where("spine01"),
            "ribs": lambda: self.where("spine01") - turn.apply((0.0, self.ribs, 0.0)),
            "head": lambda: self.where("head"),
            "chin": lambda: self.where("jaw", "tail"),
        }[hand.of]()
        return place + turn.apply(at)

    def in_chest(self, at: tuple[float, float, float]) -> np.ndarray:
        """A point of the chest's frame (statures) in the world, (3,)."""
        return self.where("spine01") + self.world("spine01").apply(np.array(at) * self.scale)

    def _arms(self, pose: Pose) -> None:
        for side, hand in (("L", pose.left), ("R", pose.right)):
            sign = 1 if side == "L" else -1
            wrist = self._anchor(hand, side)
            flip = np.array([sign, 1, 1.0])
            chest = self.world("spine01")
            rest = chest.apply(self.rest(f"upperarm01.{side}", f"lowerarm01.{side}"))
            way = wrist - self.where(f"upperarm01.{side}")
            lift = np.degrees(np.arctan2(way[2], np.hypot(way[0], way[1])))
            self.turn(
                f"clavicle.{side}",
                Rotation.from_euler("y", -sign * (np.clip((lift + 40) * 0.16, -7, 26) + pose.shrug), degrees=True)
                * Rotation.from_euler("z", -sign * np.clip(12 * (-(chest.inv().apply(way))[1] / max(np.linalg.norm(rest), 1e-6) - 0.6), -4, 14), degrees=True),
            )
            wrist = self._anchor(hand, side)
            elbow = chest.apply(np.asarray(hand.elbow) * flip)
            self._limb(("upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist"), side, wrist, elbow, None)
            turn = self.world("root") if hand.of in ("hip", "knee", "ground", "table", "world", "saddle") else self.world("spine01")
            self._hand(side, turn.apply(np.asarray(hand.fingers) * flip), turn.apply(np.asarray(hand.palm) * flip))
            self._fingers(side, hand.grip)
            if self.holds is not None and hand.grip == "hold":
                self._close(side, self.holds)

    def _hand(self, side: str, fingers: np.ndarray, palm: np.ndarray) -> None:
        at = lambda n: self.bones.heads[self.bones.at(f"{n}.{side}")]  # noqa: E731
        along = at("finger3-1") - at("wrist")
        across = at("finger2-1") - at("finger5-1")  # to the thumb's side
        sign = 1 if side == "L" else -1
        facing = np.cross(along, across) * sign
        whole = Rotation.from_matrix(_frame(fingers, palm) @ _frame(along, facing).T)
        fore = self.world(f"lowerarm01.{side}")
        axis = self.where(f"wrist.{side}") - self.where(f"lowerarm01.{side}")
        twist = _twist(whole * fore.inv(), axis / np.linalg.norm(axis))
        self.face(f"lowerarm02.{side}", twist * fore)
        reach = (self.world(f"lowerarm02.{side}").inv() * whole).as_rotvec()
        angle = np.linalg.norm(reach)
        if angle > np.radians(70):  # a wrist bends no farther
            whole = self.world(f"lowerarm02.{side}") * Rotation.from_rotvec(reach / angle * np.radians(70))
        self.face(f"wrist.{side}", whole)

    def _fingers(self, side: str, grip: str) -> None:
        row = TABLE["grip"][grip]
        at = lambda n: self.bones.heads[self.bones.at(f"{n}.{side}")]  # noqa: E731
        sign = 1 if side == "L" else -1
        across = at("finger2-1") - at("finger5-1")
        across = across / np.linalg.norm(across)
        for finger in range(2, 6):
            curls = row["curl"][finger - 2] if isinstance(row["curl"][0], list) else row["curl"]
            for bone, degrees in enumerate(curls, 1):
                name = f"finger{finger}-{bone}"
                spread = row.get("spread", 0.0) * (3.4 - finger)
                along = at(f"finger{finger}-2") - at(f"finger{finger}-1")
                facing = np.cross(along, across) * sign
                own = Rotation.from_rotvec(np.radians(degrees) * across * -sign)
                if bone == 1:
                    own = own * self._beside(side, finger, 0.0 if row.get("spread", 0.0) > APART else GATHERED)
                    own = Rotation.from_rotvec(np.radians(spread) * sign * facing / np.linalg.norm(facing)) * own
                self.turn(f"{name}.{side}", own)
        along = at("finger1-2") - at("finger1-1")
        palm = np.cross(at("finger3-1") - at("wrist"), across) * sign
        inward = np.cross(along, -across + 0.6 * palm / np.linalg.norm(palm))
        inward = inward / np.linalg.norm(inward)
        for bone, degrees in enumerate(row["thumb"], 1):
            self.turn(f"finger1-{bone}.{side}", Rotation.from_rotvec(np.radians(degrees) * inward))

    def _beside(self, side: str, finger: int, share: float) -> Rotation:
        """What brings a finger's first bone by `share` of the way beside the middle finger's: at rest the mesh holds them splayed."""
        at = lambda n: self.bones.heads[self.bones.at(f"{n}.{side}")]  # noqa: E731
        along, middle = at(f"finger{finger}-2") - at(f"finger{finger}-1"), at("finger3-2") - at("finger3-1")
        axis = np.cross(middle, at("finger2-1") - at("finger5-1"))
        axis = axis / np.linalg.norm(axis)
        along, middle = along - axis * (along @ axis), middle - axis * (middle @ axis)
        return Rotation.from_rotvec(axis * share * np.arctan2(np.cross(along, middle) @ axis, along @ middle))

    def _close(self, side: str, radius: float) -> None:
        """Fingers closed round a cylinder that lies across the palm, each as far as measuring tells that its bones lie on it."""
        at = lambda n: self.bones.heads[self.bones.at(f"{n}.{side}")]  # noqa: E731
        sign = 1 if side == "L" else -1
        across = at("finger2-1") - at("finger5-1")
        across = across / np.linalg.norm(across)
        reach = radius + FINGER * self.scale
        for finger in range(2, 6):
            ends = [at(f"finger{finger}-{k}") for k in (1, 2, 3)] + [self.bones.tails[self.bones.at(f"finger{finger}-3.{side}")]]
            half = [PALM * float(np.linalg.norm(ends[0] - at("wrist")))] + [float(np.linalg.norm(b - a)) / 2 for a, b in zip(ends, ends[1:], strict=False)]
            turns = np.degrees(np.arctan(np.array(half) / reach))
            ways = [ends[0] - at("wrist"), *(b - a for a, b in zip(ends, ends[1:], strict=False))]
            bent = [np.degrees(np.arctan2(np.cross(a, b) @ (across * -sign), a @ b)) for a, b in zip(ways, ways[1:], strict=False)]
            curls = [min(turns[k] + turns[k + 1], (88, 104, 74)[k]) - bent[k] for k in range(3)]
            self._touch(side, finger, [np.radians(c) * across * -sign for c in curls], np.linspace(0.55, 1.2, 8), reach)
        along = at("finger1-2") - at("finger1-1")
        palm = np.cross(at("finger3-1") - at("wrist"), across) * sign
        inward = np.cross(along, -across + 0.6 * palm / np.linalg.norm(palm))
        inward = inward / np.linalg.norm(inward)
        self._touch(side, 1, [np.radians(c) * inward for c in (30, 24, 26)], np.linspace(-1.0, 1.3, 9), reach)

    def _touch(self, side: str, finger: int, curls: list[np.ndarray], shares: np.ndarray, reach: float) -> None:
        """Of the shares of these turns the one that brings the finger's bones nearest to `reach` from the middle of what is held, hardly any nearer."""
        middle, way = self.grasp(side), self.where(f"finger2-1.{side}") - self.where(f"finger5-1.{side}")
        way = way / np.linalg.norm(way)
        best = (np.inf, shares[0])
        beside = [self._beside(side, finger, HELD_TOGETHER) if finger > 1 else Rotation.identity(), Rotation.identity(), Rotation.identity()]
        for share in (*shares, None):
            for k, curl in enumerate(curls, 1):
                self.turn(f"finger{finger}-{k}.{side}", Rotation.from_rotvec(curl * (best[1] if share is None else share)) * beside[k - 1])
            if share is None:
                return
            tips = np.array([self.where(f"finger{finger}-{k}.{side}", "tail") for k in (1, 2, 3)])
            far = np.linalg.norm(np.cross(np.concatenate([tips, (tips[1:] + tips[:-1]) / 2]) - middle, way), axis=1) - reach
            best = min(best, (float(np.abs(far[2]) + np.abs(far[1]) * 0.5 + 3 * np.maximum(-far - 0.002, 0).max()), share))

    def grasp(self, side: str) -> np.ndarray:
        """Where the middle of what lies in a hand is, (3,)."""
        wrist, knuckle = self.where(f"wrist.{side}"), self.where(f"finger3-1.{side}")
        across = self.where(f"finger2-1.{side}") - self.where(f"finger5-1.{side}")
        facing = np.cross(knuckle - wrist, across) * (1 if side == "L" else -1)
        away = (self.holds or 0.02) + (FINGER + FLESH) * self.scale
        return knuckle + (wrist - knuckle) * PALM + facing / np.linalg.norm(facing) * away


def _frame(along: np.ndarray, side: np.ndarray) -> np.ndarray:
    """Columns: `along`, the part of `side` across it, and the third way."""
    x = along / np.linalg.norm(along)
    y = side - x * (side @ x)
    y = y / max(np.linalg.norm(y), 1e-9)
    return np.stack([x, y, np.cross(x, y)], axis=1)


def _least(a: np.ndarray, b: np.ndarray) -> Rotation:
    """The smallest rotation that takes direction a to b."""
    axis = np.cross(a, b)
    sine = np.linalg.norm(axis)
    if sine < 1e-9:
        return Rotation.identity()
    return Rotation.from_rotvec(axis / sine * np.arctan2(sine, a @ b))


def _twist(r: Rotation, axis: np.ndarray) -> Rotation:
    """The part of a rotation about `axis`, half of it: the forearm shares it with the wrist."""
    x, y, z, w = r.as_quat()
    along = np.array([x, y, z]) @ axis
    angle = 2 * np.arctan2(along, w)
    angle = (angle + np.pi) % (2 * np.pi) - np.pi
    return Rotation.from_rotvec(axis * angle * 0.6)

"""Whether somebody looks as one who does what they are told to do: hands on the thing, the thing as it is used, eyes on the work, all seen.

`Scene of the doer` in, what is wrong out: pure but for the trees of meshes that are felt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from diorama_stage.actors import Actor, world_points
from diorama_stage.contact import mesh_tree
from diorama_stage.lens import Shot

TOUCH = 0.005
"""Metres: how far a hand may be from what it holds."""
NEAR_HAND = 0.11
"""Metres about the knuckles: what of a person is their hand."""
SEEN = 0.25
"""Of a hand's points, how many are to be seen past the body, at least."""
LEAST_HAND = 0.05
"""Of the frame's short side: how long a hand is, at least."""
LOOKS = 42.0
"""Degrees between where the nose points and what is looked at."""
MOUTH, EAR, EYE, EYES = 0.09, 0.09, 0.16, (0.22, 0.75)
"""Metres: how near to the mouth, the ear and the eye something is; how far before the eyes what is read is."""


@dataclass
class Doer:
    """Who does something, with what, to whom, and the lens that sees it."""

    person: Actor
    shot: Shot
    thing: Actor | None = None
    tool: Actor | None = None
    partner: Actor | None = None
    table: Actor | None = None

    def __post_init__(self) -> None:
        self.points = np.concatenate([world_points(o) for o in self.person.built.objects])
        self.trees: dict[str, BVHTree] = {}

    def tree(self, actor: Actor) -> BVHTree:
        if actor.id not in self.trees:
            self.trees[actor.id] = mesh_tree(actor)
        return self.trees[actor.id]

    def mark(self, name: str, of: Actor | None = None) -> np.ndarray:
        return (of or self.person).mark(name)

    def hand(self, side: str) -> np.ndarray:
        """Points of a hand, (n, 3)."""
        near = np.linalg.norm(self.points - self.mark(f"{side}_hand"), axis=1) < NEAR_HAND
        return self.points[near]

    def gap(self, points: np.ndarray, other: Actor) -> float:
        """Least distance from points to a surface, metres; 0 where a point is within it."""
        tree = self.tree(other)
        return float(min((tree.find_nearest(Vector(p))[3] for p in points[:: max(1, len(points) // 250)]), default=np.inf))

    @property
    def ahead(self) -> np.ndarray:
        """Where the nose points."""
        between = (self.mark("left_ear") + self.mark("right_ear")) / 2
        way = self.mark("nose") - between
        return way / np.linalg.norm(way)

    @property
    def mouth(self) -> np.ndarray:
        return 0.62 * self.mark("chin") + 0.38 * self.mark("nose")

    @property
    def eyes(self) -> np.ndarray:
        return (self.mark("left_eye") + self.mark("right_eye")) / 2

    def middle(self, actor: Actor) -> np.ndarray:
        low, high = actor.box()
        return (low + high) / 2


def on_what(doer: Doer, on: str) -> list[Actor]:
    """What the hands are to be on."""
    found = {"tool": doer.tool, "partner": doer.partner or doer.thing, "thing": doer.thing or doer.tool, "both": doer.thing}.get(on)
    return [] if found is None else [found]


def wrongs(doer: Doer, row: dict) -> Iterator[str]:
    """All that is wrong with what somebody does."""
    on, hands = row.get("on", "thing"), row.get("hands", 1)
    held = on_what(doer, on)
    if not held and on in ("tool", "thing", "partner"):
        yield "nothing to do it with"
    for what in held:
        gaps = sorted(doer.gap(doer.hand(side), what) for side in ("left", "right"))
        far = [g for g in gaps[:hands] if g > TOUCH]
        if far:
            yield f"hand {far[-1] * 1000:.0f} mm off the {what.item.kind}"
    if on == "both" and doer.partner is not None and held:
        other = Doer(doer.partner, doer.shot)
        gap = min(other.gap(other.hand(side), held[0]) for side in ("left", "right"))
        if gap > 0.06:
            yield f"partner's hand {gap * 1000:.0f} mm off it"
    if on == "behind" and doer.thing is not None:
        yield from _towed(doer)
    if on == "foot" and doer.thing is not None:
        feet = np.concatenate([doer.points[np.linalg.norm(doer.points - doer.mark(m), axis=1) < 0.16] for m in ("right_toe", "right_foot")])
        if (gap := doer.gap(feet, doer.thing)) > 0.03:
            yield f"foot {gap * 1000:.0f} mm off it"
    for name in row.get("use", ()):
        yield from USES[name](doer)
    yield from _gaze(doer, row)
    yield from _seen(doer, on)


ROPE = 1.3
"""Metres: how far behind the hand the front of what is pulled is, at most."""


def _towed(doer: Doer) -> Iterator[str]:
    """What is pulled is behind who pulls it, a rope's length off."""
    hand, at = doer.mark("right_grip"), doer.middle(doer.thing)
    if (at - hand)[:2] @ doer.ahead[:2] > 0:
        yield f"{doer.thing.item.kind} is before who pulls it"
    if (gap := doer.gap(hand[None], doer.thing)) > ROPE:
        yield f"{doer.thing.item.kind} {gap:.1f} m from the hand"


def _gaze(doer: Doer, row: dict) -> Iterator[str]:
    at = doer.thing or doer.partner or doer.tool
    if not row.get("gaze") or at is None:
        return
    low, high = at.box()
    way = np.clip(doer.eyes, low, high) - doer.eyes
    if np.linalg.norm(way) > 1e-3:
        hands = (doer.mark("right_hand") + doer.mark("left_hand")) / 2 - doer.eyes
        off = min(np.degrees(np.arccos(np.clip(w @ doer.ahead / np.linalg.norm(w), -1, 1))) for w in (way, doer.middle(at) - doer.eyes, hands))
        if off > LOOKS:
            yield f"looks {off:.0f} degrees past it"


def _seen(doer: Doer, on: str) -> Iterator[str]:
    """Hands are within the frame, large enough, and not behind the body."""
    if on in ("seat", "foot"):
        return
    tree, eye = doer.tree(doer.person), Vector(doer.shot.eye)
    best, inside, large = 0.0, False, 0.0
    for side in ("left", "right"):
        points = doer.hand(side)
        seen = doer.shot.project(points)
        within = float(((np.abs(seen[:, :2]) < 0.99).all(axis=1) & (seen[:, 2] > 0)).mean())
        inside |= within > 0.7
        clear = []
        for p in points[:: max(1, len(points) // 60)]:
            way = Vector(p) - eye
            hit = tree.ray_cast(eye, way.normalized(), max(way.length - 0.05, 0.01))[0]
            clear.append(hit is None or (hit - Vector(doer.mark(f"{side}_hand"))).length < NEAR_HAND + 0.02)
        best = max(best, float(np.mean(clear)) * within)
        ty = np.tan(np.radians(min(doer.shot.fov_x, doer.shot.fov_y) / 2))
        long = float(np.linalg.norm(np.ptp(points, axis=0)))
        large = max(large, min(long, 0.19) / (2 * ty * max(float(seen[:, 2].mean()), 0.01)))
    if not inside:
        yield "hands out of the frame"
    elif best < SEEN:
        yield f"hands hidden ({best:.0%} seen)"
    if large < LEAST_HAND:
        yield f"hands small ({large:.1%})"


def _nearest(doer: Doer, actor: Actor | None, at: np.ndarray, most: float, what: str) -> Iterator[str]:
    if actor is None:
        return
    off = float(doer.tree(actor).find_nearest(Vector(at))[3])
    if off > most:
        yield f"{actor.item.kind} {off * 100:.0f} cm from the {what}"


def at_the_mouth(doer: Doer) -> Iterator[str]:
    yield from _nearest(doer, doer.thing, doer.mouth, MOUTH, "mouth")


def before_the_mouth(doer: Doer) -> Iterator[str]:
    yield from _nearest(doer, doer.thing or doer.tool, doer.mouth, 0.16, "mouth")


def tool_at_mouth(doer: Doer) -> Iterator[str]:
    yield from _nearest(doer, doer.tool or doer.thing, doer.mouth, 0.04, "mouth")


def at_the_ear(doer: Doer) -> Iterator[str]:
    if doer.thing is not None:
        off = min(float(doer.tree(doer.thing).find_nearest(Vector(doer.mark(f"{side}_ear")))[3]) for side in ("left", "right"))
        if off > EAR:
            yield f"{off * 100:.0f} cm from the ear"


def tool_at_the_eye(doer: Doer) -> Iterator[str]:
    """A camera is at the eye; a phone before the face."""
    if doer.tool is not None:
        yield from _nearest(doer, doer.tool, doer.eyes, 0.55 if doer.tool.item.kind == "phone" else EYE, "eyes")


def tool_to_thing(doer: Doer) -> Iterator[str]:
    """Who photographs something is turned to it."""
    at = doer.thing or doer.partner
    if at is None:
        return
    way = doer.middle(at) - doer.eyes
    off = np.degrees(np.arccos(np.clip(way[:2] @ doer.ahead[:2] / (np.linalg.norm(way[:2]) * np.linalg.norm(doer.ahead[:2])), -1, 1)))
    if off > 50:
        yield f"turned {off:.0f} degrees from it"


def before_the_eyes(doer: Doer) -> Iterator[str]:
    if doer.thing is None:
        return
    way = doer.middle(doer.thing) - doer.eyes
    if not EYES[0] < np.linalg.norm(way) < EYES[1]:
        yield f"{np.linalg.norm(way) * 100:.0f} cm from the eyes"


def face_to_the_eyes(doer: Doer) -> Iterator[str]:
    """What is flat shows the eyes its broad side."""
    if doer.thing is None:
        return
    points = doer.thing.points()
    _, sizes, axes = np.linalg.svd(points[:: max(1, len(points) // 800)] - points.mean(axis=0), full_matrices=False)
    way = doer.eyes - points.mean(axis=0)
    off = np.degrees(np.arccos(min(abs(float(axes[2] @ way)) / np.linalg.norm(way), 1.0)))
    if sizes[2] < 0.6 * sizes[1] and off > 50:
        yield f"edge-on to the eyes ({off:.0f} degrees)"


def tool_on_the_ground(doer: Doer) -> Iterator[str]:
    if doer.tool is None:
        return
    low, high = doer.tool.box()
    if low[2] > 0.03:
        yield f"{doer.tool.item.kind} {low[2] * 100:.0f} cm over the ground"


def tool_over_thing(doer: Doer) -> Iterator[str]:
    if doer.tool is None or doer.thing is None:
        return
    (low, high), (a, b) = doer.tool.box(), doer.thing.box()
    apart = np.maximum(np.maximum(a[:2] - high[:2], low[:2] - b[:2]), 0)
    if np.linalg.norm(apart) > 0.25:
        yield f"{doer.tool.item.kind} {np.linalg.norm(apart) * 100:.0f} cm beside it"


def tool_on_thing(doer: Doer) -> Iterator[str]:
    if doer.tool is None or doer.thing is None:
        return
    points = doer.tool.points()
    gap = doer.gap(points, doer.thing)
    if gap > 0.06:
        yield f"{doer.tool.item.kind} {gap * 100:.0f} cm off it"


def mouth_on_partner(doer: Doer) -> Iterator[str]:
    yield from _nearest(doer, doer.partner, doer.mouth, 0.06, "mouth")


def partner_over_the_head(doer: Doer) -> Iterator[str]:
    if doer.partner is None:
        return
    hip = doer.mark("hip", doer.partner)
    up = hip[2] - doer.mark("neck")[2]
    if not -0.1 < up < 0.35 or np.linalg.norm((hip - doer.mark("neck"))[:2]) > 0.22:
        yield f"child's hips {up * 100:.0f} cm over the neck, {np.linalg.norm((hip - doer.mark('neck'))[:2]) * 100:.0f} beside it"


USES: dict[str, Callable[[Doer], Iterator[str]]] = {
    "at the mouth": at_the_mouth, "before the mouth": before_the_mouth, "tool at the mouth": tool_at_mouth, "at the ear": at_the_ear,
    "tool at the eye": tool_at_the_eye, "tool to thing": tool_to_thing, "before the eyes": before_the_eyes, "face to the eyes": face_to_the_eyes,
    "tool on the ground": tool_on_the_ground, "tool over thing": tool_over_thing, "tool on thing": tool_on_thing,
    "mouth on partner": mouth_on_partner, "partner over the head": partner_over_the_head,
}  # fmt: skip
"""How a thing is used, by name."""

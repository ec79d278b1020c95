# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody is about: where they stand and look, and the pose that their posture, their deeds and what they meet ask for. Pure (numpy)."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import numpy as np

from diorama_catalogue import role
from diorama_stage.people import face, handling, held, pose
from diorama_stage.people.garments import wardrobe
from diorama_stage.people.who import Who


@dataclass
class Stand:
    """What a person meets in the scene, so far as it is known before placement."""

    seat: float | None = None
    """Height of the seat, metres."""
    near: bool = True
    """Seen from near: fine skin, strands of hair."""
    pixel: float = 0.0006
    """What a pixel covers where they stand, metres: how fine hair is built."""
    grips: dict | None = None
    """Of what they ride: saddle, hands, feet, in its frame (front +x)."""
    holds: float | None = None
    """Half the width of what the hand is closed round, metres."""
    table: float = 0.74
    """Height of the table that they are at, metres."""
    at: str = ""
    """How they are at a table: sits, works (standing)."""
    load: held.Load | None = None
    """What both hands hold."""
    mirrored: bool = False
    """The other way round than who stands beside them and does the same."""
    hung: int = 0
    """How many things hang from the hands by a handle at their top, 0 to 2."""
    lens: float = 0.0
    """Where the lens stands: degrees about the vertical, 0 in front (at -y), positive to +x."""

    @property
    def guides(self) -> bool:
        """True of who does it with a tool in the right hand."""
        return self.load is not None and self.load.guided


ROUND_THEM = 60.0
"""Degrees from the front at which a lens was put on purpose: nobody turns round to it."""


def body_turn(who: Who, stand: Stand) -> float:
    """Degrees that the body is turned from the lens, `PersonTraits.turned`'s way: as asked, or as a photographer would pose it."""
    if who.turned is not None:
        return who.turned
    rng = who.random("turned")
    if abs(stand.lens) > ROUND_THEM:  # a lens that is told to be behind somebody, or at their side, sees them so
        return stand.lens + rng.choice((-1, 1)) * rng.uniform(4, 20)
    if who.posture == "jumping" and role(who.role).leaps:
        return rng.choice((-1, 1)) * rng.uniform(62, 78)
    if who.posture in ("walking", "running", "jumping", "dancing") or any(a["deed"] in SPORT for a in who.actions):
        return rng.choice((-1, 1)) * rng.uniform(28, 52)
    return rng.choice((-1, 1)) * (rng.uniform(8, 24) if stand.near else rng.uniform(4, 20))


GAZES = {
    "down": ((16.0, 0.0, 0.0), (0.0, -20.0)),
    "up": ((-16.0, 0.0, 0.0), (0.0, 14.0)),
    "left": ((0.0, 0.0, -24.0), (-16.0, 0.0)),
    "right": ((0.0, 0.0, 24.0), (16.0, 0.0)),
}
"""Head and eyes by where they look, seen from the lens: degrees of the head (forward, left, turned), of the eyes (to the figure's left, up)."""
WORK = frozenset(
    (
        "reading",
        "writing",
        "typing",
        "cooking",
        "cutting",
        "painting",
        "pouring",
        "eating",
        "working",
        "petting",
        "watering",
        "sweeping",
        "playing",
        "knitting",
        "digging",
        "chopping",
        "tying_shoes",
        "feeding",
    )
)
"""What one looks down at."""
SPORT = frozenset(("throwing", "kicking", "catching", "hitting", "boxing"))
"""What is done toward somewhere else than the lens."""


def looking(who: Who, chosen: pose.Pose, turned: float, stand: Stand) -> tuple[pose.Pose, tuple[float, float]]:
    """The pose with the head where the person looks, and the eyes' own turn, degrees to the figure's left and up."""
    rng = who.random("gaze")
    gaze = who.gaze or _unasked(who, stand, turned, rng)
    if who.gaze is None and any(a["deed"] in SPORT for a in who.actions):
        gaze = "ahead"
    if abs(turned) > 95 and gaze == "lens" and who.gaze is None:
        gaze = "ahead"
    forward, left, about = chosen.head
    lean = rng.uniform(-5, 5)
    back, aside = face.TABLE["head"].get(who.expression, (0.0, 0.0))
    lean += float(np.copysign(aside, lean))
    if gaze == "lens":
        head = float(np.clip(turned * 0.78, -55, 55)) - chosen.bend[2] - chosen.tilt[2]
        eyes = float(np.clip(turned - head - chosen.bend[2] - chosen.tilt[2], -32, 32))
        level = -(forward + chosen.bend[0] + chosen.tilt[0])
        return replace(chosen, head=(forward + level * 0.85 - back, left + lean, head)), (eyes, float(np.clip(-level * 0.15 - back, -15, 15)))
    if gaze == "across":
        side = -1.0 if turned > 0 else 1.0
        return replace(chosen, head=(forward, left + lean, about + side * 20)), (side * 10, 0.0)
    if gaze in GAZES:
        (f, s, t), eyes = GAZES[gaze]
        return replace(chosen, head=(forward + f * (0.4 if forward > 8 else 1.0), left + s + lean, about + t + turned * 0.5)), eyes
    lifted = any(a["deed"] in AT_MOUTH for a in who.actions)  # the right hand is at the face: what is free of it is turned to the lens
    side = 1.0 if turned < 0 or lifted else -1.0
    away = 26.0 if gaze == "away" else 4.0
    return replace(chosen, head=(forward, left + lean, about + side * away)), (side * away * 0.45, 1.0)


AT_MOUTH = frozenset(("drinking", "eating", "smoking"))
"""What is done with the right hand at the mouth."""
AT_LENS = {True: 1.0, False: 0.6}
"""Of those who do nothing, how many look at the lens, seen from near and seen whole."""
OFFERED = frozenset(("holding", "carrying", "serving", "taking_selfie", "speaking", "singing", "giving", "hugging"))
"""Deeds of who may look at the lens meanwhile, as people do who pose with something."""
POSED = 0.5
"""Of those who do one of them, how many look there."""


def _unasked(who: Who, stand: Stand, turned: float, rng: random.Random) -> str:
    """Where somebody looks of whose eyes nothing is told: at their work; past the lens who is busy with something else; into it those who pose."""
    if any(a["deed"] in WORK or stand.at == "works" and a["objects"] for a in who.actions):
        return "down"
    deeds = {a["deed"] for a in who.actions}
    if deeds - OFFERED:
        return "away"
    aside = who.posture in ("walking", "running", "dancing") or abs(turned) > 60
    often = POSED if deeds else AT_LENS[stand.near] * (0.5 if aside else 1.0)
    return "lens" if rng.random() < often else "ahead" if aside or stand.near else "away"


AT_TABLES = frozenset(("works", "sits"))
"""How somebody is at a table."""


def chosen_pose(who: Who, stand: Stand) -> pose.Pose:
    """The pose of who they are and what they meet, the other way round where they are `mirrored` and their hands hold nothing."""
    out = _chosen(who, stand)
    free = stand.holds is None and stand.load is None and not stand.grips and not stand.at
    return pose.mirrored(out) if free and stand.mirrored != _other_leg(who) else out


def _other_leg(who: Who) -> bool:
    """True of who rests on the other leg than the poses are told for, and sits the other way round: one in two of those who do nothing."""
    return who.posture in ("standing", "sitting", "leaning") and not who.actions and not who.gestures and who.random("side").random() < 0.5


def _bound(who: Who, stand: Stand) -> pose.Pose | None:
    """The pose of who rides, is borne, or has the hands on something; None of all others."""
    if who.posture == "riding" and stand.grips:
        return riding(stand.grips)
    if stand.at in ("borne", "shouldered"):
        return pose.named(stand.at)
    if stand.grips and "ahead" in stand.grips:
        seat = stand.grips.get("seat", stand.seat if who.posture == "sitting" else None)
        return handling.handling(who, stand.grips, tool=stand.guides, table=stand.at in AT_TABLES, seat=seat)
    if stand.at == "pushes" and stand.grips:
        return pushing(who, stand.grips)
    if stand.at == "feeds" and stand.grips:
        return feeding(who, stand.grips)
    if stand.at == "tends" and stand.grips:
        return tending(who, stand.grips)
    if stand.at == "leads":
        return leading(who)
    return None


def _chosen(who: Who, stand: Stand) -> pose.Pose:
    """The pose of the posture with the gestures' arms; what is done with things likewise."""
    if (bound := _bound(who, stand)) is not None:
        return bound
    name = {"sitting": "sitting" if stand.seat is not None else "sitting_ground", "riding": "sitting"}.get(who.posture, who.posture)
    if name == "jumping" and role(who.role).leaps:
        name = "leaping"
    out = pose.named(name if name in pose.TABLE["pose"] else "standing")
    if stand.seat is not None and out.seat is not None:
        out = replace(out, seat=stand.seat)
    plays = any(a["deed"] == "playing" and not a["objects"] for a in who.actions)
    if plays and who.posture == "standing":
        out = pose.named(who.random("play").choice(AT_PLAY[who.minor]))
    if stand.at in pose.TABLE["gesture"]:  # with somebody: a hug, hand in hand, a child on the arms
        return pose.with_gesture(out, stand.at)
    if stand.hung:
        out = pose.with_gesture(out, HUNG[stand.hung - 1])
    deeds = _deeds(who, stand, {"playing"} if plays else set())
    if not deeds and not who.gestures:
        deeds = [_idle(who, stand, name)]
    first = ("at_table",) if stand.at == "sits" else ()  # the hand that does nothing lies on the table
    for gesture in (*first, *deeds, *who.gestures):
        gesture = f"{gesture}_seated" if stand.seat is not None and f"{gesture}_seated" in pose.TABLE["gesture"] else gesture
        if gesture in pose.TABLE["gesture"]:
            out = pose.with_gesture(out, gesture)
    return out


def _deeds(who: Who, stand: Stand, idle: set[str]) -> list[str]:
    """The gestures of what they do, but for what is `idle`."""
    works, kind = stand.at == "works", stand.load.kind if stand.load is not None else ""
    left = DEEDS.keys() - idle - (BORNE_BY if stand.hung else set())
    done = [a for a in who.actions if a["deed"] in left and not (works and not a["objects"] and a["deed"] != "hitting")]
    blows = lambda a: a["deed"] == "playing" and kind in pose.TABLE["wind"]  # noqa: E731
    serves = lambda a: works and a["deed"] == "serving"  # noqa: E731
    return ["blown" if blows(a) else "counter" if serves(a) else WIELDED.get((a["deed"], kind), DEEDS[a["deed"]]) for a in done]


def _idle(who: Who, stand: Stand, name: str) -> str:
    """The gesture of who does nothing with the hands, in the pose `name`; empty for that of the pose."""
    if stand.at:
        return {"works": "counter", "sits": "at_table"}.get(stand.at, "")
    if who.actions or stand.load is not None or stand.hung:
        return ""
    return idle_hands(who) if name == "standing" else seated_ways(who) if name == "sitting" else ""


def seated_ways(who: Who) -> str:
    """The gesture of who sits and does nothing: upright with the hands on the knees is but one of the ways in which people sit."""
    skirt = any(w.row.get("skirt") for w in wardrobe(who))
    able = {name: row["often"] for name, row in pose.TABLE["seated"].items() if who.age >= row.get("from", 0) and not (skirt and row.get("apart"))}
    return who.random("seated").choices(list(able), list(able.values()))[0]


STIFF = frozenset(("hands", "plate", "limb_plates", "slung", "life_support"))
"""Places of what keeps the arms of its wearer at the sides: gauntlets, armour, what hangs from a shoulder."""


def idle_hands(who: Who) -> str:
    """The gesture of who stands and does nothing: hands at the sides are but one of the ways in which people stand."""
    worn = wardrobe(who)
    if any(w.place in STIFF for w in worn):
        return "at_sides"
    pockets = any(w.row.get("pockets") for w in worn)
    able = {name: row["often"] for name, row in pose.TABLE["idle"].items() if who.age >= row.get("from", 0) and (pockets or not row.get("pockets"))}
    return who.random("idle").choices(list(able), list(able.values()))[0]


def touched(chosen: pose.Pose, stand: Stand) -> dict[str, np.ndarray]:
    """What the hands are on in a pose of who meets something: points of the figure's frame, (3,) each, by hand and tool."""
    if not stand.grips:
        return {}
    if "ahead" in stand.grips:
        return handling.targets(chosen, stand.grips, tool=stand.guides, table=stand.at in AT_TABLES)
    if stand.at in ("tends", "feeds") and stand.load is None and stand.holds is None:
        return {"right": np.array(chosen.right.at) + (0.0, -PALM, -0.02)}
    return {}


PALM = 0.075
"""How far before the wrist the middle of the palm is, metres."""


def riding(grips: dict) -> pose.Pose:
    """Astride: on the saddle, hands and feet where the mount has grips and pedals."""
    saddle = np.array(grips["saddle"])
    out = replace(pose.named("riding"), seat=float(saddle[2]))
    for side in ("left", "right"):
        for part, kind in (("hand", side), ("foot", f"{side}_foot")):
            if f"{part} {side}" in grips:
                away = np.array(grips[f"{part} {side}"]) - saddle
                limb = getattr(out, kind)
                at = tuple(np.array([away[1], -away[0], away[2]]) + ((0, 0.075, 0.035) if part == "hand" else (0.0, 0.09, 0.01)))
                out = replace(out, **{kind: replace(limb, at=at, of="saddle")})
    return out


PUSHES_AT, REACH = (0.3, 0.46), 0.5
"""How far before the shoulders hands push, nearest and farthest, and how far an arm that is hardly bent reaches, statures."""


def pushing(who: Who, grips: dict) -> pose.Pose:
    """Behind what is pushed, the hands on its handle."""
    out = pose.named(who.posture if who.posture in ("walking", "running", "standing") else "walking")
    scale = who.height / 1.7
    wide, high = abs(grips["hand left"][1] - grips["hand right"][1]) / 2, grips["hand left"][2]
    ahead = float(np.clip(np.sqrt(max(REACH**2 - (SHOULDERS - high / scale) ** 2, 0.0)), *PUSHES_AT)) * scale
    hold = pose.Hand((0.0, 0.0, 0.0), "world", (0.7, 0.7, -0.5), (-0.1, -1.0, -0.2), (0.0, -0.15, -1.0), "hold")
    at = {side: (sign * wide, -ahead, high + PALM_OVER) for side, sign in (("left", 1), ("right", -1))}
    return replace(out, tilt=(5.0, 0.0, 0.0), head=(-4.0, 0.0, 0.0), **{side: replace(hold, at=at[side]) for side in at})


FEEDS_LOW = 0.62
"""Height of a mouth up to which somebody kneels to feed it, statures."""
STOOPS, STOOPED = 50.0, 0.2
"""How far they bend down to it, degrees; how much lower that brings the shoulders, statures."""


def feeding(who: Who, grips: dict) -> pose.Pose:
    """A hand held out to a mouth, as high as that is and as the arm reaches: standing, or on the knees before a low one."""
    scale = who.height / 1.7
    low = grips["mouth"][2] < FEEDS_LOW * scale
    shoulders = (SHOULDERS - (KNELT + STOOPED) * low) * scale
    high = float(np.clip(grips["mouth"][2] - 0.03, (0.12 if low else 0.75) * scale, 1.55 * scale))
    ahead = float(np.sqrt(max((REACH * 0.96 * scale) ** 2 - (high - shoulders) ** 2, 0.09 * scale**2)))
    hold = pose.Hand((-0.08 * scale, -ahead, high), "world", (0.6, 0.5, -1.0), (-0.1, -1.0, 0.15), (0.0, 0.25, 1.0), "hold")
    return replace(pose.named("kneeling" if low else "standing"), right=hold, bend=(STOOPS if low else 4.0, 0.0, 0.0))


KNEELS_TO = 0.74
"""Height up to which somebody kneels to an animal, statures; how much lower the shoulders are then."""
KNELT = 0.42


def tending(who: Who, grips: dict) -> pose.Pose:
    """A hand on an animal: standing at the shoulder of a tall one, on the knees before a low one."""
    scale = who.height / 1.7
    high = grips["coat"][2]
    low = high < KNEELS_TO * scale or who.posture in ("kneeling", "crouching")
    shoulders = (SHOULDERS - KNELT * low) * scale
    high = float(np.clip(high + 0.02, 0.3 * scale, 1.6 * scale))
    ahead = float(np.sqrt(max((REACH * 0.98 * scale) ** 2 - (high - shoulders) ** 2, 0.09)))
    on_top = grips["coat"][0] == 0.0 or low
    fingers, palm = ((-0.1, -1.0, -0.1), (0.0, 0.0, -1.0)) if on_top else ((0.2, -0.6, 0.8), (-0.1, -1.0, -0.2))
    hand = pose.Hand(((0.22 if not on_top else -0.06) * scale, -ahead, high), "world", (0.6, 0.5, -1.0), fingers, palm, "hold" if who.actions else "flat")
    stance = pose.named("kneeling" if low else "standing")
    return replace(stance, right=hand, bend=(10.0, 0.0, 0.0) if low else (4.0, 0.0, 0.0))


LEASH_HAND = (-0.24, -0.2, 0.98)
"""Where the hand that holds a leash is, statures: before the hip."""


def leading(who: Who) -> pose.Pose:
    """Standing or walking, the forearm held out for the leash."""
    scale = who.height / 1.7
    stance = pose.named(who.posture if who.posture in ("walking", "running", "standing") else "standing")
    hand = pose.Hand(tuple(scale * v for v in LEASH_HAND), "world", (0.6, 0.8, -0.8), (-0.1, -1.0, -0.1), (0.9, 0.0, -0.2), "hold")
    return replace(stance, right=hand)


def at_ear(solver: pose.Solver) -> np.ndarray:
    """Where a phone in the right hand is: its middle, its screen to the cheek, its foot down to the mouth (as `_Maker.load`)."""
    turn = solver.world("head")
    middle = 0.65 * solver.where("finger3-1.R") + 0.35 * solver.grasp("R")
    return np.stack([middle, turn.apply((1.0, 0.0, 0.0)), turn.apply((0.0, -0.45, -0.9))])


SHOULDERS, PALM_OVER = 1.38, 0.012
"""Height of the shoulders, statures; of the wrist over what the hand lies on, metres."""
DEEDS = {
    "holding": "holding", "carrying": "carrying", "reading": "reading", "writing": "writing", "typing": "typing", "drinking": "drinking", "eating": "drinking", "photographing": "photographing",
    "phoning": "phoning", "painting": "holding", "serving": "holding_both", "cooking": "holding", "pouring": "pouring", "watering": "watering", "playing": "guitar", "singing": "singing", "working": "typing", "cutting": "counter",
    "shaking_hands": "handshake", "hitting": "striking", "kicking": "kicking", "throwing": "throwing", "catching": "catching", "pushing": "pushing",
    "knitting": "knitting", "smoking": "smoking", "blowing": "blowing", "digging": "digging", "sweeping": "sweeping", "brushing_teeth": "brushing_teeth",
    "brushing_hair": "brushing_hair", "shaving": "shaving", "making_up": "making_up",
    "boxing": "boxing", "chopping": "chopping", "speaking": "telling", "tying_shoes": "tying_shoes", "taking_selfie": "selfie",
    "pulling": "pulling", "giving": "offering", "tending": "counter", "feeding": "strewing",
}  # fmt: skip
"""What the arms do at what is done."""


HUNG, BORNE_BY = ("hanging", "hanging_both"), {"holding", "carrying"}
"""Gestures of who carries one thing, or two, by a handle at its top; the deeds that tell no more than that."""
WIELDED = {(deed, row["with"]): row["gesture"] for deed, row in pose.TABLE["wielded"].items()}
"""The gesture of a deed that is done with a thing in the hand."""
AT_PLAY = {True: ("running", "chasing", "dancing", "crouching", "cheering"), False: ("dancing", "cheering", "walking")}
"""Poses of who plays with nothing that is named: children, the grown."""


TWO_HANDED = frozenset(("reading", "carrying", "serving", "photographing", "typing"))
"""What is done with both hands before the chest."""

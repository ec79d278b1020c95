# SPDX-License-Identifier: GPL-3.0-or-later
"""How each of those at something stands or sits there: turned to the others, to the work, to the lens."""

from __future__ import annotations

from diorama_stage.people import contacts, hands_on, tending, together

PUSHING = 72.0
"""Degrees that who pushes something is turned from the lens; what is pushed runs the same way."""
EMBRACES = frozenset(("hugging", "kissing"))
DANCED, DANCE = "dancing", 0.46
"""What two do who dance and are told of nothing else: in each other's hold, the chests' joints so far apart, metres."""
AFOOT = frozenset(("works", "at_board", "pushes", "feeds", "boards", "leads", "tends", "swings")) | hands_on.MANNERS
"""How somebody is at a thing who does not sit."""


def part(subject: dict, k: int) -> dict:
    """What the k-th of those at something is told beside their traits: seated, turned to the others."""
    if "bears" in subject:
        return {**subject, "at": (subject["bears"], "bearing"), "posture": subject.get("posture") or "standing", "turned": 0.0}
    if "borne" in subject:
        return {**subject, "at": (subject["borne"], "borne"), "turned": 66.0, "gaze": subject.get("gaze") or "lens"}
    if "meets" in subject:
        first, deed = not subject["meets"][k], subject["actions"][0]["deed"]
        if deed == "holding_hands":
            hand = "hand_in_hand_left" if first else "hand_in_hand_right"
            return {**subject, "at": ("", hand), "posture": subject.get("posture") or "standing", "turned": (12.0, -12.0)[not first]}
        if deed == DANCED:
            return {**subject, "at": ("", ("dance_follow", "dance_lead")[first]), "posture": "standing", "turned": (-64.0, 64.0)[not first], "gaze": "across"}
        if deed in EMBRACES:
            return {**subject, "at": ("", ("hug_over", "hug_under")[first]), "posture": "standing", "turned": (-76.0, 76.0)[not first], "gaze": "ahead"}
        return {**subject, "posture": "standing", "turned": (-72.0, 72.0)[not first], "gaze": "across"}
    return _at_it(subject, k) if "at" in subject else hands_on.patient(subject) if "treated" in subject else _beside_others(subject, k)


def _beside_others(subject: dict, k: int) -> dict:
    """The k-th of those who do the same by themselves: every other one the other way round. Of two the first stands on the left."""
    if "company" in subject:
        turned = together.COMPANY * (2 * subject["company"][k] - 1)
        return {**subject, "turned": turned, "gaze": "across"}
    return {**subject, "mirrored": True} if k % 2 and subject["count"] > 1 else subject


def _at_it(subject: dict, k: int) -> dict:
    """The k-th of those at something."""
    _, manner = subject["at"]
    before, count = subject["rank"]
    seated = (*subject["states"], "seated")
    chaired, standing = (*seated, "chaired"), ("standing",)
    states = {"sits": chaired, "plays": chaired, "seat": seated, "rides": ("riding",)}.get(manner, standing)
    out = {**subject, "states": tuple(dict.fromkeys(states))}
    if manner == "pushes":
        return {**out, "posture": out.get("posture") or "walking", "turned": PUSHING, "gaze": out.get("gaze") or "ahead"}
    if manner == "boards":
        return {**out, "turned": 0.0, "gaze": out.get("gaze") or "ahead"}
    if manner == "rides":
        return {**out, "posture": "riding", "turned": -78.0}
    if manner in hands_on.MANNERS:
        return hands_on.part(out)
    if manner in tending.BESIDE_ANIMALS:
        return tending.part(out, manner)
    if manner == "at_board":
        return {**out, "posture": "standing", "turned": 118.0 if out.get("turned") is None else out["turned"], "gaze": out.get("gaze") or "ahead"}
    if manner in ("seat", "swings"):
        return out
    _, place, count = shared_out(before + k, count, subject["tables"])
    turned = around(count, manner)[place % 6]
    out = contacts.at_game(out, place) if manner == "plays" else contacts.in_talk(out, place) if manner == "sits" and count > 1 else out
    return {
        **out,
        "turned": turned if out.get("turned") is None else out["turned"],
        "gaze": out.get("gaze") or ("across" if count == 2 or count > 1 and place % 2 else None),
    }


def shared_out(k: int, count: int, tables: int) -> tuple[int, int, int]:
    """Of the k-th of so many who are at so many tables: at which, as whom there, and how many are at that one."""
    table = k % tables
    return table, k // tables, (count - table + tables - 1) // tables


def around(count: int, manner: str = "sits") -> list[float]:
    """Degrees that those at one table are turned from the lens: who sits alone faces it, two sit across the corner (opponents opposite), more go round."""
    two = [contacts.ACROSS, -contacts.ACROSS] if manner == "plays" else [46.0, -52.0]
    return {1: [10.0], 2: two}.get(count, [70.0, 12.0, -14.0, -72.0, 40.0, -42.0]) * 6

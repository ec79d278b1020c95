# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wanted of each instance: the contract of presence, less what the words excuse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diorama_catalogue import Tag, thing
from diorama_stage.actors import Actor
from diorama_stage.boxed import beyond, boxes
from diorama_stage.framing import adorned, borne, busts, heads, stages
from diorama_stage.people.hands_on import cut_off
from diorama_stage.presence import Seen, least_inside
from diorama_stage.scene_view import Scene

SEEN = 0.6
"""Every subject must be visible to this share, unless the words hide it."""
READ = 0.85
"""The same of what bears words: they are to be read."""
GLIMPSE = 0.14
"""What must be seen of each instance that the words put in something or cover."""
BEHIND = 0.4
"""What must be seen of each instance that the words put behind, under or between others."""
LADEN = 0.3
"""What must be seen of what carries, holds or stands behind another thing because the words say so."""
SMALLEST = {"wide": 0.4, "establishing": 0.1}
"""Framings in which things may be smaller than they are named by, and how small."""
LOOMING = 3.0
"""Smallness (1: large enough to be named) of a thing beside which others must be large enough too, however wide the picture."""
HIDING = {"behind": BEHIND, "under": BEHIND, "between": BEHIND, "in": GLIMPSE, "filled_with": GLIMPSE, "covering": GLIMPSE}
"""Relations that hide their subject, and what is still seen of it."""
SCREENING = frozenset(("on", "in", "in_front_of", "leaning_on", "stacked_on", "against", "covering", "around", "filled_with", "wearing", "holding", "riding"))
"""Relations that hide a part of their object."""


HEAPED = 0.7
"""Smallness (1: large enough to be named by itself) of one of many that a vessel holds."""
MANY, NAMED = 4, 0.5
"""So many of a kind that a vessel holds are named together: by this share of them, the others may lie below."""


BY_A_TREE, FOOT, TALL, TREE = frozenset(("under", "beside", "near", "leaning_on", "against", "in_front_of", "between", "around")), 0.05, 4.0, 2.5
"""How something is by a tree, and what is still seen of that where it is so many times as high, and so many metres."""


REACHES = 0.02
"""Share of the frame that a thing may reach out of the box that it is told to be in."""


NARROW = 0.4
"""Half the width of a seat, metres, that who sits on it hides: a stool, a sled from its front."""


LOOMS, PART = 4.0, 0.4
"""So many times as long as whoever leads the picture, furniture, a vehicle or a house is named by a part of it, and by how much."""
NAMED_BY_PART = frozenset(("furniture", "vehicle", "building"))


def leading(scene: Scene, actors: list[Actor]) -> set[str]:
    """Living subjects, people and animals, that a picture is of: not those far off, nor those of whom the framing shows a part."""
    alive = {s["id"] for s in scene["subjects"] if s.get("kind") == "person" or s.get("living")}
    return alive & {a.subject for a in actors if not a.item.implied} - _far(scene) - busts(scene, actors) - heads(scene, actors)


def looming(scene: Scene, actors: list[Actor]) -> set[str]:
    """Subjects so much longer than all whom the picture is of that a part of them is enough: the boat beside a gull."""
    long = {a.subject: max(a.item.half_x, a.item.half_y, a.item.height / 2) for a in actors}
    longest = max((long[id] for id in leading(scene, actors)), default=np.inf)
    return {a.subject for a in actors if thing(a.item.kind).category in NAMED_BY_PART and long[a.subject] > LOOMS * longest}


class Wants:
    """What is wanted of each instance: by the contract of presence, less what the words excuse."""

    def __init__(self, scene: Scene, actors: list[Actor]):
        written = {s["id"] for s in scene["subjects"] if any(label.get("page") for label in s["labels"])}
        beside = {s["id"]: GLIMPSE for s in scene["subjects"] if written and s["id"] not in written}  # the frame may cut them: letters are to be read
        led = borne(scene, actors)
        at = {place[0] for s in scene["subjects"] if (place := s.get("at"))} if busts(scene, actors) else set()  # near somebody the frame cuts what they are at
        at = at | cut_off(scene, actors)
        cut = at | stages(scene, actors) | busts(scene, actors) | heads(scene, actors) | ({led[0]} if led else set())
        homes = _looming(scene, actors, "building")
        sat_on = {seat[0] for s in scene["subjects"] if (seat := s.get("at")) and seat[1] == "seat"}
        narrow = {a.subject for a in actors if a.subject in sat_on and a.item.half_x < NARROW}
        cut = cut | homes | narrow  # a house is told by its door and wall, a stool by its legs
        expected = beside | _expected(scene["relations"]) | dict.fromkeys(cut, GLIMPSE) | dict.fromkeys(_looming(scene, actors, "plant"), FOOT)
        expected |= {id: min(PART, expected.get(id, SEEN)) for id in looming(scene, actors) - homes}
        usual = {s["id"]: READ for s in scene["subjects"] if any(label.get("text") for label in s["labels"])}
        self.shares = {a.subject: expected.get(a.subject, usual.get(a.subject, SEEN)) for a in actors}
        self.far = _far(scene) | set(adorned(scene))
        self.wide = SMALLEST.get(scene["camera"]["framing"])
        bearing = {o for r in scene["relations"] if r["kind"] in ("on", "in") for o in r["objects"]}
        corded = {r["subject"] for r in scene["relations"] if r["kind"] == "hanging_from" and "ceiling" in r["objects"]}  # the frame may cut their cords
        self.shares |= {a.subject: LADEN for a in actors if a.subject in corded and a.subject not in expected}
        self.partial = {a.subject for a in actors if a.subject in bearing | at | corded | homes or a.item.implied}
        self.boxes = boxes(scene)
        self.heaped = _heaped(scene["relations"], actors)
        self.implied = {a.id for a in actors if a.item.implied}

    def faults(self, seen: list[Seen]) -> dict[str, tuple[str, ...]]:
        """By instance, what falls short; those without fault are left out."""
        asked = self._asked(seen)
        found = {s.instance: s.faults(self.shares[s.subject], small=self._may_be_small(s, asked), partial=s.subject in self.partial) for s in asked}
        found = {s.instance: (*found[s.instance], *self._off(s)) for s in asked}
        return {id: faults for id, faults in found.items() if faults}

    def worth(self, seen: list[Seen]) -> float:
        """How near all is to what is wanted: the worst instance, and a little of the mean; 1.1 is all of it."""
        asked = self._asked(seen)
        each = [self._one(s, asked) for s in asked] or [1.0]
        return min(each) + 0.1 * float(np.mean(each))

    def _asked(self, seen: list[Seen]) -> list[Seen]:
        """Of whom something is wanted: all but what nobody asked for, and of what fills a vessel those that are seen best."""
        asked = [s for s in seen if s.instance not in self.implied]
        out = [s for s in asked if s.subject not in self.heaped]
        for subject in sorted(self.heaped):
            ranked = sorted((s for s in asked if s.subject == subject), key=lambda s: -min(s.share, s.smallness))
            out += ranked[: -int(-NAMED * len(ranked) // 1)]
        return out

    def _off(self, s: Seen) -> tuple[str, ...]:
        return ("out_of_box",) if s.area and self._beyond(s) > REACHES else ()

    def _beyond(self, s: Seen) -> float:
        """How far it reaches out of its box, a share of the frame, or what the frame cuts of it; 0 of what has none."""
        return max(beyond(self.boxes[s.subject], s.frame), 1 - s.inside) if s.subject in self.boxes else 0.0

    def _one(self, s: Seen, asked: list[Seen]) -> float:
        size = 1.0 if self._may_be_small(s, asked) else min(s.smallness, 1.0)
        within = s.inside / least_inside(self.shares[s.subject], partial=s.subject in self.partial)
        return max(1 - 2 * self._beyond(s), 0.0) * min(s.share / self.shares[s.subject], within**2, 1.0, size, 0.9 if "blurred" in s.faults(0.0) else 1.0)

    def _may_be_small(self, s: Seen, asked: list[Seen]) -> bool:
        """The words put it far off, or it adorns another; or the whole picture is wide, and nothing in it looms over it."""
        if s.subject in self.heaped and s.smallness >= HEAPED:
            return True  # a heap is named, not one of it
        return s.subject in self.far or self.wide is not None and s.smallness >= self.wide and max(other.smallness for other in asked) < LOOMING


def _looming(scene: Scene, actors: list[Actor], category: str) -> set[str]:
    """Trees, or houses, that something lowlier is under or by: their foot is seen, or a part of their front."""
    high = {a.subject: a.item.height for a in actors}
    told = [(r["subject"], o) for r in scene["relations"] if r["kind"] in BY_A_TREE for o in r["objects"] if {r["subject"], o} <= set(high)]
    plants = {a.subject for a in actors if thing(a.item.kind).category == category}
    return {tree for one, tree in told if tree in plants and high[tree] > TALL * high[one] and high[tree] > TREE}


def _heaped(relations: Sequence[dict], actors: list[Actor]) -> set[str]:
    """Subjects of which a vessel holds many, or a dish bears many."""
    hollow = {a.subject for a in actors if a.item.hollow is not None or Tag.DISH in thing(a.item.kind).tags}
    inside = [(r, o) for r in relations if r["kind"] in ("in", "on", "filled_with") for o in r["objects"]]
    pairs = [(o, r["subject"]) if r["kind"] == "filled_with" else (r["subject"], o) for r, o in inside]
    return {id for id, vessel in pairs if vessel in hollow and sum(a.subject == id for a in actors) >= MANY}


def far_off(scene: Scene) -> set[str]:
    """Subjects that the words put in the distance."""
    far = {r["subject"] for r in scene["relations"] if set(r["objects"]) & {"background", "horizon"}}
    return far | {s["id"] for s in scene["subjects"] if "distant" in s["states"]}


def _far(scene: Scene) -> set[str]:
    """Subjects that the words put far off, or in the sky."""
    return far_off(scene) | {r["subject"] for r in scene["relations"] if "sky" in r["objects"]}


def _expected(relations: list[dict]) -> dict[str, float]:
    """The share to be seen of those subjects that the words hide."""
    laden = {o: LADEN for r in relations if r["kind"] in SCREENING for o in r["objects"]}
    return laden | {r["subject"]: HIDING[r["kind"]] for r in relations if r["kind"] in HIDING}

"""Parts of the frame that things go to: "move the mug to the left third", "put the apple in the lower right corner", "put an orange into the corner"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from diorama.language.draft import Effect
from diorama.language.lexicon import parts_of_frame
from diorama.language.match import Atom
from diorama.language.refine.desk import Desk
from diorama.scene import Relation
from diorama.scene.camera import Box
from diorama.scene.relation import SIDES

SIDE = 0.1
"""How far the middle of a box is from the frame's, as a share of it, for the box to be at one side."""
AGAINST = {"left": ("right_of",), "right": ("left_of",)}
"""What things are near to, where that is a part of the frame."""
CORNER = "corner"
OF = "of (?:the )?(?:frame|picture|image|photo|photograph|shot)"


class Said(NamedTuple):
    """The words for a part of the frame: what they are, and what is left of the others."""

    box: Box | None
    """None: a corner, and not which."""
    words: list[Atom]
    before: list[Atom]
    after: list[Atom]


def said(desk: Desk, atoms: list[Atom]) -> Said | None:
    """The first part of the frame that is told in these words. None: there is none ("the corner of the table" is a place on the table)."""
    if not atoms:
        return None
    start = atoms[0].start
    found = _pattern().search(desk.words[start : atoms[-1].end])
    if found is None:
        return None
    low, high = start + found.start(), start + found.end()
    name = re.sub(r"[\s-]+", " ", (found["place"] or f"{found['side']} half").lower())
    words = [a for a in atoms if a.start < high and a.end > low]
    return Said(_boxes().get(name), words, [a for a in atoms if a.end <= low], [a for a in atoms if a.start >= high])


def go(desk: Desk, ids: list[str], to: Said) -> None:
    """Things have a part of the frame; what they were told to be nearer to in it, or on the other side of, holds no more."""
    for id in ids:
        box = to.box or _nearest_corner(desk, id, to.words)
        side = (box[0] + box[2]) / 2 - 0.5
        way = "left" if side < -SIDE else "right" if side > SIDE else ""
        desk.set("relations", tuple(r for r in desk.scene.relations if not (r.subject == id and _against(r, way))))
        desk.set(f"subjects.{id}.within", box)
        desk.note(to.words, "subject", Effect(f"subjects.{id}.within", box))
    desk.speak_of(ids)


def free(desk: Desk, ids: list[str]) -> None:
    """Things that are told to go elsewhere are in no part of the frame any more."""
    for id in ids:
        if desk.subject(id).within is not None:
            desk.set(f"subjects.{id}.within", None)


def exchange(desk: Desk, a: str, b: str) -> None:
    """Two things have each other's part of the frame."""
    one, two = desk.subject(a).within, desk.subject(b).within
    if one != two:
        desk.set(f"subjects.{a}.within", two)
        desk.set(f"subjects.{b}.within", one)


def _against(relation: Relation, way: str) -> bool:
    return relation.kind in AGAINST.get(way, ()) or relation.kind == "near" and relation.objects[0] in SIDES


def _nearest_corner(desk: Desk, id: str, words: list[Atom]) -> Box:
    """The lower corner of the side on which a thing stands, the right one where that is not known; it is said which."""
    layout = desk.scene.layout
    place = layout.places.get(f"{id}.0") if layout is not None else None
    left = False
    if layout is not None and layout.viewpoint is not None and place is not None:
        (ex, ey, _), (tx, ty, _) = layout.viewpoint.eye, layout.viewpoint.target
        left = (tx - ex) * (place.y - ey) - (ty - ey) * (place.x - ex) > 0
    name = "lower left corner" if left else "lower right corner"
    desk.say("note", "assumed-corner", f"of the four corners it is the {name}, the nearest", words, "or say which: 'the upper left corner'")
    return _boxes()[name]


@cache
def _boxes() -> dict[str, Box]:
    """Names of parts of the frame; of the quarters the short ones too ("top left")."""
    known = {name.replace("-", " "): box for name, box in parts_of_frame().items()}
    return known | {name.removesuffix(f" {CORNER}"): box for name, box in known.items() if name.endswith(f" {CORNER}")}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((*_boxes(), CORNER), key=len, reverse=True)
    places = "|".join(re.escape(name).replace(r"\ ", r"[\s-]+") for name in names)
    return re.compile(
        r"\b(?:(?:all the way |right |over |down |up )*(?:in|into|to|at|on|onto|towards?|inside|within) )"
        rf"(?:(?:the|a|its) )?(?:very |nearest |far )?(?P<place>{places})"
        rf"(?: (?:part|area))?(?: {OF})?\b(?! of\b)(?![\s-]+(?:corner|side|third|half))"
        rf"|\b(?:in|into|to|at|on|onto) the (?P<side>left|right)[\s-](?:hand[\s-])?side {OF}\b",
        re.IGNORECASE,
    )

"""Where things go: in the camera's frame, next to others, or in each other's place; lights and the camera are moved too.

A picture that was made has a layout: a thing is moved in it, all else stays. Before that, where it is to be is a relation to the frame.
"""

from __future__ import annotations

import math
from typing import Any

from diorama.language.draft import Effect
from diorama.language.match import Atom
from diorama.language.refine import complement, framed, illumination
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk
from diorama.language.refine.steps import Target
from diorama.language.refine.targets import find
from diorama.language.refine.vocabulary import as_relation
from diorama.scene import Place, Relation, moved

STEP = 0.45
"""One step, as a share of the radius that the subjects take."""
WAY = {"left": (-1, 0), "right": (1, 0), "far_left": (-2.5, 0), "far_right": (2.5, 0), "closer": (0, -1), "back": (0, 1)}
"""Steps to the right and away from the camera."""
PLACE = {"left": "left", "right": "right", "far_left": "left", "far_right": "right", "closer": "foreground", "back": "background", "centre": "centre"}
ACROSS, DEEP = frozenset(("left", "right", "centre")), frozenset(("foreground", "background"))
AGAINST = {
    "left": ("right_of", "right", "centre"), "right": ("left_of", "left", "centre"), "closer": ("behind", "background"), "back": ("in_front_of", "foreground"),
    "centre": ("left", "right"), "far_left": ("right_of", "right", "centre"), "far_right": ("left_of", "left", "centre"),
}  # fmt: skip
"""Relations and places of the frame that a move contradicts."""
CAMERA_STEP = {"left": "orbit_left", "right": "orbit_right", "closer": "closer", "back": "further", "up": "higher", "down": "lower"}


def move(desk: Desk, clause: Clause) -> None:
    """ "move the mug to the left", "push it behind the book", "bring the light closer"."""
    atoms = clause.atoms
    found = find(desk, atoms) if atoms and not atoms[0].can("move_word", "relation") else None
    target, at = found if found is not None else (Target("it", list(desk.it) if desk.named else _mains(desk), explicit=False), 0)
    desk.note(clause.opening, "subject")
    if target.kind == "missing":
        return complement.missing(desk, target, atoms[at:])
    rest = [a for a in atoms[at:] if not a.can("punct")]
    if target.kind in ("it", "subject", "part"):
        desk.note(target.atoms, "subject")
        place(desk, target.ids, rest)
    elif target.kind in ("light", "no_light"):
        desk.note(target.atoms, "lighting")
        light(desk, target, rest)
    elif target.kind in ("camera", "focus"):
        desk.note(target.atoms, "camera")
        _camera(desk, target, rest)
    else:
        desk.note(target.atoms, "environment")
        complement.read(desk, rest)


def _mains(desk: Desk) -> list[str]:
    return [s.id for s in desk.scene.subjects if not s.implied][:1]


def place(desk: Desk, ids: list[str], rest: list[Atom]) -> None:
    """Where subjects are to be."""
    steps, words, k = _degree(rest)
    after = rest[k + 1] if k + 1 < len(rest) else None
    if not ids:
        desk.refuse("not-there", "there is nothing in the picture to be moved", rest, "add something first")
    elif k >= len(rest):
        desk.refuse("nothing-said", "it is not said where to", rest or words, "'to the left', 'closer', 'next to the book'") if rest else None
    elif (part := framed.said(desk, rest)) is not None:
        desk.note([*words, *part.before], "subject")
        framed.go(desk, ids, part)
        if left := [a for a in part.after if not a.can("punct", "conjunction")]:
            complement.related(desk, ids, left)
    elif rest[k].can("closer_to") and after is not None:
        _beside(desk, ids, rest[k], rest[k + 1 :])
    elif rest[k].can("away_from") and after is not None:
        _apart(desk, ids, rest[k:])
    elif rest[k].can("move_word") and not (after is not None and _goes_on(after) and rest[k].can("relation", "side")):
        key = rest[k].sense("move_word").key
        more, trailing, taken = _degree(rest[k + 1 :])
        _way(desk, ids, key, steps * more, [*words, rest[k], *trailing])
        if left := [a for a in rest[k + 1 + taken :] if not a.can("punct", "conjunction")]:
            place(desk, ids, left)
    else:
        complement.related(desk, ids, rest)
    desk.speak_of(ids)


def _goes_on(atom: Atom) -> bool:
    return atom.can("determiner", "thing", "stand_for", "pronoun", "count", "link")


def _degree(rest: list[Atom]) -> tuple[float, list[Atom], int]:
    steps, words, k = 1.0, [], 0
    while k < len(rest) and (rest[k].can("degree") or rest[k].can("talk", "function") and not rest[k].can("relation", "move_word", "closer_to", "determiner")):
        steps *= float(rest[k].sense("degree").key) if rest[k].can("degree") else 1.0
        words.append(rest[k])
        k += 1
    return steps, words, k


def _way(desk: Desk, ids: list[str], key: str, steps: float, words: list[Atom]) -> None:
    if key in ("up", "down"):
        desk.refuse("cannot-move", f"{desk.text(words)!r}: things stand on what carries them", words, "'on the box', 'on the floor', 'closer', 'to the left'")
        return
    inside = [r for r in desk.scene.relations if r.subject in ids and r.kind == "in" and desk.has(r.objects[0])]
    if inside:
        host = desk.subject(inside[0].objects[0]).noun
        desk.refuse("cannot-move", f"the {desk.subject(ids[0]).noun} is in the {host}", words, f"move the {host}, or take it out: 'put it next to the {host}'")
        return
    relations = tuple(r for r in desk.scene.relations if not (r.subject in ids and _against(r, key)))
    framed.free(desk, ids)
    if _has_places(desk, ids):
        desk.set("relations", relations)
        _shift(desk, ids, key, steps)
        desk.note(words, "subject", *(Effect(f"layout.places.{i}.0.x", round(desk.scene.layout.places[f"{i}.0"].x, 5)) for i in ids))
    else:
        near = tuple(Relation(subject=i, kind="near", objects=(PLACE[key],)) for i in ids)
        axis = ACROSS if PLACE[key] in ACROSS else DEEP
        kept = tuple(r for r in relations if not (r.subject in ids and r.kind == "near" and r.objects[0] in axis))
        desk.set("relations", (*kept, *near)[:256])
        desk.note(words, "subject")


def _against(relation: Relation, key: str) -> bool:
    return relation.kind in AGAINST[key] or relation.kind == "near" and relation.objects[0] in AGAINST[key]


def _has_places(desk: Desk, ids: list[str]) -> bool:
    layout = desk.scene.layout
    return layout is not None and all(f"{i}.0" in layout.places for i in ids)


def _shift(desk: Desk, ids: list[str], key: str, steps: float) -> None:
    """Move things in the layout, in the camera's frame."""
    layout = desk.scene.layout
    turn = math.radians(desk.scene.camera.azimuth)
    radius = layout.spread.radius if layout.spread else 0.2
    right, away = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))
    for id in ids:
        for k in range(desk.subject(id).count):
            name = f"{id}.{k}"
            if name not in layout.places:
                continue
            here = layout.places[name]
            if key == "centre":
                middle = layout.viewpoint.target if layout.viewpoint else (0.0, 0.0, 0.0)
                across, deep = -((here.x - middle[0]) * right[0] + (here.y - middle[1]) * right[1]), 0.0
            else:
                across, deep = (w * steps * STEP * max(radius, 0.05) for w in WAY[key])
            x, y = here.x + across * right[0] + deep * away[0], here.y + across * right[1] + deep * away[1]
            layout = moved(layout, name, x=round(x, 5), y=round(y, 5))
            desk.moved.add(name)
    desk.set("layout", layout)


def _beside(desk: Desk, ids: list[str], word: Atom, rest: list[Atom]) -> None:
    """ "closer to the book"."""
    complement.related(desk, ids, [as_relation(word, "beside"), *rest])


def _apart(desk: Desk, ids: list[str], rest: list[Atom]) -> None:
    """ "away from the book": no longer beside it."""
    found = find(desk, rest, 1, complement=False)
    others = found[0].ids if found is not None else []
    kept = tuple(r for r in desk.scene.relations if not (r.subject in ids and r.kind in ("beside", "near", "between", "around") and set(r.objects) & set(others)))
    if not others or kept == desk.scene.relations and not _has_places(desk, [*ids, *others]):
        desk.refuse("cannot-move", f"{desk.text(rest)!r}: it does not say which way", rest, "'to the left', 'back', 'behind the vase'")
        return
    desk.set("relations", kept)
    desk.note([a for a in rest], "subject")
    if _has_places(desk, [*ids, *others]):
        places = desk.scene.layout.places
        _shift(desk, ids, "left" if places[f"{ids[0]}.0"].x < places[f"{others[0]}.0"].x else "right", 1.0)


# ── lights and camera ──


def light(desk: Desk, target: Target, rest: list[Atom]) -> None:
    """ "move the light to the left", "higher", "closer", "behind the bottle"."""
    if target.kind == "no_light":
        return complement.missing(desk, target, rest)
    steps, words, k = _degree(rest)
    if k < len(rest) and rest[k].can("step") and not rest[k].can("move_word"):
        complement.say(desk, target, rest)
    elif k < len(rest) and rest[k].can("move_word") and k + 1 == len(rest):
        _light_way(desk, target.ids or illumination.key(desk), rest[k].sense("move_word").key, steps, [*words, rest[k]])
    else:
        if rest[k:]:
            complement.light(desk, target, rest)
        else:
            desk.refuse("nothing-said", "it is not said where the light is to come from", [*target.atoms, *rest], "'to the left', 'higher', 'behind the bottle'")
    desk.topic = "light"


def _light_way(desk: Desk, ids: list[str], key: str, steps: float, words: list[Atom]) -> None:
    effects = []
    for id in ids:
        known, path = desk.light(id), f"lighting.lights.{id}"
        if key in ("left", "far_left", "right", "far_right"):
            sign = -1 if "left" in key else 1
            name, value = "azimuth", float(sign * 75 if known.azimuth * sign < 60 else min(abs(known.azimuth) + 30 * steps, 150) * sign)
        elif key in ("up", "down"):
            name, value = "elevation", max(-60.0, min(88.0, known.elevation + (20 if key == "up" else -20) * steps))
        elif key in ("closer", "back"):
            name, value = "strength", round(max(0.05, min(12.0, known.strength * (1.5**steps if key == "closer" else 1.5**-steps))), 3)
        else:
            name, value = "azimuth", 0.0
        desk.set(f"{path}.{name}", value)
        effects.append(desk.step_effect(f"{path}.{name}", value))
    desk.note(words, "lighting", *effects)


def _camera(desk: Desk, target: Target, rest: list[Atom]) -> None:
    if any(a.can("step") for a in rest):
        complement.say(desk, target, rest)
        return
    way = next((a for a in rest if a.can("move_word") and a.sense("move_word").key in CAMERA_STEP), None)
    if way is None:
        complement.say(desk, target, rest)
    else:
        complement.step_as(desk, CAMERA_STEP[way.sense("move_word").key], way, rest)


# ── turning, changing places ──


def rotate(desk: Desk, clause: Clause) -> None:
    """Turn a thing about its upright axis; known only of a picture that was made."""
    found = find(desk, clause.atoms)
    target, at = found if found is not None else (Target("it", _mains(desk)), 0)
    rest = clause.atoms[at:]
    if target.kind == "camera":
        return _camera(desk, target, rest)
    if target.kind not in ("subject", "it") or not _has_places(desk, target.ids):
        return desk.refuse("cannot-turn", f"{desk.text([*clause.opening, *clause.atoms])!r}: nothing here can be turned", [*clause.opening, *clause.atoms], "things are turned once a picture was made; the camera walks around with 'from the side'")
    said = next((a for a in rest if a.can("degrees", "number") and any(c.isdigit() for c in a.text)), None)
    angle = float("".join(c for c in said.text if c.isdigit())[:3]) if said is not None else 180.0 if any(a.norm in ("around", "round", "back") for a in [*rest, *clause.opening]) else 45.0
    left = any(a.can("move_word") and a.sense("move_word").key == "left" for a in rest)
    layout = desk.scene.layout
    effects = []
    for id in target.ids:
        name = f"{id}.0"
        yaw = round((layout.places[name].yaw + (angle if not left else -angle) + 180) % 360 - 180, 5)
        layout = moved(layout, name, yaw=yaw)
        desk.moved.add(name)
        effects.append(Effect(f"layout.places.{name}.yaw", yaw))
    desk.set("layout", layout)
    desk.note([*clause.opening, *clause.atoms], "subject", *effects)
    desk.speak_of(target.ids)


def exchange(desk: Desk, a: str, b: str) -> None:
    """Two subjects change places: what held of one's place holds of the other's."""
    names = {a: b, b: a}

    def turned(r: Relation) -> Relation:
        return r.model_copy(update={"subject": names.get(r.subject, r.subject), "objects": tuple(names.get(o, o) for o in r.objects)})

    relations = tuple(turned(r) for r in desk.scene.relations)
    if set(relations) != set(desk.scene.relations):
        desk.set("relations", relations)
    framed.exchange(desk, a, b)
    if _has_places(desk, [a, b]):
        layout = desk.scene.layout
        one, two = layout.places[f"{a}.0"], layout.places[f"{b}.0"]
        layout = moved(layout, f"{a}.0", **_where(two, one))
        layout = moved(layout, f"{b}.0", **_where(one, two))
        desk.moved |= {f"{a}.0", f"{b}.0"}
        desk.set("layout", layout)


def _where(there: Place, here: Place) -> dict[str, Any]:
    """Where another thing stands; on what, and how high, where that is not what this one stands on too."""
    return {"x": there.x, "y": there.y} | ({} if there.host == here.host else {"z": there.z, "host": there.host})

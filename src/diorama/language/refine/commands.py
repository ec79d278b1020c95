"""Making, turning, putting, switching, focusing: the rest of the verbs; and clauses without one."""

from __future__ import annotations

from diorama.language.draft import Effect
from diorama.language.heed import own_part
from diorama.language.lexicon import Sense
from diorama.language.match import Atom
from diorama.language.refine import changes, complement, illumination, moves, removal
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk
from diorama.language.refine.hand import part
from diorama.language.refine.looks import say_looks, say_part
from diorama.language.refine.refer import phrase
from diorama.language.refine.steps import Target
from diorama.language.refine.targets import find
from diorama.language.refine.vocabulary import as_relation, vocabulary
from diorama.language.surfaces import FLAT, VESSELS

VIEW = {
    "from_left": ("azimuth", -45.0), "from_right": ("azimuth", 45.0), "from_behind": ("azimuth", 180.0), "from_front": ("azimuth", 0.0), "overhead": ("angle", "high"),
    "from_below": ("angle", "low"), "upper_left": ("azimuth", -45.0), "upper_right": ("azimuth", 45.0), "front_left": ("azimuth", -35.0), "front_right": ("azimuth", 35.0),
    "back_left": ("azimuth", -140.0), "back_right": ("azimuth", 140.0), "low_angle": ("angle", "low"),
}  # fmt: skip
"""Directions of light, where the camera is spoken of."""
VERB_RELATION = {"lean": "leaning_on", "hang": "hanging_from", "stack": "stacked_on"}
PHOTOGRAPHIC = ("camera_words", "film_words", "aspect_words", "framing", "angle", "composition", "time", "weather", "focal", "f_number", "aspect")


def make(desk: Desk, clause: Clause) -> None:
    """ "make the mug red and bigger", "make the light warmer", "make it night"."""
    atoms = clause.atoms
    desk.note(clause.opening, "none")
    found = find(desk, atoms) if atoms else None
    if found is None:
        _loose(desk, clause)
        return
    target, at = found
    rest = falling(atoms[at:]) if target.kind in ("it", "setting", "weather", "picture") else atoms[at:]
    if target.kind in ("missing", "no_light"):
        if target.kind == "missing" and not rest and _photographic(atoms):
            complement.read(desk, atoms)
            return
        return complement.missing(desk, target, rest)
    if (switched := _on_off(rest)) and target.kind in ("subject", "light"):
        return _switch(desk, target, switched == "on", rest)
    if target.kind in ("subject", "it") and _turns_into(desk, target, rest):
        return changes.become(desk, target, rest)
    if not complement.say(desk, target, rest) and not desk.draft.notes.get(_span(target.atoms)):
        desk.refuse("nothing-said", f"it is not said what {desk.text(target.atoms)!r} is to become", [*target.atoms], "'make the mug red', 'make the light warmer'")
    desk.note(target.atoms, complement.layer(target))


def falling(atoms: list[Atom]) -> list[Atom]:
    """ "make it snow", "add snow": weather, not a field of it."""
    told = [a for a in atoms if not a.can("punct", "determiner", "talk", "function", "conjunction") or a.can("setting")]
    if len(told) != 1 or told[0].norm != "snow":
        return atoms
    senses = next(s for entry, s in vocabulary().words["snowing"] if entry == ("snowing",))
    return [Atom(a.start, a.end, a.text, "snowing", senses) if a is told[0] else a for a in atoms]


def view(desk: Desk, clause: Clause) -> None:
    """ "shoot it from above", "crop it square", "look at it from the left"."""
    desk.note(clause.opening, "camera")
    desk.topic = "camera"
    found = phrase(desk, clause.atoms, 0) if clause.atoms else None
    rest = clause.atoms
    if found is not None and found.hits and found.end < len(rest) or found is not None and found.pronoun:
        desk.note(found.atoms, "camera")
        rest = rest[found.end :]
    if any(not a.can("punct") for a in rest):
        bare(desk, Clause("", [], rest))
    else:
        desk.refuse("nothing-said", f"{desk.text([*clause.opening, *clause.atoms])!r}: it is not said how", clause.opening, "'from above', 'closer', 'square'")


def _span(atoms: list[Atom]) -> tuple[int, int]:
    return (atoms[0].start, atoms[0].end) if atoms else (-1, -1)


def _photographic(atoms: list[Atom]) -> bool:
    return any(a.can(*PHOTOGRAPHIC) for a in atoms)


def _loose(desk: Desk, clause: Clause) -> None:
    """ "make red", "should be bigger": said of what was spoken of last."""
    if clause.atoms and clause.atoms[0].can("determiner") and clause.atoms[0].sense("determiner").key == "the" and any(a.can("step") for a in clause.atoms):
        desk.refuse("not-there", f"{desk.text(clause.atoms)!r}: there is no such thing that could be changed", clause.atoms, "'make the light warmer', 'make the mug bigger'")
    elif clause.atoms:
        target = Target("it", complement.its(desk), explicit=False)
        if any(a.can("step") for a in clause.atoms) or not _reads_alone(clause.atoms):
            complement.say(desk, target, clause.atoms)
        else:
            complement.read(desk, clause.atoms)
    else:
        desk.refuse("nothing-said", f"{desk.text(clause.opening)!r}: it is not said what", clause.opening, "'make the mug red'")


def _reads_alone(atoms: list[Atom]) -> bool:
    return any(a.can("thing", "light_head", "setting", "backdrop", *PHOTOGRAPHIC) for a in atoms)


def _turns_into(desk: Desk, target: Target, rest: list[Atom]) -> bool:
    """ "make it a vase": the words name a thing and no relation."""
    if any(a.can("relation", "link", "step", "quote", "count", "number") for a in rest) or not rest:
        return False
    return changes.is_thing(desk, rest) and complement.settled(desk, target, rest) == "subject" and not any(a.can("time", "aspect_words", "film_words", "shape") for a in rest)


def change(desk: Desk, clause: Clause) -> None:
    """ "turn the apple into a pear", "change the mug to red", "switch to 85mm", "turn the lamp off"."""
    left, joint, right = changes.parted(clause.atoms, ("into", "to", "with", "read"))
    desk.note(clause.opening, "none")
    switched = _on_off(clause.atoms)
    found = find(desk, left, complement=not right) if left else None
    if switched and found is not None:
        return _switch(desk, found[0], switched == "on", clause.atoms[found[1] :])
    facing = next((k for k, a in enumerate(right) if a.norm in ("face", "facing")), None) if found is not None and found[0].kind in ("subject", "it") else None
    if facing == 0 and len(right) > 1:  # "turn the armchair to face the window"
        desk.note([*joint, *found[0].atoms], "subject")
        return moves.place(desk, found[0].ids, [as_relation(right[0], "facing"), *right[1:]])
    if not right:
        if found is not None and any(a.can("degrees") or a.norm in ("around", "round", "sideways") or a.can("move_word") for a in left[found[1] :]):
            return moves.rotate(desk, clause)
        return make(desk, clause)
    desk.note(joint, "none")
    if found is None:
        complement.read(desk, right)
    elif found[0].kind in ("missing", "no_light"):
        complement.missing(desk, found[0], [*left[found[1] :], *joint, *right])
    else:
        desk.note(found[0].atoms, complement.layer(found[0]))
        complement.unfitting(desk, [a for a in left[found[1] :] if not a.can("punct")])
        changes.become(desk, found[0], right)


def put(desk: Desk, clause: Clause) -> None:
    """ "put the mug on the shelf", "put it in a kitchen", "put a spoon beside the mug"."""
    atoms = clause.atoms
    if any(a.can("quote") for a in atoms[:2]):
        return changes.write(desk, clause)
    if any(a.can("count_more") for a in atoms[:3]):
        return changes.add(desk, Clause("add", clause.opening, atoms))  # "put two more lemons in the bowl"
    desk.note(clause.opening, "none")
    atoms = _leaning(clause, atoms)
    found = find(desk, atoms) if atoms else None
    if found is None or found[0].kind in ("missing", "no_light"):
        return changes.bring(desk, atoms)
    target, at = found
    rest = atoms[at:]
    if target.kind == "light":
        desk.note(target.atoms, "lighting")
        return moves.light(desk, target, rest)
    if target.kind == "camera":
        desk.note(target.atoms, "camera")
        complement.say(desk, target, rest)
    elif target.kind in ("subject", "it") and target.explicit + (target.kind == "it") and rest and _indefinite(atoms) is False:
        desk.note([*clause.opening, *target.atoms], "subject")
        _place(desk, target, rest)
    else:
        changes.bring(desk, atoms)


def _leaning(clause: Clause, atoms: list[Atom]) -> list[Atom]:
    """ "lean a ladder against the wall": the verb says how it stands."""
    kind = VERB_RELATION.get(clause.opening[-1].norm) if clause.opening else None
    k = next((k for k, a in enumerate(atoms) if a.can("relation") and a.sense("relation").key in ("on", "against", "in", "leaning_on")), None)
    if kind is None or k is None:
        return atoms
    return [*atoms[:k], as_relation(atoms[k], kind), *atoms[k + 1 :]]


def _indefinite(atoms: list[Atom]) -> bool:
    """ "put a mug …" is a new one."""
    first = atoms[0]
    return first.can("determiner") and first.sense("determiner").key in ("a", "another") or first.can("count", "number")


def _place(desk: Desk, target: Target, rest: list[Atom]) -> None:
    if target.kind == "it" and not any(a.can("relation", "move_word", "side", "closer_to") for a in rest):
        complement.say(desk, target, rest)
        return
    moves.place(desk, target.ids, rest)


def add(desk: Desk, clause: Clause) -> None:
    """ "use a wider lens" is said of what is there; "add a spoon" is not."""
    if any(a.can("step") for a in clause.atoms) and not any(a.can("thing", "light_head") and not a.can("step") for a in clause.atoms):
        desk.note(clause.opening, "none")
        bare(desk, Clause("", [], clause.atoms))
    else:
        changes.add(desk, Clause("add", clause.opening, falling(_onto(desk, clause.atoms))))


def _onto(desk: Desk, atoms: list[Atom]) -> list[Atom]:
    """ "add three limes to the bowl": in a bowl, on a table, beside anything else."""
    k = next((k for k, a in enumerate(atoms) if a.norm == "to" and k and k + 1 < len(atoms)), None)
    owner = phrase(desk, atoms, k + 1) if k is not None else None
    if owner is None or not owner.hits or any(a.can("part", "quote") for a in atoms[:k]):
        return atoms
    thing = desk.subject(owner.ids[0]).thing
    kind = "on" if thing in FLAT else "in" if thing in VESSELS else "beside"
    return [*atoms[:k], as_relation(atoms[k], kind), *atoms[k + 1 :]]


# ── states, lamps, focus ──


def state(desk: Desk, clause: Clause) -> None:
    """ "open the box", "fill the glass with water", "light the candle"."""
    verb = clause.opening[-1]
    key = verb.sense("state_verb").key
    found = find(desk, clause.atoms, complement=False) if clause.atoms else None
    if found is None or found[0].kind not in ("subject", "it", "part") or not found[0].ids:
        return complement.missing(desk, found[0] if found else Target("missing"), [*clause.opening, *clause.atoms])
    target, at = found
    rest = [a for a in clause.atoms[at:] if not a.can("punct", "conjunction")]
    word = Atom(verb.start, verb.end, verb.text, key.replace("_", " "), _state_senses(key))
    if any(a.can("state") for a in rest):
        desk.note([verb], "subject")  # "cut the lemons in half": the other word says it
    else:
        complement.unfitting(desk, say_looks(desk, target.ids, [word]))
    desk.note(target.atoms, "subject")
    if rest:
        complement.related(desk, target.ids, rest)
    desk.speak_of(target.ids)


def _state_senses(key: str):
    return (Sense("finish" if key in ("wet", "dusty", "polished", "frosted") else "state", key, {}),)


def light_on(desk: Desk, clause: Clause) -> None:
    _switched(desk, clause, True)


def light_off(desk: Desk, clause: Clause) -> None:
    _switched(desk, clause, False)


def _switched(desk: Desk, clause: Clause, on: bool) -> None:
    """ "turn on the lamp", "blow out the candles", "turn off the rim light"."""
    desk.note(clause.opening, "lighting")
    i = 0
    atoms = clause.atoms
    while i < len(atoms) or not atoms:
        if atoms and atoms[i].can("punct", "conjunction"):
            i += 1
            continue
        found = find(desk, atoms, i, complement=False) if atoms else None
        target, i = found if found is not None else (Target("missing", atoms=atoms[i:]), len(atoms))
        _switch(desk, target, on, [] if found else clause.opening)
        if not atoms:
            return


def _on_off(rest: list[Atom]) -> str:
    """ "turn the lamp off": the last word says which."""
    words = [a for a in rest if not a.can("punct")]
    last = words[-1].norm if words else ""
    return last if last in ("on", "off", "lit", "unlit") and len(words) == 1 or last in ("on", "off") else ""


def _switch(desk: Desk, target: Target, on: bool, rest: list[Atom]) -> None:
    words = [*target.atoms, *(a for a in rest if not a.can("punct"))]
    if target.kind == "subject" or target.kind == "it" and target.ids:
        done = [i for i in target.ids if illumination.switch(desk, i, on)]
        if done:
            desk.note(words, "subject", *(Effect(f"subjects.{i}.states", "lit" if on else "unlit") for i in done))
            return desk.speak_of(done)
        desk.refuse("does-not-fit", f"the {desk.subject(target.ids[0]).noun} gives no light", words, "lamps, candles, screens and neon signs do")
    elif target.kind == "light" and not on:
        ids = target.ids or [x.id for x in desk.scene.lighting.lights][:1]
        removal.put_out(desk, ids)
        desk.note(words, "lighting", *(desk.gone(f"lighting.lights.{i}") for i in ids))
        if not ids:
            desk.refuse("not-there", "there is no light that could be turned off", words, "'make it night' darkens the place")
    elif target.kind == "light" and target.ids:
        desk.refuse("no-change", f"{desk.text(words)!r}: it is on already", words, "'make the light brighter'")
    elif on and target.kind in ("light", "no_light", "missing") and target.atoms:
        complement.read(desk, target.atoms, adding=True)
        complement.unfitting(desk, [a for a in rest if a.norm not in ("on", "off")])
        desk.note([a for a in rest if a.norm in ("on", "off")], "lighting")
    else:
        complement.missing(desk, target, rest)


def focus(desk: Desk, clause: Clause) -> None:
    """ "focus on the book", "focus on the background"."""
    found = find(desk, clause.atoms, complement=False) if clause.atoms else None
    target = found[0] if found else None
    if target is not None and target.ids and target.kind in ("subject", "it", "part"):
        value = target.ids[0]
    elif target is not None and target.kind == "backdrop":
        value = "background"
    else:
        return complement.missing(desk, target or Target("missing"), [*clause.opening, *(clause.atoms if target is None else [])])
    if any(a.can("stand_for") and a.sense("stand_for").key == "everything" for a in clause.atoms):
        desk.set("camera.deep_focus", True)
        desk.note([*clause.opening, *clause.atoms], "camera", Effect("camera.deep_focus", True))
        return
    desk.set("camera.focus", value)
    desk.note([*clause.opening, *target.atoms], "camera", Effect("camera.focus", value))
    complement.unfitting(desk, [a for a in clause.atoms[found[1] :] if not a.can("punct", "conjunction")])
    desk.speak_of(target.ids if value != "background" else [], "camera")


def keep(desk: Desk, clause: Clause) -> None:
    """ "keep everything else": so it is anyway."""
    desk.note([*clause.opening, *clause.atoms], "none", status="no_effect")
    desk.say("note", "kept", f"{desk.text([*clause.opening, *clause.atoms])!r}: what is not named stays as it is", [*clause.opening, *clause.atoms])


def undo(desk: Desk, clause: Clause) -> None:
    words = [*clause.opening, *clause.atoms]
    desk.refuse("undo", f"{desk.text(words)!r}: words change a picture, they do not take back a change", words, "`diorama refine last --undo`")


# ── no verb ──


def bare(desk: Desk, clause: Clause) -> None:
    """ "softer light", "golden hour", "the mug red", "three apples", "from above", "on marble"."""
    atoms = falling(clause.atoms)
    desk.note(clause.opening, "none", status="no_effect")
    if not atoms:
        return
    if _view(desk, atoms) or _steps(desk, atoms) or _number(desk, atoms):
        return
    first = next((a for a in atoms if not a.can("punct")), atoms[0])
    if first.can("quote"):
        return changes.write(desk, Clause("write", [], atoms))
    found = find(desk, atoms)
    if found is not None and found[0].kind not in ("missing", "no_light") and not _indefinite(atoms):
        target, at = found
        rest = [a for a in atoms[at:] if not a.can("punct")]
        definite = first.can("determiner", "quantifier", "stand_for")
        if definite and rest and target.kind in ("subject", "it") and rest[0].can("relation", "move_word", "side", "closer_to"):
            desk.note(target.atoms, "subject")
            return _place(desk, target, rest)
        if definite and rest and not (target.kind == "light" and not rest):
            desk.note(target.atoms, complement.layer(target))
            return make(desk, Clause("make", [], atoms))
        if _looks_of_one(desk, atoms):
            return
    if _looks_of_part(desk, atoms):
        return
    if first.can("relation") and desk.scene.subjects and not first.can("side"):
        return _placed(desk, atoms)
    complement.read(desk, atoms, moving=True)


def _placed(desk: Desk, atoms: list[Atom]) -> None:
    """ "on marble", "next to the book": said of what was spoken of, or of what the picture is of."""
    if any(a.can("material") for a in atoms) and not any(a.can("thing", "setting", "stand_for") and not a.can("material") for a in atoms):
        complement.read(desk, atoms)  # another surface under all that stands there
    else:
        complement.related(desk, complement.its(desk), atoms)


def _looks_of_one(desk: Desk, atoms: list[Atom]) -> bool:
    """ "red mug", where there is a mug: it is to be red."""
    found = phrase(desk, atoms, 0, complement=True)
    told = [a for a in atoms if not a.can("punct")]
    if found is None or not found.hits or found.more or found.number or told[-1] is not found.head and found.head is not None:
        return False
    looks = told[:-1]
    if not looks or not all(a.can("colour", "hex", "material", "pattern", "finish", "shape", "size", "state", "attribute", "colour_modifier") for a in looks):
        return False
    ids = found.ids
    part(desk, found)
    desk.note([found.head], "subject", Effect("noun", desk.subject(ids[0]).noun, desk.handle(found.ids)))
    complement.unfitting(desk, say_looks(desk, found.ids, looks))
    desk.speak_of(found.ids)
    return True


def _looks_of_part(desk: Desk, atoms: list[Atom]) -> bool:
    """ "silver cap", where one thing of the picture has a cap and nothing is named so: it is to be silver."""
    told = [a for a in atoms if not a.can("punct", "determiner")]
    head, looks = (told[-1], told[:-1]) if told else (None, [])
    if head is None or not head.can("part") or not looks or not all(a.can("colour", "hex", "material", "finish", "pattern", "colour_modifier") for a in looks):
        return False
    name = head.sense("part").key
    owners = [s.id for s in desk.scene.subjects if own_part(s.thing, name) and any(own_part(s.thing, name) == p.name or p.name == name for p in s.parts)]
    if len(owners) != 1 or any(s.noun == head.norm for s in desk.scene.subjects):
        return False
    complement.unfitting(desk, say_part(desk, owners, name, looks))
    desk.note([head], "subject", *(Effect(f"subjects.{i}.parts", name) for i in owners))
    desk.speak_of(owners)
    return True


def _view(desk: Desk, atoms: list[Atom]) -> bool:
    """ "from above": the camera, unless light was spoken of."""
    told = [a for a in atoms if not a.can("punct", "talk", "function")]
    if not told or not all(a.can("light_direction") and a.sense("light_direction").key in VIEW and not a.can("light_head", "angle") for a in told):
        return False
    if desk.topic == "light":
        complement.light(desk, Target("light", []), told)
        return True
    for atom in told:
        name, value = VIEW[atom.sense("light_direction").key]
        value = 90.0 if atom.norm in ("from the side", "sideways") else value
        if atom.norm in ("from directly above", "from straight above", "directly overhead"):
            value = "overhead"
        desk.set(f"camera.{name}", value)
        desk.note([atom], "camera", Effect(f"camera.{name}", value))
    desk.topic = "camera"
    return True


def _steps(desk: Desk, atoms: list[Atom]) -> bool:
    """Relative words with or without their noun: "warmer", "a softer light", "the mug bigger", "higher contrast"."""
    k = next((k for k, a in enumerate(atoms) if a.can("step")), None)
    if k is None or atoms[k].can("colour", "light_kelvin") and not atoms[k].norm.endswith("er") and len(atoms) > 1:
        return False
    start = next((j for j in range(k) if atoms[j].can("determiner", "thing", "target", "light_head", "stand_for", "quantifier", "part")), None)
    found = find(desk, atoms[:k], start, complement=False) if start is not None else None
    if found is not None and found[0].kind not in ("missing", "no_light"):
        target, at = found
        rest = [*atoms[:start], *atoms[at:]]
    else:
        found = find(desk, atoms, k + 1, complement=False) if k + 1 < len(atoms) else None
        if found is None and any(a.can("thing") for a in atoms[k + 1 :]) or found is not None and found[0].kind in ("missing", "no_light"):
            return False
        if found is not None and found[0].kind == "subject" and atoms[k].sense("step").data["alone"] == "camera" and not atoms[k].can("size"):
            return _towards(desk, atoms, k, found[0])
        target, at = found if found is not None else (Target("it", complement.its(desk), explicit=False), k + 1)
        rest = [*atoms[: k + 1], *atoms[at:]]
    complement.say(desk, target, [a for a in rest if not a.can("determiner")])
    desk.note(target.atoms, complement.layer(target))
    return True


def _towards(desk: Desk, atoms: list[Atom], k: int, target: Target) -> bool:
    """ "zoom in on the book": closer, and the book in focus."""
    complement.say(desk, Target("camera"), atoms[: k + 1])
    desk.set("camera.focus", target.ids[0])
    desk.note(target.atoms, "camera", Effect("camera.focus", target.ids[0]))
    return True


def _number(desk: Desk, atoms: list[Atom]) -> bool:
    """ "three apples", "two more apples", "one more": how many there are."""
    if _fewer(desk, atoms):
        return True
    found = phrase(desk, atoms, 0)
    if found is None or not found.hits or not (found.more or found.number is not None) or found.definite or found.one_of:
        return False
    if any(not a.can("punct", "talk", "function", "conjunction") for a in atoms[found.end :]) or not changes.alike(desk, found):
        return False
    if found.more:
        changes.more_of(desk, found, [])
        return True
    if len(found.hits) > 1 or not 1 <= found.number <= 100:
        return False
    path = f"subjects.{found.ids[0]}.count"
    desk.set(path, found.number)
    desk.note(found.atoms, "subject", Effect(path, found.number))
    desk.speak_of(found.ids)
    return True


def _fewer(desk: Desk, atoms: list[Atom]) -> bool:
    """ "one apple less", "two fewer lemons", "four more"."""
    told = [a for a in atoms if not a.can("punct")]
    number = next((a for a in told if a.can("count", "number")), None)
    sign = next((a for a in told if a.norm in ("less", "fewer", "more")), None)
    rest = [a for a in told if a is not number and a is not sign]
    if number is None or sign is None or told[0] is not number or len(told) > 4 or rest and sign.norm == "more":
        return False
    found = phrase(desk, rest, 0) if rest else None
    ids = found.ids if found is not None and found.end == len(rest) else complement.its(desk) if not rest else []
    value = int(number.sense("count").key) if number.can("count") else int(number.text) if number.text.isdigit() and len(number.text) < 4 else 0
    if not ids or not value:
        return False
    path = f"subjects.{ids[0]}.count"
    count = max(1, min(100, desk.get(path) + (value if sign.norm == "more" else -value)))
    desk.set(path, count)
    desk.note(told, "subject", desk.step_effect(path, count))
    desk.speak_of(ids[:1])
    return True

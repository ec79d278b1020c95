"""Adding, replacing, copying, changing: what each verb of a refinement does with its clause."""

from __future__ import annotations

from diorama.language.assume import numbers
from diorama.language.build import subjects
from diorama.language.draft import Effect
from diorama.language.lexicon import Sense
from diorama.language.lights import SOURCE_OF_THING
from diorama.language.match import Atom
from diorama.language.refine import complement, framed, moves, writing
from diorama.language.refine.clauses import Clause
from diorama.language.refine.desk import Desk, placed
from diorama.language.refine.graft import graft, replaced
from diorama.language.refine.hand import Hand
from diorama.language.refine.looks import say_looks, say_part
from diorama.language.refine.refer import Reference, bears, phrase
from diorama.language.refine.steps import Degree, Target, take
from diorama.language.refine.targets import find
from diorama.language.refine.vocabulary import vocabulary
from diorama_catalogue import fittings

LOOKS = ("colour", "hex", "material", "pattern", "finish", "shape", "state", "size", "attribute")


# ── more of what is there ──


def add(desk: Desk, clause: Clause) -> None:
    """ "add a spoon", "add two more apples", "add a rim light", "add grain", "add a red handle to the mug"."""
    atoms = clause.atoms
    found = phrase(desk, atoms, 0) if atoms else None
    if found is not None and found.more and found.hits and alike(desk, found) and (_only(atoms, found.end) or _there(desk, found, atoms)):
        desk.note(atoms[found.end :], "subject")
        return more_of(desk, found, clause.opening)
    if _amount(desk, clause, 1.0) or _part_of(desk, clause) or _text_on(desk, clause) or _looks_only(desk, clause):
        return
    desk.note(clause.opening, "none")
    before = desk.scene
    bring(desk, atoms, adding=True)
    if desk.scene != before:
        desk.note(clause.opening, "subject")


def bring(desk: Desk, atoms: list[Atom], *, adding: bool = False) -> None:
    """Something new, or what says by itself what it sets; where a thing is told a part of the frame, it has that. `adding`: as `complement.read`."""
    part = framed.said(desk, atoms)
    if part is None or not any(a.can("thing") for a in part.before):
        complement.read(desk, atoms, moving=not adding, adding=adding)
    elif new := complement.read(desk, [*part.before, *part.after], moving=not adding, adding=adding):
        framed.go(desk, new[:1], part)
    else:
        complement.unfitting(desk, part.words)


def alike(desk: Desk, found: Reference) -> bool:
    """The looks that are said are those of what is there."""
    return all(bears(desk.subject(found.ids[0]), a) for a in found.looks if a.can(*LOOKS))


def _only(atoms: list[Atom], k: int) -> bool:
    return all(a.can("punct", "talk", "function", "conjunction") for a in atoms[k:])


def _there(desk: Desk, found: Reference, atoms: list[Atom]) -> bool:
    """ "two more lemons in the bowl", where the lemons are in it."""
    k = found.end
    host = phrase(desk, atoms, k + 1) if k + 1 < len(atoms) and (atoms[k].can("relation") or atoms[k].norm == "to") else None
    if host is None or not host.hits or not _only(atoms, host.end):
        return False
    return any(r.subject == found.ids[0] and r.kind in ("in", "on", "filled_with") and r.objects[0] in host.ids for r in desk.scene.relations)


def more_of(desk: Desk, found: Reference, opening: list[Atom]) -> None:
    """One more, or several more, of what is there."""
    subject = desk.subject(found.ids[0])
    number = found.number if found.number else 2 if found.plural else 1
    path = f"subjects.{subject.id}.count"
    count = min(subject.count + number, 100)
    desk.set(path, count)
    desk.note([*opening, *found.atoms], "subject", desk.step_effect(path, count))
    if found.number is None and found.plural:
        desk.say("note", "assumed-count", f"how many more? {number} are added", found.atoms, "say a number: 'two more apples'")
    if subject.count + number > 100:
        desk.say("warning", "too-many", "at most 100 of one thing are shown", found.atoms)
    desk.speak_of([subject.id])


def copy(desk: Desk, clause: Clause) -> None:
    """ "duplicate the mug", "double the apples"."""
    found = phrase(desk, clause.atoms, 0) if clause.atoms else None
    if found is None or not found.hits:
        return complement.missing(desk, Target("missing", atoms=found.atoms if found else []), [*clause.opening, *clause.atoms])
    for id in found.ids:
        count = desk.subject(id).count
        new = min(count * 2 if clause.opening[-1].norm == "double" else count + 1, 100)
        desk.set(f"subjects.{id}.count", new)
        desk.note([*clause.opening, *found.atoms], "subject", desk.step_effect(f"subjects.{id}.count", new))
    complement.unfitting(desk, [a for a in clause.atoms[found.end :] if not a.can("punct", "conjunction")])
    desk.speak_of(found.ids)


def _amount(desk: Desk, clause: Clause, sign: float) -> bool:
    """ "add contrast", "more grain", "reduce the haze": a quantity by a step. False where none is named."""
    atoms = clause.atoms
    k = next((k for k, a in enumerate(atoms) if a.can("amount")), None)
    if k is None or any(a.can("thing", "light_head") and not a.can("amount") or a.can("number") for a in atoms) or clause.verb == "add" and atoms[k].can("light_head", "weather"):
        return False
    name = atoms[k].sense("amount").data["quantity"]
    degree = Degree()
    rest, i = [], 0
    while i < len(atoms):
        used = complement.measure(atoms, i, degree)
        rest += [] if used else [atoms[i]]
        i += max(used, 1)
    others = [a for a in rest if a is not atoms[k] and not a.can("determiner", "talk", "function", "punct", "conjunction", "count")]
    owner = vocabulary().quantities[name].owner
    kind = {"light": "light", "subject": "subject"}.get(owner, owner)
    target = Target(kind, complement.its(desk) if kind == "subject" else [])
    take(desk, atoms[k], vocabulary().quantities[name], sign, target, degree)
    desk.note(clause.opening, "none")
    if others and owner == "light":
        complement.say(desk, Target("light"), others)
    else:
        complement.unfitting(desk, others)
    desk.note([a for a in rest if a.can("count")], "none")
    desk.topic = {"film": "film", "light": "light", "camera": "camera"}.get(owner, desk.topic)
    return True


def more(desk: Desk, clause: Clause) -> None:
    """ "more grain", "increase the contrast", "more apples"."""
    _more_or_less(desk, clause, 1.0)


def less(desk: Desk, clause: Clause) -> None:
    """ "less grain", "fewer apples", "turn down the light"."""
    _more_or_less(desk, clause, -1.0)


def _more_or_less(desk: Desk, clause: Clause, sign: float) -> None:
    if _amount(desk, clause, sign):
        return
    found = find(desk, clause.atoms, complement=False) if clause.atoms else None
    if found is None or found[0].kind in ("missing", "no_light"):
        if clause.atoms and sign > 0:
            desk.note(clause.opening, "none")
            complement.read(desk, clause.atoms, adding=True)
        else:
            desk.refuse("nothing-said", f"{desk.text([*clause.opening, *clause.atoms])!r} is not in the picture", [*clause.opening, *clause.atoms], "'more grain', 'less contrast', 'one apple less'")
        return
    target, at = found
    if target.kind == "subject" and clause.opening[-1].norm in ("more", "fewer", "extra", "less"):
        for id in target.ids[:1]:
            count = max(1, min(100, desk.subject(id).count + int(sign)))
            desk.set(f"subjects.{id}.count", count)
            desk.note([*clause.opening, *target.atoms], "subject", desk.step_effect(f"subjects.{id}.count", count))
        desk.speak_of(target.ids)
        return
    name = {"light": "light_strength", "shadow": "shadow_hardness", "subject": "scale", "camera": "angle", "weather": "haze", "film": "saturation"}.get(target.kind)
    if name is None:
        return complement.unfitting(desk, [*clause.opening, *clause.atoms])
    take(desk, clause.opening[-1], vocabulary().quantities[name], sign, target, Degree())
    complement.unfitting(desk, [a for a in clause.atoms[at:] if not a.can("punct", "conjunction")])


# ── parts and text ──


def _part_of(desk: Desk, clause: Clause) -> bool:
    """ "add a red handle to the mug": a part takes looks. False where no part is named with its thing."""
    atoms = clause.atoms
    k = next((k for k, a in enumerate(atoms) if a.can("part") and not a.can("thing", "target", "light_head", "material", "feature", "state")), None)
    if k is None or k + 2 >= len(atoms) or atoms[k + 1].norm not in ("to", "on", "onto", "for"):
        return False
    owner = phrase(desk, atoms, k + 2)
    if owner is None or not owner.hits:
        return False
    name = atoms[k].sense("part").key
    looks = [a for a in atoms[:k] if not a.can("determiner", "count")]
    complement.unfitting(desk, say_part(desk, owner.ids, name, looks))
    desk.note([*clause.opening, *atoms[: k + 2], *owner.atoms], "subject", *(Effect(f"subjects.{i}.parts", name) for i in owner.ids))
    desk.speak_of(owner.ids)
    return True


def _text_on(desk: Desk, clause: Clause) -> bool:
    """ 'add the text "X" to the mug'. False where there is no quotation, or a new thing bears it."""
    quotes = [a for a in clause.atoms if a.can("quote")]
    if not quotes or any(a.can("thing") and not _known(desk, a) for a in clause.atoms):
        return False
    write(desk, clause)
    return True


def _looks_only(desk: Desk, clause: Clause) -> bool:
    """ "add water droplets", "add stripes": a look of what was spoken of. False where a thing or light is named."""
    looks = [a for a in clause.atoms if not a.can("determiner", "punct", "talk", "count", "conjunction")]
    ids = complement.its(desk)
    if not ids or not looks or not all(a.can("finish", "pattern", "state") and not a.can("thing", "feature", "weather", "light_head", "setting") for a in looks):
        return False
    desk.note(clause.opening, "subject")
    complement.unfitting(desk, say_looks(desk, ids, looks))
    desk.speak_of(ids)
    return True


def _known(desk: Desk, atom: Atom) -> bool:
    found = phrase(desk, [atom], 0)
    return found is not None and bool(found.hits)


def write(desk: Desk, clause: Clause) -> None:
    """ 'write "X" on the mug in bold letters', 'label the bottle "X"'."""
    ids: list[str] = []
    rest: list[Atom] = []
    i = 0
    while i < len(clause.atoms):
        found = phrase(desk, clause.atoms, i) if not clause.atoms[i].can("target", "lettering", "colour", "quote", "link") else None
        if found is not None and found.hits and not ids:
            ids = found.ids
            desk.note(found.atoms, "subject", Effect("noun", desk.subject(ids[0]).noun, desk.handle(ids)))
            i = found.end
        else:
            rest.append(clause.atoms[i])
            i += 1
    desk.note(clause.opening, "subject")
    rest = _capitals(rest)
    if not any(a.can("quote") for a in rest):
        desk.refuse("nothing-said", "it is not said what to write", [*clause.opening, *rest], 'the text in quotation marks: \'write "HELLO" on the mug\'')
        return
    writing.say(desk, ids or writing.bearers(desk), [a for a in rest if not a.can("punct")])


def _capitals(atoms: list[Atom]) -> list[Atom]:
    """ "write HELLO THERE on it": words in capitals are the text, without quotation marks too."""
    if any(a.can("quote") for a in atoms):
        return atoms
    k = next((k for k, a in enumerate(atoms) if len(a.text) > 1 and a.text.isupper()), None)
    if k is None:
        return atoms
    end = k + 1
    while end < len(atoms) and (atoms[end].text.isupper() or atoms[end].text.isdigit() or atoms[end].text == "&"):
        end += 1
    text = " ".join(a.text for a in atoms[k:end])
    return [*atoms[:k], Atom(atoms[k].start, atoms[end - 1].end, text, text, (Sense("quote", text, {}),)), *atoms[end:]]


# ── one for another ──


def replace(desk: Desk, clause: Clause) -> None:
    """ "replace the mug with a vase", "swap the mug and the book", 'replace "LUMEN" with "LUNA"'."""
    desk.note(clause.opening, "subject")
    left, joint, right = parted(clause.atoms, ("with",))
    if left and right and left[-1].can("quote") and right[-1].can("quote") and writing.rename(desk, writing.text_of(left[-1]), right[-1], [*left, *joint, *right[:-1]]):
        return
    if not right:
        found = [f for f in _references(desk, left) if f.hits]
        if len(found) == 2:
            return _swap(desk, *found)
        desk.refuse("nothing-said", "it is not said what to put in its place", left or clause.opening, "'replace the mug with a vase'")
        return
    target = find(desk, left, complement=False)
    if target is None or target[0].kind in ("missing", "no_light"):
        return complement.missing(desk, target[0] if target else Target("missing", atoms=left), [*left, *joint, *right])
    other = phrase(desk, right, 0)
    if other is not None and other.hits and other.definite and clause.opening[-1].norm in ("swap", "exchange", "switch") and target[0].kind == "subject":
        desk.note([*target[0].atoms, *joint, *other.atoms], "subject")
        moves.exchange(desk, target[0].ids[0], other.ids[0])
        return desk.speak_of([target[0].ids[0], other.ids[0]])
    desk.note(joint, "subject")
    become(desk, target[0], right)


def _swap(desk: Desk, one: Reference, two: Reference) -> None:
    desk.note([*one.atoms, *two.atoms], "subject")
    before = desk.scene
    moves.exchange(desk, one.ids[0], two.ids[0])
    if desk.scene == before:
        desk.refuse("cannot-move", "nothing is known of where these two stand", [*one.atoms, *two.atoms], "say it: 'put the mug to the left of the book'; or make a picture first")
    desk.speak_of([one.ids[0], two.ids[0]])


def _references(desk: Desk, atoms: list[Atom]) -> list[Reference]:
    out, i = [], 0
    while i < len(atoms):
        found = phrase(desk, atoms, i)
        if found is not None:
            out.append(found)
        i = found.end if found is not None and found.end > i else i + 1
    return out


def parted(atoms: list[Atom], keys: tuple[str, ...]) -> tuple[list[Atom], list[Atom], list[Atom]]:
    """The words before, the joint ("with", "to", "into") and those after."""
    for k, atom in enumerate(atoms):
        if any(s.kind == "link_to" and s.key in keys for s in atom.senses) and not atom.can("light_direction", "side"):
            return atoms[:k], [atom], atoms[k + 1 :]
    return atoms, [], []


def become(desk: Desk, target: Target, right: list[Atom]) -> None:
    """A target turns into what is said: another thing, another look, another place."""
    right = [a for a in right if not a.can("punct")]
    if target.kind == "it" and any(a.can("thing") for a in right) and complement.settled(desk, target, right) == "subject":
        target = Target("subject", target.ids, atoms=target.atoms)
    if target.kind == "feature" and not (target.name in fittings() and all(a.can(*LOOKS) for a in right)):
        features = desk.scene.environment.features
        desk.set("environment.features", tuple(f for f in features if f != target.name))
        desk.note(target.atoms, "environment", desk.gone(f"environment.features.{target.name}"))
        complement.read(desk, right)
        return
    if target.kind == "subject" and target.ids and is_thing(desk, right):
        return _another(desk, target, right)
    one = [a for a in right if a.can("stand_for") and a.sense("stand_for").key == "one" and not a.can("thing")]
    desk.note([*one], "subject")
    rest = [a for a in right if a not in one and not (one and a.can("determiner"))]
    if not complement.say(desk, target, rest):
        desk.refuse("nothing-said", "it is not said what it is to become", target.atoms, "'into a vase', 'to red', 'to glass'")


def is_thing(desk: Desk, right: list[Atom]) -> bool:
    """True where the words name a thing, not only a look ("a glass", but not "glass")."""
    things = [a for a in right if a.can("thing")]
    if not things:
        return False
    marked = any(a.can("determiner", "count", "quantifier") for a in right)
    plain = any(not a.can("colour", "material", "pattern", "finish", "state", "attribute") for a in things)
    return plain or marked or bool(things[-1].sense("thing").data.get("plural"))


def _another(desk: Desk, target: Target, right: list[Atom]) -> None:
    hand = Hand(desk)
    draft = hand.read(right)
    mains = [s for s in draft.subjects if not s.ids and s.becomes is None]
    if not mains:
        return _known_instead(desk, hand, target)
    main = mains[0]
    if main.plural and not main.counted:
        main.count, main.counted = desk.subject(target.ids[0]).count, True
    numbers(draft)
    (made,) = subjects([main], 0, iter([target.ids[0]]))[:1]
    for id in target.ids:
        count = made.count if main.counted or not main.plural else desk.subject(id).count
        replaced(desk, id, made.model_copy(update={"count": count}))
        _unlit(desk, id)
    main.ids = list(target.ids)
    draft.subjects.remove(main)
    desk.note(target.atoms, "subject")
    graft(desk, hand)
    desk.speak_of(target.ids)


def _known_instead(desk: Desk, hand: Hand, target: Target) -> None:
    """ "replace the mug with the book": the book goes where the mug was."""
    others = [i for s in hand.draft.subjects if placed(s) and s is hand.last for i in s.ids if i not in target.ids]
    graft(desk, hand)
    if others:
        moves.exchange(desk, others[0], target.ids[0])
    for id in target.ids if others else ():
        desk.remove_subject(id)
    desk.note(target.atoms, "subject", *(desk.gone(f"subjects.{i}") for i in target.ids if others))


def _unlit(desk: Desk, id: str) -> None:
    """What a lamp gave goes with it."""
    if desk.subject(id).thing not in SOURCE_OF_THING:
        desk.set("lighting.lights", tuple(x for x in desk.scene.lighting.lights if x.subject != id))

"""Words → clauses: what is to be done, and to what. A verb opens a clause; commas and "and" part clauses where what follows does not go on with the one before.

"make the mug red and bigger, add a spoon and a fork, golden hour" → make(the mug red and bigger), add(a spoon and a fork), –(golden hour)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from diorama.language.lexicon import Sense
from diorama.language.match import Atom

HARD = frozenset(".;!?\n:—–…")
SOFT = frozenset((",", "&", "/", "+"))
ADJECTIVES = ("colour", "hex", "material", "pattern", "finish", "shape", "size", "state", "attribute", "light_quality", "light_kelvin", "light_strength", "step")
NOUNS = ("thing", "target", "light_head", "backdrop", "part", "group", "feature", "setting", "light_source", "weather", "amount", "place")
PHOTOGRAPHIC = ("camera_words", "film_words", "framing", "angle", "composition", "aspect_words", "aspect", "focal", "f_number", "time", "weather", "season", "light_head", "kelvin", "clock", "mood", "shadow")
OBJECT = ("determiner", "quantifier", "pronoun", "stand_for", "count", "number", "quote", "target", "light_head", "step")
WISHES = frozenset(("i want", "i would like", "i'd like", "i d like"))
"""Before something that is there, they ask for a change of it: "I'd like the mug taller"."""
GOES_ON = frozenset(("add", "put", "remove", "make", "move", "replace", "change", "light_on", "light_off", "keep", "copy", "state", "write", "more", "less"))


@dataclass
class Clause:
    verb: str = ""
    """A key of [verb], "state" for a verb of state, "" where none is said."""
    opening: list[Atom] = field(default_factory=list)
    """The verb's own words."""
    atoms: list[Atom] = field(default_factory=list)
    aside: list[Atom] = field(default_factory=list)
    """Words that only say what it was ("instead of white")."""
    inherited: bool = False
    """The verb is that of the clause before ("make the mug red and the plate blue")."""


@dataclass
class _Segment:
    atoms: list[Atom]
    joiner: str
    """What stands before it: "and", ",", or "." where a new sentence begins."""
    between: list[Atom]


def clauses(atoms: list[Atom]) -> list[Clause]:
    """All clauses in order; linear in the words."""
    out: list[Clause] = []
    for segment in _segments(atoms):
        lead, verb, rest = _opening(segment.atoms)
        before = out[-1] if out and segment.joiner != "." else None
        if verb is None and before is not None and _goes_on(before, rest, segment.joiner):
            before.atoms += [*segment.between, *lead, *rest]
        elif verb is None and before is not None and (again := _again(before, rest)):
            out.append(Clause(before.verb if again is True else again, lead, rest, inherited=True))
        elif verb is not None:
            wish = verb.norm in WISHES and bool(rest) and _starts_target(rest)
            key = "make" if wish else "state" if verb.can("state_verb") and not verb.can("verb") else verb.sense("verb", "state_verb").key
            out.append(Clause(key, [*lead, verb], rest))
        elif rest or lead:
            out.append(Clause("", lead, rest))
    return [_instead(c) for c in out]


def _instead(clause: Clause) -> Clause:
    """ "add a vase instead of the mug" replaces; "blue instead of white" says what it is to be, and what it was."""
    k = next((k for k, a in enumerate(clause.atoms) if a.can("instead")), None)
    if k is None:
        return clause
    left, joint, right = clause.atoms[:k], clause.atoms[k], clause.atoms[k + 1 :]
    if clause.verb in ("add", "put", "") and left and right and _starts_target(right) and _has(right, "thing"):
        joint = Atom(joint.start, joint.end, joint.text, "with", (Sense("link_to", "with", {}),))
        return Clause("replace", clause.opening, [*right, joint, *left])
    clause.atoms, clause.aside = left, [joint, *right]
    return clause


def _segments(atoms: list[Atom]) -> list[_Segment]:
    out = [_Segment([], ".", [])]
    for k, atom in enumerate(atoms):
        if atom.text in HARD and atom.can("punct"):
            out.append(_Segment([], ".", [atom]))
        elif _soft(atom) and not _inside(atoms, k):
            joiner = "and" if atom.can("conjunction") else ","
            if not out[-1].atoms and out[-1].joiner != ".":  # ", and"
                out[-1].joiner, out[-1].between = joiner, [*out[-1].between, atom]
            else:
                out.append(_Segment([], joiner if out[-1].atoms else out[-1].joiner, [atom]))
        else:
            out[-1].atoms.append(atom)
    return [s for s in out if s.atoms]


def _soft(atom: Atom) -> bool:
    return atom.can("conjunction") or atom.text in SOFT or atom.norm in ("then", "but", "plus", "while", "and then", "and also") and atom.can("talk", "link", "conjunction", "function")


def _inside(atoms: list[Atom], k: int) -> bool:
    """True where the joiner is within a noun phrase: "a red and white mug", "warmer and softer light", "orange and pink sunset"."""
    if not 0 < k < len(atoms) - 1 or not atoms[k - 1].can(*ADJECTIVES):
        return False
    if not atoms[k + 1].can(*ADJECTIVES) or atoms[k - 1].can("thing", "target") and not atoms[k - 1].can("colour", "material"):
        return False
    return _noun_follows(atoms, k + 1) and not _noun_before(atoms, k - 1)


def _noun_follows(atoms: list[Atom], k: int) -> bool:
    for i in range(k, min(k + 6, len(atoms))):
        if atoms[i].can(*NOUNS) and not (atoms[i].can(*ADJECTIVES) and i + 1 < len(atoms) and atoms[i + 1].can(*NOUNS, *ADJECTIVES)):
            return not (atoms[i].can("colour", "material") and not atoms[i].can("light_head"))
        if not atoms[i].can(*ADJECTIVES, "degree", "colour_modifier"):
            return False
    return False


def _noun_before(atoms: list[Atom], k: int) -> bool:
    """A noun stands before the adjectives, in the same phrase: they are told of it."""
    for i in range(k, max(k - 8, -1), -1):
        if atoms[i].can("determiner", "count", "number", "verb") and not atoms[i].can(*ADJECTIVES):
            return False
        if atoms[i].can("punct") or atoms[i].can("conjunction"):
            continue
        if atoms[i].can(*NOUNS, "stand_for") and not atoms[i].can(*ADJECTIVES):
            return True
    return False


def _opening(atoms: list[Atom]) -> tuple[list[Atom], Atom | None, list[Atom]]:
    """Words of asking before the verb, the verb, and the rest."""
    i = 0
    while i < len(atoms) - 1 and _idle(atoms, i):
        i += 1
    if i < len(atoms) and _is_verb(atoms, i):
        return atoms[:i], atoms[i], atoms[i + 1 :]
    return atoms[:i], None, atoms[i:]


def _idle(atoms: list[Atom], i: int) -> bool:
    atom = atoms[i]
    return atom.can("talk", "function", "filler") and not _is_verb(atoms, i) and not atom.can("determiner", "relation", "link", "degree", "stand_for", "less_of", "light_direction", "place_word", "count", "target", "thing", "light_head")


def _is_verb(atoms: list[Atom], i: int) -> bool:
    atom = atoms[i]
    if not atom.can("verb", "state_verb"):
        return False
    if not atom.can("verb_needs_object"):
        return not (atom.can("state_verb") and not atom.can("verb") and i + 1 >= len(atoms) and atom.can("state"))
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    return after is not None and (after.can(*OBJECT) or after.can("thing", "backdrop", "part") and not atom.can(*ADJECTIVES))


# ── what goes on ──


def _goes_on(before: Clause, rest: list[Atom], joiner: str) -> bool:
    """True where a segment without a verb belongs to the clause before it."""
    if not rest or before.verb not in GOES_ON:
        return False
    own = _own_step(rest)
    if before.verb in ("add", "put", "copy", "write"):
        return not own and not _photographic(rest) and (_has(rest, "thing", "quote", "part") or rest[0].can(*ADJECTIVES))
    if before.verb in ("more", "less"):
        return not own and _has(rest, "amount") and not _has(rest, "quantifier", "count", "determiner", "thing")
    if before.verb in ("remove", "light_on", "light_off", "state", "keep"):
        return not own and _has(rest, *NOUNS, "stand_for") and (joiner == "and" or not _photographic(rest) and (rest[0].can("determiner") or before.verb == "remove"))
    if before.verb == "make" and _only_named(before.atoms):
        return True
    if before.verb == "make" and rest[0].can("light_direction") and not _of_light(before.atoms):
        return False  # "make the mug bigger, from above": the camera
    if before.verb == "make":
        return not rest[0].can("relation") and not _starts_target(rest) and not _photographic(rest) and not (own and _elsewhere(rest)) and not _has(rest[:1], "determiner", "count", "number")
    if before.verb in ("replace", "change"):
        joined = _has(before.atoms, "link_to")
        return not own and (_has(rest, "thing") and not joined or joined and rest[0].can("determiner", *ADJECTIVES) and not _photographic(rest) and before.verb == "replace")
    return before.verb == "move" and not own and _starts_target(rest) and not _has(before.atoms, "move_word", "relation")


def _only_named(atoms: list[Atom]) -> bool:
    """ "make the mug (and the book red)": nothing is said of it yet."""
    last = atoms[-1] if atoms else None
    return last is not None and _starts_target(atoms) and last.can("thing", "light_head", "group", "part") and not last.can(*ADJECTIVES)


def _again(before: Clause, rest: list[Atom]) -> bool | str:
    """The verb is meant again: "make the mug red and the plate blue", "move it left and back"."""
    if before.verb == "make" and rest[:1] and _starts_target(rest) and len(rest) > 2 and not _photographic(rest[2:]):
        return True
    return before.verb == "move" and bool(rest) and (rest[0].can("move_word", "relation") or _starts_target(rest) and _has(rest, "move_word", "relation"))


def _of_light(atoms: list[Atom]) -> bool:
    return any(a.can("light_head", "light_source") or a.can("step") and a.sense("step").data["alone"] == "light" for a in atoms)


def _starts_target(rest: list[Atom]) -> bool:
    first = rest[0]
    return first.can("quantifier", "stand_for") or first.can("determiner") and first.sense("determiner").key in ("the", "each")


def _own_step(rest: list[Atom]) -> bool:
    return _has(rest, "step")


def _elsewhere(rest: list[Atom]) -> bool:
    """A relative word that is not about things or lights ("closer"), or has a noun of its own ("softer light")."""
    step = next(a for a in rest if a.can("step"))
    alone = step.sense("step").data["alone"]
    named = any(a.can("target", "light_head") and not a.can("step") for a in rest if a is not step)
    return named or alone in ("camera", "film", "weather", "time") and not step.can("size")


def _photographic(rest: list[Atom]) -> bool:
    """Only words about light, camera, film, time or weather."""
    told = [a for a in rest if not a.can("function", "determiner", "talk", "degree", "punct", "link", "conjunction")]
    return bool(told) and any(a.can(*PHOTOGRAPHIC) for a in told) and not any(a.can("thing") and not a.can(*PHOTOGRAPHIC, "light_source") for a in told)


def _has(atoms: list[Atom], *kinds: str) -> bool:
    return any(a.can(*kinds) for a in atoms)

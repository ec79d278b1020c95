"""What verbs say beyond one field of one table: doings that pass on to what they govern, things that are put, who is watched, what is cast out of water."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import animal, nearest, traits
from diorama.language.frames.actors import GIVES, LIVING, who
from diorama.language.frames.person import bearer
from diorama.language.frames.vocabulary import noun, verb
from diorama.language.lexicon import classes
from diorama.language.match import Atom
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Sentence
from diorama.language.syntax.word import Word
from diorama_catalogue.plurals import singular

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

PUT = frozenset(("lean", "stand", "sit", "lay", "rest", "perch", "float", "seat", "prop", "run", "fly", "dance", "race", "hang", "bounce", "spin", "slide"))
"""What one does with a thing, or does oneself where no thing is named: "leans his bike against a wall"."""
LOOKS_ON = frozenset(("watch", "look", "observe", "stare", "gaze"))
"""What is done from somewhere, and at somebody: "waiters watch from the doorway"."""
BURSTS = frozenset(("burst", "break", "spring", "shoot", "leap", "jump", "erupt", "explode", "rise", "emerge"))
WATERS = frozenset(("water", "sea", "ocean", "wave", "lake", "river", "pond", "surf", "pool", "stream", "surface"))


def puts(reader: Reader, word: Word) -> bool:
    """True of what is done with a thing, where it is the thing that leans, stands or lies."""
    put = word.kid("dobj")
    found = reader.sentence.mention(put) if put is not None and reader.sentence is not None else None
    return word.lemma in PUT and found is not None and found.subject is not None and found.kind not in ("body", "pronoun", "place", "ground")


FLOWN = frozenset(("kite", "drone", "balloon"))
"""Things that somebody on the ground flies."""


def flies(reader: Reader, subject: SubjectDraft, word: Word, atom: Atom) -> bool:
    """ "A girl flying a kite": it is up in the air, and she looks at it."""
    what = word.kid("dobj") if word.lemma == "fly" and subject.category == "person" else None
    found = reader.sentence.mention(what) if what is not None and reader.sentence is not None else None
    flown = found.subject if found is not None else None
    if flown is None or flown.thing not in FLOWN or flown not in reader.draft.subjects:
        return False
    if "flying" not in flown.states:
        flown.states.append("flying")
    reader.draft.note(atom, "subject", Effect("states", "flying", flown))
    reader.draft.relate([flown], "above", [subject], atom)
    return traits.put(reader.draft, subject, atom, "gaze", flown)


def whole(reader: Reader, subject: SubjectDraft, atom: Atom, lemma: str) -> bool:
    """ "Cheers", "cowers", "sleeps": more than one field at once."""
    told: dict[str, Any] | None = traits.tables()["whole"].get(lemma)
    return subject.category == "person" and told is not None and any([traits.put(reader.draft, subject, atom, path, value) for path, value in told.items()])


def formed(reader: Reader, subject: SubjectDraft, atom: Atom, word: Word) -> bool:
    """ "Queue", "line up": how several are by one another."""
    lined = word.lemma == "line" and word.kid("dobj") is None and any(k.norm == "up" for k in word.kids)
    form = animal.tables()["formed"].get("queue" if lined else word.lemma)
    if form is None:
        return False
    if subject.category == "animal":
        traits.put(reader.draft, subject, atom, "formation", form)
    return traits.put(reader.draft, subject, atom, "posture", "standing")


OVER = frozenset((
    "walk", "ride", "climb", "jump", "leap", "vault", "hurdle", "skip", "cross", "run", "race", "dance", "pace", "roam", "descend", "straddle", "patrol",
    "wander", "hike", "follow", "chase",
    "approach", "lead", "circle", "scale", "ascend", "swim", "fly", "sit", "enter", "pass", "tour", "explore",
))  # fmt: skip
"""Verbs of how one moves that are so with an object too: a ladder is climbed, a dog is walked."""


def done_with_it(reader: Reader, subject: SubjectDraft, word: Word) -> bool:
    """ "Twirls an umbrella", "scrambles eggs", "bolts a gate": done with a thing, and no posture."""
    if word.lemma in OVER or word.kid("dobj") is None:
        return False
    deeds = (animal.tables() if subject.category == "animal" else traits.tables())["deed"]
    return word.lemma in deeds or nearest.done_to_a_thing(reader, word)


SLACK = frozenset(("sitting", "standing", "walking"))


def props(reader: Reader, subject: SubjectDraft, word: Word, atom: Atom) -> bool:
    """ "Slouches against a wall": whatever the verb, one leans; who leans over something bends over it."""
    if word.lemma == "lean" and subject.category == "person" and any(p.norm in ("over", "across") and p.kid("pobj") is not None for p in word.those("prep")):
        return traits.put(reader.draft, subject, atom, "posture", "bending")
    against = any(p.norm == "against" and p.kid("pobj") is not None for p in word.those("prep"))
    if not against or subject.category != "person" or word.kid("dobj") is not None or traits.tables()["posture"].get(word.lemma) not in SLACK:
        return False
    return word.lemma not in ("run", "walk", "march", "race") and traits.put(reader.draft, subject, atom, "posture", "leaning")


def only_posed(subject: SubjectDraft, word: Word) -> bool:
    """ "Scrambles up a ladder": a verb that is a posture by itself, and a deed with an object."""
    by_oneself = subject.category == "person" and word.lemma in traits.tables()["posture"] and word.lemma in traits.tables()["deed"]
    return by_oneself and word.lemma != "ride" and word.kid("dobj") is None


AT = frozenset(("perception", "communication", "body", "emotion", "contact", "competition", "social"))
"""Classes of verbs of which "at" tells whom or what one looks at."""


POINTS = frozenset(("point", "gesture", "nod", "aim"))
"""What is done at furniture from where one is: who sits or works at a table does it there."""


def looked_at(reader: Reader, subject: SubjectDraft, word: Word, atom: Atom) -> bool:
    """ "Shouts at a boy", "points at a train", "barks at a stranger": that is where one looks."""
    at = next((p.kid("pobj") for p in word.those("prep") if p.norm == "at" and p.kid("pobj") is not None), None)
    found = reader.sentence.mention(at) if at is not None and reader.sentence is not None else None
    seen = found.subject if found is not None else None
    if seen is None or seen is subject or seen not in reader.draft.subjects or classes.verb(word.lemma) not in AT or word.kid("dobj") is not None:
        return False
    if seen.category == "furniture" and word.lemma not in POINTS or word.lemma in LOOKS_ON or (subject.traits or {}).get("gaze") is not None:
        return False
    return traits.put(reader.draft, subject, atom, "gaze", seen)


def bursts(reader: Reader, subject: SubjectDraft, word: Word) -> bool:
    """ "Bursts out of the water": a bird flies off it, a fish leaps."""
    out = next((p for p in word.kids if p.norm in ("out", "from", "through")), None)
    if subject.category != "animal" or word.lemma not in BURSTS or out is None:
        return False
    inner = out.kid("pobj") or next((k.kid("pobj") for k in (*out.those("prep"), *word.those("prep")) if k.norm == "of"), None)
    if inner is None or inner.lemma not in WATERS:
        return False
    how = _kin(subject, animal.tables()["bursting"])
    return how is not None and traits.put(reader.draft, subject, own(word), "posture", how)


def _kin(subject: SubjectDraft, table: dict[str, str]) -> str | None:
    """What a table says of the kind that an animal is of."""
    name = singular(subject.noun.split()[-1])
    kinds = (name, str((subject.traits or {}).get("species", "")).replace("_", " "))
    return next((how for kind, how in table.items() if any(kind == k or classes.is_a(k, kind) for k in kinds)), None)


def watched(reader: Reader, subject: SubjectDraft, word: Word) -> SubjectDraft | None:
    """Whom one watches who watches "as a chef tosses a pizza", or while somebody does something: who does it."""
    if word.lemma not in LOOKS_ON or word.kid("dobj") is not None or any(k.norm in ("at", "into", "away", "down", "up", "out", "over") for k in word.kids):
        return None
    main = word.head if word.dep in ("advcl", "ccomp") and word.head.verb and word.i > word.head.i else None
    others = [s for s in who(reader, main) if s is not subject and s.category in LIVING] if main is not None else []
    return others[0] if len(others) == 1 else None


def gives(reader: Reader, subject: SubjectDraft, word: Word, atom: Atom) -> bool:
    """ "Hands a bag to a tourist": it is in the hand of who gives it, who looks at who is given it."""
    what, to = word.kid("dobj"), next((k.kid("pobj") or k for k in word.those("prep", "dative") if k.norm == "to" or k.noun), None)
    thing, given = (reader.sentence.mention(w) if w is not None and reader.sentence is not None else None for w in (what, to))
    if word.lemma not in GIVES or word.lemma in ("feed", "serve") or subject.category != "person" or thing is None or given is None:
        return False
    if thing.subject not in reader.draft.subjects or thing.subject is None or thing.subject.category in LIVING or given.subject not in reader.draft.subjects:
        return False
    traits.put(reader.draft, subject, atom, "gaze", given.subject)
    if given.subject is None or given.subject.category != "person" or word.lemma == "show":
        return traits.act(reader.draft, subject, atom, "actions", "holding", thing.subject)
    traits.act(reader.draft, subject, atom, "actions", "giving", thing.subject)
    return traits.act(reader.draft, subject, atom, "actions", "giving", given.subject)


def _after(word: Word, *preps: str) -> list[Word]:
    """What such prepositions bring, on the verb or on what it is done to."""
    return [o for w in (word, *word.those("dobj")) for p in w.those("prep", "prt", "advmod") if p.norm in preps for o in p.those("pobj")]


def poured_from(reader: Reader, word: Word) -> SubjectDraft | None:
    """ "Pours coffee from a flask": what is in the hand, where what is poured is nothing by itself."""
    if word.lemma != "pour" or reader.sentence is None:
        return None
    from_ = [reader.sentence.mention(w) for w in _after(word, "from")]
    poured = reader.sentence.mention(word.kid("dobj")) if word.kid("dobj") is not None else None
    vessel = next((m.subject for m in from_ if m is not None and m.real and m.subject in reader.draft.subjects), None)
    drink = poured is None or poured.subject in (None, vessel) or any(a.startswith("contents:") for a in poured.subject.attributes)
    return vessel if drink else None


def pours(reader: Reader, subject: SubjectDraft, word: Word) -> None:
    """What is poured from is in the hand."""
    vessel = poured_from(reader, word)
    if vessel is not None and subject.category == "person" and vessel.length <= POURED:
        reader.draft.relate([subject], "holding", [vessel], own(word))


POURED = 0.7
"""Metres: what is longer is not lifted to pour from it."""


def of_oneself(reader: Reader, subject: SubjectDraft, word: Word) -> bool:
    """ "Raises her hand", "throws her head back": how one is held, and nothing that is held or thrown."""
    part = reader.sentence.mention(word.kid("dobj")) if word.kid("dobj") is not None and reader.sentence is not None else None
    return part is not None and part.kind == "body" and bearer(reader, part) is subject


def embraces(reader: Reader, subject: SubjectDraft, word: Word) -> bool:
    """ "Wraps her arms around a dog": a hug."""
    arms, around = word.kid("dobj"), next(iter(_after(word, "around", "round")), None)
    whom = reader.sentence.mention(around) if around is not None and reader.sentence is not None else None
    if arms is None or arms.lemma != "arm" or whom is None or whom.subject not in reader.draft.subjects or whom.subject is None or subject.category != "person":
        return False
    if not traits.act(reader.draft, subject, own(word), "actions", "hugging", whom.subject):
        return False
    reader.claims.joins(arms, "person", "deed")
    return True


def passed_on(reader: Reader, found: Sentence) -> None:
    """ "Tries to lift", "pretends to be asleep": the verb has no look of its own; what it governs has."""
    for word in found.words:
        if not word.verb or reader.claims.has(word) or not verb(word.lemma, "passing"):
            continue
        governed = next((k for k in word.kids if k.dep in ("xcomp", "ccomp", "advcl") and k.i > word.i and (k.verb or k.tag.startswith("JJ"))), None)
        if governed is not None and governed.lemma == "be":
            governed = governed.kid("acomp", "attr", "prep") or governed
        if governed is not None and reader.claims.has(governed):
            reader.claims.joins(word, "talk", "passed on")


def consulted(reader: Reader, subject: SubjectDraft, word: Word, target: SubjectDraft | None) -> bool:
    """ "Checks his phone": looked at."""
    if not verb(word.lemma, "consult") or subject.category != "person" or target is None or target.category == "wear":
        return False
    return traits.put(reader.draft, subject, own(word), "gaze", target)


def busy(reader: Reader, subject: SubjectDraft, word: Word, atom: Atom) -> bool:
    """ "Wipes the counter", "folds laundry": what hands do to what is not built."""
    what = word.kid("dobj")
    found = reader.sentence.mention(what) if what is not None and reader.sentence is not None else None
    if found is None or found.subject is not None or not found.real or noun(found.head.lemma, "body") or subject.category != "person":
        return False
    seen = classes.share(found.head.lemma, "artifact", "food", "plant", "substance") >= 0.5
    return seen and traits.works(word.lemma) and traits.act(reader.draft, subject, atom, "actions", "working", None)

"""What a preposition hangs on: whose place it tells, and the relation that its verb makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import SubjectDraft
from diorama.language.flanks import FLANKING
from diorama.language.frames import phrase
from diorama.language.frames.actors import LIVING, who
from diorama.language.frames.relations import bridged, words
from diorama.language.frames.vocabulary import OF_SIDE, relation, verb
from diorama.language.lexicon import classes, placing
from diorama.language.surfaces import VESSELS
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader


def end(reader: Reader, mention: Mention) -> SubjectDraft | None:
    """The subject at an end of a relation: of a part or a place of a thing, the thing."""
    if mention.subject is not None or mention.kind not in PARTS:
        return mention.subject
    owner = reader.owner(mention) if mention.kind in ("part", "surface", "where") or mention.owner is not None and mention.head.lemma in OF_SIDE else None
    if owner is not None and owner.subject is not None:
        return owner.subject if owner.subject.category not in LIVING else None
    return bridged.whole(reader, mention)


PARTS = frozenset(("part", "surface", "where", "scenery", "abstract", "manner", "quantity"))
"""Kinds of phrases that can mean a part of a thing."""


def kind(reader: Reader, mention: Mention, prep: Word) -> tuple[str | None, Word]:
    """The relation that a preposition, or a phrase like "to the left of", tells; and the preposition that it hangs by."""
    if prep.norm == "of" and prep.head.noun:
        return _of_a_part(reader, mention, prep)
    return _of_a_word(prep) or (relation(prep.norm), prep)


def _of_a_part(reader: Reader, mention: Mention, prep: Word) -> tuple[str | None, Word]:
    """ "At the foot of the bed", "in the back of a truck", "in a pool of light"."""
    above = prep.head
    dep, outer = phrase.governor(above)
    if dep == "pobj" and above.lemma in OF_SIDE and outer.norm in LEADING:
        return _of_side(mention, above, outer), outer
    found = reader.sentence.mention(above) if reader.sentence else None
    if (
        dep == "pobj"
        and found is not None
        and found.kind in ("abstract", "where", "manner", "surface", "scenery")
        and found.subject is None
        and relation(outer.norm) in ("on", "in", "against", "under", "above", "beside", "behind", "near")
    ):
        return relation(outer.norm), outer
    return None, prep


LEADING = frozenset(("on", "in", "to", "at", "from", "along", "by", "around", "near", "atop", "onto", "across", "over"))
"""Prepositions before a side or a part: "on the left of", "at the foot of"."""


def _of_side(mention: Mention, side: Word, outer: Word) -> str | None:
    turn = next((k.norm for k in side.kids if k.norm in ("left", "right")), None)
    if side.lemma == "side" and turn is not None:
        return f"{turn}_of"
    if side.lemma == "side" and (side.tag == "NNS" or any(k.norm in ("each", "either", "both") for k in side.kids)):
        return FLANKING
    if side.lemma == "back" and outer.norm == "in" and side.kid("det") is not None and _is_vehicle(mention):
        return "in"  # "in the back of a truck"
    if side.lemma in ("end", "edge", "corner") and outer.norm == "at":
        return "near"
    return None if side.lemma == "top" and outer.norm not in ("on", "at", "onto", "atop") else OF_SIDE[side.lemma]


def _is_vehicle(mention: Mention) -> bool:
    return classes.is_a(mention.head.lemma, "vehicle") or mention.subject is not None and mention.subject.category == "vehicle"


def _of_a_word(prep: Word) -> tuple[str, Word] | None:
    """ "Next to", "ahead of", "far from", "tied to": by the word before the preposition."""
    above, said = prep.head, prep.norm
    if (told := after_participle(above, prep)) is not None:
        return told, prep
    if said == "to" and above.norm in NEXT and (above.norm in ("next", "adjacent", "close") or above.tag.startswith(("JJ", "RB", "IN"))):
        return NEXT[above.norm], above
    if said == "to" and (above.tag == "VBN" or above.lemma == "cling") and above.lemma in words.FASTENED:
        return words.FASTENED[above.lemma], prep
    if said == "of" and above.norm == "out" and above.head.lemma in words.OUT_OF:
        return "in", above
    if said == "of" and above.norm in OF_WORD:
        return OF_WORD[above.norm], above
    if said == "from" and above.norm in ("far", "away"):
        return "near", above
    far = phrase.governor(above)[1]
    return ("near", far) if said == "from" and above.lemma == "distance" and far.norm == "at" else None


NEXT = {"next": "beside", "adjacent": "beside", "parallel": "beside", "close": "near", "opposite": "near", "nearer": "near"}
OF_WORD = {
    "front": "in_front_of", "top": "on", "outside": "in_front_of", "inside": "in", "ahead": "in_front_of", "back": "behind", "left": "left_of",
    "right": "right_of",
}  # fmt: skip
"""Words with "of" that say where: "ahead of the van", "in back of it"."""


def _goes_elsewhere(reader: Reader, prep: Word, word: Word | None) -> bool:
    """True where it is what something is done to that is there, and it is no subject: "casts a shadow onto the wall", "hammers a nail into a board"."""
    cast = reader.sentence.mention(word) if word is not None and reader.sentence is not None else None
    return cast is not None and (cast.kind in ("shadow", "light", "look") or prep.norm == "into" and cast.subject is None)


def owners(reader: Reader, prep: Word, mention: Mention) -> list[SubjectDraft]:
    """The subjects that a preposition places."""
    both = any(k.norm == "both" and k.dep == "preconj" for k in prep.kids)
    two = _last_two(reader) if both else []
    return two if len(two) == 2 else _owners(reader, prep, mention)


OF_A_BODY = ("part", "body", "garment")
"""What of somebody is somewhere: "a man with his hands on the table" is beside it."""


def _led_on(reader: Reader, owner: Mention, prep: Word, mention: Mention) -> list[SubjectDraft] | None:
    """Where what a preposition hangs on only measures, is stuff or belongs to another: those that are meant; None where it is itself."""
    dep, outer = phrase.governor(owner.top)
    if owner.rule == "unit" and dep in ("dobj", "npadvmod", "advmod", "attr"):
        return owners(reader, owner.head, mention)  # "floats a metre above the floor"
    if owner.subject is not None:
        return None
    if dep == "dobj" and owner.kind in ("abstract", "scenery", "manner", "weather") and owner.head.kid("acl", "relcl") is None:
        return who(reader, outer)  # "emits steam on a stove"
    if dep == "pobj" and outer.norm in ("with", "of") and outer is not prep and owner.kind not in (*UNSEEN, *OF_A_BODY):
        return owners(reader, outer, mention)  # "a teapot full of tea on a tray": the teapot is
    return None


def _owners(reader: Reader, prep: Word, mention: Mention) -> list[SubjectDraft]:
    above = prep.head
    for _ in range(3):
        if above.dep in ("prep", "advmod", "acomp", "pcomp") and not above.noun and not above.verb and above.head is not above:
            above = above.head if above.dep != "acomp" else above
            if above.dep == "acomp":
                break
        else:
            break
    if above.noun or above.tag in ("PRP", "CD", "DT"):
        owner = reader.sentence.mention(above) if reader.sentence else None
        if owner is None or owner is mention:
            return []
        dep, outer = phrase.governor(owner.top)
        if owner.head.norm in ("something", "anything", "nothing", "everything"):
            return []  # "laughs at something on a phone"
        if (
            owner.subject is None
            and dep == "pobj"
            and owner.kind in ("place", "scenery", "where", "manner", "measured", "side", "ground")
            and outer.norm != "of"
            and outer is not prep
        ):
            return owners(reader, outer, mention)  # "hangs from the ceiling above a chair"
        if dep == "pobj" and outer is not prep and _door(owner) and mention.subject is not None and mention.subject.category in LIVING:
            return owners(reader, outer, mention)  # "leans in the doorway behind her"
        if (led := _led_on(reader, owner, prep, mention)) is not None:
            return led
        if owner.kind in UNSEEN and owner.subject is None:
            return [s for s in _pictured(reader, owner, prep) if s is not end(reader, mention)]
        told = _sharing(reader, owner, mention, prep)
        subjects = [m.subject for m in told if m.subject is not None and m.real and m.kind not in ("part", "body")]
    elif above.verb and _goes_elsewhere(reader, prep, above.kid("dobj")):
        return []
    elif above.verb and above.kid("dobj") is not None and reader.sentence is not None and _of_its_object(reader, above, prep, mention):
        subjects = [m.subject for m in reader.group(reader.sentence.mention(above.kid("dobj"))) if m.subject is not None and m.real]
    else:
        subjects = _all_listed(reader, above, mention) or who(reader, above)
        if (
            not subjects
            and above.dep == "acl"
            and verb(above.lemma, "surround")
            and (noun := reader.sentence.mention(above.head)) is not None
            and noun.subject is None
            and noun.kind in ("picture", "place", "scenery", "manner")
        ):
            main = phrase.verb_above(noun.top)
            subjects = who(reader, main) if main.verb else []  # "sits in a jungle, surrounded by leaves"
    target = end(reader, mention)
    return [s for s in dict.fromkeys(subjects) if s is not target and s in reader.draft.subjects]


def _last_two(reader: Reader) -> list[SubjectDraft]:
    """ "A carpenter, a girl behind him, both in front of a car": the two that were named last, before it."""
    named = [m for m in reader.mentions if m.real and m.kind not in ("part", "body", "surface", "look", "garment", "pronoun")]
    told = list(dict.fromkeys(m.subject for m in named if m.subject is not None and m.subject in reader.draft.subjects))
    return [s for s in told if s.worn_by is None][-3:][:2] if len(told) > 2 else told


def _door(m: Mention) -> bool:
    return m.head.lemma in ("door", "doorway", "window", "gate", "entrance", "archway")


def _of_its_object(reader: Reader, verb_: Word, prep: Word, mention: Mention) -> bool:
    """True where it is what something is done to that is there."""
    if verb_.lemma == "fly" and prep.norm in ("over", "above", "across"):
        return True  # "flies a drone over a lake"
    return verb_.lemma in words.PUTS | words.SETS or prep.norm == "into" or reader.first_person(verb_) or too_small(reader, verb_, prep, mention)


def too_small(reader: Reader, verb_: Word, prep: Word, mention: Mention) -> bool:
    """True of what who does it cannot be in or on, so that what it is done to is: "a woman whisks eggs in a bowl", "blows out candles on a cake"."""
    small = end(reader, mention)
    if small is None:
        return False
    within = prep.norm in ("in", "inside", "within") and small.thing in VESSELS
    upon = prep.norm in ("on", "upon") and (small.category in ("food", "tableware", "paper", "electronics") or classes.is_a(small.noun, "block"))
    return (within or upon) and all(s.category in LIVING and small.length < 0.6 * s.length for s in who(reader, verb_))


def _sharing(reader: Reader, owner: Mention, mention: Mention, prep: Word) -> list[Mention]:
    """The phrases of a list that have the place in common, or the one that it hangs on."""
    above = prep.head
    if above.root and any(k.i < prep.i for k in above.those("conj")):
        return [m for m in reader.group(owner) if m.head.i < prep.i and m.kind != "garment"]  # "a cat and a dog on a sofa"
    if above.dep == "conj" and (mention.kind == "pronoun" and prep.norm in ("on", "in", "inside") and phrase.governor(above)[1].norm == "with" or _there_are(above)):
        listed = reader.group(reader.sentence.mention(phrase.first(above)))  # "a stool with a radio and a clock on it"
        return [m for m in listed if m is owner or not _stands_elsewhere(m)]  # "with a lamp on it and a dog under it"
    if above.dep == "conj" and prep.i > above.i:
        listed = [m for m in reader.group(reader.sentence.mention(phrase.first(above))) if m.head.i < prep.i]
        if len(listed) > 1 and all(_bare(m) for m in listed):
            return listed  # "red paprika, turmeric and cardamom in baskets"
    return reader.group(owner) if prep.i < above.i else [owner]


def _all_listed(reader: Reader, verb_: Word, mention: Mention) -> list[SubjectDraft]:
    """ "There are a mug and two spoons standing on a table": all of a list of which the last is told to be somewhere, if all of them fit there."""
    last = verb_.head
    if verb_.dep != "acl" or verb_.tag != "VBG" or last.dep != "conj" or verb_.lemma not in words.STAYS or reader.sentence is None:
        return []
    listed = [m for m in reader.group(reader.sentence.mention(phrase.first(last))) if m.head.i < verb_.i]
    if len(listed) != 2 or "," in reader.text[listed[0].head.end : last.start]:
        return []
    own = [m.subject for m in listed if m.subject is not None and m.real]
    alike = len({s.category in LIVING for s in own}) == 1 and all(m.top is last or not _stands_elsewhere(m) and m.head.kid("acl") is None for m in listed)
    target = end(reader, mention)
    fits = target is None or all(s.length < 2.0 * target.length for s in own)
    return own if alike and fits and all(m.determiner == "a" or m.number is not None for m in listed) else []


def _bare(m: Mention) -> bool:
    """True of one in a list without articles, which has its place with the others."""
    return m.determiner is None and m.number is None and m.owner is None and m.kind not in LIVING and not _stands_elsewhere(m)


def _stands_elsewhere(m: Mention) -> bool:
    """True of one in a list that has a place of its own: "a lamp on it"."""
    return any(p.kid("pobj") is not None and relation(p.norm) is not None for p in m.top.those("prep"))


def _there_are(word: Word) -> bool:
    """True in a list that "there are" begins, and that has one place: "there are a lamp, a phone and a book on the desk"."""
    verb = phrase.governor(word)[1]
    if verb.kid("expl") is None:
        return False
    listed = [w for w in verb.subtree() if w.dep == "conj" and w.noun or w is phrase.first(word)]
    return all(w is word or w.kid("prep") is None or w.kid("prep").norm == "of" for w in listed)


UNSEEN = frozenset(("picture", "medium", "camera", "manner", "abstract", "where", "surface", "look", "shadow", "light"))
"""Kinds of phrases that stand nowhere themselves."""


def _pictured(reader: Reader, picture: Mention, prep: Word) -> list[SubjectDraft]:
    """What a picture is of: it stands where the picture is said to be. "A photo of a cat on a sofa", "a close-up of a robin on a branch"."""
    shows = picture.kind in ("picture", "medium", "camera")
    of = next((k for k in picture.head.those("prep") if shows and k.norm == "of" and k.i < prep.i), None)
    seen = of and of.kid("pobj")
    first = reader.sentence.mention(seen) if seen and reader.sentence else None
    return (
        [m.subject for m in reader.group(first) if m.head.i < prep.i and m.subject is not None and m.real and m.kind not in ("part", "body", "garment")]
        if first
        else []
    )


def after_participle(above: Word, prep: Word) -> str | None:
    """What a preposition tells after a participle, "up" and "out from" between them included: "pulled up to", "peeking out from behind"."""
    while not above.verb and above.tag in ("IN", "RP", "RB") and not above.root:
        above = above.head
    if above.tag not in ("VBN", "VBG", "VBD", "JJ"):
        return None
    kids = sorted((*above.kids, *prep.head.kids), key=lambda w: w.i)
    between = (w.norm for w in kids if above.i < w.i < prep.i and w.tag in ("RP", "RB", "IN", "TO"))
    return placing.participles().get((above.norm, " ".join([*dict.fromkeys(between), prep.norm])))


def by_verb(kind: str, above: Word, prep: Word) -> str | None:
    """A verb that says more exactly how: leaning, hanging, stacked."""
    word = above.lemma
    if (told := after_participle(above, prep)) is not None:
        return told
    if verb(word, "hang") and kind in ("on", "in", "under", "against") or word in ("hang", "suspend", "dangle") and prep.norm == "from":
        return "hanging_from"
    if verb(word, "lean") and prep.norm in ("against",) or word == "lean" and kind == "on":
        return "leaning_on"
    if word in words.SENT and prep.norm in ("at", "into", "to", "toward", "towards", "on"):
        return None
    if kind == "on" and word in words.AT_WORK:
        return "near"
    if verb(word, "stack") and kind == "on":
        return "stacked_on"
    if (
        kind == "near"
        and prep.norm == "across"
        and word in ("lie", "lay", "rest", "drape", "sit", "sprawl", "stretch", "place", "set", "throw", "sling", "fall")
    ):
        return "on"
    if verb(word, "look") and above.kid("dobj") is None and prep.norm in ("at", "toward", "towards", "into", "over", "across", "upon", "on"):
        return "facing"
    if (
        kind == "above"
        and prep.norm == "over"
        and (word in words.ON_OVER or above.tag == "VBN" and word not in words.STOOPS)
        and not any(k.norm in ("on", "from") and k.i < prep.i for k in above.kids)
    ):
        return "on"
    if kind == "against" and verb(word, "imagine") or word in ("contrast", "pop", "stand", "set") and prep.norm == "against" and word in ("contrast", "pop"):
        return None
    return kind

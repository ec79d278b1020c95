"""What a phrase tells by itself, whoever reads it: its head, its entry of the lexicon, what it hangs on; pictures that hang."""

from __future__ import annotations

from diorama.language.syntax.mends.attached import PICTURES, on_a_wall
from diorama.language.syntax.phrases import measures, of_object
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word
from diorama_catalogue import Tag, thing

LIVING = ("person", "animal")


PLACES = ("setting", "feature", "place", "backdrop")


OVERGROWN = frozenset(("cover", "encrust", "overgrow", "surround", "fill", "strew", "litter", "heap", "pile", "smother"))
"""Verbs whose "in" and "with" bring things, not colours and not how something is."""


def lemma(mention: Mention) -> str:
    """The head in the singular."""
    return mention.head.lemma if mention.head.noun else mention.head.norm


def entry(mention: Mention) -> bool:
    """True where the lexicon's entry ends with the head, or goes on from it with "of", so that it is about it: "rowing boat", "bottle of perfume"."""
    before, of, _ = mention.atom.norm.partition(" of ")
    if of and mention.atom.kind == "thing" and not any(before.split()[-1] in table for table in measures().values()):
        return before.split()[-1] in (mention.head.norm, mention.head.lemma)
    return 0 <= mention.atom.end - mention.head.end <= 2  # "woman's" is an entry of the lexicon with its ending


def compound(mention: Mention) -> bool:
    """True for a thing of several words that the lexicon has: "traffic lights", "kitchen scales"."""
    return entry(mention) and mention.atom.can("thing") and " " in mention.atom.norm


def governor(word: Word) -> tuple[str, Word]:
    """The arc and the governor of a phrase, those of the first of a list."""
    while word.dep in ("conj",) and not word.root:
        word = word.head
    return word.dep, word.head


def category(mention: Mention) -> str | None:
    sense = mention.atom.sense("thing")
    return sense.data["category"] if sense is not None and entry(mention) else None


def case(key: str) -> bool:
    """True of what is carried by its handle and stands on the ground, though it is filed with what is worn: suitcases, briefcases."""
    return {Tag.HUNG_FROM_HAND, Tag.ON_FLOORS} <= set(thing(key).tags)


def first(word: Word) -> Word:
    while word.dep == "conj" and not word.root:
        word = word.head
    return word


def looks(m: Mention) -> list[Word]:
    return [w for w in m.modifiers if w.atom is not None and w.atom.can("colour", "material", "pattern", "finish")]


def name(m: Mention) -> bool:
    """True for a name of someone or something: "Gordon Parks"."""
    return (
        m.head.text[:1].isupper()
        and not m.head.text.isupper()
        and m.head.tag.startswith("NNP")
        and any(k.dep == "compound" and k.tag.startswith("NNP") and k.text[:1].isupper() and not (m.atom.start <= k.start < m.atom.end) for k in m.head.kids)
        and not any(k.atom is not None and k.atom.can("thing", "place") for k in m.head.kids if k.dep == "compound")
    )


def hung(m: Mention) -> bool:
    """ "a grey background", "on a plain background": what hangs behind the subject, by its looks. What is told to be "in the background" is a side."""
    dep, prep = governor(m.top)
    told = any(w.atom is not None and w.atom.can("colour", "hex", "material", "pattern", "colour_modifier", "backdrop") for w in m.modifiers)
    return told and m.atom.can("backdrop") and not (dep == "pobj" and prep.norm == "in")


def verb_above(word: Word) -> Word:
    while not word.verb and not word.root:
        word = word.head
    return word


SPEAKER = frozenset((
    "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "yourself", "what", "whatever", "there", "something",
))  # fmt: skip
"""Who speaks and who is spoken to: nobody in the picture."""


WRITING = frozenset((
    "read", "say", "state", "spell", "label", "inscribe", "emblazon", "write", "title", "caption", "letter", "word", "engrave", "etch", "print",
    "display", "proclaim", "declare", "bear", "name", "mark", "text", "phrase", "letters", "show", "advertise", "announce", "feature", "reading", "sign",
))  # fmt: skip


ORDERS = frozenset(("create", "make", "generate", "produce", "render", "show", "give", "want", "need", "take", "draw", "imagine", "design", "like", "see"))


def ordered(verb_: Word) -> bool:
    """ "Create an image of …", "I want a picture of …": what is asked of the maker of pictures."""
    actor = verb_.kid("nsubj")
    return verb_.root and verb_.lemma in ORDERS and (actor is None or actor.norm in ("i", "we", "you"))


PRINTS = frozenset(("photo", "photograph", "picture", "frame", "portrait", "image"))


MOUNTED = PRINTS | PICTURES


def framed(m: Mention) -> bool:
    """ "A framed photograph of a sailor", "a portrait in a gold frame"."""
    if lemma(m) not in MOUNTED or lemma(m) == "frame":
        return False
    frames = (k.kid("pobj") for word in (m.head, of_object(m.head)) if word is not None for k in word.those("prep") if k.norm == "in")
    return any(w.norm == "framed" for w in m.modifiers) or any(
        f is not None and f.lemma == "frame" and f.kid("det") is not None and f.kid("det").norm == "a" for f in frames
    )


def hangs(m: Mention) -> bool:
    """ "A man holds a photo", "a photo of a dog is taped to the wall": a picture that is there as a thing."""
    if framed(m):
        return True
    dep, above = governor(m.top)
    if m.determiner == "a" and lemma(m) in MOUNTED - PRINTS:
        there = any(on_a_wall(p, o) for p in m.top.those("prep") for o in p.those("pobj"))  # "a painting of a ship above a fireplace"
        return there or dep in ("nsubj", "nsubjpass") and above.lemma in ("hang", "lean")
    if m.determiner != "a" or lemma(m) not in PRINTS:
        return False
    if dep == "pobj":
        return above.norm in ("on", "with", "of", "beside", "under", "above", "behind", "near", "next") or any(w.norm == "framed" for w in m.modifiers)
    if dep == "dobj":
        return not ordered(above)
    return dep in ("nsubj", "nsubjpass") and above.lemma in ("tape", "hang", "pin", "stick", "prop", "lie", "tack", "glue", "rest", "frame")

"""Briefs are noun phrases, of which a parser trained on sentences makes compounds and takes the nearest noun for the actor: these plain errors are mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word

DONE_BY_THE_LIVING = frozenset((
    "wear", "hold", "carry", "eat", "drink", "sip", "run", "walk", "jump", "leap", "rear", "gallop", "trot", "swim", "sleep", "howl", "bark", "roar",
    "look", "gaze", "stare", "watch", "smile", "laugh", "yawn", "ride", "chase", "catch", "read", "sing", "dance", "stretch", "play", "dig", "climb", "fly",
))  # fmt: skip
"""What no table, hat or hill does."""
NEXT_TO = ("compound", "nmod", "nsubj", "advmod", "npadvmod")
"""How a noun before an -ing form is tied to it where that is taken for the head."""


def name(words: list[Word]) -> None:
    """ "Koi fish in a pond": a verb with a noun tied to it as a compound, and without a subject, is the noun."""
    root = next((w for w in words if w.root), None)
    if root is not None and root.tag == "VBN" and root is words[0] and (noun := root.kid("dobj")) is not None and noun.kid("det") is None:
        return _lead(noun, root)
    if root is not None:
        _epithet(root, words[0])
    if root is None or root.tag not in ("VBP", "VB") or root.i - words[0].i > 2 or root.kid("nsubj", "nsubjpass", "aux", "dobj", "expl") is not None:
        return
    before = [k for k in root.kids if k.i < root.i]
    if before and all(k.dep in ("compound", "amod", "det", "nummod", "nmod") for k in before) and classes.noun(root.lemma):
        root.tag = "NN"


def _epithet(root: Word, first: Word) -> None:
    """ "Brown bear catching salmon": what a title begins with is no name, and the animal after it no verb."""
    if root.i != first.i + 1 or root.tag not in ("VB", "VBP") or first.dep != "nsubj" or not classes.is_adjective(first.norm):
        return
    if classes.is_a(root.lemma, "animal"):
        first.tag, first.dep, root.tag = "JJ", "amod", "NN"
        for kid in root.those("xcomp"):
            kid.dep = "acl"


def _lead(noun: Word, verb: Word) -> None:
    """ "Grilled fish on a plate": the noun leads, the participle tells of it."""
    for kid in list(verb.kids):
        if kid is not noun:
            _move(kid, noun)
    verb.kids.remove(noun)
    noun.head, noun.dep = noun, "ROOT"
    verb.head, verb.dep = noun, "amod"
    noun.kids.insert(0, verb)


def _busy(person: Word, verb: Word) -> None:
    """ "A woman cooking soup": of somebody, an -ing form and a noun the parser makes one compound; who does it leads, what is done follows."""
    thing = verb.head
    fits = person.noun and verb.norm.endswith("ing") and person.dep == verb.dep == "compound" and person.head in (verb, thing)
    if not fits or not thing.root or not thing.noun or thing.i < verb.i:
        return
    if not classes.is_a(person.lemma, "person") or _stem(verb.norm) is None or classes.share(verb.norm, "artifact") > 0.3:
        return
    person.head.kids.remove(person)
    thing.kids.remove(verb)
    for kid in [k for k in thing.kids if k.i < person.i]:
        kid.hang(person, kid.dep)
    person.head, person.dep = person, "ROOT"
    verb.head, verb.dep, verb.tag, verb.lemma = person, "acl", "VBG", _stem(verb.norm) or verb.lemma
    person.kids.append(verb)
    thing.head, thing.dep = verb, "dobj"
    verb.kids.append(thing)
    for kid in thing.those("prep"):
        kid.hang(verb, "prep")


def rehang(words: list[Word]) -> None:
    """Compounds and actors of a phrase without a finite verb."""
    for before, word in zip(words, words[1:], strict=False):
        _busy(before, word)
    for before, word in zip(words, words[1:], strict=False):
        if before.head is not word or before.dep not in NEXT_TO or not word.norm.endswith("ing"):
            continue
        if before.tag in ("JJ", "RB") and classes.is_a(before.norm, "animal"):
            before.tag = "NN"  # "a golden retriever running": a word that the tagger has seldom seen
        if before.noun and _does(before, word, words):
            _acl(before, word)
    for word in words:
        if word.dep == "appos" and word.head.root and word.kid("cc") is not None and word.kid("det") is not None:
            word.dep = "conj"  # "a dog, a mug and a cup"
    for word in words:
        if word.dep in ("prep", "acl") and word.head.dep == "conj" and word.norm not in ("of", "with") and word.head.kid("conj") is None:
            _share_place(word)
        if word.tag == "VBG" and word.dep == "acl" and word.lemma in DONE_BY_THE_LIVING and not _lives(word.head):
            actor = _above(word.head)
            if actor is not None:
                _move(word, actor)
        if word.norm == "size" and word.dep in ("appos", "dep", "npadvmod") and (of := word.kid("prep")) is not None and (other := of.kid("pobj")) is not None:
            for prep in other.those("prep"):
                _move(prep, word.head)  # "a snail the size of a car on a street"
        if word.dep == "prep" and word.norm == "on" and word.head.noun and not word.comma:
            _chain(word, words)


def _share_place(word: Word) -> None:
    """ "A cat and a dog on a sofa": what follows a list tells of all in it."""
    first = word.head
    while first.dep == "conj" and first.head.noun and not first.root:
        first = first.head
    if first.root and first.noun and first.kid("prep", "acl") is None:
        _move(word, first)


def _does(noun: Word, word: Word, words: list[Word]) -> bool:
    """True for "a kingfisher diving into …", not for "a dog painting", "a cat bowling ball"."""
    after = next((w for w in words if w.i == word.i + 1), None)
    goes_on = after is None or after.tag in ("IN", "RB", "RP", "TO", "DT", ",", "PRP$") or after.text in ",."
    verb = _stem(word.norm)
    return goes_on and _lives(noun) and verb is not None and not (after is None and classes.share(word.norm, "artifact") > 0.3)


def _stem(word: str) -> str | None:
    """The verb of an -ing form; None if there is none."""
    base = word.removesuffix("ing")
    tries = (base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base)
    return next((t for t in tries if len(t) > 1 and classes.verb(t) is not None), None)


def _lives(word: Word) -> bool:
    return word.noun and classes.share(word.lemma, "animal", "person") >= 0.3 and (classes.is_a(word.lemma, "animal") or classes.is_a(word.lemma, "person"))


def _acl(noun: Word, verb: Word) -> None:
    """The noun takes the verb's place, and the verb hangs on it with what follows."""
    for kid in [k for k in verb.kids if k.i < verb.i and k is not noun]:
        _move(kid, noun)
    verb.kids.remove(noun)
    noun.dep = verb.dep
    if verb.root:
        noun.head = noun
    else:
        verb.head.kids[verb.head.kids.index(verb)] = noun
        noun.head = verb.head
    verb.head, verb.dep, verb.tag, verb.lemma = noun, "acl", "VBG", _stem(verb.norm) or verb.lemma
    noun.kids.append(verb)


def _move(word: Word, head: Word) -> None:
    word.head.kids.remove(word)
    word.head = head
    head.kids.append(word)


def _above(word: Word) -> Word | None:
    """The living being on whose preposition the noun hangs: "a cow on a skateboard wearing a crown"."""
    while word.dep == "pobj" and not word.root:
        word = word.head.head
        if _lives(word):
            return word
    return None


def _chain(prep: Word, words: list[Word]) -> None:
    """ "A mouse on a cheese on a plate": each is on the next."""
    last = next((w for w in words if w.i == prep.i - 1), None)
    if last is not None and last.noun and last.dep == "pobj" and last.head.norm == "on" and prep.head in (last.head.head, last.head.head.head.head):
        _move(prep, last)

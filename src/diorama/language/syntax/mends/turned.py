"""Sentences in turned order: the place first, the subject after its verb. Each repair takes a word (and its sentence) and hangs it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.lexicon import classes

if TYPE_CHECKING:
    from diorama.language.syntax.word import Word


POSITIONS = frozenset((
    "rise", "stand", "hang", "lie", "sit", "stretch", "rest", "loom", "tower", "lurk", "run", "grow", "float", "lean", "perch", "sprawl", "crouch",
    "wait", "glow", "burn", "sway", "drift", "come", "go", "spread", "shine", "kneel", "walk", "sleep", "appear", "dangle", "nestle", "gleam", "swim",
))  # fmt: skip
"""Verbs that take no object: a noun after one is its subject, told in turned order."""


SPATIAL = frozenset((
    "on", "in", "behind", "under", "beneath", "beside", "above", "below", "between", "around", "against", "near", "over", "atop", "inside", "at", "among",
    "across", "along", "from", "next", "opposite", "alongside", "underneath", "amid", "beyond",
))  # fmt: skip


def place_before(verb: Word) -> bool:
    """True for a finite verb that comes right after a place and has no subject: "behind her grazes a horse"."""
    last = next((k for k in reversed(verb.kids) if k.i < verb.i and k.dep != "punct"), None)
    if last is None or last.norm not in SPATIAL or last.dep not in ("prep", "advmod") or last.kid("pobj", "prep") is None:
        return False
    return last.subtree()[-1].i == verb.i - 1


def turn(word: Word, _: list[Word]) -> None:
    """ "Behind him rose the lighthouse": the subject after the verb."""
    finite = word.tag in ("VBZ", "VBD", "VBP") and (word.root or word.dep == "conj") and place_before(word)
    told = word.lemma in POSITIONS or word.tag == "VBN" and word.kid("auxpass") is not None or finite
    if word.verb and told and word.kid("nsubj", "nsubjpass", "expl") is None and any(k.dep in ("prep", "advmod") and k.i < word.i for k in word.kids):
        after = word.kid("dobj", "attr", "oprd")
        if after is not None and after.noun and after.i > word.i:
            after.dep = "nsubj"


def are_folded(verb: Word, _: list[Word]) -> None:
    """ "Inside are folded shirts and a camera": what is there, one of it folded, and nothing that is done."""
    be, thing = verb.kid("auxpass"), verb.kid("nsubj", "nsubjpass")
    if verb.tag != "VBN" or not verb.root or be is None or thing is None or not thing.noun or be.i != verb.i - 1 or thing.i != verb.i + 1:
        return
    if not any(k.i < be.i and k.dep in ("advmod", "prep") for k in verb.kids):
        return
    be.stand_in_for(verb)
    be.head, be.dep, be.tag = be, "ROOT", be.tag if be.tag.startswith("VB") else "VBP"
    for kid in [k for k in verb.kids if k is not be]:
        kid.hang(be, kid.dep)
    verb.kids = []
    verb.head, verb.dep = thing, "amod"
    thing.kids.insert(0, verb)
    thing.dep = "nsubj"


def place_first(prep: Word, _: list[Word]) -> None:
    """ "To the right of the jars, a loaf of bread": what comes after the comma is what the place is told of."""
    objects = prep.those("pobj")
    if not prep.root or prep.tag not in ("IN", "TO") or len(objects) != 2:
        return
    place, thing = objects
    if not any(k.text == "," and place.i < k.i < thing.i for k in prep.kids) or not thing.noun:
        return
    prep.kids.remove(thing)
    thing.head, thing.dep = thing, "ROOT"
    prep.hang(thing, "prep")


def of_the_preposition(word: Word, _: list[Word]) -> None:
    """ "Behind her grazes a horse": "her" before a verb is what the preposition brings, and nobody's verb."""
    verb = word.head
    if word.tag != "PRP$" or word.dep != "poss" or not verb.verb or verb.noun:
        return
    prep = next((k for k in verb.kids if k.i == word.i - 1 and k.tag == "IN" and not k.kids), None)
    if prep is not None:
        word.tag = "PRP"
        word.hang(prep, "pobj")


CLAUSES = frozenset(("if", "though", "as", "than", "because", "while", "since", "until", "before", "after", "when", "where", "that", "whether"))


def fronted(word: Word, words: list[Word]) -> None:
    """ "On it are a lamp and a book": the pronoun is the preposition's, what comes after the verb its subject."""
    k = word.i - words[0].i
    if word.tag != "IN" and word.norm not in ("beside", "alongside", "opposite", "nearby") or word.kids or k + 2 >= len(words) or word.norm in CLAUSES:
        return
    pronoun, verb = words[k + 1], words[k + 2]
    if pronoun.tag != "PRP" or pronoun.dep not in ("nsubj", "nsubjpass") or not (pronoun.head is verb or verb.dep == "auxpass" and verb.head is pronoun.head):
        return
    passive = pronoun.dep == "nsubjpass"
    if not passive and verb.lemma not in POSITIONS | {"be"}:
        return
    verb = pronoun.head
    word.tag, word.dep = "IN", "prep"
    pronoun.hang(word, "pobj")
    after = verb.kid("attr", "dobj")
    if after is not None:
        after.dep = "nsubj"


PREDICATE = ("acomp", "advmod", "prep")
"""Arcs of what stands before "is" where it is turned: "next to the sofa is a lamp"."""


def named_by_both(word: Word, words: list[Word]) -> None:
    """ "To his left, an apprentice, a lanky goblin, pumps the bellows": between two commas stands what the first one is; who is named first does it."""
    verb, first = word.head, word.i - words[0].i
    if word.dep != "nsubj" or not word.noun or not verb.verb or verb.i < word.i or word.kid("det") is None or word.kid("conj", "cc") is not None:
        return
    start = min(k.i for k in word.subtree()) - words[0].i
    closing = words[_first_of(verb) - words[0].i - 1]
    before = words[start - 2] if start > 1 and words[start - 1].norm == "," else None
    if before is None or closing.norm != "," or closing.i < word.i or not before.noun or before.kid("det") is None or first <= start - 2:
        return
    if any(words[k].tag == "CC" for k in range(start, closing.i - words[0].i)) or not (_somebody(before) and _somebody(word)):
        return
    before.hang(verb, "nsubj")
    word.hang(before, "appos")


def _first_of(verb: Word) -> int:
    """Where the verb and what helps it begin."""
    return min([verb.i, *(k.i for k in verb.kids if k.dep in ("aux", "auxpass", "neg") and k.i < verb.i)])


def _somebody(word: Word) -> bool:
    return classes.share(word.lemma, "person", "animal") > 0.35


def is_there(word: Word, _: list[Word]) -> None:
    """ "In the middle is a vase", "perched on the branch is a kingfisher": what comes after "is" is its subject, if nothing before it is."""
    if word.kid("nsubj", "nsubjpass", "expl", "csubj") is not None:
        return
    if (
        word.lemma == "be"
        and word.dep not in ("aux", "auxpass")
        and any(k.i < word.i and k.dep in PREDICATE and (k.tag == "IN" or k.kid("prep")) for k in word.kids)
    ):
        after = word.kid("attr", "dobj")
        if after is not None and after.noun and after.i > word.i:
            after.dep = "nsubj"
    elif word.tag in ("VBN", "VBG", "JJ") and (be := word.kid("auxpass", "aux")) is not None and be.lemma == "be" and be.i > word.i:
        after = be.kid("attr", "dobj")
        if after is not None and after.noun and after.i > be.i:
            after.hang(word, "nsubjpass" if word.tag == "VBN" else "nsubj")


def in_front_of_which(word: Word, words: list[Word]) -> None:
    """ "The window, in front of which stands a desk": the place before the verb is no subject, and all of it tells of the noun before."""
    verb, prep = word.head, word.head.head
    if word.dep != "nsubj" or verb.dep != "pcomp" or prep.tag != "IN" or prep.i != word.i - 1 or not any(w.tag == "WDT" for w in word.subtree()):
        return
    over = next((w for w in reversed(words) if w.i < prep.i and w.noun and w.dep != "compound"), None)
    if over is None:
        return
    word.hang(prep, "pobj")
    verb.hang(over, "relcl")
    prep.hang(verb, "prep")
    after = verb.kid("dobj", "attr")
    if after is not None:
        after.dep = "nsubj"


def takes_back(word: Word, words: list[Word]) -> None:
    """ "Beside her lies a radio with its antenna pulled out": the noun after the verb is its subject, not that of the participle."""
    if (
        not word.verb
        or word.lemma not in POSITIONS
        or word.kid("nsubj", "nsubjpass", "expl", "dobj", "attr") is not None
        or not any(k.dep in ("prep", "advmod") and k.i < word.i for k in word.kids)
    ):
        return
    noun = next((w for w in words if w.i > word.i and w.noun and w.dep == "nsubj"), None)
    if noun is None or min(w.i for w in noun.subtree()) != word.i + 1 or noun.head.head is not word or noun.head.tag not in ("VBD", "VBN", "VBG"):
        return
    other = noun.head
    noun.hang(word, "nsubj")
    other.hang(noun, "acl")

def the_size_of(word: Word, words: list[Word]) -> None:
    """ "A dragon the size of a cat sleeps": who sleeps is the dragon."""
    k = word.i - words[0].i
    before = words[k - 2] if k >= 2 and words[k - 1].norm == "the" else None
    verb = word.head
    if word.norm != "size" or before is None or not before.noun or word.dep != "nsubj" or not verb.verb or verb.i < word.i or word.kid("prep") is None:
        return
    word.hang(before, "appos")
    _does(before, verb)


def as_big_as(word: Word, words: list[Word]) -> None:
    """ "A mouse as big as an elephant stands": who stands is the mouse."""
    quality = word.head
    if word.norm != "as" or word.tag != "IN" or not quality.tag.startswith("JJ") or word.kid("pobj") is not None:
        return
    other = next((w for w in words if w.i > word.i and w.noun and w.dep == "nsubj"), None)
    noun = quality.head
    if other is None or any(w.verb for w in words if word.i < w.i < other.i) or not noun.noun or not other.head.verb:
        return
    verb = other.head
    other.hang(word, "pobj")
    if verb.kid("nsubj") is None:
        _does(noun, verb)


def _does(who: Word, verb: Word) -> None:
    """The verb takes the place of who does it."""
    if verb.head is who:
        verb.stand_in_for(who)
    if who.head is not verb:
        who.hang(verb, "nsubj")

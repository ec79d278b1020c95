"""A parsed sentence → its mentions: noun phrases with their modifiers, counts and owners."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from diorama.language import senses
from diorama.language.lexicon import Sense, classes
from diorama.language.match import Atom
from diorama.language.syntax.sentence import INNER, LOOKS, NOMINAL, Mention, Sentence, words_in
from diorama.language.syntax.wellformed import stem
from diorama.language.syntax.word import Word

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "lone": 1, "solitary": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "both": 2, "several": 4,
    "few": 3, "many": 7, "numerous": 7, "multiple": 4, "countless": 10, "twin": 2,
}  # fmt: skip
PRONOUNS = frozenset((
    "it", "they", "them", "he", "she", "him", "her", "itself", "themselves", "himself", "herself", "one", "ones", "this", "these", "those", "that",
    "which", "who", "each", "both", "another", "others",
))  # fmt: skip
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last"))
POSSESSIVES = frozenset(("PRP$", "WP$"))


@lru_cache(maxsize=1)
def measures() -> dict[str, Any]:
    """Nouns that count, pile up or name a part of what "of" brings."""
    data = tomllib.loads(files("diorama.language.syntax").joinpath("measures.toml").read_text("utf-8"))
    return {"count": data["count"], "pile": data["pile"], "part": frozenset(data["part"]["words"])}


def find(sentence: Sentence) -> None:
    """Fill in the mentions of a sentence, in order."""
    taken: set[int] = set()
    for word in sentence.words:
        if word.i not in taken and _opens(word):
            mention = _mention(sentence, word)
            mention.sentence = sentence
            sentence.mentions.append(mention)
            for w in (mention.head, mention.top, *mention.measures):
                sentence.of[w.i] = mention
                taken.add(w.i)
    sentence.mentions.sort(key=lambda m: m.head.i)
    for mention in sentence.mentions:
        owner = mention.head.kid("poss") or next((k for w in mention.measures if (k := w.kid("poss"))), None)
        if owner is not None:
            mention.owner = sentence.mention(owner)
            mention.determiner = "its"


def _opens(word: Word) -> bool:
    """True for the head of a noun phrase."""
    if word.joined and word.noun and not word.root and word.head.i > word.i:
        return False
    if word.dep in ("compound", "nmod", "amod", "nummod", "npadvmod", "quantmod") and word.head.i > word.i and word.head.noun and not _apart(word):
        return False
    if word.dep == "conj" and word.head.dep == "amod" and word.head.head.i > word.i:
        return False  # "a brown and white dog"
    if word.dep in ("npadvmod", "compound", "nmod") and word.atom is not None and word.atom is word.head.atom and word.head.tag.startswith("JJ"):
        return False  # "lime green"
    if word.noun:
        return not (word.dep == "compound" and word.head.noun)
    if word.tag in ("PRP", "WP", "WDT") or word.tag in POSSESSIVES:
        return True
    if word.norm in ("other", "others") and word.dep in ("nsubj", "nsubjpass", "npadvmod", "appos", "dep", "conj") and word.kid("det") is not None:
        return True
    if word.tag.startswith("JJ") and word.dep in ("nsubj", "nsubjpass") and (word.tag != "JJ" or word.norm in ORDINALS) and word.kid("det") is not None:
        return True  # "the tallest is yellow"
    if word.norm in ("most", "many", "few", "several") and word.dep in ("nsubj", "nsubjpass") and of_object(word) is not None:
        return True  # "most of the people stand under umbrellas"
    if word.tag in ("DT", "CD") and word.dep not in ("det", "nummod", "predet", "quantmod", "compound", "advmod", "npadvmod", "punct"):
        return True
    if word.norm == "one" and word.dep == "npadvmod" and word.kid("prep", "acl", "amod") is not None:
        return True  # "two dancers, one in a red dress"
    return (
        word.tag.startswith(("JJ", "VB"))
        and word.dep in ("pobj", "dobj", "attr", "conj", "appos", "oprd")
        and word.atom is not None
        and word.kid("nsubj") is None
        and word.atom.can("colour", "material")
        and not word.atom.can("state")
    )


def of_object(word: Word) -> Word | None:
    """What "of" brings after a noun."""
    prep = next((k for k in word.kids if k.dep == "prep" and k.norm == "of"), None)
    return None if prep is None else prep.kid("pobj", "pcomp")


def compares(word: Word) -> Word | None:
    """The preposition of what a comparative or "as …" compares with."""
    than = "than" if word.tag in ("JJR", "RBR") or any(k.norm in ("more", "less") for k in word.kids) else "as"
    return next((k for k in word.kids if k.dep == "prep" and k.norm == than and k.i > word.i), None) if word.tag.startswith("JJ") else None


def _mention(sentence: Sentence, word: Word) -> Mention:
    head, passed = word, []
    while (inner := of_object(head)) is not None and _measures(head, inner) and len(passed) < 3:
        passed.append(head)
        head = inner
    mention = Mention(head, word, _atom(head))
    mention.measures = passed
    if head.lemma in OF_SOMANY and inner is not None and inner.tag == "CD":  # "a crowd of sixty"
        mention.number, mention.count = counted(inner), inner
    for part in [*passed, head]:
        for w in _before(part):
            _place(mention, w, part)
    if inner is not None and inner.atom is not None and inner.atom is head.atom:  # "a ball of blue yarn"
        for w in _before(inner):
            _place(mention, w, inner)
    for w in head.those("amod"):
        if w.i > head.i:
            mention.modifiers.append(w)
    return mention


OF_SOMANY = frozenset(("crowd", "throng", "audience", "team", "family", "queue", "congregation", "choir", "band"))
"""People that "of" and a number counts: "a crowd of sixty"."""
OF_BEASTS = frozenset(("school", "shoal", "flock", "herd", "pod", "swarm"))


def _measures(head: Word, inner: Word) -> bool:
    """True if the noun only counts or measures what follows."""
    if not inner.noun and inner.tag not in ("CD", "PRP", "JJ"):
        return False
    table, lemma = measures(), head.lemma
    if lemma in OF_SOMANY and inner.tag == "CD":
        return False
    if lemma in OF_BEASTS and classes.share(inner.lemma, "animal") > 0.5:
        return True  # "schools of fish"
    if lemma == "loaf" and inner.noun and inner.kid("det") is None:
        return True  # "half a loaf of rye bread"
    if lemma in ("form", "style", "version") and any(k.norm == "the" for k in head.kids):
        return False  # "in the form of a clover"
    if lemma in table["count"] or lemma in table["pile"]:
        return (
            inner.tag in ("NNS", "NNPS", "CD", "PRP")
            or table["pile"].get(lemma) in ("bit", "slice")
            or lemma
            in (
                "slice",
                "piece",
                "pile",
                "stack",
                "heap",
                "bunch",
                "row",
                "half",
                "pair",
                "bouquet",
                "wedge",
                "mound",
                "herd",
                "flock",
                "assortment",
                "collection",
                "variety",
                "bundle",
                "sprig",
                "family",
                "crowd",
                "group",
                "team",
            )
            and head.kid("poss") is None
        )
    if senses.measures(lemma, inner.lemma) and head.kid("poss") is None:
        return True
    if lemma == "silhouette":  # of whom it is, who is there; one printed on a mug is not
        return inner.noun and not (head.dep == "pobj" and head.head.norm in ("with", "of") or head.dep == "dobj" and head.head.lemma in ("have", "bear", "feature", "show"))
    return lemma in ("kind", "type", "sort", "style", "version", "variety", "majority", "rest", "piece", "bit", "plenty", "form")


def _before(word: Word) -> list[Word]:
    """The words of a noun phrase before its head, in order, without its owner."""
    out: list[Word] = []
    for kid in word.kids:
        if (
            kid.i < word.i
            and kid.dep != "poss"
            and not _apart(kid)
            and (kid.dep in INNER or kid.dep in ("acl", "nsubj", "intj", "dep", "conj", "cc", "poss", "prep") and kid.tag[:2] in ("JJ", "NN", "VB"))
        ):
            out += [w for w in kid.subtree() if w.i < word.i]
    return sorted(set(out), key=lambda w: w.i)


def _place(mention: Mention, word: Word, part: Word) -> None:
    """A word of the phrase: determiner, number or modifier."""
    if word.dep in ("det", "predet") and word.head is part or word.tag == "DT":
        if mention.determiner is None:
            mention.determiner = _determiner(word.norm)
        if word.norm == "both":
            mention.determiner = "the"
            mention.number, mention.count = 2, word
    elif (
        (number := counted(word)) is not None
        and not (word.norm == "twin" and part.tag == "NN")  # "his twin sister" is one
        and (word.tag == "CD" or word.norm in NUMBERS and word.norm not in ("a", "an"))
        and not (word.atom is not None and word.atom.can("age"))
        and not (word.joined and word.head is not part)  # "a three-layer cake"
    ):
        if mention.number is None or part is mention.head:
            mention.number, mention.count = number, word
    elif word.tag in ("CC", "IN", ",", ":", "HYPH", "``", "''", "-LRB-", "-RRB-", "TO") or not word.text[:1].isalnum():
        pass
    else:
        mention.modifiers.append(word)


def _apart(word: Word) -> bool:
    """True for a noun that was hung before another but stands by itself: it has an article, a preposition or a comma of its own."""
    return (
        word.noun
        and word.dep in ("compound", "nmod", "npadvmod", "conj", "appos", "dep")
        and (word.kid("det", "prep", "relcl", "poss") is not None or word.comma)
    )


def _determiner(norm: str) -> str:
    if norm in ("a", "an"):
        return "a"
    if norm in ("the", "this", "that", "these", "those"):
        return "the"
    if norm in ("no", "neither"):
        return "no"
    return {"another": "another", "each": "each", "every": "each", "all": "each", "some": "some", "any": "any", "either": "any"}.get(norm, norm)


def counted(word: Word) -> int | None:
    """The number that a word is; None if it is none."""
    if word.norm.isdigit() and len(word.norm) < 5:
        return int(word.norm)
    return NUMBERS.get(word.norm)


def _atom(word: Word) -> Atom:
    """The entry a head belongs to; a word of its own where it is in none that can be a noun."""
    atom = word.atom
    if word.tag.startswith("NNP") and (atom is None or not atom.can("thing", "setting", "place", "feature")):  # "a Mercedes Benz"
        named = next((k.atom for k in word.kids if k.dep == "compound" and k.atom is not None and k.atom.can("thing")), None)
        if named is not None:
            return named._replace(end=word.end) if hasattr(named, "_replace") else named
    if atom is None:
        return own(word)
    return atom


TAUGHT = frozenset((
    "teach", "help", "show", "let", "make", "order", "train", "coach", "guide", "allow", "invite", "tell", "encourage", "watch", "see", "hear", "force",
))  # fmt: skip
"""Verbs after which somebody is named who does what follows."""


def taught(word: Word) -> Word | None:
    """ "Teaches her grandson to knead", "lets a girl paint": who does it is who is taught, and not who teaches."""
    over = word.head
    governed = word.dep in ("xcomp", "ccomp", "acl") or word.dep == "advcl" and word.tag != "VBG"
    if any(k.norm in ("if", "would", "could", "might", "may", "had") for k in over.kids):
        return None
    if not governed or word.tag not in ("VB", "VBP", "VBG") or not over.verb or not {over.lemma, stem(over.norm)} & TAUGHT:
        return None
    whom = [k for k in over.those("dobj", "dative") if over.i < k.i < word.i]
    living = [k for k in whom if k.tag == "PRP" or k.noun and classes.share(k.lemma, "person", "animal") > 0.35]
    return living[-1] if living else None


def rather_than(word: Word) -> bool:
    """ "Pours tea rather than singing", "without looking", "instead of running": what is not done."""
    over = word.head
    if word.dep not in ("pcomp", "advcl", "conj"):
        return False
    than = next((w for w in (over, *over.kids) if w.norm == "than" and w.i < word.i), None)
    rather = than is not None and any(k.norm == "rather" for k in (*than.kids, *over.kids, *over.head.kids))
    return rather or over.norm == "without" or over.norm == "of" and (over.head.norm == "instead" or any(k.norm == "instead" for k in over.kids))


ENDED = frozenset(("stop", "cease", "quit", "finish", "avoid"))
"""What is done no more, or not, with "-ing" after it."""


def undone(word: Word) -> bool:
    """ "Has stopped juggling", and what is done rather than something else: it is not done now. "Stops to juggle" is."""
    ended = word.tag == "VBG" and word.dep in ("xcomp", "dobj") and word.head.verb and word.head.lemma in ENDED
    return ended or rather_than(word)


def no_longer(word: Word) -> bool:
    """ "No longer digs but sings"."""
    return any(k.norm == "longer" and any(n.norm in ("no", "n't") for n in (*k.kids, *word.those("neg"))) for k in word.kids)


def own(word: Word) -> Atom:
    """A word by itself, as an entry of unknown sense."""
    return Atom(word.start, word.end, word.text, word.norm, (Sense("unknown", word.text, {}),), False)


def atoms_of(words: list[Word]) -> list[Atom]:
    """The entries of some words, in order, each once; words in none stand for themselves."""
    out: list[Atom] = []
    for word in words:
        atom = word.atom or own(word)
        if not any(a.start == atom.start and a.end == atom.end for a in out):
            out.append(atom)
    return out


__all__ = ["LOOKS", "NOMINAL", "atoms_of", "compares", "find", "measures", "of_object", "own", "no_longer", "taught", "undone", "words_in"]

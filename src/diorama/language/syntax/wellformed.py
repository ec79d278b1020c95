"""How far a parse can be trusted: what in it no English sentence has.

A statistical parser errs in ways that can be told without knowing the right answer: a plural noun after "a", a determiner that is no determiner, a verb
that hangs where nouns hang, a subject that does not agree. Where two answers are had, that with fewer of these is taken.
"""

from __future__ import annotations

from functools import lru_cache

from diorama.language.lexicon import COUNTABLE, classes, lexicon
from diorama.language.syntax import doing

Row = tuple[int, int, str, str, str, str, int]
"""Start, end, text, lemma, tag, arc, place of the governor."""

FINITE = ("VBZ", "VBP", "VBD", "MD")
VERBS = ("VB", "VBZ", "VBP", "VBD", "VBG", "VBN")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
NOMINAL = ("pobj", "dobj", "compound", "nmod", "poss")
"""Arcs by which nouns hang."""
FOR_ONE = frozenset(("a", "an", "this", "that", "each", "every", "another"))
CLOSED = {
    "DT": frozenset("a an the this that these those each every some any no all both half another either neither such many".split()),
    "CC": frozenset("and or but nor yet so & plus either neither both vs versus minus times".split()),
    "PRP": frozenset(
        "i you he she it we they me him her us them one itself himself herself themselves myself yourself ourselves mine ours theirs his hers".split()
    ),
    "MD": frozenset("can could will would shall should may might must 'll 'd ca wo ought need dare".split()),
}
"""Words that bear a tag of which there are few."""
PREPOSITIONS = frozenset(
    "about above across after against along alongside although amid among around as at atop because before behind below beneath beside "
    "besides between beyond but by despite down during except for from if in inside into like near of off on onto opposite out outside "
    "over past per plus round since so than that though through throughout till to toward towards under underneath unless unlike until "
    "up upon via whereas whether while with within without worth".split()
)
"""Some of them WordNet has as nouns of things, too: behind, down, at (astatine)."""
INVARIANT = frozenset(("fish", "sheep", "deer", "people", "children", "salmon", "trout", "geese", "mice", "swine", "bison", "squid"))
"""Plurals that do not end in s."""
LEAST = 0.5
"""Of the uses of a noun, the part in which it is seen, from which it is no preposition."""


def flaws(rows: tuple[Row, ...], text: str) -> int:
    """How many things are wrong with a parse; 0 where nothing tells against it."""
    wrong = _headless(rows, text)
    for k, row in enumerate(rows):
        wrong += doing.participle(rows, k) + doing.plain(rows, k)
        wrong += (mistagged(row) or no_adjective(rows, k) or after_article(rows, k)) + misplaced(rows, k) + parts_nothing(rows, k) + _disagrees(rows, k)
    return wrong


def _headless(rows: tuple[Row, ...], text: str) -> int:
    """A sentence without a finite verb at its head, with a word in it that could be one."""
    if not (text[:1].isupper() and text.rstrip()[-1:] in ".!?"):
        return 0
    roots = [k for k, row in enumerate(rows) if row[5] == "ROOT"]
    root = roots[0] if roots else 0
    if rows[root][4] in FINITE or any(row[6] == root and row[5] in ("aux", "auxpass", "cop") for row in rows):
        return 0
    return 2 * any(row[4] in NOUNS and k > 0 and verb_first(row[2]) for k, row in enumerate(rows))


def mistagged(row: Row) -> int:
    word, tag = row[2].lower(), row[4]
    if tag in CLOSED:
        return int(word.isalpha() and word not in CLOSED[tag])
    if tag == "VBG":
        stems = (word[:-3], word[:-3] + "e", word[:-4] if word[-4:-3] == word[-5:-4] else word[:-3])
        return int(bool(classes.noun(word)) and not any(map(classes.verb, stems)))  # "a duckling"
    return int(tag == "IN" and word.isalpha() and word not in PREPOSITIONS and classes.share(word, *classes.SEEN) > LEAST)


def no_adjective(rows: tuple[Row, ...], k: int) -> int:
    """ "A lantern swings": a thing taken for a quality, where no noun follows that it could be one of."""
    _, _, word, _, tag, arc, head = rows[k]
    of_several = arc == "amod" and head == k + 1 and rows[head][4] == "NNS"
    alone = arc in SUBJECTS or of_several and any(r[6] == head and r[2].lower() in ("a", "an") for r in rows[:k])
    return int(tag == "JJ" and alone and not classes.is_adjective(word.lower()) and classes.share(word.lower(), *classes.SEEN) > LEAST)


def after_article(rows: tuple[Row, ...], k: int) -> int:
    """ "A rose in a vase": no article does anything, and what it stands before is a noun."""
    before, tag = rows[k - 1] if k else None, rows[k][4]
    return int(before is not None and before[2].lower() in ("a", "an") and tag in ("VB", *FINITE) and bool(classes.noun(rows[k][2].lower())))


THING = 0.85
"""Of the uses of a noun, the part in which it is seen, from which its plural is seldom a verb."""
PARTS = ("parts", "pieces")
"""Seldom what somebody does, and then to something."""


def parts_nothing(rows: tuple[Row, ...], k: int) -> int:
    """ "Made of clock parts", "a pile of gold coins", "marshmallows on sticks": a verb that is a thing nearly always, and is done to nothing."""
    word, tag = rows[k][2], rows[k][4]
    done = any(row[6] == k and row[5] in ("dobj", "prt") for row in rows)
    if tag not in ("VBZ", "VBP") or done or not word.islower() or not word.endswith("s"):
        return 0
    return int(word in PARTS or classes.verb(stem(word)) not in SEEN_VERBS and classes.share(stem(word), *classes.SEEN) > THING)


def misplaced(rows: tuple[Row, ...], k: int) -> int:
    _, _, word, _, tag, arc, head = rows[k]
    if arc == "dep" or arc == "conj" and tag == "NNS" and rows[head][4] in FINITE:
        return 1
    if tag in ("VBZ", "VBP") and arc in NOMINAL:
        return 1
    if arc == "det" and word.lower() in ("a", "an") and rows[head][4] == "NNS":
        return 1
    if tag in ("VBZ", "VBP") and arc in ("ROOT", "conj", "advcl", "relcl", "ccomp") and not _has_subject(rows, k):
        return 1
    if tag == "NNS" and k > 1 and verb_first(word) and ends_a_place(rows, k):
        return 1
    if tag in NOUNS and arc in ("compound", "nmod") and rows[head][4] == "NNS" and verb_first(rows[head][2].lower()):
        return 1  # "armour kneels"
    if arc == "compound" and word.lower() in INVARIANT and head == k + 1 and rows[head][4] == "NN" and verb_first(rows[head][2] + "s"):
        return 1  # "yellow fish swim"
    return int(tag in ("NN", "JJ") and bare_after_several(rows, k))


LIVES = 0.4
"""Of all uses of a noun, the part in which it is somebody or an animal."""


def bare_after_several(rows: tuple[Row, ...], k: int) -> bool:
    """ "Dogs bark", "two carpenters nail boards": who does it are several, and no plural of the living is a part of another noun's name."""
    before = rows[k - 1] if k else None
    if before is None or before[4] != "NNS" or before[2].lower() == before[3].lower() or rows[k][2] != stem(rows[k][2]):
        return False
    alone = not any(row[5] == "det" and row[6] in (k - 1, k) and row[2].lower() in FOR_ONE for row in rows[:k])
    return alone and classes.verb(rows[k][2].lower()) is not None and classes.share(before[3].lower(), "person", "animal") > LIVES


SIDES = frozenset(("left", "right", "end", "middle", "front", "back"))


def ends_a_place(rows: tuple[Row, ...], k: int) -> bool:
    """ "The one on the right points", "a boy next to her stares", "the other sleeps": who is told, and what follows is the verb."""
    before, first = rows[k - 1], rows[k - 2]
    side = before[2] in SIDES and before[5] in ("amod", "compound", "nmod") and before[6] == k
    hers = before[2] == "her" and before[5] == "poss" and first[4] in ("IN", "TO") and first[2] in BESIDE
    other = before[2] == "other" and first[2].lower() == "the" and before[6] == k
    return side or hers or other


BESIDE = frozenset(("to", "beside", "behind", "near", "before", "around", "above", "under"))


def _has_subject(rows: tuple[Row, ...], k: int) -> bool:
    seen = set()
    while k not in seen:
        seen.add(k)
        if any(row[6] == k and row[5] in SUBJECTS for row in rows):
            return True
        if rows[k][5] not in ("conj", "aux", "auxpass"):
            return False
        k = rows[k][6]
    return False


def _disagrees(rows: tuple[Row, ...], k: int) -> int:
    """ "Two dogs sits", "a dog sit"."""
    _, _, _, _, tag, arc, head = rows[k]
    if arc != "nsubj" or rows[head][4] not in ("VBZ", "VBP") or tag not in ("NN", "NNS"):
        return 0
    listed = any(row[6] == k and row[5] == "conj" for row in rows)
    if rows[head][4] == "VBZ":
        return int(tag == "NNS" and rows[k][2].lower() not in INVARIANT)
    return int(tag == "NN" and not listed and any(row[6] == k and row[5] == "det" and row[2].lower() in FOR_ONE for row in rows))


@lru_cache(maxsize=4096)
def verb_first(word: str) -> bool:
    """True for the third person of a verb that is seen, and that is seldom a thing: kneels, leaps."""
    if word in PARTS:
        return False
    lemma = stem(word)
    seen = lemma != word and classes.verb(lemma) in SEEN_VERBS and classes.share(lemma, *classes.SEEN) < SELDOM
    entries = [row for form in (lemma, word) for row in lexicon().words.get(form, ())]
    return seen and not any(len(entry) == 1 and sense.kind in COUNTABLE for entry, senses in entries for sense in senses)


SEEN_VERBS = frozenset(("motion", "contact", "body", "stative", "perception", "consumption", "competition", "weather"))
SELDOM = 0.34
"""Of all uses of a noun, the part in which it is seen, below which it is seldom a thing."""


@lru_cache(maxsize=4096)
def could_be_verb(word: str) -> bool:
    return classes.verb(stem(word)) is not None or classes.verb(word) is not None


CUT = frozenset(("slice", "slices", "wedge", "wedges", "segment", "segments"))
"""What food is cut into, said after it."""


def is_noun(before: str, word: str) -> bool:
    """True for what is no verb after the noun before it: "walking through lavender fields", "a plate with lemon slices". Both as lemmas."""
    cut = word in CUT and classes.share(before, "food", "plant") > 0.5
    return cut or any(len(entry) == 1 and sense.kind == "setting" for entry, senses in lexicon().words.get(word, ()) for sense in senses)


def stem(word: str) -> str:
    """Without the ending of the third person: lies → lie, catches → catch."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


__all__ = [
    "CUT", "FINITE", "INVARIANT", "NOUNS", "PARTS", "SEEN_VERBS", "Row", "after_article", "could_be_verb", "ends_a_place", "flaws", "is_noun",
    "misplaced", "mistagged", "no_adjective", "parts_nothing", "stem", "verb_first",
]  # fmt: skip

"""A sentence in which the model found no finite verb is asked once more with a verb that it cannot take for a noun.

"A dog and a cat lie on a rug", "an umbrella with a bamboo handle lies on a bench": the small model takes "lie" for a noun that "cat" belongs to. Asked with
"sit" in its place it finds the verb, its subjects and its place; the words are then put back. The answer is kept only where the verb agrees with a subject.
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.language.lexicon import classes
from diorama.language.syntax.wellformed import FINITE, NOUNS, PARTS, Row, is_noun, stem

AFTER = ("IN", "RB", "RP", "DT", "TO", ".", ",", "PRP$")
"""What goes on after a verb that has no object, or begins one."""
SURE = {False: "sit", True: "sits"}
"""A verb that is no noun, in the plural and the singular."""
HOLDS = {False: "hold", True: "holds"}
"""One that has an object."""
OBJECTS = ("NNS",)
STANDS = frozenset(("stand", "rest", "lie", "hang", "sleep", "play", "lean", "perch", "float"))
"""Verbs of place that are things too ("a cake stand"): taken for the verb in a whole sentence only."""
TRIES = 3


def with_verb(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence with surer verbs, in its own words."""
    if len(rows) < 4:
        return rows
    turned = _turned(rows)
    if turned is None and any(row[4] in FINITE or row[4] == "VB" and row[5] == "ROOT" for row in rows):
        for k in [k for k in range(1, len(rows) - 1) if _mistaken(rows, k)][:TRIES]:
            rows = _asked(rows, text, parsed, k, _lives) or rows
        return rows
    whole = text[:1].isupper() and text.rstrip()[-1:] in ".!?"
    candidates = [k for k in range(1, len(rows)) if _may_be_verb(rows, k, whole)][:TRIES] if turned is None else [turned]
    agrees = _agrees if turned is None else lambda *_: True
    return next((found for k in candidates if (found := _asked(rows, text, parsed, k, agrees, has_object=turned is None)) is not None), rows)


def _asked(rows: tuple[Row, ...], text: str, parsed: Callable, k: int, agrees: Callable, has_object: bool = True) -> tuple[Row, ...] | None:
    """The rows of the sentence with a surer verb in place k, in its own words; None where that is no verb there either, or of no subject of its own."""
    start, end, word = rows[k][:3]
    several = not word.endswith("s")
    sure = HOLDS if has_object and rows[k + 1 : k + 2] and rows[k + 1][4] in BEGIN_OBJECTS else SURE
    found = _own_subject(_doing(parsed(text[:start] + sure[not several] + text[end:]), k, several), k)
    if len(found) != len(rows) or found[k][4] != ("VBP" if several else "VBZ") or not agrees(rows, found, k, several):
        return None
    lemma = word if several else stem(word)
    both = enumerate(zip(rows, found, strict=True))
    return tuple((*row[:3], lemma if n == k else other[3], *other[4:]) for n, (row, other) in both)


def _doing(rows: tuple[Row, ...], k: int, several: bool) -> tuple[Row, ...]:
    """ "The guests at the nearest table sit": what the sentence hangs on and has a subject is a verb, whatever the tagger says."""
    leads = several and k < len(rows) and rows[k][4] in NOUNS and rows[k][5] == "ROOT" and any(row[5] == "nsubj" and row[6] == k for row in rows)
    return (*rows[:k], (*rows[k][:4], "VBP", *rows[k][5:]), *rows[k + 1 :]) if leads else rows


BEGIN_OBJECTS = ("NNS", "NN", "JJ", "CD")
"""What an object begins with that has no article."""


def _own_subject(rows: tuple[Row, ...], k: int) -> tuple[Row, ...]:
    """ "Lies in the yard and three chickens sit": of who stands just before it, and listed with where the first one lies."""
    lone = 0 < k < len(rows) and rows[k][4] == "VBP" and not any(row[5] == "nsubj" and row[6] == k for row in rows)
    if not lone or rows[k - 1][5] != "conj" or rows[k - 1][4] != "NNS" or not _alive(rows[k - 1]):
        return rows
    root = next((n for n, row in enumerate(rows) if row[5] == "ROOT" and n < k), None)
    if root is None or rows[root][4] not in FINITE:
        return rows
    arcs = {k - 1: ("nsubj", k), k: ("conj", root)}
    return tuple((*row[:5], *arcs.get(n, row[5:])) for n, row in enumerate(rows))


def _mistaken(rows: tuple[Row, ...], k: int) -> bool:
    """True for a verb that hangs where nouns do, and for one that several of the living are taken to be a kind of ("three chickens peck at it")."""
    before, (_, _, word, _, tag, arc, _), after = rows[k - 1], rows[k], rows[k + 1]
    if tag in ("VBZ", "VBP"):
        return arc in NOMINAL and before[4] in NOUNS and after[4] in (*AFTER, *BEGIN_OBJECTS)
    taken = tag == "NNS" and arc in ("pobj", "compound") and before[4] == "NN" and before[6] == k and after[4] in (*AFTER, *BEGIN_OBJECTS)
    lemma = stem(word.lower())
    sure = after[4] in BEGIN_OBJECTS or classes.share(lemma, "artifact", "animal", "person", "body", "food", "plant") < 0.5
    if taken and sure and _of_somebody(rows) and classes.verb(lemma) is not None:
        return True  # "a grandmother in an apron rolls dough while he watches"
    plural = before[4] == "NNS" and before[5] in ("compound", "nmod") and before[6] == k and _alive(before)
    return plural and tag == "NN" and after[4] in ("IN", "RB", "RP", "DT", "PRP$") and classes.verb(word.lower()) is not None


NOMINAL = ("pobj", "dobj", "compound", "nmod", "amod", "appos", "attr")
"""What hangs so is a noun."""
LIVES = 0.35
"""Of all uses of a noun, the part from which it names somebody or an animal."""


def _alive(row: Row) -> bool:
    return classes.share(row[3], "person", "animal") > LIVES


def _lives(before: tuple[Row, ...], rows: tuple[Row, ...], k: int, several: bool) -> bool:
    """True if somebody does it, as many as its ending says."""
    subject = next((n for n in range(k) if rows[n][5] == "nsubj" and rows[n][6] == k), None)
    if subject is None or not _alive(rows[subject]):
        return False
    listed = any(rows[n][5] == "conj" and rows[n][6] == subject and n < k for n in range(len(rows)))
    return (rows[subject][4] == "NNS" or listed) == several


def _turned(rows: tuple[Row, ...]) -> int | None:
    """The verb of "on the wall behind him hang saws and a clock", taken for a noun: its subject follows."""
    if rows[0][4] != "IN":
        return None
    places = range(3, len(rows) - 1)
    taken = (k for k in places if rows[k][2] in STANDS and rows[k][4] in ("NN", "VB"))
    return next((k for k in taken if rows[k - 1][4] in ("PRP", *NOUNS) and rows[k + 1][4] in BEGINS), None)


BEGINS = ("DT", "CD", "JJ", "NNS", "VBZ")
"""What begins the subject after its verb: "saws" may be taken for a verb."""


def _may_be_verb(rows: tuple[Row, ...], k: int, whole: bool) -> bool:
    """True for a noun after a noun that can be a verb, goes on as one, and seldom is a thing."""
    tag, before, after = rows[k][4], rows[k - 1][4], rows[k + 1][4] if k + 1 < len(rows) else "."
    pair = whole and tag == "NN" and after in OBJECTS and any(row[2].lower() == "and" and row[4] == "CC" for row in rows[:k])
    does = (whole or _of_somebody(rows)) and tag == "NNS" and after in BEGIN_OBJECTS
    if tag not in ("NN", "NNS", "VB") or before not in NOUNS or after not in AFTER and not (pair or does):
        return False
    word = rows[k][2].lower()
    lemma = stem(word) if tag == "NNS" else word
    if classes.verb(lemma) is None or word in PARTS and not does or tag == "NNS" and is_noun(rows[k - 1][3], lemma):
        return False
    if does or whole and lemma in STANDS:
        return True
    return (whole or after in ("IN", "RP")) and classes.share(lemma, "artifact", "animal", "person", "body", "food", "plant", "phenomenon") < 0.5


def _of_somebody(rows: tuple[Row, ...]) -> bool:
    """True for what begins with somebody: "a grandmother in a flowered apron rolls dough"."""
    return rows[0][4] in ("DT", "PRP$", "CD") and any(row[4] in NOUNS and _alive(row) for row in rows[1:4])


def _agrees(before: tuple[Row, ...], rows: tuple[Row, ...], k: int, several: bool) -> bool:
    """True if the verb has a subject of its number before it, and that is what the sentence hung on."""
    subjects = [n for n in range(k) if rows[n][5] in ("nsubj", "nsubjpass") and rows[n][6] == k]
    if not subjects:
        return False
    first = subjects[0]
    if not (before[first][5] in ("ROOT", "conj") or before[before[first][6]][5] == "ROOT" and before[first][5] in ("nsubj", "compound")):
        return False
    listed = len(subjects) > 1 or any(rows[n][5] == "conj" and rows[n][6] == first and n < k for n in range(len(rows)))
    return (rows[first][4] in ("NNS", "NNPS") or listed) == several


__all__ = ["with_verb"]

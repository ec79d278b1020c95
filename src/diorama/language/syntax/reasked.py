"""A parse that no English sentence has is asked for again with surer words in its doubtful places; the words are then put back.

"A knight in dented armour kneels before a tree": the small model takes "kneels" for armours. "A dwarf blacksmith with a beard hammers …": it takes the
smith for a preposition. Asked with "sits", and with "man", it finds its way. The answer is kept only where less is wrong with it (`wellformed.flaws`).
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.language.lexicon import classes
from diorama.language.postures import base
from diorama.language.syntax import doing, wellformed
from diorama.language.syntax.wellformed import NOUNS, Row, flaws

TRIES = 8
"""Answers asked for, at most."""
SURE = {"person": "man", "animal": "dog", "artifact": "box", "food": "cake", "plant": "tree", "object": "rock", "body": "hand"}
"""A frequent noun of each class that no model takes for anything else."""
BEGIN_OBJECT = ("DT", "NN", "NNS", "JJ", "CD", "PRP$")
"""What an object begins with."""


def with_surer_words(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence with surer words, in its own words."""
    wrong, kept, tries = flaws(rows, text) if len(rows) > 2 else 0, {}, TRIES
    while wrong and tries:
        better = None
        for k, surer, tags in _doubtful(rows):
            if k in kept or not tries:
                continue
            tries -= 1
            found = _asked(rows, text, parsed, kept | {k: surer}, k, tags)
            if found is not None and flaws(found, text) < wrong:
                better, kept = found, kept | {k: surer}
                break
        if better is None:
            break
        rows, wrong = better, flaws(better, text)
    return rows


def _doubtful(rows: tuple[Row, ...]) -> list[tuple[int, str, tuple[str, ...]]]:
    """Places with the word to ask with, and the tags that it must then bear: mistagged nouns first, then what may be a verb, the seldomest things first."""
    wrong = (k for k, row in enumerate(rows) if wellformed.mistagged(row) or wellformed.no_adjective(rows, k) or wellformed.after_article(rows, k))
    mistagged = [(k, _sure_noun(rows[k][2])) for k in wrong]
    mistagged += [(k, "wheels") for k in range(len(rows)) if wellformed.parts_nothing(rows, k)]
    nouns = [(k, surer, NOUNS) for k, surer in mistagged if surer is not None]
    done = [(k, "holding" if _has_object(rows, k) else "sitting", ("VBG",)) for k in range(len(rows)) if doing.participle(rows, k)]
    verbs = [k for k in range(1, len(rows)) if _may_be_verb(rows, k) or doing.plain(rows, k)]
    verbs.sort(key=lambda k: classes.share(wellformed.stem(rows[k][2].lower()), *classes.SEEN))
    return [*done, *nouns, *((k, _sure_verb(rows, k), ("VBZ", "VBP")) for k in verbs)]


def _may_be_verb(rows: tuple[Row, ...], k: int) -> bool:
    """True for what ends as a verb does, follows somebody or something, and is seldom a thing itself or is done by the living."""
    word, tag, before = rows[k][2], rows[k][4], rows[k - 1]
    misplaced = tag in ("VBZ", "VBP", "VB") and wellformed.misplaced(rows, k)
    if not word.islower() or not (tag in NOUNS or misplaced) or not wellformed.could_be_verb(word):
        return False
    if _after_the_place_of_several(rows, k) or _no_plural(rows, k):
        return True
    if not (tag in ("NNS", "VBZ") or _several(before)) or not _ends_a_phrase(rows, k - 1):
        return False
    if wellformed.verb_first(word) or _several(before) and word == wellformed.stem(word):
        return True
    return any(_alive(row) for row in rows[:k]) and not any(row[4] in wellformed.FINITE and row[5] != "relcl" for row in rows)


def _no_plural(rows: tuple[Row, ...], k: int) -> bool:
    """ "A robot waters the plants", "a lantern swings": nothing is a plural that "a" stands before, and its noun stands between."""
    told = any(row[6] == k and row[5] == "det" and row[2].lower() in ("a", "an") for row in rows[: k - 1])
    return told and rows[k][4] == "NNS" and rows[k - 1][5] in ("compound", "nmod") and rows[k - 1][6] == k


def _after_the_place_of_several(rows: tuple[Row, ...], k: int) -> bool:
    """ "Geraniums in a blue pot stand on the sill": taken for a kind of stand."""
    if k + 1 >= len(rows):
        return False
    before, (_, _, word, _, tag, _, _), after = rows[k - 1], rows[k], rows[k + 1]
    taken = tag == "NN" and before[4] == "NN" and before[5] == "compound" and before[6] == k and after[4] in ("IN", "RB", "RP")
    return taken and classes.verb(word) in wellformed.SEEN_VERBS and any(row[4] == "NNS" and row[5] in ("conj", "ROOT", "appos", "dep") for row in rows[:k])


def _ends_a_phrase(rows: tuple[Row, ...], k: int) -> bool:
    """True for a noun that is seen, and for its number ("the number 7")."""
    named = rows[k][4] == "CD" and k > 0 and rows[k - 1][4] in NOUNS
    at_a_place = k + 1 < len(rows) and k > 0 and wellformed.ends_a_place(rows, k + 1)
    return named or at_a_place or rows[k][4] in ("RB", "PRP", ",") or classes.share(rows[k][3].lower(), *classes.SEEN) > SEEN


SEEN = 0.4
"""Of all uses of a noun, the part in which it is seen."""


def _alive(row: Row) -> bool:
    return row[4] in NOUNS and classes.share(row[3], "person", "animal") > SEEN


def _several(row: Row) -> bool:
    return row[4] == "NNS" or row[2].lower() in wellformed.INVARIANT


def _has_object(rows: tuple[Row, ...], k: int) -> bool:
    return k + 1 < len(rows) and rows[k + 1][4] in BEGIN_OBJECT


def _sure_verb(rows: tuple[Row, ...], k: int) -> str:
    return ("hold" if _has_object(rows, k) else "sit") + ("s" if rows[k][2].endswith("s") and not _several(rows[k - 1]) else "")


ALIVE = 0.25
"""Of all uses of a noun, the part from which it may be somebody or an animal: ducklings are eaten, too."""


def _sure_noun(word: str) -> str | None:
    alive = next((kind for kind in ("person", "animal") if classes.share(word.lower(), kind) > ALIVE), None)
    kind = alive or classes.kind(word.lower())
    return SURE.get(kind) if kind is not None else None


def _asked(rows: tuple[Row, ...], text: str, parsed: Callable, surer: dict[int, str], k: int, tags: tuple[str, ...]) -> tuple[Row, ...] | None:
    """The rows with surer words in some places, in the sentence's own words; None where place k does not bear one of the tags."""
    asked, last = "", 0
    for n in sorted(surer):
        asked, last = asked + text[last : rows[n][0]] + surer[n], rows[n][1]
    found = parsed(asked + text[last:])
    if len(found) != len(rows) or found[k][4] not in tags or found[k][5] in ("aux", "auxpass"):
        return None
    if tags[0].startswith("VB") and tags != ("VBG",) and not (_does(found, k, rows[k][2]) or _no_plural(rows, k)):
        return None
    both = enumerate(zip(rows, found, strict=True))
    return tuple((*row[:3], _lemma(row, other) if n in surer else other[3], *other[4:]) for n, (row, other) in both)


def _lemma(row: Row, found: Row) -> str:
    if found[4] == "VBG":
        return base(row[2].lower())
    third = found[4] == "VBZ" or found[4] == "NNS"
    return wellformed.stem(row[2].lower()) if third else row[2].lower()


def _does(rows: tuple[Row, ...], k: int, word: str) -> bool:
    """True if something does it, of the verb's number: somebody, where the word is a thing more often."""
    subject = next((n for n in range(k) if rows[n][5] == "nsubj" and rows[n][6] == k), None)
    if subject is None:
        return False
    listed = any(row[5] == "conj" and row[6] == subject for row in rows[:k])
    if rows[k][4] == "VBP" and not (_several(rows[subject]) or listed):
        return False
    return wellformed.verb_first(word) or rows[k][4] == "VBP" or _alive(rows[subject])


__all__ = ["with_surer_words"]

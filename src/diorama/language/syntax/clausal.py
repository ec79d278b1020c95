"""Clauses whose verb the model takes for a noun are asked for with a verb that it knows.

"As soft light streams in", "while a mechanic types", "watches a clown paint a chair": the small model has light streams, mechanic types and clown paint. That a
clause begins there is told by what stands before it (a comma, a conjunction, a verb of watching or letting) and by who or what is named with one article; asked
with "sits" or "holds" in the verb's place (and "while" in that of "as") the model finds its way. The answer is kept where the word is a verb with that subject.
"""

from __future__ import annotations

from collections.abc import Callable

from diorama.language.lexicon import classes
from diorama.language.syntax.lit import SHINES
from diorama.language.syntax.mends.verbs import SELDOM
from diorama.language.syntax.wellformed import NOUNS, SEEN_VERBS, Row, stem

BEGINS = frozenset(("as", "while", "when", "and", "but", ",", ";", "–", "—", "-", ":", "where", "because", "so", "until"))
"""What stands before a clause."""
TIME = frozenset(("as", "while", "when", "until"))
WATCHED = frozenset(("watch", "let", "make", "help", "see", "hear"))
"""Verbs after which somebody is named and what they do, without "to"."""
ONE = frozenset(("a", "an", "the", "his", "her", "its", "their", "one", "another", "each", "every", "this", "that"))
GOES_ON = frozenset(("IN", "RP", "DT", "TO", "PRP$", "CD", "RB", ",", ".", "CC", "PRP", ":"))
"""What follows a verb."""
OBJECTS = frozenset(("DT", "PRP$", "CD", "NN", "NNS", "JJ"))
WEATHER = frozenset(("snow", "rain", "fog", "mist", "smoke", "steam", "wind", "dust", "water", "haze", "cloud", "storm"))
ONESELF = frozenset(("himself", "herself", "itself"))
LAMPS = frozenset(
    ("lamp", "candle", "lantern", "sun", "moon", "fire", "lightbulb", "bulb", "torch", "chandelier", "bonfire", "fireplace", "sky", "streetlight")
)
COMES = frozenset(("come", "enter", "blow", "swirl", "billow", "bounce", "reach", "play", "flood", "bathe", "strike", "hit", "touch", "catch", "cast", "seep"))
"""What light and weather do, besides."""
NOUN_VERBS = frozenset((*SEEN_VERBS, "creation", "communication", "change", "social", "possession", "emotion"))
NOMINAL = frozenset(("compound", "nmod", "amod", "pobj", "dobj", "appos"))
"""Arcs by which nouns hang."""
LIVES = 0.35
"""Of all uses of a noun, the part from which it names somebody or an animal."""
THING = 0.8
"""Of all uses of a noun, the part in which it is seen, from which a plural with nothing after it is no verb."""


def with_clauses(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the sentence with surer verbs in such clauses, in its own words."""
    lost = _lost(rows)
    if not lost:
        return rows
    for some in (lost, *([k] for k in lost if len(lost) > 1)):
        found = _asked(rows, text, parsed, some)
        if found is not None:
            return found
    watched = [k for k in lost if not rows[k][2].endswith("s")][:1]
    doing = "holding" if watched and _has_object(rows, watched[0]) else "sitting"
    return (_asked(rows, text, parsed, watched, doing) if watched else None) or rows


def _lost(rows: tuple[Row, ...]) -> list[int]:
    """Places of verbs that are no verbs in the parse, or have no subject."""
    return [k for k in range(1, len(rows)) if _bare(rows, k) or _third(rows, k) or _of_two(rows, k)]


def _of_two(rows: tuple[Row, ...], k: int) -> bool:
    """ "A girl and a clown stand in a desert": of both, and no kind of stand."""
    word, tag = rows[k][2], rows[k][4]
    if tag != "NN" or rows[k][5] != "conj" or rows[k - 1][5] not in ("compound", "amod") or k + 1 >= len(rows) or rows[k + 1][4] not in ("IN", "RB", "RP"):
        return False
    first = _first(rows, k - 1)
    named = first > 1 and rows[first][2].lower() in ONE and rows[first - 1][2] == "and" and rows[k][6] < first - 1
    finite = any(row[5] == "ROOT" and row[4] in ("VBZ", "VBP", "VBD", "MD") for row in rows)
    return named and not finite and classes.verb(word) in SEEN_VERBS and classes.share(rows[k - 1][2].lower(), "person", "animal") > LIVES


def _third(rows: tuple[Row, ...], k: int) -> bool:
    """ "While a mechanic types": after one who does it, at the head of a clause."""
    word, tag = rows[k][2], rows[k][4]
    if not word.endswith("s") or not word.islower() or tag not in ("NNS", "NN", "VBZ") or _done_by(rows, k) and not _after_as(rows, k):
        return False
    if k + 1 < len(rows) and rows[k + 1][2] in ONESELF:
        return classes.verb(stem(word)) is not None
    if _after_an_aside(rows, k):
        return classes.verb(stem(word)) in NOUN_VERBS
    if classes.verb(stem(word)) not in NOUN_VERBS or not _one_before(rows, k):
        return False
    after = rows[k + 1][4] if k + 1 < len(rows) else "."
    return after in GOES_ON or after in NOUNS + ("JJ",)


def _one_before(rows: tuple[Row, ...], k: int) -> bool:
    """Whether one who can do it, or light, is named just before, at the head of a clause."""
    name, first = rows[k - 1], _first(rows, k - 1)
    if name[4] not in ("NN", "NNP", "JJ") or not name[2].islower():
        return False
    begins = first == 0 or rows[first - 1][2].lower() in BEGINS and not _compares(rows, first - 1)
    lives = classes.share(name[2], "person", "animal", "group") > LIVES and rows[first][2].lower() in ONE
    lit = (name[2] in SHINES or name[2] in WEATHER) and _of_light(rows, k) or name[2] in LAMPS and rows[first][2].lower() in ONE
    listed = first > 0 and rows[first - 1][2] == "and" and rows[k][4] == "NNS" and rows[first][2].lower() not in ONE
    return begins and (lives or lit) and not listed


def _of_light(rows: tuple[Row, ...], k: int) -> bool:
    """ "Light streams in": what is seldom a thing; rain puddles and storm clouds are things."""
    stays = k + 1 >= len(rows) or rows[k + 1][4] not in ("IN", "RP", "RB", "DT", "PRP$")
    return not stays and stem(rows[k][2]) in SELDOM | COMES


def _compares(rows: tuple[Row, ...], k: int) -> bool:
    """ "As big as an elephant": a measure, and no clause."""
    return rows[k][2].lower() == "as" and k > 1 and rows[k - 1][4] in ("JJ", "RB", "JJR") and rows[k - 2][2].lower() == "as"


def _after_as(rows: tuple[Row, ...], k: int) -> bool:
    """ "As a painter plays": a clause, of which "as" is the mark."""
    first = _first(rows, k - 1)
    return first > 0 and rows[first - 1][2].lower() == "as" and rows[first - 1][5] == "prep"


def _after_an_aside(rows: tuple[Row, ...], k: int) -> bool:
    """ "A girl – tired but smiling – drinks tea", "a man, who is wearing a coat, types": who is named first does it."""
    if rows[k - 1][2] not in (",", "–", "—") or any(row[5] == "ROOT" and row[4] in ("VBZ", "VBP", "VBD", "MD") for row in rows):
        return False
    name = next((n for n in range(1, k) if rows[n][4] in NOUNS and rows[n + 1][4] not in NOUNS), None)
    if name is None or rows[0][2].lower() not in ONE or name + 1 >= k - 1 or rows[name + 1][2] not in (",", "–", "—"):
        return False
    after = rows[k + 1][4] if k + 1 < len(rows) else "."
    return (
        rows[name][4] == "NN"
        and classes.share(rows[name][2].lower(), "person", "animal") > LIVES
        and after in (*GOES_ON, "NN", "NNS")
        and after not in (",", "CC")
    )


def _first(rows: tuple[Row, ...], k: int) -> int:
    """Where the noun phrase begins that ends at k."""
    while k > 0 and (rows[k - 1][4] in ("JJ", "NN", "CD", "DT", "PRP$", "VBN", "VBG") and rows[k - 1][2].lower() not in BEGINS):
        k -= 1
        if rows[k][4] in ("DT", "PRP$"):
            break
    return k


def _bare(rows: tuple[Row, ...], k: int) -> bool:
    """ "Watches a clown paint a chair", "makes a monk wave"."""
    word, tag = rows[k][2], rows[k][4]
    if tag not in ("NN", "JJ", "VB", "VBP", "VBN", "VBD") or not word.islower() or _done_by(rows, k) or k < 3:
        return False
    name, first = rows[k - 1], _first(rows, k - 1)
    if classes.share(name[2].lower(), "person", "animal") <= LIVES or rows[first][2].lower() not in ONE or first == 0 or rows[first - 1][3] not in WATCHED:
        return False
    if classes.verb(word) not in NOUN_VERBS:
        return False
    after = rows[k + 1][4] if k + 1 < len(rows) else "."
    sure = rows[first - 1][3] in ("let", "help") or after in ("DT", "PRP$", "RP", "NN", "NNS", "CD")
    return sure or after in GOES_ON and classes.share(word, "artifact", "person", "body", "plant") < 0.4


def _done_by(rows: tuple[Row, ...], k: int) -> bool:
    """Whether the word is a verb already, of the noun before it."""
    done = rows[k][4].startswith("VB") and rows[k][5] not in NOMINAL
    return done and any(row[6] == k and row[5] in ("nsubj", "nsubjpass") for row in rows[:k])


def _asked(rows: tuple[Row, ...], text: str, parsed: Callable, lost: list[int], sure: str = "") -> tuple[Row, ...] | None:
    surer = {k: sure or _sure(rows, k) for k in lost}
    for k in lost:
        first = _first(rows, k - 1)
        if first and rows[k - 1][4] != "," and rows[first - 1][2] == "as":
            surer[first - 1] = "while"
        if rows[k - 1][4] == "JJ":
            surer[k - 1] = "man"
    asked, last = "", 0
    for n in sorted(surer):
        asked, last = asked + text[last : rows[n][0]] + surer[n], rows[n][1]
    found = parsed(asked + text[last:])
    if len(found) != len(rows) or not all(_does(found, k) for k in lost):
        return None
    return tuple((*row[:3], _lemma(row, n in lost) if n in surer else other[3], *other[4:]) for n, (row, other) in enumerate(zip(rows, found, strict=True)))


def _does(found: tuple[Row, ...], k: int) -> bool:
    """Whether the word is a verb of somebody, in an answer; a participle ("watches a painter holding soup") of the noun before it."""
    _, _, _, _, tag, arc, head = found[k]
    return tag in ("VB", "VBZ", "VBP") and _done_by(found, k) or tag == "VBG" and (head == k - 1 and arc == "acl" or _done_by(found, k))


def _lemma(row: Row, verb: bool) -> str:
    return stem(row[2].lower()) if verb and row[2].endswith("s") else row[2].lower()


def _has_object(rows: tuple[Row, ...], k: int) -> bool:
    return k + 1 < len(rows) and rows[k + 1][4] in OBJECTS


def _sure(rows: tuple[Row, ...], k: int) -> str:
    return ("hold" if _has_object(rows, k) else "sit") + ("s" if rows[k][2].endswith("s") and rows[k][4] != "VB" else "")


__all__ = ["with_clauses"]

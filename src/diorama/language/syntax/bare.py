"""A brief names people and animals without an article, and the model takes them for verbs: such a sentence is asked once more with the articles put in.

"Witch with a raven on her shoulder", "sleeping cat": asked as "a witch with …", "a sleeping cat"; the articles are then taken out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diorama.language.lexicon import classes
from diorama.language.postures import STATES, base
from diorama.language.syntax.wellformed import NOUNS, Row

ARTICLE = "a "
VERBS = ("VB", "VBP", "VBZ", "VBD")
STARTS = re.compile(r"(?:^|,\s+)(?=[A-Za-z])")
"""Where a phrase of a brief begins."""
LIVES = 0.6
"""Of all uses of a noun, the part from which it names somebody or an animal."""

GROUPS = frozenset(("crowd", "audience", "band", "flock", "herd", "queue", "swarm"))


def with_articles(rows: tuple[Row, ...], text: str, parsed: Callable[[str], tuple[Row, ...]]) -> tuple[Row, ...]:
    """The rows as they are, or those of the text with articles before the living that were taken for verbs, in its own words."""
    places = {row[0]: k for k, row in enumerate(rows)}
    at = [m.end() for m in STARTS.finditer(text) if m.end() in places and _mistaken(rows, places[m.end()])]
    if not at:
        return rows
    asked, last = "", 0
    for place in at:
        asked, last = asked + text[last:place] + ARTICLE, place
    found = parsed(asked + text[last:])
    added = {places[place] + n for n, place in enumerate(at)}
    if len(found) != len(rows) + len(added) or any(found[k][6] in added for k in range(len(found)) if k not in added):
        return rows
    kept = [k for k in range(len(found)) if k not in added]
    new = {k: n for n, k in enumerate(kept)}
    nouns = all(found[k + 1][4] in (*NOUNS, "JJ", "VBG") for k in added)
    return tuple((*own[:3], *found[k][3:6], new[found[k][6]]) for own, k in zip(rows, kept, strict=True)) if nouns else rows


def _mistaken(rows: tuple[Row, ...], k: int) -> bool:
    """True for a noun for somebody that is taken for a verb, and for what an animal does that is taken for the verb of a sentence."""
    _, _, word, _, tag, arc, governor = rows[k]
    after = rows[k + 1] if k + 1 < len(rows) else None
    if after is not None and arc in ("compound", "amod", "aux") and governor == k + 1 and after[2].endswith("ing") and base(after[2].lower()) in STATES:
        return classes.share(word.lower(), "person", "animal") >= LIVES  # "knight kneeling before a dragon"
    if tag in VERBS and arc in ("ROOT", "conj", "dep", "ccomp"):
        goes_on = after is None or after[4] in ("IN", ",", "VBG", ".", "RB")
        return goes_on and (classes.share(word.lower(), "person", "animal") >= LIVES or word.lower() in GROUPS)
    posed = tag == "VBG" and k == 0 and base(word.lower()) in STATES
    noun = next((row for row in rows[k + 1 : k + 4] if row[5] == "dobj" and row[6] == k), None)
    return posed and noun is not None and noun[4] == "NN" and after is not None and after[4] != "DT" and classes.share(noun[3], "person", "animal") >= LIVES

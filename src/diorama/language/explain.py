"""Why each word was read as it was: its tag, its governor, the frame that claimed it, by which rule, with what came of it."""

from __future__ import annotations

from typing import NamedTuple

from diorama.language.draft import Draft
from diorama.language.fields import as_places
from diorama.language.match import match
from diorama.language.reader import understood
from diorama.language.syntax.pasted import plain
from diorama.language.tokens import scan


class Why(NamedTuple):
    word: str
    tag: str
    """Penn Treebank's, or the kinds of the lexicon's entry where the prompt is a brief."""
    governor: str
    frame: str
    """thing, person, place, light, relation …; `brief` where the words were read without grammar."""
    rule: str
    status: str


def explain(prompt: str) -> tuple[Why, ...]:
    """A row for each word of a prompt, in order. Raises what `read` raises."""
    draft, reader = understood(prompt)
    out = []
    if reader is None:
        text = plain(prompt).text
        return tuple(
            Why(a.text, "/".join(dict.fromkeys(s.kind for s in a.senses)), "", "brief", "longest entry of the lexicon", _status(draft, a.start))
            for a in as_places(match(text, scan(text)))
            if not a.can("punct")
        )
    for sentence in reader.sentences:
        for word in sentence.words:
            if any(c.isalnum() for c in word.text):
                claim = reader.claims.of.get((word.start, word.end))
                governor = "" if word.root else f"{word.dep} of {word.head.text}"
                out.append(Why(word.text, word.tag, governor, claim.frame if claim else "", claim.rule if claim else "", _status(draft, word.start)))
    return tuple(out)


def _status(draft: Draft, at: int) -> str:
    return next((n.status for n in draft.notes.values() if n.start <= at < n.end), "")

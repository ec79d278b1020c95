"""What is missed or false, by its cause: where on the way from the words to the scene a fact was lost.

A missed look or relation is lost because its noun has nothing in the scene (and which kind the noun was taken for), because its own word has no entry,
because the word was said to be without effect, or because it was given to something else. A false one is told by the kind of noun, or by the row, that made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.facts.constructions import _ends
from bench.facts.result import Score
from bench.facts.words import same_look, same_noun
from diorama.language.frames.reader import Reader
from diorama.language.reader import understood
from diorama.language.syntax.sentence import LOOKS, Mention
from diorama.language.syntax.word import Word


class Cause(NamedTuple):
    caption: str
    sort: str
    fault: str
    """`missed` or `false`."""
    text: str
    cause: str


def causes(scored: Iterable[Score]) -> list[Cause]:
    """The cause of every missed fact and false claim about subjects, their looks and their relations."""
    out = []
    for s in scored:
        _, reader = understood(s.caption.text)
        said = _Said(s, reader)
        out += [Cause(s.caption.id, n.sort, "missed", n.text, said.missed(n.sort, n.text)) for n in s.needs if n.sort in SORTS and not n.met]
        out += [Cause(s.caption.id, c.sort, "false", c.text, said.false(c.sort, c.text)) for c in s.claims if c.sort in SORTS and c.true is False]
    return out


SORTS = ("subjects", "attributes", "relations")


class _Said:
    """What became of a caption's words."""

    def __init__(self, scored: Score, reader: Reader | None):
        self.scored, self.reader = scored, reader
        self.words: list[Word] = [w for s in reader.sentences for w in s.words] if reader is not None else []
        self.mentions: list[Mention] = reader.mentions if reader is not None else []
        self.kinds = {f.id: f.kind for f in scored.caption.subjects}
        self.seen = {role.fact.id for role in scored.roles.values()}

    def missed(self, sort: str, text: str) -> str:
        if sort == "subjects":
            return self._noun(text)
        one, other = _ends(sort, text)
        if sort == "relations":
            gone = [end for end in (one, other) if end in self.kinds and end not in self.seen]
            if gone:
                return "an end is not in the scene: " + self._noun(gone[0])
            return "both ends in the scene" if {one, other} <= self.seen else "an end is a place"
        owner, _, part = text.rpartition(" ")[0].partition("'s ")
        if owner in self.kinds and owner not in self.seen:
            return "its thing is not in the scene: " + self._noun(owner)
        return self._look(other, "of a part: " if part else "")

    def _noun(self, id: str) -> str:
        """What the noun of a subject was taken for."""
        kind = self.kinds.get(id, id)
        told = [m for m in self.mentions if same_noun(m.head.lemma, kind.replace("_", " ").split()[-1]) or same_noun(m.atom.norm, kind)]
        if not told:
            inside = [w for w in self.words if same_noun(w.lemma, kind.split("_")[-1])]
            return f"no phrase ({inside[0].tag} {inside[0].dep})" if inside else "in no word"
        m = told[0]
        return f"{m.kind}{'' if m.real else ', ' + m.why} ({m.rule})"

    def _look(self, look: str, where: str) -> str:
        words = [w for w in self.words if w.norm == look.replace("_", "-") or same_look("", w.norm, look.split()[-1].split("_")[0])]
        if not words:
            return where + "in no word of its own"
        word = words[0]
        assert self.reader is not None
        claim = self.reader.claims.of.get((word.start, word.end))
        entered = word.atom is not None and word.atom.can(*LOOKS)
        if claim is not None and claim.status == "no_effect":
            return where + ("said to be without effect: " if entered else "no entry: ") + f"{claim.rule} ({word.dep})"
        return where + (f"given to something else ({word.dep})" if entered else f"no look by its entry ({word.tag[:2]} {word.dep})")

    def false(self, sort: str, text: str) -> str:
        if sort == "subjects":
            return "made of: " + self._noun(text)
        if sort == "relations":
            return "relation"
        noun = text.rpartition(" ")[0]
        if "'s " not in noun and not any(e.noun == noun and e.id in self.scored.roles for e in self.scored.seen.entities):
            return "of a false subject"
        field = text.rpartition(" ")[2].partition("=")[0]
        return ("of a part: " if "'s " in noun else "") + field


def table(found: Sequence[Cause]) -> str:
    """Counts by sort, fault and cause, most frequent first; causes met once are summed."""
    lines = []
    for sort in SORTS:
        for fault in ("missed", "false"):
            rows = Counter(c.cause for c in found if c.sort == sort and c.fault == fault)
            lines.append(f"{sort}, {fault}: {sum(rows.values())}")
            lines += [f"{n:6}  {cause}" for cause, n in rows.most_common() if n > 1]
            lines += [f"{k:6}  met once each"] if (k := sum(n == 1 for n in rows.values())) else []
            lines.append("")
    return "\n".join(lines)

"""What is missed or false, by the grammatical construction that tells it: which arcs of the parse lie between the two ends of a fact.

A fact names its ends by words ("egg in skillet", "mug blue"). The nearest pair of such words in one sentence is looked for; the arcs between them name the
construction. Where no sentence has both, an end is told elsewhere: by a pronoun, an ellipsis, or the whole text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.facts.result import Need, Score
from bench.facts.words import same_look, same_noun
from diorama.language.reader import understood
from diorama.language.syntax.sentence import Sentence
from diorama.language.syntax.word import Word

SORTS = ("relations", "attributes")


class Case(NamedTuple):
    caption: str
    sort: str
    fault: str
    """`missed` or `false`."""
    text: str
    construction: str
    ends: str
    """What the scene has of the ends of a relation: `both`, `first`, `second`, `none`."""
    sentence: str


def cases(scored: Iterable[Score]) -> list[Case]:
    """Every missed or false relation and attribute of the captions."""
    out = []
    for s in scored:
        _, reader = understood(s.caption.text)
        sentences = reader.sentences if reader is not None else []
        seen = {role.fact.id for role in s.roles.values()}
        out += [_case(s, sentences, n.sort, "missed", n.text, seen) for n in s.needs if n.sort in SORTS and not n.met]
        out += [_case(s, sentences, c.sort, "false", c.text, seen) for c in s.claims if c.sort in SORTS and c.true is False]
    return out


def _case(s: Score, sentences: Sequence[Sentence], sort: str, fault: str, text: str, seen: set[str]) -> Case:
    one, other = _ends(sort, text)
    kinds = {f.id: f.kind for f in s.caption.subjects}
    pair = _nearest(sentences, kinds.get(one, one), kinds.get(other, other), sort)
    ends = "both" if {one, other} <= seen else "first" if one in seen else "second" if other in seen else "none"
    where = s.caption.text[pair[0].words[0].start : pair[0].words[-1].end] if pair else ""
    named = _named(pair[1], pair[2]) if pair else _apart(sentences, kinds.get(one, one), kinds.get(other, other), sort)
    return Case(s.caption.id, sort, fault, text, named, ends if sort == "relations" else "", where)


def _ends(sort: str, text: str) -> tuple[str, str]:
    words = text.split()
    if sort == "relations":
        at = next((k for k, w in enumerate(words[1:], 1) if "_" in w or w in KINDS), 1)
        return " ".join(words[:at]), " ".join(words[at + 1 :])
    if "=" in text:
        return text.rpartition(" ")[0], text.rpartition("=")[2].rpartition(":")[2]
    return words[0].removesuffix("'s"), words[-1]


KINDS = frozenset((
    "on", "in", "near", "with", "holding", "under", "above", "behind", "beside", "around", "between", "facing", "wearing", "riding", "covering", "against",
))  # fmt: skip


def _nearest(sentences: Sequence[Sentence], one: str, other: str, sort: str) -> tuple[Sentence, Word, Word] | None:
    """The sentence and the words of both ends, as few arcs apart as can be."""
    best = None
    for found in sentences:
        ones = [w for w in found.words if w.noun and _means(w, one)]
        others = [w for w in found.words if (w.noun and _means(w, other) if sort == "relations" else _looks(w, other))]
        for a in ones:
            for b in others:
                if a is not b and (best is None or len(_path(a, b)) < len(_path(best[1], best[2]))):
                    best = (found, a, b)
    return best


def _apart(sentences: Sequence[Sentence], one: str, other: str, sort: str) -> str:
    """How an end is told where no sentence names both: by a pronoun, by an adverb of place alone, by no word at all, or by another noun."""
    ends = (lambda w: w.noun and _means(w, one)), (lambda w: w.noun and _means(w, other) if sort == "relations" else _looks(w, other))
    holding = [[f for f in sentences if any(fits(w) for w in f.words)] for fits in ends]
    if not any(holding):
        return "neither end by its word"
    around = holding[1] or holding[0]
    words = [w for f in around for w in f.words]
    if any(w.tag in ("PRP", "PRP$") and w.norm not in ("i", "my", "me", "we", "our", "you", "your") for w in words):
        return "a pronoun for an end"
    if any(w.norm in ALONE and w.kid("pobj", "pcomp", "prep") is None for w in words):
        return "an adverb of place alone"
    if not any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in words):
        return "a fragment without its subject"
    if not all(holding):
        return "an end by another noun, or a place"
    return "ends in two sentences"


ALONE = frozenset((
    "behind", "above", "below", "beneath", "underneath", "beside", "alongside", "nearby", "overhead", "inside", "outside", "around", "beyond", "opposite",
))  # fmt: skip


def _means(word: Word, name: str) -> bool:
    name = name.rstrip("0123456789").replace("_", " ")
    return same_noun(word.lemma, name) or word.norm == name or word.lemma == name.split()[-1]


def _looks(word: Word, look: str) -> bool:
    return word.norm == look or word.lemma == look or word.text[:1].isalpha() and len(word.norm) > 2 and same_look("", word.norm, look)


def _path(a: Word, b: Word) -> list[Word]:
    """The words on the way from one to the other, both included."""
    up, down = _above(a), _above(b)
    shared = next((w for w in up if w in down), None)
    if shared is None:
        return [*up, *down]
    return [*up[: up.index(shared) + 1], *reversed(down[: down.index(shared)])]


def _above(word: Word) -> list[Word]:
    out = [word]
    while not word.root and len(out) < 60:
        word = word.head
        out.append(word)
    return out


def _named(a: Word, b: Word) -> str:
    """The construction: the rarest of the arcs on the way, in an order in which each says more than those after it."""
    path = _path(a, b)
    top = min(path, key=lambda w: len(_above(w)))
    deps = {w.dep for w in path if w is not top}
    verbs = [w for w in path if w.verb]
    preps = [w.norm for w in path if w.dep == "prep"]
    for name, fits in TABLE:
        if fits(path, deps, verbs, preps, top):
            return name
    return "other: " + " ".join(w.dep for w in path)


BEHIND = ("nsubj", "nsubjpass", "attr", "dobj")
TABLE = (
    ("relative clause", lambda path, deps, verbs, preps, top: "relcl" in deps),
    ("participle in -ed with a preposition", lambda path, deps, verbs, preps, top: any(w.dep == "acl" and w.tag == "VBN" for w in path) and bool(preps)),
    ("participle in -ed", lambda path, deps, verbs, preps, top: any(w.dep == "acl" and w.tag == "VBN" for w in path)),
    ("participle in -ing", lambda path, deps, verbs, preps, top: any(w.dep == "acl" for w in path)),
    (
        "with + clause (nominative absolute)",
        lambda path, deps, verbs, preps, top: "pcomp" in deps or any(w.dep == "nsubj" and w.head.dep in ("pobj",) for w in path),
    ),
    ("adverbial clause", lambda path, deps, verbs, preps, top: "advcl" in deps),
    ("apposition", lambda path, deps, verbs, preps, top: "appos" in deps),
    (
        "second verb (coordinated clause)",
        lambda path, deps, verbs, preps, top: any(w.dep in ("conj", "ccomp", "xcomp", "parataxis") and w.verb for w in path),
    ),
    ("list (coordination) over a preposition", lambda path, deps, verbs, preps, top: "conj" in deps and bool(preps)),
    ("list (coordination)", lambda path, deps, verbs, preps, top: "conj" in deps),
    (
        "turned: verb before its subject",
        lambda path, deps, verbs, preps, top: bool(verbs and preps) and any(w.dep in BEHIND and w.i > w.head.i for w in path[:1]),
    ),
    ("verb, two prepositions deep", lambda path, deps, verbs, preps, top: bool(verbs) and len(preps) > 1),
    ("verb with preposition", lambda path, deps, verbs, preps, top: bool(verbs) and len(preps) == 1),
    ("verb with object", lambda path, deps, verbs, preps, top: bool(verbs) and bool(deps & {"dobj", "attr", "oprd"})),
    ("verb with adjective", lambda path, deps, verbs, preps, top: bool(verbs) and bool(deps & {"acomp"})),
    ("other verb", lambda path, deps, verbs, preps, top: bool(verbs)),
    ("noun of noun", lambda path, deps, verbs, preps, top: preps == ["of"]),
    ("noun, two prepositions deep", lambda path, deps, verbs, preps, top: len(preps) > 1),
    ("noun with preposition", lambda path, deps, verbs, preps, top: len(preps) == 1),
    ("possessive", lambda path, deps, verbs, preps, top: "poss" in deps),
    ("compound noun", lambda path, deps, verbs, preps, top: bool(deps & {"compound", "nmod"})),
    ("adjective before its noun", lambda path, deps, verbs, preps, top: bool(deps & {"amod", "advmod", "nummod"})),
)  # fmt: skip


def table(found: Sequence[Case]) -> str:
    """Counts by construction for each sort: missed (with how many of a relation's ends the scene has), false."""
    lines = []
    for sort in SORTS:
        rows: dict[str, Counter[str]] = defaultdict(Counter)
        for c in found:
            if c.sort == sort:
                name = "other" if c.construction.startswith("other:") else c.construction
                rows[name][c.fault] += 1
                rows[name]["both"] += c.fault == "missed" and c.ends == "both"
        both = f"{'both ends':>11}" if sort == "relations" else ""
        lines.append(f"{sort:44}{'missed':>8}{both}{'false':>8}")
        for name, n in sorted(rows.items(), key=lambda row: -row[1]["missed"] - row[1]["false"]):
            lines.append(f"{name:44}{n['missed']:8}" + (f"{n['both']:11}" if sort == "relations" else "") + f"{n['false']:8}")
        lines.append("")
    return "\n".join(lines)


def told(case: Case) -> str:
    return f"{case.caption} {case.sort[:4]} {case.fault:6} [{case.construction}; {case.ends}] {case.text}\n      {case.sentence}"


__all__ = ["Case", "Need", "cases", "table", "told"]

"""Rust, dust, wear and drops that a thing is said to have on it: the finish of the thing, and no rust-coloured car and no dusty air.

"A car with patches of rust", "the truck shows signs of wear", "a bench covered in a layer of dust", "its fabric dotted with droplets of water".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diorama.language.draft import Effect, SubjectDraft
from diorama.language.frames import phrase
from diorama.language.frames.relations.words import STAYS
from diorama.language.syntax.phrases import own
from diorama.language.syntax.sentence import Mention
from diorama.language.syntax.word import Word

if TYPE_CHECKING:
    from diorama.language.frames.reader import Reader

FINISH = {
    "rust": "rusty", "corrosion": "rusty", "oxidation": "rusty", "dust": "dusty", "grime": "dusty", "soot": "dusty", "dirt": "dusty", "mud": "dusty",
    "wear": "worn", "scratch": "worn", "scuff": "worn", "dent": "worn", "smudge": "worn", "weathering": "weathered", "age": "weathered",
    "crack": "cracked", "droplet": "wet", "dew": "wet", "dewdrop": "wet", "raindrop": "wet", "condensation": "wet", "moisture": "wet", "frost": "frosted",
}  # fmt: skip
"""What is on a thing, and the finish it has by it."""
OF_WATER = frozenset(("drop", "droplet", "bead", "film"))
FORMS = frozenset((
    "patch", "sign", "trace", "spot", "streak", "layer", "coat", "coating", "film", "hint", "bit", "touch", "bead", "drop", "droplet", "speck", "amount",
    "dusting", "mark", "evidence", "lot", "splash", "smear", "clump",
))  # fmt: skip
HAS = frozenset(("have", "show", "bear", "display", "exhibit", "reveal", "boast", "feature", "carry"))
COVERED = frozenset((
    "cover", "coat", "cake", "dot", "mottle", "stain", "spot", "speckle", "streak", "mark", "blanket", "encrust", "adorn", "bead", "spatter", "splatter",
    "smear", "fleck", "caress",
))  # fmt: skip


def _whole(m: Mention) -> tuple[Word, list[Word]]:
    """The top of the phrase with the words for its form: "a layer of [dust]"."""
    top, forms = phrase.first(m.top), []
    while top.dep == "pobj" and top.head.norm == "of" and top.head.head.lemma in FORMS and top.head.head.noun:
        forms.append(top.head.head)
        top = phrase.first(top.head.head)
    return top, forms


def finish(m: Mention) -> str | None:
    """What a thing is by having it on it; drops of water wet it, and a pond of water does not."""
    _, forms = _whole(m)
    if phrase.lemma(m) == "water" and any(w.lemma in OF_WATER for w in forms):
        return "wet"
    found = FINISH.get(phrase.lemma(m))
    return found if found != "weathered" or forms else None


def _borne(m: Mention, r: Reader) -> tuple[Word, Mention] | None:
    """The word that ties the mark to what has it, and what has it."""
    top, forms = _whole(m)
    if r.sentence is None:
        return None
    if top.dep == "dobj" and top.head.lemma in HAS and top.head.kid("neg") is None:
        whose = r.actor(top.head)
        return (top.head, whose) if whose is not None else None
    if top.dep != "pobj" or top.head.norm not in ("with", "in", "by"):
        return None
    above = top.head.head
    if above.noun and top.head.norm == "with":
        whose = r.sentence.mention(above)
        return (top.head, whose) if whose is not None else None
    covered = above.lemma in COVERED and above.tag in ("VBN", "VBD")
    if above.verb and (covered or top.head.norm == "with" and above.lemma in STAYS):
        whose = r.actor(above)
        return (above if covered else top.head, whose) if whose is not None else None
    return None


PLACES = ("place", "ground", "light", "time", "weather", "picture", "scenery", "where", "side")


def mark(m: Mention, r: Reader) -> bool:
    """True for what a thing is said to have on it."""
    if finish(m) is None or m.determiner == "no":
        return False
    found = _borne(m, r)
    if found is None or found[1] is m or found[1].kind in phrase.LIVING:
        return False
    r.sort(found[1])
    return found[1].kind in ("thing", "unlisted", "part", "surface", "pronoun")


def _bearer(reader: Reader, whose: Mention) -> SubjectDraft | None:
    reader.take(whose)
    if whose.subject is None and whose.ref is not None:
        whose = whose.ref
    if whose.subject is None and (owner := reader.owner(whose)) is not None:
        whose = owner
    subject = whose.subject
    if subject is None or subject.category in ("person", "animal") or subject not in reader.draft.subjects or not whose.real:
        return None
    return subject


def claim(reader: Reader, mention: Mention) -> None:
    """The finish goes to the thing; words for the form of the mark tell it with it."""
    found, told = _borne(mention, reader), finish(mention)
    real = mention.real or mention.why == "imagined" and bool(_whole(mention)[1])  # "signs of wear" are there
    subject = _bearer(reader, found[1]) if found is not None and real and told is not None else None
    if subject is None or found is None:
        return reader.claims.phrase(mention, mention.why or "part")
    if told not in subject.surface.finish:
        subject.surface.finish.append(told)
    effect = Effect("surface.finish", told, subject)
    atom = own(mention.head) if mention.atom.end != mention.head.end else mention.atom
    reader.claims.note(atom, "subject", effect, frame="look", rule=mention.rule)
    for word in [*_whole(mention)[1], *([found[0]] if found[0].verb else [])]:
        if not reader.claims.has(word):
            reader.claims.note(word, "subject", effect, frame="look", rule=mention.rule)
    reader.claims.phrase(mention, "look")

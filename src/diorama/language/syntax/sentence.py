"""Words of a sentence → its entries of the lexicon and its noun phrases.

A noun phrase that only counts or measures another ("a pair of sandals", "a splash of colour") is that other one, counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from diorama.language.draft import SubjectDraft
from diorama.language.fields import as_places
from diorama.language.lexicon import Sense, Words, lexicon
from diorama.language.match import Atom, match
from diorama.language.spelling import spelt
from diorama.language.syntax.lit import LIGHTS
from diorama.language.syntax.parse import parse
from diorama.language.syntax.placing import FIXED
from diorama.language.syntax.word import Word
from diorama.language.tokens import SPELLING
from diorama_catalogue import derived

NOMINAL = frozenset(("thing", "part", "setting", "feature", "place", "backdrop", "light_head", "light_source", "weather", "time", "season", "hint"))
LOOKS = frozenset(("colour", "colour_modifier", "material", "pattern", "finish", "shape", "size", "state", "attribute"))
PHRASES = frozenset((
    "light_quality", "light_direction", "light_kelvin", "light_strength", "shadow", "gobo", "silhouette", "mood", "camera_words", "framing", "angle", "composition",
    "aspect_words", "film_words", "genre", "boilerplate", "style", "filler", "side", "lettering",
))  # fmt: skip
KINDS = NOMINAL | LOOKS | PHRASES
"""Kinds of entries that keep their meaning inside a sentence; the rest is grammar, which the parse tells."""
MEASURED = frozenset((
    "quote", "flag", "frame_flag", "weight", "hex", "measure", "volume", "f_number", "focal", "kelvin", "clock", "aspect", "age", "degrees", "iso",
    "number",
))  # fmt: skip
"""Tokens that mean something by their form."""
INNER = frozenset(("compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "det", "predet", "punct", "advmod"))
"""Arcs that make a noun part of another's phrase."""


@derived
def entries() -> Words:
    """The lexicon without its grammar words: relations, links, counts with "of"."""
    out: Words = {}
    for first, rows in lexicon().words.items():
        kept = []
        for words, senses in rows:
            fit = tuple(s for s in senses if s.kind in KINDS)
            if fit:
                kept.append((words, fit))
        if kept:
            out[first] = kept
    return out


@dataclass(eq=False)
class Mention:
    """A noun phrase."""

    head: Word
    top: Word
    """Whose arc says what the phrase is to the rest: the head, or the word that measures it ("pair" of "a pair of sandals")."""
    atom: Atom
    sense: Sense | None = None
    kind: str = ""
    """What it is about: thing, person, animal, body, garment, part, place, light, time, weather, picture, viewer, look, surface, quantity, pronoun, abstract …"""
    rule: str = ""
    determiner: str | None = None
    """a, the, its (any possessive), this, each, no, another; None without one."""
    number: int | None = None
    count: Word | None = None
    measures: list[Word] = field(default_factory=list)
    """Words that measure it: pair, row, stack."""
    modifiers: list[Word] = field(default_factory=list)
    owner: Mention | None = None
    """Whose it is: "the truck's doors", "its doors", "the doors of the truck"."""
    real: bool = True
    """False: likened, denied, depicted or imagined."""
    why: str = ""
    subject: SubjectDraft | None = None
    ref: Mention | None = None
    """The phrase that a pronoun stands for."""
    unsure: bool = False
    """Another phrase is about as likely meant by the pronoun."""
    sentence: Sentence | None = None
    place: str | None = None
    """The part of a place that relations point to: ground, wall, sky, water."""

    def __repr__(self) -> str:
        return f"<{self.head.text} {self.kind}>"

    @property
    def plural(self) -> bool:
        return self.head.tag in ("NNS", "NNPS")


@dataclass(eq=False)
class Sentence:
    words: list[Word]
    atoms: list[Atom]
    mentions: list[Mention] = field(default_factory=list)
    of: dict[int, Mention] = field(default_factory=dict)
    """Mention by the place of its head, of its top and of the words that measure it."""

    def mention(self, word: Word | None) -> Mention | None:
        return self.of.get(word.i) if word is not None else None


def sentence(prompt: str, start: int, end: int) -> Sentence:
    """The words of `prompt[start:end]` with arcs, each with the entry that it belongs to."""
    meant = spelt(prompt[start:end])
    words = parse(meant.text, start)
    if meant.runs:
        for word in words:
            word.start, word.end = start + meant.old(word.start - start), start + meant.old(word.end - start, end=True)
    tokens = [t._replace(start=t.start + start, end=t.end + start) for t in meant.tokens]
    atoms: list[Atom] = []
    for atom in as_places(match(prompt, tokens, entries()), prompt):
        within = [a for a in atoms if atom.start < a.start and a.end < atom.end]  # "blue" of "a ball of blue yarn"
        inside = [w for w in words_in(words, atom.start, atom.end) if not any(a.start <= w.start < a.end for a in within)]
        if atom.kind == "side" and inside and inside[0].verb:  # "sits in front of a door": who sits there is to be told by the verb
            own = tokens_in(tokens, atom)
            for part in (*match(prompt, own[:1], _single()), *match(prompt, own[1:], entries())):
                atoms.append(part)
                _lay(part, words_in(words, part.start, part.end))
            continue
        if atom.kind == "weather" and len(inside) > 1 and inside[-1].tag in ("VBZ", "VBP", "VBD"):  # "rain falls": the rain does
            atom = Atom(atom.start, inside[-2].end, prompt[atom.start : inside[-2].end], inside[-2].norm, atom.senses, atom.glued)
            inside = inside[:-1]
        if _names_a_kind(inside, atom):
            _joined(inside)
        if len(inside) > 1 and not _whole(inside, atom) and atom.kind not in MEASURED:
            for token in tokens_in(tokens, atom):
                single = match(prompt, [token], _single())
                atoms += single
                _lay(single[0], words_in(words, token.start, token.end))
            continue
        atoms.append(atom)
        _lay(atom, inside)
    _of_several_words(prompt, words)
    for before, word in pairwise(words):
        _coloured(before, word)
    for word in words:
        _another(word, words)
    return Sentence(words, atoms)


def _of_several_words(prompt: str, words: list[Word]) -> None:
    """Words that are one preposition are one entry: "a few steps from"."""
    for word in words:
        inside = [*word.those(FIXED), word]
        if len(inside) > 1:
            start, end = min(w.start for w in inside), max(w.end for w in inside)
            _lay(Atom(start, end, prompt[start:end], word.norm, (Sense("unknown", prompt[start:end], {}),), False), inside)


def _coloured(before: Word, word: Word) -> None:
    """ "A grey wolf howling": a colour is of the noun after it, where the parser has hung that on the colour."""
    hangs = word.head is before and word.noun and word.dep in ("acl", "dep", "appos", "nmod")
    if not hangs or before.comma or before.atom is None or before.atom.kind != "colour":
        return
    before.hang(word, "amod")
    before.tag = "JJ"
    for kid in list(before.kids):
        kid.hang(word, kid.dep)


def _another(word: Word, words: list[Word]) -> None:
    """ "Wears a yellow helmet and the other has a white one": a helmet, too."""
    if word.norm not in ("one", "ones") or word.dep != "dobj" or word.kid("amod") is None or word.head.lemma not in HAD:
        return
    before = [w for w in words if w.i < word.i and w.noun and w.dep == "dobj" and w.head.lemma in HAD and w.atom is not None]
    if before:
        same = before[-1]
        word.lemma, word.norm, word.tag = same.lemma, same.norm, "NN" if word.text == "one" else "NNS"
        word.atom = Atom(word.start, word.end, word.text, same.atom.norm, same.atom.senses, same.atom.glued)


HAD = frozenset(("have", "wear", "hold", "carry", "eat", "drink", "read", "ride"))
"""What several do each with a thing of their own."""


def tokens_in(tokens: list, atom: Atom) -> list:
    return [t for t in tokens if atom.start <= t.start and t.end <= atom.end]


@derived
def _single() -> Words:
    return {first: [r for r in rows if len(r[0]) == 1] for first, rows in entries().items()}


def words_in(words: list[Word], start: int, end: int) -> list[Word]:
    return [w for w in words if w.start < end and w.end > start]


def _lay(atom: Atom, inside: list[Word]) -> None:
    for word in inside:
        word.atom = atom


LIT = frozenset((
    "light", "lighting", "glow", "sunlight", "daylight", "moonlight", "sun", "ray", "beam", "illumination", "lit", "lamp", "backlit", "softbox", "flash",
    "shine", "illuminate", "sidelit", "sunshine", "spotlight", "candlelight", "stream", "light", "pour", "fall", "filter",
))  # fmt: skip
"""Words that a direction ("from the left") can be told of as that of light."""


def of_light(inside: list[Word]) -> bool:
    word = inside[0]
    for _ in range(4):
        if word.lemma in LIT or word.norm in LIT or word.noun and word.norm in LIGHTS or any(k.lemma in LIT and k.dep in ("nsubj", "nsubjpass") for k in word.kids):
            return True
        if word.root:
            break
        word = word.head
    return False


def _whole(inside: list[Word], atom: Atom) -> bool:
    """True if the words hang together: only one has its governor outside. "orange, black" is no entry of two words."""
    if atom.kind == "light_direction" and not of_light(inside) and not atom.can("angle"):
        return False
    if atom.kind in ("thing", "part", "setting") and inside[-1].tag in ("VBZ", "VBP", "VBD"):
        return False  # "a cake stands on a table"
    if atom.kind == "light_source" and inside[-1].noun and inside[-1].norm in LIGHTS | {"lights", "lighting"}:
        return True  # "red and blue stage lights"
    if inside[-1].tag == "IN" and inside[-1].kid("pobj") is not None:
        return False  # "the wall behind it"
    if any(s.kind in ("side", "camera_words", "film_words", "light_direction", "lettering", "boilerplate", "style", "count", "framing", "angle", "weather", "time") for s in atom.senses):
        return True
    numbers = {w.i for w in inside}
    outside = [w for w in inside if w.root or w.head.i not in numbers]
    return len(outside) == 1 or len({w.head.i for w in outside}) == 1 and all(w.dep in INNER for w in outside)


def _names_a_kind(inside: list[Word], atom: Atom) -> bool:
    """ "Golden retriever", "bald eagle": the name of a living kind, which a parser that has seldom met it takes apart."""
    sense = atom.sense("thing")
    named = sense is not None and sense is atom.senses[0] and sense.data["category"] == "animal"
    return named and len(inside) > 1 and all(w.tag[:2] in ("JJ", "NN", "VB") for w in inside) and not inside[-1].verb and not any(w.comma for w in inside[:-1])


def _joined(inside: list[Word]) -> None:
    """The words before the last are compounds of it, and it has their article."""
    *before, last = inside
    for word in before:
        article = word.head if word.head.tag == "DT" and word.head.i == before[0].i - 1 else None
        if word.head not in inside or word.head is word:
            word.hang(last, "compound")
        if article is not None:
            article.hang(last, "det")
        for kid in [k for k in word.kids if k not in inside]:
            kid.hang(last, kid.dep)
    if not last.noun:
        last.tag = "NN"


def norm(word: Word) -> str:
    return SPELLING.get(word.norm, word.norm)


def head_of(atom: Atom, words: list[Word]) -> Word | None:
    """The word of an entry that the rest of it hangs on."""
    inside = words_in(words, atom.start, atom.end)
    numbers = {w.i for w in inside}
    return next((w for w in reversed(inside) if w.root or w.head.i not in numbers), inside[-1] if inside else None)

"""Which noun a string is said of, by grammar: the prompt is parsed with each string as one quoted name, and from that name the arcs are climbed.

verbs    "a box that says", "a box marked", "the box bears": the subject; "on the glass is written": what the words are on
texts    "a board with the heading", "the title of the book", "its headline is": from a word for a text to what has it
rows     "“a”, “b” and “c”": the same as the string before
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from diorama.language.lettering_words import TABLE, role_words
from diorama.language.lexicon import classes
from diorama.language.mentions import TEXTS, UNNAMED, Mention
from diorama.language.syntax.parse import parse
from diorama.language.syntax.word import Word

NAME = "Zed"
"""What stands for a string: short, and a name to the parser."""
TEXT_WORDS = TEXTS | role_words() | frozenset(TABLE["bearers"]["parts"]) | frozenset(TABLE["bearers"]["tools"])
"""Words for texts, for sides of what bears them ("the chest of the hoodie") and for what they are written with ("in red pen")."""
SHEETS = frozenset(("programme", "note", "sticker", "badge", "paper", "page", "box", "screen", "tag", "sheet"))
"""Words for texts that are surfaces where something is said of them: "a screen shows", "a box marked"."""
BORNE_ON = frozenset("on onto across over into along around upon".split())
SUBJECTS = ("nsubj", "nsubjpass")
SAME_ROW = ("conj", "appos")
HAVING = frozenset(("have", "bear", "carry", "read", "show", "display", "include", "contain"))
"""After these a note or a sticker is a text of what has it."""
LAID_OUT = frozenset(("column", "heading", "section", "row", "line"))
"""What a page is laid out in: no surfaces."""
TURNS = frozenset("first second third fourth fifth sixth last next".split())
WRITES = frozenset(("spray", "paint", "write", "chalk", "carve", "scratch", "scrawl", "scribble", "stencil", "draw", "print", "stitch", "embroider"))
"""Ways of putting words on a thing."""
TELLS = frozenset(("say", "read", "give", "carry", "bear", "announce", "advertise", "warn", "proclaim", "state", "list", "display"))
"""What a thing with words on it does."""
HOUSED = frozenset(("shop_sign", "banner", "plaque", "road_sign"))
"""Pages that are on houses."""
STEPS = 12
"""Arcs that are climbed at most."""


@dataclass(frozen=True)
class Said:
    """What grammar tells of a string: the mention that it is said of; `same`: it goes on about what was named last."""

    mention: Mention | None = None
    same: bool = False
    fronted: bool = False
    """It is what the words are on: "on the can you find"."""
    sure: bool = False
    """Grammar leaves no doubt: "a wall on which somebody has sprayed", "a pub called", "the slate gives the price"."""


UNTOLD = Said()
SAME = Said(same=True)


def _house(word: Word) -> bool:
    """True for a shop or another building, which has its name on a sign."""
    return any(classes.is_a(word.lemma, kind) for kind in ("mercantile establishment", "building", "establishment", "place of business"))


def _sentences(words: Sequence[Word]) -> list[list[Word]]:
    """Words cut after full stops and semicolons."""
    out: list[list[Word]] = [[]]
    for word in words:
        out[-1].append(word)
        if word.text in (".", ";", "!", "?"):
            out.append([])
    return out


class Grammar:
    """A prompt's words with its strings as names."""

    def __init__(self, text: str, strings: Sequence[tuple[int, int]], mentions: Sequence[Mention], drawn: Sequence[tuple[int, int]] = ()):
        self.drawn = drawn
        """Where words tell of drawings."""
        self.places: list[tuple[int, int]] = []
        """Where a piece of the shortened text begins in the whole, as (there, here)."""
        out, at = "", 0
        names = []
        for start, end in strings:
            self.places.append((at, len(out)))
            out += text[at:start] + '"'
            names.append(len(out))
            stop = "." if text[end - 2 : end - 1] in (".", "!", "?") and text[end : end + 2].strip()[:1].isupper() else ""
            out += f'{NAME}"{stop}'
            at = end
        self.places.append((at, len(out)))
        self.words = parse(out + text[at:])
        by_start = {w.start: w for w in self.words}
        verbs = {self._place(w) for w in self.words if w.verb}
        self.mentions = [m for m in mentions if not (m.plain and m.start in verbs)]
        self.names: list[Word | None] = [by_start.get(k) for k in names]

    def _place(self, word: Word) -> int:
        """Where a word begins in the whole prompt."""
        there, here = next(p for p in reversed(self.places) if p[1] <= word.start)
        return there + word.start - here

    def mention(self, word: Word) -> Mention | None:
        """The mention that a word is part of."""
        at = self._place(word)
        return next((m for m in self.mentions if m.start <= at < m.end), None)

    @cached_property
    def said(self) -> list[Said]:
        return [self._string(name) if name else UNTOLD for name in self.names]

    def _string(self, name: Word) -> Said:
        before = next((w for w in reversed(self.words[: name.i]) if w.text not in ('"', ",", ":")), None)
        if before and (before.norm in TURNS or before.tag == "JJS") and self.words[before.i - 1].norm == "the":
            known = self.mention(before)
            return Said(known) if known else self._one(before)
        if name.dep in SAME_ROW and name.head in self.names:
            return SAME
        return self._up(name, STEPS)

    def _up(self, word: Word, left: int) -> Said:
        """From a word that names a text to what has it."""
        head = word.head
        if left == 0 or head is word:
            return self._fronted(word) if word.verb or word in self.names else UNTOLD
        if word.dep in SUBJECTS:
            on_which = head.dep == "relcl" and any(k.tag == "WDT" for prep in head.those("prep") for k in prep.kids)
            return self._noun(head.head, left - 1, says=True) if on_which else self._fronted(head)
        if word.dep == "pobj" and head.norm == "with":
            return self._with(head.head, left - 1)
        if word.dep == "conj" and head.noun:
            return self._up(head, left - 1)
        if head.verb or head.tag == "MD":
            return self._verb(head, left - 1)
        if head.noun or head.tag in ("PRP", "DT", "JJ", "JJS", "CD"):
            return self._noun(head, left - 1)
        if head.norm in BORNE_ON and (on := head.kid("pobj")) is not None and on is not word:
            return self._noun(on, 2)
        return self._up(head, left - 1)

    def _with(self, owner: Word, left: int) -> Said:
        """ "A runner wears a bib with the number": the bib. After "on a stump with" grammar alone does not tell what has it."""
        if owner.verb and (worn := owner.kid("dobj")) is not None and (found := self.mention(worn)):
            return Said(found)
        if owner.verb:
            return self._verb(owner, left)
        return UNTOLD if owner.dep == "pobj" or not owner.noun else self._noun(owner, left)

    def _verb(self, verb: Word, left: int) -> Said:
        """What a verb says its text of."""
        subject = verb.kid(*SUBJECTS)
        if verb.dep in ("relcl", "acl") and (subject is None or subject.tag in ("WDT", "WP") or self._person(subject)):
            told = self._noun(self._antecedent(verb), left, says=True)
            on_which = any(k.tag == "WDT" for prep in verb.those("prep") for k in prep.kids)
            named = verb.lemma in ("call", "name", "christen") and verb.dep == "acl"
            return replace(told, sure=told.mention is not None and (named or on_which and verb.lemma in WRITES))
        if subject is not None and subject not in self.names and not self._person(subject):
            if subject.norm in ("it", "they", "this", "that"):
                return self._fronted(verb, self._it(subject))
            found = self._noun(subject, left, says=True)
            own = found.mention is not None and not found.mention.plain and self.mention(subject) == found.mention and verb.lemma in TELLS
            own = own and not any(m.template == "comic" for m in self.mentions)
            return self._fronted(verb, found) if found == SAME else replace(found, sure=own)
        if (fronted := self._fronted(verb)) != UNTOLD:
            return fronted
        if subject is None and verb.dep in ("conj", "xcomp", "ccomp", "advcl", "dep") and verb.head.verb and left:
            return self._verb(verb.head, left - 1)
        return UNTOLD

    def _antecedent(self, verb: Word) -> Word:
        """ "A note taped to the glass which reads": a page is read rather than what it is fixed to."""
        noun = verb.head
        while (nearer := next((w for w in noun.those("conj") if w.noun and w.i < verb.i), None)) is not None:
            noun = nearer  # "two red bottles and a blue bottle reading": the last of them
        near = self.mention(noun)
        if noun.dep == "pobj" and (near is None or near.plain or verb.dep == "acl" and self._parted(noun, verb)):
            above = noun.head.head
            for other in (above, above.kid("dobj"), above.kid(*SUBJECTS)):
                if other is not None and other.noun and (found := self.mention(other)) and (not found.plain or found.bears and not (near and near.bears)):
                    return other
        return noun

    def _parted(self, noun: Word, verb: Word) -> bool:
        """Whether a comma stands between them: "in an open cookbook, titled"."""
        return any(w.comma for w in self.words[noun.i : verb.i])

    def _noun(self, noun: Word, left: int, says: bool = False) -> Said:
        """A surface itself; of a word for a text or a part, what has it. `says`: a verb says the text of it."""
        if noun in self.names:
            return SAME
        if noun.norm in ("it", "they", "its"):
            return self._it(noun)
        found = self.mention(noun)
        turn = noun.norm in ("one", "other") or (noun.norm in TURNS or noun.tag == "JJS") and noun.i > 0 and self.words[noun.i - 1].norm == "the"
        if turn and found is None:
            return self._one(noun)
        text = bool({noun.lemma, noun.norm} & TEXT_WORDS)
        if found is not None and (not text or noun.lemma in SHEETS and self._sheet(noun, found, says)):
            return Said(found)
        if not text:
            unlisted = self._unlisted(noun) if says else None
            return Said(unlisted) if unlisted or not left or found is not None else self._up(noun, left - 1)
        if not left:
            return UNTOLD
        for prep in noun.those("prep"):
            if prep.norm in ("of", *BORNE_ON) and (of := prep.kid("pobj")) is not None and (told := self._noun(of, left - 1)).mention:
                return told
        if (owner := noun.kid("poss")) is not None:
            bearing = self._up(noun, left - 1) if noun.lemma == "name" and _house(owner) and noun.dep == "pobj" and noun.head.norm == "with" else UNTOLD
            if bearing.mention is not None and not bearing.mention.plain:
                return bearing  # "a tag with the shop's name"
            if noun.lemma == "name" and _house(owner) and self._of_a_page(owner):
                return SAME  # of a poster: "at the very bottom the shop's name"
            if noun.lemma == "name" and _house(owner) and self.mention(owner) is None and (house := self._unlisted(owner)) is not None:
                return Said(house, sure=True)  # "above the door, the shop's name"
            told = self._it(owner) if owner.tag == "PRP$" else self._noun(owner, left - 1)
            if told != UNTOLD:
                return told
        return self._up(noun, left - 1)

    def _of_a_page(self, owner: Word) -> bool:
        """Whether what the prompt is of is a printed page, and not a house or its sign."""
        first = next((m for m in self.mentions if not m.governed), None)
        return first is not None and first.end <= self._place(owner) and not first.plain and first.template not in HOUSED

    def _sheet(self, noun: Word, found: Mention, says: bool) -> bool:
        """Whether a word for a text is a surface here: "a screen shows", "pinned to it is a note: …", "covered with stickers: …"."""
        placed = noun.dep in (*SUBJECTS, "dobj", "attr") and (says or noun.head.verb and noun.head.lemma not in HAVING)
        new = found.fresh or not noun.kid("poss") and not any(m.end <= found.start and m.last == found.last for m in self.mentions)
        return found.plural and noun.lemma != "box" or new and placed

    def _unlisted(self, noun: Word) -> Mention | None:
        """A thing that no table has and that says something: "a leather-bound logbook whose cover reads"."""
        if noun.tag not in ("NN", "NNS") or not any(sense.kind == "artifact" for sense in classes.noun(noun.lemma)):
            return None
        start = self._place(noun)
        if any(a <= start < b for a, b in self.drawn):
            return None
        phrase = {w.norm for w in noun.kids if w.i < noun.i}
        return Mention(noun.text, UNNAMED, start, start + len(noun.text), "", bool(phrase & {"a", "an", "another"}), True, "", noun.tag == "NNS")

    def _one(self, word: Word) -> Said:
        """ "Three trunks …: on the first": one of the last that were named in the plural."""
        for other in reversed(self.words[: word.i]):
            kind = (self.mention(other) or self._unlisted(other)) if other.tag == "NNS" else None
            if other.lemma in LAID_OUT:
                continue  # "under the first", of three columns
            if kind and kind.end == self._place(other) + len(other.text) and kind.noun.lower() not in TEXTS:  # no "business" of a card
                start = self._place(word)
                told = " ".join(w.norm for w in word.subtree())
                ordinal = "" if word.norm in ("one", "other") else word.norm
                return Said(replace(kind, start=start, end=start + len(word.text), fresh=True, ordinal=ordinal, plural=False, which=told))
        return UNTOLD

    def _it(self, word: Word) -> Said:
        """What "it" stands for: the first page named free in the last sentence that names one since the string before, else what bears that one."""
        begin = max((w.i for w in self.names if w and w.i < word.i), default=-1)
        for sentence in reversed(_sentences(self.words[begin + 1 : word.i])):
            named = [(w, m) for w in sentence if w.noun and w.dep != "pobj" and (m := self.mention(w))]
            free = [m for w, m in named if m.noun.lower() not in TEXTS or m.fresh and w.lemma in SHEETS]
            if pages := [m for m in free if not m.plain] or free:
                return Said(pages[0])
        return SAME

    def _fronted(self, word: Word, otherwise: Said = UNTOLD) -> Said:
        """ "On the can you find …", "across the chest is printed …": what the words are on."""
        for kid in (word, *(k for k in word.kids if k.tag == "VBN")):
            for prep in kid.those("prep"):
                if prep.norm in BORNE_ON and (on := prep.kid("pobj")) is not None and (told := self._noun(on, 2, says=True)).mention:
                    written = kid.lemma in WRITES and kid.tag in ("VBN", "VBD") and on.kid("prep") is None
                    return Said(told.mention, fronted=True, sure=written)
        return otherwise

    def _person(self, word: Word) -> bool:
        return word.norm in ("i", "you", "we", "he", "she", "one", "someone", "somebody") and self.mention(word) is None

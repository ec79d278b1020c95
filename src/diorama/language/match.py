"""Tokens → atoms: the longest match in the lexicon at each place, and what stands for itself (numbers, quotations, unknown words)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diorama.language.coloured import MONOCHROME, only_colour, tint, two_colours
from diorama.language.compounds import compound
from diorama.language.fillings import LIQUIDS
from diorama.language.lexicon import Sense, Words, alone, lexicon
from diorama.language.lexicon.classes import is_adjective
from diorama.language.senses import meaning, pair
from diorama.language.tokens import Token
from diorama.language.trims import accent


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """Some tokens that mean one thing, and the senses they may have, in the lexicon's order."""

    start: int
    end: int
    text: str
    norm: str
    senses: tuple[Sense, ...]
    glued: bool = False
    """Joined to the next by a hyphen."""

    def sense(self, *kinds: str) -> Sense | None:
        """The first sense of any of these kinds, in the order of the kinds."""
        for kind in kinds:
            for sense in self.senses:
                if sense.kind == kind:
                    return sense
        return None

    def can(self, *kinds: str) -> bool:
        return any(sense.kind in kinds for sense in self.senses)

    @property
    def kind(self) -> str:
        return self.senses[0].kind


def match(prompt: str, tokens: list[Token], words: Words | None = None) -> list[Atom]:
    """Linear in the tokens: the longest entry has a fixed number of words. `words`: a dictionary other than the lexicon's."""
    words = lexicon().words if words is None else words
    atoms: list[Atom] = []
    i = hued = 0
    while i < len(tokens):
        token = tokens[i]
        if (taken := parted(words, tokens, i)) is not None and taken[1]:
            length, within, senses = taken
            for k, j in within:
                atoms += match(prompt, tokens[k:j], words)
            last = tokens[i + length - 1]
            own = (t.norm for n, t in enumerate(tokens[i : i + length], i) if not any(k <= n < j for k, j in within))
            atoms.append(Atom(token.start, last.end, prompt[token.start : last.end], " ".join(own), senses))
            i += length
            continue
        length, senses = _longest(words, tokens, i, prompt)
        if any(parted(words, tokens, j) for j in range(i + 1, i + length)):  # "a ball of" would take its beginning
            length, senses = 1, alone(words, token.norm) or (_own(token),)
        norms = tuple(t.norm for t in tokens[i : i + length] if t.norm != "-")
        if norms == MONOCHROME and (i < hued or two_colours(tokens, i, length, lexicon().words)):
            atoms += [_one(prompt, t, words) for t in tokens[i : i + length] if t.norm != "-"]
            i += length
            continue
        if length == 1 and (told := tint(tokens, i, lexicon().words)) is not None:
            senses, hued = told
        elif i < hued:
            senses = only_colour(senses)
        if length == 1 and (joined := compound(tokens, i, senses)) is not None:
            length, senses = 3, joined
        if senses[0].kind == "boilerplate" and {token.norm, tokens[i + length - 1].norm} & MAKERS:
            length += _model(tokens, i + length)
        last = tokens[i + length - 1]
        glued = (
            i + length + 1 < len(tokens)
            and tokens[i + length].text == "-"
            and tokens[i + length].start == last.end
            and tokens[i + length + 1].start == last.end + 1
        )
        norm = " ".join(t.norm for t in tokens[i : i + length] if t.kind == "word") or token.norm
        atoms.append(Atom(token.start, last.end, prompt[token.start : last.end], norm, senses, glued))
        i += length + (1 if glued else 0)
    return atoms


def parted(words: Words, tokens: list[Token], i: int) -> tuple[int, list[tuple[int, int]], tuple[Sense, ...]] | None:
    """ "A ball of blue yarn" is a ball of yarn: how many tokens from place i an entry with "of" takes, the places of looks told within it, its senses."""
    if i + 2 >= len(tokens) or tokens[i + 1].norm != "of":
        return None
    for entry, senses in words.get(tokens[i].norm, ()):
        if len(entry) < 3 or entry[1] != "of" or senses[0].kind != "thing":
            continue
        at, within = i + 2, []
        for word in entry[2:]:
            start = at
            while at < len(tokens) and tokens[at].norm != word and at - start < WITHIN and _looks(words, tokens, at):
                at += 1
            if at >= len(tokens) or tokens[at].norm != word:
                break
            if at > start:
                within.append((start, at))
            at += 1
        else:
            looks = [t.norm for k, j in within for t in tokens[k:j]]
            return None if looks and _of_its_contents(words, entry, senses, looks) else (at - i, within, senses)
    return None


def _of_its_contents(words: Words, entry: tuple[str, ...], senses: tuple[Sense, ...], looks: list[str]) -> bool:
    """True where what is told within is not the whole's: "a nest of blue eggs" is a nest with eggs, "a bottle of red wine" has a colour inside."""
    if entry[-1] in LIQUIDS:
        return any(sense.kind == "colour" for norm in looks for sense in alone(words, norm))
    same = any(sense.kind == "thing" and sense.key == senses[0].key for sense in alone(words, entry[0]))
    return same and any(sense.kind == "thing" for sense in alone(words, entry[-1]))


WITHIN = 4
"""Words told within an entry at most: "a ball of soft red and white yarn"."""


def _looks(words: Words, tokens: list[Token], at: int) -> bool:
    """True for a word that tells how something is: of a colour, a material, an adjective, "and" between two."""
    token = tokens[at]
    if token.norm in ("and", "-"):
        return at + 1 < len(tokens) and tokens[at + 1].kind == "word"
    senses = alone(words, token.norm)
    return any(sense.kind in LOOKS for sense in senses) or not senses and is_adjective(token.norm)


LOOKS = ("colour", "colour_modifier", "material", "pattern", "finish", "size", "state", "attribute")


def _one(prompt: str, token: Token, words: Words) -> Atom:
    """A word by itself."""
    senses = alone(words, token.norm) or (_own(token),)
    return Atom(token.start, token.end, prompt[token.start : token.end], token.norm, senses)


MAKERS = frozenset((
    "canon", "nikon", "sony", "fuji", "fujifilm", "leica", "hasselblad", "pentax", "mamiya", "olympus", "panasonic", "contax", "minolta", "yashica", "rolleiflex", "arri", "ricoh",
))  # fmt: skip
MODEL = re.compile(r"[A-Z]{0,4}\d{1,4}[A-Za-z]{0,2}|I{1,3}|IV|VI{0,2}|Mark|Mk|EOS|[A-Z]{1,2}|Pro")
"""What a camera's name goes on with after its maker's: AE-1, A7R IV, 5D Mark III."""


def _model(tokens: list[Token], i: int) -> int:
    """Number of tokens from place i that go on naming a camera."""
    at = i
    while at < min(i + 5, len(tokens)):
        joined = tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
        token = tokens[at + joined] if at + joined < len(tokens) else tokens[at]
        ends = at + 1 >= len(tokens) or tokens[at + 1].kind == "punct"
        if token.kind not in ("word", "number") or not MODEL.fullmatch(token.text) or token.text == "A" or token.kind == "number" and not (joined or ends):
            break
        at += 1 + joined
    return at - i


def _longest(words, tokens: list[Token], i: int, prompt: str) -> tuple[int, tuple[Sense, ...]]:
    rows = words.get(tokens[i].norm, ())
    two = next((entry for entry, _ in rows if len(entry) > 1 and _matches(entry, tokens, i)), None)
    if two is None and (one := pair(tokens, i, words)) is not None:
        return 2, one
    if rows:
        after = [t.norm for t in tokens[i + 1 : i + 3]]  # the word after, or the one after a hyphen
        for entry, senses in rows:
            if len(entry) == 1:
                return 1, meaning(tokens, i, words, prompt) or accent(tokens, i, lexicon().words) or senses
            if entry[1] in after and (length := _matches(entry, tokens, i)):
                return length, senses
    return 1, meaning(tokens, i, words, prompt) or accent(tokens, i, lexicon().words) or _decade(words, tokens, i) or (_own(tokens[i]),)


YEAR = re.compile(r"19[2-9]\d")


def _decade(words, tokens: list[Token], i: int) -> tuple[Sense, ...] | None:
    """ "A 1982 pickup" is one of the 1980s, not one of 1,982."""
    if tokens[i].kind != "number" or not YEAR.fullmatch(tokens[i].text) or i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
        return None
    return alone(words, f"{tokens[i].text[:3]}0s") or None


def _matches(entry: tuple[str, ...], tokens: list[Token], i: int) -> int:
    """Number of tokens the entry's words take from place i, hyphens between them included; 0 if they do not match."""
    at = i
    for k, word in enumerate(entry):
        if k and at < len(tokens) and tokens[at].text == "-":
            at += 1
        if at >= len(tokens) or tokens[at].norm != word:
            return 0
        at += 1
    return at - i


def _own(token: Token) -> Sense:
    kind = {"punct": "punct", "symbol": "unknown", "word": "unknown"}.get(token.kind, token.kind)
    return Sense(kind, token.text, {})

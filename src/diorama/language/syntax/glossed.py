"""A prompt in Chinese, word by word in English: what is to be read is kept to the letter, the words round it say what bears it, its role and its place.

Text → English text, with the way back for every place in it. `lexicon/chinese.toml` holds the words; the longest that fits is taken. A noun gets its article
("一张海报": a poster; told again: the poster), what stands after a noun in Chinese goes before it ("桌子上": on a table). Words that are not in the table
are left out, and told.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from diorama.language.syntax.tongue import tongue

STRING = re.compile(r"“[^”]{1,4000}”|「[^」]{1,4000}」|『[^』]{1,4000}』|《[^》]{1,400}》|‘[^’]{1,2000}’|\"[^\"\n]{1,4000}\"")
MARKS = {"，": ", ", "。": ". ", "、": ", ", "：": ": ", "；": "; ", "！": "! ", "？": "? ", "（": " (", "）": ") ", "\n": "\n"}
LED = re.compile(r"着?[：:]?\s*[“「『《‘\"]")
"""What stands between the word that announces a string and the string."""
COPULAS = frozenset(("是", "为", "叫"))
MANY = frozenset(("children", "mountains"))


@dataclass(frozen=True)
class Piece:
    """Some of the English, and the words of the prompt that it is of."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Word:
    """A word of the table: what it says, and of which kind it is."""

    english: str
    kind: str


@dataclass
class Gloss:
    """The English of a prompt."""

    prompt: str
    text: str
    pieces: tuple[tuple[int, Piece], ...]
    """Each with where in the text it begins."""
    untold: tuple[tuple[int, int], ...]
    """Words that are in no table."""

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the prompt the words stand that some of the text is of; None where it is of none."""
        hit = [p for at, p in self.pieces if at < end and start < at + len(p.text) and p.start < p.end]
        return (min(p.start for p in hit), max(p.end for p in hit)) if hit else None


@cache
def _table() -> tuple[dict[str, Word], int]:
    data = tomllib.loads(files("diorama.language.lexicon").joinpath("chinese.toml").read_text(encoding="utf-8"))
    kinds = ("nouns", "looks", "counts", "places", "after", "texts", "words")
    found = {word: Word(english, kind) for kind in kinds for english, words in data[kind].items() for word in words}
    found |= {word: Word("", kind) for kind, words in data["says"].items() for word in words}
    found |= {word: Word("", "measure") for word in data["silent"]["measures"] if word not in found}
    found |= {word: Word("", "silent") for word in data["silent"]["words"] if word not in found}
    return found, max(map(len, found))


def gloss(prompt: str) -> Gloss | None:
    """The English of a prompt in Chinese that has something to be read; None for any other."""
    if not isinstance(prompt, str) or prompt.isascii() or tongue(STRING.sub("", prompt)) != "Chinese" or not STRING.search(prompt):
        return None
    made = _Glosser(prompt)
    at = 0
    for hit in STRING.finditer(prompt):
        made.words(at, hit.start())
        made.string(hit.start(), hit.end())
        at = hit.end()
    made.words(at, len(prompt))
    return made.done()


@dataclass
class _Glosser:
    prompt: str
    pieces: list[Piece] = field(default_factory=list)
    untold: list[tuple[int, int]] = field(default_factory=list)
    run: list[tuple[Word, int, int]] = field(default_factory=list)
    """The looks and nouns that are put together now."""
    named: set[str] = field(default_factory=set)
    governed: bool = False
    """Whether what was put last is a place: "on the poster"."""
    trailing: tuple[str, int, int] | None = None
    """A place that is told before its noun and stands after it: "旁边的黑板", a board beside it."""
    where: bool = False
    """Whether a place follows ("挂在…"), for which nothing after it may tell its preposition."""

    def words(self, start: int, end: int) -> None:
        """The words between two strings."""
        table, longest = _table()
        at = start
        while at < end:
            size = next((n for n in range(min(longest, end - at), 0, -1) if self.prompt[at : at + n] in table), 0)
            if size:
                self._word(table[self.prompt[at : at + size]], at, at + size)
            else:
                self._other(at)
            at += size or 1
        self._settle()

    def string(self, start: int, end: int) -> None:
        inner = self.prompt[start + 1 : end - 1]
        self._put("“", start, start + 1)
        self._put(inner, start + 1, end - 1, space=False)
        self._put("”", end - 1, end, space=False)
        self.governed = False

    def done(self) -> Gloss:
        text, placed = "", []
        for piece in self.pieces:
            placed.append((len(text), piece))
            text += piece.text
        return Gloss(self.prompt, text, tuple(placed), tuple(self.untold))

    def _word(self, word: Word, start: int, end: int) -> None:
        if word.kind in ("nouns", "looks", "counts", "texts"):
            self.run.append((word, start, end))
        elif word.kind == "measure":
            pass
        elif word.kind == "after":
            before, alone = word.english.split("|")
            if any(w.kind in ("nouns", "texts") for w, _, _ in self.run):
                self._settle(before, (start, end))
            else:
                self._settle()
                if self.prompt[end : end + 1] == "的" and before in ("beside", "behind", "in front of", "below"):
                    self.trailing = (alone, start, end)
                    return
                self._put(alone, start, end)
            self.governed = True
        elif word.kind != "silent":
            self._settle("on" if word.kind == "places" else "")
            self._told(word, start, end)
        if self.prompt[end - 1] == "在":
            self._settle()
            self.where = True

    def _told(self, word: Word, start: int, end: int) -> None:
        if word.kind == "words":
            self._put(word.english, start, end)
        elif word.kind == "places":
            self._put(word.english, start, end)
            self.governed = True
        else:
            announces = LED.match(self.prompt, end) is not None
            says = "says" if announces or self.prompt[start:end] not in COPULAS else "is"
            self._put("is written" if self.governed and announces and word.kind == "written" else says, start, end)
            self.governed = False

    def _other(self, at: int) -> None:
        """A mark, a letter of another script, or a word of no table."""
        sign = self.prompt[at]
        if sign in MARKS:
            self._settle()
            self._put(MARKS[sign].strip() if sign != "\n" else "\n", at, at + 1, space=False)
            self.governed = False
        elif sign.isascii() or not sign.isalpha():
            self._settle()
            self._put(sign, at, at + 1, space=False)
        else:
            self.untold = [*self.untold[:-1], (self.untold[-1][0], at + 1)] if self.untold and self.untold[-1][1] == at else [*self.untold, (at, at + 1)]

    def _settle(self, before: str = "", span: tuple[int, int] | None = None) -> None:
        """Put the looks and nouns together: the article, the looks, the nouns."""
        run, self.run = self.run, []
        if not run:
            return
        last = next((w for w, _, _ in reversed(run) if w.kind in ("nouns", "texts")), None)
        where, self.where = self.where, False
        self._put(before or ("at" if where and last else ""), *(span or (run[0][1], run[0][1])))
        count = next((w for w, _, _ in run if w.kind == "counts"), None)
        self._put(self._article(last, count, run), run[0][1], run[0][1])
        several = count is not None and count.english in PLURAL
        for word, start, end in run:
            if word.english != "one":
                self._put(word.english + ("s" if word is last and several and not _many(word) else ""), start, end)
        if last:
            self.named.add(last.english)
            if self.trailing:
                self._put(*self.trailing)
            self.trailing = None

    def _article(self, last: Word | None, count: Word | None, run: list[tuple[Word, int, int]]) -> str:
        if last is None or count is not None and count.english != "one" or count is None and _many(last):
            return ""
        nth = any(w.english in ("first", "second", "third", "left", "right") for w, _, _ in run)
        if last.kind == "texts" or nth or count is None and last.english in self.named:
            return "the"
        first = next((w.english for w, _, _ in run if w.kind != "counts"), last.english)
        return "an" if first[0] in "aeiou" else "a"

    def _put(self, text: str, start: int, end: int, *, space: bool = True) -> None:
        if not text:
            return
        bare = not self.pieces or self.pieces[-1].text[-1:] in " \n“(" or not space
        self.pieces.append(Piece(text if bare else " " + text, start, end))


def _many(word: Word) -> bool:
    return word.english in MANY or word.english.endswith("s") and not word.english.endswith("ss")


PLURAL = frozenset(("two", "three", "four", "five", "six", "several"))

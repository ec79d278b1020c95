"""A word of a sentence with its tag and its arc: what the parser gives and all that reads it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diorama.language.match import Atom


@dataclass(eq=False, slots=True)
class Word:
    """A word of a sentence and where it hangs."""

    i: int
    start: int
    end: int
    """Offsets in the prompt, in characters."""
    text: str
    norm: str
    """Lower case."""
    lemma: str
    tag: str
    """Penn Treebank: NN, NNS, VBG, JJ, IN …"""
    dep: str
    """The arc to its governor: nsubj, dobj, amod, prep, pobj, conj …"""
    head: Word = None  # type: ignore[assignment]
    """Its governor; itself at the root."""
    kids: list[Word] = field(default_factory=list)
    comma: bool = False
    """A comma, a semicolon or a dash follows."""
    joined: bool = False
    """A hyphen ties it to the next word."""
    atom: Atom | None = None
    """The entry of the lexicon it is the head of, or part of."""

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}<{self.dep}-{self.head.text}"

    @property
    def noun(self) -> bool:
        return self.tag.startswith("NN")

    @property
    def verb(self) -> bool:
        return self.tag.startswith("VB")

    @property
    def root(self) -> bool:
        return self.head is self

    def kid(self, *deps: str) -> Word | None:
        """The first dependant by one of these arcs."""
        return next((k for k in self.kids if k.dep in deps), None)

    def those(self, *deps: str) -> list[Word]:
        return [k for k in self.kids if k.dep in deps]

    def hang(self, head: Word, dep: str) -> None:
        """Hang the word elsewhere, by another arc. What hangs on the word itself takes its place first, so that no words hang in a circle."""
        if head is self:
            return
        if head.below(self):
            head.stand_in_for(self)
        if self.head is not self:
            self.head.kids.remove(self)
        self.head, self.dep = head, dep
        head.kids.append(self)
        head.kids.sort(key=lambda w: w.i)

    def below(self, other: Word) -> bool:
        """True if the word hangs on the other, however far down."""
        above, seen = self, set()
        while above.head is not above and id(above) not in seen:
            seen.add(id(above))
            above = above.head
            if above is other:
                return True
        return False

    def stand_in_for(self, other: Word) -> None:
        """Take the arc of another word, which hangs on itself from here on; the rest of what hangs on either stays."""
        over, self.dep = other.head, other.dep
        if self.head is not self:
            self.head.kids.remove(self)
        self.head = self if over is other else over
        if over is not other:
            over.kids[over.kids.index(other)] = self
        other.head = other

    def subtree(self) -> list[Word]:
        """Itself and all that hangs on it, in order, each once."""
        out, open_ = {self.i: self}, [self]
        while open_:
            new = [k for k in open_.pop().kids if k.i not in out]
            out |= {k.i: k for k in new}
            open_ += new
        return [out[i] for i in sorted(out)]

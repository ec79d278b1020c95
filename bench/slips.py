"""Slips of the hand: how many are read as meant, and how many other words are left as they are.

python -m bench.slips        precision, recall, what is missed and what is bent
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from diorama.language.spelling import english, respelt
from diorama.language.tokens import scan


class Score(NamedTuple):
    slips: int
    mended: int
    missed: tuple[tuple[str, str | None], ...]
    """Slips read otherwise than meant, or not at all."""
    bent: tuple[tuple[str, str], ...]
    """Words that are none, read as others."""

    @property
    def recall(self) -> float:
        return self.mended / self.slips

    @property
    def precision(self) -> float:
        wrong = len(self.bent) + sum(got is not None for _, got in self.missed)
        return self.mended / (self.mended + wrong)


def read_as(word: str) -> str | None:
    """What a word in the middle of a brief is read as; None for itself."""
    tokens, _ = respelt(scan(f"a {word} here"))
    return tokens[1].norm if tokens[1].norm != word.lower() else None


def score() -> Score:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    slips = {slip: word for slip, word in table["slips"].items() if word and not english(slip)}
    read = {slip: read_as(slip) for slip in slips}
    good = sum(read[s] == w for s, w in slips.items())
    bent = [(w, got) for w in table["words"]["of"] if (got := read_as(w)) is not None]
    return Score(len(slips), good, tuple((s, read[s]) for s, w in slips.items() if read[s] != w), tuple(bent))


def main() -> None:
    found = score()
    print(f"{found.slips} slips: {found.mended} read as meant: recall {found.recall:.3f}, precision {found.precision:.3f}")
    for slip, got in found.missed:
        print(f"    {slip}: {'not read' if got is None else f'read as {got}'}")
    for word, got in found.bent:
        print(f"    {word} is no slip, but read as {got}")


if __name__ == "__main__":
    main()

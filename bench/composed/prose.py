"""Sentences of scene grammar whose truth is known: deeds that govern deeds, purpose, time, participles, absolutes, light in clauses, second sentences.

What a slot's words must come to is what they come to alone ("A nurse kneads dough."): the grammar is measured, not the words.

python -m bench.composed.prose                      rates by group, open and held out; --many N, --seed N
python -m bench.composed.prose --show N             N prompts of each open frame with their faults; --like REGEX: of frames whose text matches
python -m bench.composed.prose --frames             the open frames, those with the most faults first
"""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bench.composed.compose import Frame, frames
from bench.composed.living import HER, HIS, Fact, Judged, Row, Told, report
from bench.composed.prose_truth import CHECKS, extras, usable
from bench.composed.words import chosen
from diorama.language import read

FILE = Path(__file__).parent / "prose.txt"
TABLE: dict[str, Any] = tomllib.loads(FILE.with_suffix(".toml").read_text("utf-8"))
TOKEN = re.compile(r"\{([^}]*)\}|([\[\]])")
SLOT = re.compile(r"\b([PNRVETXGLS]\d)\b")
LISTS = {
    "P": "people", "N": "animals", "R": "creatures", "V": "deeds", "E": "animal_deeds", "T": "things", "X": "big", "G": "garments", "L": "places",
    "S": "lights",
}  # fmt: skip


@cache
def words(letter: str, out: bool) -> tuple[str, ...]:
    """Words of a slot that are read rightly alone: of the held-out third, or the others."""
    table = TABLE[LISTS[letter]]
    return tuple(w for w in chosen(list(table), out) if usable(letter, table[w][0] if letter in "VE" else w))


def draw(many: int, *, held: bool, seed: int = 1) -> list[Told]:
    """So many prompts, every frame in turn, of the open frames and words or of those held out."""
    of = [f for f in frames(FILE) if f.held == held]
    return [Writer(of[k % len(of)], f"{seed} {held} {k}", held).write() for k in range(many)]


class Writer:
    def __init__(self, frame: Frame, seed: str, out: bool):
        self.frame, self.dice = frame, random.Random(f"{seed} {frame.text}")
        self.words: dict[str, str] = {}
        self.colours: dict[str, str] = {}
        for slot in dict.fromkeys(SLOT.findall(frame.text)):
            taken = {part for w in self.words.values() for part in w.split()}
            listed = words(slot[0], out)
            free = [w for w in listed if not set(w.split()) & taken - {"in", "a", "the", "on"}]
            self.words[slot] = self.dice.choice(free or listed)
            if slot[0] in "TXG":
                self.colours[slot] = self.dice.choice(chosen(TABLE["colours"], out)) if self.dice.random() < 0.5 else ""

    def write(self) -> Told:
        out, spans, opened, at = "", [], 0, 0
        for m in TOKEN.finditer(self.frame.text):
            out, at = out + self.frame.text[at : m.start()], m.end()
            if m[2] == "[":
                opened = len(out)
            elif m[2] == "]":
                spans.append((opened, len(out)))
            else:
                word = self._token(*m[1].split())
                out += word[0].upper() + word[1:] if not out or out.endswith(". ") else word
        out += self.frame.text[at:]
        told = Told(self.frame, out, {s: f"{self.colours.get(s, '')} {w}".strip() for s, w in self.words.items()})
        for k, line in enumerate(self.frame.facts):
            kind, *slots = line.split()
            told.facts.append(Fact(kind, tuple(slots), spans[k] if k < len(spans) else (0, len(out))))
        return told

    def _token(self, first: str, *rest: str) -> str:
        slot, _, bare = first.partition("|")
        if slot in self.words:
            return self._told(slot, bare, rest)
        slot, _, noun = rest[0].partition("|")
        plain = first.lower()
        if noun or plain == "the":
            return f"the {self._noun(slot)}"
        she = HER if self.words[slot] in TABLE["female"] else HIS
        told = she[("he", "his", "him").index(plain)]
        return told if plain == first else told.capitalize()

    def _told(self, slot: str, bare: str, rest: tuple[str, ...]) -> str:
        word = self.words[slot]
        if slot[0] in "VE":
            forms = TABLE[LISTS[slot[0]]][word]
            return forms[("s", "ing", "to").index(rest[0].lower())]
        if slot[0] in "LS" or bare:
            return word
        noun = self._noun(slot)
        return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"

    def _noun(self, slot: str) -> str:
        return f"{self.colours.get(slot, '')} {self.words[slot]}".strip()


def judged(told: Told) -> Judged:
    reading = read(told.text)
    rows = []
    forms = {s: TABLE[LISTS[s[0]]][w][0] if s[0] in "VE" else w for s, w in told.words.items()}
    for fact in told.facts:
        state = CHECKS[fact.kind](reading.scene, forms, *fact.slots)
        start, end = fact.span
        idle = any(p.status not in ("applied", "stand-in") and p.start < end and start < p.end for p in reading.phrases)
        spans = [d.span for d in reading.diagnostics if d.span is not None and not d.code.startswith(("stand-in", "assumed"))]
        said = idle or any(a < end and start < b for a, b in spans)
        rows.append(Row(fact, ("told" if said else "silent") if state == "missing" else state, not said))
    rows += [Row(Fact("extra", (x,), (0, len(told.text))), "false", True) for x in extras(reading.scene, told.text, forms)]
    return Judged(told, reading, rows)


if __name__ == "__main__":
    raise SystemExit(report(__doc__, draw, judged))

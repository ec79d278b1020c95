"""Scenes of people and animals whose truth is known: whose clothes, whose deed, on which part of a body, one of several.

python -m bench.composed.living                     rates by group, open and held out; --many N, --seed N
python -m bench.composed.living --show N            N prompts of each open frame with their faults; --like REGEX: of frames whose text matches
python -m bench.composed.living --frames            the open frames, those with the most faults first
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from bench.composed.compose import Frame, frames
from bench.composed.living_truth import CHECKS, MISSING, Seen
from bench.composed.words import chosen
from diorama.language import Reading, read

FILE = Path(__file__).parent / "living.txt"
TABLE: dict[str, Any] = tomllib.loads(FILE.with_suffix(".toml").read_text("utf-8"))
TOKEN = re.compile(r"\{([^}]*)\}|([\[\]])")
SLOT = re.compile(r"\b([PNGTDAEXB]\d)\b")
HER, HIS = ("she", "her", "her"), ("he", "his", "him")


@dataclass
class Fact:
    kind: str
    slots: tuple[str, ...]
    span: tuple[int, int]

    def __str__(self) -> str:
        return " ".join((self.kind, *self.slots))


@dataclass
class Told:
    """A prompt with what its slots hold and what it tells."""

    frame: Frame
    text: str
    words: dict[str, str]
    facts: list[Fact] = field(default_factory=list)


def draw(many: int, *, held: bool, seed: int = 1) -> list[Told]:
    """So many prompts, every frame in turn, of the open frames and words or of those held out."""
    usable = [f for f in frames(FILE) if f.held == held]
    return [Writer(usable[k % len(usable)], f"{seed} {held} {k}", held).write() for k in range(many)]


class Writer:
    def __init__(self, frame: Frame, seed: str, out: bool):
        self.frame, self.out, self.dice = frame, out, random.Random(f"{seed} {frame.text}")
        self.words: dict[str, str] = {}
        self.colours: dict[str, str] = {}
        self.articles: dict[str, str] = {}
        self.part: dict[str, str] = {}
        for slot in dict.fromkeys(SLOT.findall(frame.text)):
            self._cast(slot)

    def _pick(self, words: Iterable[str]) -> str:
        usable = [w for w in chosen(list(words), self.out) if not set(w.split()) & {v for w in self.words.values() for v in w.split()}]
        return self.dice.choice(usable or list(words))

    def _cast(self, slot: str) -> None:
        table = TABLE
        if slot in self.words:
            return
        if slot[0] == "P":
            self.words[slot] = self._pick(table["alike" if f"{{Ps {slot}}}" in self.frame.text else "people"])
        elif slot[0] == "G":
            self.words[slot] = self._pick(table["garments"])
            self.colours[slot] = self._pick(table["colours"]) if self.dice.random() < 0.6 else ""
        elif slot[0] == "T":
            body = f"B{slot[1]}"
            if body not in self.frame.text:
                self.words[slot] = self._pick(table["handheld"]["things"])
            else:
                self.part[body] = self._pick(table["bodies"])
                self.words[body] = self._pick(table["bodies"][self.part[body]]["words"])
                self.words[slot] = self._pick(table["bodies"][self.part[body]]["things"])
        elif slot[0] != "B":
            kinds = {"N": "animals", "D": "deeds", "A": "to_person", "E": "to_animal", "X": "things_about"}
            self.words[slot] = self._pick(table[kinds[slot[0]]])

    def write(self) -> Told:
        out, spans, opened = "", [], 0
        at = 0
        for m in TOKEN.finditer(self.frame.text):
            out += self.frame.text[at : m.start()]
            at = m.end()
            if m[2] == "[":
                opened = len(out)
            elif m[2] == "]":
                spans.append((opened, len(out)))
            else:
                word = self._token(*m[1].split())
                out += word[0].upper() + word[1:] if not out or out.endswith(". ") else word
        out += self.frame.text[at:]
        told = Told(self.frame, out, dict(self.words))
        for k, line in enumerate(self.frame.facts):
            kind, *slots = line.split()
            told.facts.append(Fact(kind, tuple(self.part.get(s, s) for s in slots), spans[k] if k < len(spans) else (0, len(out))))
        return told

    def _token(self, word: str, *rest: str) -> str:
        slot = rest[0].split("|")[0] if rest else word.split("|")[0]
        bare = "|" in word or bool(rest) and rest[-1].endswith("|bare")
        plain = word.lower()
        if SLOT.fullmatch(word.split("|")[0]):
            return self.words[slot] if bare else self._phrase(slot)
        if plain in ("he", "his", "him"):
            told = (HER if self._female(slot) else HIS)[("he", "his", "him").index(plain)]
            return told if word == plain else told.capitalize()
        if plain in ("the", "bare", "ps"):
            return f"the {self.words[slot]}" if plain == "the" else self._noun(slot)
        if plain == "on":
            body = self.words[slot]
            return body.format("the" if rest[-1].endswith("|the") else (HER if self._female(rest[1]) else HIS)[1])
        if plain == "in":
            return f"in {(HER if self._female(rest[1]) else HIS)[1]} {'left' if rest[0] == 'hand' else 'right'} hand"
        return self._done(plain, rest) if word[0].islower() or word[0] in "DAE" else self._done(plain, rest)

    def _done(self, word: str, rest: tuple[str, ...]) -> str:
        """ "{Ds D1}", "{Aing A1 P2}"."""
        slot = rest[0]
        form = TABLE[{"D": "deeds", "A": "to_person", "E": "to_animal"}[slot[0]]][self.words[slot]][word.endswith("ing")]
        if len(rest) == 1:
            return form
        whom = rest[1].split("|")[0]
        she, her, him = HER if self._female(whom) else HIS
        if rest[1].endswith("|him"):
            return form.format(him, s=her)
        return form.format(self._phrase(whom), s=f"{self._phrase(whom)}'s")

    def _noun(self, slot: str) -> str:
        return f"{self.colours[slot]} {self.words[slot]}".strip() if slot in self.colours else self.words[slot]

    def _phrase(self, slot: str) -> str:
        noun = self._noun(slot)
        if slot[0] == "G" and TABLE["garments"][self.words[slot]]:
            return noun
        return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"

    def _female(self, slot: str) -> bool:
        return self.words[slot] in TABLE["female"]


class Row(NamedTuple):
    fact: Fact
    state: str
    """`read`, `told`, `silent` or `false`."""
    applied: bool
    """Whether all its words are said to be applied."""


@dataclass
class Judged:
    told: Told
    reading: Reading
    rows: list[Row]

    @property
    def faults(self) -> str:
        return "; ".join(f"{r.state} {r.fact}" for r in self.rows if r.state != "read")

    @property
    def worst(self) -> str:
        states = {r.state for r in self.rows}
        return next((s for s in ("false", "silent", "told") if s in states), "right")


def judged(told: Told) -> Judged:
    reading = read(told.text)
    seen = Seen(told, reading)
    rows = []
    for fact in told.facts:
        state = CHECKS[fact.kind](seen, *fact.slots)
        start, end = fact.span
        idle = any(p.status not in ("applied", "stand-in") and p.start < end and start < p.end for p in reading.phrases)
        spans = [d.span for d in reading.diagnostics if d.span is not None and not d.code.startswith(("stand-in", "assumed"))]
        said = idle or any(a < end and start < b for a, b in spans)
        rows.append(Row(fact, ("told" if said else "silent") if state == MISSING else state, not said))
    gone = [s for s in told.words if s[0] in "PN" and not seen.those(s)]
    rows += [Row(Fact("there", (s,), (0, len(told.text))), "silent", True) for s in gone]
    return Judged(told, reading, rows)


def table(title: str, found: list[Judged]) -> str:
    lines = [f"{title}: {len(found)} prompts", f"{'':32}{'facts':>6}{'read':>7}{'told':>7}{'silent':>7}{'false':>7}   prompts right/told/silent/false"]
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for j in found:
        groups[j.told.frame.section].append(j)
        groups["all"].append(j)
    for name in (*[g for g in groups if g != "all"], "all"):
        rows = [r for j in groups[name] for r in j.rows]
        states, worst = Counter(r.state for r in rows), Counter(j.worst for j in groups[name])
        shares = "".join(f"{states[s] / len(rows):7.3f}" for s in ("read", "told", "silent", "false"))
        lines.append(f"{name:32}{len(rows):6}{shares}   {' '.join(f'{worst[s] / len(groups[name]):.2f}' for s in ('right', 'told', 'silent', 'false'))}")
    rows = [r for j in found for r in j.rows if r.applied]
    lines.append(f"P(true | applied) {sum(r.state == 'read' for r in rows) / max(len(rows), 1):.3f} of {len(rows)} facts whose words are all applied")
    return "\n".join(lines)


def main() -> int:
    return report(__doc__, draw, judged)


def report(told: str | None, draw: Callable[..., list[Told]], judged: Callable[[Told], Judged]) -> int:
    """The command of such a bench: draws, judges and prints."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--like", default="")
    parser.add_argument("--frames", action="store_true")
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    found = [judged(t) for t in draw(options.many, held=False, seed=options.seed)]
    by_frame: defaultdict[Frame, list[Judged]] = defaultdict(list)
    for j in found:
        by_frame[j.told.frame].append(j)
    if options.frames:
        wrong = {f: sum(r.state != "read" for j in js for r in j.rows) / len(js) for f, js in by_frame.items()}
        print(*(f"{n:5.2f}  {f.text}" for f, n in sorted(wrong.items(), key=lambda row: -row[1])), sep="\n")
    for f, js in by_frame.items() if options.show else ():
        bad = [j for j in js if j.worst != "right"][: options.show] if re.search(options.like, f.section + " " + f.text) else []
        for j in bad:
            print(f"══ {f.text}" if j is bad[0] else "", f"  {j.told.text}", f"      {j.faults}", sep="\n")
    print(table("open", found), end="\n\n")
    if not options.open:
        print(table("held out", [judged(t) for t in draw(options.many, held=True, seed=options.seed)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

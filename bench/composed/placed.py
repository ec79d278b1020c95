"""Every word that puts one thing somewhere to another, with the things that it fits, in every frame: a product of which any part can be drawn.

The rows are in `placed.txt`, pairs and frames in `placed.toml`. Held out is a third of the phrases, of the frames and of the words of a class each.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bench.composed.compose import Composed, Frame
from bench.composed.judge import Judged, judged
from bench.composed.words import chosen, held
from bench.facts.captions import LAYERS, Caption, RelationFact, SubjectFact
from diorama_catalogue.plurals import plural, singular

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+(?: A)?)\}")
NUMBERS = {"two": 2, "three": 3}
AROUND = {"boat_post": ("water",), "vehicle_house": ("ground",)}
"""Parts of the place that what is at the first end is at, too."""
OTHERS = ("zebra", "street lamp", "penguin")
"""What else may be in the picture."""


class Row(NamedTuple):
    phrase: str
    kinds: tuple[str, ...]
    pairs: tuple[str, ...]
    use: str


class Thing(NamedTuple):
    word: str
    count: int | None
    """None: several."""

    @property
    def told(self) -> str:
        return self.word if self.count != 1 else f"{'an' if self.word[0] in 'aeiou' else 'a'} {self.word}"

    @property
    def noun(self) -> str:
        """Of one."""
        return singular(self.word.split(" ", 1)[1]) if self.word.split()[0] in NUMBERS else singular(self.word) if self.count is None else self.word


@cache
def rows() -> tuple[Row, ...]:
    lines = (line for line in map(str.strip, (HERE / "placed.txt").read_text("utf-8").splitlines()) if line and not line.startswith("#"))
    cells = ([cell.strip() for cell in line.split("|")] for line in lines)
    return tuple(Row(phrase, tuple(kinds.split()), tuple(pairs.split()), use) for phrase, kinds, pairs, use in cells)


@cache
def table() -> dict[str, Any]:
    return tomllib.loads((HERE / "placed.toml").read_text("utf-8"))


def frames(row: Row, out: bool) -> list[str]:
    """Those in which a phrase of this use can be told."""
    all_ = table()["frames"]
    fit = [*all_["r"]] if "r" in row.use else [*all_["any"], *all_["p" if "p" in row.use else "v"]]
    return [f for f in fit if held(f) == out]


def product(*, out: bool) -> list[tuple[Row, str, str]]:
    """Row, pair and frame of all that are open or held out."""
    return [(row, pair, frame) for row in rows() if held(row.phrase) == out for pair in row.pairs for frame in frames(row, out)]


def draw(many: int, *, out: bool, seed: int = 1) -> list[Composed]:
    """So many of the product, drawn evenly over its phrases."""
    dice = random.Random(f"{seed} {out}")
    by_phrase: dict[str, list[tuple[Row, str, str]]] = {}
    for one in product(out=out):
        by_phrase.setdefault(one[0].phrase, []).append(one)
    for each in by_phrase.values():
        dice.shuffle(each)
    phrases = list(by_phrase)
    turns = [by_phrase[phrases[k % len(phrases)]] for k in range(many)]
    return [compose(*each[k // len(phrases) % len(each)], f"{seed} {k}", out) for k, each in enumerate(turns)]


def compose(row: Row, pair: str, frame: str, seed: str, out: bool) -> Composed:
    dice = random.Random(f"{seed} {row.phrase} {frame}")
    first, *ends = cast(pair, dice, out)
    other = Thing(dice.choice(OTHERS), 1)
    told = SLOT.sub(lambda m: _slot(m[1], first, ends, other), frame.replace("{P}", row.phrase))
    told = re.sub(rf"({re.escape(row.phrase)}) it\b", r"\1 them", told) if len(ends) > 1 else told
    told = re.sub(r"(^|\. )([a-z])", lambda m: m[1] + m[2].upper(), told) if frame.endswith(".") else told
    ids = {"A": first, **{f"B{k}": end for k, end in enumerate(ends)}}
    subjects = tuple(SubjectFact(id, each.noun, each.count, id != "A" and each.word == "stone wall", (), (), ()) for id, each in ids.items())
    relations = [RelationFact("A", row.kinds, tuple(id for id in ids if id != "A"), False)]
    if "{C}" in frame:
        subjects += (SubjectFact("C", other.word, 1, False, (), (), ()),)
        loose = ("beside", "near", "left_of", "right_of", "behind", *row.kinds)
        relations += [RelationFact("C", loose, (id,), True) for id in (*ids, "left", "background")]
    if "on the right" in frame:
        relations += [RelationFact(id, ("near",), ("right",), True) for id in ids]
    relations += [RelationFact("A", ("on", "in", "beside", "near"), (place,), True) for place in AROUND.get(pair, ())]
    caption = Caption(row.phrase, pair, told, subjects, tuple(relations), {layer: () for layer in LAYERS}, ())
    at = told.lower().find(row.phrase)
    key = f"A {row.kinds[0]} {' '.join(id for id in ids if id != 'A')}"
    spans = {key: (at, at + len(row.phrase)), **{id: _found(told, each.word) for id, each in ids.items()}}
    return Composed(Frame(row.phrase, frame, (), out), caption, tuple(each.word for each in ids.values()), spans)


def _found(told: str, word: str) -> tuple[int, int]:
    at = told.lower().find(word)
    return (at, at + len(word))


def cast(pair: str, dice: random.Random, out: bool) -> list[Thing]:
    """What stands at the ends, no two alike."""
    picked: list[str] = []
    for spec in table()["pair"][pair].split(" / "):
        words = chosen(table()["class"][spec], out) if spec in table()["class"] else spec.split(",")
        picked.append(dice.choice([w for w in words if not any(set(w.split()) & set(p.split()) for p in picked)] or words))
    return [Thing(w, NUMBERS.get(w.split()[0]) or (None if _many(w) else 1)) for w in picked]


def _many(word: str) -> bool:
    return word == "children" or singular(word) != word and plural(singular(word)) == word and not word.endswith("ss")


def _slot(name: str, first: Thing, ends: list[Thing], other: Thing) -> str:
    if name == "A":
        return first.told
    if name == "The A":
        return f"The {first.word}"
    if name == "C":
        return other.told
    if name == "is":
        return "is" if first.count == 1 else "are"
    return ("sits" if first.count == 1 else "sit") if name == "sits" else " and ".join(e.told for e in ends)


def judge(drawn: Sequence[Composed]) -> list[Judged]:
    return [judged(c) for c in drawn]


def verdict(j: Judged) -> str:
    """Of its relation alone: `right`, `told`, `silent`; `false`: what is not told is there, or related; `lost`: an end is not there."""
    missed = [n for n in j.score.needs if n.sort == "relations" and not n.met]
    if missed and any(n.sort == "subjects" and n.text != "C" and not n.met for n in j.score.needs):
        return "lost"
    if any(c.true is False for c in j.score.claims if c.sort in ("relations", "subjects")):
        return "false"
    return "right" if not missed else "told" if all(n.text in j.told for n in missed) else "silent"


VERDICTS = ("right", "told", "silent", "false", "lost")


def shares(title: str, all_: Sequence[Judged]) -> str:
    found = Counter(map(verdict, all_))
    return f"{title}: {len(all_)} prompts: " + ", ".join(f"{name} {found[name] / max(len(all_), 1):.1%}" for name in VERDICTS)


def by(all_: Sequence[Judged], which: str) -> str:
    """Verdicts by `phrase`, `frame` or `pair`, the worst first."""
    found: dict[str, Counter[str]] = {}
    for j in all_:
        key = {"phrase": j.composed.frame.section, "frame": j.composed.frame.text, "pair": j.composed.caption.voice}[which]
        found.setdefault(key, Counter())[verdict(j)] += 1
    ranked = sorted(found.items(), key=lambda row: row[1]["right"] / row[1].total())
    lines = (f"{c['right'] / c.total():4.0%} of {c.total():3}  {name}  " + " ".join(f"{v} {c[v]}" for v in VERDICTS[1:] if c[v]) for name, c in ranked)
    return "\n".join(lines)

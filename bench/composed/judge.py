"""Composed prompts held against their truth: what is read, what is told of what is not, what is false; by sort of fact, frame and word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.composed.compose import Composed, compose, frames
from bench.facts.result import Score
from bench.facts.score import score
from diorama.language import Reading, read

SORTS = ("subjects", "counts", "attributes", "parts", "clothes", "relations", "place", "time", "weather", "light", "camera")


@dataclass(frozen=True)
class Judged:
    composed: Composed
    score: Score
    told: frozenset[str]
    """Needs that are not met, and of whose words it is said that they did nothing, or not what they say."""


def draw(many: int, *, held: bool, seed: int = 1) -> list[Composed]:
    """So many prompts, every frame in turn. `held`: of the held-out frames, words and seeds."""
    chosen = [f for f in frames() if f.held == held]
    return [compose(chosen[k % len(chosen)], 100003 * held + seed * 1009 + k // len(chosen), held) for k in range(many)]


def judge(drawn: Iterable[Composed]) -> list[Judged]:
    return [judged(c) for c in drawn]


def judged(composed: Composed) -> Judged:
    reading = read(composed.caption.text)
    result = score(composed.caption, reading)
    return Judged(composed, result, frozenset(n.text for n in result.needs if not n.met and _is_told(n.text, composed, reading)))


def _is_told(need: str, composed: Composed, reading: Reading) -> bool:
    """Whether the words of a fact that is not read are said to have done nothing, to be assumed or stood in for."""
    start, end = composed.spans.get(need) or composed.spans.get(need.split(" ")[0].removesuffix("'s"), (0, 0))
    said = [p for p in reading.phrases if p.status != "applied" and p.start < end and start < p.end]
    return bool(said) or any(d.span is not None and d.span[0] < end and start < d.span[1] for d in reading.diagnostics)


class Rate(NamedTuple):
    """Of one sort: facts, those read, those not read and told; claims, those that are false."""

    facts: int
    read: int
    told: int
    claims: int
    false: int

    def __str__(self) -> str:
        facts = "".join(_share(part, self.facts) for part in (self.read, self.told, self.facts - self.read - self.told))
        return f"{self.facts:7}{facts}{self.claims:9}{_share(self.false, self.claims)}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:8.3f}" if whole else "       –"


def rates(all_: Sequence[Judged]) -> dict[str, Rate]:
    out = {}
    for sort in SORTS:
        needs = [(n, n.text in j.told) for j in all_ for n in j.score.needs if n.sort == sort]
        claims = [c for j in all_ for c in j.score.claims if c.sort == sort and c.true is not None]
        out[sort] = Rate(len(needs), sum(n.met for n, _ in needs), sum(told for _, told in needs), len(claims), sum(not c.true for c in claims))
    return out


def whole(j: Judged) -> str:
    """A prompt by its worst fault: `false`, `silent`, `told` or `right`."""
    if any(c.true is False for c in j.score.claims if c.sort in SORTS):
        return "false"
    missed = [n for n in j.score.needs if not n.met]
    return "right" if not missed else "told" if all(n.text in j.told for n in missed) else "silent"


def table(title: str, all_: Sequence[Judged]) -> str:
    lines = [f"{title}: {len(all_)} prompts", f"{'':12}{'facts':>7}{'read':>8}{'told':>8}{'silent':>8}{'claims':>9}{'false':>8}"]
    lines += [f"{sort:12}{rate}" for sort, rate in rates(all_).items()]
    phrases = [c for j in all_ for c in j.score.applied]
    lines.append(f"P(true | applied)  {sum(c.true is True for c in phrases) / max(len(phrases), 1):.3f}  of {len(phrases)} phrases")
    kinds = Counter(map(whole, all_))
    lines.append("prompts by their worst fault: " + ", ".join(f"{name} {kinds[name] / max(len(all_), 1):.1%}" for name in ("right", "told", "silent", "false")))
    return "\n".join(lines)


def faults(j: Judged) -> list[str]:
    """What is false and what is not read of one prompt, a line each."""
    false = [f"false {c.sort}: {c.text}" for c in j.score.claims if c.true is False and c.sort in SORTS]
    return false + [f"{'told' if n.text in j.told else 'silent'} {n.sort}: {n.text}" for n in j.score.needs if not n.met]


def by_frame(all_: Sequence[Judged], sorts: Sequence[str] = ("attributes", "parts", "clothes", "relations", "counts")) -> str:
    """Frames with the most faults a prompt, of facts whose ends are in the scene or not."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for j in all_:
        wrong = sum(c.true is False for c in j.score.claims if c.sort in sorts) + sum(not n.met for n in j.score.needs if n.sort in sorts)
        found[j.composed.frame.text].append(wrong)
    rows = sorted(found.items(), key=lambda row: -sum(row[1]) / len(row[1]))
    return "\n".join(f"{sum(n) / len(n):6.2f} a prompt, {sum(k == 0 for k in n) / len(n):4.0%} clean  {text}" for text, n in rows)


def by_word(all_: Sequence[Judged], least: int = 3, most: int = 40) -> str:
    """Nouns that are not read as they are, the most frequent first."""
    missed, met = Counter[str](), Counter[str]()
    for j in all_:
        kinds = {s.id: s.kind for s in j.composed.caption.subjects}
        for n in (n for n in j.score.needs if n.sort == "subjects"):
            (met if n.met else missed)[kinds[n.text]] += 1
    rows = [(w, n, n + met[w]) for w, n in missed.most_common() if n + met[w] >= least]
    return ", ".join(f"{w} {n}/{of}" for w, n, of in sorted(rows, key=lambda r: (-r[1] / r[2], -r[1]))[:most])

"""The score in figures: precision, recall and F1 by sort of fact, how far `applied` can be trusted, and what goes wrong most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from bench.facts.captions import Caption
from bench.facts.result import SORTS, Score
from bench.facts.score import score
from diorama.language import read


class Figures(NamedTuple):
    """Of one sort of fact: claims that can be judged, how many of them are true; facts, how many of them are found."""

    claims: int
    true: int
    facts: int
    found: int

    @property
    def precision(self) -> float:
        return self.true / self.claims if self.claims else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.facts if self.facts else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(captions: Iterable[Caption]) -> tuple[list[Score], list[str]]:
    """The scores, and what could not be read at all: caption and error, a fault of the reader to be mended before its figures are believed."""
    scored, failed = [], []
    for caption in captions:
        try:
            reading = read(caption.text)
        except Exception as fault:
            failed.append(f"{caption.id} could not be read: {type(fault).__name__}: {' '.join(str(fault).split())[:160]}")
        else:
            scored.append(score(caption, reading))
    return scored, failed


def figures(scored: Sequence[Score]) -> dict[str, Figures]:
    """By sort, and `all`."""
    out = {}
    for sort in SORTS:
        claims = [c for s in scored for c in s.claims if c.sort == sort and c.true is not None]
        needs = [n for s in scored for n in s.needs if n.sort == sort]
        out[sort] = Figures(len(claims), sum(c.true is True for c in claims), len(needs), sum(n.met for n in needs))
    out["all"] = Figures(*(sum(column) for column in zip(*out.values(), strict=True)))
    return out


def applied(scored: Sequence[Score]) -> tuple[int, int]:
    """Applied phrases whose effects can be judged, and how many of them are true in every effect."""
    phrases = [c for s in scored for c in s.applied]
    return len(phrases), sum(c.true is True for c in phrases)


def summary(scored: Sequence[Score]) -> dict[str, Any]:
    judged, true = applied(scored)
    sorts = {
        name: {"precision": round(f.precision, 4), "recall": round(f.recall, 4), "f1": round(f.f1, 4), "claims": f.claims, "facts": f.facts}
        for name, f in figures(scored).items()
    }
    return {
        "captions": len(scored),
        "sorts": sorts,
        "true_if_applied": round(true / judged, 4) if judged else 1.0,
        "applied_phrases": judged,
        "absent": {"spoken_of": sum(len(s.caption.absent) for s in scored), "built": sum(len(s.built) for s in scored)},
        "missed": {"all": sum(not n.met for s in scored for n in s.needs), "said_to_be_without_effect": sum(len(s.silenced) for s in scored)},
    }


def table(title: str, scored: Sequence[Score]) -> str:
    lines = [f"{title}: {len(scored)} captions", f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'claims':>9}{'facts':>8}"]
    for name, f in figures(scored).items():
        lines.append(f"{name:12}{f.precision:7.3f}{f.recall:7.3f}{f.f1:7.3f}{f.claims:9}{f.facts:8}")
    judged, true = applied(scored)
    absent = sum(len(s.caption.absent) for s in scored)
    built = [name for s in scored for name in s.built]
    silenced, missed = sum(len(s.silenced) for s in scored), sum(not n.met for s in scored for n in s.needs)
    lines += [f"P(true | applied)  {true / max(judged, 1):.3f}  of {judged} phrases", f"absent and built   {len(built)} of {absent} spoken of"]
    lines.append(f"missed, the word said to be without effect  {silenced} of {missed} missed")
    return "\n".join(lines)


def confusions(scored: Sequence[Score], most: int = 12) -> str:
    """What is claimed falsely and what is missed most often, by sort; ids and numbers left out."""
    lines = []
    for sort in SORTS:
        wrong = Counter(_short(c.text) for s in scored for c in s.claims if c.sort == sort and c.true is False)
        missed = Counter(_short(n.text) for s in scored for n in s.needs if n.sort == sort and not n.met)
        idle = Counter(_short(n.text) for s in scored for n in s.needs if n.sort == sort and not n.met and n.text in s.silenced)
        for name, counter in (("false", wrong), ("missed", missed), ("missed, the word said to be without effect", idle)):
            if counter:
                lines.append(f"{sort} {name}: " + ", ".join(f"{text} ×{n}" if n > 1 else text for text, n in counter.most_common(most)))
    return "\n".join(lines)


def _short(text: str) -> str:
    return re.sub(r"\blighting\.lights\.\w+\.|\benvironment\.|\blighting\.|\bcamera\.|\bfilm\.", "", text)


def told(s: Score) -> str:
    """One caption: what is read beside what is meant."""
    false = [f"{c.sort}: {_short(c.text)}" for c in s.claims if c.true is False]
    missed = [f"{n.sort}: {n.text}" for n in s.needs if not n.met]
    untrue = [c.text for c in s.applied if c.true is False]
    lines = [f"── {s.caption.id} ({s.caption.voice})", s.caption.text, "", "  read and false".ljust(60) + "meant and missed"]
    for k in range(max(len(false), len(missed))):
        left, right = (rows[k] if k < len(rows) else "" for rows in (false, missed))
        lines.append(f"  {left[:56]:58}{right}")
    lines += ["", "  applied and untrue: " + " | ".join(untrue), "  built though absent: " + ", ".join(s.built)]
    return "\n".join([*lines, "  missed, the word said to be without effect: " + ", ".join(s.silenced)])


def worst(scored: Sequence[Score], many: int) -> list[Score]:
    """The captions with the most false claims and missed facts, for their number of facts."""
    return sorted(scored, key=lambda s: -(sum(c.true is False for c in s.claims) + sum(not n.met for n in s.needs)) / max(len(s.needs), 1))[:many]

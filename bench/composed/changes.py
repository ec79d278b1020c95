"""What must not change a reading: another noun of the class, what stands in the list in another order, a sentence more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from bench.composed.compose import Composed, Frame, compose, frames
from bench.composed.judge import judged

Met = dict[str, bool]


def _met(composed: Composed) -> Met:
    """Which facts of a prompt are read, by slots instead of words."""
    return {f"{n.sort} {n.text}": n.met for n in judged(composed).score.needs}


def _retold(composed: Composed, text: str) -> Composed:
    return replace(composed, caption=replace(composed.caption, text=text))


def _sentence(composed: Composed) -> list[Composed]:
    stop = "" if composed.caption.text.endswith(".") else "."
    return [_retold(composed, f"{composed.caption.text}{stop} The colours are muted."), _retold(composed, f"A photograph. {composed.caption.text}")]


def _sibling(frame: Frame, seed: int, out: bool) -> list[Composed]:
    slots = sorted({f"{m}" for m in ("S1", "L1", "O1", "P1", "N1", "F1") if f"{{{m}" in frame.text})
    return [compose(frame, seed, out, swapped=slot) for slot in slots[:1]]


KINDS: dict[str, Callable[[Frame, int, bool], tuple[Composed, list[Composed]]]] = {
    "another noun": lambda f, s, o: (compose(f, s, o), _sibling(f, s, o)),
    "a sentence more": lambda f, s, o: (c := compose(f, s, o), _sentence(c)),
}


def table(many: int, *, held: bool, seed: int) -> str:
    """For each change: of how many facts it changes whether they are read, and the frames in which it does most."""
    chosen = [f for f in frames() if f.held == held]
    lines = []
    for name, change in KINDS.items():
        total = differing = 0
        worst = Counter[str]()
        for k in range(many // 2):
            frame = chosen[k % len(chosen)]
            first, others = change(frame, seed * 1009 + k // len(chosen), held)
            before = _met(first)
            for other in others:
                after = _met(other)
                same = before.keys() & after.keys()
                changed = [key for key in same if before[key] != after[key]]
                total, differing = total + len(same), differing + len(changed)
                worst[frame.text] += len(changed)
        lines.append(f"{name}: {differing} of {total} facts are read with one and not with the other ({differing / max(total, 1):.1%})")
        lines += [f"    {n:4}  {text}" for text, n in worst.most_common(12)]
    return "\n".join(lines)

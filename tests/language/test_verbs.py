"""What is said to be done, worn and looked like, in sentences made from whole lists of words: a floor of the measure (`python -m bench.verbs`)."""

from __future__ import annotations

from collections import Counter

from bench.verbs import inflect
from bench.verbs.cases import Case, every
from bench.verbs.truth import judge
from diorama.language import read

EVERY = 60
RIGHT, FALSE = 0.80, 0.07
"""Of each sixtieth sentence, held-out words included: at least so many right, at most so many false. All stand at 0.85 and 0.04."""


def test_what_is_done_worn_and_looked_like_is_read_as_it_is_meant():
    judged = [judge(case, read(case.text)) for case in every()[::EVERY]]
    tally, told = Counter(j.outcome for j in judged), "\n".join(f"{j.case.text}: {j.why}" for j in judged if j.outcome == "false")
    assert len(judged) > 300
    assert tally["right"] >= RIGHT * len(judged), tally
    assert tally["false"] <= FALSE * len(judged), told


def test_the_measure_measures():
    """Each truth beside one that is none."""
    rows = (
        ("A woman kneels on a rug.", "posture=kneeling", "right"), ("A woman sprints on a rug.", "posture=kneeling", "false"),
        ("A woman hopes on a rug.", "posture=kneeling", "told"), ("A woman holds a lantern on a rug.", "rel=holding:lantern", "right"),
        ("A woman kneels on a rug.", "posture=kneeling & gesture=waving", "silent"),
    )  # fmt: skip
    for text, truth, outcome in rows:
        case = Case("people", text.split()[2].removesuffix("s"), "third", text, "woman", truth, "woman rug lantern", text.split()[2])
        assert (text, judge(case, read(text)).outcome) == (text, outcome)


def test_forms_of_verbs():
    assert [inflect.ing(v) for v in ("run", "bake", "lie", "walk", "open", "box", "tie", "flee")] == [
        "running", "baking", "lying", "walking", "opening", "boxing", "tying", "fleeing",
    ]  # fmt: skip
    assert [inflect.third(v) for v in ("run", "carry", "play", "catch", "box", "go")] == ["runs", "carries", "plays", "catches", "boxes", "goes"]

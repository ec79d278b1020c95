"""Clauses whose verb a parser takes for a noun, who does what is taught, let and watched, and what is not done: each beside its opposite."""

from __future__ import annotations

import pytest

from bench.composed.prose import draw, judged
from diorama.language import read
from diorama.language.frames.claim import WHY
from diorama.language.syntax.parse import parse

VERBS = (
    ("A clown eats an apple as soft light streams in.", "streams", True),
    ("A man stands by two streams in a forest.", "streams", False),
    ("A nurse writes a letter as a mechanic types.", "types", True),
    ("A shelf of various types of cheese.", "types", False),
    ("A farmer watches a monk cut bread.", "cut", True),
    ("A farmer watches a dog show.", "show", False),
    ("A girl and a clown stand in a desert.", "stand", True),
    ("A mouse as big as an elephant stands on a road.", "stands", True),
    ("A girl on a wall, neon signs, rain puddles, night.", "puddles", False),
    ("In a garden, a clown drinks coffee, watched by a bear.", "drinks", True),
    ("A girl – tired but smiling – drinks coffee in a desert.", "drinks", True),
)
"""Sentence, word, whether it is a verb with a subject in it."""

DEEDS = (
    ("A grandmother teaches her grandson to knead bread.", "grandson", "working", True),
    ("A grandmother teaches her grandson to knead bread.", "grandmother", "working", False),
    ("A boy lets a girl paint a chair.", "girl", "painting", True),
    ("A boy lets a girl paint a chair.", "boy", "painting", False),
    ("A boy uses a brush to paint a chair.", "boy", "painting", True),
    ("A knight asks a woman to wait and writes a letter.", "knight", "writing", True),
    ("A monk pours tea rather than reading a book.", "monk", "reading", False),
    ("A monk pours tea after reading a book.", "monk", "pouring", True),
    ("A nurse is busy typing.", "nurse", "typing", True),
    ("A nurse has stopped typing.", "nurse", "typing", False),
    ("A nurse has started typing.", "nurse", "typing", True),
    ("A nurse no longer paints a chair but reads a book.", "nurse", "painting", False),
    ("A nurse no longer paints a chair but reads a book.", "nurse", "reading", True),
    ("A sailor stands beside a bride. The first reads a book, the other types.", "sailor", "reading", True),
    ("A sailor stands beside a bride. The first reads a book, the other types.", "bride", "reading", False),
    ("A sailor stands beside a bride. The first reads a book, the other types.", "bride", "typing", True),
)
"""Sentence, who, deed, whether they do it."""


@pytest.mark.parametrize(("text", "word", "verb"), VERBS)
def test_a_verb_has_its_subject(text: str, word: str, verb: bool) -> None:
    found = next(w for w in parse(text) if w.text == word)
    assert (found.verb and found.kid("nsubj") is not None) == verb


@pytest.mark.parametrize(("text", "who", "deed", "done"), DEEDS)
def test_who_does_it(text: str, who: str, deed: str, done: bool) -> None:
    one = next(s for s in read(text).scene.subjects if s.noun == who)
    assert (deed in [a.deed for a in one.actions]) == done


def test_what_stands_before_something_stuck_is_before_it() -> None:
    scene = read("A man kneels before a bench stuck in the mud.").scene
    assert [(s.noun) for s in scene.subjects] == ["man", "bench"]
    assert [r.kind for r in scene.relations] == ["in_front_of"]
    assert read("A man rests before a bus leaves.").scene.subjects[0].noun == "man"


def test_a_figure_with_a_trade_is_the_figure() -> None:
    assert read("A robot gardener waters tulips in a greenhouse.").scene.subjects[0].thing == "robot"
    assert read("A robot engineer waters tulips in a greenhouse.").scene.subjects[0].kind == "person"


def test_composed_sentences() -> None:
    rows = [row for told in draw(74, held=False, seed=3) for row in judged(told).rows]
    assert sum(row.state == "read" for row in rows) / len(rows) > 0.93
    assert sum(row.state == "false" for row in rows) / len(rows) < 0.03


def test_reasons_are_those_of_the_word_where_it_stands() -> None:
    rows = (
        ("A lighthouse stands on a rocky cliff above a stormy sea, waves crashing below it.", "stormy", "look"),
        ("A fox and a hare share an umbrella on a road.", "share", "deed"),
        ("Sunlight falls in stripes through an awning onto a cat.", "falls", "lights"),
        ("A man drinks coffee rather than climbing a ladder.", "ladder", "denied"),
    )
    for text, word, why in rows:
        told = [d.message for d in read(text).diagnostics if d.code == "no-effect" and repr(word) in d.message]
        assert told and told[0].endswith(WHY[why]), (text, told)


def test_how_one_moves_is_no_size() -> None:
    assert read("A pelican glides low over the water.").scene.subjects[0].size.height == 1.0
    assert "stacked" not in read("The market stall is piled with oranges.").scene.subjects[0].states
    assert "stacked" in read("Crates are stacked on a pier.").scene.subjects[0].states
    who = {s.noun: [g.noun for g in s.wears] for s in read("A player in a red jersey tackles an opponent in white.").scene.subjects}
    assert who == {"player": ["jersey"], "opponent": ["clothes"]}

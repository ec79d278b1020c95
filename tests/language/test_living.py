"""Whose clothes, whose deed, and where on a body a thing is: composed prompts whose truth is known, and rows beside their opposites."""

from __future__ import annotations

from collections import Counter

from bench.composed import living
from diorama.language import read

MANY = 86
"""Prompts of each half: every frame once or twice."""
FLOOR = {False: (0.84, 0.06), True: (0.74, 0.10)}
"""Of all facts the share that is read, at least, and that is false, at most; open, held out."""


def test_scenes_of_people_are_read_as_composed():
    low = []
    for held, (least, most) in FLOOR.items():
        states = Counter(r.state for told in living.draw(MANY, held=held, seed=3) for r in living.judged(told).rows)
        total = sum(states.values())
        if states["read"] < least * total or states["false"] > most * total:
            low.append((held, dict(states)))
    assert not low


def _worn(prompt: str) -> set[tuple[str, str]]:
    return {(s.noun, g.noun) for s in read(prompt).scene.subjects if s.kind != "object" for g in s.wears}


def test_clothes_are_on_whom_the_words_have_in_them():
    rows = (
        ("A boy sits on a bench, his gloves on the ground beside him.", set()),
        ("A boy sits on a bench, his gloves pulled up to his elbows.", {("boy", "glove")}),
        ("A girl waits beside a monk in a raincoat.", {("monk", "raincoat")}),
        ("A girl waits beside a wall in a raincoat.", {("girl", "raincoat")}),
        ("A nurse helps a girl into a coat.", {("girl", "coat")}),
        ("A nurse washes a coat in a bucket.", set()),
        ("A painter and a student walk on a beach, the latter in gloves.", {("student", "glove")}),
        ("A painter and a student walk on a beach, the former in gloves.", {("painter", "glove")}),
    )
    assert {prompt: _worn(prompt) for prompt, _ in rows} == dict(rows)


def _part(prompt: str) -> set[tuple[str, str | None]]:
    scene = read(prompt).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    return {(nouns[r.subject if r.kind == "on" else r.objects[0]], r.part) for r in scene.relations if r.kind in ("on", "holding", "with")} - {("woman", None)}


def test_where_on_a_body_a_thing_is():
    rows = (
        ("A woman carries a jug on her head.", {("jug", "head")}),
        ("A woman carries a jug in her left hand.", {("jug", "left_hand")}),
        ("A woman carries a jug in her hand.", {("jug", None)}),
        ("A woman with a book under one arm.", {("book", "under_arm")}),
        ("A woman sits with a book on her knees.", {("book", "lap")}),
    )
    assert {prompt: _part(prompt) for prompt, _ in rows} == dict(rows)


def test_a_part_that_no_picture_has_a_thing_on_is_told():
    def lost(prompt: str) -> list[str]:
        return [p.text for p in read(prompt).phrases if p.status == "no_effect"]

    assert lost("A woman carries a jug on her head.") == []
    assert lost("A woman carries an axe on her shoulder.") == ["shoulder"]


def test_tools_that_no_word_names_are_told():
    def added(prompt: str) -> list[str]:
        return [d.message.partition(": ")[2] for d in read(prompt).diagnostics if d.code == "assumed-tool"]

    rows = (
        ("A woman paints a picture.", ["a paintbrush"]), ("A woman paints a picture with a paintbrush.", []), ("A woman reads a book.", []),
        ("A chef fries eggs.", ["a spatula, a frying pan"]), ("A violinist on a stage.", ["a violin"]), ("A violinist plays a violin on a stage.", []),
    )  # fmt: skip
    assert {prompt: added(prompt) for prompt, _ in rows} == dict(rows)

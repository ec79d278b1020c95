"""What is said to be shown is shown: a word that changes nothing in the picture has no status that says it does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diorama.language import content_words, read, stand_in
from diorama.language.build import holds
from diorama.language.heed import heeded, own_part
from diorama.language.lexicon import lexicon
from diorama.scene import Scene

NAMES = sorted({" ".join(words) for entries in lexicon().words.values() for words, _ in entries})
GLUE = ["a", "the", "two", "and", "on", "in", "with", "of", ",", ".", "next to", "made of", "a slice of", "light", "-", '"TEXT"', "without", "each with"]
soup = st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(GLUE)), min_size=1, max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(soup)
def test_every_word_has_a_status_that_is_true(prompt):
    reading = stand_in(read(prompt))
    scene = reading.scene
    subjects = {s.id: s for s in scene.subjects}
    for start, end, word in content_words(prompt):
        both = (any(p.start <= at < p.end for p in reading.phrases) for at in (start, end - 1))
        assert all(both), word  # in one phrase, or in several
    for phrase in reading.phrases:
        if phrase.status == "applied" and phrase.effect:
            assert any(heeded(scene, subjects, e) for e in phrase.effect), phrase
            assert all(stands(scene, e) for e in phrase.effect), phrase


def stands(scene: Scene, effect: str) -> bool:
    """The scene has what the effect says at its path."""
    path, _, value = effect.partition("=")
    if path == "relations":
        subject, kind, *objects = value.split()
        return any((r.subject, r.kind, list(r.objects)) == (subject, kind, objects) for r in scene.relations)
    guesses = [value, tuple(map(float, value.split(":"))) if value.translate({46: None, 58: None}).isdigit() and ":" in value else value]
    guesses += [value == "True"] if value in ("True", "False") else []
    try:
        guesses.append(float(value))
    except ValueError:
        pass
    return any(holds(scene, path, guess) for guess in guesses)


@pytest.mark.parametrize(
    "prompt, word",
    [
        ("a majestic elephant in a meadow", "majestic"),
        ("a steampunk mug on a table", "steampunk"),
        ("an elegant croissant", "elegant"),
        ("a square plate", "square"),
        ("a bustling kitchen", "bustling"),
        ("a sleepy cat with a gold handle", "handle"),
    ],
)
def test_words_that_change_nothing_are_told(prompt, word):
    reading = stand_in(read(prompt))
    assert next(p for p in reading.phrases if p.text == word).status == "no_effect"
    assert any(d.code in ("no-effect", "not-shown") and word in (reading.prompt[slice(*d.span)], *d.message.split("'")) for d in reading.diagnostics)


@pytest.mark.parametrize(
    "prompt, word",
    [
        ("a vintage backpack", "vintage"),
        ("a retro backpack", "retro"),
        ("a round coffee table in a living room", "round"),
        ("a jar with a red lid", "lid"),
        ("a lit candle on a table", "lit"),
        ("a sliced lemon", "sliced"),
        ("a fresh lemon", "fresh"),
        ("a narrow alley in Paris", "Paris"),
    ],
)
def test_words_that_are_shown_are_applied(prompt, word):
    reading = stand_in(read(prompt))
    assert next(p for p in reading.phrases if p.text == word).status == "applied"


def test_words_without_effect_are_told_in_one_note():
    reading = stand_in(read("a majestic, noble, proud bottle, a steampunk mug and a whimsical cup on a table"))
    (said,) = [d for d in reading.diagnostics if d.code == "no-effect"]
    assert said.severity == "note" and "'majestic', 'noble', 'proud', 'steampunk', 'whimsical'" in said.message


def test_parts_are_named_as_the_thing_names_them():
    scene = stand_in(read("a perfume bottle with a gold cap")).scene
    assert scene.subjects[0].parts[0].name == own_part("perfume_bottle", "lid") == "cap"

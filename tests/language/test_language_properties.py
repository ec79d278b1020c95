"""What holds for any text: no content word is lost, no phrase tells an untruth, every scene is legal, time is linear."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diorama.image.film import stock
from diorama.language import Reading, content_words, read
from diorama.language.build import holds
from diorama.language.lexicon import lexicon
from diorama.language.syntax.parse import parse
from diorama.language.syntax.word import Word
from diorama.scene import findings, load

NAMES = sorted({" ".join(words) for entries in lexicon().words.values() for words, _ in entries})
GLUE = [
    "a", "the", "two", "three", "and", "on", "in", "with", "of", "next to", "behind", ",", ".", "made of", "reading", '"TEXT"', "from the left",
    "it", "is", "lit by", "without", "a stack of", "light", ":", "-", "&", "between",
]  # fmt: skip
soup = st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(GLUE)), min_size=1, max_size=40).map(" ".join)
text = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(str.strip)
ascii_text = st.text(string.ascii_letters + string.digits + " ,.;:-'\"/#()\n", min_size=1, max_size=200).filter(str.strip)


def check(reading: Reading) -> None:
    """Everything that must hold of any reading."""
    prompt, scene = reading.prompt, reading.scene
    assert not findings(scene)
    assert load(scene.to_json()) == scene
    ends = 0
    for phrase in reading.phrases:
        assert phrase.text == prompt[phrase.start : phrase.end] and phrase.start >= ends
        ends = phrase.end
        for effect in phrase.effect:
            assert true(scene, effect), effect
        if phrase.status == "not_understood":
            assert not phrase.effect and any(d.code == "not-english" or d.code == "unknown-word" and d.span == (phrase.start, phrase.end) for d in reading.diagnostics)
    for start, end, word in content_words(prompt):
        letters = [k for k in range(start, end) if prompt[k].isalnum()]  # "yak:0" is two phrases
        assert all(any(p.start <= k < p.end for p in reading.phrases) for k in letters), word
    for d in reading.diagnostics:
        assert d.message and (d.span is None or 0 <= d.span[0] < d.span[1] <= len(prompt))
    stock(scene.film.stock)


def true(scene, effect: str) -> bool:
    """Is `path=value` so? Read anew from the scene, as a stranger to the reader would."""
    path, _, value = effect.partition("=")
    if path == "relations":
        subject, kind, *objects = value.split()
        return any((r.subject, r.kind, list(r.objects)) == (subject, kind, objects) for r in scene.relations)
    return any(holds(scene, path, v) for v in _values(value))


def _values(value: str):
    yield value
    if value in ("True", "False"):
        yield value == "True"
    if ":" in value and all(p.replace(".", "", 1).isdigit() for p in value.split(":")):
        yield tuple(float(p) for p in value.split(":"))
    try:
        yield float(value)
    except ValueError:
        pass


@given(soup)
@settings(max_examples=400, deadline=None)
@example("a red and white striped umbrella with a red lid of glass in it")
@example("between , a cat and it")
@example("backlit by behind above a mug")
@example("a mug between left, a pear and a plum")
@example("a mug between the sky, a pear")
def test_word_soup(prompt):
    check(read(prompt))


WORDS = [
    "a", "the", "two", "his", "man", "woman", "boy", "dog", "cats", "chef", "coat", "red", "hat", "bench", "talking", "holding", "sits", "walks", "plays",
    "cooks", "in", "on", "with", "of", "to", "between", "behind", "and", ",", "while", "who", "is", "them", "her", "soup", "umbrella", "river", "parked",
]  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=16).map(" ".join)


@given(sentences)
@settings(max_examples=150, deadline=None)
@example("a woman in a red coat and a man in a hat talking to her while two cats in a coat holding soup walks")
def test_words_hang_in_no_circle(sentence):
    """Whatever the repairs of a parse do, each word leads to one that hangs on itself."""
    for word in parse(sentence):
        steps = 0
        while not word.root:
            word, steps = word.head, steps + 1
            assert steps < 100, sentence


def test_what_hangs_below_takes_the_place_of_what_is_hung_on_it():
    one, two, three = (Word(k, 0, 0, text, text, text, "NN", dep) for k, (text, dep) in enumerate((("sits", "ROOT"), ("woman", "nsubj"), ("coat", "pobj"))))
    one.head, two.head, three.head = one, one, two
    one.kids, two.kids = [two], [three]
    one.hang(three, "acl")
    assert (three.head, one.head, two.head) == (three, three, one)
    assert three.kids == [one] and one.kids == [two] and not two.kids


@given(st.one_of(text, ascii_text))
@settings(max_examples=300, deadline=None)
@example("AYK:0")
@example("\U0001f34b café naïve ½ №5 100%")
@example("(((mug:1.3))) [red|blue] <lora:x:0.8> --ar 16:9")
@example("'a' \"b\" “c” ‘d’ «e»")
def test_any_text(prompt):
    check(read(prompt))


@given(soup)
@settings(max_examples=60, deadline=None)
def test_same_words_same_reading(prompt):
    assert read(prompt) == read(prompt)


@pytest.mark.parametrize("name", ["red", "mug", "window light", "in the rain", "35mm film", "no shadow"])
def test_every_entry_is_reached(name):
    """A name of the lexicon by itself is matched whole."""
    assert len(content_words(name)) <= 1


def test_the_nouns_of_peoples_prompts_are_known():
    """422 nouns, the most frequent in 4,785 public prompts: none is unknown; most are built or stood in for."""
    nouns = (Path(__file__).parent / "vocabulary.txt").read_text("utf-8").split("\n")
    readings = {noun: read(f"a {noun} on a table") for noun in nouns if noun}
    assert [n for n, r in readings.items() if any(p.status == "not_understood" for p in r.phrases)] == []
    something = [n for n, r in readings.items() if any(p.status in ("applied", "stand-in") for p in r.phrases if p.text not in ("on", "table"))]
    assert len(something) / len(readings) > 0.95


def test_a_reading_is_json():
    reading = read("a mug on a table")
    assert Reading.model_validate_json(json.dumps(reading.model_dump(mode="json"))) == reading

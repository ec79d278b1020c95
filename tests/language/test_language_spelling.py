"""Slips of the pen are read as what was meant, and said; another habit of spelling is no slip; other words are left alone."""

from __future__ import annotations

import pytest

from bench.slips import score
from diorama.language import read


@pytest.mark.parametrize(
    ("slip", "word"),
    [("tabel", "table"), ("woden", "wooden"), ("ligth", "light"), ("sofft", "soft"), ("coffe", "coffee"), ("mirorr", "mirror"), ("chandeleir", "chandelier")],
)
def test_a_slip_is_read_and_said(slip, word):
    reading = read(f"a mug and a {slip}")
    assert not [p for p in reading.phrases if p.status == "not_understood"]
    (said,) = [d for d in reading.diagnostics if d.code == "spelling"]
    assert reading.prompt[slice(*said.span)] == slip and repr(word) in said.message


@pytest.mark.parametrize("prompt", ["a harbor at dawn", "a jewelry box", "a gray armchair", "a theater", "a favourite colour", "a moulded vase and a molded vase"])
def test_american_and_british_are_no_slips(prompt):
    assert "spelling" not in {d.code for d in read(prompt).diagnostics}


@pytest.mark.parametrize("word", ["learning", "starting", "Caravagio", "zorgly", "wibble"])
def test_other_words_are_not_bent(word):
    reading = read(f"a mug and a {word}")
    assert any(p.text.endswith(word) and p.status in ("not_understood", "no_effect") for p in reading.phrases)


def test_most_slips_are_read_as_meant_and_hardly_any_other_word_is_bent():
    found = score()
    assert found.recall >= 0.9 and found.precision >= 0.94


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("a dubble dekker bsu", ["double decker bus"]), ("watermellon slise on a plte", ["watermelon slice", "plate"]),
        ("an elefant and a girl in a yelow dres", ["elephant", "girl"]),
    ],
)  # fmt: skip
def test_a_picture_is_never_empty_for_slips(prompt, nouns):
    assert [s.noun for s in read(prompt).scene.subjects if not s.implied] == nouns


def test_what_is_only_near_is_asked_after_and_other_words_are_not():
    said = {p: [d.message for d in read(p).diagnostics if d.code == "unknown-word"] for p in ("a red bottul on a table", "the composition suggests nuggets")}
    assert "did you mean 'red bottle'" in said["a red bottul on a table"][0]
    assert not any("did you mean" in m for m in said["the composition suggests nuggets"])

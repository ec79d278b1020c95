"""Nouns that the lexicon has not: the nearest thing of their kind, said so; words that are no nouns of things stay what they are."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.frames.claim import WHY


@pytest.mark.parametrize(
    ("prompt", "noun", "thing"),
    [("two zithers on a cushion", "zither", "guitar"), ("a samovar on a tray", "samovar", "jar"), ("a theodolite in a field", "theodolite", "box")],
)
def test_an_unlisted_thing_of_a_brief_is_stood_in_for_and_said_so(prompt, noun, thing):
    reading = read(prompt)
    assert [(s.noun, s.thing) for s in reading.scene.subjects][:1] == [(noun, thing)]
    assert any(d.code == "stand-in" and noun in d.message for d in reading.diagnostics)
    assert not any(d.code == "unknown-word" for d in reading.diagnostics)


def test_an_unlisted_animal_lives():
    axolotl = read("an axolotl in an aquarium").scene.subjects[0]
    assert (axolotl.kind, axolotl.species) == ("animal", "axolotl")


@pytest.mark.parametrize("prompt", ["bring the light closer", "a red grmblfx on a table"])
def test_other_words_become_nothing(prompt):
    assert not {s.noun for s in read(prompt).scene.subjects} & {"closer", "grmblfx"}


def test_tags_tell_of_who_was_named():
    girl, *others = read("1girl, solo, red hair, green eyes, gentle smile, cream sweater, brown skirt, sitting on a stone wall, holding a mug").scene.subjects
    assert (girl.hair.colour.name, girl.eye_colour.name, girl.expression, girl.posture) == ("red", "green", "serene", "sitting")
    assert [g.garment for g in girl.wears] == ["sweater", "skirt"] and [s.noun for s in others] == ["mug"]


def test_words_in_capitals_are_read_where_they_are_written():
    plate = next(s for s in read("The plinth is dark red and a brass plate reads STRUTHIO CAMELUS, PRESENTED 1894.").scene.subjects if s.labels)
    assert plate.labels[0].text == "STRUTHIO CAMELUS, PRESENTED 1894"
    assert not any(s.labels for s in read("A RED MUG ON A TABLE").scene.subjects)


def test_flags_after_a_brief_about_an_animal_are_heeded():
    reading = read("/imagine prompt: a golden retriever puppy in a basket --ar 16:9 --v 6")
    assert reading.scene.camera.aspect == (16, 9) and reading.scene.subjects[0].species == "dog"


def test_somebody_known_by_name_is_a_person_once():
    reading = read(
        "MARA (28), in a wedding dress, limps along the yellow line toward us in the rain, and behind her a column of black smoke leans in the wind. "
        "Mara carries a lantern and does not look back at it."
    )
    assert [s.noun for s in reading.scene.subjects if s.kind == "person"] == ["mara"]


@pytest.mark.parametrize(
    ("prompt", "word", "why"),
    [
        ("A waitress wipes the counter.", "counter", "unbuilt"),
        ("A nurse with a face mask sits on a chair.", "mask", "unbuilt"),
        ("A boy with a great joy sits on a chair.", "joy", "abstract"),
        ("A surgeon stands in a market town.", "market", "sort"),
    ],
)
def test_why_a_noun_is_left_out_is_true(prompt, word, why):
    told = [d.message for d in read(prompt).diagnostics if d.code == "no-effect" and repr(word) in d.message]
    assert told and told[0].endswith(WHY[why]), told


@pytest.mark.parametrize(
    ("prompt", "noun", "thing"),
    [
        ("A woman sorts mussels into three baskets.", "mussel", "oyster"),
        ("Three workers eat lunch on a steel beam.", "steel beam", "log"),
        ("A line of washing can be seen behind the house.", "line of washing", "clothesline"),
        ("A larger cat pretends to be asleep on the rug.", "rug", "rug"),
    ],
)
def test_what_can_be_seen_is_there(prompt, noun, thing):
    assert (noun, thing) in [(s.noun, s.thing) for s in read(prompt).scene.subjects]


def test_a_beam_of_light_and_what_is_tried_for_are_no_things():
    assert [s.noun for s in read("A beam of light falls on a mug.").scene.subjects] == ["mug"]
    assert [s.noun for s in read("A girl saves money to buy a rug.").scene.subjects] == ["girl"]


def test_clothes_under_other_names_are_worn():
    (man,) = [s for s in read("A man in a white djellaba and a bandana sits on a chair.").scene.subjects if s.kind == "person"]
    assert [g.noun for g in man.wears][:1] == ["djellaba"]


def test_labels_of_a_structured_prompt_are_no_things():
    reading = read(
        "Subject: an old man. Outfit: grey suit, red tie. Background: brick wall. Pose: sitting on a crate. Props: a cane and a suitcase. Clothing: tall boots."
    )
    man, *others = reading.scene.subjects
    assert [g.noun for g in man.wears] == ["suit", "tie", "boot"] and man.posture == "sitting"
    assert [s.noun for s in others] == ["crate", "cane", "suitcase"]

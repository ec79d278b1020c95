"""Words that are two things are told apart by the words about them."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.homonyms import homonyms
from diorama.language.lexicon import lexicon


@pytest.mark.parametrize(
    "prompt, thing",
    [
        ("a crane by a lake", "crane"),
        ("a crane over a half-built skyscraper", "tower_crane"),
        ("two cranes at a construction site", "tower_crane"),
        ("a paper crane on a building", "origami_crane"),
        ("a torch on a table", "flashlight"),
        ("torches on the walls of a castle", "flaming_torch"),
        ("an iron on an ironing board", "clothes_iron"),
    ],
)
def test_the_company_of_a_word_tells_what_it_means(prompt, thing):
    assert read(prompt).scene.subjects[0].thing == thing


def test_a_material_before_its_thing_stays_one():
    (bench,) = read("an iron bench").scene.subjects
    assert (bench.thing, bench.surface.material) == ("bench", "iron")


def test_every_other_meaning_is_in_the_lexicon():
    words = lexicon().words
    for word, several in homonyms().items():
        for homonym in several if not word.endswith(("s", "es")) else ():
            assert any(entry == homonym.means for entry, _ in words[homonym.means[0]]), word

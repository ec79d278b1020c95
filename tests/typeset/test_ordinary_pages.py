"""Pages and things as designers and shopkeepers tell them: which thing bears a text, in which role, in which colours; each row beside its opposite."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.pages.documents import document
from diorama.language.syntax.pasted import plain
from diorama.language.texts.reading import letterings

BORNE = {
    'A cushion on a sofa that says "Sit".': "cushion",
    'A cat on a sofa that says "Sit".': "sofa",
    'A bag on a bike that says "Sit".': "bag",
    'A bottle on a crate that says "Sit".': "crate",
    'A poster for "Jazz". At the bottom the club\'s name, "The Cellar".': "poster",
    'A street at night. Above the door the club\'s name, "The Cellar".': "",
    'A book cover for a novel. The title "Ice" in capitals. On the top edge a quote: "Chilling."': "book cover",
}
ROLES = {
    'A label. Brand at the top "Orchard", product name in the centre "Honey".': ["kicker", "title"],
    'A label. Brand at the top "Orchard", weight below "340 g".': ["title", "subtitle"],
    'An app screen titled "Plants". Three cards below each other: "Fern", "Moss", "Ivy".': ["title", "list", "list", "list"],
    'A poster titled "Plants". Below it, in three words: "Fern", "Moss", "Ivy".': ["title", "subtitle", "body", "body"],
    'A sign titled "Pool". Below, three numbered rules: "Shower", "No glass", "No dogs".': ["title", "steps", "steps", "steps"],
    'Calendar page, April 2027, with "Dentist" on the 6th.': ["note"],
    'Calendar page, April 2027, with "Dentist" at the top.': ["title"],
    'A banner above a temple gate reads "Welcome".': ["title"],
    'A train ticket with the gate "B7" and the title "Norrland".': ["number", "title"],
}
TONES = {
    'Business card. Name "Ida". Dark green card, cream type.': "#132f1f",
    'Business card. Name "Ida". A dark green line on the left.': None,
    'A quote slide, dark background: "Go far."': "#14181d",
    'A quote slide, dark letters: "Go far."': None,
}


def last(words: str) -> str:
    return letterings(plain(words).text)[-1].carrier.lower()


def test_what_bears_a_text():
    assert {words: last(words) for words in BORNE} == BORNE


def test_roles():
    assert {words: [one.role for one in letterings(plain(words).text)] for words in ROLES} == ROLES


def test_papers():
    papers = {words: made.pages[0].paper for words in TONES if (made := document(words))}
    assert {words: paper is not None for words, paper in papers.items()} == {words: paper is not None for words, paper in TONES.items()}
    assert papers['A quote slide, dark background: "Go far."'] == "#14181d"


def test_a_day_is_marked_in_its_square():
    made = document('A calendar page for October 2026. The 17th is marked with "Harvest" and the 31st with "Clocks". "Kessler" at the bottom.')
    assert made and {block.text: block.panel for block in made.pages[0].blocks} == {"Harvest": 17, "Clocks": 31, "Kessler": None}


@pytest.mark.parametrize("goods", ["three crates of fruit. The price tags say", "three crates of fruit. A price tag says"])
def test_price_tags_are_one_each_and_stand_among_the_goods(goods):
    texts = ["Apples €2", "Pears €3", "Plums €4"] if "tags" in goods else ["Apples €2"]
    scene = read(f"A market stall with {goods} " + ", ".join(f'"{text}"' for text in texts) + ".").scene
    tags = [s for s in scene.subjects if getattr(s, "labels", ())]
    stall = next(s.id for s in scene.subjects if s.thing == "market_stall")
    assert [tag.labels[0].text for tag in tags] == texts and {tag.count for tag in tags} == {1}
    assert all(any(r.subject == tag.id and r.kind == "on" and r.objects == (stall,) for r in scene.relations) for tag in tags)

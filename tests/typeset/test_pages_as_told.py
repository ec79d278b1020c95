"""What words tell of a page beyond its texts: rows with prices, sizes, who speaks, photographs, colours of letters; and how pages are set on things."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from diorama.language.pages.documents import document
from diorama.typeset import press
from diorama.typeset.lowering import lower, smallest
from diorama.typeset.palette import LARGE, contrast


def only(words: str):
    made = document(words)
    assert made is not None
    (page,) = made.pages
    return page


@pytest.mark.parametrize("words", ["A menu with Coffee 3, Tea 2.", "A chalkboard menu: Coffee 3, Tea 2", "A price list reading Coffee 3, Tea 2."])
def test_rows_with_prices_need_no_quotation_marks(words):
    assert [(e.text, e.value) for b in only(words).blocks for e in b.entries] == [("Coffee", "3"), ("Tea", "2")]


def test_a_number_of_things_is_no_price():
    assert document("a menu with 3 pages and 2 cups of tea on a table") is None


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ('A poster, A3, with the title "Jazz"', (297, 420)),
        ('A4 landscape slide titled "Plan"', (297, 210)),
        ('A square poster with the title "Jazz"', (420, 420)),
        ('A business card, 85 x 85 mm, with "Ada"', (85, 85)), ('A flyer of 10 × 15 cm saying "Yard sale"', (100, 150)), ('A poster titled "Jazz"', None),
    ],
)  # fmt: skip
def test_a_page_is_as_large_as_it_is_told(words, size):
    assert only(words).size == size


def test_in_a_chat_of_three_each_has_a_name():
    page = only('A chat: Anna writes "Hi", Ben answers "Hello", Clara writes "Wait for me"')
    assert [(b.role, b.picture) for b in page.blocks] == [("message", "Anna"), ("reply", None), ("message", "Clara")]


def test_in_a_comic_who_is_drawn_speaks():
    page = only('A comic about a cat. Panel 1: the cat says "Hello." Panel 2: the dishwasher says "Hum." Panel 3: the cat says "Right."')
    assert [b.picture for b in page.blocks] == ["cat", None, "cat"]


def test_a_photograph_on_a_page_is_told_by_its_words():
    page = only('A poster with a photo of a lighthouse at dusk and the title "Northern Light"')
    assert [b.picture for b in page.blocks if b.role == "picture"] == ["a lighthouse at dusk"] and not page.art
    assert not any(b.role == "picture" for b in only('Photo of a festival poster on a wall with the title "Jazz"').blocks)


def test_what_stands_beside_a_page_is_not_drawn_on_it():
    assert not only('A poster on a wall with the title "Jazz". A bicycle leans against the wall to the left.').art
    assert [one.kind for one in only('A poster with the title "Jazz" and a bicycle.').art] == ["bicycle"]


def test_letters_keep_the_colour_they_are_asked_in():
    data, _ = lower(document('A cereal box with the title in yellow letters "MOON CRUNCH"'))
    (page,) = data["pages"]
    (block,) = page["blocks"]
    assert block["asked"] and contrast(block["colour"], page["paper"]) >= LARGE


def test_a_part_of_a_newspaper_is_no_page():
    page = only('A newspaper with the headline "Bridge reopens". The article starts: "After nine winters." A box at the bottom says "Weather: showers"')
    assert [b.role for b in page.blocks][0] == "heading" and len(page.blocks) == 3


def test_each_page_is_as_large_as_asked():
    made = document('A banner says "Summer fair" and a label on a jar says "Plum"')
    sizes = [max(Image.open(io.BytesIO(data)).size) for data in press(made, long_side=500)]
    assert len(sizes) == 2 and all(abs(size - 500) <= 2 for size in sizes)


def test_on_things_the_smallest_letters_are_larger():
    words = 'A poster with the title in huge letters "JAZZ", "Seven nights by the harbour", small at the bottom "Doors at eight"{}'
    bare, flat = document(words.format("")), lower(document(words.format(", with a saxophone drawing")))[0]["pages"][0]
    seen = lower(document(words.format(", with a saxophone drawing")), seen=True)[0]["pages"][0]
    assert smallest(seen) > 1.5 * smallest(flat)
    flat, seen = lower(bare)[0]["pages"][0], lower(bare, seen=True)[0]["pages"][0]
    assert smallest(seen) > 1.2 * smallest(flat)  # without a drawing its words have the page

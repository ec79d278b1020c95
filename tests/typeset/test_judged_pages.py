"""What a judge found wrong on pages of prompts seen for the first time. Each beside its opposite."""

from __future__ import annotations

from diorama.language.pages.documents import document


def page(prompt: str):
    (made,) = document(prompt).pages
    return made


def roles(prompt: str) -> list[tuple[str, str]]:
    return [(b.role, b.text) for b in page(prompt).blocks if b.text]


MENU = 'A menu on cream paper. The heading is "Zia Pina". Under a section titled "Antipasti" list "Burrata" at "€9.50" and "Fried flowers" at "€8". '


def test_a_dish_is_a_row_with_its_price_and_a_section_has_a_heading():
    made = page(MENU + 'Under a section titled "Primi" list "Tagliatelle" at "€14".')
    assert [(b.role, b.text) for b in made.blocks if b.text] == [("title", "Zia Pina"), ("heading", "Antipasti"), ("heading", "Primi")]
    rows = [row for b in made.blocks if b.role == "menu" for row in b.entries]
    assert [(row.text, row.value) for row in rows] == [("Burrata", "€9.50"), ("Fried flowers", "€8"), ("Tagliatelle", "€14")]
    assert made.paper == "#efe6d0"
    alone = roles('A sign that says "Burrata" at "€9.50"')
    assert [text for _, text in alone] == ["Burrata", "€9.50"]


def test_a_background_is_the_paper_and_an_accent_is_none():
    slide = page('A slide, white background with a teal accent. The title reads "Churn fell". Beneath it bullet points: "One", "Two".')
    assert slide.paper == "#ffffff" and slide.accent == "#1f7377"
    teal = page('A slide, teal background. The title reads "Churn fell". Beneath it bullet points: "One", "Two".')
    assert teal.paper == "#1f7377"


def test_who_writes_is_told_by_the_side():
    told = 'A phone screen showing a chat. The first message, on the left, says "Hi!". The reply, on the right, says "Perfect". '
    told += 'Then on the left again "I come at two" and the last on the right "Deal".'
    assert roles(told) == [("message", "Hi!"), ("reply", "Perfect"), ("message", "I come at two"), ("reply", "Deal")]


def test_a_number_is_over_what_it_is_of():
    words = 'An infographic titled "Where does your water go?". Blocks with a big number and a caption: "47 L" for "Showers", "30 L" for "Flushing".'
    assert [r for r in roles(words) if r[0] == "heading"] == [("heading", "47 L"), ("heading", "30 L")]


def test_a_source_note_is_a_line_of_its_page_and_a_note_on_a_door_is_a_sheet():
    slide = 'A slide. The title reads "Churn fell". In the bottom right corner a small source note that says "Source: billing, 30 Sept".'
    assert [text for _, text in roles(slide)] == ["Churn fell", "Source: billing, 30 Sept"]
    note = document('A slide whose title reads "Churn fell" and a note that says "Back at two"')
    assert len(note.pages) == 2

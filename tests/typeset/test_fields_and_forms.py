"""Bars, badges, arcs, small capitals, drawings between texts, looks told after a string: each beside its opposite."""

from __future__ import annotations

import json

import pytest
import typst

from diorama.language import read
from diorama.language.pages.documents import document
from diorama.typeset import Block, Document, Page, press, sheets
from diorama.typeset.lowering import lower
from diorama.typeset.typesetter import PROGRAM, asked_of


def page(prompt: str) -> Page:
    (made,) = document(prompt).pages
    return made


def block(prompt: str, text: str) -> Block:
    return next(b for b in page(prompt).blocks if b.text == text)


def order(prompt: str) -> list[str]:
    return [b.text for b in page(prompt).blocks if b.text]


def drawn(prompt: str) -> set[str]:
    data, _ = lower(document(prompt))
    return set(json.loads(typst.query(str(PROGRAM), "<drawn>", field="value", **asked_of(data))))


BAR = (
    'A poster, white. The title is "Gig". At the foot a solid black bar with "FRI 14" on the left, "DOORS 7" in the middle '
    'and "£12" on the right, all in cream.'
)


def test_a_bar_holds_the_texts_of_its_sentence():
    for text in ("FRI 14", "DOORS 7", "£12"):
        one = block(BAR, text)
        assert "bar" in one.forms and one.ground == "#1a1a1a" and one.colour == "#efe6d0" and one.at.startswith("bottom"), one
    assert "bar" not in block(BAR, "Gig").forms and page(BAR).paper == "#ffffff"


def test_a_header_bar_has_its_colour_and_the_page_another():
    slide = 'A slide, white background, header bar dark green across the top with the title "Margin" in white. Bullets "One", "Two".'
    assert "bar" in block(slide, "Margin").forms and page(slide).paper == "#ffffff"
    assert any("bar" in b.forms for b in page('A ticket. Title "Lyon". Header bar in red with "BILLET" in white.').blocks)
    for other in ('A menu for a bar in Lyon titled "Nuit"', 'A slide titled "Sales" with a bar chart: Q1 3, Q2 4', 'A chocolate bar that says "Noir"'):
        assert not any("bar" in b.forms for b in page(other).blocks), other


def test_a_bar_is_no_surface_of_its_own():
    made = document('Infographic titled "Water". Footer strip in navy with "Source: city" in white. Light blue background.').pages
    assert len(made) == 1 and made[0].paper != made[0].blocks[-1].ground


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ('A price tag: a jagged yellow starburst in the top left corner that says "WOW!". Product "Butter".', "burst"),
        ('A poster titled "Fair". "Free entry" in a round badge.', "circle"),
        ('A ticket titled "Aurora", "Row F" in a white box on the right.', "box"),
        ('An invitation titled "Leo is 5", "Bring wellies" inside a cloud shape at the bottom.', "cloud"),
        ('A label titled "Pale", "brewed in Bergen" on a ribbon across the bottom.', "ribbon"),
    ],
)  # fmt: skip
def test_a_text_stands_on_the_field_that_is_told(words, form):
    assert [form in b.forms for b in page(words).blocks].count(True) == 1, [(b.text, b.forms) for b in page(words).blocks]


def test_what_bears_the_words_is_no_field_on_it():
    for words in ('A box that says "TEA"', 'A cardboard box with "FRAGILE" on it'):
        assert not any(b.forms for b in page(words).blocks)


def test_small_capitals_are_as_large_as_others_and_small_letters_are_smaller():
    small = block('A book cover titled "Salt", at the foot "MARA VOSS" in small capitals.', "MARA VOSS")
    assert small.forms == ("small_caps",) and small.scale == 1.0
    letters = block('A book cover titled "Salt", at the foot "Mara Voss" in small letters.', "Mara Voss")
    assert letters.forms == () and letters.scale < 1


def test_letters_stand_on_an_arc_where_they_do_not_join():
    words = 'A label, cream. "Hilltop Farm" arched at the top, below it "Jam".'
    made = document(words)
    assert made.pages[0].blocks[0].forms == ("arched",) and not made.pages[0].undrawn
    joined = Document(pages=(Page(template="label", blocks=(Block(role="title", text="كتب للجميع", forms=("arched",)),)),))
    assert any("arc" in note for note in sheets(joined)[0].notes) and not any("arc" in note for note in sheets(made)[0].notes)


def test_drawings_stand_between_the_texts_that_are_told():
    words = 'A chalkboard menu. Heading "Specials" with two wheat ears between the heading and the dishes. Then "Pie £13", "Cod £12".'
    art = page(words).art
    assert [(one.kind, one.count, one.under) for one in art] == [("wheat", 2, 0)] and "wheat" in drawn(words)
    line = 'A slide, navy. "Roadmap" large, below it a thin orange line, then "Platform team".'
    assert "line" in drawn(line) and "line" not in drawn('A slide with a line chart titled "Sales": Mon 3, Tue 4')


def test_a_look_told_right_after_a_string_is_its_own():
    words = 'An invitation. "Together" small italics at the top, then "Priya & Tom" in gold script, large. Below "join us".'
    made = {b.text: b for b in page(words).blocks}
    assert made["Together"].role == "kicker" and made["Together"].scale < 1 and made["Together"].hand == "italic"
    assert made["Priya & Tom"].role == "title" and made["Priya & Tom"].scale > 1 and made["join us"].scale == 1.0
    assert block('A poster "Alpha" in bold, big red price "€2".', "€2").scale > 1


def test_above_it_comes_first_and_below_it_after():
    assert order('A price tag: "Butter", price "€1,99", the old price "€2,79" crossed out above it.') == ["Butter", "€2,79", "€1,99"]
    assert order('A price tag: "Butter", price "€1,99", the old price "€2,79" crossed out below it.') == ["Butter", "€1,99", "€2,79"]


def test_who_plays_loudest_is_the_title():
    huge = page('A gig poster. Band name "THE HERONS" in huge capitals. Below "with Little Antler".')
    assert [(b.role, b.text) for b in huge.blocks] == [("title", "THE HERONS"), ("subtitle", "with Little Antler")]
    book = page('A book cover titled "Salt", author "Mara Voss" at the top.')
    assert {b.text: b.role for b in book.blocks} == {"Salt": "title", "Mara Voss": "author"}


def test_notes_have_the_colours_of_each_and_what_is_above_them_is_no_note():
    words = 'Three sticky notes on a whiteboard: a yellow one says "call", a pink one says "MILK", a blue one says "no". Above them in red "WEEK".'
    made = page(words)
    assert [(b.role, b.text) for b in made.blocks] == [("title", "WEEK"), ("note", "call"), ("note", "MILK"), ("note", "no")]
    assert len({b.ground for b in made.blocks if b.role == "note"}) == 3


def test_rows_have_their_icons():
    rows = 'Infographic titled "Water". Three rows each with an icon: a shower "Shower 47", a toilet "Toilet 36", a glass "Drinking 2".'
    (listed,) = [b for b in page(rows).blocks if b.role == "list"]
    assert [e.icon for e in listed.entries] == ["shower", "toilet", "drinking_glass"] and "toilet" in drawn(rows)
    assert not any(e.icon for b in page('Infographic titled "Water". Three rows: "Shower 47", "Toilet 36", "Glass 2".').blocks for e in b.entries)


def test_panels_are_those_that_are_told():
    words = 'Comic, two panels. First panel: a cat says "Mine." Second panel: the dog answers "No." and a jagged burst in the second panel with "GRRR!"'
    assert {b.text: b.panel for b in page(words).blocks} == {"Mine.": 1, "No.": 2, "GRRR!": 2}
    assert {b.panel for b in page('Comic: a cat says "Mine.", the dog answers "No."').blocks} == {None}


def test_each_sign_has_its_own_arrow():
    words = 'Wooden trail sign post with two arrows: the one on the left says "Gipfel 2 h" and the one pointing right says "Tal 45 min".'
    assert {(one.kind, one.under) for one in page(words).art} == {("arrow_left", 0), ("arrow", 1)}
    assert [one.kind for one in page('Trail sign with an arrow to the right that says "Tal 45 min"').art] == ["arrow"]


def test_backgrounds_are_read_wherever_they_stand():
    assert page('A poster titled "Gig", a heron in teal. Background burnt orange.').paper == "#bf5520"
    assert page('A shirt print "KOALA". White print on navy.').paper == page('A poster "KOALA", navy background.').paper
    assert page('A poster titled "Gig" with a heron on a white rock.').paper != "#ffffff"


def test_every_field_and_form_is_set():
    forms = ("small_caps", "spaced", "arched", "underlined", "bar")
    forms += ("box", "circle", "oval", "hexagon", "burst", "ribbon", "cloud", "shield", "triangle", "brackets")
    for template in ("poster", "slide", "label", "ticket", "comic", "menu"):
        pages = tuple(Page(template=template, blocks=(Block(role="title", text="One"), Block(role="body", text="Two words", forms=(form,)))) for form in forms)
        made = press(Document(pages=pages), "svg")
        assert len(made) == len(forms) and len(set(made)) > len(forms) / 2, template


def test_texts_stand_under_the_heading_that_is_told():
    words = 'Whiteboard: title "Retro". Three columns with headings "Well", "Badly", "Next". '
    words += 'Under the first "demo", under the second "flaky", under the third "pair".'
    rows = lambda made: [b.text or b.entries[0].text for b in made.blocks]  # noqa: E731
    made = page(words)
    assert rows(made) == ["Retro", "Well", "demo", "Badly", "flaky", "Next", "pair"] and made.columns
    each = page('Slide: "Risks". Three columns with headings "Supply", "Staff" and under them "single vendor", "two posts".')
    assert rows(each) == ["Risks", "Supply", "single vendor", "Staff", "two posts"]
    plain = page('Slide: "Risks". Headings "Supply", "Staff". At the foot "single vendor".')
    assert rows(plain) == ["Risks", "Supply", "Staff", "single vendor"] and not plain.columns


def test_rows_go_under_the_heading_of_their_name_and_into_their_column():
    menu = page('Drinks menu. Title "Dark". Headings "Classics" and "Zero". Under Classics: "Negroni 12", "Martini 13". Under Zero: "Tonic 8", "Lime 9".')
    assert [b.text or [e.text for e in b.entries] for b in menu.blocks] == ["Dark", "Classics", ["Negroni", "Martini"], "Zero", ["Tonic", "Lime"]]
    two = page('Menu titled "BEAN". left column: "Espresso 2.20", "Mocha 3.40". right column: "Brownie 2.80".')
    assert [(b.at, [e.text for e in b.entries]) for b in two.blocks if b.entries] == [("left", ["Espresso", "Mocha"]), ("right", ["Brownie"])]


def test_what_a_later_sentence_tells_of_the_title_is_the_titles():
    made = page('Travel poster for "LAKE BLED": a church. The name in large art deco capitals at the bottom, above the name in small capitals "The pearl".')
    by = {b.text: b for b in made.blocks}
    assert (by["LAKE BLED"].role, by["LAKE BLED"].hand, by["LAKE BLED"].at) == ("title", "art_deco", "bottom")
    assert by["The pearl"].forms == ("small_caps",) and by["The pearl"].hand is None
    own = page('A poster "A". The title in bold letters "Beta".')
    assert {b.text: b.hand for b in own.blocks} == {"A": None, "Beta": "bold"}


def test_a_place_is_told_by_its_word_alone():
    board = page('Chalkboard: top "Class 3b" underlined, left "swimming", right "museum", bottom in pink chalk "Bring a snack!"')
    assert [(b.text, b.at) for b in board.blocks] == [("Class 3b", "top"), ("swimming", "left"), ("museum", "right"), ("Bring a snack!", "bottom")]
    arrow = page('Road sign, blue, white arrow to the right, "Centre" and "Gare".')
    assert [b.at for b in arrow.blocks] == [None, None]


def test_a_colour_before_a_colon_is_the_pages_and_after_in_the_letters():
    assert block('A swing tag, cream: "Wool" curved along the top, "Size M" below.', "Wool").colour is None
    assert block('A poster. Written in red: "Wool".', "Wool").colour == "#b3261e"


def test_months_outlines_and_bars_of_one_text():
    assert page('October 2026 wall calendar page. Title "Oktober".').month == "October 2026"
    assert page('Wall calendar page. Title "October 2026".').month is None
    assert page('Shop sign: oval, dark green. "Baxter" in script.').shape == "oval" and page('Shop sign, dark green. "Baxter" on an oval plate.').shape is None
    flyer = page('Flyer, yellow. "FAIR" across the top, "Sat 3 Oct" in a green band under it, then at the very bottom "Ashby".')
    assert {b.text: b.forms for b in flyer.blocks} == {"FAIR": (), "Sat 3 Oct": ("box",), "Ashby": ()}


def test_what_is_told_in_other_languages_is_read_where_it_is_a_place_and_else_said():
    made = page("Плакат: «НОЧЬ» крупно вверху, под ним «16 мая». Внизу слева «Вход», внизу справа «museum.example». Тёмно-синий фон.")
    assert made.template == "poster" and [(b.text, b.at) for b in made.blocks][0] == ("НОЧЬ", "top")
    assert {b.at for b in made.blocks} >= {"bottom_left", "bottom_right"} and any("language" in what for what in made.undrawn)
    assert not any("language" in what for what in page('A poster titled "Ночь музеев" with a moon').undrawn)


def test_who_speaks_and_cannot_be_drawn_is_said():
    words = 'Comic strip. Panel 1: a robot says "I dreamed." Panel 2: the girl asks "Of what?"'
    assert "girl" in page(words).undrawn and "robot" not in page(words).undrawn


def test_who_said_it_stands_under_a_quotation_and_an_award_is_no_awarding():
    quote = page('A slide: on the left the quote "Ship it." in italics, below it "Rosa Engel, CTO" in grey.')
    assert [(b.role, b.text) for b in quote.blocks] == [("quote", "Ship it."), ("author", "Rosa Engel, CTO")]
    award = page('Certificate. "Good Dog Award" at the top, "presented to" below, "Pepper" very large in the centre.')
    assert {b.text: b.role for b in award.blocks} == {"Good Dog Award": "title", "presented to": "subtitle", "Pepper": "heading"}


def test_in_a_scene_the_words_for_small_capitals_did_something():
    shown = read('A shop sign on a wall: "Mill & Crumb" in script, below it "est. 1924" in small capitals.')
    assert not [d for d in shown.diagnostics if d.code == "unknown-word"]
    labels = [label for subject in shown.scene.subjects for label in subject.labels]
    assert [label.forms for label in labels] == [(), ("small_caps",)]


def test_what_is_told_beside_a_bar_is_not_in_it():
    made = page('A slide titled "Q3" with a dark blue header bar and three bullets "Up", "Down", "New".')
    assert not any("bar" in b.forms for b in made.blocks)

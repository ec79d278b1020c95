"""Rows of days, texts abreast, two texts in one badge, outlines of pages, texts round a drawing and up an edge: each beside its opposite."""

from __future__ import annotations

import json

import pytest
import typst

from diorama.language import read
from diorama.language.pages.documents import document
from diorama.language.texts.reading import letterings
from diorama.typeset import Block, Page
from diorama.typeset.lowering import lower
from diorama.typeset.typesetter import PROGRAM, asked_of


def page(prompt: str) -> Page:
    (made,) = document(prompt).pages
    return made


def block(prompt: str, text: str) -> Block:
    return next(b for b in page(prompt).blocks if b.text == text)


def rows(prompt: str) -> list[tuple[str, str]]:
    return [(e.text, e.value) for b in page(prompt).blocks for e in b.entries]


def test_a_week_is_rows_by_its_days():
    week = 'Weekly planner page. Header "My Week". Monday "Yoga 7 am", Wednesday "Dinner", Sunday "Rest".'
    assert rows(week) == [("Monday", "Yoga 7 am"), ("Wednesday", "Dinner"), ("Sunday", "Rest")]
    assert [day for day, _ in rows(week.replace("page.", "page with seven rows, one per day."))][:3] == ["Monday", "Tuesday", "Wednesday"]
    assert [one.text for one in letterings(week)] == ["My Week", "Yoga 7 am", "Dinner", "Rest"]  # no day is a text of its own
    assert not rows('A poster titled "Jazz" on Friday with "Doors 7 pm"')


def test_opening_hours_are_rows():
    hours = 'Shop door sign: heading "OPENING HOURS", then "Mon–Fri 8–18", "Saturday 9–16", "Sunday closed".'
    assert rows(hours) == [("Mon–Fri", "8–18"), ("Saturday", "9–16"), ("Sunday", "closed")]
    assert not rows('A shop sign that says "Sunday Roast" and "From noon"')


def test_texts_that_are_told_to_stand_in_a_row_do():
    screen = 'App screen for a weather app: along the bottom a row of days: "Mon 3°", "Tue 5°", "Wed 1°". City "Oslo" at the top.'
    made = next(b for b in page(screen).blocks if b.entries)
    assert "abreast" in made.forms and made.at == "bottom" and [e.value for e in made.entries] == ["3°", "5°", "1°"]
    assert not any(one.kind == "city" for one in page(screen).art)  # it names the text after it
    assert any(one.kind == "city" for one in page('A poster titled "Oslo" with a city drawing').art)
    assert not any("abreast" in b.forms for b in page('A slide "Plan" with bullets "One", "Two", "Three"').blocks)
    assert not any("abreast" in b.forms for b in page('A menu. Rows: "Tea 2", "Milk 3", "Bun 4"').blocks)


def test_two_texts_of_one_badge_share_it():
    poster = 'A poster titled "Pines". A round badge in the top right corner reads "FREE ENTRY" and under it in the same badge "before 8 pm".'
    assert block(poster, "FREE ENTRY\nbefore 8 pm").forms == ("circle",)
    assert block('A poster "Sale" with a starburst saying "50 %" over "OFF".', "50 %\nOFF").role == "badge"
    apart = page('A poster titled "Pines". A round badge reads "FREE" and at the bottom "before 8 pm".')
    assert [b.text for b in apart.blocks] == ["Pines", "FREE", "before 8 pm"]


@pytest.mark.parametrize(
    ("prompt", "shape"),
    [
        ('Diamond-shaped yellow road sign reading "ROAD WORK"', "diamond"),
        ('Hexagon label in pale yellow for a jar: "Honey"', "hexagon"),
        ('Octagonal stop sign in red, "STOP"', "octagon"),
        ('A yellow road sign reading "ROAD WORK"', None),
        ('A road sign reading "Diamond Street"', None),
    ],
)
def test_a_sign_is_cut_as_told(prompt, shape):
    assert page(prompt).shape == shape


def test_a_title_bar_is_the_titles():
    slide = 'Slide, white background with a dark blue title bar. Title: "Why customers leave". Bullets "Slow", "Dear".'
    assert "bar" in block(slide, "Why customers leave").forms
    assert "bar" not in block('Slide with a bar chart. Title: "Why customers leave".', "Why customers leave").forms


def test_a_strip_ends_where_another_text_is_told_by_its_size():
    badge = 'Name badge: top strip in orange with "DEVDAYS" in white, big first name "Amara", below "Okafor", and at the bottom a box that says "SPEAKER".'
    assert [("bar" in b.forms, "box" in b.forms) for b in page(badge).blocks] == [(True, False), (False, False), (False, False), (False, True)]
    both = 'A poster "Gig". A black bar at the bottom with "FRI 14" on the left and "£12" on the right.'
    assert [b.text for b in page(both).blocks if "bar" in b.forms] == ["FRI 14", "£12"]


def test_texts_stand_on_either_side_of_a_drawing():
    shirt = page('T-shirt print: "CAMP" to the left of a tent and "WILD" to the right of it, and below in small letters "est. 1994".')
    assert [(b.text, b.at) for b in shirt.blocks] == [("CAMP", "left"), ("WILD", "right"), ("est. 1994", None)]
    (tent,) = shirt.art
    assert (tent.kind, tent.under, tent.at) == ("tent", 0, "right")
    sign = page('A shop sign, "OPEN", at the bottom "Dogs welcome" with a paw print beside it.')
    assert (sign.art[0].under, sign.art[0].at) == (1, "right")


def test_letters_run_up_an_edge():
    label = 'Bottle label. Upper left "LUMEN", in the middle "Serum". Text along the right edge, running vertically: "made in Denmark".'
    assert block(label, "made in Denmark").vertical and not block(label, "Serum").vertical
    assert block(label, "LUMEN").at == "top_left"
    data, _ = lower(document(label))
    assert json.loads(typst.query(str(PROGRAM), "<set>", field="value", **asked_of(data)))
    ticket = page('Cinema ticket, red. "ADMIT ONE" large, "Row F". On the stub: "No. 417" rotated sideways.')
    assert ticket.blocks[-1].vertical and ticket.blocks[-1].at == "right"


def test_a_lock_screen_has_its_hour_and_cards():
    screen = page('iPhone lock screen: the time "9:41" large, above it the date "Tuesday, 4 June", two notifications: "Mum: Call me" and "Dentist at 3"')
    assert screen.template == "lock_screen" and [b.role for b in screen.blocks] == ["date", "time", "message", "message"]
    assert page('A chat on a phone: Ana says "Hi"').template == "chat"


def test_columns_under_headings_on_two_sides():
    slide = (
        'Slide: on the left under the heading "Before" the lines "12 tools" and "40 h a month", on the right under "After" '
        'the lines "1 tool" and "6 h a month". Title on top "One platform".'
    )
    made = [(b.role, b.at, b.text or [e.text for e in b.entries]) for b in page(slide).blocks]
    assert made == [
        ("heading", "left", "Before"), ("list", "left", ["12 tools", "40 h a month"]), ("heading", "right", "After"),
        ("list", "right", ["1 tool", "6 h a month"]), ("title", "top", "One platform"),
    ]  # fmt: skip


def test_sides_told_by_their_word_after_a_text():
    bag = page('Coffee bag packaging, black. Brand "NORTH" at top, and at the bottom "250 g" left and "Roast 02" right.')
    assert [b.at for b in bag.blocks[1:]] == ["bottom_left", "bottom_right"]


def test_letters_on_a_ground_by_their_colours():
    card = page('Business card, both names in dark green on ivory: "Rosa Lind" with "Designer" beneath.')
    assert card.paper == "#f0eadb" and card.ink == "#1f3822"
    sign = page('Parking sign, white with green text and border: "2 HOURS", "9 AM – 6 PM".')
    assert sign.ink == "#3c7a3f" and sign.paper == "#ffffff"


def test_a_cover_without_a_drawing_has_no_shapes_of_its_own():
    data, _ = lower(document('A thriller cover. Title "NO SIGNAL", author "D. Farrow". Black background.'))
    assert data["pages"][0]["layout"] == "stack"
    data, _ = lower(document('A thriller cover. Title "NO SIGNAL", author "D. Farrow", with a moon drawing.'))
    assert data["pages"][0]["layout"] == "cover"


def test_a_text_that_is_only_referred_to_is_no_further_text():
    sign = 'Beach sign: "NO SWIMMING" and "Strong currents". A wave symbol above "Strong currents".'
    assert [one.text for one in letterings(sign)] == ["NO SWIMMING", "Strong currents"]
    assert [one.text for one in letterings('A poster "Jazz" and below "Jazz"')] == ["Jazz", "Jazz"]


def test_a_place_before_an_article_is_what_stands_there():
    bag = page('Tote bag: text on an arc at the top "LOCAL LIBRARY", in the middle a stack of books, text at the bottom "support yours".')
    assert [(b.text, b.at) for b in bag.blocks] == [("LOCAL LIBRARY", "top"), ("support yours", "bottom")]
    assert [one.kind for one in bag.art] == ["stack_of_books"]
    assert block('A poster. Title "Library" in the middle, a row of books below.', "Library").at == "centre"


def test_a_heading_over_days_is_the_title_wherever_it_is_told():
    made = page('Opening hours sign, white letters on black: "Tue–Fri 10–19", "Sat 9–15", heading "HOURS" on top.')
    assert made.blocks[0].text == "HOURS" and made.blocks[0].role == "title"


def test_a_bubble_on_a_poster_is_no_comic():
    poster = page('Recruiting poster: in a speech bubble at the top "We\'re hiring!", below as a list with check marks "Barista", "Baker".')
    assert poster.template == "poster" and "oval" in poster.blocks[0].forms
    assert [e.text for b in poster.blocks for e in b.entries] == ["Barista", "Baker"]
    assert page('Comic panel: a cat says "Hi" in a speech bubble').blocks[0].role == "balloon"


def test_a_banner_along_the_foot_is_a_bar_of_its_poster():
    poster = page('Run poster: "RUN" in blue. A yellow banner along the bottom with "Register at run.org".')
    assert "bar" in poster.blocks[-1].forms and poster.blocks[-1].at == "bottom"
    assert len(document('A shop with a banner over the road reading "SALE" and a poster that says "50 %"').pages) == 2


def test_circles_told_for_two_texts_are_round_both():
    flyer = page('Flyer: title "PIZZA", two prices in red circles: "Marga €8" on the left and "Diavola €10" on the right.')
    assert [(b.forms, b.ground, b.at) for b in flyer.blocks[1:]] == [(("circle",), "#b3261e", "left"), (("circle",), "#b3261e", "right")]


def test_what_is_below_what_stands_at_the_foot_stands_there():
    film = page('Film poster. Title "ORBIT" at the bottom, above it the tagline "Everything falls.", below it the credits "By L. Osei".')
    assert [(b.text, b.at) for b in film.blocks] == [("Everything falls.", "bottom"), ("ORBIT", "bottom"), ("By L. Osei", "bottom")]


def test_a_slide_on_a_laptops_screen_is_on_the_laptop():
    labels = lambda words: {one.thing: [label.text for label in one.labels] for one in read(words).scene.subjects}  # noqa: E731
    assert labels('A laptop on a desk, on its screen a slide titled "Roadmap" with the bullets "Alpha", "Beta"') == {"laptop": ["Roadmap", "Alpha", "Beta"]}
    assert labels('A laptop beside a monitor; the monitor shows a slide titled "Plan"') == {"laptop": [], "monitor": ["Plan"]}


def test_a_red_burst_is_set():
    wrapper = document('A protein bar wrapper, blue. "PEAK" in white. A burst with "NEW" in red in the top right corner.')
    assert [b["fill-of"] for b in lower(wrapper)[0]["pages"][0]["blocks"] if b["text"] == "NEW"] == ["#b3261e"]


def test_the_name_of_a_colour_draws_nothing():
    assert not page('Olive oil label, forest green: "Oleum"').art
    assert [one.kind for one in page('Label with a forest drawing: "Oleum"').art] == ["forest"]

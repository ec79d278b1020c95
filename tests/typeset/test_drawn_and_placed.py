"""What the words ask to be drawn on a page, and where its texts stand beside each other. Each beside its opposite."""

from __future__ import annotations

from diorama.language.pages.documents import document
from diorama.typeset import press, sheets


def page(prompt: str):
    (made,) = document(prompt).pages
    return made


def drawn(prompt: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.at) for one in page(prompt).art]


def places(prompt: str) -> list[tuple[str, str | None]]:
    return [(b.text or b.entries[0].text, b.at) for b in page(prompt).blocks]


def test_a_line_icon_is_drawn_where_it_is_told_of_and_not_where_its_word_is_another_nouns():
    assert drawn('A label with a bee illustration that says "Wild Meadow"') == [("bee", None)]
    assert drawn('A recipe card titled "Lemon cake" with a small lemon illustration in the top right corner') == [("lemon", "top_right")]
    assert drawn('A poster for a lemon festival in orange and mint, titled "Zest"') == []
    assert drawn('A poster for a tea house titled "Zest"') == []
    assert page('A poster with a large saxophone illustration in gold and the title "Nine"').art[0].colour == "#b98a2e"


def test_what_cannot_be_drawn_is_said_and_what_can_is_not():
    told = document('A poster with an illustration of a samovar and the title "Nine"')
    assert told.pages[0].undrawn == ("a samovar",)
    assert any("samovar" in note for note in sheets(told)[0].notes)
    assert page('A poster with an illustration of an owl and the title "Nine"').undrawn == ()
    assert page('A business card with a small logo. Name "Noor Haddad".').undrawn == ()


def test_a_border_and_a_pattern_are_no_drawings_of_their_own():
    menu = page('A menu with a coffee-bean border. Title "Corner". "Espresso" "€2", "Cortado" "€3"')
    assert (menu.border, menu.art) == ("coffee_bean", ())
    label = page('A honey label with a hexagon pattern that says "HONEY"')
    assert (label.pattern, label.border) == ("hexagons", None)
    assert page('A certificate with a gold border that says "Well done"').accent == "#b98a2e"
    for made in (menu, label):
        assert press(_document(made), "svg")


def _document(made):
    from diorama.typeset import Document

    return Document(pages=(made,))


def test_left_and_right_hold_for_their_sentence_and_for_no_page_with_one_text():
    told = 'A recipe card titled "Cake". On the left "Ingredients": "3 lemons", "4 eggs". On the right "Method": "Mix", "Bake". At the bottom "Serves 8"'
    assert places(told) == [("Cake", None), ("Ingredients", "left"), ("3 lemons", "left"), ("Method", "right"), ("Mix", "right"), ("Serves 8", "bottom")]
    foot = 'A poster titled "NINE". Along the bottom edge "Friday 14 March" on the left and "Free entry" on the right.'
    assert places(foot)[1:] == [("Friday 14 March", "bottom_left"), ("Free entry", "bottom_right")]
    assert [b.role for b in page('A poster titled "NINE". At the bottom "18 September" and "Day pass £22".').blocks] == ["title", "date", "price"]
    assert places('On the left a sign says "OPEN"') == [("OPEN", None)]
    card = document('A business card. Name "Noor" on the left, under it "Architect". On the right, small, "+31 6 1234 5678", "haddad.studio".')
    assert len(card.pages) == 1 and [b.role for b in card.pages[0].blocks] == ["title", "subtitle", "contact", "contact"]


def test_a_chats_bubbles_have_their_colours_and_its_field_its_words():
    chat = page(
        'A chat with "Mum". She writes in grey bubbles "Did you eat?" and I answer in green "Twice." Then she writes "Good." '
        'The input field says "Message".'
    )
    assert [(b.role, b.colour) for b in chat.blocks] == [
        ("title", None), ("message", "#828282"), ("reply", "#3c7a3f"), ("message", "#828282"), ("field", None),
    ]  # fmt: skip
    plain = page('A chat with "Mum". She writes "Did you eat?" and I answer "Twice."')
    assert [b.colour for b in plain.blocks] == [None, None, None]


def test_figures_right_after_names_are_theirs():
    board = page('A dashboard titled "Shop". Four tiles: "Revenue" "$48.2k", "Orders" "1,204", "Refunds" "1.8%". Below a bar chart "Per day": Mon 120, Tue 150.')
    rows = [(row.text, row.value) for b in board.blocks for row in b.entries]
    assert rows == [("Revenue", "$48.2k"), ("Orders", "1,204"), ("Refunds", "1.8%")]
    (chart,) = [b.chart for b in board.blocks if b.chart]
    assert chart.shown == ("120", "150") and [b.text for b in board.blocks if b.role == "heading"] == ["Per day"]
    assert [b.text for b in page('A sign that says "Gate" and "12"').blocks] == ["Gate", "12"]


def test_vertical_japanese_stands_beside_what_runs_across():
    tea = page('A poster. Vertical Japanese text "抹茶" on the right side, and at the bottom "Open daily 10–18".')
    assert [(b.text, b.vertical) for b in tea.blocks] == [("抹茶", True), ("Open daily 10–18", False)] and not tea.vertical
    assert press(_document(tea), "svg")
    across = page('A poster with the Japanese text "抹茶" and at the bottom "Open daily 10–18".')
    assert not any(b.vertical for b in across.blocks)


def test_a_note_in_a_corner_is_a_line_of_the_page_and_one_on_a_door_a_sheet():
    slide = 'A slide titled "Money". A small note in the bottom left corner says "Source: survey"'
    assert places(slide) == [("Money", None), ("Source: survey", "bottom_left")]
    assert len(document('A slide titled "Money" and a note on the door that says "Back at two"').pages) == 2


def test_a_signs_rows_point_where_it_says_and_it_is_of_its_wood():
    sign = page('A wooden trail sign with three lines: "Lake Loop 3.2 km", "Summit 5.8 km", "Hut 1.1 km", each with an arrow. On top "Eagle Ridge Trails".')
    assert sign.paper == "#6f4b2c" and [b.role for b in sign.blocks] == ["list", "title"] and [a.kind for a in sign.art] == ["arrow"]
    assert page('A trail sign with two lines: "Lake Loop 3.2 km", "Summit 5.8 km".').art == ()


def test_figures_stand_over_what_they_are_of_and_a_lone_one_is_none():
    slide = page('A slide titled "Q4". Three big numbers in a row: "€4.2M" "Revenue", "18%" "Growth", "92" "NPS".')
    assert [(b.role, b.text or b.entries[0].text) for b in slide.blocks][1:3] == [("heading", "€4.2M"), ("list", "Revenue")]
    assert press(_document(slide), "svg")
    assert [b.role for b in page('A slide titled "Q4". "92" "points"').blocks][1] != "heading"


def test_years_before_the_names_of_a_timeline_are_read_and_others_are_not():
    told = page('An infographic titled "Bicycles" with a timeline: 1817 "Draisine", 1863 "Velocipede", 1885 "Safety bicycle".')
    (chart,) = [b.chart for b in told.blocks if b.chart]
    assert chart.labels == ("1817", "1863", "1885") and chart.notes[0] == "Draisine"
    assert page('A poster from 1817 "Draisine" and 1863 "Velocipede"').strings() == ("Draisine", "Velocipede")


def test_all_others_write_to_me_in_a_group():
    chat = 'A group chat called "Crew". Lina: "Who comes?" in a purple bubble. Omar: "Not me" in an orange bubble. My reply in blue: "Fine."'
    assert [b.role for b in page(chat).blocks] == ["title", "message", "message", "reply"]
    two = 'A chat. Lina: "Who comes?" Omar: "Not me"'
    assert [b.role for b in page(two).blocks] == ["message", "reply"]


def test_letters_on_a_ground_are_the_pages_and_a_background_is_no_ink():
    sign = page('A shop sign that reads "Levain", white letters on dark green')
    assert sign.paper == "#1f3822" and sign.ink == "#ffffff"
    card = page('A quote card with a pale pink background: "Start now." by "Mira"')
    assert card.paper == "#f1d0d7" and card.blocks[0].colour is None


def test_a_drawing_on_a_page_in_a_picture_is_no_thing_beside_it_and_a_thing_beside_it_is():
    from diorama.language import read

    told = read('A poster on a brick wall with a large lighthouse illustration and the title "HARBOUR"').scene.subjects
    assert [s.thing for s in told] == ["poster"] and [one.kind for one in told[0].labels[0].look.art] == ["lighthouse"]
    beside = read('A poster with the title "HARBOUR" on a table beside a red mug').scene.subjects
    assert "mug" in [s.thing for s in beside] and beside[0].labels[0].look is None


def test_a_route_needs_two_places_and_a_voucher_has_none():
    from diorama.typeset.lowering import lower

    def routed(words: str) -> list[int]:
        return lower(_document(page(words)))[0]["pages"][0]["route"]

    assert len(routed('A train ticket. On the left "LISBOA" and on the right "PORTO" with an arrow between them.')) == 2
    assert routed('A gift voucher. On the left "Gift Voucher" and "for a spa day", on the right "€50" in huge letters.') == []


def test_what_is_drawn_bears_no_words_and_a_screens_bubbles_are_no_soap():
    from diorama.language import read

    jar = read('A honey jar on a table with a label with a bee illustration that says "Wild Meadow"').scene.subjects
    assert [s.thing for s in jar if s.labels] == ["jar"]
    phone = read('A phone on a table showing a chat with "Mum". She writes in grey bubbles "Hello?" and I answer in green "Yes."').scene.subjects
    assert [s.thing for s in phone] == ["phone"]
    assert "soap_bubble" in [s.thing for s in read("A child blowing bubbles in a garden").scene.subjects]

"""Whatever little a page has, it is set: a title alone, a drawing with it, one text of a role (all roles together: `test_press`);
and what was asked of it and is not on it is said."""

from typing import get_args

import pytest

from diorama.language.pages.documents import document
from diorama.scene.look import Motif, TextRole
from diorama.typeset import TEMPLATES, Block, Document, Page, press, sheets
from diorama.typeset.model import Chart, Entry, Table

TITLE = Block(role="title", text="Tide")
DROP = Motif(kind="drop")


def block(role: str) -> Block:
    if role in ("list", "steps", "menu"):
        return Block(role=role, entries=(Entry(text="Tea", value="3"),))
    if role == "chart":
        return Block(role=role, chart=Chart(kind="bar", labels=("a",), values=(0.0,)))
    if role == "table":
        return Block(role=role, table=Table(header=("a", "b"), rows=(("1", "2"),)))
    return Block(role=role, text="Low water")


ROLES = [role for role in get_args(TextRole) if role not in ("cell", "bar_chart", "line_chart", "pie_chart", "timeline", "flow_chart")]


OF_LAYOUTS = {made.layout: name for name, made in reversed(TEMPLATES.items())}
"""One template for each layout: how a page is laid out is the same for all of them."""


def test_a_page_of_little_is_set():
    few = ((), (TITLE,))
    pages = tuple(Page(template=name, blocks=blocks, art=art) for name in TEMPLATES for blocks in few for art in ((), (DROP,)))
    assert len(press(Document(pages=pages), "svg")) == len(pages)


@pytest.mark.parametrize("template", OF_LAYOUTS.values())
def test_a_page_of_one_role_is_set(template):
    pages = tuple(Page(template=template, blocks=(block(role),), art=(DROP,) if k % 2 else ()) for k, role in enumerate(ROLES))
    assert len(press(Document(pages=pages), "svg")) == len(pages)


def notes(words: str) -> list[str]:
    made = document(words)
    assert made is not None
    return [note for sheet in sheets(made) for note in sheet.notes]


def test_what_is_asked_and_not_drawn_is_said_and_what_is_drawn_is_not():
    sign = 'A wooden shop sign hanging from an iron bracket. It says "Penn & Daughters" and "Est. 1908" at the bottom between two wheat ears.'
    assert any("iron bracket" in note for note in notes(sign)) and any("wheat ears" in note for note in notes(sign))
    assert notes('A poster with a saxophone and the title "Moonlight Jazz".') == []
    assert notes('A business card with the name "Noor Haddad" and a thin border.') == []


def test_a_drawing_for_which_a_layout_has_no_room_is_said_and_one_that_stands_is_not():
    drawn = (DROP, Motif(kind="saxophone"))
    receipt, ticket = (Document(pages=(Page(template=template, blocks=(TITLE,), art=drawn),)) for template in ("receipt", "ticket"))
    assert [any(kind in note for note in sheets(receipt)[0].notes) for kind in ("drop", "saxophone")] == [True, True]
    assert sheets(ticket)[0].notes == ()
    assert any("saxophone" in note for note in notes('A receipt with the total "12.00" and a saxophone illustration.'))
    assert notes('Single comic panel: a green robot and an orange cat. The robot says "Odds." and the cat answers "And?".') == []


def test_colours_that_are_asked_are_painted_or_said():
    assert notes('A timetable on a white board with a yellow header. Header "Line 42".') == ["nothing on the page is “yellow header”"]
    assert notes('Minimalist business card, black with gold text. The name "Ingrid Solheim" and beneath it "Geologist".') == []
    assert notes('A sign for a beach, yellow with black border. The first line "Danger" and below in red letters "No bathing".') == []


def page(words: str) -> Page:
    made = document(words)
    assert made is not None
    return made.pages[0]


def test_a_page_has_the_tones_that_are_told_after_its_noun_and_those_of_a_thing_are_not_its():
    card = page('Minimalist business card, black with gold text. On the left side the name "Ingrid Solheim".')
    assert card.paper is not None and card.ink == "#b98a2e" == card.accent
    assert page('A café menu on cream paper with dark green lettering. The heading says "Kettle" and "Tea £2".').ink is not None
    assert page('A café menu with a green teapot and the heading "Kettle".').ink is None


def test_asked_letters_keep_their_colour_by_an_outline_where_the_ground_swallows_it():
    cover = 'Magazine cover, a pink flamingo in front of a turquoise background. The masthead "WANDER" in huge white capitals.'
    assert notes(cover) == []
    svg = press(document(cover), "svg")[0].decode()  # type: ignore[arg-type]
    assert "#ffffff" in svg and "stroke" in svg


def test_an_upper_corner_is_kept_and_a_comics_panel_stays_single():
    from diorama.typeset.press import spots

    cover = document('Magazine cover with the masthead "WANDER" at the top and in the top right corner small "Issue 58".')
    assert cover is not None
    issue = next(spot for spot in spots(cover)[0] if cover.pages[0].blocks[spot.block].text == "Issue 58")
    title = next(spot for spot in spots(cover)[0] if cover.pages[0].blocks[spot.block].text == "WANDER")
    assert issue.y1 < title.y1
    one = 'Single comic panel: the robot on the left says "I calculated the odds." and the cat on the right answers "And you came?".'
    assert page(one).single and {b.picture for b in page(one).blocks} == {"robot", "cat"}
    assert not page('A comic strip: the robot says "Hello." and the cat answers "Hm?".').single


def test_rows_without_quotation_marks_under_column_heads_are_the_tables_and_a_row_of_another_length_is_not():
    words = 'A bus timetable. Header "Line 42". A table with columns "Stop", "Weekday" and "Sunday": Riverside 06:15 and 07:40, Town Hall 06:28 and {}.'
    told = page(words.format("07:53"))
    (table,) = [block.table for block in told.blocks if block.table]
    assert table.header == ("Stop", "Weekday", "Sunday") and table.rows == (("Riverside", "06:15", "07:40"), ("Town Hall", "06:28", "07:53"))
    short = page(words.format("later"))
    assert not any("07:40" in text for text in short.strings()) and "07:40" in short.undrawn  # what is on no page is said


def test_numbers_with_labels_are_one_page_and_a_jar_with_a_label_has_its_own():
    made = document('Infographic, title "Water". Two numbers with labels: "Shower 35%" and "Toilet 27%", shown as a bar chart.')
    assert made is not None and len(made.pages) == 1
    assert [block.chart.kind for block in made.pages[0].blocks if block.chart] == ["bar"]
    plain = document('Infographic, title "Water". Two numbers: "Shower 35%" and "Toilet 27%".')
    assert plain is not None and not any(block.chart for block in plain.pages[0].blocks)
    assert page('A jar with a label reading "Honey".').template == "label"


def test_a_seals_colour_is_its_fields_and_a_colour_of_letters_is_theirs():
    badge = page('Book cover. Title "Lie" at the top. A red circle in the upper right corner with "Now on TV".').blocks[-1]
    assert (badge.role, badge.ground, badge.colour, badge.at) == ("badge", "#b3261e", None, "top_right")
    assert page('Book cover. Title "Lie" at the top and "Now on TV" in red letters.').blocks[-1].role != "badge"


def test_what_stands_over_the_author_is_at_the_foot_and_a_paper_is_no_letters_colour():
    novel = page('Book cover. Title "Lie" at the top, the author "M. HALLORAN" along the bottom, and just above the author\'s name in small italics "A novel".')
    assert [(b.role, b.at) for b in novel.blocks[1:]] == [("kicker", "bottom"), ("author", "bottom")]
    assert page('A red and white loyalty card with the title "Bean" in white letters.').paper == "#b3261e"
    assert page('A red and white loyalty card with the title "Bean" in red letters.').paper == "#ffffff"

"""Pages are changed in words: what is named changes, every other character stays."""

import pytest

from diorama.errors import PromptError
from diorama.language import read
from diorama.language.page_edits import edited
from diorama.language.pages.documents import document
from diorama.language.refine import refine
from diorama.studio import typeset
from diorama.typeset import Document, page_on
from diorama.typeset.lowering import lower

SLIDE = """A slide with the title "Today and tomorrow" with two columns. The first column is headed "Today" and lists "Coal" and "Oil".
The second column is headed "Tomorrow" and lists "Wind". A footer in small letters: "Source: survey"
"""
BEFORE = ("Today and tomorrow", "Today", "Coal", "Oil", "Tomorrow", "Wind", "Source: survey")
EDITS = {
    'make the title shorter: "Now and then"': ("Now and then", *BEFORE[1:]),
    "make the title shorter: Now and then": ("Now and then", *BEFORE[1:]),
    "remove the footer": BEFORE[:-1],
    'add a third column "Later" with "Sun" and "Tides"': (*BEFORE[:-1], "Later", "Sun", "Tides", BEFORE[-1]),
    'replace "Oil" with "Gas"': (*BEFORE[:3], "Gas", *BEFORE[4:]),
    'change the second bullet to "Gas"': (*BEFORE[:3], "Gas", *BEFORE[4:]),
    'remove "Coal"': (*BEFORE[:2], *BEFORE[3:]),
    'add a subtitle "A survey"; remove the footer': (*BEFORE[:-1], "A survey"),
}


@pytest.mark.parametrize("words", EDITS)
def test_what_is_named_changes(words):
    assert typeset.edited(typeset.pages(SLIDE), words).pages[0].strings() == EDITS[words]


def test_looks_change_and_words_stay():
    (page,) = typeset.edited(typeset.pages(SLIDE), "make the title red and larger; make the background navy; set the footer in typewriter letters").pages
    title, footer = page.blocks[0], page.blocks[-1]
    assert page.strings() == BEFORE and page.paper and title.colour and title.scale == 1.3 and footer.hand == "typewriter"


VAIN = ("make the price shorter", "add a third column", "make the title nicer", 'replace "Gas" with "Oil"', "remove the ninth bullet", "remove it on page 4")


@pytest.mark.parametrize("words", VAIN)
def test_what_cannot_be_done_is_said(words):
    with pytest.raises(PromptError) as wrong:
        typeset.edited(typeset.pages(SLIDE), words)
    assert wrong.value.hint


CHARTED = 'A slide titled "Visitors", a bar chart: "Spring 18", "Summer 41"'
MENU = 'A menu titled "Noodles": "Miso 9.50", "Udon 8.90"'
POSTER = 'A poster with a big orange sun over blue waves, titled "SALT", three films listed: "Low Tide", "Marlin"'


@pytest.mark.parametrize(
    ("prompt", "words", "seen"),
    [
        (CHARTED, "make it a pie chart", lambda p: p.blocks[1].chart.kind == "pie" and p.blocks[1].chart.values == (18, 41)),
        (CHARTED, "change Summer to 50", lambda p: p.blocks[1].chart.shown == ("18", "50")),
        (CHARTED, 'add a bar "Winter 9"', lambda p: p.blocks[1].chart.labels[-1] == "Winter" and p.blocks[1].chart.values[-1] == 9),
        (MENU, "raise the price of the udon to 9.80", lambda p: [e.value for e in p.blocks[1].entries] == ["9.50", "9.80"]),
        (MENU, "delete the miso", lambda p: [e.text for e in p.blocks[1].entries] == ["Udon"]),
        (MENU, "sort the dishes by price", lambda p: [e.text for e in p.blocks[1].entries] == ["Udon", "Miso"]),
        (MENU, "dark mode", lambda p: p.paper is not None and p.paper < "#3"),
        (POSTER, "make it landscape", lambda p: p.size is not None and p.size[0] > p.size[1]),
        (POSTER, "make the sun pink", lambda p: [m.colour for m in p.art if m.kind == "sun"] != ["#e07b1f"]),
        (POSTER, "add a moon", lambda p: {m.kind for m in p.art} == {"sun", "waves", "moon"}),
        (POSTER, "remove the waves", lambda p: [m.kind for m in p.art] == ["sun"]),
        (POSTER, "remove the second film", lambda p: [e.text for e in p.blocks[1].entries] == ["Low Tide"]),
        (POSTER, "turn it into a slide", lambda p: p.template == "slide"),
        (POSTER, "use a serif font", lambda p: p.hand == "serif"),
    ],
)
def test_rows_charts_shapes_and_drawings_are_changed_in_words(prompt, words, seen):
    before = document(prompt)
    after = edited(before, words)
    assert seen(after.pages[0]) and not seen(before.pages[0])


def test_two_columns_change_places_with_what_is_under_them():
    slide = document('A slide titled "Van?", a column headed "Rent" with the points "No upkeep" and "Cancel", a column headed "Buy" with "Ours", footer "Ops"')
    strings = edited(slide, "swap the columns").pages[0].strings()
    assert strings == ("Van?", "Buy", "Ours", "Rent", "No upkeep", "Cancel", "Ops")


DECK = """Three slides. The first slide is titled "Bees" with the subtitle "A guide". The second slide is titled "Hive".
The third slide is titled "Cost" with a bar chart: "Hive 220", "Suit 90"."""
TITLES = ("Bees", "Hive", "Cost")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("delete the third slide", ("Bees", "Hive")),
        ("duplicate slide 1", ("Bees", "Bees", "Hive", "Cost")),
        ("swap the first and the last slide", ("Cost", "Hive", "Bees")),
        ("move the first slide to the end", ("Hive", "Cost", "Bees")),
        ("move the third slide before the second", ("Bees", "Cost", "Hive")),
        ('add a fourth slide titled "Questions?"', (*TITLES, "Questions?")),
        # these speak of what stands on a page
        ('add a title "Questions?" on the second slide', TITLES),
        ("remove the subtitle on the first slide", TITLES),
        ('make the title on the second slide shorter: "Box"', ("Bees", "Box", "Cost")),
    ],
)
def test_pages_are_added_removed_and_moved(words, titles):
    assert tuple(page.blocks[0].text for page in edited(document(DECK), words).pages) == titles


@pytest.mark.parametrize(
    ("words", "count", "seen"),
    [
        ('add a footer "Club" to every slide', 3, lambda p: p.blocks[-1].text == "Club"),
        ('add a footer "Club"', 1, lambda p: p.blocks[-1].text == "Club"),
        ("make all titles blue", 3, lambda p: p.blocks[0].colour is not None),
        ("make the title blue", 1, lambda p: p.blocks[0].colour is not None),
        ("make the background dark green", 3, lambda p: p.paper is not None and p.paper < "#3"),
        ("make the background of slide 2 dark green", 3, lambda p: p.paper is not None),
        ("make the background dark green on slide 2", 1, lambda p: p.paper is not None),
        ("make the chart a pie chart", 1, lambda p: any(b.chart and b.chart.kind == "pie" for b in p.blocks)),
        ("write the title in capitals", 1, lambda p: p.blocks[0].text.isupper()),
    ],
)
def test_an_edit_reaches_the_pages_it_speaks_of(words, count, seen):
    assert sum(map(seen, edited(document(DECK), words).pages)) == count


def test_other_words_change_no_colour_and_no_shape():
    before = document('A poster titled "NIGHT RUN" and "5 km"')
    keeps = ("paper", "ink", "accent", "art")
    look = [lower(before)[0]["pages"][0][name] for name in keeps]
    for title in ("RUN", "A", "Night run for all", "Run by night"):
        after = lower(edited(before, f'make the title shorter: "{title}"'))[0]["pages"][0]
        assert [after[name] for name in keeps] == look
    assert len({lower(document(f'A poster titled "{word}"'))[0]["pages"][0]["paper"] for word in "abcdef"}) > 1


def test_slides_of_one_document_share_their_colours_and_novels_do_not():
    papers = lambda prompt: {page["paper"] for page in lower(document(prompt))[0]["pages"]}  # noqa: E731
    assert len(papers(DECK)) == 1
    assert len(papers('Four novels: the first cover reads "Salt", the second "Bees on roofs", the third "Iron", the fourth "A winter of birds"')) > 1


@pytest.mark.parametrize("words", ["delete the ninth slide", "make all prices blue", "add a slide"])
def test_a_page_that_is_not_there_is_said(words):
    with pytest.raises(PromptError) as wrong:
        edited(document(DECK), words)
    assert wrong.value.hint


@pytest.mark.parametrize("words", ['change the title to "LATE"', 'replace "NIGHT RUN" with "DAWN"', 'make the title say "Run by night"'])
def test_other_words_in_a_picture_change_no_colour_either(words):
    before = read('A poster on a wall with the title "NIGHT RUN" and "5 km" at the bottom').scene
    after = refine(before, words).scene
    pages = [page_on(next(s for s in scene.subjects if s.labels)) for scene in (before, after)]
    looks = [lower(Document(pages=(page,)))[0]["pages"][0] for page in pages]
    assert pages[0].strings() != pages[1].strings()
    assert all(looks[0][name] == looks[1][name] for name in ("paper", "ink", "accent", "art"))

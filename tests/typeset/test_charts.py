"""Charts in words: which words are rows, and what is drawn of them."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.page_edits import edited
from diorama.language.pages.documents import document
from diorama.language.texts.reading import letterings
from diorama.typeset import page_on, press
from diorama.typeset.charts import chart_of, number

TOLD = {
    'a slide with a pie chart with the segments "Farms 61%", "Industry 22%" and "Homes 17%"': ("pie", ("Farms", "Industry", "Homes"), ("61%", "22%", "17%")),
    'a slide titled "Bikes" with a bar chart showing 240 in 2022, 310 in 2023 and 405 in 2024': ("bar", ("2022", "2023", "2024"), ("240", "310", "405")),
    'a slide "Our rent" with a line chart: January €820, February €840, March €1,910': ("line", ("January", "February", "March"), ("€820", "€840", "€1,910")),
    "A pie chart of a household budget: rent 40 %, food 25 % and everything else 35 %": ("pie", ("rent", "food", "everything else"), ("40 %", "25 %", "35 %")),
}


@pytest.mark.parametrize(("words", "told"), TOLD.items())
def test_numbers_in_words_are_a_chart(words, told):
    (page,) = document(words).pages
    (chart,) = [block.chart for block in page.blocks if block.chart]
    assert (chart.kind, chart.labels, chart.shown) == told
    assert page.template == "slide" and press(document(words), long_side=200)


def test_a_timeline_and_a_flow_have_no_numbers():
    (page,) = document('an infographic titled "History" with a timeline: "1998 Founded", "2005 First shop"').pages
    chart = page.blocks[-1].chart
    assert (chart.kind, chart.labels, chart.notes) == ("timeline", ("1998", "2005"), ("Founded", "First shop"))
    flow = chart_of("flow_chart", ("Post box", "Night train: 22:10"))
    assert (flow.labels, flow.notes) == (("Post box", "Night train"), ("", "22:10"))


def test_titles_and_footers_of_a_chart_are_no_rows_of_it():
    found = letterings('a slide with a bar chart titled "Sales", the bars labelled "2024 3" and "2025 5", and the caption "in millions"')
    assert [(one.text, one.role) for one in found if one.role and one.role.endswith("chart")] == [("2024 3", "bar_chart"), ("2025 5", "bar_chart")]


def test_heights_that_nobody_told_show_no_number_and_are_said():
    from diorama.studio.typeset import notes

    made = document('a slide with a bar chart with the bars labelled "North", "South" and "West"')
    (chart,) = [block.chart for block in made.pages[0].blocks if block.chart]
    assert chart.shown == ("", "", "") and any("made up" in note for note in notes(made))


def test_a_photographed_slide_has_the_same_chart():
    scene = read('a projector screen shows a slide with the title "Water" and a pie chart with the segments "Farms 61%" and "Homes 39%"').scene
    (bearer,) = [s for s in scene.subjects if getattr(s, "labels", ())]
    (chart,) = [block.chart for block in page_on(bearer).blocks if block.chart]
    assert chart.values == (61, 39)


@pytest.mark.parametrize(("text", "value"), {"€4.1m": 4_100_000, "1,200": 1200, "2,5 %": 2.5, "−3 °C": -3, "12": 12, "1.5k": 1500}.items())
def test_figures_keep_their_value(text, value):
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("prompt", "table"),
    [
        (
            'A slide titled "Plans" with a table. The columns are "Plan", "Price" and "Users". The first row: "Basic", "€5", "1". '
            'The second row: "Team", "€19", "10".',
            (("Plan", "Price", "Users"), (("Basic", "€5", "1"), ("Team", "€19", "10"))),
        ),
        (
            'A poster titled "Open" with a table with the rows "Monday", "9–5"; "Friday", "9–1". At the bottom "Closed on holidays".',
            ((), (("Monday", "9–5"), ("Friday", "9–1"))),
        ),
        # no table: columns without rows, rows of a list
        ('A slide titled "Plans" with two columns: "Rent" and "Buy".', None),
        ('A poster titled "Open" with three rows of text: "Monday", "Tuesday", "Friday".', None),
    ],
)
def test_tables_are_read(prompt, table):
    found = next((b.table for b in document(prompt).pages[0].blocks if b.table), None)
    assert (found and (found.header, found.rows)) == table


def test_a_table_gets_a_row_and_a_column_in_words():
    slide = document('A slide titled "Plans" with a table. The columns are "Plan" and "Price". The rows: "Basic", "€5"; "Team", "€19".')
    made = edited(slide, 'add a row "Pro", "€99"; add a column "Help" with "none", "mail", "phone"').pages[0].blocks[1].table
    assert made.header == ("Plan", "Price", "Help") and made.rows == (("Basic", "€5", "none"), ("Team", "€19", "mail"), ("Pro", "€99", "phone"))

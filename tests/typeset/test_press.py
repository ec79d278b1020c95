"""Documents become PNG, SVG and PDF; every template sets every role; colours can be read."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from diorama.errors import RequestError
from diorama.scene.look import Motif
from diorama.typeset import TEMPLATES, Block, Chart, Document, Entry, Page, Table, press, sheets, template
from diorama.typeset.lowering import lower
from diorama.typeset.months import month
from diorama.typeset.palette import TEXT, contrast, legible
from diorama.typeset.templates import ROLES

FULL = {
    "list": {"entries": (Entry(text="Bread", note="sliced"), Entry(text="Milk", value="2 l"))}, "steps": {"entries": (Entry(text="Mix"),)}, "menu": {"entries": (Entry(text="Soup", value="£5"),)},
    "table": {"table": Table(header=("a", "b"), rows=(("1", "2"),))}, "chart": {"chart": Chart(kind="bar", labels=("x", "y"), values=(1, 2))}, "picture": {"picture": "a lake"},
}  # fmt: skip
COLOUR = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def page(name: str) -> Page:
    blocks = tuple(Block(role=role, **FULL.get(role, {"text": f"The {role}"})) for role in ROLES)
    return Page(template=name, blocks=blocks, art=(Motif(kind="drop"),))


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_sets_every_role(name):
    document = Document(pages=(page(name),))
    (data,) = press(document, long_side=200)
    picture = Image.open(BytesIO(data))
    (sheet,) = lower(document)[0]["pages"]
    assert max(picture.size) in (199, 200, 201)
    assert picture.width / picture.height == pytest.approx(sheet["w"] / sheet["h"], rel=0.02)
    assert len(picture.convert("L").resize((40, 40)).getcolors()) > 5


def test_rows_stand_in_vertical_pages_too():
    rows = (Block(role="menu", entries=(Entry(text="醤油ラーメン", value="850円"),)),)
    (data,) = press(Document(pages=(Page(template="menu", blocks=rows, vertical=True),)), "pdf")
    (empty,) = press(Document(pages=(Page(template="menu", vertical=True),)), "pdf")
    assert len(data) > 2 * len(empty)


def test_a_receipt_is_as_long_as_its_rows():
    rows = [Block(role="menu", entries=(Entry(text="Milk", value="1.20"),) * n) for n in (2, 12)]
    short, long = (sheets(Document(pages=(Page(template="receipt", blocks=(one,)),)))[0] for one in rows)
    assert long.height > 2 * short.height and long.width == short.width


def test_a_calendar_knows_its_month():
    assert month(["MARCH 2027"]) == {"first": 0, "days": 31}
    assert month(["février", "2028"]) == {"first": 1, "days": 29}
    assert month(["Marching band"]) is None


def test_formats():
    sign = Document(pages=(Page(template="shop_sign", blocks=(Block(role="title", text="OPEN"),)),) * 2)
    assert [data[:4] for data in press(sign, "pdf")] == [b"%PDF"]
    assert [data[:4] for data in press(sign, "svg")] == [b"<svg"] * 2
    with pytest.raises(RequestError):
        press(sign, "gif")


def test_text_is_data_and_never_code():
    hostile = '#set page(fill: red) $x^2$ *bold* _it_ `raw` @ref <label> \\ // "quotes"'
    data, _ = lower(Document(pages=(Page(template="poster", blocks=(Block(role="title", text=hostile),)),)))
    assert data["pages"][0]["blocks"][0]["text"] == hostile
    assert press(Document(pages=(Page(template="poster", blocks=(Block(role="title", text=hostile),)),)), long_side=100)


def test_chart_kinds_are_drawn():
    for kind in ("bar", "line", "pie", "timeline", "flow"):
        chart = Chart(kind=kind, labels=("2024", "2025", "2026"), values=(3, 1, 2))
        assert press(Document(pages=(Page(template="slide", blocks=(Block(role="chart", chart=chart),)),)), long_side=100)


@given(COLOUR, COLOUR)
@example("#102100", "#c51ce5")
def test_ink_can_be_read_on_any_paper(ink, paper):
    assert contrast(legible(ink, paper), paper) >= TEXT


def test_hebrew_and_arabic_begin_on_the_right():
    data, _ = lower(Document(pages=(Page(template="page", blocks=(Block(role="title", text="שלום"), Block(role="body", text="Shalom"))),)))
    assert [(b["align"], b["rtl"]) for b in data["pages"][0]["blocks"]] == [("right", True), ("left", False)]


def test_an_unknown_template_names_the_nearest():
    with pytest.raises(RequestError) as wrong:
        template("postr")
    assert "poster" in wrong.value.hint

"""The labels of a thing as one page: what a poster, a menu or a jar has on it, set as a typesetter would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile
from operator import attrgetter

from diorama.scene.look import Label
from diorama.scene.subject import Object
from diorama.typeset.charts import CHARTS, chart_of
from diorama.typeset.model import Block, Entry, Page, Table, turn_of
from diorama.typeset.palette import on_paper
from diorama.typeset.templates import TEMPLATES

LETTERED = frozenset(("sans", "serif", "script", "bold", "handwritten", "mono"))
"""Hands in which a single text may stand by itself, as large as its place allows."""
PAGES = frozenset(("printed_sheet", "whiteboard", "projection_screen", "billboard", "banner", "plaque"))
"""Things that are as large as what is set on them."""
SHEETS = frozenset(("printed_sheet", "papers", "scroll", "notebook", "envelope", "photograph"))
"""Things that are paper: what is on them is set as a page, not as large as it can be."""
CELLS = frozenset(("table", "cell"))
LOOKS = ("paper", "ink", "accent", "art", "border", "pattern")
ROWS = frozenset(("list", "steps", "menu"))
SIGNS = "£$€¥₹₽₴₫₩₪₺"
"""Of money."""
AFTER = rf"(?:[{SIGNS}元円원]|บาท|रुपये|ريال(?:اً)?|درهم|جنيه)"
"""Money that is named after its figure."""
PRICE = re.compile(r"(.*?[^\s.])\s*(?:\.{2,}|…|[-–—.:]*)\s+"
                   r"([" + SIGNS + r"]\s?\d[\d.,]*|\d+[.,]\d\d\d?\s?[€£$₫]?|\d{1,4}(?:[.,]\d{1,3})?\s?" + AFTER + r"?)$")
COSTED = re.compile(rf"(.*\S)\s*[-–—.:]*\s+([{SIGNS}]\s?\d[\d.,]*|\d+[.,]\d\d|\d+(?:[.,]\d+)?\s?{AFTER})$")
"""A row of a list that ends with money: no number alone is a price there ("Rain on Line 9")."""
FIGURE = re.compile(rf"(.*[^\W\d].*?)[:]?\s+([{SIGNS}+−-]?\d[\d.,]*\s?(?:%|[kKmM]|bn|°C?|[{SIGNS}])?)$")
"""A tile of a dashboard: "Churn 2.4 %"."""
DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:days?)?"
DAYS = rf"(?:{DAY}(?:\s?(?:[-–—,&/+]|to|and)\s?{DAY})*|Daily|Weekdays|Weekends?|Bank holidays)"
"""A day of the week, or several, as opening hours have them."""
DAY_ROW = re.compile(rf"({DAYS})\b[:.]?\s+(\S.*)$")
BY_THING = {noun.replace(" ", "_"): name for name, made in TEMPLATES.items() for noun in made.nouns}


def is_page(labels: Sequence[Label], thing: str = "") -> bool:
    """Whether they want a typesetter: what is nothing but its page, several, or one whose look or place a plain line has not."""
    told = lambda label: label.style not in LETTERED or label.at or label.look or label.forms or label.role not in (None, "title")  # noqa: E731
    return bool(labels) and thing in PAGES or len(labels) > 1 or any(map(told, labels))


def template_of(noun: str, thing: str) -> str:
    """The template for what bears the words, by its noun, then by what is built for it; a plain page where neither names one."""
    return BY_THING.get(noun.replace(" ", "_").lower()) or BY_THING.get(noun.split()[-1].lower() if noun else "") or BY_THING.get(thing) or "page"


def page_of(labels: Sequence[Label], template: str, paper: str | None = None) -> Page:
    """A page of a thing's labels; `paper` is its own colour (`#rrggbb`) where it was asked for."""
    blocks: list[Block] = []
    for k, label in enumerate(labels):
        role = label.role or ("title" if k == 0 else "subtitle" if k == 1 and len(label.text) < 90 else "body")
        if role in CHARTS:
            if not (k and labels[k - 1].role == role):
                texts = [one.text for one in next(group for _, group in groupby(labels[k:], key=attrgetter("role")))]
                blocks.append(Block(role="chart", chart=chart_of(role, texts), at=label.at, scale=label.scale))
            continue
        if role in CELLS:
            if not (k and labels[k - 1].role in CELLS):
                cells = list(takewhile(lambda one: one.role in CELLS, labels[k:]))
                blocks.append(Block(role="table", table=table_of(cells), at=label.at, scale=label.scale))
            continue
        valued = FIGURE if template == "dashboard" else PRICE if role == "menu" else COSTED
        valued = DAY_ROW if (role == "menu" or "abreast" in label.forms) and DAY_ROW.match(label.text) else valued
        rows = entries(label.text, valued) if role in ROWS else ()
        goes_on = blocks and blocks[-1].role == role and ("abreast" in blocks[-1].forms) == ("abreast" in label.forms)
        if rows and goes_on and (blocks[-1].at == label.at or label.at is None):
            blocks[-1] = blocks[-1].model_copy(update={"entries": (*blocks[-1].entries, *rows)})
            continue
        hand, colour = label.style if label.style != "sans" else None, on_paper(label.colour.name, label.colour.hex) if label.colour else None
        ground = on_paper(label.ground.name, label.ground.hex) if label.ground else None
        blocks.append(
            Block(
                role=role, text="" if rows else label.text, entries=rows, at=label.at, scale=label.scale, hand=hand, colour=colour, forms=label.forms,
                ground=ground,
            )
        )  # fmt: skip
    made = Page(template=template, blocks=tuple(blocks), paper=paper, turn=labels[0].turn if labels else None)
    look = labels[0].look if labels else None
    return made if look is None else made.model_copy(update={name: value for name in LOOKS if (value := getattr(look, name))})


def page_on(subject: Object) -> Page:
    """The page that a thing of a scene bears, on paper of its own colour where it was asked for."""
    colours = subject.surface.colours
    told = subject.labels[0].template or template_of(subject.noun, subject.thing)
    template = "inscription" if told == "page" and subject.thing not in SHEETS else told  # a door is no sheet
    return page_of(subject.labels, template, on_paper(colours[0].name, colours[0].hex) if colours and subject.surface.material is None else None)


def rewritten(subject: Object, labels: Sequence[Label]) -> tuple[Label, ...]:
    """Other words for a thing: its page keeps the palette and the shapes that it has."""
    if not labels or labels[0].turn is not None or not is_page(subject.labels, subject.thing) or not all(label.text for label in subject.labels):
        return tuple(labels)
    return (labels[0].model_copy(update={"turn": turn_of(page_on(subject))}), *labels[1:])


def table_of(cells: Sequence[Label]) -> Table:
    """Cells as a table; the first row heads the others where it has no figures."""
    rows: list[list[str]] = []
    for cell in cells:
        if cell.role == "table" or not rows:
            rows.append([cell.text])
        else:
            rows[-1].append(cell.text)
    headed = len(rows) > 1 and not any(c.isdigit() for text in rows[0] for c in text)
    return Table(header=tuple(rows[0]) if headed else (), rows=tuple(map(tuple, rows[headed:])))


def entries(text: str, valued: re.Pattern[str] = PRICE) -> tuple[Entry, ...]:
    """Rows of a list or menu: "Flat white £3.20" has its price at its end."""
    rows = []
    for row in filter(None, (line.strip(" •-*\t") for line in text.split("\n"))):
        priced = valued.match(row)
        rows.append(Entry(text=priced.group(1), value=priced.group(2)) if priced else Entry(text=row))
    return tuple(rows)

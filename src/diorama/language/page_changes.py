"""Edits of a page that name none of its roles: its rows by their words, its chart, its shape, its kind, its drawings, its light.

Each change is a pattern and a function of the page and the match; the first that knows the clause makes it, and None is "not mine".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from diorama.language.pages.motifs import motifs
from diorama.language.texts.cues import told_hand
from diorama.language.texts.inks import colours_in
from diorama.typeset import TEMPLATES, Block, Chart, Entry, Page, Table, template
from diorama.typeset.charts import FIGURE, number
from diorama.typeset.palette import luminance, mixed

Change = Callable[[Page, re.Match[str], list[str]], Page | None]
TURN = {word: k for k, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
TURNS = "|".join(TURN)
ROWED = ("list", "steps", "menu")
SHAPES = {"landscape": 1.5, "horizontal": 1.5, "portrait": 1 / 1.5, "upright": 1 / 1.5, "square": 1.0, "wide": 16 / 9, "widescreen": 16 / 9}
COMMON = frozenset("the a an of to in on at and or for with from price row bar slice point item value number make change set raise lower is".split())
WORD = re.compile(r"[^\W\d_]{3,}")
NEW = r"(?:to|into|=|:|is|now|costs?|are)\s+(?P<value>" + FIGURE + r")\W*$"


def changed(page: Page, clause: str, quotes: list[str]) -> Page | None:
    """The page as a clause without a role changes it; None where it names nothing here. `quotes`: its texts in quotation marks."""
    for pattern, change in CHANGES:
        if (hit := pattern.search(clause)) and (made := change(page, hit, quotes)) is not None:
            return made
    return None


def _chart_kind(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    kind = hit["kind"].lower()
    return _blocks(page, lambda b: b.model_copy(update={"chart": b.chart.model_copy(update={"kind": kind})}) if b.chart and b.chart.values else b)


def _add_row(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    """A further row for the page's last list or chart."""
    k = next((k for k in reversed(range(len(page.blocks))) if page.blocks[k].chart or page.blocks[k].entries or page.blocks[k].table), None)
    if k is not None and quotes and (table := page.blocks[k].table):
        made = _with_cells(table, hit["noun"].lower(), quotes)
        return made and _put(page, k, page.blocks[k].model_copy(update={"table": made}))
    if k is None or not quotes or hit["noun"].lower() in ("column", "section", "page", "heading"):
        return None
    block = page.blocks[k]
    if block.chart is not None:
        made = _with_bar(block.chart, quotes[0])
        return made and _put(page, k, block.model_copy(update={"chart": made}))
    return _put(page, k, block.model_copy(update={"entries": (*block.entries, *(Entry(text=text) for text in quotes))}))


def _with_cells(table: Table, noun: str, quotes: list[str]) -> Table | None:
    """A further row of a table, or a further column: its head, then its cells."""
    if noun == "row":
        return table.model_copy(update={"rows": (*table.rows, tuple(quotes))})
    if noun != "column":
        return None
    head, cells = (quotes[:1], quotes[1:]) if table.header else ([], quotes)
    rows = tuple((*row, cells[k] if k < len(cells) else "") for k, row in enumerate(table.rows))
    return table.model_copy(update={"header": (*table.header, *head), "rows": rows})


def _with_bar(chart: Chart, text: str) -> Chart | None:
    told = re.fullmatch(rf"(?P<name>.*\S)\s*[:–—]?\s+(?P<value>{FIGURE})", text)
    if told is None or not chart.values:
        return None
    shown = (*(chart.shown or tuple(map(str, chart.values))), told["value"])
    return chart.model_copy(update={"labels": (*chart.labels, told["name"]), "values": (*chart.values, number(told["value"])), "shown": shown})


def _revalue(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    """A new figure for the row that the clause names."""
    place = _row_of(page, hit.string[: hit.start("value")])
    if place is None:
        return None
    k, r = place
    block, value = page.blocks[k], hit["value"].strip()
    if block.chart is not None:
        if not block.chart.values:
            return None
        values, shown = list(block.chart.values), list(block.chart.shown or map(str, block.chart.values))
        values[r], shown[r] = number(value), value
        return _put(page, k, block.model_copy(update={"chart": block.chart.model_copy(update={"values": tuple(values), "shown": tuple(shown)})}))
    old = block.entries[r]
    sign = re.match(r"[£$€¥₹]\s?", old.value)
    value = sign.group() + value if sign and value[:1].isdigit() else value
    return _put(page, k, block.model_copy(update={"entries": (*block.entries[:r], old.model_copy(update={"value": value}), *block.entries[r + 1 :])}))


def _without_row(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    place = _row_of(page, hit.string) if not quotes else None
    if place is None:
        return _without_art(page, hit.string)
    k, r = place
    block = page.blocks[k]
    if block.chart is None:
        return _put(page, k, block.model_copy(update={"entries": block.entries[:r] + block.entries[r + 1 :]}))
    less = {name: (row := getattr(block.chart, name))[:r] + row[r + 1 :] for name in ("labels", "values", "shown", "notes")}
    return _put(page, k, block.model_copy(update={"chart": block.chart.model_copy(update=less)})) if len(less["labels"]) else None


def _row_of(page: Page, words: str) -> tuple[int, int] | None:
    """The one row that a clause names by its words, or by its turn ("the second film"); None where none or several could be meant."""
    said = {word.lower() for word in WORD.findall(words)} - COMMON
    rows = [(k, r, text) for k, block in enumerate(page.blocks) for r, text in enumerate(_rows(block))]
    score = {(k, r): len(said & {word.lower() for word in WORD.findall(text)}) for k, r, text in rows}
    most = max(score.values(), default=0)
    best = [place for place, n in score.items() if n == most]
    if most:
        return best[0] if len(best) == 1 else None
    turn = re.search(r"\b(" + TURNS + r"|last)\b", words, re.I)
    lists = {k for k, _, _ in rows}
    if turn is None or len(lists) != 1:
        return None
    own = [(k, r) for k, r, _ in rows]
    at = len(own) - 1 if turn[1].lower() == "last" else TURN[turn[1].lower()]
    return own[at] if at < len(own) else None


def _rows(block: Block) -> list[str]:
    return [entry.text for entry in block.entries] if block.entries else list(block.chart.labels) if block.chart else []


def _shape(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    width, height = page.size or template(page.template).size
    across = SHAPES[hit["shape"].lower()]
    area = width * height
    return page.model_copy(update={"size": (round((area * across) ** 0.5, 1), round((area / across) ** 0.5, 1))})


def _kind(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    nouns = {noun: name for name, made in TEMPLATES.items() for noun in made.nouns}
    name = nouns.get(hit["noun"].lower().strip())
    return page.model_copy(update={"template": name, "size": None}) if name else None


def _light(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    """A dark page, or a light one: paper and ink change, the accent stays."""
    dark = hit["how"].lower() in ("dark", "night", "black")
    own = template(page.template).palettes
    palette = next((p for p in own if (luminance(p[0]) < 0.2) == dark), None)
    paper = palette[0] if palette else "#14171c" if dark else "#fbfaf7"
    return page.model_copy(update={"paper": paper, "ink": palette[1] if palette else mixed("#f4f4f2", paper, 0.04) if dark else "#1b1d21"})


def _hand(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    hand = told_hand(hit.string)
    return page.model_copy(update={"hand": hand, "blocks": tuple(b.model_copy(update={"hand": None}) for b in page.blocks)}) if hand else None


def _drawn(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    """One more drawing, or a drawing in another colour."""
    told = motifs(hit.string) if not quotes else ()
    if not told:
        return None
    tones, have = colours_in(hit.string), {one.kind for one in page.art}
    if re.match(r"\W*(?:please )?(?:add|put|draw)\b", hit.string, re.I):
        return page.model_copy(update={"art": (*(one for one in page.art if one.kind not in {t.kind for t in told}), *told)})
    if not tones or not {t.kind for t in told} <= have:
        return None
    named = {t.kind for t in told}
    return page.model_copy(update={"art": tuple(one.model_copy(update={"colour": tones[-1].hex}) if one.kind in named else one for one in page.art)})


def _without_art(page: Page, words: str) -> Page | None:
    named = {one.kind for one in motifs(words)} & {one.kind for one in page.art}
    return page.model_copy(update={"art": tuple(one for one in page.art if one.kind not in named)}) if named else None


def _sorted(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    by_value = hit["by"] is not None and re.search(r"price|value|number|size|cost", hit["by"], re.I) is not None
    key = (lambda entry: number(entry.value)) if by_value else (lambda entry: entry.text.casefold())
    if not any(block.entries for block in page.blocks):
        return None
    return _blocks(page, lambda b: b.model_copy(update={"entries": tuple(sorted(b.entries, key=key))}) if b.entries and b.role in ROWED else b)


def _swapped(page: Page, hit: re.Match[str], quotes: list[str]) -> Page | None:
    """Two columns change places, each with what stands under its heading."""
    heads = [k for k, block in enumerate(page.blocks) if block.role == "heading"]
    if len(heads) != 2:
        return None
    a, b = heads
    end = next((k for k in range(b + 1, len(page.blocks)) if page.blocks[k].role in ("footer", "fine_print", "number", "contact")), len(page.blocks))
    return page.model_copy(update={"blocks": (*page.blocks[:a], *page.blocks[b:end], *page.blocks[a:b], *page.blocks[end:])})


def _put(page: Page, k: int, block: Block) -> Page:
    return page.model_copy(update={"blocks": (*page.blocks[:k], block, *page.blocks[k + 1 :])})


def _blocks(page: Page, change: Callable[[Block], Block]) -> Page | None:
    made = tuple(change(block) for block in page.blocks)
    return None if made == page.blocks else page.model_copy(update={"blocks": made})


BEGIN = r"^\W*(?:please )?"
CHANGES: tuple[tuple[re.Pattern[str], Change], ...] = (
    (re.compile(r"\b(?P<kind>bar|line|pie)[ -](?:chart|graph)\b", re.I), _chart_kind),
    (re.compile(BEGIN + r"(?:add|insert|append) (?:an?|another|one more|the) (?:(?:" + TURNS + r"|new|further) )?(?P<noun>\w+)\s*:?\s", re.I), _add_row),
    (re.compile(NEW, re.I), _revalue),
    (re.compile(BEGIN + r"(?:remove|delete|drop|take (?:away|out|off)|without|no)\b", re.I), _without_row),
    (re.compile(BEGIN + r"(?:make|turn|set|have) (?:it|this|the \w+) (?:in(?:to)? )?(?:an? )?(?P<shape>" + "|".join(SHAPES) + r")\b", re.I), _shape),
    (re.compile(BEGIN + r"(?:(?:turn|make|change|set) (?:it|this|the \w+) (?:in)?to|make (?:it|this)) (?:an? |as an? )?(?P<noun>[a-z' -]+?)\W*$", re.I), _kind),
    (re.compile(r"\b(?P<how>dark|night|light|black) (?:mode|theme|version)\b", re.I), _light),
    (re.compile(BEGIN + r"(?:use|set (?:it|all|everything) in|in)\b.*\b(?:font|type|typeface|letters|lettering|script|serif|hand)\b", re.I), _hand),
    (re.compile(BEGIN + r"(?:add|put|draw|make|paint|colou?r|set|turn)\b", re.I), _drawn),
    (re.compile(BEGIN + r"sort\b.*?(?:\bby (?P<by>\w+))?\W*$", re.I), _sorted),
    (re.compile(BEGIN + r"(?:swap|switch|exchange) (?:the )?(?:two )?(?:columns|sides|sections)", re.I), _swapped),
    (re.compile(BEGIN + r"(?:put|move|place) the (?:second|right|last)(?:-hand)? column (?:first|to the left|on the left|before the first)\b", re.I), _swapped),
)

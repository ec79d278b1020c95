"""The pages that a prompt describes: strings and their surfaces in, a document out, each page in the colours and with the drawings that its words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diorama.language.lettering_words import TABLE
from diorama.language.pages.designs import ARROWS, POINTING, designed
from diorama.language.pages.drawings import drawn_spans, kinds, named, singular
from diorama.language.pages.formats import paper_size
from diorama.language.pages.motifs import motifs
from diorama.language.pages.photographs import photographed
from diorama.language.pages.tones import ON_GROUND, told_tones
from diorama.language.syntax.glossed import gloss
from diorama.language.syntax.pasted import plain
from diorama.language.texts.inks import colours_at
from diorama.language.texts.lettering import Lettering
from diorama.language.texts.quotations import OF_IT
from diorama.language.texts.reading import labels, letterings
from diorama.language.texts.speakers import FIRST
from diorama.scene import PageLook
from diorama.typeset import Block, Document, Entry, Motif, Page, page_of
from diorama.typeset.months import TOLD as MONTH
from diorama.typeset.months import month
from diorama.typeset.palette import on_paper

STORIES = frozenset(("newspaper", "magazine"))
"""Pages whose photograph is of their first story."""
NIGHT, LIT = "#15131c", "#ff9a2e"
"""What letters of light stand on, and their usual colour."""
STOCK = re.compile(r"\b(?:" + "|".join(sorted(TABLE["papers"], key=len, reverse=True)) + r")\b", re.I)
GROUNDED = re.compile(r"(?P<ground>\b[\w-]+) with (?:[\w-]+ ){1,2}(?:letters|lettering|type|text|characters|numerals)\b[^.]*$", re.I)
"""The colour under letters of another: "green with white letters"."""
BACKED = re.compile(r"(?P<ground>(?:\b[\w-]+ ){0,2}\b[\w-]+) (?:background|backdrop|paper|card ?stock|ground|page)\b", re.I)
"""The colour of what is printed on: "a white background", "on cream paper"."""
AFTER = 220
"""Characters after the last string of a page that may still tell how it looks."""


def document(prompt: str) -> Document | None:
    """One page for each carrier, all strings on it; None where nothing is to be read."""
    told = gloss(prompt)
    prompt = plain(told.text if told else prompt).text
    found = letterings(prompt)
    pages: dict[tuple[str, int], list[Lettering]] = {}
    for lettering in found:  # all sticky notes are stuck on one page
        pages.setdefault((lettering.template, 0 if lettering.template == "sticky_notes" else lettering.instance), []).append(lettering)
    made = tuple(_page(prompt, template, group, found) for (template, _), group in pages.items())
    return Document(pages=made) if pages else None


def _page(prompt: str, template: str, group: Sequence[Lettering], found: Sequence[Lettering]) -> Page:
    words = _words_of(prompt, group, found)
    page = page_of(labels(group), template, _paper(prompt, group)).model_copy(update={"vertical": _vertical(words, group), "size": paper_size(words, template)})
    shown, words = photographed(words, template)
    if shown:
        first = next((k + 1 for k, b in enumerate(page.blocks) if b.role == "heading" and template in STORIES), len(page.blocks))  # under its headline
        page = page.model_copy(update={"blocks": (*page.blocks[:first], Block(role="picture", picture=shown), *page.blocks[first:])})
    named = words
    carrier = group[0].carrier  # "a record cover" has no record on it by its name
    words = re.sub(rf"\b(?:(?:vinyl|lp) )?{re.escape(carrier)}\b", " ", words, count=1, flags=re.I) if carrier else words
    for one in group:  # "under Ship": the heading, and no ship
        words = re.sub(rf"\b(?:under|below|beneath|in|for) {re.escape(one.text)}(?!\w)", " ", words) if one.role == "heading" else words
    page = _upright(_whole_week(page, words), prompt, group)
    page = _shaped(page, named, prompt)
    bare = words
    if any(one.field or OF_IT.match(prompt, one.end) for one in group):
        _, bare = photographed(_words_of(_without_fields(prompt, group), group, found), template)
        bare = re.sub(rf"\b(?:(?:vinyl|lp) )?{re.escape(carrier)}\b", " ", bare, count=1, flags=re.I) if carrier else bare
    page = _marked(designed(_lit(page, prompt, group) if _shines(group) else page, words, bare), group)
    return _spoken(page, group, ONE_PANEL.search(prompt) is not None) if template == "comic" else _named(page, group) if template == "chat" else page


WHOLE_WEEK = re.compile(
    r"\bone (?:per|for each|for every) day\b|\b(?:seven|7) (?:rows|days|lines|sections)\b|\bfor (?:each|every) day\b|\bMonday (?:to|through) Sunday\b", re.I,
)  # fmt: skip
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _whole_week(page: Page, words: str) -> Page:
    """The page with a row for each day of the week, where its rows are days and the words ask for all of them."""
    if not WHOLE_WEEK.search(words):
        return page
    blocks = []
    for block in page.blocks:
        days = {entry.text[:3]: entry for entry in block.entries}
        whole = block.role == "menu" and days and all(any(day.startswith(one) for day in WEEK) for one in days)
        rows = tuple(days.get(day[:3], Entry(text=day)) for day in WEEK)
        blocks.append(block.model_copy(update={"entries": rows}) if whole and len(days) == len(block.entries) else block)
    return page.model_copy(update={"blocks": tuple(blocks)})


COLUMNS = re.compile(r"\b(?:two|three|four|2|3|4) (?:[\w-]+ )?columns\b|\bside by side\b|\bleft column\b", re.I)
OUTLINES = r"oval|round|circular|elliptical|diamond|hexagon(?:al)?|octagon(?:al)?|triang(?:le|ular)|shield"
OVAL = re.compile(
    rf"^[^;]{{0,60}}?\b(?P<what>{OUTLINES})(?:(?=[- ]shaped\b)|\b(?=\s*[,:;.]|\s+with\b"
    rf"|\s+(?:shape|(?:(?:[\w-]+ ){{0,2}}(?:sign|label|plaque|sticker|badge|patch))\b)))", re.I,
)  # fmt: skip
OUTLINE = {"ov": "oval", "el": "oval", "ro": "round", "ci": "round", "di": "diamond", "he": "hexagon", "oc": "octagon", "tr": "triangle", "sh": "shield"}
"""Outlines by how their words begin."""
CUT = frozenset(("shop_sign", "label", "plaque", "road_sign"))
"""Pages that may be cut to a shape."""


def _shaped(page: Page, words: str, prompt: str) -> Page:
    """The page with its headings side by side, its month and its outline, where the words tell them."""
    told: dict[str, object] = {}
    if COLUMNS.search(words) and sum(b.role == "heading" for b in page.blocks) > 1:
        told["columns"] = True
    if page.template == "calendar" and month([prompt]) and not month(page.strings()):
        told["month"] = (MONTH.search(prompt) or [""])[0]
    if page.template in CUT and (cut := OVAL.search(words.split(" ; ")[0])):
        told["shape"] = OUTLINE[cut["what"][:2].lower()]
    return page.model_copy(update=told)


def _without_fields(prompt: str, group: Sequence[Lettering]) -> str:
    for one in group:
        if told := OF_IT.match(prompt, one.end):
            prompt = prompt[: told.start()] + " " * len(told.group()) + prompt[told.end() :]
    for start, end in [one.field for one in group if one.field]:
        prompt = prompt[:start] + " " * (end - start) + prompt[end:]
    return prompt


def _marked(page: Page, group: Sequence[Lettering]) -> Page:
    """The page with the icon of each row, the panel of each balloon, and drawings below the block that has the text before them."""
    icons = {one.text: kind for one in group if one.icon and (kind := _icon(one.icon))}
    panels = {one.text: one.panel for one in group if one.panel}
    texts = [one.text for one in sorted(group, key=lambda one: one.start)]
    row = lambda e: e.model_copy(update={"icon": next((kind for text, kind in icons.items() if text.startswith(e.text)), None)})  # noqa: E731
    blocks = tuple(b.model_copy(update={"entries": tuple(map(row, b.entries)), "panel": panels.get(b.text)}) for b in page.blocks)

    def block_of(text: str) -> int:
        return next((k for k, b in enumerate(blocks) if b.text == text or any(text.startswith(e.text) for e in b.entries)), 0)

    under = lambda one: block_of(texts[one.under]) if one.under is not None and one.under < len(texts) else None  # noqa: E731
    art = tuple(one.model_copy(update={"under": under(one)}) for one in page.art)
    if page.template in POINTING and (turned := {one.text: one.arrow for one in group if one.arrow}) and any(one.kind.startswith("arrow") for one in art):
        pointed = tuple(Motif(kind=kind, under=block_of(text)) for text, kind in turned.items())
        art = (*(one for one in art if not one.kind.startswith("arrow")), *pointed)
    marked = {e.icon for b in blocks for e in b.entries}
    return page.model_copy(update={"blocks": blocks, "art": tuple(one for one in art if one.kind not in marked)})


def _icon(words: str) -> str | None:
    """The drawing that words name."""
    hits = [kinds()[singular(hit.group().lower())] for hit in named().finditer(words)]
    return hits[-1] if hits else None


def looks(prompt: str, group: Sequence[Lettering], found: Sequence[Lettering]) -> PageLook | None:
    """What is said to be drawn on a page that stands in a picture, its border and its pattern; None where nothing is. What is but named
    is a thing beside it."""
    words = _words_of(prompt, group, found)
    if any(one.hand == "led" for one in group):  # letters of light stand on the dark
        return PageLook(paper=NIGHT, ink=next((one.colour.hex for one in group if one.colour), LIT))
    lettered = ON_GROUND.search(words) is not None
    pointed = group[0].template in POINTING and len(group) > 1 and ARROWS.search(words) is not None
    if not (drawn_spans(words) or lettered or pointed):
        return None
    page = designed(Page(template=group[0].template, paper=None if lettered else _paper(prompt, group)), words)
    told = PageLook(art=page.art if pointed else motifs(words, drawn=True), border=page.border, pattern=page.pattern)
    tones = {"paper": page.paper, "ink": page.ink} if lettered else {"accent": page.accent} if told != PageLook() else {}
    told = told.model_copy(update=tones)
    return told if told != PageLook() else None


def _named(page: Page, group: Sequence[Lettering]) -> Page:
    """A chat of three or more with the name of each who writes, as such chats have it."""
    who = {one.text: one.speaker for one in group if one.speaker}
    if len(set(who.values())) < 3:
        return page
    named = lambda b: who.get(b.text, "").capitalize() if b.role == "message" else None  # noqa: E731
    return page.model_copy(update={"blocks": tuple(b.model_copy(update={"picture": named(b) or None}) for b in page.blocks)})


def _spoken(page: Page, group: Sequence[Lettering], single: bool) -> Page:
    """A comic's balloons with who speaks each, where that can be drawn; one who alone is drawn speaks where the words tell nobody."""
    who = {one.text: kinds[0].kind for one in group if (kinds := motifs(one.speaker, loose=True))}
    alone = page.art[0].kind if len(page.art) == 1 and not any(one.speaker for one in group) else None
    blocks = (b.model_copy(update={"picture": who.get(b.text, alone)}) if b.role == "balloon" else b for b in page.blocks)
    unseen = dict.fromkeys(one.speaker for one in group if one.speaker and one.text not in who and one.speaker not in (*FIRST, "one", "other", "it"))
    return page.model_copy(update={"blocks": tuple(blocks), "single": single, "undrawn": tuple(dict.fromkeys((*page.undrawn, *unseen)))})


ONE_PANEL = re.compile(r"\b(?:single|one)[ -](?:[\w-]+ )?panel\b|\b(?:a|single) comic panel\b|\bsingle-panel\b", re.I)


def _opens(prompt: str, one: Lettering, after: int) -> int:
    """Where the words begin that bring the surface of a string: its sentence's start, where what bears it is named in that."""
    mention = one.bearer.mention.start if one.bearer else one.start
    if not after <= mention < one.start:
        return one.start
    return max((m.end() for m in re.finditer(r"[.;!?](?=\s)", prompt[:mention]) if m.end() >= after), default=one.start)


def _words_of(prompt: str, group: Sequence[Lettering], found: Sequence[Lettering]) -> str:
    """The words that speak of one page, its texts left out: from the last string of another before it to the first of another after it."""
    start = max((one.end for one in found if one not in group and one.end <= group[0].start), default=0)
    end = min((_opens(prompt, one, group[-1].end) for one in found if one not in group and one.start >= group[-1].end), default=len(prompt))
    words, kept = [], start
    for one in sorted(group, key=lambda one: one.start):
        words.append(prompt[kept : one.start])
        kept = one.end
    return " ; ".join((*words, prompt[kept : min(end, kept + AFTER)]))


def _vertical(words: str, group: Sequence[Lettering]) -> bool:
    """Chinese and Japanese from top to bottom, where the words ask for it."""
    east = all(any("\u3040" <= c <= "\u9fff" for c in one.text) for one in group)
    placed = any(one.at for one in group)  # then it is told of one of them
    return east and not placed and re.search(r"縦書き|\bvertical(?:ly)?\b|\btop to bottom\b", words, re.I) is not None


UPRIGHT = re.compile(r"縦書き|\bvertical(?:ly)?\b|\btop to bottom\b|\b(?:running|written) down\b", re.I)


SIDEWAYS = re.compile(
    r"\bsideways\b|\brotated\b(?! (?:a (?:little|bit|few degrees)|slightly))(?<!slightly rotated)"
    r"|\b(?:running |set |written |printed |turned )?(?:vertically|up the side|down the (?:side|edge))\b"
    r"|\bvertical (?:text|lettering|type)\b", re.I,
)  # fmt: skip
"""Letters of an alphabet that run up or down their page."""


def _told_round(prompt: str, one: Lettering, group: Sequence[Lettering]) -> str:
    """The words of a text's own sentence right before it, and right after it."""
    start = max((mate.end for mate in group if mate.end <= one.start), default=0)
    end = min((mate.start for mate in group if mate.start >= one.end), default=len(prompt))
    before = re.split(r"[.;](?=\s)|[,](?= (?:and|with|an?|the)\b)", prompt[start : one.start])[-1]
    after = prompt[one.end : end]
    return f"{before} {re.split(r'[.,;]', after)[0]}" if end == len(prompt) or re.search(r"[.,;]", after) else before


def _upright(page: Page, prompt: str, group: Sequence[Lettering]) -> Page:
    """The page with those of its Chinese and Japanese texts from top to bottom of which the words say so, beside its others."""
    if page.vertical:
        return page
    sideways = {one.text for one in group if SIDEWAYS.search(_told_round(prompt, one, group))}
    east = [one for one in group if any("\u3040" <= c <= "\u9fff" for c in one.text) or one.text in sideways]
    ends = [one.end for one in group]
    before = lambda one: prompt[max([e for e in ends if e <= one.start], default=0) : one.start]  # noqa: E731
    shown = lambda one: UPRIGHT.search(before(one)[-90:]) or UPRIGHT.search(prompt[one.end : one.end + 24].split(",")[0].split('"')[0])  # noqa: E731
    told = {one.text for one in east if one.text in sideways or shown(one)}
    blocks = (b.model_copy(update={"vertical": True}) if b.text in told else b for b in page.blocks)
    return page.model_copy(update={"blocks": tuple(blocks)}) if told else page


def _paper(prompt: str, group: Sequence[Lettering]) -> str | None:
    """The colour of a page, where the words give one: "a yellow warning sign", "white letters on red"; that of light is its letters' ("a red neon sign")."""
    if group[0].template == "sticky_notes":
        return None  # each has its own
    told = next((one.paper for one in group if one.paper), None)
    if told is None and not _shines(group) and (under := GROUNDED.search(prompt, max(0, group[0].start - AFTER), group[0].start)):
        told = next((colour for _, colour in colours_at(under["ground"])), None)
    if told is None and not _shines(group) and (under := BACKED.search(prompt[: group[0].start])):
        shaded = told_tones(under["ground"])
        return shaded[-1] if shaded else _own(prompt, group) or _stock(prompt, group)
    return on_paper(told.name, told.hex) if told else None if _shines(group) else _own(prompt, group) or _stock(prompt, group)


def _stock(prompt: str, group: Sequence[Lettering]) -> str | None:
    """The colour of what it is printed or painted on: "on kraft paper", "a wooden trail sign"."""
    bearer = group[0].bearer
    begin = bearer.mention.start if bearer else group[0].start
    told = STOCK.search(prompt[max(0, begin - 40) : max(begin, min(begin + 90, group[0].start))])
    return TABLE["papers"][told.group().lower()] if told else None


def _own(prompt: str, group: Sequence[Lettering]) -> str | None:
    """The colour that stands right before what bears the words."""
    bearer = group[0].bearer
    if bearer is None:
        return None
    named = bearer.mention if bearer.instance or bearer.mention.fresh else bearer.root
    phrase = re.split(r"[,.;:]|\b(?:of|in|on|with|from|at)\b", prompt[max(0, named.start - 40) : named.start])[-1]
    letters = {one.colour.hex for one in group if one.colour}
    told = [colour for _, colour in reversed(colours_at(phrase))]
    colour = next((colour for colour in told if colour.hex not in letters), told[0] if told else None)  # "a red and white card", its letters white
    return on_paper(colour.name, colour.hex) if colour else None


def _shines(group: Sequence[Lettering]) -> bool:
    return any(one.hand in ("neon", "led") or "neon" in one.carrier.lower() for one in group)


def _lit(page: Page, prompt: str, group: Sequence[Lettering]) -> Page:
    """Letters of light stand on the dark, in the colour that is told of them."""
    colour = next((one.colour.hex for one in group if one.colour), None) or _own(prompt, group)
    hand = "led" if any(one.hand == "led" for one in group) else "neon"
    blocks = tuple(block.model_copy(update={"hand": block.hand or hand, "colour": block.colour or colour}) for block in page.blocks)
    return page.model_copy(update={"paper": page.paper or NIGHT, "blocks": blocks})

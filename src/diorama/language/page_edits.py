"""Edits of a document in words: 'make the title shorter: "River"', "remove the footer", 'add a column "Next" with "Ship it"', "set the price in red".

A clause names a block by its role, by its turn ("the second bullet") or by its words ('replace "A" with "B"'); all others stay, each character of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from diorama.errors import PromptError
from diorama.language.page_changes import changed
from diorama.language.page_order import reordered
from diorama.language.pages.tones import told_tones
from diorama.language.syntax.unquoted import QUOTED
from diorama.language.texts.cues import LARGER_WORDS, told_hand, told_place, told_role
from diorama.language.texts.inks import colours_in
from diorama.typeset import Block, Document, Entry, Page, settled
from diorama.typeset.labels import entries

TURN = {word: k for k, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
TURNED = re.compile(r"\b(" + "|".join(TURN) + r"|last)\b", re.I)
ON_PAGE = re.compile(r"\bon (?:the )?(?:(\w+) (?:page|slide|label|card|sign|sheet)|(?:page|slide|label|card|sign|sheet) (\d+))\b", re.I)
EVERY = re.compile(
    r"\b(?:on|to|from|of|in|for) (?:all|every|each)(?: (?:of )?the)? (?:pages?|slides?|labels?|cards?|signs?|sheets?)\b|\bevery ?where\b"
    r"|\b(?:all(?: (?:of )?the)?|every|each) (?P<noun>title|subtitle|heading|footer|price|caption|date|author|button|quote|badge|kicker)s?\b", re.I,
)  # fmt: skip
"""What a clause says of every page: "on all slides", "all titles"."""
WHOLE = re.compile(r"\b(?:background|(?:dark|night|light|black) (?:mode|theme|version))\b", re.I)
"""What is the whole document's where no page is told."""
CAPITALS = re.compile(r"\b(?:capitali[sz]e|(?:in(?:to)? |all )?(?:caps|capitals|upper ?case))\b", re.I)
REMOVE = re.compile(r"^\W*(?:please )?(?:remove|delete|drop|take (?:away|out|off)|without|no)\b", re.I)
ADD = re.compile(r"^\W*(?:please )?(?:add|insert|append|put in)\b", re.I)
REPLACE = re.compile(r"^\W*(?:please )?(?:replace|change|swap|rename)\s+$", re.I)
AFTER_COLON = re.compile(r":\s+(?P<text>[^\"“«].*\S)\s*$", re.S)
CLAUSES = re.compile(r"(?:[.;]\s+|,?\s+(?:and then|then)\s+|,\s+and\s+(?=(?:remove|delete|add|make|set|change|replace)\b))")
CLOSING = ("footer", "fine_print", "contact")
"""Roles before which a new part is put."""
ROWS = ("list", "steps", "menu")
UNBOUND = re.compile(r"\b(?:chart|swap|sort|columns?|rows?)\b", re.I)
"""What may be said of more than the block whose role it names."""
PLAIN = re.compile(r"\b(?:to|is|reads?|says?|becomes)\s+(?P<text>[^\s\"“«][^\"“«]*?\d[^\"“«]*?)\W*$", re.I)
"""A new text without quotation marks, told by its figures: "the price is €28"."""
PAPER = re.compile(r"\b(?:background|paper|page colour|page color)\b", re.I)


def edited(document: Document, words: str) -> Document:
    """The document as the words change it.

    Raises PromptError for a clause that names nothing here, or does not say what is to become of it; nothing is changed then.
    """
    document = settled(document)  # other words change no colour
    for clause in _clauses(words):
        document = reordered(document, clause) or _on_pages(document, clause)
    return document


def _on_pages(document: Document, clause: str) -> Document:
    """A clause about what stands on a page: on the one that it tells, on all, or on the first that has what it names."""
    own = ON_PAGE.sub(lambda m: " " * len(m.group()), QUOTED.sub(lambda m: "\x00" * len(m.group()), clause))
    bare = "".join(c if c != "\x00" else q for c, q in zip(own, clause, strict=True))
    every, told = EVERY.search(own), ON_PAGE.search(QUOTED.sub("", clause))
    if every or told is None and WHOLE.search(own):
        return _everywhere(document, EVERY.sub(lambda m: m["noun"] or " ", bare) if every else bare)
    first = _page_number(document, clause)
    wrong: PromptError | None = None
    for k in (first,) if told else (first, *(k for k in range(len(document.pages)) if k != first)):
        try:
            page = _edited(document.pages[k], bare)
        except PromptError as no:
            wrong = wrong or no
            continue
        return document.model_copy(update={"pages": (*document.pages[:k], page, *document.pages[k + 1 :])})
    raise wrong or PromptError(f"{clause!r} names nothing here", where="edit", hint='replace "…" with "…"')


def _everywhere(document: Document, clause: str) -> Document:
    """A clause about all pages: each that has what it names is changed, and one has to."""
    pages, wrong = [], []
    for page in document.pages:
        try:
            pages.append(_edited(page, clause))
        except PromptError as no:
            pages.append(page)
            wrong.append(no)
    if len(wrong) == len(pages):
        raise wrong[0]
    return document.model_copy(update={"pages": tuple(pages)})


def _clauses(words: str) -> list[str]:
    """Parted where no quotation is cut."""
    hidden = QUOTED.sub(lambda m: "\x00" * len(m.group()), words)
    cuts = [0, *(at for m in CLAUSES.finditer(hidden) for at in m.span()), len(words)]
    return [part for part in (words[a:b].strip() for a, b in zip(cuts[::2], cuts[1::2], strict=True)) if part]


def _page_number(document: Document, clause: str) -> int:
    told = ON_PAGE.search(QUOTED.sub("", clause))
    if told is None:
        return next((k for k, page in enumerate(document.pages) if _has(page, clause)), 0)
    word = (told[1] or "").lower()
    k = len(document.pages) - 1 if word == "last" else TURN.get(word, int(told[2]) - 1 if told[2] else 0)
    if not 0 <= k < len(document.pages):
        raise PromptError(f"there is no page {k + 1}", where="edit", hint=f"there are {len(document.pages)}")
    return k


def _has(page: Page, clause: str) -> bool:
    quotes, role = _quotes(clause), told_role(QUOTED.sub(" ", clause))
    return any(block.role == role for block in page.blocks) or bool(quotes) and quotes[0] in page.strings()


def _quotes(clause: str) -> list[str]:
    found = [m.group()[1:-1].strip() for m in QUOTED.finditer(clause)]
    after = AFTER_COLON.search(clause) if not found else None
    return [after["text"]] if after else found


def _edited(page: Page, clause: str) -> Page:
    quotes = _quotes(clause)
    said = QUOTED.sub(" ", AFTER_COLON.sub("", clause) if quotes and quotes[0] not in "".join(m.group() for m in QUOTED.finditer(clause)) else clause)
    opening = clause[: m.start()] if (m := QUOTED.search(clause)) else said
    if REPLACE.match(opening) and len(quotes) == 2:
        return _replaced(page, quotes[0], quotes[1])
    role = told_role(said)
    if PAPER.search(said) and role is None and (tones := told_tones(said)):
        return page.model_copy(update={"paper": tones[-1]})
    if (role is None or role in ROWS or role == "price" or UNBOUND.search(said)) and (made := changed(page, clause, quotes)) is not None:
        return made
    if not quotes and role is not None and (told := PLAIN.search(clause)) and any(block.role == role for block in page.blocks):
        quotes = [told["text"]]
    if ADD.match(said):
        return _added(page, role or ("body" if quotes else None), quotes, clause)
    if role is None and REMOVE.match(said) and quotes:
        return _without(page, quotes, clause)
    mine = [k for k, block in enumerate(page.blocks) if block.role == role]
    if role is None or not mine:
        there = ", ".join(dict.fromkeys(block.role.replace("_", " ") for block in page.blocks))
        raise PromptError(f"{clause!r} names nothing on this page", where="edit", hint=f'there are: {there}; or replace "…" with "…"')
    turn = TURNED.search(said)
    rows = [(k, r) for k in mine for r in range(len(page.blocks[k].entries))]
    if turn and rows and role in ROWS:
        return _row(page, _at(rows, turn[1], role), quotes, REMOVE.match(said) is not None, clause)
    chosen = [_at(mine, turn[1], role)] if turn else mine
    if REMOVE.match(said):
        return _kept(page, lambda k: k not in chosen)
    if quotes:
        return _written(page, chosen, quotes)
    return _dressed(page, chosen, said, clause)


def _at(places: list, word: str, role: str):
    k = len(places) - 1 if word.lower() == "last" else TURN[word.lower()]
    if k >= len(places):
        raise PromptError(f"there is no {word} {role.replace('_', ' ')}", where="edit", hint=f"there are {len(places)}")
    return places[k]


def _kept(page: Page, keeps: Callable[[int], bool]) -> Page:
    return page.model_copy(update={"blocks": tuple(block for k, block in enumerate(page.blocks) if keeps(k))})


def _changed(page: Page, k: int, **update: object) -> Page:
    return page.model_copy(update={"blocks": (*page.blocks[:k], page.blocks[k].model_copy(update=update), *page.blocks[k + 1 :])})


def _written(page: Page, chosen: list[int], quotes: list[str]) -> Page:
    for k, text in zip(chosen, quotes, strict=False):
        if page.blocks[k].entries:
            return _changed(page, k, entries=tuple(Entry(text=one) for one in quotes))
        page = _changed(page, k, text=text)
    return page


def _row(page: Page, place: tuple[int, int], quotes: list[str], removes: bool, clause: str) -> Page:
    k, r = place
    rows = page.blocks[k].entries
    if not removes and not quotes:
        raise PromptError(f"{clause!r} does not say what the row is to become", where="edit", hint="give its words in quotation marks")
    return _changed(page, k, entries=(*rows[:r], *(() if removes else (Entry(text=quotes[0]),)), *rows[r + 1 :]))


def _added(page: Page, role: str | None, quotes: list[str], clause: str) -> Page:
    if not quotes or role is None:
        raise PromptError(
            f"{clause!r} does not say which words are to be added", where="edit", hint='give them in quotation marks: add a third column "Next" with "Ship it"'
        )
    last = max((k for k, block in enumerate(page.blocks) if block.role == role), default=None)
    if role in ROWS:
        rows = tuple(Entry(text=one) for one in quotes)
        if last is not None:
            return _changed(page, last, entries=(*page.blocks[last].entries, *rows))
        new = [_block(role, rows=quotes)]
    elif role == "heading":
        rows = next((block.role for block in reversed(page.blocks) if block.entries and block.role in ROWS), "list")
        below = Block(role=rows, entries=tuple(row for text in quotes[1:] for row in entries(text))) if rows == "menu" else _block(rows, rows=quotes[1:])
        new = [_block("heading", quotes[0]), *([below] if quotes[1:] else [])]
    else:
        new = [_block(role, one) for one in quotes]
    closing = next((k for k, block in enumerate(page.blocks) if block.role in CLOSING and k > (last or 0)), len(page.blocks))
    at = closing if role == "heading" or last is None else last + 1
    return page.model_copy(update={"blocks": (*page.blocks[:at], *new, *page.blocks[at:])})


def _block(role: str, text: str = "", rows: Sequence[str] = ()) -> Block:
    return Block.model_validate({"role": role, "text": text, "entries": [{"text": row} for row in rows]})


def _replaced(page: Page, old: str, new: str) -> Page:
    if old not in page.strings():
        raise PromptError(f"{old!r} does not stand here", where="edit", hint="there are: " + "; ".join(page.strings()))
    swap = lambda text: new if text == old else text  # noqa: E731
    rows = lambda block: tuple(Entry(text=swap(e.text), value=swap(e.value), note=swap(e.note)) for e in block.entries)  # noqa: E731
    return page.model_copy(update={"blocks": tuple(block.model_copy(update={"text": swap(block.text), "entries": rows(block)}) for block in page.blocks)})


def _without(page: Page, quotes: list[str], clause: str) -> Page:
    if not set(quotes) <= set(page.strings()):
        raise PromptError(f"{clause!r}: these words do not stand here", where="edit", hint="there are: " + "; ".join(page.strings()))
    rows = lambda block: tuple(e for e in block.entries if e.text not in quotes)  # noqa: E731
    kept = (block.model_copy(update={"entries": rows(block)}) for block in page.blocks if block.text not in quotes or not block.text)
    return page.model_copy(update={"blocks": tuple(block for block in kept if block.text or block.entries or block.table or block.chart or block.picture)})


def _dressed(page: Page, chosen: list[int], said: str, clause: str) -> Page:
    look: dict[str, object] = {}
    if colours := colours_in(said):
        look["colour"] = colours[-1].hex
    if hand := told_hand(said):
        look["hand"] = hand
    if place := told_place(said):
        look["at"] = place
    if CAPITALS.search(said):
        for k in chosen:
            page = _changed(page, k, text=page.blocks[k].text.upper())
        return page
    factor = next((f for word, f in LARGER_WORDS.items() if re.search(rf"\b{word}\b", said, re.I)), None)
    if not look and factor is None:
        raise PromptError(
            f"{clause!r} does not say what is to become of it", where="edit", hint='make the title red, or give its words: make the title shorter: "River"'
        )
    for k in chosen:
        page = _changed(page, k, **look, **({"scale": min(max(page.blocks[k].scale * factor, 0.2), 5.0)} if factor else {}))
    return page

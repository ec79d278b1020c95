"""Ways that tell of things that bear texts, and of quotations that are none."""

from __future__ import annotations

from collections.abc import Sequence

from bench.text.told.in_fields import fields
from bench.text.told.in_prose import after
from bench.text.told.pages import Surface, Text
from bench.text.told.teller import LOOSE, Teller, named, runs, way


@way(held=True, fits=lambda name: name in LOOSE)
def text_first(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    tail = f", with {t.quote(rest[0])} below it" if rest else ""
    pages[0].texts[:] = [first, *rest[:1]]
    return f"{t.quote(first)} on {t.a(pages[0])}{tail}."


@way(fits=lambda name: name in LOOSE)
def words_on(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    pages[0].texts[:] = [first, *rest[:1]]
    tail = f", and under them {t.quote(rest[0])}" if rest else ""
    return f"The words {t.quote(first)}{after(t, first)} on {t.a(pages[0])}{tail}."


def _capitals(t: Teller, page: Surface) -> None:
    page.texts[:] = [Text(t.pool("capitals"), "capitals", first=True)]


@way(fits=lambda name: name in LOOSE)
def bare_capitals(t: Teller, pages: Sequence[Surface]) -> str:
    _capitals(t, pages[0])
    return f"{t.a(pages[0]).capitalize()} {t.one('that says', 'saying', 'reading', 'with the words')} {pages[0].texts[0].text}."


@way(held=True, fits=lambda name: name in LOOSE)
def bare_capitalsafter(t: Teller, pages: Sequence[Surface]) -> str:
    _capitals(t, pages[0])
    return f"{t.a(pages[0]).capitalize()} with {pages[0].texts[0].text} on it in {t.one('big red letters', 'white capitals', 'bold type')}."


SCENES = (
    "A quiet street in the rain.",
    "A sunny market square.",
    "Outside a small harbour office.",
    "A village green in June.",
    "In the corner of a workshop.",
)


@way(fits=lambda name: name in LOOSE, several=2)
def two_surfaces(t: Teller, pages: Sequence[Surface]) -> str:
    a, b = pages
    for page in pages:
        page.texts[:] = page.texts[:2]
    under = f" and underneath {t.quote(b.texts[1])}" if len(b.texts) > 1 else ""
    more = f", with {t.quote(a.texts[1])} below" if len(a.texts) > 1 else ""
    beside = t.one("Beside it stands", "Next to it is", "In front of it there is")
    first = f"{t.a(a).capitalize()} {t.one('says', 'reads')} {t.quote(a.texts[0])}{more}."
    return f"{t.one(*SCENES)} {first} {beside} {t.a(b)} {t.one('that says', 'with the words', 'reading')} {t.quote(b.texts[0])}{under}."


@way(held=True, fits=lambda name: name in LOOSE, several=3)
def three_surfaces(t: Teller, pages: Sequence[Surface]) -> str:
    for page in pages:
        page.texts[:] = page.texts[:1]
    a, b, c = pages
    two = f"{t.a(a)} with {t.quote(a.texts[0])}, {t.a(b)} reading {t.quote(b.texts[0])}"
    return f"{t.one(*SCENES)} There is {two} and, in front, {t.a(c)} that says {t.quote(c.texts[0])}."


@way(fits=lambda name: name in LOOSE)
def nickname(t: Teller, pages: Sequence[Surface]) -> str:
    pages[0].texts[:] = pages[0].texts[:1]
    who = t.one("An old fisherman", "A tall woman", "My grandfather")
    return f"{who}, known to everybody as {t.quote(t.pool('named'))}, stands beside {t.a(pages[0])} that says {t.quote(pages[0].texts[0])}."


@way(held=True, fits=lambda name: name in LOOSE)
def nickname_called(t: Teller, pages: Sequence[Surface]) -> str:
    pages[0].texts[:] = pages[0].texts[:1]
    return f"A man everyone calls {t.quote(t.pool('named'))} leans on {t.a(pages[0])} reading {t.quote(pages[0].texts[0])}."


@way()
def client_said(t: Teller, pages: Sequence[Surface]) -> str:
    return f"The client said {t.quote(t.pool('spoken'))}, so please: {t.a(pages[0])} with {t.row([named(t, run) for run in runs(pages[0].texts)])}."


@way(held=True)
def told_me(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])} with {t.row([named(t, run) for run in runs(pages[0].texts)])}. My boss keeps telling me {t.quote(t.pool('spoken'))}."


@way()
def scare_quotes(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.a(pages[0]).capitalize()} with a {t.quote(t.pool('scare'))} look. {' '.join(f'{row}.' for row in fields(t, pages[0], t.quote, ':'))}"


@way(held=True)
def in_the_style_of(t: Teller, pages: Sequence[Surface]) -> str:
    pages[0].texts[:] = pages[0].texts[:2]
    says = t.one("with the words", "saying", "with the text")
    return f"{t.page(pages[0])} in the style of {t.quote(t.pool('works'))}, {says} {t.row([t.quote(x) for x in pages[0].texts])}."


@way(fits=lambda name: name == "chat")
def chat_writes(t: Teller, pages: Sequence[Surface]) -> str:
    texts = pages[0].texts
    said = [f"{who} {verb} {t.quote(x)}" for who, verb, x in zip(("Anna", "I", "Anna"), ("writes", "answer", "writes"), texts, strict=False)]
    return f"{t.a(pages[0]).capitalize()}: {', '.join(said)}."


@way(held=True, fits=lambda name: name == "chat")
def chat_colon(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.a(pages[0]).capitalize()}. " + " ".join(f"{who}: {t.quote(x)}" for who, x in zip(("Anna", "Me", "Anna"), pages[0].texts, strict=False))


@way(fits=lambda name: name == "comic")
def comic_says(t: Teller, pages: Sequence[Surface]) -> str:
    a, b = pages[0].texts
    return f"{t.a(pages[0]).capitalize()}: a cat says {t.quote(a)}, and a dog {t.one('replies', 'answers')} {t.quote(b)}."


@way(held=True, fits=lambda name: name == "comic")
def comic_bubbles(t: Teller, pages: Sequence[Surface]) -> str:
    a, b = pages[0].texts
    return f"{t.a(pages[0]).capitalize()} with two snails. The first snail's speech bubble: {t.quote(a)} The second snail: {t.quote(b)}"


@way(fits=lambda name: name == "notes", several=2)
def notes_say(t: Teller, pages: Sequence[Surface]) -> str:
    a, b = pages
    a.texts.append(b.texts.pop())
    a.templates = (*a.templates, "note")
    return f"Sticky notes on a fridge: a yellow one says {t.quote(a.texts[0])}, a pink one {t.quote(a.texts[1])}."


@way(held=True, fits=lambda name: name in ("poster", "travel", "invitation", "sign", "label"))
def abroad(t: Teller, pages: Sequence[Surface]) -> str:
    nouns = {"poster": "Ein Plakat", "travel": "Ein Plakat", "invitation": "Eine Einladung", "sign": "Ein Schild", "label": "Ein Etikett"}
    first, *rest = pages[0].texts
    pages[0].texts[:] = [first, *rest[:1]]
    first.role_told = True
    tail = f", darunter klein {t.quote(rest[0])}" if rest else ""
    return f"{nouns[pages[0].kind]} mit der Überschrift {t.quote(first)}{tail}."


@way(held=True)
def quotes_within(t: Teller, pages: Sequence[Surface]) -> str:
    t.marks = '""'
    title = pages[0].texts[0]
    pages[0].texts[:] = [title]
    title.text = t.one("The ‘Best’ Pies in Town", "Dinner at 'Rosa's'", "Ask for “Big Al”", "Home of the 'Wonder Bun'")
    t.marks = "“”" if "“" not in title.text else '""'
    return f"{t.a(pages[0]).capitalize()} {t.one('that says', 'reading')} {t.quote(title)}."

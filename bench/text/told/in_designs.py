"""Ways of designers and of models that write prompts: long, with a ground, looks, drawings and places told of each text."""

from __future__ import annotations

from collections.abc import Sequence

from bench.text.told.pages import Surface, Text
from bench.text.told.teller import SPOKEN, Teller, way

GROUNDS = ("on a cream background", "dark green background", "pale pink ground", "black background", "on kraft paper", "deep blue with a subtle grain")
STYLES = ("minimalist", "mid-century", "playful", "elegant", "bold Swiss style", "hand-made", "retro")
DESIGNED = frozenset(
    ("poster", "travel", "label", "box", "book", "record", "invitation", "billboard", "feed", "infographic", "shirt", "mug", "slide", "menu", "certificate")
)


def designed(name: str) -> bool:
    return name in DESIGNED and name not in SPOKEN


def _two(page: Surface) -> tuple[Text, Text | None]:
    page.texts[:] = [page.texts[0], *page.texts[1:][-1:]]
    return page.texts[0], page.texts[1] if len(page.texts) > 1 else None


@way(fits=designed)
def brief(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    t.looks = True
    look = t.look(first, 1).removeprefix("in ") or "sans-serif"
    said = f"{t.one(*STYLES).capitalize()} {pages[0].noun} {t.one(*GROUNDS)}. Large {look} {t.role(first)} {t.quote(first)} {t.place(first, ['top'])}"
    first.size = 1
    for text in rest:
        said += f", {t.one('then', 'followed by', 'below that')} {t.quote(text)}{_look(t, text)}"
    return said + "."


def _look(t: Teller, text: Text) -> str:
    look = t.look(text, 1)
    return look and " " + look


@way(held=True, fits=designed)
def described(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    drawing = t.pool("drawing")
    pages[0].drawn.append(drawing)
    words = f"A {t.one(*STYLES)} {pages[0].noun} {t.one(*GROUNDS)}. In the centre a large {drawing}. "
    words += f"{t.place(first, ['top']).capitalize()}, {_before(t, first)}the words {t.quote(first)}."
    return words + (f" {t.place(last, ['bottom']).capitalize()}, {_before(t, last)}{t.quote(last)}." if last else "")


def _before(t: Teller, text: Text) -> str:
    look = t.look(text)
    return look and look + ", "


@way(fits=designed)
def corners(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    words = f"{t.page(pages[0])} {t.one(*GROUNDS)} with {t.quote(first)} as the {t.role(first)}"
    return words + (f" and {t.quote(last)} {t.place(last, ['top_left', 'top_right', 'bottom_left', 'bottom_right'])}." if last else ".")


@way(held=True, fits=designed)
def corner_sentences(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    words = f"{t.page(pages[0])}. The {t.role(first)} is {t.quote(first)}."
    return words + (f" {t.place(last, ['top_left', 'top_right', 'bottom_left', 'bottom_right']).capitalize()} it says {t.quote(last)}." if last else "")


@way(held=True)
def set_in(t: Teller, pages: Sequence[Surface]) -> str:
    t.looks = True
    said = [f"{t.quote(x)} {t.one('set', 'written', 'printed')} {look}" if (look := t.look(x)) else t.quote(x) for x in pages[0].texts]
    return f"{t.page(pages[0])}, {t.one(*STYLES)}: {'; '.join(said)}."


@way(held=True)
def looks_later(t: Teller, pages: Sequence[Surface]) -> str:
    """The texts first, then how the title looks."""
    first, last = _two(pages[0])
    first.colour = t.one("red", "white", "navy", "orange")
    tail = f" and the {t.role(last)} {t.quote(last)}" if last else ""
    return f"{t.page(pages[0])} with the {t.role(first)} {t.quote(first)}{tail}. The {t.one('title', 'headline')} is in {first.colour}."


@way(fits=designed)
def over_drawing(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    drawing = t.pool("drawing")
    pages[0].drawn.append(drawing)
    tail = f" and {t.quote(last)} {t.one('below it', 'underneath it')}" if last else ""
    return f"{t.page(pages[0])} showing {'an' if drawing[0] in 'aeiou' else 'a'} {drawing}, with {t.quote(first)} above it{tail}."


@way(held=True, fits=designed)
def features(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    drawing = t.pool("drawing")
    pages[0].drawn.append(drawing)
    tail = f", and the {t.role(last)} {t.quote(last)} in smaller text beneath" if last else ""
    return f"The {pages[0].noun} features a stylised {drawing} beneath the bold {t.role(first)} {t.quote(first)}{tail}."


@way(held=True, fits=designed)
def reads_in_colour(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    first.colour = t.one("red", "white", "navy", "orange")
    tail = f" A smaller line says {t.quote(last)}." if last else ""
    letters, says = t.one("lettering", "text", "letters"), t.one("reads", "says", "spells")
    return f"{t.page(pages[0])} {t.one(*GROUNDS)}. {first.colour.capitalize()} {letters} {says} {t.quote(first)}.{tail}"


@way()
def two_columns(t: Teller, pages: Sequence[Surface]) -> str:
    first, last = _two(pages[0])
    if last is None:
        return f"{t.page(pages[0])} with {t.quote(first)}."
    first.at, last.at = "left", "right"
    last.kind = "body"
    return f"{t.page(pages[0])} in two halves: on the left {t.quote(first)}, on the right {t.quote(last)}."


@way(held=True)
def surrounded(t: Teller, pages: Sequence[Surface]) -> str:
    """Texts among much that is none."""
    first, last = _two(pages[0])
    tail = f" Further down, {t.look(last) or 'in plain letters'}, it goes on: {t.quote(last)}." if last else ""
    opens = f"Soft morning light, shallow depth of field, a slight film grain. {t.a(pages[0]).capitalize()} fills most of the frame"
    return f"{opens}; its {t.role(first)}, {t.quote(first)}, is the first thing one sees.{tail} No people."

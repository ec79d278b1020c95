"""Ways that tell how a page is laid out, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from bench.text.told.pages import Surface, Text
from bench.text.told.teller import SPOKEN, Teller, named, runs, way


@way()
def says_row(t: Teller, pages: Sequence[Surface]) -> str:
    words = t.one("that says", "saying", "with the words", "that reads", "with the text")
    return f"{t.page(pages[0])} {words} {t.row([t.quote(x) for x in pages[0].texts])}."


@way()
def top_to_bottom(t: Teller, pages: Sequence[Surface]) -> str:
    return (
        f"{t.page(pages[0])}. {t.one('From top to bottom', 'Text from top to bottom', 'Reading downwards')}: {', '.join(t.quote(x) for x in pages[0].texts)}."
    )


@way()
def places_before(t: Teller, pages: Sequence[Surface]) -> str:
    texts = pages[0].texts = [pages[0].texts[0], *pages[0].texts[-1:]] if len(pages[0].texts) > 1 else pages[0].texts
    said = [f"{t.place(x, [p])} {x_look}{t.quote(x)}" for x, p in zip(texts, ("top", "bottom"), strict=False) for x_look in [_before(t, x)]]
    return f"{t.page(pages[0])}: {', '.join(said)}."


def _before(t: Teller, text: Text) -> str:
    look = t.look(text)
    return look and look + " "


@way()
def places_after(t: Teller, pages: Sequence[Surface]) -> str:
    texts = pages[0].texts
    said = [t.quote(x) for x in texts]
    if len(texts) > 1:
        for k, among in ((0, ["top"]), (-1, ["bottom", "bottom_left", "bottom_right"])):
            said[k] = f"{t.quote(texts[k])}{after(t, texts[k])} {t.place(texts[k], among)}"
    return f"{t.page(pages[0])} with {', '.join(said)}."


@way()
def below_it(t: Teller, pages: Sequence[Surface]) -> str:
    said = [f"{t.one('reads', 'says')} {t.quote(pages[0].texts[0])}"]
    for k, text in enumerate(pages[0].texts[1:]):
        look = t.look(text)
        said.append(f"{t.one('below it', 'underneath', 'under that', 'beneath it') if k else 'below it'} {look and look + ' '}{t.quote(text)}")
    return f"{t.a(pages[0]).capitalize()} {', '.join(said)}."


@way()
def imperative(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    said = [f"Put {t.quote(first)} {t.place(first, ['top'])}{after(t, first)}."]
    for k, text in enumerate(rest):
        if k == len(rest) - 1:
            said.append(f"{t.place(text, ['bottom']).capitalize()} {t.one('add', 'write', 'put')} {t.quote(text)}{after(t, text)}.")
        else:
            said.append(f"{t.one('Underneath', 'Below it', 'Under that')} {t.one('write', 'add', 'put')} {t.quote(text)}{after(t, text)}.")
    return f"Design {t.a(pages[0])}. " + " ".join(said)


def after(t: Teller, text: Text) -> str:
    look = t.look(text)
    return look and " " + look


@way()
def looks_before(t: Teller, pages: Sequence[Surface]) -> str:
    t.looks = True
    return f"{t.page(pages[0])} with {', '.join(f'{_before(t, x)}{t.quote(x)}' for x in pages[0].texts)}."


@way()
def looks_after(t: Teller, pages: Sequence[Surface]) -> str:
    t.looks = True
    return f"{t.page(pages[0])} with the text {', '.join(f'{t.quote(x)}{after(t, x)}' for x in pages[0].texts)}."


@way()
def lines_of_text(t: Teller, pages: Sequence[Surface]) -> str:
    n = {1: "one line", 2: "two lines", 3: "three lines", 4: "four lines", 5: "five lines", 6: "six lines", 7: "seven lines", 8: "eight lines"}[
        len(pages[0].texts)
    ]
    return f"{t.page(pages[0])} with {n} of text: {', '.join(t.quote(x) for x in pages[0].texts)}."


@way(held=True)
def whose(t: Teller, pages: Sequence[Surface]) -> str:
    pages[0].texts[:] = pages[0].texts[:2]
    said = [f"whose {t.role(x)} is {t.quote(x)}" for x in pages[0].texts]
    return f"{t.a(pages[0]).capitalize()} {t.row(said)}."


@way()
def written_across(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    pages[0].texts[:] = [first, *rest[:1]]
    first.at = "top"
    tail = f", and {t.quote(rest[0])} is printed below it" if rest else ""
    return f"{t.page(pages[0])}. {t.quote(first)} is written across the top{tail}."


@way(held=True)
def please(t: Teller, pages: Sequence[Surface]) -> str:
    first, *rest = pages[0].texts
    tail = "".join(f" and under that {t.quote(x)}" for x in rest[:2])
    pages[0].texts[:] = [first, *rest[:2]]
    return f"Could you make me {t.a(pages[0])}? It should say {t.quote(first)}{tail}. Thanks!"


@way(fits=lambda name: name not in SPOKEN)
def above_it(t: Teller, pages: Sequence[Surface]) -> str:
    """The title is told first and stands second."""
    first, *rest = pages[0].texts
    if not rest:
        return f"{t.a(pages[0]).capitalize()} with the {t.role(first)} {t.quote(first)}."
    over = rest[0]
    pages[0].texts[:] = [over, first, *rest[1:2]]
    tail = f" and below it {t.quote(rest[1])}" if rest[1:] else ""
    return f"{t.a(pages[0]).capitalize()} with the {t.role(first)} {t.quote(first)}, above it in small letters {t.quote(over)}{tail}."


@way()
def drawn_between(t: Teller, pages: Sequence[Surface]) -> str:
    drawing = t.pool("drawing")
    first, *rest = pages[0].texts
    pages[0].texts[:] = [first, *rest[:1]]
    pages[0].drawn.append(drawing)
    tail = f", and under the drawing {t.quote(rest[0])}" if rest else ""
    return f"{t.page(pages[0])} with {t.quote(first)} at the top, below it a drawing of {_an(drawing)}{tail}."


@way()
def with_drawing(t: Teller, pages: Sequence[Surface]) -> str:
    drawing = t.pool("drawing")
    pages[0].drawn.append(drawing)
    drawn = f"{t.one('an illustration of', 'a picture of', 'a line drawing of')} {_an(drawing)}"
    return f"{t.page(pages[0])} with {drawn} and {t.row([named(t, run) for run in runs(pages[0].texts)])}."


@way(held=True)
def drawn_icon(t: Teller, pages: Sequence[Surface]) -> str:
    drawing = t.pool("drawing")
    pages[0].drawn.append(drawing)
    said = [t.quote(x) for x in pages[0].texts]
    if len(said) > 2:
        return f"{t.page(pages[0])} with {_an(drawing)} icon. Text: {', '.join(said)}."
    return f"{t.page(pages[0])} saying {t.row(said)}, with a small {drawing} icon {t.one('in the top right corner', 'next to the title', 'at the bottom')}."


def _an(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


@way()
def mixed_prose(t: Teller, pages: Sequence[Surface]) -> str:
    """As most people do: the first is said, the next by its role, the last by its place."""
    first, *rest = pages[0].texts
    said = [f"{t.page(pages[0])}. {t.one('It says', 'The big text is', 'Main text:')} {t.quote(first)}{after(t, first)}."]
    for text in rest[:-1]:
        said.append(f"Then the {t.role(text)} {t.quote(text)}.")
    if rest:
        said.append(f"{t.place(rest[-1], ['bottom']).capitalize()}: {t.quote(rest[-1])}.")
    return " ".join(said)


@way(held=True)
def text_reads(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}, minimalist, lots of white space. Text: {t.row([t.quote(x) for x in pages[0].texts], '; ')}. No other text."

"""Ways that name each text: by its role, in fields, lines, brackets and rows with prices."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bench.text.told.pages import Surface
from bench.text.told.teller import PLURALS, ROLE_WORDS, Teller, named, runs, way


@way()
def with_roles(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])} with {t.row([named(t, run) for run in runs(pages[0].texts)])}."


@way()
def role_sentences(t: Teller, pages: Sequence[Surface]) -> str:
    said = []
    for run in runs(pages[0].texts):
        role = t.role(run[0])
        for text in run:
            text.role_told = True
        if len(run) > 1:
            said.append(f"The {PLURALS.get(role, role + 's')} are {t.row([t.quote(x) for x in run])}.")
        else:
            look = t.look(run[0])
            said.append(f"The {role} {t.one('reads', 'is', 'says')} {t.quote(run[0])}{look and ' ' + look}.")
    return f"{t.page(pages[0])}. " + " ".join(said)


@way(held=True)
def as_roles(t: Teller, pages: Sequence[Surface]) -> str:
    said = []
    for run in runs(pages[0].texts):
        role = t.role(run[0])
        for text in run:
            text.role_told = True
        said.append(f"{t.row([t.quote(x) for x in run])} as {PLURALS.get(role, role + 's') if len(run) > 1 else 'the ' + role}")
    return f"{t.page(pages[0])} with {t.row(said)}."


def fields(t: Teller, page: Surface, mark: Callable[[str], str], colon: str) -> list[str]:
    rows = []
    for run in runs(page.texts):
        role = t.role(run[0])
        for text in run:
            text.role_told = True
        label = PLURALS.get(role, role + "s") if len(run) > 1 else role
        rows.append(f"{label[0].upper()}{label[1:]}{colon} " + ", ".join(mark(x.text) for x in run))
    return rows


@way()
def fields_quoted(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}.\n" + "\n".join(fields(t, pages[0], t.quote, ":"))


@way()
def fields_in_line(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}. " + ". ".join(fields(t, pages[0], t.quote, ":")) + "."


FIELDABLE = frozenset(("title", "capitals", "subtitle", "list", "steps", "menu", "footer", "button", "heading", "headline", "date", "time", "place", "price"))


def _plain_fields(page: Surface) -> None:
    """Only what people write without marks, nothing with a comma of its own in a list."""
    page.texts[:] = [x for x in page.texts if x.kind in FIELDABLE and not ("," in x.text and x.kind in ("list", "steps", "menu"))]


@way()
def fields_bare(t: Teller, pages: Sequence[Surface]) -> str:
    _plain_fields(pages[0])
    return f"{t.page(pages[0])}.\n" + "\n".join(fields(t, pages[0], lambda x: x, ":"))


@way(held=True)
def fields_markdown(t: Teller, pages: Sequence[Surface]) -> str:
    rows = [re.sub(r"^([^:]+):", r"**\1:**", row) for row in fields(t, pages[0], t.quote, ":")]
    return f"{t.page(pages[0])}.\n\n" + "\n".join(rows)


@way()
def bullets(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])} with:\n" + "\n".join(f"- {row[0].lower()}{row[1:]}" for row in fields(t, pages[0], t.quote, ":"))


@way(held=True)
def dashes(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}. " + "; ".join(fields(t, pages[0], t.quote, t.one(" –", " ->", " ="))) + "."


@way(fits=lambda name: name in ("poster", "billboard", "feed", "dashboard", "travel", "banner"))
def ad_speak(t: Teller, pages: Sequence[Surface]) -> str:
    words = {"title": "headline", "capitals": "headline", "subtitle": "subhead", "button": "CTA button", "contact": "URL", "footer": "footer"}
    said = []
    for text in pages[0].texts:
        text.role_told = True
        said.append(f"{words.get(text.kind, ROLE_WORDS[text.kind][0])} {t.quote(text)}")
    return f"{t.page(pages[0])}, clean layout, {', '.join(said)}."


SIZES = {1: ("large", "big"), -1: ("small", "tiny"), 0: ("",)}


@way(held=True)
def in_brackets(t: Teller, pages: Sequence[Surface]) -> str:
    said = []
    for text in pages[0].texts:
        text.size = 1 if text.first else -1
        text.hand = t.rng.choice(("bold", "italic", "serif"))
        said.append(f"{t.quote(text)} ({t.one(*SIZES[text.size])}, {text.hand})")
    return f"{t.page(pages[0])}: {', '.join(said)}."


@way()
def roles_in_brackets(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}: {', '.join(f'{t.quote(x)} ({t.role(x)})' for x in pages[0].texts)}."


@way(fits=lambda name: name in ("label", "box"))
def product_copy(t: Teller, pages: Sequence[Surface]) -> str:
    words = {"title": "brand name", "subtitle": t.one("tagline", "slogan"), "body": "description", "weight": "net weight", "badge": "badge"}
    said = []
    for text in pages[0].texts:
        text.role_told = True
        said.append(f"{words[text.kind]} {t.quote(text)}")
    return f"Packaging mockup: {t.a(pages[0])} with {t.row(said)}."


@way(fits=lambda name: name == "slide")
def slide_outline(t: Teller, pages: Sequence[Surface]) -> str:
    title, *rest = pages[0].texts
    title.role_told = True
    points = [x for x in rest if x.kind == "list"]
    for x in points:
        x.role_told = True
    pages[0].texts[:] = [title, *points]
    return f"Slide. Title: {title.text}\n" + "\n".join(f"{t.one('-')} {x.text}" for x in points)


@way(held=True, fits=lambda name: name in ("slide", "infographic", "whiteboard"))
def numbered_lines(t: Teller, pages: Sequence[Surface]) -> str:
    title, *rest = pages[0].texts
    title.role_told = True
    points = [x for x in rest if x.kind in ("list", "steps")]
    for x in points:
        x.kind = "list"
    pages[0].texts[:] = [title, *points]
    return f"{t.page(pages[0])} titled {t.quote(title)} with {len(points)} points:\n" + "\n".join(f"{k}. {t.quote(x)}" for k, x in enumerate(points, 1))


@way(fits=lambda name: name in ("app", "dashboard", "settings", "feed"))
def widgets(t: Teller, pages: Sequence[Surface]) -> str:
    said = []
    for text in pages[0].texts:
        text.role_told = text.kind != "list"
        said.append({
            "title": f"a header reading {t.quote(text)}", "subtitle": f"a tagline {t.quote(text)} under it", "list": f"a row labelled {t.quote(text)}",
            "button": f"a {t.one('green', 'blue', 'big')} button labelled {t.quote(text)}",
        }[text.kind])  # fmt: skip
    return f"UI mockup of {t.a(pages[0])}: {t.row(said)}."


@way(held=True)
def key_values(t: Teller, pages: Sequence[Surface]) -> str:
    return f"{t.page(pages[0])}, " + ", ".join(f"{t.role(x).replace(' ', '_')}={t.quote(x)}" for x in pages[0].texts)


@way(fits=lambda name: name in ("menu", "chalkboard", "receipt"))
def priced_rows(t: Teller, pages: Sequence[Surface]) -> str:
    rows = [x for x in pages[0].texts if x.kind == "menu"]
    title = pages[0].texts[0]
    pages[0].texts[:] = [title, *rows]
    said = [f"{t.quote(x.text.rpartition(' ')[0])} {x.text.rpartition(' ')[2]}" for x in rows]
    return f"{t.page(pages[0])} with the heading {t.quote(title)}: {', '.join(said)}."


@way(held=True, fits=lambda name: name in ("menu", "chalkboard"))
def priced_sentence(t: Teller, pages: Sequence[Surface]) -> str:
    rows = [x for x in pages[0].texts if x.kind == "menu"]
    title = pages[0].texts[0]
    pages[0].texts[:] = [title, *rows]
    return f"{t.a(pages[0]).capitalize()} headed {t.quote(title)} that lists {t.row([t.quote(x) for x in rows])}."

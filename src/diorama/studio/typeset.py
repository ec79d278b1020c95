"""Pages without a camera: words or a document → files, exact to the character."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from diorama.errors import PromptError, RequestError
from diorama.scene import Label, Object, Person, Scene
from diorama.studio.words import document, edit_pages
from diorama.typeset import Document, brand, page_of, page_on, press, sheets, spots, template, turn_of


def pages(prompt: str, kind: str | None = None) -> Document:
    """The pages that a prompt describes; `kind` names one template for all of them. Raises PromptError where nothing is to be read."""
    made = document(prompt)
    if made is None:
        raise PromptError("nothing is to be read here", where="prompt", hint='put the words in quotation marks: a poster with the title "River Sounds" and the date "12 June"')
    if kind:
        made = made.model_copy(update={"pages": tuple(page.model_copy(update={"template": template(kind).name}) for page in made.pages)})
    return made


def edited(made: Document, words: str) -> Document:
    """The document as words change it; all else stays. Raises PromptError for words that name nothing on it."""
    return edit_pages(made, words)


def lettered(made: Document, font: bytes, where: str = "font") -> Document:
    """The document with all its words in a face of somebody's own. Raises RequestError for what is no font."""
    try:
        face = brand.family(font)
    except RequestError as wrong:
        raise RequestError(wrong.message, where=where, hint=wrong.hint) from None
    return made.model_copy(update={"pages": tuple(page.model_copy(update={"face": face}) for page in made.pages)})


def load(text: str) -> Document:
    """A document from JSON. Raises RequestError that names the wrong field."""
    try:
        return Document.model_validate_json(text)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise RequestError(first["msg"], where="document." + ".".join(map(str, first["loc"])), hint="`diorama page schema` prints what is allowed") from None


def photographs(made: Document) -> list[str]:
    """What the photographs on the pages are of, in their order."""
    return [block.picture for page in made.pages for block in page.blocks if block.role == "picture" and block.picture]


def print_pages(made: Document, output: Path, long_side: int = 1600, pictures: Sequence[Path] = ()) -> list[tuple[Path, bytes]]:
    """Files to write, by the suffix of `output`: one PDF of all pages; PNG and SVG one a page, numbered where there are several. `pictures`: files for
    `photographs`, in their order; a drawn field stands where one lacks."""
    suffix = output.suffix.lower().lstrip(".")
    files = press(made, suffix, long_side=long_side, pictures=pictures)  # type: ignore[arg-type]
    names = [output] if len(files) == 1 else [output.with_stem(f"{output.stem}-{k + 1}") for k in range(len(files))]
    return list(zip(names, files, strict=True))


@dataclass(frozen=True)
class Sheet:
    """What one thing of a scene bears, set flat: its page as SVG, notes on what is set otherwise than asked, and where each of its texts stands."""

    subject: str
    svg: str
    notes: tuple[str, ...]
    places: tuple[tuple[int, float, float, float, float], ...]
    """Of a text its number among the thing's labels, and its rectangle: left, top, right, bottom as shares of the page."""
    turn: int
    """Which of its template's palettes and shapes it has: other words keep it, as the first label's `turn`."""


def flats(scene: Scene) -> list[Sheet]:
    """The pages of all things of a scene that bear words."""
    made = [(s.id, s.labels, page_on(s)) for s in scene.subjects if isinstance(s, Object) and s.labels]
    worn = [(s.id, g) for s in scene.subjects if isinstance(s, Person) for g in s.wears if g.labels]
    made += [(id, g.labels, page_of(g.labels, "shirt_print", g.surface.colours[0].hex if g.surface.colours else None)) for id, g in worn]
    return [_sheet(id, labels, Document(pages=(page,))) for id, labels, page in made]


def _sheet(id: str, labels: Sequence[Label], one: Document) -> Sheet:
    return Sheet(id, press(one, "svg")[0].decode(), tuple(notes(one)), tuple(_places(labels, one)), turn_of(one.pages[0]))


def _places(labels: Sequence[Label], one: Document) -> Iterator[tuple[int, float, float, float, float]]:
    """Where each label stands: a block of its own, or a row of a list whose words it begins with."""
    (stand,) = spots(one)
    blocks = one.pages[0].blocks
    taken: set[tuple[int, int]] = set()
    for k, label in enumerate(labels):
        for spot in (s for s in stand if (s.block, s.row) not in taken):
            block = blocks[spot.block]
            text = block.entries[spot.row].text if 0 <= spot.row < len(block.entries) else block.text
            if text and (label.text.startswith(text) if spot.row >= 0 else label.text == text):
                taken.add((spot.block, spot.row))
                yield k, spot.x0, spot.y0, spot.x1, spot.y1
                break


def leaves(made: Document) -> list[tuple[str, tuple[str, ...]]]:
    """Each page as SVG, with notes on what is set otherwise than asked."""
    return [(svg.decode(), tuple(sheet.notes)) for svg, sheet in zip(press(made, "svg"), sheets(made), strict=True)]


def notes(made: Document, pictures: Sequence[Path] = ()) -> list[str]:
    """What is set otherwise than asked; `pictures`: files for its photographs."""
    return [note for sheet in sheets(made, pictures) for note in sheet.notes]


def schema() -> str:
    return json.dumps(Document.model_json_schema(), indent=2)

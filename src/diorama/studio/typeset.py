"""Pages without a camera: words or a document → files, exact to the character."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from diorama.errors import PromptError, RequestError
from diorama.scene import Object, Person, Scene
from diorama.studio.words import document, edit_pages
from diorama.typeset import Document, brand, page_of, page_on, press, sheets, template


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


def print_pages(made: Document, output: Path, long_side: int = 1600) -> list[tuple[Path, bytes]]:
    """Files to write, by the suffix of `output`: one PDF of all pages; PNG and SVG one a page, numbered where there are several."""
    suffix = output.suffix.lower().lstrip(".")
    files = press(made, suffix, long_side=long_side)  # type: ignore[arg-type]
    names = [output] if len(files) == 1 else [output.with_stem(f"{output.stem}-{k + 1}") for k in range(len(files))]
    return list(zip(names, files, strict=True))


def flats(scene: Scene) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each thing of a scene that bears words: its id, its page as SVG, and notes on what is set otherwise than asked."""
    made = [(s.id, Document(pages=(page_on(s),))) for s in scene.subjects if isinstance(s, Object) and s.labels]
    worn = [(s.id, g) for s in scene.subjects if isinstance(s, Person) for g in s.wears if g.labels]
    made += [(id, Document(pages=(page_of(g.labels, "shirt_print", g.surface.colours[0].hex if g.surface.colours else None),))) for id, g in worn]
    return [(id, press(one, "svg")[0].decode(), tuple(notes(one))) for id, one in made]


def leaves(made: Document) -> list[tuple[str, tuple[str, ...]]]:
    """Each page as SVG, with notes on what is set otherwise than asked."""
    return [(svg.decode(), tuple(sheet.notes)) for svg, sheet in zip(press(made, "svg"), sheets(made), strict=True)]


def notes(made: Document) -> list[str]:
    """What is set otherwise than asked."""
    return [note for sheet in sheets(made) for note in sheet.notes]


def schema() -> str:
    return json.dumps(Document.model_json_schema(), indent=2)

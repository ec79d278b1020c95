"""Labels that want a typesetter, lowered for the worker: which program sets them, in which fonts, with nothing left open but the shape of the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diorama.scene import Garment, Label, Object, Person, Scene
from diorama.typeset import Document, Page, is_page, page_of, page_on
from diorama.typeset.faces import folders
from diorama.typeset.press import PROGRAM, lower


def with_pages(data: dict[str, Any], scene: Scene) -> dict[str, Any]:
    """The scene as data for the worker, where several labels on a thing are one page to be set."""
    subjects = []
    for plain, subject in zip(data["subjects"], scene.subjects, strict=True):
        if isinstance(subject, Object) and is_page(subject.labels, subject.thing):
            plain = {**plain, "labels": [_page(page_on(subject), subject.labels)]}
        if isinstance(subject, Person):
            plain = {**plain, "wears": [_worn(worn, garment) for worn, garment in zip(plain["wears"], subject.wears, strict=True)]}
        subjects.append(plain)
    return {**data, "subjects": subjects}


def _worn(plain: dict[str, Any], garment: Garment) -> dict[str, Any]:
    return {**plain, "labels": [_page(page_of(garment.labels, "shirt_print"), garment.labels)]} if is_page(garment.labels) else plain


def _page(set_: Page, labels: Sequence[Label]) -> dict[str, Any]:
    document = Document(pages=(set_,))
    (page,) = lower(document)[0]["pages"]
    fonts = folders({family for block in page["blocks"] for family in block["face"]})
    first = labels[0]
    return {
        "text": "\n".join(label.text for label in labels), "style": "sans", "colour": first.colour.model_dump() if first.colour else None,
        "page": {"program": str(PROGRAM), "fonts": [str(folder) for folder in fonts], "data": page},
    }  # fmt: skip

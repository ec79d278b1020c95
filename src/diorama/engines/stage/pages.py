"""Labels that want a typesetter, lowered for the worker: which program sets them, in which fonts, with nothing left open but the shape of the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diorama.scene import Garment, Label, Object, Person, Scene
from diorama.typeset import Document, Page, brand, is_page, page_of, page_on
from diorama.typeset.faces import folders
from diorama.typeset.lowering import lower
from diorama.typeset.typesetter import PROGRAM, used_faces


def with_pages(data: dict[str, Any], scene: Scene, font: bytes | None = None) -> dict[str, Any]:
    """The scene as data for the worker, where several labels on a thing are one page to be set. `font`: a face of somebody's own, in which all words are
    set, so that each thing that bears some has a page."""
    face = None if font is None else brand.family(font)
    subjects = []
    for plain, subject in zip(data["subjects"], scene.subjects, strict=True):
        if isinstance(subject, Object) and subject.labels:
            plain = {**plain, "labels": _lowered(plain["labels"], subject, face)}
        if isinstance(subject, Person):
            plain = {**plain, "wears": [_worn(worn, garment, face) for worn, garment in zip(plain["wears"], subject.wears, strict=True)]}
        subjects.append(plain)
    return {**data, "subjects": subjects}


def _lowered(plain: list[dict[str, Any]], subject: Object, face: str | None) -> list[dict[str, Any]]:
    """The labels of a thing: its texts as one page where they want a typesetter; a picture that stands there goes with the first."""
    written = subject.model_copy(update={"labels": tuple(label for label in subject.labels if label.text)})
    texts = [one for one in plain if one["text"]]
    made = [_page(page_on(written), written.labels, face)] if _set(written.labels, subject.thing, face) and written.labels else texts
    logo = next((label.picture for label in subject.labels if label.picture), None)
    if logo is None:
        return made
    first = made[0] if made else {"text": "", "style": "sans", "colour": None}
    return [{**first, "drawn": logo}, *made[1:]]


def _set(labels: Sequence[Label], thing: str, face: str | None) -> bool:
    return bool(labels) and face is not None or is_page(labels, thing)


def _worn(plain: dict[str, Any], garment: Garment, face: str | None) -> dict[str, Any]:
    page = _page(page_of(garment.labels, "shirt_print"), garment.labels, face) if _set(garment.labels, "", face) else None
    return plain if page is None else {**plain, "labels": [page]}


def _page(set_: Page, labels: Sequence[Label], face: str | None) -> dict[str, Any]:
    document = Document(pages=(set_.model_copy(update={"face": face}),))
    (page,) = lower(document, seen=True)[0]["pages"]
    fonts = folders(used_faces([page]))
    first = labels[0]
    return {
        "text": "\n".join(label.text for label in labels), "style": "sans", "colour": first.colour.model_dump() if first.colour else None,
        "page": {"program": str(PROGRAM), "fonts": [str(folder) for folder in fonts], "data": page},
    }  # fmt: skip

"""Typst itself: lowered pages (JSON) in, files out; `press.typ` sets them, text as data and never as code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import typst

from diorama.errors import EngineError
from diorama.typeset import art
from diorama.typeset.faces import folders

PROGRAM = Path(__file__).parent / "press.typ"


def compiled(data: dict[str, Any], format: Literal["png", "svg", "pdf"], **resolution: Any) -> list[bytes]:
    options: dict[str, Any] = {**asked_of(data), **resolution}
    try:
        made = typst.compile(str(PROGRAM), format=format, **options)
    except typst.TypstError as wrong:
        raise EngineError(f"the typesetter failed: {wrong}", where="typst") from None
    return list(made) if isinstance(made, list) else [made]


def asked_of(data: dict[str, Any]) -> dict[str, Any]:
    """What the typesetter is started with: the document as data, and the fonts that it names."""
    used = used_faces(data["pages"])
    fonts = [str(folder) for folder in folders(used)]
    return {
        "root": str(Path(*PROGRAM.parts[:1])), "font_paths": fonts, "ignore_system_fonts": True,
        "sys_inputs": {"document": json.dumps(data, ensure_ascii=False)},
    }  # fmt: skip


def used_faces(pages: Sequence[dict[str, Any]]) -> set[str]:
    """The families that lowered pages are set in, and that of their line icons."""
    drawn = {art.FACE} if any(art.icons(page) for page in pages) else set()
    return drawn | {family for page in pages for block in page["blocks"] for family in block["face"]}

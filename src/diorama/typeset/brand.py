"""A face of somebody's own: a font file becomes a family that the typesetter finds, and no other file has the name of."""

from __future__ import annotations

import hashlib
import io
import os
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from diorama.errors import RequestError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LARGEST = 24_000_000
"""Bytes."""
NAMES = (1, 2, 3, 4, 6, 16, 17, 21, 22, 25)
"""What a font calls itself (OpenType, `name`): family, style, full name, PostScript's, and the typographic ones."""
PREFIX = "Brand "
FORMATS = "TTF, OTF, WOFF or WOFF2"


def family(data: bytes) -> str:
    """The name by which a font file is set. It is written to the user's cache once. Raises RequestError for what is no font of outlines, OSError."""
    name = PREFIX + hashlib.sha256(data).hexdigest()[:16]
    if not (folder(name) / "done").exists():
        _write(opened(data), name)
    return name


def folder(name: str) -> Path:
    """Where a family of `family` lies."""
    return user_cache_path("diorama") / "brand" / name.removeprefix(PREFIX)


def is_brand(name: str) -> bool:
    return name.startswith(PREFIX)


def opened(data: bytes) -> TTFont:
    """The font in a file. Raises RequestError that says what it lacks."""
    from fontTools.ttLib import TTFont, TTLibError  # not for commands that set nothing

    if len(data) > LARGEST:
        raise RequestError(f"a font of {len(data):,} bytes", where="font", hint=f"{LARGEST:,} at most")
    if data[:4] == b"ttcf":
        raise RequestError("this is a collection of several fonts", where="font", hint=f"give one of them: {FORMATS}")
    try:
        font = TTFont(io.BytesIO(data), lazy=False)
        letters, named = font.getBestCmap(), {"name", "head"} <= set(font.keys())
    except (TTLibError, KeyError, ValueError, AssertionError, OSError, EOFError, IndexError) as wrong:
        told = "this is no font" if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true", b"wOFF", b"wOF2") else f"this font is damaged: {str(wrong)[:80]}"
        raise RequestError(told, where="font", hint=f"a file of outlines: {FORMATS}") from None
    except Exception as wrong:  # fontTools lets its parsers' own errors through
        raise RequestError(f"this font is damaged: {str(wrong)[:80]}", where="font", hint=f"a file of outlines: {FORMATS}") from None
    if all(chr(letter).isspace() for letter in letters or ()) or not named or not {"glyf", "CFF ", "CFF2"} & set(font.keys()):
        raise RequestError("this font has no outlines of letters", where="font", hint=f"a file of outlines: {FORMATS}")
    return font


def lacking(name: str, text: str) -> str | None:
    """What is to be said of letters of a text that the face has not."""
    missing = sorted({c for c in text if not c.isspace() and unicodedata.category(c)[0] != "C" and ord(c) not in _letters(name)})
    return f"the given font has no {' '.join(missing[:12])}: another face has" if missing else None


@lru_cache(maxsize=16)
def _letters(name: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    file = next(one for one in folder(name).iterdir() if one.suffix in (".ttf", ".otf"))
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _write(font: TTFont, name: str) -> None:
    """Whole or not at all; of a variable font its usual weight."""
    if "fvar" in font:
        from fontTools.varLib import instancer

        font = instancer.instantiateVariableFont(font, {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes})
    names = font["name"]
    for number in NAMES:
        names.removeNames(nameID=number)
    for number, text in ((1, name), (2, "Regular"), (3, name), (4, name), (6, name.replace(" ", "-"))):
        names.setName(text, number, 3, 1, 0x409)
    font.flavor = None
    place = folder(name)
    place.mkdir(parents=True, exist_ok=True)
    half = place / f".{os.getpid()}"
    font.save(half)
    half.replace(place / ("face.otf" if {"CFF ", "CFF2"} & set(font.keys()) else "face.ttf"))
    (place / "done").touch()

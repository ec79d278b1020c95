"""Hands → font files. Files come from packages as they are; Blender's WOFF2 faces are unpacked into the user's cache when first needed (Typst reads TTF and OTF only)."""

from __future__ import annotations

import os
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from diorama.assets.faces import PINS, faces_folder
from diorama.typeset import brand

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

TABLE = tomllib.loads((Path(__file__).parent / "faces.toml").read_text(encoding="utf-8"))
UNPACKED = 1
"""Counts up when the way of unpacking changes, so that what an older version left is made anew."""
PLAIN = "sans"
EUROPEAN = ((0x41, 0x52F), (0x1E00, 0x1FFF))
"""Code points of Latin, Greek and Cyrillic, of which one face may have all; other scripts have faces of their own."""


def families(hand: str, text: str) -> tuple[str, ...]:
    """The families to set `text` in: the hand's best that is installed and has all its European letters, then those that have its others."""
    liked = [family for family in TABLE["hands"][hand] if _folder(family)] or [next(filter(_folder, TABLE["hands"][PLAIN]))]
    letters = frozenset(c for c in text if c.isalpha() and any(low <= ord(c) <= high for low, high in EUROPEAN))
    own = next((family for family in liked if letters <= _letters(family)), liked[0])  # a word in two faces looks broken
    others = (family for family, ranges in TABLE["scripts"].items() if any(low <= ord(c) <= high for c in set(text) for low, high in ranges))
    return tuple(dict.fromkeys((own, *filter(_folder, others))))


def lacking(hand: str) -> str | None:
    """What is to be said where the hand's own look is not installed."""
    liked = TABLE["hands"][hand]
    taken = next(filter(_folder, liked), None)
    return None if taken == liked[0] else f"{hand} letters are set in {taken or 'the plain face'}: {liked[0]} is not installed"


def faceless(text: str) -> tuple[str, ...]:
    """Scripts of a text for whose letters no face is installed: `Khmer`. They would be set as empty boxes."""
    beyond = {c for c in text if c.isalpha() and ord(c) > 0x24F}
    ranges = [pair for family, pairs in TABLE["scripts"].items() if _folder(family) for pair in pairs]
    lacking = (c for c in beyond if not any(low <= ord(c) <= high for low, high in ranges))
    return tuple(sorted({unicodedata.name(c, "unknown").split()[0].capitalize() for c in lacking}))


def folders(used: Iterable[str]) -> list[Path]:
    """The folders that hold these families, as TTF or OTF. Raises OSError where the cache has to be written and cannot be."""
    used = set(used)
    for family in used & set(TABLE["blender"]):
        _unpack(family)
    given = {brand.folder(family) for family in used if brand.is_brand(family)}
    return sorted(given | {folder for family in used if not brand.is_brand(family) and (folder := _folder(family))})


@cache
def _letters(family: str) -> frozenset[str]:
    """Every character that a family has."""
    folder = _folder(family)
    if family in TABLE["fonts"] and folder:
        file = next(iter(sorted(folder.glob(TABLE["fonts"][family]["files"]))), None)
    elif family in PINS["faces"] and folder:
        file = next(iter(sorted(folder.glob("*.[to]tf"))), None)
    else:
        file = _woff2(family)
    if file is None:
        return frozenset()
    from fontTools.ttLib import TTFont  # only setting needs it: a tenth of a second of each command's start

    with TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap() or {}))


@cache
def _folder(family: str) -> Path | None:
    """Where a family lies, or will lie once it is unpacked; None where it is not installed."""
    if family in TABLE["fonts"]:
        spec = find_spec(TABLE["fonts"][family]["package"])
        return Path(spec.origin).parent / "files" if spec and spec.origin else None
    if family in PINS["faces"]:
        folder = faces_folder() / family
        return folder if folder.is_dir() else None
    return user_cache_path("diorama") / f"faces-{UNPACKED}" if _woff2(family) else None


def _woff2(family: str) -> Path | None:
    bpy = find_spec("bpy")
    fonts = next(Path(bpy.origin).parent.glob("*/datafiles/fonts"), None) if bpy and bpy.origin else None
    file = fonts / TABLE["blender"][family]["file"] if fonts else None
    return file if file and file.exists() else None


def _unpack(family: str) -> None:
    """Write a family's files, one a weight; whole or not at all."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    folder, source = _folder(family), _woff2(family)
    if folder is None or source is None or (folder / f"{family}.done").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for weight in TABLE["blender"][family].get("weights", (400,)):
        font = TTFont(source)
        if "fvar" in font:
            axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            font = instancer.instantiateVariableFont(font, axes | ({"wght": weight} if "wght" in axes else {}))
        style = "Bold" if weight == 700 else "Regular"
        _rename(font, family, style)
        font.flavor = None
        half = folder / f".{family}-{style}-{os.getpid()}"
        font.save(half)
        half.replace(folder / f"{family}-{style}.{'otf' if 'CFF ' in font or 'CFF2' in font else 'ttf'}")
    (folder / f"{family}.done").touch()


def _rename(font: TTFont, family: str, style: str) -> None:
    """One family name for all weights, so that the typesetter finds them together."""
    names = font["name"]
    for name_id in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    for name_id, text in ((1, family), (2, style), (3, f"{family} {style}"), (4, f"{family} {style}"), (6, f"{family.replace(' ', '')}-{style}")):
        names.setName(text, name_id, 3, 1, 0x409)
    if "OS/2" in font:
        font["OS/2"].usWeightClass = 700 if style == "Bold" else 400

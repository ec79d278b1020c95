"""Names of the files that a command makes: what was asked for, never over another without --force; else from the words, the first that no file has."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from diorama.image.codecs import format_of
from diorama.image.files import free_names
from diorama.studio.output import writable

Force = Annotated[bool, typer.Option("--force", "-f", help="Write over files that are there.")]

MOST_WORDS, MOST_CHARACTERS, MOST_BYTES = 6, 60, 120
"""Of a name made from words."""


def planned(output: Path | None, stems: Sequence[str], *, force: bool) -> list[Path]:
    """One picture's name for each stem: `output`, with a number where there are several; without it the stems, as PNG.

    Raises RequestError or OutputError before any work for a format that is not written, a folder that is not there, a file that is.
    """
    if output is None:
        return _free([Path(f"{stem}.png") for stem in stems])
    format_of(output)
    paths = numbered(output, len(stems))
    for path in paths:
        writable(path, force=force)
    return paths


def numbered(path: Path, total: int) -> list[Path]:
    """The path itself, or so many with numbers from 1."""
    return [path] if total == 1 else [path.with_stem(f"{path.stem}-{k + 1}") for k in range(total)]


def free(path: Path) -> Path:
    """The name itself, or with the first number that no file has."""
    return _free([path])[0]


def _free(paths: Sequence[Path]) -> list[Path]:
    """Free names that also differ from each other."""
    taken: list[Path] = []
    for path in paths:
        taken.append(next(name for name in free_names(path) if name not in taken and not os.path.lexists(name)))
    return taken


def slug(words: str) -> str:
    """The first words as a file's name: letters and digits of any script, in small letters; Latin ones without accents."""
    plain = _without_accents(unicodedata.normalize("NFKC", words).lower())
    parts = re.findall(r"[^\s\-]+", "".join(char if unicodedata.category(char)[0] in "LNM" else " " for char in plain))
    name = "-".join(parts[:MOST_WORDS])[:MOST_CHARACTERS].encode()[:MOST_BYTES].decode(errors="ignore")
    return name.strip("-") or "picture"


def _without_accents(text: str) -> str:
    """é as e; marks of other scripts are letters and stay."""
    out: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if not (unicodedata.category(char) == "Mn" and out and out[-1].isascii()):
            out.append(char)
    return unicodedata.normalize("NFC", "".join(out))

"""Reading what a person names or types: text files, words, the standard input; with errors a person understands."""

from __future__ import annotations

import sys
from pathlib import Path

from diorama.errors import OutputError, PromptError

LARGEST = 16_000_000
"""Bytes."""


def read_text(path: Path) -> str:
    """The text of a file. Raises OutputError."""
    try:
        if path.stat().st_size > LARGEST:
            raise OutputError(f"larger than {LARGEST:,} bytes", where=str(path))
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise OutputError("this is not a text file", where=str(path)) from None
    except OSError as wrong:
        raise OutputError(f"cannot be read: {wrong.strerror}", where=str(path)) from None


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises OutputError."""
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise OutputError(f"cannot be read: {wrong.strerror}", where=str(path)) from None


def read_words(words: str) -> str:
    """The words of an argument; `-` reads them from the standard input. Raises PromptError where they are no text."""
    try:
        return sys.stdin.buffer.read(LARGEST).decode("utf-8") if words == "-" else words.encode("utf-8").decode("utf-8")
    except UnicodeError:
        where = "the standard input" if words == "-" else "prompt"
        raise PromptError("these words are not UTF-8 text", where=where, hint="save them as UTF-8, or look at the terminal's encoding") from None

"""Reading text files that a person names, with errors a person understands."""

from __future__ import annotations

from pathlib import Path

from diorama.errors import OutputError

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

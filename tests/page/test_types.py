"""The page's types are those of the server's OpenAPI document."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/page_types.py"


def test_types_are_as_new_as_the_document():
    spec = importlib.util.spec_from_file_location("page_types", SCRIPT)
    page_types = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page_types)
    assert page_types.written() == page_types.digest(page_types.document()), "the API changed: run `python scripts/page_types.py`"

"""Every diagnostic is documented, and helps."""

from __future__ import annotations

import re
from pathlib import Path

from diorama.language import read

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"


def test_every_code_is_documented():
    source = "".join(p.read_text("utf-8") for p in sorted((DOCS.parents[1] / "src/diorama/language").glob("*.py")))
    codes = set(re.findall(r'say\(\s*"(?:error|warning|note|help)",\s*"([a-z-]+)"', source))
    assert len(codes) > 15
    text = DOCS.read_text("utf-8")
    assert [c for c in sorted(codes) if f"`{c}`" not in text] == []


def test_a_right_spelling_keeps_the_words_before_it():
    (told,) = [one for one in read("A mug and a red bottul on a table").of("error") if one.code == "unknown-word"]
    assert told.help == "write 'red bottle'"

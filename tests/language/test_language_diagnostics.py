"""Diagnostics as a compiler prints them; and the example in docs/reading.md is what is printed."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from diorama.language import read, render
from diorama.language.diagnostics import lines, plain

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"


def shown(reading) -> str:
    console = Console(width=140, record=True, file=open("/dev/null", "w", encoding="utf-8"))
    console.print(render(reading))
    console.file.close()
    return console.export_text()


def test_the_documented_example():
    reading = read("a red bottul on a table")
    assert "\n".join(plain(reading.of("error")[0], reading.prompt)) in DOCS.read_text("utf-8")


def test_every_code_is_documented():
    source = "".join(p.read_text("utf-8") for p in sorted((DOCS.parents[1] / "src/diorama/language").glob("*.py")))
    import re

    codes = set(re.findall(r'say\(\s*"(?:error|warning|note|help)",\s*"([a-z-]+)"', source))
    assert len(codes) > 15
    text = DOCS.read_text("utf-8")
    assert [c for c in sorted(codes) if f"`{c}`" not in text] == []


def test_prompt_and_all_diagnostics_are_shown():
    reading = read('A woman with a red bottul, "HELLO", warm light')
    text = shown(reading)
    assert reading.prompt in text
    flat = " ".join(text.split())
    for d in reading.diagnostics:
        told = d.help.removeprefix("for example: ") if d.code.startswith("missing-") else d.message
        assert " ".join(told.split()) in flat, d
    assert "error[unknown-word]" in text and "warning[stand-in]" in text


def test_what_is_assumed_is_told_in_one_line_and_a_good_prompt_in_none():
    good = shown(read("A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field"))
    assert len([row for row in good.splitlines() if row.strip()]) == 2
    short = shown(read("a mug"))
    assert short.count("assumed") == 1 and short.count("to say more") == 1

def test_carets_point_at_the_words():
    prompt = "first line\nsecond line with a zorble in it"
    at = prompt.index("zorble")
    row, carets, line, column = lines(prompt, (at, at + 6))
    assert row[carets.index("^") : carets.rindex("^") + 1] == "zorble" and (line, column) == (2, at - 10)


def test_long_lines_are_cut_around_the_words():
    prompt = "a mug, " * 100 + "a zorble, " + "a mug, " * 100
    at = prompt.index("zorble")
    row, carets, _, _ = lines(prompt, (at, at + 6))
    assert len(row) <= 102 and row[carets.index("^") : carets.rindex("^") + 1] == "zorble"


def test_markup_in_a_prompt_is_only_text():
    assert "[bold]mug[/bold]" in shown(read("a [bold]mug[/bold]"))


def test_a_right_spelling_keeps_the_words_before_it():
    (told,) = [one for one in read("A mug and a red bottul on a table").of("error") if one.code == "unknown-word"]
    assert told.help == "write 'red bottle'"

"""Readings on the terminal as a compiler prints them; and the example in docs/reading.md is what is printed."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from diorama.cli.told import lines, plain, reading
from diorama.studio.words import read

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"


def shown(made) -> str:
    console = Console(width=140, record=True, file=io.StringIO())
    console.print(reading(made))
    return console.export_text()


def test_the_documented_example():
    made = read("a red bottul on a table")
    assert "\n".join(plain(made.of("error")[0], made.prompt)) in DOCS.read_text("utf-8")


def test_prompt_and_all_diagnostics_are_shown():
    made = read('A grmblfx, a chair with a red bottul, "HELLO", warm light')
    text = shown(made)
    assert made.prompt in text
    flat = " ".join(text.split())
    for d in made.diagnostics:
        told = d.help.removeprefix("for example: ") if d.code.startswith("missing-") else d.message
        assert " ".join(told.split()) in flat, d
    grave = [d for d in made.diagnostics if d.severity in ("error", "warning")]
    assert "unknown-word" in {d.code for d in grave}
    assert all(f"{d.severity}[{d.code}]" in text for d in grave)


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


def test_of_many_warnings_the_ones_that_matter_most_are_told_in_full():
    made = read("a zeppelin, a gondola, a harpsichord, a centrifuge, a sextant, a loom, an anvil, a hovercraft and a bagpipe on a table, grmblfx")
    grave = [d for d in made.diagnostics if d.severity in ("error", "warning")]
    assert len(grave) > 5
    folded = shown(made)
    assert folded.count("--> prompt") == 4 and "more warning[stand-in]" in folded and "--all" in folded
    console = Console(width=140, record=True, file=io.StringIO())
    console.print(reading(made, True))
    assert console.export_text().count("--> prompt") == len([d for d in grave if d.span])

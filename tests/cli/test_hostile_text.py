"""Other people's text meets the terminal: markup, emoji codes, control characters and broken characters are shown as they are, in every command."""

from __future__ import annotations

import json
import re

import pytest
import typer
from PIL import Image, PngImagePlugin

from diorama.cli import app, doctor
from diorama.cli.terminal import styled, visible

HOSTILE = "a mug [/x] [cup|bowl] [bold red]or[/] :smile: \\[ [link=file:///x]y[/link] \\"
"""A prompt; control characters are no prompt, but stand in file names and in what other programs wrote."""


@pytest.fixture
def hostile(run, tmp_path):
    """A history and a folder full of such text."""
    assert run("make", HOSTILE, "--size", "96", "--seed", "1", "-o", "m[b]\x1b[2J.png", "--quiet").returncode == 0
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("parameters", f"{HOSTILE}\x1b[31m\nNegative prompt: [/n]\nSteps: 1, Seed: 2, Size: 4x4, Model: [/m], Version: [/tool]")
    Image.new("RGB", (8, 8)).save(tmp_path / "other.png", pnginfo=chunks)
    (tmp_path / "wrong.json").write_text('{"version": 1, "[/x]\\u001b[31m": 1}')
    (tmp_path / "subjects.txt").write_text("a mug [/x]\n")
    (tmp_path / "broken.png").write_text("[/x]")


RUNS = [
    (("history", "list"), "[cup|bowl]"), (("history", "list", "[/x]"), ""), (("history", "verify"), "whole"), (("history", "star", "[/x]"), "[/x]"), (("history", "remove", "[/x]"), "[/x]"),
    (("history", "restore", "[/x]"), "[/x]"), (("history", "export", "[b]-x[/b].zip"), "[b]"), (("history", "export", "a.zip", "[/x]"), "[/x]"), (("history", "import", "[/x].zip"), "[/x]"), (("history", "import", "other.png", "[b]x.png"), ""), (("history", "give", "[/x]", "last"), "[/x]"), (("credits",), ""),
    (("show", "other.png"), HOSTILE + "␛[31m"), (("show", "m[b]\x1b[2J.png"), HOSTILE), (("show", "other.png"), "[/tool]"), (("show", "broken.png"), "broken"), (("show", "[/x].png"), "[/x]"), (("read", HOSTILE), HOSTILE), (("read", HOSTILE, "--aspect", "[/x]"), "[/x]"),
    (("make", HOSTILE, "--size", "96"), "a-mug-x"), (("make", "a mug", "--engine", "[/x]"), "[/x]"), (("make", "a mug", "--aspect", "[/x]"), "[/x]"), (("make", "a mug", "-o", "[/x].png"), "[: "),
    (("make", "a mug", "-o", "[b]x.png", "--size", "96"), "[b]x.png"), (("make", "--scene", "[/x].json"), "[/x]"), (("make", "--scene", "wrong.json"), "[/x]"), (("make", "--like", "[/x].png"), "[/x]"),
    (("make", "a mug", "--with", "[/x]=[/x].glb"), "[/x]"), (("make", "a mug", "--with", "[/x]=other.png"), "transparent"),
    (("make", "a mug", "--passes", "[b]p", "--size", "96"), ""), (("refine", "last", "make it [/x] red"), "[/x]"), (("refine", "[/x]", "make it red"), "[/x]"), (("refine", "last", "add a [cup|bowl]", "--dry-run"), "[cup|bowl]"),
    (("refine", "last", "--undo"), ""), (("vary", "last", "--layer", "[/x]"), "[/x]"), (("vary", "last", "--of", "[/x]", "--layer", "colour"), "possible"), (("vary", "last", "-n", "1", "--dry-run"), ""),
    (("series", "a {subject} [/x]", "subjects.txt", "--size", "96", "-o", "s.png"), "s-1.png"), (("series", "[/x]", "-s", "[/x]"), ""), (("sheet", "last", "other.png", "-o", "[b]s.png"), "[b]s.png"), (("sheet", "[/x].png"), "[/x]"), (("sheet", "m[b]\x1b[2J.png", "-o", "\x1b[2J.png"), "␛[2J.png"),
    (("sheet", "last", "--label", "[/x]"), "[/x]"), (("scene", "check", "wrong.json"), "[/x]"), (("scene", "export", HOSTILE, "-o", "[b]s.json"), "[b]s.json"), (("scene", "export", "[/x].json"), "[/x]"), (("scene", "schema"), ""),
    (("token", "team", "[/x]"), "[/x]"), (("film", "a mug", "-o", "[b]x.avi"), "[b]x.avi"), (("film", HOSTILE, "--move", "[/x]"), "[/x]"),
    (("token", "add", "[/x]"), "[/x]"), (("token", "remove", "[/x]"), "[/x]"), (("token", "list"), ""), (("settings",), ""), (("things",), "mug"), (("engines",), "null"), (("serve", "--host", "[/x]"), "[/x]"),
    (("page", 'a poster with the title "[/x] [b]Hi[/b]"', "-o", "[b]p.json"), "[b]p.json"), (("page", "[/x]"), "nothing"), (("page", "[/x].json"), "[/x]"), (("page", "templates"), "poster"), (("doctor",), "python"),
    (("models", "list", "[/x]"), ""), (("models", "pull", "[/x]"), "[/x]"), (("models", "remove", "[/x]"), "[/x]"),
    (("campaign", "[/x].toml"), "[/x]"), (("key", "list"), "fal"), (("key", "set", "[/x]"), "[/x]"), (("key", "remove", "[/x]"), "[/x]"),
    (("engines", "check", "[/x]"), "[/x]"), (("move", "--to", "[/x]"), "[/x]"), (("move", "--pictures", "[/x]"), "[/x]"),
    (("backup", "[b]x"), "[b]x"), (("restore", "[/x]"), "[/x]"),
    (("worker", "--server", "http://[/x]", "--engine", "null"), "server"), (("worker", "--server", "http://localhost:9", "--engine", "[/x]"), "[/x]"),
    (("models", "show", "[/x]"), "[/x]"), (("models", "star", "[/x]"), "[/x]"), (("models", "unstar", "[/x]"), ""),
    (("judge", "last"), "score"), (("judge", "last", "--rubric", "[b]r.toml"), "[b]r.toml"), (("enlarge", "[/x]"), "[/x]"), (("erase", "last", "--box", "[/x]"), "[/x]"), (("crop", "last", "[/x]"), "[/x]"),
    (("inpaint", "last", "[/x]", "--by", "[/x]", "--box", "0,0,1,1"), "[/x]"), (("background", "last", "--with", "[/x]", "--box", "0,0,0.5,1"), "[/x]"),
    (("print", "last", "-o", "[b]x.doc"), ".doc"), (("print", "last", "-o", "[b]p.tif", "--paper", "[/x]"), "[/x]"),
    (("difference", "[/x]"), "[/x]"), (("difference", "last", "--from", "[/x]"), "[/x]"),
    (("extend", "last", "--right", "[/x]"), "[/x]"), (("cutout", "[/x]"), "[/x]"),
]  # fmt: skip


def names(command, prefix=()) -> set[tuple[str, ...]]:
    """Every command there is."""
    if not hasattr(command, "commands"):
        return {prefix}
    return set().union(*(names(inner, (*prefix, name)) for name, inner in command.commands.items()))


def test_every_command_is_among_them():
    driven = {arguments[:depth] for arguments, _ in RUNS for depth in (1, 2)}
    assert names(typer.main.get_command(app)) <= driven


@pytest.mark.parametrize(("arguments", "says"), RUNS, ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "")
def test_text_is_shown_as_it_is(run, hostile, monkeypatch, arguments, says):
    monkeypatch.setattr(doctor, "CHECKS", tuple(check for check in doctor.CHECKS if check.__name__ != "_blender"))  # it loads for long
    done = run(*arguments)
    assert says in done.stdout + done.stderr, done.stderr
    assert "\x1b" not in done.stdout + done.stderr and "Traceback" not in done.stderr
    assert not re.search(r"\[(green|red|dim|yellow|blue|cyan|bold)\]", done.stdout + done.stderr), "our own colours"
    assert done.returncode in (0, 1, 2, 3, 4, 5), done.stderr


def test_what_was_made_of_it_goes_back_and_forth(run, hostile):
    assert run("refine", "last", "make it red [/y]", "-o", "red.png").returncode == 0
    back = run("refine", "last", "--undo")
    assert back.returncode == 0 and HOSTILE in back.stdout
    assert run("show", "m[b]\x1b[2J.png", "--json").data()["recipe"]["prompt"] == HOSTILE


@pytest.mark.parametrize("command", [("make", "-"), ("read", "-"), ("refine", "last", "-")])
def test_words_that_are_no_text(run, hostile, command):
    done = run(*command, typed=b"a mug \xff\xfe")
    assert done.returncode == 2 and "UTF-8" in done.stderr
    done = run(*(part if part != "-" else "a mug \udcff" for part in command))
    assert done.returncode == 2 and "UTF-8" in done.stderr


def test_json_is_what_every_program_reads(run, tmp_path):
    text = '{"3": {"class_type": "KSampler", "inputs": {"seed": 1, "cfg": NaN}, "is_changed": [NaN, Infinity]}, "4": "\\ud800"}'
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("prompt", text)
    Image.new("RGB", (8, 8)).save(tmp_path / "nan.png", pnginfo=chunks)
    done = run("show", "nan.png", "--json")
    found = json.loads(done.stdout, parse_constant=pytest.fail)
    assert found["comfyui"]["3"]["is_changed"] == [None, None]


def test_values_take_the_style_of_their_place_and_nothing_else():
    text = styled("[bold]{}[/] is {}", "[/bold]x", HOSTILE)
    assert text.plain == "[/bold]x is " + HOSTILE and [(span.start, span.end, str(span.style)) for span in text.spans] == [(0, 8, "bold")]
    assert visible("a\tb\nc\r\x9b\ud800é") == "a\tb\nc␍\ufffd\ufffdé"

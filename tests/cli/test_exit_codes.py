"""What went wrong ends with the code that the documents give it: 2 for what was asked wrongly, 3 for a file."""

from __future__ import annotations

import json

import pytest

UNTOLD = 'rules = ["the mug is made of oak and brass"]\n'
MIXED = 'rules = ["nothing is cut off", "the mug is made of oak and brass"]\n'


@pytest.fixture
def mug(run):
    assert run("make", "a red mug", "--size", "96", "--seed", "1", "-o", "mug.png", "--quiet").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("judge", "last", "--by", "nobody"), 2, "no tool 'nobody'"), (("judge", "last", "--by", "resample"), 2, "no judge"),
        (("enlarge", "last", "--by", "nobody"), 2, "no tool 'nobody'"), (("enlarge", "last", "--by", "checks"), 2, "no upscaler"),
        (("make", "a mug", "--engine", "nobody"), 2, "no engine 'nobody'"),
        (("inpaint", "last", "a mug", "--box", "0,0,1,1", "--by", "nobody"), 2, "no engine"),
        (("history", "import", "missing.png"), 3, "missing.png"), (("sheet", "missing.png"), 3, "missing.png"),
        (("crop", "missing.png", "0,0,1,1"), 3, "missing.png"),
        (("campaign", "missing.toml"), 3, "missing.toml"), (("judge", "last", "--rubric", "missing.toml"), 3, "missing.toml"),
        (("print", "last", "--space", "cmyk", "-o", "a.pdf"), 2, "eci.org"), (("print", "last", "--profile", "missing.icc", "-o", "a.pdf"), 3, "missing.icc"),
    ],
)  # fmt: skip
def test_names_are_input_and_files_are_files(run, mug, arguments, code, says):
    done = run(*arguments)
    assert (done.returncode, says in done.stderr) == (code, True), done.stderr


@pytest.mark.parametrize("option", ["palette", "within", "box", "aspect", "size", "engine", "rubric", "seed"])
def test_an_option_without_a_value_is_not_one_that_was_left_out(run, option):
    """`--palette "$COLOURS"` where the variable was not set."""
    done = run("make", "a mug", f"--{option}", "", "--size" if option != "size" else "--seed", "96")
    assert done.returncode == 2 and option in done.stderr, (done.returncode, done.stderr)


def test_a_dry_run_of_words_that_change_nothing_says_so(run, mug):
    done = run("refine", "last", "colourless green ideas", "--dry-run")
    assert done.returncode == 2 and "nothing in the picture changes" in done.stderr
    done = run("refine", "last", "colourless green ideas", "--dry-run", "--json")
    assert done.returncode == 2 and not json.loads(done.stdout)["edit"]["changes"], "one JSON document, and the code"
    assert run("refine", "last", "make the mug blue", "--dry-run").returncode == 0


@pytest.mark.parametrize(("text", "count"), [(UNTOLD, "the rule cannot"), (MIXED, "1 of the 2 rules cannot")])
def test_a_rule_that_nothing_measures_is_no_hundred_per_cent(run, mug, tmp_path, text, count):
    (tmp_path / "brand.toml").write_text(text)
    done = run("judge", "last", "--rubric", "brand.toml")
    assert done.returncode == 2 and count in done.stderr and "that can be told" in done.stdout, done.stdout + done.stderr
    told = run("judge", "last", "--rubric", "brand.toml", "--json")
    assert told.returncode == 2 and told.data()["untold"] == 1

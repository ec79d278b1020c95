"""The command line as a person meets it: pictures, readings, and errors with one message, a hint and an exit code. Runs on the null engine.

`program` is a process of its own; all else runs in this one, which is the same function without two seconds of imports.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PIL import Image


@pytest.fixture
def program(tmp_path):
    """Run the command as a process, in an empty folder with a history of its own."""
    environment = {**os.environ, "DIORAMA_HOME": str(tmp_path / "home"), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, "-m", "diorama", *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300)

    return run


def test_a_prompt_becomes_a_picture_with_its_recipe_inside(program, run, tmp_path):
    done = program("make", "a red mug", "--size", "128", "--seed", "7", "-o", "mug.png", "--json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    with Image.open(tmp_path / "mug.png") as picture:
        assert picture.size == (made["width"], made["height"])
    inside = json.loads(run("show", "mug.png", "--json").stdout)
    assert inside["recipe"]["prompt"] == "a red mug" and inside["recipe"]["seed"] == 7
    assert inside["parameters"].startswith("a red mug\n")
    assert inside["source_type"] == "algorithmicMedia"


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_like_repeats_a_picture(run, tmp_path, suffix):
    run("make", "a red mug", "--size", "96", "--seed", "7", "-o", f"one.{suffix}")
    done = run("make", "--like", f"one.{suffix}", "-o", f"two.{suffix}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_several_pictures_count_their_seeds_and_names(run, tmp_path):
    done = run("make", "a mug", "--size", "96", "--seed", "4", "-n", "3", "-o", "m.png", "--json")
    assert [m["seed"] for m in json.loads(done.stdout)] == [4, 5, 6]
    assert sorted(p.name for p in tmp_path.glob("m*.png")) == ["m-1.png", "m-2.png", "m-3.png"]


def test_a_scene_goes_out_and_comes_back(run, tmp_path):
    assert run("scene", "export", "a green bottle", "-o", "s.json").returncode == 0
    assert run("scene", "check", "s.json").returncode == 0
    done = run("make", "--scene", "s.json", "--size", "96", "-o", "s.png", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(run("scene", "schema").stdout)["title"] == "Scene"


def test_read_prints_layers_and_json(run):
    assert "still life" in run("read", "a red mug on a walnut table, window light from the left").stdout
    whole = json.loads(run("read", "a red mug, 85mm f/2", "--json").stdout)
    assert {p["layer"] for p in whole["phrases"]} >= {"subject", "camera"}


def test_history_remembers_finds_and_verifies(run):
    run("make", "a red mug", "--size", "96", "-o", "a.png")
    run("make", "a blue vase", "--size", "96", "-o", "b.png")
    assert [e["prompt"] for e in json.loads(run("history", "list", "--json").stdout)] == ["a blue vase", "a red mug"]
    assert [e["prompt"] for e in json.loads(run("history", "list", "vase", "--json").stdout)] == ["a blue vase"]
    assert run("history", "verify").returncode == 0
    assert run("history", "export", "all.zip").returncode == 0


WRONG = [
    (("make", ""), 2, "prompt"),
    (("make", "x" * 33_000), 2, "32,000"),
    (("make", "a\x07mug"), 2, ""),
    (("make", "a mug", "--width", "0", "--height", "100"), 2, "64 to 4096"),
    (("make", "a mug", "--width", "20000", "--height", "100"), 2, "64 to 4096"),
    (("make", "a mug", "--aspect", "wide"), 2, "16:9"),
    (("make", "a mug", "-q", "best"), 2, "draft"),
    (("make", "a mug", "-o", "mug.bmp"), 2, ".png"),
    (("make", "a mug", "-o", "nowhere/mug.png"), 3, "folder"),
    (("make", "a mug", "--engine", "nonesuch"), 2, "there are"),
    (("make", "--scene", "missing.json"), 3, "missing.json"),
    (("make", "a mug", "--like", "x.png"), 2, "one of"), (("make", "--like", "x.png", "--size", "96", "-q", "draft"), 2, "--size, --quality"),
    (("make", "a mug", "--with", "=x.glb"), 2, "names no thing"), (("make", "a mug", "--with", "mug="), 2, "names no thing"),
    (("show", "missing.png"), 3, "missing.png"),
    (("history", "star", "feed"), 5, "feed"),
    (("scene", "export", "a mug", "-o", "mug.obj"), 2, ".blend"),
]


@pytest.mark.parametrize(("arguments", "code", "says"), WRONG, ids=lambda v: " ".join(v)[:40] if isinstance(v, tuple) else str(v)[:20])
def test_wrong_input_gives_one_message_and_an_exit_code(run, tmp_path, arguments, code, says):
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("error:") == 1 and says in done.stderr
    assert not [p for p in tmp_path.iterdir() if p.name != "home"], "nothing half-written"


def test_a_wrong_scene_names_the_field(run, tmp_path):
    (tmp_path / "s.json").write_text('{"version": 1, "environment": {"setting": "moonbase"}, "lighting": {"time": "noon", "hour": 12}}')
    done = run("make", "--scene", "s.json", "-o", "s.png")
    assert done.returncode == 2 and "environment.setting" in done.stderr and "'studio'" in done.stderr


def test_a_process_ends_with_the_code_of_what_went_wrong(program, tmp_path):
    done = program("make", "a mug", "--engine", "nonesuch")
    assert done.returncode == 2 and done.stderr.count("error:") == 1 and "Traceback" not in done.stderr
    assert not done.stdout and not list(tmp_path.glob("*.png"))


def test_errors_are_data_for_programs(run):
    done = run("make", "a mug", "--aspect", "wide", "--json")
    assert json.loads(done.stdout)["where"] == "aspect"


def test_passes_are_files_with_a_key(run, tmp_path):
    assert run("make", "a mug", "--size", "96", "-o", "m.png", "--passes", "passes").returncode == 0
    names = {p.name for p in (tmp_path / "passes").iterdir()}
    assert {"depth.exr", "normal.exr", "ids.png", "ids.json"} <= names


def test_help_teaches(run):
    assert "soft window light" in run("--help").stdout


def test_pictures_are_taken_in_and_given(run, tmp_path):
    run("make", "a red mug", "--size", "96", "-o", "a.png")
    assert run("history", "export", "all.zip").returncode == 0
    elsewhere = {"DIORAMA_HOME": str(tmp_path / "elsewhere")}
    unknown = run("history", "import", "all.zip", "--owner", "ann", **elsewhere)
    assert unknown.returncode == 2 and "no token of ann" in unknown.stderr and "token add" in unknown.stderr
    run("token", "add", "ann", **elsewhere)
    assert "1 pictures taken in" in run("history", "import", "all.zip", "a.png", "--owner", "ann", **elsewhere).stdout, "it is the same picture"
    (tmp_path / "b.png").write_bytes(b"nothing")
    refused = run("history", "import", "a.png", "b.png", **elsewhere)
    assert refused.returncode == 2 and "1 pictures taken in" in refused.stdout and "b.png" in refused.stderr
    assert "1 pictures are ann's now" in run("history", "give", "ann", "--all", **elsewhere).stdout
    assert run("history", "give", "ann", **elsewhere).returncode == 2


def test_a_prompt_that_begins_as_a_list_does_is_no_option(run):
    assert run("read", "- a round wooden table", "--json").returncode == 0
    assert run("read", "a table", "--no-such").returncode == 2

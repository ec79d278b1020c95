"""Refining, varying, series and contact sheets as a person meets them. Runs on the null engine."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from diorama.history import History
from diorama.scene import Edit, apply

PROMPT = "a white mug on a walnut table, soft window light from the left"


@pytest.fixture
def diorama(run):
    """Run the command in this process, in an empty folder, with a history of its own."""
    return run


@pytest.fixture
def mug(diorama):
    done = diorama("make", PROMPT, "--size", "128", "--seed", "7", "-o", "mug.png", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def history(tmp_path):
    with History(tmp_path / "home") as opened:
        yield opened


def test_words_become_another_picture_with_its_parent_and_its_edit(diorama, mug, history):
    done = diorama("refine", "last", "make the light warmer, move the mug to the right, add a spoon", "-o", "warm.png")
    assert done.returncode == 0, done.stderr
    for line in ("added: spoon", "mug at the right", "all light: colour temperature as usual → 3790 K"):
        assert line in done.stderr
    child, parent = history.get("last"), history.get(mug["id"])
    assert child.parent == parent.id and child.edit["words"].startswith("make the light warmer")
    assert (child.seed, child.width, child.height) == (7, mug["width"], mug["height"])
    assert child.recipe.options == parent.recipe.options and child.recipe.quality == parent.recipe.quality
    edit = Edit.model_validate({"changes": child.edit["changes"]})
    assert apply(parent.recipe.scene, edit) == child.recipe.scene
    assert apply(child.recipe.scene, edit.inverse()) == parent.recipe.scene
    inside = json.loads(diorama("show", "warm.png", "--json").stdout)["recipe"]
    assert [s["noun"] for s in inside["scene"]["subjects"]] == ["mug", "spoon"]


def test_a_picture_is_named_by_file_id_or_last(diorama, mug):
    for name in ("mug.png", mug["id"][:8], "last"):
        done = diorama("refine", name, "make it red", "--dry-run", "--json")
        assert done.returncode == 0, done.stderr
        made = json.loads(done.stdout)
        assert made["parent"] == mug["id"] and [x["text"] for x in made["diff"]] == ["mug: colours white → red"]


def test_a_dry_run_makes_nothing(diorama, mug, history, tmp_path):
    done = diorama("refine", "last", "golden hour", "--dry-run")
    assert done.returncode == 0 and "time morning → golden hour" in done.stderr
    assert history.count() == 1 and sorted(p.name for p in tmp_path.iterdir()) == ["home", "mug.png"]


def test_another_shape_keeps_the_long_side(diorama, mug, history):
    assert diorama("refine", "last", "9:16", "-o", "tall.png").returncode == 0
    assert (history.get("last").width, history.get("last").height) == (72, 128)


def test_undo_goes_back_step_by_step(diorama, mug, history, tmp_path):
    diorama("refine", "last", "make it red", "-o", "red.png")
    diorama("refine", "last", "add a spoon", "-o", "spoon.png")
    assert diorama("refine", "last", "--undo", "-o", "one.png").returncode == 0
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "red.png").read_bytes()
    assert [c.name for c in history.get("last").recipe.scene.subject("s1").surface.colours] == ["red"]
    assert diorama("refine", "last", "--undo", "-o", "two.jpg").returncode == 0
    assert history.get("last").recipe.scene == history.get(mug["id"]).recipe.scene
    assert json.loads(diorama("show", "two.jpg", "--json").stdout)["recipe"]["prompt"] == PROMPT
    done = diorama("refine", "last", "--undo")
    assert done.returncode == 2 and "not made from another" in done.stderr
    assert diorama("history", "verify").returncode == 0


def test_after_undo_one_can_go_another_way(diorama, mug, history):
    diorama("refine", "last", "make it red", "-o", "red.png")
    diorama("refine", "last", "--undo")
    diorama("refine", "last", "make it blue", "-o", "blue.png")
    assert [c.name for c in history.get("last").recipe.scene.subject("s1").surface.colours] == ["blue"]


def test_what_changes_nothing_is_not_rendered(diorama, mug, history):
    done = diorama("refine", "last", "make the unicorn pink", "-o", "x.png")
    assert done.returncode == 2 and "nothing in the picture changes" in done.stderr and "there is no unicorn" in done.stderr
    assert history.count() == 1


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("refine", "last", ""), 2, "--undo"),
        (("refine", "last", "make it red", "--undo"), 2, "--undo"),
        (("refine", "beef", "make it red"), 5, "beef"),
        (("refine", "missing.png", "make it red"), 3, "missing.png"),
        (("refine", "last", "make it red", "-o", "red.bmp"), 2, ".png"),
        (("refine", "last", "x" * 33_000), 2, "32,000"),
        (("vary", "last", "--layer", "smell"), 2, "light"),
        (("vary", "last", "--layer", "lens", "-n", "15"), 2, "possible"),
        (("series", "a mug", "-s", "cup"), 2, "{subject}"),
        (("series", "a {subject}"), 2, "1 to 64"),
        (("sheet", "missing.png"), 3, "missing.png"),
        (("sheet", "last", "--label", "smell"), 2, "prompt"),
    ],
)
def test_wrong_input_gives_one_message_and_an_exit_code(diorama, mug, tmp_path, arguments, code, says):
    done = diorama(*arguments)
    assert done.returncode == code, done.stderr
    assert done.stderr.count("error:") == 1 and says in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "mug.png"], "nothing half-written"


def test_the_history_must_not_be_empty(diorama):
    done = diorama("refine", "last", "make it red")
    assert done.returncode == 5 and "make a picture first" in done.stderr


def test_variations_differ_in_one_layer_only(diorama, mug, history, tmp_path):
    done = diorama("vary", "last", "--layer", "camera", "-n", "3", "-o", "v.png", "--sheet", "sheet.jpg", "--json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert len({m["recipe"] for m in made}) == 3 and {m["parent"] for m in made} == {mug["id"]}
    before = history.get(mug["id"]).recipe.scene
    for m in made:
        scene = history.get(m["id"]).recipe.scene
        assert scene.model_copy(update={"camera": before.camera}) == before and scene.camera != before.camera
    assert {"v-1.png", "v-2.png", "v-3.png", "sheet.jpg"} <= {p.name for p in tmp_path.iterdir()}


def test_a_series_shares_its_light_and_lens(diorama, history):
    done = diorama("series", "a {subject} on white marble, softbox from the left, 90mm f/4", "-s", "red apple", "--subject", "wine bottle", "--size", "96", "--seed", "3", "-o", "s.png", "--json")
    assert done.returncode == 0, done.stderr
    one, two = (history.get(m["id"]).recipe for m in json.loads(done.stdout))
    assert [s.thing for r in (one, two) for s in r.scene.subjects] == ["apple", "wine_bottle"]
    assert one.seed == two.seed == 3
    for field in ("environment", "lighting", "camera", "film"):
        assert getattr(one.scene, field) == getattr(two.scene, field)


def test_a_series_reads_its_subjects_from_a_file(diorama, tmp_path):
    (tmp_path / "subjects.txt").write_text("red apple\n\npear\n")
    done = diorama("series", "a {subject} on slate", "subjects.txt", "--size", "96", "-o", "s.png", "--sheet", "all.png")
    assert done.returncode == 0, done.stderr
    assert {"s-1.png", "s-2.png", "all.png"} <= {p.name for p in tmp_path.iterdir()}


def test_a_contact_sheet_holds_every_picture(diorama, mug, tmp_path):
    diorama("make", "a blue vase", "--size", "128", "--seed", "1", "-o", "vase.png")
    done = diorama("sheet", "mug.png", "vase.png", "last", "-o", "sheet.png", "--columns", "3", "--cell", "128")
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "sheet.png") as sheet, Image.open(tmp_path / "vase.png") as vase:
        gap = 6
        tile = sheet.crop((gap + (vase.width + gap), gap, gap + (vase.width + gap) + vase.width, gap + vase.height))
        assert tile.tobytes() == vase.convert("RGB").tobytes()
        words = sheet.crop((0, gap + vase.height, sheet.width, sheet.height)).convert("L")
        assert words.getextrema()[1] > 150, "labels are legible"

"""Things of one's own: a 3D file or a cut-out takes a subject's place; which one is told, guessed where it is clear, or asked for. No Blender."""

from __future__ import annotations

import json
import re
import struct

import numpy as np
import pytest

from diorama.errors import RequestError
from diorama.image import encode
from diorama.recipe import parse
from diorama.recipe.objects import format_of
from diorama.scene import Object
from diorama.studio import Settings, Studio
from diorama.studio.inputs import keep

TRIANGLE = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"


def glb(content: dict) -> bytes:
    text = json.dumps(content).encode()
    text += b" " * (-len(text) % 4)
    return b"glTF" + struct.pack("<III4s", 2, 20 + len(text), len(text), b"JSON") + text


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as opened:
        yield opened


def recipe_of(studio, prompt, *subjects, data=TRIANGLE, **more):
    (kept,) = keep(studio.history.inputs, [("object", data)])
    inputs = tuple(kept.model_copy(update={"subject": name}) for name in subjects or (None,))
    request = parse({"prompt": prompt, "engine": "null", "width": 96, "height": 64, "seed": 5, "inputs": inputs, **more})
    reading = studio.read(request)
    return studio.recipes(request, reading)[0], reading, kept.sha256


def owned(recipe) -> dict[str, str]:
    return {s.noun: s.asset for s in recipe.scene.subjects if isinstance(s, Object) and s.asset}


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (glb({"asset": {"version": "2.0"}}), "glb"), (TRIANGLE, "obj"), (b"# by hand\n" + TRIANGLE, "obj"), (b"solid x\n facet normal 0 0 1\n", "stl"),
        (bytes(80) + struct.pack("<I", 1) + bytes(50), "stl"), (b"ply\nformat ascii 1.0\n", "ply"), (b"#usda 1.0\n", "usda"), (b"PXR-USDC" + bytes(8), "usdc"),
        (b"BLENDER-v405", "blend"), (b"Kaydara FBX Binary  \x00", "fbx"),
    ],
)  # fmt: skip
def test_a_file_is_told_by_its_bytes(data, format):
    assert format_of(data) == format


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"), (b"hello\n", "no 3D file"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"glTF", "cannot be read"),
        (glb({"images": [{"uri": "label.png"}]}), "label.png"), (glb({"buffers": [{"uri": "../mesh.bin"}]}), "mesh.bin"),
    ],
)  # fmt: skip
def test_what_is_none_is_refused_before_it_is_kept(studio, data, says):
    with pytest.raises(RequestError, match=says):
        keep(studio.history.inputs, [("object", data)])
    assert not [path for path in studio.settings.home.rglob("*") if re.fullmatch("[0-9a-f]{64}", path.name)]


@pytest.mark.parametrize(("channels", "coverage", "says"), [(3, 255, "nothing in this picture"), (4, 255, "nothing in"), (4, 0, "all of this picture")])
def test_a_cut_out_needs_something_transparent_and_something_that_is_not(studio, channels, coverage, says):
    picture = np.full((8, 8, channels), coverage, np.uint8)
    with pytest.raises(RequestError, match=says):
        keep(studio.history.inputs, [("object", encode(picture))])
    cut = np.zeros((8, 8, 4), np.uint8)
    cut[2:6, 2:6] = 255
    assert keep(studio.history.inputs, [("object", encode(cut))])


def test_no_file_is_dropped_for_another(studio):
    with pytest.raises(RequestError, match="two files are the bottle"):
        recipe_of(studio, "two bottles on a table", "bottle", "bottle")


def test_things_of_one_noun_are_told_apart_by_their_ids(studio):
    first, second = (s.id for s in studio.read(parse({"prompt": "a red bottle and a blue bottle", "engine": "null"})).scene.subjects)
    recipe, _, file = recipe_of(studio, "a red bottle and a blue bottle", second)
    assert {s.id: s.asset for s in recipe.scene.subjects} == {first: None, second: file}


def test_a_name_of_nothing_is_no_name(studio):
    with pytest.raises(RequestError, match="there is no ' '"):
        recipe_of(studio, "a bottle on a table", " ")


def test_the_named_thing_is_the_file_and_its_place_stays(studio):
    recipe, reading, file = recipe_of(studio, "a bottle and two lemons on a marble counter", "bottle")
    assert owned(recipe) == {"bottle": file} and [(one.kind, one.sha256) for one in recipe.inputs] == [("object", file)]
    assert {(r.subject, r.kind) for r in recipe.scene.relations} == {(r.subject, r.kind) for r in reading.scene.relations} != set()
    assert "own-object" in [d.code for d in reading.diagnostics]


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ("a bottle on wet slate, rim light", "bottle"), ("a lemon beside my bottle, on slate", "bottle"), ("our new red lamp next to a chair", "lamp"),
        ("my chair and a lamp", "chair"), ("a pen beside my pencil case", "pencil case"),
    ],
)  # fmt: skip
def test_which_thing_it_is_is_known_where_it_is_clear(studio, prompt, noun):
    recipe, _, file = recipe_of(studio, prompt)
    assert owned(recipe) == {noun: file}


@pytest.mark.parametrize(
    ("prompt", "subject", "says"),
    [("a bottle and a lemon", None, "several"), ("a bottle", "gizmo", "gizmo"), ("a bottle", "lemon", "lemon")],
)  # fmt: skip
def test_where_it_is_not_clear_the_things_are_named(studio, prompt, subject, says):
    with pytest.raises(RequestError, match=says) as wrong:
        recipe_of(studio, prompt, subject)
    assert "bottle" in wrong.value.hint


def test_a_thing_that_nobody_builds_needs_no_stand_in(studio):
    _, plain, _ = recipe_of(studio, "a bottle")
    recipe, reading, file = recipe_of(studio, "my cat figurine on a shelf")
    assert file in owned(recipe).values() and all(s.kind == "object" for s in recipe.scene.subjects)
    assert "stand-in" not in [d.code for d in reading.diagnostics] and plain is not reading


def test_which_parts_a_file_has_is_told_by_whoever_opens_it(studio):
    _, plain, _ = recipe_of(studio, "a bottle with a gold cap", engine="stage")
    before = studio.read(parse({"prompt": "a bottle with a gold cap", "engine": "stage"}))
    assert "not-shown" in [d.code for d in before.diagnostics] and "not-shown" not in [d.code for d in plain.diagnostics]
    assert [p.status for p in plain.phrases if p.text == "cap"] == ["applied"]
    recipe, _, _ = recipe_of(studio, "my bottle on slate")
    assert "not-shown" not in [d.code for d in studio.edit(recipe.scene, "make the cap silver", engine="stage").diagnostics]
    assert "not-shown" in [d.code for d in studio.edit(before.scene, "make the cap silver", engine="stage").diagnostics]


def test_a_refinement_keeps_the_file_and_what_was_taken_out_is_not_needed(studio):
    recipe, _, file = recipe_of(studio, "my bottle and a lemon on a table", "bottle")
    refined = studio.edit(recipe.scene, "make it night", engine="null").scene
    request = parse({"scene": refined, "engine": "null", "width": 96, "height": 64, "seed": 5})
    (again,) = studio.recipes(request, None)
    assert owned(again) == {"bottle": file} and [one.sha256 for one in again.inputs] == [file]
    less = studio.edit(recipe.scene, "remove the bottle", engine="null").scene
    assert studio.recipes(parse({**request.model_dump(), "scene": less}), None)[0].inputs == ()

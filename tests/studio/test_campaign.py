"""A campaign: a file says brief, subjects and formats; every subject comes in every format, in the same place and light."""

from __future__ import annotations

import io
from hashlib import sha256

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from diorama.errors import OutputError, RequestError
from diorama.image import encode
from diorama.studio import Settings, Studio
from diorama.studio.campaign import load, pieces

WHOLE = """brief = "a {subject} on white marble, softbox from the left"
subjects = ["red mug", "glass vase"]
formats = ["1:1", "9:16"]
size = 128
seed = 4
engine = "null"
"""


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        yield made


def written(tmp_path, text: str):
    file = tmp_path / "campaign.toml"
    file.write_text(text)
    return file


def test_every_subject_in_every_format(studio, tmp_path):
    made = list(pieces(studio, load(written(tmp_path, WHOLE))))
    assert [one.name for one in made] == ["red-mug-1x1", "red-mug-9x16", "glass-vase-1x1", "glass-vase-9x16"]
    assert [(one.recipe.width, one.recipe.height) for one in made] == [(128, 128), (72, 128)] * 2


def test_place_light_and_film_are_the_same_and_the_frame_is_the_formats(studio, tmp_path):
    scenes = [one.recipe.scene for one in pieces(studio, load(written(tmp_path, WHOLE)))]
    assert len({scene.environment.model_dump_json() for scene in scenes}) == len({scene.lighting.model_dump_json() for scene in scenes}) == 1
    assert [scene.camera.aspect for scene in scenes] == [(1, 1), (9, 16)] * 2
    assert [scene.subjects[0].thing for scene in scenes] == ["mug", "mug", "vase", "vase"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("brief = [", "not TOML"), ('brief = "a {subject}"', "subjects"), (WHOLE.replace("{subject}", "thing"), "no {subject}"),
        (WHOLE.replace('"9:16"', '"wide"'), "'wide' is no format"), (WHOLE + "surplus = 1\n", "surplus"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_file_is_named(studio, tmp_path, text, says):
    with pytest.raises(RequestError) as wrong:
        list(pieces(studio, load(written(tmp_path, text))))
    assert says in str(wrong.value)


def test_a_campaign_makes_its_folder(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from diorama.cli import app

    monkeypatch.setenv("DIORAMA_HOME", str(tmp_path / "home"))
    file, folder = tmp_path / "c.toml", tmp_path / "new" / "campaign"
    file.write_text('brief = "a {subject} on slate"\nsubjects = ["mug"]\nformats = ["1:1"]\nsize = 96\nseed = 2\nengine = "null"\n')
    done = CliRunner().invoke(app, ["campaign", str(file), "--output", str(folder), "--quiet"])
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in folder.iterdir()) == ["mug-1x1.png", "sheet.jpg"]


def test_a_brands_font_lies_beside_the_campaign_and_goes_with_every_recipe(studio, tmp_path):
    (tmp_path / "brand.ttf").write_bytes(blocks())
    made = list(pieces(studio, load(written(tmp_path, WHOLE + 'font = "brand.ttf"\n'))))
    assert len({one.sha256 for piece in made for one in piece.recipe.inputs if one.kind == "font"}) == 1
    assert all([one.kind for one in piece.recipe.inputs] == ["font"] for piece in made)


@pytest.mark.parametrize(("data", "wrong", "says"), [(b"hello", RequestError, "no font"), (None, OutputError, "No such file")])
def test_a_font_that_is_none_is_told_with_its_name(studio, tmp_path, data, wrong, says):
    if data is not None:
        (tmp_path / "brand.ttf").write_bytes(data)
    with pytest.raises(wrong, match=says) as told:
        list(pieces(studio, load(written(tmp_path, WHOLE + 'font = "brand.ttf"\n'))))
    assert "brand.ttf" in str(told.value)


STAGED = WHOLE.replace('engine = "null"', 'engine = "stage"')
"""Recipes only: nothing is rendered, and the null engine takes no logos."""
PLACED = STAGED.replace(
    'subjects = ["red mug", "glass vase"]',
    'subjects = ["red mug", {name = "glass vase", boxes = {"{subject}" = [0.5, 0, 1, 1]}, logos = {"{subject}" = "second.png"}}]',
) + 'boxes = {"{subject}" = "left third"}\nlogos = {"{subject}" = "logo.png"}\n'


def test_boxes_and_logos_of_the_campaign_and_of_a_subject(studio, tmp_path):
    for name, tone in (("logo.png", 40), ("second.png", 90)):
        (tmp_path / name).write_bytes(encode(np.full((8, 16, 3), tone, np.uint8)))
    made = list(pieces(studio, load(written(tmp_path, PLACED))))
    subjects = [piece.recipe.scene.subjects[0] for piece in made]
    assert [one.within for one in subjects] == [(0.0, 0.0, 0.3333, 1.0)] * 2 + [(0.5, 0.0, 1.0, 1.0)] * 2
    digests = [sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("logo.png", "second.png")]
    assert [[label.picture for label in one.labels] for one in subjects] == [[digests[0]]] * 2 + [[digests[1]]] * 2
    assert [[(one.kind, one.sha256) for one in piece.recipe.inputs] for piece in made] == [[("logo", digests[0])]] * 2 + [[("logo", digests[1])]] * 2


@pytest.mark.parametrize(
    ("more", "wrong", "says"),
    [
        ('boxes = {"{subject}" = "nowhere"}', RequestError, "'nowhere' is no part of the frame"),
        ("boxes = {spoon = [0, 0, 0.5, 1]}", RequestError, "nothing in the scene is called"),
        ("boxes = {mug = [0, 0, 2, 1]}", RequestError, "boxes"), ('logos = {"{subject}" = "none.png"}', OutputError, "none.png"),
        ('logos = {"{subject}" = "campaign.toml"}', RequestError, "campaign.toml"), ('logos = {spoon = "logo.png"}', RequestError, "nothing called 'spoon'"),
    ],
)  # fmt: skip
def test_a_box_or_a_logo_that_cannot_be_is_told(studio, tmp_path, more, wrong, says):
    (tmp_path / "logo.png").write_bytes(encode(np.zeros((8, 16, 3), np.uint8)))
    with pytest.raises(wrong) as told:
        list(pieces(studio, load(written(tmp_path, STAGED + more))))
    assert says in str(told.value)


def test_two_subjects_of_one_name_would_be_one_picture(studio, tmp_path):
    with pytest.raises(RequestError, match="'red mug' stands there twice"):
        list(pieces(studio, load(written(tmp_path, WHOLE.replace('"glass vase"', '"red mug "')))))


def blocks() -> bytes:
    """A font whose one letter is a block."""
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({65: "A"})
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    made.setupHorizontalMetrics({".notdef": (600, 50), "A": (600, 50)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()

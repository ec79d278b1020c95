"""A campaign: a file says brief, subjects and formats; every subject comes in every format, in the same place and light."""

from __future__ import annotations

import pytest

from diorama.errors import RequestError
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

"""What a record declares its prop asks for, each of it changes the thing, and the thing is whole. Every kind is built with a recording spec."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import diorama_catalogue as catalogue
from diorama_catalogue import things

pytestmark = pytest.mark.stage
README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(autouse=True)
def empty_stage():
    from diorama_stage.compose import clear

    clear()


@pytest.mark.parametrize("kind", sorted(things()))
def test_what_is_declared_is_asked_for_and_changes_the_thing_and_it_is_whole(kind, is_whole):
    from diorama_stage.declared import compare

    found = compare(kind, is_whole)
    assert not found, vars(found)


def test_a_thing_is_added_by_one_function_and_one_record_as_the_readme_shows(tmp_path, monkeypatch):
    from diorama.language import read, stand_in
    from diorama_stage.declared import compare
    from diorama_stage.props import registry

    function, record = (re.search(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.S)[1] for language in ("python", "toml"))
    assert len(function.splitlines()) + len(record.splitlines()) <= 20
    brief = "A red milestone with a green base on a lawn"
    assert stand_in(read(brief)).scene.subjects[0].thing != "milestone"
    (tmp_path / "things").mkdir()
    (tmp_path / "things" / "garden.toml").write_text(record)
    monkeypatch.setattr(catalogue.loading, "FOLDERS", [*catalogue.FOLDERS, tmp_path])
    monkeypatch.setattr(registry, "PROPS", dict(registry.load()))
    catalogue.forget()
    try:
        exec(compile(function, "README.md", "exec"), {})
        assert not compare("milestone")
        reading = stand_in(read(brief))
        (milestone,) = reading.scene.subjects
        assert (milestone.thing, milestone.parts[0].name, milestone.parts[0].surface.colours[0].name) == ("milestone", "base", "green")
        assert not [d for d in reading.diagnostics if d.code in ("stand-in", "not-shown", "unknown-word")]
    finally:
        monkeypatch.undo()
        catalogue.forget()

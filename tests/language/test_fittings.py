"""What a room has of its own: "a café with red chairs" is a café whose chairs are red, no row of three chairs in it."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.refine import refine
from diorama.studio.words import read as shown
from diorama_catalogue import fittings, settings


def fitted(scene):
    return {one.name: (one.surface.material, tuple(c.name for c in one.surface.colours), one.surface.pattern) for one in scene.environment.fittings}


@pytest.mark.parametrize(
    ("prompt", "features", "looks"),
    [
        ("A cafe with red chairs and marble tables", {"chairs", "tables"}, {"chairs": (None, ("red",), None), "tables": ("marble", (), None)}),
        ("A living room with striped curtains", {"curtains"}, {"curtains": (None, (), "stripes")}),
        ("A kitchen with green cupboards", {"cupboards"}, {"cupboards": (None, ("green",), None)}),
        ("A living room with plants", {"plants"}, {}),
        ("A cat sleeps in a living room with velvet curtains.", {"curtains"}, {"curtains": ("velvet", (), None)}),
        ("A woman reads in a cafe. Marble tables fill the room.", {"tables"}, {"tables": ("marble", (), None)}),
    ],
)
def test_in_the_plural_and_without_a_number_it_is_the_places_own(prompt, features, looks):
    scene = read(prompt).scene
    assert features <= set(scene.environment.features)
    assert fitted(scene) == looks
    assert not {s.thing for s in scene.subjects} & {"chair", "table", "curtain", "bookshelf", "potted_plant"}


@pytest.mark.parametrize(("prompt", "thing"), [
    ("Three wooden tables in a cafe", "table"), ("A red chair in a cafe", "chair"), ("Two cups on tables in a cafe", "table"),
    ("A garden with red chairs", "chair"),
])  # fmt: skip
def test_what_is_counted_stands_alone_or_bears_something_is_a_thing(prompt, thing):
    assert thing in {s.thing for s in read(prompt).scene.subjects}


@pytest.mark.parametrize(("said", "looks"), [
    ("make the curtains blue", {"curtains": (None, ("blue",), None)}), ("turn the curtains green", {"curtains": (None, ("green",), None)}),
    ("make the curtains velvet", {"curtains": ("velvet", ("red",), None)}), ("remove the curtains", {}),
])  # fmt: skip
def test_an_edit_changes_how_it_looks_and_nothing_else(said, looks):
    before = read("A bedroom with red curtains and a blue carpet").scene
    after = refine(before, said).scene
    assert fitted(after) == looks
    assert after.subjects == before.subjects


def test_what_the_settled_place_does_not_have_is_said_and_sets_nothing():
    told = shown("A beach seen from a bedroom with red curtains")
    assert told.scene.environment.setting == "beach"
    assert not told.scene.environment.fittings
    assert {p.text: p.status for p in told.phrases} | {"red": "no_effect", "curtains": "no_effect"} == {p.text: p.status for p in told.phrases}
    assert "not-shown" in {d.code for d in told.diagnostics}


def test_every_fitting_belongs_to_settings_that_there_are():
    assert all(one.of <= settings().keys() for one in fittings().values())

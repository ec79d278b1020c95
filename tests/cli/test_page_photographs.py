"""`diorama page --photos`: what a page is told to have a photo of is made and set in; without it a field stands there, said so."""

from __future__ import annotations

from PIL import Image, ImageChops

from diorama.cli.page import page
from diorama.studio import typeset

WORDS = 'A poster with a photo of a red mug on a table and the title "Morning"'


def test_a_photograph_is_made_and_set_into_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv("DIORAMA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DIORAMA_ENGINE", "null")
    page(WORDS, output=tmp_path / "with.png", photos="draft", size=300)
    page(WORDS, output=tmp_path / "without.png", size=300)
    made, field = (Image.open(tmp_path / name).convert("RGB") for name in ("with.png", "without.png"))
    assert made.size == field.size and ImageChops.difference(made, field).getbbox() is not None


def test_a_field_that_stands_for_a_photograph_is_said():
    assert typeset.notes(typeset.pages(WORDS)) == ["a field stands for the photograph of a red mug on a table"]

"""What is written can be read in the picture: pages as large as their words need, carriers side by side, the camera near. Needs Blender; renders nothing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")


def composed(prompt: str):
    from diorama.engines.stage.engine import wordless
    from diorama.engines.stage.pages import with_pages
    from diorama.language import read
    from diorama_stage.compose import set_out
    from diorama_stage.legible import smallest
    from diorama_stage.props import registry

    registry.load()
    scene = read(prompt).scene
    width, height = scene.camera.aspect
    long = 448 / max(width, height)
    _, made = set_out(with_pages(wordless(scene), scene), seed=7, width=round(width * long), height=round(height * long))
    return scene, {a.subject: (a.item.kind, *a.box()) for a in made.actors}, smallest(made.actors, made.shot)


def test_a_panel_is_as_large_as_its_words_need():
    _, few, _ = composed('A museum with a museum caption with the title "Vase" and the text "Clay"')
    long = "Found in 1896 during work on the tram line, the flask still held traces of rose oil when it was opened by the finder's three children."
    _, many, letters = composed(f'A museum with a museum caption with the title "Flask" and the text "{long}"')
    wide = lambda stand: next(float(high[0] - low[0]) for kind, low, high in stand.values() if kind == "printed_sheet")  # noqa: E731
    assert wide(many) > 1.05 * wide(few) and min(letters.values()) > 5


def test_the_picture_of_an_upright_page_is_upright():
    scene, _, letters = composed('A poster on a brick wall with the title "HARBOUR NIGHTS", "Brass, boats and fireworks" and "Day pass £22"')
    assert scene.camera.aspect == (4, 5) and min(letters.values()) > 8


def test_a_card_that_is_told_to_be_nowhere_stands_where_the_labels_are():
    scene, made, _ = composed('A jar on a wooden shelf, its label reads "Plum". A price card says "All jams 4.50".')
    card = next(s.id for s in scene.subjects if any(label.text.startswith("All") for label in getattr(s, "labels", ())))
    jar = next(low for kind, low, _ in made.values() if kind == "jar")
    assert abs(float(made[card][1][2] - jar[2])) < 0.02

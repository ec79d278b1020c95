"""What is with a bowl, a cup or a plate is in it where that is where it belongs, and else beside it."""

import pytest

from diorama.language import read


@pytest.mark.parametrize(
    ("words", "noun", "kind"),
    [
        ("a bowl of soup with a spoon and a napkin", "spoon", "in"),
        ("a bowl of soup with a spoon and a napkin", "napkin", "beside"),
        ("a vase with roses and a letter", "rose", "in"),
        ("a vase with roses and a letter", "letter", "beside"),
        ("a plate with a fork and a glass of water", "fork", "on"),
        ("a plate with a fork and a glass of water", "glass", "beside"),
        ("a plate with a cup of coffee on it", "cup", "on"),
        ("a bowl with keys and coins", "key", "in"),
        ("a tray with a teapot and two cups", "teapot", "on"),
        ("a basket with a book and a shawl", "book", "in"),
        ("a bottle of olive oil with olives on a table", "olive", "beside"),
        ("a bottle with a single rose", "rose", "in"),
    ],
)
def test_where_it_belongs(words, noun, kind):
    scene = read(words).scene
    nouns = {s.id: s.noun for s in scene.subjects}
    assert [r.kind for r in scene.relations if nouns[r.subject] == noun] == [kind]

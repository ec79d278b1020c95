"""What stands right before a string and says it, and what only stands near."""

from __future__ import annotations

import pytest

from diorama.language.lettering import letterings


def said(prompt: str) -> list[tuple[str, str]]:
    return [(one.text, one.carrier.lower()) for one in letterings(prompt)]


@pytest.mark.parametrize(
    ("prompt", "carriers"),
    [
        ("A front door with a doormat reading “GO AWAY” and a brass plaque beside it.", ["doormat"]),
        ("A cafe with a menu board; the notice next to it says “Cash only”.", ["notice"]),
        ("A shop whose awning says “Florist”, a chalkboard before it reading “Tulips 5”.", ["awning", "chalkboard"]),
        ("A poster with the title “NIGHT RUN”, below it in smaller letters “5 km”.", ["poster", "poster"]),
        ("A menu on a table by a sign that says “Open”.", ["sign"]),
    ],
)
def test_who_says_it(prompt, carriers):
    assert [carrier for _, carrier in said(prompt)] == carriers


@pytest.mark.parametrize(
    ("prompt", "roles"),
    [
        ("A poster. Title: “NIGHT RUN”. By “Lena Abara”.", ["title", "author"]),
        ("A poster titled “NIGHT RUN” and, below the title, “5 km”.", ["title", "subtitle"]),
        ("A price tag that says “£4”, was “£6”.", ["price", "old_price"]),
    ],
)
def test_a_role_is_told_by_the_words_before_its_string(prompt, roles):
    assert [one.role for one in letterings(prompt)] == roles

"""What is named after a comma with its place in the depth of the picture is there besides: who leans on something goes on leaning on it."""

from __future__ import annotations

import pytest

from diorama.language import read


def told(prompt: str) -> set[tuple[str | None, ...]]:
    scene = read(prompt).scene
    named = {s.id: s.noun for s in scene.subjects}
    return {(named[r.subject], r.kind, named.get(r.objects[0], r.objects[0])) for r in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "is_told", "is_not"),
    [
        (
            "A Roman soldier leans on his shield beside a campfire, two tents in the background.",
            ("soldier", "leaning_on", "shield"),
            ("tent", "leaning_on", "shield"),
        ),
        ("A farmer leans on his shovel beside a barn, two cows in the background.", ("farmer", "beside", "barn"), ("cow", "beside", "barn")),
        ("A farmer leans on a shovel beside a barn and two cows.", ("farmer", "leaning_on", "shovel"), ("cow", "leaning_on", "shovel")),
    ],
)
def test_who_leans(prompt, is_told, is_not):
    relations = told(prompt)
    assert is_told in relations
    assert is_not not in relations

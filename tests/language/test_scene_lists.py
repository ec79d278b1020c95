"""A sentence that lists little scenes is read scene by scene; what only looks like one is read whole."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.language.syntax import scenes


def ties(prompt: str) -> set[tuple[str, str, str]]:
    scene = read(prompt).scene
    names = {s.id: s.noun for s in scene.subjects}
    return {(names[r.subject], r.kind, names.get(o, o)) for r in scene.relations for o in r.objects}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A reading nook by a window, a worn armchair draped with a blanket, a mug on a stack of books, a cat curled up on the cushion.", 4),
        ("A snow leopard crouches on a ledge, its tail wrapped around its paws, snow falling softly.", 3),
        ("A girl runs through a field of wheat, a red kite trailing behind her.", 2),
        ("A man in a hat, a woman in a coat, and a dog sit on a bench.", 1),
        ("Her brother, a tall man with a beard, stands by the door.", 1),
        ("A woman, a scarf around her neck, looking at the sea.", 1),
        ("In the kitchen, a man with a beard bakes bread.", 1),
        ("Two sisters share a bench, one in a red coat, the other in a blue dress.", 1),
        ("To the left, a chair by a door, and a lamp.", 1),
        ("Only its thick, white-tipped tail in the drift is seen.", 1),
        ("A bottle on slate, softbox from the left, dark background.", 1),
    ],
)
def test_where_a_sentence_is_cut(text: str, parts: int) -> None:
    assert len(scenes.cuts(text)) == parts - 1


@pytest.mark.parametrize(
    ("prompt", "told", "not_told"),
    [
        (
            "A cozy nook by a window, a leather armchair draped with a knit blanket, a mug on a stack of books, a tabby cat curled up on the cushion.",
            ("tabby cat", "on", "cushion"),
            ("armchair", "on", "cushion"),
        ),
        ("A dragon the size of a cat sleeps on a pile of books, lit by a candle.", ("dragon", "on", "book"), ("dragon", "on", "cat")),
        ("Shelves lined with unglazed bowls, a woman in an apron, a window by a door.", ("bowl", "on", "shelf"), ("shelf", "on", "bowl")),
    ],
)
def test_what_is_where_in_a_list_of_scenes(prompt: str, told: tuple[str, str, str], not_told: tuple[str, str, str]) -> None:
    assert told in ties(prompt)
    assert not_told not in ties(prompt)


def test_a_pair_hand_in_hand_is_two_who_walk() -> None:
    bride, groom = read("A bride and groom walk hand in hand down an alley in Rome, her veil lifted by the wind.").scene.subjects
    assert (bride.posture, groom.posture) == ("walking", "walking")
    assert [(a.deed, a.objects) for a in bride.actions] == [("holding_hands", (groom.id,))]


@pytest.mark.parametrize(("prompt", "deed"), [("waitress pouring coffee", "pouring"), ("waitress with coffee", None)])
def test_who_stands_before_what_is_done_does_it(prompt: str, deed: str | None) -> None:
    assert next((a.deed for a in read(prompt).scene.subjects[0].actions), None) == deed


@pytest.mark.parametrize(
    ("prompt", "scale", "beside"),
    [("A mouse as big as an elephant stands on a road.", 20.0, False), ("A mouse stands beside an elephant on a road.", 1.0, True)],
)
def test_what_one_is_as_big_as_is_not_there(prompt: str, scale: float, beside: bool) -> None:
    scene = read(prompt).scene
    assert scene.subjects[0].size.scale == scale
    assert any(s.noun == "elephant" for s in scene.subjects) == beside


def test_a_lamp_that_glows_in_the_dark_is_lit() -> None:
    assert "lit" in read("A desk lamp glowing in the dark.").scene.subjects[0].states
    assert "lit" not in read("A desk lamp in the dark.").scene.subjects[0].states

"""Edits of a portrait: what is asked changes of who stands there, all else stays. Needs the pack of people; builds and renders nothing."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

WOMAN = "Head and shoulders of a woman in a blue coat by a window"
MAN = "Head and shoulders of a man in a blue coat by a window"
GROWS = {"age", "height", "weight", "muscle", "hair.grey"}
"""What years change."""


def settled(scene, seed: int) -> dict:
    """All that is settled of the first person of a scene, by name; hair field by field."""
    from diorama_catalogue.named import named
    from diorama_stage.people import as_things
    from diorama_stage.people.derive import traits
    from diorama_stage.people.who import settle

    data = as_things(named(json.loads(scene.model_dump_json())))
    person = next(s for s in data["subjects"] if s.get("kind") == "person")
    who = settle(traits(person, data, [], False), seed)
    flat = {f.name: getattr(who, f.name) for f in fields(who) if f.name != "hair"}
    return flat | {f"hair.{f.name}": getattr(who.hair, f.name) for f in fields(who.hair)}


@pytest.mark.parametrize(
    ("prompt", "words", "changes"),
    [
        (WOMAN, "make her older", GROWS),
        (MAN, "give him a beard", {"beard", "moustache"}),
        (WOMAN, "a red coat instead", {"wears"}),
        (WOMAN, "let her smile", {"expression"}),
        (WOMAN, "look at the camera", {"gaze"}),
        (WOMAN, "stand further left", set()),
        (WOMAN, "make her hair short", {"hair.length", "hair_told"}),
        (WOMAN, "give her freckles", {"details"}),
    ],
)
def test_an_edit_changes_what_it_asks_and_nobody_else_stands_there(prompt, words, changes):
    from diorama.language import read
    from diorama.language.refine import refine

    scene = read(prompt).scene
    made = refine(scene, words)
    assert made.diff, "the words change nothing"
    for seed in range(1, 25):
        before, after = settled(scene, seed), settled(made.scene, seed)
        more = {name for name in before if before[name] != after[name]} - changes
        assert not more or words == "give her freckles" and before["ancestry"] != "european", (seed, more)

"""A dog that somebody walks is on a leash, added and told; one that is merely there, or said to be off it, is not."""

from __future__ import annotations

from diorama.studio.words import read


def test_who_walks_a_dog_leads_it():
    for prompt, leashed, added in (
        ("a woman walking her dog in a park", True, True),
        ("a man walks two big dogs on a beach", True, True),
        ("a boy walking a dog on a leash", True, False),
        ("a man walking with his dog", False, False),
        ("a dog walking on a beach", False, False),
        ("a girl walking her dog off the leash", False, False),
        ("a woman walking past a dog", False, False),
    ):
        reading = read(prompt)
        dog = next(s for s in reading.scene.subjects if s.kind == "animal")
        assert (bool(dog.wears), any(d.code == "assumed-tool" for d in reading.diagnostics)) == (leashed, added), prompt

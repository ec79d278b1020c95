"""Loose stuff in what is full of it: heaped over the rim, within the walls; and nothing where nothing loose is told of."""

from __future__ import annotations

import numpy as np
import pytest

from diorama_catalogue import Tag, loose, tagged

pytestmark = pytest.mark.stage


def full_of(kind: str, stuff: str | None):
    from diorama_stage.compose import clear
    from diorama_stage.heaped import heap
    from diorama_stage.kit import Spec
    from diorama_stage.props import registry

    clear()
    built = registry.build(Spec(kind, 3))
    if stuff is not None:
        heap(built, loose()[stuff], 3)
    return built


@pytest.mark.parametrize(("kind", "stuff"), [("wheelbarrow", "hay"), ("bucket", "sand"), ("basket", "coal")])
def test_it_is_heaped_over_the_rim_and_stays_within_the_walls(kind, stuff):
    from diorama_stage.kit.build import vertices

    bare, built = full_of(kind, None), full_of(kind, stuff)
    inside = built.interior
    heap = np.concatenate([vertices(o) for o in built.parts["heap"]])
    assert heap[:, 2].max() > inside.z1
    assert "heap" not in bare.parts
    spill = 0.08 * float((bare.high - bare.low)[:2].max())
    assert (heap[:, :2] > bare.low[:2] - spill).all() and (heap[:, :2] < bare.high[:2] + spill).all()
    assert {o["slot"] for o in built.parts["heap"]} <= set(built.slots)


def test_everything_that_is_told_to_hold_loose_stuff_has_a_hollow_for_it():
    assert {kind for kind in tagged(Tag.HEAPED) if full_of(kind, None).interior is None} == set()


def test_the_reading_says_that_it_is_shown_there_and_not_elsewhere():
    from diorama.language import read
    from diorama.language.heed import heeded

    def shown(prompt: str) -> bool:
        scene = read(prompt).scene
        first = scene.subjects[0]
        assert first.contents == "hay"
        return heeded(scene, {first.id: first}, f"subjects.{first.id}.contents=hay")

    assert shown("a wheelbarrow full of hay") and shown("a bowl full of hay")
    assert not shown("a kettle full of hay")

"""Pictures within the picture: photographs, screens and printed things are drawn the same for the same seed, and the parts of a shoe take its colour."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")


@pytest.mark.parametrize("kind", ["photo", "desktop", "lock_screen", "card", "typed"])
def test_the_same_seed_draws_the_same_picture_and_another_another(kind):
    from diorama_stage.materials.pictures import picture

    one, two, other = (np.asarray(picture(kind, 0.75, seed)) for seed in (4, 4, 9))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("aspect", [0.46, 1.0, 1.78, 3.0])
def test_a_photograph_fills_its_patch_whatever_its_shape(aspect):
    from diorama_stage.materials.photos import PHOTOS
    from diorama_stage.materials.pictures import picture

    for seed in range(len(PHOTOS)):
        drawn = picture("photo", aspect, seed)
        assert drawn.width / drawn.height == pytest.approx(aspect, rel=0.02)
        assert np.asarray(drawn.convert("L")).std() > 8, "something is to be seen in it"


def test_all_of_a_sneakers_upper_takes_the_asked_colour():
    from diorama_stage.compose import clear
    from diorama_stage.kit import Spec
    from diorama_stage.props.registry import build

    clear()
    built = build(Spec("sneaker", seed=2))
    upper = {o["slot"] for part in ("body", "eyestay", "toe cap", "heel", "tongue") for o in built.parts.get(part, [])}
    assert {"body", "panels"} <= upper
    assert all(built.slots[name].role == "main" for name in upper)


def test_a_suitcase_by_a_name_for_one_on_wheels_has_wheels():
    from diorama_stage.compose import clear
    from diorama_stage.kit import Spec
    from diorama_stage.props.registry import build

    clear()
    assert "wheels" in build(Spec("suitcase", variants=frozenset(("trolley",)))).parts
    assert "straps" in build(Spec("suitcase", material="leather")).parts

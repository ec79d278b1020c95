"""Sculpted figures do what the words say: pose, clothes, colour. Needs Blender; renders nothing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")


@pytest.fixture(autouse=True)
def empty_scene():
    from diorama_stage.compose import clear

    clear()


def figure(kind: str, *states: str, **more):
    from diorama_stage.kit import Spec
    from diorama_stage.props.registry import build

    return build(Spec(kind, seed=4, states=frozenset(states), **more))


@pytest.mark.parametrize(("kind", "low", "tall"), [("figure_cat", "lying", "sitting"), ("figure_dog", "lying", "standing"), ("doll_person", "seated", "standing"), ("figure_lion", "lying", "standing")])
def test_a_pose_changes_the_figure(kind, low, tall):
    assert figure(kind, low).high[2] < 0.85 * figure(kind, tall).high[2]


def test_who_sits_on_a_seat_has_legs_below_it():
    sitter = figure("doll_person", "seated", variants=frozenset(("woman",)))
    assert 0.35 < sitter.seat < 0.5
    assert figure("doll_person", "seated", "chaired", variants=frozenset(("woman",))).parts["chair"]


def test_white_is_marble_and_black_is_bronze():
    assert figure("figure_cat", colours=("#f4f4f0",)).slots["body"].material == "statuary_marble"
    assert figure("figure_cat", colours=("#141414",)).slots["body"].material == "patinated_bronze"


def walked(prompt: str):
    """A scene in which people are things, as scenes of version 1 have them."""
    from diorama.language.build import scene
    from diorama.language.reader import understood

    return scene(understood(prompt, walked=True)[0])


def test_clothes_are_worn_and_hats_are_not_taken_for_clothes():
    from diorama_stage.clothing import worn

    scene = walked("a man in a blue suit wearing a hat").model_dump()
    clad = worn(scene)
    things = {s["id"]: s["thing"] for s in scene["subjects"]}
    assert [things[g] for g in clad] == ["jacket"] and [things[w] for w in clad.values()] == ["doll_person"]


def test_a_framing_crops_people_but_no_statues():
    from diorama.language import read
    from diorama_catalogue.named import named
    from diorama_stage.cast import cast
    from diorama_stage.framing import busts
    from diorama_stage.people import as_things

    def cropped(prompt: str) -> set[str]:
        scene = as_things(named(read(prompt).scene.model_dump(mode="json")))
        return busts(scene, cast(scene, seed=1))

    assert cropped("Close-up of a woman in a garden") == {"s1"}
    assert cropped("A marble statue in a garden") == set()


def test_people_go_by_as_they_are():
    from diorama.engines.stage.engine import wordless
    from diorama.language import read
    from diorama_catalogue.named import named
    from diorama_stage.figures import as_figures
    from diorama_stage.frozen import frozen

    scene = frozen(wordless(read("A woman in a cafe").scene))
    assert as_figures(scene)["subjects"] == named(scene)["subjects"]

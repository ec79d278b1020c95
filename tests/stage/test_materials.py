"""Materials: every recipe of the library makes one; what is round is known to be, and cloth knows it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy", reason="Blender's module is not installed")


def test_every_material_of_the_library_makes_a_material():
    from diorama_stage.materials import Look, material
    from diorama_stage.materials.make import LIBRARY
    from diorama_stage.materials.textures import SHEETED, TEXTURES

    assert {recipe["texture"] for recipe in LIBRARY.values() if "texture" in recipe} <= set(TEXTURES)
    assert set(TEXTURES) >= SHEETED
    for name in set(LIBRARY) - {"printed", "screen"}:
        assert material(Look(name)).node_tree.nodes, name


@pytest.mark.parametrize("kind, is_round", [("sphere", True), ("cube", False), ("vase", True), ("book", False)])
def test_what_is_turned_about_its_axis_is_known_to_be_round(kind, is_round):
    from diorama_stage.compose import clear
    from diorama_stage.dress import round_of
    from diorama_stage.kit import Spec
    from diorama_stage.props.registry import build

    clear()
    assert bool(round_of(build(Spec(kind)).objects[0])) is is_round


def test_rattan_is_woven_on_what_is_not_built_of_canes():
    from diorama_stage.dress import PLAIN, look_of
    from diorama_stage.kit import Slot

    asked = {**PLAIN, "material": "rattan"}
    assert look_of(Slot("wood"), asked, size=0.4, seed=1).material == "wicker"
    assert look_of(Slot("rattan"), asked, size=0.4, seed=1).material == "rattan"


@pytest.mark.parametrize(
    ("colour", "material", "usual", "made"),
    [
        ("#d62839", None, "wood", "lacquer"), ("red", None, "wood", "wood"), ("#d62839", "oak", "wood", "oak"), ("#d62839", None, "porcelain", "porcelain"),
        ("#d62839", None, "walnut", "lacquer"),
    ],
)  # fmt: skip
def test_wood_whose_colour_is_told_to_the_digit_is_painted(colour, material, usual, made):
    from diorama_stage.dress import PLAIN, look_of
    from diorama_stage.kit import Slot

    asked = {**PLAIN, "colours": [{"name": colour, "hex": "#d62839"}], "material": material}
    look = look_of(Slot(usual), asked, size=0.4, seed=1)
    assert look.material == made and look.colours == ("#d62839",)


@pytest.mark.parametrize("word", ["hammered", "ribbed", "cracked", "carved", "rough"])
def test_a_finish_in_relief_is_deep_enough_to_see(word):
    """A chrome's own relief is a fifth of a millimetre: blows of a hammer that shallow do not show on a bowl."""
    from diorama_stage.materials import Look, material

    nodes = material(Look("chrome", finish=(word,), size=0.2)).node_tree.nodes
    bump = next(node for node in nodes if node.bl_idname == "ShaderNodeBump")
    assert bump.inputs["Distance"].default_value > 0.001


@pytest.mark.parametrize(("params", "turns"), [((), 0), ((("along", 0.0), ("slim", 3.5)), 2)])
def test_bark_lies_along_a_bough(params, turns):
    from diorama_stage.materials import Look, material

    made = material(Look("bark", colours=("#5d4b3c",), params=params))
    assert sum(node.bl_idname == "ShaderNodeVectorRotate" for node in made.node_tree.nodes) == turns

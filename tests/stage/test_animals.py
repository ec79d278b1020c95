"""Animals: which live, as what, in which posture and coat; what is only a figure stays one, and is told."""

from __future__ import annotations

import numpy as np
import pytest

from diorama.scene import Animal
from diorama_catalogue import things
from diorama_catalogue.animals import animals, kind_of
from diorama_stage.animals import kinds, living, rig
from diorama_stage.animals.built import recoloured
from diorama_stage.figures import as_figures, figure_of

FOUR_FOOTED = [k for k in kinds.tables() if kinds.kind(k)["plan"] in ("paws", "hooves", "reptiles")]


def thing_of(noun: str, figure: str, **more) -> dict:
    surface = {"colours": [], "material": None, "pattern": None, "finish": []} | more.pop("surface", {})
    return {
        "id": "a",
        "kind": "object",
        "noun": noun,
        "thing": figure,
        "surface": surface,
        "states": [],
        "styles": [],
        "variants": [],
        "size": {"scale": 1.0},
        "count": 1,
        **more,
    }


@pytest.mark.parametrize(("species", "figure"), [("cat", "figure_cat"), ("horse", "figure_horse"), ("unicorn_of_no_catalogue", "figure_dog")])
def test_a_species_has_a_figure(species, figure):
    assert figure_of(species) == figure and figure in things()


def test_an_animal_becomes_an_object_that_placement_knows_with_the_living_one_beside_it(scene):
    cat = Animal(id="cat", noun="cat", species="cat", posture="sleeping", coat={"colours": [{"name": "ginger", "hex": "#c4793a"}]})
    data = scene.model_copy(update={"subjects": (cat, *scene.subjects), "relations": ()}).model_dump(mode="json")
    shown, mug, _ = as_figures(data)["subjects"]
    assert (shown["kind"], shown["thing"], shown["states"]) == ("object", "figure_cat", ["lying"])
    assert (shown["living"].kind, shown["living"].pose, shown["living"].exact) == ("ginger_cat", "curled_up", True)
    assert mug == data["subjects"][1]


def test_every_kind_that_the_catalogue_names_is_built_and_every_kind_built_is_named():
    assert set(animals().values()) == set(kinds.tables())


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("golden retriever", "golden_retriever"), ("Wolves", "wolf"), ("old grey_cat", "grey_cat"), ("ponies", "horse"), ("puppies", "dog"), ("teapot", None)],
)
def test_nouns_name_kinds_in_the_singular_and_the_plural_with_words_before_them(noun, kind):
    assert kind_of(noun) == kind


@pytest.mark.parametrize(
    "subject",
    [
        thing_of("elephant", "figure_elephant", surface={"material": "glass"}),
        thing_of("cat figurine", "figure_cat"),
        thing_of("fox", "figure_fox", styles=["plush"]),
        thing_of("mug", "mug"),
    ],
)
def test_a_material_or_a_word_for_a_sculpture_makes_no_living_animal(subject):
    assert living(subject) is None


def test_an_animal_of_another_kind_than_asked_says_so():
    told = living(thing_of("quokka", "figure_dog"))
    assert (told.kind, told.exact) == ("dog", False)


@pytest.mark.parametrize("name", FOUR_FOOTED)
def test_every_four_footed_kind_stands_on_its_four_feet(name):
    shape = kinds.kind(name)
    stands = rig.quadruped(shape, {})
    feet = [stands.points[leg][-1][2] - shape.get("sole", 3.0) for leg in rig.LEGS]
    assert np.ptp(feet) < 0.05 * rig.withers(stands, shape)


@pytest.mark.parametrize("pose", sorted(kinds.poses()))
def test_bones_keep_their_lengths_in_every_posture(pose):
    shape = kinds.kind("dog")
    stands, posed = rig.quadruped(shape, {}), rig.quadruped(shape, kinds.poses()[pose])
    for leg in rig.LEGS:
        long = [np.linalg.norm(np.diff(r.points[leg], axis=0), axis=1) for r in (stands, posed)]
        assert np.allclose(*long, rtol=1e-4)


def test_any_colour_takes_the_place_of_a_coat_and_leaves_its_dark_pattern():
    coat = recoloured(kinds.kind("tiger")["coat"], ("#2f5f9f",))
    assert coat[0]["colour"] == "#2f5f9f" and any("tiger" in layer and layer["colour"] == "#14100d" for layer in coat)


def test_young_ones_have_larger_heads_for_their_size():
    from diorama_stage.animals.built import young

    for name in ("dog", "horse", "elephant"):
        kind = kinds.kind(name)
        cub = young(kind)
        assert cub["height"] < 0.6 * kind["height"] and cub["head"]["length"] > 1.2 * kind["head"]["length"]


@pytest.mark.parametrize(("noun", "pose"), [("cat", "sitting"), ("owl", "perching"), ("fish", "swimming"), ("eagle", "flying")])
def test_what_is_said_of_a_posture_is_the_pose(noun, pose):
    animal = {"id": "a", "kind": "animal", "noun": noun, "species": noun, "posture": pose, "size": {"scale": 1.0}, "coat": {}}
    assert living(animal).pose == pose

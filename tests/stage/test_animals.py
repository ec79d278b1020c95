"""An animal of the scene is stood in for by a sculpted figure, and the stage says so."""

from __future__ import annotations

import pytest

from diorama.scene import Animal
from diorama_catalogue import things
from diorama_stage.figures import as_figures, figure_of


@pytest.mark.parametrize(("species", "figure"), [("cat", "figure_cat"), ("horse", "figure_horse"), ("unicorn_of_no_catalogue", "figure_dog")])
def test_a_species_has_a_figure(species, figure):
    assert figure_of(species) == figure and figure in things()


def test_an_animal_becomes_an_object_in_its_coats_colour_and_pose(scene):
    cat = Animal(id="cat", noun="cat", species="cat", posture="sleeping", coat={"colours": [{"name": "ginger", "hex": "#c4793a"}]})
    data = scene.model_copy(update={"subjects": (cat, *scene.subjects), "relations": ()}).model_dump(mode="json")
    shown, mug, _ = as_figures(data)["subjects"]
    assert (shown["kind"], shown["thing"], shown["states"], shown["surface"]["colours"][0]["name"]) == ("object", "figure_cat", ["lying"], "ginger")
    assert mug == data["subjects"][1] and set(shown) == set(mug)

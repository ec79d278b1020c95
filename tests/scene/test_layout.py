"""A layout is what an engine settled; after an edit, what the edit is not about stays settled."""

from __future__ import annotations

import pytest

from diorama.language import read
from diorama.scene import Layout, Place, Spread, Viewpoint, carried, load, moved
from diorama.scene.layout import Point

HERE: Point = (0.0, -1.0, 0.5)


def settled():
    """A mug with a spoon in it beside a book, as an engine would have settled them."""
    scene = read("a red mug beside a book on an oak table, a spoon in the mug").scene
    mug, book, spoon = (next(s.id for s in scene.subjects if s.noun == noun) for noun in ("mug", "book", "spoon"))
    places = {f"{mug}.0": Place(x=0.1, y=0.0), f"{book}.0": Place(x=-0.1, y=0.0), f"{spoon}.0": Place(x=0.1, y=0.0, z=0.01, host=f"{mug}.0")}
    layout = Layout(
        places=places, viewpoint=Viewpoint(eye=HERE, target=(0, 0, 0)), spread=Spread(radius=0.2, reach=0.2, centre=(0, 0, 0), lit=0.2),
        exposure=1.5, white_balance=5000.0,
    )  # fmt: skip
    return scene.model_copy(update={"layout": layout}), mug, book, spoon


def changed(scene, path, value):
    data = scene.model_dump(mode="json")
    *way, last = path
    here = data
    for step in way:
        here = here[step]
    here[last] = value
    return load(data)


def test_a_layout_survives_its_json():
    scene, *_ = settled()
    assert load(scene.to_json()) == scene


def test_a_change_of_colour_moves_nothing():
    scene, *_ = settled()
    assert carried(scene, changed(scene, ("subjects", 0, "surface", "material"), "glass")) == scene.layout


def test_what_is_made_larger_stays_about_where_it_was_its_load_is_put_anew_and_the_rest_stays():
    scene, mug, book, spoon = settled()
    i = next(i for i, s in enumerate(scene.subjects) if s.id == mug)
    kept = carried(scene, changed(scene, ("subjects", i, "size", "scale"), 2.0))
    assert set(kept.places) == {f"{book}.0", f"{mug}.0"}
    assert kept.places[f"{mug}.0"] == scene.layout.places[f"{mug}.0"].model_copy(update={"moved": (0.0, 0.0)})
    assert kept.places[f"{book}.0"] == scene.layout.places[f"{book}.0"]
    assert kept.viewpoint == scene.layout.viewpoint


def test_an_empty_scene_carries_no_places():
    scene, *_ = settled()
    after = load({**scene.model_dump(mode="json"), "subjects": [], "relations": []})
    assert carried(scene, after).places == {}


@pytest.mark.parametrize(
    ("path", "value", "lost"),
    [
        (("camera", "focal_length"), 85.0, {"viewpoint"}),
        (("camera", "angle"), "overhead", {"viewpoint"}),
        (("camera", "f_number"), 1.8, set()),
        (("lighting", "time"), "night", {"exposure", "white_balance"}),
        (("lighting", "kelvin"), 2800.0, set()),
        (("film", "stock"), "portra_400", {"white_balance"}),
        (("environment", "setting"), "beach", {"viewpoint", "spread", "exposure", "white_balance"}),
    ],
)
def test_an_edit_unsettles_only_what_it_is_about(path, value, lost):
    scene, *_ = settled()
    kept = carried(scene, changed(scene, path, value))
    for field in ("viewpoint", "spread", "exposure", "white_balance"):
        assert (getattr(kept, field) is None) == (field in lost), field
    assert kept.places == scene.layout.places


def test_what_stands_on_a_thing_moves_with_it():
    scene, mug, book, spoon = settled()
    after = moved(scene.layout, f"{mug}.0", x=0.3)
    assert after.places[f"{mug}.0"].x == 0.3
    assert after.places[f"{mug}.0"].moved == (pytest.approx(0.3 - scene.layout.places[f"{mug}.0"].x), 0.0)
    assert after.places[f"{spoon}.0"].x == pytest.approx(0.3)
    assert after.places[f"{book}.0"] == scene.layout.places[f"{book}.0"]

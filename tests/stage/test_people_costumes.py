"""Costumes: who is known by what they wear is dressed so, covered in every pose, and what is asked for goes before the costume. Renders nothing."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.stage
pytest.importorskip("bpy")

from diorama.assets import installed  # noqa: E402

if not installed():
    pytest.skip("people are not set up here: `python -m diorama.assets`", allow_module_level=True)

from diorama_catalogue.named import dresses_as, outfits  # noqa: E402
from diorama_catalogue.named import garments as worn_by_people  # noqa: E402
from diorama_stage.people import garments, tailor  # noqa: E402
from diorama_stage.people.looks import OUTFITS  # noqa: E402
from diorama_stage.people.who import settle  # noqa: E402

KNOWN_BY = {
    "astronaut": {"space_suit", "space_helmet", "visor", "life_support"},
    "knight": {"cuirass", "limb_plates", "armet", "gauntlets"},
    "santa": {"short_coat", "fur_trim", "santa_hat"},
    "wizard": {"robe_long", "wizard_hat"},
    "witch": {"robe_witch", "witch_hat"},
    "clown": {"baggy_suit", "ruff", "red_nose"},
    "pirate": {"tricorn", "frock_coat", "eye_patch"},
    "viking": {"norse_helmet", "horns", "fur_mantle"},
    "ninja": {"mask_hood"},
    "superhero": {"bodysuit", "cape", "emblem"},
    "monk": {"robe_long", "rope", "hood"},
    "nun": {"wimple", "veil"},
    "king": {"crown", "ermine"},
    "samurai": {"lamellar", "kabuto", "crest"},
    "cowboy": {"western_hat", "chaps"},
}


@pytest.fixture(autouse=True)
def empty_scene():
    from diorama_stage.compose import clear

    clear()


def worn(role, **traits):
    return {w.key: w for w in garments.wardrobe(settle({"role": role, **traits}, 7))}


@pytest.mark.parametrize("role", sorted(KNOWN_BY))
def test_a_role_wears_what_it_is_known_by(role):
    assert KNOWN_BY[role] <= set(worn(role))


def test_every_outfit_names_garments_that_there_are_and_every_cut_is_a_garment():
    named = {text.split()[0] for outfit in OUTFITS["role"].values() for text in outfit}
    assert not {n for n in named if n not in OUTFITS["set"] and garments.key_of(n) not in garments.TABLE}
    assert set(tailor.CUTS) <= {row["asset"] for row in garments.TABLE.values()}
    assert {row["place"] for row in garments.TABLE.values()} <= set(garments.ORDER)
    assert {dresses_as(role) for role in outfits()["like"]} <= set(outfits()["roles"]) == set(OUTFITS["role"])
    assert set(garments.TABLE) == set(worn_by_people())


@pytest.mark.parametrize("name", sorted(tailor.CUTS))
def test_a_cut_lies_about_the_body_with_whole_faces(name):
    thing = tailor.CUTS[name]()
    points = thing.on(tailor.base().verts)
    assert np.isfinite(points).all() and thing.faces.max() < len(points)
    assert (np.abs(points[:, :2]) < 0.7).all() and points[:, 2].min() > -0.9 and points[:, 2].max() < 1.3


@pytest.mark.parametrize("posture", ("standing", "sitting", "walking"))
@pytest.mark.parametrize("role", sorted(KNOWN_BY))
def test_nobody_in_a_costume_is_bare(role, posture):
    from bench.people_clothed import one

    bare, unclad, pokes, _ = one({"age": 35, "sex": "male", "build": "muscular", "role": role}, posture, None)
    assert bare == 0 and unclad == 0
    assert pokes < 70  # of some 13,000 faces: at cuffs and ankles


def test_what_is_asked_for_goes_before_the_costume():
    hatted = worn("knight", wears=[{"garment": "beanie"}])
    assert "beanie" in hatted and not {"armet", "plume"} & set(hatted) and "cuirass" in hatted
    coated = worn("superhero", wears=[{"garment": "coat"}])
    assert "coat" in coated and not {"cape", "emblem", "star"} & set(coated)
    red = worn("wizard", wears=[{"garment": "hat", "surface": {"colours": [{"name": "red", "hex": "#b3261e"}]}}])
    assert red["wizard_hat"].asked["surface"]["colours"][0]["hex"] == "#b3261e"


def test_a_part_that_keeps_its_own_colour_gives_it_to_nothing_else():
    from diorama_stage.people.cloth import asked_colour

    who = settle({"role": "santa"}, 7)
    colours = {w.key: asked_colour(w, who) for w in garments.wardrobe(who)}
    assert colours["santa_hat"] in garments.TABLE["santa_hat"]["colours"] and colours["hat_fur"] in garments.TABLE["hat_fur"]["colours"]


def test_what_a_role_looks_like_is_left_where_the_words_tell_otherwise():
    assert settle({"role": "santa"}, 3).beard == "long" and settle({"role": "santa"}, 3).age == 68
    young = settle({"role": "santa", "age": 25, "facial_hair": {"beard": "none"}}, 3)
    assert young.age == 25 and young.beard == "none"
    assert settle({"role": "viking", "sex": "female"}, 3).beard == "none"
    assert settle({"role": "wizard", "age": 9}, 3).beard == "none"


def test_hair_is_not_seen_through_a_hood_and_is_seen_through_a_crown():
    from diorama_stage.people.build import person

    names = lambda role: {o.name.split(".")[0] for o in person({"role": role}, 3).strands}  # noqa: E731
    assert "hair" not in names("ninja") and "beard" not in names("ninja")
    assert "hair" in names("king") and "beard" in names("king")


def test_a_visor_is_clear_only_where_the_face_is_near():
    from diorama_stage.people.build import Stand, person

    kinds = lambda near: {n.type for n in person({"role": "astronaut"}, 3, Stand(near=near)).parts["visor"][0].data.materials[0].node_tree.nodes}  # noqa: E731
    assert "BSDF_TRANSPARENT" in kinds(True) and "BSDF_TRANSPARENT" not in kinds(False)

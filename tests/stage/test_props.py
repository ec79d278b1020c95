"""Every prop keeps the promises that placement, dressing and speed rest on. Needs Blender; renders nothing."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import numpy as np
import pytest

from diorama_catalogue import things

pytestmark = pytest.mark.stage
bpy = pytest.importorskip("bpy")


def _kinds() -> list[str]:
    from diorama_stage.props.registry import load

    return sorted(load())


@pytest.fixture(autouse=True)
def empty_scene():
    from diorama_stage.compose import clear

    clear()


def _lexicon(name: str) -> dict:
    return tomllib.loads(files("diorama.language.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "varies"), [("mug", True), ("book", True), ("lemon", True), ("cube", False)])
def test_the_same_seed_builds_the_same_and_another_another(kind, varies):
    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props.registry import build

    one, two, other = (np.concatenate([vertices(o) for o in build(Spec(kind, seed=s)).objects]) for s in (5, 5, 6))
    assert np.array_equal(one, two)
    assert np.array_equal(one, other) is not varies, "some are made by hand, some in a factory"


def test_every_record_of_the_catalogue_has_a_prop_and_every_prop_a_record():
    assert set(_kinds()) == set(things())


def test_every_material_and_colour_of_the_lexicon_can_be_put_on_a_thing():
    from diorama_stage.materials import NAMES

    words = _lexicon("looks")
    assert set(words["material"]) <= set(NAMES)


@pytest.mark.parametrize("pattern", ["stripes", "dots", "checks", "floral", "tie_dye", "gradient"])
def test_patterns_and_finishes_make_materials(pattern):
    from diorama_stage.materials import Look, material

    made = material(Look("ceramic", ("#b3261e",), pattern, ("matte", "dusty")))
    assert made.use_nodes and made.name


def test_letters_are_set_exactly_in_many_scripts():
    from diorama_stage.materials.lettering import _covers, _runs

    for text in ("CAFÉ", "Привет", "Ελλάδα", "你好", "こんにちは", "안녕하세요"):
        for run, face in _runs(text, "sans"):
            assert all(ord(c) in _covers(*face) for c in run), (text, face)
        assert "".join(run for run, _ in _runs(text, "sans")) == text


@pytest.mark.parametrize("seed", range(6))
def test_words_on_a_mug_lie_on_its_skin_and_face_the_lens(seed):
    """A flared mug once swallowed the first of two lines."""
    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props.registry import build

    built = build(Spec("mug", seed=seed, labels=({"text": "GOOD MORNING", "style": "sans", "colour": None},)))
    skin, words = (np.concatenate([vertices(o) for o in built.parts[p]]) for p in ("body", "label"))
    radius = np.hypot(skin[:, 0], skin[:, 1])
    for x, y, z in words:
        assert np.hypot(x, y) > radius[np.abs(skin[:, 2] - z) < 0.004].max(initial=0.0) - 0.0009
        assert y < 0, "it is on the front"


@pytest.mark.parametrize("seed", range(4))
def test_words_on_a_tube_lie_on_its_skin(seed):
    """Its wall goes from round to flat, and is dented: the print goes with it."""
    from mathutils import Vector

    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props.registry import build

    built = build(Spec("tube", seed=seed, labels=({"text": "AURA", "style": "sans", "colour": None},)))
    body = built.parts["body"][0]
    for point in vertices(built.parts["label"][0]):
        _, near, normal, _ = body.closest_point_on_mesh(Vector(map(float, point)))
        outside = (Vector(map(float, point)) - near).dot(normal)
        assert 0.0 < outside < 0.001 and normal.y < 0


def test_a_sign_is_built_for_where_it_hangs():
    from diorama_stage.kit import Spec
    from diorama_stage.props.registry import build

    posts, wall, shop = (build(Spec("sign", states=frozenset(s))) for s in ((), ("mounted",), ("fascia",)))
    assert "post" in posts.parts and "post" not in wall.parts and "post" not in shop.parts
    assert shop.mount and shop.high[0] - shop.low[0] > 4


@pytest.mark.parametrize(("kind", "variant", "lit", "out"), [
    ("candle", "", {"lit"}, set()), ("candle", "candlestick", {"burning"}, set()), ("candle", "tea_light", {"lit"}, set()), ("lamp", "lantern", set(), {"unlit"}),
    ("lamp", "", set(), {"off"}), ("desk_lamp", "", set(), {"off"}), ("desk_lamp", "banker", set(), {"off"}), ("floor_lamp", "tripod", set(), {"off"}),
])  # fmt: skip
def test_what_burns_gives_light_where_its_flame_or_bulb_is_and_what_is_out_gives_none(kind, variant, lit, out):
    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props.registry import build

    burning = build(Spec(kind, seed=1, variants=frozenset((variant,)), states=frozenset(lit)))
    source = np.concatenate([vertices(o) for o in burning.parts.get("flame", burning.parts.get("bulb", ()))])
    assert len(burning.emitters) == 1
    e = burning.emitters[0]
    assert (source.min(axis=0) - 1e-4 <= (e.x, e.y, e.z)).all() and (source.max(axis=0) + 1e-4 >= (e.x, e.y, e.z)).all()
    dark = build(Spec(kind, seed=1, variants=frozenset((variant,)), states=frozenset(out)))
    assert not dark.emitters and "flame" not in dark.parts


@pytest.mark.parametrize("variant", ["", "paperback"])
def test_the_leaves_of_a_closed_book_lie_between_its_boards(variant):
    from diorama_stage.kit import Spec
    from diorama_stage.kit.build import vertices
    from diorama_stage.props.registry import build

    built = build(Spec("book", seed=4, variants=frozenset((variant,))))
    pages, cover = (np.concatenate([vertices(o) for o in built.parts[part]]) for part in ("pages", "cover"))
    assert (pages.min(axis=0)[[0, 2]] >= cover.min(axis=0)[[0, 2]] - 0.006).all() and pages[:, 2].max() < cover[:, 2].max()
    assert pages[:, 0].max() <= cover[:, 0].max() + 2e-4 and np.abs(pages[:, 1]).max() <= np.abs(cover[:, 1]).max() + 4e-4

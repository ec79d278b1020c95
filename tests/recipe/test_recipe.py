import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import diorama
from diorama.errors import RequestError, SceneError
from diorama.recipe import Recipe, Request, load, parse, resolve, resolve_all
from diorama.recipe.resolve import size
from diorama.scene import Camera

WORDS = "a mug on a table"


def made(scene, **fields) -> Recipe:
    return resolve(Request(prompt=WORDS, **fields), scene, engine_version="1")


def test_nothing_is_left_open(scene):
    recipe = resolve(Request(prompt=WORDS, options={"samples": 8}), scene, engine_version="4.5", options={"samples": 64, "threshold": 0.02})
    assert recipe.options == {"samples": 8, "threshold": 0.02}
    assert (recipe.prompt, recipe.engine, recipe.engine_version, recipe.diorama) == (WORDS, "stage", "4.5", diorama.__version__)
    assert (recipe.width, recipe.height, recipe.quality) == (1024, 682, "standard")
    assert 0 <= recipe.seed < 2**32
    assert not [name for name, field in Recipe.model_fields.items() if name != "version" and not field.is_required()]


def test_seeds_are_drawn_and_count_up(scene):
    assert len({made(scene).seed for _ in range(8)}) > 1
    assert made(scene, seed=0).seed == 0
    wrapped = resolve_all(Request(prompt=WORDS, seed=2**32 - 2, count=4), scene, engine_version="1")
    assert [recipe.seed for recipe in wrapped] == [2**32 - 2, 2**32 - 1, 0, 1]


def test_equal_recipes_are_equal_texts(scene):
    one, two = made(scene, seed=4, options={"b": 1, "a": 2.5}), made(scene, seed=4, options={"a": 2.5, "b": 1})
    assert one == two and one.to_json() == two.to_json() and one.digest == two.digest
    assert made(scene, seed=5, options={"a": 2.5, "b": 1}).digest != one.digest
    assert len(one.digest) == 64


def test_a_recipe_comes_back_from_its_text(scene):
    recipe = made(scene, seed=4, options={"samples": 16, "fast": True, "mode": "x", "t": 0.1})
    back = load(recipe.to_json())
    assert back == recipe and back.to_json() == recipe.to_json()
    assert [type(back.options[key]) for key in ("samples", "fast", "mode", "t")] == [int, bool, str, float]
    assert load(json.loads(recipe.to_json())) == recipe


def test_another_seed_changes_nothing_else(scene):
    recipe = made(scene, seed=4)
    assert recipe.with_seed(9).model_dump() == recipe.model_dump() | {"seed": 9}
    with pytest.raises(RequestError, match="seed"):
        recipe.with_seed(-1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (1024, 682)), ({"aspect": (16, 9)}, (1024, 576)), ({"aspect": (9, 16)}, (576, 1024)), ({"width": 800}, (800, 534)),
        ({"height": 512}, (768, 512)), ({"width": 801, "height": 333}, (801, 333)), ({"width": 900, "aspect": (1, 1)}, (900, 900)),
        ({"megapixels": 1.0, "aspect": (1, 1)}, (1000, 1000)),
        ({"long_side": 768}, (768, 512)), ({"long_side": 768, "aspect": (2, 3)}, (512, 768)),
        ({"megapixels": 1.5}, (1500, 1000)), ({"width": 4096, "height": 4096}, (4096, 4096)), ({"width": 64, "height": 64}, (64, 64)),
    ],
)  # fmt: skip
def test_sizes(fields, expected):
    assert size(Request(prompt=WORDS, **fields), (3, 2)) == expected


@given(st.integers(64, 4096), st.tuples(st.integers(1, 20), st.integers(1, 20)))
def test_a_derived_side_keeps_the_aspect_or_is_refused(width, aspect):
    if not 1 / 6 <= aspect[0] / aspect[1] <= 6:
        return
    try:
        found = size(Request(prompt=WORDS, width=width, aspect=aspect), (3, 2))
    except RequestError as wrong:
        assert wrong.where == "width" and not 64 <= width * aspect[1] / aspect[0] <= 4095
    else:
        assert found[0] == width and found[1] % 2 == 0 and abs(found[1] - width * aspect[1] / aspect[0]) <= 1


def test_the_scene_takes_the_shape_of_the_size(scene):
    assert made(scene).scene == scene
    assert made(scene, aspect=(16, 9)).scene.camera.aspect == (16, 9)
    assert made(scene, width=500, height=500).scene.camera.aspect == (1, 1)
    upright = scene.model_copy(update={"camera": Camera(aspect=(2, 3))})
    assert (made(upright).width, made(upright).height) == (682, 1024)


@pytest.mark.parametrize(
    ("fields", "where", "allowed"),
    [
        ({"width": 10}, "width", "64 to 4096"), ({"height": 5000}, "height", "64 to 4096"), ({"seed": -1}, "seed", "0 to 4294967295"),
        ({"seed": 2**32}, "seed", "4294967295"), ({"count": 0}, "count", "1 to 32"), ({"aspect": (0, 1)}, "aspect", "1:6"),
        ({"aspect": (7, 1)}, "aspect", "6:1"), ({"megapixels": 100}, "megapixels", "17"), ({"engine": " "}, "engine", "stage"),
        ({"width": 512, "height": 512, "aspect": (1, 1)}, "aspect", "two of the three"), ({"prompt": "  "}, "prompt", "describe"),
        ({"width": 512, "megapixels": 1}, "megapixels", "one or the other"), ({"width": 512, "long_side": 64}, "long_side", "one or the other"),
        ({"prompt": "x" * 32_001}, "prompt", "32,000"), ({"options": {"no name": 1}}, "options.no name", "letters"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_what_is_allowed(fields, where, allowed):
    for build in (lambda data: Request(**data), parse):
        with pytest.raises(RequestError) as wrong:
            build({"prompt": WORDS} | fields)
        assert wrong.value.where == where and allowed in wrong.value.hint


@pytest.mark.parametrize(
    ("fields", "where", "says"),
    [
        ({"widht": 512}, "widht", "correct its name"), ({"quality": "best"}, "quality", "draft"), ({"width": "wide"}, "width", "'wide'"),
        ({"options": {"a": [1]}}, "options.a", "[1]"),
    ],
)  # fmt: skip
def test_data_that_is_no_request_is_named(fields, where, says):
    with pytest.raises(RequestError) as wrong:
        parse({"prompt": WORDS} | fields)
    assert wrong.value.where.startswith(where) and says in str(wrong.value)


def test_recipes_that_are_none(scene):
    good = json.loads(made(scene, seed=1).to_json())
    for data, where in (
        ("{", "recipe"), ("[]", "recipe"), (good | {"version": 99}, "recipe.version"), (good | {"scene": None}, "recipe.scene"),
        (good | {"width": 0}, "width"), (good | {"surplus": 1}, "surplus"), ({key: good[key] for key in good if key != "seed"}, "seed"),
    ):  # fmt: skip
        with pytest.raises(RequestError) as wrong:
            load(data)
        assert wrong.value.where == where
    with pytest.raises(SceneError):
        load(good | {"scene": good["scene"] | {"surplus": 1}})


def test_a_scene_that_breaks_the_rules_is_not_resolved(scene):
    with pytest.raises(SceneError):
        made(scene.model_copy(update={"camera": Camera(focus="nobody")}))
    with pytest.raises(RequestError, match="scene"):
        resolve(Request(prompt=WORDS), engine_version="1")


def test_frozen(scene):
    with pytest.raises(ValidationError):
        made(scene).seed = 3

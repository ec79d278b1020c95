"""What the stage puts into a file of layers: which photographs it asks of itself, and what other readers find (psd-tools, Pillow, OpenEXR). No Blender."""

from __future__ import annotations

import io
import json

import numpy as np
import OpenEXR
import pytest
from PIL import Image
from psd_tools import PSDImage

from diorama.contracts import Cancel, Job, Outcome, Preview, nobody
from diorama.engines.stage.engine import StageEngine, StageOptions
from diorama.engines.stage.layered import layered
from diorama.recipe import Request, resolve
from diorama.studio import words

SHADES = {"scene": (200, 0, 0, 255), "only_shadow": (0, 0, 0, 90), "none": (0, 0, 200, 255)}


def job(kind: str) -> Job:
    scene = words.read("a red mug on a table").scene
    recipe = resolve(Request(prompt="a red mug", width=96, height=64, seed=3, options={"layers": kind}), scene, engine_version="1")
    return Job(recipe)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def make(asked):
    """Answers each request with one colour, as large as was asked, and with passes where they are wanted."""

    def make(job: Job, listen, cancel) -> Outcome:
        options, (height, width) = StageOptions.model_validate(job.recipe.options), (job.recipe.height, job.recipe.width)
        asked.append((options.background, options.layers, width, job.passes))
        shade = SHADES[options.background]
        ids = np.zeros((height, width), np.int32)
        ids[height // 4 : height // 2, width // 4 : width // 2] = 1
        coverage = np.zeros((height, width, 8), np.float32)
        coverage[..., 0], coverage[..., 1] = ids, ids * 0.25
        passes = {"coverage": coverage, "linear": np.full((height, width, 3), 0.18, np.float32), "depth": np.full((height, width), 2.0, np.float32), "ids": ids}
        picture = np.full((height, width, 4 if options.background != "scene" else 3), shade[: 4 if options.background != "scene" else 3], np.uint8)
        return Outcome.of(picture, passes=passes if job.passes else {}, report={"subjects": [{"index": 1, "instance": "s1.0"}]})

    return make


@pytest.mark.parametrize("kind", ["psd", "tiff"])
def test_three_photographs_become_three_layers(make, asked, kind):
    heard = []
    made = layered(make, job(kind), kind, heard.append, Cancel())
    assert [one.index for one in heard if isinstance(one, Preview)] == [0, 1, 2]
    assert asked == [("scene", "", 96, False), ("only_shadow", "", 96, False), ("none", "", 96, False)]
    assert tuple(made.picture[0, 0]) == SHADES["none"], "the things alone are the picture"
    (file,) = made.files
    assert file.name == f"layers.{kind}"
    if kind == "psd":
        opened = PSDImage.open(io.BytesIO(file.data))
        assert {layer.name: layer.visible for layer in opened} == {"picture": True, "shadows": False, "things": False}, "it opens as the picture"
        for layer in opened:
            layer.visible = True
        found = {layer.name: layer.composite().convert("RGBA").getpixel((5, 5)) for layer in opened}  # with its mask
    else:
        with Image.open(io.BytesIO(file.data)) as pages:
            found = {}
            for page in range(pages.n_frames):
                pages.seek(page)
                found[pages.tag_v2[285]] = pages.convert("RGBA").getpixel((5, 5))
    assert found == {"picture": SHADES["scene"], "shadows": SHADES["only_shadow"], "things": SHADES["none"]}


def test_an_exr_has_light_depth_and_every_thing_by_its_name(make, asked, tmp_path):
    made = layered(make, job("exr"), "exr", nobody, Cancel())
    assert asked == [("scene", "", 96, True), ("none", "", 96, False)], "what covers what is measured with the light"
    (tmp_path / "a.exr").write_bytes(made.files[0].data)
    with OpenEXR.File(str(tmp_path / "a.exr"), separate_channels=True) as file:
        told, planes = dict(file.header()), {name: np.asarray(one.pixels) for name, one in file.channels().items()}
    assert planes["Z"].shape == (64, 96) and np.allclose(planes["R"], 0.18, atol=1e-3)
    assert list(json.loads(next(value for key, value in told.items() if str(key).endswith("/manifest")))) == ["s1.0"]
    assert planes["CryptoObject00.G"].max() == 0.25 and planes["CryptoObject00.G"].mean() == pytest.approx(1 / 64)


def test_layers_are_never_made_in_pieces():
    engine = StageEngine()
    whole = job("psd")
    large = Job(whole.recipe.model_copy(update={"width": 4096, "height": 4096}))
    plain = Job(large.recipe.model_copy(update={"options": {}}))
    assert engine.pieces(plain) and not engine.pieces(large)

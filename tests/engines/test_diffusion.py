"""Local models, loaded from real folders by the real code: pipelines of diffusers' own classes, made tiny. Skipped without `diorama[diffusion]`."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from diorama.contracts import Cancel, Job, Preview, Progress, Warned
from diorama.engines.diffusion import DiffusionEngine
from diorama.engines.diffusion.asked import asked, shown
from diorama.engines.diffusion.families import families, family
from diorama.engines.guided import Guided
from diorama.engines.null import NullEngine
from diorama.errors import Cancelled, EngineRefused, EngineUnavailable
from diorama.recipe import Input, Request, resolve

SIDE = 256
real = pytest.mark.skipif(importlib.util.find_spec("diffusers") is None, reason="the extra diorama[diffusion] is not installed")
pytestmark = pytest.mark.filterwarnings("default")

PIXELS = {
    "source": np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 3)).astype(np.uint8), "mask": np.tile(np.arange(SIDE) > 128, (SIDE, 1)),
    "depth": np.tile(np.linspace(1, 4, SIDE, dtype=np.float32), (SIDE, 1)), "edges": np.eye(SIDE, dtype=np.uint8)[..., None].repeat(3, 2) * 255,
    "reference": np.full((128, 160, 3), 80, np.uint8),
}  # fmt: skip


def job(scene, name: str, *kinds: str, prompt: str = "a red mug", seed: int = 3, **options) -> Job:
    recipe = resolve(Request(prompt=prompt, engine=name, width=SIDE, height=SIDE, seed=seed, options={"steps": 2, **options}), scene, engine_version="1")
    inputs = tuple(Input(kind=kind, sha256=f"{k:064x}", strength=0.9) for k, kind in enumerate(kinds))
    return Job(recipe.model_copy(update={"inputs": inputs}), tuple(PIXELS[kind] for kind in kinds))


# ── what is asked of which pipeline (no torch) ──

ASKED = [
    ("z-image", (), "text", {"guidance_scale": 0.0, "num_inference_steps": 2}), ("z-image", ("source",), "source", {"strength": 0.6}),
    ("z-image", ("source", "mask"), "mask", {"strength": 1.0}), ("z-image", ("depth",), "control", {"controlnet_conditioning_scale": 0.9}),
    ("flux2-klein", ("reference", "reference"), "reference", {}), ("flux2-klein", ("source",), "reference", {}),
    ("qwen-image-edit", ("source",), "reference", {"true_cfg_scale": 4.0}), ("sdxl", ("depth", "source"), "control_source", {"strength": 0.6}),
    ("sdxl", ("depth", "edges"), "control", {"control_mode": [1, 3], "controlnet_conditioning_scale": [0.9, 0.9]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kinds", "pipeline", "arguments"), ASKED)
def test_what_is_given_chooses_the_pipeline(scene, name, kinds, pipeline, arguments):
    made = asked(family(name), job(scene, name, *kinds))
    assert made.pipeline == pipeline and arguments.items() <= made.arguments.items()


@pytest.mark.parametrize(
    ("name", "kinds"), [("qwen-image-edit", ()), ("z-image", ("depth", "edges")), ("z-image", ("depth", "source")), ("qwen-image", ("depth", "source", "mask"))]
)  # fmt: skip
def test_what_cannot_go_together_is_refused(scene, name, kinds):
    with pytest.raises(EngineRefused) as refused:
        asked(family(name), job(scene, name, *kinds))
    assert refused.value.hint


def test_a_weak_change_still_takes_a_step(scene):
    assert asked(family("z-image"), job(scene, "z-image", "source", strength=0.1)).arguments["num_inference_steps"] == 10


def test_depth_is_shown_as_these_models_were_taught_near_white_far_black_nothing_black(scene):
    metres = PIXELS["depth"].copy()
    metres[:, -20:] = np.inf
    shade = np.asarray(shown(replace(job(scene, "z-image", "depth"), pictures=(metres,)).given("depth")[0]))[0, :, 0]
    assert shade[0] == 255 and shade[-1] == 0 and 0 < shade[-21] < 20 and np.all(np.diff(shade[:-20].astype(int)) <= 0)


@pytest.mark.parametrize("name", families())
def test_without_weights_it_says_how_to_get_them(scene, name, tmp_path, monkeypatch):
    monkeypatch.setenv("DIORAMA_WEIGHTS", str(tmp_path))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    with pytest.raises(EngineUnavailable, match="weights") as missing:
        DiffusionEngine(name).make(job(scene, name, *(("source",) if name == "qwen-image-edit" else ())))
    assert missing.value.hint == f"diorama models pull {name}"


def test_without_the_extra_it_says_what_to_install(scene, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EngineUnavailable, match="not installed"):
        DiffusionEngine("z-image").make(job(scene, "z-image"))


def test_a_model_that_needs_more_than_the_others_says_what(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torchvision" else object())
    with pytest.raises(EngineUnavailable, match="need torchvision, and it is not installed"):
        DiffusionEngine("qwen-image-edit").ready()


# ── real classes, made tiny ──


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """A folder of tiny models of each family that is tried here."""
    sys.path.insert(0, str(Path(__file__).parent))
    import tiny_models

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIORAMA_WEIGHTS", str(tmp_path_factory.mktemp("weights")))
        tiny_models.z_image()
        tiny_models.flux2_klein()
        tiny_models.sdxl()
        tiny_models.decoder("sdxl", 4)
        tiny_models.qwen_image()
        yield
    sys.path.pop(0)


@pytest.fixture(scope="module")
def engines(weights):
    made = {name: DiffusionEngine(name) for name in ("z-image", "flux2-klein", "sdxl", "qwen-image")}
    yield made
    for engine in made.values():
        engine.close()


PIPELINES = [
    ("z-image", (), "ZImagePipeline"), ("z-image", ("source",), "ZImageImg2ImgPipeline"), ("z-image", ("depth",), "ZImageControlNetPipeline"),
    ("z-image", ("depth", "source", "mask"), "ZImageControlNetInpaintPipeline"), ("flux2-klein", ("reference",), "Flux2KleinPipeline"),
    ("flux2-klein", ("source", "mask"), "Flux2KleinInpaintPipeline"), ("sdxl", (), "StableDiffusionXLPipeline"),
    ("qwen-image", (), "QwenImagePipeline"), ("qwen-image", ("depth",), "QwenImageControlNetPipeline"),
    ("sdxl", ("depth", "edges"), "StableDiffusionXLControlNetUnionPipeline"), ("sdxl", ("depth", "source"), "StableDiffusionXLControlNetUnionImg2ImgPipeline"),
]  # fmt: skip


@real
@pytest.mark.parametrize(("name", "kinds", "pipeline"), PIPELINES)
def test_each_way_of_asking_makes_a_picture_through_the_real_pipeline(engines, scene, name, kinds, pipeline):
    heard = []
    outcome = engines[name].make(job(scene, name, *kinds), heard.append)
    assert outcome.picture.shape == (SIDE, SIDE, 3) and outcome.picture.dtype == np.uint8 and outcome.picture.std() > 5
    assert outcome.report["pipeline"] == pipeline and outcome.provenance["licence"]
    done = [event.done for event in heard if isinstance(event, Progress)]
    assert done == sorted(done) and done[-1] == 1.0
    assert all(event.picture.shape[2] == 3 for event in heard if isinstance(event, Preview))
    if "mask" in kinds:
        assert np.array_equal(outcome.picture[~PIXELS["mask"]], PIXELS["source"][~PIXELS["mask"]])


@real
def test_the_same_seed_gives_the_same_picture_and_depth_words_and_seed_each_make_a_difference(engines, scene):
    make = lambda *kinds, **more: engines["z-image"].make(job(scene, "z-image", *kinds, **more)).picture  # noqa: E731
    plain = make()
    assert np.array_equal(plain, make())
    for other in (make(seed=4), make(prompt="a green apple"), make("depth")):
        assert not np.array_equal(plain, other)


@real
def test_it_is_stopped_between_steps_and_works_again(engines, scene):
    cancel, steps = Cancel(), []

    def hear(event):
        if isinstance(event, Preview):
            steps.append(event.index)
            cancel.now()

    with pytest.raises(Cancelled):
        engines["z-image"].make(job(scene, "z-image", steps=8), hear, cancel)
    assert steps == [0]
    assert engines["z-image"].make(job(scene, "z-image")).picture.shape == (SIDE, SIDE, 3)


@real
def test_previews_are_a_linear_look_fitted_to_the_models_own_encoder(engines, scene):
    engines["z-image"].make(job(scene, "z-image"))
    look = engines["z-image"]._pipes.look
    assert look.matrix.shape == (17, 3) and np.isfinite(look.matrix).all()


@real
def test_previews_come_through_a_tiny_decoder_where_it_was_pulled_and_are_pictures_of_full_size(engines, scene):
    shown, heard = {}, []
    for name in ("sdxl", "z-image"):
        heard.clear()
        report = engines[name].make(job(scene, name, steps=3), heard.append).report
        shown[name] = report["previews"], {event.picture.shape for event in heard if isinstance(event, Preview)}
    assert shown == {"sdxl": ("a tiny decoder", {(SIDE, SIDE, 3)}), "z-image": ("a linear look", {(SIDE // 8, SIDE // 8, 3)})}


@real
def test_a_prompt_that_is_longer_than_a_text_encoder_reads_is_said(engines, scene):
    heard = []
    engines["sdxl"].make(job(scene, "sdxl", prompt="red " * 200), heard.append)
    assert [event.code for event in heard if isinstance(event, Warned)] == ["prompt_cut"]


@real
def test_the_scene_leads_a_real_pipeline(engines, scene):
    painters = {"z-image": engines["z-image"], "stage": NullEngine()}
    engine = Guided("z-image", painters.__getitem__)
    request = Request(prompt="a mug and a cube", engine="z-image+scene", width=SIDE, height=SIDE, seed=1, options={"steps": 2})
    recipe = resolve(request, scene, engine_version="1")
    outcome = engine.make(Job(recipe))
    assert outcome.report["led_by"] == ["depth"] and outcome.report["painter"]["pipeline"] == "ZImageControlNetPipeline"
    assert outcome.report["drift"], "noise is not what the scene has, and it is said"


@real
@pytest.mark.skipif(importlib.util.find_spec("torchvision") is None, reason="torchvision is not installed")
@pytest.mark.parametrize("kinds", [("source",), ("source", "reference")])
def test_qwen_image_edit_changes_a_picture_by_up_to_three_through_its_real_pipeline(weights, scene, kinds):
    sys.path.insert(0, str(Path(__file__).parent))
    import tiny_models

    tiny_models.qwen_image_edit()
    engine = DiffusionEngine("qwen-image-edit")
    outcome = engine.make(job(scene, "qwen-image-edit", *kinds, prompt="make the mug red"))
    other = engine.make(job(scene, "qwen-image-edit", *kinds, prompt="make the mug green"))
    engine.close()
    assert outcome.report["pipeline"] == "QwenImageEditPlusPipeline" and outcome.picture.shape == (SIDE, SIDE, 3)
    assert outcome.picture.std() > 5 and not np.array_equal(outcome.picture, other.picture), "the words make a difference"


# ── a photograph of somebody's, from words to the untouched rest ──


@real
@pytest.mark.parametrize("name", ["flux2-klein", "z-image", "sdxl"])
def test_a_foreign_photograph_is_inpainted_and_widened_by_real_pipelines_and_the_rest_keeps_every_pixel(engines, tmp_path, name):
    from PIL import Image

    from diorama.studio import Settings, Studio, darkroom, retouch
    from diorama.studio.extend import Margins

    photograph = np.random.default_rng(1).integers(0, 255, (300, 420, 3), dtype=np.uint8)
    Image.fromarray(photograph).save(tmp_path / "phone.jpg", quality=95)
    with Studio(Settings(home=tmp_path / "home", engine="null")) as studio:
        studio._engines[name] = engines[name]
        of = darkroom.picture(studio, str(tmp_path / "phone.jpg"))
        there = darkroom.upright(of)
        changes = np.zeros((300, 420), np.uint8)
        changes[100:200, 150:280] = 255
        worked = retouch.painted(studio, of, changes, "a wooden bowl of lemons", name)
        fast = worked.recipe.model_copy(update={"options": {**worked.recipe.options, "steps": 2}})
        rendered = studio.render(fast)
        assert np.array_equal(rendered.outcome.picture[changes == 0], there[changes == 0])
        assert (rendered.outcome.picture[changes > 0] != there[changes > 0]).mean() > 0.8
        assert rendered.source_type == "compositeWithTrainedAlgorithmicMedia"
        wide = retouch.outpainted(studio, of, Margins(right=0.3), "a wall", name)
        fast = wide.recipe.model_copy(update={"options": {**wide.recipe.options, "steps": 2}})
        after = studio.render(fast).outcome.picture
        assert after.shape == (300, 546, 3) and np.array_equal(after[:, :420], there)

"""Any model of fal and Replicate from a form made of its own JSON schema."""

from __future__ import annotations

import pytest

from diorama.contracts import checked, engine
from diorama.engines.hosted.fal import Fal
from diorama.engines.hosted.forms import nearest_ratio
from diorama.engines.hosted.schemas import options_of
from diorama.errors import EngineRefused, RequestError
from diorama.models import Card, Offer, form
from test_hosted import job, with_pictures  # noqa: F401  (job is a fixture)

of_fal = pytest.mark.parametrize("desk", ["fal"], indirect=True)
of_replicate = pytest.mark.parametrize("desk", ["replicate"], indirect=True)


@of_fal
def test_the_options_of_any_app_are_those_of_its_schema_less_what_a_job_says_itself(desk):
    maker = engine("fal:somebody/anything")
    assert set(maker.options.model_fields) == {"guidance_scale", "output_format", "loras"}
    with pytest.raises(RequestError, match="less than or equal to 20"):
        checked(maker.options, {"guidance_scale": 21})
    with pytest.raises(RequestError) as wrong:
        checked(maker.options, {"output_format": "tiff"})
    assert wrong.value.where == "options.output_format"
    assert maker.capabilities().takes == ("reference", "style", "source")


@of_fal
def test_what_a_job_says_goes_where_the_form_has_a_place_for_it(desk, job):  # noqa: F811
    maker = engine("fal:somebody/anything")
    asked = with_pictures(job(maker, options={"guidance_scale": 3.5, "loras": '[{"path": "https://example.org/a.safetensors"}]'}), "reference", "reference")
    maker.make(asked)
    sent = next(call for call in desk.calls if call.method == "POST").json
    assert sent["image_size"] == {"width": 512, "height": 512} and sent["seed"] == 7 and len(sent["image_urls"]) == 2
    assert sent["guidance_scale"] == 3.5 and sent["loras"] == [{"path": "https://example.org/a.safetensors"}]


@of_replicate
def test_a_model_at_replicate_is_asked_by_its_schema_too(desk, job):  # noqa: F811
    maker = engine("replicate:black-forest-labs/flux-schnell")
    assert {"go_fast", "num_inference_steps", "loras"} == set(maker.options.model_fields)
    maker.make(job(maker, size=(1024, 683) if maker.capabilities().sizes is None else maker.capabilities().sizes[1], options={"num_inference_steps": 2}))
    sent = next(call for call in desk.calls if call.method == "POST").json["input"]
    assert sent["aspect_ratio"] in ("16:9", "3:2", "4:3") and sent["num_inference_steps"] == 2


@of_replicate
def test_a_version_is_asked_by_its_name(desk, job):  # noqa: F811
    maker = engine("replicate:owner/model:abc123")
    maker.make(job(maker, options={"input": '{"width": 512, "height": 512}'}))
    order = next(call for call in desk.calls if call.method == "POST")
    assert order.path == "/v1/predictions" and order.json["version"] == "abc123" and order.json["input"]["width"] == 512


@of_fal
def test_a_schema_is_read_once_and_kept(desk):
    engine("fal:somebody/else-app")
    engine("fal:somebody/else-app")
    assert len([call for call in desk.calls if "openapi" in call.path]) == 1


@of_fal
def test_without_a_schema_further_inputs_are_one_json_object(desk, job):  # noqa: F811
    maker = engine("fal:somebody/unknown")
    assert set(maker.options.model_fields) == {"input"}
    with pytest.raises(RequestError) as wrong:
        maker.make(job(maker, options={"input": "[1]"}))
    assert wrong.value.where == "options.input"
    maker.make(job(maker, options={"input": '{"image_size": {"width": 512, "height": 512}}'}))


@of_fal
def test_a_video_model_gives_a_file_and_takes_one_picture(desk, job):  # noqa: F811
    maker = engine("fal:somebody/image-to-video")
    outcome = maker.make(with_pictures(job(maker, "a-video", options={"duration": "5"}), "source"))
    assert outcome.files[0].type == "video/mp4"
    with pytest.raises(EngineRefused):
        engine("replicate:black-forest-labs/flux-schnell").make(
            with_pictures(job(engine("replicate:black-forest-labs/flux-schnell"), size=(1024, 1024)), "source")
        )


@of_fal
def test_without_a_key_an_app_has_the_form_that_fals_own_package_has_of_it(desk, monkeypatch, tmp_path):
    monkeypatch.delenv("FAL_KEY")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    maker = engine("kling-video-v3-pro-text-to-video")
    assert {"duration", "aspect_ratio", "cfg_scale", "input"} & set(maker.options.model_fields) >= {"duration", "input"}
    with pytest.raises(RequestError) as wrong:
        checked(maker.options, {"duration": "an hour"})
    assert wrong.value.where == "options.duration" and not desk.calls, "nobody was asked"


def snapshot(app: str):
    """The engine of an app by the form of fal's own package; the fake holds what it is sent against that."""
    offer = Offer(service="fal", model=app)
    return Fal(Card(name="x", title=app, maker="", kinds=("image",)), offer, f"fal:{app}", form("fal", app))


@of_fal
@pytest.mark.parametrize("app", ["fal-ai/z-image/turbo", "fal-ai/flux/dev", "fal-ai/nano-banana-pro", "fal-ai/bytedance/seedream/v4.5/text-to-image"])
def test_what_is_sent_fits_the_form_of_fals_own_package(desk, job, app):  # noqa: F811
    maker = snapshot(app)
    maker.make(job(maker))
    assert len(desk.billed) == 1


LEADING = [
    ("fal-ai/z-image/turbo/controlnet", ("depth",), {"image_url", "preprocess", "control_scale", "control_end"}),
    ("fal-ai/z-image/turbo/controlnet", ("pose",), {"image_url", "preprocess"}),
    ("fal-ai/sdxl-controlnet-union", ("depth", "pose", "edges"), {"depth_image_url", "openpose_image_url", "canny_image_url", "controlnet_conditioning_scale"}),
]


@of_fal
@pytest.mark.parametrize(("app", "kinds", "fields"), LEADING)
def test_what_leads_goes_ready_made_to_forms_that_have_a_place_for_it(desk, job, app, kinds, fields):  # noqa: F811
    maker = snapshot(app)
    assert set(kinds) <= set(maker.capabilities().takes)
    maker.make(with_pictures(job(maker), *kinds))
    sent = next(call for call in desk.calls if call.method == "POST").json
    assert fields <= set(sent) and sent.get("preprocess", "none") == "none"


@of_fal
@pytest.mark.parametrize(("app", "hint"), [("fal-ai/z-image/turbo/controlnet", "--from-scene"), ("fal-ai/kling-video/v3/pro/image-to-video", "--source")])
def test_what_cannot_be_made_without_a_picture_is_not_ordered(desk, job, app, hint):  # noqa: F811
    maker = snapshot(app)
    with pytest.raises(EngineRefused, match="nothing without a picture") as refused:
        maker.make(job(maker))
    assert refused.value.where == "image" and hint in refused.value.hint and not desk.billed


def test_shapes_and_odd_schemas():
    assert nearest_ratio(1920, 1080, ["1:1", "16:9", "match_input_image"]) == "16:9" and nearest_ratio(1024, 768, []) == "4:3"
    odd = {
        "properties": {
            "class": {"type": "string"},
            "a-b": {"type": "string"},
            "x": {"type": ["string", "null"]},
            "_hidden": {},
            "ok": {"allOf": [{"$ref": "#/definitions/E"}]},
        },
        "definitions": {"E": {"enum": ["a"]}},
    }
    assert set(options_of(odd, set()).model_fields) == {"x", "ok"}

"""The services' own clients talk to our fakes: what a fake answers is what its SDK understands, so that the fakes are not ours alone."""

from __future__ import annotations

import base64
from contextlib import closing

import pytest

from services.desk import KEY, paint


def of(name: str):
    return pytest.mark.parametrize("desk", [name], indirect=True)


PICTURE = paint("a picture", 64, 64)
DATA_URL = "data:image/png;base64," + base64.b64encode(PICTURE).decode()


@of("openai")
def test_openai_generates_edits_and_streams(desk):
    openai = pytest.importorskip("openai")
    with openai.OpenAI(api_key=KEY, base_url=desk.url + "/v1", max_retries=0) as client:
        made = client.images.generate(model="gpt-image-2", prompt="a mug", size="1024x1024", quality="low")
        assert base64.b64decode(made.data[0].b64_json)[:4] == b"\x89PNG" and made.usage.output_tokens == 1000
        edited = client.images.edit(model="gpt-image-2", prompt="a lid", image=[("a.png", PICTURE, "image/png"), ("b.png", PICTURE, "image/png")])
        assert edited.data[0].b64_json
        events = list(client.images.generate(model="gpt-image-2", prompt="a mug", stream=True, partial_images=2))
        assert [event.type for event in events] == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
        with pytest.raises(openai.BadRequestError) as refused:
            client.images.generate(model="gpt-image-2", prompt="refuse-this-prompt")
        assert refused.value.code == "moderation_blocked"


@of("fal")
def test_fal_waits_in_line_and_fetches(desk, monkeypatch):
    fal = pytest.importorskip("fal_client")
    from fal_client import client as module

    monkeypatch.setattr(module, "QUEUE_URL_FORMAT", desk.url + "/")
    client = fal.SyncClient(key=KEY)
    with closing(client._client):  # its connections, which it has no other way to close
        handle = client.submit("fal-ai/flux-2/edit", {"prompt": "a mug", "image_urls": [DATA_URL]})
        seen = [type(event).__name__ for event in handle.iter_events(with_logs=True, interval=0.01)]
        assert seen[0] == "Queued" and seen[-1] == "Completed"
        assert handle.get()["images"][0]["url"].startswith(desk.url)


@of("replicate")
def test_replicate_predicts_and_cancels(desk):
    replicate = pytest.importorskip("replicate")
    client = replicate.Client(api_token=KEY, base_url=desk.url)
    with closing(client._client):
        made = client.models.predictions.create("black-forest-labs/flux-schnell", input={"prompt": "a mug"})
        while made.status not in ("succeeded", "failed"):
            made.reload()
        assert made.output[0].startswith(desk.url)
        other = client.models.predictions.create("black-forest-labs/flux-schnell", input={"prompt": "a mug"})
        other.cancel()
        assert other.status == "canceled"


@of("google")
def test_gemini_shows_its_picture_and_why_there_is_none(desk):
    genai = pytest.importorskip("google.genai")
    from google.genai import types

    with closing(genai.Client(api_key=KEY, http_options=types.HttpOptions(base_url=desk.url, api_version="v1beta"))) as client:
        config = types.GenerateContentConfig(response_modalities=["IMAGE"], image_config=types.ImageConfig(aspect_ratio="1:1", image_size="1K"))
        made = client.models.generate_content(model="gemini-3.1-flash-image", contents="a mug", config=config)
        assert [part for part in made.candidates[0].content.parts if part.inline_data][0].inline_data.data[:4] == b"\x89PNG"
        none = client.models.generate_content(model="gemini-3.1-flash-image", contents="flag-this", config=config)
        assert none.candidates[0].finish_reason == types.FinishReason.IMAGE_SAFETY


@of("openrouter")
def test_openrouter_gives_a_picture_with_its_cost_and_lists_prices(desk):
    openrouter = pytest.importorskip("openrouter")
    with openrouter.OpenRouter(api_key=KEY, server_url=desk.url + "/api/v1") as client:
        made = client.images.generate(model="bytedance-seed/seedream-4.5", prompt="a mug", size="1024x1024")
        assert made.data[0].b64_json and made.usage.cost == 0.0412

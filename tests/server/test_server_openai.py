"""OpenAI's own SDK, unchanged, against the server."""

from __future__ import annotations

import asyncio
import base64
import io
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import openai
import pytest
from PIL import Image

from diorama.image import encode, open_picture, read_metadata


@pytest.fixture
def client(server):
    with openai.OpenAI(base_url=f"{server.address}/v1", api_key="sk-anything", max_retries=0) as made:
        yield made


def in_a_loop(function):
    """What a coroutine function returns, run in a thread of its own: a browser of other tests may hold this thread's loop."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, function()).result()


def opened(datum) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(datum.b64_json)))


def test_a_picture(client, server):
    made = client.images.generate(model="gpt-image-2", prompt="a red mug on a table", size="128x96", quality="low", user="me", moderation="low", background="opaque")
    (datum,) = made.data
    assert opened(datum).size == (128, 96) and opened(datum).format == "PNG"
    assert (made.size, made.quality, made.output_format, made.background) == ("128x96", "low", "png", "opaque")
    assert made.usage.total_tokens == made.usage.input_tokens + made.usage.output_tokens and made.usage.output_tokens == 12 and made.usage.input_tokens_details.text_tokens == 6
    entry = server.app_state.studio.history.get(datum.picture)
    assert entry.recipe.quality == "draft" and base64.b64decode(datum.b64_json) == entry.path.read_bytes()


def test_words_that_ask_for_a_film_are_a_picture_here(client, server):
    made = client.images.generate(prompt="a slow orbit around a red mug", size="64x64")
    assert server.app_state.studio.history.get(made.data[0].picture).files == ()


def test_extensions_at_top_level(client, server):
    reading = server.http.post("/api/readings", json={"prompt": "a blue vase"}).json()
    extra = {"seed": 7, "aspect": "16:9", "preset": "final", "engine": "null"}
    made = client.images.generate(prompt="a red mug", n=2, extra_body=extra)
    assert [datum.seed for datum in made.data] == [7, 8] and made.size == "1024x576"
    made = client.images.generate(prompt="my vase", size="64x64", extra_body={"scene": reading["scene"]})
    scene = server.app_state.studio.history.get(made.data[0].picture).recipe.scene
    assert [subject.noun for subject in scene.subjects if not subject.implied] == ["vase"]


@pytest.mark.parametrize(("format", "kind"), [("jpeg", "JPEG"), ("webp", "WEBP"), ("png", "PNG")])
def test_formats_carry_the_recipe(client, format, kind):
    quality = {} if format == "png" else {"output_compression": 40}
    made = client.images.generate(prompt="a red mug", size="64x64", output_format=format, **quality)
    assert opened(made.data[0]).format == kind and made.output_format == format
    assert read_metadata(base64.b64decode(made.data[0].b64_json))["recipe"]["prompt"] == "a red mug"


def test_urls_lead_to_the_picture(client, server):
    made = client.images.generate(prompt="a red mug", size="64x64", response_format="url")
    assert made.data[0].b64_json is None
    assert Image.open(io.BytesIO(server.http.get(made.data[0].url).content)).size == (64, 64)


def test_legacy_parameters(client):
    made = client.images.generate(model="dall-e-3", prompt="a red mug.", size="256x256", quality="hd", style="vivid")
    assert made.data[0].revised_prompt == "a red mug, vivid colors"


def test_asynchronously(server):
    async def both():
        async with openai.AsyncOpenAI(base_url=f"{server.address}/v1", api_key="sk-anything") as client:
            return await asyncio.gather(*(client.images.generate(prompt=f"{k} mugs", size="64x64") for k in range(2, 6)))

    made = in_a_loop(both)
    assert len({one.data[0].picture for one in made}) == 4


def test_streaming_with_real_partial_images(client):
    events = list(client.images.generate(prompt="a red mug", size="256x64", stream=True, partial_images=2, output_format="jpeg"))
    assert [event.type for event in events] == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    assert [event.partial_image_index for event in events[:2]] == [0, 1]
    pictures = [np.asarray(opened(event).convert("RGB")).astype(int) for event in events]
    assert all(opened(event).format == "JPEG" and opened(event).size == (256, 64) for event in events)
    assert np.abs(pictures[0] - pictures[1]).max() > 50 and np.abs(pictures[1] - pictures[2]).max() > 50, "each shows another step"
    assert events[-1].usage.output_tokens == 16 and events[-1].size == "256x64" and events[-1].created_at > 1.7e9


@pytest.mark.parametrize(("wanted", "told"), [(0, 0), (1, 1), (3, 2)])
def test_as_many_partial_images_as_asked_and_there_are(client, wanted, told):
    events = list(client.images.generate(prompt="a red mug", size="64x64", stream=True, partial_images=wanted))
    assert [event.type.split(".")[1] for event in events] == ["partial_image"] * told + ["completed"]


def test_streaming_several(client):
    events = list(client.images.generate(prompt="a red mug", size="64x64", n=3, stream=True))
    assert len(events) == 3 and len({event.picture for event in events}) == 3


def test_streaming_asynchronously(server):
    async def go():
        async with openai.AsyncOpenAI(base_url=f"{server.address}/v1", api_key="k") as client:
            return [event.type async for event in await client.images.generate(prompt="a mug", size="64x64", stream=True, partial_images=1)]

    assert in_a_loop(go) == ["image_generation.partial_image", "image_generation.completed"]


def card(width=96, height=64, alpha=None) -> io.BytesIO:
    pixels = np.full((height, width, 3 if alpha is None else 4), 128, np.uint8)
    if alpha is not None:
        pixels[..., 3] = alpha
    file = io.BytesIO(encode(pixels))
    file.name = "card.png"
    return file


def test_editing_with_a_mask(client, server):
    alpha = np.full((64, 96), 255, np.uint8)
    alpha[10:20, 5:30] = 0
    made = client.images.edit(image=[card(), card(32, 32)], mask=card(alpha=alpha), prompt="a red mug", n=1, size="auto", input_fidelity="high", extra_body={"seed": 3, "options": {"seconds": 0.1}})
    before, after = open_picture(card().getvalue()), open_picture(base64.b64decode(made.data[0].b64_json))
    assert np.array_equal(after[alpha == 255], before[alpha == 255]) and not np.array_equal(after[alpha == 0], before[alpha == 0])
    recipe = server.app_state.studio.history.get(made.data[0].picture).recipe
    assert [given.kind for given in recipe.inputs] == ["source", "reference", "mask"], "so that it can be made again"
    assert made.size == "96x64" and made.data[0].seed == 3 and made.usage.input_tokens_details.image_tokens == 6 + 1
    assert recipe.options == {"seconds": 0.1}


def test_editing_as_a_stream(client):
    events = list(client.images.edit(image=card(), prompt="a red mug", stream=True, partial_images=1))
    assert [event.type for event in events] == ["image_edit.partial_image", "image_edit.completed"]


@pytest.mark.parametrize(("size", "made"), [((40, 20), "128x64"), ((5000, 2500), "4096x2048"), ((301, 200), "301x200")])
def test_an_edit_has_the_size_of_its_picture_or_the_nearest_there_is(client, size, made):
    assert client.images.edit(image=card(*size), prompt="a red mug").size == made


def test_an_edit_of_our_own_picture_has_it_as_parent(client, server):
    first = client.images.generate(prompt="a red mug", size="64x64").data[0]
    again = client.images.edit(image=("a.png", base64.b64decode(first.b64_json)), prompt="a blue mug").data[0]
    assert server.app_state.studio.history.get(again.picture).parent == first.picture


def test_models(client):
    names = [model.id for model in client.models.list()]
    assert {"null", "stage"} <= set(names)
    assert client.models.retrieve("null").object == "model"

"""What programs are used to from OpenAI's API: which form an answer has, what is taken silently, what a refusal says."""

from __future__ import annotations

import base64
import io

import httpx
import numpy as np
import openai
import pytest
from PIL import Image

from diorama.image import encode


@pytest.fixture
def client(server):
    with openai.OpenAI(base_url=f"{server.address}/v1", api_key="sk-anything", max_retries=0) as made:
        yield made


def generate(server, **more) -> httpx.Response:
    return server.http.post("/v1/images/generations", json={"prompt": "a red mug", "size": "64x64", **more})


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        ({"model": "dall-e-3"}, "url"), ({"model": "dall-e-2"}, "url"), ({"model": "gpt-image-2"}, "b64_json"), ({"model": "null"}, "b64_json"), ({}, "b64_json"),
        ({"model": "dall-e-3", "response_format": "b64_json"}, "b64_json"), ({"model": "gpt-image-2", "response_format": "url"}, "url"),
    ],
)  # fmt: skip
def test_a_url_for_dall_e_names_else_base64_never_both(server, client, sent, form):
    assert set(generate(server, **sent).json()["data"][0]) & {"url", "b64_json"} == {form}
    datum = client.images.generate(prompt="a red mug", size="64x64", **sent).data[0]
    data = server.http.get(datum.url).content if form == "url" else base64.b64decode(datum.b64_json)
    assert Image.open(io.BytesIO(data)).size == (64, 64)


def test_an_edit_with_a_dall_e_name_too(client):
    made = client.images.edit(model="dall-e-2", image=("a.png", encode(np.full((64, 64, 3), 90, np.uint8))), prompt="a red mug")
    assert made.data[0].url and made.data[0].b64_json is None


def test_a_url_is_compressed_as_asked(server):
    sizes = []
    for compression in (5, 100):
        url = generate(server, response_format="url", output_format="jpeg", output_compression=compression).json()["data"][0]["url"]
        sizes.append(len(server.http.get(url).content))
    assert sizes[0] < sizes[1]


@pytest.mark.parametrize("taken", [{"complexity": "high"}, {"output_compression": 100}, {"n": 1.0, "seed": 7.0}, {"partial_images": 0.0}, {"svg": None, "frame_count": None}])
def test_what_newer_sdks_send_is_taken(server, taken):
    answer = generate(server, **taken)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("wrong", [{"n": 1.5}, {"n": "1"}, {"n": True}, {"complexity": "extreme"}, {"output_compression": 90}])
def test_what_is_not_meant_so_is_not_guessed(server, wrong):
    assert generate(server, **wrong).status_code == 400 and generate(server, **wrong).json()["error"]["param"] == next(iter(wrong))


@pytest.mark.parametrize("given", [{"svg": {"model": "m"}}, {"frame_count": 4}, {"frame_duration_ms": 100}, {"markup": "x"}])
def test_what_is_not_made_here_is_refused_by_name(client, given):
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.generate(prompt="a mug", extra_body=given)
    assert raised.value.code == "unsupported_value" and raised.value.param == next(iter(given)) and raised.value.param in raised.value.message


def test_also_among_the_files_of_an_edit(client):
    file = encode(np.full((64, 64, 3), 90, np.uint8))
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.edit(image=("a.png", file), markup=("m.png", file), prompt="a mug")
    assert raised.value.code == "unsupported_value" and raised.value.param == "markup"


def test_sdks_show_the_message_only_so_it_says_where_and_what_would_help(client, server):
    with pytest.raises(openai.BadRequestError, match=r"negative_prompt: no such field \(remove it or correct its name\)"):
        client.images.generate(prompt="a mug", extra_body={"negative_prompt": "text"})
    with pytest.raises(openai.NotFoundError, match=r"there is no model 'flux-9' \(GET /v1/models lists them\)"):
        client.images.generate(prompt="a mug", model="flux-9")
    ours = server.http.post("/api/jobs", json={"prompt": "a mug", "negative_prompt": "text"}).json()["error"]
    assert ours["message"] == "no such field" and ours["hint"], "our own API has a field for each"


@pytest.mark.parametrize("name", ["gpt-image-2", "gpt-image-2-2026-04-21", "chatgpt-image-latest", "dall-e-3", "null", "stage", "diorama"])
def test_every_name_that_can_be_generated_with_can_be_looked_up(client, name):
    assert client.models.retrieve(name).id == name


def test_the_list_holds_the_names_that_programs_filter_by(client):
    names = [model.id for model in client.models.list()]
    assert [name for name in names if "gpt-image" in name] and [name for name in names if "dall-e" in name] and len(names) == len(set(names))
    for name in names:
        assert client.models.retrieve(name).id == name


@pytest.mark.parametrize(("sent", "told"), [("auto", "medium"), ("low", "low"), ("standard", "medium"), ("hd", "high"), ("max", "high"), (None, "medium")])
def test_the_quality_told_is_one_of_openais_words(server, sent, told):
    assert generate(server, **({"quality": sent} if sent else {})).json()["quality"] == told


# ── HEAD ──


def test_head_works_wherever_get_does(server):
    picture = server.make()["picture"]
    paths = ["/", "/healthz", "/v1/models", "/v1/models/null", "/api/pictures", f"/api/pictures/{picture}", f"/api/pictures/{picture}/file", f"/api/pictures/{picture}/thumbnail", "/api/jobs"]
    for path in [*paths, "/api/openapi.json", "/metrics", "/api/nothing"]:
        get, head = server.http.get(path), server.http.head(path)
        assert (head.status_code, head.content) == (get.status_code, b""), path
        assert head.headers["content-type"] == get.headers["content-type"] and (path == "/metrics" or head.headers.get("content-length") == get.headers.get("content-length")), path
    assert "HEAD" in server.http.put("/api/jobs").headers["allow"] and server.http.head("/v1/images/generations").status_code == 405


def test_head_of_a_stream_ends(server):
    answer = server.http.head("/api/events", timeout=5)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/event-stream")


# ── forms ──


def send(server, *parts) -> httpx.Response:
    return server.http.post("/v1/images/edits", files=[("prompt", (None, "a red mug")), *parts])


@pytest.mark.parametrize("format", ["png", "jpeg", "webp"])
def test_a_picture_without_a_file_name_is_a_picture(server, format):
    file = encode(np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8).astype(np.uint8), format)
    for name in ("image", "image[]"):
        assert send(server, (name, (None, file))).status_code == 200


def test_a_mask_without_a_file_name_too(server):
    pixels = np.full((64, 64, 4), 255, np.uint8)
    assert send(server, ("image", (None, encode(pixels[..., :3]))), ("mask", (None, encode(pixels)))).status_code == 200


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ([("image", (None, "https://example.com/a.png"))], "image came as text ('https://example.com/a.png'), not as a file"),
        ([(f"image[{k}]", (None, str(k))) for k in range(16)], "toFile"), ([(f"image[{k}]", (None, "7")) for k in range(5000)], "toFile"), ([], "image"),
        ([("image", ("a.png", b"x")), ("mask", ("a.png", b"x")), ("mask", ("a.png", b"x"))], "mask is given twice"),
    ],
)  # fmt: skip
def test_a_form_that_went_wrong_says_how(server, parts, says):
    """OpenAI's SDK for Node sends a Buffer as one field a byte."""
    answer = send(server, *parts)
    assert answer.status_code == 400 and says in answer.json()["error"]["message"], answer.text


def test_what_is_no_form_says_so(server):
    answer = server.http.post("/v1/images/edits", content=b"x", headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 400 and "boundary" in answer.json()["error"]["message"]

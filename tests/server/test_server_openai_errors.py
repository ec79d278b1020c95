"""Every error class of OpenAI's SDK, as it is met."""

from __future__ import annotations

import io
import threading
import time

import httpx
import numpy as np
import openai
import pytest

from diorama.errors import EngineUnavailable, WorkerLost
from diorama.image import encode


@pytest.fixture
def client(server):
    with openai.OpenAI(base_url=f"{server.address}/v1", api_key="sk-anything", max_retries=2) as made:
        yield made


def body(raised) -> dict:
    assert raised.value.request_id.startswith("req_")
    assert set(raised.value.body) == {"message", "type", "param", "code", "hint", "retry", "retry_after"}
    return raised.value.body


@pytest.mark.parametrize(
    ("more", "param", "code"),
    [
        ({"prompt": ""}, "prompt", "invalid_value"), ({"prompt": "x" * 32_001}, "prompt", "invalid_value"), ({"prompt": "a mug", "n": 11}, "n", "invalid_value"),
        ({"prompt": "a mug", "size": "10x10"}, "width", None), ({"prompt": "a mug", "size": "huge"}, "size", "invalid_value"),
        ({"prompt": "a mug", "background": "transparent", "extra_body": {"engine": "null"}}, "background", "unsupported_value"),
        ({"prompt": "a mug", "background": "transparent", "output_format": "jpeg"}, "output_format", "unsupported_value"), ({"prompt": "a mug", "output_format": "gif"}, "output_format", "unsupported_value"),
        ({"prompt": "a mug", "output_compression": 50}, "output_compression", "unsupported_value"),
        ({"prompt": "a mug", "extra_body": {"negative_prompt": "text"}}, "negative_prompt", "unknown_parameter"),
        ({"prompt": "a mug", "extra_body": {"scene": {"version": 99}}}, None, None),
    ],
)  # fmt: skip
def test_bad_request(client, more, param, code):
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.generate(**more)
    told = body(raised)
    assert told["type"] == "invalid_request_error" and (param is None or told["param"] == param) and (code is None or told["code"] == code)


def test_the_message_names_the_field_where_its_name_is_part_of_another_word(client):
    with pytest.raises(openai.BadRequestError, match=r"n: '11': Input should be less than or equal to 10"):
        client.images.generate(prompt="a mug", n=11)


@pytest.mark.parametrize("sent", [b'{"prompt":', b"{'prompt': 'a mug'}", b'{"prompt": "a mug",}'])
def test_a_body_that_is_not_json(server, sent):
    told = httpx.post(f"{server.address}/v1/images/generations", content=sent, headers={"content-type": "application/json"}).json()["error"]
    assert told["param"] == "body" and told["code"] == "invalid_json" and "not JSON" in told["message"]


def test_moderation(client):
    with pytest.raises(openai.BadRequestError) as raised:
        client.images.generate(prompt="a mug, refuse-this-prompt", size="64x64")
    assert body(raised)["code"] == "moderation_blocked"


def test_authentication_and_names(run_server, tmp_path, server):
    with pytest.raises(Exception, match="no token"), run_server(tmp_path, require_token=True):
        pass
    from diorama.server.auth import Tokens

    secret = Tokens(tmp_path / "tokens.json").add("ann")
    with run_server(tmp_path, require_token=True) as closed:
        with pytest.raises(openai.AuthenticationError) as raised:
            openai.OpenAI(base_url=f"{closed.address}/v1", api_key="wrong").images.generate(prompt="a mug")
        assert body(raised)["code"] == "invalid_api_key"
        made = openai.OpenAI(base_url=f"{closed.address}/v1", api_key=secret).images.generate(prompt="a mug", size="64x64")
        assert closed.app_state.studio.history.get(made.data[0].picture).owner == "ann"


def test_permission_denied(server):
    client = openai.OpenAI(base_url=f"{server.address}/v1", api_key="k", default_headers={"Origin": "https://elsewhere.example"})
    with pytest.raises(openai.PermissionDeniedError) as raised:
        client.images.generate(prompt="a mug")
    assert body(raised)["code"] == "foreign_origin"


def test_not_found(client):
    with pytest.raises(openai.NotFoundError) as raised:
        client.images.generate(prompt="a mug", model="flux-9")
    assert body(raised)["code"] == "model_not_found" and body(raised)["param"] == "model"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("nothing")


def test_gone_when_somebody_cancels(client, server):
    def cancel():
        end = time.monotonic() + 10
        while not (running := server.http.get("/api/jobs?state=running").json()["jobs"]):
            assert time.monotonic() < end
        server.http.post(f"/api/jobs/{running[0]['id']}/cancel")

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(openai.APIStatusError) as raised:
        client.images.generate(prompt="a mug", size="64x64", extra_body={"options": {"seconds": 60}})
    thread.join()
    assert body(raised)["code"] == "job_cancelled" and raised.value.status_code == 410
    assert not server.http.get("/api/jobs?state=running").json()["jobs"], "not tried again by the SDK"


def test_unprocessable_when_a_key_is_used_twice(client):
    headers = {"Idempotency-Key": "one"}
    first = client.images.generate(prompt="a mug", size="64x64", extra_headers=headers)
    assert client.images.generate(prompt="a mug", size="64x64", extra_headers=headers).data[0].picture == first.data[0].picture
    with pytest.raises(openai.UnprocessableEntityError) as raised:
        client.images.generate(prompt="a vase", size="64x64", extra_headers=headers)
    assert body(raised)["code"] == "idempotency_key_reused"


def test_rate_limit_by_quota_and_by_queue(run_server, tmp_path):
    from diorama.server.auth import Tokens

    secret = Tokens(tmp_path / "tokens.json").add("ann", quota=2)
    with run_server(tmp_path, require_token=True, max_queue=3) as closed:
        client = openai.OpenAI(base_url=f"{closed.address}/v1", api_key=secret, max_retries=0)
        client.images.generate(prompt="a mug", size="64x64", n=2)
        with pytest.raises(openai.RateLimitError) as raised:
            client.images.generate(prompt="a mug", size="64x64")
        assert body(raised)["code"] == "insufficient_quota" and raised.value.response.headers["x-should-retry"] == "false"
        other = Tokens(tmp_path / "tokens.json").add("bob")
        with pytest.raises(openai.RateLimitError) as raised:
            openai.OpenAI(base_url=f"{closed.address}/v1", api_key=other, max_retries=0).images.generate(prompt="a mug", size="64x64", n=4)
        assert body(raised)["code"] == "queue_full" and raised.value.response.headers["retry-after"]


@pytest.mark.parametrize(("wrong", "status"), [(WorkerLost("the worker was lost"), 500), (EngineUnavailable("not installed"), 503), (ValueError("a secret of ours"), 500)])
def test_internal_errors_say_what_they_may(client, server, monkeypatch, wrong, status):
    def fail(*_, **__):
        raise wrong

    monkeypatch.setattr(server.app_state.studio, "render", fail)
    before = len(server.http.get("/api/jobs?limit=500").json()["jobs"])
    with pytest.raises(openai.InternalServerError) as raised:
        client.images.generate(prompt="a mug", size="64x64")
    assert raised.value.status_code == status and "secret" not in raised.value.message
    assert len(server.http.get("/api/jobs?limit=500").json()["jobs"]) == before + 1, "not tried again by the SDK"


def test_an_error_in_a_stream(client):
    with pytest.raises(openai.APIError, match="refused on request"):
        list(client.images.generate(prompt="a mug, refuse-this-prompt", size="64x64", stream=True, partial_images=1))


def test_a_connection_that_is_lost_loses_nothing(server):
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server.address}/v1/images/generations", json={"prompt": "a mug that takes its time", "size": "64x64", "options": {"seconds": 1.5}}, timeout=0.5)
    (job,) = [job for job in server.http.get("/api/jobs").json()["jobs"] if job["prompt"] == "a mug that takes its time"]
    assert server.until(job["id"], "done")["picture"]


def test_no_connection():
    with pytest.raises(openai.APIConnectionError):
        openai.OpenAI(base_url="http://127.0.0.1:9/v1", api_key="k", max_retries=0).models.list()


def picture(height=64, width=96, channels=3) -> io.BytesIO:
    file = io.BytesIO(encode(np.full((height, width, channels), 200, np.uint8)))
    file.name = "p.png"
    return file


@pytest.mark.parametrize(
    ("files", "param", "says"),
    [
        ({"image": b"no picture"}, "image", "not a picture"), ({"image": b""}, "image", "empty"),
        ({"image": picture(), "mask": picture(32, 32, 4)}, "mask", "32x32"), ({"image": picture(), "mask": picture()}, "mask", "transparent"),
        ({"image": [picture() for _ in range(17)]}, "image", "17 pictures"),
    ],
)  # fmt: skip
def test_pictures_that_are_none(client, files, param, says):
    with pytest.raises(openai.BadRequestError, match=says) as raised:
        client.images.edit(prompt="a mug", **files)
    assert body(raised)["param"] == param


def test_the_stage_says_what_it_needs(client):
    with pytest.raises(openai.BadRequestError, match="no mask") as raised:
        client.images.edit(model="stage", image=picture(), mask=picture(channels=4), prompt="a red mug")
    assert body(raised)["code"] == "engine_refused"
    with pytest.raises(openai.BadRequestError, match="there is none in this picture"):
        client.images.edit(model="stage", image=picture(), prompt="make the mug red")


def test_what_is_too_large(run_server, tmp_path):
    with run_server(tmp_path, max_body=1, max_pixels=20_000) as small:
        client = openai.OpenAI(base_url=f"{small.address}/v1", api_key="k", max_retries=0)
        with pytest.raises(openai.APIStatusError) as raised:
            client.images.edit(image=io.BytesIO(bytes(2 << 20)), prompt="a mug")
        assert raised.value.status_code == 413
        with pytest.raises(openai.BadRequestError, match="too many pixels"):
            client.images.edit(image=picture(200, 200), prompt="a mug")
        chunks = (b"x" * 65536 for _ in range(40))
        answer = httpx.post(f"{small.address}/api/jobs", content=chunks, headers={"content-type": "application/json"})
        assert answer.status_code == 413, "counted where no length is told"

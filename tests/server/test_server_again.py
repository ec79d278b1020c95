"""Asking again: who got no answer, and asks the same once more, waits for the same picture; who got one, gets another. docs/decisions/0012-asking-again.md"""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import numpy as np
import openai
import pytest

from diorama.errors import EngineUnreachable, WorkerLost
from diorama.image import encode
from diorama.jobs import making
from diorama.jobs.worker import MOST_ATTEMPTS

SLOW = 1.5
"""Seconds that the engine takes where somebody gives up."""


@pytest.fixture
def body(request):
    """A request that no other test sends."""
    return {"prompt": f"a mug for {request.node.name}"[:200], "size": "64x64", "options": {"seconds": SLOW}}


def ask(server, body, path="generations", **more) -> httpx.Response:
    return httpx.post(f"{server.address}/v1/images/{path}", json=body, **{"timeout": 30, **more})


def give_up(server, body, after=0.4, **more) -> None:
    """Ask, and hang up before the answer; the order is written down when this is back, however slow the server is."""
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server.address}/v1/images/generations", json=body, timeout=after, **more)
    end = time.monotonic() + 20
    while not jobs(server, body) and time.monotonic() < end:
        time.sleep(0.02)


def jobs(server, body) -> list[dict]:
    return [job for job in server.http.get("/api/jobs?limit=500").json()["jobs"] if job["prompt"] == body["prompt"]]


def sdk(server, kind=openai.OpenAI, **more):
    return kind(base_url=f"{server.address}/v1", api_key="k", **more)


def test_who_gave_up_and_asks_again_waits_for_the_same_picture(server, body):
    give_up(server, body)
    made = ask(server, body)
    assert made.status_code == 200 and len(jobs(server, body)) == 1 and made.json()["data"][0]["job"] == jobs(server, body)[0]["id"]


def test_also_where_it_was_made_in_between(server, body):
    give_up(server, body)
    first = server.until(jobs(server, body)[0]["id"], "done")["picture"]
    assert ask(server, body).json()["data"][0]["picture"] == first, "nobody had got it"
    assert ask(server, body).json()["data"][0]["picture"] != first, "now somebody has: another is wanted"
    assert len(jobs(server, body)) == 2


def test_the_same_twice_in_a_row_is_two_pictures(server, body):
    body["options"] = {"seconds": 0}
    assert len({ask(server, body).json()["data"][0]["picture"] for _ in range(3)}) == 3


def test_the_same_at_a_time_is_as_many_pictures(server, body):
    """LangChain for JavaScript asks so for several."""
    body["options"] = {"seconds": 0.3}
    with ThreadPoolExecutor(4) as threads:
        made = [one.json()["data"][0]["seed"] for one in threads.map(lambda _: ask(server, body), range(4))]
    assert len(set(made)) == 4


def test_several_that_gave_up_each_come_back_to_their_own(server, body):
    body["options"] = {"seconds": 0.5}
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: give_up(server, body, 0.3), range(3)))
        made = [one.json()["data"][0]["job"] for one in threads.map(lambda _: ask(server, body), range(3))]
    assert set(made) == {job["id"] for job in jobs(server, body)} and len(made) == 3


def test_who_says_that_it_is_a_repeat_joins_even_where_the_first_line_seems_open(server, body):
    """A proxy may hold the line that the client has dropped."""
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(ask, server, body)
        while not jobs(server, body):
            time.sleep(0.01)
        again = threads.submit(ask, server, body, headers={"x-stainless-retry-count": "1"})
        assert first.result().json()["data"] == again.result().json()["data"] and len(jobs(server, body)) == 1


def test_who_says_so_gets_the_answer_that_was_lost_on_its_way(server, body):
    body["options"] = {"seconds": 0}
    first = ask(server, body).json()["data"]
    assert ask(server, body, headers={"x-stainless-retry-count": "1"}).json()["data"] == first
    assert ask(server, body, headers={"x-stainless-retry-count": "0"}).json()["data"] != first


def test_another_body_or_owner_or_key_is_another_picture(server, body):
    give_up(server, body)
    other = body | {"seed": 5}
    assert ask(server, other).json()["data"][0]["seed"] == 5
    ask(server, body, headers={"idempotency-key": body["prompt"]})
    assert len(jobs(server, body)) == 3


def test_after_a_restart_it_is_still_the_same_picture(run_server, tmp_path, body):
    with run_server(tmp_path) as first:
        give_up(first, body)
        (before,) = jobs(first, body)
    with run_server(tmp_path) as second:
        assert ask(second, body).json()["data"][0]["job"] == before["id"] and len(jobs(second, body)) == 1


def test_who_asks_while_it_goes_down_is_told_to_come_again(run_server, tmp_path, body):
    body["options"] = {"seconds": 30}
    with ThreadPoolExecutor(1) as threads, run_server(tmp_path) as server:
        waiting = threads.submit(ask, server, body)
        while not jobs(server, body):
            time.sleep(0.01)
        server.app_state.queue.hub.close()
        refused = waiting.result()
    assert refused.status_code == 503 and refused.headers["x-should-retry"] == "true" and refused.headers["retry-after"]


def test_an_edit_is_joined_too(server, body):
    form = {"prompt": body["prompt"], "options": '{"seconds": 1.5}', "size": "64x64"}
    address, file = f"{server.address}/v1/images/edits", encode(np.full((64, 64, 3), 90, np.uint8))
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(address, data=form, files={"image": ("a.png", file)}, timeout=0.5)
    assert httpx.post(address, data=form, files={"image": ("b.png", file)}, timeout=30).status_code == 200 and len(jobs(server, body)) == 1


def test_a_stream_that_broke_is_taken_up_again(server, body):
    wish = body | {"stream": True, "partial_images": 1}
    with httpx.stream("POST", f"{server.address}/v1/images/generations", json=wish, timeout=30) as stream:
        next(stream.iter_lines())
    assert "image_generation.completed" in ask(server, wish).text and len(jobs(server, body)) == 1


# ── how long an answer waits ──


@pytest.mark.parametrize("patience", [2.0, 3.0])
def test_openais_sdk_gets_its_picture_however_short_its_patience(server, body, patience):
    with sdk(server, timeout=patience) as client:
        made = client.images.generate(prompt=body["prompt"], size="64x64", extra_body={"options": {"seconds": 7}})
    assert len(jobs(server, body)) == 1 and made.data[0].job == jobs(server, body)[0]["id"]


def test_and_asynchronously(server, body):
    async def go():
        async with sdk(server, openai.AsyncOpenAI, timeout=2) as client:
            return await client.images.generate(prompt=body["prompt"], size="64x64", extra_body={"options": {"seconds": 7}})

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(asyncio.run, go()).result().data[0].b64_json
    assert len(jobs(server, body)) == 1


def test_and_as_a_stream(server, body):
    with sdk(server, timeout=2, max_retries=0) as client:
        events = list(client.images.generate(prompt=body["prompt"], size="64x64", stream=True, extra_body={"options": {"seconds": 7}}))
    assert [event.type for event in events] == ["image_generation.completed"] and len(jobs(server, body)) == 1


def test_who_does_not_ask_again_is_told_where_the_picture_will_be(server, body):
    with pytest.raises(openai.InternalServerError, match="ask again with the same body.*job_") as raised, sdk(server, timeout=2, max_retries=0) as client:
        client.images.generate(prompt=body["prompt"], size="64x64", extra_body={"options": {"seconds": 7}})
    assert raised.value.status_code == 504 and raised.value.body["code"] == "still_working"
    assert raised.value.response.headers["x-should-retry"] == "true" and raised.value.response.headers["retry-after"] == "1"


def test_who_counts_no_tries_is_sent_spaces_that_json_skips(run_server, tmp_path, body):
    with run_server(tmp_path, wait_seconds=0.5) as server, httpx.stream("POST", f"{server.address}/v1/images/generations", json=body, timeout=5) as answer:
        assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
        answer.read()
    assert answer.text.startswith("  ") and answer.json()["data"][0]["b64_json"] and "content-length" not in answer.headers


def test_who_hangs_up_is_no_fault_of_ours(server, body, caplog):
    give_up(server, body)
    server.until(jobs(server, body)[0]["id"], "done")
    assert not [record for record in caplog.records if record.levelname == "ERROR"], caplog.text


@pytest.mark.parametrize("headers", [{}, {"x-stainless-retry-count": "1"}])
def test_who_hung_up_without_a_word_is_not_kept_waiting_as_long_again(server, body, headers):
    """OpenAI's SDK for Node does not announce the patience that its client was made with."""
    body["options"] = {"seconds": 8}
    give_up(server, body, 2)
    answer = ask(server, body, headers=headers, timeout=httpx.Timeout(2))
    assert answer.status_code == 200 and answer.text.startswith("  ") and len(jobs(server, body)) == 1


def test_a_failure_before_the_first_sign_of_life_has_its_status(server, body, monkeypatch):
    fail_after(server, monkeypatch, 0.2)
    assert ask(server, body).status_code == 500


def test_a_failure_after_it_is_told_to_who_asks_again(server, body, monkeypatch):
    """The line is cut, the SDK asks once more, and hears the truth; nothing is made a second time."""
    fail_after(server, monkeypatch, 5)
    with pytest.raises(openai.InternalServerError, match="the worker was lost"), sdk(server, timeout=2) as client:
        client.images.generate(prompt=body["prompt"], size="64x64")
    assert [job["state"] for job in jobs(server, body)] == ["failed"]


def test_a_failure_that_passes_is_tried_anew_by_who_asks_again(server, body, monkeypatch):
    """The queue has tried by itself before, as often as it does."""
    monkeypatch.setattr(making, "BACKOFF", 0.01)
    real, failures = server.app_state.studio.render, [EngineUnreachable("no connection") for _ in range(MOST_ATTEMPTS)]

    def render(*told, **more):
        if failures:
            raise failures.pop()
        return real(*told, **more)

    monkeypatch.setattr(server.app_state.studio, "render", render)
    with sdk(server) as client:
        assert client.images.generate(prompt=body["prompt"], size="64x64").data[0].b64_json
    assert [job["state"] for job in jobs(server, body)] == ["done", "failed"]


def fail_after(server, monkeypatch, seconds):
    def render(*_, **__):
        time.sleep(seconds)
        raise WorkerLost("the worker was lost")

    monkeypatch.setattr(server.app_state.studio, "render", render)


# ── some of several ──


def cancel_one(server, body):
    while len(own := jobs(server, body)) < 3:
        time.sleep(0.01)
    server.http.post(f"/api/jobs/{own[0]['id']}/cancel")


@pytest.mark.parametrize("stream", [False, True])
def test_of_three_with_one_cancelled_the_others_arrive(server, body, stream):
    body["options"] = {"seconds": 0.5}
    thread = threading.Thread(target=cancel_one, args=(server, body))
    thread.start()
    with sdk(server, max_retries=0) as client:
        made = client.images.generate(prompt=body["prompt"], size="64x64", n=3, stream=stream, extra_body={"options": body["options"]})
        if stream:
            events = list(made)
            assert sorted(event.type for event in events) == ["image_generation.completed"] * 2 + ["image_generation.failed"]
        else:
            assert len(made.data) == 2 and made.missing[0]["state"] == "cancelled" and made.missing[0]["error"]["code"] == "job_cancelled"
    thread.join()

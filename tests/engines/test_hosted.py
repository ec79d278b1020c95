"""Hosted engines against fakes of their services that misbehave: nothing is paid twice, a refusal is told as one, the key stays where it belongs."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import numpy as np
import pytest

from diorama.contracts import Cancel, Job, Progress, Queued, Submitted, engine
from diorama.engines.hosted.http import Http
from diorama.errors import Cancelled, ContentRefused, EngineAuth, EngineBusy, EngineError, EngineQuota, EngineRefused, EngineTimeout
from diorama.recipe import Input, Request, resolve
from services.desk import KEY, Reply, once


@pytest.fixture
def job(scene):
    """A job for an engine, with what differs from a small plain one."""

    def make(maker, prompt="a mug", **more):
        width, height = more.pop("size", None) or (maker.capabilities().sizes or ((512, 512),))[0]
        request = Request(prompt=prompt, width=width, height=height, seed=7, engine=maker.capabilities().name, options=more.pop("options", {}))
        return replace(Job(resolve(request, scene, engine_version="1")), **more)

    return make


def with_pictures(job: Job, *kinds: str) -> Job:
    shape = (job.recipe.height, job.recipe.width)
    mask = np.zeros(shape, bool)
    mask[10:50, 20:90] = True
    inputs = tuple(Input(kind=kind, sha256=f"{k:064x}") for k, kind in enumerate(kinds))
    depth = np.tile(np.linspace(1, 4, shape[1], dtype=np.float32), (shape[0], 1))
    pictures = tuple({"mask": mask, "depth": depth}[kind] if kind in ("mask", "depth") else np.full((*shape, 3), 30 + 40 * k, np.uint8) for k, kind in enumerate(kinds))
    return replace(job, recipe=job.recipe.model_copy(update={"inputs": inputs}), pictures=pictures)


each = pytest.mark.parametrize("desk", ["fal"], indirect=True)


@each
def test_its_place_in_line_and_its_progress_are_told(desk, job):
    heard = []
    engine("fal").make(job(engine("fal")), heard.append)
    assert [one.position for one in heard if isinstance(one, Queued)] == [1]
    assert (0.5, "step 2 of 4") in [(one.done, one.text) for one in heard if isinstance(one, Progress)], "not the bar of blocks that its log has"


@each
def test_after_a_crash_it_is_fetched_by_its_remote_id_and_not_ordered_again(desk, job):
    maker, remote = engine("fal"), []
    with pytest.raises(SystemExit):  # the process is lost as soon as the id is written down
        maker.make(job(maker), lambda event: (remote.append(event.remote_id), exit(1)) if isinstance(event, Submitted) else None)
    assert engine("fal").resume(remote[0], job(maker)).picture.shape == (512, 512, 3)
    assert len(desk.billed) == 1


@each
def test_an_answer_that_is_lost_is_not_asked_for_again(desk, job):
    desk.trouble.append(once("^/fal-ai", Reply(hang_up=True)))
    with pytest.raises(EngineTimeout):
        engine("fal").make(job(engine("fal")))
    assert len([call for call in desk.calls if call.method == "POST"]) == 1


@each
@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(401, {"detail": "no such key"}), EngineAuth),
        (Reply(429, {"detail": "slow down"}, {"retry-after": "7"}), EngineBusy),
        (Reply(502, "<html>bad gateway"), EngineTimeout),
        (Reply(403, {"detail": "User is locked. Reason: Exhausted balance."}), EngineQuota),
        (Reply(422, {"detail": [{"loc": ["body", "x"], "msg": "not so", "type": "value_error"}]}), EngineRefused),
        (Reply(500, {"detail": "oops"}), EngineError),
        (Reply(200, "<html>maintenance", type="text/html"), EngineTimeout),
    ],
)
def test_each_answer_that_is_no_success_says_what_may_be_done(desk, job, reply, error):
    desk.trouble.append(once("^/fal-ai", reply))
    with pytest.raises(error) as wrong:
        engine("fal").make(job(engine("fal")))
    assert type(wrong.value) is error
    assert error is not EngineBusy or wrong.value.retry_after == 7
    assert error is not EngineRefused or "body.x: not so" in wrong.value.message


@each
def test_looks_that_fail_cost_patience_and_not_the_order(desk, job):
    desk.trouble += [
        once("/status", Reply(503, {"detail": "later"}), "GET"),
        once("/status", Reply(hang_up=True), "GET"),
        once("r\\d+$", Reply(502, ""), "GET"),
    ]
    assert engine("fal").make(job(engine("fal"))).picture.shape == (512, 512, 3)
    assert not desk.trouble and len(desk.billed) == 1


@each
def test_a_failed_request_is_completed_too_and_told_as_failed(desk, job):
    with pytest.raises(ContentRefused) as refused:
        engine("fal").make(job(engine("fal"), "refuse-this-prompt"))
    assert refused.value.category == "content_policy_violation" and refused.value.stage == "prompt"
    with pytest.raises(ContentRefused):
        engine("fal").make(job(engine("fal"), "flag-this"))
    with pytest.raises(EngineError, match="could not make it"):
        engine("fal").make(job(engine("fal"), "break-half-way"))


@each
def test_cancelled_it_is_withdrawn_by_the_address_that_the_service_gave(desk, job):
    cancel = Cancel()
    with pytest.raises(Cancelled):
        engine("fal").make(job(engine("fal")), lambda event: cancel.now() if isinstance(event, Queued) else None, cancel)
    assert [call.path for call in desk.calls if call.method == "PUT"] == ["/fal-ai/flux-2/requests/r0/cancel"]


@each
def test_a_server_that_goes_down_leaves_the_order_where_it_is(desk, job):
    cancel = Cancel()
    with pytest.raises(Cancelled):
        engine("fal").make(job(engine("fal")), lambda event: cancel.now(keep=True) if isinstance(event, Queued) else None, cancel)
    assert not [call for call in desk.calls if call.method == "PUT"]


@each
def test_pictures_go_where_the_model_has_a_place_for_them_and_its_edit_endpoint_is_taken(desk, job):
    maker = engine("fal")
    maker.make(with_pictures(job(maker), "source", "reference"))
    order = next(call for call in desk.calls if call.method == "POST")
    assert order.path == "/fal-ai/flux-2/edit" and len(order.json["image_urls"]) == 2 and order.json["seed"] == 7


@each
def test_a_result_that_has_expired_is_told_as_paid(desk, job):
    desk.trouble.append(once("/files/", Reply(403, {"error": "expired"}), "GET"))
    with pytest.raises(EngineError, match="not there any more"):
        engine("fal").make(job(engine("fal")))


@each
def test_video_stays_the_file_that_it_is(desk, job):
    outcome = engine("fal").make(job(engine("fal"), "a-video"))
    assert [one.type for one in outcome.files] == ["video/mp4"] and not outcome.media


@each
def test_the_key_is_in_no_error_no_log_and_no_provenance(desk, job, caplog):
    caplog.set_level(logging.DEBUG)
    desk.trouble.append(once("^/fal-ai", Reply(401, {"detail": f"the key {KEY} is not known"})))
    with pytest.raises(EngineAuth) as wrong:
        engine("fal").make(job(engine("fal")))
    assert KEY not in str(wrong.value) and "…" in wrong.value.message
    outcome = engine("fal").make(job(engine("fal")))
    assert KEY not in json.dumps(outcome.provenance) + caplog.text + repr(engine("fal").capabilities())


def test_without_a_key_it_says_how_to_give_one(monkeypatch, job, tmp_path):
    monkeypatch.setenv("DIORAMA_KEYS", str(tmp_path / "keys.toml"))
    monkeypatch.delenv("FAL_KEY", raising=False)
    with pytest.raises(EngineAuth, match="needs a key") as wrong:
        engine("fal").make(job(engine("fal")))
    assert "FAL_KEY" in wrong.value.hint


def test_the_key_goes_to_nobody_else():
    http = Http("fal", "https://queue.fal.run", {"authorization": KEY}, lambda wrong: EngineError("no"))
    for address in ("https://evil.example/x", "http://queue.fal.run/x", "https://fal.run.evil.example/x"):
        with pytest.raises(EngineError, match="sends elsewhere"):
            http.look(address)

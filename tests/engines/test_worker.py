"""The worker process: a crash costs one attempt, not the request; too many cost the request, in one clear sentence."""

from __future__ import annotations

import os
import signal

import pytest

from diorama.contracts import Job, Progress, engine
from diorama.errors import WorkerLost
from diorama.recipe import Request, resolve

pytestmark = pytest.mark.stage


@pytest.fixture
def stage():
    made = engine("stage")
    yield made
    made.close()


@pytest.fixture
def job(scene):
    recipe = resolve(Request(prompt="a mug and a cube", width=96, height=64, seed=7), scene, engine_version="test")
    return Job(recipe.model_copy(update={"options": {**recipe.options, "samples": 2}}))


def test_a_worker_killed_in_the_middle_is_started_again_and_the_picture_comes(stage, job):
    killed, texts = [], []

    def hear(event):
        if isinstance(event, Progress):
            texts.append(event.text)
            if event.stage == "set" and not killed:
                killed.append(stage.worker.pid)
                os.kill(stage.worker.pid, signal.SIGKILL)

    assert stage.make(job, hear).picture.shape == (64, 96, 3)
    assert stage.worker.pid not in (None, killed[0])
    assert any("starting again" in text for text in texts)


def test_killed_every_time_it_gives_up_and_says_so(stage, job):
    def hear(event):
        if isinstance(event, Progress) and event.stage == "set":
            os.kill(stage.worker.pid, signal.SIGKILL)

    with pytest.raises(WorkerLost, match="lost 3 times"):
        stage.make(job, hear)


def test_the_worker_stays_warm_between_pictures(stage, job):
    stage.make(job)
    pid = stage.worker.pid
    stage.make(job)
    assert stage.worker.pid == pid

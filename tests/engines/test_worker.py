"""The worker process: a crash costs one attempt, not the request; too many cost the request, in one clear sentence."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from diorama.contracts import Job, Progress, engine
from diorama.engines.stage.engine import wordless
from diorama.errors import OutputError, WorkerLost
from diorama.recipe import Request, resolve
from diorama.scene import Environment

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


def test_a_killed_worker_leaves_nothing_in_the_temporary_folder(job, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stage = engine("stage")

    def hear(event):
        if isinstance(event, Progress) and event.stage == "set":
            os.kill(stage.worker.pid, signal.SIGKILL)

    with pytest.raises(WorkerLost):
        stage.make(job, hear)
    assert any(tmp_path.rglob("blender_*")), "Blender keeps its folder where it can be swept"
    stage.close()
    assert not list(tmp_path.iterdir())


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


def test_a_worker_may_start_before_it_is_asked_and_one_that_was_lost_meanwhile_is_started_again(stage, job):
    stage.begin()
    first = stage.worker.pid
    stage.begin()
    assert stage.worker.pid == first is not None
    os.kill(first, signal.SIGKILL)
    stage.worker._process.wait(60)
    assert stage.make(job).picture.shape == (64, 96, 3)
    pid = stage.worker.pid
    stage.begin()
    assert stage.worker.pid == pid not in (None, first)


def test_a_worker_that_hangs_is_replaced_and_the_picture_comes(stage, job):
    stage.worker.warm()
    stage.worker.silence = 3.0
    stopped = []

    def hear(event):
        if isinstance(event, Progress) and event.stage == "set" and not stopped:
            stopped.append(stage.worker.pid)
            os.kill(stage.worker.pid, signal.SIGSTOP)
            stage.worker.silence = 3.0
        elif stopped:
            stage.worker.silence = 60.0

    assert stage.make(job, hear).picture.shape == (64, 96, 3)
    assert stage.worker.pid not in (None, stopped[0])


def test_a_full_disk_is_one_clear_error_and_the_worker_lives_on(stage, job):
    stage.make(job)
    pid = stage.worker.pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))  # any file over 4 KiB fails, as on a full disk
    with pytest.raises(OutputError, match="could not write") as wrong:
        stage.make(job)
    assert "free some disk space" in wrong.value.hint
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert stage.make(job).picture.shape == (64, 96, 3)
    assert stage.worker.pid == pid


def test_a_worker_does_not_outlive_whoever_started_it(tmp_path):
    code = (
        "import sys, time\nfrom diorama.engines.stage.worker import Worker\n"
        "w = Worker(); w.warm(); print(w.pid, flush=True); time.sleep(600)"
    )
    owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(owner.stdout.readline())
    owner.kill()
    owner.wait()
    owner.stdout.close()
    for _ in range(100):
        if not _lives(pid):
            return
        time.sleep(0.2)
    raise AssertionError("the worker lives on")


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_the_worker_is_sent_what_the_places_words_name_but_not_the_words(scene):
    street = scene.model_copy(update={"environment": Environment(setting="street", words="a cobbled street", place=("cobbles",))})
    sent = wordless(street)["environment"]
    assert "words" not in sent and sent["place"] == ["cobbles"]

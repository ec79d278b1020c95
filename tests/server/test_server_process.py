"""`diorama serve` as a process: it starts, goes down gracefully, comes back after kill -9 with its queue; and the commands around it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time

import httpx
import pytest

from diorama.jobs import Queue
from diorama.studio import Settings, Studio


@pytest.fixture
def diorama(tmp_path):
    """Run a command with a home of its own; with wait=False, leave it running."""
    environment = {**os.environ, "DIORAMA_HOME": str(tmp_path / "home"), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}
    started: list[subprocess.Popen] = []

    def run(*arguments: str, wait: bool = True, **more: str):
        process = subprocess.Popen(
            [sys.executable, "-m", "diorama", *arguments], env=environment | more, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
        )
        started.append(process)
        if not wait:
            return process
        out, err = process.communicate(timeout=200)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def serve(diorama, *arguments: str, **more: str) -> tuple[subprocess.Popen, str]:
    """A server that is up, and its address."""
    process = diorama("serve", "--port", "0", "--no-browser", *arguments, wait=False, **more)
    said = ""
    while "is open at" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    address = re.search(r"http://\S+/", said)[0]
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, address


def states(address: str) -> list[str]:
    return [job["state"] for job in httpx.get(f"{address}api/jobs?limit=100").json()["jobs"]]


def test_killed_it_comes_back_with_its_queue(diorama):
    process, address = serve(diorama)
    httpx.post(f"{address}api/jobs", json={"prompt": "a mug", "n": 6, "size": 96, "options": {"seconds": 0.4}})
    while "done" not in states(address):
        time.sleep(0.02)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    process, address = serve(diorama)
    end = time.monotonic() + 60
    while states(address) != ["done"] * 6:
        assert time.monotonic() < end
        time.sleep(0.1)
    pictures = httpx.get(f"{address}api/pictures").json()["pictures"]
    assert len(pictures) == 6 and len({picture["seed"] for picture in pictures}) == 6


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_goes_down_gracefully(diorama, tmp_path, how):
    """A stream and a waiting request are open, a job runs: all end within seconds, and nothing is lost."""
    process, address = serve(diorama, DIORAMA_STOP_SECONDS="5")
    answers = []

    def generate():
        answers.append(httpx.post(f"{address}v1/images/generations", json={"prompt": "a mug", "size": "64x64", "options": {"seconds": 100}}, timeout=60))

    def listen():
        with httpx.stream("GET", f"{address}api/events", timeout=60) as stream:
            answers.append("".join(stream.iter_text()))

    threads = [threading.Thread(target=generate), threading.Thread(target=listen)]
    [thread.start() for thread in threads]
    while states(address) != ["running"]:
        time.sleep(0.02)
    start = time.monotonic()
    process.send_signal(how)
    [thread.join() for thread in threads]
    assert process.wait(20) == 0 and time.monotonic() - start < 10
    refused = next(answer for answer in answers if not isinstance(answer, str))
    assert refused.status_code == 503 and refused.json()["error"]["code"] == "stopping" and "job_" in refused.json()["error"]["hint"]
    with Studio(Settings(home=tmp_path / "home", engine="null")) as studio:
        assert Queue(studio).store.counts() == {"queued": 1, "running": 0}, "the one that comes next makes it"


def test_one_server_a_home_and_a_port_and_the_log_is_json_where_asked_for(diorama, run):
    """What is wrong with a second one is told before anything is begun."""
    process = diorama("serve", "--port", "0", "--no-browser", wait=False, DIORAMA_LOG="json")
    while "is open at" not in (line := process.stderr.readline()):
        assert line
    address = re.search(r"http://\S+/", line)[0]
    httpx.get(f"{address}api/queue", headers={"x-request-id": "mine"})
    while not (line := process.stderr.readline()).startswith("{"):
        assert line
    told = json.loads(line)
    assert told["message"] == "GET /api/queue" and told["status"] == 200 and told["request"] == "mine" and told["level"] == "info"

    second = diorama("serve", "--port", "0", "--no-browser")
    assert second.returncode == 6 and str(process.pid) in second.stderr
    third = run("serve", "--port", "99999", "--no-browser")
    assert third.returncode == 2
    port = address.rstrip("/").rsplit(":", 1)[1]
    fourth = run("serve", "--port", port, "--no-browser")
    assert fourth.returncode == 2 and "cannot listen there" in fourth.stderr and "--port" in fourth.stderr


def test_others_need_a_token(diorama, run, tmp_path):
    refused = run("serve", "--host", "0.0.0.0", "--port", "0", "--no-browser")
    assert refused.returncode == 2 and "no token" in refused.stderr
    secret = run("token", "add", "ann", "--quota", "3").stdout.strip()
    assert secret.startswith("dio_") and secret not in (tmp_path / "home" / "tokens.json").read_text()
    assert "ann" in run("token", "list").stdout
    _, address = serve(diorama, "--host", "0.0.0.0")
    here = address.replace("0.0.0.0", "127.0.0.1")
    assert httpx.get(f"{here}api/queue").status_code == 401
    assert httpx.get(f"{here}api/queue", headers={"authorization": f"Bearer {secret}"}).status_code == 200
    assert run("token", "remove", "ann").returncode == 0
    assert httpx.get(f"{here}api/queue", headers={"authorization": f"Bearer {secret}"}).status_code == 401, "at once"


def test_settings_from_file_environment_and_options(run, tmp_path):
    (tmp_path / "s.toml").write_text('port = 1234\nlog = "json"\n')
    told = json.loads(run("settings", "--json", DIORAMA_SETTINGS=str(tmp_path / "s.toml"), DIORAMA_LOG="text").stdout)
    assert told["port"] == {"value": 1234, "from": "s.toml", "variable": "DIORAMA_PORT"} and told["log"]["from"] == "DIORAMA_LOG" and told["max_body"]["from"] == "default"
    assert "DIORAMA_MAX_QUEUE" in run("settings").stdout
    (tmp_path / "s.toml").write_text("prot = 1\n")
    wrong = run("settings", DIORAMA_SETTINGS=str(tmp_path / "s.toml"))
    assert wrong.returncode == 2 and "prot" in wrong.stderr and "no such setting" in wrong.stderr
    assert run("settings", DIORAMA_PORT="many").returncode == 2


def test_settings_tell_no_secret(run):
    given = {"DIORAMA_OIDC_SECRET": "hush-hush-hush", "DIORAMA_SECRETS": "hush-hush-hush-hush"}
    given["DIORAMA_DATABASE"] = "postgresql://ann:hush@host/name?password=hush"
    for asked in (("settings",), ("settings", "--json")):
        told = run(*asked, COLUMNS="300", **given).stdout
        assert "hush" not in told and "postgresql://ann:…@host/name?password=…" in told.replace("\\u2026", "…") and "not shown" in told
    short = run("settings", DIORAMA_SECRETS="hush")
    assert short.returncode == 2 and "secrets" in short.stderr and "hush" not in short.stderr


def test_the_doctor_says_what_to_do(run, tmp_path):
    told = {one["name"]: one for one in json.loads(run("doctor", "--json").stdout)}
    assert {"python", "home", "disk", "blender", "engine", "port", "tokens", "page"} <= set(told)
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "tokens.json").write_text("nonsense")
    ill = run("doctor", DIORAMA_HOST="0.0.0.0")
    assert ill.returncode == 1 and "damaged" in ill.stdout and "token add" in ill.stdout

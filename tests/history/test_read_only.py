"""A home that cannot be written: everything in it can be read, and what would write says so before the work. Permissions bind root too, once it gave up the right to pass them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from diorama.history import History
from diorama.image import encode
from diorama.recipe import Request, resolve

BOUND = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]

pytestmark = pytest.mark.skipif(not os.geteuid() and shutil.which("setpriv") is None, reason="root writes everywhere, and there is no setpriv to bind it")


def lock(folder: Path, locked: bool = True) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o555 if locked else 0o755) if path.is_dir() else (0o444 if locked else 0o644))


@pytest.fixture
def home(tmp_path, scene):
    """One picture in a locked home."""
    made = resolve(Request(prompt="a red mug", seed=1, width=96, height=64), scene, engine_version="1")
    with History(tmp_path / "home") as history:
        history.append(encode(np.zeros((8, 12, 3), np.uint8)), made)
    lock(tmp_path / "home")
    yield tmp_path / "home"
    lock(tmp_path / "home", False)


@pytest.fixture
def diorama(tmp_path, home):
    (tmp_path / "work").mkdir()
    environment = {**os.environ, "DIORAMA_HOME": str(home), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([*BOUND, sys.executable, "-m", "diorama", *arguments], cwd=tmp_path / "work", env=environment, capture_output=True, text=True, timeout=120, check=False)

    return run


def test_what_reads_works(diorama, tmp_path):
    listed = diorama("history", "list", "--json")
    assert listed.returncode == 0, listed.stderr
    assert [entry["prompt"] for entry in json.loads(listed.stdout)] == ["a red mug"]
    assert diorama("history", "verify").returncode == 0
    assert diorama("history", "export", "all.zip").returncode == 0
    with History(tmp_path / "copy") as copy:
        assert copy.import_zip(tmp_path / "work" / "all.zip") == 1


WRITES = [
    ("make", "a blue vase"), ("refine", "last", "make it warmer"), ("history", "star", "last"),
    ("history", "import", "any.png"), ("serve", "--port", "0", "--no-browser"),
]  # fmt: skip


@pytest.mark.parametrize("arguments", WRITES)
def test_what_writes_says_so_first(diorama, tmp_path, arguments):
    done = diorama(*arguments)
    assert done.returncode == 3 and "Traceback" not in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1 and "DIORAMA_HOME" in done.stderr
    assert not list((tmp_path / "work").iterdir()), "nothing was made"


def test_a_home_that_cannot_be_made_is_empty(diorama, tmp_path, home):
    empty = home / "within"
    done = subprocess.run(
        [*BOUND, sys.executable, "-m", "diorama", "history", "list"], env={**os.environ, "DIORAMA_HOME": str(empty)}, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0 and "No pictures yet" in done.stdout, done.stderr

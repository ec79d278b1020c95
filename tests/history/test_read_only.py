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
from diorama.scene import Environment, Lighting, Object, Scene

BOUND = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]

pytestmark = pytest.mark.skipif(not os.geteuid() and shutil.which("setpriv") is None, reason="root writes everywhere, and there is no setpriv to bind it")


def lock(folder: Path, locked: bool = True) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o555 if locked else 0o755) if path.is_dir() else (0o444 if locked else 0o644))


SEVERAL = """
import json, os, sys, tempfile
import diorama.language, diorama.server.run, diorama.studio
from diorama.cli import main
for asked in json.load(sys.stdin):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            os.dup2(out.fileno(), 1), os.dup2(err.fileno(), 2)
            os.environ["DIORAMA_HOME"] = asked["home"]
            os.chdir(asked["folder"])
            sys.argv = ["diorama", *asked["arguments"]]
            try:
                main()
            finally:
                sys.stdout.flush(), sys.stderr.flush()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        told = [(file.seek(0), file.read().decode())[1] for file in (out, err)]
    print(json.dumps([code, *told]), flush=True)
"""
"""Command lines one after the other, each in a process of its own that has everything imported."""
READS = [("history", "list", "--json"), ("history", "verify"), ("history", "export", "all.zip")]
WRITES = [
    ("make", "a blue vase"), ("refine", "last", "make it warmer"), ("history", "star", "last"),
    ("history", "import", "any.png"), ("serve", "--port", "0", "--no-browser"),
]  # fmt: skip
EMPTY = ("history", "list")


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """What came of each command line in a locked home with one picture (of `EMPTY`: in a home that cannot be made): code, both outputs, the folder."""
    home = tmp_path_factory.mktemp("locked") / "home"
    scene = Scene(subjects=(Object(id="s1", noun="mug", thing="mug"),), environment=Environment(setting="tabletop"), lighting=Lighting(time="noon", hour=12.0))
    made = resolve(Request(prompt="a red mug", seed=1, width=96, height=64), scene, engine_version="1")
    with History(home) as history:
        history.append(encode(np.zeros((8, 12, 3), np.uint8)), made)
    lock(home)
    lines = [*READS, *WRITES, EMPTY]
    folders = [tmp_path_factory.mktemp("work") for _ in lines]
    homes = [home / "within" if line is EMPTY else home for line in lines]
    asked = [{"arguments": line, "folder": str(at), "home": str(of)} for line, at, of in zip(lines, folders, homes, strict=True)]
    told = {"DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}
    ran = subprocess.run(
        [*BOUND, sys.executable, "-c", SEVERAL], env=os.environ | told, input=json.dumps(asked), capture_output=True, text=True, timeout=300, check=True
    )
    lock(home, False)
    return {line: (*json.loads(answer), folder) for line, answer, folder in zip(lines, ran.stdout.splitlines(), folders, strict=True)}


def test_what_reads_works(done, tmp_path):
    code, listed, wrong, _ = done[READS[0]]
    assert code == 0, wrong
    assert [entry["prompt"] for entry in json.loads(listed)] == ["a red mug"]
    assert done[READS[1]][0] == done[READS[2]][0] == 0
    with History(tmp_path / "copy") as copy:
        assert copy.import_zip(done[READS[2]][3] / "all.zip") == 1


@pytest.mark.parametrize("arguments", WRITES)
def test_what_writes_says_so_first(done, arguments):
    code, _, wrong, folder = done[arguments]
    assert code == 3 and "Traceback" not in wrong, wrong
    assert wrong.count("error:") == 1 and "DIORAMA_HOME" in wrong
    assert not list(folder.iterdir()), "nothing was made"


def test_a_home_that_cannot_be_made_is_empty(done):
    code, told, wrong, _ = done[EMPTY]
    assert code == 0 and "No pictures yet" in told, wrong

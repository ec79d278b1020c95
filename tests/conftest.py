"""Shared by all tests: small scenes and jobs. The stage tier (marker `stage`) needs Blender; everything else runs without."""

from __future__ import annotations

import atexit
import gc
import importlib.util
import io
import itertools
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
import uuid
from pathlib import Path
from types import SimpleNamespace

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]
if sys.dont_write_bytecode:  # nothing is written beside the source, but some two hundred processes are started, and each would compile all that it imports
    sys.dont_write_bytecode, sys.pycache_prefix = False, f"{tempfile.gettempdir()}/diorama-bytecode-{os.getuid()}{ROOT.as_posix().replace('/', '-')}"
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

os.environ["DIORAMA_MEASURES"] = ""  # what is measured in a test is known to its process alone

from diorama.scene import Camera, Environment, Light, Lighting, Object, Scene  # noqa: E402

hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("DIORAMA_PROPERTIES", "same"))
"""A change is judged by the same examples each time; DIORAMA_PROPERTIES=explore looks for new ones."""


APART = ("tests/stage/test_declared.py",)
"""Files whose tests share nothing: any process takes any of them. They come last, so that all processes end together."""


LONG = (
    "tests/server/test_server_schema.py", "tests/page/", "tests/typeset/test_every_layout.py", "tests/typeset/test_press.py", "tests/stage/test_places.py",
    "tests/stage/test_people.py", "tests/stage/test_people_costumes.py", "tests/stage/test_settled.py",
)  # fmt: skip
"""Files that take longest, first of their tier: none is begun when everything else is done."""


def pytest_collection_modifyitems(items):
    """Without Blender the stage tier is skipped and says so. It runs last, so that quick failures come first."""
    items.sort(key=lambda item: (item.get_closest_marker("stage") is not None, item.nodeid.startswith(APART), not item.nodeid.startswith(LONG)))
    if importlib.util.find_spec("bpy") is None:
        for item in items:
            if item.get_closest_marker("stage"):
                item.add_marker(pytest.mark.skip(reason="bpy is not installed"))


_ended: list[int] = []


def pytest_sessionfinish(session, exitstatus):
    _ended[:] = [int(exitstatus)]


def _leave() -> None:
    """Blender's module may wait for ever, when a process ends, for a thread of its own that closes files: it is left at once."""
    if _ended and "bpy" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[0])


atexit.register(_leave)


def pytest_collection_finish():
    """What was collected stays to the end, and the lexicon soon does too: the garbage collector need not look through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Processes take the tests file by file: what the tests of a file share is made once.

    `--dist loadgroup` would go by marks, but writes them where pytest 9.2 does not look for a test's name: without a word each test was a group.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if nodeid.startswith(APART) else nodeid.partition("::")[0]

    return ByFile(config, log) if config.getvalue("dist") == "loadscope" else None


@pytest.fixture
def scene() -> Scene:
    """Two things on a table by a window."""
    return Scene(
        subjects=(Object(id="s1", noun="mug", thing="mug"), Object(id="s2", noun="cube", thing="cube")),
        relations=({"subject": "s2", "kind": "left_of", "objects": ("s1",)},),
        environment=Environment(setting="tabletop", ground_shape="table"),
        lighting=Lighting(time="morning", hour=9.0, lights=(Light(id="l1", source="window", azimuth=-75, elevation=25, quality="soft"),)),
        camera=Camera(focal_length=85, f_number=2.8),
    )


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command line in this process, in an empty folder with a history of its own; `typed` is its standard input, what else is named is environment."""
    from diorama.cli import main, terminal

    for console in (terminal.out, terminal.err):  # as wide as COLUMNS says now, and not when it was made
        monkeypatch.setattr(console, "_width", None)
    monkeypatch.chdir(tmp_path)
    for name, value in {"DIORAMA_HOME": str(tmp_path / "home"), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, typed: bytes = b"", **environment: str) -> SimpleNamespace:
        capsys.readouterr()
        code = 0
        with monkeypatch.context() as once:
            once.setattr(sys, "argv", ["diorama", *arguments])
            once.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
            for name, value in environment.items():
                once.setenv(name, value)
            try:
                main()
            except SystemExit as done:
                code = done.code or 0
        told = capsys.readouterr()
        return SimpleNamespace(returncode=code, stdout=told.out, stderr=told.err, data=lambda: json.loads(told.out))

    return run


# ── files of older versions ──


@pytest.fixture
def older_file():
    """A function that makes a file of SQLite as the version with so many steps left it, before Alembic was asked; its connection, of sqlite3."""

    def make(path: Path, tables: str, number: int) -> sqlite3.Connection:
        from diorama.database import schema

        _, scripts = schema._scripts()
        steps: dict = {}
        for script in scripts.walk_revisions():
            steps |= getattr(script.module, tables.upper(), {})
        connection = sqlite3.connect(path)
        for statements in (steps[one] for one in range(1, number + 1)):
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.commit()
        return connection

    return make


# ── a real PostgreSQL ──


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    """The address of a server of its own in a temporary folder, without its database's name; skipped where PostgreSQL is not installed."""
    programs = [Path(found).parent for found in [shutil.which("initdb")] if found]
    programs += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not programs or importlib.util.find_spec("psycopg") is None or importlib.util.find_spec("sqlalchemy") is None:
        pytest.skip("PostgreSQL (Debian's package postgresql) or the extra `postgres` is not installed")
    with tempfile.TemporaryDirectory(prefix="diorama-pg-", dir="/tmp") as folder:
        as_user = [] if os.geteuid() else ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        if as_user:
            shutil.chown(folder, "postgres", "postgres")
        run = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
        made = ["-D", f"{folder}/data", "-U", "diorama", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run([*as_user, programs[-1] / "initdb", *made], **run)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off -c max_connections=200"
        control = [*as_user, programs[-1] / "pg_ctl", "-D", f"{folder}/data", "-w", "-s"]
        subprocess.run([*control, "-o", options, "start"], **run)
        try:
            yield lambda name: f"postgresql://diorama@/{name}?host={folder}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **run)


@pytest.fixture
def postgres(postgres_server):
    """The address of an empty database that nobody else uses."""
    import psycopg

    name = f"d{next(_names)}"
    with psycopg.connect(postgres_server("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield postgres_server(name)
    with psycopg.connect(postgres_server("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


_names = itertools.count(1)


# ── servers that speak S3 ──

CEPH = ("ceph", "ceph-authtool", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin")


@pytest.fixture(scope="session")
def moto_server():
    """The address of moto's server, which answers over HTTP as S3 does, in a thread."""
    server = pytest.importorskip("moto.server")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture(scope="session")
def ceph_server():
    """The address of a Ceph object gateway: a monitor, a store in memory and the gateway, of this machine's own; skipped where Ceph is not installed."""
    if missing := [name for name in CEPH if shutil.which(name) is None]:
        pytest.skip(f"{missing[0]} (Debian's packages radosgw, ceph-mon, ceph-osd, ceph-common) is not installed")
    with tempfile.TemporaryDirectory(prefix="diorama-ceph-", dir="/tmp") as folder:
        running: list[subprocess.Popen] = []
        try:
            yield _ceph(Path(folder), running)
        finally:
            for process in reversed(running):
                process.terminate()
            for process in running:
                process.wait(60)


def _ceph(folder: Path, running: list[subprocess.Popen]) -> str:
    """Start one in a folder; its address once it answers."""
    mon, old, gate = _free_ports(3)
    address = f"[v2:127.0.0.1:{mon},v1:127.0.0.1:{old}]"
    text = f"""
        [global]
        fsid = {uuid.uuid4()}
        mon host = {address}
        public addr = 127.0.0.1
        keyring = {folder}/keyring
        mon data = {folder}/mon
        osd data = {folder}/osd
        run dir = {folder}
        log file = {folder}/$name.log
        admin socket = {folder}/$name.asok
        pid file = {folder}/$name.pid
        osd objectstore = memstore
        memstore device bytes = 1073741824
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd crush chooseleaf type = 0
        mon allow pool size one = true
        [client.rgw]
        rgw frontends = beast endpoint=127.0.0.1:{gate}
        rgw data = {folder}/rgw
        """
    (folder / "ceph.conf").write_text(textwrap.dedent(text))
    for name in ("mon", "osd", "rgw"):
        (folder / name).mkdir()

    def run(*command: str) -> str:
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "timeout": 120}
        return subprocess.run(command, check=True, cwd=folder, env={**os.environ, "CEPH_CONF": f"{folder}/ceph.conf"}, **quiet).stdout.strip()

    def start(*command: str) -> None:
        running.append(subprocess.Popen([*command, "-c", f"{folder}/ceph.conf", "-f"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    for number, name in enumerate(("mon.", "client.admin", "client.rgw", "osd.0")):
        new = [] if number else ["--create-keyring"]
        run("ceph-authtool", *new, "keyring", "--gen-key", "-n", name, "--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *")
    run("monmaptool", "--create", "--addv", "a", address, "monmap")
    run("ceph-mon", "--mkfs", "-i", "a", "--monmap", "monmap", "--keyring", "keyring")
    start("ceph-mon", "-i", "a")
    number = run("ceph", "osd", "create")
    run("ceph-osd", "-i", number, "--mkfs")
    start("ceph-osd", "-i", number)
    _wait(lambda: "1 up" in run("ceph", "osd", "stat"))
    run("radosgw-admin", "-n", "client.rgw", "user", "create", "--uid=diorama", "--display-name=diorama", "--access-key=diorama", "--secret-key=secret")
    start("radosgw", "-n", "client.rgw")

    def answers() -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", gate)) == 0

    _wait(answers)
    return f"http://127.0.0.1:{gate}"


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def _wait(until, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not come up"
        time.sleep(0.3)


def _bucket(server: str, monkeypatch) -> str:
    import boto3

    name = f"diorama-{next(_names)}"
    told = {"AWS_ENDPOINT_URL": server, "AWS_ACCESS_KEY_ID": "diorama", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
    for variable, value in told.items():
        monkeypatch.setenv(variable, value)
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=name)
    return f"s3://{name}/studio"


@pytest.fixture
def moto_bucket(moto_server, monkeypatch):
    """The address of an empty bucket that nobody else uses, with the environment by which clients find it."""
    return _bucket(moto_server, monkeypatch)


@pytest.fixture
def ceph_bucket(ceph_server, monkeypatch):
    """The same at Ceph's gateway."""
    return _bucket(ceph_server, monkeypatch)


@pytest.fixture(params=["moto", "ceph"])
def bucket(request):
    """The same at either."""
    return request.getfixturevalue(f"{request.param}_bucket")

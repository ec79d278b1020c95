"""Shared by all tests: small scenes and jobs. The stage tier (marker `stage`) needs Blender; everything else runs without."""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import hypothesis
import pytest

from diorama.scene import Camera, Environment, Light, Lighting, Object, Scene

hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("DIORAMA_PROPERTIES", "same"))
"""A change is judged by the same examples each time; DIORAMA_PROPERTIES=explore looks for new ones."""


def pytest_collection_modifyitems(items):
    """Without Blender the stage tier is skipped and says so. It runs last, so that quick failures come first.

    Two processes take the tests group by group: a file is one, where its tests do not say that they are groups of their own. Those come last, so that both
    processes end together.
    """
    items.sort(key=lambda item: (item.get_closest_marker("stage") is not None, item.get_closest_marker("xdist_group") is not None))
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(Path(__file__).parent).as_posix()))
    if importlib.util.find_spec("bpy") is None:
        for item in items:
            if item.get_closest_marker("stage"):
                item.add_marker(pytest.mark.skip(reason="bpy is not installed"))


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


# ── a server that speaks S3 ──


@pytest.fixture(scope="session")
def s3_server():
    """The address of moto's server, which answers over HTTP as S3 does, in a thread; with the environment by which clients find it."""
    server = pytest.importorskip("moto.server")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(s3_server, monkeypatch):
    """The address of an empty bucket that nobody else uses."""
    import boto3

    name = f"diorama-{next(_names)}"
    told = {"AWS_ENDPOINT_URL": s3_server, "AWS_ACCESS_KEY_ID": "diorama", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
    for variable, value in told.items():
        monkeypatch.setenv(variable, value)
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket=name)
    return f"s3://{name}/studio"

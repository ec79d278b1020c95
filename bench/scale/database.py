"""A PostgreSQL server of the bench's own, in a temporary folder; durable as a real one (fsync on)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def server(fsync: bool = True) -> Iterator[str]:
    """Its address."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
    with tempfile.TemporaryDirectory(prefix="diorama-bench-pg-", dir="/tmp") as folder:
        user = [] if os.geteuid() else ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        if user:
            shutil.chown(folder, "postgres", "postgres")
        quiet = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
        subprocess.run([*user, programs / "initdb", "-D", f"{folder}/data", "-U", "diorama", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], **quiet)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=200 -c shared_buffers=512MB -c random_page_cost=1.1"
        options += "" if fsync else " -c fsync=off"
        control = [*user, programs / "pg_ctl", "-D", f"{folder}/data", "-w", "-s"]
        subprocess.run([*control, "-o", options, "start"], **quiet)
        try:
            yield f"postgresql://diorama@/postgres?host={folder}"
        finally:
            subprocess.run([*control, "-m", "fast", "stop"], **quiet)

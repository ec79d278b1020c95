"""Ray's own autoscaler on this machine: nodes come as jobs wait, and go once they are idle. `python -m bench.scale autoscaling`.

Ray's provider of pretended nodes (`fake_multinode`) starts and ends real Ray nodes as processes; what asks for them is what asks a cloud's provider.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

MOST = 3
"""Nodes that may come."""
IDLE_MINUTES = 0.2


@contextmanager
def autoscaled() -> Iterator[str]:
    """The address of a head without processors of its own; all that was started ends with it."""
    node = {"resources": {"CPU": 1, "object_store_memory": 80_000_000}, "node_config": {}, "min_workers": 0, "max_workers": MOST}
    head = {"resources": {"CPU": 0}, "node_config": {}, "max_workers": 0}
    config = {  # Ray's wheels lack the example that ray.cluster_utils.AutoscalingCluster begins with (2.60)
        "cluster_name": "fake_multinode", "max_workers": MOST, "upscaling_speed": 1.0, "idle_timeout_minutes": IDLE_MINUTES, "docker": {},
        "provider": {
            "type": "fake_multinode", "use_node_id_as_ip": True, "disable_node_updaters": True,
            "disable_launch_config_check": True, "gcs_address": "127.0.0.1:6399",
        },
        "auth": {"ssh_user": "ubuntu"}, "available_node_types": {"maker": node, "ray.head.default": head}, "head_node_type": "ray.head.default",
        "file_mounts": {}, "cluster_synced_files": [], "file_mounts_sync_continuously": False, "rsync_exclude": [], "rsync_filter": [],
        "initialization_commands": [], "setup_commands": [], "head_setup_commands": [], "worker_setup_commands": [], "head_start_ray_commands": [],
        "worker_start_ray_commands": [],
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="ray-", dir="/tmp") as folder:
        file = Path(folder) / "config.json"
        file.write_text(json.dumps(config))
        command = [Path(sys.executable).with_name("ray"), "start", "--head", "--block", "--port=6399", "--node-ip-address=127.0.0.1", "--num-cpus=0"]
        command += [
            f"--autoscaling-config={file}", "--include-dashboard=false", "--disable-usage-stats", f"--temp-dir={folder}/t", "--object-store-memory=80000000",
        ]
        os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}  # before Ray is loaded: both sides have the same
        told = {**os.environ, "AUTOSCALER_UPDATE_INTERVAL_S": "1", "RAY_FAKE_CLUSTER": "1"}
        with open(Path(folder) / "log", "w") as log:
            process = subprocess.Popen(command, env=told, stdout=log, stderr=log, start_new_session=True)
        try:
            end = time.monotonic() + 120
            while "Ray runtime started" not in (Path(folder) / "log").read_text():
                assert process.poll() is None and time.monotonic() < end, (Path(folder) / "log").read_text()[-2000:]
                time.sleep(0.5)
            yield "127.0.0.1:6399"
        finally:
            _end(process, folder)


def _end(process: subprocess.Popen, folder: str) -> None:
    """The head, what it started, and the nodes that came (they have our folder in their command line)."""
    ours = [one for one in psutil.process_iter() if _of(one, folder)] + psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(20)
    for one in ours:
        with suppress(psutil.Error):
            one.kill()
    with suppress(subprocess.TimeoutExpired):
        process.kill()
        process.wait(20)


def _of(process: psutil.Process, folder: str) -> bool:
    with suppress(psutil.Error):
        return any(folder in part for part in process.cmdline())
    return False


def autoscaling(many: int, order: Callable[[Any, int], None]) -> None:
    """`order(queue, many)` orders jobs of a few seconds each."""
    from diorama.jobs import Queue
    from diorama.studio import Settings, Studio

    with autoscaled() as address, tempfile.TemporaryDirectory() as folder:
        import ray

        settings = Settings(home=Path(folder), engine="null", keep_passes=False)
        studio = Studio(settings.model_copy(update={"cluster": address}))
        queue = Queue(studio)
        queue.start()
        start, seen = time.monotonic(), []

        def look(what: str) -> int:
            nodes = sum(one["Alive"] and one["Resources"].get("CPU", 0) > 0 for one in ray.nodes())
            if not seen or seen[-1] != nodes:
                seen.append(nodes)
                print(f"{time.monotonic() - start:6.1f} s  {nodes} nodes  ({what}; {queue.store.counts()})", flush=True)
            return nodes

        try:
            order(queue, many)
            while any(queue.store.counts().values()) and time.monotonic() - start < 300:
                look("jobs wait")
                time.sleep(0.5)
            look("all made")
            end = time.monotonic() + IDLE_MINUTES * 60 + 90
            while look("idle") and time.monotonic() < end:
                time.sleep(0.5)
            done = len(studio.history.list(limit=1000))
            told = "met" if done == many and max(seen) == MOST and seen[-1] == 0 else "NOT MET"
            print(f"{done} of {many} made; nodes: {' → '.join(map(str, seen))}; aim: up to {MOST}, then 0: {told}", flush=True)
        finally:
            queue.stop()
            studio.close()

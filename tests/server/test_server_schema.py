"""schemathesis: the server is what its OpenAPI document says, whatever is sent to it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LEFT_OUT = ("--exclude-path", "/api/events", "--exclude-operation-id", "pauseQueue")
"""A stream that does not end; and what would make all later requests wait."""
BEYOND_SCHEMAS = "positive_data_acceptance"
"""A schema cannot say that a prompt has words, that a file is a picture, that a scene is legal: those are refused with 400, rightly."""


def test_schemathesis_finds_nothing(server):
    server.make()
    server.http.post("/api/boards", json={"name": "a board"})
    server.http.post("/api/prompts", json={"prompt": "a mug"})
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{server.address}/api/openapi.json", "--max-examples", "4", "--seed", "7", "--workers", "1",
        "--request-timeout", "60", "--exclude-checks", BEYOND_SCHEMAS, *LEFT_OUT,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=server.app_state.settings.home)
    assert done.returncode == 0, done.stdout[-8000:]
    assert int(re.search(r"Tested: (\d+)", done.stdout)[1]) >= 37, done.stdout[-2000:]

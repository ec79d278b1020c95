"""Have other programs read our pictures, read theirs, and print a table: `python -m bench.readers [--tree FOLDER] [--packages FOLDER] [--save FILE]`.

The readers (exiftool and exiv2 from Debian, piexif, sd-prompt-reader, sd-parsers, exifr, ExifReader) are installed, newest versions, in a temporary folder
(`--packages` keeps them). `--tree` is another checkout to measure; `--compare BEFORE AFTER` prints two saved measurements side by side, as Markdown.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bench.clients.packages import install
from bench.readers import commands, debian, report
from bench.readers.readers import READERS, WRITERS, foreign, read, written
from bench.readers.tree import Tree

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout that is measured")
    parser.add_argument("--packages", type=Path, help="install the readers there and keep them")
    parser.add_argument("--save", type=Path, help="write the measurement there, as JSON")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("BEFORE", "AFTER"))
    given = parser.parse_args()
    if given.compare:
        print(report.markdown(*(json.loads(path.read_text()) for path in given.compare)))
        return
    with nullcontext(given.packages) if given.packages else tempfile.TemporaryDirectory() as folder:
        packages = install(Path(folder).resolve(), [reader for reader in READERS if reader.package])
        programs = debian.install(Path(folder).resolve() / "debian")
        told = measure(Tree(given.tree.resolve()), packages, programs)
    if given.save:
        given.save.write_text(json.dumps(told, indent=1, ensure_ascii=False))
    Console(width=160).print(*report.tables(told))


def measure(tree: Tree, packages, programs: debian.Programs) -> dict:
    """Every result as {section: {what: {holds, said}}}, with the versions of the readers."""
    err = Console(stderr=True)
    versions = {reader.name: packages.version(reader.package) if reader.package else programs.version(reader.name) for reader in READERS}
    with tree:
        return {
            "versions": versions,
            "read by others": {name: found for reader in track(READERS, "readers", console=err) for name, found in read(tree, reader, packages, programs)},
            "written by others": {name: found for writer in track(WRITERS, "writers", console=err) for name, found in written(tree, writer, packages, programs)},
            "made by others": dict(track(list(foreign(tree)), "others' pictures", console=err)),
            "command line": {name: check(tree) for name, check in track(commands.CASES.items(), "commands", console=err)},
        }


if __name__ == "__main__":
    sys.exit(main())

"""`python -m diorama.assets [--again | --there]`: set up what people are built from, and faces of letters; `--there` only tells, by its exit code.

`python -m diorama.assets faces`: only the faces.

`python -m diorama.assets upscaler`: fetch the weights that `diorama enlarge --by realesrgan` needs.
"""

from __future__ import annotations

import sys

from diorama.assets.faces import faces_folder, faces_installed, install_faces
from diorama.assets.install import install, installed, people_folder
from diorama.errors import DioramaError


def main() -> int:
    if "upscaler" in sys.argv:
        return _upscaler()
    if "faces" in sys.argv:
        return _faces()
    if "--there" in sys.argv:
        return 0 if installed() and faces_installed() else 1
    failed = _faces()
    return _people() or failed


def _faces() -> int:
    if faces_installed():
        return 0
    print("diorama: setting up faces of letters (11 MB to fetch, once) …", file=sys.stderr, flush=True)
    try:
        count = install_faces()
    except DioramaError as wrong:
        print(f"diorama: {wrong}; until then hands that lack their face are set in the nearest one, and it is said", file=sys.stderr)
        return 3
    print(f"diorama: {count} families in {faces_folder()}", file=sys.stderr)
    return 0


def _people() -> int:
    if installed() and "--again" not in sys.argv:
        return 0
    print("diorama: setting up people (0.14 GB to fetch, once) …", file=sys.stderr, flush=True)
    try:
        seconds = install(again=True)
    except DioramaError as wrong:
        print(f"diorama: {wrong}; until then a wooden figure stands in for a person", file=sys.stderr)
        return 3
    size = sum(p.stat().st_size for p in people_folder().rglob("*") if p.is_file()) / 1e6
    print(f"diorama: people are set up ({seconds:.0f} s, {size:.0f} MB in {people_folder()})", file=sys.stderr)
    return 0


def _upscaler() -> int:
    from diorama.assets import upscaler

    print("diorama: fetching the upscaler's weights (45 MB, once) …", file=sys.stderr, flush=True)
    try:
        files = upscaler.install()
    except DioramaError as wrong:
        print(f"diorama: {wrong}", file=sys.stderr)
        return 3
    print(f"diorama: {len(files)} files in {upscaler.folder()}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

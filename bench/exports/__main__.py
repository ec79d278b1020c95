"""`python -m bench.exports -o out [names]`: for each scene of scenes.toml the stage's picture and what three.js shows of its .glb, side by side; a table of sizes and seconds.

Needs three.js (`npm ci` in bench/exports), Playwright (requirements-test.txt) and a Chromium (DIORAMA_CHROMIUM, or the system's). Exports that are there
already are looked at, not made again; `--again` makes them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
import tomllib
from pathlib import Path

from PIL import Image

from bench.exports.viewer import THREE, viewer
from diorama.contracts import Progress
from diorama.recipe import Request
from diorama.studio import Studio

SCENES = tomllib.loads((Path(__file__).parent / "scenes.toml").read_text(encoding="utf-8"))
GAP = 8
"""Pixels between the two."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", default=list(SCENES), help=", ".join(SCENES))
    parser.add_argument("-o", "--output", type=Path, required=True, help="a folder for pictures, exports and sheets")
    parser.add_argument("--size", type=int, default=512, help="long side of the pictures, pixels")
    parser.add_argument("--again", action="store_true", help="export anew what is there already")
    asked = parser.parse_args()
    chromium = os.environ.get("DIORAMA_CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None or not THREE.is_dir():
        sys.exit("a browser is missing: `apt-get install chromium`" if chromium is None else "three.js is missing: `npm ci` in bench/exports")
    asked.output.mkdir(parents=True, exist_ok=True)
    with Studio() as studio, viewer(asked.output, chromium) as look:
        for name in asked.names:
            if asked.again or not (asked.output / f"{name}.glb").exists():
                _export(studio, name, asked.output, asked.size)
            told = _beside(look, name, asked.output)
            made = json.loads((asked.output / f"{name}.json").read_text())
            size = (asked.output / f"{name}.glb").stat().st_size / 1e6
            print(f"{name:<10} {size:6.1f} MB {made['seconds']:6.0f} s  {told['triangles']:>10,} triangles drawn  {told['calls']:>6,} calls", flush=True)


def _export(studio: Studio, name: str, folder: Path, size: int) -> None:
    """The picture and the export of one and the same set."""
    request = Request(prompt=SCENES[name], long_side=size, quality="draft", seed=1, engine="stage")
    recipe = studio.recipes(request, studio.read(request))[0]
    begin = time.perf_counter()
    rendered = studio.render(recipe, export=(folder / f"{name}.glb",), listen=lambda e: isinstance(e, Progress) and print(f"  {e.done:4.0%} {e.text}", file=sys.stderr))
    Image.fromarray(rendered.outcome.picture).save(folder / f"{name}.png")
    (folder / f"{name}.json").write_text(json.dumps({"seconds": rendered.outcome.report["seconds"]["export"], "all": time.perf_counter() - begin}))


def _beside(look, name: str, folder: Path) -> dict:
    """Left the photograph, right the export."""
    left = Image.open(folder / f"{name}.png").convert("RGB")
    told = look(f"{name}.glb", left.width, left.height, folder / f"{name}-three.png")
    sheet = Image.new("RGB", (2 * left.width + GAP, left.height), "white")
    sheet.paste(left, (0, 0))
    sheet.paste(Image.open(folder / f"{name}-three.png").convert("RGB"), (left.width + GAP, 0))
    sheet.save(folder / f"{name}-sheet.png")
    return told


if __name__ == "__main__":
    main()

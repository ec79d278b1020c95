"""A contact sheet of set pages, to be looked at as a designer would: `python -m bench.contact_sheets.pages OUT.png [poster menu …]`.

A page for each template, from the prompts of `pages.toml`; `--px` is a tile's side, pixels.
"""

from __future__ import annotations

import argparse
import io
import tomllib
from pathlib import Path

from PIL import Image

from bench.contact_sheets import tiles
from diorama.language.pages.documents import document
from diorama.typeset import press

PROMPTS: dict[str, str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
GROUND = "#8d9196"
"""What the pages lie on: neither white paper nor black is lost on it."""
AIR = 0.94
"""The share of a tile's side that a page's long side takes."""


def shot(name: str, px: int) -> Image.Image:
    """The first page of a prompt, in the middle of a tile."""
    made = document(PROMPTS[name])
    assert made is not None, f"nothing is to be read in {name}"
    page = Image.open(io.BytesIO(press(made, "png", long_side=round(px * AIR))[0])).convert("RGBA")
    tile = Image.new("RGBA", (px, px), GROUND)
    tile.alpha_composite(page, ((px - page.width) // 2, (px - page.height) // 2))
    return tile.convert("RGB")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.contact_sheets.pages")
    parser.add_argument("out")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROMPTS))
    parser.add_argument("--px", type=int, default=420)
    parser.add_argument("--columns", type=int, default=6)
    options = parser.parse_args()
    if unknown := set(options.names) - set(PROMPTS):
        parser.error(f"no prompt for {', '.join(sorted(unknown))}: one of {', '.join(PROMPTS)}")
    tiles.write(options.out, options.names or list(PROMPTS), lambda name: shot(name, options.px), options.columns, options.px)


if __name__ == "__main__":
    main()

"""A brand's colours: how far what carries them is from what was asked for, as its own colour and on the developed picture, light, tone and film in it.

python bench/brand.py [--size 320] [--quality draft]     prints a row for each colour of a palette and of a logo: CIEDE2000

own        the surface's own colour (the judge's `palette` claim: 5 at most)
seen       the developed picture, median of the pixels that carry it
hue        the same with its lightness set to that of the colour
white      how light white things of the picture come out, L* of 100
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from diorama.image.colour import ciede2000, encoded_to_lab, linear_to_lab, parse_hex
from diorama.recipe import Request
from diorama.studio import Settings, Studio
from diorama.studio.inputs import keep

PALETTE = (("a #b5651d mug and a white bowl on a grey table, softbox", "mug", "#b5651d"),
           ("a #1f6f8b vase and a white cup on a grey table, softbox", "vase", "#1f6f8b"),
           ("a #d62839 box and a white cup on a white table, window light", "box", "#d62839"))  # fmt: skip
LOGO = ("#d62839", "#1d3557", "#f4a261")
BEARERS = ("a white box with our logo on it, on a grey table, softbox", "a white mug with our logo on it, on a grey table, softbox")
NEAR = 4.0
"""CIEDE2000 of the own colour within which a pixel carries it."""


def logo() -> bytes:
    sheet = np.zeros((120, 360, 4), np.uint8)
    for k, colour in enumerate(LOGO):
        sheet[:, 120 * k : 120 * k + 120] = (*(np.asarray(parse_hex(colour)) * 255).round().astype(int), 255)
    file = io.BytesIO()
    Image.fromarray(sheet).save(file, format="PNG")
    return file.getvalue()


def measured(own: np.ndarray, picture: np.ndarray, where: np.ndarray, colour: str) -> tuple[float, float, float, int]:
    """`own`: float32 linear (n, 3) and `picture`: uint8 sRGB (n, 3) of the pixels in question."""
    target = encoded_to_lab(np.asarray(parse_hex(colour)))
    apart = ciede2000(linear_to_lab(np.clip(own[where], 0, 1)), target)
    carries = apart <= max(NEAR, float(np.quantile(apart, 0.02)))
    labs = encoded_to_lab(picture[where][carries].astype(np.float32) / 255)
    middle = np.median(labs, axis=0)
    alike = np.array([target[0], *middle[1:]])
    return float(np.median(apart[carries])), float(ciede2000(middle, target)), float(ciede2000(alike, target)), int(carries.sum())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=320)
    parser.add_argument("--quality", default="draft")
    asked = parser.parse_args()
    print(f"{'what':58} {'colour':8} {'own':>5} {'seen':>5} {'hue':>5} {'pixels':>6}  white L*")
    with tempfile.TemporaryDirectory() as home, Studio(Settings(home=Path(home))) as studio:
        mark = keep(studio.history.inputs, [("logo", logo())])
        for words, noun, colours, inputs in [(w, n, (c,), ()) for w, n, c in PALETTE] + [(w, w.split()[2], LOGO, mark) for w in BEARERS]:
            request = Request(prompt=words, seed=3, long_side=asked.size, quality=asked.quality, inputs=inputs)
            outcome = studio.render(studio.recipes(request, studio.read(request))[0], passes=True).outcome
            of = {s["index"]: s["id"] for s in outcome.report["subjects"]}
            nouns = {s.id: s.noun for s in outcome.scene.subjects} if outcome.scene else {}
            ids, own = outcome.passes["ids"], outcome.passes["colour"]
            there = np.isin(ids, [index for index, id in of.items() if nouns.get(id) == noun])
            white = encoded_to_lab(outcome.picture[(own.min(axis=-1) > 0.6) & (ids > 0)].astype(np.float32) / 255)
            light = f"{np.median(white[:, 0]):.0f}" if len(white) else "-"
            for colour in colours:
                own_, seen, hue, count = measured(own, outcome.picture, there, colour)
                print(f"{words[:58]:58} {colour:8} {own_:5.1f} {seen:5.1f} {hue:5.1f} {count:6}  {light}", flush=True)


if __name__ == "__main__":
    main()

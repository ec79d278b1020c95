"""A picture of each operation of the darkroom, made by the command line in a home of its own, on one contact sheet.

python bench/operations.py SHEET.jpg [--size 288] [--only WORDS]     what a command says wrong is written under an empty field, and counts
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from importlib.resources import files as files_of
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from diorama.image import encode, open_picture
from diorama.studio import Settings, Studio, contact_sheet

BASE = "a red mug and a green apple on an oak table, soft window light from the left"
SIGN = 'a wooden sign that says "OPEN" in white letters on a brick wall'

BEHIND = "--thing mug --thing apple --invert --feather 2"


class Shot(NamedTuple):
    """One command. `of`: the picture it works on, by the name of an earlier one; its file or its id takes the place of {of}."""

    name: str
    command: str
    of: str = ""


EDITS = (
    ("recolour", "make the mug blue"), ("re-material", "make the mug brass"), ("remove", "remove the apple"), ("add", "add a lemon"),
    ("replace", "replace the apple with a pear"), ("weather", "make it rain"), ("season", "winter"), ("time", "at night"),
    ("background", "replace the table with white marble"),
)  # fmt: skip
SHOTS = (
    Shot("the picture", f"make '{BASE}' --seed 3 -q draft --size {{size}}"),
    *(Shot(name, f"refine {{of}} '{words}'", "the picture") for name, words in EDITS),
    Shot("what changed", "difference {of}", "recolour"),
    Shot("a sign", f"make '{SIGN}' --seed 3 -q draft --size {{size}}"),
    Shot("restyle text", "refine {of} 'make the letters red'", "a sign"),
    Shot("enlarge (photographed again)", "enlarge {of} -x 2", "the picture"),
    Shot("extend right 30 %", "extend {of} --right '30 %'", "the picture"),
    Shot("cut out with its shadow", "cutout {of}", "the picture"),
    Shot("crop", "crop {of} 0.4,0.2,1,1", "the picture"),
    Shot("foreign: erase", "erase {foreign} --box 0.02,0.3,0.4,0.85"),
    Shot("another background", f"background {{of}} --with '#3b6ea5' {BEHIND}", "the picture"),
    Shot("another background, relit", f"background {{of}} --with '#e08040' {BEHIND} --relight 0.8", "the picture"),
    Shot("foreign: extend by patches", "extend {foreign} --bottom 25% --by patches"),
    Shot("foreign: enlarge", "enlarge {foreign} -x 2 --by resample"),
    Shot("print: the proof", "print {of} --paper a6 --bleed 3 --marks --dpi 150 -o {folder}/page.pdf", "the picture"),
    Shot("palette in words", "make 'a mug and two vases on a table, brand palette of teal and coral' --seed 4 -q draft --size {size}"),
    Shot("within a box", "make 'a brass lamp on a desk in the right half of the frame' --seed 4 -q draft --size {size}"),
    Shot("room for a headline", "make 'a perfume bottle on slate, room for a headline at the top left' --seed 4 -q draft --size {size}"),
    Shot("best of 2, by a rubric", "make 'three pears on a plate' --best-of 2 --rubric {folder}/brand.toml --seed 5 -q draft --size {size}"),
    Shot("cut out, the things alone", "cutout {of} --no-shadow", "the picture"),
    Shot("a cut-out of one's own", "make 'my mug on wet slate, rim light' --with mug={folder}/mug.png --seed 6 -q draft --size {size}"),
    Shot("a thing of one's own (OBJ)", "make 'my bottle on wet slate, rim light' --with bottle={folder}/bottle.obj --seed 6 -q draft --size {size}"),
    Shot("a box for each", "make 'a red cup in the left third and a blue bowl in the lower right corner' --seed 3 -q draft --size {size}"),
    Shot("a logo as given", "make 'a white mug with our logo on it, on slate' --logo {folder}/logo.png --seed 3 -q draft --size {size}"),
    Shot("a brand's font", "make 'a white sign that says \"HAMBURG\" on a brick wall' --font {font} --seed 3 -q draft --size {size}"),
    Shot("erased by an engine (a pretended one)", "erase {foreign} --box 0.02,0.3,0.4,0.85 --by fake"),
    Shot("a campaign's sheet", "campaign {folder}/campaign.toml --output {folder}/campaign"),
)  # fmt: skip
FONT = files_of("font_amatic_sc") / "files" / "AmaticSC-Bold.ttf"
RUBRIC = 'rules = ["three pears", "nothing is cut off", "safe margins of 2%"]\nleast = 0.9\n'
CAMPAIGN = """brief = "a {subject} on a plinth, palette of teal and sand"
subjects = ["mug", "vase"]
formats = ["1:1", "9:16"]
size = 160
quality = "draft"
seed = 2
"""


def files(folder: Path) -> None:
    """What the commands are given: a rubric, a campaign, a bottle's form."""
    (folder / "brand.toml").write_text(RUBRIC)
    (folder / "campaign.toml").write_text(CAMPAIGN)
    logo = Image.new("RGBA", (600, 300))
    draw = ImageDraw.Draw(logo)
    draw.rounded_rectangle((0, 0, 599, 299), 60, fill="#0f7a5c")
    draw.ellipse((40, 40, 260, 260), fill="#f2b705")
    draw.rectangle((320, 60, 560, 120), fill="#f7f3ea")
    draw.rectangle((320, 180, 560, 240), fill="#d7263d")
    logo.save(folder / "logo.png")
    radii = ((0.0, 0.0), (0.035, 0.0), (0.035, 0.14), (0.012, 0.18), (0.012, 0.23), (0.0, 0.23))
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    corners = [f"v {r * np.cos(a):.5f} {z:.5f} {r * np.sin(a):.5f}" for r, z in radii for a in turn]
    rings = range(len(radii) - 1)
    faces = [f"f {48 * i + k + 1} {48 * i + (k + 1) % 48 + 1} {48 * (i + 1) + (k + 1) % 48 + 1} {48 * (i + 1) + k + 1}" for i in rings for k in range(48)]
    (folder / "bottle.obj").write_text("\n".join((*corners, *faces)))


def run(command: list[str], home: Path) -> tuple[dict, str]:
    """What a command printed as JSON, and what it said wrong."""
    there = os.environ | {"DIORAMA_HOME": str(home)}
    done = subprocess.run([sys.executable, "-m", "diorama", *command], env=there, capture_output=True, text=True, timeout=600)
    told = json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else {}
    told = told.get("picture", told) if isinstance(told, dict) else told  # a refinement tells what it understood besides
    if isinstance(told, list):  # a campaign's pictures lie beside their sheet
        told = {"file": str(Path(told[0]["file"]).parent / "sheet.jpg")}
    return told, "" if done.returncode == 0 else f"{done.returncode}: {done.stderr.strip().splitlines()[0] if done.stderr.strip() else ''}"


def taken(shot: Shot, folder: Path, made: dict[str, dict], size: int) -> list[str]:
    """The words of the command."""
    known = made.get(shot.of, {})
    words = {"of": known.get("id", "last"), "foreign": str(folder / "foreign.jpg"), "folder": str(folder), "font": str(FONT), "size": str(size)}
    command = shlex.split(shot.command.format(**words))
    output = [] if "-o" in command or "--output" in command else ["-o", str(folder / f"{len(made):02d}.png")]
    return [*command, *output, "--force", "--json", *(["--quiet"] if command[0] != "campaign" else [])]


def shown(shot: Shot, told: dict, folder: Path, home: Path) -> np.ndarray:
    """Its picture; on squares where it is transparent."""
    if str(told["file"]).endswith(".pdf"):  # its proof is what the history keeps
        with Studio(Settings(home=home)) as studio:
            return open_picture(studio.history.read(studio.history.get(told["id"])))[..., :3]
    path = Path(told["file"])
    picture = Image.open(path)
    if picture.mode != "RGBA":
        return np.asarray(picture.convert("RGB"))
    y, x = np.mgrid[0 : picture.height, 0 : picture.width]
    squares = np.where((x // 12 + y // 12) % 2, 210, 235).astype(np.uint8)
    ground = Image.fromarray(np.repeat(squares[..., None], 3, axis=2))
    ground.paste(picture, mask=picture.getchannel("A"))
    return np.asarray(ground)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--size", type=int, default=288)
    parser.add_argument("--only", default="", help="parts of names, with commas between them")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--each", type=Path, help="a folder for the pictures, one a file")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="operations-"))
    home, made, cells, wrong = asked.home or folder / "home", {}, [], 0
    files(folder)
    for shot in SHOTS:
        if asked.only and not any(part in shot.name for part in asked.only.split(",")) and shot.name != "the picture":
            continue
        start = time.perf_counter()
        told, problem = run(taken(shot, folder, made, asked.size), home)
        made[shot.name] = told
        try:
            picture = shown(shot, told, folder, home)
        except (OSError, KeyError):
            picture, problem = np.full((asked.size, asked.size, 3), 60, np.uint8), problem or "no picture"
        wrong += bool(problem)
        print(f"{shot.name:32} {time.perf_counter() - start:5.1f} s  {problem}", flush=True)
        if shot.name == "the picture":
            Image.fromarray(picture).save(folder / "foreign.jpg", quality=95)
        if shot.name == "cut out, the things alone":
            cut = Image.open(told["file"]).crop((round(picture.shape[1] * 0.47), 0, *picture.shape[1::-1]))  # the apple is left of the mug
            cut.save(folder / "mug.png")
        if asked.each:
            asked.each.mkdir(parents=True, exist_ok=True)
            Image.fromarray(picture).save(asked.each / f"{len(cells):02d}-{re.sub('[^a-z0-9]+', '-', shot.name.lower()).strip('-')}.png")
        cells.append((picture, shot.name + (f": {problem}" if problem else "")))
    asked.sheet.write_bytes(encode(contact_sheet(cells, columns=6, cell=asked.size), "jpeg"))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

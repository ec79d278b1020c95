"""A brand in a photograph, measured on it: a logo's colours and proportions against its file, a font by its letters' forms against other fonts."""

from __future__ import annotations

import shutil
import subprocess
from importlib.resources import files

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import binary_opening

from diorama.image import encode
from diorama.image.colour import ciede2000, encoded_to_lab, linear_to_lab, parse_hex
from diorama.recipe import Request
from diorama.studio import Settings, Studio
from diorama.studio.inputs import keep

pytestmark = pytest.mark.stage
GREEN, YELLOW, RED = "#0f7a5c", "#f2b705", "#d7263d"
AMATIC = files("font_amatic_sc") / "files" / "AmaticSC-Bold.ttf"
OTHERS = {
    "source_serif": files("font_source_serif_pro") / "files" / "SourceSerifPro-Semibold.ttf", "roboto": files("font_roboto") / "files" / "Roboto-Bold.ttf",
    "source_sans": files("font_source_sans_pro") / "files" / "SourceSansPro-Bold.ttf", "intuitive": files("font_intuitive") / "files" / "Intuitive.ttf",
}  # fmt: skip
CARRIES = 5.0
"""CIEDE2000 at most, as of a palette."""


@pytest.fixture(scope="module")
def studio(tmp_path_factory):
    with Studio(Settings(home=tmp_path_factory.mktemp("home"))) as made:
        yield made


def photographed(studio, words, kind, data, size):
    (file,) = keep(studio.history.inputs, [(kind, data)])
    request = Request(prompt=words, seed=3, long_side=size, quality="draft", inputs=(file,))
    (recipe,) = studio.recipes(request, studio.read(request))
    return studio.render(recipe, passes=True)


def logo() -> bytes:
    """Green, twice as wide as high; a yellow disc in its left half, a red bar at the lower right."""
    picture = Image.new("RGBA", (600, 300))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 599, 299), fill=GREEN)
    draw.ellipse((40, 40, 260, 260), fill=YELLOW)
    draw.rectangle((320, 180, 560, 240), fill=RED)
    return encode(np.asarray(picture))


def where(colour: np.ndarray, asked: str) -> tuple[np.ndarray, np.ndarray]:
    """bool (h, w): where the thing's own colour is the one that is asked for, to a glance; and how far off each of those is."""
    apart = np.asarray(ciede2000(linear_to_lab(np.clip(colour, 0, 1)), encoded_to_lab(np.asarray(parse_hex(asked)))))
    mask = binary_opening(apart < 12)
    return mask, apart[mask]


def extent(mask: np.ndarray) -> tuple[float, float]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return float(columns[-1] - columns[0] + 1), float(rows[-1] - rows[0] + 1)


def test_a_logo_has_its_colours_and_proportions(studio):
    made = photographed(studio, "a cardboard box with our logo, seen from the front at eye level, on a white seamless background", "logo", logo(), 480)
    seen = {name: where(made.outcome.passes["colour"], name) for name in (GREEN, YELLOW, RED)}
    for name, (mask, apart) in seen.items():
        assert mask.sum() > 60, name
        assert np.median(apart) <= CARRIES, (name, float(np.median(apart)))
    whole = np.logical_or.reduce([mask for mask, _ in seen.values()])
    wide, high = extent(whole)
    disc, bar = extent(seen[YELLOW][0]), extent(seen[RED][0])
    assert disc[0] / wide == pytest.approx(221 / 600, rel=0.1) and disc[1] / high == pytest.approx(221 / 300, rel=0.1)
    assert bar[0] / wide == pytest.approx(241 / 600, rel=0.1) and bar[1] / high == pytest.approx(61 / 300, rel=0.2)
    assert wide / high == pytest.approx(2.0, rel=0.12), "as far as the box is turned"


def likeness(crop: np.ndarray, font, text: str) -> float:
    """Correlation of dark letters in a picture, float (h, w), with the same text in a font, as high and as wide."""
    face = ImageFont.truetype(str(font), 160)
    left, top, right, bottom = face.getbbox(text)
    drawn = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(drawn).text((-left, -top), text, fill=255, font=face)
    other = np.asarray(drawn.resize((crop.shape[1], crop.shape[0]), Image.Resampling.LANCZOS), np.float32)
    return float(np.corrcoef(crop.ravel(), other.ravel())[0, 1])


def word(picture: np.ndarray, text: str) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of a word that tesseract reads in a picture, pixels of it three times as large."""
    page = encode(np.asarray(Image.fromarray(picture).resize((picture.shape[1] * 3, picture.shape[0] * 3), Image.Resampling.LANCZOS)))
    rows = subprocess.run(["tesseract", "-", "-", "--psm", "11", "tsv"], input=page, capture_output=True, check=True).stdout.decode().splitlines()
    found = [row.split("\t") for row in rows if row.split("\t")[-1].strip() == text]
    assert found, [row.split("\t")[-1] for row in rows if row.split("\t")[-1].strip()]
    left, top, wide, high = (int(side) for side in found[0][6:10])
    return left, top, left + wide, top + high


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract, which reads the picture, is not installed")
def test_a_brands_font_is_read_and_known_among_others(studio):
    words = 'a white sign that says "HAMBURG" in black letters on a brick wall, seen from the front'
    made = photographed(studio, words, "font", AMATIC.read_bytes(), 768)
    likened = likenesses(made.outcome.picture)
    assert max(likened, key=lambda name: likened[name]) == "amatic" and likened["amatic"] > 1.5 * max(likened[name] for name in OTHERS), likened


def likenesses(picture: np.ndarray) -> dict[str, float]:
    """How like each font the word on a picture is."""
    left, top, right, bottom = word(picture, "HAMBURG")
    grey = np.asarray(Image.fromarray(picture).convert("L").resize((picture.shape[1] * 3, picture.shape[0] * 3), Image.Resampling.LANCZOS), np.float32)
    crop = 255 - grey[top:bottom, left:right]
    assert crop.shape[0] > 60, "large enough to be told"
    return {name: likeness(crop, font, "HAMBURG") for name, font in {**OTHERS, "amatic": AMATIC}.items()}

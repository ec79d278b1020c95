"""A brand in a photograph, measured on it: a logo's colours and proportions against its file, a font by its letters' forms against other fonts."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import binary_closing, binary_opening, find_objects, label

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
    return studio.render(recipe.model_copy(update={"options": {**recipe.options, "samples": 4}}), passes=True)  # only the things' own colours are measured


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


def letters(colour: np.ndarray) -> np.ndarray:
    """The letters on the lightest sign of a picture's own colours, linear (h, w, 3): float (h, w), 1 where dark, cut to them."""
    grey = np.clip(colour, 0, 1).mean(axis=2)
    parts, _ = label(binary_closing(grey > 0.5, iterations=2))
    sign = find_objects((parts == np.bincount(parts.ravel())[1:].argmax() + 1).astype(int))[0]
    inner = tuple(slice(side.start + (side.stop - side.start) // 20, side.stop - (side.stop - side.start) // 20) for side in sign)
    forms, _ = label(grey[inner] < 0.2)
    high, wide = forms.shape
    sizes = ((box, box[0].stop - box[0].start, box[1].stop - box[1].start) for box in find_objects(forms))
    told = [box for box, tall, broad in sizes if tall > 0.1 * high and broad < 0.3 * wide]  # no nail, and no gap between two boards
    rows, columns = ([box[side].start for box in told] + [box[side].stop for box in told] for side in (0, 1))
    return 1 - grey[inner][min(rows) : max(rows), min(columns) : max(columns)]


def test_a_brands_font_is_known_among_others(studio):
    words = 'a white sign that says "HAMBURG" in black letters on a brick wall, seen from the front'
    made = photographed(studio, words, "font", AMATIC.read_bytes(), 480)
    crop = letters(made.outcome.passes["colour"])
    assert min(crop.shape) > 20, "large enough to be told"
    likened = {name: likeness(crop, font, "HAMBURG") for name, font in {**OTHERS, "amatic": AMATIC}.items()}
    assert max(likened, key=lambda name: likened[name]) == "amatic" and likened["amatic"] > 1.5 * max(likened[name] for name in OTHERS), likened

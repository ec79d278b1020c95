"""A face of somebody's own: what is set with it is in it, as other readers see it; what is no font is told."""

from __future__ import annotations

import io
from contextlib import closing

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pypdfium2 import PdfDocument

from diorama.engines.stage.pages import with_pages
from diorama.errors import RequestError
from diorama.scene import Scene
from diorama.studio import typeset, words
from diorama.typeset import brand

WORDS = 'a poster with the title "HELLO RIVER"'


def blocks(letters: str = "HELORIV", flavor: str | None = None) -> bytes:
    """A font in which every letter is a solid block."""
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (550, 700), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    names = [".notdef", "space", *letters]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({32: "space", **{ord(c): c for c in letters}})
    empty = TTGlyphPen(None).glyph()
    made.setupGlyf({name: empty if name in (".notdef", "space") else pen.glyph() for name in names})
    made.setupHorizontalMetrics({name: (600, 50) for name in names})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Roboto", "styleName": "Regular"})  # a name that others have too
    made.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    if flavor is None:
        return out.getvalue()
    font, packed = TTFont(io.BytesIO(out.getvalue())), io.BytesIO()
    font.flavor = flavor
    font.save(packed)
    return packed.getvalue()


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(brand, "user_cache_path", lambda name: tmp_path / name)


@pytest.mark.parametrize("flavor", [None, "woff", "woff2"])
def test_a_page_is_set_in_the_font_that_was_given(tmp_path, flavor):
    made = typeset.lettered(typeset.pages(WORDS), blocks(flavor=flavor))
    ((_, data),) = typeset.print_pages(made, tmp_path / "a.pdf")
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = [str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()]
    assert fonts and all("Brand" in name for name in fonts), fonts


def test_its_words_are_still_words(tmp_path):
    made = typeset.lettered(typeset.pages(WORDS), blocks())
    ((_, data),) = typeset.print_pages(made, tmp_path / "a.pdf")
    with closing(PdfDocument(data)) as file:
        told = file[0].get_textpage().get_text_range()
    assert "HELLO" in told and "RIVER" in told


def test_letters_that_it_has_not_are_told_and_set_otherwise(tmp_path):
    made = typeset.lettered(typeset.pages('a poster with the title "HELLO ŽUFFE"'), blocks())
    assert any("has no F U Ž" in note for note in typeset.notes(made))


def test_labels_in_a_scene_are_pages_in_that_face():
    scene = words.read('a wooden sign that says "HELLO" on a brick wall').scene
    plain, lettered = (with_pages(scene.model_dump(mode="json"), scene, font) for font in (None, blocks()))
    assert "page" not in plain["subjects"][0]["labels"][0]
    page = lettered["subjects"][0]["labels"][0]["page"]
    face = page["data"]["blocks"][0]["face"][0]
    assert face.startswith(brand.PREFIX) and any(str(brand.folder(face)) == folder for folder in page["fonts"])
    assert isinstance(scene, Scene)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"hello", "no font"), (b"", "no font"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "no font"),
        (b"\0\1\0\0" + b"\xff" * 200, "damaged"), (blocks()[:400], "damaged"),
        (b"ttcf" + b"\0" * 40, "collection"), (b"wOF2" + b"\0" * 60, "damaged"), (blocks(letters=""), "outlines|no letters"),
    ],
)  # fmt: skip
def test_what_is_no_font_is_told(data, says):
    with pytest.raises(RequestError, match=says) as told:
        brand.family(data)
    assert "TTF" in (told.value.hint or "")

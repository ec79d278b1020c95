"""For the press: sheets, inks, boxes and marks, as other programs read them: PDFium, qpdf, exiftool, Pillow."""

from __future__ import annotations

import importlib.util
import io
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from diorama.errors import RequestError
from diorama.image.press import Sheet, changed, fitted, proof, separated
from diorama.image.profiles import adobe_rgb, cmyk
from diorama.studio import Settings, Studio, darkroom, printing

spec = importlib.util.spec_from_file_location("inks", Path(__file__).parents[1] / "image/inks.py")
inks = importlib.util.module_from_spec(spec)
spec.loader.exec_module(inks)
PROFILE = inks.profile()
MM = 72 / 25.4
exiftool = pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        yield made


@pytest.fixture
def of(studio, tmp_path):
    y, x = np.mgrid[0:160, 0:240]
    picture = np.stack([60 + x * 0.6, 90 + y * 0.6, 200 - x * 0.4], -1).astype(np.uint8)
    Image.fromarray(picture).save(tmp_path / "a.png")
    return darkroom.picture(studio, str(tmp_path / "a.png"))


def file(studio, of, size=(100, 60), **more):
    told = []
    outcome = studio.render(printing.printed(studio, of, size, **more).recipe, listen=told.append).outcome
    return outcome.files[0].data, outcome, told


def test_a_page_in_four_inks_has_its_boxes_marks_and_output_intent(studio, of, tmp_path):
    data, outcome, _ = file(studio, of, space="cmyk", profile=PROFILE, bleed=3, marks=True, dpi=100)
    page = pypdfium2.PdfDocument(data)[0]
    border = 8 * MM
    assert np.allclose(page.get_trimbox(), (border, border, border + 100 * MM, border + 60 * MM), atol=0.01)
    assert np.allclose(page.get_bleedbox(), (5 * MM, 5 * MM, border + 103 * MM, border + 63 * MM), atol=0.01)
    shown = np.asarray(page.render(scale=4).to_pil().convert("RGB"))
    mark = shown[round(border * 4) - 2 : round(border * 4) + 3, : round(4 * 4 * MM)]  # the mark at the left, a hairline in every ink
    assert mark.min() < 90 and shown[2, 2].min() == 255
    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.check_pdf_syntax() == [] and document.pdf_version == "1.6"
        intent = document.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFX" and intent.DestOutputProfile.read_bytes() == PROFILE
        image = document.pages[0].get_images()["/P"]
        assert [int(image.Width), int(image.Height)] == [417, 260] == outcome.report["pixels"]
        assert len(image.read_bytes()) == 417 * 260 * 4


@exiftool
def test_exiftool_reads_what_the_standard_asks_for(studio, of, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(file(studio, of, space="cmyk", profile=PROFILE, dpi=72)[0])
    found = json.loads(subprocess.run(["exiftool", "-j", path], capture_output=True, text=True, check=True).stdout)[0]
    assert found["GTS_PDFXVersion"] == "PDF/X-4" and str(found["PDFVersion"]) == "1.6" and found["Trapped"] in ("False", False) and "Warning" not in found
    path.write_bytes(file(studio, of, dpi=72)[0])
    assert "GTS_PDFXVersion" not in json.loads(subprocess.run(["exiftool", "-j", path], capture_output=True, text=True, check=True).stdout)[0]


@pytest.mark.parametrize(("space", "mode"), [("srgb", "RGB"), ("adobe", "RGB"), ("cmyk", "CMYK")])
def test_a_tiff_says_its_colours_and_its_dots(studio, of, space, mode):
    data, outcome, _ = file(studio, of, file="tiff", space=space, profile=PROFILE if space == "cmyk" else None, dpi=300)
    image = Image.open(io.BytesIO(data))
    assert image.mode == mode and image.info["dpi"] == (300, 300) and image.size == (1181, 709)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    back = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB", renderingIntent=1, flags=flags)
    small = np.asarray(back.resize((outcome.picture.shape[1], outcome.picture.shape[0])))
    assert np.abs(small.astype(int) - outcome.picture).mean() < 3  # the proof is what another reader sees


def test_colours_come_back_and_what_inks_cannot_make_is_told(studio, of, tmp_path):
    grey = np.full((20, 20, 3), 128, np.uint8)
    seen = proof(separated(grey, "cmyk", PROFILE))
    assert changed(grey, seen)[0] < 12
    Image.fromarray(np.full((50, 50, 3), (0, 0, 255), np.uint8)).save(tmp_path / "blue.png")
    _, outcome, told = file(studio, darkroom.picture(studio, str(tmp_path / "blue.png")), (50, 50), space="cmyk", profile=PROFILE, dpi=72)
    assert outcome.report["changed"] == 1.0 and "out_of_gamut" in [getattr(one, "code", None) for one in told]


def test_too_few_pixels_are_told_with_what_would_help(studio, of):
    _, outcome, told = file(studio, of, dpi=300)
    warning = next(one for one in told if getattr(one, "code", None) == "few_pixels")
    assert "enlarge it 4.9 times" in warning.text and outcome.report["own_dpi"] == pytest.approx(61, abs=0.2)


def test_a_sheet_is_covered_and_what_is_cut_is_told():
    fit = fitted(np.zeros((100, 200, 3), np.uint8), Sheet(100, 100, 0, 72))
    assert fit.picture.shape == (283, 283, 3) and fit.cut == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"space": "cmyk"}, "no known kind"), ({"space": "cmyk", "profile": b"x"}, "no ICC profile"),
        ({"space": "cmyk", "profile": adobe_rgb()}, "not of four inks"),
        ({"file": "tiff", "marks": True}, "no crop marks"), ({"size": (3000, 3000)}, "pixels"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_said_before_the_work(studio, of, more, says):
    with pytest.raises(RequestError, match=says):
        file(studio, of, **more)


def test_papers_by_name_and_by_size():
    assert printing.paper("A3", True) == (420, 297) and printing.paper("a3", False) == (297, 420)
    assert printing.paper("18 x 24in", True) == pytest.approx((457.2, 609.6))
    with pytest.raises(RequestError, match="is no paper"):
        printing.paper("huge", True)


def test_profiles_are_read_by_littlecms():
    opened = ImageCms.ImageCmsProfile(io.BytesIO(adobe_rgb()))
    assert "Adobe RGB" in ImageCms.getProfileDescription(opened) and cmyk(PROFILE) == "Four test inks"
    red = Image.new("RGB", (1, 1), (255, 0, 0))
    made = ImageCms.profileToProfile(red, ImageCms.createProfile("sRGB"), opened, outputMode="RGB")
    assert np.abs(np.array(made.getpixel((0, 0))) - (219, 0, 0)).max() <= 1  # sRGB's red in Adobe RGB


def test_a_print_is_an_entry_with_its_file(studio, of, tmp_path):
    worked = printing.printed(studio, of, (50, 30), dpi=72, marks=True)
    made = studio.make(worked.recipe, tmp_path / "proof.png", edit=worked.edit)
    assert made.entry.files[0].type == "application/pdf" and (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF-1.6")


@pytest.mark.parametrize(
    ("where", "size", "more"),
    [("paper", (0.0, 297.0), {}), ("paper", (210.0, 1e9), {}), ("dpi", (210.0, 297.0), {"dpi": 0.0}), ("dpi", (210.0, 297.0), {"dpi": float("nan")}),
     ("bleed", (210.0, 297.0), {"bleed": float("inf")}), ("bleed", (210.0, 297.0), {"bleed": -1.0})],
)  # fmt: skip
def test_a_sheet_that_cannot_be_is_refused(where, size, more, monkeypatch):
    monkeypatch.setattr("diorama.studio.printing.upright", lambda of: None)
    with pytest.raises(RequestError) as refused:
        printing.printed(None, None, size, **more)
    assert refused.value.where == where


@pytest.mark.parametrize("bleed", [0.0, 3.0, 12.0])
def test_every_crop_mark_lies_on_the_page_and_off_the_bleed(studio, of, bleed):
    data, _, _ = file(studio, of, bleed=bleed, marks=True, dpi=72)
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        _, _, wide, high = (float(side) for side in page.MediaBox)
        left, low, right, up = (float(side) for side in page.BleedBox)
        drawn = [[float(v) for v in operands] for operands, operator in pikepdf.parse_content_stream(page) if str(operator) in ("m", "l")]
    assert len(drawn) == 16 and all(0 <= x <= wide and 0 <= y <= high for x, y in drawn)
    assert all(x <= left or x >= right or y <= low or y >= up for x, y in drawn)

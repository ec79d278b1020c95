"""Our pictures in the hands of other programs: what piexif, exiftool and exiv2 read in them, and what is left when they have written."""

import io
import json
import shutil
import subprocess

import numpy as np
import piexif
import piexif.helper
import pytest
from PIL import Image

from diorama.image import Metadata, encode, open_picture, read_metadata
from diorama.image.codecs import picture_facts
from diorama.image.metadata import cut, parameters, xmp

SUFFIXES = {"png": "png", "jpeg": "jpg", "webp": "webp"}
RECIPE = {"prompt": "a café cup 茶", "scene": {"subjects": ["Tasse"]}, "seed": 3}
METADATA = Metadata(prompt=RECIPE["prompt"], recipe=json.dumps(RECIPE, ensure_ascii=False), width=40, height=30, seed=3, steps=64, tool="Diorama 0.1.0")
NOISE = json.dumps({"noise": np.random.default_rng(1).integers(0, 2**62, 30_000).tolist()})
"""A recipe that does not fit into a segment of a JPEG."""
CHINESE = "".join(chr(0x4E00 + k * 7919 % 20_000) for k in range(20_000))
"""None twice: they do not pack."""
PIXELS = np.zeros((30, 40, 3), np.uint8)

exiftool = pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed (Debian: libimage-exiftool-perl)")
exiv2 = pytest.mark.skipif(shutil.which("exiv2") is None, reason="exiv2 is not installed (Debian: exiv2)")


@pytest.fixture(params=SUFFIXES)
def picture(request, tmp_path):
    path = tmp_path / f"picture.{SUFFIXES[request.param]}"
    path.write_bytes(encode(PIXELS, request.param, metadata=METADATA))
    return path


@pytest.fixture(params=["jpeg", "webp"])
def with_exif(request, tmp_path):
    path = tmp_path / f"picture.{SUFFIXES[request.param]}"
    path.write_bytes(encode(PIXELS, request.param, metadata=METADATA))
    return path


def run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# ── read ──


def test_piexif_reads_the_user_comment(with_exif):
    exif = piexif.load(str(with_exif))
    assert piexif.helper.UserComment.load(exif["Exif"][piexif.ExifIFD.UserComment]) == parameters(METADATA)
    assert (exif["Exif"][piexif.ExifIFD.PixelXDimension], exif["Exif"][piexif.ExifIFD.PixelYDimension]) == (40, 30)
    assert exif["0th"][piexif.ImageIFD.Software] == b"Diorama 0.1.0"


@exiftool
def test_exiftool_finds_nothing_wrong_and_reads_everything(picture):
    assert run("exiftool", "-validate", "-warning", "-error", "-a", "-s3", picture).strip() == "OK"
    found = json.loads(run("exiftool", "-j", picture))[0]
    assert found["CreatorTool"] == "Diorama 0.1.0" and found["Description"] == METADATA.prompt
    assert found["DigitalSourceType"].endswith("/algorithmicMedia")
    assert (found["Parameters"] if picture.suffix == ".png" else found["UserComment"]) == parameters(METADATA)


@exiv2
def test_exiv2_reads_the_user_comment(with_exif):
    assert run("exiv2", "-K", "Exif.Photo.UserComment", "-Pyv", with_exif).split(maxsplit=1) == ["Undefined", f"charset=Unicode {parameters(METADATA)}\n"]
    assert run("exiv2", "-K", "Xmp.dc.description", "-Pt", with_exif).strip() == f'lang="x-default" {METADATA.prompt}'


# ── written by others ──


@exiv2
def test_the_recipe_is_found_after_exiv2_has_written(picture):
    """It writes XMP anew, elements as attributes."""
    run("exiv2", "-M", "set Xmp.xmp.Rating 5", picture)
    found = read_metadata(picture)
    assert found["recipe"] == RECIPE and found["tool"] == "Diorama 0.1.0" and found["source_type"] == "algorithmicMedia"


@exiftool
def test_the_recipe_is_found_after_exiftool_has_written(picture):
    run("exiftool", "-q", "-overwrite_original", "-XMP:Rating=5", "-EXIF:Artist=Ann", picture)
    assert read_metadata(picture)["recipe"] == RECIPE


def test_the_recipe_is_found_after_piexif_has_written(with_exif):
    exif = piexif.load(str(with_exif))
    exif["0th"][piexif.ImageIFD.Artist] = b"Ann"
    piexif.insert(piexif.dump(exif), str(with_exif))
    assert read_metadata(with_exif)["recipe"] == RECIPE and read_metadata(with_exif)["seed"] == 3


FORMS = {
    "element": "<d:recipe>%s</d:recipe>", "value": "<d:recipe><rdf:Description><rdf:value>%s</rdf:value></rdf:Description></d:recipe>",
    "resource": '<d:recipe rdf:resource="%s"/>', "parsed as resource": '<d:recipe rdf:parseType="Resource"><rdf:value>%s</rdf:value></d:recipe>',
    "array": "<d:recipe><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></d:recipe>", "languages": '<d:recipe><rdf:Alt><rdf:li xml:lang="de">x</rdf:li><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></d:recipe>',
}  # fmt: skip


@pytest.mark.parametrize("form", [*FORMS, "attribute"])
@pytest.mark.parametrize("wrapped", [True, False])
def test_a_property_is_read_in_every_form(form, wrapped):
    body, attribute = ("", ' d:recipe="it"') if form == "attribute" else (FORMS[form] % "it", "")
    rdf = f'<rdf:RDF xmlns:rdf="{xmp.RDF}"><rdf:Description rdf:about="" xmlns:z="z:"/><rdf:Description rdf:about="" xmlns:d="{xmp.OURS}"{attribute}>{body}</rdf:Description></rdf:RDF>'
    packet = f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta><?xpacket end="w"?>' if wrapped else rdf
    for data in (packet.encode(), packet.encode("utf-16")):
        assert xmp.parse(data)[xmp.RECIPE] == "it"


# ── what is long ──


@pytest.mark.parametrize("format", SUFFIXES)
@pytest.mark.parametrize("more", [{"prompt": CHINESE}, {"recipe": NOISE}, {"prompt": CHINESE + "\nand a spoon" * 3000, "recipe": NOISE}], ids=["prompt", "recipe", "both"])
def test_whatever_its_length_prompt_and_recipe_come_back(format, more):
    metadata = METADATA.model_copy(update=more)
    found = read_metadata(encode(PIXELS, format, metadata=metadata))
    assert found["prompt"] == metadata.prompt and found["recipe"] == json.loads(metadata.recipe)


def test_what_does_not_fit_is_known_before():
    assert cut(METADATA.model_copy(update={"prompt": CHINESE}), "jpeg") is None
    long = METADATA.model_copy(update={"prompt": "🦊" * 20_000})
    room = cut(long, "jpeg")
    assert 15_000 < room < 16_000 and cut(long, "png") is cut(long, "webp") is None
    data = encode(PIXELS, "jpeg", metadata=long)
    exif = piexif.load(data)["Exif"][piexif.ExifIFD.UserComment]
    assert piexif.helper.UserComment.load(exif).startswith("🦊" * room + "…\nSteps: 64")
    assert read_metadata(data)["prompt"] == long.prompt and read_metadata(data)["seed"] == 3


def test_a_full_block_has_room_for_what_others_add():
    data, out = encode(PIXELS, "jpeg", metadata=METADATA.model_copy(update={"prompt": "🦊" * 20_000})), io.BytesIO()
    tags = piexif.load(data)
    tags["0th"][piexif.ImageIFD.Artist] = b"Ann" * 1000
    piexif.insert(piexif.dump(tags), data, out)
    assert read_metadata(out.getvalue())["seed"] == 3


@exiftool
def test_exiftool_reads_the_extension_of_a_long_recipe(tmp_path):
    path = tmp_path / "long.jpg"
    path.write_bytes(encode(PIXELS, "jpeg", metadata=METADATA.model_copy(update={"recipe": NOISE, "prompt": CHINESE})))
    assert run("exiftool", "-validate", "-warning", "-error", "-a", "-s3", path).strip() == "OK"
    assert xmp.unpack_recipe(run("exiftool", "-b", "-Recipe", path), 4_000_000) == NOISE and run("exiftool", "-b", "-XMP:Description", path) == CHINESE
    run("exiftool", "-q", "-overwrite_original", "-XMP:Rating=5", path)
    assert read_metadata(path)["recipe"] == json.loads(NOISE)


def test_half_an_extension_is_left_out():
    data = encode(PIXELS, "jpeg", metadata=METADATA.model_copy(update={"recipe": NOISE}))
    last = data.rindex(xmp.EXTENSION) - 4
    size = int.from_bytes(data[last + 2 : last + 4], "big") + 2
    found = read_metadata(data[:last] + data[last + size :])
    assert "recipe" not in found and found["tool"] == "Diorama 0.1.0" and found["seed"] == 3


# ── taken in ──


def several(first: np.ndarray, orientation: int = 1) -> bytes:
    """A JPEG of two pictures, as phones write them."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    Image.fromarray(first).save(out, "MPO", save_all=True, append_images=[Image.fromarray(255 - first)], exif=exif.tobytes())
    return out.getvalue()


def test_of_several_pictures_in_a_jpeg_the_first_is_taken():
    first = np.full((30, 40, 3), 200, np.uint8)
    data = several(first)
    assert Image.open(io.BytesIO(data)).format == "MPO"
    assert picture_facts(data) == ("jpeg", 40, 30) and np.abs(open_picture(data).astype(int) - 200).max() < 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", SUFFIXES)
def test_every_way_to_hold_a_camera_is_upright(format, orientation):
    scene = np.zeros((32, 64, 3), np.uint8)
    scene[:16, :32] = (255, 0, 0)  # red at the upper left, green at the upper right
    scene[:16, 32:] = (0, 255, 0)
    stored = {1: scene, 2: scene[:, ::-1], 3: scene[::-1, ::-1], 4: scene[::-1], 5: scene.transpose(1, 0, 2), 6: np.rot90(scene), 7: scene[::-1, ::-1].transpose(1, 0, 2), 8: np.rot90(scene, -1)}[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(stored)).save(out, format, exif=exif.tobytes(), **({"quality": 95} if format != "png" else {}))
    facts, pixels = picture_facts(out.getvalue()), open_picture(out.getvalue()).astype(int)
    assert (facts.width, facts.height) == (64, 32) == pixels.shape[1::-1]
    assert np.abs(pixels[8, 16] - (255, 0, 0)).max() < 40 and np.abs(pixels[8, 48] - (0, 255, 0)).max() < 40

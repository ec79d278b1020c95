import errno
import io
import json
import os
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from diorama.errors import OutputError, RequestError
from diorama.image import Metadata, codecs, encode, files, open_picture, read_metadata, save
from diorama.image.metadata import SOURCE_TYPES, parameters
from diorama.image.metadata.importers import a1111

FORMATS = ["png", "jpeg", "webp"]
RECIPE = {"prompt": 'a "mug" <&>', "scene": {"subjects": ["Tasse é 日本"]}, "seed": 3}
METADATA = Metadata(
    prompt='A mug, "quoted": é 日本 <b>&amp;\nsecond line', recipe=json.dumps(RECIPE, ensure_ascii=False), width=40, height=30, seed=3, steps=64,
    tool="Diorama 0.1.0", extra=(("Film", "portra_400, soft"),),
)  # fmt: skip


@pytest.fixture
def pixels() -> np.ndarray:
    y, x = np.mgrid[0:30, 0:40]
    return np.stack([x * 6, y * 8, 128 + 0 * x], -1).astype(np.uint8)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".jpeg", ".webp"])
def test_a_picture_and_all_that_is_said_of_it_come_back(tmp_path, pixels, suffix):
    path = save(tmp_path / f"picture{suffix}", pixels, metadata=METADATA)
    assert os.listdir(tmp_path) == [path.name]
    back = open_picture(path)
    assert back.shape == pixels.shape
    assert np.abs(back.astype(int) - pixels).mean() < (0.01 if suffix == ".png" else 6)
    found = read_metadata(path)
    assert found["recipe"] == RECIPE
    assert found["prompt"] == METADATA.prompt
    assert (found["steps"], found["seed"], found["size"], found["sampler"], found["model"]) == (64, 3, "40x30", "Cycles", "diorama-stage")
    assert found["film"] == "portra_400, soft"
    assert found["source_type"] == "algorithmicMedia" and found["tool"] == "Diorama 0.1.0"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_picture_is_the_same_bytes(pixels, format):
    once = encode(pixels, format, metadata=METADATA)
    codecs.srgb_profile.cache_clear()
    assert encode(pixels, format, metadata=METADATA) == once
    assert codecs.srgb_profile()[24:36] == bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]), "a date of now would make each file another"


@pytest.mark.parametrize("format", FORMATS)
def test_the_profile_is_srgb(pixels, format):
    image = Image.open(io.BytesIO(encode(pixels, format)))
    profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("source", ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"])
def test_kind_of_source_is_told_in_xmp(pixels, format, source):
    data = encode(pixels, format, metadata=METADATA.model_copy(update={"source_type": source}))
    assert (SOURCE_TYPES + source).encode() in data
    assert read_metadata(data)["source_type"] == source


def test_png_holds_the_texts_that_galleries_read(pixels):
    info = Image.open(io.BytesIO(encode(pixels, metadata=METADATA))).info
    assert info["parameters"] == parameters(METADATA)
    assert "Steps: 64, Sampler: Cycles, Seed: 3, Size: 40x30, Model: diorama-stage" in info["parameters"]
    assert json.loads(info["diorama"]) == RECIPE


def test_transparency(tmp_path, pixels):
    clear = np.dstack([pixels, np.full(pixels.shape[:2], 77, np.uint8)])
    np.testing.assert_array_equal(open_picture(save(tmp_path / "clear.png", clear)), clear)
    with pytest.raises(RequestError, match="transparency"):
        save(tmp_path / "clear.jpg", clear)


def test_a_full_disk_leaves_nothing_half_written(tmp_path, pixels, monkeypatch):
    path = save(tmp_path / "picture.png", pixels)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="full") as wrong:
        save(path, 255 - pixels)
    assert "free some space" in wrong.value.hint
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["picture.png"]


def test_what_cannot_be_written_is_said(tmp_path, pixels):
    for name, message in (("picture.gif", "gif"), ("picture", "without extension")):
        with pytest.raises(RequestError, match=message):
            save(tmp_path / name, pixels)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        save(tmp_path / "file" / "picture.png", pixels)
    with pytest.raises(RequestError, match="8192"):
        encode(np.zeros((1, 8193, 3), np.uint8))
    with pytest.raises(RequestError, match="float"):
        encode(np.zeros((4, 4, 3)))
    with pytest.raises(RequestError, match="quality"):
        encode(pixels, "jpeg", quality=0)


def test_other_studios_are_understood(tmp_path, pixels):
    pairs = 'Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7.5, Seed: 42, Size: 512x768, Model hash: abc123, Lora hashes: "x: 1, y: 2"'
    a1111 = "a castle, (detailed:1.2)\nNegative prompt: blurry\n" + pairs
    invoke, comfy = {"positive_prompt": "a fox", "seed": 9}, {"3": {"class_type": "KSampler", "inputs": {"seed": 5}}}
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("parameters", a1111)
    chunks.add_itxt("invokeai_metadata", json.dumps(invoke))
    chunks.add_text("prompt", json.dumps(comfy))
    chunks.add_text("workflow", '{"nodes": []}')
    Image.fromarray(pixels).save(tmp_path / "other.png", pnginfo=chunks)
    found = read_metadata(tmp_path / "other.png")
    assert (found["prompt"], found["negative_prompt"]) == ("a castle, (detailed:1.2)", "blurry")
    assert (found["steps"], found["cfg_scale"], found["seed"], found["size"], found["lora_hashes"]) == (20, 7.5, 42, "512x768", "x: 1, y: 2")
    assert found["invokeai"] == invoke and found["comfyui"] == comfy and found["comfyui_workflow"] == {"nodes": []}
    assert "recipe" not in found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(FORMATS))
def test_any_prompt_comes_back(prompt, format):
    metadata = Metadata(prompt=prompt, recipe=json.dumps({"p": prompt}), width=4, height=4, seed=1, steps=3)
    found = read_metadata(encode(np.zeros((4, 4, 3), np.uint8), format, metadata=metadata))
    holdable = "".join(c for c in prompt if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000 and ord(c) not in (0xFFFE, 0xFFFF)))
    assert found["prompt"] == holdable.strip() and found["recipe"] == {"p": prompt} and found["seed"] == 1


def test_parameters_without_pairs_are_all_prompt():
    assert a1111.told("two mugs: one red, one blue").prompt == "two mugs: one red, one blue"
    assert a1111.told("").prompt == ""


def test_damaged_metadata_is_left_out(tmp_path, pixels):
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("diorama", '{"broken')
    chunks.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta xmlns:x='adobe:ns:meta/'><broken></x:xmpmeta>")
    Image.fromarray(pixels).save(tmp_path / "damaged.png", pnginfo=chunks)
    assert read_metadata(tmp_path / "damaged.png") == {}


def test_entities_in_xmp_are_not_unfolded(pixels):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><x:xmpmeta xmlns:x="adobe:ns:meta/"><a>&b;</a></x:xmpmeta>'
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", bomb)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", pnginfo=chunks)
    assert read_metadata(out.getvalue()) == {}


def test_what_cannot_be_opened_is_said(tmp_path, pixels):
    with pytest.raises(OutputError, match="no such file"):
        open_picture(tmp_path / "none.png")
    with pytest.raises(RequestError, match="not a picture"):
        open_picture(b"hello")
    with pytest.raises(RequestError, match="damaged"):
        open_picture(encode(np.random.default_rng(1).integers(0, 255, (64, 64, 3), np.uint8))[:5000])
    with pytest.raises(OutputError, match="directory"):
        open_picture(tmp_path)


@pytest.mark.parametrize("side", [12_000, 40_000])
def test_a_bomb_is_not_unfolded(side):
    """A header that promises far more pixels than the file can hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    with pytest.raises(RequestError, match="too many pixels"):
        open_picture(bomb)


def test_a_camera_held_upright(pixels):
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", exif=exif.tobytes())
    assert open_picture(out.getvalue()).shape == (40, 30, 3)


def test_permissions_follow_the_umask(tmp_path, pixels):
    assert os.stat(save(tmp_path / "a.png", pixels)).st_mode & 0o777 == 0o666 & ~files._umask()

"""Layers and Cryptomatte, as other readers see them: psd-tools, Pillow, OpenEXR; hashes against the specification's own."""

from __future__ import annotations

import io
import json

import numpy as np
import OpenEXR
import pytest
from PIL import Image
from psd_tools import PSDImage

from diorama.image import cryptomatte
from diorama.image.layered import exr, psd, tiff


HASHES = [("hello", 6.0705627102400005616e-17), ("cube", -4.08461912519e15), ("sphere", 2.79018604383e15), ("plane", 3.66557617593e-11)]


@pytest.mark.parametrize(("name", "value"), HASHES)
def test_hashes_are_those_of_the_specifications_tests(name, value):
    assert cryptomatte.as_float(cryptomatte.hashed(name)) == pytest.approx(value, rel=1e-9)


def test_no_hash_is_infinite_or_denormal():
    values = np.array([cryptomatte.as_float(k) for k in (0, 0x7F800000, 0xFF800001, 0x00000001, 0xFFFFFFFF)])
    assert np.isfinite(values).all() and (np.abs(values) >= np.finfo(np.float32).tiny).all()


def test_coverage_is_ranked_and_adds_up_and_a_reader_finds_every_thing_by_name(tmp_path):
    names = {1: "s1.0", 2: "s2.0", 3: "s2.1"}
    fine = np.random.default_rng(2).integers(0, 4, (40, 80))
    data = exr(cryptomatte.channels(fine, names, 4), cryptomatte.header(names))
    (tmp_path / "a.exr").write_bytes(data)
    with OpenEXR.File(str(tmp_path / "a.exr"), separate_channels=True) as file:
        told, planes = dict(file.header()), {name: np.asarray(one.pixels) for name, one in file.channels().items()}
    key = next((name for name in told if str(name).endswith("/manifest")), None)
    assert key, sorted(told)
    assert told[key.replace("manifest", "name")] == "CryptoObject" and key == f"cryptomatte/{cryptomatte.hashed('CryptoObject'):08x}"[:19] + "/manifest"
    manifest = json.loads(told[key])
    for index, name in names.items():
        wanted = np.uint32(int(manifest[name], 16)).view(np.float32)
        found = sum(
            np.where(planes[f"CryptoObject{layer:02d}.{i}"] == wanted, planes[f"CryptoObject{layer:02d}.{c}"], 0)
            for layer in (0, 1) for i, c in (("R", "G"), ("B", "A"))
        )  # fmt: skip
        assert np.allclose(found, (fine == index).reshape(10, 4, 20, 4).mean(axis=(1, 3)))
    ranks = [planes[name] for name in ("CryptoObject00.G", "CryptoObject00.A", "CryptoObject01.G", "CryptoObject01.A")]
    assert all((a >= b).all() for a, b in zip(ranks, ranks[1:], strict=False))


def test_pages_and_layers_have_their_names_and_pixels():
    picture = np.random.default_rng(3).integers(0, 255, (20, 30, 4), dtype=np.uint8)
    given = [("picture", picture[..., :3].copy()), ("shadows", picture), ("things", picture[::-1].copy())]
    with Image.open(io.BytesIO(tiff(given))) as file:
        assert file.n_frames == 3
        for k, (name, one) in enumerate(given):
            file.seek(k)
            assert file.tag_v2[285] == name and np.array_equal(np.asarray(file), np.asarray(Image.fromarray(one).convert("RGBA")))
    opened = PSDImage.open(io.BytesIO(psd(given)))
    assert [layer.name for layer in opened] == ["picture", "shadows", "things"]
    assert np.array_equal(np.asarray(opened.composite(force=True).convert("RGB")), given[0][1]), "what is in the picture already is laid over it again"

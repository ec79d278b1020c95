"""The darkroom: pictures from anywhere come into the history, and what is done to them touches nothing else."""

from __future__ import annotations


import numpy as np
import pytest
from PIL import Image, ImageCms

from diorama import image
from diorama.errors import EngineUnavailable, HistoryError, RequestError
from diorama.image.codecs import encode
from diorama.studio import Settings, Studio, darkroom, retouch, take_in
from diorama.studio.selection import Selection
from diorama.tools.realesrgan import RealESRGAN


@pytest.fixture
def studio(tmp_path):
    with Studio(Settings(home=tmp_path / "home", engine="null")) as made:
        yield made


@pytest.fixture
def photograph():
    """Wood-like stripes with a red spot: (64, 96, 3)."""
    y, x = np.mgrid[0:64, 0:96]
    grain = (120 + 40 * np.sin(x / 3 + np.sin(y / 9))).astype(np.uint8)
    picture = np.stack([grain, grain // 2 + 40, grain // 3 + 20], -1)
    picture[28:36, 44:52] = (220, 20, 20)
    return picture


def written(path, pixels, **more):
    Image.fromarray(pixels).save(path, **more)
    return path


# ── taking in ──


@pytest.mark.parametrize(("ending", "error"), [("png", 0), ("tiff", 0), ("bmp", 0), ("webp", 12), ("avif", 12), ("jpg", 25)])
def test_any_format_comes_into_the_history(studio, tmp_path, photograph, ending, error):
    smooth = np.repeat(np.linspace(40, 200, 96)[None, :, None], 64, axis=0).repeat(3, axis=2).astype(np.uint8)
    assert take_in(studio.history, written(tmp_path / f"a.{ending}", smooth), "local").new == 1
    entry = studio.history.get("last")
    kept = image.open_picture(studio.history.read(entry))
    assert kept.shape == smooth.shape and np.abs(kept.astype(int) - smooth).max() <= error
    assert entry.engine == "darkroom" and entry.recipe.inputs[0].kind == "source"


def test_a_phones_heic(studio, tmp_path, photograph):
    import pillow_heif

    pillow_heif.from_pillow(Image.fromarray(photograph)).save(tmp_path / "phone.heic", quality=95)
    assert take_in(studio.history, tmp_path / "phone.heic", "local").new == 1
    assert studio.history.get("last").format == "png"


def test_a_file_that_can_be_kept_as_it_is_is_kept_byte_for_byte(studio, tmp_path, photograph):
    file = written(tmp_path / "a.jpg", photograph, quality=80)
    take_in(studio.history, file, "local")
    assert studio.history.read(studio.history.get("last")) == file.read_bytes()
    assert take_in(studio.history, file, "local").known == 1


def test_words_and_seed_of_another_program_are_kept(studio, tmp_path, photograph):
    from PIL import PngImagePlugin

    chunk = PngImagePlugin.PngInfo()
    steps = "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 4242, Size: 96x64, Model: xl"
    chunk.add_text("parameters", f"a red fox in deep snow\nNegative prompt: blurry\n{steps}")
    take_in(studio.history, written(tmp_path / "a.png", photograph, pnginfo=chunk), "local")
    entry = studio.history.get("last")
    assert (entry.prompt, entry.seed) == ("a red fox in deep snow", 4242)


def test_sixteen_bits_cmyk_and_a_wide_gamut_become_srgb(tmp_path, photograph):
    deep = (photograph[..., 0].astype(np.uint16)) * 257
    assert np.array_equal(image.open_picture(written(tmp_path / "deep.png", deep))[..., 0], photograph[..., 0])
    Image.fromarray(photograph).convert("CMYK").save(tmp_path / "print.tiff")
    assert image.open_picture(tmp_path / "print.tiff").shape == photograph.shape
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    as_lab = ImageCms.profileToProfile(Image.fromarray(photograph), srgb, lab, outputMode="LAB")
    as_lab.save(tmp_path / "lab.tiff", icc_profile=lab.tobytes())
    assert np.abs(image.open_picture(tmp_path / "lab.tiff").astype(int) - photograph).max() <= 6


def test_our_own_pictures_are_read_exactly(photograph):
    assert np.array_equal(image.open_picture(encode(photograph)), photograph)


# ── working on them ──


def made(studio, tmp_path, worked):
    return studio.make(worked.recipe, tmp_path / "out.png", parent=worked.parent, edit=worked.edit, force=True)


def test_what_is_erased_gives_way_and_nothing_else_changes(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    changes = Selection(boxes=((0.44, 0.42, 0.56, 0.58),)).changes(photograph)
    after = made(studio, tmp_path, retouch.erased(studio, of, changes)).outcome.picture
    assert np.array_equal(after[changes == 0], photograph[changes == 0])
    red = (after[..., 0].astype(int) - after[..., 1]) > 120
    assert not red.any() and ((photograph[..., 0].astype(int) - photograph[..., 1]) > 120).any()


def test_an_operation_is_an_entry_with_its_parent_and_can_be_repeated(studio, tmp_path, photograph):
    take_in(studio.history, written(tmp_path / "a.png", photograph), "local")
    first = made(studio, tmp_path, darkroom.cropped(studio, darkroom.picture(studio, "last"), (0.25, 0.0, 0.75, 0.5)))
    assert np.array_equal(first.outcome.picture, photograph[:32, 24:72])
    assert first.entry.parent is not None and first.entry.edit["operation"] == "crop"
    again = studio.render(first.entry.recipe).outcome.picture
    assert np.array_equal(again, first.outcome.picture)


@pytest.mark.parametrize("factor", [0.0, 1.0, -2.0, 9.0, float("nan"), float("inf")])
def test_what_would_not_enlarge_is_refused(studio, tmp_path, photograph, factor):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    with pytest.raises(RequestError, match="times as large"):
        darkroom.enlarged(studio, of, factor)


def test_a_box_without_a_pixel_is_no_crop(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    with pytest.raises(RequestError, match="no pixel"):
        darkroom.cropped(studio, of, (0.5, 0.5, 0.5001, 0.5001))


def test_a_picture_from_elsewhere_is_not_said_to_be_ours(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    told = image.read_metadata(made(studio, tmp_path, darkroom.cropped(studio, of, (0, 0, 0.5, 0.5))).path)
    assert "source_type" not in told


@pytest.mark.parametrize(
    ("box", "wrong"),
    [((0.5, 0.5, 0.4, 0.6), "is no box"), ((0.0, 0.0, 1.0, 1.0), "100% of the picture would go"), ((0.5, 0.5, 0.5001, 0.5001), "nothing is marked")],
)  # fmt: skip
def test_what_cannot_be_erased_is_said(studio, tmp_path, photograph, box, wrong):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    with pytest.raises(RequestError, match=wrong):
        made(studio, tmp_path, retouch.erased(studio, of, Selection(boxes=(box,)).changes(photograph)))


# ── enlarging ──


def test_what_speaks_scenes_is_made_again_with_more_pixels(studio, tmp_path):
    from diorama.recipe import Request

    request = Request(prompt="a red mug", seed=1, width=96, height=64, engine="null")
    first = studio.make(studio.recipes(request, studio.read(request))[0], tmp_path / "small.png")
    worked = darkroom.enlarged(studio, darkroom.picture(studio, str(first.path)), 2)
    assert (worked.recipe.width, worked.recipe.height, worked.recipe.engine, worked.parent) == (192, 128, "null", first.entry.id)


def test_any_other_is_resampled_or_enlarged_by_a_network(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", photograph)))
    large = made(studio, tmp_path, darkroom.enlarged(studio, of, 2.5, "resample")).outcome.picture
    assert large.shape == (160, 240, 3)
    assert darkroom.enlarged(studio, of, 2).recipe.options["tool"] == "realesrgan"


def test_weights_that_are_missing_are_said(monkeypatch, tmp_path, photograph):
    pytest.importorskip("ncnn")
    monkeypatch.setenv("DIORAMA_UPSCALERS", str(tmp_path))
    with pytest.raises(EngineUnavailable, match="weights of Real-ESRGAN are not here"):
        RealESRGAN().upscale(photograph, 2)


def test_the_seams_of_tiles_are_not_seen(monkeypatch, tmp_path):
    """A network of one layer that enlarges four times, bilinear: tiles must join as the whole does."""
    pytest.importorskip("ncnn")
    layers = "7767517\n2 2\nInput data 0 1 data\nInterp up 1 1 data output 0=2 1=4.0 2=4.0\n"
    (tmp_path / "tiny.param").write_text(layers)
    (tmp_path / "tiny.bin").write_bytes(b"")
    monkeypatch.setenv("DIORAMA_UPSCALERS", str(tmp_path))
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 255, (230, 410, 3), dtype=np.uint8)
    whole = RealESRGAN("tiny").upscale(picture, 4).picture
    monkeypatch.setattr("diorama.tools.realesrgan.TILE", 1000)
    assert np.array_equal(whole, RealESRGAN("tiny").upscale(picture, 4).picture)


def test_grey_stays_grey_and_the_file_is_no_larger_than_can_be_kept(monkeypatch, tmp_path):
    pytest.importorskip("ncnn")
    with pytest.raises(RequestError, match="is not made"):
        RealESRGAN().upscale(np.zeros((10, 3000, 3), np.uint8), 4)


def test_transparency_is_not_lost_without_a_word(studio, tmp_path, photograph):
    clear = np.dstack([photograph, np.full(photograph.shape[:2], 128, np.uint8)])
    of = darkroom.picture(studio, str(written(tmp_path / "clear.png", clear)))
    with pytest.raises(RequestError, match="transparent"):
        darkroom.cropped(studio, of, (0, 0, 0.5, 0.5))
    with pytest.raises(RequestError, match="transparent"):
        darkroom.enlarged(studio, of, 2, "resample")


# ── larger than is held ──


def test_a_large_picture_goes_into_a_file_strip_by_strip_and_the_history_keeps_its_proof(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", np.tile(photograph, (4, 5, 1)))))
    worked = darkroom.enlarged(studio, of, 8, "resample", to_file=True)
    made = studio.make(worked.recipe, tmp_path / "proof.png", export=(tmp_path / "large.png",), edit=worked.edit)
    with Image.open(tmp_path / "large.png") as large:
        assert large.size == (3840, 2048) and image.read_metadata(tmp_path / "large.png")["recipe"]["options"]["factor"] == 8
        whole = np.asarray(large)
    assert made.outcome.picture.shape == (1024, 1920, 3) and made.outcome.report["written"]["width"] == 3840
    held = np.asarray(Image.fromarray(np.tile(photograph, (4, 5, 1))).resize((3840, 2048), Image.Resampling.LANCZOS))
    assert np.abs(whole.astype(int) - held).max() <= 1
    assert np.abs(made.outcome.picture.astype(int) - np.asarray(Image.fromarray(whole).reduce(2))).max() <= 1


def test_where_no_name_is_told_the_large_picture_lies_beside_its_proof_and_comes_again_from_the_recipe(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "wide.png", np.tile(photograph, (1, 12, 1)))))
    worked = darkroom.enlarged(studio, of, 8, "resample", to_file=True)
    made = studio.make(worked.recipe, tmp_path / "proof.png", edit=worked.edit)
    (kept,) = made.entry.files
    path = studio.history.inputs.file(kept.sha256)
    with Image.open(path) as large:
        assert large.size == (9216, 512) and (kept.name, kept.size) == ("large.png", path.stat().st_size)
    assert (tmp_path / "proof-large.png").read_bytes() == path.read_bytes() and max(made.outcome.picture.shape) <= 2048
    scratch = made.outcome.files[0].path
    again = studio.render(studio.history.get(made.entry.id).recipe)
    assert again.outcome.files[0].loaded().data == path.read_bytes() and scratch is not None and scratch.exists()
    del made
    assert not scratch.exists(), "what it was written into is gone with the picture"


def test_a_file_that_has_changed_on_disk_is_not_given_out(studio, tmp_path):
    source = tmp_path / "a.bin"
    source.write_bytes(b"large")
    digest = studio.history.inputs.take(source)
    path = studio.history.inputs.file(digest)
    path.write_bytes(b"other")
    with pytest.raises(HistoryError, match="has changed"):
        studio.history.inputs.file(digest)


def test_what_is_larger_than_is_kept_is_sent_to_a_file(studio, tmp_path, photograph):
    of = darkroom.picture(studio, str(written(tmp_path / "a.png", np.zeros((64, 2100, 3), np.uint8))))
    with pytest.raises(RequestError, match="--large"):
        darkroom.enlarged(studio, of, 4, "resample")
    assert darkroom.enlarged(studio, of, 4, "resample", to_file=True).recipe.width == 8400
    with pytest.raises(RequestError, match="pixels"):
        darkroom.enlarged(studio, of, 8, "resample", to_file=True)


@pytest.mark.parametrize("height", [1, 63, 64, 65, 200])
def test_strips_join_as_the_whole_does(height):
    from diorama.tools.resample import Resample

    picture = np.random.default_rng(height).integers(0, 255, (height, 70, 3), dtype=np.uint8)
    whole = np.concatenate(list(Resample().strips(picture, 3)))
    assert whole.shape == (3 * height, 210, 3) and np.abs(whole.astype(int) - Resample().upscale(picture, 3).picture).max() <= 1


def test_a_file_that_ends_early_is_not_left(tmp_path):
    from diorama.image import large

    with pytest.raises(ValueError, match="10 rows, not 20"):
        large.save(tmp_path / "a.png", 30, 20, [np.zeros((10, 30, 3), np.uint8)])
    assert not list(tmp_path.iterdir())

"""Films as files: frames in order, at their rate, in every form that is written here."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from diorama.errors import EngineUnavailable, RequestError
from diorama.image import clips

LEVELS = (30, 90, 150, 220)


def frames(width=49, height=33):
    return [np.full((height, width, 3), level, np.uint8) for level in LEVELS]


def test_a_zip_holds_the_frames_to_the_last_bit():
    with zipfile.ZipFile(io.BytesIO(clips.encode_clip(frames(), 12, "zip"))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".png")]
        assert names == sorted(names) and archive.read("fps.txt") == b"12\n"
        found = [np.asarray(Image.open(io.BytesIO(archive.read(name)))) for name in names]
    assert np.array_equal(np.stack(found), np.stack(frames()))


@pytest.mark.parametrize(("format", "ms"), [("webp", 125), ("gif", 120)])
def test_animated_pictures_hold_each_frame_for_its_time(format, ms):
    opened = Image.open(io.BytesIO(clips.encode_clip(frames(), 8, format)))
    assert opened.n_frames == len(LEVELS)
    for k, level in enumerate(LEVELS):
        opened.seek(k)
        opened.load()
        assert abs(np.asarray(opened.convert("RGB")).mean() - level) < 3 and opened.info["duration"] == ms


def test_mp4_has_all_frames_in_order_and_even_sides(tmp_path):
    encoder = pytest.importorskip("imageio_ffmpeg", reason="the extra `film` is not installed")
    path = tmp_path / "film.mp4"
    path.write_bytes(clips.encode_clip(frames(), 12, "mp4"))
    reading = encoder.read_frames(str(path))
    told = next(reading)
    assert told["size"] == (50, 34) and told["fps"] == 12 and told["codec"] == "h264"
    means = [np.frombuffer(one, np.uint8).mean() for one in reading]
    reading.close()
    assert np.allclose(means, LEVELS, atol=4)


def test_without_an_encoder_it_says_what_would_help(monkeypatch):
    monkeypatch.setattr(clips, "find_spec", lambda name: None)
    with pytest.raises(EngineUnavailable) as told:
        clips.encode_clip(frames(), 12, "mp4")
    assert "diorama[film]" in str(told.value.hint)
    with pytest.raises(RequestError):
        clips.clip_format(Path("film.avi"))

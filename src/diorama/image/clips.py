"""Clips: frames to a file that plays. MP4 (H.264, by the extra `film`); animated WebP and GIF, and a ZIP of PNGs, by what is always there."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from PIL import Image

from diorama.errors import EngineUnavailable, RequestError

Clip = Literal["mp4", "webp", "gif", "zip"]
CLIPS: tuple[str, ...] = get_args(Clip)
TYPES: dict[str, str] = {"mp4": "video/mp4", "webp": "image/webp", "gif": "image/gif", "zip": "application/zip"}
QUALITY = 8
"""Of 10, as imageio-ffmpeg has it."""
WEBP = 90
"""Of 100."""


def clip_format(path: Path) -> Clip:
    """Which clip a file's name asks for. Raises RequestError."""
    name = path.suffix.lower().lstrip(".")
    found: dict[str, Clip] = {"mp4": "mp4", "webp": "webp", "gif": "gif", "zip": "zip"}
    if name not in found:
        raise RequestError(f"{path.name!r} is no clip", where="output", hint=".mp4, .webp, .gif, or .zip for the frames as PNG")
    return found[name]


def can(format: Clip) -> bool:
    """Whether it can be written here."""
    return format != "mp4" or find_spec("imageio_ffmpeg") is not None


def encode_clip(frames: Sequence[np.ndarray], fps: float, format: Clip) -> bytes:
    """Frames (uint8 sRGB (h, w, 3), all of one size) as one file. Raises EngineUnavailable where what writes MP4 is not here."""
    if not can(format):
        raise EngineUnavailable("nothing here writes MP4", where="format", hint="pip install 'diorama[film]', or ask for .webp, .gif or .zip")
    writers = {"mp4": _mp4, "webp": _webp, "gif": _gif, "zip": _zip}
    return writers[format](frames, fps)


def _mp4(frames: Sequence[np.ndarray], fps: float) -> bytes:
    """H.264 in 4:2:0, whose sides are even: an odd last row or column is repeated."""
    import imageio_ffmpeg

    height, width = frames[0].shape[:2]
    with tempfile.TemporaryDirectory(prefix="diorama-") as folder:
        path = Path(folder) / "film.mp4"
        more: Any = {"fps": fps, "codec": "libx264", "pix_fmt_out": "yuv420p", "quality": QUALITY, "macro_block_size": 1}
        size = (width + width % 2, height + height % 2)
        writer = imageio_ffmpeg.write_frames(str(path), size, output_params=["-movflags", "+faststart"], **more)
        writer.send(None)
        try:
            for frame in frames:
                writer.send(np.ascontiguousarray(np.pad(frame, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")))
        finally:
            writer.close()
        return path.read_bytes()


def _webp(frames: Sequence[np.ndarray], fps: float) -> bytes:
    return _animated(frames, format="WEBP", duration=round(1000 / fps), quality=WEBP, method=4)


def _gif(frames: Sequence[np.ndarray], fps: float) -> bytes:
    return _animated(frames, format="GIF", duration=max(round(100 / fps) * 10, 20))


def _animated(frames: Sequence[np.ndarray], **more: Any) -> bytes:
    file = io.BytesIO()
    first, *rest = (Image.fromarray(frame) for frame in frames)
    first.save(file, save_all=True, append_images=rest, loop=0, **more)
    return file.getvalue()


def _zip(frames: Iterable[np.ndarray], fps: float) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for k, frame in enumerate(frames):
            one = io.BytesIO()
            Image.fromarray(frame).save(one, format="PNG")
            archive.writestr(f"frame-{k + 1:05}.png", one.getvalue())
        archive.writestr("fps.txt", f"{fps:g}\n")
    return file.getvalue()

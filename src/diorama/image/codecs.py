"""Picture files: PNG, JPEG and WebP, written whole or not at all, with the recipe inside and the sRGB profile beside it.

pixels (uint8 HxWx3 or HxWx4) + metadata → bytes (`encode`) → a file (`save`);  file → pixels, upright (`open_picture`), facts, metadata, digest of the pixels
"""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image, ImageCms, UnidentifiedImageError

from diorama.errors import OutputError, RequestError
from diorama.image import metadata as meta
from diorama.image.files import write_whole
from diorama.image.to_srgb import to_srgb

Format = Literal["png", "jpeg", "webp"]
FORMATS: dict[str, Format] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
READABLE = (*FORMATS, ".avif", ".heic", ".heif", ".tif", ".tiff", ".gif", ".bmp", ".mpo")
"""Endings of what is read."""
LARGEST_SIDE = 8192
MOST_PIXELS_READ = 100_000_000
"""Pictures with more pixels than this are not opened: a small file can unfold into more memory than there is."""
PNG_LEVEL = 6
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What makes a picture upright, by its EXIF orientation."""
LYING = (5, 6, 7, 8)
"""Orientations whose height is the width of the stored pixels."""
KINDS = {"MPO": "jpeg"}
"""What Pillow calls JPEG files that hold several pictures (phones, 3D cameras): the first is the picture."""


def format_of(path: Path) -> Format:
    """The format that a file's name asks for. Raises RequestError."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        kind = path.suffix or "a file without extension"
        raise RequestError(f"cannot write {kind}", where=str(path), hint="one of " + ", ".join(FORMATS)) from None


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """An ICC profile of sRGB, dated 2000-01-01 rather than now, so that equal pictures are equal files."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # ICC.1:2022, table 17: creation date and time
    return bytes(profile)


def encode(pixels: np.ndarray, format: Format = "png", *, metadata: meta.Metadata | None = None, quality: int = 92) -> bytes:
    """Encode uint8 HxWx3 (or HxWx4 with alpha; JPEG takes none) sRGB. `quality` 1..100 is for JPEG and WebP."""
    pixels = _checked(pixels, format, quality)
    image = Image.fromarray(pixels)
    out = io.BytesIO()
    if format == "png":
        image.save(out, "PNG", pnginfo=meta.png_chunks(metadata), compress_level=PNG_LEVEL, icc_profile=srgb_profile())
    elif format == "jpeg":
        image.save(out, "JPEG", quality=quality, subsampling=0 if quality >= 90 else 2, icc_profile=srgb_profile(), **meta.jpeg_blocks(metadata))
    else:
        image.save(out, "WEBP", quality=quality, method=4, icc_profile=srgb_profile(), **meta.webp_blocks(metadata))
    return out.getvalue()


def _checked(pixels: np.ndarray, format: str, quality: int) -> np.ndarray:
    pixels = np.ascontiguousarray(pixels)
    if format not in FORMATS.values():
        raise RequestError(f"unknown format {format!r}", where="format", hint="png, jpeg or webp")
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
        raise RequestError(f"a picture is bytes of height x width x 3 or 4, not {pixels.dtype} {pixels.shape}", where="pixels")
    if max(pixels.shape[:2]) > LARGEST_SIDE:
        raise RequestError(f"{pixels.shape[1]}x{pixels.shape[0]} is too large", where="pixels", hint=f"{LARGEST_SIDE} pixels a side at most")
    if format == "jpeg" and pixels.shape[2] == 4:
        raise RequestError("JPEG holds no transparency", where="format", hint="choose png or webp")
    if not 1 <= quality <= 100:
        raise RequestError(f"quality {quality} is out of range", where="quality", hint="1 to 100")
    return pixels


def save(path: Path | str, pixels: np.ndarray, *, metadata: meta.Metadata | None = None, quality: int = 92, format: Format | None = None) -> Path:
    """Save a picture; the format is that of the name unless given. An older file of that name is replaced only by a whole one."""
    path = Path(path)
    write_whole(path, encode(pixels, format or format_of(path), metadata=metadata, quality=quality))
    return path


def open_picture(source: Path | str | bytes) -> np.ndarray:
    """Read a picture file (or its bytes) as uint8 sRGB HxWx3, or HxWx4 where it is transparent; upright, at most `MOST_PIXELS_READ`.

    PNG, JPEG, WebP, AVIF, HEIC, TIFF, GIF, BMP and whatever else Pillow reads; colour profiles, CMYK and 16 bits are converted (`to_srgb`).
    Raises RequestError for what is no picture, OutputError for a file that is not there.
    """
    with _opened(source) as image:
        turn = TURNS.get(_orientation(image))
        try:
            upright = image if turn is None else image.transpose(turn)
            return np.asarray(to_srgb(upright))
        except (OSError, ValueError, SyntaxError) as wrong:
            raise RequestError(f"the picture is damaged: {wrong}", where=_name(source)) from wrong


def _orientation(image: Image.Image) -> int:
    """How the camera was held, 1 to 8 (EXIF); 1 where it is not said or cannot be read."""
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # a damaged EXIF block makes Pillow raise many kinds; the pixels are what was asked for
        return 1


def pixels_digest(pixels: np.ndarray) -> str:
    """SHA-256 of a picture's size and pixels (uint8 HxWx3 or HxWx4), whatever file they came from; transparency counts where there is any."""
    if pixels.shape[2] == 4 and (pixels[..., 3] == 255).all():
        pixels = pixels[..., :3]
    head = "x".join(map(str, pixels.shape)).encode() + b":"
    return hashlib.sha256(head + np.ascontiguousarray(pixels).tobytes()).hexdigest()


def shrink_picture(pixels: np.ndarray, side: int) -> np.ndarray:
    """The picture (uint8 HxWx3 or HxWx4) no longer than `side` pixels on its long side, for looking at; a smaller one is left as it is."""
    height, width = pixels.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return pixels
    return np.asarray(Image.fromarray(pixels).resize((max(1, round(width * scale)), max(1, round(height * scale))), Image.Resampling.LANCZOS))


def read_metadata(source: Path | str | bytes) -> dict[str, object]:
    """What a picture says about its making; see `metadata.parse` for the keys. Empty where it says nothing."""
    with _opened(source) as image:
        return meta.parse(image)


def kind_of(source: Path | str | bytes) -> Format | None:
    """The format of a picture file where it is one that is kept as it is; None for any other kind of picture."""
    with _opened(source) as image:
        kind = KINDS.get(image.format or "", (image.format or "").lower())
        return kind if kind in FORMATS.values() else None  # type: ignore[return-value]


class Facts(NamedTuple):
    """What a picture file is, by its header; width and height as it is seen, upright."""

    format: Format
    width: int
    height: int


def picture_facts(source: Path | str | bytes) -> Facts:
    """Format and size of a PNG, JPEG or WebP file, without decoding it. Raises RequestError."""
    with _opened(source) as image:
        kind = KINDS.get(image.format or "", (image.format or "").lower())
        if kind not in FORMATS.values():
            raise RequestError(f"a {kind.upper()} picture", where=_name(source), hint="PNG, JPEG and WebP are kept")
        size = image.size[::-1] if _orientation(image) in LYING else image.size
        return Facts(kind, *size)  # type: ignore[arg-type]


def _name(source: Path | str | bytes) -> str:
    return "picture" if isinstance(source, bytes) else str(source)


def _opened(source: Path | str | bytes) -> Image.Image:
    """The file opened and its size checked, nothing decoded yet."""
    where = _name(source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is ours
            image = _identified(source)
    except FileNotFoundError:
        raise OutputError("no such file", where=where) from None
    except Image.DecompressionBombError:
        raise RequestError("the picture has too many pixels", where=where, hint=f"{MOST_PIXELS_READ:,} at most") from None
    except (OSError, ValueError, SyntaxError) as wrong:
        if isinstance(wrong, PermissionError | IsADirectoryError):
            raise OutputError(f"cannot read: {wrong.strerror}", where=where) from wrong
        raise RequestError("not a picture that can be read", where=where, hint="PNG, JPEG, WebP, AVIF, HEIC and TIFF are") from wrong
    if image.width * image.height > MOST_PIXELS_READ:
        image.close()
        raise RequestError(f"{image.width}x{image.height} is too many pixels", where=where, hint=f"{MOST_PIXELS_READ:,} at most")
    return image


def _identified(source: Path | str | bytes) -> Image.Image:
    """The file opened by whichever reader knows it: Pillow's own, or, for phones' HEIC, libheif's."""
    try:
        return Image.open(io.BytesIO(source) if isinstance(source, bytes) else source)
    except UnidentifiedImageError:
        import pillow_heif  # large: only where there may be such a file

        pillow_heif.register_heif_opener()
        return Image.open(io.BytesIO(source) if isinstance(source, bytes) else source)

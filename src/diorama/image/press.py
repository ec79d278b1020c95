"""Pictures for the press: fitted to a sheet with its bleed at so many dots an inch, in the colours of a printing condition; TIFF, and the proof of it.

picture → fitted to trim and bleed → colours of the space → TIFF, or the page of a PDF (`press_pdf`); and back to sRGB: what will be seen on paper
"""

from __future__ import annotations

import io
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image, ImageCms, ImageOps, TiffImagePlugin

from diorama.errors import RequestError
from diorama.image.codecs import srgb_profile
from diorama.image.colour import ciede2000, encoded_to_lab
from diorama.image.profiles import adobe_rgb

Space = Literal["srgb", "adobe", "cmyk"]
MM_PER_INCH = 25.4
MOST_PIXELS = 150_000_000
"""Of a sheet: at four bytes each, what is held in memory."""
XMP_TAG = 700
CHANGED = 5.0
"""CIEDE2000 from which on paper shows another colour than the screen did."""


class Sheet(NamedTuple):
    """What comes out of the press: millimetres, but for the dots an inch."""

    width: float
    height: float
    """Trimmed."""
    bleed: float = 0.0
    """Beyond the trim, on each side: cut away."""
    dpi: float = 300.0

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height with the bleed. Raises RequestError for more than are held."""
        size = round((self.width + 2 * self.bleed) / MM_PER_INCH * self.dpi), round((self.height + 2 * self.bleed) / MM_PER_INCH * self.dpi)
        if size[0] * size[1] > MOST_PIXELS:
            hint = f"{MOST_PIXELS:,} at most: fewer dots an inch (large sheets are seen from afar: 100 to 150)"
            raise RequestError(f"{size[0]}x{size[1]} pixels", where="dpi", hint=hint)
        return size


class Fitted(NamedTuple):
    picture: np.ndarray
    """uint8 sRGB (h, w, 3), of the sheet's pixels."""
    own_dpi: float
    """The picture's own pixels an inch of the sheet: fewer than the sheet's, and it was enlarged."""
    cut: float
    """The share of the picture that lies outside the sheet, its shape being another."""


def fitted(picture: np.ndarray, sheet: Sheet) -> Fitted:
    """The picture (uint8 sRGB, h × w × 3), covering the sheet and its bleed, its middle in the middle (Lanczos)."""
    width, height = sheet.pixels
    scale = max(width / picture.shape[1], height / picture.shape[0])
    made = ImageOps.fit(Image.fromarray(picture), (width, height), Image.Resampling.LANCZOS)
    cut = 1 - width * height / (scale**2 * picture.shape[0] * picture.shape[1])
    return Fitted(np.asarray(made), sheet.dpi / scale, max(0.0, cut))


class Separated(NamedTuple):
    """A picture in the colours of a space, with the profile that says which."""

    image: Image.Image
    profile: bytes


def separated(picture: np.ndarray, space: Space, profile: bytes | None = None) -> Separated:
    """`profile`: of the printing condition, for `cmyk`. Perceptual, so that what no ink makes keeps its differences; black point compensation."""
    image = Image.fromarray(picture)
    if space == "srgb":
        return Separated(image, srgb_profile())
    target = adobe_rgb() if space == "adobe" else profile
    if target is None:
        raise RequestError("four inks of no known kind", where="profile", hint="--profile FILE: the printing condition's ICC profile, which the printer has")
    return Separated(_through(image, srgb_profile(), target, "RGB" if space == "adobe" else "CMYK", ImageCms.Intent.PERCEPTUAL), target)


def proof(made: Separated) -> np.ndarray:
    """What will be seen, uint8 sRGB (h, w, 3): the separation brought back (relative colorimetric)."""
    if made.profile == srgb_profile():
        return np.asarray(made.image)
    return np.asarray(_through(made.image, made.profile, srgb_profile(), "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC))


def changed(picture: np.ndarray, seen: np.ndarray) -> tuple[float, float]:
    """The median CIEDE2000 between the screen's picture and the proof, and the share of pixels that change beyond `CHANGED`."""
    step = max(1, max(picture.shape[:2]) // 600)
    before, after = (encoded_to_lab(one[::step, ::step].astype(np.float32) / 255) for one in (picture, seen))
    apart = ciede2000(before, after)
    return float(np.median(apart)), float((apart > CHANGED).mean())


def tiff(made: Separated, dpi: float, xmp: bytes = b"") -> bytes:
    """A TIFF (8 bits, deflate) with its profile, resolution, and a packet of XMP."""
    out, tags = io.BytesIO(), TiffImagePlugin.ImageFileDirectory_v2()
    if xmp:
        tags.tagtype[XMP_TAG] = 1
        tags[XMP_TAG] = xmp
    made.image.save(out, "TIFF", compression="tiff_adobe_deflate", icc_profile=made.profile, dpi=(dpi, dpi), tiffinfo=tags)
    return out.getvalue()


def _through(image: Image.Image, of: bytes, to: bytes, mode: str, intent: ImageCms.Intent) -> Image.Image:
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    made = ImageCms.profileToProfile(image, io.BytesIO(of), io.BytesIO(to), renderingIntent=intent, outputMode=mode, flags=flags)
    assert made is not None  # it is None only in place
    return made

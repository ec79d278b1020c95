"""Whatever a picture file holds (CMYK, palettes, 16 bits, grey, wide gamuts) as 8-bit sRGB."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

SIXTEEN = ("I;16", "I;16B", "I;16L", "I;16N", "I")
"""Pillow's modes of 16-bit grey; a PNG of 16 bits is opened as "I" by some versions."""
TRANSPARENT = ("RGBA", "LA", "PA", "RGBa", "La")
MANAGED = ("RGB", "RGBA", "CMYK", "L", "LA", "LAB", "PA", "P")


def to_srgb(image: Image.Image) -> Image.Image:
    """The picture as RGB, or as RGBA where it is transparent.

    A colour profile in the file is heeded (relative colorimetric with black point compensation); one of sRGB, and a picture without any, is left as it is.
    CMYK without a profile is converted as Pillow does, without one.
    """
    transparent = image.mode in TRANSPARENT or "transparency" in image.info
    target = "RGBA" if transparent else "RGB"
    if image.mode in SIXTEEN:
        return _narrowed(image).convert(target)
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in MANAGED or is_srgb(profile):
        return image.convert(target)
    alpha = image.convert("RGBA").getchannel("A") if transparent else None
    opaque = image.convert("L" if image.mode == "LA" else "RGB") if image.mode in ("P", "PA", "LA", "RGBA") else image
    try:
        made = _through(opaque, profile)
    except ImageCms.PyCMSError:  # a profile of another kind of picture, or a damaged one: the pixels are what was asked for
        return image.convert(target)
    if alpha is not None:
        made.putalpha(alpha)
    return made


def _narrowed(image: Image.Image) -> Image.Image:
    deep = np.asarray(image, np.float64)
    return Image.fromarray(np.rint(np.clip(deep / 257, 0, 255)).astype(np.uint8))


def _through(image: Image.Image, profile: bytes) -> Image.Image:
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    made = ImageCms.profileToProfile(image, io.BytesIO(profile), _srgb(), renderingIntent=intent, outputMode="RGB", flags=flags)
    assert made is not None  # it is None only in place
    return made


@lru_cache(maxsize=64)
def is_srgb(profile: bytes) -> bool:
    """True for a profile that says it is sRGB."""
    try:
        name = ImageCms.getProfileDescription(ImageCms.getOpenProfile(io.BytesIO(profile)))
    except (OSError, ImageCms.PyCMSError):
        return False
    return "sRGB" in name


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

"""The blocks that carry a picture's metadata in each format, and what does not fit into one of them."""

from __future__ import annotations

import json
import re

from PIL import PngImagePlugin

from diorama.image.metadata import exif, xmp
from diorama.image.metadata.model import Metadata

LARGEST_EXIF = 65_527 - 4_096
"""Bytes of EXIF that we put into a JPEG file: its segment, and room in it for what other programs add."""


def parameters(metadata: Metadata, prompt: str | None = None) -> str:
    """The text that AUTOMATIC1111's web UI began and galleries read: the prompt, then `Name: value` pairs."""
    pairs = [("Steps", metadata.steps), ("Sampler", metadata.sampler), ("Seed", metadata.seed), ("Size", f"{metadata.width}x{metadata.height}")]
    pairs += [("Model", metadata.model), *metadata.extra, ("Version", metadata.tool)]
    words = xmp.holdable(metadata.prompt if prompt is None else prompt).strip()
    return words + "\n" + ", ".join(f"{name}: {_quoted(str(value))}" for name, value in pairs if value is not None)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if re.search(r'[,:\n"]', value) else value


def png_chunks(metadata: Metadata | None) -> PngImagePlugin.PngInfo | None:
    """The text chunks of a PNG file; they hold any length. XMP comes first: some readers look no further than the first kilobytes."""
    if metadata is None:
        return None
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", xmp.packet(metadata, recipe=False).decode())
    chunks.add_itxt("parameters", parameters(metadata))
    if metadata.recipe:
        chunks.add_itxt("diorama", metadata.recipe)
    return chunks


def webp_blocks(metadata: Metadata | None) -> dict[str, bytes]:
    """The arguments with which Pillow writes EXIF and XMP into WebP; its chunks hold any length."""
    return {} if metadata is None else {"exif": _exif(metadata, parameters(metadata)), "xmp": xmp.packet(metadata)}


def jpeg_blocks(metadata: Metadata | None) -> dict[str, bytes]:
    """The arguments with which Pillow writes EXIF and XMP into JPEG. EXIF holds 64 KB: see `cut`; XMP goes on in an extension."""
    if metadata is None:
        return {}
    return {"exif": b"Exif\0\0" + _exif(metadata, parameters(metadata, _cut(metadata))), "extra": xmp.segments(metadata)}


def cut(metadata: Metadata, format: str) -> int | None:
    """How many characters of the prompt a file of this format has room for in its A1111 text; None where it holds all of it.

    Nothing is lost by it: prompt and recipe are whole in the same file's XMP.
    """
    words = _cut(metadata) if format == "jpeg" else None
    return None if words is None else len(words) - 1


def _cut(metadata: Metadata) -> str | None:
    """The prompt cut to what a JPEG's EXIF holds; None where it fits."""
    spare = LARGEST_EXIF - len(_exif(metadata, parameters(metadata)))
    if spare >= 0:
        return None
    whole = xmp.holdable(metadata.prompt).strip().encode("utf-16-be")
    return whole[: (len(whole) + spare - 4) // 2 * 2].decode("utf-16-be", "ignore") + "…"


def _exif(metadata: Metadata, text: str) -> bytes:
    return exif.block(text, software=metadata.tool, width=metadata.width, height=metadata.height)

"""EXIF: a block written by hand, for Pillow writes UserComment as BYTE, which readers refuse; and the texts of any block that is read.

Layout and types after CIPA DC-008 (Exif 2.32), which builds on TIFF 6.0.
"""

from __future__ import annotations

import contextlib
import struct

from PIL import Image

IMAGE_DESCRIPTION, MAKE, MODEL, SOFTWARE, ARTIST = 0x010E, 0x010F, 0x0110, 0x0131, 0x013B
USER_COMMENT, MAKER_NOTE = 0x9286, 0x927C
EXIF_IFD = 0x8769

ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 2, 3, 4, 5, 7
SIZE = {ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1}
"""Bytes of one value of each type."""
CODES = {b"UNICODE\0": "utf-16", b"ASCII\0\0\0": "utf-8", b"JIS\0\0\0\0\0": "shift_jis", bytes(8): "utf-8"}
"""The first eight bytes of a UserComment, and how the rest is read."""
Tags = dict[int, tuple[int, bytes]]
"""Type and bytes (big-endian) by tag."""


def block(comment: str, *, software: str, width: int, height: int) -> bytes:
    """An EXIF block (TIFF, big-endian) with a UserComment in UTF-16BE and the tags that the standard makes mandatory.

    UTF-16BE in a big-endian block is what A1111 writes: readers that heed the block's order and those that take it for granted agree.
    """
    exif: Tags = {
        0x9000: (UNDEFINED, b"0232"), 0x9101: (UNDEFINED, bytes((1, 2, 3, 0))), 0xA000: (UNDEFINED, b"0100"), 0xA001: (SHORT, struct.pack(">H", 1)),
        0xA002: (LONG, struct.pack(">L", width)), 0xA003: (LONG, struct.pack(">L", height)),
        USER_COMMENT: (UNDEFINED, b"UNICODE\0" + comment.encode("utf-16-be", "replace")),
    }  # fmt: skip
    main: Tags = {
        0x011A: (RATIONAL, struct.pack(">LL", 72, 1)), 0x011B: (RATIONAL, struct.pack(">LL", 72, 1)), 0x0128: (SHORT, struct.pack(">H", 2)),
        SOFTWARE: (ASCII, software.encode("ascii", "replace") + b"\0"), 0x0213: (SHORT, struct.pack(">H", 1)), EXIF_IFD: (LONG, bytes(4)),
    }  # fmt: skip
    start = 8 + len(_directory(main, 8))
    main[EXIF_IFD] = (LONG, struct.pack(">L", start))
    return b"MM\0*" + struct.pack(">L", 8) + _directory(main, 8) + _directory(exif, start)


def _directory(tags: Tags, start: int) -> bytes:
    """One directory of tags, `start` bytes into the block, with the values that do not fit into an entry behind it."""
    entries, values, at = b"", b"", start + 2 + 12 * len(tags) + 4
    for tag, (kind, data) in sorted(tags.items()):
        if len(data) <= 4:
            place = data.ljust(4, b"\0")
        else:
            place = struct.pack(">L", at + len(values))
            values += data + b"\0" * (len(data) % 2)
        entries += struct.pack(">HHL", tag, kind, len(data) // SIZE[kind]) + place
    return struct.pack(">H", len(tags)) + entries + bytes(4) + values


def texts(image: Image.Image) -> dict[int, str]:
    """Every text of an opened file's EXIF by tag, wherever it was written (some programs put UserComment into the main directory)."""
    found: dict[int, str] = {}
    with contextlib.suppress(Exception):  # a damaged block makes Pillow raise many kinds; what was read until then counts
        exif = image.getexif()
        for directory in (exif, exif.get_ifd(EXIF_IFD)):
            for tag, value in directory.items():
                text = _text(tag, value, exif.endian or ">")
                if text:
                    found[tag] = text
    return found


def _text(tag: int, value: object, endian: str) -> str:
    if isinstance(value, str):
        return value.strip("\0")
    if not isinstance(value, bytes):
        return ""
    if tag != USER_COMMENT:
        return value.decode("utf-8", "replace").strip("\0") if tag == MAKER_NOTE and len(value) < 64 else ""
    kind = CODES.get(value[:8])
    if kind == "utf-16":
        return _utf16(value[8:], endian).strip("\0")
    return value[8:].decode(kind, "replace").strip("\0") if kind else value.decode("utf-8", "replace").strip("\0")


def _utf16(data: bytes, endian: str) -> str:
    """UTF-16 of either order: as its mark says, else as the zeros of its ASCII characters tell, else as the block is."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    even, odd = data[0::2].count(0), data[1::2].count(0)
    big = even > odd if even != odd else endian == ">"
    return data.decode("utf-16-be" if big else "utf-16-le", "replace")

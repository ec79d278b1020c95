"""Texts hidden in the lowest bit of a picture's transparency, as NovelAI and A1111's "stealth pnginfo" write them.

Bits run down the columns, highest first: a name of 15 bytes, the length in bits (32, big-endian), then the text, plain or gzipped.
"""

from __future__ import annotations

import json
import zlib

import numpy as np
from PIL import Image

PLAIN, GZIPPED = b"stealth_pnginfo", b"stealth_pngcomp"
LARGEST = 4_000_000
"""Bytes of text."""
HEAD = (len(PLAIN) + 4) * 8
"""Bits before the text."""


def hidden(image: Image.Image) -> dict[str, str]:
    """The texts by name, as if they were a PNG's text chunks; empty where there are none or they are damaged."""
    if image.mode != "RGBA" or image.width * image.height < HEAD:
        return {}
    try:
        bits = (np.asarray(image.getchannel("A")) & 1).T
        head = np.packbits(bits[: HEAD // image.height + 1].ravel()[:HEAD]).tobytes()
        if head[: len(PLAIN)] not in (PLAIN, GZIPPED):
            return {}
        length = min(int.from_bytes(head[-4:], "big"), 8 * LARGEST)
        data = np.packbits(bits.ravel()[HEAD : HEAD + length]).tobytes()
        text = (data if head.startswith(PLAIN) else zlib.decompressobj(wbits=31).decompress(data, LARGEST)).decode("utf-8", "replace")
    except (OSError, ValueError, zlib.error):
        return {}
    return _named(text)


def _named(text: str) -> dict[str, str]:
    """NovelAI hides its text chunks as one JSON object; A1111 its one text."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return {str(key): value if isinstance(value, str) else json.dumps(value) for key, value in data.items()}
    return {"parameters": text}

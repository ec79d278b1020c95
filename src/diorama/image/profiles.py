"""ICC profiles: of the two RGB spaces that pictures are delivered in, and what a profile that somebody gives is for."""

from __future__ import annotations

import io
import struct
from functools import lru_cache

from PIL import ImageCms

from diorama.errors import RequestError

ADOBE_PRIMARIES = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""XYZ of red, green and blue, adapted to D50: Adobe RGB (1998) Color Image Encoding, version 2005-05, section 4.3.5."""
ADOBE_GAMMA = 563 / 256
D50 = (0.9642, 1.0, 0.8249)


@lru_cache(maxsize=1)
def adobe_rgb() -> bytes:
    """A profile compatible with Adobe RGB (1998): matrix and gamma, ICC version 2.1, dated 2000-01-01 so that equal pictures are equal files."""
    name = "Compatible with Adobe RGB (1998)"
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(ADOBE_GAMMA * 256)) + bytes(2)
    tags = {
        b"desc": _description(name), b"cprt": b"text" + bytes(4) + b"CC0\0", b"wtpt": _xyz(D50),
        **{name: _xyz(of) for name, of in zip((b"rXYZ", b"gXYZ", b"bXYZ"), ADOBE_PRIMARIES, strict=True)}, b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    return written(tags, b"mntr", b"RGB ", b"XYZ ")


def written(tags: dict[bytes, bytes], kind: bytes, space: bytes, connection: bytes) -> bytes:
    """A profile of ICC version 2.1 (ICC.1:2001-04) from its tags. `kind`: mntr, prtr …; `space`, `connection`: colour spaces, four letters each."""
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = bytes(8) + struct.pack(">I", 0x02100000) + kind + space + connection + date + b"acsp" + bytes(28) + _numbers(D50) + bytes(48)
    whole = head + struct.pack(">I", len(tags)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def _numbers(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)


def _description(text: str) -> bytes:
    ascii = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii)) + ascii + bytes(4 + 4 + 2 + 1 + 67)


def cmyk(profile: bytes) -> str:
    """What a profile of a printing condition is called. Raises RequestError for what is no profile, or not of four inks."""
    hint = "the printer has it, such as PSOcoated_v3.icc or GRACoL2013.icc"
    try:
        name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip()
    except (OSError, ImageCms.PyCMSError):
        raise RequestError("this is no ICC profile", where="profile", hint=hint) from None
    kind, space = profile[12:16].decode("latin-1"), profile[16:20].decode("latin-1")  # ICC.1:2001-04, 6.1
    if (kind, space) != ("prtr", "CMYK"):
        raise RequestError(f"the profile {name!r} is of {space.strip()}, not of four inks", where="profile", hint=hint)
    return name

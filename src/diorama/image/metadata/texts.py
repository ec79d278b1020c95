"""Everything that an opened picture file says in words, whichever block it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from diorama.image.metadata import exif, xmp
from diorama.image.metadata.stealth import hidden

LARGEST_TEXT = 4_000_000
"""Characters of any one text that is read from a file."""


@dataclass(frozen=True)
class Texts:
    named: dict[str, str] = field(default_factory=dict)
    """Text chunks of a PNG by keyword; the comment of a JPEG as `comment`."""
    exif: dict[int, str] = field(default_factory=dict)
    """By tag."""
    xmp: dict[str, str] = field(default_factory=dict)
    """By `{namespace}name`."""

    @property
    def parameters(self) -> str:
        """The one text that most programs write: `parameters` in PNG, UserComment elsewhere."""
        return self.named.get("parameters") or self.exif.get(exif.USER_COMMENT, "")


def texts(image: Image.Image) -> Texts:
    """Read them. Damaged blocks are left out; texts that are hidden in the pixels are looked for where there are none in the open."""
    named = {key: value if isinstance(value, str) else value.decode("utf-8", "replace") for key, value in image.info.items() if _is_text(key, value)}
    made = Texts(_sound(named), _sound(exif.texts(image)), _sound(xmp.properties(image)))
    if made.named or made.exif or made.xmp:
        return made
    return Texts(named=_sound(hidden(image)))


def _is_text(key: object, value: object) -> bool:
    return isinstance(key, str) and (isinstance(value, str) or (key == "comment" and isinstance(value, bytes)))


def _sound(found: dict) -> dict:
    """Without half surrogates, which no console, file or JSON takes, and not longer than is read."""
    return {key: value[:LARGEST_TEXT].encode("utf-8", "replace").decode() for key, value in found.items()}

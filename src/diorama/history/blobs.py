"""The shelf: picture files named by their SHA-256, two letters of it to a folder, so that equal pictures are kept once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from diorama.errors import OutputError, PictureLost
from diorama.history.place import Place

SUFFIXES = {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}


LOST = "`diorama history verify` names every such file: put back a copy, or import an exported archive"


class BlobStore:
    def __init__(self, place: Place, top: str):
        """`top`: the folder in it."""
        self.place, self.top = place, top

    def name(self, digest: str, format: str) -> str:
        return f"{self.top}/{digest[:2]}/{digest[2:4]}/{digest}{SUFFIXES[format]}"

    def path(self, digest: str, format: str) -> Path | None:
        """Where the file is on this machine's disk; None where pictures lie in a bucket."""
        return self.place.path(self.name(digest, format))

    def put(self, data: bytes, format: str) -> str:
        """Keep the bytes; their digest. A file that is there already is left if whole, and healed if not."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.is_whole(digest, format):
            self.place.write(self.name(digest, format), data)
        return digest

    def is_whole(self, digest: str, format: str) -> bool:
        """Whether the file is there with the very bytes its name tells. Raises OutputError."""
        try:
            return hashlib.sha256(self.place.read(self.name(digest, format))).hexdigest() == digest
        except FileNotFoundError:
            return False
        except OSError as wrong:
            raise OutputError(f"cannot read: {wrong.strerror}", where=self.place.told(self.name(digest, format))) from wrong

    def read(self, digest: str, format: str) -> bytes:
        """The file's bytes. Raises PictureLost where it is gone or not the one that was kept."""
        try:
            data = self.place.read(self.name(digest, format))
        except OSError as wrong:
            told = "the picture's file is gone" if isinstance(wrong, FileNotFoundError) else f"the picture's file cannot be read: {wrong.strerror}"
            raise PictureLost(told, where=f"picture {digest[:12]}", hint=LOST) from wrong
        if hashlib.sha256(data).hexdigest() != digest:
            raise PictureLost("the picture's file has changed", where=f"picture {digest[:12]}", hint=LOST)
        return data

    def discard(self, digest: str, format: str) -> None:
        self.place.discard(self.name(digest, format))

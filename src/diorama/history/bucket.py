"""A bucket of an object storage that speaks S3's API: AWS, MinIO, Ceph, Garage, R2 … (the extra `s3`).

Which server and whose account is told as AWS's own tools are told it: AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from diorama.errors import OutputError, RequestError
from diorama.history.place import Kept

try:
    import obstore
    from obstore.exceptions import BaseError, NotFoundError
    from obstore.store import S3Store
except ImportError as missing:
    raise RequestError("a bucket needs a library that is not here", where="bucket", hint="pip install 'diorama[s3]'") from missing

ADDRESS = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/?")
TRIES, PATIENCE = 4, timedelta(seconds=30)
"""Where the storage does not answer."""
HINT = "AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION say where it is and whose"


class Bucket:
    def __init__(self, address: str):
        """`address`: s3://name, or s3://name/prefix. Raises RequestError for another."""
        parts = ADDRESS.fullmatch(address)
        if parts is None:
            raise RequestError("not the address of a bucket", where="bucket", hint="s3://name/prefix")
        self.address = address.rstrip("/")
        plain = (os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or os.environ.get("AWS_ENDPOINT") or "").startswith("http://")
        try:
            self._store = S3Store(
                parts[1], prefix=parts[2] or None, client_options={"allow_http": plain}, retry_config={"max_retries": TRIES, "retry_timeout": PATIENCE},
            )  # fmt: skip
        except BaseError as wrong:
            raise RequestError(f"the bucket cannot be used: {_first(wrong)}", where=address, hint=HINT) from None

    def read(self, name: str) -> bytes:
        try:
            return bytes(obstore.get(self._store, name).bytes())
        except (NotFoundError, FileNotFoundError):
            raise FileNotFoundError(errno.ENOENT, "there is no such object", self.told(name)) from None
        except BaseError as wrong:
            raise OSError(errno.EIO, _first(wrong), self.told(name)) from wrong

    def write(self, name: str, data: bytes) -> None:
        try:
            obstore.put(self._store, name, data)
        except (BaseError, OSError) as wrong:
            raise OutputError(f"the bucket takes nothing: {_first(wrong)}", where=self.told(name), hint=HINT) from wrong

    def take(self, name: str, path: Path) -> None:
        try:
            obstore.put(self._store, name, path)
        except (BaseError, OSError) as wrong:
            raise OutputError(f"the bucket takes nothing: {_first(wrong)}", where=self.told(name), hint=HINT) from wrong

    def discard(self, name: str) -> None:
        try:
            obstore.delete(self._store, name)
        except (NotFoundError, FileNotFoundError):
            pass
        except BaseError as wrong:
            raise OutputError(f"the bucket gives nothing up: {_first(wrong)}", where=self.told(name), hint=HINT) from wrong

    def names(self, top: str) -> Iterator[Kept]:
        try:
            for chunk in obstore.list(self._store, prefix=top):
                yield from (Kept(one["path"], one["last_modified"].timestamp()) for one in chunk)
        except BaseError as wrong:
            raise OutputError(f"the bucket cannot be read: {_first(wrong)}", where=self.told(top), hint=HINT) from wrong

    def path(self, name: str) -> Path | None:
        return None

    def told(self, name: str) -> str:
        return f"{self.address}/{name}"

    def link(self, name: str, seconds: int) -> str:
        return obstore.sign(self._store, "GET", name, timedelta(seconds=seconds))

    def check_writable(self) -> None:
        name = f"writable/{secrets.token_hex(8)}"
        self.write(name, b"")
        self.discard(name)


def _first(wrong: Exception) -> str:
    """What an error of the library says, on one line, without what it says of itself."""
    return " ".join(str(wrong).split("\n\nDebug source:")[0].split())[:300]

"""Which place the files of a history are kept in."""

from __future__ import annotations

from pathlib import Path

from diorama.history.place import Folder, Place


def place_of(home: Path, bucket: str | None) -> Place:
    """The bucket where there is one (s3://name/prefix), else the folder. Raises RequestError for what is no bucket's address, or without the extra `s3`."""
    if bucket is None:
        return Folder(home)
    from diorama.history.bucket import Bucket  # the extra `s3`

    return Bucket(bucket)
